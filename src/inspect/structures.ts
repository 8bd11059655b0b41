// Structures laid over bytes: the rows of the structure tables with the values that stand there, for objects, for the
// parts that they own, for pool headers, free blocks, chunks and frames.
//
// Invariant: fields ascend and do not overlap; only fields that touch the window asked for are made, so that a list of a
// million items costs what is shown of it.

import { reprDouble } from "../base/float_text.ts";
import { DATA_BASE, TEXT_BASE, TEXT_SLOT_BYTES } from "../memory/map.ts";
import { FIELD_BYTES, type FieldInfo, structInfo } from "../memory/struct.ts";
import { pool_header } from "../memory/structs/allocators.ts";
import { _PyInterpreterFrame } from "../memory/structs/code.ts";
import {
  BLOCK,
  PyDictKeyEntry,
  PyDictKeysObject,
  PyDictUnicodeEntry,
  PyDictValues,
  setentry,
} from "../memory/structs/containers.ts";
import { PyGC_Head, PyHeapTypeObject, PyMemberDef, PyObject } from "../memory/structs/object.ts";
import { PyCompactUnicodeObject, PyUnicodeObject } from "../memory/structs/text.ts";
import type { FieldFact, Kind, StructureFact } from "./facts.ts";
import { blockOfObject, heap, type Owner, objectAround, type Place, placeOf } from "./heap.ts";
import type { Inspection } from "./inspection.ts";
import { memberTable, objectBytes } from "./objects.ts";
import { preview, reference } from "./preview.ts";
import { POOL_OVERHEAD } from "./pymalloc.ts";
import { type Address, cstring } from "./reader.ts";
import { frameAt, framesOf, threads } from "./roots.ts";
import { keysTable } from "./tables.ts";
import { FLAG, GC_HEAD_BYTES, hasFlag, isObject, slotMembers, type TypeInfo, typeAt, typeOf } from "./types.ts";
import { bytesFields, intFields, stringFields, stringText, wideHex, wideText } from "./values.ts";

/** Part of memory for which fields are wanted. */
export interface Window {
  readonly from: Address;
  readonly to: Address;
}

const FIELD_LIMIT = 2000;

/** What a field's type needs beyond its row. */
type As = FieldInfo["type"] | "bytes" | "object" | "count";

class Layout {
  readonly fields: FieldFact[] = [];
  private readonly m: Inspection;
  private readonly previous: Inspection | null;
  private readonly base: Address;
  private readonly window: Window;

  constructor(m: Inspection, previous: Inspection | null, base: Address, window: Window) {
    this.m = m;
    this.previous = previous;
    this.base = base;
    this.window = window;
  }

  add(offset: number, bytes: number, name: string, kind: Kind, as: As, text?: string): void {
    const at = this.base + offset;
    if (at + bytes <= this.window.from || at >= this.window.to || this.fields.length >= FIELD_LIMIT) return;
    const target = as === "ptr" || as === "object" ? this.m.ptr(at) : 0;
    const pointer = target !== 0 && isObject(this.m, target) ? reference(this.m, target) : null;
    const changed = this.previous !== null && hasChanged(this.m, this.previous, at, bytes);
    const wasText =
      changed && this.previous?.readable(at, bytes)
        ? text === undefined
          ? fieldText(this.previous, at, as)
          : null
        : null;
    this.fields.push({
      offset,
      bytes,
      name,
      kind: pointer?.kind ?? kind,
      text: text ?? fieldText(this.m, at, as),
      pointer,
      changed,
      wasText,
    });
  }

  /** All rows of a structure. Arrays of pointers that are short are shown one by one. */
  rows(table: object, from: number, kind: Kind, skip: ReadonlySet<string> = NOTHING): void {
    for (const { name, offset, type, count } of structInfo(table).fields) {
      if (skip.has(name) || count === 0) continue;
      const width = FIELD_BYTES[type];
      const isHead = offset < PyObject.sizeof && (name === "ob_refcnt" || name === "ob_type");
      if (count === 1)
        this.add(from + offset, width, name, isHead ? "cod" : kind, name === "ob_refcnt" ? "count" : type);
      else if (type === "ptr" && count <= EXPANDED_COUNT) {
        for (let i = 0; i < count; i++) this.add(from + offset + i * width, width, `${name}[${i}]`, kind, type);
      } else this.add(from + offset, width * count, name, kind, "bytes");
    }
  }

