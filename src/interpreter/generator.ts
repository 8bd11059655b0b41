// Generators and coroutines: frames that live in an object and are continued (CPython's genobject.c and the instructions
// that serve it).
//
// pushResume makes the generator's frame current and answers PUSHED; the frame delivers to the one below:
//   yield            the value
//   return           0 without an error for None, else 0 with StopIteration(value) set; SEND gets the value itself
//   an exception     0 with the error set
// Invariant: gi_frame_state is EXECUTING exactly while the frame is on the stack of frames.

import { OP } from "../bytecode/opcodes.ts";
import { gcFree, gcNewVar, gcTrack, gcUntrack, isTracked } from "../gc/link.ts";
import { THREAD } from "../memory/data.ts";
import {
  type Address,
  type Borrowed,
  copyBytes,
  i8,
  i32,
  type Owned,
  ptr,
  setI32,
  setPtr,
  setPtrLow,
  setU8,
  u8,
  u16,
} from "../memory/memory.ts";
import { PyCoroWrapper } from "../memory/structs/awaitables.ts";
import { _PyInterpreterFrame, PyCodeObject, PyFunctionObject, PyGenObject } from "../memory/structs/code.ts";
import { PyBaseExceptionObject, PyStopIterationObject } from "../memory/structs/exceptions.ts";
import { PyThreadState } from "../memory/structs/runtime.ts";
import { text, textFunction } from "../memory/text.ts";
import {
  isIterator,
  PyObject_GetAttr,
  PyObject_GetIter,
  PyObject_GetOptionalAttr,
  pushIterNext,
} from "../objects/abstract.ts";
import {
  allocateArguments,
  freeArguments,
  PyObject_CallNoArgs,
  PyObject_CallOneArg,
  pushCallOneArg,
  pushVectorcall,
} from "../objects/call.ts";
import { currentPythonFrame } from "../objects/current_globals.ts";
import { declareType, type GetSetRow, type MethodRow } from "../objects/declare.ts";
import {
  chainContext,
  createException,
  isExceptionClass,
  PyErr_Clear,
  PyErr_ExceptionMatches,
  PyErr_GetRaisedException,
  PyErr_GivenExceptionMatches,
  PyErr_NoMemory,
  PyErr_Occurred,
  PyErr_SetObject,
  PyErr_SetRaisedException,
  raise,
  raiseInt,
  raiseNone,
  typeNameOf,
} from "../objects/errors.ts";
import { clearLocals, frameLine, frameObject, traverseFrame, visiblePrevious } from "../objects/frame_object.ts";
import {
  currentFrame,
  FRAME_OWNED_BY_GENERATOR,
  finishNative,
  isNative,
  PUSHED,
  popDataStack,
  pushNative,
  setCurrentFrame,
  setNativeLocal,
  settle,
  takeNativeLocal,
} from "../objects/frames.ts";
import { genericAlias } from "../objects/generic_alias_call.ts";
import { identifier } from "../objects/identifiers.ts";
import { PyImport_ImportModule } from "../objects/import_hook.ts";
import { bool, PyLong_FromNumber } from "../objects/long_core.ts";
import {
  clearSlot,
  decref,
  initObject,
  isException,
  isUnicode,
  newRef,
  Py_TPFLAGS_HAVE_GC,
  replaceSlot,
  typeOf,
  xdecref,
} from "../objects/object.ts";
import { PyErr_WriteUnraisable } from "../objects/slot_functions.ts";
import { PyTuple_New, PyTuple_Pack, PyTuple_SET_ITEM } from "../objects/tuple_core.ts";
import { finalizeFromDealloc } from "../objects/type_alloc.ts";
import {
  _PyCoroWrapper_Type,
  Py_None,
  PyAsyncGen_Type,
  PyCoro_Type,
  PyExc_DeprecationWarning,
  PyExc_GeneratorExit,
  PyExc_RuntimeError,
  PyExc_RuntimeWarning,
  PyExc_StopIteration,
  PyExc_TypeError,
  PyExc_ValueError,
  PyGen_Type,
  PyTraceBack_Type,
} from "../objects/types.ts";
import { PyUnicode_FromString, textOf } from "../objects/unicode_core.ts";
import { PyErr_WarnEx } from "../objects/warn.ts";
import { PyObject_ClearWeakRefs } from "../objects/weakref_core.ts";
import {
  checkRecursion,
  clearFrameContents,
  FRAME_CLEARED,
  FRAME_COMPLETED,
  FRAME_CREATED,
  FRAME_EXECUTING,
  FRAME_SUSPENDED,
  FRAME_SUSPENDED_YIELD_FROM,
  LOCALSPLUS,
} from "./frame.ts";
import { isUnfinished } from "./unfinished.ts";

