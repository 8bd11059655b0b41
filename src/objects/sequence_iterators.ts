// Iterators over lists (both ways) and tuples. All have the same two fields, index and sequence.
// Invariant: the sequence is null once the iterator is exhausted, for good; a list iterator's index is -1 then, too.
import { gcFree, gcNewVar, gcTrack, gcUntrack } from "../gc/link.ts";
import { type Address, type Borrowed, i32, type Owned, ptr, setPtr, setSsize } from "../memory/memory.ts";
import { _PyListIterObject } from "../memory/structs/iterators.ts";
import { convertWideSsize } from "./convert.ts";
import { declareType, type MethodRow } from "./declare.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise } from "./errors.ts";
import { identifier } from "./identifiers.ts";
import { PyList_GET_ITEM, PyList_New } from "./list_core.ts";
import { PyLong_FromNumber } from "./long_core.ts";
import { decref, initObject, isInt, newRef, Py_TPFLAGS_HAVE_GC, sizeOf, xdecref } from "./object.ts";
import { builtin } from "./reduce_names.ts";
import { longOfSsize } from "./ssize.ts";
import { emptyTuple, PyTuple_GET_ITEM, PyTuple_Pack } from "./tuple_core.ts";
import { Py_None, PyExc_TypeError, PyListIter_Type, PyListRevIter_Type, PyTupleIter_Type } from "./types.ts";

const INDEX = _PyListIterObject.it_index;
const SEQUENCE = _PyListIterObject.it_seq;
const ITER = identifier("iter");
const REVERSED = identifier("reversed");

type Visit = (o: Borrowed) => number;

/** A tracked iterator of a type with the two fields; 0 with an error set. */
export function newIndexIterator(type: Address, sequence: Borrowed, index: number): Owned {
  const iterator = gcNewVar(type, _PyListIterObject.sizeof);
  if (iterator === 0) return PyErr_NoMemory();
  initObject(iterator, type);
  setSsize(iterator + INDEX, index);
  setPtr(iterator + SEQUENCE, newRef(sequence));
  gcTrack(iterator);
  return iterator;
}

/** The iterator is exhausted: lets the sequence go. Answers 0, the end. */
export function dropSequence(iterator: Borrowed): 0 {
  const sequence = ptr(iterator + SEQUENCE);
  if (sequence !== 0) {
    setPtr(iterator + SEQUENCE, 0);
    decref(sequence);
  }
  return 0;
}

export function indexIteratorDealloc(iterator: Address): void {
  gcUntrack(iterator);
  xdecref(ptr(iterator + SEQUENCE));
  gcFree(iterator);
}

export function indexIteratorTraverse(iterator: Address, visit: Visit): number {
  const sequence = ptr(iterator + SEQUENCE);
  return sequence === 0 ? 0 : visit(sequence);
}

/** The argument of __setstate__, as ssize.ts has it; -1 may be an error. */
export function stateIndex(state: Borrowed): number {
  if (isInt(state)) return convertWideSsize(state);
  raise(PyExc_TypeError, "an integer is required");
  return -1;
}

/** (builtin, (value,), index), or (builtin, (value,)) for an index that is not a number. Takes function and value. */
export function reduceIterator(makeFunction: Owned, value: Owned, index: number): Owned {
  const args = makeFunction === 0 || value === 0 ? 0 : PyTuple_Pack(value);
  let result: Owned = 0;
  if (args !== 0) {
    if (index !== index) result = PyTuple_Pack(makeFunction, args);
    else {
      const position = longOfSsize(index);
      if (position !== 0) {
        result = PyTuple_Pack(makeFunction, args, position);
        decref(position);
      }
    }
    decref(args);
  }
  xdecref(makeFunction);
  xdecref(value);
  return result === 0 && PyErr_Occurred() === 0 ? PyErr_NoMemory() : result;
}

export const NO_INDEX = Number.NaN;

function listiter_next(iterator: Borrowed): Owned {
  const list = ptr(iterator + SEQUENCE);
  if (list === 0) return 0;
  const index = i32(iterator + INDEX);
  if (index >= 0 && index < sizeOf(list)) {
    setSsize(iterator + INDEX, index + 1);
    return newRef(PyList_GET_ITEM(list, index));
  }
  if (index < 0) return 0;
  setSsize(iterator + INDEX, -1);
  return dropSequence(iterator);
}

