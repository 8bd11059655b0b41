// A fresh bytes object whose bytes are not written yet: for those who fill it at once.
import { objectMalloc } from "../memory/allocators.ts";
import { RUNTIME } from "../memory/data.ts";
import { type Address, type Owned, setI64, setSsize, setU8 } from "../memory/memory.ts";
import { PyVarObject } from "../memory/structs/object.ts";
import { _Py_static_objects, _PyRuntimeState } from "../memory/structs/runtime.ts";
import { PyBytesObject } from "../memory/structs/text.ts";
import { initObject } from "./object.ts";
import { PyBytes_Type } from "./types.ts";

const EMPTY_BYTES: Address = RUNTIME + _PyRuntimeState.static_objects + _Py_static_objects.bytes_empty;

/** PyBytes_FromStringAndSize(NULL, length); 0 when memory is exhausted (no error set). */
export function newBytes(length: number): Owned {
  if (length === 0) return EMPTY_BYTES;
  const o = objectMalloc(PyBytesObject.ob_sval + length + 1);
  if (o === 0) return 0;
  initObject(o, PyBytes_Type);
  setSsize(o + PyVarObject.ob_size, length);
  setI64(o + PyBytesObject.ob_shash, -1, -1);
  setU8(o + PyBytesObject.ob_sval + length, 0);
  return o;
}
