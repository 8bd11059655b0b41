// The table of keys of a dict: a small index table points into an array of entries in insertion order.
//
//   PyDictKeysObject   head
//   dk_indices         1 << dk_log2_size slots of 1, 2 or 4 bytes: an entry's number, EMPTY or DUMMY
//   entries            general: hash, key, value        unicode: key, value      (str keys know their hash)
//
// A *split* table is shared by the instances of a class: its entries have keys only, and each instance keeps its values
// in a PyDictValues (dict_values.ts).
// Invariants: at least one slot is EMPTY, so every probe ends; dk_usable + dk_nentries never exceeds the usable part of
// the slots; a dead entry has a null key; EMPTY_KEYS belongs to all empty dicts and never changes.
import { memFree, memMalloc } from "../memory/allocators.ts";
import { INTERPRETER, reserveStatic } from "../memory/data.ts";
import {
  type Address,
  type Borrowed,
  copyBytes,
  copyWide,
  fillBytes,
  high,
  i8,
  i16,
  i32,
  low,
  type Owned,
  ptr,
  setI32,
  setI64,
  setPtr,
  setSsize,
  setU8,
  setU16,
  u8,
  u32,
} from "../memory/memory.ts";
import { _Py_object_freelists } from "../memory/structs/allocators.ts";
import { PyDictKeyEntry, PyDictKeysObject, PyDictUnicodeEntry } from "../memory/structs/containers.ts";
import { _Py_dict_state, PyInterpreterState } from "../memory/structs/runtime.ts";
import { PyASCIIObject } from "../memory/structs/text.ts";
import { FREE_LISTS } from "./free_lists.ts";
import { incref, newRef, xdecref } from "./object.ts";
import { _PyUnicode_EQ } from "./unicode_core.ts";

export const DICT_KEYS_GENERAL = 0;
export const DICT_KEYS_UNICODE = 1;
export const DICT_KEYS_SPLIT = 2;

/** A slot that was never used: the end of a probe. */
export const DKIX_EMPTY = -1;
/** A slot whose entry was deleted: a probe goes on behind it. */
export const DKIX_DUMMY = -2;
export const DKIX_ERROR = -3;
/** A comparison changed the dict: the lookup starts again. */
export const DKIX_KEY_CHANGED = -4;

export const PyDict_LOG_MINSIZE = 3;
export const PyDict_MINSIZE = 1 << PyDict_LOG_MINSIZE;
export const PERTURB_SHIFT = 5;
export const PyDict_MAXFREELIST = 80;
export const SHARED_KEYS_MAX_SIZE = 30;
const NEXT_LOG2_SHARED_KEYS_MAX_SIZE = 6;
/** Larger tables cannot be addressed; more is a MemoryError. */
const MAX_LOG2_SIZE = 26;

const INDICES = PyDictKeysObject.dk_indices;
const UNICODE_ENTRY_BYTES = PyDictUnicodeEntry.sizeof;
const GENERAL_ENTRY_BYTES = PyDictKeyEntry.sizeof;
const STR_HASH = PyASCIIObject.hash;
const POINTER_BYTES = 8;

/** The table of all empty dicts. */
export const EMPTY_KEYS: Address = reserveStatic(INDICES + PyDict_MINSIZE);

const NUMFREE = FREE_LISTS + _Py_object_freelists.dictkeys_numfree;
const ITEMS = FREE_LISTS + _Py_object_freelists.dictkeys_items;
const NEXT_VERSION = INTERPRETER + PyInterpreterState.dict_state + _Py_dict_state.next_keys_version;

