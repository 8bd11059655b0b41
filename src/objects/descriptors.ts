// Descriptors of built-in types: methods, class methods, members, getsets, slot wrappers, and the bound slot wrapper
// (CPython's descrobject.c). They are made when a type is made ready.

import { gcFree, gcNewVar, gcTrack, gcUntrack } from "../gc/link.ts";
import {
  type Address,
  type Borrowed,
  i16,
  i32,
  type Owned,
  ptr,
  setF64,
  setI32,
  setPtr,
  setU8,
  setU16,
  u8,
  u32,
} from "../memory/memory.ts";
import {
  PyDescrObject,
  PyGetSetDescrObject,
  PyMemberDescrObject,
  PyMethodDescrObject,
  PyWrapperDescrObject,
  wrapperbase,
  wrapperobject,
} from "../memory/structs/descriptors.ts";
import { PyGetSetDef, PyMemberDef, PyMethodDef } from "../memory/structs/object.ts";
import { text, textFunction } from "../memory/text.ts";
import { Py_EQ, Py_NE } from "./abstract.ts";
import { nameTheAttributeError } from "./attribute_error.ts";
import { pushCall } from "./call_object.ts";
import { callMethodDef, docOf, PyCFunction_New, signatureOf } from "./cfunction.ts";
import { convertFloat, convertInt, convertSsize } from "./convert.ts";
import { declareType, MEMBER_TYPES, type MethodRow } from "./declare.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise, raiseInt, textOfCString, typeName, typeNameOf } from "./errors.ts";
import { floatAt } from "./float_core.ts";
import { Py_HashPointer } from "./hash.ts";
import { bool, PyLong_FromNumber } from "./long_core.ts";
import { longFromUnsignedWords } from "./long_words.ts";
import {
  decref,
  incref,
  initObject,
  isInstanceOf,
  isSubtype,
  isType,
  newRef,
  Py_TPFLAGS_HAVE_GC,
  Py_TPFLAGS_HAVE_VECTORCALL,
  Py_TPFLAGS_METHOD_DESCRIPTOR,
  sizeOf,
  typeOf,
  xdecref,
} from "./object.ts";
import { reduceToAttribute } from "./reduce_names.ts";
import { ITEMS, PyTuple_GET_ITEM, tupleFromArray } from "./tuple_core.ts";
import { messageName, typeQualname } from "./type_names.ts";
import {
  _PyMethodWrapper_Type,
  Py_False,
  Py_None,
  Py_NotImplemented,
  Py_True,
  PyClassMethodDescr_Type,
  PyExc_AttributeError,
  PyExc_SystemError,
  PyExc_TypeError,
  PyGetSetDescr_Type,
  PyMemberDescr_Type,
  PyMethodDescr_Type,
  PyWrapperDescr_Type,
} from "./types.ts";
import { PyUnicode_FromString, textOf } from "./unicode_core.ts";
import { PyUnicode_InternFromString } from "./unicode_intern.ts";

function newDescriptor(kind: Borrowed, byteCount: number, type: Borrowed, name: string): Owned {
  const descriptor = gcNewVar(kind, byteCount);
  if (descriptor === 0) return PyErr_NoMemory();
  initObject(descriptor, kind);
  setPtr(descriptor + PyDescrObject.d_type, newRef(type));
  setPtr(descriptor + PyDescrObject.d_name, PyUnicode_InternFromString(name));
  setPtr(descriptor + PyDescrObject.d_qualname, 0);
  return descriptor;
}

export function PyDescr_NewMethod(type: Borrowed, method: Address): Owned {
  const o = newDescriptor(
    PyMethodDescr_Type,
    PyMethodDescrObject.sizeof,
    type,
    textOfCString(ptr(method + PyMethodDef.ml_name)),
  );
  if (o === 0) return 0;
  setPtr(o + PyMethodDescrObject.d_method, method);
  setPtr(o + PyMethodDescrObject.vectorcall, methodVectorcall);
  gcTrack(o);
  return o;
}

export function PyDescr_NewClassMethod(type: Borrowed, method: Address): Owned {
  const o = newDescriptor(
    PyClassMethodDescr_Type,
    PyMethodDescrObject.sizeof,
    type,
    textOfCString(ptr(method + PyMethodDef.ml_name)),
  );
  if (o === 0) return 0;
  setPtr(o + PyMethodDescrObject.d_method, method);
  setPtr(o + PyMethodDescrObject.vectorcall, 0);
  gcTrack(o);
  return o;
}

