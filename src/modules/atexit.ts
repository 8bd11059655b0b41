// atexit: functions that are called, the last one first, when the program ends (machine/ending.ts asks for it).
//
// They hang in the interpreter's state, not in the module, so that they are called whatever became of it:
//
//   atexit_state.callbacks ── table of callback_len pointers ── atexit_py_callback (func, args, kwargs), or null
//
// Invariant: a callback that was taken back leaves a null in its place, so that who goes through the table by index, while
// functions run that change it, meets each callback at most once. Running them is a native frame that counts down: no
// callback nests the interpreter.

import { memFree, memMalloc, memRealloc } from "../memory/allocators.ts";
import { INTERPRETER } from "../memory/data.ts";
import { type Address, type Borrowed, i32, type Owned, POINTER_BYTES, ptr, setI32, setPtr } from "../memory/memory.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { atexit_py_callback, atexit_state, PyInterpreterState } from "../memory/structs/runtime.ts";
import { text } from "../memory/text.ts";
import { Py_EQ, PyObject_Repr, PyObject_RichCompareBool } from "../objects/abstract.ts";
import { keywordDict } from "../objects/call.ts";
import { pushCall } from "../objects/call_object.ts";
import { declareModule } from "../objects/declare.ts";
import {
  PyErr_Clear,
  PyErr_GetRaisedException,
  PyErr_NoMemory,
  PyErr_SetRaisedException,
  raise,
} from "../objects/errors.ts";
import {
  currentFrame,
  finishNative,
  nativeLocal,
  PUSHED,
  setNativeLocal,
  settle,
  takeNativeLocal,
} from "../objects/frames.ts";
import { PyLong_FromNumber } from "../objects/long_core.ts";
import { nativeWord, pushNativeWithWords, setNativeWord } from "../objects/native_scratch.ts";
import { decref, newRef, typeOf, xdecref, xnewRef } from "../objects/object.ts";
import { PyErr_FormatUnraisable } from "../objects/slot_functions.ts";
import { tupleFromArray } from "../objects/tuple_core.ts";
import { Py_None, PyExc_TypeError } from "../objects/types.ts";
import { textOf } from "../objects/unicode_core.ts";

const STATE = INTERPRETER + PyInterpreterState.atexit;
/** CPython's: room at the start, and how much is added where it runs out. */
const FIRST_ROOM = 32;
const MORE_ROOM = 16;

/** _PyAtExit_Init. False without memory. */
export function initializeExitFunctions(): boolean {
  setPtr(STATE + atexit_state.callbacks, memMalloc(FIRST_ROOM * POINTER_BYTES));
  setI32(STATE + atexit_state.callback_len, FIRST_ROOM);
  return ptr(STATE + atexit_state.callbacks) !== 0;
}

const callbackCount = (): number => i32(STATE + atexit_state.ncallbacks);
const place = (index: number): Address => ptr(STATE + atexit_state.callbacks) + index * POINTER_BYTES;

/** Frees the callback at a place, if one is there. */
function drop(index: number): void {
  const callback = ptr(place(index));
  if (callback === 0) return;
  setPtr(place(index), 0);
  decref(ptr(callback + atexit_py_callback.func));
  decref(ptr(callback + atexit_py_callback.args));
  xdecref(ptr(callback + atexit_py_callback.kwargs));
  memFree(callback);
}

function dropAll(): void {
  for (let i = 0; i < callbackCount(); i++) drop(i);
  setI32(STATE + atexit_state.ncallbacks, 0);
}

function makeRoom(): boolean {
  if (callbackCount() < i32(STATE + atexit_state.callback_len)) return true;
  const room = callbackCount() + MORE_ROOM;
  const table = memRealloc(ptr(STATE + atexit_state.callbacks), room * POINTER_BYTES);
  if (table === 0) return false;
  setPtr(STATE + atexit_state.callbacks, table);
  setI32(STATE + atexit_state.callback_len, room);
  return true;
}

