// Attributes as object has them: descriptors, the instance's dict or inline values, the class
// (PyObject_GenericGetAttr, PyObject_GenericSetAttr, _PyObject_GetMethod). Descriptors may answer PUSHED.
//
// Order of a look-up: a data descriptor of the class; the instance; any other descriptor; the class's value.
import { type Address, type Borrowed, type Owned, ptr, ssize } from "../memory/memory.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { text, textFunction } from "../memory/text.ts";
import { nameTheAttributeError } from "./attribute_error.ts";
import { PyDict_DelItem, PyDict_GetItemRef, PyDict_SetItem } from "./dict_core.ts";
import {
  _PyObject_ComputedDictPointer,
  _PyObject_GetManagedDict,
  _PyObject_MaterializeManagedDict,
  _PyObject_StoreInstanceAttribute,
  _PyObject_TryGetInstanceAttribute,
  _PyObjectDict_SetItem,
  NOT_INLINE,
  PyObject_GenericGetDict,
} from "./dict_instance.ts";
import {
  PyErr_Clear,
  PyErr_ExceptionMatches,
  PyErr_Occurred,
  raise,
  raiseInt,
  typeName,
  typeNameOf,
} from "./errors.ts";
import {
  decref,
  incref,
  isType,
  isUnicode,
  Py_TPFLAGS_INLINE_VALUES,
  Py_TPFLAGS_MANAGED_DICT,
  Py_TPFLAGS_METHOD_DESCRIPTOR,
  typeFlags,
  typeOf,
} from "./object.ts";
import { _PyType_Lookup } from "./type_lookup.ts";
import { PyExc_AttributeError, PyExc_KeyError, PyExc_TypeError, PyUnicode_Type } from "./types.ts";
import { textOf } from "./unicode_core.ts";

/** The instance's dict if it has been made: borrowed, or 0. */
export function instanceDict(o: Borrowed): Borrowed {
  if (typeFlags(typeOf(o)) & Py_TPFLAGS_MANAGED_DICT) return _PyObject_GetManagedDict(o);
  const slot = _PyObject_ComputedDictPointer(o);
  return slot === 0 ? 0 : ptr(slot);
}

/** AttributeError for o.name, with its name and obj attributes. Answers 0. */
export function raiseNoAttribute(o: Borrowed, name: Borrowed, limitBytes = 100): 0 {
  const what = isType(o) ? `type object '${typeName(o, limitBytes)}'` : `'${typeNameOf(o, limitBytes)}' object`;
  raise(PyExc_AttributeError, `${what} has no attribute '${textOf(name)}'`);
  nameTheAttributeError(o, name);
  return 0;
}

/** tp_getattro of object. May answer PUSHED. */
export function PyObject_GenericGetAttr(o: Borrowed, name: Borrowed): Owned {
  return genericGet(o, name, false);
}

/** _PyObject_GenericGetAttrWithDict; quiet: what is not there is 0 without an error. */
export function genericGet(o: Borrowed, name: Borrowed, quiet: boolean): Owned {
  if (!isUnicode(name)) return raise(PyExc_TypeError, `attribute name must be string, not '${typeNameOf(name)}'`);
  const type = typeOf(o);
  const descriptor = _PyType_Lookup(type, name);
  let get = 0;
  if (descriptor !== 0) {
    const descriptorType = typeOf(descriptor);
    get = ptr(descriptorType + PyTypeObject.tp_descr_get);
    if (get !== 0 && ptr(descriptorType + PyTypeObject.tp_descr_set) !== 0) {
      incref(descriptor);
      const result = textFunction(get)(descriptor, o, type);
      decref(descriptor);
      return result;
    }
  }
  // A key of the instance's dict may be compared by a program, which may take the descriptor away.
  if (descriptor !== 0) incref(descriptor);
  const own = instanceAttribute(o, type, name);
  if (own !== 0 || PyErr_Occurred() !== 0) {
    if (descriptor !== 0) decref(descriptor);
    return own;
  }
  if (get !== 0) {
    const result = textFunction(get)(descriptor, o, type);
    decref(descriptor);
    return result;
  }
  if (descriptor !== 0) return descriptor;
  if (quiet) return 0;
  return raiseNoAttribute(o, name);
}

/** A name in the instance itself: Owned, or 0 (with or without an error). */
function instanceAttribute(o: Borrowed, type: Borrowed, name: Borrowed): Owned {
  const flags = typeFlags(type);
  let dict: Address;
  if (flags & Py_TPFLAGS_MANAGED_DICT) {
    if (flags & Py_TPFLAGS_INLINE_VALUES) {
      const value = typeOf(name) === PyUnicode_Type ? _PyObject_TryGetInstanceAttribute(o, name) : NOT_INLINE;
      if (value !== NOT_INLINE) return value;
      dict = _PyObject_MaterializeManagedDict(o);
    } else dict = _PyObject_GetManagedDict(o);
  } else {
    if (ssize(type + PyTypeObject.tp_dictoffset) === 0) return 0;
    const slot = _PyObject_ComputedDictPointer(o);
    dict = slot === 0 ? 0 : ptr(slot);
  }
  if (dict === 0) return 0;
  incref(dict);
  const value = PyDict_GetItemRef(dict, name);
  decref(dict);
  return value;
}