const CO_COROUTINE = 0x80;
export const CO_ITERABLE_COROUTINE = 0x100;
const CO_ASYNC_GENERATOR = 0x200;

export const frameOf = (generator: Address): Address => generator + PyGenObject.gi_iframe;
export const stateOf = (generator: Address): number => i8(generator + PyGenObject.gi_frame_state);
const isSuspended = (state: number): boolean => state === FRAME_SUSPENDED || state === FRAME_SUSPENDED_YIELD_FROM;

/** RETURN_GENERATOR: moves the running frame into a new generator and pops it. Owned; 0 with an error set. */
export function makeGenerator(frame: Address): Owned {
  const code = ptr(frame + _PyInterpreterFrame.f_executable);
  const flags = i32(code + PyCodeObject.co_flags);
  const type = flags & CO_COROUTINE ? PyCoro_Type : flags & CO_ASYNC_GENERATOR ? PyAsyncGen_Type : PyGen_Type;
  const slots = i32(code + PyCodeObject.co_nlocalsplus) + i32(code + PyCodeObject.co_stacksize);
  const generator = gcNewVar(type, PyGenObject.gi_iframe + LOCALSPLUS + slots * 8);
  if (generator === 0) return PyErr_NoMemory();
  initObject(generator, type);
  const func = ptr(frame + _PyInterpreterFrame.f_funcobj);
  setPtr(generator + PyGenObject.gi_weakreflist, 0);
  setPtr(generator + PyGenObject.gi_name, newRef(ptr(func + PyFunctionObject.func_name)));
  setPtr(generator + PyGenObject.gi_qualname, newRef(ptr(func + PyFunctionObject.func_qualname)));
  setPtr(generator + PyGenObject.gi_exc_state_exc_value, 0);
  setPtr(generator + PyGenObject.gi_exc_state_previous_item, 0);
  setPtr(generator + PyGenObject.gi_origin_or_finalizer, 0);
  // gi_hooks_inited, gi_closed, gi_running_async
  setI32(generator + PyGenObject.gi_hooks_inited, 0);
  const own = frameOf(generator);
  const top = i32(frame + _PyInterpreterFrame.stacktop);
  copyBytes(own, frame, LOCALSPLUS + top * 8);
  for (let i = top; i < slots; i++) setPtr(own + LOCALSPLUS + i * 8, 0);
  setPtr(own + _PyInterpreterFrame.previous, 0);
  setU8(own + _PyInterpreterFrame.owner, FRAME_OWNED_BY_GENERATOR);
  setU8(generator + PyGenObject.gi_frame_state, FRAME_CREATED & 0xff);
  const object = ptr(own + _PyInterpreterFrame.frame_obj);
  if (object !== 0) setPtr(object + 24, own);
  gcTrack(generator);
  setI32(THREAD + PyThreadState.py_recursion_remaining, i32(THREAD + PyThreadState.py_recursion_remaining) + 1);
  setCurrentFrame(ptr(frame + _PyInterpreterFrame.previous));
  popDataStack(frame);
  const originDepth = i32(THREAD + PyThreadState.coroutine_origin_tracking_depth);
  if (type === PyCoro_Type && originDepth > 0) {
    setPtr(generator + PyGenObject.gi_origin_or_finalizer, coroutineOrigin(originDepth));
  }
  return generator;
}

/** compute_cr_origin: (filename, line, name) of the frames that made a coroutine, innermost first. Owned; 0 without memory. */
function coroutineOrigin(depth: number): Owned {
  let frame = currentPythonFrame();
  let count = 0;
  for (let at = frame; at !== 0 && count < depth; at = visiblePrevious(at)) count++;
  const origin = PyTuple_New(count);
  for (let i = 0; i < count && origin !== 0; i++) {
    const code = ptr(frame + _PyInterpreterFrame.f_executable);
    const line = PyLong_FromNumber(frameLine(frame));
    PyTuple_SET_ITEM(
      origin,
      i,
      PyTuple_Pack(ptr(code + PyCodeObject.co_filename), line, ptr(code + PyCodeObject.co_name)),
    );
    decref(line);
    frame = visiblePrevious(frame);
  }
  return origin;
}

/**
 * Continues a suspended or fresh generator with a value (borrowed). PUSHED, or 0 with an error set.
 * The state must have been checked.
 */
function pushResume(generator: Borrowed, value: Borrowed): number {
  if (i32(THREAD + PyThreadState.py_recursion_remaining) <= 0 && checkRecursion() < 0) return 0;
  enterGenerator(generator, newRef(value));
  return PUSHED;
}

