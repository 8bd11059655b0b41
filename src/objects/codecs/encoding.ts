// What every encoder shares: a str in, growing bytes out, and the walk through an error handler.
import { type Borrowed, copyBytes, type Owned, setU8 } from "../../memory/memory.ts";
import { BYTES_DATA, bytesResize, PyBytes_FromStringAndSize } from "../bytes_core.ts";
import { PyObject_CallOneArg } from "../call.ts";
import { convertSsize } from "../convert.ts";
import { PyErr_Occurred, PyErr_SetRaisedException, raise } from "../errors.ts";
import { decref, isBytes, isTuple, isUnicode, newRef, sizeOf, xdecref } from "../object.ts";
import { PyTuple_GET_ITEM } from "../tuple_core.ts";
import { PyExc_IndexError, PyExc_TypeError, PyExc_UnicodeEncodeError } from "../types.ts";
import { PyUnicode_GET_LENGTH, PyUnicode_READ_CHAR } from "../unicode_core.ts";
import { backslashed } from "./handlers.ts";
import { PyCodec_LookupError } from "./registry.ts";
import { changeUnicodeError, makeUnicodeError } from "./unicode_error.ts";

export interface Encoding {
  readonly encoding: string;
  readonly errors: string | undefined;
  /** The str being encoded. */
  readonly o: Borrowed;
  /** Bytes with room to spare; null after a failure. */
  bytes: Owned;
  /** Bytes written. */
  size: number;
  handler: Owned;
  exception: Owned;
}

/** null with MemoryError set. */
export function startEncoding(
  encoding: string,
  errors: string | undefined,
  o: Borrowed,
  byteCount: number,
): Encoding | null {
  const bytes = PyBytes_FromStringAndSize(0, Math.max(byteCount, 2));
  return bytes === 0 ? null : { encoding, errors, o, bytes, size: 0, handler: 0, exception: 0 };
}

/** Sees to room for more bytes. False with MemoryError set. */
export function reserveBytes(e: Encoding, byteCount: number): boolean {
  const wanted = e.size + byteCount;
  if (wanted <= sizeOf(e.bytes)) return true;
  e.bytes = bytesResize(e.bytes, wanted + (wanted >> 2));
  return e.bytes !== 0;
}

export function putByte(e: Encoding, byte: number): boolean {
  if (e.size === sizeOf(e.bytes) && !reserveBytes(e, 1)) return false;
  setU8(e.bytes + BYTES_DATA + e.size++, byte);
  return true;
}

export function putAscii(e: Encoding, text: string): boolean {
  if (!reserveBytes(e, text.length)) return false;
  for (let i = 0; i < text.length; i++) setU8(e.bytes + BYTES_DATA + e.size + i, text.charCodeAt(i));
  e.size += text.length;
  return true;
}

function release(e: Encoding): void {
  xdecref(e.handler);
  xdecref(e.exception);
}

export function finishEncoding(e: Encoding): Owned {
  release(e);
  if (e.size === 1) {
    const result = PyBytes_FromStringAndSize(e.bytes + BYTES_DATA, 1);
    decref(e.bytes);
    return result;
  }
  return bytesResize(e.bytes, e.size);
}

export function dropEncoding(e: Encoding): 0 {
  release(e);
  xdecref(e.bytes);
  return 0;
}

/** The encodings whose units are bytes (utf-8, ascii, latin-1) take escaped bytes directly; charmap and wide ones do not. */
const BYTE_ENCODINGS = ["utf-8", "ascii", "latin-1"];

/** Writes the bytes of a replacement: a character, as the codec writes it; false when the codec has no such character. */
export type PutCharacter = (e: Encoding, character: number) => boolean;

/**
 * Characters from start to before end cannot be encoded: writes a replacement and answers with the index to go on at, or -1
 * with an error set. `canPut` says which characters of a replacement the codec knows, `put` writes them.
 */
