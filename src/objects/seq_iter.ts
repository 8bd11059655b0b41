// Iterators that ask for item 0, 1, 2 … until IndexError ("iterator", "reversed"), and iter(callable, sentinel).
// Invariant: an exhausted iterator has let go of its sequence, or of its callable and sentinel.

import { wideAdd, wideHigh, wideSubtract } from "../base/wide.ts";
import { gcFree, gcNewVar, gcTrack, gcUntrack } from "../gc/link.ts";
import { type Address, type Borrowed, high, low, type Owned, ptr, setI64, setPtr, setSsize } from "../memory/memory.ts";
import { calliterobject, seqiterobject } from "../memory/structs/iterators.ts";
import { PyMappingMethods, PySequenceMethods, PyTypeObject } from "../memory/structs/object.ts";
import { text, textFunction } from "../memory/text.ts";
import { Py_EQ, PyObject_Size, PySequence_Check, PySequence_GetItem, setSequenceIterator } from "./abstract.ts";
import { pushCallNoArgs } from "./call.ts";
import { pushRichCompare } from "./compare.ts";
import { declareType } from "./declare.ts";
import {
  PyErr_BadInternalCall,
  PyErr_Clear,
  PyErr_ExceptionMatches,
  PyErr_NoMemory,
  PyErr_Occurred,
  raise,
} from "./errors.ts";
import { finishNative, nativeLocal, PUSHED, pushNative, setNativeLocal, setStep, takeNativeLocal } from "./frames.ts";
import { identifier } from "./identifiers.ts";
import { PyLong_FromNumber } from "./long_core.ts";
import { longFromWords } from "./long_words.ts";
import { initObject, isPythonClass, newRef, Py_TPFLAGS_HAVE_GC, typeOf, xdecref } from "./object.ts";
import { builtin } from "./reduce_names.ts";
import { truthOfResult } from "./sequence_compare.ts";
import {
  dropSequence,
  indexIteratorDealloc,
  indexIteratorTraverse,
  newIndexIterator,
  reduceIterator,
  stateIndex,
} from "./sequence_iterators.ts";
import { setWideSsize, wideSsize, wordsOfSsize } from "./ssize.ts";
import { emptyTuple, PyTuple_Pack } from "./tuple_core.ts";
import {
  Py_None,
  Py_NotImplemented,
  PyCallIter_Type,
  PyExc_IndexError,
  PyExc_OverflowError,
  PyExc_StopIteration,
  PySeqIter_Type,
} from "./types.ts";

const INDEX = seqiterobject.it_index;
const SEQUENCE = seqiterobject.it_seq;
const ITER = identifier("iter");
const NO_INDEX = Number.NaN;

type Visit = (o: Borrowed) => number;

// -- by index, in either direction -------------------------------------------------------------------------------------

/** The largest Py_ssize_t. */
export const SSIZE_MAX_LOW = -1;
export const SSIZE_MAX_HIGH = 0x7fffffff;

/** The index of an iterator, as ssize.ts has it. */
export function indexOf(iterator: Borrowed): number {
  return wideSsize(iterator + INDEX);
}

/** tp_iternext of an iterator with index and sequence fields that goes by indices; the type says in which direction. */
export function nextByIndex(iterator: Borrowed): Owned {
  const sequence = ptr(iterator + SEQUENCE);
  if (sequence === 0) return 0;
  if (high(iterator + INDEX) < 0) return endOfIndices(iterator);
  if (high(iterator + INDEX) === SSIZE_MAX_HIGH && low(iterator + INDEX) === SSIZE_MAX_LOW) {
    return raise(PyExc_OverflowError, "iter index too large");
  }
  const index = indexOf(iterator);
  if (!isPythonClass(typeOf(sequence))) {
    return gotItem(iterator, PySequence_GetItem(sequence, index));
  }
  const methods = ptr(typeOf(sequence) + PyTypeObject.tp_as_sequence);
  const sq_item = methods === 0 ? 0 : ptr(methods + PySequenceMethods.sq_item);
  if (sq_item === 0) return gotItem(iterator, PySequence_GetItem(sequence, index));
  const frame = pushNative(STEP_ITEM, 1);
  if (frame === 0) return PyErr_NoMemory();
  setNativeLocal(frame, 0, newRef(iterator));
  const item = textFunction(sq_item)(sequence, index);
  return item === PUSHED ? PUSHED : finishNative(frame, gotItem(iterator, item));
}

