// itertools.tee: several iterators over one. What one has read and another has not waits in a chain of cells.
//
//   _tee ─┐  index
//         ▼
//   _tee_dataobject: values read, up to LINKCELLS  →  nextlink: _tee_dataobject  →  …
//         ▲
//   _tee ─┘  index
//
// Invariant: `running` is set while the iterator is asked, so that a read that is not done cannot begin again.

import { gcUntrack } from "../../gc/link.ts";
import { type Address, type Borrowed, i32, type Owned, ptr, setI32, setPtr } from "../../memory/memory.ts";
import { OBJECT_HEAD, struct } from "../../memory/struct.ts";
import { text } from "../../memory/text.ts";
import { PyObject_GetAttr, PyObject_GetIter, PyObject_GetOptionalAttr, pushIterNext } from "../../objects/abstract.ts";
import { genericGetAttr } from "../../objects/attributes.ts";
import { PyObject_CallNoArgs } from "../../objects/call.ts";
import { convertInt } from "../../objects/convert.ts";
import { newModuleType } from "../../objects/declare.ts";
import { argumentTypeName, PyErr_NoMemory, PyErr_Occurred, raise } from "../../objects/errors.ts";
import { finishNative, nativeLocal, PUSHED, pushNative, setNativeLocal } from "../../objects/frames.ts";
import { identifier } from "../../objects/identifiers.ts";
import { PyList_GET_ITEM, PyList_New, PyList_SET_ITEM } from "../../objects/list_core.ts";
import { PyLong_FromNumber } from "../../objects/long_core.ts";
import {
  clearSlot,
  decref,
  isInstanceOf,
  isList,
  isTuple,
  newRef,
  Py_TPFLAGS_HAVE_GC,
  refcount,
  replaceSlot,
  sizeOf,
  typeIn,
  typeOf,
  xdecref,
  xnewRef,
} from "../../objects/object.ts";
import { emptyTuple, PyTuple_GET_ITEM, PyTuple_New, PyTuple_Pack, PyTuple_SET_ITEM } from "../../objects/tuple_core.ts";
import { freeOfHeapType } from "../../objects/type_alloc.ts";
import { Py_None, PyExc_RuntimeError, PyExc_TypeError, PyExc_ValueError } from "../../objects/types.ts";
import { PyObject_ClearWeakRefs } from "../../objects/weakref_core.ts";
import { checkPositional, refuseKeywords } from "../type_support.ts";
import { iteratorSlots, make, reduced, warnOfPickling } from "./support.ts";

const LINKCELLS = 57;

const teedataobject = struct("teedataobject", 496, {
  ...OBJECT_HEAD,
  it: [16, "ptr", "the iterator that is shared"],
  numread: [24, "i32", "values that were read"],
  running: [28, "i32", "1 while the iterator is asked"],
  nextlink: [32, "ptr", "the cells that follow, or null"],
  values: [40, "ptr", "values read", LINKCELLS],
});
const ITERATOR = teedataobject.it;
const READ_COUNT = teedataobject.numread;
const RUNNING = teedataobject.running;
const NEXT = teedataobject.nextlink;

const teeobject = struct("teeobject", 48, {
  ...OBJECT_HEAD,
  dataobj: [16, "ptr", "cells with the next value"],
  index: [24, "i32", "its place there"],
  weakreflist: [32, "ptr", "PyWeakReference; head of the list"],
  state: [40, "ptr", "the module's state; not used here"],
});
const DATA = teeobject.dataobj;
const INDEX = teeobject.index;

function valueSlot(data: Borrowed, index: number): Address {
  return data + teedataobject.values + index * 8;
}

function newData(iterator: Borrowed): Owned {
  return make(typeIn(teeDataType), [[ITERATOR, newRef(iterator)]]);
}

/** The cells that follow full ones, Owned; 0 with an error set. */
function followingCells(data: Borrowed): Owned {
  if (ptr(data + NEXT) === 0) setPtr(data + NEXT, newData(ptr(data + ITERATOR)));
  return xnewRef(ptr(data + NEXT));
}

function teedata_dealloc(o: Address): void {
  gcUntrack(o);
  releaseCells(o);
  freeOfHeapType(o);
}

/** Long chains are released link by link, not one inside the other. */
function releaseCells(o: Address): void {
  clearSlot(o + ITERATOR);
  const count = i32(o + READ_COUNT);
  for (let i = 0; i < count; i++) clearSlot(valueSlot(o, i));
  let next = ptr(o + NEXT);
  setPtr(o + NEXT, 0);
  while (next !== 0 && refcount(next) === 1) {
    const after = ptr(next + NEXT);
    setPtr(next + NEXT, 0);
    decref(next);
    next = after;
  }
  xdecref(next);
}

