// The types of _multibytecodec for streams: they read bytes from an object that has read() and readline(), or write to one that
// has write(). What waits is as in codec_types.ts.

import type { Borrowed, Owned } from "../../memory/memory.ts";
import { ptr, ssize } from "../../memory/memory.ts";
import { PyObject_Size, PySequence_Check, PySequence_GetItem } from "../../objects/abstract.ts";
import { genericGetAttr } from "../../objects/attributes.ts";
import { BYTES_DATA } from "../../objects/bytes_core.ts";
import { PyObject_CallMethod } from "../../objects/call_method.ts";
import { convertSsize } from "../../objects/convert.ts";
import { type MemberRow, type MethodRow, newModuleType } from "../../objects/declare.ts";
import { PyErr_Occurred, raise, typeNameOf } from "../../objects/errors.ts";
import { identifier } from "../../objects/identifiers.ts";
import { PyLong_FromNumber } from "../../objects/long_core.ts";
import {
  decref,
  isBytes,
  isInt,
  Py_TPFLAGS_BASETYPE,
  Py_TPFLAGS_HAVE_GC,
  sizeOf,
  xdecref,
  xnewRef,
} from "../../objects/object.ts";
import { Py_None, PyExc_TypeError } from "../../objects/types.ts";
import { PyUnicode_FromString, PyUnicode_GET_LENGTH } from "../../objects/unicode_core.ts";
import { PyUnicode_Splitlines } from "../../objects/unicode_methods.ts";
import {
  clearWaitingText,
  decodePiece,
  decoder_reset,
  ERRORS,
  ERRORS_ROW,
  encodePiece,
  encodingFor,
  MultibyteStreamReaderObject,
  MultibyteStreamWriterObject,
  makeStateful,
  PIECE,
  STATE,
  statefulSlots,
  WAITING_COUNT,
  WAITING_TEXT,
  WHOLE,
} from "./codec_types.ts";
import { encodeText } from "./convert.ts";

const WRITER_STREAM = MultibyteStreamWriterObject.stream;
const READER_STREAM = MultibyteStreamReaderObject.stream;

const id_read = identifier("read");
const id_readline = identifier("readline");
const id_write = identifier("write");

/** Reads from the stream by a method of it, until there is a character or the end. size below 0: all. */
function readPiece(o: Borrowed, method: Borrowed, size: number): Owned {
  if (size === 0) return PyUnicode_FromString("");
  for (let wanted = size; ; wanted = 1) {
    const argument = wanted < 0 ? 0 : PyLong_FromNumber(wanted);
    const bytes = PyObject_CallMethod(ptr(o + READER_STREAM), method, argument);
    xdecref(argument);
    if (bytes === 0) return 0;
    if (!isBytes(bytes)) {
      raise(PyExc_TypeError, `stream function returned a non-bytes object (${typeNameOf(bytes)})`);
      decref(bytes);
      return 0;
    }
    const count = sizeOf(bytes);
    const isEnd = count === 0 && ssize(o + WAITING_COUNT) === 0;
    const result = decodePiece(o, bytes + BYTES_DATA, count, count === 0 || wanted < 0);
    decref(bytes);
    if (result === 0 || wanted < 0 || isEnd || PyUnicode_GET_LENGTH(result) > 0) return result;
    decref(result);
  }
}

/** Size of an argument that may be None; below -1 with an error set. */
const NO_SIZE = -2;
function sizeArgument(o: Borrowed): number {
  if (o === 0 || o === Py_None) return -1;
  if (!isInt(o)) {
    raise(PyExc_TypeError, "arg 1 must be an integer");
    return NO_SIZE;
  }
  const size = convertSsize(o);
  return size === -1 && PyErr_Occurred() !== 0 ? NO_SIZE : Math.max(size, -1);
}

