// The storage of a deque: a doubly linked list of blocks.
//
//   leftblock                                        rightblock
//   [link | · · · · a b c | link] ⇄ [link | d e … | link] ⇄ [link | x y · · · | link]
//                   ^ leftindex                                      ^ rightindex
//
// Only the outermost blocks may be partly empty, so both ends grow and shrink without moving an item. Blocks that are
// given back wait in the deque's own freeblocks.
// Invariants: there is always a block; an empty deque has leftindex = rightindex + 1; `state` changes with every change
// of the indices, so that iterators notice. As Modules/_collectionsmodule.c.

import { memFree, memMalloc } from "../../memory/allocators.ts";
import {
  type Address,
  type Borrowed,
  copyBytes,
  high,
  i32,
  low,
  type Owned,
  ptr,
  setI32,
  setPtr,
  setSsize,
  ssize,
} from "../../memory/memory.ts";
import { BLOCK, dequeobject } from "../../memory/structs/containers.ts";
import { PyVarObject } from "../../memory/structs/object.ts";
import { declareConsumer, GO_ON, OWN } from "../../objects/consume.ts";
import { reserveTypeCell } from "../../objects/declare.ts";
import { PyErr_NoMemory, raise } from "../../objects/errors.ts";
import { nativeLocal, setNativeLocal, takeNativeLocal } from "../../objects/frames.ts";
import { PySequence_List } from "../../objects/list_extend.ts";
import { decref, newRef, sizeOf } from "../../objects/object.ts";
import { wideSsize } from "../../objects/ssize.ts";
import { PyExc_IndexError } from "../../objects/types.ts";

/** Items of a block. */
export const BLOCKLEN = 64;
const CENTER = (BLOCKLEN - 1) >> 1;
const MAXFREEBLOCKS = 16;
const ITEM_BYTES = 8;

/** The type itself, declared in deque.ts. */
export const dequeType = reserveTypeCell();

const LEFT = dequeobject.leftblock;
const RIGHT = dequeobject.rightblock;
const LEFT_INDEX = dequeobject.leftindex;
const RIGHT_INDEX = dequeobject.rightindex;
const STATE = dequeobject.state;

export function itemSlot(block: Address, index: number): Address {
  return block + BLOCK.data + index * ITEM_BYTES;
}

/** The most items, or −1. A number as ssize.ts has it. */
export function dequeMaxlen(deque: Borrowed): number {
  return wideSsize(deque + dequeobject.maxlen);
}

const isOverfull = (deque: Borrowed, size: number): boolean =>
  high(deque + dequeobject.maxlen) === 0 && size > low(deque + dequeobject.maxlen) >>> 0;

/** The low word of the state: enough to notice a change. */
export function dequeState(deque: Borrowed): number {
  return i32(deque + STATE);
}

function countChange(deque: Borrowed): void {
  const count = (i32(deque + STATE) + 1) | 0;
  setI32(deque + STATE, count);
  if (count === 0) setI32(deque + STATE + 4, i32(deque + STATE + 4) + 1);
}

function setSize(deque: Borrowed, size: number): void {
  setSsize(deque + PyVarObject.ob_size, size);
}

// -- blocks --------------------------------------------------------------------------------------------------------------

/** A block whose links and items are whatever was there; 0 with MemoryError set. */
function newBlock(deque: Borrowed): Address {
  const waiting = ssize(deque + dequeobject.numfreeblocks);
  if (waiting > 0) {
    setSsize(deque + dequeobject.numfreeblocks, waiting - 1);
    return ptr(deque + dequeobject.freeblocks + (waiting - 1) * ITEM_BYTES);
  }
  return memMalloc(BLOCK.sizeof) || PyErr_NoMemory();
}

function freeBlock(deque: Borrowed, at: Address): void {
  const waiting = ssize(deque + dequeobject.numfreeblocks);
  if (waiting < MAXFREEBLOCKS) {
    setPtr(deque + dequeobject.freeblocks + waiting * ITEM_BYTES, at);
    setSsize(deque + dequeobject.numfreeblocks, waiting + 1);
  } else memFree(at);
}

function link(left: Address, right: Address): void {
  setPtr(left + BLOCK.rightlink, right);
  setPtr(right + BLOCK.leftlink, left);
}

function center(deque: Borrowed): void {
  setSsize(deque + LEFT_INDEX, CENTER + 1);
  setSsize(deque + RIGHT_INDEX, CENTER);
}

