// sqrt, exp, ln and log10, correctly rounded (half even, whatever the context says).
//
// exp and the logarithms are computed as fixed-point integers: `places` decimals, off by a few units at most. When the units
// that may be wrong could decide how the result is rounded, they are computed again with more places. That ends, because
// these functions are irrational wherever they are not answered exactly beforehand.
import { log } from "../../base/libm/logarithm.ts";
import { compareValues } from "./compare.ts";
import { Invalid_operation, ROUND_HALF_EVEN } from "./layout.ts";
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
  pow10,
  trailingZeros,
} from "./number.ts";
import { type Env, fail, finalize, nanOfOne, outOfMemory } from "./rounding.ts";

export const ONE = finite(0, 1n, 0n);

// -- square root ---------------------------------------------------------------------------------------------------------

const EXACT_IN_DOUBLE = 2n ** 53n;
const DOUBLE_BITS = 52;

/** The largest integer whose square is not larger. */
export function integerSquareRoot(n: bigint): bigint {
  if (n < EXACT_IN_DOUBLE) return BigInt(Math.floor(Math.sqrt(Number(n))));
  const bits = n.toString(16).length * 4;
  const half = Math.max(0, (bits - DOUBLE_BITS) >> 1);
  // From above, so that Newton's steps fall to the answer and stop there.
  let root = (BigInt(Math.ceil(Math.sqrt(Number(n >> BigInt(2 * half))))) + 1n) << BigInt(half);
  for (;;) {
    const nextRoot = (root + n / root) >> 1n;
    if (nextRoot >= root) return root;
    root = nextRoot;
  }
}

export function sqrt(a: Decimal, env: Env): Decimal {
  const special = nanOfOne(a, env);
  if (special !== null) return special;
  const idealExp = (a.exp - (a.exp & 1n)) / 2n;
  if (isZero(a)) return finalize(finite(a.sign, 0n, idealExp), env);
  if (a.sign === 1) return fail(env, Invalid_operation);
  if (a.kind === INFINITE) return copyOf(a);
  if (env.prec > DIGITS_MAX) return outOfMemory(env);
  const isOdd = (a.exp & 1n) === 1n;
  const coefficient = isOdd ? a.coefficient * 10n : a.coefficient;
  const rootDigits = isOdd ? (a.digits >> 1) + 1 : (a.digits + 1) >> 1;
  const shift = env.prec + 1 - rootDigits;
  const divisor = shift < 0 ? pow10(-2 * shift) : 1n;
  const radicand = shift >= 0 ? coefficient * pow10(2 * shift) : coefficient / divisor;
  let root = integerSquareRoot(radicand);
  let exp = idealExp - BigInt(shift);
  const isExact = root * root === radicand && (shift >= 0 || radicand * divisor === coefficient);
  if (!isExact) {
    if (root % 5n === 0n) root += 1n;
  } else if (shift >= 0) {
    root /= pow10(shift);
    exp = idealExp;
  } else {
    root *= pow10(-shift);
    exp = idealExp;
  }
  return finalizeHalfEven(finite(0, root, exp), env);
}

function finalizeHalfEven(a: Decimal, env: Env): Decimal {
  const round = env.round;
  env.round = ROUND_HALF_EVEN;
  finalize(a, env);
  env.round = round;
  return a;
}

// -- fixed point ---------------------------------------------------------------------------------------------------------

/** 10^places × atanh(1/n). */
function inverseHyperbolicTangent(n: bigint, places: number): bigint {
  const square = n * n;
  let power = pow10(places) / n;
  let sum = power;
  for (let k = 3n; power !== 0n; k += 2n) {
    power /= square;
    sum += power / k;
  }
  return sum;
}

const GUARD = 10;
let ln10Places = -1;
let ln10Value = 0n;

/** 10^places × ln(10), off by less than one unit. */
function ln10(places: number): bigint {
  if (ln10Places < places) {
    const room = places + GUARD;
    ln10Value =
      46n * inverseHyperbolicTangent(31n, room) +
      34n * inverseHyperbolicTangent(49n, room) +
      20n * inverseHyperbolicTangent(161n, room);
    ln10Places = places;
  }
  return ln10Value / pow10(ln10Places + GUARD - places);
}