export function encodeError(
  e: Encoding,
  start: number,
  end: number,
  reason: string,
  canPut: (character: number) => boolean,
  put: PutCharacter,
): number {
  const { errors } = e;
  if (errors === "ignore") return end;
  if (errors === "replace" && canPut(0x3f)) {
    for (let i = start; i < end; i++) if (!put(e, 0x3f)) return -1;
    return end;
  }
  if (errors === "backslashreplace" || errors === "xmlcharrefreplace") {
    for (let i = start; i < end; i++) {
      const c = PyUnicode_READ_CHAR(e.o, i);
      const text = errors === "backslashreplace" ? backslashed(c) : `&#${c};`;
      for (let n = 0; n < text.length; n++) if (!put(e, text.charCodeAt(n))) return -1;
    }
    return end;
  }
  if (errors === "surrogateescape" && BYTE_ENCODINGS.includes(e.encoding)) {
    for (; start < end; start++) {
      const c = PyUnicode_READ_CHAR(e.o, start);
      if (c < 0xdc80 || c > 0xdcff) break;
      if (!putByte(e, c - 0xdc00)) return -1;
    }
    if (start === end) return end;
  }
  if (!describeError(e, start, end, reason)) return -1;
  if (errors === undefined || errors === "strict") return raiseIt(e);
  if (e.handler === 0) e.handler = PyCodec_LookupError(errors);
  if (e.handler === 0) return -1;
  const result = PyObject_CallOneArg(e.handler, e.exception);
  if (result === 0) return -1;
  const position = takeAnswer(e, result, canPut, put);
  decref(result);
  return position;
}

/** make_encode_exception: false with an error set. */
function describeError(e: Encoding, start: number, end: number, reason: string): boolean {
  if (e.exception !== 0) return changeUnicodeError(e.exception, start, end, reason);
  e.exception = makeUnicodeError(PyExc_UnicodeEncodeError, e.encoding, e.o, start, end, reason);
  return e.exception !== 0;
}

/** raise_encode_exception: answers -1. */
export function raiseEncodeError(e: Encoding, start: number, end: number, reason: string): -1 {
  return describeError(e, start, end, reason) ? raiseIt(e) : -1;
}

function unitBytes(encoding: string): number {
  return encoding.startsWith("utf-16") ? 2 : encoding.startsWith("utf-32") ? 4 : 1;
}

function raiseIt(e: Encoding): -1 {
  PyErr_SetRaisedException(newRef(e.exception));
  return -1;
}

function takeAnswer(e: Encoding, result: Borrowed, canPut: (character: number) => boolean, put: PutCharacter): number {
  const replacement = isTuple(result) && sizeOf(result) === 2 ? PyTuple_GET_ITEM(result, 0) : 0;
  if (replacement === 0 || (!isUnicode(replacement) && !isBytes(replacement))) {
    raise(PyExc_TypeError, "encoding error handler must return (str/bytes, int) tuple");
    return -1;
  }
  let position = convertSsize(PyTuple_GET_ITEM(result, 1));
  if (position === -1 && PyErr_Occurred() !== 0) return -1;
  const length = PyUnicode_GET_LENGTH(e.o);
  const given = position;
  if (position < 0) position += length;
  if (position < 0 || position > length) {
    raise(PyExc_IndexError, `position ${given} from error handler out of bounds`);
    return -1;
  }
  if (isBytes(replacement)) {
    const count = sizeOf(replacement);
    // Bytes that are no whole units would put the rest out of step.
    if (count % unitBytes(e.encoding) !== 0) return raiseIt(e);
    if (!reserveBytes(e, count)) return -1;
    copyBytes(e.bytes + BYTES_DATA + e.size, replacement + BYTES_DATA, count);
    e.size += count;
    return position;
  }
  const count = PyUnicode_GET_LENGTH(replacement);
  for (let i = 0; i < count; i++) {
    const c = PyUnicode_READ_CHAR(replacement, i);
    if (!canPut(c)) return raiseIt(e);
    if (!put(e, c)) return -1;
  }
  return position;
}
