// type itself: calling classes, attributes of classes, what a class shows (CPython's typeobject.c, the type half).
import { gcUntrack, isTracked } from "../gc/link.ts";
import { objectFree } from "../memory/allocators.ts";
import { type Address, type Borrowed, type Owned, ptr, setPtr } from "../memory/memory.ts";
import { PyHeapTypeObject, PyMemberDef, PyTypeObject } from "../memory/structs/object.ts";
import { text, textFunction } from "../memory/text.ts";
import { PyObject_Repr, setClassGetItem } from "./abstract.ts";
import { raiseNoAttribute } from "./attributes.ts";
import { pushCallOneArg } from "./call.ts";
import { signatureOf } from "./cfunction.ts";
import { declareType } from "./declare.ts";
import { PyDescr_NewGetSet, PyDescr_NewMember } from "./descriptors.ts";
import { PyDict_Contains, PyDict_DelItem, PyDict_GetItemWithError, PyDict_New, PyDict_SetItem } from "./dict_core.ts";
import { decrefKeys } from "./dict_keys.ts";
import {
  PyErr_NoMemory,
  PyErr_Occurred,
  raise,
  raiseInt,
  textOfCString,
  typeName,
  typeNameOf,
  WHOLE,
} from "./errors.ts";
import { finishNative, PUSHED, pushNative, setNativeLocal, takeNativeLocal } from "./frames.ts";
import { genericAlias } from "./generic_alias_call.ts";
import { identifier } from "./identifiers.ts";
import { instanceDictDescriptor, weakrefDescriptor } from "./instance_descriptors.ts";
import { PyList_Append, PyList_New } from "./list.ts";
import { bool, PyLong_FromNumber } from "./long_core.ts";
import { newDictProxy } from "./mappingproxy.ts";
import { mroEntries } from "./mro.ts";
import {
  clearSlot,
  decref,
  incref,
  isInstanceOf,
  isPythonClass,
  isUnicode,
  newRef,
  Py_TPFLAGS_BASETYPE,
  Py_TPFLAGS_HAVE_GC,
  Py_TPFLAGS_HAVE_VECTORCALL,
  Py_TPFLAGS_IS_ABSTRACT,
  Py_TPFLAGS_ITEMS_AT_END,
  Py_TPFLAGS_TYPE_SUBCLASS,
  replaceSlot,
  sizeOf,
  typeFlags,
  typeOf,
  xdecref,
  xnewRef,
} from "./object.ts";
import { cfunctionDocument } from "./static_class_method.ts";
import { emptyTuple, PyTuple_GET_ITEM } from "./tuple_core.ts";
import { heapMembers } from "./type_alloc.ts";
import { _PyEval_annotations } from "./type_annotations.ts";
import {
  _PyType_Lookup,
  forEachSubclass,
  hasFixedHead,
  isImmutableType,
  ownAttribute,
  PyType_Modified,
  typeDict,
  typeDictSlot,
  typeSubclassesSlot,
} from "./type_lookup.ts";
import { fullName, isHeapType, qualnameObject, shortName, typeModule } from "./type_names.ts";
import { setAddDescriptors, setTypeName, type_new } from "./type_new.ts";
import { isNewMethod } from "./type_new_wrapper.ts";
import { isSlotName, setIsNewWrapper, updateSlotsFor } from "./type_slots.ts";
import { Py_None, PyExc_AttributeError, PyExc_TypeError, PyType_Type } from "./types.ts";
import { PyUnicode_FromString, textOf, unicodeUnchanged } from "./unicode_core.ts";
import { PyUnicode_InternInPlace } from "./unicode_intern.ts";
import { newUnion } from "./union.ts";
import { PyObject_ClearWeakRefs } from "./weakref_core.ts";

setIsNewWrapper(isNewMethod);

// -- calling a class ----------------------------------------------------------------------------------------------------

// localsplus: the class, args, kwargs, the new object
const LOCAL_TYPE = 0;
const LOCAL_ARGS = 1;
const LOCAL_KWARGS = 2;
const _LOCAL_OBJECT = 3;

