// _warnings: files warnings by the filters of the library's module warnings, or by its own while that is not imported
// (CPython's _warnings.c). Its state is the interpreter's.

import { importedModules } from "../interpreter/imports.ts";
import { INTERPRETER } from "../memory/data.ts";
import { type Borrowed, i32, type Owned, ptr, setI32, setPtr } from "../memory/memory.ts";
import { _PyInterpreterFrame, PyCodeObject } from "../memory/structs/code.ts";
import { _warnings_runtime_state, PyInterpreterState } from "../memory/structs/runtime.ts";
import { PyObject_GetAttr, PyObject_IsTrue, PyObject_Str } from "../objects/abstract.ts";
import { PyObject_CallOneArg } from "../objects/call.ts";
import { PyObject_Call } from "../objects/call_object.ts";
import { convertInt } from "../objects/convert.ts";
import { currentPythonFrame } from "../objects/current_globals.ts";
import { declareModule } from "../objects/declare.ts";
import { PyDict_Clear, PyDict_GetItemWithError, PyDict_New, PyDict_SetItem } from "../objects/dict_core.ts";
import {
  isExceptionClass,
  PyErr_Clear,
  PyErr_NoMemory,
  PyErr_Occurred,
  PyErr_SetObject,
  raise,
  raiseInt,
  typeNameOf,
} from "../objects/errors.ts";
import { frameLine, visiblePrevious } from "../objects/frame_object.ts";
import { identifier } from "../objects/identifiers.ts";
import { PyImport_ImportModule } from "../objects/import_hook.ts";
import { PyObject_IsSubclass } from "../objects/isinstance.ts";
import { PyList_Append, PyList_New } from "../objects/list.ts";
import { PyList_GET_ITEM } from "../objects/list_core.ts";
import { compactValue, PyLong_FromNumber } from "../objects/long_core.ts";
import {
  decref,
  isDict,
  isInstanceOf,
  isList,
  isSubtype,
  isTuple,
  isUnicode,
  newRef,
  replaceSlot,
  sizeOf,
  typeOf,
  xdecref,
} from "../objects/object.ts";
import { PyTuple_GET_ITEM, PyTuple_Pack } from "../objects/tuple_core.ts";
import { typeQualname } from "../objects/type_names.ts";
import {
  Py_None,
  Py_True,
  PyExc_DeprecationWarning,
  PyExc_ImportWarning,
  PyExc_PendingDeprecationWarning,
  PyExc_ResourceWarning,
  PyExc_RuntimeError,
  PyExc_TypeError,
  PyExc_UserWarning,
  PyExc_ValueError,
  PyExc_Warning,
} from "../objects/types.ts";
import { _PyUnicode_EQ, PyUnicode_CheckExact, PyUnicode_FromString, textOf } from "../objects/unicode_core.ts";
import { setWarn } from "../objects/warn.ts";
import { sourceLine } from "./compile_source.ts";
import { writeQuietly } from "./last_resort.ts";
import { setStolen } from "./make_module.ts";
import { sysDict } from "./sysdict.ts";
import { askForSource } from "./warnings_source.ts";

const STATE = INTERPRETER + PyInterpreterState.warnings;
const FILTERS = STATE + _warnings_runtime_state.filters;
const ONCE_REGISTRY = STATE + _warnings_runtime_state.once_registry;
const DEFAULT_ACTION = STATE + _warnings_runtime_state.default_action;
const FILTERS_VERSION = STATE + _warnings_runtime_state.filters_version;

const id_warnings = identifier("warnings");
const id_filters = identifier("filters");
const id_defaultaction = identifier("defaultaction");
const id_onceregistry = identifier("onceregistry");
const id_version = identifier("version");
const id_match = identifier("match");
const id_name = identifier("__name__");
const id_warningregistry = identifier("__warningregistry__");
const id_showwarnmsg = identifier("_showwarnmsg");
const id_WarningMessage = identifier("WarningMessage");

/** An attribute of the library's module if it is imported: Owned; 0 without an error when it is not there. */
function warningsAttribute(name: Borrowed): Owned {
  const module = PyDict_GetItemWithError(importedModules(), id_warnings);
  if (module === 0 || module === Py_None) return 0;
  const value = PyObject_GetAttr(module, name);
  if (value === 0) PyErr_Clear();
  return value;
}