/** Makes the frame of a suspended or fresh generator the current one. Steals the value. */
export function enterGenerator(generator: Borrowed, value: Owned): void {
  const frame = frameOf(generator);
  const top = i32(frame + _PyInterpreterFrame.stacktop);
  setPtr(frame + LOCALSPLUS + top * 8, value);
  setI32(frame + _PyInterpreterFrame.stacktop, top + 1);
  setU8(generator + PyGenObject.gi_frame_state, FRAME_EXECUTING);
  setPtr(generator + PyGenObject.gi_exc_state_previous_item, ptr(THREAD + PyThreadState.exc_info));
  setPtr(THREAD + PyThreadState.exc_info, generator + PyGenObject.gi_exc_state_exc_value);
  setPtr(frame + _PyInterpreterFrame.previous, currentFrame());
  setCurrentFrame(frame);
  setI32(THREAD + PyThreadState.py_recursion_remaining, i32(THREAD + PyThreadState.py_recursion_remaining) - 1);
}

/** Of RESUME's argument: where it stands; from here on, behind `yield from` and await. */
const RESUME_PLACE_MASK = 3;
const RESUME_AFTER_YIELD_FROM = 2;

/**
 * YIELD_VALUE when it was told to tools: the generator's frame, which stands behind the instruction or where a tool has moved
 * it, stops; the one below is current.
 */
export function suspendAtYield(frame: Address, isMoved: boolean, sp: Address): void {
  const generator = frame - PyGenObject.gi_iframe;
  setI32(frame + _PyInterpreterFrame.stacktop, (sp - frame - LOCALSPLUS) >> 3);
  const resumeArgument = u8(ptr(frame + _PyInterpreterFrame.instr_ptr) + 1);
  const isDelegating = !isMoved && (resumeArgument & RESUME_PLACE_MASK) >= RESUME_AFTER_YIELD_FROM;
  setU8(generator + PyGenObject.gi_frame_state, (isDelegating ? FRAME_SUSPENDED_YIELD_FROM : FRAME_SUSPENDED) & 0xff);
  setPtr(THREAD + PyThreadState.exc_info, ptr(generator + PyGenObject.gi_exc_state_previous_item));
  setPtr(generator + PyGenObject.gi_exc_state_previous_item, 0);
  setI32(THREAD + PyThreadState.py_recursion_remaining, i32(THREAD + PyThreadState.py_recursion_remaining) + 1);
  setCurrentFrame(ptr(frame + _PyInterpreterFrame.previous));
  setPtr(frame + _PyInterpreterFrame.previous, 0);
}

export function kindName(generator: Borrowed): string {
  const type = typeOf(generator);
  return type === PyCoro_Type ? "coroutine" : type === PyAsyncGen_Type ? "async generator" : "generator";
}

/** Continues a generator with a value, checking its state. PUSHED, or 0 (with or without an error). */
export function pushSendTo(generator: Borrowed, value: Borrowed): number {
  const state = stateOf(generator);
  if (state === FRAME_CREATED && value !== Py_None) {
    return raise(PyExc_TypeError, `can't send non-None value to a just-started ${kindName(generator)}`);
  }
  if (state === FRAME_EXECUTING) return raise(PyExc_ValueError, `${kindName(generator)} already executing`);
  if (state > FRAME_EXECUTING) {
    if (typeOf(generator) === PyCoro_Type) return raise(PyExc_RuntimeError, "cannot reuse already awaited coroutine");
    return 0;
  }
  return pushResume(generator, value);
}

// -- what the instructions use ------------------------------------------------------------------------------------------

/** SEND: a value into a generator, coroutine or any iterator. May answer PUSHED; 0 without an error means it returned None. */
export function pushSend(receiver: Borrowed, value: Borrowed): number {
  const type = typeOf(receiver);
  if (type === PyGen_Type || type === PyCoro_Type) return pushSendTo(receiver, value);
  if (value === Py_None && isIterator(receiver)) return pushIterNext(receiver);
  const method = PyObject_GetAttr(receiver, id_send);
  if (method === 0) return 0;
  const result = pushCallOneArg(method, value);
  decref(method);
  return result;
}

/** After SEND got 0: the value that was returned (Owned), or 0 when another error is set. */
export function takeReturnValue(): Owned {
  if (PyErr_Occurred() === 0) return Py_None;
  if (!PyErr_ExceptionMatches(PyExc_StopIteration)) return 0;
  const exception = PyErr_GetRaisedException();
  const value = ptr(exception + PyStopIterationObject.value);
  const result = newRef(value === 0 ? Py_None : value);
  decref(exception);
  return result;
}

