// The heap as one: every block of pymalloc and malloc with what it holds, who owns the blocks that hold no object, dead
// objects that wait in free lists, and for any address the block around it.
//
// Invariant: an object that waits in a free list is dead, though its block counts as used one layer below.
import { DATA_BASE, HEAP_BASE, TEXT_BASE } from "../memory/map.ts";
import { structInfo } from "../memory/struct.ts";
import { _Py_object_freelists } from "../memory/structs/allocators.ts";
import { PyTupleObject } from "../memory/structs/containers.ts";
import { PyFloatObject } from "../memory/structs/numbers.ts";
import { PyInterpreterState } from "../memory/structs/runtime.ts";
import type { FreeListFact, Kind } from "./facts.ts";
import { type Inspection, perMoment } from "./inspection.ts";
import { objectBytes, ownedBlocks } from "./objects.ts";
import {
  type Arena,
  arenas,
  blockAddress,
  objectIn,
  POOL_OVERHEAD,
  type Pool,
  poolBlocks,
  poolPlace,
  poolsOf,
} from "./pymalloc.ts";
import type { Address } from "./reader.ts";
import { mainInterpreter, stackChunks } from "./roots.ts";
import { type Chunk, chunkOf, chunks } from "./system.ts";
import { isObject, type TypeInfo, typeOf } from "./types.ts";

// -- free lists --------------------------------------------------------------------------------------------------------

/** Lists of dead objects: an array of pointers with a count, or a chain through a word of the object. */
interface FreeListRow {
  readonly name: string;
  readonly kind: Kind;
  readonly capacity: number;
  readonly items: number;
  readonly count: number;
  /** Offset of the chain's word; null for an array. */
  readonly chain: number | null;
}

const LISTS = _Py_object_freelists;
/** Lengths of CPython's arrays are the rows' own; those of chains are limits in the code (pycore_freelist.h). */
const FLOATS_LIMIT = 100;
const TUPLES_LIMIT = 2000;
const CONTEXTS_LIMIT = 255;
const TUPLE_SIZES = 20;

function lengthOfRow(name: keyof typeof LISTS): number {
  return structInfo(LISTS).fields.find((field) => field.name === name)?.count ?? 0;
}

function array(name: string, kind: Kind, items: keyof typeof LISTS, count: keyof typeof LISTS): FreeListRow {
  return { name, kind, capacity: lengthOfRow(items), items: LISTS[items], count: LISTS[count], chain: null };
}

const FREE_LIST_ROWS: readonly FreeListRow[] = [
  {
    name: "float",
    kind: "num",
    capacity: FLOATS_LIMIT,
    items: LISTS.floats_items,
    count: LISTS.floats_numfree,
    chain: PyFloatObject.ob_type,
  },
  ...Array.from({ length: TUPLE_SIZES }, (_, i) => ({
    name: `tuple ${i + 1}`,
    kind: "seq" as const,
    capacity: TUPLES_LIMIT,
    items: LISTS.tuples_items + i * 8,
    count: LISTS.tuples_numfree + i * 4,
    chain: PyTupleObject.ob_item,
  })),
  array("list", "seq", "lists_items", "lists_numfree"),
  array("dict", "map", "dicts_items", "dicts_numfree"),
  array("dict keys", "buf", "dictkeys_items", "dictkeys_numfree"),
  {
    name: "context",
    kind: "ins",
    capacity: CONTEXTS_LIMIT,
    items: LISTS.contexts_items,
    count: LISTS.contexts_numfree,
    chain: 16,
  },
  array("async_generator_wrapped_value", "cod", "async_gens_items", "async_gens_numfree"),
  array("async_generator_asend", "cod", "async_gen_asends_items", "async_gen_asends_numfree"),
];

interface FreeList {
  readonly row: FreeListRow;
  readonly blocks: readonly Address[];
}

