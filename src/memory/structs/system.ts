// Structures of the layers below pymalloc: the system malloc, and the address space that stands for a kernel's.
import { MAPPINGS_BASE, PAGE_BYTES } from "../map.ts";
import { struct } from "../struct.ts";

export const malloc_chunk = struct("malloc_chunk", 48, {
  mchunk_prev_size: [0, "u64", "bytes of the chunk before, while it is free"],
  mchunk_size: [8, "u64", "bytes; bit 0 the chunk before is in use, bit 1 a mapping"],
  fd: [16, "ptr", "next free chunk of the bin"],
  bk: [24, "ptr", "previous free chunk of the bin"],
  fd_nextsize: [32, "ptr", "in a large bin: the next smaller size"],
  bk_nextsize: [40, "ptr", "in a large bin: the next larger size"],
});

export const BIN_COUNT = 128;
/** fd and bk of each bin. */
const BIN_LINKS = 2 * (BIN_COUNT - 1);

export const malloc_state = struct("malloc_state", 16 + BIN_LINKS * 8 + 16 + 48, {
  top: [0, "ptr", "malloc_chunk at the end of the heap"],
  last_remainder: [8, "ptr", "malloc_chunk left over by the last split for a small request"],
  bins: [16, "ptr", "fd and bk of each bin: 1 is the unsorted one", BIN_LINKS],
  binmap: [16 + BIN_LINKS * 8, "u32", "bit a bin: may have chunks", BIN_COUNT / 32],
  segments: [32 + BIN_LINKS * 8, "ptr", "malloc_segment, newest; null while the heap suffices"],
  system_mem: [40 + BIN_LINKS * 8, "u64", "bytes of heap and segments"],
  max_system_mem: [48 + BIN_LINKS * 8, "u64", "most of them at a time"],
  n_mmaps: [56 + BIN_LINKS * 8, "u64", "blocks that are mappings"],
  mmapped_mem: [64 + BIN_LINKS * 8, "u64", "bytes of these"],
  in_use_bytes: [72 + BIN_LINKS * 8, "u64", "bytes of chunks in use in heap and segments"],
});

/** What a mapping begins with that continues the heap. */
export const malloc_segment = struct("malloc_segment", 16, {
  next: [0, "ptr", "malloc_segment, older"],
  size: [8, "u64", "bytes of the mapping"],
});

// The largest capacity there is decides the size of the bitmaps, so they do not depend on the capacity of this host.
const LARGEST_CAPACITY = 1024 * 1024 * 1024;
const BITMAP_BYTES = (LARGEST_CAPACITY - MAPPINGS_BASE) / PAGE_BYTES / 8;

export const address_space = struct("address_space", 32 + 2 * BITMAP_BYTES, {
  heap_bytes: [0, "ptr", "bytes between HEAP_BASE and the break"],
  mapped_bytes: [8, "ptr", "bytes of all mappings"],
  highwater_bytes: [16, "ptr", "most bytes of heap and mappings at a time"],
  limit_bytes: [24, "u32", "most bytes of heap and mappings; 0 for no limit"],
  first_free_page: [28, "u32", "no page before it is free"],
  used: [32, "u32", "bit a page: mapped", BITMAP_BYTES / 4],
  first: [32 + BITMAP_BYTES, "u32", "bit a page: first of a mapping", BITMAP_BYTES / 4],
});
