// _thread: the only thread there is. Starting another raises RuntimeError, as a system does that is out of threads.

import { gcFree, gcTrack, gcUntrack } from "../gc/link.ts";
import { type Address, type Borrowed, type Owned, ptr, setPtr } from "../memory/memory.ts";
import { OBJECT_HEAD, struct } from "../memory/struct.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { genericGetAttr, genericSetAttr } from "../objects/attributes.ts";
import { declareModule, newStaticType } from "../objects/declare.ts";
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
  typeOf,
  xdecref,
} from "../objects/object.ts";
import { addStructSequenceNames, declareStructSequence } from "../objects/structseq.ts";
import { allocateInstance } from "../objects/type_alloc.ts";
import {
  Py_None,
  PyBaseObject_Type,
  PyExc_RuntimeError,
  PyExc_SystemExit,
  PyExc_TypeError,
  PyExc_ValueError,
} from "../objects/types.ts";
import { PyObject_ClearWeakRefs } from "../objects/weakref_core.ts";
import { setStolen } from "./make_module.ts";
import { attribute } from "./names.ts";
import { lockType, MAIN_THREAD_IDENT, newLock, rlockType, TIMEOUT_MAX } from "./thread_locks.ts";
import { printException } from "./traceback_print.ts";

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
  // The class of a subclass's instance is released by whoever called for it.
  gcFree(o);
}

const localType: Address = newStaticType({
  name: "_thread._local",
  basicsize: localobject.sizeof,
  dictoffset: localobject.dict,
  weaklistoffset: localobject.weakreflist,
  flags: Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC,
  doc: "Thread-local data",
  slots: {
    tp_new: local_new,
    tp_dealloc: local_dealloc,
    tp_getattro: genericGetAttr,
    tp_setattro: genericSetAttr,
    tp_traverse: (o: Address, visit: (o: Address) => number): number => {
      const dict = ptr(o + localobject.dict);
      return dict === 0 ? 0 : visit(dict);
    },
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

const handleType: Address = newStaticType({
  name: "_thread._ThreadHandle",
  basicsize: handleobject.sizeof,
  slots: { tp_new: (type: Borrowed): Owned => allocateInstance(type, 0) },
  getset: [["ident", () => PyLong_FromNumber(MAIN_THREAD_IDENT)]],
  methods: [
    ["join", "(timeout=None, /)", () => Py_None],
    ["is_done", "()", (o: Borrowed) => bool(ptr(o + handleobject.handle) !== 0)],
    ["_set_done", "()", setDone],
  ],
});

const exceptHookArgs = declareStructSequence({
  name: "_thread._ExceptHookArgs",
  doc: "ExceptHookArgs - Type used to pass arguments to threading.excepthook.",
  fields: [["exc_type"], ["exc_value"], ["exc_traceback"], ["thread"]],
});

function excepthook(_module: Borrowed, args: Borrowed): Owned {
  if (typeOf(args) !== exceptHookArgs) {
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
  doc: "This module provides primitive operations to write multi-threaded programs.\nThe 'threading' module provides a more convenient interface.",
  functions: [
    [
      "start_new_thread",
      "!(function, args, kwargs={}, /)",
      cannotStart,
      "Start a new thread and return its identifier.",
    ],
    ["start_new", "!(function, args, kwargs={}, /)", cannotStart, "An obsolete synonym of start_new_thread()."],
    [
      "start_joinable_thread",
      "!(function, handle=None, daemon=True)",
      cannotStart,
      "*For internal use only*: start a new thread.",
    ],
    [
      "daemon_threads_allowed",
      "()",
      () => bool(true),
      "Return True if daemon threads are allowed in the current interpreter.",
    ],
    [
      "allocate_lock",
      "()",
      newLock,
      "Create a new lock object. See help(type(threading.Lock())) for information about locks.",
    ],
    ["allocate", "()", newLock, "An obsolete synonym of allocate_lock()."],
    ["exit_thread", "()", () => raiseNone(PyExc_SystemExit), "An obsolete synonym of exit()."],
    ["exit", "()", () => raiseNone(PyExc_SystemExit), "This is synonymous to ``raise SystemExit''."],
    ["get_ident", "()", ident, "Return a non-zero integer that uniquely identifies the current thread."],
    [
      "_get_main_thread_ident",
      "()",
      ident,
      "Internal only. Return a non-zero integer that uniquely identifies the main thread.",
    ],
    ["get_native_id", "()", ident, "Return a non-negative integer identifying the thread as reported by the OS."],
    [
      "_count",
      "()",
      () => PyLong_FromNumber(0),
      "Return the number of currently running Python threads, excluding the main thread.",
    ],
    [
      "stack_size",
      "(size: int = 0, /)",
      (_m: Borrowed, size: number) =>
        size < 0 ? raise(PyExc_ValueError, "size must be 0 or a positive value") : PyLong_FromNumber(0),
      "Return the thread stack size used when creating new threads.",
    ],
    ["_excepthook", "(args, /)", excepthook, "Handle uncaught Thread.run() exception."],
    [
      "_is_main_interpreter",
      "()",
      () => bool(true),
      "Return True if the current interpreter is the main Python interpreter.",
    ],
    ["_shutdown", "()", () => Py_None, "Wait for all non-daemon threads (other than the calling thread) to stop."],
    [
      "_make_thread_handle",
      "(ident, /)",
      () => allocateInstance(handleType, 0),
      "Internal only. Make a thread handle for threads not spawned by the _thread or threading module.",
    ],
  ],
  exec: (_module, dict) => {
    if (addStructSequenceNames(exceptHookArgs) < 0) return -1;
    const rows: readonly [string, Owned][] = [
      ["LockType", newRef(lockType)],
      ["lock", newRef(lockType)],
      ["RLock", newRef(rlockType)],
      ["_local", newRef(localType)],
      ["_ThreadHandle", newRef(handleType)],
      ["_ExceptHookArgs", newRef(exceptHookArgs)],
      ["error", newRef(PyExc_RuntimeError)],
      ["TIMEOUT_MAX", newFloat(TIMEOUT_MAX)],
    ];
    for (const [name, value] of rows) if (setStolen(dict, name, value) < 0) return -1;
    return 0;
  },
});
