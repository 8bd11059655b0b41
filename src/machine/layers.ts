// Where the memory of a run is, layer by layer, in the numbers of CPython's own picture: +3 object-specific, +2 pymalloc,
// +1 and 0 the system's malloc, −1 the address space. What stands in the blocks, +3 and +1, only src/inspect can tell: for
// it the memory is copied.
// Invariant: the rows of −1 add up to the mapped bytes exactly, and each layer's rows to the row that holds them.
import { checkMemory } from "../memory/consistency.ts";
import { staticEnd } from "../memory/data.ts";
import { MALLOC_STATE } from "../memory/malloc.ts";
import { bytesAt } from "../memory/memory.ts";
import { ADDRESS_SPACE, usedRanges } from "../memory/pages.ts";
import { textEnd } from "../memory/text.ts";

export interface LayerRow {
  readonly layer: "+3" | "+2" | "+1" | "0" | "-1";
  readonly name: string;
  readonly bytes: number;
  readonly count: number | null;
  /** Steps in: a row's parts follow it, one further in. */
  readonly depth: number;
}

/** A machine's memory at a moment, and where src/inspect begins in it. */
export interface MemoryCopy {
  readonly stretches: readonly { readonly from: number; readonly data: Uint8Array }[];
  readonly anchors: {
    readonly addressSpace: number;
    readonly mallocState: number;
    readonly textEnd: number;
    readonly staticEnd: number;
  };
}

export interface Layers {
  readonly rows: readonly LayerRow[];
  readonly copy: MemoryCopy;
}

/** Reads all allocators (and checks them on the way). */
export function layers(): Layers {
  const { usedBytes, heapBytes, mappedBytes, malloc, pymalloc, directBytes } = checkMemory();
  const rows: LayerRow[] = [];
  const add = (
    layer: LayerRow["layer"],
    depth: number,
    name: string,
    bytes: number,
    count: number | null = null,
  ): void => {
    rows.push({ layer, depth, name, bytes, count });
  };
  add("-1", 0, "address space", usedBytes);
  add("-1", 1, "heap (brk)", heapBytes);
  add("-1", 1, "mappings (mmap)", mappedBytes);
  add("-1", 2, "frame stacks and others", directBytes);
  add("+2", 2, "pymalloc arenas", pymalloc.arenaBytes, pymalloc.arenaCount);
  add("+2", 3, "blocks in use", pymalloc.blockBytes, pymalloc.blockCount);
  add("+2", 3, "free blocks of used pools", pymalloc.freeBlockBytes);
  add("+2", 3, "free pools", pymalloc.freePoolBytes);
  add("+2", 3, "pool headers and ends", pymalloc.overheadBytes);
  add("0", 2, "malloc segments", malloc.segmentBytes);
  add("0", 2, "malloc blocks that are mappings", malloc.mmappedBytes, malloc.mmappedCount);
  const ranges = heapBytes + malloc.segmentBytes;
  add("0", 0, "malloc: heap and segments", ranges);
  add("0", 1, "chunks in use", malloc.inUseBytes, malloc.inUseCount);
  add("0", 1, "free chunks", malloc.freeBytes, malloc.freeCount);
  add("0", 1, "top", malloc.topBytes);
  add("0", 1, "segment heads and fences", malloc.overheadBytes);
  return { rows, copy: copyMemory() };
}

function copyMemory(): MemoryCopy {
  const stretches: { from: number; data: Uint8Array }[] = [];
  usedRanges((from, byteCount) => stretches.push({ from, data: bytesAt(from, byteCount).slice() }));
  const anchors = {
    addressSpace: ADDRESS_SPACE,
    mallocState: MALLOC_STATE,
    textEnd: textEnd(),
    staticEnd: staticEnd(),
  };
  return { stretches, anchors };
}
