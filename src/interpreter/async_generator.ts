// Asynchronous generators (CPython's genobject.c). Their frame awaits through the same yields that generators use, so what
// the program itself yields is wrapped: _PyAsyncGenWrappedValue (INTRINSIC_ASYNC_GEN_WRAP) tells it from what an await
// passes outwards.
//
//   agen.__anext__(), asend(v)        PyAsyncGenASend      an awaitable that runs the frame to its next own yield
//   agen.athrow(e), aclose()          PyAsyncGenAThrow     the same with an exception thrown in; aclose has no arguments
//
// An awaitable is an iterator: what an await inside passes outwards it passes on; a wrapped value ends it, as StopIteration
// with that value; the end of the frame is StopAsyncIteration.
// Invariant: gi_running_async is set exactly while an awaitable that has begun has not ended.

import { clearFinalized } from "../gc/finalized.ts";
import { gcFree, gcNewVar, gcTrack, gcUntrack, isTracked } from "../gc/link.ts";
import { THREAD } from "../memory/data.ts";
import { type Address, type Borrowed, i32, type Owned, ptr, setI32, setPtr, setU8, u8 } from "../memory/memory.ts";
import { _Py_object_freelists } from "../memory/structs/allocators.ts";
import {
  _PyAsyncGenWrappedValue,
  anextawaitableobject,
  PyAsyncGenASend,
  PyAsyncGenAThrow,
} from "../memory/structs/awaitables.ts";
import { PyAsyncGenObject } from "../memory/structs/code.ts";
import { PyAsyncMethods, PyTypeObject } from "../memory/structs/object.ts";
import { PyThreadState } from "../memory/structs/runtime.ts";
import { text, textFunction } from "../memory/text.ts";
import { isIterator, PyObject_GetAttr } from "../objects/abstract.ts";
import { allocateArguments, freeArguments, PyObject_CallOneArg, pushVectorcall } from "../objects/call.ts";
import { declareType, type MethodRow } from "../objects/declare.ts";
import {
  PyErr_Clear,
  PyErr_ExceptionMatches,
  PyErr_GetRaisedException,
  PyErr_NoMemory,
  PyErr_Occurred,
  PyErr_SetRaisedException,
  raise,
  raiseNone,
} from "../objects/errors.ts";
import {
  currentFrame,
  finishNative,
  nativeLocal,
  PUSHED,
  pushNative,
  setNativeLocal,
  settle,
} from "../objects/frames.ts";
import { FREE_LISTS } from "../objects/free_lists.ts";
import { genericAlias } from "../objects/generic_alias_call.ts";
import { identifier } from "../objects/identifiers.ts";
import {
  clearSlot,
  decref,
  initObject,
  newRef,
  Py_TPFLAGS_HAVE_GC,
  sizeOf,
  typeOf,
  xnewRef,
} from "../objects/object.ts";
import { PyErr_WriteUnraisable } from "../objects/slot_functions.ts";
import { PyTuple_GET_ITEM, PyTuple_Pack } from "../objects/tuple_core.ts";
import { finalizeFromDealloc } from "../objects/type_alloc.ts";
import {
  _PyAnextAwaitable_Type,
  _PyAsyncGenASend_Type,
  _PyAsyncGenAThrow_Type,
  _PyAsyncGenWrappedValue_Type,
  Py_None,
  PyAsyncGen_Type,
  PyExc_GeneratorExit,
  PyExc_RuntimeError,
  PyExc_RuntimeWarning,
  PyExc_StopAsyncIteration,
  PyExc_StopIteration,
  PyExc_TypeError,
} from "../objects/types.ts";
import { textOf } from "../objects/unicode_core.ts";
import { PyErr_WarnEx } from "../objects/warn.ts";
import { pushAwaitableIter } from "./awaitable.ts";
import { FRAME_EXECUTING } from "./frame.ts";
import {
  acceptThrow,
  GENERATOR_SLOTS,
  GENERATOR_TYPE,
  gen_sizeof,
  generatorGetsets,
  pushSendTo,
  pushThrow,
  reprAs,
  setStopIteration,
  stateOf,
} from "./generator.ts";

const POINTER_BYTES = 8;

type Visit = (o: Borrowed) => number;

const RUNNING = PyAsyncGenObject.ag_running_async;
const CLOSED = PyAsyncGenObject.ag_closed;

/** States of an awaitable (PyAsyncGenASend.ags_state, PyAsyncGenAThrow.agt_state). */
const BEGINS = 0;
const ITERATES = 1;
const ENDED = 2;

// -- the two small objects that are made at each step, with their free lists ------------------------------------------------

