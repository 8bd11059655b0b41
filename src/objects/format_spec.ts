// format() of int, float, complex and str: what a parsed spec makes of a value. A number is laid out as
//
//   left padding | sign | prefix | inner padding | digits, grouped | point and the rest | right padding
//
// where at most one kind of padding is present, but for "^". 0 with an error set on failure.

import { isSignSet } from "../base/double_bits.ts";
import {
  FORMAT_ADD_DOT_0,
  FORMAT_ALTERNATE,
  FORMAT_NO_NEGATIVE_ZERO,
  formatDouble,
  reprDouble,
} from "../base/float_text.ts";
import type { Borrowed, Owned } from "../memory/memory.ts";
import { PyObject_Str } from "./abstract.ts";
import { complexImag, complexReal } from "./complex_core.ts";
import { argumentTypeName, PyErr_NoMemory, PyErr_Occurred, raise } from "./errors.ts";
import { floatValue } from "./float_core.ts";
import { code, type FormatSpec, parseFormatSpec, refuse, unknownType } from "./format_parse.ts";
import { PyLong_AsDouble } from "./long_convert.ts";
import { longSign, longToNumber } from "./long_core.ts";
import { longBinaryText, longDecimalText, longFormatted } from "./long_text.ts";
import { isUnicode, typeOf } from "./object.ts";
import { PyExc_OverflowError, PyExc_TypeError, PyFloat_Type, PyLong_Type } from "./types.ts";
import {
  _PyUnicode_FastCopyCharacters,
  _PyUnicode_FastFill,
  boundOf,
  findMaxChar,
  PyUnicode_CheckExact,
  PyUnicode_DATA,
  PyUnicode_FromString,
  PyUnicode_GET_LENGTH,
  PyUnicode_KIND,
  PyUnicode_New,
  PyUnicode_READ_CHAR,
  PyUnicode_WRITE,
  unicodeChar,
  unicodeUnchanged,
} from "./unicode_core.ts";

/** Longer results are not built: no memory of ours holds them. */
const MAX_LENGTH = 1 << 28;

// -- putting together ----------------------------------------------------------------------------------------------------

function newText(text: string): Owned {
  return PyUnicode_FromString(text) || PyErr_NoMemory();
}

/** Texts of ours with runs of the fill character around and between them. */
function padded(fill: number, left: number, head: string, middle: number, tail: string, right: number): Owned {
  if (left + middle + right === 0) return newText(head + tail);
  if (left + middle + right > MAX_LENGTH) return PyErr_NoMemory();
  let largest = fill;
  let textLength = 0;
  for (const text of [head, tail]) {
    for (const character of text) {
      largest = Math.max(largest, character.codePointAt(0)!);
      textLength++;
    }
  }
  const o = PyUnicode_New(left + middle + right + textLength, boundOf(largest));
  if (o === 0) return PyErr_NoMemory();
  const kind = PyUnicode_KIND(o);
  const data = PyUnicode_DATA(o);
  let at = 0;
  const run = (count: number): void => {
    if (count > 0) _PyUnicode_FastFill(o, at, count, fill);
    at += count;
  };
  const write = (text: string): void => {
    for (const character of text) PyUnicode_WRITE(kind, data, at++, character.codePointAt(0)!);
  };
  run(left);
  write(head);
  run(middle);
  write(tail);
  run(right);
  return o;
}

/**
 * Digits with a separator between groups, and zeros in front up to a width: _PyUnicode_InsertThousandsGrouping. A separator
 * never stands first, so the result may be one character wider.
 */
function group(digits: string, separator: string, groupLength: number, minimumWidth: number): string {
  if (separator === "") return digits.padStart(minimumWidth, "0");
  const groups: string[] = [];
  let rest = digits.length;
  let width = minimumWidth;
  for (;;) {
    const length = Math.min(groupLength, Math.max(rest, width, 1));
    const taken = Math.min(rest, length);
    groups.push("0".repeat(length - taken) + digits.slice(rest - taken, rest));
    rest -= taken;
    width -= length;
    if (rest <= 0 && width <= 0) break;
    width -= separator.length;
  }
  return groups.reverse().join(separator);
}

