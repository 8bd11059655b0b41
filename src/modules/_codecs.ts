// The module _codecs: the registry, and the built-in codecs as pairs (result, how much was read).
import type { Address, Borrowed, Owned } from "../memory/memory.ts";
import { bufferBytes, closeBuffer, openBuffer } from "../objects/buffer.ts";
import { bytesFromArray } from "../objects/bytes_core.ts";
import { decodeCharmap, encodeCharmap } from "../objects/codecs/charmap.ts";
import { consumed } from "../objects/codecs/decoding.ts";
import { PyUnicode_BuildEncodingMap } from "../objects/codecs/encoding_map.ts";
import {
  decodeBytesEscapes,
  decodeRawUnicodeEscape,
  decodeUnicodeEscape,
  encodeBytesEscapes,
  encodeRawUnicodeEscape,
  encodeUnicodeEscape,
} from "../objects/codecs/escapes.ts";
import { hostName } from "../objects/codecs/names.ts";
import {
  _PyCodec_Lookup,
  CODEC_DECODER,
  CODEC_ENCODER,
  PyCodec_LookupError,
  PyCodec_Register,
  PyCodec_RegisterError,
  PyCodec_Unregister,
  runCodec,
} from "../objects/codecs/registry.ts";
import { decodeAscii, decodeLatin1, encodeAscii, encodeLatin1 } from "../objects/codecs/single_byte.ts";
import { decodeUtf7, encodeUtf7 } from "../objects/codecs/utf7.ts";
import { decodeUtf8, encodeUtf8 } from "../objects/codecs/utf8.ts";
import {
  BIG,
  decodeUtf16,
  decodeUtf32,
  encodeUtf16,
  encodeUtf32,
  found,
  LITTLE,
  NATIVE,
} from "../objects/codecs/wide.ts";
import { declareModule, type MethodRow } from "../objects/declare.ts";
import { argumentTypeName, PyErr_NoMemory, raise, typeNameOf } from "../objects/errors.ts";
import { PyLong_FromNumber } from "../objects/long_core.ts";
import { isBytes, isUnicode, newRef, sizeOf, xdecref } from "../objects/object.ts";
import { PyTuple_Pack } from "../objects/tuple_core.ts";
import { Py_None, PyExc_TypeError } from "../objects/types.ts";
import { PyUnicode_GET_LENGTH } from "../objects/unicode_core.ts";
import { PyUnicode_AsUTF8, utf8ByteCount } from "../objects/unicode_utf8.ts";

/** A tuple of a result and numbers; takes the result. */
function answer(result: Owned, ...numbers: number[]): Owned {
  if (result === 0) return 0;
  const parts = [result, ...numbers.map((value) => PyLong_FromNumber(value))];
  const tuple = parts.includes(0) ? 0 : PyTuple_Pack(...parts);
  for (const part of parts) xdecref(part);
  return tuple || PyErr_NoMemory();
}

/** A `str` or None argument that names something: undefined for none, null with an error set. */
function nameOf(method: string, index: number, o: Borrowed): string | undefined | null {
  if (o === 0 || o === Py_None) return undefined;
  if (isUnicode(o)) return hostName(o);
  raise(PyExc_TypeError, `${method}() argument ${index} must be str or None, not ${argumentTypeName(o)}`);
  return null;
}

/** Runs with the bytes of a bytes-like argument, or of a str's UTF-8 where that is allowed. */
function withData(o: Borrowed, takesStr: boolean, run: (data: Address, size: number) => Owned): Owned {
  if (takesStr && isUnicode(o)) {
    const data = PyUnicode_AsUTF8(o);
    return data === 0 ? 0 : run(data, utf8ByteCount());
  }
  const buffer = openBuffer(o);
  if (buffer === null) return 0;
  const result = run(buffer.data, buffer.length);
  closeBuffer(buffer);
  return result;
}

type Decode = (data: Address, size: number, errors: string | undefined, final: boolean) => Owned;

function decoder(name: string, decode: Decode, takesStr = false) {
  return (_module: Borrowed, data: Borrowed, errors: Borrowed, final: number): Owned => {
    const handler = nameOf(name, 2, errors);
    if (handler === null) return 0;
    return withData(data, takesStr, (at, size) => {
      const result = decode(at, size, handler, final !== 0);
      return answer(result, consumed.byteCount);
    });
  };
}

