// The context of an operation, and the end of nearly every operation: fitting the exact result to precision and exponents.
// As mpd_qfinalize() of libmpdec does it.
import type { Borrowed } from "../../memory/memory.ts";
import { i32, u32 } from "../../memory/memory.ts";
import {
  Clamped,
  Inexact,
  Invalid_operation,
  MAX_EMAX,
  MAX_PREC,
  Malloc_error,
  MIN_EMIN,
  Overflow,
  PyDecContextObject,
  ROUND_05UP,
  ROUND_CEILING,
  ROUND_DOWN,
  ROUND_FLOOR,
  ROUND_HALF_DOWN,
  ROUND_HALF_EVEN,
  ROUND_HALF_UP,
  ROUND_UP,
  Rounded,
  Subnormal,
  Underflow,
} from "./layout.ts";
import {
  copyOf,
  type Decimal,
  DIGITS_MAX,
  FINITE,
  INFINITE,
  isNan,
  nan,
  pow10,
  QNAN,
  SNAN,
  setCoefficient,
  wide,
} from "./number.ts";

/** What an operation goes by, and the conditions that it met. */
export interface Env {
  /** Exact up to 2^53: precisions beyond the longest coefficient all act alike. */
  prec: number;
  emax: bigint;
  emin: bigint;
  /** Exponent of the smallest number; the largest exponent of a coefficient of full length. */
  etiny: bigint;
  etop: bigint;
  round: number;
  clamp: number;
  status: number;
}

export function newEnv(prec: bigint, emax: bigint, emin: bigint, round: number, clamp: number): Env {
  const etiny = emin - (prec - 1n);
  const etop = emax - (prec - 1n);
  return { prec: Number(prec), emax, emin, etiny, etop, round, clamp, status: 0 };
}

/** The environment of a context object. */
export function envOf(context: Borrowed): Env {
  return newEnv(
    wide(context + PyDecContextObject.prec),
    wide(context + PyDecContextObject.emax),
    wide(context + PyDecContextObject.emin),
    i32(context + PyDecContextObject.round),
    i32(context + PyDecContextObject.clamp),
  );
}

/** mpd_maxcontext */
export function exactEnv(): Env {
  return newEnv(MAX_PREC, MAX_EMAX, MIN_EMIN, ROUND_HALF_EVEN, 0);
}

/** A copy with another precision and rounding, and no conditions. */
export function envWith(env: Env, prec: number, round: number): Env {
  return newEnv(BigInt(prec), env.emax, env.emin, round, env.clamp);
}

export function trappedBy(context: Borrowed): number {
  return u32(context + PyDecContextObject.trapped);
}

/** mpd_seterror: the NaN of a failed operation. */
export function fail(env: Env, condition: number): Decimal {
  env.status |= condition;
  return nan();
}

/** An answer that is too long for any memory. */
export function outOfMemory(env: Env): Decimal {
  return fail(env, Malloc_error);
}

// -- dropping digits -----------------------------------------------------------------------------------------------------

// What was dropped, in one figure: 0 nothing, 1-4 less than half, 5 exactly half, 6-9 more.
export const HALF = 5;

/** coefficient without its last `count` digits; the figure for what was dropped is `dropped`. */
export let dropped = 0;
export function dropDigits(coefficient: bigint, digits: number, count: number): bigint {
  if (count > digits) {
    dropped = coefficient === 0n ? 0 : 1;
    return 0n;
  }
  const power = pow10(count);
  const quotient = coefficient / power;
  const rest = coefficient - quotient * power;
  if (rest === 0n) dropped = 0;
  else {
    const twice = rest * 2n;
    dropped = twice < power ? 1 : twice === power ? HALF : HALF + 1;
  }
  return quotient;
}

function lastDigit(coefficient: bigint): number {
  return Number(coefficient % 10n);
}

/** Whether the magnitude grows by one unit for what was dropped: _mpd_rnd_incr. */
export function roundsAway(coefficient: bigint, sign: number, rest: number, round: number): boolean {
  if (rest === 0) return false;
  switch (round) {
    case ROUND_UP:
      return true;
    case ROUND_CEILING:
      return sign === 0;
    case ROUND_FLOOR:
      return sign === 1;
    case ROUND_HALF_UP:
      return rest >= HALF;
    case ROUND_HALF_DOWN:
      return rest > HALF;
    case ROUND_HALF_EVEN:
      return rest > HALF || (rest === HALF && (coefficient & 1n) === 1n);
    case ROUND_05UP:
      return lastDigit(coefficient) % HALF === 0;
    default:
      return false;
  }
}

/** Adds the unit that rounding asks for; a coefficient that grows too long for it moves its exponent. */
function applyRound(a: Decimal, rest: number, env: Env): void {
  if (!roundsAway(a.coefficient, a.sign, rest, env.round)) return;
  setCoefficient(a, a.coefficient + 1n);
  if (a.digits > env.prec) {
    a.coefficient /= 10n;
    a.digits--;
    a.exp += 1n;
    checkExponent(a, env);
  }
}

