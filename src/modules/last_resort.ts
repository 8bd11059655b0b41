// Standard error of the process itself: what is told there when sys.stderr is gone, is none, or fails.
import { type Borrowed, ptr } from "../memory/memory.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { PyObject_GetAttr, PyObject_Repr } from "../objects/abstract.ts";
import { PyObject_CallOneArg } from "../objects/call.ts";
import { PyErr_Clear, PyErr_GetRaisedException, PyErr_SetRaisedException, textOfCString } from "../objects/errors.ts";
import { identifier } from "../objects/identifiers.ts";
import { refcount, typeOf, xdecref } from "../objects/object.ts";
import { Py_None } from "../objects/types.ts";
import { PyUnicode_FromString, textOf } from "../objects/unicode_core.ts";
import { PySys_GetAttr } from "./sysdict.ts";

const id_write = identifier("write");

/** Writes to the process's standard error; the machine sets it. */
export let writeLastResort: (text: string) => void = () => {};
export function setLastResort(write: (text: string) => void): void {
  writeLastResort = write;
}

/** PyFile_WriteString: false, with an error set, when the stream has no write() or that fails. */
export function writeTo(stream: Borrowed, text: string): boolean {
  const method = PyObject_GetAttr(stream, id_write);
  const string = method === 0 ? 0 : PyUnicode_FromString(text);
  const result = string === 0 ? 0 : PyObject_CallOneArg(method, string);
  xdecref(method);
  xdecref(string);
  xdecref(result);
  return result !== 0;
}

/** To sys.stderr; what it fails with is dropped. False when there is none. */
export function writeQuietly(text: string): boolean {
  const stream = PySys_GetAttr("stderr");
  if (stream === 0 || stream === Py_None) return false;
  if (!writeTo(stream, text)) PyErr_Clear();
  return true;
}

/** PySys_WriteStderr: to sys.stderr, and where that does not work, None among it, to the process's. Leaves no error set. */
export function PySys_WriteStderr(text: string): void {
  const stream = PySys_GetAttr("stderr");
  if (stream !== 0 && writeTo(stream, text)) return;
  PyErr_Clear();
  writeLastResort(text);
}

/** _PyObject_Dump of an exception that could not be printed, and why. */
export function dumpLost(o: Borrowed): void {
  const type = typeOf(o);
  const pending = PyErr_GetRaisedException();
  const shown = PyObject_Repr(o);
  const repr = shown === 0 ? "" : textOf(shown);
  xdecref(shown);
  PyErr_Clear();
  if (pending !== 0) PyErr_SetRaisedException(pending);
  writeLastResort(
    `object address  : 0x${o.toString(16)}\nobject refcount : ${refcount(o)}\nobject type     : 0x${type.toString(16)}\n` +
      `object type name: ${textOfCString(ptr(type + PyTypeObject.tp_name))}\nobject repr     : ${repr}\nlost sys.stderr\n`,
  );
}
