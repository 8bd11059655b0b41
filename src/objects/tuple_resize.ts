// Changing the size of a tuple that nobody else has seen yet.
import { gcTrack, gcUntrack, isTracked } from "../gc/link.ts";
import { objectRealloc } from "../memory/allocators.ts";
import { type Borrowed, type Owned, setPtr, setSsize } from "../memory/memory.ts";
import { PyGC_Head, PyVarObject } from "../memory/structs/object.ts";
import { PyErr_BadInternalCall, PyErr_NoMemory } from "./errors.ts";
import { decref, refcount, sizeOf, typeOf, xdecref } from "./object.ts";
import { emptyTuple, ITEMS, PyTuple_GET_ITEM, PyTuple_New } from "./tuple_core.ts";
import { PyTuple_Type } from "./types.ts";

export function PyTuple_CheckExact(o: Borrowed): boolean {
  return typeOf(o) === PyTuple_Type;
}

/**
 * _PyTuple_Resize: the tuple with another size, perhaps elsewhere; items beyond it are released, new ones are null.
 * Takes the tuple; 0 with an error set.
 */
export function tupleResize(tuple: Owned, itemCount: number): Owned {
  const oldCount = sizeOf(tuple);
  if (!PyTuple_CheckExact(tuple) || (oldCount !== 0 && refcount(tuple) !== 1)) {
    decref(tuple);
    return PyErr_BadInternalCall();
  }
  if (oldCount === itemCount) return tuple;
  if (itemCount === 0) {
    decref(tuple);
    return emptyTuple;
  }
  if (oldCount === 0) return PyTuple_New(itemCount) || PyErr_NoMemory();
  if (isTracked(tuple)) gcUntrack(tuple);
  for (let i = itemCount; i < oldCount; i++) {
    xdecref(PyTuple_GET_ITEM(tuple, i));
    setPtr(tuple + ITEMS + i * 8, 0);
  }
  const head = objectRealloc(tuple - PyGC_Head.sizeof, PyGC_Head.sizeof + ITEMS + itemCount * 8);
  if (head === 0) {
    // The old block is still there, whole.
    decref(tuple);
    return PyErr_NoMemory();
  }
  const resized = head + PyGC_Head.sizeof;
  for (let i = oldCount; i < itemCount; i++) setPtr(resized + ITEMS + i * 8, 0);
  setSsize(resized + PyVarObject.ob_size, itemCount);
  gcTrack(resized);
  return resized;
}
