// What an object holds: its pointers with the words a program has for the way ("next", "[3]", "['x']"), its length, its
// sizes, the blocks it owns beside its own, and its place in the collector's lists.
//
// Invariant: slots() yields every pointer to an object that a program can follow, and its walk is bounded by what the
// object's own, readable memory can hold.

import { type FieldInfo, structInfo } from "../memory/struct.ts";
import { _PyInterpreterFrame, PyCodeObject, PyFrameObject, PyGenObject } from "../memory/structs/code.ts";
import {
  BLOCK,
  PyDictObject,
  PyDictValues,
  PyListObject,
  PySetObject,
  PyTupleObject,
  setentry,
} from "../memory/structs/containers.ts";
import { PyFloatObject, PyLongObject } from "../memory/structs/numbers.ts";
import { PyGC_Head, PyHeapTypeObject, PyMemberDef, PyTypeObject, PyVarObject } from "../memory/structs/object.ts";
import { _gc_runtime_state, gc_generation, PyInterpreterState } from "../memory/structs/runtime.ts";
import { PyByteArrayObject, PyBytesObject, PyCompactUnicodeObject, PyUnicodeObject } from "../memory/structs/text.ts";
import type { ReferrerFact, SlotFact } from "./facts.ts";
import { type Inspection, perMoment } from "./inspection.ts";
import { nameText, preview } from "./preview.ts";
import { type Address, cstring } from "./reader.ts";
import { type Frame, frameAt, frameOfObject, generatorFrame, interpreters, localSlot } from "./roots.ts";
import {
  attributeEntries,
  dequeBlocks,
  dequeSlots,
  dictEntries,
  dictSlot,
  entryKey,
  entryKeySlot,
  entryValueSlot,
  inlineValues,
  isDictDamaged,
  keysTable,
  setKeySlots,
  setTable,
} from "./tables.ts";
import { FLAG, GC_HEAD_BYTES, hasFlag, isObject, slotMembers, type TypeInfo, typeOf } from "./types.ts";
import { bytesFields, intFields, stringFields } from "./values.ts";

export interface Slot {
  /** Where the pointer stands. */
  readonly slot: Address;
  readonly role: SlotFact["role"];
  readonly how: ReferrerFact["how"];
  /** Asked for only where it is shown. */
  readonly label: () => string;
  /** A key of a dict: shown apart only where it has no short form. */
  readonly isKey: boolean;
}

function slot(at: Address, role: Slot["role"], how: Slot["how"], label: string | (() => string), isKey = false): Slot {
  return { slot: at, role, how, label: typeof label === "string" ? () => label : label, isKey };
}

// -- pointers ----------------------------------------------------------------------------------------------------------

const pointerFields = new Map<object, readonly FieldInfo[]>();

/** The single pointers of a structure, all but the type's. */
function pointersOfStruct(table: object): readonly FieldInfo[] {
  let fields = pointerFields.get(table);
  if (fields === undefined) {
    fields = structInfo(table).fields.filter(
      (field) => field.type === "ptr" && field.count === 1 && field.name !== "ob_type",
    );
    pointerFields.set(table, fields);
  }
  return fields;
}

/** Pointers of built-in structures that no program can follow: lists of weak references, borrowed neighbours. */
const UNFOLLOWED: ReadonlySet<string> = new Set(["wr_prev", "wr_next", "wr_object", "f_back"]);
/** Where the rows say how to read a field, the forms' own code reads it better. */
const HELD_ELSEWHERE: ReadonlySet<string> = new Set(["ma_keys", "ma_values", "table", "ob_item", "dict"]);

function* structSlots(m: Inspection, object: Address, type: TypeInfo): Generator<Slot> {
  const table = type.form === "type" && isHeapTypeObject(m, object) ? PyHeapTypeObject : type.table;
  for (const { name, offset } of pointersOfStruct(table)) {
    if (UNFOLLOWED.has(name) || HELD_ELSEWHERE.has(name) || name.startsWith("_spec_cache")) continue;
    const at = object + offset;
    if (type.builtin === "cell") yield slot(at, "cell", "cell", "cell_contents");
    else if (isObject(m, m.ptr(at))) yield slot(at, "field", "field", name);
  }
}

