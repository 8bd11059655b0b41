// The error indicator: thread state's current_exception, one Owned exception object or null.
// Invariant: a function that answers 0 (or -1) has set it; a function that answers anything else has left it clear.
// raise() and its kin answer with the failure value, so that code can say `return raise(PyExc_TypeError, "…")`.
import { InternalError } from "../base/assert.ts";
import { THREAD } from "../memory/data.ts";
import { type Address, type Borrowed, u8 as byteAt, type Owned, ptr, setPtr } from "../memory/memory.ts";
import { PyBaseExceptionObject } from "../memory/structs/exceptions.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { _PyErr_StackItem, PyThreadState } from "../memory/structs/runtime.ts";
import { textFunction } from "../memory/text.ts";
import { currentFrame, settle } from "./frames.ts";
import {
  clearSlot,
  decref,
  incref,
  isException,
  isInstanceOf,
  isSubtype,
  isTuple,
  isType,
  isUnicode,
  newRef,
  Py_TPFLAGS_BASE_EXC_SUBCLASS,
  Py_TPFLAGS_READY,
  sizeOf,
  typeFlags,
  typeOf,
  xdecref,
} from "./object.ts";
import { PyTuple_GET_ITEM, PyTuple_New, PyTuple_Pack } from "./tuple_core.ts";
import { Py_None, PyExc_MemoryError, PyExc_StopIteration, PyExc_SystemError, PyExc_TypeError } from "./types.ts";
import { PyUnicode_FromString, textOf } from "./unicode_core.ts";

const CURRENT = THREAD + PyThreadState.current_exception;

/** PyErr_Occurred: the type of the current exception, borrowed, or 0. */
export function PyErr_Occurred(): Borrowed {
  const exception = ptr(CURRENT);
  return exception === 0 ? 0 : typeOf(exception);
}

export function PyErr_Clear(): void {
  clearSlot(CURRENT);
}

/** PyErr_GetRaisedException: takes the exception out of the indicator. */
export function PyErr_GetRaisedException(): Owned {
  const exception = ptr(CURRENT);
  setPtr(CURRENT, 0);
  return exception;
}

/** PyErr_SetRaisedException: steals the reference. Answers 0. */
export function PyErr_SetRaisedException(exception: Owned): 0 {
  const old = ptr(CURRENT);
  setPtr(CURRENT, exception);
  xdecref(old);
  return 0;
}

/** PyExceptionClass_Check */
export function isExceptionClass(o: Address): boolean {
  return isType(o) && (typeFlags(o) & Py_TPFLAGS_BASE_EXC_SUBCLASS) !== 0;
}

/** PyErr_GivenExceptionMatches */
export function PyErr_GivenExceptionMatches(error: Borrowed, expected: Borrowed): boolean {
  if (error === 0 || expected === 0) return false;
  if (isTuple(expected)) {
    const count = sizeOf(expected);
    for (let i = 0; i < count; i++) {
      if (PyErr_GivenExceptionMatches(error, PyTuple_GET_ITEM(expected, i))) return true;
    }
    return false;
  }
  const type = isException(error) ? typeOf(error) : error;
  if (isExceptionClass(type) && isExceptionClass(expected)) return isSubtype(type, expected);
  return type === expected;
}

/** PyErr_ExceptionMatches */
export function PyErr_ExceptionMatches(expected: Borrowed): boolean {
  const exception = ptr(CURRENT);
  return exception !== 0 && PyErr_GivenExceptionMatches(exception, expected);
}

/** The innermost exception being handled (exc_info of an enclosing except), borrowed, or 0. */
export function handledException(): Borrowed {
  let item = ptr(THREAD + PyThreadState.exc_info);
  while (item !== 0) {
    const value = ptr(item + _PyErr_StackItem.exc_value);
    if (value !== 0 && value !== Py_None) return value;
    item = ptr(item + _PyErr_StackItem.previous_item);
  }
  return 0;
}

/** The repr of an object for a message; "?" where it has none (the error is cleared). */
export function shownAs(o: Borrowed): string {
  const base = currentFrame();
  const result = settle(base, textFunction(ptr(typeOf(o) + PyTypeObject.tp_repr))(o));
  const text = result !== 0 && isUnicode(result) ? textOf(result) : "?";
  if (result === 0) PyErr_Clear();
  else decref(result);
  return text;
}

/** Calls an exception class as _PyErr_CreateException does. value: 0 or None for none, a tuple for the arguments. */
export function createException(type: Borrowed, value: Borrowed): Owned {
  let args: Owned;
  if (value === 0 || value === Py_None) args = PyTuple_New(0);
  else if (isTuple(value)) args = newRef(value);
  else args = PyTuple_Pack(value);
  if (args === 0) return PyErr_NoMemory();
  const base = currentFrame();
  const exception = settle(base, textFunction(ptr(typeOf(type) + PyTypeObject.tp_call))(type, args, 0));
  decref(args);
  if (exception !== 0 && !isException(exception)) {
    const text = `calling ${shownAs(type)} should have returned an instance of BaseException, not ${typeNameOf(exception)}`;
    decref(exception);
    return raise(PyExc_TypeError, text);
  }
  return exception;
}

