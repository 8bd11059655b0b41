// Walks everything the allocators keep and says what is wrong: the first finding, in words, as an InternalError.
// Its sums are those that a view of the memory shows layer by layer.
//
// Invariant: heap + mappings = malloc's chunks and segments + malloc's own mappings + pymalloc's arenas + mappings that
// were taken directly (frame stacks).
import { assert, InternalError } from "../base/assert.ts";
import { forgetShadow, shadowAllocate, shadowInternal, shadowMap } from "./checked.ts";
import { binAt, binIndex, chunkBytes, chunkInUse, chunkIsMapped, MALLOC_STATE, previousChunkInUse } from "./malloc.ts";
import { HEAP_BASE } from "./map.ts";
import { type Address, i32, low, ptr, ssize } from "./memory.ts";
import { eachMapping, heapBreak, heapBytes, mappedBytes, usedBytes } from "./pages.ts";
import { address_in_range, eachArena, eachPool, OBMALLOC, usedPoolsHead } from "./pymalloc.ts";
import { _obmalloc_mgmt, _obmalloc_state, arena_object, pool_header } from "./structs/allocators.ts";
import {
  ARENA_BYTES,
  blockBytes,
  POOL_BYTES,
  POOL_OVERHEAD,
  SMALL_REQUEST_THRESHOLD,
} from "./structs/pymalloc_sizes.ts";
import { BIN_COUNT, malloc_chunk, malloc_segment, malloc_state } from "./structs/system.ts";

const SMALLEST_LARGE_BYTES = 1024;
const FENCE_BYTES = 16;
const SMALLEST_CHUNK_BYTES = 32;
const BLOCK_OFFSET = malloc_chunk.fd;
const SIZE_CLASSES = SMALL_REQUEST_THRESHOLD / blockBytes(0);
const MANAGEMENT = OBMALLOC + _obmalloc_state.mgmt;
const POOLS_OF_ARENA = ARENA_BYTES / POOL_BYTES;

function expect(condition: boolean, what: string, address: Address): void {
  if (!condition) throw new InternalError(`0x${address.toString(16)}: ${what}`);
}

// -- malloc ------------------------------------------------------------------------------------------------------------

export interface MallocTotals {
  /** Chunks in use, headers included, without those that are mappings. */
  inUseBytes: number;
  inUseCount: number;
  freeBytes: number;
  freeCount: number;
  topBytes: number;
  /** Heads of segments, fences between them, and what alignment leaves over. */
  overheadBytes: number;
  /** Blocks that are mappings of their own, whole pages. */
  mmappedBytes: number;
  mmappedCount: number;
  segmentBytes: number;
}

/** A range of chunks in a row: the heap, or a segment. `end` is where its top or its fences end. */
function eachRange(report: (first: Address, end: Address) => void): void {
  if (heapBytes() > 0) report(HEAP_BASE, heapBreak());
  const head = malloc_segment.sizeof;
  let segment = ptr(MALLOC_STATE + malloc_state.segments);
  for (; segment !== 0; segment = ptr(segment + malloc_segment.next)) {
    report(segment + head, segment + low(segment + malloc_segment.size));
  }
}

/** Calls back with each chunk in a row that is no fence and not the top. */
export function eachChunk(report: (chunk: Address, inUse: boolean) => void): void {
  const top = ptr(MALLOC_STATE + malloc_state.top);
  eachRange((first, end) => {
    for (let chunk = first; chunk !== top && chunk < end; chunk += chunkBytes(chunk)) {
      if (chunkBytes(chunk) <= FENCE_BYTES) return;
      report(chunk, chunkInUse(chunk));
    }
  });
}

