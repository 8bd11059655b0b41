// UnicodeDecodeError, UnicodeEncodeError and UnicodeTranslateError as codecs make and read them.
import { type Address, type Borrowed, type Owned, ptr, setPtr, setSsize, ssize } from "../../memory/memory.ts";
import { PyUnicodeErrorObject } from "../../memory/structs/exceptions.ts";
import { createException, PyErr_NoMemory, raise } from "../errors.ts";
import { PyLong_FromNumber } from "../long_core.ts";
import { decref, isBytes, isUnicode, newRef, replaceSlot, sizeOf, xdecref } from "../object.ts";
import { PyTuple_New, PyTuple_SET_ITEM } from "../tuple_core.ts";
import { PyExc_TypeError } from "../types.ts";
import { PyUnicode_FromString, PyUnicode_GET_LENGTH } from "../unicode_core.ts";

/** An exception of one of the types; encoding undefined for UnicodeTranslateError. 0 with an error set. */
export function makeUnicodeError(
  type: Borrowed,
  encoding: string | undefined,
  object: Borrowed,
  start: number,
  end: number,
  reason: string,
): Owned {
  const parts: Owned[] = [];
  if (encoding !== undefined) parts.push(PyUnicode_FromString(encoding));
  parts.push(newRef(object), PyLong_FromNumber(start), PyLong_FromNumber(end), PyUnicode_FromString(reason));
  const args = parts.includes(0) ? 0 : PyTuple_New(parts.length);
  if (args === 0) {
    for (const part of parts) xdecref(part);
    return PyErr_NoMemory();
  }
  parts.forEach((part, i) => {
    PyTuple_SET_ITEM(args, i, part);
  });
  const exception = createException(type, args);
  decref(args);
  return exception;
}

/** Gives an exception other bounds and another reason. False with an error set. */
export function changeUnicodeError(exception: Borrowed, start: number, end: number, reason: string): boolean {
  const text = PyUnicode_FromString(reason);
  if (text === 0) {
    PyErr_NoMemory();
    return false;
  }
  setSsize(exception + PyUnicodeErrorObject.start, start);
  setSsize(exception + PyUnicodeErrorObject.end, end);
  replaceSlot(exception + PyUnicodeErrorObject.reason, text);
  return true;
}

/** The object of the error, borrowed: bytes, or a str. 0 with TypeError set when it is something else by now. */
export function unicodeErrorObject(exception: Borrowed, wantsBytes: boolean): Borrowed {
  const o = ptr(exception + PyUnicodeErrorObject.object);
  if (o === 0) return raise(PyExc_TypeError, "object attribute not set");
  if (wantsBytes ? isBytes(o) : isUnicode(o)) return o;
  return raise(PyExc_TypeError, `object attribute must be ${wantsBytes ? "bytes" : "unicode"}`);
}

const lengthOf = (o: Borrowed): number => (isBytes(o) ? sizeOf(o) : PyUnicode_GET_LENGTH(o));

/** start within the object. */
export function unicodeErrorStart(exception: Borrowed, o: Borrowed): number {
  const start = ssize(exception + PyUnicodeErrorObject.start);
  const length = lengthOf(o);
  return Math.min(Math.max(start, 0), Math.max(length - 1, 0));
}

/** end within the object. */
export function unicodeErrorEnd(exception: Borrowed, o: Borrowed): number {
  return Math.min(Math.max(ssize(exception + PyUnicodeErrorObject.end), 1), lengthOf(o));
}

export function unicodeErrorEncoding(exception: Borrowed): Borrowed {
  return ptr(exception + PyUnicodeErrorObject.encoding);
}

/** Where an exception keeps its object, for handlers that put another there. */
export function setUnicodeErrorObject(exception: Address, o: Owned): void {
  const old = ptr(exception + PyUnicodeErrorObject.object);
  setPtr(exception + PyUnicodeErrorObject.object, o);
  xdecref(old);
}
