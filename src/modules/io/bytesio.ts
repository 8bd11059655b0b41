// BytesIO: bytes in memory as a stream.
//
// buf is a bytes object that may be somebody else's too (what was given, what getvalue() answered); it is copied before it
// changes. Views that getbuffer() gave look into it: while one lives (exports) it does not change its size.
// Invariant: string_size <= len(buf); buf is null once closed.
import {
  type Address,
  type Borrowed,
  copyBytes,
  fillBytes,
  findU8,
  type Owned,
  ptr,
  setPtr,
  setSsize,
  ssize,
} from "../../memory/memory.ts";
import { bytesio, bytesiobuf } from "../../memory/structs/io.ts";
import { Py_buffer } from "../../memory/structs/object.ts";
import { PyIter_Next, PyObject_GetIter } from "../../objects/abstract.ts";
import { closeBuffer, openBuffer, PyBUF_CONTIG_RO, PyBuffer_FillInfo } from "../../objects/buffer.ts";
import {
  BYTES_DATA,
  BYTES_HEAD_BYTES,
  bytesResize,
  emptyBytes,
  PyBytes_CheckExact,
  PyBytes_FromStringAndSize,
} from "../../objects/bytes_core.ts";
import { type MethodRow, newModuleType } from "../../objects/declare.ts";
import { PyDict_Copy, PyDict_Update } from "../../objects/dict_merge.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise, raiseInt, typeNameOf } from "../../objects/errors.ts";
import { PyList_Append, PyList_New } from "../../objects/list_core.ts";
import { bool, PyLong_FromNumber } from "../../objects/long_core.ts";
import { PyMemoryView_FromObject } from "../../objects/memoryview_core.ts";
import {
  clearSlot,
  decref,
  isDict,
  isInt,
  isTuple,
  newRef,
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
  Py_TPFLAGS_HAVE_GC,
  refcount,
  replaceSlot,
  sizeOf,
  typeIn,
  typeOf,
} from "../../objects/object.ts";
import { namedArguments } from "../../objects/text_arguments.ts";
import { PyTuple_GET_ITEM, PyTuple_Pack } from "../../objects/tuple_core.ts";
import { instanceBytes, PyType_GenericAlloc } from "../../objects/type_alloc.ts";
import { Py_None, PyExc_BufferError, PyExc_TypeError, PyExc_ValueError } from "../../objects/types.ts";
import { allocate, clearer, deallocator, traverser } from "../type_support.ts";
import { openTarget } from "./bufferediobase.ts";
import { STREAM_FLAGS, streamDealloc } from "./iobase.ts";
import { asSsize, optionalSize } from "./shared.ts";

const BUF = bytesio.buf;
const POS = bytesio.pos;
const SIZE = bytesio.string_size;
const EXPORTS = bytesio.exports;
const NEWLINE = 0x0a;
const LARGEST = 0x7fffffff;

// -- the buffer --------------------------------------------------------------------------------------------------------

function isOpen(o: Borrowed): boolean {
  if (ptr(o + BUF) !== 0) return true;
  raise(PyExc_ValueError, "I/O operation on closed file.");
  return false;
}

function mayResize(o: Borrowed): boolean {
  if (ssize(o + EXPORTS) === 0) return true;
  raise(PyExc_BufferError, "Existing exports of data: object cannot be re-sized");
  return false;
}

const isShared = (o: Borrowed): boolean => ptr(o + BUF) === emptyBytes || refcount(ptr(o + BUF)) !== 1;
const room = (o: Borrowed): number => sizeOf(ptr(o + BUF));

/** A copy of the buffer of its own, with another size. 0, or -1 with an error set. */
function unshare(o: Borrowed, size: number): number {
  const fresh = PyBytes_FromStringAndSize(0, size);
  if (fresh === 0) return -1;
  copyBytes(fresh + BYTES_DATA, ptr(o + BUF) + BYTES_DATA, Math.min(ssize(o + SIZE), size));
  replaceSlot(o + BUF, fresh);
  return 0;
}

