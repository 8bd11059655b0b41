// The operations that Decimal has as methods and Context as functions, by their names.
import {
  abs,
  add,
  divide,
  divideInteger,
  minus,
  multiply,
  plus,
  remainder,
  remainderNear,
  subtract,
} from "./arithmetic.ts";
import {
  compare,
  compareSignal,
  compareTotal,
  compareTotalMagnitude,
  max,
  maxMagnitude,
  min,
  minMagnitude,
} from "./compare.ts";
import {
  isNormal,
  isSubnormal,
  logb,
  logicalAnd,
  logicalInvert,
  logicalOr,
  logicalXor,
  nextMinus,
  nextPlus,
  nextToward,
  quantize,
  reduce,
  rotate,
  scaleb,
  shift,
  toIntegral,
  toIntegralExact,
} from "./digits.ts";
import { copyOf, type Decimal, FINITE, INFINITE, isNan, isZero, QNAN, SNAN } from "./number.ts";
import type { Env } from "./rounding.ts";
import { exp, ln, log10, sqrt } from "./transcendental.ts";

export type Unary = (a: Decimal, env: Env) => Decimal;
export type Binary = (a: Decimal, b: Decimal, env: Env) => Decimal;
type Row<Operation> = readonly [name: string, operation: Operation];

/** Both a method and a function. */
export const UNARY: readonly Row<Unary>[] = [
  ["exp", exp],
  ["ln", ln],
  ["log10", log10],
  ["next_minus", nextMinus],
  ["next_plus", nextPlus],
  ["normalize", reduce],
  ["sqrt", sqrt],
  ["logb", logb],
  ["logical_invert", logicalInvert],
];

/** Functions of a context only. */
export const CONTEXT_UNARY: readonly Row<Unary>[] = [
  ["abs", abs],
  ["minus", minus],
  ["plus", plus],
  ["to_integral", toIntegral],
  ["to_integral_exact", toIntegralExact],
  ["to_integral_value", toIntegral],
];

export const BINARY: readonly Row<Binary>[] = [
  ["compare", compare],
  ["compare_signal", compareSignal],
  ["max", max],
  ["max_mag", maxMagnitude],
  ["min", min],
  ["min_mag", minMagnitude],
  ["next_toward", nextToward],
  ["remainder_near", remainderNear],
  ["logical_and", logicalAnd],
  ["logical_or", logicalOr],
  ["logical_xor", logicalXor],
  ["rotate", rotate],
  ["scaleb", scaleb],
  ["shift", shift],
];

export const CONTEXT_BINARY: readonly Row<Binary>[] = [
  ["add", add],
  ["divide", divide],
  ["divide_int", divideInteger],
  ["multiply", multiply],
  ["quantize", quantize],
  ["remainder", remainder],
  ["subtract", subtract],
];

/** Binary operations that go by no context. */
export const QUIET_BINARY: readonly Row<Binary>[] = [
  ["compare_total", compareTotal],
  ["compare_total_mag", compareTotalMagnitude],
  ["copy_sign", (a, b) => copyOf(a, b.sign)],
];

type Predicate = (a: Decimal, env: Env) => boolean;

/** Questions that no context changes. */
export const PREDICATES: readonly Row<(a: Decimal) => boolean>[] = [
  ["is_canonical", () => true],
  ["is_finite", (a) => a.kind === FINITE],
  ["is_infinite", (a) => a.kind === INFINITE],
  ["is_nan", isNan],
  ["is_qnan", (a) => a.kind === QNAN],
  ["is_snan", (a) => a.kind === SNAN],
  ["is_signed", (a) => a.sign === 1],
  ["is_zero", isZero],
];

export const CONTEXT_PREDICATES: readonly Row<Predicate>[] = [
  ["is_normal", isNormal],
  ["is_subnormal", isSubnormal],
];

/** number_class() */
export function numberClass(a: Decimal, env: Env): string {
  if (isNan(a)) return a.kind === SNAN ? "sNaN" : "NaN";
  const sign = a.sign === 1 ? "-" : "+";
  if (a.kind === INFINITE) return `${sign}Infinity`;
  return sign + (isZero(a) ? "Zero" : isNormal(a, env) ? "Normal" : "Subnormal");
}
