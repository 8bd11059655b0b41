// The allocators' picture: layers whose bytes add up, arenas with their pools and blocks, one pool in close-up, free
// lists, large blocks, and what keeps an arena from being given back.
//
// Invariant: the parts of layer −1 lie side by side and sum to what the address space has given; each part of a higher
// layer lies over what it is made of, and layer +2 sums to the arenas, layer 0 to heap and large blocks.

import { DATA_BASE, PAGE_BYTES, TEXT_BASE } from "../memory/map.ts";
import { structInfo } from "../memory/struct.ts";
import { _obmalloc_state, pool_header } from "../memory/structs/allocators.ts";
import { ALIGNMENT_SHIFT } from "../memory/structs/pymalloc_sizes.ts";
import { _Py_static_objects, _PyRuntimeState } from "../memory/structs/runtime.ts";
import { address_space } from "../memory/structs/system.ts";
import type {
  AllocatorsFacts,
  ArenaFact,
  FieldRow,
  Kind,
  LargeBlock,
  LayerFact,
  LayerPart,
  PoolDetail,
  PoolFact,
} from "./facts.ts";
import { freeListFacts, heap, placeOf } from "./heap.ts";
import { type Inspection, perMoment } from "./inspection.ts";
import { reference } from "./preview.ts";
import {
  ARENA_BYTES,
  type Arena,
  arenas,
  blockAddress,
  FREE,
  obmalloc,
  POOL_BYTES,
  POOL_OVERHEAD,
  type Pool,
  poolAt,
  poolBlocks,
  poolsOf,
  UNTOUCHED,
} from "./pymalloc.ts";
import type { Address } from "./reader.ts";
import { stackChunks } from "./roots.ts";
import { chunks, mappings } from "./system.ts";
import { typeOf } from "./types.ts";

const LARGE_FROM_BYTES = 512;
export const CHUNK_HEAD_BYTES = 8;

// -- layers ------------------------------------------------------------------------------------------------------------

const KIND_ORDER: readonly Kind[] = ["cod", "txt", "seq", "map", "num", "ins", "cls", "none", "buf"];

/** Bytes of each layer's parts, laid over the address space. */
export const layers: (m: Inspection) => LayerFact[] = perMoment((m) => {
  const all = arenas(m);
  const arenaBytes = all.length * ARENA_BYTES;
  const isArena = new Set(all.map(({ address }) => address));
  const system = chunks(m);
  const largeBytes = system.mapped.reduce((sum, { bytes }) => sum + bytes, 0);
  const heapTotal = system.systemBytes - largeBytes;
  const frameBytes = stackChunks(m).reduce((sum, { bytes }) => sum + bytes, 0);
  const mapped = mappings(m).reduce((sum, { bytes }) => sum + bytes, 0);
  const segmentBytes = system.segments.reduce((sum, { bytes }) => sum + bytes, 0);
  const whole = (bytes: number) => Math.ceil(bytes / PAGE_BYTES) * PAGE_BYTES;
  const dataBytes = m.anchors === null ? 0 : whole(m.anchors.staticEnd - DATA_BASE);
  const textBytes = m.anchors === null ? 0 : whole(m.anchors.textEnd - TEXT_BASE);
  const arenaMapped = m.anchors === null ? arenaBytes : [...isArena].length * ARENA_BYTES;
  const otherBytes =
    m.anchors === null
      ? Math.max(0, m.reader.ranges.reduce((sum, { bytes }) => sum + bytes, 0) - arenaBytes - frameBytes)
      : Math.max(0, mapped - arenaMapped - largeBytes - segmentBytes - frameBytes);

  // −1
  const base = row(-1, 0, [
    ["arenas", null, "used", arenaBytes],
    ["heap", null, "used", heapTotal],
    ["largeBlocks", null, "used", largeBytes],
    ["data", null, "used", dataBytes],
    ["frameStacks", null, "used", frameBytes],
    ["mappings", null, "used", otherBytes],
    ["text", null, "used", textBytes],
  ]);
  const rawOffset = arenaBytes;
  const dataOffset = arenaBytes + heapTotal + largeBytes;

  // +2: what the arenas are cut into.
  let used = 0;
  let free = 0;
  let overhead = 0;
  let freePools = 0;
  for (const arena of all) {
    let inPools = 0;
    for (const pool of poolsOf(m, arena)) {
      inPools += POOL_BYTES;
      if (pool.blockBytes === 0) {
        freePools += POOL_BYTES;
        continue;
      }
      used += pool.usedCount * pool.blockBytes;
      free += (pool.blockCount - pool.usedCount) * pool.blockBytes;
      overhead += POOL_BYTES - pool.blockCount * pool.blockBytes;
    }
    overhead += ARENA_BYTES - inPools;
  }
  const pymalloc = row(2, 0, [
    ["blocks", null, "used", used],
    ["freeBlocks", null, "free", free],
    ["poolHeaders", null, "overhead", overhead],
    ["freePools", null, "free", freePools],
  ]);

  // 0 and +1: chunks, and whose they are.
  const { chunkObjects, owners, kindBytes } = heap(m);
  let chunkBytes = 0;
  let chunkCount = 0;
  let freeChunkBytes = 0;
  let forObjects = 0;
  let rawOwn = 0;
  for (const chunk of system.all) {
    if (chunk.state !== "used") {
      freeChunkBytes += chunk.bytes;
      continue;
    }
    const bytes = chunk.bytes - CHUNK_HEAD_BYTES;
    chunkBytes += bytes;
    chunkCount++;
    if (chunkObjects.has(chunk.address) || owners.has(chunk.block)) forObjects += bytes;
    else rawOwn += bytes;
  }
  const malloc = row(0, rawOffset, [
    ["chunks", null, "used", chunkBytes],
    ["chunkHeaders", null, "overhead", chunkCount * CHUNK_HEAD_BYTES + system.overheadBytes],
    ["freeChunks", null, "free", freeChunkBytes],
  ]);
  const raw = row(1, rawOffset, [
    ["forObjects", null, "used", forObjects],
    ["rawOwn", null, "used", rawOwn],
  ]);

  // +3
  const kinds = row(
    3,
    0,
    KIND_ORDER.map((kind) => [kind, kind, "used", kindBytes.get(kind) ?? 0] as const),
  );
  const runtimeState =
    _PyRuntimeState.sizeof - _Py_static_objects.sizeof + _obmalloc_state.sizeof + address_space.sizeof;
  const objects: LayerPart[] = [
    ...kinds.parts,
    ...row(3, rawOffset, [["overThreshold", null, "used", forObjects]]).parts,
    ...row(3, dataOffset, [["static", "cod", "used", Math.max(0, dataBytes - runtimeState)]]).parts,
  ];
  const top: LayerFact = { level: 3, bytes: objects.reduce((sum, { bytes }) => sum + bytes, 0), parts: objects };
  return m.anchors === null ? [top, pymalloc, base] : [top, pymalloc, raw, malloc, base];
});

