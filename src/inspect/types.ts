// Type objects as memory has them: names, flags, layout. A type is known by what stands in it, never by its address, so
// the same code reads the machine's types and those of a live process.
//
// Invariant: typeAt() answers null unless the address holds a type whose own type is a type; chains of bases have a limit.

import * as awaitables from "../memory/structs/awaitables.ts";
import * as code from "../memory/structs/code.ts";
import * as containers from "../memory/structs/containers.ts";
import * as descriptors from "../memory/structs/descriptors.ts";
import * as exceptions from "../memory/structs/exceptions.ts";
import * as iterators from "../memory/structs/iterators.ts";
import { PyComplexObject, PyFloatObject, PyLongObject } from "../memory/structs/numbers.ts";
import { PyHeapTypeObject, PyMemberDef, PyObject, PyTypeObject, PyVarObject } from "../memory/structs/object.ts";
import * as texts from "../memory/structs/text.ts";
import type { Kind } from "./facts.ts";
import { type Inspection, perAddress } from "./inspection.ts";
import { type Address, cstring } from "./reader.ts";

/** Bits of tp_flags (Include/object.h, Py_TPFLAGS): words below 2^32. */
export const FLAG = {
  INLINE_VALUES: 1 << 2,
  MANAGED_WEAKREF: 1 << 3,
  MANAGED_DICT: 1 << 4,
  HEAPTYPE: 1 << 9,
  HAVE_GC: 1 << 14,
  ITEMS_AT_END: 1 << 23,
  LONG_SUBCLASS: 1 << 24,
  LIST_SUBCLASS: 1 << 25,
  TUPLE_SUBCLASS: 1 << 26,
  BYTES_SUBCLASS: 1 << 27,
  UNICODE_SUBCLASS: 1 << 28,
  DICT_SUBCLASS: 1 << 29,
  BASE_EXC_SUBCLASS: 1 << 30,
  TYPE_SUBCLASS: 1 << 31,
} as const;

export const GC_HEAD_BYTES = 16;
const PREHEADER_BYTES = 16;

/** How the bytes behind the head are to be read, beyond what the structure's rows say. */
export type Form =
  | "plain"
  | "none"
  | "int"
  | "float"
  | "complex"
  | "str"
  | "bytes"
  | "bytearray"
  | "list"
  | "tuple"
  | "dict"
  | "set"
  | "deque"
  | "type"
  | "code"
  | "frame"
  | "generator";

type Row = readonly [table: object, kind: Kind, form?: Form];

const EXCEPTION: Row = [exceptions.PyBaseExceptionObject, "ins"];