function isHeapTypeObject(m: Inspection, object: Address): boolean {
  return (m.i32(object + PyTypeObject.tp_flags) & FLAG.HEAPTYPE) !== 0 && m.readable(object, PyHeapTypeObject.sizeof);
}

function* frameSlots(m: Inspection, frame: Frame): Generator<Slot> {
  for (let i = 0; i < frame.top; i++) {
    if (i < frame.localCount) {
      const local = localSlot(m, frame, i);
      if (local !== null) yield slot(frame.locals + i * 8, "field", "local", local.name);
    } else yield slot(frame.locals + i * 8, "item", "stack", `stack[${i - frame.localCount}]`);
  }
}

/** What stands between the brackets for a key: its short form, else its type. */
export function keyText(m: Inspection, key: Address): string {
  return preview(m, key) ?? `<${typeOf(m, key)?.name ?? "?"}>`;
}

/** Attributes: __slots__, inline values or dict, and what the built-in structure has. */
export function* fieldSlots(m: Inspection, object: Address, type: TypeInfo): Generator<Slot> {
  for (const { name, offset } of slotMembers(m, type.address)) yield slot(object + offset, "field", "field", name);
  if (type.form !== "type") {
    for (const { key, slot: at } of attributeEntries(m, object, type)) {
      yield slot(at, "field", "field", () => nameText(m, key) ?? keyText(m, key));
    }
  }
  yield* structSlots(m, object, type);
  if (type.form === "generator") {
    const frame = generatorState(m, object) < 1 ? frameAt(m, generatorFrame(object)) : null;
    if (frame !== null) yield* frameSlots(m, frame);
  } else if (type.form === "frame") {
    const frame = frameOfObject(m, object);
    if (frame !== null) yield* frameSlots(m, frame);
  }
}

/** gi_frame_state: below 1 the frame is there. */
function generatorState(m: Inspection, generator: Address): number {
  const state = m.u8(generator + PyGenObject.gi_frame_state);
  return state > 127 ? state - 256 : state;
}

/** Items of a container. */
export function* itemSlots(m: Inspection, object: Address, type: TypeInfo): Generator<Slot> {
  switch (type.form) {
    case "list":
    case "tuple": {
      const at = itemsAt(m, object, type);
      const length = lengthOf(m, object, type) ?? 0;
      for (let i = 0; i < length; i++) yield slot(at + i * 8, "item", "item", () => `[${i}]`);
      return;
    }
    case "dict":
      for (const { key, keySlot, slot: at } of dictEntries(m, object)) {
        yield slot(at, "entry", "value", () => keyText(m, key));
        yield slot(keySlot, "entry", "key", () => `key ${keyText(m, key)}`, true);
      }
      return;
    case "set": {
      const table = setTable(m, object);
      if (table === null) return;
      let i = 0;
      for (const at of setKeySlots(m, table)) {
        const index = i++;
        yield slot(at, "item", "item", () => String(index));
      }
      return;
    }
    case "deque": {
      let i = 0;
      for (const at of dequeSlots(m, object)) {
        const index = i++;
        yield slot(at, "item", "item", () => `[${index}]`);
      }
      return;
    }
  }
}

/** First item of a list or tuple. */
function itemsAt(m: Inspection, object: Address, type: TypeInfo): Address {
  return type.form === "list" ? m.ptr(object + PyListObject.ob_item) : object + PyTupleObject.ob_item;
}

/** Everything that an object points to, attributes first. */
export function* slots(m: Inspection, object: Address): Generator<Slot> {
  const type = typeOf(m, object);
  if (type === null) return;
  yield* fieldSlots(m, object, type);
  yield* itemSlots(m, object, type);
}

