// sys.settrace and sys.setprofile as tools of monitoring (CPython's legacy_tracing.c). Their functions get a frame, the name
// of what happened and an argument, and sys.settrace has a function for each frame besides: what its 'call' answered.
// Invariant: c_tracefunc and c_profilefunc are 0 exactly when there is no function.
import { INTERPRETER, THREAD } from "../../memory/data.ts";
import {
  type Address,
  type Borrowed,
  type Owned,
  POINTER_BYTES,
  ptr,
  setPtr,
  setSsize,
  ssize,
  u8,
} from "../../memory/memory.ts";
import { _PyInterpreterFrame, PyFrameObject, PyMethodObject } from "../../memory/structs/code.ts";
import { PyBaseExceptionObject } from "../../memory/structs/exceptions.ts";
import { PyTypeObject } from "../../memory/structs/object.ts";
import { PyInterpreterState, PyThreadState } from "../../memory/structs/runtime.ts";
import { text, textFunction } from "../../memory/text.ts";
import { allocateArguments, freeArguments, pushVectorcall } from "../../objects/call.ts";
import { currentPythonFrame } from "../../objects/current_globals.ts";
import { PyErr_NoMemory } from "../../objects/errors.ts";
import { frameObject } from "../../objects/frame_object.ts";
import { identifier } from "../../objects/identifiers.ts";
import { clearSlot, decref, replaceSlot, typeOf, xdecref, xnewRef } from "../../objects/object.ts";
import { PyTuple_Pack } from "../../objects/tuple_core.ts";
import { Py_None, PyCFunction_Type, PyCMethod_Type, PyMethod_Type, PyMethodDescr_Type } from "../../objects/types.ts";
import {
  C_RAISE,
  C_RETURN,
  CALL,
  INSTRUCTION,
  JUMP,
  LINE,
  PROFILE_TOOL,
  PY_RESUME,
  PY_RETURN,
  PY_START,
  PY_THROW,
  PY_UNWIND,
  PY_YIELD,
  RAISE,
  STOP_ITERATION,
  TRACE_TOOL,
} from "./events.ts";
import { getLocalEvents, setEvents, setLocalEvents } from "./instrument.ts";
import { lineAtIndex } from "./lines.ts";
import { DISABLE, MISSING } from "./sentinels.ts";

const FRAME_CALLS = (1 << PY_START) | (1 << PY_RESUME) | (1 << PY_THROW);
const FRAME_RETURNS = (1 << PY_RETURN) | (1 << PY_YIELD) | (1 << PY_UNWIND);
const EXCEPTIONS = (1 << RAISE) | (1 << STOP_ITERATION);
const TRACE_EVENTS = FRAME_CALLS | FRAME_RETURNS | EXCEPTIONS | (1 << LINE) | (1 << JUMP);
const PROFILE_EVENTS = FRAME_CALLS | FRAME_RETURNS | (1 << CALL);

const call = identifier("call");
const exception = identifier("exception");
const line = identifier("line");
const return_ = identifier("return");
const c_call = identifier("c_call");
const c_exception = identifier("c_exception");
const c_return = identifier("c_return");
const opcode = identifier("opcode");

interface Hook {
  readonly tool: number;
  readonly events: number;
  /** Fields: the C function, its first argument, the number of threads that have one. */
  readonly func: Address;
  readonly callable: Address;
  readonly threads: Address;
  /** What stands for the C function. */
  readonly trampoline: Address;
}

const trace: Hook = {
  tool: TRACE_TOOL,
  events: TRACE_EVENTS,
  func: THREAD + PyThreadState.c_tracefunc,
  callable: THREAD + PyThreadState.c_traceobj,
  threads: INTERPRETER + PyInterpreterState.sys_tracing_threads,
  trampoline: text("trace_trampoline", () => 0),
};
const profile: Hook = {
  tool: PROFILE_TOOL,
  events: PROFILE_EVENTS,
  func: THREAD + PyThreadState.c_profilefunc,
  callable: THREAD + PyThreadState.c_profileobj,
  threads: INTERPRETER + PyInterpreterState.sys_profiling_threads,
  trampoline: text("profile_trampoline", () => 0),
};

