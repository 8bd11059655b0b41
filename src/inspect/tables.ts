// The tables behind dicts, sets, instances and deques: where their entries stand.
//
// Invariant: a table that does not fit the memory it claims is null (damaged); walks are bounded by readable bytes.
import { powerOfTwo } from "../base/double_bits.ts";
import {
  BLOCK,
  dequeobject,
  PyDictKeyEntry,
  PyDictKeysObject,
  PyDictObject,
  PyDictUnicodeEntry,
  PyDictValues,
  PySetObject,
  setentry,
} from "../memory/structs/containers.ts";
import type { Inspection } from "./inspection.ts";
import type { Address } from "./reader.ts";
import { cachedKeys, FLAG, hasFlag, type TypeInfo, typeOf } from "./types.ts";

const KIND_GENERAL = 0;
const KIND_SPLIT = 2;
const LARGEST_LOG2 = 40;

export interface KeysTable {
  readonly address: Address;
  readonly slotCount: number;
  readonly indexBytes: number;
  readonly kind: number;
  readonly isSplit: boolean;
  readonly entries: Address;
  readonly entryBytes: number;
  readonly entryCount: number;
  /** Entries that there is room for. */
  readonly capacity: number;
  readonly bytes: number;
}

/** A PyDictKeysObject; null when it is damaged. */
export function keysTable(m: Inspection, keys: Address): KeysTable | null {
  if (!(keys > 0) || !m.readable(keys, PyDictKeysObject.sizeof)) return null;
  const log2Size = m.u8(keys + PyDictKeysObject.dk_log2_size);
  const log2IndexBytes = m.u8(keys + PyDictKeysObject.dk_log2_index_bytes);
  const kind = m.u8(keys + PyDictKeysObject.dk_kind);
  if (log2Size > LARGEST_LOG2 || log2IndexBytes > LARGEST_LOG2 || kind > KIND_SPLIT) return null;
  const slotCount = powerOfTwo(log2Size);
  const indexBytes = powerOfTwo(log2IndexBytes);
  const entryBytes = kind === KIND_GENERAL ? PyDictKeyEntry.sizeof : PyDictUnicodeEntry.sizeof;
  const capacity = Math.floor((slotCount * 2) / 3);
  const entryCount = m.ssize(keys + PyDictKeysObject.dk_nentries);
  const entries = keys + PyDictKeysObject.dk_indices + indexBytes;
  if (entryCount < 0 || entryCount > capacity || !m.readable(entries, entryCount * entryBytes)) return null;
  const bytes = PyDictKeysObject.dk_indices + indexBytes + capacity * entryBytes;
  return {
    address: keys,
    slotCount,
    indexBytes,
    kind,
    isSplit: kind === KIND_SPLIT,
    entries,
    entryBytes,
    entryCount,
    capacity,
    bytes,
  };
}

export function entryKey(m: Inspection, table: KeysTable, index: number): Address {
  const at = table.entries + index * table.entryBytes;
  return m.ptr(at + (table.kind === KIND_GENERAL ? PyDictKeyEntry.me_key : PyDictUnicodeEntry.me_key));
}

/** Where the key's pointer stands. */
export function entryKeySlot(table: KeysTable, index: number): Address {
  const field = table.kind === KIND_GENERAL ? PyDictKeyEntry.me_key : PyDictUnicodeEntry.me_key;
  return table.entries + index * table.entryBytes + field;
}

/** Where the value's pointer stands. */
export function entryValueSlot(table: KeysTable, index: number): Address {
  const field = table.kind === KIND_GENERAL ? PyDictKeyEntry.me_value : PyDictUnicodeEntry.me_value;
  return table.entries + index * table.entryBytes + field;
}

export interface DictEntry {
  readonly key: Address;
  readonly keySlot: Address;
  /** Where the value's pointer stands. */
  readonly slot: Address;
  readonly value: Address;
}

/** Values of a split table in the order in which they were set. */
export function* splitEntries(m: Inspection, table: KeysTable, values: Address): Generator<DictEntry> {
  if (!m.readable(values, PyDictValues.values)) return;
  const capacity = m.u8(values + PyDictValues.capacity);
  const size = m.u8(values + PyDictValues.size);
  const order = values + PyDictValues.values + capacity * 8;
  if (size > capacity || !m.readable(order, size)) return;
  for (let i = 0; i < size; i++) {
    const index = m.u8(order + i);
    if (index >= table.entryCount || index >= capacity) continue;
    const slot = values + PyDictValues.values + index * 8;
    const value = m.ptr(slot);
    if (value !== 0) yield { key: entryKey(m, table, index), keySlot: entryKeySlot(table, index), slot, value };
  }
}