export function PyDescr_NewMember(type: Borrowed, member: Address): Owned {
  const o = newDescriptor(
    PyMemberDescr_Type,
    PyMemberDescrObject.sizeof,
    type,
    textOfCString(ptr(member + PyMemberDef.name)),
  );
  if (o === 0) return 0;
  setPtr(o + PyMemberDescrObject.d_member, member);
  gcTrack(o);
  return o;
}

export function PyDescr_NewGetSet(type: Borrowed, getset: Address): Owned {
  const o = newDescriptor(
    PyGetSetDescr_Type,
    PyGetSetDescrObject.sizeof,
    type,
    textOfCString(ptr(getset + PyGetSetDef.name)),
  );
  if (o === 0) return 0;
  setPtr(o + PyGetSetDescrObject.d_getset, getset);
  gcTrack(o);
  return o;
}

export function PyDescr_NewWrapper(type: Borrowed, base: Address, wrapped: Address): Owned {
  const o = newDescriptor(
    PyWrapperDescr_Type,
    PyWrapperDescrObject.sizeof,
    type,
    textOfCString(ptr(base + wrapperbase.name)),
  );
  if (o === 0) return 0;
  setPtr(o + PyWrapperDescrObject.d_base, base);
  setPtr(o + PyWrapperDescrObject.d_wrapped, wrapped);
  gcTrack(o);
  return o;
}

function descr_dealloc(o: Address): void {
  gcUntrack(o);
  xdecref(ptr(o + PyDescrObject.d_type));
  xdecref(ptr(o + PyDescrObject.d_name));
  xdecref(ptr(o + PyDescrObject.d_qualname));
  gcFree(o);
}

function descr_traverse(o: Address, visit: (o: Address) => number): number {
  return visit(ptr(o + PyDescrObject.d_type));
}

function descriptorName(o: Borrowed): string {
  return textOf(ptr(o + PyDescrObject.d_name));
}

function descriptorTypeName(o: Borrowed): string {
  return typeName(ptr(o + PyDescrObject.d_type));
}

const reprAs =
  (kind: string) =>
  (o: Borrowed): Owned =>
    PyUnicode_FromString(`<${kind} '${descriptorName(o)}' of '${descriptorTypeName(o)}' objects>`);

/** Whether an instance may be used with a descriptor; TypeError otherwise. */
function checkInstance(descriptor: Borrowed, o: Borrowed): boolean {
  if (isInstanceOf(o, ptr(descriptor + PyDescrObject.d_type))) return true;
  raise(
    PyExc_TypeError,
    `descriptor '${descriptorName(descriptor)}' for '${descriptorTypeName(descriptor)}' objects doesn't apply to a '${typeNameOf(o)}' object`,
  );
  return false;
}

// -- method descriptors ------------------------------------------------------------------------------------------------

function method_get(descriptor: Borrowed, o: Borrowed): Owned {
  if (o === 0) return newRef(descriptor);
  if (!checkInstance(descriptor, o)) return 0;
  return PyCFunction_New(ptr(descriptor + PyMethodDescrObject.d_method), o, 0);
}

/** list.append(x, …): the first argument is the instance. */
function method_vectorcall(descriptor: Borrowed, args: Address, nargs: number, kwnames: Borrowed): Owned {
  if (nargs < 1) {
    return raise(PyExc_TypeError, `unbound method ${methodText(descriptor)} needs an argument`);
  }
  const self = ptr(args);
  if (!checkInstance(descriptor, self)) return 0;
  return callMethodDef(ptr(descriptor + PyMethodDescrObject.d_method), self, args + 8, nargs - 1, kwnames, () =>
    methodText(descriptor),
  );
}
const methodVectorcall = text("method_vectorcall", method_vectorcall);

/** "list.append()", for messages. */
function methodText(descriptor: Borrowed): string {
  return `${typeQualname(ptr(descriptor + PyDescrObject.d_type))}.${descriptorName(descriptor)}()`;
}

function classmethod_get(descriptor: Borrowed, o: Borrowed, type: Borrowed): Owned {
  if (type === 0) {
    if (o === 0) {
      return raise(
        PyExc_TypeError,
        `descriptor '${descriptorName(descriptor)}' for type '${descriptorTypeName(descriptor)}' needs either an object or a type`,
      );
    }
    type = typeOf(o);
  }
  if (!isType(type)) {
    return raise(
      PyExc_TypeError,
      `descriptor '${descriptorName(descriptor)}' for type '${descriptorTypeName(descriptor)}' needs a type, not a '${typeNameOf(type)}' as arg 2`,
    );
  }
  if (!isSubtype(type, ptr(descriptor + PyDescrObject.d_type))) {
    return raise(
      PyExc_TypeError,
      `descriptor '${descriptorName(descriptor)}' requires a subtype of '${descriptorTypeName(descriptor)}' but received '${typeName(type)}'`,
    );
  }
  return PyCFunction_New(ptr(descriptor + PyMethodDescrObject.d_method), type, 0);
}

