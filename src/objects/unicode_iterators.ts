// Iterators over the characters of a str: one for ASCII strings, whose items are all static, and one for the others.
// Invariant: the sequence is null once the iterator is exhausted, for good.
import { type Address, type Borrowed, i32, type Owned, ptr, setSsize, u8 } from "../memory/memory.ts";
import { _PyListIterObject as IndexIterator } from "../memory/structs/iterators.ts";
import { declareType, type MethodRow } from "./declare.ts";
import { PyErr_NoMemory, PyErr_Occurred } from "./errors.ts";
import { identifier } from "./identifiers.ts";
import { PyLong_FromNumber } from "./long_core.ts";
import { newRef, Py_TPFLAGS_HAVE_GC } from "./object.ts";
import { builtin } from "./reduce_names.ts";
import {
  dropSequence,
  indexIteratorDealloc,
  indexIteratorTraverse,
  newIndexIterator,
  reduceIterator,
  stateIndex,
} from "./sequence_iterators.ts";
import { Py_None, PyUnicodeASCIIIter_Type, PyUnicodeIter_Type } from "./types.ts";
import {
  emptyString,
  latin1String,
  PyUnicode_DATA,
  PyUnicode_GET_LENGTH,
  PyUnicode_IS_COMPACT_ASCII,
  PyUnicode_READ_CHAR,
  unicodeChar,
} from "./unicode_core.ts";

const INDEX = IndexIterator.it_index;
const SEQUENCE = IndexIterator.it_seq;
const ITER = identifier("iter");

export function unicode_iter(o: Borrowed): Owned {
  return newIndexIterator(PyUnicode_IS_COMPACT_ASCII(o) ? PyUnicodeASCIIIter_Type : PyUnicodeIter_Type, o, 0);
}

function asciiNext(iterator: Borrowed): Owned {
  const string = ptr(iterator + SEQUENCE);
  if (string === 0) return 0;
  const index = i32(iterator + INDEX);
  if (index >= PyUnicode_GET_LENGTH(string)) return dropSequence(iterator);
  setSsize(iterator + INDEX, index + 1);
  return latin1String(u8(PyUnicode_DATA(string) + index));
}

function next(iterator: Borrowed): Owned {
  const string = ptr(iterator + SEQUENCE);
  if (string === 0) return 0;
  const index = i32(iterator + INDEX);
  if (index >= PyUnicode_GET_LENGTH(string)) return dropSequence(iterator);
  setSsize(iterator + INDEX, index + 1);
  return unicodeChar(PyUnicode_READ_CHAR(string, index)) || PyErr_NoMemory();
}

function left(iterator: Borrowed): Owned {
  const string = ptr(iterator + SEQUENCE);
  return PyLong_FromNumber(string === 0 ? 0 : PyUnicode_GET_LENGTH(string) - i32(iterator + INDEX)) || PyErr_NoMemory();
}

function reduce(iterator: Borrowed): Owned {
  const make = builtin(ITER);
  if (make === 0) return 0;
  const string = ptr(iterator + SEQUENCE);
  return string === 0
    ? reduceIterator(make, emptyString, Number.NaN)
    : reduceIterator(make, newRef(string), i32(iterator + INDEX));
}

function setState(iterator: Borrowed, state: Borrowed): Owned {
  const index = stateIndex(state);
  if (index === -1 && PyErr_Occurred() !== 0) return 0;
  const string = ptr(iterator + SEQUENCE);
  if (string !== 0) setSsize(iterator + INDEX, Math.max(0, Math.min(index, PyUnicode_GET_LENGTH(string))));
  return Py_None;
}

function declareIterator(type: Address, name: string, iternext: (iterator: Borrowed) => Owned): void {
  const methods: MethodRow[] = [
    ["__length_hint__", "()", left],
    ["__reduce__", "()", reduce],
    ["__setstate__", "(object, /)", setState],
  ];
  declareType(type, {
    name,
    basicsize: IndexIterator.sizeof,
    flags: Py_TPFLAGS_HAVE_GC,
    slots: {
      tp_dealloc: indexIteratorDealloc,
      tp_traverse: indexIteratorTraverse,
      tp_iter: newRef,
      tp_iternext: iternext,
    },
    methods,
  });
}

declareIterator(PyUnicodeIter_Type, "str_iterator", next);
declareIterator(PyUnicodeASCIIIter_Type, "str_ascii_iterator", asciiNext);
