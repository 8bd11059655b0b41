// The storage of lists, and the operations that need no more than storage.
//
//   PyListObject:  ob_refcnt  ob_type  ob_size  ob_item ─→ [item 0 … item ob_size-1 | room up to allocated]
//
// The array is null while nothing was ever stored. It grows by about an eighth more than is asked for, in steps of four
// items (list_resize), so appending costs constant time on average.
// Invariants: 0 <= ob_size <= allocated; items below ob_size are not null, save in a list that PyList_New just made.
// Dead lists wait, up to a limit, in a free list; their arrays are freed.
import { gcFree, gcNewVar, gcTrack, gcUntrack } from "../gc/link.ts";
import { memCalloc, memFree, memMalloc, memRealloc } from "../memory/allocators.ts";
import {
  type Address,
  type Borrowed,
  copyBytes,
  i32,
  type Owned,
  ptr,
  setI32,
  setPtr,
  setSsize,
} from "../memory/memory.ts";
import { _Py_object_freelists } from "../memory/structs/allocators.ts";
import { PyListObject, PyTupleObject } from "../memory/structs/containers.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { textFunction } from "../memory/text.ts";
import { PyErr_BadInternalCall, PyErr_NoMemory, raise, raiseInt } from "./errors.ts";
import { FREE_LISTS } from "./free_lists.ts";
import { decref, incref, initObject, isList, newRef, sizeOf, typeOf, xdecref } from "./object.ts";
import { PyTuple_GET_ITEM, tupleFromArray } from "./tuple_core.ts";
import { PyExc_IndexError, PyList_Type } from "./types.ts";

const ITEM_BYTES = 8;
export const PyList_MAXFREELIST = 80;
const FREE_COUNT = FREE_LISTS + _Py_object_freelists.lists_numfree;
const FREE_ITEMS = FREE_LISTS + _Py_object_freelists.lists_items;
/** More items than this cannot be in memory. */
export const ITEM_COUNT_MAX = 0x0fffffff;

export function listItems(list: Borrowed): Address {
  return ptr(list + PyListObject.ob_item);
}

export function listAllocated(list: Borrowed): number {
  return i32(list + PyListObject.allocated);
}

export function setListSize(list: Borrowed, itemCount: number): void {
  setSsize(list + PyListObject.ob_size, itemCount);
}

export function PyList_GET_SIZE(list: Borrowed): number {
  return i32(list + PyListObject.ob_size);
}

export function PyList_GET_ITEM(list: Borrowed, index: number): Borrowed {
  return ptr(listItems(list) + index * ITEM_BYTES);
}

/** Fills an item of a fresh list; steals the reference. */
export function PyList_SET_ITEM(list: Owned, index: number, item: Owned): void {
  setPtr(listItems(list) + index * ITEM_BYTES, item);
}

export function PyList_CheckExact(o: Borrowed): boolean {
  return typeOf(o) === PyList_Type;
}

/** A list without items and without an array, not tracked yet; 0 with an error set. */
function allocateList(): Owned {
  const free = i32(FREE_COUNT);
  let list: Owned;
  if (free > 0) {
    setI32(FREE_COUNT, free - 1);
    list = ptr(FREE_ITEMS + (free - 1) * 8);
    setI32(list, 1);
  } else {
    list = gcNewVar(PyList_Type, PyListObject.sizeof);
    if (list === 0) return PyErr_NoMemory();
    initObject(list, PyList_Type);
  }
  setPtr(list + PyListObject.ob_item, 0);
  setSsize(list + PyListObject.ob_size, 0);
  setSsize(list + PyListObject.allocated, 0);
  return list;
}

