// Versions of pages. A version is the content of one page at some checkpoints, with the hash that it has at its address when
// that is wanted; equal pages of neighbouring checkpoints share one. A version is kept whole, or as what differs from another one:
//
//   whole     PAGE_WORDS words
//   delta     the words that differ from the version it refers to, and where they stand:
//               how many words of gaps · gaps, a byte each, the lowest first · the words that differ
//             A gap says how far a word is from the one before it. Where that is more than SKIP, a 0 goes on by SKIP.
//
//   while recording   v1 → v2 → v3 → whole      the newest is whole; the one before turns into a delta against it
//   after going back  whole ← w1 ← w2           what a seek leaves on its way refers to where it came from
//
// Invariants: a version lives while a checkpoint holds it or a delta refers to it; of those that are only referred to,
// one with a single referrer is merged into it. A version that was whole refers over at most CHAIN_LIMIT others to one that
// is, and one made after going back over at most so many to one that was.
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

/** The largest gap, and how many zeros a page needs at most. */
const SKIP = 255;
const SKIPS = Math.ceil(PAGE_WORDS / SKIP);
/** A page that differs in more words is kept whole. */
const DELTA_LIMIT = 760;
const CHAIN_LIMIT = 12;
const NONE = -1;
const PAGES_A_SHADOW = 256;

/**
 * What is known of a version: one stretch of words each, a half of a cache line, since chains of deltas lead from one to
 * another all over the table.
 *
 *   HOLDERS        checkpoints that hold it
 *   REFERRERS      deltas that refer to it
 *   REFERRER_SUM   the exclusive or of their numbers: with one, its number
 *   BLOCK          with the whole page or the delta
 *   AGAINST        the version that a delta is against; NONE: whole
 *   HEIGHT         longest chain of deltas that ends here, of those that were whole
 *   RANK           deltas from here to one that was whole
 *   PAGE           its address
 */
const [HOLDERS, REFERRERS, REFERRER_SUM, BLOCK, AGAINST, HEIGHT, RANK, PAGE] = [0, 1, 2, 3, 4, 5, 6, 7];
const RECORD_WORDS = 8;
/** A version's hash, where it was asked for: two words and whether they are there. */
const HASH_WORDS = 3;
const WORD_BYTES = 4;
const VERSION_BYTES = (RECORD_WORDS + HASH_WORDS) * WORD_BYTES;
const LEAST_VERSIONS = 1 << 10;

/** Whole copies of neighbouring pages, and which versions they are. */
interface Shadow {
  readonly words: Int32Array;
  readonly held: Int32Array;
}

const NO_SHADOW: Shadow = { words: new Int32Array(0), held: new Int32Array(0) };
const ZEROS = { words: new Int32Array(PAGE_WORDS), first: 0 };

export class PagePool {
  private readonly slabs = new WordSlabs();
  /** Words of the records, the number of a version being its place. */
  private records = new Int32Array(LEAST_VERSIONS * RECORD_WORDS);
  private hashes = new Int32Array(LEAST_VERSIONS * HASH_WORDS);
  /** Numbers from here on were never used; the first is that of the page without content. */
  private fresh = 0;
  private readonly free: number[] = [];
  private chain = new Int32Array(4 * CHAIN_LIMIT);
  private readonly hash = new Int32Array(2);
  /** Where words differ, and the words. */
  private readonly places = new Int32Array(PAGE_WORDS);
  private readonly changed = new Int32Array(PAGE_WORDS);
  private readonly gaps = new Uint8Array(PAGE_WORDS + SKIPS);
  private readonly placesBelow = new Int32Array(PAGE_WORDS);
  private readonly placesAbove = new Int32Array(PAGE_WORDS);
  private readonly page = new Int32Array(PAGE_WORDS);
  /** Whole copies of deltas that the memory was made equal to last: to compare with, and to go back to quickly. */
  private readonly shadows: (Shadow | undefined)[] = [];
  private shadowCount = 0;

  constructor() {
    this.newVersion(NONE, NONE, 0, 0, 0);
    this.hashes[2] = 1;
  }

