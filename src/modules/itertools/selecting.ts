// Iterators that choose: itertools.compress, filterfalse, dropwhile and takewhile.
//
// The last three ask a function about each item. Their frame holds the iterator, then the item that is being judged.

import { type Address, type Borrowed, i32, type Owned, ptr, setI32 } from "../../memory/memory.ts";
import { OBJECT_HEAD, struct } from "../../memory/struct.ts";
import { text } from "../../memory/text.ts";
import { PyObject_GetIter, PyObject_IsTrue, pushIterNext } from "../../objects/abstract.ts";
import { pushCallOneArg } from "../../objects/call.ts";
import { newModuleType } from "../../objects/declare.ts";
import { PyErr_NoMemory } from "../../objects/errors.ts";
import {
  finishNative,
  nativeLocal,
  PUSHED,
  pushNative,
  setNativeLocal,
  setStep,
  takeNativeLocal,
} from "../../objects/frames.ts";
import { PyLong_FromNumber } from "../../objects/long_core.ts";
import { decref, newRef, type TypeCell, typeIn } from "../../objects/object.ts";
import { truthOfResult } from "../../objects/sequence_compare.ts";
import { pollStop } from "../../objects/stop_poll.ts";
import { namedArguments } from "../../objects/text_arguments.ts";
import { PyTuple_GET_ITEM, PyTuple_Pack } from "../../objects/tuple_core.ts";
import { Py_None, PyBool_Type } from "../../objects/types.ts";
import { checkPositional, refuseKeywords } from "../type_support.ts";
import { FLAGS, iteratorSlots, make, reduced, reduceFields, warnOfPickling } from "./support.ts";

const ITEM = 1;
/** The item was not wanted: on to the next. Never an address. */
const GO_ON = -1;

function openPair(o: Borrowed, step: Address): Address {
  const frame = pushNative(step, 2);
  if (frame === 0) return PyErr_NoMemory();
  setNativeLocal(frame, 0, newRef(o));
  return frame;
}

// -- compress ------------------------------------------------------------------------------------------------------------

const compressobject = struct("compressobject", 32, {
  ...OBJECT_HEAD,
  data: [16, "ptr", "iterator over the items"],
  selectors: [24, "ptr", "iterator over what says whether to give them"],
});
const DATA = compressobject.data;
const SELECTORS = compressobject.selectors;
const COMPRESS_NAMES = ["data", "selectors"] as const;

function compress_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  const values = namedArguments("compress", args, keywords, COMPRESS_NAMES, 2);
  const data = values === null ? 0 : PyObject_GetIter(values[0]);
  if (values === null || data === 0) return 0;
  return make(type, [
    [DATA, data],
    [SELECTORS, PyObject_GetIter(values[1])],
  ]);
}

function compress_next(o: Borrowed): Owned {
  const frame = openPair(o, STEP_DATUM);
  return frame === 0 ? 0 : compressOn(frame);
}

function compressOn(frame: Address): Owned {
  for (;;) {
    setStep(frame, STEP_DATUM);
    const datum = pushIterNext(ptr(nativeLocal(frame, 0) + DATA));
    if (datum === PUSHED) return PUSHED;
    const answer = askSelector(frame, datum);
    if (answer !== GO_ON) return answer;
    pollStop();
  }
}

function askSelector(frame: Address, datum: Owned): number {
  if (datum === 0) return finishNative(frame, 0);
  setNativeLocal(frame, ITEM, datum);
  setStep(frame, STEP_SELECTOR);
  const selector = pushIterNext(ptr(nativeLocal(frame, 0) + SELECTORS));
  return selector === PUSHED ? PUSHED : selected(frame, selector);
}

function selected(frame: Address, selector: Owned): number {
  const truth = selector === 0 ? -1 : truthOfResult(selector);
  if (truth < 0) return finishNative(frame, 0);
  const datum = takeNativeLocal(frame, ITEM);
  if (truth > 0) return finishNative(frame, datum);
  decref(datum);
  return GO_ON;
}

const STEP_DATUM = text("compress_next.datum", (frame: Address, datum: Owned): Owned => {
  const answer = askSelector(frame, datum);
  return answer === GO_ON ? compressOn(frame) : answer;
});
const STEP_SELECTOR = text("compress_next.selector", (frame: Address, selector: Owned): Owned => {
  const answer = selected(frame, selector);
  return answer === GO_ON ? compressOn(frame) : answer;
});

export const compressType = newModuleType({
  name: "itertools.compress",
  basicsize: compressobject.sizeof,
  flags: FLAGS,
  slots: { ...iteratorSlots(DATA, SELECTORS), tp_new: compress_new, tp_iternext: compress_next },
  methods: [["__reduce__", "()", reduceFields(DATA, SELECTORS)]],
});

// -- filterfalse, dropwhile, takewhile -----------------------------------------------------------------------------------

const filterfalseobject = struct("filterfalseobject", 32, {
  ...OBJECT_HEAD,
  func: [16, "ptr", "the function that judges"],
  it: [24, "ptr", "iterator over the items"],
});
const whileobject = struct("dropwhileobject", 40, {
  ...OBJECT_HEAD,
  func: [16, "ptr", "the function that judges"],
  it: [24, "ptr", "iterator over the items"],
  start: [32, "i64", "dropwhile: whether items are given; takewhile: whether it has ended"],
});
const JUDGE = whileobject.func;
const SOURCE = whileobject.it;
const STATE = whileobject.start;

