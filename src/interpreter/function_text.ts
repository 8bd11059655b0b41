// How messages name a callable: "f()", "mod.f()", or its str where it has no qualified name.
import type { Borrowed } from "../memory/memory.ts";
import { PyObject_GetOptionalAttr, PyObject_Str } from "../objects/abstract.ts";
import { PyErr_Clear } from "../objects/errors.ts";
import { identifier } from "../objects/identifiers.ts";
import { decref, isUnicode } from "../objects/object.ts";
import { textOf } from "../objects/unicode_core.ts";

const id_qualname = identifier("__qualname__");
const id_module = identifier("__module__");

/** _PyObject_FunctionStr as text. */
export function functionText(o: Borrowed): string {
  const qualname = PyObject_GetOptionalAttr(o, id_qualname);
  if (qualname === 0 || !isUnicode(qualname)) {
    PyErr_Clear();
    if (qualname !== 0) decref(qualname);
    const shown = PyObject_Str(o);
    if (shown === 0) {
      PyErr_Clear();
      return "?";
    }
    const content = textOf(shown);
    decref(shown);
    return content;
  }
  const name = textOf(qualname);
  decref(qualname);
  const module = PyObject_GetOptionalAttr(o, id_module);
  if (module === 0 || !isUnicode(module)) {
    PyErr_Clear();
    if (module !== 0) decref(module);
    return `${name}()`;
  }
  const prefix = textOf(module);
  decref(module);
  return prefix === "builtins" ? `${name}()` : `${prefix}.${name}()`;
}
