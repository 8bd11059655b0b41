// Statements that several instructions share: a call of a fragment's name stands for its statements, which use the names
// around it (`result`).

import { OP } from "../../bytecode/opcodes.ts";
import { THREAD } from "../../memory/data.ts";
import { i32, ptr, setI32, setPtr, setU16, u8 } from "../../memory/memory.ts";
import { _PyInterpreterFrame, PyCFunctionObject, PyCodeObject, PyMethodObject } from "../../memory/structs/code.ts";
import { PyTupleObject } from "../../memory/structs/containers.ts";
import { PyMethodDescrObject } from "../../memory/structs/descriptors.ts";
import { PyMethodDef } from "../../memory/structs/object.ts";
import { PyThreadState } from "../../memory/structs/runtime.ts";
import { textFunction } from "../../memory/text.ts";
import { pushVectorcall } from "../../objects/call.ts";
import { FRAME_OWNED_BY_GENERATOR } from "../../objects/frames.ts";
import { decref, incref, sizeOf, typeOf, xdecref } from "../../objects/object.ts";
import { buildSlice } from "../../objects/slice.ts";
import { Py_None, PyFunction_Type, PyMethod_Type } from "../../objects/types.ts";
import { clearAndPop, LOCALSPLUS, pushFrame, UNITS_OF_CALL, UNITS_OF_CALL_KW, UNITS_OF_LOAD_ATTR } from "../frame.ts";
import { EVAL_BREAKER_EVENTS, handlePending } from "../pending.ts";
import { cacheVersion } from "../specialize.ts";

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
  /** A row whose callable is a bound method, and self null: function and self take their places. */
  spreadMethod(row: number, method: number, func: number) {
    const self = ptr(method + PyMethodObject.im_self);
    incref(self);
    incref(func);
    setPtr(row, func);
    setPtr(row + 8, self);
    decref(method);
  },
  spreadAnyMethod(row: number) {
    if (ptr(row + 8) === 0 && typeOf(ptr(row)) === PyMethod_Type) {
      const method = ptr(row);
      const func = ptr(method + PyMethodObject.im_func);
      spreadMethod(row, method, func);
    }
  },
  /** The callee's frame has been made of the row; its answer will take the row's place. */
  enterCallee(row: number) {
    setI32(frame + _PyInterpreterFrame.stacktop, (row - frame - LOCALSPLUS) >> 3);
    setU16(frame + _PyInterpreterFrame.return_offset, UNITS_OF_CALL);
    enter();
  },
  /** A built-in function of any number of arguments, and a method of a built-in type on the first of them. */
  callBuiltinOnRow(row: number, callable: number, method: number) {
    const hasSelf = ptr(row + 8) !== 0 ? 1 : 0;
    const result = textFunction(ptr(method + PyMethodDef.ml_meth))(
      ptr(callable + PyCFunctionObject.m_self),
      hasSelf ? row + 8 : row + 16,
      oparg + hasSelf,
      0,
    );
    answerCall(result);
  },
  callDescriptorOnRow(row: number, callable: number, method: number, hasSelf: number) {
    const args = hasSelf ? row + 8 : row + 16;
    const self = ptr(args);
    if (typeOf(self) !== ptr(callable + PyMethodDescrObject.d_type)) deopt(OP.CALL);
    const result = textFunction(ptr(method + PyMethodDef.ml_meth))(self, args + 8, oparg + hasSelf - 1, 0);
    answerCall(result);
  },
  /** Calls what a row of CALL holds, positional arguments only: `called` is the answer; a Python function is entered. */
  callRow() {
    const row = sp - (oparg + 2) * 8;
    spreadAnyMethod(row);
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
    spreadAnyMethod(row);
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
  /** The answer of a unary operation takes the operand's place, that of a binary one the places of both. */
  replaceOperand(result: number) {
    suspend(result);
    if (result === 0) error();
    const operand = ptr(sp - 8);
    setPtr(sp - 8, result);
    decref(operand);
  },
  replaceOperands(result: number) {
    suspend(result);
    if (result === 0) error();
    sp -= 8;
    const right = ptr(sp);
    const left = ptr(sp - 8);
    setPtr(sp - 8, result);
    decref(left);
    decref(right);
  },
  /** Something was stored in an object or deleted there: two operands go, or three. */
  dropTwo(status: number) {
    suspendInt(status);
    if (status < 0) error();
    sp -= 16;
    decref(ptr(sp));
    decref(ptr(sp + 8));
  },
  dropThree(status: number) {
    suspendInt(status);
    if (status < 0) error();
    sp -= 24;
    decref(ptr(sp));
    decref(ptr(sp + 8));
    decref(ptr(sp + 16));
  },
  /** A slice takes the places of its start and stop, so that operands stay on the stack during what follows. */
  buildSliceOfTwo() {
    const slice = buildSlice(ptr(sp - 16), ptr(sp - 8), Py_None);
    if (slice === 0) error();
    decref(ptr(sp - 16));
    decref(ptr(sp - 8));
    setPtr(sp - 16, slice);
    sp -= 8;
  },
  /** A global comes on the stack, and null behind it if it is to be called. */
  pushGlobal(value: number) {
    incref(value);
    setPtr(sp, value);
    sp += 8;
    if (oparg & 1) {
      setPtr(sp, 0);
      sp += 8;
    }
  },
  /** An attribute takes its owner's place, with null behind it if it is to be called. */
  replaceOwner(owner: number, value: number) {
    incref(value);
    setPtr(sp - 8, value);
    if (oparg & 1) {
      setPtr(sp, 0);
      sp += 8;
    }
    decref(owner);
  },
  replaceOwnerByCachedValue(owner: number) {
    const value = cacheVersion(ip + 12);
    incref(value);
    setPtr(sp - 8, value);
    decref(owner);
  },
  /** The owner of a method will be its first argument. */
  putCachedMethodBelowOwner(owner: number) {
    const method = cacheVersion(ip + 12);
    incref(method);
    setPtr(sp - 8, method);
    setPtr(sp, owner);
    sp += 8;
  },
  /** A Python function gives the attribute: its frame has been made. */
  enterForAttribute() {
    setI32(frame + _PyInterpreterFrame.stacktop, (sp - frame - LOCALSPLUS) >> 3);
    setU16(frame + _PyInterpreterFrame.return_offset, UNITS_OF_LOAD_ATTR);
    enter();
  },
  /** The answer of super() takes the places of super, class and self. */
  replaceSuper(result: number) {
    suspend(result);
    if (result === 0) error();
    sp -= 24;
    const superType = ptr(sp);
    const type = ptr(sp + 8);
    const self = ptr(sp + 16);
    setPtr(sp, result);
    sp += 8;
    if (oparg & 1) {
      setPtr(sp, 0);
      sp += 8;
    }
    decref(superType);
    decref(type);
    decref(self);
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