/** Static types (and module types, which have a dot in tp_name) by tp_name. */
const LAYOUTS: Readonly<Record<string, Row>> = {
  object: [PyObject, "ins"],
  type: [PyTypeObject, "cls", "type"],
  NoneType: [PyObject, "none", "none"],
  NotImplementedType: [PyObject, "none", "none"],
  ellipsis: [PyObject, "none", "none"],
  int: [PyLongObject, "num", "int"],
  bool: [PyLongObject, "num", "int"],
  float: [PyFloatObject, "num", "float"],
  complex: [PyComplexObject, "num", "complex"],
  str: [texts.PyASCIIObject, "txt", "str"],
  bytes: [texts.PyBytesObject, "txt", "bytes"],
  bytearray: [texts.PyByteArrayObject, "txt", "bytearray"],
  memoryview: [texts.PyMemoryViewObject, "txt"],
  managedbuffer: [texts._PyManagedBufferObject, "txt"],
  list: [containers.PyListObject, "seq", "list"],
  tuple: [containers.PyTupleObject, "seq", "tuple"],
  dict: [containers.PyDictObject, "map", "dict"],
  set: [containers.PySetObject, "map", "set"],
  frozenset: [containers.PySetObject, "map", "set"],
  dict_keys: [containers._PyDictViewObject, "map"],
  dict_values: [containers._PyDictViewObject, "map"],
  dict_items: [containers._PyDictViewObject, "map"],
  mappingproxy: [containers.mappingproxyobject, "map"],
  "collections.deque": [containers.dequeobject, "seq", "deque"],
  "collections.defaultdict": [containers.defdictobject, "map", "dict"],
  "_collections._deque_iterator": [containers.dequeiterobject, "cod"],
  "_collections._deque_reverse_iterator": [containers.dequeiterobject, "cod"],
  range: [iterators.rangeobject, "seq"],
  slice: [iterators.PySliceObject, "seq"],
  list_iterator: [iterators._PyListIterObject, "cod"],
  list_reverseiterator: [iterators.listreviterobject, "cod"],
  tuple_iterator: [iterators._PyTupleIterObject, "cod"],
  dict_keyiterator: [iterators.dictiterobject, "cod"],
  dict_valueiterator: [iterators.dictiterobject, "cod"],
  dict_itemiterator: [iterators.dictiterobject, "cod"],
  dict_reversekeyiterator: [iterators.dictiterobject, "cod"],
  dict_reversevalueiterator: [iterators.dictiterobject, "cod"],
  dict_reverseitemiterator: [iterators.dictiterobject, "cod"],
  set_iterator: [iterators.setiterobject, "cod"],
  range_iterator: [iterators._PyRangeIterObject, "cod"],
  longrange_iterator: [iterators.longrangeiterobject, "cod"],
  iterator: [iterators.seqiterobject, "cod"],
  callable_iterator: [iterators.calliterobject, "cod"],
  str_iterator: [iterators.unicodeiterobject, "cod"],
  str_ascii_iterator: [iterators.unicodeiterobject, "cod"],
  bytes_iterator: [iterators.striterobject, "cod"],
  bytearray_iterator: [iterators.bytesiterobject, "cod"],
  _buffer_wrapper: [texts.PyBufferWrapper, "cod"],
  memory_iterator: [iterators.memoryiterobject, "cod"],
  enumerate: [iterators.enumobject, "cod"],
  reversed: [iterators.reversedobject, "cod"],
  zip: [iterators.zipobject, "cod"],
  map: [iterators.mapobject, "cod"],
  filter: [iterators.filterobject, "cod"],
  "weakref.ReferenceType": [iterators.PyWeakReference, "ins"],
  "weakref.ProxyType": [iterators.PyWeakReference, "ins"],
  "weakref.CallableProxyType": [iterators.PyWeakReference, "ins"],
  code: [code.PyCodeObject, "cod", "code"],
  function: [code.PyFunctionObject, "cod"],
  method: [code.PyMethodObject, "cod"],
  instancemethod: [code.PyInstanceMethodObject, "cod"],
  builtin_function_or_method: [code.PyCFunctionObject, "cod"],
  builtin_method: [code.PyCMethodObject, "cod"],
  cell: [code.PyCellObject, "ins"],
  frame: [code.PyFrameObject, "cod", "frame"],
  FrameLocalsProxy: [code.PyFrameLocalsProxyObject, "map"],
  traceback: [code.PyTracebackObject, "cod"],
  generator: [code.PyGenObject, "cod", "generator"],
  coroutine: [code.PyCoroObject, "cod", "generator"],
  async_generator: [code.PyAsyncGenObject, "cod", "generator"],
  coroutine_wrapper: [awaitables.PyCoroWrapper, "cod"],
  async_generator_asend: [awaitables.PyAsyncGenASend, "cod"],
  async_generator_athrow: [awaitables.PyAsyncGenAThrow, "cod"],
  async_generator_wrapped_value: [awaitables._PyAsyncGenWrappedValue, "cod"],
  anext_awaitable: [awaitables.anextawaitableobject, "cod"],
  line_iterator: [code.lineiterator, "cod"],
  positions_iterator: [code.positionsiterator, "cod"],
  module: [code.PyModuleObject, "cls"],
  moduledef: [code.PyModuleDef, "cls"],
  PyCapsule: [code.PyCapsule, "ins"],
  method_descriptor: [descriptors.PyMethodDescrObject, "cod"],
  classmethod_descriptor: [descriptors.PyMethodDescrObject, "cod"],
  member_descriptor: [descriptors.PyMemberDescrObject, "cod"],
  getset_descriptor: [descriptors.PyGetSetDescrObject, "cod"],
  wrapper_descriptor: [descriptors.PyWrapperDescrObject, "cod"],
  "method-wrapper": [descriptors.wrapperobject, "cod"],
  property: [descriptors.propertyobject, "cod"],
  staticmethod: [descriptors.staticmethod, "cod"],
  classmethod: [descriptors.classmethod, "cod"],
  super: [descriptors.superobject, "ins"],
  "types.SimpleNamespace": [descriptors._PyNamespaceObject, "ins"],
  "types.GenericAlias": [descriptors.gaobject, "cls"],
  "types.UnionType": [descriptors.unionobject, "cls"],
  BaseException: EXCEPTION,
  BaseExceptionGroup: [exceptions.PyBaseExceptionGroupObject, "ins"],
  SyntaxError: [exceptions.PySyntaxErrorObject, "ins"],
  ImportError: [exceptions.PyImportErrorObject, "ins"],
  UnicodeEncodeError: [exceptions.PyUnicodeErrorObject, "ins"],
  UnicodeDecodeError: [exceptions.PyUnicodeErrorObject, "ins"],
  UnicodeTranslateError: [exceptions.PyUnicodeErrorObject, "ins"],
  SystemExit: [exceptions.PySystemExitObject, "ins"],
  OSError: [exceptions.PyOSErrorObject, "ins"],
  StopIteration: [exceptions.PyStopIterationObject, "ins"],
  NameError: [exceptions.PyNameErrorObject, "ins"],
  AttributeError: [exceptions.PyAttributeErrorObject, "ins"],
};