function register(_module: Borrowed, args: Address, nargs: number, kwnames: Borrowed): Owned {
  if (nargs === 0) return raise(PyExc_TypeError, "register() takes at least 1 argument (0 given)");
  const function_ = ptr(args);
  if (ptr(typeOf(function_) + PyTypeObject.tp_call) === 0) {
    return raise(PyExc_TypeError, "the first argument must be callable");
  }
  if (!makeRoom()) return PyErr_NoMemory();
  const rest = tupleFromArray(args + POINTER_BYTES, nargs - 1);
  const keywords = kwnames === 0 ? 0 : keywordDict(kwnames, args + nargs * POINTER_BYTES);
  const isReady = rest !== 0 && (kwnames === 0 || keywords !== 0);
  const callback = isReady ? memMalloc(atexit_py_callback.sizeof) : 0;
  if (callback === 0) {
    xdecref(rest);
    xdecref(keywords);
    return PyErr_NoMemory();
  }
  setPtr(callback + atexit_py_callback.func, newRef(function_));
  setPtr(callback + atexit_py_callback.args, rest);
  setPtr(callback + atexit_py_callback.kwargs, keywords);
  setPtr(place(callbackCount()), callback);
  setI32(STATE + atexit_state.ncallbacks, callbackCount() + 1);
  return newRef(function_);
}

function unregister(_module: Borrowed, function_: Borrowed): Owned {
  for (let i = 0; i < callbackCount(); i++) {
    const callback = ptr(place(i));
    if (callback === 0) continue;
    // The comparison may take this callback back itself.
    const registered = newRef(ptr(callback + atexit_py_callback.func));
    const equal = PyObject_RichCompareBool(registered, function_, Py_EQ);
    decref(registered);
    if (equal < 0) return 0;
    if (equal > 0) drop(i);
  }
  return Py_None;
}

function clear(): Owned {
  dropAll();
  return Py_None;
}

// The frame: what is being called; the place of its callback.
const FUNCTION = 0;
const ARGUMENTS = 1;
const KEYWORDS = 2;
const PLACE = 0;

/** Calls the callbacks, and forgets them. May answer PUSHED. */
function run_exitfuncs(): Owned {
  if (callbackCount() === 0) return Py_None;
  const frame = pushNativeWithWords(STEP_CALLED, 3, 1);
  if (frame === 0) return PyErr_NoMemory();
  setNativeWord(frame, PLACE, callbackCount());
  return callNext(frame);
}

/** The same, settled: for the end of a run. What fails is told there. */
export function callExitFunctions(): void {
  const base = currentFrame();
  if (settle(base, run_exitfuncs()) === 0) PyErr_Clear();
}

function callNext(frame: Address): Owned {
  for (let index = nativeWord(frame, PLACE) - 1; index >= 0; index--) {
    const callback = ptr(place(index));
    if (callback === 0) continue;
    setNativeWord(frame, PLACE, index);
    // Who is called may take the callback back.
    setNativeLocal(frame, FUNCTION, newRef(ptr(callback + atexit_py_callback.func)));
    setNativeLocal(frame, ARGUMENTS, newRef(ptr(callback + atexit_py_callback.args)));
    setNativeLocal(frame, KEYWORDS, xnewRef(ptr(callback + atexit_py_callback.kwargs)));
    const result = pushCall(nativeLocal(frame, FUNCTION), nativeLocal(frame, ARGUMENTS), nativeLocal(frame, KEYWORDS));
    if (result === PUSHED) return PUSHED;
    called(frame, result);
  }
  dropAll();
  return finishNative(frame, Py_None);
}

function reportFailure(function_: Borrowed): void {
  const exception = PyErr_GetRaisedException();
  const shown = PyObject_Repr(function_);
  PyErr_Clear();
  PyErr_SetRaisedException(exception);
  PyErr_FormatUnraisable(shown === 0 ? null : `Exception ignored in atexit callback ${textOf(shown)}`);
  xdecref(shown);
}

function called(frame: Address, result: Owned): void {
  if (result !== 0) decref(result);
  else reportFailure(nativeLocal(frame, FUNCTION));
  for (const local of [KEYWORDS, ARGUMENTS, FUNCTION]) xdecref(takeNativeLocal(frame, local));
}

const STEP_CALLED = text("atexit.called", (frame: Address, result: Owned): Owned => {
  called(frame, result);
  return callNext(frame);
});

declareModule({
  name: "atexit",
  functions: [
    ["register", "!(func, /, *args, **kwargs)", register],
    ["_clear", "()", clear],
    ["unregister", "(func, /)", unregister],
    ["_run_exitfuncs", "()", run_exitfuncs],
    ["_ncallbacks", "()", () => PyLong_FromNumber(callbackCount())],
  ],
});
