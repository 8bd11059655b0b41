// Finding a name in a type: its dict, the method resolution order, version tags and the cache of look-ups.
//
// A heap type keeps dict, subclasses and weak list in itself; a static type keeps them in interpreter state, at the index
// that tp_subclasses holds (plus one). A version tag stands for "the attributes of this type and its bases as they are";
// any change clears it, in the type and all its subclasses.
// Invariant: a cache entry whose version equals a type's current tag holds what a walk along the MRO would find.
import { INTERPRETER } from "../memory/data.ts";
import { type Address, type Borrowed, i32, low, ptr, setI32, setPtr, setU16, u16, u32 } from "../memory/memory.ts";
import { PyWeakReference } from "../memory/structs/iterators.ts";
import { PyHeapTypeObject, PyTypeObject } from "../memory/structs/object.ts";
import {
  managed_static_type_state,
  PyInterpreterState,
  type_cache_entry,
  types_state,
} from "../memory/structs/runtime.ts";
import { PyASCIIObject } from "../memory/structs/text.ts";
import { _PyDict_GetItem_KnownHash, nextValue, PyDict_GetItemWithError, PyDict_Next } from "./dict_core.ts";
import { PyErr_Clear, PyErr_Occurred } from "./errors.ts";
import {
  _Py_TPFLAGS_STATIC_BUILTIN,
  isImmortal,
  newRef,
  Py_TPFLAGS_HEAPTYPE,
  Py_TPFLAGS_IMMUTABLETYPE,
  Py_TPFLAGS_READY,
  replaceSlot,
  sizeOf,
  typeFlags,
} from "./object.ts";
import { PyTuple_GET_ITEM } from "./tuple_core.ts";
import { Py_None } from "./types.ts";
import { ensureHash, PyUnicode_CHECK_INTERNED, PyUnicode_CheckExact, PyUnicode_GET_LENGTH } from "./unicode_core.ts";

const TYPES = INTERPRETER + PyInterpreterState.types;
const CACHE = TYPES + types_state.type_cache_hashtable;
const CACHE_SIZE_EXP = 12;
const MAX_CACHED_NAME_LENGTH = 100;
const MAX_VERSIONS_PER_CLASS = 1000;

/** managed_static_type_state of a static type. */
export function staticState(type: Borrowed): Address {
  const index = ptr(type + PyTypeObject.tp_subclasses) - 1;
  return TYPES + types_state.builtins_initialized + index * managed_static_type_state.sizeof;
}

/** Gives a static type its state, at boot. */
export function initializeStaticState(type: Borrowed): void {
  const count = low(TYPES + types_state.builtins_num_initialized);
  setPtr(type + PyTypeObject.tp_subclasses, count + 1);
  setPtr(TYPES + types_state.builtins_num_initialized, count + 1);
  const state = staticState(type);
  setPtr(state + managed_static_type_state.type, type);
  setI32(state + managed_static_type_state.isbuiltin, 1);
  setI32(state + managed_static_type_state.ready, 1);
}

function isStatic(type: Borrowed): boolean {
  return (typeFlags(type) & _Py_TPFLAGS_STATIC_BUILTIN) !== 0;
}

/** Where the type's dict pointer stands. */
export function typeDictSlot(type: Borrowed): Address {
  return isStatic(type) ? staticState(type) + managed_static_type_state.tp_dict : type + PyTypeObject.tp_dict;
}

/** The type's dict, borrowed. */
export function typeDict(type: Borrowed): Borrowed {
  return ptr(typeDictSlot(type));
}

export function typeSubclassesSlot(type: Borrowed): Address {
  return isStatic(type)
    ? staticState(type) + managed_static_type_state.tp_subclasses
    : type + PyTypeObject.tp_subclasses;
}

/** Where the head of the type's list of weak references stands. */
export function typeWeaklistSlot(type: Borrowed): Address {
  return isStatic(type) ? staticState(type) + managed_static_type_state.tp_weaklist : type + PyTypeObject.tp_weaklist;
}

/** Calls visit for each living direct subclass. */
export function forEachSubclass(type: Borrowed, visit: (subclass: Borrowed) => void): void {
  const subclasses = ptr(typeSubclassesSlot(type));
  if (subclasses === 0) return;
  const living: Address[] = [];
  for (let position = PyDict_Next(subclasses, 0); position > 0; position = PyDict_Next(subclasses, position)) {
    const subclass = ptr(nextValue() + PyWeakReference.wr_object);
    if (subclass !== Py_None && subclass !== 0) living.push(subclass);
  }
  for (const subclass of living) visit(subclass);
}

/** PyType_Modified: the type's attributes, and so its subclasses', have changed. */
export function PyType_Modified(type: Borrowed): void {
  if (u32(type + PyTypeObject.tp_version_tag) === 0) return;
  forEachSubclass(type, PyType_Modified);
  setI32(type + PyTypeObject.tp_version_tag, 0);
  // What BINARY_SUBSCR_GETITEM calls is checked by this alone.
  if (typeFlags(type) & Py_TPFLAGS_HEAPTYPE) setPtr(type + PyHeapTypeObject._spec_cache_getitem, 0);
}