/**
 * A generator's frame returned a value and is gone. True: the frame below waits in SEND, has its value, and goes on.
 * False: 0 is to be delivered; StopIteration(value) is set unless the value is None.
 */
export function returnedToSend(value: Owned): boolean {
  const below = currentFrame();
  if (below !== 0 && !isNative(below) && isUnfinished(below, OP.SEND)) {
    const ip = ptr(below + _PyInterpreterFrame.instr_ptr);
    const prefixes = u16(below + _PyInterpreterFrame.return_offset) & 3;
    let oparg = u8(ip + 1);
    for (let i = 1; i <= prefixes; i++) oparg |= u8(ip + 1 - i * 2) << (8 * i);
    const top = i32(below + _PyInterpreterFrame.stacktop);
    replaceSlot(below + LOCALSPLUS + (top - 1) * 8, value);
    setPtrLow(below + _PyInterpreterFrame.instr_ptr, ip + 4 + oparg * 2);
    return true;
  }
  if (value === Py_None) return false;
  setStopIteration(value);
  decref(value);
  return false;
}

/** _PyGen_SetStopIterationValue: StopIteration(value), also when value is a tuple or an exception. */
export function setStopIteration(value: Borrowed): void {
  const args = PyTuple_Pack(value);
  if (args === 0) {
    PyErr_NoMemory();
    return;
  }
  PyErr_SetObject(PyExc_StopIteration, args);
  decref(args);
}

/** GET_YIELD_FROM_ITER: the iterator that `yield from` delegates to. Owned. */
export function getYieldFromIter(iterable: Borrowed, frame: Address): Owned {
  if (typeOf(iterable) === PyCoro_Type) {
    const flags = i32(ptr(frame + _PyInterpreterFrame.f_executable) + PyCodeObject.co_flags);
    if ((flags & (CO_COROUTINE | CO_ITERABLE_COROUTINE)) === 0) {
      return raise(PyExc_TypeError, "cannot 'yield from' a coroutine object in a non-coroutine generator");
    }
    return newRef(iterable);
  }
  return typeOf(iterable) === PyGen_Type ? newRef(iterable) : PyObject_GetIter(iterable);
}

// -- slots and methods ---------------------------------------------------------------------------------------------------

function gen_iternext(generator: Borrowed): Owned {
  return pushSendTo(generator, Py_None);
}

/** The answer of send() and throw(): the end is StopIteration. */
const sendStep = text("gen_send_step", (frame: Address, result: Owned): Owned => {
  if (result === 0 && PyErr_Occurred() === 0) raiseNone(PyExc_StopIteration);
  return finishNative(frame, result);
});

function withStopIteration(owner: Borrowed, call: () => Owned): Owned {
  const frame = pushNative(sendStep, 1);
  if (frame === 0) return PyErr_NoMemory();
  setNativeLocal(frame, 0, newRef(owner));
  const result = call();
  return result === PUSHED ? PUSHED : textFunction(sendStep)(frame, result);
}

function gen_send(generator: Borrowed, value: Borrowed): Owned {
  return withStopIteration(generator, () => pushSendTo(generator, value));
}

/** The iterator a suspended generator delegates to, borrowed, or 0. */
export function delegate(generator: Borrowed): Borrowed {
  if (stateOf(generator) !== FRAME_SUSPENDED_YIELD_FROM) return 0;
  const frame = frameOf(generator);
  const top = i32(frame + _PyInterpreterFrame.stacktop);
  return ptr(frame + LOCALSPLUS + (top - 1) * 8);
}

/** Raises the pending error inside a suspended generator, at the place where it stopped. PUSHED or 0. */
function pushRaiseInside(generator: Borrowed, isClosing = false): number {
  const state = stateOf(generator);
  if (state === FRAME_EXECUTING) return raise(PyExc_ValueError, `${kindName(generator)} already executing`);
  if (state > FRAME_EXECUTING) {
    if (typeOf(generator) !== PyCoro_Type || isClosing) return 0;
    return raise(PyExc_RuntimeError, "cannot reuse already awaited coroutine");
  }
  if (pushResume(generator, Py_None) === 0) return 0;
  // What the generator itself handles is the context of what is thrown into it.
  const handled = ptr(generator + PyGenObject.gi_exc_state_exc_value);
  if (handled !== 0 && handled !== Py_None) {
    const exception = PyErr_GetRaisedException();
    chainContext(exception);
    PyErr_SetRaisedException(exception);
  }
  return deliverError();
}

