// The module sys. Its dict is the interpreter's sysdict; standard streams, argv and path are the machine's to set.

import { PyDict_Copy } from "../objects/dict_merge.ts";
import { PyErr_WarnEx } from "../objects/warn.ts";
import "../objects/namespace.ts";
import { LIBRARY, PREFIX } from "../host/library.ts";
import { importedModules } from "../interpreter/imports.ts";
import "../interpreter/monitoring/jump.ts";
import { INTERPRETER, THREAD } from "../memory/data.ts";
import { type Address, type Borrowed, i32, type Owned, ptr, setI32, setPtr } from "../memory/memory.ts";
import { _PyInterpreterFrame, PyFunctionObject } from "../memory/structs/code.ts";
import { PyConfig } from "../memory/structs/config.ts";
import { PyBaseExceptionObject } from "../memory/structs/exceptions.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { PyInterpreterState, PyThreadState } from "../memory/structs/runtime.ts";
import { textFunction } from "../memory/text.ts";
import { pushVectorcall } from "../objects/call.ts";
import { PyObject_Call } from "../objects/call_object.ts";
import { configured } from "../objects/config.ts";
import { currentPythonFrame } from "../objects/current_globals.ts";
import { declaredModules, declareModule } from "../objects/declare.ts";
import { PyDict_New, PyDict_SetItem } from "../objects/dict_core.ts";
import {
  handledException,
  PyErr_Clear,
  PyErr_ExceptionMatches,
  PyErr_NoMemory,
  PyErr_Occurred,
  PyErr_SetObject,
  raise,
  typeNameOf,
} from "../objects/errors.ts";
import { frameObject, visiblePrevious } from "../objects/frame_object.ts";
import { currentFrame, settle } from "../objects/frames.ts";
import { identifier } from "../objects/identifiers.ts";
import { PyList_Append, PyList_New } from "../objects/list.ts";
import { PyLong_AsSsize_t } from "../objects/long_convert.ts";
import { bool, longToNumber, PyLong_FromNumber } from "../objects/long_core.ts";
import {
  DEFAULT_MAX_STR_DIGITS,
  MAX_STR_DIGITS_THRESHOLD,
  maxStringDigits,
  PyLong_FromString,
  setMaxStringDigits,
} from "../objects/long_text.ts";
import {
  decref,
  newRef,
  Py_TPFLAGS_HAVE_GC,
  Py_TPFLAGS_PREHEADER,
  refcount,
  replaceSlot,
  typeFlags,
  typeOf,
  xdecref,
} from "../objects/object.ts";
import { newSet, PySet_Add } from "../objects/set_core.ts";
import { pushSpecialOr } from "../objects/special.ts";
import { addStructSequenceNames, declareBuiltinStructSequence, newStructSequence } from "../objects/structseq.ts";
import { emptyTuple, PyTuple_New, PyTuple_Pack, PyTuple_SET_ITEM } from "../objects/tuple_core.ts";
import {
  _PyNamespace_Type,
  Py_None,
  PyExc_AttributeError,
  PyExc_ImportError,
  PyExc_RecursionError,
  PyExc_RuntimeWarning,
  PyExc_SystemExit,
  PyExc_TypeError,
  PyExc_ValueError,
  PyFrozenSet_Type,
} from "../objects/types.ts";
import { PyUnicode_CHECK_INTERNED, PyUnicode_CheckExact, PyUnicode_FromString } from "../objects/unicode_core.ts";
import { PyUnicode_InternInPlace } from "../objects/unicode_intern.ts";
import { importAttribute } from "./import.ts";
import { setStolen } from "./make_module.ts";
import { makeMonitoring } from "./monitoring.ts";
import { dictItem } from "./names.ts";
import { environmentText } from "./posix_environment.ts";
import { STDLIB_MODULE_NAMES } from "./stdlib_names.ts";
import { AUDIT_FUNCTIONS, audit } from "./sys_audit.ts";
import { sys_displayhook } from "./sys_displayhook.ts";
import { initializeSettings, SETTING_FUNCTIONS } from "./sys_settings.ts";
import { flags, floatInfo, hashInfo, intInfo, threadInfo, versionInfo } from "./sys_structs.ts";
import { initializeTracebackPrint, printException, unraisableHook } from "./traceback_print.ts";
import { CACHE_TAG, VERSION_HEX, VERSION_TEXT } from "./version.ts";

