// Statements that several instructions share: a call of a fragment's name stands for its statements, which use the names
// around it (`result`).

import { THREAD } from "../../memory/data.ts";
import { i32, ptr, setI32, setPtr, setU16 } from "../../memory/memory.ts";
import { _PyInterpreterFrame } from "../../memory/structs/code.ts";
import { PyThreadState } from "../../memory/structs/runtime.ts";
import { decref } from "../../objects/object.ts";
import { LOCALSPLUS, pushFrame, UNITS_OF_CALL } from "../frame.ts";
import { EVAL_BREAKER_EVENTS, handlePending } from "../pending.ts";

export const fragments = {
  /** A call that answers `result`, by a callable that is no Python function: the row goes, the answer comes. */
  answerCall(result: number) {
    suspend(result);
    const bottom = sp - (oparg + 2) * 8;
    while (sp > bottom) {
      sp -= 8;
      if (ptr(sp) !== 0) decref(ptr(sp));
    }
    if (result === 0) error();
    setPtr(sp, result);
    sp += 8;
    checkPeriodic();
  },
  /** Signals, switches of threads, collections: whoever wants the interpreter's attention gets it now. */
  checkPeriodic() {
    if ((i32(THREAD + PyThreadState.eval_breaker) & EVAL_BREAKER_EVENTS) !== 0) {
      if (handlePending() < 0) error();
    }
  },
  /** A row whose callable is a Python function with whatever parameters becomes its frame. */
  enterPythonCall() {
    const callee = sp - (oparg + 2) * 8;
    const hasSelf = ptr(callee + 8) !== 0;
    const count = hasSelf ? oparg + 1 : oparg;
    setI32(frame + _PyInterpreterFrame.stacktop, (callee - frame - LOCALSPLUS) >> 3);
    setU16(frame + _PyInterpreterFrame.return_offset, UNITS_OF_CALL);
    sp = callee;
    if (pushFrame(ptr(callee), 0, hasSelf ? callee + 8 : callee + 16, count, 0, count) < 0) error();
    enter();
  },
};
