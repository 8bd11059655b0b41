// charmap: codecs given by a table. Decoding: a str indexed by bytes, or a mapping from bytes to ordinals, strings or None.
// Encoding: a mapping from ordinals to bytes, ints or None.
import { type Address, type Borrowed, copyBytes, type Owned, u8 } from "../../memory/memory.ts";
import { PyObject_GetItem } from "../abstract.ts";
import { BYTES_DATA } from "../bytes_core.ts";
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_NoMemory, raise, raiseInt, typeNameOf } from "../errors.ts";
import { longToNumber, PyLong_FromNumber } from "../long_core.ts";
import { decref, isBytes, isInt, isUnicode, sizeOf, typeOf } from "../object.ts";
import { EncodingMapType, Py_None, PyExc_LookupError, PyExc_TypeError } from "../types.ts";
import { PyUnicode_GET_LENGTH, PyUnicode_READ_CHAR } from "../unicode_core.ts";
import { UnicodeWriter_WriteStr } from "../unicode_writer.ts";
import { consumed, type Decoding, decodeError, dropDecoding, finishDecoding, put, startDecoding } from "./decoding.ts";
import {
  dropEncoding,
  type Encoding,
  encodeError,
  finishEncoding,
  putByte,
  raiseEncodeError,
  reserveBytes,
  startEncoding,
} from "./encoding.ts";
import { mappedByte } from "./encoding_map.ts";
import { decodeLatin1, encodeLatin1 } from "./single_byte.ts";

const UNDEFINED = 0xfffe;
const REASON = "character maps to <undefined>";

/** mapping[key] as an Owned object; None where there is none; 0 with an error set. */
function lookUp(mapping: Borrowed, key: number): Owned {
  const index = PyLong_FromNumber(key);
  if (index === 0) return PyErr_NoMemory();
  const value = PyObject_GetItem(mapping, index);
  decref(index);
  if (value !== 0) return value;
  if (!PyErr_ExceptionMatches(PyExc_LookupError)) return 0;
  PyErr_Clear();
  return Py_None;
}

/** The next index, or -1 with an error set. */
function decodeByte(d: Decoding, i: number, mapping: Borrowed): number {
  const byte = u8(d.data + i);
  if (isUnicode(mapping)) {
    const c = byte < PyUnicode_GET_LENGTH(mapping) ? PyUnicode_READ_CHAR(mapping, byte) : UNDEFINED;
    if (c === UNDEFINED) return decodeError(d, i, i + 1, REASON);
    return put(d, c) ? i + 1 : -1;
  }
  const value = lookUp(mapping, byte);
  if (value === 0) return -1;
  if (value === Py_None) return decodeError(d, i, i + 1, REASON);
  let next = i + 1;
  if (isInt(value)) {
    const c = longToNumber(value);
    if (c === UNDEFINED) next = decodeError(d, i, i + 1, REASON);
    else if (!(c >= 0 && c <= 0x10ffff)) {
      raise(PyExc_TypeError, "character mapping must be in range(0x110000)");
      next = -1;
    } else if (!put(d, c)) next = -1;
  } else if (isUnicode(value)) {
    if (PyUnicode_GET_LENGTH(value) === 1 && PyUnicode_READ_CHAR(value, 0) === UNDEFINED) {
      next = decodeError(d, i, i + 1, REASON);
    } else if (!UnicodeWriter_WriteStr(d.writer, value)) {
      PyErr_NoMemory();
      next = -1;
    }
  } else {
    raise(PyExc_TypeError, "character mapping must return integer, None or str");
    next = -1;
  }
  decref(value);
  return next;
}

/** PyUnicode_DecodeCharmap; mapping 0: latin-1. */
export function decodeCharmap(data: Address, size: number, mapping: Borrowed, errors: string | undefined): Owned {
  if (mapping === 0) return decodeLatin1(data, size);
  consumed.byteCount = size;
  const d = startDecoding("charmap", errors, data, size);
  if (d === null) return 0;
  for (let i = 0; i < d.size; ) {
    i = decodeByte(d, i, mapping);
    if (i < 0) return dropDecoding(d);
  }
  return finishDecoding(d);
}

const WRITTEN = 1;
const UNMAPPED = 0;
const FAILED = -1;

/** Writes what a character is mapped to, or with `writes` false only looks. */
function encodeCharacter(e: Encoding, c: number, mapping: Borrowed, writes: boolean): number {
  if (typeOf(mapping) === EncodingMapType) {
    const byte = mappedByte(mapping, c);
    if (byte < 0) return UNMAPPED;
    return !writes || putByte(e, byte) ? WRITTEN : FAILED;
  }
  const value = lookUp(mapping, c);
  if (value === 0) return FAILED;
  const status = encodeValue(e, value, writes);
  decref(value);
  return status;
}

function encodeValue(e: Encoding, value: Borrowed, writes: boolean): number {
  if (value === Py_None) return UNMAPPED;
  if (isInt(value)) {
    const byte = longToNumber(value);
    if (byte >= 0 && byte <= 255) return !writes || putByte(e, byte) ? WRITTEN : FAILED;
    return raiseInt(PyExc_TypeError, "character mapping must be in range(256)");
  }
  if (!isBytes(value)) {
    return raiseInt(PyExc_TypeError, `character mapping must return integer, bytes or None, not ${typeNameOf(value)}`);
  }
  if (!writes) return WRITTEN;
  const count = sizeOf(value);
  if (!reserveBytes(e, count)) return FAILED;
  copyBytes(e.bytes + BYTES_DATA + e.size, value + BYTES_DATA, count);
  e.size += count;
  return WRITTEN;
}

/** charmap_encoding_error: from a character that is not mapped to where to go on, or -1 with an error set. */
function passUnmapped(e: Encoding, start: number, mapping: Borrowed): number {
  const length = PyUnicode_GET_LENGTH(e.o);
  let end = start + 1;
  for (; end < length; end++) {
    const status = encodeCharacter(e, PyUnicode_READ_CHAR(e.o, end), mapping, false);
    if (status === FAILED) return -1;
    if (status === WRITTEN) break;
  }
  // A replacement that is not mapped either is the error of what it stands for.
  const put = (into: Encoding, c: number): boolean => {
    const status = encodeCharacter(into, c, mapping, true);
    if (status !== UNMAPPED) return status === WRITTEN;
    raiseEncodeError(into, start, end, REASON);
    return false;
  };
  return encodeError(e, start, end, REASON, always, put);
}
const always = (): boolean => true;

/** PyUnicode_EncodeCharmap; mapping 0: latin-1. */
export function encodeCharmap(o: Borrowed, mapping: Borrowed, errors: string | undefined): Owned {
  if (mapping === 0) return encodeLatin1(o, errors);
  const length = PyUnicode_GET_LENGTH(o);
  const e = startEncoding("charmap", errors, o, length);
  if (e === null) return 0;
  for (let i = 0; i < length; ) {
    const status = encodeCharacter(e, PyUnicode_READ_CHAR(o, i), mapping, true);
    if (status === FAILED) return dropEncoding(e);
    i = status === WRITTEN ? i + 1 : passUnmapped(e, i, mapping);
    if (i < 0) return dropEncoding(e);
  }
  return finishEncoding(e);
}
