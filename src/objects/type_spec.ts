// PyType_FromModuleAndSpec: types that a module makes when it is executed. They are heap types like classes, with tables of slots,
// members and name in themselves; what they are made from, PyType_Spec, is static and written by declare.ts.
//
//   collector head | PyHeapTypeObject | PyMemberDef for each member, and an empty one
//
// Invariant: each instance holds a reference to its type: tp_alloc takes it, the type's own tp_dealloc gives it back
// (freeOfHeapType), its tp_traverse visits it. A class that inherits from such a type leaves both to it.
import { memMalloc } from "../memory/allocators.ts";
import {
  type Address,
  type Borrowed,
  copyBytes,
  i32,
  type Owned,
  ptr,
  setPtr,
  setSsize,
  ssize,
  u8,
  u32,
} from "../memory/memory.ts";
import { PyHeapTypeObject, PyMemberDef, PyType_Slot, PyType_Spec, PyTypeObject } from "../memory/structs/object.ts";
import { textFunction } from "../memory/text.ts";
import { specOf } from "./declare.ts";
import { PyDict_Contains, PyDict_DelItem, PyDict_New, PyDict_SetItem } from "./dict_core.ts";
import { MANAGED_WEAKREF_OFFSET } from "./dict_instance.ts";
import { _PyDict_NewKeysForClass } from "./dict_keys.ts";
import { PyErr_NoMemory, textOfCString } from "./errors.ts";
import { identifier } from "./identifiers.ts";
import {
  decref,
  newRef,
  Py_TPFLAGS_HEAPTYPE,
  Py_TPFLAGS_MANAGED_DICT,
  Py_TPFLAGS_MANAGED_WEAKREF,
  setTypeIn,
  type TypeCell,
  typeFlags,
  typeIn,
  typeOf,
  xnewRef,
} from "./object.ts";
import { slotNumber, slotOffset } from "./slot_numbers.ts";
import { PyTuple_Pack } from "./tuple_core.ts";
import { heapMembers, subtypeDealloc } from "./type_alloc.ts";
import { PyType_Ready } from "./type_ready.ts";
import { PyBaseObject_Type, PyType_Type } from "./types.ts";
import { PyUnicode_FromString } from "./unicode_core.ts";
import { PyUnicode_InternFromString } from "./unicode_intern.ts";

const id_module = identifier("__module__");
const id_dictoffset = identifier("__dictoffset__");
const id_weaklistoffset = identifier("__weaklistoffset__");

/** Members that say where an instance has something: the type's own fields take their offsets. */
const OFFSET_FIELDS = {
  __weaklistoffset__: PyTypeObject.tp_weaklistoffset,
  __dictoffset__: PyTypeObject.tp_dictoffset,
  __vectorcalloffset__: PyTypeObject.tp_vectorcall_offset,
} as const;
/** tp_dictoffset of a type whose instances have their dict before them. */
const MANAGED_DICT = -1;

/** What the spec has for a slot, 0 for none. */
function inSpec(spec: Address, slot: number): Address {
  for (let at = ptr(spec + PyType_Spec.slots); i32(at + PyType_Slot.slot) !== 0; at += PyType_Slot.sizeof) {
    if (i32(at + PyType_Slot.slot) === slot) return ptr(at + PyType_Slot.pfunc);
  }
  return 0;
}

function countMembers(table: Address): number {
  let count = 0;
  while (table !== 0 && ptr(table + count * PyMemberDef.sizeof + PyMemberDef.name) !== 0) count++;
  return count;
}

function noMemory(): false {
  PyErr_NoMemory();
  return false;
}

/** A copy of a C string that the type owns; 0 with MemoryError set. */
function copyText(text: Address): Address {
  let end = text;
  while (u8(end) !== 0) end++;
  const copy = memMalloc(end + 1 - text);
  if (copy === 0) return PyErr_NoMemory();
  copyBytes(copy, text, end + 1 - text);
  return copy;
}

/** A type that `module` (or 0) holds, of one base. Owned, 0 with an error set. */
export function PyType_FromModuleAndSpec(module: Borrowed, spec: Address, base: Borrowed): Owned {
  const members = inSpec(spec, slotNumber("tp_members"));
  const memberCount = countMembers(members);
  const metatype = base === 0 ? PyType_Type : typeOf(base);
  const type = textFunction(ptr(metatype + PyTypeObject.tp_alloc))(metatype, memberCount);
  if (type === 0) return 0;
  if (fillType(type, module, spec, base || PyBaseObject_Type, members, memberCount)) return type;
  decref(type);
  return 0;
}

