// Reading through the buffer: the methods of BufferedReader, which BufferedRandom has too.
import {
  type Address,
  type Borrowed,
  copyBytes,
  findU8,
  i32,
  type Owned,
  ptr,
  setI32,
  ssize,
} from "../../memory/memory.ts";
import { buffered } from "../../memory/structs/io.ts";
import { PyObject_GetOptionalAttr } from "../../objects/abstract.ts";
import { closeBuffer, type OpenBuffer } from "../../objects/buffer.ts";
import { BYTES_DATA, bytesResize, emptyBytes, PyBytes_FromStringAndSize } from "../../objects/bytes_core.ts";
import { PyObject_CallNoArgs } from "../../objects/call.ts";
import { type MethodRow, newModuleType, rowsInOrder } from "../../objects/declare.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise, typeNameOf } from "../../objects/errors.ts";
import { PyLong_FromNumber } from "../../objects/long_core.ts";
import { decref, isBytes, sizeOf, typeIn, typeOf } from "../../objects/object.ts";
import { namedArguments } from "../../objects/text_arguments.ts";
import { Py_None, PyExc_OSError, PyExc_TypeError, PyExc_ValueError } from "../../objects/types.ts";
import {
  BUFFERED_GETSET,
  BUFFERED_MEMBERS,
  BUFFERED_METHODS,
  BUFFERED_SLOTS,
  bufferAt,
  checkInitialized,
  checkUsable,
  enter,
  flushAndRewind,
  forgetRead,
  initBuffer,
  leave,
  putBufferAt,
  READABLE,
  readAhead,
  readRaw,
  readsAhead,
  SIMPLE_FLUSH,
  setFastChecks,
} from "./buffered.ts";
import { openTarget } from "./bufferediobase.ts";
import { WOULD_BLOCK } from "./fileio.ts";
import { checkAbility, STREAM_FLAGS } from "./iobase.ts";
import { asSsize, callMethod, DEFAULT_BUFFER_SIZE, dropAll, id, joinBytes, optionalSize } from "./shared.ts";

const B = buffered;
const NEWLINE = 0x0a;

/** Where the next byte is. */
const cursor = (o: Borrowed): Address => ptr(o + B.buffer) + bufferAt(o, B.pos);
const advance = (o: Borrowed, count: number): void => putBufferAt(o, B.pos, bufferAt(o, B.pos) + count);

/** The next `count` bytes, which were read ahead. Owned, 0 with an error set. */
function take(o: Borrowed, count: number): Owned {
  const bytes = PyBytes_FromStringAndSize(cursor(o), count);
  if (bytes !== 0) advance(o, count);
  return bytes;
}

/** Bytes that were written go out before anything is read. 0, or -1 with an error set. */
const settleWritten = (o: Borrowed): number => (i32(o + B.writable) !== 0 ? flushAndRewind(o) : 0);

/** _bufferedreader_fill_buffer: reads behind what was read ahead. A count, -1 with an error set, or WOULD_BLOCK. */
export function fillBuffer(o: Borrowed): number {
  const start = readsAhead(o) ? bufferAt(o, B.read_end) : 0;
  const count = readRaw(o, ptr(o + B.buffer) + start, ssize(o + B.buffer_size) - start);
  if (count <= 0) return count;
  putBufferAt(o, B.read_end, start + count);
  putBufferAt(o, B.raw_pos, start + count);
  return count;
}

// -- peek and read -----------------------------------------------------------------------------------------------------

function peek(o: Borrowed): Owned {
  if (!checkUsable(o, "peek of closed file") || !enter(o)) return 0;
  if (settleWritten(o) < 0) return leave(o, 0);
  const ahead = readAhead(o);
  if (ahead > 0) return leave(o, PyBytes_FromStringAndSize(cursor(o), ahead));
  forgetRead(o);
  const count = fillBuffer(o);
  if (count === -1) return leave(o, 0);
  putBufferAt(o, B.pos, 0);
  return leave(o, PyBytes_FromStringAndSize(ptr(o + B.buffer), count === WOULD_BLOCK ? 0 : count));
}

