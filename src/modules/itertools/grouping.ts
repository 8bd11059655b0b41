// Iterators that put items together: itertools.pairwise, batched and zip_longest. groupby is in groupby.ts.

import { gcTrack, isTracked } from "../../gc/link.ts";
import { type Address, type Borrowed, type Owned, ptr, setSsize, setU8, ssize, u8 } from "../../memory/memory.ts";
import { OBJECT_HEAD, struct } from "../../memory/struct.ts";
import { text } from "../../memory/text.ts";
import { PyObject_GetIter, PyObject_IsTrue, pushIterNext } from "../../objects/abstract.ts";
import { convertSsize } from "../../objects/convert.ts";
import { newModuleType } from "../../objects/declare.ts";
import { PyDict_GetItemWithError } from "../../objects/dict_lookup.ts";
import { dictUsed } from "../../objects/dict_object.ts";
import { clearStopIteration, PyErr_NoMemory, PyErr_Occurred, raise } from "../../objects/errors.ts";
import {
  finishNative,
  nativeLocal,
  PUSHED,
  pushNative,
  setNativeLocal,
  setStep,
  takeNativeLocal,
} from "../../objects/frames.ts";
import { identifier } from "../../objects/identifiers.ts";
import { listAppendSteal, PyList_AsTuple, PyList_New } from "../../objects/list_core.ts";
import { nativeWord, pushNativeWithWords, setNativeWord } from "../../objects/native_scratch.ts";
import { clearSlot, decref, newRef, refcount, replaceSlot, sizeOf, typeIn, xdecref } from "../../objects/object.ts";
import { pollStop } from "../../objects/stop_poll.ts";
import { namedArguments } from "../../objects/text_arguments.ts";
import { emptyTuple, PyTuple_GET_ITEM, PyTuple_New, PyTuple_Pack, PyTuple_SET_ITEM } from "../../objects/tuple_core.ts";
import { Py_None, PyExc_TypeError, PyExc_ValueError } from "../../objects/types.ts";
import { checkPositional, hasKeywords, refuseKeywords } from "../type_support.ts";
import { FLAGS, iteratorSlots, make, reduced, warnOfPickling } from "./support.ts";

// -- pairwise ------------------------------------------------------------------------------------------------------------

const pairwiseobject = struct("pairwiseobject", 40, {
  ...OBJECT_HEAD,
  it: [16, "ptr", "iterator; null at the end"],
  old: [24, "ptr", "the item before; null at the start"],
  result: [32, "ptr", "tuple that is used again"],
});
const PAIRED = pairwiseobject.it;
const OLD = pairwiseobject.old;
const PAIR = pairwiseobject.result;

function pairwise_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  if (!refuseKeywords("pairwise", type, typeIn(pairwiseType), keywords) || !checkPositional("pairwise", args, 1, 1))
    return 0;
  const iterator = PyObject_GetIter(PyTuple_GET_ITEM(args, 0));
  if (iterator === 0) return 0;
  return make(type, [
    [PAIRED, iterator],
    [PAIR, PyTuple_Pack(Py_None, Py_None)],
  ]);
}

/** The item that a pair begins with, in the frame: the iterator may ask this one for an item, which changes its own. */
const FIRST = 1;

function pairwise_next(o: Borrowed): Owned {
  const iterator = ptr(o + PAIRED);
  if (iterator === 0) return 0;
  const old = ptr(o + OLD);
  const frame = pushNative(old === 0 ? STEP_FIRST : STEP_SECOND, 2);
  if (frame === 0) return PyErr_NoMemory();
  setNativeLocal(frame, 0, newRef(o));
  if (old !== 0) return askSecond(frame, old);
  const item = pushIterNext(iterator);
  return item === PUSHED ? PUSHED : gotFirst(frame, item);
}