/** The live entries of a dict in order. */
export function* dictEntries(m: Inspection, dict: Address): Generator<DictEntry> {
  const table = keysTable(m, m.ptr(dict + PyDictObject.ma_keys));
  if (table === null) return;
  const values = m.ptr(dict + PyDictObject.ma_values);
  if (values !== 0) {
    yield* splitEntries(m, table, values);
    return;
  }
  for (let i = 0; i < table.entryCount; i++) {
    const slot = entryValueSlot(table, i);
    const value = m.ptr(slot);
    const key = entryKey(m, table, i);
    if (key !== 0 && value !== 0) yield { key, keySlot: entryKeySlot(table, i), slot, value };
  }
}

export function isDictDamaged(m: Inspection, dict: Address): boolean {
  return keysTable(m, m.ptr(dict + PyDictObject.ma_keys)) === null;
}

// -- instances ---------------------------------------------------------------------------------------------------------

const MANAGED_DICT_OFFSET = -24;

/** Inline values of an instance that are in use; 0 without any. */
export function inlineValues(m: Inspection, object: Address, type: TypeInfo): Address {
  if (!hasFlag(type, FLAG.INLINE_VALUES)) return 0;
  const values = object + type.basicsize;
  return m.readable(values, PyDictValues.values) && m.u8(values + PyDictValues.valid) !== 0 ? values : 0;
}

/** Where an instance keeps the pointer to its dict; 0 when it has none. */
export function dictSlot(m: Inspection, object: Address, type: TypeInfo): Address {
  if (hasFlag(type, FLAG.MANAGED_DICT)) return object + MANAGED_DICT_OFFSET;
  if (type.dictoffset > 0 && type.dictoffset + 8 <= type.basicsize) return object + type.dictoffset;
  if (type.dictoffset < 0 && type.itemsize > 0) {
    // Behind the items of a variable-sized object, counted from its end.
    const size = Math.abs(m.ssize(object + 16));
    const end = Math.ceil((type.basicsize + size * type.itemsize) / 8) * 8;
    return m.readable(object, end) ? object + end + type.dictoffset : 0;
  }
  return 0;
}

/** The attributes of an instance: from its inline values, else from its dict. */
export function* attributeEntries(m: Inspection, object: Address, type: TypeInfo): Generator<DictEntry> {
  const values = inlineValues(m, object, type);
  if (values !== 0) {
    const table = keysTable(m, cachedKeys(m, type));
    if (table !== null) yield* splitEntries(m, table, values);
    return;
  }
  const slot = dictSlot(m, object, type);
  if (slot === 0) return;
  const dict = m.ptr(slot);
  if (typeOf(m, dict)?.form === "dict") yield* dictEntries(m, dict);
}

// -- sets --------------------------------------------------------------------------------------------------------------

export interface SetTable {
  readonly address: Address;
  readonly slotCount: number;
  readonly used: number;
  readonly isSmall: boolean;
}

export function setTable(m: Inspection, set: Address): SetTable | null {
  const mask = m.ssize(set + PySetObject.mask);
  const address = m.ptr(set + PySetObject.table);
  const used = m.ssize(set + PySetObject.used);
  if (mask < 0 || mask > powerOfTwo(LARGEST_LOG2) || used < 0 || used > mask + 1) return null;
  if (!m.readable(address, (mask + 1) * setentry.sizeof)) return null;
  return { address, slotCount: mask + 1, used, isSmall: address === set + PySetObject.smalltable };
}

/** The live keys of a set in the order of the table: where the pointer stands. */
export function* setKeySlots(m: Inspection, table: SetTable): Generator<Address> {
  for (let i = 0; i < table.slotCount; i++) {
    const at = table.address + i * setentry.sizeof;
    // A deleted entry has the hash that no key has.
    const isDummy = m.i32(at + setentry.hash) === -1 && m.i32(at + setentry.hash + 4) === -1;
    if (m.ptr(at + setentry.key) !== 0 && !isDummy) yield at + setentry.key;
  }
}

// -- deques ------------------------------------------------------------------------------------------------------------

const DEQUE_BLOCK_ITEMS = 64;

/** Where the items of a deque stand, from the left; at most as many as it says to have. */
export function* dequeSlots(m: Inspection, deque: Address): Generator<Address> {
  const length = m.ssize(deque + 16);
  let block = m.ptr(deque + dequeobject.leftblock);
  let index = m.ssize(deque + dequeobject.leftindex);
  for (let i = 0; i < length; i++, index++) {
    if (index >= DEQUE_BLOCK_ITEMS) {
      block = m.ptr(block + BLOCK.rightlink);
      index = 0;
    }
    if (index < 0 || !m.readable(block, BLOCK.sizeof)) return;
    yield block + BLOCK.data + index * 8;
  }
}

export function* dequeBlocks(m: Inspection, deque: Address): Generator<Address> {
  let block = m.ptr(deque + dequeobject.leftblock);
  const last = m.ptr(deque + dequeobject.rightblock);
  const most = Math.max(0, m.ssize(deque + 16)) / DEQUE_BLOCK_ITEMS + 2;
  for (let i = 0; i < most && m.readable(block, BLOCK.sizeof); i++) {
    yield block;
    if (block === last) return;
    block = m.ptr(block + BLOCK.rightlink);
  }
}
