// Exact pieces of arithmetic that ECMAScript lacks: fma, remainder, frexp, modf, nextafter, ulp. fmod is `%`, ldexp is
// scaleDouble in ../double_bits.ts.
import {
  doubleFromWords,
  exponentOf,
  highWordOf,
  isSignSet,
  lowWordOf,
  powerOfTwo,
  scaleDouble,
} from "../double_bits.ts";
import { scaledToDouble } from "../float_parse.ts";
import { ddLow, twoProduct, twoSum } from "./double_double.ts";

const SAFE_LARGE = powerOfTwo(400);
const SAFE_SMALL = powerOfTwo(-400);

const isModerate = (value: number): boolean => {
  const magnitude = Math.abs(value);
  return magnitude < SAFE_LARGE && magnitude > SAFE_SMALL;
};

/**
 * a × b + c rounded once. An invalid operation (∞ × 0, or ∞ − ∞) gives NaN, overflow an infinity.
 */
export function fma(a: number, b: number, c: number): number {
  const product = a * b;
  if (!(Math.abs(a) < Infinity && Math.abs(b) < Infinity && Math.abs(c) < Infinity)) {
    // A product of finite numbers that only overflowed must not meet an infinite c as an infinity.
    return Math.abs(a) < Infinity && Math.abs(b) < Infinity ? c : product + c;
  }
  if (a === 0 || b === 0) return product + c;
  if (c === 0) return product;
  if (isModerate(a) && isModerate(b) && isModerate(c)) {
    // Boldo and Melquiond: the two errors are added with rounding to odd, which a last rounding to even cannot harm.
    const high = twoProduct(a, b);
    const middle = twoSum(c, ddLow());
    const middleLow = ddLow();
    const top = twoSum(high, middle);
    const topLow = ddLow();
    return top + addToOdd(middleLow, topLow);
  }
  return fmaExactly(a, b, c);
}

/** a + b; where inexact, the neighbour whose last bit is odd. */
function addToOdd(a: number, b: number): number {
  const sum = twoSum(a, b);
  const error = ddLow();
  if (error === 0 || (lowWordOf(sum) & 1) === 1) return sum;
  return stepMagnitude(sum, error > 0 === sum > 0 ? 1 : -1);
}

/** The neighbour of a number other than zero, away from zero (step 1) or towards it (step −1). */
function stepMagnitude(value: number, step: number): number {
  const low = (lowWordOf(value) + step) | 0;
  const carry = step > 0 ? (low === 0 ? 1 : 0) : low === -1 ? -1 : 0;
  return doubleFromWords((highWordOf(value) + carry) | 0, low);
}

function integerSignificand(value: number): bigint {
  const significand = BigInt(scaleDouble(value, 52 - exponentOf(value)));
  return significand;
}

function fmaExactly(a: number, b: number, c: number): number {
  const productExponent = exponentOf(a) + exponentOf(b) - 104;
  const addendExponent = exponentOf(c) - 52;
  let product = integerSignificand(a) * integerSignificand(b);
  let addend = integerSignificand(c);
  const exponent = Math.min(productExponent, addendExponent);
  product <<= BigInt(productExponent - exponent);
  addend <<= BigInt(addendExponent - exponent);
  const sum = product + addend;
  return sum < 0n ? -scaledToDouble(-sum, exponent) : scaledToDouble(sum, exponent);
}

/** IEEE 754 remainder: x less the multiple of y nearest to it, ties to the even multiple. NaN where invalid. */
export function remainder(x: number, y: number): number {
  if (!(Math.abs(x) < Infinity) || y === 0 || Number.isNaN(y)) return NaN;
  if (Math.abs(y) === Infinity) return x;
  const absX = Math.abs(x);
  const absY = Math.abs(y);
  const below = absX % absY;
  const above = absY - below;
  let result: number;
  if (below < above) result = below;
  else if (below > above) result = -above;
  else result = below - 2 * ((0.5 * (absX - below)) % absY);
  return isSignSet(x) ? -result : result;
}

let exponentPart = 0;

/** The exponent of the last frexp. */
export function frexpExponent(): number {
  return exponentPart;
}

/** x = result × 2^frexpExponent(), |result| in [0.5, 1); zero, infinities and NaN come back with exponent 0. */
export function frexp(x: number): number {
  exponentPart = 0;
  if (x === 0 || !(Math.abs(x) < Infinity)) return x;
  exponentPart = exponentOf(x) + 1;
  return scaleDouble(x, -exponentPart);
}

/** The fractional part of x, with the sign of x; the integral part is Math.trunc(x). */
export function modfFraction(x: number): number {
  if (Math.abs(x) === Infinity) return isSignSet(x) ? -0 : 0;
  const fraction = x - Math.trunc(x);
  return fraction === 0 && isSignSet(x) ? -0 : fraction;
}

/** C's nextafter: the neighbour of x towards y. (Reaching zero keeps the sign of x, unlike nextafterBySteps.) */
export function nextafter(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  if (x === y) return y;
  if (x === 0) return y > 0 ? powerOfTwo(-1074) : -powerOfTwo(-1074);
  return stepMagnitude(x, y > x === x > 0 ? 1 : -1);
}

/**
 * math.nextafter(x, y, steps=…): the double `steps` after x towards y, at most y; steps is a safe integer ≥ 0, or
 * Infinity.
 */
export function nextafterBySteps(x: number, y: number, steps: number): number {
  if (steps === 0) return x;
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  if (x === y) return y;
  // Doubles are numbered by their bits: negative ones below zero, so that neighbours differ by one.
  const from = ordinal(x);
  const to = ordinal(y);
  const distance = to > from ? to - from : from - to;
  if (steps === Infinity || distance <= BigInt(steps)) return y;
  const reached = to > from ? from + BigInt(steps) : from - BigInt(steps);
  // Arriving at zero from below gives −0, which keeps the side.
  if (reached === 0n) return isSignSet(x) ? -0 : 0;
  const magnitude = reached < 0n ? -reached : reached;
  const value = doubleFromWords(Number(magnitude >> 32n), Number(BigInt.asIntN(32, magnitude)));
  return reached < 0n ? -value : value;
}

function ordinal(value: number): bigint {
  const magnitude = Math.abs(value);
  const bits = (BigInt(highWordOf(magnitude)) << 32n) | BigInt(lowWordOf(magnitude) >>> 0);
  return isSignSet(value) ? -bits : bits;
}

/** The value of the last bit of |x|. */
export function ulp(x: number): number {
  const magnitude = Math.abs(x);
  if (!(magnitude < Infinity)) return magnitude;
  if (magnitude < powerOfTwo(-1021)) return powerOfTwo(-1074);
  return powerOfTwo(exponentOf(magnitude) - 52);
}

/** x rounded to an integer, ties to even: C's rint, and round(x) of a float (which keeps no sign of zero). */
export function roundHalfEven(x: number): number {
  const below = Math.floor(x);
  const fraction = x - below;
  if (fraction > 0.5) return below + 1;
  if (fraction === 0.5) return below % 2 === 0 ? below : below + 1;
  return below;
}
