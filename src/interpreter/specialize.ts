// Specialisation: an instruction that ran often enough looks at its operands and turns itself into a form made for them
// (CPython's specialize.c). The choice, the inline caches and the counters lie in the bytecode, in memory.
//
//   counter   value << 4 | backoff. Counts down each time the generic form runs; at 0 the instruction tries.
//             Success: the form's opcode, and a cooldown for the next miss. Failure: back off, twice as long.
import { OP } from "../bytecode/opcodes.ts";
import { INTERPRETER } from "../memory/data.ts";
import { type Address, type Borrowed, i32, ptr, setI32, setU8, setU16, u16, u32 } from "../memory/memory.ts";
import {
  PyCFunctionObject,
  PyCodeObject,
  PyFunctionObject,
  PyMethodObject,
  PyModuleObject,
} from "../memory/structs/code.ts";
import { PyDictKeysObject, PyDictObject } from "../memory/structs/containers.ts";
import { PyMemberDescrObject, PyMethodDescrObject } from "../memory/structs/descriptors.ts";
import { PyHeapTypeObject, PyMemberDef, PyMethodDef, PyTypeObject } from "../memory/structs/object.ts";
import { _Py_dict_state, PyInterpreterState } from "../memory/structs/runtime.ts";
import { genericGetAttr, genericSetAttr } from "../objects/attributes.ts";
import { _PyObject_GetManagedDict, inlineValues } from "../objects/dict_instance.ts";
import { DICT_KEYS_GENERAL, keysKind, lookupString } from "../objects/dict_keys.ts";
import { isValid } from "../objects/dict_values.ts";
import { functionVersion } from "../objects/function.ts";
import { isCompact } from "../objects/long_core.ts";
import {
  isType,
  Py_TPFLAGS_HEAPTYPE,
  Py_TPFLAGS_INLINE_VALUES,
  Py_TPFLAGS_MANAGED_DICT,
  Py_TPFLAGS_METHOD_DESCRIPTOR,
  sizeOf,
  typeFlags,
  typeOf,
} from "../objects/object.ts";
import { METH_FASTCALL, METH_NOARGS, METH_O } from "../objects/signature.ts";
import { _PyType_Lookup, assignVersionTag } from "../objects/type_lookup.ts";
import {
  Py_None,
  PyBool_Type,
  PyCFunction_Type,
  PyDict_Type,
  PyFloat_Type,
  PyFunction_Type,
  PyList_Type,
  PyListIter_Type,
  PyLong_Type,
  PyMemberDescr_Type,
  PyMethod_Type,
  PyMethodDescr_Type,
  PyModule_Type,
  PyRangeIter_Type,
  PyTuple_Type,
  PyTupleIter_Type,
  PyType_Type,
  PyUnicode_Type,
} from "../objects/types.ts";
import { PyUnicode_CheckExact } from "../objects/unicode_core.ts";
import { callableCacheLen, callableCacheListAppend } from "./callable_cache.ts";

const VALUE_SHIFT = 4;
const BACKOFF_MASK = 15;
const MAX_BACKOFF = 12;
const COOLDOWN = 52 << VALUE_SHIFT;

/** Two cache units as one number, signed. @expand */
export function cacheVersion(at: Address): number {
  return u16(at) | (u16(at + 2) << 16);
}

function setCacheVersion(at: Address, value: number): void {
  setU16(at, value & 0xffff);
  setU16(at + 2, value >>> 16);
}

function setCachePointer(at: Address, value: Address): void {
  setCacheVersion(at, value);
  setU16(at + 4, 0);
  setU16(at + 6, 0);
}

/** Whether the counter behind an instruction is at its end. @expand */
export function triggers(ip: Address): boolean {
  return u16(ip + 2) < 1 << VALUE_SHIFT;
}