/** Gives the type a version tag if it can have one. */
export function assignVersionTag(type: Borrowed): boolean {
  if (u32(type + PyTypeObject.tp_version_tag) !== 0) return true;
  if ((typeFlags(type) & Py_TPFLAGS_READY) === 0) return false;
  const used = u16(type + PyTypeObject.tp_versions_used);
  if (used >= MAX_VERSIONS_PER_CLASS) return false;
  const bases = ptr(type + PyTypeObject.tp_bases);
  const count = bases === 0 ? 0 : sizeOf(bases);
  for (let i = 0; i < count; i++) if (!assignVersionTag(PyTuple_GET_ITEM(bases, i))) return false;
  setU16(type + PyTypeObject.tp_versions_used, used + 1);
  const counter = TYPES + types_state.next_version_tag;
  const version = u32(counter);
  if (version === 0) return false;
  setI32(counter, version + 1);
  setI32(type + PyTypeObject.tp_version_tag, version);
  return true;
}

/** First of the version tags that heap types get, as in CPython: static types have the ones below. */
export const FIRST_VERSION_TAG = 1 << 16;
export function initializeVersionTags(): void {
  setI32(TYPES + types_state.next_version_tag, FIRST_VERSION_TAG);
  for (let i = 0; i < 1 << CACHE_SIZE_EXP; i++) {
    const entry = CACHE + i * type_cache_entry.sizeof;
    setPtr(entry + type_cache_entry.name, Py_None);
  }
}

/** A name along the MRO, without the cache: borrowed, or 0 (no error is ever set). */
export function findInMro(type: Borrowed, name: Borrowed): Borrowed {
  const mro = ptr(type + PyTypeObject.tp_mro);
  if (mro === 0) return 0;
  ensureHash(name);
  const hashLow = low(name + PyASCIIObject.hash);
  const hashHigh = i32(name + PyASCIIObject.hash + 4);
  const count = sizeOf(mro);
  for (let i = 0; i < count; i++) {
    const dict = typeDict(PyTuple_GET_ITEM(mro, i));
    if (dict === 0) continue;
    const value = _PyDict_GetItem_KnownHash(dict, name, hashLow, hashHigh);
    if (value !== 0) return value;
    if (PyErr_Occurred() !== 0) PyErr_Clear();
  }
  return 0;
}

/** _PyType_Lookup: a name in the type or its bases, borrowed, or 0 without an error. */
export function _PyType_Lookup(type: Borrowed, name: Borrowed): Borrowed {
  const version = u32(type + PyTypeObject.tp_version_tag);
  const index = ((version ^ (name >>> 3)) & ((1 << CACHE_SIZE_EXP) - 1)) * type_cache_entry.sizeof;
  const entry = CACHE + index;
  if (
    version !== 0 &&
    u32(entry + type_cache_entry.version) === version &&
    ptr(entry + type_cache_entry.name) === name
  ) {
    return ptr(entry + type_cache_entry.value);
  }
  const value = findInMro(type, name);
  if (canCacheName(name) && assignVersionTag(type)) {
    const current = u32(type + PyTypeObject.tp_version_tag);
    const at = CACHE + ((current ^ (name >>> 3)) & ((1 << CACHE_SIZE_EXP) - 1)) * type_cache_entry.sizeof;
    setI32(at + type_cache_entry.version, current);
    setPtr(at + type_cache_entry.value, value);
    replaceSlot(at + type_cache_entry.name, newRef(name));
  }
  return value;
}

function canCacheName(name: Borrowed): boolean {
  return (
    PyUnicode_CheckExact(name) &&
    PyUnicode_GET_LENGTH(name) <= MAX_CACHED_NAME_LENGTH &&
    (PyUnicode_CHECK_INTERNED(name) !== 0 || isImmortal(name))
  );
}

/** Whether a type's attributes can be changed by a program. */
export function isImmutableType(type: Borrowed): boolean {
  return (typeFlags(type) & Py_TPFLAGS_IMMUTABLETYPE) !== 0;
}

/** Whether name, bases and the like are fixed: those of a static type have no place of their own. */
export function hasFixedHead(type: Borrowed): boolean {
  return (typeFlags(type) & (Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_HEAPTYPE)) !== Py_TPFLAGS_HEAPTYPE;
}

/** A name in one type's own dict: borrowed, or 0 without an error. */
export function ownAttribute(type: Borrowed, name: Borrowed): Borrowed {
  const dict = typeDict(type);
  if (dict === 0) return 0;
  const value = PyDict_GetItemWithError(dict, name);
  if (value === 0 && PyErr_Occurred() !== 0) PyErr_Clear();
  return value;
}

/** Whether instances of `type` are initialized as those of `base` are: then its tp_new takes no more arguments than base's. */
export function sharesInit(type: Borrowed, base: Borrowed): boolean {
  return type === base || ptr(type + PyTypeObject.tp_init) === ptr(base + PyTypeObject.tp_init);
}
