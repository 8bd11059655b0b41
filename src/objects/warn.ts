// Warnings that built-ins give: the module _warnings registers how they are filed.
import type { Borrowed } from "../memory/memory.ts";
import { PyExc_DeprecationWarning } from "./types.ts";

type Warn = (category: Borrowed, message: string, stackLevel: number, source: Borrowed) => number;
type WarnExplicit = (category: Borrowed, message: string, filename: Borrowed, lineno: number) => number;

let warn: Warn = () => 0;
let warnExplicit: WarnExplicit = () => 0;

export function setWarn(run: Warn, runExplicit: WarnExplicit): void {
  warn = run;
  warnExplicit = runExplicit;
}

/** PyErr_WarnEx; source: the object that the warning is about, or 0. 0, or -1 with an error set (when the warning is to be an error). */
export function PyErr_WarnEx(category: Borrowed, message: string, stackLevel: number, source: Borrowed = 0): number {
  return warn(category, message, stackLevel, source);
}

/** PyErr_WarnExplicitObject for a place in a source that is no module yet. 0, or -1 with an error set. */
export function PyErr_WarnExplicit(category: Borrowed, message: string, filename: Borrowed, lineno: number): number {
  return warnExplicit(category, message, filename, lineno);
}

/** The warning that a conversion answered with an instance of a subclass: 0, or -1 with an error set. */
export function warnOfSubclass(shown: string, base: string): number {
  const ability = `The ability to return an instance of a strict subclass of ${base} is deprecated`;
  const message = `${shown}  ${ability}, and may be removed in a future version of Python.`;
  return PyErr_WarnEx(PyExc_DeprecationWarning, message, 1);
}
