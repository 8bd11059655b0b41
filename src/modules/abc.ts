// _abc: the registries and caches behind abc.ABCMeta. Classes are remembered by weak references in sets; a reference that
// dies takes itself out of its set.
//
// The counter of registrations lives in memory: a negative cache is valid only while it has not moved.
// Invariant: a set in _abc_data holds weak references only, each with a callback that knows the set weakly.

import { reserveStatic } from "../memory/data.ts";
import {
  type Address,
  type Borrowed,
  copyWide,
  high,
  low,
  type Owned,
  ptr,
  setI32,
  setI64,
  setPtr,
} from "../memory/memory.ts";
import { OBJECT_HEAD, struct } from "../memory/struct.ts";
import { PyWeakReference } from "../memory/structs/iterators.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import {
  PyIter_Next,
  PyObject_GetAttr,
  PyObject_GetIter,
  PyObject_GetOptionalAttr,
  PyObject_IsTrue,
  PyObject_SetAttr,
} from "../objects/abstract.ts";
import { PyObject_CallOneArg } from "../objects/call.ts";
import { PyObject_CallMethod } from "../objects/call_method.ts";
import { PyCFunction_New } from "../objects/cfunction.ts";
import { declareModule, methodTable, newModuleType } from "../objects/declare.ts";
import { PyDict_DelItem, PyDict_GetItemWithError } from "../objects/dict_core.ts";
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_Occurred, raise, raiseInt } from "../objects/errors.ts";
import { identifier } from "../objects/identifiers.ts";
import { PyObject_IsSubclass } from "../objects/isinstance.ts";
import { PyList_GET_ITEM } from "../objects/list_core.ts";
import { PyLong_AsLong } from "../objects/long_convert.ts";
import { bool, PyLong_FromNumber } from "../objects/long_core.ts";
import {
  decref,
  isList,
  isTuple,
  isType,
  newRef,
  Py_TPFLAGS_HAVE_GC,
  Py_TPFLAGS_IMMUTABLETYPE,
  Py_TPFLAGS_MAPPING,
  Py_TPFLAGS_SEQUENCE,
  refcount,
  sizeOf,
  typeFlags,
  typeIn,
  typeOf,
} from "../objects/object.ts";
import { PyFrozenSet_New, PySet_Add, PySet_Contains, PySet_Discard, PySet_New, PySet_Size } from "../objects/set.ts";
import { setClear, setNext, setNextKey } from "../objects/set_core.ts";
import { PyTuple_GET_ITEM, PyTuple_Pack } from "../objects/tuple_core.ts";
import { forEachSubclass, PyType_Modified, typeDict } from "../objects/type_lookup.ts";
import { makeModuleType } from "../objects/type_spec.ts";
import {
  _PyWeakref_RefType,
  Py_None,
  Py_NotImplemented,
  PyExc_AssertionError,
  PyExc_RuntimeError,
  PyExc_TypeError,
  PyList_Type,
} from "../objects/types.ts";
import { newReference, newWeakReference } from "../objects/weakref_core.ts";
import { allocate, checkPositional, clearer, deallocator, refuseKeywords, traverser } from "./type_support.ts";

const abcdata = struct("_abc_data", 48, {
  ...OBJECT_HEAD,
  _abc_registry: [16, "ptr", "set of weak references to registered classes; null: none yet"],
  _abc_cache: [24, "ptr", "set of weak references to known subclasses"],
  _abc_negative_cache: [32, "ptr", "set of weak references to classes known not to be subclasses"],
  _abc_negative_cache_version: [40, "i64", "registration counter when the negative cache began"],
});
const REGISTRY = abcdata._abc_registry;
const CACHE = abcdata._abc_cache;
const NEGATIVE = abcdata._abc_negative_cache;
const VERSION = abcdata._abc_negative_cache_version;

/** Counts registrations. */
const counter = reserveStatic(8);

function data_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  if (!refuseKeywords("_abc_data", type, typeIn(dataType), keywords) || !checkPositional("_abc_data", args, 0, 0))
    return 0;
  const o = allocate(type);
  if (o !== 0) copyWide(o + VERSION, counter);
  return o;
}

