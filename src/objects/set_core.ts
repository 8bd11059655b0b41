// The table of sets and frozensets, and what may be done to it without a program's iterators (set.ts has those).
//
//   PySetObject   fill used mask table hash finger smalltable[8] weakreflist
//   table         mask + 1 entries of key and hash: smalltable, or a block of its own when it grew
//   entry         key 0: never used (hash 0)     key dummy: deleted (hash -1)     else live
//
// A probe looks at the entries in a row behind a slot, then jumps as dict does. Comparing keys may run a program's
// __eq__, which may change the set: the search then starts again.
// Invariants: used <= fill < mask + 1, so every probe ends; a table of its own is never the smalltable of another set.

import { frozensetHashElement, frozensetHashFinish } from "../base/hash.ts";
import { wideHigh } from "../base/wide.ts";
import { gcNewVar, gcTrack } from "../gc/link.ts";
import { memFree, memMalloc } from "../memory/allocators.ts";
import { reserveStatic } from "../memory/data.ts";
import {
  type Address,
  type Borrowed,
  bytesAt,
  copyBytes,
  copyWide,
  fillBytes,
  high,
  i32,
  low,
  type Owned,
  ptr,
  setI64,
  setPtr,
  setSsize,
  writeBytes,
} from "../memory/memory.ts";
import { PySetObject, setentry } from "../memory/structs/containers.ts";
import { PyObject, PyTypeObject } from "../memory/structs/object.ts";
import { textFunction } from "../memory/text.ts";
import { dictUsed, keyHash, nextHashHigh, nextHashLow, nextKey, PyDict_Next } from "./dict_core.ts";
import { PERTURB_SHIFT } from "./dict_keys.ts";
import { sameKey } from "./dict_lookup.ts";
import { PyErr_BadInternalCall, PyErr_NoMemory } from "./errors.ts";
import { hashAnswerFrom, hashHigh, hashLow, isHashUnset } from "./hash.ts";
import { decref, incref, initObject, isInstanceOf, isSubtype, newRef, refcount, typeOf } from "./object.ts";
import { PyFrozenSet_Type, PySet_Type, PyUnicode_Type } from "./types.ts";
import { _PyUnicode_EQ } from "./unicode_core.ts";

export const PySet_MINSIZE = 8;
const LINEAR_PROBES = 9;
const ENTRY_BYTES = setentry.sizeof;
const ENTRY_HASH = setentry.hash;
const SMALL_TABLE = PySetObject.smalltable;
const SMALL_TABLE_BYTES = PySet_MINSIZE * ENTRY_BYTES;
/** Larger tables cannot be addressed. */
const MAX_SLOTS = 2 ** 26;

/** The key of deleted entries. */
export const dummy: Address = reserveStatic(PyObject.sizeof);

// -- fields ------------------------------------------------------------------------------------------------------------

/** PyAnySet_Check: a set or a frozenset, or an instance of a subclass. */
export function isAnySet(o: Borrowed): boolean {
  const type = typeOf(o);
  return (
    type === PySet_Type || type === PyFrozenSet_Type || isSubtype(type, PySet_Type) || isSubtype(type, PyFrozenSet_Type)
  );
}

export function isExactAnySet(o: Borrowed): boolean {
  const type = typeOf(o);
  return type === PySet_Type || type === PyFrozenSet_Type;
}

/** PySet_Check: not a frozenset. */
export function isSet(o: Borrowed): boolean {
  return isInstanceOf(o, PySet_Type);
}

/** Live keys. */
export function setSize(set: Borrowed): number {
  return i32(set + PySetObject.used);
}

function setUsed(set: Borrowed, used: number): void {
  setSsize(set + PySetObject.used, used);
}

export function setFill(set: Borrowed): number {
  return i32(set + PySetObject.fill);
}

export function setMask(set: Borrowed): number {
  return i32(set + PySetObject.mask);
}

export function setTable(set: Borrowed): Address {
  return ptr(set + PySetObject.table);
}

// -- walking -----------------------------------------------------------------------------------------------------------

let foundEntry = 0;

/** set_next: finds the next live entry from a slot on (0 at first) and answers with the slot behind it, or 0 at the end. */
export function setNext(set: Borrowed, slot: number): number {
  const table = setTable(set);
  const mask = setMask(set);
  for (let i = slot; i <= mask; i++) {
    const entry = table + i * ENTRY_BYTES;
    const key = ptr(entry);
    if (key === 0 || key === dummy) continue;
    foundEntry = entry;
    return i + 1;
  }
  return 0;
}

