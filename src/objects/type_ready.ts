// Making a type ready: bases, method resolution order, inherited slots, descriptors in its dict (CPython's type_ready).
// Static types go through PyType_Ready once, when the boot image is made; classes and modules' types at their creation.
// Classes that Python makes come with a filled dict and without tables.
import { type Address, type Borrowed, i32, type Owned, ptr, setPtr, setSsize, ssize } from "../memory/memory.ts";
import {
  PyAsyncMethods,
  PyBufferProcs,
  PyGetSetDef,
  PyMappingMethods,
  PyMemberDef,
  PyMethodDef,
  PyNumberMethods,
  PySequenceMethods,
  PyTypeObject,
} from "../memory/structs/object.ts";
import { hashNotImplemented } from "./abstract.ts";
import { PyCFunction_New } from "./cfunction.ts";
import {
  PyDescr_NewClassMethod,
  PyDescr_NewGetSet,
  PyDescr_NewMember,
  PyDescr_NewMethod,
  PyDescr_NewWrapper,
} from "./descriptors.ts";
import { PyDict_Contains, PyDict_New, PyDict_SetItem } from "./dict_core.ts";
import { PyErr_NoMemory, raiseInt, textOfCString } from "./errors.ts";
import { identifier } from "./identifiers.ts";
import { PyLong_FromNumber } from "./long_core.ts";
import { forgoCaches, invokeMro } from "./mro_invoke.ts";
import {
  _Py_TPFLAGS_MATCH_SELF,
  _Py_TPFLAGS_STATIC_BUILTIN,
  decref,
  isPythonClass,
  isSubtype,
  Py_TPFLAGS_BASE_EXC_SUBCLASS,
  Py_TPFLAGS_BYTES_SUBCLASS,
  Py_TPFLAGS_DICT_SUBCLASS,
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
  Py_TPFLAGS_HAVE_GC,
  Py_TPFLAGS_HAVE_VECTORCALL,
  Py_TPFLAGS_HEAPTYPE,
  Py_TPFLAGS_IMMUTABLETYPE,
  Py_TPFLAGS_INLINE_VALUES,
  Py_TPFLAGS_ITEMS_AT_END,
  Py_TPFLAGS_LIST_SUBCLASS,
  Py_TPFLAGS_LONG_SUBCLASS,
  Py_TPFLAGS_MANAGED_DICT,
  Py_TPFLAGS_MANAGED_WEAKREF,
  Py_TPFLAGS_MAPPING,
  Py_TPFLAGS_METHOD_DESCRIPTOR,
  Py_TPFLAGS_READY,
  Py_TPFLAGS_READYING,
  Py_TPFLAGS_SEQUENCE,
  Py_TPFLAGS_TUPLE_SUBCLASS,
  Py_TPFLAGS_TYPE_SUBCLASS,
  Py_TPFLAGS_UNICODE_SUBCLASS,
  sizeOf,
  typeFlags,
  typeOf,
} from "./object.ts";
import { METH_CLASS, METH_COEXIST, METH_STATIC } from "./signature.ts";
import { cfunctionDocument, newStaticMethod } from "./static_class_method.ts";
import { PyTuple_GET_ITEM, PyTuple_New, PyTuple_Pack } from "./tuple_core.ts";
import { gcFreeText } from "./type_alloc.ts";
import { initializeStaticState, typeDict, typeDictSlot, typeSubclassesSlot } from "./type_lookup.ts";
import { shortName } from "./type_names.ts";
import { newMethodOf } from "./type_new_wrapper.ts";
import { SLOT_DEFINITIONS, slotAt } from "./type_slots.ts";
import {
  Py_None,
  PyBaseObject_Type,
  PyBytes_Type,
  PyDict_Type,
  PyExc_BaseException,
  PyExc_TypeError,
  PyList_Type,
  PyLong_Type,
  PyTuple_Type,
  PyType_Type,
  PyUnicode_Type,
} from "./types.ts";
import { PyUnicode_FromString } from "./unicode_core.ts";
import { PyUnicode_InternFromString } from "./unicode_intern.ts";
import { newWeakReference } from "./weakref_core.ts";

