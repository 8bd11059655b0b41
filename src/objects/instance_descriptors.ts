// __dict__ and __weakref__ of instances of classes: static definitions that every class with such a slot uses.

import { reserveStatic } from "../memory/data.ts";
import { type Address, type Borrowed, type Owned, ptr, setPtr, ssize } from "../memory/memory.ts";
import { PyGetSetDef, PyTypeObject } from "../memory/structs/object.ts";
import { text, textFunction } from "../memory/text.ts";
import { cstring, declareInitializer } from "./declare.ts";
import { _PyObject_ComputedDictPointer, _PyObject_SetManagedDict, PyObject_GenericGetDict } from "./dict_instance.ts";
import { INSTANCE } from "./docstrings.ts";
import { raise, raiseInt, typeNameOf } from "./errors.ts";
import { identifier } from "./identifiers.ts";
import {
  isDict,
  newRef,
  Py_TPFLAGS_HEAPTYPE,
  Py_TPFLAGS_MANAGED_DICT,
  replaceSlot,
  typeFlags,
  typeOf,
} from "./object.ts";
import { _PyType_Lookup } from "./type_lookup.ts";
import { Py_None, PyExc_TypeError } from "./types.ts";
import { weaklistSlot } from "./weakref_core.ts";

const id_dict = identifier("__dict__");

function define(
  name: string,
  get: (o: Borrowed) => Owned,
  set: ((o: Borrowed, value: Borrowed) => number) | null,
): Address {
  const at = reserveStatic(PyGetSetDef.sizeof);
  const nameAt = cstring(name);
  const getAt = text(`subtype_${name}`, get);
  const setAt = set === null ? 0 : text(`subtype_set_${name}`, set);
  declareInitializer((docstrings) => {
    setPtr(at + PyGetSetDef.name, nameAt);
    setPtr(at + PyGetSetDef.get, getAt);
    setPtr(at + PyGetSetDef.set, setAt);
    setPtr(at + PyGetSetDef.doc, docstrings.at(INSTANCE, name));
    setPtr(at + PyGetSetDef.closure, 0);
  });
  return at;
}

/** get_builtin_base_with_dict: the type whose own __dict__ is that of such instances, or 0. */
function builtinBaseWithDict(o: Borrowed): Borrowed {
  for (let type = typeOf(o); ptr(type + PyTypeObject.tp_base) !== 0; type = ptr(type + PyTypeObject.tp_base)) {
    if (ssize(type + PyTypeObject.tp_dictoffset) !== 0 && (typeFlags(type) & Py_TPFLAGS_HEAPTYPE) === 0) return type;
  }
  return 0;
}

/** The getset descriptor of a built-in base, Borrowed: 0 with an error set where it takes no such call. */
function baseDescriptor(base: Borrowed, o: Borrowed, slot: number): Borrowed {
  const descriptor = _PyType_Lookup(base, id_dict);
  if (descriptor !== 0 && ptr(typeOf(descriptor) + slot) !== 0) return descriptor;
  return raise(PyExc_TypeError, `this __dict__ descriptor does not support '${typeNameOf(o)}' objects`);
}

function getDict(o: Borrowed): Owned {
  const base = builtinBaseWithDict(o);
  if (base === 0) return PyObject_GenericGetDict(o);
  const descriptor = baseDescriptor(base, o, PyTypeObject.tp_descr_get);
  if (descriptor === 0) return 0;
  return textFunction(ptr(typeOf(descriptor) + PyTypeObject.tp_descr_get))(descriptor, o, typeOf(o));
}

function setDict(o: Borrowed, value: Borrowed): number {
  const base = builtinBaseWithDict(o);
  if (base !== 0) {
    const descriptor = baseDescriptor(base, o, PyTypeObject.tp_descr_set);
    if (descriptor === 0) return -1;
    return textFunction(ptr(typeOf(descriptor) + PyTypeObject.tp_descr_set))(descriptor, o, value);
  }
  if (value !== 0 && !isDict(value)) {
    return raiseInt(PyExc_TypeError, `__dict__ must be set to a dictionary, not a '${typeNameOf(value)}'`);
  }
  if (typeFlags(typeOf(o)) & Py_TPFLAGS_MANAGED_DICT) return _PyObject_SetManagedDict(o, value);
  const slot = _PyObject_ComputedDictPointer(o);
  if (slot === 0) return raiseInt(PyExc_TypeError, "This object has no __dict__");
  replaceSlot(slot, value === 0 ? 0 : newRef(value));
  return 0;
}

/** PyGetSetDef of __dict__. */
export const instanceDictDescriptor = define("__dict__", getDict, setDict);
/** PyGetSetDef of __weakref__. */
export const weakrefDescriptor = define(
  "__weakref__",
  (o: Borrowed): Owned => {
    const slot = weaklistSlot(o);
    const first = slot === 0 ? 0 : ptr(slot);
    return newRef(first === 0 ? Py_None : first);
  },
  null,
);