/** The key that the last setNext found. */
export function setNextKey(): Borrowed {
  return ptr(foundEntry);
}

/** Where its hash stands. */
export function setNextHash(): Address {
  return foundEntry + ENTRY_HASH;
}

// -- probing -----------------------------------------------------------------------------------------------------------

/** set_lookkey: the entry of a key, or the unused one where its search ended; 0 with an error set. */
function findEntry(set: Borrowed, key: Borrowed, hashLow: number, hashHigh: number): Address {
  for (;;) {
    const entry = searchOnce(set, key, hashLow, hashHigh);
    if (entry !== CHANGED) return entry;
  }
}

const CHANGED = -1;

function searchOnce(set: Borrowed, key: Borrowed, wantedLow: number, wantedHigh: number): Address {
  const table = setTable(set);
  const mask = setMask(set);
  const isString = typeOf(key) === PyUnicode_Type;
  let perturb = wantedLow;
  let perturbHigh = wantedHigh;
  let slot = wantedLow & mask;
  for (;;) {
    let entry = table + slot * ENTRY_BYTES;
    let probes = slot + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
    do {
      const candidate = ptr(entry);
      if (candidate === 0) return entry;
      if (low(entry + ENTRY_HASH) === wantedLow && high(entry + ENTRY_HASH) === wantedHigh) {
        if (candidate === key) return entry;
        if (isString && typeOf(candidate) === PyUnicode_Type && _PyUnicode_EQ(candidate, key)) return entry;
        const equal = sameKey(candidate, key);
        if (equal < 0) return 0;
        if (setTable(set) !== table || ptr(entry) !== candidate) return CHANGED;
        if (equal > 0) return entry;
      }
      entry += ENTRY_BYTES;
    } while (probes-- > 0);
    perturb = (perturb >>> PERTURB_SHIFT) | (perturbHigh << (32 - PERTURB_SHIFT));
    perturbHigh >>>= PERTURB_SHIFT;
    slot = (Math.imul(slot, 5) + 1 + perturb) & mask;
  }
}

/** set_add_entry: adds a key. 0, or -1 with an error set. */
export function setAddEntry(set: Borrowed, key: Borrowed, hashLow: number, hashHigh: number): number {
  // Counted first: a comparison may release what holds the key.
  incref(key);
  for (;;) {
    const answer = addOnce(set, key, hashLow, hashHigh);
    if (answer === ADDED) return 0;
    if (answer === RESTART) continue;
    if (answer === GROW) return setResize(set, growthFor(set));
    decref(key);
    return answer === PRESENT ? 0 : -1;
  }
}

const ADDED = 0;
const PRESENT = 1;
const RESTART = 2;
const GROW = 3;
const FAILED = -1;

/** How many keys a table that is too full shall have room for. */
function growthFor(set: Borrowed): number {
  const used = setSize(set);
  return used > 50000 ? used * 2 : used * 4;
}

function addOnce(set: Borrowed, key: Owned, wantedLow: number, wantedHigh: number): number {
  const table = setTable(set);
  const mask = setMask(set);
  const isString = typeOf(key) === PyUnicode_Type;
  let free = 0;
  let perturb = wantedLow;
  let perturbHigh = wantedHigh;
  let slot = wantedLow & mask;
  for (;;) {
    let entry = table + slot * ENTRY_BYTES;
    let probes = slot + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
    do {
      const candidate = ptr(entry);
      if (candidate === 0) {
        // The last deleted entry on the way, if there was one, is used again.
        if (free !== 0 && !isHashUnset(free + ENTRY_HASH)) return RESTART;
        const target = free !== 0 ? free : entry;
        setUsed(set, setSize(set) + 1);
        setPtr(target, key);
        setI64(target + ENTRY_HASH, wantedLow, wantedHigh);
        if (free !== 0) return ADDED;
        const fill = setFill(set) + 1;
        setSsize(set + PySetObject.fill, fill);
        return fill * 5 < mask * 3 ? ADDED : GROW;
      }
      if (low(entry + ENTRY_HASH) === wantedLow && high(entry + ENTRY_HASH) === wantedHigh) {
        if (candidate === key) return PRESENT;
        if (isString && typeOf(candidate) === PyUnicode_Type && _PyUnicode_EQ(candidate, key)) return PRESENT;
        const equal = sameKey(candidate, key);
        if (equal > 0) return PRESENT;
        if (equal < 0) return FAILED;
        if (setTable(set) !== table || ptr(entry) !== candidate) return RESTART;
      } else if (candidate === dummy) free = entry;
      entry += ENTRY_BYTES;
    } while (probes-- > 0);
    perturb = (perturb >>> PERTURB_SHIFT) | (perturbHigh << (32 - PERTURB_SHIFT));
    perturbHigh >>>= PERTURB_SHIFT;
    slot = (Math.imul(slot, 5) + 1 + perturb) & mask;
  }
}

