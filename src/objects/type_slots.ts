// The slots of types and the special methods they stand for: one row each. The table works both ways: a built-in type's
// slot becomes a wrapper descriptor in its dict, and a special method in a class's dict becomes a function in its slot.
//
// Invariant: update_slot leaves in a slot the function that its rows agree on: the built-in function itself when every
// name of the slot is inherited unchanged from one built-in type, else the generic slot function.
import { reserveStatic } from "../memory/data.ts";
import { type Address, type Borrowed, ptr, setI32, setPtr } from "../memory/memory.ts";
import { PyWrapperDescrObject, wrapperbase } from "../memory/structs/descriptors.ts";
import {
  PyAsyncMethods,
  PyBufferProcs,
  PyHeapTypeObject,
  PyMappingMethods,
  PyNumberMethods,
  PySequenceMethods,
  PyTypeObject,
} from "../memory/structs/object.ts";
import { text } from "../memory/text.ts";
import { hashNotImplemented, NEXT_NOT_IMPLEMENTED } from "./abstract.ts";
import { slot_bf_getbuffer, slot_bf_releasebuffer } from "./buffer_wrapper.ts";
import { cstring, declareInitializer } from "./declare.ts";
import { SEQUENCE_SLOT, SLOT } from "./docstrings.ts";
import { identifier } from "./identifiers.ts";
import { isSubtype, Py_TPFLAGS_HAVE_VECTORCALL, typeFlags, typeOf } from "./object.ts";
import * as f from "./slot_functions.ts";
import { _PyType_Lookup } from "./type_lookup.ts";
import { Py_None, PyCFunction_Type, PyWrapperDescr_Type } from "./types.ts";
import { WRAPPERS, type WrapperKind } from "./wrappers.ts";

// biome-ignore lint/suspicious/noExplicitAny: each slot has its own arguments
// biome-ignore lint/suspicious/noConfusingVoidType: some slots answer nothing
type SlotFunction = ((...args: any[]) => number | void) | null;
type Row = readonly [name: string, slot: string, run: SlotFunction, wrapper: WrapperKind];

const binary = (slot: keyof typeof PyNumberMethods, name: string): Row[] => {
  const plain = name.slice(2, -2);
  const run = f.binarySlot(PyNumberMethods[slot], name, `__r${plain}__`);
  return slot === "nb_power"
    ? [
        [name, slot, f.ternaryPower(run), "ternary"],
        [`__r${plain}__`, slot, null, "ternary_r"],
      ]
    : [
        [name, slot, run, "binary_l"],
        [`__r${plain}__`, slot, null, "binary_r"],
      ];
};
const unaryRow = (slot: string, name: string): Row => [name, slot, f.unarySlot(name), "unary"];
const inplace = (slot: string, name: string): Row => [name, slot, f.plainSlot(name), "binary"];
const compare = (name: string): Row => [
  name,
  "tp_richcompare",
  f.slot_tp_richcompare,
  `richcmp_${name.slice(2, -2)}` as WrapperKind,
];