interface NumberText {
  readonly sign: string;
  readonly prefix: string;
  readonly digits: string;
  /** The point and what follows it, an exponent, "%", or all of what is not digits. */
  readonly rest: string;
}

function signText(spec: FormatSpec, negative: boolean): string {
  if (negative) return "-";
  return spec.sign === "+" || spec.sign === " " ? spec.sign : "";
}

function groupLengthOf(spec: FormatSpec): number {
  return "boxX".includes(String.fromCodePoint(spec.type || 1)) ? 4 : 3;
}

function layOut(spec: FormatSpec, number: NumberText): Owned {
  const head = number.sign + number.prefix;
  let restLength = 0;
  for (const _ of number.rest) restLength++;
  const fixed = head.length + restLength;
  const zeros = spec.fill === 48 && spec.align === "=" ? spec.width - fixed : 0;
  if (zeros > MAX_LENGTH) return PyErr_NoMemory();
  const digits =
    number.digits === "" ? "" : group(number.digits, spec.separator, groupLengthOf(spec), Math.max(zeros, 0));
  const padding = Math.max(0, spec.width - fixed - digits.length);
  const tail = digits + number.rest;
  if (spec.align === "<") return padded(spec.fill, 0, head, 0, tail, padding);
  if (spec.align === "=") return padded(spec.fill, 0, head, padding, tail, 0);
  const left = spec.align === "^" ? Math.floor(padding / 2) : padding;
  return padded(spec.fill, left, head, 0, tail, padding - left);
}

/** A method __format__: checks that the spec is a str. */
export function formatMethod(format: (o: Borrowed, spec: Borrowed) => Owned): (o: Borrowed, spec: Borrowed) => Owned {
  return (o, spec) => {
    if (isUnicode(spec)) return format(o, spec);
    return raise(PyExc_TypeError, `__format__() argument must be str, not ${argumentTypeName(spec, 50)}`);
  };
}

// -- int -----------------------------------------------------------------------------------------------------------------

const LONG_TYPES = "bcdoxXn";
const FLOAT_TYPES = "eEfFgG%";

/** int.__format__ */
export function formatLong(o: Borrowed, specText: Borrowed): Owned {
  if (PyUnicode_GET_LENGTH(specText) === 0) return typeOf(o) === PyLong_Type ? longFormatted(o) : PyObject_Str(o);
  const spec = parseFormatSpec(specText, o, "d", ">");
  if (spec === null) return 0;
  const type = spec.type < 128 ? String.fromCharCode(spec.type) : "";
  if (type !== "" && LONG_TYPES.includes(type)) return formatInteger(o, spec, type);
  if (type !== "" && FLOAT_TYPES.includes(type)) {
    const value = PyLong_AsDouble(o);
    if (value === -1 && PyErr_Occurred() !== 0) return 0;
    return formatNumber(value, spec);
  }
  return unknownType(spec.type, o) ?? 0;
}

