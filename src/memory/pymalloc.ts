// pymalloc, the allocator of small blocks: CPython's Objects/obmalloc.c as of 3.13, to the address.
//
//   arena   ARENA_BYTES of mapped pages, cut into pools
//   pool    POOL_BYTES aligned to themselves: a pool_header, then blocks of one size class
//   block   in use, or free and holding the address of the next free one, or never used yet
//
// usedpools has two pointers a size class, nextpool and prevpool of a list head that exists only so far: its address
// lies where a pool_header with these two fields there would begin. So the hot path needs no test for an empty list: an
// empty list is a head that is its own next, and a head's freeblock is never read.
//
// An arena's pools are handed out from the front; emptied pools come first. Of the arenas with free pools the fullest
// comes first (usable_arenas, kept sorted with the help of nfp2lasta), so that the emptiest may become empty and go back.
// Whether an address lies in an arena is asked of a map with a root, a middle and a bottom node. Addresses here are so
// small that one middle and one bottom node do for all of them, so these two are static; CPython allocates them.
//
// Invariant: pools of a size class that are neither full nor empty are exactly those in usedpools; free pools are
// exactly those in their arena's freepools or behind its pool_address.
import { CHECKED } from "./build_flags.ts";
import { shadowAllocate, shadowFree, shadowInternal } from "./checked.ts";
import { countAllocation, countFree } from "./counters.ts";
import { INTERPRETER, reserveStatic } from "./data.ts";
import { realloc } from "./malloc.ts";
import {
  type Address,
  i32,
  POINTER_BYTES,
  POINTER_SHIFT,
  ptr,
  setI32,
  setPtr,
  setPtrLow,
  setSsize,
  ssize,
} from "./memory.ts";
import { mapPages, unmapPages } from "./pages.ts";
import {
  _obmalloc_mgmt,
  _obmalloc_state,
  _obmalloc_usage,
  arena_coverage_t,
  arena_object,
  pool_header,
} from "./structs/allocators.ts";
import {
  ALIGNMENT_SHIFT,
  ARENA_BYTES,
  ARENA_SHIFT,
  blockBytes,
  POOL_BYTES,
  POOL_OVERHEAD,
  SMALL_REQUEST_THRESHOLD,
} from "./structs/pymalloc_sizes.ts";
import { PyInterpreterState } from "./structs/runtime.ts";
import { work } from "./work.ts";

const ARENA_MASK = ARENA_BYTES - 1;
const POOL_MASK = POOL_BYTES - 1;
const POOLS_OF_ARENA = ARENA_BYTES / POOL_BYTES;
const INITIAL_ARENA_OBJECTS = 16;
/** szidx of a pool that was carved from its arena and holds no blocks yet. */
const DUMMY_SIZE_INDEX = 0xffff;
const SIZE_CLASSES = SMALL_REQUEST_THRESHOLD >> ALIGNMENT_SHIFT;

const MIDDLE_LENGTH = 1 << 15;
const BOTTOM_LENGTH = 1 << 14;

export const OBMALLOC: Address = reserveStatic(_obmalloc_state.sizeof);
const ARENA_MAP_MIDDLE = reserveStatic(MIDDLE_LENGTH * POINTER_BYTES);
const ARENA_MAP_BOTTOM = reserveStatic(BOTTOM_LENGTH * arena_coverage_t.sizeof);

const USED_POOLS = OBMALLOC + _obmalloc_state.pools;
const MANAGEMENT = OBMALLOC + _obmalloc_state.mgmt;
const USAGE = OBMALLOC + _obmalloc_state.usage;
const ARENAS = MANAGEMENT + _obmalloc_mgmt.arenas;
const MAXARENAS = MANAGEMENT + _obmalloc_mgmt.maxarenas;
const UNUSED_ARENA_OBJECTS = MANAGEMENT + _obmalloc_mgmt.unused_arena_objects;
const USABLE_ARENAS = MANAGEMENT + _obmalloc_mgmt.usable_arenas;
const NFP2LASTA = MANAGEMENT + _obmalloc_mgmt.nfp2lasta;
const ARENA_COUNT = MANAGEMENT + _obmalloc_mgmt.narenas_currently_allocated;
const ARENAS_EVER = MANAGEMENT + _obmalloc_mgmt.ntimes_arena_allocated;
const ARENA_HIGHWATER = MANAGEMENT + _obmalloc_mgmt.narenas_highwater;
export const RAW_ALLOCATED_BLOCKS: Address = MANAGEMENT + _obmalloc_mgmt.raw_allocated_blocks;

