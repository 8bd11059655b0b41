// The order of an OrderedDict: a doubly linked list of nodes beside the dict's own table.
//
//   od_first → node ⇄ node ⇄ node ← od_last         the order
//   od_fast_nodes[i]                                 the node of the dict's entry i
//
// od_fast_nodes mirrors the dict's table, so that a key's node is found by one lookup in the dict; it is made anew when
// the table was. Invariants: every key of the dict has one node, which owns a reference to the key; od_fast_nodes may be
// used only while od_resize_sentinel is ma_keys. As Objects/odictobject.c.
import { memCalloc, memFree, memMalloc } from "../../memory/allocators.ts";
import { reserveStatic } from "../../memory/data.ts";
import {
  type Address,
  type Borrowed,
  high,
  i32,
  low,
  type Owned,
  ptr,
  setI32,
  setI64,
  setPtr,
  setSsize,
  ssize,
} from "../../memory/memory.ts";
import { _ODictNode, PyODictObject } from "../../memory/structs/containers.ts";
import { PyTypeObject } from "../../memory/structs/object.ts";
import {
  _Py_dict_lookup,
  _PyDict_DelItem_KnownHash,
  _PyDict_Pop_KnownHash,
  _PyDict_SetItem_KnownHash,
  _PyErr_SetKeyError,
  dictKeys,
  keyHash,
} from "../../objects/dict_core.ts";
import { log2Size } from "../../objects/dict_keys.ts";
import { PyErr_NoMemory, PyErr_Occurred } from "../../objects/errors.ts";
import { hashHigh, hashLow } from "../../objects/hash.ts";
import { decref, isInstanceOf, newRef, typeOf } from "../../objects/object.ts";

/** The type itself, declared in odict.ts. */
export const PyODict_Type: Address = reserveStatic(PyTypeObject.sizeof);

export const isOrderedDict = (o: Borrowed): boolean => isInstanceOf(o, PyODict_Type);
export const isExactOrderedDict = (o: Borrowed): boolean => typeOf(o) === PyODict_Type;

const FIRST = PyODictObject.od_first;
const LAST = PyODictObject.od_last;
const FAST_NODES = PyODictObject.od_fast_nodes;
const FAST_COUNT = PyODictObject.od_fast_nodes_size;
const SENTINEL = PyODictObject.od_resize_sentinel;
const NEXT = _ODictNode.next;
const PREVIOUS = _ODictNode.prev;
const WORD_BYTES = 8;

export function firstNode(o: Borrowed): Address {
  return ptr(o + FIRST);
}

export function lastNode(o: Borrowed): Address {
  return ptr(o + LAST);
}

export function nextNode(node: Address): Address {
  return ptr(node + NEXT);
}

export function previousNode(node: Address): Address {
  return ptr(node + PREVIOUS);
}

export function nodeKey(node: Address): Borrowed {
  return ptr(node + _ODictNode.key);
}

/** A number that has changed when the order has: the low word is enough to notice. */
export function odictState(o: Borrowed): number {
  return i32(o + PyODictObject.od_state);
}

function countChange(o: Borrowed): void {
  const state = o + PyODictObject.od_state;
  const count = (i32(state) + 1) | 0;
  setI32(state, count);
  if (count === 0) setI32(state + 4, i32(state + 4) + 1);
}

// -- finding -------------------------------------------------------------------------------------------------------------

/** Makes od_fast_nodes for the dict's table as it is now. False with an error set. */
function mirrorTable(o: Borrowed): boolean {
  const count = 1 << log2Size(dictKeys(o));
  const fast = memCalloc(count, WORD_BYTES);
  if (fast === 0) {
    PyErr_NoMemory();
    return false;
  }
  for (let node = firstNode(o); node !== 0; node = nextNode(node)) {
    const index = _Py_dict_lookup(o, nodeKey(node), low(node + _ODictNode.hash), high(node + _ODictNode.hash));
    if (index < 0) {
      memFree(fast);
      return false;
    }
    setPtr(fast + index * WORD_BYTES, node);
  }
  memFree(ptr(o + FAST_NODES));
  setPtr(o + FAST_NODES, fast);
  setSsize(o + FAST_COUNT, count);
  setPtr(o + SENTINEL, dictKeys(o));
  return true;
}

/** The slot of od_fast_nodes of a key that the dict has; 0 when it has not, or with an error set. */
function fastSlot(o: Borrowed, key: Borrowed, hashLowWord: number, hashHighWord: number): Address {
  const keys = dictKeys(o);
  if (ptr(o + SENTINEL) !== keys || ssize(o + FAST_COUNT) !== 1 << log2Size(keys)) {
    if (!mirrorTable(o)) return 0;
  }
  const index = _Py_dict_lookup(o, key, hashLowWord, hashHighWord);
  return index < 0 ? 0 : ptr(o + FAST_NODES) + index * WORD_BYTES;
}

function findNodeOfHash(o: Borrowed, key: Borrowed, hashLowWord: number, hashHighWord: number): Address {
  if (firstNode(o) === 0) return 0;
  const slot = fastSlot(o, key, hashLowWord, hashHighWord);
  return slot === 0 ? 0 : ptr(slot);
}

/** The node of a key; 0 when there is none, or with an error set. */
export function findNode(o: Borrowed, key: Borrowed): Address {
  if (firstNode(o) === 0 || keyHash(key) < 0) return 0;
  return findNodeOfHash(o, key, hashLow(), hashHigh());
}

