// StringIO: text in memory as a stream.
//
// As long as a program only writes at the end (state ACCUMULATING) the text is in a writer of strings; anything else makes
// it REALIZED: characters in a buffer of UCS-4.
// Invariant: string_size characters count; while accumulating they are the writer's.
import { memFree, memRealloc } from "../../memory/allocators.ts";
import {
  type Address,
  type Borrowed,
  fillBytes,
  i32,
  type Owned,
  ptr,
  setI32,
  setPtr,
  setSsize,
  setU8,
  ssize,
  u8,
} from "../../memory/memory.ts";
import { stringio } from "../../memory/structs/io.ts";
import { PyObject_GetAttr, PyObject_Repr } from "../../objects/abstract.ts";
import { PyObject_CallMethod } from "../../objects/call_method.ts";
import { type MethodRow, newModuleType } from "../../objects/declare.ts";
import { PyDict_Copy } from "../../objects/dict_merge.ts";
import { PyErr_NoMemory, raise, raiseInt, typeNameOf } from "../../objects/errors.ts";
import { identifier } from "../../objects/identifiers.ts";
import { bool, PyLong_FromNumber } from "../../objects/long_core.ts";
import { clearSlot, decref, isTuple, isUnicode, newRef, replaceSlot, sizeOf } from "../../objects/object.ts";
import { namedArguments } from "../../objects/text_arguments.ts";
import { PyTuple_GET_ITEM, PyTuple_Pack } from "../../objects/tuple_core.ts";
import { PyType_GenericAlloc } from "../../objects/type_alloc.ts";
import { Py_None, PyExc_OSError, PyExc_TypeError, PyExc_ValueError } from "../../objects/types.ts";
import {
  copyCharacters,
  emptyString,
  latin1String,
  PyUnicode_DATA,
  PyUnicode_FromKindAndData,
  PyUnicode_GET_LENGTH,
  PyUnicode_KIND,
  textOf,
} from "../../objects/unicode_core.ts";
import { UnicodeWriter_Finish, UnicodeWriter_New, UnicodeWriter_WriteStr } from "../../objects/unicode_writer.ts";
import { traverser } from "../type_support.ts";
import { restoreDict, restorePosition } from "./bytesio.ts";
import { STREAM_FLAGS, streamDealloc } from "./iobase.ts";
import { decodeNewlines, newNewlineDecoder } from "./newline_decoder.ts";
import { id, optionalSize, raiseClosed } from "./shared.ts";
import { findLineEnd } from "./textiobase.ts";

const S = stringio;
const REALIZED = 1;
const ACCUMULATING = 2;
const UCS4 = 4;
const LARGEST = 0x1fffffff;

const id_replace = identifier("replace");
const NEWLINE = latin1String(10);

// -- state -------------------------------------------------------------------------------------------------------------

function isUsable(o: Borrowed): boolean {
  if (u8(o + S.ok) === 0) raise(PyExc_ValueError, "I/O operation on uninitialized object");
  else if (u8(o + S.closed) !== 0) raiseClosed();
  else return true;
  return false;
}

function dropWriter(o: Borrowed): void {
  clearSlot(o + S.writer);
}

/** init: an empty writer. */
function accumulate(o: Borrowed): boolean {
  dropWriter(o);
  setPtr(o + S.writer, UnicodeWriter_New(true));
  setI32(o + S.state, ACCUMULATING);
  if (ptr(o + S.writer) !== 0) return true;
  PyErr_NoMemory();
  return false;
}

/** resize_buffer: grows by an eighth more than is asked for. 0, or -1 with an error set. */
function resize(o: Borrowed, size: number): number {
  let allocated = ssize(o + S.buf_size);
  if (size < allocated >> 1) allocated = size + 1;
  else if (size < allocated) return 0;
  else if (size < allocated * 1.125) allocated = size + (size >> 3) + (size < 9 ? 3 : 6);
  else allocated = size + 1;
  const buffer = allocated > LARGEST ? 0 : memRealloc(ptr(o + S.buf), allocated * UCS4);
  if (buffer === 0) {
    PyErr_NoMemory();
    return -1;
  }
  setPtr(o + S.buf, buffer);
  setSsize(o + S.buf_size, allocated);
  return 0;
}

/** Copies a str's characters into the buffer. */
function putString(o: Borrowed, at: number, string: Borrowed): void {
  copyCharacters(
    UCS4,
    ptr(o + S.buf),
    at,
    PyUnicode_KIND(string),
    PyUnicode_DATA(string),
    0,
    PyUnicode_GET_LENGTH(string),
  );
}

