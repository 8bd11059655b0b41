// How built-in types and modules are declared: as tables of rows, read when the module is evaluated.
//
//   declareType(PyList_Type, {
//     name: "list", basicsize: PyListObject.sizeof, flags: Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC | …,
//     slots: { tp_dealloc: list_dealloc, tp_repr: list_repr, sq_length: list_length, mp_subscript: list_subscript },
//     methods: [["append", "(object, /)", list_append]],
//     members: [["start", "object", PySliceObject.start, "readonly"]],
//     getset:  [["__name__", type_name, type_set_name]],
//   });
//
// The types that CPython's modules make when they are executed are declared alike, by newModuleType(); the tables are then those
// of a PyType_Spec, and the module makes the type from it, in the heap (type_spec.ts), and keeps it in a cell.
//
// Evaluation reserves tables and text slots, in the same order everywhere, and keeps the rows. The rest is done only when
// a boot image is made, as each start evaluates all declarations and then loads the image: reserveDeclarations() reserves
// the names in the signatures, initializeDeclarations() the other texts, and writes the bytes.
// Docstrings are found by the names given here (docstrings.ts).
// Invariant: nothing here depends on the order in which types refer to each other; PyType_Ready (type.ts) comes after.
import { assert } from "../base/assert.ts";
import { utf8 } from "../base/utf8.ts";
import { reserveStatic } from "../memory/data.ts";
import { TEXT_SLOT_BYTES } from "../memory/map.ts";
import { type Address, ptr, setI32, setI64, setPtr, setSsize, setU8, writeBytes } from "../memory/memory.ts";
import { PyModuleDef } from "../memory/structs/code.ts";
import {
  PyAsyncMethods,
  PyBufferProcs,
  PyGetSetDef,
  PyMappingMethods,
  PyMemberDef,
  PyMethodDef,
  PyNumberMethods,
  PyObject,
  PySequenceMethods,
  PyType_Slot,
  PyType_Spec,
  PyTypeObject,
} from "../memory/structs/object.ts";
import { nameText, text, textEnd } from "../memory/text.ts";
import { type Docstrings, NO_DOCSTRINGS } from "./docstrings.ts";
import { reserveLateIdentifiers } from "./identifiers.ts";
import { _Py_TPFLAGS_STATIC_BUILTIN, IMMORTAL_LOW, Py_TPFLAGS_IMMUTABLETYPE, type TypeCell } from "./object.ts";
import {
  lateEntryPoint,
  METH_CLASS,
  METH_COEXIST,
  METH_STATIC,
  METH_VARARGS,
  parseSignature,
  type Signature,
} from "./signature.ts";
import { slotNumber } from "./slot_numbers.ts";
import { PyBaseObject_Type, PyModuleDef_Type, PyType_Type } from "./types.ts";

/** [name, signature (signature.ts), implementation]. */
export type MethodRow = readonly [
  name: string,
  signature: string,
  // biome-ignore lint/suspicious/noExplicitAny: an implementation takes what its signature says
  implementation: (...args: any[]) => number,
];

/** The rows of several groups in the order in which CPython's table has their names. */
export function rowsInOrder<Row extends readonly [name: string, ...unknown[]]>(
  names: string,
  ...groups: readonly (readonly Row[])[]
): Row[] {
  const byName = new Map(groups.flat().map((row) => [row[0], row]));
  const rows = names.split(" ").map((name) => byName.get(name));
  if (rows.length !== byName.size || rows.includes(undefined)) throw new Error(`other rows than ${names}`);
  return rows as Row[];
}

/** [name, kind, offset, "readonly" or ""]. A member of kind "object" that is null raises AttributeError ("object_ex") or is None ("object"). */
export type MemberRow = readonly [
  name: string,
  kind: keyof typeof MEMBER_TYPES,
  offset: number,
  access?: "readonly" | "",
];
/** [name, getter(self) → Owned, setter(self, value or 0) → 0 or -1]. */
export type GetSetRow = readonly [
  name: string,
  get: ((self: Address) => number) | 0,
  set?: ((self: Address, value: Address) => number) | 0,
];

/** Py_T codes of PyMemberDef. */
export const MEMBER_TYPES = {
  short: 0,
  int: 1,
  ulong: 12,
  float: 3,
  double: 4,
  object: 6,
  char: 7,
  ubyte: 9,
  uint: 11,
  string: 5,
  bool: 14,
  object_ex: 16,
  ssize: 19,
} as const;
export const Py_READONLY = 1;

