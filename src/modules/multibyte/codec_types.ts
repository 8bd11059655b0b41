// Types of _multibytecodec: a codec, and what encodes or decodes piece by piece with it. Those for streams are in
// codec_streams.ts.
//
// What is left of a piece waits in the object: characters as a str, bytes in place. A codec field points to a static
// MultibyteCodec, which is known by its place among them.
// Invariant: an error leaves what waited as it was.

import { gcUntrack } from "../../gc/link.ts";
import { reserveStatic } from "../../memory/data.ts";
import {
  type Address,
  type Borrowed,
  bytesAt,
  copyBytes,
  type Owned,
  ptr,
  setPtr,
  setSsize,
  ssize,
  writeBytes,
} from "../../memory/memory.ts";
import { OBJECT_HEAD, struct } from "../../memory/struct.ts";
import { PyObject_GetAttr, PyObject_Str } from "../../objects/abstract.ts";
import { genericGetAttr } from "../../objects/attributes.ts";
import { closeBuffer, openBuffer } from "../../objects/buffer.ts";
import { BYTES_DATA, bytesFromArray, bytesView } from "../../objects/bytes_core.ts";
import { allocateArguments, freeArguments } from "../../objects/call.ts";
import { makeUnicodeError } from "../../objects/codecs/unicode_error.ts";
import { decodeUtf8 } from "../../objects/codecs/utf8.ts";
import {
  cstring,
  declareInitializer,
  declareModuleType,
  type GetSetRow,
  newModuleType,
  reserveTypeCell,
} from "../../objects/declare.ts";
import { argumentTypeName, PyErr_NoMemory, PyErr_SetRaisedException, raise, raiseInt } from "../../objects/errors.ts";
import { identifier } from "../../objects/identifiers.ts";
import { PyLong_FromNumber } from "../../objects/long_core.ts";
import { longFromBigInt, longToBigInt } from "../../objects/long_digits.ts";
import {
  decref,
  isBytes,
  isInt,
  isTuple,
  isUnicode,
  newRef,
  Py_TPFLAGS_BASETYPE,
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
  Py_TPFLAGS_HAVE_GC,
  replaceSlot,
  sizeOf,
  typeIn,
  typeOf,
  xdecref,
} from "../../objects/object.ts";
import { namedArguments } from "../../objects/text_arguments.ts";
import { PyTuple_GET_ITEM, PyTuple_Pack } from "../../objects/tuple_core.ts";
import { freeOfHeapType } from "../../objects/type_alloc.ts";
import {
  Py_None,
  PyExc_AttributeError,
  PyExc_OverflowError,
  PyExc_TypeError,
  PyExc_UnicodeDecodeError,
  PyExc_UnicodeEncodeError,
  PyExc_UnicodeError,
} from "../../objects/types.ts";
import { PyUnicode_Concat } from "../../objects/unicode.ts";
import { PyUnicode_FromString, PyUnicode_GET_LENGTH, PyUnicode_Substring } from "../../objects/unicode_core.ts";
import { PyUnicode_AsUTF8, utf8ByteCount } from "../../objects/unicode_utf8.ts";
import { allocate, traverser } from "../type_support.ts";
import {
  decodeBytes,
  type End,
  encodeText,
  HANDLER_NAMES,
  handlerOf,
  isNamedHandler,
  releaseHandler,
  walked,
} from "./convert.ts";
import { clearState, ENCODINGS, encodingOf, type MultibyteEncoding, STATE_BYTES } from "./encodings.ts";

const MultibyteCodec = struct("MultibyteCodec", 80, {
  encoding: [0, "ptr", "its name, a C string"],
});

const MultibyteCodecObject = struct("MultibyteCodecObject", 32, {
  ...OBJECT_HEAD,
  codec: [16, "ptr", "MultibyteCodec"],
  cjk_module: [24, "ptr", "the module that made it"],
});

// Offsets of all that have a state; encoders then have what waits to be encoded, decoders the bytes that wait.
const STATEFUL = {
  ...OBJECT_HEAD,
  codec: [16, "ptr", "MultibyteCodec"],
  state: [24, "u64", "of the codec, eight bytes"],
  errors: [32, "ptr", "the handler: a small number, or a str"],
} as const;

