// range and its two iterators: one that counts in 64-bit words, and one that counts in ints of any size.
// Invariants: the four fields of a range are ints (exact, or bools), length is not negative, step is not zero; a
// range_iterator never leaves 64 bits (range_iter checks that before it makes one).

import { wideAdd, wideCompareUnsigned, wideHigh, wideMultiply, wideNegate, wideSubtract } from "../base/wide.ts";
import { objectFree, objectMalloc } from "../memory/allocators.ts";
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
import { _PyRangeIterObject, longrangeiterobject, rangeobject } from "../memory/structs/iterators.ts";
import {
  hasIndex,
  Py_EQ,
  Py_LE,
  Py_LT,
  Py_NE,
  PyNumber_Add,
  PyNumber_FloorDivide,
  PyNumber_Index,
  PyNumber_Multiply,
  PyNumber_Negative,
  PyNumber_Remainder,
  PyNumber_Subtract,
  PyObject_Hash,
  PyObject_RichCompareBool,
} from "./abstract.ts";
import { genericGetAttr } from "./attributes.ts";
import { declareType } from "./declare.ts";
import { dictUsed } from "./dict_core.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise, raiseInt, typeNameOf } from "./errors.ts";
import { deliveredInt, PUSHED } from "./frames.ts";
import { identifier } from "./identifiers.ts";
import { bool, compactValue, isCompact, longSign, one, PyLong_FromNumber, zero } from "./long_core.ts";
import { longFromWords, wordsHigh, wordsOfLong } from "./long_words.ts";
import { decref, initObject, isInt, newRef, Py_TPFLAGS_SEQUENCE, sizeOf, typeOf, xdecref } from "./object.ts";
import { builtin } from "./reduce_names.ts";
import { pushReprTuple } from "./sequence_repr.ts";
import { pushIterSearch, raiseNotIn, SEARCH_CONTAINS, SEARCH_COUNT, SEARCH_INDEX } from "./sequence_search.ts";
import { PySlice_Check, sliceLongIndices } from "./slice.ts";
import { fitsSsize, longOfSsize, ssizeOfLong } from "./ssize.ts";
import { ITEMS, PyTuple_GET_ITEM, PyTuple_Pack } from "./tuple_core.ts";
import {
  Py_None,
  Py_NotImplemented,
  PyBool_Type,
  PyExc_IndexError,
  PyExc_OverflowError,
  PyExc_TypeError,
  PyExc_ValueError,
  PyLong_Type,
  PyLongRangeIter_Type,
  PyRange_Type,
  PyRangeIter_Type,
} from "./types.ts";

const START = rangeobject.start;
const STOP = rangeobject.stop;
const STEP = rangeobject.step;
const LENGTH = rangeobject.length;
const ITER = identifier("iter");

/** Numbers up to this are exact in sums of a few. */
const EXACT = 2 ** 51;

const number = (value: number): Owned => PyLong_FromNumber(value) || PyErr_NoMemory();

// -- making ------------------------------------------------------------------------------------------------------------

/** compute_range_length: an int, Owned; 0 with an error set. */
function computeLength(start: Borrowed, stop: Borrowed, step: Borrowed): Owned {
  if (isCompact(start) && isCompact(stop) && isCompact(step)) {
    const by = compactValue(step);
    const distance = by > 0 ? compactValue(stop) - compactValue(start) : compactValue(start) - compactValue(stop);
    return number(distance <= 0 ? 0 : Math.floor((distance - 1) / Math.abs(by)) + 1);
  }
  const forwards = longSign(step) > 0;
  const distance = forwards ? PyNumber_Subtract(stop, start) : PyNumber_Subtract(start, stop);
  if (distance === 0) return 0;
  if (longSign(distance) <= 0) {
    decref(distance);
    return zero;
  }
  const by = forwards ? newRef(step) : PyNumber_Negative(step);
  const last = by === 0 ? 0 : PyNumber_Subtract(distance, one);
  const steps = last === 0 ? 0 : PyNumber_FloorDivide(last, by);
  const length = steps === 0 ? 0 : PyNumber_Add(steps, one);
  for (const o of [distance, by, last, steps]) xdecref(o);
  return length;
}

