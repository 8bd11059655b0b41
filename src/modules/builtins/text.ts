// Built-in functions that make or read text: repr, ascii, format, chr, ord, bin, oct, hex, print, input.
import { type Address, type Borrowed, type Owned, ptr, u8 } from "../../memory/memory.ts";
import { PyByteArrayObject, PyBytesObject } from "../../memory/structs/text.ts";
import { text } from "../../memory/text.ts";
import {
  PyNumber_Index,
  PyObject_GetAttr,
  PyObject_Repr,
  PyObject_Str,
  pushRepr,
  pushStr,
} from "../../objects/abstract.ts";
import { PyObject_CallOneArg, pushCallNoArgs, pushCallOneArg } from "../../objects/call.ts";
import { PyObject_CallMethod } from "../../objects/call_method.ts";
import type { MethodRow } from "../../objects/declare.ts";
import { PyErr_Clear, PyErr_NoMemory, raise, typeNameOf } from "../../objects/errors.ts";
import {
  finishNative,
  nativeLocal,
  PUSHED,
  pushNative,
  setNativeLocal,
  setStep,
  takeNativeLocal,
} from "../../objects/frames.ts";
import { identifier } from "../../objects/identifiers.ts";
import { longToNumber, PyLong_FromNumber } from "../../objects/long_core.ts";
import { _PyLong_Format } from "../../objects/long_text.ts";
import { nativeWord, pushNativeWithWords, setNativeWord } from "../../objects/native_scratch.ts";
import { decref, isBytes, isInstanceOf, isUnicode, newRef, sizeOf, typeOf } from "../../objects/object.ts";
import { pushSpecialOr } from "../../objects/special.ts";
import { PyTuple_GET_ITEM, tupleFromArray } from "../../objects/tuple_core.ts";
import {
  Py_None,
  PyByteArray_Type,
  PyExc_EOFError,
  PyExc_RuntimeError,
  PyExc_TypeError,
  PyExc_ValueError,
  PyLong_Type,
  PyUnicode_Type,
} from "../../objects/types.ts";
import {
  emptyString,
  latin1String,
  PyUnicode_GET_LENGTH,
  PyUnicode_IS_ASCII,
  PyUnicode_READ_CHAR,
  PyUnicode_Substring,
  unicodeChar,
} from "../../objects/unicode_core.ts";
import {
  UnicodeWriter_Finish,
  UnicodeWriter_New,
  UnicodeWriter_WriteASCIIString,
  UnicodeWriter_WriteChar,
} from "../../objects/unicode_writer.ts";
import { PySys_GetAttr } from "../sysdict.ts";

// -- repr, ascii, format ------------------------------------------------------------------------------------------------

const hexDigits = (value: number, width: number): string => value.toString(16).padStart(width, "0");

/** A str with everything beyond ASCII escaped. Takes the str. */
export function escapeNonAscii(string: Owned): Owned {
  if (PyUnicode_IS_ASCII(string)) return string;
  const writer = UnicodeWriter_New(true);
  let ok = writer !== 0;
  const length = PyUnicode_GET_LENGTH(string);
  for (let i = 0; i < length && ok; i++) {
    const c = PyUnicode_READ_CHAR(string, i);
    if (c < 128) ok = UnicodeWriter_WriteChar(writer, c);
    else {
      const escaped = c < 256 ? `\\x${hexDigits(c, 2)}` : c < 65536 ? `\\u${hexDigits(c, 4)}` : `\\U${hexDigits(c, 8)}`;
      ok = UnicodeWriter_WriteASCIIString(writer, escaped);
    }
  }
  decref(string);
  if (ok) return UnicodeWriter_Finish(writer);
  if (writer !== 0) decref(writer);
  return PyErr_NoMemory();
}

/** PyObject_ASCII */
export function PyObject_ASCII(o: Borrowed): Owned {
  const shown = PyObject_Repr(o);
  return shown === 0 ? 0 : escapeNonAscii(shown);
}

function builtin_repr(_module: Borrowed, o: Borrowed): Owned {
  return pushRepr(o);
}

function afterAscii(frame: Address, shown: Owned): Owned {
  return finishNative(frame, shown === 0 ? 0 : escapeNonAscii(shown));
}
const AFTER_ASCII = text("builtins.ascii.step", afterAscii);

function builtin_ascii(_module: Borrowed, o: Borrowed): Owned {
  const frame = pushNative(AFTER_ASCII, 0);
  if (frame === 0) return PyErr_NoMemory();
  const shown = pushRepr(o);
  return shown === PUSHED ? PUSHED : afterAscii(frame, shown);
}

const id_format = identifier("__format__");
const NO_METHOD = -1;

function afterFormat(frame: Address, result: Owned): Owned {
  if (result !== 0 && !isUnicode(result)) {
    const message = `__format__ must return a str, not ${typeNameOf(result)}`;
    decref(result);
    result = raise(PyExc_TypeError, message);
  }
  return finishNative(frame, result);
}
const AFTER_FORMAT = text("builtins.format.step", afterFormat);

