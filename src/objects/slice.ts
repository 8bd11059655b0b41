// slice objects, and what they mean for a sequence of a given length.
//
// PySlice_Unpack reads start, stop and step as C would, into sliceBounds; PySlice_AdjustIndices clips them to a length.
// Numbers beyond the host's stand-in for Py_ssize_t are clipped to it: no sequence of the machine is that long.
// Invariant: one dead slice waits in the interpreter's cache to be used again.

import { TUPLE_HASH_START_HIGH, TUPLE_HASH_START_LOW, tupleHashStep } from "../base/hash.ts";
import { wideHigh } from "../base/wide.ts";
import { gcFree, gcNewVar, gcTrack, gcUntrack } from "../gc/link.ts";
import { type Address, type Borrowed, type Owned, ptr, setI32, setPtr } from "../memory/memory.ts";
import { _Py_object_freelists } from "../memory/structs/allocators.ts";
import { PySliceObject } from "../memory/structs/iterators.ts";
import {
  Py_EQ,
  Py_GE,
  Py_LE,
  Py_LT,
  PyIndex_Check,
  PyNumber_Add,
  PyNumber_AsSsizeClipped,
  PyNumber_Index,
  PyNumber_Subtract,
  PyObject_Hash,
  PyObject_RichCompareBool,
} from "./abstract.ts";
import { genericGetAttr } from "./attributes.ts";
import { pushRichCompare } from "./compare.ts";
import { SSIZE_MAX, SSIZE_MIN } from "./convert.ts";
import { declareType } from "./declare.ts";
import { dictUsed } from "./dict_core.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise } from "./errors.ts";
import { FREE_LISTS } from "./free_lists.ts";
import { hashAnswer, hashHigh, hashLow } from "./hash.ts";
import { bool, compactValue, isCompact, longSign, one, smallInt, zero } from "./long_core.ts";
import { decref, initObject, newRef, Py_TPFLAGS_HAVE_GC, sizeOf, typeOf } from "./object.ts";
import { pushReprTuple } from "./sequence_repr.ts";
import { PyTuple_GET_ITEM, PyTuple_Pack } from "./tuple_core.ts";
import { Py_None, Py_NotImplemented, PyExc_TypeError, PyExc_ValueError, PySlice_Type } from "./types.ts";

const CACHE = FREE_LISTS + _Py_object_freelists.slices_slice_cache;
const START = PySliceObject.start;
const STOP = PySliceObject.stop;
const STEP = PySliceObject.step;

type Visit = (o: Borrowed) => number;

/** A slice of borrowed values; 0 with an error set. */
export function buildSlice(start: Borrowed, stop: Borrowed, step: Borrowed): Owned {
  let slice = ptr(CACHE);
  if (slice !== 0) {
    setPtr(CACHE, 0);
    setI32(slice, 1);
  } else {
    slice = gcNewVar(PySlice_Type, PySliceObject.sizeof);
    if (slice === 0) return PyErr_NoMemory();
    initObject(slice, PySlice_Type);
  }
  setPtr(slice + START, newRef(start));
  setPtr(slice + STOP, newRef(stop));
  setPtr(slice + STEP, newRef(step));
  gcTrack(slice);
  return slice;
}

/** PySlice_New: 0 stands for None. */
export function PySlice_New(start: Borrowed, stop: Borrowed, step: Borrowed): Owned {
  return buildSlice(start || Py_None, stop || Py_None, step || Py_None);
}

export function PySlice_Check(o: Borrowed): boolean {
  return typeOf(o) === PySlice_Type;
}

// -- bounds ------------------------------------------------------------------------------------------------------------

/** What the last PySlice_Unpack read and PySlice_AdjustIndices clipped: to be read before any other code runs. */
export const sliceBounds = { start: 0, stop: 0, step: 1 };

/** _PyEval_SliceIndex for a value that is not None: clipped; -1 with an error set, or -1. */
export function sliceIndex(o: Borrowed): number {
  if (isCompact(o) && typeOf(o) === typeOf(zero)) return compactValue(o);
  if (PyIndex_Check(o)) return PyNumber_AsSsizeClipped(o);
  raise(PyExc_TypeError, "slice indices must be integers or None or have an __index__ method");
  return -1;
}

