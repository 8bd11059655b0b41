// Decimal digits of a double, as David Gay's dtoa (CPython's Python/dtoa.c) defines them: exact, ties to even.
//   mode 0  the shortest digits that read back as the value, and among these the closest to it
//   mode 2  a number of significant digits
//   mode 3  a number of digits after the decimal point, which may be negative
// A result is a string of digits without trailing zeros, and a decimal point: 0.d1d2d3… × 10^decimalPoint().
// Each mode has a fast path on doubles that accepts its own result only when a property of IEEE arithmetic proves it,
// and an exact path on BigInt. ECMAScript's own digits (`String(x)`) are only used for safe integers, where the
// specification leaves no choice.
import { exponentOf, highWordOf, lowWordOf } from "./double_bits.ts";

let point = 0;

/** Position of the decimal point in the last digits: how many of them stand before it. */
export function decimalPoint(): number {
  return point;
}

// 10^0 … 10^22 are the powers of ten that are doubles exactly.
export const EXACT_POWERS_OF_TEN: readonly number[] = Array.from({ length: 23 }, (_, exponent) =>
  Number(10n ** BigInt(exponent)),
);
const LARGEST_EXACT_POWER = 22;

const bigPowersOfTen: bigint[] = [];

/** 10^exponent, for exponent ≥ 0. Kept for reuse up to the range of doubles. */
export function bigPowerOfTen(exponent: number): bigint {
  if (exponent > 700) return 10n ** BigInt(exponent);
  return (bigPowersOfTen[exponent] ??= 10n ** BigInt(exponent));
}

// value = bigSignificand × 2^binaryExponent, set by split().
let bigSignificand = 0n;
let binaryExponent = 0;

function split(value: number): void {
  const high = highWordOf(value);
  const biased = (high >>> 20) & 0x7ff;
  const fraction = (high & 0xfffff) * 0x100000000 + (lowWordOf(value) >>> 0);
  bigSignificand = BigInt(biased === 0 ? fraction : fraction + 0x10000000000000);
  binaryExponent = (biased === 0 ? 1 : biased) - 1075;
}

/** Keeps digits × 10^scale as the result: strips trailing zeros and places the point. */
function finish(digits: string, scale: number): string {
  point = digits.length + scale;
  let end = digits.length;
  while (end > 1 && digits.charCodeAt(end - 1) === 48) end--;
  return end === digits.length ? digits : digits.slice(0, end);
}

/**
 * floor(log10(value)), or now and then one less, for a positive finite value. The constant is below log10(2) by less
 * than the exponents of doubles could show.
 */
function decimalExponentBelow(binary: number): number {
  return Math.floor(binary * 0.30102999566398114);
}

/** Mode 0, for a positive finite value or zero. */
export function shortestDigits(value: number): string {
  if (value === 0) {
    point = 1;
    return "0";
  }
  // Fast path. Any two decimals of at most 15 digits read as different doubles, so when one of them reads as the
  // value it is the shortest, and the only one of its length. Both operands of the check are exact, hence so is it.
  if (value < 1e37 && value > 1e-7) {
    let places = 14 - decimalExponentBelow(exponentOf(value));
    if (places > LARGEST_EXACT_POWER) places = LARGEST_EXACT_POWER;
    if (places >= 0) {
      const power = EXACT_POWERS_OF_TEN[places];
      let candidate = Math.floor(value * power + 0.5);
      if (candidate >= 1e15) {
        places--;
        candidate = places >= 0 ? Math.floor(value * EXACT_POWERS_OF_TEN[places] + 0.5) : 0;
      }
      if (candidate < 1e15 && places >= 0 && candidate / EXACT_POWERS_OF_TEN[places] === value) {
        return finish(String(candidate), -places);
      }
    } else if (-places <= LARGEST_EXACT_POWER) {
      const power = EXACT_POWERS_OF_TEN[-places];
      const candidate = Math.floor(value / power + 0.5);
      if (candidate < 1e15 && candidate * power === value) return finish(String(candidate), -places);
    }
  }
  return shortestDigitsExactly(value);
}

/**
 * The decimals that read back as the value form an interval around it. With the unit 10^k chosen so that the interval
 * is one to ten units wide, it holds at most one multiple of 10^(k+1), which then is the shortest; else the answer is
 * the multiple of 10^k below the value or the one above it. (Idea: Giulietti's Schubfach.)
 */
