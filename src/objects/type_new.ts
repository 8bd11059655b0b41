// type.__new__: making a heap type from a name, bases and a namespace; layout, slots and metaclass are decided here.

import { objectMalloc } from "../memory/allocators.ts";
import {
  type Address,
  type Borrowed,
  type Owned,
  ptr,
  setI32,
  setPtr,
  setSsize,
  setU8,
  ssize,
  writeBytes,
} from "../memory/memory.ts";
import { PyCellObject } from "../memory/structs/code.ts";
import { PyHeapTypeObject, PyMemberDef, PyTypeObject } from "../memory/structs/object.ts";
import { text, textFunction } from "../memory/text.ts";
import { PyIter_Next, PyObject_GetIter, PyObject_GetOptionalAttr } from "./abstract.ts";
import { pushCallTwoArgs } from "./call.ts";
import { currentGlobals } from "./current_globals.ts";
import { MEMBER_TYPES } from "./declare.ts";
import {
  nextKey,
  nextValue,
  PyDict_Contains,
  PyDict_DelItem,
  PyDict_GetItemWithError,
  PyDict_Next,
  PyDict_SetItem,
} from "./dict_core.ts";
import { _PyDict_NewKeysForClass } from "./dict_keys.ts";
import { PyDict_Copy } from "./dict_merge.ts";
import { _PyDict_HasOnlyStringKeys } from "./dict_object.ts";
import {
  argumentTypeName,
  PyErr_Clear,
  PyErr_GetRaisedException,
  PyErr_NoMemory,
  PyErr_Occurred,
  PyErr_SetRaisedException,
  raise,
  shownAs,
  typeName,
  typeNameOf,
  WHOLE,
} from "./errors.ts";
import {
  currentFrame,
  finishNative,
  nativeLocal,
  PUSHED,
  pushNative,
  setNativeLocal,
  settle,
  takeNativeLocal,
} from "./frames.ts";
import { identifier } from "./identifiers.ts";
import { PyList_Append, PyList_AsTuple, PyList_New, PyList_Sort } from "./list.ts";
import {
  decref,
  incref,
  isDict,
  isSubtype,
  isTuple,
  isType,
  isUnicode,
  newRef,
  Py_TPFLAGS_BASETYPE,
  Py_TPFLAGS_HAVE_GC,
  Py_TPFLAGS_HEAPTYPE,
  Py_TPFLAGS_INLINE_VALUES,
  Py_TPFLAGS_MANAGED_DICT,
  Py_TPFLAGS_MANAGED_WEAKREF,
  sizeOf,
  typeFlags,
  typeOf,
} from "./object.ts";
import { newClassMethod, newStaticMethod } from "./static_class_method.ts";
import { pushSuperInitSubclass } from "./super.ts";
import { emptyTuple, PyTuple_GET_ITEM, PyTuple_New, PyTuple_Pack, PyTuple_SET_ITEM } from "./tuple_core.ts";
import { gcFreeText, genericAlloc, heapMembers, subtypeClear, subtypeDealloc, subtypeTraverse } from "./type_alloc.ts";
import { _PyType_Lookup, typeDict } from "./type_lookup.ts";
import { shortName } from "./type_names.ts";
import { PyType_Ready } from "./type_ready.ts";
import { updateAllSlots } from "./type_slots.ts";
import {
  Py_None,
  PyBaseObject_Type,
  PyCell_Type,
  PyExc_RuntimeWarning,
  PyExc_TypeError,
  PyExc_ValueError,
  PyFunction_Type,
  PyType_Type,
} from "./types.ts";
import { PyUnicode_FromString, textOf, wtf8Of } from "./unicode_core.ts";
import { isIdentifier } from "./unicode_identifier.ts";
import { PyUnicode_InternInPlace } from "./unicode_intern.ts";
import { PyErr_WarnEx } from "./warn.ts";

const id = identifier;
const id_slots = id("__slots__");
const _id_dict = id("__dict__");
const _id_weakref = id("__weakref__");
const id_module = id("__module__");
const id_name = id("__name__");
const id_qualname = id("__qualname__");
const id_doc = id("__doc__");
const id_new = id("__new__");
const id_init_subclass = id("__init_subclass__");
const id_class_getitem = id("__class_getitem__");
const id_set_name = id("__set_name__");
const id_add_note = id("add_note");
const id_classcell = id("__classcell__");
const id_classdictcell = id("__classdictcell__");
const id_mro_entries = id("__mro_entries__");