function classmethod_call(descriptor: Borrowed, args: Borrowed, kwargs: Borrowed): Owned {
  if (sizeOf(args) < 1) {
    return raise(
      PyExc_TypeError,
      `descriptor '${descriptorName(descriptor)}' of '${descriptorTypeName(descriptor)}' object needs an argument`,
    );
  }
  const bound = classmethod_get(descriptor, 0, PyTuple_GET_ITEM(args, 0));
  if (bound === 0) return 0;
  const rest = tupleFromArray(args + ITEMS + 8, sizeOf(args) - 1);
  if (rest === 0) {
    decref(bound);
    return PyErr_NoMemory();
  }
  const result = pushCall(bound, rest, kwargs);
  decref(rest);
  decref(bound);
  return result;
}

// -- members and getsets -----------------------------------------------------------------------------------------------

/** PyMember_GetOne: Owned, or 0 with an error set. */
export function readMember(o: Borrowed, member: Address): Owned {
  const at = o + i32(member + PyMemberDef.offset);
  switch (i32(member + PyMemberDef.type)) {
    case MEMBER_TYPES.bool:
      return bool(u8(at) !== 0);
    case MEMBER_TYPES.ubyte:
      return PyLong_FromNumber(u8(at));
    case MEMBER_TYPES.short:
      return PyLong_FromNumber(i16(at));
    case MEMBER_TYPES.int:
      return PyLong_FromNumber(i32(at));
    case MEMBER_TYPES.uint:
      return PyLong_FromNumber(u32(at));
    case MEMBER_TYPES.ulong:
      return longFromUnsignedWords(u32(at), u32(at + 4));
    case MEMBER_TYPES.ssize:
      return PyLong_FromNumber(i32(at + 4) * 4294967296 + u32(at));
    case MEMBER_TYPES.double:
      return floatAt(at);
    case MEMBER_TYPES.string:
      return ptr(at) === 0 ? Py_None : PyUnicode_FromString(textOfCString(ptr(at)));
    case MEMBER_TYPES.object:
      return newRef(ptr(at) === 0 ? Py_None : ptr(at));
    case MEMBER_TYPES.object_ex: {
      const value = ptr(at);
      if (value !== 0) return newRef(value);
      const name = textOfCString(ptr(member + PyMemberDef.name));
      raise(PyExc_AttributeError, `'${messageName(typeOf(o))}' object has no attribute '${name}'`);
      const nameObject = PyUnicode_InternFromString(name);
      nameTheAttributeError(o, nameObject);
      decref(nameObject);
      return 0;
    }
  }
  return raise(PyExc_SystemError, "bad memberdescr type");
}

/** PyMember_SetOne: 0, or -1 with an error set. */
export function writeMember(o: Borrowed, member: Address, value: Borrowed): number {
  if (i32(member + PyMemberDef.flags) & 1) return raiseInt(PyExc_AttributeError, "readonly attribute");
  const at = o + i32(member + PyMemberDef.offset);
  const kind = i32(member + PyMemberDef.type);
  if (value === 0) {
    if (kind === MEMBER_TYPES.object_ex) {
      if (ptr(at) === 0) return raiseInt(PyExc_AttributeError, textOfCString(ptr(member + PyMemberDef.name)));
    } else if (kind !== MEMBER_TYPES.object) {
      return raiseInt(PyExc_TypeError, "can't delete numeric/char attribute");
    }
  }
  switch (kind) {
    case MEMBER_TYPES.object:
    case MEMBER_TYPES.object_ex: {
      const old = ptr(at);
      if (value !== 0) incref(value);
      setPtr(at, value);
      xdecref(old);
      return 0;
    }
    case MEMBER_TYPES.bool:
      if (value !== Py_True && value !== Py_False) {
        return raiseInt(PyExc_TypeError, "attribute value type must be bool");
      }
      setU8(at, value === Py_True ? 1 : 0);
      return 0;
    case MEMBER_TYPES.double: {
      const number = convertFloat(value);
      if (number === -1 && PyErr_Occurred()) return -1;
      setF64(at, number);
      return 0;
    }
    case MEMBER_TYPES.string:
      return raiseInt(PyExc_TypeError, "readonly attribute");
    case MEMBER_TYPES.ssize: {
      const number = convertSsize(value);
      if (number === -1 && PyErr_Occurred()) return -1;
      setI32(at, number);
      setI32(at + 4, number >> 31);
      return 0;
    }
    default: {
      const number = convertInt(value);
      if (number === -1 && PyErr_Occurred()) return -1;
      if (kind === MEMBER_TYPES.ubyte) setU8(at, number);
      else if (kind === MEMBER_TYPES.short) setU16(at, number);
      else setI32(at, number);
      return 0;
    }
  }
}

