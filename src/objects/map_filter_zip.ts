// map, filter and zip. Their iternext takes items from other iterators and calls functions, any of which may be Python:
// a native frame collects the pieces of one answer. When all iterators are direct ones (direct_iterators.ts) the pieces
// come at once and no frame is needed; map's call is a tail call in either case.
//
//   map      local 0 the map     locals 1… items collected
//   filter   local 0 the filter  local 1 the item being judged
//   zip      local 0 the zip     local 1 the tuple being filled
//
// Invariant: an item taken from an iterator is given on or released, whichever iterator ends first.

import { gcTrack, gcUntrack, isTracked } from "../gc/link.ts";
import {
  type Address,
  type Borrowed,
  i32,
  type Owned,
  POINTER_BYTES,
  ptr,
  setI32,
  setPtr,
  setSsize,
} from "../memory/memory.ts";
import { filterobject, mapobject, zipobject } from "../memory/structs/iterators.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { text, textFunction } from "../memory/text.ts";
import { PyObject_GetIter, PyObject_IsTrue, pushIterNext } from "./abstract.ts";
import { genericGetAttr } from "./attributes.ts";
import { allocateArguments, freeArguments, pushCallOneArg, pushVectorcall } from "./call.ts";
import { declareType } from "./declare.ts";
import { dictUsed, nextKey, nextValue, PyDict_Next } from "./dict_core.ts";
import { isDirectIterator } from "./direct_iterators.ts";
import { clearStopIteration, PyErr_NoMemory, raise } from "./errors.ts";
import { finishNative, nativeLocal, PUSHED, pushNative, setNativeLocal, setStep, takeNativeLocal } from "./frames.ts";
import { nativeWord, pushNativeWithWords, setNativeWord } from "./native_scratch.ts";
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
import { truthOfResult } from "./sequence_compare.ts";
import { raiseUnexpectedKeyword } from "./suggestions.ts";
import { ITEMS, PyTuple_GET_ITEM, PyTuple_New, PyTuple_Pack, PyTuple_SET_ITEM } from "./tuple_core.ts";
import { gcFreeText, genericAlloc } from "./type_alloc.ts";
import { sharesInit } from "./type_lookup.ts";
import {
  Py_None,
  Py_True,
  PyBool_Type,
  PyExc_TypeError,
  PyExc_ValueError,
  PyFilter_Type,
  PyMap_Type,
  PyZip_Type,
} from "./types.ts";
import { _PyUnicode_EqualToASCIIString } from "./unicode_core.ts";

type Visit = (o: Borrowed) => number;

/** A tuple of iterators over borrowed iterables in memory; 0 with an error set. */
function iteratorsOf(iterables: Address, count: number): Owned {
  const iterators = PyTuple_New(count);
  if (iterators === 0) return PyErr_NoMemory();
  for (let i = 0; i < count; i++) {
    const iterator = PyObject_GetIter(ptr(iterables + i * 8));
    if (iterator === 0) {
      decref(iterators);
      return 0;
    }
    PyTuple_SET_ITEM(iterators, i, iterator);
  }
  return iterators;
}

function allDirect(iterators: Borrowed): boolean {
  for (let i = sizeOf(iterators) - 1; i >= 0; i--) {
    if (!isDirectIterator(PyTuple_GET_ITEM(iterators, i))) return false;
  }
  return true;
}

function hasKeywords(keywords: Borrowed): boolean {
  return keywords !== 0 && dictUsed(keywords) > 0;
}

function deallocator(...fields: number[]): (o: Address) => void {
  return (o) => {
    gcUntrack(o);
    for (const field of fields) xdecref(ptr(o + field));
    textFunction(ptr(typeOf(o) + PyTypeObject.tp_free))(o);
  };
}

function traverser(...fields: number[]): (o: Address, visit: Visit) => number {
  return (o, visit) => {
    for (const field of fields) {
      const value = ptr(o + field);
      const stop = value === 0 ? 0 : visit(value);
      if (stop !== 0) return stop;
    }
    return 0;
  };
}

