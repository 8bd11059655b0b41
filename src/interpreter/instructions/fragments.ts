// Statements that several instructions share: a call of a fragment's name stands for its statements, which use the names
// around it (`result`).

import { THREAD } from "../../memory/data.ts";
import { i32, ptr, setI32, setPtr, setU16, u8 } from "../../memory/memory.ts";
import { _PyInterpreterFrame, PyCodeObject, PyMethodObject } from "../../memory/structs/code.ts";
import { PyTupleObject } from "../../memory/structs/containers.ts";
import { PyThreadState } from "../../memory/structs/runtime.ts";
import { pushVectorcall } from "../../objects/call.ts";
import { FRAME_OWNED_BY_GENERATOR } from "../../objects/frames.ts";
import { decref, incref, sizeOf, typeOf, xdecref } from "../../objects/object.ts";
import { PyFunction_Type, PyMethod_Type } from "../../objects/types.ts";
import { clearAndPop, LOCALSPLUS, pushFrame, UNITS_OF_CALL, UNITS_OF_CALL_KW } from "../frame.ts";
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
  /** Calls what a row of CALL holds, positional arguments only: `called` is the answer; a Python function is entered. */
  callRow() {
    const row = sp - (oparg + 2) * 8;
    if (ptr(row + 8) === 0 && typeOf(ptr(row)) === PyMethod_Type) {
      // A bound method is taken apart: function and self take the places of method and null.
      const method = ptr(row);
      const self = ptr(method + PyMethodObject.im_self);
      const func = ptr(method + PyMethodObject.im_func);
      incref(self);
      incref(func);
      setPtr(row, func);
      setPtr(row + 8, self);
      decref(method);
    }
    const callable = ptr(row);
    const hasSelf = ptr(row + 8) !== 0;
    const args = hasSelf ? row + 8 : row + 16;
    const nargs = hasSelf ? oparg + 1 : oparg;
    if (typeOf(callable) === PyFunction_Type) {
      setI32(frame + _PyInterpreterFrame.stacktop, (row - frame - LOCALSPLUS) >> 3);
      setU16(frame + _PyInterpreterFrame.return_offset, UNITS_OF_CALL);
      sp = row;
      if (pushFrame(callable, 0, args, nargs, 0, nargs) < 0) error();
      enter();
    }
    const called = pushVectorcall(callable, args, nargs, 0);
  },
  /** The same for a row of CALL_KW, with the names of keywords on top. */
  callRowKw() {
    const row = sp - (oparg + 3) * 8;
    if (ptr(row + 8) === 0 && typeOf(ptr(row)) === PyMethod_Type) {
      const method = ptr(row);
      const self = ptr(method + PyMethodObject.im_self);
      const func = ptr(method + PyMethodObject.im_func);
      incref(self);
      incref(func);
      setPtr(row, func);
      setPtr(row + 8, self);
      decref(method);
    }
    const callable = ptr(row);
    const kwnames = ptr(sp - 8);
    const hasSelf = ptr(row + 8) !== 0;
    const args = hasSelf ? row + 8 : row + 16;
    const total = hasSelf ? oparg + 1 : oparg;
    const nargs = total - sizeOf(kwnames);
    if (typeOf(callable) === PyFunction_Type) {
      setI32(frame + _PyInterpreterFrame.stacktop, (row - frame - LOCALSPLUS) >> 3);
      setU16(frame + _PyInterpreterFrame.return_offset, UNITS_OF_CALL_KW);
      sp = row;
      const status = pushFrame(callable, 0, args, nargs, kwnames, total);
      decref(kwnames);
      if (status < 0) error();
      enter();
    }
    const called = pushVectorcall(callable, args, nargs, kwnames);
  },
  /** The rows of CALL_KW and CALL_FUNCTION_EX go, the answer comes. */
  answerCallKw(result: number) {
    suspend(result);
    const bottom = sp - (oparg + 3) * 8;
    while (sp > bottom) {
      sp -= 8;
      xdecref(ptr(sp));
    }
    if (result === 0) error();
    setPtr(sp, result);
    sp += 8;
    checkPeriodic();
  },
  answerCallEx(result: number) {
    suspend(result);
    const bottom = sp - (3 + (oparg & 1)) * 8;
    while (sp > bottom) {
      sp -= 8;
      xdecref(ptr(sp));
    }
    if (result === 0) error();
    setPtr(sp, result);
    sp += 8;
    checkPeriodic();
  },
  /** The frame ends with the value on the stack's top, or with a constant. */
  returnTop() {
    sp -= 8;
    const returned = ptr(sp);
    setI32(frame + _PyInterpreterFrame.stacktop, (sp - frame - LOCALSPLUS) >> 3);
    const generator = u8(frame + _PyInterpreterFrame.owner) === FRAME_OWNED_BY_GENERATOR;
    clearAndPop(frame);
    if (generator) ended(returned);
    deliver(returned);
  },
  returnConstant() {
    const consts = ptr(ptr(frame + _PyInterpreterFrame.f_executable) + PyCodeObject.co_consts);
    const returned = ptr(consts + PyTupleObject.ob_item + oparg * 8);
    incref(returned);
    const generator = u8(frame + _PyInterpreterFrame.owner) === FRAME_OWNED_BY_GENERATOR;
    clearAndPop(frame);
    if (generator) ended(returned);
    deliver(returned);
  },
};
