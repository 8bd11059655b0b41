// The system malloc, in glibc's manner: chunks with boundary tags, bins of free chunks, a top chunk at the break.
//
//   chunk ->  prev_size      bytes of the chunk before, only while that one is free; in use it is that one's last word
//             size | flags   bytes of this chunk; P: the one before is in use, M: a mapping of its own
//   block ->  fd             what malloc() returned; in a free chunk the list of its bin
//             bk
//             fd_nextsize    in a free large chunk the list of the bin's different sizes
//             bk_nextsize
//   next  ->  prev_size      also belongs to the block while it is in use
//
// Free chunks go to the unsorted bin first; the next malloc() that finds no small chunk sorts them into small bins
// (one size each) and large bins (sorted by size). Blocks from MMAP_THRESHOLD on are mappings. When the heap cannot
// grow, segments of mapped pages take its place. Left out: glibc's caches in front of this (tcache, fast bins) and the
// threshold's adaption; with those switched off, glibc gives the same addresses.
//
// Invariant: no two neighbouring chunks are free, and the chunk before the top is in use.
import { assert } from "../base/assert.ts";
import { CHECKED } from "./build_flags.ts";
import { shadowInternal } from "./checked.ts";
import { reserveStatic } from "./data.ts";
import { PAGE_BYTES } from "./map.ts";
import { type Address, CAPACITY, copyBytes, fillBytes, i32, low, ptr, setI32, setPtr, setSsize } from "./memory.ts";
import { heapBreak, mapPages, moveBreak, unmapPages } from "./pages.ts";
import { BIN_COUNT, malloc_chunk, malloc_segment, malloc_state } from "./structs/system.ts";
import { work } from "./work.ts";

export const MALLOC_STATE: Address = reserveStatic(malloc_state.sizeof);
const TOP = MALLOC_STATE + malloc_state.top;

const PREV_INUSE = 1;
const IS_MMAPPED = 2;
const FLAGS = 7;
const WORD_BYTES = 8;
const BLOCK_OFFSET = malloc_chunk.fd;
const ALIGNMENT = 16;
const SMALLEST_CHUNK_BYTES = 32;
const SMALLEST_LARGE_BYTES = 1024;
const MMAP_THRESHOLD = 128 * 1024;
const TOP_PAD = 128 * 1024;
const TRIM_THRESHOLD = 128 * 1024;
/** Freeing a chunk of less than this, merged with its neighbours, never trims. */
const TRIM_CHUNK_BYTES = 64 * 1024;
const SEGMENT_BYTES = 1024 * 1024;
/** Most chunks that one malloc() sorts into their bins. */
const SORT_LIMIT = 10000;
const UNSORTED = binAt(1);
const FENCE_BYTES = 2 * WORD_BYTES;

// -- chunks ------------------------------------------------------------------------------------------------------------

export function chunkBytes(chunk: Address): number {
  return low(chunk + malloc_chunk.mchunk_size) & ~FLAGS;
}
export function chunkIsMapped(chunk: Address): boolean {
  return (low(chunk + malloc_chunk.mchunk_size) & IS_MMAPPED) !== 0;
}
export function previousChunkInUse(chunk: Address): boolean {
  return (low(chunk + malloc_chunk.mchunk_size) & PREV_INUSE) !== 0;
}
/** Whether a chunk of the heap that is not the top is in use: its successor knows. */
export function chunkInUse(chunk: Address): boolean {
  return previousChunkInUse(chunk + chunkBytes(chunk));
}
export function chunkOf(block: Address): Address {
  return block - BLOCK_OFFSET;
}

function setHead(chunk: Address, sizeAndFlags: number): void {
  setSsize(chunk + malloc_chunk.mchunk_size, sizeAndFlags);
}
function setInUse(chunk: Address): void {
  const next = chunk + chunkBytes(chunk) + malloc_chunk.mchunk_size;
  setI32(next, i32(next) | PREV_INUSE);
}
/** Head of a free chunk, its copy at the end, and the mark in the successor. */
function setFree(chunk: Address, byteCount: number): void {
  setHead(chunk, byteCount | PREV_INUSE);
  const next = chunk + byteCount;
  setSsize(next + malloc_chunk.mchunk_prev_size, byteCount);
  setI32(next + malloc_chunk.mchunk_size, i32(next + malloc_chunk.mchunk_size) & ~PREV_INUSE);
}
function addTo(field: number, byteCount: number): void {
  setSsize(MALLOC_STATE + field, low(MALLOC_STATE + field) + byteCount);
}

