// itertools: iterators made of other iterators. What an iterator asks others for, or calls, may be Python: each answer is
// then collected in a native frame whose local 0 is the iterator itself.
//
// Invariant: an item taken is given on or released, whoever fails; an iterator that has ended stays at its end.
import { type Address, type Borrowed, type Owned, ptr, setPtr, setSsize, ssize } from "../memory/memory.ts";
import { OBJECT_HEAD, struct } from "../memory/struct.ts";
import { text } from "../memory/text.ts";
import { checkIterator, PyObject_GetIter, PyObject_Repr, pushGetIter, pushIterNext } from "../objects/abstract.ts";
import { genericGetAttr } from "../objects/attributes.ts";
import { pushCall } from "../objects/call_object.ts";
import { convertSsize, SSIZE_MAX } from "../objects/convert.ts";
import { declareModule, newStaticType } from "../objects/declare.ts";
import { dictUsed, PyDict_GetItemWithError } from "../objects/dict_core.ts";
import { clearStopIteration, PyErr_Clear, PyErr_NoMemory, PyErr_Occurred, raise } from "../objects/errors.ts";
import { finishNative, nativeLocal, PUSHED, pushNative, setNativeLocal, setStep } from "../objects/frames.ts";
import { Py_GenericAlias } from "../objects/generic_alias.ts";
import { identifier } from "../objects/identifiers.ts";
import { PySequence_Tuple } from "../objects/list_extend.ts";
import { PyLong_FromNumber } from "../objects/long_core.ts";
import {
  clearSlot,
  decref,
  isInt,
  isTuple,
  newRef,
  Py_TPFLAGS_BASETYPE,
  Py_TPFLAGS_HAVE_GC,
  sizeOf,
  xdecref,
} from "../objects/object.ts";
import { PyTuple_GET_ITEM } from "../objects/tuple_core.ts";
import { Py_None, PyExc_TypeError, PyExc_ValueError } from "../objects/types.ts";
import {
  UnicodeWriter_Finish,
  UnicodeWriter_New,
  UnicodeWriter_WriteASCIIString,
  UnicodeWriter_WriteStr,
} from "../objects/unicode_writer.ts";
import { setStolen } from "./make_module.ts";
import {
  allocate,
  checkPositional,
  clearer,
  deallocator,
  hasKeywords,
  refuseKeywords,
  traverser,
} from "./type_support.ts";

const FLAGS = Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_BASETYPE;

/** A new instance that owns the two values given at the offsets; releases them when there is no memory. */
function make(type: Borrowed, fields: readonly (readonly [offset: number, value: Owned])[]): Owned {
  const complete = fields.every(([, value]) => value !== 0);
  const o = complete ? allocate(type) : 0;
  for (const [offset, value] of fields) {
    if (o !== 0) setPtr(o + offset, value);
    else xdecref(value);
  }
  return o;
}

function openFrame(o: Borrowed, step: Address): Address {
  const frame = pushNative(step, 1);
  if (frame === 0) return PyErr_NoMemory();
  setNativeLocal(frame, 0, newRef(o));
  return frame;
}

/** name(repr, …) of objects. Owned. */
function show(name: string, ...values: Borrowed[]): Owned {
  const writer = UnicodeWriter_New(true);
  let ok = writer !== 0 && UnicodeWriter_WriteASCIIString(writer, `${name}(`);
  values.forEach((value, index) => {
    const shown = ok ? PyObject_Repr(value) : 0;
    ok =
      shown !== 0 &&
      (index === 0 || UnicodeWriter_WriteASCIIString(writer, ", ")) &&
      UnicodeWriter_WriteStr(writer, shown);
    xdecref(shown);
  });
  ok = ok && UnicodeWriter_WriteASCIIString(writer, ")");
  if (ok) return UnicodeWriter_Finish(writer);
  xdecref(writer);
  return 0;
}

// -- chain ---------------------------------------------------------------------------------------------------------------