/** What the library's module has in the place of the interpreter's own state, which it then becomes. Owned. */
function stateOf(name: Borrowed, slot: number): Owned {
  const value = warningsAttribute(name);
  if (value !== 0) replaceSlot(slot, newRef(value));
  return value || newRef(ptr(slot));
}

// -- filters --------------------------------------------------------------------------------------------------------------

/** check_matched: None matches all, a str what is equal, a pattern what it matches. 1, 0, -1. */
function matches(pattern: Borrowed, text: Borrowed): number {
  if (pattern === Py_None) return 1;
  if (PyUnicode_CheckExact(pattern)) return _PyUnicode_EQ(pattern, text) ? 1 : 0;
  const method = PyObject_GetAttr(pattern, id_match);
  const result = method === 0 ? 0 : PyObject_CallOneArg(method, text);
  xdecref(method);
  if (result === 0) return -1;
  const truth = PyObject_IsTrue(result);
  decref(result);
  return truth;
}

/** The action of the first filter that fits, or the default: Owned str; 0 with an error set. */
function actionFor(category: Borrowed, text: Borrowed, lineno: number, module: Borrowed): Owned {
  const filters = stateOf(id_filters, FILTERS);
  if (!isList(filters)) {
    decref(filters);
    return raise(PyExc_ValueError, "_warnings.filters must be a list");
  }
  for (let i = 0; i < sizeOf(filters); i++) {
    const filter = PyList_GET_ITEM(filters, i);
    if (!isTuple(filter) || sizeOf(filter) !== 5) {
      decref(filters);
      return raise(PyExc_ValueError, `_warnings.filters item ${i} isn't a 5-tuple`);
    }
    const [action, message, wanted, place, line] = [0, 1, 2, 3, 4].map((at) => PyTuple_GET_ITEM(filter, at));
    newRef(filter);
    let fits = matches(message, text);
    if (fits > 0) fits = PyObject_IsSubclass(category, wanted);
    if (fits > 0) fits = matches(place, module);
    if (fits > 0) {
      const number = convertInt(line);
      fits = number === -1 && PyErr_Occurred() ? -1 : number === 0 || number === lineno ? 1 : 0;
    }
    const isNamed = isUnicode(action);
    if (fits > 0 && !isNamed) raise(PyExc_TypeError, `action must be a string, not '${typeNameOf(action)}'`);
    const answer = fits > 0 && isNamed ? newRef(action) : 0;
    decref(filter);
    if (fits !== 0) {
      decref(filters);
      return answer;
    }
  }
  decref(filters);
  const action = stateOf(id_defaultaction, DEFAULT_ACTION);
  if (isUnicode(action)) return action;
  raise(PyExc_TypeError, `_warnings.defaultaction must be a string, not '${typeNameOf(action)}'`);
  decref(action);
  return 0;
}

/** Whether a registry has the key; it forgets everything when the filters have changed. 1, 0, -1. */
function alreadyWarned(registry: Borrowed, key: Borrowed, shouldSet: boolean): number {
  const version = PyDict_GetItemWithError(registry, id_version);
  if (version === 0 && PyErr_Occurred()) return -1;
  if (version === 0 || compactValue(version) !== i32(FILTERS_VERSION)) {
    PyDict_Clear(registry);
    const number = PyLong_FromNumber(i32(FILTERS_VERSION));
    const status = PyDict_SetItem(registry, id_version, number);
    decref(number);
    if (status < 0) return -1;
  } else {
    const known = PyDict_GetItemWithError(registry, key);
    if (known === 0 && PyErr_Occurred()) return -1;
    const truth = known === 0 ? 0 : PyObject_IsTrue(known);
    if (truth !== 0) return truth;
  }
  return shouldSet ? PyDict_SetItem(registry, key, Py_True) : 0;
}

// -- showing --------------------------------------------------------------------------------------------------------------