  /** Bytes of all versions held. */
  get byteCount(): number {
    const count = this.fresh - this.free.length - 1;
    return this.slabs.byteCount + this.shadowCount * PAGE_BYTES + count * VERSION_BYTES;
  }

  // -- taking ----------------------------------------------------------------------------------------------------------

  /**
   * A version of the page as it is in memory now: `known` where that is equal, else a new one. Counted for the caller.
   * isForward: the new one refers to the known one, which stays as it is; else the new one is whole.
   */
  take(page: Address, known: number, isForward: boolean): number {
    if (known === ZERO_PAGE) return isPageZero(page) ? ZERO_PAGE : this.addWhole(page);
    const isWhole = this.records[known * RECORD_WORDS + AGAINST] === NONE;
    const shadow = isWhole ? null : this.shadowOf(page, known);
    const block = this.records[known * RECORD_WORDS + BLOCK];
    const chunk = shadow ?? this.slabs.chunk(block);
    const offset = shadow === null ? this.slabs.offset(block) : shadowOffset(page);
    if (isPageEqual(page, chunk, offset)) return this.share(known);
    if (isPageZero(page)) return ZERO_PAGE;
    if (isForward || shadow !== null) return this.addForward(page, known, chunk, offset, shadow !== null);
    return this.addNewest(page, known, chunk, offset);
  }

  private newVersion(block: number, against: number, height: number, rank: number, page: Address): number {
    const number = this.free.pop() ?? this.fresh++;
    if (number * RECORD_WORDS === this.records.length) this.grow();
    const { records } = this;
    const at = number * RECORD_WORDS;
    records[at + HOLDERS] = 1;
    records[at + REFERRERS] = 0;
    records[at + REFERRER_SUM] = 0;
    records[at + BLOCK] = block;
    records[at + AGAINST] = against;
    records[at + HEIGHT] = height;
    records[at + RANK] = rank;
    records[at + PAGE] = page;
    this.hashes[number * HASH_WORDS + 2] = 0;
    if (against !== NONE) this.addReferrer(against, number);
    return number;
  }

  private grow(): void {
    const { records, hashes } = this;
    const count = records.length / RECORD_WORDS;
    this.records = new Int32Array(2 * count * RECORD_WORDS);
    this.records.set(records);
    this.hashes = new Int32Array(2 * count * HASH_WORDS);
    this.hashes.set(hashes);
  }

  private addWhole(page: Address): number {
    const block = this.slabs.allocate(PAGE_WORDS);
    const chunk = this.slabs.chunk(block);
    const offset = this.slabs.offset(block);
    copyPageOut(page, chunk, offset);
    return this.newVersion(block, NONE, 0, 0, page);
  }

  /** A block with the delta of which `places` and `changed` have so many words, or NONE where it is too much. */
  private deltaBlock(count: number): number {
    if (count > DELTA_LIMIT) return NONE;
    const { places, changed, gaps } = this;
    let gapCount = 0;
    let before = -1;
    for (let i = 0; i < count; i++) {
      let gap = places[i] - before;
      for (; gap > SKIP; gap -= SKIP) gaps[gapCount++] = 0;
      gaps[gapCount++] = gap;
      before = places[i];
    }
    while (gapCount % WORD_BYTES !== 0) gaps[gapCount++] = 0;
    const gapWords = gapCount / WORD_BYTES;
    const block = this.slabs.allocate(1 + gapWords + count);
    const chunk = this.slabs.chunk(block);
    let at = this.slabs.offset(block);
    chunk[at++] = gapWords;
    for (let i = 0; i < gapCount; i += WORD_BYTES) {
      chunk[at++] = gaps[i] | (gaps[i + 1] << 8) | (gaps[i + 2] << 16) | (gaps[i + 3] << 24);
    }
    for (let i = 0; i < count; i++) chunk[at++] = changed[i];
    return block;
  }