/** The list head of a size class, as the address of a pool_header. */
export function usedPoolsHead(sizeIndex: number): Address {
  return USED_POOLS + ((2 * sizeIndex) << POINTER_SHIFT) - pool_header.nextpool;
}

/** What a C compiler would put into the data section: empty lists, and the static nodes of the arena map. */
export function initializePymalloc(): void {
  for (let sizeIndex = 0; sizeIndex < SIZE_CLASSES; sizeIndex++) {
    const head = usedPoolsHead(sizeIndex);
    setPtr(head + pool_header.nextpool, head);
    setPtr(head + pool_header.prevpool, head);
  }
  setPtr(USAGE + _obmalloc_usage.arena_map_root_ptrs, ARENA_MAP_MIDDLE);
  setPtr(ARENA_MAP_MIDDLE, ARENA_MAP_BOTTOM);
  setI32(USAGE + _obmalloc_usage.arena_map_mid_count, 1);
  setI32(USAGE + _obmalloc_usage.arena_map_bot_count, 1);
  setPtr(INTERPRETER + PyInterpreterState.obmalloc, OBMALLOC);
}

initializePymalloc();

// -- the arena map -----------------------------------------------------------------------------------------------------

/** Whether pymalloc owns the memory at an address. */
export function address_in_range(address: Address): boolean {
  const coverage = ARENA_MAP_BOTTOM + ((address >>> ARENA_SHIFT) << 3);
  const high = i32(coverage + arena_coverage_t.tail_hi);
  const tail = address & ARENA_MASK;
  return (high !== 0 && tail >= high) || tail < i32(coverage + arena_coverage_t.tail_lo);
}

/** An arena that is not aligned to its size ends in the range of the map entry behind its first. */
function markArena(address: Address, used: boolean): void {
  const coverage = ARENA_MAP_BOTTOM + ((address >>> ARENA_SHIFT) << 3);
  const tail = address & ARENA_MASK;
  if (tail === 0) setI32(coverage + arena_coverage_t.tail_hi, used ? -1 : 0);
  else {
    setI32(coverage + arena_coverage_t.tail_hi, used ? tail : 0);
    setI32(coverage + arena_coverage_t.sizeof + arena_coverage_t.tail_lo, used ? tail : 0);
  }
}

// -- allocate ----------------------------------------------------------------------------------------------------------

/** A block of 1 to SMALL_REQUEST_THRESHOLD bytes with any content; 0 for other sizes and when there is no memory. */
export function pymalloc_alloc(byteCount: number): Address {
  // Two comparisons: a request need not be an int32, and must not be taken for its low bits.
  if (!(byteCount > 0 && byteCount <= SMALL_REQUEST_THRESHOLD)) return 0;
  countAllocation();
  const sizeIndex = (byteCount - 1) >> ALIGNMENT_SHIFT;
  const pool = ptr(USED_POOLS + (sizeIndex << (POINTER_SHIFT + 1)));
  if (pool === USED_POOLS + (sizeIndex << (POINTER_SHIFT + 1)) - pool_header.nextpool)
    return startPool(sizeIndex, byteCount);
  setI32(pool + pool_header.ref_count, i32(pool + pool_header.ref_count) + 1);
  const block = ptr(pool + pool_header.freeblock);
  const next = ptr(block);
  setPtrLow(pool + pool_header.freeblock, next);
  if (next === 0) extendPool(pool);
  if (CHECKED) shadowAllocate(block, byteCount);
  return block;
}