/** The most derived metaclass of a class's bases: borrowed, or 0 with TypeError set. */
export function _PyType_CalculateMetaclass(metatype: Borrowed, bases: Borrowed): Borrowed {
  let winner = metatype;
  for (let i = 0; i < sizeOf(bases); i++) {
    const type = typeOf(PyTuple_GET_ITEM(bases, i));
    if (isSubtype(winner, type)) continue;
    if (isSubtype(type, winner)) {
      winner = type;
      continue;
    }
    return raise(
      PyExc_TypeError,
      "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases",
    );
  }
  return winner;
}

/** best_base: borrowed, or 0 with TypeError set. */
export function bestBase(bases: Borrowed): Borrowed {
  let best = 0;
  let winner = 0;
  for (let i = 0; i < sizeOf(bases); i++) {
    const base = PyTuple_GET_ITEM(bases, i);
    if (!isType(base)) return raise(PyExc_TypeError, "bases must be types");
    if ((typeFlags(base) & Py_TPFLAGS_BASETYPE) === 0) {
      return raise(PyExc_TypeError, `type '${typeName(base)}' is not an acceptable base type`);
    }
    const candidate = solidBase(base);
    if (winner === 0 || (!isSubtype(winner, candidate) && isSubtype(candidate, winner))) {
      winner = candidate;
      best = base;
    } else if (!isSubtype(winner, candidate)) {
      return raise(PyExc_TypeError, "multiple bases have instance lay-out conflict");
    }
  }
  return best;
}

/** Whether instances of a type may have a dict: they get one unless the base's have. */
function mayAddDict(base: Borrowed): boolean {
  return ssize(base + PyTypeObject.tp_dictoffset) === 0;
}
function mayAddWeak(base: Borrowed): boolean {
  return ssize(base + PyTypeObject.tp_weaklistoffset) === 0 && ssize(base + PyTypeObject.tp_itemsize) === 0;
}

/** type(x), or type(name, bases, dict, **kwargs): tp_new of type. May answer PUSHED. */
export function type_new(metatype: Borrowed, args: Borrowed, kwargs: Borrowed): Owned {
  if (sizeOf(args) !== 3) {
    return raise(PyExc_TypeError, `type.__new__() takes exactly 3 arguments (${sizeOf(args)} given)`);
  }
  const name = PyTuple_GET_ITEM(args, 0);
  let bases = PyTuple_GET_ITEM(args, 1);
  const namespace = PyTuple_GET_ITEM(args, 2);
  if (!isUnicode(name))
    return raise(PyExc_TypeError, `type.__new__() argument 1 must be str, not ${argumentTypeName(name, 50)}`);
  if (!isTuple(bases))
    return raise(PyExc_TypeError, `type.__new__() argument 2 must be tuple, not ${argumentTypeName(bases, 50)}`);
  if (!isDict(namespace)) {
    return raise(PyExc_TypeError, `type.__new__() argument 3 must be dict, not ${argumentTypeName(namespace, 50)}`);
  }
  let base: Borrowed;
  if (sizeOf(bases) === 0) {
    base = PyBaseObject_Type;
    bases = PyTuple_Pack(base);
    if (bases === 0) return PyErr_NoMemory();
  } else {
    for (let i = 0; i < sizeOf(bases); i++) {
      const entry = PyTuple_GET_ITEM(bases, i);
      if (isType(entry)) continue;
      const entries = PyObject_GetOptionalAttr(entry, id_mro_entries);
      if (entries === 0) {
        if (PyErr_Occurred()) return 0;
        continue;
      }
      decref(entries);
      return raise(PyExc_TypeError, "type() doesn't support MRO entry resolution; use types.new_class()");
    }
    const winner = _PyType_CalculateMetaclass(metatype, bases);
    if (winner === 0) return 0;
    if (winner !== metatype) {
      const make = ptr(winner + PyTypeObject.tp_new);
      if (make !== ptr(PyType_Type + PyTypeObject.tp_new)) return textFunction(make)(winner, args, kwargs);
      metatype = winner;
    }
    base = bestBase(bases);
    if (base === 0) return 0;
    incref(bases);
  }
  const dict = PyDict_Copy(namespace);
  if (dict === 0) {
    decref(bases);
    return 0;
  }
  const type = buildType(metatype, name, bases, base, dict);
  if (type === 0) return 0;
  return notifyNewType(type, kwargs);
}

