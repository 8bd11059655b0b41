// tell and seek of TextIOWrapper. A position is a cookie: where the bytes are in a state of the decoder that can be set
// again, and how much to decode from there.
//
//   bits   0…63   position of the bytes         64…95  flags of the decoder there
//         96…127  bytes to feed to it          128…159 characters to skip       160  whether its end must be asked for
//
// Most cookies are only a position. Cookies are BigInts here, since a JavaScript number cannot hold them.
import { type Borrowed, f64, type Owned, ptr, setSsize, setU8, ssize, u8 } from "../../memory/memory.ts";
import { Py_EQ, Py_LT, PyObject_Repr, PyObject_RichCompareBool } from "../../objects/abstract.ts";
import { BYTES_DATA, emptyBytes, PyBytes_FromStringAndSize } from "../../objects/bytes_core.ts";
import { convertInt } from "../../objects/convert.ts";
import {
  PyErr_GetRaisedException,
  PyErr_NoMemory,
  PyErr_Occurred,
  PyErr_SetRaisedException,
  raise,
  raiseInt,
  typeNameOf,
} from "../../objects/errors.ts";
import { longToNumber, PyLong_FromNumber, zero } from "../../objects/long_core.ts";
import { longFromBigInt, longToBigInt } from "../../objects/long_digits.ts";
import { PyNumber_Long } from "../../objects/number_long.ts";
import { decref, isBytes, isTuple, newRef, replaceSlot, sizeOf } from "../../objects/object.ts";
import { PyTuple_GET_ITEM, PyTuple_Pack } from "../../objects/tuple_core.ts";
import { PyExc_OSError, PyExc_OverflowError, PyExc_TypeError, PyExc_ValueError } from "../../objects/types.ts";
import { PyUnicode_GET_LENGTH, textOf } from "../../objects/unicode_core.ts";
import { callForEffect, callMethod, id, unsupported } from "./shared.ts";
import { decodeWith } from "./textio_read.ts";
import { forgetSnapshot, isAttached, isOpenText, setDecoded, T } from "./textio_state.ts";
import { writePending } from "./textio_write.ts";

interface Cookie {
  start: number;
  flags: number;
  feed: number;
  skip: number;
  needsEnd: boolean;
}

const WORD = 0xffffffffn;

function buildCookie(c: Cookie): Owned {
  if (c.flags === 0 && c.feed === 0 && c.skip === 0 && !c.needsEnd) return PyLong_FromNumber(c.start);
  const word = (value: number): bigint => BigInt(value >>> 0);
  return longFromBigInt(
    BigInt(c.start) |
      (word(c.flags) << 64n) |
      (word(c.feed) << 96n) |
      (word(c.skip) << 128n) |
      (c.needsEnd ? 1n << 160n : 0n),
  );
}

/** Null with OverflowError set. */
function parseCookie(cookie: Borrowed): Cookie | null {
  const value = longToBigInt(cookie);
  if (value >= 1n << 168n) {
    raise(PyExc_OverflowError, "int too big to convert");
    return null;
  }
  const word = (shift: bigint): number => Number((value >> shift) & WORD) | 0;
  return {
    start: Number(value & 0xffffffffffffffffn),
    flags: word(64n),
    feed: word(96n),
    skip: word(128n),
    needsEnd: value >> 160n !== 0n,
  };
}

/** _textiowrapper_decoder_setstate: 0, or -1 with an error set. */
function setDecoderState(o: Borrowed, c: Cookie): number {
  const decoder = ptr(o + T.decoder);
  // At the start reset() is right where (b"", 0) is not: UTF-16 waits for a byte order mark then.
  if (c.start === 0 && c.flags === 0) return callForEffect(decoder, id.reset);
  const state = pairWith(emptyBytes, c.flags);
  const status = state === 0 ? -1 : callForEffect(decoder, id.setstate, state);
  if (state !== 0) decref(state);
  return status;
}

/** (first, number). Owned, 0 with an error set. */
function pairWith(first: Borrowed, number: number): Owned {
  const second = PyLong_FromNumber(number);
  const pair = second === 0 ? 0 : PyTuple_Pack(first, second);
  if (second !== 0) decref(second);
  return pair || PyErr_NoMemory();
}

/** textiowrapper_encoder_setstate: 0, or -1 with an error set. */
function setEncoderState(o: Borrowed, c: Cookie): number {
  const encoder = ptr(o + T.encoder);
  const isStart = c.start === 0 && c.flags === 0;
  setU8(o + T.encoding_start_of_stream, isStart ? 1 : 0);
  return isStart ? callForEffect(encoder, id.reset) : callForEffect(encoder, id.setstate, zero);
}

// -- seek --------------------------------------------------------------------------------------------------------------