interface Judging {
  readonly name: string;
  readonly basicsize: number;
  /** Whether the judge says so by being None or bool: then the truth of the item itself is asked. */
  readonly hasPlainTruth: boolean;
  /** Answers before an item is asked for: 0 to go on, 1 to end. */
  readonly ends?: (o: Borrowed) => boolean;
  /** Whether items are given without asking the judge. */
  readonly passes?: (o: Borrowed) => boolean;
  /** The item, when it is given; GO_ON; or 0 for the end. The item stays owned by the caller. */
  readonly decide: (o: Borrowed, verdict: boolean, item: Borrowed) => number;
}

function declareJudging(spec: Judging): TypeCell {
  const { name } = spec;

  function make_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
    if (!refuseKeywords(name, type, typeIn(own), keywords) || !checkPositional(name, args, 2, 2)) return 0;
    const iterator = PyObject_GetIter(PyTuple_GET_ITEM(args, 1));
    if (iterator === 0) return 0;
    return make(type, [
      [JUDGE, newRef(PyTuple_GET_ITEM(args, 0))],
      [SOURCE, iterator],
    ]);
  }

  function next(o: Borrowed): Owned {
    if (spec.ends?.(o)) return 0;
    const frame = openPair(o, STEP_ITEM);
    return frame === 0 ? 0 : walk(frame);
  }

  function walk(frame: Address): Owned {
    for (;;) {
      setStep(frame, STEP_ITEM);
      const item = pushIterNext(ptr(nativeLocal(frame, 0) + SOURCE));
      if (item === PUSHED) return PUSHED;
      const answer = judge(frame, item);
      if (answer !== GO_ON) return answer;
      pollStop();
    }
  }

  function judge(frame: Address, item: Owned): number {
    const o = nativeLocal(frame, 0);
    if (item === 0 || spec.passes?.(o)) return finishNative(frame, item);
    setNativeLocal(frame, ITEM, item);
    const function_ = ptr(o + JUDGE);
    if (spec.hasPlainTruth && (function_ === Py_None || function_ === PyBool_Type)) {
      return judged(frame, PyObject_IsTrue(item));
    }
    setStep(frame, STEP_JUDGED);
    const verdict = pushCallOneArg(function_, item);
    return verdict === PUSHED ? PUSHED : judged(frame, truthOfResult(verdict));
  }

  function judged(frame: Address, verdict: number): number {
    if (verdict < 0) return finishNative(frame, 0);
    const item = nativeLocal(frame, ITEM);
    const answer = spec.decide(nativeLocal(frame, 0), verdict > 0, item);
    if (answer === item) return finishNative(frame, takeNativeLocal(frame, ITEM));
    if (answer === 0) return finishNative(frame, 0);
    decref(takeNativeLocal(frame, ITEM));
    return GO_ON;
  }

  const STEP_ITEM = text(`${name}_next.item`, (frame: Address, item: Owned): Owned => {
    const answer = judge(frame, item);
    return answer === GO_ON ? walk(frame) : answer;
  });
  const STEP_JUDGED = text(`${name}_next.judged`, (frame: Address, verdict: Owned): Owned => {
    const answer = judged(frame, truthOfResult(verdict));
    return answer === GO_ON ? walk(frame) : answer;
  });

  function reduce(o: Borrowed): Owned {
    return warnOfPickling()
      ? reduced(o, PyTuple_Pack(ptr(o + JUDGE), ptr(o + SOURCE)), PyLong_FromNumber(i32(o + STATE)))
      : 0;
  }

  function setstate(o: Borrowed, state: Borrowed): Owned {
    if (!warnOfPickling()) return 0;
    const truth = PyObject_IsTrue(state);
    if (truth < 0) return 0;
    setI32(o + STATE, truth);
    return Py_None;
  }

  const hasState = spec.basicsize === whileobject.sizeof;
  const own = newModuleType({
    name: `itertools.${name}`,
    basicsize: spec.basicsize,
    flags: FLAGS,
    slots: { ...iteratorSlots(JUDGE, SOURCE), tp_new: make_new, tp_iternext: next },
    methods: hasState
      ? [
          ["__reduce__", "()", reduce],
          ["__setstate__", "(object, /)", setstate],
        ]
      : [["__reduce__", "()", reduceFields(JUDGE, SOURCE)]],
  });
  return own;
}

export const filterfalseType = declareJudging({
  name: "filterfalse",
  basicsize: filterfalseobject.sizeof,
  hasPlainTruth: true,
  decide: (_o, verdict, item) => (verdict ? GO_ON : item),
});

export const dropwhileType = declareJudging({
  name: "dropwhile",
  basicsize: whileobject.sizeof,
  hasPlainTruth: false,
  passes: (o) => i32(o + STATE) === 1,
  decide: (o, verdict, item) => {
    if (verdict) return GO_ON;
    setI32(o + STATE, 1);
    return item;
  },
});

export const takewhileType = declareJudging({
  name: "takewhile",
  basicsize: whileobject.sizeof,
  hasPlainTruth: false,
  ends: (o) => i32(o + STATE) === 1,
  decide: (o, verdict, item) => {
    if (verdict) return item;
    setI32(o + STATE, 1);
    return 0;
  },
});