/** One execution of the generic form. @expand */
export function countDown(ip: Address): void {
  setU16(ip + 2, (u16(ip + 2) - (1 << VALUE_SHIFT)) & 0xffff);
}

function succeed(ip: Address, opcode: number): void {
  setU8(ip, opcode);
  setU16(ip + 2, COOLDOWN);
}

function fail(ip: Address, generic: number): void {
  setU8(ip, generic);
  const backoff = u16(ip + 2) & BACKOFF_MASK;
  const next = backoff < MAX_BACKOFF ? backoff + 1 : MAX_BACKOFF;
  setU16(ip + 2, (((1 << next) - 1) << VALUE_SHIFT) | next);
}

// -- operators -----------------------------------------------------------------------------------------------------------

const NB_ADD = 0;
const NB_MULTIPLY = 5;
const NB_SUBTRACT = 10;
const INPLACE = 13;

export function specializeBinaryOp(left: Borrowed, right: Borrowed, ip: Address, oparg: number): void {
  const type = typeOf(left);
  if (type === typeOf(right)) {
    const operator = oparg >= INPLACE ? oparg - INPLACE : oparg;
    if (type === PyLong_Type) {
      if (operator === NB_ADD) return succeed(ip, OP.BINARY_OP_ADD_INT);
      if (operator === NB_SUBTRACT) return succeed(ip, OP.BINARY_OP_SUBTRACT_INT);
      if (operator === NB_MULTIPLY) return succeed(ip, OP.BINARY_OP_MULTIPLY_INT);
    } else if (type === PyFloat_Type) {
      if (operator === NB_ADD) return succeed(ip, OP.BINARY_OP_ADD_FLOAT);
      if (operator === NB_SUBTRACT) return succeed(ip, OP.BINARY_OP_SUBTRACT_FLOAT);
      if (operator === NB_MULTIPLY) return succeed(ip, OP.BINARY_OP_MULTIPLY_FLOAT);
    }
  }
  fail(ip, OP.BINARY_OP);
}

export function specializeCompareOp(left: Borrowed, right: Borrowed, ip: Address, oparg: number): void {
  const type = typeOf(left);
  // Bit 4: the answer is wanted as a bool, which all forms give.
  if (type === typeOf(right) && oparg & 16) {
    if (type === PyFloat_Type) return succeed(ip, OP.COMPARE_OP_FLOAT);
    if (type === PyLong_Type && isCompact(left) && isCompact(right)) return succeed(ip, OP.COMPARE_OP_INT);
    const operator = oparg >> 5;
    if (type === PyUnicode_Type && (operator === 2 || operator === 3)) return succeed(ip, OP.COMPARE_OP_STR);
  }
  fail(ip, OP.COMPARE_OP);
}

export function specializeToBool(value: Borrowed, ip: Address): void {
  const type = typeOf(value);
  if (type === PyBool_Type) return succeed(ip, OP.TO_BOOL_BOOL);
  if (type === PyLong_Type) return succeed(ip, OP.TO_BOOL_INT);
  if (type === PyList_Type) return succeed(ip, OP.TO_BOOL_LIST);
  if (value === Py_None) return succeed(ip, OP.TO_BOOL_NONE);
  if (type === PyUnicode_Type) return succeed(ip, OP.TO_BOOL_STR);
  if (typeFlags(type) & Py_TPFLAGS_HEAPTYPE && hasNoTruth(type) && assignVersionTag(type)) {
    setCacheVersion(ip + 4, u32(type + PyTypeObject.tp_version_tag));
    return succeed(ip, OP.TO_BOOL_ALWAYS_TRUE);
  }
  fail(ip, OP.TO_BOOL);
}

function hasNoTruth(type: Borrowed): boolean {
  const numbers = ptr(type + PyTypeObject.tp_as_number);
  const mapping = ptr(type + PyTypeObject.tp_as_mapping);
  const sequence = ptr(type + PyTypeObject.tp_as_sequence);
  const NB_BOOL = 72;
  return (
    (numbers === 0 || ptr(numbers + NB_BOOL) === 0) &&
    (mapping === 0 || ptr(mapping) === 0) &&
    (sequence === 0 || ptr(sequence) === 0)
  );
}