let deliverError: () => number = () => 0;
/** The loop registers how an error is raised in the current frame: it unwinds and answers PUSHED, or 0 when the frame is gone. */
export function setDeliverError(deliver: () => number): void {
  deliverError = deliver;
}

const id_send = identifier("send");
const id_throw = identifier("throw");
const id_close = identifier("close");
const id_warn_unawaited = identifier("_warn_unawaited_coroutine");

/**
 * The delegate answered throw(): its value is yielded on; its end or error goes into the generator. While a generator that it
 * delegates to runs, the generator's own frame stands below the native one, so that f_back finds it.
 */
const raiseStep = text("gen_throw_step", (frame: Address, result: Owned): Owned => {
  const generator = takeNativeLocal(frame, 0);
  finishNative(frame, 0);
  const own = frameOf(generator);
  if (currentFrame() === own) {
    setCurrentFrame(ptr(own + _PyInterpreterFrame.previous));
    setPtr(own + _PyInterpreterFrame.previous, 0);
  }
  setU8(generator + PyGenObject.gi_frame_state, FRAME_SUSPENDED_YIELD_FROM & 0xff);
  let answer: Owned = result;
  if (result === 0) {
    if (PyErr_Occurred() === 0) raiseNone(PyExc_StopIteration);
    answer = pushRaiseInside(generator);
  }
  decref(generator);
  return answer;
});

/**
 * _gen_throw. closesDelegate: GeneratorExit closes what the generator delegates to, and is not thrown into it.
 * value and traceback: 0 where they were not given. PUSHED, or an answer; 0 without an error when the generator returned None.
 */
export function pushThrow(
  generator: Borrowed,
  closesDelegate: boolean,
  type: Borrowed,
  value: Borrowed,
  traceback: Borrowed,
): Owned {
  const inner = delegate(generator);
  if (inner === 0) return pushThrowHere(generator, type, value, traceback);
  if (closesDelegate && PyErr_GivenExceptionMatches(type, PyExc_GeneratorExit)) {
    return closeDelegate(generator) < 0 ? pushRaiseInside(generator) : pushThrowHere(generator, type, value, traceback);
  }
  const own = typeOf(inner) === PyGen_Type || typeOf(inner) === PyCoro_Type;
  const method = own ? 0 : PyObject_GetOptionalAttr(inner, id_throw);
  if (!own && method === 0) return PyErr_Occurred() ? 0 : pushThrowHere(generator, type, value, traceback);
  const frame = pushNative(raiseStep, 1);
  if (frame === 0) {
    xdecref(method);
    return PyErr_NoMemory();
  }
  setNativeLocal(frame, 0, newRef(generator));
  if (own) {
    setPtr(frameOf(generator) + _PyInterpreterFrame.previous, ptr(frame + _PyInterpreterFrame.previous));
    setPtr(frame + _PyInterpreterFrame.previous, frameOf(generator));
  }
  setU8(generator + PyGenObject.gi_frame_state, FRAME_EXECUTING);
  const result = own
    ? pushThrow(inner, closesDelegate, type, value, traceback)
    : pushCallThrow(method, type, value, traceback);
  xdecref(method);
  return result === PUSHED ? PUSHED : textFunction(raiseStep)(frame, result);
}

function pushCallThrow(method: Borrowed, type: Borrowed, value: Borrowed, traceback: Borrowed): Owned {
  const row = allocateArguments(3);
  if (row === 0) return 0;
  setPtr(row, type);
  setPtr(row + 8, value);
  setPtr(row + 16, traceback);
  const result = pushVectorcall(method, row, value === 0 ? 1 : traceback === 0 ? 2 : 3, 0);
  freeArguments(row);
  return result;
}

function pushThrowHere(generator: Borrowed, type: Borrowed, value: Borrowed, traceback: Borrowed): number {
  return prepareThrow(type, value, traceback) ? pushRaiseInside(generator) : 0;
}

/** Closes what a generator delegates to, which cannot be entered meanwhile: settled. 0 or -1. */
function closeDelegate(generator: Borrowed): number {
  const inner = newRef(delegate(generator));
  setU8(generator + PyGenObject.gi_frame_state, FRAME_EXECUTING);
  const status = closeIterator(inner);
  setU8(generator + PyGenObject.gi_frame_state, FRAME_SUSPENDED_YIELD_FROM & 0xff);
  decref(inner);
  return status;
}

