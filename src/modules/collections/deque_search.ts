// Comparing a deque's items: `in`, count(), index(), remove(); and one deque with another.
//
// The comparison of an item may run Python code, so each walk lives in a native frame: the deque and the value, the place
// of the next item, and the deque's state at the start. Answers are objects; 0 with an error set; or PUSHED.
// Invariant: after each comparison the state is looked at before the deque is touched again.
import { type Address, type Borrowed, type Owned, ptr, ssize } from "../../memory/memory.ts";
import { BLOCK, dequeobject } from "../../memory/structs/containers.ts";
import { text } from "../../memory/text.ts";
import { Py_EQ, Py_GT, Py_LE, Py_LT, Py_NE, pushIterNext } from "../../objects/abstract.ts";
import { pushRichCompare } from "../../objects/compare.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise } from "../../objects/errors.ts";
import { finishNative, nativeLocal, PUSHED, setNativeLocal, takeNativeLocal } from "../../objects/frames.ts";
import { bool, PyLong_FromNumber } from "../../objects/long_core.ts";
import { nativeWord, pushNativeWithWords, setNativeWord, setNativeWordAddress } from "../../objects/native_scratch.ts";
import { decref, isInstanceOf, newRef, sizeOf, typeIn } from "../../objects/object.ts";
import { truthOfResult } from "../../objects/sequence_compare.ts";
import {
  raiseNotIn,
  SEARCH_CONTAINS,
  SEARCH_COUNT,
  SEARCH_INDEX,
  SEARCH_REMOVE,
} from "../../objects/sequence_search.ts";
import {
  Py_False,
  Py_None,
  Py_NotImplemented,
  Py_True,
  PyExc_IndexError,
  PyExc_RuntimeError,
} from "../../objects/types.ts";
import { BLOCKLEN, deleteItem, dequeState, dequeType, itemSlot } from "./deque_core.ts";
import { deque_iter } from "./deque_iterators.ts";

const DEQUE = 0;
const VALUE = 1;
// Words.
const WHAT = 0;
const POSITION = 1;
const END = 2;
const STATE = 3;
const BLOCK_AT = 4;
const BLOCK_INDEX = 5;
const COUNT = 6;
const WORDS = 7;

/** Looks for value among the items from start to end, which are in range. what: SEARCH_… of sequence_search.ts. */
export function pushDequeSearch(deque: Borrowed, value: Borrowed, what: number, start: number, end: number): Owned {
  const frame = pushNativeWithWords(STEP_COMPARED, 2, WORDS);
  if (frame === 0) return PyErr_NoMemory();
  setNativeLocal(frame, DEQUE, newRef(deque));
  setNativeLocal(frame, VALUE, newRef(value));
  setNativeWord(frame, WHAT, what);
  setNativeWord(frame, POSITION, start);
  setNativeWord(frame, END, end);
  setNativeWord(frame, STATE, dequeState(deque));
  let block = ptr(deque + dequeobject.leftblock);
  let index = ssize(deque + dequeobject.leftindex) + start;
  for (; index >= BLOCKLEN; index -= BLOCKLEN) block = ptr(block + BLOCK.rightlink);
  setNativeWordAddress(frame, BLOCK_AT, block);
  setNativeWord(frame, BLOCK_INDEX, index);
  return search(frame);
}

function search(frame: Address): Owned {
  const value = nativeLocal(frame, VALUE);
  while (nativeWord(frame, POSITION) < nativeWord(frame, END)) {
    let index = nativeWord(frame, BLOCK_INDEX);
    let block = nativeWord(frame, BLOCK_AT);
    if (index === BLOCKLEN) {
      block = ptr(block + BLOCK.rightlink);
      index = 0;
      setNativeWordAddress(frame, BLOCK_AT, block);
    }
    setNativeWord(frame, BLOCK_INDEX, index + 1);
    const item = newRef(ptr(itemSlot(block, index)));
    const result = item === value ? Py_True : pushRichCompare(item, value, Py_EQ);
    decref(item);
    if (result === PUSHED) return PUSHED;
    const answer = compared(frame, result);
    if (answer !== GO_ON) return finishNative(frame, answer);
  }
  return finishNative(frame, notFound(frame));
}

const GO_ON = -1;

/** GO_ON, or the answer. */
function compared(frame: Address, result: Owned): number {
  const equal = truthOfResult(result);
  const what = nativeWord(frame, WHAT);
  const deque = nativeLocal(frame, DEQUE);
  if (equal < 0) return 0;
  if (dequeState(deque) !== nativeWord(frame, STATE)) {
    if (what === SEARCH_REMOVE) return raise(PyExc_IndexError, "deque mutated during iteration");
    if (what === SEARCH_COUNT || equal === 0) return raise(PyExc_RuntimeError, "deque mutated during iteration");
  }
  const position = nativeWord(frame, POSITION);
  setNativeWord(frame, POSITION, position + 1);
  if (equal === 0) return GO_ON;
  switch (what) {
    case SEARCH_CONTAINS:
      return Py_True;
    case SEARCH_INDEX:
      return PyLong_FromNumber(position);
    case SEARCH_REMOVE:
      return deleteItem(deque, position) < 0 ? 0 : Py_None;
    default:
      setNativeWord(frame, COUNT, nativeWord(frame, COUNT) + 1);
      return GO_ON;
  }
}

