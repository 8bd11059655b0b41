// Sums, products, quotients and remainders, as the General Decimal Arithmetic Specification defines them and libmpdec does.
//
// Invariant: operands are never changed; a result is fresh and fits the environment.
import {
  Clamped,
  Division_by_zero,
  Division_impossible,
  Division_undefined,
  Invalid_operation,
  ROUND_FLOOR,
} from "./layout.ts";
import {
  adjusted,
  copyOf,
  type Decimal,
  DIGITS_MAX,
  digitCount,
  finite,
  INFINITE,
  infinity,
  isSpecial,
  isZero,
  nan,
  pow10,
  trailingZeros,
  wordCount,
} from "./number.ts";
import { type Env, fail, finalize, nanOf, nanOfOne, outOfMemory } from "./rounding.ts";

// -- sums ----------------------------------------------------------------------------------------------------------------

/** a + b, with b's sign changed by `flip`. */
function addSigned(a: Decimal, b: Decimal, flip: number, env: Env): Decimal {
  const bSign = b.sign ^ flip;
  if (isSpecial(a) || isSpecial(b)) {
    const special = nanOf(a, b, env);
    if (special !== null) return special;
    if (a.kind !== INFINITE) return infinity(bSign);
    if (b.kind === INFINITE && a.sign !== bSign) return fail(env, Invalid_operation);
    return infinity(a.sign);
  }
  let big = a;
  let small = b;
  let bigSign = a.sign;
  let smallSign = bSign;
  if (b.exp > a.exp) {
    big = b;
    small = a;
    bigSign = bSign;
    smallSign = a.sign;
  }
  let coefficient = big.coefficient;
  let smallCoefficient = small.coefficient;
  let exp = small.exp;
  let bigDigits = big.digits;
  let smallDigits = small.digits;
  if (big.exp !== small.exp) {
    if (big.coefficient !== 0n) {
      // A number far below the last digit that counts is as good as one unit just below it.
      const last = big.exp - 1n + (big.digits > env.prec ? 0n : BigInt(big.digits) - BigInt(env.prec) - 1n);
      if (adjusted(small) < last) {
        exp = last;
        smallCoefficient = small.coefficient === 0n ? 0n : 1n;
        smallDigits = 1;
      }
      const shift = Number(big.exp - exp);
      if (shift + big.digits > DIGITS_MAX) return outOfMemory(env);
      coefficient *= pow10(shift);
      bigDigits += shift;
    }
  }
  let sign = bigSign;
  if (bigSign === smallSign) coefficient += smallCoefficient;
  else {
    coefficient -= smallCoefficient;
    if (coefficient < 0n) {
      coefficient = -coefficient;
      sign = smallSign;
    }
    // An exact zero is positive, except when rounding goes down.
    if (coefficient === 0n) sign = env.round === ROUND_FLOOR ? 1 : 0;
  }
  const result = finite(sign, coefficient, exp);
  result.peakWords = wordCount(Math.max(bigDigits, smallDigits, result.digits));
  return finalize(result, env);
}

export function add(a: Decimal, b: Decimal, env: Env): Decimal {
  return addSigned(a, b, 0, env);
}

export function subtract(a: Decimal, b: Decimal, env: Env): Decimal {
  return addSigned(a, b, 1, env);
}

/** Rounds: +a, or with `flip` -a. Zero has no sign, except when rounding goes down. */
function signed(a: Decimal, flip: number, env: Env): Decimal {
  const special = nanOfOne(a, env);
  if (special !== null) return special;
  const sign = isZero(a) && env.round !== ROUND_FLOOR ? 0 : a.sign ^ flip;
  return finalize(copyOf(a, sign), env);
}

export function plus(a: Decimal, env: Env): Decimal {
  return signed(a, 0, env);
}

export function minus(a: Decimal, env: Env): Decimal {
  return signed(a, 1, env);
}

export function abs(a: Decimal, env: Env): Decimal {
  return signed(a, a.sign, env);
}

// -- products ------------------------------------------------------------------------------------------------------------

