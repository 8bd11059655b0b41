// What BufferedReader, BufferedWriter and BufferedRandom share: one buffer in the machine's memory for reading and writing.
//
//   buffer   |........ pos ........ read_end ......|      bytes read ahead: read_end - pos
//            |.. write_pos ...... write_end .......|      bytes to be written
//                        raw_pos                           where the raw stream stands, counted in the buffer
//
// Invariants: read_end is -1 when nothing was read, write_end when nothing is to be written; abs_pos is the raw stream's own
// position when it is known, and follows each read, write and seek of it.
import { ERRNO } from "../../host/errno.ts";
import { memFree, memMalloc } from "../../memory/allocators.ts";
import {
  type Address,
  type Borrowed,
  bytesAt,
  i32,
  low,
  type Owned,
  ptr,
  setI32,
  setI64,
  setPtr,
  setSsize,
  setU8,
  ssize,
  u8,
} from "../../memory/memory.ts";
import { PyBaseExceptionObject } from "../../memory/structs/exceptions.ts";
import { buffered, fileio } from "../../memory/structs/io.ts";
import { PyObject_GetAttr, PyObject_GetOptionalAttr, PyObject_IsTrue, PyObject_Repr } from "../../objects/abstract.ts";
import { PyObject_CallThreeArgs } from "../../objects/call.ts";
import type { GetSetRow, MemberRow, MethodRow } from "../../objects/declare.ts";
import { PyDict_GetItemWithError } from "../../objects/dict_core.ts";
import {
  PyErr_Clear,
  PyErr_ExceptionMatches,
  PyErr_GetRaisedException,
  PyErr_NoMemory,
  PyErr_Occurred,
  PyErr_SetObject,
  PyErr_SetRaisedException,
  raise,
  raiseInt,
  typeNameOf,
} from "../../objects/errors.ts";
import { PyLong_FromNumber } from "../../objects/long_core.ts";
import { PyMemoryView_FromMemory } from "../../objects/memoryview_core.ts";
import { clearSlot, decref, newRef, replaceSlot, typeIn, typeOf } from "../../objects/object.ts";
import { Py_ReprEnter, Py_ReprLeave } from "../../objects/repr_guard.ts";
import { instanceBytes } from "../../objects/type_alloc.ts";
import {
  Py_None,
  PyExc_BlockingIOError,
  PyExc_OSError,
  PyExc_RuntimeError,
  PyExc_ValueError,
} from "../../objects/types.ts";
import { PyUnicode_FromString, textOf } from "../../objects/unicode_core.ts";
import { PyErr_CheckSignals } from "../check_signals.ts";
import { traverser } from "../type_support.ts";
import { isFileClosed, PyFileIO_Type, readFileInto, WOULD_BLOCK, writeFileBytes } from "./fileio.ts";
import { checkAbility, PICKLE_METHODS, streamDealloc } from "./iobase.ts";
import {
  asOffset,
  asSsize,
  callForEffect,
  callMethod,
  chainExceptions,
  id,
  offsetAt,
  setOffset,
  trapEintr,
  unsupported,
} from "./shared.ts";

const B = buffered;

/** A position in the buffer, or -1: fits an int32. */
const at = (o: Borrowed, field: number): number => low(o + field);
function put(o: Borrowed, field: number, value: number): void {
  setI64(o + field, value, value >> 31);
}

export { at as bufferAt, put as putBufferAt };

// -- state -------------------------------------------------------------------------------------------------------------

export function checkInitialized(o: Borrowed): boolean {
  if (i32(o + B.ok) > 0) return true;
  raise(
    PyExc_ValueError,
    i32(o + B.detached) !== 0 ? "raw stream has been detached" : "I/O operation on uninitialized object",
  );
  return false;
}