/** gen_close_iter: settled. 0 or -1. */
function closeIterator(iterator: Borrowed): number {
  if (typeOf(iterator) === PyGen_Type || typeOf(iterator) === PyCoro_Type) {
    const result = gen_close(iterator);
    xdecref(result);
    return result === 0 ? -1 : 0;
  }
  const method = PyObject_GetOptionalAttr(iterator, id_close);
  if (method === 0) {
    if (PyErr_Occurred()) PyErr_WriteUnraisable(iterator);
    return 0;
  }
  const result = PyObject_CallNoArgs(method);
  decref(method);
  xdecref(result);
  return result === 0 ? -1 : 0;
}

/** throw(type_or_value, value, traceback): sets the error as raise would. False with another error set. */
function prepareThrow(type: Borrowed, value: Borrowed, traceback: Borrowed): boolean {
  if (traceback !== 0 && traceback !== Py_None && typeOf(traceback) !== PyTraceBack_Type) {
    raise(PyExc_TypeError, "throw() third argument must be a traceback object");
    return false;
  }
  let exception: Owned;
  if (isExceptionClass(type)) {
    if (value !== 0 && isException(value) && PyErr_GivenExceptionMatches(value, type)) exception = newRef(value);
    else exception = createException(type, value);
    // An error of making it is thrown in its place.
    if (exception === 0) return true;
  } else if (isException(type)) {
    if (value !== 0 && value !== Py_None) {
      raise(PyExc_TypeError, "instance exception may not have a separate value");
      return false;
    }
    exception = newRef(type);
  } else {
    raise(
      PyExc_TypeError,
      `exceptions must be classes or instances deriving from BaseException, not ${typeNameOf(type)}`,
    );
    return false;
  }
  if (traceback !== 0 && traceback !== Py_None) {
    replaceSlot(exception + PyBaseExceptionObject.traceback, newRef(traceback));
  }
  PyErr_SetRaisedException(exception);
  return true;
}

/** throw() with several arguments is deprecated. False when the warning became an error. */
export function acceptThrow(value: Borrowed, name: string): boolean {
  const message = `the (type, exc, tb) signature of ${name}() is deprecated, use the single-arg signature instead.`;
  return value === 0 || PyErr_WarnEx(PyExc_DeprecationWarning, message, 1) >= 0;
}

function gen_throw(generator: Borrowed, type: Borrowed, value: Borrowed, traceback: Borrowed): Owned {
  if (!acceptThrow(value, "throw")) return 0;
  return withStopIteration(generator, () => pushThrow(generator, true, type, value, traceback));
}

/** Bit of RESUME's argument: no try block of the program's surrounds the yield. */
const RESUME_OPARG_DEPTH1_MASK = 4;

const RESUMES = new Set<number>([OP.RESUME, OP.RESUME_CHECK, OP.INSTRUMENTED_RESUME]);

function isOutsideTry(frame: Address): boolean {
  const ip = ptr(frame + _PyInterpreterFrame.instr_ptr);
  return RESUMES.has(u8(ip)) && (u8(ip + 1) & RESUME_OPARG_DEPTH1_MASK) !== 0;
}

/** close(): settled, since finalizers call it too. Without a try block nothing can see GeneratorExit: the frame ends. */
export function gen_close(generator: Borrowed): Owned {
  const state = stateOf(generator);
  // What never began keeps what it was given until it dies, as in 3.13.0.
  if (state === FRAME_CREATED) {
    setU8(generator + PyGenObject.gi_frame_state, FRAME_COMPLETED);
    return Py_None;
  }
  if (state > FRAME_EXECUTING) return Py_None;
  if (state === FRAME_SUSPENDED && isOutsideTry(frameOf(generator))) {
    setU8(generator + PyGenObject.gi_frame_state, FRAME_COMPLETED);
    clearLocals(frameOf(generator));
    clearSlot(frameOf(generator) + _PyInterpreterFrame.f_locals);
    return Py_None;
  }
  if (delegate(generator) === 0 || closeDelegate(generator) === 0) raiseNone(PyExc_GeneratorExit);
  const base = currentFrame();
  const result = settle(base, pushRaiseInside(generator, true));
  if (result !== 0) {
    decref(result);
    return raise(PyExc_RuntimeError, `${kindName(generator)} ignored GeneratorExit`);
  }
  if (PyErr_Occurred() === 0) return Py_None;
  if (PyErr_ExceptionMatches(PyExc_StopIteration)) return takeReturnValue();
  if (PyErr_ExceptionMatches(PyExc_GeneratorExit)) {
    PyErr_Clear();
    return Py_None;
  }
  return 0;
}