function formatInteger(o: Borrowed, spec: FormatSpec, type: string): Owned {
  if (spec.precision !== -1) return refuse("Precision not allowed in integer format specifier") ?? 0;
  if (spec.coercesZero) {
    return refuse("Negative zero coercion (z) not allowed in integer format specifier") ?? 0;
  }
  if (type === "c") {
    if (spec.sign !== "") return refuse("Sign not allowed with integer format specifier 'c'") ?? 0;
    if (spec.alternate) return refuse("Alternate form (#) not allowed with integer format specifier 'c'") ?? 0;
    const character = longToNumber(o);
    if (Math.abs(character) >= 2 ** 63) {
      return raise(PyExc_OverflowError, "Python int too large to convert to C long");
    }
    if (character < 0 || character > 0x10ffff) {
      return raise(PyExc_OverflowError, "%c arg not in range(0x110000)");
    }
    return layOut(spec, { sign: "", prefix: "", digits: "", rest: String.fromCodePoint(character) });
  }
  let digits: string | null;
  let prefix = "";
  if (type === "d" || type === "n") {
    digits = longDecimalText(o);
    if (digits === null) return 0;
    if (longSign(o) < 0) digits = digits.slice(1);
  } else {
    const base = type === "b" ? 2 : type === "o" ? 8 : 16;
    digits = longBinaryText(o, base);
    if (type === "X") digits = upperHex(digits);
    if (spec.alternate) prefix = `0${type}`;
  }
  return layOut(spec, { sign: signText(spec, longSign(o) < 0), prefix, digits, rest: "" });
}

/** The letters a to f made capitals, character by character: no rule of a locale is asked. */
function upperHex(digits: string): string {
  return digits.replace(/[a-f]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 32));
}

// -- float ---------------------------------------------------------------------------------------------------------------

const INT_MAX = 0x7fffffff;
const DEFAULT_PRECISION = 6;

/** float.__format__ */
export function formatFloat(o: Borrowed, specText: Borrowed): Owned {
  if (PyUnicode_GET_LENGTH(specText) === 0) {
    return typeOf(o) === PyFloat_Type ? newText(reprDouble(floatValue(o))) : PyObject_Str(o);
  }
  const spec = parseFormatSpec(specText, o, "", ">");
  if (spec === null) return 0;
  if (spec.type !== 0 && (spec.type >= 128 || !"eEfFgGn%".includes(String.fromCharCode(spec.type)))) {
    return unknownType(spec.type, o) ?? 0;
  }
  return formatNumber(floatValue(o), spec);
}

