// The string that JSON says: from after its first quote to its last, escapes resolved.
import type { Address, Borrowed, Owned } from "../../memory/memory.ts";
import { PyObject_GetAttrString } from "../../objects/abstract.ts";
import { PyObject_CallThreeArgs } from "../../objects/call.ts";
import { PyErr_NoMemory, PyErr_SetObject, raise } from "../../objects/errors.ts";
import { PyImport_ImportModule } from "../../objects/import_hook.ts";
import { PyLong_FromNumber } from "../../objects/long_core.ts";
import { typeOf, xdecref } from "../../objects/object.ts";
import { PyExc_ValueError } from "../../objects/types.ts";
import {
  MAX_ASCII,
  PyUnicode_DATA,
  PyUnicode_FromString,
  PyUnicode_GET_LENGTH,
  PyUnicode_KIND,
  PyUnicode_READ,
  PyUnicode_Substring,
} from "../../objects/unicode_core.ts";
import {
  UnicodeWriter_Finish,
  UnicodeWriter_New,
  UnicodeWriter_WriteChar,
  UnicodeWriter_WriteSubstring,
} from "../../objects/unicode_writer.ts";
import { BACKSLASH, LETTER_U, LONG_LENGTH, QUOTE, SPACE, SURROGATE_START } from "./quote.ts";

/** Characters with a short escape, and the letters of those. */
const ESCAPED = '"\\/\b\f\n\r\t';
const LETTERS = '"\\/bfnrt';

/** Raises json.JSONDecodeError(message, text, position). */
export function refuse(message: string, text: Borrowed, position: number): 0 {
  const module = PyImport_ImportModule("json.decoder");
  const type = module === 0 ? 0 : PyObject_GetAttrString(module, "JSONDecodeError");
  const said = PyUnicode_FromString(message);
  const place = PyLong_FromNumber(position);
  const error = type === 0 || said === 0 || place === 0 ? 0 : PyObject_CallThreeArgs(type, said, text, place);
  if (error !== 0) PyErr_SetObject(typeOf(error), error);
  for (const o of [module, type, said, place, error]) xdecref(o);
  return 0;
}

function hexValue(c: number): number {
  if (c >= 0x30 && c <= 0x39) return c - 0x30;
  const lower = c | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

/** The unit of four hexadecimal digits at an index; -1 when there are none. */
function unitAt(kind: number, data: Address, at: number, end: number): number {
  // A quote must follow: digits that the text ends with are not enough.
  if (at + 4 >= end) return -1;
  let unit = 0;
  for (let i = 0; i < 4; i++) {
    const digit = hexValue(PyUnicode_READ(kind, data, at + i));
    if (digit < 0) return -1;
    unit = unit * 16 + digit;
  }
  return unit;
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;

/** Where the string ended that scanString answered with: behind its last quote. */
export const scanned = { end: 0 };

/** The string that begins at an index, after its first quote. Owned, 0 with an error set. */
export function scanString(text: Borrowed, start: number, isStrict: boolean): Owned {
  const length = PyUnicode_GET_LENGTH(text);
  const kind = PyUnicode_KIND(text);
  const data = PyUnicode_DATA(text);
  const begin = start - 1;
  if (start < 0 || start > length) return raise(PyExc_ValueError, "end is out of bounds");
  let writer: Owned = 0;
  const fail = (message: string, position: number): 0 => {
    xdecref(writer);
    return refuse(message, text, position);
  };
  for (let at = start; ; ) {
    const from = at;
    let c = 0;
    for (; at < length; at++) {
      c = PyUnicode_READ(kind, data, at);
      if (c === QUOTE || c === BACKSLASH) break;
      if (c < SPACE && isStrict) return fail("Invalid control character at", at);
    }
    if (at >= length) return fail("Unterminated string starting at", begin);
    if (c === QUOTE && writer === 0) {
      scanned.end = at + 1;
      return PyUnicode_Substring(text, from, at) || PyErr_NoMemory();
    }
    if (writer === 0) writer = UnicodeWriter_New(true);
    if (writer === 0 || !UnicodeWriter_WriteSubstring(writer, text, from, at)) {
      xdecref(writer);
      return 0;
    }
    if (c === QUOTE) {
      scanned.end = at + 1;
      return UnicodeWriter_Finish(writer) || PyErr_NoMemory();
    }
    if (++at >= length) return fail("Unterminated string starting at", begin);
    const letter = PyUnicode_READ(kind, data, at);
    let character: number;
    if (letter !== LETTER_U) {
      const index = letter > MAX_ASCII ? -1 : LETTERS.indexOf(String.fromCharCode(letter));
      if (index < 0) return fail("Invalid \\escape", at - 1);
      character = ESCAPED.charCodeAt(index);
      at++;
    } else {
      character = unitAt(kind, data, at + 1, length);
      if (character < 0) return fail("Invalid \\uXXXX escape", at);
      at += 5;
      const isPaired =
        isHighSurrogate(character) &&
        at + 6 < length &&
        PyUnicode_READ(kind, data, at) === BACKSLASH &&
        PyUnicode_READ(kind, data, at + 1) === LETTER_U;
      if (isPaired) {
        const second = unitAt(kind, data, at + 2, length);
        if (second < 0) return fail("Invalid \\uXXXX escape", at + 1);
        if (isLowSurrogate(second)) {
          character = SURROGATE_START + ((character & 0x3ff) << 10) + (second & 0x3ff);
          at += LONG_LENGTH;
        }
      }
    }
    if (!UnicodeWriter_WriteChar(writer, character)) {
      xdecref(writer);
      return 0;
    }
  }
}