/** len() of what has one, as far as memory bears it out; null for what has none. */
export function lengthOf(m: Inspection, object: Address, type: TypeInfo): number | null {
  switch (type.form) {
    case "list":
    case "tuple": {
      const length = m.ssize(object + PyVarObject.ob_size);
      return length >= 0 && (length === 0 || m.readable(itemsAt(m, object, type), length * 8)) ? length : 0;
    }
    case "dict": {
      const used = m.ssize(object + PyDictObject.ma_used);
      const table = keysTable(m, m.ptr(object + PyDictObject.ma_keys));
      return table === null ? 0 : Math.max(0, Math.min(used, table.entryCount));
    }
    case "set":
      return setTable(m, object)?.used ?? 0;
    case "deque":
      return Math.max(0, Math.min(m.ssize(object + PyVarObject.ob_size), totalBytes(m) / 8));
    case "str":
      return stringFields(m, object).length;
    case "bytes":
    case "bytearray":
      return bytesFields(m, object, type.form).length;
    default:
      return null;
  }
}

const totalBytes = perMoment((m) => m.reader.ranges.reduce((sum, range) => sum + range.bytes, 0));

/** Bytes from the object from where on its content cannot be believed; null when it can. */
export function damagedFrom(m: Inspection, object: Address, type: TypeInfo): number | null {
  if (!m.readable(object, type.basicsize)) return 16;
  switch (type.form) {
    case "int":
      return intFields(m, object, 0).damaged ? PyLongObject.lv_tag : null;
    case "str":
      return stringFields(m, object).damaged ? 16 : null;
    case "bytes":
    case "bytearray":
      return bytesFields(m, object, type.form).damaged ? PyVarObject.ob_size : null;
    case "list":
    case "tuple": {
      const said = m.ssize(object + PyVarObject.ob_size);
      return said !== lengthOf(m, object, type) ? PyVarObject.ob_size : null;
    }
    case "dict":
      return isDictDamaged(m, object) ? PyDictObject.ma_keys : null;
    case "set":
      return setTable(m, object) === null ? PySetObject.mask : null;
    default:
      return null;
  }
}

// -- sizes -------------------------------------------------------------------------------------------------------------

/** A block that an object owns beside its own. */
export interface OwnedBlock {
  readonly address: Address;
  readonly bytes: number;
  /** CPython's name of what is in it. */
  readonly structure: string;
}

/** What an object owns beside its own block. */
export function ownedBlocks(m: Inspection, object: Address, type: TypeInfo): OwnedBlock[] {
  const found: OwnedBlock[] = [];
  const add = (address: Address, bytes: number, structure: string) => {
    if (address !== 0 && bytes > 0 && m.readable(address, bytes)) found.push({ address, bytes, structure });
  };
  switch (type.form) {
    case "list":
      add(m.ptr(object + PyListObject.ob_item), Math.max(0, m.ssize(object + PyListObject.allocated)) * 8, "ob_item");
      break;
    case "dict": {
      const table = keysTable(m, m.ptr(object + PyDictObject.ma_keys));
      if (table === null) break;
      if (m.ssize(table.address) === 1) add(table.address, table.bytes, "PyDictKeysObject");
      const values = m.ptr(object + PyDictObject.ma_values);
      if (values !== 0 && m.u8(values + PyDictValues.embedded) === 0) {
        add(values, valuesBytes(m.u8(values + PyDictValues.capacity)), "PyDictValues");
      }
      break;
    }
    case "set": {
      const table = setTable(m, object);
      if (table !== null && !table.isSmall) add(table.address, table.slotCount * setentry.sizeof, "setentry");
      break;
    }
    case "deque":
      for (const block of dequeBlocks(m, object)) add(block, BLOCK.sizeof, "BLOCK");
      break;
    case "bytearray":
      add(m.ptr(object + PyByteArrayObject.ob_bytes), m.ssize(object + PyByteArrayObject.ob_alloc), "ob_bytes");
      break;
    case "str": {
      const fields = stringFields(m, object);
      if (fields.damaged || fields.isAscii) break;
      if (!fields.isCompact) add(fields.data, (fields.length + 1) * fields.width, "data");
      const utf8 = m.ptr(object + PyCompactUnicodeObject.utf8);
      if (utf8 !== fields.data) add(utf8, m.ssize(object + PyCompactUnicodeObject.utf8_length) + 1, "utf8");
      break;
    }
    case "type": {
      if (!isHeapTypeObject(m, object)) break;
      const keys = keysTable(m, m.ptr(object + PyHeapTypeObject.ht_cached_keys));
      if (keys !== null) add(keys.address, keys.bytes, "PyDictKeysObject");
      for (const [name, text] of [
        ["_ht_tpname", m.ptr(object + PyHeapTypeObject._ht_tpname)],
        ["tp_doc", m.ptr(object + PyTypeObject.tp_doc)],
      ] as const) {
        const content = text === 0 ? null : cstring(m.reader, text, TEXT_LIMIT);
        if (content !== null) add(text, content.length + 1, name);
      }
      break;
    }
  }
  return found;
}

