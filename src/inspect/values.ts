// What the bytes of numbers and strings mean: IEEE 754 fields, 30-bit digits, PEP 393 characters, encodings.
//
// Invariant: every size that memory gives is checked against what is readable and against a limit before it is used.
import { powerOfTwo } from "../base/double_bits.ts";
import { reprDouble } from "../base/float_text.ts";
import { PyFloatObject, PyLongObject } from "../memory/structs/numbers.ts";
import { PyVarObject } from "../memory/structs/object.ts";
import {
  PyASCIIObject,
  PyByteArrayObject,
  PyBytesObject,
  PyCompactUnicodeObject,
  PyUnicodeObject,
  UNICODE_STATE_BITS,
} from "../memory/structs/text.ts";
import type { Inspection } from "./inspection.ts";
import type { Address } from "./reader.ts";

// -- floats ------------------------------------------------------------------------------------------------------------

export interface FloatFields {
  readonly value: number;
  readonly text: string;
  readonly sign: number;
  /** 11 bits as they stand, and what they mean as a power of two. */
  readonly exponentBits: number;
  readonly exponent: number;
  /** 52 bits: the upper 20 and the lower 32. */
  readonly fractionHigh: number;
  readonly fractionLow: number;
  readonly class: "normal" | "subnormal" | "zero" | "infinite" | "nan";
}

const EXPONENT_BIAS = 1023;
const EXPONENT_ALL = 0x7ff;

/** The fields of the 8 bytes at an address. */
export function floatFields(m: Inspection, at: Address): FloatFields {
  const low = m.u32(at);
  const high = m.u32(at + 4);
  const exponentBits = (high >>> 20) & EXPONENT_ALL;
  const fractionHigh = high & 0xfffff;
  const isEmpty = fractionHigh === 0 && low === 0;
  const value = m.reader.f64(at);
  return {
    value,
    text: reprDouble(value),
    sign: high >>> 31,
    exponentBits,
    exponent: (exponentBits === 0 ? 1 : exponentBits) - EXPONENT_BIAS,
    fractionHigh,
    fractionLow: low,
    class:
      exponentBits === EXPONENT_ALL
        ? isEmpty
          ? "infinite"
          : "nan"
        : exponentBits === 0
          ? isEmpty
            ? "zero"
            : "subnormal"
          : "normal",
  };
}

export function floatText(m: Inspection, object: Address): string {
  return reprDouble(m.reader.f64(object + PyFloatObject.ob_fval));
}

// -- ints --------------------------------------------------------------------------------------------------------------

export interface IntFields {
  /** 1, 0 or -1. */
  readonly sign: number;
  /** 30-bit digits, lowest first, at most as many as asked for. */
  readonly digits: readonly number[];
  readonly digitCount: number;
  readonly data: Address;
  readonly damaged: boolean;
}

const TAG_SIGN_MASK = 3;
const TAG_ZERO = 1;
const TAG_NEGATIVE = 2;
const TAG_COUNT_UNIT = 8;
const DIGIT_BYTES = 4;
const DIGIT_BITS = 30;
const DIGIT_BASE = powerOfTwo(DIGIT_BITS);

export function intFields(m: Inspection, object: Address, digitLimit: number): IntFields {
  const tag = m.ptr(object + PyLongObject.lv_tag);
  const data = object + PyLongObject.ob_digit;
  const signBits = m.u8(object + PyLongObject.lv_tag) & TAG_SIGN_MASK;
  const sign = signBits === TAG_ZERO ? 0 : signBits === TAG_NEGATIVE ? -1 : 1;
  const digitCount = sign === 0 ? 0 : Math.floor(tag / TAG_COUNT_UNIT);
  const damaged = !m.readable(data, digitCount * DIGIT_BYTES) || signBits === TAG_SIGN_MASK;
  const digits: number[] = [];
  for (let i = 0; i < Math.min(digitCount, digitLimit) && m.readable(data + i * DIGIT_BYTES, DIGIT_BYTES); i++) {
    digits.push(m.u32(data + i * DIGIT_BYTES));
  }
  return { sign, digits, digitCount, data, damaged };
}