const MOST_FREE = 80;

/** An object of a free list, or a new one; untracked. 0 with an error set. */
function takeObject(type: Borrowed, byteCount: number, items: number, numfree: number): Owned {
  const count = i32(FREE_LISTS + numfree);
  if (count > 0) {
    setI32(FREE_LISTS + numfree, count - 1);
    return initObject(ptr(FREE_LISTS + items + (count - 1) * 8), type);
  }
  const o = gcNewVar(type, byteCount);
  return o === 0 ? PyErr_NoMemory() : initObject(o, type);
}

function giveObject(o: Address, items: number, numfree: number): void {
  const count = i32(FREE_LISTS + numfree);
  if (count < 0 || count >= MOST_FREE) {
    gcFree(o);
    return;
  }
  clearFinalized(o);
  setPtr(FREE_LISTS + items + count * 8, o);
  setI32(FREE_LISTS + numfree, count + 1);
}

const VALUES = [_Py_object_freelists.async_gens_items, _Py_object_freelists.async_gens_numfree] as const;
const SENDS = [_Py_object_freelists.async_gen_asends_items, _Py_object_freelists.async_gen_asends_numfree] as const;
const WRAPPED = _PyAsyncGenWrappedValue.agw_val;

/** INTRINSIC_ASYNC_GEN_WRAP. Owned; 0 with an error set. */
export function wrapYielded(value: Borrowed): Owned {
  const o = takeObject(_PyAsyncGenWrappedValue_Type, _PyAsyncGenWrappedValue.sizeof, ...VALUES);
  if (o === 0) return 0;
  setPtr(o + WRAPPED, newRef(value));
  gcTrack(o);
  return o;
}

const isWrapped = (o: Borrowed): boolean => typeOf(o) === _PyAsyncGenWrappedValue_Type;

declareType(_PyAsyncGenWrappedValue_Type, {
  name: "async_generator_wrapped_value",
  basicsize: _PyAsyncGenWrappedValue.sizeof,
  flags: Py_TPFLAGS_HAVE_GC,
  slots: {
    tp_dealloc: (o: Address): void => {
      gcUntrack(o);
      clearSlot(o + WRAPPED);
      giveObject(o, ...VALUES);
    },
    tp_traverse: (o: Address, visit: Visit) => visit(ptr(o + WRAPPED)),
  },
});

// -- the generator -----------------------------------------------------------------------------------------------------------

/** async_gen_init_hooks: the event loop's hooks are taken up at the first use. False with an error set. */
function takeHooks(generator: Borrowed): boolean {
  if (u8(generator + PyAsyncGenObject.ag_hooks_inited) !== 0) return true;
  setU8(generator + PyAsyncGenObject.ag_hooks_inited, 1);
  const finalizer = ptr(THREAD + PyThreadState.async_gen_finalizer);
  if (finalizer !== 0) setPtr(generator + PyAsyncGenObject.ag_origin_or_finalizer, newRef(finalizer));
  const firstIter = ptr(THREAD + PyThreadState.async_gen_firstiter);
  if (firstIter === 0) return true;
  newRef(firstIter);
  const result = PyObject_CallOneArg(firstIter, generator);
  decref(firstIter);
  if (result === 0) return false;
  decref(result);
  return true;
}

/** value: 0 for __anext__. */
function newSend(generator: Borrowed, value: Borrowed): Owned {
  if (!takeHooks(generator)) return 0;
  const o = takeObject(_PyAsyncGenASend_Type, PyAsyncGenASend.sizeof, ...SENDS);
  if (o === 0) return 0;
  setPtr(o + GEN, newRef(generator));
  setPtr(o + ARGS, xnewRef(value));
  setI32(o + STATE, BEGINS);
  gcTrack(o);
  return o;
}

/** args: a tuple, or 0 for aclose. */
function newThrow(generator: Borrowed, args: Owned): Owned {
  const o = gcNewVar(_PyAsyncGenAThrow_Type, PyAsyncGenAThrow.sizeof);
  if (o === 0) return PyErr_NoMemory();
  initObject(o, _PyAsyncGenAThrow_Type);
  setPtr(o + GEN, newRef(generator));
  setPtr(o + ARGS, args);
  setI32(o + STATE, BEGINS);
  gcTrack(o);
  return o;
}

function asyncThrow(generator: Borrowed, type: Borrowed, value: Borrowed, traceback: Borrowed): Owned {
  if (!acceptThrow(value, "athrow") || !takeHooks(generator)) return 0;
  const args =
    value === 0
      ? PyTuple_Pack(type)
      : traceback === 0
        ? PyTuple_Pack(type, value)
        : PyTuple_Pack(type, value, traceback);
  return args === 0 ? PyErr_NoMemory() : newThrow(generator, args);
}