/** A buffer of exactly that size. 0, or -1 with an error set. */
function setRoom(o: Borrowed, size: number): number {
  if (isShared(o)) return unshare(o, size);
  const fresh = bytesResize(ptr(o + BUF), size);
  setPtr(o + BUF, fresh);
  if (fresh === 0) setSsize(o + SIZE, 0);
  return fresh === 0 ? -1 : 0;
}

/** resize_buffer: grows by an eighth more than is asked for. 0, or -1 with an error set. */
function resize(o: Borrowed, size: number): number {
  let allocated = room(o);
  if (size < allocated >> 1) allocated = size + 1;
  else if (size < allocated) return 0;
  else if (size < allocated * 1.125) allocated = size + (size >> 3) + (size < 9 ? 3 : 6);
  else allocated = size + 1;
  if (allocated < LARGEST) return setRoom(o, allocated);
  PyErr_NoMemory();
  return -1;
}

/** write_bytes: a count, or -1 with an error set. */
function writeBytes(o: Borrowed, data: Borrowed): number {
  if (!isOpen(o) || !mayResize(o)) return -1;
  const buffer = openBuffer(data, PyBUF_CONTIG_RO);
  if (buffer === null) return -1;
  const count = buffer.length;
  const status = count === 0 ? 0 : putBytes(o, buffer.data, count);
  closeBuffer(buffer);
  return status < 0 ? -1 : count;
}

function putBytes(o: Borrowed, data: Address, count: number): number {
  const pos = ssize(o + POS);
  const end = pos + count;
  if (end > room(o)) {
    if (resize(o, end) < 0) return -1;
  } else if (isShared(o) && unshare(o, Math.max(end, ssize(o + SIZE))) < 0) return -1;
  const to = ptr(o + BUF) + BYTES_DATA;
  const size = ssize(o + SIZE);
  if (pos > size) fillBytes(to + size, 0, pos - size);
  copyBytes(to + pos, data, count);
  setSsize(o + POS, end);
  if (size < end) setSsize(o + SIZE, end);
  return 0;
}

// -- reading -----------------------------------------------------------------------------------------------------------

const left = (o: Borrowed): number => Math.max(0, ssize(o + SIZE) - ssize(o + POS));

function take(o: Borrowed, count: number): Owned {
  const pos = ssize(o + POS);
  if (count > 1 && pos === 0 && count === room(o) && ssize(o + EXPORTS) === 0) {
    setSsize(o + POS, count);
    return newRef(ptr(o + BUF));
  }
  const bytes = PyBytes_FromStringAndSize(count === 0 ? 0 : ptr(o + BUF) + BYTES_DATA + pos, count);
  setSsize(o + POS, pos + count);
  return bytes;
}

function read(o: Borrowed, given: Borrowed): Owned {
  const size = optionalSize(given);
  if (size !== size || !isOpen(o)) return 0;
  const most = left(o);
  return take(o, size < 0 || size > most ? most : size);
}

/** scan_eol: the length of the next line, at most `limit` of it (-1: any). */
function lineLength(o: Borrowed, limit: number): number {
  const most = left(o);
  const length = limit < 0 || limit > most ? most : limit;
  if (length === 0) return 0;
  const start = ptr(o + BUF) + BYTES_DATA + ssize(o + POS);
  const found = findU8(start, start + length, NEWLINE);
  return found >= 0 ? found - start + 1 : length;
}

function readline(o: Borrowed, given: Borrowed): Owned {
  const limit = optionalSize(given);
  return limit === limit && isOpen(o) ? take(o, lineLength(o, limit)) : 0;
}

function iternext(o: Borrowed): Owned {
  if (!isOpen(o)) return 0;
  const length = lineLength(o, -1);
  return length === 0 ? 0 : take(o, length);
}