const SUBTABLES = {
  nb_: { table: PyNumberMethods, at: PyTypeObject.tp_as_number },
  sq_: { table: PySequenceMethods, at: PyTypeObject.tp_as_sequence },
  mp_: { table: PyMappingMethods, at: PyTypeObject.tp_as_mapping },
  am_: { table: PyAsyncMethods, at: PyTypeObject.tp_as_async },
  bf_: { table: PyBufferProcs, at: PyTypeObject.tp_as_buffer },
} as const;

type FieldsOf<T> = Exclude<keyof T, "sizeof">;
export type SlotName =
  | Extract<FieldsOf<typeof PyTypeObject>, `tp_${string}`>
  | FieldsOf<typeof PyNumberMethods>
  | FieldsOf<typeof PySequenceMethods>
  | FieldsOf<typeof PyMappingMethods>
  | FieldsOf<typeof PyAsyncMethods>
  | FieldsOf<typeof PyBufferProcs>;

export interface TypeSpec {
  /** tp_name: the plain name, or module and name. */
  readonly name: string;
  readonly basicsize: number;
  readonly itemsize?: number;
  /** Beyond those that every static type has. */
  readonly flags?: number;
  readonly base?: Address;
  readonly metatype?: Address;
  /** Functions, or text addresses of functions that another declaration registered. */
  // biome-ignore lint/suspicious/noExplicitAny: each slot has its own arguments
  // biome-ignore lint/suspicious/noConfusingVoidType: some slots answer nothing
  readonly slots?: { readonly [K in SlotName]?: ((...args: any[]) => number | undefined | void) | number };
  readonly methods?: readonly MethodRow[];
  readonly members?: readonly MemberRow[];
  readonly getset?: readonly GetSetRow[];
  readonly dictoffset?: number;
  readonly weaklistoffset?: number;
  readonly vectorcall_offset?: number;
}

const writers: ((docstrings: Docstrings) => void)[] = [];
/** Static types in the order of their declarations. */
export const declaredTypes: { readonly type: Address; readonly spec: TypeSpec }[] = [];

const cstrings = new Map<string, Address>();

/** A static NUL-terminated UTF-8 text; one address a text. */
export function cstring(value: string): Address {
  let at = cstrings.get(value);
  if (at === undefined) {
    const bytes = utf8(value);
    at = reserveStatic(bytes.length + 1, 1);
    cstrings.set(value, at);
    const address = at;
    writers.push(() => {
      writeBytes(address, bytes);
      setU8(address + bytes.length, 0);
    });
  }
  return at;
}

/** A signature with the name of what it is called on. */
function withSelf(owner: string, { text, flags }: Signature): string {
  if (flags & METH_STATIC) return text;
  const self = owner.endsWith(":") ? "$module" : flags & METH_CLASS ? "$type" : "$self";
  if (text === "()") return `(${self}, /)`;
  return text.replace("(", / ?\/[,)]/.test(text) ? `(${self}, ` : `(${self}, /, `);
}

const SIGNATURE_COLUMNS = 72;

/** A signature in lines, as CPython's own tool breaks it: its parameters below each other. */
function wrapped(signature: string): string {
  const open = signature.indexOf("(") + 1;
  const indent = "\n".padEnd(open + 1);
  let out = "";
  let column = open;
  for (const part of signature.slice(open).split(/(?<=,) /)) {
    // The closing parenthesis is put behind what fits.
    const isBroken = out !== "" && column + part.replace(/\)$/, "").length + 1 >= SIGNATURE_COLUMNS;
    const piece = out === "" ? part : isBroken ? indent + part : ` ${part}`;
    column = isBroken ? open + part.length : column + piece.length;
    out += piece;
  }
  return signature.slice(0, open) + out;
}

const methodTables: (readonly MethodRow[])[] = [];

/** "name($self, …)" as the row of a method says it; owner as in methodTable. */
export function declaredSignature(owner: string, name: string, signature: Signature): string {
  return wrapped(`${name}${withSelf(owner, signature)}`);
}

/** A method's docstring as C string; where CPython was not asked, its signature alone. */
function methodDocstring(docstrings: Docstrings, owner: string, name: string, signature: Signature): Address {
  const known = docstrings.find(owner.slice(0, -1), name);
  if (known === undefined && (signature.flags & METH_VARARGS) !== 0) return docstrings.literal("");
  return docstrings.literal(
    known === undefined ? `${declaredSignature(owner, name, signature)}\n--\n\n` : (known ?? ""),
  );
}

