// The end of all modules, as finalize_modules: sys lets go of what programs put there, sys.modules is emptied, builtins is what
// it was at the start, and what was held in cycles ends while all names are still there. Only then modules that something else
// holds are cleared name by name, the youngest first, and last sys and builtins.
//
// To take the library's modules apart costs as much as a start, and nobody can tell unless something of the program hangs on
// them. So they are held while the program's own modules end, unless the dict of one of those would be alive afterwards, as it
// is for each function and class of the program that something holds.
// Invariant: whatever the program left, no finalizer of its own runs later here than in CPython.
import { collect, REASON_SHUTDOWN, wouldSurvive } from "../gc/collect.ts";
import { gcUntrack } from "../gc/link.ts";
import { LIBRARY } from "../host/library.ts";
import { importedModules } from "../interpreter/imports.ts";
import { INTERPRETER, reserveStatic } from "../memory/data.ts";
import { type Address, type Borrowed, type Owned, ptr, setPtr } from "../memory/memory.ts";
import { PyInterpreterState } from "../memory/structs/runtime.ts";
import { moduleDict, setStolen } from "../modules/make_module.ts";
import { dictItem } from "../modules/names.ts";
import { sysDict } from "../modules/sysdict.ts";
import { PyDict_Clear, PyDict_GetItemWithError, PyDict_SetItem } from "../objects/dict_core.ts";
import { PyDict_Copy, PyDict_Update } from "../objects/dict_merge.ts";
import { nextKey, nextValue, PyDict_Next } from "../objects/dict_object.ts";
import { PyErr_Clear } from "../objects/errors.ts";
import { identifier } from "../objects/identifiers.ts";
import { PyList_Append, PyList_New } from "../objects/list_core.ts";
import { clearSlot, decref, incref, isSubtype, isUnicode, newRef, typeOf, xdecref } from "../objects/object.ts";
import { Py_None, PyModule_Type } from "../objects/types.ts";
import { textUpTo } from "../objects/unicode_core.ts";
import { referent } from "../objects/weakref.ts";
import { newWeakReference } from "../objects/weakref_core.ts";

/** A list of the library's modules, once sys.modules has let them go. */
const HELD = reserveStatic(8);

/** The generation of a full collection. */
const OLDEST = 2;

const id_builtins = identifier("__builtins__");
const id_file = identifier("__file__");
const id_main = identifier("__main__");
const id_spec = identifier("__spec__");

/** What sys holds for programs, and its streams with what they were at the start. */
const SYS_DELETES =
  "path argv ps1 ps2 last_exc last_type last_value last_traceback path_hooks path_importer_cache meta_path __interactivehook__";
const SYS_FILES = "stdin stdout stderr";

/** Whether the module is the program's own: __main__, from a file beside the library, or made without an import. */
function isOwnModule(name: Borrowed, module: Borrowed): boolean {
  if (name === id_main) return true;
  const dict = moduleDict(module);
  const file = PyDict_GetItemWithError(dict, id_file);
  if (file === 0) {
    const spec = PyDict_GetItemWithError(dict, id_spec);
    return spec === 0 || spec === Py_None;
  }
  return isUnicode(file) && !textUpTo(file, LIBRARY.length).startsWith(LIBRARY);
}

function setNone(dict: Borrowed, key: Borrowed): void {
  if (PyDict_SetItem(dict, key, Py_None) < 0) PyErr_Clear();
}

/** finalize_modules_delete_special */
function deleteSpecial(builtins: Borrowed): void {
  const sys = sysDict();
  setStolen(builtins, "_", Py_None);
  for (const name of SYS_DELETES.split(" ")) setStolen(sys, name, Py_None);
  for (const name of SYS_FILES.split(" ")) setStolen(sys, name, newRef(dictItem(sys, `__${name}__`) || Py_None));
}

/** finalize_restore_builtins: the old values end when builtins is whole again. */
function restoreBuiltins(builtins: Borrowed): void {
  const old = PyDict_Copy(builtins);
  PyDict_Clear(builtins);
  if (PyDict_Update(builtins, ptr(INTERPRETER + PyInterpreterState.builtins_copy)) < 0) PyErr_Clear();
  if (old === 0) PyErr_Clear();
  else decref(old);
}

/** _PyModule_ClearDict: names with one leading underscore first, then the rest, but for __builtins__. */
function clearDict(dict: Borrowed): void {
  for (const isUnderscored of [true, false]) {
    for (let at = PyDict_Next(dict, 0); at !== 0; at = PyDict_Next(dict, at)) {
      const key = nextKey();
      if (nextValue() === Py_None || !isUnicode(key)) continue;
      const name = textUpTo(key, 2);
      const underscored = name.startsWith("_") && !name.startsWith("__");
      if (isUnderscored ? underscored : key !== id_builtins) setNone(dict, key);
    }
  }
}

/** finalize_modules_clear_weaklist, for modules that something holds. */
function clearHeld(references: readonly Owned[], but: readonly Borrowed[]): void {
  for (const reference of [...references].reverse()) {
    const module = reference === 0 ? Py_None : referent(reference);
    if (module === Py_None || but.includes(moduleDict(module))) continue;
    incref(module);
    const dict = newRef(moduleDict(module));
    clearDict(dict);
    decref(dict);
    decref(module);
  }
}

export function finalizeModules(): void {
  const modules = importedModules();
  const builtins = ptr(INTERPRETER + PyInterpreterState.builtins);
  deleteSpecial(builtins);
  const references: Owned[] = [];
  const held = PyList_New(0);
  // Of the collector's lists a program can see all; and what an untracked list holds is alive for the collector.
  if (held !== 0) gcUntrack(held);
  setPtr(HELD, held);
  const ownDicts = new Set<Address>();
  for (let at = PyDict_Next(modules, 0); at !== 0; at = PyDict_Next(modules, at)) {
    const name = nextKey();
    const module = nextValue();
    if (!isSubtype(typeOf(module), PyModule_Type)) continue;
    if (isOwnModule(name, module)) ownDicts.add(moduleDict(module));
    else if (held !== 0) PyList_Append(held, module);
    references.push(newWeakReference(module));
    setNone(modules, name);
  }
  PyDict_Clear(modules);
  restoreBuiltins(builtins);
  const isHung = wouldSurvive(ownDicts);
  if (isHung) clearSlot(HELD);
  collect(OLDEST, REASON_SHUTDOWN);
  if (isHung) {
    clearHeld(references, [sysDict(), builtins]);
    clearDict(sysDict());
    clearDict(builtins);
    PyDict_Clear(modules);
  }
  // The last one of all, as PyInterpreterState_Clear has it.
  collect(OLDEST, REASON_SHUTDOWN);
  for (const reference of references) xdecref(reference);
}
