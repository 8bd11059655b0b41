// Versions of pages. A version is the content of one page at some checkpoints, with the hash that it has at its address when that is wanted;
// equal pages of neighbouring checkpoints share one. A version is kept whole, or as what differs from another one:
//
//   whole     PAGE_WORDS words
//   delta     a mask with a bit for each word, then the words that differ from the version it refers to
//
//   while recording   v1 → v2 → v3 → whole      the newest is whole; the one before turns into a delta against it
//   after going back  whole ← w1 ← w2           what a seek leaves on its way refers to where it came from
//
// Invariants: a version lives while a checkpoint holds it or a delta refers to it; of those that are only referred to,
// one with a single referrer is merged into it. Chains of deltas are at most CHAIN_LIMIT long where they are made.
import {
  type Address,
  clearPage,
  comparePage,
  copyPageIn,
  copyPageOut,
  hashPage,
  isPageEqual,
  isPageZero,
  PAGE_BYTES,
  PAGE_WORDS,
} from "../machine/recorded.ts";
import { WordSlabs } from "./word_slabs.ts";

export const ZERO_PAGE = 0;

const MASK_WORDS = PAGE_WORDS / 32;
/** A page that differs in more words is kept whole. */
const DELTA_LIMIT = 760;
const CHAIN_LIMIT = 12;
const NONE = -1;
const PAGES_A_SHADOW = 256;
/** About what a Version takes beside its words. */
const VERSION_BYTES = 96;

interface Version {
  /** Checkpoints that hold it. */
  holders: number;
  /** Deltas that refer to it, and the exclusive or of their numbers: with one, its number. */
  referrers: number;
  referrerSum: number;
  /** Block with the whole page or the delta. */
  block: number;
  /** The version that a delta is against; NONE: whole. */
  against: number;
  /** Longest chain of deltas that ends here. */
  height: number;
  readonly page: Address;
  /** Found when they are asked for first. */
  isHashed: boolean;
  hashA: number;
  hashB: number;
}

const ZEROS = { words: new Int32Array(PAGE_WORDS), first: 0 };

export class PagePool {
  private readonly slabs = new WordSlabs();
  private readonly versions: Version[] = [
    {
      holders: 1,
      referrers: 0,
      referrerSum: 0,
      block: NONE,
      against: NONE,
      height: 0,
      page: 0,
      isHashed: true,
      hashA: 0,
      hashB: 0,
    },
  ];
  private readonly free: number[] = [];
  private readonly hash = new Int32Array(2);
  private readonly mask = new Int32Array(MASK_WORDS);
  private readonly page = new Int32Array(PAGE_WORDS);
  private readonly other = new Int32Array(PAGE_WORDS);
  private readonly changed = new Int32Array(PAGE_WORDS);
  /** Whole copies of deltas that the memory was made equal to last: to compare with, and to go back to quickly. */
  private readonly shadows: (Int32Array | undefined)[] = [];
  private readonly shadowed = new Map<Address, number>();

  /** Bytes of all versions held. */
  get byteCount(): number {
    const count = this.versions.length - this.free.length;
    return this.slabs.byteCount + this.shadowed.size * PAGE_BYTES + count * VERSION_BYTES;
  }

  // -- taking ----------------------------------------------------------------------------------------------------------

  /**
   * A version of the page as it is in memory now: `known` where that is equal, else a new one. Counted for the caller.
   * isForward: the new one refers to the known one, which stays as it is; else the new one is whole.
   */
  take(page: Address, known: number, isForward: boolean): number {
    if (known === ZERO_PAGE) return isPageZero(page) ? ZERO_PAGE : this.addWhole(page);
    const before = this.versions[known];
    const shadow = before.against === NONE ? null : this.shadowOf(page, known);
    const chunk = shadow ?? this.slabs.chunk(before.block);
    const offset = shadow === null ? this.slabs.offset(before.block) : this.shadowOffset(page);
    if (isPageEqual(page, chunk, offset)) return this.share(known);
    if (isPageZero(page)) return ZERO_PAGE;
    if (isForward || shadow !== null) return this.addForward(page, known, chunk, offset);
    return this.addNewest(page, known, chunk, offset);
  }

