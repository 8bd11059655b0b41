// Dict objects: growth, insertion, deletion, iteration and the functions of the C interface that other objects call.
import { type Address, type Borrowed, high, low, type Owned, ptr, setI64, setPtr, setSsize } from "../memory/memory.ts";
import { PyDictKeyEntry, PyDictKeysObject, PyDictObject } from "../memory/structs/containers.ts";
import { PyASCIIObject } from "../memory/structs/text.ts";
import {
  buildIndices,
  calculateLog2KeySize,
  copyEntries,
  countEntry,
  DKIX_DUMMY,
  DKIX_EMPTY,
  DKIX_ERROR,
  decrefKeys,
  EMPTY_KEYS,
  entryCount,
  entryHashAt,
  entryKeyAt,
  findEmptySlot,
  findSlot,
  forgetVersion,
  freeKeys,
  insertSplitKey,
  isUnicodeKeys,
  log2Size,
  newKeys,
  PyDict_LOG_MINSIZE,
  PyDict_MINSIZE,
  setIndex,
  usableCount,
  VALUE_AFTER_KEY,
  writeEntry,
} from "./dict_keys.ts";
import { _Py_dict_lookup, dictValue, dictValueAt, keyHash } from "./dict_lookup.ts";
import {
  _PyDict_NewPresized,
  dictKeys,
  dictUsed,
  dictValues,
  maintainTracking,
  nextVersion,
  setUsed,
} from "./dict_object.ts";
import {
  addToInsertionOrder,
  clearValues,
  freeValues,
  indexFromOrder,
  invalidate,
  isEmbedded,
  removeFromInsertionOrder,
  valueAt,
  valueIn,
} from "./dict_values.ts";
import { PyErr_BadInternalCall, PyErr_NoMemory, PyErr_SetObject } from "./errors.ts";
import { hashHigh, hashLow } from "./hash.ts";
import { clearSlot, decref, incref, isDict, newRef, typeOf, xdecref } from "./object.ts";
import { PyTuple_Pack } from "./tuple_core.ts";
import { PyExc_KeyError, PyUnicode_Type } from "./types.ts";

export * from "./dict_lookup.ts";
export * from "./dict_object.ts";

// -- growth ------------------------------------------------------------------------------------------------------------

/**
 * dictresize: builds the table anew, combined, with 1 << log2 slots. unicode: keep entries without hashes if possible.
 * 0, or -1 with MemoryError set.
 */
export function dictResize(dict: Borrowed, log2: number, unicode: boolean): number {
  const oldKeys = dictKeys(dict);
  const oldValues = dictValues(dict);
  const keys = newKeys(log2, unicode && isUnicodeKeys(oldKeys));
  if (keys === 0) {
    PyErr_NoMemory();
    return -1;
  }
  const used = dictUsed(dict);
  if (oldValues !== 0) {
    for (let i = 0; i < used; i++) {
      const index = indexFromOrder(oldValues, i);
      const key = newRef(ptr(entryKeyAt(oldKeys, index)));
      const hash = key + PyASCIIObject.hash;
      writeEntry(keys, i, key, valueIn(oldValues, index), low(hash), high(hash));
    }
    buildIndices(keys, used);
    setPtr(dict + PyDictObject.ma_keys, keys);
    decrefKeys(oldKeys);
    setPtr(dict + PyDictObject.ma_values, 0);
    if (isEmbedded(oldValues)) invalidate(oldValues);
    else freeValues(oldValues);
  } else {
    copyEntries(keys, oldKeys, used);
    buildIndices(keys, used);
    setPtr(dict + PyDictObject.ma_keys, keys);
    if (oldKeys !== EMPTY_KEYS) freeKeys(oldKeys);
  }
  setSsize(keys + PyDictKeysObject.dk_usable, usableCount(keys) - used);
  setSsize(keys + PyDictKeysObject.dk_nentries, used);
  return 0;
}

/** insertion_resize, with GROWTH_RATE: three times the live entries. */
function growForInsertion(dict: Borrowed, unicode: boolean): number {
  return dictResize(dict, calculateLog2KeySize(dictUsed(dict) * 3), unicode);
}

// -- insertion ---------------------------------------------------------------------------------------------------------