function notFound(frame: Address): Owned {
  switch (nativeWord(frame, WHAT)) {
    case SEARCH_CONTAINS:
      return Py_False;
    case SEARCH_COUNT:
      return PyLong_FromNumber(nativeWord(frame, COUNT));
    default:
      return raiseNotIn(nativeLocal(frame, VALUE), " is not in deque");
  }
}

const STEP_COMPARED = text("deque_search.compared", (frame: Address, result: Owned): Owned => {
  const answer = compared(frame, result);
  return answer === GO_ON ? search(frame) : finishNative(frame, answer);
});

// -- two deques ----------------------------------------------------------------------------------------------------------

const LEFT = 0;
const RIGHT = 1;
const LEFT_ITEM = 2;
const RIGHT_ITEM = 3;
const OPERATOR = 0;
/** Whether the comparison on its way is the one that decides. */
const DECIDING = 1;

export function deque_richcompare(v: Borrowed, w: Borrowed, operator: number): Owned {
  if (!isInstanceOf(v, typeIn(dequeType)) || !isInstanceOf(w, typeIn(dequeType))) return Py_NotImplemented;
  if (operator === Py_EQ && (v === w || sizeOf(v) !== sizeOf(w))) return bool(v === w);
  if (operator === Py_NE && (v === w || sizeOf(v) !== sizeOf(w))) return bool(v !== w);
  const left = deque_iter(v);
  const right = left === 0 ? 0 : deque_iter(w);
  const frame = right === 0 ? 0 : pushNativeWithWords(STEP_PAIR, 4, 2);
  if (frame === 0) {
    if (left !== 0) decref(left);
    if (right !== 0) decref(right);
    return PyErr_NoMemory();
  }
  setNativeLocal(frame, LEFT, left);
  setNativeLocal(frame, RIGHT, right);
  setNativeWord(frame, OPERATOR, operator);
  return comparePairs(frame);
}

function comparePairs(frame: Address): Owned {
  for (;;) {
    const x = pushIterNext(nativeLocal(frame, LEFT));
    if (x === 0 && PyErr_Occurred()) return finishNative(frame, 0);
    setNativeLocal(frame, LEFT_ITEM, x);
    const y = pushIterNext(nativeLocal(frame, RIGHT));
    setNativeLocal(frame, RIGHT_ITEM, y);
    if (x === 0 || y === 0) {
      return finishNative(frame, y === 0 && PyErr_Occurred() ? 0 : byLength(nativeWord(frame, OPERATOR), x, y));
    }
    const result = x === y ? Py_True : pushRichCompare(x, y, Py_EQ);
    if (result === PUSHED) return PUSHED;
    const answer = pairCompared(frame, result);
    if (answer !== GO_ON) return answer;
  }
}

/** What follows when one of the deques has ended: its item is null. */
function byLength(operator: number, x: Borrowed, y: Borrowed): Owned {
  switch (operator) {
    case Py_LT:
      return bool(y !== 0);
    case Py_LE:
      return bool(x === 0);
    case Py_EQ:
      return bool(x === y);
    case Py_NE:
      return bool(x !== y);
    case Py_GT:
      return bool(x !== 0);
    default:
      return bool(y === 0);
  }
}

function pairCompared(frame: Address, result: Owned): number {
  const truth = truthOfResult(result);
  if (truth < 0) return finishNative(frame, 0);
  if (nativeWord(frame, DECIDING) !== 0) return finishNative(frame, bool(truth > 0));
  const x = nativeLocal(frame, LEFT_ITEM);
  const y = nativeLocal(frame, RIGHT_ITEM);
  if (truth > 0) {
    decref(takeNativeLocal(frame, LEFT_ITEM));
    decref(takeNativeLocal(frame, RIGHT_ITEM));
    return GO_ON;
  }
  const operator = nativeWord(frame, OPERATOR);
  if (operator === Py_EQ || operator === Py_NE) return finishNative(frame, bool(operator === Py_NE));
  setNativeWord(frame, DECIDING, 1);
  const deciding = pushRichCompare(x, y, operator);
  return deciding === PUSHED ? PUSHED : pairCompared(frame, deciding);
}

const STEP_PAIR = text("deque_richcompare.pair", (frame: Address, result: Owned): Owned => {
  const answer = pairCompared(frame, result);
  return answer === GO_ON ? comparePairs(frame) : answer;
});