/** Fills the table of the empty dicts. */
export function initializeEmptyKeys(): void {
  setI64(EMPTY_KEYS, -1, 0);
  setU8(EMPTY_KEYS + PyDictKeysObject.dk_log2_size, 0);
  setU8(EMPTY_KEYS + PyDictKeysObject.dk_log2_index_bytes, 0);
  setU8(EMPTY_KEYS + PyDictKeysObject.dk_kind, DICT_KEYS_UNICODE);
  setI32(EMPTY_KEYS + PyDictKeysObject.dk_version, 1);
  setSsize(EMPTY_KEYS + PyDictKeysObject.dk_usable, 0);
  setSsize(EMPTY_KEYS + PyDictKeysObject.dk_nentries, 0);
  fillBytes(EMPTY_KEYS + INDICES, 0xff, PyDict_MINSIZE);
  setI32(NEXT_VERSION, 2);
}

// -- parts -------------------------------------------------------------------------------------------------------------

export function keysKind(keys: Address): number {
  return u8(keys + PyDictKeysObject.dk_kind);
}

/** DK_IS_UNICODE: entries without a hash. */
export function isUnicodeKeys(keys: Address): boolean {
  return u8(keys + PyDictKeysObject.dk_kind) !== DICT_KEYS_GENERAL;
}

export function log2Size(keys: Address): number {
  return u8(keys + PyDictKeysObject.dk_log2_size);
}

export function entryCount(keys: Address): number {
  return i32(keys + PyDictKeysObject.dk_nentries);
}

export function usableCount(keys: Address): number {
  return i32(keys + PyDictKeysObject.dk_usable);
}

/** Address of the first entry. @expand */
export function entriesOf(keys: Address): Address {
  return keys + INDICES + (1 << u8(keys + PyDictKeysObject.dk_log2_index_bytes));
}

export function entryBytes(keys: Address): number {
  return isUnicodeKeys(keys) ? UNICODE_ENTRY_BYTES : GENERAL_ENTRY_BYTES;
}

/** Where the key of an entry stands; its value follows it. */
export function entryKeyAt(keys: Address, index: number): Address {
  return isUnicodeKeys(keys)
    ? entriesOf(keys) + index * UNICODE_ENTRY_BYTES + PyDictUnicodeEntry.me_key
    : entriesOf(keys) + index * GENERAL_ENTRY_BYTES + PyDictKeyEntry.me_key;
}

/** Where the value stands, given where the key stands: in both kinds of entries it is the next word. */
export const VALUE_AFTER_KEY = PyDictUnicodeEntry.me_value - PyDictUnicodeEntry.me_key;

/** Where the hash of a live entry stands: in the entry, or in its str. */
export function entryHashAt(keys: Address, index: number): Address {
  const entry = entriesOf(keys);
  return isUnicodeKeys(keys)
    ? ptr(entry + index * UNICODE_ENTRY_BYTES + PyDictUnicodeEntry.me_key) + STR_HASH
    : entry + index * GENERAL_ENTRY_BYTES + PyDictKeyEntry.me_hash;
}

/** USABLE_FRACTION: entries that a table of so many slots takes. */
export function usableFraction(slotCount: number): number {
  return Math.floor((slotCount * 2) / 3);
}

/**
 * calculate_log2_keysize: a table with at least so many slots. As 3.13.0 computes it, with the least size or-ed in, some
 * requests get twice what they need: those below the least size, and powers of two well above it.
 */
export function calculateLog2KeySize(slotCount: number): number {
  const largest = (slotCount | PyDict_MINSIZE) - 1;
  return 32 - Math.clz32(largest | (PyDict_MINSIZE - 1));
}

/** estimate_log2_keysize: the table for so many entries. */
export function estimateLog2KeySize(count: number): number {
  return calculateLog2KeySize(Math.floor((count * 3 + 1) / 2));
}

/** dictkeys_get_index */
export function getIndex(keys: Address, slot: number): number {
  const log2 = u8(keys + PyDictKeysObject.dk_log2_size);
  if (log2 < 8) return i8(keys + INDICES + slot);
  if (log2 < 16) return i16(keys + INDICES + slot * 2);
  return i32(keys + INDICES + slot * 4);
}

