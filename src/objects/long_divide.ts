// Division of ints: floor quotient, modulo with the divisor's sign, both, and the correctly rounded true quotient.
//
// One-digit operands are plain numbers. A one-digit divisor divides digit by digit; longer ones use the schoolbook
// algorithm (Knuth's D); very long ones BigInt.
// Invariant: a === quotient × b + remainder, and the remainder is zero or has b's sign.
import { isSignSet } from "../base/double_bits.ts";
import { ratioToDouble } from "../base/float_parse.ts";
import { type Borrowed, i32, type Owned, setI32 } from "../memory/memory.ts";
import { PyErr_NoMemory, raise } from "./errors.ts";
import { newFloat } from "./float_core.ts";
import { compareMagnitudes, longAdd, longExact, longSubtract } from "./long_arith.ts";
import {
  compactValue,
  DIGIT_BASE,
  DIGIT_BITS,
  DIGIT_MASK,
  DIGITS,
  isCompact,
  long_dealloc,
  longDigitCount,
  longSign,
  longToNumber,
  one,
  zero,
} from "./long_core.ts";
import {
  BIGINT_DIGIT_LIMIT,
  bitLength,
  bitLengthOfDigit,
  DIGIT_BYTES,
  digitAt,
  finishLong,
  longFromBigInt,
  longFromNumber,
  longToBigInt,
  magnitudeOf,
  newLong,
  upperDigit,
} from "./long_digits.ts";
import { decref } from "./object.ts";
import { PyExc_OverflowError, PyExc_ZeroDivisionError } from "./types.ts";

// -- truncating division of magnitudes -------------------------------------------------------------------------------

let remainder: Owned = 0;

/** The remainder that divideTruncated found beside its quotient; Owned. */
function takeRemainder(): Owned {
  return remainder;
}

// From this many digits on in the divisor and in the quotient BigInt is faster.
const BIGINT_DIGITS = 60;

/** long_divrem: the quotient rounded towards zero; takeRemainder() has the sign of a. b is not zero. */
function divideTruncated(a: Borrowed, b: Borrowed): Owned {
  const aCount = longDigitCount(a);
  const bCount = longDigitCount(b);
  const aNegative = longSign(a) < 0;
  const negative = aNegative !== longSign(b) < 0;
  if (compareMagnitudes(a, b) < 0) {
    remainder = longExact(a);
    return remainder === 0 ? 0 : zero;
  }
  if (bCount === 1) return divideByDigit(a, digitAt(b, 0), negative, aNegative);
  if (bCount >= BIGINT_DIGITS && aCount - bCount >= BIGINT_DIGITS && aCount < BIGINT_DIGIT_LIMIT) {
    const dividend = magnitudeOf(a);
    const divisor = magnitudeOf(b);
    const quotient = dividend / divisor;
    const rest = dividend - quotient * divisor;
    remainder = longFromBigInt(aNegative ? -rest : rest, bCount);
    if (remainder === 0) return 0;
    return orRelease(longFromBigInt(negative ? -quotient : quotient, aCount - bCount + 1));
  }
  return divideByDigits(a, b, negative, aNegative);
}

function orRelease(quotient: Owned): Owned {
  if (quotient === 0) decref(remainder);
  return quotient;
}

/**
 * One step: (rest × DIGIT_BASE + digit) div divisor, for rest < divisor < DIGIT_BASE. The double quotient is off by
 * one at most, which the remainder, exact in its low 32 bits, shows.
 */
let stepRest = 0;
function divideStep(rest: number, digit: number, divisor: number): number {
  let quotient = Math.floor((rest * DIGIT_BASE + digit) / divisor);
  let left = ((rest << DIGIT_BITS) + digit - Math.imul(quotient, divisor)) | 0;
  if (left < 0) {
    quotient--;
    left += divisor;
  } else if (left >= divisor) {
    quotient++;
    left -= divisor;
  }
  stepRest = left;
  return quotient;
}

function divideByDigit(a: Borrowed, divisor: number, negative: boolean, restNegative: boolean): Owned {
  const count = longDigitCount(a);
  const quotient = newLong(count);
  if (quotient === 0) return 0;
  let rest = 0;
  for (let i = count - 1; i >= 0; i--) {
    setI32(quotient + DIGITS + i * DIGIT_BYTES, divideStep(rest, digitAt(a, i), divisor));
    rest = stepRest;
  }
  remainder = longFromNumber(restNegative ? -rest : rest);
  if (remainder === 0) {
    long_dealloc(quotient);
    return 0;
  }
  return finishLong(quotient, count, negative);
}

/** |a| modulo one digit. */
function restOfDigit(a: Borrowed, divisor: number): number {
  let rest = 0;
  for (let i = longDigitCount(a) - 1; i >= 0; i--) {
    divideStep(rest, digitAt(a, i), divisor);
    rest = stepRest;
  }
  return rest;
}

