// a to the power of b, step by step as libmpdec does it, since its results are not always the correctly rounded ones: a whole
// exponent takes repeated squaring with some spare digits, another exp(b × ln(a)).
import { divide, multiply } from "./arithmetic.ts";
import { compareMagnitude, compareValues } from "./compare.ts";
import { Clamped, Errors, Inexact, Invalid_operation, MAX_EMAX, MIN_EMIN, ROUND_HALF_EVEN, Rounded } from "./layout.ts";
import {
  adjusted,
  copyOf,
  type Decimal,
  DIGITS_MAX,
  digitCount,
  finite,
  INFINITE,
  infinity,
  isInteger,
  isSpecial,
  isZero,
  pow10,
} from "./number.ts";
import { type Env, fail, finalize, nanOf, nanOfThree, newEnv, outOfMemory } from "./rounding.ts";
import { EXP_INF, exp, ln, ONE } from "./transcendental.ts";

/** The value of an integer that is not too long to be one. */
function magnitudeOf(a: Decimal): bigint {
  return a.exp >= 0n ? a.coefficient * pow10(Number(a.exp)) : a.coefficient / pow10(Number(-a.exp));
}

/** Whether an integer is odd. */
function isOdd(a: Decimal): boolean {
  if (!isInteger(a) || a.exp > 0n) return false;
  return (magnitudeOf(a) & 1n) === 1n;
}

/** 1 with as many zeros as the precision has room for. */
function longOne(sign: number, zeros: number): Decimal {
  return finite(sign, pow10(zeros), BigInt(-zeros));
}

/** The power of a base of magnitude one. */
function powerOfOne(base: Decimal, exponent: Decimal, sign: number, env: Env): Decimal {
  if (!isInteger(exponent)) {
    env.status |= Inexact | Rounded;
    return longOne(sign, env.prec - 1);
  }
  if (exponent.sign === 1) return finite(sign, 1n, 0n);
  let zeros = magnitudeOf(exponent) * -base.exp;
  if (zeros > env.prec - 1) {
    zeros = BigInt(env.prec - 1);
    env.status |= Rounded;
  }
  return zeros > 0n ? longOne(sign, Number(zeros)) : finite(sign, 1n, zeros < 0n ? 0n : -zeros);
}

/** floor(log10(|log10(x)|)) from below: how fast powers of x grow. x is not one. */
function growth(x: Decimal): bigint {
  const first = adjusted(x);
  const digits = (n: bigint): bigint => BigInt(digitCount(n < 0n ? -n : n));
  if (first > 0n) return digits(first) - 1n;
  if (first < -1n) return digits(first + 1n) - 1n;
  const one = pow10(Number(-x.exp));
  const distance = x.coefficient > one ? x.coefficient - one : one - x.coefficient;
  const distanceFirst = x.exp + BigInt(digitCount(distance) - 1);
  return first === 0n ? distanceFirst - 2n : distanceFirst - 1n;
}

/** The result where it must overflow or underflow; null where it must be computed. */
function outOfBounds(base: Decimal, exponent: Decimal, sign: number, env: Env): Decimal | null {
  const magnitude = copyOf(base, 0);
  const order = adjusted(exponent) + growth(magnitude);
  const grows = (adjusted(magnitude) < 0n ? 1 : 0) === exponent.sign;
  const bound = grows ? env.emax : -env.etiny;
  if (BigInt(digitCount(bound < 0n ? -bound : bound)) >= order) return null;
  return finalize(finite(sign, 1n, grows ? EXP_INF : env.etiny - 1n), env);
}

/** Repeated squaring, from the highest bit. */
function squareUp(base: Decimal, exponent: bigint, sign: number, env: Env): Decimal {
  let result = copyOf(base);
  const bits = exponent.toString(2);
  for (let i = 1; i < bits.length; i++) {
    result = multiply(result, result, env);
    if (bits[i] === "1") result = multiply(result, base, env);
    if (isSpecial(result) || (result.coefficient === 0n && (env.status & Clamped) !== 0)) break;
  }
  result.sign = sign;
  return result;
}

