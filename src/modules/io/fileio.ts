// FileIO: a file descriptor of the host as a raw stream.
// Invariant: fd is -1 in a closed file; what may be done with it is in the bits.

import { ERRNO } from "../../host/errno.ts";
import { host, O, S, SEEK } from "../../host/host.ts";
import { type Address, type Borrowed, i32, type Owned, setI32, setU8, u8, writeBytes } from "../../memory/memory.ts";
import {
  FILEIO_APPENDING,
  FILEIO_CLOSEFD,
  FILEIO_CREATED,
  FILEIO_READABLE,
  FILEIO_SEEKABLE,
  FILEIO_SEEKABLE_UNKNOWN,
  FILEIO_WRITABLE,
  fileio,
} from "../../memory/structs/io.ts";
import { PyObject_GetOptionalAttr, PyObject_IsTrue, PyObject_Repr, PyObject_SetAttr } from "../../objects/abstract.ts";
import { bufferBytes, closeBuffer, openBuffer, PyBUF_WRITABLE } from "../../objects/buffer.ts";
import { BYTES_DATA, bytesResize, freshBytes, PyBytes_FromStringAndSize } from "../../objects/bytes_core.ts";
import { PyObject_CallTwoArgs } from "../../objects/call.ts";
import { newModuleType } from "../../objects/declare.ts";
import {
  argumentTypeName,
  PyErr_Clear,
  PyErr_ExceptionMatches,
  PyErr_GetRaisedException,
  PyErr_NoMemory,
  PyErr_Occurred,
  PyErr_SetRaisedException,
  raise,
  raiseInt,
  typeNameOf,
} from "../../objects/errors.ts";
import { bool, PyLong_FromNumber } from "../../objects/long_core.ts";
import { decref, isInt, isUnicode, newRef, sizeOf, typeIn } from "../../objects/object.ts";
import { Py_ReprEnter, Py_ReprLeave } from "../../objects/repr_guard.ts";
import { PyErr_WriteUnraisable } from "../../objects/slot_functions.ts";
import { namedArguments } from "../../objects/text_arguments.ts";
import { PyType_GenericAlloc } from "../../objects/type_alloc.ts";
import {
  Py_False,
  Py_None,
  Py_True,
  PyExc_AttributeError,
  PyExc_OverflowError,
  PyExc_ResourceWarning,
  PyExc_RuntimeError,
  PyExc_RuntimeWarning,
  PyExc_TypeError,
  PyExc_ValueError,
  PyExc_Warning,
} from "../../objects/types.ts";
import { PyUnicode_FromString, textOf } from "../../objects/unicode_core.ts";
import { PyErr_WarnEx } from "../../objects/warn.ts";
import { PyErr_CheckSignals } from "../check_signals.ts";
import { numberOrErrno, pathBytes, raiseErrno } from "../host_path.ts";
import { clearer, traverser } from "../type_support.ts";
import { closeBase, PICKLE_METHODS, STREAM_FLAGS, streamDealloc } from "./iobase.ts";
import {
  asOffset,
  asSsize,
  chainExceptions,
  DEFAULT_BUFFER_SIZE,
  dropAll,
  id,
  joinBytes,
  optionalSize,
  raiseClosed,
  unsupported,
} from "./shared.ts";

const FD = fileio.fd;
const BITS = fileio.bits;
const CREATE_MODE = 0o666;
const INT_MAX = 0x7fffffff;
const INT_MIN = -0x80000000;
const PIECE_BYTES = 1 << 16;
/** What a function answers where the call would have blocked: the method says None. */
export const WOULD_BLOCK = -2;

const has = (o: Borrowed, bit: number): boolean => (u8(o + BITS) & bit) !== 0;
const modeError = (action: string): 0 => unsupported(`File not open for ${action}`);

/** _PyFileIO_closed */
export function isFileClosed(o: Borrowed): boolean {
  return i32(o + FD) < 0;
}

// -- opening -----------------------------------------------------------------------------------------------------------

const BAD_MODE = "Must have exactly one of create/read/write/append mode and at most one plus";