const dataType = newModuleType({
  name: "_abc._abc_data",
  isMutable: true,
  basicsize: abcdata.sizeof,
  flags: Py_TPFLAGS_HAVE_GC,
  slots: {
    tp_new: data_new,
    tp_dealloc: deallocator(REGISTRY, CACHE, NEGATIVE),
    tp_traverse: traverser(REGISTRY, CACHE, NEGATIVE),
    tp_clear: clearer(REGISTRY, CACHE, NEGATIVE),
  },
});

const id_abc_impl = identifier("_abc_impl");
const id_abstractmethods = identifier("__abstractmethods__");
const id_isabstractmethod = identifier("__isabstractmethod__");
const id_bases = identifier("__bases__");
const id_class = identifier("__class__");
const id_dict = identifier("__dict__");
const id_items = identifier("items");
const id_abc_tpflags = identifier("__abc_tpflags__");
const id_subclasscheck = identifier("__subclasscheck__");
const id_subclasshook = identifier("__subclasshook__");
const id_subclasses = identifier("__subclasses__");

/** The _abc_data of a class: Owned, 0 with an error set. */
function implementationOf(cls: Borrowed): Owned {
  const data = PyObject_GetAttr(cls, id_abc_impl);
  if (data === 0 || typeOf(data) === typeIn(dataType)) return data;
  decref(data);
  return raise(PyExc_TypeError, "_abc_impl is set to a wrong type");
}

// -- sets of weak references ---------------------------------------------------------------------------------------------

/** 1, 0, -1: whether a set in memory holds a reference to an object. What cannot be referred to weakly is in no set. */
function inWeakSet(slot: Address, o: Borrowed): number {
  const set = ptr(slot);
  if (set === 0 || PySet_Size(set) === 0) return 0;
  const reference = newWeakReference(o);
  if (reference === 0) {
    if (!PyErr_ExceptionMatches(PyExc_TypeError)) return -1;
    PyErr_Clear();
    return 0;
  }
  const answer = PySet_Contains(set, reference);
  decref(reference);
  return answer;
}

/** The callback of references: self is a weak reference to the set. */
function destroy(setReference: Borrowed, reference: Borrowed): Owned {
  const set = ptr(setReference + PyWeakReference.wr_object);
  if (set === Py_None || refcount(set) <= 0) return Py_None;
  newRef(set);
  const status = PySet_Discard(set, reference);
  decref(set);
  return status < 0 ? 0 : Py_None;
}
const destroyMethod = methodTable("_abc.", [["_destroy", "(reference, /)", destroy]]);

function addToWeakSet(slot: Address, o: Borrowed): number {
  if (ptr(slot) === 0) {
    const fresh = PySet_New(0);
    if (fresh === 0) return -1;
    setPtr(slot, fresh);
  }
  const set = ptr(slot);
  const setReference = newWeakReference(set);
  const callback = setReference === 0 ? 0 : PyCFunction_New(destroyMethod, setReference, 0);
  const reference = callback === 0 ? 0 : newReference(_PyWeakref_RefType, o, callback);
  if (setReference !== 0) decref(setReference);
  if (callback !== 0) decref(callback);
  if (reference === 0) return -1;
  const status = PySet_Add(set, reference);
  decref(reference);
  return status;
}

/** The referents that a set of references holds alive now, as Owned pointers. */
function liveMembers(set: Borrowed): Owned[] {
  const found: Owned[] = [];
  for (let slot = setNext(set, 0); slot !== 0; slot = setNext(set, slot)) {
    const o = ptr(setNextKey() + PyWeakReference.wr_object);
    if (o !== Py_None && refcount(o) > 0) found.push(newRef(o));
  }
  return found;
}

// -- functions -----------------------------------------------------------------------------------------------------------

function resetRegistry(_module: Borrowed, cls: Borrowed): Owned {
  const data = implementationOf(cls);
  if (data === 0) return 0;
  if (ptr(data + REGISTRY) !== 0) setClear(ptr(data + REGISTRY));
  decref(data);
  return Py_None;
}

function resetCaches(_module: Borrowed, cls: Borrowed): Owned {
  const data = implementationOf(cls);
  if (data === 0) return 0;
  if (ptr(data + CACHE) !== 0) setClear(ptr(data + CACHE));
  if (ptr(data + NEGATIVE) !== 0) setClear(ptr(data + NEGATIVE));
  decref(data);
  return Py_None;
}

