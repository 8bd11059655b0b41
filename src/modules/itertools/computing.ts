// Iterators that compute: itertools.starmap and accumulate.

import { type Address, type Borrowed, type Owned, ptr, setPtr } from "../../memory/memory.ts";
import { OBJECT_HEAD, struct } from "../../memory/struct.ts";
import { text } from "../../memory/text.ts";
import { NB_ADD, PyObject_GetIter, pushBinaryOp, pushIterNext } from "../../objects/abstract.ts";
import { PyObject_CallObject, pushCallTwoArgs } from "../../objects/call.ts";
import { pushCall } from "../../objects/call_object.ts";
import { newModuleType } from "../../objects/declare.ts";
import { finishNative, nativeLocal, PUSHED, setStep } from "../../objects/frames.ts";
import { PySequence_Tuple } from "../../objects/list_extend.ts";
import { one } from "../../objects/long_core.ts";
import { decref, isTuple, newRef, replaceSlot, typeIn, xdecref } from "../../objects/object.ts";
import { namedArguments } from "../../objects/text_arguments.ts";
import { PyTuple_GET_ITEM, PyTuple_Pack } from "../../objects/tuple_core.ts";
import { Py_None } from "../../objects/types.ts";
import { checkPositional, refuseKeywords } from "../type_support.ts";
import { chainType } from "./chain.ts";
import { isliceType } from "./islice.ts";
import { FLAGS, iteratorSlots, make, openFrame, reduced, reduceFields, warnOfPickling } from "./support.ts";

// -- starmap -------------------------------------------------------------------------------------------------------------

const starmapobject = struct("starmapobject", 32, {
  ...OBJECT_HEAD,
  func: [16, "ptr", "the function"],
  it: [24, "ptr", "iterator over rows of arguments"],
});
const FUNC = starmapobject.func;
const ROWS = starmapobject.it;

function starmap_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  if (!refuseKeywords("starmap", type, typeIn(starmapType), keywords) || !checkPositional("starmap", args, 2, 2))
    return 0;
  const iterator = PyObject_GetIter(PyTuple_GET_ITEM(args, 1));
  return iterator === 0
    ? 0
    : make(type, [
        [FUNC, newRef(PyTuple_GET_ITEM(args, 0))],
        [ROWS, iterator],
      ]);
}

function starmap_next(o: Borrowed): Owned {
  const frame = openFrame(o, STEP_STARMAP);
  if (frame === 0) return 0;
  const row = pushIterNext(ptr(o + ROWS));
  return row === PUSHED ? PUSHED : callRow(frame, row);
}

function callRow(frame: Address, row: Owned): Owned {
  const function_ = newRef(ptr(nativeLocal(frame, 0) + FUNC));
  finishNative(frame, 0);
  const args = row === 0 || isTuple(row) ? row : PySequence_Tuple(row);
  if (args !== row) decref(row);
  const result = args === 0 ? 0 : pushCall(function_, args, 0);
  xdecref(args);
  decref(function_);
  return result;
}
const STEP_STARMAP = text("starmap_next.row", callRow);

export const starmapType = newModuleType({
  name: "itertools.starmap",
  basicsize: starmapobject.sizeof,
  flags: FLAGS,
  slots: {
    tp_new: starmap_new,
    ...iteratorSlots(ROWS, FUNC),
    tp_iternext: starmap_next,
  },
  methods: [["__reduce__", "()", reduceFields(FUNC, ROWS)]],
});

// -- accumulate ----------------------------------------------------------------------------------------------------------

const accumulateobject = struct("accumulateobject", 56, {
  ...OBJECT_HEAD,
  total: [16, "ptr", "what was given last; null at the start"],
  it: [24, "ptr", "iterator over the items"],
  binop: [32, "ptr", "function of total and item; null: addition"],
  initial: [40, "ptr", "what is given first; None when there is none, or no more"],
  state: [48, "ptr", "the module's state; not used here"],
});
const TOTAL = accumulateobject.total;
const ITEMS_LEFT = accumulateobject.it;
const BINARY = accumulateobject.binop;
const INITIAL = accumulateobject.initial;

const ACCUMULATE_NAMES = ["iterable", "func", "initial"] as const;

