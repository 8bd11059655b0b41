// Built-ins that need a module of the library (copyreg, warnings, …) ask for it here; the interpreter registers how.
import type { Owned } from "../memory/memory.ts";
import { raise } from "./errors.ts";
import { PyExc_ImportError } from "./types.ts";

let importModule: (name: string) => Owned = (name) => raise(PyExc_ImportError, `no import of ${name} yet`);

export function setImportModule(run: (name: string) => Owned): void {
  importModule = run;
}

/** PyImport_ImportModule, settled: the module named last in a dotted name. */
export function PyImport_ImportModule(name: string): Owned {
  return importModule(name);
}