/** insert_combined_dict: a key that is not there; takes the references when it succeeds. */
function insertNew(dict: Borrowed, key: Owned, low: number, high: number, value: Owned): number {
  if (usableCount(dictKeys(dict)) <= 0 && growForInsertion(dict, true) < 0) return -1;
  const keys = dictKeys(dict);
  forgetVersion(keys);
  const index = entryCount(keys);
  setIndex(keys, findEmptySlot(keys, low, high), index);
  writeEntry(keys, index, key, value, low, high);
  nextVersion(dict);
  countEntry(keys);
  setUsed(dict, dictUsed(dict) + 1);
  return 0;
}

/** insert_to_emptydict: the first key of a dict; takes the references, also on failure. */
function insertFirst(dict: Borrowed, key: Owned, low: number, high: number, value: Owned): number {
  const keys = newKeys(PyDict_LOG_MINSIZE, typeOf(key) === PyUnicode_Type);
  if (keys === 0) {
    decref(key);
    decref(value);
    PyErr_NoMemory();
    return -1;
  }
  nextVersion(dict);
  maintainTracking(dict, key, value);
  setIndex(keys, low & (PyDict_MINSIZE - 1), 0);
  writeEntry(keys, 0, key, value, low, high);
  setUsed(dict, dictUsed(dict) + 1);
  countEntry(keys);
  setPtr(dict + PyDictObject.ma_keys, keys);
  return 0;
}

/** insert_split_value: stores a value in a split table. */
function insertSplitValue(dict: Borrowed, key: Borrowed, value: Borrowed, index: number): void {
  maintainTracking(dict, key, value);
  const values = dictValues(dict);
  const at = valueAt(values, index);
  const old = ptr(at);
  setPtr(at, newRef(value));
  if (old === 0) {
    addToInsertionOrder(values, index);
    setUsed(dict, dictUsed(dict) + 1);
  }
  nextVersion(dict);
  xdecref(old);
}

/** The table gets a form that can take the key: general for a key that is not exactly a str. */
function prepareKind(dict: Borrowed, key: Borrowed): number {
  if (isUnicodeKeys(dictKeys(dict)) && typeOf(key) !== PyUnicode_Type) return growForInsertion(dict, false);
  return 0;
}

/** insertdict: dict[key] = value. Takes the references, also on failure. 0, or -1 with an error set. */
export function insertDict(dict: Borrowed, key: Owned, low: number, high: number, value: Owned): number {
  if (insertKey(dict, key, low, high, value) === 0) return 0;
  decref(value);
  decref(key);
  return -1;
}

function insertKey(dict: Borrowed, key: Owned, low: number, high: number, value: Owned): number {
  if (prepareKind(dict, key) < 0) return -1;
  if (dictValues(dict) !== 0) {
    const index = insertSplitKey(dictKeys(dict), key);
    if (index !== DKIX_EMPTY) {
      insertSplitValue(dict, key, value, index);
      decref(key);
      decref(value);
      return 0;
    }
    // No room in the shared table: a table of its own.
    if (growForInsertion(dict, true) < 0) return -1;
  }
  const index = _Py_dict_lookup(dict, key, low, high);
  if (index === DKIX_ERROR) return -1;
  maintainTracking(dict, key, value);
  if (index === DKIX_EMPTY) return insertNew(dict, key, low, high, value);
  const at = dictValueAt(dict, index);
  const old = ptr(at);
  if (old !== value) {
    setPtr(at, value);
    nextVersion(dict);
  }
  decref(old);
  decref(key);
  return 0;
}

/** _PyDict_SetItem_Take2: takes the references. 0, or -1 with an error set. */
export function _PyDict_SetItem_Take2(dict: Borrowed, key: Owned, value: Owned): number {
  if (keyHash(key) < 0) {
    decref(key);
    decref(value);
    return -1;
  }
  const low = hashLow();
  const high = hashHigh();
  if (dictKeys(dict) === EMPTY_KEYS) return insertFirst(dict, key, low, high, value);
  return insertDict(dict, key, low, high, value);
}

/** PyDict_SetItem: 0, or -1 with an error set. */
export function PyDict_SetItem(dict: Borrowed, key: Borrowed, value: Borrowed): number {
  if (!isDict(dict)) {
    PyErr_BadInternalCall();
    return -1;
  }
  return _PyDict_SetItem_Take2(dict, newRef(key), newRef(value));
}

