// Allocation of instances: tp_alloc and tp_free of object, and the tp_dealloc, tp_traverse and tp_clear of classes.
//
//   [weak list, dict] | collector head | object | items | inline values
//
// Invariant: an instance of a heap type holds a reference to its type, given back when it dies.

import { isFinalized, setFinalized } from "../gc/finalized.ts";
import { gcFree, gcNewVar, gcTrack, gcUntrack, isTracked } from "../gc/link.ts";
import { objectFree, objectMalloc } from "../memory/allocators.ts";
import { type Address, type Borrowed, fillBytes, i32, type Owned, ptr, setSsize, ssize } from "../memory/memory.ts";
import { PyMemberDef, PyTypeObject, PyVarObject } from "../memory/structs/object.ts";
import { text, textFunction } from "../memory/text.ts";
import { MEMBER_TYPES, Py_READONLY } from "./declare.ts";
import {
  _PyObject_ComputedDictPointer,
  _PyObject_InitInlineValues,
  inlineValuesBytes,
  PyObject_ClearManagedDict,
  PyObject_VisitManagedDict,
} from "./dict_instance.ts";
import { PyErr_NoMemory } from "./errors.ts";
import {
  clearSlot,
  decref,
  initObject,
  Py_TPFLAGS_HAVE_GC,
  Py_TPFLAGS_HEAPTYPE,
  Py_TPFLAGS_INLINE_VALUES,
  Py_TPFLAGS_MANAGED_DICT,
  refcount,
  runWithinDealloc,
  sizeOf,
  typeFlags,
  typeOf,
} from "./object.ts";
import { PyObject_ClearWeakRefs, weaklistSlot } from "./weakref_core.ts";

/** Bytes of an instance with itemCount items (one more, as CPython's sentinel, for those that have items). */
export function instanceBytes(type: Borrowed, itemCount: number): number {
  const itemBytes = ssize(type + PyTypeObject.tp_itemsize);
  return (ssize(type + PyTypeObject.tp_basicsize) + (itemBytes === 0 ? 0 : (itemCount + 1) * itemBytes) + 7) & -8;
}

/** PyType_GenericAlloc: zeroed, tracked; 0 with MemoryError set. */
export function PyType_GenericAlloc(type: Borrowed, itemCount: number): Owned {
  const o = allocateInstance(type, itemCount);
  if (o !== 0 && typeFlags(type) & Py_TPFLAGS_HAVE_GC) gcTrack(o);
  return o;
}

/** The same, not tracked yet. */
export function allocateInstance(type: Borrowed, itemCount: number): Owned {
  const flags = typeFlags(type);
  const bytes = instanceBytes(type, itemCount);
  const more = flags & Py_TPFLAGS_INLINE_VALUES ? inlineValuesBytes(type) : 0;
  const o = flags & Py_TPFLAGS_HAVE_GC ? gcNewVar(type, bytes + more) : objectMalloc(bytes);
  if (o === 0) return PyErr_NoMemory();
  fillBytes(o, 0, bytes);
  initObject(o, type);
  if (ssize(type + PyTypeObject.tp_itemsize) !== 0) setSsize(o + PyVarObject.ob_size, itemCount);
  if (flags & Py_TPFLAGS_INLINE_VALUES) _PyObject_InitInlineValues(o, type);
  return o;
}

export const genericAlloc = text("PyType_GenericAlloc", PyType_GenericAlloc);
export const objectFreeText = text("PyObject_Free", (o: Address): void => objectFree(o));
export const gcFreeText = text("PyObject_GC_Del", (o: Address): void => gcFree(o));

/** The member table of a class with __slots__: behind the heap type object itself. */
export function heapMembers(type: Borrowed): Address {
  return type + ssize(typeOf(type) + PyTypeObject.tp_basicsize);
}

function forEachSlot(type: Borrowed, visit: (offset: number) => number): number {
  const count = sizeOf(type);
  let member = heapMembers(type);
  for (let i = 0; i < count; i++, member += PyMemberDef.sizeof) {
    if (i32(member + PyMemberDef.type) !== MEMBER_TYPES.object_ex) continue;
    if (i32(member + PyMemberDef.flags) & Py_READONLY) continue;
    const stop = visit(i32(member + PyMemberDef.offset));
    if (stop !== 0) return stop;
  }
  return 0;
}

/** The nearest base whose slot is not the one for classes. */
function builtinBase(type: Borrowed, slot: number, own: Address): Borrowed {
  let base = type;
  while (base !== 0 && ptr(base + slot) === own) base = ptr(base + PyTypeObject.tp_base);
  return base;
}