/** PyErr_SetObject: creates the exception, chains it to the one being handled, sets it. Answers 0. */
export function PyErr_SetObject(type: Borrowed, value: Borrowed): 0 {
  if (!isExceptionClass(type)) {
    return raise(PyExc_SystemError, "_PyErr_SetObject: exception is not a BaseException subclass");
  }
  PyErr_Clear();
  let exception: Owned;
  if (value !== 0 && isInstanceOf(value, type)) exception = newRef(value);
  else {
    exception = createException(type, value);
    if (exception === 0) return 0;
  }
  chainContext(exception);
  return PyErr_SetRaisedException(exception);
}

/** Sets __context__ to the exception being handled, cutting a cycle as _PyErr_SetObject does. */
export function chainContext(exception: Borrowed): void {
  const handled = handledException();
  if (handled === 0 || handled === exception) return;
  // If the new exception is already in the handled one's chain, the chain is cut there. A cycle that user code made
  // is detected by a second pointer that moves at half the speed.
  let outer = handled;
  let slow = handled;
  let moveSlow = false;
  for (;;) {
    const context = ptr(outer + PyBaseExceptionObject.context);
    if (context === 0) break;
    if (context === exception) {
      setPtr(outer + PyBaseExceptionObject.context, 0);
      decref(context);
      break;
    }
    outer = context;
    if (outer === slow) break;
    if (moveSlow) slow = ptr(slow + PyBaseExceptionObject.context);
    moveSlow = !moveSlow;
  }
  const old = ptr(exception + PyBaseExceptionObject.context);
  incref(handled);
  setPtr(exception + PyBaseExceptionObject.context, handled);
  xdecref(old);
}

/** _PyErr_ChainExceptions1: an earlier error becomes the context of the pending one, or pending again. Takes it. */
export function _PyErr_ChainExceptions1(earlier: Owned): void {
  if (earlier === 0) return;
  if (PyErr_Occurred() === 0) {
    PyErr_SetRaisedException(earlier);
    return;
  }
  const later = PyErr_GetRaisedException();
  const old = ptr(later + PyBaseExceptionObject.context);
  setPtr(later + PyBaseExceptionObject.context, earlier);
  if (old !== 0) decref(old);
  PyErr_SetRaisedException(later);
}

/** PyErr_SetString with a text of ours. Answers 0. */
export function raise(type: Borrowed, message: string): 0 {
  if ((typeFlags(type) & Py_TPFLAGS_READY) === 0)
    throw new InternalError(`raised before exceptions are ready: ${message}`);
  const value = PyUnicode_FromString(message);
  if (value === 0) return PyErr_NoMemory();
  PyErr_SetObject(type, value);
  decref(value);
  return 0;
}

/** raise for functions whose failure value is -1. */
export function raiseInt(type: Borrowed, message: string): -1 {
  raise(type, message);
  return -1;
}

/** PyErr_SetNone. Answers 0. */
export function raiseNone(type: Borrowed): 0 {
  return PyErr_SetObject(type, 0);
}

// One MemoryError waits from the boot on, so that exhaustion can always be reported. exceptions.ts fills the slot.
let spareMemoryError: () => Owned = () => 0;
export function setSpareMemoryError(get: () => Owned): void {
  spareMemoryError = get;
}

/** PyErr_NoMemory. Answers 0. */
export function PyErr_NoMemory(): 0 {
  const spare = spareMemoryError();
  return spare === 0 ? raiseNone(PyExc_MemoryError) : PyErr_SetRaisedException(spare);
}

/** PyErr_BadInternalCall. Answers 0. */
export function PyErr_BadInternalCall(): 0 {
  return raise(PyExc_SystemError, "bad argument to internal function");
}

/** tp_name of a type for messages, cut as CPython does: mostly its format says "%.200s". */
export function typeName(type: Borrowed, limitBytes = 200): string {
  return textOfCString(ptr(type + PyTypeObject.tp_name), limitBytes);
}

/** Where CPython prints it whole. */
export const WHOLE = Number.POSITIVE_INFINITY;

/** The type of a wrong argument as getargs.c names it: None is None. */
export function argumentTypeName(o: Borrowed, limit?: number): string {
  return o === Py_None ? "None" : typeNameOf(o, limit);
}

/** typeName(type(o)): what "%.200s" of Py_TYPE(o)->tp_name prints. */
export function typeNameOf(o: Borrowed, limitBytes = 200): string {
  return typeName(typeOf(o), limitBytes);
}

/** A NUL-terminated text in memory, whole or its first bytes; those beyond ASCII are decoded as UTF-8. */
export function textOfCString(at: Address, limitBytes = Number.POSITIVE_INFINITY): string {
  let text = "";
  for (let i = 0; i < limitBytes; ) {
    const first = byteAt(at + i);
    if (first === 0) break;
    let point = first;
    let more = 0;
    if (first >= 0xf0) [point, more] = [first & 7, 3];
    else if (first >= 0xe0) [point, more] = [first & 15, 2];
    else if (first >= 0xc0) [point, more] = [first & 31, 1];
    i++;
    for (; more > 0; more--) point = (point << 6) | (byteAt(at + i++) & 63);
    text += String.fromCodePoint(point);
  }
  return text;
}

/**
 * Ends an iteration: true when the pending error is StopIteration (which is cleared) or there is none,
 * false when another error is set. As the tail of every PyIter_Next loop.
 */
export function clearStopIteration(): boolean {
  if (ptr(CURRENT) === 0) return true;
  if (!PyErr_ExceptionMatches(PyExc_StopIteration)) return false;
  PyErr_Clear();
  return true;
}
