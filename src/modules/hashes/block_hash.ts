// What all hash functions share: bytes are gathered in blocks, and each full block is mixed into a few words of state.
//
// State stands in the machine's memory, so that a checkpoint holds it:
//
//   length   bytes so far
//   fill     bytes in the buffer
//   words    the algorithm's own
//   buffer   one block, not full (or full, where the algorithm must know which block is the last)
//
// Invariant: nothing is kept in JavaScript between two calls but constants.
import { rawFree, rawMalloc } from "../../memory/allocators.ts";
import { type Address, bytesAt, copyBytes, fillBytes, i32, setI32, setU8, u32 } from "../../memory/memory.ts";

export const LENGTH = 0;
export const FILL = 8;
/** For what an algorithm wants to remember besides its words. */
export const EXTRA = 12;
export const WORDS = 16;
const TWO_32 = 4294967296;

export interface Algorithm {
  readonly name: string;
  readonly blockBytes: number;
  readonly digestBytes: number;
  readonly wordsBytes: number;
  /** Whether a full block waits for more before it is mixed in. */
  readonly keepsLast: boolean;
  begin(words: Address): void;
  /** Mixes in the block at an address; length: bytes so far with it. */
  compress(words: Address, block: Address, lengthLow: number, lengthHigh: number): void;
  /** Ends a state, which is given up, and answers with the digest (of `count` bytes where that is free). */
  finish(algorithm: Algorithm, state: Address, count: number): Uint8Array;
}

export function stateBytes(algorithm: Algorithm): number {
  return WORDS + algorithm.wordsBytes + algorithm.blockBytes;
}

export function bufferOf(algorithm: Algorithm, state: Address): Address {
  return state + WORDS + algorithm.wordsBytes;
}

export function begin(algorithm: Algorithm, state: Address): void {
  fillBytes(state, 0, stateBytes(algorithm));
  algorithm.begin(state + WORDS);
}

function count(state: Address, bytes: number): void {
  const lower = u32(state + LENGTH) + bytes;
  setI32(state + LENGTH, lower | 0);
  if (lower >= TWO_32) setI32(state + LENGTH + 4, i32(state + LENGTH + 4) + 1);
}

/** Takes in bytes of the memory. */
export function update(algorithm: Algorithm, state: Address, from: Address, byteCount: number): void {
  const { blockBytes } = algorithm;
  const buffer = bufferOf(algorithm, state);
  let fill = i32(state + FILL);
  let at = from;
  let left = byteCount;
  while (left > 0) {
    if (fill === blockBytes) {
      algorithm.compress(state + WORDS, buffer, i32(state + LENGTH), i32(state + LENGTH + 4));
      fill = 0;
    }
    const taken = left < blockBytes - fill ? left : blockBytes - fill;
    copyBytes(buffer + fill, at, taken);
    count(state, taken);
    fill += taken;
    at += taken;
    left -= taken;
    if (fill === blockBytes && !algorithm.keepsLast) {
      algorithm.compress(state + WORDS, buffer, i32(state + LENGTH), i32(state + LENGTH + 4));
      fill = 0;
    }
  }
  setI32(state + FILL, fill);
}

/** The digest of all bytes so far; the state stays as it is. Null when memory is exhausted. */
export function digest(algorithm: Algorithm, state: Address, byteCount: number): Uint8Array | null {
  const copy = rawMalloc(stateBytes(algorithm));
  if (copy === 0) return null;
  copyBytes(copy, state, stateBytes(algorithm));
  const result = algorithm.finish(algorithm, copy, byteCount);
  rawFree(copy);
  return result;
}

/** A 32-bit word by its index. */
export function wordAt(words: Address, index: number): number {
  return i32(words + index * 4);
}

export function addWord(words: Address, index: number, value: number): void {
  setI32(words + index * 4, (i32(words + index * 4) + value) | 0);
}

// -- the ending of MD5 and the SHA family --------------------------------------------------------------------------------

/** A word with its bytes in the other order. */
export function swapped(word: number): number {
  return (word << 24) | ((word & 0xff00) << 8) | ((word >>> 8) & 0xff00) | (word >>> 24) | 0;
}

/** A one, zeros, and the length in bits at the end of the last block; then the words. */
export function finishWithLength(isBigEndian: boolean) {
  return (algorithm: Algorithm, state: Address): Uint8Array => {
    const { blockBytes } = algorithm;
    const buffer = bufferOf(algorithm, state);
    const lengthBytes = blockBytes >> 3;
    let fill = i32(state + FILL);
    setU8(buffer + fill++, 0x80);
    if (fill > blockBytes - lengthBytes) {
      fillBytes(buffer + fill, 0, blockBytes - fill);
      algorithm.compress(state + WORDS, buffer, 0, 0);
      fill = 0;
    }
    fillBytes(buffer + fill, 0, blockBytes - fill);
    const lower = i32(state + LENGTH) << 3;
    const upper = (i32(state + LENGTH + 4) << 3) | (i32(state + LENGTH) >>> 29);
    const last = (blockBytes >> 2) - 1;
    setI32(buffer + (last - 1) * 4, isBigEndian ? swapped(upper) : lower);
    setI32(buffer + last * 4, isBigEndian ? swapped(lower) : upper);
    algorithm.compress(state + WORDS, buffer, 0, 0);
    return wordBytes(state + WORDS, algorithm.digestBytes, isBigEndian);
  };
}

/** Bytes of 32-bit words in either order. */
export function wordBytes(words: Address, byteCount: number, isBigEndian: boolean): Uint8Array {
  const result = bytesAt(words, byteCount).slice();
  if (isBigEndian) for (let i = 0; i < byteCount; i += 4) result.subarray(i, i + 4).reverse();
  return result;
}
