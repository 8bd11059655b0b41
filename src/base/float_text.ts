// Double to text, as CPython prints it (`PyOS_double_to_string`, `float.hex`), and rounding to decimal places.
// Results are ASCII. A precision may make a result long: it is the caller's to bound it before asking.
import { copySign, exponentOf, highWordOf, isSignSet, lowWordOf } from "./double_bits.ts";
import { decimalPoint, digitsToPlaces, digitsToPrecision, shortestDigits } from "./float_digits.ts";
import { parseDouble } from "./float_parse.ts";

// Flags of formatDouble, with CPython's values (Py_DTSF_…).
export const FORMAT_SIGN = 1; // "+" before positive values too
export const FORMAT_ADD_DOT_0 = 2; // ".0" where there would be no point
export const FORMAT_ALTERNATE = 4; // keep the point, and for g the trailing zeros
export const FORMAT_NO_NEGATIVE_ZERO = 8; // what rounds to zero has no "-"

/**
 * `PyOS_double_to_string`: code is one of e E f F g G r; precision is ignored for r. Finite values are rounded
 * correctly, ties to even.
 */
export function formatDouble(value: number, code: string, precision: number, flags: number): string {
  const isUpper = code === "E" || code === "F" || code === "G";
  const kind = isUpper ? String.fromCharCode(code.charCodeAt(0) | 0x20) : code;
  const isNotANumber = Number.isNaN(value);
  let isNegative = !isNotANumber && isSignSet(value);
  const magnitude = Math.abs(value);
  if (isNotANumber || magnitude === Infinity) {
    const word = isNotANumber ? (isUpper ? "NAN" : "nan") : isUpper ? "INF" : "inf";
    const sign = isNegative ? "-" : flags & FORMAT_SIGN ? "+" : "";
    return sign + word;
  }

  let digits: string;
  let wantedEnd: number; // index after the last digit to show; beyond the digits there are zeros
  let hasExponent = false;
  if (kind === "r") {
    digits = shortestDigits(magnitude);
    wantedEnd = digits.length;
    hasExponent = decimalPoint() <= -4 || decimalPoint() > 16;
  } else if (kind === "e") {
    digits = digitsToPrecision(magnitude, precision + 1);
    wantedEnd = precision + 1;
    hasExponent = true;
  } else if (kind === "f") {
    digits = digitsToPlaces(magnitude, precision);
    wantedEnd = decimalPoint() + precision;
  } else {
    const count = precision === 0 ? 1 : precision;
    digits = digitsToPrecision(magnitude, count);
    wantedEnd = flags & FORMAT_ALTERNATE ? count : digits.length;
    hasExponent = decimalPoint() <= -4 || decimalPoint() > count - (flags & FORMAT_ADD_DOT_0 ? 1 : 0);
  }
  let point = decimalPoint();
  if (flags & FORMAT_NO_NEGATIVE_ZERO && (digits === "" || digits === "0")) isNegative = false;

  const exponent = point - 1;
  if (hasExponent) point = 1;
  if (flags & FORMAT_ADD_DOT_0 && !hasExponent) wantedEnd = Math.max(wantedEnd, point + 1);
  else wantedEnd = Math.max(wantedEnd, point);

  const padded = digits.length < wantedEnd ? digits + "0".repeat(wantedEnd - digits.length) : digits;
  const whole = point > 0 ? padded.slice(0, point) : "0";
  const fraction = point >= 0 ? padded.slice(point) : "0".repeat(-point) + padded;
  let text = isNegative ? "-" : flags & FORMAT_SIGN ? "+" : "";
  text += whole;
  if (fraction !== "" || flags & FORMAT_ALTERNATE) text += `.${fraction}`;
  if (hasExponent) {
    const size = Math.abs(exponent);
    text += (isUpper ? "E" : "e") + (exponent < 0 ? "-" : "+") + (size < 10 ? "0" : "") + String(size);
  }
  return text;
}

/** `repr(float)` and `str(float)`. */
export function reprDouble(value: number): string {
  return formatDouble(value, "r", 0, FORMAT_ADD_DOT_0);
}

/**
 * `round(value, places)` for a given number of places (float.__round__): the decimal string rounded half-even from
 * the exact value, read back. An infinite result of a finite value is CPython's OverflowError.
 */
export function roundDouble(value: number, places: number): number {
  if (value === 0 || !(Math.abs(value) < Infinity)) return value;
  // `NDIGITS_MAX` and `NDIGITS_MIN` of CPython's floatobject.c: beyond them nothing, or everything, is rounded away.
  if (places > 323) return value;
  if (places < -308) return copySign(0, value);
  const digits = digitsToPlaces(Math.abs(value), places);
  if (digits === "") return copySign(0, value);
  const text = `${digits}e${decimalPoint() - digits.length}`;
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
  return copySign(parseDouble(bytes, 0, bytes.length), value);
}

/** `float.hex`. */
export function doubleToHex(value: number): string {
  if (Number.isNaN(value)) return "nan";
  const sign = isSignSet(value) ? "-" : "";
  if (Math.abs(value) === Infinity) return `${sign}inf`;
  if (value === 0) return `${sign}0x0.0p+0`;
  const high = highWordOf(value);
  const isSubnormal = (high & 0x7ff00000) === 0;
  const fraction = hexWord(high & 0xfffff, 5) + hexWord(lowWordOf(value) >>> 0, 8);
  const exponent = isSubnormal ? -1022 : exponentOf(value);
  return `${sign}0x${isSubnormal ? "0" : "1"}.${fraction}p${exponent < 0 ? "-" : "+"}${Math.abs(exponent)}`;
}

function hexWord(word: number, width: number): string {
  return word.toString(16).padStart(width, "0");
}
