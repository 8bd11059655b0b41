// One item of a struct format: to bytes and back.
//
// Bytes are made the least significant first at a scratch place, and turned around for formats of the other order.

import { halfBits, halfValue } from "../../base/half_float.ts";
import { reserveStatic } from "../../memory/data.ts";
import {
  type Address,
  type Borrowed,
  copyBytes,
  high,
  type Owned,
  setF64,
  setI64,
  setU8,
  u8,
} from "../../memory/memory.ts";
import { PyFloatObject } from "../../memory/structs/numbers.ts";
import { hasIndex, PyNumber_Index, PyObject_IsTrue } from "../../objects/abstract.ts";
import { closeBuffer, openBuffer } from "../../objects/buffer.ts";
import { BYTES_DATA, PyBytes_FromStringAndSize } from "../../objects/bytes_core.ts";
import { convertFloat } from "../../objects/convert.ts";
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_NoMemory, PyErr_Occurred, raise } from "../../objects/errors.ts";
import { newFloat } from "../../objects/float_core.ts";
import { _PyLong_AsByteArray, _PyLong_FromByteArray } from "../../objects/long_convert.ts";
import { bool, longSign } from "../../objects/long_core.ts";
import { decref, isBytes, isInstanceOf, sizeOf } from "../../objects/object.ts";
import { PyByteArray_Type, PyExc_OverflowError, PyFloat_Type } from "../../objects/types.ts";
import { ORDER_BIG, ORDER_NATIVE } from "./struct_format.ts";

const SCRATCH = reserveStatic(8);
const SIGNED = "bhilqn";
const SIGN_BIT = 0x80000000 | 0;
const SINGLE_NAN = 0x7fc00000;
const singles = new Float32Array(1);
const singleBytes = new Uint8Array(singles.buffer);

function copyItem(to: Address, from: Address, size: number, big: boolean): void {
  for (let i = 0; i < size; i++) setU8(to + i, u8(from + (big ? size - 1 - i : i)));
}

// -- bytes to objects ----------------------------------------------------------------------------------------------------

/** The object of an item. Owned. */
export function unpackItem(letter: string, at: Address, size: number, order: number): Owned {
  const big = order === ORDER_BIG;
  switch (letter) {
    case "c":
      return PyBytes_FromStringAndSize(at, 1);
    case "s":
      return PyBytes_FromStringAndSize(at, size);
    case "p":
      return PyBytes_FromStringAndSize(at + 1, size === 0 ? 0 : Math.min(u8(at), size - 1));
    case "?":
      for (let i = 0; i < size; i++) if (u8(at + i) !== 0) return bool(true);
      return bool(false);
    case "d": {
      const o = newFloat(0);
      if (o !== 0) copyItem(o + PyFloatObject.ob_fval, at, size, big);
      return o || PyErr_NoMemory();
    }
    case "f":
      for (let i = 0; i < size; i++) singleBytes[i] = u8(at + (big ? size - 1 - i : i));
      return newFloat(singles[0]) || PyErr_NoMemory();
    case "e":
      return newFloat(halfValue(big ? (u8(at) << 8) | u8(at + 1) : u8(at) | (u8(at + 1) << 8))) || PyErr_NoMemory();
    default:
      return _PyLong_FromByteArray(at, size, !big, SIGNED.includes(letter));
  }
}

// -- objects to bytes ----------------------------------------------------------------------------------------------------

/** Writes an item. False with an error set. */
export function packItem(
  letter: string,
  at: Address,
  size: number,
  order: number,
  value: Borrowed,
  structError: Borrowed,
): boolean {
  const big = order === ORDER_BIG;
  switch (letter) {
    case "c":
      if (!isBytes(value) || sizeOf(value) !== 1) {
        return refuse(structError, "char format requires a bytes object of length 1");
      }
      setU8(at, u8(value + BYTES_DATA));
      return true;
    case "s":
    case "p":
      return packText(letter, at, size, value, structError);
    case "?": {
      const truth = PyObject_IsTrue(value);
      if (truth >= 0) setU8(at, truth);
      return truth >= 0;
    }
    case "e":
    case "f":
    case "d":
      return packFloat(letter, at, size, order, value, structError);
    default:
      return packInteger(letter, at, size, big, value, structError);
  }
}