  /** Pointers in a row, those alone that the window touches. */
  pointers(from: number, count: number, name: string, kind: Kind): void {
    const first = Math.max(0, Math.floor((this.window.from - this.base - from) / 8));
    const last = Math.min(count, Math.ceil((this.window.to - this.base - from) / 8));
    for (let i = first; i < last; i++) this.add(from + i * 8, 8, `${name}[${i}]`, kind, "ptr");
  }

  /** Where in a row of records the window begins and ends. */
  span(from: number, bytes: number, count: number): { first: number; last: number } {
    const first = Math.max(0, Math.floor((this.window.from - this.base - from) / bytes));
    const last = Math.min(count, Math.ceil((this.window.to - this.base - from) / bytes));
    return { first, last: Math.min(last, first + FIELD_LIMIT) };
  }

  finish(): FieldFact[] {
    return this.fields.sort((a, b) => a.offset - b.offset);
  }
}

const NOTHING: ReadonlySet<string> = new Set();
const EXPANDED_COUNT = 16;

function hasChanged(m: Inspection, previous: Inspection, at: Address, bytes: number): boolean {
  const now = m.bytes(at, Math.min(bytes, 4096));
  const before = previous.bytes(at, Math.min(bytes, 4096));
  for (let i = 0; i < now.length; i++) if (now[i] !== before[i]) return true;
  return false;
}

/** A text address as the function's name, as far as its slot has room for it. */
export function textSlotName(m: Inspection, at: Address): string {
  if (m.anchors === null || at < TEXT_BASE || at >= DATA_BASE || at % TEXT_SLOT_BYTES !== 0) return "";
  return cstring(m.reader, at + 4, TEXT_SLOT_BYTES - 4) ?? "";
}

/** Characters of a text that are shown. */
const TEXT_SHOWN = 40;

/** The value of a field in words or digits. */
export function fieldText(m: Inspection, at: Address, as: As): string {
  switch (as) {
    case "u8":
      return String(m.u8(at));
    case "i8":
      return String(m.u8(at) > 127 ? m.u8(at) - 256 : m.u8(at));
    case "u16":
      return String(m.u16(at));
    case "i16":
      return String(m.u16(at) > 32767 ? m.u16(at) - 65536 : m.u16(at));
    case "u32":
      return String(m.u32(at));
    case "i32":
      return String(m.i32(at));
    case "u64":
      return wideText(m, at, false);
    case "i64":
    case "ssize":
      return wideText(m, at, true);
    case "count":
      return m.i32(at) < 0 ? wideHex(m, at) : String(m.u32(at));
    case "hash":
      return m.i32(at) === -1 && m.i32(at + 4) === -1 ? "-1" : wideHex(m, at);
    case "f64":
      return reprDouble(m.reader.f64(at));
    case "cstr": {
      const target = m.ptr(at);
      if (target === 0) return "NULL";
      const text = cstring(m.reader, target, TEXT_SHOWN);
      return text === null ? wideHex(m, at) : `"${text}"`;
    }
    case "text": {
      const target = m.ptr(at);
      return target === 0 ? "NULL" : textSlotName(m, target) || wideHex(m, at);
    }
    case "ptr":
    case "object": {
      const target = m.ptr(at);
      if (target === 0) return "NULL";
      const type = isObject(m, target) ? typeOf(m, target) : null;
      if (type === null) return wideHex(m, at);
      return preview(m, target) ?? `${type.name} ${wideHex(m, at)}`;
    }
    default:
      return "";
  }
}

// -- objects -----------------------------------------------------------------------------------------------------------

