// JSON of a string: what has to be escaped, and how.
import type { Address, Borrowed, Owned } from "../../memory/memory.ts";
import { PyErr_NoMemory, raise, typeNameOf } from "../../objects/errors.ts";
import { isUnicode } from "../../objects/object.ts";
import { PyExc_TypeError } from "../../objects/types.ts";
import {
  MAX_ASCII,
  PyUnicode_DATA,
  PyUnicode_GET_LENGTH,
  PyUnicode_KIND,
  PyUnicode_MAX_CHAR_VALUE,
  PyUnicode_New,
  PyUnicode_READ,
  PyUnicode_WRITE,
} from "../../objects/unicode_core.ts";

export const QUOTE = 0x22;
export const BACKSLASH = 0x5c;
export const LETTER_U = 0x75;
export const SPACE = 0x20;

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
export const LONG_LENGTH = 6;
export const SURROGATE_START = 0x10000;

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

/** encode_basestring and encode_basestring_ascii: a str as JSON, with its quotes. Owned, 0 with an error set. */
export function quoted(text: Borrowed, isAscii: boolean): Owned {
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
}
