// Writing through TextIOWrapper: text is encoded at once, and its bytes wait in pending_bytes until there are enough.
//
// pending_bytes is one piece, or a list of pieces: bytes, or a str that is ASCII and so its own encoding.
import { type Borrowed, copyBytes, type Owned, ptr, setPtr, setSsize, setU8, ssize, u8 } from "../../memory/memory.ts";
import { BYTES_DATA, PyBytes_FromStringAndSize } from "../../objects/bytes_core.ts";
import { PyObject_CallMethod } from "../../objects/call_method.ts";
import { PyErr_NoMemory, raise, textOfCString, typeNameOf } from "../../objects/errors.ts";
import { identifier } from "../../objects/identifiers.ts";
import { PyList_Append, PyList_CheckExact, PyList_GET_ITEM, PyList_New } from "../../objects/list_core.ts";
import { PyLong_FromNumber } from "../../objects/long_core.ts";
import { decref, isBytes, isUnicode, newRef, sizeOf } from "../../objects/object.ts";
import { Py_None, PyExc_TypeError } from "../../objects/types.ts";
import {
  latin1String,
  PyUnicode_DATA,
  PyUnicode_FromString,
  PyUnicode_GET_LENGTH,
  PyUnicode_IS_ASCII,
  PyUnicode_KIND,
} from "../../objects/unicode_core.ts";
import { findCharacter } from "./newline_decoder.ts";
import { callForEffect, callMethod, id, trapEintr, unsupported } from "./shared.ts";
import { encodeText, forgetSnapshot, isAttached, isOpenText, keepsAscii, setDecoded, T } from "./textio_state.ts";

const LF = 0x0a;
const CR = 0x0d;
const id_replace = identifier("replace");

function has(text: Borrowed, character: number): boolean {
  const length = PyUnicode_GET_LENGTH(text);
  return findCharacter(PyUnicode_KIND(text), PyUnicode_DATA(text), 0, length, character) >= 0;
}

const lengthOf = (piece: Borrowed): number => (isUnicode(piece) ? PyUnicode_GET_LENGTH(piece) : sizeOf(piece));
const dataOf = (piece: Borrowed): number => (isUnicode(piece) ? PyUnicode_DATA(piece) : piece + BYTES_DATA);

/** The pending pieces as one bytes object. Owned, 0 with an error set. */
function joinPending(pending: Borrowed, byteCount: number): Owned {
  if (!PyList_CheckExact(pending)) {
    return isUnicode(pending) ? PyBytes_FromStringAndSize(dataOf(pending), lengthOf(pending)) : newRef(pending);
  }
  const bytes = PyBytes_FromStringAndSize(0, byteCount);
  if (bytes === 0) return 0;
  let at = bytes + BYTES_DATA;
  for (let i = 0; i < sizeOf(pending); i++) {
    const piece = PyList_GET_ITEM(pending, i);
    copyBytes(at, dataOf(piece), lengthOf(piece));
    at += lengthOf(piece);
  }
  return bytes;
}

/** _textiowrapper_writeflush: hands the pending bytes on. 0, or -1 with an error set. */
export function writePending(o: Borrowed): number {
  const pending = ptr(o + T.pending_bytes);
  if (pending === 0) return 0;
  const bytes = joinPending(pending, ssize(o + T.pending_bytes_count));
  if (bytes === 0) return -1;
  setSsize(o + T.pending_bytes_count, 0);
  setPtr(o + T.pending_bytes, 0);
  decref(pending);
  let status: number;
  do status = callForEffect(ptr(o + T.buffer), id.write, bytes);
  while (status < 0 && trapEintr());
  decref(bytes);
  return status;
}

