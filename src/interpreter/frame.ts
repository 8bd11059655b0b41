// Python frames: pushed for a call, cleared when it ends (CPython's pycore_frame.h, frame.c, ceval.c).
//
//   head (FRAME_SPECIALS_BYTES) | locals, cells, free variables | value stack
//
// Invariant: every word of localsplus below stacktop is null or an owned reference; above it nothing is read.

import { cacheUnits, OP } from "../bytecode/opcodes.ts";
import { gcTrack, isTracked } from "../gc/link.ts";
import { countCall } from "../memory/counters.ts";
import { THREAD } from "../memory/data.ts";
import {
  type Address,
  type Borrowed,
  copyBytes,
  i32,
  type Owned,
  ptr,
  setI32,
  setPtr,
  setU8,
  setU16,
  u8,
} from "../memory/memory.ts";
import {
  _PyInterpreterFrame,
  PyCodeObject,
  PyFrameObject,
  PyFunctionObject,
  PyGenObject,
} from "../memory/structs/code.ts";
import { PyThreadState } from "../memory/structs/runtime.ts";
import { PyErr_Clear, PyErr_NoMemory, raiseInt } from "../objects/errors.ts";
import { frameObject } from "../objects/frame_object.ts";
import {
  currentFrame,
  FRAME_OWNED_BY_FRAME_OBJECT,
  FRAME_OWNED_BY_GENERATOR,
  FRAME_OWNED_BY_THREAD,
  popDataStack,
  pushDataStack,
  setCurrentFrame,
} from "../objects/frames.ts";
import { clearSlot, decref, incref, newRef, refcount, xdecref } from "../objects/object.ts";
import { PyExc_RecursionError } from "../objects/types.ts";
import { bindArguments } from "./bind.ts";

export const LOCALSPLUS = _PyInterpreterFrame.localsplus;
export const CODE_START = PyCodeObject.co_code_adaptive;

/** Locals are in slots of the frame, and not in a mapping. */
const CO_OPTIMIZED = 1;

/** Code units of CALL and CALL_KW with their caches: what a Python callee's return skips. */
export const UNITS_OF_CALL = 1 + cacheUnits[OP.CALL];
export const UNITS_OF_CALL_KW = 1 + cacheUnits[OP.CALL_KW];
/** The same of other instructions that enter a Python function or a generator. */
export const UNITS_OF_BINARY_SUBSCR = 1 + cacheUnits[OP.BINARY_SUBSCR];
export const UNITS_OF_LOAD_ATTR = 1 + cacheUnits[OP.LOAD_ATTR];
export const UNITS_OF_FOR_ITER = 1 + cacheUnits[OP.FOR_ITER];
export const UNITS_OF_SEND = 1 + cacheUnits[OP.SEND];

export const FRAME_CREATED = -3;
export const FRAME_SUSPENDED = -2;
export const FRAME_SUSPENDED_YIELD_FROM = -1;
export const FRAME_EXECUTING = 0;
export const FRAME_COMPLETED = 1;
export const FRAME_CLEARED = 4;

export function frameCode(frame: Address): Borrowed {
  return ptr(frame + _PyInterpreterFrame.f_executable);
}

/** Fills a fresh frame. Steals func; locals is Owned or 0. */
export function initializeFrame(frame: Address, func: Owned, locals: Owned, code: Borrowed, nulls: number): void {
  setPtr(frame + _PyInterpreterFrame.f_executable, newRef(code));
  setPtr(frame + _PyInterpreterFrame.f_funcobj, func);
  setPtr(frame + _PyInterpreterFrame.f_globals, ptr(func + PyFunctionObject.func_globals));
  setPtr(frame + _PyInterpreterFrame.f_builtins, ptr(func + PyFunctionObject.func_builtins));
  setPtr(frame + _PyInterpreterFrame.f_locals, locals);
  setPtr(frame + _PyInterpreterFrame.frame_obj, 0);
  setPtr(frame + _PyInterpreterFrame.instr_ptr, code + CODE_START);
  const localCount = i32(code + PyCodeObject.co_nlocalsplus);
  setI32(frame + _PyInterpreterFrame.stacktop, localCount);
  setU16(frame + _PyInterpreterFrame.return_offset, 0);
  // With the flags behind it, which are 0.
  setU16(frame + _PyInterpreterFrame.owner, FRAME_OWNED_BY_THREAD);
  for (let i = nulls; i < localCount; i++) setPtr(frame + LOCALSPLUS + i * 8, 0);
}

