// Iterators over bytes and bytearray: ints by index.
// Invariant: the sequence is null once the iterator is exhausted, for good.
import { type Address, type Borrowed, i32, type Owned, ptr, setSsize, u8 } from "../memory/memory.ts";
import { _PyListIterObject as IndexIterator } from "../memory/structs/iterators.ts";
import { PyByteArrayObject, PyBytesObject } from "../memory/structs/text.ts";
import { declareType } from "./declare.ts";
import { PyErr_NoMemory, PyErr_Occurred } from "./errors.ts";
import { identifier } from "./identifiers.ts";
import { PyLong_FromNumber, smallInt } from "./long_core.ts";
import { newRef, Py_TPFLAGS_HAVE_GC, sizeOf } from "./object.ts";
import { builtin } from "./reduce_names.ts";
import {
  dropSequence,
  indexIteratorDealloc,
  indexIteratorTraverse,
  newIndexIterator,
  reduceIterator,
  stateIndex,
} from "./sequence_iterators.ts";
import { emptyTuple } from "./tuple_core.ts";
import { Py_None, PyByteArrayIter_Type, PyBytesIter_Type } from "./types.ts";

const INDEX = IndexIterator.it_index;
const SEQUENCE = IndexIterator.it_seq;
const ITER = identifier("iter");

export function bytes_iter(o: Borrowed): Owned {
  return newIndexIterator(PyBytesIter_Type, o, 0);
}

export function bytearray_iter(o: Borrowed): Owned {
  return newIndexIterator(PyByteArrayIter_Type, o, 0);
}

function declareIterator(type: Address, name: string, dataOf: (o: Borrowed) => Address): void {
  function next(iterator: Borrowed): Owned {
    const o = ptr(iterator + SEQUENCE);
    if (o === 0) return 0;
    const index = i32(iterator + INDEX);
    if (index >= sizeOf(o)) return dropSequence(iterator);
    setSsize(iterator + INDEX, index + 1);
    return smallInt(u8(dataOf(o) + index));
  }
  function left(iterator: Borrowed): Owned {
    const o = ptr(iterator + SEQUENCE);
    return PyLong_FromNumber(o === 0 ? 0 : Math.max(sizeOf(o) - i32(iterator + INDEX), 0)) || PyErr_NoMemory();
  }
  function reduce(iterator: Borrowed): Owned {
    const make = builtin(ITER);
    if (make === 0) return 0;
    const o = ptr(iterator + SEQUENCE);
    return o === 0
      ? reduceIterator(make, emptyTuple, Number.NaN)
      : reduceIterator(make, newRef(o), i32(iterator + INDEX));
  }
  function setState(iterator: Borrowed, state: Borrowed): Owned {
    const index = stateIndex(state);
    if (index === -1 && PyErr_Occurred() !== 0) return 0;
    const o = ptr(iterator + SEQUENCE);
    if (o !== 0) setSsize(iterator + INDEX, Math.max(0, Math.min(index, sizeOf(o))));
    return Py_None;
  }
  declareType(type, {
    name,
    basicsize: IndexIterator.sizeof,
    flags: Py_TPFLAGS_HAVE_GC,
    slots: {
      tp_dealloc: indexIteratorDealloc,
      tp_traverse: indexIteratorTraverse,
      tp_iter: newRef,
      tp_iternext: next,
    },
    methods: [
      ["__length_hint__", "()", left],
      ["__reduce__", "()", reduce],
      ["__setstate__", "(object, /)", setState],
    ],
  });
}

declareIterator(PyBytesIter_Type, "bytes_iterator", (o) => o + PyBytesObject.ob_sval);
declareIterator(PyByteArrayIter_Type, "bytearray_iterator", (o) => ptr(o + PyByteArrayObject.ob_start));
