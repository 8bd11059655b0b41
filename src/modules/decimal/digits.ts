// Operations on the digits and the exponent of one number: quantize, rounding to an integer, scaling, shifting, the logical
// operations on digits 0 and 1, and the neighbours of a number.
import { add, subtract } from "./arithmetic.ts";
import { compareValues } from "./compare.ts";
import {
  Clamped,
  Division_by_zero,
  Errors,
  Inexact,
  Invalid_operation,
  Overflow,
  ROUND_CEILING,
  ROUND_FLOOR,
  Rounded,
  Subnormal,
  Underflow,
} from "./layout.ts";
import {
  adjusted,
  copyOf,
  type Decimal,
  DIGITS_MAX,
  finite,
  INFINITE,
  infinity,
  isSpecial,
  isZero,
  pow10,
  setCoefficient,
  trailingZeros,
} from "./number.ts";
import { dropDigits, dropped, type Env, fail, finalize, largest, nanOf, nanOfOne, roundsAway } from "./rounding.ts";

/** Digits to drop, as a number: all beyond the coefficient are alike. */
function dropCount(a: Decimal, distance: bigint): number {
  return distance > BigInt(a.digits) ? a.digits + 1 : Number(distance);
}

/** a with an exponent, which must not make it longer than the precision. */
export function quantizeTo(a: Decimal, exp: bigint, env: Env): Decimal {
  if (exp > env.emax || exp < env.etiny) return fail(env, Invalid_operation);
  if (a.coefficient === 0n) return finalize(finite(a.sign, 0n, exp), env);
  const distance = a.exp - exp;
  if (BigInt(a.digits) + distance > env.prec) return fail(env, Invalid_operation);
  const result = finite(a.sign, a.coefficient, exp);
  let status = 0;
  if (distance >= 0n) setCoefficient(result, a.coefficient * pow10(Number(distance)));
  else {
    let coefficient = dropDigits(a.coefficient, a.digits, dropCount(a, -distance));
    const rest = dropped;
    if (roundsAway(coefficient, a.sign, rest, env.round)) coefficient += 1n;
    setCoefficient(result, coefficient);
    status = rest === 0 ? Rounded : Rounded | Inexact;
  }
  if (result.digits > env.prec || adjusted(result) > env.emax) return fail(env, Invalid_operation);
  env.status |= status;
  return finalize(result, env);
}

export function quantize(a: Decimal, b: Decimal, env: Env): Decimal {
  if (isSpecial(a) || isSpecial(b)) {
    const special = nanOf(a, b, env);
    if (special !== null) return special;
    return a.kind === b.kind ? copyOf(a) : fail(env, Invalid_operation);
  }
  return quantizeTo(a, b.exp, env);
}

function roundToInteger(a: Decimal, env: Env, signals: boolean): Decimal {
  const special = nanOfOne(a, env);
  if (special !== null) return special;
  if (a.kind === INFINITE || a.exp >= 0n) return copyOf(a);
  if (a.coefficient === 0n) return finite(a.sign, 0n, 0n);
  let coefficient = dropDigits(a.coefficient, a.digits, dropCount(a, -a.exp));
  const rest = dropped;
  if (roundsAway(coefficient, a.sign, rest, env.round)) coefficient += 1n;
  if (signals) env.status |= rest === 0 ? Rounded : Rounded | Inexact;
  return finite(a.sign, coefficient, 0n);
}

export function toIntegral(a: Decimal, env: Env): Decimal {
  return roundToInteger(a, env, false);
}

export function toIntegralExact(a: Decimal, env: Env): Decimal {
  return roundToInteger(a, env, true);
}

/** normalize(): without the zeros at its end. */
export function reduce(a: Decimal, env: Env): Decimal {
  const special = nanOfOne(a, env);
  if (special !== null) return special;
  const result = finalize(copyOf(a), env);
  if (result.kind === INFINITE) return result;
  if (result.coefficient === 0n) return finite(result.sign, 0n, 0n);
  const room = (env.clamp ? env.etop : env.emax) - result.exp;
  const zeros = trailingZeros(result.coefficient, room > BigInt(result.digits) ? result.digits : Number(room));
  setCoefficient(result, result.coefficient / pow10(zeros));
  result.exp += BigInt(zeros);
  return result;
}

// -- exponents -----------------------------------------------------------------------------------------------------------

/** The exponent of the first digit, as a number. */
export function logb(a: Decimal, env: Env): Decimal {
  const special = nanOfOne(a, env);
  if (special !== null) return special;
  if (a.kind === INFINITE) return infinity(0);
  if (a.coefficient === 0n) {
    env.status |= Division_by_zero;
    return infinity(1);
  }
  const first = adjusted(a);
  return finalize(finite(first < 0n ? 1 : 0, first < 0n ? -first : first, 0n), env);
}

/** a × 10^b. */
export function scaleb(a: Decimal, b: Decimal, env: Env): Decimal {
  const special = nanOf(a, b, env);
  if (special !== null) return special;
  const most = 2n * (env.emax + (env.emax - env.etop + 1n));
  if (isSpecial(b) || b.exp !== 0n || b.coefficient > most) return fail(env, Invalid_operation);
  const result = copyOf(a);
  if (a.kind === INFINITE) return result;
  result.exp += b.sign === 1 ? -b.coefficient : b.coefficient;
  return finalize(result, env);
}

// -- shifting ------------------------------------------------------------------------------------------------------------

