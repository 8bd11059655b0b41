// The sizes of pymalloc's arenas, pools and blocks.
import { pool_header } from "./allocators.ts";

export const ALIGNMENT_SHIFT = 4;
export const SMALL_REQUEST_THRESHOLD = 512;
export const ARENA_SHIFT = 20;
export const ARENA_BYTES = 1 << ARENA_SHIFT;
export const POOL_BYTES = 16 * 1024;
export const POOL_OVERHEAD = pool_header.sizeof;

/** Bytes of a block of a size class. */
export function blockBytes(sizeIndex: number): number {
  return (sizeIndex + 1) << ALIGNMENT_SHIFT;
}