function show(
  category: Borrowed,
  text: Borrowed,
  message: Borrowed,
  filename: Borrowed,
  lineno: number,
  source: Borrowed,
): number {
  // What the warning is about can be told by the library's module only.
  if (source !== 0) xdecref(PyImport_ImportModule("warnings"));
  PyErr_Clear();
  const showMessage = warningsAttribute(id_showwarnmsg);
  if (showMessage === 0) {
    const name = textOf(filename);
    writeQuietly(`${name}:${lineno}: ${typeQualname(category)}: ${textOf(text)}\n`);
    const line = sourceLine(name, lineno)?.trim();
    if (line) writeQuietly(`  ${line}\n`);
    return 0;
  }
  const make = warningsAttribute(id_WarningMessage);
  const line = PyLong_FromNumber(lineno);
  const args = PyTuple_Pack(message, category, filename, line, Py_None, Py_None, source === 0 ? Py_None : source);
  decref(line);
  const shown =
    make === 0 ? raise(PyExc_RuntimeError, "unable to get warnings.WarningMessage") : PyObject_Call(make, args, 0);
  xdecref(args);
  xdecref(make);
  const result = shown === 0 ? 0 : PyObject_CallOneArg(showMessage, shown);
  xdecref(shown);
  decref(showMessage);
  if (result === 0) return -1;
  decref(result);
  return 0;
}

// -- filing ---------------------------------------------------------------------------------------------------------------

/** Owned dict; 0 with an error set. */
function onceRegistry(): Owned {
  const registry = stateOf(id_onceregistry, ONCE_REGISTRY);
  if (isDict(registry)) return registry;
  raise(PyExc_TypeError, `_warnings.onceregistry must be a dict, not '${typeNameOf(registry)}'`);
  decref(registry);
  return 0;
}

/** What follows from the action: 0 when all is done, or -1 with an error set. */
function act(
  action: Borrowed,
  category: Borrowed,
  text: Borrowed,
  message: Borrowed,
  filename: Borrowed,
  lineno: number,
  registry: Borrowed,
  key: Borrowed,
  source: Borrowed,
): number {
  const name = isUnicode(action) ? textOf(action) : "";
  if (name === "error") {
    PyErr_SetObject(category, message);
    return -1;
  }
  if (name === "ignore") return 0;
  if (name !== "always") {
    if (registry !== 0 && PyDict_SetItem(registry, key, Py_True) < 0) return -1;
    let already = 0;
    if (name === "once" || name === "module") {
      const own = name === "once" ? onceRegistry() : registry === 0 ? 0 : newRef(registry);
      if (own === 0 && name === "once") return -1;
      if (own !== 0) {
        const pair = PyTuple_Pack(text, category);
        already = pair === 0 ? -1 : alreadyWarned(own, pair, true);
        xdecref(pair);
        decref(own);
      }
    } else if (name !== "default") {
      return raiseInt(PyExc_RuntimeError, `Unrecognized action ('${name}') in warnings.filters`);
    }
    if (already !== 0) return already < 0 ? -1 : 0;
  }
  return show(category, text, message, filename, lineno, source);
}

/** warn_explicit: message is a str or a Warning; module, registry and source may be 0. 0, or -1 with an error set. */
function warnExplicit(
  category: Borrowed,
  given: Borrowed,
  filename: Borrowed,
  lineno: number,
  module: Borrowed,
  registry: Borrowed,
  source: Borrowed,
): number {
  const isObject = isInstanceOf(given, PyExc_Warning);
  if (isObject) category = typeOf(given);
  const text = isObject ? PyObject_Str(given) : newRef(given);
  if (text === 0) return -1;
  const message = isObject ? newRef(given) : PyObject_CallOneArg(category, given);
  const line = PyLong_FromNumber(lineno);
  const key = message === 0 ? 0 : PyTuple_Pack(text, category, line);
  const place = module === 0 ? moduleOf(filename) : newRef(module);
  let status = key === 0 || place === 0 ? -1 : 0;
  if (status === 0) {
    const already = registry === 0 ? 0 : alreadyWarned(registry, key, false);
    if (already < 0) status = -1;
    else if (already === 0) {
      const action = actionFor(category, text, lineno, place);
      status = action === 0 ? -1 : act(action, category, text, message, filename, lineno, registry, key, source);
      xdecref(action);
    }
  }
  for (const o of [text, message, line, key, place]) xdecref(o);
  return status;
}

