// A decimal number while an operation is at work on it, and the way from and to memory.
//
// Coefficient and exponent are BigInts here: exponents reach beyond what a double holds exactly. Such a number lives for one
// operation; between operations there is only the object in memory.
// Invariant: digits is the length of the coefficient in decimal, 1 for zero; 0 for infinities and NaNs without payload.

import { memFree, memMalloc } from "../../memory/allocators.ts";
import type { Address, Borrowed } from "../../memory/memory.ts";
import { high, i32, low, setI64, setPtr, setSsize, setU8, ssize, u8, u32 } from "../../memory/memory.ts";
import {
  MINIMUM_WORDS,
  MPD_INF,
  MPD_NAN,
  MPD_NEG,
  MPD_SNAN,
  MPD_STATIC,
  MPD_STATIC_DATA,
  PyDecObject,
  WORD_BYTES,
  WORD_DIGITS,
} from "./layout.ts";

export const FINITE = 0;
export const INFINITE = MPD_INF;
export const QNAN = MPD_NAN;
export const SNAN = MPD_SNAN;

export interface Decimal {
  /** 1 for negative. */
  sign: number;
  /** FINITE, INFINITE, QNAN, SNAN. */
  kind: number;
  exp: bigint;
  coefficient: bigint;
  digits: number;
  /** Words that the operation needed at most: as many as the result has, unless libmpdec's algorithm uses more. */
  peakWords: number;
}

// -- powers of ten -------------------------------------------------------------------------------------------------------

// Constants, made when they are first needed.
const powers: bigint[] = [1n];
const KEPT_POWERS = 2048;

/** 10^exponent. */
export function pow10(exponent: number): bigint {
  if (exponent >= KEPT_POWERS) return 10n ** BigInt(exponent);
  for (let i = powers.length; i <= exponent; i++) powers.push(powers[i - 1] * 10n);
  return powers[exponent];
}

/** The longest coefficient that is tried; beyond it an operation is out of memory. */
export const DIGITS_MAX = 1 << 24;

// Thresholds as doubles: a BigInt below the largest double turns into one without being walked through.
const DOUBLE_DIGITS = 300;
const doublePowers: number[] = [];

/** Decimal digits of a coefficient: 1 for zero. */
export function digitCount(coefficient: bigint): number {
  if (doublePowers.length === 0) for (let i = 0; i <= DOUBLE_DIGITS; i++) doublePowers.push(Number(`1e${i}`));
  const approximate = Number(coefficient);
  if (approximate < doublePowers[WORD_DIGITS - 4]) {
    let count = 1;
    while (approximate >= doublePowers[count]) count++;
    return count;
  }
  if (approximate < doublePowers[DOUBLE_DIGITS]) {
    let least = 0;
    let most = DOUBLE_DIGITS;
    while (least < most) {
      const middle = (least + most) >> 1;
      if (approximate >= doublePowers[middle]) least = middle + 1;
      else most = middle;
    }
    return settleCount(coefficient, least);
  }
  const bits = coefficient.toString(16).length * 4;
  return settleCount(coefficient, Math.floor(bits * LOG10_OF_2));
}

const LOG10_OF_2 = 0.30102999566398;

function settleCount(coefficient: bigint, guess: number): number {
  let count = guess;
  while (coefficient >= pow10(count)) count++;
  while (count > 1 && coefficient < pow10(count - 1)) count--;
  return count;
}

export function wordCount(digits: number): number {
  return Math.floor((digits + WORD_DIGITS - 1) / WORD_DIGITS);
}

// -- making --------------------------------------------------------------------------------------------------------------

export function finite(sign: number, coefficient: bigint, exp: bigint): Decimal {
  const digits = digitCount(coefficient);
  return { sign, kind: FINITE, exp, coefficient, digits, peakWords: 0 };
}

export function infinity(sign: number): Decimal {
  return { sign, kind: INFINITE, exp: 0n, coefficient: 0n, digits: 0, peakWords: 0 };
}

export function nan(kind: number = QNAN, sign = 0, payload = 0n): Decimal {
  const digits = payload === 0n ? 0 : digitCount(payload);
  return { sign, kind, exp: 0n, coefficient: payload, digits, peakWords: 0 };
}

/** A copy, which takes as much room as the original before it is rounded. */
export function copyOf(a: Decimal, sign = a.sign): Decimal {
  const peakWords = wordCount(a.digits);
  return { sign, kind: a.kind, exp: a.exp, coefficient: a.coefficient, digits: a.digits, peakWords };
}

export const isNan = (a: Decimal): boolean => (a.kind & (QNAN | SNAN)) !== 0;
export const isSpecial = (a: Decimal): boolean => a.kind !== FINITE;
export const isZero = (a: Decimal): boolean => a.kind === FINITE && a.coefficient === 0n;

/** The exponent of the first digit. */
export function adjusted(a: Decimal): bigint {
  return a.exp + BigInt(a.digits - 1);
}

