// sin, cos, tan and their inverses: correctly rounded. NaN outside the domain: C's functions without errno.
import { copySign, exponentOf, isSignSet, scaleDouble } from "../double_bits.ts";
import { ddAdd, ddDivide, ddLow, ddMultiply, ddSquareRoot, twoSum } from "./double_double.ts";
import * as exact from "./exact.ts";
import { angleKernel, KERNEL_ERROR, kernelCosine, kernelCosineLow, roundIfCertain, sineKernel } from "./kernels.ts";
import { QUICK_ERROR, quickSine } from "./quick.ts";
import { reduceAngle, reduceAngleExactly, reducedQuarter } from "./reduction.ts";
import { HALF_PI_HIGH, HALF_PI_LOW, PI_HIGH, PI_LOW } from "./tables.gen.ts";

// Below this, x ± x³/k with k ≥ 3 rounds to x.
const TINY = 5e-9;

export function sin(x: number): number {
  const magnitude = Math.abs(x);
  if (!(magnitude >= TINY)) return x;
  if (magnitude === Infinity) return NaN;
  const value = sineOfQuarter(magnitude, 0);
  return x < 0 ? -value : value;
}

export function cos(x: number): number {
  const magnitude = Math.abs(x);
  if (magnitude < TINY) return 1;
  if (!(magnitude < Infinity)) return NaN;
  return sineOfQuarter(magnitude, 1);
}

/** sin(x + turns × π/2) for positive x. */
function sineOfQuarter(x: number, turns: number): number {
  const r = reduceAngle(x);
  const rLow = ddLow();
  const quarter = reducedQuarter() + turns;
  const quick = quickSine(r, rLow, (quarter & 1) === 1);
  const settledQuickly = roundIfCertain(quick, ddLow(), QUICK_ERROR);
  if (!Number.isNaN(settledQuickly)) return quarter & 2 ? -settledQuickly : settledQuickly;
  let high = sineKernel(r, rLow);
  let low = ddLow();
  if (quarter & 1) {
    high = kernelCosine();
    low = kernelCosineLow();
  }
  const rounded = roundIfCertain(high, low, KERNEL_ERROR);
  if (!Number.isNaN(rounded)) return quarter & 2 ? -rounded : rounded;
  const { sine, cosine } = exact.sineAndCosine(reduceAngleExactly(x));
  const settled = exact.toDouble(quarter & 1 ? cosine : sine);
  return quarter & 2 ? -settled : settled;
}

export function tan(x: number): number {
  const magnitude = Math.abs(x);
  if (!(magnitude >= TINY)) return x;
  if (magnitude === Infinity) return NaN;
  const r = reduceAngle(magnitude);
  const isInverted = (reducedQuarter() & 1) === 1;
  const sine = sineKernel(r, ddLow());
  const sineLow = ddLow();
  const high = isInverted
    ? ddDivide(-kernelCosine(), -kernelCosineLow(), sine, sineLow)
    : ddDivide(sine, sineLow, kernelCosine(), kernelCosineLow());
  let rounded = roundIfCertain(high, ddLow(), KERNEL_ERROR);
  if (Number.isNaN(rounded)) {
    const units = exact.sineAndCosine(reduceAngleExactly(magnitude));
    rounded = exact.toDouble(
      isInverted ? exact.divide(-units.cosine, units.sine) : exact.divide(units.sine, units.cosine),
    );
  }
  return x < 0 ? -rounded : rounded;
}

export function atan(x: number): number {
  const magnitude = Math.abs(x);
  if (!(magnitude >= TINY)) return x;
  // Beyond this π/2 − 1/x rounds to π/2.
  if (magnitude > 1e18) return copySign(HALF_PI_HIGH, x);
  const high = angleKernel(magnitude, 0, 1, 0);
  const rounded = roundIfCertain(high, ddLow(), KERNEL_ERROR);
  if (!Number.isNaN(rounded)) return copySign(rounded, x);
  return copySign(exact.toDouble(exact.arcTangent(exact.fromDouble(magnitude), exact.ONE)), x);
}

