// object, the base of all: creation, repr, comparison, hash by address, attributes, __init_subclass__, pickling support.
import { type Address, type Borrowed, type Owned, ptr, setPtr, ssize } from "../memory/memory.ts";
import { PyObject, PyTypeObject } from "../memory/structs/object.ts";
import { text, textFunction } from "../memory/text.ts";
import { Py_EQ, Py_NE, PyObject_GetAttr, PyObject_IsTrue, pushStr } from "./abstract.ts";
import { genericGetAttr, genericSetAttr } from "./attributes.ts";
import { PyObject_CallTwoArgs } from "./call.ts";
import { declareType } from "./declare.ts";
import { hasInlineValues } from "./dict_instance.ts";
import { objectDir } from "./dir.ts";
import { raise, raiseInt, typeName, typeNameOf } from "./errors.ts";
import { Py_HashPointer } from "./hash.ts";
import { identifier } from "./identifiers.ts";
import { PyImport_ImportModule } from "./import_hook.ts";
import { bool, PyLong_FromNumber } from "./long_core.ts";
import {
  decref,
  incref,
  isType,
  newRef,
  Py_TPFLAGS_BASETYPE,
  Py_TPFLAGS_HEAPTYPE,
  Py_TPFLAGS_IS_ABSTRACT,
  sizeOf,
  typeFlags,
  typeOf,
} from "./object.ts";
import { objectGetState } from "./object_reduce.ts";
import { genericAlloc, objectFreeText } from "./type_alloc.ts";
import { compatibleForAssignment } from "./type_layout.ts";
import { isImmutableType, ownAttribute } from "./type_lookup.ts";
import { fullName, shortName } from "./type_names.ts";
import { Py_None, Py_NotImplemented, PyBaseObject_Type, PyExc_TypeError, PyModule_Type } from "./types.ts";
import { PyUnicode_FromString, PyUnicode_GET_LENGTH, textOf } from "./unicode_core.ts";

const id = identifier;
const id_abstractmethods = id("__abstractmethods__");

function excessArguments(args: Borrowed, kwargs: Borrowed): boolean {
  return sizeOf(args) > 0 || (kwargs !== 0 && sizeOf(kwargs) > 0);
}

function object_new(type: Borrowed, args: Borrowed, kwargs: Borrowed): Owned {
  if (excessArguments(args, kwargs)) {
    if (ptr(type + PyTypeObject.tp_new) !== objectNew) {
      return raise(PyExc_TypeError, "object.__new__() takes exactly one argument (the type to instantiate)");
    }
    if (ptr(type + PyTypeObject.tp_init) === objectInit) {
      return raise(PyExc_TypeError, `${typeName(type)}() takes no arguments`);
    }
  }
  if (typeFlags(type) & Py_TPFLAGS_IS_ABSTRACT) return abstractError(type);
  return textFunction(ptr(type + PyTypeObject.tp_alloc))(type, 0);
}
/** object.__new__: a module's type that gives it as its own tp_new inherits the method. */
export const objectNew: Address = text("object_new", object_new);

function abstractError(type: Borrowed): 0 {
  const methods = ownAttribute(type, id_abstractmethods);
  const names: string[] = [];
  if (methods !== 0) forEachName(methods, (name) => names.push(`'${textOf(name)}'`));
  names.sort();
  const plural = names.length > 1 ? "s" : "";
  return raise(
    PyExc_TypeError,
    `Can't instantiate abstract class ${shortName(type)} without an implementation for abstract method${plural} ${names.join(", ")}`,
  );
}

import { PyIter_Next, PyObject_GetIter } from "./abstract.ts";

function forEachName(iterable: Borrowed, visit: (name: Borrowed) => void): void {
  const iterator = PyObject_GetIter(iterable);
  if (iterator === 0) return;
  for (let item = PyIter_Next(iterator); item !== 0; item = PyIter_Next(iterator)) {
    visit(item);
    decref(item);
  }
  decref(iterator);
}

function object_init(o: Borrowed, args: Borrowed, kwargs: Borrowed): number {
  const type = typeOf(o);
  if (excessArguments(args, kwargs)) {
    if (ptr(type + PyTypeObject.tp_init) !== objectInit) {
      return raiseInt(PyExc_TypeError, "object.__init__() takes exactly one argument (the instance to initialize)");
    }
    if (ptr(type + PyTypeObject.tp_new) === objectNew) {
      return raiseInt(
        PyExc_TypeError,
        `${shortName(type)}.__init__() takes exactly one argument (the instance to initialize)`,
      );
    }
  }
  return 0;
}
const objectInit: Address = text("object_init", object_init);

function object_dealloc(o: Address): void {
  textFunction(ptr(typeOf(o) + PyTypeObject.tp_free))(o);
}

function object_repr(o: Borrowed): Owned {
  return PyUnicode_FromString(`<${fullName(typeOf(o))} object at 0x${o.toString(16)}>`);
}

function object_richcompare(a: Borrowed, b: Borrowed, op: number): Owned {
  if (op === Py_EQ) return a === b ? bool(true) : Py_NotImplemented;
  if (op === Py_NE) {
    const compare = ptr(typeOf(a) + PyTypeObject.tp_richcompare);
    if (compare === 0) return Py_NotImplemented;
    const equal = settle(currentFrame(), textFunction(compare)(a, b, Py_EQ));
    if (equal === 0 || equal === Py_NotImplemented) return equal;
    const truth = PyObject_IsTrue(equal);
    decref(equal);
    return truth < 0 ? 0 : bool(truth === 0);
  }
  return Py_NotImplemented;
}