  private newVersion(block: number, against: number, height: number, page: Address): number {
    const version: Version = {
      holders: 1,
      referrers: 0,
      referrerSum: 0,
      block,
      against,
      height,
      page,
      isHashed: false,
      hashA: 0,
      hashB: 0,
    };
    const number = this.free.pop() ?? this.versions.length;
    this.versions[number] = version;
    if (against !== NONE) this.addReferrer(against, number);
    return number;
  }

  private addWhole(page: Address): number {
    const block = this.slabs.allocate(PAGE_WORDS);
    const chunk = this.slabs.chunk(block);
    const offset = this.slabs.offset(block);
    copyPageOut(page, chunk, offset);
    return this.newVersion(block, NONE, 0, page);
  }

  /** What a delta needs of `words`, whose mask and count were found: a block with both, or NONE where it is too much. */
  private deltaBlock(count: number): number {
    if (count > DELTA_LIMIT) return NONE;
    const block = this.slabs.allocate(MASK_WORDS + count);
    const chunk = this.slabs.chunk(block);
    const offset = this.slabs.offset(block);
    chunk.set(this.mask, offset);
    for (let i = 0; i < count; i++) chunk[offset + MASK_WORDS + i] = this.changed[i];
    return block;
  }

  /** The page now is whole in the place of the known version, which becomes a delta against it. */
  private addNewest(page: Address, known: number, chunk: Int32Array, offset: number): number {
    const before = this.versions[known];
    const height = before.height + 1;
    if (height > CHAIN_LIMIT) return this.addWhole(page);
    const count = comparePage(page, chunk, offset, this.mask, this.changed, true);
    const block = this.deltaBlock(count);
    if (block === NONE) return this.addWhole(page);
    copyPageOut(page, chunk, offset);
    const whole = before.block;
    const added = this.newVersion(whole, NONE, height, page);
    before.block = block;
    before.against = added;
    this.addReferrer(added, known);
    return added;
  }

  private addForward(page: Address, known: number, chunk: Int32Array, offset: number): number {
    const depth = this.depthOf(known);
    if (depth >= 2 * CHAIN_LIMIT) return this.addWhole(page);
    const count = comparePage(page, chunk, offset, this.mask, this.changed, false);
    const block = this.deltaBlock(count);
    if (block === NONE) return this.addWhole(page);
    const added = this.newVersion(block, known, 0, page);
    this.raise(known, 1);
    copyPageOut(page, this.shadowChunk(page), this.shadowOffset(page));
    this.shadowed.set(page, added);
    return added;
  }

  private raise(number: number, height: number): void {
    for (let at = number, h = height; at !== NONE && this.versions[at].height < h; h++) {
      this.versions[at].height = h;
      at = this.versions[at].against;
    }
  }

  private depthOf(number: number): number {
    let depth = 0;
    for (let at = this.versions[number].against; at !== NONE; at = this.versions[at].against) depth++;
    return depth;
  }

  // -- contents ----------------------------------------------------------------------------------------------------------

  /** Writes a version's words to `words` from `at` on. */
  expand(number: number, words: Int32Array, at: number): void {
    this.expandOver(NONE, number, words, at);
  }

  /** The same where `words` has the version `held` there: a chain that leads over it is gone through from there. */
  expandOver(held: number, number: number, words: Int32Array, at: number): void {
    if (number === held) return;
    if (number === ZERO_PAGE) {
      words.fill(0, at, at + PAGE_WORDS);
      return;
    }
    const version = this.versions[number];
    const chunk = this.slabs.chunk(version.block);
    const offset = this.slabs.offset(version.block);
    if (version.against === NONE) {
      words.set(chunk.subarray(offset, offset + PAGE_WORDS), at);
      return;
    }
    this.expandOver(held, version.against, words, at);
    overlay(words, at, chunk, offset, chunk, offset + MASK_WORDS);
  }

