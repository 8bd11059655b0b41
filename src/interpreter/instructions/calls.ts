// Calls, functions, returns, generators.

import { OP } from "../../bytecode/opcodes.ts";
import { THREAD } from "../../memory/data.ts";
import { i32, ptr, setI32, setPtr, setPtrLow, setU8, u8 } from "../../memory/memory.ts";
import { _PyInterpreterFrame, PyFunctionObject, PyGenObject } from "../../memory/structs/code.ts";
import { PyThreadState } from "../../memory/structs/runtime.ts";
import { setCurrentFrame } from "../../objects/frames.ts";
import { PyFunction_New } from "../../objects/function.ts";
import { decref } from "../../objects/object.ts";
import { pushCallFunctionEx } from "../call_ex.ts";
import { FRAME_SUSPENDED, FRAME_SUSPENDED_YIELD_FROM, LOCALSPLUS } from "../frame.ts";
import { makeGenerator, pushSend, takeReturnValue } from "../generator.ts";
import { callIntrinsic1, callIntrinsic2 } from "../intrinsics.ts";
import { stopIsTold } from "../monitoring/stop.ts";
import { countDown, triggers } from "../specialize.ts";
import { specializeCall } from "../specialize_calls.ts";
import { specializeSend } from "../specialize_operators.ts";

export const calls = {
  CALL() {
    if (triggers(ip)) {
      specializeCall(sp - (oparg + 2) * 8, ip, oparg);
      deopt(u8(ip));
    }
    countDown(ip);
    callRow();
    const result = called;
    answerCall(result);
  },
  CALL_KW() {
    callRowKw();
    const result = called;
    answerCallKw(result);
  },
  CALL_FUNCTION_EX() {
    const row = sp - (3 + (oparg & 1)) * 8;
    const result = pushCallFunctionEx(row, oparg & 1);
    answerCallEx(result);
  },
  CALL_INTRINSIC_1() {
    const result = callIntrinsic1(oparg, ptr(sp - 8), frame);
    if (result === 0) error();
    const value = ptr(sp - 8);
    setPtr(sp - 8, result);
    decref(value);
  },
  CALL_INTRINSIC_2() {
    const result = callIntrinsic2(oparg, ptr(sp - 16), ptr(sp - 8));
    if (result === 0) error();
    sp -= 8;
    const second = ptr(sp);
    const first = ptr(sp - 8);
    setPtr(sp - 8, result);
    decref(first);
    decref(second);
  },
  MAKE_FUNCTION() {
    const code = ptr(sp - 8);
    const func = PyFunction_New(code, ptr(frame + _PyInterpreterFrame.f_globals));
    if (func === 0) error();
    setPtr(sp - 8, func);
    decref(code);
  },
  SET_FUNCTION_ATTRIBUTE() {
    const func = ptr(sp - 8);
    const value = ptr(sp - 16);
    const field =
      oparg === 1
        ? PyFunctionObject.func_defaults
        : oparg === 2
          ? PyFunctionObject.func_kwdefaults
          : oparg === 4
            ? PyFunctionObject.func_annotations
            : PyFunctionObject.func_closure;
    setPtr(func + field, value);
    setPtr(sp - 16, func);
    sp -= 8;
  },
  RETURN_VALUE() {
    returnTop();
  },
  RETURN_CONST() {
    returnConstant();
  },
  RETURN_GENERATOR() {
    setPtrLow(frame + _PyInterpreterFrame.instr_ptr, ip + 2);
    const generator = makeGenerator(frame);
    if (generator === 0) error();
    deliver(generator);
  },
  YIELD_VALUE() {
    sp -= 8;
    const value = ptr(sp);
    setI32(frame + _PyInterpreterFrame.stacktop, (sp - frame - LOCALSPLUS) >> 3);
    // The value that is sent back will be pushed, and the generator goes on behind this instruction.
    setPtrLow(frame + _PyInterpreterFrame.instr_ptr, ip + 2);
    const generator = frame - PyGenObject.gi_iframe;
    setU8(generator + PyGenObject.gi_frame_state, (oparg === 0 ? FRAME_SUSPENDED : FRAME_SUSPENDED_YIELD_FROM) & 0xff);
    setPtr(THREAD + PyThreadState.exc_info, ptr(generator + PyGenObject.gi_exc_state_previous_item));
    setPtr(generator + PyGenObject.gi_exc_state_previous_item, 0);
    setI32(THREAD + PyThreadState.py_recursion_remaining, i32(THREAD + PyThreadState.py_recursion_remaining) + 1);
    setCurrentFrame(ptr(frame + _PyInterpreterFrame.previous));
    setPtr(frame + _PyInterpreterFrame.previous, 0);
    yielded(value);
  },
  SEND() {
    if (triggers(ip)) {
      specializeSend(ptr(sp - 16), ip, oparg);
      deopt(u8(ip));
    }
    countDown(ip);
    const result = pushSend(ptr(sp - 16), ptr(sp - 8));
    suspend(result);
    const old = ptr(sp - 8);
    if (result !== 0) {
      setPtr(sp - 8, result);
      decref(old);
      next();
    }
    if (!stopIsTold(frame, OP.SEND, oparg)) enter();
    const returned = takeReturnValue();
    if (returned === 0) error();
    setPtr(sp - 8, returned);
    decref(old);
    jumpBy(oparg);
  },
};