/** make_range_object: takes the three ints (0: an error is set). */
function newRange(start: Owned, stop: Owned, step: Owned): Owned {
  const length = start === 0 || stop === 0 || step === 0 ? 0 : computeLength(start, stop, step);
  const range = length === 0 ? 0 : objectMalloc(rangeobject.sizeof);
  if (range === 0) {
    for (const o of [start, stop, step, length]) xdecref(o);
    return length === 0 ? 0 : PyErr_NoMemory();
  }
  initObject(range, PyRange_Type);
  setPtr(range + START, start);
  setPtr(range + STOP, stop);
  setPtr(range + STEP, step);
  setPtr(range + LENGTH, length);
  return range;
}

function fromArguments(args: Address, nargs: number): Owned {
  if (nargs === 0) return raise(PyExc_TypeError, "range expected at least 1 argument, got 0");
  if (nargs > 3) return raise(PyExc_TypeError, `range expected at most 3 arguments, got ${nargs}`);
  const start = nargs === 1 ? zero : PyNumber_Index(ptr(args));
  const stop = start === 0 ? 0 : PyNumber_Index(ptr(args + (nargs === 1 ? 0 : POINTER_BYTES)));
  let step = stop === 0 ? 0 : nargs < 3 ? one : PyNumber_Index(ptr(args + 2 * POINTER_BYTES));
  if (step !== 0 && longSign(step) === 0) {
    raise(PyExc_ValueError, "range() arg 3 must not be zero");
    decref(step);
    step = 0;
  }
  return newRange(start, stop, step);
}

function range_new(_type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  if (keywords !== 0 && dictUsed(keywords) > 0) return raise(PyExc_TypeError, "range() takes no keyword arguments");
  return fromArguments(args + ITEMS, sizeOf(args));
}

function range_vectorcall(_type: Borrowed, args: Address, nargs: number, kwnames: Borrowed): Owned {
  if (kwnames !== 0 && sizeOf(kwnames) > 0) return raise(PyExc_TypeError, "range() takes no keyword arguments");
  return fromArguments(args, nargs);
}

function range_dealloc(range: Address): void {
  decref(ptr(range + START));
  decref(ptr(range + STOP));
  decref(ptr(range + STEP));
  decref(ptr(range + LENGTH));
  objectFree(range);
}

// -- items -------------------------------------------------------------------------------------------------------------

/** compute_item: start + index * step. */
function computeItem(start: Borrowed, index: Borrowed, step: Borrowed): Owned {
  if (isCompact(start) && isCompact(index) && isCompact(step)) {
    const product = compactValue(index) * compactValue(step);
    if (Math.abs(product) < EXACT) return number(compactValue(start) + product);
  }
  const product = PyNumber_Multiply(index, step);
  const result = product === 0 ? 0 : PyNumber_Add(start, product);
  xdecref(product);
  return result;
}

/** compute_range_item: of an index that may be negative. */
function itemAt(range: Borrowed, given: Borrowed): Owned {
  const length = ptr(range + LENGTH);
  const index = longSign(given) < 0 ? PyNumber_Add(length, given) : newRef(given);
  if (index === 0) return 0;
  const beyond = longSign(index) < 0 ? 1 : PyObject_RichCompareBool(length, index, Py_LE);
  let result: Owned = 0;
  if (beyond > 0) raise(PyExc_IndexError, "range object index out of range");
  else if (beyond === 0) result = computeItem(ptr(range + START), index, ptr(range + STEP));
  decref(index);
  return result;
}

function range_item(range: Borrowed, index: number): Owned {
  const given = longOfSsize(index);
  if (given === 0) return PyErr_NoMemory();
  const result = itemAt(range, given);
  decref(given);
  return result;
}

function range_subscript(range: Borrowed, key: Borrowed): Owned {
  if (hasIndex(key)) {
    const index = PyNumber_Index(key);
    if (index === 0) return 0;
    const result = itemAt(range, index);
    decref(index);
    return result;
  }
  if (PySlice_Check(key)) return subrange(range, key);
  return raise(PyExc_TypeError, `range indices must be integers or slices, not ${typeNameOf(key)}`);
}

/** compute_slice */
function subrange(range: Borrowed, slice: Borrowed): Owned {
  const bounds = sliceLongIndices(slice, ptr(range + LENGTH));
  if (bounds === 0) return 0;
  const start = ptr(range + START);
  const step = ptr(range + STEP);
  const newStep = PyNumber_Multiply(step, PyTuple_GET_ITEM(bounds, 2));
  const newStart = newStep === 0 ? 0 : computeItem(start, PyTuple_GET_ITEM(bounds, 0), step);
  const newStop = newStart === 0 ? 0 : computeItem(start, PyTuple_GET_ITEM(bounds, 1), step);
  decref(bounds);
  return newRange(newStart, newStop, newStep);
}

