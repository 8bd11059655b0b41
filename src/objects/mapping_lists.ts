// What a mapping answers to keys() and values(), as a list.
import { type Borrowed, type Owned, ptr } from "../memory/memory.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { PyObject_CallMethod } from "./call_method.ts";
import { PyDict_Keys, PyDict_Values } from "./dict_lists.ts";
import { PyErr_Clear, PyErr_ExceptionMatches, raise, typeNameOf } from "./errors.ts";
import { identifier } from "./identifiers.ts";
import { PySequence_List } from "./list_extend.ts";
import { decref, typeOf } from "./object.ts";
import { PyDict_Type, PyExc_TypeError } from "./types.ts";
import { textOf } from "./unicode_core.ts";

const id_keys = identifier("keys");
const id_values = identifier("values");

/** method_output_as_list */
function listFrom(mapping: Borrowed, method: Borrowed): Owned {
  const answer = PyObject_CallMethod(mapping, method);
  if (answer === 0) return 0;
  const list = PySequence_List(answer);
  if (list === 0 && PyErr_ExceptionMatches(PyExc_TypeError) && ptr(typeOf(answer) + PyTypeObject.tp_iter) === 0) {
    PyErr_Clear();
    const call = `${typeNameOf(mapping)}.${textOf(method)}()`;
    raise(PyExc_TypeError, `${call} returned a non-iterable (type ${typeNameOf(answer)})`);
  }
  decref(answer);
  return list;
}

export function PyMapping_Keys(mapping: Borrowed): Owned {
  return typeOf(mapping) === PyDict_Type ? PyDict_Keys(mapping) : listFrom(mapping, id_keys);
}

export function PyMapping_Values(mapping: Borrowed): Owned {
  return typeOf(mapping) === PyDict_Type ? PyDict_Values(mapping) : listFrom(mapping, id_values);
}
