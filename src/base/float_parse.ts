// ASCII text to double, correctly rounded (nearest, ties to even) for any length: CPython's `_PyOS_ascii_strtod` and
// `float.fromhex`. White space around the number and underscores inside it are the caller's to handle.
// A parser returns the value and leaves in `parsedEnd()` where it stopped; at `start` means that no number was there.

import { scaleDouble } from "./double_bits.ts";
import { bigPowerOfTen, EXACT_POWERS_OF_TEN } from "./float_digits.ts";

let stop = 0;

/** Index after the last byte that belongs to the number parsed last; equal to its start when there was none. */
export function parsedEnd(): number {
  return stop;
}

// An exponent in the text may be any length; beyond this it no longer matters, whatever the digits before it.
const EXPONENT_LIMIT = 1e10;
// Significant digits beyond this number only say whether the value lies above a half-way point, so one stands for all.
const DIGIT_LIMIT = 800;

const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57;

function matches(bytes: Uint8Array, at: number, end: number, word: string): boolean {
  if (end - at < word.length) return false;
  for (let index = 0; index < word.length; index++) {
    if ((bytes[at + index] | 0x20) !== word.charCodeAt(index)) return false;
  }
  return true;
}

/** inf, infinity and nan in any case with an optional sign; a NaN's sign is dropped. */
function parseInfinityOrNaN(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  const isNegative = at < end && bytes[at] === 45;
  if (isNegative || (at < end && bytes[at] === 43)) at++;
  if (matches(bytes, at, end, "inf")) {
    stop = at + (matches(bytes, at, end, "infinity") ? 8 : 3);
    return isNegative ? -Infinity : Infinity;
  }
  if (matches(bytes, at, end, "nan")) {
    stop = at + 3;
    return NaN;
  }
  stop = start;
  return NaN;
}

/**
 * A decimal literal: sign, digits with an optional point, exponent; or inf, infinity, nan. A value too large reads as
 * infinity (whether that is an error is the caller's to say), one too small as zero with its sign.
 */
export function parseDouble(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  const isNegative = at < end && bytes[at] === 45;
  if (isNegative || (at < end && bytes[at] === 43)) at++;

  let digitCount = 0; // all digits, so that "." alone is no number
  let significantCount = 0; // from the first digit that is not zero
  let leading = 0; // the first significant digits, as an integer
  let exponent = 0;
  let isAfterPoint = false;
  let firstSignificant = -1;
  let lastSignificant = -1;
  for (; at < end; at++) {
    const byte = bytes[at];
    if (byte === 46 && !isAfterPoint) {
      isAfterPoint = true;
      continue;
    }
    if (!isDigit(byte)) break;
    digitCount++;
    if (isAfterPoint) exponent--;
    if (significantCount === 0 && byte === 48) continue;
    if (significantCount === 0) firstSignificant = at;
    significantCount++;
    if (significantCount <= 15) leading = leading * 10 + (byte - 48);
    if (byte !== 48) lastSignificant = at;
  }
  if (digitCount === 0) return parseInfinityOrNaN(bytes, start, end);
  stop = at;
  if (at < end && (bytes[at] | 0x20) === 101) {
    at++;
    const isExponentNegative = at < end && bytes[at] === 45;
    if (isExponentNegative || (at < end && bytes[at] === 43)) at++;
    if (at < end && isDigit(bytes[at])) {
      let written = 0;
      for (; at < end && isDigit(bytes[at]); at++) {
        if (written < EXPONENT_LIMIT) written = written * 10 + (bytes[at] - 48);
      }
      exponent += isExponentNegative ? -written : written;
      stop = at;
    }
  }
  if (significantCount === 0) return isNegative ? -0 : 0;
  let value: number;
  if (significantCount <= 15 && exponent >= -22 && exponent <= 22) {
    // Both operands are exact, so one rounding is all there is (Clinger's fast path).
    value = exponent < 0 ? leading / EXACT_POWERS_OF_TEN[-exponent] : leading * EXACT_POWERS_OF_TEN[exponent];
  } else {
    value = decimalExactly(bytes, firstSignificant, lastSignificant + 1, significantCount, exponent);
  }
  return isNegative ? -value : value;
}

/** The value of the digits in [first, last), which leave out trailing zeros: `count` digits in all × 10^exponent. */
function decimalExactly(bytes: Uint8Array, first: number, last: number, count: number, exponent: number): number {
  const magnitude = count + exponent; // the value lies in [10^(magnitude − 1), 10^magnitude)
  if (magnitude > 310) return Infinity;
  if (magnitude < -325) return 0;
  let text = "";
  let taken = 0;
  for (let at = first; at < last && taken < DIGIT_LIMIT; at++) {
    if (bytes[at] === 46) continue;
    text += String.fromCharCode(bytes[at]);
    taken++;
  }
  let scale = magnitude - taken;
  if (taken === DIGIT_LIMIT) {
    text += "1";
    scale--;
  }
  return scale >= 0
    ? ratioToDouble(BigInt(text) * bigPowerOfTen(scale), 1n)
    : ratioToDouble(BigInt(text), bigPowerOfTen(-scale));
}

