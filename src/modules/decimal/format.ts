// Decimal.__format__: the format mini-language of Python as it applies to Decimals, exact at any length.

import { utf8 } from "../../base/utf8.ts";
import { type Address, type Borrowed, i32, type Owned, POINTER_BYTES, ptr } from "../../memory/memory.ts";
import { PyDict_GetItemWithError } from "../../objects/dict_core.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise } from "../../objects/errors.ts";
import { identifier } from "../../objects/identifiers.ts";
import { isDict, isUnicode } from "../../objects/object.ts";
import {
  PyExc_DeprecationWarning,
  PyExc_OverflowError,
  PyExc_TypeError,
  PyExc_ValueError,
} from "../../objects/types.ts";
import { PyUnicode_FromWtf8, textOf } from "../../objects/unicode_core.ts";
import { PyErr_WarnEx } from "../../objects/warn.ts";
import { checkCount } from "./arguments.ts";
import { currentContext } from "./context.ts";
import { MAX_PREC, PyDecContextObject } from "./layout.ts";
import {
  adjusted,
  copyOf,
  type Decimal,
  DIGITS_MAX,
  finite,
  isSpecial,
  isZero,
  load,
  pow10,
  setCoefficient,
} from "./number.ts";
import { dropDigits, dropped, roundsAway } from "./rounding.ts";
import { exponentText, toScientific } from "./text.ts";

interface Spec {
  fill: string;
  align: string;
  sign: string;
  dropsMinusOfZero: boolean;
  keepsPoint: boolean;
  isZeroPadded: boolean;
  width: number;
  precision: number | null;
  type: string;
  point: string;
  separator: string;
  /** Lengths of groups of digits from the right; the last one repeats. */
  grouping: readonly number[];
}

