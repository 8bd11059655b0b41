// _multibytecodec, and the modules that hold its encodings: _codecs_cn, _codecs_hk, _codecs_jp, _codecs_kr, _codecs_tw.
//
//   multibyte/charset      tables of bytes and characters
//   multibyte/encodings    one step of each encoding
//   multibyte/convert      whole texts, and what happens at errors
//   multibyte/codec_types  the types; codec_streams: those for streams
import type { Borrowed, Owned } from "../memory/memory.ts";
import { declareModule } from "../objects/declare.ts";
import { raise } from "../objects/errors.ts";
import { isUnicode, newRef } from "../objects/object.ts";
import { PyExc_LookupError, PyExc_TypeError, PyExc_ValueError } from "../objects/types.ts";
import { textOf } from "../objects/unicode_core.ts";
import { setStolen } from "./make_module.ts";
import { MultibyteStreamReader_Type, MultibyteStreamWriter_Type } from "./multibyte/codec_streams.ts";
import {
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
  exec: (_module, dict) => {
    const types: readonly [string, Borrowed][] = [
      ["MultibyteIncrementalEncoder", MultibyteIncrementalEncoder_Type],
      ["MultibyteIncrementalDecoder", MultibyteIncrementalDecoder_Type],
      ["MultibyteStreamReader", MultibyteStreamReader_Type],
      ["MultibyteStreamWriter", MultibyteStreamWriter_Type],
    ];
    for (const [name, type] of types) if (setStolen(dict, name, newRef(type)) < 0) return -1;
    return 0;
  },
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