/** dictkeys_set_index */
export function setIndex(keys: Address, slot: number, index: number): void {
  const log2 = u8(keys + PyDictKeysObject.dk_log2_size);
  if (log2 < 8) setU8(keys + INDICES + slot, index);
  else if (log2 < 16) setU16(keys + INDICES + slot * 2, index);
  else setI32(keys + INDICES + slot * 4, index);
}

/** An entry was added: one fewer is usable. */
export function countEntry(keys: Address): void {
  setSsize(keys + PyDictKeysObject.dk_usable, usableCount(keys) - 1);
  setSsize(keys + PyDictKeysObject.dk_nentries, entryCount(keys) + 1);
}

/** Inline caches that know the version no longer fit. */
export function forgetVersion(keys: Address): void {
  setI32(keys + PyDictKeysObject.dk_version, 0);
}

/** _PyDictKeys_GetVersionForCurrentState: 0 when all versions have been used. */
export function keysVersion(keys: Address): number {
  const version = u32(keys + PyDictKeysObject.dk_version);
  if (version !== 0) return version;
  const next = u32(NEXT_VERSION);
  if (next === 0) return 0;
  setI32(NEXT_VERSION, next + 1);
  setI32(keys + PyDictKeysObject.dk_version, next);
  return next;
}

/** _PyDict_KeysSize: bytes of the whole table. */
export function keysBytes(keys: Address): number {
  const indexBytes = 1 << u8(keys + PyDictKeysObject.dk_log2_index_bytes);
  return INDICES + indexBytes + usableFraction(2 ** log2Size(keys)) * entryBytes(keys);
}

// -- life --------------------------------------------------------------------------------------------------------------

/** new_keys_object: an empty table; 0 when memory is exhausted (no error set). */
export function newKeys(log2: number, unicode: boolean): Address {
  if (log2 > MAX_LOG2_SIZE) return 0;
  const usable = usableFraction(1 << log2);
  const log2IndexBytes = log2 < 8 ? log2 : log2 < 16 ? log2 + 1 : log2 + 2;
  const indexBytes = 1 << log2IndexBytes;
  const byteCount = usable * (unicode ? UNICODE_ENTRY_BYTES : GENERAL_ENTRY_BYTES);
  let keys: Address;
  const numfree = i32(NUMFREE);
  if (log2 === PyDict_LOG_MINSIZE && unicode && numfree > 0) {
    keys = ptr(ITEMS + (numfree - 1) * POINTER_BYTES);
    setI32(NUMFREE, numfree - 1);
  } else {
    keys = memMalloc(INDICES + indexBytes + byteCount);
    if (keys === 0) return 0;
  }
  setSsize(keys + PyDictKeysObject.dk_refcnt, 1);
  setU8(keys + PyDictKeysObject.dk_log2_size, log2);
  setU8(keys + PyDictKeysObject.dk_log2_index_bytes, log2IndexBytes);
  setU8(keys + PyDictKeysObject.dk_kind, unicode ? DICT_KEYS_UNICODE : DICT_KEYS_GENERAL);
  setI32(keys + PyDictKeysObject.dk_version, 0);
  setSsize(keys + PyDictKeysObject.dk_usable, usable);
  setSsize(keys + PyDictKeysObject.dk_nentries, 0);
  fillBytes(keys + INDICES, 0xff, indexBytes);
  fillBytes(keys + INDICES + indexBytes, 0, byteCount);
  return keys;
}

/** _PyDict_NewKeysForClass: the shared table of a class; 0 when memory is exhausted (no error set). */
export function _PyDict_NewKeysForClass(): Address {
  const keys = newKeys(NEXT_LOG2_SHARED_KEYS_MAX_SIZE, true);
  if (keys === 0) return 0;
  setSsize(keys + PyDictKeysObject.dk_usable, SHARED_KEYS_MAX_SIZE);
  setU8(keys + PyDictKeysObject.dk_kind, DICT_KEYS_SPLIT);
  return keys;
}