function gotFirst(frame: Address, item: Owned): Owned {
  const o = nativeLocal(frame, 0);
  replaceSlot(o + OLD, item);
  if (item === 0) clearSlot(o + PAIRED);
  // The iterator may have asked this one for an item, and so ended it.
  else if (ptr(o + PAIRED) === 0) clearSlot(o + OLD);
  else {
    setStep(frame, STEP_SECOND);
    return askSecond(frame, item);
  }
  return finishNative(frame, 0);
}

function askSecond(frame: Address, first: Borrowed): Owned {
  setNativeLocal(frame, FIRST, newRef(first));
  const item = pushIterNext(ptr(nativeLocal(frame, 0) + PAIRED));
  return item === PUSHED ? PUSHED : gotSecond(frame, item);
}

function gotSecond(frame: Address, item: Owned): Owned {
  const o = nativeLocal(frame, 0);
  if (item === 0) {
    clearSlot(o + PAIRED);
    clearSlot(o + OLD);
    return finishNative(frame, 0);
  }
  const result = refill2(ptr(o + PAIR), takeNativeLocal(frame, FIRST), newRef(item));
  replaceSlot(o + OLD, item);
  return finishNative(frame, result);
}
const STEP_FIRST = text("pairwise_next.first", gotFirst);
const STEP_SECOND = text("pairwise_next.second", gotSecond);

/** (a, b) in a tuple that nobody else holds, else in a new one; takes both. */
function refill2(tuple: Borrowed, a: Owned, b: Owned): Owned {
  if (refcount(tuple) !== 1) {
    const fresh = PyTuple_Pack(a, b);
    decref(a);
    decref(b);
    return fresh;
  }
  newRef(tuple);
  const oldA = PyTuple_GET_ITEM(tuple, 0);
  const oldB = PyTuple_GET_ITEM(tuple, 1);
  PyTuple_SET_ITEM(tuple, 0, a);
  PyTuple_SET_ITEM(tuple, 1, b);
  decref(oldA);
  decref(oldB);
  if (!isTracked(tuple)) gcTrack(tuple);
  return tuple;
}

export const pairwiseType = newModuleType({
  name: "itertools.pairwise",
  basicsize: pairwiseobject.sizeof,
  flags: FLAGS,
  slots: { ...iteratorSlots(PAIRED, OLD, PAIR), tp_new: pairwise_new, tp_iternext: pairwise_next },
});

// -- batched -------------------------------------------------------------------------------------------------------------

const batchedobject = struct("batchedobject", 40, {
  ...OBJECT_HEAD,
  it: [16, "ptr", "iterator; null at the end"],
  batch_size: [24, "ssize", "items of a tuple"],
  strict: [32, "u8", "whether a short last tuple is an error"],
});
const BATCHED = batchedobject.it;
const BATCHED_NAMES = ["iterable", "n", "strict"] as const;

function batched_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  const values = namedArguments("batched", args, keywords, BATCHED_NAMES, 2, 2);
  if (values === null) return 0;
  const size = convertSsize(values[1]);
  if (size === -1 && PyErr_Occurred()) return 0;
  const strict = values[2] === 0 ? 0 : PyObject_IsTrue(values[2]);
  if (strict < 0) return 0;
  if (size < 1) return raise(PyExc_ValueError, "n must be at least one");
  const o = make(type, [[BATCHED, PyObject_GetIter(values[0])]]);
  if (o === 0) return 0;
  setSsize(o + batchedobject.batch_size, size);
  setU8(o + batchedobject.strict, strict);
  return o;
}

/** The list that a batch grows in, in the frame. */
const BATCH = 1;

function batched_next(o: Borrowed): Owned {
  if (ptr(o + BATCHED) === 0) return 0;
  const frame = pushNative(STEP_BATCHED, 2);
  if (frame === 0) return PyErr_NoMemory();
  setNativeLocal(frame, 0, newRef(o));
  const batch = PyList_New(0);
  if (batch === 0) return finishNative(frame, 0);
  setNativeLocal(frame, BATCH, batch);
  return fillBatch(frame);
}