  /** The page now is whole in the place of the known version, which becomes a delta against it. */
  private addNewest(page: Address, known: number, chunk: Int32Array, offset: number): number {
    const height = this.records[known * RECORD_WORDS + HEIGHT] + 1;
    if (height > CHAIN_LIMIT) return this.addWhole(page);
    const count = comparePage(page, chunk, offset, this.places, this.changed, true);
    const block = this.deltaBlock(count);
    if (block === NONE) return this.addWhole(page);
    copyPageOut(page, chunk, offset);
    const whole = this.records[known * RECORD_WORDS + BLOCK];
    const added = this.newVersion(whole, NONE, height, 0, page);
    this.records[known * RECORD_WORDS + BLOCK] = block;
    this.records[known * RECORD_WORDS + AGAINST] = added;
    this.addReferrer(added, known);
    return added;
  }

  /** What differs from the known version, whose words stand in `chunk`; inShadow: where those of the new one belong too. */
  private addForward(page: Address, known: number, chunk: Int32Array, offset: number, inShadow: boolean): number {
    const rank = this.records[known * RECORD_WORDS + RANK] + 1;
    if (rank > CHAIN_LIMIT) return this.addWhole(page);
    const count = comparePage(page, chunk, offset, this.places, this.changed, false);
    const block = this.deltaBlock(count);
    if (block === NONE) return this.addWhole(page);
    const added = this.newVersion(block, known, 0, rank, page);
    if (inShadow) for (let i = 0; i < count; i++) chunk[offset + this.places[i]] = this.changed[i];
    else copyPageOut(page, this.shadow(page).words, shadowOffset(page));
    this.setShadowed(page, added);
    return added;
  }

  // -- contents ----------------------------------------------------------------------------------------------------------

  /** Writes a version's words to `words` from `at` on. */
  expand(number: number, words: Int32Array, at: number): void {
    this.expandOver(NONE, number, words, at);
  }

  /** The same where `words` has the version `held` there: a chain that leads over it is gone through from there. */
  expandOver(held: number, number: number, words: Int32Array, at: number): void {
    const { records, slabs } = this;
    let depth = 0;
    let from = number;
    for (; from !== held; depth++) {
      const against = records[from * RECORD_WORDS + AGAINST];
      if (against === NONE) break;
      if (depth === this.chain.length) this.lengthenChain();
      this.chain[depth] = records[from * RECORD_WORDS + BLOCK];
      from = against;
    }
    if (from === ZERO_PAGE && from !== held) words.fill(0, at, at + PAGE_WORDS);
    else if (from !== held) {
      const block = records[from * RECORD_WORDS + BLOCK];
      const offset = slabs.offset(block);
      words.set(slabs.chunk(block).subarray(offset, offset + PAGE_WORDS), at);
    }
    while (depth-- > 0) {
      const block = this.chain[depth];
      overlay(words, at, slabs.chunk(block), slabs.offset(block));
    }
  }

  private lengthenChain(): void {
    const { chain } = this;
    this.chain = new Int32Array(2 * chain.length);
    this.chain.set(chain);
  }

  /** Where a version's words stand, whole; null where they are to be expanded. Valid until something is taken or released. */
  place(number: number): { readonly words: Int32Array; readonly first: number } | null {
    if (number === ZERO_PAGE) return ZEROS;
    if (this.records[number * RECORD_WORDS + AGAINST] !== NONE) return null;
    const block = this.records[number * RECORD_WORDS + BLOCK];
    return { words: this.slabs.chunk(block), first: this.slabs.offset(block) };
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
    const place = this.place(number);
    return place === null
      ? isPageEqual(page, this.shadowOf(page, number), shadowOffset(page))
      : isPageEqual(page, place.words, place.first);
  }

  putBack(page: Address, number: number): void {
    if (number === ZERO_PAGE) {
      clearPage(page);
      return;
    }
    if (this.records[number * RECORD_WORDS + AGAINST] === NONE) {
      const block = this.records[number * RECORD_WORDS + BLOCK];
      copyPageIn(page, this.slabs.chunk(block), this.slabs.offset(block));
      this.setShadowed(page, NONE);
    } else copyPageIn(page, this.shadowOf(page, number), shadowOffset(page));
  }

  /** The page's two hash words; zero pages count for nothing. */
  hashOf(number: number, lane: 0 | 1): number {
    if (this.hashes[number * HASH_WORDS + 2] === 0) {
      this.expand(number, this.page, 0);
      this.hashFrom(number, this.page, 0);
    }
    return this.hashes[number * HASH_WORDS + lane];
  }