/** buffered_closed: 1, 0, or -1 with an error set. */
function closedOfRaw(o: Borrowed): number {
  if (!checkInitialized(o)) return -1;
  const closed = PyObject_GetAttr(ptr(o + B.raw), id.closed);
  if (closed === 0) return -1;
  const truth = PyObject_IsTrue(closed);
  decref(closed);
  return truth;
}

export function isBufferedClosed(o: Borrowed): number {
  if (ptr(o + B.buffer) === 0) return 1;
  return i32(o + B.fast_closed_checks) !== 0 ? (isFileClosed(ptr(o + B.raw)) ? 1 : 0) : closedOfRaw(o);
}

const readsAhead = (o: Borrowed): boolean => i32(o + B.readable) !== 0 && at(o, B.read_end) !== -1;
const hasToWrite = (o: Borrowed): boolean => i32(o + B.writable) !== 0 && at(o, B.write_end) !== -1;

export { hasToWrite, readsAhead };

/** READAHEAD: bytes that were read and not taken. */
export function readAhead(o: Borrowed): number {
  return readsAhead(o) ? at(o, B.read_end) - at(o, B.pos) : 0;
}

/** RAW_OFFSET: how far the raw stream is ahead of where the program thinks it is. */
export function rawOffset(o: Borrowed): number {
  return (readsAhead(o) || hasToWrite(o)) && at(o, B.raw_pos) >= 0 ? at(o, B.raw_pos) - at(o, B.pos) : 0;
}

/** ADJUST_POSITION */
export function adjustPosition(o: Borrowed, position: number): void {
  put(o, B.pos, position);
  if (readsAhead(o) && at(o, B.read_end) < position) put(o, B.read_end, position);
}

/** Initialized, and not closed (or with bytes read ahead): false with ValueError set. */
export function checkUsable(o: Borrowed, message: string): boolean {
  if (!checkInitialized(o)) return false;
  if (i32(o + B.fast_closed_checks) !== 0 && ptr(o + B.buffer) !== 0 && !isFileClosed(ptr(o + B.raw))) return true;
  const closed = isBufferedClosed(o);
  if (closed === 0) return true;
  if (closed < 0) return false;
  if (readAhead(o) !== 0) return true;
  raise(PyExc_ValueError, message);
  return false;
}

/** ENTER_BUFFERED: a stream is not entered from within itself. False with RuntimeError set. */
export function enter(o: Borrowed): boolean {
  if (low(o + B.owner) === 0) {
    setI64(o + B.owner, 1, 0);
    return true;
  }
  const shown = PyObject_Repr(o);
  if (shown === 0) return false;
  raise(PyExc_RuntimeError, `reentrant call inside ${textOf(shown)}`);
  decref(shown);
  return false;
}

/** LEAVE_BUFFERED; passes an answer through. */
export function leave(o: Borrowed, answer: number): number {
  setI64(o + B.owner, 0, 0);
  return answer;
}

/** _buffered_init. 0, or -1 with an error set. */
export function initBuffer(o: Borrowed, raw: Borrowed, size: number, readable: boolean, writable: boolean): number {
  replaceSlot(o + B.raw, newRef(raw));
  setI32(o + B.readable, readable ? 1 : 0);
  setI32(o + B.writable, writable ? 1 : 0);
  setSsize(o + B.buffer_size, size);
  if (size <= 0) return raiseInt(PyExc_ValueError, "buffer size must be strictly positive");
  if (ptr(o + B.buffer) !== 0) memFree(ptr(o + B.buffer));
  const buffer = memMalloc(size);
  setPtr(o + B.buffer, buffer);
  if (buffer === 0) {
    PyErr_NoMemory();
    return -1;
  }
  setI64(o + B.owner, 0, 0);
  setSsize(o + B.buffer_mask, (size & (size - 1)) === 0 ? size - 1 : 0);
  if (tellRaw(o) < 0) PyErr_Clear();
  return 0;
}

