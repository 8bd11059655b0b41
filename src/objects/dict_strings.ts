// Entries of dicts by texts of ours: what the making of modules, types and code objects uses.
import type { Borrowed, Owned } from "../memory/memory.ts";
import { PyDict_Contains, PyDict_DelItem, PyDict_GetItemWithError, PyDict_SetItem } from "./dict_core.ts";
import { PyErr_NoMemory } from "./errors.ts";
import { decref } from "./object.ts";
import { PyUnicode_FromString } from "./unicode_core.ts";
import { _PyUnicode_InternImmortal } from "./unicode_intern.ts";

/** Does something with a key made of a text; `failure` when there is no memory for it. */
function withKey<F extends number>(text: string, failure: F, run: (key: Owned) => number): number {
  const key = PyUnicode_FromString(text);
  if (key === 0) {
    PyErr_NoMemory();
    return failure;
  }
  const result = run(key);
  decref(key);
  return result;
}

/** PyDict_SetItemString: the key is interned for good. 0, or -1 with an error set. */
export function PyDict_SetItemString(dict: Borrowed, text: string, value: Borrowed): number {
  const key = _PyUnicode_InternImmortal(PyUnicode_FromString(text));
  if (key === 0) {
    PyErr_NoMemory();
    return -1;
  }
  return PyDict_SetItem(dict, key, value);
}

/** PyDict_GetItemString without its silence: the value; 0 without an error when the key is missing; 0 with an error set. */
export function PyDict_GetItemString(dict: Borrowed, text: string): Borrowed {
  return withKey(text, 0, (key) => PyDict_GetItemWithError(dict, key));
}

/** PyDict_ContainsString: 1, 0, or -1 with an error set. */
export function PyDict_ContainsString(dict: Borrowed, text: string): number {
  return withKey(text, -1, (key) => PyDict_Contains(dict, key));
}

/** PyDict_DelItemString: 0, or -1 with an error set. */
export function PyDict_DelItemString(dict: Borrowed, text: string): number {
  return withKey(text, -1, (key) => PyDict_DelItem(dict, key));
}
