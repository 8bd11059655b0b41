// The allocators' structures: free lists, and those of pymalloc (obmalloc.c).
import { struct } from "../struct.ts";

export const _Py_object_freelists = struct("_Py_object_freelists", 3536, {
  floats_numfree: [0, "i32", "entries in the list"],
  floats_items: [8, "ptr", "PyFloatObject"],
  tuples_items: [16, "ptr", "PyTupleObject", 20],
  tuples_numfree: [176, "i32", "entries in the list", 20],
  lists_items: [256, "ptr", "PyListObject", 80],
  lists_numfree: [896, "i32", "entries in the list"],
  dicts_items: [904, "ptr", "PyDictObject", 80],
  dicts_numfree: [1544, "i32", "entries in the list"],
  dictkeys_items: [1552, "ptr", "PyDictKeysObject", 80],
  dictkeys_numfree: [2192, "i32", "entries in the list"],
  slices_slice_cache: [2200, "ptr", "PySliceObject"],
  contexts_items: [2208, "ptr", "PyContext"],
  contexts_numfree: [2216, "i32", "entries in the list"],
  async_gens_items: [2224, "ptr", "_PyAsyncGenWrappedValue", 80],
  async_gens_numfree: [2864, "i32", "entries in the list"],
  async_gen_asends_items: [2872, "ptr", "PyAsyncGenASend", 80],
  async_gen_asends_numfree: [3512, "i32", "entries in the list"],
  object_stacks_items: [3520, "ptr", "_PyObjectStackChunk"],
  object_stacks_numfree: [3528, "ssize", "entries in the list"],
});

export const _obmalloc_state = struct("_obmalloc_state", 263248, {
  pools: [0, "ptr", "_obmalloc_pools", 64],
  mgmt: [512, "u64", "_obmalloc_mgmt", 73],
  usage: [1096, "u64", "_obmalloc_usage", 32769],
});

export const _obmalloc_mgmt = struct("_obmalloc_mgmt", 584, {
  arenas: [0, "ptr", "arena_object array"],
  maxarenas: [8, "u32", "items of the array"],
  unused_arena_objects: [16, "ptr", "arena_object; list through nextarena"],
  usable_arenas: [24, "ptr", "arena_object; list of arenas with free pools, fullest first"],
  nfp2lasta: [32, "ptr", "last arena in usable_arenas with so many free pools", 65],
  narenas_currently_allocated: [552, "u64", "arenas"],
  ntimes_arena_allocated: [560, "u64", "arenas ever allocated"],
  narenas_highwater: [568, "u64", "most arenas at a time"],
  raw_allocated_blocks: [576, "ssize", "blocks that came from the raw allocator"],
});

export const _obmalloc_usage = struct("_obmalloc_usage", 262152, {
  arena_map_root_ptrs: [0, "ptr", "arena_map_mid", 32768],
  arena_map_mid_count: [262144, "i32", "middle nodes"],
  arena_map_bot_count: [262148, "i32", "bottom nodes"],
});

export const pool_header = struct("pool_header", 48, {
  ref_count: [0, "u32", "blocks in use"],
  freeblock: [8, "ptr", "first free block; each holds the address of the next"],
  nextpool: [16, "ptr", "pool_header"],
  prevpool: [24, "ptr", "pool_header"],
  arenaindex: [32, "u32", "index of the arena_object"],
  szidx: [36, "u32", "size class"],
  nextoffset: [40, "u32", "bytes to the next block that was never used"],
  maxnextoffset: [44, "u32", "the largest such offset that has room"],
});

export const arena_object = struct("arena_object", 48, {
  address: [0, "ptr", "first byte; 0 while unused"],
  pool_address: [8, "ptr", "next pool that was never used"],
  nfreepools: [16, "u32", "free pools, never used ones too"],
  ntotalpools: [20, "u32", "pools"],
  freepools: [24, "ptr", "pool_header; emptied pools"],
  nextarena: [32, "ptr", "in usable_arenas or unused_arena_objects"],
  prevarena: [40, "ptr", "in usable_arenas"],
});

export const arena_coverage_t = struct("arena_coverage_t", 8, {
  tail_hi: [0, "i32", "offset from where on an arena covers the range; -1 from its first byte, 0 none"],
  tail_lo: [4, "i32", "offset below which an arena covers it"],
});
