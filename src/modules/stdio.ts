// sys.stdin, sys.stdout and sys.stderr: text over buffers over descriptors 0, 1 and 2, as CPython's init_sys_streams makes
// them. They are in the boot image, made when there is no host; adoptStreams() then tells them what they stand on.
//
//             encoding   errors            buffering
//   stdin     utf-8      surrogateescape   chunks; lines on a terminal
//   stdout    utf-8      surrogateescape   chunks; lines on a terminal
//   stderr    utf-8      backslashreplace  lines
import { ERRNO } from "../host/errno.ts";
import { host } from "../host/host.ts";
import { type Borrowed, type Owned, ptr, setU8 } from "../memory/memory.ts";
import { buffered, textio } from "../memory/structs/io.ts";
import { PyObject_SetAttr } from "../objects/abstract.ts";
import { PyObject_CallOneArg, PyObject_CallTwoArgs } from "../objects/call.ts";
import { PyErr_Clear, PyErr_NoMemory } from "../objects/errors.ts";
import { identifier } from "../objects/identifiers.ts";
import { PyLong_FromNumber } from "../objects/long_core.ts";
import { decref, isUnicode, newRef, typeIn, typeOf } from "../objects/object.ts";
import { Py_None } from "../objects/types.ts";
import { PyUnicode_FromString, textOf } from "../objects/unicode_core.ts";
import { importAttribute, importModule } from "./import.ts";
import { PyBufferedReader_Type } from "./io/buffered_reader.ts";
import { PyBufferedWriter_Type } from "./io/buffered_writer.ts";
import { forgetSeekable, newStandardFile } from "./io/fileio.ts";
import { callForTruth, callMethod, id } from "./io/shared.ts";
import { newTextIOWrapper, PyTextIOWrapper_Type } from "./io/textio.ts";
import { moduleDict, setStolen } from "./make_module.ts";
import { attribute } from "./names.ts";
import { PySys_GetAttr, sysDict } from "./sysdict.ts";

const STREAMS = ["stdin", "stdout", "stderr"] as const;
const STDERR = 2;
/** As open() takes it from st_blksize. */
const BUFFER_BYTES = 4096;

/** How the standard streams are asked for: -u, PYTHONIOENCODING, the locale. errors: not of standard error. */
export interface StreamOptions {
  readonly isUnbuffered: boolean;
  readonly encoding: string;
  readonly errors: string;
}
const DEFAULT_OPTIONS: StreamOptions = { isUnbuffered: false, encoding: "utf-8", errors: "surrogateescape" };

/** Text over a stream of bytes. Owned, 0 with an error set. */
function wrap(buffer: Borrowed, fd: number, { isUnbuffered, encoding: name, errors }: StreamOptions): Owned {
  const given = [name, fd === STDERR ? "backslashreplace" : errors, "\n", fd === 0 ? "r" : "w"];
  const texts = given.map((text) => PyUnicode_FromString(text));
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
  const label = PyUnicode_FromString(`<${STREAMS[fd]}>`);
  const raw = label === 0 ? PyErr_NoMemory() : newStandardFile(fd, fd === 0 ? "rb" : "wb", label);
  if (label !== 0) decref(label);
  const size = PyLong_FromNumber(BUFFER_BYTES);
  const type = fd === 0 ? typeIn(PyBufferedReader_Type) : typeIn(PyBufferedWriter_Type);
  const buffer = raw === 0 || size === 0 ? 0 : PyObject_CallTwoArgs(type, raw, size);
  if (raw !== 0) decref(raw);
  if (size !== 0) decref(size);
  const stream = buffer === 0 ? 0 : wrap(buffer, fd, DEFAULT_OPTIONS);
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
  for (const [fd, name] of STREAMS.entries()) if (setStream(name, makeStream(fd)) < 0) return -1;
  return 0;
}

/**
 * The streams of the boot image learn what their descriptors are: nothing (then they are None), a terminal, a file that can
 * be sought. They are made anew over the same descriptors where other ones are asked for. 0, or -1 with an error set.
 */
export function adoptStreams(given: StreamOptions): number {
  const { isUnbuffered, errors } = given;
  const encoding = codecName(given.encoding);
  if (encoding === null) return -1;
  const options = { isUnbuffered, encoding, errors };
  const isOrdinary = encoding === DEFAULT_OPTIONS.encoding && errors === DEFAULT_OPTIONS.errors;
  for (const [fd, name] of STREAMS.entries()) {
    const stream = PySys_GetAttr(name);
    if (stream === 0 || typeOf(stream) !== typeIn(PyTextIOWrapper_Type)) continue;
    const status = host().statOpen(fd);
    if (status === -ERRNO.EBADF) {
      if (setStream(name, Py_None) < 0) return -1;
      continue;
    }
    const isRaw = isUnbuffered && fd !== 0;
    const raw = ptr(ptr(stream + textio.buffer) + buffered.raw);
    forgetSeekable(raw);
    if (isRaw || !isOrdinary) {
      if (setStream(name, withOptions(stream, fd, isRaw, options)) < 0) return -1;
      if (isRaw) continue;
    }
    const now = PySys_GetAttr(name);
    if (isUnbuffered) setU8(now + textio.write_through, 1);
    if (fd !== STDERR && !isUnbuffered && host().isTerminal(fd) > 0) setU8(now + textio.line_buffering, 1);
    if (typeof status !== "number" && adoptPosition(now, raw) < 0) return -1;
  }
  return 0;
}

/** An encoding by the name that its codec has; null with an error set. */
function codecName(encoding: string): string | null {
  if (encoding === DEFAULT_OPTIONS.encoding) return encoding;
  const lookup = importAttribute("codecs", "lookup");
  const given = lookup === 0 ? 0 : PyUnicode_FromString(encoding);
  const codec = given === 0 ? 0 : PyObject_CallOneArg(lookup, given);
  const name = codec === 0 ? 0 : attribute(codec, "name");
  const text = name === 0 || !isUnicode(name) ? null : textOf(name);
  for (const o of [lookup, given, codec, name]) if (o !== 0) decref(o);
  return text;
}

/** Text with other options over the same descriptor; raw: without a buffer. Owned, 0 with an error set. */
function withOptions(stream: Borrowed, fd: number, isRaw: boolean, options: StreamOptions): Owned {
  let bytes = callMethod(stream, id_detach);
  if (bytes !== 0 && isRaw) {
    const raw = callMethod(bytes, id_detach);
    decref(bytes);
    bytes = raw;
  }
  const result = bytes === 0 ? 0 : wrap(bytes, fd, options);
  if (bytes !== 0) decref(bytes);
  return result;
}
const id_detach = identifier("detach");

/** A stream whose descriptor can be sought knows where it stands. */
function adoptPosition(stream: Borrowed, raw: Borrowed): number {
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