/** An unsigned 64-bit counter as an int: a program cannot count beyond what a double holds exactly. */
function wideInt(at: Address): Owned {
  return PyLong_FromNumber(high(at) * 0x100000000 + (low(at) >>> 0));
}

function getDump(_module: Borrowed, cls: Borrowed): Owned {
  const data = implementationOf(cls);
  if (data === 0) return 0;
  const copies = [REGISTRY, CACHE, NEGATIVE].map((field) => PySet_New(ptr(data + field)));
  const version = wideInt(data + VERSION);
  const ok = version !== 0 && !copies.includes(0);
  const result = ok ? PyTuple_Pack(copies[0], copies[1], copies[2], version) : 0;
  for (const o of [...copies, version]) if (o !== 0) decref(o);
  decref(data);
  return result;
}

/** 1, 0, -1: o.__isabstractmethod__, which is false where there is none. */
function isAbstract(o: Borrowed): number {
  const mark = PyObject_GetOptionalAttr(o, id_isabstractmethod);
  if (mark === 0) return PyErr_Occurred() ? -1 : 0;
  const truth = PyObject_IsTrue(mark);
  decref(mark);
  return truth;
}

/** Calls visit with each item of an iterable, until it answers false with an error set. */
function forEach(iterable: Borrowed, visit: (item: Borrowed) => boolean): boolean {
  const iterator = PyObject_GetIter(iterable);
  if (iterator === 0) return false;
  for (;;) {
    const item = PyIter_Next(iterator);
    if (item === 0) break;
    const ok = visit(item);
    decref(item);
    if (!ok) {
      decref(iterator);
      return false;
    }
  }
  decref(iterator);
  return PyErr_Occurred() === 0;
}

/** Adds the names of a class's own abstract methods. */
function addOwnAbstract(cls: Borrowed, names: Borrowed): boolean {
  const namespace = PyObject_GetAttr(cls, id_dict);
  const view = namespace === 0 ? 0 : PyObject_CallMethod(namespace, id_items);
  const items = view === 0 ? 0 : PyObject_CallOneArg(PyList_Type, view);
  if (namespace !== 0) decref(namespace);
  if (view !== 0) decref(view);
  if (items === 0) return false;
  const ok = forEach(items, (item) => {
    if (!isTuple(item) || sizeOf(item) !== 2) {
      raise(PyExc_TypeError, "Iteration over class namespace yielded something other than 2-tuples");
      return false;
    }
    const abstract = isAbstract(PyTuple_GET_ITEM(item, 1));
    if (abstract <= 0) return abstract === 0;
    return PySet_Add(names, PyTuple_GET_ITEM(item, 0)) >= 0;
  });
  decref(items);
  return ok;
}

/** Adds the names that a base left abstract and the class has not filled in. */
function addInheritedAbstract(cls: Borrowed, base: Borrowed, names: Borrowed): boolean {
  const inherited = PyObject_GetOptionalAttr(base, id_abstractmethods);
  if (inherited === 0) return PyErr_Occurred() === 0;
  const ok = forEach(inherited, (name) => {
    const value = PyObject_GetOptionalAttr(cls, name);
    if (value === 0) return PyErr_Occurred() === 0;
    const abstract = isAbstract(value);
    decref(value);
    if (abstract <= 0) return abstract === 0;
    return PySet_Add(names, name) >= 0;
  });
  decref(inherited);
  return ok;
}

function computeAbstractMethods(cls: Borrowed): number {
  const names = PyFrozenSet_New(0);
  if (names === 0) return -1;
  let ok = addOwnAbstract(cls, names);
  const bases = ok ? PyObject_GetAttr(cls, id_bases) : 0;
  ok = bases !== 0;
  if (ok && !isTuple(bases)) {
    ok = raise(PyExc_TypeError, "__bases__ is not tuple") !== 0;
  }
  for (let i = 0; ok && i < sizeOf(bases); i++) ok = addInheritedAbstract(cls, PyTuple_GET_ITEM(bases, i), names);
  if (bases !== 0) decref(bases);
  const status = ok ? PyObject_SetAttr(cls, id_abstractmethods, names) : -1;
  decref(names);
  return status;
}

const COLLECTION_FLAGS = Py_TPFLAGS_SEQUENCE | Py_TPFLAGS_MAPPING;