function exactProduct(a: Decimal, b: Decimal, env: Env): Decimal {
  const sign = a.sign ^ b.sign;
  if (isSpecial(a) || isSpecial(b)) {
    const special = nanOf(a, b, env);
    if (special !== null) return special;
    return isZero(a) || isZero(b) ? fail(env, Invalid_operation) : infinity(sign);
  }
  if (a.digits + b.digits > DIGITS_MAX) return outOfMemory(env);
  const result = finite(sign, a.coefficient * b.coefficient, a.exp + b.exp);
  result.peakWords = wordCount(a.digits) + wordCount(b.digits);
  return result;
}

export function multiply(a: Decimal, b: Decimal, env: Env): Decimal {
  return finalize(exactProduct(a, b, env), env);
}

/** a × b + c, rounded once. */
export function fma(a: Decimal, b: Decimal, c: Decimal, env: Env): Decimal {
  const before = env.status;
  env.status = 0;
  const product = exactProduct(a, b, env);
  const isInvalid = (env.status & Invalid_operation) !== 0;
  env.status |= before;
  // What was invalid stays so, whatever is added.
  if (isInvalid) return product;
  const result = add(product, c, env);
  result.peakWords = Math.max(result.peakWords, product.peakWords);
  return result;
}

// -- quotients -----------------------------------------------------------------------------------------------------------

export function divide(a: Decimal, b: Decimal, env: Env): Decimal {
  const sign = a.sign ^ b.sign;
  if (isSpecial(a) || isSpecial(b)) {
    const special = nanOf(a, b, env);
    if (special !== null) return special;
    if (a.kind === INFINITE) return b.kind === INFINITE ? fail(env, Invalid_operation) : infinity(sign);
    env.status |= Clamped;
    return finite(sign, 0n, env.etiny);
  }
  if (b.coefficient === 0n) {
    if (a.coefficient === 0n) return fail(env, Division_undefined);
    env.status |= Division_by_zero;
    return infinity(sign);
  }
  const idealExp = a.exp - b.exp;
  if (a.coefficient === 0n) return finalize(finite(sign, 0n, idealExp), env);
  const shift = b.digits - a.digits + env.prec + 1;
  if (shift > DIGITS_MAX) return outOfMemory(env);
  let exp = idealExp - BigInt(shift);
  const dividend = shift > 0 ? a.coefficient * pow10(shift) : a.coefficient;
  const divisor = shift < 0 ? b.coefficient * pow10(-shift) : b.coefficient;
  let quotient = dividend / divisor;
  if (quotient * divisor !== dividend) {
    // The digits that follow are not all zero: the last one must not look like an end or a half.
    if (quotient % 5n === 0n) quotient += 1n;
  } else if (exp < idealExp) {
    const distance = idealExp - exp;
    const zeros = trailingZeros(quotient, Number(distance));
    quotient /= pow10(zeros);
    exp += BigInt(zeros);
  }
  const result = finite(sign, quotient, exp);
  result.peakWords = wordCount(a.digits + Math.max(shift, 0)) - wordCount(b.digits + Math.max(-shift, 0)) + 1;
  return finalize(result, env);
}

/** Quotient towards zero and remainder of finite numbers, b not zero; null when the quotient is too long. */
function divideExactly(a: Decimal, b: Decimal, env: Env): [quotient: Decimal, remainder: Decimal] | null {
  const exp = a.exp < b.exp ? a.exp : b.exp;
  const sign = a.sign ^ b.sign;
  if (a.coefficient === 0n) return [finite(sign, 0n, 0n), finite(a.sign, 0n, exp)];
  const distance = adjusted(a) - adjusted(b);
  const aShift = a.exp - exp;
  const bShift = b.exp - exp;
  if (distance < 0n) {
    if (aShift > DIGITS_MAX) return null;
    const remainder = finite(a.sign, a.coefficient * pow10(Number(aShift)), exp);
    remainder.peakWords = wordCount(remainder.digits);
    return [finite(sign, 0n, 0n), remainder];
  }
  if (distance > BigInt(env.prec) || aShift > DIGITS_MAX || bShift > DIGITS_MAX) return null;
  const dividend = a.coefficient * pow10(Number(aShift));
  const divisor = b.coefficient * pow10(Number(bShift));
  const quotient = dividend / divisor;
  if (digitCount(quotient) > env.prec) return null;
  return [finite(sign, quotient, 0n), finite(a.sign, dividend - quotient * divisor, exp)];
}

