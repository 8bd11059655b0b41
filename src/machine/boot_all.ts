// The whole of a boot: types, then the modules that stand before any program.

import { InternalError } from "../base/assert.ts";
import { collect, REASON_HEAP } from "../gc/collect.ts";
import { initializeCallableCache } from "../interpreter/callable_cache.ts";
import { type Borrowed, ptr } from "../memory/memory.ts";
import { PyModuleObject } from "../memory/structs/code.ts";
import { initializeExitFunctions } from "../modules/atexit.ts";
import { bootImportlib, bootImportlibExternal, bootZipimport } from "../modules/importlib_boot.ts";
import { makeBuiltinModule, setStolen } from "../modules/make_module.ts";
import { initializeSite } from "../modules/site_boot.ts";
import { initializeStreams } from "../modules/stdio.ts";
import { sysDict } from "../modules/sysdict.ts";
import { initializeGeneric } from "../modules/typing.ts";
import { _PyCodec_Lookup } from "../objects/codecs/registry.ts";
import { declaredModules } from "../objects/declare.ts";
import { PyDict_GetItemWithError } from "../objects/dict_core.ts";
import type { Docstrings } from "../objects/docstrings.ts";
import { initializeExceptionGroup } from "../objects/exception_group.ts";
import { identifier } from "../objects/identifiers.ts";
import { PyImport_ImportModule } from "../objects/import_hook.ts";
import { initializeMemoryErrors } from "../objects/memory_error.ts";
import { decref } from "../objects/object.ts";
import { _PyType_Lookup } from "../objects/type_lookup.ts";
import { Py_None, PyBaseObject_Type, PyList_Type } from "../objects/types.ts";
import { initializeTypes } from "./boot.ts";
import { errorText } from "./error_text.ts";
import "../modules/builtins.ts";
import "../modules/gc.ts";
import "../modules/imp.ts";
import "../modules/thread.ts";
import "../modules/warnings.ts";
import "../modules/weakref.ts";
import "../modules/sys.ts";

/** The modules that C code makes before the first line of Python. */
const FIRST_MODULES = ["builtins", "sys"] as const;

/** From zeros to a machine at rest. */
export function bootAll(docstrings?: Docstrings): void {
  initializeTypes(docstrings);
  if (!initializeMemoryErrors()) throw new InternalError("no memory for the exceptions that say so");
  if (!initializeExitFunctions()) throw new InternalError("no memory for the functions of atexit");
  if (initializeExceptionGroup() < 0) throw new InternalError(`ExceptionGroup cannot be made: ${errorText()}`);
  if (initializeGeneric() < 0) throw new InternalError(`the types of typing cannot be made: ${errorText()}`);
  for (const name of FIRST_MODULES) {
    const module = makeBuiltinModule(name);
    if (module === 0) throw new InternalError(`the module ${name} cannot be made: ${errorText()}`);
    if (name === "builtins") fillCallableCache(module);
    decref(module);
  }
  for (const name of ["stdin", "stdout", "stderr"]) {
    if (setStolen(sysDict(), name, Py_None) < 0) throw new InternalError(`no sys.${name}: ${errorText()}`);
  }
  bootImports();
}

const id_isinstance = identifier("isinstance");
const id_len = identifier("len");
const id_append = identifier("append");
const id_getattribute = identifier("__getattribute__");

/** The built-ins that specialised calls recognise. */
function fillCallableCache(builtins: Borrowed): void {
  const names = ptr(builtins + PyModuleObject.md_dict);
  initializeCallableCache(
    PyDict_GetItemWithError(names, id_isinstance),
    PyDict_GetItemWithError(names, id_len),
    _PyType_Lookup(PyList_Type, id_append),
    _PyType_Lookup(PyBaseObject_Type, id_getattribute),
  );
}

/** What _bootstrap_external imports: without these only built-in modules can be imported. */
const FILE_MODULES = ["_io", "_warnings", "marshal", "posix"] as const;

/** The codec of the file system, then _signal: programs find both modules in sys.modules from the start. */
function bootSignals(): void {
  const codec = _PyCodec_Lookup("utf-8");
  const module = codec === 0 ? 0 : PyImport_ImportModule("_signal");
  if (module === 0) throw new InternalError(`the module _signal cannot be made: ${errorText()}`);
  decref(codec);
  decref(module);
}

/**
 * importlib from the library's source, and the standard streams. Without a library (unit tests) only built-in modules can
 * be imported, and the streams are None.
 */
function bootImports(): void {
  const status = bootImportlib();
  if (status < 0) throw new InternalError(`importlib cannot be made: ${errorText()}`);
  if (status > 0 || !FILE_MODULES.every((name) => declaredModules.has(name))) return;
  if (bootImportlibExternal() < 0) throw new InternalError(`importing from files cannot be made: ${errorText()}`);
  if (bootZipimport() < 0) throw new InternalError(`zipimport cannot be made: ${errorText()}`);
  bootSignals();
  if (initializeStreams() < 0) throw new InternalError(`the standard streams cannot be made: ${errorText()}`);
  if (initializeSite() < 0) throw new InternalError(`the module site cannot be made: ${errorText()}`);
  // CPython's start makes more objects than ours and fills the youngest generation once more: programs then begin with
  // about as many allocations to go until the first collection.
  collect(0, REASON_HEAP);
}
