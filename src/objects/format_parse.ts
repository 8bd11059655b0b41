// The format mini-language: [[fill]align][sign]["z"]["#"]["0"][width][grouping]["." precision][type], read into a record.
import { decimalValue, isDecimal } from "../base/unicode/properties.ts";
import type { Borrowed } from "../memory/memory.ts";
import { raise, typeNameOf } from "./errors.ts";
import { PyExc_ValueError } from "./types.ts";
import { PyUnicode_DATA, PyUnicode_GET_LENGTH, PyUnicode_KIND, PyUnicode_READ, textOf } from "./unicode_core.ts";

export interface FormatSpec {
  /** A code point. */
  fill: number;
  /** One of < > = ^ */
  align: string;
  /** One of + - space, or "". */
  sign: string;
  /** "z": what rounds to zero has no sign. */
  coercesZero: boolean;
  /** "#" */
  alternate: boolean;
  /** -1 when none is given; as precision. */
  width: number;
  /** "," or "_", or "". */
  separator: string;
  precision: number;
  /** A code point; 0 when none is given and the type has no default. */
  type: number;
}

/** Largest value of Py_ssize_t divided by ten: before it another digit may come. */
const LAST_SSIZE = 2 ** 63 / 10;

const isAlign = (c: number): boolean => c === 60 || c === 62 || c === 61 || c === 94;

/** The code of a one-character ASCII text. */
export const code = (character: string): number => character.charCodeAt(0);

/** "%c" of a presentation type in a message: control and other characters by number. */
function shownType(type: number): string {
  return type > 32 && type < 128 ? `'${String.fromCharCode(type)}'` : `'\\x${type.toString(16)}'`;
}

/** Answers null, for the record that a caller wanted. */
export function refuse(message: string): null {
  raise(PyExc_ValueError, message);
  return null;
}

export function unknownType(type: number, value: Borrowed): null {
  return refuse(`Unknown format code ${shownType(type)} for object of type '${typeNameOf(value)}'`);
}

/** Types that "," and "_" go with; "_" also with those of base 2, 8, 16. */
const GROUPED_TYPES = "defgEG%F";
const GROUPED_BY_FOUR = "boxX";

/** Reads a spec for a value; null with a ValueError set. */
export function parseFormatSpec(
  spec: Borrowed,
  value: Borrowed,
  defaultType: string,
  defaultAlign: string,
): FormatSpec | null {
  const kind = PyUnicode_KIND(spec);
  const data = PyUnicode_DATA(spec);
  const end = PyUnicode_GET_LENGTH(spec);
  let at = 0;
  const peek = (): number => (at < end ? PyUnicode_READ(kind, data, at) : -1);
  const take = (character: string): boolean => {
    if (peek() !== code(character)) return false;
    at++;
    return true;
  };
  /** Digits as a number; -1 for none, -2 for too many. */
  const takeInteger = (): number => {
    let number = -1;
    for (; at < end; at++) {
      const character = PyUnicode_READ(kind, data, at);
      if (!isDecimal(character)) break;
      if (number > LAST_SSIZE) return -2;
      number = (number < 0 ? 0 : number) * 10 + decimalValue(character);
    }
    return number;
  };
  const result: FormatSpec = {
    fill: 32,
    align: defaultAlign,
    sign: "",
    coercesZero: false,
    alternate: false,
    width: -1,
    separator: "",
    precision: -1,
    type: defaultType === "" ? 0 : code(defaultType),
  };
  let fillGiven = false;
  let alignGiven = false;
  if (end >= 2 && isAlign(PyUnicode_READ(kind, data, 1))) {
    result.fill = PyUnicode_READ(kind, data, 0);
    result.align = String.fromCharCode(PyUnicode_READ(kind, data, 1));
    fillGiven = alignGiven = true;
    at = 2;
  } else if (isAlign(peek())) {
    result.align = String.fromCharCode(peek());
    alignGiven = true;
    at = 1;
  }
  for (const sign of [" ", "+", "-"]) {
    if (take(sign)) {
      result.sign = sign;
      break;
    }
  }
  result.coercesZero = take("z");
  result.alternate = take("#");
  if (!fillGiven && take("0")) {
    result.fill = code("0");
    if (!alignGiven && defaultAlign === ">") result.align = "=";
  }
  result.width = takeInteger();
  if (result.width === -2) return refuse("Too many decimal digits in format string");
  if (take(",")) result.separator = ",";
  if (take("_")) {
    if (result.separator !== "") return refuse("Cannot specify both ',' and '_'.");
    result.separator = "_";
  }
  if (peek() === code(",") && result.separator === "_") return refuse("Cannot specify both ',' and '_'.");
  if (take(".")) {
    result.precision = takeInteger();
    if (result.precision === -2) return refuse("Too many decimal digits in format string");
    if (result.precision === -1) return refuse("Format specifier missing precision");
  }
  if (end - at > 1) {
    return refuse(`Invalid format specifier '${textOf(spec)}' for object of type '${typeNameOf(value)}'`);
  }
  if (at < end) result.type = peek();
  if (result.separator !== "" && result.type !== 0) {
    const type = String.fromCodePoint(result.type);
    const isGrouped = GROUPED_TYPES.includes(type) || (result.separator === "_" && GROUPED_BY_FOUR.includes(type));
    if (!isGrouped) return refuse(`Cannot specify '${result.separator}' with ${shownType(result.type)}.`);
  }
  return result;
}
