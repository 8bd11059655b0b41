// Every object begins with its reference count and its type. This file counts references and ends lives.
//
//   +0  ob_refcnt   64 bits; only the low word counts. Low word negative as int32: immortal, never changed.
//   +8  ob_type     PyTypeObject
//
// Invariant: whoever holds an Owned address releases it exactly once; a count that reaches 0 calls tp_dealloc at once.
import { gcHead, gcUntrack, PREV_FLAGS } from "../gc/link.ts";
import { THREAD } from "../memory/data.ts";
import {
  type Address,
  type Borrowed,
  i32,
  low,
  type Owned,
  ptr,
  setI32,
  setI64,
  setPtr,
  u32,
} from "../memory/memory.ts";
import { PyGC_Head, PyHeapTypeObject, PyObject, PyTypeObject, PyVarObject } from "../memory/structs/object.ts";
import { PyThreadState } from "../memory/structs/runtime.ts";
import {
  Py_TPFLAGS_BASE_EXC_SUBCLASS,
  Py_TPFLAGS_BYTES_SUBCLASS,
  Py_TPFLAGS_DICT_SUBCLASS,
  Py_TPFLAGS_HAVE_GC,
  Py_TPFLAGS_HEAPTYPE,
  Py_TPFLAGS_LIST_SUBCLASS,
  Py_TPFLAGS_LONG_SUBCLASS,
  Py_TPFLAGS_TUPLE_SUBCLASS,
  Py_TPFLAGS_TYPE_SUBCLASS,
  Py_TPFLAGS_UNICODE_SUBCLASS,
} from "../memory/structs/type_flags.ts";
import { textFunction } from "../memory/text.ts";

export const IMMORTAL_LOW = 0xffffffff | 0;

/** One reference more. @expand loop */
export function incref(o: Address): void {
  const count = (i32(o) + 1) | 0;
  if (count !== 0) setI32(o, count);
}

export function xincref(o: Address): void {
  if (o !== 0) incref(o);
}

/** One reference less; the last one ends the object's life. @expand loop */
export function decref(o: Address): void {
  const count = i32(o);
  if (count > 1) setI32(o, count - 1);
  else if (count >= 0) {
    setI32(o, 0);
    dealloc(o);
  }
}

/** The same for a pointer that may be null. @expand loop */
export function xdecref(o: Address): void {
  if (o !== 0) decref(o);
}

/** A new reference to a borrowed object. */
export function newRef(o: Borrowed): Owned {
  incref(o);
  return o;
}

export function xnewRef(o: Borrowed): Owned {
  if (o !== 0) incref(o);
  return o;
}

/** Clears a pointer slot before its old value is released, so that no one sees a dying object through it. */
export function clearSlot(slot: Address): void {
  const old = ptr(slot);
  if (old !== 0) {
    setPtr(slot, 0);
    decref(old);
  }
}

/** Stores an Owned reference in a slot, then releases what the slot held. */
export function replaceSlot(slot: Address, value: Owned): void {
  const old = ptr(slot);
  setPtr(slot, value);
  if (old !== 0) decref(old);
}

export function isImmortal(o: Address): boolean {
  return i32(o) < 0;
}

export function refcount(o: Address): number {
  return u32(o);
}

/** Writes the head of an immortal static object. */
export function initImmortal(o: Address, type: Address): void {
  setI64(o, IMMORTAL_LOW, 0);
  setPtr(o + PyObject.ob_type, type);
}

/** Writes the head of a fresh object with one reference; a reference to a heap type is counted. */
export function initObject(o: Address, type: Address): Address {
  setI64(o, 1, 0);
  setPtr(o + PyObject.ob_type, type);
  if (u32(type + PyTypeObject.tp_flags) & Py_TPFLAGS_HEAPTYPE) incref(type);
  return o;
}

/** ob_type. @expand */
export function typeOf(o: Address): Borrowed {
  return ptr(o + PyObject.ob_type);
}

declare const MODULE_TYPE: unique symbol;
/**
 * Where a module keeps the type that it made when it was executed: the address of a static pointer, null until then, which
 * holds a reference. (C has these in the state of the module.)
 */
export type TypeCell = { readonly [MODULE_TYPE]: true };

/** The type in a cell; 0 before the module was executed. @expand */
export function typeIn(cell: TypeCell): Borrowed {
  return ptr(cell as unknown as Address);
}

/** Keeps a type in a cell, which takes the reference over. */
export function setTypeIn(cell: TypeCell, type: Owned): void {
  setPtr(cell as unknown as Address, type);
}

/** ob_size. @expand */
export function sizeOf(o: Address): number {
  return i32(o + PyVarObject.ob_size);
}

// -- type flags: facts of Include/object.h -----------------------------------------------------------------------------

export * from "../memory/structs/type_flags.ts";

/** Whether a class statement or a call of a metaclass made the type: then what it does may be written in Python. */
export function isPythonClass(type: Address): boolean {
  return (typeFlags(type) & Py_TPFLAGS_HEAPTYPE) !== 0 && ptr(type + PyHeapTypeObject._ht_tpname) === 0;
}