/** divmod(): both, fitted. */
export function divideAndRest(a: Decimal, b: Decimal, env: Env): [quotient: Decimal, remainder: Decimal] {
  const sign = a.sign ^ b.sign;
  if (isSpecial(a) || isSpecial(b)) {
    const special = nanOf(a, b, env);
    if (special !== null) return [special, copyOf(special)];
    if (a.kind === INFINITE) {
      const quotient = b.kind === INFINITE ? nan() : infinity(sign);
      return [quotient, fail(env, Invalid_operation)];
    }
    const remainder = finalize(copyOf(a), env);
    return [finite(sign, 0n, 0n), remainder];
  }
  if (b.coefficient === 0n) {
    if (a.coefficient === 0n) return [nan(), fail(env, Division_undefined)];
    return [infinity(sign), fail(env, Division_by_zero | Invalid_operation)];
  }
  const parts = divideExactly(a, b, env);
  if (parts === null) return [nan(), fail(env, Division_impossible)];
  return [finalize(parts[0], env), finalize(parts[1], env)];
}

/** The integer quotient towards zero: a // b. */
export function divideInteger(a: Decimal, b: Decimal, env: Env): Decimal {
  const sign = a.sign ^ b.sign;
  if (isSpecial(a) || isSpecial(b)) {
    const special = nanOf(a, b, env);
    if (special !== null) return special;
    if (a.kind === INFINITE) return b.kind === INFINITE ? fail(env, Invalid_operation) : infinity(sign);
    return finite(sign, 0n, 0n);
  }
  if (b.coefficient === 0n) {
    if (a.coefficient === 0n) return fail(env, Division_undefined);
    env.status |= Division_by_zero;
    return infinity(sign);
  }
  const parts = divideExactly(a, b, env);
  return parts === null ? fail(env, Division_impossible) : finalize(parts[0], env);
}

/** What both remainders say to special operands; null for ordinary ones. */
function remainderOfSpecial(a: Decimal, b: Decimal, env: Env): Decimal | null {
  if (isSpecial(a) || isSpecial(b)) {
    const special = nanOf(a, b, env);
    if (special !== null) return special;
    return a.kind === INFINITE ? fail(env, Invalid_operation) : finalize(copyOf(a), env);
  }
  if (b.coefficient !== 0n) return null;
  return fail(env, a.coefficient === 0n ? Division_undefined : Invalid_operation);
}

/** a % b: the sign is that of a. */
export function remainder(a: Decimal, b: Decimal, env: Env): Decimal {
  const special = remainderOfSpecial(a, b, env);
  if (special !== null) return special;
  const parts = divideExactly(a, b, env);
  return parts === null ? fail(env, Division_impossible) : finalize(parts[1], env);
}

/** a minus the multiple of b that is nearest to it; of two, the even multiple. */
export function remainderNear(a: Decimal, b: Decimal, env: Env): Decimal {
  const special = remainderOfSpecial(a, b, env);
  if (special !== null) return special;
  const exp = a.exp < b.exp ? a.exp : b.exp;
  if (a.coefficient === 0n) return finalize(finite(a.sign, 0n, exp), env);
  const distance = adjusted(a) - adjusted(b);
  const aShift = a.exp - exp;
  const bShift = b.exp - exp;
  if (distance < -1n) {
    if (aShift > DIGITS_MAX) return fail(env, Division_impossible);
    const rest = finite(a.sign, a.coefficient * pow10(Number(aShift)), exp);
    rest.peakWords = wordCount(rest.digits);
    return finalize(rest, env);
  }
  if (distance > BigInt(env.prec) || aShift > DIGITS_MAX || bShift > DIGITS_MAX) return fail(env, Division_impossible);
  const dividend = a.coefficient * pow10(Number(aShift));
  const divisor = b.coefficient * pow10(Number(bShift));
  let quotient = dividend / divisor;
  let rest = dividend - quotient * divisor;
  let sign = a.sign;
  const twice = rest * 2n;
  if (twice > divisor || (twice === divisor && (quotient & 1n) === 1n)) {
    quotient += 1n;
    rest = divisor - rest;
    sign ^= 1;
  }
  if (digitCount(quotient) > env.prec) return fail(env, Division_impossible);
  return finalize(finite(rest === 0n ? a.sign : sign, rest, exp), env);
}
