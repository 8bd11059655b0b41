// _heapq: a list as a heap, least item first; the functions with _max keep the greatest first. Comparisons are settled, and
// may change the list: its size is looked at again after each.
import type { Borrowed, Owned } from "../memory/memory.ts";
import { Py_LT, PyObject_RichCompareBool } from "../objects/abstract.ts";
import { declareModule, type MethodRow } from "../objects/declare.ts";
import { raise, raiseInt, typeNameOf } from "../objects/errors.ts";
import { listReplace, PyList_Append, PyList_GET_ITEM, PyList_SET_ITEM } from "../objects/list_core.ts";
import { decref, incref, isList, newRef, sizeOf } from "../objects/object.ts";
import { Py_None, PyExc_IndexError, PyExc_RuntimeError, PyExc_TypeError } from "../objects/types.ts";

/** Whether a belongs above b: 1, 0, or -1 with an error set. */
type Above = (a: Borrowed, b: Borrowed) => number;
const isLess: Above = (a, b) => PyObject_RichCompareBool(a, b, Py_LT);
const isGreater: Above = (a, b) => PyObject_RichCompareBool(b, a, Py_LT);

/** Compares two items, held during the comparison. -1 also when the list changed its size. */
function compareItems(heap: Borrowed, a: number, b: number, above: Above): number {
  const count = sizeOf(heap);
  const first = newRef(PyList_GET_ITEM(heap, a));
  const second = newRef(PyList_GET_ITEM(heap, b));
  const answer = above(first, second);
  decref(first);
  decref(second);
  if (answer < 0) return -1;
  return sizeOf(heap) === count ? answer : raiseInt(PyExc_RuntimeError, "list changed size during iteration");
}

function swap(heap: Borrowed, a: number, b: number): void {
  const item = PyList_GET_ITEM(heap, a);
  PyList_SET_ITEM(heap, a, PyList_GET_ITEM(heap, b));
  PyList_SET_ITEM(heap, b, item);
}

/** Moves an item towards the top, `start`, as far as it belongs. 0, or -1 with an error set. */
function rise(heap: Borrowed, start: number, from: number, above: Above): number {
  if (from >= sizeOf(heap)) return raiseInt(PyExc_IndexError, "index out of range");
  let at = from;
  while (at > start) {
    const parent = (at - 1) >> 1;
    const answer = compareItems(heap, at, parent, above);
    if (answer < 0) return -1;
    if (answer === 0) break;
    swap(heap, at, parent);
    at = parent;
  }
  return 0;
}

/** Moves an item down to the leaves along the better children, then up to where it belongs. */
function sink(heap: Borrowed, start: number, above: Above): number {
  const count = sizeOf(heap);
  if (start >= count) return raiseInt(PyExc_IndexError, "index out of range");
  let at = start;
  while (at < count >> 1) {
    let child = 2 * at + 1;
    if (child + 1 < count) {
      // Of equal children the right one, as in CPython.
      const answer = compareItems(heap, child, child + 1, above);
      if (answer < 0) return -1;
      if (answer === 0) child++;
    }
    swap(heap, child, at);
    at = child;
  }
  return rise(heap, start, at, above);
}

function isHeap(name: string, heap: Borrowed, place: string): boolean {
  if (isList(heap)) return true;
  raise(PyExc_TypeError, `${name}() ${place} must be list, not ${typeNameOf(heap)}`);
  return false;
}

const emptyHeap = (): 0 => raise(PyExc_IndexError, "index out of range");

function heappush(_module: Borrowed, heap: Borrowed, item: Borrowed): Owned {
  if (!isHeap("heappush", heap, "argument 1") || PyList_Append(heap, item) < 0) return 0;
  return rise(heap, 0, sizeOf(heap) - 1, isLess) < 0 ? 0 : Py_None;
}

function popping(name: string, above: Above) {
  return (_module: Borrowed, heap: Borrowed): Owned => {
    if (!isHeap(name, heap, "argument")) return 0;
    const last = sizeOf(heap) - 1;
    if (last < 0) return emptyHeap();
    const item = newRef(PyList_GET_ITEM(heap, last));
    if (listReplace(heap, last, last + 1, 0, 0) < 0) {
      decref(item);
      return 0;
    }
    return last === 0 ? item : replaceTop(heap, item, above);
  };
}

/** Puts an Owned item in place of the top, and answers with that. */
function replaceTop(heap: Borrowed, item: Owned, above: Above): Owned {
  const top = PyList_GET_ITEM(heap, 0);
  PyList_SET_ITEM(heap, 0, item);
  if (sink(heap, 0, above) === 0) return top;
  decref(top);
  return 0;
}

function replacing(name: string, above: Above) {
  return (_module: Borrowed, heap: Borrowed, item: Borrowed): Owned => {
    if (!isHeap(name, heap, "argument 1")) return 0;
    return sizeOf(heap) === 0 ? emptyHeap() : replaceTop(heap, newRef(item), above);
  };
}

function heappushpop(_module: Borrowed, heap: Borrowed, item: Borrowed): Owned {
  if (!isHeap("heappushpop", heap, "argument 1")) return 0;
  if (sizeOf(heap) === 0) return newRef(item);
  const top = PyList_GET_ITEM(heap, 0);
  incref(top);
  const answer = isLess(top, item);
  decref(top);
  if (answer < 0) return 0;
  if (answer === 0) return newRef(item);
  return sizeOf(heap) === 0 ? emptyHeap() : replaceTop(heap, newRef(item), isLess);
}

function heapifying(name: string, above: Above) {
  return (_module: Borrowed, heap: Borrowed): Owned => {
    if (!isHeap(name, heap, "argument")) return 0;
    for (let at = (sizeOf(heap) >> 1) - 1; at >= 0; at--) if (sink(heap, at, above) < 0) return 0;
    return Py_None;
  };
}

const FUNCTIONS: readonly MethodRow[] = [
  ["heappush", "(heap, item, /)", heappush],
  ["heappushpop", "(heap, item, /)", heappushpop],
  ["heappop", "(heap, /)", popping("heappop", isLess)],
  ["heapreplace", "(heap, item, /)", replacing("heapreplace", isLess)],
  ["heapify", "(heap, /)", heapifying("heapify", isLess)],
  ["_heappop_max", "(heap, /)", popping("_heappop_max", isGreater)],
  ["_heapreplace_max", "(heap, item, /)", replacing("_heapreplace_max", isGreater)],
  ["_heapify_max", "(heap, /)", heapifying("_heapify_max", isGreater)],
];

declareModule({ name: "_heapq", functions: FUNCTIONS });
