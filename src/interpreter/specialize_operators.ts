// Which form operators, comparisons, truth, subscripts, loops and unpacking take (_Py_Specialize_BinaryOp and its like).
import { OP } from "../bytecode/opcodes.ts";
import { type Address, type Borrowed, i32, ptr, setI32, setPtr, u8, u32 } from "../memory/memory.ts";
import { PyLongObject } from "../memory/structs/numbers.ts";
import {
  PyHeapTypeObject,
  PyMappingMethods,
  PyNumberMethods,
  PySequenceMethods,
  PyTypeObject,
} from "../memory/structs/object.ts";
import { functionVersion } from "../objects/function.ts";
import { identifier } from "../objects/identifiers.ts";
import { isCompact, longSign } from "../objects/long_core.ts";
import { isType, Py_TPFLAGS_HEAPTYPE, sizeOf, typeFlags, typeOf } from "../objects/object.ts";
import { _PyType_Lookup, assignVersionTag } from "../objects/type_lookup.ts";
import {
  Py_None,
  PyBool_Type,
  PyCoro_Type,
  PyDict_Type,
  PyFloat_Type,
  PyFrozenSet_Type,
  PyFunction_Type,
  PyGen_Type,
  PyList_Type,
  PyListIter_Type,
  PyLong_Type,
  PyRangeIter_Type,
  PySet_Type,
  PySuper_Type,
  PyTuple_Type,
  PyTupleIter_Type,
  PyUnicode_Type,
} from "../objects/types.ts";
import { fail, setCacheVersion, succeed } from "./specialize.ts";
import { takesExactly } from "./specialize_calls.ts";

const id_getitem = identifier("__getitem__");

/** A generator that ends goes on in the caller behind its loop: how far, must fit return_offset. */
const MAX_RETURN_OFFSET = 0x7fff;

const NB_ADD = 0;
const NB_MULTIPLY = 5;
const NB_SUBTRACT = 10;
const INPLACE = 13;

/** locals: address of the frame's first local. */
export function specializeBinaryOp(left: Borrowed, right: Borrowed, ip: Address, oparg: number, locals: Address): void {
  const type = typeOf(left);
  if (type === typeOf(right)) {
    const operator = oparg >= INPLACE ? oparg - INPLACE : oparg;
    if (type === PyUnicode_Type && operator === NB_ADD) {
      const isStored = u8(ip + 4) === OP.STORE_FAST && ptr(locals + u8(ip + 5) * 8) === left;
      return succeed(ip, isStored ? OP.BINARY_OP_INPLACE_ADD_UNICODE : OP.BINARY_OP_ADD_UNICODE);
    }
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
  // All forms answer with a bool, whether one is wanted or not.
  if (type === typeOf(right)) {
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
  return (
    (numbers === 0 || ptr(numbers + PyNumberMethods.nb_bool) === 0) &&
    (mapping === 0 || ptr(mapping + PyMappingMethods.mp_length) === 0) &&
    (sequence === 0 || ptr(sequence + PySequenceMethods.sq_length) === 0)
  );
}

function isSmallIndex(key: Borrowed): boolean {
  return typeOf(key) === PyLong_Type && isCompact(key) && longSign(key) >= 0;
}

export function specializeBinarySubscr(container: Borrowed, key: Borrowed, ip: Address): void {
  const type = typeOf(container);
  if (type === PyList_Type && isSmallIndex(key)) return succeed(ip, OP.BINARY_SUBSCR_LIST_INT);
  if (type === PyTuple_Type && isSmallIndex(key)) return succeed(ip, OP.BINARY_SUBSCR_TUPLE_INT);
  if (type === PyUnicode_Type && isSmallIndex(key)) return succeed(ip, OP.BINARY_SUBSCR_STR_INT);
  if (type === PyDict_Type) return succeed(ip, OP.BINARY_SUBSCR_DICT);
  if (typeFlags(type) & Py_TPFLAGS_HEAPTYPE) {
    const getitem = _PyType_Lookup(type, id_getitem);
    if (getitem !== 0 && typeOf(getitem) === PyFunction_Type && takesExactly(getitem, 2)) {
      const version = functionVersion(getitem);
      if (version !== 0) {
        setPtr(type + PyHeapTypeObject._spec_cache_getitem, getitem);
        setI32(type + PyHeapTypeObject._spec_cache_getitem_version, version);
        return succeed(ip, OP.BINARY_SUBSCR_GETITEM);
      }
    }
  }
  fail(ip, OP.BINARY_SUBSCR);
}

export function specializeContainsOp(container: Borrowed, ip: Address): void {
  const type = typeOf(container);
  if (type === PyDict_Type) return succeed(ip, OP.CONTAINS_OP_DICT);
  if (type === PySet_Type || type === PyFrozenSet_Type) return succeed(ip, OP.CONTAINS_OP_SET);
  fail(ip, OP.CONTAINS_OP);
}

export function specializeStoreSubscr(container: Borrowed, key: Borrowed, ip: Address): void {
  if (typeOf(container) === PyList_Type && isSmallIndex(key) && i32(key + PyLongObject.ob_digit) < sizeOf(container)) {
    return succeed(ip, OP.STORE_SUBSCR_LIST_INT);
  }
  if (typeOf(container) === PyDict_Type) return succeed(ip, OP.STORE_SUBSCR_DICT);
  fail(ip, OP.STORE_SUBSCR);
}

export function specializeForIter(iterator: Borrowed, ip: Address, oparg: number): void {
  const type = typeOf(iterator);
  if (type === PyListIter_Type) return succeed(ip, OP.FOR_ITER_LIST);
  if (type === PyTupleIter_Type) return succeed(ip, OP.FOR_ITER_TUPLE);
  if (type === PyRangeIter_Type) return succeed(ip, OP.FOR_ITER_RANGE);
  if (type === PyGen_Type && oparg <= MAX_RETURN_OFFSET) return succeed(ip, OP.FOR_ITER_GEN);
  fail(ip, OP.FOR_ITER);
}

export function specializeSend(receiver: Borrowed, ip: Address, oparg: number): void {
  const type = typeOf(receiver);
  if ((type === PyGen_Type || type === PyCoro_Type) && oparg <= MAX_RETURN_OFFSET) return succeed(ip, OP.SEND_GEN);
  fail(ip, OP.SEND);
}

export function specializeUnpackSequence(sequence: Borrowed, ip: Address, oparg: number): void {
  const type = typeOf(sequence);
  if ((type === PyTuple_Type || type === PyList_Type) && sizeOf(sequence) === oparg) {
    if (type === PyList_Type) return succeed(ip, OP.UNPACK_SEQUENCE_LIST);
    return succeed(ip, oparg === 2 ? OP.UNPACK_SEQUENCE_TWO_TUPLE : OP.UNPACK_SEQUENCE_TUPLE);
  }
  fail(ip, OP.UNPACK_SEQUENCE);
}

export function specializeLoadSuperAttr(superType: Borrowed, type: Borrowed, ip: Address, wantsMethod: number): void {
  if (superType !== PySuper_Type || !isType(type)) return fail(ip, OP.LOAD_SUPER_ATTR);
  succeed(ip, wantsMethod ? OP.LOAD_SUPER_ATTR_METHOD : OP.LOAD_SUPER_ATTR_ATTR);
}
