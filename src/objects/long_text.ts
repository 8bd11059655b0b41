// Ints as text and back: decimal with the limit on its length, powers of two as bases, int(text, base).
// Texts of digits are JavaScript strings of ASCII; BigInt does the conversion between bases where a double is too short.
import { log } from "../base/libm/logarithm.ts";
import { decimalValue, isDecimal, isSpace } from "../base/unicode/properties.ts";
import { INTERPRETER } from "../memory/data.ts";
import { type Address, type Borrowed, bytesAt, i32, type Owned, setI32 } from "../memory/memory.ts";
import { PyInterpreterState } from "../memory/structs/runtime.ts";
import { PyObject_Repr } from "./abstract.ts";
import { PyErr_NoMemory, raise } from "./errors.ts";
import { compactValue, DIGIT_BASE, DIGIT_BITS, isCompact, longDigitCount, longSign } from "./long_core.ts";
import {
  BIGINT_DIGIT_LIMIT,
  bitLength,
  digitAt,
  hexOfMagnitude,
  longFromBigInt,
  longFromNumber,
  longToBigInt,
} from "./long_digits.ts";
import { decref } from "./object.ts";
import { PyExc_ValueError } from "./types.ts";
import {
  freshString,
  PyUnicode_DATA,
  PyUnicode_FromString,
  PyUnicode_GET_LENGTH,
  PyUnicode_IS_ASCII,
  PyUnicode_KIND,
  PyUnicode_READ,
  textUpTo,
} from "./unicode_core.ts";

// -- the limit on decimal texts ------------------------------------------------------------------------------------------

export const DEFAULT_MAX_STR_DIGITS = 4300;
/** Texts up to this length are never refused. */
export const MAX_STR_DIGITS_THRESHOLD = 640;
const MAX_STR_DIGITS = INTERPRETER + PyInterpreterState.long_state;

/** sys.get_int_max_str_digits(): 0 for no limit. */
export function maxStringDigits(): number {
  return i32(MAX_STR_DIGITS);
}

/** sys.set_int_max_str_digits(), after its checks; also at boot. */
export function setMaxStringDigits(count: number): void {
  setI32(MAX_STR_DIGITS, count);
}

const ADVICE = "use sys.set_int_max_str_digits() to increase the limit";

function isTooLong(digitCount: number): boolean {
  const limit = maxStringDigits();
  return limit > 0 && digitCount > MAX_STR_DIGITS_THRESHOLD && digitCount > limit;
}

// -- to text -------------------------------------------------------------------------------------------------------------

const LOG2_OF_10 = 3.32193;

/** The decimal text with its sign; null with an error set when it is longer than the limit. */
export function longDecimalText(o: Borrowed): string | null {
  if (isCompact(o)) return String(compactValue(o) + 0);
  if (longDigitCount(o) >= BIGINT_DIGIT_LIMIT && maxStringDigits() === 0) {
    PyErr_NoMemory();
    return null;
  }
  // An estimate from below spares the conversion of what will be refused.
  let text = "";
  let refused = isTooLong(Math.floor((bitLength(o) - 1) / LOG2_OF_10));
  if (!refused) {
    text = String(longToBigInt(o));
    refused = isTooLong(text.length - (longSign(o) < 0 ? 1 : 0));
  }
  if (refused) {
    raise(PyExc_ValueError, `Exceeds the limit (${maxStringDigits()} digits) for integer string conversion; ${ADVICE}`);
    return null;
  }
  return text;
}

/** Digits of |o| in base 2, 8 or 16. */
export function longBinaryText(o: Borrowed, base: number): string {
  if (isCompact(o)) return Math.abs(compactValue(o)).toString(base);
  if (base === 16) {
    const text = hexOfMagnitude(o);
    let zeros = 0;
    while (text.charCodeAt(zeros) === 48) zeros++;
    return zeros === 0 ? text : text.slice(zeros);
  }
  if (base === 8) {
    // A digit is ten octal characters.
    let text = digitAt(o, longDigitCount(o) - 1).toString(8);
    for (let i = longDigitCount(o) - 2; i >= 0; i--)
      text += digitAt(o, i)
        .toString(8)
        .padStart(DIGIT_BITS / 3, "0");
    return text;
  }
  let text = digitAt(o, longDigitCount(o) - 1).toString(2);
  for (let i = longDigitCount(o) - 2; i >= 0; i--) text += digitAt(o, i).toString(2).padStart(DIGIT_BITS, "0");
  return text;
}

