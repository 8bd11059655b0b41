// __import__ and the two built-ins that reach modules: breakpoint and open.

import type { Address, Borrowed, Owned } from "../../memory/memory.ts";
import { pushVectorcall } from "../../objects/call.ts";
import type { MethodRow } from "../../objects/declare.ts";
import { raise } from "../../objects/errors.ts";
import { PyImport_ImportModule } from "../../objects/import_hook.ts";
import { decref, newRef } from "../../objects/object.ts";
import { PyExc_RuntimeError } from "../../objects/types.ts";
import { pushImportModuleLevel } from "../import.ts";
import { attribute } from "../names.ts";
import { PySys_GetAttr } from "../sysdict.ts";

function builtin_breakpoint(_module: Borrowed, args: Address, nargs: number, kwnames: Borrowed): Owned {
  const hook = PySys_GetAttr("breakpointhook");
  if (hook === 0) return raise(PyExc_RuntimeError, "lost sys.breakpointhook");
  newRef(hook);
  const result = pushVectorcall(hook, args, nargs, kwnames);
  decref(hook);
  return result;
}

function builtin_open(_module: Borrowed, args: Address, nargs: number, kwnames: Borrowed): Owned {
  const io = PyImport_ImportModule("io");
  if (io === 0) return 0;
  const open = attribute(io, "open");
  decref(io);
  if (open === 0) return 0;
  const result = pushVectorcall(open, args, nargs, kwnames);
  decref(open);
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
  [
    "open",
    "!(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)",
    builtin_open,
  ],
];