/** 10^places × e^(x / 10^places) for |x| of a few units: off by a few units of the last place. */
function fixedExp(x: bigint, places: number): bigint {
  // Halved until the series is short, and squared again afterwards, which doubles the error each time.
  const halvings = 4 + Math.floor(Math.sqrt(places));
  const room = places + GUARD + (halvings >> 1);
  const unit = pow10(room);
  const argument = (x * pow10(room - places)) >> BigInt(halvings);
  let term = unit;
  let sum = unit;
  for (let k = 1n; term !== 0n && term !== -1n; k += 1n) {
    term = (term * argument) / (unit * k);
    sum += term;
  }
  for (let i = 0; i < halvings; i++) sum = (sum * sum) / unit;
  return sum / pow10(room - places);
}

const FIRST_PLACES = 14;

/** 10^places × ln(m / 10^mPlaces) for m from 10^mPlaces / 10 to 10^mPlaces × 10: off by a few units. */
function fixedLn(m: bigint, mPlaces: number, places: number): bigint {
  // Halley's method triples the places that are right; the first come from a double.
  const wanted: number[] = [];
  for (let some = places + 4; some > FIRST_PLACES; some = Math.ceil(some / 3) + 2) wanted.push(some);
  const lead = digitCount(m) - FIRST_PLACES - 2;
  const rough = Number(lead > 0 ? m / pow10(lead) : m) / Number(pow10(mPlaces - Math.max(0, lead)));
  let result = BigInt(Math.floor(log(rough) * Number(pow10(FIRST_PLACES))));
  let resultPlaces = FIRST_PLACES;
  for (let i = wanted.length - 1; i >= 0; i--) {
    const room = wanted[i] + 3;
    result = rescaled(result, resultPlaces, room);
    const power = fixedExp(result, room);
    const target = rescaled(m, mPlaces, room);
    result += (2n * (target - power) * pow10(room)) / (target + power);
    resultPlaces = room;
  }
  return rescaled(result, resultPlaces, places);
}

function rescaled(value: bigint, from: number, to: number): bigint {
  return to >= from ? value * pow10(to - from) : value / pow10(from - to);
}

// -- rounding what is nearly known ---------------------------------------------------------------------------------------

/** Units that a fixed-point value may be wrong by, with room. */
const UNCERTAINTY = 1000n;

/**
 * The rounded result of a function whose value lies near `value` / 10^places × 10^exp; null when more places are needed.
 */
function settled(value: bigint, places: number, exp: bigint, env: Env): Decimal | null {
  const sign = value < 0n ? 1 : 0;
  const result = finite(sign, sign === 1 ? -value : value, exp - BigInt(places));
  // Where the last digit of the result will stand: at the precision, or higher where numbers are subnormal.
  const spare = result.digits - env.prec;
  const below = env.etiny - result.exp;
  const cut = below > BigInt(spare) ? (below > BigInt(result.digits) ? result.digits : Number(below)) : spare;
  if (cut < 1) return null;
  const unit = pow10(cut);
  const rest = result.coefficient % unit;
  const fromHalf = rest * 2n - unit;
  if (fromHalf <= 2n * UNCERTAINTY && fromHalf >= -2n * UNCERTAINTY) return null;
  // An end of zeros would look exact; these values never are.
  if (rest === 0n) result.coefficient += 1n;
  return finalizeHalfEven(result, env);
}

// -- exp -----------------------------------------------------------------------------------------------------------------

/** Exponents beyond the largest and smallest of any context. */
export const EXP_INF = 2000000000000000001n;
export const EXP_CLAMP = -4000000000000000001n;

const HUGE_EXPONENT = 20n;