function readAll(o: Borrowed): Owned {
  const parts: Owned[] = [];
  const ahead = readAhead(o);
  if (ahead > 0) {
    const part = take(o, ahead);
    if (part === 0) return 0;
    parts.push(part);
  }
  if (settleWritten(o) < 0) return dropAll(parts);
  forgetRead(o);
  const raw = ptr(o + B.raw);
  const readall = PyObject_GetOptionalAttr(raw, id.readall);
  if (readall === 0 && PyErr_Occurred() !== 0) return dropAll(parts);
  if (readall !== 0) {
    const rest = PyObject_CallNoArgs(readall);
    decref(readall);
    if (rest === 0) return dropAll(parts);
    if (rest === Py_None) return parts.length === 0 ? Py_None : parts[0];
    if (!isBytes(rest)) {
      decref(rest);
      dropAll(parts);
      return raise(PyExc_TypeError, "readall() should return bytes");
    }
    parts.push(rest);
    return joinBytes(parts);
  }
  for (;;) {
    const data = callMethod(raw, id.read);
    if (data === 0) return dropAll(parts);
    if (data !== Py_None && !isBytes(data)) {
      decref(data);
      dropAll(parts);
      return raise(PyExc_TypeError, "read() should return bytes");
    }
    if (data === Py_None || sizeOf(data) === 0) {
      if (parts.length === 0) return data;
      decref(data);
      return joinBytes(parts);
    }
    parts.push(data);
  }
}

/** MINUS_LAST_BLOCK: whole blocks of the buffer's size. */
function wholeBlocks(o: Borrowed, count: number): number {
  const size = ssize(o + B.buffer_size);
  return count - (count % size);
}

/** _bufferedreader_read_generic: until n bytes, the end, or until it would block (None when nothing was read). */
function readGeneric(o: Borrowed, n: number): Owned {
  const bytes = PyBytes_FromStringAndSize(0, n);
  if (bytes === 0) return 0;
  const out = bytes + BYTES_DATA;
  let written = readAhead(o);
  if (written > 0) {
    copyBytes(out, cursor(o), written);
    advance(o, written);
  }
  const fail = (): 0 => {
    decref(bytes);
    return 0;
  };
  /** The end, or nothing more for now. */
  const cutShort = (count: number): Owned => {
    if (count === 0 || written > 0) return bytesResize(bytes, written);
    decref(bytes);
    return Py_None;
  };
  if (settleWritten(o) < 0) return fail();
  forgetRead(o);
  // Whole blocks go directly where they are wanted.
  for (let blocks = wholeBlocks(o, n - written); blocks > 0; blocks = wholeBlocks(o, n - written)) {
    const count = readRaw(o, out + written, blocks);
    if (count === -1) return fail();
    if (count <= 0) return cutShort(count);
    written += count;
  }
  putBufferAt(o, B.pos, 0);
  putBufferAt(o, B.raw_pos, 0);
  putBufferAt(o, B.read_end, 0);
  // When the read is satisfied no other is made, since it might block.
  while (written < n && bufferAt(o, B.read_end) < ssize(o + B.buffer_size)) {
    const count = fillBuffer(o);
    if (count === -1) return fail();
    if (count <= 0) return cutShort(count);
    const taken = Math.min(count, n - written);
    copyBytes(out + written, cursor(o), taken);
    advance(o, taken);
    written += taken;
  }
  return bytes;
}

function read(o: Borrowed, given: Borrowed): Owned {
  if (!checkInitialized(o)) return 0;
  const size = optionalSize(given);
  if (size !== size) return 0;
  if (size < -1) return raise(PyExc_ValueError, "read length must be non-negative or -1");
  if (!checkUsable(o, "read of closed file")) return 0;
  if (size !== -1 && size <= readAhead(o)) return take(o, size);
  if (!enter(o)) return 0;
  return leave(o, size === -1 ? readAll(o) : readGeneric(o, Math.min(size, 0x7fffffff)));
}

