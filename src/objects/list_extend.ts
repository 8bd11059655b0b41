// Making and lengthening lists from any iterable. Lists, tuples, sets and dicts are copied from directly, as CPython does,
// without an iterator; anything else is walked by a consumer (consume.ts).
// Invariant: while an iterator is walked the list is whole: its code may look at it and change it.

import { wideAdd, wideHigh } from "../base/wide.ts";
import { type Address, type Borrowed, copyBytes, type Owned, ptr, setPtr } from "../memory/memory.ts";
import { _PyDictViewObject } from "../memory/structs/containers.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { PySequence_Check } from "./abstract.ts";
import { ACCUMULATOR, type Consumer, declareConsumer, GO_ON, OWN } from "./consume.ts";
import { dictUsed, nextKey, nextValue, PyDict_CheckExact, PyDict_Next } from "./dict_core.ts";
import { PyErr_ExceptionMatches, PyErr_NoMemory, raise, typeNameOf } from "./errors.ts";
import { currentFrame, deliveredInt, nativeLocal, setNativeLocal, settle, takeNativeLocal } from "./frames.ts";
import { PyObject_LengthHint } from "./length_hint.ts";
import {
  copyReferences,
  ITEM_COUNT_MAX,
  list_resize,
  listAllocated,
  listAppendSteal,
  listItems,
  PyList_AsTuple,
  PyList_CheckExact,
  PyList_New,
  preallocateList,
  sequenceItems,
  setListSize,
} from "./list_core.ts";
import { nativeWord, setNativeWord } from "./native_scratch.ts";
import { decref, incref, isList, isTuple, newRef, sizeOf, typeOf } from "./object.ts";
import { isExactAnySet, setNext, setNextKey, setSize } from "./set_core.ts";
import { SSIZE_EXACT, wordsOfSsize } from "./ssize.ts";
import { PyTuple_New, PyTuple_Pack, PyTuple_SET_ITEM } from "./tuple_core.ts";
import { PyTuple_CheckExact, tupleResize } from "./tuple_resize.ts";
import { Py_None, PyDictItems_Type, PyDictKeys_Type, PyDictValues_Type, PyExc_TypeError } from "./types.ts";

const ITEM_BYTES = 8;
/** The guesses of list() and tuple() for iterables that do not tell their length. */
const LIST_GUESS = 8;
const TUPLE_GUESS = 10;

// -- without an iterator -----------------------------------------------------------------------------------------------

/** list_extend_fast: from a list or tuple other than itself. */
function extendFromSequence(list: Borrowed, sequence: Borrowed): number {
  const added = sizeOf(sequence);
  if (added === 0) return 0;
  const count = sizeOf(list);
  if (listItems(list) === 0) {
    if (preallocateList(list, added) < 0) return -1;
    setListSize(list, added);
  } else if (list_resize(list, count + added) < 0) return -1;
  copyReferences(listItems(list) + count * ITEM_BYTES, sequenceItems(sequence), added);
  return 0;
}

/** list *= count */
export function listRepeatInPlace(list: Borrowed, times: number): number {
  const count = sizeOf(list);
  if (count === 0 || times === 1) return 0;
  if (list_resize(list, count * times) < 0) return -1;
  const items = listItems(list);
  for (let i = 0; i < count; i++) {
    const item = ptr(items + i * ITEM_BYTES);
    for (let n = 1; n < times; n++) incref(item);
  }
  for (let n = 1; n < times; n++) copyBytes(items + n * count * ITEM_BYTES, items, count * ITEM_BYTES);
  return 0;
}

function extendFromSet(list: Borrowed, set: Borrowed): number {
  const count = sizeOf(list);
  if (list_resize(list, count + setSize(set)) < 0) return -1;
  let to = listItems(list) + count * ITEM_BYTES;
  for (let at = setNext(set, 0); at !== 0; at = setNext(set, at), to += ITEM_BYTES) setPtr(to, newRef(setNextKey()));
  return 0;
}

const WHICH_KEY = 0;
const WHICH_VALUE = 1;
const WHICH_ITEM = 2;

