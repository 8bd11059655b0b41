// Addition, subtraction, multiplication, order of ints. Operands are ints (or of a subclass); results are exact ints, the
// small ones shared, allocated with as many digits as CPython allocates. 0 with an error set when memory is exhausted.
//
// Ints of one digit are plain numbers. Longer ones are added and multiplied digit by digit in memory; products of long
// operands go through BigInt, which beats any loop of ours.
import { type Borrowed, i32, type Owned, setI32, setPtr } from "../memory/memory.ts";
import { PyErr_NoMemory } from "./errors.ts";
import {
  compactValue,
  DIGIT_BITS,
  DIGIT_MASK,
  DIGITS,
  isCompact,
  longDigitCount,
  longSign,
  NON_SIZE_BITS,
  one,
  PyLong_FromNumber,
  SIGN_NEGATIVE,
  SIGN_POSITIVE,
  TAG,
} from "./long_core.ts";
import {
  BIGINT_DIGIT_LIMIT,
  DIGIT_BYTES,
  digitAt,
  finishLong,
  longFromBigInt,
  magnitudeOf,
  newLong,
  upperDigit,
} from "./long_digits.ts";
import { newRef, typeOf } from "./object.ts";
import { PyLong_Type } from "./types.ts";

// -- sums ----------------------------------------------------------------------------------------------------------------

/** x_add: |a| + |b|, with a sign. */
function addMagnitudes(a: Borrowed, b: Borrowed, negative: boolean): Owned {
  let long = a;
  let short = b;
  if (longDigitCount(a) < longDigitCount(b)) {
    long = b;
    short = a;
  }
  const longCount = longDigitCount(long);
  const shortCount = longDigitCount(short);
  const sum = newLong(longCount + 1);
  if (sum === 0) return 0;
  const to = sum + DIGITS;
  let carry = 0;
  let i = 0;
  for (; i < shortCount; i++) {
    carry += digitAt(long, i) + digitAt(short, i);
    setI32(to + i * DIGIT_BYTES, carry & DIGIT_MASK);
    carry >>>= DIGIT_BITS;
  }
  for (; i < longCount; i++) {
    carry += digitAt(long, i);
    setI32(to + i * DIGIT_BYTES, carry & DIGIT_MASK);
    carry >>>= DIGIT_BITS;
  }
  setI32(to + i * DIGIT_BYTES, carry);
  return finishLong(sum, longCount + 1, negative);
}

/** x_sub: |a| − |b|; negated where the flag says so. */
function subtractMagnitudes(a: Borrowed, b: Borrowed, negated: boolean): Owned {
  const order = compareMagnitudes(a, b);
  if (order === 0) return PyLong_FromNumber(0);
  const long = order > 0 ? a : b;
  const short = order > 0 ? b : a;
  let longCount = longDigitCount(long);
  let shortCount = longDigitCount(short);
  if (longCount === shortCount) {
    // Equal digits on top cancel out, and the result is allocated without them.
    while (digitAt(long, longCount - 1) === digitAt(short, longCount - 1)) longCount--;
    shortCount = longCount;
  }
  const difference = newLong(longCount);
  if (difference === 0) return 0;
  const to = difference + DIGITS;
  let borrow = 0;
  let i = 0;
  for (; i < shortCount; i++) {
    borrow = digitAt(long, i) - digitAt(short, i) - borrow;
    setI32(to + i * DIGIT_BYTES, borrow & DIGIT_MASK);
    borrow = (borrow >>> DIGIT_BITS) & 1;
  }
  for (; i < longCount; i++) {
    borrow = digitAt(long, i) - borrow;
    setI32(to + i * DIGIT_BYTES, borrow & DIGIT_MASK);
    borrow = (borrow >>> DIGIT_BITS) & 1;
  }
  return finishLong(difference, longCount, order < 0 !== negated);
}

export function longAdd(a: Borrowed, b: Borrowed): Owned {
  if (isCompact(a) && isCompact(b)) return PyLong_FromNumber(compactValue(a) + compactValue(b)) || PyErr_NoMemory();
  const negative = longSign(a) < 0;
  if (longSign(b) < 0 === negative) return addMagnitudes(a, b, negative);
  return subtractMagnitudes(a, b, negative);
}

export function longSubtract(a: Borrowed, b: Borrowed): Owned {
  if (isCompact(a) && isCompact(b)) return PyLong_FromNumber(compactValue(a) - compactValue(b)) || PyErr_NoMemory();
  const negative = longSign(a) < 0;
  if (longSign(b) < 0 !== negative) return addMagnitudes(a, b, negative);
  return subtractMagnitudes(a, b, negative);
}

// -- products ------------------------------------------------------------------------------------------------------------

// From this many digits in the shorter operand on, the way through BigInt is faster than the loop.
const BIGINT_DIGITS = 40;
const SAFE = Number.MAX_SAFE_INTEGER;