function newText(text: string): Owned {
  return PyUnicode_FromString(text) || PyErr_NoMemory();
}

/** The same as a part of a longer text, which for one digit is the string that there is. */
export function longFormatted(o: Borrowed): Owned {
  const text = longDecimalText(o);
  return text === null ? 0 : newText(text);
}

/** repr of an int: always a new string. */
export function longRepr(o: Borrowed): Owned {
  const text = longDecimalText(o);
  return text === null ? 0 : freshString(text) || PyErr_NoMemory();
}

const PREFIXES: Readonly<Record<number, string>> = { 2: "0b", 8: "0o", 16: "0x" };

/** _PyLong_Format: in base 10, or with its prefix in base 2, 8, 16. */
export function _PyLong_Format(o: Borrowed, base: number): Owned {
  if (base === 10) return longRepr(o);
  return newText((longSign(o) < 0 ? "-" : "") + PREFIXES[base] + longBinaryText(o, base));
}

// -- from text -----------------------------------------------------------------------------------------------------------

const UNDERSCORE = 95;
const ZERO = 48;
const NO_DIGIT = 37;

const isAsciiSpace = (byte: number): boolean => byte === 32 || (byte >= 9 && byte <= 13);

function digitValue(byte: number): number {
  if (byte >= 48 && byte <= 57) return byte - 48;
  const lower = byte | 0x20;
  return lower >= 97 && lower <= 122 ? lower - 87 : NO_DIGIT;
}

/**
 * The bytes that numbers are read from: a str with its decimal digits and white space made ASCII, anything else "?".
 * A view of an ASCII str, valid as long as nothing is freed.
 */
export function asciiOfNumber(string: Borrowed): Uint8Array {
  const length = PyUnicode_GET_LENGTH(string);
  const data = PyUnicode_DATA(string);
  if (PyUnicode_IS_ASCII(string)) return bytesAt(data, length);
  const kind = PyUnicode_KIND(string);
  const bytes = new Uint8Array(length);
  for (let i = 0; i < length; i++) {
    const character = PyUnicode_READ(kind, data, i);
    if (character < 127) bytes[i] = character;
    else if (isSpace(character)) bytes[i] = 32;
    else if (isDecimal(character)) bytes[i] = ZERO + decimalValue(character);
    else bytes[i] = 63;
  }
  return bytes;
}

const INVALID = -1;
const TOO_LONG = -2;

/** PyLong_FromString for all bytes given. Owned; INVALID or TOO_LONG; 0 with an error set. */
function parseLong(bytes: Uint8Array, wantedBase: number): number {
  let at = 0;
  let end = bytes.length;
  while (at < end && isAsciiSpace(bytes[at])) at++;
  while (end > at && isAsciiSpace(bytes[end - 1])) end--;
  let negative = false;
  if (at < end && (bytes[at] === 45 || bytes[at] === 43)) negative = bytes[at++] === 45;
  const lower = at + 1 < end && bytes[at] === ZERO ? bytes[at + 1] | 0x20 : 0;
  const prefixBase = lower === 120 ? 16 : lower === 111 ? 8 : lower === 98 ? 2 : 0;
  let base = wantedBase;
  let mustBeZero = false;
  if (base === 0) {
    base = at < end && bytes[at] === ZERO && prefixBase !== 0 ? prefixBase : 10;
    // Octal numbers of old times: only zeros may begin with a zero.
    mustBeZero = base === 10 && bytes[at] === ZERO;
  }
  if (prefixBase === base) {
    at += 2;
    if (at < end && bytes[at] === UNDERSCORE) at++;
  }
  // Digits with single underscores between them, nothing else.
  let underscoreCount = 0;
  let previous = UNDERSCORE;
  for (let i = at; i < end; i++) {
    const byte = bytes[i];
    if (byte === UNDERSCORE) {
      if (previous === UNDERSCORE) return INVALID;
      underscoreCount++;
    } else if (digitValue(byte) >= base) return INVALID;
    previous = byte;
  }
  if (previous === UNDERSCORE) return INVALID;
  const digitCount = end - at - underscoreCount;
  const isBinary = (base & (base - 1)) === 0;
  if (!isBinary && isTooLong(digitCount)) {
    tooLongCount = digitCount;
    return TOO_LONG;
  }
  let digits = "";
  for (let i = at; i < end; i++) if (bytes[i] !== UNDERSCORE) digits += String.fromCharCode(bytes[i]);
  const o = longFromDigits(digits, base, negative);
  if (mustBeZero && o !== 0 && longSign(o) !== 0) {
    decref(o);
    return INVALID;
  }
  return o;
}
let tooLongCount = 0;

