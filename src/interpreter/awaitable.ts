// await, async for, async with: what their instructions ask of objects (CPython's _PyCoro_GetAwaitableIter and ceval.c).
//
// A special method may be written in Python, so each question that checks its answer is a native frame: local 0 holds the
// object that was asked, for the error's text.
import { type Address, type Borrowed, i32, type Owned, ptr, setPtr, setU8 } from "../memory/memory.ts";
import { _PyInterpreterFrame, PyCodeObject } from "../memory/structs/code.ts";
import { PyBaseExceptionObject } from "../memory/structs/exceptions.ts";
import { PyAsyncMethods, PyTypeObject } from "../memory/structs/object.ts";
import { text, textFunction } from "../memory/text.ts";
import { isIterator } from "../objects/abstract.ts";
import {
  PyErr_GetRaisedException,
  PyErr_GivenExceptionMatches,
  PyErr_NoMemory,
  PyErr_Occurred,
  PyErr_SetRaisedException,
  raise,
  typeNameOf,
} from "../objects/errors.ts";
import { finishNative, nativeLocal, PUSHED, pushNative, setNativeLocal, takeNativeLocal } from "../objects/frames.ts";
import { identifier } from "../objects/identifiers.ts";
import { decref, newRef, replaceSlot, typeOf } from "../objects/object.ts";
import { _PyObject_LookupSpecial } from "../objects/special.ts";
import {
  PyAsyncGen_Type,
  PyCoro_Type,
  PyExc_RuntimeError,
  PyExc_StopAsyncIteration,
  PyExc_TypeError,
  PyGen_Type,
} from "../objects/types.ts";
import { CO_ITERABLE_COROUTINE, delegate, frameOf } from "./generator.ts";

const POINTER_BYTES = 8;

/** A slot of tp_as_async, or 0. */
export function asyncSlot(o: Borrowed, offset: number): Address {
  const table = ptr(typeOf(o) + PyTypeObject.tp_as_async);
  return table === 0 ? 0 : ptr(table + offset);
}

/** A coroutine, or a generator that types.coroutine made one. */
function isCoroutine(o: Borrowed): boolean {
  if (typeOf(o) === PyCoro_Type) return true;
  if (typeOf(o) !== PyGen_Type) return false;
  const code = ptr(frameOf(o) + _PyInterpreterFrame.f_executable);
  return (i32(code + PyCodeObject.co_flags) & CO_ITERABLE_COROUTINE) !== 0;
}

/** Pushes a native frame that keeps o, makes the call, and gives its answer to step. */
function pushAsking(step: Address, o: Borrowed, call: (o: Borrowed) => Owned): Owned {
  const frame = pushNative(step, 1);
  if (frame === 0) return PyErr_NoMemory();
  setNativeLocal(frame, 0, newRef(o));
  const result = call(o);
  return result === PUSHED ? PUSHED : textFunction(step)(frame, result);
}

/** _PyCoro_GetAwaitableIter: Owned, 0 or PUSHED. */
export function pushAwaitableIter(o: Borrowed): Owned {
  if (isCoroutine(o)) return newRef(o);
  const getter = asyncSlot(o, PyAsyncMethods.am_await);
  if (getter === 0) return raise(PyExc_TypeError, `object ${typeNameOf(o)} can't be used in 'await' expression`);
  return pushAsking(AWAIT_STEP, o, textFunction(getter));
}

const AWAIT_STEP = text("await.step", (frame: Address, result: Owned): Owned => {
  if (result === 0) return finishNative(frame, 0);
  let problem = "";
  if (isCoroutine(result)) problem = "__await__() returned a coroutine";
  else if (!isIterator(result)) {
    problem = `__await__() returned non-iterator of type '${typeNameOf(result)}'`;
  }
  if (problem === "") return finishNative(frame, result);
  decref(result);
  return finishNative(frame, raise(PyExc_TypeError, problem));
});

/** GET_AWAITABLE. context: 1 after __aenter__, 2 after __aexit__. */
export function pushAwaitable(o: Borrowed, context: number): Owned {
  if (typeOf(o) === PyCoro_Type && delegate(o) !== 0) {
    return raise(PyExc_RuntimeError, "coroutine is being awaited already");
  }
  if (context > 0 && !isCoroutine(o) && asyncSlot(o, PyAsyncMethods.am_await) === 0) {
    const by = context === 1 ? "__aenter__" : "__aexit__";
    const message = `'async with' received an object from ${by} that does not implement __await__: ${typeNameOf(o)}`;
    return raise(PyExc_TypeError, message);
  }
  return pushAwaitableIter(o);
}

