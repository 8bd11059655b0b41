// What happens when an instruction fails: a traceback entry, then the handler that the exception table names, or the end
// of the frame (CPython's exception_unwind). Tools of monitoring are told on the way; telling may take a native frame, whose
// end goes on with what is to be done.
import { CODE_UNIT_BYTES } from "../bytecode/code_units.ts";
import { cacheUnits, OP } from "../bytecode/opcodes.ts";
import { THREAD } from "../memory/data.ts";
import { type Address, type Borrowed, i32, ptr, setI32, setPtr, setPtrLow, u8 } from "../memory/memory.ts";
import { _PyInterpreterFrame, PyCodeObject } from "../memory/structs/code.ts";
import { PyThreadState } from "../memory/structs/runtime.ts";
import { PyBytesObject } from "../memory/structs/text.ts";
import { text } from "../memory/text.ts";
import { baseOpcode } from "../objects/code_monitoring.ts";
import { PyErr_GetRaisedException, PyErr_SetRaisedException, raise } from "../objects/errors.ts";
import { currentFrame, finishNative, PUSHED, takeNativeLocal } from "../objects/frames.ts";
import { PyLong_FromNumber } from "../objects/long_core.ts";
import { decref, sizeOf, xdecref } from "../objects/object.ts";
import { PyTraceBack_Here } from "../objects/traceback.ts";
import { PyExc_SystemError } from "../objects/types.ts";
import { CODE_START, clearAndPop, frameCode, isIncomplete, LOCALSPLUS } from "./frame.ts";
import {
  EXCEPTION_HANDLED,
  globalTools,
  isWatched,
  LINE,
  PY_THROW,
  PY_UNWIND,
  RAISE,
  RERAISE,
} from "./monitoring/events.ts";
import { eventPlace, HELD, tell } from "./monitoring/fire.ts";
import { activeTools, instrument } from "./monitoring/instrument.ts";
import { leaveLine, lineAtIndex } from "./monitoring/lines.ts";

/**
 * Handles the pending error in a Python frame. True: a frame goes on, this one at its handler or what was pushed above it.
 * False: the frame is gone and the frame below is current; the error is still set.
 * isOwn: the instruction failed; false: a frame that it has entered did, or something is thrown into the frame.
 */
export function unwind(frame: Address, isOwn = true): boolean {
  if (ptr(THREAD + PyThreadState.current_exception) === 0)
    raise(PyExc_SystemError, "error return without exception set");
  if (!isIncomplete(frame)) PyTraceBack_Here(frame);
  const at = failingPlace(frame, isOwn);
  return wants(RAISE) ? tellPending(frame, RAISE, at, afterRaise) : jumpToHandler(frame, at);
}

/**
 * The code unit that counts as failing, for the handler and for tools: the one in front of what CPython would fetch next. That
 * is the last of the instruction and its caches, or the one before an instruction that has not begun to go on.
 */
function failingPlace(frame: Address, isOwn: boolean): Address {
  const ip = ptr(frame + _PyInterpreterFrame.instr_ptr);
  if (!isOwn) return ip - CODE_UNIT_BYTES;
  const code = frameCode(frame);
  return ip + cacheUnits[baseOpcode(code, (ip - code - CODE_START) >> 1)] * CODE_UNIT_BYTES;
}

/** What findHandler() found: the handler in code units; twice the depth of the stack there, plus one when it wants lasti. */
const handler = { target: 0, depthLasti: 0 };

/** Position behind the number that was read last. */
let at: Address = 0;
function readNumber(end: Address): number {
  let byte = at < end ? u8(at++) : 0;
  let value = byte & 0x3f;
  while (byte & 0x40) {
    byte = at < end ? u8(at++) : 0;
    value = (value << 6) | (byte & 0x3f);
  }
  return value;
}

/** Looks for the entry of a code unit in an exception table (bytecode/exceptiontable.ts: its form) where it lies. */
function findHandler(table: Borrowed, unit: number): boolean {
  at = table + PyBytesObject.ob_sval;
  const end = at + sizeOf(table);
  while (at < end) {
    const start = readNumber(end);
    const length = readNumber(end);
    handler.target = readNumber(end);
    handler.depthLasti = readNumber(end);
    // Entries are in the order of their ranges.
    if (unit < start) return false;
    if (unit < start + length) return true;
  }
  return false;
}

/** The same without a new traceback entry, with the handler of the instruction at `at`: for RERAISE. */
export function unwindAgain(frame: Address, at: Address): boolean {
  return wants(RERAISE) ? tellPending(frame, RERAISE, at, afterRaise) : jumpToHandler(frame, at);
}

