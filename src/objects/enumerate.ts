// enumerate and reversed.
// Invariants: enumerate's index counts in en_index while it is below the largest Py_ssize_t; from there on en_longindex
// counts. Its result tuple is used again when nobody else holds it.

import { wideAdd, wideCompareUnsigned, wideFromNumber, wideHigh, wideSubtract } from "../base/wide.ts";
import { gcTrack, gcUntrack, isTracked } from "../gc/link.ts";
import {
  type Address,
  type Borrowed,
  high,
  low,
  type Owned,
  POINTER_BYTES,
  ptr,
  setI64,
  setPtr,
} from "../memory/memory.ts";
import { enumobject, reversedobject } from "../memory/structs/iterators.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { text, textFunction } from "../memory/text.ts";
import {
  PyNumber_Add,
  PyNumber_Index,
  PyObject_GetIter,
  PyObject_Size,
  PySequence_Check,
  pushIterNext,
} from "./abstract.ts";
import { genericGetAttr } from "./attributes.ts";
import { pushCallNoArgs } from "./call.ts";
import { declareType } from "./declare.ts";
import { dictUsed, nextKey, nextValue, PyDict_Next } from "./dict_core.ts";
import { isDirectIterator } from "./direct_iterators.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise, typeNameOf } from "./errors.ts";
import { finishNative, nativeLocal, PUSHED, pushNative, setNativeLocal } from "./frames.ts";
import { genericAlias } from "./generic_alias_call.ts";
import { identifier } from "./identifiers.ts";
import { longToNumber, one, PyLong_FromNumber } from "./long_core.ts";
import { longFromWords } from "./long_words.ts";
import {
  decref,
  newRef,
  Py_TPFLAGS_BASETYPE,
  Py_TPFLAGS_HAVE_GC,
  refcount,
  sizeOf,
  typeOf,
  xdecref,
} from "./object.ts";
import { nextByIndex, SSIZE_MAX_HIGH, SSIZE_MAX_LOW } from "./seq_iter.ts";
import { dropSequence, indexIteratorTraverse, stateIndex } from "./sequence_iterators.ts";
import { _PyObject_LookupSpecial } from "./special.ts";
import { wordsOfSsize } from "./ssize.ts";
import { emptyTuple, PyTuple_GET_ITEM, PyTuple_New, PyTuple_Pack, PyTuple_SET_ITEM } from "./tuple_core.ts";
import { gcFreeText, genericAlloc } from "./type_alloc.ts";
import { Py_None, PyEnum_Type, PyExc_TypeError, PyReversed_Type } from "./types.ts";
import { _PyUnicode_EqualToASCIIString, textOf } from "./unicode_core.ts";

type Visit = (o: Borrowed) => number;

// -- enumerate ---------------------------------------------------------------------------------------------------------

const INDEX = enumobject.en_index;
const ITERATOR = enumobject.en_sit;
const RESULT = enumobject.en_result;
const LONG_INDEX = enumobject.en_longindex;
const ONE = enumobject.one;

/** Starts up to here are counted in en_index: exact as numbers of the host, and never reached by counting on. */
const INDEX_LIMIT = 2 ** 52;

/** enum_new_impl; start 0: not given. */
function newEnumerate(type: Borrowed, iterable: Borrowed, start: Borrowed): Owned {
  const o = textFunction(ptr(type + PyTypeObject.tp_alloc))(type, 0);
  if (o === 0) return 0;
  setI64(o + INDEX, 0, 0);
  if (start !== 0) {
    const index = PyNumber_Index(start);
    if (index === 0) {
      decref(o);
      return 0;
    }
    const value = longToNumber(index);
    if (Math.abs(value) < INDEX_LIMIT) {
      const lowWord = wideFromNumber(value);
      setI64(o + INDEX, lowWord, wideHigh());
      decref(index);
    } else {
      setI64(o + INDEX, SSIZE_MAX_LOW, SSIZE_MAX_HIGH);
      setPtr(o + LONG_INDEX, index);
    }
  }
  const iterator = PyObject_GetIter(iterable);
  const result = iterator === 0 ? 0 : PyTuple_Pack(Py_None, Py_None);
  setPtr(o + ITERATOR, iterator);
  setPtr(o + RESULT, result);
  setPtr(o + ONE, one);
  if (result !== 0) return o;
  decref(o);
  return iterator === 0 ? 0 : PyErr_NoMemory();
}

