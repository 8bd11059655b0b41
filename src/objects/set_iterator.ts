// The iterator over sets: it walks the table's slots, so the order is that of the table.
// Invariant: si_set is null once the iterator is exhausted; si_used is -1 once a change of size was seen, for good.

import { gcFree, gcNewVar, gcTrack, gcUntrack } from "../gc/link.ts";
import { type Address, type Borrowed, i32, type Owned, ptr, setPtr, setSsize } from "../memory/memory.ts";
import { setiterobject } from "../memory/structs/iterators.ts";
import { declareType } from "./declare.ts";
import { reduceToList } from "./dict_iterators.ts";
import { PyErr_NoMemory, raise } from "./errors.ts";
import { PySequence_List } from "./list_extend.ts";
import { PyLong_FromNumber } from "./long_core.ts";
import { decref, initObject, newRef, Py_TPFLAGS_HAVE_GC, xdecref } from "./object.ts";
import { setNext, setNextKey, setSize } from "./set_core.ts";
import { gcFreeText } from "./type_alloc.ts";
import { PyExc_RuntimeError, PySetIter_Type } from "./types.ts";

type Visit = (o: Borrowed) => number;

/** tp_iter of set and frozenset. */
export function set_iter(set: Borrowed): Owned {
  const iterator = gcNewVar(PySetIter_Type, setiterobject.sizeof);
  if (iterator === 0) return PyErr_NoMemory();
  initObject(iterator, PySetIter_Type);
  fillIterator(iterator, newRef(set), setSize(set), 0, setSize(set));
  return iterator;
}

function fillIterator(iterator: Owned, set: Owned, used: number, position: number, left: number): void {
  setPtr(iterator + setiterobject.si_set, set);
  setSsize(iterator + setiterobject.si_used, used);
  setSsize(iterator + setiterobject.si_pos, position);
  setSsize(iterator + setiterobject.len, left);
  gcTrack(iterator);
}

function setiter_iternext(iterator: Borrowed): Owned {
  const set = ptr(iterator + setiterobject.si_set);
  if (set === 0) return 0;
  if (i32(iterator + setiterobject.si_used) !== setSize(set)) {
    setSsize(iterator + setiterobject.si_used, -1);
    return raise(PyExc_RuntimeError, "Set changed size during iteration");
  }
  const next = setNext(set, i32(iterator + setiterobject.si_pos));
  if (next === 0) {
    setPtr(iterator + setiterobject.si_set, 0);
    decref(set);
    return 0;
  }
  setSsize(iterator + setiterobject.si_pos, next);
  setSsize(iterator + setiterobject.len, i32(iterator + setiterobject.len) - 1);
  return newRef(setNextKey());
}

function setiter_dealloc(iterator: Address): void {
  gcUntrack(iterator);
  xdecref(ptr(iterator + setiterobject.si_set));
  gcFree(iterator);
}

function setiter_traverse(iterator: Address, visit: Visit): number {
  const set = ptr(iterator + setiterobject.si_set);
  return set === 0 ? 0 : visit(set);
}

function setiter_len(iterator: Borrowed): Owned {
  const set = ptr(iterator + setiterobject.si_set);
  const valid = set !== 0 && i32(iterator + setiterobject.si_used) === setSize(set);
  return PyLong_FromNumber(valid ? i32(iterator + setiterobject.len) : 0) || PyErr_NoMemory();
}

/** The rest of the items, from a copy of the iterator: the iterator itself does not move. */
function setiter_reduce(iterator: Borrowed): Owned {
  const copy = gcNewVar(PySetIter_Type, setiterobject.sizeof);
  if (copy === 0) return PyErr_NoMemory();
  initObject(copy, PySetIter_Type);
  const set = ptr(iterator + setiterobject.si_set);
  fillIterator(
    copy,
    set === 0 ? 0 : newRef(set),
    i32(iterator + setiterobject.si_used),
    i32(iterator + setiterobject.si_pos),
    i32(iterator + setiterobject.len),
  );
  const list = PySequence_List(copy);
  decref(copy);
  return reduceToList(list);
}

declareType(PySetIter_Type, {
  name: "set_iterator",
  basicsize: setiterobject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC,
  slots: {
    tp_dealloc: setiter_dealloc,
    tp_traverse: setiter_traverse,
    tp_iter: newRef,
    tp_iternext: setiter_iternext,
    tp_free: gcFreeText,
  },
  methods: [
    ["__length_hint__", "()", setiter_len],
    ["__reduce__", "()", setiter_reduce],
  ],
});