/** PyList_New: items null until PyList_SET_ITEM fills them. */
export function PyList_New(itemCount: number): Owned {
  if (itemCount < 0) return PyErr_BadInternalCall();
  const list = allocateList();
  if (list === 0) return 0;
  if (itemCount > 0) {
    const items = itemCount > ITEM_COUNT_MAX ? 0 : memCalloc(itemCount, ITEM_BYTES);
    if (items === 0) {
      decref(list);
      return PyErr_NoMemory();
    }
    setPtr(list + PyListObject.ob_item, items);
    setSsize(list + PyListObject.ob_size, itemCount);
    setSsize(list + PyListObject.allocated, itemCount);
  }
  gcTrack(list);
  return list;
}

/** list_new_prealloc: an empty list with room for so many items. */
export function newListWithRoom(itemCount: number): Owned {
  const list = PyList_New(0);
  if (list === 0 || itemCount === 0) return list;
  const items = itemCount > ITEM_COUNT_MAX ? 0 : memMalloc(itemCount * ITEM_BYTES);
  if (items === 0) {
    decref(list);
    return PyErr_NoMemory();
  }
  setPtr(list + PyListObject.ob_item, items);
  setSsize(list + PyListObject.allocated, itemCount);
  return list;
}

/** list_preallocate_exact: the first array of a list that has none. 0, or -1 with an error set. */
export function preallocateList(list: Borrowed, itemCount: number): number {
  // Blocks come in steps of two items anyway.
  const room = (itemCount + 1) & ~1;
  const items = itemCount > ITEM_COUNT_MAX ? 0 : memMalloc(room * ITEM_BYTES);
  if (items === 0) {
    PyErr_NoMemory();
    return -1;
  }
  setPtr(list + PyListObject.ob_item, items);
  setSsize(list + PyListObject.allocated, room);
  return 0;
}

/** list_resize: sets the size and makes the array fit it; new items are not written. 0, or -1 with an error set. */
export function list_resize(list: Borrowed, itemCount: number): number {
  const allocated = listAllocated(list);
  if (allocated >= itemCount && itemCount >= allocated >> 1) {
    setListSize(list, itemCount);
    return 0;
  }
  let room = 0;
  if (itemCount > ITEM_COUNT_MAX) room = itemCount;
  else if (itemCount > 0) {
    room = (itemCount + (itemCount >> 3) + 6) & ~3;
    // A jump to a size is taken for the wish to have just that size.
    if (itemCount - sizeOf(list) > room - itemCount) room = (itemCount + 3) & ~3;
  }
  const items = room > ITEM_COUNT_MAX ? 0 : memRealloc(listItems(list), room * ITEM_BYTES);
  if (items === 0) {
    PyErr_NoMemory();
    return -1;
  }
  setPtr(list + PyListObject.ob_item, items);
  setSsize(list + PyListObject.ob_size, itemCount);
  setSsize(list + PyListObject.allocated, room);
  return 0;
}

/** Appends an Owned item. 0, or -1 with an error set (the item is released). */
export function listAppendSteal(list: Borrowed, item: Owned): number {
  const count = sizeOf(list);
  if (count < listAllocated(list)) {
    setPtr(listItems(list) + count * ITEM_BYTES, item);
    setListSize(list, count + 1);
    return 0;
  }
  if (list_resize(list, count + 1) < 0) {
    decref(item);
    return -1;
  }
  setPtr(listItems(list) + count * ITEM_BYTES, item);
  return 0;
}

export function PyList_Append(list: Borrowed, item: Borrowed): number {
  if (!isList(list) || item === 0) {
    PyErr_BadInternalCall();
    return -1;
  }
  return listAppendSteal(list, newRef(item));
}

/** _PyList_FromArraySteal: Owned items from memory; they are released on failure. */
export function listFromArraySteal(items: Address, itemCount: number): Owned {
  const list = PyList_New(itemCount);
  if (list === 0) {
    for (let i = 0; i < itemCount; i++) decref(ptr(items + i * ITEM_BYTES));
    return 0;
  }
  if (itemCount > 0) copyBytes(listItems(list), items, itemCount * ITEM_BYTES);
  return list;
}