/** Ints of more digits than this are given in hexadecimal, and cut: decimal would take long. */
const DECIMAL_DIGIT_LIMIT = 400;
const HEX_DIGITS_SHOWN = 8;

/** An int in decimal; a very long one as the beginning of its hexadecimal form and "…". */
export function intText(m: Inspection, object: Address): string {
  const { sign, digits, digitCount, data, damaged } = intFields(m, object, DECIMAL_DIGIT_LIMIT);
  if (damaged) return "?";
  const minus = sign < 0 ? "-" : "";
  if (digitCount > DECIMAL_DIGIT_LIMIT) {
    let top = 0n;
    for (let i = 1; i <= HEX_DIGITS_SHOWN; i++) {
      top = (top << BigInt(DIGIT_BITS)) | BigInt(m.u32(data + (digitCount - i) * DIGIT_BYTES));
    }
    return `${minus}0x${(top >> BigInt((4 - ((digitCount * DIGIT_BITS) % 4)) % 4)).toString(16)}…`;
  }
  if (digitCount <= 1) return minus + String(digits[0] ?? 0);
  let value = 0n;
  for (let i = digits.length - 1; i >= 0; i--) value = (value << BigInt(DIGIT_BITS)) | BigInt(digits[i]);
  return minus + value.toString();
}

/** An int as a number where it fits 2^53; null otherwise. */
export function intNumber(m: Inspection, object: Address): number | null {
  const { sign, digits, digitCount, damaged } = intFields(m, object, 2);
  if (damaged || digitCount > 2) return null;
  const magnitude = (digits[0] ?? 0) + (digits[1] ?? 0) * DIGIT_BASE;
  return magnitude <= Number.MAX_SAFE_INTEGER ? (sign < 0 ? -magnitude : magnitude) : null;
}

/** Two's complement of a number in so many bytes, lowest first. */
export function twosComplement(value: number, byteCount: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (let i = 0; i < byteCount; i++) {
    const low = ((rest % 256) + 256) % 256;
    bytes.push(low);
    rest = (rest - low) / 256;
  }
  return bytes;
}

/** A number from bytes in either order, signed or not; exact below 2^53. */
export function numberOfBytes(bytes: ArrayLike<number>, littleEndian: boolean, signed: boolean): number {
  let value = 0;
  const n = bytes.length;
  for (let i = 0; i < n; i++) value = value * 256 + bytes[littleEndian ? n - 1 - i : i];
  return signed && n > 0 && bytes[littleEndian ? n - 1 : 0] >= 128 ? value - powerOfTwo(8 * n) : value;
}

// -- str ---------------------------------------------------------------------------------------------------------------

export interface StringFields {
  /** Code points. */
  readonly length: number;
  /** Bytes of one: 1, 2 or 4 (PEP 393). */
  readonly width: number;
  readonly data: Address;
  readonly isAscii: boolean;
  readonly isCompact: boolean;
  /** Bytes of the structure before the characters, when they follow it. */
  readonly headBytes: number;
  /** 0 not, 1 mortal, 2 immortal, 3 immortal and static. */
  readonly interned: number;
  readonly hashText: string | null;
  readonly damaged: boolean;
}

function bits(word: number, [lowest, width]: readonly [number, number, string]): number {
  return (word >>> lowest) & ((1 << width) - 1);
}

export function stringFields(m: Inspection, object: Address): StringFields {
  const state = m.u32(object + PyASCIIObject.state);
  const length = m.ssize(object + PyASCIIObject.length);
  const isAscii = bits(state, UNICODE_STATE_BITS.ascii) === 1;
  const isCompact = bits(state, UNICODE_STATE_BITS.compact) === 1;
  const width = bits(state, UNICODE_STATE_BITS.kind);
  const headBytes = !isCompact
    ? PyUnicodeObject.sizeof
    : isAscii
      ? PyASCIIObject.sizeof
      : PyCompactUnicodeObject.sizeof;
  const data = isCompact ? object + headBytes : m.ptr(object + PyUnicodeObject.data_any);
  const isWidth = width === 1 || width === 2 || width === 4;
  const damaged = !isWidth || length < 0 || !m.readable(object, headBytes) || !m.readable(data, length * width);
  const hash =
    m.u32(object + PyASCIIObject.hash + 4) === 0xffffffff && m.u32(object + PyASCIIObject.hash) === 0xffffffff;
  return {
    length: length >= 0 ? length : 0,
    width: isWidth ? width : 1,
    data,
    isAscii,
    isCompact,
    headBytes,
    interned: bits(state, UNICODE_STATE_BITS.interned),
    hashText: hash ? null : wideHex(m, object + PyASCIIObject.hash),
    damaged,
  };
}