/** A static PyMethodDef table, ended by a null row. owner: a type with a dot, "list.", or a module with a colon, "math:". */
export function methodTable(owner: string, rows: readonly MethodRow[]): Address {
  const table = reserveStatic((rows.length + 1) * PyMethodDef.sizeof);
  const firstSlot = textEnd();
  for (const row of rows) lateEntryPoint(row[0], row[1], row[2]);
  methodTables.push(rows);
  writers.push((docstrings) => writeMethods(docstrings, owner, rows, table, firstSlot));
  return table;
}

function writeMethods(
  docstrings: Docstrings,
  owner: string,
  rows: readonly MethodRow[],
  table: Address,
  firstSlot: Address,
): void {
  rows.forEach(([name, signatureText], index) => {
    const signature = parseSignature(signatureText);
    const at = table + index * PyMethodDef.sizeof;
    const entry = firstSlot + index * TEXT_SLOT_BYTES;
    nameText(entry, owner.replace(":", ".") + name);
    setPtr(at + PyMethodDef.ml_name, cstring(name));
    setPtr(at + PyMethodDef.ml_meth, entry);
    setI32(
      at + PyMethodDef.ml_flags,
      signature.flags | (COEXISTING.has(name) && !owner.endsWith(":") ? METH_COEXIST : 0),
    );
    setPtr(at + PyMethodDef.ml_doc, methodDocstring(docstrings, owner, name, signature));
  });
}

/** Methods that replace the slot wrapper of the same name, as METH_COEXIST does in CPython's tables. */
const COEXISTING = new Set(["__contains__", "__getitem__", "__reversed__"]);

function memberTable(owner: string, rows: readonly MemberRow[]): Address {
  const table = reserveStatic((rows.length + 1) * PyMemberDef.sizeof);
  writers.push((docstrings) => {
    rows.forEach(([name, kind, offset, access], index) => {
      const at = table + index * PyMemberDef.sizeof;
      setPtr(at + PyMemberDef.name, cstring(name));
      setI32(at + PyMemberDef.type, MEMBER_TYPES[kind]);
      setSsize(at + PyMemberDef.offset, offset);
      setI32(at + PyMemberDef.flags, access === "readonly" ? Py_READONLY : 0);
      setPtr(at + PyMemberDef.doc, docstrings.at(owner, name));
    });
  });
  return table;
}

function getsetTable(owner: string, rows: readonly GetSetRow[]): Address {
  const table = reserveStatic((rows.length + 1) * PyGetSetDef.sizeof);
  const firstSlot = textEnd();
  for (const [, get, set] of rows) {
    if (get !== 0) text("", get);
    if (set !== undefined && set !== 0) text("", set);
  }
  writers.push((docstrings) => {
    let slot = firstSlot;
    const named = (name: string): Address => {
      nameText(slot, name);
      slot += TEXT_SLOT_BYTES;
      return slot - TEXT_SLOT_BYTES;
    };
    rows.forEach(([name, get, set], index) => {
      const at = table + index * PyGetSetDef.sizeof;
      setPtr(at + PyGetSetDef.name, cstring(name));
      setPtr(at + PyGetSetDef.get, get === 0 ? 0 : named(`${owner}.get_${name}`));
      setPtr(at + PyGetSetDef.set, set === undefined || set === 0 ? 0 : named(`${owner}.set_${name}`));
      setPtr(at + PyGetSetDef.doc, docstrings.at(owner, name));
      setPtr(at + PyGetSetDef.closure, 0);
    });
  });
  return table;
}

/** Gives each function among the slots a text slot, in a row. */
function reserveSlotFunctions({ slots }: TypeSpec): Address {
  const first = textEnd();
  for (const slot in slots) {
    const value = slots[slot as SlotName];
    if (typeof value === "function") text("", value);
  }
  return first;
}

/** Calls `take` with each filled slot and its text address; functions get their names. */
function forEachSlot(
  { name, slots = {} }: TypeSpec,
  firstSlot: Address,
  take: (slot: string, address: Address) => void,
): void {
  let free = firstSlot;
  for (const [slot, value] of Object.entries(slots)) {
    if (value === undefined) continue;
    let address = value as Address;
    if (typeof value === "function") {
      address = free;
      nameText(address, `${name}.${slot}`);
      free += TEXT_SLOT_BYTES;
    }
    take(slot, address);
  }
}

