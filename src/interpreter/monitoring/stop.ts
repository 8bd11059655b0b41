// Ends of iterations. One that a StopIteration ends is told as RAISE; one that a generator ends that was entered as a callee
// is told as STOP_ITERATION, with an exception made for that.
import { type Address, type Borrowed, type Owned, ptr } from "../../memory/memory.ts";
import { _PyInterpreterFrame } from "../../memory/structs/code.ts";
import { text } from "../../memory/text.ts";
import {
  PyErr_ExceptionMatches,
  PyErr_GetRaisedException,
  PyErr_Occurred,
  PyErr_SetObject,
  PyErr_SetRaisedException,
} from "../../objects/errors.ts";
import { finishNative, PUSHED, takeNativeLocal } from "../../objects/frames.ts";
import { decref, typeOf } from "../../objects/object.ts";
import { Py_None, PyCoro_Type, PyExc_StopIteration, PyGen_Type } from "../../objects/types.ts";
import { waitFor } from "../unfinished.ts";
import { globalTools, isWatched, RAISE, STOP_ITERATION } from "./events.ts";
import { HELD, pushValueEvent, STOP_TOLD, setFlag, takeFlag, tell, toolsToTell } from "./fire.ts";

/**
 * FOR_ITER, SEND: their iterator has ended. Tells of a pending StopIteration, which stays pending. False when tools run first:
 * then the instruction's first rest comes again.
 */
export function stopIsTold(frame: Address, opcode: number, oparg: number): boolean {
  const tools = globalTools(RAISE);
  if (tools === 0 || takeFlag(frame, STOP_TOLD) || !isWatched()) return true;
  if (PyErr_Occurred() === 0 || !PyErr_ExceptionMatches(PyExc_StopIteration)) return true;
  const exception = PyErr_GetRaisedException();
  const telling = { tools, argumentCount: 3, argument: exception, held: exception, end: afterStop };
  const ip = ptr(frame + _PyInterpreterFrame.instr_ptr);
  if (tell(frame, RAISE, ip, telling) !== PUSHED) {
    takeFlag(frame, STOP_TOLD);
    return true;
  }
  waitFor(frame, opcode, oparg);
  return false;
}

const afterStop = text("monitoring_after_stop", (native: Address, isGood: number): Owned => {
  const frame = ptr(native + _PyInterpreterFrame.previous);
  const exception = takeNativeLocal(native, HELD);
  finishNative(native, 0);
  setFlag(frame, STOP_TOLD);
  if (isGood) PyErr_SetRaisedException(exception);
  else decref(exception);
  return 0;
});

/** END_FOR, END_SEND: a generator returned a value. None, 0 with an error set, or PUSHED. */
export function pushStopEvent(frame: Address, ip: Address, receiver: Borrowed, value: Borrowed): Owned {
  const type = typeOf(receiver);
  if (type !== PyGen_Type && type !== PyCoro_Type) return Py_None;
  if (toolsToTell(frame, STOP_ITERATION, ip) === 0) return Py_None;
  PyErr_SetObject(PyExc_StopIteration, value);
  const exception = PyErr_GetRaisedException();
  const result = pushValueEvent(frame, STOP_ITERATION, ip, exception);
  decref(exception);
  return result;
}
