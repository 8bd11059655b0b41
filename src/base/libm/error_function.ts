// erf and erfc: correctly rounded. Near zero a series of positive terms,
//   erf x = 2/√π e^(−x²) (x + 2x³/3 + 4x⁵/15 + …),
// farther out Laplace's continued fraction,
//   erfc x = e^(−x²)/√π · 1/(x + ½/(x + 1/(x + 3/2/(x + …)))).
import { copySign, exponentOf, powerOfTwo, scaleDouble } from "../double_bits.ts";
import { ddAdd, ddAddDouble, ddDivide, ddLow, ddMultiply, ddMultiplyDouble, twoProduct } from "./double_double.ts";
import * as exact from "./exact.ts";
import { exponentialKernel, kernelScale, roundIfCertain } from "./kernels.ts";
import { RECIPROCALS, TWO_OVER_SQRT_PI_HIGH, TWO_OVER_SQRT_PI_LOW } from "./tables.gen.ts";

/** Where the series gives way to the fraction. */
const SERIES_LIMIT = 2.5;
const ERROR = powerOfTwo(-80);
/** 1 − erf x cancels up to eleven bits below SERIES_LIMIT. */
const CANCELLED_ERROR = powerOfTwo(-72);
const LEAST_NORMAL_SCALE = -1021;

/** erf x in double-double for 2^-60 < x < SERIES_LIMIT. */
function errorSeries(x: number): number {
  const square = twoProduct(x, x);
  const squareLow = ddLow();
  let termHigh = x;
  let termLow = 0;
  let sumHigh = x;
  let sumLow = 0;
  for (let n = 3; n < 159 && termHigh > sumHigh * powerOfTwo(-110); n += 2) {
    termHigh = ddMultiply(termHigh, termLow, 2 * square, 2 * squareLow);
    termHigh = ddMultiply(termHigh, ddLow(), RECIPROCALS[2 * n], RECIPROCALS[2 * n + 1]);
    termLow = ddLow();
    sumHigh = ddAdd(sumHigh, sumLow, termHigh, termLow);
    sumLow = ddLow();
  }
  const exponential = exponentialKernel(-square, -squareLow);
  const factor = powerOfTwo(kernelScale());
  const product = ddMultiply(sumHigh, sumLow, exponential * factor, ddLow() * factor);
  return ddMultiply(product, ddLow(), TWO_OVER_SQRT_PI_HIGH, TWO_OVER_SQRT_PI_LOW);
}

/** erfc x = result × 2^kernelScale(), in double-double, for SERIES_LIMIT ≤ x < 28. */
function complementFraction(x: number): number {
  // Numerator and denominator of the fraction cut off after so many terms that the rest is below 2^-110.
  const termCount = Math.floor(700 / (x * x)) + 12;
  // From the innermost term outwards as a quotient: the next value of top/bottom is x + (n/2) bottom/top.
  let topHigh = x;
  let topLow = 0;
  let bottomHigh = 1;
  let bottomLow = 0;
  for (let n = termCount; n > 0; n--) {
    const first = ddMultiplyDouble(topHigh, topLow, x);
    const firstLow = ddLow();
    const second = ddMultiplyDouble(bottomHigh, bottomLow, n / 2);
    bottomHigh = topHigh;
    bottomLow = topLow;
    topHigh = ddAdd(first, firstLow, second, ddLow());
    topLow = ddLow();
  }
  const quotient = ddDivide(bottomHigh, bottomLow, topHigh, topLow);
  const scaled = ddMultiply(quotient, ddLow(), TWO_OVER_SQRT_PI_HIGH / 2, TWO_OVER_SQRT_PI_LOW / 2);
  const scaledLow = ddLow();
  const square = twoProduct(x, x);
  const exponential = exponentialKernel(-square, -ddLow());
  return ddMultiply(scaled, scaledLow, exponential, ddLow());
}

