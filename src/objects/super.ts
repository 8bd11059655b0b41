// super(): the attributes of the next class in the method resolution order.
import { gcTrack, gcUntrack } from "../gc/link.ts";
import { type Address, type Borrowed, i32, type Owned, ptr, u8 } from "../memory/memory.ts";
import { _PyInterpreterFrame, PyCellObject, PyCodeObject } from "../memory/structs/code.ts";
import { superobject } from "../memory/structs/descriptors.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { PyBytesObject } from "../memory/structs/text.ts";
import { textFunction } from "../memory/text.ts";
import { PyObject_GetOptionalAttr } from "./abstract.ts";
import { genericGetAttr, PyObject_GenericGetAttr, setMethodUnbound } from "./attributes.ts";
import { pushCallNoArgs, pushCallTwoArgs } from "./call.ts";
import { pushCall } from "./call_object.ts";
import { currentPythonFrame } from "./current_globals.ts";
import { declareType } from "./declare.ts";
import { PyDict_GetItemWithError } from "./dict_core.ts";
import { PyErr_Occurred, raise, raiseInt, typeName, typeNameOf } from "./errors.ts";
import { currentFrame, settle } from "./frames.ts";
import { identifier } from "./identifiers.ts";
import {
  clearSlot,
  decref,
  incref,
  isSubtype,
  isType,
  newRef,
  Py_TPFLAGS_BASETYPE,
  Py_TPFLAGS_HAVE_GC,
  Py_TPFLAGS_METHOD_DESCRIPTOR,
  replaceSlot,
  sizeOf,
  typeFlags,
  typeOf,
  xnewRef,
} from "./object.ts";
import { PyTuple_GET_ITEM } from "./tuple_core.ts";
import { freeInstance } from "./type_alloc.ts";
import { typeDict } from "./type_lookup.ts";
import { shortName } from "./type_names.ts";
import { Py_None, PyCell_Type, PyExc_RuntimeError, PyExc_TypeError, PySuper_Type } from "./types.ts";
import { _PyUnicode_EqualToASCIIString, PyUnicode_FromString } from "./unicode_core.ts";

const id_class = identifier("__class__");
const id_init_subclass = identifier("__init_subclass__");

/** A name in the classes behind `type` in the MRO of `objectType`: bound to the object; 0 without an error. PUSHED possible. */
function lookUpBehind(type: Borrowed, o: Borrowed, objectType: Borrowed, name: Borrowed, wantMethod: boolean): Owned {
  const mro = ptr(objectType + PyTypeObject.tp_mro);
  // The class is being made: its mro() runs.
  if (mro === 0) return 0;
  const count = sizeOf(mro);
  let i = 0;
  while (i < count && PyTuple_GET_ITEM(mro, i) !== type) i++;
  for (i++; i < count; i++) {
    const value = PyDict_GetItemWithError(typeDict(PyTuple_GET_ITEM(mro, i)), name);
    if (value === 0) {
      if (PyErr_Occurred()) return 0;
      continue;
    }
    if (wantMethod && typeFlags(typeOf(value)) & Py_TPFLAGS_METHOD_DESCRIPTOR) {
      setMethodUnbound(true);
      return newRef(value);
    }
    const get = ptr(typeOf(value) + PyTypeObject.tp_descr_get);
    if (get === 0) return newRef(value);
    incref(value);
    const result = textFunction(get)(value, o === objectType ? 0 : o, objectType);
    decref(value);
    return result;
  }
  return 0;
}

/** The class whose MRO is walked: type(o), or o itself, or what o.__class__ claims; 0 with TypeError. */
function checkSuper(type: Borrowed, o: Borrowed): Borrowed {
  if (isType(o) && isSubtype(o, type)) return o;
  if (isSubtype(typeOf(o), type)) return typeOf(o);
  const claimed = PyObject_GetOptionalAttr(o, id_class);
  if (claimed !== 0) {
    decref(claimed);
    if (isType(claimed) && claimed !== typeOf(o) && isSubtype(claimed, type)) return claimed;
  } else if (PyErr_Occurred()) return 0;
  const what = isType(o) ? "type" : "instance of";
  const name = typeName(isType(o) ? o : typeOf(o));
  return raise(
    PyExc_TypeError,
    `super(type, obj): obj (${what} ${name}) is not an instance or subtype of type (${typeName(type)}).`,
  );
}

