// TextIOWrapper: text over a buffered stream of bytes. textio_state.ts says how its parts go together.
import {
  type Address,
  type Borrowed,
  i32,
  type Owned,
  ptr,
  setI32,
  setPtr,
  setSsize,
  setU8,
  ssize,
  u8,
} from "../../memory/memory.ts";
import { PyConfig, PyPreConfig } from "../../memory/structs/config.ts";
import { buffered } from "../../memory/structs/io.ts";
import { PyObject_GetAttr, PyObject_GetOptionalAttr, PyObject_IsTrue, PyObject_Repr } from "../../objects/abstract.ts";
import { hostName } from "../../objects/codecs/names.ts";
import { lookupTextEncoding } from "../../objects/codecs/registry.ts";
import { configured, preConfigured } from "../../objects/config.ts";
import { convertInt } from "../../objects/convert.ts";
import { cstring, newModuleType } from "../../objects/declare.ts";
import {
  argumentTypeName,
  PyErr_Clear,
  PyErr_ExceptionMatches,
  PyErr_GetRaisedException,
  PyErr_NoMemory,
  PyErr_Occurred,
  raise,
  raiseInt,
  typeNameOf,
} from "../../objects/errors.ts";
import { PyLong_FromNumber } from "../../objects/long_core.ts";
import { clearSlot, decref, isUnicode, newRef, replaceSlot, typeIn, typeOf, xnewRef } from "../../objects/object.ts";
import { Py_ReprEnter, Py_ReprLeave } from "../../objects/repr_guard.ts";
import { namedArguments } from "../../objects/text_arguments.ts";
import {
  Py_None,
  PyExc_AttributeError,
  PyExc_EncodingWarning,
  PyExc_Exception,
  PyExc_RuntimeError,
  PyExc_TypeError,
  PyExc_ValueError,
} from "../../objects/types.ts";
import { PyUnicode_FromString, PyUnicode_IS_ASCII, textOf } from "../../objects/unicode_core.ts";
import { PyUnicode_AsUTF8 } from "../../objects/unicode_utf8.ts";
import { PyErr_WarnEx } from "../../objects/warn.ts";
import { allocate, clearer, traverser } from "../type_support.ts";
import { PyBufferedReader_Type } from "./buffered_reader.ts";
import { PyBufferedRandom_Type, PyBufferedWriter_Type } from "./buffered_writer.ts";
import { PyFileIO_Type } from "./fileio.ts";
import { PICKLE_METHODS, STREAM_FLAGS, streamDealloc } from "./iobase.ts";
import {
  asSsize,
  callForEffect,
  callForTruth,
  callMethod,
  chainExceptions,
  DEFAULT_BUFFER_SIZE,
  hasAttribute,
  id,
  NO_ENCODING,
  unsupported,
} from "./shared.ts";
import { iternext, read, readline } from "./textio_read.ts";
import { seek, tell } from "./textio_seek.ts";
import { fixEncoderState, isAttached, setDecoded, setDecoder, setEncoder, T } from "./textio_state.ts";
import { flush, truncate, write } from "./textio_write.ts";

/** What "locale" means: the encoding of C.UTF-8, as CPython's nl_langinfo() calls it. */
export const LOCALE_ENCODING = "UTF-8";

const WRITENL: Readonly<Record<string, Address>> = { "\r": cstring("\r"), "\r\n": cstring("\r\n") };
const NEWLINES = ["", "\n", "\r", "\r\n"];

const isGiven = (o: Borrowed): boolean => o !== 0 && o !== Py_None;

// -- making ------------------------------------------------------------------------------------------------------------

/** A newline argument: its text, null for None; undefined with an error set. */
function newlineText(newline: Borrowed, method: string): string | null | undefined {
  if (newline === 0 || newline === Py_None) return null;
  if (!isUnicode(newline)) {
    raise(PyExc_TypeError, `${method}() argument 'newline' must be str or None, not ${argumentTypeName(newline)}`);
    return undefined;
  }
  if (!PyUnicode_IS_ASCII(newline) && PyUnicode_AsUTF8(newline) === 0) return undefined;
  const text = textOf(newline);
  if (NEWLINES.includes(text)) return text;
  raise(PyExc_ValueError, `illegal newline value: ${text.split("\0")[0]}`);
  return undefined;
}