/** The bits and the host's flags of a mode; null with ValueError set. */
function parseMode(mode: string): { bits: number; flags: number } | null {
  let bits = 0;
  let kinds = 0;
  let plus = 0;
  let flags = O.CLOEXEC as number;
  for (const letter of mode) {
    switch (letter) {
      case "x":
        kinds++;
        bits |= FILEIO_CREATED | FILEIO_WRITABLE;
        flags |= O.EXCL | O.CREAT;
        break;
      case "r":
        kinds++;
        bits |= FILEIO_READABLE;
        break;
      case "w":
        kinds++;
        bits |= FILEIO_WRITABLE;
        flags |= O.CREAT | O.TRUNC;
        break;
      case "a":
        kinds++;
        bits |= FILEIO_WRITABLE | FILEIO_APPENDING;
        flags |= O.APPEND | O.CREAT;
        break;
      case "b":
        break;
      case "+":
        plus++;
        break;
      default:
        raise(PyExc_ValueError, `invalid mode: ${mode.slice(0, 200)}`);
        return null;
    }
    if (kinds > 1 || plus > 1) break;
  }
  if (kinds !== 1 || plus > 1) {
    raise(PyExc_ValueError, BAD_MODE);
    return null;
  }
  if (plus === 1) bits |= FILEIO_READABLE | FILEIO_WRITABLE;
  const reads = (bits & FILEIO_READABLE) !== 0;
  flags |= (bits & FILEIO_WRITABLE) === 0 ? O.RDONLY : reads ? O.RDWR : O.WRONLY;
  return { bits, flags };
}

/** The descriptor that `file` is: -1 when it is none and so a path (nothing set), -2 with an error set. */
function descriptorOf(file: Borrowed): number {
  if (file === Py_True || file === Py_False) {
    if (PyErr_WarnEx(PyExc_RuntimeWarning, "bool is used as a file descriptor", 1) < 0) return -2;
  }
  if (!isInt(file)) return -1;
  const fd = asOffset(file);
  if (fd !== fd || fd > INT_MAX || fd < INT_MIN) {
    PyErr_Clear();
    return -1;
  }
  return fd < 0 ? raiseInt(PyExc_ValueError, "negative file descriptor") - 1 : fd;
}

/** The descriptor that a program's opener gives, or -1 with an error set. */
function callOpener(opener: Borrowed, file: Borrowed, flags: number): number {
  const number = PyLong_FromNumber(flags);
  const answer = number === 0 ? PyErr_NoMemory() : PyObject_CallTwoArgs(opener, file, number);
  if (number !== 0) decref(number);
  if (answer === 0) return -1;
  if (!isInt(answer)) {
    decref(answer);
    return raiseInt(PyExc_TypeError, "expected integer from opener");
  }
  const fd = asSsize(answer);
  decref(answer);
  if (fd !== fd) return -1;
  return fd < 0 ? raiseInt(PyExc_ValueError, `opener returned ${fd}`) : fd;
}

function openPath(file: Borrowed, flags: number): number {
  const path = pathBytes(file);
  if (path === null) return -1;
  for (;;) {
    const fd = host().open(path, flags, CREATE_MODE);
    if (fd >= 0) return fd;
    if (fd !== -ERRNO.EINTR) {
      raiseErrno(-fd, file);
      return -1;
    }
    if (PyErr_CheckSignals() < 0) return -1;
  }
}

