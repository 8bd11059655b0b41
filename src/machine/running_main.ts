// __main__ while its program runs: something holds it, and a script has __file__ and __cached__ in it. As in
// _PyRun_SimpleFile the module is let go when the program is over, and the names go when its error was told, so that functions
// of atexit and what is typed afterwards do not see them. A SystemExit ends the process before that.
// Invariant: only names that were put there here are taken, so what a program without a file (-c, -m) calls __file__ stays.

import { reserveStatic } from "../memory/data.ts";
import { type Borrowed, i32, ptr, setI32, setPtr } from "../memory/memory.ts";
import { moduleDict, setStolen } from "../modules/make_module.ts";
import { PyDict_Contains, PyDict_DelItem } from "../objects/dict_core.ts";
import { PyErr_Clear } from "../objects/errors.ts";
import { identifier } from "../objects/identifiers.ts";
import { clearSlot, newRef, replaceSlot } from "../objects/object.ts";
import { Py_None } from "../objects/types.ts";

const id_file = identifier("__file__");
const id_cached = identifier("__cached__");

/** Owned: the module, then its dict while its error is told; or null. Then whether it has the names. */
const RUNNING = reserveStatic(16);
const IS_NAMED = RUNNING + 8;

export function holdMain(main: Borrowed): void {
  setPtr(RUNNING, newRef(main));
}

/** Names the file of the program that begins. 0, or -1 with an error set. */
export function setFileNames(dict: Borrowed, file: Borrowed): number {
  setI32(IS_NAMED, 1);
  return setStolen(dict, "__file__", newRef(file)) < 0 ? -1 : setStolen(dict, "__cached__", Py_None);
}

/** The program is over; its names stay until takeFileNames(). */
export function releaseMain(): void {
  const main = ptr(RUNNING);
  if (main !== 0) replaceSlot(RUNNING, i32(IS_NAMED) === 0 ? 0 : newRef(moduleDict(main)));
}

export function takeFileNames(areTaken = true): void {
  const dict = ptr(RUNNING);
  if (dict === 0) return;
  for (const name of areTaken ? [id_file, id_cached] : []) {
    if (PyDict_Contains(dict, name) > 0 && PyDict_DelItem(dict, name) < 0) PyErr_Clear();
  }
  setI32(IS_NAMED, 0);
  clearSlot(RUNNING);
}