/** Sets or (0) takes away a hook's function. 0, or -1 with an error set. */
function setHook(hook: Hook, callable: Borrowed): number {
  const change = (callable === 0 ? 0 : 1) - (ptr(hook.func) === 0 ? 0 : 1);
  setPtr(hook.func, callable === 0 ? 0 : hook.trampoline);
  setSsize(hook.threads, ssize(hook.threads) + change);
  replaceSlot(hook.callable, xnewRef(callable));
  if (ssize(hook.threads) === 0) return setEvents(hook.tool, 0);
  const o = hook === trace ? frameObject(currentPythonFrame()) : 0;
  if (o !== 0 && u8(o + PyFrameObject.f_trace_opcodes) && traceOpcodes(o, true) < 0) return -1;
  return setEvents(hook.tool, hook.events);
}

export const setTrace = (callable: Borrowed): number => setHook(trace, callable);
export const setProfile = (callable: Borrowed): number => setHook(profile, callable);
/** The functions set: borrowed, or 0. */
export const traceFunction = (): Borrowed => ptr(trace.callable);
export const profileFunction = (): Borrowed => ptr(profile.callable);

/** _PyEval_SetOpcodeTrace: events for each instruction of a frame's code, or none. 0, or -1 with an error set. */
export function traceOpcodes(o: Borrowed, isOn: boolean): number {
  const code = ptr(ptr(o + PyFrameObject.f_frame) + _PyInterpreterFrame.f_executable);
  const events = getLocalEvents(code, TRACE_TOOL);
  return setLocalEvents(code, TRACE_TOOL, isOn ? events | (1 << INSTRUCTION) : events & ~(1 << INSTRUCTION));
}

/** An error is set, and no function was asked: it stays. */
export const NOT_ASKED = -4;

/**
 * Tells the function of sys.settrace or sys.setprofile of an event in a frame. Owned, 0 with an error set, PUSHED; None when
 * nobody is to be told, DISABLE when it needs not be told again, and NOT_ASKED. index: of the instruction; argument: of the event, or 0.
 */
export function pushLegacy(
  tool: number,
  event: number,
  frame: Address,
  index: number,
  argument: Borrowed,
  first: Borrowed,
  target: number,
): Owned {
  const o = frameObject(frame);
  if (o === 0) return 0;
  return tool === TRACE_TOOL
    ? pushTrace(event, frame, o, index, argument, target)
    : pushProfile(event, o, argument, first);
}

function pushTrace(
  event: number,
  frame: Address,
  o: Borrowed,
  index: number,
  argument: Borrowed,
  target: number,
): Owned {
  if (ptr(trace.func) === 0) return Py_None;
  const bit = 1 << event;
  if (bit & FRAME_CALLS) return pushTraceCall(o, ptr(trace.callable), call, Py_None);
  const callback = ptr(o + PyFrameObject.f_trace);
  switch (event) {
    case LINE:
      return u8(o + PyFrameObject.f_trace_lines) ? pushTraceLine(o, callback) : Py_None;
    case JUMP: {
      // Only a line that jumps back to itself begins again without that its beginning tells.
      const code = ptr(frame + _PyInterpreterFrame.f_executable);
      if (target > index || lineAtIndex(code, target) !== lineAtIndex(code, index)) return DISABLE;
      if (u8(o + PyFrameObject.f_trace_lines) === 0 || lineAtIndex(code, index) < 0) return Py_None;
      return pushTraceLine(o, callback);
    }
    case INSTRUCTION:
      if (u8(o + PyFrameObject.f_trace_opcodes) === 0) return traceOpcodes(o, false) < 0 ? 0 : Py_None;
      return callback === 0 ? Py_None : pushFunction(callback, o, opcode, Py_None);
  }
  if (bit & EXCEPTIONS) {
    const traceback = ptr(argument + PyBaseExceptionObject.traceback);
    const triple = PyTuple_Pack(typeOf(argument), argument, traceback === 0 ? Py_None : traceback);
    if (triple === 0) return PyErr_NoMemory();
    const result = pushTraceCall(o, callback, exception, triple);
    decref(triple);
    return result;
  }
  return pushTraceCall(o, callback, return_, argument === 0 || event === PY_UNWIND ? Py_None : argument);
}