function fillType(
  type: Address,
  module: Borrowed,
  spec: Address,
  base: Borrowed,
  members: Address,
  memberCount: number,
): boolean {
  setPtr(type + PyTypeObject.tp_flags, u32(spec + PyType_Spec.flags) | Py_TPFLAGS_HEAPTYPE);
  setPtr(type + PyHeapTypeObject.ht_module, xnewRef(module));
  const name = copyText(ptr(spec + PyType_Spec.name));
  const fullName = textOfCString(ptr(spec + PyType_Spec.name));
  const dot = fullName.lastIndexOf(".");
  const shortName = PyUnicode_FromString(fullName.slice(dot + 1));
  setPtr(type + PyHeapTypeObject._ht_tpname, name);
  setPtr(type + PyTypeObject.tp_name, name);
  setPtr(type + PyHeapTypeObject.ht_name, shortName);
  setPtr(type + PyHeapTypeObject.ht_qualname, xnewRef(shortName));
  const bases = PyTuple_Pack(base);
  const dict = PyDict_New();
  setPtr(type + PyTypeObject.tp_bases, bases);
  setPtr(type + PyTypeObject.tp_dict, dict);
  if (name === 0 || shortName === 0 || bases === 0 || dict === 0) return noMemory();
  setPtr(type + PyTypeObject.tp_base, newRef(base));
  setPtr(type + PyTypeObject.tp_as_async, type + PyHeapTypeObject.as_async);
  setPtr(type + PyTypeObject.tp_as_number, type + PyHeapTypeObject.as_number);
  setPtr(type + PyTypeObject.tp_as_sequence, type + PyHeapTypeObject.as_sequence);
  setPtr(type + PyTypeObject.tp_as_mapping, type + PyHeapTypeObject.as_mapping);
  setPtr(type + PyTypeObject.tp_as_buffer, type + PyHeapTypeObject.as_buffer);
  setSsize(type + PyTypeObject.tp_basicsize, i32(spec + PyType_Spec.basicsize));
  setSsize(type + PyTypeObject.tp_itemsize, i32(spec + PyType_Spec.itemsize));
  if (!copySlots(type, spec, members, memberCount)) return false;
  if (ptr(type + PyTypeObject.tp_dealloc) === 0) setPtr(type + PyTypeObject.tp_dealloc, subtypeDealloc);
  if (!placeManaged(type)) return false;
  if (PyType_Ready(type) < 0) return false;
  for (const [field, id] of [
    [PyTypeObject.tp_weaklistoffset, id_weaklistoffset],
    [PyTypeObject.tp_dictoffset, id_dictoffset],
  ] as const) {
    if (ssize(type + field) > 0 && PyDict_Contains(dict, id) > 0 && PyDict_DelItem(dict, id) < 0) return false;
  }
  return dot < 0 || setModuleName(dict, fullName.slice(0, dot));
}

function copySlots(type: Address, spec: Address, members: Address, memberCount: number): boolean {
  const docNumber = slotNumber("tp_doc");
  const membersNumber = slotNumber("tp_members");
  for (let at = ptr(spec + PyType_Spec.slots); i32(at + PyType_Slot.slot) !== 0; at += PyType_Slot.sizeof) {
    const number = i32(at + PyType_Slot.slot);
    let value = ptr(at + PyType_Slot.pfunc);
    if (number === docNumber && value !== 0) {
      value = copyText(value);
      if (value === 0) return false;
    } else if (number === membersNumber) {
      value = heapMembers(type);
      copyBytes(value, members, memberCount * PyMemberDef.sizeof);
    }
    setPtr(type + slotOffset(number), value);
  }
  for (let i = 0; i < memberCount; i++) {
    const member = members + i * PyMemberDef.sizeof;
    const field = OFFSET_FIELDS[textOfCString(ptr(member + PyMemberDef.name)) as keyof typeof OFFSET_FIELDS];
    if (field !== undefined) setSsize(type + field, ssize(member + PyMemberDef.offset));
  }
  return true;
}

/** The offsets of what stands before the instances. */
function placeManaged(type: Address): boolean {
  const flags = typeFlags(type);
  if (flags & Py_TPFLAGS_MANAGED_WEAKREF) setSsize(type + PyTypeObject.tp_weaklistoffset, MANAGED_WEAKREF_OFFSET);
  if ((flags & Py_TPFLAGS_MANAGED_DICT) === 0) return true;
  setSsize(type + PyTypeObject.tp_dictoffset, MANAGED_DICT);
  const keys = _PyDict_NewKeysForClass();
  setPtr(type + PyHeapTypeObject.ht_cached_keys, keys);
  return keys !== 0 || noMemory();
}

function setModuleName(dict: Borrowed, name: string): boolean {
  const module = PyUnicode_InternFromString(name);
  if (module === 0) return noMemory();
  const status = PyDict_SetItem(dict, id_module, module);
  decref(module);
  return status === 0;
}

/**
 * Makes the type that a cell is for, and keeps it there. A module that is executed again finds the one that it made before.
 * base: 0 for object. Borrowed, 0 with an error set.
 */
export function makeModuleType(module: Borrowed, cell: TypeCell, base: Borrowed = 0): Borrowed {
  if (typeIn(cell) !== 0) return typeIn(cell);
  const type = PyType_FromModuleAndSpec(module, specOf(cell), base);
  setTypeIn(cell, type);
  return type;
}