function extendFromDict(list: Borrowed, dict: Borrowed, which: number): number {
  const count = sizeOf(list);
  if (list_resize(list, count + dictUsed(dict)) < 0) return -1;
  if (which !== WHICH_ITEM) {
    let to = listItems(list) + count * ITEM_BYTES;
    for (let at = PyDict_Next(dict, 0); at !== 0; at = PyDict_Next(dict, at), to += ITEM_BYTES) {
      setPtr(to, newRef(which === WHICH_KEY ? nextKey() : nextValue()));
    }
    return 0;
  }
  setListSize(list, count);
  for (let at = PyDict_Next(dict, 0); at !== 0; at = PyDict_Next(dict, at)) {
    const pair = PyTuple_Pack(nextKey(), nextValue());
    if (pair === 0) {
      PyErr_NoMemory();
      return -1;
    }
    if (listAppendSteal(list, pair) < 0) return -1;
  }
  return 0;
}

const NOT_DIRECT = -2;

/** Extends without an iterator where that is possible: 0, -1, or NOT_DIRECT. */
function extendDirectly(list: Borrowed, iterable: Borrowed): number {
  if (iterable === list) return listRepeatInPlace(list, 2);
  const type = typeOf(iterable);
  if (PyList_CheckExact(iterable) || PyTuple_CheckExact(iterable)) return extendFromSequence(list, iterable);
  if (isExactAnySet(iterable)) return extendFromSet(list, iterable);
  if (PyDict_CheckExact(iterable)) return extendFromDict(list, iterable, WHICH_KEY);
  if (type === PyDictKeys_Type) return extendFromDict(list, viewed(iterable), WHICH_KEY);
  if (type === PyDictValues_Type) return extendFromDict(list, viewed(iterable), WHICH_VALUE);
  if (type === PyDictItems_Type) return extendFromDict(list, viewed(iterable), WHICH_ITEM);
  return NOT_DIRECT;
}

function viewed(view: Borrowed): Borrowed {
  return ptr(view + _PyDictViewObject.dv_dict);
}

// -- with an iterator --------------------------------------------------------------------------------------------------

const LIST = OWN;

/** refusal: the message about what has no iterator, where it is not that of iter(). */
function listConsumer(name: string, refusal?: (iterable: Borrowed) => string): Consumer {
  return declareConsumer(name, {
    // The accumulator is what will be answered; the list has a place of its own.
    localCount: 1,
    onNotIterable(_frame, iterable) {
      if (refusal && PyErr_ExceptionMatches(PyExc_TypeError)) raise(PyExc_TypeError, refusal(iterable));
    },
    onOpen: (frame, own) => setNativeLocal(frame, LIST, newRef(own[0])),
    onStart(frame, iterable) {
      const list = nativeLocal(frame, LIST);
      const hint = PyObject_LengthHint(iterable, LIST_GUESS);
      if (hint < 0) return false;
      const count = sizeOf(list);
      if (overflows(hint, count)) return true;
      if (listItems(list) === 0) return hint === 0 || preallocateList(list, hint) === 0;
      if (list_resize(list, count + hint) < 0) return false;
      setListSize(list, count);
      return true;
    },
    onItem: (frame, item) => (listAppendSteal(nativeLocal(frame, LIST), item) < 0 ? 0 : GO_ON),
    onEnd(frame) {
      const list = nativeLocal(frame, LIST);
      const count = sizeOf(list);
      if (count < listAllocated(list) && list_resize(list, count) < 0) return 0;
      return takeNativeLocal(frame, ACCUMULATOR);
    },
  });
}

/** Whether the sum with a hint is beyond all lengths: then the hint is not believed. */
function overflows(hint: number, count: number): boolean {
  if (hint < SSIZE_EXACT) return false;
  wideAdd(wordsOfSsize(hint), wideHigh(), count, 0);
  return wideHigh() < 0;
}

const extending = listConsumer("list_extend");
const makingFast = listConsumer("PySequence_Fast", () => "must assign iterable to extended slice");

function pushExtendBy(consumer: Consumer, list: Borrowed, iterable: Borrowed, answer: Owned): Owned {
  const status = extendDirectly(list, iterable);
  if (status === NOT_DIRECT) return consumer.push(iterable, answer, list);
  if (status === 0) return answer;
  decref(answer);
  return 0;
}

/** Extends a list by any iterable; takes `answer` and answers with it, or 0, or PUSHED. */
export function pushExtend(list: Borrowed, iterable: Borrowed, answer: Owned): Owned {
  return pushExtendBy(extending, list, iterable, answer);
}

/** `*iterable` in a list display: None, 0 or PUSHED. */
export function pushListExtend(list: Borrowed, iterable: Borrowed): Owned {
  const result = pushExtend(list, iterable, Py_None);
  if (
    result === 0 &&
    ptr(typeOf(iterable) + PyTypeObject.tp_iter) === 0 &&
    !PySequence_Check(iterable) &&
    PyErr_ExceptionMatches(PyExc_TypeError)
  ) {
    return raise(PyExc_TypeError, `Value after * must be an iterable, not ${typeNameOf(iterable)}`);
  }
  return result;
}

