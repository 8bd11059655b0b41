// Look-ups by names that are JavaScript strings. identifier() is for texts that are known when a file is evaluated; these
// are for all others.
import type { Borrowed, Owned } from "../memory/memory.ts";
import { PyObject_GetAttr } from "../objects/abstract.ts";
import { PyDict_GetItemWithError } from "../objects/dict_core.ts";
import { PyErr_NoMemory } from "../objects/errors.ts";
import { decref } from "../objects/object.ts";
import { PyUnicode_InternFromString } from "../objects/unicode_intern.ts";

/** PyDict_GetItemStringWithError: borrowed; 0 without an error when there is none. */
export function dictItem(dict: Borrowed, name: string): Borrowed {
  const key = PyUnicode_InternFromString(name);
  if (key === 0) return PyErr_NoMemory();
  const value = PyDict_GetItemWithError(dict, key);
  decref(key);
  return value;
}

/** o.name, settled. Owned, 0 with an error set. */
export function attribute(o: Borrowed, name: string): Owned {
  const key = PyUnicode_InternFromString(name);
  if (key === 0) return PyErr_NoMemory();
  const value = PyObject_GetAttr(o, key);
  decref(key);
  return value;
}
