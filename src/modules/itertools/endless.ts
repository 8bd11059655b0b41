// Iterators without end: itertools.repeat, count and cycle.

import { wideFromNumber, wideHigh } from "../../base/wide.ts";
import {
  type Address,
  type Borrowed,
  high,
  i32,
  low,
  type Owned,
  ptr,
  setI32,
  setI64,
  setPtr,
  setSsize,
  ssize,
} from "../../memory/memory.ts";
import { OBJECT_HEAD, struct } from "../../memory/struct.ts";
import { PyNumberMethods, PyTypeObject } from "../../memory/structs/object.ts";
import { text } from "../../memory/text.ts";
import { NB_ADD, PyObject_GetIter, pushBinaryOp, pushIterNext } from "../../objects/abstract.ts";
import { PyObject_CallMethod } from "../../objects/call_method.ts";
import { convertInt, convertWideSsize } from "../../objects/convert.ts";
import { newModuleType } from "../../objects/declare.ts";
import { argumentTypeName, clearStopIteration, PyErr_Occurred, raise } from "../../objects/errors.ts";
import { finishNative, nativeLocal, PUSHED } from "../../objects/frames.ts";
import { identifier } from "../../objects/identifiers.ts";
import { PyList_Append, PyList_GET_ITEM, PyList_New } from "../../objects/list_core.ts";
import { longToNumber, one, PyLong_FromNumber, zero } from "../../objects/long_core.ts";
import { longFromWords } from "../../objects/long_words.ts";
import {
  clearSlot,
  decref,
  isInstanceOf,
  isInt,
  isList,
  isTuple,
  newRef,
  replaceSlot,
  sizeOf,
  typeIn,
  typeOf,
  xdecref,
} from "../../objects/object.ts";
import { longOfSsize, setWideSsize, wideSsize } from "../../objects/ssize.ts";
import { namedArguments } from "../../objects/text_arguments.ts";
import { PyTuple_GET_ITEM, PyTuple_Pack } from "../../objects/tuple_core.ts";
import { shortName } from "../../objects/type_names.ts";
import { Py_False, Py_None, Py_True, PyComplex_Type, PyExc_TypeError } from "../../objects/types.ts";
import { checkPositional, refuseKeywords } from "../type_support.ts";
import { FLAGS, iteratorSlots, make, openFrame, reduced, show, warnOfPickling } from "./support.ts";

// -- repeat --------------------------------------------------------------------------------------------------------------

const repeatobject = struct("repeatobject", 32, {
  ...OBJECT_HEAD,
  element: [16, "ptr", "what is given"],
  cnt: [24, "ssize", "times left; -1: for ever"],
});
const ELEMENT = repeatobject.element;
const TIMES = repeatobject.cnt;
const REPEAT_NAMES = ["object", "times"] as const;

function repeat_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  const values = namedArguments("repeat", args, keywords, REPEAT_NAMES, 1);
  if (values === null) return 0;
  const [element, times] = values;
  const count = times === 0 ? -1 : convertWideSsize(times);
  if (count === -1 && PyErr_Occurred()) return 0;
  const o = make(type, [[ELEMENT, newRef(element)]]);
  if (o !== 0) setWideSsize(o + TIMES, times !== 0 && count < 0 ? 0 : count);
  return o;
}

function repeat_next(o: Borrowed): Owned {
  const left = low(o + TIMES);
  const leftHigh = high(o + TIMES);
  if (left === 0 && leftHigh === 0) return 0;
  if (leftHigh >= 0) setI64(o + TIMES, (left - 1) | 0, left === 0 ? leftHigh - 1 : leftHigh);
  return newRef(ptr(o + ELEMENT));
}

function repeat_repr(o: Borrowed): Owned {
  const left = wideSsize(o + TIMES);
  if (left === -1) return show(shortName(typeOf(o)), ptr(o + ELEMENT));
  const count = longOfSsize(left);
  const shown = show(shortName(typeOf(o)), ptr(o + ELEMENT), count);
  decref(count);
  return shown;
}

function repeat_reduce(o: Borrowed): Owned {
  if (!warnOfPickling()) return 0;
  const element = ptr(o + ELEMENT);
  const left = wideSsize(o + TIMES);
  if (left < 0) return reduced(o, PyTuple_Pack(element));
  const times = longOfSsize(left);
  const args = times === 0 ? 0 : PyTuple_Pack(element, times);
  xdecref(times);
  return reduced(o, args);
}