/** set_insert_clean: puts a key that is not there into a table without deleted entries; takes the reference. */
function insertClean(table: Address, mask: number, key: Owned, hashAt: Address): void {
  let perturb = low(hashAt);
  let perturbHigh = high(hashAt);
  let slot = perturb & mask;
  for (;;) {
    let entry = table + slot * ENTRY_BYTES;
    let probes = slot + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
    do {
      if (ptr(entry) === 0) {
        setPtr(entry, key);
        copyWide(entry + ENTRY_HASH, hashAt);
        return;
      }
      entry += ENTRY_BYTES;
    } while (probes-- > 0);
    perturb = (perturb >>> PERTURB_SHIFT) | (perturbHigh << (32 - PERTURB_SHIFT));
    perturbHigh >>>= PERTURB_SHIFT;
    slot = (Math.imul(slot, 5) + 1 + perturb) & mask;
  }
}

// A small table that is rebuilt or emptied in place is copied here first. Nothing runs while it is in use.
const smallCopy = reserveStatic(SMALL_TABLE_BYTES);

/** set_table_resize: the least table with room for more than minUsed keys. 0, or -1 with MemoryError set. */
export function setResize(set: Borrowed, minUsed: number): number {
  let slotCount = PySet_MINSIZE;
  while (slotCount <= minUsed) slotCount *= 2;
  let oldTable = setTable(set);
  const oldMask = setMask(set);
  const small = set + SMALL_TABLE;
  const ownsOldTable = oldTable !== small;
  let table = small;
  if (slotCount === PySet_MINSIZE) {
    if (!ownsOldTable) {
      if (setFill(set) === setSize(set)) return 0;
      copyBytes(smallCopy, oldTable, SMALL_TABLE_BYTES);
      oldTable = smallCopy;
    }
  } else {
    table = slotCount > MAX_SLOTS ? 0 : memMalloc(slotCount * ENTRY_BYTES);
    if (table === 0) {
      PyErr_NoMemory();
      return -1;
    }
  }
  fillBytes(table, 0, slotCount * ENTRY_BYTES);
  setSsize(set + PySetObject.mask, slotCount - 1);
  setPtr(set + PySetObject.table, table);
  setSsize(set + PySetObject.fill, setSize(set));
  for (let i = 0; i <= oldMask; i++) {
    const entry = oldTable + i * ENTRY_BYTES;
    const key = ptr(entry);
    if (key !== 0 && key !== dummy) insertClean(table, slotCount - 1, key, entry + ENTRY_HASH);
  }
  if (ownsOldTable) memFree(oldTable);
  return 0;
}

/** set_contains_entry: 1, 0, or -1 with an error set. */
export function setContainsEntry(set: Borrowed, key: Borrowed, hashLow: number, hashHigh: number): number {
  const entry = findEntry(set, key, hashLow, hashHigh);
  if (entry === 0) return -1;
  return ptr(entry) !== 0 ? 1 : 0;
}

/** set_discard_entry: 1 when the key was there, 0 when not, -1 with an error set. */
export function setDiscardEntry(set: Borrowed, key: Borrowed, hashLow: number, hashHigh: number): number {
  const entry = findEntry(set, key, hashLow, hashHigh);
  if (entry === 0) return -1;
  const old = ptr(entry);
  if (old === 0) return 0;
  setPtr(entry, dummy);
  setI64(entry + ENTRY_HASH, -1, -1);
  setUsed(set, setSize(set) - 1);
  decref(old);
  return 1;
}

export function setAddKey(set: Borrowed, key: Borrowed): number {
  return keyHash(key) < 0 ? -1 : setAddEntry(set, key, hashLow(), hashHigh());
}

export function setContainsKey(set: Borrowed, key: Borrowed): number {
  return keyHash(key) < 0 ? -1 : setContainsEntry(set, key, hashLow(), hashHigh());
}

export function setDiscardKey(set: Borrowed, key: Borrowed): number {
  return keyHash(key) < 0 ? -1 : setDiscardEntry(set, key, hashLow(), hashHigh());
}

// -- life --------------------------------------------------------------------------------------------------------------