function enum_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  const nargs = sizeOf(args);
  const keywordCount = keywords === 0 ? 0 : dictUsed(keywords);
  if (nargs + keywordCount > 2) return tooMany(nargs + keywordCount);
  let iterable = nargs > 0 ? PyTuple_GET_ITEM(args, 0) : 0;
  let start = nargs > 1 ? PyTuple_GET_ITEM(args, 1) : 0;
  if (keywordCount > 0) {
    for (let at = PyDict_Next(keywords, 0); at !== 0; at = PyDict_Next(keywords, at)) {
      const name = nextKey();
      if (iterable === 0 && _PyUnicode_EqualToASCIIString(name, "iterable")) iterable = nextValue();
      else if (start === 0 && _PyUnicode_EqualToASCIIString(name, "start")) start = nextValue();
      else return raise(PyExc_TypeError, `enumerate() got an unexpected keyword argument '${textOf(name)}'`);
    }
  }
  if (iterable === 0) return raise(PyExc_TypeError, "enumerate() missing required argument 'iterable' (pos 1)");
  return newEnumerate(type, iterable, start);
}

function tooMany(count: number): 0 {
  return raise(PyExc_TypeError, `enumerate() takes at most 2 arguments (${count} given)`);
}

function enumerate_vectorcall(type: Borrowed, args: Address, nargs: number, kwnames: Borrowed): Owned {
  const keywordCount = kwnames === 0 ? 0 : sizeOf(kwnames);
  const total = nargs + keywordCount;
  if (total === 0) return raise(PyExc_TypeError, "enumerate() missing required argument 'iterable'");
  if (total > 2) return tooMany(total);
  // Keywords must be those that are still missing; of two, in either order.
  const swapped = keywordCount === 2 && _PyUnicode_EqualToASCIIString(PyTuple_GET_ITEM(kwnames, 0), "start");
  for (let i = 0; i < keywordCount; i++) {
    const name = PyTuple_GET_ITEM(kwnames, i);
    const expected = (nargs + i === 0) !== swapped ? "iterable" : "start";
    if (!_PyUnicode_EqualToASCIIString(name, expected)) {
      return raise(PyExc_TypeError, `'${textOf(name)}' is an invalid keyword argument for enumerate()`);
    }
  }
  if (total === 1) return newEnumerate(type, ptr(args), 0);
  return swapped
    ? newEnumerate(type, ptr(args + POINTER_BYTES), ptr(args))
    : newEnumerate(type, ptr(args), ptr(args + POINTER_BYTES));
}

function enum_next(o: Borrowed): Owned {
  const iterator = ptr(o + ITERATOR);
  if (isDirectIterator(iterator)) {
    const item = pushIterNext(iterator);
    return item === 0 ? 0 : numbered(o, item);
  }
  const frame = pushNative(STEP_ITEM, 1);
  if (frame === 0) return PyErr_NoMemory();
  setNativeLocal(frame, 0, newRef(o));
  const item = pushIterNext(iterator);
  return item === PUSHED ? PUSHED : afterItem(frame, item);
}

function afterItem(frame: Address, item: Owned): Owned {
  return finishNative(frame, item === 0 ? 0 : numbered(nativeLocal(frame, 0), item));
}

const STEP_ITEM = text("enum_next.item", afterItem);

/** The next index, Owned; 0 with an error set. */
function takeIndex(o: Borrowed): Owned {
  const lowWord = low(o + INDEX);
  const highWord = high(o + INDEX);
  if (lowWord === SSIZE_MAX_LOW && highWord === SSIZE_MAX_HIGH) {
    const index = ptr(o + LONG_INDEX);
    const next = PyNumber_Add(index, one);
    if (next !== 0) setPtr(o + LONG_INDEX, next);
    return next === 0 ? 0 : index;
  }
  const index = longFromWords(lowWord, highWord);
  if (index === 0) return PyErr_NoMemory();
  setI64(o + INDEX, (lowWord + 1) | 0, lowWord === -1 ? highWord + 1 : highWord);
  return index;
}

