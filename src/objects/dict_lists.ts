// The keys, values or items of a dict as a list: PyDict_Keys and its like.
import type { Borrowed, Owned } from "../memory/memory.ts";
import { dictUsed, nextKey, nextValue, PyDict_Next } from "./dict_core.ts";
import { PyErr_BadInternalCall, PyErr_NoMemory } from "./errors.ts";
import { PyList_New, PyList_SET_ITEM } from "./list_core.ts";
import { decref, isDict, newRef } from "./object.ts";
import { PyTuple_Pack } from "./tuple_core.ts";

function listOf(dict: Borrowed, item: () => Owned): Owned {
  if (dict === 0 || !isDict(dict)) return PyErr_BadInternalCall();
  const list = PyList_New(dictUsed(dict));
  if (list === 0) return 0;
  let index = 0;
  for (let at = PyDict_Next(dict, 0); at !== 0; at = PyDict_Next(dict, at)) {
    const o = item();
    if (o === 0) {
      decref(list);
      return PyErr_NoMemory();
    }
    PyList_SET_ITEM(list, index++, o);
  }
  return list;
}

export function PyDict_Keys(dict: Borrowed): Owned {
  return listOf(dict, () => newRef(nextKey()));
}

export function PyDict_Values(dict: Borrowed): Owned {
  return listOf(dict, () => newRef(nextValue()));
}

/** PyDict_Items: (key, value) tuples. */
export function PyDict_Items(dict: Borrowed): Owned {
  return listOf(dict, () => PyTuple_Pack(nextKey(), nextValue()));
}