function isSmallIndex(key: Borrowed): boolean {
  return typeOf(key) === PyLong_Type && isCompact(key) && (u32(key + 16) & 3) !== 2;
}

export function specializeBinarySubscr(container: Borrowed, key: Borrowed, ip: Address): void {
  const type = typeOf(container);
  if (type === PyList_Type && isSmallIndex(key)) return succeed(ip, OP.BINARY_SUBSCR_LIST_INT);
  if (type === PyTuple_Type && isSmallIndex(key)) return succeed(ip, OP.BINARY_SUBSCR_TUPLE_INT);
  fail(ip, OP.BINARY_SUBSCR);
}

export function specializeStoreSubscr(container: Borrowed, key: Borrowed, ip: Address): void {
  if (typeOf(container) === PyList_Type && isSmallIndex(key) && i32(key + 24) < sizeOf(container)) {
    return succeed(ip, OP.STORE_SUBSCR_LIST_INT);
  }
  fail(ip, OP.STORE_SUBSCR);
}

export function specializeForIter(iterator: Borrowed, ip: Address): void {
  const type = typeOf(iterator);
  if (type === PyListIter_Type) return succeed(ip, OP.FOR_ITER_LIST);
  if (type === PyTupleIter_Type) return succeed(ip, OP.FOR_ITER_TUPLE);
  if (type === PyRangeIter_Type) return succeed(ip, OP.FOR_ITER_RANGE);
  fail(ip, OP.FOR_ITER);
}

export function specializeUnpackSequence(sequence: Borrowed, ip: Address, oparg: number): void {
  if (typeOf(sequence) === PyTuple_Type && sizeOf(sequence) === oparg && oparg === 2) {
    return succeed(ip, OP.UNPACK_SEQUENCE_TWO_TUPLE);
  }
  fail(ip, OP.UNPACK_SEQUENCE);
}

// -- names ---------------------------------------------------------------------------------------------------------------

/** The version of a keys table, given at first use; 0 when there is none left. */
function versionOfKeys(keys: Address): number {
  const known = u32(keys + PyDictKeysObject.dk_version);
  if (known !== 0) return known;
  const counter = INTERPRETER + PyInterpreterState.dict_state + _Py_dict_state.next_keys_version;
  const next = u32(counter);
  if (next === 0) return 0;
  setI32(counter, next + 1);
  setI32(keys + PyDictKeysObject.dk_version, next);
  return next;
}

const MAX_CACHED_VERSION = 0xffff;

function keysOf(dict: Borrowed): Address {
  return ptr(dict + PyDictObject.ma_keys);
}

export function specializeLoadGlobal(globals: Borrowed, builtins: Borrowed, ip: Address, name: Borrowed): void {
  if (
    typeOf(globals) !== PyDict_Type ||
    keysKind(keysOf(globals)) === DICT_KEYS_GENERAL ||
    ptr(globals + PyDictObject.ma_values) !== 0
  ) {
    return fail(ip, OP.LOAD_GLOBAL);
  }
  const index = lookupString(keysOf(globals), name);
  if (index >= 0) {
    const version = versionOfKeys(keysOf(globals));
    if (index > 0xffff || version === 0 || version > MAX_CACHED_VERSION) return fail(ip, OP.LOAD_GLOBAL);
    setU16(ip + 4, index);
    setU16(ip + 6, version);
    return succeed(ip, OP.LOAD_GLOBAL_MODULE);
  }
  if (typeOf(builtins) !== PyDict_Type || keysKind(keysOf(builtins)) === DICT_KEYS_GENERAL)
    return fail(ip, OP.LOAD_GLOBAL);
  const builtinIndex = lookupString(keysOf(builtins), name);
  if (builtinIndex < 0 || builtinIndex > 0xffff) return fail(ip, OP.LOAD_GLOBAL);
  const globalsVersion = versionOfKeys(keysOf(globals));
  const builtinsVersion = versionOfKeys(keysOf(builtins));
  if (
    globalsVersion === 0 ||
    builtinsVersion === 0 ||
    globalsVersion > MAX_CACHED_VERSION ||
    builtinsVersion > MAX_CACHED_VERSION
  ) {
    return fail(ip, OP.LOAD_GLOBAL);
  }
  setU16(ip + 4, builtinIndex);
  setU16(ip + 6, globalsVersion);
  setU16(ip + 8, builtinsVersion);
  succeed(ip, OP.LOAD_GLOBAL_BUILTIN);
}

