// itertools.chain: one iterable after the other.
//
// Invariant: an iterator that has ended stays at its end: its source is null.

import { type Address, type Borrowed, type Owned, ptr, setPtr } from "../../memory/memory.ts";
import { OBJECT_HEAD, struct } from "../../memory/struct.ts";
import { text } from "../../memory/text.ts";
import { checkIterator, isIterator, PyObject_GetIter, pushGetIter, pushIterNext } from "../../objects/abstract.ts";
import { newModuleType } from "../../objects/declare.ts";
import { clearStopIteration, raise } from "../../objects/errors.ts";
import { finishNative, nativeLocal, PUSHED, setStep } from "../../objects/frames.ts";
import { genericAlias } from "../../objects/generic_alias_call.ts";
import { clearSlot, decref, isTuple, newRef, replaceSlot, sizeOf, typeIn } from "../../objects/object.ts";
import { pollStop } from "../../objects/stop_poll.ts";
import { emptyTuple, PyTuple_GET_ITEM, PyTuple_Pack } from "../../objects/tuple_core.ts";
import { Py_None, PyExc_TypeError } from "../../objects/types.ts";
import { refuseKeywords } from "../type_support.ts";
import { FLAGS, iteratorSlots, make, openFrame, reduced, warnOfPickling } from "./support.ts";

const chainobject = struct("chainobject", 32, {
  ...OBJECT_HEAD,
  source: [16, "ptr", "iterator over iterables; null at the end"],
  active: [24, "ptr", "iterator that gives items now, or null"],
});
const SOURCE = chainobject.source;
const ACTIVE = chainobject.active;

function chain_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  if (!refuseKeywords("chain", type, typeIn(chainType), keywords)) return 0;
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
    pollStop();
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

function chain_reduce(o: Borrowed): Owned {
  if (!warnOfPickling()) return 0;
  const source = ptr(o + SOURCE);
  if (source === 0) return reduced(o, newRef(emptyTuple));
  const active = ptr(o + ACTIVE);
  return reduced(o, newRef(emptyTuple), active === 0 ? PyTuple_Pack(source) : PyTuple_Pack(source, active));
}

function chain_setstate(o: Borrowed, state: Borrowed): Owned {
  if (!warnOfPickling()) return 0;
  if (!isTuple(state)) return raise(PyExc_TypeError, "state is not a tuple");
  const count = sizeOf(state);
  if (count < 1) return raise(PyExc_TypeError, `function takes at least 1 argument (${count} given)`);
  if (count > 2) return raise(PyExc_TypeError, `function takes at most 2 arguments (${count} given)`);
  for (let i = 0; i < count; i++) {
    if (!isIterator(PyTuple_GET_ITEM(state, i))) return raise(PyExc_TypeError, "Arguments must be iterators.");
  }
  replaceSlot(o + SOURCE, newRef(PyTuple_GET_ITEM(state, 0)));
  replaceSlot(o + ACTIVE, count > 1 ? newRef(PyTuple_GET_ITEM(state, 1)) : 0);
  return Py_None;
}

export const chainType = newModuleType({
  name: "itertools.chain",
  basicsize: chainobject.sizeof,
  flags: FLAGS,
  slots: {
    tp_new: chain_new,
    ...iteratorSlots(SOURCE, ACTIVE),
    tp_iternext: chain_next,
  },
  methods: [
    [
      "from_iterable",
      "@classmethod (iterable, /)",
      (type: Borrowed, iterable: Borrowed) => make(type, [[SOURCE, PyObject_GetIter(iterable)]]),
    ],
    ["__reduce__", "()", chain_reduce],
    ["__setstate__", "(object, /)", chain_setstate],
    ["__class_getitem__", "@classmethod (object, /)", genericAlias],
  ],
});
