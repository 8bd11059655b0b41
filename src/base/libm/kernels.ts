// The four kernels on which libm stands, in double-double: e^x, ln x, sin and cos, and the angle of a point.
// Each reduces its argument by a table to something below 2^-7 and sums a short series there: the first terms in
// double-double, the rest in doubles where their weight is below 2^-50. Relative errors of results are below 2^-96
// (see KERNEL_ERROR for what is claimed), which double-double arithmetic and the tables allow.
// Convention of double_double.ts: high part returned, low part in `ddLow()`.
import { doubleFromWords, highWordOf, lowWordOf, powerOfTwo } from "../double_bits.ts";
import {
  ddAdd,
  ddAddDouble,
  ddDivide,
  ddLow,
  ddMultiply,
  ddMultiplyDouble,
  fastTwoSum,
  twoProduct,
  twoSum,
} from "./double_double.ts";
import {
  ARC_TANGENTS,
  FACTORIAL_RECIPROCALS,
  HALF_PI_HIGH,
  HALF_PI_LOW,
  LN2_1,
  LN2_2,
  LN2_3,
  LN2_64TH_1,
  LN2_64TH_2,
  LN2_64TH_3,
  LOG2_E_HIGH,
  LOGARITHMS,
  LOGARITHMS_FIRST,
  POWERS_OF_TWO,
  RECIPROCALS,
  SINES_AND_COSINES,
} from "./tables.gen.ts";

/** Relative error claimed for a kernel's result and for a few operations on it, with room to spare. */
export const KERNEL_ERROR = powerOfTwo(-88);

/**
 * high + low rounded to a double, if every value within error × |high| of it rounds to the same double; else NaN, and
 * the caller settles it in exact.ts (Ziv's test).
 */
export function roundIfCertain(high: number, low: number, error: number): number {
  const margin = Math.abs(high) * error;
  const rounded = high + (low + margin);
  return rounded === high + (low - margin) ? rounded : NaN;
}

let scale = 0;

/** The power of two that belongs to the last result of exponentialKernel. */
export function kernelScale(): number {
  return scale;
}

// Set by reduceExponent: x = (64 × scale + tableIndex) × ln2/64 + remainder.
let tableIndex = 0;

/** e^remainder − 1, after taking from x the nearest multiple of ln2/64. */
function reduceExponent(xHigh: number, xLow: number): number {
  const n = Math.floor(xHigh * (64 * LOG2_E_HIGH) + 0.5);
  scale = Math.floor(n / 64);
  tableIndex = n - scale * 64;
  const first = twoSum(xHigh - n * LN2_64TH_1, -n * LN2_64TH_2);
  const rHigh = ddAdd(first, ddLow(), xLow, -n * LN2_64TH_3);
  const rLow = ddLow();
  const F = FACTORIAL_RECIPROCALS;
  let high = F[14] + rHigh * (F[16] + rHigh * (F[18] + rHigh * (F[20] + rHigh * F[22])));
  let low = 0;
  for (let term = 12; term > 0; term -= 2) {
    high = ddMultiply(high, low, rHigh, rLow);
    high = ddAdd(F[term], F[term + 1], high, ddLow());
    low = ddLow();
  }
  return ddMultiply(high, low, rHigh, rLow);
}

/** e^x = result × 2^kernelScale(), the result between 0.99 and 2.01, for |x| below 2^11. */
export function exponentialKernel(xHigh: number, xLow: number): number {
  const q = reduceExponent(xHigh, xLow);
  const qLow = ddLow();
  const tHigh = POWERS_OF_TWO[tableIndex * 2];
  const tLow = POWERS_OF_TWO[tableIndex * 2 + 1];
  const product = ddMultiply(tHigh, tLow, q, qLow);
  return ddAdd(tHigh, tLow, product, ddLow());
}