/** The fields of an object, its heads before it included, within a window. */
function objectFields(
  m: Inspection,
  previous: Inspection | null,
  object: Address,
  type: TypeInfo,
  window: Window,
): FieldFact[] {
  const layout = new Layout(m, previous, object, window);
  if (type.headerBytes > GC_HEAD_BYTES) {
    layout.add(-32, 8, "managed weakrefs", "cod", "ptr");
    layout.add(-24, 8, "managed dict", "map", "ptr");
  }
  const isStaticType = type.form === "type" && typeAt(m, object)?.isHeapType === false;
  if (type.isGc && !isStaticType) {
    layout.add(-GC_HEAD_BYTES + PyGC_Head._gc_next, 8, "_gc_next", "cod", "u64", wideHex(m, object - 16));
    layout.add(-GC_HEAD_BYTES + PyGC_Head._gc_prev, 8, "_gc_prev", "cod", "u64", wideHex(m, object - 8));
  }
  const end = addOwnFields(m, layout, object, type, isStaticType);
  for (const { name, offset } of slotMembers(m, type.address)) layout.add(offset, 8, name, type.kind, "ptr");
  if (end < type.basicsize) addManaged(layout, type, end);
  if (hasFlag(type, FLAG.INLINE_VALUES) && m.readable(object + type.basicsize, 8)) {
    valuesFields(m, layout, object + type.basicsize, type.basicsize, type.kind, type.isHeapType ? type.address : 0);
  }
  return layout.finish();
}

/** Pointers that a class adds without a name of its own: __dict__ and __weakref__. */
function addManaged(layout: Layout, type: TypeInfo, end: number): void {
  if (type.dictoffset >= end) layout.add(type.dictoffset, 8, "__dict__", "map", "ptr");
  if (type.weaklistoffset >= end) layout.add(type.weaklistoffset, 8, "__weakref__", "cod", "ptr");
}

/** Rows and items of the built-in structure; answers where its rows end. */
function addOwnFields(m: Inspection, layout: Layout, object: Address, type: TypeInfo, isStaticType: boolean): number {
  const { kind } = type;
  switch (type.form) {
    case "int": {
      layout.rows(type.table, 0, kind);
      const { digits, data } = intFields(m, object, FIELD_LIMIT);
      const shown = digits.length === 0 ? [m.u32(data)] : digits;
      for (let i = 0; i < shown.length; i++) layout.add(24 + i * 4, 4, `ob_digit[${i}]`, kind, "u32");
      return 24;
    }
    case "str": {
      const fields = stringFields(m, object);
      const table = fields.isCompact ? (fields.isAscii ? type.table : PyCompactUnicodeObject) : PyUnicodeObject;
      layout.rows(table, 0, kind);
      if (fields.isCompact && !fields.damaged) {
        const bytes = (fields.length + 1) * fields.width;
        layout.add(fields.headBytes, bytes, "data", kind, "bytes", stringText(m, object, 40));
      }
      return fields.headBytes;
    }
    case "bytes": {
      layout.rows(type.table, 0, kind);
      const { length, damaged } = bytesFields(m, object, "bytes");
      if (!damaged) layout.add(32, length + 1, "ob_sval", kind, "bytes", preview(m, object) ?? "");
      return 33;
    }
    case "tuple": {
      layout.rows(type.table, 0, kind);
      layout.pointers(
        24,
        Math.max(0, Math.min(m.ssize(object + 16), objectBytes(m, object, type) / 8)),
        "ob_item",
        kind,
      );
      return 24;
    }
    case "set": {
      layout.rows(type.table, 0, kind, new Set(["smalltable"]));
      setEntryFields(layout, 64, 8, kind);
      return 200;
    }
    case "type":
      layout.rows(isStaticType ? type.table : PyHeapTypeObject, 0, kind);
      if (!isStaticType) memberFields(m, layout, object, type);
      return type.basicsize;
    case "code": {
      layout.rows(type.table, 0, kind);
      const bytes = objectBytes(m, object, type) - 200;
      layout.add(200, bytes, "co_code_adaptive", kind, "bytes");
      return type.basicsize;
    }
    default: {
      layout.rows(type.table, 0, kind);
      const info = structInfo(type.table);
      if (type.form === "generator") frameFields(m, layout, object + info.sizeof - 8, info.sizeof - 8);
      return info.sizeof;
    }
  }
}