/** Whether neither the stream's class nor its raw stream's is the program's own. */
export function setFastChecks(o: Borrowed, type: Borrowed): void {
  const raw = ptr(o + B.raw);
  setI32(o + B.fast_closed_checks, typeOf(o) === type && typeOf(raw) === typeIn(PyFileIO_Type) ? 1 : 0);
}

// -- the raw stream ----------------------------------------------------------------------------------------------------

/** Keeps a position that the raw stream answered: -1 with an error set. */
function keepPosition(o: Borrowed, answer: Owned): number {
  if (answer === 0) return -1;
  const position = asOffset(answer, PyExc_ValueError);
  decref(answer);
  if (position !== position) return -1;
  if (position < 0) return raiseInt(PyExc_OSError, `Raw stream returned invalid position ${position}`);
  setOffset(o + B.abs_pos, position);
  return position;
}

/** _buffered_raw_tell */
export function tellRaw(o: Borrowed): number {
  return keepPosition(o, callMethod(ptr(o + B.raw), id.tell));
}

/** RAW_TELL */
export function knownPosition(o: Borrowed): number {
  const position = offsetAt(o + B.abs_pos);
  return position !== -1 ? position : tellRaw(o);
}

/** _buffered_raw_seek */
export function seekRaw(o: Borrowed, target: number, whence: number): number {
  const position = PyLong_FromNumber(target);
  const how = PyLong_FromNumber(whence);
  const answer = position === 0 || how === 0 ? PyErr_NoMemory() : callMethod(ptr(o + B.raw), id.seek, position, how);
  decref(position);
  decref(how);
  return keepPosition(o, answer);
}

function moved(o: Borrowed, count: number): number {
  const position = offsetAt(o + B.abs_pos);
  if (count > 0 && position !== -1) setOffset(o + B.abs_pos, position + count);
  return count;
}

/** A FileIO that does what its class does: it is called without a view of the buffer. */
function isPlainFile(raw: Borrowed, method: Borrowed): boolean {
  if (typeOf(raw) !== typeIn(PyFileIO_Type)) return false;
  const dict = ptr(raw + fileio.dict);
  return dict === 0 || PyDict_GetItemWithError(dict, method) === 0;
}

/** Calls raw.readinto or raw.write with a view of memory: a count, -1 with an error set, or WOULD_BLOCK. */
function callRaw(o: Borrowed, method: Borrowed, start: Address, count: number, readonly: boolean): number {
  let answer = 0;
  do {
    const view = PyMemoryView_FromMemory(start, count, readonly);
    if (view === 0) return -1;
    answer = callMethod(ptr(o + B.raw), method, view);
    decref(view);
  } while (answer === 0 && trapEintr());
  if (answer === 0) return -1;
  if (answer === Py_None) return WOULD_BLOCK;
  const done = asSsize(answer, PyExc_ValueError);
  decref(answer);
  const name = readonly ? "write" : "readinto";
  if (done !== done) {
    if (readonly) {
      // As CPython, which looks at the range alone.
      PyErr_Clear();
      return raiseInt(
        PyExc_OSError,
        `raw write() returned invalid length -1 (should have been between 0 and ${count})`,
      );
    }
    const cause = PyErr_GetRaisedException();
    raise(PyExc_OSError, `raw ${name}() failed`);
    setCause(cause);
    return -1;
  }
  if (done < 0 || done > count) {
    return raiseInt(
      PyExc_OSError,
      `raw ${name}() returned invalid length ${done} (should have been between 0 and ${count})`,
    );
  }
  return done;
}

/** The pending error comes from another one, which it takes. */
function setCause(cause: Owned): void {
  const error = PyErr_GetRaisedException();
  replaceSlot(error + PyBaseExceptionObject.cause, newRef(cause));
  replaceSlot(error + PyBaseExceptionObject.context, cause);
  setU8(error + PyBaseExceptionObject.suppress_context, 1);
  PyErr_SetRaisedException(error);
}

