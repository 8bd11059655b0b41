// list.sort, by merge_sort.ts. With a key function the keys are sorted and the values moved in lockstep. Computing keys is
// resumable: a native frame holds them. Comparing settles.
// Invariant: while it is sorted the list itself is empty, with `allocated` -1, so a change by a comparison is noticed.
import { memFree, memMalloc } from "../memory/allocators.ts";
import { type Address, type Borrowed, i32, type Owned, ptr, setPtr, setSsize } from "../memory/memory.ts";
import { PyListObject } from "../memory/structs/containers.ts";
import { text } from "../memory/text.ts";
import { allocateArguments, freeArguments, pushCallOneArg } from "./call.ts";
import { PyErr_BadInternalCall, PyErr_NoMemory, raise } from "./errors.ts";
import {
  currentFrame,
  deliveredInt,
  FRAME_SPECIALS_BYTES,
  finishNative,
  nativeLocal,
  PUSHED,
  setNativeLocal,
  settle,
} from "./frames.ts";
import { listItems, reverseItems } from "./list_core.ts";
import { ITEM_BYTES, Merge, sortAll, TEMPORARY_COUNT } from "./merge_sort.ts";
import { nativeWord, pushNativeWithWords, setNativeWord, setNativeWordAddress } from "./native_scratch.ts";
import { decref, isList, newRef, sizeOf, xdecref } from "./object.ts";
import { Py_None, PyExc_ValueError } from "./types.ts";

/** What `allocated` of a list being sorted says. */
const BEING_SORTED = -1;

function detach(list: Borrowed): void {
  setPtr(list + PyListObject.ob_item, 0);
  setSsize(list + PyListObject.ob_size, 0);
  setSsize(list + PyListObject.allocated, BEING_SORTED);
}

/** Gives the list its items back, and drops what it got meanwhile. */
function attach(list: Borrowed, items: Address, count: number, allocated: number): void {
  const strangers = listItems(list);
  const strangerCount = sizeOf(list);
  setPtr(list + PyListObject.ob_item, items);
  setSsize(list + PyListObject.ob_size, count);
  setSsize(list + PyListObject.allocated, allocated);
  if (strangers === 0) return;
  for (let i = strangerCount - 1; i >= 0; i--) xdecref(ptr(strangers + i * ITEM_BYTES));
  memFree(strangers);
}

/** Sorts items (by keys, or 0), which the list has been detached from. False with an error set. */
function sortDetached(keys: Address, items: Address, count: number, reverse: boolean): boolean {
  const temporary = allocateArguments(TEMPORARY_COUNT);
  if (temporary === 0) return false;
  const merge = keys === 0 ? new Merge(items, 0, count, temporary) : new Merge(keys, items, count, temporary);
  // Equal items keep their order in a reverse sort, too: reversed first, they are reversed again in the end.
  if (reverse && count > 1) merge.reverse(0, count);
  const ok = sortAll(merge);
  memFree(merge.block);
  freeArguments(temporary);
  return ok;
}

/** The end of a sort whose keys, if any, are released. Answers None or 0. */
function finishSort(
  list: Borrowed,
  items: Address,
  count: number,
  allocated: number,
  reverse: boolean,
  sorted: boolean,
): Owned {
  let ok = sorted;
  if (ok && i32(list + PyListObject.allocated) !== BEING_SORTED) {
    raise(PyExc_ValueError, "list modified during sort");
    ok = false;
  }
  if (reverse && count > 1) reverseItems(items, count);
  attach(list, items, count, allocated);
  return ok ? Py_None : 0;
}

const LIST = 0;
const KEY_FUNCTION = 1;
/** With few items, their keys are locals of the frame. */
const KEYS = 2;
const FRAME_KEYS_LIMIT = TEMPORARY_COUNT / 2;
const ITEMS = 0;
const COUNT = 1;
const ALLOCATED = 2;
const REVERSE = 3;
const NEXT = 4;
/** The block of the keys, 0 when they are locals. */
const KEY_BLOCK = 5;
const WORDS = 6;

