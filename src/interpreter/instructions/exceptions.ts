// Raising, handling, with-blocks, imports, class bodies, and what async code adds.

import { THREAD } from "../../memory/data.ts";
import { ptr, setPtr, setPtrLow } from "../../memory/memory.ts";
import { _PyInterpreterFrame, PyCodeObject } from "../../memory/structs/code.ts";
import { PyTupleObject } from "../../memory/structs/containers.ts";
import { _PyErr_StackItem, PyThreadState } from "../../memory/structs/runtime.ts";
import { pushCallNoArgs } from "../../objects/call.ts";
import { PyErr_SetRaisedException } from "../../objects/errors.ts";
import { longToNumber } from "../../objects/long_core.ts";
import { decref, incref, xdecref } from "../../objects/object.ts";
import { Py_False, Py_None, Py_True, PyExc_AssertionError } from "../../objects/types.ts";
import { asyncEnter, endAsyncFor, pushAiter, pushAnext, pushAwaitable } from "../awaitable.ts";
import { loadBuildClass, raiseInitResult, setupAnnotations } from "../classes.ts";
import { checkExceptionMatch, checkGroupMatch, cleanupThrow, doRaise, pushExit, specialMethod } from "../exceptions.ts";
import { importFrom, pushImportName } from "../imports.ts";

