// pymalloc as memory has it: arenas, pools, blocks, and the object that each block in use holds.
//
// Invariant: a pool's blocks are `used`, `free` (in its free list) or never used; the three add up to what it has room
// for, whatever its header says. A damaged header makes a pool without blocks.
import { _obmalloc_mgmt, _obmalloc_state, arena_object, pool_header } from "../memory/structs/allocators.ts";
import {
  ARENA_BYTES,
  blockBytes,
  POOL_BYTES,
  POOL_OVERHEAD,
  SMALL_REQUEST_THRESHOLD,
} from "../memory/structs/pymalloc_sizes.ts";
import { PyInterpreterState } from "../memory/structs/runtime.ts";
import { PyASCIIObject } from "../memory/structs/text.ts";
import { BLOCK_STATES } from "./facts.ts";
import { type Inspection, perAddress, perMoment } from "./inspection.ts";
import type { Address } from "./reader.ts";
import { mainInterpreter } from "./roots.ts";
import { isObject, type TypeInfo, typeOf } from "./types.ts";

export const UNTOUCHED = BLOCK_STATES.indexOf("untouched");
export const FREE = BLOCK_STATES.indexOf("free");
const BUFFER = BLOCK_STATES.indexOf("buf");

export interface Arena {
  readonly index: number;
  readonly address: Address;
  /** arena_object. */
  readonly object: Address;
  readonly firstPool: Address;
  /** The next pool that was never used. */
  readonly untouched: Address;
  readonly poolCount: number;
}

const ARENA_LIMIT = 100_000;
const SIZE_CLASSES = SMALL_REQUEST_THRESHOLD / blockBytes(0);

/** _obmalloc_state of the main interpreter; 0 without any. */
export function obmalloc(m: Inspection): Address {
  const state = m.ptr(mainInterpreter(m) + PyInterpreterState.obmalloc);
  return m.readable(state, _obmalloc_state.sizeof) ? state : 0;
}

/** Arenas in use, in the order of addresses. */
export const arenas: (m: Inspection) => readonly Arena[] = perMoment((m) => {
  const state = obmalloc(m);
  if (state === 0) return [];
  const management = state + _obmalloc_state.mgmt;
  const first = m.ptr(management + _obmalloc_mgmt.arenas);
  const count = Math.min(m.u32(management + _obmalloc_mgmt.maxarenas), ARENA_LIMIT);
  const found: Arena[] = [];
  for (let index = 0; index < count; index++) {
    const object = first + index * arena_object.sizeof;
    if (!m.readable(object, arena_object.sizeof)) break;
    const address = m.ptr(object + arena_object.address);
    if (address === 0 || !m.readable(address, ARENA_BYTES)) continue;
    const firstPool = Math.ceil(address / POOL_BYTES) * POOL_BYTES;
    const end = address + ARENA_BYTES;
    const poolCount = Math.floor((end - firstPool) / POOL_BYTES);
    const said = m.ptr(object + arena_object.pool_address);
    const untouched = said >= firstPool && said <= end && said % POOL_BYTES === 0 ? said : end;
    found.push({ index, address, object, firstPool, untouched, poolCount });
  }
  found.sort((a, b) => a.address - b.address);
  // Of arenas that overlap, which only damage can make, the first counts.
  return found.filter((arena, i) => i === 0 || arena.address >= found[i - 1].address + ARENA_BYTES);
});

/** The arena around an address; null when none is. */
export function arenaOf(m: Inspection, a: Address): Arena | null {
  const all = arenas(m);
  let low = 0;
  let high = all.length - 1;
  while (low <= high) {
    const middle = Math.floor((low + high) / 2);
    const arena = all[middle];
    if (a < arena.address) high = middle - 1;
    else if (a >= arena.address + ARENA_BYTES) low = middle + 1;
    else return arena;
  }
  return null;
}

export interface Pool {
  readonly address: Address;
  readonly index: number;
  readonly arena: Arena;
  readonly state: "used" | "full" | "unused" | "untouched";
  /** 0 unless it is used or full. */
  readonly blockBytes: number;
  readonly blockCount: number;
  /** Blocks that were ever handed out. */
  readonly touchedCount: number;
  readonly usedCount: number;
  /** Indices from the head of the free list. */
  readonly freeList: readonly number[];
  readonly damaged: boolean;
}

