// Order: by value, and the total order of representations; the larger and smaller of two.
import { Invalid_operation } from "./layout.ts";
import { adjusted, copyOf, type Decimal, finite, INFINITE, isNan, isSpecial, pow10, QNAN, SNAN } from "./number.ts";
import { type Env, finalize, nanOf } from "./rounding.ts";

function compareBig(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Magnitudes of numbers that are no NaNs: -1, 0, 1. */
export function compareMagnitude(a: Decimal, b: Decimal): number {
  if (isSpecial(a) || isSpecial(b)) return (a.kind === INFINITE ? 1 : 0) - (b.kind === INFINITE ? 1 : 0);
  if (a.exp === b.exp) return compareBig(a.coefficient, b.coefficient);
  if (a.coefficient === 0n || b.coefficient === 0n) return compareBig(a.coefficient, b.coefficient);
  const first = compareBig(adjusted(a), adjusted(b));
  if (first !== 0) return first;
  if (a.exp > b.exp) return compareBig(a.coefficient * pow10(Number(a.exp - b.exp)), b.coefficient);
  return compareBig(a.coefficient, b.coefficient * pow10(Number(b.exp - a.exp)));
}

/** Values of numbers that are no NaNs: -1, 0, 1. */
export function compareValues(a: Decimal, b: Decimal): number {
  if (!isSpecial(a) && !isSpecial(b)) {
    if (a.coefficient === 0n) return b.coefficient === 0n ? 0 : b.sign === 1 ? 1 : -1;
    if (b.coefficient === 0n) return a.sign === 1 ? -1 : 1;
  }
  if (a.sign !== b.sign) return a.sign === 1 ? -1 : 1;
  return a.sign === 1 ? compareMagnitude(b, a) : compareMagnitude(a, b);
}

/** Which of two equal values comes first: _mpd_cmp_numequal. */
function compareForms(a: Decimal, b: Decimal): number {
  if (a.sign !== b.sign) return b.sign - a.sign;
  const exponents = compareBig(a.exp, b.exp);
  return a.sign === 1 ? -exponents : exponents;
}

/** The place of a kind in the total order of positive ones. */
function rank(a: Decimal): number {
  return a.kind === QNAN ? 3 : a.kind === SNAN ? 2 : 1;
}

/** The total order of all representations. */
export function compareTotalOrder(a: Decimal, b: Decimal): number {
  if (a.sign !== b.sign) return b.sign - a.sign;
  const direction = a.sign === 1 ? -1 : 1;
  if (isNan(a) || isNan(b)) {
    if (rank(a) !== rank(b)) return rank(a) < rank(b) ? -direction : direction;
    return compareBig(a.coefficient, b.coefficient) * direction;
  }
  return compareValues(a, b) || compareForms(a, b);
}

export function small(value: number): Decimal {
  return finite(value < 0 ? 1 : 0, BigInt(Math.abs(value)), 0n);
}

export function compare(a: Decimal, b: Decimal, env: Env): Decimal {
  return nanOf(a, b, env) ?? small(compareValues(a, b));
}

export function compareSignal(a: Decimal, b: Decimal, env: Env): Decimal {
  const special = nanOf(a, b, env);
  if (special === null) return small(compareValues(a, b));
  env.status |= Invalid_operation;
  return special;
}

export function compareTotal(a: Decimal, b: Decimal): Decimal {
  return small(compareTotalOrder(a, b));
}

export function compareTotalMagnitude(a: Decimal, b: Decimal): Decimal {
  return small(compareTotalOrder(copyOf(a, 0), copyOf(b, 0)));
}

/** max, min, max_mag, min_mag: a quiet NaN loses against a number. */
function choice(wantsLarger: boolean, order: (a: Decimal, b: Decimal) => number) {
  return (a: Decimal, b: Decimal, env: Env): Decimal => {
    if (a.kind === QNAN && !isNan(b)) return finalize(copyOf(b), env);
    if (b.kind === QNAN && !isNan(a)) return finalize(copyOf(a), env);
    const special = nanOf(a, b, env);
    if (special !== null) return special;
    const isLess = (order(a, b) || compareForms(a, b)) < 0;
    return finalize(copyOf(isLess === wantsLarger ? b : a), env);
  };
}

export const max = choice(true, compareValues);
export const min = choice(false, compareValues);
export const maxMagnitude = choice(true, compareMagnitude);
export const minMagnitude = choice(false, compareMagnitude);

/** Equal exponents, or both NaN, or both infinite. */
export function sameQuantum(a: Decimal, b: Decimal): boolean {
  if (isSpecial(a) || isSpecial(b)) return (isNan(a) && isNan(b)) || (a.kind === INFINITE && b.kind === INFINITE);
  return a.exp === b.exp;
}