function allocate(type: Borrowed): Owned {
  return textFunction(ptr(type + PyTypeObject.tp_alloc))(type, 0);
}

// -- map ---------------------------------------------------------------------------------------------------------------

const ITERATORS = mapobject.iters;
const FUNCTION = mapobject.func;

/** args: the function and the iterables. */
function newMap(type: Borrowed, args: Address, nargs: number): Owned {
  if (nargs < 2) return raise(PyExc_TypeError, "map() must have at least two arguments.");
  const iterators = iteratorsOf(args + POINTER_BYTES, nargs - 1);
  if (iterators === 0) return 0;
  const o = allocate(type);
  if (o === 0) {
    decref(iterators);
    return 0;
  }
  setPtr(o + ITERATORS, iterators);
  setPtr(o + FUNCTION, newRef(ptr(args)));
  return o;
}

function map_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  if (sharesInit(type, PyMap_Type) && hasKeywords(keywords)) {
    return raise(PyExc_TypeError, "map() takes no keyword arguments");
  }
  return newMap(type, args + ITEMS, sizeOf(args));
}

function map_vectorcall(type: Borrowed, args: Address, nargs: number, kwnames: Borrowed): Owned {
  if (kwnames !== 0 && sizeOf(kwnames) > 0) return raise(PyExc_TypeError, "map() takes no keyword arguments");
  return newMap(type, args, nargs);
}

function map_next(o: Borrowed): Owned {
  const iterators = ptr(o + ITERATORS);
  const count = sizeOf(iterators);
  if (!allDirect(iterators)) {
    const frame = pushNativeWithWords(STEP_MAP_ITEM, 1 + count, 1);
    if (frame === 0) return PyErr_NoMemory();
    setNativeLocal(frame, 0, newRef(o));
    return collect(frame);
  }
  const row = allocateArguments(count);
  if (row === 0) return 0;
  for (let i = 0; i < count; i++) {
    const item = pushIterNext(PyTuple_GET_ITEM(iterators, i));
    if (item === 0) {
      releaseRow(row, i);
      return 0;
    }
    setPtr(row + i * 8, item);
  }
  return callWithRow(ptr(o + FUNCTION), row, count);
}

function releaseRow(row: Address, count: number): void {
  for (let i = 0; i < count; i++) decref(ptr(row + i * 8));
  freeArguments(row);
}

/** Calls with Owned arguments of the argument stack, and gives them back. May answer PUSHED. */
function callWithRow(callable: Borrowed, row: Address, count: number): Owned {
  const result = pushVectorcall(callable, row, count, 0);
  releaseRow(row, count);
  return result;
}

function collect(frame: Address): Owned {
  const map = nativeLocal(frame, 0);
  const iterators = ptr(map + ITERATORS);
  const count = sizeOf(iterators);
  for (;;) {
    const index = nativeWord(frame, 0);
    if (index === count) break;
    const item = pushIterNext(PyTuple_GET_ITEM(iterators, index));
    if (item === PUSHED) return PUSHED;
    if (item === 0) return finishNative(frame, 0);
    setNativeLocal(frame, 1 + index, item);
    setNativeWord(frame, 0, index + 1);
  }
  const row = allocateArguments(count);
  if (row === 0) return finishNative(frame, 0);
  for (let i = 0; i < count; i++) setPtr(row + i * 8, takeNativeLocal(frame, 1 + i));
  takeNativeLocal(frame, 0);
  finishNative(frame, 0);
  const result = callWithRow(ptr(map + FUNCTION), row, count);
  decref(map);
  return result;
}

const STEP_MAP_ITEM = text("map_next.item", (frame: Address, item: Owned): Owned => {
  if (item === 0) return finishNative(frame, 0);
  const index = nativeWord(frame, 0);
  setNativeLocal(frame, 1 + index, item);
  setNativeWord(frame, 0, index + 1);
  return collect(frame);
});