export const MultibyteStreamWriterObject = struct("MultibyteStreamWriterObject", 56, {
  ...STATEFUL,
  pending: [40, "ptr", "str that waits to be encoded"],
  stream: [48, "ptr", "where bytes go; streams only"],
});
export const MultibyteStreamReaderObject = struct("MultibyteStreamReaderObject", 64, {
  ...STATEFUL,
  pending: [40, "u64", "bytes that wait to be decoded"],
  pendingsize: [48, "ssize", "how many"],
  stream: [56, "ptr", "where bytes come from; streams only"],
});

const CODEC = MultibyteCodecObject.codec;
export const STATE = MultibyteStreamReaderObject.state;
export const ERRORS = MultibyteStreamReaderObject.errors;
export const WAITING_TEXT = MultibyteStreamWriterObject.pending;
const WAITING_BYTES = MultibyteStreamReaderObject.pending;
export const WAITING_COUNT = MultibyteStreamReaderObject.pendingsize;
/** Most characters that wait, and most bytes. */
const MOST_CHARACTERS = 2;
const MOST_BYTES = 8;

export const PIECE: End = { isLast: false, resets: false };
export const WHOLE: End = { isLast: true, resets: true };

const codecTable = reserveStatic(MultibyteCodec.sizeof * ENCODINGS.length);
const encodingNames = ENCODINGS.map((name) => cstring(name));
declareInitializer(() => {
  encodingNames.forEach((name, i) => {
    setPtr(codecTable + i * MultibyteCodec.sizeof + MultibyteCodec.encoding, name);
  });
});

/** Of an object with a codec. A codec is made only where its table was found. */
export function encodingFor(o: Borrowed): MultibyteEncoding {
  return encodingOf(ENCODINGS[(ptr(o + CODEC) - codecTable) / MultibyteCodec.sizeof])!;
}

// -- codecs ------------------------------------------------------------------------------------------------------------

/** A handler given as a str or None. Owned, 0 with an error set. */
function handlerArgument(method: string, errors: Borrowed): Owned {
  if (errors === 0 || errors === Py_None) return handlerOf(0);
  if (isUnicode(errors)) return handlerOf(errors);
  return raise(PyExc_TypeError, `${method}() argument 'errors' must be str or None, not ${argumentTypeName(errors)}`);
}

/** (result, count); takes the result. */
function withCount(result: Owned, count: number): Owned {
  if (result === 0) return 0;
  const number = PyLong_FromNumber(count);
  const pair = number === 0 ? 0 : PyTuple_Pack(result, number);
  decref(result);
  xdecref(number);
  return pair || PyErr_NoMemory();
}

/** Runs with a state that lasts as long as the call. */
function withState(run: (state: Address) => Owned): Owned {
  const state = allocateArguments(STATE_BYTES / 8);
  if (state === 0) return 0;
  clearState(state);
  const result = run(state);
  freeArguments(state);
  return result;
}

function codec_encode(self: Borrowed, input: Borrowed, errors: Borrowed): Owned {
  const handler = handlerArgument("encode", errors);
  if (handler === 0) return 0;
  const text = isUnicode(input) ? newRef(input) : PyObject_Str(input);
  const length = text === 0 ? 0 : PyUnicode_GET_LENGTH(text);
  const result = text === 0 ? 0 : withState((state) => encodeText(encodingFor(self), state, text, handler, WHOLE));
  xdecref(text);
  releaseHandler(handler);
  return withCount(result, length);
}

function codec_decode(self: Borrowed, input: Borrowed, errors: Borrowed): Owned {
  const handler = handlerArgument("decode", errors);
  const buffer = handler === 0 ? null : openBuffer(input);
  if (buffer === null) {
    releaseHandler(handler);
    return 0;
  }
  const { data, length } = buffer;
  const result =
    length === 0
      ? PyUnicode_FromString("")
      : withState((state) => decodeBytes(encodingFor(self), state, data, length, handler, true));
  closeBuffer(buffer);
  releaseHandler(handler);
  return withCount(result, length);
}

export const MultibyteCodec_Type = newModuleType({
  name: "_multibytecodec.MultibyteCodec",
  basicsize: MultibyteCodecObject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_DISALLOW_INSTANTIATION,
  slots: {
    tp_getattro: genericGetAttr,
    tp_dealloc: (o: Address): void => {
      gcUntrack(o);
      freeOfHeapType(o);
    },
    tp_traverse: traverser(),
  },
  methods: [
    ["encode", "(input, errors=None)", codec_encode],
    ["decode", "(input, errors=None)", codec_decode],
  ],
});