/** Bytes of a docstring that are looked at. */
const TEXT_LIMIT = 100_000;
const MEMBER_LIMIT = 1000;

/** Members of a heap type, in a table behind it that an empty one ends. */
export function memberTable(m: Inspection, object: Address, type: TypeInfo): { from: Address; count: number } {
  const size = m.ssize(object + PyVarObject.ob_size);
  const from = object + Math.max(PyHeapTypeObject.sizeof, type.basicsize);
  const count = size >= 0 && size < MEMBER_LIMIT ? size : 0;
  return { from, count: m.readable(from, (count + 1) * PyMemberDef.sizeof) ? count : 0 };
}

/** valuesBytes of objects/dict_values.ts: head, values, order rounded up to words. */
function valuesBytes(capacity: number): number {
  return PyDictValues.values + capacity * 8 + Math.ceil(capacity / 8) * 8;
}

/** Head and digits of an int, of which one is always there. */
function digitBytes(m: Inspection, object: Address): number {
  const { digitCount, damaged } = intFields(m, object, 0);
  return PyLongObject.ob_digit + Math.max(1, damaged ? 1 : digitCount) * 4;
}

/** Bytes of an object in its own block, without the head before it. */
export function objectBytes(m: Inspection, object: Address, type: TypeInfo): number {
  switch (type.form) {
    case "int":
      return Math.max(type.basicsize, digitBytes(m, object));
    case "float":
      return Math.max(type.basicsize, PyFloatObject.sizeof);
    case "str": {
      const { isCompact, headBytes, length, width, damaged } = stringFields(m, object);
      return isCompact && !damaged
        ? headBytes + (length + 1) * width
        : Math.max(type.basicsize, PyUnicodeObject.sizeof);
    }
    case "bytes":
      return PyBytesObject.ob_sval + bytesFields(m, object, "bytes").length + 1;
    case "tuple":
      return type.basicsize + (lengthOf(m, object, type) ?? 0) * 8;
    case "type":
      if (isHeapTypeObject(m, object)) {
        const { from, count } = memberTable(m, object, type);
        return from + (count + 1) * PyMemberDef.sizeof - object;
      }
      return PyTypeObject.sizeof;
    case "generator":
    case "frame": {
      const frame = type.form === "frame" ? frameOfObject(m, object) : frameAt(m, generatorFrame(object));
      const head = type.form === "frame" ? PyFrameObject._f_frame_data : PyGenObject.gi_iframe;
      const room = frame === null ? 0 : frame.localCount + Math.max(0, frame.code?.stackSize ?? 0);
      const bytes = head + _PyInterpreterFrame.localsplus + room * 8;
      return m.readable(object, bytes) ? bytes : type.basicsize;
    }
    case "code":
      return PyCodeObject.co_code_adaptive + Math.max(0, Math.min(m.ssize(object + PyVarObject.ob_size), 1e8)) * 2;
  }
  const values = inlineValues(m, object, type);
  if (hasFlag(type, FLAG.INLINE_VALUES) && m.readable(object + type.basicsize, 1)) {
    return type.basicsize + valuesBytes(m.u8((values || object + type.basicsize) + PyDictValues.capacity));
  }
  if (type.itemsize > 0) {
    const size = Math.abs(m.ssize(object + PyVarObject.ob_size));
    const bytes = type.basicsize + size * type.itemsize;
    return m.readable(object, bytes) ? bytes : type.basicsize;
  }
  return type.basicsize;
}

