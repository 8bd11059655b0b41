// The address space: what a kernel gives a process. The heap grows by a break, as with brk; mappings are runs of pages
// above MAPPINGS_BASE, found first fit, as with mmap. Two bitmaps hold all there is to know of the mappings: which pages
// are mapped, and which of these begin a mapping.
//
// Invariant: a page that is not mapped, and the heap above the break, is zero, so pages handed out read as zero and a
// snapshot needs only the ranges of usedRanges(). All-zero bookkeeping is the state of a fresh address space.
import { assert } from "../base/assert.ts";
import { CHECKED } from "./build_flags.ts";
import { shadowInternal, shadowMap, shadowUnmap } from "./checked.ts";
import { reserveStatic, staticEnd } from "./data.ts";
import { DATA_BASE, HEAP_BASE, MAPPINGS_BASE, PAGE_BYTES, TEXT_BASE } from "./map.ts";
import { type Address, CAPACITY, fillBytes, i32, ptr, setI32, setPtr, u32 } from "./memory.ts";
import { address_space } from "./structs/system.ts";
import { textEnd } from "./text.ts";

const PAGE_SHIFT = 12;
const WORD_BITS = 32;
const PAGES_OF_CAPACITY = (CAPACITY - MAPPINGS_BASE) / PAGE_BYTES;

export const ADDRESS_SPACE: Address = reserveStatic(address_space.sizeof);
const USED = ADDRESS_SPACE + address_space.used;
const FIRST = ADDRESS_SPACE + address_space.first;

// -- totals ------------------------------------------------------------------------------------------------------------

/** Bytes of the heap and all mappings: what the system has given, and what the layers above must add up to. */
export function usedBytes(): number {
  return heapBytes() + mappedBytes();
}
export function heapBytes(): number {
  return ptr(ADDRESS_SPACE + address_space.heap_bytes);
}
export function mappedBytes(): number {
  return ptr(ADDRESS_SPACE + address_space.mapped_bytes);
}
export function highwaterBytes(): number {
  return ptr(ADDRESS_SPACE + address_space.highwater_bytes);
}
export function limitBytes(): number {
  return u32(ADDRESS_SPACE + address_space.limit_bytes);
}

/** Sets what the program may use from now on; 0 for as much as there is. What is in use already stays. */
export function setLimitBytes(byteCount: number): void {
  setI32(ADDRESS_SPACE + address_space.limit_bytes, byteCount);
}

function mayUse(byteCount: number): boolean {
  const limit = limitBytes();
  return limit === 0 || usedBytes() + byteCount <= limit;
}

function noteUse(): void {
  const used = usedBytes();
  if (used > highwaterBytes()) setPtr(ADDRESS_SPACE + address_space.highwater_bytes, used);
}

// -- the heap ----------------------------------------------------------------------------------------------------------

/** The end of the heap. */
export function heapBreak(): Address {
  return HEAP_BASE + heapBytes();
}

/** Moves the break by a multiple of the page size, up or down. The old break, or 0 when there is no more. */
export function moveBreak(byteCount: number): Address {
  assert(byteCount % PAGE_BYTES === 0, "the break moves by pages");
  const old = heapBreak();
  if (byteCount > 0 && (old + byteCount > MAPPINGS_BASE || !mayUse(byteCount))) return 0;
  assert(old + byteCount >= HEAP_BASE, "the break moves below the heap");
  if (byteCount < 0) fillBytes(old + byteCount, 0, -byteCount);
  if (CHECKED && byteCount > 0) shadowInternal(old, byteCount);
  if (CHECKED && byteCount < 0) shadowUnmap(old + byteCount, -byteCount);
  setPtr(ADDRESS_SPACE + address_space.heap_bytes, old + byteCount - HEAP_BASE);
  noteUse();
  return old;
}

// -- mappings ----------------------------------------------------------------------------------------------------------

function bit(bitmap: Address, page: number): boolean {
  return ((i32(bitmap + (page >> 5) * 4) >>> (page & 31)) & 1) !== 0;
}

function setBits(bitmap: Address, from: number, to: number, on: boolean): void {
  for (let page = from; page < to; ) {
    const at = bitmap + (page >> 5) * 4;
    const low = page & 31;
    const count = Math.min(to - page, WORD_BITS - low);
    const mask = count === WORD_BITS ? -1 : ((1 << count) - 1) << low;
    setI32(at, on ? i32(at) | mask : i32(at) & ~mask);
    page += count;
  }
}

