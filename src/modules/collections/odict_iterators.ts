// Iterators over OrderedDicts and the views that make them.
// Invariant: di_current is the next key, owned; di_odict is null once the iterator has ended.

import { gcTrack, isTracked } from "../../gc/link.ts";
import { reserveStatic } from "../../memory/data.ts";
import {
  type Address,
  type Borrowed,
  i32,
  type Owned,
  ptr,
  setI32,
  setPtr,
  setSsize,
  ssize,
} from "../../memory/memory.ts";
import { _PyDictViewObject, odictiterobject, PyODictObject } from "../../memory/structs/containers.ts";
import { PyTypeObject } from "../../memory/structs/object.ts";
import { declareType, newBuiltinType } from "../../objects/declare.ts";
import { _PyErr_SetKeyError, dictUsed, PyDict_GetItemWithError } from "../../objects/dict_core.ts";
import { reduceToList } from "../../objects/dict_iterators.ts";
import { PyErr_Occurred, raise } from "../../objects/errors.ts";
import { PySequence_List } from "../../objects/list_extend.ts";
import {
  clearSlot,
  decref,
  newRef,
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
  Py_TPFLAGS_HAVE_GC,
  refcount,
  xnewRef,
} from "../../objects/object.ts";
import { PyTuple_GET_ITEM, PyTuple_Pack, PyTuple_SET_ITEM } from "../../objects/tuple_core.ts";
import {
  Py_None,
  PyDictItems_Type,
  PyDictKeys_Type,
  PyDictValues_Type,
  PyExc_RuntimeError,
} from "../../objects/types.ts";
import { allocate, clearer, staticDeallocator, staticTraverser } from "../type_support.ts";
import { findNode, firstNode, lastNode, nextNode, nodeKey, odictState, previousNode } from "./odict_core.ts";

const ODICT = odictiterobject.di_odict;
const RESULT = odictiterobject.di_result;
const CURRENT = odictiterobject.di_current;

const REVERSED = 1;
const KEYS = 2;
const VALUES = 4;

const PyODictIter_Type: Address = reserveStatic(PyTypeObject.sizeof);

function newIterator(o: Borrowed, kind: number): Owned {
  const iterator = allocate(PyODictIter_Type);
  if (iterator === 0) return 0;
  if ((kind & (KEYS | VALUES)) === (KEYS | VALUES)) {
    const result = PyTuple_Pack(Py_None, Py_None);
    if (result === 0) {
      decref(iterator);
      return 0;
    }
    setPtr(iterator + RESULT, result);
  }
  setI32(iterator + odictiterobject.kind, kind);
  const node = kind & REVERSED ? lastNode(o) : firstNode(o);
  setPtr(iterator + CURRENT, node === 0 ? 0 : newRef(nodeKey(node)));
  setSsize(iterator + odictiterobject.di_size, dictUsed(o));
  setSsize(iterator + odictiterobject.di_state, ssize(o + PyODictObject.od_state));
  setPtr(iterator + ODICT, newRef(o));
  return iterator;
}

export function odict_iter(o: Borrowed): Owned {
  return newIterator(o, KEYS);
}

export function odict_reversed(o: Borrowed): Owned {
  return newIterator(o, KEYS | REVERSED);
}

/** The next key, Owned; 0 at the end or with an error set. */
function nextKey(iterator: Borrowed): Owned {
  const o = ptr(iterator + ODICT);
  if (o === 0) return 0;
  const current = ptr(iterator + CURRENT);
  if (current !== 0) {
    if (odictState(o) !== i32(iterator + odictiterobject.di_state)) {
      raise(PyExc_RuntimeError, "OrderedDict mutated during iteration");
    } else if (ssize(iterator + odictiterobject.di_size) !== dictUsed(o)) {
      raise(PyExc_RuntimeError, "OrderedDict changed size during iteration");
      setSsize(iterator + odictiterobject.di_size, -1);
    } else {
      const node = findNode(o, current);
      if (node === 0) {
        if (!PyErr_Occurred()) _PyErr_SetKeyError(current);
        clearSlot(iterator + CURRENT);
        return 0;
      }
      const next = i32(iterator + odictiterobject.kind) & REVERSED ? previousNode(node) : nextNode(node);
      setPtr(iterator + CURRENT, next === 0 ? 0 : newRef(nodeKey(next)));
      return current;
    }
  }
  clearSlot(iterator + ODICT);
  return 0;
}

