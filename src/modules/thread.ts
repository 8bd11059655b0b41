// _thread: the only thread there is. Starting another raises RuntimeError, as a system does that is out of threads.

import { gcTrack, gcUntrack } from "../gc/link.ts";
import { type Address, type Borrowed, type Owned, ptr, setPtr } from "../memory/memory.ts";
import { OBJECT_HEAD, struct } from "../memory/struct.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { genericGetAttr, genericSetAttr } from "../objects/attributes.ts";
import { declareModule, newModuleType, specOf } from "../objects/declare.ts";
import { PyDict_New, PyDict_Size } from "../objects/dict_core.ts";
import { PyObject_GenericGetDict } from "../objects/dict_instance.ts";
import { PyErr_NoMemory, raise, raiseNone } from "../objects/errors.ts";
import { newFloat } from "../objects/float_core.ts";
import { bool, PyLong_FromNumber } from "../objects/long_core.ts";
import {
  clearSlot,
  decref,
  newRef,
  Py_TPFLAGS_BASETYPE,
  Py_TPFLAGS_HAVE_GC,
  sizeOf,
  typeIn,
  typeOf,
  xdecref,
} from "../objects/object.ts";
import { declareStructSequence, makeStructSequence } from "../objects/structseq.ts";
import { allocateInstance, freeOfHeapType } from "../objects/type_alloc.ts";
import { fullName, shortName } from "../objects/type_names.ts";
import { makeModuleType, PyType_FromModuleAndSpec } from "../objects/type_spec.ts";
import {
  Py_None,
  PyBaseObject_Type,
  PyExc_RuntimeError,
  PyExc_SystemExit,
  PyExc_TypeError,
  PyExc_ValueError,
} from "../objects/types.ts";
import { PyUnicode_FromString } from "../objects/unicode_core.ts";
import { PyObject_ClearWeakRefs } from "../objects/weakref_core.ts";
import { addTypes, setStolen } from "./make_module.ts";
import { attribute } from "./names.ts";
import { interrupt } from "./signal.ts";
import { lockType, MAIN_THREAD_IDENT, newLock, rlockType, TIMEOUT_MAX } from "./thread_locks.ts";
import { printException } from "./traceback_print.ts";
import { allocate, deallocator, traverser } from "./type_support.ts";

// -- _local: attributes a thread; with one thread, an object with a dict --------------------------------------------------

const localobject = struct("localobject", 40, {
  ...OBJECT_HEAD,
  dict: [16, "ptr", "dict of attributes"],
  weakreflist: [24, "ptr", "PyWeakReference; head of the list"],
  key: [32, "ptr", "0"],
});

function local_new(type: Borrowed, args: Borrowed, kwargs: Borrowed): Owned {
  const isPlain = ptr(type + PyTypeObject.tp_init) === ptr(PyBaseObject_Type + PyTypeObject.tp_init);
  if (isPlain && (sizeOf(args) > 0 || (kwargs !== 0 && PyDict_Size(kwargs) > 0))) {
    return raise(PyExc_TypeError, "Initialization arguments are not supported");
  }
  const o = allocateInstance(type, 0);
  if (o === 0) return 0;
  const dict = PyDict_New();
  setPtr(o + localobject.dict, dict);
  gcTrack(o);
  if (dict !== 0) return o;
  decref(o);
  return PyErr_NoMemory();
}

function local_dealloc(o: Address): void {
  gcUntrack(o);
  PyObject_ClearWeakRefs(o);
  xdecref(ptr(o + localobject.dict));
  freeOfHeapType(o);
}

const localType = newModuleType({
  name: "_thread._local",
  basicsize: localobject.sizeof,
  dictoffset: localobject.dict,
  weaklistoffset: localobject.weakreflist,
  flags: Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC,
  slots: {
    tp_new: local_new,
    tp_dealloc: local_dealloc,
    tp_getattro: genericGetAttr,
    tp_setattro: genericSetAttr,
    tp_traverse: traverser(localobject.dict),
    tp_clear: (o: Address): number => {
      clearSlot(o + localobject.dict);
      return 0;
    },
  },
  getset: [["__dict__", PyObject_GenericGetDict]],
});

// -- handles of threads ---------------------------------------------------------------------------------------------------

const handleobject = struct("PyThreadHandleObject", 24, {
  ...OBJECT_HEAD,
  handle: [16, "ptr", "1 once done"],
});