/** The pool's list of free blocks is empty: puts the next block on it that was never used, or takes the full pool out. */
function extendPool(pool: Address): void {
  const offset = i32(pool + pool_header.nextoffset);
  if (offset <= i32(pool + pool_header.maxnextoffset)) {
    setPtrLow(pool + pool_header.freeblock, pool + offset);
    setI32(pool + pool_header.nextoffset, offset + blockBytes(i32(pool + pool_header.szidx)));
    setPtr(pool + offset, 0);
  } else {
    unlinkPool(pool);
  }
}

function unlinkPool(pool: Address): void {
  const next = ptr(pool + pool_header.nextpool);
  const previous = ptr(pool + pool_header.prevpool);
  setPtr(next + pool_header.prevpool, previous);
  setPtr(previous + pool_header.nextpool, next);
}

/** No pool of the size class has room: makes a free pool its first, and gives its first block. */
function startPool(sizeIndex: number, byteCount: number): Address {
  work(POOL_BYTES);
  const pool = takePool();
  if (pool === 0) {
    countFree();
    return 0;
  }
  const head = usedPoolsHead(sizeIndex);
  setPtr(pool + pool_header.nextpool, head);
  setPtr(pool + pool_header.prevpool, head);
  setPtr(head + pool_header.nextpool, pool);
  setPtr(head + pool_header.prevpool, pool);
  setPtr(pool + pool_header.ref_count, 1);
  let block: Address;
  if (i32(pool + pool_header.szidx) === sizeIndex) {
    // It held blocks of this size before: its list of free blocks is good as it is.
    block = ptr(pool + pool_header.freeblock);
    setPtr(pool + pool_header.freeblock, ptr(block));
  } else {
    const bytes = blockBytes(sizeIndex);
    block = pool + POOL_OVERHEAD;
    setI32(pool + pool_header.szidx, sizeIndex);
    setI32(pool + pool_header.nextoffset, POOL_OVERHEAD + 2 * bytes);
    setI32(pool + pool_header.maxnextoffset, POOL_BYTES - bytes);
    setPtr(pool + pool_header.freeblock, block + bytes);
    setPtr(block + bytes, 0);
  }
  if (CHECKED) shadowAllocate(block, byteCount);
  return block;
}

/** A free pool of the fullest arena that has one, of a new arena if none has; 0 when there is no memory. */
function takePool(): Address {
  let arena = ptr(USABLE_ARENAS);
  if (arena === 0) {
    arena = newArena();
    if (arena === 0) return 0;
    setPtr(USABLE_ARENAS, arena);
    setPtr(arena + arena_object.nextarena, 0);
    setPtr(arena + arena_object.prevarena, 0);
    setLastArena(i32(arena + arena_object.nfreepools), arena);
  }
  const freePools = i32(arena + arena_object.nfreepools);
  if (lastArena(freePools) === arena) setLastArena(freePools, 0);
  if (freePools > 1) setLastArena(freePools - 1, arena);
  setI32(arena + arena_object.nfreepools, freePools - 1);
  let pool = ptr(arena + arena_object.freepools);
  if (pool !== 0) setPtr(arena + arena_object.freepools, ptr(pool + pool_header.nextpool));
  else {
    pool = ptr(arena + arena_object.pool_address);
    setPtr(arena + arena_object.pool_address, pool + POOL_BYTES);
    setI32(pool + pool_header.arenaindex, (arena - ptr(ARENAS)) / arena_object.sizeof);
    setI32(pool + pool_header.szidx, DUMMY_SIZE_INDEX);
  }
  if (freePools === 1) {
    const next = ptr(arena + arena_object.nextarena);
    setPtr(USABLE_ARENAS, next);
    if (next !== 0) setPtr(next + arena_object.prevarena, 0);
  }
  return pool;
}

function lastArena(freePools: number): Address {
  return ptr(NFP2LASTA + (freePools << POINTER_SHIFT));
}
function setLastArena(freePools: number, arena: Address): void {
  setPtr(NFP2LASTA + (freePools << POINTER_SHIFT), arena);
}

// -- arenas ------------------------------------------------------------------------------------------------------------