type Part = readonly [name: string, kind: Kind | null, use: LayerPart["use"], bytes: number];

/** Parts side by side; empty ones are left out. */
function row(level: number, from: number, parts: readonly Part[]): LayerFact {
  let offset = from;
  const placed: LayerPart[] = [];
  for (const [name, kind, use, bytes] of parts) {
    if (bytes > 0) placed.push({ name, kind, use, offset, bytes });
    offset += bytes;
  }
  return { level, bytes: offset - from, parts: placed };
}

// -- arenas and pools --------------------------------------------------------------------------------------------------

function poolFact(m: Inspection, pool: Pool): PoolFact {
  return {
    address: pool.address,
    index: pool.index,
    state: pool.state,
    blockBytes: pool.blockBytes,
    usedBlocks: pool.usedCount,
    blocks: poolBlocks(m, pool.address).states,
  };
}

function arenaFact(m: Inspection, arena: Arena): ArenaFact {
  const pools = poolsOf(m, arena);
  return {
    address: arena.address,
    index: arena.index,
    poolsInUse: pools.filter((pool) => pool.blockBytes > 0).length,
    pools: pools.map((pool) => poolFact(m, pool)),
  };
}

const FREE_LIST_LIMIT = 1024;

function poolDetail(m: Inspection, previous: Inspection | null, pool: Pool): PoolDetail {
  const { states, objects } = poolBlocks(m, pool.address);
  const census = new Map<string, { type: string; kind: Kind; count: number }>();
  for (let i = 0; i < states.length; i++) {
    if (states[i] === FREE || states[i] === UNTOUCHED) continue;
    const type = objects[i] === 0 ? null : typeOf(m, objects[i]);
    const name = type === null ? bufferName(m, blockAddress(pool, i)) : type.name;
    const entry = census.get(name) ?? { type: name, kind: type?.kind ?? "buf", count: 0 };
    entry.count++;
    census.set(name, entry);
  }
  return {
    address: pool.address,
    index: pool.index,
    arena: pool.arena.index,
    blockBytes: pool.blockBytes,
    blockCount: pool.blockCount,
    headerBytes: POOL_OVERHEAD,
    header: headerRows(m, previous, pool),
    blocks: states,
    freeList: pool.freeList.slice(0, FREE_LIST_LIMIT),
    hiddenFree: Math.max(0, pool.freeList.length - FREE_LIST_LIMIT),
    neverUsed: pool.blockCount - pool.touchedCount,
    census: [...census.values()].sort((a, b) => b.count - a.count || (a.type < b.type ? -1 : 1)),
    free: pool.freeList.length,
  };
}

/** What a block that holds no object is: the part of its owner, or "buffer". */
function bufferName(m: Inspection, block: Address): string {
  return heap(m).owners.get(block)?.structure ?? "buffer";
}

