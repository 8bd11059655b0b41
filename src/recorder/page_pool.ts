// Pooled buffers for versions of pages. A version is a page's content with the hash it had at its address; equal pages of
// neighbouring checkpoints share one.
//
//   slot 0        the zero page: takes no room
//   slot n        chunk n / PAGES_A_CHUNK, counted by the checkpoints that hold it
//
// Invariant: a slot whose count is 0 is on the free list, and no other.
import {
  type Address,
  copyPageIn,
  copyPageOut,
  fillBytes,
  hashPage,
  isPageEqual,
  isPageZero,
  PAGE_BYTES,
  PAGE_WORDS,
} from "../machine/recorded.ts";

const PAGES_A_CHUNK = 256;
const CHUNK_SHIFT = 8;
export const ZERO_PAGE = 0;

export class PagePool {
  private readonly chunks: Int32Array[] = [];
  private readonly counts: number[] = [1];
  private readonly hashes: number[] = [0, 0];
  private readonly free: number[] = [];
  private readonly hash = new Int32Array(2);
  private used = 0;

  /** Bytes of all versions held. */
  get byteCount(): number {
    return this.used * PAGE_BYTES;
  }

  private chunkOf(slot: number): Int32Array {
    return this.chunks[slot >> CHUNK_SHIFT];
  }

  private offsetOf(slot: number): number {
    return (slot & (PAGES_A_CHUNK - 1)) * PAGE_WORDS;
  }

  private newSlot(): number {
    const known = this.free.pop();
    const slot = known ?? this.counts.length;
    if (known === undefined) {
      this.counts.push(0);
      this.hashes.push(0, 0);
      if (this.chunks.length <= slot >> CHUNK_SHIFT) this.chunks.push(new Int32Array(PAGES_A_CHUNK * PAGE_WORDS));
    }
    this.counts[slot] = 1;
    this.used++;
    return slot;
  }

  private store(page: Address, fill: (chunk: Int32Array, offset: number) => void): number {
    const slot = this.newSlot();
    const chunk = this.chunkOf(slot);
    const offset = this.offsetOf(slot);
    fill(chunk, offset);
    hashPage(page, chunk, offset, this.hash);
    this.hashes[slot * 2] = this.hash[0];
    this.hashes[slot * 2 + 1] = this.hash[1];
    return slot;
  }

  /** A version of the page as it is in memory now: `known` where that is equal, else a new one. Counted for the caller. */
  take(page: Address, known: number): number {
    if (known === ZERO_PAGE ? isPageZero(page) : this.equals(page, known)) return this.share(known);
    if (known !== ZERO_PAGE && isPageZero(page)) return ZERO_PAGE;
    return this.store(page, (chunk, offset) => copyPageOut(page, chunk, offset));
  }

  /** A version read from elsewhere. */
  add(page: Address, words: Int32Array): number {
    return this.store(page, (chunk, offset) => chunk.set(words, offset));
  }

  equals(page: Address, slot: number): boolean {
    return isPageEqual(page, this.chunkOf(slot), this.offsetOf(slot));
  }

  isZero(page: Address): boolean {
    return isPageZero(page);
  }

  share(slot: number): number {
    if (slot !== ZERO_PAGE) this.counts[slot]++;
    return slot;
  }

  release(slot: number): void {
    if (slot === ZERO_PAGE || --this.counts[slot] > 0) return;
    this.free.push(slot);
    this.used--;
  }

  putBack(page: Address, slot: number): void {
    if (slot === ZERO_PAGE) fillBytes(page, 0, PAGE_BYTES);
    else copyPageIn(page, this.chunkOf(slot), this.offsetOf(slot));
  }

  words(slot: number): Int32Array {
    const offset = this.offsetOf(slot);
    return this.chunkOf(slot).subarray(offset, offset + PAGE_WORDS);
  }

  /** The page's two hash words; zero pages count for nothing. */
  hashOf(slot: number, lane: 0 | 1): number {
    return this.hashes[slot * 2 + lane];
  }
}
