// itertools.groupby: runs of items with equal keys, each with an iterator of its own over the run.
//
//   groupby   currkey, currvalue   the item that was read last
//             tgtkey               the key of the run that was given last
//             currgrouper          the run's iterator (not owned): an older one has ended
//
// Groupby and its groupers both read on by the same walk: one item, then its key. Asking and comparing may be Python, so
// the walk lives in a native frame.

import { type Address, type Borrowed, type Owned, ptr, setPtr } from "../../memory/memory.ts";
import { OBJECT_HEAD, struct } from "../../memory/struct.ts";
import { text } from "../../memory/text.ts";
import { Py_EQ, PyObject_GetIter, pushIterNext } from "../../objects/abstract.ts";
import { pushCallOneArg } from "../../objects/call.ts";
import { pushRichCompare } from "../../objects/compare.ts";
import { newModuleType } from "../../objects/declare.ts";
import { argumentTypeName, PyErr_NoMemory, raise } from "../../objects/errors.ts";
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
import {
  clearSlot,
  decref,
  isInstanceOf,
  isTuple,
  newRef,
  Py_TPFLAGS_HAVE_GC,
  replaceSlot,
  sizeOf,
  typeIn,
  xdecref,
  xnewRef,
} from "../../objects/object.ts";
import { builtin } from "../../objects/reduce_names.ts";
import { truthOfResult } from "../../objects/sequence_compare.ts";
import { pollStop } from "../../objects/stop_poll.ts";
import { namedArguments } from "../../objects/text_arguments.ts";
import { emptyTuple, PyTuple_GET_ITEM, PyTuple_Pack } from "../../objects/tuple_core.ts";
import { Py_None, PyExc_TypeError } from "../../objects/types.ts";
import { checkPositional, refuseKeywords } from "../type_support.ts";
import { FLAGS, iteratorSlots, make, reduced, warnOfPickling } from "./support.ts";

const groupbyobject = struct("groupbyobject", 72, {
  ...OBJECT_HEAD,
  it: [16, "ptr", "iterator over the items"],
  keyfunc: [24, "ptr", "gives an item's key; None: the item itself"],
  tgtkey: [32, "ptr", "key of the run given last, or null"],
  currkey: [40, "ptr", "key of the item read last, or null"],
  currvalue: [48, "ptr", "item read last, or null"],
  currgrouper: [56, "ptr", "_grouper of the run, not owned"],
  state: [64, "ptr", "the module's state; not used here"],
});
const ITERATOR = groupbyobject.it;
const KEY_FUNCTION = groupbyobject.keyfunc;
const TARGET = groupbyobject.tgtkey;
const KEY = groupbyobject.currkey;
const VALUE = groupbyobject.currvalue;
const GROUPER = groupbyobject.currgrouper;

const _grouperobject = struct("_grouperobject", 32, {
  ...OBJECT_HEAD,
  parent: [16, "ptr", "groupby"],
  tgtkey: [24, "ptr", "key of the run"],
});
const PARENT = _grouperobject.parent;
const RUN_KEY = _grouperobject.tgtkey;

const GROUPBY_NAMES = ["iterable", "key"] as const;

function groupby_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  const values = namedArguments("groupby", args, keywords, GROUPBY_NAMES, 1);
  const iterator = values === null ? 0 : PyObject_GetIter(values[0]);
  if (values === null || iterator === 0) return 0;
  return make(type, [
    [ITERATOR, iterator],
    [KEY_FUNCTION, newRef(values[1] || Py_None)],
  ]);
}

// The frame of a walk: the groupby, the grouper that asks (null when the groupby itself does), the item just read.
const GROUPBY = 0;
const ASKER = 1;
const READ = 2;

function openWalk(groupby: Borrowed, asker: Borrowed): Address {
  const frame = pushNative(STEP_ITEM, 3);
  if (frame === 0) return PyErr_NoMemory();
  setNativeLocal(frame, GROUPBY, newRef(groupby));
  setNativeLocal(frame, ASKER, xnewRef(asker));
  return frame;
}