/** sys.getsizeof(): what __sizeof__ of the built-in types counts, and the head before the object. */
export function getsizeof(m: Inspection, object: Address, type: TypeInfo): number {
  const head = type.form === "type" && !isHeapTypeObject(m, object) ? 0 : type.headerBytes;
  return head + sizeWithoutHead(m, object, type);
}

function sizeWithoutHead(m: Inspection, object: Address, type: TypeInfo): number {
  switch (type.form) {
    case "int":
      return digitBytes(m, object);
    case "list":
      return type.basicsize + Math.max(0, m.ssize(object + PyListObject.allocated)) * 8;
    case "dict": {
      const table = keysTable(m, m.ptr(object + PyDictObject.ma_keys));
      if (table === null) return type.basicsize;
      const values = m.ptr(object + PyDictObject.ma_values) !== 0 ? sharedCapacity(m, table.address) * 8 : 0;
      return type.basicsize + values + (m.ssize(table.address) === 1 ? table.bytes : 0);
    }
    case "str": {
      const fields = stringFields(m, object);
      if (fields.damaged) return type.basicsize;
      const extra = ownedBlocks(m, object, type).reduce((sum, block) => sum + block.bytes, 0);
      return (fields.isCompact ? objectBytes(m, object, type) : type.basicsize) + extra;
    }
    case "bytes":
      return type.basicsize + bytesFields(m, object, "bytes").length;
    case "bytearray":
      return type.basicsize + Math.max(0, m.ssize(object + PyByteArrayObject.ob_alloc));
    case "set":
    case "deque":
      return type.basicsize + ownedBlocks(m, object, type).reduce((sum, block) => sum + block.bytes, 0);
    case "code":
      return Math.ceil(objectBytes(m, object, type) / 8) * 8;
    case "type":
      if (!isHeapTypeObject(m, object)) return PyTypeObject.sizeof;
      return PyHeapTypeObject.sizeof + (keysTable(m, m.ptr(object + PyHeapTypeObject.ht_cached_keys))?.bytes ?? 0);
    default:
      // Inline values are not counted by object.__sizeof__.
      return hasFlag(type, FLAG.INLINE_VALUES) ? type.basicsize : objectBytes(m, object, type);
  }
}

function sharedCapacity(m: Inspection, keys: Address): number {
  return Math.max(0, Math.min(m.ssize(keys + 16) + m.ssize(keys + 24), 255));
}

/** Bytes of an object with every block it owns, the head before it included. */
export function bytesWithExtras(m: Inspection, object: Address, type: TypeInfo): number {
  const own = type.headerBytes + objectBytes(m, object, type);
  return own + ownedBlocks(m, object, type).reduce((sum, block) => sum + block.bytes, 0);
}

// -- the collector -----------------------------------------------------------------------------------------------------

const PREV_FINALIZED = 1;
const PREV_COLLECTING = 2;
const GENERATION_COUNT = 3;
const GENERATION_LIMIT = 5_000_000;
/** The permanent generation, of frozen objects, in the answer of generationOf. */
export const PERMANENT = 3;

export interface CollectorState {
  readonly tracked: boolean;
  readonly finalized: boolean;
  readonly collecting: boolean;
}

/** What the head before an object says; null for an object without one. */
export function collectorState(m: Inspection, object: Address, type: TypeInfo): CollectorState | null {
  const isStaticType = type.form === "type" && !isHeapTypeObject(m, object);
  const head = object - GC_HEAD_BYTES;
  if (!type.isGc || isStaticType || !m.readable(head, GC_HEAD_BYTES)) return null;
  const flags = m.u8(head + PyGC_Head._gc_prev);
  return {
    tracked: m.ptr(head + PyGC_Head._gc_next) !== 0,
    finalized: (flags & PREV_FINALIZED) !== 0,
    collecting: (flags & PREV_COLLECTING) !== 0,
  };
}

