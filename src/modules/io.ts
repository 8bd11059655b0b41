// The module _io: its classes are in io/, a file each. From the bottom up: FileIO reads and writes a descriptor; a Buffered
// stream saves calls of it; TextIOWrapper makes text of the bytes. BytesIO and StringIO are streams in memory.
import type { Borrowed, Owned } from "../memory/memory.ts";
import { PyConfig, PyPreConfig } from "../memory/structs/config.ts";
import { configured, preConfigured } from "../objects/config.ts";
import { declareModule } from "../objects/declare.ts";
import { PyLong_FromNumber } from "../objects/long_core.ts";
import { newRef, type TypeCell, typeIn } from "../objects/object.ts";
import {
  Py_None,
  PyExc_BlockingIOError,
  PyExc_EncodingWarning,
  PyExc_OSError,
  PyExc_ValueError,
} from "../objects/types.ts";
import { PyUnicode_FromString } from "../objects/unicode_core.ts";
import { PyErr_WarnEx } from "../objects/warn.ts";
import { PyBufferedReader_Type } from "./io/buffered_reader.ts";
import { PyBufferedRandom_Type, PyBufferedWriter_Type } from "./io/buffered_writer.ts";
import { PyBufferedIOBase_Type } from "./io/bufferediobase.ts";
import { PyBytesIO_Type, PyBytesIOBuffer_Type } from "./io/bytesio.ts";
import { PyFileIO_Type } from "./io/fileio.ts";
import { PyIOBase_Type } from "./io/iobase.ts";
import { PyIncrementalNewlineDecoder_Type } from "./io/newline_decoder.ts";
import { open, openCode } from "./io/open.ts";
import { PyRawIOBase_Type } from "./io/rawiobase.ts";
import { PyBufferedRWPair_Type } from "./io/rwpair.ts";
import { DEFAULT_BUFFER_SIZE, NO_ENCODING, UNSUPPORTED_OPERATION } from "./io/shared.ts";
import { PyStringIO_Type } from "./io/stringio.ts";
import { PyTextIOWrapper_Type } from "./io/textio.ts";
import { PyTextIOBase_Type } from "./io/textiobase.ts";
import { addException, addType, setStolen } from "./make_module.ts";

/** In the order in which CPython makes them: base classes, then what inherits from each. */
const TYPES: readonly (readonly [TypeCell, TypeCell | null])[] = [
  [PyIncrementalNewlineDecoder_Type, null],
  [PyBytesIOBuffer_Type, null],
  [PyIOBase_Type, null],
  [PyTextIOBase_Type, PyIOBase_Type],
  [PyBufferedIOBase_Type, PyIOBase_Type],
  [PyRawIOBase_Type, PyIOBase_Type],
  [PyBytesIO_Type, PyBufferedIOBase_Type],
  [PyBufferedWriter_Type, PyBufferedIOBase_Type],
  [PyBufferedReader_Type, PyBufferedIOBase_Type],
  [PyBufferedRWPair_Type, PyBufferedIOBase_Type],
  [PyBufferedRandom_Type, PyBufferedIOBase_Type],
  [PyFileIO_Type, PyRawIOBase_Type],
  [PyStringIO_Type, PyTextIOBase_Type],
  [PyTextIOWrapper_Type, PyTextIOBase_Type],
];

/** What a function passes for its caller's `encoding`. */
function textEncoding(_module: Borrowed, encoding: Borrowed, stackLevel: number): Owned {
  if (encoding !== Py_None) return newRef(encoding);
  if (configured(PyConfig.warn_default_encoding) !== 0) {
    if (PyErr_WarnEx(PyExc_EncodingWarning, NO_ENCODING, stackLevel) < 0) return 0;
  }
  return PyUnicode_FromString(preConfigured(PyPreConfig.utf8_mode) !== 0 ? "utf-8" : "locale");
}

declareModule({
  name: "_io",
  functions: [
    [
      "open",
      "(file, mode: str = 'r', buffering: int = -1, encoding=None,\n     errors=None, newline=None, closefd: bool = True, opener=None)",
      open,
    ],
    ["open_code", "(path: str)", openCode],
    ["text_encoding", "(encoding, stacklevel: int = 2, /)", textEncoding],
  ],
  exec: (module, dict) => {
    if (setStolen(dict, "DEFAULT_BUFFER_SIZE", PyLong_FromNumber(DEFAULT_BUFFER_SIZE)) < 0) return -1;
    if (addException(module, UNSUPPORTED_OPERATION, "io.UnsupportedOperation", PyExc_OSError, PyExc_ValueError) < 0)
      return -1;
    if (setStolen(dict, "BlockingIOError", newRef(PyExc_BlockingIOError)) < 0) return -1;
    for (const [cell, base] of TYPES) if (addType(module, cell, base === null ? 0 : typeIn(base)) < 0) return -1;
    return 0;
  },
});
