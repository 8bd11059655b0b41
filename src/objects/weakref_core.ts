// Weak references: the list of them that an object heads, and their creation (weakref.ts declares the types).
//
// An object's list is doubly linked through wr_prev and wr_next; its head stands at the type's weak list offset, before
// the object for managed ones, in interpreter state for static types.
// Invariant: a reference without a callback comes first in the list, so that one can be shared.
import { gcNewVar, gcTrack } from "../gc/link.ts";
import { type Address, type Borrowed, type Owned, ptr, setI64, setPtr, ssize } from "../memory/memory.ts";
import { PyWeakReference } from "../memory/structs/iterators.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { PyErr_NoMemory, raise, typeNameOf } from "./errors.ts";
import {
  _Py_TPFLAGS_STATIC_BUILTIN,
  initObject,
  isSubtype,
  isType,
  newRef,
  Py_TPFLAGS_MANAGED_WEAKREF,
  typeFlags,
  typeOf,
} from "./object.ts";
import { typeWeaklistSlot } from "./type_lookup.ts";
import { _PyWeakref_RefType, Py_None, PyExc_TypeError } from "./types.ts";

/** Where the head of an object's list stands, or 0 when its type supports none. */
export function weaklistSlot(o: Borrowed): Address {
  if (isType(o) && typeFlags(o) & _Py_TPFLAGS_STATIC_BUILTIN) return typeWeaklistSlot(o);
  const type = typeOf(o);
  if (typeFlags(type) & Py_TPFLAGS_MANAGED_WEAKREF) return o - 32;
  const offset = ssize(type + PyTypeObject.tp_weaklistoffset);
  return offset > 0 ? o + offset : 0;
}

function isBasic(reference: Address, type: Borrowed): boolean {
  return reference !== 0 && typeOf(reference) === type && ptr(reference + PyWeakReference.wr_callback) === 0;
}

/** Puts a reference into the list, behind `previous` (0: at the head). */
export function insertReference(slot: Address, reference: Address, previous: Address): void {
  const next = previous === 0 ? ptr(slot) : ptr(previous + PyWeakReference.wr_next);
  setPtr(reference + PyWeakReference.wr_prev, previous);
  setPtr(reference + PyWeakReference.wr_next, next);
  if (previous === 0) setPtr(slot, reference);
  else setPtr(previous + PyWeakReference.wr_next, reference);
  if (next !== 0) setPtr(next + PyWeakReference.wr_prev, reference);
}

/** PyWeakref_NewRef: type is ref, proxy, callable proxy or a subclass of ref; callback borrowed or 0. */
export function newReference(type: Borrowed, o: Borrowed, callback: Borrowed): Owned {
  const slot = weaklistSlot(o);
  if (slot === 0) return raise(PyExc_TypeError, `cannot create weak reference to '${typeNameOf(o)}' object`);
  const first = ptr(slot);
  const isOfSubclass = type !== _PyWeakref_RefType && isSubtype(type, _PyWeakref_RefType);
  if (callback === 0) {
    for (
      let at = first;
      at !== 0 && ptr(at + PyWeakReference.wr_callback) === 0;
      at = ptr(at + PyWeakReference.wr_next)
    ) {
      if (isBasic(at, type) && !isOfSubclass) return newRef(at);
    }
  }
  const reference = gcNewVar(type, ssize(type + PyTypeObject.tp_basicsize));
  if (reference === 0) return PyErr_NoMemory();
  initObject(reference, type);
  for (let at = PyWeakReference.sizeof; at < ssize(type + PyTypeObject.tp_basicsize); at += 8)
    setPtr(reference + at, 0);
  setPtr(reference + PyWeakReference.wr_object, o);
  setPtr(reference + PyWeakReference.wr_callback, callback === 0 ? 0 : newRef(callback));
  setI64(reference + PyWeakReference.hash, -1, -1);
  setPtr(reference + PyWeakReference.vectorcall, referenceVectorcall);
  let previous = 0;
  if (callback !== 0 || type !== _PyWeakref_RefType) {
    for (
      let at = first;
      at !== 0 && ptr(at + PyWeakReference.wr_callback) === 0;
      at = ptr(at + PyWeakReference.wr_next)
    ) {
      previous = at;
    }
  }
  insertReference(slot, reference, previous);
  gcTrack(reference);
  return reference;
}

/** A plain weak reference to an object. */
export function newWeakReference(o: Borrowed): Owned {
  return newReference(_PyWeakref_RefType, o, 0);
}

/** Takes a reference out of its object's list: it is dead afterwards. */
export function clearReference(reference: Address): void {
  const o = ptr(reference + PyWeakReference.wr_object);
  if (o === Py_None || o === 0) return;
  const previous = ptr(reference + PyWeakReference.wr_prev);
  const next = ptr(reference + PyWeakReference.wr_next);
  if (previous === 0) setPtr(weaklistSlot(o), next);
  else setPtr(previous + PyWeakReference.wr_next, next);
  if (next !== 0) setPtr(next + PyWeakReference.wr_prev, previous);
  setPtr(reference + PyWeakReference.wr_object, Py_None);
  setPtr(reference + PyWeakReference.wr_prev, 0);
  setPtr(reference + PyWeakReference.wr_next, 0);
}

let referenceVectorcall: Address = 0;
/** weakref.ts registers the vectorcall of references. */
export function setReferenceVectorcall(address: Address): void {
  referenceVectorcall = address;
}

let clearAll: (o: Borrowed) => void = () => {};
/** weakref.ts registers PyObject_ClearWeakRefs, which calls back. */
export function setClearWeakRefs(clear: (o: Borrowed) => void): void {
  clearAll = clear;
}
/** PyObject_ClearWeakRefs: called by the tp_dealloc of every type that can be referred to. */
export function PyObject_ClearWeakRefs(o: Borrowed): void {
  const slot = weaklistSlot(o);
  if (slot !== 0 && ptr(slot) !== 0) clearAll(o);
}