/** Reads one more item. */
function readOn(frame: Address): Owned {
  setStep(frame, STEP_ITEM);
  const item = pushIterNext(ptr(nativeLocal(frame, GROUPBY) + ITERATOR));
  return item === PUSHED ? PUSHED : itemRead(frame, item);
}

function itemRead(frame: Address, item: Owned): Owned {
  if (item === 0) return finishNative(frame, 0);
  const function_ = ptr(nativeLocal(frame, GROUPBY) + KEY_FUNCTION);
  setNativeLocal(frame, READ, item);
  if (function_ === Py_None) return keyFound(frame, newRef(item));
  setStep(frame, STEP_KEY);
  const key = pushCallOneArg(function_, item);
  return key === PUSHED ? PUSHED : keyFound(frame, key);
}

function keyFound(frame: Address, key: Owned): Owned {
  if (key === 0) return finishNative(frame, 0);
  const groupby = nativeLocal(frame, GROUPBY);
  replaceSlot(groupby + VALUE, takeNativeLocal(frame, READ));
  replaceSlot(groupby + KEY, key);
  pollStop();
  return compareKeys(frame);
}

/** Is the current item of the run? A groupby then reads on, a grouper gives the item. */
function compareKeys(frame: Address): Owned {
  const groupby = nativeLocal(frame, GROUPBY);
  const asker = nativeLocal(frame, ASKER);
  const runKey = asker === 0 ? ptr(groupby + TARGET) : ptr(asker + RUN_KEY);
  const key = ptr(groupby + KEY);
  if (asker === 0 && runKey === 0) return giveRun(frame);
  if (runKey === key) return asker === 0 ? readOn(frame) : giveItem(frame);
  setStep(frame, STEP_COMPARED);
  newRef(runKey);
  newRef(key);
  const result = pushRichCompare(runKey, key, Py_EQ);
  decref(runKey);
  decref(key);
  return result === PUSHED ? PUSHED : compared(frame, result);
}

function compared(frame: Address, result: Owned): Owned {
  const equal = truthOfResult(result);
  if (equal < 0) return finishNative(frame, 0);
  if (nativeLocal(frame, ASKER) === 0) return equal > 0 ? readOn(frame) : giveRun(frame);
  return equal > 0 ? giveItem(frame) : finishNative(frame, 0);
}

const STEP_ITEM = text("groupby.item", itemRead);
const STEP_KEY = text("groupby.key", keyFound);
const STEP_COMPARED = text("groupby.compared", compared);

/** (key, grouper) of a run that begins. */
function giveRun(frame: Address): Owned {
  const groupby = nativeLocal(frame, GROUPBY);
  const key = ptr(groupby + KEY);
  replaceSlot(groupby + TARGET, newRef(key));
  const grouper = newGrouper(groupby, key);
  const result = grouper === 0 ? 0 : PyTuple_Pack(ptr(groupby + KEY), grouper);
  xdecref(grouper);
  return finishNative(frame, result);
}

function giveItem(frame: Address): Owned {
  const groupby = nativeLocal(frame, GROUPBY);
  const item = ptr(groupby + VALUE);
  setPtr(groupby + VALUE, 0);
  clearSlot(groupby + KEY);
  return finishNative(frame, item);
}

function groupby_next(o: Borrowed): Owned {
  setPtr(o + GROUPER, 0);
  const frame = openWalk(o, 0);
  if (frame === 0) return 0;
  // Items of the run that nobody has taken are passed over.
  return ptr(o + KEY) === 0 ? readOn(frame) : compareKeys(frame);
}

function newGrouper(groupby: Borrowed, key: Borrowed): Owned {
  const grouper = make(typeIn(grouperType), [
    [PARENT, newRef(groupby)],
    [RUN_KEY, newRef(key)],
  ]);
  setPtr(groupby + GROUPER, grouper);
  return grouper;
}