/** _bufferedreader_raw_read: a count, -1 with an error set, or WOULD_BLOCK. */
export function readRaw(o: Borrowed, start: Address, count: number): number {
  const raw = ptr(o + B.raw);
  const done = isPlainFile(raw, id.readinto)
    ? readFileInto(raw, start, count)
    : callRaw(o, id.readinto, start, count, false);
  return done < 0 ? done : moved(o, done);
}

/** _bufferedwriter_raw_write: a count, -1 with an error set, or WOULD_BLOCK. */
export function writeRaw(o: Borrowed, start: Address, count: number): number {
  const raw = ptr(o + B.raw);
  const done = isPlainFile(raw, id.write)
    ? writeFileBytes(raw, bytesAt(start, count).slice())
    : callRaw(o, id.write, start, count, true);
  return done < 0 ? done : moved(o, done);
}

// -- flushing ----------------------------------------------------------------------------------------------------------

export const forgetRead = (o: Borrowed): void => put(o, B.read_end, -1);
export function forgetWritten(o: Borrowed): void {
  put(o, B.write_pos, 0);
  put(o, B.write_end, -1);
}

/** _set_BlockingIOError. errno is what the raw write left: a stream of the program's own leaves none. Answers -1. */
export function raiseBlocking(o: Borrowed, written: number): -1 {
  PyErr_Clear();
  const errno = PyLong_FromNumber(isPlainFile(ptr(o + B.raw), id.write) ? ERRNO.EAGAIN : 0);
  const message = PyUnicode_FromString("write could not complete without blocking");
  const count = PyLong_FromNumber(written);
  const error = PyObject_CallThreeArgs(PyExc_BlockingIOError, errno, message, count);
  decref(errno);
  decref(message);
  decref(count);
  if (error !== 0) {
    PyErr_SetObject(PyExc_BlockingIOError, error);
    decref(error);
  }
  return -1;
}

/** _bufferedwriter_flush_unlocked: 0, or -1 with an error set. */
export function flushWritten(o: Borrowed): number {
  if (hasToWrite(o) && at(o, B.write_pos) !== at(o, B.write_end)) {
    const rewind = rawOffset(o) + (at(o, B.pos) - at(o, B.write_pos));
    if (rewind !== 0) {
      if (seekRaw(o, -rewind, 1) < 0) return -1;
      put(o, B.raw_pos, at(o, B.raw_pos) - rewind);
    }
    while (at(o, B.write_pos) < at(o, B.write_end)) {
      const from = at(o, B.write_pos);
      const count = writeRaw(o, ptr(o + B.buffer) + from, at(o, B.write_end) - from);
      if (count === WOULD_BLOCK) return raiseBlocking(o, 0);
      if (count < 0) return -1;
      put(o, B.write_pos, from + count);
      put(o, B.raw_pos, from + count);
      if (PyErr_CheckSignals() < 0) return -1;
    }
  }
  // After this hasToWrite() is false, which rawOffset() counts on.
  forgetWritten(o);
  return 0;
}

/** buffered_flush_and_rewind_unlocked: 0, or -1 with an error set. */
export function flushAndRewind(o: Borrowed): number {
  if (flushWritten(o) < 0) return -1;
  if (i32(o + B.readable) === 0) return 0;
  const status = seekRaw(o, -rawOffset(o), 1);
  forgetRead(o);
  return status < 0 ? -1 : 0;
}

function flush(o: Borrowed): Owned {
  if (!checkUsable(o, "flush of closed file") || !enter(o)) return 0;
  return leave(o, flushAndRewind(o) < 0 ? 0 : Py_None);
}

/** flush() of a reader, which has nothing to write. */
function simpleFlush(o: Borrowed): Owned {
  return checkInitialized(o) ? callMethod(ptr(o + B.raw), id.flush) : 0;
}

// -- closing -----------------------------------------------------------------------------------------------------------