function odictiter_next(iterator: Borrowed): Owned {
  const key = nextKey(iterator);
  const kind = i32(iterator + odictiterobject.kind);
  if (key === 0 || (kind & VALUES) === 0) return key;
  const value = xnewRef(PyDict_GetItemWithError(ptr(iterator + ODICT), key));
  if (value === 0) {
    if (!PyErr_Occurred()) _PyErr_SetKeyError(key);
    decref(key);
    clearSlot(iterator + CURRENT);
    clearSlot(iterator + ODICT);
    return 0;
  }
  if ((kind & KEYS) === 0) {
    decref(key);
    return value;
  }
  return pair(ptr(iterator + RESULT), key, value);
}

/** (key, value), in the iterator's own tuple when nobody else holds that; takes both. */
function pair(result: Borrowed, key: Owned, value: Owned): Owned {
  if (refcount(result) !== 1) {
    const fresh = PyTuple_Pack(key, value);
    decref(key);
    decref(value);
    return fresh;
  }
  newRef(result);
  const oldKey = PyTuple_GET_ITEM(result, 0);
  const oldValue = PyTuple_GET_ITEM(result, 1);
  PyTuple_SET_ITEM(result, 0, key);
  PyTuple_SET_ITEM(result, 1, value);
  decref(oldKey);
  decref(oldValue);
  if (!isTracked(result)) gcTrack(result);
  return result;
}

/** The rest of the items, from a copy of the iterator: the iterator itself does not move. */
function odictiter_reduce(iterator: Borrowed): Owned {
  const copy = allocate(PyODictIter_Type);
  if (copy === 0) return 0;
  for (const field of [ODICT, RESULT, CURRENT]) setPtr(copy + field, xnewRef(ptr(iterator + field)));
  setI32(copy + odictiterobject.kind, i32(iterator + odictiterobject.kind));
  for (const field of [odictiterobject.di_size, odictiterobject.di_state]) {
    setSsize(copy + field, ssize(iterator + field));
  }
  const rest = PySequence_List(copy);
  decref(copy);
  return reduceToList(rest);
}

declareType(PyODictIter_Type, {
  name: "odict_iterator",
  basicsize: odictiterobject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_DISALLOW_INSTANTIATION,
  slots: {
    tp_dealloc: staticDeallocator(ODICT, RESULT, CURRENT),
    tp_traverse: staticTraverser(ODICT, CURRENT, RESULT),
    tp_clear: clearer(ODICT, CURRENT, RESULT),
    tp_iter: newRef,
    tp_iternext: odictiter_next,
  },
  methods: [["__reduce__", "()", odictiter_reduce]],
});

// -- views ---------------------------------------------------------------------------------------------------------------

function declareView(name: string, base: Address, kind: number): Address {
  const iterate = (more: number) => (view: Borrowed) => newIterator(ptr(view + _PyDictViewObject.dv_dict), kind | more);
  return newBuiltinType({
    name,
    basicsize: _PyDictViewObject.sizeof,
    base,
    flags: Py_TPFLAGS_HAVE_GC,
    slots: { tp_iter: iterate(0) },
    methods: [["__reversed__", "()", iterate(REVERSED)]],
  });
}

export const PyODictKeys_Type = declareView("odict_keys", PyDictKeys_Type, KEYS);
export const PyODictItems_Type = declareView("odict_items", PyDictItems_Type, KEYS | VALUES);
export const PyODictValues_Type = declareView("odict_values", PyDictValues_Type, VALUES);