export const repeatType = newModuleType({
  name: "itertools.repeat",
  basicsize: repeatobject.sizeof,
  flags: FLAGS,
  slots: {
    tp_new: repeat_new,
    ...iteratorSlots(ELEMENT),
    tp_iternext: repeat_next,
    tp_repr: repeat_repr,
  },
  methods: [
    [
      "__length_hint__",
      "()",
      (o: Borrowed) =>
        wideSsize(o + TIMES) === -1
          ? raise(PyExc_TypeError, "len() of unsized object")
          : longOfSsize(wideSsize(o + TIMES)),
    ],
    ["__reduce__", "()", repeat_reduce],
  ],
});

// -- count ---------------------------------------------------------------------------------------------------------------

const countobject = struct("countobject", 40, {
  ...OBJECT_HEAD,
  cnt: [16, "ssize", "the next number while it is small and the step is 1; else PY_SSIZE_T_MAX"],
  long_cnt: [24, "ptr", "the next number; null while cnt counts"],
  long_step: [32, "ptr", "the step"],
});
const COUNT = countobject.cnt;
const LONG_COUNT = countobject.long_cnt;
const STEP = countobject.long_step;
/** Numbers up to here are counted in cnt: exact as numbers of the host, and never reached by counting on. */
const FAST_LIMIT = 2 ** 52;

function isFast(o: Borrowed): boolean {
  return ptr(o + LONG_COUNT) === 0;
}

const COUNT_NAMES = ["start", "step"] as const;

function isNumber(o: Borrowed): boolean {
  const numbers = ptr(typeOf(o) + PyTypeObject.tp_as_number);
  if (numbers === 0) return isInstanceOf(o, PyComplex_Type);
  return (
    ptr(numbers + PyNumberMethods.nb_index) !== 0 ||
    ptr(numbers + PyNumberMethods.nb_int) !== 0 ||
    ptr(numbers + PyNumberMethods.nb_float) !== 0 ||
    isInstanceOf(o, PyComplex_Type)
  );
}

function count_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  const values = namedArguments("count", args, keywords, COUNT_NAMES);
  if (values === null) return 0;
  const start = values[0] || zero;
  const step = values[1] || one;
  if (!isNumber(start) || !isNumber(step)) return raise(PyExc_TypeError, "a number is required");
  const value = isInt(start) ? longToNumber(start) : Number.NaN;
  const fast = Math.abs(value) < FAST_LIMIT && isInt(step) && longToNumber(step) === 1;
  const o = make(type, [[STEP, newRef(step)]]);
  if (o === 0) return 0;
  if (fast) setI64(o + COUNT, wideFromNumber(value), wideHigh());
  else {
    setI64(o + COUNT, -1, 0x7fffffff);
    setPtr(o + LONG_COUNT, newRef(start));
  }
  return o;
}

function count_next(o: Borrowed): Owned {
  if (isFast(o)) {
    const lowWord = low(o + COUNT);
    const highWord = high(o + COUNT);
    setI64(o + COUNT, (lowWord + 1) | 0, lowWord === -1 ? highWord + 1 : highWord);
    return longFromWords(lowWord, highWord);
  }
  const current = ptr(o + LONG_COUNT);
  const frame = openFrame(o, STEP_COUNTED);
  if (frame === 0) return 0;
  const next = pushBinaryOp(current, ptr(o + STEP), NB_ADD);
  return next === PUSHED ? PUSHED : counted(frame, next);
}

function counted(frame: Address, next: Owned): Owned {
  if (next === 0) return finishNative(frame, 0);
  const o = nativeLocal(frame, 0);
  const current = ptr(o + LONG_COUNT);
  setPtr(o + LONG_COUNT, next);
  return finishNative(frame, current);
}
const STEP_COUNTED = text("count_next.next", counted);

/** The next number, as an object of its own. */
function currentCount(o: Borrowed): Owned {
  return isFast(o) ? longFromWords(low(o + COUNT), high(o + COUNT)) : newRef(ptr(o + LONG_COUNT));
}

function isUnitStep(o: Borrowed): boolean {
  const step = ptr(o + STEP);
  return isInt(step) && longToNumber(step) === 1;
}

function count_repr(o: Borrowed): Owned {
  const current = currentCount(o);
  if (current === 0) return 0;
  const shown = isUnitStep(o)
    ? show(shortName(typeOf(o)), current)
    : show(shortName(typeOf(o)), current, ptr(o + STEP));
  decref(current);
  return shown;
}

function count_reduce(o: Borrowed): Owned {
  if (!warnOfPickling()) return 0;
  const current = currentCount(o);
  const args = current === 0 ? 0 : isFast(o) ? PyTuple_Pack(current) : PyTuple_Pack(current, ptr(o + STEP));
  xdecref(current);
  return reduced(o, args);
}

