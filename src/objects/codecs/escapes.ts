// unicode_escape and raw_unicode_escape, and the escapes of bytes (escape_decode, escape_encode of _codecs).
import { type Address, type Borrowed, type Owned, setU8, u8 } from "../../memory/memory.ts";
import { BYTES_DATA, bytesResize, PyBytes_FromStringAndSize } from "../bytes_core.ts";
import { hexDigit } from "../bytes_hex.ts";
import { raise } from "../errors.ts";
import { decref } from "../object.ts";
import { PyExc_DeprecationWarning, PyExc_ValueError } from "../types.ts";
import { PyUnicode_GET_LENGTH, PyUnicode_READ_CHAR } from "../unicode_core.ts";
import { PyErr_WarnEx } from "../warn.ts";
import { consumed, type Decoding, decodeError, dropDecoding, finishDecoding, put, startDecoding } from "./decoding.ts";
import { dropEncoding, finishEncoding, putAscii, putByte, startEncoding } from "./encoding.ts";
import { backslashed } from "./handlers.ts";

const code = (character: string): number => character.charCodeAt(0);
const BACKSLASH = code("\\");
const SIMPLE = new Map([
  [code("\\"), 92],
  [code("'"), 39],
  [code('"'), 34],
  [code("b"), 8],
  [code("f"), 12],
  [code("t"), 9],
  [code("n"), 10],
  [code("r"), 13],
  [code("v"), 11],
  [code("a"), 7],
]);
const HEX_WIDTH = new Map([
  [code("x"), 2],
  [code("u"), 4],
  [code("U"), 8],
]);
const TRUNCATED = new Map([
  [code("x"), "truncated \\xXX escape"],
  [code("u"), "truncated \\uXXXX escape"],
  [code("U"), "truncated \\UXXXXXXXX escape"],
]);

const isOctal = (c: number): boolean => c >= 0x30 && c <= 0x37;

/** Characters by their names, which a module registers. */
let byName: ((name: Uint8Array) => number) | null = null;
export function setCharacterByName(find: (name: Uint8Array) => number): void {
  byName = find;
}

/** One escape at index i, behind its backslash at i - 1: writes and answers with the index behind it, or -1. */
function decodeEscape(d: Decoding, i: number, final: boolean): number {
  const start = i - 1;
  if (i >= d.size) return final ? decodeError(d, start, d.size, "\\ at end of string") : INCOMPLETE;
  const c = u8(d.data + i++);
  if (c === 10) return i;
  const simple = SIMPLE.get(c);
  if (simple !== undefined) return put(d, simple) ? i : -1;
  if (isOctal(c)) {
    let value = c - 0x30;
    for (let n = 0; n < 2 && i < d.size && isOctal(u8(d.data + i)); n++) value = value * 8 + u8(d.data + i++) - 0x30;
    return put(d, value) ? i : -1;
  }
  const width = HEX_WIDTH.get(c);
  if (width !== undefined) {
    let value = 0;
    let n = 0;
    for (; n < width && i < d.size; n++, i++) {
      const digit = hexDigit(u8(d.data + i));
      if (digit < 0) break;
      value = value * 16 + digit;
    }
    if (n < width) {
      if (!final && i >= d.size) return INCOMPLETE;
      return decodeError(d, start, i, TRUNCATED.get(c) as string);
    }
    if (value > 0x10ffff) return decodeError(d, start, i, "illegal Unicode character");
    return put(d, value) ? i : -1;
  }
  if (c === code("N")) return decodeName(d, start, i, final);
  return put(d, BACKSLASH) && put(d, c) ? i : -1;
}

const INCOMPLETE = -2;

function decodeName(d: Decoding, start: number, from: number, final: boolean): number {
  let i = from;
  if (i < d.size && u8(d.data + i) === code("{")) {
    const nameStart = ++i;
    while (i < d.size && u8(d.data + i) !== code("}")) i++;
    if (i > nameStart && i < d.size) {
      const name = new Uint8Array(i - nameStart);
      for (let n = 0; n < name.length; n++) name[n] = u8(d.data + nameStart + n);
      i++;
      const character = byName === null ? -1 : byName(name);
      if (character >= 0) return put(d, character) ? i : -1;
      return decodeError(d, start, i, "unknown Unicode character name");
    }
    if (!final && i >= d.size) return INCOMPLETE;
  } else if (!final && i >= d.size) return INCOMPLETE;
  return decodeError(d, start, i, "malformed \\N character escape");
}

