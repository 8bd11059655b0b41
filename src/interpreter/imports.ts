// IMPORT_NAME, IMPORT_FROM and from … import * (CPython's ceval.c and intrinsics.c).
import { INTERPRETER } from "../memory/data.ts";
import { type Address, type Borrowed, type Owned, ptr, setPtr } from "../memory/memory.ts";
import { _PyInterpreterFrame } from "../memory/structs/code.ts";
import { PyImportErrorObject } from "../memory/structs/exceptions.ts";
import { _import_state, PyInterpreterState } from "../memory/structs/runtime.ts";
import {
  PyObject_GetAttr,
  PyObject_GetOptionalAttr,
  PyObject_Repr,
  PyObject_SetItem,
  PySequence_GetItem,
} from "../objects/abstract.ts";
import { allocateArguments, freeArguments, pushVectorcall } from "../objects/call.ts";
import { PyDict_GetItemRef } from "../objects/dict_core.ts";
import {
  PyErr_Clear,
  PyErr_ExceptionMatches,
  PyErr_GetRaisedException,
  PyErr_NoMemory,
  PyErr_Occurred,
  PyErr_SetRaisedException,
  raise,
  typeNameOf,
} from "../objects/errors.ts";
import { identifier } from "../objects/identifiers.ts";
import { PyMapping_Keys } from "../objects/mapping_lists.ts";
import { isInitializing, PyModule_GetDict } from "../objects/module.ts";
import { decref, isInstanceOf, isUnicode, newRef, replaceSlot, xdecref } from "../objects/object.ts";
import {
  Py_None,
  PyExc_ImportError,
  PyExc_IndexError,
  PyExc_SystemError,
  PyExc_TypeError,
  PyModule_Type,
} from "../objects/types.ts";
import { PyUnicode_FromString, PyUnicode_GET_LENGTH, PyUnicode_READ_CHAR, textOf } from "../objects/unicode_core.ts";
import { lookUp } from "./names.ts";

const id_import = identifier("__import__");
const id_name = identifier("__name__");
const id_file = identifier("__file__");
const id_spec = identifier("__spec__");
const id_all = identifier("__all__");
const id_dict = identifier("__dict__");

const UNDERSCORE = 0x5f;

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

/** _PyEval_ImportFrom */
export function importFrom(module: Borrowed, name: Borrowed): Owned {
  const value = PyObject_GetOptionalAttr(module, name);
  if (value !== 0 || PyErr_Occurred()) return value;
  const moduleName = PyObject_GetOptionalAttr(module, id_name);
  if (PyErr_Occurred()) return 0;
  const isNamed = moduleName !== 0 && isUnicode(moduleName);
  // A submodule that is being imported may be in sys.modules without being an attribute yet.
  const submodule = isNamed ? importedSubmodule(moduleName, name) : 0;
  if (submodule === 0 && !PyErr_Occurred()) refuseName(module, isNamed ? moduleName : 0, name);
  xdecref(moduleName);
  return submodule;
}

/** A module of sys.modules, or 0. */
function importedSubmodule(moduleName: Borrowed, name: Borrowed): Owned {
  const full = PyUnicode_FromString(`${textOf(moduleName)}.${textOf(name)}`);
  if (full === 0) return PyErr_NoMemory();
  const found = PyDict_GetItemRef(importedModules(), full);
  decref(full);
  return found;
}