const ROOT_LAYOUT: Row = [PyObject, "ins"];
/** Kinds that an instance of a class keeps from the built-in type behind it. */
const INHERITED_KINDS: ReadonlySet<Kind> = new Set<Kind>(["num", "txt", "seq", "map", "cls"]);

export interface TypeInfo {
  readonly address: Address;
  /** __name__. */
  readonly name: string;
  /** tp_name. */
  readonly fullName: string;
  readonly kind: Kind;
  readonly form: Form;
  /** Rows of the structure of the nearest built-in type behind it, and that type's name. */
  readonly table: object;
  readonly builtin: string;
  readonly flags: number;
  readonly basicsize: number;
  readonly itemsize: number;
  readonly dictoffset: number;
  readonly weaklistoffset: number;
  readonly isHeapType: boolean;
  readonly isGc: boolean;
  readonly base: Address;
  /** Bytes before the object in its block: the collector's head and what the type manages. */
  readonly headerBytes: number;
}

const BASE_LIMIT = 100;
const NAME_LIMIT = 200;
const LARGEST_BASIC_SIZE = 1 << 20;

export function hasFlag(type: TypeInfo, flag: number): boolean {
  return (type.flags & flag) !== 0;
}

/** Whether an address could hold a type, by what a type cannot lack. */
function looksLikeType(m: Inspection, a: Address): boolean {
  if (!(a > 0) || a % 8 !== 0 || !m.readable(a, PyTypeObject.sizeof)) return false;
  const basicsize = m.ssize(a + PyTypeObject.tp_basicsize);
  const itemsize = m.ssize(a + PyTypeObject.tp_itemsize);
  return basicsize >= 0 && basicsize <= LARGEST_BASIC_SIZE && itemsize >= 0 && itemsize <= LARGEST_BASIC_SIZE;
}

function isMetatype(m: Inspection, a: Address): boolean {
  return looksLikeType(m, a) && (m.i32(a + PyTypeObject.tp_flags) & FLAG.TYPE_SUBCLASS) !== 0;
}

function isName(text: string): boolean {
  if (text === "") return false;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) < 0x20 || text.charCodeAt(i) === 0x7f) return false;
  return true;
}

/** UTF-8 bytes held one a character, as text. */
export function fromUtf8(latin: string): string {
  let ascii = true;
  for (let i = 0; i < latin.length && ascii; i++) ascii = latin.charCodeAt(i) < 0x80;
  if (ascii) return latin;
  let text = "";
  for (let i = 0; i < latin.length; ) {
    const first = latin.charCodeAt(i);
    const size = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    let point = size === 1 ? first : first & (0x7f >> size);
    for (let k = 1; k < size; k++) point = point * 64 + (latin.charCodeAt(i + k) & 0x3f);
    text += point <= 0x10ffff ? String.fromCodePoint(point) : "\ufffd";
    i += size;
  }
  return text;
}

/** The type at an address; null where there is none that can be believed. */
export const typeAt: (m: Inspection, a: Address) => TypeInfo | null = perAddress((m, a) => {
  if (!looksLikeType(m, a)) return null;
  const metatype = m.ptr(a + PyObject.ob_type);
  if (!isMetatype(m, metatype) || !isMetatype(m, m.ptr(metatype + PyObject.ob_type))) return null;
  const latinName = cstring(m.reader, m.ptr(a + PyTypeObject.tp_name), NAME_LIMIT);
  if (latinName === null) return null;
  const fullName = fromUtf8(latinName);
  if (!isName(fullName)) return null;
  const flags = m.i32(a + PyTypeObject.tp_flags);
  const isHeapType = (flags & FLAG.HEAPTYPE) !== 0;
  const { row, builtin } = layoutOf(m, a);
  const isOfClass = builtin !== fullName;
  const kind = row[1];
  const isGc = (flags & FLAG.HAVE_GC) !== 0;
  const hasPreheader = (flags & (FLAG.MANAGED_DICT | FLAG.MANAGED_WEAKREF)) !== 0;
  return {
    address: a,
    name: fullName.slice(fullName.lastIndexOf(".") + 1),
    fullName,
    kind: isOfClass && !INHERITED_KINDS.has(kind) ? "ins" : kind,
    form: row[2] ?? "plain",
    table: row[0],
    builtin,
    flags,
    basicsize: m.ssize(a + PyTypeObject.tp_basicsize),
    itemsize: m.ssize(a + PyTypeObject.tp_itemsize),
    dictoffset: m.ssize(a + PyTypeObject.tp_dictoffset),
    weaklistoffset: m.ssize(a + PyTypeObject.tp_weaklistoffset),
    isHeapType,
    isGc,
    base: m.ptr(a + PyTypeObject.tp_base),
    headerBytes: (isGc ? GC_HEAD_BYTES : 0) + (hasPreheader ? PREHEADER_BYTES : 0),
  };
});