function grouper_next(o: Borrowed): Owned {
  const groupby = ptr(o + PARENT);
  if (ptr(groupby + GROUPER) !== o) return 0;
  const frame = openWalk(groupby, o);
  if (frame === 0) return 0;
  return ptr(groupby + VALUE) === 0 ? readOn(frame) : compareKeys(frame);
}

function groupby_reduce(o: Borrowed): Owned {
  if (!warnOfPickling()) return 0;
  const args = PyTuple_Pack(ptr(o + ITERATOR), ptr(o + KEY_FUNCTION));
  if (ptr(o + TARGET) === 0 || ptr(o + KEY) === 0 || ptr(o + VALUE) === 0) return reduced(o, args);
  return reduced(o, args, PyTuple_Pack(ptr(o + VALUE), ptr(o + TARGET), ptr(o + KEY)));
}

function groupby_setstate(o: Borrowed, state: Borrowed): Owned {
  if (!warnOfPickling()) return 0;
  if (!isTuple(state)) return raise(PyExc_TypeError, "state is not a tuple");
  if (sizeOf(state) !== 3) {
    return raise(PyExc_TypeError, `function takes exactly 3 arguments (${sizeOf(state)} given)`);
  }
  replaceSlot(o + VALUE, newRef(PyTuple_GET_ITEM(state, 0)));
  replaceSlot(o + TARGET, newRef(PyTuple_GET_ITEM(state, 1)));
  replaceSlot(o + KEY, newRef(PyTuple_GET_ITEM(state, 2)));
  return Py_None;
}

export const groupbyType = newModuleType({
  name: "itertools.groupby",
  basicsize: groupbyobject.sizeof,
  flags: FLAGS,
  slots: {
    ...iteratorSlots(ITERATOR, KEY_FUNCTION, TARGET, KEY, VALUE),
    tp_new: groupby_new,
    tp_iternext: groupby_next,
  },
  methods: [
    ["__reduce__", "()", groupby_reduce],
    ["__setstate__", "(object, /)", groupby_setstate],
  ],
});

function grouper_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  if (!refuseKeywords("_grouper", type, typeIn(grouperType), keywords)) return 0;
  if (!checkPositional("_grouper", args, 2, 2)) return 0;
  const parent = PyTuple_GET_ITEM(args, 0);
  if (!isInstanceOf(parent, typeIn(groupbyType))) {
    return raise(PyExc_TypeError, `_grouper() argument 1 must be itertools.groupby, not ${argumentTypeName(parent)}`);
  }
  return newGrouper(parent, PyTuple_GET_ITEM(args, 1));
}

const id_iter = identifier("iter");

function grouper_reduce(o: Borrowed): Owned {
  if (!warnOfPickling()) return 0;
  const parent = ptr(o + PARENT);
  if (ptr(parent + GROUPER) === o) return reduced(o, PyTuple_Pack(parent, ptr(o + RUN_KEY)));
  const iter = builtin(id_iter);
  const args = iter === 0 ? 0 : PyTuple_Pack(emptyTuple);
  const result = args === 0 ? 0 : PyTuple_Pack(iter, args);
  xdecref(iter);
  xdecref(args);
  return result;
}

const slots = iteratorSlots(PARENT, RUN_KEY);
export const grouperType = newModuleType({
  name: "itertools._grouper",
  basicsize: _grouperobject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC,
  slots: {
    ...slots,
    tp_new: grouper_new,
    tp_iternext: grouper_next,
    tp_dealloc: (o: Address): void => {
      const parent = ptr(o + PARENT);
      if (parent !== 0 && ptr(parent + GROUPER) === o) setPtr(parent + GROUPER, 0);
      slots.tp_dealloc(o);
    },
  },
  methods: [["__reduce__", "()", grouper_reduce]],
});