function read1(o: Borrowed, size: number): Owned {
  if (!checkInitialized(o)) return 0;
  const wanted = size < 0 ? ssize(o + B.buffer_size) : size;
  if (!checkUsable(o, "read of closed file")) return 0;
  if (wanted === 0) return emptyBytes;
  const ahead = readAhead(o);
  if (ahead > 0) return take(o, Math.min(ahead, wanted));
  const bytes = PyBytes_FromStringAndSize(0, wanted);
  if (bytes === 0) return 0;
  if (!enter(o)) {
    decref(bytes);
    return 0;
  }
  const status = settleWritten(o);
  forgetRead(o);
  const count = status < 0 ? -1 : readRaw(o, bytes + BYTES_DATA, wanted);
  leave(o, 0);
  if (count === -1) {
    decref(bytes);
    return 0;
  }
  return bytesResize(bytes, count === WOULD_BLOCK ? 0 : count);
}

// -- readinto ----------------------------------------------------------------------------------------------------------

/** Fills a target. Owned answer, 0 with an error set. */
function fillTarget(o: Borrowed, target: OpenBuffer, once: boolean): Owned {
  let written = 0;
  const ahead = readAhead(o);
  if (ahead > 0) {
    written = Math.min(ahead, target.length);
    copyBytes(target.data, cursor(o), written);
    advance(o, written);
    if (ahead >= target.length) return PyLong_FromNumber(written);
  }
  if (!enter(o)) return 0;
  if (settleWritten(o) < 0) return leave(o, 0);
  forgetRead(o);
  putBufferAt(o, B.pos, 0);
  while (written < target.length) {
    const remaining = target.length - written;
    let count = 0;
    if (remaining > ssize(o + B.buffer_size)) {
      count = readRaw(o, target.data + written, remaining);
    } else if (!(once && written > 0)) {
      count = fillBuffer(o);
      if (count > 0) {
        const taken = Math.min(count, remaining);
        copyBytes(target.data + written, cursor(o), taken);
        advance(o, taken);
        written += taken;
        continue;
      }
    }
    if (count === 0 || (count === WOULD_BLOCK && written > 0)) break;
    if (count < 0) return leave(o, count === WOULD_BLOCK ? Py_None : 0);
    written += count;
    if (once) break;
  }
  return leave(o, PyLong_FromNumber(written));
}

function readinto(method: string, once: boolean) {
  return (o: Borrowed, given: Borrowed): Owned => {
    const target = openTarget(method, given);
    if (target === null) return 0;
    const result = checkUsable(o, "readinto of closed file") ? fillTarget(o, target, once) : 0;
    closeBuffer(target);
    return result;
  };
}

// -- lines -------------------------------------------------------------------------------------------------------------

/** _buffered_readline: a line, at most `limit` bytes of it (-1: any). */
export function bufferedReadline(o: Borrowed, limit: number): Owned {
  if (!checkUsable(o, "readline of closed file")) return 0;
  let count = readAhead(o);
  if (limit >= 0 && count > limit) count = limit;
  const start = cursor(o);
  const found = findU8(start, start + count, NEWLINE);
  if (found >= 0) return take(o, found - start + 1);
  if (count === limit) return take(o, count);
  return enter(o) ? leave(o, readlineOn(o, count, limit)) : 0;
}

/** Goes on with a line of which `have` bytes were read ahead. */
function readlineOn(o: Borrowed, have: number, limit: number): Owned {
  const parts: Owned[] = [];
  let left = limit;
  if (have > 0) {
    const part = take(o, have);
    if (part === 0) return 0;
    parts.push(part);
    if (left >= 0) left -= have;
  }
  if (settleWritten(o) < 0) return dropAll(parts);
  for (;;) {
    forgetRead(o);
    let count = fillBuffer(o);
    if (count === -1) return dropAll(parts);
    if (count <= 0) break;
    if (left >= 0 && count > left) count = left;
    const start = ptr(o + B.buffer);
    const found = findU8(start, start + count, NEWLINE);
    const isLine = found >= 0;
    const part = PyBytes_FromStringAndSize(start, isLine ? found - start + 1 : count);
    if (part === 0) return dropAll(parts);
    parts.push(part);
    if (isLine || count === left) {
      putBufferAt(o, B.pos, sizeOf(part));
      break;
    }
    if (left >= 0) left -= count;
  }
  return parts.length === 0 ? emptyBytes : joinBytes(parts);
}