/** Sets a new coefficient. */
export function setCoefficient(a: Decimal, coefficient: bigint): void {
  a.coefficient = coefficient;
  a.digits = digitCount(coefficient);
}

/** Zeros at the end of a coefficient that is not zero, at most `limit`. */
export function trailingZeros(coefficient: bigint, limit: number): number {
  let count = 0;
  let left = coefficient;
  let step = 1;
  // Doubling steps find the many zeros of a large power of ten; halving them ends exactly.
  while (step > 0 && count < limit) {
    const room = Math.min(step, limit - count);
    const power = pow10(room);
    if (left % power === 0n) {
      left /= power;
      count += room;
      step *= 2;
    } else if (room === 1) break;
    else step = room >> 1;
  }
  return count;
}

/** Whether an exact number is an integer. */
export function isInteger(a: Decimal): boolean {
  if (a.kind !== FINITE) return false;
  if (a.exp >= 0n || a.coefficient === 0n) return true;
  if (a.exp <= -BigInt(a.digits)) return false;
  return a.coefficient % pow10(Number(-a.exp)) === 0n;
}

// -- memory --------------------------------------------------------------------------------------------------------------

const WORD_BITS = 32n;
const WORD_MASK = 0xffffffffn;
const RADIX = 10n ** BigInt(WORD_DIGITS);
const HIGH_EXACT = 1 << 21;
const TWO_32 = 4294967296;

/** A signed 64-bit value. */
export function wide(at: Address): bigint {
  const upper = high(at);
  if (upper === low(at) >> 31) return BigInt(low(at));
  return BigInt.asIntN(64, (BigInt(upper) << WORD_BITS) | BigInt(u32(at)));
}

export function setWide(at: Address, value: bigint): void {
  setI64(at, Number(BigInt.asIntN(32, value)), Number(BigInt.asIntN(32, value >> WORD_BITS)));
}

function word(at: Address): bigint {
  const upper = u32(at + 4);
  return upper < HIGH_EXACT ? BigInt(upper * TWO_32 + u32(at)) : (BigInt(upper) << WORD_BITS) | BigInt(u32(at));
}

// Halving keeps the products balanced, so that long coefficients take BigInt's fast multiplication.
function readWords(at: Address, count: number): bigint {
  if (count === 1) return word(at);
  const lower = count >> 1;
  return readWords(at + lower * WORD_BYTES, count - lower) * pow10(lower * WORD_DIGITS) + readWords(at, lower);
}

function writeWords(at: Address, coefficient: bigint, count: number): void {
  if (count === 1) {
    setI64(at, Number(coefficient & WORD_MASK) | 0, Number(coefficient >> WORD_BITS) | 0);
    return;
  }
  const lower = count >> 1;
  const divisor = lower === 1 ? RADIX : pow10(lower * WORD_DIGITS);
  const quotient = coefficient / divisor;
  writeWords(at, coefficient - quotient * divisor, lower);
  writeWords(at + lower * WORD_BYTES, quotient, count - lower);
}

/** The number of a Decimal object. */
export function load(o: Borrowed): Decimal {
  const flags = u8(o + PyDecObject.flags);
  const count = ssize(o + PyDecObject.len);
  return {
    sign: flags & MPD_NEG,
    kind: flags & (MPD_INF | MPD_NAN | MPD_SNAN),
    exp: wide(o + PyDecObject.exp),
    coefficient: count === 0 ? 0n : readWords(i32(o + PyDecObject.words), count),
    digits: ssize(o + PyDecObject.digits),
    peakWords: 0,
  };
}

/** Writes a number into a fresh object. False when memory is exhausted. */
export function store(o: Borrowed, a: Decimal): boolean {
  const count = wordCount(a.digits);
  const isDynamic = Math.max(count, a.peakWords) > MINIMUM_WORDS;
  const allocated = isDynamic ? Math.max(count, MINIMUM_WORDS) : MINIMUM_WORDS;
  let words = o + PyDecObject.data;
  if (isDynamic) {
    words = memMalloc(allocated * WORD_BYTES);
    if (words === 0) return false;
  }
  setU8(o + PyDecObject.flags, a.sign | a.kind | MPD_STATIC | (isDynamic ? 0 : MPD_STATIC_DATA));
  setWide(o + PyDecObject.exp, a.exp);
  setSsize(o + PyDecObject.digits, a.digits);
  setSsize(o + PyDecObject.len, count);
  setSsize(o + PyDecObject.alloc, allocated);
  setPtr(o + PyDecObject.words, words);
  if (count > 0) writeWords(words, a.coefficient, count);
  return true;
}

/** Gives back the words that stand outside the object. */
export function freeWords(o: Borrowed): void {
  if ((u8(o + PyDecObject.flags) & MPD_STATIC_DATA) === 0) memFree(i32(o + PyDecObject.words));
}

export function setSign(o: Borrowed, sign: number): void {
  setU8(o + PyDecObject.flags, (u8(o + PyDecObject.flags) & ~MPD_NEG) | sign);
}