function seekToEnd(o: Borrowed): Owned {
  if (callForEffect(o, id.flush) < 0) return 0;
  setDecoded(o, 0);
  forgetSnapshot(o);
  if (ptr(o + T.decoder) !== 0 && callForEffect(ptr(o + T.decoder), id.reset) < 0) return 0;
  const two = PyLong_FromNumber(2);
  const result = callMethod(ptr(o + T.buffer), id.seek, zero, two);
  decref(two);
  if (result === 0 || ptr(o + T.encoder) === 0) return result;
  const isStart = PyObject_RichCompareBool(result, zero, Py_EQ);
  const c: Cookie = { start: isStart > 0 ? 0 : 1, flags: 0, feed: 0, skip: 0, needsEnd: false };
  if (isStart >= 0 && setEncoderState(o, c) >= 0) return result;
  decref(result);
  return 0;
}

export function seek(o: Borrowed, cookie: Borrowed, whence: number): Owned {
  if (!isOpenText(o)) return 0;
  if (u8(o + T.seekable) === 0) return unsupported("underlying stream is not seekable");
  if (whence === 1 || whence === 2) {
    const isZero = PyObject_RichCompareBool(cookie, zero, Py_EQ);
    if (isZero < 0) return 0;
    if (isZero === 0) return unsupported(`can't do nonzero ${whence === 1 ? "cur" : "end"}-relative seeks`);
    if (whence === 2) return seekToEnd(o);
    const here = callMethod(o, id.tell);
    return here === 0 ? 0 : seekTo(o, here);
  }
  if (whence !== 0) return raise(PyExc_ValueError, `invalid whence (${whence}, should be 0, 1 or 2)`);
  return seekTo(o, newRef(cookie));
}

/** Goes where a cookie says. Takes it, and answers with it. */
function seekTo(o: Borrowed, cookie: Owned): Owned {
  const isNegative = PyObject_RichCompareBool(cookie, zero, Py_LT);
  let status = isNegative < 0 ? -1 : 0;
  if (isNegative > 0) {
    const shown = PyObject_Repr(cookie);
    if (shown !== 0) {
      raise(PyExc_ValueError, `negative seek position ${textOf(shown)}`);
      decref(shown);
    }
    status = -1;
  }
  if (status >= 0) status = callForEffect(o, id.flush);
  if (status >= 0) {
    const number = PyNumber_Long(cookie);
    const parsed = number === 0 ? null : parseCookie(number);
    if (number !== 0) decref(number);
    status = parsed === null ? -1 : goTo(o, parsed);
  }
  if (status >= 0) return cookie;
  decref(cookie);
  return 0;
}

function goTo(o: Borrowed, c: Cookie): number {
  const position = PyLong_FromNumber(c.start);
  const status = position === 0 ? -1 : callForEffect(ptr(o + T.buffer), id.seek, position);
  if (position !== 0) decref(position);
  if (status < 0) return -1;
  setDecoded(o, 0);
  forgetSnapshot(o);
  if (ptr(o + T.decoder) !== 0 && setDecoderState(o, c) < 0) return -1;
  if (c.skip !== 0) {
    if (replay(o, c) < 0) return -1;
  } else {
    const flags = PyLong_FromNumber(c.flags);
    const snapshot = flags === 0 ? 0 : PyTuple_Pack(flags, emptyBytes);
    if (flags !== 0) decref(flags);
    if (snapshot === 0) return -1;
    replaceSlot(o + T.snapshot, snapshot);
  }
  return ptr(o + T.encoder) === 0 ? 0 : setEncoderState(o, c);
}

/** Decodes as much as the cookie says, and skips to its character. 0, or -1 with an error set. */
function replay(o: Borrowed, c: Cookie): number {
  const count = PyLong_FromNumber(c.feed);
  const chunk = count === 0 ? PyErr_NoMemory() : callMethod(ptr(o + T.buffer), id.read, count);
  if (count !== 0) decref(count);
  if (chunk === 0) return -1;
  if (!isBytes(chunk)) {
    raise(PyExc_TypeError, `underlying read() should have returned a bytes object, not '${typeNameOf(chunk)}'`);
    decref(chunk);
    return -1;
  }
  const flags = PyLong_FromNumber(c.flags);
  const snapshot = flags === 0 ? 0 : PyTuple_Pack(flags, chunk);
  if (flags !== 0) decref(flags);
  if (snapshot !== 0) replaceSlot(o + T.snapshot, snapshot);
  const decoded = snapshot === 0 ? PyErr_NoMemory() : decodeWith(ptr(o + T.decoder), chunk, c.needsEnd);
  decref(chunk);
  if (decoded === 0) return -1;
  setDecoded(o, decoded);
  if (PyUnicode_GET_LENGTH(decoded) < c.skip) {
    return raiseInt(PyExc_OSError, "can't restore logical file position");
  }
  setSsize(o + T.decoded_chars_used, c.skip);
  return 0;
}

// -- tell --------------------------------------------------------------------------------------------------------------

/** Feeds the decoder: how many characters came, or -1 with an error set. */
function feed(o: Borrowed, from: number, count: number, final = false): number {
  const bytes = PyBytes_FromStringAndSize(count === 0 ? 0 : from, count);
  const decoded = bytes === 0 ? 0 : decodeWith(ptr(o + T.decoder), bytes, final);
  if (bytes !== 0) decref(bytes);
  if (decoded === 0) return -1;
  const length = PyUnicode_GET_LENGTH(decoded);
  decref(decoded);
  return length;
}