function isKnown(c: number): boolean {
  return c === 10 || SIMPLE.has(c) || isOctal(c) || HEX_WIDTH.has(c) || c === code("N");
}

/** DeprecationWarning for the first escape that means nothing. False with an error set. */
function warnOfInvalid(data: Address, index: number, size: number): boolean {
  const c = u8(data + index);
  if (isOctal(c)) {
    let digits = "";
    for (let n = index; n < size && digits.length < 3 && isOctal(u8(data + n)); n++) {
      digits += String.fromCharCode(u8(data + n));
    }
    return PyErr_WarnEx(PyExc_DeprecationWarning, `invalid octal escape sequence '\\${digits}'`, 1) === 0;
  }
  return PyErr_WarnEx(PyExc_DeprecationWarning, `invalid escape sequence '\\${String.fromCharCode(c)}'`, 1) === 0;
}

/** Whether three octal digits at an index say more than a byte. */
function isBigOctal(data: Address, index: number, size: number): boolean {
  return (
    index + 2 < size &&
    u8(data + index) >= 0x34 &&
    isOctal(u8(data + index)) &&
    isOctal(u8(data + index + 1)) &&
    isOctal(u8(data + index + 2))
  );
}

export function decodeUnicodeEscape(data: Address, size: number, errors: string | undefined, final = true): Owned {
  consumed.byteCount = size;
  const d = startDecoding("unicodeescape", errors, data, size);
  if (d === null) return 0;
  let invalid = -1;
  let i = 0;
  while (i < d.size) {
    const c = u8(d.data + i);
    if (c !== BACKSLASH) {
      if (!put(d, c)) return dropDecoding(d);
      i++;
      continue;
    }
    if (invalid < 0 && i + 1 < d.size && (!isKnown(u8(d.data + i + 1)) || isBigOctal(d.data, i + 1, d.size)))
      invalid = i + 1;
    const next = decodeEscape(d, i + 1, final);
    if (next === INCOMPLETE) break;
    if (next < 0) return dropDecoding(d);
    i = next;
  }
  consumed.byteCount = i;
  if (invalid >= 0 && invalid < d.size && !warnOfInvalid(d.data, invalid, d.size)) return dropDecoding(d);
  return finishDecoding(d);
}

export function decodeRawUnicodeEscape(data: Address, size: number, errors: string | undefined, final = true): Owned {
  consumed.byteCount = size;
  const d = startDecoding("rawunicodeescape", errors, data, size);
  if (d === null) return 0;
  let i = 0;
  while (i < d.size) {
    const c = u8(d.data + i);
    const next = i + 1 < d.size ? u8(d.data + i + 1) : 0;
    const width = c === BACKSLASH && next !== code("x") ? HEX_WIDTH.get(next) : undefined;
    if (width === undefined) {
      if (c === BACKSLASH && i + 1 >= d.size && !final) break;
      if (!put(d, c)) return dropDecoding(d);
      i++;
      // A pair of backslashes hides what follows it.
      if (c === BACKSLASH && i < d.size) {
        if (!put(d, next)) return dropDecoding(d);
        i++;
      }
      continue;
    }
    const start = i;
    let value = 0;
    let n = 0;
    for (i += 2; n < width && i < d.size; n++, i++) {
      const digit = hexDigit(u8(d.data + i));
      if (digit < 0) break;
      value = value * 16 + digit;
    }
    if (n < width) {
      if (!final && i >= d.size) {
        i = start;
        break;
      }
      i = decodeError(d, start, i, TRUNCATED.get(next) as string);
    } else if (value > 0x10ffff) i = decodeError(d, start, i, "\\Uxxxxxxxx out of range");
    else if (!put(d, value)) i = -1;
    if (i < 0) return dropDecoding(d);
  }
  consumed.byteCount = i;
  return finishDecoding(d);
}