/** Makes the type object. Steals bases and dict. */
function buildType(metatype: Borrowed, name: Borrowed, bases: Owned, base: Borrowed, dict: Owned): Owned {
  const fail = (): 0 => {
    decref(bases);
    decref(dict);
    return 0;
  };
  // -- __slots__
  let slots = PyDict_GetItemWithError(dict, id_slots);
  if (slots === 0 && PyErr_Occurred()) return fail();
  let addDict = false;
  let addWeak = false;
  let slotNames: Owned = 0;
  if (slots === 0) {
    addDict = mayAddDict(base);
    addWeak = mayAddWeak(base);
  } else {
    if (isUnicode(slots)) slots = PyTuple_Pack(slots);
    else slots = tupleOf(slots);
    if (slots === 0) return fail();
    const result = checkSlots(name, slots, base, dict, bases);
    decref(slots);
    if (result === null) return fail();
    addDict = result.addDict;
    addWeak = result.addWeak;
    slotNames = result.names;
  }
  const slotCount = slotNames === 0 ? 0 : sizeOf(slotNames);
  // -- the object
  const type = textFunction(ptr(metatype + PyTypeObject.tp_alloc))(metatype, slotCount);
  if (type === 0) {
    if (slotNames !== 0) decref(slotNames);
    return fail();
  }
  // All classes are collected: an instance may be kept by its own class.
  let flags = Py_TPFLAGS_HEAPTYPE | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC;
  setPtr(type + PyTypeObject.tp_flags, flags);
  setPtr(type + PyTypeObject.tp_as_async, type + PyHeapTypeObject.as_async);
  setPtr(type + PyTypeObject.tp_as_sequence, type + PyHeapTypeObject.as_sequence);
  setPtr(type + PyTypeObject.tp_as_mapping, type + PyHeapTypeObject.as_mapping);
  setPtr(type + PyTypeObject.tp_as_number, type + PyHeapTypeObject.as_number);
  setPtr(type + PyTypeObject.tp_as_buffer, type + PyHeapTypeObject.as_buffer);
  setPtr(type + PyTypeObject.tp_bases, bases);
  setPtr(type + PyTypeObject.tp_base, newRef(base));
  setPtr(type + PyTypeObject.tp_dict, dict);
  setPtr(type + PyHeapTypeObject.ht_name, newRef(name));
  setPtr(type + PyHeapTypeObject.ht_slots, slotNames);
  if (!setTypeName(type, name)) return abandon(type);
  // -- module, qualname, doc
  if (PyDict_Contains(dict, id_module) === 0) {
    const globals = currentGlobals();
    const module = globals === 0 ? 0 : PyDict_GetItemWithError(globals, id_name);
    if (module !== 0 && PyDict_SetItem(dict, id_module, module) < 0) return abandon(type);
  }
  const qualname = PyDict_GetItemWithError(dict, id_qualname);
  if (qualname !== 0) {
    if (!isUnicode(qualname)) {
      raise(PyExc_TypeError, `type __qualname__ must be a str, not ${typeNameOf(qualname, WHOLE)}`);
      return abandon(type);
    }
    setPtr(type + PyHeapTypeObject.ht_qualname, newRef(qualname));
    if (PyDict_DelItem(dict, id_qualname) < 0) return abandon(type);
  } else setPtr(type + PyHeapTypeObject.ht_qualname, newRef(name));
  const doc = PyDict_GetItemWithError(dict, id_doc);
  if (doc !== 0 && isUnicode(doc)) {
    if (asUtf8(doc) === 0) return abandon(type);
    const bytes = wtf8Of(doc);
    const at = objectMalloc(bytes.length + 1);
    if (at === 0) {
      PyErr_NoMemory();
      return abandon(type);
    }
    writeBytes(at, bytes);
    setU8(at + bytes.length, 0);
    setPtr(type + PyTypeObject.tp_doc, at);
  }
  // -- functions that are static or class methods by their name
  if (wrapFunction(dict, id_new, newStaticMethod) < 0) return abandon(type);
  if (wrapFunction(dict, id_init_subclass, newClassMethod) < 0) return abandon(type);
  if (wrapFunction(dict, id_class_getitem, newClassMethod) < 0) return abandon(type);
  // -- layout
  let offset = ssize(base + PyTypeObject.tp_basicsize);
  let member = heapMembers(type);
  for (let i = 0; i < slotCount; i++, member += PyMemberDef.sizeof, offset += 8) {
    const slotName = PyTuple_GET_ITEM(slotNames, i);
    setPtr(member + PyMemberDef.name, textInType(type, slotName));
    setI32(member + PyMemberDef.type, MEMBER_TYPES.object_ex);
    setSsize(member + PyMemberDef.offset, offset);
    setI32(member + PyMemberDef.flags, 0);
    setPtr(member + PyMemberDef.doc, 0);
  }
  if (addDict) {
    flags |= Py_TPFLAGS_MANAGED_DICT;
    setSsize(type + PyTypeObject.tp_dictoffset, -1);
  }
  if (addWeak) {
    flags |= Py_TPFLAGS_MANAGED_WEAKREF;
    setSsize(type + PyTypeObject.tp_weaklistoffset, -32);
  }
  setSsize(type + PyTypeObject.tp_basicsize, offset);
  setSsize(type + PyTypeObject.tp_itemsize, ssize(base + PyTypeObject.tp_itemsize));
  setPtr(type + PyTypeObject.tp_members, heapMembers(type));
  setPtr(type + PyTypeObject.tp_flags, flags);
  setPtr(type + PyTypeObject.tp_dealloc, subtypeDealloc);
  setPtr(type + PyTypeObject.tp_alloc, genericAlloc);
  setPtr(type + PyTypeObject.tp_free, gcFreeText);
  setPtr(type + PyTypeObject.tp_traverse, subtypeTraverse);
  setPtr(type + PyTypeObject.tp_clear, subtypeClear);
  const cell = PyDict_GetItemWithError(dict, id_classcell);
  if (cell !== 0) {
    if (typeOf(cell) !== PyCell_Type) {
      raise(PyExc_TypeError, `__classcell__ must be a nonlocal cell, not <class '${typeNameOf(cell)}'>`);
      return abandon(type);
    }
    const old = ptr(cell + PyCellObject.ob_ref);
    setPtr(cell + PyCellObject.ob_ref, newRef(type));
    if (old !== 0) decref(old);
    if (PyDict_DelItem(dict, id_classcell) < 0) return abandon(type);
  }
  const dictCell = PyDict_GetItemWithError(dict, id_classdictcell);
  if (dictCell !== 0) {
    const old = ptr(dictCell + PyCellObject.ob_ref);
    setPtr(dictCell + PyCellObject.ob_ref, newRef(dict));
    if (old !== 0) decref(old);
    if (PyDict_DelItem(dict, id_classdictcell) < 0) return abandon(type);
  }
  if (addDescriptors(type, addDict, addWeak) < 0 || PyType_Ready(type) < 0) return abandon(type);
  updateAllSlots(type);
  if (!_PyDict_HasOnlyStringKeys(dict)) {
    const text = `non-string key in the __dict__ of class ${typeName(type)}`;
    if (PyErr_WarnEx(PyExc_RuntimeWarning, text, 1) < 0) return abandon(type);
  }
  if (ssize(type + PyTypeObject.tp_dictoffset) === -1) {
    const keys = _PyDict_NewKeysForClass();
    setPtr(type + PyHeapTypeObject.ht_cached_keys, keys);
    if (
      typeFlags(type) & Py_TPFLAGS_MANAGED_DICT &&
      ssize(type + PyTypeObject.tp_itemsize) === 0 &&
      ssize(type + PyTypeObject.tp_basicsize) === ssize(PyBaseObject_Type + PyTypeObject.tp_basicsize)
    ) {
      setPtr(type + PyTypeObject.tp_flags, typeFlags(type) | Py_TPFLAGS_INLINE_VALUES);
    }
  }
  return type;
}

