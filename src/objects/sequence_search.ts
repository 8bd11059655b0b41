// Searching lists and tuples for an equal item: `in`, index(), count(), remove(); and the same in any iterable.
//
// Items of plain built-in types are compared directly; from the first comparison that may run Python on, the walk lives in
// a native frame. Answers are objects: True or False, an int, None; 0 with an error set; or PUSHED.
// Invariant: a list is read as it is at each step, since comparing may change it.
import type { Address, Borrowed, Owned } from "../memory/memory.ts";
import { text } from "../memory/text.ts";
import { work } from "../memory/work.ts";
import { Py_EQ, PyObject_Repr } from "./abstract.ts";
import { pushRichCompare } from "./compare.ts";
import { declareConsumer, GO_ON, OWN } from "./consume.ts";
import { PyErr_ExceptionMatches, PyErr_NoMemory, PyErr_SetObject, raise, typeNameOf } from "./errors.ts";
import { deliveredInt, finishNative, nativeLocal, PUSHED, setNativeLocal } from "./frames.ts";
import { listReplace, sequenceItem } from "./list_core.ts";
import { PyLong_FromNumber } from "./long_core.ts";
import { nativeWord, pushNativeWithWords, setNativeWord } from "./native_scratch.ts";
import { decref, isList, newRef, sizeOf } from "./object.ts";
import { isPlain, plainEqual, truthOfResult } from "./sequence_compare.ts";
import { Py_False, Py_None, Py_True, PyExc_TypeError, PyExc_ValueError } from "./types.ts";
import { PyUnicode_FromString, unicodeConcat } from "./unicode_core.ts";

const POINTER_BYTES = 8;

export const SEARCH_CONTAINS = 0;
export const SEARCH_INDEX = 1;
export const SEARCH_COUNT = 2;
export const SEARCH_REMOVE = 3;

const SEQUENCE = 0;
const VALUE = 1;
const LOCALS = 2;
const POSITION = 0;
const END = 1;
const WHAT = 2;
const COUNT = 3;
const WORDS = 4;

/** Looks for value among the items from start to end (clipped to the size). */
export function pushSearch(sequence: Borrowed, value: Borrowed, what: number, start: number, end: number): Owned {
  work(POINTER_BYTES * sizeOf(sequence));
  let count = 0;
  let i = start;
  const plain = isPlain(value);
  for (; i < end && i < sizeOf(sequence); i++) {
    const item = sequenceItem(sequence, i);
    let equal = 1;
    if (item !== value) {
      if (!plain || !isPlain(item)) return searchInFrame(sequence, value, what, i, end, count);
      equal = plainEqual(item, value);
      if (equal < 0) return 0;
    }
    if (equal > 0) {
      if (what !== SEARCH_COUNT) return found(sequence, what, i);
      count++;
    }
  }
  return notFound(sequence, value, what, count);
}

function found(sequence: Borrowed, what: number, index: number): Owned {
  if (what === SEARCH_CONTAINS) return Py_True;
  if (what === SEARCH_INDEX) return PyLong_FromNumber(index) || PyErr_NoMemory();
  return listReplace(sequence, index, index + 1, 0, 0) < 0 ? 0 : Py_None;
}

function notFound(sequence: Borrowed, value: Borrowed, what: number, count: number): Owned {
  if (what === SEARCH_CONTAINS) return Py_False;
  if (what === SEARCH_COUNT) return PyLong_FromNumber(count) || PyErr_NoMemory();
  if (what === SEARCH_REMOVE) return raise(PyExc_ValueError, "list.remove(x): x not in list");
  return isList(sequence)
    ? raiseNotIn(value, " is not in list")
    : raise(PyExc_ValueError, "tuple.index(x): x not in tuple");
}

/** ValueError: the repr of the value, then a text. */
export function raiseNotIn(value: Borrowed, rest: string): 0 {
  const shown = PyObject_Repr(value);
  if (shown === 0) return 0;
  const tail = PyUnicode_FromString(rest);
  const message = tail === 0 ? 0 : unicodeConcat(shown, tail);
  decref(shown);
  if (tail !== 0) decref(tail);
  if (message === 0) return PyErr_NoMemory();
  PyErr_SetObject(PyExc_ValueError, message);
  decref(message);
  return 0;
}

