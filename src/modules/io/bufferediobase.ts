// _BufferedIOBase: readinto in terms of read and read1.
import { type Borrowed, copyBytes, type Owned } from "../../memory/memory.ts";
import { iobase } from "../../memory/structs/io.ts";
import { closeBuffer, type OpenBuffer, openBuffer, PyBUF_WRITABLE } from "../../objects/buffer.ts";
import { BYTES_DATA } from "../../objects/bytes_core.ts";
import { newModuleType } from "../../objects/declare.ts";
import { argumentTypeName, PyErr_Clear, raise } from "../../objects/errors.ts";
import { PyLong_FromNumber } from "../../objects/long_core.ts";
import { decref, isBytes, sizeOf } from "../../objects/object.ts";
import { PyExc_TypeError, PyExc_ValueError } from "../../objects/types.ts";
import { clearer, traverser } from "../type_support.ts";
import { STREAM_FLAGS, streamDealloc } from "./iobase.ts";
import { callMethod, id, unsupported } from "./shared.ts";

/** Opens the target of a readinto method; null with TypeError set. */
export function openTarget(method: string, target: Borrowed): OpenBuffer | null {
  const buffer = openBuffer(target, PyBUF_WRITABLE);
  if (buffer !== null) return buffer;
  PyErr_Clear();
  raise(PyExc_TypeError, `${method}() argument must be read-write bytes-like object, not ${argumentTypeName(target)}`);
  return null;
}

function readinto(method: string, reader: Borrowed) {
  return (o: Borrowed, target: Borrowed): Owned => {
    const buffer = openTarget(method, target);
    if (buffer === null) return 0;
    const result = fill(o, reader, buffer);
    closeBuffer(buffer);
    return result;
  };
}

function fill(o: Borrowed, reader: Borrowed, buffer: OpenBuffer): Owned {
  const size = PyLong_FromNumber(buffer.length);
  const data = size === 0 ? 0 : callMethod(o, reader, size);
  if (size !== 0) decref(size);
  if (data === 0) return 0;
  let result = 0;
  if (!isBytes(data)) raise(PyExc_TypeError, "read() should return bytes");
  else if (sizeOf(data) > buffer.length) {
    raise(
      PyExc_ValueError,
      `read() returned too much data: ${buffer.length} bytes requested, ${sizeOf(data)} returned`,
    );
  } else {
    copyBytes(buffer.data, data + BYTES_DATA, sizeOf(data));
    result = PyLong_FromNumber(sizeOf(data));
  }
  decref(data);
  return result;
}

export const PyBufferedIOBase_Type = newModuleType({
  name: "_io._BufferedIOBase",
  basicsize: iobase.sizeof,
  flags: STREAM_FLAGS,
  slots: {
    tp_dealloc: streamDealloc(iobase.weakreflist, [iobase.dict]),
    tp_traverse: traverser(iobase.dict),
    tp_clear: clearer(iobase.dict),
  },
  methods: [
    ["detach", "()", () => unsupported("detach")],
    ["read", "(size: int = -1, /)", () => unsupported("read")],
    ["read1", "(size: int = -1, /)", () => unsupported("read1")],
    ["readinto", "(buffer, /)", readinto("readinto", id.read)],
    ["readinto1", "(buffer, /)", readinto("readinto1", id.read1)],
    ["write", "(b, /)", () => unsupported("write")],
  ],
});
