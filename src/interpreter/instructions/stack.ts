// Instructions that move values between the stack, locals, cells, constants and globals, and that jump.

import { OP } from "../../bytecode/opcodes.ts";
import { THREAD } from "../../memory/data.ts";
import { i32, ptr, setPtr, setU8, u8 } from "../../memory/memory.ts";
import { _PyInterpreterFrame, PyCellObject, PyCodeObject, PyFunctionObject } from "../../memory/structs/code.ts";
import { PyTupleObject } from "../../memory/structs/containers.ts";
import { PyThreadState } from "../../memory/structs/runtime.ts";
import { newCell } from "../../objects/cell.ts";
import { decref, incref, xdecref } from "../../objects/object.ts";
import { Py_False, Py_None, Py_True } from "../../objects/types.ts";
import { LOCALSPLUS } from "../frame.ts";
import { instrument, isUpToDate } from "../monitoring/instrument.ts";
import {
  deleteGlobal,
  deleteName,
  loadBuiltinName,
  loadFromDictOrGlobals,
  loadName,
  nameAt,
  raiseUnboundDeref,
  raiseUnboundLocal,
  storeGlobal,
  storeName,
} from "../names.ts";
import { EVAL_BREAKER_EVENTS, handlePending } from "../pending.ts";
import { countDown, triggers } from "../specialize.ts";
import { specializeLoadGlobal } from "../specialize_names.ts";