/** type(…) as a call: __new__, then __init__ if the object is of the class. May answer PUSHED. */
function type_call(type: Borrowed, args: Borrowed, kwargs: Borrowed): Owned {
  if (type === PyType_Type) {
    const count = sizeOf(args);
    if (count === 1 && (kwargs === 0 || sizeOf(kwargs) === 0)) return newRef(typeOf(PyTuple_GET_ITEM(args, 0)));
    if (count === 1) return raise(PyExc_TypeError, "type() takes no keyword arguments");
    if (count !== 3) return raise(PyExc_TypeError, "type() takes 1 or 3 arguments");
  }
  const make = ptr(type + PyTypeObject.tp_new);
  if (make === 0)
    return raise(PyExc_TypeError, `cannot create '${textOfCString(ptr(type + PyTypeObject.tp_name))}' instances`);
  if (!isPythonClass(type)) {
    // A built-in type: __new__ never runs Python that could push, unless it says so.
    const o = textFunction(make)(type, args, kwargs);
    if (o !== PUSHED) return o === 0 ? 0 : initialize(type, o, args, kwargs);
    return PUSHED;
  }
  const frame = pushNative(newStep, 3);
  if (frame === 0) return PyErr_NoMemory();
  setNativeLocal(frame, LOCAL_TYPE, newRef(type));
  setNativeLocal(frame, LOCAL_ARGS, newRef(args));
  if (kwargs !== 0) setNativeLocal(frame, LOCAL_KWARGS, newRef(kwargs));
  const o = textFunction(make)(type, args, kwargs);
  return o === PUSHED ? PUSHED : afterNew(frame, o);
}

function afterNew(frame: Address, o: Owned): Owned {
  if (o === 0) return finishNative(frame, 0);
  const type = takeNativeLocal(frame, LOCAL_TYPE);
  const args = takeNativeLocal(frame, LOCAL_ARGS);
  const kwargs = takeNativeLocal(frame, LOCAL_KWARGS);
  finishNative(frame, 0);
  const result = initialize(type, o, args, kwargs);
  decref(type);
  decref(args);
  xdecref(kwargs);
  return result;
}
const newStep = text("type_call_new", afterNew);

function initialize(type: Borrowed, o: Owned, args: Borrowed, kwargs: Borrowed): Owned {
  if (!isInstanceOf(o, type)) return o;
  const init = ptr(typeOf(o) + PyTypeObject.tp_init);
  if (init === 0) return o;
  const frame = pushNative(initStep, 1);
  if (frame === 0) {
    decref(o);
    return PyErr_NoMemory();
  }
  setNativeLocal(frame, 0, o);
  const status = textFunction(init)(o, args, kwargs);
  if (status === PUSHED) return PUSHED;
  return afterInit(frame, status < 0 ? 0 : Py_None);
}

function afterInit(frame: Address, result: Owned): Owned {
  if (result === 0) return finishNative(frame, 0);
  decref(result);
  const o = takeNativeLocal(frame, 0);
  return finishNative(frame, o);
}
const initStep = text("type_call_init", afterInit);

// -- attributes ---------------------------------------------------------------------------------------------------------

/** tp_getattro of type. May answer PUSHED. */
function type_getattro(type: Borrowed, name: Borrowed): Owned {
  if (!isUnicode(name)) return raise(PyExc_TypeError, `attribute name must be string, not '${typeNameOf(name)}'`);
  const metatype = typeOf(type);
  const metaAttribute = _PyType_Lookup(metatype, name);
  let metaGet = 0;
  if (metaAttribute !== 0) {
    metaGet = ptr(typeOf(metaAttribute) + PyTypeObject.tp_descr_get);
    if (metaGet !== 0 && ptr(typeOf(metaAttribute) + PyTypeObject.tp_descr_set) !== 0) {
      return textFunction(metaGet)(metaAttribute, type, metatype);
    }
  }
  const attribute = _PyType_Lookup(type, name);
  if (attribute !== 0) {
    const get = ptr(typeOf(attribute) + PyTypeObject.tp_descr_get);
    if (get === 0) return newRef(attribute);
    incref(attribute);
    const result = textFunction(get)(attribute, 0, type);
    decref(attribute);
    return result;
  }
  if (metaGet !== 0) return textFunction(metaGet)(metaAttribute, type, metatype);
  if (metaAttribute !== 0) return newRef(metaAttribute);
  return raiseNoAttribute(type, name);
}

function refuseToSet(type: Borrowed, name: Borrowed): -1 {
  const shown = PyObject_Repr(name);
  if (shown === 0) return -1;
  raise(PyExc_TypeError, `cannot set ${textOf(shown)} attribute of immutable type '${typeName(type, WHOLE)}'`);
  decref(shown);
  return -1;
}