/** 8 bytes as hexadecimal. */
export function wideHex(m: Inspection, at: Address): string {
  const high = m.u32(at + 4);
  const low = m.u32(at);
  return high === 0 ? `0x${low.toString(16)}` : `0x${high.toString(16)}${low.toString(16).padStart(8, "0")}`;
}

/** A signed or unsigned 8-byte value in decimal, exactly. */
export function wideText(m: Inspection, at: Address, signed: boolean): string {
  const high = signed ? m.i32(at + 4) : m.u32(at + 4);
  if (high >= -(2 ** 20) && high < 2 ** 20) return String(high * 2 ** 32 + m.u32(at));
  return ((BigInt(high) << 32n) + BigInt(m.u32(at))).toString();
}

/** The code points of a str from one on, as many as there are and the limit allows. */
export function codePointsOf(m: Inspection, object: Address, limit: number, from = 0): number[] {
  const { length, width, data, damaged } = stringFields(m, object);
  const points: number[] = [];
  if (damaged) return points;
  const end = Math.min(length, from + limit);
  for (let i = from; i < end; i++) {
    const at = data + i * width;
    points.push(width === 1 ? m.u8(at) : width === 2 ? m.u16(at) : m.u32(at));
  }
  return points;
}

export function isScalar(point: number): boolean {
  return point < 0xd800 || (point > 0xdfff && point <= 0x10ffff);
}

/** The characters of a str as text; what is none becomes U+FFFD. */
export function stringText(m: Inspection, object: Address, limit: number): string {
  let text = "";
  for (const point of codePointsOf(m, object, limit)) {
    text += isScalar(point) ? String.fromCodePoint(point) : "\ufffd";
  }
  return text;
}

/** A surrogate alone is encoded as if it were a character (WTF-8), so that nothing is lost. */
export function utf8Bytes(points: readonly number[]): number[] {
  const bytes: number[] = [];
  for (const c of points) {
    if (c < 0x80) bytes.push(c);
    else if (c < 0x800) bytes.push(0xc0 | (c >> 6), 0x80 | (c & 63));
    else if (c < 0x10000) bytes.push(0xe0 | (c >> 12), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
    else bytes.push(0xf0 | ((c >> 18) & 7), 0x80 | ((c >> 12) & 63), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
  }
  return bytes;
}

export function utf16Bytes(points: readonly number[], littleEndian = true): number[] {
  const bytes: number[] = [];
  const unit = (u: number) => {
    if (littleEndian) bytes.push(u & 255, (u >> 8) & 255);
    else bytes.push((u >> 8) & 255, u & 255);
  };
  for (const c of points) {
    if (c < 0x10000) unit(c);
    else {
      unit(0xd800 + ((c - 0x10000) >> 10));
      unit(0xdc00 + ((c - 0x10000) & 0x3ff));
    }
  }
  return bytes;
}

export function utf32Bytes(points: readonly number[], littleEndian = true): number[] {
  return points.flatMap((c) => {
    const bytes = [c & 255, (c >> 8) & 255, (c >> 16) & 255, (c >>> 24) & 255];
    return littleEndian ? bytes : bytes.reverse();
  });
}

// -- bytes -------------------------------------------------------------------------------------------------------------

/** Length and place of the bytes of a bytes or bytearray. */
export function bytesFields(m: Inspection, object: Address, form: "bytes" | "bytearray") {
  const length = m.ssize(object + PyVarObject.ob_size);
  const data = form === "bytes" ? object + PyBytesObject.ob_sval : m.ptr(object + PyByteArrayObject.ob_start);
  const damaged = length < 0 || !m.readable(data, length);
  return { length: length >= 0 ? length : 0, data, damaged };
}
