// _bisect: where an item belongs in a sorted sequence. Comparisons and keys are settled.
import type { Borrowed, Owned } from "../memory/memory.ts";
import { hasIndex, Py_LT, PyObject_RichCompareBool, PyObject_Size, PySequence_GetItem } from "../objects/abstract.ts";
import { PyObject_CallOneArg } from "../objects/call.ts";
import { PyObject_CallMethod } from "../objects/call_method.ts";
import { convertSsize } from "../objects/convert.ts";
import { declareModule, type MethodRow } from "../objects/declare.ts";
import { PyErr_NoMemory, PyErr_Occurred, raiseInt, typeNameOf } from "../objects/errors.ts";
import { identifier } from "../objects/identifiers.ts";
import { PyList_CheckExact, PyList_Insert } from "../objects/list_core.ts";
import { PyLong_FromNumber } from "../objects/long_core.ts";
import { decref, newRef } from "../objects/object.ts";
import { Py_None, PyExc_TypeError, PyExc_ValueError } from "../objects/types.ts";

type Side = "left" | "right";

/** Applies a key function, or none. Owned, 0 with an error set. */
function keyed(key: Borrowed, item: Borrowed): Owned {
  return key === 0 || key === Py_None ? newRef(item) : PyObject_CallOneArg(key, item);
}

/** The index, or -1 with an error set. x: as the keys are. */
function search(side: Side, a: Borrowed, x: Borrowed, start: number, hi: Borrowed, key: Borrowed): number {
  if (start < 0) return raiseInt(PyExc_ValueError, "lo must be non-negative");
  if (hi !== 0 && hi !== Py_None && !hasIndex(hi)) {
    return raiseInt(PyExc_TypeError, `argument should be integer or None, not '${typeNameOf(hi)}'`);
  }
  let low = start;
  let high = hi === 0 || hi === Py_None ? PyObject_Size(a) : convertSsize(hi);
  if (high === -1 && PyErr_Occurred() !== 0) return -1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const item = PySequence_GetItem(a, middle);
    if (item === 0) return -1;
    const sortKey = keyed(key, item);
    decref(item);
    if (sortKey === 0) return -1;
    const isLess =
      side === "left" ? PyObject_RichCompareBool(sortKey, x, Py_LT) : PyObject_RichCompareBool(x, sortKey, Py_LT);
    decref(sortKey);
    if (isLess < 0) return -1;
    if ((isLess === 1) === (side === "left")) low = middle + 1;
    else high = middle;
  }
  return low;
}

function bisect(side: Side) {
  return (_module: Borrowed, a: Borrowed, x: Borrowed, lo: number, hi: Borrowed, key: Borrowed): Owned => {
    const index = search(side, a, x, lo, hi, key);
    return index < 0 ? 0 : PyLong_FromNumber(index) || PyErr_NoMemory();
  };
}

const id_insert = identifier("insert");

function insort(side: Side) {
  return (_module: Borrowed, a: Borrowed, x: Borrowed, lo: number, hi: Borrowed, key: Borrowed): Owned => {
    const sortKey = keyed(key, x);
    const at = sortKey === 0 ? -1 : search(side, a, sortKey, lo, hi, key);
    if (sortKey !== 0) decref(sortKey);
    if (at < 0) return 0;
    if (PyList_CheckExact(a)) return PyList_Insert(a, at, x) < 0 ? 0 : Py_None;
    const index = PyLong_FromNumber(at);
    const result = index === 0 ? PyErr_NoMemory() : PyObject_CallMethod(a, id_insert, index, x);
    if (index !== 0) decref(index);
    if (result === 0) return 0;
    decref(result);
    return Py_None;
  };
}

const row = (name: string, implementation: MethodRow[2], doc: string): MethodRow => [
  name,
  "(a, x, lo: ssize = 0, hi=None, *, key=None)",
  implementation,
  doc,
];

declareModule({
  name: "_bisect",
  doc: "Bisection algorithms.",
  functions: [
    row("bisect_right", bisect("right"), "Return the index where to insert item x in list a, assuming a is sorted."),
    row("insort_right", insort("right"), "Insert item x in list a, and keep it sorted assuming a is sorted."),
    row("bisect_left", bisect("left"), "Return the index where to insert item x in list a, assuming a is sorted."),
    row("insort_left", insort("left"), "Insert item x in list a, and keep it sorted assuming a is sorted."),
  ],
});
