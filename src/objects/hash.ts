// Hashes of objects: 64-bit values that a function cannot answer in one number.
// A tp_hash slot answers 0 (or -1 with an error set, or PUSHED) and leaves the hash in the static word pair HASH_RESULT.
// Invariant: a finished hash is never -1, the mark of "no hash": slots turn -1 into -2. The pair is valid until the
// next hash is asked for; who needs it longer copies both words.
import { hashPointer } from "../base/hash.ts";
import { wideHigh } from "../base/wide.ts";
import { reserveStatic } from "../memory/data.ts";
import { type Address, copyWide, high, low, setI64 } from "../memory/memory.ts";

/** Where tp_hash leaves its result. */
export const HASH_RESULT: Address = reserveStatic(8);

/** Low word of the last hash, signed. */
export function hashLow(): number {
  return low(HASH_RESULT);
}

/** High word of the last hash, signed. */
export function hashHigh(): number {
  return high(HASH_RESULT);
}

/** Ends a tp_hash slot with a hash; -1 becomes -2. Answers 0. */
export function hashAnswer(lowWord: number, highWord: number): 0 {
  setI64(HASH_RESULT, lowWord === -1 && highWord === -1 ? -2 : lowWord, highWord);
  return 0;
}

/** Ends a tp_hash slot with a hash that stands in memory (a cached one). Answers 0. */
export function hashAnswerFrom(at: Address): 0 {
  copyWide(HASH_RESULT, at);
  return 0;
}

/** True when a cached hash field still holds -1: not asked for yet. */
export function isHashUnset(at: Address): boolean {
  return low(at) === -1 && high(at) === -1;
}

/** Py_HashPointer as a tp_hash slot: identity, with the four bits that alignment keeps zero turned to the top. */
export function Py_HashPointer(o: Address): 0 {
  const word = hashPointer(o, 0);
  setI64(HASH_RESULT, word, wideHigh());
  return 0;
}
