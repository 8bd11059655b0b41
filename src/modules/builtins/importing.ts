// __import__ and breakpoint. The function open is that of io (stdio.ts).

import type { Address, Borrowed, Owned } from "../../memory/memory.ts";
import { pushVectorcall } from "../../objects/call.ts";
import type { MethodRow } from "../../objects/declare.ts";
import { raise } from "../../objects/errors.ts";
import { decref, newRef } from "../../objects/object.ts";
import { PyExc_RuntimeError } from "../../objects/types.ts";
import { pushImportModuleLevel } from "../import.ts";
import { PySys_GetAttr } from "../sysdict.ts";

function builtin_breakpoint(_module: Borrowed, args: Address, nargs: number, kwnames: Borrowed): Owned {
  const hook = PySys_GetAttr("breakpointhook");
  if (hook === 0) return raise(PyExc_RuntimeError, "lost sys.breakpointhook");
  newRef(hook);
  const result = pushVectorcall(hook, args, nargs, kwnames);
  decref(hook);
  return result;
}

function builtin_import(
  _module: Borrowed,
  name: Borrowed,
  globals: Borrowed,
  _locals: Borrowed,
  fromList: Borrowed,
  level: number,
): Owned {
  return pushImportModuleLevel(name, globals, fromList, level);
}

export const importFunctions: readonly MethodRow[] = [
  ["__import__", "(name, globals=None, locals=None, fromlist=(), level: int = 0)", builtin_import],
  ["breakpoint", "!(*args, **kws)", builtin_breakpoint],
];