function accumulate_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  const values = namedArguments("accumulate", args, keywords, ACCUMULATE_NAMES, 1, 2);
  if (values === null) return 0;
  const iterator = PyObject_GetIter(values[0]);
  if (iterator === 0) return 0;
  const o = make(type, [[ITEMS_LEFT, iterator]]);
  if (o === 0) return 0;
  if (values[1] !== 0 && values[1] !== Py_None) setPtr(o + BINARY, newRef(values[1]));
  setPtr(o + INITIAL, newRef(values[2] || Py_None));
  return o;
}

function accumulate_next(o: Borrowed): Owned {
  const initial = ptr(o + INITIAL);
  if (initial !== Py_None && initial !== 0) {
    setPtr(o + INITIAL, Py_None);
    setPtr(o + TOTAL, newRef(initial));
    return initial;
  }
  const frame = openFrame(o, STEP_ITEM);
  if (frame === 0) return 0;
  const item = pushIterNext(ptr(o + ITEMS_LEFT));
  return item === PUSHED ? PUSHED : addItem(frame, item);
}

function addItem(frame: Address, item: Owned): Owned {
  const o = nativeLocal(frame, 0);
  const total = ptr(o + TOTAL);
  if (item === 0) return finishNative(frame, 0);
  if (total === 0) {
    setPtr(o + TOTAL, newRef(item));
    return finishNative(frame, item);
  }
  setStep(frame, STEP_TOTAL);
  const binary = ptr(o + BINARY);
  const result = binary === 0 ? pushBinaryOp(total, item, NB_ADD) : pushCallTwoArgs(binary, total, item);
  decref(item);
  return result === PUSHED ? PUSHED : keepTotal(frame, result);
}

function keepTotal(frame: Address, total: Owned): Owned {
  if (total !== 0) replaceSlot(nativeLocal(frame, 0) + TOTAL, newRef(total));
  return finishNative(frame, total);
}
const STEP_ITEM = text("accumulate_next.item", addItem);
const STEP_TOTAL = text("accumulate_next.total", keepTotal);

/** chain((value,), iterator): an iterator that gives a value first. */
function chained(value: Borrowed, iterator: Borrowed): Owned {
  const first = PyTuple_Pack(value);
  const args = first === 0 ? 0 : PyTuple_Pack(first, iterator);
  const result = args === 0 ? 0 : PyObject_CallObject(typeIn(chainType), args);
  xdecref(first);
  xdecref(args);
  return result;
}

function accumulate_reduce(o: Borrowed): Owned {
  if (!warnOfPickling()) return 0;
  const total = ptr(o + TOTAL);
  const binary = ptr(o + BINARY) || Py_None;
  const initial = ptr(o + INITIAL) === Py_None ? 0 : ptr(o + INITIAL);
  if (initial === 0 && total !== Py_None) {
    return reduced(o, PyTuple_Pack(ptr(o + ITEMS_LEFT), binary), newRef(total || Py_None));
  }
  // A total of None cannot be told from no total: the total goes first, as an item, and is cut off again.
  const items = chained(initial || total, ptr(o + ITEMS_LEFT));
  const args = items === 0 ? 0 : PyTuple_Pack(items, binary);
  xdecref(items);
  if (initial !== 0) return reduced(o, args, newRef(Py_None));
  const whole = args === 0 ? 0 : PyObject_CallObject(typeIn(accumulateType), args);
  xdecref(args);
  const cut = whole === 0 ? 0 : PyTuple_Pack(whole, one, Py_None);
  const result = cut === 0 ? 0 : PyTuple_Pack(typeIn(isliceType), cut);
  xdecref(whole);
  xdecref(cut);
  return result;
}

function accumulate_setstate(o: Borrowed, state: Borrowed): Owned {
  if (!warnOfPickling()) return 0;
  replaceSlot(o + TOTAL, newRef(state));
  return Py_None;
}

export const accumulateType = newModuleType({
  name: "itertools.accumulate",
  basicsize: accumulateobject.sizeof,
  flags: FLAGS,
  slots: {
    ...iteratorSlots(BINARY, ITEMS_LEFT, TOTAL, INITIAL),
    tp_new: accumulate_new,
    tp_iternext: accumulate_next,
  },
  methods: [
    ["__reduce__", "()", accumulate_reduce],
    ["__setstate__", "(object, /)", accumulate_setstate],
  ],
});