/** √(1 − x²) in double-double, 0 ≤ x < 1. */
function cofunction(x: number): number {
  const below = twoSum(1, -x);
  const belowLow = ddLow();
  const above = twoSum(1, x);
  const product = ddMultiply(below, belowLow, above, ddLow());
  return ddSquareRoot(product, ddLow());
}

function exactCofunction(units: bigint): bigint {
  return exact.squareRoot(exact.multiply(exact.ONE - units, exact.ONE + units));
}

export function asin(x: number): number {
  const magnitude = Math.abs(x);
  if (magnitude < TINY) return x;
  if (!(magnitude < 1)) return magnitude === 1 ? copySign(HALF_PI_HIGH, x) : NaN;
  const root = cofunction(magnitude);
  const high = angleKernel(magnitude, 0, root, ddLow());
  const rounded = roundIfCertain(high, ddLow(), KERNEL_ERROR);
  if (!Number.isNaN(rounded)) return copySign(rounded, x);
  const units = exact.fromDouble(magnitude);
  return copySign(exact.toDouble(exact.arcTangent(units, exactCofunction(units))), x);
}

export function acos(x: number): number {
  const magnitude = Math.abs(x);
  if (!(magnitude < 1)) return x === 1 ? 0 : x === -1 ? PI_HIGH : NaN;
  // π/2 − x rounds to π/2.
  if (magnitude < 1e-18) return HALF_PI_HIGH;
  const root = cofunction(magnitude);
  let high = angleKernel(root, ddLow(), magnitude, 0);
  if (x < 0) high = ddAdd(PI_HIGH, PI_LOW, -high, -ddLow());
  const rounded = roundIfCertain(high, ddLow(), KERNEL_ERROR);
  if (!Number.isNaN(rounded)) return rounded;
  return exact.toDouble(exact.arcTangent(exactCofunction(exact.fromDouble(magnitude)), exact.fromDouble(x)));
}

export function atan2(y: number, x: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  const absX = Math.abs(x);
  const absY = Math.abs(y);
  const isLeft = isSignSet(x);
  if (absY === Infinity) {
    // Odd multiples of π/4 and π/2 are exact doublings of their rounded values, except 3π/4.
    return copySign(absX !== Infinity ? HALF_PI_HIGH : isLeft ? THREE_QUARTER_PI : HALF_PI_HIGH / 2, y);
  }
  if (absY === 0 || absX === Infinity) return copySign(isLeft ? PI_HIGH : 0, y);
  if (absX === 0) return copySign(HALF_PI_HIGH, y);
  const difference = exponentOf(absY) - exponentOf(absX);
  if (difference > 62) return copySign(HALF_PI_HIGH, y);
  if (difference < -62) {
    // The angle is y/x less something far below its last bit; on the left that vanishes beside π.
    return copySign(isLeft ? PI_HIGH : absY / absX, y);
  }
  // Bring both near one: only the ratio counts.
  const scale = -exponentOf(absX);
  const scaledX = scaleDouble(absX, scale);
  const scaledY = scaleDouble(absY, scale);
  let high = angleKernel(scaledY, 0, scaledX, 0);
  if (isLeft) high = ddAdd(PI_HIGH, PI_LOW, -high, -ddLow());
  const rounded = roundIfCertain(high, ddLow(), KERNEL_ERROR);
  if (!Number.isNaN(rounded)) return copySign(rounded, y);
  const unitsX = exact.fromDouble(scaledX);
  return copySign(exact.toDouble(exact.arcTangent(exact.fromDouble(scaledY), isLeft ? -unitsX : unitsX)), y);
}

// 3π/4, rounded from double-double: twice π/2 less a quarter of π.
const THREE_QUARTER_PI = HALF_PI_HIGH + (HALF_PI_HIGH / 2 + (HALF_PI_LOW + HALF_PI_LOW / 2));
