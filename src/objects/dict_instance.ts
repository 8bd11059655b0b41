// Attributes of instances: the values that lie inside an object, and the dict that is made when somebody asks for it.
//
//   -32  weak reference list        the preheader, when the type manages them
//   -24  managed dict               null until it is asked for
//   -16  collector's head
//     0  the object: tp_basicsize bytes
//        PyDictValues               inline values, when the type has them; its keys are the type's ht_cached_keys
//
// Invariants: while the inline values are valid, a managed dict either is null or uses them as its ma_values; when they
// are not, the dict (or no dict) holds the attributes alone.

import { gcTrack } from "../gc/link.ts";
import { type Address, type Borrowed, type Owned, ptr, setPtr, setSsize, ssize } from "../memory/memory.ts";
import { PyDictKeysObject, PyDictObject } from "../memory/structs/containers.ts";
import { PyHeapTypeObject, PyTypeObject } from "../memory/structs/object.ts";
import {
  dictKeys,
  dictUsed,
  dictValues,
  mayBeTracked,
  newDict,
  PyDict_DelItem,
  PyDict_New,
  PyDict_SetItem,
  raiseGlobalVersion,
  setUsed,
} from "./dict_core.ts";
import {
  DKIX_EMPTY,
  decrefKeys,
  EMPTY_KEYS,
  entryCount,
  increfKeys,
  insertSplitKey,
  lookupString,
  usableCount,
} from "./dict_keys.ts";
import {
  addToInsertionOrder,
  copyValues,
  freeValues,
  initValues,
  invalidate,
  isValid,
  newValues,
  removeFromInsertionOrder,
  sharedKeysCapacity,
  valueAt,
  valueIn,
  valuesBytes,
  valuesCapacity,
} from "./dict_values.ts";
import { PyErr_NoMemory, raise, raiseInt, typeNameOf } from "./errors.ts";
import {
  clearSlot,
  decref,
  Py_TPFLAGS_HEAPTYPE,
  Py_TPFLAGS_INLINE_VALUES,
  Py_TPFLAGS_MANAGED_DICT,
  sizeOf,
  typeFlags,
  typeOf,
  xdecref,
  xincref,
  xnewRef,
} from "./object.ts";
import { PyExc_AttributeError, PyUnicode_Type } from "./types.ts";
import { ensureHash, textOf } from "./unicode_core.ts";

/** Where a managed dict stands, counted from the object. */
export const MANAGED_DICT_OFFSET = -24;
/** Where a managed list of weak references stands. */
export const MANAGED_WEAKREF_OFFSET = -32;

/** _PyObject_ManagedDictPointer */
export function managedDictSlot(o: Borrowed): Address {
  return o + MANAGED_DICT_OFFSET;
}

/** _PyObject_GetManagedDict: the dict, or 0 when it was not asked for yet. */
export function _PyObject_GetManagedDict(o: Borrowed): Borrowed {
  return ptr(o + MANAGED_DICT_OFFSET);
}

/** _PyObject_InlineValues @expand */
export function inlineValues(o: Borrowed): Address {
  return o + ssize(typeOf(o) + PyTypeObject.tp_basicsize);
}

/** CACHED_KEYS: the shared table of keys of a heap type, or 0. */
export function cachedKeys(type: Borrowed): Address {
  return ptr(type + PyHeapTypeObject.ht_cached_keys);
}

/** _PyInlineValuesSize: bytes that an instance's inline values need. */
export function inlineValuesBytes(type: Borrowed): number {
  return valuesBytes(sharedKeysCapacity(cachedKeys(type)));
}

export function hasInlineValues(type: Borrowed): boolean {
  return (typeFlags(type) & Py_TPFLAGS_INLINE_VALUES) !== 0;
}

