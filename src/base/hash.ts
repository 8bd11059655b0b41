// Hashes of CPython's numbers and containers, as 64-bit pairs (convention of wide.ts: low word returned, high word in
// `wideHigh()`). Accumulators live with the caller, because hashing an element may run Python code in between.
// Every function here that gives a final hash has already replaced −1, the error mark of `tp_hash`, as CPython does.

import {
  wideAdd,
  wideHigh,
  wideMultiply,
  wideNegate,
  wideRotateLeft,
  wideShiftLeft,
  wideShiftRight,
  wideSubtract,
  wideXor,
} from "./wide.ts";

// Numbers hash to their value modulo this prime, 2^61 − 1 (`_PyHASH_MODULUS`), so that equal numbers of different
// types hash alike.
const MODULUS_BITS = 61;
const MODULUS_LOW = -1;
const MODULUS_HIGH = 0x1fffffff;

const HASH_INFINITY = 314159;

const doubleView = new Float64Array(1);
const wordView = new Int32Array(doubleView.buffer);
// Rule 4 of DESIGN.md forbids that a result depends on the host: find out once which word is the low one.
doubleView[0] = 1;
const LOW_WORD = wordView[0] === 0 ? 0 : 1;
const HIGH_WORD = 1 - LOW_WORD;

/** value × 2^count modulo 2^61 − 1, for a value below it and count in 0..60: a rotation of 61 bits. */
export function rotateInModulus(low: number, high: number, count: number): number {
  const rightLow = wideShiftRight(low, high, MODULUS_BITS - count);
  const rightHigh = wideHigh();
  const leftLow = wideShiftLeft(low, high, count);
  const leftHigh = wideHigh() & MODULUS_HIGH;
  return wideXor(leftLow, leftHigh, rightLow, rightHigh);
}

/**
 * One step of `long_hash`, from the most significant digit down: (accumulator × 2^digitBits + digit) modulo
 * 2^61 − 1. The sign and the replacement of −1 are the caller's: see `signedHash`.
 */
export function longHashStep(low: number, high: number, digit: number, digitBits: number): number {
  const rotated = rotateInModulus(low, high, digitBits);
  const sum = wideAdd(rotated, wideHigh(), digit, 0);
  const sumHigh = wideHigh();
  if (sumHigh > MODULUS_HIGH || (sumHigh === MODULUS_HIGH && sum === MODULUS_LOW)) {
    return wideSubtract(sum, sumHigh, MODULUS_LOW, MODULUS_HIGH);
  }
  return sum;
}

/** Gives a reduced magnitude its sign and replaces −1 by −2. */
export function signedHash(low: number, high: number, negative: boolean): number {
  if (!negative) return wideXor(low, high, 0, 0);
  if (low === 1 && high === 0) return wideNegate(2, 0);
  return wideNegate(low, high);
}

/**
 * `_Py_HashDouble` for every double but NaN, whose hash is that of the object's address (`hashPointer`), so the
 * caller must ask for NaN first.
 */
export function hashDouble(value: number): number {
  if (value === Infinity || value === -Infinity) return signedHash(HASH_INFINITY, 0, value < 0);
  const magnitude = Math.abs(value);
  if (magnitude < 0x80000000 && magnitude === Math.floor(magnitude)) return signedHash(magnitude, 0, value < 0);
  doubleView[0] = magnitude;
  const low = wordView[LOW_WORD];
  let high = wordView[HIGH_WORD];
  let exponent = high >>> 20;
  high &= 0xfffff;
  if (exponent === 0) exponent = 1;
  else high |= 0x100000;
  // magnitude = pair × 2^(exponent − 1075); the pair has 53 bits, so it is reduced and never turns into the modulus.
  // The added multiple of 61 only makes the remainder positive.
  const rotated = rotateInModulus(low, high, (exponent - 1075 + MODULUS_BITS * 18) % MODULUS_BITS);
  return signedHash(rotated, wideHigh(), value < 0);
}

/** `_Py_HashPointer`: the address with its low four bits, which alignment keeps zero, turned to the top. */
export function hashPointer(low: number, high: number): number {
  const rotated = wideRotateLeft(low, high, 60);
  if (rotated === -1 && wideHigh() === -1) return wideNegate(2, 0);
  return rotated;
}

// The tuple hash (`tuplehash`): xxHash's 64-bit primes, one lane.
const PRIME_1_LOW = 0x85ebca87;
const PRIME_1_HIGH = 0x9e3779b1;
const PRIME_2_LOW = 0x27d4eb4f;
const PRIME_2_HIGH = 0xc2b2ae3d;
export const TUPLE_HASH_START_LOW = 0x165667c5;
export const TUPLE_HASH_START_HIGH = 0x27d4eb2f;

/** Folds one element's hash (lane) into the accumulator. */
export function tupleHashStep(low: number, high: number, laneLow: number, laneHigh: number): number {
  const product = wideMultiply(laneLow, laneHigh, PRIME_2_LOW, PRIME_2_HIGH);
  const sum = wideAdd(low, high, product, wideHigh());
  const rotated = wideRotateLeft(sum, wideHigh(), 31);
  return wideMultiply(rotated, wideHigh(), PRIME_1_LOW, PRIME_1_HIGH);
}

/** The finished hash of a tuple of `itemCount` elements. */
export function tupleHashFinish(low: number, high: number, itemCount: number): number {
  const mixed = itemCount ^ TUPLE_HASH_START_LOW ^ 3527539;
  const result = wideAdd(low, high, mixed, TUPLE_HASH_START_HIGH);
  if (result === -1 && wideHigh() === -1) return wideAdd(1546275796, 0, 0, 0);
  return result;
}

/** One element's part of a frozenset's hash; the parts of all elements are xored, in any order, starting from 0. */
export function frozensetHashElement(low: number, high: number): number {
  const shifted = wideShiftLeft(low, high, 16);
  const mixedHigh = high ^ wideHigh();
  return wideMultiply(low ^ 89869747 ^ shifted, mixedHigh, 3644798167, 0);
}

/** The finished hash of a frozenset of `itemCount` elements from the xor of their parts (`frozenset_hash`). */
export function frozensetHashFinish(low: number, high: number, itemCount: number): number {
  const size = wideMultiply(itemCount + 1, 0, 1927868237, 0);
  low ^= size;
  high ^= wideHigh();
  const near = wideShiftRight(low, high, 11);
  const nearHigh = wideHigh();
  const far = wideShiftRight(low, high, 25);
  const farHigh = wideHigh();
  const product = wideMultiply(low ^ near ^ far, high ^ nearHigh ^ farHigh, 69069, 0);
  const result = wideAdd(product, wideHigh(), 907133923, 0);
  if (result === -1 && wideHigh() === -1) return wideAdd(590923713, 0, 0, 0);
  return result;
}
