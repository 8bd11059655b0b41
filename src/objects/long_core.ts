// The storage of ints: 30-bit digits, least significant first, sign and digit count in lv_tag. What every tier needs
// before the type itself is declared (long.ts).
//
//   lv_tag = digitCount << 3 | sign     sign: 0 positive, 1 zero, 2 negative
//
// Invariants: the top digit is not zero; zero has no digits counted but one stored; ints from -5 to 256 are the runtime's
// immortal ones, so equal small ints are one address.
import { objectFree, objectMalloc } from "../memory/allocators.ts";
import { RUNTIME } from "../memory/data.ts";
import { type Address, type Borrowed, i32, type Owned, setI32, setPtr, u32 } from "../memory/memory.ts";
import { PyLongObject } from "../memory/structs/numbers.ts";
import { _Py_static_objects, _PyRuntimeState } from "../memory/structs/runtime.ts";
import { initImmortal, initObject } from "./object.ts";
import { Py_False, Py_True, PyBool_Type, PyLong_Type } from "./types.ts";

export const DIGIT_BITS = 30;
export const DIGIT_BASE = 1 << DIGIT_BITS;
export const DIGIT_MASK = DIGIT_BASE - 1;
/** Integers up to this are exact as JavaScript numbers. */
export const MAX_EXACT = 9007199254740992;
export const DIGITS = PyLongObject.ob_digit;
export const TAG = PyLongObject.lv_tag;
export const SIGN_MASK = 3;
export const SIGN_POSITIVE = 0;
export const SIGN_ZERO = 1;
export const SIGN_NEGATIVE = 2;
export const NON_SIZE_BITS = 3;

export const NSMALLNEGINTS = 5;
export const NSMALLPOSINTS = 257;
const SMALL_INTS = RUNTIME + _PyRuntimeState.static_objects + _Py_static_objects.small_ints;
const SMALL_INT_BYTES = 32;

/** The immortal int of -5 to 256. */
export function smallInt(value: number): Borrowed {
  return SMALL_INTS + (value + NSMALLNEGINTS) * SMALL_INT_BYTES;
}

export const zero: Borrowed = smallInt(0);
export const one: Borrowed = smallInt(1);

function writeCompact(o: Address, value: number): void {
  const sign = value === 0 ? SIGN_ZERO : value < 0 ? SIGN_NEGATIVE : SIGN_POSITIVE;
  setPtr(o + TAG, value === 0 ? sign : (1 << NON_SIZE_BITS) | sign);
  setI32(o + DIGITS, value < 0 ? -value : value);
}

export function initializeSmallInts(): void {
  for (let value = -NSMALLNEGINTS; value < NSMALLPOSINTS; value++) {
    initImmortal(smallInt(value), PyLong_Type);
    writeCompact(smallInt(value), value);
  }
  for (const [o, value] of [
    [Py_False, 0],
    [Py_True, 1],
  ]) {
    initImmortal(o, PyBool_Type);
    writeCompact(o, value);
  }
}

/** Digits that count. @expand */
export function longDigitCount(o: Borrowed): number {
  return u32(o + TAG) >>> NON_SIZE_BITS;
}

/** Whether an int has at most one digit. @expand */
export function isCompact(o: Borrowed): boolean {
  return u32(o + TAG) < 2 << NON_SIZE_BITS;
}

/** The value of a compact int: |value| < 2^30. @expand */
export function compactValue(o: Borrowed): number {
  return (1 - (i32(o + TAG) & SIGN_MASK)) * i32(o + DIGITS);
}

export function longSign(o: Borrowed): number {
  return 1 - (i32(o + TAG) & SIGN_MASK);
}

/** _PyLong_New: digits not written, positive. 0 when memory is exhausted (no error set). */
export function allocateLong(digitCount: number): Owned {
  const stored = digitCount === 0 ? 1 : digitCount;
  const o = objectMalloc(DIGITS + stored * 4);
  if (o === 0) return 0;
  initObject(o, PyLong_Type);
  setPtr(o + TAG, digitCount << NON_SIZE_BITS);
  setI32(o + DIGITS, 0);
  return o;
}

/** An int from an integral JavaScript number, |value| ≤ 2^53. 0 when memory is exhausted (no error set). */
export function PyLong_FromNumber(value: number): Owned {
  if (value >= -NSMALLNEGINTS && value < NSMALLPOSINTS) return smallInt(value);
  if (value > -DIGIT_BASE && value < DIGIT_BASE) {
    const o = objectMalloc(DIGITS + 4);
    if (o === 0) return 0;
    initObject(o, PyLong_Type);
    writeCompact(o, value);
    return o;
  }
  const negative = value < 0;
  let rest = negative ? -value : value;
  const digitCount = rest < DIGIT_BASE * DIGIT_BASE ? 2 : 3;
  const o = allocateLong(digitCount);
  if (o === 0) return 0;
  setPtr(o + TAG, (digitCount << NON_SIZE_BITS) | (negative ? SIGN_NEGATIVE : SIGN_POSITIVE));
  for (let i = 0; i < digitCount; i++) {
    setI32(o + DIGITS + i * 4, rest % DIGIT_BASE);
    rest = Math.floor(rest / DIGIT_BASE);
  }
  return o;
}

/**
 * The value of an int as a JavaScript number, rounded towards zero beyond 2^53 and Infinity beyond 2^1024: for callers that
 * compare it with a limit. Exact up to 2^53.
 */
export function longToNumber(o: Borrowed): number {
  if (isCompact(o)) return compactValue(o);
  let value = 0;
  const count = longDigitCount(o);
  if (count > 40) return longSign(o) * Number.POSITIVE_INFINITY;
  for (let i = count - 1; i >= 0; i--) value = value * DIGIT_BASE + i32(o + DIGITS + i * 4);
  return longSign(o) * value;
}

/** tp_dealloc of int. */
export function long_dealloc(o: Address): void {
  objectFree(o);
}

/** PyBool_FromLong: borrowed, immortal. */
export function bool(value: boolean): Borrowed {
  return value ? Py_True : Py_False;
}