// -- linking -------------------------------------------------------------------------------------------------------------

export function addFirst(o: Borrowed, node: Address): void {
  const first = firstNode(o);
  setPtr(node + PREVIOUS, 0);
  setPtr(node + NEXT, first);
  if (first === 0) setPtr(o + LAST, node);
  else setPtr(first + PREVIOUS, node);
  setPtr(o + FIRST, node);
  countChange(o);
}

export function addLast(o: Borrowed, node: Address): void {
  const last = lastNode(o);
  setPtr(node + PREVIOUS, last);
  setPtr(node + NEXT, 0);
  if (last === 0) setPtr(o + FIRST, node);
  else setPtr(last + NEXT, node);
  setPtr(o + LAST, node);
  countChange(o);
}

export function unlinkNode(o: Borrowed, node: Address): void {
  const previous = previousNode(node);
  const next = nextNode(node);
  if (previous === 0) setPtr(o + FIRST, next);
  else setPtr(previous + NEXT, next);
  if (next === 0) setPtr(o + LAST, previous);
  else setPtr(next + PREVIOUS, previous);
  setPtr(node + PREVIOUS, 0);
  setPtr(node + NEXT, 0);
  countChange(o);
}

/** Takes a key's node out and frees it; a missing one is no error. -1 with an error set. */
function dropNode(o: Borrowed, node: Address, key: Borrowed, hashLowWord: number, hashHighWord: number): number {
  if (node === 0) return 0;
  const slot = fastSlot(o, key, hashLowWord, hashHighWord);
  if (slot === 0) return PyErr_Occurred() ? -1 : 0;
  setPtr(slot, 0);
  unlinkNode(o, node);
  const owned = nodeKey(node);
  memFree(node);
  decref(owned);
  return 0;
}

function addNode(o: Borrowed, key: Borrowed, hashLowWord: number, hashHighWord: number): number {
  const slot = fastSlot(o, key, hashLowWord, hashHighWord);
  if (slot === 0) {
    if (!PyErr_Occurred()) _PyErr_SetKeyError(key);
    return -1;
  }
  if (ptr(slot) !== 0) return 0;
  const node = memMalloc(_ODictNode.sizeof);
  if (node === 0) return PyErr_NoMemory() - 1;
  setPtr(node + _ODictNode.key, newRef(key));
  setI64(node + _ODictNode.hash, hashLowWord, hashHighWord);
  addLast(o, node);
  setPtr(slot, node);
  return 0;
}

/** Frees all nodes: the order is empty before the first key dies. */
export function clearNodes(o: Borrowed): void {
  memFree(ptr(o + FAST_NODES));
  setPtr(o + FAST_NODES, 0);
  setSsize(o + FAST_COUNT, 0);
  setPtr(o + SENTINEL, 0);
  let node = firstNode(o);
  setPtr(o + FIRST, 0);
  setPtr(o + LAST, 0);
  countChange(o);
  while (node !== 0) {
    const next = nextNode(node);
    const key = nodeKey(node);
    memFree(node);
    decref(key);
    node = next;
  }
}

// -- dict and order together ---------------------------------------------------------------------------------------------

/** PyODict_SetItem: 0, or -1 with an error set. */
export function PyODict_SetItem(o: Borrowed, key: Borrowed, value: Borrowed): number {
  if (keyHash(key) < 0) return -1;
  const hashLowWord = hashLow();
  const hashHighWord = hashHigh();
  if (_PyDict_SetItem_KnownHash(o, key, value, hashLowWord, hashHighWord) < 0) return -1;
  return addNode(o, key, hashLowWord, hashHighWord);
}

/** PyODict_DelItem: 0, or -1 with an error set. */
export function PyODict_DelItem(o: Borrowed, key: Borrowed): number {
  if (keyHash(key) < 0) return -1;
  const hashLowWord = hashLow();
  const hashHighWord = hashHigh();
  const node = findNodeOfHash(o, key, hashLowWord, hashHighWord);
  if (node === 0 && PyErr_Occurred()) return -1;
  if (dropNode(o, node, key, hashLowWord, hashHighWord) < 0) return -1;
  return _PyDict_DelItem_KnownHash(o, key, hashLowWord, hashHighWord);
}

/** Takes a key out: its Owned value; `missing` as a new reference, or KeyError for 0; 0 with an error set. */
export function popKey(o: Borrowed, key: Borrowed, missing: Borrowed): Owned {
  if (keyHash(key) < 0) return 0;
  const hashLowWord = hashLow();
  const hashHighWord = hashHigh();
  const node = findNodeOfHash(o, key, hashLowWord, hashHighWord);
  if (node !== 0) {
    if (dropNode(o, node, key, hashLowWord, hashHighWord) < 0) return 0;
    const value = _PyDict_Pop_KnownHash(o, key, hashLowWord, hashHighWord);
    if (value !== 0) return value;
  }
  if (PyErr_Occurred()) return 0;
  return missing === 0 ? _PyErr_SetKeyError(key) : newRef(missing);
}

/** Bytes of the nodes and of their table. */
export function orderBytes(o: Borrowed): number {
  const nodes = firstNode(o) === 0 ? 0 : ssize(o + PyODictObject.ma_used) * _ODictNode.sizeof;
  return ssize(o + FAST_COUNT) * WORD_BYTES + nodes;
}