function warnUnclosed(o: Borrowed, source: Borrowed): Owned {
  const raw = ptr(o + B.raw);
  if (i32(o + B.ok) !== 0 && raw !== 0 && callForEffect(raw, id._dealloc_warn, source) < 0) PyErr_Clear();
  return Py_None;
}

function freeBuffer(o: Borrowed): void {
  const buffer = ptr(o + B.buffer);
  setPtr(o + B.buffer, 0);
  if (buffer !== 0) memFree(buffer);
}

function close(o: Borrowed): Owned {
  if (!checkInitialized(o) || !enter(o)) return 0;
  const closed = closedOfRaw(o);
  if (closed !== 0) return leave(o, closed < 0 ? 0 : Py_None);
  if (u8(o + B.finalizing) !== 0) warnUnclosed(o, o);
  leave(o, 0);
  const error = callForEffect(o, id.flush) < 0 ? PyErr_GetRaisedException() : 0;
  if (!enter(o)) {
    if (error !== 0) decref(error);
    return 0;
  }
  let result = callMethod(ptr(o + B.raw), id.close);
  freeBuffer(o);
  if (error !== 0) {
    chainExceptions(error);
    if (result !== 0) decref(result);
    result = 0;
  }
  put(o, B.read_end, 0);
  put(o, B.pos, 0);
  return leave(o, result);
}

function detach(o: Borrowed): Owned {
  if (!checkInitialized(o) || callForEffect(o, id.flush) < 0) return 0;
  const raw = ptr(o + B.raw);
  setPtr(o + B.raw, 0);
  setI32(o + B.detached, 1);
  setI32(o + B.ok, 0);
  return raw;
}

// -- position ----------------------------------------------------------------------------------------------------------

// A raw stream that stands at 0 however much is read, as a terminal's does, is behind what was read ahead: never below 0.
function tell(o: Borrowed): Owned {
  if (!checkInitialized(o)) return 0;
  const position = tellRaw(o);
  return position < 0 ? 0 : PyLong_FromNumber(Math.max(position - rawOffset(o), 0));
}

const SEEK_DATA = 3;
const SEEK_HOLE = 4;

function seek(o: Borrowed, targetObject: Borrowed, whence: number): Owned {
  if (!checkInitialized(o)) return 0;
  if ((whence < 0 || whence > 2) && whence !== SEEK_DATA && whence !== SEEK_HOLE) {
    return raise(PyExc_ValueError, `whence value ${whence} unsupported`);
  }
  if (!checkUsable(o, "seek of closed file")) return 0;
  if (!checkAbility(ptr(o + B.raw), id.seekable, "seekable")) return 0;
  let target = asOffset(targetObject, PyExc_ValueError);
  if (target !== target) return 0;
  if (whence <= 1 && i32(o + B.readable) !== 0) {
    // Inside what was read ahead, nothing but the position changes.
    const current = knownPosition(o);
    const ahead = readAhead(o);
    if (ahead > 0) {
      const distance = whence === 0 ? target - (current - rawOffset(o)) : target;
      if (distance >= -at(o, B.pos) && distance <= ahead) {
        put(o, B.pos, at(o, B.pos) + distance);
        return PyLong_FromNumber(Math.max(current - ahead + distance, 0));
      }
    } else if (current < 0) PyErr_Clear();
  }
  if (!enter(o)) return 0;
  if (i32(o + B.writable) !== 0 && flushWritten(o) < 0) return leave(o, 0);
  if (whence === 1) target -= rawOffset(o);
  const position = seekRaw(o, target, whence);
  if (position < 0) return leave(o, 0);
  put(o, B.raw_pos, -1);
  if (i32(o + B.readable) !== 0) forgetRead(o);
  return leave(o, PyLong_FromNumber(position));
}