/** Takes a piece into pending_bytes. 0, or -1 with an error set. */
function addPending(o: Borrowed, piece: Owned): number {
  const byteCount = lengthOf(piece);
  const pending = ptr(o + T.pending_bytes);
  if (pending === 0) {
    setPtr(o + T.pending_bytes, piece);
    setSsize(o + T.pending_bytes_count, byteCount);
    return 0;
  }
  let list = pending;
  if (!PyList_CheckExact(pending)) {
    list = PyList_New(0);
    if (list === 0 || PyList_Append(list, pending) < 0) {
      decref(piece);
      return -1;
    }
    setPtr(o + T.pending_bytes, list);
    decref(pending);
  }
  const status = PyList_Append(list, piece);
  decref(piece);
  if (status >= 0) setSsize(o + T.pending_bytes_count, ssize(o + T.pending_bytes_count) + byteCount);
  return status;
}

/** \n as the stream writes it. Takes the str. */
function withLineEnds(o: Borrowed, text: Owned): Owned {
  const end = PyUnicode_FromString(textOfCString(ptr(o + T.writenl)));
  const result = end === 0 ? PyErr_NoMemory() : PyObject_CallMethod(text, id_replace, latin1String(LF), end);
  if (end !== 0) decref(end);
  decref(text);
  return result;
}

/** A str as the piece that waits: itself when it is its own encoding. Takes it. */
function encoded(o: Borrowed, text: Owned): Owned {
  if (keepsAscii(ptr(o + T.encodefunc)) && PyUnicode_IS_ASCII(text)) return text;
  const bytes = encodeText(o, text);
  decref(text);
  if (bytes === 0 || isBytes(bytes)) return bytes;
  const message = `encoder should return a bytes object, not '${typeNameOf(bytes)}'`;
  decref(bytes);
  return raise(PyExc_TypeError, message);
}

export function write(o: Borrowed, given: Borrowed): Owned {
  if (!isOpenText(o)) return 0;
  if (ptr(o + T.encoder) === 0) return unsupported("not writable");
  const length = PyUnicode_GET_LENGTH(given);
  const translates = u8(o + T.writetranslate) !== 0 && ptr(o + T.writenl) !== 0;
  const lineBuffered = u8(o + T.line_buffering) !== 0;
  const hasLineEnd = (translates || lineBuffered) && has(given, LF);
  let text = newRef(given);
  if (translates && hasLineEnd) {
    text = withLineEnds(o, text);
    if (text === 0) return 0;
  }
  const flushes = lineBuffered && (hasLineEnd || has(text, CR));
  const piece = encoded(o, text);
  if (piece === 0) return 0;
  const chunk = ssize(o + T.chunk_size);
  // A large piece is not joined to what waits.
  if (lengthOf(piece) >= chunk) {
    while (ptr(o + T.pending_bytes) !== 0) {
      if (writePending(o) < 0) {
        decref(piece);
        return 0;
      }
    }
  }
  if (addPending(o, piece) < 0) return 0;
  if (ssize(o + T.pending_bytes_count) >= chunk || flushes || u8(o + T.write_through) !== 0) {
    if (writePending(o) < 0) return 0;
  }
  if (flushes && callForEffect(ptr(o + T.buffer), id.flush) < 0) return 0;
  if (ptr(o + T.snapshot) !== 0) {
    setDecoded(o, 0);
    forgetSnapshot(o);
  }
  if (ptr(o + T.decoder) !== 0 && callForEffect(ptr(o + T.decoder), id.reset) < 0) return 0;
  return PyLong_FromNumber(length);
}

export function flush(o: Borrowed): Owned {
  if (!isOpenText(o)) return 0;
  setTelling(o);
  if (writePending(o) < 0) return 0;
  return callMethod(ptr(o + T.buffer), id.flush);
}

/** tell() is possible again. */
export function setTelling(o: Borrowed): void {
  setU8(o + T.telling, u8(o + T.seekable));
}

export function truncate(o: Borrowed, size: Borrowed): Owned {
  if (!isAttached(o) || callForEffect(o, id.flush) < 0) return 0;
  return callMethod(ptr(o + T.buffer), id.truncate, size || Py_None);
}