/** The codec of an encoding. Owned, 0 with an error set. */
export function newCodec(name: string): Owned {
  const o = allocate(typeIn(MultibyteCodec_Type));
  if (o !== 0) setPtr(o + CODEC, codecTable + ENCODINGS.indexOf(name) * MultibyteCodec.sizeof);
  return o;
}

// -- what all with a state share -----------------------------------------------------------------------------------------

const id_codec = identifier("codec");

/** tp_new: the class says by its attribute `codec` which one it is for. The stream, if there is one, is the first argument. */
export function makeStateful(type: Borrowed, name: string, args: Borrowed, keywords: Borrowed, stream: number): Owned {
  const names = stream === 0 ? ["errors"] : ["stream", "errors"];
  const values = namedArguments(name, args, keywords, names, names.length - 1);
  if (values === null) return 0;
  const errors = values[names.length - 1];
  if (errors !== 0 && !isUnicode(errors)) {
    return raise(
      PyExc_TypeError,
      `${name}() argument ${names.length} must be str, not ${argumentTypeName(errors, 50)}`,
    );
  }
  const codec = PyObject_GetAttr(type, id_codec);
  if (codec === 0) return 0;
  const isCodec = typeOf(codec) === typeIn(MultibyteCodec_Type);
  const o = isCodec ? allocate(type) : raise(PyExc_TypeError, "codec is unexpected type");
  if (o !== 0) {
    setPtr(o + CODEC, ptr(codec + CODEC));
    setPtr(o + ERRORS, handlerOf(errors));
    if (stream !== 0) setPtr(o + stream, newRef(values[0]));
  }
  decref(codec);
  return o;
}

/** Owned pointers of an object beside its handler. */
export function statefulSlots(fields: readonly number[]) {
  return {
    tp_init: () => 0,
    tp_dealloc: (o: Address): void => {
      gcUntrack(o);
      releaseHandler(ptr(o + ERRORS));
      for (const field of fields) xdecref(ptr(o + field));
      freeOfHeapType(o);
    },
    tp_traverse: (o: Address, visit: (o: Borrowed) => number): number => {
      const first = visit(typeOf(o));
      if (first !== 0) return first;
      for (const field of [ERRORS, ...fields]) {
        const value = ptr(o + field);
        const isObject = field === ERRORS ? isNamedHandler(value) : value !== 0;
        const stop = isObject ? visit(value) : 0;
        if (stop !== 0) return stop;
      }
      return 0;
    },
  };
}

export const ERRORS_ROW: GetSetRow = [
  "errors",
  (o: Borrowed): Owned => {
    const errors = ptr(o + ERRORS);
    return isNamedHandler(errors) ? newRef(errors) : PyUnicode_FromString(HANDLER_NAMES[errors]);
  },
  (o: Address, value: Borrowed): number => {
    if (value === 0) return raiseInt(PyExc_AttributeError, "cannot delete attribute");
    if (!isUnicode(value)) return raiseInt(PyExc_TypeError, "errors must be a string");
    const old = ptr(o + ERRORS);
    setPtr(o + ERRORS, handlerOf(value));
    releaseHandler(old);
    return 0;
  },
];

/** Raises about a piece of which more waits than ever should. Answers 0. */
function tooMuchWaits(type: Borrowed, o: Borrowed, object: Borrowed, start: number, end: number, reason: string): 0 {
  const exception = makeUnicodeError(type, encodingFor(o).name, object, start, end, reason);
  if (exception !== 0) PyErr_SetRaisedException(exception);
  return 0;
}

// -- encoding by pieces --------------------------------------------------------------------------------------------------

/** What waits, and the piece, as bytes; what the end may belong to something longer waits again. */
export function encodePiece(o: Borrowed, piece: Borrowed, end: End): Owned {
  const given = isUnicode(piece) ? newRef(piece) : PyObject_Str(piece);
  if (given === 0) return 0;
  const waiting = ptr(o + WAITING_TEXT);
  const text = waiting === 0 ? given : PyUnicode_Concat(waiting, given);
  if (waiting !== 0) decref(given);
  if (text === 0) return 0;
  const result = encodeText(encodingFor(o), o + STATE, text, ptr(o + ERRORS), end);
  const length = PyUnicode_GET_LENGTH(text);
  const at = walked.position;
  const isLong = length - at > MOST_CHARACTERS;
  const rest = result === 0 || isLong || at === length ? 0 : PyUnicode_Substring(text, at, length);
  const isKept = result !== 0 && !isLong && (at === length || rest !== 0);
  if (isKept) {
    setPtr(o + WAITING_TEXT, rest);
    xdecref(waiting);
  } else if (result !== 0) {
    decref(result);
    if (isLong) tooMuchWaits(PyExc_UnicodeEncodeError, o, text, at, length, "pending buffer overflow");
  }
  decref(text);
  return isKept ? result : 0;
}