function searchInFrame(
  sequence: Borrowed,
  value: Borrowed,
  what: number,
  index: number,
  end: number,
  count: number,
): Owned {
  const frame = pushNativeWithWords(STEP_EQUAL, LOCALS, WORDS);
  if (frame === 0) return PyErr_NoMemory();
  setNativeLocal(frame, SEQUENCE, newRef(sequence));
  setNativeLocal(frame, VALUE, newRef(value));
  setNativeWord(frame, POSITION, index);
  setNativeWord(frame, END, end);
  setNativeWord(frame, WHAT, what);
  setNativeWord(frame, COUNT, count);
  return search(frame);
}

function search(frame: Address): Owned {
  const sequence = nativeLocal(frame, SEQUENCE);
  const value = nativeLocal(frame, VALUE);
  const end = nativeWord(frame, END);
  for (;;) {
    const index = nativeWord(frame, POSITION);
    if (index >= end || index >= sizeOf(sequence)) {
      return finishNative(frame, notFound(sequence, value, nativeWord(frame, WHAT), nativeWord(frame, COUNT)));
    }
    const item = sequenceItem(sequence, index);
    let equal = 1;
    if (item !== value) {
      newRef(item);
      const result = pushRichCompare(item, value, Py_EQ);
      decref(item);
      if (result === PUSHED) return PUSHED;
      equal = truthOfResult(result);
    }
    const answer = compared(frame, equal);
    if (answer !== GO_ON) return finishNative(frame, answer);
  }
}

/** GO_ON, or the answer. */
function compared(frame: Address, equal: number): number {
  if (equal < 0) return 0;
  const index = nativeWord(frame, POSITION);
  if (equal > 0) {
    const what = nativeWord(frame, WHAT);
    if (what !== SEARCH_COUNT) return found(nativeLocal(frame, SEQUENCE), what, index);
    setNativeWord(frame, COUNT, nativeWord(frame, COUNT) + 1);
  }
  setNativeWord(frame, POSITION, index + 1);
  return GO_ON;
}

const STEP_EQUAL = text("sequence_search.equal", (frame: Address, result: Owned): Owned => {
  const answer = compared(frame, truthOfResult(result));
  return answer === GO_ON ? search(frame) : finishNative(frame, answer);
});

/** sq_contains of list and tuple. */
export function pushSequenceContains(sequence: Borrowed, value: Borrowed): number {
  const answer = pushSearch(sequence, value, SEARCH_CONTAINS, 0, sizeOf(sequence));
  return answer === PUSHED ? PUSHED : deliveredInt(answer);
}

// -- any iterable ------------------------------------------------------------------------------------------------------

const iterating = declareConsumer("_PySequence_IterSearch", {
  localCount: 1,
  wordCount: WORDS,
  onOpen(frame, own) {
    setNativeLocal(frame, OWN, newRef(own[0]));
    setNativeWord(frame, WHAT, own[1]);
  },
  onNotIterable(_frame, iterable) {
    if (PyErr_ExceptionMatches(PyExc_TypeError)) {
      raise(PyExc_TypeError, `argument of type '${typeNameOf(iterable)}' is not iterable`);
    }
  },
  onItem(frame, item) {
    const value = nativeLocal(frame, OWN);
    const result = item === value ? Py_True : pushRichCompare(item, value, Py_EQ);
    decref(item);
    return result === PUSHED ? PUSHED : iterCompared(frame, result);
  },
  onResult: iterCompared,
  onEnd(frame) {
    const what = nativeWord(frame, WHAT);
    if (what === SEARCH_INDEX) return raise(PyExc_ValueError, "sequence.index(x): x not in sequence");
    return what === SEARCH_CONTAINS ? Py_False : PyLong_FromNumber(nativeWord(frame, COUNT)) || PyErr_NoMemory();
  },
});

function iterCompared(frame: Address, result: Owned): number {
  const equal = truthOfResult(result);
  if (equal < 0) return 0;
  const what = nativeWord(frame, WHAT);
  if (equal > 0) {
    if (what === SEARCH_CONTAINS) return Py_True;
    if (what === SEARCH_INDEX) return PyLong_FromNumber(nativeWord(frame, POSITION)) || PyErr_NoMemory();
    setNativeWord(frame, COUNT, nativeWord(frame, COUNT) + 1);
  }
  setNativeWord(frame, POSITION, nativeWord(frame, POSITION) + 1);
  return GO_ON;
}

/** _PySequence_IterSearch: SEARCH_CONTAINS, SEARCH_INDEX or SEARCH_COUNT by iteration. May answer PUSHED. */
export function pushIterSearch(iterable: Borrowed, value: Borrowed, what: number): Owned {
  return iterating.push(iterable, 0, value, what);
}