function setNewline(o: Borrowed, newline: Borrowed, text: string | null): void {
  replaceSlot(o + T.readnl, text === null ? 0 : newRef(newline));
  const universal = text === null || text === "";
  setU8(o + T.readuniversal, universal ? 1 : 0);
  setU8(o + T.readtranslate, text === null ? 1 : 0);
  setU8(o + T.writetranslate, text === "" ? 0 : 1);
  setPtr(o + T.writenl, text === null ? 0 : (WRITENL[text] ?? 0));
}

/** The encoding that an argument names. Owned str, 0 with an error set. */
function encodingOf(encoding: Borrowed): Owned {
  if (encoding === 0 || encoding === Py_None) {
    const isUtf8Mode = preConfigured(PyPreConfig.utf8_mode) !== 0;
    return PyUnicode_FromString(isUtf8Mode ? "utf-8" : LOCALE_ENCODING) || PyErr_NoMemory();
  }
  if (!isUnicode(encoding)) {
    return raise(
      PyExc_TypeError,
      `TextIOWrapper() argument 'encoding' must be str or None, not ${argumentTypeName(encoding)}`,
    );
  }
  const isLocale = textOf(encoding) === "locale";
  return isLocale ? PyUnicode_FromString(LOCALE_ENCODING) || PyErr_NoMemory() : newRef(encoding);
}

/** Codec, decoder and encoder for an encoding and errors that the fields hold. 0, or -1 with an error set. */
function setCodecs(o: Borrowed): number {
  const name = hostName(ptr(o + T.encoding));
  if (name === null) return -1;
  const codec = lookupTextEncoding(name, "codecs.open()");
  if (codec === 0) return -1;
  const errors = ptr(o + T.errors);
  const status = setDecoder(o, codec, errors) < 0 || setEncoder(o, codec, errors) < 0 ? -1 : 0;
  decref(codec);
  return status;
}

/** The FileIO of a buffered stream that is none of the program's own, or 0. */
function plainRaw(buffer: Borrowed): Borrowed {
  const type = typeOf(buffer);
  if (
    type !== typeIn(PyBufferedReader_Type) &&
    type !== typeIn(PyBufferedWriter_Type) &&
    type !== typeIn(PyBufferedRandom_Type)
  )
    return 0;
  const raw = ptr(buffer + buffered.raw);
  return raw !== 0 && typeOf(raw) === typeIn(PyFileIO_Type) ? raw : 0;
}

export interface TextOptions {
  readonly encoding: Borrowed;
  readonly errors: Borrowed;
  readonly newline: Borrowed;
  readonly lineBuffering: boolean;
  readonly writeThrough: boolean;
}

/** TextIOWrapper.__init__: 0, or -1 with an error set. */
function initText(o: Borrowed, buffer: Borrowed, options: TextOptions): number {
  setI32(o + T.ok, 0);
  setI32(o + T.detached, 0);
  const { errors } = options;
  if (errors !== 0 && errors !== Py_None && !isUnicode(errors)) {
    return raiseInt(
      PyExc_TypeError,
      `TextIOWrapper() argument 'errors' must be str or None, not ${argumentTypeName(errors)}`,
    );
  }
  if (isGiven(errors) && hostName(errors) === null) return -1;
  const newline = newlineText(options.newline, "TextIOWrapper");
  if (newline === undefined) return -1;
  const isMissing = options.encoding === 0 || options.encoding === Py_None;
  if (isMissing && configured(PyConfig.warn_default_encoding) !== 0) {
    if (PyErr_WarnEx(PyExc_EncodingWarning, NO_ENCODING, 1) < 0) return -1;
  }
  const encoding = encodingOf(options.encoding);
  if (encoding === 0) return -1;
  setDecoded(o, 0);
  for (const slot of [T.encoder, T.decoder, T.readnl, T.pending_bytes, T.snapshot, T.raw]) clearSlot(o + slot);
  setSsize(o + T.pending_bytes_count, 0);
  setPtr(o + T.encodefunc, 0);
  replaceSlot(o + T.encoding, encoding);
  replaceSlot(o + T.errors, errors === 0 || errors === Py_None ? PyUnicode_FromString("strict") : newRef(errors));
  setSsize(o + T.chunk_size, DEFAULT_BUFFER_SIZE);
  setU8(o + T.line_buffering, options.lineBuffering ? 1 : 0);
  setU8(o + T.write_through, options.writeThrough ? 1 : 0);
  setNewline(o, options.newline, newline);
  replaceSlot(o + T.buffer, newRef(buffer));
  if (setCodecs(o) < 0) return -1;
  setPtr(o + T.raw, xnewRef(plainRaw(buffer)));
  const seekable = callForTruth(buffer, id.seekable);
  if (seekable < 0) return -1;
  setU8(o + T.seekable, seekable);
  setU8(o + T.telling, seekable);
  const read1 = hasAttribute(buffer, id.read1);
  if (read1 < 0) return -1;
  setU8(o + T.has_read1, read1);
  setU8(o + T.encoding_start_of_stream, 0);
  if (fixEncoderState(o) < 0) return -1;
  setI32(o + T.ok, 1);
  return 0;
}