export function clearWaitingText(o: Borrowed): void {
  const waiting = ptr(o + WAITING_TEXT);
  setPtr(o + WAITING_TEXT, 0);
  xdecref(waiting);
}

/** Eight bytes of a state as CPython makes numbers of them, and in front what else there is. */
function numberOf(bytes: Uint8Array): Owned {
  let value = 0n;
  for (let i = bytes.length - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes[i]);
  return longFromBigInt(value) || PyErr_NoMemory();
}

/** So many bytes of a number, the lowest first; null with an error set. */
function bytesOfNumber(o: Borrowed, byteCount: number): Uint8Array | null {
  let value = longToBigInt(o);
  if (value < 0n) {
    raise(PyExc_OverflowError, "can't convert negative int to unsigned");
    return null;
  }
  const bytes = new Uint8Array(byteCount);
  for (let i = 0; i < byteCount; i++, value >>= 8n) bytes[i] = Number(value & 0xffn);
  if (value === 0n) return bytes;
  raise(PyExc_OverflowError, "int too big to convert");
  return null;
}

const MOST_UTF8_BYTES = MOST_CHARACTERS * 4;

function encoder_getstate(o: Borrowed): Owned {
  const waiting = ptr(o + WAITING_TEXT);
  let text = new Uint8Array(0);
  if (waiting !== 0) {
    const data = PyUnicode_AsUTF8(waiting);
    if (data === 0) return 0;
    if (utf8ByteCount() > MOST_UTF8_BYTES) return raise(PyExc_UnicodeError, "pending buffer too large");
    text = bytesAt(data, utf8ByteCount()).slice();
  }
  return numberOf(Uint8Array.of(text.length, ...text, ...bytesAt(o + STATE, STATE_BYTES)));
}

function encoder_setstate(o: Borrowed, state: Borrowed): Owned {
  if (!isInt(state))
    return raise(PyExc_TypeError, `setstate() argument must be int, not ${argumentTypeName(state, 50)}`);
  const bytes = bytesOfNumber(state, 1 + MOST_UTF8_BYTES + STATE_BYTES);
  if (bytes === null) return 0;
  const [count] = bytes;
  if (count > MOST_UTF8_BYTES) return raise(PyExc_UnicodeError, "pending buffer too large");
  const text = bytesFromArray(bytes.subarray(1, 1 + count));
  const waiting = text === 0 ? 0 : decodeUtf8(text + BYTES_DATA, count, undefined, true);
  xdecref(text);
  if (waiting === 0) return 0;
  replaceSlot(o + WAITING_TEXT, waiting);
  writeBytes(o + STATE, bytes.subarray(1 + count, 1 + count + STATE_BYTES));
  return Py_None;
}

export const MultibyteIncrementalEncoder_Type = reserveTypeCell();
declareModuleType(MultibyteIncrementalEncoder_Type, {
  name: "_multibytecodec.MultibyteIncrementalEncoder",
  basicsize: MultibyteStreamWriterObject.stream,
  flags: Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_BASETYPE,
  slots: {
    tp_getattro: genericGetAttr,
    ...statefulSlots([WAITING_TEXT]),
    tp_new: (type: Borrowed, args: Borrowed, keywords: Borrowed) =>
      makeStateful(type, "IncrementalEncoder", args, keywords, 0),
  },
  getset: [ERRORS_ROW],
  methods: [
    [
      "encode",
      "(input, final: bool = False)",
      (o: Borrowed, input: Borrowed, final: number) => encodePiece(o, input, final ? WHOLE : PIECE),
    ],
    ["getstate", "()", encoder_getstate],
    ["setstate", "(state, /)", encoder_setstate],
    [
      "reset",
      "()",
      (o: Borrowed): Owned => {
        clearState(o + STATE);
        clearWaitingText(o);
        return Py_None;
      },
    ],
  ],
});