const SUBCLASS_FLAGS: readonly (readonly [type: Address, flag: number])[] = [
  [PyBaseObject_Type, 0],
  [PyExc_BaseException, Py_TPFLAGS_BASE_EXC_SUBCLASS],
  [PyType_Type, Py_TPFLAGS_TYPE_SUBCLASS],
  [PyLong_Type, Py_TPFLAGS_LONG_SUBCLASS],
  [PyBytes_Type, Py_TPFLAGS_BYTES_SUBCLASS],
  [PyUnicode_Type, Py_TPFLAGS_UNICODE_SUBCLASS],
  [PyTuple_Type, Py_TPFLAGS_TUPLE_SUBCLASS],
  [PyList_Type, Py_TPFLAGS_LIST_SUBCLASS],
  [PyDict_Type, Py_TPFLAGS_DICT_SUBCLASS],
];

/** PyType_Ready: 0, or -1 with an error set. */
export function PyType_Ready(type: Borrowed): number {
  let flags = typeFlags(type);
  if (flags & Py_TPFLAGS_READY) return 0;
  setPtr(type + PyTypeObject.tp_flags, flags | Py_TPFLAGS_READYING);
  if (flags & _Py_TPFLAGS_STATIC_BUILTIN) initializeStaticState(type);
  if (ptr(typeDictSlot(type)) === 0) {
    const dict = PyDict_New();
    if (dict === 0) return -1;
    setPtr(typeDictSlot(type), dict);
  }
  const base = ptr(type + PyTypeObject.tp_base);
  if (base !== 0) {
    // A class becomes ready when it is made, or does so just now: its metaclass's mro() may have made this one.
    if ((typeFlags(base) & Py_TPFLAGS_HEAPTYPE) === 0 && PyType_Ready(base) < 0) return -1;
    if ((flags & Py_TPFLAGS_HEAPTYPE) === 0 && ptr(type + 8) === PyType_Type && typeOf(base) !== PyType_Type) {
      setPtr(type + 8, typeOf(base));
    }
  }
  if (ptr(type + PyTypeObject.tp_bases) === 0) {
    const bases = base === 0 ? PyTuple_New(0) : PyTuple_Pack(base);
    if (bases === 0) return PyErr_NoMemory() - 1;
    setPtr(type + PyTypeObject.tp_bases, bases);
  }
  if (ptr(type + PyTypeObject.tp_mro) === 0) {
    const mro = invokeMro(type);
    if (mro === 0) return -1;
    // An assignment to __bases__ from within mro() goes before.
    if (ptr(type + PyTypeObject.tp_mro) !== 0) decref(mro);
    else setPtr(type + PyTypeObject.tp_mro, mro);
    forgoCaches(type, ptr(type + PyTypeObject.tp_mro));
  }
  if (!isPythonClass(type) && (setNew(type, base) < 0 || fillDict(type) < 0)) return -1;
  if (setDocument(type) < 0) return -1;
  if (base !== 0) inheritSpecial(type, base);
  const mro = ptr(type + PyTypeObject.tp_mro);
  for (let i = 1; i < sizeOf(mro); i++) {
    inheritSlots(type, PyTuple_GET_ITEM(mro, i));
    inheritPatternFlags(type, PyTuple_GET_ITEM(mro, i));
  }
  inheritTables(type, base);
  if (setHash(type) < 0) return -1;
  if (registerSubclass(type) < 0) return -1;
  flags = typeFlags(type);
  setPtr(type + PyTypeObject.tp_flags, (flags & ~Py_TPFLAGS_READYING) | Py_TPFLAGS_READY);
  return 0;
}

/** Adds a name that the dict does not hold yet; releases the value. */
function addTo(dict: Borrowed, name: Owned, value: Owned, replace = false): number {
  if (value === 0) return -1;
  let status = 0;
  if (replace || PyDict_Contains(dict, name) === 0) status = PyDict_SetItem(dict, name, value);
  decref(value);
  decref(name);
  return status;
}

