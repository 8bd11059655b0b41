// Finding a key in a dict's table: open addressing, with comparisons that may run Python code and change the table.
import { type Address, type Borrowed, high, low, type Owned, ptr } from "../memory/memory.ts";
import { PyDictKeyEntry } from "../memory/structs/containers.ts";
import { PyASCIIObject } from "../memory/structs/text.ts";
import { Py_EQ, PyObject_Hash, PyObject_RichCompareBool } from "./abstract.ts";
import {
  DICT_KEYS_GENERAL,
  DKIX_EMPTY,
  DKIX_ERROR,
  DKIX_KEY_CHANGED,
  entryBytes,
  entryKeyAt,
  getIndex,
  isUnicodeKeys,
  keysKind,
  log2Size,
  lookupString,
  PERTURB_SHIFT,
  VALUE_AFTER_KEY,
} from "./dict_keys.ts";
import { dictKeys, dictValues } from "./dict_object.ts";
import { valueAt } from "./dict_values.ts";
import { PyErr_BadInternalCall } from "./errors.ts";
import { hashAnswer, hashAnswerFrom, hashHigh, hashLow } from "./hash.ts";
import { compactValue, isCompact } from "./long_core.ts";
import { decref, incref, isDict, typeOf } from "./object.ts";
import { PyLong_Type, PyUnicode_Type } from "./types.ts";
import { ensureHash } from "./unicode_core.ts";

// -- lookup ------------------------------------------------------------------------------------------------------------

/** The hash of a key at HASH_RESULT: 0, or -1 with an error set. */
export function keyHash(key: Borrowed): number {
  const type = typeOf(key);
  if (type === PyUnicode_Type) {
    ensureHash(key);
    return hashAnswerFrom(key + PyASCIIObject.hash);
  }
  if (type === PyLong_Type && isCompact(key)) {
    const value = compactValue(key);
    return hashAnswer(value, value >> 31);
  }
  return PyObject_Hash(key);
}

/**
 * _Py_dict_lookup: the number of the entry of a key, DKIX_EMPTY, or DKIX_ERROR with an error set. The value of an entry
 * is dictValue(dict, number): it may be 0 in a split table.
 */
export function _Py_dict_lookup(dict: Borrowed, key: Borrowed, hashLow: number, hashHigh: number): number {
  for (;;) {
    const keys = dictKeys(dict);
    if (isUnicodeKeys(keys) && typeOf(key) === PyUnicode_Type) return lookupString(keys, key);
    const index = lookupByComparison(dict, keys, key, hashLow, hashHigh);
    if (index !== DKIX_KEY_CHANGED) return index;
  }
}

/** Whether two keys of equal hash are equal: 1, 0, or -1 with an error set. */
export function sameKey(candidate: Borrowed, key: Borrowed): number {
  // Ints of one digit need no call; their equal hashes are not enough, since -1 hashes as -2 does.
  if (typeOf(candidate) === PyLong_Type && typeOf(key) === PyLong_Type && isCompact(candidate) && isCompact(key)) {
    return compactValue(candidate) === compactValue(key) ? 1 : 0;
  }
  incref(candidate);
  const equal = PyObject_RichCompareBool(candidate, key, Py_EQ);
  decref(candidate);
  return equal;
}

function lookupByComparison(
  dict: Borrowed,
  keys: Address,
  key: Borrowed,
  wantedLow: number,
  wantedHigh: number,
): number {
  const mask = (1 << log2Size(keys)) - 1;
  const bytes = entryBytes(keys);
  const firstKey = entryKeyAt(keys, 0);
  const general = keysKind(keys) === DICT_KEYS_GENERAL;
  let perturb = wantedLow;
  let perturbHigh = wantedHigh;
  let slot = wantedLow & mask;
  for (;;) {
    const index = getIndex(keys, slot);
    if (index >= 0) {
      const keyAt = firstKey + index * bytes;
      const candidate = ptr(keyAt);
      if (candidate === key) return index;
      const hash = general ? keyAt - PyDictKeyEntry.me_key : candidate + PyASCIIObject.hash;
      if (low(hash) === wantedLow && high(hash) === wantedHigh) {
        const equal = sameKey(candidate, key);
        if (equal < 0) return DKIX_ERROR;
        if (dictKeys(dict) !== keys || ptr(keyAt) !== candidate) return DKIX_KEY_CHANGED;
        if (equal > 0) return index;
      }
    } else if (index === DKIX_EMPTY) return DKIX_EMPTY;
    perturb = (perturb >>> PERTURB_SHIFT) | (perturbHigh << (32 - PERTURB_SHIFT));
    perturbHigh >>>= PERTURB_SHIFT;
    slot = (Math.imul(slot, 5) + perturb + 1) & mask;
  }
}

