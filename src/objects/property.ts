// property: a data descriptor whose three functions get, set and delete the attribute.
//
// The functions run as Python frames above the instruction that asked (PUSHED). A setter's answer is of no interest, so
// a native frame below it turns the answer into None.
// Invariant: prop_get, prop_set and prop_del are 0 where the program gave None.

import { gcUntrack, isTracked } from "../gc/link.ts";
import { type Address, type Borrowed, i32, type Owned, ptr, setI32, setPtr } from "../memory/memory.ts";
import { propertyobject } from "../memory/structs/descriptors.ts";
import { text, textFunction } from "../memory/text.ts";
import { PyObject_GetOptionalAttr, PyObject_IsTrue, PyObject_Repr, PyObject_SetAttr } from "./abstract.ts";
import { genericGetAttr } from "./attributes.ts";
import { allocateArguments, freeArguments, PyObject_Vectorcall, pushCallOneArg, pushCallTwoArgs } from "./call.ts";
import { declareType } from "./declare.ts";
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_NoMemory, PyErr_Occurred, raise } from "./errors.ts";
import { deliveredInt, finishNative, PUSHED, pushNative } from "./frames.ts";
import { identifier } from "./identifiers.ts";
import { bool } from "./long_core.ts";
import {
  clearSlot,
  decref,
  isInstanceOf,
  newRef,
  Py_TPFLAGS_BASETYPE,
  Py_TPFLAGS_HAVE_GC,
  replaceSlot,
  typeOf,
  xnewRef,
} from "./object.ts";
import { namedArguments } from "./text_arguments.ts";
import { freeInstance, genericAlloc, PyType_GenericAlloc } from "./type_alloc.ts";
import { qualnameObject } from "./type_names.ts";
import { Py_None, PyExc_AttributeError, PyExc_TypeError, PyProperty_Type } from "./types.ts";
import { textOf } from "./unicode_core.ts";

const GET = propertyobject.prop_get;
const SET = propertyobject.prop_set;
const DELETE = propertyobject.prop_del;
const DOC = propertyobject.prop_doc;
const NAME = propertyobject.prop_name;
const POINTERS = [GET, SET, DELETE, DOC, NAME];

const id_doc = identifier("__doc__");
const id_isabstract = identifier("__isabstractmethod__");
const id_name = identifier("__name__");

// -- making ------------------------------------------------------------------------------------------------------------

const given = (value: Borrowed): Owned => (value === Py_None ? 0 : xnewRef(value));

function property_init(o: Borrowed, args: Borrowed, kwargs: Borrowed): number {
  const values = namedArguments("property", args, kwargs, ["fget", "fset", "fdel", "doc"]);
  if (values === null) return -1;
  const [get, set, del, doc] = values;
  replaceSlot(o + GET, given(get));
  replaceSlot(o + SET, given(set));
  replaceSlot(o + DELETE, given(del));
  replaceSlot(o + DOC, 0);
  replaceSlot(o + NAME, 0);
  setI32(o + propertyobject.getter_doc, 0);
  let text = given(doc);
  if (text === 0 && ptr(o + GET) !== 0) {
    text = PyObject_GetOptionalAttr(ptr(o + GET), id_doc);
    if (text === 0 && PyErr_Occurred()) return -1;
    if (text === Py_None) text = 0;
    if (text !== 0) setI32(o + propertyobject.getter_doc, 1);
  }
  if (typeOf(o) === PyProperty_Type) {
    replaceSlot(o + DOC, text);
    return 0;
  }
  return storeDocument(o, text === 0 ? Py_None : text);
}

/** The docstring of an instance of a subclass is an attribute: the class's own __doc__ would hide the member. */
function storeDocument(o: Borrowed, doc: Owned): number {
  const status = PyObject_SetAttr(o, id_doc, doc);
  decref(doc);
  if (status >= 0) return 0;
  if (i32(o + propertyobject.getter_doc) === 0 && PyErr_ExceptionMatches(PyExc_AttributeError)) {
    PyErr_Clear();
    return 0;
  }
  return -1;
}

/** property_copy: a property of the same class with one function replaced. */
function copyWith(o: Borrowed, offset: number, value: Borrowed): Owned {
  const part = (at: number): Borrowed =>
    at === offset && value !== Py_None ? value : ptr(o + at) === 0 ? Py_None : ptr(o + at);
  const get = part(GET);
  const fromGetter = i32(o + propertyobject.getter_doc) !== 0 && get !== Py_None;
  const row = allocateArguments(4);
  if (row === 0) return 0;
  setPtr(row, get);
  setPtr(row + 8, part(SET));
  setPtr(row + 16, part(DELETE));
  setPtr(row + 24, fromGetter ? Py_None : part(DOC));
  const copy = PyObject_Vectorcall(typeOf(o), row, 4, 0);
  freeArguments(row);
  if (copy !== 0 && isInstanceOf(copy, PyProperty_Type)) replaceSlot(copy + NAME, xnewRef(ptr(o + NAME)));
  return copy;
}

function property_set_name(o: Borrowed, args: Address, nargs: number): Owned {
  if (nargs !== 2) return raise(PyExc_TypeError, `__set_name__() takes 2 positional arguments but ${nargs} were given`);
  replaceSlot(o + NAME, newRef(ptr(args + 8)));
  return Py_None;
}

