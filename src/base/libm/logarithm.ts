// log, log2, log1p: correctly rounded; and log10. Outside a function's domain the
// result is NaN, at a pole an infinity: C's functions without errno.
import { exponentOf, scaleDouble } from "../double_bits.ts";
import { ddAdd, ddLow, ddMultiply, fastTwoSum } from "./double_double.ts";
import * as exact from "./exact.ts";
import { KERNEL_ERROR, logarithmKernel, logarithmOnePlusKernel, roundIfCertain } from "./kernels.ts";
import { QUICK_ERROR, quickLogarithm } from "./quick.ts";
import { LN2_1, LN2_2, LN2_3, LOG2_E_HIGH, LOG2_E_LOW, LOG10_2_HIGH, LOG10_2_LOW, LOG10_E_HIGH } from "./tables.gen.ts";

export const LEAST_NORMAL = 2.2250738585072014e-308;
const TWO_TO_54 = 0x40000000000000;

/** ln x in double-double for any positive finite double. */
export function logarithmOfDouble(x: number): number {
  if (x >= LEAST_NORMAL) return logarithmKernel(x, 0);
  const high = logarithmKernel(x * TWO_TO_54, 0);
  const low = ddLow();
  const scaleHigh = fastTwoSum(54 * LN2_1, 54 * LN2_2);
  const scaleLow = ddLow() + 54 * LN2_3;
  return ddAdd(high, low, -scaleHigh, -scaleLow);
}

/** ln x in the units of exact.ts for any positive finite double. */
export function exactLogarithm(x: number): bigint {
  if (x >= 1e-50) return exact.logarithm(exact.fromDouble(x));
  let scaled = x;
  let steps = 0n;
  while (scaled < 1e-50) {
    scaled *= TWO_TO_54;
    steps++;
  }
  return exact.logarithm(exact.fromDouble(scaled)) - 54n * steps * exact.LN2;
}

function outside(x: number): number {
  return x === 0 ? -Infinity : x === Infinity ? Infinity : NaN;
}

export function log(x: number): number {
  if (!(x > 0 && x < Infinity)) return outside(x);
  if (x === 1) return 0;
  if (x >= LEAST_NORMAL) {
    const quick = quickLogarithm(x);
    const settled = roundIfCertain(quick, ddLow(), QUICK_ERROR);
    if (!Number.isNaN(settled)) return settled;
  }
  const high = logarithmOfDouble(x);
  const rounded = roundIfCertain(high, ddLow(), KERNEL_ERROR);
  return Number.isNaN(rounded) ? exact.toDouble(exactLogarithm(x)) : rounded;
}

export function log2(x: number): number {
  if (!(x > 0 && x < Infinity)) return outside(x);
  if (x === 1) return 0;
  const natural = logarithmOfDouble(x);
  const high = ddMultiply(natural, ddLow(), LOG2_E_HIGH, LOG2_E_LOW);
  const rounded = roundIfCertain(high, ddLow(), KERNEL_ERROR);
  return Number.isNaN(rounded) ? exact.toDouble(exact.divide(exactLogarithm(x), exact.LN2)) : rounded;
}

/**
 * Not correctly rounded, but put together as glibc (fdlibm) does from a logarithm and the exponent, because CPython's
 * results have its rounding errors: docs/libm.md.
 */
export function log10(x: number): number {
  if (!(x > 0 && x < Infinity)) return outside(x);
  // x = m × 2^y with m in [1, 2) for y ≥ 0, in [½, 1) for y < 0: one more than the exponent.
  const exponent = exponentOf(x);
  const y = exponent < 0 ? exponent + 1 : exponent;
  const rest = y * LOG10_2_LOW + LOG10_E_HIGH * log(scaleDouble(x, -y));
  return rest + y * LOG10_2_HIGH;
}

export function log1p(x: number): number {
  // Below this x − x²/2 + … rounds to x.
  if (Math.abs(x) < 5e-17) return x;
  if (!(x > -1 && x < Infinity)) return x === -1 ? -Infinity : x === Infinity ? x : NaN;
  const high = x > 1e40 ? logarithmKernel(x, 0) : logarithmOnePlusKernel(x, 0);
  const rounded = roundIfCertain(high, ddLow(), KERNEL_ERROR);
  return Number.isNaN(rounded) ? exact.toDouble(exact.logarithm(exact.ONE + exact.fromDouble(x))) : rounded;
}