function map_reduce(o: Borrowed): Owned {
  const iterators = ptr(o + ITERATORS);
  const count = sizeOf(iterators);
  const args = PyTuple_New(count + 1);
  if (args === 0) return PyErr_NoMemory();
  PyTuple_SET_ITEM(args, 0, newRef(ptr(o + FUNCTION)));
  for (let i = 0; i < count; i++) PyTuple_SET_ITEM(args, i + 1, newRef(PyTuple_GET_ITEM(iterators, i)));
  const result = PyTuple_Pack(typeOf(o), args);
  decref(args);
  return result || PyErr_NoMemory();
}

const FLAGS = Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_BASETYPE;

declareType(PyMap_Type, {
  name: "map",
  basicsize: mapobject.sizeof,
  flags: FLAGS,
  slots: {
    tp_getattro: genericGetAttr,
    tp_dealloc: deallocator(ITERATORS, FUNCTION),
    tp_traverse: traverser(ITERATORS, FUNCTION),
    tp_iter: newRef,
    tp_iternext: map_next,
    tp_alloc: genericAlloc,
    tp_new: map_new,
    tp_vectorcall: map_vectorcall,
    tp_free: gcFreeText,
  },
  methods: [["__reduce__", "()", map_reduce]],
});

// -- filter ------------------------------------------------------------------------------------------------------------

const JUDGE = filterobject.func;
const SOURCE = filterobject.it;

function newFilter(type: Borrowed, judge: Borrowed, iterable: Borrowed): Owned {
  const iterator = PyObject_GetIter(iterable);
  if (iterator === 0) return 0;
  const o = allocate(type);
  if (o === 0) {
    decref(iterator);
    return 0;
  }
  setPtr(o + JUDGE, newRef(judge));
  setPtr(o + SOURCE, iterator);
  return o;
}

function filter_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  if (sharesInit(type, PyFilter_Type) && hasKeywords(keywords)) {
    return raise(PyExc_TypeError, "filter() takes no keyword arguments");
  }
  const nargs = sizeOf(args);
  if (nargs !== 2) return raise(PyExc_TypeError, `filter expected 2 arguments, got ${nargs}`);
  return newFilter(type, PyTuple_GET_ITEM(args, 0), PyTuple_GET_ITEM(args, 1));
}

function filter_vectorcall(type: Borrowed, args: Address, nargs: number, kwnames: Borrowed): Owned {
  if (kwnames !== 0 && sizeOf(kwnames) > 0) return raise(PyExc_TypeError, "filter() takes no keyword arguments");
  if (nargs !== 2) return raise(PyExc_TypeError, `filter expected 2 arguments, got ${nargs}`);
  return newFilter(type, ptr(args), ptr(args + POINTER_BYTES));
}

function filter_next(o: Borrowed): Owned {
  const frame = pushNative(STEP_FILTER_ITEM, 2);
  if (frame === 0) return PyErr_NoMemory();
  setNativeLocal(frame, 0, newRef(o));
  return nextGood(frame);
}

function nextGood(frame: Address): Owned {
  const filter = nativeLocal(frame, 0);
  for (;;) {
    setStep(frame, STEP_FILTER_ITEM);
    const item = pushIterNext(ptr(filter + SOURCE));
    if (item === PUSHED) return PUSHED;
    const answer = judge(frame, item);
    if (answer !== BAD) return answer === PUSHED ? PUSHED : finishNative(frame, answer);
  }
}

/** The item was not wanted: on to the next. */
const BAD = -1;

/** The item when it is good; BAD; 0 at the end or with an error set; PUSHED. */
function judge(frame: Address, item: Owned): number {
  if (item === 0) return 0;
  const function_ = ptr(nativeLocal(frame, 0) + JUDGE);
  setNativeLocal(frame, 1, item);
  if (function_ === Py_None || function_ === PyBool_Type) return judged(frame, PyObject_IsTrue(item));
  setStep(frame, STEP_FILTER_JUDGED);
  const verdict = pushCallOneArg(function_, item);
  return verdict === PUSHED ? PUSHED : judged(frame, truthOfResult(verdict));
}