/** Bytes of the chunk for a request, or 0 for a request that no memory can meet. */
function chunkBytesFor(byteCount: number): number {
  if (!(byteCount >= 0 && byteCount <= CAPACITY)) return 0;
  const bytes = (byteCount + WORD_BYTES + ALIGNMENT - 1) & -ALIGNMENT;
  return Math.max(bytes, SMALLEST_CHUNK_BYTES);
}

// -- bins --------------------------------------------------------------------------------------------------------------

/** A bin as a chunk of which only fd and bk exist. */
export function binAt(index: number): Address {
  return MALLOC_STATE + malloc_state.bins + (index - 1) * 2 * WORD_BYTES - malloc_chunk.fd;
}

/** The bin for free chunks of a size. */
export function binIndex(byteCount: number): number {
  if (byteCount < SMALLEST_LARGE_BYTES) return byteCount >> 4;
  if (byteCount >> 6 <= 48) return 48 + (byteCount >> 6);
  if (byteCount >> 9 <= 20) return 91 + (byteCount >> 9);
  if (byteCount >> 12 <= 10) return 110 + (byteCount >> 12);
  if (byteCount >> 15 <= 4) return 119 + (byteCount >> 15);
  if (byteCount >> 18 <= 2) return 124 + (byteCount >> 18);
  return 126;
}

function link(chunk: Address, before: Address, after: Address): void {
  setPtr(chunk + malloc_chunk.bk, before);
  setPtr(chunk + malloc_chunk.fd, after);
  setPtr(before + malloc_chunk.fd, chunk);
  setPtr(after + malloc_chunk.bk, chunk);
}

/** Takes a free chunk out of its bin, and out of the list of sizes when it is there. */
function unlink(chunk: Address): void {
  const after = ptr(chunk + malloc_chunk.fd);
  const before = ptr(chunk + malloc_chunk.bk);
  assert(
    ptr(after + malloc_chunk.bk) === chunk && ptr(before + malloc_chunk.fd) === chunk,
    "damaged list of free chunks",
  );
  setPtr(after + malloc_chunk.bk, before);
  setPtr(before + malloc_chunk.fd, after);
  if (chunkBytes(chunk) < SMALLEST_LARGE_BYTES) return;
  const smaller = ptr(chunk + malloc_chunk.fd_nextsize);
  if (smaller === 0) return;
  const larger = ptr(chunk + malloc_chunk.bk_nextsize);
  if (ptr(after + malloc_chunk.fd_nextsize) !== 0) {
    setPtr(smaller + malloc_chunk.bk_nextsize, larger);
    setPtr(larger + malloc_chunk.fd_nextsize, smaller);
  } else if (smaller === chunk) {
    setPtr(after + malloc_chunk.fd_nextsize, after);
    setPtr(after + malloc_chunk.bk_nextsize, after);
  } else {
    // The next chunk has the same size and now stands for it in the list of sizes.
    setPtr(after + malloc_chunk.fd_nextsize, smaller);
    setPtr(after + malloc_chunk.bk_nextsize, larger);
    setPtr(smaller + malloc_chunk.bk_nextsize, after);
    setPtr(larger + malloc_chunk.fd_nextsize, after);
  }
}

function clearSizes(chunk: Address, byteCount: number): void {
  if (byteCount < SMALLEST_LARGE_BYTES) return;
  setPtr(chunk + malloc_chunk.fd_nextsize, 0);
  setPtr(chunk + malloc_chunk.bk_nextsize, 0);
}

/** A free chunk whose head is written, to the front of the unsorted bin. */
function linkUnsorted(chunk: Address, byteCount: number): void {
  link(chunk, UNSORTED, ptr(UNSORTED + malloc_chunk.fd));
  clearSizes(chunk, byteCount);
}

