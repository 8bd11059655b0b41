// Reading through TextIOWrapper: chunks of bytes are decoded whole, and handed out in pieces and lines.
import { type Borrowed, f64, type Owned, ptr, setF64, setSsize, setU8, ssize, u8 } from "../../memory/memory.ts";
import { closeBuffer, openBuffer } from "../../objects/buffer.ts";
import { bytesForm } from "../../objects/bytes.ts";
import { bytesConcat } from "../../objects/bytes_methods.ts";
import { PyErr_Clear, PyErr_NoMemory, raise, typeNameOf } from "../../objects/errors.ts";
import { bool, PyLong_FromNumber } from "../../objects/long_core.ts";
import {
  decref,
  isBytes,
  isTuple,
  isUnicode,
  newRef,
  replaceSlot,
  sizeOf,
  typeIn,
  typeOf,
} from "../../objects/object.ts";
import { PyTuple_GET_ITEM, PyTuple_Pack } from "../../objects/tuple_core.ts";
import { PyExc_OSError, PyExc_TypeError } from "../../objects/types.ts";
import {
  emptyString,
  PyUnicode_DATA,
  PyUnicode_GET_LENGTH,
  PyUnicode_KIND,
  PyUnicode_Substring,
  unicodeConcat,
} from "../../objects/unicode_core.ts";
import { UnicodeWriter_Finish, UnicodeWriter_New, UnicodeWriter_WriteStr } from "../../objects/unicode_writer.ts";
import { checkDecoded, decodeNewlines, PyIncrementalNewlineDecoder_Type } from "./newline_decoder.ts";
import { callMethod, id, optionalSize, trapEintr, unsupported } from "./shared.ts";
import { forgetSnapshot, isAttached, isOpenText, setDecoded, T } from "./textio_state.ts";
import { setTelling, writePending } from "./textio_write.ts";
import { findLineEnd, scanned } from "./textiobase.ts";

/** The decoder's str for some bytes. Owned, 0 with an error set. */
export function decodeWith(decoder: Borrowed, input: Borrowed, final: boolean): Owned {
  if (typeOf(decoder) === typeIn(PyIncrementalNewlineDecoder_Type)) return decodeNewlines(decoder, input, final);
  return checkDecoded(callMethod(decoder, id.decode, input, bool(final)));
}

/** textiowrapper_get_decoded_chars: at most n characters of what was decoded (-1: all of it). */
function takeDecoded(o: Borrowed, n: number): Owned {
  const decoded = ptr(o + T.decoded_chars);
  if (decoded === 0) return emptyString;
  const used = ssize(o + T.decoded_chars_used);
  const left = PyUnicode_GET_LENGTH(decoded) - used;
  const count = n < 0 || n > left ? left : n;
  const characters =
    used > 0 || count < left ? PyUnicode_Substring(decoded, used, used + count) || PyErr_NoMemory() : newRef(decoded);
  if (characters !== 0) setSsize(o + T.decoded_chars_used, used + count);
  return characters;
}

/** decoder.getstate() as a checked pair (bytes, flags). Owned tuple, 0 with an error set. */
function decoderState(o: Borrowed): Owned {
  const state = callMethod(ptr(o + T.decoder), id.getstate);
  if (state === 0) return 0;
  if (!isTuple(state) || sizeOf(state) !== 2) raise(PyExc_TypeError, "illegal decoder state");
  else if (!isBytes(PyTuple_GET_ITEM(state, 0))) {
    const type = typeNameOf(PyTuple_GET_ITEM(state, 0));
    raise(PyExc_TypeError, `illegal decoder state: the first item should be a bytes object, not '${type}'`);
  } else return state;
  decref(state);
  return 0;
}

/** textiowrapper_read_chunk: 1, 0 at the end, or -1 with an error set. hint: characters that are wanted, or 0. */
function readChunk(o: Borrowed, hint: number): number {
  if (ptr(o + T.decoder) === 0) {
    unsupported("not readable");
    return -1;
  }
  const telling = u8(o + T.telling) !== 0;
  const state = telling ? decoderState(o) : 0;
  if (telling && state === 0) return -1;
  const wanted = hint > 0 ? Math.floor(Math.max(f64(o + T.b2cratio), 1) * hint) : 0;
  const size = PyLong_FromNumber(Math.max(ssize(o + T.chunk_size), wanted));
  const reads1 = u8(o + T.has_read1) !== 0;
  const chunk = size === 0 ? PyErr_NoMemory() : callMethod(ptr(o + T.buffer), reads1 ? id.read1 : id.read, size);
  if (size !== 0) decref(size);
  const answer = chunk === 0 ? -1 : takeChunk(o, chunk, state, reads1 ? "read1" : "read");
  if (chunk !== 0) decref(chunk);
  if (state !== 0) decref(state);
  return answer;
}