  /** Hashes a version, where that was not done, from a place that has it whole. */
  hashFrom(number: number, words: Int32Array, at: number): void {
    const { hashes, hash } = this;
    if (hashes[number * HASH_WORDS + 2] !== 0) return;
    hashPage(this.records[number * RECORD_WORDS + PAGE], words, at, hash);
    hashes[number * HASH_WORDS] = hash[0];
    hashes[number * HASH_WORDS + 1] = hash[1];
    hashes[number * HASH_WORDS + 2] = 1;
  }

  private shadow(page: Address): Shadow {
    const index = Math.floor(page / PAGE_BYTES / PAGES_A_SHADOW);
    this.shadows[index] ??= {
      words: new Int32Array(PAGES_A_SHADOW * PAGE_WORDS),
      held: new Int32Array(PAGES_A_SHADOW).fill(NONE),
    };
    return this.shadows[index];
  }

  /** The whole content of a delta, at shadowOffset of what this gives. */
  private shadowOf(page: Address, number: number): Int32Array {
    const { words, held } = this.shadow(page);
    this.expandOver(held[placeInShadow(page)], number, words, shadowOffset(page));
    this.setShadowed(page, number);
    return words;
  }

  /** Which version the copy of a page is; NONE: of none. */
  private setShadowed(page: Address, number: number): void {
    const { held } = this.shadow(page);
    const place = placeInShadow(page);
    this.shadowCount += (number === NONE ? 0 : 1) - (held[place] === NONE ? 0 : 1);
    held[place] = number;
  }

  /** Gives up the whole copies: nothing is gone back to for now. */
  forgetShadows(): void {
    this.shadowCount = 0;
    this.shadows.length = 0;
  }

  // -- counting --------------------------------------------------------------------------------------------------------

  share(number: number): number {
    if (number !== ZERO_PAGE) this.records[number * RECORD_WORDS + HOLDERS]++;
    return number;
  }

  release(number: number): void {
    if (number === ZERO_PAGE) return;
    this.records[number * RECORD_WORDS + HOLDERS]--;
    this.settle(number);
  }

  private addReferrer(number: number, referrer: number): void {
    this.records[number * RECORD_WORDS + REFERRERS]++;
    this.records[number * RECORD_WORDS + REFERRER_SUM] ^= referrer;
  }

  private removeReferrer(number: number, referrer: number): void {
    this.records[number * RECORD_WORDS + REFERRERS]--;
    this.records[number * RECORD_WORDS + REFERRER_SUM] ^= referrer;
    this.settle(number);
  }

  /** Frees a version that nobody needs, and merges one that only a single delta needs into it. */
  private settle(number: number): void {
    const { records } = this;
    const at = number * RECORD_WORDS;
    if (records[at + HOLDERS] > 0 || records[at + REFERRERS] > 1) return;
    if (records[at + REFERRERS] === 1) {
      this.merge(number, records[at + REFERRER_SUM]);
      return;
    }
    const against = records[at + AGAINST];
    this.slabs.release(records[at + BLOCK]);
    this.forget(number);
    if (against !== NONE) this.removeReferrer(against, number);
  }

  private merge(number: number, into: number): void {
    const { records, slabs } = this;
    const against = records[number * RECORD_WORDS + AGAINST];
    const block = records[number * RECORD_WORDS + BLOCK];
    const heir = into * RECORD_WORDS;
    if (against === NONE) {
      const delta = records[heir + BLOCK];
      overlay(slabs.chunk(block), slabs.offset(block), slabs.chunk(delta), slabs.offset(delta));
      slabs.release(delta);
      records[heir + BLOCK] = block;
      records[heir + AGAINST] = NONE;
    } else {
      this.mergeDeltas(block, records[heir + BLOCK], into);
      slabs.release(block);
      if (records[heir + AGAINST] !== NONE) {
        // One referrer takes the place of the other.
        records[heir + AGAINST] = against;
        records[against * RECORD_WORDS + REFERRER_SUM] ^= number ^ into;
      } else this.removeReferrer(against, number);
    }
    this.forget(number);
  }