/**
 * LOAD_SUPER_ATTR: super(type, self).name; a method comes unbound when it is wanted so (methodIsUnbound). isBare: it was written
 * super(), and so is called when the name means something else by now.
 */
export function pushSuperAttr(
  superType: Borrowed,
  type: Borrowed,
  self: Borrowed,
  name: Borrowed,
  wantMethod: number,
  isBare: boolean,
): Owned {
  setMethodUnbound(false);
  if (superType !== PySuper_Type || !isType(type)) {
    const base = currentFrame();
    const proxy = settle(base, isBare ? pushCallNoArgs(superType) : pushCallTwoArgs(superType, type, self));
    if (proxy === 0) return 0;
    const result = settle(base, textFunction(ptr(typeOf(proxy) + PyTypeObject.tp_getattro))(proxy, name));
    decref(proxy);
    return result;
  }
  const objectType = checkSuper(type, self);
  if (objectType === 0) return 0;
  if (name !== id_class) {
    // What a class finds is never bound to it as to an instance.
    const generic = ptr(typeOf(self) + PyTypeObject.tp_getattro) === genericGetAttr;
    const result = lookUpBehind(type, self, objectType, name, wantMethod !== 0 && generic);
    if (result !== 0 || PyErr_Occurred()) return result;
  }
  const base = currentFrame();
  const proxy = settle(base, pushCallTwoArgs(superType, type, self));
  if (proxy === 0) return 0;
  const result = PyObject_GenericGetAttr(proxy, name);
  decref(proxy);
  return result;
}

function isInOwnOrder(type: Borrowed): boolean {
  const order = ptr(type + PyTypeObject.tp_mro);
  for (let i = 0; i < sizeOf(order); i++) if (PyTuple_GET_ITEM(order, i) === type) return true;
  return false;
}

/** super(type, type).__init_subclass__(**kwargs): after a class is made. May answer PUSHED. */
export function pushSuperInitSubclass(type: Borrowed, args: Borrowed, kwargs: Borrowed): Owned {
  // A mro() of its metaclass may have left the class out of its own order.
  if (!isInOwnOrder(type)) {
    const name = typeName(type);
    const text = `super(type, obj): obj (type ${name}) is not an instance or subtype of type (${name}).`;
    return raise(PyExc_TypeError, text);
  }
  const base = currentFrame();
  const method = settle(base, lookUpBehind(type, type, type, id_init_subclass, false));
  if (method === 0) return PyErr_Occurred() ? 0 : Py_None;
  const result = pushCall(method, args, kwargs);
  decref(method);
  return result;
}

function super_getattro(o: Borrowed, name: Borrowed): Owned {
  const objectType = ptr(o + superobject.obj_type);
  if (objectType !== 0 && name !== id_class) {
    const result = lookUpBehind(ptr(o + superobject.type), ptr(o + superobject.obj), objectType, name, false);
    if (result !== 0 || PyErr_Occurred()) return result;
  }
  return PyObject_GenericGetAttr(o, name);
}

/** super() without arguments: the class cell and the first argument of the running function. */
function findFromFrame(): [type: Borrowed, self: Borrowed] | null {
  const frame = currentPythonFrame();
  if (frame === 0) {
    raise(PyExc_RuntimeError, "super(): no current frame");
    return null;
  }
  const code = ptr(frame + _PyInterpreterFrame.f_executable);
  if (i32(code + PyCodeObject.co_argcount) === 0) {
    raise(PyExc_RuntimeError, "super(): no arguments");
    return null;
  }
  const locals = frame + _PyInterpreterFrame.localsplus;
  let self = ptr(locals);
  const kinds = ptr(code + PyCodeObject.co_localspluskinds) + PyBytesObject.ob_sval;
  if (self !== 0 && u8(kinds) & 0x40 && typeOf(self) === PyCell_Type) self = ptr(self + PyCellObject.ob_ref);
  if (self === 0) {
    raise(PyExc_RuntimeError, "super(): arg[0] deleted");
    return null;
  }
  const names = ptr(code + PyCodeObject.co_localsplusnames);
  const total = i32(code + PyCodeObject.co_nlocalsplus);
  for (let i = total - i32(code + PyCodeObject.co_nfreevars); i < total; i++) {
    if (!_PyUnicode_EqualToASCIIString(PyTuple_GET_ITEM(names, i), "__class__")) continue;
    const cell = ptr(locals + i * 8);
    if (cell === 0 || typeOf(cell) !== PyCell_Type) {
      raise(PyExc_RuntimeError, "super(): bad __class__ cell");
      return null;
    }
    const type = ptr(cell + PyCellObject.ob_ref);
    if (type === 0) {
      raise(PyExc_RuntimeError, "super(): empty __class__ cell");
      return null;
    }
    if (!isType(type)) {
      raise(PyExc_RuntimeError, `super(): __class__ is not a type (${typeNameOf(type)})`);
      return null;
    }
    return [type, self];
  }
  raise(PyExc_RuntimeError, "super(): __class__ cell not found");
  return null;
}

