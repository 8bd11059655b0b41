// Comparison of lists with lists and tuples with tuples: the first pair of items that differ decides.
//
// Items of plain built-in types are compared directly; from the first pair that may run Python on, the walk lives in a
// native frame. Invariant: both items of a pair are held while they are compared.
import type { Address, Borrowed, Owned } from "../memory/memory.ts";
import { text } from "../memory/text.ts";
import { Py_EQ, Py_GT, Py_LE, Py_LT, Py_NE, PyObject_IsTrue } from "./abstract.ts";
import { enterRecursiveCall, leaveRecursiveCall } from "./c_recursion.ts";
import { pushRichCompare } from "./compare.ts";
import { PyErr_NoMemory } from "./errors.ts";
import { finishNative, nativeLocal, PUSHED, setNativeLocal, takeNativeLocal } from "./frames.ts";
import { sequenceItem } from "./list_core.ts";
import { bool } from "./long_core.ts";
import { nativeWord, pushNativeWithWords, setNativeWord } from "./native_scratch.ts";
import { decref, isList, newRef, sizeOf, typeOf } from "./object.ts";
import {
  _PyNone_Type,
  Py_False,
  Py_True,
  PyBool_Type,
  PyBytes_Type,
  PyFloat_Type,
  PyLong_Type,
  PyUnicode_Type,
} from "./types.ts";

/** Whether an object is of a built-in type whose comparison never runs Python code. */
export function isPlain(o: Borrowed): boolean {
  const type = typeOf(o);
  return (
    type === PyLong_Type ||
    type === PyUnicode_Type ||
    type === PyFloat_Type ||
    type === _PyNone_Type ||
    type === PyBool_Type ||
    type === PyBytes_Type
  );
}

/** The truth of an Owned comparison result: 1, 0, -1 with an error set. Releases it. */
export function truthOfResult(result: Owned): number {
  if (result === Py_True) return 1;
  if (result === Py_False) return 0;
  if (result === 0) return -1;
  const truth = PyObject_IsTrue(result);
  decref(result);
  return truth;
}

/** v == w for two plain objects: 1, 0, -1. */
export function plainEqual(v: Borrowed, w: Borrowed): number {
  return v === w ? 1 : truthOfResult(pushRichCompare(v, w, Py_EQ));
}

const V = 0;
const W = 1;
const LOCALS = 2;
const INDEX = 0;
const OP = 1;
const WORDS = 2;

function compareSizes(v: number, w: number, op: number): Owned {
  switch (op) {
    case Py_LT:
      return bool(v < w);
    case Py_LE:
      return bool(v <= w);
    case Py_EQ:
      return bool(v === w);
    case Py_NE:
      return bool(v !== w);
    case Py_GT:
      return bool(v > w);
    default:
      return bool(v >= w);
  }
}

/** tp_richcompare of list and tuple, for two of a kind. May answer PUSHED. */
export function pushCompareSequences(v: Borrowed, w: Borrowed, op: number): Owned {
  if (isList(v) && sizeOf(v) !== sizeOf(w) && (op === Py_EQ || op === Py_NE)) return bool(op === Py_NE);
  let index = 0;
  for (; index < sizeOf(v) && index < sizeOf(w); index++) {
    const a = sequenceItem(v, index);
    const b = sequenceItem(w, index);
    if (a === b) continue;
    if (!isPlain(a) || !isPlain(b)) {
      if (!enterRecursiveCall(" in comparison")) return 0;
      const result = compareInFrame(v, w, op, index);
      leaveRecursiveCall();
      return result;
    }
    const equal = plainEqual(a, b);
    if (equal < 0) return 0;
    if (equal === 0) break;
  }
  return decide(v, w, op, index);
}

/** The answer once the pair at index differs, or one of the two ended. */
function decide(v: Borrowed, w: Borrowed, op: number, index: number): Owned {
  if (index >= sizeOf(v) || index >= sizeOf(w)) return compareSizes(sizeOf(v), sizeOf(w), op);
  if (op === Py_EQ) return Py_False;
  if (op === Py_NE) return Py_True;
  const a = newRef(sequenceItem(v, index));
  const b = newRef(sequenceItem(w, index));
  const result = pushRichCompare(a, b, op);
  decref(a);
  decref(b);
  return result;
}

function compareInFrame(v: Borrowed, w: Borrowed, op: number, index: number): Owned {
  const frame = pushNativeWithWords(STEP_EQUAL, LOCALS, WORDS);
  if (frame === 0) return PyErr_NoMemory();
  setNativeLocal(frame, V, newRef(v));
  setNativeLocal(frame, W, newRef(w));
  setNativeWord(frame, INDEX, index);
  setNativeWord(frame, OP, op);
  return comparePairs(frame);
}

function comparePairs(frame: Address): Owned {
  const v = nativeLocal(frame, V);
  const w = nativeLocal(frame, W);
  for (;;) {
    const index = nativeWord(frame, INDEX);
    if (index >= sizeOf(v) || index >= sizeOf(w)) return lastCall(frame);
    const a = sequenceItem(v, index);
    const b = sequenceItem(w, index);
    if (a !== b) {
      newRef(a);
      newRef(b);
      const result = pushRichCompare(a, b, Py_EQ);
      decref(a);
      decref(b);
      if (result === PUSHED) return PUSHED;
      const equal = truthOfResult(result);
      if (equal < 0) return finishNative(frame, 0);
      if (equal === 0) return lastCall(frame);
    }
    setNativeWord(frame, INDEX, index + 1);
  }
}

/** The frame goes before the deciding comparison: a tail call. */
function lastCall(frame: Address): Owned {
  const v = takeNativeLocal(frame, V);
  const w = takeNativeLocal(frame, W);
  const index = nativeWord(frame, INDEX);
  const op = nativeWord(frame, OP);
  finishNative(frame, 0);
  const result = decide(v, w, op, index);
  decref(v);
  decref(w);
  return result;
}

const STEP_EQUAL = text("sequence_compare.equal", (frame: Address, result: Owned): Owned => {
  const equal = truthOfResult(result);
  if (equal < 0) return finishNative(frame, 0);
  if (equal === 0) return lastCall(frame);
  setNativeWord(frame, INDEX, nativeWord(frame, INDEX) + 1);
  return comparePairs(frame);
});
