// _IOBase: what every stream has. Its methods are written in terms of read, peek, write, flush and closed, by name.
//
// Streams close themselves when they die: tp_finalize calls close(), and the tp_dealloc of each class of _io begins with
// finalizeStream, since close() may run the program's code and even bring the object back.
import { gcUntrack } from "../../gc/link.ts";
import { type Address, type Borrowed, i32, type Owned, ptr, u8 } from "../../memory/memory.ts";
import { iobase } from "../../memory/structs/io.ts";
import {
  PyIter_Next,
  PyObject_GetIter,
  PyObject_GetOptionalAttr,
  PyObject_IsTrue,
  PyObject_SetAttr,
  PyObject_Size,
} from "../../objects/abstract.ts";
import { BYTES_DATA, PyBytes_FromStringAndSize } from "../../objects/bytes_core.ts";
import { newModuleType } from "../../objects/declare.ts";
import { PyObject_GenericGetDict } from "../../objects/dict_instance.ts";
import {
  PyErr_Clear,
  PyErr_GetRaisedException,
  PyErr_NoMemory,
  PyErr_Occurred,
  PyErr_SetRaisedException,
  raise,
  typeNameOf,
} from "../../objects/errors.ts";
import { identifier } from "../../objects/identifiers.ts";
import { PyList_Append, PyList_New } from "../../objects/list_core.ts";
import { PyList_Extend } from "../../objects/list_extend.ts";
import { bool, PyLong_FromNumber } from "../../objects/long_core.ts";
import {
  clearSlot,
  decref,
  isBytes,
  newRef,
  Py_TPFLAGS_BASETYPE,
  Py_TPFLAGS_HAVE_GC,
  sizeOf,
  typeOf,
} from "../../objects/object.ts";
import { objectNew } from "../../objects/object_type.ts";
import { PyErr_WriteUnraisable } from "../../objects/slot_functions.ts";
import { finalizeFromDealloc, freeOfHeapType } from "../../objects/type_alloc.ts";
import { shortName } from "../../objects/type_names.ts";
import { Py_None, Py_True, PyExc_OSError, PyExc_TypeError, PyExc_ValueError } from "../../objects/types.ts";
import { PyObject_ClearWeakRefs } from "../../objects/weakref_core.ts";
import { clearer, traverser } from "../type_support.ts";
import {
  callForEffect,
  callMethod,
  chainExceptions,
  dropAll,
  id,
  joinBytes,
  optionalSize,
  trapEintr,
  unsupported,
} from "./shared.ts";

export const STREAM_FLAGS = Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC;
const NEWLINE = 0x0a;

const id_IOBase_closed = identifier("__IOBase_closed");
const id_finalizing = identifier("_finalizing");

// -- closing -----------------------------------------------------------------------------------------------------------

/** iobase_is_closed: 1, 0, or -1 with an error set. */
function isMarkedClosed(o: Borrowed): number {
  const mark = PyObject_GetOptionalAttr(o, id_IOBase_closed);
  if (mark === 0) return PyErr_Occurred() === 0 ? 0 : -1;
  decref(mark);
  return 1;
}

/** _PyIOBase_check_closed: false with ValueError set when `closed` says so. */
export function checkNotClosed(o: Borrowed): boolean {
  const closed = PyObject_GetOptionalAttr(o, id.closed);
  if (closed === 0) return PyErr_Occurred() === 0;
  const truth = PyObject_IsTrue(closed);
  decref(closed);
  if (truth > 0) raise(PyExc_ValueError, "I/O operation on closed file.");
  return truth === 0;
}

/** IOBase.close(), as FileIO.close calls it too. */
export function closeBase(o: Borrowed): Owned {
  const closed = isMarkedClosed(o);
  if (closed !== 0) return closed < 0 ? 0 : Py_None;
  let error = 0;
  if (callForEffect(o, id.flush) < 0) error = PyErr_GetRaisedException();
  const status = PyObject_SetAttr(o, id_IOBase_closed, Py_True);
  if (error !== 0) chainExceptions(error);
  return status < 0 || error !== 0 ? 0 : Py_None;
}