let addDescriptors: (type: Borrowed, addDict: boolean, addWeak: boolean) => number = () => 0;
/** type.ts registers what adds the descriptors of slots, __dict__ and __weakref__ to a new class's dict. */
export function setAddDescriptors(add: (type: Borrowed, addDict: boolean, addWeak: boolean) => number): void {
  addDescriptors = add;
}

function abandon(type: Owned): 0 {
  decref(type);
  return 0;
}

/** tp_name of a class: UTF-8 owned by the type. */
export function setTypeName(type: Borrowed, name: Borrowed): boolean {
  const bytes = wtf8Of(name);
  if (bytes.includes(0)) {
    raise(PyExc_ValueError, "type name must not contain null characters");
    return false;
  }
  const at = textInType(type, name);
  if (at === 0) return false;
  setPtr(type + PyTypeObject.tp_name, at);
  return true;
}

/** A NUL-terminated copy of a str's UTF-8. The str's own buffer serves for ASCII, as PyUnicode_AsUTF8 gives it. */
function textInType(_type: Borrowed, name: Borrowed): Address {
  return asUtf8(name);
}

import { PyUnicode_AsUTF8 as asUtf8 } from "./unicode_utf8.ts";

function wrapFunction(dict: Borrowed, name: Borrowed, wrap: (f: Borrowed) => Owned): number {
  const f = PyDict_GetItemWithError(dict, name);
  if (f === 0) return PyErr_Occurred() ? -1 : 0;
  if (typeOf(f) !== PyFunction_Type) return 0;
  const wrapped = wrap(f);
  if (wrapped === 0) return -1;
  const status = PyDict_SetItem(dict, name, wrapped);
  decref(wrapped);
  return status;
}