function readlines(o: Borrowed, given: Borrowed): Owned {
  if (!isOpen(o)) return 0;
  let most = 0;
  if (given !== 0 && given !== Py_None) {
    if (!isInt(given)) return raise(PyExc_TypeError, `integer argument expected, got '${typeNameOf(given)}'`);
    most = asSsize(given);
    if (most !== most) return 0;
  }
  const result = PyList_New(0);
  if (result === 0) return 0;
  let total = 0;
  for (let length = lineLength(o, -1); length > 0; length = lineLength(o, -1)) {
    const line = take(o, length);
    if (line === 0 || PyList_Append(result, line) < 0) {
      if (line !== 0) decref(line);
      decref(result);
      return 0;
    }
    decref(line);
    total += length;
    if (most > 0 && total >= most) break;
  }
  return result;
}

function readinto(o: Borrowed, given: Borrowed): Owned {
  const target = openTarget("readinto", given);
  if (target === null) return 0;
  let result = 0;
  if (isOpen(o)) {
    const count = Math.min(left(o), target.length);
    copyBytes(target.data, ptr(o + BUF) + BYTES_DATA + ssize(o + POS), count);
    setSsize(o + POS, ssize(o + POS) + count);
    result = PyLong_FromNumber(count);
  }
  closeBuffer(target);
  return result;
}

// -- writing, position -------------------------------------------------------------------------------------------------

function write(o: Borrowed, data: Borrowed): Owned {
  const count = writeBytes(o, data);
  return count < 0 ? 0 : PyLong_FromNumber(count);
}

function writelines(o: Borrowed, lines: Borrowed): Owned {
  if (!isOpen(o)) return 0;
  const iterator = PyObject_GetIter(lines);
  if (iterator === 0) return 0;
  for (;;) {
    const line = PyIter_Next(iterator);
    if (line === 0) break;
    const count = writeBytes(o, line);
    decref(line);
    if (count < 0) break;
  }
  decref(iterator);
  return PyErr_Occurred() === 0 ? Py_None : 0;
}

function truncate(o: Borrowed, given: Borrowed): Owned {
  if (!isOpen(o) || !mayResize(o)) return 0;
  let size = ssize(o + POS);
  if (given !== 0 && given !== Py_None) {
    size = optionalSize(given);
    if (size !== size) return 0;
    if (size < 0) return raise(PyExc_ValueError, `negative size value ${size}`);
  }
  if (size < ssize(o + SIZE)) {
    setSsize(o + SIZE, size);
    if (resize(o, size) < 0) return 0;
  }
  return PyLong_FromNumber(size);
}

function seek(o: Borrowed, position: number, whence: number): Owned {
  if (!isOpen(o)) return 0;
  if (position < 0 && whence === 0) return raise(PyExc_ValueError, `negative seek value ${position}`);
  let to = position;
  if (whence === 1) to += ssize(o + POS);
  else if (whence === 2) to += ssize(o + SIZE);
  else if (whence !== 0) return raise(PyExc_ValueError, `invalid whence (${whence}, should be 0, 1 or 2)`);
  if (to > LARGEST) to = LARGEST;
  setSsize(o + POS, to < 0 ? 0 : to);
  return PyLong_FromNumber(ssize(o + POS));
}

function getvalue(o: Borrowed): Owned {
  if (!isOpen(o)) return 0;
  if (ssize(o + SIZE) !== room(o) && ssize(o + EXPORTS) === 0 && setRoom(o, ssize(o + SIZE)) < 0) return 0;
  return newRef(ptr(o + BUF));
}

function close(o: Borrowed): Owned {
  if (!mayResize(o)) return 0;
  clearSlot(o + BUF);
  return Py_None;
}

// -- life and state ----------------------------------------------------------------------------------------------------

