// Importing: what __import__ does before and after importlib (CPython's import.c). Modules that are in sys.modules are
// found here; the rest is importlib's _find_and_load, Python code that runs above this frame.

import { importedModules } from "../interpreter/imports.ts";
import { INTERPRETER, THREAD } from "../memory/data.ts";
import { type Address, type Borrowed, type Owned, ptr, setPtr } from "../memory/memory.ts";
import { _PyInterpreterFrame, PyCodeObject, PyFrameObject, PyTracebackObject } from "../memory/structs/code.ts";
import { PyBaseExceptionObject } from "../memory/structs/exceptions.ts";
import { _import_state, PyInterpreterState, PyThreadState } from "../memory/structs/runtime.ts";
import { text } from "../memory/text.ts";
import {
  Py_EQ,
  PyObject_GetAttr,
  PyObject_GetOptionalAttr,
  PyObject_IsTrue,
  PyObject_RichCompareBool,
} from "../objects/abstract.ts";
import { pushCallThreeArgs, pushCallTwoArgs } from "../objects/call.ts";
import { declaredModules } from "../objects/declare.ts";
import { PyDict_Contains, PyDict_GetItemRef, PyDict_GetItemWithError } from "../objects/dict_core.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise } from "../objects/errors.ts";
import {
  currentFrame,
  finishNative,
  nativeLocal,
  PUSHED,
  setNativeLocal,
  setStep,
  settle,
  takeNativeLocal,
} from "../objects/frames.ts";
import { identifier } from "../objects/identifiers.ts";
import { setImportModule } from "../objects/import_hook.ts";
import { nativeWord, pushNativeWithWords, setNativeWord } from "../objects/native_scratch.ts";
import { decref, isDict, isSubtype, isUnicode, newRef, replaceSlot, typeOf, xnewRef } from "../objects/object.ts";
import {
  Py_None,
  PyExc_DeprecationWarning,
  PyExc_ImportError,
  PyExc_ImportWarning,
  PyExc_KeyError,
  PyExc_ModuleNotFoundError,
  PyExc_TypeError,
  PyExc_ValueError,
} from "../objects/types.ts";
import { PyUnicode_FromString, textOf, textUpTo } from "../objects/unicode_core.ts";
import { PyErr_WarnEx } from "../objects/warn.ts";
import { raiseImportError } from "./import_error.ts";
import { pushTimedImport, timesImports } from "./import_time.ts";
import { makeBuiltinModule } from "./make_module.ts";
import { attribute } from "./names.ts";

const IMPORTS = INTERPRETER + PyInterpreterState.imports;

const id_find_and_load = identifier("_find_and_load");
const id_handle_fromlist = identifier("_handle_fromlist");
const id_import = identifier("__import__");
const id_package = identifier("__package__");
const id_spec = identifier("__spec__");
const id_name = identifier("__name__");
const id_path = identifier("__path__");
const id_parent = identifier("parent");

/** The module importlib._bootstrap, borrowed; 0 until it is there. */
export function importlib(): Borrowed {
  return ptr(IMPORTS + _import_state.importlib);
}

/** Makes a module the interpreter's importlib, and builtins' __import__ its import function. Both borrowed. */
export function setImportlib(module: Borrowed, importFunction: Borrowed): void {
  setPtr(IMPORTS + _import_state.importlib, newRef(module));
  setPtr(IMPORTS + _import_state.import_func, newRef(importFunction));
}

function importFunction(): Owned {
  const builtins = ptr(INTERPRETER + PyInterpreterState.builtins);
  const f = builtins === 0 ? 0 : PyDict_GetItemWithError(builtins, id_import);
  return f === 0 ? raise(PyExc_ImportError, "__import__ not found") : newRef(f);
}

/** ModuleNotFoundError with its name. Answers 0. */
export function raiseModuleNotFound(name: Borrowed): 0 {
  return raiseImportError(PyExc_ModuleNotFoundError, `No module named '${textOf(name)}'`, name);
}

// -- relative names -----------------------------------------------------------------------------------------------------

/** The package that relative imports of these globals start from; null with an error set. */
function packageOf(globals: Borrowed): string | null {
  const package_ = PyDict_GetItemWithError(globals, id_package);
  const spec = PyDict_GetItemWithError(globals, id_spec);
  if (package_ !== 0 && package_ !== Py_None) {
    if (isUnicode(package_)) return agrees(package_, spec) ? textOf(package_) : null;
    raise(PyExc_TypeError, "package must be a string");
    return null;
  }
  if (spec !== 0 && spec !== Py_None) {
    const parent = PyObject_GetAttr(spec, id_parent);
    if (parent === 0) return null;
    const name = isUnicode(parent) ? textOf(parent) : null;
    if (name === null) raise(PyExc_TypeError, "__spec__.parent must be a string");
    decref(parent);
    return name;
  }
  const fallback = "can't resolve package from __spec__ or __package__, falling back on __name__ and __path__";
  if (PyErr_WarnEx(PyExc_ImportWarning, fallback, 1) < 0) return null;
  const own = PyDict_GetItemWithError(globals, id_name);
  if (own === 0) {
    raise(PyExc_KeyError, "'__name__' not in globals");
    return null;
  }
  if (!isUnicode(own)) {
    raise(PyExc_TypeError, "__name__ must be a string");
    return null;
  }
  const name = textOf(own);
  if (PyDict_Contains(globals, id_path) > 0) return name;
  const dot = name.lastIndexOf(".");
  return dot < 0 ? "" : name.slice(0, dot);
}