function gen_finalize(generator: Address): void {
  const state = stateOf(generator);
  if (state > FRAME_EXECUTING) return;
  const pending = PyErr_GetRaisedException();
  const finalizer = ptr(generator + PyGenObject.gi_origin_or_finalizer);
  let result: Owned = Py_None;
  if (typeOf(generator) === PyAsyncGen_Type && finalizer !== 0 && u8(generator + PyGenObject.gi_closed) === 0) {
    // The event loop's hook will close it.
    result = PyObject_CallOneArg(finalizer, generator);
  } else if (typeOf(generator) === PyCoro_Type && state === FRAME_CREATED) warnUnawaitedCoroutine(generator);
  else result = gen_close(generator);
  if (result === 0) PyErr_WriteUnraisable(generator);
  else decref(result);
  if (pending !== 0) PyErr_SetRaisedException(pending);
}

/** _PyErr_WarnUnawaitedCoroutine: the library's module warnings shows where the coroutine was made, if it knows. */
function warnUnawaitedCoroutine(coroutine: Borrowed): void {
  const warnings = PyImport_ImportModule("warnings");
  const warn = warnings === 0 ? 0 : PyObject_GetOptionalAttr(warnings, id_warn_unawaited);
  xdecref(warnings);
  if (warn === 0) PyErr_Clear();
  else {
    const result = PyObject_CallOneArg(warn, coroutine);
    decref(warn);
    if (result !== 0) {
      decref(result);
      return;
    }
    // A filter made an error of the warning, which is all there is to tell; another error is told beside the warning.
    const isWarned = PyErr_ExceptionMatches(PyExc_RuntimeWarning);
    PyErr_WriteUnraisable(coroutine);
    if (isWarned) return;
  }
  const message = `coroutine '${generatorText(coroutine)}' was never awaited`;
  if (PyErr_WarnEx(PyExc_RuntimeWarning, message, 1, coroutine) < 0) PyErr_WriteUnraisable(coroutine);
}

function gen_dealloc(generator: Address): void {
  if (isTracked(generator)) gcUntrack(generator);
  PyObject_ClearWeakRefs(generator);
  gcTrack(generator);
  if (finalizeFromDealloc(generator)) return;
  gcUntrack(generator);
  if (stateOf(generator) < FRAME_CLEARED) {
    setU8(generator + PyGenObject.gi_frame_state, FRAME_CLEARED);
    setPtr(frameOf(generator) + _PyInterpreterFrame.previous, 0);
    clearFrameContents(frameOf(generator));
  }
  clearSlot(generator + PyGenObject.gi_exc_state_exc_value);
  clearSlot(generator + PyGenObject.gi_origin_or_finalizer);
  decref(ptr(frameOf(generator) + _PyInterpreterFrame.f_executable));
  clearSlot(generator + PyGenObject.gi_name);
  clearSlot(generator + PyGenObject.gi_qualname);
  gcFree(generator);
}

function gen_traverse(generator: Address, visit: (o: Address) => number): number {
  for (const field of [PyGenObject.gi_name, PyGenObject.gi_qualname]) {
    const stop = visit(ptr(generator + field));
    if (stop !== 0) return stop;
  }
  if (stateOf(generator) < FRAME_CLEARED) {
    const stop = traverseFrame(frameOf(generator), visit, stateOf(generator) === FRAME_EXECUTING);
    if (stop !== 0) return stop;
  }
  const handled = ptr(generator + PyGenObject.gi_exc_state_exc_value);
  return handled === 0 ? 0 : visit(handled);
}

function generatorText(generator: Borrowed): string {
  return textOf(ptr(generator + PyGenObject.gi_qualname));
}
export const reprAs =
  (kind: string) =>
  (generator: Borrowed): Owned =>
    PyUnicode_FromString(`<${kind} object ${generatorText(generator)} at 0x${generator.toString(16)}>`);

const setText =
  (field: number, name: string) =>
  (generator: Borrowed, value: Borrowed): number => {
    if (value === 0 || !isUnicode(value)) return raiseInt(PyExc_TypeError, `${name} must be set to a string object`);
    replaceSlot(generator + field, newRef(value));
    return 0;
  };

/** What generators, coroutines and asynchronous generators show of themselves: gi_…, cr_… and ag_…. */
export const generatorGetsets = (prefix: string, delegateName: string): GetSetRow[] => [
  ["__name__", (g: Borrowed) => newRef(ptr(g + PyGenObject.gi_name)), setText(PyGenObject.gi_name, "__name__")],
  [
    "__qualname__",
    (g: Borrowed) => newRef(ptr(g + PyGenObject.gi_qualname)),
    setText(PyGenObject.gi_qualname, "__qualname__"),
  ],
  [delegateName, (g: Borrowed) => newRef(delegate(g) || Py_None)],
  ...(prefix === "ag"
    ? []
    : ([[`${prefix}_running`, (g: Borrowed) => bool(stateOf(g) === FRAME_EXECUTING)]] satisfies GetSetRow[])),
  [`${prefix}_frame`, (g: Borrowed) => (stateOf(g) > FRAME_EXECUTING ? Py_None : newRef(frameObject(frameOf(g))))],
  ...(prefix === "gi" ? [suspendedRow(prefix), codeRow(prefix)] : [codeRow(prefix), suspendedRow(prefix)]),
];

