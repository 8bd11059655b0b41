// The source line of a warning, from the loader of the module that it is about (warn_explicit's module_globals).
import type { Borrowed, Owned } from "../memory/memory.ts";
import { PyObject_GetItem, PyObject_GetOptionalAttr } from "../objects/abstract.ts";
import { PyObject_CallOneArg } from "../objects/call.ts";
import { PyDict_GetItemWithError } from "../objects/dict_core.ts";
import { PyErr_Occurred, raise, raiseInt, typeNameOf } from "../objects/errors.ts";
import { identifier } from "../objects/identifiers.ts";
import { PyLong_FromNumber } from "../objects/long_core.ts";
import { decref, isDict, isUnicode, newRef, xdecref } from "../objects/object.ts";
import { _PyType_Lookup } from "../objects/type_lookup.ts";
import { Py_None, PyExc_TypeError, PyUnicode_Type } from "../objects/types.ts";
import { importAttribute } from "./import.ts";

const id_name = identifier("__name__");
const id_get_source = identifier("get_source");
const id_splitlines = identifier("splitlines");

/**
 * get_source_line: the module's loader is asked for its source. What it says serves only to show the warning where there is
 * no module warnings, and linecache asks it again; but its errors are the caller's. 0, or -1 with an error set.
 */
export function askForSource(globals: Borrowed, lineno: number): number {
  if (!isDict(globals)) {
    return raiseInt(PyExc_TypeError, `module_globals must be a dict, not '${typeNameOf(globals)}'`);
  }
  const bless = importAttribute("_frozen_importlib_external", "_bless_my_loader");
  const loader = bless === 0 ? 0 : PyObject_CallOneArg(bless, globals);
  xdecref(bless);
  if (loader === 0) return -1;
  const name = PyDict_GetItemWithError(globals, id_name);
  const get = name === 0 ? 0 : PyObject_GetOptionalAttr(loader, id_get_source);
  decref(loader);
  if (get === 0) return PyErr_Occurred() !== 0 ? -1 : 0;
  const source = PyObject_CallOneArg(get, name);
  decref(get);
  if (source === 0) return -1;
  const line = source === Py_None ? newRef(Py_None) : sourceLineOf(source, lineno);
  decref(source);
  if (line === 0) return -1;
  decref(line);
  return 0;
}

function sourceLineOf(source: Borrowed, lineno: number): Owned {
  if (!isUnicode(source)) {
    return raise(PyExc_TypeError, `must be str, not ${typeNameOf(source)}`);
  }
  // The lines are those of a str, also where a subclass has other ones.
  const lines = PyObject_CallOneArg(_PyType_Lookup(PyUnicode_Type, id_splitlines), source);
  const index = PyLong_FromNumber(lineno - 1);
  const line = lines === 0 ? 0 : PyObject_GetItem(lines, index);
  xdecref(lines);
  decref(index);
  return line;
}