/**
 * Pushes a frame for func with arguments and makes it current. Steals func and the arguments (nargs positional ones, then
 * one for each of kwnames), and locals. 0, or -1 with an error set; then everything stolen is released.
 * As _PyEvalFramePushAndInit.
 */
export function pushFrame(
  func: Owned,
  locals: Owned,
  args: Address,
  nargs: number,
  kwnames: Borrowed,
  argumentCount: number,
): number {
  const code = ptr(func + PyFunctionObject.func_code);
  const remaining = i32(THREAD + PyThreadState.py_recursion_remaining);
  if (remaining <= 0 && checkRecursion() < 0) {
    return releaseCall(func, locals, args, argumentCount);
  }
  const frame = pushDataStack(i32(code + PyCodeObject.co_framesize) * 8);
  if (frame === 0) {
    PyErr_NoMemory();
    return releaseCall(func, locals, args, argumentCount);
  }
  // Code of a module that became a function has its names where a module has them.
  const isOptimized = (u8(code + PyCodeObject.co_flags) & CO_OPTIMIZED) !== 0;
  const names = isOptimized || locals !== 0 ? locals : newRef(ptr(func + PyFunctionObject.func_globals));
  initializeFrame(frame, func, names, code, 0);
  setPtr(frame + _PyInterpreterFrame.previous, currentFrame());
  if (bindArguments(func, code, frame + LOCALSPLUS, args, nargs, kwnames) < 0) {
    clearFrameContents(frame);
    popDataStack(frame);
    return -1;
  }
  setI32(THREAD + PyThreadState.py_recursion_remaining, i32(THREAD + PyThreadState.py_recursion_remaining) - 1);
  countCall();
  setCurrentFrame(frame);
  return 0;
}

function releaseCall(func: Owned, locals: Owned, args: Address, argumentCount: number): -1 {
  for (let i = 0; i < argumentCount; i++) decref(ptr(args + i * 8));
  decref(func);
  xdecref(locals);
  return -1;
}

/** Python calls left are used up: RecursionError, unless one is being handled already. */
export function checkRecursion(): number {
  const headroom = THREAD + PyThreadState.recursion_headroom;
  if (i32(headroom) > 0) return 0;
  setI32(headroom, i32(headroom) + 1);
  raiseInt(PyExc_RecursionError, "maximum recursion depth exceeded");
  setI32(headroom, i32(headroom) - 1);
  return -1;
}

/**
 * Releases what a frame holds: locals and stack, function, code; a generator keeps the code as long as it lives. The
 * frame object lives on with a copy if needed.
 */
export function clearFrameContents(frame: Address): void {
  const keepsCode = u8(frame + _PyInterpreterFrame.owner) === FRAME_OWNED_BY_GENERATOR;
  const object = ptr(frame + _PyInterpreterFrame.frame_obj);
  if (object !== 0) {
    setPtr(frame + _PyInterpreterFrame.frame_obj, 0);
    if (refcount(object) > 1) {
      if (keepsCode) incref(ptr(frame + _PyInterpreterFrame.f_executable));
      takeOwnership(object, frame);
      decref(object);
      return;
    }
    decref(object);
  }
  const top = i32(frame + _PyInterpreterFrame.stacktop);
  setI32(frame + _PyInterpreterFrame.stacktop, 0);
  for (let i = 0; i < top; i++) xdecref(ptr(frame + LOCALSPLUS + i * 8));
  xdecref(ptr(frame + _PyInterpreterFrame.f_locals));
  decref(ptr(frame + _PyInterpreterFrame.f_funcobj));
  if (!keepsCode) decref(ptr(frame + _PyInterpreterFrame.f_executable));
}