/** Walks the heap, the segments and all bins. */
export function checkMalloc(): MallocTotals {
  const top = ptr(MALLOC_STATE + malloc_state.top);
  const totals: MallocTotals = {
    inUseBytes: 0,
    inUseCount: 0,
    freeBytes: 0,
    freeCount: 0,
    topBytes: top === 0 ? 0 : chunkBytes(top),
    overheadBytes: 0,
    mmappedBytes: low(MALLOC_STATE + malloc_state.mmapped_mem),
    mmappedCount: low(MALLOC_STATE + malloc_state.n_mmaps),
    segmentBytes: 0,
  };
  const free = new Set<Address>();
  let topSeen = top === 0;
  eachRange((first, end) => {
    let chunk = first;
    let previousFree = 0;
    expect(previousChunkInUse(chunk), "the first chunk believes in one before it", chunk);
    for (; chunk !== top && chunk < end && chunkBytes(chunk) > FENCE_BYTES; chunk += chunkBytes(chunk)) {
      const bytes = chunkBytes(chunk);
      expect(bytes % 16 === 0 && chunk + bytes <= end, `a chunk of ${bytes} bytes`, chunk);
      expect(!chunkIsMapped(chunk), "a mapped chunk in the heap", chunk);
      expect(previousChunkInUse(chunk) === (previousFree === 0), "wrong about the chunk before", chunk);
      if (previousFree !== 0) {
        expect(low(chunk + malloc_chunk.mchunk_prev_size) === previousFree, "wrong size of the chunk before", chunk);
      }
      if (chunkInUse(chunk)) {
        totals.inUseBytes += bytes;
        totals.inUseCount++;
        previousFree = 0;
      } else {
        expect(previousFree === 0, "two free neighbours", chunk);
        free.add(chunk);
        totals.freeBytes += bytes;
        totals.freeCount++;
        previousFree = bytes;
      }
    }
    if (chunk === top) {
      topSeen = true;
      expect(previousChunkInUse(top) && previousFree === 0, "a free chunk before the top", top);
      expect(top + chunkBytes(top) === end, "the top does not end where the heap does", top);
    } else {
      expect(end - chunk < 2 * FENCE_BYTES + SMALLEST_CHUNK_BYTES, "the chunks end before their range does", chunk);
      totals.overheadBytes += end - chunk;
    }
  });
  expect(topSeen, "the top lies nowhere", top);
  for (let s = ptr(MALLOC_STATE + malloc_state.segments); s !== 0; s = ptr(s + malloc_segment.next)) {
    totals.segmentBytes += low(s + malloc_segment.size);
    totals.overheadBytes += malloc_segment.sizeof;
  }
  for (let index = 1; index < BIN_COUNT; index++) checkBin(index, free);
  for (const chunk of free) expect(false, "a free chunk in no bin", chunk);
  const system = heapBytes() + totals.segmentBytes;
  const sum = totals.inUseBytes + totals.freeBytes + totals.topBytes + totals.overheadBytes;
  assert(sum === system, `chunks have ${sum} bytes of ${system}`);
  assert(low(MALLOC_STATE + malloc_state.system_mem) === system, "malloc's sum of its memory is wrong");
  assert(low(MALLOC_STATE + malloc_state.in_use_bytes) === totals.inUseBytes, "malloc's sum of chunks in use is wrong");
  return totals;
}

/** Checks a bin's lists, and takes its chunks off the set of those that must be in one. */
function checkBin(index: number, free: Set<Address>): void {
  const bin = binAt(index);
  const marked = (i32(MALLOC_STATE + malloc_state.binmap + (index >> 5) * 4) >>> (index & 31)) & 1;
  let before = bin;
  let larger = 0;
  for (let chunk = ptr(bin + malloc_chunk.fd); chunk !== bin; chunk = ptr(chunk + malloc_chunk.fd)) {
    expect(ptr(chunk + malloc_chunk.bk) === before, "the bin's list does not lead back", chunk);
    expect(free.delete(chunk), "a bin holds what is no free chunk", chunk);
    before = chunk;
    if (index === 1) continue;
    const bytes = chunkBytes(chunk);
    expect(marked === 1, "in a bin that is marked empty", chunk);
    expect(binIndex(bytes) === index, `a chunk of ${bytes} bytes in bin ${index}`, chunk);
    if (bytes < SMALLEST_LARGE_BYTES) continue;
    const smaller = ptr(chunk + malloc_chunk.fd_nextsize);
    if (larger !== 0 && bytes === chunkBytes(larger)) {
      expect(smaller === 0, "two of a size in the list of sizes", chunk);
      continue;
    }
    expect(larger === 0 || bytes < chunkBytes(larger), "a large bin is not sorted", chunk);
    expect(smaller !== 0 && ptr(smaller + malloc_chunk.bk_nextsize) === chunk, "not in the list of sizes", chunk);
    expect(larger === 0 || ptr(larger + malloc_chunk.fd_nextsize) === chunk, "the list of sizes skips it", chunk);
    larger = chunk;
  }
  expect(ptr(bin + malloc_chunk.bk) === before, `the end of bin ${index}`, bin);
  if (larger !== 0) {
    expect(
      ptr(larger + malloc_chunk.fd_nextsize) === ptr(bin + malloc_chunk.fd),
      "the list of sizes is no ring",
      larger,
    );
  }
}

// -- pymalloc ----------------------------------------------------------------------------------------------------------

export interface PymallocTotals {
  arenaCount: number;
  arenaBytes: number;
  /** Blocks in use, whole blocks. */
  blockBytes: number;
  blockCount: number;
  /** Blocks of used pools that are free or were never used. */
  freeBlockBytes: number;
  /** Pool headers and what is too little for a block at their end. */
  overheadBytes: number;
  freePoolBytes: number;
  usedPoolCount: number;
}

