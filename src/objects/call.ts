// Calls. Arguments lie in a row in memory (vectorcall): positional ones, then the values of the keywords that the tuple
// `kwnames` names (0: none). On the value stack of a frame they lie there already; a call made from TypeScript puts them
// on the argument stack, which plays the part of C's stack.
//
// push* functions may answer PUSHED (frames.ts). Once they have, the arguments are dead: the callee has taken what it
// needs. C-API-named functions settle.
// Invariant: the argument stack is empty whenever an instruction begins at nesting depth 0.
import { reserveStatic, THREAD } from "../memory/data.ts";
import {
  type Address,
  type Borrowed,
  fillBytes,
  i32,
  type Owned,
  ptr,
  setI32,
  setPtr,
  ssize,
} from "../memory/memory.ts";
import { PyTupleObject } from "../memory/structs/containers.ts";
import { PyMappingMethods, PyTypeObject } from "../memory/structs/object.ts";
import { PyThreadState } from "../memory/structs/runtime.ts";
import { textFunction } from "../memory/text.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise, typeNameOf } from "./errors.ts";
import { currentFrame, settle } from "./frames.ts";
import { decref, Py_TPFLAGS_HAVE_VECTORCALL, sizeOf, typeFlags, typeOf } from "./object.ts";
import { emptyTuple, PyTuple_GET_ITEM, tupleFromArray } from "./tuple_core.ts";
import { PyDict_Type, PyExc_RecursionError, PyExc_SystemError, PyExc_TypeError } from "./types.ts";

const ARGUMENT_STACK_BYTES = 1024 * 1024;
const argumentStack = reserveStatic(ARGUMENT_STACK_BYTES);
/** Holds the address of the first free word of the argument stack. */
export const ARGUMENT_TOP = reserveStatic(8);

/** Py_C_RECURSION_LIMIT: what calls, comparisons and reprs inside each other count against. */
const C_RECURSION_LIMIT = 10000;

export function initializeArgumentStack(): void {
  setPtr(ARGUMENT_TOP, argumentStack);
  setI32(THREAD + PyThreadState.c_recursion_remaining, C_RECURSION_LIMIT);
}

/** Takes room for `count` arguments; 0 with RecursionError set when the stack is full. Give it back with freeArguments. */
export function allocateArguments(count: number): Address {
  const at = ptr(ARGUMENT_TOP);
  if (at + count * 8 > argumentStack + ARGUMENT_STACK_BYTES) {
    return raise(PyExc_RecursionError, "maximum recursion depth exceeded");
  }
  setPtr(ARGUMENT_TOP, at + count * 8);
  return at;
}

export function freeArguments(at: Address): void {
  setPtr(ARGUMENT_TOP, at);
}

/** Makes what lies above the argument stack's top zero: it is dead, and canonical memory has zeros there. */
export function clearDeadArguments(): void {
  const top = ptr(ARGUMENT_TOP);
  fillBytes(top, 0, argumentStack + ARGUMENT_STACK_BYTES - top);
}

/** PyVectorcall_Function: a text address, 0 for none. */
export function vectorcallOf(callable: Borrowed): Address {
  const type = typeOf(callable);
  if ((typeFlags(type) & Py_TPFLAGS_HAVE_VECTORCALL) === 0) return 0;
  return ptr(callable + ssize(type + PyTypeObject.tp_vectorcall_offset));
}

/** PyObject_Vectorcall that may answer PUSHED. args: address of borrowed pointers; kwnames: borrowed tuple or 0. */
export function pushVectorcall(callable: Borrowed, args: Address, nargs: number, kwnames: Borrowed): Owned {
  const type = typeOf(callable);
  if (typeFlags(type) & Py_TPFLAGS_HAVE_VECTORCALL) {
    const f = ptr(callable + ssize(type + PyTypeObject.tp_vectorcall_offset));
    if (f !== 0) return textFunction(f)(callable, args, nargs, kwnames);
  }
  return pushTpCall(callable, args, nargs, kwnames);
}

/** _PyObject_MakeTpCall: packs the arguments into a tuple and a dict for tp_call. */
export function pushTpCall(callable: Borrowed, args: Address, nargs: number, kwnames: Borrowed): Owned {
  const tp_call = ptr(typeOf(callable) + PyTypeObject.tp_call);
  if (tp_call === 0) return raise(PyExc_TypeError, `'${typeNameOf(callable)}' object is not callable`);
  const tuple = tupleFromArray(args, nargs);
  if (tuple === 0) return PyErr_NoMemory();
  let keywords = 0;
  if (kwnames !== 0 && sizeOf(kwnames) > 0) {
    keywords = keywordDict(kwnames, args + nargs * 8);
    if (keywords === 0) {
      decref(tuple);
      return 0;
    }
  }
  const result = callSlot(tp_call, callable, tuple, keywords);
  decref(tuple);
  if (keywords !== 0) decref(keywords);
  return result;
}

/** How many of CPython's C calls one of ours counts for: the host's stack is shallower. */
const CALL_WEIGHT = 20;