/** Bytes that the decoder holds back, and its flags; null with an error set. */
function decoderState(o: Borrowed): { held: number; flags: number } | null {
  const state = callMethod(ptr(o + T.decoder), id.getstate);
  if (state === 0) return null;
  let result: { held: number; flags: number } | null = null;
  if (!isTuple(state) || sizeOf(state) !== 2) raise(PyExc_TypeError, "illegal decoder state");
  else if (!isBytes(PyTuple_GET_ITEM(state, 0))) {
    const type = typeNameOf(PyTuple_GET_ITEM(state, 0));
    raise(PyExc_TypeError, `illegal decoder state: the first item should be a bytes object, not '${type}'`);
  } else {
    const flags = convertInt(PyTuple_GET_ITEM(state, 1));
    if (flags !== -1 || PyErr_Occurred() === 0) result = { held: sizeOf(PyTuple_GET_ITEM(state, 0)), flags };
  }
  decref(state);
  return result;
}

/** Moves the cookie to a place near the position, from where the rest can be decoded. -1 with an error set. */
function findStart(o: Borrowed, c: Cookie, input: Borrowed, characters: number): number {
  let skip = characters;
  let bytes = Math.floor(f64(o + T.b2cratio) * characters);
  let back = 1;
  while (bytes > 0) {
    if (setDecoderState(o, c) < 0) return -1;
    const decoded = feed(o, input + BYTES_DATA, bytes);
    if (decoded < 0) return -1;
    if (decoded <= skip) {
      const state = decoderState(o);
      if (state === null) return -1;
      if (state.held === 0) {
        c.flags = state.flags;
        skip -= decoded;
        break;
      }
      bytes -= state.held;
      back = 1;
    } else {
      bytes -= back;
      back *= 2;
    }
  }
  if (bytes <= 0) {
    bytes = 0;
    if (setDecoderState(o, c) < 0) return -1;
  }
  c.start += bytes;
  c.skip = skip;
  return skip === 0 ? 0 : findExactly(o, c, input, bytes);
}

/** Feeds the decoder byte by byte up to the position; the last place where it holds nothing back is the start. */
function findExactly(o: Borrowed, c: Cookie, input: Borrowed, from: number): number {
  const size = sizeOf(input);
  let decoded = 0;
  let at = from;
  for (; at < size; at++) {
    const count = feed(o, input + BYTES_DATA + at, 1);
    if (count < 0) return -1;
    decoded += count;
    c.feed++;
    const state = decoderState(o);
    if (state === null) return -1;
    if (state.held === 0 && decoded <= c.skip) {
      c.start += c.feed;
      c.skip -= decoded;
      c.flags = state.flags;
      c.feed = 0;
      decoded = 0;
    }
    if (decoded >= c.skip) break;
  }
  if (at < size) return 0;
  const count = feed(o, 0, 0, true);
  if (count < 0) return -1;
  c.needsEnd = true;
  return decoded + count < c.skip ? raiseInt(PyExc_OSError, "can't reconstruct logical file position") : 0;
}

export function tell(o: Borrowed): Owned {
  if (!isAttached(o) || !isOpenText(o)) return 0;
  if (u8(o + T.seekable) === 0) return unsupported("underlying stream is not seekable");
  if (u8(o + T.telling) === 0) return raise(PyExc_OSError, "telling position disabled by next() call");
  if (writePending(o) < 0 || callForEffect(o, id.flush) < 0) return 0;
  const position = callMethod(ptr(o + T.buffer), id.tell);
  if (position === 0 || ptr(o + T.decoder) === 0 || ptr(o + T.snapshot) === 0) return position;
  const snapshot = ptr(o + T.snapshot);
  const input = newRef(PyTuple_GET_ITEM(snapshot, 1));
  const c: Cookie = {
    start: longToNumber(position) - sizeOf(input),
    flags: longToNumber(PyTuple_GET_ITEM(snapshot, 0)),
    feed: 0,
    skip: 0,
    needsEnd: false,
  };
  decref(position);
  const characters = ssize(o + T.decoded_chars_used);
  const status = characters === 0 ? 0 : locate(o, c, input, characters);
  decref(input);
  return status < 0 ? 0 : buildCookie(c);
}

/** findStart, after which the decoder is as it was. */
function locate(o: Borrowed, c: Cookie, input: Borrowed, characters: number): number {
  const saved = callMethod(ptr(o + T.decoder), id.getstate);
  if (saved === 0) return -1;
  let status = findStart(o, c, input, characters);
  const error = status < 0 ? PyErr_GetRaisedException() : 0;
  const restored = callForEffect(ptr(o + T.decoder), id.setstate, saved);
  decref(saved);
  if (restored < 0) {
    if (error !== 0) decref(error);
    status = -1;
  } else if (error !== 0) PyErr_SetRaisedException(error);
  return status;
}