/** The nearest type behind this one, or itself, whose layout is known. */
function layoutOf(m: Inspection, a: Address): { row: Row; builtin: string } {
  for (let count = 0; count < BASE_LIMIT && looksLikeType(m, a); count++) {
    const name = cstring(m.reader, m.ptr(a + PyTypeObject.tp_name), NAME_LIMIT) ?? "";
    const isClass = (m.i32(a + PyTypeObject.tp_flags) & FLAG.HEAPTYPE) !== 0 && !name.includes(".");
    if (!isClass && Object.hasOwn(LAYOUTS, name)) return { row: LAYOUTS[name], builtin: name };
    a = m.ptr(a + PyTypeObject.tp_base);
  }
  return { row: ROOT_LAYOUT, builtin: "object" };
}

/** The type of an object; null where no object can be. */
export function typeOf(m: Inspection, object: Address): TypeInfo | null {
  if (!(object > 0) || object % 8 !== 0 || !m.readable(object, PyObject.sizeof)) return null;
  return typeAt(m, m.ptr(object + PyObject.ob_type));
}

/** Immortal: the low word of the count, as a signed number, is negative. */
export function isImmortal(m: Inspection, object: Address): boolean {
  return m.i32(object + PyObject.ob_refcnt) < 0;
}

/** The reference count; null when immortal. */
export function referencesOf(m: Inspection, object: Address): number | null {
  return isImmortal(m, object) ? null : m.u32(object + PyObject.ob_refcnt);
}

/** No program holds so many references to one object, but the low word of an address is soon larger. */
const LARGEST_COUNT = 1 << 22;

/** Whether an object that lives can stand here: a type that is one, and a count that can be one. */
export function isObject(m: Inspection, a: Address): boolean {
  if (typeOf(m, a) === null) return false;
  const count = m.u32(a + PyObject.ob_refcnt);
  if (isImmortal(m, a)) return true;
  return count > 0 && count <= LARGEST_COUNT && m.u32(a + PyObject.ob_refcnt + 4) === 0;
}

export interface Member {
  readonly name: string;
  readonly offset: number;
}

const T_OBJECT = 6;
const T_OBJECT_EX = 16;
const MEMBER_LIMIT = 1000;

/** The slots that classes (not built-in types) give an instance with __slots__, those of bases first. */
export const slotMembers: (m: Inspection, type: Address) => readonly Member[] = perAddress((m, type) => {
  const found: Member[][] = [];
  for (let count = 0, t = typeAt(m, type); t !== null && count < BASE_LIMIT; t = typeAt(m, t.base), count++) {
    if (!t.isHeapType || t.fullName === t.builtin) continue;
    const own: Member[] = [];
    const members = m.ptr(t.address + PyTypeObject.tp_members);
    const size = Math.min(Math.max(m.ssize(t.address + PyVarObject.ob_size), 0), MEMBER_LIMIT);
    for (let i = 0; i < size; i++) {
      const at = members + i * PyMemberDef.sizeof;
      if (!m.readable(at, PyMemberDef.sizeof)) break;
      const kind = m.i32(at + PyMemberDef.type);
      const name = cstring(m.reader, m.ptr(at + PyMemberDef.name), NAME_LIMIT);
      const offset = m.ssize(at + PyMemberDef.offset);
      if (name === null || name === "") break;
      if ((kind === T_OBJECT || kind === T_OBJECT_EX) && offset >= 16 && offset < t.basicsize) {
        own.push({ name: fromUtf8(name), offset });
      }
    }
    found.unshift(own);
  }
  return found.flat();
});

/** ht_cached_keys: the keys that instances of a class share; 0 without any. */
export function cachedKeys(m: Inspection, type: TypeInfo): Address {
  return type.isHeapType ? m.ptr(type.address + PyHeapTypeObject.ht_cached_keys) : 0;
}
