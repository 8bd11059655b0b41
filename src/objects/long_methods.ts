// Methods of int, as the rows of its method table.
import type { Borrowed, Owned } from "../memory/memory.ts";
import { PyBytesObject } from "../memory/structs/text.ts";
import { PyIndex_Check } from "./abstract.ts";
import { PyBytes_FromStringAndSize } from "./bytes_core.ts";
import { PyObject_CallOneArg, pushCallOneArg } from "./call.ts";
import { convertSsize, convertTruth, PyNumber_Index } from "./convert.ts";
import type { MethodRow } from "./declare.ts";
import { argumentTypeName, PyErr_NoMemory, PyErr_Occurred, raise, raiseInt, typeNameOf } from "./errors.ts";
import { formatLong, formatMethod } from "./format_spec.ts";
import { identifier } from "./identifiers.ts";
import { _PyLong_Copy, longExact, longNegative, longSubtract } from "./long_arith.ts";
import { _PyLong_AsByteArray, _PyLong_FromByteArray } from "./long_convert.ts";
import { DIGITS, longDigitCount, longSign, one, smallInt } from "./long_core.ts";
import { bitLength, DIGIT_BYTES, digitAt, longFromNumber } from "./long_digits.ts";
import { longDistanceToNearest } from "./long_divide.ts";
import { longPowerPositive } from "./long_power.ts";
import { decref, isBytes, isUnicode, newRef, sizeOf, typeOf } from "./object.ts";
import { PyTuple_Pack } from "./tuple_core.ts";
import { _PyType_Lookup } from "./type_lookup.ts";
import { Py_True, PyBytes_Type, PyExc_TypeError, PyExc_ValueError, PyLong_Type } from "./types.ts";
import { _PyUnicode_EqualToASCIIString } from "./unicode_core.ts";

// -- bytes ---------------------------------------------------------------------------------------------------------------

/** 1 for little, 0 for big (also when none is given), -1 with an error set. */
function isLittleEndian(byteorder: Borrowed, method: string): number {
  if (byteorder === 0) return 0;
  if (!isUnicode(byteorder)) {
    return raiseInt(
      PyExc_TypeError,
      `${method}() argument 'byteorder' must be str, not ${argumentTypeName(byteorder, 50)}`,
    );
  }
  if (_PyUnicode_EqualToASCIIString(byteorder, "little")) return 1;
  if (_PyUnicode_EqualToASCIIString(byteorder, "big")) return 0;
  return raiseInt(PyExc_ValueError, "byteorder must be either 'little' or 'big'");
}

function int_to_bytes(self: Borrowed, lengthObject: Borrowed, byteorder: Borrowed, signedObject: Borrowed): Owned {
  const length = lengthObject === 0 ? 1 : convertSsize(lengthObject);
  if (length === -1 && PyErr_Occurred() !== 0) return 0;
  if (byteorder !== 0 && !isUnicode(byteorder)) return isLittleEndian(byteorder, "to_bytes") + 1;
  const signed = signedObject === 0 ? 0 : convertTruth(signedObject);
  if (signed < 0) return 0;
  const little = isLittleEndian(byteorder, "to_bytes");
  if (little < 0) return 0;
  if (length < 0) return raise(PyExc_ValueError, "length argument must be non-negative");
  const bytes = PyBytes_FromStringAndSize(0, length);
  if (bytes === 0) return PyErr_NoMemory();
  if (_PyLong_AsByteArray(self, bytes + PyBytesObject.ob_sval, length, little === 1, signed !== 0) < 0) {
    decref(bytes);
    return 0;
  }
  return bytes;
}

const id_bytes = identifier("__bytes__");

/** PyObject_Bytes, by way of the type bytes, which would also take a length. */
function bytesOf(o: Borrowed): Owned {
  if (typeOf(o) === PyBytes_Type) return newRef(o);
  if (!isBytes(o) && (isUnicode(o) || PyIndex_Check(o)) && _PyType_Lookup(typeOf(o), id_bytes) === 0) {
    return raise(PyExc_TypeError, `cannot convert '${typeNameOf(o)}' object to bytes`);
  }
  return PyObject_CallOneArg(PyBytes_Type, o);
}