function judged(frame: Address, good: number): number {
  const item = takeNativeLocal(frame, 1);
  if (good > 0) return item;
  decref(item);
  return good < 0 ? 0 : BAD;
}

function goOn(frame: Address, answer: number): Owned {
  if (answer === BAD) return nextGood(frame);
  return answer === PUSHED ? PUSHED : finishNative(frame, answer);
}

const STEP_FILTER_ITEM = text("filter_next.item", (frame: Address, item: Owned): Owned => {
  return goOn(frame, judge(frame, item));
});
const STEP_FILTER_JUDGED = text("filter_next.judged", (frame: Address, verdict: Owned): Owned => {
  return goOn(frame, judged(frame, truthOfResult(verdict)));
});

function filter_reduce(o: Borrowed): Owned {
  const args = PyTuple_Pack(ptr(o + JUDGE), ptr(o + SOURCE));
  const result = args === 0 ? 0 : PyTuple_Pack(typeOf(o), args);
  xdecref(args);
  return result || PyErr_NoMemory();
}

declareType(PyFilter_Type, {
  name: "filter",
  basicsize: filterobject.sizeof,
  flags: FLAGS,
  slots: {
    tp_getattro: genericGetAttr,
    tp_dealloc: deallocator(JUDGE, SOURCE),
    tp_traverse: traverser(SOURCE, JUDGE),
    tp_iter: newRef,
    tp_iternext: filter_next,
    tp_alloc: genericAlloc,
    tp_new: filter_new,
    tp_vectorcall: filter_vectorcall,
    tp_free: gcFreeText,
  },
  methods: [["__reduce__", "()", filter_reduce]],
});

// -- zip ---------------------------------------------------------------------------------------------------------------

const COUNT = zipobject.tuplesize;
const SOURCES = zipobject.ittuple;
const RESULT = zipobject.result;
const STRICT = zipobject.strict;

function zip_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  let strict = 0;
  if (hasKeywords(keywords)) {
    if (dictUsed(keywords) > 1) {
      return raise(PyExc_TypeError, `zip() takes at most 1 keyword argument (${dictUsed(keywords)} given)`);
    }
    PyDict_Next(keywords, 0);
    const name = nextKey();
    if (!_PyUnicode_EqualToASCIIString(name, "strict")) {
      return raiseUnexpectedKeyword("zip()", name, ["strict"]);
    }
    strict = PyObject_IsTrue(nextValue());
    if (strict < 0) return 0;
  }
  const count = sizeOf(args);
  const iterators = iteratorsOf(args + ITEMS, count);
  const result = iterators === 0 ? 0 : PyTuple_New(count);
  const o = result === 0 ? 0 : allocate(type);
  if (o === 0) {
    xdecref(iterators);
    // A fresh tuple without items is no error to release.
    xdecref(result);
    return iterators !== 0 && result === 0 ? PyErr_NoMemory() : 0;
  }
  for (let i = 0; i < count; i++) PyTuple_SET_ITEM(result, i, Py_None);
  setSsize(o + COUNT, count);
  setPtr(o + SOURCES, iterators);
  setPtr(o + RESULT, result);
  setI32(o + STRICT, strict);
  return o;
}

const ZIP = 0;
const TUPLE = 1;
// Words.
const INDEX = 0;
/** 1 once an iterator ended and strict asks whether the others end, too. */
const CHECKING = 1;

function zip_next(o: Borrowed): Owned {
  const count = i32(o + COUNT);
  if (count === 0) return 0;
  const reused = ptr(o + RESULT);
  const again = refcount(reused) === 1;
  const tuple = again ? newRef(reused) : PyTuple_New(count);
  if (tuple === 0) return PyErr_NoMemory();
  if (i32(o + STRICT) === 0 && allDirect(ptr(o + SOURCES))) {
    const iterators = ptr(o + SOURCES);
    for (let i = 0; i < count; i++) {
      const item = pushIterNext(PyTuple_GET_ITEM(iterators, i));
      if (item === 0) {
        decref(tuple);
        return 0;
      }
      putItem(tuple, i, item);
    }
    return finishTuple(tuple);
  }
  const frame = pushNativeWithWords(STEP_ZIP_ITEM, 2, 2);
  if (frame === 0) {
    decref(tuple);
    return PyErr_NoMemory();
  }
  setNativeLocal(frame, ZIP, newRef(o));
  setNativeLocal(frame, TUPLE, tuple);
  return fill(frame);
}