/** Frees the table itself; its entries hold nothing any more. */
export function freeKeys(keys: Address): void {
  const numfree = i32(NUMFREE);
  if (log2Size(keys) === PyDict_LOG_MINSIZE && numfree < PyDict_MAXFREELIST && isUnicodeKeys(keys)) {
    setPtr(ITEMS + numfree * POINTER_BYTES, keys);
    setI32(NUMFREE, numfree + 1);
    return;
  }
  memFree(keys);
}

export function increfKeys(keys: Address): void {
  if (keys !== EMPTY_KEYS) setI32(keys, i32(keys) + 1);
}

/** Releases the table; the last one releases keys and values in order, then frees it. */
export function decrefKeys(keys: Address): void {
  if (keys === EMPTY_KEYS) return;
  const count = i32(keys) - 1;
  setI32(keys, count);
  if (count !== 0) return;
  const size = entryBytes(keys);
  const end = entryCount(keys);
  for (let i = 0, at = entryKeyAt(keys, 0); i < end; i++, at += size) {
    xdecref(ptr(at));
    xdecref(ptr(at + VALUE_AFTER_KEY));
  }
  freeKeys(keys);
}

/** clone_combined_dict_keys: a copy whose keys and values are counted; 0 when memory is exhausted (no error set). */
export function cloneKeys(source: Address): Address {
  const byteCount = keysBytes(source);
  const keys = memMalloc(byteCount);
  if (keys === 0) return 0;
  copyBytes(keys, source, byteCount);
  const size = entryBytes(keys);
  const end = entryCount(keys);
  for (let i = 0, at = entryKeyAt(keys, 0); i < end; i++, at += size) {
    const value = ptr(at + VALUE_AFTER_KEY);
    if (value === 0) continue;
    incref(value);
    incref(ptr(at));
  }
  return keys;
}

// -- probing -----------------------------------------------------------------------------------------------------------
// The first slot is the low bits of the hash; the next ones follow from slot * 5 + perturb + 1, where perturb is the
// 64-bit hash shifted right by five more at every step.

/** The slot that holds an entry's number, or DKIX_EMPTY. */
export function findSlot(keys: Address, hashLow: number, hashHigh: number, index: number): number {
  const mask = (1 << log2Size(keys)) - 1;
  let perturb = hashLow;
  let perturbHigh = hashHigh;
  let slot = hashLow & mask;
  for (;;) {
    const found = getIndex(keys, slot);
    if (found === index) return slot;
    if (found === DKIX_EMPTY) return DKIX_EMPTY;
    perturb = (perturb >>> PERTURB_SHIFT) | (perturbHigh << (32 - PERTURB_SHIFT));
    perturbHigh >>>= PERTURB_SHIFT;
    slot = (Math.imul(slot, 5) + perturb + 1) & mask;
  }
}

/** find_empty_slot: where a key that is not in the table goes: the first EMPTY or DUMMY slot. */
export function findEmptySlot(keys: Address, hashLow: number, hashHigh: number): number {
  const log2 = u8(keys + PyDictKeysObject.dk_log2_size);
  const indices = keys + INDICES;
  const mask = (1 << log2) - 1;
  let perturb = hashLow;
  let perturbHigh = hashHigh;
  let slot = hashLow & mask;
  while ((log2 < 8 ? i8(indices + slot) : log2 < 16 ? i16(indices + slot * 2) : i32(indices + slot * 4)) >= 0) {
    perturb = (perturb >>> PERTURB_SHIFT) | (perturbHigh << (32 - PERTURB_SHIFT));
    perturbHigh >>>= PERTURB_SHIFT;
    slot = (Math.imul(slot, 5) + perturb + 1) & mask;
  }
  return slot;
}

