// Rich comparison that may answer PUSHED. The order is that of PyObject_RichCompare: the right operand's class goes first
// when it is a subclass of the left's. For classes written in Python a native frame remembers the operands.

import { THREAD } from "../memory/data.ts";
import { type Address, type Borrowed, i32, type Owned, ptr, setI32 } from "../memory/memory.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { PyThreadState } from "../memory/structs/runtime.ts";
import { text, textFunction } from "../memory/text.ts";
import { compareByIdentity, SWAPPED_OP } from "./abstract.ts";
import { nativeState, setNativeState } from "./binary.ts";
import { PyErr_NoMemory, raise } from "./errors.ts";
import { finishNative, nativeLocal, PUSHED, pushNative, setNativeLocal } from "./frames.ts";
import { isPythonClass, isSubtype, newRef, typeOf } from "./object.ts";
import { Py_NotImplemented, PyExc_RecursionError } from "./types.ts";

/** v op w. May answer PUSHED. */
export function pushRichCompare(v: Borrowed, w: Borrowed, op: number): Owned {
  const type = typeOf(v);
  const other = typeOf(w);
  if (isPythonClass(type) || isPythonClass(other)) {
    const frame = pushNative(compareStep, 2);
    if (frame === 0) return PyErr_NoMemory();
    setNativeLocal(frame, 0, newRef(v));
    setNativeLocal(frame, 1, newRef(w));
    setNativeState(frame, op);
    return continueCompare(frame, Py_NotImplemented);
  }
  let checkedReverse = false;
  if (type !== other && isSubtype(other, type)) {
    const f = ptr(other + PyTypeObject.tp_richcompare);
    if (f !== 0) {
      checkedReverse = true;
      const result = textFunction(f)(w, v, SWAPPED_OP[op]);
      if (result !== Py_NotImplemented) return result;
    }
  }
  const f = ptr(type + PyTypeObject.tp_richcompare);
  if (f !== 0) {
    const result = compareGuarded(f, v, w, op);
    if (result !== Py_NotImplemented) return result;
  }
  if (!checkedReverse) {
    const g = ptr(other + PyTypeObject.tp_richcompare);
    if (g !== 0) {
      const result = textFunction(g)(w, v, SWAPPED_OP[op]);
      if (result !== Py_NotImplemented) return result;
    }
  }
  return compareByIdentity(v, w, op);
}

/** How many of CPython's C calls one of ours counts for: the host's stack is shallower. */
const CALL_WEIGHT = 10;

/** tp_richcompare of a built-in, counted: containers compare their items in turn. */
function compareGuarded(f: Address, v: Borrowed, w: Borrowed, op: number): Owned {
  const left = THREAD + PyThreadState.c_recursion_remaining;
  const before = i32(left);
  if (before <= 0) return raise(PyExc_RecursionError, "maximum recursion depth exceeded in comparison");
  setI32(left, before - CALL_WEIGHT);
  const result = textFunction(f)(v, w, op);
  setI32(left, before);
  return result;
}

const PHASE = 8;

function continueCompare(frame: Address, result: Owned): Owned {
  while (result === Py_NotImplemented) {
    const state = nativeState(frame);
    const op = state & (PHASE - 1);
    const phase = state >> 3;
    const v = nativeLocal(frame, 0);
    const w = nativeLocal(frame, 1);
    const rightFirst =
      typeOf(v) !== typeOf(w) && isSubtype(typeOf(w), typeOf(v)) && ptr(typeOf(w) + PyTypeObject.tp_richcompare) !== 0;
    setNativeState(frame, state + PHASE);
    if (phase === 0 ? rightFirst : phase === 2 && !rightFirst) {
      const f = ptr(typeOf(w) + PyTypeObject.tp_richcompare);
      if (f !== 0) result = textFunction(f)(w, v, SWAPPED_OP[op]);
    } else if (phase === 1) {
      const f = ptr(typeOf(v) + PyTypeObject.tp_richcompare);
      if (f !== 0) result = textFunction(f)(v, w, op);
    } else if (phase > 2) result = compareByIdentity(v, w, op);
  }
  return result === PUSHED ? PUSHED : finishNative(frame, result);
}

const compareStep = text("do_richcompare", continueCompare);
