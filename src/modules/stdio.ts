// sys.stdin, sys.stdout and sys.stderr: text over buffers over descriptors 0, 1 and 2, as CPython's init_sys_streams makes
// them. They are in the boot image, made when there is no host; adoptStreams() then tells them what they stand on.
//
//             encoding   errors            buffering
//   stdin     utf-8      surrogateescape   chunks
//   stdout    utf-8      surrogateescape   chunks; lines on a terminal
//   stderr    utf-8      backslashreplace  lines
import { ERRNO } from "../host/errno.ts";
import { host } from "../host/host.ts";
import { type Borrowed, type Owned, ptr, setU8 } from "../memory/memory.ts";
import { buffered, textio } from "../memory/structs/io.ts";
import { PyObject_SetAttr } from "../objects/abstract.ts";
import { PyObject_CallTwoArgs } from "../objects/call.ts";
import { PyErr_Clear, PyErr_NoMemory } from "../objects/errors.ts";
import { identifier } from "../objects/identifiers.ts";
import { PyLong_FromNumber } from "../objects/long_core.ts";
import { decref, newRef, typeOf } from "../objects/object.ts";
import { Py_None } from "../objects/types.ts";
import { PyUnicode_FromString } from "../objects/unicode_core.ts";
import { importModule } from "./import.ts";
import { PyBufferedReader_Type } from "./io/buffered_reader.ts";
import { PyBufferedWriter_Type } from "./io/buffered_writer.ts";
import { forgetSeekable, newStandardFile } from "./io/fileio.ts";
import { callForTruth, callMethod, id } from "./io/shared.ts";
import { newTextIOWrapper, PyTextIOWrapper_Type } from "./io/textio.ts";
import { moduleDict, setStolen } from "./make_module.ts";
import { attribute } from "./names.ts";
import { PySys_GetAttr, sysDict } from "./sysdict.ts";

interface Stream {
  readonly name: "stdin" | "stdout" | "stderr";
  readonly errors: "surrogateescape" | "backslashreplace";
}
const STREAMS: readonly Stream[] = [
  { name: "stdin", errors: "surrogateescape" },
  { name: "stdout", errors: "surrogateescape" },
  { name: "stderr", errors: "backslashreplace" },
];
const STDERR = 2;
/** As open() takes it from st_blksize. */
const BUFFER_BYTES = 4096;

/** Text over a stream of bytes. Owned, 0 with an error set. */
function wrap(buffer: Borrowed, fd: number, isUnbuffered: boolean): Owned {
  const { errors } = STREAMS[fd];
  const texts = ["utf-8", errors, "\n", fd === 0 ? "r" : "w"].map((text) => PyUnicode_FromString(text));
  const [encoding, handler, newline, mode] = texts;
  const stream = texts.includes(0)
    ? PyErr_NoMemory()
    : newTextIOWrapper(buffer, {
        encoding,
        errors: handler,
        newline,
        lineBuffering: fd === STDERR && !isUnbuffered,
        writeThrough: isUnbuffered,
      });
  const status = stream === 0 ? -1 : PyObject_SetAttr(stream, id.mode, mode);
  for (const text of texts) if (text !== 0) decref(text);
  return status < 0 ? 0 : stream;
}

function makeStream(fd: number): Owned {
  const label = PyUnicode_FromString(`<${STREAMS[fd].name}>`);
  const raw = label === 0 ? PyErr_NoMemory() : newStandardFile(fd, fd === 0 ? "rb" : "wb", label);
  if (label !== 0) decref(label);
  const size = PyLong_FromNumber(BUFFER_BYTES);
  const type = fd === 0 ? PyBufferedReader_Type : PyBufferedWriter_Type;
  const buffer = raw === 0 || size === 0 ? 0 : PyObject_CallTwoArgs(type, raw, size);
  if (raw !== 0) decref(raw);
  if (size !== 0) decref(size);
  const stream = buffer === 0 ? 0 : wrap(buffer, fd, false);
  if (buffer !== 0) decref(buffer);
  return stream;
}

/** sys.name and sys.__name__. 0, or -1 with an error set. */
function setStream(name: string, stream: Owned): number {
  if (stream === 0) return -1;
  return setStolen(sysDict(), `__${name}__`, newRef(stream)) < 0 ? -1 : setStolen(sysDict(), name, stream);
}

/** Imports what the streams need, and makes them and builtins.open. 0, or -1 with an error set. */
export function initializeStreams(): number {
  for (const name of ["encodings", "io"]) {
    const module = importModule(name);
    if (module === 0) return -1;
    const open = name === "io" ? attribute(module, "open") : 0;
    decref(module);
    if (name !== "io") continue;
    const builtins = importModule("builtins");
    if (builtins === 0 || setStolen(moduleDict(builtins), "open", open) < 0) return -1;
    decref(builtins);
  }
  for (const [fd, { name }] of STREAMS.entries()) if (setStream(name, makeStream(fd)) < 0) return -1;
  return 0;
}

/**
 * The streams of the boot image learn what their descriptors are: nothing (then they are None), a terminal, a file that can
 * be sought. isUnbuffered: as PYTHONUNBUFFERED asks. 0, or -1 with an error set.
 */
export function adoptStreams(isUnbuffered: boolean): number {
  for (const [fd, { name }] of STREAMS.entries()) {
    const stream = PySys_GetAttr(name);
    if (stream === 0 || typeOf(stream) !== PyTextIOWrapper_Type) continue;
    const status = host().statOpen(fd);
    if (status === -ERRNO.EBADF) {
      if (setStream(name, Py_None) < 0) return -1;
      continue;
    }
    if (isUnbuffered && fd !== 0) {
      if (setStream(name, withoutBuffer(stream, fd)) < 0) return -1;
      continue;
    }
    const raw = ptr(ptr(stream + textio.buffer) + buffered.raw);
    if (fd === 1 && host().isTerminal(fd) > 0) setU8(stream + textio.line_buffering, 1);
    if (typeof status !== "number" && adoptPosition(stream, raw) < 0) return -1;
  }
  return 0;
}

/** A stream over the same descriptor that writes at once. Owned, 0 with an error set. */
function withoutBuffer(stream: Borrowed, fd: number): Owned {
  const buffer = callMethod(stream, id_detach);
  const raw = buffer === 0 ? 0 : callMethod(buffer, id_detach);
  if (buffer !== 0) decref(buffer);
  if (raw === 0) return 0;
  forgetSeekable(raw);
  const result = wrap(raw, fd, true);
  decref(raw);
  return result;
}
const id_detach = identifier("detach");

/** A stream whose descriptor can be sought knows where it stands. */
function adoptPosition(stream: Borrowed, raw: Borrowed): number {
  forgetSeekable(raw);
  const seekable = callForTruth(raw, id.seekable);
  if (seekable < 0) return -1;
  if (seekable === 0) return 0;
  setU8(stream + textio.seekable, 1);
  setU8(stream + textio.telling, 1);
  // tell() keeps the position in the buffer.
  const position = callMethod(ptr(stream + textio.buffer), id.tell);
  if (position === 0) PyErr_Clear();
  else decref(position);
  return 0;
}