function type_setattro(type: Borrowed, name: Borrowed, value: Borrowed): number {
  if (isImmutableType(type)) return refuseToSet(type, name);
  if (!isUnicode(name)) return raiseInt(PyExc_TypeError, `attribute name must be string, not '${typeNameOf(name)}'`);
  const exact = unicodeUnchanged(name);
  if (exact === 0) return PyErr_NoMemory() - 1;
  const key = PyUnicode_InternInPlace(exact);
  const metaAttribute = _PyType_Lookup(typeOf(type), key);
  const metaSet = metaAttribute === 0 ? 0 : ptr(typeOf(metaAttribute) + PyTypeObject.tp_descr_set);
  let status: number;
  // What the old value's end runs must find the new one already, in dict, cache and slots.
  let old: Owned = 0;
  if (metaSet !== 0) status = textFunction(metaSet)(metaAttribute, type, value);
  else {
    const dict = typeDict(type);
    old = xnewRef(PyDict_GetItemWithError(dict, key));
    PyType_Modified(type);
    if (value !== 0) status = PyDict_SetItem(dict, key, value);
    else if (PyDict_Contains(dict, key) > 0) status = PyDict_DelItem(dict, key);
    else {
      raiseNoAttribute(type, key, 50);
      status = -1;
    }
  }
  if (status === 0) {
    PyType_Modified(type);
    if (isSlotName(key)) updateWithSubclasses(type, key);
  }
  decref(key);
  xdecref(old);
  return status;
}

function updateWithSubclasses(type: Borrowed, name: Borrowed): void {
  updateSlotsFor(type, name);
  forEachSubclass(type, (subclass) => {
    if (ownAttribute(subclass, name) === 0) updateWithSubclasses(subclass, name);
  });
}

const id = identifier;
const id_module = id("__module__");
const id_doc = id("__doc__");
const id_firstlineno = id("__firstlineno__");
const id_abstractmethods = id("__abstractmethods__");
const id_class_getitem = id("__class_getitem__");
const id_type_params = id("__type_params__");

function checkSettable(type: Borrowed, value: Borrowed, name: string): boolean {
  if (hasFixedHead(type)) {
    raise(PyExc_TypeError, `cannot set '${name}' attribute of immutable type '${typeName(type, WHOLE)}'`);
    return false;
  }
  if (value === 0) {
    raise(PyExc_TypeError, `cannot delete '${name}' attribute of immutable type '${typeName(type, WHOLE)}'`);
    return false;
  }
  return true;
}

function type_repr(type: Borrowed): Owned {
  if (ptr(type + PyTypeObject.tp_name) === 0) return PyUnicode_FromString(`<class at 0x${type.toString(16)}>`);
  return PyUnicode_FromString(`<class '${fullName(type)}'>`);
}

function getDoc(type: Borrowed): Owned {
  if (!isHeapType(type) && ptr(type + PyTypeObject.tp_doc) !== 0) {
    const doc = cfunctionDocument(shortName(type), textOfCString(ptr(type + PyTypeObject.tp_doc)));
    return PyUnicode_FromString(doc);
  }
  const doc = ownAttribute(type, id_doc);
  if (doc === 0) return Py_None;
  const get = ptr(typeOf(doc) + PyTypeObject.tp_descr_get);
  return get === 0 ? newRef(doc) : textFunction(get)(doc, 0, type);
}

function setName(type: Borrowed, value: Borrowed): number {
  if (!checkSettable(type, value, "__name__")) return -1;
  if (!isUnicode(value)) {
    return raiseInt(
      PyExc_TypeError,
      `can only assign string to ${shortName(type)}.__name__, not '${typeNameOf(value, WHOLE)}'`,
    );
  }
  if (!setTypeName(type, value)) return -1;
  replaceSlot(type + PyHeapTypeObject.ht_name, newRef(value));
  return 0;
}

function setQualname(type: Borrowed, value: Borrowed): number {
  if (!checkSettable(type, value, "__qualname__")) return -1;
  if (!isUnicode(value)) {
    return raiseInt(
      PyExc_TypeError,
      `can only assign string to ${shortName(type)}.__qualname__, not '${typeNameOf(value, WHOLE)}'`,
    );
  }
  replaceSlot(type + PyHeapTypeObject.ht_qualname, newRef(value));
  return 0;
}