const ROWS: readonly Row[] = [
  ["__repr__", "tp_repr", f.slot_tp_repr, "unary"],
  ["__hash__", "tp_hash", f.slot_tp_hash, "hash"],
  ["__call__", "tp_call", f.slot_tp_call, "call"],
  ["__str__", "tp_str", f.slot_tp_str, "unary"],
  ["__getattribute__", "tp_getattro", f.slot_tp_getattr_hook, "getattr"],
  ["__getattr__", "tp_getattro", f.slot_tp_getattr_hook, "none"],
  ["__setattr__", "tp_setattro", f.slot_tp_setattro, "setattr"],
  ["__delattr__", "tp_setattro", f.slot_tp_setattro, "delattr"],
  compare("__lt__"),
  compare("__le__"),
  compare("__eq__"),
  compare("__ne__"),
  compare("__gt__"),
  compare("__ge__"),
  ["__iter__", "tp_iter", f.slot_tp_iter, "unary"],
  ["__next__", "tp_iternext", f.slot_tp_iternext, "next"],
  ["__get__", "tp_descr_get", f.slot_tp_descr_get, "descr_get"],
  ["__set__", "tp_descr_set", f.slot_tp_descr_set, "descr_set"],
  ["__delete__", "tp_descr_set", f.slot_tp_descr_set, "descr_delete"],
  ["__init__", "tp_init", f.slot_tp_init, "init"],
  ["__new__", "tp_new", f.slot_tp_new, "none"],
  ["__del__", "tp_finalize", f.slot_tp_finalize, "del"],
  ["__buffer__", "bf_getbuffer", slot_bf_getbuffer, "buffer"],
  ["__release_buffer__", "bf_releasebuffer", slot_bf_releasebuffer, "releasebuffer"],
  ...binary("nb_add", "__add__"),
  ...binary("nb_subtract", "__sub__"),
  ...binary("nb_multiply", "__mul__"),
  ...binary("nb_remainder", "__mod__"),
  ...binary("nb_divmod", "__divmod__"),
  ...binary("nb_power", "__pow__"),
  unaryRow("nb_negative", "__neg__"),
  unaryRow("nb_positive", "__pos__"),
  unaryRow("nb_absolute", "__abs__"),
  ["__bool__", "nb_bool", f.slot_nb_bool, "inquiry"],
  unaryRow("nb_invert", "__invert__"),
  ...binary("nb_lshift", "__lshift__"),
  ...binary("nb_rshift", "__rshift__"),
  ...binary("nb_and", "__and__"),
  ...binary("nb_xor", "__xor__"),
  ...binary("nb_or", "__or__"),
  unaryRow("nb_int", "__int__"),
  unaryRow("nb_float", "__float__"),
  inplace("nb_inplace_add", "__iadd__"),
  inplace("nb_inplace_subtract", "__isub__"),
  inplace("nb_inplace_multiply", "__imul__"),
  inplace("nb_inplace_remainder", "__imod__"),
  inplace("nb_inplace_power", "__ipow__"),
  inplace("nb_inplace_lshift", "__ilshift__"),
  inplace("nb_inplace_rshift", "__irshift__"),
  inplace("nb_inplace_and", "__iand__"),
  inplace("nb_inplace_xor", "__ixor__"),
  inplace("nb_inplace_or", "__ior__"),
  ...binary("nb_floor_divide", "__floordiv__"),
  ...binary("nb_true_divide", "__truediv__"),
  inplace("nb_inplace_floor_divide", "__ifloordiv__"),
  inplace("nb_inplace_true_divide", "__itruediv__"),
  ["__index__", "nb_index", f.slot_nb_index, "unary"],
  ...binary("nb_matrix_multiply", "__matmul__"),
  inplace("nb_inplace_matrix_multiply", "__imatmul__"),
  ["__len__", "mp_length", f.slot_sq_length, "len"],
  ["__getitem__", "mp_subscript", f.slot_mp_subscript, "getitem"],
  ["__setitem__", "mp_ass_subscript", f.slot_mp_ass_subscript, "objobjarg"],
  ["__delitem__", "mp_ass_subscript", f.slot_mp_ass_subscript, "delitem"],
  ["__len__", "sq_length", f.slot_sq_length, "len"],
  ["__add__", "sq_concat", null, "binary"],
  ["__mul__", "sq_repeat", null, "indexarg"],
  ["__rmul__", "sq_repeat", null, "indexarg"],
  ["__getitem__", "sq_item", f.slot_sq_item, "sq_item"],
  ["__setitem__", "sq_ass_item", f.slot_sq_ass_item, "sq_setitem"],
  ["__delitem__", "sq_ass_item", f.slot_sq_ass_item, "sq_delitem"],
  ["__contains__", "sq_contains", f.slot_sq_contains, "objobj"],
  ["__iadd__", "sq_inplace_concat", null, "binary"],
  ["__imul__", "sq_inplace_repeat", null, "indexarg"],
  ["__await__", "am_await", f.unarySlot("__await__"), "unary"],
  ["__aiter__", "am_aiter", f.unarySlot("__aiter__"), "unary"],
  ["__anext__", "am_anext", f.unarySlot("__anext__"), "unary"],
];