function range_length(range: Borrowed): number {
  const length = ptr(range + LENGTH);
  if (!fitsSsize(length)) return raiseInt(PyExc_OverflowError, "Python int too large to convert to C ssize_t");
  return ssizeOfLong(length);
}

function range_bool(range: Borrowed): number {
  return longSign(ptr(range + LENGTH)) !== 0 ? 1 : 0;
}

// -- searching ---------------------------------------------------------------------------------------------------------

function isExactInt(o: Borrowed): boolean {
  return typeOf(o) === PyLong_Type || typeOf(o) === PyBool_Type;
}

/** range_contains_long: 1, 0, -1. */
function containsLong(range: Borrowed, value: Borrowed): number {
  const start = ptr(range + START);
  const stop = ptr(range + STOP);
  const step = ptr(range + STEP);
  if (isCompact(start) && isCompact(stop) && isCompact(step) && isCompact(value)) {
    const v = compactValue(value);
    const by = compactValue(step);
    const from = compactValue(start);
    if (by > 0 ? v < from || v >= compactValue(stop) : v > from || v <= compactValue(stop)) return 0;
    return (v - from) % by === 0 ? 1 : 0;
  }
  const forwards = longSign(step) > 0;
  let inside = forwards ? PyObject_RichCompareBool(start, value, Py_LE) : PyObject_RichCompareBool(value, start, Py_LE);
  if (inside > 0) {
    inside = forwards ? PyObject_RichCompareBool(value, stop, Py_LT) : PyObject_RichCompareBool(stop, value, Py_LT);
  }
  if (inside <= 0) return inside;
  const distance = PyNumber_Subtract(value, start);
  const rest = distance === 0 ? 0 : PyNumber_Remainder(distance, step);
  const answer = rest === 0 ? -1 : longSign(rest) === 0 ? 1 : 0;
  xdecref(distance);
  xdecref(rest);
  return answer;
}

function range_contains(range: Borrowed, value: Borrowed): number {
  if (isExactInt(value)) return containsLong(range, value);
  const answer = pushIterSearch(range, value, SEARCH_CONTAINS);
  return answer === PUSHED ? PUSHED : deliveredInt(answer);
}

function range_count(range: Borrowed, value: Borrowed): Owned {
  if (!isExactInt(value)) return pushIterSearch(range, value, SEARCH_COUNT);
  const found = containsLong(range, value);
  return found < 0 ? 0 : number(found);
}

function range_index(range: Borrowed, value: Borrowed): Owned {
  if (!isExactInt(value)) return pushIterSearch(range, value, SEARCH_INDEX);
  const found = containsLong(range, value);
  if (found < 0) return 0;
  if (found === 0) return raiseNotIn(value, " is not in range");
  const distance = PyNumber_Subtract(value, ptr(range + START));
  if (distance === 0 || ptr(range + STEP) === one) return distance;
  const result = PyNumber_FloorDivide(distance, ptr(range + STEP));
  decref(distance);
  return result;
}

// -- comparison --------------------------------------------------------------------------------------------------------

/** range_equals: ranges are equal when they yield equal items. */
function rangesEqual(v: Borrowed, w: Borrowed): number {
  if (v === w) return 1;
  let equal = PyObject_RichCompareBool(ptr(v + LENGTH), ptr(w + LENGTH), Py_EQ);
  if (equal <= 0 || longSign(ptr(v + LENGTH)) === 0) return equal;
  equal = PyObject_RichCompareBool(ptr(v + START), ptr(w + START), Py_EQ);
  if (equal <= 0) return equal;
  const single = PyObject_RichCompareBool(ptr(v + LENGTH), one, Py_EQ);
  return single !== 0 ? single : PyObject_RichCompareBool(ptr(v + STEP), ptr(w + STEP), Py_EQ);
}

function range_richcompare(v: Borrowed, w: Borrowed, op: number): Owned {
  if (typeOf(w) !== PyRange_Type || (op !== Py_EQ && op !== Py_NE)) return Py_NotImplemented;
  const equal = rangesEqual(v, w);
  return equal < 0 ? 0 : bool(equal > 0 === (op === Py_EQ));
}

/** The hash of (length, start, step), with None for what equal ranges may differ in. */
function range_hash(range: Borrowed): number {
  const length = ptr(range + LENGTH);
  const empty = longSign(length) === 0;
  const single = isCompact(length) && compactValue(length) === 1;
  const tuple = PyTuple_Pack(
    length,
    empty ? Py_None : ptr(range + START),
    empty || single ? Py_None : ptr(range + STEP),
  );
  if (tuple === 0) {
    PyErr_NoMemory();
    return -1;
  }
  const status = PyObject_Hash(tuple);
  decref(tuple);
  return status;
}