/** GET_AITER. */
export function pushAiter(o: Borrowed): Owned {
  const getter = asyncSlot(o, PyAsyncMethods.am_aiter);
  if (getter !== 0) return pushAsking(AITER_STEP, o, textFunction(getter));
  return raise(PyExc_TypeError, `'async for' requires an object with __aiter__ method, got ${typeNameOf(o)}`);
}

const AITER_STEP = text("aiter.step", (frame: Address, result: Owned): Owned => {
  if (result === 0 || asyncSlot(result, PyAsyncMethods.am_anext) !== 0) return finishNative(frame, result);
  const name = typeNameOf(result);
  decref(result);
  const message = `'async for' received an object from __aiter__ that does not implement __anext__: ${name}`;
  return finishNative(frame, raise(PyExc_TypeError, message));
});

/** GET_ANEXT. */
export function pushAnext(iterator: Borrowed): Owned {
  const getter = asyncSlot(iterator, PyAsyncMethods.am_anext);
  if (getter === 0) {
    const name = typeNameOf(iterator);
    return raise(PyExc_TypeError, `'async for' requires an iterator with __anext__ method, got ${name}`);
  }
  if (typeOf(iterator) === PyAsyncGen_Type) return textFunction(getter)(iterator);
  return pushAsking(ANEXT_STEP, iterator, textFunction(getter));
}

const ANEXT_STEP = text("anext.step", (frame: Address, result: Owned): Owned => {
  decref(takeNativeLocal(frame, 0));
  if (result === 0) return finishNative(frame, 0);
  setNativeLocal(frame, 0, result);
  setPtr(frame + _PyInterpreterFrame.instr_ptr, ANEXT_AWAIT_STEP);
  const awaitable = pushAwaitableIter(result);
  return awaitable === PUSHED ? PUSHED : textFunction(ANEXT_AWAIT_STEP)(frame, awaitable);
});

const ANEXT_AWAIT_STEP = text("anext.await_step", (frame: Address, awaitable: Owned): Owned => {
  if (awaitable === 0) {
    const name = typeNameOf(nativeLocal(frame, 0));
    raiseFromCause(PyExc_TypeError, `'async for' received an invalid object from __anext__: ${name}`);
  }
  return finishNative(frame, awaitable);
});

/** _PyErr_FormatFromCause: a new error whose cause and context are the one that is set. */
export function raiseFromCause(type: Borrowed, message: string): 0 {
  const cause = PyErr_GetRaisedException();
  raise(type, message);
  const error = PyErr_GetRaisedException();
  replaceSlot(error + PyBaseExceptionObject.cause, newRef(cause));
  setU8(error + PyBaseExceptionObject.suppress_context, 1);
  replaceSlot(error + PyBaseExceptionObject.context, cause);
  return PyErr_SetRaisedException(error);
}

/** END_ASYNC_FOR: whether the exception is the end of the loop. */
export function endAsyncFor(exception: Borrowed): boolean {
  return PyErr_GivenExceptionMatches(exception, PyExc_StopAsyncIteration);
}

/** BEFORE_ASYNC_WITH: the manager at `at` becomes __aexit__, and __aenter__ goes above it. 0 or -1. */
export function asyncEnter(at: Address): number {
  const manager = ptr(at);
  const enter = asyncMethod(manager, "__aenter__");
  if (enter === 0) return -1;
  const exit = asyncMethod(manager, "__aexit__");
  if (exit === 0) {
    decref(enter);
    return -1;
  }
  setPtr(at, exit);
  setPtr(at + POINTER_BYTES, enter);
  decref(manager);
  return 0;
}

function asyncMethod(manager: Borrowed, name: string): Owned {
  const method = _PyObject_LookupSpecial(manager, identifier(name));
  if (method !== 0 || PyErr_Occurred()) return method;
  const missed = name === "__aexit__" ? ` (missed ${name} method)` : "";
  const message = `'${typeNameOf(manager)}' object does not support the asynchronous context manager protocol${missed}`;
  return raise(PyExc_TypeError, message);
}
