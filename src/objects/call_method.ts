// Calls of methods by name, settled.
import type { Borrowed, Owned } from "../memory/memory.ts";
import { PyObject_GetAttr } from "./abstract.ts";
import { PyObject_CallNoArgs, PyObject_CallOneArg, PyObject_CallTwoArgs } from "./call.ts";
import { decref } from "./object.ts";

/** o.name(), o.name(a) or o.name(a, b): 0 ends the arguments. */
export function PyObject_CallMethod(o: Borrowed, name: Borrowed, a: Borrowed = 0, b: Borrowed = 0): Owned {
  const method = PyObject_GetAttr(o, name);
  if (method === 0) return 0;
  const result =
    a === 0
      ? PyObject_CallNoArgs(method)
      : b === 0
        ? PyObject_CallOneArg(method, a)
        : PyObject_CallTwoArgs(method, a, b);
  decref(method);
  return result;
}
