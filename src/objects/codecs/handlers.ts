// The error handlers that are always there. A handler takes an exception and answers with (replacement, position to go on
// at), or raises. Most know encoding errors, decoding errors and translation errors apart by the exception's type.
import { type Borrowed, type Owned, u8 } from "../../memory/memory.ts";
import { BYTES_DATA, bytesFromArray } from "../bytes_core.ts";
import { PyErr_NoMemory, PyErr_SetRaisedException, raise, typeNameOf } from "../errors.ts";
import { PyLong_FromNumber } from "../long_core.ts";
import { isException, isInstanceOf, newRef, sizeOf, xdecref } from "../object.ts";
import { PyTuple_Pack } from "../tuple_core.ts";
import {
  PyExc_TypeError,
  PyExc_UnicodeDecodeError,
  PyExc_UnicodeEncodeError,
  PyExc_UnicodeTranslateError,
} from "../types.ts";
import { PyUnicode_FromString, PyUnicode_READ_CHAR, textOf } from "../unicode_core.ts";
import { normalizeEncoding } from "./names.ts";
import { unicodeErrorEncoding, unicodeErrorEnd, unicodeErrorObject, unicodeErrorStart } from "./unicode_error.ts";

const isEncode = (e: Borrowed): boolean => isInstanceOf(e, PyExc_UnicodeEncodeError);
const isDecode = (e: Borrowed): boolean => isInstanceOf(e, PyExc_UnicodeDecodeError);
const isTranslate = (e: Borrowed): boolean => isInstanceOf(e, PyExc_UnicodeTranslateError);

/** (replacement, position); takes the replacement. */
function answer(replacement: Owned, position: number): Owned {
  const index = PyLong_FromNumber(position);
  const result = replacement === 0 || index === 0 ? 0 : PyTuple_Pack(replacement, index);
  xdecref(replacement);
  xdecref(index);
  return result || PyErr_NoMemory();
}

function wrongType(e: Borrowed): 0 {
  return raise(PyExc_TypeError, `don't know how to handle ${typeNameOf(e)} in error callback`);
}

function raiseAgain(e: Borrowed): 0 {
  return PyErr_SetRaisedException(newRef(e));
}

/** Bounds of the error: object, start, end; null with an error set. */
function place(e: Borrowed): { o: Borrowed; start: number; end: number } | null {
  const o = unicodeErrorObject(e, isDecode(e));
  return o === 0 ? null : { o, start: unicodeErrorStart(e, o), end: unicodeErrorEnd(e, o) };
}

function strict(e: Borrowed): Owned {
  if (isException(e)) return raiseAgain(e);
  return raise(PyExc_TypeError, "codec must pass exception instance");
}

function ignore(e: Borrowed): Owned {
  if (!isEncode(e) && !isDecode(e) && !isTranslate(e)) return wrongType(e);
  const at = place(e);
  return at === null ? 0 : answer(PyUnicode_FromString(""), at.end);
}

/** A replacement made of a text a character of the str. */
function eachCharacter(e: Borrowed, textFor: (character: number) => string): Owned {
  const at = place(e);
  if (at === null) return 0;
  const parts: string[] = [];
  for (let i = at.start; i < at.end; i++) parts.push(textFor(PyUnicode_READ_CHAR(at.o, i)));
  return answer(PyUnicode_FromString(parts.join("")), at.end);
}

function replace(e: Borrowed): Owned {
  if (isEncode(e)) return eachCharacter(e, () => "?");
  if (isTranslate(e)) return eachCharacter(e, () => "\ufffd");
  if (!isDecode(e)) return wrongType(e);
  const at = place(e);
  return at === null ? 0 : answer(PyUnicode_FromString("\ufffd"), at.end);
}

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, "0");

export function backslashed(c: number): string {
  return c > 0xffff ? `\\U${hex(c, 8)}` : c > 0xff ? `\\u${hex(c, 4)}` : `\\x${hex(c, 2)}`;
}

function backslashreplace(e: Borrowed): Owned {
  if (isDecode(e)) {
    const at = place(e);
    if (at === null) return 0;
    let text = "";
    for (let i = at.start; i < at.end; i++) text += backslashed(u8(at.o + BYTES_DATA + i));
    return answer(PyUnicode_FromString(text), at.end);
  }
  return isEncode(e) || isTranslate(e) ? eachCharacter(e, backslashed) : wrongType(e);
}

function xmlcharrefreplace(e: Borrowed): Owned {
  return isEncode(e) ? eachCharacter(e, (c) => `&#${c};`) : wrongType(e);
}

/** Names of characters, which a module registers; without them all are escaped. */
let nameOf: (character: number) => string | null = () => null;
export function setCharacterNames(get: (character: number) => string | null): void {
  nameOf = get;
}