/** _PyObject_InitInlineValues: for a fresh instance; later instances get room for one key fewer. */
export function _PyObject_InitInlineValues(o: Owned, type: Borrowed): void {
  const keys = cachedKeys(type);
  if (usableCount(keys) > 1) setSsize(keys + PyDictKeysObject.dk_usable, usableCount(keys) - 1);
  const capacity = sharedKeysCapacity(keys);
  const values = o + ssize(type + PyTypeObject.tp_basicsize);
  initValues(values, capacity, 1, 1);
  for (let i = 0; i < capacity; i++) setPtr(valueAt(values, i), 0);
  setPtr(managedDictSlot(o), 0);
}

/** new_dict_with_shared_keys: an empty dict for an instance without inline values. */
function newDictWithSharedKeys(keys: Address): Owned {
  const capacity = sharedKeysCapacity(keys);
  const values = newValues(capacity);
  if (values === 0) return PyErr_NoMemory();
  for (let i = 0; i < capacity; i++) setPtr(valueAt(values, i), 0);
  increfKeys(keys);
  const dict = newDict(keys, values, 0);
  if (dict === 0) freeValues(values);
  return dict;
}

/** make_dict_from_instance_attributes: a dict that uses the values where they lie. */
function newDictFromValues(keys: Address, values: Address): Owned {
  increfKeys(keys);
  let used = 0;
  let track = false;
  const capacity = sharedKeysCapacity(keys);
  for (let i = 0; i < capacity; i++) {
    const value = valueIn(values, i);
    if (value === 0) continue;
    used++;
    track ||= mayBeTracked(value);
  }
  const dict = newDict(keys, values, used);
  if (dict !== 0 && track) gcTrack(dict);
  return dict;
}

/** _PyObject_MaterializeManagedDict: the dict of an object with inline values, made if need be; borrowed, 0 with an error. */
export function _PyObject_MaterializeManagedDict(o: Borrowed): Borrowed {
  const known = _PyObject_GetManagedDict(o);
  if (known !== 0) return known;
  const values = inlineValues(o);
  const dict = isValid(values) ? newDictFromValues(cachedKeys(typeOf(o)), values) : PyDict_New();
  setPtr(managedDictSlot(o), dict);
  return dict;
}

/** Stores in a dict, or deletes when value is 0. */
function setOrDelete(dict: Borrowed, name: Borrowed, value: Borrowed): number {
  return value === 0 ? PyDict_DelItem(dict, name) : PyDict_SetItem(dict, name, value);
}

/**
 * _PyObject_StoreInstanceAttribute: sets (or with value 0 deletes) an attribute of an object whose type has inline values.
 * 0, or -1 with an error set.
 */
export function _PyObject_StoreInstanceAttribute(o: Borrowed, name: Borrowed, value: Borrowed): number {
  const values = inlineValues(o);
  if (isValid(values)) return storeInValues(o, values, name, value);
  let dict = _PyObject_GetManagedDict(o);
  if (dict === 0) {
    dict = PyObject_GenericGetDict(o);
    if (dict === 0) return -1;
    const result = setOrDelete(dict, name, value);
    decref(dict);
    return result;
  }
  return dictValues(dict) === values ? storeInValues(o, values, name, value) : setOrDelete(dict, name, value);
}

function storeInValues(o: Borrowed, values: Address, name: Borrowed, value: Borrowed): number {
  const keys = cachedKeys(typeOf(o));
  const dict = _PyObject_GetManagedDict(o);
  let index = DKIX_EMPTY;
  if (typeOf(name) === PyUnicode_Type) {
    ensureHash(name);
    index = insertSplitKey(keys, name);
  }
  if (index === DKIX_EMPTY) {
    // The shared table has no room for the name: the attributes move to a dict of their own.
    if (dict !== 0) return setOrDelete(dict, name, value);
    const fresh = newDictFromValues(keys, values);
    if (fresh === 0) return -1;
    if (setOrDelete(fresh, name, value) < 0) {
      decref(fresh);
      return -1;
    }
    setPtr(managedDictSlot(o), fresh);
    return 0;
  }
  const at = valueAt(values, index);
  const old = ptr(at);
  if (old === 0 && value === 0) return raiseNoAttribute(o, name);
  // As in 3.13.0, this counts as a change without giving the dict a new tag, and does not track it.
  if (dict !== 0) raiseGlobalVersion();
  setPtr(at, xnewRef(value));
  if (old === 0) {
    addToInsertionOrder(values, index);
    if (dict !== 0) setUsed(dict, dictUsed(dict) + 1);
    return 0;
  }
  if (value === 0) {
    removeFromInsertionOrder(values, index);
    if (dict !== 0) setUsed(dict, dictUsed(dict) - 1);
  }
  decref(old);
  return 0;
}