// -- fitting -------------------------------------------------------------------------------------------------------------

/** Whether an overflow ends at the largest finite number. */
function staysFinite(sign: number, round: number): boolean {
  if (round === ROUND_CEILING) return sign === 1;
  if (round === ROUND_FLOOR) return sign === 0;
  return round === ROUND_DOWN || round === ROUND_05UP;
}

export function largest(sign: number, env: Env): Decimal {
  if (env.prec > DIGITS_MAX) return outOfMemory(env);
  const coefficient = pow10(env.prec) - 1n;
  return { sign, kind: FINITE, exp: env.etop, coefficient, digits: env.prec, peakWords: 0 };
}

function become(a: Decimal, b: Decimal): void {
  a.sign = b.sign;
  a.kind = b.kind;
  a.exp = b.exp;
  a.coefficient = b.coefficient;
  a.digits = b.digits;
}

function checkExponent(a: Decimal, env: Env): void {
  const first = a.exp + BigInt(a.digits - 1);
  if (first > env.emax) {
    if (a.coefficient === 0n) {
      a.exp = env.clamp ? env.etop : env.emax;
      env.status |= Clamped;
      return;
    }
    if (staysFinite(a.sign, env.round)) become(a, largest(a.sign, env));
    else {
      a.kind = INFINITE;
      a.exp = 0n;
      a.coefficient = 0n;
      a.digits = 0;
    }
    env.status |= Overflow | Inexact | Rounded;
  } else if (env.clamp && a.exp > env.etop) {
    const shift = Number(a.exp - env.etop);
    a.coefficient *= pow10(shift);
    if (a.coefficient !== 0n) a.digits += shift;
    a.exp = env.etop;
    env.status |= Clamped;
    if (a.coefficient !== 0n && first < env.emin) env.status |= Subnormal;
  } else if (first < env.emin) {
    if (a.coefficient === 0n) {
      if (a.exp < env.etiny) {
        a.exp = env.etiny;
        env.status |= Clamped;
      }
      return;
    }
    env.status |= Subnormal;
    if (a.exp < env.etiny) {
      const distance = env.etiny - a.exp;
      const shift = distance > BigInt(a.digits) ? a.digits + 1 : Number(distance);
      setCoefficient(a, dropDigits(a.coefficient, a.digits, shift));
      const rest = dropped;
      a.exp = env.etiny;
      applyRound(a, rest, env);
      env.status |= Rounded;
      if (rest !== 0) {
        env.status |= Inexact | Underflow;
        if (a.coefficient === 0n) env.status |= Clamped;
      }
    }
  }
}

function fitNaN(a: Decimal, env: Env): Decimal {
  const room = env.prec - env.clamp;
  if (a.digits > room) {
    const payload = a.coefficient % pow10(room);
    a.coefficient = payload;
    a.digits = payload === 0n ? 0 : nan(QNAN, 0, payload).digits;
  }
  return a;
}

/** mpd_qfinalize: fits a number, which is changed, and answers with it. */
export function finalize(a: Decimal, env: Env): Decimal {
  if (a.kind !== FINITE) return isNan(a) ? fitNaN(a, env) : a;
  checkExponent(a, env);
  if (a.kind === FINITE && a.digits > env.prec) {
    const shift = a.digits - env.prec;
    a.coefficient = dropDigits(a.coefficient, a.digits, shift);
    const rest = dropped;
    a.digits = env.prec;
    a.exp += BigInt(shift);
    applyRound(a, rest, env);
    env.status |= Rounded;
    if (rest !== 0) env.status |= Inexact;
  }
  return a;
}

// -- NaNs ----------------------------------------------------------------------------------------------------------------

/** mpd_qcheck_nans: the NaN that the operation answers with when an operand is one, else null. */
export function nanOf(a: Decimal, b: Decimal, env: Env): Decimal | null {
  if (!isNan(a) && !isNan(b)) return null;
  let choice = b;
  if (a.kind === SNAN) {
    choice = a;
    env.status |= Invalid_operation;
  } else if (b.kind === SNAN) env.status |= Invalid_operation;
  else if (a.kind === QNAN) choice = a;
  const result = copyOf(choice);
  result.kind = QNAN;
  return fitNaN(result, env);
}

/** The same for three operands: mpd_qcheck_3nans. */
export function nanOfThree(a: Decimal, b: Decimal, c: Decimal, env: Env): Decimal | null {
  const all = [a, b, c];
  const choice = all.find((one) => one.kind === SNAN) ?? all.find((one) => one.kind === QNAN);
  return choice === undefined ? null : nanOfOne(choice, env);
}

export function nanOfOne(a: Decimal, env: Env): Decimal | null {
  return nanOf(a, a, env);
}