const id_sizeof = identifier("__sizeof__");
const id_getframe = identifier("sys._getframe");
const GC_HEAD_BYTES = 16;
const PREHEADER_BYTES = 16;
const NO_METHOD = -1;

// -- objects --------------------------------------------------------------------------------------------------------------

/** Bytes in front of an object: the collector's head, the managed dict and weak list. */
function bytesBefore(o: Borrowed): number {
  const type = typeOf(o);
  const isGc = ptr(type + PyTypeObject.tp_is_gc);
  const collected = typeFlags(type) & Py_TPFLAGS_HAVE_GC && (isGc === 0 || textFunction(isGc)(o) !== 0);
  return (collected ? GC_HEAD_BYTES : 0) + (typeFlags(type) & Py_TPFLAGS_PREHEADER ? PREHEADER_BYTES : 0);
}

function sys_getsizeof(_module: Borrowed, o: Borrowed, missing: Borrowed): Owned {
  const base = currentFrame();
  const result = settle(base, pushSpecialOr(NO_METHOD, o, id_sizeof));
  let bytes = 0;
  if (result === NO_METHOD) raise(PyExc_TypeError, `Type ${typeNameOf(o)} doesn't define __sizeof__`);
  else if (result !== 0) {
    PyLong_AsSsize_t(result);
    if (PyErr_Occurred() === 0) bytes = longToNumber(result);
    decref(result);
  }
  if (PyErr_Occurred() !== 0) {
    if (missing === 0 || !PyErr_ExceptionMatches(PyExc_TypeError)) return 0;
    PyErr_Clear();
    return newRef(missing);
  }
  if (bytes < 0) return raise(PyExc_ValueError, "__sizeof__() should return >= 0");
  return PyLong_FromNumber(bytes + bytesBefore(o)) || PyErr_NoMemory();
}

function sys_intern(_module: Borrowed, string: Borrowed): Owned {
  if (!PyUnicode_CheckExact(string)) return raise(PyExc_TypeError, `can't intern ${typeNameOf(string)}`);
  return PyUnicode_InternInPlace(newRef(string));
}

// -- exceptions and frames ------------------------------------------------------------------------------------------------

function sys_exc_info(): Owned {
  const exception = handledException();
  if (exception === 0) return PyTuple_Pack(Py_None, Py_None, Py_None) || PyErr_NoMemory();
  const traceback = ptr(exception + PyBaseExceptionObject.traceback);
  return PyTuple_Pack(typeOf(exception), exception, traceback === 0 ? Py_None : traceback) || PyErr_NoMemory();
}

/** The Python frame `depth` callers up, as programs see it; 0 without an error when there is none. */
export function frameAt(depth: number): Address {
  let frame = currentPythonFrame();
  while (frame !== 0 && depth-- > 0) frame = visiblePrevious(frame);
  return frame;
}

function sys_getframe(_module: Borrowed, depth: number): Owned {
  const frame = frameAt(depth);
  if (frame === 0) return raise(PyExc_ValueError, "call stack is not deep enough");
  const o = frameObject(frame);
  if (o === 0) return 0;
  const args = PyTuple_Pack(o);
  const status = args === 0 ? -1 : audit(id_getframe, args);
  xdecref(args);
  return status < 0 ? 0 : newRef(o);
}

function sys_getframemodulename(_module: Borrowed, depth: number): Owned {
  const frame = frameAt(depth);
  const func = frame === 0 ? 0 : ptr(frame + _PyInterpreterFrame.f_funcobj);
  const name = func === 0 ? 0 : ptr(func + PyFunctionObject.func_module);
  return newRef(name === 0 ? Py_None : name);
}

function sys_current_frames(): Owned {
  const dict = PyDict_New();
  const frame = frameAt(0);
  const o = dict === 0 || frame === 0 ? 0 : frameObject(frame);
  const key = PyLong_FromNumber(1);
  if (o !== 0) PyDict_SetItem(dict, key, o);
  decref(key);
  return dict;
}

function sys_exit(_module: Borrowed, status: Borrowed): Owned {
  return PyErr_SetObject(PyExc_SystemExit, status);
}

// -- hooks ----------------------------------------------------------------------------------------------------------------