/** The free lists of the main interpreter, each from its head. */
const freeLists: (m: Inspection) => readonly FreeList[] = perMoment((m) => {
  const at = mainInterpreter(m) + PyInterpreterState.object_state;
  if (!m.readable(at, LISTS.sizeof)) return [];
  const lists: FreeList[] = FREE_LIST_ROWS.map((row) => {
    const count = Math.max(0, Math.min(m.i32(at + row.count), row.capacity));
    const blocks: Address[] = [];
    if (row.chain === null) {
      for (let i = count - 1; i >= 0; i--) blocks.push(m.ptr(at + row.items + i * 8));
    } else {
      let block = m.ptr(at + row.items);
      for (let i = 0; i < count && m.readable(block, 24); i++) {
        blocks.push(block);
        block = m.ptr(block + row.chain);
      }
    }
    return { row, blocks };
  });
  const slice = m.ptr(at + LISTS.slices_slice_cache);
  const row: FreeListRow = { name: "slice", kind: "seq", capacity: 1, items: 0, count: 0, chain: null };
  lists.push({ row, blocks: slice === 0 ? [] : [slice] });
  return lists;
});

/** Dead objects that wait in a free list. */
export const deadObjects: (m: Inspection) => ReadonlySet<Address> = perMoment(
  (m) => new Set(freeLists(m).flatMap(({ blocks }) => blocks)),
);

export function freeListFacts(m: Inspection, blockLimit: number): FreeListFact[] {
  return freeLists(m)
    .filter(({ blocks }) => blocks.length > 0)
    .map(({ row, blocks }) => ({
      name: row.name,
      kind: row.kind,
      count: blocks.length,
      capacity: row.capacity,
      blocks: blocks.slice(0, blockLimit),
      hiddenBlocks: Math.max(0, blocks.length - blockLimit),
    }));
}

// -- everything --------------------------------------------------------------------------------------------------------

export interface Owner {
  readonly owner: Address;
  readonly structure: string;
  readonly bytes: number;
}

export interface Heap {
  /** Live objects in blocks, in the order of addresses. */
  readonly objects: readonly Address[];
  /** Blocks that hold no object, by address. */
  readonly owners: ReadonlyMap<Address, Owner>;
  /** Objects in blocks of malloc's, by chunk. */
  readonly chunkObjects: ReadonlyMap<Address, Address>;
  /** Bytes of pymalloc's blocks in use by kind, whole blocks. */
  readonly kindBytes: ReadonlyMap<Kind, number>;
  /** Not all was walked: the limit was reached. */
  readonly isPartial: boolean;
}

const OBJECT_LIMIT = 4_000_000;

/** One walk of everything, kept for the moment. */
export const heap: (m: Inspection) => Heap = perMoment((m) => {
  const objects: Address[] = [];
  const owners = new Map<Address, Owner>();
  const chunkObjects = new Map<Address, Address>();
  const kindBytes = new Map<Kind, number>();
  const count = (kind: Kind, bytes: number) => kindBytes.set(kind, (kindBytes.get(kind) ?? 0) + bytes);
  const own = (object: Address, type: TypeInfo) => {
    objects.push(object);
    for (const { address, bytes, structure } of ownedBlocks(m, object, type)) {
      owners.set(address, { owner: object, structure, bytes });
    }
  };
  let isPartial = false;
  for (const arena of arenas(m)) {
    for (const pool of poolsOf(m, arena)) {
      if (objects.length > OBJECT_LIMIT) {
        isPartial = true;
        count("buf", pool.usedCount * pool.blockBytes);
        continue;
      }
      if (pool.usedCount === 0) continue;
      const found = poolBlocks(m, pool.address).objects;
      let buffers = pool.usedCount;
      for (let i = 0; i < found.length; i++) {
        if (found[i] === 0) continue;
        const type = typeOf(m, found[i]) as TypeInfo;
        buffers--;
        count(type.kind, pool.blockBytes);
        own(found[i], type);
      }
      if (buffers > 0) count("buf", buffers * pool.blockBytes);
    }
  }
  for (const chunk of chunks(m).all) {
    if (chunk.state !== "used" || holdsArenas(m, chunk)) continue;
    const object = objectIn(m, chunk.block, chunk.usableBytes);
    if (object === 0) continue;
    const type = typeOf(m, object) as TypeInfo;
    if (type.headerBytes + objectBytes(m, object, type) > chunk.usableBytes) continue;
    chunkObjects.set(chunk.address, object);
    own(object, type);
  }
  return { objects, owners, chunkObjects, kindBytes, isPartial };
});