declareType(PyAsyncGen_Type, {
  name: "async_generator",
  ...GENERATOR_TYPE,
  slots: {
    ...GENERATOR_SLOTS,
    tp_repr: reprAs("async_generator"),
    am_aiter: (g: Borrowed) => newRef(g),
    am_anext: (g: Borrowed) => newSend(g, 0),
  },
  methods: [
    ["asend", "(value, /)", newSend],
    ["athrow", "(type, value=None, traceback=None, /)", asyncThrow],
    ["aclose", "()", (g: Borrowed) => (takeHooks(g) ? newThrow(g, 0) : 0)],
    ["__sizeof__", "()", gen_sizeof],
    ["__class_getitem__", "@classmethod (object, /)", genericAlias],
  ],
  members: [["ag_running", "bool", RUNNING, "readonly"]],
  getset: generatorGetsets("ag", "ag_await"),
});

// -- running the frame for an awaitable -----------------------------------------------------------------------------------

const GEN = PyAsyncGenASend.ags_gen;
const ARGS = PyAsyncGenASend.ags_sendval;
const STATE = PyAsyncGenASend.ags_state;

const stateOfAwaitable = (o: Borrowed): number => i32(o + STATE);
const isThrow = (o: Borrowed): boolean => typeOf(o) === _PyAsyncGenAThrow_Type;
/** aclose() swallows what the generator answers to GeneratorExit. */
const isClose = (o: Borrowed): boolean => isThrow(o) && ptr(o + ARGS) === 0;

function raiseReused(o: Borrowed): 0 {
  const what = isThrow(o) ? "aclose()/athrow()" : "__anext__()/asend()";
  return raise(PyExc_RuntimeError, `cannot reuse already awaited ${what}`);
}

/** Whether an awaitable may begin: false with an error set, and it has ended. */
function begin(o: Borrowed): boolean {
  const generator = ptr(o + GEN);
  if (u8(generator + RUNNING) !== 0) {
    setI32(o + STATE, ENDED);
    const what = isClose(o) ? "aclose" : isThrow(o) ? "athrow" : "anext";
    raise(PyExc_RuntimeError, `${what}(): asynchronous generator is already running`);
    return false;
  }
  setI32(o + STATE, ITERATES);
  setU8(generator + RUNNING, 1);
  return true;
}

/** Runs the frame by call, and what it answers through ANSWER_STEP. */
function pushRun(o: Borrowed, call: (generator: Borrowed) => Owned): Owned {
  const frame = pushNative(ANSWER_STEP, 1);
  if (frame === 0) return PyErr_NoMemory();
  setNativeLocal(frame, 0, newRef(o));
  const result = call(ptr(o + GEN));
  return result === PUSHED ? PUSHED : afterRun(frame, result);
}

/** async_gen_unwrap_value, and for aclose what makes its end quiet. */
function afterRun(frame: Address, result: Owned): Owned {
  const o = nativeLocal(frame, 0);
  const generator = ptr(o + GEN);
  if (result !== 0 && !isWrapped(result)) return finishNative(frame, result);
  setU8(generator + RUNNING, 0);
  setI32(o + STATE, ENDED);
  if (result !== 0) {
    if (isClose(o)) raise(PyExc_RuntimeError, "async generator ignored GeneratorExit");
    else setStopIteration(ptr(result + WRAPPED));
    decref(result);
    return finishNative(frame, 0);
  }
  if (PyErr_Occurred() === 0) raiseNone(PyExc_StopAsyncIteration);
  if (PyErr_ExceptionMatches(PyExc_StopAsyncIteration) || PyErr_ExceptionMatches(PyExc_GeneratorExit)) {
    setU8(generator + CLOSED, 1);
    if (isClose(o)) {
      PyErr_Clear();
      raiseNone(PyExc_StopIteration);
    }
  }
  return finishNative(frame, 0);
}

const ANSWER_STEP = text("async_generator.step", afterRun);

function awaitable_send(o: Borrowed, value: Borrowed): Owned {
  if (stateOfAwaitable(o) === ENDED) return raiseReused(o);
  if (isThrow(o)) return throwAwaitableSend(o, value);
  if (stateOfAwaitable(o) === BEGINS) {
    if (!begin(o)) return 0;
    if (value === Py_None) value = ptr(o + ARGS) || Py_None;
  }
  setU8(ptr(o + GEN) + RUNNING, 1);
  return pushRun(o, (generator) => pushSendTo(generator, value));
}

