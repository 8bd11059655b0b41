// Instructions that tell tools of events, and then do what the instructions do that they stand for (monitoring/). None is in
// the loop: a program that nobody watches never meets them.
//
// A tool may set the line of the frame (MOVED): then the frame goes on where instr_ptr says, and oparg means nothing.
import { OP } from "../../bytecode/opcodes.ts";
import { THREAD } from "../../memory/data.ts";
import { i32, ptr, setPtr, u8 } from "../../memory/memory.ts";
import { _PyInterpreterFrame, PyCodeObject } from "../../memory/structs/code.ts";
import { PyTupleObject } from "../../memory/structs/containers.ts";
import { PyThreadState } from "../../memory/structs/runtime.ts";
import { pushIterNext } from "../../objects/abstract.ts";
import { clearStopIteration } from "../../objects/errors.ts";
import { decref } from "../../objects/object.ts";
import { pushSuperAttr } from "../../objects/super.ts";
import { Py_False, Py_None, Py_True } from "../../objects/types.ts";
import { makeArgumentTuple, pushCallFunctionEx } from "../call_ex.ts";
import { suspendAtYield } from "../generator.ts";
import {
  pushRowCall,
  pushRowReturn,
  pushSpreadCall,
  pushSpreadReturn,
  pushSuperCall,
  pushSuperReturn,
} from "../monitoring/calls.ts";
import { BRANCH, JUMP, PY_RESUME, PY_RETURN, PY_START } from "../monitoring/events.ts";
import {
  afterStep,
  belowLine,
  belowStep,
  MOVED,
  pushEvent,
  pushJumpEvent,
  pushLineEvent,
  pushStepEvent,
  pushValueEvent,
  pushYieldEvent,
  takeFlag,
} from "../monitoring/fire.ts";
import { instrument, isUpToDate } from "../monitoring/instrument.ts";
import { pushStopEvent, stopIsTold } from "../monitoring/stop.ts";
import { nameAt } from "../names.ts";
import { EVAL_BREAKER_EVENTS, handlePending } from "../pending.ts";