/** PyObject_Format with a str or 0 for no specification. May answer PUSHED. */
export function pushFormat(o: Borrowed, specification: Borrowed): Owned {
  if (specification === 0 || PyUnicode_GET_LENGTH(specification) === 0) {
    if (typeOf(o) === PyUnicode_Type) return newRef(o);
    if (typeOf(o) === PyLong_Type) return PyObject_Str(o);
  }
  const frame = pushNative(AFTER_FORMAT, 0);
  if (frame === 0) return PyErr_NoMemory();
  const result = pushSpecialOr(NO_METHOD, o, id_format, specification === 0 ? emptyString : specification);
  if (result === PUSHED) return PUSHED;
  if (result === NO_METHOD) {
    return finishNative(frame, raise(PyExc_TypeError, `Type ${typeNameOf(o)} doesn't define __format__`));
  }
  return afterFormat(frame, result);
}

// -- characters and digits ----------------------------------------------------------------------------------------------

function builtin_ord(_module: Borrowed, o: Borrowed): Owned {
  let length: number;
  let value = 0;
  if (isUnicode(o)) {
    length = PyUnicode_GET_LENGTH(o);
    if (length === 1) value = PyUnicode_READ_CHAR(o, 0);
  } else if (isBytes(o)) {
    length = sizeOf(o);
    if (length === 1) value = u8(o + PyBytesObject.ob_sval);
  } else if (isInstanceOf(o, PyByteArray_Type)) {
    length = sizeOf(o);
    if (length === 1) value = u8(ptr(o + PyByteArrayObject.ob_start));
  } else return raise(PyExc_TypeError, `ord() expected string of length 1, but ${typeNameOf(o)} found`);
  if (length !== 1) return raise(PyExc_TypeError, `ord() expected a character, but string of length ${length} found`);
  return PyLong_FromNumber(value) || PyErr_NoMemory();
}

function builtin_chr(_module: Borrowed, o: Borrowed): Owned {
  const index = PyNumber_Index(o);
  if (index === 0) return 0;
  const point = longToNumber(index);
  decref(index);
  if (point < 0 || point > 0x10ffff) return raise(PyExc_ValueError, "chr() arg not in range(0x110000)");
  if (point < 256) return newRef(latin1String(point));
  return unicodeChar(point) || PyErr_NoMemory();
}

function inBase(base: number): (module: Borrowed, o: Borrowed) => Owned {
  return (_module, o) => {
    const index = PyNumber_Index(o);
    if (index === 0) return 0;
    const result = _PyLong_Format(index, base);
    decref(index);
    return result;
  };
}

// -- print --------------------------------------------------------------------------------------------------------------

/*
 * print writes its pieces one by one: an object, a separator, …, the end; then it may flush. Each piece is
 *   write = file.write; shown = str(piece); write(shown)
 * and the frame stands in one of these calls.
 */
const OBJECTS = 0;
const FILE = 1;
const SEPARATOR = 2;
const END = 3;
const WRITE = 4;
const PRINT_LOCALS = 5;
/** Words: the number of the piece being written, and whether to flush. */
const PIECE = 0;
const FLUSH = 1;

const id_write = identifier("write");
const id_flush = identifier("flush");
const id_readline = identifier("readline");
const SPACE = latin1String(32);
const NEWLINE = latin1String(10);

function pieceAt(frame: Address, index: number): Borrowed {
  const objects = nativeLocal(frame, OBJECTS);
  if (index >= 2 * sizeOf(objects) - 1) return nativeLocal(frame, END);
  return index % 2 === 0 ? PyTuple_GET_ITEM(objects, index >> 1) : nativeLocal(frame, SEPARATOR);
}

function writePieces(frame: Address): Owned {
  for (;;) {
    const count = Math.max(2 * sizeOf(nativeLocal(frame, OBJECTS)), 1);
    const index = nativeWord(frame, PIECE);
    if (index >= count) return flushFile(frame);
    const write = PyObject_GetAttr(nativeLocal(frame, FILE), id_write);
    if (write === 0) return finishNative(frame, 0);
    setNativeLocal(frame, WRITE, write);
    setStep(frame, AFTER_STR);
    const shown = pushStr(pieceAt(frame, index));
    if (shown === PUSHED) return PUSHED;
    const written = writeText(frame, shown);
    if (written === PUSHED) return PUSHED;
    if (written === 0) return finishNative(frame, 0);
    decref(written);
    setNativeWord(frame, PIECE, index + 1);
  }
}

/** Calls the write method that the frame holds. Takes the str. */
function writeText(frame: Address, shown: Owned): Owned {
  const write = takeNativeLocal(frame, WRITE);
  if (shown === 0) {
    decref(write);
    return 0;
  }
  setStep(frame, AFTER_WRITE);
  const written = pushCallOneArg(write, shown);
  decref(shown);
  decref(write);
  return written;
}

function afterStr(frame: Address, shown: Owned): Owned {
  const written = writeText(frame, shown);
  return written === PUSHED ? PUSHED : afterWrite(frame, written);
}
const AFTER_STR = text("builtins.print.str", afterStr);

