// open(): from a path and a mode to the streams that stand on each other.
import { type Borrowed, type Owned, u32 } from "../../memory/memory.ts";
import { fileio } from "../../memory/structs/io.ts";
import { PyNumber_Check, PyObject_GetAttr, PyObject_SetAttr } from "../../objects/abstract.ts";
import { PyObject_CallTwoArgs } from "../../objects/call.ts";
import { convertSsize } from "../../objects/convert.ts";
import { PyErr_GetRaisedException, PyErr_Occurred, raise } from "../../objects/errors.ts";
import { identifier } from "../../objects/identifiers.ts";
import { PyLong_FromNumber } from "../../objects/long_core.ts";
import { decref, newRef, typeIn, typeOf } from "../../objects/object.ts";
import { Py_None, PyExc_RuntimeWarning, PyExc_ValueError } from "../../objects/types.ts";
import { PyUnicode_FromString, textOf } from "../../objects/unicode_core.ts";
import { PyErr_WarnEx } from "../../objects/warn.ts";
import { fspath } from "../host_path.ts";
import { PyBufferedReader_Type } from "./buffered_reader.ts";
import { PyBufferedRandom_Type, PyBufferedWriter_Type } from "./buffered_writer.ts";
import { newFileIO, PyFileIO_Type } from "./fileio.ts";
import { callForEffect, callForTruth, chainExceptions, id } from "./shared.ts";
import { isTextOrNone, newTextIOWrapper } from "./textio.ts";

interface Mode {
  readonly text: string;
  readonly binary: boolean;
  readonly updating: boolean;
  /** What FileIO is given. */
  readonly raw: string;
}

function parseMode(o: Borrowed): Mode | null {
  const text = textOf(o);
  const letters = [...text];
  const isValid = letters.every((letter, i) => "xrwatb+".includes(letter) && letters.indexOf(letter) === i);
  if (!isValid) {
    raise(PyExc_ValueError, `invalid mode: '${text}'`);
    return null;
  }
  const has = (letter: string): boolean => letters.includes(letter);
  if (has("t") && has("b")) {
    raise(PyExc_ValueError, "can't have text and binary mode at once");
    return null;
  }
  const kinds = ["x", "r", "w", "a"].filter(has);
  if (kinds.length > 1) {
    raise(PyExc_ValueError, "must have exactly one of create/read/write/append mode");
    return null;
  }
  return { text, binary: has("b"), updating: has("+"), raw: `${kinds.join("")}${has("+") ? "+" : ""}` };
}

export interface OpenArguments {
  readonly file: Borrowed;
  readonly mode: Borrowed;
  readonly buffering: number;
  readonly encoding: Borrowed;
  readonly errors: Borrowed;
  readonly newline: Borrowed;
  readonly closefd: boolean;
  readonly opener: Borrowed;
}

const isGiven = (o: Borrowed): boolean => o !== 0 && o !== Py_None;

/** What goes with binary mode. False with an error set. */
function checkBinary(given: OpenArguments): boolean {
  for (const name of ["encoding", "errors", "newline"] as const) {
    if (!isGiven(given[name])) continue;
    raise(PyExc_ValueError, `binary mode doesn't take an ${name} argument`.replace("an newline", "a newline"));
    return false;
  }
  if (given.buffering !== 1) return true;
  const warning = "line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used";
  return PyErr_WarnEx(PyExc_RuntimeWarning, warning, 1) >= 0;
}

/** The size of a stream's buffer; -1 with an error set. */
function bufferSize(raw: Borrowed, buffering: number): number {
  if (buffering >= 0) return buffering;
  if (typeOf(raw) === typeIn(PyFileIO_Type)) return u32(raw + fileio.blksize);
  const size = PyObject_GetAttr(raw, id_blksize);
  const value = size === 0 ? -1 : convertSsize(size);
  if (size !== 0) decref(size);
  if (value < 0 && PyErr_Occurred() === 0) raise(PyExc_ValueError, "invalid buffering size");
  return value;
}
const id_blksize = identifier("_blksize");

/** _io.open. Owned, 0 with an error set. */
export function openStream(given: OpenArguments): Owned {
  const isNumber = PyNumber_Check(given.file);
  const file = isNumber ? newRef(given.file) : fspath(given.file);
  if (file === 0) return 0;
  const mode = parseMode(given.mode);
  const ok = mode !== null && (!mode.binary || checkBinary(given));
  const raw = ok ? newFileIO(file, mode.raw, given.closefd, given.opener) : 0;
  decref(file);
  return raw === 0 || mode === null ? 0 : stack(raw, mode, given);
}

/** The streams over a raw one, which it takes. */
function stack(raw: Owned, mode: Mode, given: OpenArguments): Owned {
  let buffering = given.buffering;
  const terminal = buffering < 0 ? callForTruth(raw, id.isatty) : 0;
  if (terminal < 0) return closeAll(raw);
  const lineBuffering = buffering === 1 || terminal > 0;
  if (lineBuffering) buffering = -1;
  if (buffering < -1) buffering = -1;
  const size = bufferSize(raw, buffering);
  if (size < 0) return closeAll(raw);
  if (size === 0) {
    if (mode.binary) return raw;
    raise(PyExc_ValueError, "can't have unbuffered text I/O");
    return closeAll(raw);
  }
  const type = mode.updating
    ? typeIn(PyBufferedRandom_Type)
    : mode.raw === "r"
      ? typeIn(PyBufferedReader_Type)
      : typeIn(PyBufferedWriter_Type);
  const bytes = PyLong_FromNumber(size);
  const buffer = bytes === 0 ? 0 : PyObject_CallTwoArgs(type, raw, bytes);
  if (bytes !== 0) decref(bytes);
  if (buffer === 0) return closeAll(raw);
  decref(raw);
  if (mode.binary) return buffer;
  const wrapper = newTextIOWrapper(buffer, { ...given, lineBuffering, writeThrough: false });
  if (wrapper === 0) return closeAll(buffer);
  decref(buffer);
  return PyObject_SetAttr(wrapper, id.mode, given.mode) < 0 ? closeAll(wrapper) : wrapper;
}

/** Closes what was opened so far, keeping the error. Takes the stream. */
function closeAll(stream: Owned): 0 {
  const error = PyErr_GetRaisedException();
  callForEffect(stream, id.close);
  chainExceptions(error);
  decref(stream);
  return 0;
}

export function open(
  _module: Borrowed,
  file: Borrowed,
  mode: Borrowed,
  buffering: number,
  encoding: Borrowed,
  errors: Borrowed,
  newline: Borrowed,
  closefd: number,
  opener: Borrowed,
): Owned {
  if (
    !isTextOrNone("open", "encoding", encoding) ||
    !isTextOrNone("open", "errors", errors) ||
    !isTextOrNone("open", "newline", newline)
  ) {
    return 0;
  }
  const text = mode === 0 ? PyUnicode_FromString("r") : newRef(mode);
  if (text === 0) return 0;
  const stream = openStream({
    file,
    mode: text,
    buffering,
    encoding,
    errors,
    newline,
    closefd: closefd !== 0,
    opener: opener || Py_None,
  });
  decref(text);
  return stream;
}

/** open_code: the bytes of a file that is to be run. */
export function openCode(_module: Borrowed, path: Borrowed): Owned {
  const mode = PyUnicode_FromString("rb");
  if (mode === 0) return 0;
  const stream = openStream({
    file: path,
    mode,
    buffering: -1,
    encoding: 0,
    errors: 0,
    newline: 0,
    closefd: true,
    opener: Py_None,
  });
  decref(mode);
  return stream;
}