export const instrumented = {
  INSTRUMENTED_RESUME() {
    if (!isUpToDate(ptr(frame + _PyInterpreterFrame.f_executable))) {
      if (instrument(ptr(frame + _PyInterpreterFrame.f_executable)) < 0) error();
      deopt(u8(ip));
    }
    if ((i32(THREAD + PyThreadState.eval_breaker) & EVAL_BREAKER_EVENTS) !== 0 && (oparg & 3) < 2) {
      if (handlePending() < 0) error();
    }
    const told = pushEvent(frame, oparg === 0 ? PY_START : PY_RESUME, ip);
    suspend(told);
    if (told === 0) error();
    if (takeFlag(frame, MOVED)) enter();
  },
  INSTRUMENTED_RETURN_VALUE() {
    const told = pushValueEvent(frame, PY_RETURN, ip, ptr(sp - 8));
    suspend(told);
    if (told === 0) error();
    returnTop();
  },
  INSTRUMENTED_RETURN_CONST() {
    const constants = ptr(ptr(frame + _PyInterpreterFrame.f_executable) + PyCodeObject.co_consts);
    const told = pushValueEvent(frame, PY_RETURN, ip, ptr(constants + PyTupleObject.ob_item + oparg * 8));
    suspend(told);
    if (told === 0) error();
    returnConstant();
  },
  INSTRUMENTED_YIELD_VALUE() {
    sp -= 8;
    const kept = pushYieldEvent(frame, ip, ptr(sp));
    suspend(kept);
    if (kept === 0) error();
    suspendAtYield(frame, takeFlag(frame, MOVED), sp);
    yielded(kept);
  },
  INSTRUMENTED_END_FOR() {
    const told = pushStopEvent(frame, ip, ptr(sp - 16), ptr(sp - 8));
    suspend(told);
    if (told === 0) error();
    sp -= 8;
    decref(ptr(sp));
  },
  INSTRUMENTED_END_SEND() {
    const told = pushStopEvent(frame, ip, ptr(sp - 16), ptr(sp - 8));
    suspend(told);
    if (told === 0) error();
    const receiver = ptr(sp - 16);
    setPtr(sp - 16, ptr(sp - 8));
    sp -= 8;
    decref(receiver);
  },

  // -- lines and single instructions -----------------------------------------------------------------------------------
  INSTRUMENTED_LINE() {
    const told = pushLineEvent(frame, ip);
    if (told === Py_None) deopt(belowLine(frame, ip));
    suspend(told);
    if (told === 0) error();
    // Here again, or elsewhere: the line has begun, so it is not told twice.
    takeFlag(frame, MOVED);
    enter();
  },
  INSTRUMENTED_INSTRUCTION() {
    const told = pushStepEvent(frame, ip);
    if (told === Py_None) deopt(belowStep(frame, ip));
    suspend(told);
    if (told === 0) error();
    afterStep(frame);
    enter();
  },

  // -- jumps: the event's end makes the frame go on at the target ----------------------------------------------------------
  INSTRUMENTED_JUMP_FORWARD() {
    const told = pushJumpEvent(frame, JUMP, ip, ip + 2 + oparg * 2);
    suspend(told);
    error();
  },
  INSTRUMENTED_JUMP_BACKWARD() {
    checkPeriodic();
    const told = pushJumpEvent(frame, JUMP, ip, ip + 4 - oparg * 2);
    suspend(told);
    error();
  },
  INSTRUMENTED_POP_JUMP_IF_FALSE() {
    sp -= 8;
    const told = pushJumpEvent(frame, BRANCH, ip, ip + 4 + (ptr(sp) === Py_False ? oparg * 2 : 0));
    suspend(told);
    error();
  },
  INSTRUMENTED_POP_JUMP_IF_TRUE() {
    sp -= 8;
    const told = pushJumpEvent(frame, BRANCH, ip, ip + 4 + (ptr(sp) === Py_True ? oparg * 2 : 0));
    suspend(told);
    error();
  },
  INSTRUMENTED_POP_JUMP_IF_NONE() {
    sp -= 8;
    const operand = ptr(sp);
    decref(operand);
    const told = pushJumpEvent(frame, BRANCH, ip, ip + 4 + (operand === Py_None ? oparg * 2 : 0));
    suspend(told);
    error();
  },
  INSTRUMENTED_POP_JUMP_IF_NOT_NONE() {
    sp -= 8;
    const operand = ptr(sp);
    decref(operand);
    const told = pushJumpEvent(frame, BRANCH, ip, ip + 4 + (operand === Py_None ? 0 : oparg * 2));
    suspend(told);
    error();
  },
  INSTRUMENTED_FOR_ITER() {
    const item = pushIterNext(ptr(sp - 8));
    suspend(item);
    if (item === 0) {
      if (!stopIsTold(frame, OP.INSTRUMENTED_FOR_ITER, oparg)) enter();
      if (!clearStopIteration()) error();
      sp -= 8;
      decref(ptr(sp));
    } else {
      setPtr(sp, item);
      sp += 8;
    }
    // Behind END_FOR and POP_TOP.
    const told = pushJumpEvent(frame, BRANCH, ip, ip + 4 + (item === 0 ? (oparg + 2) * 2 : 0));
    suspend(told);
    error();
  },

  // -- calls -----------------------------------------------------------------------------------------------------------
  INSTRUMENTED_CALL() {
    const told = pushRowCall(frame, ip, sp - (oparg + 2) * 8, oparg);
    suspend(told);
    if (told === 0) error();
    callRow();
    suspend(called);
    const result = pushRowReturn(frame, ip, sp - (oparg + 2) * 8, oparg, called);
    answerCall(result);
  },
  INSTRUMENTED_CALL_KW() {
    const told = pushRowCall(frame, ip, sp - (oparg + 3) * 8, oparg);
    suspend(told);
    if (told === 0) error();
    callRowKw();
    suspend(called);
    const result = pushRowReturn(frame, ip, sp - (oparg + 3) * 8, oparg, called);
    answerCallKw(result);
  },
  INSTRUMENTED_CALL_FUNCTION_EX() {
    if (!makeArgumentTuple(sp - (3 + (oparg & 1)) * 8)) error();
    const told = pushSpreadCall(frame, ip, sp - (3 + (oparg & 1)) * 8);
    suspend(told);
    if (told === 0) error();
    const called = pushCallFunctionEx(sp - (3 + (oparg & 1)) * 8, oparg & 1);
    suspend(called);
    const result = pushSpreadReturn(frame, ip, sp - (3 + (oparg & 1)) * 8, called);
    answerCallEx(result);
  },
  INSTRUMENTED_LOAD_SUPER_ATTR() {
    const told = pushSuperCall(frame, ip, sp - 24, oparg);
    suspend(told);
    if (told === 0) error();
    const returned = pushSuperReturn(frame, ip, sp - 24, oparg);
    suspend(returned);
    if (returned === 0) error();
    const result = pushSuperAttr(
      ptr(sp - 24),
      ptr(sp - 16),
      ptr(sp - 8),
      nameAt(frame, oparg >> 2),
      0,
      (oparg & 2) === 0,
    );
    replaceSuper(result);
  },
};