function fillDict(type: Borrowed): number {
  if (addSlotWrappers(type) < 0) return -1;
  const dict = typeDict(type);
  for (
    let at = ptr(type + PyTypeObject.tp_methods);
    at !== 0 && ptr(at + PyMethodDef.ml_name) !== 0;
    at += PyMethodDef.sizeof
  ) {
    const flags = i32(at + PyMethodDef.ml_flags);
    let value: Owned;
    if (flags & METH_CLASS) value = PyDescr_NewClassMethod(type, at);
    else if (flags & METH_STATIC) {
      const f = PyCFunction_New(at, type, 0);
      value = f === 0 ? 0 : newStaticMethod(f);
      if (f !== 0) decref(f);
    } else value = PyDescr_NewMethod(type, at);
    const text = textOfCString(ptr(at + PyMethodDef.ml_name));
    // What is no descriptor is put there by a name that is not interned.
    const name = flags & METH_STATIC ? PyUnicode_FromString(text) : PyUnicode_InternFromString(text);
    if (addTo(dict, name, value, (flags & METH_COEXIST) !== 0) < 0) return -1;
  }
  for (
    let at = ptr(type + PyTypeObject.tp_members);
    at !== 0 && ptr(at + PyMemberDef.name) !== 0;
    at += PyMemberDef.sizeof
  ) {
    const name = PyUnicode_InternFromString(textOfCString(ptr(at + PyMemberDef.name)));
    if (addTo(dict, name, PyDescr_NewMember(type, at)) < 0) return -1;
  }
  for (
    let at = ptr(type + PyTypeObject.tp_getset);
    at !== 0 && ptr(at + PyGetSetDef.name) !== 0;
    at += PyGetSetDef.sizeof
  ) {
    const name = PyUnicode_InternFromString(textOfCString(ptr(at + PyGetSetDef.name)));
    if (addTo(dict, name, PyDescr_NewGetSet(type, at)) < 0) return -1;
  }
  return 0;
}

/** add_operators: a wrapper for each special method that a filled slot stands for. */
function addSlotWrappers(type: Borrowed): number {
  const dict = typeDict(type);
  for (const definition of SLOT_DEFINITIONS) {
    if (definition.wrapper === "none") continue;
    const at = slotAt(type, definition);
    const wrapped = at === 0 ? 0 : ptr(at);
    if (wrapped === 0 || PyDict_Contains(dict, definition.nameObject) > 0) continue;
    if (wrapped === hashNotImplemented) {
      if (PyDict_SetItem(dict, definition.nameObject, Py_None) < 0) return -1;
      continue;
    }
    const descriptor = PyDescr_NewWrapper(type, definition.base, wrapped);
    if (descriptor === 0 || PyDict_SetItem(dict, definition.nameObject, descriptor) < 0) return -1;
    decref(descriptor);
  }
  return 0;
}

function copySlot(type: Address, base: Address, offset: number): void {
  if (ptr(type + offset) === 0) setPtr(type + offset, ptr(base + offset));
}

/** inherit_special: collector support, sizes, offsets, and the flag that says what a type is at heart. */
function inheritSpecial(type: Borrowed, base: Borrowed): void {
  let flags = typeFlags(type);
  const baseFlags = typeFlags(base);
  if (
    (flags & Py_TPFLAGS_HAVE_GC) === 0 &&
    baseFlags & Py_TPFLAGS_HAVE_GC &&
    ptr(type + PyTypeObject.tp_traverse) === 0 &&
    ptr(type + PyTypeObject.tp_clear) === 0
  ) {
    flags |= Py_TPFLAGS_HAVE_GC;
    copySlot(type, base, PyTypeObject.tp_traverse);
    copySlot(type, base, PyTypeObject.tp_clear);
  }
  flags |= baseFlags & (Py_TPFLAGS_MANAGED_DICT | Py_TPFLAGS_INLINE_VALUES | Py_TPFLAGS_ITEMS_AT_END);
  if (baseFlags & Py_TPFLAGS_MANAGED_WEAKREF) flags |= Py_TPFLAGS_MANAGED_WEAKREF;
  flags |= baseFlags & _Py_TPFLAGS_MATCH_SELF;
  for (const [core, flag] of SUBCLASS_FLAGS) if (flag !== 0 && isSubtype(base, core)) flags |= flag;
  for (const [core, flag] of SUBCLASS_FLAGS) if (flag !== 0 && type === core) flags |= flag;
  if (type === PyExc_BaseException) flags |= Py_TPFLAGS_BASE_EXC_SUBCLASS;
  setPtr(type + PyTypeObject.tp_flags, flags);
  if (ssize(type + PyTypeObject.tp_basicsize) === 0) {
    setSsize(type + PyTypeObject.tp_basicsize, ssize(base + PyTypeObject.tp_basicsize));
  }
  for (const offset of [PyTypeObject.tp_itemsize, PyTypeObject.tp_weaklistoffset, PyTypeObject.tp_dictoffset]) {
    if (ssize(type + offset) === 0) setSsize(type + offset, ssize(base + offset));
  }
  if (ptr(type + PyTypeObject.tp_new) === 0 && isPythonClass(type)) {
    copySlot(type, base, PyTypeObject.tp_new);
  }
}