function sys_excepthook(_module: Borrowed, _type: Borrowed, value: Borrowed, traceback: Borrowed): Owned {
  printException(value, traceback);
  return Py_None;
}

/** What PYTHONBREAKPOINT says when breakpoint() is called: a function's dotted name, "0" for none, or nothing for pdb. */
function sys_breakpointhook(_module: Borrowed, args: Address, nargs: number, kwnames: Borrowed): Owned {
  const asked = configured(PyConfig.use_environment) !== 0 ? environmentText("PYTHONBREAKPOINT") : "";
  if (asked === "0") return Py_None;
  const name = asked === "" ? "pdb.set_trace" : asked;
  const dot = name.lastIndexOf(".");
  const hook = dot === 0 ? 0 : importAttribute(dot < 0 ? "builtins" : name.slice(0, dot), name.slice(dot + 1));
  if (hook === 0) {
    const isMissing = PyErr_ExceptionMatches(PyExc_ImportError) || PyErr_ExceptionMatches(PyExc_AttributeError);
    if (dot !== 0 && !isMissing) return 0;
    PyErr_Clear();
    const message = `Ignoring unimportable $PYTHONBREAKPOINT: "${name}"`;
    return PyErr_WarnEx(PyExc_RuntimeWarning, message, 0) < 0 ? 0 : Py_None;
  }
  const result = pushVectorcall(hook, args, nargs, kwnames);
  decref(hook);
  return result;
}

// -- limits ---------------------------------------------------------------------------------------------------------------

const LIMIT = THREAD + PyThreadState.py_recursion_limit;
const REMAINING = THREAD + PyThreadState.py_recursion_remaining;

function sys_setrecursionlimit(_module: Borrowed, limit: number): Owned {
  if (limit < 1) return raise(PyExc_ValueError, "recursion limit must be greater or equal than 1");
  const depth = i32(LIMIT) - i32(REMAINING);
  if (depth >= limit) {
    return raise(
      PyExc_RecursionError,
      `cannot set the recursion limit to ${limit} at the recursion depth ${depth}: the limit is too low`,
    );
  }
  setI32(LIMIT, limit);
  setI32(REMAINING, limit - depth);
  return Py_None;
}

function sys_set_int_max_str_digits(_module: Borrowed, digits: number): Owned {
  if (digits !== 0 && digits < MAX_STR_DIGITS_THRESHOLD) {
    return raise(PyExc_ValueError, `maxdigits must be 0 or larger than ${MAX_STR_DIGITS_THRESHOLD}`);
  }
  setMaxStringDigits(digits);
  return Py_None;
}

// -- coroutines -----------------------------------------------------------------------------------------------------------

const asyncgenHooks = declareBuiltinStructSequence({
  name: "asyncgen_hooks",
  fields: ["firstiter", "finalizer"],
});
const FIRST_ITER = THREAD + PyThreadState.async_gen_firstiter;
const FINALIZER = THREAD + PyThreadState.async_gen_finalizer;

function setHook(slot: Address, hook: Borrowed): void {
  if (hook !== 0) replaceSlot(slot, hook === Py_None ? 0 : newRef(hook));
}

function sys_set_asyncgen_hooks(_module: Borrowed, firstiter: Borrowed, finalizer: Borrowed): Owned {
  for (const [name, hook] of [
    ["finalizer", finalizer],
    ["firstiter", firstiter],
  ] as const) {
    if (hook !== 0 && hook !== Py_None && ptr(typeOf(hook) + PyTypeObject.tp_call) === 0) {
      return raise(PyExc_TypeError, `callable ${name} expected, got ${typeNameOf(hook)}`);
    }
  }
  setHook(FIRST_ITER, firstiter);
  setHook(FINALIZER, finalizer);
  return Py_None;
}

function sys_get_asyncgen_hooks(): Owned {
  const hook = (slot: Address): Owned => newRef(ptr(slot) === 0 ? Py_None : ptr(slot));
  return newStructSequence(asyncgenHooks, [hook(FIRST_ITER), hook(FINALIZER)]);
}

const ORIGIN_DEPTH = THREAD + PyThreadState.coroutine_origin_tracking_depth;

function sys_set_coroutine_origin_tracking_depth(_module: Borrowed, depth: number): Owned {
  if (depth < 0) return raise(PyExc_ValueError, "depth must be >= 0");
  setI32(ORIGIN_DEPTH, depth);
  return Py_None;
}

