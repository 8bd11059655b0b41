// Writing through the buffer: BufferedWriter; and BufferedRandom, which reads and writes through one buffer.

import { type Address, type Borrowed, copyBytes, i32, type Owned, ptr, setI32, ssize } from "../../memory/memory.ts";
import { buffered } from "../../memory/structs/io.ts";
import { closeBuffer, type OpenBuffer, openBuffer } from "../../objects/buffer.ts";
import { type MethodRow, newModuleType, rowsInOrder } from "../../objects/declare.ts";
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_NoMemory, raiseInt } from "../../objects/errors.ts";
import { PyLong_FromNumber } from "../../objects/long_core.ts";
import { typeIn } from "../../objects/object.ts";
import { PyExc_BlockingIOError, PyExc_ValueError } from "../../objects/types.ts";
import { PyErr_CheckSignals } from "../check_signals.ts";
import {
  adjustPosition,
  BUFFERED_GETSET,
  BUFFERED_MEMBERS,
  BUFFERED_METHODS,
  BUFFERED_SLOTS,
  bufferAt,
  checkInitialized,
  enter,
  FLUSH,
  flushWritten,
  forgetRead,
  forgetWritten,
  hasToWrite,
  initBuffer,
  isBufferedClosed,
  leave,
  putBufferAt,
  READABLE,
  raiseBlocking,
  rawOffset,
  readsAhead,
  seekRaw,
  setFastChecks,
  WRITABLE,
  writeRaw,
} from "./buffered.ts";
import { bufferedIternext, LARGEST_BUFFER, READER_METHODS, rawAndSize } from "./buffered_reader.ts";
import { WOULD_BLOCK } from "./fileio.ts";
import { checkAbility, STREAM_FLAGS } from "./iobase.ts";
import { id } from "./shared.ts";

const B = buffered;

/** How many bytes were taken, or -1 with an error set. */
function writeBytes(o: Borrowed, data: Address, length: number): number {
  const closed = isBufferedClosed(o);
  if (closed !== 0) return closed < 0 ? -1 : raiseInt(PyExc_ValueError, "write to closed file");
  if (!readsAhead(o) && !hasToWrite(o)) {
    putBufferAt(o, B.pos, 0);
    putBufferAt(o, B.raw_pos, 0);
  }
  const buffer = ptr(o + B.buffer);
  const size = ssize(o + B.buffer_size);
  const pos = bufferAt(o, B.pos);
  if (length <= size - pos) {
    copyBytes(buffer + pos, data, length);
    if (!hasToWrite(o) || bufferAt(o, B.write_pos) > pos) putBufferAt(o, B.write_pos, pos);
    adjustPosition(o, pos + length);
    if (bufferAt(o, B.pos) > bufferAt(o, B.write_end)) putBufferAt(o, B.write_end, bufferAt(o, B.pos));
    return length;
  }
  if (flushWritten(o) < 0) return PyErr_ExceptionMatches(PyExc_BlockingIOError) ? keepRest(o, data, length) : -1;
  // The raw stream is ahead when bytes were read and none of them changed.
  const offset = rawOffset(o);
  if (offset !== 0) {
    if (seekRaw(o, -offset, 1) < 0) return -1;
    putBufferAt(o, B.raw_pos, bufferAt(o, B.raw_pos) - offset);
  }
  return writeLarge(o, data, length);
}

/** The raw stream would block: the buffer takes what it has room for. */
function keepRest(o: Borrowed, data: Address, length: number): number {
  if (i32(o + B.readable) !== 0) forgetRead(o);
  const buffer = ptr(o + B.buffer);
  const from = bufferAt(o, B.write_pos);
  const end = bufferAt(o, B.write_end) - from;
  copyBytes(buffer, buffer + from, end);
  putBufferAt(o, B.write_pos, 0);
  putBufferAt(o, B.raw_pos, bufferAt(o, B.raw_pos) - from);
  const taken = Math.min(length, ssize(o + B.buffer_size) - end);
  copyBytes(buffer + end, data, taken);
  putBufferAt(o, B.write_end, end + taken);
  putBufferAt(o, B.pos, bufferAt(o, B.pos) - from + taken);
  if (taken < length) return raiseBlocking(o, taken);
  PyErr_Clear();
  return length;
}