/** Declares a static type at its reserved address. Answers with the address. */
export function declareType(type: Address, spec: TypeSpec): Address {
  const firstSlot = reserveSlotFunctions(spec);
  const methods = spec.methods ? methodTable(`${spec.name}.`, spec.methods) : 0;
  const members = spec.members ? memberTable(spec.name, spec.members) : 0;
  const getset = spec.getset ? getsetTable(spec.name, spec.getset) : 0;
  let subtables: Map<string, Address> | null = null;
  writers.push((docstrings) => {
    setI64(type, IMMORTAL_LOW, 0);
    setPtr(type + PyObject.ob_type, spec.metatype ?? PyType_Type);
    setPtr(type + PyTypeObject.tp_name, cstring(spec.name));
    setSsize(type + PyTypeObject.tp_basicsize, spec.basicsize);
    setSsize(type + PyTypeObject.tp_itemsize, spec.itemsize ?? 0);
    setPtr(type + PyTypeObject.tp_flags, (spec.flags ?? 0) | Py_TPFLAGS_IMMUTABLETYPE | _Py_TPFLAGS_STATIC_BUILTIN);
    setPtr(type + PyTypeObject.tp_doc, docstrings.at(spec.name, ""));
    setPtr(type + PyTypeObject.tp_base, type === PyBaseObject_Type ? 0 : (spec.base ?? PyBaseObject_Type));
    setSsize(type + PyTypeObject.tp_dictoffset, spec.dictoffset ?? 0);
    setSsize(type + PyTypeObject.tp_weaklistoffset, spec.weaklistoffset ?? 0);
    setSsize(type + PyTypeObject.tp_vectorcall_offset, spec.vectorcall_offset ?? 0);
    setPtr(type + PyTypeObject.tp_methods, methods);
    setPtr(type + PyTypeObject.tp_members, members);
    setPtr(type + PyTypeObject.tp_getset, getset);
    subtables ??= reserveSubtables(spec);
    writeSlots(type, spec, subtables, firstSlot);
  });
  declaredTypes.push({ type, spec });
  return type;
}

function reserveSubtables({ slots = {} }: TypeSpec): Map<string, Address> {
  const subtables = new Map<string, Address>();
  for (const slot of Object.keys(slots)) {
    const prefix = slot.slice(0, 3);
    if (!(prefix in SUBTABLES) || subtables.has(prefix) || slots[slot as SlotName] === undefined) continue;
    subtables.set(prefix, reserveStatic(SUBTABLES[prefix as keyof typeof SUBTABLES].table.sizeof));
  }
  return subtables;
}

function writeSlots(type: Address, spec: TypeSpec, subtables: ReadonlyMap<string, Address>, firstSlot: Address): void {
  forEachSlot(spec, firstSlot, (slot, address) => {
    const subtable = subtables.get(slot.slice(0, 3));
    if (subtable === undefined) {
      setPtr(type + (PyTypeObject as unknown as Record<string, number>)[slot], address);
      return;
    }
    const group = SUBTABLES[slot.slice(0, 3) as keyof typeof SUBTABLES];
    const offset = (group.table as unknown as Record<string, number>)[slot];
    assert(offset !== undefined, `${spec.name}: no slot ${slot}`);
    setPtr(type + group.at, subtable);
    setPtr(subtable + offset, address);
  });
}

// -- types that modules make ---------------------------------------------------------------------------------------------

/** A module's type gets its base when it is made. */
export interface ModuleTypeSpec extends Omit<TypeSpec, "base" | "metatype"> {
  /** Whether programs may set its attributes. */
  readonly isMutable?: boolean;
}

/** In the order of their declarations. */
export const declaredSpecs: ModuleTypeSpec[] = [];

// A cell:
//   +0  the type        0 until the module is executed
//   +8  PyType_Spec     0 for a class that the module makes in another way
const CELL_BYTES = 16;
const CELL_SPEC = 8;
/** Slots of a spec beside its functions: methods, members, getset, docstring; and the row that ends them. */
const TABLE_SLOT_COUNT = 5;

/** Where a module will keep a type. */
export function reserveTypeCell(): TypeCell {
  return reserveStatic(CELL_BYTES) as unknown as TypeCell;
}

/** Declares a type that its module makes when it is executed (makeModuleType in type_spec.ts). */
export function newModuleType(spec: ModuleTypeSpec): TypeCell {
  const cell = reserveTypeCell();
  declareModuleType(cell, spec);
  return cell;
}