export function _PyDict_SetItem_KnownHash(
  dict: Borrowed,
  key: Borrowed,
  value: Borrowed,
  low: number,
  high: number,
): number {
  incref(key);
  incref(value);
  if (dictKeys(dict) === EMPTY_KEYS) return insertFirst(dict, key, low, high, value);
  return insertDict(dict, key, low, high, value);
}

/**
 * PyDict_SetDefault: the value of a key, borrowed, after setting it to `value` if there was none; 0 with an error set.
 * setDefaultInserted() then says whether it was set.
 */
export function PyDict_SetDefault(dict: Borrowed, key: Borrowed, value: Borrowed): Borrowed {
  inserted = false;
  if (!isDict(dict)) return PyErr_BadInternalCall();
  if (keyHash(key) < 0) return 0;
  const low = hashLow();
  const high = hashHigh();
  if (dictKeys(dict) === EMPTY_KEYS) {
    if (insertFirst(dict, newRef(key), low, high, newRef(value)) < 0) return 0;
    inserted = true;
    return value;
  }
  if (prepareKind(dict, key) < 0) return 0;
  if (dictValues(dict) !== 0) {
    const index = insertSplitKey(dictKeys(dict), key);
    if (index !== DKIX_EMPTY) {
      const old = valueIn(dictValues(dict), index);
      if (old !== 0) return old;
      insertSplitValue(dict, key, value, index);
      inserted = true;
      return value;
    }
    if (growForInsertion(dict, true) < 0) return 0;
  }
  const index = _Py_dict_lookup(dict, key, low, high);
  if (index === DKIX_ERROR) return 0;
  if (index !== DKIX_EMPTY) return dictValue(dict, index);
  incref(key);
  incref(value);
  if (insertNew(dict, key, low, high, value) < 0) {
    decref(key);
    decref(value);
    return 0;
  }
  maintainTracking(dict, key, value);
  inserted = true;
  return value;
}

let inserted = false;

/** Whether the last PyDict_SetDefault or PyDict_SetDefaultRef set the value; to be read before the next call. */
export function setDefaultInserted(): boolean {
  return inserted;
}

/** PyDict_SetDefaultRef: as PyDict_SetDefault, the value Owned. */
export function PyDict_SetDefaultRef(dict: Borrowed, key: Borrowed, value: Borrowed): Owned {
  const result = PyDict_SetDefault(dict, key, value);
  if (result !== 0) incref(result);
  return result;
}

/** _PyDict_FromItems: `count` borrowed keys and values in memory, each so many bytes behind the one before. */
export function _PyDict_FromItems(
  keys: Address,
  keyStrideBytes: number,
  values: Address,
  valueStrideBytes: number,
  count: number,
): Owned {
  let unicode = true;
  for (let i = 0; i < count && unicode; i++) unicode = typeOf(ptr(keys + i * keyStrideBytes)) === PyUnicode_Type;
  const dict = _PyDict_NewPresized(count, unicode);
  if (dict === 0) return 0;
  for (let i = 0; i < count; i++) {
    if (PyDict_SetItem(dict, ptr(keys + i * keyStrideBytes), ptr(values + i * valueStrideBytes)) < 0) {
      decref(dict);
      return 0;
    }
  }
  return dict;
}

// -- deletion ----------------------------------------------------------------------------------------------------------

/** _PyErr_SetKeyError: KeyError(key), also for a key that is a tuple. Answers 0. */
export function _PyErr_SetKeyError(key: Borrowed): 0 {
  const args = PyTuple_Pack(key);
  if (args === 0) return PyErr_NoMemory();
  PyErr_SetObject(PyExc_KeyError, args);
  decref(args);
  return 0;
}

/** delitem_common: takes an entry out; its value is released. */
function deleteEntry(dict: Borrowed, low: number, high: number, index: number): void {
  const keys = dictKeys(dict);
  const values = dictValues(dict);
  const slot = findSlot(keys, low, high, index);
  setUsed(dict, dictUsed(dict) - 1);
  nextVersion(dict);
  const valueSlot = dictValueAt(dict, index);
  const value = ptr(valueSlot);
  if (values !== 0) {
    setPtr(valueSlot, 0);
    removeFromInsertionOrder(values, index);
  } else {
    forgetVersion(keys);
    setIndex(keys, slot, DKIX_DUMMY);
    const keyAt = entryKeyAt(keys, index);
    const key = ptr(keyAt);
    setPtr(keyAt, 0);
    setPtr(valueSlot, 0);
    if (!isUnicodeKeys(keys)) setI64(keyAt - PyDictKeyEntry.me_key, 0, 0);
    decref(key);
  }
  decref(value);
}