function teedata_traverse(o: Address, visit: (o: Borrowed) => number): number {
  let stop = visit(typeOf(o));
  if (stop === 0 && ptr(o + ITERATOR) !== 0) stop = visit(ptr(o + ITERATOR));
  const count = i32(o + READ_COUNT);
  for (let i = 0; i < count && stop === 0; i++) {
    const value = ptr(valueSlot(o, i));
    if (value !== 0) stop = visit(value);
  }
  return stop !== 0 || ptr(o + NEXT) === 0 ? stop : visit(ptr(o + NEXT));
}

// -- reading -------------------------------------------------------------------------------------------------------------

/** The cells that are being read into, in the frame. */
const READING = 1;

function tee_next(o: Borrowed): Owned {
  if (i32(o + INDEX) >= LINKCELLS) {
    const next = followingCells(ptr(o + DATA));
    if (next === 0) return 0;
    replaceSlot(o + DATA, next);
    setI32(o + INDEX, 0);
  }
  const data = ptr(o + DATA);
  const index = i32(o + INDEX);
  if (index < i32(data + READ_COUNT)) {
    setI32(o + INDEX, index + 1);
    return newRef(ptr(valueSlot(data, index)));
  }
  if (i32(data + RUNNING) !== 0) return raise(PyExc_RuntimeError, "cannot re-enter the tee iterator");
  const frame = pushNative(STEP_READ, 2);
  if (frame === 0) return PyErr_NoMemory();
  setNativeLocal(frame, 0, newRef(o));
  setNativeLocal(frame, READING, newRef(data));
  setI32(data + RUNNING, 1);
  const item = pushIterNext(ptr(data + ITERATOR));
  return item === PUSHED ? PUSHED : itemRead(frame, item);
}

function itemRead(frame: Address, item: Owned): Owned {
  const o = nativeLocal(frame, 0);
  const data = nativeLocal(frame, READING);
  setI32(data + RUNNING, 0);
  if (item === 0) return finishNative(frame, 0);
  const count = i32(data + READ_COUNT);
  setPtr(valueSlot(data, count), newRef(item));
  setI32(data + READ_COUNT, count + 1);
  setI32(o + INDEX, i32(o + INDEX) + 1);
  return finishNative(frame, item);
}
const STEP_READ = text("tee_next.item", itemRead);

// -- making --------------------------------------------------------------------------------------------------------------

function tee_copy(o: Borrowed): Owned {
  const copy = make(typeIn(teeType), [[DATA, newRef(ptr(o + DATA))]]);
  if (copy !== 0) setI32(copy + INDEX, i32(o + INDEX));
  return copy;
}

/** A _tee over any iterable; of a _tee, a copy. */
function teeOf(iterable: Borrowed): Owned {
  const iterator = PyObject_GetIter(iterable);
  if (iterator === 0) return 0;
  const result = isInstanceOf(iterator, typeIn(teeType))
    ? tee_copy(iterator)
    : make(typeIn(teeType), [[DATA, newData(iterator)]]);
  decref(iterator);
  return result;
}

function tee_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  if (!refuseKeywords("_tee", type, typeIn(teeType), keywords) || !checkPositional("_tee", args, 1, 1)) return 0;
  return teeOf(PyTuple_GET_ITEM(args, 0));
}

const id_copy = identifier("__copy__");

/** tee(iterable, n): a tuple of n iterators. */
export function tee(_module: Borrowed, iterable: Borrowed, n: number): Owned {
  if (n < 0) return raise(PyExc_ValueError, "n must be >= 0");
  const result = PyTuple_New(n);
  if (result === 0) return PyErr_NoMemory();
  if (n === 0) return result;
  const iterator = PyObject_GetIter(iterable);
  let copier = iterator === 0 ? 0 : PyObject_GetOptionalAttr(iterator, id_copy);
  let current = iterator;
  if (iterator !== 0 && copier === 0 && !PyErr_Occurred()) {
    current = teeOf(iterator);
    decref(iterator);
    copier = current === 0 ? 0 : PyObject_GetAttr(current, id_copy);
  }
  let complete = copier !== 0;
  if (complete) PyTuple_SET_ITEM(result, 0, newRef(current));
  for (let i = 1; complete && i < n; i++) {
    const copy = PyObject_CallNoArgs(copier);
    PyTuple_SET_ITEM(result, i, copy);
    complete = copy !== 0;
  }
  xdecref(current);
  xdecref(copier);
  if (complete) return result;
  decref(result);
  return 0;
}