/** The item at the index, or 0 with the error of asking for it: IndexError and StopIteration are the end. */
function gotItem(iterator: Borrowed, item: Owned): Owned {
  if (item !== 0) {
    const step = typeOf(iterator) === PySeqIter_Type ? 1 : -1;
    const next = wideAdd(low(iterator + INDEX), high(iterator + INDEX), step, step >> 31);
    setI64(iterator + INDEX, next, wideHigh());
    return item;
  }
  if (!PyErr_ExceptionMatches(PyExc_IndexError) && !PyErr_ExceptionMatches(PyExc_StopIteration)) {
    return typeOf(iterator) === PySeqIter_Type ? 0 : endOfIndices(iterator);
  }
  PyErr_Clear();
  return endOfIndices(iterator);
}

function endOfIndices(iterator: Borrowed): 0 {
  if (typeOf(iterator) !== PySeqIter_Type) setSsize(iterator + INDEX, -1);
  return dropSequence(iterator);
}

const STEP_ITEM = text("iter_iternext.item", (frame: Address, item: Owned): Owned => {
  return finishNative(frame, gotItem(nativeLocal(frame, 0), item));
});

/** PySeqIter_New */
export function PySeqIter_New(sequence: Borrowed): Owned {
  if (!PySequence_Check(sequence)) return PyErr_BadInternalCall();
  return newIndexIterator(PySeqIter_Type, sequence, 0);
}

setSequenceIterator(PySeqIter_New);

function hasLength(o: Borrowed): boolean {
  const sequence = ptr(typeOf(o) + PyTypeObject.tp_as_sequence);
  const mapping = ptr(typeOf(o) + PyTypeObject.tp_as_mapping);
  return (
    (sequence !== 0 && ptr(sequence + PySequenceMethods.sq_length) !== 0) ||
    (mapping !== 0 && ptr(mapping + PyMappingMethods.mp_length) !== 0)
  );
}

const number = (value: number): Owned => PyLong_FromNumber(value) || PyErr_NoMemory();

function iter_len(iterator: Borrowed): Owned {
  const sequence = ptr(iterator + SEQUENCE);
  if (sequence === 0) return number(0);
  if (!hasLength(sequence)) return Py_NotImplemented;
  const size = PyObject_Size(sequence);
  if (size < 0) return 0;
  const sizeLow = wordsOfSsize(size);
  const left = wideSubtract(sizeLow, wideHigh(), low(iterator + INDEX), high(iterator + INDEX));
  return wideHigh() < 0 ? number(0) : longFromWords(left, wideHigh()) || PyErr_NoMemory();
}

function iter_reduce(iterator: Borrowed): Owned {
  // The name is looked up first: its lookup may run code that ends the iterator.
  const make = builtin(ITER);
  if (make === 0) return 0;
  const sequence = ptr(iterator + SEQUENCE);
  return sequence === 0
    ? reduceIterator(make, emptyTuple, NO_INDEX)
    : reduceIterator(make, newRef(sequence), indexOf(iterator));
}

function iter_setstate(iterator: Borrowed, state: Borrowed): Owned {
  const index = stateIndex(state);
  if (index === -1 && PyErr_Occurred() !== 0) return 0;
  if (ptr(iterator + SEQUENCE) === 0) return Py_None;
  setWideSsize(iterator + INDEX, index < 0 ? 0 : index);
  return Py_None;
}

declareType(PySeqIter_Type, {
  name: "iterator",
  basicsize: seqiterobject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC,
  slots: {
    tp_dealloc: indexIteratorDealloc,
    tp_traverse: indexIteratorTraverse,
    tp_iter: newRef,
    tp_iternext: nextByIndex,
  },
  methods: [
    ["__length_hint__", "()", iter_len],
    ["__reduce__", "()", iter_reduce],
    ["__setstate__", "(object, /)", iter_setstate],
  ],
});

/** What __length_hint__ and __setstate__ of reversed need: len(sequence), or -1 with an error set. */
export function lengthOfReversed(iterator: Borrowed): number {
  return PyObject_Size(ptr(iterator + SEQUENCE));
}