/** normalize_module: a file's name without ".py". */
function moduleOf(filename: Borrowed): Owned {
  const name = textOf(filename);
  if (name === "") return PyUnicode_FromString("<unknown>");
  return PyUnicode_FromString(name.endsWith(".py") ? name.slice(0, -3) : name);
}

function fileOf(frame: number): Borrowed {
  return ptr(ptr(frame + _PyInterpreterFrame.f_executable) + PyCodeObject.co_filename);
}

/** Frames of the import system are passed over, so that a warning names who imports. */
function isInternal(frame: number): boolean {
  const name = textOf(fileOf(frame));
  return name.includes("importlib") && name.includes("_bootstrap");
}

/** The frame that a stack level names; 0 beyond the outermost. */
function frameOfLevel(level: number, prefixes: readonly string[]): number {
  let frame = currentPythonFrame();
  const isSkipped = (at: number): boolean => {
    const name = textOf(fileOf(at));
    return isInternal(at) || prefixes.some((prefix) => name.startsWith(prefix));
  };
  if (level <= 0 || (frame !== 0 && isInternal(frame))) {
    while (--level > 0 && frame !== 0) frame = visiblePrevious(frame);
    return frame;
  }
  while (--level > 0 && frame !== 0) {
    do frame = visiblePrevious(frame);
    while (frame !== 0 && isSkipped(frame));
  }
  return frame;
}

/** do_warn: files a warning at the place of a caller. */
function doWarn(
  given: Borrowed,
  category: Borrowed,
  level: number,
  source: Borrowed,
  prefixes: readonly string[],
): number {
  const frame = frameOfLevel(level, prefixes);
  const globals = frame === 0 ? sysDict() : ptr(frame + _PyInterpreterFrame.f_globals);
  const filename = frame === 0 ? PyUnicode_FromString("<sys>") : newRef(fileOf(frame));
  const lineno = frame === 0 ? 0 : frameLine(frame);
  let registry = PyDict_GetItemWithError(globals, id_warningregistry);
  if (registry === 0) {
    registry = PyDict_New();
    if (registry === 0 || PyDict_SetItem(globals, id_warningregistry, registry) < 0) return -1;
    decref(registry);
  }
  const name = PyDict_GetItemWithError(globals, id_name);
  const module = name !== 0 && (isUnicode(name) || name === Py_None) ? newRef(name) : PyUnicode_FromString("<string>");
  const status = warnExplicit(category, given, filename, lineno, module, isDict(registry) ? registry : 0, source);
  decref(module);
  decref(filename);
  return status;
}

/** The category of a call of warn: borrowed, 0 with an error set. */
function categoryOf(message: Borrowed, category: Borrowed): Borrowed {
  if (isInstanceOf(message, PyExc_Warning)) return typeOf(message);
  if (category === 0 || category === Py_None) return PyExc_UserWarning;
  if (isExceptionClass(category) && isSubtype(category, PyExc_Warning)) return category;
  return raise(PyExc_TypeError, `category must be a Warning subclass, not '${typeNameOf(category)}'`);
}

function warnings_warn(
  _module: Borrowed,
  message: Borrowed,
  given: Borrowed,
  level: number,
  source: Borrowed,
  prefixes: Borrowed,
): Owned {
  const category = categoryOf(message, given);
  if (category === 0) return 0;
  const skipped: string[] = [];
  if (prefixes !== 0) {
    if (!isTuple(prefixes)) {
      const message = "warn() argument 'skip_file_prefixes' must be tuple, not";
      return raise(PyExc_TypeError, `${message} ${typeNameOf(prefixes)}`);
    }
    for (let i = 0; i < sizeOf(prefixes); i++) {
      const prefix = PyTuple_GET_ITEM(prefixes, i);
      if (!isUnicode(prefix)) {
        return raise(PyExc_TypeError, `Found non-str '${typeNameOf(prefix)}' in skip_file_prefixes.`);
      }
      skipped.push(textOf(prefix));
    }
    if (skipped.length > 0 && level < 2) level = 2;
  }
  return doWarn(message, category, level, source === Py_None ? 0 : source, skipped) < 0 ? 0 : Py_None;
}

