// Objects that pickle and copy find again by a name: (getattr, (owner, name)), and the built-ins that such answers begin with.
import { INTERPRETER } from "../memory/data.ts";
import { type Borrowed, type Owned, ptr } from "../memory/memory.ts";
import { PyInterpreterState } from "../memory/structs/runtime.ts";
import { PyDict_GetItemWithError } from "./dict_core.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise } from "./errors.ts";
import { identifier } from "./identifiers.ts";
import { newRef, xdecref } from "./object.ts";
import { PyTuple_Pack } from "./tuple_core.ts";
import { PyExc_AttributeError } from "./types.ts";
import { textOf } from "./unicode_core.ts";

/** _PyEval_GetBuiltin: an Owned built-in by name; 0 with an error set. */
export function builtin(name: Borrowed): Owned {
  const builtins = ptr(INTERPRETER + PyInterpreterState.builtins);
  const value = builtins === 0 ? 0 : PyDict_GetItemWithError(builtins, name);
  if (value !== 0) return newRef(value);
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