/** Walks all arenas, pools and free blocks, and every list of them. */
export function checkPymalloc(): PymallocTotals {
  const totals: PymallocTotals = {
    arenaCount: 0,
    arenaBytes: 0,
    blockBytes: 0,
    blockCount: 0,
    freeBlockBytes: 0,
    overheadBytes: 0,
    freePoolBytes: 0,
    usedPoolCount: 0,
  };
  const listed = new Set<Address>();
  for (let sizeIndex = 0; sizeIndex < SIZE_CLASSES; sizeIndex++) {
    const head = usedPoolsHead(sizeIndex);
    let before = head;
    for (let pool = ptr(head + pool_header.nextpool); pool !== head; pool = ptr(pool + pool_header.nextpool)) {
      expect(ptr(pool + pool_header.prevpool) === before, "usedpools does not lead back", pool);
      expect(i32(pool + pool_header.szidx) === sizeIndex, "a pool in the list of another size", pool);
      expect(!listed.has(pool), "a pool twice in usedpools", pool);
      listed.add(pool);
      before = pool;
    }
    expect(ptr(head + pool_header.prevpool) === before, "the end of usedpools", head);
  }
  const usable = checkUsableArenas();
  eachArena((arena) => checkArena(arena, usable, listed, totals));
  for (const pool of listed) expect(false, "a pool of usedpools in no arena", pool);
  assert(ssize(MANAGEMENT + _obmalloc_mgmt.narenas_currently_allocated) === totals.arenaCount, "count of arenas");
  const sum = totals.blockBytes + totals.freeBlockBytes + totals.overheadBytes + totals.freePoolBytes;
  assert(sum === totals.arenaBytes, `pools have ${sum} bytes of ${totals.arenaBytes}`);
  checkUnusedArenas(totals.arenaCount);
  return totals;
}

function checkUsableArenas(): Set<Address> {
  const usable = new Set<Address>();
  const last = new Map<number, Address>();
  let before = 0;
  let arena = ptr(MANAGEMENT + _obmalloc_mgmt.usable_arenas);
  for (; arena !== 0; arena = ptr(arena + arena_object.nextarena)) {
    const freePools = i32(arena + arena_object.nfreepools);
    expect(ptr(arena + arena_object.prevarena) === before, "usable_arenas does not lead back", arena);
    expect(freePools > 0, "a usable arena without a free pool", arena);
    expect(before === 0 || i32(before + arena_object.nfreepools) <= freePools, "usable_arenas is not sorted", arena);
    expect(!usable.has(arena), "an arena twice in usable_arenas", arena);
    usable.add(arena);
    last.set(freePools, arena);
    before = arena;
  }
  for (let freePools = 0; freePools <= POOLS_OF_ARENA; freePools++) {
    const entry = MANAGEMENT + _obmalloc_mgmt.nfp2lasta + freePools * 8;
    expect(ptr(entry) === (last.get(freePools) ?? 0), `nfp2lasta[${freePools}]`, entry);
  }
  return usable;
}

function checkUnusedArenas(used: number): void {
  let count = 0;
  let arena = ptr(MANAGEMENT + _obmalloc_mgmt.unused_arena_objects);
  for (; arena !== 0; arena = ptr(arena + arena_object.nextarena)) {
    expect(ptr(arena + arena_object.address) === 0, "an unused arena_object with an arena", arena);
    count++;
  }
  assert(count + used === i32(MANAGEMENT + _obmalloc_mgmt.maxarenas), "arena_objects are lost");
}

function checkArena(arena: Address, usable: Set<Address>, listed: Set<Address>, totals: PymallocTotals): void {
  const address = ptr(arena + arena_object.address);
  const index = (arena - ptr(MANAGEMENT + _obmalloc_mgmt.arenas)) / arena_object.sizeof;
  expect(address_in_range(address), "an arena that the map does not know", address);
  expect(address_in_range(address + ARENA_BYTES - 1), "an arena that the map knows in part", address);
  totals.arenaCount++;
  totals.arenaBytes += ARENA_BYTES;
  const free = new Set<Address>();
  let freed = ptr(arena + arena_object.freepools);
  for (; freed !== 0; freed = ptr(freed + pool_header.nextpool)) {
    expect(!free.has(freed), "a pool twice in freepools", freed);
    expect(i32(freed + pool_header.ref_count) === 0, "a free pool with blocks in use", freed);
    free.add(freed);
  }
  let freePools = free.size;
  let pools = 0;
  eachPool(arena, (pool) => {
    pools++;
    expect(i32(pool + pool_header.arenaindex) === index, "a pool of another arena", pool);
    if (free.delete(pool)) {
      totals.freePoolBytes += POOL_BYTES;
      expect(!listed.has(pool), "a free pool in usedpools", pool);
    } else checkPool(pool, listed, totals);
  });
  expect(free.size === 0, "freepools holds a pool of another arena", arena);
  const unused = i32(arena + arena_object.ntotalpools) - pools;
  freePools += unused;
  totals.freePoolBytes += unused * POOL_BYTES;
  totals.overheadBytes += ARENA_BYTES - i32(arena + arena_object.ntotalpools) * POOL_BYTES;
  expect(i32(arena + arena_object.nfreepools) === freePools, `nfreepools is not ${freePools}`, arena);
  expect(usable.has(arena) === freePools > 0, "usable_arenas", arena);
}

