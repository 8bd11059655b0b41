// list[int] and its like for types that lie below types.GenericAlias: the alias is made through its type's slot.
import { type Borrowed, type Owned, ptr } from "../memory/memory.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { textFunction } from "../memory/text.ts";
import { PyErr_NoMemory } from "./errors.ts";
import { decref } from "./object.ts";
import { PyTuple_Pack } from "./tuple_core.ts";
import { Py_GenericAliasType } from "./types.ts";

/** Py_GenericAlias(cls, item), as the method __class_getitem__ of a type. */
export function genericAlias(cls: Borrowed, item: Borrowed): Owned {
  const args = PyTuple_Pack(cls, item);
  if (args === 0) return PyErr_NoMemory();
  const result = textFunction(ptr(Py_GenericAliasType + PyTypeObject.tp_new))(Py_GenericAliasType, args, 0);
  decref(args);
  return result;
}