function setEntryFields(layout: Layout, from: number, count: number, kind: Kind): void {
  const { first, last } = layout.span(from, setentry.sizeof, count);
  for (let i = first; i < last; i++) {
    layout.add(from + i * setentry.sizeof + setentry.key, 8, `table[${i}].key`, kind, "ptr");
    layout.add(from + i * setentry.sizeof + setentry.hash, 8, `table[${i}].hash`, "cod", "hash");
  }
}

/** PyDictValues: head, values by their keys, order of insertion. */
function valuesFields(m: Inspection, layout: Layout, values: Address, from: number, kind: Kind, type: Address): void {
  layout.rows(PyDictValues, from, "cod");
  const capacity = m.u8(values + PyDictValues.capacity);
  const info = type === 0 ? null : typeAt(m, type);
  const keys = info === null ? null : keysTable(m, m.ptr(info.address + PyHeapTypeObject.ht_cached_keys));
  for (let i = 0; i < capacity; i++) {
    const key = keys !== null && i < keys.entryCount ? m.ptr(keys.entries + i * keys.entryBytes) : 0;
    const name = key === 0 ? `values[${i}]` : (preview(m, key)?.slice(1, -1) ?? `values[${i}]`);
    layout.add(from + PyDictValues.values + i * 8, 8, name, kind, "ptr");
  }
  layout.add(from + PyDictValues.values + capacity * 8, Math.max(capacity, 1), "insertion order", "cod", "bytes");
}

/** A _PyInterpreterFrame: its rows, its locals by name, its value stack. */
function frameFields(m: Inspection, layout: Layout, address: Address, from: number): void {
  layout.rows(_PyInterpreterFrame, from, "cod");
  const frame = frameAt(m, address);
  if (frame === null) return;
  for (let i = 0; i < frame.top; i++) {
    // One that is hidden (a comprehension's own, inlined) or not bound has its name too.
    const local = frame.code?.localNames[i] ?? `localsplus[${i}]`;
    const name = i < frame.localCount ? local : `stack[${i - frame.localCount}]`;
    layout.add(from + _PyInterpreterFrame.localsplus + i * 8, 8, name, "cod", "ptr");
  }
}

/** The members behind a heap type, and the empty one at their end. */
function memberFields(m: Inspection, layout: Layout, object: Address, type: TypeInfo): void {
  const { from, count } = memberTable(m, object, type);
  for (let i = 0; i <= count; i++) {
    for (const field of structInfo(PyMemberDef).fields) {
      const name = `tp_members[${i}].${field.name}`;
      layout.add(
        from - object + i * PyMemberDef.sizeof + field.offset,
        FIELD_BYTES[field.type],
        name,
        "cod",
        field.type,
      );
    }
  }
}

// -- structures --------------------------------------------------------------------------------------------------------

/** The structure of an object, whose fields touch the window. */
export function objectStructure(
  m: Inspection,
  previous: Inspection | null,
  object: Address,
  window: Window,
): StructureFact | null {
  const type = typeOf(m, object);
  if (type === null) return null;
  const { block, bytes } = blockOfObject(m, object, type);
  const place = placeOf(m, object);
  const name = type.form === "type" && typeAt(m, object)?.isHeapType ? "PyHeapTypeObject" : structInfo(type.table).name;
  return {
    address: object,
    block,
    blockBytes: bytes,
    name: type.form === "str" && !stringFields(m, object).isAscii ? "PyCompactUnicodeObject" : name,
    type: type.name,
    kind: type.kind,
    text: preview(m, object),
    state: place.region === "pool" || place.region === "chunk" ? "used" : "static",
    fields: objectFields(m, previous, object, type, window),
    usedBytes: object - block + objectBytes(m, object, type),
  };
}

