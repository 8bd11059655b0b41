// What the classes of _io share: errors, calls of methods by name, offsets of files.
//
// Streams call each other as CPython's do, by the names of methods, so a method that a program overrides is honoured. These
// calls settle: a raw stream written in Python runs in a nested loop.

import { ERRNO } from "../../host/errno.ts";
import {
  type Address,
  type Borrowed,
  copyBytes,
  high,
  low,
  type Owned,
  POINTER_BYTES,
  ptr,
  setI64,
  setPtr,
} from "../../memory/memory.ts";
import { PyOSErrorObject } from "../../memory/structs/exceptions.ts";
import { PyIndex_Check, PyObject_GetOptionalAttr, PyObject_IsTrue } from "../../objects/abstract.ts";
import { methodIsUnbound, pushGetMethod } from "../../objects/attributes.ts";
import { BYTES_DATA, PyBytes_FromStringAndSize } from "../../objects/bytes_core.ts";
import { allocateArguments, freeArguments, PyObject_Vectorcall } from "../../objects/call.ts";
import { PyNumber_Index } from "../../objects/convert.ts";
import { reserveTypeCell } from "../../objects/declare.ts";
import {
  PyErr_ExceptionMatches,
  PyErr_GetRaisedException,
  PyErr_Occurred,
  PyErr_SetRaisedException,
  raise,
  raiseInt,
  typeNameOf,
} from "../../objects/errors.ts";
import { currentFrame, settle } from "../../objects/frames.ts";
import { identifier } from "../../objects/identifiers.ts";
import { compactValue, isCompact, longToNumber } from "../../objects/long_core.ts";
import { decref, sizeOf, typeIn } from "../../objects/object.ts";
import { Py_None, PyExc_OSError, PyExc_OverflowError, PyExc_TypeError, PyExc_ValueError } from "../../objects/types.ts";

export const DEFAULT_BUFFER_SIZE = 8192;

// -- errors ------------------------------------------------------------------------------------------------------------

/** Holds the class UnsupportedOperation, which is made with the module. */
export const UNSUPPORTED_OPERATION = reserveTypeCell();

/** What -X warn_default_encoding warns of. */
export const NO_ENCODING = "'encoding' argument not specified";

export { _PyErr_ChainExceptions1 as chainExceptions } from "../../objects/errors.ts";

export function unsupported(message: string): 0 {
  return raise(typeIn(UNSUPPORTED_OPERATION), message);
}

/** _PyIO_trap_eintr: whether the pending error is EINTR, which is cleared. */
export function trapEintr(): boolean {
  if (!PyErr_ExceptionMatches(PyExc_OSError)) return false;
  const exception = PyErr_GetRaisedException();
  const errno = ptr(exception + PyOSErrorObject.myerrno);
  if (errno !== 0 && errno !== Py_None && isCompact(errno) && compactValue(errno) === ERRNO.EINTR) {
    decref(exception);
    return true;
  }
  PyErr_SetRaisedException(exception);
  return false;
}

// -- calls -------------------------------------------------------------------------------------------------------------

/** o.name(), o.name(a) or o.name(a, b): 0 ends the arguments. Settled. */
export function callMethod(o: Borrowed, name: Borrowed, a: Borrowed = 0, b: Borrowed = 0): Owned {
  const base = currentFrame();
  const method = settle(base, pushGetMethod(o, name));
  if (method === 0) return 0;
  const unbound = methodIsUnbound() ? 1 : 0;
  const count = unbound + (a === 0 ? 0 : b === 0 ? 1 : 2);
  const args = allocateArguments(3);
  if (args === 0) {
    decref(method);
    return 0;
  }
  setPtr(args, o);
  const first = args + unbound * POINTER_BYTES;
  if (a !== 0) setPtr(first, a);
  if (b !== 0) setPtr(first + POINTER_BYTES, b);
  const result = PyObject_Vectorcall(method, args, count, 0);
  freeArguments(args);
  decref(method);
  return result;
}

/** Calls a method and drops its answer: 0, or -1 with an error set. */
export function callForEffect(o: Borrowed, name: Borrowed, a: Borrowed = 0, b: Borrowed = 0): number {
  const result = callMethod(o, name, a, b);
  if (result === 0) return -1;
  decref(result);
  return 0;
}