/** A free chunk that is in no bin, to the bin of its size. */
function linkSorted(chunk: Address, byteCount: number): void {
  const index = binIndex(byteCount);
  const bin = binAt(index);
  const map = MALLOC_STATE + malloc_state.binmap + (index >> 5) * 4;
  setI32(map, i32(map) | (1 << (index & 31)));
  if (byteCount < SMALLEST_LARGE_BYTES) {
    link(chunk, bin, ptr(bin + malloc_chunk.fd));
    return;
  }
  // Large bins run from the largest chunk to the smallest; the list of sizes is a ring over the first of each size.
  const first = ptr(bin + malloc_chunk.fd);
  if (first === bin) {
    setPtr(chunk + malloc_chunk.fd_nextsize, chunk);
    setPtr(chunk + malloc_chunk.bk_nextsize, chunk);
    link(chunk, bin, bin);
    return;
  }
  const last = ptr(bin + malloc_chunk.bk);
  if (byteCount < chunkBytes(last)) {
    linkSize(chunk, ptr(first + malloc_chunk.bk_nextsize), first);
    link(chunk, last, bin);
    return;
  }
  let at = first;
  while (byteCount < chunkBytes(at)) at = ptr(at + malloc_chunk.fd_nextsize);
  if (byteCount === chunkBytes(at)) {
    // Second place, so that the list of sizes need not change.
    clearSizes(chunk, byteCount);
    link(chunk, at, ptr(at + malloc_chunk.fd));
  } else {
    linkSize(chunk, ptr(at + malloc_chunk.bk_nextsize), at);
    link(chunk, ptr(at + malloc_chunk.bk), at);
  }
}

function linkSize(chunk: Address, larger: Address, smaller: Address): void {
  setPtr(chunk + malloc_chunk.bk_nextsize, larger);
  setPtr(chunk + malloc_chunk.fd_nextsize, smaller);
  setPtr(larger + malloc_chunk.fd_nextsize, chunk);
  setPtr(smaller + malloc_chunk.bk_nextsize, chunk);
}

// -- malloc ------------------------------------------------------------------------------------------------------------

/** A block of at least `byteCount` bytes, aligned to 16, with any content; 0 when there is none. */
export function malloc(byteCount: number): Address {
  const bytes = chunkBytesFor(byteCount);
  if (bytes === 0) return 0;
  work(bytes);
  const chunk = takeFree(bytes);
  return chunk === 0 ? 0 : chunk + BLOCK_OFFSET;
}

/** A chunk in use of `bytes` bytes, or up to SMALLEST_CHUNK_BYTES more; 0 when there is none. */
function takeFree(bytes: number): Address {
  const small = bytes < SMALLEST_LARGE_BYTES;
  const index = binIndex(bytes);
  if (small) {
    const bin = binAt(index);
    const chunk = ptr(bin + malloc_chunk.bk);
    if (chunk !== bin) return takeWhole(chunk);
  }
  const sorted = sortUnsorted(bytes, small);
  if (sorted !== 0) return sorted;
  if (!small) {
    const chunk = smallestFit(binAt(index), bytes);
    if (chunk !== 0) return takePart(chunk, bytes, small);
  }
  const chunk = chunkOfLargerBin(index + 1);
  return chunk !== 0 ? takePart(chunk, bytes, small) : takeTop(bytes);
}

function takeWhole(chunk: Address): Address {
  unlink(chunk);
  setInUse(chunk);
  addTo(malloc_state.in_use_bytes, chunkBytes(chunk));
  return chunk;
}

/** Takes a chunk of a bin; what it has too much goes to the unsorted bin if it can be a chunk. */
function takePart(chunk: Address, bytes: number, small: boolean): Address {
  const rest = chunkBytes(chunk) - bytes;
  if (rest < SMALLEST_CHUNK_BYTES) return takeWhole(chunk);
  unlink(chunk);
  linkUnsorted(chunk + bytes, rest);
  if (small) setPtr(MALLOC_STATE + malloc_state.last_remainder, chunk + bytes);
  return splitFront(chunk, bytes, rest);
}

/** Writes the heads of a chunk taken and of the free rest behind it. */
function splitFront(chunk: Address, bytes: number, rest: number): Address {
  setHead(chunk, bytes | PREV_INUSE);
  setFree(chunk + bytes, rest);
  addTo(malloc_state.in_use_bytes, bytes);
  return chunk;
}