/** The count of rotate and shift; null when it is none. */
function shiftCount(b: Decimal, env: Env): number | null {
  if (isSpecial(b) || b.exp !== 0n || b.coefficient > env.prec) return null;
  return b.sign === 1 ? -Number(b.coefficient) : Number(b.coefficient);
}

/** The last digits of a coefficient, as many as the precision. */
function capped(a: Decimal, env: Env): bigint {
  return a.digits > env.prec ? a.coefficient % pow10(env.prec) : a.coefficient;
}

export function shift(a: Decimal, b: Decimal, env: Env): Decimal {
  const special = nanOf(a, b, env);
  if (special !== null) return special;
  const count = shiftCount(b, env);
  if (count === null) return fail(env, Invalid_operation);
  if (a.kind === INFINITE) return copyOf(a);
  if (count < 0) return finite(a.sign, capped(a, env) / pow10(-count), a.exp);
  const moved = finite(a.sign, a.coefficient * pow10(count), a.exp);
  return finite(a.sign, capped(moved, env), a.exp);
}

export function rotate(a: Decimal, b: Decimal, env: Env): Decimal {
  const special = nanOf(a, b, env);
  if (special !== null) return special;
  const count = shiftCount(b, env);
  if (count === null || env.prec > DIGITS_MAX) return fail(env, Invalid_operation);
  if (a.kind === INFINITE) return copyOf(a);
  const left = count < 0 ? count + env.prec : count;
  const digits = capped(a, env);
  const right = pow10(env.prec - left);
  return finite(a.sign, (digits % right) * pow10(left) + digits / right, a.exp);
}

// -- digits as truth values ----------------------------------------------------------------------------------------------

/** The digits of a logical operand, the last ones when it is longer than the precision; null when it is none. */
function logicalDigits(a: Decimal, env: Env): string | null {
  if (isSpecial(a) || a.sign === 1 || a.exp !== 0n) return null;
  const text = a.coefficient.toString();
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x31) return null;
  return text.length > env.prec ? text.slice(-env.prec) : text;
}

function logical(combine: (a: number, b: number) => number) {
  return (a: Decimal, b: Decimal, env: Env): Decimal => {
    const aDigits = logicalDigits(a, env);
    const bDigits = logicalDigits(b, env);
    if (aDigits === null || bDigits === null) return fail(env, Invalid_operation);
    const length = Math.max(aDigits.length, bDigits.length);
    const left = aDigits.padStart(length, "0");
    const right = bDigits.padStart(length, "0");
    const digits: string[] = [];
    for (let i = 0; i < length; i++) digits.push(String(combine(left.charCodeAt(i) & 1, right.charCodeAt(i) & 1)));
    return finite(0, BigInt(digits.join("")), 0n);
  };
}

export const logicalAnd = logical((a, b) => a & b);
export const logicalOr = logical((a, b) => a | b);
export const logicalXor = logical((a, b) => a ^ b);

export function logicalInvert(a: Decimal, env: Env): Decimal {
  const digits = logicalDigits(a, env);
  if (digits === null || env.prec > DIGITS_MAX) return fail(env, Invalid_operation);
  const ones = (pow10(env.prec) - 1n) / 9n;
  return finite(0, ones - BigInt(digits), 0n);
}

// -- neighbours ----------------------------------------------------------------------------------------------------------

/** The next number towards positive (ROUND_CEILING) or negative infinity (ROUND_FLOOR). */
function next(a: Decimal, env: Env, round: number): Decimal {
  const special = nanOfOne(a, env);
  if (special !== null) return special;
  const isUp = round === ROUND_CEILING;
  if (a.kind === INFINITE) return a.sign === (isUp ? 1 : 0) ? largest(a.sign, env) : copyOf(a);
  const work: Env = { ...env, round, status: 0 };
  const rounded = finalize(copyOf(a), work);
  if ((work.status & (Inexact | Errors)) !== 0) {
    env.status |= work.status & Errors;
    return rounded;
  }
  work.status = 0;
  const tiny = finite(0, 1n, env.etiny - 1n);
  const result = isUp ? add(a, tiny, work) : subtract(a, tiny, work);
  env.status |= work.status & Errors;
  return result;
}

export function nextPlus(a: Decimal, env: Env): Decimal {
  return next(a, env, ROUND_CEILING);
}

export function nextMinus(a: Decimal, env: Env): Decimal {
  return next(a, env, ROUND_FLOOR);
}

export function nextToward(a: Decimal, b: Decimal, env: Env): Decimal {
  const special = nanOf(a, b, env);
  if (special !== null) return special;
  const order = compareValues(a, b);
  if (order === 0) return copyOf(a, b.sign);
  const result = order < 0 ? nextPlus(a, env) : nextMinus(a, env);
  if (result.kind === INFINITE) env.status |= Overflow | Rounded | Inexact;
  else if (!isSpecial(result) && adjusted(result) < env.emin) {
    env.status |= Underflow | Subnormal | Rounded | Inexact;
    if (isZero(result)) env.status |= Clamped;
  }
  return result;
}

// -- what kind of number -------------------------------------------------------------------------------------------------

export function isNormal(a: Decimal, env: Env): boolean {
  return !isSpecial(a) && a.coefficient !== 0n && adjusted(a) >= env.emin;
}

export function isSubnormal(a: Decimal, env: Env): boolean {
  return !isSpecial(a) && a.coefficient !== 0n && adjusted(a) < env.emin;
}
