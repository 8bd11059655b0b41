// The standard streams of a machine on which _io is not made: unbuffered text over the host's descriptors, enough for
// print(), input() and tracebacks. _io's own streams take their place as soon as they exist.

import { ERRNO } from "../host/errno.ts";
import { host } from "../host/host.ts";
import { objectFree, objectMalloc } from "../memory/allocators.ts";
import { reserveStatic } from "../memory/data.ts";
import { type Borrowed, i32, type Owned, setI32 } from "../memory/memory.ts";
import { struct } from "../memory/struct.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { declareType } from "../objects/declare.ts";
import { PyErr_NoMemory, raise } from "../objects/errors.ts";
import { bool, PyLong_FromNumber } from "../objects/long_core.ts";
import { initObject, isUnicode } from "../objects/object.ts";
import { Py_None, PyExc_OSError, PyExc_TypeError } from "../objects/types.ts";
import { PyUnicode_FromString, PyUnicode_GET_LENGTH } from "../objects/unicode_core.ts";
import { PyErr_CheckSignals } from "./check_signals.ts";
import { decodeHostBytes, encodeHostText } from "./host_text.ts";

const EarlyStream = struct("EarlyStream", 24, {
  fd: [16, "i32", "the host's descriptor"],
});
const TYPE = reserveStatic(PyTypeObject.sizeof);

function fdOf(stream: Borrowed): number {
  return i32(stream + EarlyStream.fd);
}

function write(stream: Borrowed, text: Borrowed): Owned {
  if (!isUnicode(text)) return raise(PyExc_TypeError, "write() argument must be str");
  let bytes = encodeHostText(text);
  while (bytes.length > 0) {
    const count = host().write(fdOf(stream), bytes);
    if (count === -ERRNO.EINTR) {
      if (PyErr_CheckSignals() < 0) return 0;
    } else if (count < 0) return raise(PyExc_OSError, `[Errno ${-count}] write failed`);
    else bytes = bytes.subarray(count);
  }
  return PyLong_FromNumber(PyUnicode_GET_LENGTH(text));
}

const NEWLINE = 0x0a;

function readline(stream: Borrowed): Owned {
  const line: number[] = [];
  for (;;) {
    const piece = host().read(fdOf(stream), 1);
    if (piece === -ERRNO.EINTR) {
      if (PyErr_CheckSignals() < 0) return 0;
      continue;
    }
    if (typeof piece === "number") return raise(PyExc_OSError, `[Errno ${-piece}] read failed`);
    if (piece.length === 0) break;
    line.push(piece[0]);
    if (piece[0] === NEWLINE) break;
  }
  return decodeHostBytes(Uint8Array.from(line)) || PyErr_NoMemory();
}

declareType(TYPE, {
  name: "underglass.EarlyStream",
  basicsize: EarlyStream.sizeof,
  slots: { tp_dealloc: (o: Borrowed) => objectFree(o) },
  methods: [
    ["write", "(text, /)", write],
    ["readline", "()", readline],
    ["flush", "()", () => Py_None],
    ["fileno", "()", (stream: Borrowed) => PyLong_FromNumber(fdOf(stream))],
    ["isatty", "()", (stream: Borrowed) => bool(host().isTerminal(fdOf(stream)) === 1)],
  ],
  getset: [
    ["encoding", () => PyUnicode_FromString("utf-8"), 0],
    ["errors", () => PyUnicode_FromString("surrogateescape"), 0],
  ],
});

/** A stream over a descriptor. Owned, 0 with an error set. */
export function newEarlyStream(fd: number): Owned {
  const stream = objectMalloc(EarlyStream.sizeof);
  if (stream === 0) return PyErr_NoMemory();
  initObject(stream, TYPE);
  setI32(stream + EarlyStream.fd, fd);
  return stream;
}
