// The functions of libm by their names in CPython's math module, for tests and for docs/libm.md.
import { fma, nextafter, remainder, ulp } from "../../src/base/libm/arithmetic.ts";
import { erf, erfc } from "../../src/base/libm/error_function.ts";
import { exp, exp2, expm1 } from "../../src/base/libm/exponential.ts";
import { gamma, lgamma } from "../../src/base/libm/gamma.ts";
import { acosh, asinh, atanh, cosh, sinh, tanh } from "../../src/base/libm/hyperbolic.ts";
import { log, log1p, log2, log10 } from "../../src/base/libm/logarithm.ts";
import { vectorNorm } from "../../src/base/libm/norm.ts";
import { cbrt, hypot, pow } from "../../src/base/libm/power.ts";
import { acos, asin, atan, atan2, cos, sin, tan } from "../../src/base/libm/trigonometric.ts";
import { bitsOfDouble } from "./base_cases.ts";

export const LIBM: Record<string, (...values: number[]) => number> = {
  exp,
  exp2,
  expm1,
  log,
  log2,
  log10,
  log1p,
  pow,
  sin,
  cos,
  tan,
  asin,
  acos,
  atan,
  atan2,
  sinh,
  cosh,
  tanh,
  asinh,
  acosh,
  atanh,
  cbrt,
  fma,
  remainder,
  gamma,
  lgamma,
  ulp,
  erf,
  erfc,
  fmod: (x, y) => x % y,
  nextafter,
  hypot: (x, y) => vectorNorm([x, y]),
  // abs(complex(x, y)), which is C's hypot
  abs_complex: hypot,
};

/** True where the result is CPython's: the same bits, or NaN or an infinity where CPython raises. */
export function agrees(result: number, expected: string): boolean {
  if (expected === "ValueError") return !(Math.abs(result) < Infinity);
  if (expected === "OverflowError") return Math.abs(result) === Infinity;
  return bitsOfDouble(result) === expected;
}