function bitLength(value: bigint): number {
  const text = value.toString(16);
  return text.length * 4 - Math.clz32(Number.parseInt(text[0], 16)) + 28;
}

/** numerator / denominator (both positive), correctly rounded; infinity where that overflows. */
export function ratioToDouble(numerator: bigint, denominator: bigint): number {
  // The quotient keeps 55 or 56 bits, fewer where the result is subnormal; one sticky bit stands for the rest.
  let shift = 55 - (bitLength(numerator) - bitLength(denominator));
  if (shift > 1076) shift = 1076;
  let scaledNumerator = numerator;
  let scaledDenominator = denominator;
  if (shift >= 0) scaledNumerator <<= BigInt(shift);
  else scaledDenominator <<= BigInt(-shift);
  const quotient = scaledNumerator / scaledDenominator;
  const isInexact = quotient * scaledDenominator !== scaledNumerator;
  return scaledToDouble(isInexact ? quotient | 1n : quotient, -shift);
}

/**
 * integer × 2^exponent, rounded once. When bits were dropped below the integer its lowest bit must be set (a sticky
 * bit), and then it must have at least two bits more than the result keeps.
 */
export function scaledToDouble(integer: bigint, exponent: number): number {
  if (integer === 0n) return 0;
  const length = bitLength(integer);
  let keep = 53;
  if (length + exponent < -1021) keep = length + exponent + 1074;
  if (length + exponent > 1024) return Infinity;
  if (keep < 0) return 0;
  const drop = length - keep;
  if (drop <= 0) return scaleDouble(Number(integer), exponent);
  const rest = integer & ((1n << BigInt(drop)) - 1n);
  const half = 1n << BigInt(drop - 1);
  let kept = integer >> BigInt(drop);
  if (rest > half || (rest === half && (kept & 1n) === 1n)) kept += 1n;
  return scaleDouble(Number(kept), exponent + drop);
}

/** What parseHexDouble found wrong: CPython's messages and exception types belong to the caller. */
export const HEX_OK = 0;
export const HEX_INVALID = 1; // ValueError: invalid hexadecimal floating-point string
export const HEX_OVERFLOW = 2; // OverflowError: hexadecimal value too large to represent as a float
let hexStatus = HEX_OK;

/** Outcome of the last parseHexDouble. */
export function hexParseStatus(): number {
  return hexStatus;
}

function hexDigitValue(byte: number): number {
  if (isDigit(byte)) return byte - 48;
  const lower = byte | 0x20;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

const isSpace = (byte: number): boolean => byte === 32 || (byte >= 9 && byte <= 13);

/**
 * `float.fromhex` of the whole range, ASCII white space around the number allowed; see hexParseStatus for errors.
 */
export function parseHexDouble(bytes: Uint8Array, start: number, end: number): number {
  hexStatus = HEX_OK;
  let at = start;
  while (at < end && isSpace(bytes[at])) at++;
  let value = parseInfinityOrNaN(bytes, at, end);
  if (stop > at) at = stop;
  else {
    const isNegative = at < end && bytes[at] === 45;
    if (isNegative || (at < end && bytes[at] === 43)) at++;
    if (at + 1 < end && bytes[at] === 48 && (bytes[at + 1] | 0x20) === 120) at += 2;
    // Sixteen hexadecimal digits from the first that is not zero hold every bit that counts, and one sticky bit more.
    let integer = 0n;
    let taken = 0;
    let digitCount = 0;
    let exponent = 0;
    let isSticky = false;
    let isAfterPoint = false;
    for (; at < end; at++) {
      if (bytes[at] === 46 && !isAfterPoint) {
        isAfterPoint = true;
        continue;
      }
      const digit = hexDigitValue(bytes[at]);
      if (digit < 0) break;
      digitCount++;
      if (isAfterPoint) exponent -= 4;
      if (taken === 0 && digit === 0) continue;
      if (taken < 16) {
        integer = integer * 16n + BigInt(digit);
        taken++;
      } else {
        exponent += 4;
        if (digit !== 0) isSticky = true;
      }
    }
    if (digitCount === 0) {
      hexStatus = HEX_INVALID;
      return NaN;
    }
    if (at < end && (bytes[at] | 0x20) === 112) {
      at++;
      const isExponentNegative = at < end && bytes[at] === 45;
      if (isExponentNegative || (at < end && bytes[at] === 43)) at++;
      if (at === end || !isDigit(bytes[at])) {
        hexStatus = HEX_INVALID;
        return NaN;
      }
      let written = 0;
      for (; at < end && isDigit(bytes[at]); at++) {
        if (written < 1e12) written = written * 10 + (bytes[at] - 48);
      }
      exponent += isExponentNegative ? -written : written;
    }
    if (isSticky) {
      integer = integer * 4n + 1n;
      exponent -= 2;
    }
    value = scaledToDouble(integer, exponent);
    if (value === Infinity) hexStatus = HEX_OVERFLOW;
    if (isNegative) value = -value;
  }
  while (at < end && isSpace(bytes[at])) at++;
  // Overflow is found before what follows the number is looked at, and wins.
  if (at !== end && hexStatus === HEX_OK) hexStatus = HEX_INVALID;
  return hexStatus === HEX_OK ? value : NaN;
}
