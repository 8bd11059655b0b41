// staticmethod and classmethod: descriptors that a class body wraps around functions.

import { gcFree, gcNewVar, gcTrack, gcUntrack } from "../gc/link.ts";
import { type Address, type Borrowed, type Owned, ptr, setPtr } from "../memory/memory.ts";
import { classmethod, staticmethod } from "../memory/structs/descriptors.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { textFunction } from "../memory/text.ts";
import { PyObject_GetOptionalAttr, PyObject_Repr } from "./abstract.ts";
import { pushCall } from "./call_object.ts";
import { declareType } from "./declare.ts";
import { PyDict_SetItem } from "./dict_core.ts";
import { PyObject_GenericGetDict } from "./dict_instance.ts";
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_NoMemory, PyErr_Occurred, raise, raiseInt } from "./errors.ts";
import { identifier } from "./identifiers.ts";
import { bool } from "./long_core.ts";
import { newMethod } from "./method.ts";
import {
  clearSlot,
  decref,
  initObject,
  newRef,
  Py_TPFLAGS_BASETYPE,
  Py_TPFLAGS_HAVE_GC,
  replaceSlot,
  sizeOf,
  typeOf,
} from "./object.ts";
import { PyTuple_GET_ITEM } from "./tuple_core.ts";
import {
  PyClassMethod_Type,
  PyExc_AttributeError,
  PyExc_RuntimeError,
  PyExc_TypeError,
  PyStaticMethod_Type,
} from "./types.ts";
import { PyUnicode_FromString, textOf } from "./unicode_core.ts";

const CALLABLE = staticmethod.sm_callable;
const DICT = staticmethod.sm_dict;

function make(type: Borrowed, callable: Borrowed): Owned {
  const o = gcNewVar(type, staticmethod.sizeof);
  if (o === 0) return PyErr_NoMemory();
  initObject(o, type);
  setPtr(o + CALLABLE, newRef(callable));
  setPtr(o + DICT, 0);
  gcTrack(o);
  return o;
}

/** PyStaticMethod_New */
export function newStaticMethod(callable: Borrowed): Owned {
  return make(PyStaticMethod_Type, callable);
}
/** PyClassMethod_New */
export function newClassMethod(callable: Borrowed): Owned {
  return make(PyClassMethod_Type, callable);
}

/** What a docstring "name(…)\n--\n\ntext" shows as __doc__. */
export function cfunctionDocument(name: string, doc: string): string {
  const marker = ")\n--\n\n";
  const end = doc.indexOf(marker);
  return doc.startsWith(`${name}(`) && end >= 0 ? doc.slice(end + marker.length) : doc;
}

function allocate(type: Borrowed): Owned {
  const o = textFunction(ptr(type + PyTypeObject.tp_alloc))(type, 0);
  return o;
}

function method_new(type: Borrowed): Owned {
  return allocate(type);
}

const COPIED = ["__module__", "__name__", "__qualname__", "__doc__", "__annotations__"].map((name) => identifier(name));

/** functools_wraps: copies what tells of the wrapped function. */
function copyAttributes(wrapper: Borrowed, wrapped: Borrowed): number {
  const dict = PyObject_GenericGetDict(wrapper);
  if (dict === 0) return -1;
  for (const name of COPIED) {
    const value = PyObject_GetOptionalAttr(wrapped, name);
    if (value === 0) {
      if (!PyErr_Occurred()) continue;
      if (!PyErr_ExceptionMatches(PyExc_AttributeError)) {
        decref(dict);
        return -1;
      }
      PyErr_Clear();
      continue;
    }
    PyDict_SetItem(dict, name, value);
    decref(value);
  }
  decref(dict);
  return 0;
}

const init =
  (name: string) =>
  (o: Borrowed, args: Borrowed, kwargs: Borrowed): number => {
    if (kwargs !== 0 && sizeOf(kwargs) > 0) return raiseInt(PyExc_TypeError, `${name}() takes no keyword arguments`);
    if (sizeOf(args) !== 1) return raiseInt(PyExc_TypeError, `${name} expected 1 argument, got ${sizeOf(args)}`);
    const callable = PyTuple_GET_ITEM(args, 0);
    replaceSlot(o + CALLABLE, newRef(callable));
    return copyAttributes(o, callable);
  };

function dealloc(o: Address): void {
  gcUntrack(o);
  clearSlot(o + CALLABLE);
  clearSlot(o + DICT);
  const free = ptr(typeOf(o) + PyTypeObject.tp_free);
  if (free !== 0) textFunction(free)(o);
  else gcFree(o);
}

function traverse(o: Address, visit: (o: Address) => number): number {
  for (const slot of [CALLABLE, DICT]) {
    const value = ptr(o + slot);
    if (value !== 0) {
      const stop = visit(value);
      if (stop !== 0) return stop;
    }
  }
  return 0;
}

function clear(o: Address): number {
  clearSlot(o + CALLABLE);
  clearSlot(o + DICT);
  return 0;
}

function sm_get(o: Borrowed): Owned {
  const callable = ptr(o + CALLABLE);
  return callable === 0 ? raise(PyExc_RuntimeError, "uninitialized staticmethod object") : newRef(callable);
}

function cm_get(o: Borrowed, instance: Borrowed, type: Borrowed): Owned {
  const callable = ptr(o + CALLABLE);
  if (callable === 0) return raise(PyExc_RuntimeError, "uninitialized classmethod object");
  return newMethod(callable, type === 0 ? typeOf(instance) : type);
}

const repr =
  (name: string) =>
  (o: Borrowed): Owned => {
    const inner = PyObject_Repr(ptr(o + CALLABLE));
    if (inner === 0) return 0;
    const result = PyUnicode_FromString(`<${name}(${textOf(inner)})>`);
    decref(inner);
    return result;
  };

const id_isabstract = identifier("__isabstractmethod__");
function isAbstract(o: Borrowed): Owned {
  const value = PyObject_GetOptionalAttr(ptr(o + CALLABLE), id_isabstract);
  if (value === 0) return PyErr_Occurred() ? 0 : bool(false);
  return value;
}

const MEMBERS = [
  ["__func__", "object", CALLABLE, "readonly"],
  ["__wrapped__", "object", CALLABLE, "readonly"],
] as const;
const GETSET = [
  ["__isabstractmethod__", isAbstract],
  ["__dict__", PyObject_GenericGetDict],
] as const;
const SLOTS = {
  tp_dealloc: dealloc,
  tp_traverse: traverse,
  tp_clear: clear,
  tp_new: method_new,
} as const;

declareType(PyStaticMethod_Type, {
  name: "staticmethod",
  basicsize: staticmethod.sizeof,
  flags: Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC,
  dictoffset: DICT,
  slots: {
    ...SLOTS,
    tp_init: init("staticmethod"),
    tp_repr: repr("staticmethod"),
    tp_descr_get: sm_get,
    tp_call: (o: Borrowed, args: Borrowed, kwargs: Borrowed) => pushCall(ptr(o + CALLABLE), args, kwargs),
  },
  members: MEMBERS,
  getset: GETSET,
});
declareType(PyClassMethod_Type, {
  name: "classmethod",
  basicsize: classmethod.sizeof,
  flags: Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC,
  dictoffset: DICT,
  slots: { ...SLOTS, tp_init: init("classmethod"), tp_repr: repr("classmethod"), tp_descr_get: cm_get },
  members: MEMBERS,
  getset: GETSET,
});