/** Takes __abc_tpflags__ from a class's dict into its flags. */
function takeCollectionFlags(cls: Borrowed): number {
  if (!isType(cls)) return 0;
  const dict = typeDict(cls);
  const value = PyDict_GetItemWithError(dict, id_abc_tpflags);
  if (value === 0) return PyErr_Occurred() ? -1 : 0;
  const flags = PyLong_AsLong(value);
  if (flags === -1 && PyErr_Occurred()) return -1;
  if ((flags & COLLECTION_FLAGS) === COLLECTION_FLAGS) {
    return raiseInt(PyExc_TypeError, "__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING");
  }
  setI32(cls + PyTypeObject.tp_flags, typeFlags(cls) | (flags & COLLECTION_FLAGS));
  if (PyDict_DelItem(dict, id_abc_tpflags) < 0) return -1;
  PyType_Modified(cls);
  return 0;
}

function abcInit(_module: Borrowed, cls: Borrowed): Owned {
  if (computeAbstractMethods(cls) < 0) return 0;
  const data = allocate(typeIn(dataType));
  if (data === 0) return 0;
  copyWide(data + VERSION, counter);
  const status = PyObject_SetAttr(cls, id_abc_impl, data);
  decref(data);
  return status < 0 || takeCollectionFlags(cls) < 0 ? 0 : Py_None;
}

function setCollectionFlag(type: Borrowed, flag: number): void {
  if (typeFlags(type) & Py_TPFLAGS_IMMUTABLETYPE || (typeFlags(type) & COLLECTION_FLAGS) === flag) return;
  setI32(type + PyTypeObject.tp_flags, (typeFlags(type) & ~COLLECTION_FLAGS) | flag);
  PyType_Modified(type);
  forEachSubclass(type, (subclass) => setCollectionFlag(subclass, flag));
}

function register(_module: Borrowed, cls: Borrowed, subclass: Borrowed): Owned {
  if (!isType(subclass)) return raise(PyExc_TypeError, "Can only register classes");
  const already = PyObject_IsSubclass(subclass, cls);
  if (already !== 0) return already < 0 ? 0 : newRef(subclass);
  const reverse = PyObject_IsSubclass(cls, subclass);
  if (reverse < 0) return 0;
  if (reverse > 0) return raise(PyExc_RuntimeError, "Refusing to create an inheritance cycle");
  const data = implementationOf(cls);
  if (data === 0) return 0;
  const status = addToWeakSet(data + REGISTRY, subclass);
  decref(data);
  if (status < 0) return 0;
  const next = ((low(counter) >>> 0) + 1) | 0;
  setI64(counter, next, high(counter) + (next === 0 ? 1 : 0));
  if (isType(cls)) {
    const flag = typeFlags(cls) & COLLECTION_FLAGS;
    if (flag !== 0) setCollectionFlag(subclass, flag);
  }
  return newRef(subclass);
}

function isNegativeCurrent(data: Borrowed): boolean {
  return low(data + VERSION) === low(counter) && high(data + VERSION) === high(counter);
}

function instancecheck(_module: Borrowed, cls: Borrowed, instance: Borrowed): Owned {
  const data = implementationOf(cls);
  if (data === 0) return 0;
  const subclass = PyObject_GetAttr(instance, id_class);
  const answer = subclass === 0 ? 0 : checkInstance(data, cls, instance, subclass);
  if (subclass !== 0) decref(subclass);
  decref(data);
  return answer;
}

function checkInstance(data: Borrowed, cls: Borrowed, instance: Borrowed, subclass: Borrowed): Owned {
  const cached = inWeakSet(data + CACHE, subclass);
  if (cached !== 0) return cached < 0 ? 0 : bool(true);
  const type = typeOf(instance);
  if (type === subclass) {
    if (isNegativeCurrent(data)) {
      const denied = inWeakSet(data + NEGATIVE, subclass);
      if (denied !== 0) return denied < 0 ? 0 : bool(false);
    }
    return PyObject_CallMethod(cls, id_subclasscheck, subclass);
  }
  const result = PyObject_CallMethod(cls, id_subclasscheck, subclass);
  if (result === 0) return 0;
  const truth = PyObject_IsTrue(result);
  if (truth > 0) return result;
  decref(result);
  return truth < 0 ? 0 : PyObject_CallMethod(cls, id_subclasscheck, type);
}