  /** Where a version's words stand, whole; null where they are to be expanded. Valid until something is taken or released. */
  place(number: number): { readonly words: Int32Array; readonly first: number } | null {
    if (number === ZERO_PAGE) return ZEROS;
    const { block, against } = this.versions[number];
    return against === NONE ? { words: this.slabs.chunk(block), first: this.slabs.offset(block) } : null;
  }

  /** A version's bytes; valid as long. */
  bytes(number: number): Uint8Array {
    const place = this.place(number);
    if (place === null) {
      const words = new Int32Array(PAGE_WORDS);
      this.expand(number, words, 0);
      return new Uint8Array(words.buffer);
    }
    const { words, first } = place;
    return new Uint8Array(words.buffer, words.byteOffset + first * Int32Array.BYTES_PER_ELEMENT, PAGE_BYTES);
  }

  /** A version's words; valid until the next call. */
  words(number: number): Int32Array {
    this.expand(number, this.page, 0);
    return this.page;
  }

  equals(page: Address, number: number): boolean {
    if (number === ZERO_PAGE) return isPageZero(page);
    const version = this.versions[number];
    if (version.against === NONE) {
      return isPageEqual(page, this.slabs.chunk(version.block), this.slabs.offset(version.block));
    }
    return isPageEqual(page, this.shadowOf(page, number), this.shadowOffset(page));
  }

  putBack(page: Address, number: number): void {
    if (number === ZERO_PAGE) {
      clearPage(page);
      return;
    }
    const version = this.versions[number];
    if (version.against === NONE) {
      copyPageIn(page, this.slabs.chunk(version.block), this.slabs.offset(version.block));
      this.shadowed.delete(page);
    } else copyPageIn(page, this.shadowOf(page, number), this.shadowOffset(page));
  }

  /** The page's two hash words; zero pages count for nothing. */
  hashOf(number: number, lane: 0 | 1): number {
    const version = this.versions[number];
    if (!version.isHashed) {
      this.expand(number, this.page, 0);
      this.hashFrom(number, this.page, 0);
    }
    return lane === 0 ? version.hashA : version.hashB;
  }

  /** Hashes a version, where that was not done, from a place that has it whole. */
  hashFrom(number: number, words: Int32Array, at: number): void {
    const version = this.versions[number];
    if (version.isHashed) return;
    hashPage(version.page, words, at, this.hash);
    version.isHashed = true;
    version.hashA = this.hash[0];
    version.hashB = this.hash[1];
  }

  private shadowIndex(page: Address): number {
    return page / PAGE_BYTES;
  }
  private shadowOffset(page: Address): number {
    return (this.shadowIndex(page) % PAGES_A_SHADOW) * PAGE_WORDS;
  }
  private shadowChunk(page: Address): Int32Array {
    const index = Math.floor(this.shadowIndex(page) / PAGES_A_SHADOW);
    this.shadows[index] ??= new Int32Array(PAGES_A_SHADOW * PAGE_WORDS);
    return this.shadows[index];
  }

  /** The whole content of a delta, at shadowOffset of what this gives. */
  private shadowOf(page: Address, number: number): Int32Array {
    const chunk = this.shadowChunk(page);
    if (this.shadowed.get(page) !== number) {
      this.expand(number, chunk, this.shadowOffset(page));
      this.shadowed.set(page, number);
    }
    return chunk;
  }

  /** Gives up the whole copies: nothing is gone back to for now. */
  forgetShadows(): void {
    this.shadowed.clear();
    this.shadows.length = 0;
  }

  // -- counting --------------------------------------------------------------------------------------------------------

  share(number: number): number {
    if (number !== ZERO_PAGE) this.versions[number].holders++;
    return number;
  }