/** Fills a fresh or closed FileIO. 0, or -1 with an error set. */
function initFile(o: Borrowed, file: Borrowed, mode: string, closefd: boolean, opener: Borrowed): number {
  if (i32(o + FD) >= 0) {
    if (!has(o, FILEIO_CLOSEFD)) setI32(o + FD, -1);
    else if (closeDescriptor(o) < 0) return -1;
  }
  const given = descriptorOf(file);
  if (given < -1) return -1;
  const parsed = parseMode(mode);
  if (parsed === null) return -1;
  setU8(o + BITS, parsed.bits | FILEIO_SEEKABLE_UNKNOWN | FILEIO_CLOSEFD);
  if (given >= 0) {
    setI32(o + FD, given);
    if (!closefd) setU8(o + BITS, u8(o + BITS) & ~FILEIO_CLOSEFD);
  } else {
    if (!closefd) return raiseInt(PyExc_ValueError, "Cannot use closefd=False with file name");
    const fd = opener === Py_None ? openPath(file, parsed.flags) : callOpener(opener, file, parsed.flags);
    if (fd < 0) return -1;
    setI32(o + FD, fd);
  }
  if (examine(o, file) >= 0) return 0;
  const error = PyErr_GetRaisedException();
  if (given >= 0) setI32(o + FD, -1);
  else if (closeDescriptor(o) < 0) PyErr_Clear();
  PyErr_SetRaisedException(error);
  return -1;
}

/** Looks at what was opened, and keeps its name. 0, or -1 with an error set. */
function examine(o: Borrowed, file: Borrowed): number {
  const status = host().statOpen(i32(o + FD));
  setI32(o + fileio.blksize, DEFAULT_BUFFER_SIZE);
  if (typeof status === "number") {
    if (status === -ERRNO.EBADF) {
      raiseErrno(ERRNO.EBADF);
      return -1;
    }
  } else {
    if ((status.mode & S.IFMT) === S.IFDIR) {
      raiseErrno(ERRNO.EISDIR, file);
      return -1;
    }
    setI32(o + fileio.blksize, BLOCK_BYTES);
  }
  if (PyObject_SetAttr(o, id.name, file) < 0) return -1;
  if (has(o, FILEIO_APPENDING)) host().seek(i32(o + FD), 0, SEEK.END);
  return 0;
}
/** st_blksize on Linux's usual file systems. */
const BLOCK_BYTES = 4096;

function fileio_init(o: Borrowed, args: Borrowed, keywords: Borrowed): number {
  const values = namedArguments("FileIO", args, keywords, ["file", "mode", "closefd", "opener"], 1);
  if (values === null) return -1;
  const [file, mode, closefd, opener] = values;
  if (mode !== 0 && !isUnicode(mode)) {
    return raiseInt(PyExc_TypeError, `FileIO() argument 'mode' must be str, not ${argumentTypeName(mode, 50)}`);
  }
  const closes = closefd === 0 ? 1 : PyObject_IsTrue(closefd);
  if (closes < 0) return -1;
  return initFile(o, file, mode === 0 ? "r" : textOf(mode), closes > 0, opener || Py_None);
}

function fileio_new(type: Borrowed): Owned {
  const o = PyType_GenericAlloc(type, 0);
  if (o === 0) return 0;
  setI32(o + FD, -1);
  setU8(o + BITS, FILEIO_SEEKABLE_UNKNOWN | FILEIO_CLOSEFD);
  return o;
}

/** FileIO(file, mode, closefd, opener) for open() and the standard streams. Owned, 0 with an error set. */
export function newFileIO(file: Borrowed, mode: string, closefd = true, opener: Borrowed = Py_None): Owned {
  const o = fileio_new(typeIn(PyFileIO_Type));
  if (o === 0 || initFile(o, file, mode, closefd, opener) >= 0) return o;
  decref(o);
  return 0;
}

/** A FileIO over a standard descriptor, which is not looked at: it is made before there is a host. */
export function newStandardFile(fd: number, mode: "rb" | "wb", name: Borrowed): Owned {
  const o = fileio_new(typeIn(PyFileIO_Type));
  if (o === 0) return 0;
  setI32(o + FD, fd);
  setU8(o + BITS, (mode === "rb" ? FILEIO_READABLE : FILEIO_WRITABLE) | FILEIO_SEEKABLE_UNKNOWN);
  setI32(o + fileio.blksize, BLOCK_BYTES);
  if (PyObject_SetAttr(o, id.name, name) >= 0) return o;
  decref(o);
  return 0;
}

/** Whether it can be sought is asked for anew. */
export function forgetSeekable(o: Borrowed): void {
  setU8(o + BITS, u8(o + BITS) | FILEIO_SEEKABLE_UNKNOWN);
}

// -- closing -----------------------------------------------------------------------------------------------------------

