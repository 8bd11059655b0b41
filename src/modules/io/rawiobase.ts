// _RawIOBase: read and readall in terms of readinto and read.
import type { Borrowed, Owned } from "../../memory/memory.ts";
import { iobase } from "../../memory/structs/io.ts";
import { PyByteArray_AS_STRING, PyByteArray_FromStringAndSize } from "../../objects/bytearray_core.ts";
import { PyBytes_FromStringAndSize } from "../../objects/bytes_core.ts";
import { newModuleType } from "../../objects/declare.ts";
import { PyErr_NoMemory, raise, raiseNone } from "../../objects/errors.ts";
import { PyLong_FromNumber } from "../../objects/long_core.ts";
import { decref, isBytes, sizeOf } from "../../objects/object.ts";
import { Py_None, PyExc_NotImplementedError, PyExc_TypeError, PyExc_ValueError } from "../../objects/types.ts";
import { clearer, traverser } from "../type_support.ts";
import { STREAM_FLAGS, streamDealloc } from "./iobase.ts";
import { asSsize, callMethod, DEFAULT_BUFFER_SIZE, dropAll, id, joinBytes, trapEintr } from "./shared.ts";

function read(o: Borrowed, size: number): Owned {
  if (size < 0) return callMethod(o, id.readall);
  const buffer = PyByteArray_FromStringAndSize(0, size);
  if (buffer === 0) return 0;
  const answer = callMethod(o, id.readinto, buffer);
  if (answer === 0 || answer === Py_None) {
    decref(buffer);
    return answer;
  }
  const count = asSsize(answer, PyExc_ValueError);
  decref(answer);
  let result = 0;
  if (count === count) {
    result =
      count < 0 || count > sizeOf(buffer)
        ? raise(PyExc_ValueError, `readinto returned ${count} outside buffer size ${sizeOf(buffer)}`)
        : PyBytes_FromStringAndSize(PyByteArray_AS_STRING(buffer), count);
  }
  decref(buffer);
  return result;
}

function readall(o: Borrowed): Owned {
  const parts: Owned[] = [];
  const size = PyLong_FromNumber(DEFAULT_BUFFER_SIZE);
  if (size === 0) return PyErr_NoMemory();
  let answer = 0;
  for (;;) {
    answer = callMethod(o, id.read, size);
    if (answer === 0 && trapEintr()) continue;
    if (answer === 0 || answer === Py_None) break;
    if (!isBytes(answer)) {
      decref(answer);
      answer = raise(PyExc_TypeError, "read() should return bytes");
      break;
    }
    parts.push(answer);
    if (sizeOf(answer) === 0) break;
  }
  decref(size);
  if (answer === 0) return dropAll(parts);
  if (answer === Py_None && parts.length === 0) return Py_None;
  return joinBytes(parts);
}

const notImplemented = (): 0 => raiseNone(PyExc_NotImplementedError);

export const PyRawIOBase_Type = newModuleType({
  name: "_io._RawIOBase",
  basicsize: iobase.sizeof,
  flags: STREAM_FLAGS,
  slots: {
    tp_dealloc: streamDealloc(iobase.weakreflist, [iobase.dict]),
    tp_traverse: traverser(iobase.dict),
    tp_clear: clearer(iobase.dict),
  },
  methods: [
    ["read", "(size: ssize = -1, /)", read],
    ["readall", "()", readall],
    ["readinto", "(*args)", notImplemented],
    ["write", "(*args)", notImplemented],
  ],
});
