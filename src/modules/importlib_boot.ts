// importlib from the library's own source: _bootstrap.py and _bootstrap_external.py become _frozen_importlib and
// _frozen_importlib_external when a boot image is made, as CPython freezes them.

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
import { compileToCode } from "./compile_source.ts";
import { importAttribute, setImportlib } from "./import.ts";
import { makeBuiltinModule, moduleDict, newModule, setStolen } from "./make_module.ts";
import { attribute, dictItem } from "./names.ts";
import { PySys_GetAttr } from "./sysdict.ts";

/** A frozen module from source: made, in sys.modules, executed. Borrowed; 0 with an error set. */
function freeze(name: string, origin: string, source: Uint8Array, builtins: Borrowed): Borrowed {
  const module = newModule(name, 0);
  if (module === 0) return 0;
  const dict = moduleDict(module);
  const key = PyUnicode_InternFromString(name);
  const filename = PyUnicode_FromString(`<frozen ${origin}>`);
  const isKept =
    PyDict_SetItem(importedModules(), key, module) >= 0 &&
    setStolen(dict, "__builtins__", newRef(builtins)) >= 0 &&
    setStolen(dict, "__origname__", PyUnicode_FromString(origin)) >= 0;
  decref(key);
  decref(module);
  const code = isKept ? compileToCode(source, filename, { mode: "exec", flags: 0, optimize: 0 }) : 0;
  decref(filename);
  if (code === 0) return 0;
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

/** Makes importlib work for built-in modules: after builtins and sys. 0, or -1 with an error set. */
export function bootImportlib(bootstrapSource: Uint8Array): number {
  const builtins = dictItem(importedModules(), "builtins");
  const sys = dictItem(importedModules(), "sys");
  const imp = makeBuiltinModule("_imp");
  if (imp === 0) return -1;
  const module = freeze("_frozen_importlib", "importlib._bootstrap", bootstrapSource, moduleDict(builtins));
  if (module === 0) return -1;
  setImportlib(module, dictItem(moduleDict(builtins), "__import__"));
  const status = callMethod(module, "_install", (install) => PyObject_CallTwoArgs(install, sys, imp));
  decref(imp);
  return status;
}

/** Adds importing from files: after the modules that it needs (_io, posix, marshal, …) are declared. 0 or -1. */
export function bootImportlibExternal(externalSource: Uint8Array): number {
  const builtins = dictItem(importedModules(), "builtins");
  const importlib = dictItem(importedModules(), "_frozen_importlib");
  const module = freeze(
    "_frozen_importlib_external",
    "importlib._bootstrap_external",
    externalSource,
    moduleDict(builtins),
  );
  if (module === 0) return -1;
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
