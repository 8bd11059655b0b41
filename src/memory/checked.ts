// The shadow of the memory, for the checked build: for each word of the machine's memory, who may touch it. The
// address space reports its pages and the allocators their blocks; every load and store asks. It lies outside the machine's memory, so addresses and bytes
// are those of the plain build.
//
// Invariant: a word of heap or mappings may be touched only while it lies in a block; the allocators' own words (headers,
// free blocks) are touched by this folder alone, whose accesses the checked build leaves as they are. Text, data and
// mappings that were taken with mapPages() directly (frame stacks) are open.
import { InternalError } from "../base/assert.ts";
import { HEAP_BASE, TEXT_BASE } from "./map.ts";
import { type Address, CAPACITY } from "./memory.ts";

/** log2 of the bytes of memory that share a mark. */
const MARK_SHIFT = 3;
const UNMAPPED = 0;
const OPEN = 1;
/** The allocators' own: headers, and what was never a block. */
const INTERNAL = 2;
const FREED = 3;
const BLOCK = 4;
const NAMES = ["not mapped", "open", "the allocator's own", "freed", "in a block"];

let marks: Uint8Array | null = null;
/** For each address that a block may have: 0, or one more than the bytes asked for. */
let live: Int32Array | null = null;
let liveCount = 0;
const BLOCK_SHIFT = 4;

function liveBytes(): Int32Array {
  if (live === null) live = new Int32Array(CAPACITY >> BLOCK_SHIFT);
  return live;
}

function shadow(): Uint8Array {
  if (marks === null) marks = new Uint8Array(CAPACITY >> MARK_SHIFT);
  return marks;
}

function mark(address: Address, byteCount: number, value: number): void {
  shadow().fill(value, address >> MARK_SHIFT, (address + byteCount + 7) >> MARK_SHIFT);
}

/** An allocator hands out a block. */
export function shadowAllocate(block: Address, byteCount: number): void {
  const sizes = liveBytes();
  if (sizes[block >> BLOCK_SHIFT] !== 0) throw new InternalError(`block ${hex(block)} is handed out twice`);
  sizes[block >> BLOCK_SHIFT] = byteCount + 1;
  liveCount++;
  mark(block, byteCount, BLOCK);
}

/** A block comes back. */
export function shadowFree(block: Address): void {
  const sizes = liveBytes();
  const byteCount = block % (1 << BLOCK_SHIFT) === 0 ? sizes[block >> BLOCK_SHIFT] - 1 : -1;
  if (byteCount < 0) {
    const state = NAMES[shadow()[block >> MARK_SHIFT]];
    // A large block from before the memory was replaced.
    if (state === NAMES[OPEN]) return;
    throw new InternalError(`${hex(block)} is freed, which is no live block (${state})`);
  }
  sizes[block >> BLOCK_SHIFT] = 0;
  liveCount--;
  mark(block, byteCount, FREED);
}

/** Memory that an allocator will hand out in blocks. */
export function shadowInternal(address: Address, byteCount: number): void {
  mark(address, byteCount, INTERNAL);
}

/** Pages that whoever maps them may use as a whole. */
export function shadowMap(address: Address, byteCount: number): void {
  mark(address, byteCount, OPEN);
}

/** Pages that go back to the system. */
export function shadowUnmap(address: Address, byteCount: number): void {
  mark(address, byteCount, UNMAPPED);
}

/** Bytes asked for of a live block, or -1. */
export function liveBlockBytes(block: Address): number {
  return block % (1 << BLOCK_SHIFT) === 0 ? liveBytes()[block >> BLOCK_SHIFT] - 1 : -1;
}
/** Live blocks. */
export function liveBlockCount(): number {
  return liveCount;
}

/** Forgets everything: the machine's memory was replaced as a whole. rebuildShadow() then finds what is mapped and live. */
export function forgetShadow(): void {
  // New arrays cost nothing until they are written; clearing the old ones would touch all of them.
  live = null;
  liveCount = 0;
  marks = null;
}

function check(address: Address, byteCount: number, what: string): void {
  if (address < TEXT_BASE || address + byteCount > CAPACITY) {
    throw new InternalError(`${what} of ${byteCount} bytes at ${hex(address)}, which is no memory`);
  }
  if (address % byteCount !== 0)
    throw new InternalError(`${what} of ${byteCount} bytes at ${hex(address)}, not aligned`);
  if (address < HEAP_BASE) return;
  const state = shadow()[address >> MARK_SHIFT];
  if (state !== BLOCK && state !== OPEN) {
    throw new InternalError(`${what} of ${byteCount} bytes at ${hex(address)}, which is ${NAMES[state]}`);
  }
}

function hex(address: Address): string {
  return `0x${address.toString(16)}`;
}

/** Gives the address back, so that the build can put a call around the address of an access. */
export function checkedLoad(address: Address, byteCount: number): Address {
  check(address, byteCount, "load");
  return address;
}
export function checkedStore(address: Address, byteCount: number): Address {
  check(address, byteCount, "store");
  return address;
}

/** The bulk accessors: any address, any length. */
export function checkedRange(address: Address, byteCount: number): Address {
  if (byteCount < 0) throw new InternalError(`a range of ${byteCount} bytes`);
  for (let at = address & -8; at < address + byteCount; at += 8) check(at, 1, "access");
  return address;
}