function refuse(type: Borrowed, message: string): false {
  raise(type, message);
  return false;
}

function packText(letter: string, at: Address, size: number, value: Borrowed, structError: Borrowed): boolean {
  const isArray = isInstanceOf(value, PyByteArray_Type);
  if (!isBytes(value) && !isArray) return refuse(structError, `argument for '${letter}' must be a bytes object`);
  const buffer = openBuffer(value);
  if (buffer === null) return false;
  const before = letter === "p" ? 1 : 0;
  if (size > 0) {
    const count = Math.min(buffer.length, size - before);
    if (before === 1) setU8(at, Math.min(count, 255));
    copyBytes(at + before, buffer.data, count);
  }
  closeBuffer(buffer);
  return true;
}

function packFloat(
  letter: string,
  at: Address,
  size: number,
  order: number,
  value: Borrowed,
  structError: Borrowed,
): boolean {
  const number = convertFloat(value);
  if (number === -1 && PyErr_Occurred()) return refuse(structError, "required argument is not a float");
  const notANumber = number !== number;
  if (letter === "d") {
    if (isInstanceOf(value, PyFloat_Type)) copyBytes(SCRATCH, value + PyFloatObject.ob_fval, size);
    else setF64(SCRATCH, number);
  } else if (letter === "f" && notANumber) {
    // The sign of what is no number is that of the object: the host's own may be any.
    const sign = isInstanceOf(value, PyFloat_Type) ? high(value + PyFloatObject.ob_fval) & SIGN_BIT : 0;
    setI64(SCRATCH, sign | SINGLE_NAN, 0);
  } else if (letter === "f") {
    singles[0] = number;
    const mayOverflow = order === ORDER_NATIVE;
    if (
      !mayOverflow &&
      Math.abs(singles[0]) === Number.POSITIVE_INFINITY &&
      Math.abs(number) !== Number.POSITIVE_INFINITY
    ) {
      return refuse(PyExc_OverflowError, "float too large to pack with f format");
    }
    for (let i = 0; i < size; i++) setU8(SCRATCH + i, singleBytes[i]);
  } else {
    const bits = halfBits(number);
    if (bits < 0) return refuse(PyExc_OverflowError, "float too large to pack with e format");
    setI64(SCRATCH, bits, 0);
  }
  copyItem(at, SCRATCH, size, order === ORDER_BIG);
  return true;
}

const UNSIGNED_END: Readonly<Record<number, string>> = {
  1: "255",
  2: "65535",
  4: "4294967295",
  8: "18446744073709551615",
};
const SIGNED_RANGE: Readonly<Record<number, string>> = {
  1: "-128 <= number <= 127",
  2: "-32768 <= number <= 32767",
  4: "-2147483648 <= number <= 2147483647",
  8: "-9223372036854775808 <= number <= 9223372036854775807",
};

function packInteger(
  letter: string,
  at: Address,
  size: number,
  big: boolean,
  value: Borrowed,
  structError: Borrowed,
): boolean {
  if (!hasIndex(value)) return refuse(structError, "required argument is not an integer");
  const index = PyNumber_Index(value);
  if (index === 0) return false;
  // An address may be given as a negative number, too.
  const signed = SIGNED.includes(letter) || (letter === "P" && longSign(index) < 0);
  const status = _PyLong_AsByteArray(index, at, size, !big, signed);
  decref(index);
  if (status >= 0) return true;
  if (!PyErr_ExceptionMatches(PyExc_OverflowError)) return false;
  PyErr_Clear();
  if (letter === "P") return refuse(structError, "int too large to convert");
  const range = signed ? SIGNED_RANGE[size] : `0 <= number <= ${UNSIGNED_END[size]}`;
  return refuse(structError, `'${letter}' format requires ${range}`);
}
