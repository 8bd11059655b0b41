// exp, exp2, expm1: correctly rounded. C's functions without errno: an overflow gives an infinity.
import { scaleDouble } from "../double_bits.ts";
import { ddLow, ddMultiplyDouble } from "./double_double.ts";
import * as exact from "./exact.ts";
import { exponentialKernel, exponentialMinusOneKernel, KERNEL_ERROR, kernelScale, roundIfCertain } from "./kernels.ts";
import { QUICK_ERROR, quickExponential, quickScale } from "./quick.ts";
import { LN2_HIGH, LN2_LOW } from "./tables.gen.ts";

// Results with a smaller exponent may be subnormal and are left to the exact path, which rounds once.
const LEAST_NORMAL_SCALE = -1021;

export function exp(x: number): number {
  if (!(x < 710)) return x === Infinity || Number.isNaN(x) ? x : Infinity;
  if (x < -746) return 0;
  const quick = quickExponential(x, 0);
  const scale = quickScale();
  let rounded = roundIfCertain(quick, ddLow(), QUICK_ERROR);
  if (Number.isNaN(rounded)) {
    // The same reduction, so the same scale.
    const high = exponentialKernel(x, 0);
    rounded = roundIfCertain(high, ddLow(), KERNEL_ERROR);
  }
  if (Number.isNaN(rounded) || scale < LEAST_NORMAL_SCALE) return exactExponential(x);
  return scaleDouble(rounded, scale);
}

function exactExponential(x: number): number {
  // Below the units of exact.ts, e^x rounds as 1 + x does.
  if (Math.abs(x) < 1e-60) return 1 + x;
  const { units, exponent } = exact.exponential(exact.fromDouble(x));
  return exact.toDouble(units, exponent);
}

export function exp2(x: number): number {
  if (!(x < 1024)) return Number.isNaN(x) ? x : Infinity;
  if (x < -1076) return 0;
  const whole = Math.floor(x + 0.5);
  const fraction = x - whole;
  if (fraction === 0) return scaleDouble(1, whole);
  const power = ddMultiplyDouble(LN2_HIGH, LN2_LOW, fraction);
  const high = exponentialKernel(power, ddLow());
  const scale = kernelScale() + whole;
  const rounded = roundIfCertain(high, ddLow(), KERNEL_ERROR);
  if (Number.isNaN(rounded) || scale < LEAST_NORMAL_SCALE) {
    if (Math.abs(x) < 1e-60) return 1 + x;
    const { units, exponent } = exact.exponential(exact.multiply(exact.fromDouble(fraction), exact.LN2));
    return exact.toDouble(units, exponent + whole);
  }
  return scaleDouble(rounded, scale);
}

export function expm1(x: number): number {
  const magnitude = Math.abs(x);
  // Below this e^x − 1 = x + x²/2 + … rounds to x.
  if (!(magnitude >= 5e-17)) return x;
  if (x > 710) return Infinity;
  if (x < -60) return -1;
  if (x > 600) return exp(x); // the one is far below the last bit; and the kernel's range ends
  const high = exponentialMinusOneKernel(x, 0);
  const rounded = roundIfCertain(high, ddLow(), KERNEL_ERROR);
  return Number.isNaN(rounded) ? exact.toDouble(exactMinusOne(exact.fromDouble(x))) : rounded;
}

function exactMinusOne(x: bigint): bigint {
  const { units, exponent } = exact.exponential(x);
  return (exponent >= 0 ? units << BigInt(exponent) : units >> BigInt(-exponent)) - exact.ONE;
}