/** tp_setattro of object; value 0 deletes. May answer PUSHED. */
export function PyObject_GenericSetAttr(o: Borrowed, name: Borrowed, value: Borrowed): number {
  if (!isUnicode(name)) {
    return raiseInt(PyExc_TypeError, `attribute name must be string, not '${typeNameOf(name)}'`);
  }
  const type = typeOf(o);
  const descriptor = _PyType_Lookup(type, name);
  if (descriptor !== 0) {
    const set = ptr(typeOf(descriptor) + PyTypeObject.tp_descr_set);
    if (set !== 0) {
      incref(descriptor);
      const status = textFunction(set)(descriptor, o, value);
      decref(descriptor);
      return status;
    }
  }
  const flags = typeFlags(type);
  if (flags & Py_TPFLAGS_MANAGED_DICT) {
    if (flags & Py_TPFLAGS_INLINE_VALUES) {
      return checkMissing(o, type, name, _PyObject_StoreInstanceAttribute(o, name, value));
    }
    const dict = PyObject_GenericGetDict(o);
    if (dict === 0) return -1;
    const status = storeInDict(o, type, dict, name, value);
    decref(dict);
    return status;
  }
  const slot = _PyObject_ComputedDictPointer(o);
  if (slot === 0) {
    if (descriptor !== 0) {
      return raiseInt(PyExc_AttributeError, `'${typeName(type, 50)}' object attribute '${textOf(name)}' is read-only`);
    }
    const hint =
      ptr(type + PyTypeObject.tp_setattro) === genericSetAttr ? " and no __dict__ for setting new attributes" : "";
    raise(PyExc_AttributeError, `'${typeName(type, 100)}' object has no attribute '${textOf(name)}'${hint}`);
    nameTheAttributeError(o, name);
    return -1;
  }
  if (ptr(slot) === 0) {
    if (value === 0) return missing(o, type, name);
    return _PyObjectDict_SetItem(type, slot, name, value);
  }
  return storeInDict(o, type, ptr(slot), name, value);
}

function storeInDict(o: Borrowed, type: Borrowed, dict: Borrowed, name: Borrowed, value: Borrowed): number {
  incref(dict);
  const status = value === 0 ? PyDict_DelItem(dict, name) : PyDict_SetItem(dict, name, value);
  decref(dict);
  return checkMissing(o, type, name, status);
}

/** A dict's KeyError is AttributeError here. */
function checkMissing(o: Borrowed, type: Borrowed, name: Borrowed, status: number): number {
  if (status >= 0 || !PyErr_ExceptionMatches(PyExc_KeyError)) return status;
  PyErr_Clear();
  return missing(o, type, name);
}

function missing(o: Borrowed, type: Borrowed, name: Borrowed): -1 {
  if (isType(o)) raise(PyExc_AttributeError, `type object '${typeName(o, 50)}' has no attribute '${textOf(name)}'`);
  else raise(PyExc_AttributeError, `'${typeName(type, 100)}' object has no attribute '${textOf(name)}'`);
  nameTheAttributeError(o, name);
  return -1;
}

/** Text addresses of the generic functions: slots are compared with them. */
export const genericGetAttr = text("PyObject_GenericGetAttr", PyObject_GenericGetAttr);
export const genericSetAttr = text("PyObject_GenericSetAttr", PyObject_GenericSetAttr);

// -- methods about to be called ----------------------------------------------------------------------------------------

let foundUnbound = false;

/** After pushGetMethod: whether what it found is a function of the class that wants the owner as its first argument. */
export function methodIsUnbound(): boolean {
  return foundUnbound;
}

/** super.ts finds methods in the same way. */
export function setMethodUnbound(unbound: boolean): void {
  foundUnbound = unbound;
}

/** _PyObject_GetMethod: like pushGetAttr, but a method of the class comes unbound (methodIsUnbound). */
export function pushGetMethod(o: Borrowed, name: Borrowed): Owned {
  foundUnbound = false;
  const type = typeOf(o);
  const getattro = ptr(type + PyTypeObject.tp_getattro);
  if (getattro !== genericGetAttr) return textFunction(getattro)(o, name);
  const descriptor = _PyType_Lookup(type, name);
  if (descriptor !== 0 && typeFlags(typeOf(descriptor)) & Py_TPFLAGS_METHOD_DESCRIPTOR) {
    incref(descriptor);
    const own = instanceAttribute(o, type, name);
    if (own !== 0 || PyErr_Occurred() !== 0) {
      decref(descriptor);
      return own;
    }
    foundUnbound = true;
    return descriptor;
  }
  return genericGet(o, name, false);
}
