// Bound methods: a function and its first argument.

import { gcFree, gcNewVar, gcTrack, gcUntrack } from "../gc/link.ts";
import { type Address, type Borrowed, type Owned, ptr, setPtr } from "../memory/memory.ts";
import { PyMethodObject } from "../memory/structs/code.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { text, textFunction } from "../memory/text.ts";
import {
  Py_EQ,
  Py_NE,
  PyObject_GetAttr,
  PyObject_GetOptionalAttr,
  PyObject_Hash,
  PyObject_Repr,
  PyObject_RichCompareBool,
} from "./abstract.ts";
import { pushCallPrepend } from "./call.ts";
import { pushCall } from "./call_object.ts";
import { declareType } from "./declare.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise } from "./errors.ts";
import { hashAnswer, hashHigh, hashLow, Py_HashPointer } from "./hash.ts";
import { identifier } from "./identifiers.ts";
import { bool } from "./long_core.ts";
import {
  decref,
  initObject,
  isUnicode,
  newRef,
  Py_TPFLAGS_HAVE_GC,
  Py_TPFLAGS_HAVE_VECTORCALL,
  sizeOf,
  typeOf,
  xdecref,
} from "./object.ts";
import { reduceToAttribute } from "./reduce_names.ts";
import { PyTuple_GET_ITEM } from "./tuple_core.ts";
import { _PyType_Lookup } from "./type_lookup.ts";
import { Py_None, Py_NotImplemented, PyExc_TypeError, PyMethod_Type } from "./types.ts";
import { PyUnicode_FromString, textOf } from "./unicode_core.ts";
import { PyObject_ClearWeakRefs } from "./weakref_core.ts";

/** PyMethod_New */
export function newMethod(func: Borrowed, self: Borrowed): Owned {
  const o = gcNewVar(PyMethod_Type, PyMethodObject.sizeof);
  if (o === 0) return PyErr_NoMemory();
  initObject(o, PyMethod_Type);
  setPtr(o + PyMethodObject.im_func, newRef(func));
  setPtr(o + PyMethodObject.im_self, newRef(self));
  setPtr(o + PyMethodObject.im_weakreflist, 0);
  setPtr(o + PyMethodObject.vectorcall, methodVectorcall);
  gcTrack(o);
  return o;
}

const methodVectorcall = text(
  "method_vectorcall_bound",
  (o: Borrowed, args: Address, nargs: number, kwnames: Borrowed): Owned =>
    pushCallPrepend(ptr(o + PyMethodObject.im_func), ptr(o + PyMethodObject.im_self), args, nargs, kwnames),
);

function method_dealloc(o: Address): void {
  gcUntrack(o);
  PyObject_ClearWeakRefs(o);
  decref(ptr(o + PyMethodObject.im_func));
  xdecref(ptr(o + PyMethodObject.im_self));
  gcFree(o);
}

function method_traverse(o: Address, visit: (o: Address) => number): number {
  return visit(ptr(o + PyMethodObject.im_func)) || visit(ptr(o + PyMethodObject.im_self));
}

/** A name not of methods themselves is the function's. */
function method_getattro(o: Borrowed, name: Borrowed): Owned {
  const descriptor = _PyType_Lookup(PyMethod_Type, name);
  if (descriptor !== 0) {
    const get = ptr(typeOf(descriptor) + PyTypeObject.tp_descr_get);
    if (get === 0) return newRef(descriptor);
    return textFunction(get)(descriptor, o, PyMethod_Type);
  }
  return PyObject_GetAttr(ptr(o + PyMethodObject.im_func), name);
}

function method_richcompare(a: Borrowed, b: Borrowed, op: number): Owned {
  if ((op !== Py_EQ && op !== Py_NE) || typeOf(a) !== PyMethod_Type || typeOf(b) !== PyMethod_Type)
    return Py_NotImplemented;
  let equal = PyObject_RichCompareBool(ptr(a + PyMethodObject.im_func), ptr(b + PyMethodObject.im_func), Py_EQ);
  if (equal < 0) return 0;
  if (equal > 0) equal = ptr(a + PyMethodObject.im_self) === ptr(b + PyMethodObject.im_self) ? 1 : 0;
  return bool(equal > 0 === (op === Py_EQ));
}

function method_hash(o: Borrowed): number {
  if (PyObject_Hash(ptr(o + PyMethodObject.im_func)) < 0) return -1;
  const low = hashLow();
  const high = hashHigh();
  Py_HashPointer(ptr(o + PyMethodObject.im_self));
  const mixedLow = low ^ hashLow();
  const mixedHigh = high ^ hashHigh();
  return mixedLow === -1 && mixedHigh === -1 ? hashAnswer(-2, -1) : hashAnswer(mixedLow, mixedHigh);
}

const id_qualname = identifier("__qualname__");
const id_name = identifier("__name__");
const id_doc = identifier("__doc__");

function method_repr(o: Borrowed): Owned {
  let name = PyObject_GetOptionalAttr(ptr(o + PyMethodObject.im_func), id_qualname);
  if (name === 0 && !PyErr_Occurred()) name = PyObject_GetOptionalAttr(ptr(o + PyMethodObject.im_func), id_name);
  if (name === 0 && PyErr_Occurred()) return 0;
  const shown = name !== 0 && isUnicode(name) ? textOf(name) : "?";
  if (name !== 0) decref(name);
  const self = PyObject_Repr(ptr(o + PyMethodObject.im_self));
  if (self === 0) return 0;
  const result = PyUnicode_FromString(`<bound method ${shown} of ${textOf(self)}>`);
  decref(self);
  return result;
}

function method_reduce(o: Borrowed): Owned {
  const name = PyObject_GetAttr(ptr(o + PyMethodObject.im_func), id_name);
  const result = name === 0 ? 0 : reduceToAttribute(ptr(o + PyMethodObject.im_self), name);
  xdecref(name);
  return result;
}

function method_new(_type: Borrowed, args: Borrowed): Owned {
  if (sizeOf(args) !== 2) return raise(PyExc_TypeError, `method expected 2 arguments, got ${sizeOf(args)}`);
  const func = PyTuple_GET_ITEM(args, 0);
  const instance = PyTuple_GET_ITEM(args, 1);
  if (ptr(typeOf(func) + PyTypeObject.tp_call) === 0) return raise(PyExc_TypeError, "first argument must be callable");
  if (instance === Py_None) return raise(PyExc_TypeError, "instance must not be None");
  return newMethod(func, instance);
}

declareType(PyMethod_Type, {
  name: "method",
  basicsize: PyMethodObject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_HAVE_VECTORCALL,
  vectorcall_offset: PyMethodObject.vectorcall,
  weaklistoffset: PyMethodObject.im_weakreflist,
  slots: {
    tp_dealloc: method_dealloc,
    tp_traverse: method_traverse,
    tp_repr: method_repr,
    tp_hash: method_hash,
    tp_richcompare: method_richcompare,
    tp_getattro: method_getattro,
    tp_call: (o: Borrowed, args: Borrowed, kwargs: Borrowed) => pushCall(o, args, kwargs),
    tp_descr_get: (o: Borrowed) => newRef(o),
    tp_new: method_new,
  },
  methods: [["__reduce__", "()", method_reduce]],
  members: [
    ["__func__", "object", PyMethodObject.im_func, "readonly"],
    ["__self__", "object", PyMethodObject.im_self, "readonly"],
  ],
  getset: [["__doc__", (o: Borrowed) => PyObject_GetAttr(ptr(o + PyMethodObject.im_func), id_doc)]],
});