function member_get(descriptor: Borrowed, o: Borrowed): Owned {
  if (o === 0) return newRef(descriptor);
  return checkInstance(descriptor, o) ? readMember(o, ptr(descriptor + PyMemberDescrObject.d_member)) : 0;
}

function member_set(descriptor: Borrowed, o: Borrowed, value: Borrowed): number {
  return checkInstance(descriptor, o) ? writeMember(o, ptr(descriptor + PyMemberDescrObject.d_member), value) : -1;
}

function getset_get(descriptor: Borrowed, o: Borrowed): Owned {
  if (o === 0) return newRef(descriptor);
  if (!checkInstance(descriptor, o)) return 0;
  const definition = ptr(descriptor + PyGetSetDescrObject.d_getset);
  const get = ptr(definition + PyGetSetDef.get);
  if (get !== 0) return textFunction(get)(o, ptr(definition + PyGetSetDef.closure));
  return raise(
    PyExc_AttributeError,
    `attribute '${descriptorName(descriptor)}' of '${descriptorTypeName(descriptor)}' objects is not readable`,
  );
}

function getset_set(descriptor: Borrowed, o: Borrowed, value: Borrowed): number {
  if (!checkInstance(descriptor, o)) return -1;
  const definition = ptr(descriptor + PyGetSetDescrObject.d_getset);
  const set = ptr(definition + PyGetSetDef.set);
  if (set !== 0) return textFunction(set)(o, value, ptr(definition + PyGetSetDef.closure));
  return raiseInt(
    PyExc_AttributeError,
    `attribute '${descriptorName(descriptor)}' of '${descriptorTypeName(descriptor)}' objects is not writable`,
  );
}

// -- slot wrappers -----------------------------------------------------------------------------------------------------

function wrapperdescr_get(descriptor: Borrowed, o: Borrowed): Owned {
  if (o === 0) return newRef(descriptor);
  return checkInstance(descriptor, o) ? newMethodWrapper(descriptor, o) : 0;
}

function newMethodWrapper(descriptor: Borrowed, self: Borrowed): Owned {
  const wrapper = gcNewVar(_PyMethodWrapper_Type, wrapperobject.sizeof);
  if (wrapper === 0) return PyErr_NoMemory();
  initObject(wrapper, _PyMethodWrapper_Type);
  setPtr(wrapper + wrapperobject.descr, newRef(descriptor));
  setPtr(wrapper + wrapperobject.self, newRef(self));
  gcTrack(wrapper);
  return wrapper;
}

function rawCall(descriptor: Borrowed, self: Borrowed, args: Borrowed, kwargs: Borrowed): Owned {
  const base = ptr(descriptor + PyWrapperDescrObject.d_base);
  const takesKeywords = i32(base + wrapperbase.flags) & 1;
  if (!takesKeywords && kwargs !== 0 && i32(kwargs + 16) !== 0) {
    return raise(
      PyExc_TypeError,
      `wrapper ${textOfCString(ptr(base + wrapperbase.name))}() takes no keyword arguments`,
    );
  }
  return textFunction(ptr(base + wrapperbase.wrapper))(
    self,
    args,
    ptr(descriptor + PyWrapperDescrObject.d_wrapped),
    kwargs,
  );
}

function wrapperdescr_call(descriptor: Borrowed, args: Borrowed, kwargs: Borrowed): Owned {
  if (sizeOf(args) < 1) {
    return raise(
      PyExc_TypeError,
      `descriptor '${descriptorName(descriptor)}' of '${descriptorTypeName(descriptor)}' object needs an argument`,
    );
  }
  const self = PyTuple_GET_ITEM(args, 0);
  if (!isInstanceOf(self, ptr(descriptor + PyDescrObject.d_type))) {
    return raise(
      PyExc_TypeError,
      `descriptor '${descriptorName(descriptor)}' requires a '${descriptorTypeName(descriptor)}' object but received a '${typeNameOf(self)}'`,
    );
  }
  const rest = tupleFromArray(args + ITEMS + 8, sizeOf(args) - 1);
  if (rest === 0) return PyErr_NoMemory();
  const result = rawCall(descriptor, self, rest, kwargs);
  decref(rest);
  return result;
}