import { currentFrame, settle } from "./frames.ts";

function set_class(o: Borrowed, value: Borrowed): number {
  if (value === 0) return raiseInt(PyExc_TypeError, "can't delete __class__ attribute");
  if (!isType(value)) {
    return raiseInt(PyExc_TypeError, `__class__ must be set to a class, not '${typeNameOf(value)}' object`);
  }
  const old = typeOf(o);
  const bothModules = isModuleType(value) && isModuleType(old);
  if (!bothModules && (isImmutableType(value) || isImmutableType(old))) {
    return raiseInt(PyExc_TypeError, "__class__ assignment only supported for mutable types or ModuleType subclasses");
  }
  if (compatibleForAssignment(old, value, "__class__") === 0) return -1;
  if (hasInlineValues(old)) materialize(o);
  if (typeFlags(value) & Py_TPFLAGS_HEAPTYPE) incref(value);
  setPtr(o + PyObject.ob_type, value);
  if (typeFlags(old) & Py_TPFLAGS_HEAPTYPE) decref(old);
  return 0;
}

import { _PyDict_DetachFromObject, _PyObject_GetManagedDict, PyObject_GenericGetDict } from "./dict_instance.ts";
import { isSubtype } from "./object.ts";

function isModuleType(type: Borrowed): boolean {
  return isSubtype(type, PyModule_Type);
}
function materialize(o: Borrowed): void {
  const dict = PyObject_GenericGetDict(o);
  if (dict === 0) return;
  _PyDict_DetachFromObject(_PyObject_GetManagedDict(o), o);
  decref(dict);
}

function object_reduce_ex(o: Borrowed, protocol: number): Owned {
  const reduce = PyObject_GetAttr(o, id("__reduce__"));
  if (reduce === 0) return 0;
  const own = ownAttributeOf(typeOf(o), "__reduce__");
  const overridden = own !== ownAttribute(PyBaseObject_Type, id("__reduce__"));
  if (overridden) {
    const result = settle(currentFrame(), callNoArgs(reduce));
    decref(reduce);
    return result;
  }
  decref(reduce);
  return commonReduce(o, protocol);
}

import { pushCallNoArgs as callNoArgs } from "./call.ts";
import { _PyType_Lookup } from "./type_lookup.ts";

function ownAttributeOf(type: Borrowed, name: string): Borrowed {
  return _PyType_Lookup(type, id(name));
}

/** copyreg does the work, as in CPython. */
function commonReduce(o: Borrowed, protocol: number): Owned {
  const copyreg = PyImport_ImportModule("copyreg");
  if (copyreg === 0) return 0;
  if (protocol >= 2) {
    decref(copyreg);
    return reduceNew(o, protocol);
  }
  const f = PyObject_GetAttr(copyreg, id("_reduce_ex"));
  decref(copyreg);
  if (f === 0) return 0;
  const number = PyLong_FromNumber(protocol);
  const result = PyObject_CallTwoArgs(f, o, number);
  decref(number);
  decref(f);
  return result;
}

import { reduceNew } from "./object_reduce.ts";

function object_format(o: Borrowed, spec: Borrowed): Owned {
  if (PyUnicode_GET_LENGTH(spec) > 0) {
    return raise(PyExc_TypeError, `unsupported format string passed to ${typeNameOf(o)}.__format__`);
  }
  return pushStr(o);
}

declareType(PyBaseObject_Type, {
  name: "object",
  basicsize: PyObject.sizeof,
  flags: Py_TPFLAGS_BASETYPE,
  slots: {
    tp_dealloc: object_dealloc,
    tp_repr: object_repr,
    tp_str: (o: Borrowed) => textFunction(ptr(typeOf(o) + PyTypeObject.tp_repr))(o),
    tp_hash: (o: Borrowed) => Py_HashPointer(o),
    tp_getattro: genericGetAttr,
    tp_setattro: genericSetAttr,
    tp_richcompare: object_richcompare,
    tp_init: objectInit,
    tp_alloc: genericAlloc,
    tp_new: objectNew,
    tp_free: objectFreeText,
  },
  getset: [["__class__", (o: Borrowed) => newRef(typeOf(o)), set_class]],
  methods: [
    ["__reduce_ex__", "(protocol: int, /)", object_reduce_ex],
    ["__reduce__", "()", (o: Borrowed) => commonReduce(o, 0)],
    ["__getstate__", "()", objectGetState],
    ["__subclasshook__", "@classmethod (object, /)", () => Py_NotImplemented],
    ["__init_subclass__", "@classmethod ()", () => Py_None],
    ["__format__", "(format_spec: str, /)", object_format],
    [
      "__sizeof__",
      "()",
      (o: Borrowed) => {
        const type = typeOf(o);
        const items =
          ssize(type + PyTypeObject.tp_itemsize) === 0
            ? 0
            : Math.abs(sizeOf(o)) * ssize(type + PyTypeObject.tp_itemsize);
        return PyLong_FromNumber(ssize(type + PyTypeObject.tp_basicsize) + items);
      },
    ],
    ["__dir__", "()", objectDir],
  ],
});