function range_repr(range: Borrowed): Owned {
  const step = ptr(range + STEP);
  const parts =
    isCompact(step) && compactValue(step) === 1
      ? PyTuple_Pack(ptr(range + START), ptr(range + STOP))
      : PyTuple_Pack(ptr(range + START), ptr(range + STOP), step);
  return pushReprTuple(parts || PyErr_NoMemory(), "range(");
}

function range_reduce(range: Borrowed): Owned {
  const args = PyTuple_Pack(ptr(range + START), ptr(range + STOP), ptr(range + STEP));
  const result = args === 0 ? 0 : PyTuple_Pack(PyRange_Type, args);
  xdecref(args);
  return result || PyErr_NoMemory();
}

// -- iterators ---------------------------------------------------------------------------------------------------------

/** Whether a sum of ints, Owned, fits; releases it. 1, 0, -1 for an error that is set. */
function sumFits(sum: Owned): number {
  if (sum === 0) return -1;
  const fits = fitsSsize(sum) ? 1 : 0;
  decref(sum);
  return fits;
}

/** stop + step - 1 (towards zero for a negative step) must fit, so that counting never leaves 64 bits. */
function countingFits(range: Borrowed): number {
  const start = ptr(range + START);
  const stop = ptr(range + STOP);
  const step = ptr(range + STEP);
  if (isCompact(start) && isCompact(stop) && isCompact(step)) return 1;
  if (!fitsSsize(start) || !fitsSsize(stop) || !fitsSsize(step) || !fitsSsize(ptr(range + LENGTH))) return 0;
  if (longSign(ptr(range + LENGTH)) === 0) return 1;
  const beyond = PyNumber_Add(stop, step);
  if (beyond === 0) return -1;
  const last = longSign(step) > 0 ? PyNumber_Subtract(beyond, one) : PyNumber_Add(beyond, one);
  decref(beyond);
  return sumFits(last);
}

const ITER_START = _PyRangeIterObject.start;
const ITER_STEP = _PyRangeIterObject.step;
const ITER_LENGTH = _PyRangeIterObject.len;

/** A range_iterator, fields not written. */
function newRangeIterator(): Owned {
  const iterator = objectMalloc(_PyRangeIterObject.sizeof);
  if (iterator === 0) return PyErr_NoMemory();
  return initObject(iterator, PyRangeIter_Type);
}

function storeWords(at: Address, o: Borrowed): void {
  const lowWord = wordsOfLong(o);
  setI64(at, lowWord, wordsHigh());
}

/** A longrange_iterator; takes the three ints (0: an error is set). */
function newLongRangeIterator(start: Owned, step: Owned, length: Owned): Owned {
  const complete = start !== 0 && step !== 0 && length !== 0;
  const iterator = complete ? objectMalloc(longrangeiterobject.sizeof) : 0;
  if (iterator === 0) {
    for (const o of [start, step, length]) xdecref(o);
    return complete ? PyErr_NoMemory() : 0;
  }
  initObject(iterator, PyLongRangeIter_Type);
  setPtr(iterator + longrangeiterobject.start, start);
  setPtr(iterator + longrangeiterobject.step, step);
  setPtr(iterator + longrangeiterobject.len, length);
  return iterator;
}

function range_iter(range: Borrowed): Owned {
  const start = ptr(range + START);
  const step = ptr(range + STEP);
  const length = ptr(range + LENGTH);
  const fits = countingFits(range);
  if (fits < 0) return 0;
  if (fits === 0) return newLongRangeIterator(newRef(start), newRef(step), newRef(length));
  const iterator = newRangeIterator();
  if (iterator === 0) return 0;
  storeWords(iterator + ITER_START, start);
  storeWords(iterator + ITER_STEP, step);
  storeWords(iterator + ITER_LENGTH, length);
  return iterator;
}