/** Stores an Owned item and releases what was there: null in a new tuple. */
function putItem(tuple: Borrowed, index: number, item: Owned): void {
  const old = PyTuple_GET_ITEM(tuple, index);
  PyTuple_SET_ITEM(tuple, index, item);
  xdecref(old);
}

function finishTuple(tuple: Owned): Owned {
  // The collector may have stopped tracking a reused one while it held nothing that matters.
  if (!isTracked(tuple)) gcTrack(tuple);
  return tuple;
}

function fill(frame: Address): Owned {
  const zip = nativeLocal(frame, ZIP);
  const iterators = ptr(zip + SOURCES);
  for (;;) {
    const item = pushIterNext(PyTuple_GET_ITEM(iterators, nativeWord(frame, INDEX)));
    if (item === PUSHED) return PUSHED;
    const answer = gotItem(frame, item);
    if (answer !== MORE) return finishNative(frame, answer);
  }
}

const MORE = -1;

/** One iterator's answer: MORE to ask the next one, or the answer of the whole. */
function gotItem(frame: Address, item: Owned): number {
  const zip = nativeLocal(frame, ZIP);
  const count = i32(zip + COUNT);
  const index = nativeWord(frame, INDEX);
  if (nativeWord(frame, CHECKING) !== 0) {
    if (item !== 0) {
      decref(item);
      return raiseLength("longer", index);
    }
    if (!clearStopIteration()) return 0;
  } else if (item !== 0) putItem(nativeLocal(frame, TUPLE), index, item);
  else {
    if (i32(zip + STRICT) === 0) return 0;
    if (!clearStopIteration()) return 0;
    if (index > 0) return raiseLength("shorter", index);
    setNativeWord(frame, CHECKING, 1);
  }
  setNativeWord(frame, INDEX, index + 1);
  if (index + 1 < count) return MORE;
  return nativeWord(frame, CHECKING) !== 0 ? 0 : finishTuple(takeNativeLocal(frame, TUPLE));
}

function raiseLength(what: string, index: number): 0 {
  const others = index === 1 ? " " : "s 1-";
  return raise(PyExc_ValueError, `zip() argument ${index + 1} is ${what} than argument${others}${index}`);
}

const STEP_ZIP_ITEM = text("zip_next.item", (frame: Address, item: Owned): Owned => {
  const answer = gotItem(frame, item);
  return answer === MORE ? fill(frame) : finishNative(frame, answer);
});

function zip_reduce(o: Borrowed): Owned {
  const iterators = ptr(o + SOURCES);
  const result =
    i32(o + STRICT) !== 0 ? PyTuple_Pack(typeOf(o), iterators, Py_True) : PyTuple_Pack(typeOf(o), iterators);
  return result || PyErr_NoMemory();
}

function zip_setstate(o: Borrowed, state: Borrowed): Owned {
  const strict = PyObject_IsTrue(state);
  if (strict < 0) return 0;
  setI32(o + STRICT, strict);
  return Py_None;
}

declareType(PyZip_Type, {
  name: "zip",
  basicsize: zipobject.sizeof,
  flags: FLAGS,
  slots: {
    tp_getattro: genericGetAttr,
    tp_dealloc: deallocator(SOURCES, RESULT),
    tp_traverse: traverser(SOURCES, RESULT),
    tp_iter: newRef,
    tp_iternext: zip_next,
    tp_alloc: genericAlloc,
    tp_new: zip_new,
    tp_free: gcFreeText,
  },
  methods: [
    ["__reduce__", "()", zip_reduce],
    ["__setstate__", "(object, /)", zip_setstate],
  ],
});
