// Powers of ints: without a modulus by repeated multiplication of objects, with one on numbers or BigInt.
import type { Borrowed, Owned } from "../memory/memory.ts";
import { PyErr_NoMemory, raise } from "./errors.ts";
import { longMultiply } from "./long_arith.ts";
import { DIGIT_BITS, isCompact, longDigitCount, longSign, longToNumber, one, zero } from "./long_core.ts";
import {
  BIGINT_DIGIT_LIMIT,
  bitLength,
  bitLengthOfDigit,
  digitAt,
  longFromBigInt,
  longFromNumber,
  longToBigInt,
} from "./long_digits.ts";
import { decref, newRef } from "./object.ts";
import { interruptible, isUninterrupted, pollInterrupt } from "./stop_poll.ts";
import { PyExc_ValueError } from "./types.ts";

/** x × y, releasing x. */
function multiplyInto(x: Owned, y: Borrowed): Owned {
  const product = longMultiply(x, y);
  decref(x);
  return product;
}

/** Longer results are not multiplied out. */
const MAX_BITS = BIGINT_DIGIT_LIMIT * DIGIT_BITS;

/** A product of so many digits takes some time. */
const LONG_STEP_DIGITS = 10_000;

/** a ** b for b ≥ 0, by the bits of b from the top. */
export function longPowerPositive(a: Borrowed, b: Borrowed): Owned {
  const bCount = longDigitCount(b);
  if (bCount === 0) return one;
  if (bitLength(a) > 1 && (bitLength(a) - 1) * longToNumber(b) > MAX_BITS) return PyErr_NoMemory();
  const top = digitAt(b, bCount - 1);
  if (bCount === 1 && top === 1) return longMultiply(a, one);
  let z: Owned = newRef(a);
  let bit = bitLengthOfDigit(top) - 2;
  for (let i = bCount - 1; i >= 0; i--) {
    const digit = digitAt(b, i);
    for (; bit >= 0; bit--) {
      z = multiplyInto(z, z);
      if (z !== 0 && (digit >> bit) & 1) z = multiplyInto(z, a);
      if (z === 0) return 0;
      if (longDigitCount(z) > LONG_STEP_DIGITS && !isUninterrupted()) {
        decref(z);
        return 0;
      }
    }
    bit = DIGIT_BITS - 1;
  }
  return z;
}

/** From this modulus on a product of two rests is no exact double. */
const SMALL_MODULUS = 2 ** 26;

/** pow(a, b, c): c is not zero. ValueError when b is negative and a has no inverse. */
export function longPowerModulo(a: Borrowed, b: Borrowed, c: Borrowed): Owned {
  if (longSign(c) === 0) return raise(PyExc_ValueError, "pow() 3rd argument cannot be 0");
  const negative = longSign(c) < 0;
  const modulus = negative ? -longToBigInt(c) : longToBigInt(c);
  if (modulus === 1n) return zero;
  let base = longToBigInt(a) % modulus;
  if (base < 0n) base += modulus;
  if (longSign(b) < 0) {
    base = inverse(base, modulus);
    if (base < 0n) return raise(PyExc_ValueError, "base is not invertible for the given modulus");
  }
  if (modulus <= SMALL_MODULUS) {
    const rest = smallPower(Number(base), b, Number(modulus));
    return longFromNumber(negative && rest !== 0 ? rest - Number(modulus) : rest);
  }
  return interruptible(() => {
    const result = isCompact(b) && bitLength(b) === 0 ? 1n : bigPower(base, b, modulus);
    return longFromBigInt(negative && result !== 0n ? result - modulus : result);
  });
}

function smallPower(base: number, b: Borrowed, modulus: number): number {
  let result = 1;
  for (let i = longDigitCount(b) - 1; i >= 0; i--) {
    const digit = digitAt(b, i);
    for (let bit = DIGIT_BITS - 1; bit >= 0; bit--) {
      result = (result * result) % modulus;
      if ((digit >> bit) & 1) result = (result * base) % modulus;
    }
  }
  return result;
}

function bigPower(base: bigint, b: Borrowed, modulus: bigint): bigint {
  let result = 1n;
  for (let i = longDigitCount(b) - 1; i >= 0; i--) {
    const digit = digitAt(b, i);
    for (let bit = DIGIT_BITS - 1; bit >= 0; bit--) {
      if (bit === 0) pollInterrupt();
      if (result !== 1n) result = (result * result) % modulus;
      if ((digit >> bit) & 1) result = (result * base) % modulus;
    }
  }
  return result;
}

/** The inverse of a modulo n (extended Euclid), or -1 when there is none. */
function inverse(a: bigint, n: bigint): bigint {
  let [r0, r1, s0, s1] = [n, a, 0n, 1n];
  while (r1 !== 0n) {
    const quotient = r0 / r1;
    [r0, r1] = [r1, r0 - quotient * r1];
    [s0, s1] = [s1, s0 - quotient * s1];
  }
  if (r0 !== 1n) return -1n;
  return s0 < 0n ? s0 + n : s0;
}