function wrapper_call(wrapper: Borrowed, args: Borrowed, kwargs: Borrowed): Owned {
  return rawCall(ptr(wrapper + wrapperobject.descr), ptr(wrapper + wrapperobject.self), args, kwargs);
}

function wrapper_dealloc(wrapper: Address): void {
  gcUntrack(wrapper);
  decref(ptr(wrapper + wrapperobject.descr));
  decref(ptr(wrapper + wrapperobject.self));
  gcFree(wrapper);
}

function wrapper_traverse(wrapper: Address, visit: (o: Address) => number): number {
  return visit(ptr(wrapper + wrapperobject.descr)) || visit(ptr(wrapper + wrapperobject.self));
}

function wrapper_repr(wrapper: Borrowed): Owned {
  const self = ptr(wrapper + wrapperobject.self);
  const name = descriptorName(ptr(wrapper + wrapperobject.descr));
  return PyUnicode_FromString(`<method-wrapper '${name}' of ${typeNameOf(self)} object at 0x${self.toString(16)}>`);
}

function wrapper_richcompare(a: Borrowed, b: Borrowed, op: number): Owned {
  if ((op !== Py_EQ && op !== Py_NE) || typeOf(a) !== _PyMethodWrapper_Type || typeOf(b) !== _PyMethodWrapper_Type) {
    return Py_NotImplemented;
  }
  const equal =
    ptr(a + wrapperobject.descr) === ptr(b + wrapperobject.descr) &&
    ptr(a + wrapperobject.self) === ptr(b + wrapperobject.self);
  return bool(equal === (op === Py_EQ));
}

function wrapper_hash(wrapper: Borrowed): number {
  return Py_HashPointer(ptr(wrapper + wrapperobject.self) ^ ptr(wrapper + wrapperobject.descr));
}

// -- what all of them show ---------------------------------------------------------------------------------------------

function descr_qualname(o: Borrowed): Owned {
  const known = ptr(o + PyDescrObject.d_qualname);
  if (known !== 0) return newRef(known);
  const qualname = PyUnicode_FromString(`${typeQualname(ptr(o + PyDescrObject.d_type))}.${descriptorName(o)}`);
  if (qualname !== 0) setPtr(o + PyDescrObject.d_qualname, newRef(qualname));
  return qualname;
}

const docMember =
  (at: (o: Borrowed) => Address) =>
  (o: Borrowed): Owned => {
    const doc = at(o);
    return doc === 0 ? Py_None : PyUnicode_FromString(textOfCString(doc));
  };
const docFrom =
  (name: (o: Borrowed) => Address, doc: (o: Borrowed) => Address) =>
  (o: Borrowed): Owned =>
    docOf(name(o), doc(o));
const signatureFrom =
  (name: (o: Borrowed) => Address, doc: (o: Borrowed) => Address) =>
  (o: Borrowed): Owned =>
    signatureOf(name(o), doc(o));

const methodSignature = (o: Borrowed): Owned =>
  signatureOf(methodName(o), methodDoc(o), i32(ptr(o + PyMethodDescrObject.d_method) + PyMethodDef.ml_flags));
const methodName = (o: Borrowed): Address => ptr(ptr(o + PyMethodDescrObject.d_method) + PyMethodDef.ml_name);
const methodDoc = (o: Borrowed): Address => ptr(ptr(o + PyMethodDescrObject.d_method) + PyMethodDef.ml_doc);
const wrapperName = (o: Borrowed): Address => ptr(ptr(o + PyWrapperDescrObject.d_base) + wrapperbase.name);
const wrapperDoc = (o: Borrowed): Address => ptr(ptr(o + PyWrapperDescrObject.d_base) + wrapperbase.doc);
const boundName = (o: Borrowed): Address => wrapperName(ptr(o + wrapperobject.descr));
const boundDoc = (o: Borrowed): Address => wrapperDoc(ptr(o + wrapperobject.descr));