function namereplace(e: Borrowed): Owned {
  if (!isEncode(e)) return wrongType(e);
  return eachCharacter(e, (c) => {
    const name = nameOf(c);
    return name === null ? backslashed(c) : `\\N{${name}}`;
  });
}

const LOW_SURROGATES = 0xdc00;

function surrogateescape(e: Borrowed): Owned {
  if (isEncode(e)) {
    const at = place(e);
    if (at === null) return 0;
    const bytes = new Uint8Array(at.end - at.start);
    for (let i = at.start; i < at.end; i++) {
      const c = PyUnicode_READ_CHAR(at.o, i);
      if (c < 0xdc80 || c > 0xdcff) return raiseAgain(e);
      bytes[i - at.start] = c - LOW_SURROGATES;
    }
    return answer(bytesFromArray(bytes), at.end);
  }
  if (!isDecode(e)) return wrongType(e);
  const at = place(e);
  if (at === null) return 0;
  let text = "";
  while (text.length < 4 && at.start + text.length < at.end) {
    const byte = u8(at.o + BYTES_DATA + at.start + text.length);
    // Bytes of ASCII are never escaped.
    if (byte < 128) break;
    text += String.fromCharCode(LOW_SURROGATES + byte);
  }
  return text === "" ? raiseAgain(e) : answer(PyUnicode_FromString(text), at.start + text.length);
}

type Width = "8" | "16be" | "16le" | "32be" | "32le";

/** The form that surrogatepass gives to surrogates in an encoding, if it knows it. */
function surrogateForm(e: Borrowed): Width | null {
  const name = normalizeEncoding(textOf(unicodeErrorEncoding(e))).replace(/_/g, "");
  switch (name) {
    case "utf8":
    case "cputf8":
      return "8";
    case "utf16":
    case "utf16le":
      return "16le";
    case "utf16be":
      return "16be";
    case "utf32":
    case "utf32le":
      return "32le";
    case "utf32be":
      return "32be";
    default:
      return null;
  }
}

function surrogateBytes(form: Width, c: number): number[] {
  switch (form) {
    case "8":
      return [0xe0 | (c >> 12), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63)];
    case "16le":
      return [c & 255, c >> 8];
    case "16be":
      return [c >> 8, c & 255];
    case "32le":
      return [c & 255, c >> 8, 0, 0];
    default:
      return [0, 0, c >> 8, c & 255];
  }
}

const SURROGATE_BYTES: Readonly<Record<Width, number>> = { "8": 3, "16be": 2, "16le": 2, "32be": 4, "32le": 4 };

function isSurrogate(c: number): boolean {
  return c >= 0xd800 && c <= 0xdfff;
}

function surrogatepass(e: Borrowed): Owned {
  if (!isEncode(e) && !isDecode(e)) return wrongType(e);
  const at = place(e);
  if (at === null) return 0;
  const form = surrogateForm(e);
  if (form === null) return raiseAgain(e);
  if (isEncode(e)) {
    const bytes: number[] = [];
    for (let i = at.start; i < at.end; i++) {
      const c = PyUnicode_READ_CHAR(at.o, i);
      if (!isSurrogate(c)) return raiseAgain(e);
      bytes.push(...surrogateBytes(form, c));
    }
    return answer(bytesFromArray(Uint8Array.from(bytes)), at.end);
  }
  const width = SURROGATE_BYTES[form];
  const b = (i: number): number => u8(at.o + BYTES_DATA + at.start + i);
  let c = 0;
  if (sizeOf(at.o) - at.start >= width) {
    if (form === "8") {
      if ((b(0) & 0xf0) === 0xe0 && (b(1) & 0xc0) === 0x80 && (b(2) & 0xc0) === 0x80) {
        c = ((b(0) & 15) << 12) | ((b(1) & 63) << 6) | (b(2) & 63);
      }
    } else if (form === "16le") c = b(0) | (b(1) << 8);
    else if (form === "16be") c = (b(0) << 8) | b(1);
    else if (form === "32le") c = b(0) | (b(1) << 8) | (b(2) << 16) | (b(3) << 24);
    else c = (b(0) << 24) | (b(1) << 16) | (b(2) << 8) | b(3);
  }
  return isSurrogate(c) ? answer(PyUnicode_FromString(String.fromCharCode(c)), at.start + width) : raiseAgain(e);
}

/** [name, name of the function, function]. */
export const handlerRows: readonly (readonly [string, string, (e: Borrowed) => Owned])[] = [
  ["strict", "strict_errors", strict],
  ["ignore", "ignore_errors", ignore],
  ["replace", "replace_errors", replace],
  ["xmlcharrefreplace", "xmlcharrefreplace_errors", xmlcharrefreplace],
  ["backslashreplace", "backslashreplace_errors", backslashreplace],
  ["namereplace", "namereplace_errors", namereplace],
  ["surrogatepass", "surrogatepass", surrogatepass],
  ["surrogateescape", "surrogateescape", surrogateescape],
];
