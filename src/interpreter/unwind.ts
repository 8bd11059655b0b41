// What happens when an instruction fails: a traceback entry, then the handler that the exception table names, or the end
// of the frame (CPython's exception_unwind).
import { decodeExceptionTable } from "../bytecode/exceptiontable.ts";
import { THREAD } from "../memory/data.ts";
import { type Address, bytesAt, i32, ptr, setI32, setPtr, setPtrLow } from "../memory/memory.ts";
import { _PyInterpreterFrame, PyCodeObject } from "../memory/structs/code.ts";
import { PyThreadState } from "../memory/structs/runtime.ts";
import { PyBytesObject } from "../memory/structs/text.ts";
import { PyErr_GetRaisedException, raise } from "../objects/errors.ts";
import { PyLong_FromNumber } from "../objects/long_core.ts";
import { sizeOf, xdecref } from "../objects/object.ts";
import { PyTraceBack_Here } from "../objects/traceback.ts";
import { PyExc_SystemError } from "../objects/types.ts";
import { CODE_START, clearAndPop, frameCode, isIncomplete, LOCALSPLUS } from "./frame.ts";

/**
 * Handles the pending error in a Python frame. True: the frame goes on at its handler. False: the frame is gone and the
 * frame below is current; the error is still set.
 */
export function unwind(frame: Address): boolean {
  if (ptr(THREAD + PyThreadState.current_exception) === 0)
    raise(PyExc_SystemError, "error return without exception set");
  if (!isIncomplete(frame)) PyTraceBack_Here(frame);
  return jumpToHandler(frame, ptr(frame + _PyInterpreterFrame.instr_ptr));
}

/**
 * The same for an error that is thrown into a suspended generator. It goes on behind a YIELD_VALUE, and it is the handler of that
 * one which is asked: for `yield from`, it makes a value of StopIteration.
 */
export function unwindThrown(frame: Address): boolean {
  PyTraceBack_Here(frame);
  return jumpToHandler(frame, ptr(frame + _PyInterpreterFrame.instr_ptr) - 2);
}

/** The same without a new traceback entry, with the handler of the instruction at `at`: for RERAISE. */
export function jumpToHandler(frame: Address, at: Address): boolean {
  const code = frameCode(frame);
  const offset = (at - (code + CODE_START)) >> 1;
  const lasti = (ptr(frame + _PyInterpreterFrame.instr_ptr) - (code + CODE_START)) >> 1;
  const table = ptr(code + PyCodeObject.co_exceptiontable);
  const ranges = decodeExceptionTable(bytesAt(table + PyBytesObject.ob_sval, sizeOf(table)));
  const entry = ranges.find((range) => range.start <= offset * 2 && offset * 2 < range.end);
  if (entry === undefined) {
    clearAndPop(frame);
    return false;
  }
  const floor = i32(code + PyCodeObject.co_nlocalsplus) + entry.depth;
  let top = i32(frame + _PyInterpreterFrame.stacktop);
  while (top > floor) {
    top--;
    setI32(frame + _PyInterpreterFrame.stacktop, top);
    xdecref(ptr(frame + LOCALSPLUS + top * 8));
  }
  if (entry.lasti) {
    setPtr(frame + LOCALSPLUS + top * 8, PyLong_FromNumber(lasti));
    top++;
  }
  setPtr(frame + LOCALSPLUS + top * 8, PyErr_GetRaisedException());
  setI32(frame + _PyInterpreterFrame.stacktop, top + 1);
  setPtrLow(frame + _PyInterpreterFrame.instr_ptr, code + CODE_START + entry.target);
  return true;
}
