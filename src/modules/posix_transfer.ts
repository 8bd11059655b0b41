// posix: reading and writing at a place, in parts, from file to file; and what is said beforehand of a file's use.
//
// The host knows one position a file. A call with a place of its own goes there and back again: nothing runs between.

import { ERRNO } from "../host/errno.ts";
import { host, S, SEEK } from "../host/host.ts";
import { type Borrowed, type Owned, writeBytes } from "../memory/memory.ts";
import { bufferBytes, closeBuffer, type OpenBuffer, openBuffer, PyBUF_WRITABLE } from "../objects/buffer.ts";
import { freshBytes } from "../objects/bytes_core.ts";
import { convertSsize } from "../objects/convert.ts";
import type { MethodRow } from "../objects/declare.ts";
import { PyErr_Occurred, raise } from "../objects/errors.ts";
import { sequenceItem } from "../objects/list_core.ts";
import { PySequence_Fast } from "../objects/list_extend.ts";
import { PyLong_FromNumber } from "../objects/long_core.ts";
import { decref, sizeOf } from "../objects/object.ts";
import { Py_None, PyExc_ValueError } from "../objects/types.ts";
import { asFileDescriptor } from "./file_descriptor.ts";
import { noneOrErrno, numberOrErrno, raiseErrno, retry } from "./host_path.ts";

const RWF = { HIPRI: 1, DSYNC: 2, SYNC: 4, NOWAIT: 8, APPEND: 16 } as const;
const READ_FLAGS = RWF.HIPRI | RWF.NOWAIT;
const WRITE_FLAGS = RWF.HIPRI | RWF.DSYNC | RWF.SYNC | RWF.APPEND;

/** Does something with the file's position at a place, and puts it back. A negated errno where there is no such place. */
function at<T>(fd: number, place: number, act: () => T): T | number {
  const before = host().seek(fd, 0, SEEK.CUR);
  if (before < 0) return before;
  if (place < 0) return -ERRNO.EINVAL;
  const there = host().seek(fd, place, SEEK.SET);
  if (there < 0) return there;
  const answer = act();
  host().seek(fd, before, SEEK.SET);
  return answer;
}

// -- one piece -------------------------------------------------------------------------------------------------------------

function pread(_m: Borrowed, fd: number, length: number, offset: number): Owned {
  if (length < 0) return raiseErrno(ERRNO.EINVAL);
  const answer = retry(() => at(fd, offset, () => host().read(fd, length)));
  if (answer === null) return 0;
  return typeof answer === "number" ? raiseErrno(-answer) : freshBytes(answer);
}

function pwrite(_m: Borrowed, fd: number, data: Borrowed, offset: number): Owned {
  const buffer = openBuffer(data);
  if (buffer === null) return 0;
  const bytes = bufferBytes(buffer).slice();
  closeBuffer(buffer);
  const answer = retry(() => at(fd, offset, () => host().write(fd, bytes)) as number);
  return answer === null ? 0 : numberOrErrno(answer);
}

// -- parts -----------------------------------------------------------------------------------------------------------------

/** Views of the buffers in a sequence; null with an error set. */
function openBuffers(where: string, sequence: Borrowed, flags: number): OpenBuffer[] | null {
  const fast = PySequence_Fast(sequence, `${where}() arg 2 must be a sequence`);
  if (fast === 0) return null;
  const buffers: OpenBuffer[] = [];
  for (let i = 0; i < sizeOf(fast); i++) {
    const buffer = openBuffer(sequenceItem(fast, i), flags);
    if (buffer === null) break;
    buffers.push(buffer);
  }
  const isWhole = buffers.length === sizeOf(fast);
  decref(fast);
  if (isWhole) return buffers;
  closeAll(buffers);
  return null;
}

function closeAll(buffers: readonly OpenBuffer[]): void {
  for (const buffer of [...buffers].reverse()) closeBuffer(buffer);
}