function takeChunk(o: Borrowed, chunk: Borrowed, state: Borrowed, method: string): number {
  const buffer = openBuffer(chunk);
  if (buffer === null) {
    PyErr_Clear();
    raise(
      PyExc_TypeError,
      `underlying ${method}() should have returned a bytes-like object, not '${typeNameOf(chunk)}'`,
    );
    return -1;
  }
  const byteCount = buffer.length;
  const decoded = decodeWith(ptr(o + T.decoder), chunk, byteCount === 0);
  closeBuffer(buffer);
  if (decoded === 0) return -1;
  setDecoded(o, decoded);
  const count = PyUnicode_GET_LENGTH(decoded);
  setF64(o + T.b2cratio, count > 0 ? byteCount / count : 0);
  if (state !== 0) {
    const next = bytesConcat(bytesForm, PyTuple_GET_ITEM(state, 0), chunk);
    const snapshot = next === 0 ? 0 : PyTuple_Pack(PyTuple_GET_ITEM(state, 1), next);
    if (next !== 0) decref(next);
    if (snapshot === 0) {
      PyErr_NoMemory();
      return -1;
    }
    replaceSlot(o + T.snapshot, snapshot);
  }
  return byteCount === 0 && count === 0 ? 0 : 1;
}

/** readChunk, made again when a signal interrupted it. */
function nextChunk(o: Borrowed, hint: number): number {
  for (;;) {
    const answer = readChunk(o, hint);
    if (answer >= 0 || !trapEintr()) return answer;
  }
}

// -- read --------------------------------------------------------------------------------------------------------------

function readAll(o: Borrowed): Owned {
  const bytes = callMethod(ptr(o + T.buffer), id.read);
  if (bytes === 0) return 0;
  const decoded = decodeWith(ptr(o + T.decoder), bytes, true);
  decref(bytes);
  if (decoded === 0) return 0;
  const before = takeDecoded(o, -1);
  const result = before === 0 ? 0 : unicodeConcat(before, decoded) || PyErr_NoMemory();
  if (before !== 0) decref(before);
  decref(decoded);
  if (result !== 0 && ptr(o + T.snapshot) !== 0) {
    setDecoded(o, 0);
    forgetSnapshot(o);
  }
  return result;
}

function readSome(o: Borrowed, size: number): Owned {
  const first = takeDecoded(o, size);
  if (first === 0) return 0;
  let remaining = size - PyUnicode_GET_LENGTH(first);
  if (remaining <= 0) return first;
  const writer = UnicodeWriter_New(true);
  let ok = writer !== 0 && UnicodeWriter_WriteStr(writer, first);
  decref(first);
  while (ok && remaining > 0) {
    const answer = nextChunk(o, remaining);
    if (answer < 0) {
      decref(writer);
      return 0;
    }
    if (answer === 0) break;
    const piece = takeDecoded(o, remaining);
    ok = piece !== 0 && UnicodeWriter_WriteStr(writer, piece);
    if (piece !== 0) {
      remaining -= PyUnicode_GET_LENGTH(piece);
      decref(piece);
    }
  }
  if (ok) return UnicodeWriter_Finish(writer) || PyErr_NoMemory();
  if (writer !== 0) decref(writer);
  return PyErr_NoMemory();
}

export function read(o: Borrowed, given: Borrowed): Owned {
  if (!isAttached(o)) return 0;
  const size = optionalSize(given);
  if (size !== size || !isOpenText(o)) return 0;
  if (ptr(o + T.decoder) === 0) return unsupported("not readable");
  if (writePending(o) < 0) return 0;
  return size < 0 ? readAll(o) : readSome(o, size);
}

// -- lines -------------------------------------------------------------------------------------------------------------

/** The index in a str where its first line ends, from `start`; -1: not in it (scanned.end says how much was looked at). */
function lineEndIn(o: Borrowed, string: Borrowed, start: number): number {
  return findLineEnd(
    u8(o + T.readtranslate) !== 0,
    u8(o + T.readuniversal) !== 0,
    ptr(o + T.readnl),
    PyUnicode_KIND(string),
    PyUnicode_DATA(string),
    start,
    PyUnicode_GET_LENGTH(string),
  );
}

