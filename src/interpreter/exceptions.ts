// raise, except, with: what the instructions of exception handling ask (CPython's ceval.c: do_raise, exception matching).

import { THREAD } from "../memory/data.ts";
import { type Address, type Borrowed, type Owned, ptr, setPtr } from "../memory/memory.ts";
import { PyBaseExceptionObject, PyStopIterationObject } from "../memory/structs/exceptions.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { PyThreadState } from "../memory/structs/runtime.ts";
import { allocateArguments, freeArguments, PyObject_CallNoArgs, pushVectorcall } from "../objects/call.ts";
import { PyObject_CallMethod } from "../objects/call_method.ts";
import {
  handledException,
  isExceptionClass,
  PyErr_GivenExceptionMatches,
  PyErr_Occurred,
  PyErr_SetObject,
  PyErr_SetRaisedException,
  raise,
  raiseInt,
  shownAs,
  typeNameOf,
} from "../objects/errors.ts";
import { identifier } from "../objects/identifiers.ts";
import { PyObject_IsInstance } from "../objects/isinstance.ts";
import {
  decref,
  isException,
  isSubtype,
  isTuple,
  newRef,
  replaceSlot,
  sizeOf,
  typeOf,
  xdecref,
} from "../objects/object.ts";
import { _PyObject_LookupSpecial } from "../objects/special.ts";
import { PyTuple_GET_ITEM, PyTuple_Pack } from "../objects/tuple_core.ts";
import {
  Py_None,
  PyExc_BaseExceptionGroup,
  PyExc_RuntimeError,
  PyExc_StopIteration,
  PyExc_TypeError,
} from "../objects/types.ts";
import { emptyString } from "../objects/unicode_core.ts";

/** What calling an exception class answers: Owned; TypeError when that is no exception. */
function newException(type: Borrowed): Owned {
  const value = PyObject_CallNoArgs(type);
  if (value === 0 || isException(value)) return value;
  const text = `calling ${shownAs(type)} should have returned an instance of BaseException, not ${shownAs(typeOf(value))}`;
  decref(value);
  return raise(PyExc_TypeError, text);
}

/**
 * RAISE_VARARGS: steals exception and cause (0: none). The error is set. True when it is the handled exception raised
 * again by a bare raise.
 */
export function doRaise(exception: Owned, cause: Owned): boolean {
  if (exception === 0) {
    const handled = handledException();
    if (handled === 0) {
      raise(PyExc_RuntimeError, "No active exception to reraise");
      return false;
    }
    PyErr_SetRaisedException(newRef(handled));
    return true;
  }
  let value: Owned;
  if (isExceptionClass(exception)) {
    value = newException(exception);
    decref(exception);
    if (value === 0) {
      xdecref(cause);
      return false;
    }
  } else if (isException(exception)) value = exception;
  else {
    decref(exception);
    xdecref(cause);
    raise(PyExc_TypeError, "exceptions must derive from BaseException");
    return false;
  }
  if (cause !== 0) {
    let fixed: Owned;
    if (isExceptionClass(cause)) {
      fixed = newException(cause);
      decref(cause);
      if (fixed === 0) {
        decref(value);
        return false;
      }
    } else if (isException(cause)) fixed = cause;
    else if (cause === Py_None) fixed = 0;
    else {
      decref(cause);
      decref(value);
      raise(PyExc_TypeError, "exception causes must derive from BaseException");
      return false;
    }
    const old = ptr(value + PyBaseExceptionObject.cause);
    setPtr(value + PyBaseExceptionObject.cause, fixed);
    xdecref(old);
    setSuppressContext(value);
  }
  PyErr_SetObject(typeOf(value), value);
  decref(value);
  return false;
}

import { setU8 } from "../memory/memory.ts";

function setSuppressContext(exception: Borrowed): void {
  setU8(exception + PyBaseExceptionObject.suppress_context, 1);
}

const CANNOT_CATCH = "catching classes that do not inherit from BaseException is not allowed";

/** CHECK_EXC_MATCH: 1, 0, or -1 when `expected` cannot be caught. */
export function checkExceptionMatch(exception: Borrowed, expected: Borrowed): number {
  if (isTuple(expected)) {
    for (let i = 0; i < sizeOf(expected); i++) {
      if (!isExceptionClass(PyTuple_GET_ITEM(expected, i))) return raiseInt(PyExc_TypeError, CANNOT_CATCH);
    }
  } else if (!isExceptionClass(expected)) return raiseInt(PyExc_TypeError, CANNOT_CATCH);
  return PyErr_GivenExceptionMatches(exception, expected) ? 1 : 0;
}