function throwAwaitableSend(o: Borrowed, value: Borrowed): Owned {
  const generator = ptr(o + GEN);
  if (stateOf(generator) > FRAME_EXECUTING) {
    setI32(o + STATE, ENDED);
    return raiseNone(PyExc_StopIteration);
  }
  if (stateOfAwaitable(o) !== BEGINS) return pushRun(o, () => pushSendTo(generator, value));
  if (u8(generator + RUNNING) !== 0) {
    begin(o);
    return 0;
  }
  if (u8(generator + CLOSED) !== 0) {
    setI32(o + STATE, ENDED);
    return raiseNone(PyExc_StopAsyncIteration);
  }
  if (value !== Py_None) {
    return raise(PyExc_RuntimeError, "can't send non-None value to a just-started coroutine");
  }
  begin(o);
  const args = ptr(o + ARGS);
  if (args === 0) setU8(generator + CLOSED, 1);
  return pushRun(o, () =>
    args === 0
      ? pushThrow(generator, false, PyExc_GeneratorExit, 0, 0)
      : pushThrow(generator, false, PyTuple_GET_ITEM(args, 0), argument(args, 1), argument(args, 2)),
  );
}

function argument(args: Borrowed, index: number): Borrowed {
  return index < sizeOf(args) ? PyTuple_GET_ITEM(args, index) : 0;
}

function awaitable_throw(o: Borrowed, type: Borrowed, value: Borrowed, traceback: Borrowed): Owned {
  if (stateOfAwaitable(o) === ENDED) return raiseReused(o);
  if (stateOfAwaitable(o) === BEGINS && !begin(o)) return 0;
  if (!acceptThrow(value, "throw")) return 0;
  return pushRun(o, (generator) => pushThrow(generator, true, type, value, traceback));
}

function awaitable_close(o: Borrowed): Owned {
  if (stateOfAwaitable(o) === ENDED) return Py_None;
  const base = currentFrame();
  const result = settle(base, awaitable_throw(o, PyExc_GeneratorExit, 0, 0));
  if (result !== 0) {
    decref(result);
    return raise(PyExc_RuntimeError, "coroutine ignored GeneratorExit");
  }
  for (const end of [PyExc_StopIteration, PyExc_StopAsyncIteration, PyExc_GeneratorExit]) {
    if (PyErr_ExceptionMatches(end)) {
      PyErr_Clear();
      return Py_None;
    }
  }
  return 0;
}

/** What was never awaited warns, as _PyErr_WarnUnawaitedAgenMethod. */
function awaitable_finalize(o: Address): void {
  if (stateOfAwaitable(o) !== BEGINS) return;
  const pending = PyErr_GetRaisedException();
  const generator = ptr(o + GEN);
  const method = isClose(o) ? "aclose" : isThrow(o) ? "athrow" : "asend";
  const name = textOf(ptr(generator + PyAsyncGenObject.ag_qualname));
  const message = `coroutine method '${method}' of '${name}' was never awaited`;
  if (PyErr_WarnEx(PyExc_RuntimeWarning, message, 1, generator) < 0) PyErr_WriteUnraisable(generator);
  if (pending !== 0) PyErr_SetRaisedException(pending);
}

function awaitable_dealloc(o: Address): void {
  if (finalizeFromDealloc(o)) return;
  if (isTracked(o)) gcUntrack(o);
  const own = isThrow(o);
  clearSlot(o + GEN);
  clearSlot(o + ARGS);
  if (own) gcFree(o);
  else giveObject(o, ...SENDS);
}

function awaitable_traverse(o: Address, visit: Visit): number {
  const stop = visit(ptr(o + GEN));
  const args = ptr(o + ARGS);
  return stop !== 0 || args === 0 ? stop : visit(args);
}

// -- anext(iterator, default) ----------------------------------------------------------------------------------------------

const INNER = anextawaitableobject.wrapped;
const DEFAULT = anextawaitableobject.default_value;

/** PyAnextAwaitable_New. */
export function newAnextAwaitable(awaitable: Borrowed, missing: Borrowed): Owned {
  const o = gcNewVar(_PyAnextAwaitable_Type, anextawaitableobject.sizeof);
  if (o === 0) return PyErr_NoMemory();
  initObject(o, _PyAnextAwaitable_Type);
  setPtr(o + INNER, newRef(awaitable));
  setPtr(o + DEFAULT, newRef(missing));
  gcTrack(o);
  return o;
}