// -- the module -----------------------------------------------------------------------------------------------------------

function text(value: string): () => Owned {
  return () => PyUnicode_FromString(value);
}
function number(value: number): () => Owned {
  return () => PyLong_FromNumber(value);
}

function stringList(...items: string[]): Owned {
  const list = PyList_New(0);
  for (const item of items) {
    const o = PyUnicode_FromString(item);
    if (o === 0 || PyList_Append(list, o) < 0) return 0;
    decref(o);
  }
  return list;
}

function stringTuple(items: readonly string[]): Owned {
  const tuple = PyTuple_New(items.length);
  if (tuple !== 0)
    for (const [index, item] of items.entries()) PyTuple_SET_ITEM(tuple, index, PyUnicode_FromString(item));
  return tuple;
}

function stdlibNames(): Owned {
  const set = newSet(PyFrozenSet_Type);
  for (const name of STDLIB_MODULE_NAMES) {
    const o = PyUnicode_FromString(name);
    if (o === 0 || PySet_Add(set, o) < 0) return 0;
    decref(o);
  }
  return set;
}

/** sys.implementation. */
function implementation(version: Borrowed): Owned {
  const dict = PyDict_New();
  const rows: readonly [string, Owned][] = [
    ["name", PyUnicode_FromString("cpython")],
    ["cache_tag", PyUnicode_FromString(CACHE_TAG)],
    ["version", newRef(version)],
    ["hexversion", PyLong_FromNumber(VERSION_HEX)],
    ["_multiarch", PyUnicode_FromString("x86_64-linux-gnu")],
  ];
  for (const [name, value] of rows) if (setStolen(dict, name, value) < 0) return 0;
  const result = PyObject_Call(_PyNamespace_Type, emptyTuple, dict);
  decref(dict);
  return result;
}

const CONSTANTS: readonly [name: string, make: () => Owned][] = [
  ["version", text(VERSION_TEXT)],
  ["hexversion", number(VERSION_HEX)],
  ["_git", () => stringTuple(["CPython", "", ""])],
  ["_framework", text("")],
  ["api_version", number(1013)],
  [
    "copyright",
    text(
      "Copyright (c) 2001-2024 Python Software Foundation.\nAll Rights Reserved.\n\nCopyright (c) 2000 BeOpen.com.\nAll Rights Reserved.\n\nCopyright (c) 1995-2001 Corporation for National Research Initiatives.\nAll Rights Reserved.\n\nCopyright (c) 1991-1995 Stichting Mathematisch Centrum, Amsterdam.\nAll Rights Reserved.",
    ),
  ],
  ["platform", text("linux")],
  ["maxsize", () => PyLong_FromString("9223372036854775807", 10)],
  ["float_info", () => floatInfo.make()],
  ["int_info", () => intInfo.make()],
  ["hash_info", () => hashInfo.make()],
  ["maxunicode", number(0x10ffff)],
  ["builtin_module_names", () => stringTuple([...declaredModules.keys()].sort())],
  ["stdlib_module_names", stdlibNames],
  ["byteorder", text("little")],
  ["abiflags", text("")],
  ["version_info", () => versionInfo.make()],
  ["flags", () => flags.make()],
  ["float_repr_style", text("short")],
  ["thread_info", () => threadInfo.make()],
  ["meta_path", () => stringList()],
  ["path_importer_cache", () => PyDict_New()],
  ["path_hooks", () => stringList()],
  ["path", () => stringList(LIBRARY)],
  ["executable", text("")],
  ["_base_executable", text("")],
  ["prefix", text(PREFIX)],
  ["base_prefix", text(PREFIX)],
  ["exec_prefix", text(PREFIX)],
  ["base_exec_prefix", text(PREFIX)],
  ["platlibdir", text("lib")],
  ["pycache_prefix", () => Py_None],
  ["_stdlib_dir", () => Py_None],
  ["_home", () => Py_None],
  ["argv", () => stringList("")],
  ["orig_argv", () => stringList()],
  ["warnoptions", () => stringList()],
  ["_xoptions", () => PyDict_New()],
  ["dont_write_bytecode", () => bool(false)],
  ["stdin", () => Py_None],
  ["stdout", () => Py_None],
  ["stderr", () => Py_None],
  ["__stdin__", () => Py_None],
  ["__stdout__", () => Py_None],
  ["__stderr__", () => Py_None],
];

