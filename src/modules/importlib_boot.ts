// importlib from the library's own files, when a boot image is made: the frozen modules _frozen_importlib and
// _frozen_importlib_external (frozen.ts).

import { LIBRARY } from "../host/library.ts";
import { importedModules } from "../interpreter/imports.ts";
import type { Borrowed, Owned } from "../memory/memory.ts";
import { PyObject_CallNoArgs, PyObject_CallTwoArgs } from "../objects/call.ts";
import { PyDict_SetItem } from "../objects/dict_core.ts";
import { currentFrame, settle } from "../objects/frames.ts";
import { PyList_Insert } from "../objects/list_core.ts";
import { decref, newRef } from "../objects/object.ts";
import { PyUnicode_FromString } from "../objects/unicode_core.ts";
import { PyUnicode_InternFromString } from "../objects/unicode_intern.ts";
import { pushEvalCode } from "./builtins/compile.ts";
import { frozenCode, frozenModule } from "./frozen.ts";
import { importAttribute, setImportlib } from "./import.ts";
import { makeBuiltinModule, moduleDict, newModule, setStolen } from "./make_module.ts";
import { attribute, dictItem } from "./names.ts";
import { PySys_GetAttr, sysDict } from "./sysdict.ts";

const BOOTSTRAP = "_frozen_importlib";
const NO_FILE = -1;

/** importlib's own first module: made, in sys.modules, executed. Borrowed; 0 with an error set; NO_FILE without a library. */
function makeBootstrap(builtins: Borrowed): Borrowed {
  const frozen = frozenModule(BOOTSTRAP)!;
  const code = frozenCode(frozen);
  if (code === null) return NO_FILE;
  const module = code === 0 ? 0 : newModule(BOOTSTRAP, 0);
  if (module === 0) return 0;
  const dict = moduleDict(module);
  const key = PyUnicode_InternFromString(BOOTSTRAP);
  const isKept =
    PyDict_SetItem(importedModules(), key, module) >= 0 &&
    setStolen(dict, "__builtins__", newRef(builtins)) >= 0 &&
    setStolen(dict, "__origname__", PyUnicode_FromString(frozen.origin)) >= 0;
  decref(key);
  decref(module);
  if (!isKept) return 0;
  const base = currentFrame();
  const result = settle(base, pushEvalCode(code, dict, dict, 0));
  decref(code);
  if (result === 0) return 0;
  decref(result);
  return module;
}

function callMethod(module: Borrowed, name: string, call: (method: Borrowed) => Owned): number {
  const method = attribute(module, name);
  const result = method === 0 ? 0 : call(method);
  if (method !== 0) decref(method);
  if (result === 0) return -1;
  decref(result);
  return 0;
}

/**
 * Makes importlib work for modules that are built in or frozen: after builtins and sys. 0, -1 with an error set, or 1 where there
 * is no library to take it from.
 */
export function bootImportlib(): number {
  const builtins = dictItem(importedModules(), "builtins");
  const sys = dictItem(importedModules(), "sys");
  const module = makeBootstrap(moduleDict(builtins));
  if (module === NO_FILE) return 1;
  const imp = module === 0 ? 0 : makeBuiltinModule("_imp");
  if (imp === 0) return -1;
  setImportlib(module, dictItem(moduleDict(builtins), "__import__"));
  const status = callMethod(module, "_install", (install) => PyObject_CallTwoArgs(install, sys, imp));
  decref(imp);
  // Where the library is becomes known only now: of the modules that stand already, no spec says it.
  return status < 0 ? status : setStolen(sysDict(), "_stdlib_dir", PyUnicode_FromString(LIBRARY));
}

/** Adds importing from files: after the modules that it needs (_io, posix, marshal, …) are declared. 0 or -1. */
export function bootImportlibExternal(): number {
  const importlib = dictItem(importedModules(), BOOTSTRAP);
  return callMethod(importlib, "_install_external_importers", PyObject_CallNoArgs);
}

/** init_zipimport: modules from zip files, looked for before folders. 0 or -1. */
export function bootZipimport(): number {
  const hooks = PySys_GetAttr("path_hooks");
  const importer = hooks === 0 ? 0 : importAttribute("zipimport", "zipimporter");
  if (importer === 0) return -1;
  const status = PyList_Insert(hooks, 0, importer);
  decref(importer);
  return status;
}
