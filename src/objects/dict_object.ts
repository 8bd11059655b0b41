// The dict object itself: its fields, its making and its end, and the walk over its entries.
//
//   combined   ma_keys holds keys and values, ma_values is null
//   split      ma_keys is a class's table of keys, ma_values the values of one instance
//
// Invariants: every change gives ma_version_tag a new value; a dict is tracked by the collector as soon as it holds
// something that may be.
import { gcNewVar, gcTrack, gcUntrack, isTracked } from "../gc/link.ts";
import { INTERPRETER } from "../memory/data.ts";
import {
  type Address,
  type Borrowed,
  high,
  i32,
  low,
  type Owned,
  ptr,
  setI32,
  setI64,
  setPtr,
  setSsize,
} from "../memory/memory.ts";
import { _Py_object_freelists } from "../memory/structs/allocators.ts";
import { PyDictKeyEntry, PyDictKeysObject, PyDictObject } from "../memory/structs/containers.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { _Py_dict_state, PyInterpreterState } from "../memory/structs/runtime.ts";
import { PyASCIIObject } from "../memory/structs/text.ts";
import { textFunction } from "../memory/text.ts";
import {
  decrefKeys,
  EMPTY_KEYS,
  entryBytes,
  entryCount,
  entryKeyAt,
  estimateLog2KeySize,
  isUnicodeKeys,
  keysBytes,
  newKeys,
  PyDict_MAXFREELIST,
  PyDict_MINSIZE,
  usableFraction,
  VALUE_AFTER_KEY,
} from "./dict_keys.ts";
import { freeValues, indexFromOrder, isEmbedded, sharedKeysCapacity, valueIn, valuesCapacity } from "./dict_values.ts";
import { PyErr_BadInternalCall, PyErr_NoMemory } from "./errors.ts";
import { FREE_LISTS } from "./free_lists.ts";
import { initObject, isDict, isUnicode, Py_TPFLAGS_HAVE_GC, typeFlags, typeOf, xdecref } from "./object.ts";
import { PyDict_Type, PyTuple_Type } from "./types.ts";

const DICT_STATE = INTERPRETER + PyInterpreterState.dict_state;
const GLOBAL_VERSION = DICT_STATE + _Py_dict_state.global_version;
// The low bits of a version tag say who watches the dict and count mutations for the optimizer.
const VERSION_INCREMENT = 1 << 12;
const WATCHER_AND_MODIFICATION_MASK = VERSION_INCREMENT - 1;

const NUMFREE = FREE_LISTS + _Py_object_freelists.dicts_numfree;
const ITEMS = FREE_LISTS + _Py_object_freelists.dicts_items;

// -- fields ------------------------------------------------------------------------------------------------------------

export function dictKeys(dict: Borrowed): Address {
  return ptr(dict + PyDictObject.ma_keys);
}

/** 0 in a combined table. */
export function dictValues(dict: Borrowed): Address {
  return ptr(dict + PyDictObject.ma_values);
}

export function dictUsed(dict: Borrowed): number {
  return i32(dict + PyDictObject.ma_used);
}

export function setUsed(dict: Borrowed, used: number): void {
  setSsize(dict + PyDictObject.ma_used, used);
}

export function PyDict_CheckExact(o: Borrowed): boolean {
  return typeOf(o) === PyDict_Type;
}

/** DICT_NEXT_VERSION: raises the interpreter's counter. */
export function raiseGlobalVersion(): void {
  const next = (low(GLOBAL_VERSION) + VERSION_INCREMENT) | 0;
  setI64(GLOBAL_VERSION, next, next === 0 ? high(GLOBAL_VERSION) + 1 : high(GLOBAL_VERSION));
}

/** Gives a new dict its version tag. */
function setFirstVersion(dict: Borrowed): void {
  raiseGlobalVersion();
  setI64(dict + PyDictObject.ma_version_tag, low(GLOBAL_VERSION), high(GLOBAL_VERSION));
}

/** Gives a dict that changes its next version tag; the bits of its watchers stay. */
export function nextVersion(dict: Borrowed): void {
  raiseGlobalVersion();
  const kept = low(dict + PyDictObject.ma_version_tag) & WATCHER_AND_MODIFICATION_MASK;
  setI64(dict + PyDictObject.ma_version_tag, low(GLOBAL_VERSION) | kept, high(GLOBAL_VERSION));
}

/** _PyObject_GC_MAY_BE_TRACKED: could the object be part of a reference cycle? */
export function mayBeTracked(o: Borrowed): boolean {
  const type = typeOf(o);
  if ((typeFlags(type) & Py_TPFLAGS_HAVE_GC) === 0) return false;
  if (type === PyTuple_Type) return isTracked(o);
  const tp_is_gc = ptr(type + PyTypeObject.tp_is_gc);
  return tp_is_gc === 0 || textFunction(tp_is_gc)(o) !== 0;
}

/** MAINTAIN_TRACKING: a dict that gets something that may be tracked is tracked itself. */
export function maintainTracking(dict: Borrowed, key: Borrowed, value: Borrowed): void {
  if (!isTracked(dict) && (mayBeTracked(key) || mayBeTracked(value))) gcTrack(dict);
}

// -- life --------------------------------------------------------------------------------------------------------------

