// Between str and bytes by the name of an encoding: the built-in codecs by their usual names, everything else through the
// registry. As PyUnicode_Decode, PyUnicode_AsEncodedString, PyUnicode_FromEncodedObject.
import type { Address, Borrowed, Owned } from "../../memory/memory.ts";
import { closeBuffer, openBuffer, PyObject_CheckBuffer } from "../buffer.ts";
import { PyErr_Clear, PyErr_ExceptionMatches, raise, typeNameOf } from "../errors.ts";
import { PyMemoryView_FromMemory } from "../memoryview_core.ts";
import { decref, isBytes, isUnicode } from "../object.ts";
import { PyExc_TypeError } from "../types.ts";
import { normalizeEncoding } from "./names.ts";
import { CODEC_DECODER, CODEC_ENCODER, lookupTextEncoding, runCodec } from "./registry.ts";
import { decodeAscii, decodeLatin1, encodeAscii, encodeLatin1 } from "./single_byte.ts";
import { decodeUtf8, encodeUtf8 } from "./utf8.ts";
import { decodeUtf16, decodeUtf32, encodeUtf16, encodeUtf32 } from "./wide.ts";

interface BuiltinCodec {
  readonly decode: (data: Address, size: number, errors: string | undefined) => Owned;
  readonly encode: (o: Borrowed, errors: string | undefined) => Owned;
}

const utf8: BuiltinCodec = { decode: decodeUtf8, encode: encodeUtf8 };
const utf16: BuiltinCodec = { decode: decodeUtf16, encode: encodeUtf16 };
const utf32: BuiltinCodec = { decode: decodeUtf32, encode: encodeUtf32 };
const ascii: BuiltinCodec = { decode: decodeAscii, encode: encodeAscii };
const latin1: BuiltinCodec = { decode: decodeLatin1, encode: encodeLatin1 };

const BUILTIN: Readonly<Record<string, BuiltinCodec>> = {
  utf8,
  utf_8: utf8,
  utf16,
  utf_16: utf16,
  utf32,
  utf_32: utf32,
  ascii,
  us_ascii: ascii,
  latin1,
  latin_1: latin1,
  iso_8859_1: latin1,
  iso8859_1: latin1,
};

function builtinCodec(encoding: string | undefined): BuiltinCodec | undefined {
  return encoding === undefined
    ? utf8
    : Object.hasOwn(BUILTIN, normalizeEncoding(encoding))
      ? BUILTIN[normalizeEncoding(encoding)]
      : undefined;
}

/** PyUnicode_Decode */
export function PyUnicode_Decode(
  data: Address,
  size: number,
  encoding: string | undefined,
  errors: string | undefined,
): Owned {
  const builtin = builtinCodec(encoding);
  if (builtin !== undefined) return builtin.decode(data, size, errors);
  const name = encoding as string;
  const codec = lookupTextEncoding(name, "codecs.decode()");
  if (codec === 0) return 0;
  // A view of memory that is sure to live for the call only, as C makes it.
  const view = PyMemoryView_FromMemory(data, size, true);
  if (view === 0) {
    decref(codec);
    return 0;
  }
  const result = runCodec(codec, CODEC_DECODER, name, view, errors);
  decref(view);
  if (result === 0 || isUnicode(result)) return result;
  const message = `'${name}' decoder returned '${typeNameOf(result)}' instead of 'str'; use codecs.decode() to decode to arbitrary types`;
  decref(result);
  return raise(PyExc_TypeError, message);
}

/** PyUnicode_AsEncodedString */
export function PyUnicode_AsEncodedString(
  o: Borrowed,
  encoding: string | undefined,
  errors: string | undefined,
): Owned {
  const builtin = builtinCodec(encoding);
  if (builtin !== undefined) return builtin.encode(o, errors);
  const name = encoding as string;
  const codec = lookupTextEncoding(name, "codecs.encode()");
  if (codec === 0) return 0;
  const result = runCodec(codec, CODEC_ENCODER, name, o, errors);
  if (result === 0 || isBytes(result)) return result;
  const message = `'${name}' encoder returned '${typeNameOf(result)}' instead of 'bytes'; use codecs.encode() to encode to arbitrary types`;
  decref(result);
  return raise(PyExc_TypeError, message);
}

/** PyUnicode_FromEncodedObject */
export function PyUnicode_FromEncodedObject(
  o: Borrowed,
  encoding: string | undefined,
  errors: string | undefined,
): Owned {
  if (isUnicode(o)) return raise(PyExc_TypeError, "decoding str is not supported");
  if (!PyObject_CheckBuffer(o)) {
    return raise(PyExc_TypeError, `decoding to str: need a bytes-like object, ${typeNameOf(o)} found`);
  }
  const buffer = openBuffer(o);
  if (buffer === null) {
    if (PyErr_ExceptionMatches(PyExc_TypeError)) {
      PyErr_Clear();
      return raise(PyExc_TypeError, `decoding to str: need a bytes-like object, ${typeNameOf(o)} found`);
    }
    return 0;
  }
  const result =
    buffer.length === 0
      ? PyUnicode_Decode(0, 0, undefined, errors)
      : PyUnicode_Decode(buffer.data, buffer.length, encoding, errors);
  closeBuffer(buffer);
  return result;
}