/** _PyEval_SliceIndexNotNone, as the bounds of index() are read. */
export function sliceIndexNotNone(o: Borrowed): number {
  if (PyIndex_Check(o)) return PyNumber_AsSsizeClipped(o);
  raise(PyExc_TypeError, "slice indices must be integers or have an __index__ method");
  return -1;
}

const failed = (index: number): boolean => index === -1 && PyErr_Occurred() !== 0;

/** 0 with the bounds in sliceBounds, or -1 with an error set. */
export function PySlice_Unpack(slice: Borrowed): number {
  let step = 1;
  let start: number;
  let stop: number;
  if (ptr(slice + STEP) !== Py_None) {
    step = sliceIndex(ptr(slice + STEP));
    if (failed(step)) return -1;
    if (step === 0) {
      raise(PyExc_ValueError, "slice step cannot be zero");
      return -1;
    }
    // So that -step fits too.
    if (step < -SSIZE_MAX) step = -SSIZE_MAX;
  }
  if (ptr(slice + START) === Py_None) start = step < 0 ? SSIZE_MAX : 0;
  else {
    start = sliceIndex(ptr(slice + START));
    if (failed(start)) return -1;
  }
  if (ptr(slice + STOP) === Py_None) stop = step < 0 ? SSIZE_MIN : SSIZE_MAX;
  else {
    stop = sliceIndex(ptr(slice + STOP));
    if (failed(stop)) return -1;
  }
  sliceBounds.start = start;
  sliceBounds.stop = stop;
  sliceBounds.step = step;
  return 0;
}

/** Clips sliceBounds to a length; answers with the number of items that the slice selects. */
export function PySlice_AdjustIndices(length: number): number {
  const { step } = sliceBounds;
  const start = clip(sliceBounds.start, length, step);
  const stop = clip(sliceBounds.stop, length, step);
  sliceBounds.start = start;
  sliceBounds.stop = stop;
  if (step < 0) return stop < start ? Math.floor((start - stop - 1) / -step) + 1 : 0;
  return start < stop ? Math.floor((stop - start - 1) / step) + 1 : 0;
}

function clip(index: number, length: number, step: number): number {
  if (index < 0) {
    const fromStart = index + length;
    return fromStart < 0 ? (step < 0 ? -1 : 0) : fromStart;
  }
  return index >= length ? (step < 0 ? length - 1 : length) : index;
}

// -- bounds of any size ------------------------------------------------------------------------------------------------

/** _PyLong_FromSliceIndex: an int, Owned; 0 with an error set. */
function longIndex(o: Borrowed): Owned {
  if (PyIndex_Check(o)) return PyNumber_Index(o);
  return raise(PyExc_TypeError, "slice indices must be integers or None or have an __index__ method");
}

/**
 * _PySlice_GetLongIndices: a tuple of the three ints that the slice means for a length, an int; 0 with an error set.
 */
export function sliceLongIndices(slice: Borrowed, length: Borrowed): Owned {
  const step = ptr(slice + STEP) === Py_None ? one : longIndex(ptr(slice + STEP));
  if (step === 0) return 0;
  if (longSign(step) === 0) {
    decref(step);
    return raise(PyExc_ValueError, "slice step cannot be zero");
  }
  const backwards = longSign(step) < 0;
  const lower = smallInt(backwards ? -1 : 0);
  const upper = backwards ? PyNumber_Subtract(length, one) : newRef(length);
  const start = upper === 0 ? 0 : longBound(ptr(slice + START), backwards ? upper : lower, lower, upper, length);
  const stop = start === 0 ? 0 : longBound(ptr(slice + STOP), backwards ? lower : upper, lower, upper, length);
  const result = stop === 0 ? 0 : PyTuple_Pack(start, stop, step) || PyErr_NoMemory();
  for (const o of [step, upper, start, stop]) if (o !== 0) decref(o);
  return result;
}

function longBound(given: Borrowed, missing: Borrowed, lower: Borrowed, upper: Borrowed, length: Borrowed): Owned {
  if (given === Py_None) return newRef(missing);
  let index = longIndex(given);
  if (index === 0) return 0;
  let beyond: number;
  if (longSign(index) < 0) {
    const fromStart = PyNumber_Add(index, length);
    decref(index);
    if (fromStart === 0) return 0;
    index = fromStart;
    beyond = PyObject_RichCompareBool(index, lower, Py_LT);
    missing = lower;
  } else {
    beyond = PyObject_RichCompareBool(upper, index, Py_LT);
    missing = upper;
  }
  if (beyond === 0) return index;
  decref(index);
  return beyond < 0 ? 0 : newRef(missing);
}