function readline(o: Borrowed, size: Borrowed): Owned {
  if (!checkInitialized(o)) return 0;
  const limit = optionalSize(size);
  return limit === limit ? bufferedReadline(o, limit) : 0;
}

function iternext(exact: () => Borrowed) {
  return (o: Borrowed): Owned => {
    if (!checkInitialized(o)) return 0;
    const line = typeOf(o) === exact() ? bufferedReadline(o, -1) : callMethod(o, id.readline);
    if (line === 0) return 0;
    if (!isBytes(line)) {
      raise(PyExc_OSError, `readline() should have returned a bytes object, not '${typeNameOf(line)}'`);
    } else if (sizeOf(line) > 0) return line;
    decref(line);
    return 0;
  };
}

export { iternext as bufferedIternext };

export const READER_METHODS: readonly MethodRow[] = [
  ["read", "(size=-1, /)", read],
  ["peek", "(size: ssize = 0, /)", peek],
  ["read1", "(size: ssize = -1, /)", read1],
  ["readinto", "(buffer, /)", readinto("readinto", false)],
  ["readinto1", "(buffer, /)", readinto("readinto1", true)],
  ["readline", "(size=-1, /)", readline],
];

/** (raw, buffer_size) of a constructor; null with an error set. */
export function rawAndSize(name: string, args: Borrowed, keywords: Borrowed): { raw: Borrowed; size: number } | null {
  const values = namedArguments(name, args, keywords, ["raw", "buffer_size"], 1);
  if (values === null) return null;
  const size = values[1] === 0 ? DEFAULT_BUFFER_SIZE : asSsize(values[1]);
  return size === size ? { raw: values[0], size } : null;
}

/** BufferedReader.__init__ for a raw stream. 0, or -1 with an error set. */
export function initReader(o: Borrowed, raw: Borrowed, size: number): number {
  setI32(o + B.ok, 0);
  setI32(o + B.detached, 0);
  if (!checkAbility(raw, id.readable, "readable")) return -1;
  if (size > LARGEST_BUFFER) {
    PyErr_NoMemory();
    return -1;
  }
  if (initBuffer(o, raw, size, true, false) < 0) return -1;
  forgetRead(o);
  setFastChecks(o, typeIn(PyBufferedReader_Type));
  setI32(o + B.ok, 1);
  return 0;
}
export const LARGEST_BUFFER = 0x7fffffff;

function init(o: Borrowed, args: Borrowed, keywords: Borrowed): number {
  const given = rawAndSize("BufferedReader", args, keywords);
  return given === null ? -1 : initReader(o, given.raw, given.size);
}

export const PyBufferedReader_Type = newModuleType({
  name: "_io.BufferedReader",
  basicsize: B.sizeof,
  flags: STREAM_FLAGS,
  dictoffset: B.dict,
  weaklistoffset: B.weakreflist,
  slots: { ...BUFFERED_SLOTS, tp_init: init, tp_iternext: iternext(() => typeIn(PyBufferedReader_Type)) },
  methods: rowsInOrder(
    "detach flush close seekable readable fileno isatty _dealloc_warn read peek read1 readinto " +
      "readinto1 readline seek tell truncate __sizeof__ __reduce__ __reduce_ex__",
    BUFFERED_METHODS,
    [READABLE, SIMPLE_FLUSH],
    READER_METHODS,
  ),
  members: BUFFERED_MEMBERS,
  getset: BUFFERED_GETSET,
});