const GROUPS = {
  nb_: [PyNumberMethods, PyTypeObject.tp_as_number, PyHeapTypeObject.as_number],
  sq_: [PySequenceMethods, PyTypeObject.tp_as_sequence, PyHeapTypeObject.as_sequence],
  mp_: [PyMappingMethods, PyTypeObject.tp_as_mapping, PyHeapTypeObject.as_mapping],
  am_: [PyAsyncMethods, PyTypeObject.tp_as_async, PyHeapTypeObject.as_async],
  bf_: [PyBufferProcs, PyTypeObject.tp_as_buffer, PyHeapTypeObject.as_buffer],
} as const;

export interface SlotDefinition {
  readonly name: string;
  readonly nameObject: Borrowed;
  readonly slot: string;
  /** Text address of the generic function for classes, or 0. */
  readonly run: Address;
  /** The wrapperbase structure in memory. */
  readonly base: Address;
  readonly wrapper: WrapperKind;
  /** Offset of the pointer to the table in the type (0: the slot is in the type itself), and of the slot. */
  readonly tableAt: number;
  readonly offset: number;
}

export const SLOT_DEFINITIONS: SlotDefinition[] = [];
const byName = new Map<Borrowed, SlotDefinition[]>();
const bySlot = new Map<string, SlotDefinition[]>();
const functionsOfSlots = new Map<SlotFunction, Address>();

function locate(slot: string): { tableAt: number; offset: number; heapOffset: number } {
  const group = GROUPS[slot.slice(0, 3) as keyof typeof GROUPS];
  if (group === undefined) {
    const offset = (PyTypeObject as unknown as Record<string, number>)[slot];
    return { tableAt: 0, offset, heapOffset: offset };
  }
  const offset = (group[0] as unknown as Record<string, number>)[slot];
  return { tableAt: group[1], offset, heapOffset: group[2] + offset };
}

for (const [name, slot, run, wrapper] of ROWS) {
  let address = run === null ? 0 : (functionsOfSlots.get(run) ?? 0);
  if (run !== null && address === 0) {
    address = text(`slot_${slot}`, run);
    functionsOfSlots.set(run, address);
  }
  const { tableAt, offset, heapOffset } = locate(slot);
  if (address !== 0 && slot.startsWith("nb_") && !f.functionAt.has(offset)) f.functionAt.set(offset, address);
  // A reflected name shares the slot function of the row before it.
  if (run === null && slot.startsWith("nb_")) address = f.functionAt.get(offset) ?? 0;
  const base = reserveStatic(wrapperbase.sizeof);
  const nameObject = identifier(name);
  const nameAt = cstring(name);
  const wrapperAt = WRAPPERS[wrapper] ?? 0;
  const definition = { name, nameObject, slot, run: address, base, wrapper, tableAt, offset };
  const isOfSequence = slot === "sq_inplace_concat" || slot === "sq_inplace_repeat";
  declareInitializer((docstrings) => {
    setPtr(base + wrapperbase.name, nameAt);
    setI32(base + wrapperbase.offset, heapOffset);
    setPtr(base + wrapperbase.function, address);
    setPtr(base + wrapperbase.wrapper, wrapperAt);
    setPtr(base + wrapperbase.doc, docstrings.at(isOfSequence ? SEQUENCE_SLOT : SLOT, name));
    setI32(base + wrapperbase.flags, wrapper === "init" || wrapper === "call" ? 1 : 0);
    setPtr(base + wrapperbase.name_strobj, nameObject);
  });
  SLOT_DEFINITIONS.push(definition);
  byName.set(nameObject, [...(byName.get(nameObject) ?? []), definition]);
  bySlot.set(slot, [...(bySlot.get(slot) ?? []), definition]);
}