function truncate(o: Borrowed, size: Borrowed): Owned {
  if (!checkUsable(o, "truncate of closed file")) return 0;
  if (i32(o + B.writable) === 0) return unsupported("truncate");
  if (!enter(o)) return 0;
  if (flushAndRewind(o) < 0) return leave(o, 0);
  const result = callMethod(ptr(o + B.raw), id.truncate, size || Py_None);
  if (result !== 0 && tellRaw(o) < 0) PyErr_Clear();
  return leave(o, result);
}

// -- the rows ----------------------------------------------------------------------------------------------------------

const forward =
  (name: Borrowed) =>
  (o: Borrowed): Owned =>
    checkInitialized(o) ? callMethod(ptr(o + B.raw), name) : 0;
const forwardAttribute =
  (name: Borrowed) =>
  (o: Borrowed): Owned =>
    checkInitialized(o) ? PyObject_GetAttr(ptr(o + B.raw), name) : 0;

function repr(o: Borrowed): Owned {
  const name = PyObject_GetOptionalAttr(o, id.name);
  if (name === 0) {
    if (PyErr_Occurred() !== 0) {
      if (!PyErr_ExceptionMatches(PyExc_ValueError)) return 0;
      PyErr_Clear();
    }
    return PyUnicode_FromString(`<${typeNameOf(o)}>`);
  }
  let result = 0;
  const entered = Py_ReprEnter(o);
  if (entered === 0) {
    const shown = PyObject_Repr(name);
    Py_ReprLeave(o);
    if (shown !== 0) {
      result = PyUnicode_FromString(`<${typeNameOf(o)} name=${textOf(shown)}>`);
      decref(shown);
    }
  } else if (entered > 0) raise(PyExc_RuntimeError, `reentrant call inside ${typeNameOf(o)}.__repr__`);
  decref(name);
  return result;
}

function sizeofBuffered(o: Borrowed): Owned {
  const extra = ptr(o + B.buffer) === 0 ? 0 : ssize(o + B.buffer_size);
  return PyLong_FromNumber(instanceBytes(typeOf(o), 0) + extra);
}

const dealloc = streamDealloc(B.weakreflist, [B.raw, B.dict], (o) => {
  setI32(o + B.ok, 0);
  freeBuffer(o);
});

export const BUFFERED_SLOTS = {
  tp_dealloc: (o: Address): void => {
    setU8(o + B.finalizing, 1);
    dealloc(o);
  },
  tp_traverse: traverser(B.raw, B.dict),
  tp_clear: (o: Address): number => {
    setI32(o + B.ok, 0);
    clearSlot(o + B.raw);
    clearSlot(o + B.dict);
    return 0;
  },
  tp_repr: repr,
};

export const SIMPLE_FLUSH: MethodRow = ["flush", "()", simpleFlush];
export const FLUSH: MethodRow = ["flush", "()", flush];

/** Methods of all three, by name. */
export const BUFFERED_METHODS: readonly MethodRow[] = [
  ["detach", "()", detach],
  ["close", "()", close],
  ["seekable", "()", forward(id.seekable)],
  ["fileno", "()", forward(id.fileno)],
  ["isatty", "()", forward(id.isatty)],
  ["_dealloc_warn", "(source, /)", warnUnclosed],
  ["seek", "(target, whence: int = 0, /)", seek],
  ["tell", "()", tell],
  ["truncate", "(pos=None, /)", truncate],
  ["__sizeof__", "()", sizeofBuffered],
  ...PICKLE_METHODS,
];
export const READABLE: MethodRow = ["readable", "()", forward(id.readable)];
export const WRITABLE: MethodRow = ["writable", "()", forward(id.writable)];

export const BUFFERED_MEMBERS: readonly MemberRow[] = [
  ["raw", "object", B.raw, "readonly"],
  ["_finalizing", "bool", B.finalizing],
];
export const BUFFERED_GETSET: readonly GetSetRow[] = [
  ["closed", forwardAttribute(id.closed)],
  ["name", forwardAttribute(id.name)],
  ["mode", forwardAttribute(id.mode)],
];