function tupleOf(iterable: Borrowed): Owned {
  if (isTuple(iterable)) return newRef(iterable);
  const iterator = PyObject_GetIter(iterable);
  if (iterator === 0) return 0;
  const list = PyList_New(0);
  for (;;) {
    const item = PyIter_Next(iterator);
    if (item === 0) break;
    PyList_Append(list, item);
    decref(item);
  }
  decref(iterator);
  const tuple = PyErr_Occurred() ? 0 : PyList_AsTuple(list);
  decref(list);
  return tuple;
}

interface Slots {
  names: Owned;
  addDict: boolean;
  addWeak: boolean;
}

function checkSlots(
  className: Borrowed,
  slots: Borrowed,
  base: Borrowed,
  dict: Borrowed,
  bases: Borrowed,
): Slots | null {
  const count = sizeOf(slots);
  let addDict = false;
  let addWeak = false;
  const stop = (message: string, type = PyExc_TypeError): null => {
    raise(type, message);
    return null;
  };
  if (count > 0 && ssize(base + PyTypeObject.tp_itemsize) !== 0) {
    return stop(`nonempty __slots__ not supported for subtype of '${shortName(base)}'`);
  }
  const list = PyList_New(0);
  if (list === 0) return null;
  for (let i = 0; i < count; i++) {
    const name = PyTuple_GET_ITEM(slots, i);
    if (!isUnicode(name)) return stop(`__slots__ items must be strings, not '${typeNameOf(name)}'`);
    if (!isIdentifier(name)) return stop("__slots__ must be identifiers");
    const content = textOf(name);
    if (content === "__dict__") {
      if (!mayAddDict(base) || addDict) return stop("__dict__ slot disallowed: we already got one");
      addDict = true;
      continue;
    }
    if (content === "__weakref__") {
      if (!mayAddWeak(base) || addWeak) return stop("__weakref__ slot disallowed: we already got one");
      addWeak = true;
      continue;
    }
    const mangled = mangle(className, name);
    PyList_Append(list, mangled);
    if (PyDict_Contains(dict, mangled) > 0 && content !== "__qualname__" && content !== "__classcell__") {
      const shown = textOf(mangled);
      decref(mangled);
      return stop(`'${shown}' in __slots__ conflicts with class variable`, PyExc_ValueError);
    }
    decref(mangled);
  }
  if (PyList_Sort(list) < 0) return null;
  const names = PyList_AsTuple(list);
  decref(list);
  if (names === 0) return null;
  // A further base may bring a dict or a weak list although this class names neither.
  for (let i = 0; i < sizeOf(bases); i++) {
    const other = PyTuple_GET_ITEM(bases, i);
    if (other === base) continue;
    if (!addDict && mayAddDict(base) && ssize(other + PyTypeObject.tp_dictoffset) !== 0) addDict = true;
    if (!addWeak && mayAddWeak(base) && ssize(other + PyTypeObject.tp_weaklistoffset) !== 0) addWeak = true;
  }
  return { names, addDict, addWeak };
}

/** _Py_Mangle: __name in class C is _C__name. Owned. */
export function mangle(className: Borrowed, name: Borrowed): Owned {
  const content = textOf(name);
  const owner = textOf(className).replace(/^_+/, "");
  if (!content.startsWith("__") || content.endsWith("__") || content.includes(".") || owner === "") return newRef(name);
  const mangled = PyUnicode_FromString(`_${owner}${content}`);
  return mangled === 0 ? 0 : PyUnicode_InternInPlace(mangled);
}