function warnings_warn_explicit(
  _module: Borrowed,
  message: Borrowed,
  given: Borrowed,
  filename: Borrowed,
  lineno: number,
  module: Borrowed,
  registry: Borrowed,
  globals: Borrowed,
  source: Borrowed,
): Owned {
  const category = given === 0 ? PyExc_UserWarning : given;
  if (globals !== 0 && globals !== Py_None && askForSource(globals, lineno) < 0) return 0;
  if (registry !== 0 && registry !== Py_None && !isDict(registry)) {
    return raise(PyExc_TypeError, "'registry' must be a dict or None");
  }
  const status = warnExplicit(
    category,
    message,
    filename,
    lineno,
    module === Py_None ? 0 : module,
    registry === Py_None ? 0 : registry,
    source === Py_None ? 0 : source,
  );
  return status < 0 ? 0 : Py_None;
}

setWarn(
  (category, message, level, source) => {
    const text = PyUnicode_FromString(message);
    const status = text === 0 ? -1 : doWarn(text, category, level, source, []);
    xdecref(text);
    return status;
  },
  (category, message, filename, lineno) => {
    if (ptr(FILTERS) === 0) return 0;
    const text = PyUnicode_FromString(message);
    const status = text === 0 ? -1 : warnExplicit(category, text, filename, lineno, 0, 0, 0);
    xdecref(text);
    return status;
  },
);

const MAIN = identifier("__main__");
const DEFAULT_FILTERS: readonly [action: Borrowed, category: Borrowed, module: Borrowed][] = [
  [identifier("default"), PyExc_DeprecationWarning, MAIN],
  [identifier("ignore"), PyExc_DeprecationWarning, Py_None],
  [identifier("ignore"), PyExc_PendingDeprecationWarning, Py_None],
  [identifier("ignore"), PyExc_ImportWarning, Py_None],
  [identifier("ignore"), PyExc_ResourceWarning, Py_None],
];
const id_default = identifier("default");

function filtersMutated(): Owned {
  setI32(FILTERS_VERSION, i32(FILTERS_VERSION) + 1);
  return Py_None;
}

/** The interpreter's own filters: made once. 0, or -1 with an error set. */
export function initializeWarnings(): number {
  if (ptr(FILTERS) !== 0) return 0;
  const filters = PyList_New(0);
  const once = PyDict_New();
  if (filters === 0 || once === 0) return -1;
  const anyLine = PyLong_FromNumber(0);
  for (const [action, category, module] of DEFAULT_FILTERS) {
    const filter = PyTuple_Pack(action, Py_None, category, module, anyLine);
    if (filter === 0 || PyList_Append(filters, filter) < 0) {
      PyErr_NoMemory();
      return -1;
    }
    decref(filter);
  }
  setPtr(FILTERS, filters);
  setPtr(ONCE_REGISTRY, once);
  setPtr(DEFAULT_ACTION, id_default);
  setI32(FILTERS_VERSION, 0);
  return 0;
}

declareModule({
  name: "_warnings",
  functions: [
    ["warn", "(message, category=None, stacklevel: ssize = 1, source=None, *, skip_file_prefixes=())", warnings_warn],
    [
      "warn_explicit",
      "(message, category, filename: str, lineno: int, module=None, registry=None, module_globals=None, source=None)",
      warnings_warn_explicit,
    ],
    ["_filters_mutated", "()", filtersMutated],
  ],
  exec: (_module, dict) => {
    if (initializeWarnings() < 0) return -1;
    const rows: readonly [string, Borrowed][] = [
      ["filters", ptr(FILTERS)],
      ["_onceregistry", ptr(ONCE_REGISTRY)],
      ["_defaultaction", ptr(DEFAULT_ACTION)],
    ];
    for (const [name, value] of rows) if (setStolen(dict, name, newRef(value)) < 0) return -1;
    return 0;
  },
});