// -- attributes ----------------------------------------------------------------------------------------------------------

function isPlainSlot(descriptor: Borrowed): boolean {
  if (typeOf(descriptor) !== PyMemberDescr_Type) return false;
  const member = ptr(descriptor + PyMemberDescrObject.d_member);
  const OBJECT_EX = 16;
  return i32(member + PyMemberDef.type) === OBJECT_EX && i32(member + PyMemberDef.offset) < 0x10000;
}

function isDataDescriptor(value: Borrowed): boolean {
  return ptr(typeOf(value) + PyTypeObject.tp_descr_set) !== 0;
}

export function specializeLoadAttr(owner: Borrowed, ip: Address, oparg: number, name: Borrowed): void {
  const type = typeOf(owner);
  if (type === PyModule_Type) return specializeModuleAttr(owner, ip, name);
  if (isType(owner)) return specializeClassAttr(owner, ip, name);
  if (ptr(type + PyTypeObject.tp_getattro) !== genericGetAttr || !PyUnicode_CheckExact(name))
    return fail(ip, OP.LOAD_ATTR);
  const found = _PyType_Lookup(type, name);
  if (!assignVersionTag(type)) return fail(ip, OP.LOAD_ATTR);
  const version = u32(type + PyTypeObject.tp_version_tag);
  const flags = typeFlags(type);
  if (found !== 0) {
    if (isPlainSlot(found)) {
      const member = ptr(found + PyMemberDescrObject.d_member);
      setCacheVersion(ip + 4, version);
      setU16(ip + 8, i32(member + PyMemberDef.offset));
      return succeed(ip, OP.LOAD_ATTR_SLOT);
    }
    if (isDataDescriptor(found)) return fail(ip, OP.LOAD_ATTR);
    const isMethod = (typeFlags(typeOf(found)) & Py_TPFLAGS_METHOD_DESCRIPTOR) !== 0;
    const hasGet = ptr(typeOf(found) + PyTypeObject.tp_descr_get) !== 0;
    if (isMethod ? (oparg & 1) === 0 : hasGet || oparg & 1) return fail(ip, OP.LOAD_ATTR);
    if (flags & Py_TPFLAGS_INLINE_VALUES) {
      const keys = ptr(type + PyHeapTypeObject.ht_cached_keys);
      if (!isValid(inlineValues(owner)) || lookupString(keys, name) >= 0) return fail(ip, OP.LOAD_ATTR);
      const keysVersion = versionOfKeys(keys);
      if (keysVersion === 0) return fail(ip, OP.LOAD_ATTR);
      setCacheVersion(ip + 4, version);
      setCacheVersion(ip + 8, keysVersion);
      setCachePointer(ip + 12, found);
      return succeed(ip, isMethod ? OP.LOAD_ATTR_METHOD_WITH_VALUES : OP.LOAD_ATTR_NONDESCRIPTOR_WITH_VALUES);
    }
    if (isMethod && i32(type + PyTypeObject.tp_dictoffset) === 0) {
      setCacheVersion(ip + 4, version);
      setCachePointer(ip + 12, found);
      return succeed(ip, OP.LOAD_ATTR_METHOD_NO_DICT);
    }
    return fail(ip, OP.LOAD_ATTR);
  }
  if (flags & Py_TPFLAGS_INLINE_VALUES && _PyObject_GetManagedDict(owner) === 0 && isValid(inlineValues(owner))) {
    const index = lookupString(ptr(type + PyHeapTypeObject.ht_cached_keys), name);
    if (index < 0) return fail(ip, OP.LOAD_ATTR);
    setCacheVersion(ip + 4, version);
    setU16(ip + 8, index);
    return succeed(ip, OP.LOAD_ATTR_INSTANCE_VALUE);
  }
  fail(ip, OP.LOAD_ATTR);
}