function encoder(name: string, encode: (o: Borrowed, errors: string | undefined) => Owned) {
  return (_module: Borrowed, o: Borrowed, errors: Borrowed): Owned => {
    if (!isUnicode(o))
      return raise(PyExc_TypeError, `${name}() argument 1 must be str, not ${argumentTypeName(o, 50)}`);
    const handler = nameOf(name, 2, errors);
    return handler === null ? 0 : answer(encode(o, handler), PyUnicode_GET_LENGTH(o));
  };
}

const decoderRow = (name: string, decode: Decode, takesStr = false): MethodRow => [
  name,
  "(data, errors=None, final: bool = False, /)",
  decoder(name, decode, takesStr),
];
const wholeDecoderRow = (
  name: string,
  decode: (data: Address, size: number, errors: string | undefined) => Owned,
): MethodRow => [name, "(data, errors=None, /)", decoder(name, decode)];
const encoderRow = (name: string, encode: (o: Borrowed, errors: string | undefined) => Owned): MethodRow => [
  name,
  "(str, errors=None, /)",
  encoder(name, encode),
];

type WideDecode = (data: Address, size: number, errors: string | undefined, order: number, final: boolean) => Owned;

function wideRows(
  bits: "16" | "32",
  decode: WideDecode,
  encode: (o: Borrowed, errors: string | undefined, order: number) => Owned,
): MethodRow[] {
  const name = `utf_${bits}`;
  return [
    decoderRow(`${name}_decode`, (data, size, errors, final) => decode(data, size, errors, NATIVE, final)),
    decoderRow(`${name}_le_decode`, (data, size, errors, final) => decode(data, size, errors, LITTLE, final)),
    decoderRow(`${name}_be_decode`, (data, size, errors, final) => decode(data, size, errors, BIG, final)),
    [
      `${name}_ex_decode`,
      "(data, errors=None, byteorder: int = 0, final: bool = False, /)",
      (_module: Borrowed, data: Borrowed, errors: Borrowed, order: number, final: number): Owned => {
        const handler = nameOf(`${name}_ex_decode`, 2, errors);
        if (handler === null) return 0;
        return withData(data, false, (at, size) => {
          const result = decode(at, size, handler, order, final !== 0);
          return answer(result, consumed.byteCount, found.order);
        });
      },
    ],
    [
      `${name}_encode`,
      "(str, errors=None, byteorder: int = 0, /)",
      (_module: Borrowed, o: Borrowed, errors: Borrowed, order: number): Owned =>
        encoder(`${name}_encode`, (string, handler) => encode(string, handler, order))(0, o, errors),
    ],
    encoderRow(`${name}_le_encode`, (o, errors) => encode(o, errors, LITTLE)),
    encoderRow(`${name}_be_encode`, (o, errors) => encode(o, errors, BIG)),
  ];
}

function mustBeName(method: string, o: Borrowed): string | null {
  if (isUnicode(o)) return hostName(o);
  raise(PyExc_TypeError, `${method}() argument must be str, not ${argumentTypeName(o, 50)}`);
  return null;
}

function register(_module: Borrowed, search: Borrowed): Owned {
  return PyCodec_Register(search) < 0 ? 0 : Py_None;
}

function unregister(_module: Borrowed, search: Borrowed): Owned {
  return PyCodec_Unregister(search) < 0 ? 0 : Py_None;
}

function lookup(_module: Borrowed, encoding: Borrowed): Owned {
  const name = mustBeName("lookup", encoding);
  return name === null ? 0 : _PyCodec_Lookup(name);
}

function codeBy(name: string, part: number) {
  return (_module: Borrowed, o: Borrowed, encoding: Borrowed, errors: Borrowed): Owned => {
    const encodingName = encoding === 0 ? "utf-8" : nameArgument(name, "encoding", encoding);
    if (encodingName === null) return 0;
    const handler = errors === 0 ? undefined : nameArgument(name, "errors", errors);
    if (handler === null) return 0;
    const codec = _PyCodec_Lookup(encodingName);
    return codec === 0 ? 0 : runCodec(codec, part, encodingName, o, handler);
  };
}

function nameArgument(method: string, argument: string, o: Borrowed): string | null {
  if (isUnicode(o)) return hostName(o);
  raise(
    PyExc_TypeError,
    `${method}() argument '${argument}' must be str, not ${o === Py_None ? "None" : typeNameOf(o)}`,
  );
  return null;
}

function registerError(_module: Borrowed, errors: Borrowed, handler: Borrowed): Owned {
  const name = nameArgument("register_error", "errors", errors);
  return name === null || PyCodec_RegisterError(name, handler) < 0 ? 0 : Py_None;
}