/** Reads into buffers, one after the other. */
function readInto(where: string, sequence: Borrowed, read: (byteCount: number) => Uint8Array | number): Owned {
  const buffers = openBuffers(where, sequence, PyBUF_WRITABLE);
  if (buffers === null) return 0;
  const byteCount = buffers.reduce((sum, buffer) => sum + buffer.length, 0);
  const answer = retry(() => read(byteCount));
  let written = 0;
  for (const buffer of buffers) {
    if (answer !== null && typeof answer !== "number") {
      const part = answer.subarray(written, written + buffer.length);
      writeBytes(buffer.data, part);
      written += part.length;
    }
  }
  closeAll(buffers);
  if (answer === null) return 0;
  return typeof answer === "number" ? raiseErrno(-answer) : PyLong_FromNumber(written);
}

function writeFrom(where: string, sequence: Borrowed, write: (bytes: Uint8Array) => number): Owned {
  const buffers = openBuffers(where, sequence, 0);
  if (buffers === null) return 0;
  const bytes = Uint8Array.from(buffers.flatMap((buffer) => [...bufferBytes(buffer)]));
  closeAll(buffers);
  const answer = retry(() => write(bytes));
  return answer === null ? 0 : numberOrErrno(answer);
}

function readv(_m: Borrowed, fd: number, buffers: Borrowed): Owned {
  return readInto("readv", buffers, (byteCount) => host().read(fd, byteCount));
}
function writev(_m: Borrowed, fd: number, buffers: Borrowed): Owned {
  return writeFrom("writev", buffers, (bytes) => host().write(fd, bytes));
}
function preadv(_m: Borrowed, fd: number, buffers: Borrowed, offset: number, flags: number): Owned {
  return readInto("preadv", buffers, (byteCount) =>
    flags & ~READ_FLAGS ? -ERRNO.ENOTSUP : at(fd, offset, () => host().read(fd, byteCount)),
  );
}
function pwritev(_m: Borrowed, fd: number, buffers: Borrowed, offset: number, flags: number): Owned {
  return writeFrom("pwritev", buffers, (bytes) => {
    if (flags & ~WRITE_FLAGS) return -ERRNO.ENOTSUP;
    const end = flags & RWF.APPEND ? host().statOpen(fd) : 0;
    const place = typeof end === "number" ? offset : end.size;
    return at(fd, place, () => host().write(fd, bytes)) as number;
  });
}

// -- from file to file -----------------------------------------------------------------------------------------------------

/** An offset, or undefined for None: the file's own position. Null with an error set. */
function offsetOf(o: Borrowed): number | undefined | null {
  if (o === 0 || o === Py_None) return undefined;
  const value = convertSsize(o);
  return value === -1 && PyErr_Occurred() !== 0 ? null : value;
}

/** Copies at most so many bytes. Where a place is given, the file's position stays. */
function transfer(
  from: number,
  place: number | undefined,
  to: number,
  target: number | undefined,
  count: number,
): number {
  const take = (): Uint8Array | number => host().read(from, count);
  const taken = place === undefined ? take() : at(from, place, take);
  if (typeof taken === "number") return taken;
  const put = (): number => host().write(to, taken);
  const answer = taken.length === 0 ? 0 : target === undefined ? put() : (at(to, target, put) as number);
  // What could not be written was not taken.
  const isShort = place === undefined && answer < taken.length;
  if (isShort) host().seek(from, Math.max(answer, 0) - taken.length, SEEK.CUR);
  return answer;
}

function sendfile(_m: Borrowed, to: number, from: number, offset: Borrowed, count: number): Owned {
  const place = offsetOf(offset);
  if (place === null) return 0;
  if (count < 0) return raiseErrno(ERRNO.EINVAL);
  if (host().inheritable(to) < 0) return raiseErrno(ERRNO.EBADF);
  const answer = retry(() => transfer(from, place, to, undefined, count));
  return answer === null ? 0 : numberOrErrno(answer);
}