/** Makes a zeroed deque an empty one. False with an error set. */
export function initializeDeque(deque: Borrowed): boolean {
  const first = newBlock(deque);
  if (first === 0) return false;
  setSsize(deque + dequeobject.maxlen, -1);
  setPtr(deque + LEFT, first);
  setPtr(deque + RIGHT, first);
  center(deque);
  return true;
}

/** Gives all blocks of an empty deque back to the allocator. */
export function releaseBlocks(deque: Borrowed): void {
  if (ptr(deque + LEFT) === 0) return;
  memFree(ptr(deque + LEFT));
  setPtr(deque + LEFT, 0);
  setPtr(deque + RIGHT, 0);
  for (let i = ssize(deque + dequeobject.numfreeblocks) - 1; i >= 0; i--) {
    memFree(ptr(deque + dequeobject.freeblocks + i * ITEM_BYTES));
  }
  setSsize(deque + dequeobject.numfreeblocks, 0);
}

// -- both ends -----------------------------------------------------------------------------------------------------------

/** deque_append_internal: takes the item, also on failure. False with an error set. */
export function appendSteal(deque: Borrowed, item: Owned): boolean {
  let index = ssize(deque + RIGHT_INDEX);
  if (index === BLOCKLEN - 1) {
    const fresh = newBlock(deque);
    if (fresh === 0) {
      decref(item);
      return false;
    }
    link(ptr(deque + RIGHT), fresh);
    setPtr(deque + RIGHT, fresh);
    index = -1;
  }
  index++;
  setSsize(deque + RIGHT_INDEX, index);
  setPtr(itemSlot(ptr(deque + RIGHT), index), item);
  const size = sizeOf(deque) + 1;
  setSize(deque, size);
  if (isOverfull(deque, size)) decref(popLeft(deque));
  else countChange(deque);
  return true;
}

/** deque_appendleft_internal: takes the item, also on failure. False with an error set. */
export function appendLeftSteal(deque: Borrowed, item: Owned): boolean {
  let index = ssize(deque + LEFT_INDEX);
  if (index === 0) {
    const fresh = newBlock(deque);
    if (fresh === 0) {
      decref(item);
      return false;
    }
    link(fresh, ptr(deque + LEFT));
    setPtr(deque + LEFT, fresh);
    index = BLOCKLEN;
  }
  index--;
  setSsize(deque + LEFT_INDEX, index);
  setPtr(itemSlot(ptr(deque + LEFT), index), item);
  const size = sizeOf(deque) + 1;
  setSize(deque, size);
  if (isOverfull(deque, size)) decref(popRight(deque));
  else countChange(deque);
  return true;
}

/** The last item, taken out; 0 with IndexError set when there is none. */
export function popRight(deque: Borrowed): Owned {
  const size = sizeOf(deque) - 1;
  if (size < 0) return raise(PyExc_IndexError, "pop from an empty deque");
  const index = ssize(deque + RIGHT_INDEX);
  const from = ptr(deque + RIGHT);
  const item = ptr(itemSlot(from, index));
  setSsize(deque + RIGHT_INDEX, index - 1);
  setSize(deque, size);
  countChange(deque);
  if (index === 0) {
    if (size > 0) {
      setPtr(deque + RIGHT, ptr(from + BLOCK.leftlink));
      setSsize(deque + RIGHT_INDEX, BLOCKLEN - 1);
      freeBlock(deque, from);
    } else center(deque);
  }
  return item;
}

/** The first item, taken out; 0 with IndexError set when there is none. */
export function popLeft(deque: Borrowed): Owned {
  const size = sizeOf(deque) - 1;
  if (size < 0) return raise(PyExc_IndexError, "pop from an empty deque");
  const index = ssize(deque + LEFT_INDEX);
  const from = ptr(deque + LEFT);
  const item = ptr(itemSlot(from, index));
  setSsize(deque + LEFT_INDEX, index + 1);
  setSize(deque, size);
  countChange(deque);
  if (index === BLOCKLEN - 1) {
    if (size > 0) {
      setPtr(deque + LEFT, ptr(from + BLOCK.rightlink));
      setSsize(deque + LEFT_INDEX, 0);
      freeBlock(deque, from);
    } else center(deque);
  }
  return item;
}

// -- growing from iterables ----------------------------------------------------------------------------------------------

const DEQUE = OWN;
const fromLeft = { appendSteal: appendLeftSteal, leftIndex: BLOCKLEN - 1 };
const fromRight = { appendSteal, leftIndex: 1 };