function range_reverse(range: Borrowed): Owned {
  const start = ptr(range + START);
  const step = ptr(range + STEP);
  const length = ptr(range + LENGTH);
  // The new stop is one step before the old start.
  let fits = countingFits(range);
  if (fits > 0) fits = sumFits(PyNumber_Subtract(start, step));
  if (fits < 0) return 0;
  if (fits === 0) {
    const steps = PyNumber_Subtract(length, one);
    const last = steps === 0 ? 0 : computeItem(start, steps, step);
    xdecref(steps);
    return newLongRangeIterator(last, last === 0 ? 0 : PyNumber_Negative(step), newRef(length));
  }
  const iterator = newRangeIterator();
  if (iterator === 0) return 0;
  const stepLow = wordsOfLong(step);
  const stepHigh = wordsHigh();
  storeWords(iterator + ITER_LENGTH, length);
  // start - step + length * step
  const product = wideMultiply(low(iterator + ITER_LENGTH), high(iterator + ITER_LENGTH), stepLow, stepHigh);
  const productHigh = wideHigh();
  const startLow = wordsOfLong(start);
  const before = wideSubtract(startLow, wordsHigh(), stepLow, stepHigh);
  const last = wideAdd(before, wideHigh(), product, productHigh);
  setI64(iterator + ITER_START, last, wideHigh());
  const back = wideNegate(stepLow, stepHigh);
  setI64(iterator + ITER_STEP, back, wideHigh());
  return iterator;
}

function rangeiter_next(iterator: Borrowed): Owned {
  const left = low(iterator + ITER_LENGTH);
  const leftHigh = high(iterator + ITER_LENGTH);
  if (leftHigh < 0 || (left === 0 && leftHigh === 0)) return 0;
  const value = low(iterator + ITER_START);
  const valueHigh = high(iterator + ITER_START);
  const result = longFromWords(value, valueHigh);
  if (result === 0) return PyErr_NoMemory();
  const next = wideAdd(value, valueHigh, low(iterator + ITER_STEP), high(iterator + ITER_STEP));
  setI64(iterator + ITER_START, next, wideHigh());
  setI64(iterator + ITER_LENGTH, (left - 1) | 0, left === 0 ? leftHigh - 1 : leftHigh);
  return result;
}

function words(at: Address): Owned {
  return longFromWords(low(at), high(at)) || PyErr_NoMemory();
}

/** (iter, (range,), None); takes the range. */
function reduceTo(range: Owned): Owned {
  const make = range === 0 ? 0 : builtin(ITER);
  const args = make === 0 ? 0 : PyTuple_Pack(range);
  const result = args === 0 ? 0 : PyTuple_Pack(make, args, Py_None);
  for (const o of [range, make, args]) xdecref(o);
  return result === 0 && PyErr_Occurred() === 0 ? PyErr_NoMemory() : result;
}

function rangeiter_reduce(iterator: Borrowed): Owned {
  const length = words(iterator + ITER_LENGTH);
  const start = words(iterator + ITER_START);
  const step = words(iterator + ITER_STEP);
  const stop = length === 0 || start === 0 || step === 0 ? 0 : computeItem(start, length, step);
  xdecref(length);
  return reduceTo(newRange(start, stop, step));
}

function rangeiter_len(iterator: Borrowed): Owned {
  return words(iterator + ITER_LENGTH);
}

function rangeiter_setstate(iterator: Borrowed, state: Borrowed): Owned {
  const index = PyNumber_Index(state);
  if (index === 0) return 0;
  const fits = fitsSsize(index);
  const leftLow = low(iterator + ITER_LENGTH);
  const leftHigh = high(iterator + ITER_LENGTH);
  let moveLow = wordsOfLong(index);
  let moveHigh = wordsHigh();
  decref(index);
  if (!fits) return raise(PyExc_OverflowError, "Python int too large to convert to C long");
  // Not before the start, nor further than to the end.
  if (moveHigh < 0) moveLow = moveHigh = 0;
  else if (leftHigh < 0 || wideCompareUnsigned(moveLow, moveHigh, leftLow, leftHigh) > 0) {
    moveLow = leftLow;
    moveHigh = leftHigh;
  }
  const distance = wideMultiply(moveLow, moveHigh, low(iterator + ITER_STEP), high(iterator + ITER_STEP));
  const start = wideAdd(low(iterator + ITER_START), high(iterator + ITER_START), distance, wideHigh());
  setI64(iterator + ITER_START, start, wideHigh());
  const left = wideSubtract(leftLow, leftHigh, moveLow, moveHigh);
  setI64(iterator + ITER_LENGTH, left, wideHigh());
  return Py_None;
}

function rangeiter_dealloc(iterator: Address): void {
  objectFree(iterator);
}

const LONG_START = longrangeiterobject.start;
const LONG_STEP = longrangeiterobject.step;
const LONG_LENGTH = longrangeiterobject.len;