/** An argument that C takes as a string, or None: false with an error set. */
export function isTextOrNone(method: string, name: string, o: Borrowed): boolean {
  if (!isGiven(o)) return true;
  if (isUnicode(o)) return hostName(o) !== null;
  raise(PyExc_TypeError, `${method}() argument '${name}' must be str or None, not ${argumentTypeName(o)}`);
  return false;
}

const NAMES = ["buffer", "encoding", "errors", "newline", "line_buffering", "write_through"] as const;

function init(o: Borrowed, args: Borrowed, keywords: Borrowed): number {
  const values = namedArguments("TextIOWrapper", args, keywords, NAMES, 1);
  if (values === null) return -1;
  const [buffer, encoding, errors, newline, lines, through] = values;
  if (!isTextOrNone("TextIOWrapper", "encoding", encoding) || !isTextOrNone("TextIOWrapper", "newline", newline))
    return -1;
  const lineBuffering = lines === 0 ? 0 : PyObject_IsTrue(lines);
  const writeThrough = through === 0 ? 0 : PyObject_IsTrue(through);
  if (lineBuffering < 0 || writeThrough < 0) return -1;
  return initText(o, buffer, {
    encoding,
    errors,
    newline,
    lineBuffering: lineBuffering > 0,
    writeThrough: writeThrough > 0,
  });
}

/** TextIOWrapper(buffer, …) for open() and the standard streams. Owned, 0 with an error set. */
export function newTextIOWrapper(buffer: Borrowed, options: TextOptions): Owned {
  const o = allocate(typeIn(PyTextIOWrapper_Type));
  if (o === 0 || initText(o, buffer, options) >= 0) return o;
  decref(o);
  return 0;
}

// -- reconfigure -------------------------------------------------------------------------------------------------------

/** convert_optional_bool: the truth of an argument, or what is there for None. -1 with an error set. */
function optionalBool(given: Borrowed, present: number): number {
  if (!isGiven(given)) return present;
  const value = convertInt(given);
  return value === -1 && PyErr_Occurred() !== 0 ? -1 : value !== 0 ? 1 : 0;
}

function changeEncoding(o: Borrowed, encoding: Borrowed, errors: Borrowed, newlineChanged: boolean): number {
  if (!isGiven(encoding) && !isGiven(errors) && !newlineChanged) return 0;
  const name = isGiven(encoding) ? encodingOf(encoding) : newRef(ptr(o + T.encoding));
  if (name === 0) return -1;
  const handler = isGiven(errors)
    ? newRef(errors)
    : isGiven(encoding)
      ? PyUnicode_FromString("strict")
      : newRef(ptr(o + T.errors));
  // A C string here: it ends at a NUL.
  const codecName = PyUnicode_AsUTF8(name) === 0 ? null : textOf(name).split("\0")[0];
  const isKnown = codecName !== null && (PyUnicode_IS_ASCII(handler) || PyUnicode_AsUTF8(handler) !== 0);
  const codec = isKnown ? lookupTextEncoding(codecName, "codecs.open()") : 0;
  const status = codec !== 0 && setDecoder(o, codec, handler) >= 0 && setEncoder(o, codec, handler) >= 0 ? 0 : -1;
  if (codec !== 0) decref(codec);
  if (status < 0) {
    decref(name);
    decref(handler);
    return -1;
  }
  replaceSlot(o + T.encoding, name);
  replaceSlot(o + T.errors, handler);
  return fixEncoderState(o);
}

