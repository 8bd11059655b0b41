// The module _io: its classes are in io/, a file each. From the bottom up: FileIO reads and writes a descriptor; a Buffered
// stream saves calls of it; TextIOWrapper makes text of the bytes. BytesIO and StringIO are streams in memory.
import { type Borrowed, type Owned, ptr, setPtr } from "../memory/memory.ts";
import { PyConfig } from "../memory/structs/config.ts";
import { PyObject_CallThreeArgs } from "../objects/call.ts";
import { configured } from "../objects/config.ts";
import { declareModule } from "../objects/declare.ts";
import { PyDict_New } from "../objects/dict_core.ts";
import { identifier } from "../objects/identifiers.ts";
import { PyLong_FromNumber } from "../objects/long_core.ts";
import { decref, newRef } from "../objects/object.ts";
import { PyTuple_Pack } from "../objects/tuple_core.ts";
import {
  Py_None,
  PyExc_BlockingIOError,
  PyExc_EncodingWarning,
  PyExc_OSError,
  PyExc_ValueError,
  PyType_Type,
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
import { setStolen } from "./make_module.ts";

const TYPES: readonly (readonly [string, Borrowed])[] = [
  ["_IOBase", PyIOBase_Type],
  ["_RawIOBase", PyRawIOBase_Type],
  ["_BufferedIOBase", PyBufferedIOBase_Type],
  ["_TextIOBase", PyTextIOBase_Type],
  ["FileIO", PyFileIO_Type],
  ["BytesIO", PyBytesIO_Type],
  ["_BytesIOBuffer", PyBytesIOBuffer_Type],
  ["StringIO", PyStringIO_Type],
  ["BufferedReader", PyBufferedReader_Type],
  ["BufferedWriter", PyBufferedWriter_Type],
  ["BufferedRWPair", PyBufferedRWPair_Type],
  ["BufferedRandom", PyBufferedRandom_Type],
  ["TextIOWrapper", PyTextIOWrapper_Type],
  ["IncrementalNewlineDecoder", PyIncrementalNewlineDecoder_Type],
  ["BlockingIOError", PyExc_BlockingIOError],
];

const id_UnsupportedOperation = identifier("UnsupportedOperation");

/** class UnsupportedOperation(OSError, ValueError), whose module is io. 0, or -1 with an error set. */
function makeUnsupportedOperation(): number {
  if (ptr(UNSUPPORTED_OPERATION) !== 0) return 0;
  const namespace = PyDict_New();
  const bases = namespace === 0 ? 0 : PyTuple_Pack(PyExc_OSError, PyExc_ValueError);
  if (bases === 0 || setStolen(namespace, "__module__", PyUnicode_FromString("io")) < 0) return -1;
  const type = PyObject_CallThreeArgs(PyType_Type, id_UnsupportedOperation, bases, namespace);
  decref(namespace);
  decref(bases);
  setPtr(UNSUPPORTED_OPERATION, type);
  return type === 0 ? -1 : 0;
}

/** What a function passes for its caller's `encoding`. */
function textEncoding(_module: Borrowed, encoding: Borrowed, stackLevel: number): Owned {
  if (encoding !== Py_None) return newRef(encoding);
  if (configured(PyConfig.warn_default_encoding) !== 0) {
    if (PyErr_WarnEx(PyExc_EncodingWarning, NO_ENCODING, stackLevel) < 0) return 0;
  }
  return PyUnicode_FromString("locale");
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
  exec: (_module, dict) => {
    if (makeUnsupportedOperation() < 0) return -1;
    if (setStolen(dict, "UnsupportedOperation", newRef(ptr(UNSUPPORTED_OPERATION))) < 0) return -1;
    if (setStolen(dict, "DEFAULT_BUFFER_SIZE", PyLong_FromNumber(DEFAULT_BUFFER_SIZE)) < 0) return -1;
    for (const [name, type] of TYPES) if (setStolen(dict, name, newRef(type)) < 0) return -1;
    return 0;
  },
});