function getAbstractMethods(type: Borrowed): Owned {
  const methods = type === PyType_Type ? 0 : ownAttribute(type, id_abstractmethods);
  return methods === 0 ? raise(PyExc_AttributeError, "__abstractmethods__") : newRef(methods);
}

function setAbstractMethods(type: Borrowed, value: Borrowed): number {
  const dict = typeDict(type);
  let abstract = 0;
  if (value === 0) {
    if (PyDict_DelItem(dict, id_abstractmethods) < 0) {
      raise(PyExc_AttributeError, "__abstractmethods__");
      return -1;
    }
  } else {
    abstract = truthOf(value);
    if (abstract < 0 || PyDict_SetItem(dict, id_abstractmethods, value) < 0) return -1;
  }
  PyType_Modified(type);
  const flags = typeFlags(type);
  setPtr(type + PyTypeObject.tp_flags, abstract > 0 ? flags | Py_TPFLAGS_IS_ABSTRACT : flags & ~Py_TPFLAGS_IS_ABSTRACT);
  return 0;
}

import { convertTruth as truthOf } from "./convert.ts";

function type_subclasses(type: Borrowed): Owned {
  const list = PyList_New(0);
  if (list === 0) return 0;
  forEachSubclass(type, (subclass) => {
    PyList_Append(list, subclass);
  });
  return list;
}

function type_mro(type: Borrowed): Owned {
  const tuple = mroEntries(type);
  if (tuple === 0) return 0;
  // With one base the order is copied; with several it was merged behind the type itself.
  const isMerged = sizeOf(ptr(type + PyTypeObject.tp_bases)) !== 1;
  const list = isMerged ? listFromArray(tuple + PyTupleObject.ob_item, 1) : PySequence_List(tuple);
  for (let i = 1; list !== 0 && isMerged && i < sizeOf(tuple); i++) PyList_Append(list, PyTuple_GET_ITEM(tuple, i));
  decref(tuple);
  return list;
}

function type_dealloc(type: Address): void {
  if (isTracked(type)) gcUntrack(type);
  PyObject_ClearWeakRefs(type);
  removeFromBases(type);
  xdecref(ptr(type + PyTypeObject.tp_base));
  xdecref(ptr(type + PyTypeObject.tp_dict));
  xdecref(ptr(type + PyTypeObject.tp_bases));
  xdecref(ptr(type + PyTypeObject.tp_mro));
  xdecref(ptr(type + PyTypeObject.tp_cache));
  xdecref(ptr(type + PyTypeObject.tp_subclasses));
  const doc = ptr(type + PyTypeObject.tp_doc);
  if (doc !== 0) objectFree(doc);
  const name = ptr(type + PyHeapTypeObject._ht_tpname);
  if (name !== 0) objectFree(name);
  xdecref(ptr(type + PyHeapTypeObject.ht_name));
  xdecref(ptr(type + PyHeapTypeObject.ht_qualname));
  xdecref(ptr(type + PyHeapTypeObject.ht_slots));
  const keys = ptr(type + PyHeapTypeObject.ht_cached_keys);
  if (keys !== 0) decrefKeys(keys);
  xdecref(ptr(type + PyHeapTypeObject.ht_module));
  const metatype = typeOf(type);
  textFunction(ptr(metatype + PyTypeObject.tp_free))(type);
}

function removeFromBases(type: Borrowed): void {
  const bases = ptr(type + PyTypeObject.tp_bases);
  if (bases === 0) return;
  for (let i = 0; i < sizeOf(bases); i++) {
    const subclasses = ptr(typeSubclassesSlot(PyTuple_GET_ITEM(bases, i)));
    if (subclasses === 0) continue;
    const key = PyLong_FromNumber(type);
    if (PyDict_Contains(subclasses, key) > 0) PyDict_DelItem(subclasses, key);
    decref(key);
  }
}

const TRAVERSED = [
  PyTypeObject.tp_dict,
  PyTypeObject.tp_cache,
  PyTypeObject.tp_mro,
  PyTypeObject.tp_bases,
  PyTypeObject.tp_base,
  PyHeapTypeObject.ht_module,
];

function type_traverse(type: Address, visit: (o: Address) => number): number {
  if (!isHeapType(type)) return 0;
  for (let i = 0; i < TRAVERSED.length; i++) {
    const value = ptr(type + TRAVERSED[i]);
    if (value !== 0) {
      const stop = visit(value);
      if (stop !== 0) return stop;
    }
  }
  return 0;
}