function declareExtending(name: string, end: typeof fromLeft) {
  return declareConsumer(name, {
    localCount: 1,
    onOpen: (frame, [deque]) => setNativeLocal(frame, DEQUE, newRef(deque)),
    onStart: (frame) => {
      const deque = nativeLocal(frame, DEQUE);
      // Filling begins at the far edge of the block, since it will go on in one direction.
      if (sizeOf(deque) === 0 && dequeMaxlen(deque) !== 0) {
        setSsize(deque + LEFT_INDEX, end.leftIndex);
        setSsize(deque + RIGHT_INDEX, end.leftIndex - 1);
      }
      return true;
    },
    onItem: (frame, item) => {
      const deque = nativeLocal(frame, DEQUE);
      if (dequeMaxlen(deque) !== 0) return end.appendSteal(deque, item) ? GO_ON : 0;
      decref(item);
      return GO_ON;
    },
    onEnd: (frame) => takeNativeLocal(frame, 1),
  });
}

const extending = declareExtending("deque_extend", fromRight);
const extendingLeft = declareExtending("deque_extendleft", fromLeft);

function pushExtending(consumer: typeof extending, deque: Borrowed, iterable: Borrowed, answer: Owned): Owned {
  if (iterable !== deque) return consumer.push(iterable, answer, deque);
  const items = PySequence_List(deque);
  if (items === 0) {
    decref(answer);
    return 0;
  }
  const result = consumer.push(items, answer, deque);
  decref(items);
  return result;
}

/** Appends what an iterable gives, then answers with `answer`, which it takes. May answer PUSHED. */
export function pushDequeExtend(deque: Borrowed, iterable: Borrowed, answer: Owned): Owned {
  return pushExtending(extending, deque, iterable, answer);
}

export function pushDequeExtendLeft(deque: Borrowed, iterable: Borrowed, answer: Owned): Owned {
  return pushExtending(extendingLeft, deque, iterable, answer);
}

// -- the whole -----------------------------------------------------------------------------------------------------------

/** deque_clear: the deque is empty before the first item dies. */
export function clearDeque(deque: Borrowed): number {
  let left = sizeOf(deque);
  if (left === 0) return 0;
  const waiting = ssize(deque + dequeobject.numfreeblocks);
  const fresh = waiting > 0 ? newBlock(deque) : memMalloc(BLOCK.sizeof);
  if (fresh === 0) {
    while (sizeOf(deque) > 0) decref(popRight(deque));
    return 0;
  }
  let from = ptr(deque + LEFT);
  let index = ssize(deque + LEFT_INDEX);
  setSize(deque, 0);
  setPtr(deque + LEFT, fresh);
  setPtr(deque + RIGHT, fresh);
  center(deque);
  countChange(deque);
  while (left > 0) {
    if (index === BLOCKLEN) {
      const done = from;
      from = ptr(from + BLOCK.rightlink);
      index = 0;
      freeBlock(deque, done);
    }
    decref(ptr(itemSlot(from, index++)));
    left--;
  }
  freeBlock(deque, from);
  return 0;
}

/** _deque_rotate: n steps to the right, or to the left for a negative n. -1 with an error set. */
export function rotateDeque(deque: Borrowed, n: number): number {
  const length = sizeOf(deque);
  const half = length >> 1;
  if (length <= 1) return 0;
  if (n > half || n < -half) {
    n %= length;
    if (n > half) n -= length;
    else if (n < -half) n += length;
  }
  let left = ptr(deque + LEFT);
  let right = ptr(deque + RIGHT);
  let leftIndex = ssize(deque + LEFT_INDEX);
  let rightIndex = ssize(deque + RIGHT_INDEX);
  /** A block that became empty at one end: the other end may need it. */
  let spare = 0;
  let status = 0;
  countChange(deque);
  while (n > 0) {
    if (leftIndex === 0) {
      const fresh = spare || newBlock(deque);
      spare = 0;
      if (fresh === 0) {
        status = -1;
        break;
      }
      link(fresh, left);
      left = fresh;
      leftIndex = BLOCKLEN;
    }
    const count = Math.min(n, rightIndex + 1, leftIndex);
    rightIndex -= count;
    leftIndex -= count;
    n -= count;
    copyBytes(itemSlot(left, leftIndex), itemSlot(right, rightIndex + 1), count * ITEM_BYTES);
    if (rightIndex < 0) {
      spare = right;
      right = ptr(right + BLOCK.leftlink);
      rightIndex = BLOCKLEN - 1;
    }
  }
  while (n < 0 && status === 0) {
    if (rightIndex === BLOCKLEN - 1) {
      const fresh = spare || newBlock(deque);
      spare = 0;
      if (fresh === 0) {
        status = -1;
        break;
      }
      link(right, fresh);
      right = fresh;
      rightIndex = -1;
    }
    const count = Math.min(-n, BLOCKLEN - leftIndex, BLOCKLEN - 1 - rightIndex);
    copyBytes(itemSlot(right, rightIndex + 1), itemSlot(left, leftIndex), count * ITEM_BYTES);
    leftIndex += count;
    rightIndex += count;
    n += count;
    if (leftIndex === BLOCKLEN) {
      spare = left;
      left = ptr(left + BLOCK.rightlink);
      leftIndex = 0;
    }
  }
  if (spare !== 0) freeBlock(deque, spare);
  setPtr(deque + LEFT, left);
  setPtr(deque + RIGHT, right);
  setSsize(deque + LEFT_INDEX, leftIndex);
  setSsize(deque + RIGHT_INDEX, rightIndex);
  return status;
}