export const exceptions = {
  PUSH_EXC_INFO() {
    const item = ptr(THREAD + PyThreadState.exc_info);
    const exception = ptr(sp - 8);
    const handled = ptr(item + _PyErr_StackItem.exc_value);
    setPtr(sp - 8, handled === 0 ? Py_None : handled);
    incref(exception);
    setPtr(item + _PyErr_StackItem.exc_value, exception);
    setPtr(sp, exception);
    sp += 8;
  },
  POP_EXCEPT() {
    sp -= 8;
    const previous = ptr(sp);
    const item = ptr(THREAD + PyThreadState.exc_info);
    const current = ptr(item + _PyErr_StackItem.exc_value);
    setPtr(item + _PyErr_StackItem.exc_value, previous === Py_None ? 0 : previous);
    xdecref(current);
  },
  CHECK_EXC_MATCH() {
    const match = checkExceptionMatch(ptr(sp - 16), ptr(sp - 8));
    if (match < 0) error();
    decref(ptr(sp - 8));
    setPtr(sp - 8, match > 0 ? Py_True : Py_False);
  },
  CHECK_EG_MATCH() {
    const match = checkGroupMatch(sp - 16);
    if (match < 0) error();
  },
  RAISE_VARARGS() {
    const cause = oparg === 2 ? ptr(sp - 8) : 0;
    const exception = oparg >= 1 ? ptr(sp - oparg * 8) : 0;
    sp -= oparg * 8;
    if (doRaise(exception, cause)) {
      // A bare raise of what is being handled keeps its traceback: no new entry for this line.
      reraise();
    }
    error();
  },
  RERAISE() {
    const exception = ptr(sp - 8);
    if (oparg !== 0) {
      const lasti = ptr(sp - 8 - oparg * 8);
      const code = ptr(frame + _PyInterpreterFrame.f_executable);
      setPtrLow(frame + _PyInterpreterFrame.instr_ptr, code + PyCodeObject.co_code_adaptive + longToNumber(lasti) * 2);
    }
    sp -= 8;
    PyErr_SetRaisedException(exception);
    reraise();
  },
  CLEANUP_THROW() {
    // Stack: sub_iterator last_sent_value exception. StopIteration ends the delegation with its value.
    const value = cleanupThrow(ptr(sp - 8));
    if (value === 0) {
      sp -= 8;
      reraise();
    }
    sp -= 8;
    decref(ptr(sp));
    decref(ptr(sp - 8));
    decref(ptr(sp - 16));
    setPtr(sp - 16, Py_None);
    setPtr(sp - 8, value);
  },
  LOAD_ASSERTION_ERROR() {
    setPtr(sp, PyExc_AssertionError);
    sp += 8;
  },
  BEFORE_WITH() {
    // Stack: manager -- exit result. __exit__ is bound first, then __enter__ is called.
    const enterMethod = specialMethod(ptr(sp - 8), "__enter__", "__exit__");
    if (enterMethod === 0) error();
    const exitMethod = specialMethod(ptr(sp - 8), "__exit__", "__enter__");
    if (exitMethod === 0) {
      decref(enterMethod);
      error();
    }
    const manager = ptr(sp - 8);
    setPtr(sp - 8, exitMethod);
    setPtr(sp, enterMethod);
    sp += 8;
    decref(manager);
    const result = pushCallNoArgs(ptr(sp - 8));
    suspend(result);
    if (result === 0) error();
    decref(ptr(sp - 8));
    setPtr(sp - 8, result);
  },
  BEFORE_ASYNC_WITH() {
    const status = asyncEnter(sp - 8);
    if (status < 0) error();
    sp += 8;
    const result = pushCallNoArgs(ptr(sp - 8));
    suspend(result);
    if (result === 0) error();
    decref(ptr(sp - 8));
    setPtr(sp - 8, result);
  },
  WITH_EXCEPT_START() {
    // Stack: exit lasti previous exception.
    const result = pushExit(ptr(sp - 32), ptr(sp - 8));
    suspend(result);
    if (result === 0) error();
    setPtr(sp, result);
    sp += 8;
  },
  LOAD_BUILD_CLASS() {
    const function_ = loadBuildClass(frame);
    if (function_ === 0) error();
    setPtr(sp, function_);
    sp += 8;
  },
  SETUP_ANNOTATIONS() {
    if (setupAnnotations(frame) < 0) error();
  },
  IMPORT_NAME() {
    const names = ptr(ptr(frame + _PyInterpreterFrame.f_executable) + PyCodeObject.co_names);
    const result = pushImportName(frame, ptr(names + PyTupleObject.ob_item + oparg * 8), ptr(sp - 8), ptr(sp - 16));
    suspend(result);
    if (result === 0) error();
    sp -= 8;
    const fromList = ptr(sp);
    const level = ptr(sp - 8);
    setPtr(sp - 8, result);
    decref(level);
    decref(fromList);
  },
  IMPORT_FROM() {
    const names = ptr(ptr(frame + _PyInterpreterFrame.f_executable) + PyCodeObject.co_names);
    const value = importFrom(ptr(sp - 8), ptr(names + PyTupleObject.ob_item + oparg * 8));
    if (value === 0) error();
    setPtr(sp, value);
    sp += 8;
  },
  GET_AWAITABLE() {
    const awaitable = pushAwaitable(ptr(sp - 8), oparg);
    suspend(awaitable);
    if (awaitable === 0) error();
    const iterable = ptr(sp - 8);
    setPtr(sp - 8, awaitable);
    decref(iterable);
  },
  GET_AITER() {
    const iterator = pushAiter(ptr(sp - 8));
    suspend(iterator);
    if (iterator === 0) error();
    const iterable = ptr(sp - 8);
    setPtr(sp - 8, iterator);
    decref(iterable);
  },
  GET_ANEXT() {
    const awaitable = pushAnext(ptr(sp - 8));
    suspend(awaitable);
    if (awaitable === 0) error();
    setPtr(sp, awaitable);
    sp += 8;
  },
  END_ASYNC_FOR() {
    // Stack: awaitable exception. StopAsyncIteration ends the loop.
    const exception = ptr(sp - 8);
    if (!endAsyncFor(exception)) {
      sp -= 8;
      PyErr_SetRaisedException(exception);
      reraise();
    }
    sp -= 16;
    decref(ptr(sp + 8));
    decref(ptr(sp));
  },
  EXIT_INIT_CHECK() {
    sp -= 8;
    const value = ptr(sp);
    if (value !== Py_None) {
      raiseInitResult(value);
      error();
    }
  },
};