// -- pickling ------------------------------------------------------------------------------------------------------------

function tee_reduce(o: Borrowed): Owned {
  if (!warnOfPickling()) return 0;
  const args = PyTuple_Pack(emptyTuple);
  const index = PyLong_FromNumber(i32(o + INDEX));
  const state = index === 0 ? 0 : PyTuple_Pack(ptr(o + DATA), index);
  xdecref(index);
  return reduced(o, args, state);
}

function tee_setstate(o: Borrowed, state: Borrowed): Owned {
  if (!warnOfPickling()) return 0;
  if (!isTuple(state)) return raise(PyExc_TypeError, "state is not a tuple");
  if (sizeOf(state) !== 2) {
    return raise(PyExc_TypeError, `function takes exactly 2 arguments (${sizeOf(state)} given)`);
  }
  const data = PyTuple_GET_ITEM(state, 0);
  if (typeOf(data) !== typeIn(teeDataType)) {
    return raise(PyExc_TypeError, `argument 1 must be itertools._tee_dataobject, not ${argumentTypeName(data)}`);
  }
  const index = convertInt(PyTuple_GET_ITEM(state, 1));
  if (index === -1 && PyErr_Occurred()) return 0;
  if (index < 0 || index > LINKCELLS) return raise(PyExc_ValueError, "Index out of range");
  replaceSlot(o + DATA, newRef(data));
  setI32(o + INDEX, index);
  return Py_None;
}

function teedata_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  if (!refuseKeywords("teedataobject", type, typeIn(teeDataType), keywords)) return 0;
  if (!checkPositional("teedataobject", args, 3, 3)) return 0;
  const values = PyTuple_GET_ITEM(args, 1);
  const next = PyTuple_GET_ITEM(args, 2);
  if (!isList(values)) {
    return raise(PyExc_TypeError, `teedataobject() argument 2 must be list, not ${argumentTypeName(values, 50)}`);
  }
  const o = newData(PyTuple_GET_ITEM(args, 0));
  if (o === 0) return 0;
  const count = sizeOf(values);
  let valid = count <= LINKCELLS;
  if (valid) {
    for (let i = 0; i < count; i++) setPtr(valueSlot(o, i), newRef(PyList_GET_ITEM(values, i)));
    setI32(o + READ_COUNT, count);
    valid = count === LINKCELLS ? next === Py_None || typeOf(next) === typeIn(teeDataType) : next === Py_None;
  }
  if (valid) {
    if (next !== Py_None) setPtr(o + NEXT, newRef(next));
    return o;
  }
  decref(o);
  return raise(PyExc_ValueError, "Invalid arguments");
}

function teedata_reduce(o: Borrowed): Owned {
  if (!warnOfPickling()) return 0;
  const count = i32(o + READ_COUNT);
  const values = PyList_New(count);
  if (values === 0) return 0;
  for (let i = 0; i < count; i++) PyList_SET_ITEM(values, i, newRef(ptr(valueSlot(o, i))));
  const args = PyTuple_Pack(ptr(o + ITERATOR), values, ptr(o + NEXT) || Py_None);
  decref(values);
  return reduced(o, args);
}

export const teeDataType = newModuleType({
  name: "itertools._tee_dataobject",
  basicsize: teedataobject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC,
  slots: {
    tp_new: teedata_new,
    tp_dealloc: teedata_dealloc,
    tp_traverse: teedata_traverse,
    tp_clear: (o: Address): number => {
      releaseCells(o);
      return 0;
    },
    tp_getattro: genericGetAttr,
  },
  methods: [["__reduce__", "()", teedata_reduce]],
});

const slots = iteratorSlots(DATA);
export const teeType = newModuleType({
  name: "itertools._tee",
  basicsize: teeobject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC,
  weaklistoffset: teeobject.weakreflist,
  slots: {
    ...slots,
    tp_getattro: undefined,
    tp_new: tee_new,
    tp_iternext: tee_next,
    tp_dealloc: (o: Address): void => {
      PyObject_ClearWeakRefs(o);
      slots.tp_dealloc(o);
    },
  },
  methods: [
    ["__copy__", "()", tee_copy],
    ["__reduce__", "()", tee_reduce],
    ["__setstate__", "(object, /)", tee_setstate],
  ],
});