/** e^x − 1 with small relative error near zero too, for |x| below 700. */
export function exponentialMinusOneKernel(xHigh: number, xLow: number): number {
  const q = reduceExponent(xHigh, xLow);
  const qLow = ddLow();
  if (scale === 0 && tableIndex === 0) return q;
  const factor = powerOfTwo(scale);
  const tHigh = POWERS_OF_TWO[tableIndex * 2] * factor;
  const tLow = POWERS_OF_TWO[tableIndex * 2 + 1] * factor;
  const product = ddMultiply(tHigh, tLow, q, qLow);
  const productLow = ddLow();
  const base = ddAddDouble(tHigh, tLow, -1);
  return ddAdd(base, ddLow(), product, productLow);
}

/** ln(1 + r) for |r| below 2^-6.9. */
function logarithmSeries(rHigh: number, rLow: number): number {
  const R = RECIPROCALS;
  let tail = R[32];
  for (let term = 30; term >= 18; term -= 2) tail = R[term] - rHigh * tail;
  let high = R[16] - rHigh * tail;
  let low = 0;
  for (let term = 14; term > 0; term -= 2) {
    high = ddMultiply(high, low, rHigh, rLow);
    high = ddAdd(R[term], R[term + 1], -high, -ddLow());
    low = ddLow();
  }
  return ddMultiply(high, low, rHigh, rLow);
}

/** ln x for a positive normal number. */
export function logarithmKernel(xHigh: number, xLow: number): number {
  const highWord = highWordOf(xHigh);
  let k = (highWord >>> 20) - 1023;
  let m = doubleFromWords((highWord & 0xfffff) | 0x3ff00000, lowWordOf(xHigh));
  if (m > 181 / 128) {
    m *= 0.5;
    k++;
  }
  const mLow = xLow === 0 ? 0 : xLow * powerOfTwo(-Math.max(-1023, Math.min(1022, k)));
  const row = (Math.floor(m * 128 + 0.5) - LOGARITHMS_FIRST) * 3;
  const c = LOGARITHMS[row];
  const product = twoProduct(m, c);
  const error = ddLow();
  const rHigh = ddAdd(product - 1, 0, error, mLow * c);
  const rLow = ddLow();
  let high = logarithmSeries(rHigh, rLow);
  if (k === 0 && c === 1) return high;
  high = ddAdd(LOGARITHMS[row + 1], LOGARITHMS[row + 2], high, ddLow());
  if (k === 0) return high;
  const low = ddLow();
  const multiple = fastTwoSum(k * LN2_1, k * LN2_2);
  const multipleHigh = ddAddDouble(multiple, ddLow(), k * LN2_3);
  return ddAdd(multipleHigh, ddLow(), high, low);
}

/** ln(1 + u), with small relative error for small u too; u > −1, and 1 + u well inside the range of doubles. */
export function logarithmOnePlusKernel(uHigh: number, uLow: number): number {
  if (Math.abs(uHigh) < 0.0078) return logarithmSeries(uHigh, uLow);
  const high = ddAddDouble(uHigh, uLow, 1);
  return logarithmKernel(high, ddLow());
}

let cosineHigh = 0;
let cosineLow = 0;

/** The cosine that belongs to the last sineKernel. */
export function kernelCosine(): number {
  return cosineHigh;
}
export function kernelCosineLow(): number {
  return cosineLow;
}