/** (index, item); takes the item. */
function numbered(o: Borrowed, item: Owned): Owned {
  const index = takeIndex(o);
  if (index === 0) {
    decref(item);
    return 0;
  }
  const result = ptr(o + RESULT);
  if (refcount(result) === 1) {
    newRef(result);
    const oldIndex = PyTuple_GET_ITEM(result, 0);
    const oldItem = PyTuple_GET_ITEM(result, 1);
    PyTuple_SET_ITEM(result, 0, index);
    PyTuple_SET_ITEM(result, 1, item);
    decref(oldIndex);
    decref(oldItem);
    // The collector may have stopped tracking it while it held nothing that matters.
    if (!isTracked(result)) gcTrack(result);
    return result;
  }
  const fresh = PyTuple_New(2);
  if (fresh === 0) {
    decref(index);
    decref(item);
    return PyErr_NoMemory();
  }
  PyTuple_SET_ITEM(fresh, 0, index);
  PyTuple_SET_ITEM(fresh, 1, item);
  return fresh;
}

function enum_dealloc(o: Address): void {
  gcUntrack(o);
  for (const field of [ITERATOR, RESULT, LONG_INDEX]) xdecref(ptr(o + field));
  textFunction(ptr(typeOf(o) + PyTypeObject.tp_free))(o);
}

function enum_traverse(o: Address, visit: Visit): number {
  for (const field of [ITERATOR, RESULT, LONG_INDEX]) {
    const value = ptr(o + field);
    const stop = value === 0 ? 0 : visit(value);
    if (stop !== 0) return stop;
  }
  return 0;
}

function enum_reduce(o: Borrowed): Owned {
  const longIndex = ptr(o + LONG_INDEX);
  const index = longIndex === 0 ? longFromWords(low(o + INDEX), high(o + INDEX)) : newRef(longIndex);
  const args = index === 0 ? 0 : PyTuple_Pack(ptr(o + ITERATOR), index);
  const result = args === 0 ? 0 : PyTuple_Pack(typeOf(o), args);
  xdecref(index);
  xdecref(args);
  return result || PyErr_NoMemory();
}

declareType(PyEnum_Type, {
  name: "enumerate",
  basicsize: enumobject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_BASETYPE,
  slots: {
    tp_getattro: genericGetAttr,
    tp_dealloc: enum_dealloc,
    tp_traverse: enum_traverse,
    tp_iter: newRef,
    tp_iternext: enum_next,
    tp_alloc: genericAlloc,
    tp_new: enum_new,
    tp_vectorcall: enumerate_vectorcall,
    tp_free: gcFreeText,
  },
  methods: [
    ["__reduce__", "()", enum_reduce],
    ["__class_getitem__", "@classmethod (object, /)", genericAlias],
  ],
});

// -- reversed ----------------------------------------------------------------------------------------------------------

const POSITION = reversedobject.index;
const SEQUENCE = reversedobject.seq;
const REVERSED = identifier("__reversed__");

/** reversed_new_impl: what __reversed__() says, or an iterator by index. May answer PUSHED. */
function pushReversed(type: Borrowed, sequence: Borrowed): Owned {
  const method = _PyObject_LookupSpecial(sequence, REVERSED);
  if (method === Py_None) return raise(PyExc_TypeError, `'${typeNameOf(sequence)}' object is not reversible`);
  if (method !== 0) {
    const result = pushCallNoArgs(method);
    decref(method);
    return result;
  }
  if (PyErr_Occurred() !== 0) return 0;
  if (!PySequence_Check(sequence)) {
    return raise(PyExc_TypeError, `'${typeNameOf(sequence)}' object is not reversible`);
  }
  const size = PyObject_Size(sequence);
  if (size < 0) return 0;
  const o = textFunction(ptr(type + PyTypeObject.tp_alloc))(type, 0);
  if (o === 0) return 0;
  const sizeLow = wordsOfSsize(size);
  const last = wideSubtract(sizeLow, wideHigh(), 1, 0);
  setI64(o + POSITION, last, wideHigh());
  setPtr(o + SEQUENCE, newRef(sequence));
  return o;
}