function pushTraceLine(o: Borrowed, callback: Borrowed): Owned {
  return callback === 0 ? Py_None : pushFunction(callback, o, line, Py_None);
}

function pushTraceCall(o: Borrowed, callback: Borrowed, what: Borrowed, argument: Borrowed): Owned {
  if (u8(o + PyFrameObject.f_trace_opcodes) && traceOpcodes(o, true) < 0) return 0;
  return callback === 0 ? Py_None : pushFunction(callback, o, what, argument);
}

function pushProfile(event: number, o: Borrowed, argument: Borrowed, first: Borrowed): Owned {
  if (ptr(profile.func) === 0) return Py_None;
  const bit = 1 << event;
  const callback = ptr(profile.callable);
  if (bit & FRAME_CALLS) return pushFunction(callback, o, call, Py_None);
  if (event !== CALL && event !== C_RETURN && event !== C_RAISE) {
    return pushFunction(callback, o, return_, argument === 0 || event === PY_UNWIND ? Py_None : argument);
  }
  const what = event === CALL ? c_call : event === C_RETURN ? c_return : c_exception;
  if (typeOf(argument) === PyMethod_Type) argument = ptr(argument + PyMethodObject.im_func);
  const type = typeOf(argument);
  if (type === PyCFunction_Type || type === PyCMethod_Type) return pushFunction(callback, o, what, argument);
  if (type !== PyMethodDescr_Type || first === MISSING) return Py_None;
  const bind = ptr(PyMethodDescr_Type + PyTypeObject.tp_descr_get);
  const method = textFunction(bind)(argument, first, typeOf(first));
  if (method === 0) return NOT_ASKED;
  const result = pushFunction(callback, o, what, method);
  decref(method);
  return result;
}

function pushFunction(callback: Borrowed, o: Borrowed, what: Borrowed, argument: Borrowed): Owned {
  const row = allocateArguments(3);
  if (row === 0) return 0;
  setPtr(row, o);
  setPtr(row + POINTER_BYTES, what);
  setPtr(row + 2 * POINTER_BYTES, argument);
  const result = pushVectorcall(callback, row, 3, 0);
  freeArguments(row);
  return result;
}

/** What the function answered (Owned; 0 with an error set): of a trace function it is the frame's own one. True: no error. */
export function takeLegacyAnswer(tool: number, frame: Address, answer: Owned): boolean {
  if (answer === 0) {
    if (tool === PROFILE_TOOL) dropHook(setProfile);
    else {
      dropHook(setTrace);
      clearSlot(ptr(frame + _PyInterpreterFrame.frame_obj) + PyFrameObject.f_trace);
    }
    return false;
  }
  if (tool === PROFILE_TOOL || answer === Py_None) decref(answer);
  else replaceSlot(ptr(frame + _PyInterpreterFrame.frame_obj) + PyFrameObject.f_trace, answer);
  return true;
}

/** Takes a failing function away while its error waits. */
function dropHook(set: (callable: Borrowed) => number): void {
  const pending = ptr(THREAD + PyThreadState.current_exception);
  setPtr(THREAD + PyThreadState.current_exception, 0);
  set(0);
  xdecref(ptr(THREAD + PyThreadState.current_exception));
  setPtr(THREAD + PyThreadState.current_exception, pending);
}