const TABLES = [
  [PyTypeObject.tp_as_number, PyNumberMethods],
  [PyTypeObject.tp_as_sequence, PySequenceMethods],
  [PyTypeObject.tp_as_mapping, PyMappingMethods],
  [PyTypeObject.tp_as_async, PyAsyncMethods],
  [PyTypeObject.tp_as_buffer, PyBufferProcs],
] as const;

const PLAIN_SLOTS = [
  PyTypeObject.tp_repr,
  PyTypeObject.tp_call,
  PyTypeObject.tp_str,
  PyTypeObject.tp_iter,
  PyTypeObject.tp_iternext,
  PyTypeObject.tp_descr_get,
  PyTypeObject.tp_descr_set,
  PyTypeObject.tp_init,
  PyTypeObject.tp_alloc,
  PyTypeObject.tp_finalize,
  PyTypeObject.tp_del,
  PyTypeObject.tp_is_gc,
];

const COLLECTION_FLAGS = Py_TPFLAGS_SEQUENCE | Py_TPFLAGS_MAPPING;

/** What match takes an instance for: the first class of the order that says sequence or mapping decides. */
function inheritPatternFlags(type: Borrowed, base: Borrowed): void {
  const flags = typeFlags(type);
  if ((flags & COLLECTION_FLAGS) === 0)
    setPtr(type + PyTypeObject.tp_flags, flags | (typeFlags(base) & COLLECTION_FLAGS));
}

function inheritSlots(type: Borrowed, base: Borrowed): void {
  for (const [at, table] of TABLES) {
    const own = ptr(type + at);
    const theirs = ptr(base + at);
    if (own === 0 || theirs === 0 || own === theirs) continue;
    for (let offset = 0; offset < table.sizeof; offset += 8) copySlot(own, theirs, offset);
  }
  copySlot(type, base, PyTypeObject.tp_dealloc);
  if (ptr(type + PyTypeObject.tp_getattr) === 0 && ptr(type + PyTypeObject.tp_getattro) === 0) {
    copySlot(type, base, PyTypeObject.tp_getattr);
    copySlot(type, base, PyTypeObject.tp_getattro);
  }
  if (ptr(type + PyTypeObject.tp_setattr) === 0 && ptr(type + PyTypeObject.tp_setattro) === 0) {
    copySlot(type, base, PyTypeObject.tp_setattr);
    copySlot(type, base, PyTypeObject.tp_setattro);
  }
  // Comparison and hash are inherited together or not at all.
  if (ptr(type + PyTypeObject.tp_richcompare) === 0 && ptr(type + PyTypeObject.tp_hash) === 0 && !overridesHash(type)) {
    copySlot(type, base, PyTypeObject.tp_richcompare);
    copySlot(type, base, PyTypeObject.tp_hash);
  }
  const flags = typeFlags(type);
  const baseFlags = typeFlags(base);
  if (ptr(type + PyTypeObject.tp_call) === 0 && ssize(type + PyTypeObject.tp_vectorcall_offset) === 0) {
    setSsize(type + PyTypeObject.tp_vectorcall_offset, ssize(base + PyTypeObject.tp_vectorcall_offset));
    if (baseFlags & Py_TPFLAGS_HAVE_VECTORCALL)
      setPtr(type + PyTypeObject.tp_flags, flags | Py_TPFLAGS_HAVE_VECTORCALL);
  }
  if (
    baseFlags & Py_TPFLAGS_METHOD_DESCRIPTOR &&
    flags & Py_TPFLAGS_IMMUTABLETYPE &&
    ptr(type + PyTypeObject.tp_descr_get) === 0
  ) {
    setPtr(type + PyTypeObject.tp_flags, typeFlags(type) | Py_TPFLAGS_METHOD_DESCRIPTOR);
  }
  for (const offset of PLAIN_SLOTS) copySlot(type, base, offset);
  if ((flags & Py_TPFLAGS_HAVE_GC) === (baseFlags & Py_TPFLAGS_HAVE_GC)) copySlot(type, base, PyTypeObject.tp_free);
  else if (flags & Py_TPFLAGS_HAVE_GC && ptr(type + PyTypeObject.tp_free) === 0) {
    setPtr(type + PyTypeObject.tp_free, gcFreeText);
  }
}