/** PyList_Extend, settled. 0, or -1 with an error set. */
export function PyList_Extend(list: Borrowed, iterable: Borrowed): number {
  const base = currentFrame();
  return deliveredInt(settle(base, pushExtend(list, iterable, Py_None)));
}

/** A new list of the items of any iterable. May answer PUSHED. */
export function pushSequenceList(iterable: Borrowed): Owned {
  return pushNewList(extending, iterable);
}

/** The same with a message of its own about what is not iterable. Declared once, as consumers are. */
export function declareSequenceList(name: string, refusal: (iterable: Borrowed) => string) {
  const consumer = listConsumer(name, refusal);
  return (iterable: Borrowed): Owned => pushNewList(consumer, iterable);
}

function pushNewList(consumer: Consumer, iterable: Borrowed): Owned {
  const list = PyList_New(0);
  if (list === 0) return 0;
  const result = pushExtendBy(consumer, list, iterable, newRef(list));
  decref(list);
  return result;
}

export function PySequence_List(iterable: Borrowed): Owned {
  const base = currentFrame();
  return settle(base, pushSequenceList(iterable));
}

/** PySequence_Fast for slice assignment: a list or tuple as it is, else a new list. May answer PUSHED. */
export function pushSequenceForSlice(o: Borrowed): Owned {
  return PyList_CheckExact(o) || PyTuple_CheckExact(o) ? newRef(o) : pushNewList(makingFast, o);
}

/** PySequence_Fast, settled: a list or tuple (or subclass of one) as it is, else a new list; message for what has no iterator. */
export function PySequence_Fast(o: Borrowed, message: string): Owned {
  if (isList(o) || isTuple(o)) return newRef(o);
  const list = PySequence_List(o);
  if (list === 0 && ptr(typeOf(o) + PyTypeObject.tp_iter) === 0 && PyErr_ExceptionMatches(PyExc_TypeError)) {
    return raise(PyExc_TypeError, message);
  }
  return list;
}

// -- tuples ------------------------------------------------------------------------------------------------------------

/** Word: items written so far; the tuple itself has its full size, nulls behind them. */
const FILLED = 0;

const makingTuple = declareConsumer("PySequence_Tuple", {
  wordCount: 1,
  onStart(frame, iterable) {
    const hint = PyObject_LengthHint(iterable, TUPLE_GUESS);
    if (hint < 0) return false;
    const tuple = hint > ITEM_COUNT_MAX ? 0 : PyTuple_New(hint);
    if (tuple === 0) {
      PyErr_NoMemory();
      return false;
    }
    setNativeLocal(frame, ACCUMULATOR, tuple);
    return true;
  },
  onItem(frame, item) {
    const filled = nativeWord(frame, FILLED);
    const size = sizeOf(nativeLocal(frame, ACCUMULATOR));
    if (filled >= size) {
      const room = size + 10;
      if (!resizeAccumulator(frame, room + (room >> 2))) {
        decref(item);
        return 0;
      }
    }
    PyTuple_SET_ITEM(nativeLocal(frame, ACCUMULATOR), filled, item);
    setNativeWord(frame, FILLED, filled + 1);
    return GO_ON;
  },
  onEnd(frame) {
    const filled = nativeWord(frame, FILLED);
    if (filled < sizeOf(nativeLocal(frame, ACCUMULATOR)) && !resizeAccumulator(frame, filled)) return 0;
    return takeNativeLocal(frame, ACCUMULATOR);
  },
});

function resizeAccumulator(frame: Address, itemCount: number): boolean {
  const tuple = tupleResize(takeNativeLocal(frame, ACCUMULATOR), itemCount);
  setNativeLocal(frame, ACCUMULATOR, tuple);
  return tuple !== 0;
}

/** PySequence_Tuple that may answer PUSHED. */
export function pushSequenceTuple(iterable: Borrowed): Owned {
  if (PyTuple_CheckExact(iterable)) return newRef(iterable);
  if (PyList_CheckExact(iterable)) return PyList_AsTuple(iterable);
  return makingTuple.push(iterable, 0);
}

export function PySequence_Tuple(iterable: Borrowed): Owned {
  const base = currentFrame();
  return settle(base, pushSequenceTuple(iterable));
}