function raiseNoAttribute(o: Borrowed, name: Borrowed): -1 {
  return raiseInt(PyExc_AttributeError, `'${typeNameOf(o, 100)}' object has no attribute '${textOf(name)}'`);
}

/** What _PyObject_TryGetInstanceAttribute answers when the dict must be asked. */
export const NOT_INLINE = -1;

/**
 * _PyObject_TryGetInstanceAttribute: an Owned attribute from the inline values, 0 when there is none of that name, or
 * NOT_INLINE when the values are not valid. name: exactly a str.
 */
export function _PyObject_TryGetInstanceAttribute(o: Borrowed, name: Borrowed): Owned {
  const values = inlineValues(o);
  if (!isValid(values)) return NOT_INLINE;
  ensureHash(name);
  const index = lookupString(cachedKeys(typeOf(o)), name);
  return index === DKIX_EMPTY ? 0 : xnewRef(valueIn(values, index));
}

/** _PyObject_ComputedDictPointer: where an object that manages its dict itself keeps it, or 0 if it has none. */
export function _PyObject_ComputedDictPointer(o: Borrowed): Address {
  const type = typeOf(o);
  const offset = ssize(type + PyTypeObject.tp_dictoffset);
  if (offset === 0) return 0;
  if (offset > 0) return o + offset;
  // Counted from the end of an object of variable size.
  const itemCount = Math.abs(sizeOf(o));
  const bytes = ssize(type + PyTypeObject.tp_basicsize) + itemCount * ssize(type + PyTypeObject.tp_itemsize);
  return o + ((bytes + 7) & -8) + offset;
}

/** _PyObject_IsInstanceDictEmpty */
export function _PyObject_IsInstanceDictEmpty(o: Borrowed): boolean {
  const type = typeOf(o);
  if (ssize(type + PyTypeObject.tp_dictoffset) === 0) return true;
  const flags = typeFlags(type);
  if ((flags & Py_TPFLAGS_INLINE_VALUES) !== 0) {
    const values = inlineValues(o);
    if (isValid(values)) {
      const count = entryCount(cachedKeys(type));
      for (let i = 0; i < count; i++) if (valueIn(values, i) !== 0) return false;
      return true;
    }
  }
  const dict =
    (flags & Py_TPFLAGS_MANAGED_DICT) !== 0 ? _PyObject_GetManagedDict(o) : ptr(_PyObject_ComputedDictPointer(o));
  return dict === 0 || dictUsed(dict) === 0;
}

/**
 * PyObject_VisitManagedDict: visits what the object owns through its managed dict. As in 3.13.0, valid inline values are
 * visited here even when a dict uses them, and then the dict is not.
 */
export function PyObject_VisitManagedDict(o: Borrowed, visit: (o: Borrowed) => number): number {
  const flags = typeFlags(typeOf(o));
  if ((flags & Py_TPFLAGS_MANAGED_DICT) === 0) return 0;
  if ((flags & Py_TPFLAGS_INLINE_VALUES) !== 0) {
    const values = inlineValues(o);
    if (isValid(values)) {
      const capacity = valuesCapacity(values);
      for (let i = 0; i < capacity; i++) {
        const value = valueIn(values, i);
        if (value === 0) continue;
        const stop = visit(value);
        if (stop !== 0) return stop;
      }
      return 0;
    }
  }
  const dict = _PyObject_GetManagedDict(o);
  return dict === 0 ? 0 : visit(dict);
}

