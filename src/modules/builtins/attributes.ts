// Built-in functions about what an object is and has.

import { type Address, type Borrowed, type Owned, ptr } from "../../memory/memory.ts";
import { PyTypeObject } from "../../memory/structs/object.ts";
import { text } from "../../memory/text.ts";
import { PyObject_GetOptionalAttr, PyObject_Hash, pushGetAttr, pushSetAttr, pushSize } from "../../objects/abstract.ts";
import { currentGlobals, currentPythonFrame } from "../../objects/current_globals.ts";
import type { MethodRow } from "../../objects/declare.ts";
import { PyObject_Dir, sortedNames } from "../../objects/dir.ts";
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_NoMemory, PyErr_Occurred, raise } from "../../objects/errors.ts";
import { frameLocals } from "../../objects/frame_object.ts";
import { finishNative, PUSHED, pushNative, setNativeLocal, takeNativeLocal } from "../../objects/frames.ts";
import { HASH_RESULT } from "../../objects/hash.ts";
import { identifier } from "../../objects/identifiers.ts";
import { PyObject_IsInstance, PyObject_IsSubclass } from "../../objects/isinstance.ts";
import { _PyLong_FromByteArray } from "../../objects/long_convert.ts";
import { bool, PyLong_FromNumber } from "../../objects/long_core.ts";
import { PyMapping_Keys } from "../../objects/mapping_lists.ts";
import { decref, newRef, typeOf } from "../../objects/object.ts";
import { longOfSsize } from "../../objects/ssize.ts";
import { Py_None, PyExc_AttributeError, PyExc_SystemError, PyExc_TypeError } from "../../objects/types.ts";

const id_dict = identifier("__dict__");

// -- attributes ---------------------------------------------------------------------------------------------------------

/** Swallows AttributeError and answers with the default that the frame holds. */
function afterGetAttrStep(frame: Address, value: Owned): Owned {
  if (value === 0 && PyErr_ExceptionMatches(PyExc_AttributeError)) {
    PyErr_Clear();
    value = takeNativeLocal(frame, 0);
  }
  return finishNative(frame, value);
}

const afterGetAttr = text("builtins.getattr.step", afterGetAttrStep);

function builtin_getattr(_module: Borrowed, o: Borrowed, name: Borrowed, missing: Borrowed): Owned {
  if (missing === 0) return pushGetAttr(o, name);
  const frame = pushNative(afterGetAttr, 1);
  if (frame === 0) return PyErr_NoMemory();
  setNativeLocal(frame, 0, newRef(missing));
  return after(frame, pushGetAttr(o, name), afterGetAttrStep);
}

function after(frame: Address, value: number, step: (frame: Address, value: Owned) => Owned): Owned {
  return value === PUSHED ? PUSHED : step(frame, value);
}

function afterHasAttrStep(frame: Address, value: Owned): Owned {
  if (value !== 0) {
    decref(value);
    return finishNative(frame, bool(true));
  }
  if (!PyErr_ExceptionMatches(PyExc_AttributeError)) return finishNative(frame, 0);
  PyErr_Clear();
  return finishNative(frame, bool(false));
}
const afterHasAttr = text("builtins.hasattr.step", afterHasAttrStep);

function builtin_hasattr(_module: Borrowed, o: Borrowed, name: Borrowed): Owned {
  const frame = pushNative(afterHasAttr, 0);
  if (frame === 0) return PyErr_NoMemory();
  return after(frame, pushGetAttr(o, name), afterHasAttrStep);
}

function setAttribute(o: Borrowed, name: Borrowed, value: Borrowed): Owned {
  const status = pushSetAttr(o, name, value);
  return status === PUSHED ? PUSHED : status < 0 ? 0 : Py_None;
}

// -- names in scope -----------------------------------------------------------------------------------------------------

/** PyEval_GetLocals as locals() gives them: Owned. */
export function currentLocals(): Owned {
  const frame = currentPythonFrame();
  if (frame === 0) return raise(PyExc_SystemError, "frame does not exist");
  return frameLocals(frame);
}

function builtin_globals(): Owned {
  const globals = currentGlobals();
  return globals === 0 ? raise(PyExc_SystemError, "frame does not exist") : newRef(globals);
}

function builtin_vars(_module: Borrowed, o: Borrowed): Owned {
  if (o === 0) return currentLocals();
  const dict = PyObject_GetOptionalAttr(o, id_dict);
  if (dict === 0 && PyErr_Occurred() === 0)
    return raise(PyExc_TypeError, "vars() argument must have __dict__ attribute");
  return dict;
}

/** dir(); o 0: the names in scope. */
function builtin_dir(_module: Borrowed, o: Borrowed): Owned {
  if (o !== 0) return PyObject_Dir(o);
  const locals = currentLocals();
  if (locals === 0) return 0;
  const names = PyMapping_Keys(locals);
  decref(locals);
  return sortedNames(names);
}

// -- what an object is --------------------------------------------------------------------------------------------------

function builtin_hash(_module: Borrowed, o: Borrowed): Owned {
  if (PyObject_Hash(o) < 0) return 0;
  return _PyLong_FromByteArray(HASH_RESULT, 8, true, true);
}

function builtin_len(_module: Borrowed, o: Borrowed): Owned {
  const size = pushSize(o);
  if (size === PUSHED) return PUSHED;
  return size < 0 ? 0 : longOfSsize(size) || PyErr_NoMemory();
}

function truth(answer: number): Owned {
  return answer < 0 ? 0 : bool(answer > 0);
}

export function isCallable(o: Borrowed): boolean {
  return ptr(typeOf(o) + PyTypeObject.tp_call) !== 0;
}

export const attributeFunctions: readonly MethodRow[] = [
  ["getattr", "(object, name, default=None, /)", builtin_getattr],
  ["hasattr", "(obj, name, /)", builtin_hasattr],
  [
    "setattr",
    "(obj, name, value, /)",
    (_m: Borrowed, o: Borrowed, name: Borrowed, value: Borrowed) => setAttribute(o, name, value),
  ],
  ["delattr", "(obj, name, /)", (_m: Borrowed, o: Borrowed, name: Borrowed) => setAttribute(o, name, 0)],
  ["callable", "(obj, /)", (_m: Borrowed, o: Borrowed) => bool(isCallable(o))],
  ["globals", "()", builtin_globals],
  ["locals", "()", currentLocals],
  ["vars", "(object=<unrepresentable>, /)", builtin_vars],
  ["dir", "(object=<unrepresentable>, /)", builtin_dir],
  ["hash", "(obj, /)", builtin_hash],
  ["id", "(obj, /)", (_m: Borrowed, o: Borrowed) => PyLong_FromNumber(o) || PyErr_NoMemory()],
  [
    "isinstance",
    "(obj, class_or_tuple, /)",
    (_m: Borrowed, o: Borrowed, cls: Borrowed) => truth(PyObject_IsInstance(o, cls)),
  ],
  [
    "issubclass",
    "(cls, class_or_tuple, /)",
    (_m: Borrowed, o: Borrowed, cls: Borrowed) => truth(PyObject_IsSubclass(o, cls)),
  ],
  ["len", "(obj, /)", builtin_len],
];