function emptyToMinSize(set: Borrowed): void {
  fillBytes(set + SMALL_TABLE, 0, SMALL_TABLE_BYTES);
  setSsize(set + PySetObject.fill, 0);
  setUsed(set, 0);
  setSsize(set + PySetObject.mask, PySet_MINSIZE - 1);
  setPtr(set + PySetObject.table, set + SMALL_TABLE);
  setI64(set + PySetObject.hash, -1, -1);
}

/** An empty, tracked set of a type; 0 with an error set. */
export function newSet(type: Borrowed): Owned {
  let set: Owned;
  if (type === PySet_Type || type === PyFrozenSet_Type) {
    set = gcNewVar(type, PySetObject.sizeof);
    if (set === 0) return PyErr_NoMemory();
    initObject(set, type);
  } else {
    set = textFunction(ptr(type + PyTypeObject.tp_alloc))(type, 0);
    if (set === 0) return 0;
  }
  emptyToMinSize(set);
  setSsize(set + PySetObject.finger, 0);
  setPtr(set + PySetObject.weakreflist, 0);
  if (isExactAnySet(set)) gcTrack(set);
  return set;
}

/** set_clear_internal */
export function setClear(set: Borrowed): void {
  const table = setTable(set);
  const mask = setMask(set);
  const ownsTable = table !== set + SMALL_TABLE;
  if (!ownsTable && setFill(set) === 0) return;
  // The keys are released when the set is empty already: releasing them may run code that uses it.
  const keys: Address[] = [];
  for (let i = 0; i <= mask; i++) {
    const key = ptr(table + i * ENTRY_BYTES);
    if (key !== 0 && key !== dummy) keys.push(key);
  }
  emptyToMinSize(set);
  for (const key of keys) decref(key);
  if (ownsTable) memFree(table);
}

/** Releases the keys and the table of a dying set. */
export function releaseTable(set: Address): void {
  const table = setTable(set);
  let used = setSize(set);
  for (let entry = table; used > 0; entry += ENTRY_BYTES) {
    const key = ptr(entry);
    if (key === 0 || key === dummy) continue;
    used--;
    decref(key);
  }
  if (table !== set + SMALL_TABLE) memFree(table);
}

/** Bytes of the set and its table, without the collector's head. */
export function setSizeOf(set: Borrowed): number {
  const bytes = i32(typeOf(set) + PyTypeObject.tp_basicsize);
  return setTable(set) === set + SMALL_TABLE ? bytes : bytes + (setMask(set) + 1) * ENTRY_BYTES;
}

// -- whole sets --------------------------------------------------------------------------------------------------------

/** Makes room for more keys at once, when they would make the table too full. */
function reserveFor(set: Borrowed, count: number): number {
  if ((setFill(set) + count) * 5 < setMask(set) * 3) return 0;
  return setResize(set, (setSize(set) + count) * 2);
}

/** set_merge: adds the keys of another set. 0, or -1 with an error set. */
export function setMerge(set: Borrowed, other: Borrowed): number {
  const count = setSize(other);
  if (other === set || count === 0) return 0;
  if (reserveFor(set, count) < 0) return -1;
  if (setFill(set) === 0) {
    const table = setTable(set);
    const mask = setMask(set);
    const otherTable = setTable(other);
    if (mask === setMask(other) && setFill(other) === count) {
      // The same table, entry by entry.
      copyBytes(table, otherTable, (mask + 1) * ENTRY_BYTES);
      for (let i = 0; i <= mask; i++) {
        const key = ptr(table + i * ENTRY_BYTES);
        if (key !== 0) incref(key);
      }
    } else {
      const otherMask = setMask(other);
      for (let i = 0; i <= otherMask; i++) {
        const entry = otherTable + i * ENTRY_BYTES;
        const key = ptr(entry);
        if (key !== 0 && key !== dummy) insertClean(table, mask, newRef(key), entry + ENTRY_HASH);
      }
    }
    setSsize(set + PySetObject.fill, count);
    setUsed(set, count);
    return 0;
  }
  for (let at = setNext(other, 0); at !== 0; at = setNext(other, at)) {
    const hash = setNextHash();
    if (setAddEntry(set, setNextKey(), low(hash), high(hash)) < 0) return -1;
  }
  return 0;
}

/** set_update_dict: adds the keys of an exact dict. 0, or -1 with an error set. */
export function setMergeDict(set: Borrowed, dict: Borrowed): number {
  if (reserveFor(set, dictUsed(dict)) < 0) return -1;
  for (let at = PyDict_Next(dict, 0); at !== 0; at = PyDict_Next(dict, at)) {
    if (setAddEntry(set, nextKey(), nextHashLow(), nextHashHigh()) < 0) return -1;
  }
  return 0;
}