export const stack = {
  NOP() {},
  RESERVED() {},
  RESUME() {
    if (!isUpToDate(ptr(frame + _PyInterpreterFrame.f_executable))) {
      if (instrument(ptr(frame + _PyInterpreterFrame.f_executable)) < 0) error();
      deopt(u8(ip));
    }
    // Not behind `yield from` and await, which the generator that they delegate to has checked for.
    if ((i32(THREAD + PyThreadState.eval_breaker) & EVAL_BREAKER_EVENTS) !== 0 && (oparg & 3) < 2) {
      if (handlePending() < 0) error();
    }
    setU8(ip, OP.RESUME_CHECK);
  },
  RESUME_CHECK() {
    const breaker = i32(THREAD + PyThreadState.eval_breaker);
    // 0 until monitoring is used for the first time; then the version that the code must have.
    if (breaker !== 0) {
      const code = ptr(frame + _PyInterpreterFrame.f_executable);
      if (breaker !== i32(code + PyCodeObject._co_instrumentation_version)) deopt(OP.RESUME);
    }
  },
  LOAD_FAST() {
    const value = ptr(frame + LOCALSPLUS + oparg * 8);
    incref(value);
    setPtr(sp, value);
    sp += 8;
  },
  LOAD_FAST_CHECK() {
    const value = ptr(frame + LOCALSPLUS + oparg * 8);
    if (value === 0) {
      raiseUnboundLocal(frame, oparg);
      error();
    }
    incref(value);
    setPtr(sp, value);
    sp += 8;
  },
  LOAD_FAST_AND_CLEAR() {
    setPtr(sp, ptr(frame + LOCALSPLUS + oparg * 8));
    setPtr(frame + LOCALSPLUS + oparg * 8, 0);
    sp += 8;
  },
  LOAD_FAST_LOAD_FAST() {
    const first = ptr(frame + LOCALSPLUS + (oparg >> 4) * 8);
    const second = ptr(frame + LOCALSPLUS + (oparg & 15) * 8);
    incref(first);
    incref(second);
    setPtr(sp, first);
    setPtr(sp + 8, second);
    sp += 16;
  },
  LOAD_CONST() {
    const value = ptr(
      ptr(ptr(frame + _PyInterpreterFrame.f_executable) + PyCodeObject.co_consts) + PyTupleObject.ob_item + oparg * 8,
    );
    incref(value);
    setPtr(sp, value);
    sp += 8;
  },
  STORE_FAST() {
    sp -= 8;
    const slot = frame + LOCALSPLUS + oparg * 8;
    const old = ptr(slot);
    setPtr(slot, ptr(sp));
    if (old !== 0) decref(old);
  },
  STORE_FAST_LOAD_FAST() {
    const slot = frame + LOCALSPLUS + (oparg >> 4) * 8;
    const old = ptr(slot);
    setPtr(slot, ptr(sp - 8));
    const value = ptr(frame + LOCALSPLUS + (oparg & 15) * 8);
    incref(value);
    setPtr(sp - 8, value);
    if (old !== 0) decref(old);
  },
  STORE_FAST_STORE_FAST() {
    sp -= 16;
    const firstSlot = frame + LOCALSPLUS + (oparg >> 4) * 8;
    const secondSlot = frame + LOCALSPLUS + (oparg & 15) * 8;
    const secondValue = ptr(sp);
    const first = ptr(firstSlot);
    setPtr(firstSlot, ptr(sp + 8));
    if (first !== 0) decref(first);
    const second = ptr(secondSlot);
    setPtr(secondSlot, secondValue);
    if (second !== 0) decref(second);
  },
  DELETE_FAST() {
    const slot = frame + LOCALSPLUS + oparg * 8;
    const value = ptr(slot);
    if (value === 0) {
      raiseUnboundLocal(frame, oparg);
      error();
    }
    setPtr(slot, 0);
    decref(value);
  },
  POP_TOP() {
    sp -= 8;
    decref(ptr(sp));
  },
  PUSH_NULL() {
    setPtr(sp, 0);
    sp += 8;
  },
  COPY() {
    const value = ptr(sp - oparg * 8);
    incref(value);
    setPtr(sp, value);
    sp += 8;
  },
  SWAP() {
    const top = ptr(sp - 8);
    const other = ptr(sp - oparg * 8);
    setPtr(sp - 8, other);
    setPtr(sp - oparg * 8, top);
  },
  END_FOR() {
    sp -= 8;
    decref(ptr(sp));
  },
  END_SEND() {
    const receiver = ptr(sp - 16);
    setPtr(sp - 16, ptr(sp - 8));
    sp -= 8;
    decref(receiver);
  },
  LOAD_LOCALS() {
    const locals = ptr(frame + _PyInterpreterFrame.f_locals);
    incref(locals);
    setPtr(sp, locals);
    sp += 8;
  },
  LOAD_NAME() {
    const value = loadName(frame, oparg);
    if (value === 0) error();
    setPtr(sp, value);
    sp += 8;
  },
  STORE_NAME() {
    const status = storeName(frame, oparg, ptr(sp - 8));
    sp -= 8;
    decref(ptr(sp));
    if (status < 0) error();
  },
  DELETE_NAME() {
    if (deleteName(frame, oparg) < 0) error();
  },
  LOAD_GLOBAL() {
    if (triggers(ip)) {
      specializeLoadGlobal(
        ptr(frame + _PyInterpreterFrame.f_globals),
        ptr(frame + _PyInterpreterFrame.f_builtins),
        ip,
        nameAt(frame, oparg >> 1),
      );
      deopt(u8(ip));
    }
    countDown(ip);
    const value = loadBuiltinName(
      ptr(frame + _PyInterpreterFrame.f_globals),
      ptr(frame + _PyInterpreterFrame.f_builtins),
      nameAt(frame, oparg >> 1),
    );
    if (value === 0) error();
    setPtr(sp, value);
    sp += 8;
    if (oparg & 1) {
      setPtr(sp, 0);
      sp += 8;
    }
  },
  STORE_GLOBAL() {
    const status = storeGlobal(frame, oparg, ptr(sp - 8));
    sp -= 8;
    decref(ptr(sp));
    if (status < 0) error();
  },
  DELETE_GLOBAL() {
    if (deleteGlobal(frame, oparg) < 0) error();
  },
  LOAD_FROM_DICT_OR_GLOBALS() {
    const dict = ptr(sp - 8);
    const value = loadFromDictOrGlobals(frame, dict, oparg);
    if (value === 0) error();
    setPtr(sp - 8, value);
    decref(dict);
  },
  LOAD_FROM_DICT_OR_DEREF() {
    const dict = ptr(sp - 8);
    const value = loadFromDictOrGlobals(frame, dict, -1 - oparg);
    if (value === 0) error();
    setPtr(sp - 8, value);
    decref(dict);
  },
  MAKE_CELL() {
    const slot = frame + LOCALSPLUS + oparg * 8;
    const cell = newCell(ptr(slot));
    if (cell === 0) error();
    setPtr(slot, cell);
  },
  LOAD_DEREF() {
    const value = ptr(ptr(frame + LOCALSPLUS + oparg * 8) + PyCellObject.ob_ref);
    if (value === 0) {
      raiseUnboundDeref(frame, oparg);
      error();
    }
    incref(value);
    setPtr(sp, value);
    sp += 8;
  },
  STORE_DEREF() {
    sp -= 8;
    const cell = ptr(frame + LOCALSPLUS + oparg * 8);
    const old = ptr(cell + PyCellObject.ob_ref);
    setPtr(cell + PyCellObject.ob_ref, ptr(sp));
    xdecref(old);
  },
  DELETE_DEREF() {
    const cell = ptr(frame + LOCALSPLUS + oparg * 8);
    const old = ptr(cell + PyCellObject.ob_ref);
    if (old === 0) {
      raiseUnboundDeref(frame, oparg);
      error();
    }
    setPtr(cell + PyCellObject.ob_ref, 0);
    decref(old);
  },
  COPY_FREE_VARS() {
    const closure = ptr(ptr(frame + _PyInterpreterFrame.f_funcobj) + PyFunctionObject.func_closure);
    const first = i32(ptr(frame + _PyInterpreterFrame.f_executable) + PyCodeObject.co_nlocalsplus) - oparg;
    for (let i = 0; i < oparg; i++) {
      const cell = ptr(closure + PyTupleObject.ob_item + i * 8);
      incref(cell);
      setPtr(frame + LOCALSPLUS + (first + i) * 8, cell);
    }
  },

  // -- jumps -----------------------------------------------------------------------------------------------------------
  JUMP_FORWARD() {
    jumpBy(oparg);
  },
  JUMP_BACKWARD() {
    checkPeriodic();
    jumpBy(-oparg);
  },
  JUMP_BACKWARD_NO_INTERRUPT() {
    jumpBy(-oparg);
  },
  POP_JUMP_IF_FALSE() {
    sp -= 8;
    if (ptr(sp) === Py_False) jumpBy(oparg);
  },
  POP_JUMP_IF_TRUE() {
    sp -= 8;
    if (ptr(sp) === Py_True) jumpBy(oparg);
  },
  POP_JUMP_IF_NONE() {
    sp -= 8;
    const value = ptr(sp);
    if (value === Py_None) jumpBy(oparg);
    decref(value);
  },
  POP_JUMP_IF_NOT_NONE() {
    sp -= 8;
    const value = ptr(sp);
    if (value !== Py_None) {
      decref(value);
      jumpBy(oparg);
    }
  },
};