/** Warns where __package__ is not what __spec__ says. False with an error set. */
function agrees(package_: Borrowed, spec: Borrowed): boolean {
  if (spec === 0 || spec === Py_None) return true;
  const parent = PyObject_GetAttr(spec, id_parent);
  if (parent === 0) return false;
  const isEqual = PyObject_RichCompareBool(package_, parent, Py_EQ);
  decref(parent);
  if (isEqual !== 0) return isEqual > 0;
  return PyErr_WarnEx(PyExc_DeprecationWarning, "__package__ != __spec__.parent", 1) >= 0;
}

/** The absolute name of a relative one. Owned str; 0 with an error set. */
function resolveName(name: Borrowed, globals: Borrowed, level: number): Owned {
  if (globals === 0 || !isDict(globals)) {
    return globals === 0 || globals === Py_None
      ? raise(PyExc_KeyError, "'__name__' not in globals")
      : raise(PyExc_TypeError, "globals must be a dict");
  }
  let base = packageOf(globals);
  if (base === null) return 0;
  if (base === "") return raise(PyExc_ImportError, "attempted relative import with no known parent package");
  for (let i = 1; i < level; i++) {
    const dot = base.lastIndexOf(".");
    if (dot < 0) return raise(PyExc_ImportError, "attempted relative import beyond top-level package");
    base = base.slice(0, dot);
  }
  const rest = textOf(name);
  return PyUnicode_FromString(rest === "" ? base : `${base}.${rest}`) || PyErr_NoMemory();
}

// -- the import itself --------------------------------------------------------------------------------------------------

const NAME = 0;
const ABSOLUTE_NAME = 1;
/** Null without names to import from. */
const FROM_LIST = 2;
const LOCALS = 3;
const LEVEL = 0;

/** PyImport_ImportModuleLevelObject: what an import statement gets. globals and fromList may be 0. May answer PUSHED. */
export function pushImportModuleLevel(name: Borrowed, globals: Borrowed, fromList: Borrowed, level: number): Owned {
  if (!isUnicode(name)) return raise(PyExc_TypeError, "module name must be a string");
  if (level < 0) return raise(PyExc_ValueError, "level must be >= 0");
  if (level === 0 && textUpTo(name, 1) === "") return raise(PyExc_ValueError, "Empty module name");
  let hasFrom = 0;
  if (fromList !== 0 && fromList !== Py_None) {
    hasFrom = PyObject_IsTrue(fromList);
    if (hasFrom < 0) return 0;
  }
  const absolute = level > 0 ? resolveName(name, globals, level) : newRef(name);
  if (absolute === 0) return 0;
  const frame = pushNativeWithWords(AFTER_LOAD, LOCALS, 1);
  if (frame === 0) {
    decref(absolute);
    return PyErr_NoMemory();
  }
  setNativeLocal(frame, NAME, newRef(name));
  setNativeLocal(frame, ABSOLUTE_NAME, absolute);
  if (hasFrom > 0) setNativeLocal(frame, FROM_LIST, newRef(fromList));
  setNativeWord(frame, LEVEL, level);
  const module = pushLoad(absolute);
  return module === PUSHED ? PUSHED : afterLoad(frame, module);
}

/** The module of an absolute name: from sys.modules, or found and loaded. */
function pushLoad(name: Borrowed): Owned {
  const known = PyDict_GetItemRef(importedModules(), name);
  if (known !== 0 && known !== Py_None) return known;
  if (known === 0 && PyErr_Occurred() !== 0) return 0;
  if (importlib() === 0) {
    const shown = textOf(name);
    return declaredModules.has(shown) ? makeBuiltinModule(shown) : raiseModuleNotFound(name);
  }
  return timesImports() ? pushTimedImport(name, () => pushFindAndLoad(name)) : pushFindAndLoad(name);
}

function pushFindAndLoad(name: Borrowed): Owned {
  const find = PyObject_GetAttr(importlib(), id_find_and_load);
  const importer = find === 0 ? 0 : importFunction();
  const module = importer === 0 ? 0 : pushCallTwoArgs(find, name, importer);
  if (find !== 0) decref(find);
  if (importer !== 0) decref(importer);
  return module;
}

