// pow, cbrt, hypot: correctly rounded. C's functions without errno: overflow gives an infinity, a negative base with
// a fractional exponent gives NaN.
import { exponentOf, isSignSet, scaleDouble } from "../double_bits.ts";
import { ddAdd, ddLow, ddMultiply, ddMultiplyDouble, ddSquareRoot, twoProduct } from "./double_double.ts";
import * as exact from "./exact.ts";
import { exponentialKernel, KERNEL_ERROR, kernelScale, logarithmKernel, roundIfCertain } from "./kernels.ts";
import { exactLogarithm, LEAST_NORMAL, logarithmOfDouble } from "./logarithm.ts";
import { QUICK_ERROR, quickExponential, quickLogarithm, quickScale } from "./quick.ts";
import { RECIPROCALS } from "./tables.gen.ts";

// The logarithm's relative error is multiplied by up to 745, the largest logarithm of a result.
const POWER_ERROR = KERNEL_ERROR * 64;
const LEAST_NORMAL_SCALE = -1021;

export function pow(x: number, y: number): number {
  if (y === 0 || x === 1) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  const magnitude = Math.abs(x);
  const isOdd = Math.abs(y % 2) === 1;
  if (x === 0 || magnitude === Infinity) {
    const isLarge = (magnitude === Infinity) === y > 0;
    const size = isLarge ? Infinity : 0;
    return isOdd && isSignSet(x) ? -size : size;
  }
  if (Math.abs(y) === Infinity) {
    if (magnitude === 1) return 1;
    return magnitude > 1 === y > 0 ? Infinity : 0;
  }
  if (x < 0 && y !== Math.floor(y)) return NaN;
  const size = magnitude === 1 ? 1 : positivePower(magnitude, y);
  return x < 0 && isOdd ? -size : size;
}

/** For positive finite x other than 1 and finite y other than 0. */
function positivePower(x: number, y: number): number {
  // One correctly rounded operation is the correctly rounded power.
  if (y === 2) return x * x;
  if (y === 1) return x;
  if (y === 0.5) return Math.sqrt(x);
  if (y === -1) return 1 / x;
  // The logarithm is at least 2^-53 and at most 745 in size.
  if (Math.abs(y) > 1e21) return x > 1 === y > 0 ? Infinity : 0;
  if (Math.abs(y) < 1e-21) return 1;
  if (x >= LEAST_NORMAL) {
    const quick = quickLogarithm(x);
    const exponent = ddMultiplyDouble(quick, ddLow(), y);
    if (exponent < 708 && exponent > -707) {
      const power = quickExponential(exponent, ddLow());
      const settled = roundIfCertain(power, ddLow(), QUICK_ERROR * Math.max(1, Math.abs(exponent)));
      if (!Number.isNaN(settled)) return scaleDouble(settled, quickScale());
    }
  }
  const logarithm = logarithmOfDouble(x);
  const product = ddMultiplyDouble(logarithm, ddLow(), y);
  const productLow = ddLow();
  if (product > 710) return Infinity;
  if (product < -746) return 0;
  const high = exponentialKernel(product, productLow);
  const scale = kernelScale();
  const rounded = roundIfCertain(high, ddLow(), POWER_ERROR);
  if (!Number.isNaN(rounded) && scale >= LEAST_NORMAL_SCALE) return scaleDouble(rounded, scale);
  const { units, exponent } = exact.exponential(exact.multiply(exactLogarithm(x), exact.fromDouble(y)));
  return exact.toDouble(units, exponent);
}

export function cbrt(x: number): number {
  const magnitude = Math.abs(x);
  if (!(magnitude < Infinity) || x === 0) return x;
  const third = Math.floor(exponentOf(magnitude) / 3);
  const logarithm = logarithmKernel(scaleDouble(magnitude, -3 * third), 0);
  const share = ddMultiply(logarithm, ddLow(), RECIPROCALS[6], RECIPROCALS[7]);
  const high = exponentialKernel(share, ddLow());
  const scale = kernelScale();
  let rounded = roundIfCertain(high, ddLow(), KERNEL_ERROR);
  if (Number.isNaN(rounded)) {
    const { units, exponent } = exact.exponential(exactLogarithm(scaleDouble(magnitude, -3 * third)) / 3n);
    rounded = exact.toDouble(units, exponent - scale);
  }
  const root = scaleDouble(rounded, scale + third);
  return x < 0 ? -root : root;
}

/** C's hypot, as abs(complex) uses it; math.hypot is `vectorNorm`. */
export function hypot(x: number, y: number): number {
  let larger = Math.abs(x);
  let smaller = Math.abs(y);
  if (larger === Infinity || smaller === Infinity) return Infinity;
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  if (smaller > larger) [larger, smaller] = [smaller, larger];
  if (smaller === 0) return larger;
  const exponent = exponentOf(larger);
  if (exponent - exponentOf(smaller) > 60) return larger;
  larger = scaleDouble(larger, -exponent);
  smaller = scaleDouble(smaller, -exponent);
  const first = twoProduct(larger, larger);
  const firstLow = ddLow();
  const second = twoProduct(smaller, smaller);
  const sum = ddAdd(first, firstLow, second, ddLow());
  const high = ddSquareRoot(sum, ddLow());
  const rounded = roundIfCertain(high, ddLow(), KERNEL_ERROR);
  if (!Number.isNaN(rounded) && exponent > LEAST_NORMAL_SCALE) return scaleDouble(rounded, exponent);
  const a = exact.fromDouble(larger);
  const b = exact.fromDouble(smaller);
  return exact.toDouble(exact.squareRoot(exact.multiply(a, a) + exact.multiply(b, b)), exponent);
}
