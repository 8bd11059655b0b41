// Encoding and decoding by a multibyte encoding, and what happens at errors (CPython's multibytecodec.c). It differs from the
// codecs of objects/codecs: a replacement goes through the encoding itself, and a handler is asked each time by its name.
//
// Error handlers are kept as CPython keeps them: a small number for the three that need no call, else a str.
import { type Address, type Borrowed, copyBytes, type Owned } from "../../memory/memory.ts";
import { BYTES_DATA, bytesResize, PyBytes_FromStringAndSize } from "../../objects/bytes_core.ts";
import { PyObject_CallOneArg } from "../../objects/call.ts";
import { type Decoding, dropDecoding, finishDecoding, put, startDecoding } from "../../objects/codecs/decoding.ts";
import { dropEncoding, type Encoding, putByte, reserveBytes, startEncoding } from "../../objects/codecs/encoding.ts";
import { PyCodec_LookupError } from "../../objects/codecs/registry.ts";
import { changeUnicodeError, makeUnicodeError } from "../../objects/codecs/unicode_error.ts";
import { convertSsize } from "../../objects/convert.ts";
import { PyErr_NoMemory, PyErr_Occurred, PyErr_SetRaisedException, raise, raiseInt } from "../../objects/errors.ts";
import { decref, isBytes, isInt, isTuple, isUnicode, newRef, sizeOf, xdecref } from "../../objects/object.ts";
import { PyTuple_GET_ITEM } from "../../objects/tuple_core.ts";
import {
  PyExc_IndexError,
  PyExc_TypeError,
  PyExc_UnicodeDecodeError,
  PyExc_UnicodeEncodeError,
} from "../../objects/types.ts";
import {
  _PyUnicode_EqualToASCIIString,
  latin1String,
  PyUnicode_GET_LENGTH,
  textOf,
} from "../../objects/unicode_core.ts";
import { UnicodeWriter_WriteStr } from "../../objects/unicode_writer.ts";
import { MORE } from "./charset.ts";
import { FAILED, type MultibyteEncoding } from "./encodings.ts";

const QUESTION_MARK = 0x3f;
const REPLACEMENT_CHARACTER = 0xfffd;

export const STRICT = 1;
export const IGNORE = 2;
export const REPLACE = 3;
/** Names of the handlers that are numbers. */
export const HANDLER_NAMES = ["", "strict", "ignore", "replace"] as const;

export const isNamedHandler = (errors: Borrowed): boolean => errors > REPLACE;

/** The handler that a str names, 0 for none given: one of the numbers, or the str. Owned. */
export function handlerOf(errors: Borrowed): Owned {
  if (errors === 0) return STRICT;
  const known = HANDLER_NAMES.findIndex((name, i) => i > 0 && _PyUnicode_EqualToASCIIString(errors, name));
  return known > 0 ? known : newRef(errors);
}

export function releaseHandler(errors: Owned): void {
  if (isNamedHandler(errors)) decref(errors);
}

const ILLEGAL_SEQUENCE = "illegal multibyte sequence";
const INCOMPLETE_SEQUENCE = "incomplete multibyte sequence";

/** Asks the handler about e's or d's exception: its answer, a pair, or 0 with an error set. */
function askHandler(
  errors: Borrowed,
  exception: Borrowed,
  takes: (replacement: Borrowed) => boolean,
  kind: string,
): Owned {
  if (errors === STRICT) {
    PyErr_SetRaisedException(newRef(exception));
    return 0;
  }
  const handler = PyCodec_LookupError(textOf(errors));
  if (handler === 0) return 0;
  const answer = PyObject_CallOneArg(handler, exception);
  decref(handler);
  if (answer === 0) return 0;
  const isPair = isTuple(answer) && sizeOf(answer) === 2;
  if (isPair && takes(PyTuple_GET_ITEM(answer, 0)) && isInt(PyTuple_GET_ITEM(answer, 1))) return answer;
  decref(answer);
  return raise(PyExc_TypeError, `${kind} error handler must return (str, int) tuple`);
}

/** The position to go on at that a handler answered, or -1 with an error set. */
function positionOf(answer: Borrowed, length: number): number {
  const given = convertSsize(PyTuple_GET_ITEM(answer, 1));
  if (given === -1 && PyErr_Occurred() !== 0) return -1;
  const position = given < 0 ? given + length : given;
  if (position >= 0 && position <= length) return position;
  return raiseInt(PyExc_IndexError, `position ${position} from error handler out of bounds`);
}

// -- encoding ----------------------------------------------------------------------------------------------------------

/** Where the walk over a text stands. */
export const walked = { position: 0 };

/** A character could not be encoded: where to go on, or -1 with an error set. */
function encodeError(
  e: Encoding,
  encoding: MultibyteEncoding,
  state: Address,
  errors: Borrowed,
  at: number,
  step: number,
): number {
  const length = PyUnicode_GET_LENGTH(e.o);
  const end = step === MORE ? length : at - step;
  if (errors === REPLACE) {
    const mark = encoding.encode(e, latin1String(QUESTION_MARK), state, 0, true);
    if (mark === FAILED || (mark < 0 && !putByte(e, QUESTION_MARK))) return -1;
  }
  if (errors === IGNORE || errors === REPLACE) return end;
  const reason = step === MORE ? INCOMPLETE_SEQUENCE : ILLEGAL_SEQUENCE;
  if (e.exception === 0) {
    e.exception = makeUnicodeError(PyExc_UnicodeEncodeError, encoding.name, e.o, at, end, reason);
    if (e.exception === 0) return -1;
  } else if (!changeUnicodeError(e.exception, at, end, reason)) return -1;
  const answer = askHandler(errors, e.exception, (o) => isUnicode(o) || isBytes(o), "encoding");
  if (answer === 0) return -1;
  const position = putReplacement(e, encoding, state, PyTuple_GET_ITEM(answer, 0)) ? positionOf(answer, length) : -1;
  decref(answer);
  return position;
}