/** ImportError about a name that a module does not have; another error where the module does not let itself be asked. */
function refuseName(module: Borrowed, moduleName: Borrowed, name: Borrowed): void {
  const from = moduleName === 0 ? PyUnicode_FromString("<unknown module name>") : newRef(moduleName);
  const path = fileOf(module);
  const shown = PyObject_Repr(name);
  const shownFrom = shown === 0 || from === 0 ? 0 : PyObject_Repr(from);
  const initializing = shownFrom === 0 ? -1 : path === 0 ? 0 : isPartial(module);
  if (initializing >= 0) {
    const where = path === 0 ? "unknown location" : textOf(path);
    const start = `cannot import name ${textOf(shown)} from `;
    const called = textOf(shownFrom);
    raise(
      PyExc_ImportError,
      initializing > 0
        ? `${start}partially initialized module ${called} (most likely due to a circular import) (${where})`
        : `${start}${called} (${where})`,
    );
    // Suggestions are made from these.
    const error = PyErr_GetRaisedException();
    if (error !== 0 && isInstanceOf(error, PyExc_ImportError)) {
      replaceSlot(error + PyImportErrorObject.name, newRef(moduleName || Py_None));
      replaceSlot(error + PyImportErrorObject.path, newRef(path || Py_None));
      replaceSlot(error + PyImportErrorObject.name_from, newRef(name));
    }
    PyErr_SetRaisedException(error);
  }
  for (const o of [from, path, shown, shownFrom]) xdecref(o);
}

/** PyModule_GetFilenameObject, without its error: a module's __file__, or 0. */
function fileOf(module: Borrowed): Owned {
  if (!isInstanceOf(module, PyModule_Type)) return 0;
  const dict = PyModule_GetDict(module);
  const file = dict === 0 ? 0 : PyDict_GetItemRef(dict, id_file);
  if (file === 0 || isUnicode(file)) return file;
  decref(file);
  return 0;
}

/** Whether a module's import has not ended: -1 with an error set. */
function isPartial(module: Borrowed): number {
  const spec = PyObject_GetOptionalAttr(module, id_spec);
  if (spec === 0) return PyErr_Occurred() ? -1 : 0;
  const initializing = isInitializing(spec);
  decref(spec);
  return initializing;
}

// -- from module import * ------------------------------------------------------------------------------------------------

/** import_all_from: into the frame's namespace. None, or 0 with an error set. */
export function importStar(module: Borrowed, frame: Address): Owned {
  const locals = ptr(frame + _PyInterpreterFrame.f_locals);
  if (locals === 0) return raise(PyExc_SystemError, "no locals found during 'import *'");
  let names = PyObject_GetOptionalAttr(module, id_all);
  if (names === 0 && PyErr_Occurred()) return 0;
  const isDict = names === 0;
  if (isDict) {
    const dict = PyObject_GetOptionalAttr(module, id_dict);
    if (dict === 0) {
      return PyErr_Occurred() ? 0 : raise(PyExc_ImportError, "from-import-* object has no __dict__ and no __all__");
    }
    names = PyMapping_Keys(dict);
    decref(dict);
    if (names === 0) return 0;
  }
  let status = 0;
  for (let i = 0; status === 0; i++) {
    const name = PySequence_GetItem(names, i);
    if (name === 0) {
      if (PyErr_ExceptionMatches(PyExc_IndexError)) PyErr_Clear();
      else status = -1;
      break;
    }
    status = isUnicode(name) ? importOne(module, name, isDict, locals) : refuseKey(module, name, isDict);
    decref(name);
  }
  decref(names);
  return status < 0 ? 0 : Py_None;
}

function importOne(module: Borrowed, name: Borrowed, skipsPrivate: boolean, locals: Borrowed): number {
  if (skipsPrivate && PyUnicode_GET_LENGTH(name) > 0 && PyUnicode_READ_CHAR(name, 0) === UNDERSCORE) return 0;
  const value = PyObject_GetAttr(module, name);
  if (value === 0) return -1;
  const status = PyObject_SetItem(locals, name, value);
  decref(value);
  return status;
}

function refuseKey(module: Borrowed, key: Borrowed, isKey: boolean): number {
  const moduleName = PyObject_GetAttr(module, id_name);
  if (moduleName === 0) return -1;
  const [kind, where] = isKey ? ["Key", "__dict__"] : ["Item", "__all__"];
  raise(
    PyExc_TypeError,
    isUnicode(moduleName)
      ? `${kind} in ${textOf(moduleName)}.${where} must be str, not ${typeNameOf(key)}`
      : `module __name__ must be a string, not ${typeNameOf(moduleName)}`,
  );
  decref(moduleName);
  return -1;
}