/** _PyObject_SetManagedDict: gives an object another dict, or none (0). 0, or -1 with an error set. */
export function _PyObject_SetManagedDict(o: Borrowed, dict: Borrowed): number {
  const slot = managedDictSlot(o);
  const old = ptr(slot);
  if (hasInlineValues(typeOf(o))) {
    if (old === 0) {
      xincref(dict);
      setPtr(slot, dict);
      const values = inlineValues(o);
      if (isValid(values)) {
        invalidate(values);
        const capacity = valuesCapacity(values);
        for (let i = 0; i < capacity; i++) clearSlot(valueAt(values, i));
      }
      return 0;
    }
    if (_PyDict_DetachFromObject(old, o) < 0) return -1;
  }
  setPtr(slot, xnewRef(dict));
  xdecref(old);
  return 0;
}

/** PyObject_ClearManagedDict. 0, or -1 with an error set, which the caller reports as unraisable. */
export function PyObject_ClearManagedDict(o: Borrowed): number {
  return _PyObject_SetManagedDict(o, 0);
}

/** _PyDict_DetachFromObject: a dict that uses an object's inline values gets values of its own. */
export function _PyDict_DetachFromObject(dict: Borrowed, o: Borrowed): number {
  const embedded = inlineValues(o);
  if (dictValues(dict) !== embedded) return 0;
  const values = copyValues(embedded);
  if (values === 0) {
    const keys = dictKeys(dict);
    setPtr(dict + PyDictObject.ma_keys, EMPTY_KEYS);
    decrefKeys(keys);
    setUsed(dict, 0);
    PyErr_NoMemory();
    return -1;
  }
  setPtr(dict + PyDictObject.ma_values, values);
  invalidate(embedded);
  return 0;
}

/** PyObject_GenericGetDict: the Owned dict of an instance, made if need be; 0 with an error set. */
export function PyObject_GenericGetDict(o: Borrowed): Owned {
  const type = typeOf(o);
  if ((typeFlags(type) & Py_TPFLAGS_MANAGED_DICT) !== 0) return xnewRef(ensureManagedDict(o, type));
  const slot = _PyObject_ComputedDictPointer(o);
  if (slot === 0) return raise(PyExc_AttributeError, "This object has no __dict__");
  return xnewRef(ensureDict(type, slot));
}

function ensureManagedDict(o: Borrowed, type: Borrowed): Borrowed {
  const known = _PyObject_GetManagedDict(o);
  if (known !== 0) return known;
  if (hasInlineValues(type) && isValid(inlineValues(o))) return _PyObject_MaterializeManagedDict(o);
  // Only a heap type has keys for its instances to share.
  const isHeap = (typeFlags(type) & Py_TPFLAGS_HEAPTYPE) !== 0;
  const dict = isHeap ? newDictWithSharedKeys(cachedKeys(type)) : PyDict_New();
  setPtr(managedDictSlot(o), dict);
  return dict;
}

function ensureDict(type: Borrowed, slot: Address): Borrowed {
  const known = ptr(slot);
  if (known !== 0) return known;
  const keys = (typeFlags(type) & Py_TPFLAGS_HEAPTYPE) !== 0 ? cachedKeys(type) : 0;
  const dict = keys !== 0 ? newDictWithSharedKeys(keys) : PyDict_New();
  setPtr(slot, dict);
  return dict;
}

/** _PyObjectDict_SetItem: sets (or with value 0 deletes) in the dict at a slot, made if need be. 0, or -1. */
export function _PyObjectDict_SetItem(type: Borrowed, slot: Address, name: Borrowed, value: Borrowed): number {
  const dict = ensureDict(type, slot);
  return dict === 0 ? -1 : setOrDelete(dict, name, value);
}