/** The exact base type of a set's type: results of operations are never of a subclass. */
export function baseSetType(type: Borrowed): Borrowed {
  return isSubtype(type, PySet_Type) ? PySet_Type : PyFrozenSet_Type;
}

/** set_copy: an exact set or frozenset; 0 with an error set. */
export function setCopy(set: Borrowed): Owned {
  const copy = newSet(baseSetType(typeOf(set)));
  if (copy === 0) return 0;
  if (setMerge(copy, set) === 0) return copy;
  decref(copy);
  return 0;
}

/** set_swap_bodies: two sets exchange their contents. */
export function setSwapBodies(a: Borrowed, b: Borrowed): void {
  const tableA = setTable(a);
  const tableB = setTable(b);
  for (const field of [PySetObject.fill, PySetObject.used, PySetObject.mask]) {
    const value = i32(a + field);
    setSsize(a + field, i32(b + field));
    setSsize(b + field, value);
  }
  setPtr(a + PySetObject.table, tableB === b + SMALL_TABLE ? a + SMALL_TABLE : tableB);
  setPtr(b + PySetObject.table, tableA === a + SMALL_TABLE ? b + SMALL_TABLE : tableA);
  if (tableA === a + SMALL_TABLE || tableB === b + SMALL_TABLE) {
    const kept = bytesAt(a + SMALL_TABLE, SMALL_TABLE_BYTES).slice();
    copyBytes(a + SMALL_TABLE, b + SMALL_TABLE, SMALL_TABLE_BYTES);
    writeBytes(b + SMALL_TABLE, kept);
  }
  setI64(a + PySetObject.hash, -1, -1);
  setI64(b + PySetObject.hash, -1, -1);
}

/** set_pop: takes some key out, from where the last search stopped; 0 (no error set) when the set is empty. */
export function setPop(set: Borrowed): Owned {
  if (setSize(set) === 0) return 0;
  const table = setTable(set);
  const mask = setMask(set);
  let slot = i32(set + PySetObject.finger) & mask;
  for (;;) {
    const entry = table + slot * ENTRY_BYTES;
    const key = ptr(entry);
    if (key !== 0 && key !== dummy) {
      setPtr(entry, dummy);
      setI64(entry + ENTRY_HASH, -1, -1);
      setUsed(set, setSize(set) - 1);
      setSsize(set + PySetObject.finger, slot + 1);
      return key;
    }
    slot = slot === mask ? 0 : slot + 1;
  }
}

/** frozenset_hash, the tp_hash slot of frozenset: the same for any order of the keys; cached. */
export function frozensetHash(set: Borrowed): 0 {
  const cached = set + PySetObject.hash;
  if (isHashUnset(cached)) {
    let lowWord = 0;
    let highWord = 0;
    for (let at = setNext(set, 0); at !== 0; at = setNext(set, at)) {
      const hash = setNextHash();
      lowWord ^= frozensetHashElement(low(hash), high(hash));
      highWord ^= wideHigh();
    }
    lowWord = frozensetHashFinish(lowWord, highWord, setSize(set));
    setI64(cached, lowWord, wideHigh());
  }
  return hashAnswerFrom(cached);
}

// -- C API -------------------------------------------------------------------------------------------------------------

export function PySet_Size(set: Borrowed): number {
  if (!isAnySet(set)) {
    PyErr_BadInternalCall();
    return -1;
  }
  return setSize(set);
}

/** PySet_Add: also to a frozenset that nobody else has seen. 0, or -1 with an error set. */
export function PySet_Add(set: Borrowed, key: Borrowed): number {
  if (!isSet(set) && !(isInstanceOf(set, PyFrozenSet_Type) && refcount(set) === 1)) {
    PyErr_BadInternalCall();
    return -1;
  }
  return setAddKey(set, key);
}

/** PySet_Contains: 1, 0, or -1 with an error set. */
export function PySet_Contains(set: Borrowed, key: Borrowed): number {
  if (!isAnySet(set)) {
    PyErr_BadInternalCall();
    return -1;
  }
  return setContainsKey(set, key);
}

/** PySet_Discard: 1, 0, or -1 with an error set. */
export function PySet_Discard(set: Borrowed, key: Borrowed): number {
  if (!isSet(set)) {
    PyErr_BadInternalCall();
    return -1;
  }
  return setDiscardKey(set, key);
}