// -- after the type is made: __set_name__ of each value, then __init_subclass__ of the parent ---------------------------

// localsplus: type, kwargs, a copy of the dict's items as a tuple name, value, name, value, …; the item reached next is
// kept as the count of pairs already told, in the tuple's own progress local.
const LOCAL_TYPE = 0;
const LOCAL_KWARGS = 1;
const LOCAL_PAIRS = 2;
const _LOCAL_REST = 3;

function notifyNewType(type: Owned, kwargs: Borrowed): Owned {
  const frame = pushNative(notifyStep, 4);
  if (frame === 0) {
    decref(type);
    return PyErr_NoMemory();
  }
  setNativeLocal(frame, LOCAL_TYPE, type);
  if (kwargs !== 0) setNativeLocal(frame, LOCAL_KWARGS, newRef(kwargs));
  const dict = typeDict(type);
  const pairs: Borrowed[] = [];
  for (let position = PyDict_Next(dict, 0); position > 0; position = PyDict_Next(dict, position)) {
    if (_PyType_Lookup(typeOf(nextValue()), id_set_name) !== 0) pairs.push(nextKey(), nextValue());
  }
  const tuple = PyTuple_New(pairs.length);
  if (tuple === 0) {
    PyErr_NoMemory();
    return finishNative(frame, 0);
  }
  pairs.forEach((value, i) => {
    PyTuple_SET_ITEM(tuple, i, newRef(value));
  });
  setNativeLocal(frame, LOCAL_PAIRS, tuple);
  setNativeState(frame, 0);
  return notify(frame, Py_None);
}

import { nativeState, setNativeState } from "./binary.ts";
import { PyObject_CallMethod } from "./call_method.ts";
import { solidBase } from "./type_layout.ts";

/** The state after all names were told, while __init_subclass__ runs. */
const ALL_TOLD = 0xffff;

function notify(frame: Address, result: Owned): Owned {
  const type = nativeLocal(frame, LOCAL_TYPE);
  for (;;) {
    if (result === PUSHED) return PUSHED;
    if (result === 0) {
      const failed = nativeState(frame);
      if (failed !== ALL_TOLD) noteSetName(type, nativeLocal(frame, LOCAL_PAIRS), failed - 2);
      return finishNative(frame, 0);
    }
    decref(result);
    const pairs = nativeLocal(frame, LOCAL_PAIRS);
    const at = nativeState(frame);
    if (at < sizeOf(pairs)) {
      setNativeState(frame, at + 2);
      const name = PyTuple_GET_ITEM(pairs, at);
      const value = PyTuple_GET_ITEM(pairs, at + 1);
      const base = currentFrame();
      const method = settle(base, pushGetBound(value, id_set_name));
      if (method === 0) {
        if (PyErr_Occurred()) return finishNative(frame, 0);
        result = Py_None;
        continue;
      }
      result = pushCallTwoArgs(method, type, name);
      decref(method);
      continue;
    }
    if (at === ALL_TOLD) {
      const finished = takeNativeLocal(frame, LOCAL_TYPE);
      return finishNative(frame, finished);
    }
    setNativeState(frame, ALL_TOLD);
    result = pushSuperInitSubclass(type, emptyTuple, nativeLocal(frame, LOCAL_KWARGS));
  }
}
const notifyStep = text("type_new_notify", notify);

function pushGetBound(value: Borrowed, name: Borrowed): Owned {
  const found = _PyType_Lookup(typeOf(value), name);
  if (found === 0) return 0;
  const get = ptr(typeOf(found) + PyTypeObject.tp_descr_get);
  return get === 0 ? newRef(found) : textFunction(get)(found, value, typeOf(value));
}

/** The pending error of a __set_name__ gets a note that tells whose it is. */
function noteSetName(type: Borrowed, pairs: Borrowed, at: number): void {
  const exception = PyErr_GetRaisedException();
  const value = typeNameOf(PyTuple_GET_ITEM(pairs, at + 1), 100);
  const told = `Error calling __set_name__ on '${value}' instance ${shownAs(PyTuple_GET_ITEM(pairs, at))} in '${typeName(type, 100)}'`;
  const note = PyUnicode_FromString(told);
  const result = note === 0 ? 0 : PyObject_CallMethod(exception, id_add_note, note);
  for (const o of [note, result]) if (o !== 0) decref(o);
  PyErr_Clear();
  PyErr_SetRaisedException(exception);
}
