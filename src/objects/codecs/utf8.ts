// UTF-8. Valid input is counted first and then written into a string of the right form at once; the first flaw sends the
// decoder the slow way, with a writer and the error handler.
import { type Address, type Borrowed, type Owned, setU8, u8 } from "../../memory/memory.ts";
import { BYTES_DATA, PyBytes_FromStringAndSize } from "../bytes_core.ts";
import { PyErr_NoMemory } from "../errors.ts";
import {
  _PyUnicode_FromASCII,
  emptyString,
  findMaxChar,
  MAX_ASCII,
  MAX_UCS2,
  PyUnicode_DATA,
  PyUnicode_GET_LENGTH,
  PyUnicode_IS_ASCII,
  PyUnicode_KIND,
  PyUnicode_New,
  PyUnicode_READ,
  PyUnicode_WRITE,
  unicodeChar,
  wtf8Width,
} from "../unicode_core.ts";
import { consumed, decodeError, dropDecoding, finishDecoding, put, startDecoding } from "./decoding.ts";
import {
  dropEncoding,
  type Encoding,
  encodeError,
  finishEncoding,
  putByte,
  reserveBytes,
  startEncoding,
} from "./encoding.ts";

const INVALID_START = -1;
const TRUNCATED = -100;
/** Bytes behind the last decoded character. */
let width = 0;

const isContinuation = (byte: number): boolean => (byte & 0xc0) === 0x80;

/**
 * The character at an address, its bytes in `width`. INVALID_START; or -2, -3, -4: an invalid continuation after
 * one, two, three bytes; or TRUNCATED.
 */
function decodeAt(at: Address, end: Address): number {
  const lead = u8(at);
  if (lead < 0x80) {
    width = 1;
    return lead;
  }
  if (lead < 0xc2 || lead > 0xf4) return INVALID_START;
  if (end - at < 2) return TRUNCATED;
  const second = u8(at + 1);
  if (!isContinuation(second)) return -2;
  if (lead < 0xe0) {
    width = 2;
    return ((lead & 31) << 6) | (second & 63);
  }
  if (lead < 0xf0) {
    if (second < 0xa0 ? lead === 0xe0 : lead === 0xed) return -2;
    if (end - at < 3) return TRUNCATED;
    const third = u8(at + 2);
    if (!isContinuation(third)) return -3;
    width = 3;
    return ((lead & 15) << 12) | ((second & 63) << 6) | (third & 63);
  }
  if (second < 0x90 ? lead === 0xf0 : lead === 0xf4) return -2;
  if (end - at < 3) return TRUNCATED;
  const third = u8(at + 2);
  if (!isContinuation(third)) return -3;
  if (end - at < 4) return TRUNCATED;
  const fourth = u8(at + 3);
  if (!isContinuation(fourth)) return -4;
  width = 4;
  return ((lead & 7) << 18) | ((second & 63) << 12) | ((third & 63) << 6) | (fourth & 63);
}

/** The str of valid UTF-8 with `length` characters. */
function decodeValid(data: Address, size: number, length: number, largest: number): Owned {
  if (length === 1) return unicodeChar(largest) || PyErr_NoMemory();
  const result = PyUnicode_New(length, largest);
  if (result === 0) return PyErr_NoMemory();
  const kind = PyUnicode_KIND(result);
  const to = PyUnicode_DATA(result);
  for (let i = 0, at = data; at < data + size; i++, at += width) {
    PyUnicode_WRITE(kind, to, i, decodeAt(at, data + size));
  }
  return result;
}

/** PyUnicode_DecodeUTF8Stateful; consumed.byteCount says how much was read. final false: an unfinished end waits. */
export function decodeUtf8(data: Address, size: number, errors: string | undefined, final = true): Owned {
  consumed.byteCount = size;
  if (size === 0) return emptyString;
  if (findMaxChar(1, data, 0, size) === MAX_ASCII) return _PyUnicode_FromASCII(data, size) || PyErr_NoMemory();
  let length = 0;
  let largest = 0;
  let at = data;
  const end = data + size;
  while (at < end) {
    const c = decodeAt(at, end);
    if (c < 0) break;
    if (c > largest) largest = c;
    length++;
    at += width;
  }
  if (at === end) return decodeValid(data, size, length, largest);
  return decodeFlawed(data, size, errors, final);
}