function fillBatch(frame: Address): Owned {
  for (;;) {
    const iterator = ptr(nativeLocal(frame, 0) + BATCHED);
    if (iterator === 0) return finishNative(frame, 0);
    const item = pushIterNext(iterator);
    if (item === PUSHED) return PUSHED;
    const answer = addToBatch(frame, item);
    if (answer !== GO_ON) return answer;
    pollStop();
  }
}

const GO_ON = -1;

function addToBatch(frame: Address, item: Owned): number {
  const o = nativeLocal(frame, 0);
  const batch = nativeLocal(frame, BATCH);
  if (item !== 0) {
    if (listAppendSteal(batch, item) < 0) return finishNative(frame, 0);
    return sizeOf(batch) < ssize(o + batchedobject.batch_size) ? GO_ON : finishNative(frame, PyList_AsTuple(batch));
  }
  const failed = !clearStopIteration();
  clearSlot(o + BATCHED);
  if (failed || sizeOf(batch) === 0) return finishNative(frame, 0);
  if (u8(o + batchedobject.strict) !== 0) {
    raise(PyExc_ValueError, "batched(): incomplete batch");
    return finishNative(frame, 0);
  }
  return finishNative(frame, PyList_AsTuple(batch));
}

const STEP_BATCHED = text("batched_next.item", (frame: Address, item: Owned): Owned => {
  const answer = addToBatch(frame, item);
  return answer === GO_ON ? fillBatch(frame) : answer;
});

export const batchedType = newModuleType({
  name: "itertools.batched",
  basicsize: batchedobject.sizeof,
  flags: FLAGS,
  slots: { ...iteratorSlots(BATCHED), tp_new: batched_new, tp_iternext: batched_next },
});

// -- zip_longest ---------------------------------------------------------------------------------------------------------

const ziplongestobject = struct("ziplongestobject", 56, {
  ...OBJECT_HEAD,
  tuplesize: [16, "ssize", "items of a tuple"],
  numactive: [24, "ssize", "iterators that have not ended"],
  ittuple: [32, "ptr", "tuple of iterators; null for one that has ended"],
  result: [40, "ptr", "tuple that is used again"],
  fillvalue: [48, "ptr", "what stands for the items of an iterator that has ended"],
});
const WIDTH = ziplongestobject.tuplesize;
const ACTIVE = ziplongestobject.numactive;
const ITERATORS = ziplongestobject.ittuple;
const ROW = ziplongestobject.result;
const FILL = ziplongestobject.fillvalue;
const id_fillvalue = identifier("fillvalue");

function zip_longest_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  const fill = hasKeywords(keywords) ? PyDict_GetItemWithError(keywords, id_fillvalue) : 0;
  if (hasKeywords(keywords) && (fill === 0 || dictUsed(keywords) > 1)) {
    return PyErr_Occurred() ? 0 : raise(PyExc_TypeError, "zip_longest() got an unexpected keyword argument");
  }
  const count = sizeOf(args);
  const iterators = PyTuple_New(count);
  const row = iterators === 0 ? 0 : PyTuple_New(count);
  let complete = row !== 0;
  for (let i = 0; complete && i < count; i++) {
    const iterator = PyObject_GetIter(PyTuple_GET_ITEM(args, i));
    PyTuple_SET_ITEM(iterators, i, iterator);
    PyTuple_SET_ITEM(row, i, newRef(Py_None));
    complete = iterator !== 0;
  }
  if (!complete) {
    xdecref(iterators);
    xdecref(row);
    return 0;
  }
  const o = make(type, [
    [ITERATORS, iterators],
    [ROW, row],
    [FILL, newRef(fill || Py_None)],
  ]);
  if (o === 0) return 0;
  setSsize(o + WIDTH, count);
  setSsize(o + ACTIVE, count);
  return o;
}