/** unicodekeys_lookup_unicode: an exact str with its hash cached, in a table of str keys. Runs no code of a program. */
export function lookupString(keys: Address, key: Borrowed): number {
  const hashLow = low(key + STR_HASH);
  const hashHigh = high(key + STR_HASH);
  const log2 = u8(keys + PyDictKeysObject.dk_log2_size);
  const indices = keys + INDICES;
  const entries = indices + (1 << u8(keys + PyDictKeysObject.dk_log2_index_bytes));
  const mask = (1 << log2) - 1;
  let perturb = hashLow;
  let perturbHigh = hashHigh;
  let slot = hashLow & mask;
  for (;;) {
    const index = log2 < 8 ? i8(indices + slot) : log2 < 16 ? i16(indices + slot * 2) : i32(indices + slot * 4);
    if (index >= 0) {
      const candidate = ptr(entries + index * UNICODE_ENTRY_BYTES);
      if (
        candidate === key ||
        (low(candidate + STR_HASH) === hashLow &&
          high(candidate + STR_HASH) === hashHigh &&
          _PyUnicode_EQ(candidate, key))
      ) {
        return index;
      }
    } else if (index === DKIX_EMPTY) return DKIX_EMPTY;
    perturb = (perturb >>> PERTURB_SHIFT) | (perturbHigh << (32 - PERTURB_SHIFT));
    perturbHigh >>>= PERTURB_SHIFT;
    slot = (Math.imul(slot, 5) + perturb + 1) & mask;
  }
}

/** build_indices: numbers the first `count` entries of a table whose slots are all EMPTY. */
export function buildIndices(keys: Address, count: number): void {
  const unicode = isUnicodeKeys(keys);
  const bytes = unicode ? UNICODE_ENTRY_BYTES : GENERAL_ENTRY_BYTES;
  let entry = entriesOf(keys);
  for (let index = 0; index < count; index++, entry += bytes) {
    const hash = unicode ? ptr(entry) + STR_HASH : entry;
    setIndex(keys, findEmptySlot(keys, low(hash), high(hash)), index);
  }
}

/** Writes an entry; takes the references. The hash is written to general entries only. */
export function writeEntry(
  keys: Address,
  index: number,
  key: Owned,
  value: Owned,
  hashLow: number,
  hashHigh: number,
): void {
  const at = entryKeyAt(keys, index);
  setPtr(at, key);
  setPtr(at + VALUE_AFTER_KEY, value);
  if (!isUnicodeKeys(keys)) setI64(at - PyDictKeyEntry.me_key + PyDictKeyEntry.me_hash, hashLow, hashHigh);
}

/** Copies live entries, in order, to the beginning of another table, which may be of the general kind only if this is not. */
export function copyEntries(to: Address, from: Address, count: number): void {
  const fromBytes = entryBytes(from);
  const toBytes = entryBytes(to);
  let target = entryKeyAt(to, 0);
  let source = entryKeyAt(from, 0);
  if (fromBytes === toBytes && entryCount(from) === count) {
    copyBytes(entriesOf(to), entriesOf(from), count * toBytes);
    return;
  }
  const general = !isUnicodeKeys(to);
  for (let i = 0; i < count; i++, target += toBytes, source += fromBytes) {
    while (ptr(source + VALUE_AFTER_KEY) === 0) source += fromBytes;
    const key = ptr(source);
    setPtr(target, key);
    setPtr(target + VALUE_AFTER_KEY, ptr(source + VALUE_AFTER_KEY));
    if (general) {
      const hash = fromBytes === toBytes ? source - PyDictKeyEntry.me_key : key + STR_HASH;
      copyWide(target - PyDictKeyEntry.me_key, hash);
    }
  }
}

/** insert_split_key: the number of a key in a shared table, added if there is room; DKIX_EMPTY if not. */
export function insertSplitKey(keys: Address, key: Borrowed): number {
  const found = lookupString(keys, key);
  if (found !== DKIX_EMPTY || usableCount(keys) <= 0) return found;
  forgetVersion(keys);
  const index = entryCount(keys);
  setIndex(keys, findEmptySlot(keys, low(key + STR_HASH), high(key + STR_HASH)), index);
  setPtr(entryKeyAt(keys, index), newRef(key));
  countEntry(keys);
  return index;
}