/** What is left at the end may be a surrogate's first two bytes, which the handler surrogatepass would take with the third. */
function isHalfSurrogate(at: Address, end: Address): boolean {
  return end - at === 2 && u8(at) === 0xed && u8(at + 1) >= 0xa0 && u8(at + 1) <= 0xbf;
}

function decodeFlawed(data: Address, size: number, errors: string | undefined, final: boolean): Owned {
  const d = startDecoding("utf-8", errors, data, size);
  if (d === null) return 0;
  let i = 0;
  while (i < d.size) {
    const c = decodeAt(d.data + i, d.data + d.size);
    if (c >= 0) {
      i += width;
      if (!put(d, c)) return dropDecoding(d);
      continue;
    }
    if (c === TRUNCATED) {
      if (!final) break;
      i = decodeError(d, i, d.size, "unexpected end of data");
    } else if (c === INVALID_START) i = decodeError(d, i, i + 1, "invalid start byte");
    else if (!final && isHalfSurrogate(d.data + i, d.data + d.size)) break;
    else i = decodeError(d, i, i - c - 1, "invalid continuation byte");
    if (i < 0) return dropDecoding(d);
  }
  consumed.byteCount = i;
  return finishDecoding(d);
}

const canPut = (c: number): boolean => c <= MAX_ASCII;

/** _PyUnicode_AsUTF8String */
export function encodeUtf8(o: Borrowed, errors: string | undefined): Owned {
  const length = PyUnicode_GET_LENGTH(o);
  const kind = PyUnicode_KIND(o);
  const data = PyUnicode_DATA(o);
  if (PyUnicode_IS_ASCII(o)) return PyBytes_FromStringAndSize(length === 0 ? 0 : data, length);
  let byteCount = 0;
  let surrogates = false;
  for (let i = 0; i < length; i++) {
    const c = PyUnicode_READ(kind, data, i);
    if (c >= 0xd800 && c <= 0xdfff) surrogates = true;
    byteCount += wtf8Width(c);
  }
  if (surrogates) return encodeSurrogates(o, errors, byteCount);
  const bytes = PyBytes_FromStringAndSize(0, byteCount);
  if (bytes === 0) return 0;
  let at = bytes + BYTES_DATA;
  for (let i = 0; i < length; i++) at = writeCharacter(at, PyUnicode_READ(kind, data, i));
  return bytes;
}

/** Writes a character's bytes; the address behind them. */
function writeCharacter(at: Address, c: number): Address {
  if (c <= MAX_ASCII) {
    setU8(at, c);
    return at + 1;
  }
  if (c <= 0x7ff) {
    setU8(at, 0xc0 | (c >> 6));
    setU8(at + 1, 0x80 | (c & 63));
    return at + 2;
  }
  if (c <= MAX_UCS2) {
    setU8(at, 0xe0 | (c >> 12));
    setU8(at + 1, 0x80 | ((c >> 6) & 63));
    setU8(at + 2, 0x80 | (c & 63));
    return at + 3;
  }
  setU8(at, 0xf0 | (c >> 18));
  setU8(at + 1, 0x80 | ((c >> 12) & 63));
  setU8(at + 2, 0x80 | ((c >> 6) & 63));
  setU8(at + 3, 0x80 | (c & 63));
  return at + 4;
}

function putUtf8(e: Encoding, c: number): boolean {
  if (c <= MAX_ASCII) return putByte(e, c);
  if (!reserveBytes(e, 4)) return false;
  const start = e.bytes + BYTES_DATA;
  e.size = writeCharacter(start + e.size, c) - start;
  return true;
}

function encodeSurrogates(o: Borrowed, errors: string | undefined, byteCount: number): Owned {
  const e = startEncoding("utf-8", errors, o, byteCount);
  if (e === null) return 0;
  const length = PyUnicode_GET_LENGTH(o);
  const kind = PyUnicode_KIND(o);
  const data = PyUnicode_DATA(o);
  for (let i = 0; i < length; ) {
    const c = PyUnicode_READ(kind, data, i);
    if (c < 0xd800 || c > 0xdfff) {
      if (!putUtf8(e, c)) return dropEncoding(e);
      i++;
      continue;
    }
    let end = i + 1;
    while (end < length && (PyUnicode_READ(kind, data, end) & ~0x7ff) === 0xd800) end++;
    i = encodeError(e, i, end, "surrogates not allowed", canPut, putUtf8);
    if (i < 0) return dropEncoding(e);
  }
  return finishEncoding(e);
}
