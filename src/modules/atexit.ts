// atexit: functions that are called, the last one first, when the program ends (machine/ending.ts asks for it).
//
// The callbacks are a list of (function, args, kwargs or None), or None for one that was taken back; the list hangs in a
// word of its own. Running them is a native frame that counts down, so that no callback nests the interpreter.

import { reserveStatic } from "../memory/data.ts";
import { type Address, type Borrowed, type Owned, ptr, setPtr } from "../memory/memory.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { text } from "../memory/text.ts";
import { Py_EQ, PyObject_Repr, PyObject_RichCompareBool } from "../objects/abstract.ts";
import { pushCall } from "../objects/call_object.ts";
import { declareModule } from "../objects/declare.ts";
import {
  PyErr_Clear,
  PyErr_GetRaisedException,
  PyErr_NoMemory,
  PyErr_SetRaisedException,
  raise,
} from "../objects/errors.ts";
import { finishNative, nativeLocal, PUSHED, setNativeLocal, takeNativeLocal } from "../objects/frames.ts";
import { PyList_Append, PyList_GET_ITEM, PyList_New, PyList_SetItem } from "../objects/list_core.ts";
import { PyLong_FromNumber } from "../objects/long_core.ts";
import { nativeWord, pushNativeWithWords, setNativeWord } from "../objects/native_scratch.ts";
import { clearSlot, decref, isTuple, newRef, sizeOf, typeOf, xdecref } from "../objects/object.ts";
import { PyErr_FormatUnraisable } from "../objects/slot_functions.ts";
import { PyTuple_GET_ITEM, PyTuple_Pack, tupleFromArray } from "../objects/tuple_core.ts";
import { Py_None, PyExc_TypeError } from "../objects/types.ts";
import { textOf } from "../objects/unicode_core.ts";

/** The list, or null while there are no callbacks. */
const CALLBACKS = reserveStatic(8);

function register(_module: Borrowed, function_: Borrowed, args: Address, nargs: number, keywords: Borrowed): Owned {
  if (ptr(typeOf(function_) + PyTypeObject.tp_call) === 0) {
    return raise(PyExc_TypeError, "the first argument must be callable");
  }
  if (ptr(CALLBACKS) === 0) setPtr(CALLBACKS, PyList_New(0));
  const rest = tupleFromArray(args, nargs);
  const callback = rest === 0 ? 0 : PyTuple_Pack(function_, rest, keywords || Py_None);
  xdecref(rest);
  if (callback === 0 || ptr(CALLBACKS) === 0) {
    xdecref(callback);
    return PyErr_NoMemory();
  }
  const status = PyList_Append(ptr(CALLBACKS), callback);
  decref(callback);
  return status < 0 ? 0 : newRef(function_);
}

function unregister(_module: Borrowed, function_: Borrowed): Owned {
  const callbacks = ptr(CALLBACKS);
  for (let i = 0; callbacks !== 0 && i < sizeOf(callbacks); i++) {
    const callback = newRef(PyList_GET_ITEM(callbacks, i));
    const equal = isTuple(callback) ? PyObject_RichCompareBool(PyTuple_GET_ITEM(callback, 0), function_, Py_EQ) : 0;
    decref(callback);
    if (equal < 0) return 0;
    if (equal > 0 && i < sizeOf(callbacks)) PyList_SetItem(callbacks, i, newRef(Py_None));
  }
  return Py_None;
}

function clear(): Owned {
  clearSlot(CALLBACKS);
  return Py_None;
}

function ncallbacks(): Owned {
  return PyLong_FromNumber(ptr(CALLBACKS) === 0 ? 0 : sizeOf(ptr(CALLBACKS)));
}

// The frame: the list, then the function that is being called; how many callbacks are left.
const LIST = 0;
const FUNCTION = 1;
const LEFT = 0;

function run_exitfuncs(): Owned {
  const callbacks = ptr(CALLBACKS);
  if (callbacks === 0) return Py_None;
  const frame = pushNativeWithWords(STEP_CALLED, 2, 1);
  if (frame === 0) return PyErr_NoMemory();
  setNativeLocal(frame, LIST, newRef(callbacks));
  setNativeWord(frame, LEFT, sizeOf(callbacks));
  return callNext(frame);
}

function callNext(frame: Address): Owned {
  for (;;) {
    const callbacks = nativeLocal(frame, LIST);
    const index = Math.min(nativeWord(frame, LEFT), sizeOf(callbacks)) - 1;
    setNativeWord(frame, LEFT, index);
    if (index < 0) break;
    const callback = PyList_GET_ITEM(callbacks, index);
    if (!isTuple(callback)) continue;
    const keywords = PyTuple_GET_ITEM(callback, 2);
    const args = newRef(PyTuple_GET_ITEM(callback, 1));
    setNativeLocal(frame, FUNCTION, newRef(PyTuple_GET_ITEM(callback, 0)));
    newRef(keywords);
    const result = pushCall(nativeLocal(frame, FUNCTION), args, keywords === Py_None ? 0 : keywords);
    decref(args);
    decref(keywords);
    if (result === PUSHED) return PUSHED;
    called(frame, result);
  }
  clearSlot(CALLBACKS);
  return finishNative(frame, Py_None);
}

function reportFailure(function_: Borrowed): void {
  const exception = PyErr_GetRaisedException();
  const shown = PyObject_Repr(function_);
  const name = shown === 0 ? "" : textOf(shown, 1000);
  if (shown === 0) PyErr_Clear();
  else decref(shown);
  PyErr_SetRaisedException(exception);
  PyErr_FormatUnraisable(`Exception ignored in atexit callback ${name}`);
}

function called(frame: Address, result: Owned): void {
  const function_ = takeNativeLocal(frame, FUNCTION);
  if (result !== 0) decref(result);
  else reportFailure(function_);
  decref(function_);
}

const STEP_CALLED = text("atexit.called", (frame: Address, result: Owned): Owned => {
  called(frame, result);
  return callNext(frame);
});

declareModule({
  name: "atexit",
  functions: [
    ["register", "(func, /, *args, **kwargs)", register],
    ["_clear", "()", clear],
    ["unregister", "(func, /)", unregister],
    ["_run_exitfuncs", "()", run_exitfuncs],
    ["_ncallbacks", "()", ncallbacks],
  ],
});