/** The array of arena_objects lies in a chunk too; nothing in it is an object. */
function holdsArenas(m: Inspection, chunk: Chunk): boolean {
  const first = arenas(m)[0];
  return first !== undefined && first.object >= chunk.address && first.object < chunk.address + chunk.bytes;
}

// -- where an address lies ---------------------------------------------------------------------------------------------

export interface Place {
  readonly region: "pool" | "chunk" | "static" | "stack" | "text" | "arena" | "none";
  /** The block around the address, and its bytes; for what lies in no block the object itself. */
  readonly block: Address;
  readonly blockBytes: number;
  readonly state: "used" | "free" | "untouched" | "static";
  readonly pool: Pool | null;
  readonly arena: Arena | null;
  readonly blockIndex: number;
  readonly chunk: Chunk | null;
}

const NO_PLACE: Place = {
  region: "none",
  block: 0,
  blockBytes: 0,
  state: "untouched",
  pool: null,
  arena: null,
  blockIndex: -1,
  chunk: null,
};

/** Where an address lies: in a block of a pool, in a chunk, in static memory, on a frame stack. */
export function placeOf(m: Inspection, a: Address): Place {
  const inPool = poolPlace(m, a);
  if (inPool !== null) {
    const { pool, blockIndex, state } = inPool;
    const inBlock = blockIndex >= 0;
    return {
      ...NO_PLACE,
      region: inBlock ? "pool" : "arena",
      block: inBlock ? blockAddress(pool, blockIndex) : pool.address,
      blockBytes: inBlock ? pool.blockBytes : POOL_OVERHEAD,
      state,
      pool,
      arena: pool.arena,
      blockIndex,
    };
  }
  for (const { address, bytes } of stackChunks(m)) {
    if (a >= address && a < address + bytes) {
      return { ...NO_PLACE, region: "stack", block: address, blockBytes: bytes, state: "used" };
    }
  }
  if (!m.readable(a, 1)) return NO_PLACE;
  if (m.anchors !== null && a < DATA_BASE && a >= TEXT_BASE) return { ...NO_PLACE, region: "text", state: "static" };
  if (m.anchors === null || a < HEAP_BASE) return { ...NO_PLACE, region: "static", state: "static" };
  // Last, since all chunks of a memory are walked for it.
  const chunk = chunkOf(m, a);
  if (chunk !== null) {
    const { block, usableBytes } = chunk;
    return {
      ...NO_PLACE,
      region: "chunk",
      block,
      blockBytes: usableBytes,
      state: chunk.state === "used" ? "used" : "free",
      chunk,
    };
  }
  return NO_PLACE;
}

const STATIC_SEARCH_BYTES = 1024;

/** The object that an address lies in; 0 when it lies in none. */
export function objectAround(m: Inspection, a: Address): Address {
  const place = placeOf(m, a);
  if (place.region === "pool" || place.region === "chunk") {
    if (place.state !== "used") return 0;
    return objectIn(m, place.block, place.blockBytes);
  }
  if (place.region !== "static") return 0;
  const start = Math.floor(a / 8) * 8;
  for (let at = start; at >= 0 && at > start - STATIC_SEARCH_BYTES; at -= 8) {
    if (!isObject(m, at)) continue;
    const type = typeOf(m, at) as TypeInfo;
    return a < at + objectBytes(m, at, type) ? at : 0;
  }
  return 0;
}

/** The block of an object, the head before it included; for a static object its own bytes. */
export function blockOfObject(m: Inspection, object: Address, type: TypeInfo): { block: Address; bytes: number } {
  const place = placeOf(m, object);
  if ((place.region === "pool" || place.region === "chunk") && place.block !== 0) {
    return { block: place.block, bytes: place.blockBytes };
  }
  return { block: object, bytes: objectBytes(m, object, type) };
}

/** Whether an object lives at an address: it looks like one, its block is in use, and it waits in no free list. */
export function isLive(m: Inspection, object: Address): boolean {
  if (!isObject(m, object) || deadObjects(m).has(object)) return false;
  const place = placeOf(m, object);
  return place.state === "used" || place.state === "static" || place.region === "none";
}
