// sys by name, for built-ins: PySys_GetAttr and its kin read the interpreter's dict of sys.
import { INTERPRETER } from "../memory/data.ts";
import { type Borrowed, ptr } from "../memory/memory.ts";
import { PyInterpreterState } from "../memory/structs/runtime.ts";
import { PyDict_DelItem, PyDict_GetItemWithError, PyDict_SetItem } from "../objects/dict_core.ts";
import { PyErr_Clear } from "../objects/errors.ts";
import { identifier } from "../objects/identifiers.ts";

/** The dict of sys: borrowed, 0 before sys exists. */
export function sysDict(): Borrowed {
  return ptr(INTERPRETER + PyInterpreterState.sysdict);
}

/** PySys_GetObject: borrowed; 0 without an error when there is none. */
export function PySys_GetAttr(name: string): Borrowed {
  const dict = sysDict();
  return dict === 0 ? 0 : PyDict_GetItemWithError(dict, identifier(name));
}

/** PySys_SetObject: value 0 deletes. 0, or -1 with an error set. */
export function PySys_SetAttr(name: string, value: Borrowed): number {
  if (value !== 0) return PyDict_SetItem(sysDict(), identifier(name), value);
  if (PyDict_DelItem(sysDict(), identifier(name)) < 0) PyErr_Clear();
  return 0;
}