/** The pool that begins at an address. */
export const poolAt: (m: Inspection, address: Address) => Pool | null = perAddress((m, address) => {
  const arena = arenaOf(m, address);
  if (arena === null) return null;
  const index = (address - arena.firstPool) / POOL_BYTES;
  if (!(index >= 0 && index < arena.poolCount && index % 1 === 0)) return null;
  const empty = { address, index, arena, blockBytes: 0, blockCount: 0, touchedCount: 0, usedCount: 0, freeList: [] };
  if (address >= arena.untouched) return { ...empty, state: "untouched", damaged: false };
  if (m.u32(address + pool_header.ref_count) === 0) return { ...empty, state: "unused", damaged: false };
  const sizeIndex = m.u32(address + pool_header.szidx);
  if (sizeIndex >= SIZE_CLASSES) return { ...empty, state: "unused", damaged: true };
  const bytes = blockBytes(sizeIndex);
  const blockCount = Math.floor((POOL_BYTES - POOL_OVERHEAD) / bytes);
  const next = (m.u32(address + pool_header.nextoffset) - POOL_OVERHEAD) / bytes;
  let damaged = !(next >= 0 && next <= blockCount && next % 1 === 0);
  const touchedCount = damaged ? blockCount : next;
  const freeList: number[] = [];
  const seen = new Uint8Array(blockCount);
  for (let block = m.ptr(address + pool_header.freeblock); block !== 0; block = m.ptr(block)) {
    const at = (block - address - POOL_OVERHEAD) / bytes;
    if (!(at >= 0 && at < touchedCount && at % 1 === 0) || seen[at] === 1) {
      damaged = true;
      break;
    }
    seen[at] = 1;
    freeList.push(at);
  }
  const usedCount = touchedCount - freeList.length;
  damaged ||= usedCount !== m.u32(address + pool_header.ref_count);
  return {
    address,
    index,
    arena,
    state: usedCount === blockCount ? "full" : "used",
    blockBytes: bytes,
    blockCount,
    touchedCount,
    usedCount,
    freeList,
    damaged,
  };
});

/** The pools of an arena in order. */
export function poolsOf(m: Inspection, arena: Arena): Pool[] {
  const pools: Pool[] = [];
  for (let i = 0; i < arena.poolCount; i++) {
    const pool = poolAt(m, arena.firstPool + i * POOL_BYTES);
    if (pool !== null) pools.push(pool);
  }
  return pools;
}

export function blockAddress(pool: Pool, index: number): Address {
  return pool.address + POOL_OVERHEAD + index * pool.blockBytes;
}

// -- blocks ------------------------------------------------------------------------------------------------------------

/** Bytes that can stand before an object in its block, the likeliest first. */
const HEADS = [0, 16, 32];

/** Bytes that the smallest object of a type has. A compact str ends before its type's basicsize, which has room for all forms. */
function leastBytes(type: TypeInfo): number {
  return type.form === "str" ? PyASCIIObject.sizeof : type.basicsize;
}

/** The object that a block in use holds; 0 when it holds something else. */
export function objectIn(m: Inspection, block: Address, bytes: number): Address {
  for (const head of HEADS) {
    const object = block + head;
    if (head + 16 > bytes) return 0;
    if (!isObject(m, object)) continue;
    const type = typeOf(m, object) as TypeInfo;
    if (type.headerBytes === head && head + leastBytes(type) <= bytes) return object;
  }
  return 0;
}

export interface PoolBlocks {
  /** A BLOCK_STATES index a block. */
  readonly states: Uint8Array;
  /** The object in each block, or 0. */
  readonly objects: Float64Array;
}

/** What each block of a pool holds. */
export const poolBlocks: (m: Inspection, pool: Address) => PoolBlocks = perAddress((m, address) => {
  const pool = poolAt(m, address);
  const count = pool?.blockCount ?? 0;
  const states = new Uint8Array(count);
  const objects = new Float64Array(count);
  if (pool === null) return { states, objects };
  states.fill(BUFFER, 0, pool.touchedCount);
  for (const index of pool.freeList) states[index] = FREE;
  for (let i = 0; i < pool.touchedCount; i++) {
    if (states[i] === FREE) continue;
    const object = objectIn(m, blockAddress(pool, i), pool.blockBytes);
    if (object === 0) continue;
    objects[i] = object;
    states[i] = BLOCK_STATES.indexOf((typeOf(m, object) as TypeInfo).kind);
  }
  return { states, objects };
});

export interface PoolPlace {
  readonly pool: Pool;
  /** -1: in the pool's header or behind its last block. */
  readonly blockIndex: number;
  readonly state: "used" | "free" | "untouched";
}

/** Where an address lies in pymalloc's memory; null when it does not. */
export function poolPlace(m: Inspection, a: Address): PoolPlace | null {
  const pool = poolAt(m, Math.floor(a / POOL_BYTES) * POOL_BYTES);
  if (pool === null) return null;
  if (pool.blockBytes === 0) return { pool, blockIndex: -1, state: "untouched" };
  const index = Math.floor((a - pool.address - POOL_OVERHEAD) / pool.blockBytes);
  if (index < 0 || index >= pool.blockCount) return { pool, blockIndex: -1, state: "untouched" };
  const state = index >= pool.touchedCount ? "untouched" : freeBlocks(m, pool.address)[index] === 1 ? "free" : "used";
  return { pool, blockIndex: index, state };
}

const freeBlocks = perAddress((m, address) => {
  const pool = poolAt(m, address);
  const free = new Uint8Array(pool?.blockCount ?? 0);
  for (const index of pool?.freeList ?? []) free[index] = 1;
  return free;
});

export { ARENA_BYTES, POOL_BYTES, POOL_OVERHEAD };