function finalize(o: Borrowed): void {
  const pending = PyErr_GetRaisedException();
  const closed = PyObject_GetOptionalAttr(o, id.closed);
  // Without a usable `closed` the object is in no state to be closed.
  const isClosed = closed === 0 ? -1 : PyObject_IsTrue(closed);
  if (closed !== 0) decref(closed);
  if (isClosed < 0) PyErr_Clear();
  if (isClosed === 0) {
    // Some classes warn of a file that was not closed.
    if (PyObject_SetAttr(o, id_finalizing, Py_True) < 0) PyErr_Clear();
    if (callForEffect(o, id.close) < 0) PyErr_WriteUnraisable(o);
  }
  if (pending !== 0) PyErr_SetRaisedException(pending);
}

/** _PyIOBase_finalize at the begin of tp_dealloc: true when the object lives again. */
export function finalizeStream(o: Address): boolean {
  return finalizeFromDealloc(o);
}

/** The tp_dealloc of a stream: closes it, lets go of what `own` frees, and of its fields. */
export function streamDealloc(weaklist: number, fields: readonly number[], own?: (o: Address) => void) {
  return (o: Address): void => {
    if (finalizeStream(o)) return;
    gcUntrack(o);
    if (ptr(o + weaklist) !== 0) PyObject_ClearWeakRefs(o);
    own?.(o);
    for (const field of fields) clearSlot(o + field);
    freeOfHeapType(o);
  };
}

/** _PyIOBase_cannot_pickle */
export function cannotPickle(o: Borrowed): 0 {
  return raise(PyExc_TypeError, `cannot pickle '${shortName(typeOf(o))}' instances`);
}
export const PICKLE_METHODS = [
  ["__reduce__", "()", cannotPickle],
  ["__reduce_ex__", "(object, /)", cannotPickle],
] as const;

// -- abilities ---------------------------------------------------------------------------------------------------------

/** _PyIOBase_check_seekable and its kin: true, or false with UnsupportedOperation (or another error) set. */
export function checkAbility(o: Borrowed, method: Borrowed, word: string): boolean {
  const answer = callMethod(o, method);
  if (answer === 0) return false;
  decref(answer);
  if (answer === Py_True) return true;
  unsupported(`File or stream is not ${word}.`);
  return false;
}
const requires = (method: Borrowed, word: string) => (o: Borrowed) => (checkAbility(o, method, word) ? Py_True : 0);

// -- reading -----------------------------------------------------------------------------------------------------------

/** How much to read next so that not more than a line is taken: 1 without peek; -1 with an error set. */
function lineAhead(o: Borrowed, peek: boolean, limit: number): number {
  if (!peek) return 1;
  let ahead = 0;
  do {
    const one = PyLong_FromNumber(1);
    ahead = callMethod(o, id.peek, one);
    decref(one);
  } while (ahead === 0 && trapEintr());
  if (ahead === 0) return -1;
  if (!isBytes(ahead)) {
    raise(PyExc_OSError, `peek() should have returned a bytes object, not '${typeNameOf(ahead)}'`);
    decref(ahead);
    return -1;
  }
  const size = sizeOf(ahead);
  let count = 1;
  if (size > 0) {
    count = 0;
    const end = limit >= 0 && limit < size ? limit : size;
    while (count < end) if (u8(ahead + BYTES_DATA + count++) === NEWLINE) break;
  }
  decref(ahead);
  return count;
}

function readline(o: Borrowed, size: Borrowed): Owned {
  const limit = optionalSize(size);
  if (limit !== limit) return 0;
  const peek = PyObject_GetOptionalAttr(o, id.peek);
  if (peek === 0 && PyErr_Occurred() !== 0) return 0;
  const hasPeek = peek !== 0;
  if (hasPeek) decref(peek);
  const parts: Owned[] = [];
  let length = 0;
  while (limit < 0 || length < limit) {
    const wanted = lineAhead(o, hasPeek, limit);
    if (wanted < 0) return dropAll(parts);
    const count = PyLong_FromNumber(wanted);
    const piece = count === 0 ? PyErr_NoMemory() : callMethod(o, id.read, count);
    if (count !== 0) decref(count);
    if (piece === 0) {
      if (trapEintr()) continue;
      return dropAll(parts);
    }
    if (!isBytes(piece)) {
      raise(PyExc_OSError, `read() should have returned a bytes object, not '${typeNameOf(piece)}'`);
      decref(piece);
      return dropAll(parts);
    }
    const size = sizeOf(piece);
    parts.push(piece);
    if (size === 0) break;
    length += size;
    if (u8(piece + BYTES_DATA + size - 1) === NEWLINE) break;
  }
  return parts.length === 0 ? PyBytes_FromStringAndSize(0, 0) : joinBytes(parts);
}