/** new_dict: takes the table of keys (and releases it on failure). */
export function newDict(keys: Owned, values: Address, used: number): Owned {
  let dict: Owned;
  const numfree = i32(NUMFREE);
  if (numfree > 0) {
    dict = ptr(ITEMS + (numfree - 1) * 8);
    setI32(NUMFREE, numfree - 1);
    setI64(dict, 1, 0);
  } else {
    dict = gcNewVar(PyDict_Type, PyDictObject.sizeof);
    if (dict === 0) {
      decrefKeys(keys);
      return PyErr_NoMemory();
    }
    initObject(dict, PyDict_Type);
  }
  fillDict(dict, keys, values, used);
  return dict;
}

/** Writes the fields of a fresh dict. */
export function fillDict(dict: Owned, keys: Owned, values: Address, used: number): void {
  setPtr(dict + PyDictObject.ma_keys, keys);
  setPtr(dict + PyDictObject.ma_values, values);
  setUsed(dict, used);
  setFirstVersion(dict);
}

export function PyDict_New(): Owned {
  return newDict(EMPTY_KEYS, 0, 0);
}

/** dict_new_presized: a dict that will take so many entries without growing. */
export function _PyDict_NewPresized(count: number, unicode = false): Owned {
  if (count <= usableFraction(PyDict_MINSIZE)) return PyDict_New();
  const largest = 17;
  const log2 = count > usableFraction(1 << largest) ? largest : estimateLog2KeySize(count);
  const keys = newKeys(log2, unicode);
  return keys === 0 ? PyErr_NoMemory() : newDict(keys, 0, 0);
}

/** dict_dealloc, the tp_dealloc slot of dict. */
export function dict_dealloc(dict: Address): void {
  if (isTracked(dict)) gcUntrack(dict);
  const keys = dictKeys(dict);
  const values = dictValues(dict);
  if (values !== 0 && !isEmbedded(values)) {
    const capacity = valuesCapacity(values);
    for (let i = 0; i < capacity; i++) xdecref(valueIn(values, i));
    freeValues(values);
  }
  decrefKeys(keys);
  const numfree = i32(NUMFREE);
  if (numfree < PyDict_MAXFREELIST && typeOf(dict) === PyDict_Type) {
    setPtr(ITEMS + numfree * 8, dict);
    setI32(NUMFREE, numfree + 1);
    return;
  }
  textFunction(ptr(typeOf(dict) + PyTypeObject.tp_free))(dict);
}

// -- walking -----------------------------------------------------------------------------------------------------------

let nextKeyAddress = 0;
let nextValueAddress = 0;
let nextHashAddress = 0;

/**
 * PyDict_Next: finds the next entry from a position on (0 at first) and answers with the position behind it, or 0 at the
 * end. nextKey(), nextValue(), nextHashLow(), nextHashHigh() then tell of the entry, until the next call.
 */
export function PyDict_Next(dict: Borrowed, position: number): number {
  const keys = dictKeys(dict);
  const values = dictValues(dict);
  if (values !== 0) {
    if (position >= dictUsed(dict)) return 0;
    const index = indexFromOrder(values, position);
    nextKeyAddress = ptr(entryKeyAt(keys, index));
    nextValueAddress = valueIn(values, index);
    nextHashAddress = nextKeyAddress + PyASCIIObject.hash;
    return position + 1;
  }
  const end = entryCount(keys);
  if (position >= end) return 0;
  const bytes = entryBytes(keys);
  let at = entryKeyAt(keys, position);
  for (let i = position; i < end; i++, at += bytes) {
    const value = ptr(at + VALUE_AFTER_KEY);
    if (value === 0) continue;
    nextKeyAddress = ptr(at);
    nextValueAddress = value;
    nextHashAddress = isUnicodeKeys(keys) ? nextKeyAddress + PyASCIIObject.hash : at - PyDictKeyEntry.me_key;
    return i + 1;
  }
  return 0;
}

export function nextKey(): Borrowed {
  return nextKeyAddress;
}
export function nextValue(): Borrowed {
  return nextValueAddress;
}
export function nextHashLow(): number {
  return low(nextHashAddress);
}
export function nextHashHigh(): number {
  return high(nextHashAddress);
}

// -- size, tracking ----------------------------------------------------------------------------------------------------

export function PyDict_Size(dict: Borrowed): number {
  if (!isDict(dict)) {
    PyErr_BadInternalCall();
    return -1;
  }
  return dictUsed(dict);
}

/** _PyDict_SizeOf: bytes of the dict with its table, if that is its own, without the collector's head. */
export function _PyDict_SizeOf(dict: Borrowed): number {
  const keys = dictKeys(dict);
  let bytes = i32(typeOf(dict) + PyTypeObject.tp_basicsize);
  if (dictValues(dict) !== 0) bytes += sharedKeysCapacity(keys) * 8;
  if (i32(keys + PyDictKeysObject.dk_refcnt) === 1) bytes += keysBytes(keys);
  return bytes;
}

export function _PyDict_HasOnlyStringKeys(dict: Borrowed): boolean {
  if (isUnicodeKeys(dictKeys(dict))) return true;
  for (let at = PyDict_Next(dict, 0); at !== 0; at = PyDict_Next(dict, at)) if (!isUnicode(nextKey())) return false;
  return true;
}

/** _PyDict_MaybeUntrack: an exact dict that holds nothing that may be tracked is not tracked either. */
export function _PyDict_MaybeUntrack(dict: Borrowed): void {
  if (typeOf(dict) !== PyDict_Type || !isTracked(dict)) return;
  for (let at = PyDict_Next(dict, 0); at !== 0; at = PyDict_Next(dict, at)) {
    if (mayBeTracked(nextKey()) || mayBeTracked(nextValue())) return;
  }
  gcUntrack(dict);
}