/** Every tracked object with its generation. One walk of all lists, kept for the moment. */
const generations: (m: Inspection) => ReadonlyMap<Address, number> = perMoment((m) => {
  const found = new Map<Address, number>();
  for (const interpreter of interpreters(m)) {
    const gc = interpreter + PyInterpreterState.gc;
    const heads = [0, 1, 2].map((i) => gc + _gc_runtime_state.generations + i * gc_generation.sizeof);
    heads.push(gc + _gc_runtime_state.permanent_generation);
    heads.forEach((list, generation) => {
      let head = m.ptr(list + PyGC_Head._gc_next);
      while (head !== list && head !== 0 && found.size < GENERATION_LIMIT && m.readable(head, GC_HEAD_BYTES)) {
        const object = head + GC_HEAD_BYTES;
        if (found.has(object)) break;
        found.set(object, generation);
        const next = m.ptr(head + PyGC_Head._gc_next);
        head = next - (next % 2);
      }
    });
  }
  return found;
});

/** 0, 1 or 2; PERMANENT for frozen objects; null for what is not tracked. */
export function generationOf(m: Inspection, object: Address): number | null {
  return generations(m).get(object) ?? null;
}

/** Objects of each generation, the permanent one last. */
export function generationCounts(m: Inspection): number[] {
  const counts = new Array<number>(GENERATION_COUNT + 1).fill(0);
  for (const generation of generations(m).values()) counts[generation]++;
  return counts;
}

// -- which slot --------------------------------------------------------------------------------------------------------

const SEARCH_LIMIT = 20_000;

/** An entry of a combined table, found by arithmetic: a dict may be large, and be asked for often. */
function dictSlotAt(m: Inspection, dict: Address, at: Address): Slot | null {
  const table = keysTable(m, m.ptr(dict + PyDictObject.ma_keys));
  if (table === null || m.ptr(dict + PyDictObject.ma_values) !== 0) return null;
  const index = Math.floor((at - table.entries) / table.entryBytes);
  if (!(index >= 0 && index < table.entryCount)) return null;
  const key = entryKey(m, table, index);
  if (key === 0) return null;
  if (at === entryValueSlot(table, index)) return slot(at, "entry", "value", () => keyText(m, key));
  return at === entryKeySlot(table, index) ? slot(at, "entry", "key", () => `key ${keyText(m, key)}`, true) : null;
}

/** The slot of an object at an address, among all that it points to; null when it has none there. */
export function slotAt(m: Inspection, object: Address, at: Address): Slot | null {
  const type = typeOf(m, object);
  if (type === null) return null;
  if (at === object + 8) return slot(at, "field", "other", "ob_type");
  if (type.form === "list" || type.form === "tuple") {
    const first = itemsAt(m, object, type);
    const index = (at - first) / 8;
    if (index >= 0 && index < (lengthOf(m, object, type) ?? 0) && index % 1 === 0) {
      return slot(at, "item", "item", `[${index}]`);
    }
  }
  if (type.form === "dict") {
    const entry = dictSlotAt(m, object, at);
    if (entry !== null) return entry;
  }
  if (at === dictSlot(m, object, type)) return slot(at, "field", "field", "__dict__");
  let count = 0;
  for (const each of slots(m, object)) {
    if (each.slot === at) return each;
    if (++count > SEARCH_LIMIT) return null;
  }
  // The keys that instances share belong to their class.
  if (type.form === "type") {
    const table = keysTable(m, m.ptr(object + PyHeapTypeObject.ht_cached_keys));
    if (table !== null && at >= table.address && at < table.address + table.bytes) {
      return slot(at, "field", "key", "ht_cached_keys");
    }
  }
  return null;
}