function int_from_bytes(type: Borrowed, source: Borrowed, byteorder: Borrowed, signedObject: Borrowed): Owned {
  if (byteorder !== 0 && !isUnicode(byteorder)) return isLittleEndian(byteorder, "from_bytes") + 1;
  const signed = signedObject === 0 ? 0 : convertTruth(signedObject);
  if (signed < 0) return 0;
  const little = isLittleEndian(byteorder, "from_bytes");
  if (little < 0) return 0;
  const bytes = bytesOf(source);
  if (bytes === 0) return 0;
  const value = _PyLong_FromByteArray(bytes + PyBytesObject.ob_sval, sizeOf(bytes), little === 1, signed !== 0);
  decref(bytes);
  if (value === 0 || type === PyLong_Type) return value;
  const result = pushCallOneArg(type, value);
  decref(value);
  return result;
}

// -- bits and sizes ------------------------------------------------------------------------------------------------------

function int_bit_count(self: Borrowed): Owned {
  let count = 0;
  for (let i = longDigitCount(self) - 1; i >= 0; i--) {
    let digit = digitAt(self, i);
    digit -= (digit >>> 1) & 0x55555555;
    digit = (digit & 0x33333333) + ((digit >>> 2) & 0x33333333);
    digit = (digit + (digit >>> 4)) & 0x0f0f0f0f;
    count += Math.imul(digit, 0x01010101) >>> 24;
  }
  return longFromNumber(count);
}

function int_sizeof(self: Borrowed): Owned {
  return longFromNumber(DIGITS + Math.max(longDigitCount(self), 1) * DIGIT_BYTES);
}

// -- rounding, ratios ----------------------------------------------------------------------------------------------------

/** int.__round__: to a multiple of ten to the -ndigits, ties to the even one. */
function int_round(self: Borrowed, ndigits: Borrowed): Owned {
  if (ndigits === 0) return longExact(self);
  const places = PyNumber_Index(ndigits);
  if (places === 0) return 0;
  if (longSign(places) >= 0) {
    decref(places);
    return longExact(self);
  }
  const exponent = longNegative(places);
  decref(places);
  if (exponent === 0) return 0;
  const unit = longPowerPositive(smallInt(10), exponent);
  decref(exponent);
  if (unit === 0) return 0;
  const distance = longDistanceToNearest(self, unit);
  decref(unit);
  if (distance === 0) return 0;
  const result = longSubtract(self, distance);
  decref(distance);
  return result;
}

function packed(first: Owned, second: Owned = 0): Owned {
  if (first === 0) return 0;
  const tuple = second === 0 ? PyTuple_Pack(first) : PyTuple_Pack(first, second);
  decref(first);
  if (second !== 0) decref(second);
  return tuple === 0 ? PyErr_NoMemory() : tuple;
}

export const longMethods: readonly MethodRow[] = [
  ["conjugate", "()", longExact],
  ["bit_length", "()", (self: Borrowed) => longFromNumber(bitLength(self))],
  ["bit_count", "()", int_bit_count],
  ["to_bytes", "(/, length=1, byteorder='big', *, signed=False)", int_to_bytes],
  ["from_bytes", "@classmethod (/, bytes, byteorder='big', *, signed=False)", int_from_bytes],
  ["as_integer_ratio", "()", (self: Borrowed) => packed(longExact(self), one)],
  ["__trunc__", "()", longExact],
  ["__floor__", "()", longExact],
  ["__ceil__", "()", longExact],
  ["__round__", "(ndigits=<unrepresentable>, /)", int_round],
  ["__getnewargs__", "()", (self: Borrowed) => packed(_PyLong_Copy(self))],
  ["__format__", "(format_spec, /)", formatMethod(formatLong)],
  ["__sizeof__", "()", int_sizeof],
  ["is_integer", "()", (): Owned => Py_True],
];
