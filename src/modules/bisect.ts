// _bisect: where an item belongs in a sorted sequence. Comparisons and keys are settled.

import { wideAdd, wideCompareUnsigned, wideHigh, wideShiftRight } from "../base/wide.ts";
import type { Borrowed, Owned } from "../memory/memory.ts";
import { hasIndex, Py_LT, PyObject_RichCompareBool, PyObject_Size, PySequence_GetItem } from "../objects/abstract.ts";
import { PyObject_CallOneArg } from "../objects/call.ts";
import { PyObject_CallMethod } from "../objects/call_method.ts";
import { convertWideSsize, SSIZE_MAX } from "../objects/convert.ts";
import { declareModule, type MethodRow } from "../objects/declare.ts";
import { PyErr_NoMemory, PyErr_Occurred, raiseInt, typeNameOf } from "../objects/errors.ts";
import { identifier } from "../objects/identifiers.ts";
import { PyList_CheckExact, PyList_Insert } from "../objects/list_core.ts";
import { decref, newRef, xdecref } from "../objects/object.ts";
import { longOfSsize, SSIZE_EXACT, ssizeFromWords, wordsOfSsize } from "../objects/ssize.ts";
import { Py_None, PyExc_TypeError, PyExc_ValueError } from "../objects/types.ts";

type Side = "left" | "right";

/** Applies a key function, or none. Owned, 0 with an error set. */
function keyed(key: Borrowed, item: Borrowed): Owned {
  return key === 0 || key === Py_None ? newRef(item) : PyObject_CallOneArg(key, item);
}

/** Whether x belongs behind the item at an index: 1, 0, or -1 with an error set. x: as the keys are. */
function isBehind(side: Side, a: Borrowed, x: Borrowed, index: number, key: Borrowed): number {
  const item = PySequence_GetItem(a, index);
  if (item === 0) return -1;
  const sortKey = keyed(key, item);
  decref(item);
  if (sortKey === 0) return -1;
  const isLess =
    side === "left" ? PyObject_RichCompareBool(sortKey, x, Py_LT) : PyObject_RichCompareBool(x, sortKey, Py_LT);
  decref(sortKey);
  return isLess < 0 || side === "left" ? isLess : 1 - isLess;
}

/** The index, or -1 with an error set. */
function search(side: Side, a: Borrowed, x: Borrowed, lo: Borrowed, hi: Borrowed, key: Borrowed): number {
  let low = lo === 0 ? 0 : convertWideSsize(lo);
  if (low === -1 && PyErr_Occurred() !== 0) return -1;
  const lowWord = wordsOfSsize(low);
  const lowHigh = wideHigh();
  if (hi !== 0 && hi !== Py_None && !hasIndex(hi)) {
    return raiseInt(PyExc_TypeError, `argument should be integer or None, not '${typeNameOf(hi)}'`);
  }
  const tooLarge = "cannot fit 'int' into an index-sized integer";
  let high = hi === 0 || hi === Py_None ? -1 : convertWideSsize(hi, tooLarge);
  if (high === -1 && PyErr_Occurred() !== 0) return -1;
  if (low < 0) return raiseInt(PyExc_ValueError, "lo must be non-negative");
  if (high === -1) {
    high = PyObject_Size(a);
    if (high < 0) return -1;
  }
  if (high >= SSIZE_EXACT) {
    const highWord = wordsOfSsize(high);
    return searchFar(side, a, x, lowWord, lowHigh, highWord, wideHigh(), key);
  }
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const behind = isBehind(side, a, x, middle, key);
    if (behind < 0) return -1;
    if (behind > 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** search where numbers do not tell neighbours apart: both bounds are pairs of words. */
function searchFar(
  side: Side,
  a: Borrowed,
  x: Borrowed,
  low: number,
  lowHigh: number,
  high: number,
  highHigh: number,
  key: Borrowed,
): number {
  while (wideCompareUnsigned(low, lowHigh, high, highHigh) < 0) {
    const sum = wideAdd(low, lowHigh, high, highHigh);
    const middle = wideShiftRight(sum, wideHigh(), 1);
    const middleHigh = wideHigh();
    const behind = isBehind(side, a, x, ssizeFromWords(middle, middleHigh), key);
    if (behind < 0) return -1;
    if (behind > 0) {
      low = wideAdd(middle, middleHigh, 1, 0);
      lowHigh = wideHigh();
    } else {
      high = middle;
      highHigh = middleHigh;
    }
  }
  return ssizeFromWords(low, lowHigh);
}

function bisect(side: Side) {
  return (_module: Borrowed, a: Borrowed, x: Borrowed, lo: Borrowed, hi: Borrowed, key: Borrowed): Owned => {
    const index = search(side, a, x, lo, hi, key);
    return index < 0 ? 0 : longOfSsize(index) || PyErr_NoMemory();
  };
}

const id_insert = identifier("insert");

function insort(side: Side) {
  return (_module: Borrowed, a: Borrowed, x: Borrowed, lo: Borrowed, hi: Borrowed, key: Borrowed): Owned => {
    const sortKey = keyed(key, x);
    const at = sortKey === 0 ? -1 : search(side, a, sortKey, lo, hi, key);
    const index = at < 0 ? 0 : longOfSsize(at);
    if (sortKey !== 0) decref(sortKey);
    if (at < 0) return 0;
    if (PyList_CheckExact(a)) {
      xdecref(index);
      return PyList_Insert(a, Math.min(at, SSIZE_MAX), x) < 0 ? 0 : Py_None;
    }
    const result = index === 0 ? PyErr_NoMemory() : PyObject_CallMethod(a, id_insert, index, x);
    xdecref(index);
    if (result === 0) return 0;
    decref(result);
    return Py_None;
  };
}

const row = (name: string, implementation: MethodRow[2]): MethodRow => [
  name,
  "(a, x, lo=0, hi=None, *, key=None)",
  implementation,
];

declareModule({
  name: "_bisect",
  functions: [
    row("bisect_right", bisect("right")),
    row("insort_right", insort("right")),
    row("bisect_left", bisect("left")),
    row("insort_left", insort("left")),
  ],
});