/** The sign-less parts of what formatDouble prints. */
function splitNumber(text: string, spec: FormatSpec): NumberText {
  const negative = text.startsWith("-");
  const start = negative ? 1 : 0;
  let end = start;
  while (end < text.length && text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end++;
  return { sign: signText(spec, negative), prefix: "", digits: text.slice(start, end), rest: text.slice(end) };
}

/** PyOS_double_to_string's type, precision and flags for a spec; "" stands for no type. */
function doubleText(value: number, spec: FormatSpec, type: string, flags: number, defaultPrecision: number): string {
  let kind = type;
  let precision = spec.precision;
  if (precision < 0) precision = defaultPrecision;
  else if (kind === "r") kind = "g";
  return formatDouble(
    value,
    kind,
    precision,
    flags | (spec.alternate ? FORMAT_ALTERNATE : 0) | (spec.coercesZero ? FORMAT_NO_NEGATIVE_ZERO : 0),
  );
}

function isPrecisionTooBig(spec: FormatSpec): boolean {
  if (spec.precision > INT_MAX) refuse("precision too big");
  else if (spec.precision > MAX_LENGTH) PyErr_NoMemory();
  else return false;
  return true;
}

/** format_float_internal */
function formatNumber(number: number, spec: FormatSpec): Owned {
  if (isPrecisionTooBig(spec)) return 0;
  let type = String.fromCharCode(spec.type);
  let value = number;
  let flags = 0;
  let defaultPrecision = DEFAULT_PRECISION;
  let suffix = "";
  if (spec.type === 0) {
    type = "r";
    flags = FORMAT_ADD_DOT_0;
    defaultPrecision = 0;
  } else if (type === "n") type = "g";
  else if (type === "%") {
    type = "f";
    value *= 100;
    suffix = "%";
  }
  return layOut(spec, splitNumber(doubleText(value, spec, type, flags, defaultPrecision) + suffix, spec));
}

// -- complex -------------------------------------------------------------------------------------------------------------

/** complex.__format__ */
export function formatComplex(o: Borrowed, specText: Borrowed): Owned {
  if (PyUnicode_GET_LENGTH(specText) === 0) return PyObject_Str(o);
  const spec = parseFormatSpec(specText, o, "", ">");
  if (spec === null) return 0;
  if (spec.type !== 0 && (spec.type >= 128 || !"eEfFgGn".includes(String.fromCharCode(spec.type)))) {
    return unknownType(spec.type, o) ?? 0;
  }
  if (isPrecisionTooBig(spec)) return 0;
  if (spec.fill === 48) return refuse("Zero padding is not allowed in complex format specifier") ?? 0;
  if (spec.align === "=") return refuse("'=' alignment flag is not allowed in complex format specifier") ?? 0;
  const real = complexReal(o);
  const imaginary = complexImag(o);
  let type = String.fromCharCode(spec.type);
  let defaultPrecision = DEFAULT_PRECISION;
  let skipsReal = false;
  let parenthesised = false;
  if (spec.type === 0) {
    type = "r";
    defaultPrecision = 0;
    skipsReal = real === 0 && !isSignSet(real);
    parenthesised = !skipsReal;
  } else if (type === "n") type = "g";
  const part = (value: number, sign: string): string => {
    const partSpec = { ...spec, sign };
    const parts = splitNumber(doubleText(value, spec, type, 0, defaultPrecision), partSpec);
    const digits = parts.digits === "" ? "" : group(parts.digits, spec.separator, 3, 0);
    return parts.sign + digits + parts.rest;
  };
  const sum = (skipsReal ? "" : part(real, spec.sign)) + part(imaginary, skipsReal ? spec.sign : "+");
  const body = parenthesised ? `(${sum}j)` : `${sum}j`;
  return layOut(spec, { sign: "", prefix: "", digits: "", rest: body });
}

// -- str -----------------------------------------------------------------------------------------------------------------

/** str.__format__ */
export function formatString(o: Borrowed, specText: Borrowed): Owned {
  if (PyUnicode_GET_LENGTH(specText) === 0) {
    return PyUnicode_CheckExact(o) ? unicodeUnchanged(o) : PyObject_Str(o);
  }
  const spec = parseFormatSpec(specText, o, "s", "<");
  if (spec === null) return 0;
  if (spec.type !== code("s")) return unknownType(spec.type, o) ?? 0;
  const where = "not allowed in string format specifier";
  if (spec.sign !== "") return refuse(`${spec.sign === " " ? "Space" : "Sign"} ${where}`) ?? 0;
  if (spec.coercesZero) return refuse(`Negative zero coercion (z) ${where}`) ?? 0;
  if (spec.alternate) return refuse(`Alternate form (#) ${where}`) ?? 0;
  if (spec.align === "=") return refuse(`'=' alignment ${where}`) ?? 0;
  let length = PyUnicode_GET_LENGTH(o);
  if (spec.width <= length && (spec.precision === -1 || spec.precision >= length)) return unicodeUnchanged(o);
  if (spec.precision >= 0 && spec.precision < length) length = spec.precision;
  const padding = Math.max(0, spec.width - length);
  if (padding > MAX_LENGTH) return PyErr_NoMemory();
  const left = spec.align === ">" ? padding : spec.align === "^" ? Math.floor(padding / 2) : 0;
  if (length + padding === 1)
    return unicodeChar(length === 1 ? PyUnicode_READ_CHAR(o, 0) : spec.fill) || PyErr_NoMemory();
  let largest = findMaxChar(PyUnicode_KIND(o), PyUnicode_DATA(o), 0, length);
  if (padding > 0) largest = Math.max(largest, boundOf(spec.fill));
  const result = PyUnicode_New(length + padding, largest);
  if (result === 0) return PyErr_NoMemory();
  if (left > 0) _PyUnicode_FastFill(result, 0, left, spec.fill);
  if (length > 0) _PyUnicode_FastCopyCharacters(result, left, o, 0, length);
  if (padding > left) _PyUnicode_FastFill(result, left + length, padding - left, spec.fill);
  return result;
}