function subtype_traverse(o: Address, visit: (o: Address) => number): number {
  const type = typeOf(o);
  let base = type;
  while (ptr(base + PyTypeObject.tp_traverse) === subtypeTraverse) {
    if (sizeOf(base) > 0) {
      const stop = forEachSlot(base, (offset) => {
        const value = ptr(o + offset);
        return value === 0 ? 0 : visit(value);
      });
      if (stop !== 0) return stop;
    }
    base = ptr(base + PyTypeObject.tp_base);
  }
  if (typeFlags(type) & Py_TPFLAGS_MANAGED_DICT) {
    const stop = PyObject_VisitManagedDict(o, visit);
    if (stop !== 0) return stop;
  } else if (ssize(type + PyTypeObject.tp_dictoffset) !== ssize(base + PyTypeObject.tp_dictoffset)) {
    const slot = _PyObject_ComputedDictPointer(o);
    if (slot !== 0 && ptr(slot) !== 0) {
      const stop = visit(ptr(slot));
      if (stop !== 0) return stop;
    }
  }
  const f = ptr(base + PyTypeObject.tp_traverse);
  // A base that is a heap type visits the type of the instance itself.
  if (typeFlags(type) & Py_TPFLAGS_HEAPTYPE && (f === 0 || (typeFlags(base) & Py_TPFLAGS_HEAPTYPE) === 0)) {
    const stop = visit(type);
    if (stop !== 0) return stop;
  }
  return f === 0 ? 0 : textFunction<(o: Address, visit: (o: Address) => number) => number>(f)(o, visit);
}
export const subtypeTraverse: Address = text("subtype_traverse", subtype_traverse);

function clearSlots(type: Borrowed, o: Address): void {
  forEachSlot(type, (offset) => {
    clearSlot(o + offset);
    return 0;
  });
}

function subtype_clear(o: Address): number {
  const type = typeOf(o);
  let base = type;
  while (ptr(base + PyTypeObject.tp_clear) === subtypeClear) {
    if (sizeOf(base) > 0) clearSlots(base, o);
    base = ptr(base + PyTypeObject.tp_base);
  }
  if (typeFlags(type) & Py_TPFLAGS_MANAGED_DICT) {
    if ((typeFlags(base) & Py_TPFLAGS_MANAGED_DICT) === 0) PyObject_ClearManagedDict(o);
  } else if (ssize(type + PyTypeObject.tp_dictoffset) !== ssize(base + PyTypeObject.tp_dictoffset)) {
    const slot = _PyObject_ComputedDictPointer(o);
    if (slot !== 0) clearSlot(slot);
  }
  const f = ptr(base + PyTypeObject.tp_clear);
  return f === 0 ? 0 : textFunction(f)(o);
}
export const subtypeClear: Address = text("subtype_clear", subtype_clear);

/** Runs __del__ once: true when the object is alive again. As PyObject_CallFinalizerFromDealloc. */
export function finalizeFromDealloc(o: Address): boolean {
  const type = typeOf(o);
  const finalize = ptr(type + PyTypeObject.tp_finalize);
  if (finalize === 0) return false;
  const collected = (typeFlags(type) & Py_TPFLAGS_HAVE_GC) !== 0;
  if (collected && isFinalized(o)) return false;
  setSsize(o, 1);
  runWithinDealloc(() => textFunction(finalize)(o));
  if (collected) setFinalized(o);
  if (refcount(o) > 1) {
    setSsize(o, refcount(o) - 1);
    return true;
  }
  setSsize(o, 0);
  return false;
}

function subtype_dealloc(o: Address): void {
  const type = typeOf(o);
  const collected = (typeFlags(type) & Py_TPFLAGS_HAVE_GC) !== 0;
  const hasFinalizer = ptr(type + PyTypeObject.tp_finalize) !== 0;
  if (collected && hasFinalizer && !isTracked(o)) gcTrack(o);
  if (hasFinalizer && finalizeFromDealloc(o)) return;
  if (collected) gcUntrack(o);
  const base = builtinBase(type, PyTypeObject.tp_dealloc, subtypeDealloc);
  const weaklist = weaklistSlot(o);
  if (weaklist !== 0 && ssize(base + PyTypeObject.tp_weaklistoffset) === 0) PyObject_ClearWeakRefs(o);
  for (
    let t = type;
    t !== 0 && ptr(t + PyTypeObject.tp_dealloc) === subtypeDealloc;
    t = ptr(t + PyTypeObject.tp_base)
  ) {
    if (sizeOf(t) > 0) clearSlots(t, o);
  }
  if (typeFlags(type) & Py_TPFLAGS_MANAGED_DICT) PyObject_ClearManagedDict(o);
  else if (ssize(type + PyTypeObject.tp_dictoffset) !== 0 && ssize(base + PyTypeObject.tp_dictoffset) === 0) {
    const slot = _PyObject_ComputedDictPointer(o);
    if (slot !== 0) clearSlot(slot);
  }
  // The base's dealloc frees through the type's tp_free; a collected base expects a tracked object.
  if (collected && typeFlags(base) & Py_TPFLAGS_HAVE_GC) gcTrack(o);
  // A base that is a heap type gives the reference back itself; with the last one, both types are gone.
  // A finalizer may have assigned to __class__: the reference is to what the type is now.
  const last = typeOf(o);
  const isOwnReference = (typeFlags(last) & ~typeFlags(base) & Py_TPFLAGS_HEAPTYPE) !== 0;
  textFunction(ptr(base + PyTypeObject.tp_dealloc))(o);
  if (isOwnReference) decref(last);
}
export const subtypeDealloc: Address = text("subtype_dealloc", subtype_dealloc);

/** Frees an instance of a module's type, or of a class that inherits from one, and gives back its reference to the type. */
export function freeOfHeapType(o: Address): void {
  const type = typeOf(o);
  textFunction(ptr(type + PyTypeObject.tp_free))(o);
  decref(type);
}

/** Calls the tp_free of an object's type: how the dealloc of a built-in type frees instances of subclasses too. */
export function freeInstance(o: Address): void {
  textFunction(ptr(typeOf(o) + PyTypeObject.tp_free))(o);
}
