// What every decoder shares: bytes in, a writer of characters out, and the walk through an error handler.
//
// A decoder reads d.data up to d.size by its own index. When it meets what it cannot decode it calls decodeError, which
// writes a replacement and answers with the index to go on at. A handler may even put other bytes into the exception:
// d.data and d.size are read again after each error.
import { type Address, type Borrowed, type Owned, u8 } from "../../memory/memory.ts";
import { BYTES_DATA, PyBytes_FromStringAndSize } from "../bytes_core.ts";
import { PyObject_CallOneArg } from "../call.ts";
import { convertSsize } from "../convert.ts";
import { PyErr_NoMemory, PyErr_Occurred, PyErr_SetRaisedException, raiseInt } from "../errors.ts";
import { decref, isTuple, isUnicode, newRef, sizeOf, xdecref } from "../object.ts";
import { PyTuple_GET_ITEM } from "../tuple_core.ts";
import { PyExc_IndexError, PyExc_TypeError, PyExc_UnicodeDecodeError } from "../types.ts";
import {
  UnicodeWriter_Finish,
  UnicodeWriter_New,
  UnicodeWriter_WriteChar,
  UnicodeWriter_WriteStr,
} from "../unicode_writer.ts";
import { PyCodec_LookupError } from "./registry.ts";
import { changeUnicodeError, makeUnicodeError, unicodeErrorObject } from "./unicode_error.ts";

export interface Decoding {
  readonly encoding: string;
  readonly errors: string | undefined;
  data: Address;
  size: number;
  readonly writer: Owned;
  handler: Owned;
  exception: Owned;
  /** Bytes that a handler put in place of the input. */
  input: Owned;
}

/** A decoding with an open writer; null with MemoryError set. */
export function startDecoding(
  encoding: string,
  errors: string | undefined,
  data: Address,
  size: number,
  minLength = size,
): Decoding | null {
  const writer = UnicodeWriter_New(true, minLength);
  if (writer === 0) {
    PyErr_NoMemory();
    return null;
  }
  return { encoding, errors, data, size, writer, handler: 0, exception: 0, input: 0 };
}

function release(d: Decoding): void {
  xdecref(d.handler);
  xdecref(d.exception);
  xdecref(d.input);
}

export function finishDecoding(d: Decoding): Owned {
  release(d);
  return UnicodeWriter_Finish(d.writer) || PyErr_NoMemory();
}

/** Gives a decoding up, after an error. */
export function dropDecoding(d: Decoding): 0 {
  release(d);
  decref(d.writer);
  return 0;
}

/** Writes a character; false with MemoryError set. */
export function put(d: Decoding, character: number): boolean {
  if (UnicodeWriter_WriteChar(d.writer, character)) return true;
  PyErr_NoMemory();
  return false;
}

/** Bytes from start to before end cannot be decoded: the index to go on at, or -1 with an error set. */
export function decodeError(d: Decoding, start: number, end: number, reason: string): number {
  switch (d.errors) {
    case "ignore":
      return end;
    case "replace":
      return put(d, 0xfffd) ? end : -1;
    case "surrogateescape":
      if (d.encoding === "utf-8" || d.encoding === "ascii") {
        for (let i = start; i < end; i++) if (!put(d, 0xdc00 + u8(d.data + i))) return -1;
        return end;
      }
      break;
  }
  if (d.exception === 0) {
    const bytes = d.input !== 0 ? newRef(d.input) : PyBytes_FromStringAndSize(d.data, d.size);
    if (bytes === 0) return -1;
    d.exception = makeUnicodeError(PyExc_UnicodeDecodeError, d.encoding, bytes, start, end, reason);
    decref(bytes);
    if (d.exception === 0) return -1;
  } else if (!changeUnicodeError(d.exception, start, end, reason)) return -1;
  if (d.errors === undefined || d.errors === "strict") {
    PyErr_SetRaisedException(newRef(d.exception));
    return -1;
  }
  return callHandler(d);
}

function callHandler(d: Decoding): number {
  if (d.handler === 0) d.handler = PyCodec_LookupError(d.errors);
  if (d.handler === 0) return -1;
  const result = PyObject_CallOneArg(d.handler, d.exception);
  if (result === 0) return -1;
  const position = takeAnswer(d, result);
  decref(result);
  return position;
}

function takeAnswer(d: Decoding, result: Borrowed): number {
  if (!isTuple(result) || sizeOf(result) !== 2 || !isUnicode(PyTuple_GET_ITEM(result, 0))) {
    return raiseInt(PyExc_TypeError, "decoding error handler must return (str, int) tuple");
  }
  let position = convertSsize(PyTuple_GET_ITEM(result, 1));
  if (position === -1 && PyErr_Occurred() !== 0) return -1;
  const input = unicodeErrorObject(d.exception, true);
  if (input === 0) return raiseInt(PyExc_TypeError, "exception attribute object must be bytes");
  const old = d.input;
  d.input = newRef(input);
  xdecref(old);
  d.data = input + BYTES_DATA;
  d.size = sizeOf(input);
  const given = position;
  if (position < 0) position += d.size;
  if (position < 0 || position > d.size) {
    return raiseInt(PyExc_IndexError, `position ${given} from error handler out of bounds`);
  }
  if (UnicodeWriter_WriteStr(d.writer, PyTuple_GET_ITEM(result, 0))) return position;
  PyErr_NoMemory();
  return -1;
}

/** A decoder that consumed less than all: what it answers beside the str. */
export const consumed = { byteCount: 0 };