/** Reserves and declares what the type in a cell is made from. */
export function declareModuleType(cell: TypeCell, spec: ModuleTypeSpec): void {
  const slotCount = Object.keys(spec.slots ?? {}).length + TABLE_SLOT_COUNT;
  const at = reserveStatic(PyType_Spec.sizeof + slotCount * PyType_Slot.sizeof);
  const firstSlot = reserveSlotFunctions(spec);
  const methods = spec.methods ? methodTable(`${spec.name}.`, spec.methods) : 0;
  const memberRows = [...(spec.members ?? []), ...offsetMembers(spec)];
  const members = memberRows.length > 0 ? memberTable(spec.name, memberRows) : 0;
  const getset = spec.getset ? getsetTable(spec.name, spec.getset) : 0;
  writers.push((docstrings) => {
    setPtr((cell as unknown as Address) + CELL_SPEC, at);
    setPtr(at + PyType_Spec.name, cstring(spec.name));
    setI32(at + PyType_Spec.basicsize, spec.basicsize);
    setI32(at + PyType_Spec.itemsize, spec.itemsize ?? 0);
    setI32(at + PyType_Spec.flags, (spec.flags ?? 0) | (spec.isMutable ? 0 : Py_TPFLAGS_IMMUTABLETYPE));
    let next = at + PyType_Spec.sizeof;
    setPtr(at + PyType_Spec.slots, next);
    const add = (slot: string, value: Address): void => {
      assert(slotNumber(slot) > 0, `${spec.name}: no slot ${slot}`);
      if (value === 0) return;
      setI32(next + PyType_Slot.slot, slotNumber(slot));
      setPtr(next + PyType_Slot.pfunc, value);
      next += PyType_Slot.sizeof;
    };
    add("tp_doc", docstrings.at(spec.name, ""));
    forEachSlot(spec, firstSlot, add);
    add("tp_methods", methods);
    add("tp_members", members);
    add("tp_getset", getset);
  });
  declaredSpecs.push(spec);
}

/** PyType_Spec of a cell's type. */
export function specOf(cell: TypeCell): Address {
  return ptr((cell as unknown as Address) + CELL_SPEC);
}

/** The members by which a spec says where instances have their weak list, their dict and what calls them. */
function offsetMembers(spec: ModuleTypeSpec): MemberRow[] {
  const rows: MemberRow[] = [];
  const add = (name: string, offset = 0): void => {
    if (offset > 0) rows.push([name, "ssize", offset, "readonly"]);
  };
  add("__weaklistoffset__", spec.weaklistoffset);
  add("__dictoffset__", spec.dictoffset);
  add("__vectorcalloffset__", spec.vectorcall_offset);
  return rows;
}

/** Declares a static type that types.ts does not name. */
export function newBuiltinType(spec: TypeSpec): Address {
  return declareType(reserveStatic(PyTypeObject.sizeof), spec);
}

export interface ModuleSpec {
  readonly name: string;
  /** Functions: impl(module, …). */
  readonly functions?: readonly MethodRow[];
  /** Runs when the module is made: fills the dict with constants and types. 0, or -1 with an error set. */
  readonly exec?: (module: Address, dict: Address) => number;
}

export interface DeclaredModule {
  readonly spec: ModuleSpec;
  /** PyModuleDef. */
  readonly definition: Address;
}

export const declaredModules = new Map<string, DeclaredModule>();

/** Declares a built-in module. It is made when a program imports it (modules/imp.ts). */
export function declareModule(spec: ModuleSpec): void {
  assert(!declaredModules.has(spec.name), `module ${spec.name} is declared twice`);
  declaredModules.set(spec.name, declareSubmodule(spec));
}

/** Declares a module that another holds and nobody imports. */
export function declareSubmodule(spec: ModuleSpec): DeclaredModule {
  const definition = reserveStatic(PyModuleDef.sizeof);
  const nameAt = cstring(spec.name);
  const methods = methodTable(`${spec.name}:`, spec.functions ?? []);
  writers.push((docstrings) => {
    setI64(definition, IMMORTAL_LOW, 0);
    setPtr(definition + PyObject.ob_type, PyModuleDef_Type);
    setPtr(definition + PyModuleDef.m_name, nameAt);
    setPtr(definition + PyModuleDef.m_doc, docstrings.at(spec.name, ""));
    setPtr(definition + PyModuleDef.m_methods, methods);
  });
  return { spec, definition };
}

/** Registers bytes to write when a boot image is made, in the order of module evaluation. */
export function declareInitializer(write: (docstrings: Docstrings) => void): void {
  writers.push(write);
}

/** Reserves the names that signatures say, and CPython's own: first of all, when a boot image is made. Throws when a declaration is malformed. */
export function reserveDeclarations(): void {
  const types = new Set(declaredTypes.map(({ type }) => type));
  assert(types.size === declaredTypes.length, "a type is declared twice");
  reserveLateIdentifiers(() => {
    for (const rows of methodTables) for (const row of rows) parseSignature(row[1]);
  });
}

/** Writes all declared tables and texts: at the making of a boot image only. Writers may ask for more texts. */
export function initializeDeclarations(docstrings = NO_DOCSTRINGS): void {
  for (let i = 0; i < writers.length; i++) writers[i](docstrings);
}
