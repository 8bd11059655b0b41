// sinh, cosh, tanh and their inverses: not correctly rounded, but the identities that glibc uses (fdlibm's, published by
// Sun), in plain doubles and in its order of operations, on our exp, expm1, log and log1p. CPython's results have glibc's
// rounding errors, and most of them come from these last operations: repeating those leaves far fewer differences than
// rounding correctly would (docs/libm.md). NaN outside the domain, an infinity at a pole or on overflow.
import { copySign, powerOfTwo } from "../double_bits.ts";
import { exp, expm1 } from "./exponential.ts";
import { log, log1p } from "./logarithm.ts";
import { LN2_HIGH } from "./tables.gen.ts";

/** Below this the functions that start as x round to x. */
const TINY = powerOfTwo(-28);
/** From here on e^-x is lost beside e^x. */
const ONE_EXPONENTIAL = 22;
/** From here on the one is lost beside x². */
const HUGE = powerOfTwo(28);
/** The last exponent whose exponential is finite lies just above. */
const NEAR_OVERFLOW = 709.78;

/** e^x / 2 for x ≥ ONE_EXPONENTIAL, also where e^x overflows and its half does not. */
function halfExponential(x: number): number {
  if (x < NEAR_OVERFLOW) return 0.5 * exp(x);
  const root = exp(0.5 * x);
  return 0.5 * root * root;
}

export function sinh(x: number): number {
  const magnitude = Math.abs(x);
  if (!(magnitude >= TINY && magnitude < Infinity)) return x;
  if (magnitude >= ONE_EXPONENTIAL) return copySign(halfExponential(magnitude), x);
  const half = copySign(0.5, x);
  const m = expm1(magnitude);
  return magnitude < 1 ? half * (2 * m - (m * m) / (m + 1)) : half * (m + m / (m + 1));
}

export function cosh(x: number): number {
  const magnitude = Math.abs(x);
  if (magnitude < 0.5 * LN2_HIGH) {
    const m = expm1(magnitude);
    const power = 1 + m;
    return 1 + (m * m) / (power + power);
  }
  if (magnitude < ONE_EXPONENTIAL) {
    const power = exp(magnitude);
    return 0.5 * power + 0.5 / power;
  }
  return halfExponential(magnitude);
}

export function tanh(x: number): number {
  const magnitude = Math.abs(x);
  if (!(magnitude >= powerOfTwo(-55))) return x;
  let size = 1;
  if (magnitude < 1) {
    const m = expm1(-2 * magnitude);
    size = -m / (m + 2);
  } else if (magnitude < ONE_EXPONENTIAL) size = 1 - 2 / (expm1(2 * magnitude) + 2);
  return copySign(size, x);
}

export function asinh(x: number): number {
  const magnitude = Math.abs(x);
  if (!(magnitude >= TINY && magnitude < Infinity)) return x;
  let size: number;
  if (magnitude > HUGE) size = log(magnitude) + LN2_HIGH;
  else {
    const square = x * x;
    if (magnitude > 2) size = log(2 * magnitude + 1 / (Math.sqrt(square + 1) + magnitude));
    else size = log1p(magnitude + square / (1 + Math.sqrt(1 + square)));
  }
  return copySign(size, x);
}

export function acosh(x: number): number {
  if (!(x >= 1)) return NaN;
  if (x > HUGE) return x === Infinity ? x : log(x) + LN2_HIGH;
  if (x > 2) return log(2 * x - 1 / (x + Math.sqrt(x * x - 1)));
  const above = x - 1;
  return log1p(above + Math.sqrt(2 * above + above * above));
}

export function atanh(x: number): number {
  const magnitude = Math.abs(x);
  if (magnitude < TINY) return x;
  if (!(magnitude < 1)) return magnitude === 1 ? copySign(Infinity, x) : NaN;
  const twice = magnitude + magnitude;
  const argument = magnitude < 0.5 ? twice + (twice * magnitude) / (1 - magnitude) : twice / (1 - magnitude);
  return copySign(0.5 * log1p(argument), x);
}