/** _textiowrapper_readline: a line, at most `limit` characters of it (-1: any). */
export function readLine(o: Borrowed, limit: number): Owned {
  if (!isOpenText(o) || writePending(o) < 0) return 0;
  const decoded = ptr(o + T.decoded_chars);
  const start = ssize(o + T.decoded_chars_used);
  if (decoded === 0 || start >= PyUnicode_GET_LENGTH(decoded)) return readLineOn(o, limit);
  // Most lines lie whole in what was decoded.
  let end = lineEndIn(o, decoded, start);
  if (end < 0 || (limit >= 0 && end - start > limit)) {
    if (limit < 0 || PyUnicode_GET_LENGTH(decoded) - start < limit) return readLineOn(o, limit);
    end = start + limit;
  }
  setSsize(o + T.decoded_chars_used, end);
  if (start === 0 && end === PyUnicode_GET_LENGTH(decoded)) return newRef(decoded);
  return PyUnicode_Substring(decoded, start, end) || PyErr_NoMemory();
}

/** A line that may need more chunks. `carried` is what was read and belongs to it; `held` the end that a line end may begin in. */
function readLineOn(o: Borrowed, limit: number): Owned {
  const writer = UnicodeWriter_New(true);
  if (writer === 0) return PyErr_NoMemory();
  let written = 0;
  let held = 0;
  const fail = (): 0 => {
    decref(writer);
    if (held !== 0) decref(held);
    return 0;
  };
  for (;;) {
    let answer = 1;
    while (ptr(o + T.decoded_chars) === 0 || PyUnicode_GET_LENGTH(ptr(o + T.decoded_chars)) === 0) {
      answer = nextChunk(o, 0);
      if (answer < 0) return fail();
      if (answer === 0) break;
    }
    if (answer === 0) {
      setDecoded(o, 0);
      forgetSnapshot(o);
      break;
    }
    const decoded = ptr(o + T.decoded_chars);
    const start = held === 0 ? ssize(o + T.decoded_chars_used) : 0;
    const offset = held === 0 ? 0 : PyUnicode_GET_LENGTH(held);
    const line = held === 0 ? newRef(decoded) : unicodeConcat(held, decoded);
    if (held !== 0) decref(held);
    held = 0;
    if (line === 0) {
      PyErr_NoMemory();
      return fail();
    }
    const found = lineEndIn(o, line, start);
    const isWhole = found >= 0;
    let end = isWhole ? found : scanned.end;
    let isFull = isWhole;
    if (limit >= 0 && end - start + written >= limit) {
      end = start + limit - written;
      isFull = true;
    }
    const piece = PyUnicode_Substring(line, start, end);
    let ok = piece !== 0 && UnicodeWriter_WriteStr(writer, piece);
    if (piece !== 0) decref(piece);
    written += end - start;
    if (isFull) {
      decref(line);
      if (!ok) {
        PyErr_NoMemory();
        return fail();
      }
      setSsize(o + T.decoded_chars_used, end - offset);
      break;
    }
    if (end < PyUnicode_GET_LENGTH(line)) {
      held = PyUnicode_Substring(line, end, PyUnicode_GET_LENGTH(line));
      ok = ok && held !== 0;
    }
    decref(line);
    setDecoded(o, 0);
    if (!ok) {
      PyErr_NoMemory();
      return fail();
    }
  }
  const ok = held === 0 || UnicodeWriter_WriteStr(writer, held);
  if (held !== 0) decref(held);
  held = 0;
  if (!ok) {
    PyErr_NoMemory();
    return fail();
  }
  return UnicodeWriter_Finish(writer) || PyErr_NoMemory();
}

export function readline(o: Borrowed, limit: number): Owned {
  return isAttached(o) ? readLine(o, limit) : 0;
}

export function iternext(type: () => Borrowed) {
  return (o: Borrowed): Owned => {
    if (!isAttached(o)) return 0;
    setU8(o + T.telling, 0);
    const line = typeOf(o) === type() ? readLine(o, -1) : callMethod(o, id.readline);
    if (line === 0) return 0;
    if (!isUnicode(line)) {
      raise(PyExc_OSError, `readline() should have returned an str object, not '${typeNameOf(line)}'`);
      decref(line);
      return 0;
    }
    if (PyUnicode_GET_LENGTH(line) > 0) return line;
    decref(line);
    forgetSnapshot(o);
    setTelling(o);
    return 0;
  };
}