// -- use ---------------------------------------------------------------------------------------------------------------

/** The name, Owned: the one set, or the getter's; 0 without an error when there is none. */
function propertyName(o: Borrowed): Owned {
  const name = ptr(o + NAME);
  if (name !== 0) return newRef(name);
  return ptr(o + GET) === 0 ? 0 : PyObject_GetOptionalAttr(ptr(o + GET), id_name);
}

/** AttributeError for a function that the property lacks. Answers 0. */
function raiseMissing(o: Borrowed, instance: Borrowed, what: string): 0 {
  const name = propertyName(o);
  if (name === 0 && PyErr_Occurred()) return 0;
  const shownName = name === 0 ? 0 : PyObject_Repr(name);
  if (name !== 0) decref(name);
  if (shownName === 0 && PyErr_Occurred()) return 0;
  const qualname = qualnameObject(typeOf(instance));
  const shownType = qualname === 0 ? 0 : PyObject_Repr(qualname);
  if (qualname !== 0) decref(qualname);
  if (shownType !== 0) {
    const which = shownName === 0 ? "" : `${textOf(shownName)} `;
    raise(PyExc_AttributeError, `property ${which}of ${textOf(shownType)} object has no ${what}`);
    decref(shownType);
  }
  if (shownName !== 0) decref(shownName);
  return 0;
}

function property_descr_get(o: Borrowed, instance: Borrowed): Owned {
  if (instance === 0 || instance === Py_None) return newRef(o);
  const get = ptr(o + GET);
  return get === 0 ? raiseMissing(o, instance, "getter") : pushCallOneArg(get, instance);
}

const noneStep = text("property_descr_set_step", (frame: Address, result: Owned): Owned => {
  if (result === 0) return finishNative(frame, 0);
  decref(result);
  return finishNative(frame, Py_None);
});

function property_descr_set(o: Borrowed, instance: Borrowed, value: Borrowed): number {
  const f = ptr(o + (value === 0 ? DELETE : SET));
  if (f === 0) return raiseMissing(o, instance, value === 0 ? "deleter" : "setter") - 1;
  const frame = pushNative(noneStep, 0);
  if (frame === 0) return PyErr_NoMemory() - 1;
  const result = value === 0 ? pushCallOneArg(f, instance) : pushCallTwoArgs(f, instance, value);
  if (result === PUSHED) return PUSHED;
  return deliveredInt(textFunction(noneStep)(frame, result));
}

function isAbstract(f: Borrowed): number {
  if (f === 0) return 0;
  const value = PyObject_GetOptionalAttr(f, id_isabstract);
  if (value === 0) return PyErr_Occurred() ? -1 : 0;
  const truth = PyObject_IsTrue(value);
  decref(value);
  return truth;
}

function get_isabstractmethod(o: Borrowed): Owned {
  for (const at of [GET, SET, DELETE]) {
    const abstract = isAbstract(ptr(o + at));
    if (abstract !== 0) return abstract < 0 ? 0 : bool(true);
  }
  return bool(false);
}

function get_name(o: Borrowed): Owned {
  const name = propertyName(o);
  if (name !== 0 || PyErr_Occurred()) return name;
  return raise(PyExc_AttributeError, "'property' object has no attribute '__name__'");
}

function set_name(o: Borrowed, value: Borrowed): number {
  replaceSlot(o + NAME, xnewRef(value));
  return 0;
}

declareType(PyProperty_Type, {
  name: "property",
  basicsize: propertyobject.sizeof,
  flags: Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC,
  slots: {
    tp_dealloc: (o: Address): void => {
      if (isTracked(o)) gcUntrack(o);
      for (const at of POINTERS) clearSlot(o + at);
      freeInstance(o);
    },
    tp_traverse: (o: Address, visit: (o: Address) => number): number => {
      for (const at of POINTERS) {
        const value = ptr(o + at);
        const stop = value === 0 ? 0 : visit(value);
        if (stop !== 0) return stop;
      }
      return 0;
    },
    // The functions stay: others may still call the property while its cycle is being taken apart.
    tp_clear: (o: Address): number => {
      clearSlot(o + DOC);
      return 0;
    },
    tp_getattro: genericGetAttr,
    tp_descr_get: property_descr_get,
    tp_descr_set: property_descr_set,
    tp_init: property_init,
    tp_alloc: genericAlloc,
    tp_new: (type: Borrowed): Owned => PyType_GenericAlloc(type, 0),
  },
  methods: [
    ["getter", "(object, /)", (o: Borrowed, f: Borrowed) => copyWith(o, GET, f)],
    ["setter", "(object, /)", (o: Borrowed, f: Borrowed) => copyWith(o, SET, f)],
    ["deleter", "(object, /)", (o: Borrowed, f: Borrowed) => copyWith(o, DELETE, f)],
    ["__set_name__", "!(owner, name, /)", property_set_name],
  ],
  members: [
    ["fget", "object", GET, "readonly"],
    ["fset", "object", SET, "readonly"],
    ["fdel", "object", DELETE, "readonly"],
    ["__doc__", "object", DOC, ""],
  ],
  getset: [
    ["__name__", get_name, set_name],
    ["__isabstractmethod__", get_isabstractmethod],
  ],
});