/** A list of borrowed items from memory. */
export function listFromArray(items: Address, itemCount: number): Owned {
  const list = newListWithRoom(itemCount);
  if (list === 0) return 0;
  copyReferences(listItems(list), items, itemCount);
  setListSize(list, itemCount);
  return list;
}

/** Copies item pointers and counts the new references. */
export function copyReferences(to: Address, from: Address, itemCount: number): void {
  for (let i = 0; i < itemCount; i++) {
    const item = ptr(from + i * ITEM_BYTES);
    incref(item);
    setPtr(to + i * ITEM_BYTES, item);
  }
}

export function PyList_Size(list: Borrowed): number {
  if (isList(list)) return sizeOf(list);
  PyErr_BadInternalCall();
  return -1;
}

export function PyList_GetItem(list: Borrowed, index: number): Borrowed {
  if (!isList(list)) return PyErr_BadInternalCall();
  if (index < 0 || index >= sizeOf(list)) return raise(PyExc_IndexError, "list index out of range");
  return PyList_GET_ITEM(list, index);
}

export function PyList_GetItemRef(list: Borrowed, index: number): Owned {
  const item = PyList_GetItem(list, index);
  return item === 0 ? 0 : newRef(item);
}

/** Steals the item, also on failure. 0, or -1 with an error set. */
export function PyList_SetItem(list: Borrowed, index: number, item: Owned): number {
  if (!isList(list)) {
    xdecref(item);
    PyErr_BadInternalCall();
    return -1;
  }
  if (index < 0 || index >= sizeOf(list)) {
    xdecref(item);
    return raiseInt(PyExc_IndexError, "list assignment index out of range");
  }
  const slot = listItems(list) + index * ITEM_BYTES;
  const old = ptr(slot);
  setPtr(slot, item);
  xdecref(old);
  return 0;
}

/** ins1: an index beyond either end means that end. 0, or -1 with an error set. */
export function PyList_Insert(list: Borrowed, index: number, item: Borrowed): number {
  if (!isList(list) || item === 0) {
    PyErr_BadInternalCall();
    return -1;
  }
  const count = sizeOf(list);
  if (list_resize(list, count + 1) < 0) return -1;
  const at = index < 0 ? Math.max(index + count, 0) : Math.min(index, count);
  const slot = listItems(list) + at * ITEM_BYTES;
  copyBytes(slot + ITEM_BYTES, slot, (count - at) * ITEM_BYTES);
  setPtr(slot, newRef(item));
  return 0;
}

/** The items from low to high, which lie within the list, as a new list. */
export function list_slice(list: Borrowed, low: number, high: number): Owned {
  return high > low ? listFromArray(listItems(list) + low * ITEM_BYTES, high - low) : PyList_New(0);
}

export function PyList_GetSlice(list: Borrowed, low: number, high: number): Owned {
  if (!isList(list)) return PyErr_BadInternalCall();
  const count = sizeOf(list);
  const from = Math.min(Math.max(low, 0), count);
  return list_slice(list, from, Math.min(Math.max(high, from), count));
}

/** list_clear: the list is empty before the first item dies. */
export function listClear(list: Borrowed): void {
  const items = listItems(list);
  if (items === 0) return;
  const count = sizeOf(list);
  setListSize(list, 0);
  setPtr(list + PyListObject.ob_item, 0);
  setSsize(list + PyListObject.allocated, 0);
  for (let i = count - 1; i >= 0; i--) xdecref(ptr(items + i * ITEM_BYTES));
  memFree(items);
}

/** Removed items up to this many are kept aside on the stack, more in a block of their own. */
const RECYCLED_ON_STACK = 8;

/**
 * list_ass_slice with the new items in memory (borrowed; not the list's own array): replaces items low to high.
 * 0, or -1 with an error set and the list as it was.
 */