function super_init(o: Borrowed, args: Borrowed, kwargs: Borrowed): number {
  if (kwargs !== 0 && sizeOf(kwargs) > 0) return raiseInt(PyExc_TypeError, "super() takes no keyword arguments");
  const count = sizeOf(args);
  if (count > 2) return raiseInt(PyExc_TypeError, `super() expected at most 2 arguments, got ${count}`);
  let type = count > 0 ? PyTuple_GET_ITEM(args, 0) : 0;
  let self = count > 1 ? PyTuple_GET_ITEM(args, 1) : 0;
  if (type !== 0 && !isType(type)) {
    return raiseInt(PyExc_TypeError, `super() argument 1 must be a type, not ${typeNameOf(type, 50)}`);
  }
  if (type === 0) {
    const found = findFromFrame();
    if (found === null) return -1;
    [type, self] = found;
  }
  if (self === Py_None) self = 0;
  let objectType = 0;
  if (self !== 0) {
    objectType = checkSuper(type, self);
    if (objectType === 0) return -1;
  }
  replaceSlot(o + superobject.type, newRef(type));
  replaceSlot(o + superobject.obj, xnewRef(self));
  replaceSlot(o + superobject.obj_type, xnewRef(objectType));
  return 0;
}

function super_descr_get(o: Borrowed, instance: Borrowed): Owned {
  if (instance === 0 || instance === Py_None || ptr(o + superobject.obj) !== 0) return newRef(o);
  return settle(currentFrame(), pushCallTwoArgs(typeOf(o), ptr(o + superobject.type), instance));
}

function super_repr(o: Borrowed): Owned {
  const type = ptr(o + superobject.type);
  const of = type === 0 ? "NULL" : shortName(type);
  const objectType = ptr(o + superobject.obj_type);
  const to = objectType === 0 ? "NULL" : `<${shortName(objectType)} object>`;
  return PyUnicode_FromString(`<super: <class '${of}'>, ${to}>`);
}

const FIELDS = [superobject.obj, superobject.type, superobject.obj_type];

function super_dealloc(o: Address): void {
  gcUntrack(o);
  for (const field of FIELDS) clearSlot(o + field);
  gcTrack(o);
  freeInstance(o);
}

function super_traverse(o: Address, visit: (o: Address) => number): number {
  for (const field of FIELDS) {
    const value = ptr(o + field);
    if (value !== 0) {
      const stop = visit(value);
      if (stop !== 0) return stop;
    }
  }
  return 0;
}

declareType(PySuper_Type, {
  name: "super",
  basicsize: superobject.sizeof,
  flags: Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC,
  slots: {
    tp_dealloc: super_dealloc,
    tp_traverse: super_traverse,
    tp_repr: super_repr,
    tp_getattro: super_getattro,
    tp_descr_get: super_descr_get,
    tp_init: super_init,
    tp_new: (type: Borrowed) => textFunction(ptr(type + PyTypeObject.tp_alloc))(type, 0),
  },
  members: [
    ["__thisclass__", "object", superobject.type, "readonly"],
    ["__self__", "object", superobject.obj, "readonly"],
    ["__self_class__", "object", superobject.obj_type, "readonly"],
  ],
});