/** Bytes as they are; a str by the encoding, strictly. */
function putReplacement(e: Encoding, encoding: MultibyteEncoding, state: Address, replacement: Borrowed): boolean {
  const bytes = isBytes(replacement)
    ? newRef(replacement)
    : encodeText(encoding, state, replacement, STRICT, { isLast: true, resets: false });
  if (bytes === 0) return false;
  const count = sizeOf(bytes);
  const hasRoom = reserveBytes(e, count);
  if (hasRoom) {
    copyBytes(e.bytes + BYTES_DATA + e.size, bytes + BYTES_DATA, count);
    e.size += count;
  }
  decref(bytes);
  return hasRoom;
}

/** Room for two bytes a character, and some more for escapes. */
const SPARE_BYTES = 16;

export interface End {
  /** Nothing follows the text: what might begin a pair stands alone. */
  readonly isLast: boolean;
  /** The state is brought back to its beginning. */
  readonly resets: boolean;
}

/** A str as bytes; how far it came is in walked.position. Owned, 0 with an error set. */
export function encodeText(
  encoding: MultibyteEncoding,
  state: Address,
  text: Borrowed,
  errors: Borrowed,
  { isLast, resets }: End,
): Owned {
  const length = PyUnicode_GET_LENGTH(text);
  walked.position = 0;
  if (length === 0 && !resets) return PyBytes_FromStringAndSize(0, 0);
  const e = startEncoding(encoding.name, undefined, text, length * 2 + SPARE_BYTES);
  if (e === null) return 0;
  let at = 0;
  while (at < length) {
    const step = encoding.encode(e, text, state, at, isLast);
    if (step > 0) {
      at += step;
      continue;
    }
    if (step === MORE && !isLast) break;
    at = step === FAILED ? -1 : encodeError(e, encoding, state, errors, at, step);
    if (at < 0) return dropEncoding(e);
  }
  if (resets && !encoding.resetEncoder(e, state)) return dropEncoding(e);
  walked.position = at;
  xdecref(e.exception);
  return bytesResize(e.bytes, e.size);
}

// -- decoding ----------------------------------------------------------------------------------------------------------

/** Bytes could not be decoded: where to go on, or -1 with an error set. */
export function decodeError(
  d: Decoding,
  encoding: MultibyteEncoding,
  errors: Borrowed,
  at: number,
  step: number,
): number {
  const end = step === MORE ? d.size : at - step;
  if (errors === REPLACE && !put(d, REPLACEMENT_CHARACTER)) return -1;
  if (errors === IGNORE || errors === REPLACE) return end;
  const reason = step === MORE ? INCOMPLETE_SEQUENCE : ILLEGAL_SEQUENCE;
  if (d.exception === 0) {
    const bytes = PyBytes_FromStringAndSize(d.data, d.size);
    if (bytes === 0) return -1;
    d.exception = makeUnicodeError(PyExc_UnicodeDecodeError, encoding.name, bytes, at, end, reason);
    decref(bytes);
    if (d.exception === 0) return -1;
  } else if (!changeUnicodeError(d.exception, at, end, reason)) return -1;
  const answer = askHandler(errors, d.exception, isUnicode, "decoding");
  if (answer === 0) return -1;
  const isPut = UnicodeWriter_WriteStr(d.writer, PyTuple_GET_ITEM(answer, 0));
  if (!isPut) PyErr_NoMemory();
  const position = isPut ? positionOf(answer, d.size) : -1;
  decref(answer);
  return position;
}

/** Decodes from `at` as far as whole sequences go: where it stopped, or -1 with an error set. */
export function decodeWhole(
  d: Decoding,
  encoding: MultibyteEncoding,
  state: Address,
  errors: Borrowed,
  from: number,
): number {
  let at = from;
  while (at < d.size) {
    const step = encoding.decode(d, state, at);
    if (step === MORE) break;
    if (step > 0) at += step;
    else at = step === FAILED ? -1 : decodeError(d, encoding, errors, at, step);
    if (at < 0) return -1;
  }
  return at;
}

/**
 * Bytes as a str; how far it came is in walked.position: with isLast, to the end. Owned, 0 with an error set.
 */
export function decodeBytes(
  encoding: MultibyteEncoding,
  state: Address,
  data: Address,
  size: number,
  errors: Borrowed,
  isLast: boolean,
): Owned {
  const d = startDecoding(encoding.name, undefined, data, size);
  if (d === null) return 0;
  let at = 0;
  for (;;) {
    at = decodeWhole(d, encoding, state, errors, at);
    if (at < 0) return dropDecoding(d);
    if (at === size || !isLast) break;
    at = decodeError(d, encoding, errors, at, MORE);
    if (at < 0) return dropDecoding(d);
  }
  walked.position = at;
  return finishDecoding(d);
}