/** Sorts the unsorted bin, oldest first, until a chunk of exactly this size comes by: that one, or 0. */
function sortUnsorted(bytes: number, small: boolean): Address {
  for (let count = 0; count < SORT_LIMIT; count++) {
    const chunk = ptr(UNSORTED + malloc_chunk.bk);
    if (chunk === UNSORTED) return 0;
    const size = chunkBytes(chunk);
    const before = ptr(chunk + malloc_chunk.bk);
    if (
      small &&
      before === UNSORTED &&
      chunk === ptr(MALLOC_STATE + malloc_state.last_remainder) &&
      size > bytes + SMALLEST_CHUNK_BYTES
    ) {
      // Successive small requests are cut from one chunk, so they are neighbours.
      const rest = chunk + bytes;
      link(rest, UNSORTED, UNSORTED);
      clearSizes(rest, size - bytes);
      setPtr(MALLOC_STATE + malloc_state.last_remainder, rest);
      return splitFront(chunk, bytes, size - bytes);
    }
    setPtr(UNSORTED + malloc_chunk.bk, before);
    setPtr(before + malloc_chunk.fd, UNSORTED);
    if (size === bytes) {
      setInUse(chunk);
      addTo(malloc_state.in_use_bytes, size);
      return chunk;
    }
    linkSorted(chunk, size);
  }
  return 0;
}

/** The smallest chunk of a large bin that suffices, by preference one that is not in the list of sizes; or 0. */
function smallestFit(bin: Address, bytes: number): Address {
  const first = ptr(bin + malloc_chunk.fd);
  if (first === bin || chunkBytes(first) < bytes) return 0;
  let chunk = ptr(first + malloc_chunk.bk_nextsize);
  while (chunkBytes(chunk) < bytes) chunk = ptr(chunk + malloc_chunk.bk_nextsize);
  const next = ptr(chunk + malloc_chunk.fd);
  return chunk !== ptr(bin + malloc_chunk.bk) && chunkBytes(next) === chunkBytes(chunk) ? next : chunk;
}

/** The last chunk of the first bin from `index` on that has one, or 0; marks of empty bins are cleared on the way. */
function chunkOfLargerBin(index: number): Address {
  while (index < BIN_COUNT) {
    const map = MALLOC_STATE + malloc_state.binmap + (index >> 5) * 4;
    const word = i32(map) & (-1 << (index & 31));
    if (word === 0) {
      index = (index | 31) + 1;
      continue;
    }
    index = (index & ~31) + (31 - Math.clz32(word & -word));
    const bin = binAt(index);
    const chunk = ptr(bin + malloc_chunk.bk);
    if (chunk !== bin) return chunk;
    setI32(map, i32(map) & ~(1 << (index & 31)));
    index++;
  }
  return 0;
}

// -- top and system ----------------------------------------------------------------------------------------------------

function takeTop(bytes: number): Address {
  let top = ptr(TOP);
  let size = top === 0 ? 0 : chunkBytes(top);
  if (size < bytes + SMALLEST_CHUNK_BYTES) {
    if (bytes >= MMAP_THRESHOLD) {
      const chunk = mapChunk(bytes);
      if (chunk !== 0) return chunk;
    }
    if (!growHeap(bytes, size) && !addSegment(bytes)) return bytes >= MMAP_THRESHOLD ? 0 : mapChunk(bytes);
    top = ptr(TOP);
    size = chunkBytes(top);
  }
  setHead(top, bytes | PREV_INUSE);
  setPtr(TOP, top + bytes);
  setHead(top + bytes, (size - bytes) | PREV_INUSE);
  addTo(malloc_state.in_use_bytes, bytes);
  return top;
}

function wholePages(byteCount: number): number {
  return (byteCount + PAGE_BYTES - 1) & -PAGE_BYTES;
}

function mapChunk(bytes: number): Address {
  const mapped = wholePages(bytes + WORD_BYTES);
  const chunk = mapPages(mapped);
  if (chunk === 0) return 0;
  if (CHECKED) shadowInternal(chunk, mapped);
  setHead(chunk, mapped | IS_MMAPPED);
  addTo(malloc_state.n_mmaps, 1);
  addTo(malloc_state.mmapped_mem, mapped);
  return chunk;
}