const chainobject = struct("chainobject", 32, {
  ...OBJECT_HEAD,
  source: [16, "ptr", "iterator over iterables; null at the end"],
  active: [24, "ptr", "iterator that gives items now, or null"],
});
const SOURCE = chainobject.source;
const ACTIVE = chainobject.active;

function chain_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  if (!refuseKeywords("chain", type, chainType, keywords)) return 0;
  return make(type, [[SOURCE, PyObject_GetIter(args)]]);
}

function chain_next(o: Borrowed): Owned {
  if (ptr(o + SOURCE) === 0) return 0;
  const frame = openFrame(o, STEP_CHAIN_ITEM);
  return frame === 0 ? 0 : chainOn(frame);
}

function chainOn(frame: Address): Owned {
  const chain = nativeLocal(frame, 0);
  for (;;) {
    if (ptr(chain + ACTIVE) === 0) {
      if (ptr(chain + SOURCE) === 0) return finishNative(frame, 0);
      setStep(frame, STEP_CHAIN_ITERABLE);
      const iterable = pushIterNext(ptr(chain + SOURCE));
      if (iterable === PUSHED) return PUSHED;
      const opened = openIterable(frame, iterable);
      if (opened !== OPENED) return opened;
    }
    setStep(frame, STEP_CHAIN_ITEM);
    const item = pushIterNext(ptr(chain + ACTIVE));
    if (item === PUSHED) return PUSHED;
    if (item !== 0) return finishNative(frame, item);
    if (!clearStopIteration()) return finishNative(frame, 0);
    clearSlot(chain + ACTIVE);
  }
}

/** The active iterator is there: go on. */
const OPENED = -1;

function openIterable(frame: Address, iterable: Owned): number {
  if (iterable === 0) return endChain(frame);
  setStep(frame, STEP_CHAIN_ITERATOR);
  const iterator = pushGetIter(iterable);
  decref(iterable);
  return iterator === PUSHED ? PUSHED : activate(frame, iterator);
}

function activate(frame: Address, delivered: Owned): number {
  const iterator = checkIterator(delivered);
  if (iterator === 0) return endChain(frame);
  setPtr(nativeLocal(frame, 0) + ACTIVE, iterator);
  return OPENED;
}

function endChain(frame: Address): Owned {
  clearSlot(nativeLocal(frame, 0) + SOURCE);
  return finishNative(frame, 0);
}

const STEP_CHAIN_ITERABLE = text("chain_next.iterable", (frame: Address, iterable: Owned): Owned => {
  const opened = openIterable(frame, iterable);
  return opened === OPENED ? chainOn(frame) : opened;
});
const STEP_CHAIN_ITERATOR = text("chain_next.iterator", (frame: Address, iterator: Owned): Owned => {
  const opened = activate(frame, iterator);
  return opened === OPENED ? chainOn(frame) : opened;
});
const STEP_CHAIN_ITEM = text("chain_next.item", (frame: Address, item: Owned): Owned => {
  if (item !== 0) return finishNative(frame, item);
  if (!clearStopIteration()) return finishNative(frame, 0);
  clearSlot(nativeLocal(frame, 0) + ACTIVE);
  return chainOn(frame);
});

const chainType: Address = newStaticType({
  name: "itertools.chain",
  basicsize: chainobject.sizeof,
  flags: FLAGS,
  doc: "chain(*iterables)\n--\n\nReturn a chain object whose .__next__() method returns elements from the\nfirst iterable until it is exhausted, then elements from the next\niterable, until all of the iterables are exhausted.",
  slots: {
    tp_new: chain_new,
    tp_dealloc: deallocator(SOURCE, ACTIVE),
    tp_traverse: traverser(SOURCE, ACTIVE),
    tp_clear: clearer(SOURCE, ACTIVE),
    tp_iter: newRef,
    tp_iternext: chain_next,
    tp_getattro: genericGetAttr,
  },
  methods: [
    [
      "from_iterable",
      "@classmethod (iterable, /)",
      (type: Borrowed, iterable: Borrowed) => make(type, [[SOURCE, PyObject_GetIter(iterable)]]),
      "Alternative chain() constructor taking a single iterable argument that evaluates lazily.",
    ],
    [
      "__class_getitem__",
      "@classmethod (object, /)",
      (cls: Borrowed, item: Borrowed) => Py_GenericAlias(cls, item),
      "See PEP 585",
    ],
  ],
});

