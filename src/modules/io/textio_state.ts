// What the parts of TextIOWrapper share: its fields, the checks that every method begins with, and the codecs.
//
//   write  →  pending_bytes  →  buffer.write()
//   buffer.read1()  →  decoder  →  decoded_chars[decoded_chars_used:]  →  read, readline
//
// To make tell() possible, `snapshot` holds a state of the decoder and the bytes that it was fed since then: decoding them
// again gives decoded_chars.
import { type Borrowed, i32, type Owned, ptr, setPtr, setSsize, setU8, u8 } from "../../memory/memory.ts";
import { textio } from "../../memory/structs/io.ts";
import { text, textFunction } from "../../memory/text.ts";
import {
  Py_EQ,
  PyObject_GetAttr,
  PyObject_GetOptionalAttr,
  PyObject_IsTrue,
  PyObject_RichCompareBool,
} from "../../objects/abstract.ts";
import { PyObject_CallOneArg } from "../../objects/call.ts";
import { hostName } from "../../objects/codecs/names.ts";
import { encodeAscii, encodeLatin1 } from "../../objects/codecs/single_byte.ts";
import { encodeUtf8 } from "../../objects/codecs/utf8.ts";
import { BIG, encodeUtf16, encodeUtf32, LITTLE, NATIVE } from "../../objects/codecs/wide.ts";
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_Occurred, raise } from "../../objects/errors.ts";
import { identifier } from "../../objects/identifiers.ts";
import { zero } from "../../objects/long_core.ts";
import { clearSlot, decref, isUnicode, replaceSlot } from "../../objects/object.ts";
import { PyExc_AttributeError, PyExc_ValueError } from "../../objects/types.ts";
import { textOf } from "../../objects/unicode_core.ts";
import { isFileClosed } from "./fileio.ts";
import { newNewlineDecoder } from "./newline_decoder.ts";
import { callForEffect, callForTruth, callMethod, id } from "./shared.ts";

export const T = textio;

// -- checks ------------------------------------------------------------------------------------------------------------

export function isAttached(o: Borrowed): boolean {
  if (i32(o + T.ok) <= 0) raise(PyExc_ValueError, "I/O operation on uninitialized object");
  else if (i32(o + T.detached) !== 0) raise(PyExc_ValueError, "underlying buffer has been detached");
  else return true;
  return false;
}

/** Attached and not closed: false with ValueError set. */
export function isOpenText(o: Borrowed): boolean {
  if (!isAttached(o)) return false;
  const raw = ptr(o + T.raw);
  let closed: number;
  if (raw !== 0) closed = isFileClosed(raw) ? 1 : 0;
  else {
    const answer = PyObject_GetAttr(ptr(o + T.buffer), id.closed);
    if (answer === 0) return false;
    closed = PyObject_IsTrue(answer);
    decref(answer);
  }
  if (closed > 0) raise(PyExc_ValueError, "I/O operation on closed file.");
  return closed === 0;
}

/** Takes a str (0: none) as what was decoded. */
export function setDecoded(o: Borrowed, characters: Owned): void {
  const old = ptr(o + T.decoded_chars);
  setPtr(o + T.decoded_chars, characters);
  setSsize(o + T.decoded_chars_used, 0);
  if (old !== 0) decref(old);
}

export function forgetSnapshot(o: Borrowed): void {
  clearSlot(o + T.snapshot);
}

// -- encoders that need no Python --------------------------------------------------------------------------------------

type Encode = (o: Borrowed, string: Borrowed) => Owned;

const errorsOf = (o: Borrowed): string => hostName(ptr(o + T.errors)) ?? "strict";

/** The first characters of a stream come with a byte order mark, the others in the machine's order. */
const wide =
  (encode: (string: Borrowed, errors: string | undefined, order: number) => Owned): Encode =>
  (o, string) =>
    encode(string, errorsOf(o), u8(o + T.encoding_start_of_stream) !== 0 ? NATIVE : LITTLE);