/** More than the buffer holds, and the buffer is empty: goes out directly, but for the last piece. */
function writeLarge(o: Borrowed, data: Address, length: number): number {
  const buffer = ptr(o + B.buffer);
  const size = ssize(o + B.buffer_size);
  let written = 0;
  while (length - written > size) {
    const count = writeRaw(o, data + written, length - written);
    if (count === WOULD_BLOCK) {
      copyBytes(buffer, data + written, size);
      putBufferAt(o, B.raw_pos, 0);
      adjustPosition(o, size);
      putBufferAt(o, B.write_end, size);
      return raiseBlocking(o, written + size);
    }
    if (count < 0) return -1;
    written += count;
    if (PyErr_CheckSignals() < 0) return -1;
  }
  if (i32(o + B.readable) !== 0) forgetRead(o);
  const rest = length - written;
  if (rest > 0) copyBytes(buffer, data + written, rest);
  putBufferAt(o, B.write_pos, 0);
  putBufferAt(o, B.write_end, rest);
  adjustPosition(o, rest);
  putBufferAt(o, B.raw_pos, 0);
  return length;
}

function write(o: Borrowed, data: Borrowed): Owned {
  const buffer: OpenBuffer | null = openBuffer(data);
  if (buffer === null) return 0;
  let count = -1;
  if (checkInitialized(o) && enter(o)) count = leave(o, writeBytes(o, buffer.data, buffer.length));
  closeBuffer(buffer);
  return count < 0 ? 0 : PyLong_FromNumber(count);
}

const WRITE: MethodRow = ["write", "(buffer, /)", write];

/** BufferedWriter.__init__ for a raw stream. 0, or -1 with an error set. */
export function initWriter(o: Borrowed, raw: Borrowed, size: number): number {
  setI32(o + B.ok, 0);
  setI32(o + B.detached, 0);
  if (!checkAbility(raw, id.writable, "writable")) return -1;
  if (!isPossible(size) || initBuffer(o, raw, size, false, true) < 0) return -1;
  forgetWritten(o);
  putBufferAt(o, B.pos, 0);
  setFastChecks(o, typeIn(PyBufferedWriter_Type));
  setI32(o + B.ok, 1);
  return 0;
}

/** BufferedRandom.__init__ for a raw stream. 0, or -1 with an error set. */
export function initRandom(o: Borrowed, raw: Borrowed, size: number): number {
  setI32(o + B.ok, 0);
  setI32(o + B.detached, 0);
  if (!checkAbility(raw, id.seekable, "seekable")) return -1;
  if (!checkAbility(raw, id.readable, "readable")) return -1;
  if (!checkAbility(raw, id.writable, "writable")) return -1;
  if (!isPossible(size) || initBuffer(o, raw, size, true, true) < 0) return -1;
  forgetRead(o);
  forgetWritten(o);
  putBufferAt(o, B.pos, 0);
  setFastChecks(o, typeIn(PyBufferedRandom_Type));
  setI32(o + B.ok, 1);
  return 0;
}

function isPossible(size: number): boolean {
  if (size <= LARGEST_BUFFER) return true;
  PyErr_NoMemory();
  return false;
}

function init(name: string, fill: (o: Borrowed, raw: Borrowed, size: number) => number) {
  return (o: Borrowed, args: Borrowed, keywords: Borrowed): number => {
    const given = rawAndSize(name, args, keywords);
    return given === null ? -1 : fill(o, given.raw, given.size);
  };
}

const COMMON = {
  basicsize: B.sizeof,
  flags: STREAM_FLAGS,
  dictoffset: B.dict,
  weaklistoffset: B.weakreflist,
  members: BUFFERED_MEMBERS,
  getset: BUFFERED_GETSET,
};

export const PyBufferedWriter_Type = newModuleType({
  ...COMMON,
  name: "_io.BufferedWriter",
  slots: { ...BUFFERED_SLOTS, tp_init: init("BufferedWriter", initWriter) },
  methods: rowsInOrder(
    "close detach seekable writable fileno isatty _dealloc_warn write truncate flush seek tell " +
      "__sizeof__ __reduce__ __reduce_ex__",
    BUFFERED_METHODS,
    [WRITABLE, FLUSH, WRITE],
  ),
});

export const PyBufferedRandom_Type = newModuleType({
  ...COMMON,
  name: "_io.BufferedRandom",
  slots: {
    ...BUFFERED_SLOTS,
    tp_init: init("BufferedRandom", initRandom),
    tp_iternext: bufferedIternext(() => typeIn(PyBufferedRandom_Type)),
  },
  methods: rowsInOrder(
    "close detach seekable readable writable fileno isatty _dealloc_warn flush seek tell truncate " +
      "read read1 readinto readinto1 readline peek write __sizeof__ __reduce__ __reduce_ex__",
    BUFFERED_METHODS,
    [READABLE, WRITABLE, FLUSH, WRITE],
    READER_METHODS,
  ),
});