/** CHECK_EG_MATCH: at `at` exception and expected type; they become rest and match. 0, or -1. */
export function checkGroupMatch(at: Address): number {
  const exception = ptr(at);
  const expected = ptr(at + 8);
  const types = isTuple(expected) ? tupleItems(expected) : [expected];
  for (const type of types) {
    if (!isExceptionClass(type)) {
      return raiseInt(PyExc_TypeError, "catching classes that do not inherit from BaseException is not allowed");
    }
    if (isSubtype(type, PyExc_BaseExceptionGroup)) {
      return raiseInt(PyExc_TypeError, "catching ExceptionGroup with except* is not allowed. Use except instead.");
    }
  }
  let match: Owned;
  let rest: Owned;
  if (PyErr_GivenExceptionMatches(exception, expected)) {
    if (PyObject_IsInstance(exception, PyExc_BaseExceptionGroup) > 0) match = newRef(exception);
    else {
      const list = PyTuple_Pack(exception);
      const message = emptyText();
      match = groupOf(message, list);
      decref(list);
      if (match === 0) return -1;
    }
    rest = Py_None;
  } else if (PyObject_IsInstance(exception, PyExc_BaseExceptionGroup) > 0) {
    const pair = PyObject_CallMethod(exception, identifier("split"), expected);
    if (pair === 0) return -1;
    match = newRef(PyTuple_GET_ITEM(pair, 0));
    rest = newRef(PyTuple_GET_ITEM(pair, 1));
    decref(pair);
  } else {
    match = Py_None;
    rest = newRef(exception);
  }
  setPtr(at, rest);
  setPtr(at + 8, match);
  decref(exception);
  decref(expected);
  if (match !== Py_None) {
    const item = ptr(THREAD + PyThreadState.exc_info);
    replaceSlot(item, newRef(match));
  }
  return 0;
}

function tupleItems(tuple: Borrowed): Borrowed[] {
  const items: Borrowed[] = [];
  for (let i = 0; i < sizeOf(tuple); i++) items.push(PyTuple_GET_ITEM(tuple, i));
  return items;
}

function emptyText(): Borrowed {
  return emptyString;
}

import { PyObject_CallTwoArgs } from "../objects/call.ts";

function groupOf(message: Borrowed, exceptions: Borrowed): Owned {
  return PyObject_CallTwoArgs(PyExc_BaseExceptionGroup, message, exceptions);
}

/** CLEANUP_THROW: the value of a StopIteration (Owned), or 0 with the exception, which is taken then, set again. */
export function cleanupThrow(exception: Borrowed): Owned {
  if (PyErr_GivenExceptionMatches(exception, PyExc_StopIteration)) {
    const value = ptr(exception + PyStopIterationObject.value);
    return newRef(value === 0 ? Py_None : value);
  }
  PyErr_SetRaisedException(exception);
  return 0;
}

/** A method that `with` needs, bound: Owned; TypeError when the manager lacks it. */
export function specialMethod(manager: Borrowed, name: string, _other: string): Owned {
  const method = _PyObject_LookupSpecial(manager, identifier(name));
  if (method !== 0 || PyErr_Occurred() !== 0) return method;
  const missed = name === "__exit__" ? " (missed __exit__ method)" : "";
  return raise(
    PyExc_TypeError,
    `'${typeNameOf(manager)}' object does not support the context manager protocol${missed}`,
  );
}

/** WITH_EXCEPT_START: exit(type, value, traceback). May answer PUSHED. */
export function pushExit(exit: Borrowed, exception: Borrowed): Owned {
  const row = allocateArguments(3);
  if (row === 0) return 0;
  const traceback = ptr(exception + PyBaseExceptionObject.traceback);
  setPtr(row, typeOf(exception));
  setPtr(row + 8, exception);
  setPtr(row + 16, traceback === 0 ? Py_None : traceback);
  const result = pushVectorcall(exit, row, 3, 0);
  freeArguments(row);
  return result;
}

void PyTypeObject;
