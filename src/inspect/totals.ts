// A moment's memory in totals, for `underglass memory` and `show --json`: layers, arenas, objects by type, the collector.
import { CHUNK_HEAD_BYTES, layers } from "./allocators.ts";
import type { Kind, LayerFact } from "./facts.ts";
import { deadObjects, heap, placeOf } from "./heap.ts";
import type { Inspection } from "./inspection.ts";
import { bytesWithExtras, generationCounts } from "./objects.ts";
import { arenas, poolsOf } from "./pymalloc.ts";
import { pythonFrames, threads } from "./roots.ts";
import { chunks } from "./system.ts";
import { type TypeInfo, typeOf } from "./types.ts";

export interface TypeTotal {
  readonly type: string;
  readonly kind: Kind;
  readonly count: number;
  /** Blocks of their own and those they own, in the bytes asked for. */
  readonly bytes: number;
}

export interface MemoryTotals {
  /** Bytes that the address space has given. */
  readonly mappedBytes: number;
  readonly layers: readonly LayerFact[];
  readonly arenaCount: number;
  readonly poolsInUse: number;
  readonly blocksInUse: number;
  readonly freeBlocks: number;
  readonly objectCount: number;
  /** Objects that wait in free lists. */
  readonly deadCount: number;
  /** Tracked objects: generations 0, 1, 2, and frozen ones. */
  readonly generations: readonly number[];
  readonly threadCount: number;
  readonly frameCount: number;
  /** Largest first. */
  readonly types: readonly TypeTotal[];
  /** Lists or tables that contradict themselves: what is said here is a part. */
  readonly isDamaged: boolean;
}

/** The totals of a moment. */
export function memoryTotals(m: Inspection): MemoryTotals {
  const types = new Map<number, { type: string; kind: Kind; count: number; bytes: number }>();
  const { objects, isPartial } = heap(m);
  for (const object of objects) {
    const type = typeOf(m, object) as TypeInfo;
    const entry = types.get(type.address) ?? { type: type.name, kind: type.kind, count: 0, bytes: 0 };
    entry.count++;
    entry.bytes += bytesWithExtras(m, object, type);
    types.set(type.address, entry);
  }
  let poolsInUse = 0;
  let blocksInUse = 0;
  let freeBlocks = 0;
  let isDamaged = isPartial || threads(m).length === 0;
  for (const arena of arenas(m)) {
    for (const pool of poolsOf(m, arena)) {
      if (pool.usedCount > 0) poolsInUse++;
      blocksInUse += pool.usedCount;
      freeBlocks += pool.blockCount - pool.usedCount;
      isDamaged ||= pool.damaged;
    }
  }
  const all = layers(m);
  return {
    mappedBytes: all.find(({ level }) => level === -1)?.bytes ?? 0,
    layers: all,
    arenaCount: arenas(m).length,
    poolsInUse,
    blocksInUse,
    freeBlocks,
    objectCount: objects.length,
    deadCount: deadObjects(m).size,
    generations: generationCounts(m),
    threadCount: threads(m).length,
    frameCount: pythonFrames(m).length,
    types: [...types.values()].sort((a, b) => b.bytes - a.bytes || (a.type < b.type ? -1 : 1)),
    isDamaged,
  };
}

/** What the blocks in use hold: the layers +3 and +1 under what the allocators themselves can tell. */
export interface Contents {
  /** Bytes of pymalloc's blocks in use by kind; they add up to all of them. */
  readonly pymalloc: readonly { readonly kind: Kind; readonly bytes: number }[];
  /** Of these, what waits in free lists. */
  readonly waiting: { readonly count: number; readonly bytes: number };
  /** Chunks in use of heap and segments, in bytes without heads: with objects or what objects own, and the others. */
  readonly objectChunks: { readonly count: number; readonly bytes: number };
  readonly otherChunks: { readonly count: number; readonly bytes: number };
}

export function contentsOf(m: Inspection): Contents {
  const { kindBytes, chunkObjects, owners } = heap(m);
  const waiting = { count: 0, bytes: 0 };
  for (const object of deadObjects(m)) {
    waiting.count++;
    waiting.bytes += placeOf(m, object).blockBytes;
  }
  const objectChunks = { count: 0, bytes: 0 };
  const otherChunks = { count: 0, bytes: 0 };
  for (const chunk of chunks(m).all) {
    if (chunk.state !== "used" || chunk.isMapped) continue;
    const sum = chunkObjects.has(chunk.address) || owners.has(chunk.block) ? objectChunks : otherChunks;
    sum.count++;
    sum.bytes += chunk.bytes - CHUNK_HEAD_BYTES;
  }
  const pymalloc = [...kindBytes].map(([kind, bytes]) => ({ kind, bytes })).sort((a, b) => b.bytes - a.bytes);
  return { pymalloc, waiting, objectChunks, otherChunks };
}