export function exp(a: Decimal, env: Env): Decimal {
  const special = nanOfOne(a, env);
  if (special !== null) return special;
  if (a.kind === INFINITE) return a.sign === 1 ? finite(0, 0n, 0n) : infinity(0);
  if (a.coefficient === 0n) return copyOf(ONE);
  if (env.prec > DIGITS_MAX) return outOfMemory(env);
  const first = adjusted(a);
  if (first > HUGE_EXPONENT) return finalizeHalfEven(finite(0, 1n, a.sign === 1 ? EXP_CLAMP : EXP_INF), env);
  if (first < -BigInt(env.prec) - 1n) {
    // So near to one that only the direction counts.
    const near = a.sign === 1 ? pow10(env.prec + 2) - 1n : pow10(env.prec + 2) + 1n;
    return finalizeHalfEven(finite(0, near, -BigInt(env.prec) - 2n), env);
  }
  for (let extra = GUARD; ; extra *= 2) {
    const places = env.prec + extra;
    const whole = Math.max(0, Number(first) + 1);
    const room = places + whole;
    const shift = a.exp + BigInt(room);
    const magnitude = shift >= 0n ? a.coefficient * pow10(Number(shift)) : a.coefficient / pow10(Number(-shift));
    const x = a.sign === 1 ? -magnitude : magnitude;
    const divisor = ln10(room);
    let power = x / divisor;
    let rest = x - power * divisor;
    if (rest < 0n) {
      rest += divisor;
      power -= 1n;
    }
    const value = fixedExp(rest / pow10(whole), places);
    const result = settled(value, places, power, env);
    if (result !== null) return result;
  }
}

// -- logarithms ----------------------------------------------------------------------------------------------------------

/** 10^places × ln(a), for finite a above zero: off by a few units. */
function lnOf(a: Decimal, places: number): bigint {
  // a = m × 10^power with m near one, so that ln(10) does not cancel what is small.
  let power = adjusted(a);
  let mPlaces = a.digits - 1;
  if (a.coefficient > 3n * pow10(mPlaces)) {
    power += 1n;
    mPlaces += 1;
  }
  const powerDigits = digitCount(power < 0n ? -power : power);
  const tens = (power * ln10(places + powerDigits)) / pow10(powerDigits);
  return tens + fixedLn(a.coefficient, mPlaces, places);
}

/** How many zeros follow the point in a - 1: places that the result of a logarithm loses. */
function lossNearOne(a: Decimal): number {
  const first = adjusted(a);
  if (first !== 0n && first !== -1n) return 0;
  const one = pow10(Number(-a.exp));
  const distance = a.coefficient > one ? a.coefficient - one : one - a.coefficient;
  return Math.max(0, Number(-a.exp) - digitCount(distance) + 1);
}

function logarithm(a: Decimal, env: Env, value: (a: Decimal, places: number) => bigint): Decimal {
  if (env.prec > DIGITS_MAX) return outOfMemory(env);
  const loss = lossNearOne(a);
  for (let extra = GUARD; ; extra *= 2) {
    const places = env.prec + loss + extra;
    const result = settled(value(a, places), places, 0n, env);
    if (result !== null) return result;
  }
}

/** What both logarithms say to special operands, zero and negative numbers; null for others. */
function logarithmOfSpecial(a: Decimal, env: Env): Decimal | null {
  const special = nanOfOne(a, env);
  if (special !== null) return special;
  if (isZero(a)) return infinity(1);
  if (a.sign === 1) return fail(env, Invalid_operation);
  return isSpecial(a) ? infinity(0) : null;
}

export function ln(a: Decimal, env: Env): Decimal {
  const special = logarithmOfSpecial(a, env);
  if (special !== null) return special;
  if (compareValues(a, ONE) === 0) return finite(0, 0n, 0n);
  return logarithm(a, env, lnOf);
}

export function log10(a: Decimal, env: Env): Decimal {
  const special = logarithmOfSpecial(a, env);
  if (special !== null) return special;
  if (trailingZeros(a.coefficient, a.digits - 1) === a.digits - 1 && a.coefficient === pow10(a.digits - 1)) {
    const first = adjusted(a);
    return finalize(finite(first < 0n ? 1 : 0, first < 0n ? -first : first, 0n), env);
  }
  return logarithm(a, env, (x, places) => {
    const room = places + WHOLE_DIGITS;
    return (lnOf(x, room) * pow10(room)) / ln10(room) / pow10(WHOLE_DIGITS);
  });
}

/** Digits before the point that a logarithm may have. */
const WHOLE_DIGITS = 20;