/** list.sort(): None, 0 or PUSHED. key 0: none. */
export function pushListSort(list: Borrowed, key: Borrowed, reverse: boolean): Owned {
  const items = listItems(list);
  const count = sizeOf(list);
  const allocated = i32(list + PyListObject.allocated);
  if (key === 0 || key === Py_None) {
    newRef(list);
    detach(list);
    const ok = sortDetached(0, items, count, reverse);
    const result = finishSort(list, items, count, allocated, reverse, ok);
    decref(list);
    return result;
  }
  const inFrame = count < FRAME_KEYS_LIMIT;
  const block = inFrame ? 0 : memMalloc(count * ITEM_BYTES);
  const frame = !inFrame && block === 0 ? 0 : pushNativeWithWords(STEP_KEY, KEYS + (inFrame ? count : 0), WORDS);
  if (frame === 0) {
    memFree(block);
    return PyErr_NoMemory();
  }
  setNativeLocal(frame, LIST, newRef(list));
  setNativeLocal(frame, KEY_FUNCTION, newRef(key));
  setNativeWordAddress(frame, ITEMS, items);
  setNativeWord(frame, COUNT, count);
  setNativeWord(frame, ALLOCATED, allocated);
  setNativeWord(frame, REVERSE, reverse ? 1 : 0);
  setNativeWordAddress(frame, KEY_BLOCK, block);
  detach(list);
  return computeKeys(frame);
}

function keysOf(frame: Address): Address {
  return nativeWord(frame, KEY_BLOCK) || frame + FRAME_SPECIALS_BYTES + KEYS * ITEM_BYTES;
}

function computeKeys(frame: Address): Owned {
  const count = nativeWord(frame, COUNT);
  const items = nativeWord(frame, ITEMS);
  const keyFunction = nativeLocal(frame, KEY_FUNCTION);
  while (nativeWord(frame, NEXT) < count) {
    const key = pushCallOneArg(keyFunction, ptr(items + nativeWord(frame, NEXT) * ITEM_BYTES));
    if (key === PUSHED) return PUSHED;
    if (!keepKey(frame, key)) return endWithKeys(frame, false);
  }
  const ok = sortDetached(keysOf(frame), items, count, nativeWord(frame, REVERSE) !== 0);
  return endWithKeys(frame, ok);
}

function keepKey(frame: Address, key: Owned): boolean {
  if (key === 0) return false;
  const next = nativeWord(frame, NEXT);
  setPtr(keysOf(frame) + next * ITEM_BYTES, key);
  setNativeWord(frame, NEXT, next + 1);
  return true;
}

function endWithKeys(frame: Address, ok: boolean): Owned {
  const keys = keysOf(frame);
  const known = nativeWord(frame, NEXT);
  for (let i = 0; i < known; i++) {
    const key = ptr(keys + i * ITEM_BYTES);
    setPtr(keys + i * ITEM_BYTES, 0);
    decref(key);
  }
  memFree(nativeWord(frame, KEY_BLOCK));
  const count = nativeWord(frame, COUNT);
  // Where the keys could not be computed nothing was reversed yet.
  const reversed = nativeWord(frame, REVERSE) !== 0 && known === count;
  const result = finishSort(
    nativeLocal(frame, LIST),
    nativeWord(frame, ITEMS),
    count,
    nativeWord(frame, ALLOCATED),
    reversed,
    ok,
  );
  return finishNative(frame, result);
}

const STEP_KEY = text("list_sort.key", (frame: Address, key: Owned): Owned => {
  return keepKey(frame, key) ? computeKeys(frame) : endWithKeys(frame, false);
});

/** PyList_Sort, settled. 0, or -1 with an error set. */
export function PyList_Sort(list: Borrowed): number {
  if (!isList(list)) {
    PyErr_BadInternalCall();
    return -1;
  }
  const base = currentFrame();
  return deliveredInt(settle(base, pushListSort(list, 0, false)));
}
