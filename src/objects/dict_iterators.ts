// Iterators over dicts: keys, values and items, forwards and backwards.
// Invariant: di_dict is null once the iterator is exhausted; di_used is -1 once a change of size was seen, for good.

import { gcFree, gcNewVar, gcTrack, gcUntrack, isTracked } from "../gc/link.ts";
import { type Address, type Borrowed, i32, type Owned, ptr, setPtr, setSsize } from "../memory/memory.ts";
import { dictiterobject } from "../memory/structs/iterators.ts";
import { declareType, type MethodRow } from "./declare.ts";
import { dictKeys, dictUsed, dictValues } from "./dict_core.ts";
import { entryBytes, entryCount, entryKeyAt, VALUE_AFTER_KEY } from "./dict_keys.ts";
import { indexFromOrder, valueIn } from "./dict_values.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise } from "./errors.ts";
import { identifier } from "./identifiers.ts";
import { PySequence_List } from "./list_extend.ts";
import { PyLong_FromNumber } from "./long_core.ts";
import { decref, initObject, newRef, Py_TPFLAGS_HAVE_GC, refcount, typeOf, xdecref, xincref } from "./object.ts";
import { builtin } from "./reduce_names.ts";
import { PyTuple_GET_ITEM, PyTuple_New, PyTuple_Pack, PyTuple_SET_ITEM } from "./tuple_core.ts";
import { gcFreeText } from "./type_alloc.ts";
import {
  Py_None,
  PyDictIterItem_Type,
  PyDictIterKey_Type,
  PyDictIterValue_Type,
  PyDictRevIterItem_Type,
  PyDictRevIterKey_Type,
  PyDictRevIterValue_Type,
  PyExc_RuntimeError,
} from "./types.ts";

const ITER = identifier("iter");

/** What a traverse slot calls for each object that is owned; an answer other than 0 ends the walk. */
type Visit = (o: Borrowed) => number;

function isReverse(type: Address): boolean {
  return type === PyDictRevIterKey_Type || type === PyDictRevIterValue_Type || type === PyDictRevIterItem_Type;
}

/** dictiter_new */
export function newDictIterator(dict: Borrowed, type: Address): Owned {
  const iterator = gcNewVar(type, dictiterobject.sizeof);
  if (iterator === 0) return PyErr_NoMemory();
  initObject(iterator, type);
  const used = dictUsed(dict);
  setPtr(iterator + dictiterobject.di_dict, newRef(dict));
  setSsize(iterator + dictiterobject.di_used, used);
  setSsize(iterator + dictiterobject.len, used);
  const last = dictValues(dict) !== 0 ? used - 1 : entryCount(dictKeys(dict)) - 1;
  setSsize(iterator + dictiterobject.di_pos, isReverse(type) ? last : 0);
  const wantsItems = type === PyDictIterItem_Type || type === PyDictRevIterItem_Type;
  const result = wantsItems ? PyTuple_Pack(Py_None, Py_None) : 0;
  setPtr(iterator + dictiterobject.di_result, result);
  if (wantsItems && result === 0) {
    decref(iterator);
    return PyErr_NoMemory();
  }
  gcTrack(iterator);
  return iterator;
}

let foundKey = 0;
let foundValue = 0;

/** Steps to the next entry, which is left, borrowed, in foundKey and foundValue. False at the end or with an error set. */
function advance(iterator: Borrowed): boolean {
  const dict = ptr(iterator + dictiterobject.di_dict);
  if (dict === 0) return false;
  if (i32(iterator + dictiterobject.di_used) !== dictUsed(dict)) {
    setSsize(iterator + dictiterobject.di_used, -1);
    raise(PyExc_RuntimeError, "dictionary changed size during iteration");
    return false;
  }
  const step = isReverse(typeOf(iterator)) ? -1 : 1;
  const position = findEntry(dict, i32(iterator + dictiterobject.di_pos), step);
  const left = i32(iterator + dictiterobject.len);
  if (position < 0 || left === 0) {
    if (position >= 0) raise(PyExc_RuntimeError, "dictionary keys changed during iteration");
    setPtr(iterator + dictiterobject.di_dict, 0);
    decref(dict);
    return false;
  }
  setSsize(iterator + dictiterobject.di_pos, position + step);
  setSsize(iterator + dictiterobject.len, left - 1);
  return true;
}

/** The position of the first live entry from one on, or -1. */
function findEntry(dict: Borrowed, start: number, step: number): number {
  const keys = dictKeys(dict);
  const values = dictValues(dict);
  if (values !== 0) {
    if (start < 0 || start >= dictUsed(dict)) return -1;
    const index = indexFromOrder(values, start);
    foundKey = ptr(entryKeyAt(keys, index));
    foundValue = valueIn(values, index);
    return start;
  }
  const count = entryCount(keys);
  const bytes = entryBytes(keys);
  let at = entryKeyAt(keys, start);
  for (let i = start; i >= 0 && i < count; i += step, at += step * bytes) {
    const value = ptr(at + VALUE_AFTER_KEY);
    if (value === 0) continue;
    foundKey = ptr(at);
    foundValue = value;
    return i;
  }
  return -1;
}

