// BLAKE2b and BLAKE2s (RFC 7693): words of 64 and of 32 bits. The last block is told apart, so a full one waits for more.
//
// EXTRA holds, in its bits, the length of the digest and whether the node is the last of its level (see pack).
import { type Address, fillBytes, i32, setI32 } from "../../memory/memory.ts";
import { type Algorithm, bufferOf, EXTRA, FILL, LENGTH, WORDS, wordBytes } from "./block_hash.ts";
import { starts } from "./sha2.ts";

/** The order in which the words of a block are taken, a row a round; they repeat after ten. */
const ORDER = [
  "0123456789abcdef",
  "ea489fd61c02b753",
  "b8c052fdae367194",
  "7931dcbe265a40f8",
  "905724afe1bc683d",
  "2c6a0b834d75fe19",
  "c51fed4a0763928b",
  "db7ec13950f4862a",
  "6fe9b308c2d714a5",
  "a2847615fb9e3cd0",
].map((row) => Array.from(row, (digit) => Number.parseInt(digit, 16)));

/** Which four words a mixing step takes: columns, then diagonals. */
const QUARTERS = [
  [0, 4, 8, 12],
  [1, 5, 9, 13],
  [2, 6, 10, 14],
  [3, 7, 11, 15],
  [0, 5, 10, 15],
  [1, 6, 11, 12],
  [2, 7, 8, 13],
  [3, 4, 9, 14],
] as const;

const v = new Int32Array(32);
const m = new Int32Array(32);
const TWO_32 = 4294967296;

export function pack(digestBytes: number, isLastNode: boolean): number {
  return digestBytes | (isLastNode ? LAST_NODE : 0);
}
const LAST_NODE = 256;

// -- 64-bit words: the lower one at the even index -------------------------------------------------------------------------

/** a += b (+ a word of the block where index is not negative). */
function addWide(a: number, b: number, index: number): void {
  const moreLow = index < 0 ? 0 : m[index] >>> 0;
  const moreHigh = index < 0 ? 0 : m[index + 1];
  const sum = (v[a] >>> 0) + (v[b] >>> 0) + moreLow;
  v[a] = sum;
  v[a + 1] = v[a + 1] + v[b + 1] + moreHigh + Math.floor(sum / TWO_32);
}

/** a = (a ^ b), turned right. */
function turnWide(a: number, b: number, by: number): void {
  const lower = v[a] ^ v[b];
  const upper = v[a + 1] ^ v[b + 1];
  if (by === 32) {
    v[a] = upper;
    v[a + 1] = lower;
  } else if (by === 63) {
    v[a] = (lower << 1) | (upper >>> 31);
    v[a + 1] = (upper << 1) | (lower >>> 31);
  } else {
    v[a] = (lower >>> by) | (upper << (32 - by));
    v[a + 1] = (upper >>> by) | (lower << (32 - by));
  }
}

function mixWide(round: number): void {
  const order = ORDER[round % ORDER.length];
  for (let i = 0; i < 8; i++) {
    const [a, b, c, d] = QUARTERS[i];
    addWide(a * 2, b * 2, order[i * 2] * 2);
    turnWide(d * 2, a * 2, 32);
    addWide(c * 2, d * 2, -1);
    turnWide(b * 2, c * 2, 24);
    addWide(a * 2, b * 2, order[i * 2 + 1] * 2);
    turnWide(d * 2, a * 2, 16);
    addWide(c * 2, d * 2, -1);
    turnWide(b * 2, c * 2, 63);
  }
}

// -- 32-bit words --------------------------------------------------------------------------------------------------------

const turned = (x: number, by: number): number => (x >>> by) | (x << (32 - by));

function mixNarrow(round: number): void {
  const order = ORDER[round];
  for (let i = 0; i < 8; i++) {
    const [a, b, c, d] = QUARTERS[i];
    v[a] += v[b] + m[order[i * 2]];
    v[d] = turned(v[d] ^ v[a], 16);
    v[c] += v[d];
    v[b] = turned(v[b] ^ v[c], 12);
    v[a] += v[b] + m[order[i * 2 + 1]];
    v[d] = turned(v[d] ^ v[a], 8);
    v[c] += v[d];
    v[b] = turned(v[b] ^ v[c], 7);
  }
}

// -- blocks --------------------------------------------------------------------------------------------------------------

/** The word of the constants at an index, lower words first as in v. */
function startWord(isWide: boolean, index: number): number {
  return isWide ? starts()[index ^ 1] : starts()[index * 2];
}

function compress(
  isWide: boolean,
  words: Address,
  block: Address,
  lengthLow: number,
  lengthHigh: number,
  last: number,
  lastNode: number,
): void {
  const half = isWide ? 16 : 8;
  for (let i = 0; i < half * 2; i++) m[i] = i32(block + i * 4);
  for (let i = 0; i < half; i++) {
    v[i] = i32(words + i * 4);
    v[half + i] = startWord(isWide, i);
  }
  // Words 12 to 15 of the sixteen: the length in two words, then the marks of the last block and the last node.
  const unit = half >> 3;
  v[12 * unit] ^= lengthLow;
  v[12 * unit + 1] ^= lengthHigh;
  for (let i = 0; i < unit; i++) {
    v[14 * unit + i] ^= last;
    v[15 * unit + i] ^= lastNode;
  }
  for (let round = 0; round < (isWide ? 12 : 10); round++) {
    if (isWide) mixWide(round);
    else mixNarrow(round);
  }
  for (let i = 0; i < half; i++) setI32(words + i * 4, i32(words + i * 4) ^ v[i] ^ v[half + i]);
}

function member(name: string, isWide: boolean): Algorithm {
  const blockBytes = isWide ? 128 : 64;
  const wordsBytes = isWide ? 64 : 32;
  return {
    name,
    blockBytes,
    digestBytes: wordsBytes,
    wordsBytes,
    keepsLast: true,
    begin(words) {
      for (let at = 0; at < wordsBytes; at += 4) setI32(words + at, startWord(isWide, at >> 2));
    },
    compress: (words, block, lengthLow, lengthHigh) => compress(isWide, words, block, lengthLow, lengthHigh, 0, 0),
    finish(algorithm, state) {
      const buffer = bufferOf(algorithm, state);
      const fill = i32(state + FILL);
      const extra = i32(state + EXTRA);
      fillBytes(buffer + fill, 0, blockBytes - fill);
      const lastNode = (extra & LAST_NODE) !== 0 ? -1 : 0;
      compress(isWide, state + WORDS, buffer, i32(state + LENGTH), i32(state + LENGTH + 4), -1, lastNode);
      return wordBytes(state + WORDS, wordsBytes, false).subarray(0, extra & (LAST_NODE - 1));
    },
  };
}

export const BLAKE2B = member("blake2b", true);
export const BLAKE2S = member("blake2s", false);
