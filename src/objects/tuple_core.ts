// The storage of tuples: what every tier needs before the type itself is declared (tuple.ts).
//
//   PyTupleObject:  ob_refcnt  ob_type  ob_size  ob_item[0] …   after a collector's head
//
// Invariant: a tuple that left the function which made it has no null item and never changes. Free lists hold dead
// tuples of 1 to 20 items by size, linked through their first item; the empty tuple is one immortal object.
import { assert } from "../base/assert.ts";
import { gcFree, gcNewVar, gcTrack, gcUntrack, isTracked } from "../gc/link.ts";
import { RUNTIME } from "../memory/data.ts";
import { type Address, type Borrowed, i32, type Owned, ptr, setI32, setPtr, setSsize } from "../memory/memory.ts";
import { PyTupleObject } from "../memory/structs/containers.ts";
import { PyVarObject } from "../memory/structs/object.ts";
import { _Py_static_objects, _PyRuntimeState } from "../memory/structs/runtime.ts";
import { tupleFreeListCountAt, tupleFreeListHeadAt } from "./free_lists.ts";
import { decref, incref, initImmortal, initObject, sizeOf, xdecref } from "./object.ts";
import { PyTuple_Type } from "./types.ts";

assert(PyTupleObject.ob_item === PyVarObject.sizeof, "a tuple's items follow its head");

export const ITEMS = PyTupleObject.ob_item;
const ITEM_BYTES = 8;
/** Sizes up to this have a free list; each list holds at most so many. */
export const PyTuple_MAXSAVESIZE = 20;
export const PyTuple_MAXFREELIST = 2000;

/** The empty tuple: static, immortal. */
export const emptyTuple: Address = RUNTIME + _PyRuntimeState.static_objects + _Py_static_objects.tuple_empty;

export function initializeEmptyTuple(): void {
  initImmortal(emptyTuple, PyTuple_Type);
  setSsize(emptyTuple + PyVarObject.ob_size, 0);
}

export function PyTuple_GET_ITEM(tuple: Borrowed, index: number): Borrowed {
  return ptr(tuple + ITEMS + index * ITEM_BYTES);
}

export function PyTuple_GET_SIZE(tuple: Borrowed): number {
  return i32(tuple + PyVarObject.ob_size);
}

/** Fills an item of a fresh tuple; steals the reference. */
export function PyTuple_SET_ITEM(tuple: Owned, index: number, item: Owned): void {
  setPtr(tuple + ITEMS + index * ITEM_BYTES, item);
}

/** A tuple whose items are not written yet and which is not tracked; 0 when memory is exhausted (no error set). */
export function allocateTuple(itemCount: number): Owned {
  if (itemCount <= PyTuple_MAXSAVESIZE && itemCount > 0) {
    const head = tupleFreeListHeadAt(itemCount);
    const tuple = ptr(head);
    if (tuple !== 0) {
      setPtr(head, ptr(tuple + ITEMS));
      const count = tupleFreeListCountAt(itemCount);
      setI32(count, i32(count) - 1);
      setI32(tuple, 1);
      return tuple;
    }
  }
  const tuple = gcNewVar(PyTuple_Type, ITEMS + itemCount * ITEM_BYTES);
  if (tuple === 0) return 0;
  initObject(tuple, PyTuple_Type);
  setSsize(tuple + PyVarObject.ob_size, itemCount);
  return tuple;
}

/** PyTuple_New: items null, tracked. 0 when memory is exhausted (no error set: callers of this tier set it). */
export function PyTuple_New(itemCount: number): Owned {
  if (itemCount === 0) return emptyTuple;
  const tuple = allocateTuple(itemCount);
  if (tuple === 0) return 0;
  for (let i = 0; i < itemCount; i++) setPtr(tuple + ITEMS + i * ITEM_BYTES, 0);
  gcTrack(tuple);
  return tuple;
}

/** A tuple of borrowed items. */
export function PyTuple_Pack(...items: Borrowed[]): Owned {
  const tuple = PyTuple_New(items.length);
  if (tuple === 0) return 0;
  for (let i = 0; i < items.length; i++) {
    incref(items[i]);
    PyTuple_SET_ITEM(tuple, i, items[i]);
  }
  return tuple;
}

/** _PyTuple_FromArray: borrowed items from memory. */
export function tupleFromArray(items: Address, itemCount: number): Owned {
  if (itemCount === 0) return emptyTuple;
  const tuple = allocateTuple(itemCount);
  if (tuple === 0) return 0;
  for (let i = 0; i < itemCount; i++) {
    const item = ptr(items + i * ITEM_BYTES);
    incref(item);
    setPtr(tuple + ITEMS + i * ITEM_BYTES, item);
  }
  gcTrack(tuple);
  return tuple;
}

/** _PyTuple_FromArraySteal: Owned items from memory; they are released when memory is exhausted. */
export function tupleFromArraySteal(items: Address, itemCount: number): Owned {
  if (itemCount === 0) return emptyTuple;
  const tuple = allocateTuple(itemCount);
  if (tuple === 0) {
    for (let i = 0; i < itemCount; i++) decref(ptr(items + i * ITEM_BYTES));
    return 0;
  }
  for (let i = 0; i < itemCount; i++) setPtr(tuple + ITEMS + i * ITEM_BYTES, ptr(items + i * ITEM_BYTES));
  gcTrack(tuple);
  return tuple;
}

/** tp_dealloc of tuple; freeSubclass is called instead of the free list for an instance of a subclass. */
export function deallocateTuple(tuple: Address, freeSubclass: ((tuple: Address) => void) | null): void {
  const itemCount = sizeOf(tuple);
  if (isTracked(tuple)) gcUntrack(tuple);
  for (let i = itemCount - 1; i >= 0; i--) xdecref(ptr(tuple + ITEMS + i * ITEM_BYTES));
  if (freeSubclass !== null) {
    freeSubclass(tuple);
    return;
  }
  if (itemCount <= PyTuple_MAXSAVESIZE) {
    const count = tupleFreeListCountAt(itemCount);
    if (i32(count) < PyTuple_MAXFREELIST) {
      const head = tupleFreeListHeadAt(itemCount);
      setPtr(tuple + ITEMS, ptr(head));
      setPtr(head, tuple);
      setI32(count, i32(count) + 1);
      return;
    }
  }
  gcFree(tuple);
}