function shortestDigitsExactly(value: number): string {
  split(value);
  const significand = bigSignificand;
  // At a power of two the neighbour below is only half as far.
  const isLopsided = significand === 0x10000000000000n && binaryExponent > -1074;
  // In units of 2^(binaryExponent − 2): the value, and the half-way points to its neighbours.
  const middle = significand << 2n;
  const lower = middle - (isLopsided ? 1n : 2n);
  const upper = middle + 2n;
  const unitExponent = Math.floor(binaryExponent * 0.30102999566398114 - (isLopsided ? 0.12493873660829993 : 0));
  // x units of 10^unitExponent correspond to x × scale / divisor of those of the boundaries.
  let scale = 1n;
  let divisor = 1n;
  if (unitExponent >= 0) scale = bigPowerOfTen(unitExponent);
  else divisor = bigPowerOfTen(-unitExponent);
  const shift = binaryExponent - 2;
  if (shift >= 0) divisor <<= BigInt(shift);
  else scale <<= BigInt(-shift);
  const isEven = (significand & 1n) === 0n;
  const scaledLower = lower * divisor;
  const scaledUpper = upper * divisor;
  const isInside = (units: bigint): boolean => {
    const scaled = units * scale;
    return isEven ? scaled >= scaledLower && scaled <= scaledUpper : scaled > scaledLower && scaled < scaledUpper;
  };
  const scaledMiddle = middle * divisor;
  const below = scaledMiddle / scale;
  const shorter = (below / 10n) * 10n;
  if (shorter > 0n && isInside(shorter)) return finish(shorter.toString(), unitExponent);
  if (isInside(shorter + 10n)) return finish((shorter + 10n).toString(), unitExponent);
  const isBelowInside = isInside(below);
  if (isBelowInside !== isInside(below + 1n))
    return finish((isBelowInside ? below : below + 1n).toString(), unitExponent);
  const twice = (scaledMiddle - below * scale) * 2n;
  const roundsUp = twice > scale || (twice === scale && (below & 1n) === 1n);
  return finish((roundsUp ? below + 1n : below).toString(), unitExponent);
}

/** value × 10^places rounded to an integer, ties to even; exact. The value is positive. */
function scaledExactly(value: number, places: number): bigint {
  split(value);
  let numerator = bigSignificand;
  let denominator = 1n;
  if (places >= 0) numerator *= bigPowerOfTen(places);
  else denominator = bigPowerOfTen(-places);
  if (binaryExponent >= 0) numerator <<= BigInt(binaryExponent);
  else if (places >= 0) {
    const shift = BigInt(-binaryExponent);
    const quotient = numerator >> shift;
    return roundQuotient(quotient, numerator - (quotient << shift), 1n << shift);
  } else denominator <<= BigInt(-binaryExponent);
  const quotient = numerator / denominator;
  return roundQuotient(quotient, numerator - quotient * denominator, denominator);
}

function roundQuotient(quotient: bigint, remainder: bigint, denominator: bigint): bigint {
  const twice = remainder << 1n;
  return twice > denominator || (twice === denominator && (quotient & 1n) === 1n) ? quotient + 1n : quotient;
}

/**
 * Mode 2: at most `count` ≥ 1 significant digits of a positive finite value or zero. A count beyond the digits that
 * the value has costs nothing.
 */
export function digitsToPrecision(value: number, count: number): string {
  if (value === 0) {
    point = 1;
    return "0";
  }
  // No double has more than 767 significant digits.
  const wanted = Math.min(count, 800);
  const exponent = decimalExponentBelow(exponentOf(value));
  let places = wanted - 1 - exponent;
  let digits = scaledDigits(value, places);
  if (digits.length > wanted) {
    // Either the estimate was one too low, or rounding carried into a new digit; both are mended by one place fewer.
    places--;
    digits = scaledDigits(value, places);
  }
  return finish(digits, -places);
}

/**
 * Mode 3: digits down to `places` after the decimal point (before it, when negative) of a positive finite value or
 * zero. When nothing is left the digits are "" and the point is −places, as dtoa has it.
 */
export function digitsToPlaces(value: number, places: number): string {
  if (value === 0) {
    point = 1;
    return "0";
  }
  // The last place that a double can have is the 1074th.
  const wanted = Math.min(places, 1100);
  if (wanted < -330) {
    point = -wanted;
    return "";
  }
  const digits = scaledDigits(value, wanted);
  if (digits === "0") {
    point = -places;
    return "";
  }
  return finish(digits, -wanted);
}

/** Decimal text of value × 10^places, rounded to an integer. */
function scaledDigits(value: number, places: number): string {
  if (places >= 0 && places <= LARGEST_EXACT_POWER && value > 1e-280) {
    const power = EXACT_POWERS_OF_TEN[places];
    const product = value * power;
    if (product < 0x4000000000000) {
      // product + error is the exact product (Dekker); the product is below 2^50, so its fraction is exact too, and
      // only where that is one half does the error decide.
      const whole = Math.floor(product);
      const fraction = product - whole;
      if (fraction !== 0.5) return String(fraction > 0.5 ? whole + 1 : whole);
      const error = productError(value, power, product);
      return String(error > 0 || (error === 0 && whole % 2 === 1) ? whole + 1 : whole);
    }
  }
  return scaledExactly(value, places).toString();
}

/** a × b − product, exactly, where product is their rounded product and nothing overflows or underflows. */
function productError(a: number, b: number, product: number): number {
  const SPLITTER = 0x8000001;
  let wide = a * SPLITTER;
  const aHigh = wide - (wide - a);
  const aLow = a - aHigh;
  wide = b * SPLITTER;
  const bHigh = wide - (wide - b);
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}
