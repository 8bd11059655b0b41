// Objects that pickle and copy find again by a name: (getattr, (owner, name)), and the built-ins that such answers begin with.
import { INTERPRETER } from "../memory/data.ts";
import { type Borrowed, type Owned, ptr } from "../memory/memory.ts";
import { PyInterpreterState } from "../memory/structs/runtime.ts";
import { PyObject_GetItem } from "./abstract.ts";
import { currentBuiltins } from "./current_globals.ts";
import { PyDict_GetItemWithError } from "./dict_core.ts";
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_NoMemory, PyErr_Occurred, raise } from "./errors.ts";
import { identifier } from "./identifiers.ts";
import { isDict, newRef, xdecref } from "./object.ts";
import { PyTuple_Pack } from "./tuple_core.ts";
import { PyExc_AttributeError, PyExc_KeyError } from "./types.ts";
import { textOf } from "./unicode_core.ts";

/** _PyEval_GetBuiltin: what the running frame finds by a name among its built-ins, Owned; 0 with an error set. */
export function builtin(name: Borrowed): Owned {
  const builtins = currentBuiltins() || ptr(INTERPRETER + PyInterpreterState.builtins);
  if (isDict(builtins)) {
    const value = PyDict_GetItemWithError(builtins, name);
    if (value !== 0) return newRef(value);
  } else {
    const value = PyObject_GetItem(builtins, name);
    if (value !== 0 || !PyErr_ExceptionMatches(PyExc_KeyError)) return value;
    PyErr_Clear();
  }
  return PyErr_Occurred() !== 0 ? 0 : raise(PyExc_AttributeError, textOf(name));
}

const id_getattr = identifier("getattr");

/** (getattr, (owner, name)) */
export function reduceToAttribute(owner: Borrowed, name: Borrowed): Owned {
  const getattr = builtin(id_getattr);
  const place = getattr === 0 ? 0 : PyTuple_Pack(owner, name);
  const result = place === 0 ? 0 : PyTuple_Pack(getattr, place);
  for (const part of [getattr, place]) xdecref(part);
  return result === 0 && PyErr_Occurred() === 0 ? PyErr_NoMemory() : result;
}