/** Turns the order of the items around, in place. */
export function reverseDeque(deque: Borrowed): void {
  let left = ptr(deque + LEFT);
  let right = ptr(deque + RIGHT);
  let leftIndex = ssize(deque + LEFT_INDEX);
  let rightIndex = ssize(deque + RIGHT_INDEX);
  for (let pairs = sizeOf(deque) >> 1; pairs > 0; pairs--) {
    const a = itemSlot(left, leftIndex);
    const b = itemSlot(right, rightIndex);
    const item = ptr(a);
    setPtr(a, ptr(b));
    setPtr(b, item);
    if (++leftIndex === BLOCKLEN) {
      left = ptr(left + BLOCK.rightlink);
      leftIndex = 0;
    }
    if (--rightIndex < 0) {
      right = ptr(right + BLOCK.leftlink);
      rightIndex = BLOCKLEN - 1;
    }
  }
}

/** The address of the slot of an item whose index is in range, by the shorter way. */
export function dequeSlot(deque: Borrowed, index: number): Address {
  const size = sizeOf(deque);
  const place = index + ssize(deque + LEFT_INDEX);
  const blockIndex = Math.floor(place / BLOCKLEN);
  let at: Address;
  if (index < size >> 1) {
    at = ptr(deque + LEFT);
    for (let n = blockIndex; n > 0; n--) at = ptr(at + BLOCK.rightlink);
  } else {
    at = ptr(deque + RIGHT);
    const lastBlock = Math.floor((ssize(deque + LEFT_INDEX) + size - 1) / BLOCKLEN);
    for (let n = lastBlock - blockIndex; n > 0; n--) at = ptr(at + BLOCK.leftlink);
  }
  return itemSlot(at, place % BLOCKLEN);
}

/** deque_del_item: -1 with an error set. */
export function deleteItem(deque: Borrowed, index: number): number {
  if (rotateDeque(deque, -index) < 0) return -1;
  const item = popLeft(deque);
  const status = rotateDeque(deque, index);
  decref(item);
  return status;
}

/** Appends one item n times, block by block. False with an error set. */
export function appendTimes(deque: Borrowed, item: Borrowed, times: number): boolean {
  countChange(deque);
  let done = 0;
  while (done < times) {
    let index = ssize(deque + RIGHT_INDEX);
    if (index === BLOCKLEN - 1) {
      const fresh = newBlock(deque);
      if (fresh === 0) break;
      link(ptr(deque + RIGHT), fresh);
      setPtr(deque + RIGHT, fresh);
      index = -1;
    }
    const count = Math.min(times - done, BLOCKLEN - 1 - index);
    const at = ptr(deque + RIGHT);
    for (let i = 1; i <= count; i++) setPtr(itemSlot(at, index + i), newRef(item));
    setSsize(deque + RIGHT_INDEX, index + count);
    done += count;
  }
  setSize(deque, sizeOf(deque) + done);
  return done === times;
}

/** Bytes of the blocks in use. */
export function blocksBytes(deque: Borrowed): number {
  const places = ssize(deque + LEFT_INDEX) + sizeOf(deque);
  return Math.floor((places + BLOCKLEN - 1) / BLOCKLEN) * BLOCK.sizeof;
}
