// Items of buffers by their struct formats: native single characters, as memoryview reads and writes them.
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
import { Py_buffer } from "../memory/structs/object.ts";
import { hasIndex } from "./abstract.ts";
import { BYTES_DATA, byteObject } from "./bytes_core.ts";
import { convertFloat, convertTruth, PyNumber_Index } from "./convert.ts";
import { cstring } from "./declare.ts";
import { PyErr_Clear, PyErr_NoMemory, PyErr_Occurred, raise, raiseInt, textOfCString } from "./errors.ts";
import { floatAt, newFloat } from "./float_core.ts";
import { bool, longToNumber, PyLong_FromNumber } from "./long_core.ts";
import { longFromBigInt, longToBigInt } from "./long_digits.ts";
import { decref, isBytes, isInt, sizeOf } from "./object.ts";
import { PyExc_NotImplementedError, PyExc_TypeError, PyExc_ValueError } from "./types.ts";

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

const scratch = reserveStatic(8);
const floatWords = new Float32Array(1);
const floatBytes = new Uint8Array(floatWords.buffer);

export function unpack(at: Address, format: string): Owned {
  const letter = formatLetter(format);
  if (letter === "" || letter === "e")
    return raise(PyExc_NotImplementedError, `memoryview: format ${format} not supported`);
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
  const signed = SIGNED.includes(letter);
  const shift = (4 - Math.min(size, 4)) * 8;
  const low = signed && size <= 4 ? (i32(scratch) << shift) >> shift : (i32(scratch) << shift) >>> shift;
  if (size <= 4) return PyLong_FromNumber(low) || PyErr_NoMemory();
  const high = signed ? i32(scratch + 4) : i32(scratch + 4) >>> 0;
  const value = high * TWO_32 + low;
  if (Math.abs(value) < EXACT_END) return PyLong_FromNumber(value) || PyErr_NoMemory();
  return longFromBigInt((BigInt(high) << 32n) | BigInt(low)) || PyErr_NoMemory();
}

/** 0, or -1 with an error set. */
export function pack(at: Address, format: string, value: Borrowed): number {
  const letter = formatLetter(format);
  if (letter === "" || letter === "e")
    return raiseInt(PyExc_NotImplementedError, `memoryview: format ${format} not supported`);
  const wrongValue = (): -1 => raiseInt(PyExc_ValueError, `memoryview: invalid value for format '${format}'`);
  const wrongType = (): -1 => raiseInt(PyExc_TypeError, `memoryview: invalid type for format '${format}'`);
  const size = FORMAT_BYTES[letter];
  if (letter === "c") {
    if (!isBytes(value)) return wrongType();
    if (sizeOf(value) !== 1) return wrongValue();
    setU8(at, u8(value + BYTES_DATA));
    return 0;
  }
  if (letter === "?") {
    const truth = convertTruth(value);
    if (truth >= 0) setU8(at, truth);
    return truth < 0 ? -1 : 0;
  }
  if (letter === "d" || letter === "f") {
    const number = convertFloat(value);
    if (number === -1 && PyErr_Occurred() !== 0) {
      PyErr_Clear();
      return wrongType();
    }
    if (letter === "d") setF64(scratch, number);
    else {
      floatWords[0] = number;
      for (let i = 0; i < 4; i++) setU8(scratch + i, floatBytes[i]);
    }
    copyBytes(at, scratch, size);
    return 0;
  }
  if (!isInt(value) && !hasIndex(value)) return wrongType();
  const index = PyNumber_Index(value);
  if (index === 0) return -1;
  const number = longToNumber(index);
  const _bits = size * 8;
  const least = SIGNED.includes(letter) ? -HALF_RANGE[size] : 0;
  const end = SIGNED.includes(letter) ? HALF_RANGE[size] : 2 * HALF_RANGE[size];
  const big = Math.abs(number) >= EXACT_END ? longToBigInt(index) : null;
  decref(index);
  if (big === null ? number < least || number >= end : big < BigInt(least) || big >= BigInt(end)) return wrongValue();
  if (big === null) setI64(scratch, (number % TWO_32) | 0, Math.floor(number / TWO_32) | 0);
  else setI64(scratch, Number(BigInt.asIntN(32, big)), Number(BigInt.asIntN(32, big >> 32n)));
  copyBytes(at, scratch, size);
  return 0;
}
