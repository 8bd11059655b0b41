// Items of buffers by their struct formats: native single characters, as memoryview reads and writes them.

import { halfBits, halfValue } from "../base/half_float.ts";
import { reserveStatic } from "../memory/data.ts";
import {
  type Address,
  type Borrowed,
  copyBytes,
  i32,
  type Owned,
  ptr,
  setF64,
  setI64,
  setU8,
  u8,
} from "../memory/memory.ts";
import { PyFloatObject } from "../memory/structs/numbers.ts";
import { Py_buffer } from "../memory/structs/object.ts";
import { BYTES_DATA, byteObject } from "./bytes_core.ts";
import { convertFloat, convertTruth, PyNumber_Index } from "./convert.ts";
import { cstring } from "./declare.ts";
import {
  PyErr_Clear,
  PyErr_ExceptionMatches,
  PyErr_NoMemory,
  PyErr_Occurred,
  raise,
  raiseInt,
  textOfCString,
} from "./errors.ts";
import { floatAt, newFloat } from "./float_core.ts";
import { bool, longToNumber, PyLong_FromNumber } from "./long_core.ts";
import { longFromBigInt, longToBigInt } from "./long_digits.ts";
import { decref, isBytes, isInstanceOf, isInt, sizeOf } from "./object.ts";
import {
  PyExc_NotImplementedError,
  PyExc_OverflowError,
  PyExc_TypeError,
  PyExc_ValueError,
  PyFloat_Type,
} from "./types.ts";

/** Native formats: bytes of an item. */
export const FORMAT_BYTES: Readonly<Record<string, number>> = {
  c: 1,
  b: 1,
  B: 1,
  "?": 1,
  h: 2,
  H: 2,
  i: 4,
  I: 4,
  l: 8,
  L: 8,
  q: 8,
  Q: 8,
  n: 8,
  N: 8,
  P: 8,
  f: 4,
  d: 8,
  e: 2,
};
const TWO_32 = 0x100000000;
/** Below this a double holds every integer. */
const EXACT_END = TWO_32 * 0x200000;
/** Half of the numbers of values that so many bytes have. */
const HALF_RANGE: Readonly<Record<number, number>> = { 1: 0x80, 2: 0x8000, 4: 0x80000000, 8: TWO_32 * 0x80000000 };
const SIGNED = "bhilqn";
/** The format texts that views of casts point to: they outlive every view. */
export const formatTexts = new Map(
  Object.keys(FORMAT_BYTES).flatMap(
    (f) =>
      [
        [f, cstring(f)],
        [`@${f}`, cstring(`@${f}`)],
      ] as const,
  ),
);

export function formatOf(view: Address): string {
  const format = ptr(view + Py_buffer.format);
  return format === 0 ? "B" : textOfCString(format, 32);
}

/** The letter of a native single-character format, or "". */
export function formatLetter(format: string): string {
  const letter = format.startsWith("@") ? format.slice(1) : format;
  return Object.hasOwn(FORMAT_BYTES, letter) ? letter : "";
}

/** adjust_fmt: the letter of a view's items; "" with an error set when there is more than one. */
export function letterOf(view: Address): string {
  const format = formatOf(view);
  const letter = format.startsWith("@") ? format.slice(1) : format;
  if (letter.length === 1) return letter;
  raise(PyExc_NotImplementedError, `memoryview: unsupported format ${format}`);
  return "";
}

const scratch = reserveStatic(8);
const floatWords = new Float32Array(1);
const floatBytes = new Uint8Array(floatWords.buffer);

/** The object of an item, for a format of one letter, with or without "@". Owned. */
export function unpack(at: Address, format: string): Owned {
  const letter = formatLetter(format);
  if (letter === "") return raise(PyExc_NotImplementedError, `memoryview: format ${format} not supported`);
  const size = FORMAT_BYTES[letter];
  if (letter === "c") return byteObject(u8(at));
  if (letter === "?") return bool(u8(at) !== 0);
  // Items need not be aligned.
  copyBytes(scratch, at, size);
  if (letter === "d") return floatAt(scratch) || PyErr_NoMemory();
  if (letter === "f") {
    for (let i = 0; i < 4; i++) floatBytes[i] = u8(scratch + i);
    return newFloat(floatWords[0]) || PyErr_NoMemory();
  }
  if (letter === "e") return newFloat(halfValue(u8(at) | (u8(at + 1) << 8))) || PyErr_NoMemory();
  const signed = SIGNED.includes(letter);
  const shift = (4 - Math.min(size, 4)) * 8;
  const low = signed && size <= 4 ? (i32(scratch) << shift) >> shift : (i32(scratch) << shift) >>> shift;
  if (size <= 4) return PyLong_FromNumber(low) || PyErr_NoMemory();
  const high = signed ? i32(scratch + 4) : i32(scratch + 4) >>> 0;
  const value = high * TWO_32 + low;
  if (Math.abs(value) < EXACT_END) return PyLong_FromNumber(value) || PyErr_NoMemory();
  return longFromBigInt((BigInt(high) << 32n) | BigInt(low)) || PyErr_NoMemory();
}