/** First page from `page` on whose bit is `on`, or `end`. */
function findBit(bitmap: Address, page: number, on: boolean, end: number): number {
  const skipped = on ? 0 : -1;
  while (page < end) {
    const word = i32(bitmap + (page >> 5) * 4);
    if (word === skipped) page = (page | 31) + 1;
    else if (((word >>> (page & 31)) & 1) === (on ? 1 : 0)) return page;
    else page++;
  }
  return end;
}

/** Maps pages for `byteCount` bytes, rounded up: zero bytes at the lowest address that has room, or 0. */
export function mapPages(byteCount: number): Address {
  const pageCount = Math.ceil(byteCount / PAGE_BYTES);
  if (pageCount === 0 || pageCount > PAGES_OF_CAPACITY || !mayUse(pageCount * PAGE_BYTES)) return 0;
  const lowest = findBit(USED, i32(ADDRESS_SPACE + address_space.first_free_page), false, PAGES_OF_CAPACITY);
  setI32(ADDRESS_SPACE + address_space.first_free_page, lowest);
  let from = lowest;
  let to = from;
  while (from + pageCount <= PAGES_OF_CAPACITY) {
    to = findBit(USED, from, true, from + pageCount);
    if (to === from + pageCount) break;
    from = findBit(USED, to, false, PAGES_OF_CAPACITY);
  }
  if (from + pageCount > PAGES_OF_CAPACITY) return 0;
  setBits(USED, from, to, true);
  setBits(FIRST, from, from + 1, true);
  setPtr(ADDRESS_SPACE + address_space.mapped_bytes, mappedBytes() + pageCount * PAGE_BYTES);
  noteUse();
  const address = MAPPINGS_BASE + (from << PAGE_SHIFT);
  if (CHECKED) shadowMap(address, pageCount * PAGE_BYTES);
  return address;
}

/** Unmaps pages, a whole mapping or any part of one. The bytes are gone at once. */
export function unmapPages(address: Address, byteCount: number): void {
  const from = (address - MAPPINGS_BASE) >> PAGE_SHIFT;
  const pageCount = Math.ceil(byteCount / PAGE_BYTES);
  const to = from + pageCount;
  assert(address % PAGE_BYTES === 0 && from >= 0 && to <= PAGES_OF_CAPACITY, "not an address of a mapping");
  assert(findBit(USED, from, false, to) === to, "a page is unmapped that is not mapped");
  if (to < PAGES_OF_CAPACITY && bit(USED, to)) setBits(FIRST, to, to + 1, true);
  setBits(USED, from, to, false);
  setBits(FIRST, from, to, false);
  fillBytes(address, 0, pageCount * PAGE_BYTES);
  if (CHECKED) shadowUnmap(address, pageCount * PAGE_BYTES);
  setPtr(ADDRESS_SPACE + address_space.mapped_bytes, mappedBytes() - pageCount * PAGE_BYTES);
  if (from < i32(ADDRESS_SPACE + address_space.first_free_page)) {
    setI32(ADDRESS_SPACE + address_space.first_free_page, from);
  }
}

/** Calls back with each mapping, in the order of addresses. */
export function eachMapping(report: (address: Address, byteCount: number) => void): void {
  for (let from = findBit(USED, 0, true, PAGES_OF_CAPACITY); from < PAGES_OF_CAPACITY; ) {
    const to = findBit(FIRST, from + 1, true, findBit(USED, from, false, PAGES_OF_CAPACITY));
    report(MAPPINGS_BASE + (from << PAGE_SHIFT), (to - from) << PAGE_SHIFT);
    from = findBit(USED, to, true, PAGES_OF_CAPACITY);
  }
}

/**
 * Calls back with each range of pages that can hold bytes other than zero, in the order of addresses: text, data, heap
 * and runs of mappings. Every other byte of the memory is zero.
 */
export function usedRanges(report: (address: Address, byteCount: number) => void): void {
  const whole = (address: Address) => (address + PAGE_BYTES - 1) & -PAGE_BYTES;
  report(TEXT_BASE, whole(textEnd()) - TEXT_BASE);
  report(DATA_BASE, whole(staticEnd()) - DATA_BASE);
  if (heapBytes() > 0) report(HEAP_BASE, heapBytes());
  if (mappedBytes() === 0) return;
  for (let from = findBit(USED, 0, true, PAGES_OF_CAPACITY); from < PAGES_OF_CAPACITY; ) {
    const to = findBit(USED, from, false, PAGES_OF_CAPACITY);
    report(MAPPINGS_BASE + (from << PAGE_SHIFT), (to - from) << PAGE_SHIFT);
    from = findBit(USED, to, true, PAGES_OF_CAPACITY);
  }
}