function noteSystemBytes(byteCount: number): void {
  addTo(malloc_state.system_mem, byteCount);
  const system = low(MALLOC_STATE + malloc_state.system_mem);
  if (system > low(MALLOC_STATE + malloc_state.max_system_mem)) {
    setSsize(MALLOC_STATE + malloc_state.max_system_mem, system);
  }
}

/** Moves the break up so that the top suffices. Not once there are segments: the top is no longer at the break. */
function growHeap(bytes: number, topBytes: number): boolean {
  if (ptr(MALLOC_STATE + malloc_state.segments) !== 0) return false;
  const needed = wholePages(bytes + SMALLEST_CHUNK_BYTES - topBytes);
  let more = wholePages(bytes + TOP_PAD + SMALLEST_CHUNK_BYTES - topBytes);
  let at = moveBreak(more);
  if (at === 0) {
    more = needed;
    at = moveBreak(more);
    if (at === 0) return false;
  }
  if (topBytes === 0) setPtr(TOP, at);
  setHead(ptr(TOP), (topBytes + more) | PREV_INUSE);
  noteSystemBytes(more);
  return true;
}

/** Continues the heap in a mapping. The old top ends in two fences, chunks in use that nothing merges with. */
function addSegment(bytes: number): boolean {
  const needed = wholePages(bytes + malloc_segment.sizeof + SMALLEST_CHUNK_BYTES + 2 * FENCE_BYTES);
  let size = Math.max(needed, SEGMENT_BYTES);
  let segment = mapPages(size);
  if (segment === 0 && size > needed) {
    size = needed;
    segment = mapPages(size);
  }
  if (segment === 0) return false;
  if (CHECKED) shadowInternal(segment, size);
  setPtr(segment + malloc_segment.next, ptr(MALLOC_STATE + malloc_state.segments));
  setSsize(segment + malloc_segment.size, size);
  setPtr(MALLOC_STATE + malloc_state.segments, segment);
  const old = ptr(TOP);
  const top = segment + malloc_segment.sizeof;
  setPtr(TOP, top);
  setHead(top, (size - malloc_segment.sizeof) | PREV_INUSE);
  noteSystemBytes(size);
  if (old !== 0) {
    const oldBytes = chunkBytes(old);
    const spare = (oldBytes - 2 * FENCE_BYTES) & -ALIGNMENT;
    // What is too small for a chunk becomes one more fence: the chunk before it needs a head to look at.
    const rest = spare >= SMALLEST_CHUNK_BYTES ? spare : 0;
    for (let fence = rest; fence < spare + 2 * FENCE_BYTES; fence += FENCE_BYTES) {
      setHead(old + fence, FENCE_BYTES | PREV_INUSE);
    }
    if (rest > 0) {
      setHead(old, rest | PREV_INUSE);
      addTo(malloc_state.in_use_bytes, rest);
      release(old);
    }
  }
  return true;
}

/** Gives pages at the end of the heap back to the system, all but TOP_PAD. */
function trim(): void {
  const top = ptr(TOP);
  const size = chunkBytes(top);
  if (size < TRIM_THRESHOLD || top + size !== heapBreak()) return;
  const spare = size - SMALLEST_CHUNK_BYTES - 1 - TOP_PAD;
  const less = spare & -PAGE_BYTES;
  if (spare <= 0 || less === 0) return;
  moveBreak(-less);
  setHead(top, (size - less) | PREV_INUSE);
  addTo(malloc_state.system_mem, -less);
}

// -- free --------------------------------------------------------------------------------------------------------------

/** Frees a block of malloc(), calloc() or realloc(); nothing for 0. */
export function free(block: Address): void {
  if (block !== 0) release(chunkOf(block));
}

function release(chunk: Address): void {
  let size = chunkBytes(chunk);
  if (chunkIsMapped(chunk)) {
    addTo(malloc_state.n_mmaps, -1);
    addTo(malloc_state.mmapped_mem, -size);
    unmapPages(chunk, size);
    return;
  }
  assert(chunk !== ptr(TOP) && chunkInUse(chunk), "a block is freed that is not in use");
  addTo(malloc_state.in_use_bytes, -size);
  const next = chunk + size;
  if (!previousChunkInUse(chunk)) {
    const before = low(chunk + malloc_chunk.mchunk_prev_size);
    chunk -= before;
    size += before;
    unlink(chunk);
  }
  if (next === ptr(TOP)) {
    size += chunkBytes(next);
    setHead(chunk, size | PREV_INUSE);
    setPtr(TOP, chunk);
  } else {
    if (!chunkInUse(next)) {
      unlink(next);
      size += chunkBytes(next);
    }
    linkUnsorted(chunk, size);
    setFree(chunk, size);
  }
  if (size >= TRIM_CHUNK_BYTES) trim();
}