/** A part that an object owns: its table of keys, its array of items. */
function ownedStructure(
  m: Inspection,
  previous: Inspection | null,
  place: Place,
  { owner, structure, bytes }: Owner,
  window: Window,
): StructureFact {
  const type = typeOf(m, owner);
  const kind = type?.kind ?? "buf";
  const layout = new Layout(m, previous, place.block, window);
  switch (structure) {
    case "PyDictKeysObject":
      keysFields(m, layout, place.block, kind);
      break;
    case "PyDictValues":
      valuesFields(m, layout, place.block, 0, kind, 0);
      break;
    case "ob_item":
      layout.pointers(0, bytes / 8, "", kind);
      break;
    case "setentry":
      setEntryFields(layout, 0, bytes / setentry.sizeof, kind);
      break;
    case "BLOCK":
      layout.rows(BLOCK, 0, kind, new Set(["data"]));
      layout.pointers(BLOCK.data, 64, "data", kind);
      break;
    case "_ht_tpname":
    case "tp_doc":
      layout.add(0, bytes, structure, kind, "bytes", `"${cstring(m.reader, place.block, TEXT_SHOWN)}"`);
      break;
    default:
      layout.add(0, bytes, structure, kind, "bytes");
  }
  const name = `${type?.name ?? "?"} ${wideAddress(owner)}`;
  return {
    address: place.block,
    block: place.block,
    blockBytes: place.blockBytes,
    name: structure,
    type: name,
    kind: "buf",
    text: null,
    state: "used",
    fields: layout.finish(),
    usedBytes: Math.min(bytes, place.blockBytes),
  };
}

function wideAddress(a: Address): string {
  return `0x${a.toString(16)}`;
}

const INDICES_SHOWN = 16;

/** The slots of an index table: numbers of entries, -1 empty, -2 deleted. */
function indexText(m: Inspection, at: Address, slotCount: number, width: number): string {
  const shown: string[] = [];
  for (let i = 0; i < Math.min(slotCount, INDICES_SHOWN); i++) {
    const as = width <= 1 ? "i8" : width === 2 ? "i16" : width === 4 ? "i32" : "i64";
    shown.push(fieldText(m, at + i * width, as));
  }
  return shown.join(" ") + (slotCount > INDICES_SHOWN ? " …" : "");
}

function keysFields(m: Inspection, layout: Layout, keys: Address, kind: Kind): void {
  layout.rows(PyDictKeysObject, 0, "cod");
  const table = keysTable(m, keys);
  if (table === null) return;
  const indices = indexText(m, keys + PyDictKeysObject.dk_indices, table.slotCount, table.indexBytes / table.slotCount);
  layout.add(PyDictKeysObject.dk_indices, table.indexBytes, "dk_indices", "cod", "bytes", indices);
  const from = table.entries - keys;
  const isGeneral = table.entryBytes === PyDictKeyEntry.sizeof;
  const rows = isGeneral ? PyDictKeyEntry : PyDictUnicodeEntry;
  const { first, last } = layout.span(from, table.entryBytes, table.capacity);
  for (let i = first; i < last; i++) {
    const at = from + i * table.entryBytes;
    if (isGeneral) layout.add(at + PyDictKeyEntry.me_hash, 8, `entries[${i}].me_hash`, "cod", "hash");
    layout.add(at + rows.me_key, 8, `entries[${i}].me_key`, kind, "ptr");
    layout.add(at + rows.me_value, 8, `entries[${i}].me_value`, kind, "ptr");
  }
}

function plainStructure(
  place: Place,
  name: string,
  state: StructureFact["state"],
  fields: FieldFact[],
  usedBytes: number,
): StructureFact {
  const { block, blockBytes } = place;
  return { address: block, block, blockBytes, name, type: "", kind: "buf", text: null, state, fields, usedBytes };
}