function lookupError(_module: Borrowed, o: Borrowed): Owned {
  const name = mustBeName("lookup_error", o);
  return name === null ? 0 : PyCodec_LookupError(name);
}

function charmapDecode(_module: Borrowed, data: Borrowed, errors: Borrowed, mapping: Borrowed): Owned {
  const handler = nameOf("charmap_decode", 2, errors);
  if (handler === null) return 0;
  const table = mapping === Py_None ? 0 : mapping;
  return withData(data, false, (at, size) => answer(decodeCharmap(at, size, table, handler), size));
}

function charmapEncode(_module: Borrowed, o: Borrowed, errors: Borrowed, mapping: Borrowed): Owned {
  return encoder("charmap_encode", (string, handler) =>
    encodeCharmap(string, mapping === Py_None ? 0 : mapping, handler),
  )(0, o, errors);
}

function charmapBuild(_module: Borrowed, table: Borrowed): Owned {
  if (isUnicode(table)) return PyUnicode_BuildEncodingMap(table);
  return raise(PyExc_TypeError, `charmap_build() argument must be str, not ${argumentTypeName(table, 50)}`);
}

function escapeDecode(_module: Borrowed, data: Borrowed, errors: Borrowed): Owned {
  const handler = nameOf("escape_decode", 2, errors);
  if (handler === null) return 0;
  return withData(data, true, (at, size) => answer(decodeBytesEscapes(at, size, handler), size));
}

function escapeEncode(_module: Borrowed, data: Borrowed): Owned {
  if (isBytes(data)) {
    return withData(data, false, (at, size) => answer(encodeBytesEscapes(at, size, data), sizeOf(data)));
  }
  return raise(PyExc_TypeError, `escape_encode() argument 1 must be bytes, not ${argumentTypeName(data, 50)}`);
}

function readbufferEncode(_module: Borrowed, data: Borrowed): Owned {
  if (isUnicode(data)) {
    const at = PyUnicode_AsUTF8(data);
    return at === 0 ? 0 : answer(encodeUtf8(data, undefined), utf8ByteCount());
  }
  const buffer = openBuffer(data);
  if (buffer === null) return 0;
  const result = isBytes(data) ? newRef(data) : bytesFromArray(bufferBytes(buffer));
  const { length } = buffer;
  closeBuffer(buffer);
  return answer(result, length);
}

declareModule({
  name: "_codecs",
  functions: [
    ["register", "(search_function, /)", register],
    ["unregister", "(search_function, /)", unregister],
    ["lookup", "(encoding, /)", lookup],
    ["encode", "(obj, encoding='utf-8', errors='strict')", codeBy("encode", CODEC_ENCODER)],
    ["decode", "(obj, encoding='utf-8', errors='strict')", codeBy("decode", CODEC_DECODER)],
    ["register_error", "(errors, handler, /)", registerError],
    ["lookup_error", "(name, /)", lookupError],
    ["escape_decode", "(data, errors=None, /)", escapeDecode],
    ["escape_encode", "(data, errors=None, /)", escapeEncode],
    ["readbuffer_encode", "(data, errors=None, /)", readbufferEncode],
    ["charmap_decode", "(data, errors=None, mapping=None, /)", charmapDecode],
    ["charmap_encode", "(str, errors=None, mapping=None, /)", charmapEncode],
    ["charmap_build", "(map, /)", charmapBuild],
    decoderRow("utf_8_decode", decodeUtf8),
    encoderRow("utf_8_encode", encodeUtf8),
    decoderRow("utf_7_decode", decodeUtf7),
    encoderRow("utf_7_encode", encodeUtf7),
    ...wideRows("16", decodeUtf16, encodeUtf16),
    ...wideRows("32", decodeUtf32, encodeUtf32),
    wholeDecoderRow("latin_1_decode", decodeLatin1),
    encoderRow("latin_1_encode", encodeLatin1),
    wholeDecoderRow("ascii_decode", decodeAscii),
    encoderRow("ascii_encode", encodeAscii),
    [
      "unicode_escape_decode",
      "(data, errors=None, final: bool = True, /)",
      decoder("unicode_escape_decode", decodeUnicodeEscape, true),
    ],
    encoderRow("unicode_escape_encode", encodeUnicodeEscape),
    [
      "raw_unicode_escape_decode",
      "(data, errors=None, final: bool = True, /)",
      decoder("raw_unicode_escape_decode", decodeRawUnicodeEscape, true),
    ],
    encoderRow("raw_unicode_escape_encode", encodeRawUnicodeEscape),
  ],
});