/** A frame object outlives its frame: the frame's words move into it. As take_ownership in frame.c. */
function takeOwnership(object: Address, frame: Address): void {
  const own = object + PyFrameObject._f_frame_data;
  const top = i32(frame + _PyInterpreterFrame.stacktop);
  copyBytes(own, frame, LOCALSPLUS + top * 8);
  setPtr(object + PyFrameObject.f_frame, own);
  setU8(own + _PyInterpreterFrame.owner, FRAME_OWNED_BY_FRAME_OBJECT);
  let previous = ptr(frame + _PyInterpreterFrame.previous);
  while (previous !== 0 && isIncomplete(previous)) previous = ptr(previous + _PyInterpreterFrame.previous);
  setPtr(own + _PyInterpreterFrame.previous, 0);
  if (previous !== 0) {
    const back = frameObject(previous);
    if (back !== 0) setPtr(object + PyFrameObject.f_back, newRef(back));
    else PyErr_Clear();
  }
  if (!isTracked(object)) gcTrack(object);
}

/** Frames that tracebacks skip: native ones, and those that have not come to their first traceable instruction. */
export function isIncomplete(frame: Address): boolean {
  const owner = u8(frame + _PyInterpreterFrame.owner);
  if (owner === 3) return true;
  if (owner === FRAME_OWNED_BY_GENERATOR) return false;
  const code = frameCode(frame);
  const first = code + CODE_START + i32(code + PyCodeObject._co_firsttraceable) * 2;
  return ptr(frame + _PyInterpreterFrame.instr_ptr) < first;
}

/** The generator that holds a frame. */
export function generatorOf(frame: Address): Borrowed {
  return frame - PyGenObject.gi_iframe;
}

/** Ends the current frame: as _PyEval_FrameClearAndPop. The frame below becomes current. */
export function clearAndPop(frame: Address): void {
  if (u8(frame + _PyInterpreterFrame.owner) === FRAME_OWNED_BY_GENERATOR) {
    const generator = generatorOf(frame);
    setU8(generator + PyGenObject.gi_frame_state, FRAME_CLEARED);
    setPtr(THREAD + PyThreadState.exc_info, ptr(generator + PyGenObject.gi_exc_state_previous_item));
    setPtr(generator + PyGenObject.gi_exc_state_previous_item, 0);
    setCurrentFrame(ptr(frame + _PyInterpreterFrame.previous));
    setI32(THREAD + PyThreadState.py_recursion_remaining, i32(THREAD + PyThreadState.py_recursion_remaining) + 1);
    // A frame object that lives on takes the frame below for its f_back.
    clearFrameContents(frame);
    setPtr(frame + _PyInterpreterFrame.previous, 0);
    clearSlot(generator + PyGenObject.gi_exc_state_exc_value);
    return;
  }
  setI32(THREAD + PyThreadState.py_recursion_remaining, i32(THREAD + PyThreadState.py_recursion_remaining) + 1);
  setCurrentFrame(ptr(frame + _PyInterpreterFrame.previous));
  clearFrameContents(frame);
  popDataStack(frame);
}

/**
 * A frame for a function whose parameters are all positional, with as many arguments: they move into its locals.
 * Steals func and arguments. The frame becomes current. 0 when the data stack is exhausted (nothing is stolen then).
 */
export function pushExact(func: Owned, code: Borrowed, args: Address, argumentCount: number): Address {
  const frame = pushDataStack(i32(code + PyCodeObject.co_framesize) * 8);
  if (frame === 0) return 0;
  initializeFrame(frame, func, 0, code, argumentCount);
  for (let i = 0; i < argumentCount; i++) setPtr(frame + LOCALSPLUS + i * 8, ptr(args + i * 8));
  setPtr(frame + _PyInterpreterFrame.previous, currentFrame());
  setI32(THREAD + PyThreadState.py_recursion_remaining, i32(THREAD + PyThreadState.py_recursion_remaining) - 1);
  countCall();
  setCurrentFrame(frame);
  return frame;
}
