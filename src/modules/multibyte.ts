// _multibytecodec, and the modules that hold its encodings: _codecs_cn, _codecs_hk, _codecs_jp, _codecs_kr, _codecs_tw.
//
//   multibyte/charset      tables of bytes and characters
//   multibyte/encodings    one step of each encoding
//   multibyte/convert      whole texts, and what happens at errors
//   multibyte/codec_types  the types; codec_streams: those for streams

import type { Borrowed, Owned } from "../memory/memory.ts";
import { declareModule } from "../objects/declare.ts";
import { raise } from "../objects/errors.ts";
import { isUnicode } from "../objects/object.ts";
import { makeModuleType } from "../objects/type_spec.ts";
import { PyExc_LookupError, PyExc_TypeError, PyExc_ValueError } from "../objects/types.ts";
import { textOf } from "../objects/unicode_core.ts";
import { addTypes } from "./make_module.ts";
import { MultibyteStreamReader_Type, MultibyteStreamWriter_Type } from "./multibyte/codec_streams.ts";
import {
  MultibyteCodec_Type,
  MultibyteIncrementalDecoder_Type,
  MultibyteIncrementalEncoder_Type,
  newCodec,
} from "./multibyte/codec_types.ts";
import { ENCODINGS_OF, encodingOf } from "./multibyte/encodings.ts";

declareModule({
  name: "_multibytecodec",
  functions: [
    // What modules written in C hand over is not to be had in Python.
    ["__create_codec", "(arg, /)", () => raise(PyExc_ValueError, "argument type invalid")],
  ],
  exec: (module) =>
    makeModuleType(module, MultibyteCodec_Type) === 0
      ? -1
      : addTypes(
          module,
          MultibyteIncrementalEncoder_Type,
          MultibyteIncrementalDecoder_Type,
          MultibyteStreamReader_Type,
          MultibyteStreamWriter_Type,
        ),
});

for (const [name, encodings] of Object.entries(ENCODINGS_OF)) {
  const getcodec = (_module: Borrowed, encoding: Borrowed): Owned => {
    if (!isUnicode(encoding)) return raise(PyExc_TypeError, "encoding name must be a string.");
    const wanted = textOf(encoding);
    const isKnown = (encodings as readonly string[]).includes(wanted) && encodingOf(wanted) !== null;
    return isKnown ? newCodec(wanted) : raise(PyExc_LookupError, "no such codec is supported.");
  };
  declareModule({ name, functions: [["getcodec", "(object, /)", getcodec]] });
}