function iter(o: Borrowed): Owned {
  return checkNotClosed(o) ? newRef(o) : 0;
}

function iternext(o: Borrowed): Owned {
  const line = callMethod(o, id.readline);
  if (line === 0) return 0;
  if (PyObject_Size(line) > 0) return line;
  decref(line);
  return 0;
}

function readlines(o: Borrowed, hint: Borrowed): Owned {
  const limit = optionalSize(hint);
  if (limit !== limit) return 0;
  const result = PyList_New(0);
  if (result === 0) return 0;
  if (limit <= 0) {
    if (PyList_Extend(result, o) >= 0) return result;
    decref(result);
    return 0;
  }
  const iterator = PyObject_GetIter(o);
  let length = 0;
  while (iterator !== 0) {
    const line = PyIter_Next(iterator);
    if (line === 0) break;
    const size = PyList_Append(result, line) < 0 ? -1 : PyObject_Size(line);
    decref(line);
    if (size < 0 || size > limit - length) break;
    length += size;
  }
  if (iterator !== 0) decref(iterator);
  if (iterator !== 0 && PyErr_Occurred() === 0) return result;
  decref(result);
  return 0;
}

function writelines(o: Borrowed, lines: Borrowed): Owned {
  if (!checkNotClosed(o)) return 0;
  const iterator = PyObject_GetIter(lines);
  if (iterator === 0) return 0;
  for (;;) {
    const line = PyIter_Next(iterator);
    if (line === 0) break;
    let status = 0;
    do status = callForEffect(o, id.write, line);
    while (status < 0 && trapEintr());
    decref(line);
    if (status < 0) break;
  }
  decref(iterator);
  return PyErr_Occurred() === 0 ? Py_None : 0;
}

function tell(o: Borrowed): Owned {
  const zero = PyLong_FromNumber(0);
  const one = PyLong_FromNumber(1);
  return callMethod(o, id.seek, zero, one);
}

const no = (): Borrowed => bool(false);

export const IOBASE_DICT = ["__dict__", PyObject_GenericGetDict] as const;

export const PyIOBase_Type = newModuleType({
  name: "_io._IOBase",
  basicsize: iobase.sizeof,
  flags: STREAM_FLAGS,
  dictoffset: iobase.dict,
  weaklistoffset: iobase.weakreflist,
  slots: {
    tp_new: objectNew,
    tp_dealloc: streamDealloc(iobase.weakreflist, [iobase.dict]),
    tp_traverse: traverser(iobase.dict),
    tp_clear: clearer(iobase.dict),
    tp_iter: iter,
    tp_iternext: iternext,
    tp_finalize: finalize,
  },
  methods: [
    ["seek", "(offset, whence: int = os.SEEK_SET, /)", () => unsupported("seek")],
    ["tell", "()", tell],
    ["truncate", "(size=None, /)", () => unsupported("truncate")],
    [
      "flush",
      "()",
      (o: Borrowed): Owned => {
        const closed = isMarkedClosed(o);
        if (closed === 0) return Py_None;
        return closed < 0 ? 0 : raise(PyExc_ValueError, "I/O operation on closed file.");
      },
    ],
    ["close", "()", closeBase],
    ["seekable", "()", no],
    ["readable", "()", no],
    ["writable", "()", no],
    ["_checkClosed", "()", (o: Borrowed) => (checkNotClosed(o) ? Py_None : 0)],
    ["_checkSeekable", "()", requires(id.seekable, "seekable")],
    ["_checkReadable", "()", requires(id.readable, "readable")],
    ["_checkWritable", "()", requires(id.writable, "writable")],
    ["fileno", "()", () => unsupported("fileno")],
    ["isatty", "()", (o: Borrowed) => (checkNotClosed(o) ? bool(false) : 0)],
    ["__enter__", "()", (o: Borrowed) => (checkNotClosed(o) ? newRef(o) : 0)],
    ["__exit__", "(*args)", (o: Borrowed) => callMethod(o, id.close)],
    ["readline", "(size=-1, /)", readline],
    ["readlines", "(hint=-1, /)", readlines],
    ["writelines", "(lines, /)", writelines],
  ],
  getset: [
    IOBASE_DICT,
    [
      "closed",
      (o: Borrowed): Owned => {
        const closed = isMarkedClosed(o);
        return closed < 0 ? 0 : bool(closed > 0);
      },
    ],
  ],
});

/** A member's int as a truth. */
export const flag = (o: Borrowed, field: number): boolean => i32(o + field) !== 0;