/** Raises the pending error in a generator's frame that has just been made current. As unwind. */
export function throwInto(frame: Address): boolean {
  // Its RESUME, which brings code up to date, is not executed.
  if (instrument(frameCode(frame)) < 0) return unwind(frame, false);
  const o = ptr(frame + _PyInterpreterFrame.frame_obj);
  // A line that begins right behind RESUME is told, also when it is that of RESUME (but not as RESUME_CHECK).
  const opcode = u8(ptr(frame + _PyInterpreterFrame.instr_ptr));
  if (o !== 0 && (opcode === OP.RESUME || opcode === OP.INSTRUMENTED_RESUME)) leaveLine(o);
  if (wants(PY_THROW)) return tellPending(frame, PY_THROW, ptr(frame + _PyInterpreterFrame.instr_ptr), afterThrow);
  return unwind(frame, false);
}

function jumpToHandler(frame: Address, at: Address): boolean {
  const code = frameCode(frame);
  const offset = (at - (code + CODE_START)) >> 1;
  const lasti = (ptr(frame + _PyInterpreterFrame.instr_ptr) - (code + CODE_START)) >> 1;
  if (!findHandler(ptr(code + PyCodeObject.co_exceptiontable), offset)) {
    // A traceback keeps the frame with its locals, not what it was working on.
    dropStack(frame, i32(code + PyCodeObject.co_nlocalsplus));
    if (wants(PY_UNWIND)) return tellPending(frame, PY_UNWIND, at, afterUnwind);
    clearAndPop(frame);
    return false;
  }
  const { target, depthLasti } = handler;
  let top = dropStack(frame, i32(code + PyCodeObject.co_nlocalsplus) + (depthLasti >> 1));
  if (depthLasti & 1) {
    setPtr(frame + LOCALSPLUS + top * 8, PyLong_FromNumber(lasti));
    top++;
  }
  const exception = PyErr_GetRaisedException();
  setPtr(frame + LOCALSPLUS + top * 8, exception);
  setI32(frame + _PyInterpreterFrame.stacktop, top + 1);
  setPtrLow(frame + _PyInterpreterFrame.instr_ptr, code + CODE_START + target * CODE_UNIT_BYTES);
  leaveLineFor(frame, code, target);
  if (!wants(EXCEPTION_HANDLED)) return true;
  const tools = globalTools(EXCEPTION_HANDLED);
  const ip = code + CODE_START + target * CODE_UNIT_BYTES;
  const telling = { tools, argumentCount: 3, argument: exception, end: afterHandled };
  return tell(frame, EXCEPTION_HANDLED, ip, telling) === PUSHED;
}

/** A handler that begins without a line leaves the one that failed: the next is told, also when it is the same. */
function leaveLineFor(frame: Address, code: Address, index: number): void {
  const o = ptr(frame + _PyInterpreterFrame.frame_obj);
  if (o !== 0 && activeTools(code, LINE) !== 0 && lineAtIndex(code, index) < 0) leaveLine(o);
}

/** Releases what lies on a frame's stack above `floor`: the new top. */
function dropStack(frame: Address, floor: number): number {
  let top = i32(frame + _PyInterpreterFrame.stacktop);
  while (top > floor) {
    top--;
    setI32(frame + _PyInterpreterFrame.stacktop, top);
    xdecref(ptr(frame + LOCALSPLUS + top * 8));
  }
  return top;
}

// -- telling tools --------------------------------------------------------------------------------------------------------

const wants = (event: number): boolean => globalTools(event) !== 0 && isWatched();

/** Tells of the pending error, which waits aside. True: a frame goes on. False: the error goes to the frame below. */
function tellPending(frame: Address, event: number, at: Address, end: Address): boolean {
  const exception = PyErr_GetRaisedException();
  const telling = { tools: globalTools(event), argumentCount: 3, argument: exception, held: exception, end };
  const result = tell(frame, event, at, telling);
  // Without memory for the native frame the error is another, and the frame is still there.
  return result === PUSHED || (currentFrame() === frame && jumpToHandler(frame, at));
}

/** Pops the native frame; the error that waited is pending again, unless a tool has failed with another. The watched frame. */
function takeBack(native: Address, isGood: number): Address {
  const frame = ptr(native + _PyInterpreterFrame.previous);
  const exception = takeNativeLocal(native, HELD);
  finishNative(native, 0);
  if (isGood) PyErr_SetRaisedException(exception);
  else decref(exception);
  return frame;
}

const afterRaise = text("monitoring_after_raise", (native: Address, isGood: number): number => {
  const at = eventPlace(native);
  const frame = takeBack(native, isGood);
  return jumpToHandler(frame, at) ? PUSHED : 0;
});

const afterThrow = text("monitoring_after_throw", (native: Address, isGood: number): number => {
  return unwind(takeBack(native, isGood), false) ? PUSHED : 0;
});

const afterUnwind = text("monitoring_after_unwind", (native: Address, isGood: number): number => {
  clearAndPop(takeBack(native, isGood));
  return 0;
});

const afterHandled = text("monitoring_after_handled", (native: Address, isGood: number): number => {
  const at = eventPlace(native) - CODE_UNIT_BYTES;
  const frame = ptr(native + _PyInterpreterFrame.previous);
  finishNative(native, 0);
  return isGood !== 0 || jumpToHandler(frame, at) ? PUSHED : 0;
});
