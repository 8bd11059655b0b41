// Decimal numbers as text: reading the numeric strings of the specification, and writing to-scientific-string and
// to-engineering-string.
import { Conversion_syntax } from "./layout.ts";
import { type Decimal, FINITE, finite, INFINITE, infinity, nan, QNAN, SNAN, wordCount } from "./number.ts";
import { type Env, fail, finalize } from "./rounding.ts";

const NUMBER = /^([-+]?)(?:(\d+)(?:\.(\d*))?|\.(\d+))(?:[eE]([-+]?\d+))?$/;
const SPECIAL = /^([-+]?)(?:(inf|infinity)|(s?)nan(\d*))$/i;

/** Bounds of exponents as text says them, so that sums of them stay 64-bit values. */
const EXPONENT_LIMIT = 9223372036854775807n;
const EXPONENT_DIGITS = 20;

function exponentOf(text: string): bigint {
  const isNegative = text[0] === "-";
  const digits = text.replace(/^[-+]?0*/, "");
  const magnitude = digits === "" ? 0n : digits.length > EXPONENT_DIGITS ? EXPONENT_LIMIT : BigInt(digits);
  const bounded = magnitude > EXPONENT_LIMIT ? EXPONENT_LIMIT : magnitude;
  return isNegative ? -bounded : bounded;
}

/** mpd_qset_string: ASCII text to a number that fits the environment. */
export function parse(text: string, env: Env, least: bigint, most: bigint): Decimal {
  const number = NUMBER.exec(text);
  if (number !== null) {
    const sign = number[1] === "-" ? 1 : 0;
    const fraction = number[3] ?? number[4] ?? "";
    const coefficient = BigInt((number[2] ?? "") + fraction);
    let exp = (number[5] === undefined ? 0n : exponentOf(number[5])) - BigInt(fraction.length);
    if (exp > most) exp = most;
    if (exp < least) exp = least;
    const result = finite(sign, coefficient, exp);
    result.peakWords = wordCount(result.digits);
    return finalize(result, env);
  }
  const special = SPECIAL.exec(text);
  if (special === null) return fail(env, Conversion_syntax);
  const sign = special[1] === "-" ? 1 : 0;
  if (special[2] !== undefined) return infinity(sign);
  const payload = special[4] === "" ? 0n : BigInt(special[4]);
  const result = nan(special[3] === "" ? QNAN : SNAN, sign, payload);
  return result.digits > env.prec - env.clamp ? fail(env, Conversion_syntax) : result;
}

// -- writing -------------------------------------------------------------------------------------------------------------

function specialText(a: Decimal): string {
  const sign = a.sign === 1 ? "-" : "";
  if (a.kind === INFINITE) return `${sign}Infinity`;
  return `${sign}${a.kind === SNAN ? "s" : ""}NaN${a.digits > 0 ? a.coefficient : ""}`;
}

/** Digits with a point after `place` of them, and zeros where there are none. */
export function withPoint(digits: string, place: number): string {
  if (place <= 0) return `0.${"0".repeat(-place)}${digits}`;
  if (place < digits.length) return `${digits.slice(0, place)}.${digits.slice(place)}`;
  return digits + "0".repeat(place - digits.length);
}

export function exponentText(exp: bigint, letter: string): string {
  return `${letter}${exp < 0n ? "-" : "+"}${exp < 0n ? -exp : exp}`;
}

/** The smallest exponent of the first digit that is written without an exponent. */
const PLAIN_LIMIT = -6n;

/** Where the point of a zero stands, by its exponent modulo three. */
const ZERO_PLACES = [1, -1, 0];

function written(a: Decimal, capitals: number, isEngineering: boolean): string {
  if (a.kind !== FINITE) return specialText(a);
  const sign = a.sign === 1 ? "-" : "";
  const digits = a.coefficient.toString();
  const first = a.exp + BigInt(digits.length - 1);
  if (a.exp <= 0n && first >= PLAIN_LIMIT) return sign + withPoint(digits, digits.length + Number(a.exp));
  let place = 1;
  if (isEngineering) {
    const rest = Number(((first % 3n) + 3n) % 3n);
    // A zero has no first digit: its point is moved so that the exponent is a multiple of three.
    place = a.coefficient === 0n ? ZERO_PLACES[rest] : 1 + rest;
  }
  const exp = first - BigInt(place - 1);
  const body = withPoint(digits, place);
  return sign + body + (exp === 0n ? "" : exponentText(exp, capitals ? "E" : "e"));
}

export function toScientific(a: Decimal, capitals: number): string {
  return written(a, capitals, false);
}

export function toEngineering(a: Decimal, capitals: number): string {
  return written(a, capitals, true);
}