function setDone(o: Borrowed): Owned {
  setPtr(o + handleobject.handle, 1);
  return Py_None;
}

const handleType = newModuleType({
  name: "_thread._ThreadHandle",
  basicsize: handleobject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC,
  slots: {
    tp_new: (type: Borrowed): Owned => allocate(type),
    tp_dealloc: deallocator(),
    tp_traverse: traverser(),
    tp_repr: (o: Borrowed): Owned =>
      PyUnicode_FromString(`<${fullName(typeOf(o))} object: ident=${MAIN_THREAD_IDENT}>`),
  },
  getset: [["ident", () => PyLong_FromNumber(MAIN_THREAD_IDENT)]],
  methods: [
    ["join", "(timeout=None, /)", () => Py_None],
    ["_set_done", "()", setDone],
    ["is_done", "()", (o: Borrowed) => bool(ptr(o + handleobject.handle) !== 0)],
  ],
});

const exceptHookArgs = declareStructSequence({
  name: "_thread._ExceptHookArgs",
  fields: ["exc_type", "exc_value", "exc_traceback", "thread"],
});

function excepthook(_module: Borrowed, args: Borrowed): Owned {
  if (typeOf(args) !== typeIn(exceptHookArgs)) {
    return raise(PyExc_TypeError, "_thread._excepthook argument type must be ExceptHookArgs");
  }
  const value = attribute(args, "exc_value");
  if (value === 0) return 0;
  printException(value, 0);
  decref(value);
  return Py_None;
}

const cannotStart = (): Owned => raise(PyExc_RuntimeError, "can't start new thread");
const ident = (): Owned => PyLong_FromNumber(MAIN_THREAD_IDENT);

declareModule({
  name: "_thread",
  functions: [
    ["start_new_thread", "!(function, args, kwargs={}, /)", cannotStart],
    ["start_new", "!(function, args, kwargs={}, /)", cannotStart],
    ["start_joinable_thread", "!(function, handle=None, daemon=True)", cannotStart],
    ["daemon_threads_allowed", "()", () => bool(true)],
    ["allocate_lock", "()", newLock],
    ["allocate", "()", newLock],
    ["exit_thread", "()", () => raiseNone(PyExc_SystemExit)],
    ["exit", "()", () => raiseNone(PyExc_SystemExit)],
    ["get_ident", "()", ident],
    [
      "interrupt_main",
      "(signum: int = signal.SIGINT, /)",
      (_m: Borrowed, signal: number): Owned =>
        interrupt(signal) ? Py_None : raise(PyExc_ValueError, "signal number out of range"),
    ],
    ["_get_main_thread_ident", "()", ident],
    ["get_native_id", "()", ident],
    ["_count", "()", () => PyLong_FromNumber(0)],
    [
      "stack_size",
      "(size: int = 0, /)",
      (_m: Borrowed, size: number) =>
        size < 0 ? raise(PyExc_ValueError, "size must be 0 or a positive value") : PyLong_FromNumber(0),
    ],
    ["_excepthook", "(args, /)", excepthook],
    ["_is_main_interpreter", "()", () => bool(true)],
    ["_shutdown", "()", () => Py_None],
    ["_make_thread_handle", "(ident, /)", () => allocate(typeIn(handleType))],
  ],
  exec: (module, dict) => {
    if (makeStructSequence(exceptHookArgs) === 0) return -1;
    // These two know no module; RLock is kept by the module's dict alone.
    if (makeModuleType(0, handleType) === 0) return -1;
    if (setStolen(dict, shortName(typeIn(handleType)), newRef(typeIn(handleType))) < 0) return -1;
    if (setStolen(dict, "RLock", PyType_FromModuleAndSpec(0, specOf(rlockType), 0)) < 0) return -1;
    if (addTypes(module, lockType, localType) < 0) return -1;
    const rows: readonly [string, Owned][] = [
      ["LockType", newRef(typeIn(lockType))],
      ["_ExceptHookArgs", newRef(typeIn(exceptHookArgs))],
      ["error", newRef(PyExc_RuntimeError)],
      ["TIMEOUT_MAX", newFloat(TIMEOUT_MAX)],
    ];
    for (const [name, value] of rows) if (setStolen(dict, name, value) < 0) return -1;
    return 0;
  },
});