/**
 * remove_importlib_frames: takes importlib's own entries out of the pending error's traceback; of an error that is no
 * ImportError only those that lead to code of others.
 */
function removeImportlibFrames(): void {
  const exception = ptr(THREAD + PyThreadState.current_exception);
  if (exception === 0) return;
  const isImportError = isSubtype(typeOf(exception), PyExc_ImportError);
  let link = exception + PyBaseExceptionObject.traceback;
  let outer = 0;
  let isInside = false;
  for (let entry = ptr(link); entry !== 0; ) {
    const next = ptr(entry + PyTracebackObject.tb_next);
    const interpreterFrame = ptr(ptr(entry + PyTracebackObject.tb_frame) + PyFrameObject.f_frame);
    const code = ptr(interpreterFrame + _PyInterpreterFrame.f_executable);
    const wasInside = isInside;
    isInside = OWN_FILES.has(textOf(ptr(code + PyCodeObject.co_filename)));
    if (isInside && !wasInside) outer = link;
    if (isInside && (isImportError || textOf(ptr(code + PyCodeObject.co_name)) === "_call_with_frames_removed")) {
      replaceSlot(outer, xnewRef(next));
      link = outer;
    } else link = entry + PyTracebackObject.tb_next;
    entry = next;
  }
}
const OWN_FILES = new Set(["<frozen importlib._bootstrap>", "<frozen importlib._bootstrap_external>"]);

const id_linecache = identifier("linecache");
let onLinecache: () => void = () => {};
/** The machine teaches linecache the lines of a program that is in no file, where somebody imports it. */
export function setOnLinecache(teach: () => void): void {
  onLinecache = teach;
}

function afterLoad(frame: Address, module: Owned): Owned {
  if (module === 0) {
    removeImportlibFrames();
    return finishNative(frame, 0);
  }
  if (nativeLocal(frame, ABSOLUTE_NAME) === id_linecache) onLinecache();
  if (nativeLocal(frame, FROM_LIST) !== 0) return handleFromList(frame, module);
  const name = textOf(nativeLocal(frame, NAME));
  const level = nativeWord(frame, LEVEL);
  const dot = name.indexOf(".");
  if (dot < 0 || (level > 0 && name === "")) return finishNative(frame, module);
  decref(module);
  // `import a.b` binds a.
  const absolute = textOf(nativeLocal(frame, ABSOLUTE_NAME));
  const front = level === 0 ? name.slice(0, dot) : absolute.slice(0, absolute.length - (name.length - dot));
  const frontName = PyUnicode_FromString(front);
  if (frontName === 0) return finishNative(frame, PyErr_NoMemory());
  let top: Owned;
  if (level === 0) {
    setStep(frame, AFTER_LAST);
    top = pushLoad(frontName);
  } else {
    top = PyDict_GetItemRef(importedModules(), frontName);
    if (top === 0 && PyErr_Occurred() === 0) raise(PyExc_KeyError, `'${front}' not in sys.modules as expected`);
  }
  decref(frontName);
  return top === PUSHED ? PUSHED : afterLast(frame, top);
}
const AFTER_LOAD = text("import.loaded", afterLoad);
const AFTER_LAST = text("import.last", afterLast);

function afterLast(frame: Address, result: Owned): Owned {
  if (result === 0) removeImportlibFrames();
  return finishNative(frame, result);
}

/** from package import a, b: submodules that are no attributes yet are imported. Takes the module. */
function handleFromList(frame: Address, module: Owned): Owned {
  const path = PyObject_GetOptionalAttr(module, id_path);
  if (path === 0) {
    if (PyErr_Occurred() === 0) return finishNative(frame, module);
    decref(module);
    return finishNative(frame, 0);
  }
  decref(path);
  const handle = importlib() === 0 ? 0 : PyObject_GetAttr(importlib(), id_handle_fromlist);
  const importer = handle === 0 ? 0 : importFunction();
  setStep(frame, AFTER_LAST);
  const fromList = takeNativeLocal(frame, FROM_LIST);
  const result = importer === 0 ? 0 : pushCallThreeArgs(handle, module, fromList, importer);
  decref(fromList);
  decref(module);
  if (handle !== 0) decref(handle);
  if (importer !== 0) decref(importer);
  return result === PUSHED ? PUSHED : afterLast(frame, result);
}

/** PyImport_ImportModule, settled: the module that a dotted name ends in. */
export function importModule(name: string): Owned {
  const key = PyUnicode_FromString(name);
  if (key === 0) return PyErr_NoMemory();
  const base = currentFrame();
  const module = settle(base, pushLoad(key));
  if (module === 0) removeImportlibFrames();
  decref(key);
  return module;
}
setImportModule(importModule);

/** PyImport_GetModuleAttrString, settled. */
export function importAttribute(module: string, name: string): Owned {
  const m = importModule(module);
  if (m === 0) return 0;
  const value = attribute(m, name);
  decref(m);
  return value;
}