export function encodeUnicodeEscape(o: Borrowed): Owned {
  const length = PyUnicode_GET_LENGTH(o);
  const e = startEncoding("unicodeescape", undefined, o, length);
  if (e === null) return 0;
  for (let i = 0; i < length; i++) {
    const c = PyUnicode_READ_CHAR(o, i);
    let done: boolean;
    if (c === BACKSLASH) done = putAscii(e, "\\\\");
    else if (c >= 0x20 && c < 0x7f) done = putByte(e, c);
    else if (c === 9) done = putAscii(e, "\\t");
    else if (c === 10) done = putAscii(e, "\\n");
    else if (c === 13) done = putAscii(e, "\\r");
    else done = putAscii(e, backslashed(c));
    if (!done) return dropEncoding(e);
  }
  return finishEncoding(e);
}

export function encodeRawUnicodeEscape(o: Borrowed): Owned {
  const length = PyUnicode_GET_LENGTH(o);
  const e = startEncoding("rawunicodeescape", undefined, o, length);
  if (e === null) return 0;
  for (let i = 0; i < length; i++) {
    const c = PyUnicode_READ_CHAR(o, i);
    if (!(c <= 0xff ? putByte(e, c) : putAscii(e, backslashed(c)))) return dropEncoding(e);
  }
  return finishEncoding(e);
}

// -- escapes of bytes --------------------------------------------------------------------------------------------------

/** _PyBytes_DecodeEscape: bytes, or 0 with an error set. */
export function decodeBytesEscapes(data: Address, size: number, errors: string | undefined): Owned {
  const result = PyBytes_FromStringAndSize(0, Math.max(size, 2));
  if (result === 0) return 0;
  const fail = (message: string): 0 => {
    decref(result);
    return raise(PyExc_ValueError, message);
  };
  let invalid = -1;
  let to = result + BYTES_DATA;
  for (let i = 0; i < size; ) {
    const b = u8(data + i++);
    if (b !== BACKSLASH) {
      setU8(to++, b);
      continue;
    }
    if (i >= size) return fail("Trailing \\ in string");
    const c = u8(data + i);
    if (invalid < 0 && (isBigOctal(data, i, size) || !(c === 10 || SIMPLE.has(c) || isOctal(c) || c === code("x")))) {
      invalid = i;
    }
    i++;
    const simple = SIMPLE.get(c);
    if (c === 10) continue;
    if (simple !== undefined) setU8(to++, simple);
    else if (isOctal(c)) {
      let value = c - 0x30;
      for (let n = 0; n < 2 && i < size && isOctal(u8(data + i)); n++) value = value * 8 + u8(data + i++) - 0x30;
      setU8(to++, value & 255);
    } else if (c === code("x")) {
      const high = i < size ? hexDigit(u8(data + i)) : -1;
      const low = high >= 0 && i + 1 < size ? hexDigit(u8(data + i + 1)) : -1;
      if (low >= 0) {
        setU8(to++, high * 16 + low);
        i += 2;
        continue;
      }
      if (errors === undefined || errors === "strict") return fail(`invalid \\x escape at position ${i - 2}`);
      if (errors === "replace") setU8(to++, code("?"));
      else if (errors !== "ignore") {
        return fail(`decoding error; unknown error handling code: ${errors}`);
      }
      if (high >= 0) i++;
    } else {
      setU8(to++, BACKSLASH);
      setU8(to++, c);
    }
  }
  const bytes = bytesResize(result, to - result - BYTES_DATA);
  if (bytes !== 0 && invalid >= 0 && !warnOfInvalid(data, invalid, size)) {
    decref(bytes);
    return 0;
  }
  return bytes;
}

/** repr without the quotes, as bytes. */
export function encodeBytesEscapes(data: Address, size: number, o: Borrowed): Owned {
  const e = startEncoding("", undefined, o, size);
  if (e === null) return 0;
  for (let i = 0; i < size; i++) {
    const c = u8(data + i);
    let done: boolean;
    if (c === BACKSLASH || c === 39) done = putByte(e, BACKSLASH) && putByte(e, c);
    else if (c === 9) done = putAscii(e, "\\t");
    else if (c === 10) done = putAscii(e, "\\n");
    else if (c === 13) done = putAscii(e, "\\r");
    else done = c >= 0x20 && c < 0x7f ? putByte(e, c) : putAscii(e, backslashed(c));
    if (!done) return dropEncoding(e);
  }
  return finishEncoding(e);
}