/** The structure around an address; null where there is none to show. `end` is where the next one may begin. */
export function structureAround(
  m: Inspection,
  previous: Inspection | null,
  a: Address,
  window: Window,
): { structure: StructureFact | null; end: Address } {
  const place = placeOf(m, a);
  const blockEnd = place.block + place.blockBytes;
  if (place.region === "arena" && place.pool !== null) {
    // The header, or what is left over behind the last block.
    if (a >= place.pool.address + POOL_OVERHEAD) return { structure: null, end: a + 16 };
    const layout = new Layout(m, previous, place.pool.address, window);
    layout.rows(pool_header, 0, "cod");
    const name = place.pool.state === "untouched" ? "" : "pool_header";
    if (name === "") return { structure: null, end: a + 16 };
    return { structure: plainStructure(place, name, "used", layout.finish(), POOL_OVERHEAD), end: blockEnd };
  }
  if (place.region === "pool" || place.region === "chunk") {
    if (place.chunk !== null && a < place.block) return { structure: null, end: place.block };
    if (place.state === "free" || place.state === "untouched") {
      const layout = new Layout(m, previous, place.block, window);
      if (place.region === "pool" && place.state === "free") layout.add(0, 8, "next", "cod", "ptr");
      if (place.chunk?.state === "free") {
        layout.add(0, 8, "fd", "cod", "ptr");
        layout.add(8, 8, "bk", "cod", "ptr");
      }
      const name = place.chunk?.state === "top" ? "top chunk" : place.chunk !== null ? "malloc_chunk" : "free block";
      const used = place.state === "free" ? 8 : 0;
      return {
        structure: plainStructure(place, name, place.state, layout.finish(), used),
        end: Math.max(blockEnd, a + 8),
      };
    }
    const object = objectAround(m, place.block + Math.min(place.blockBytes - 1, 32));
    const end = Math.max(blockEnd, a + 8);
    if (object !== 0) return { structure: objectStructure(m, previous, object, window), end };
    const owner = heap(m).owners.get(place.block);
    if (owner !== undefined) return { structure: ownedStructure(m, previous, place, owner, window), end };
    return { structure: plainStructure(place, "buffer", "used", [], place.blockBytes), end };
  }
  if (place.region === "stack") return frameStructure(m, previous, place, a, window);
  if (place.region === "static") {
    const object = objectAround(m, a);
    if (object === 0) return { structure: null, end: a + 8 };
    const structure = objectStructure(m, previous, object, window);
    return { structure, end: Math.max(a + 8, object + (structure?.blockBytes ?? 0)) };
  }
  return { structure: null, end: a + 16 };
}

/** The frame of a thread that an address on a frame stack lies in. */
function frameStructure(
  m: Inspection,
  previous: Inspection | null,
  place: Place,
  a: Address,
  window: Window,
): { structure: StructureFact | null; end: Address } {
  let next = place.block + place.blockBytes;
  for (const thread of threads(m)) {
    for (const frame of framesOf(m, thread.currentFrame)) {
      const bytes = _PyInterpreterFrame.localsplus + Math.max(frame.top, frame.localCount) * 8;
      if (frame.address > a) next = Math.min(next, frame.address);
      if (a < frame.address || a >= frame.address + bytes) continue;
      const layout = new Layout(m, previous, frame.address, window);
      frameFields(m, layout, frame.address, 0);
      const structure: StructureFact = {
        address: frame.address,
        block: frame.address,
        blockBytes: bytes,
        name: "_PyInterpreterFrame",
        type: frame.code?.name ?? textSlotName(m, m.ptr(frame.address + _PyInterpreterFrame.instr_ptr)),
        kind: "cod",
        text: null,
        state: "used",
        fields: layout.finish(),
        usedBytes: _PyInterpreterFrame.localsplus + frame.top * 8,
      };
      return { structure, end: frame.address + bytes };
    }
  }
  return { structure: null, end: Math.max(a + 8, next) };
}