/** PyDict_DelItem: 0, or -1 with an error set. */
export function PyDict_DelItem(dict: Borrowed, key: Borrowed): number {
  if (keyHash(key) < 0) return -1;
  return _PyDict_DelItem_KnownHash(dict, key, hashLow(), hashHigh());
}

export function _PyDict_DelItem_KnownHash(dict: Borrowed, key: Borrowed, low: number, high: number): number {
  if (!isDict(dict)) {
    PyErr_BadInternalCall();
    return -1;
  }
  const index = _Py_dict_lookup(dict, key, low, high);
  if (index === DKIX_ERROR) return -1;
  if (dictValue(dict, index) === 0) {
    _PyErr_SetKeyError(key);
    return -1;
  }
  deleteEntry(dict, low, high, index);
  return 0;
}

/** PyDict_Pop: the Owned value; 0 without an error when the key is missing; 0 with an error set. */
export function PyDict_Pop(dict: Borrowed, key: Borrowed): Owned {
  if (!isDict(dict)) return PyErr_BadInternalCall();
  if (dictUsed(dict) === 0 || keyHash(key) < 0) return 0;
  return _PyDict_Pop_KnownHash(dict, key, hashLow(), hashHigh());
}

export function _PyDict_Pop_KnownHash(dict: Borrowed, key: Borrowed, low: number, high: number): Owned {
  if (dictUsed(dict) === 0) return 0;
  const index = _Py_dict_lookup(dict, key, low, high);
  const value = dictValue(dict, index);
  if (value === 0) return 0;
  incref(value);
  deleteEntry(dict, low, high, index);
  return value;
}

/** Takes the last entry out of a dict that is not empty: its key and value at the two given words. 0, or -1. */
export function popLast(dict: Borrowed, keySlot: Address, valueSlot: Address): number {
  if (dictValues(dict) !== 0 && dictResize(dict, log2Size(dictKeys(dict)), true) < 0) return -1;
  const keys = dictKeys(dict);
  forgetVersion(keys);
  let index = entryCount(keys) - 1;
  while (index >= 0 && ptr(entryKeyAt(keys, index) + VALUE_AFTER_KEY) === 0) index--;
  const keyAt = entryKeyAt(keys, index);
  const hash = entryHashAt(keys, index);
  const slot = findSlot(keys, low(hash), high(hash), index);
  setPtr(keySlot, ptr(keyAt));
  setPtr(valueSlot, ptr(keyAt + VALUE_AFTER_KEY));
  setPtr(keyAt, 0);
  setPtr(keyAt + VALUE_AFTER_KEY, 0);
  if (!isUnicodeKeys(keys)) setI64(hash, -1, -1);
  setIndex(keys, slot, DKIX_DUMMY);
  // The slot is a DUMMY now, so no entry becomes usable again.
  setSsize(keys + PyDictKeysObject.dk_nentries, index);
  setUsed(dict, dictUsed(dict) - 1);
  nextVersion(dict);
  return 0;
}

/** PyDict_Clear */
export function PyDict_Clear(dict: Borrowed): void {
  if (!isDict(dict)) return;
  const keys = dictKeys(dict);
  const values = dictValues(dict);
  if (keys === EMPTY_KEYS) return;
  nextVersion(dict);
  setUsed(dict, 0);
  if (values === 0) {
    setPtr(dict + PyDictObject.ma_keys, EMPTY_KEYS);
    decrefKeys(keys);
    return;
  }
  const count = entryCount(keys);
  if (isEmbedded(values)) {
    const released: Address[] = [];
    for (let i = 0; i < count; i++) released.push(valueIn(values, i));
    clearValues(values, count);
    for (const value of released) xdecref(value);
    return;
  }
  setPtr(dict + PyDictObject.ma_values, 0);
  setPtr(dict + PyDictObject.ma_keys, EMPTY_KEYS);
  for (let i = 0; i < count; i++) clearSlot(valueAt(values, i));
  freeValues(values);
  decrefKeys(keys);
}