/** anextawaitable_getiter, settled. */
function innerIterator(o: Borrowed): Owned {
  const base = currentFrame();
  const awaitable = settle(base, pushAwaitableIter(ptr(o + INNER)));
  if (awaitable === 0 || isIterator(awaitable)) return awaitable;
  const table = ptr(typeOf(awaitable) + PyTypeObject.tp_as_async);
  const iterator = settle(base, textFunction(ptr(table + PyAsyncMethods.am_await))(awaitable));
  decref(awaitable);
  if (iterator !== 0 && !isIterator(iterator)) {
    decref(iterator);
    return raise(PyExc_TypeError, "__await__() returned a non-iterable");
  }
  return iterator;
}

/** The end of the iterator is an answer: the default. */
const DEFAULT_STEP = text("anext_awaitable.step", (frame: Address, result: Owned): Owned => {
  if (result === 0 && PyErr_ExceptionMatches(PyExc_StopAsyncIteration)) {
    PyErr_Clear();
    setStopIteration(ptr(nativeLocal(frame, 0) + DEFAULT));
  }
  return finishNative(frame, result);
});

function pushInner(o: Borrowed, call: (iterator: Borrowed) => Owned): Owned {
  const iterator = innerIterator(o);
  if (iterator === 0) return 0;
  const frame = pushNative(DEFAULT_STEP, 2);
  if (frame === 0) {
    decref(iterator);
    return PyErr_NoMemory();
  }
  setNativeLocal(frame, 0, newRef(o));
  setNativeLocal(frame, 1, iterator);
  const result = call(iterator);
  return result === PUSHED ? PUSHED : textFunction(DEFAULT_STEP)(frame, result);
}

function pushInnerMethod(o: Borrowed, name: Borrowed, a: Borrowed, b: Borrowed, c: Borrowed): Owned {
  return pushInner(o, (iterator) => {
    const method = PyObject_GetAttr(iterator, name);
    if (method === 0) return 0;
    const row = allocateArguments(3);
    if (row === 0) {
      decref(method);
      return 0;
    }
    setPtr(row, a);
    setPtr(row + POINTER_BYTES, b);
    setPtr(row + 2 * POINTER_BYTES, c);
    const result = pushVectorcall(method, row, a === 0 ? 0 : b === 0 ? 1 : c === 0 ? 2 : 3, 0);
    freeArguments(row);
    decref(method);
    return result;
  });
}

// -- types -------------------------------------------------------------------------------------------------------------------

const awaitableMethods = (send: MethodRow[2], throwing: MethodRow[2], close: MethodRow[2]): MethodRow[] => [
  ["send", "(value, /)", send],
  ["throw", "(type, value=None, traceback=None, /)", throwing],
  ["close", "()", close],
];

for (const [type, name, basicsize] of [
  [_PyAsyncGenASend_Type, "async_generator_asend", PyAsyncGenASend.sizeof],
  [_PyAsyncGenAThrow_Type, "async_generator_athrow", PyAsyncGenAThrow.sizeof],
] as const) {
  declareType(type, {
    name,
    basicsize,
    flags: Py_TPFLAGS_HAVE_GC,
    slots: {
      tp_dealloc: awaitable_dealloc,
      tp_traverse: awaitable_traverse,
      tp_iter: (o: Borrowed) => newRef(o),
      tp_iternext: (o: Borrowed) => awaitable_send(o, Py_None),
      tp_finalize: awaitable_finalize,
      am_await: (o: Borrowed) => newRef(o),
    },
    methods: awaitableMethods(awaitable_send, awaitable_throw, awaitable_close),
  });
}

declareType(_PyAnextAwaitable_Type, {
  name: "anext_awaitable",
  basicsize: anextawaitableobject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC,
  slots: {
    tp_dealloc: (o: Address): void => {
      gcUntrack(o);
      clearSlot(o + INNER);
      clearSlot(o + DEFAULT);
      gcFree(o);
    },
    tp_traverse: (o: Address, visit: Visit) => visit(ptr(o + INNER)) || visit(ptr(o + DEFAULT)),
    tp_iter: (o: Borrowed) => newRef(o),
    tp_iternext: (o: Borrowed) =>
      pushInner(o, (iterator) => textFunction(ptr(typeOf(iterator) + PyTypeObject.tp_iternext))(iterator)),
    am_await: (o: Borrowed) => newRef(o),
  },
  methods: awaitableMethods(
    (o: Borrowed, value: Borrowed) => pushInnerMethod(o, identifier("send"), value, 0, 0),
    (o: Borrowed, type: Borrowed, value: Borrowed, traceback: Borrowed) =>
      pushInnerMethod(o, identifier("throw"), type, value, traceback),
    (o: Borrowed) => pushInnerMethod(o, identifier("close"), 0, 0, 0),
  ),
});