/** erf x in the units of exact.ts for 0 < x < 7. */
function exactError(x: number): bigint {
  const units = exact.fromDouble(x);
  const square = exact.multiply(units, units);
  let term = units;
  let sum = units;
  for (let n = 3n; term !== 0n; n += 2n) {
    term = (2n * exact.multiply(term, square)) / n;
    sum += term;
  }
  const { units: exponential, exponent } = exact.exponential(-square);
  const product = exact.multiply(sum, exponential) >> BigInt(-exponent);
  return exact.divide(2n * product, exact.squareRoot(exact.PI));
}

function exactComplement(x: number): number {
  const units = exact.fromDouble(x);
  let fraction = units;
  for (let n = BigInt(Math.floor(8000 / (x * x)) + 60); n > 0n; n--) {
    fraction = units + exact.divide((n * exact.ONE) / 2n, fraction);
  }
  const { units: exponential, exponent } = exact.exponential(-exact.multiply(units, units));
  const root = exact.squareRoot(exact.PI);
  return exact.toDouble(exact.divide(exponential, exact.multiply(root, fraction)), exponent);
}

export function erf(x: number): number {
  if (Number.isNaN(x)) return x;
  const magnitude = Math.abs(x);
  if (magnitude > 6) return copySign(1, x);
  return copySign(magnitude < powerOfTwo(-55) ? tinyError(magnitude) : positiveError(magnitude), x);
}

/** 2x/√π, the series' first term alone; x may be subnormal. */
function tinyError(x: number): number {
  if (x === 0) return 0;
  const exponent = exponentOf(x);
  const significand = scaleDouble(x, -exponent);
  const high = ddMultiplyDouble(TWO_OVER_SQRT_PI_HIGH, TWO_OVER_SQRT_PI_LOW, significand);
  const rounded = roundIfCertain(high, ddLow(), ERROR);
  if (!Number.isNaN(rounded) && exponent > LEAST_NORMAL_SCALE) return scaleDouble(rounded, exponent);
  const units = exact.divide(2n * exact.fromDouble(significand), exact.squareRoot(exact.PI));
  return exact.toDouble(units, exponent);
}

function positiveError(x: number): number {
  let high: number;
  if (x < SERIES_LIMIT) high = errorSeries(x);
  else {
    const complement = complementFraction(x);
    const factor = powerOfTwo(kernelScale());
    high = ddAddDouble(-complement * factor, -ddLow() * factor, 1);
  }
  const rounded = roundIfCertain(high, ddLow(), ERROR);
  return Number.isNaN(rounded) ? exact.toDouble(exactError(x)) : rounded;
}

export function erfc(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > 28) return 0;
  if (x < -6) return 2;
  const magnitude = Math.abs(x);
  if (magnitude < powerOfTwo(-55)) return 1;
  if (x < SERIES_LIMIT) {
    let high: number;
    if (magnitude < SERIES_LIMIT) {
      high = errorSeries(magnitude);
      const sign = x < 0 ? 1 : -1;
      high = ddAddDouble(sign * high, sign * ddLow(), 1);
    } else {
      const complement = complementFraction(magnitude);
      const factor = powerOfTwo(kernelScale());
      high = ddAddDouble(-complement * factor, -ddLow() * factor, 2);
    }
    const rounded = roundIfCertain(high, ddLow(), CANCELLED_ERROR);
    if (!Number.isNaN(rounded)) return rounded;
    const units = exactError(magnitude);
    return exact.toDouble(exact.ONE + (x < 0 ? units : -units));
  }
  const high = complementFraction(x);
  const scale = kernelScale();
  const rounded = roundIfCertain(high, ddLow(), ERROR);
  // The result's own exponent is below the scale by a few.
  if (Number.isNaN(rounded) || scale < LEAST_NORMAL_SCALE + 10) return exactComplement(x);
  return scaleDouble(rounded, scale);
}