/** An arena_object with a new arena, in no list; 0 when there is no memory. */
function newArena(): Address {
  if (ptr(UNUSED_ARENA_OBJECTS) === 0 && !growArenas()) return 0;
  const arena = ptr(UNUSED_ARENA_OBJECTS);
  const address = mapPages(ARENA_BYTES);
  if (address === 0) return 0;
  setPtr(UNUSED_ARENA_OBJECTS, ptr(arena + arena_object.nextarena));
  markArena(address, true);
  const excess = address & POOL_MASK;
  const pools = excess === 0 ? POOLS_OF_ARENA : POOLS_OF_ARENA - 1;
  setPtr(arena + arena_object.address, address);
  setPtr(arena + arena_object.pool_address, excess === 0 ? address : address + POOL_BYTES - excess);
  setI32(arena + arena_object.nfreepools, pools);
  setI32(arena + arena_object.ntotalpools, pools);
  setPtr(arena + arena_object.freepools, 0);
  const count = ssize(ARENA_COUNT) + 1;
  setSsize(ARENA_COUNT, count);
  setSsize(ARENAS_EVER, ssize(ARENAS_EVER) + 1);
  if (count > ssize(ARENA_HIGHWATER)) setSsize(ARENA_HIGHWATER, count);
  if (CHECKED) shadowInternal(address, ARENA_BYTES);
  return arena;
}

/** Doubles the array of arena_objects. It may move: all arenas are full now, so nothing points into it. */
function growArenas(): boolean {
  const old = i32(MAXARENAS);
  const count = old === 0 ? INITIAL_ARENA_OBJECTS : 2 * old;
  const arenas = realloc(ptr(ARENAS), count * arena_object.sizeof);
  if (arenas === 0) return false;
  setPtr(ARENAS, arenas);
  for (let index = old; index < count; index++) {
    const arena = arenas + index * arena_object.sizeof;
    setPtr(arena + arena_object.address, 0);
    setPtr(arena + arena_object.nextarena, index < count - 1 ? arena + arena_object.sizeof : 0);
  }
  setPtr(UNUSED_ARENA_OBJECTS, arenas + old * arena_object.sizeof);
  setI32(MAXARENAS, count);
  return true;
}

function freeArena(arena: Address): void {
  const address = ptr(arena + arena_object.address);
  setPtr(arena + arena_object.nextarena, ptr(UNUSED_ARENA_OBJECTS));
  setPtr(UNUSED_ARENA_OBJECTS, arena);
  markArena(address, false);
  unmapPages(address, ARENA_BYTES);
  setPtr(arena + arena_object.address, 0);
  setSsize(ARENA_COUNT, ssize(ARENA_COUNT) - 1);
}

// -- free --------------------------------------------------------------------------------------------------------------

/** Frees a block if it is one of pymalloc's; says whether it was. */
export function pymalloc_free(block: Address): boolean {
  if (!address_in_range(block)) return false;
  if (CHECKED) shadowFree(block);
  countFree();
  const pool = block & ~POOL_MASK;
  const lastFree = ptr(pool + pool_header.freeblock);
  setPtr(block, lastFree);
  setPtrLow(pool + pool_header.freeblock, block);
  const count = i32(pool + pool_header.ref_count) - 1;
  setI32(pool + pool_header.ref_count, count);
  if (lastFree === 0) linkUsedPool(pool);
  else if (count === 0) releasePool(pool);
  return true;
}

/** A full pool has room again: it becomes the first of its size class. */
function linkUsedPool(pool: Address): void {
  const head = usedPoolsHead(i32(pool + pool_header.szidx));
  const next = ptr(head + pool_header.nextpool);
  setPtr(pool + pool_header.nextpool, next);
  setPtr(pool + pool_header.prevpool, head);
  setPtr(next + pool_header.prevpool, pool);
  setPtr(head + pool_header.nextpool, pool);
}