function type_clear(type: Address): number {
  PyType_Modified(type);
  const dict = ptr(type + PyTypeObject.tp_dict);
  if (dict !== 0) clearDict(dict);
  clearSlot(type + PyHeapTypeObject.ht_module);
  clearSlot(type + PyTypeObject.tp_mro);
  return 0;
}

import { PyDict_Clear as clearDict } from "./dict_core.ts";

/** Class[item]: through __class_getitem__; type[int] makes an alias. */
function class_getitem(type: Borrowed, key: Borrowed): Owned {
  if (type === PyType_Type) return genericAlias(type, key);
  const method = PyObject_GetOptional(type, id_class_getitem);
  if (method === 0) {
    return PyErr_Occurred() ? 0 : raise(PyExc_TypeError, `type '${shortName(type)}' is not subscriptable`);
  }
  if (method === Py_None) return raise(PyExc_TypeError, `type '${shortName(type)}' is not subscriptable`);
  const result = pushCallOneArg(method, key);
  decref(method);
  return result;
}

import { PyObject_GetOptionalAttr as PyObject_GetOptional } from "./abstract.ts";

setClassGetItem(text("type_class_getitem", class_getitem));

/** Adds to a new class's dict: descriptors of its slots, __dict__, __weakref__. */
setAddDescriptors((type, addDict, addWeak) => {
  const dict = typeDict(type);
  const slots = ptr(type + PyHeapTypeObject.ht_slots);
  const count = slots === 0 ? 0 : sizeOf(slots);
  let member = heapMembers(type);
  for (let i = 0; i < count; i++, member += PyMemberDef.sizeof) {
    const descriptor = PyDescr_NewMember(type, member);
    if (descriptor === 0) return -1;
    const status = PyDict_SetItem(dict, PyTuple_GET_ITEM(slots, i), descriptor);
    decref(descriptor);
    if (status < 0) return -1;
  }
  for (const [add, name, definition] of [
    [addDict, "__dict__", instanceDictDescriptor],
    [addWeak, "__weakref__", weakrefDescriptor],
  ] as const) {
    if (!add || PyDict_Contains(dict, id(name)) > 0) continue;
    const descriptor = PyDescr_NewGetSet(type, definition);
    if (descriptor === 0) return -1;
    const status = PyDict_SetItem(dict, id(name), descriptor);
    decref(descriptor);
    if (status < 0) return -1;
  }
  return 0;
});