function checkPool(pool: Address, listed: Set<Address>, totals: PymallocTotals): void {
  const sizeIndex = i32(pool + pool_header.szidx);
  expect(sizeIndex >= 0 && sizeIndex < SIZE_CLASSES, `size class ${sizeIndex}`, pool);
  const bytes = blockBytes(sizeIndex);
  const next = i32(pool + pool_header.nextoffset);
  const count = i32(pool + pool_header.ref_count);
  expect(i32(pool + pool_header.maxnextoffset) === POOL_BYTES - bytes, "maxnextoffset", pool);
  const capacity = Math.floor((POOL_BYTES - POOL_OVERHEAD) / bytes);
  let free = 0;
  for (let block = ptr(pool + pool_header.freeblock); block !== 0; block = ptr(block)) {
    const offset = block - pool;
    expect(offset >= POOL_OVERHEAD && offset < next && (offset - POOL_OVERHEAD) % bytes === 0, "a free block", block);
    expect(++free <= capacity, "a ring of free blocks", pool);
  }
  const untouched = capacity - (next - POOL_OVERHEAD) / bytes;
  expect(count > 0 && count + free + untouched === capacity, `${count} + ${free} + ${untouched} blocks`, pool);
  expect(listed.delete(pool) === count < capacity, "usedpools must hold the pools that are partly used", pool);
  totals.usedPoolCount++;
  totals.blockCount += count;
  totals.blockBytes += count * bytes;
  totals.freeBlockBytes += (capacity - count) * bytes;
  totals.overheadBytes += POOL_BYTES - capacity * bytes;
}

// -- all ---------------------------------------------------------------------------------------------------------------

export interface MemoryTotals {
  /** Bytes of heap and mappings: the sum of malloc's, pymalloc's and the direct mappings. */
  usedBytes: number;
  heapBytes: number;
  mappedBytes: number;
  malloc: MallocTotals;
  pymalloc: PymallocTotals;
  /** Mappings taken with mapPages() by others than the allocators. */
  directBytes: number;
}

/** Checks every allocator and that their sums are the address space's. */
export function checkMemory(): MemoryTotals {
  const malloc = checkMalloc();
  const pymalloc = checkPymalloc();
  const mappings = new Map<Address, number>();
  let sum = 0;
  eachMapping((address, byteCount) => {
    mappings.set(address, byteCount);
    sum += byteCount;
  });
  assert(sum === mappedBytes(), `mappings have ${sum} bytes, not ${mappedBytes()}`);
  eachArena((arena) => {
    const address = ptr(arena + arena_object.address);
    expect(mappings.get(address) === ARENA_BYTES, "an arena that is no mapping", address);
  });
  const directBytes = sum - pymalloc.arenaBytes - malloc.segmentBytes - malloc.mmappedBytes;
  assert(directBytes >= 0, "the allocators have more than is mapped");
  return { usedBytes: usedBytes(), heapBytes: heapBytes(), mappedBytes: sum, malloc, pymalloc, directBytes };
}

/**
 * Finds the live blocks of a memory that was replaced as a whole, for the checked build: every chunk and every block in
 * use, at its full size. Large blocks that are mappings of their own cannot be told from other mappings and are left open.
 * The array of arenas is pymalloc's own, which the shadow never hears of: it moves and leaves its chunk to others.
 */
export function rebuildShadow(): void {
  forgetShadow();
  eachMapping(shadowMap);
  eachRange((first, end) => shadowInternal(first, end - first));
  const arenas = ptr(MANAGEMENT + _obmalloc_mgmt.arenas);
  eachChunk((chunk, inUse) => {
    const block = chunk + BLOCK_OFFSET;
    if (inUse && block !== arenas) shadowAllocate(block, chunkBytes(chunk) - 8);
  });
  eachArena((arena) => {
    shadowInternal(ptr(arena + arena_object.address), ARENA_BYTES);
    eachPool(arena, (pool) => {
      if (i32(pool + pool_header.ref_count) === 0) return;
      const free = new Set<Address>();
      for (let block = ptr(pool + pool_header.freeblock); block !== 0; block = ptr(block)) free.add(block);
      const bytes = blockBytes(i32(pool + pool_header.szidx));
      const end = pool + i32(pool + pool_header.nextoffset);
      for (let block = pool + POOL_OVERHEAD; block < end; block += bytes) {
        if (!free.has(block)) shadowAllocate(block, bytes);
      }
    });
  });
}
