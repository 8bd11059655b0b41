// sys by name, for built-ins: PySys_GetAttr and its kin read the interpreter's dict of sys.

import { INTERPRETER } from "../memory/data.ts";
import { type Borrowed, ptr } from "../memory/memory.ts";
import { PyInterpreterState } from "../memory/structs/runtime.ts";
import { PyDict_DelItem, PyDict_SetItem } from "../objects/dict_core.ts";
import { PyErr_Clear } from "../objects/errors.ts";
import { decref } from "../objects/object.ts";
import { PyUnicode_InternFromString } from "../objects/unicode_intern.ts";
import { dictItem } from "./names.ts";

/** The dict of sys: borrowed, 0 before sys exists. */
export function sysDict(): Borrowed {
  return ptr(INTERPRETER + PyInterpreterState.sysdict);
}

/** PySys_GetObject: borrowed; 0 without an error when there is none. */
export function PySys_GetAttr(name: string): Borrowed {
  const dict = sysDict();
  return dict === 0 ? 0 : dictItem(dict, name);
}

/** PySys_SetObject: value 0 deletes. 0, or -1 with an error set. */
export function PySys_SetAttr(name: string, value: Borrowed): number {
  const key = PyUnicode_InternFromString(name);
  if (key === 0) return -1;
  let status = 0;
  if (value !== 0) status = PyDict_SetItem(sysDict(), key, value);
  else if (PyDict_DelItem(sysDict(), key) < 0) PyErr_Clear();
  decref(key);
  return status;
}