const SPEC = /^(?:(.)?([<>=^]))?([-+ ])?(z)?(#)?(0)?([1-9]\d*)?(,)?(?:\.(\d+))?([eEfFgGnN%])?$/su;

/** Beyond it widths and precisions are no Py_ssize_t. */
const SSIZE_MAX = 9223372036854775807n;

function refuse(type: Borrowed, message: string): null {
  raise(type, message);
  return null;
}

/** Reads a format; null with an error set. */
function parseSpec(text: string, capitals: number, isSpecialNumber: boolean): Spec | null {
  const match = SPEC.exec(text);
  if (match === null) return refuse(PyExc_ValueError, "invalid format string");
  const [, fill, align, sign, z, alternate, zero, width, comma, precision, type] = match;
  const isLocale = type === "n" || type === "N";
  if ((zero !== undefined && align !== undefined) || (isLocale && comma !== undefined)) {
    return refuse(PyExc_ValueError, "invalid format string");
  }
  const isBeyond = (digits: string | undefined, most: bigint): boolean => digits !== undefined && BigInt(digits) > most;
  if (isBeyond(width, SSIZE_MAX) || (isBeyond(precision, SSIZE_MAX) && !isSpecialNumber)) {
    return refuse(PyExc_OverflowError, "cannot fit 'int' into an index-sized integer");
  }
  if (isBeyond(width, MAX_PREC) || (isBeyond(precision, MAX_PREC) && !isSpecialNumber)) {
    return refuse(PyExc_ValueError, "format specification exceeds internal limits of _decimal");
  }
  return {
    fill: fill ?? (zero === undefined ? " " : "0"),
    align: align ?? (zero === undefined ? ">" : "="),
    sign: sign ?? "-",
    dropsMinusOfZero: z !== undefined,
    keepsPoint: alternate !== undefined,
    isZeroPadded: zero !== undefined,
    width: width === undefined ? 0 : Number(width),
    precision: precision === undefined ? null : Number(precision),
    type: isLocale ? (type === "n" ? "g" : "G") : (type ?? (capitals ? "G" : "g")),
    point: ".",
    separator: comma ?? "",
    grouping: comma === undefined ? [] : [3],
  };
}

const id_decimal_point = identifier("decimal_point");
const id_thousands_sep = identifier("thousands_sep");
const id_grouping = identifier("grouping");
const SEPARATOR_BYTES = 4;

/** Takes point, separator and grouping from a dict, as far as it has them. False with an error set. */
function override(spec: Spec, dict: Borrowed): boolean {
  if (!isDict(dict)) {
    raise(PyExc_TypeError, "optional argument must be a dict");
    return false;
  }
  const texts: (string | null)[] = [];
  for (const name of [id_decimal_point, id_thousands_sep, id_grouping]) {
    const value = PyDict_GetItemWithError(dict, name);
    if (value === 0 && PyErr_Occurred()) return false;
    if (value !== 0 && !isUnicode(value)) {
      raise(PyExc_TypeError, "bad argument type for built-in operation");
      return false;
    }
    texts.push(value === 0 ? null : textOf(value));
  }
  const [point, separator, grouping] = texts;
  if (point !== null) spec.point = point;
  if (separator !== null) spec.separator = separator;
  // As C text: it ends at a zero, and the last group repeats.
  if (grouping !== null) spec.grouping = Array.from(grouping.split("\0")[0], (c) => c.charCodeAt(0));
  const pointBytes = utf8(spec.point).length;
  const isGroupingFit = spec.grouping.every((length) => length <= CHAR_MAX);
  if (
    pointBytes === 0 ||
    pointBytes > SEPARATOR_BYTES ||
    utf8(spec.separator).length > SEPARATOR_BYTES ||
    !isGroupingFit
  ) {
    raise(PyExc_ValueError, "invalid override dict");
    return false;
  }
  return true;
}

// -- rounding ------------------------------------------------------------------------------------------------------------

/** a with an exponent, rounded; null when it grows too long. */
function rescaled(a: Decimal, exp: bigint, round: number): Decimal | null {
  if (a.coefficient === 0n) return finite(a.sign, 0n, exp);
  const distance = a.exp - exp;
  const result = copyOf(a);
  result.exp = exp;
  if (distance >= 0n) {
    if (distance > DIGITS_MAX) return null;
    setCoefficient(result, a.coefficient * pow10(Number(distance)));
    return result;
  }
  const count = -distance > BigInt(a.digits) ? a.digits + 1 : Number(-distance);
  const coefficient = dropDigits(a.coefficient, a.digits, count);
  setCoefficient(result, roundsAway(coefficient, a.sign, dropped, round) ? coefficient + 1n : coefficient);
  return result;
}

/** a with a count of digits, rounded; null when it grows too long. */
function withDigits(a: Decimal, count: number, round: number): Decimal | null {
  if (a.coefficient === 0n) return a;
  const wanted = BigInt(count) - 1n;
  const result = rescaled(a, adjusted(a) - wanted, round);
  // Rounding up may have made one more digit.
  return result !== null && result.digits > count ? rescaled(result, adjusted(result) - wanted, round) : result;
}

function rounded(a: Decimal, spec: Spec, round: number): Decimal | null {
  const { precision } = spec;
  let result: Decimal | null = a;
  switch (spec.type) {
    case "e":
    case "E":
      return precision === null ? a : withDigits(a, precision + 1, round);
    case "g":
    case "G": {
      const digits = precision === 0 ? 1 : precision;
      return digits === null || a.digits <= digits ? a : withDigits(a, digits, round);
    }
    case "%":
      result = copyOf(a);
      result.exp += 2n;
  }
  if (precision !== null) result = rescaled(result, BigInt(-precision), round);
  return result !== null && isZero(result) && result.exp > 0n ? finite(result.sign, 0n, 0n) : result;
}

// -- text ----------------------------------------------------------------------------------------------------------------

/** A run of digits with separators, and with zeros in front until it is as long as asked. */
function grouped(digits: string, spec: Spec, leastLength: number): string {
  const groups: string[] = [];
  let left = digits;
  let room = leastLength;
  const { separator } = spec;
  const lengths = separator === "" ? [] : spec.grouping;
  for (let i = 0; ; i++) {
    const length = lengths[Math.min(i, lengths.length - 1)];
    if (length === undefined || length <= 0 || length >= CHAR_MAX) {
      groups.push(left.padStart(Math.max(room, 1), "0"));
      break;
    }
    const wanted = Math.min(Math.max(left.length, room, 1), length);
    groups.push(left.slice(-wanted).padStart(wanted, "0"));
    left = left.slice(0, Math.max(0, left.length - wanted));
    room -= wanted;
    if (left === "" && room <= 0) break;
    room -= separator.length;
  }
  return groups.reverse().join(separator);
}

const CHAR_MAX = 127;

function aligned(sign: string, body: string, spec: Spec): string {
  const missing = Math.max(0, spec.width - Array.from(sign + body).length);
  const left = spec.align === "^" ? missing >> 1 : missing;
  if (spec.align === "<") return sign + body + spec.fill.repeat(missing);
  if (spec.align === "=") return sign + spec.fill.repeat(missing) + body;
  return spec.fill.repeat(left) + sign + body + (spec.align === "^" ? spec.fill.repeat(missing - left) : "");
}

function signText(isNegative: boolean, spec: Spec): string {
  return isNegative ? "-" : spec.sign === "-" ? "" : spec.sign;
}

/** Digits before which the point of a zero or a small number in "g" still stands plainly. */
const PLAIN_LIMIT = -6n;

/** The text of a number that is already rounded. */
function written(a: Decimal, spec: Spec): string {
  const digits = a.coefficient.toString();
  const beforePoint = a.exp + BigInt(digits.length);
  const isExponential = spec.type === "e" || spec.type === "E";
  let place = 1n;
  if (isExponential) {
    if (isZero(a) && spec.precision !== null) place = 1n - BigInt(spec.precision);
  } else if (spec.type === "f" || spec.type === "F" || spec.type === "%") place = beforePoint;
  else if (a.exp <= 0n && beforePoint > PLAIN_LIMIT) place = beforePoint;
  const at = Number(place);
  const whole = at <= 0 ? "0" : digits.slice(0, at) + "0".repeat(Math.max(0, at - digits.length));
  const fraction = at <= 0 ? "0".repeat(-at) + digits : digits.slice(at);
  const exp = beforePoint - place;
  let after = fraction !== "" || spec.keepsPoint ? spec.point + fraction : "";
  if (exp !== 0n || isExponential) after += exponentText(exp, spec.type === "e" || spec.type === "g" ? "e" : "E");
  if (spec.type === "%") after += "%";
  const sign = signText(a.sign === 1 && !(spec.dropsMinusOfZero && isZero(a)), spec);
  const least = spec.isZeroPadded ? spec.width - Array.from(after).length - sign.length : 0;
  return aligned(sign, grouped(whole, spec, least) + after, spec);
}

/** The longest text that is tried. */
const LENGTH_MAX = 1 << 28;

function formatted(a: Decimal, spec: Spec, round: number): string | null {
  if (spec.width > LENGTH_MAX) return null;
  if (isSpecial(a)) {
    const plain = spec.isZeroPadded ? { ...spec, fill: " ", align: ">" } : spec;
    return aligned(signText(a.sign === 1, spec), toScientific(copyOf(a, 0), 1) + (spec.type === "%" ? "%" : ""), plain);
  }
  if ((spec.precision ?? 0) > LENGTH_MAX) return null;
  const result = rounded(a, spec, round);
  if (result === null || result.exp > LENGTH_MAX || result.exp < -LENGTH_MAX) {
    const isPlain = spec.type === "f" || spec.type === "F" || spec.type === "%";
    if (result === null || isPlain) return null;
  }
  return written(result, spec);
}

export function decimal_format(o: Borrowed, args: Address, nargs: number): Owned {
  if (!checkCount(nargs, 1, 2)) return 0;
  const format = ptr(args);
  if (!isUnicode(format)) return raise(PyExc_TypeError, "format arg must be str");
  const context = currentContext();
  if (context === 0) return 0;
  const text = textOf(format);
  if (text.endsWith("N") && PyErr_WarnEx(PyExc_DeprecationWarning, "Format specifier 'N' is deprecated", 1) < 0)
    return 0;
  const a = load(o);
  const spec = parseSpec(text, i32(context + PyDecContextObject.capitals), isSpecial(a));
  if (spec === null || (nargs > 1 && !override(spec, ptr(args + POINTER_BYTES)))) return 0;
  const result = formatted(a, spec, i32(context + PyDecContextObject.round));
  return result === null ? PyErr_NoMemory() : PyUnicode_FromWtf8(utf8(result)) || PyErr_NoMemory();
}
