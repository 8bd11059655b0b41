// UTF-7 (RFC 2152): ASCII, and between "+" and "-" (or any other character) UTF-16 in base 64.
import { type Address, type Borrowed, type Owned, u8 } from "../../memory/memory.ts";
import { PyErr_NoMemory } from "../errors.ts";
import { decref } from "../object.ts";
import { PyUnicode_GET_LENGTH, PyUnicode_READ_CHAR, PyUnicode_Substring } from "../unicode_core.ts";
import { UnicodeWriter_Length } from "../unicode_writer.ts";
import { consumed, decodeError, dropDecoding, finishDecoding, put, startDecoding } from "./decoding.ts";
import { dropEncoding, finishEncoding, putByte, startEncoding } from "./encoding.ts";

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
/** Characters that stand for themselves: RFC 2152's direct and optional ones, and white space. */
const DIRECT = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'(),-./:?!\"#$%&*;<=>@[]^_`{|} \t\n\r";
const PLUS = 0x2b;
const MINUS = 0x2d;
const BACKSLASH = 0x5c;
const TILDE = 0x7e;

function base64Value(byte: number): number {
  return byte < 0x80 ? BASE64.indexOf(String.fromCharCode(byte)) : -1;
}

export function decodeUtf7(data: Address, size: number, errors: string | undefined, final = true): Owned {
  consumed.byteCount = size;
  const d = startDecoding("utf7", errors, data, size);
  if (d === null) return 0;
  let inShift = false;
  let shiftStart = 0;
  let bits = 0;
  let buffer = 0;
  let high = 0;
  let i = 0;
  /** How much was written when the shift began: an unfinished one is read again from there. */
  let written = 0;
  while (i < d.size) {
    const c = u8(d.data + i);
    if (inShift) {
      const value = base64Value(c);
      if (value >= 0) {
        buffer = ((buffer << 6) | value) & 0x3fffff;
        bits += 6;
        i++;
        if (bits < 16) continue;
        const unit = (buffer >> (bits - 16)) & 0xffff;
        bits -= 16;
        buffer &= (1 << bits) - 1;
        if (high !== 0) {
          if ((unit & 0xfc00) === 0xdc00) {
            if (!put(d, 0x10000 + ((high & 0x3ff) << 10) + (unit & 0x3ff))) return dropDecoding(d);
            high = 0;
            continue;
          }
          if (!put(d, high)) return dropDecoding(d);
          high = 0;
        }
        if ((unit & 0xfc00) === 0xd800) high = unit;
        else if (!put(d, unit)) return dropDecoding(d);
        continue;
      }
      inShift = false;
      if (bits > 0) {
        const isPartial = bits >= 6;
        if (isPartial || buffer !== 0) {
          i = decodeError(
            d,
            shiftStart,
            i + 1,
            isPartial ? "partial character in base64 sequence" : "non-zero padding bits in base64 sequence",
          );
          if (i < 0) return dropDecoding(d);
          bits = 0;
          buffer = 0;
          high = 0;
          continue;
        }
      }
      if (high !== 0 && c <= 127 && !put(d, high)) return dropDecoding(d);
      high = 0;
      if (c === MINUS) i++;
      continue;
    }
    if (c === PLUS) {
      shiftStart = i;
      i++;
      if (i < d.size && u8(d.data + i) === MINUS) {
        if (!put(d, PLUS)) return dropDecoding(d);
        i++;
      } else if (i < d.size && base64Value(u8(d.data + i)) < 0) {
        i = decodeError(d, shiftStart, i + 1, "ill-formed sequence");
        if (i < 0) return dropDecoding(d);
      } else {
        inShift = true;
        high = 0;
        bits = 0;
        buffer = 0;
        written = UnicodeWriter_Length(d.writer);
      }
    } else if (c <= 127 && c !== BACKSLASH && c !== TILDE) {
      if (!put(d, c)) return dropDecoding(d);
      i++;
    } else if (c <= 127) {
      if (!put(d, c)) return dropDecoding(d);
      i++;
    } else {
      i = decodeError(d, i, i + 1, "unexpected special character");
      if (i < 0) return dropDecoding(d);
    }
  }
  if (inShift && final && (high !== 0 || bits >= 6 || (bits > 0 && buffer !== 0))) {
    i = decodeError(d, shiftStart, d.size, "unterminated shift sequence");
    if (i < 0) return dropDecoding(d);
  }
  if (!inShift || final) {
    consumed.byteCount = i;
    return finishDecoding(d);
  }
  consumed.byteCount = shiftStart;
  const all = finishDecoding(d);
  if (all === 0 || PyUnicode_GET_LENGTH(all) === written) return all;
  const result = PyUnicode_Substring(all, 0, written);
  decref(all);
  return result || PyErr_NoMemory();
}

export function encodeUtf7(o: Borrowed, errors: string | undefined): Owned {
  const length = PyUnicode_GET_LENGTH(o);
  const e = startEncoding("utf7", errors, o, length);
  if (e === null) return 0;
  let inShift = false;
  let bits = 0;
  let buffer = 0;
  const flush = (value: number): boolean => putByte(e, BASE64.charCodeAt(value & 63));
  const putUnit = (unit: number): boolean => {
    buffer = ((buffer & ((1 << bits) - 1)) << 16) | unit;
    bits += 16;
    while (bits >= 6) {
      if (!flush(buffer >> (bits - 6))) return false;
      bits -= 6;
    }
    return true;
  };
  const isDirect = (c: number): boolean => c < 128 && DIRECT.includes(String.fromCharCode(c));
  const end = (c: number): boolean => {
    if (bits > 0 && !flush(buffer << (6 - bits))) return false;
    bits = 0;
    buffer = 0;
    inShift = false;
    // "-" is only needed before what could be taken for base 64.
    return c >= 0 && base64Value(c) < 0 && c !== MINUS ? true : putByte(e, MINUS);
  };
  for (let i = 0; i < length; i++) {
    const c = PyUnicode_READ_CHAR(o, i);
    let done = true;
    if (inShift && isDirect(c)) done = end(c);
    if (!done) return dropEncoding(e);
    if (!inShift && c === PLUS) done = putByte(e, PLUS) && putByte(e, MINUS);
    else if (!inShift && isDirect(c)) done = putByte(e, c);
    else {
      if (!inShift) done = putByte(e, PLUS);
      inShift = true;
      if (c > 0xffff) done = done && putUnit(0xd800 + ((c - 0x10000) >> 10)) && putUnit(0xdc00 + (c & 0x3ff));
      else done = done && putUnit(c);
    }
    if (!done) return dropEncoding(e);
  }
  if (inShift && !end(-1)) return dropEncoding(e);
  return finishEncoding(e);
}