declareType(PyType_Type, {
  name: "type",
  basicsize: PyHeapTypeObject.sizeof,
  itemsize: PyMemberDef.sizeof,
  flags:
    Py_TPFLAGS_HAVE_GC |
    Py_TPFLAGS_BASETYPE |
    Py_TPFLAGS_TYPE_SUBCLASS |
    Py_TPFLAGS_HAVE_VECTORCALL |
    Py_TPFLAGS_ITEMS_AT_END,
  dictoffset: PyTypeObject.tp_dict,
  weaklistoffset: PyTypeObject.tp_weaklist,
  vectorcall_offset: PyTypeObject.tp_vectorcall,
  slots: {
    tp_dealloc: type_dealloc,
    tp_traverse: type_traverse,
    tp_clear: type_clear,
    tp_is_gc: (type: Borrowed): number => (isHeapType(type) ? 1 : 0),
    tp_repr: type_repr,
    tp_call: type_call,
    tp_getattro: type_getattro,
    tp_setattro: type_setattro,
    tp_new: type_new,
    tp_init: (_type: Borrowed, args: Borrowed, kwargs: Borrowed): number => {
      if (kwargs !== 0 && sizeOf(kwargs) > 0 && sizeOf(args) === 1) {
        return raiseInt(PyExc_TypeError, "type.__init__() takes no keyword arguments");
      }
      if (sizeOf(args) !== 1 && sizeOf(args) !== 3) {
        return raiseInt(PyExc_TypeError, "type.__init__() takes 1 or 3 arguments");
      }
      return 0;
    },
    nb_or: (a: Borrowed, b: Borrowed) => newUnion(a, b),
  },
  methods: [
    ["mro", "()", type_mro],
    ["__subclasses__", "()", type_subclasses],
    ["__prepare__", "@classmethod !(name, bases, /, **kwds)", () => PyDict_New()],
    [
      "__instancecheck__",
      "(instance, /)",
      (type: Borrowed, o: Borrowed) => {
        const answer = recursiveIsInstance(o, type);
        return answer < 0 ? 0 : bool(answer > 0);
      },
    ],
    [
      "__subclasscheck__",
      "(subclass, /)",
      (type: Borrowed, o: Borrowed) => {
        const answer = recursiveIsSubclass(o, type);
        return answer < 0 ? 0 : bool(answer > 0);
      },
    ],
    ["__dir__", "()", (type: Borrowed) => typeDir(type)],
    [
      "__sizeof__",
      "()",
      (type: Borrowed) => PyLong_FromNumber(isHeapType(type) ? heapTypeBytes(type) : PyTypeObject.sizeof),
    ],
  ],
  members: [
    ["__basicsize__", "ssize", PyTypeObject.tp_basicsize, "readonly"],
    ["__itemsize__", "ssize", PyTypeObject.tp_itemsize, "readonly"],
    ["__flags__", "ulong", PyTypeObject.tp_flags, "readonly"],
    ["__weakrefoffset__", "ssize", PyTypeObject.tp_weaklistoffset, "readonly"],
    ["__base__", "object", PyTypeObject.tp_base, "readonly"],
    ["__dictoffset__", "ssize", PyTypeObject.tp_dictoffset, "readonly"],
  ],
  getset: [
    [
      "__name__",
      (type: Borrowed) =>
        isHeapType(type) ? newRef(ptr(type + PyHeapTypeObject.ht_name)) : PyUnicode_FromString(shortName(type)),
      setName,
    ],
    ["__qualname__", qualnameObject, setQualname],
    [
      "__bases__",
      (type: Borrowed) => newRef(ptr(type + PyTypeObject.tp_bases)),
      (type: Borrowed, value: Borrowed) => setBases(type, value),
    ],
    ["__mro__", (type: Borrowed) => newRef(ptr(type + PyTypeObject.tp_mro) || Py_None)],
    [
      "__module__",
      (type: Borrowed) => {
        const module = typeModule(type);
        return module === 0 ? raiseNoAttribute(type, id_module) : module;
      },
      (type: Borrowed, value: Borrowed) => {
        if (!checkSettable(type, value, "__module__")) return -1;
        PyType_Modified(type);
        const dict = typeDict(type);
        // The line is that of the class statement, which stands in another module then.
        if (PyDict_Contains(dict, id_firstlineno) > 0 && PyDict_DelItem(dict, id_firstlineno) < 0) return -1;
        return PyDict_SetItem(dict, id_module, value);
      },
    ],
    ["__abstractmethods__", getAbstractMethods, setAbstractMethods],
    ["__dict__", (type: Borrowed) => newDictProxy(ptr(typeDictSlot(type)))],
    [
      "__doc__",
      getDoc,
      (type: Borrowed, value: Borrowed) => {
        if (!checkSettable(type, value, "__doc__")) return -1;
        PyType_Modified(type);
        return PyDict_SetItem(typeDict(type), id_doc, value);
      },
    ],
    [
      "__text_signature__",
      (type: Borrowed) => signatureOf(ptr(type + PyTypeObject.tp_name), ptr(type + PyTypeObject.tp_doc)),
    ],
    ["__annotations__", _PyEval_annotations.get, _PyEval_annotations.set],
    [
      "__type_params__",
      (type: Borrowed) => {
        // The dict of type itself holds this descriptor.
        const params = type === PyType_Type ? 0 : PyDict_GetItemWithError(typeDict(type), id_type_params);
        return params === 0 ? emptyTuple : newRef(params);
      },
      (type: Borrowed, value: Borrowed) => {
        if (!checkSettable(type, value, "__type_params__")) return -1;
        return PyDict_SetItem(typeDict(type), id_type_params, value);
      },
    ],
  ],
});

import { PyTupleObject } from "../memory/structs/containers.ts";
import { keysBytes } from "./dict_keys.ts";
import { typeDir } from "./dir.ts";
import { recursiveIsInstance, recursiveIsSubclass } from "./isinstance.ts";
import { listFromArray } from "./list_core.ts";
import { PySequence_List } from "./list_extend.ts";
import { setBases } from "./type_bases.ts";

function heapTypeBytes(type: Borrowed): number {
  const keys = ptr(type + PyHeapTypeObject.ht_cached_keys);
  return PyHeapTypeObject.sizeof + (keys === 0 ? 0 : keysBytes(keys));
}