/** The int that valid digits say. */
function longFromDigits(digits: string, base: number, negative: boolean): Owned {
  const chunkLength = Math.floor(CHUNK_BITS / bitsOfBase(base));
  if (digits.length <= chunkLength) {
    const value = Number.parseInt(digits, base);
    return longFromNumber(negative ? -value : value);
  }
  if (digits.length * bitsOfBase(base) >= BIGINT_DIGIT_LIMIT * DIGIT_BITS) return PyErr_NoMemory();
  let value: bigint;
  if (base === 16 || base === 8 || base === 2) value = BigInt(PREFIXES[base] + digits);
  else if (base === 10) value = BigInt(digits);
  else {
    value = 0n;
    const first = digits.length % chunkLength;
    if (first > 0) value = BigInt(Number.parseInt(digits.slice(0, first), base));
    let scale = 1n;
    for (let i = 0; i < chunkLength; i++) scale *= BigInt(base);
    for (let i = first; i < digits.length; i += chunkLength) {
      value = value * scale + BigInt(Number.parseInt(digits.slice(i, i + chunkLength), base));
    }
  }
  // CPython allocates for the largest number of so many digits, and a little more where the base is no power of two.
  const isBinary = (base & (base - 1)) === 0;
  const allocated = isBinary ? 0 : Math.floor((digits.length * log(base)) / log(DIGIT_BASE) + 1);
  return longFromBigInt(negative ? -value : value, allocated);
}
const CHUNK_BITS = 53;
const bitsOfBase = (base: number): number => 32 - Math.clz32(base - 1);

function finishParse(result: number, base: number, source: Borrowed): Owned {
  if (result === INVALID) {
    const repr = PyObject_Repr(source);
    if (repr === 0) return 0;
    const shown = textUpTo(repr, 200);
    decref(repr);
    return raise(PyExc_ValueError, `invalid literal for int() with base ${base}: ${shown}`);
  }
  if (result === TOO_LONG) {
    const message = `Exceeds the limit (${maxStringDigits()} digits) for integer string conversion: value has ${tooLongCount} digits; ${ADVICE}`;
    return raise(PyExc_ValueError, message);
  }
  return result;
}

/** PyLong_FromUnicodeObject: base 0 or 2 to 36. */
export function PyLong_FromUnicodeObject(string: Borrowed, base: number): Owned {
  return finishParse(parseLong(asciiOfNumber(string), base), base, string);
}

/** _PyLong_FromBytes; source is the object whose repr the error shows. */
export function longFromBytes(at: Address, byteCount: number, base: number, source: Borrowed): Owned {
  return finishParse(parseLong(bytesAt(at, byteCount), base), base, source);
}

/** An int from a literal of the source or of a constant: digits as the tokenizer accepts them. 0 with an error set. */
export function PyLong_FromString(text: string, base: number): Owned {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  const result = parseLong(bytes, base);
  if (result !== INVALID && result !== TOO_LONG) return result;
  const source = newText(text);
  if (source === 0) return 0;
  const answer = finishParse(result, base, source);
  decref(source);
  return answer;
}