/** Stores an Owned int in a field and releases the old one. */
function replaceField(at: Address, value: Owned): void {
  const old = ptr(at);
  setPtr(at, value);
  decref(old);
}

function longrangeiter_next(iterator: Borrowed): Owned {
  const length = ptr(iterator + LONG_LENGTH);
  if (longSign(length) <= 0) return 0;
  const left = PyNumber_Subtract(length, one);
  if (left === 0) return 0;
  const next = PyNumber_Add(ptr(iterator + LONG_START), ptr(iterator + LONG_STEP));
  if (next === 0) {
    decref(left);
    return 0;
  }
  const result = ptr(iterator + LONG_START);
  setPtr(iterator + LONG_START, next);
  replaceField(iterator + LONG_LENGTH, left);
  return result;
}

function longrangeiter_len(iterator: Borrowed): Owned {
  return newRef(ptr(iterator + LONG_LENGTH));
}

function longrangeiter_reduce(iterator: Borrowed): Owned {
  const start = ptr(iterator + LONG_START);
  const step = ptr(iterator + LONG_STEP);
  const stop = computeItem(start, ptr(iterator + LONG_LENGTH), step);
  return reduceTo(stop === 0 ? 0 : newRange(newRef(start), stop, newRef(step)));
}

function longrangeiter_setstate(iterator: Borrowed, state: Borrowed): Owned {
  if (!isInt(state)) return raise(PyExc_TypeError, `state must be an int, not ${typeNameOf(state)}`);
  const length = ptr(iterator + LONG_LENGTH);
  let index = state;
  if (longSign(state) < 0) index = zero;
  else {
    const beyond = PyObject_RichCompareBool(length, state, Py_LT);
    if (beyond < 0) return 0;
    if (beyond > 0) index = length;
  }
  const left = PyNumber_Subtract(length, index);
  const start = left === 0 ? 0 : computeItem(ptr(iterator + LONG_START), index, ptr(iterator + LONG_STEP));
  if (start === 0) {
    xdecref(left);
    return 0;
  }
  replaceField(iterator + LONG_START, start);
  replaceField(iterator + LONG_LENGTH, left);
  return Py_None;
}

function longrangeiter_dealloc(iterator: Address): void {
  decref(ptr(iterator + LONG_START));
  decref(ptr(iterator + LONG_STEP));
  decref(ptr(iterator + LONG_LENGTH));
  objectFree(iterator);
}

// -- types -------------------------------------------------------------------------------------------------------------

declareType(PyRange_Type, {
  name: "range",
  basicsize: rangeobject.sizeof,
  flags: Py_TPFLAGS_SEQUENCE,
  slots: {
    tp_getattro: genericGetAttr,
    tp_dealloc: range_dealloc,
    tp_repr: range_repr,
    tp_hash: range_hash,
    tp_richcompare: range_richcompare,
    tp_iter: range_iter,
    tp_new: range_new,
    tp_vectorcall: range_vectorcall,
    nb_bool: range_bool,
    sq_length: range_length,
    sq_item: range_item,
    sq_contains: range_contains,
    mp_length: range_length,
    mp_subscript: range_subscript,
  },
  methods: [
    ["__reversed__", "()", range_reverse],
    ["__reduce__", "()", range_reduce],
    ["count", "(object, /)", range_count],
    ["index", "(object, /)", range_index],
  ],
  members: [
    ["start", "object_ex", START, "readonly"],
    ["stop", "object_ex", STOP, "readonly"],
    ["step", "object_ex", STEP, "readonly"],
  ],
});

declareType(PyRangeIter_Type, {
  name: "range_iterator",
  basicsize: _PyRangeIterObject.sizeof,
  slots: { tp_dealloc: rangeiter_dealloc, tp_iter: newRef, tp_iternext: rangeiter_next },
  methods: [
    ["__length_hint__", "()", rangeiter_len],
    ["__reduce__", "()", rangeiter_reduce],
    ["__setstate__", "(object, /)", rangeiter_setstate],
  ],
});

declareType(PyLongRangeIter_Type, {
  name: "longrange_iterator",
  basicsize: longrangeiterobject.sizeof,
  slots: { tp_dealloc: longrangeiter_dealloc, tp_iter: newRef, tp_iternext: longrangeiter_next },
  methods: [
    ["__length_hint__", "()", longrangeiter_len],
    ["__reduce__", "()", longrangeiter_reduce],
    ["__setstate__", "(object, /)", longrangeiter_setstate],
  ],
});