function subclasscheck(_module: Borrowed, cls: Borrowed, subclass: Borrowed): Owned {
  if (!isType(subclass)) return raise(PyExc_TypeError, "issubclass() arg 1 must be a class");
  const data = implementationOf(cls);
  if (data === 0) return 0;
  const answer = checkSubclass(data, cls, subclass);
  decref(data);
  return answer < 0 ? 0 : bool(answer > 0);
}

/** 1, 0, -1. */
function checkSubclass(data: Borrowed, cls: Borrowed, subclass: Borrowed): number {
  const cached = inWeakSet(data + CACHE, subclass);
  if (cached !== 0) return cached;
  if (!isNegativeCurrent(data)) {
    if (ptr(data + NEGATIVE) !== 0) setClear(ptr(data + NEGATIVE));
    copyWide(data + VERSION, counter);
  } else {
    const denied = inWeakSet(data + NEGATIVE, subclass);
    if (denied !== 0) return denied < 0 ? -1 : 0;
  }
  const hook = PyObject_CallMethod(cls, id_subclasshook, subclass);
  if (hook === 0) return -1;
  decref(hook);
  if (hook === bool(true)) return addToWeakSet(data + CACHE, subclass) < 0 ? -1 : 1;
  if (hook === bool(false)) return addToWeakSet(data + NEGATIVE, subclass);
  if (hook !== Py_NotImplemented) {
    return raiseInt(PyExc_AssertionError, "__subclasshook__ must return either False, True, or NotImplemented");
  }
  const mro = ptr(subclass + PyTypeObject.tp_mro);
  for (let i = 0; mro !== 0 && i < sizeOf(mro); i++) {
    if (PyTuple_GET_ITEM(mro, i) === cls) return addToWeakSet(data + CACHE, subclass) < 0 ? -1 : 1;
  }
  const registered = checkRegistry(data, subclass);
  if (registered !== 0) return registered;
  const inherited = checkSubclasses(data, cls, subclass);
  if (inherited !== 0) return inherited;
  return addToWeakSet(data + NEGATIVE, subclass);
}

/** Whether the class is registered, or derives from one that is. */
function checkRegistry(data: Borrowed, subclass: Borrowed): number {
  const direct = inWeakSet(data + REGISTRY, subclass);
  if (direct !== 0) return direct;
  const registry = ptr(data + REGISTRY);
  if (registry === 0) return 0;
  const members = liveMembers(registry);
  let answer = 0;
  for (const member of members) {
    if (answer === 0) {
      answer = PyObject_IsSubclass(subclass, member);
      if (answer > 0 && addToWeakSet(data + CACHE, subclass) < 0) answer = -1;
    }
    decref(member);
  }
  return answer;
}

function checkSubclasses(data: Borrowed, cls: Borrowed, subclass: Borrowed): number {
  const subclasses = PyObject_CallMethod(cls, id_subclasses);
  if (subclasses === 0) return -1;
  if (!isList(subclasses)) {
    decref(subclasses);
    return raiseInt(PyExc_TypeError, "__subclasses__() must return a list");
  }
  let answer = 0;
  for (let i = 0; answer === 0 && i < sizeOf(subclasses); i++) {
    const candidate = newRef(PyList_GET_ITEM(subclasses, i));
    answer = PyObject_IsSubclass(subclass, candidate);
    decref(candidate);
    if (answer > 0 && addToWeakSet(data + CACHE, subclass) < 0) answer = -1;
  }
  decref(subclasses);
  return answer;
}

declareModule({
  name: "_abc",
  exec: (module) => (makeModuleType(module, dataType) === 0 ? -1 : 0),
  functions: [
    ["get_cache_token", "()", () => wideInt(counter)],
    ["_abc_init", "(self, /)", abcInit],
    ["_reset_registry", "(self, /)", resetRegistry],
    ["_reset_caches", "(self, /)", resetCaches],
    ["_get_dump", "(self, /)", getDump],
    ["_abc_register", "(self, subclass, /)", register],
    ["_abc_instancecheck", "(self, instance, /)", instancecheck],
    ["_abc_subclasscheck", "(self, subclass, /)", subclasscheck],
  ],
});
