// itertools.islice: some of the items of an iterator, by their indices.
//
// Invariant: an iterator that has ended holds no other iterator any more.

import { type Address, type Borrowed, type Owned, ptr, setSsize, ssize } from "../../memory/memory.ts";
import { OBJECT_HEAD, struct } from "../../memory/struct.ts";
import { text } from "../../memory/text.ts";
import { PyObject_GetIter, pushIterNext } from "../../objects/abstract.ts";
import { convertSsize, SSIZE_MAX } from "../../objects/convert.ts";
import { newModuleType } from "../../objects/declare.ts";
import { PyErr_Clear, PyErr_Occurred, raise } from "../../objects/errors.ts";
import { finishNative, nativeLocal, PUSHED } from "../../objects/frames.ts";
import { PyLong_FromNumber, zero } from "../../objects/long_core.ts";
import { clearSlot, decref, isInt, newRef, sizeOf, typeIn, xdecref } from "../../objects/object.ts";
import { pollStop } from "../../objects/stop_poll.ts";
import { emptyTuple, PyTuple_GET_ITEM, PyTuple_Pack } from "../../objects/tuple_core.ts";
import { Py_None, PyExc_TypeError, PyExc_ValueError } from "../../objects/types.ts";
import { checkPositional, refuseKeywords } from "../type_support.ts";
import { FLAGS, iteratorSlots, make, openFrame, reduced, warnOfPickling } from "./support.ts";

const isliceobject = struct("isliceobject", 56, {
  ...OBJECT_HEAD,
  it: [16, "ptr", "iterator; null at the end"],
  next: [24, "ssize", "index of the item to give next"],
  stop: [32, "ssize", "index where it ends; -1: never"],
  step: [40, "ssize", "distance between items given"],
  cnt: [48, "ssize", "items taken from the iterator"],
});
const SLICED = isliceobject.it;
const ISLICE_RANGE = "must be None or an integer: 0 <= x <= sys.maxsize.";

/** A number, or the default for None; -1 for what is none. */
function sliceArgument(o: Borrowed, missing: number): number {
  if (o === Py_None) return missing;
  const value = convertSsize(o);
  if (value === -1 && PyErr_Occurred()) PyErr_Clear();
  return value;
}

function islice_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  if (!refuseKeywords("islice", type, typeIn(isliceType), keywords) || !checkPositional("islice", args, 2, 4)) return 0;
  const count = sizeOf(args);
  const item = (index: number): Borrowed => (index < count ? PyTuple_GET_ITEM(args, index) : Py_None);
  const start = count > 2 ? sliceArgument(item(1), 0) : 0;
  const limit = item(count === 2 ? 1 : 2);
  const stop = sliceArgument(limit, -1);
  if (stop === -1 && limit !== Py_None) return raise(PyExc_ValueError, `Stop argument for islice() ${ISLICE_RANGE}`);
  if (start < 0 || stop < -1) return raise(PyExc_ValueError, `Indices for islice() ${ISLICE_RANGE}`);
  const step = sliceArgument(item(3), 1);
  if (step < 1) return raise(PyExc_ValueError, "Step for islice() must be a positive integer or None.");
  const o = make(type, [[SLICED, PyObject_GetIter(item(0))]]);
  if (o === 0) return 0;
  setSsize(o + isliceobject.next, start);
  setSsize(o + isliceobject.stop, stop);
  setSsize(o + isliceobject.step, step);
  return o;
}

function islice_next(o: Borrowed): Owned {
  if (ptr(o + SLICED) === 0) return 0;
  const frame = openFrame(o, STEP_ISLICE);
  return frame === 0 ? 0 : sliceOn(frame);
}

function sliceOn(frame: Address): Owned {
  const o = nativeLocal(frame, 0);
  for (;;) {
    const stop = ssize(o + isliceobject.stop);
    const count = ssize(o + isliceobject.cnt);
    if (count >= ssize(o + isliceobject.next) && stop !== -1 && count >= stop) return endSlice(frame);
    const item = pushIterNext(ptr(o + SLICED));
    if (item === PUSHED) return PUSHED;
    const answer = sliceItem(frame, item);
    if (answer !== GO_ON) return answer;
    pollStop();
  }
}

/** The answer when the item is the one wanted or there is none; GO_ON to go on. */
function sliceItem(frame: Address, item: Owned): number {
  const o = nativeLocal(frame, 0);
  if (item === 0) return endSlice(frame);
  const count = ssize(o + isliceobject.cnt);
  const next = ssize(o + isliceobject.next);
  setSsize(o + isliceobject.cnt, count + 1);
  if (count < next) {
    decref(item);
    return GO_ON;
  }
  const stop = ssize(o + isliceobject.stop);
  const after = next + ssize(o + isliceobject.step);
  setSsize(o + isliceobject.next, after > SSIZE_MAX || (stop !== -1 && after > stop) ? stop : after);
  return finishNative(frame, item);
}

function endSlice(frame: Address): Owned {
  clearSlot(nativeLocal(frame, 0) + SLICED);
  return finishNative(frame, 0);
}
const STEP_ISLICE = text("islice_next.item", (frame: Address, item: Owned): Owned => {
  const answer = sliceItem(frame, item);
  return answer === GO_ON ? sliceOn(frame) : answer;
});

/** What sliceItem answers when the item was only to be passed over. */
const GO_ON = -1;

function islice_reduce(o: Borrowed): Owned {
  if (!warnOfPickling()) return 0;
  const iterator = ptr(o + SLICED);
  if (iterator === 0) {
    const nothing = PyObject_GetIter(emptyTuple);
    const args = nothing === 0 ? 0 : PyTuple_Pack(nothing, zero);
    xdecref(nothing);
    return reduced(o, args, newRef(zero));
  }
  const stop = ssize(o + isliceobject.stop);
  const parts = [
    PyLong_FromNumber(ssize(o + isliceobject.next)),
    stop === -1 ? newRef(Py_None) : PyLong_FromNumber(stop),
    PyLong_FromNumber(ssize(o + isliceobject.step)),
  ];
  const args = parts.includes(0) ? 0 : PyTuple_Pack(iterator, ...parts);
  for (const part of parts) xdecref(part);
  return reduced(o, args, PyLong_FromNumber(ssize(o + isliceobject.cnt)));
}

function islice_setstate(o: Borrowed, state: Borrowed): Owned {
  if (!warnOfPickling()) return 0;
  // PyLong_AsSsize_t: nothing but an int.
  if (!isInt(state)) return raise(PyExc_TypeError, "an integer is required");
  const count = convertSsize(state);
  if (count === -1 && PyErr_Occurred()) return 0;
  setSsize(o + isliceobject.cnt, count);
  return Py_None;
}

export const isliceType = newModuleType({
  name: "itertools.islice",
  basicsize: isliceobject.sizeof,
  flags: FLAGS,
  slots: {
    tp_new: islice_new,
    ...iteratorSlots(SLICED),
    tp_iternext: islice_next,
  },
  methods: [
    ["__reduce__", "()", islice_reduce],
    ["__setstate__", "(object, /)", islice_setstate],
  ],
});
