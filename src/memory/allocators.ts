// The allocators' domains as Python's C API has them: raw (the system malloc), memory and objects (pymalloc, with the
// raw one behind it for what is not small). Every function answers 0 when memory is exhausted; the caller raises.
//
// Invariant: a block goes back to the domain that it came from, and of two domains that share an allocator to either.
import { CHECKED } from "./build_flags.ts";
import { shadowAllocate, shadowFree } from "./checked.ts";
import { countAllocation, countFree } from "./counters.ts";
import { calloc, free, malloc, malloc_usable_size, realloc } from "./malloc.ts";
import { type Address, CAPACITY, copyBytes, fillBytes, setSsize, ssize } from "./memory.ts";
import {
  address_in_range,
  pymalloc_alloc,
  pymalloc_free,
  pymallocUsableBytes,
  RAW_ALLOCATED_BLOCKS,
} from "./pymalloc.ts";

// -- raw ---------------------------------------------------------------------------------------------------------------

/** PyMem_RawMalloc: a block with any content. A request for nothing gets a block of its own. */
export function rawMalloc(byteCount: number): Address {
  const block = malloc(byteCount === 0 ? 1 : byteCount);
  if (CHECKED && block !== 0) shadowAllocate(block, byteCount);
  return block;
}

/** PyMem_RawCalloc: a block of zeros. */
export function rawCalloc(count: number, itemBytes: number): Address {
  const byteCount = count * itemBytes;
  const block = calloc(1, byteCount === 0 ? 1 : byteCount);
  if (CHECKED && block !== 0) shadowAllocate(block, byteCount);
  return block;
}

/** PyMem_RawRealloc: the block with another size, perhaps elsewhere; on 0 the old block stays. */
export function rawRealloc(block: Address, byteCount: number): Address {
  if (block === 0) return rawMalloc(byteCount);
  const moved = realloc(block, byteCount === 0 ? 1 : byteCount);
  if (CHECKED && moved !== 0) {
    shadowFree(block);
    shadowAllocate(moved, byteCount);
  }
  return moved;
}

/** PyMem_RawFree; nothing for 0. */
export function rawFree(block: Address): void {
  if (CHECKED && block !== 0) shadowFree(block);
  free(block);
}

// -- objects -----------------------------------------------------------------------------------------------------------

/** PyObject_Malloc: a block with any content. */
export function objectMalloc(byteCount: number): Address {
  const block = pymalloc_alloc(byteCount);
  return block !== 0 ? block : countRaw(rawMalloc(byteCount));
}

function countRaw(block: Address): Address {
  if (block === 0) return 0;
  countAllocation();
  setSsize(RAW_ALLOCATED_BLOCKS, ssize(RAW_ALLOCATED_BLOCKS) + 1);
  return block;
}

/** PyObject_Calloc: a block of zeros. */
export function objectCalloc(count: number, itemBytes: number): Address {
  const byteCount = count * itemBytes;
  if (byteCount > CAPACITY) return 0;
  const block = pymalloc_alloc(byteCount);
  if (block === 0) return countRaw(rawCalloc(count, itemBytes));
  fillBytes(block, 0, byteCount);
  return block;
}

// A small block shrinks in place unless a quarter of it or more would be wasted.
const KEEP_NUMERATOR = 3;
const KEEP_DENOMINATOR = 4;

/** PyObject_Realloc: the block with another size, perhaps elsewhere; on 0 the old block stays. */
export function objectRealloc(block: Address, byteCount: number): Address {
  if (block === 0) return objectMalloc(byteCount);
  if (!address_in_range(block)) return rawRealloc(block, byteCount);
  let kept = pymallocUsableBytes(block);
  if (byteCount <= kept) {
    if (KEEP_DENOMINATOR * byteCount > KEEP_NUMERATOR * kept) {
      if (CHECKED) {
        shadowFree(block);
        shadowAllocate(block, byteCount);
      }
      return block;
    }
    kept = byteCount;
  }
  const moved = objectMalloc(byteCount);
  if (moved !== 0) {
    copyBytes(moved, block, kept);
    objectFree(block);
  }
  return moved;
}

/** PyObject_Free; nothing for 0. */
export function objectFree(block: Address): void {
  if (pymalloc_free(block) || block === 0) return;
  rawFree(block);
  countFree();
  setSsize(RAW_ALLOCATED_BLOCKS, ssize(RAW_ALLOCATED_BLOCKS) - 1);
}

/** Bytes that a block of objectMalloc() or memMalloc() has room for. */
export function objectUsableBytes(block: Address): number {
  return address_in_range(block) ? pymallocUsableBytes(block) : malloc_usable_size(block);
}

// -- memory: PyMem_Malloc and its family, which shares the objects' allocator --------------------------------------------

export const memMalloc = objectMalloc;
export const memCalloc = objectCalloc;
export const memRealloc = objectRealloc;
export const memFree = objectFree;