// -- calloc, realloc ---------------------------------------------------------------------------------------------------

/** A block of zero bytes. */
export function calloc(count: number, itemBytes: number): Address {
  const byteCount = count * itemBytes;
  const block = malloc(byteCount);
  if (block !== 0 && !chunkIsMapped(chunkOf(block))) fillBytes(block, 0, byteCount);
  return block;
}

/** Bytes that a block has room for. */
export function malloc_usable_size(block: Address): number {
  const chunk = chunkOf(block);
  return chunkBytes(chunk) - (chunkIsMapped(chunk) ? BLOCK_OFFSET : WORD_BYTES);
}

/** Makes a block larger or smaller, where it is or elsewhere; 0 when there is no room, and the block stays. */
export function realloc(block: Address, byteCount: number): Address {
  if (block === 0) return malloc(byteCount);
  if (byteCount === 0) {
    free(block);
    return 0;
  }
  const bytes = chunkBytesFor(byteCount);
  if (bytes === 0) return 0;
  const chunk = chunkOf(block);
  if (chunkIsMapped(chunk)) return resizeMapping(block, bytes, byteCount);
  return growInPlace(chunk, bytes) ? block : move(block, byteCount);
}

function move(block: Address, byteCount: number): Address {
  const to = malloc(byteCount);
  if (to === 0) return 0;
  copyBytes(to, block, Math.min(malloc_usable_size(block), byteCount));
  free(block);
  return to;
}

function resizeMapping(block: Address, bytes: number, byteCount: number): Address {
  const chunk = chunkOf(block);
  const size = chunkBytes(chunk);
  const wanted = wholePages(bytes + WORD_BYTES);
  if (wanted === size) return block;
  if (wanted < size && bytes >= MMAP_THRESHOLD) {
    unmapPages(chunk + wanted, size - wanted);
    setHead(chunk, wanted | IS_MMAPPED);
    addTo(malloc_state.mmapped_mem, wanted - size);
    return block;
  }
  if (wanted < size && malloc_usable_size(block) < byteCount) return block;
  return move(block, byteCount);
}

/** Takes what is missing from the top or from a free chunk behind, frees what is too much. */
function growInPlace(chunk: Address, bytes: number): boolean {
  const flags = low(chunk + malloc_chunk.mchunk_size) & PREV_INUSE;
  const old = chunkBytes(chunk);
  let size = old;
  if (size < bytes) {
    const next = chunk + size;
    if (next === ptr(TOP)) {
      const whole = size + chunkBytes(next);
      if (whole < bytes + SMALLEST_CHUNK_BYTES) return false;
      setHead(chunk, bytes | flags);
      setPtr(TOP, chunk + bytes);
      setHead(chunk + bytes, (whole - bytes) | PREV_INUSE);
      addTo(malloc_state.in_use_bytes, bytes - old);
      return true;
    }
    if (chunkInUse(next) || size + chunkBytes(next) < bytes) return false;
    size += chunkBytes(next);
    unlink(next);
  }
  addTo(malloc_state.in_use_bytes, size - old);
  const rest = size - bytes;
  if (rest < SMALLEST_CHUNK_BYTES) {
    setHead(chunk, size | flags);
    setInUse(chunk);
    return true;
  }
  setHead(chunk, bytes | flags);
  setHead(chunk + bytes, rest | PREV_INUSE);
  setInUse(chunk + bytes);
  release(chunk + bytes);
  return true;
}

// -- state -------------------------------------------------------------------------------------------------------------

/** Empties the bins' lists: what a C compiler would put into the data section. */
export function initializeMalloc(): void {
  for (let index = 1; index < BIN_COUNT; index++) {
    setPtr(binAt(index) + malloc_chunk.fd, binAt(index));
    setPtr(binAt(index) + malloc_chunk.bk, binAt(index));
  }
}

initializeMalloc();
