// The pages of one checkpoint after another, from later ones to earlier ones: while a recording goes on, a version is kept
// as what differs from the one after it, so what was read last leads to what is read next in one step of a page's chain.
//
//   reader(last) → reader(one before it) → …      the two of a pair may take turns, page by page
//
// Invariant: `held` says of each page what the image has: a version of the pool, or of a packed checkpoint its number, which
// is negative. Each page is hashed on its way, so that all hashes of what was read are known without a second reading.
import { CAPACITY, hashPage, PAGE_BYTES, PAGE_WORDS } from "../machine/recorded.ts";
import type { Checkpoint, Checkpoints } from "./checkpoints.ts";
import type { PageReader } from "./packed_pages.ts";
import { ZERO_PAGE } from "./page_pool.ts";

const PAGES_A_CHUNK = 256;

interface PackedOne {
  readonly number: number;
  hash: [number, number];
}

export class BackwardImage {
  private readonly all: Checkpoints;
  private readonly chunks: (Int32Array | undefined)[] = [];
  private readonly held = new Int32Array(CAPACITY / PAGE_BYTES).fill(ZERO_PAGE);
  private readonly packed = new Map<Checkpoint, PackedOne>();
  private readonly hash = new Int32Array(2);

  constructor(all: Checkpoints) {
    this.all = all;
  }

  private chunk(index: number): Int32Array {
    const number = Math.floor(index / PAGES_A_CHUNK);
    this.chunks[number] ??= new Int32Array(PAGES_A_CHUNK * PAGE_WORDS);
    return this.chunks[number];
  }

  /** Gives the pages of a checkpoint, as they are asked for in ascending order; others are zero. */
  reader(checkpoint: Checkpoint): PageReader {
    const { pages, versions } = checkpoint;
    const bring = versions === null ? this.unpacking(checkpoint) : this.expanding(versions);
    let i = 0;
    return (page, words) => {
      while (i < pages.length && pages[i] < page) i++;
      if (pages[i] !== page) {
        words.fill(0);
        return;
      }
      const index = page / PAGE_BYTES;
      const chunk = this.chunk(index);
      const at = (index % PAGES_A_CHUNK) * PAGE_WORDS;
      bring(i, page, chunk, at);
      words.set(chunk.subarray(at, at + PAGE_WORDS));
    };
  }

  private expanding(versions: Int32Array) {
    const { held } = this;
    const { pool } = this.all;
    return (i: number, page: number, chunk: Int32Array, at: number): void => {
      const version = versions[i];
      const index = page / PAGE_BYTES;
      if (held[index] !== version) pool.expandOver(held[index], version, chunk, at);
      held[index] = version;
      pool.hashFrom(version, chunk, at);
    };
  }

  private unpacking(checkpoint: Checkpoint) {
    const { held, hash, packed } = this;
    const one = packed.get(checkpoint) ?? { number: -1 - packed.size, hash: [0, 0] };
    packed.set(checkpoint, one);
    let read: PageReader | null = null;
    return (_i: number, page: number, chunk: Int32Array, at: number): void => {
      const index = page / PAGE_BYTES;
      if (held[index] === one.number) return;
      read ??= this.all.reader(checkpoint);
      const words = chunk.subarray(at, at + PAGE_WORDS);
      read(page, words);
      held[index] = one.number;
      if (words.every((word) => word === 0)) return;
      hashPage(page, words, 0, hash);
      one.hash = [(one.hash[0] + hash[0]) | 0, (one.hash[1] + hash[1]) | 0];
    };
  }

  /** The hash of a checkpoint all pages of which were read. */
  hashOf(checkpoint: Checkpoint): [number, number] {
    return this.packed.get(checkpoint)?.hash ?? this.all.hashOf(checkpoint);
  }
}