/** internal_close: 0, or -1 with OSError set. */
function closeDescriptor(o: Borrowed): number {
  const fd = i32(o + FD);
  if (fd < 0) return 0;
  setI32(o + FD, -1);
  const answer = host().close(fd);
  if (answer >= 0) return 0;
  raiseErrno(-answer);
  return -1;
}

function warnUnclosed(o: Borrowed, source: Borrowed): Owned {
  if (i32(o + FD) < 0 || !has(o, FILEIO_CLOSEFD)) return Py_None;
  const pending = PyErr_GetRaisedException();
  const shown = PyObject_Repr(source);
  const status = shown === 0 ? -1 : PyErr_WarnEx(PyExc_ResourceWarning, `unclosed file ${textOf(shown)}`, 1);
  if (shown !== 0) decref(shown);
  if (status < 0 && PyErr_ExceptionMatches(PyExc_Warning)) PyErr_WriteUnraisable(o);
  else PyErr_Clear();
  if (pending !== 0) PyErr_SetRaisedException(pending);
  return Py_None;
}

function close(o: Borrowed): Owned {
  const result = closeBase(o);
  if (!has(o, FILEIO_CLOSEFD)) {
    setI32(o + FD, -1);
    return result;
  }
  const error = result === 0 ? PyErr_GetRaisedException() : 0;
  if (u8(o + fileio.finalizing) !== 0) warnUnclosed(o, o);
  const status = closeDescriptor(o);
  if (error !== 0) chainExceptions(error);
  return status < 0 || error !== 0 ? 0 : Py_None;
}

// -- reading and writing -----------------------------------------------------------------------------------------------

/** One read of the host, made again after a signal: the bytes, null with an error set, or WOULD_BLOCK. */
function readHost(fd: number, count: number): Uint8Array | null | typeof WOULD_BLOCK {
  for (;;) {
    const answer = host().read(fd, count);
    if (typeof answer !== "number") return answer;
    if (answer === -ERRNO.EAGAIN) return WOULD_BLOCK;
    if (answer !== -ERRNO.EINTR) {
      raiseErrno(-answer);
      return null;
    }
    if (PyErr_CheckSignals() < 0) return null;
  }
}

/** readinto for memory: how many bytes, -1 with an error set, or WOULD_BLOCK. */
export function readFileInto(o: Borrowed, to: Address, count: number): number {
  if (isFileClosed(o)) {
    raiseClosed();
    return -1;
  }
  if (!has(o, FILEIO_READABLE)) {
    modeError("reading");
    return -1;
  }
  const bytes = readHost(i32(o + FD), count);
  if (bytes === null) return -1;
  if (bytes === WOULD_BLOCK) return WOULD_BLOCK;
  writeBytes(to, bytes);
  return bytes.length;
}

function readinto(o: Borrowed, target: Borrowed): Owned {
  const buffer = openBuffer(target, PyBUF_WRITABLE);
  if (buffer === null) {
    PyErr_Clear();
    return raise(
      PyExc_TypeError,
      `readinto() argument 1 must be read-write bytes-like object, not ${argumentTypeName(target)}`,
    );
  }
  const count = readFileInto(o, buffer.data, buffer.length);
  closeBuffer(buffer);
  if (count === WOULD_BLOCK) return Py_None;
  return count < 0 ? 0 : PyLong_FromNumber(count);
}

function readall(o: Borrowed): Owned {
  if (isFileClosed(o)) return raiseClosed();
  const parts: Owned[] = [];
  for (;;) {
    const bytes = readHost(i32(o + FD), PIECE_BYTES);
    if (bytes === null) return dropAll(parts);
    if (bytes === WOULD_BLOCK) {
      if (parts.length === 0) return Py_None;
      break;
    }
    if (bytes.length === 0) break;
    const part = freshBytes(bytes);
    if (part === 0) return dropAll(parts);
    parts.push(part);
  }
  return parts.length === 0 ? PyBytes_FromStringAndSize(0, 0) : joinBytes(parts);
}

