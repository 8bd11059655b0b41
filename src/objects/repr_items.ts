// The repr of a row of items between two texts: what sets and dict views show.
//
// Resumable: the native frame holds the items, the text built so far and the object whose guard (repr_guard.ts) is held.
// Invariant: the guard of the owner is left exactly once, whichever way the row ends.
import type { Address, Borrowed, Owned } from "../memory/memory.ts";
import { text } from "../memory/text.ts";
import { pushRepr } from "./abstract.ts";
import { PyErr_NoMemory } from "./errors.ts";
import { finishNative, nativeLocal, PUSHED, setNativeLocal, takeNativeLocal } from "./frames.ts";
import { nativeWord, pushNativeWithWords, setNativeWord } from "./native_scratch.ts";
import { decref, newRef, sizeOf } from "./object.ts";
import { Py_ReprLeave } from "./repr_guard.ts";
import { PyTuple_GET_ITEM } from "./tuple_core.ts";
import {
  UnicodeWriter_Finish,
  UnicodeWriter_New,
  UnicodeWriter_SetOverallocate,
  UnicodeWriter_WriteASCIIString,
  UnicodeWriter_WriteStr,
} from "./unicode_writer.ts";

const OWNER = 0;
const ITEMS = 1;
const WRITER = 2;
const SUFFIX = 3;
const LOCALS = 4;
/** The only word of the frame: which item is being shown. */
const INDEX = 0;

/**
 * prefix + repr of each item, ", " between them + suffix. Takes the tuple of items and the two strs; leaves the guard of
 * the owner, which the caller has entered. May answer PUSHED.
 */
export function pushReprItems(owner: Borrowed, items: Owned, prefix: Owned, suffix: Owned): Owned {
  const writer = prefix === 0 || suffix === 0 || items === 0 ? 0 : UnicodeWriter_New(true);
  const frame = writer === 0 ? 0 : pushNativeWithWords(STEP_ITEM, LOCALS, 1);
  if (frame === 0) {
    for (const o of [items, prefix, suffix, writer]) if (o !== 0) decref(o);
    Py_ReprLeave(owner);
    return PyErr_NoMemory();
  }
  setNativeLocal(frame, OWNER, newRef(owner));
  setNativeLocal(frame, ITEMS, items);
  setNativeLocal(frame, WRITER, writer);
  setNativeLocal(frame, SUFFIX, suffix);
  const written = UnicodeWriter_WriteStr(writer, prefix);
  decref(prefix);
  return written ? showItems(frame, 0) : outOfMemory(frame);
}

function showItems(frame: Address, index: number): Owned {
  const items = nativeLocal(frame, ITEMS);
  const count = sizeOf(items);
  for (let i = index; i < count; i++) {
    const shown = pushRepr(PyTuple_GET_ITEM(items, i));
    if (shown === PUSHED) {
      setNativeWord(frame, INDEX, i);
      return PUSHED;
    }
    if (shown === 0) return endRepr(frame, 0);
    if (!writeItem(frame, i, shown)) return outOfMemory(frame);
  }
  const writer = takeNativeLocal(frame, WRITER);
  UnicodeWriter_SetOverallocate(writer, false);
  const written = UnicodeWriter_WriteStr(writer, nativeLocal(frame, SUFFIX));
  if (!written) {
    decref(writer);
    return outOfMemory(frame);
  }
  const result = UnicodeWriter_Finish(writer);
  return result === 0 ? outOfMemory(frame) : endRepr(frame, result);
}

function writeItem(frame: Address, index: number, shown: Owned): boolean {
  const writer = nativeLocal(frame, WRITER);
  const written =
    (index === 0 || UnicodeWriter_WriteASCIIString(writer, ", ")) && UnicodeWriter_WriteStr(writer, shown);
  decref(shown);
  return written;
}

function endRepr(frame: Address, result: Owned): Owned {
  Py_ReprLeave(nativeLocal(frame, OWNER));
  return finishNative(frame, result);
}

function outOfMemory(frame: Address): Owned {
  PyErr_NoMemory();
  return endRepr(frame, 0);
}

const STEP_ITEM = text("repr_items.item", (frame: Address, shown: Owned): Owned => {
  if (shown === 0) return endRepr(frame, 0);
  const index = nativeWord(frame, INDEX);
  return writeItem(frame, index, shown) ? showItems(frame, index + 1) : outOfMemory(frame);
});
