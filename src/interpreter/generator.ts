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
import { _PyInterpreterFrame, PyCodeObject, PyFunctionObject, PyGenObject } from "../memory/structs/code.ts";
import { PyBaseExceptionObject, PyStopIterationObject } from "../memory/structs/exceptions.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { PyThreadState } from "../memory/structs/runtime.ts";
import { text, textFunction } from "../memory/text.ts";
import { PyObject_GetIter, PyObject_GetOptionalAttr, pushIterNext } from "../objects/abstract.ts";
import { genericGetAttr, genericSetAttr } from "../objects/attributes.ts";
import { PyObject_CallNoArgs, pushCallOneArg } from "../objects/call.ts";
import { declareType } from "../objects/declare.ts";
import {
  createException,
  isExceptionClass,
  PyErr_Clear,
  PyErr_ExceptionMatches,
  PyErr_GetRaisedException,
  PyErr_NoMemory,
  PyErr_Occurred,
  PyErr_SetObject,
  PyErr_SetRaisedException,
  raise,
  raiseInt,
  raiseNone,
  typeNameOf,
} from "../objects/errors.ts";
import { clearLocals, frameObject, traverseFrame } from "../objects/frame_object.ts";
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
import { identifier } from "../objects/identifiers.ts";
import { bool } from "../objects/long_core.ts";
import {
  clearSlot,
  decref,
  incref,
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
import { _PyObject_LookupSpecial, pushSpecial } from "../objects/special.ts";
import { PyTuple_Pack } from "../objects/tuple_core.ts";
import { finalizeFromDealloc } from "../objects/type_alloc.ts";
import {
  Py_None,
  PyAsyncGen_Type,
  PyCoro_Type,
  PyExc_GeneratorExit,
  PyExc_RuntimeError,
  PyExc_StopAsyncIteration,
  PyExc_StopIteration,
  PyExc_TypeError,
  PyExc_ValueError,
  PyGen_Type,
  PyTraceBack_Type,
} from "../objects/types.ts";
import { PyUnicode_FromString, textOf } from "../objects/unicode_core.ts";
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
import { UNFINISHED } from "./unfinished.ts";

const CO_COROUTINE = 0x80;
const CO_ITERABLE_COROUTINE = 0x100;
const CO_ASYNC_GENERATOR = 0x200;

const frameOf = (generator: Address): Address => generator + PyGenObject.gi_iframe;
const stateOf = (generator: Address): number => i8(generator + PyGenObject.gi_frame_state);
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
  return generator;
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

function kindName(generator: Borrowed): string {
  const type = typeOf(generator);
  return type === PyCoro_Type ? "coroutine" : type === PyAsyncGen_Type ? "async generator" : "generator";
}

/** Continues a generator with a value, checking its state. PUSHED, or 0 (with or without an error). */
function pushSendTo(generator: Borrowed, value: Borrowed): number {
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
  if (value === Py_None && ptr(type + PyTypeObject.tp_iternext) !== 0) return pushIterNext(receiver);
  return pushSpecial(receiver, identifier("send"), value);
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
  if (below !== 0 && !isNative(below) && u16(below + _PyInterpreterFrame.return_offset) & UNFINISHED) {
    const ip = ptr(below + _PyInterpreterFrame.instr_ptr);
    if (u8(ip) === OP.SEND || u8(ip) === OP.SEND_GEN) {
      const prefixes = u16(below + _PyInterpreterFrame.return_offset) & 3;
      let oparg = u8(ip + 1);
      for (let i = 1; i <= prefixes; i++) oparg |= u8(ip + 1 - i * 2) << (8 * i);
      const top = i32(below + _PyInterpreterFrame.stacktop);
      replaceSlot(below + LOCALSPLUS + (top - 1) * 8, value);
      setPtrLow(below + _PyInterpreterFrame.instr_ptr, ip + 4 + oparg * 2);
      return true;
    }
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
function delegate(generator: Borrowed): Borrowed {
  if (stateOf(generator) !== FRAME_SUSPENDED_YIELD_FROM) return 0;
  const frame = frameOf(generator);
  const top = i32(frame + _PyInterpreterFrame.stacktop);
  return ptr(frame + LOCALSPLUS + (top - 1) * 8);
}

const raiseStep = text("gen_throw_step", (frame: Address, result: Owned): Owned => {
  // The delegate answered throw(): its value is yielded on; its end or error goes into the generator.
  const generator = takeNativeLocal(frame, 0);
  finishNative(frame, 0);
  setU8(generator + PyGenObject.gi_frame_state, FRAME_SUSPENDED_YIELD_FROM & 0xff);
  let answer: Owned = result;
  if (result === 0) answer = pushThrowHere(generator);
  decref(generator);
  return answer;
});

/** Raises the pending error inside a suspended generator, at the place where it stopped. PUSHED or 0. */
function pushThrowHere(generator: Borrowed): number {
  const state = stateOf(generator);
  if (state === FRAME_EXECUTING) {
    PyErr_Clear();
    return raise(PyExc_ValueError, `${kindName(generator)} already executing`);
  }
  if (state > FRAME_EXECUTING) return 0;
  if (pushResume(generator, Py_None) === 0) return 0;
  return deliverError();
}

let deliverError: () => number = () => 0;
/** The loop registers how an error is raised in the current frame: it unwinds and answers PUSHED, or 0 when the frame is gone. */
export function setDeliverError(deliver: () => number): void {
  deliverError = deliver;
}

const id_throw = identifier("throw");
const id_close = identifier("close");

/** generator.throw(exception) with the exception already pending. */
function pushThrow(generator: Borrowed): Owned {
  const inner = delegate(generator);
  if (inner === 0) return pushThrowHere(generator);
  const exception = PyErr_GetRaisedException();
  if (typeOf(exception) === PyExc_GeneratorExit || PyErrMatches(exception, PyExc_GeneratorExit)) {
    incref(inner);
    const closed = closeIterator(inner);
    decref(inner);
    if (closed < 0) {
      decref(exception);
      return pushThrowHere(generator);
    }
    PyErr_SetRaisedException(exception);
    return pushThrowHere(generator);
  }
  const own = typeOf(inner) === PyGen_Type || typeOf(inner) === PyCoro_Type;
  const method = own ? 0 : PyObject_GetOptionalAttr(inner, id_throw);
  if (!own && method === 0) {
    if (PyErr_Occurred()) {
      decref(exception);
      return 0;
    }
    PyErr_SetRaisedException(exception);
    return pushThrowHere(generator);
  }
  const frame = pushNative(raiseStep, 1);
  if (frame === 0) return PyErr_NoMemory();
  setNativeLocal(frame, 0, newRef(generator));
  setU8(generator + PyGenObject.gi_frame_state, FRAME_EXECUTING);
  let result: Owned;
  if (own) {
    PyErr_SetRaisedException(exception);
    result = pushThrow(inner);
  } else {
    result = pushCallOneArg(method, exception);
    decref(method);
    decref(exception);
  }
  return result === PUSHED ? PUSHED : textFunction(raiseStep)(frame, result);
}

import { PyErr_GivenExceptionMatches as PyErrMatches } from "../objects/errors.ts";

/** Closes what a generator delegates to: settled. 0 or -1. */
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
    if (value !== 0 && isException(value) && PyErrMatches(value, type)) exception = newRef(value);
    else exception = createException(type, value);
    if (exception === 0) return false;
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

function gen_throw(generator: Borrowed, type: Borrowed, value: Borrowed, traceback: Borrowed): Owned {
  if (!prepareThrow(type, value, traceback)) return 0;
  return withStopIteration(generator, () => pushThrow(generator));
}

/** Bit of RESUME's argument: no try block of the program's surrounds the yield. */
const RESUME_OPARG_DEPTH1_MASK = 4;

function isOutsideTry(frame: Address): boolean {
  const ip = ptr(frame + _PyInterpreterFrame.instr_ptr);
  return (u8(ip) === OP.RESUME || u8(ip) === OP.RESUME_CHECK) && (u8(ip + 1) & RESUME_OPARG_DEPTH1_MASK) !== 0;
}

/** close(): settled, since finalizers call it too. Without a try block nothing can see GeneratorExit: the frame ends. */
function gen_close(generator: Borrowed): Owned {
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
  const base = currentFrame();
  raiseNone(PyExc_GeneratorExit);
  const result = settle(base, pushThrow(generator));
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
  if (state === FRAME_CREATED && typeOf(generator) !== PyCoro_Type) {
    gen_close(generator);
  } else {
    const result = gen_close(generator);
    if (result === 0) PyErr_WriteUnraisable(generator);
    else decref(result);
  }
  if (pending !== 0) PyErr_SetRaisedException(pending);
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
  return textOf(ptr(generator + PyGenObject.gi_qualname), 1000);
}
const reprAs =
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

const getsets = (prefix: string, delegateName: string) =>
  [
    ["__name__", (g: Borrowed) => newRef(ptr(g + PyGenObject.gi_name)), setText(PyGenObject.gi_name, "__name__")],
    [
      "__qualname__",
      (g: Borrowed) => newRef(ptr(g + PyGenObject.gi_qualname)),
      setText(PyGenObject.gi_qualname, "__qualname__"),
    ],
    [delegateName, (g: Borrowed) => newRef(delegate(g) || Py_None)],
    [`${prefix}_running`, (g: Borrowed) => bool(stateOf(g) === FRAME_EXECUTING)],
    [`${prefix}_suspended`, (g: Borrowed) => bool(isSuspended(stateOf(g)))],
    [`${prefix}_frame`, (g: Borrowed) => (stateOf(g) > FRAME_EXECUTING ? Py_None : newRef(frameObject(frameOf(g))))],
    [`${prefix}_code`, (g: Borrowed) => newRef(ptr(frameOf(g) + _PyInterpreterFrame.f_executable))],
  ] as const;

const METHODS = [
  [
    "send",
    "(value, /)",
    gen_send,
    "send(value) -> send 'value' into generator,\nreturn next yielded value or raise StopIteration.",
  ],
  ["throw", "(type, value=None, traceback=None, /)", gen_throw, "throw(value)"],
  ["close", "()", gen_close, "close() -> raise GeneratorExit inside generator."],
] as const;

const SLOTS = {
  tp_dealloc: gen_dealloc,
  tp_traverse: gen_traverse,
  tp_getattro: genericGetAttr,
  tp_setattro: genericSetAttr,
  tp_finalize: gen_finalize,
} as const;

declareType(PyGen_Type, {
  name: "generator",
  basicsize: PyGenObject.gi_iframe + LOCALSPLUS,
  itemsize: 8,
  flags: Py_TPFLAGS_HAVE_GC,
  weaklistoffset: PyGenObject.gi_weakreflist,
  slots: { ...SLOTS, tp_repr: reprAs("generator"), tp_iter: (g: Borrowed) => newRef(g), tp_iternext: gen_iternext },
  methods: METHODS,
  getset: getsets("gi", "gi_yieldfrom"),
});
declareType(PyCoro_Type, {
  name: "coroutine",
  basicsize: PyGenObject.gi_iframe + LOCALSPLUS,
  itemsize: 8,
  flags: Py_TPFLAGS_HAVE_GC,
  weaklistoffset: PyGenObject.gi_weakreflist,
  slots: { ...SLOTS, tp_repr: reprAs("coroutine"), am_await: (g: Borrowed) => newRef(g) },
  methods: METHODS,
  getset: getsets("cr", "cr_await"),
});

// An async generator can be made, named and dropped; running one (__anext__, asend, athrow, aclose) is to come: see
// docs/differences.md.
declareType(PyAsyncGen_Type, {
  name: "async_generator",
  basicsize: PyGenObject.gi_iframe + LOCALSPLUS,
  itemsize: 8,
  flags: Py_TPFLAGS_HAVE_GC,
  weaklistoffset: PyGenObject.gi_weakreflist,
  slots: { ...SLOTS, tp_repr: reprAs("async_generator"), am_aiter: (g: Borrowed) => newRef(g) },
  getset: getsets("ag", "ag_await"),
});

// -- async: what the instructions of coroutines need; async generators follow -------------------------------------------

export function getAwaitable(o: Borrowed, context: number): Owned {
  if (typeOf(o) === PyCoro_Type) {
    if (delegate(o) !== 0) return raise(PyExc_RuntimeError, "coroutine is being awaited already");
    return newRef(o);
  }
  const method = _PyObject_LookupSpecial(o, identifier("__await__"));
  if (method === 0) {
    if (PyErr_Occurred()) return 0;
    const by = context === 1 ? "__aenter__" : "__aexit__";
    if (context > 0) {
      return raise(
        PyExc_TypeError,
        `'async with' received an object from ${by} that does not implement __await__: ${typeNameOf(o)}`,
      );
    }
    return raise(PyExc_TypeError, `object ${typeNameOf(o)} can't be used in 'await' expression`);
  }
  const result = PyObject_CallNoArgs(method);
  decref(method);
  return result;
}

export function getAiter(o: Borrowed): Owned {
  const method = _PyObject_LookupSpecial(o, identifier("__aiter__"));
  if (method === 0) {
    return PyErr_Occurred()
      ? 0
      : raise(PyExc_TypeError, `'async for' requires an object with __aiter__ method, got ${typeNameOf(o)}`);
  }
  const result = PyObject_CallNoArgs(method);
  decref(method);
  return result;
}

export function getAnext(iterator: Borrowed): Owned {
  const method = _PyObject_LookupSpecial(iterator, identifier("__anext__"));
  if (method === 0) {
    return PyErr_Occurred()
      ? 0
      : raise(PyExc_TypeError, `'async for' requires an iterator with __anext__ method, got ${typeNameOf(iterator)}`);
  }
  const next = PyObject_CallNoArgs(method);
  decref(method);
  if (next === 0) return 0;
  const awaitable = getAwaitable(next, 0);
  decref(next);
  return awaitable;
}

/** END_ASYNC_FOR: whether the exception is the end of the loop. */
export function endAsyncFor(exception: Borrowed): boolean {
  return PyErrMatches(exception, PyExc_StopAsyncIteration);
}

/** BEFORE_ASYNC_WITH: the manager at `at` becomes __aexit__, and __aenter__ goes above it. 0 or -1. */
export function asyncEnter(at: Address): number {
  const manager = ptr(at);
  const enter = asyncMethod(manager, "__aenter__", "__aexit__");
  if (enter === 0) return -1;
  const exit = asyncMethod(manager, "__aexit__", "__aenter__");
  if (exit === 0) {
    decref(enter);
    return -1;
  }
  setPtr(at, exit);
  setPtr(at + 8, enter);
  decref(manager);
  return 0;
}

function asyncMethod(manager: Borrowed, name: string, other: string): Owned {
  const method = _PyObject_LookupSpecial(manager, identifier(name));
  if (method !== 0 || PyErr_Occurred()) return method;
  const missed = name === "__aexit__" ? ` (missed ${name} method)` : "";
  void other;
  return raise(
    PyExc_TypeError,
    `'${typeNameOf(manager)}' object does not support the asynchronous context manager protocol${missed}`,
  );
}