/** The accumulated text, which stays accumulated. Owned, 0 with an error set. */
function accumulated(o: Borrowed): Owned {
  const writer = ptr(o + S.writer);
  setPtr(o + S.writer, 0);
  const text = UnicodeWriter_Finish(writer);
  if (text === 0 || !accumulate(o) || !UnicodeWriter_WriteStr(ptr(o + S.writer), text)) {
    if (text !== 0) decref(text);
    return PyErr_NoMemory();
  }
  return text;
}

/** realize: 0, or -1 with an error set. */
function realize(o: Borrowed): number {
  if (i32(o + S.state) === REALIZED) return 0;
  setI32(o + S.state, REALIZED);
  const writer = ptr(o + S.writer);
  setPtr(o + S.writer, 0);
  const text = UnicodeWriter_Finish(writer);
  if (text === 0) {
    PyErr_NoMemory();
    return -1;
  }
  const status = resize(o, PyUnicode_GET_LENGTH(text));
  if (status >= 0) putString(o, 0, text);
  decref(text);
  return status;
}

const characters = (o: Borrowed, start: number, count: number): Owned =>
  count === 0 ? emptyString : PyUnicode_FromKindAndData(UCS4, ptr(o + S.buf) + start * UCS4, count) || PyErr_NoMemory();

// -- writing -----------------------------------------------------------------------------------------------------------

/** A str as it is kept: with line ends translated. Owned, 0 with an error set. */
function keptForm(o: Borrowed, string: Borrowed): Owned {
  const decoded = ptr(o + S.decoder) === 0 ? newRef(string) : decodeNewlines(ptr(o + S.decoder), string, true);
  if (decoded === 0 || ptr(o + S.writenl) === 0) return decoded;
  const result = PyObject_CallMethod(decoded, id_replace, NEWLINE, ptr(o + S.writenl));
  decref(decoded);
  return result;
}

/** write_str: 0, or -1 with an error set. */
function writeString(o: Borrowed, string: Borrowed): number {
  const text = keptForm(o, string);
  if (text === 0) return -1;
  const status = store(o, text);
  decref(text);
  return status;
}

function store(o: Borrowed, text: Borrowed): number {
  const pos = ssize(o + S.pos);
  const size = ssize(o + S.string_size);
  const end = pos + PyUnicode_GET_LENGTH(text);
  if (i32(o + S.state) === ACCUMULATING && pos === size) {
    if (!UnicodeWriter_WriteStr(ptr(o + S.writer), text)) {
      PyErr_NoMemory();
      return -1;
    }
  } else {
    if (realize(o) < 0) return -1;
    if (end > ssize(o + S.buf_size) && resize(o, end) < 0) return -1;
    if (pos > size) fillBytes(ptr(o + S.buf) + size * UCS4, 0, (pos - size) * UCS4);
    putString(o, pos, text);
  }
  setSsize(o + S.pos, end);
  if (size < end) setSsize(o + S.string_size, end);
  return 0;
}

function write(o: Borrowed, string: Borrowed): Owned {
  if (u8(o + S.ok) === 0) return raise(PyExc_ValueError, "I/O operation on uninitialized object");
  if (!isUnicode(string)) return raise(PyExc_TypeError, `string argument expected, got '${typeNameOf(string)}'`);
  if (!isUsable(o)) return 0;
  const length = PyUnicode_GET_LENGTH(string);
  if (length > 0 && writeString(o, string) < 0) return 0;
  return PyLong_FromNumber(length);
}

// -- reading -----------------------------------------------------------------------------------------------------------

function read(o: Borrowed, given: Borrowed): Owned {
  const size = optionalSize(given);
  if (size !== size || !isUsable(o)) return 0;
  const pos = ssize(o + S.pos);
  const most = Math.max(0, ssize(o + S.string_size) - pos);
  const count = size < 0 || size > most ? most : size;
  if (i32(o + S.state) === ACCUMULATING && pos === 0 && count === most) {
    const text = accumulated(o);
    if (text !== 0) setSsize(o + S.pos, ssize(o + S.string_size));
    return text;
  }
  if (realize(o) < 0) return 0;
  setSsize(o + S.pos, pos + count);
  return characters(o, pos, count);
}

/** _stringio_readline */
function readLine(o: Borrowed, limit: number): Owned {
  const pos = ssize(o + S.pos);
  const most = ssize(o + S.string_size) - pos;
  if (most <= 0) return emptyString;
  const count = limit < 0 || limit > most ? most : limit;
  const isTranslated = u8(o + S.readtranslate) !== 0;
  const isUniversal = u8(o + S.readuniversal) !== 0;
  const found = findLineEnd(isTranslated, isUniversal, ptr(o + S.readnl), UCS4, ptr(o + S.buf), pos, pos + count);
  const end = found < 0 ? pos + count : found;
  setSsize(o + S.pos, end);
  return characters(o, pos, end - pos);
}