function reader(method: Borrowed) {
  return (o: Borrowed, size: Borrowed): Owned => {
    const wanted = sizeArgument(size);
    return wanted === NO_SIZE ? 0 : readPiece(o, method, wanted);
  };
}

function readlines(o: Borrowed, size: Borrowed): Owned {
  const wanted = sizeArgument(size);
  const text = wanted === NO_SIZE ? 0 : readPiece(o, id_read, wanted);
  if (text === 0) return 0;
  const lines = PyUnicode_Splitlines(text, 1);
  decref(text);
  return lines;
}

const streamMember = (offset: number): readonly MemberRow[] => [["stream", "object", offset, "readonly"]];

export const MultibyteStreamReader_Type = newModuleType({
  name: "_multibytecodec.MultibyteStreamReader",
  basicsize: MultibyteStreamReaderObject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_BASETYPE,
  slots: {
    tp_getattro: genericGetAttr,
    ...statefulSlots([READER_STREAM]),
    tp_new: (type: Borrowed, args: Borrowed, keywords: Borrowed) =>
      makeStateful(type, "StreamReader", args, keywords, READER_STREAM),
  },
  members: streamMember(READER_STREAM),
  getset: [ERRORS_ROW],
  methods: [
    ["read", "(sizeobj=None, /)", reader(id_read)],
    ["readline", "(sizeobj=None, /)", reader(id_readline)],
    ["readlines", "(sizehintobj=None, /)", readlines],
    ["reset", "()", decoder_reset],
  ],
});

/** Sends bytes to the stream; takes them. 0, or -1 with an error set. */
function send(o: Borrowed, bytes: Owned): number {
  if (bytes === 0) return -1;
  const answer = PyObject_CallMethod(ptr(o + WRITER_STREAM), id_write, bytes);
  decref(bytes);
  xdecref(answer);
  return answer === 0 ? -1 : 0;
}

function writelines(o: Borrowed, lines: Borrowed): Owned {
  if (!PySequence_Check(lines)) return raise(PyExc_TypeError, "arg must be a sequence object");
  for (let i = 0; ; i++) {
    const count = PyObject_Size(lines);
    if (count < 0) return 0;
    if (i >= count) return Py_None;
    const line = PySequence_GetItem(lines, i);
    const status = line === 0 ? -1 : send(o, encodePiece(o, line, PIECE));
    xdecref(line);
    if (status < 0) return 0;
  }
}

function writer_reset(o: Borrowed): Owned {
  const waiting = xnewRef(ptr(o + WAITING_TEXT));
  if (waiting === 0) return Py_None;
  // What waits is missed when it cannot be written: a reset leaves nothing.
  const bytes = encodeText(encodingFor(o), o + STATE, waiting, ptr(o + ERRORS), WHOLE);
  clearWaitingText(o);
  decref(waiting);
  if (bytes !== 0 && sizeOf(bytes) === 0) {
    decref(bytes);
    return Py_None;
  }
  return send(o, bytes) < 0 ? 0 : Py_None;
}

const WRITER_METHODS: readonly MethodRow[] = [
  ["write", "(strobj, /)", (o: Borrowed, text: Borrowed) => (send(o, encodePiece(o, text, PIECE)) < 0 ? 0 : Py_None)],
  ["writelines", "(lines, /)", writelines],
  ["reset", "()", writer_reset],
];

export const MultibyteStreamWriter_Type = newModuleType({
  name: "_multibytecodec.MultibyteStreamWriter",
  basicsize: MultibyteStreamWriterObject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_BASETYPE,
  slots: {
    tp_getattro: genericGetAttr,
    ...statefulSlots([WAITING_TEXT, WRITER_STREAM]),
    tp_new: (type: Borrowed, args: Borrowed, keywords: Borrowed) =>
      makeStateful(type, "StreamWriter", args, keywords, WRITER_STREAM),
  },
  members: streamMember(WRITER_STREAM),
  getset: [ERRORS_ROW],
  methods: WRITER_METHODS,
});