// -- iter(callable, sentinel) ------------------------------------------------------------------------------------------

const CALLABLE = calliterobject.it_callable;
const SENTINEL = calliterobject.it_sentinel;

export function PyCallIter_New(callable: Borrowed, sentinel: Borrowed): Owned {
  const iterator = gcNewVar(PyCallIter_Type, calliterobject.sizeof);
  if (iterator === 0) return PyErr_NoMemory();
  initObject(iterator, PyCallIter_Type);
  setPtr(iterator + CALLABLE, newRef(callable));
  setPtr(iterator + SENTINEL, newRef(sentinel));
  gcTrack(iterator);
  return iterator;
}

function dropCallable(iterator: Borrowed): 0 {
  const callable = ptr(iterator + CALLABLE);
  const sentinel = ptr(iterator + SENTINEL);
  setPtr(iterator + CALLABLE, 0);
  setPtr(iterator + SENTINEL, 0);
  xdecref(callable);
  xdecref(sentinel);
  return 0;
}

const ITERATOR = 0;
const ITEM = 1;

function calliter_iternext(iterator: Borrowed): Owned {
  const callable = ptr(iterator + CALLABLE);
  if (callable === 0) return 0;
  const frame = pushNative(STEP_CALLED, 2);
  if (frame === 0) return PyErr_NoMemory();
  setNativeLocal(frame, ITERATOR, newRef(iterator));
  const item = pushCallNoArgs(callable);
  return item === PUSHED ? PUSHED : afterCall(frame, item);
}

function afterCall(frame: Address, item: Owned): Owned {
  const iterator = nativeLocal(frame, ITERATOR);
  if (item === 0) {
    if (PyErr_ExceptionMatches(PyExc_StopIteration)) {
      PyErr_Clear();
      dropCallable(iterator);
    }
    return finishNative(frame, 0);
  }
  setNativeLocal(frame, ITEM, item);
  const sentinel = ptr(iterator + SENTINEL);
  // The call may have used up the iterator itself.
  if (sentinel === 0) return finishNative(frame, 0);
  if (sentinel === item) return afterComparison(frame, 1);
  setStep(frame, STEP_COMPARED);
  const result = pushRichCompare(sentinel, item, Py_EQ);
  return result === PUSHED ? PUSHED : afterComparison(frame, truthOfResult(result));
}

function afterComparison(frame: Address, equal: number): Owned {
  if (equal === 0) return finishNative(frame, takeNativeLocal(frame, ITEM));
  if (equal > 0) dropCallable(nativeLocal(frame, ITERATOR));
  return finishNative(frame, 0);
}

const STEP_CALLED = text("calliter_iternext.called", afterCall);
const STEP_COMPARED = text("calliter_iternext.compared", (frame: Address, result: Owned): Owned => {
  return afterComparison(frame, truthOfResult(result));
});

function calliter_dealloc(iterator: Address): void {
  gcUntrack(iterator);
  xdecref(ptr(iterator + CALLABLE));
  xdecref(ptr(iterator + SENTINEL));
  gcFree(iterator);
}

function calliter_traverse(iterator: Address, visit: Visit): number {
  const callable = ptr(iterator + CALLABLE);
  const sentinel = ptr(iterator + SENTINEL);
  return (callable === 0 ? 0 : visit(callable)) || (sentinel === 0 ? 0 : visit(sentinel));
}

function calliter_reduce(iterator: Borrowed): Owned {
  const make = builtin(ITER);
  if (make === 0) return 0;
  const callable = ptr(iterator + CALLABLE);
  const sentinel = ptr(iterator + SENTINEL);
  if (callable === 0 || sentinel === 0) return reduceIterator(make, emptyTuple, NO_INDEX);
  const args = PyTuple_Pack(callable, sentinel);
  const result = args === 0 ? 0 : PyTuple_Pack(make, args);
  xdecref(make);
  xdecref(args);
  return result === 0 ? PyErr_NoMemory() : result;
}

declareType(PyCallIter_Type, {
  name: "callable_iterator",
  basicsize: calliterobject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC,
  slots: {
    tp_dealloc: calliter_dealloc,
    tp_traverse: calliter_traverse,
    tp_iter: newRef,
    tp_iternext: calliter_iternext,
  },
  methods: [["__reduce__", "()", calliter_reduce]],
});
