// Pages as the recorder handles them: compared with, copied to and copied from a buffer outside the memory, and hashed.
// Invariant: addresses are multiples of PAGE_BYTES; offsets into a buffer of words count words.
import { PAGE_BYTES } from "./map.ts";
import { type Address, I32 } from "./memory.ts";

export const PAGE_WORDS = PAGE_BYTES / 4;

/** Eight words of the memory from i on against those from j on: one test for all of them. */
function areEightEqual(i: number, words: Int32Array, j: number): boolean {
  return (
    ((I32[i] ^ words[j]) |
      (I32[i + 1] ^ words[j + 1]) |
      (I32[i + 2] ^ words[j + 2]) |
      (I32[i + 3] ^ words[j + 3]) |
      (I32[i + 4] ^ words[j + 4]) |
      (I32[i + 5] ^ words[j + 5]) |
      (I32[i + 6] ^ words[j + 6]) |
      (I32[i + 7] ^ words[j + 7])) ===
    0
  );
}

/** Whether a page holds the words from `offset` on. */
export function isPageEqual(page: Address, words: Int32Array, offset: number): boolean {
  for (let i = page >> 2, j = offset; j < offset + PAGE_WORDS; i += 8, j += 8) {
    if (!areEightEqual(i, words, j)) return false;
  }
  return true;
}

/**
 * Finds the words of a page that differ from those from `offset` on: writes where they stand into `places` and the other
 * words (takesOther) or the page's own into `changed`. Answers how many.
 */
export function comparePage(
  page: Address,
  words: Int32Array,
  offset: number,
  places: Int32Array,
  changed: Int32Array,
  takesOther: boolean,
): number {
  const from = page >> 2;
  let count = 0;
  for (let first = 0; first < PAGE_WORDS; first += 8) {
    if (areEightEqual(from + first, words, offset + first)) continue;
    for (let place = first; place < first + 8; place++) {
      const own = I32[from + place];
      const other = words[offset + place];
      if (own === other) continue;
      places[count] = place;
      changed[count++] = takesOther ? other : own;
    }
  }
  return count;
}

export function isPageZero(page: Address): boolean {
  const from = page >> 2;
  for (let i = 0; i < PAGE_WORDS; i++) if (I32[from + i] !== 0) return false;
  return true;
}

export function copyPageOut(page: Address, words: Int32Array, offset: number): void {
  words.set(I32.subarray(page >> 2, (page >> 2) + PAGE_WORDS), offset);
}

export function copyPageIn(page: Address, words: Int32Array, offset: number): void {
  I32.set(words.subarray(offset, offset + PAGE_WORDS), page >> 2);
}

export function clearPage(page: Address): void {
  I32.fill(0, page >> 2, (page >> 2) + PAGE_WORDS);
}

// Two lanes of multiply and rotate, one over the even words and one over the odd, begun with the page's address so that
// equal pages at different places differ, and stirred into each other at the end.
const LANE_A = 0x9e3779b1 | 0;
const LANE_B = 0x85ebca6b | 0;
const LANE_C = 0xc2b2ae35 | 0;

function stir(lane: number): number {
  lane = Math.imul(lane ^ (lane >>> 16), LANE_B);
  lane = Math.imul(lane ^ (lane >>> 13), LANE_C);
  return lane ^ (lane >>> 16);
}

/** Writes the two words of the hash of a page's content at an address to hash[0] and hash[1]. */
export function hashPage(page: Address, words: Int32Array, offset: number, hash: Int32Array): void {
  let a = page ^ LANE_A;
  let b = Math.imul(page, LANE_C) ^ LANE_B;
  for (let i = offset; i < offset + PAGE_WORDS; i += 2) {
    a = Math.imul(a ^ words[i], LANE_A);
    a = (a << 13) | (a >>> 19);
    b = Math.imul(b ^ words[i + 1], LANE_B);
    b = (b << 17) | (b >>> 15);
  }
  hash[0] = stir(a ^ Math.imul(b, LANE_C));
  hash[1] = stir(b ^ Math.imul(a, LANE_B));
}

/** The same of a page as it is in memory. */
export function hashPageInPlace(page: Address, hash: Int32Array): void {
  hashPage(page, I32, page >> 2, hash);
}