function copy_file_range(
  _m: Borrowed,
  from: number,
  to: number,
  count: number,
  fromOffset: Borrowed,
  toOffset: Borrowed,
): Owned {
  if (count < 0) return raise(PyExc_ValueError, "negative value for 'count' not allowed");
  const place = offsetOf(fromOffset);
  const target = place === null ? null : offsetOf(toOffset);
  if (place === null || target === null) return 0;
  for (const fd of [from, to]) {
    const found = host().statOpen(fd);
    if (typeof found === "number") return raiseErrno(-found);
    if ((found.mode & S.IFMT) !== S.IFREG)
      return raiseErrno((found.mode & S.IFMT) === S.IFDIR ? ERRNO.EISDIR : ERRNO.EINVAL);
  }
  if ((place ?? 0) < 0 || (target ?? 0) < 0) return raiseErrno(ERRNO.EOVERFLOW);
  const answer = retry(() => transfer(from, place, to, target, count));
  return answer === null ? 0 : numberOrErrno(answer);
}

// -- beforehand ------------------------------------------------------------------------------------------------------------

const ADVICE_COUNT = 6;

/** Advice may be taken or not. */
function posix_fadvise(_m: Borrowed, fd: number, _offset: number, length: number, advice: number): Owned {
  const found = host().statOpen(fd);
  if (typeof found === "number") return raiseErrno(-found);
  if ((found.mode & S.IFMT) === S.IFIFO) return raiseErrno(ERRNO.ESPIPE);
  return advice < 0 || advice >= ADVICE_COUNT || length < 0 ? raiseErrno(ERRNO.EINVAL) : Py_None;
}

function posix_fallocate(_m: Borrowed, fd: number, offset: number, length: number): Owned {
  if (offset < 0 || length <= 0) return raiseErrno(ERRNO.EINVAL);
  const found = host().statOpen(fd);
  if (typeof found === "number") return raiseErrno(-found);
  if ((found.mode & S.IFMT) === S.IFIFO) return raiseErrno(ERRNO.ESPIPE);
  if ((found.mode & S.IFMT) !== S.IFREG) return raiseErrno(ERRNO.ENODEV);
  return offset + length <= found.size ? Py_None : noneOrErrno(host().resize(fd, offset + length));
}

function synchronizing(onlyData: boolean) {
  return (_m: Borrowed, file: Borrowed): Owned => {
    const fd = asFileDescriptor(file);
    return fd < 0 ? 0 : noneOrErrno(host().synchronize(fd, onlyData));
  };
}

const F = { ULOCK: 0, LOCK: 1, TLOCK: 2, TEST: 3 } as const;

/** No other process's locks can be seen or kept out. */
function lockf(_m: Borrowed, fd: number, command: number): Owned {
  if (host().inheritable(fd) < 0) return raiseErrno(ERRNO.EBADF);
  return raiseErrno(command < F.ULOCK || command > F.TEST ? ERRNO.EINVAL : ERRNO.ENOLCK);
}

export const TRANSFER_FUNCTIONS: readonly MethodRow[] = [
  ["pread", "(fd: int, length: ssize, offset: ssize, /)", pread],
  ["pwrite", "(fd: int, buffer, offset: ssize, /)", pwrite],
  ["readv", "(fd: int, buffers, /)", readv],
  ["writev", "(fd: int, buffers, /)", writev],
  ["preadv", "(fd: int, buffers, offset: ssize, flags: int = 0, /)", preadv],
  ["pwritev", "(fd: int, buffers, offset: ssize, flags: int = 0, /)", pwritev],
  ["sendfile", "(out_fd: int, in_fd: int, offset, count: ssize)", sendfile],
  ["copy_file_range", "(src: int, dst: int, count: ssize, offset_src=None, offset_dst=None)", copy_file_range],
  ["posix_fadvise", "(fd: int, offset: ssize, length: ssize, advice: int, /)", posix_fadvise],
  ["posix_fallocate", "(fd: int, offset: ssize, length: ssize, /)", posix_fallocate],
  ["fsync", "(fd)", synchronizing(false)],
  ["fdatasync", "(fd)", synchronizing(true)],
  // What is written is the system's at once; when it reaches a disk is the system's choice.
  ["sync", "()", () => Py_None],
  ["lockf", "(fd: int, command: int, length: ssize, /)", lockf],
];