function reversed_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  const ownInit =
    type === PyReversed_Type || ptr(type + PyTypeObject.tp_init) === ptr(PyReversed_Type + PyTypeObject.tp_init);
  if (ownInit && keywords !== 0 && dictUsed(keywords) > 0) {
    return raise(PyExc_TypeError, "reversed() takes no keyword arguments");
  }
  const nargs = sizeOf(args);
  if (nargs !== 1) return raise(PyExc_TypeError, `reversed expected 1 argument, got ${nargs}`);
  return pushReversed(type, PyTuple_GET_ITEM(args, 0));
}

function reversed_vectorcall(type: Borrowed, args: Address, nargs: number, kwnames: Borrowed): Owned {
  if (kwnames !== 0 && sizeOf(kwnames) > 0) return raise(PyExc_TypeError, "reversed() takes no keyword arguments");
  if (nargs !== 1) return raise(PyExc_TypeError, `reversed expected 1 argument, got ${nargs}`);
  return pushReversed(type, ptr(args));
}

function reversed_dealloc(o: Address): void {
  gcUntrack(o);
  dropSequence(o);
  textFunction(ptr(typeOf(o) + PyTypeObject.tp_free))(o);
}

const number = (value: number): Owned => PyLong_FromNumber(value) || PyErr_NoMemory();

function reversed_len(o: Borrowed): Owned {
  const sequence = ptr(o + SEQUENCE);
  if (sequence === 0) return number(0);
  const size = PyObject_Size(sequence);
  if (size < 0) return 0;
  const sizeLow = wordsOfSsize(size);
  const sizeHigh = wideHigh();
  const left = wideAdd(low(o + POSITION), high(o + POSITION), 1, 0);
  const leftHigh = wideHigh();
  if (wideCompareUnsigned(sizeLow, sizeHigh, left, leftHigh) < 0) return number(0);
  return longFromWords(left, leftHigh) || PyErr_NoMemory();
}

function reversed_reduce(o: Borrowed): Owned {
  const sequence = ptr(o + SEQUENCE);
  const args = PyTuple_Pack(sequence === 0 ? emptyTuple : sequence);
  const index = args === 0 || sequence === 0 ? 0 : longFromWords(low(o + POSITION), high(o + POSITION));
  let result: Owned = 0;
  if (args !== 0 && sequence === 0) result = PyTuple_Pack(typeOf(o), args);
  else if (index !== 0) result = PyTuple_Pack(typeOf(o), args, index);
  xdecref(args);
  xdecref(index);
  return result || PyErr_NoMemory();
}

function reversed_setstate(o: Borrowed, state: Borrowed): Owned {
  const index = stateIndex(state);
  if (index === -1 && PyErr_Occurred() !== 0) return 0;
  const indexLow = wordsOfSsize(index);
  const indexHigh = wideHigh();
  const sequence = ptr(o + SEQUENCE);
  if (sequence === 0) return Py_None;
  const size = PyObject_Size(sequence);
  if (size < 0) return 0;
  const sizeLow = wordsOfSsize(size);
  const last = wideSubtract(sizeLow, wideHigh(), 1, 0);
  const lastHigh = wideHigh();
  if (index < 0) setI64(o + POSITION, -1, -1);
  else if (size === 0 || wideCompareUnsigned(indexLow, indexHigh, last, lastHigh) > 0) {
    setI64(o + POSITION, last, lastHigh);
  } else setI64(o + POSITION, indexLow, indexHigh);
  return Py_None;
}

declareType(PyReversed_Type, {
  name: "reversed",
  basicsize: reversedobject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_BASETYPE,
  slots: {
    tp_getattro: genericGetAttr,
    tp_dealloc: reversed_dealloc,
    tp_traverse: indexIteratorTraverse,
    tp_iter: newRef,
    tp_iternext: nextByIndex,
    tp_alloc: genericAlloc,
    tp_new: reversed_new,
    tp_vectorcall: reversed_vectorcall,
    tp_free: gcFreeText,
  },
  methods: [
    ["__length_hint__", "()", reversed_len],
    ["__reduce__", "()", reversed_reduce],
    ["__setstate__", "(object, /)", reversed_setstate],
  ],
});