// -- repeat --------------------------------------------------------------------------------------------------------------

const repeatobject = struct("repeatobject", 32, {
  ...OBJECT_HEAD,
  element: [16, "ptr", "what is given"],
  cnt: [24, "ssize", "times left; -1: for ever"],
});
const ELEMENT = repeatobject.element;
const TIMES = repeatobject.cnt;
const id_object = identifier("object");
const id_times = identifier("times");

/** The value at an index of args, or by name; 0 when not given. */
function argument(args: Borrowed, keywords: Borrowed, index: number, name: Borrowed): Borrowed {
  if (index < sizeOf(args)) return PyTuple_GET_ITEM(args, index);
  return hasKeywords(keywords) ? PyDict_GetItemWithError(keywords, name) : 0;
}

function repeat_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  const given = sizeOf(args) + (hasKeywords(keywords) ? dictUsed(keywords) : 0);
  if (given > 2) return raise(PyExc_TypeError, `repeat() takes at most 2 arguments (${given} given)`);
  const element = argument(args, keywords, 0, id_object);
  if (element === 0) return raise(PyExc_TypeError, "repeat() missing required argument 'object' (pos 1)");
  const times = argument(args, keywords, 1, id_times);
  const count = times === 0 ? -1 : convertSsize(times);
  if (count === -1 && PyErr_Occurred()) return 0;
  const o = make(type, [[ELEMENT, newRef(element)]]);
  if (o !== 0) setSsize(o + TIMES, times !== 0 && count < 0 ? 0 : count);
  return o;
}

function repeat_next(o: Borrowed): Owned {
  const left = ssize(o + TIMES);
  if (left === 0) return 0;
  if (left > 0) setSsize(o + TIMES, left - 1);
  return newRef(ptr(o + ELEMENT));
}

function repeat_repr(o: Borrowed): Owned {
  const left = ssize(o + TIMES);
  if (left === -1) return show("repeat", ptr(o + ELEMENT));
  const count = PyLong_FromNumber(left);
  const shown = show("repeat", ptr(o + ELEMENT), count);
  decref(count);
  return shown;
}

const repeatType = newStaticType({
  name: "itertools.repeat",
  basicsize: repeatobject.sizeof,
  flags: FLAGS,
  doc: "repeat(object [,times]) -> create an iterator which returns the object\nfor the specified number of times.  If not specified, returns the object\nendlessly.",
  slots: {
    tp_new: repeat_new,
    tp_dealloc: deallocator(ELEMENT),
    tp_traverse: traverser(ELEMENT),
    tp_iter: newRef,
    tp_iternext: repeat_next,
    tp_repr: repeat_repr,
    tp_getattro: genericGetAttr,
  },
  methods: [
    [
      "__length_hint__",
      "()",
      (o: Borrowed) =>
        ssize(o + TIMES) === -1
          ? raise(PyExc_TypeError, "len() of unsized object")
          : PyLong_FromNumber(ssize(o + TIMES)),
      "Private method returning an estimate of len(list(it)).",
    ],
  ],
});

// -- starmap -------------------------------------------------------------------------------------------------------------

const starmapobject = struct("starmapobject", 32, {
  ...OBJECT_HEAD,
  func: [16, "ptr", "the function"],
  it: [24, "ptr", "iterator over rows of arguments"],
});
const FUNC = starmapobject.func;
const ROWS = starmapobject.it;

function starmap_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  if (!refuseKeywords("starmap", type, starmapType, keywords) || !checkPositional("starmap", args, 2, 2)) return 0;
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

