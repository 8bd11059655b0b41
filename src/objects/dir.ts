// dir(): the names of an object: its own dict's, its class's and all bases'.
import type { Borrowed, Owned } from "../memory/memory.ts";
import { PyObject_GetOptionalAttr } from "./abstract.ts";
import { PyObject_CallNoArgs } from "./call.ts";
import { PyDict_New } from "./dict_core.ts";
import { PyDict_Keys } from "./dict_lists.ts";
import { PyDict_Update } from "./dict_merge.ts";
import { PyErr_Occurred, raise } from "./errors.ts";
import { identifier } from "./identifiers.ts";
import { PySequence_List } from "./list_extend.ts";
import { PyList_Sort } from "./list_sort.ts";
import { decref, isDict, isTuple, sizeOf } from "./object.ts";
import { _PyObject_LookupSpecial } from "./special.ts";
import { PyTuple_GET_ITEM } from "./tuple_core.ts";
import { PyExc_TypeError } from "./types.ts";

const id_dir = identifier("__dir__");
const id_dict = identifier("__dict__");
const id_bases = identifier("__bases__");
const id_class = identifier("__class__");

/** Adds the names of a class and its bases to a dict. */
function mergeClass(dict: Borrowed, cls: Borrowed): number {
  const own = PyObject_GetOptionalAttr(cls, id_dict);
  if (own === 0 && PyErr_Occurred()) return -1;
  if (own !== 0) {
    const status = PyDict_Update(dict, own);
    decref(own);
    if (status < 0) return -1;
  }
  const bases = PyObject_GetOptionalAttr(cls, id_bases);
  if (bases === 0) return PyErr_Occurred() ? -1 : 0;
  let status = 0;
  if (isTuple(bases)) {
    for (let i = 0; i < sizeOf(bases) && status === 0; i++) status = mergeClass(dict, PyTuple_GET_ITEM(bases, i));
  }
  decref(bases);
  return status;
}

/** type.__dir__ */
export function typeDir(type: Borrowed): Owned {
  const dict = PyDict_New();
  if (dict === 0) return 0;
  const keys = mergeClass(dict, type) < 0 ? 0 : PyDict_Keys(dict);
  decref(dict);
  return keys;
}

/** object.__dir__ */
export function objectDir(o: Borrowed): Owned {
  const dict = PyDict_New();
  if (dict === 0) return 0;
  const own = PyObject_GetOptionalAttr(o, id_dict);
  let status = own === 0 && PyErr_Occurred() ? -1 : 0;
  if (own !== 0) {
    if (isDict(own)) status = PyDict_Update(dict, own);
    decref(own);
  }
  if (status === 0) {
    const cls = PyObject_GetOptionalAttr(o, id_class);
    if (cls === 0) status = PyErr_Occurred() ? -1 : 0;
    else {
      status = mergeClass(dict, cls);
      decref(cls);
    }
  }
  const keys = status < 0 ? 0 : PyDict_Keys(dict);
  decref(dict);
  return keys;
}

/** A sorted list of what __dir__ or keys() answered. Takes it. */
export function sortedNames(names: Owned): Owned {
  if (names === 0) return 0;
  const list = PySequence_List(names);
  decref(names);
  if (list !== 0 && PyList_Sort(list) < 0) {
    decref(list);
    return 0;
  }
  return list;
}

/** PyObject_Dir of an object: a sorted list. */
export function PyObject_Dir(o: Borrowed): Owned {
  const method = _PyObject_LookupSpecial(o, id_dir);
  if (method === 0) return PyErr_Occurred() ? 0 : raise(PyExc_TypeError, "object does not provide __dir__");
  const names = PyObject_CallNoArgs(method);
  decref(method);
  return sortedNames(names);
}