  /** The number is free for another version. */
  private forget(number: number): void {
    const page = this.records[number * RECORD_WORDS + PAGE];
    const { held } = this.shadows[Math.floor(page / PAGE_BYTES / PAGES_A_SHADOW)] ?? NO_SHADOW;
    if (held[placeInShadow(page)] === number) this.setShadowed(page, NONE);
    this.free.push(number);
  }

  /** Makes the delta of `into` hold the words of the one that it was against too; where that is too much, it whole. */
  private mergeDeltas(below: number, above: number, into: number): void {
    const { page, placesBelow, placesAbove, places, changed, slabs, records } = this;
    const chunkBelow = slabs.chunk(below);
    const chunkAbove = slabs.chunk(above);
    const countBelow = placesOf(chunkBelow, slabs.offset(below), placesBelow);
    const countAbove = placesOf(chunkAbove, slabs.offset(above), placesAbove);
    const wordsBelow = valuesAt(chunkBelow, slabs.offset(below));
    const wordsAbove = valuesAt(chunkAbove, slabs.offset(above));
    let count = 0;
    for (let i = 0, k = 0; i < countBelow || k < countAbove; count++) {
      const placeBelow = i < countBelow ? placesBelow[i] : PAGE_WORDS;
      const placeAbove = k < countAbove ? placesAbove[k] : PAGE_WORDS;
      places[count] = Math.min(placeBelow, placeAbove);
      changed[count] = placeAbove <= placeBelow ? chunkAbove[wordsAbove + k] : chunkBelow[wordsBelow + i];
      if (placeBelow <= placeAbove) i++;
      if (placeAbove <= placeBelow) k++;
    }
    let block = this.deltaBlock(count);
    if (block === NONE) {
      this.expand(into, page, 0);
      block = slabs.allocate(PAGE_WORDS);
      slabs.chunk(block).set(page, slabs.offset(block));
      records[into * RECORD_WORDS + AGAINST] = NONE;
    }
    slabs.release(above);
    records[into * RECORD_WORDS + BLOCK] = block;
  }
}

const placeInShadow = (page: Address): number => (page / PAGE_BYTES) % PAGES_A_SHADOW;
const shadowOffset = (page: Address): number => placeInShadow(page) * PAGE_WORDS;

/** Where the words of a delta begin that stands at an offset. */
function valuesAt(delta: Int32Array, offset: number): number {
  return offset + 1 + delta[offset];
}

/** Writes the words of a delta over a page. */
function overlay(page: Int32Array, at: number, delta: Int32Array, offset: number): void {
  const gapsEnd = valuesAt(delta, offset);
  let value = gapsEnd;
  let to = at - 1;
  // Four gaps a turn, written out: this is most of what going back to a checkpoint takes.
  for (let gapsAt = offset + 1; gapsAt < gapsEnd; gapsAt++) {
    const gaps = delta[gapsAt];
    const first = gaps & 0xff;
    const second = (gaps >>> 8) & 0xff;
    const third = (gaps >>> 16) & 0xff;
    const fourth = gaps >>> 24;
    to += first;
    if (first !== 0) page[to] = delta[value++];
    else to += SKIP;
    to += second;
    if (second !== 0) page[to] = delta[value++];
    else to += SKIP;
    to += third;
    if (third !== 0) page[to] = delta[value++];
    else to += SKIP;
    to += fourth;
    if (fourth !== 0) page[to] = delta[value++];
    else to += SKIP;
  }
}

/** Writes where the words of a delta belong to `places`. Answers how many they are. */
function placesOf(delta: Int32Array, offset: number, places: Int32Array): number {
  const gapsEnd = valuesAt(delta, offset);
  let count = 0;
  let to = -1;
  for (let gapsAt = offset + 1; gapsAt < gapsEnd; gapsAt++) {
    for (let shift = 0; shift < 32; shift += 8) {
      const gap = (delta[gapsAt] >>> shift) & 0xff;
      if (gap === 0) to += SKIP;
      else places[count++] = to += gap;
    }
  }
  return count;
}