const HASH_NAMES = ["__eq__", "__hash__"].map((name) => identifier(name));
function overridesHash(type: Borrowed): boolean {
  const dict = typeDict(type);
  return HASH_NAMES.some((name) => PyDict_Contains(dict, name) > 0);
}

/** A type without a table of its own uses its base's. */
function inheritTables(type: Borrowed, base: Borrowed): void {
  if (base === 0) return;
  for (const [at] of TABLES) copySlot(type, base, at);
}

const id_doc = identifier("__doc__");
const id_hash = identifier("__hash__");
const id_new = identifier("__new__");

function setDocument(type: Borrowed): number {
  const dict = typeDict(type);
  if (PyDict_Contains(dict, id_doc) > 0) return 0;
  const docAt = ptr(type + PyTypeObject.tp_doc);
  if (docAt === 0) return PyDict_SetItem(dict, id_doc, Py_None);
  const doc = PyUnicode_FromString(cfunctionDocument(shortName(type), textOfCString(docAt)));
  if (doc === 0) return -1;
  const status = PyDict_SetItem(dict, id_doc, doc);
  decref(doc);
  return status;
}

function setHash(type: Borrowed): number {
  if (ptr(type + PyTypeObject.tp_hash) !== 0) return 0;
  const dict = typeDict(type);
  if (PyDict_Contains(dict, id_hash) > 0) return 0;
  if (PyDict_SetItem(dict, id_hash, Py_None) < 0) return -1;
  setPtr(type + PyTypeObject.tp_hash, hashNotImplemented);
  return 0;
}

/** __new__ of a built-in type that has its own; those that cannot be called say so. */
function setNew(type: Borrowed, base: Borrowed): number {
  const isStatic = (typeFlags(type) & Py_TPFLAGS_HEAPTYPE) === 0;
  if (ptr(type + PyTypeObject.tp_new) === 0 && base === PyBaseObject_Type && isStatic) {
    setPtr(type + PyTypeObject.tp_flags, typeFlags(type) | Py_TPFLAGS_DISALLOW_INSTANTIATION);
  }
  if (typeFlags(type) & Py_TPFLAGS_DISALLOW_INSTANTIATION) {
    setPtr(type + PyTypeObject.tp_new, 0);
    return 0;
  }
  if (ptr(type + PyTypeObject.tp_new) !== 0) {
    if (
      ptr(type + PyTypeObject.tp_new) === ptr(PyBaseObject_Type + PyTypeObject.tp_new) &&
      type !== PyBaseObject_Type
    ) {
      return 0;
    }
    const dict = typeDict(type);
    if (PyDict_Contains(dict, id_new) > 0) return 0;
    const wrapper = newMethodOf(type);
    if (wrapper === 0) return -1;
    const status = PyDict_SetItem(dict, id_new, wrapper);
    decref(wrapper);
    return status;
  }
  copySlot(type, base, PyTypeObject.tp_new);
  return 0;
}

/** add_subclass for each base: a dict from the subclass's address to a weak reference. */
export function registerSubclass(type: Borrowed): number {
  const bases = ptr(type + PyTypeObject.tp_bases);
  for (let i = 0; i < sizeOf(bases); i++) {
    const base = PyTuple_GET_ITEM(bases, i);
    const slot = typeSubclassesSlot(base);
    if (ptr(slot) === 0) {
      const dict = PyDict_New();
      if (dict === 0) return -1;
      setPtr(slot, dict);
    }
    const key = PyLong_FromNumber(type);
    const reference = newWeakReference(type);
    if (key === 0 || reference === 0) return raiseInt(PyExc_TypeError, "cannot register a subclass");
    const status = PyDict_SetItem(ptr(slot), key, reference);
    decref(key);
    decref(reference);
    if (status < 0) return -1;
  }
  return 0;
}