const MEMBERS = [
  ["__objclass__", "object", PyDescrObject.d_type, "readonly"],
  ["__name__", "object", PyDescrObject.d_name, "readonly"],
] as const;
const REDUCE: readonly MethodRow[] = [
  [
    "__reduce__",
    "()",
    (o: Borrowed) => reduceToAttribute(ptr(o + PyDescrObject.d_type), ptr(o + PyDescrObject.d_name)),
  ],
];

const COMMON = { tp_dealloc: descr_dealloc, tp_traverse: descr_traverse } as const;

declareType(PyMethodDescr_Type, {
  name: "method_descriptor",
  basicsize: PyMethodDescrObject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_HAVE_VECTORCALL | Py_TPFLAGS_METHOD_DESCRIPTOR,
  vectorcall_offset: PyMethodDescrObject.vectorcall,
  slots: { ...COMMON, tp_repr: reprAs("method"), tp_call: pushCall, tp_descr_get: method_get },
  methods: REDUCE,
  members: MEMBERS,
  getset: [
    ["__doc__", docFrom(methodName, methodDoc)],
    ["__qualname__", descr_qualname],
    ["__text_signature__", methodSignature],
  ],
});
declareType(PyClassMethodDescr_Type, {
  name: "classmethod_descriptor",
  basicsize: PyMethodDescrObject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC,
  slots: { ...COMMON, tp_repr: reprAs("method"), tp_call: classmethod_call, tp_descr_get: classmethod_get },
  members: MEMBERS,
  getset: [
    ["__doc__", docFrom(methodName, methodDoc)],
    ["__qualname__", descr_qualname],
    ["__text_signature__", methodSignature],
  ],
});
declareType(PyMemberDescr_Type, {
  name: "member_descriptor",
  basicsize: PyMemberDescrObject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC,
  slots: { ...COMMON, tp_repr: reprAs("member"), tp_descr_get: member_get, tp_descr_set: member_set },
  methods: REDUCE,
  members: MEMBERS,
  getset: [
    ["__doc__", docMember((o) => ptr(ptr(o + PyMemberDescrObject.d_member) + PyMemberDef.doc))],
    ["__qualname__", descr_qualname],
  ],
});
declareType(PyGetSetDescr_Type, {
  name: "getset_descriptor",
  basicsize: PyGetSetDescrObject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC,
  slots: { ...COMMON, tp_repr: reprAs("attribute"), tp_descr_get: getset_get, tp_descr_set: getset_set },
  members: MEMBERS,
  getset: [
    ["__doc__", docMember((o) => ptr(ptr(o + PyGetSetDescrObject.d_getset) + PyGetSetDef.doc))],
    ["__qualname__", descr_qualname],
  ],
});
declareType(PyWrapperDescr_Type, {
  name: "wrapper_descriptor",
  basicsize: PyWrapperDescrObject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_METHOD_DESCRIPTOR,
  slots: { ...COMMON, tp_repr: reprAs("slot wrapper"), tp_call: wrapperdescr_call, tp_descr_get: wrapperdescr_get },
  methods: REDUCE,
  members: MEMBERS,
  getset: [
    ["__doc__", docFrom(wrapperName, wrapperDoc)],
    ["__qualname__", descr_qualname],
    ["__text_signature__", signatureFrom(wrapperName, wrapperDoc)],
  ],
});
declareType(_PyMethodWrapper_Type, {
  name: "method-wrapper",
  basicsize: wrapperobject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC,
  slots: {
    tp_dealloc: wrapper_dealloc,
    tp_traverse: wrapper_traverse,
    tp_repr: wrapper_repr,
    tp_call: wrapper_call,
    tp_hash: wrapper_hash,
    tp_richcompare: wrapper_richcompare,
  },
  methods: [
    [
      "__reduce__",
      "()",
      (o: Borrowed) =>
        reduceToAttribute(ptr(o + wrapperobject.self), ptr(ptr(o + wrapperobject.descr) + PyDescrObject.d_name)),
    ],
  ],
  members: [["__self__", "object", wrapperobject.self, "readonly"]],
  getset: [
    ["__objclass__", (o: Borrowed) => newRef(ptr(ptr(o + wrapperobject.descr) + PyDescrObject.d_type))],
    ["__name__", (o: Borrowed) => newRef(ptr(ptr(o + wrapperobject.descr) + PyDescrObject.d_name))],
    ["__qualname__", (o: Borrowed) => descr_qualname(ptr(o + wrapperobject.descr))],
    ["__doc__", docFrom(boundName, boundDoc)],
    ["__text_signature__", signatureFrom(boundName, boundDoc)],
  ],
});