/** A pool is empty: back to its arena, whose place among the usable ones may change, or which may go back itself. */
function releasePool(pool: Address): void {
  unlinkPool(pool);
  const arena = ptr(ARENAS) + i32(pool + pool_header.arenaindex) * arena_object.sizeof;
  setPtr(pool + pool_header.nextpool, ptr(arena + arena_object.freepools));
  setPtr(arena + arena_object.freepools, pool);

  const before = i32(arena + arena_object.nfreepools);
  const last = lastArena(before);
  const previous = ptr(arena + arena_object.prevarena);
  if (last === arena) {
    setLastArena(before, previous !== 0 && i32(previous + arena_object.nfreepools) === before ? previous : 0);
  }
  const freePools = before + 1;
  setI32(arena + arena_object.nfreepools, freePools);

  const next = ptr(arena + arena_object.nextarena);
  if (freePools === i32(arena + arena_object.ntotalpools) && next !== 0) {
    // Empty, and not the last of the list: the last one stays, lest a pool that comes and goes take an arena along.
    unlinkArena(arena);
    freeArena(arena);
    return;
  }
  if (freePools === 1) {
    // It was full, hence in no list, and is now the fullest.
    const first = ptr(USABLE_ARENAS);
    setPtr(arena + arena_object.nextarena, first);
    setPtr(arena + arena_object.prevarena, 0);
    if (first !== 0) setPtr(first + arena_object.prevarena, arena);
    setPtr(USABLE_ARENAS, arena);
    if (lastArena(1) === 0) setLastArena(1, arena);
    return;
  }
  if (lastArena(freePools) === 0) setLastArena(freePools, arena);
  if (arena === last) return;
  // Behind the last of the arenas that are as full as it was.
  unlinkArena(arena);
  const after = ptr(last + arena_object.nextarena);
  setPtr(arena + arena_object.prevarena, last);
  setPtr(arena + arena_object.nextarena, after);
  if (after !== 0) setPtr(after + arena_object.prevarena, arena);
  setPtr(last + arena_object.nextarena, arena);
}

function unlinkArena(arena: Address): void {
  const next = ptr(arena + arena_object.nextarena);
  const previous = ptr(arena + arena_object.prevarena);
  if (previous === 0) setPtr(USABLE_ARENAS, next);
  else setPtr(previous + arena_object.nextarena, next);
  if (next !== 0) setPtr(next + arena_object.prevarena, previous);
}

// -- questions ---------------------------------------------------------------------------------------------------------

/** Bytes of the block at an address of pymalloc's. */
export function pymallocUsableBytes(block: Address): number {
  return blockBytes(i32((block & ~POOL_MASK) + pool_header.szidx));
}

/** Whether the block around an address is in use; null where the address lies in no pool. */
export function isBlockInUse(address: Address): boolean | null {
  if (!address_in_range(address)) return null;
  const pool = address & ~POOL_MASK;
  const sizeIndex = i32(pool + pool_header.szidx);
  const offset = address - pool - POOL_OVERHEAD;
  if (offset < 0 || sizeIndex >= SIZE_CLASSES || i32(pool + pool_header.ref_count) === 0) return false;
  const bytes = blockBytes(sizeIndex);
  const block = pool + POOL_OVERHEAD + Math.floor(offset / bytes) * bytes;
  if (block - pool >= i32(pool + pool_header.nextoffset)) return false;
  for (let free = ptr(pool + pool_header.freeblock); free !== 0; free = ptr(free)) if (free === block) return false;
  return true;
}

/** Calls back with each arena in use, by its arena_object, in the order of the array. */
export function eachArena(report: (arena: Address) => void): void {
  const end = ptr(ARENAS) + i32(MAXARENAS) * arena_object.sizeof;
  for (let arena = ptr(ARENAS); arena < end; arena += arena_object.sizeof) {
    if (ptr(arena + arena_object.address) !== 0) report(arena);
  }
}

/** Calls back with each pool of an arena that was ever used, free ones too. */
export function eachPool(arena: Address, report: (pool: Address) => void): void {
  const end = ptr(arena + arena_object.pool_address);
  const first = (ptr(arena + arena_object.address) + POOL_MASK) & ~POOL_MASK;
  for (let pool = first; pool < end; pool += POOL_BYTES) report(pool);
}

/** Blocks in use, of pymalloc and of the raw allocator in its stead: sys.getallocatedblocks(). */
export function allocatedBlocks(): number {
  let count = ssize(RAW_ALLOCATED_BLOCKS);
  eachArena((arena) => {
    eachPool(arena, (pool) => {
      count += i32(pool + pool_header.ref_count);
    });
  });
  return count;
}