function afterWrite(frame: Address, written: Owned): Owned {
  if (written === 0) return finishNative(frame, 0);
  decref(written);
  setNativeWord(frame, PIECE, nativeWord(frame, PIECE) + 1);
  return writePieces(frame);
}
const AFTER_WRITE = text("builtins.print.write", afterWrite);

function flushFile(frame: Address): Owned {
  if (nativeWord(frame, FLUSH) === 0) return finishNative(frame, Py_None);
  const flush = PyObject_GetAttr(nativeLocal(frame, FILE), id_flush);
  if (flush === 0) return finishNative(frame, 0);
  setStep(frame, AFTER_FLUSH);
  const result = pushCallNoArgs(flush);
  decref(flush);
  return result === PUSHED ? PUSHED : afterFlush(frame, result);
}

function afterFlush(frame: Address, result: Owned): Owned {
  if (result === 0) return finishNative(frame, 0);
  decref(result);
  return finishNative(frame, Py_None);
}
const AFTER_FLUSH = text("builtins.print.flush", afterFlush);

function builtin_print(
  _module: Borrowed,
  args: Address,
  nargs: number,
  separator: Borrowed,
  end: Borrowed,
  file: Borrowed,
  flush: number,
): Owned {
  if (file === 0 || file === Py_None) {
    file = PySys_GetAttr("stdout");
    if (file === 0) return raise(PyExc_RuntimeError, "lost sys.stdout");
    if (file === Py_None) return Py_None;
  }
  if (separator === 0 || separator === Py_None) separator = SPACE;
  else if (!isUnicode(separator)) {
    return raise(PyExc_TypeError, `sep must be None or a string, not ${typeNameOf(separator)}`);
  }
  if (end === 0 || end === Py_None) end = NEWLINE;
  else if (!isUnicode(end)) return raise(PyExc_TypeError, `end must be None or a string, not ${typeNameOf(end)}`);
  const objects = tupleFromArray(args, nargs);
  const frame = objects === 0 ? 0 : pushNativeWithWords(AFTER_STR, PRINT_LOCALS, 2);
  if (frame === 0) {
    if (objects !== 0) decref(objects);
    return PyErr_NoMemory();
  }
  setNativeLocal(frame, OBJECTS, objects);
  setNativeLocal(frame, FILE, newRef(file));
  setNativeLocal(frame, SEPARATOR, newRef(separator));
  setNativeLocal(frame, END, newRef(end));
  setNativeWord(frame, FLUSH, flush);
  return writePieces(frame);
}

// -- input --------------------------------------------------------------------------------------------------------------

/** PyFile_GetLine(file, -1): a line without its end; EOFError when there is none. */
function readLine(file: Borrowed): Owned {
  const line = PyObject_CallMethod(file, id_readline);
  if (line === 0) return 0;
  if (!isUnicode(line)) {
    decref(line);
    return raise(PyExc_TypeError, "object.readline() returned non-string");
  }
  const length = PyUnicode_GET_LENGTH(line);
  if (length === 0) {
    decref(line);
    return raise(PyExc_EOFError, "EOF when reading a line");
  }
  if (PyUnicode_READ_CHAR(line, length - 1) !== 10) return line;
  const rest = PyUnicode_Substring(line, 0, length - 1);
  decref(line);
  return rest;
}

function builtin_input(_module: Borrowed, prompt: Borrowed): Owned {
  const streams: Borrowed[] = [];
  for (const name of ["stdin", "stdout", "stderr"]) {
    const stream = PySys_GetAttr(name);
    if (stream === 0 || stream === Py_None) return raise(PyExc_RuntimeError, `input(): lost sys.${name}`);
    streams.push(stream);
  }
  const [stdin, stdout, stderr] = streams;
  const flushed = PyObject_CallMethod(stderr, id_flush);
  if (flushed === 0) PyErr_Clear();
  else decref(flushed);
  if (prompt !== 0) {
    const shown = PyObject_Str(prompt);
    if (shown === 0) return 0;
    const write = PyObject_GetAttr(stdout, id_write);
    const written = write === 0 ? 0 : PyObject_CallOneArg(write, shown);
    decref(shown);
    if (write !== 0) decref(write);
    if (written === 0) return 0;
    decref(written);
  }
  const done = PyObject_CallMethod(stdout, id_flush);
  if (done === 0) PyErr_Clear();
  else decref(done);
  return readLine(stdin);
}

export const textFunctions: readonly MethodRow[] = [
  ["repr", "(obj, /)", builtin_repr],
  ["ascii", "(obj, /)", builtin_ascii],
  ["format", "(value, format_spec: str = '', /)", (_m: Borrowed, o: Borrowed, spec: Borrowed) => pushFormat(o, spec)],
  ["chr", "(i, /)", builtin_chr],
  ["ord", "(c, /)", builtin_ord],
  ["bin", "(number, /)", inBase(2)],
  ["oct", "(number, /)", inBase(8)],
  ["hex", "(number, /)", inBase(16)],
  ["print", "(*args, sep=' ', end='\\n', file=None, flush: bool = False)", builtin_print],
  ["input", "(prompt='', /)", builtin_input],
];