function reconfigure(
  o: Borrowed,
  encoding: Borrowed,
  errors: Borrowed,
  newline: Borrowed,
  lines: Borrowed,
  through: Borrowed,
): Owned {
  if (
    ptr(o + T.decoder) !== 0 &&
    ptr(o + T.decoded_chars) !== 0 &&
    (isGiven(encoding) || isGiven(errors) || newline !== 0)
  ) {
    return unsupported("It is not possible to set the encoding or newline of stream after the first read");
  }
  if (newline !== 0 && newline !== Py_None && !isUnicode(newline)) {
    return raise(
      PyExc_TypeError,
      `reconfigure() argument 'newline' must be str or None, not ${argumentTypeName(newline)}`,
    );
  }
  for (const [name, value] of [
    ["encoding", encoding],
    ["errors", errors],
  ] as const) {
    if (isGiven(value) && !isUnicode(value)) {
      return raise(
        PyExc_TypeError,
        `reconfigure() argument '${name}' must be str or None, not ${argumentTypeName(value)}`,
      );
    }
  }
  const text = newlineText(newline, "reconfigure");
  if (text === undefined) return 0;
  const lineBuffering = optionalBool(lines, u8(o + T.line_buffering));
  if (lineBuffering < 0) return 0;
  const writeThrough = optionalBool(through, u8(o + T.write_through));
  if (writeThrough < 0) return 0;
  if (callForEffect(o, id.flush) < 0) return 0;
  if (newline !== 0) setNewline(o, newline, text);
  if (changeEncoding(o, encoding, errors, newline !== 0) < 0) return 0;
  setU8(o + T.line_buffering, lineBuffering);
  setU8(o + T.write_through, writeThrough);
  return Py_None;
}

// -- closing -----------------------------------------------------------------------------------------------------------

function detach(o: Borrowed): Owned {
  if (!isAttached(o) || callForEffect(o, id.flush) < 0) return 0;
  const buffer = ptr(o + T.buffer);
  setPtr(o + T.buffer, 0);
  setI32(o + T.detached, 1);
  return buffer;
}

function close(o: Borrowed): Owned {
  if (!isAttached(o)) return 0;
  const answer = PyObject_GetAttr(ptr(o + T.buffer), id.closed);
  if (answer === 0) return 0;
  const closed = PyObject_IsTrue(answer);
  decref(answer);
  if (closed !== 0) return closed < 0 ? 0 : Py_None;
  if (u8(o + T.finalizing) !== 0 && callForEffect(ptr(o + T.buffer), id._dealloc_warn, o) < 0) PyErr_Clear();
  const error = callForEffect(o, id.flush) < 0 ? PyErr_GetRaisedException() : 0;
  const result = callMethod(ptr(o + T.buffer), id.close);
  if (error === 0) return result;
  chainExceptions(error);
  if (result !== 0) decref(result);
  return 0;
}

// -- shown -------------------------------------------------------------------------------------------------------------

/** " name=…" of an attribute, "" without it; null with an error set. */
function shownAttribute(o: Borrowed, name: Borrowed, label: string): string | null {
  const value = PyObject_GetOptionalAttr(o, name);
  if (value === 0) {
    if (PyErr_Occurred() !== 0 && !PyErr_ExceptionMatches(PyExc_Exception)) return null;
    PyErr_Clear();
    return "";
  }
  const shown = PyObject_Repr(value);
  decref(value);
  if (shown === 0) return null;
  const text = ` ${label}=${textOf(shown)}`;
  decref(shown);
  return text;
}

function repr(o: Borrowed): Owned {
  if (i32(o + T.ok) <= 0) return raise(PyExc_ValueError, "I/O operation on uninitialized object");
  const entered = Py_ReprEnter(o);
  if (entered !== 0) {
    return entered < 0 ? 0 : raise(PyExc_RuntimeError, `reentrant call inside ${typeNameOf(o)}.__repr__`);
  }
  const name = shownAttribute(o, id.name, "name");
  const mode = name === null ? null : shownAttribute(o, id.mode, "mode");
  const encoding = mode === null ? 0 : PyObject_Repr(ptr(o + T.encoding));
  Py_ReprLeave(o);
  if (encoding === 0) return 0;
  const result = PyUnicode_FromString(`<${typeNameOf(o)}${name}${mode} encoding=${textOf(encoding)}>`);
  decref(encoding);
  return result || PyErr_NoMemory();
}