const ENCODERS: Readonly<Record<string, Encode>> = {
  ascii: (o, string) => encodeAscii(string, errorsOf(o)),
  "iso8859-1": (o, string) => encodeLatin1(string, errorsOf(o)),
  "utf-8": (o, string) => encodeUtf8(string, errorsOf(o)),
  "utf-16-be": (o, string) => encodeUtf16(string, errorsOf(o), BIG),
  "utf-16-le": (o, string) => encodeUtf16(string, errorsOf(o), LITTLE),
  "utf-16": wide(encodeUtf16),
  "utf-32-be": (o, string) => encodeUtf32(string, errorsOf(o), BIG),
  "utf-32-le": (o, string) => encodeUtf32(string, errorsOf(o), LITTLE),
  "utf-32": wide(encodeUtf32),
};
const ENCODER_TEXTS = new Map(
  Object.entries(ENCODERS).map(([name, encode]) => [name, text(`_io.encode_${name}`, encode)] as const),
);
const ASCII_COMPATIBLE: readonly number[] = ["ascii", "iso8859-1", "utf-8"].map((name) => ENCODER_TEXTS.get(name)!);

/** Whether an ASCII str is its own encoding. */
export const keepsAscii = (encodefunc: number): boolean => ASCII_COMPATIBLE.includes(encodefunc);

/** Encodes a str: bytes, or what the encoder answers; 0 with an error set. */
export function encodeText(o: Borrowed, string: Borrowed): Owned {
  const encodefunc = ptr(o + T.encodefunc);
  if (encodefunc === 0) return callMethod(ptr(o + T.encoder), id.encode, string);
  const bytes = textFunction(encodefunc)(o, string);
  setU8(o + T.encoding_start_of_stream, 0);
  return bytes;
}

// -- codecs ------------------------------------------------------------------------------------------------------------

const id_incrementaldecoder = identifier("incrementaldecoder");
const id_incrementalencoder = identifier("incrementalencoder");

/** codec.incrementaldecoder(errors), or the encoder. Owned, 0 with an error set. */
function incremental(codec: Borrowed, name: Borrowed, errors: Borrowed): Owned {
  const make = PyObject_GetAttr(codec, name);
  if (make === 0) return 0;
  const result = PyObject_CallOneArg(make, errors);
  decref(make);
  return result;
}

/** _textiowrapper_set_decoder: 0, or -1 with an error set. */
export function setDecoder(o: Borrowed, codec: Borrowed, errors: Borrowed): number {
  const readable = callForTruth(ptr(o + T.buffer), id.readable);
  if (readable <= 0) return readable;
  clearSlot(o + T.decoder);
  let decoder = incremental(codec, id_incrementaldecoder, errors);
  if (decoder === 0) return -1;
  if (u8(o + T.readuniversal) !== 0) {
    const below = decoder;
    decoder = newNewlineDecoder(below, u8(o + T.readtranslate) !== 0);
    decref(below);
    if (decoder === 0) return -1;
  }
  replaceSlot(o + T.decoder, decoder);
  return 0;
}

/** _textiowrapper_set_encoder: 0, or -1 with an error set. */
export function setEncoder(o: Borrowed, codec: Borrowed, errors: Borrowed): number {
  const writable = callForTruth(ptr(o + T.buffer), id.writable);
  if (writable <= 0) return writable;
  clearSlot(o + T.encoder);
  setPtr(o + T.encodefunc, 0);
  const encoder = incremental(codec, id_incrementalencoder, errors);
  if (encoder === 0) return -1;
  replaceSlot(o + T.encoder, encoder);
  const name = PyObject_GetOptionalAttr(codec, id.name);
  if (name === 0) {
    if (PyErr_Occurred() !== 0 && !PyErr_ExceptionMatches(PyExc_AttributeError)) return -1;
    PyErr_Clear();
    return 0;
  }
  if (isUnicode(name)) setPtr(o + T.encodefunc, ENCODER_TEXTS.get(textOf(name)) ?? 0);
  decref(name);
  return 0;
}

/** _textiowrapper_fix_encoder_state: a byte order mark is only written at the start of a file. 0, or -1 with an error set. */
export function fixEncoderState(o: Borrowed): number {
  if (u8(o + T.seekable) === 0 || ptr(o + T.encoder) === 0) return 0;
  setU8(o + T.encoding_start_of_stream, 1);
  const position = callMethod(ptr(o + T.buffer), id.tell);
  if (position === 0) return -1;
  const isStart = PyObject_RichCompareBool(position, zero, Py_EQ);
  decref(position);
  if (isStart !== 0) return isStart < 0 ? -1 : 0;
  setU8(o + T.encoding_start_of_stream, 0);
  return callForEffect(ptr(o + T.encoder), id.setstate, zero);
}
