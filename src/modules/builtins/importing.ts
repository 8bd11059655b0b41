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
  [
    "__import__",
    "(name, globals=None, locals=None, fromlist=(), level: int = 0)",
    builtin_import,
    "Import a module.\n\nBecause this function is meant for use by the Python\ninterpreter and not for general use, it is better to use\nimportlib.import_module() to programmatically import a module.\n\nThe globals argument is only used to determine the context;\nthey are not modified.  The locals argument is unused.  The fromlist\nshould be a list of names to emulate ``from name import ...``, or an\nempty list to emulate ``import name``.\nWhen importing a module from a package, note that __import__('A.B', ...)\nreturns package A when fromlist is empty, but its submodule B when\nfromlist is not empty.  The level argument is used to determine whether to\nperform absolute or relative imports: 0 is absolute, while a positive number\nis the number of parent directories to search relative to the current module.",
  ],
  [
    "breakpoint",
    "!(*args, **kws)",
    builtin_breakpoint,
    "Call sys.breakpointhook(*args, **kws).\n\nsys.breakpointhook() must accept whatever arguments are passed.\n\nBy default, this drops you into the pdb debugger.",
  ],
  [
    "open",
    "!(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)",
    builtin_open,
    "Open file and return a stream.  Raise OSError upon failure.",
  ],
];