function specializeModuleAttr(owner: Borrowed, ip: Address, name: Borrowed): void {
  const dict = ptr(owner + PyModuleObject.md_dict);
  const keys = keysOf(dict);
  if (keysKind(keys) === DICT_KEYS_GENERAL || ptr(dict + PyDictObject.ma_values) !== 0) return fail(ip, OP.LOAD_ATTR);
  const index = lookupString(keys, name);
  if (index < 0 || index > 0xffff) return fail(ip, OP.LOAD_ATTR);
  const version = versionOfKeys(keys);
  if (version === 0) return fail(ip, OP.LOAD_ATTR);
  setCacheVersion(ip + 4, version);
  setU16(ip + 8, index);
  succeed(ip, OP.LOAD_ATTR_MODULE);
}

function specializeClassAttr(owner: Borrowed, ip: Address, name: Borrowed): void {
  const metatype = typeOf(owner);
  if (metatype !== PyType_Type || _PyType_Lookup(metatype, name) !== 0) return fail(ip, OP.LOAD_ATTR);
  const found = _PyType_Lookup(owner, name);
  if (found === 0 || !assignVersionTag(owner)) return fail(ip, OP.LOAD_ATTR);
  const isFunction = (typeFlags(typeOf(found)) & Py_TPFLAGS_METHOD_DESCRIPTOR) !== 0;
  if (!isFunction && ptr(typeOf(found) + PyTypeObject.tp_descr_get) !== 0) return fail(ip, OP.LOAD_ATTR);
  setCacheVersion(ip + 4, u32(owner + PyTypeObject.tp_version_tag));
  setCachePointer(ip + 12, found);
  succeed(ip, OP.LOAD_ATTR_CLASS);
}

export function specializeStoreAttr(owner: Borrowed, ip: Address, name: Borrowed): void {
  const type = typeOf(owner);
  if (ptr(type + PyTypeObject.tp_setattro) !== genericSetAttr) return fail(ip, OP.STORE_ATTR);
  const found = _PyType_Lookup(type, name);
  if (!assignVersionTag(type)) return fail(ip, OP.STORE_ATTR);
  const version = u32(type + PyTypeObject.tp_version_tag);
  if (found !== 0) {
    if (!isPlainSlot(found)) return fail(ip, OP.STORE_ATTR);
    const member = ptr(found + PyMemberDescrObject.d_member);
    if (i32(member + PyMemberDef.flags) & 1) return fail(ip, OP.STORE_ATTR);
    setCacheVersion(ip + 4, version);
    setU16(ip + 8, i32(member + PyMemberDef.offset));
    return succeed(ip, OP.STORE_ATTR_SLOT);
  }
  const flags = typeFlags(type);
  if (
    flags & Py_TPFLAGS_INLINE_VALUES &&
    flags & Py_TPFLAGS_MANAGED_DICT &&
    _PyObject_GetManagedDict(owner) === 0 &&
    isValid(inlineValues(owner))
  ) {
    const index = lookupString(ptr(type + PyHeapTypeObject.ht_cached_keys), name);
    if (index >= 0) {
      setCacheVersion(ip + 4, version);
      setU16(ip + 8, index);
      return succeed(ip, OP.STORE_ATTR_INSTANCE_VALUE);
    }
  }
  fail(ip, OP.STORE_ATTR);
}