function listreviter_next(iterator: Borrowed): Owned {
  const list = ptr(iterator + SEQUENCE);
  const index = i32(iterator + INDEX);
  if (list === 0 || index < 0) return 0;
  if (index < sizeOf(list)) {
    setSsize(iterator + INDEX, index - 1);
    return newRef(PyList_GET_ITEM(list, index));
  }
  setSsize(iterator + INDEX, -1);
  return dropSequence(iterator);
}

function tupleiter_next(iterator: Borrowed): Owned {
  const tuple = ptr(iterator + SEQUENCE);
  if (tuple === 0) return 0;
  const index = i32(iterator + INDEX);
  if (index < sizeOf(tuple)) {
    setSsize(iterator + INDEX, index + 1);
    return newRef(PyTuple_GET_ITEM(tuple, index));
  }
  return dropSequence(iterator);
}

const number = (value: number): Owned => PyLong_FromNumber(value) || PyErr_NoMemory();

function leftForwards(iterator: Borrowed): Owned {
  const sequence = ptr(iterator + SEQUENCE);
  const index = i32(iterator + INDEX);
  return number(sequence === 0 || index < 0 ? 0 : Math.max(sizeOf(sequence) - index, 0));
}

function leftBackwards(iterator: Borrowed): Owned {
  const list = ptr(iterator + SEQUENCE);
  const left = i32(iterator + INDEX) + 1;
  return number(list === 0 || sizeOf(list) < left ? 0 : left);
}

function reduceList(name: Address): (iterator: Borrowed) => Owned {
  return (iterator) => {
    // The name is looked up first: its lookup may run code that ends the iterator.
    const make = builtin(name);
    if (make === 0) return 0;
    const list = ptr(iterator + SEQUENCE);
    const index = i32(iterator + INDEX);
    return list !== 0 && index >= 0
      ? reduceIterator(make, newRef(list), index)
      : reduceIterator(make, PyList_New(0), NO_INDEX);
  };
}

function tupleiter_reduce(iterator: Borrowed): Owned {
  const make = builtin(ITER);
  if (make === 0) return 0;
  const tuple = ptr(iterator + SEQUENCE);
  return tuple !== 0
    ? reduceIterator(make, newRef(tuple), i32(iterator + INDEX))
    : reduceIterator(make, emptyTuple, NO_INDEX);
}

/** __setstate__ with the index between least and size - beforeEnd. */
function setState(least: number, beforeEnd: number): (iterator: Borrowed, state: Borrowed) => Owned {
  return (iterator, state) => {
    const index = stateIndex(state);
    if (index === -1 && PyErr_Occurred() !== 0) return 0;
    const sequence = ptr(iterator + SEQUENCE);
    if (sequence !== 0) {
      const most = sizeOf(sequence) - beforeEnd;
      setSsize(iterator + INDEX, index < least ? least : index > most ? most : index);
    }
    return Py_None;
  };
}

function declareIterator(
  type: Address,
  name: string,
  next: (iterator: Borrowed) => Owned,
  left: (iterator: Borrowed) => Owned,
  reduce: (iterator: Borrowed) => Owned,
  setstate: (iterator: Borrowed, state: Borrowed) => Owned,
): void {
  const methods: MethodRow[] = [
    ["__length_hint__", "()", left],
    ["__reduce__", "()", reduce],
    ["__setstate__", "(object, /)", setstate],
  ];
  declareType(type, {
    name,
    basicsize: _PyListIterObject.sizeof,
    flags: Py_TPFLAGS_HAVE_GC,
    slots: {
      tp_dealloc: indexIteratorDealloc,
      tp_traverse: indexIteratorTraverse,
      tp_iter: newRef,
      tp_iternext: next,
    },
    methods,
  });
}

declareIterator(PyListIter_Type, "list_iterator", listiter_next, leftForwards, reduceList(ITER), setState(-1, 0));
declareIterator(
  PyListRevIter_Type,
  "list_reverseiterator",
  listreviter_next,
  leftBackwards,
  reduceList(REVERSED),
  setState(-1, 1),
);
declareIterator(PyTupleIter_Type, "tuple_iterator", tupleiter_next, leftForwards, tupleiter_reduce, setState(0, 0));