/** tp_new of a class whose __new__ is found by name. */
export const slotTpNew: Address = functionsOfSlots.get(f.slot_tp_new) as Address;

/** The address of a definition's slot in a type; 0 when the type lacks that table. */
export function slotAt(type: Borrowed, definition: SlotDefinition): Address {
  if (definition.tableAt === 0) return type + definition.offset;
  const table = ptr(type + definition.tableAt);
  return table === 0 ? 0 : table + definition.offset;
}

/**
 * The one slot of a name that is filled, 0 where there are none or several. A class that inherits sq_repeat of a sequence has
 * no nb_multiply then, though its __mul__ could be called by it. As resolve_slotdups.
 */
function onlyFilledSlot(type: Borrowed, name: Borrowed): Address {
  let filled = 0;
  for (const definition of byName.get(name)!) {
    const at = slotAt(type, definition);
    if (at === 0 || at === filled || ptr(at) === 0) continue;
    if (filled !== 0) return 0;
    filled = at;
  }
  return filled;
}

/** Sets one slot of a class from what its names mean now. As update_one_slot. */
function updateSlot(type: Borrowed, slot: string): void {
  const definitions = bySlot.get(slot)!;
  const at = slotAt(type, definitions[0]);
  if (at === 0) return;
  let specific = 0;
  let generic = 0;
  let useGeneric = false;
  for (const definition of definitions) {
    const found = _PyType_Lookup(type, definition.nameObject);
    if (found === 0) {
      if (slot === "tp_iternext") specific = NEXT_NOT_IMPLEMENTED;
      continue;
    }
    if (
      typeOf(found) === PyWrapperDescr_Type &&
      ptr(ptr(found + PyWrapperDescrObject.d_base) + wrapperbase.name_strobj) === definition.nameObject
    ) {
      const wrapped = ptr(found + PyWrapperDescrObject.d_wrapped);
      const sameWrapper =
        ptr(ptr(found + PyWrapperDescrObject.d_base) + wrapperbase.wrapper) === WRAPPERS[definition.wrapper];
      const descriptorType = ptr(found + PyWrapperDescrObject.d_type);
      if ((specific === 0 || specific === wrapped) && sameWrapper && isSubtype(type, descriptorType))
        specific = wrapped;
      else useGeneric = true;
      const filled = onlyFilledSlot(type, definition.nameObject);
      if (filled === 0 || filled === at) generic = definition.run;
    } else if (typeOf(found) === PyCFunction_Type && slot === "tp_new" && isNewWrapper(found)) {
      // __new__ of a built-in type: the slot is inherited as it is.
      specific = ptr(type + PyTypeObject.tp_new);
    } else if (found === Py_None && slot === "tp_hash") {
      specific = hashNotImplemented;
    } else {
      useGeneric = true;
      generic = definition.run;
      // What tp_call says would not be asked.
      if (slot === "tp_call") setPtr(type + PyTypeObject.tp_flags, typeFlags(type) & ~Py_TPFLAGS_HAVE_VECTORCALL);
    }
  }
  if (specific !== 0 && !useGeneric) setPtr(at, specific);
  else if (useGeneric) setPtr(at, generic);
  else setPtr(at, specific);
}

let isNewWrapper: (o: Borrowed) => boolean = () => false;
export function setIsNewWrapper(test: (o: Borrowed) => boolean): void {
  isNewWrapper = test;
}

/** fixup_slot_dispatchers: all slots of a new class. */
export function updateAllSlots(type: Borrowed): void {
  for (const slot of bySlot.keys()) updateSlot(type, slot);
}

/** The slots that a name concerns: after an assignment to type.name. */
export function updateSlotsFor(type: Borrowed, name: Borrowed): boolean {
  const definitions = byName.get(name);
  if (definitions === undefined) return false;
  for (const slot of new Set(definitions.map((d) => d.slot))) updateSlot(type, slot);
  return true;
}

export function isSlotName(name: Borrowed): boolean {
  return byName.has(name);
}
