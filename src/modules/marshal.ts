// marshal: values as bytes and back; marshal_write.ts and marshal_read.ts do it, here is how files are read and written.
import type { Borrowed, Owned } from "../memory/memory.ts";
import { PyObject_GetAttr } from "../objects/abstract.ts";
import { bufferBytes, closeBuffer, openBuffer } from "../objects/buffer.ts";
import { PyObject_CallOneArg } from "../objects/call.ts";
import { convertSsize } from "../objects/convert.ts";
import { declareModule } from "../objects/declare.ts";
import { PyErr_Occurred, raise, typeNameOf } from "../objects/errors.ts";
import { identifier } from "../objects/identifiers.ts";
import { PyLong_FromNumber } from "../objects/long_core.ts";
import { decref, isBytes, xdecref } from "../objects/object.ts";
import { PyByteArray_Type, PyExc_TypeError, PyExc_ValueError } from "../objects/types.ts";
import { setStolen } from "./make_module.ts";
import { Failed, readMarshal, type Source } from "./marshal_read.ts";
import { dumps } from "./marshal_write.ts";

const MARSHAL_VERSION = 4;
const id_read = identifier("read");
const id_readinto = identifier("readinto");
const id_write = identifier("write");

function marshal_loads(_module: Borrowed, data: Borrowed, allowCode: number): Owned {
  const buffer = openBuffer(data);
  if (buffer === null) return 0;
  const bytes = bufferBytes(buffer).slice();
  closeBuffer(buffer);
  return readMarshal(bytes, null, allowCode !== 0);
}

function marshal_dump(_module: Borrowed, value: Borrowed, file: Borrowed, version: number, allowCode: number): Owned {
  const bytes = dumps(value, version, allowCode !== 0);
  if (bytes === 0) return 0;
  const write = PyObject_GetAttr(file, id_write);
  const result = write === 0 ? 0 : PyObject_CallOneArg(write, bytes);
  xdecref(write);
  decref(bytes);
  return result;
}

function callMethod(o: Borrowed, name: Borrowed, argument: Borrowed): Owned {
  const method = PyObject_GetAttr(o, name);
  const result = method === 0 ? 0 : PyObject_CallOneArg(method, argument);
  xdecref(method);
  return result;
}

/** The bytes of a file, as many as are needed and no more: what follows the value stays in it (r_string). */
function fileSource(file: Borrowed): Source {
  return (byteCount) => {
    if (byteCount === 0) return new Uint8Array(0);
    const size = PyLong_FromNumber(byteCount);
    const room = size === 0 ? 0 : PyObject_CallOneArg(PyByteArray_Type, size);
    xdecref(size);
    const answer = room === 0 ? 0 : callMethod(file, id_readinto, room);
    const count = answer === 0 ? -1 : convertSsize(answer);
    xdecref(answer);
    const buffer = room === 0 || PyErr_Occurred() ? null : openBuffer(room);
    const bytes = buffer === null ? null : bufferBytes(buffer).slice();
    if (buffer !== null) closeBuffer(buffer);
    xdecref(room);
    if (bytes === null) throw new Failed();
    if (count === byteCount) return bytes;
    if (count < byteCount) return null;
    raise(PyExc_ValueError, `read() returned too much data: ${byteCount} bytes requested, ${count} returned`);
    throw new Failed();
  };
}

function marshal_load(_module: Borrowed, file: Borrowed, allowCode: number): Owned {
  // A read of nothing tells a file of bytes from one of text.
  const nothing = PyLong_FromNumber(0);
  const data = callMethod(file, id_read, nothing);
  decref(nothing);
  if (data === 0) return 0;
  const result = isBytes(data)
    ? readMarshal(new Uint8Array(0), fileSource(file), allowCode !== 0)
    : raise(PyExc_TypeError, `file.read() returned not bytes but ${typeNameOf(data)}`);
  decref(data);
  return result;
}

declareModule({
  name: "marshal",
  functions: [
    ["dump", "(value, file, version: int = 4, /, *, allow_code: bool = True)", marshal_dump],
    ["load", "(file, /, *, allow_code: bool = True)", marshal_load],
    [
      "dumps",
      "(value, version: int = 4, /, *, allow_code: bool = True)",
      (_m: Borrowed, o: Borrowed, version: number, allowCode: number) => dumps(o, version, allowCode !== 0),
    ],
    ["loads", "(bytes, /, *, allow_code: bool = True)", marshal_loads],
  ],
  exec: (_module, dict) => setStolen(dict, "version", PyLong_FromNumber(MARSHAL_VERSION)),
});