// -- decoding by pieces --------------------------------------------------------------------------------------------------

/** What waits, and the bytes, as a str; a beginning of a character at the end waits again. */
export function decodePiece(o: Borrowed, data: Address, size: number, isLast: boolean): Owned {
  const waiting = ssize(o + WAITING_COUNT);
  let joined: Owned = 0;
  let from = data;
  if (waiting > 0) {
    const bytes = new Uint8Array(waiting + size);
    bytes.set(bytesAt(o + WAITING_BYTES, waiting));
    bytes.set(bytesAt(data, size), waiting);
    joined = bytesFromArray(bytes);
    if (joined === 0) return 0;
    from = joined + BYTES_DATA;
  }
  const total = waiting + size;
  let result =
    total === 0
      ? PyUnicode_FromString("")
      : decodeBytes(encodingFor(o), o + STATE, from, total, ptr(o + ERRORS), isLast);
  if (result !== 0) {
    const at = total === 0 ? 0 : walked.position;
    const rest = total - at;
    if (rest > MOST_BYTES) {
      decref(result);
      result = 0;
      const object = bytesFromArray(bytesAt(from, total).slice());
      if (object !== 0) {
        tooMuchWaits(PyExc_UnicodeDecodeError, o, object, at, total, "pending buffer overflow");
        decref(object);
      }
    } else {
      copyBytes(o + WAITING_BYTES, from + at, rest);
      setSsize(o + WAITING_COUNT, rest);
    }
  }
  xdecref(joined);
  return result;
}

function decoder_decode(o: Borrowed, input: Borrowed, final: number): Owned {
  const buffer = openBuffer(input);
  if (buffer === null) return 0;
  const result = decodePiece(o, buffer.data, buffer.length, final !== 0);
  closeBuffer(buffer);
  return result;
}

function decoder_getstate(o: Borrowed): Owned {
  const bytes = bytesFromArray(bytesAt(o + WAITING_BYTES, ssize(o + WAITING_COUNT)).slice());
  const number = bytes === 0 ? 0 : numberOf(bytesAt(o + STATE, STATE_BYTES).slice());
  const pair = number === 0 ? 0 : PyTuple_Pack(bytes, number);
  xdecref(bytes);
  xdecref(number);
  return pair;
}

function decoder_setstate(o: Borrowed, state: Borrowed): Owned {
  if (!isTuple(state))
    return raise(PyExc_TypeError, `setstate() argument must be tuple, not ${argumentTypeName(state, 50)}`);
  const isPair = sizeOf(state) === 2 && isBytes(PyTuple_GET_ITEM(state, 0)) && isInt(PyTuple_GET_ITEM(state, 1));
  if (!isPair) return raise(PyExc_TypeError, "setstate(): illegal state argument");
  const waiting = PyTuple_GET_ITEM(state, 0);
  const bytes = bytesOfNumber(PyTuple_GET_ITEM(state, 1), STATE_BYTES);
  if (bytes === null) return 0;
  const count = sizeOf(waiting);
  if (count > MOST_BYTES) {
    return tooMuchWaits(PyExc_UnicodeDecodeError, o, waiting, 0, count, "pending buffer too large");
  }
  writeBytes(o + WAITING_BYTES, bytesView(waiting));
  setSsize(o + WAITING_COUNT, count);
  writeBytes(o + STATE, bytes);
  return Py_None;
}

export function decoder_reset(o: Borrowed): Owned {
  encodingFor(o).resetDecoder(o + STATE);
  setSsize(o + WAITING_COUNT, 0);
  return Py_None;
}

export const MultibyteIncrementalDecoder_Type = newModuleType({
  name: "_multibytecodec.MultibyteIncrementalDecoder",
  basicsize: MultibyteStreamReaderObject.stream,
  flags: Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_BASETYPE,
  slots: {
    tp_getattro: genericGetAttr,
    ...statefulSlots([]),
    tp_new: (type: Borrowed, args: Borrowed, keywords: Borrowed) =>
      makeStateful(type, "IncrementalDecoder", args, keywords, 0),
  },
  getset: [ERRORS_ROW],
  methods: [
    ["decode", "(input, final: bool = False)", decoder_decode],
    ["getstate", "()", decoder_getstate],
    ["setstate", "(state, /)", decoder_setstate],
    ["reset", "()", decoder_reset],
  ],
});
