// sys.displayhook: what an interactive session does with the value of an expression. builtins._ remembers it.
import { INTERPRETER } from "../memory/data.ts";
import { type Borrowed, type Owned, ptr } from "../memory/memory.ts";
import { PyInterpreterState } from "../memory/structs/runtime.ts";
import { PyObject_GetAttr, PyObject_GetOptionalAttr, PyObject_Repr } from "../objects/abstract.ts";
import { PyObject_CallOneArg } from "../objects/call.ts";
import { PyUnicode_AsEncodedString, PyUnicode_FromEncodedObject } from "../objects/codecs/objects.ts";
import { PyDict_SetItem } from "../objects/dict_core.ts";
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_Occurred, raise } from "../objects/errors.ts";
import { identifier } from "../objects/identifiers.ts";
import { decref, isUnicode } from "../objects/object.ts";
import { Py_None, PyExc_RuntimeError, PyExc_UnicodeEncodeError } from "../objects/types.ts";
import { PyUnicode_FromString, textOf } from "../objects/unicode_core.ts";
import { PySys_GetAttr } from "./sysdict.ts";

const id_underscore = identifier("_");
const id_write = identifier("write");
const id_encoding = identifier("encoding");
const id_buffer = identifier("buffer");

/** out.write(piece): 0, or -1 with an error set. */
function writeTo(out: Borrowed, piece: Borrowed): number {
  const write = PyObject_GetAttr(out, id_write);
  const written = write === 0 ? 0 : PyObject_CallOneArg(write, piece);
  if (write !== 0) decref(write);
  if (written === 0) return -1;
  decref(written);
  return 0;
}

/** sys_displayhook_unencodable: what the stream's encoding cannot hold is written with escapes. 0, or -1 with an error set. */
function writeEscaped(out: Borrowed, shown: Borrowed): number {
  const name = PyObject_GetAttr(out, id_encoding);
  if (name === 0) return -1;
  const encoding = isUnicode(name) ? textOf(name) : "utf-8";
  decref(name);
  const bytes = PyUnicode_AsEncodedString(shown, encoding, "backslashreplace");
  if (bytes === 0) return -1;
  const buffer = PyObject_GetOptionalAttr(out, id_buffer);
  let status = -1;
  if (buffer !== 0) {
    status = writeTo(buffer, bytes);
    decref(buffer);
  } else if (PyErr_Occurred() === 0) {
    const text = PyUnicode_FromEncodedObject(bytes, encoding, "strict");
    status = text === 0 ? -1 : writeTo(out, text);
    if (text !== 0) decref(text);
  }
  decref(bytes);
  return status;
}

export function sys_displayhook(_module: Borrowed, o: Borrowed): Owned {
  const builtins = ptr(INTERPRETER + PyInterpreterState.builtins);
  if (o === Py_None) return Py_None;
  if (PyDict_SetItem(builtins, id_underscore, Py_None) < 0) return 0;
  const out = PySys_GetAttr("stdout");
  if (out === 0 || out === Py_None) return raise(PyExc_RuntimeError, "lost sys.stdout");
  const shown = PyObject_Repr(o);
  const line = shown === 0 ? 0 : PyUnicode_FromString("\n");
  if (line === 0) return 0;
  let status = writeTo(out, shown);
  if (status < 0 && PyErr_ExceptionMatches(PyExc_UnicodeEncodeError)) {
    PyErr_Clear();
    status = writeEscaped(out, shown);
  }
  if (status >= 0) status = writeTo(out, line);
  decref(shown);
  decref(line);
  if (status < 0) return 0;
  return PyDict_SetItem(builtins, id_underscore, o) < 0 ? 0 : Py_None;
}
