// Iterators over deques, from the left and from the right.
// Invariant: an iterator whose deque has changed since it was made has counter 0 once the change was noticed.

import { type Borrowed, copyWide, type Owned, ptr, setPtr, setSsize, ssize } from "../../memory/memory.ts";
import { BLOCK, dequeiterobject, dequeobject } from "../../memory/structs/containers.ts";
import { genericGetAttr } from "../../objects/attributes.ts";
import { convertSsize } from "../../objects/convert.ts";
import { declareModuleType, reserveTypeCell } from "../../objects/declare.ts";
import { argumentTypeName, PyErr_Occurred, raise, typeName } from "../../objects/errors.ts";
import { PyLong_FromNumber } from "../../objects/long_core.ts";
import {
  decref,
  isInstanceOf,
  newRef,
  Py_TPFLAGS_HAVE_GC,
  sizeOf,
  type TypeCell,
  typeIn,
  typeOf,
} from "../../objects/object.ts";
import { PyTuple_GET_ITEM, PyTuple_Pack } from "../../objects/tuple_core.ts";
import { PyExc_RuntimeError, PyExc_TypeError } from "../../objects/types.ts";
import { allocate, deallocator, traverser } from "../type_support.ts";
import { BLOCKLEN, dequeType, itemSlot } from "./deque_core.ts";

const DEQUE = dequeiterobject.deque;
const INDEX = dequeiterobject.index;
const LEFT = dequeiterobject.counter;

export const dequeIteratorType = reserveTypeCell();
export const dequeReverseIteratorType = reserveTypeCell();

function newIterator(type: Borrowed, deque: Borrowed, reverse: boolean): Owned {
  const o = allocate(type);
  if (o === 0) return 0;
  setPtr(o + dequeiterobject.b, ptr(deque + (reverse ? dequeobject.rightblock : dequeobject.leftblock)));
  setSsize(o + INDEX, ssize(deque + (reverse ? dequeobject.rightindex : dequeobject.leftindex)));
  setPtr(o + DEQUE, newRef(deque));
  copyWide(o + dequeiterobject.state, deque + dequeobject.state);
  setSsize(o + LEFT, sizeOf(deque));
  return o;
}

export function deque_iter(deque: Borrowed): Owned {
  return newIterator(typeIn(dequeIteratorType), deque, false);
}

export function deque_reversed(deque: Borrowed): Owned {
  return newIterator(typeIn(dequeReverseIteratorType), deque, true);
}

/** Whether the deque is as it was when the iterator was made; false with RuntimeError set. */
function isUnchanged(o: Borrowed): boolean {
  if (ssize(ptr(o + DEQUE) + dequeobject.state) === ssize(o + dequeiterobject.state)) return true;
  setSsize(o + LEFT, 0);
  raise(PyExc_RuntimeError, "deque mutated during iteration");
  return false;
}

function dequeiter_next(o: Borrowed): Owned {
  const left = ssize(o + LEFT);
  if (!isUnchanged(o) || left === 0) return 0;
  const block = ptr(o + dequeiterobject.b);
  const index = ssize(o + INDEX);
  const item = ptr(itemSlot(block, index));
  setSsize(o + LEFT, left - 1);
  if (index === BLOCKLEN - 1 && left > 1) {
    setPtr(o + dequeiterobject.b, ptr(block + BLOCK.rightlink));
    setSsize(o + INDEX, 0);
  } else setSsize(o + INDEX, index + 1);
  return newRef(item);
}

function dequereviter_next(o: Borrowed): Owned {
  const left = ssize(o + LEFT);
  if (left === 0 || !isUnchanged(o)) return 0;
  const block = ptr(o + dequeiterobject.b);
  const index = ssize(o + INDEX);
  const item = ptr(itemSlot(block, index));
  setSsize(o + LEFT, left - 1);
  if (index === 0 && left > 1) {
    setPtr(o + dequeiterobject.b, ptr(block + BLOCK.leftlink));
    setSsize(o + INDEX, BLOCKLEN - 1);
  } else setSsize(o + INDEX, index - 1);
  return newRef(item);
}

function reduce(o: Borrowed): Owned {
  const index = PyLong_FromNumber(sizeOf(ptr(o + DEQUE)) - ssize(o + LEFT));
  const args = index === 0 ? 0 : PyTuple_Pack(ptr(o + DEQUE), index);
  if (index !== 0) decref(index);
  const result = args === 0 ? 0 : PyTuple_Pack(typeOf(o), args);
  if (args !== 0) decref(args);
  return result;
}

function declareIterator(type: TypeCell, name: string, reverse: boolean, next: (o: Borrowed) => Owned): void {
  const make = (cls: Borrowed, args: Borrowed): Owned => {
    const count = sizeOf(args);
    if (count < 1) return raise(PyExc_TypeError, "function takes at least 1 argument (0 given)");
    if (count > 2) return raise(PyExc_TypeError, `function takes at most 2 arguments (${count} given)`);
    const deque = PyTuple_GET_ITEM(args, 0);
    if (!isInstanceOf(deque, typeIn(dequeType))) {
      const wanted = typeName(typeIn(dequeType));
      return raise(PyExc_TypeError, `argument 1 must be ${wanted}, not ${argumentTypeName(deque)}`);
    }
    const skip = count > 1 ? convertSsize(PyTuple_GET_ITEM(args, 1)) : 0;
    if (skip === -1 && PyErr_Occurred()) return 0;
    const o = newIterator(cls, deque, reverse);
    for (let i = 0; o !== 0 && i < skip; i++) {
      const item = next(o);
      if (item === 0) break;
      decref(item);
    }
    return o;
  };
  declareModuleType(type, {
    name: `collections.${name}`,
    basicsize: dequeiterobject.sizeof,
    flags: Py_TPFLAGS_HAVE_GC,
    slots: {
      tp_new: make,
      tp_dealloc: deallocator(DEQUE),
      tp_traverse: traverser(DEQUE),
      tp_iter: newRef,
      tp_iternext: next,
      tp_getattro: genericGetAttr,
    },
    methods: [
      ["__length_hint__", "()", (o: Borrowed) => PyLong_FromNumber(ssize(o + LEFT))],
      ["__reduce__", "()", reduce],
    ],
  });
}

declareIterator(dequeIteratorType, "_deque_iterator", false, dequeiter_next);
declareIterator(dequeReverseIteratorType, "_deque_reverse_iterator", true, dequereviter_next);