export function longMultiply(a: Borrowed, b: Borrowed): Owned {
  if (isCompact(a) && isCompact(b)) {
    const x = compactValue(a);
    const y = compactValue(b);
    const product = x * y;
    if (product <= SAFE && product >= -SAFE) return PyLong_FromNumber(product) || PyErr_NoMemory();
    return twoDigitProduct(x < 0 ? -x : x, y < 0 ? -y : y, product < 0);
  }
  const aCount = longDigitCount(a);
  const bCount = longDigitCount(b);
  if (aCount === 0 || bCount === 0) return PyLong_FromNumber(0);
  const negative = longSign(a) !== longSign(b);
  if (aCount >= BIGINT_DIGITS && bCount >= BIGINT_DIGITS) {
    if (aCount + bCount >= BIGINT_DIGIT_LIMIT) return PyErr_NoMemory();
    const factor = magnitudeOf(a);
    const product = a === b ? factor * factor : factor * magnitudeOf(b);
    return longFromBigInt(negative ? -product : product, aCount + bCount);
  }
  return multiplyMagnitudes(a, b, negative);
}

function twoDigitProduct(x: number, y: number, negative: boolean): Owned {
  const o = newLong(2);
  if (o === 0) return 0;
  const lower = Math.imul(x, y) & DIGIT_MASK;
  setI32(o + DIGITS, lower);
  setI32(o + DIGITS + DIGIT_BYTES, upperDigit(x, y, lower));
  setPtr(o + TAG, (2 << NON_SIZE_BITS) | (negative ? SIGN_NEGATIVE : SIGN_POSITIVE));
  return o;
}

/** x_mul: the grade-school product. */
function multiplyMagnitudes(a: Borrowed, b: Borrowed, negative: boolean): Owned {
  const aCount = longDigitCount(a);
  const bCount = longDigitCount(b);
  const product = newLong(aCount + bCount);
  if (product === 0) return 0;
  const to = product + DIGITS;
  for (let i = 0; i < aCount + bCount; i++) setI32(to + i * DIGIT_BYTES, 0);
  for (let i = 0; i < aCount; i++) {
    const factor = digitAt(a, i);
    let at = to + i * DIGIT_BYTES;
    let carry = 0;
    for (let j = 0; j < bCount; j++, at += DIGIT_BYTES) {
      const other = digitAt(b, j);
      const lower = Math.imul(factor, other) & DIGIT_MASK;
      // Three digits: below 2^32, so the unsigned shift sees all of it.
      const sum = lower + i32(at) + carry;
      setI32(at, sum & DIGIT_MASK);
      carry = upperDigit(factor, other, lower) + (sum >>> DIGIT_BITS);
    }
    setI32(at, carry);
  }
  return finishLong(product, aCount + bCount, negative);
}

// -- signs ---------------------------------------------------------------------------------------------------------------

/** long_long: the int itself, or an exact int for an instance of a subclass. */
export function longExact(o: Borrowed): Owned {
  return typeOf(o) === PyLong_Type ? newRef(o) : _PyLong_Copy(o);
}

/** _PyLong_Copy */
export function _PyLong_Copy(o: Borrowed): Owned {
  if (isCompact(o)) return PyLong_FromNumber(compactValue(o)) || PyErr_NoMemory();
  return copyWithSign(o, longSign(o) < 0);
}

function copyWithSign(o: Borrowed, negative: boolean): Owned {
  const count = longDigitCount(o);
  const copy = newLong(count);
  if (copy === 0) return 0;
  for (let i = 0; i < count; i++) setI32(copy + DIGITS + i * DIGIT_BYTES, digitAt(o, i));
  setPtr(copy + TAG, (count << NON_SIZE_BITS) | (negative ? SIGN_NEGATIVE : SIGN_POSITIVE));
  return copy;
}

export function longNegative(o: Borrowed): Owned {
  if (isCompact(o)) return PyLong_FromNumber(-compactValue(o)) || PyErr_NoMemory();
  return copyWithSign(o, longSign(o) > 0);
}

export function longAbsolute(o: Borrowed): Owned {
  return longSign(o) < 0 ? longNegative(o) : longExact(o);
}

/** ~o, that is −(o + 1). */
export function longInvert(o: Borrowed): Owned {
  if (isCompact(o)) return PyLong_FromNumber(-compactValue(o) - 1) || PyErr_NoMemory();
  return longSign(o) < 0 ? subtractMagnitudes(o, one, false) : addMagnitudes(o, one, true);
}

// -- order ---------------------------------------------------------------------------------------------------------------

export function compareMagnitudes(a: Borrowed, b: Borrowed): number {
  const count = longDigitCount(a);
  const difference = count - longDigitCount(b);
  if (difference !== 0) return difference;
  for (let i = count - 1; i >= 0; i--) {
    const order = digitAt(a, i) - digitAt(b, i);
    if (order !== 0) return order;
  }
  return 0;
}

/** long_compare: negative, zero or positive. */
export function longCompare(a: Borrowed, b: Borrowed): number {
  if (isCompact(a) && isCompact(b)) return compactValue(a) - compactValue(b);
  const sign = longSign(a);
  const signs = sign - longSign(b);
  return signs !== 0 ? signs : sign * compareMagnitudes(a, b);
}