/** tp_call, counted: an object whose __call__ is one like itself would never end. May answer PUSHED. */
export function callSlot(tp_call: Address, callable: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  const left = THREAD + PyThreadState.c_recursion_remaining;
  const before = i32(left);
  if (before <= 0) {
    return raise(PyExc_RecursionError, "maximum recursion depth exceeded while calling a Python object");
  }
  setI32(left, before - CALL_WEIGHT);
  const result = textFunction(tp_call)(callable, args, keywords);
  setI32(left, before);
  return result;
}

/** A new dict: reached through the type's slot, since dict.ts stands above this file. */
export function newKeywordDict(): Owned {
  return textFunction(ptr(PyDict_Type + PyTypeObject.tp_new))(PyDict_Type, emptyTuple, 0);
}

/** keywords[name] = value, through the slot. 0, or -1 with an error set. */
export function setKeyword(keywords: Borrowed, name: Borrowed, value: Borrowed): number {
  const mapping = ptr(PyDict_Type + PyTypeObject.tp_as_mapping);
  return textFunction(ptr(mapping + PyMappingMethods.mp_ass_subscript))(keywords, name, value);
}

/** A new dict from a tuple of names and as many values in memory. */
export function keywordDict(kwnames: Borrowed, values: Address): Owned {
  const keywords = newKeywordDict();
  if (keywords === 0) return 0;
  const count = sizeOf(kwnames);
  for (let i = 0; i < count; i++) {
    if (setKeyword(keywords, PyTuple_GET_ITEM(kwnames, i), ptr(values + i * 8)) < 0) {
      decref(keywords);
      return 0;
    }
  }
  return keywords;
}

export function pushCallNoArgs(callable: Borrowed): Owned {
  return pushVectorcall(callable, ptr(ARGUMENT_TOP), 0, 0);
}

export function pushCallOneArg(callable: Borrowed, a: Borrowed): Owned {
  const args = allocateArguments(1);
  if (args === 0) return 0;
  setPtr(args, a);
  const result = pushVectorcall(callable, args, 1, 0);
  freeArguments(args);
  return result;
}

export function pushCallTwoArgs(callable: Borrowed, a: Borrowed, b: Borrowed): Owned {
  const args = allocateArguments(2);
  if (args === 0) return 0;
  setPtr(args, a);
  setPtr(args + 8, b);
  const result = pushVectorcall(callable, args, 2, 0);
  freeArguments(args);
  return result;
}

export function pushCallThreeArgs(callable: Borrowed, a: Borrowed, b: Borrowed, c: Borrowed): Owned {
  const args = allocateArguments(3);
  if (args === 0) return 0;
  setPtr(args, a);
  setPtr(args + 8, b);
  setPtr(args + 16, c);
  const result = pushVectorcall(callable, args, 3, 0);
  freeArguments(args);
  return result;
}

/** A call with one more argument in front: what bound methods do. */
export function pushCallPrepend(
  callable: Borrowed,
  first: Borrowed,
  args: Address,
  nargs: number,
  kwnames: Borrowed,
): Owned {
  const total = nargs + 1 + (kwnames === 0 ? 0 : sizeOf(kwnames));
  const row = allocateArguments(total);
  if (row === 0) return 0;
  setPtr(row, first);
  for (let i = 1; i < total; i++) setPtr(row + i * 8, ptr(args + (i - 1) * 8));
  const result = pushVectorcall(callable, row, nargs + 1, kwnames);
  freeArguments(row);
  return result;
}

/** A call with the items of a tuple. */
export function pushCallTuple(callable: Borrowed, tuple: Borrowed): Owned {
  return pushVectorcall(callable, tuple + PyTupleObject.ob_item, sizeOf(tuple), 0);
}

// -- settled: never PUSHED ---------------------------------------------------------------------------------------------

export function PyObject_Vectorcall(callable: Borrowed, args: Address, nargs: number, kwnames: Borrowed): Owned {
  const base = currentFrame();
  return checkResult(settle(base, pushVectorcall(callable, args, nargs, kwnames)));
}

export function PyObject_CallNoArgs(callable: Borrowed): Owned {
  const base = currentFrame();
  return checkResult(settle(base, pushCallNoArgs(callable)));
}

export function PyObject_CallOneArg(callable: Borrowed, a: Borrowed): Owned {
  const base = currentFrame();
  return checkResult(settle(base, pushCallOneArg(callable, a)));
}

/** PyObject_CallFunctionObjArgs with two, and three, arguments. */
export function PyObject_CallTwoArgs(callable: Borrowed, a: Borrowed, b: Borrowed): Owned {
  const base = currentFrame();
  return checkResult(settle(base, pushCallTwoArgs(callable, a, b)));
}

export function PyObject_CallThreeArgs(callable: Borrowed, a: Borrowed, b: Borrowed, c: Borrowed): Owned {
  const base = currentFrame();
  return checkResult(settle(base, pushCallThreeArgs(callable, a, b, c)));
}

/** PyObject_CallObject: the items of a tuple (0: none) as arguments. */
export function PyObject_CallObject(callable: Borrowed, tuple: Borrowed): Owned {
  const base = currentFrame();
  return checkResult(settle(base, tuple === 0 ? pushCallNoArgs(callable) : pushCallTuple(callable, tuple)));
}

function checkResult(result: Owned): Owned {
  if (result === 0 && PyErr_Occurred() === 0) {
    return raise(PyExc_SystemError, "a call returned NULL without setting an exception");
  }
  return result;
}