/** Writes the digits of o shifted left by fewer bits than a digit has; answers with what falls out on top. */
function shiftDigitsLeft(to: number, o: Borrowed, bits: number): number {
  const count = longDigitCount(o);
  let carry = 0;
  for (let i = 0; i < count; i++) {
    const digit = digitAt(o, i);
    setI32(to + i * DIGIT_BYTES, ((digit << bits) & DIGIT_MASK) | carry);
    carry = bits === 0 ? 0 : digit >>> (DIGIT_BITS - bits);
  }
  return carry;
}

/** x_divrem: |a| / |b| for a divisor of two digits or more and |a| ≥ |b|. */
function divideByDigits(a: Borrowed, b: Borrowed, negative: boolean, restNegative: boolean): Owned {
  const aCount = longDigitCount(a);
  const bCount = longDigitCount(b);
  const v = newLong(aCount + 1);
  if (v === 0) return 0;
  const w = newLong(bCount);
  if (w === 0) {
    long_dealloc(v);
    return 0;
  }
  // Normalised so that the divisor's top bit is set: then two of its digits give the quotient's digit but for one.
  const shift = DIGIT_BITS - bitLengthOfDigit(digitAt(b, bCount - 1));
  shiftDigitsLeft(w + DIGITS, b, shift);
  const carry = shiftDigitsLeft(v + DIGITS, a, shift);
  let vCount = aCount;
  if (carry !== 0 || digitAt(v, vCount - 1) >= digitAt(w, bCount - 1)) {
    setI32(v + DIGITS + vCount * DIGIT_BYTES, carry);
    vCount++;
  }
  const quotientCount = vCount - bCount;
  const quotient = newLong(quotientCount);
  if (quotient === 0) {
    long_dealloc(v);
    long_dealloc(w);
    return 0;
  }
  const top = digitAt(w, bCount - 1) + digitAt(w, bCount - 2) / DIGIT_BASE;
  for (let k = quotientCount - 1; k >= 0; k--) {
    const at = v + DIGITS + k * DIGIT_BYTES;
    const upper = digitAt(v, k + bCount) * DIGIT_BASE + digitAt(v, k + bCount - 1);
    // The three upper digits over the two, rounded up a little: the digit wanted, or one more.
    let digit = Math.floor((upper + digitAt(v, k + bCount - 2) / DIGIT_BASE) / top + ROUND_UP);
    if (digit > DIGIT_MASK) digit = DIGIT_MASK;
    if (subtractProduct(at, w, bCount, digit) < 0) {
      digit--;
      addBack(at, w, bCount);
    }
    setI32(quotient + DIGITS + k * DIGIT_BYTES, digit);
  }
  // The rest stands in the lower digits of v, shifted.
  for (let i = 0; i < bCount; i++) {
    const next = i + 1 < bCount ? digitAt(v, i + 1) : 0;
    const digit =
      shift === 0 ? digitAt(v, i) : (digitAt(v, i) >>> shift) | ((next << (DIGIT_BITS - shift)) & DIGIT_MASK);
    setI32(w + DIGITS + i * DIGIT_BYTES, digit);
  }
  long_dealloc(v);
  remainder = finishLong(w, bCount, restNegative);
  return finishLong(quotient, quotientCount, negative);
}
// Larger than the estimate's error (below 2^-20), far smaller than one.
const ROUND_UP = 1 / (1 << 15);

/** Digits at − digit × w, in place; negative when that went below zero. */
function subtractProduct(at: number, w: Borrowed, count: number, digit: number): number {
  let carry = 0;
  let borrow = 0;
  let i = 0;
  for (; i < count; i++) {
    const other = digitAt(w, i);
    const lower = Math.imul(digit, other) & DIGIT_MASK;
    const product = lower + carry;
    const difference = i32(at + i * DIGIT_BYTES) - (product & DIGIT_MASK) - borrow;
    setI32(at + i * DIGIT_BYTES, difference & DIGIT_MASK);
    borrow = difference < 0 ? 1 : 0;
    carry = upperDigit(digit, other, lower) + (product >>> DIGIT_BITS);
  }
  const last = i32(at + i * DIGIT_BYTES) - carry - borrow;
  setI32(at + i * DIGIT_BYTES, last & DIGIT_MASK);
  return last;
}

function addBack(at: number, w: Borrowed, count: number): void {
  let carry = 0;
  for (let i = 0; i < count; i++) {
    carry += i32(at + i * DIGIT_BYTES) + digitAt(w, i);
    setI32(at + i * DIGIT_BYTES, carry & DIGIT_MASK);
    carry >>>= DIGIT_BITS;
  }
  setI32(at + count * DIGIT_BYTES, (i32(at + count * DIGIT_BYTES) + carry) & DIGIT_MASK);
}

// -- floor division --------------------------------------------------------------------------------------------------

const floored = (a: number, b: number): number => Math.floor(a / b);

/** a % b for small numbers, with b's sign. */
function flooredRest(a: number, b: number): number {
  const rest = a % b;
  return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest;
}