// -- calls ---------------------------------------------------------------------------------------------------------------

const CO_OPTIMIZED_NEWLOCALS = 3;
const SIMPLE_MASK = 0x04 | 0x08 | CO_OPTIMIZED_NEWLOCALS;

/** A function whose parameters are all positional: arguments move straight into its locals. */
function isSimple(code: Borrowed): boolean {
  return (
    (i32(code + PyCodeObject.co_flags) & SIMPLE_MASK) === CO_OPTIMIZED_NEWLOCALS &&
    i32(code + PyCodeObject.co_kwonlyargcount) === 0
  );
}

export function specializeCall(row: Address, ip: Address, oparg: number): void {
  const callable = ptr(row);
  const total = ptr(row + 8) === 0 ? oparg : oparg + 1;
  const type = typeOf(callable);
  if (type === PyFunction_Type) {
    const code = ptr(callable + PyFunctionObject.func_code);
    const version = functionVersion(callable);
    if (version === 0 || !isSimple(code) || i32(code + PyCodeObject.co_argcount) !== total) return fail(ip, OP.CALL);
    setCacheVersion(ip + 4, version);
    return succeed(ip, OP.CALL_PY_EXACT_ARGS);
  }
  if (type === PyMethod_Type && ptr(row + 8) === 0) {
    const func = ptr(callable + PyMethodObject.im_func);
    if (typeOf(func) !== PyFunction_Type) return fail(ip, OP.CALL);
    const code = ptr(func + PyFunctionObject.func_code);
    const version = functionVersion(func);
    if (version === 0 || !isSimple(code) || i32(code + PyCodeObject.co_argcount) !== total + 1)
      return fail(ip, OP.CALL);
    setCacheVersion(ip + 4, version);
    return succeed(ip, OP.CALL_BOUND_METHOD_EXACT_ARGS);
  }
  if (type === PyCFunction_Type) {
    const flags = i32(ptr(callable + PyCFunctionObject.m_ml) + PyMethodDef.ml_flags);
    if (flags === METH_O) {
      if (total !== 1) return fail(ip, OP.CALL);
      if (callable === callableCacheLen() && oparg === 1) return succeed(ip, OP.CALL_LEN);
      return succeed(ip, OP.CALL_BUILTIN_O);
    }
    if (flags === METH_FASTCALL) return succeed(ip, OP.CALL_BUILTIN_FAST);
    return fail(ip, OP.CALL);
  }
  if (type === PyMethodDescr_Type) {
    const flags = i32(ptr(callable + PyMethodDescrObject.d_method) + PyMethodDef.ml_flags);
    if (flags === METH_NOARGS) return total === 1 ? succeed(ip, OP.CALL_METHOD_DESCRIPTOR_NOARGS) : fail(ip, OP.CALL);
    if (flags === METH_O) {
      if (total !== 2) return fail(ip, OP.CALL);
      const popFollows = u16(ip + 8) === OP.POP_TOP;
      if (
        callable === callableCacheListAppend() &&
        oparg === 1 &&
        popFollows &&
        ptr(row + 8) !== 0 &&
        typeOf(ptr(row + 8)) === PyList_Type
      ) {
        return succeed(ip, OP.CALL_LIST_APPEND);
      }
      return succeed(ip, OP.CALL_METHOD_DESCRIPTOR_O);
    }
    if (flags === METH_FASTCALL) return succeed(ip, OP.CALL_METHOD_DESCRIPTOR_FAST);
    return fail(ip, OP.CALL);
  }
  if (callable === PyType_Type && ptr(row + 8) === 0 && oparg === 1) return succeed(ip, OP.CALL_TYPE_1);
  fail(ip, OP.CALL);
}