function read(o: Borrowed, given: Borrowed): Owned {
  const size = optionalSize(given);
  if (size !== size) return 0;
  if (isFileClosed(o)) return raiseClosed();
  if (!has(o, FILEIO_READABLE)) return modeError("reading");
  if (size < 0) return readall(o);
  const bytes = PyBytes_FromStringAndSize(0, Math.min(size, 0x7fffffff));
  if (bytes === 0) return 0;
  const count = readFileInto(o, bytes + BYTES_DATA, sizeOf(bytes));
  if (count >= 0) return bytesResize(bytes, count);
  decref(bytes);
  return count === WOULD_BLOCK ? Py_None : 0;
}

/** write for bytes of the machine: how many, -1 with an error set, or WOULD_BLOCK. */
export function writeFileBytes(o: Borrowed, bytes: Uint8Array): number {
  if (isFileClosed(o)) {
    raiseClosed();
    return -1;
  }
  if (!has(o, FILEIO_WRITABLE)) {
    modeError("writing");
    return -1;
  }
  for (;;) {
    const count = host().write(i32(o + FD), bytes);
    if (count >= 0) return count;
    if (count === -ERRNO.EAGAIN) return WOULD_BLOCK;
    if (count !== -ERRNO.EINTR) {
      raiseErrno(-count);
      return -1;
    }
    if (PyErr_CheckSignals() < 0) return -1;
  }
}

function write(o: Borrowed, data: Borrowed): Owned {
  if (isFileClosed(o)) return raiseClosed();
  if (!has(o, FILEIO_WRITABLE)) return modeError("writing");
  const buffer = openBuffer(data);
  if (buffer === null) return 0;
  const count = writeFileBytes(o, bufferBytes(buffer).slice());
  closeBuffer(buffer);
  if (count === WOULD_BLOCK) return Py_None;
  return count < 0 ? 0 : PyLong_FromNumber(count);
}

// -- position ----------------------------------------------------------------------------------------------------------

/** portable_lseek: the new position, or a negated errno. */
function moveTo(o: Borrowed, position: number, whence: number): number {
  const at = host().seek(i32(o + FD), position, whence);
  if ((u8(o + BITS) & FILEIO_SEEKABLE_UNKNOWN) === FILEIO_SEEKABLE_UNKNOWN) {
    setU8(o + BITS, (u8(o + BITS) & ~FILEIO_SEEKABLE_UNKNOWN) | (at >= 0 ? FILEIO_SEEKABLE : 0));
  }
  return at;
}

/** A position or length in a file, where C converts it directly: NaN with an error set. */
export function PyLong_AsOff_t(o: Borrowed): number {
  const value = asOffset(o);
  if (value !== value && PyErr_ExceptionMatches(PyExc_OverflowError)) {
    PyErr_Clear();
    raise(PyExc_OverflowError, "Python int too large to convert to C long");
  }
  return value;
}

function seek(o: Borrowed, position: Borrowed, whence: number): Owned {
  if (isFileClosed(o)) return raiseClosed();
  const offset = PyLong_AsOff_t(position);
  if (offset !== offset) return 0;
  const at = moveTo(o, offset, whence);
  return numberOrErrno(at);
}

function tell(o: Borrowed): Owned {
  if (isFileClosed(o)) return raiseClosed();
  const at = moveTo(o, 0, SEEK.CUR);
  return numberOrErrno(at);
}

function truncate(o: Borrowed, size: Borrowed): Owned {
  if (isFileClosed(o)) return raiseClosed();
  if (!has(o, FILEIO_WRITABLE)) return modeError("writing");
  const position = size === 0 || size === Py_None ? tell(o) : newRef(size);
  if (position === 0) return 0;
  const offset = PyLong_AsOff_t(position);
  const answer = offset === offset ? host().resize(i32(o + FD), offset) : 0;
  if (offset === offset && answer >= 0) return position;
  decref(position);
  return answer < 0 ? raiseErrno(-answer) : 0;
}