const QUOTIENT_BY_ZERO = "integer division or modulo by zero";

/** l_divmod's correction: a remainder of the wrong sign gets the divisor added, and the quotient one less. */
function needsCorrection(rest: Borrowed, b: Borrowed): boolean {
  return longSign(rest) * longSign(b) < 0;
}

export function longFloorDivide(a: Borrowed, b: Borrowed): Owned {
  if (longSign(b) === 0) return raise(PyExc_ZeroDivisionError, QUOTIENT_BY_ZERO);
  if (isCompact(a) && isCompact(b)) return longFromNumber(floored(compactValue(a), compactValue(b)));
  const quotient = divideTruncated(a, b);
  if (quotient === 0) return 0;
  const rest = takeRemainder();
  const corrects = needsCorrection(rest, b);
  decref(rest);
  if (!corrects) return quotient;
  const lower = longSubtract(quotient, one);
  decref(quotient);
  return lower;
}

export function longModulo(a: Borrowed, b: Borrowed): Owned {
  if (longSign(b) === 0) return raise(PyExc_ZeroDivisionError, "integer modulo by zero");
  if (isCompact(b)) {
    const divisor = compactValue(b);
    if (isCompact(a)) return longFromNumber(flooredRest(compactValue(a), divisor));
    const rest = restOfDigit(a, divisor < 0 ? -divisor : divisor);
    return longFromNumber(flooredRest(longSign(a) < 0 ? -rest : rest, divisor));
  }
  const quotient = divideTruncated(a, b);
  if (quotient === 0) return 0;
  decref(quotient);
  return correctedRemainder(takeRemainder(), b);
}

function correctedRemainder(rest: Owned, b: Borrowed): Owned {
  if (!needsCorrection(rest, b)) return rest;
  const sum = longAdd(rest, b);
  decref(rest);
  return sum;
}

/** The modulo that longDivideFloor found beside its quotient; Owned. */
export function takeModulo(): Owned {
  return remainder;
}

/** l_divmod: the quotient; takeModulo() answers with the modulo. 0 with an error set, and then there is no modulo. */
export function longDivideFloor(a: Borrowed, b: Borrowed): Owned {
  if (longSign(b) === 0) return raise(PyExc_ZeroDivisionError, QUOTIENT_BY_ZERO);
  if (isCompact(a) && isCompact(b)) {
    remainder = longFromNumber(flooredRest(compactValue(a), compactValue(b)));
    return remainder === 0 ? 0 : orRelease(longFromNumber(floored(compactValue(a), compactValue(b))));
  }
  const quotient = divideTruncated(a, b);
  if (quotient === 0) return 0;
  if (!needsCorrection(remainder, b)) return quotient;
  remainder = correctedRemainder(remainder, b);
  const lower = remainder === 0 ? 0 : longSubtract(quotient, one);
  decref(quotient);
  if (lower === 0 && remainder !== 0) decref(remainder);
  return lower;
}

// -- true division ---------------------------------------------------------------------------------------------------

const TOO_LARGE = "integer division result too large for a float";
/** No double has a larger exponent. */
const MAX_EXPONENT = 1024;

/** long_true_divide: a float, correctly rounded. */
export function longTrueDivide(a: Borrowed, b: Borrowed): Owned {
  if (longSign(b) === 0) return raise(PyExc_ZeroDivisionError, "division by zero");
  let quotient: number;
  const x = longToNumber(a);
  const y = longToNumber(b);
  if (Math.abs(x) <= Number.MAX_SAFE_INTEGER && Math.abs(y) <= Number.MAX_SAFE_INTEGER) quotient = x / y;
  else if (x === 0) quotient = isSignSet(y) ? -0 : 0;
  else {
    if (bitLength(a) - bitLength(b) > MAX_EXPONENT) return raise(PyExc_OverflowError, TOO_LARGE);
    if (Math.max(longDigitCount(a), longDigitCount(b)) >= BIGINT_DIGIT_LIMIT) return PyErr_NoMemory();
    quotient = ratioToDouble(magnitudeOf(a), magnitudeOf(b));
    if (quotient === Infinity) return raise(PyExc_OverflowError, TOO_LARGE);
    if (longSign(a) !== longSign(b)) quotient = -quotient;
  }
  return newFloat(quotient) || PyErr_NoMemory();
}

// -- the nearest integer ---------------------------------------------------------------------------------------------

/** _PyLong_DivmodNear's modulo: a minus the multiple of b nearest to it, ties to the even multiple; b is positive. */
export function longDistanceToNearest(a: Borrowed, b: Borrowed): Owned {
  const x = longToBigInt(a);
  const y = longToBigInt(b);
  let quotient = x / y;
  let rest = x - quotient * y;
  if (rest < 0n) {
    quotient -= 1n;
    rest += y;
  }
  const twice = rest * 2n;
  if (twice > y || (twice === y && (quotient & 1n) === 1n)) rest -= y;
  return longFromBigInt(rest);
}