// -- attributes --------------------------------------------------------------------------------------------------------

const forward =
  (name: Borrowed) =>
  (o: Borrowed): Owned =>
    isAttached(o) ? callMethod(ptr(o + T.buffer), name) : 0;
const forwardAttribute =
  (name: Borrowed) =>
  (o: Borrowed): Owned =>
    isAttached(o) ? PyObject_GetAttr(ptr(o + T.buffer), name) : 0;

function newlines(o: Borrowed): Owned {
  if (!isAttached(o)) return 0;
  const decoder = ptr(o + T.decoder);
  const value = decoder === 0 ? 0 : PyObject_GetOptionalAttr(decoder, id.newlines);
  if (value !== 0) return value;
  return PyErr_Occurred() !== 0 && !PyErr_ExceptionMatches(PyExc_AttributeError) ? 0 : Py_None;
}

function setChunkSize(o: Borrowed, value: Borrowed): number {
  if (!isAttached(o)) return -1;
  if (value === 0) return raiseInt(PyExc_AttributeError, "cannot delete attribute");
  const size = asSsize(value, PyExc_ValueError);
  if (size !== size) return -1;
  if (size <= 0) return raiseInt(PyExc_ValueError, "a strictly positive integer is required");
  setSsize(o + T.chunk_size, size);
  return 0;
}

const FIELDS = [
  T.buffer,
  T.encoding,
  T.encoder,
  T.decoder,
  T.readnl,
  T.errors,
  T.decoded_chars,
  T.snapshot,
  T.pending_bytes,
  T.raw,
  T.dict,
];

export const PyTextIOWrapper_Type = newModuleType({
  name: "_io.TextIOWrapper",
  basicsize: T.sizeof,
  flags: STREAM_FLAGS,
  dictoffset: T.dict,
  weaklistoffset: T.weakreflist,
  slots: {
    tp_init: init,
    tp_dealloc: streamDealloc(T.weakreflist, FIELDS, (o) => setI32(o + T.ok, 0)),
    tp_traverse: traverser(...FIELDS),
    tp_clear: (o: Address): number => {
      setI32(o + T.ok, 0);
      return clearFields(o);
    },
    tp_repr: repr,
    tp_iternext: iternext(() => typeIn(PyTextIOWrapper_Type)),
  },
  methods: [
    ["detach", "()", detach],
    [
      "reconfigure",
      "(*, encoding=None, errors=None, newline=None,\n            line_buffering=None, write_through=None)",
      reconfigure,
    ],
    ["write", "(text: str, /)", write],
    ["read", "(size=-1, /)", read],
    ["readline", "(size: ssize = -1, /)", readline],
    ["flush", "()", flush],
    ["close", "()", close],
    ["fileno", "()", forward(id.fileno)],
    ["seekable", "()", forward(id.seekable)],
    ["readable", "()", forward(id.readable)],
    ["writable", "()", forward(id.writable)],
    ["isatty", "()", forward(id.isatty)],
    ["seek", "(cookie, whence: int = os.SEEK_SET, /)", seek],
    ["tell", "()", tell],
    ["truncate", "(pos=None, /)", truncate],
    ...PICKLE_METHODS,
  ],
  members: [
    ["encoding", "object", T.encoding, "readonly"],
    ["buffer", "object", T.buffer, "readonly"],
    ["line_buffering", "bool", T.line_buffering, "readonly"],
    ["write_through", "bool", T.write_through, "readonly"],
    ["_finalizing", "bool", T.finalizing],
  ],
  getset: [
    ["name", forwardAttribute(id.name)],
    ["closed", forwardAttribute(id.closed)],
    ["newlines", newlines],
    [
      "errors",
      (o: Borrowed): Owned =>
        i32(o + T.ok) > 0
          ? newRef(ptr(o + T.errors))
          : raise(PyExc_ValueError, "I/O operation on uninitialized object"),
    ],
    [
      "_CHUNK_SIZE",
      (o: Borrowed): Owned => (isAttached(o) ? PyLong_FromNumber(ssize(o + T.chunk_size)) : 0),
      setChunkSize,
    ],
  ],
});
const clearFields = clearer(...FIELDS);