/** The truth of a method's answer: 1, 0, or -1 with an error set. */
export function callForTruth(o: Borrowed, name: Borrowed): number {
  const result = callMethod(o, name);
  if (result === 0) return -1;
  const truth = PyObject_IsTrue(result);
  decref(result);
  return truth;
}

/** Whether o has an attribute: 1, 0, or -1 with an error set. */
export function hasAttribute(o: Borrowed, name: Borrowed): number {
  const value = PyObject_GetOptionalAttr(o, name);
  if (value === 0) return PyErr_Occurred() === 0 ? 0 : -1;
  decref(value);
  return 1;
}

// -- numbers -----------------------------------------------------------------------------------------------------------

const TWO_32 = 4294967296;
const TWO_63 = 2 ** 63;

/** A Py_off_t field; exact up to 2^53. */
export function offsetAt(at: Address): number {
  return high(at) * TWO_32 + (low(at) >>> 0);
}

export function setOffset(at: Address, value: number): void {
  setI64(at, value | 0, Math.floor(value / TWO_32));
}

/** PyNumber_AsOff_t: a position or distance in a file; NaN with an error set. overflow: 0 for OverflowError. */
export function asOffset(o: Borrowed, overflow: Borrowed = PyExc_OverflowError): number {
  return asBounded(o, overflow, "an offset-sized");
}

/** PyNumber_AsSsize_t: NaN with an error set. */
export function asSsize(o: Borrowed, overflow: Borrowed = PyExc_OverflowError): number {
  return asBounded(o, overflow, "an index-sized");
}

function asBounded(o: Borrowed, overflow: Borrowed, kind: string): number {
  const index = PyNumber_Index(o);
  if (index === 0) return Number.NaN;
  const value = longToNumber(index);
  decref(index);
  if (value >= -TWO_63 && value < TWO_63) return value;
  raise(overflow, `cannot fit '${typeNameOf(o)}' into ${kind} integer`);
  return Number.NaN;
}

/** What a size argument that may be None or missing says: -1 then; NaN with an error set. */
export function optionalSize(o: Borrowed): number {
  if (o === 0 || o === Py_None) return -1;
  if (PyIndex_Check(o)) return asSsize(o);
  raise(PyExc_TypeError, `argument should be integer or None, not '${typeNameOf(o)}'`);
  return Number.NaN;
}

// -- bytes -------------------------------------------------------------------------------------------------------------

/** Bytes joined of parts, which it takes. Owned, 0 with an error set. */
export function joinBytes(parts: readonly Owned[]): Owned {
  if (parts.length === 1) return parts[0];
  let total = 0;
  for (const part of parts) total += sizeOf(part);
  const result = PyBytes_FromStringAndSize(0, total);
  let at = result + BYTES_DATA;
  for (const part of parts) {
    if (result !== 0) copyBytes(at, part + BYTES_DATA, sizeOf(part));
    at += sizeOf(part);
    decref(part);
  }
  return result;
}

/** Gives parts up, after an error. */
export function dropAll(parts: readonly Owned[]): 0 {
  for (const part of parts) decref(part);
  return 0;
}

export const raiseClosed = (message = "I/O operation on closed file"): 0 => raise(PyExc_ValueError, message);
export const raiseClosedInt = (message = "I/O operation on closed file"): -1 => raiseInt(PyExc_ValueError, message);

// Names that more than one class uses.
export const id = {
  close: identifier("close"),
  closed: identifier("closed"),
  decode: identifier("decode"),
  encode: identifier("encode"),
  fileno: identifier("fileno"),
  flush: identifier("flush"),
  getstate: identifier("getstate"),
  isatty: identifier("isatty"),
  mode: identifier("mode"),
  name: identifier("name"),
  newlines: identifier("newlines"),
  peek: identifier("peek"),
  raw: identifier("raw"),
  read: identifier("read"),
  read1: identifier("read1"),
  readable: identifier("readable"),
  readall: identifier("readall"),
  readinto: identifier("readinto"),
  readline: identifier("readline"),
  reset: identifier("reset"),
  seek: identifier("seek"),
  seekable: identifier("seekable"),
  setstate: identifier("setstate"),
  tell: identifier("tell"),
  truncate: identifier("truncate"),
  writable: identifier("writable"),
  write: identifier("write"),
  _dealloc_warn: identifier("_dealloc_warn"),
};