export const countType = newModuleType({
  name: "itertools.count",
  basicsize: countobject.sizeof,
  flags: FLAGS,
  slots: {
    ...iteratorSlots(LONG_COUNT, STEP),
    tp_new: count_new,
    tp_iternext: count_next,
    tp_repr: count_repr,
  },
  methods: [["__reduce__", "()", count_reduce]],
});

// -- cycle ---------------------------------------------------------------------------------------------------------------

const cycleobject = struct("cycleobject", 48, {
  ...OBJECT_HEAD,
  it: [16, "ptr", "the iterator of the first round; null after it"],
  saved: [24, "ptr", "list of the items of the first round"],
  index: [32, "ssize", "item of the list that comes next"],
  firstpass: [40, "i32", "1 when items of the first round are in the list already"],
});
const FIRST = cycleobject.it;
const SAVED = cycleobject.saved;
const INDEX = cycleobject.index;

function cycle_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  if (!refuseKeywords("cycle", type, typeIn(cycleType), keywords) || !checkPositional("cycle", args, 1, 1)) return 0;
  const iterator = PyObject_GetIter(PyTuple_GET_ITEM(args, 0));
  if (iterator === 0) return 0;
  return make(type, [
    [FIRST, iterator],
    [SAVED, PyList_New(0)],
  ]);
}

function cycle_next(o: Borrowed): Owned {
  const iterator = ptr(o + FIRST);
  if (iterator === 0) return nextSaved(o);
  const frame = openFrame(o, STEP_CYCLED);
  if (frame === 0) return 0;
  const item = pushIterNext(iterator);
  return item === PUSHED ? PUSHED : cycled(frame, item);
}

function cycled(frame: Address, item: Owned): Owned {
  const o = nativeLocal(frame, 0);
  if (item !== 0) {
    if (i32(o + cycleobject.firstpass) !== 0 || PyList_Append(ptr(o + SAVED), item) >= 0) {
      return finishNative(frame, item);
    }
    decref(item);
    return finishNative(frame, 0);
  }
  if (!clearStopIteration()) return finishNative(frame, 0);
  clearSlot(o + FIRST);
  return finishNative(frame, nextSaved(o));
}
const STEP_CYCLED = text("cycle_next.item", cycled);

function nextSaved(o: Borrowed): Owned {
  const saved = ptr(o + SAVED);
  if (sizeOf(saved) === 0) return 0;
  const index = ssize(o + INDEX);
  setSsize(o + INDEX, index + 1 >= sizeOf(saved) ? 0 : index + 1);
  return newRef(PyList_GET_ITEM(saved, index));
}

const id_setstate = identifier("__setstate__");

function cycle_reduce(o: Borrowed): Owned {
  if (!warnOfPickling()) return 0;
  const saved = ptr(o + SAVED);
  const first = ptr(o + FIRST);
  if (first !== 0) return reduced(o, PyTuple_Pack(first), PyTuple_Pack(saved, Py_False));
  const iterator = PyObject_GetIter(saved);
  if (iterator === 0) return 0;
  if (ssize(o + INDEX) !== 0) {
    const index = PyLong_FromNumber(ssize(o + INDEX));
    const answer = PyObject_CallMethod(iterator, id_setstate, index);
    decref(index);
    if (answer === 0) {
      decref(iterator);
      return 0;
    }
    decref(answer);
  }
  const args = PyTuple_Pack(iterator);
  decref(iterator);
  return reduced(o, args, PyTuple_Pack(saved, Py_True));
}

function cycle_setstate(o: Borrowed, state: Borrowed): Owned {
  if (!warnOfPickling()) return 0;
  if (!isTuple(state)) return raise(PyExc_TypeError, "state is not a tuple");
  if (sizeOf(state) !== 2) {
    return raise(PyExc_TypeError, `function takes exactly 2 arguments (${sizeOf(state)} given)`);
  }
  const saved = PyTuple_GET_ITEM(state, 0);
  if (!isList(saved)) return raise(PyExc_TypeError, `argument 1 must be list, not ${argumentTypeName(saved)}`);
  const firstpass = convertInt(PyTuple_GET_ITEM(state, 1));
  if (firstpass === -1 && PyErr_Occurred()) return 0;
  replaceSlot(o + SAVED, newRef(saved));
  setI32(o + cycleobject.firstpass, firstpass !== 0 ? 1 : 0);
  setSsize(o + INDEX, 0);
  return Py_None;
}

export const cycleType = newModuleType({
  name: "itertools.cycle",
  basicsize: cycleobject.sizeof,
  flags: FLAGS,
  slots: { ...iteratorSlots(FIRST, SAVED), tp_new: cycle_new, tp_iternext: cycle_next },
  methods: [
    ["__reduce__", "()", cycle_reduce],
    ["__setstate__", "(object, /)", cycle_setstate],
  ],
});