function nextKeyOf(iterator: Borrowed): Owned {
  return advance(iterator) ? newRef(foundKey) : 0;
}

function nextValueOf(iterator: Borrowed): Owned {
  return advance(iterator) ? newRef(foundValue) : 0;
}

/** The result tuple is used again when nobody else holds it. */
function nextItemOf(iterator: Borrowed): Owned {
  if (!advance(iterator)) return 0;
  const key = newRef(foundKey);
  const value = newRef(foundValue);
  const result = ptr(iterator + dictiterobject.di_result);
  if (refcount(result) === 1) {
    const oldKey = PyTuple_GET_ITEM(result, 0);
    const oldValue = PyTuple_GET_ITEM(result, 1);
    PyTuple_SET_ITEM(result, 0, key);
    PyTuple_SET_ITEM(result, 1, value);
    newRef(result);
    decref(oldKey);
    decref(oldValue);
    // The collector may have stopped tracking it while it held nothing that matters.
    if (!isTracked(result)) gcTrack(result);
    return result;
  }
  const fresh = PyTuple_New(2);
  if (fresh === 0) {
    decref(key);
    decref(value);
    return PyErr_NoMemory();
  }
  PyTuple_SET_ITEM(fresh, 0, key);
  PyTuple_SET_ITEM(fresh, 1, value);
  return fresh;
}

function dictiter_dealloc(iterator: Address): void {
  gcUntrack(iterator);
  xdecref(ptr(iterator + dictiterobject.di_dict));
  xdecref(ptr(iterator + dictiterobject.di_result));
  gcFree(iterator);
}

function dictiter_traverse(iterator: Address, visit: Visit): number {
  const dict = ptr(iterator + dictiterobject.di_dict);
  const result = ptr(iterator + dictiterobject.di_result);
  return (dict !== 0 ? visit(dict) : 0) || (result !== 0 ? visit(result) : 0);
}

function dictiter_len(iterator: Borrowed): Owned {
  const dict = ptr(iterator + dictiterobject.di_dict);
  const valid = dict !== 0 && i32(iterator + dictiterobject.di_used) === dictUsed(dict);
  return PyLong_FromNumber(valid ? i32(iterator + dictiterobject.len) : 0) || PyErr_NoMemory();
}

/** (iter, (list,)): what an iterator's __reduce__ answers, given an Owned list or 0. */
export function reduceToList(list: Owned): Owned {
  const iter = list === 0 ? 0 : builtin(ITER);
  const args = iter === 0 ? 0 : PyTuple_Pack(list);
  const result = args === 0 ? 0 : PyTuple_Pack(iter, args);
  for (const o of [list, iter, args]) xdecref(o);
  return result === 0 && PyErr_Occurred() === 0 ? PyErr_NoMemory() : result;
}

/** The rest of the items, from a copy of the iterator: the iterator itself does not move. */
function dictiter_reduce(iterator: Borrowed): Owned {
  const dict = ptr(iterator + dictiterobject.di_dict);
  const copy = gcNewVar(typeOf(iterator), dictiterobject.sizeof);
  if (copy === 0) return PyErr_NoMemory();
  initObject(copy, typeOf(iterator));
  xincref(dict);
  setPtr(copy + dictiterobject.di_dict, dict);
  setSsize(copy + dictiterobject.di_used, i32(iterator + dictiterobject.di_used));
  setSsize(copy + dictiterobject.di_pos, i32(iterator + dictiterobject.di_pos));
  setSsize(copy + dictiterobject.len, i32(iterator + dictiterobject.len));
  const wantsItems = ptr(iterator + dictiterobject.di_result) !== 0;
  setPtr(copy + dictiterobject.di_result, wantsItems ? PyTuple_Pack(Py_None, Py_None) : 0);
  gcTrack(copy);
  const list = PySequence_List(copy);
  decref(copy);
  return reduceToList(list);
}

const METHODS: readonly MethodRow[] = [
  ["__length_hint__", "()", dictiter_len],
  ["__reduce__", "()", dictiter_reduce],
];

function declareIterator(type: Address, name: string, next: (iterator: Borrowed) => Owned): void {
  declareType(type, {
    name,
    basicsize: dictiterobject.sizeof,
    flags: Py_TPFLAGS_HAVE_GC,
    slots: {
      tp_dealloc: dictiter_dealloc,
      tp_traverse: dictiter_traverse,
      tp_iter: newRef,
      tp_iternext: next,
      tp_free: gcFreeText,
    },
    methods: METHODS,
  });
}

declareIterator(PyDictIterKey_Type, "dict_keyiterator", nextKeyOf);
declareIterator(PyDictIterValue_Type, "dict_valueiterator", nextValueOf);
declareIterator(PyDictIterItem_Type, "dict_itemiterator", nextItemOf);
declareIterator(PyDictRevIterKey_Type, "dict_reversekeyiterator", nextKeyOf);
declareIterator(PyDictRevIterValue_Type, "dict_reversevalueiterator", nextValueOf);
declareIterator(PyDictRevIterItem_Type, "dict_reverseitemiterator", nextItemOf);