export function listReplace(list: Borrowed, low: number, high: number, items: Address, itemCount: number): number {
  const count = sizeOf(list);
  const from = Math.min(Math.max(low, 0), count);
  const to = Math.min(Math.max(high, from), count);
  const removedCount = to - from;
  const growth = itemCount - removedCount;
  if (count + growth === 0) {
    listClear(list);
    return 0;
  }
  // The removed items die last, when the list is whole again.
  const removed: Address[] = [];
  let block = 0;
  if (removedCount > RECYCLED_ON_STACK) {
    block = memMalloc(removedCount * ITEM_BYTES);
    if (block === 0) {
      PyErr_NoMemory();
      return -1;
    }
    copyBytes(block, listItems(list) + from * ITEM_BYTES, removedCount * ITEM_BYTES);
  } else for (let i = from; i < to; i++) removed.push(PyList_GET_ITEM(list, i));
  const tail = (count - to) * ITEM_BYTES;
  if (growth < 0) {
    const array = listItems(list);
    copyBytes(array + (to + growth) * ITEM_BYTES, array + to * ITEM_BYTES, tail);
    if (list_resize(list, count + growth) < 0) {
      copyBytes(array + to * ITEM_BYTES, array + (to + growth) * ITEM_BYTES, tail);
      for (let i = 0; i < removedCount; i++) {
        setPtr(array + (from + i) * ITEM_BYTES, block === 0 ? removed[i] : ptr(block + i * ITEM_BYTES));
      }
      memFree(block);
      return -1;
    }
  } else if (growth > 0) {
    if (list_resize(list, count + growth) < 0) {
      memFree(block);
      return -1;
    }
    const array = listItems(list);
    copyBytes(array + (to + growth) * ITEM_BYTES, array + to * ITEM_BYTES, tail);
  }
  copyReferences(listItems(list) + from * ITEM_BYTES, items, itemCount);
  for (let i = removedCount - 1; i >= 0; i--) xdecref(block === 0 ? removed[i] : ptr(block + i * ITEM_BYTES));
  memFree(block);
  return 0;
}

export function reverseItems(items: Address, itemCount: number): void {
  for (
    let low = items, high = items + (itemCount - 1) * ITEM_BYTES;
    low < high;
    low += ITEM_BYTES, high -= ITEM_BYTES
  ) {
    const item = ptr(low);
    setPtr(low, ptr(high));
    setPtr(high, item);
  }
}

export function PyList_Reverse(list: Borrowed): number {
  if (!isList(list)) {
    PyErr_BadInternalCall();
    return -1;
  }
  reverseItems(listItems(list), sizeOf(list));
  return 0;
}

export function PyList_AsTuple(list: Borrowed): Owned {
  if (!isList(list)) return PyErr_BadInternalCall();
  return tupleFromArray(listItems(list), sizeOf(list)) || PyErr_NoMemory();
}

/** Address of the items of a list or tuple: what PySequence_Fast's users walk. */
export function sequenceItems(sequence: Borrowed): Address {
  return isList(sequence) ? listItems(sequence) : sequence + TUPLE_ITEMS;
}
const TUPLE_ITEMS = PyTupleObject.ob_item;

/** An item of a list or tuple. */
export function sequenceItem(sequence: Borrowed, index: number): Borrowed {
  return isList(sequence) ? PyList_GET_ITEM(sequence, index) : PyTuple_GET_ITEM(sequence, index);
}

/** tp_dealloc */
export function list_dealloc(list: Address): void {
  gcUntrack(list);
  const items = listItems(list);
  if (items !== 0) {
    for (let i = sizeOf(list) - 1; i >= 0; i--) xdecref(ptr(items + i * ITEM_BYTES));
    memFree(items);
  }
  if (typeOf(list) !== PyList_Type) {
    textFunction(ptr(typeOf(list) + PyTypeObject.tp_free))(list);
    return;
  }
  const free = i32(FREE_COUNT);
  if (free < PyList_MAXFREELIST) {
    setPtr(FREE_ITEMS + free * 8, list);
    setI32(FREE_COUNT, free + 1);
  } else gcFree(list);
}
