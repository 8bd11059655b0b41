// The address map. Every address is independent of the capacity of the memory.
//
//   0x0000_0000  unmapped: a null pointer and small offsets from it are never memory
//   TEXT         one slot a built-in function; its address is what type slots and method tables hold
//   DATA         the runtime with interpreter and thread state, static types, small ints, one-character strings
//   HEAP         the system malloc, growing upwards (brk)
//   MAPPINGS     pymalloc arenas, frame stacks, large blocks (mmap), from here to the capacity
//
// Invariant: the regions are disjoint, ascending, and page-aligned.

export const PAGE_BYTES = 4096;

export const TEXT_BASE = 0x0040_0000;
export const TEXT_SLOT_BYTES = 16;
export const TEXT_SLOT_SHIFT = 4;
export const DATA_BASE = 0x0080_0000;
export const HEAP_BASE = 0x0100_0000;
export const MAPPINGS_BASE = 0x0800_0000;