  release(number: number): void {
    if (number === ZERO_PAGE) return;
    this.versions[number].holders--;
    this.settle(number);
  }

  private addReferrer(number: number, referrer: number): void {
    this.versions[number].referrers++;
    this.versions[number].referrerSum ^= referrer;
  }

  private removeReferrer(number: number, referrer: number): void {
    this.versions[number].referrers--;
    this.versions[number].referrerSum ^= referrer;
    this.settle(number);
  }

  /** Frees a version that nobody needs, and merges one that only a single delta needs into it. */
  private settle(number: number): void {
    const version = this.versions[number];
    if (version.holders > 0 || version.referrers > 1) return;
    const { against, block } = version;
    if (version.referrers === 1) {
      this.merge(number, version.referrerSum);
      return;
    }
    this.slabs.release(block);
    this.forget(number);
    if (against !== NONE) this.removeReferrer(against, number);
  }

  private merge(number: number, into: number): void {
    const version = this.versions[number];
    const heir = this.versions[into];
    const heirChunk = this.slabs.chunk(heir.block);
    const heirOffset = this.slabs.offset(heir.block);
    if (version.against === NONE) {
      const chunk = this.slabs.chunk(version.block);
      overlay(chunk, this.slabs.offset(version.block), heirChunk, heirOffset, heirChunk, heirOffset + MASK_WORDS);
      this.slabs.release(heir.block);
      heir.block = version.block;
      heir.against = NONE;
    } else {
      this.mergeDeltas(version, heir, into);
      this.slabs.release(version.block);
      const { against } = version;
      if (heir.against !== NONE) {
        // One referrer takes the place of the other.
        heir.against = against;
        this.versions[against].referrerSum ^= number ^ into;
      } else this.removeReferrer(against, number);
    }
    this.forget(number);
  }

  /** The number is free for another version. */
  private forget(number: number): void {
    const { page } = this.versions[number];
    if (this.shadowed.get(page) === number) this.shadowed.delete(page);
    this.free.push(number);
  }

  /** Makes the heir's delta hold the words of both; where that is too much, the heir whole. */
  private mergeDeltas(version: Version, heir: Version, into: number): void {
    const { page, other, mask, changed } = this;
    const heirChunk = this.slabs.chunk(heir.block);
    const heirOffset = this.slabs.offset(heir.block);
    const chunk = this.slabs.chunk(version.block);
    const offset = this.slabs.offset(version.block);
    overlay(other, 0, chunk, offset, chunk, offset + MASK_WORDS);
    overlay(other, 0, heirChunk, heirOffset, heirChunk, heirOffset + MASK_WORDS);
    let count = 0;
    for (let i = 0; i < MASK_WORDS; i++) {
      mask[i] = chunk[offset + i] | heirChunk[heirOffset + i];
      for (let rest = mask[i]; rest !== 0; rest &= rest - 1) changed[count++] = other[i * 32 + lowestBit(rest)];
    }
    const block = this.deltaBlock(count);
    if (block === NONE) {
      this.expand(into, page, 0);
      const whole = this.slabs.allocate(PAGE_WORDS);
      this.slabs.chunk(whole).set(page, this.slabs.offset(whole));
      this.slabs.release(heir.block);
      heir.block = whole;
      heir.against = NONE;
      return;
    }
    this.slabs.release(heir.block);
    heir.block = block;
  }
}

function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word);
}

/** Writes the words of a delta over a page: mask and words are given by where they lie. */
function overlay(
  page: Int32Array,
  at: number,
  mask: Int32Array,
  maskAt: number,
  words: Int32Array,
  wordsAt: number,
): void {
  let next = wordsAt;
  for (let i = 0; i < MASK_WORDS; i++) {
    const base = at + i * 32;
    for (let rest = mask[maskAt + i]; rest !== 0; rest &= rest - 1) page[base + lowestBit(rest)] = words[next++];
  }
}