/** sin r for |r| ≤ π/4 and a little more; cos r is in kernelCosine(). */
export function sineKernel(rHigh: number, rLow: number): number {
  if (rHigh < 0) {
    const sine = sineKernel(-rHigh, -rLow);
    // The low part moves through an exact sum with zero, which leaves it where ddLow() finds it.
    return fastTwoSum(-sine, -ddLow());
  }
  const F = FACTORIAL_RECIPROCALS;
  const j = Math.floor(rHigh * 64 + 0.5);
  const sHigh = fastTwoSum(rHigh - j / 64, rLow);
  const sLow = ddLow();
  const z = ddMultiply(sHigh, sLow, sHigh, sLow);
  const zLow = ddLow();
  // sin s / s = 1 − z/3! + z²/5! − …
  let high = -F[14] + z * (F[18] - z * (F[22] - z * F[26]));
  let low = 0;
  for (let n = 5; n > 0; n -= 2) {
    high = ddMultiply(high, low, z, zLow);
    const sign = n === 3 ? -1 : 1;
    high = ddAdd(sign * F[2 * n], sign * F[2 * n + 1], high, ddLow());
    low = ddLow();
  }
  const sine = ddMultiply(high, low, sHigh, sLow);
  const sineLow = ddLow();
  // cos s = 1 − z/2! + z²/4! − …
  high = F[16] - z * (F[20] - z * (F[24] - z * F[28]));
  low = 0;
  for (let n = 6; n >= 0; n -= 2) {
    high = ddMultiply(high, low, z, zLow);
    const sign = n === 6 || n === 2 ? -1 : 1;
    high = ddAdd(sign * F[2 * n], sign * F[2 * n + 1], high, ddLow());
    low = ddLow();
  }
  if (j === 0) {
    cosineHigh = high;
    cosineLow = low;
    return fastTwoSum(sine, sineLow);
  }
  const tableSine = SINES_AND_COSINES[j * 4];
  const tableSineLow = SINES_AND_COSINES[j * 4 + 1];
  const tableCosine = SINES_AND_COSINES[j * 4 + 2];
  const tableCosineLow = SINES_AND_COSINES[j * 4 + 3];
  const sineByCosine = ddMultiply(tableSine, tableSineLow, high, low);
  const sineByCosineLow = ddLow();
  const cosineBySine = ddMultiply(tableCosine, tableCosineLow, sine, sineLow);
  const cosineBySineLow = ddLow();
  const cosineByCosine = ddMultiply(tableCosine, tableCosineLow, high, low);
  const cosineByCosineLow = ddLow();
  const sineBySine = ddMultiply(tableSine, tableSineLow, sine, sineLow);
  cosineHigh = ddAdd(cosineByCosine, cosineByCosineLow, -sineBySine, -ddLow());
  cosineLow = ddLow();
  return ddAdd(sineByCosine, sineByCosineLow, cosineBySine, cosineBySineLow);
}

/** atan x for 0 ≤ x ≤ 1. */
function arcTangentKernel(xHigh: number, xLow: number): number {
  const j = Math.floor(xHigh * 64 + 0.5);
  let tHigh = xHigh;
  let tLow = xLow;
  if (j !== 0) {
    // tan(a − b) = (tan a − tan b) / (1 + tan a tan b)
    const c = j / 64;
    let bottom = ddMultiplyDouble(xHigh, xLow, c);
    bottom = ddAddDouble(bottom, ddLow(), 1);
    const bottomLow = ddLow();
    const top = fastTwoSum(xHigh - c, xLow);
    tHigh = ddDivide(top, ddLow(), bottom, bottomLow);
    tLow = ddLow();
  }
  const R = RECIPROCALS;
  const z = ddMultiply(tHigh, tLow, tHigh, tLow);
  const zLow = ddLow();
  let high = R[18] - z * (R[22] - z * (R[26] - z * R[30]));
  let low = 0;
  for (let n = 7; n > 0; n -= 2) {
    high = ddMultiply(high, low, z, zLow);
    high = ddAdd(R[2 * n], R[2 * n + 1], -high, -ddLow());
    low = ddLow();
  }
  high = ddMultiply(high, low, tHigh, tLow);
  if (j === 0) return high;
  return ddAdd(ARC_TANGENTS[j * 2], ARC_TANGENTS[j * 2 + 1], high, ddLow());
}

/** The angle of the point (x, y) in the first quadrant, in [0, π/2]; neither tiny nor huge. */
export function angleKernel(yHigh: number, yLow: number, xHigh: number, xLow: number): number {
  if (yHigh <= xHigh) {
    const ratio = ddDivide(yHigh, yLow, xHigh, xLow);
    return arcTangentKernel(ratio, ddLow());
  }
  const ratio = ddDivide(xHigh, xLow, yHigh, yLow);
  const rest = arcTangentKernel(ratio, ddLow());
  return ddAdd(HALF_PI_HIGH, HALF_PI_LOW, -rest, -ddLow());
}