/** The tuple that is being filled, in the frame; then, as a word, how far. */
const FILLING = 1;
const PLACE = 0;

function zip_longest_next(o: Borrowed): Owned {
  const width = ssize(o + WIDTH);
  if (width === 0 || ssize(o + ACTIVE) === 0) return 0;
  const own = ptr(o + ROW);
  const row = refcount(own) === 1 ? newRef(own) : PyTuple_New(width);
  const frame = row === 0 ? 0 : pushNativeWithWords(STEP_ZIPPED, 2, 1);
  if (frame === 0) {
    xdecref(row);
    return PyErr_NoMemory();
  }
  setNativeLocal(frame, 0, newRef(o));
  setNativeLocal(frame, FILLING, row);
  return zipOn(frame);
}

function zipOn(frame: Address): Owned {
  const o = nativeLocal(frame, 0);
  const width = ssize(o + WIDTH);
  for (;;) {
    const place = nativeWord(frame, PLACE);
    if (place === width) break;
    const iterator = PyTuple_GET_ITEM(ptr(o + ITERATORS), place);
    let item = newRef(ptr(o + FILL));
    if (iterator !== 0) {
      decref(item);
      item = pushIterNext(iterator);
      if (item === PUSHED) return PUSHED;
    }
    if (!putItem(frame, item)) return finishNative(frame, 0);
  }
  const row = takeNativeLocal(frame, FILLING);
  if (row === ptr(o + ROW) && !isTracked(row)) gcTrack(row);
  return finishNative(frame, row);
}

/** Puts an Owned item, or for 0 the fill value, in its place. False at the end or with an error set. */
function putItem(frame: Address, item: Owned): boolean {
  const o = nativeLocal(frame, 0);
  const place = nativeWord(frame, PLACE);
  if (item === 0) {
    const failed = !clearStopIteration();
    const active = failed ? 0 : ssize(o + ACTIVE) - 1;
    setSsize(o + ACTIVE, active);
    if (active === 0) return false;
    item = newRef(ptr(o + FILL));
    const iterators = ptr(o + ITERATORS);
    const ended = PyTuple_GET_ITEM(iterators, place);
    PyTuple_SET_ITEM(iterators, place, 0);
    xdecref(ended);
  }
  const row = nativeLocal(frame, FILLING);
  const old = PyTuple_GET_ITEM(row, place);
  PyTuple_SET_ITEM(row, place, item);
  xdecref(old);
  setNativeWord(frame, PLACE, place + 1);
  return true;
}

const STEP_ZIPPED = text("zip_longest_next.item", (frame: Address, item: Owned): Owned => {
  return putItem(frame, item) ? zipOn(frame) : finishNative(frame, 0);
});

function zip_longest_reduce(o: Borrowed): Owned {
  if (!warnOfPickling()) return 0;
  const iterators = ptr(o + ITERATORS);
  const args = PyTuple_New(sizeOf(iterators));
  for (let i = 0; args !== 0 && i < sizeOf(iterators); i++) {
    PyTuple_SET_ITEM(args, i, newRef(PyTuple_GET_ITEM(iterators, i) || emptyTuple));
  }
  return reduced(o, args, newRef(ptr(o + FILL)));
}

function zip_longest_setstate(o: Borrowed, state: Borrowed): Owned {
  if (!warnOfPickling()) return 0;
  replaceSlot(o + FILL, newRef(state));
  return Py_None;
}

export const zipLongestType = newModuleType({
  name: "itertools.zip_longest",
  basicsize: ziplongestobject.sizeof,
  flags: FLAGS,
  slots: { ...iteratorSlots(ITERATORS, ROW, FILL), tp_new: zip_longest_new, tp_iternext: zip_longest_next },
  methods: [
    ["__reduce__", "()", zip_longest_reduce],
    ["__setstate__", "(object, /)", zip_longest_setstate],
  ],
});