function fill(o: Borrowed, initial: Borrowed): number {
  setSsize(o + SIZE, 0);
  setSsize(o + POS, 0);
  if (!mayResize(o)) return -1;
  if (initial === 0 || initial === Py_None) return 0;
  if (PyBytes_CheckExact(initial)) {
    replaceSlot(o + BUF, newRef(initial));
    setSsize(o + SIZE, sizeOf(initial));
    return 0;
  }
  if (ptr(o + BUF) === 0) setPtr(o + BUF, emptyBytes);
  if (writeBytes(o, initial) < 0) return -1;
  setSsize(o + POS, 0);
  return 0;
}

function init(o: Borrowed, args: Borrowed, keywords: Borrowed): number {
  const values = namedArguments("BytesIO", args, keywords, ["initial_bytes"]);
  return values === null ? -1 : fill(o, values[0]);
}

function getstate(o: Borrowed): Owned {
  const value = getvalue(o);
  if (value === 0) return 0;
  const position = PyLong_FromNumber(ssize(o + POS));
  const dict = ptr(o + bytesio.dict) === 0 ? Py_None : PyDict_Copy(ptr(o + bytesio.dict));
  const state = position === 0 || dict === 0 ? 0 : PyTuple_Pack(value, position, dict);
  decref(value);
  if (position !== 0) decref(position);
  if (dict !== 0) decref(dict);
  return state || PyErr_NoMemory();
}

/** What __setstate__ does with the last two items of a state, for StringIO too. False with an error set. */
export function restorePosition(o: Borrowed, pos: number, position: Borrowed, which: string): boolean {
  if (!isInt(position)) {
    raise(
      PyExc_TypeError,
      `${which} item of state must be an integer, ${which === "second" ? "not" : "got"} ${typeNameOf(position)}`,
    );
    return false;
  }
  const value = asSsize(position);
  if (value !== value) return false;
  if (value < 0) {
    raise(PyExc_ValueError, "position value cannot be negative");
    return false;
  }
  setSsize(o + pos, Math.min(value, LARGEST));
  return true;
}

export function restoreDict(o: Borrowed, slot: number, dict: Borrowed, which: string): boolean {
  if (dict === Py_None) return true;
  if (!isDict(dict)) {
    raise(PyExc_TypeError, `${which} item of state should be a dict, got a ${typeNameOf(dict)}`);
    return false;
  }
  if (ptr(o + slot) !== 0) return PyDict_Update(ptr(o + slot), dict) >= 0;
  setPtr(o + slot, newRef(dict));
  return true;
}

function setstate(o: Borrowed, state: Borrowed): Owned {
  if (!isTuple(state) || sizeOf(state) < 3) {
    const type = typeNameOf(o);
    return raise(PyExc_TypeError, `${type}.__setstate__ argument should be 3-tuple, got ${typeNameOf(state)}`);
  }
  if (!mayResize(o)) return 0;
  setSsize(o + SIZE, 0);
  setSsize(o + POS, 0);
  if (writeBytes(o, PyTuple_GET_ITEM(state, 0)) < 0) return 0;
  if (!restorePosition(o, POS, PyTuple_GET_ITEM(state, 1), "second")) return 0;
  return restoreDict(o, bytesio.dict, PyTuple_GET_ITEM(state, 2), "third") ? Py_None : 0;
}

function sizeofBytesIO(o: Borrowed): Owned {
  const buf = ptr(o + BUF);
  const extra = buf === 0 || isShared(o) ? 0 : BYTES_HEAD_BYTES + sizeOf(buf);
  return PyLong_FromNumber(instanceBytes(typeOf(o), 0) + extra);
}