const starmapType: Address = newStaticType({
  name: "itertools.starmap",
  basicsize: starmapobject.sizeof,
  flags: FLAGS,
  doc: "starmap(function, iterable, /)\n--\n\nReturn an iterator whose values are returned from the function evaluated with an argument tuple taken from the given sequence.",
  slots: {
    tp_new: starmap_new,
    tp_dealloc: deallocator(FUNC, ROWS),
    tp_traverse: traverser(FUNC, ROWS),
    tp_iter: newRef,
    tp_iternext: starmap_next,
    tp_getattro: genericGetAttr,
  },
});

// -- islice --------------------------------------------------------------------------------------------------------------

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

/** An index of 0 or more, or the default for None; -1 with ValueError set. */
function sliceArgument(o: Borrowed, missing: number, least: number, message: string): number {
  if (o === Py_None) return missing;
  const value = convertSsize(o);
  if (value >= least) return value;
  if (PyErr_Occurred()) PyErr_Clear();
  raise(PyExc_ValueError, message);
  return -1;
}

function islice_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  if (!refuseKeywords("islice", type, isliceType, keywords) || !checkPositional("islice", args, 2, 4)) return 0;
  const count = sizeOf(args);
  const item = (index: number): Borrowed => (index < count ? PyTuple_GET_ITEM(args, index) : Py_None);
  let start = 0;
  if (count > 2) {
    start = sliceArgument(item(1), 0, 0, `Indices for islice() ${ISLICE_RANGE}`);
    if (start < 0) return 0;
  }
  const limit = item(count === 2 ? 1 : 2);
  const isBadNumber = count > 2 && isInt(limit) && convertSsize(limit) < -1;
  const stop = sliceArgument(limit, -1, 0, `${isBadNumber ? "Indices" : "Stop argument"} for islice() ${ISLICE_RANGE}`);
  if (PyErr_Occurred()) return 0;
  const step = sliceArgument(item(3), 1, 1, "Step for islice() must be a positive integer or None.");
  if (step < 0) return 0;
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
    if (answer !== OPENED) return answer;
  }
}

/** The answer when the item is the one wanted or there is none; OPENED to go on. */
function sliceItem(frame: Address, item: Owned): number {
  const o = nativeLocal(frame, 0);
  if (item === 0) return endSlice(frame);
  const count = ssize(o + isliceobject.cnt);
  const next = ssize(o + isliceobject.next);
  setSsize(o + isliceobject.cnt, count + 1);
  if (count < next) {
    decref(item);
    return OPENED;
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
  return answer === OPENED ? sliceOn(frame) : answer;
});

const isliceType: Address = newStaticType({
  name: "itertools.islice",
  basicsize: isliceobject.sizeof,
  flags: FLAGS,
  doc: "islice(iterable, stop) --> islice object\nislice(iterable, start, stop[, step]) --> islice object\n\nReturn an iterator whose next() method returns selected values from an\niterable.  If start is specified, will skip all preceding elements;\notherwise, start defaults to zero.  Step defaults to one.  If\nspecified as another value, step determines how many values are\nskipped between successive calls.  Works like a slice() on a list\nbut returns an iterator.",
  slots: {
    tp_new: islice_new,
    tp_dealloc: deallocator(SLICED),
    tp_traverse: traverser(SLICED),
    tp_iter: newRef,
    tp_iternext: islice_next,
    tp_getattro: genericGetAttr,
  },
});

declareModule({
  name: "itertools",
  doc: "Functional tools for creating and using iterators.",
  exec: (_module, dict) => {
    const types: readonly [string, Borrowed][] = [
      ["chain", chainType],
      ["repeat", repeatType],
      ["starmap", starmapType],
      ["islice", isliceType],
    ];
    for (const [name, type] of types) if (setStolen(dict, name, newRef(type)) < 0) return -1;
    return 0;
  },
});