export function typeFlags(type: Address): number {
  return i32(type + PyTypeObject.tp_flags);
}

export function hasTypeFlag(o: Address, flag: number): boolean {
  return (typeFlags(typeOf(o)) & flag) !== 0;
}

export const isInt = (o: Address): boolean => hasTypeFlag(o, Py_TPFLAGS_LONG_SUBCLASS);
export const isList = (o: Address): boolean => hasTypeFlag(o, Py_TPFLAGS_LIST_SUBCLASS);
export const isTuple = (o: Address): boolean => hasTypeFlag(o, Py_TPFLAGS_TUPLE_SUBCLASS);
export const isBytes = (o: Address): boolean => hasTypeFlag(o, Py_TPFLAGS_BYTES_SUBCLASS);
export const isUnicode = (o: Address): boolean => hasTypeFlag(o, Py_TPFLAGS_UNICODE_SUBCLASS);
export const isDict = (o: Address): boolean => hasTypeFlag(o, Py_TPFLAGS_DICT_SUBCLASS);
export const isException = (o: Address): boolean => hasTypeFlag(o, Py_TPFLAGS_BASE_EXC_SUBCLASS);
export const isType = (o: Address): boolean => hasTypeFlag(o, Py_TPFLAGS_TYPE_SUBCLASS);

/** PyType_IsSubtype: by the method resolution order, or the chain of bases while a type is being made ready. */
export function isSubtype(a: Address, b: Address): boolean {
  if (a === b) return true;
  const mro = ptr(a + PyTypeObject.tp_mro);
  if (mro !== 0) {
    const count = sizeOf(mro);
    for (let i = 0; i < count; i++) if (ptr(mro + TUPLE_ITEMS + i * 8) === b) return true;
    return false;
  }
  for (let base = a; base !== 0; base = ptr(base + PyTypeObject.tp_base)) if (base === b) return true;
  return false;
}

/** Offset of a tuple's first item; the tuple's own table is checked against it. */
const TUPLE_ITEMS = PyVarObject.sizeof;

/** PyObject_TypeCheck */
export function isInstanceOf(o: Address, type: Address): boolean {
  return typeOf(o) === type || isSubtype(typeOf(o), type);
}

// -- the end of a life -------------------------------------------------------------------------------------------------

// The trashcan: containers deep in containers would nest one JavaScript call a level. Beyond this depth an object of a
// collected type waits and dies when the outermost dealloc returns, the last to wait first.
//
//   delete_later  →  object  →  object  →  0        each _gc_prev, above its flags, names the next
//
// Invariants: what waits is untracked, so that a collection in between does not see it; its count is 0. The chain is empty
// and the depth 0 whenever an instruction begins, so no run depends on them.
const TRASHCAN_DEPTH = 50;
const DELETE_LATER = THREAD + PyThreadState.delete_later;
let depth = 0;

/** After a restore: an instruction that was abandoned in the middle left nothing behind. */
export function forgetTrashcan(): void {
  depth = 0;
}

/** Calls tp_dealloc of an object whose count has reached 0. */
export function dealloc(o: Address): void {
  const type = ptr(o + PyObject.ob_type);
  if ((i32(type + PyTypeObject.tp_flags) & Py_TPFLAGS_HAVE_GC) === 0) {
    textFunction(ptr(type + PyTypeObject.tp_dealloc))(o);
    return;
  }
  if (depth >= TRASHCAN_DEPTH) {
    putOff(o);
    return;
  }
  depth++;
  textFunction(ptr(type + PyTypeObject.tp_dealloc))(o);
  if (depth === 1) while (ptr(DELETE_LATER) !== 0) deallocWaiting();
  depth--;
}

function putOff(o: Address): void {
  gcUntrack(o);
  const previous = gcHead(o) + PyGC_Head._gc_prev;
  setPtr(previous, (low(previous) & PREV_FLAGS) | ptr(DELETE_LATER));
  setPtr(DELETE_LATER, o);
}

function deallocWaiting(): void {
  const o = ptr(DELETE_LATER);
  const previous = gcHead(o) + PyGC_Head._gc_prev;
  setPtr(DELETE_LATER, low(previous) & ~PREV_FLAGS);
  setPtr(previous, low(previous) & PREV_FLAGS);
  textFunction(ptr(ptr(o + PyObject.ob_type) + PyTypeObject.tp_dealloc))(o);
}

/**
 * Runs code of a program within a dealloc: a finalizer, a callback. What dies in it dies at once, as anywhere else; what
 * waits outside goes on waiting.
 */
export function runWithinDealloc(run: () => void): void {
  const outerDepth = depth;
  const outerChain = ptr(DELETE_LATER);
  depth = 0;
  setPtr(DELETE_LATER, 0);
  run();
  setPtr(DELETE_LATER, outerChain);
  depth = outerDepth;
}
