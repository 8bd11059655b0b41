// IMPORT_NAME and IMPORT_FROM (CPython's ceval.c: import_name, import_from).
import { INTERPRETER } from "../memory/data.ts";
import { type Borrowed, type Owned, ptr, setPtr } from "../memory/memory.ts";
import { _PyInterpreterFrame } from "../memory/structs/code.ts";
import { PyImportErrorObject } from "../memory/structs/exceptions.ts";
import { _import_state, PyInterpreterState } from "../memory/structs/runtime.ts";
import { PyObject_GetOptionalAttr } from "../objects/abstract.ts";
import { allocateArguments, freeArguments, pushVectorcall } from "../objects/call.ts";
import { PyDict_GetItemRef } from "../objects/dict_core.ts";
import { PyErr_GetRaisedException, PyErr_Occurred, PyErr_SetRaisedException, raise } from "../objects/errors.ts";
import { identifier } from "../objects/identifiers.ts";
import { decref, isInstanceOf, isUnicode, newRef, replaceSlot, xdecref } from "../objects/object.ts";
import { Py_None, PyExc_ImportError } from "../objects/types.ts";
import { PyUnicode_FromString, textOf } from "../objects/unicode_core.ts";
import { lookUp } from "./names.ts";

const id_import = identifier("__import__");
const id_name = identifier("__name__");
const id_file = identifier("__file__");

export function pushImportName(frame: number, name: Borrowed, fromList: Borrowed, level: Borrowed): Owned {
  const importFunction = lookUp(ptr(frame + _PyInterpreterFrame.f_builtins), id_import);
  if (importFunction === 0) {
    return PyErr_Occurred() ? 0 : raise(PyExc_ImportError, "__import__ not found");
  }
  const row = allocateArguments(5);
  if (row === 0) {
    decref(importFunction);
    return 0;
  }
  const locals = ptr(frame + _PyInterpreterFrame.f_locals);
  setPtr(row, name);
  setPtr(row + 8, ptr(frame + _PyInterpreterFrame.f_globals));
  setPtr(row + 16, locals === 0 ? Py_None : locals);
  setPtr(row + 24, fromList);
  setPtr(row + 32, level);
  const result = pushVectorcall(importFunction, row, 5, 0);
  freeArguments(row);
  decref(importFunction);
  return result;
}

/** sys.modules, borrowed. */
export function importedModules(): Borrowed {
  return ptr(INTERPRETER + PyInterpreterState.imports + _import_state.modules);
}

export function importFrom(module: Borrowed, name: Borrowed): Owned {
  const value = PyObject_GetOptionalAttr(module, name);
  if (value !== 0 || PyErr_Occurred()) return value;
  // A submodule that is being imported may be in sys.modules without being an attribute yet.
  const package_ = PyObject_GetOptionalAttr(module, id_name);
  if (package_ !== 0 && isUnicode(package_)) {
    const full = PyUnicode_FromString(`${textOf(package_, 1000)}.${textOf(name, 1000)}`);
    const found = full === 0 ? 0 : PyDict_GetItemRef(importedModules(), full);
    if (full !== 0) decref(full);
    if (found !== 0) {
      decref(package_);
      return found;
    }
  }
  if (PyErr_Occurred()) return 0;
  const shownPackage = package_ !== 0 && isUnicode(package_) ? textOf(package_, 1000) : "<unknown module name>";
  const file = PyObject_GetOptionalAttr(module, id_file);
  const location = file !== 0 && isUnicode(file) ? textOf(file, 1000) : "unknown location";
  raise(PyExc_ImportError, `cannot import name '${textOf(name)}' from '${shownPackage}' (${location})`);
  const error = PyErr_GetRaisedException();
  // Suggestions are made from these.
  if (error !== 0 && isInstanceOf(error, PyExc_ImportError)) {
    replaceSlot(error + PyImportErrorObject.name, newRef(package_ || Py_None));
    replaceSlot(error + PyImportErrorObject.path, newRef(file || Py_None));
    replaceSlot(error + PyImportErrorObject.name_from, newRef(name));
  }
  xdecref(package_);
  xdecref(file);
  return PyErr_SetRaisedException(error);
}