const suspendedRow = (prefix: string): GetSetRow => [
  `${prefix}_suspended`,
  (g: Borrowed) => bool(isSuspended(stateOf(g))),
];
const codeRow = (prefix: string): GetSetRow => [
  `${prefix}_code`,
  (g: Borrowed) => newRef(ptr(frameOf(g) + _PyInterpreterFrame.f_executable)),
];

export const GENERATOR_SLOTS = {
  tp_dealloc: gen_dealloc,
  tp_traverse: gen_traverse,
  tp_finalize: gen_finalize,
} as const;

/** Bytes of a generator with its frame: gen_sizeof. */
export function gen_sizeof(generator: Borrowed): Owned {
  const code = ptr(frameOf(generator) + _PyInterpreterFrame.f_executable);
  const slots = i32(code + PyCodeObject.co_nlocalsplus) + i32(code + PyCodeObject.co_stacksize);
  return PyLong_FromNumber(PyGenObject.gi_iframe + LOCALSPLUS + slots * 8);
}

export const GENERATOR_TYPE = {
  basicsize: PyGenObject.gi_iframe + LOCALSPLUS,
  itemsize: 8,
  flags: Py_TPFLAGS_HAVE_GC,
  weaklistoffset: PyGenObject.gi_weakreflist,
} as const;

const METHODS: readonly MethodRow[] = [
  ["send", "(value, /)", gen_send],
  ["throw", "(type, value=None, traceback=None, /)", gen_throw],
  ["close", "()", gen_close],
  ["__sizeof__", "()", gen_sizeof],
  ["__class_getitem__", "@classmethod (object, /)", genericAlias],
];

declareType(PyGen_Type, {
  name: "generator",
  ...GENERATOR_TYPE,
  slots: {
    ...GENERATOR_SLOTS,
    tp_repr: reprAs("generator"),
    tp_iter: (g: Borrowed) => newRef(g),
    tp_iternext: gen_iternext,
  },
  methods: METHODS,
  getset: generatorGetsets("gi", "gi_yieldfrom"),
});
declareType(PyCoro_Type, {
  name: "coroutine",
  ...GENERATOR_TYPE,
  slots: { ...GENERATOR_SLOTS, tp_repr: reprAs("coroutine"), am_await: coroutineAwait },
  methods: METHODS,
  members: [["cr_origin", "object", PyGenObject.gi_origin_or_finalizer, "readonly"]],
  getset: generatorGetsets("cr", "cr_await"),
});

// -- coroutine.__await__: an iterator that forwards --------------------------------------------------------------------------

const CO = PyCoroWrapper.cw_coroutine;

function coroutineAwait(coroutine: Borrowed): Owned {
  const o = gcNewVar(_PyCoroWrapper_Type, PyCoroWrapper.sizeof);
  if (o === 0) return PyErr_NoMemory();
  initObject(o, _PyCoroWrapper_Type);
  setPtr(o + CO, newRef(coroutine));
  gcTrack(o);
  return o;
}

declareType(_PyCoroWrapper_Type, {
  name: "coroutine_wrapper",
  basicsize: PyCoroWrapper.sizeof,
  flags: Py_TPFLAGS_HAVE_GC,
  slots: {
    tp_dealloc: (o: Address): void => {
      gcUntrack(o);
      clearSlot(o + CO);
      gcFree(o);
    },
    tp_traverse: (o: Address, visit: (o: Address) => number) => visit(ptr(o + CO)),
    tp_iter: (o: Borrowed) => newRef(o),
    tp_iternext: (o: Borrowed) => pushSendTo(ptr(o + CO), Py_None),
  },
  methods: [
    ["send", "(value, /)", (o: Borrowed, value: Borrowed) => gen_send(ptr(o + CO), value)],
    [
      "throw",
      "(type, value=None, traceback=None, /)",
      (o: Borrowed, type: Borrowed, value: Borrowed, traceback: Borrowed) =>
        gen_throw(ptr(o + CO), type, value, traceback),
    ],
    ["close", "()", (o: Borrowed) => gen_close(ptr(o + CO))],
  ],
});