const yes = (o: Borrowed): Owned => (isOpen(o) ? bool(true) : 0);
const METHODS: readonly MethodRow[] = [
  ["readable", "()", yes],
  ["seekable", "()", yes],
  ["writable", "()", yes],
  ["close", "()", close],
  ["flush", "()", (o: Borrowed) => (isOpen(o) ? Py_None : 0)],
  ["isatty", "()", (o: Borrowed) => (isOpen(o) ? bool(false) : 0)],
  ["tell", "()", (o: Borrowed) => (isOpen(o) ? PyLong_FromNumber(ssize(o + POS)) : 0)],
  ["write", "(b, /)", write],
  ["writelines", "(lines, /)", writelines],
  ["read1", "(size=-1, /)", read],
  ["readinto", "(buffer, /)", readinto],
  ["readline", "(size=-1, /)", readline],
  ["readlines", "(size=None, /)", readlines],
  ["read", "(size=-1, /)", read],
  ["getbuffer", "()", getbuffer],
  ["getvalue", "()", getvalue],
  ["seek", "(pos: ssize, whence: int = 0, /)", seek],
  ["truncate", "(size=None, /)", truncate],
  ["__getstate__", "()", getstate],
  ["__setstate__", "(object, /)", setstate],
  ["__sizeof__", "()", sizeofBytesIO],
];

export const PyBytesIO_Type = newModuleType({
  name: "_io.BytesIO",
  basicsize: bytesio.sizeof,
  flags: STREAM_FLAGS,
  dictoffset: bytesio.dict,
  weaklistoffset: bytesio.weakreflist,
  slots: {
    tp_new: (type: Borrowed): Owned => {
      const o = PyType_GenericAlloc(type, 0);
      if (o !== 0) setPtr(o + BUF, emptyBytes);
      return o;
    },
    tp_init: init,
    tp_dealloc: streamDealloc(bytesio.weakreflist, [BUF, bytesio.dict]),
    tp_traverse: traverser(bytesio.dict, BUF),
    tp_clear: clearer(bytesio.dict),
    tp_iter: (o: Borrowed): Owned => newRef(o),
    tp_iternext: iternext,
  },
  methods: METHODS,
  getset: [["closed", (o: Borrowed) => bool(ptr(o + BUF) === 0)]],
});

// -- getbuffer ---------------------------------------------------------------------------------------------------------

const SOURCE = bytesiobuf.source;

function exportBuffer(o: Borrowed, view: Address, flags: number): number {
  const source = ptr(o + SOURCE);
  if (view === 0) return raiseInt(PyExc_BufferError, "bytesiobuf_getbuffer: view==NULL argument is obsolete");
  if (ssize(source + EXPORTS) === 0 && isShared(source) && unshare(source, ssize(source + SIZE)) < 0) return -1;
  const data = ptr(source + BUF) + BYTES_DATA;
  const status = PyBuffer_FillInfo(view, o, data, ssize(source + SIZE), false, flags);
  if (status >= 0) setSsize(source + EXPORTS, ssize(source + EXPORTS) + 1);
  return status;
}

function releaseBuffer(o: Borrowed, view: Address): void {
  if (ptr(view + Py_buffer.obj) === 0) return;
  const source = ptr(o + SOURCE);
  setSsize(source + EXPORTS, ssize(source + EXPORTS) - 1);
}

const PyBytesIOBuffer_Type = newModuleType({
  name: "_io._BytesIOBuffer",
  basicsize: bytesiobuf.sizeof,
  flags: Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_DISALLOW_INSTANTIATION,
  slots: {
    tp_dealloc: deallocator(SOURCE),
    tp_traverse: traverser(SOURCE),
    tp_clear: clearer(),
    bf_getbuffer: exportBuffer,
    bf_releasebuffer: releaseBuffer,
  },
});

export { PyBytesIOBuffer_Type };

function getbuffer(o: Borrowed): Owned {
  if (!isOpen(o)) return 0;
  const buffer = allocate(typeIn(PyBytesIOBuffer_Type));
  if (buffer === 0) return 0;
  setPtr(buffer + SOURCE, newRef(o));
  const view = PyMemoryView_FromObject(buffer);
  decref(buffer);
  return view;
}