function fillSys(_module: Borrowed, dict: Borrowed): number {
  setPtr(INTERPRETER + PyInterpreterState.sysdict, newRef(dict));
  // Before its values: the functions alone.
  const copy = PyDict_Copy(dict);
  if (copy === 0) return -1;
  setPtr(INTERPRETER + PyInterpreterState.sysdict_copy, copy);
  if (setStolen(dict, "modules", newRef(importedModules())) < 0) return -1;
  for (const name of ["displayhook", "excepthook", "breakpointhook", "unraisablehook"]) {
    if (setStolen(dict, `__${name}__`, newRef(dictItem(dict, name))) < 0) return -1;
  }
  for (const [name, make] of CONSTANTS) if (setStolen(dict, name, make()) < 0) return -1;
  setMaxStringDigits(DEFAULT_MAX_STR_DIGITS);
  initializeSettings();
  if (addStructSequenceNames(asyncgenHooks) < 0 || initializeTracebackPrint() < 0) return -1;
  const isNamespaceThere = ptr(_PyNamespace_Type + PyTypeObject.tp_name) !== 0;
  if (!isNamespaceThere) return 0;
  if (setStolen(dict, "monitoring", makeMonitoring()) < 0) return -1;
  return setStolen(dict, "implementation", implementation(dictItem(dict, "version_info")));
}

const none = (): Owned => Py_None;

declareModule({
  name: "sys",
  functions: [
    ...AUDIT_FUNCTIONS,
    ...SETTING_FUNCTIONS,
    ["breakpointhook", "!(*args, **kwargs)", sys_breakpointhook],
    ["_clear_internal_caches", "()", none],
    ["_clear_type_cache", "()", none],
    ["_current_frames", "()", sys_current_frames],
    ["displayhook", "(object, /)", sys_displayhook],
    ["exception", "()", () => newRef(handledException() || Py_None)],
    ["exc_info", "()", sys_exc_info],
    ["excepthook", "(exctype, value, traceback, /)", sys_excepthook],
    ["exit", "(status=None, /)", sys_exit],
    ["getdefaultencoding", "()", text("utf-8")],
    ["getfilesystemencoding", "()", text("utf-8")],
    ["getfilesystemencodeerrors", "()", text("surrogateescape")],
    ["intern", "(string: str, /)", sys_intern],
    ["_is_interned", "(string: str, /)", (_m: Borrowed, s: Borrowed) => bool(PyUnicode_CHECK_INTERNED(s) !== 0)],
    ["is_finalizing", "()", () => bool(ptr(INTERPRETER + PyInterpreterState._finalizing) !== 0)],
    ["getrecursionlimit", "()", () => PyLong_FromNumber(i32(LIMIT))],
    ["setrecursionlimit", "(limit: int, /)", sys_setrecursionlimit],
    ["getrefcount", "(object, /)", (_m: Borrowed, o: Borrowed) => PyLong_FromNumber(refcount(o))],
    ["getsizeof", "(object, default=None)", sys_getsizeof],
    ["_getframe", "(depth: int = 0, /)", sys_getframe],
    ["_getframemodulename", "(depth: int = 0)", sys_getframemodulename],
    ["get_int_max_str_digits", "()", () => PyLong_FromNumber(maxStringDigits())],
    ["set_int_max_str_digits", "(maxdigits: int)", sys_set_int_max_str_digits],
    ["get_asyncgen_hooks", "()", sys_get_asyncgen_hooks],
    ["set_asyncgen_hooks", "(firstiter=None, finalizer=None)", sys_set_asyncgen_hooks],
    ["get_coroutine_origin_tracking_depth", "()", () => PyLong_FromNumber(i32(ORIGIN_DEPTH))],
    ["set_coroutine_origin_tracking_depth", "(depth: int)", sys_set_coroutine_origin_tracking_depth],
    ["unraisablehook", "(unraisable, /)", (_module: Borrowed, args: Borrowed) => unraisableHook(args)],
    ["_is_gil_enabled", "()", () => bool(true)],
    ["_get_cpu_count_config", "()", () => PyLong_FromNumber(configured(PyConfig.cpu_count))],
  ],
  exec: fillSys,
});