function seekable(o: Borrowed): Owned {
  if (isFileClosed(o)) return raiseClosed();
  if ((u8(o + BITS) & FILEIO_SEEKABLE_UNKNOWN) === FILEIO_SEEKABLE_UNKNOWN) moveTo(o, 0, SEEK.CUR);
  return bool(has(o, FILEIO_SEEKABLE));
}

// -- shown -------------------------------------------------------------------------------------------------------------

function modeText(o: Borrowed): string {
  const readable = has(o, FILEIO_READABLE);
  if (has(o, FILEIO_CREATED)) return readable ? "xb+" : "xb";
  if (has(o, FILEIO_APPENDING)) return readable ? "ab+" : "ab";
  if (readable) return has(o, FILEIO_WRITABLE) ? "rb+" : "rb";
  return "wb";
}

function repr(o: Borrowed): Owned {
  const type = typeNameOf(o);
  if (isFileClosed(o)) return PyUnicode_FromString(`<${type} [closed]>`);
  const name = PyObject_GetOptionalAttr(o, id.name);
  const rest = `mode='${modeText(o)}' closefd=${has(o, FILEIO_CLOSEFD) ? "True" : "False"}>`;
  if (name === 0) {
    if (PyErr_Occurred() !== 0 && !PyErr_ExceptionMatches(PyExc_AttributeError)) return 0;
    PyErr_Clear();
    return PyUnicode_FromString(`<${type} fd=${i32(o + FD)} ${rest}`);
  }
  const result = reprOfName(o, type, name, rest);
  decref(name);
  return result;
}

function reprOfName(o: Borrowed, type: string, name: Borrowed, rest: string): Owned {
  const entered = Py_ReprEnter(o);
  if (entered !== 0) {
    return entered < 0 ? 0 : raise(PyExc_RuntimeError, `reentrant call inside ${type}.__repr__`);
  }
  const shown = PyObject_Repr(name);
  Py_ReprLeave(o);
  if (shown === 0) return 0;
  const result = PyUnicode_FromString(`<${type} name=${textOf(shown)} ${rest}`);
  decref(shown);
  return result;
}

export const PyFileIO_Type = newModuleType({
  name: "_io.FileIO",
  basicsize: fileio.sizeof,
  flags: STREAM_FLAGS,
  dictoffset: fileio.dict,
  weaklistoffset: fileio.weakreflist,
  slots: {
    tp_new: fileio_new,
    tp_init: fileio_init,
    tp_dealloc: streamDealloc(fileio.weakreflist, [fileio.dict]),
    tp_traverse: traverser(fileio.dict),
    tp_clear: clearer(fileio.dict),
    tp_repr: repr,
  },
  methods: [
    ["read", "(size=-1, /)", read],
    ["readall", "()", readall],
    ["readinto", "(buffer, /)", readinto],
    ["write", "(b, /)", write],
    ["seek", "(pos, whence: int = 0, /)", seek],
    ["tell", "()", tell],
    ["truncate", "(size=None, /)", truncate],
    ["close", "()", close],
    ["seekable", "()", seekable],
    ["readable", "()", (o: Borrowed) => (isFileClosed(o) ? raiseClosed() : bool(has(o, FILEIO_READABLE)))],
    ["writable", "()", (o: Borrowed) => (isFileClosed(o) ? raiseClosed() : bool(has(o, FILEIO_WRITABLE)))],
    ["fileno", "()", (o: Borrowed) => (isFileClosed(o) ? raiseClosed() : PyLong_FromNumber(i32(o + FD)))],
    ["isatty", "()", (o: Borrowed) => (isFileClosed(o) ? raiseClosed() : bool(host().isTerminal(i32(o + FD)) > 0))],
    ["_dealloc_warn", "(object, /)", warnUnclosed],
    ...PICKLE_METHODS,
  ],
  members: [
    ["_blksize", "uint", fileio.blksize],
    ["_finalizing", "bool", fileio.finalizing],
  ],
  getset: [
    ["closed", (o: Borrowed) => bool(isFileClosed(o))],
    ["closefd", (o: Borrowed) => bool(has(o, FILEIO_CLOSEFD))],
    ["mode", (o: Borrowed) => PyUnicode_FromString(modeText(o))],
  ],
});