function slice_indices(slice: Borrowed, length: Borrowed): Owned {
  const count = PyNumber_Index(length);
  if (count === 0) return 0;
  if (longSign(count) < 0) {
    decref(count);
    return raise(PyExc_ValueError, "length should not be negative");
  }
  const result = sliceLongIndices(slice, count);
  decref(count);
  return result;
}

// -- the type ----------------------------------------------------------------------------------------------------------

function slice_new(_type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  if (keywords !== 0 && dictUsed(keywords) > 0) return raise(PyExc_TypeError, "slice() takes no keyword arguments");
  const nargs = sizeOf(args);
  if (nargs < 1) return raise(PyExc_TypeError, "slice expected at least 1 argument, got 0");
  if (nargs > 3) return raise(PyExc_TypeError, `slice expected at most 3 arguments, got ${nargs}`);
  if (nargs === 1) return buildSlice(Py_None, PyTuple_GET_ITEM(args, 0), Py_None);
  const step = nargs === 3 ? PyTuple_GET_ITEM(args, 2) : Py_None;
  return buildSlice(PyTuple_GET_ITEM(args, 0), PyTuple_GET_ITEM(args, 1), step);
}

function slice_dealloc(slice: Address): void {
  gcUntrack(slice);
  decref(ptr(slice + STEP));
  decref(ptr(slice + START));
  decref(ptr(slice + STOP));
  if (ptr(CACHE) === 0) setPtr(CACHE, slice);
  else gcFree(slice);
}

function slice_traverse(slice: Address, visit: Visit): number {
  return visit(ptr(slice + START)) || visit(ptr(slice + STOP)) || visit(ptr(slice + STEP));
}

function parts(slice: Borrowed): Owned {
  return PyTuple_Pack(ptr(slice + START), ptr(slice + STOP), ptr(slice + STEP)) || PyErr_NoMemory();
}

function slice_repr(slice: Borrowed): Owned {
  return pushReprTuple(parts(slice), "slice(");
}

function slice_richcompare(v: Borrowed, w: Borrowed, op: number): Owned {
  if (!PySlice_Check(v) || !PySlice_Check(w)) return Py_NotImplemented;
  if (v === w) return bool(op === Py_EQ || op === Py_LE || op === Py_GE);
  const left = parts(v);
  const right = left === 0 ? 0 : parts(w);
  const result = right === 0 ? 0 : pushRichCompare(left, right, op);
  if (left !== 0) decref(left);
  if (right !== 0) decref(right);
  return result;
}

/** What a hash that came out as the mark of an error is replaced by. */
const HASH_INSTEAD_OF_ERROR = 1546275796;

function slice_hash(slice: Borrowed): number {
  let low: number = TUPLE_HASH_START_LOW | 0;
  let high: number = TUPLE_HASH_START_HIGH | 0;
  for (const offset of [START, STOP, STEP]) {
    if (PyObject_Hash(ptr(slice + offset)) < 0) return -1;
    low = tupleHashStep(low, high, hashLow(), hashHigh());
    high = wideHigh();
  }
  if (low === -1 && high === -1) return hashAnswer(HASH_INSTEAD_OF_ERROR, 0);
  return hashAnswer(low, high);
}

function slice_reduce(slice: Borrowed): Owned {
  const args = parts(slice);
  if (args === 0) return 0;
  const result = PyTuple_Pack(typeOf(slice), args) || PyErr_NoMemory();
  decref(args);
  return result;
}

declareType(PySlice_Type, {
  name: "slice",
  basicsize: PySliceObject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC,
  slots: {
    tp_getattro: genericGetAttr,
    tp_dealloc: slice_dealloc,
    tp_repr: slice_repr,
    tp_hash: slice_hash,
    tp_traverse: slice_traverse,
    tp_richcompare: slice_richcompare,
    tp_new: slice_new,
  },
  methods: [
    ["indices", "(object, /)", slice_indices],
    ["__reduce__", "()", slice_reduce],
  ],
  members: [
    ["start", "object", START, "readonly"],
    ["stop", "object", STOP, "readonly"],
    ["step", "object", STEP, "readonly"],
  ],
});