/**
 * _PyDictKeys_StringLookup: the number of a str in a table of str keys; DKIX_EMPTY, or DKIX_ERROR (no error set) when
 * key or table are of another kind.
 */
export function _PyDictKeys_StringLookup(keys: Address, key: Borrowed): number {
  if (typeOf(key) !== PyUnicode_Type || !isUnicodeKeys(keys)) return DKIX_ERROR;
  ensureHash(key);
  return lookupString(keys, key);
}

/** _PyDict_LookupIndex: the number of a key's entry, DKIX_EMPTY, or DKIX_ERROR with an error set. */
export function _PyDict_LookupIndex(dict: Borrowed, key: Borrowed): number {
  if (keyHash(key) < 0) return DKIX_ERROR;
  return _Py_dict_lookup(dict, key, hashLow(), hashHigh());
}

/** Where the value of an entry stands. */
export function dictValueAt(dict: Borrowed, index: number): Address {
  const values = dictValues(dict);
  return values !== 0 ? valueAt(values, index) : entryKeyAt(dictKeys(dict), index) + VALUE_AFTER_KEY;
}

/** The value that a lookup found: 0 when it answered with a negative number. */
export function dictValue(dict: Borrowed, index: number): Borrowed {
  return index < 0 ? 0 : ptr(dictValueAt(dict, index));
}

/** _PyDict_GetItem_KnownHash: the value; 0 without an error when the key is missing; 0 with an error set. */
export function _PyDict_GetItem_KnownHash(dict: Borrowed, key: Borrowed, low: number, high: number): Borrowed {
  return dictValue(dict, _Py_dict_lookup(dict, key, low, high));
}

/** PyDict_GetItemWithError: the value; 0 without an error when the key is missing; 0 with an error set. */
export function PyDict_GetItemWithError(dict: Borrowed, key: Borrowed): Borrowed {
  if (!isDict(dict)) return PyErr_BadInternalCall();
  if (typeOf(key) === PyUnicode_Type) {
    ensureHash(key);
    const keys = dictKeys(dict);
    if (isUnicodeKeys(keys)) return dictValue(dict, lookupString(keys, key));
  }
  if (keyHash(key) < 0) return 0;
  return dictValue(dict, _Py_dict_lookup(dict, key, hashLow(), hashHigh()));
}

/** PyDict_GetItemRef: an Owned value; 0 without an error when the key is missing; 0 with an error set. */
export function PyDict_GetItemRef(dict: Borrowed, key: Borrowed): Owned {
  const value = PyDict_GetItemWithError(dict, key);
  if (value !== 0) incref(value);
  return value;
}

/** PyDict_Contains: 1, 0, or -1 with an error set. */
export function PyDict_Contains(dict: Borrowed, key: Borrowed): number {
  if (keyHash(key) < 0) return -1;
  return _PyDict_Contains_KnownHash(dict, key, hashLow(), hashHigh());
}

export function _PyDict_Contains_KnownHash(dict: Borrowed, key: Borrowed, low: number, high: number): number {
  const index = _Py_dict_lookup(dict, key, low, high);
  if (index === DKIX_ERROR) return -1;
  return dictValue(dict, index) !== 0 ? 1 : 0;
}

/** _PyDict_LoadGlobal: an Owned value from globals, then builtins; 0 with or without an error. */
export function _PyDict_LoadGlobal(globals: Borrowed, builtins: Borrowed, key: Borrowed): Owned {
  if (keyHash(key) < 0) return 0;
  const low = hashLow();
  const high = hashHigh();
  let index = _Py_dict_lookup(globals, key, low, high);
  if (index === DKIX_ERROR) return 0;
  let value = dictValue(globals, index);
  if (value === 0) {
    index = _Py_dict_lookup(builtins, key, low, high);
    value = dictValue(builtins, index);
  }
  if (value !== 0) incref(value);
  return value;
}