function readline(o: Borrowed, given: Borrowed): Owned {
  const limit = optionalSize(given);
  return limit === limit && isUsable(o) && realize(o) >= 0 ? readLine(o, limit) : 0;
}

function iternext(o: Borrowed): Owned {
  if (!isUsable(o) || realize(o) < 0) return 0;
  if (ssize(o + S.pos) >= ssize(o + S.string_size)) return 0;
  return readLine(o, -1);
}

function getvalue(o: Borrowed): Owned {
  if (!isUsable(o)) return 0;
  if (i32(o + S.state) === ACCUMULATING) return accumulated(o);
  return characters(o, 0, ssize(o + S.string_size));
}

// -- position ----------------------------------------------------------------------------------------------------------

function truncate(o: Borrowed, given: Borrowed): Owned {
  if (!isUsable(o)) return 0;
  let size = ssize(o + S.pos);
  if (given !== 0 && given !== Py_None) {
    size = optionalSize(given);
    if (size !== size) return 0;
    if (size < 0) return raise(PyExc_ValueError, `Negative size value ${size}`);
  }
  if (size < ssize(o + S.string_size)) {
    if (realize(o) < 0 || resize(o, size) < 0) return 0;
    setSsize(o + S.string_size, size);
  }
  return PyLong_FromNumber(size);
}

function seek(o: Borrowed, position: number, whence: number): Owned {
  if (!isUsable(o)) return 0;
  if (whence < 0 || whence > 2) {
    return raise(PyExc_ValueError, `Invalid whence (${whence}, should be 0, 1 or 2)`);
  }
  if (position < 0 && whence === 0) return raise(PyExc_ValueError, `Negative seek position ${position}`);
  if (whence !== 0 && position !== 0) return raise(PyExc_OSError, "Can't do nonzero cur-relative seeks");
  const to = whence === 0 ? position : whence === 1 ? ssize(o + S.pos) : ssize(o + S.string_size);
  setSsize(o + S.pos, to);
  return PyLong_FromNumber(to);
}

function close(o: Borrowed): Owned {
  setU8(o + S.closed, 1);
  if (resize(o, 0) < 0) return 0;
  dropWriter(o);
  return Py_None;
}

// -- life and state ----------------------------------------------------------------------------------------------------

const NEWLINES = ["", "\n", "\r", "\r\n"];

/** Fills a StringIO. newline: a str or None. 0, or -1 with an error set. */
function fill(o: Borrowed, value: Borrowed, newline: Borrowed): number {
  if (newline !== Py_None && !isUnicode(newline)) {
    return raiseInt(PyExc_TypeError, `newline must be str or None, not ${typeNameOf(newline)}`);
  }
  const end = newline === Py_None ? null : textOf(newline);
  if (end !== null && !NEWLINES.includes(end)) {
    const shown = PyObject_Repr(newline);
    if (shown === 0) return -1;
    raise(PyExc_ValueError, `illegal newline value: ${textOf(shown)}`);
    decref(shown);
    return -1;
  }
  if (value !== Py_None && !isUnicode(value)) {
    return raiseInt(PyExc_TypeError, `initial_value must be str or None, not ${typeNameOf(value)}`);
  }
  setU8(o + S.ok, 0);
  for (const slot of [S.readnl, S.writenl, S.decoder]) clearSlot(o + slot);
  dropWriter(o);
  const universal = end === null || end === "";
  if (end !== null) replaceSlot(o + S.readnl, newRef(newline));
  setU8(o + S.readuniversal, universal ? 1 : 0);
  setU8(o + S.readtranslate, end === null ? 1 : 0);
  // \n is kept as it is: the same as os.linesep here.
  if (end?.startsWith("\r")) replaceSlot(o + S.writenl, newRef(newline));
  if (universal) {
    const decoder = newNewlineDecoder(Py_None, end === null);
    if (decoder === 0) return -1;
    replaceSlot(o + S.decoder, decoder);
  }
  setSsize(o + S.string_size, 0);
  setSsize(o + S.pos, 0);
  if (resize(o, 0) < 0) return -1;
  if (value !== Py_None && PyUnicode_GET_LENGTH(value) > 0) {
    setI32(o + S.state, REALIZED);
    if (resize(o, PyUnicode_GET_LENGTH(value)) < 0 || writeString(o, value) < 0) return -1;
  } else if (!accumulate(o)) return -1;
  setSsize(o + S.pos, 0);
  setU8(o + S.closed, 0);
  setU8(o + S.ok, 1);
  return 0;
}

