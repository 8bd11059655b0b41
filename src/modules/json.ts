// _json: the parts of the library's json that work on every character of a string. The rest of json is Python's.
import { type Address, type Borrowed, type Owned, POINTER_BYTES, ptr } from "../memory/memory.ts";
import { PyObject_GetAttrString } from "../objects/abstract.ts";
import { PyObject_CallThreeArgs } from "../objects/call.ts";
import { convertSsize, convertTruth } from "../objects/convert.ts";
import { declareModule } from "../objects/declare.ts";
import { PyErr_NoMemory, PyErr_Occurred, PyErr_SetObject, raise, typeNameOf } from "../objects/errors.ts";
import { PyImport_ImportModule } from "../objects/import_hook.ts";
import { PyLong_FromNumber } from "../objects/long_core.ts";
import { isUnicode, typeOf, xdecref } from "../objects/object.ts";
import { PyTuple_Pack } from "../objects/tuple_core.ts";
import { PyExc_TypeError, PyExc_ValueError } from "../objects/types.ts";
import {
  MAX_ASCII,
  PyUnicode_DATA,
  PyUnicode_FromString,
  PyUnicode_GET_LENGTH,
  PyUnicode_KIND,
  PyUnicode_MAX_CHAR_VALUE,
  PyUnicode_New,
  PyUnicode_READ,
  PyUnicode_Substring,
  PyUnicode_WRITE,
} from "../objects/unicode_core.ts";
import {
  UnicodeWriter_Finish,
  UnicodeWriter_New,
  UnicodeWriter_WriteChar,
  UnicodeWriter_WriteSubstring,
} from "../objects/unicode_writer.ts";

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const LETTER_U = 0x75;
const SPACE = 0x20;

/** Characters with a short escape, and the letters of those. */
const ESCAPED = '"\\/\b\f\n\r\t';
const LETTERS = '"\\/bfnrt';

/** The letter of a short escape; 0 when there is none, or none is needed. */
function shortEscape(c: number): number {
  switch (c) {
    case QUOTE:
    case BACKSLASH:
      return c;
    case 8:
      return 0x62;
    case 12:
      return 0x66;
    case 10:
      return 0x6e;
    case 13:
      return 0x72;
    case 9:
      return 0x74;
    default:
      return 0;
  }
}

const SHORT_LENGTH = 2;
const LONG_LENGTH = 6;
const SURROGATE_START = 0x10000;

/** Characters that a character takes. */
function encodedLength(c: number, isAscii: boolean): number {
  if (shortEscape(c) !== 0) return SHORT_LENGTH;
  if (c >= SPACE && (isAscii ? c < MAX_ASCII : true)) return 1;
  return c >= SURROGATE_START ? 2 * LONG_LENGTH : LONG_LENGTH;
}

const HEX = "0123456789abcdef";

/** Writes \uXXXX. */
function writeLong(kind: number, data: Address, at: number, unit: number): number {
  PyUnicode_WRITE(kind, data, at, BACKSLASH);
  PyUnicode_WRITE(kind, data, at + 1, LETTER_U);
  for (let i = 0; i < 4; i++) PyUnicode_WRITE(kind, data, at + 2 + i, HEX.charCodeAt((unit >> (12 - i * 4)) & 15));
  return at + LONG_LENGTH;
}

function encoder(isAscii: boolean) {
  return (_module: Borrowed, text: Borrowed): Owned => {
    if (!isUnicode(text)) {
      return raise(PyExc_TypeError, `first argument must be a string, not ${typeNameOf(text)}`);
    }
    const length = PyUnicode_GET_LENGTH(text);
    const fromKind = PyUnicode_KIND(text);
    const from = PyUnicode_DATA(text);
    let total = 2;
    for (let i = 0; i < length; i++) total += encodedLength(PyUnicode_READ(fromKind, from, i), isAscii);
    const result = PyUnicode_New(total, isAscii ? MAX_ASCII : PyUnicode_MAX_CHAR_VALUE(text));
    if (result === 0) return PyErr_NoMemory();
    const kind = PyUnicode_KIND(result);
    const data = PyUnicode_DATA(result);
    let at = 0;
    PyUnicode_WRITE(kind, data, at++, QUOTE);
    for (let i = 0; i < length; i++) {
      const c = PyUnicode_READ(fromKind, from, i);
      const letter = shortEscape(c);
      if (letter !== 0) {
        PyUnicode_WRITE(kind, data, at++, BACKSLASH);
        PyUnicode_WRITE(kind, data, at++, letter);
      } else if (c >= SPACE && (!isAscii || c < MAX_ASCII)) PyUnicode_WRITE(kind, data, at++, c);
      else if (c < SURROGATE_START) at = writeLong(kind, data, at, c);
      else {
        at = writeLong(kind, data, at, 0xd800 | ((c - SURROGATE_START) >> 10));
        at = writeLong(kind, data, at, 0xdc00 | (c & 0x3ff));
      }
    }
    PyUnicode_WRITE(kind, data, at, QUOTE);
    return result;
  };
}

// -- decoding ----------------------------------------------------------------------------------------------------------------

/** Raises json.JSONDecodeError(message, text, position). */
function refuse(message: string, text: Borrowed, position: number): 0 {
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

/** The string that ends at a quote, and where it ends: (text, index after the quote). begin: index of the first quote. */
function scan(text: Borrowed, start: number, isStrict: boolean): Owned {
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
    if (c === QUOTE && writer === 0) return pair(PyUnicode_Substring(text, from, at), at + 1);
    if (writer === 0) writer = UnicodeWriter_New(true);
    if (writer === 0 || !UnicodeWriter_WriteSubstring(writer, text, from, at)) {
      xdecref(writer);
      return 0;
    }
    if (c === QUOTE) return pair(UnicodeWriter_Finish(writer), at + 1);
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

function pair(text: Owned, end: number): Owned {
  const index = text === 0 ? 0 : PyLong_FromNumber(end);
  const result = index === 0 ? 0 : PyTuple_Pack(text, index);
  xdecref(text);
  xdecref(index);
  return result || PyErr_NoMemory();
}

function scanstring(_module: Borrowed, args: Address, nargs: number): Owned {
  if (nargs < 2) return raise(PyExc_TypeError, `scanstring() takes at least 2 arguments (${nargs} given)`);
  if (nargs > 3) return raise(PyExc_TypeError, `scanstring() takes at most 3 arguments (${nargs} given)`);
  const text = ptr(args);
  const end = convertSsize(ptr(args + POINTER_BYTES));
  if (end === -1 && PyErr_Occurred() !== 0) return 0;
  const strict = nargs > 2 ? convertTruth(ptr(args + 2 * POINTER_BYTES)) : 1;
  if (strict < 0) return 0;
  if (!isUnicode(text)) {
    return raise(PyExc_TypeError, `first argument must be a string, not ${typeNameOf(text)}`);
  }
  return scan(text, end, strict === 1);
}

declareModule({
  name: "_json",
  functions: [
    ["encode_basestring_ascii", "(object, /)", encoder(true)],
    ["encode_basestring", "(object, /)", encoder(false)],
    ["scanstring", "!(string, end, strict=True, /)", scanstring],
  ],
});