function headerRows(m: Inspection, previous: Inspection | null, pool: Pool): FieldRow[] {
  return structInfo(pool_header).fields.map(({ name, offset, type }) => {
    const at = pool.address + offset;
    const width = type === "u32" ? 4 : 8;
    const value = width === 4 ? m.u32(at) : m.ptr(at);
    const before = previous === null ? value : width === 4 ? previous.u32(at) : previous.ptr(at);
    const isPointer = type === "ptr";
    return {
      offset,
      name,
      text: isPointer ? (value === 0 ? "NULL" : `0x${value.toString(16)}`) : String(value),
      note: isPointer ? pointerNote(m, pool, value) : name === "szidx" ? sizeNote(value) : "",
      changed: before !== value,
    };
  });
}

function sizeNote(sizeIndex: number): string {
  const unit = 1 << ALIGNMENT_SHIFT;
  return `(${sizeIndex} + 1) × ${unit} = ${(sizeIndex + 1) * unit}`;
}

function pointerNote(m: Inspection, pool: Pool, target: Address): string {
  if (target === 0) return "";
  const state = obmalloc(m);
  if (target >= state && target < state + _obmalloc_state.sizeof) return "usedpools";
  const place = placeOf(m, target);
  if (place.pool === null) return "";
  if (place.pool.address === pool.address && place.blockIndex >= 0) return `block ${place.blockIndex}`;
  return place.pool.address === target ? `pool ${place.pool.index}` : "";
}

/** What keeps an arena: its pool with the fewest blocks in use, and the first of these. */
function keeperOf(m: Inspection, arena: Arena): AllocatorsFacts["keeper"] {
  let pools = 0;
  let emptiest: Pool | null = null;
  for (const pool of poolsOf(m, arena)) {
    if (pool.usedCount === 0) continue;
    pools++;
    if (emptiest === null || pool.usedCount < emptiest.usedCount) emptiest = pool;
  }
  if (emptiest === null) return null;
  const { states, objects } = poolBlocks(m, emptiest.address);
  const index = states.findIndex((state) => state !== FREE && state !== UNTOUCHED);
  if (index < 0) return null;
  const block = blockAddress(emptiest, index);
  const owner = objects[index] || (heap(m).owners.get(block)?.owner ?? 0);
  return {
    arena: arena.index,
    pools,
    pool: emptiest.index,
    block,
    bytes: emptiest.blockBytes,
    value: reference(m, owner),
  };
}

/** Blocks over the threshold, largest first: those in use and the free chunks between them. */
export const largeBlocks: (m: Inspection) => readonly LargeBlock[] = perMoment((m) => {
  const { chunkObjects, owners } = heap(m);
  const found: LargeBlock[] = [];
  for (const chunk of chunks(m).all) {
    if (chunk.usableBytes <= LARGE_FROM_BYTES || chunk.state === "top") continue;
    const object = chunkObjects.get(chunk.address) ?? 0;
    const type = object === 0 ? null : typeOf(m, object);
    found.push({
      address: chunk.block,
      bytes: chunk.usableBytes,
      state: chunk.state === "used" ? "used" : "free",
      kind: type?.kind ?? "buf",
      type: type?.name ?? owners.get(chunk.block)?.structure ?? "",
    });
  }
  return found.sort((a, b) => b.bytes - a.bytes || a.address - b.address);
});

export interface AllocatorsQuery {
  readonly arenaFrom: number;
  readonly arenaLimit: number;
  readonly pool: Address | null;
  readonly listLimit: number;
}

/** All of the allocators' view. `selection` chooses the pool in close-up where the query names none. */
export function allocatorsFacts(
  m: Inspection,
  previous: Inspection | null,
  query: AllocatorsQuery,
  selection: Address | null,
): AllocatorsFacts {
  const all = arenas(m);
  const from = Math.max(0, Math.min(query.arenaFrom, all.length));
  const shown = all.slice(from, from + query.arenaLimit);
  const wanted = query.pool ?? selection;
  let pool = wanted === null ? null : poolAt(m, Math.floor(wanted / POOL_BYTES) * POOL_BYTES);
  if (pool !== null && pool.blockBytes === 0) pool = null;
  const large = largeBlocks(m);
  const keeperArena = pool?.arena ?? all[all.length - 1] ?? null;
  return {
    pageBytes: PAGE_BYTES,
    arenaBytes: ARENA_BYTES,
    poolBytes: POOL_BYTES,
    alignment: 1 << ALIGNMENT_SHIFT,
    layers: layers(m),
    arenas: shown.map((arena) => arenaFact(m, arena)),
    hiddenArenas: all.length - shown.length,
    freeLists: freeListFacts(m, query.listLimit),
    large: large.slice(0, query.listLimit),
    hiddenLarge: Math.max(0, large.length - query.listLimit),
    pool: pool === null ? null : poolDetail(m, previous, pool),
    keeper: keeperArena === null ? null : keeperOf(m, keeperArena),
  };
}