function integerPower(base: Decimal, exponent: Decimal, sign: number, env: Env): Decimal {
  const spare = exponent.digits + Number(exponent.exp) + 2 + exponent.sign;
  const work = newEnv(BigInt(env.prec + spare), env.emax, env.emin, ROUND_HALF_EVEN, 0);
  const start = exponent.sign === 1 ? divide(ONE, base, work) : base;
  if ((work.status & Errors) !== 0) {
    env.status |= work.status;
    return start;
  }
  let result = squareUp(start, magnitudeOf(exponent), sign, work);
  env.status |= work.status;
  if (result.kind === INFINITE) result = finite(sign, 1n, EXP_INF);
  return finalize(result, env);
}

/** Digits that the exponents of exp() and ln() may have. */
const EXPONENT_DIGITS = 19;

function realPower(base: Decimal, exponent: Decimal, env: Env): Decimal {
  const prec = Math.max(base.digits, env.prec) + 4 + EXPONENT_DIGITS;
  const work = newEnv(BigInt(prec), MAX_EMAX, MIN_EMIN, ROUND_HALF_EVEN, 0);
  let result = exp(multiply(ln(base, work), exponent, work), work);
  env.status |= (work.status & Errors) | Inexact | Rounded;
  if (!isSpecial(result) && compareValues(result, ONE) === 0) result = longOne(0, env.prec - 1);
  if (result.kind === INFINITE) result = finite(0, 1n, EXP_INF);
  return finalize(result, env);
}

export function power(base: Decimal, exponent: Decimal, env: Env): Decimal {
  const special = nanOf(base, exponent, env);
  if (special !== null) return special;
  const isWhole = isInteger(exponent);
  const sign = isWhole && base.sign === 1 && isOdd(exponent) ? 1 : 0;
  if (isZero(base)) {
    if (isZero(exponent)) return fail(env, Invalid_operation);
    return exponent.sign === 1 ? infinity(sign) : finite(sign, 0n, 0n);
  }
  if (base.sign === 1 && !isWhole) return fail(env, Invalid_operation);
  if (exponent.kind === INFINITE) {
    const order = compareMagnitude(base, ONE);
    if (order === 0) {
      env.status |= Inexact | Rounded;
      return longOne(sign, env.prec - 1);
    }
    return order > 0 === (exponent.sign === 0) ? infinity(sign) : finite(sign, 0n, 0n);
  }
  if (base.kind === INFINITE) {
    if (isZero(exponent)) return finite(sign, 1n, 0n);
    return exponent.sign === 1 ? finite(sign, 0n, 0n) : infinity(sign);
  }
  if (isZero(exponent)) return finite(sign, 1n, 0n);
  if (env.prec > DIGITS_MAX) return outOfMemory(env);
  if (compareMagnitude(base, ONE) === 0) return powerOfOne(base, exponent, sign, env);
  const bounded = outOfBounds(base, exponent, sign, env);
  if (bounded !== null) return bounded;
  return isWhole ? integerPower(base, exponent, sign, env) : realPower(base, exponent, env);
}

/** base ** exponent % modulus, all whole; the modulus has at most as many digits as the precision. */
export function powerModulo(base: Decimal, exponent: Decimal, modulus: Decimal, env: Env): Decimal {
  const special = nanOfThree(base, exponent, modulus, env);
  if (special !== null) return special;
  const areWhole = isInteger(base) && isInteger(exponent) && isInteger(modulus);
  if (!areWhole || isZero(modulus) || (exponent.sign === 1 && !isZero(exponent))) return fail(env, Invalid_operation);
  if (isZero(base) && isZero(exponent)) return fail(env, Invalid_operation);
  const divisor = magnitudeOf(modulus);
  if (digitCount(divisor) > env.prec) return fail(env, Invalid_operation);
  const sign = base.sign === 1 && isOdd(exponent) ? 1 : 0;
  let square = magnitudeOf(base) % divisor;
  let result = 1n % divisor;
  for (let left = magnitudeOf(exponent); left > 0n; left >>= 1n) {
    if ((left & 1n) === 1n) result = (result * square) % divisor;
    square = (square * square) % divisor;
  }
  return finalize(finite(sign, result, 0n), env);
}