const SIGN_BIT = 0x80000000 | 0;
const SINGLE_NAN = 0x7fc00000;
const HALF_NAN = 0x7e00;
const BELOW_64_BITS = 2n ** 63n;

/**
 * pack_single: writes a value as an item, for a format of one letter. 0, or -1 with an error set. Making a number of the value
 * may run a program, after which `isForbidden` is asked about the view.
 */
export function pack(
  at: Address,
  letter: string,
  value: Borrowed,
  o: Borrowed,
  isForbidden: (o: Borrowed) => boolean,
): number {
  if (!Object.hasOwn(FORMAT_BYTES, letter)) {
    return raiseInt(PyExc_NotImplementedError, `memoryview: format ${letter} not supported`);
  }
  const size = FORMAT_BYTES[letter];
  if (letter === "c") {
    if (!isBytes(value)) return wrongType(letter);
    if (sizeOf(value) !== 1) return wrongValue(letter);
    setU8(at, u8(value + BYTES_DATA));
    return 0;
  }
  if (letter === "?") {
    const truth = convertTruth(value);
    if (truth < 0 || isForbidden(o)) return -1;
    setU8(at, truth);
    return 0;
  }
  if (letter === "d" || letter === "f" || letter === "e") {
    const number = convertFloat(value);
    if (number === -1 && PyErr_Occurred() !== 0) return fixError(letter);
    if (isForbidden(o)) return -1;
    return packFloat(at, letter, size, number, isInstanceOf(value, PyFloat_Type) ? value + PyFloatObject.ob_fval : 0);
  }
  const index = letter === "P" && !isInt(value) ? raise(PyExc_TypeError, "") : PyNumber_Index(value);
  if (index === 0) return fixError(letter);
  const number = longToNumber(index);
  const least = SIGNED.includes(letter) ? -HALF_RANGE[size] : 0;
  const end = SIGNED.includes(letter) ? HALF_RANGE[size] : 2 * HALF_RANGE[size];
  const big = Math.abs(number) >= EXACT_END ? longToBigInt(index) : null;
  decref(index);
  // What C's long cannot hold is refused before the view is looked at again; a pointer may be given as a negative number.
  if (big !== null && (big >= BELOW_64_BITS * 2n || big < -BELOW_64_BITS)) return wrongValue(letter);
  if (isForbidden(o)) return -1;
  const isOut = big === null ? number < least || number >= end : big < BigInt(least) || big >= BigInt(end);
  if (isOut && letter !== "P") return wrongValue(letter);
  if (big === null) setI64(scratch, (number % TWO_32) | 0, Math.floor(number / TWO_32) | 0);
  else setI64(scratch, Number(BigInt.asIntN(32, big)), Number(BigInt.asIntN(32, big >> 32n)));
  copyBytes(at, scratch, size);
  return 0;
}

/** own: where the number lies in a float object, or 0. What is no number is copied: the host may change its bits. */
function packFloat(at: Address, letter: string, size: number, number: number, own: Address): number {
  const isNegativeNaN = number !== number && own !== 0 && (i32(own + 4) & SIGN_BIT) !== 0;
  if (number !== number && letter !== "d") {
    const bits = letter === "e" ? HALF_NAN : SINGLE_NAN;
    setI64(scratch, isNegativeNaN ? bits | (1 << (size * 8 - 1)) : bits, 0);
  } else if (letter === "e") {
    const bits = halfBits(number);
    if (bits < 0) return wrongValue(letter);
    setI64(scratch, bits, 0);
  } else if (letter === "d" && own !== 0) copyBytes(scratch, own, size);
  else if (letter === "d") setF64(scratch, number);
  else {
    floatWords[0] = number;
    for (let i = 0; i < 4; i++) setU8(scratch + i, floatBytes[i]);
  }
  copyBytes(at, scratch, size);
  return 0;
}

const wrongValue = (letter: string): -1 =>
  raiseInt(PyExc_ValueError, `memoryview: invalid value for format '${letter}'`);
const wrongType = (letter: string): -1 => raiseInt(PyExc_TypeError, `memoryview: invalid type for format '${letter}'`);

/** fix_error_int: the error of a conversion, told of the format; what is none of the usual ones stays. */
function fixError(letter: string): -1 {
  const isType = PyErr_ExceptionMatches(PyExc_TypeError);
  const isValue = PyErr_ExceptionMatches(PyExc_OverflowError) || PyErr_ExceptionMatches(PyExc_ValueError);
  if (!isType && !isValue) return -1;
  PyErr_Clear();
  return isType ? wrongType(letter) : wrongValue(letter);
}
