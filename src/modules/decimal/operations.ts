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
type Row<Operation> = readonly [name: string, operation: Operation, doc: string];

/** Both a method and a function. */
export const UNARY: readonly Row<Unary>[] = [
  ["exp", exp, "e to the power of the number, correctly rounded half even."],
  ["ln", ln, "The natural logarithm, correctly rounded half even."],
  ["log10", log10, "The logarithm to base ten, correctly rounded half even."],
  ["next_minus", nextMinus, "The largest number of the context that is smaller."],
  ["next_plus", nextPlus, "The smallest number of the context that is larger."],
  ["normalize", reduce, "The same value without zeros at the end of its coefficient."],
  ["sqrt", sqrt, "The square root, correctly rounded half even."],
  ["logb", logb, "The adjusted exponent, as a number."],
  ["logical_invert", logicalInvert, "The other digit for each 0 and 1."],
];

/** Functions of a context only. */
export const CONTEXT_UNARY: readonly Row<Unary>[] = [
  ["abs", abs, "The magnitude of x, rounded."],
  ["minus", minus, "-x, rounded."],
  ["plus", plus, "+x: x, rounded."],
  ["to_integral", toIntegral, "The nearest integer, by the rounding mode of the context."],
  ["to_integral_exact", toIntegralExact, "The nearest integer; signals when x was none."],
  ["to_integral_value", toIntegral, "The nearest integer, by the rounding mode of the context."],
];

export const BINARY: readonly Row<Binary>[] = [
  ["compare", compare, "-1, 0 or 1 by value, or NaN."],
  ["compare_signal", compareSignal, "As compare; every NaN signals."],
  ["max", max, "The larger value; a quiet NaN loses against a number."],
  ["max_mag", maxMagnitude, "As max, by magnitude."],
  ["min", min, "The smaller value; a quiet NaN loses against a number."],
  ["min_mag", minMagnitude, "As min, by magnitude."],
  ["next_toward", nextToward, "The neighbour in the direction of the second number."],
  ["remainder_near", remainderNear, "What is left of the multiple that is nearest."],
  ["logical_and", logicalAnd, "Digit-wise and of digits 0 and 1."],
  ["logical_or", logicalOr, "Digit-wise or of digits 0 and 1."],
  ["logical_xor", logicalXor, "Digit-wise exclusive or of digits 0 and 1."],
  ["rotate", rotate, "The digits moved round by a count; to the left when it is positive."],
  ["scaleb", scaleb, "The number times ten to a power."],
  ["shift", shift, "The digits moved by a count; to the left when it is positive."],
];

export const CONTEXT_BINARY: readonly Row<Binary>[] = [
  ["add", add, "x + y, rounded."],
  ["divide", divide, "x / y, rounded."],
  ["divide_int", divideInteger, "The whole part of x / y."],
  ["multiply", multiply, "x * y, rounded."],
  ["quantize", quantize, "x with the exponent of y."],
  ["remainder", remainder, "x % y, with the sign of x."],
  ["subtract", subtract, "x - y, rounded."],
];

/** Binary operations that go by no context. */
export const QUIET_BINARY: readonly Row<Binary>[] = [
  ["compare_total", compareTotal, "-1, 0 or 1 by the total order of all representations."],
  ["compare_total_mag", compareTotalMagnitude, "As compare_total, without signs."],
  ["copy_sign", (a, b) => copyOf(a, b.sign), "The first number with the sign of the second."],
];

type Predicate = (a: Decimal, env: Env) => boolean;

/** Questions that no context changes. */
export const PREDICATES: readonly Row<(a: Decimal) => boolean>[] = [
  ["is_canonical", () => true, "True: every Decimal is."],
  ["is_finite", (a) => a.kind === FINITE, "Whether it is neither infinite nor a NaN."],
  ["is_infinite", (a) => a.kind === INFINITE, "Whether it is an infinity."],
  ["is_nan", isNan, "Whether it is a NaN, quiet or signaling."],
  ["is_qnan", (a) => a.kind === QNAN, "Whether it is a quiet NaN."],
  ["is_snan", (a) => a.kind === SNAN, "Whether it is a signaling NaN."],
  ["is_signed", (a) => a.sign === 1, "Whether it has a minus sign."],
  ["is_zero", isZero, "Whether it is a zero."],
];

export const CONTEXT_PREDICATES: readonly Row<Predicate>[] = [
  ["is_normal", isNormal, "Whether it is finite, not zero, and its exponent is not below Emin."],
  ["is_subnormal", isSubnormal, "Whether it is finite, not zero, and its exponent is below Emin."],
];

/** number_class() */
export function numberClass(a: Decimal, env: Env): string {
  if (isNan(a)) return a.kind === SNAN ? "sNaN" : "NaN";
  const sign = a.sign === 1 ? "-" : "+";
  if (a.kind === INFINITE) return `${sign}Infinity`;
  return sign + (isZero(a) ? "Zero" : isNormal(a, env) ? "Normal" : "Subnormal");
}