function init(o: Borrowed, args: Borrowed, keywords: Borrowed): number {
  const values = namedArguments("StringIO", args, keywords, ["initial_value", "newline"]);
  return values === null ? -1 : fill(o, values[0] || Py_None, values[1] || NEWLINE);
}

function getstate(o: Borrowed): Owned {
  const value = getvalue(o);
  if (value === 0) return 0;
  const position = PyLong_FromNumber(ssize(o + S.pos));
  const dict = ptr(o + S.dict) === 0 ? Py_None : PyDict_Copy(ptr(o + S.dict));
  const state = position === 0 || dict === 0 ? 0 : PyTuple_Pack(value, ptr(o + S.readnl) || Py_None, position, dict);
  decref(value);
  if (position !== 0) decref(position);
  if (dict !== 0) decref(dict);
  return state || PyErr_NoMemory();
}

function setstate(o: Borrowed, state: Borrowed): Owned {
  if (u8(o + S.closed) !== 0) return raiseClosed();
  if (!isTuple(state) || sizeOf(state) < 4) {
    const type = typeNameOf(o);
    return raise(PyExc_TypeError, `${type}.__setstate__ argument should be 4-tuple, got ${typeNameOf(state)}`);
  }
  const value = PyTuple_GET_ITEM(state, 0);
  if (fill(o, value, PyTuple_GET_ITEM(state, 1)) < 0) return 0;
  // What it held is put back as it was, with no line end translated once more.
  if (value !== Py_None) {
    if (realize(o) < 0 || resize(o, PyUnicode_GET_LENGTH(value)) < 0) return 0;
    putString(o, 0, value);
    setSsize(o + S.string_size, PyUnicode_GET_LENGTH(value));
  }
  if (!restorePosition(o, S.pos, PyTuple_GET_ITEM(state, 2), "third")) return 0;
  return restoreDict(o, S.dict, PyTuple_GET_ITEM(state, 3), "fourth") ? Py_None : 0;
}

const yes = (o: Borrowed): Owned => (isUsable(o) ? bool(true) : 0);
const METHODS: readonly MethodRow[] = [
  ["close", "()", close],
  ["getvalue", "()", getvalue],
  ["read", "(size=-1, /)", read],
  ["readline", "(size=-1, /)", readline],
  ["tell", "()", (o: Borrowed) => (isUsable(o) ? PyLong_FromNumber(ssize(o + S.pos)) : 0)],
  ["truncate", "(pos=None, /)", truncate],
  ["seek", "(pos: ssize, whence: int = 0, /)", seek],
  ["write", "(s, /)", write],
  ["seekable", "()", yes],
  ["readable", "()", yes],
  ["writable", "()", yes],
  ["__getstate__", "()", getstate],
  ["__setstate__", "(state, /)", setstate],
];

export const PyStringIO_Type = newModuleType({
  name: "_io.StringIO",
  basicsize: S.sizeof,
  flags: STREAM_FLAGS,
  dictoffset: S.dict,
  weaklistoffset: S.weakreflist,
  slots: {
    tp_new: (type: Borrowed): Owned => PyType_GenericAlloc(type, 0),
    tp_init: init,
    tp_dealloc: streamDealloc(S.weakreflist, [S.readnl, S.writenl, S.decoder, S.dict], (o) => {
      setU8(o + S.ok, 0);
      if (ptr(o + S.buf) !== 0) memFree(ptr(o + S.buf));
      setPtr(o + S.buf, 0);
      dropWriter(o);
    }),
    tp_traverse: traverser(S.readnl, S.writenl, S.decoder, S.dict),
    tp_clear: (o: Address): number => {
      clearSlot(o + S.dict);
      return 0;
    },
    tp_iternext: iternext,
  },
  methods: METHODS,
  getset: [
    [
      "closed",
      (o: Borrowed): Owned =>
        u8(o + S.ok) === 0
          ? raise(PyExc_ValueError, "I/O operation on uninitialized object")
          : bool(u8(o + S.closed) !== 0),
    ],
    [
      "newlines",
      (o: Borrowed): Owned =>
        !isUsable(o) ? 0 : ptr(o + S.decoder) === 0 ? Py_None : PyObject_GetAttr(ptr(o + S.decoder), id.newlines),
    ],
    ["line_buffering", (o: Borrowed): Owned => (isUsable(o) ? bool(false) : 0)],
  ],
});
