// Specialised arithmetic, comparison, truth, and items of containers. As all specialised forms: a guard on what was seen, then
// the short way. A guard that fails runs the generic form, whose counter decides when to specialise anew (../specialize.ts).

import { OP } from "../../bytecode/opcodes.ts";
import { THREAD } from "../../memory/data.ts";
import { f64, i32, ptr, setF64, setI32, setPtr, setU16, u8, u32 } from "../../memory/memory.ts";
import { _PyInterpreterFrame, PyFunctionObject } from "../../memory/structs/code.ts";
import { PyListObject, PyTupleObject } from "../../memory/structs/containers.ts";
import { PyFloatObject } from "../../memory/structs/numbers.ts";
import { PyHeapTypeObject, PyTypeObject } from "../../memory/structs/object.ts";
import { PyThreadState } from "../../memory/structs/runtime.ts";
import { PyASCIIObject } from "../../memory/structs/text.ts";
import { _PyDict_SetItem_Take2, _PyErr_SetKeyError } from "../../objects/dict_core.ts";
import { PyDict_Contains, PyDict_GetItemRef } from "../../objects/dict_lookup.ts";
import { PyErr_NoMemory, PyErr_Occurred } from "../../objects/errors.ts";
import { newFloat } from "../../objects/float_core.ts";
import { longAdd, longMultiply, longSubtract } from "../../objects/long_arith.ts";
import {
  compactValue,
  isCompact,
  longDigitCount,
  longSign,
  MAX_EXACT,
  PyLong_FromNumber,
} from "../../objects/long_core.ts";
import { decref, incref, Py_TPFLAGS_HEAPTYPE, sizeOf, typeOf } from "../../objects/object.ts";
import { set_contains } from "../../objects/set.ts";
import {
  Py_False,
  Py_None,
  Py_True,
  PyBool_Type,
  PyDict_Type,
  PyFloat_Type,
  PyFrozenSet_Type,
  PyList_Type,
  PyLong_Type,
  PySet_Type,
  PyTuple_Type,
  PyUnicode_Type,
} from "../../objects/types.ts";
import { PyUnicode_Concat } from "../../objects/unicode.ts";
import { _PyUnicode_EQ, latin1String, PyUnicode_READ_CHAR, unicodeAppend } from "../../objects/unicode_core.ts";
import { LOCALSPLUS, pushExact, UNITS_OF_BINARY_SUBSCR } from "../frame.ts";
import { cacheVersion } from "../specialize.ts";

export const floatArithmetic = each(
  {
    BINARY_OP_ADD_FLOAT: { operate: "+" },
    BINARY_OP_SUBTRACT_FLOAT: { operate: "-" },
    BINARY_OP_MULTIPLY_FLOAT: { operate: "*" },
  },
  () => {
    const left = ptr(sp - 16);
    const right = ptr(sp - 8);
    if (typeOf(left) !== PyFloat_Type || typeOf(right) !== PyFloat_Type) deopt(OP.BINARY_OP);
    const value = operate(f64(left + PyFloatObject.ob_fval), f64(right + PyFloatObject.ob_fval));
    sp -= 8;
    // An operand that nobody else holds takes the result.
    if (i32(left) === 1) {
      setF64(left + PyFloatObject.ob_fval, value);
      decref(right);
    } else if (i32(right) === 1) {
      setF64(right + PyFloatObject.ob_fval, value);
      setPtr(sp - 8, right);
      decref(left);
    } else {
      const result = newFloat(value);
      if (result === 0) PyErr_NoMemory();
      setPtr(sp - 8, result);
      decref(left);
      decref(right);
      if (result === 0) {
        sp -= 8;
        error();
      }
    }
  },
);

export const intArithmetic = each(
  {
    BINARY_OP_ADD_INT: { operate: "+", inFull: longAdd },
    BINARY_OP_SUBTRACT_INT: { operate: "-", inFull: longSubtract },
    BINARY_OP_MULTIPLY_INT: { operate: "*", inFull: longMultiply },
  },
  () => {
    const left = ptr(sp - 16);
    const right = ptr(sp - 8);
    if (typeOf(left) !== PyLong_Type || typeOf(right) !== PyLong_Type) deopt(OP.BINARY_OP);
    const value = isCompact(left) && isCompact(right) ? operate(compactValue(left), compactValue(right)) : Infinity;
    const result = value <= MAX_EXACT && value >= -MAX_EXACT ? PyLong_FromNumber(value) : inFull(left, right);
    if (result === 0) error();
    sp -= 8;
    setPtr(sp - 8, result);
    decref(left);
    decref(right);
  },
);

export const specializedOperators = {
  BINARY_OP_ADD_UNICODE() {
    const left = ptr(sp - 16);
    const right = ptr(sp - 8);
    if (typeOf(left) !== PyUnicode_Type || typeOf(right) !== PyUnicode_Type) deopt(OP.BINARY_OP);
    const sum = PyUnicode_Concat(left, right);
    if (sum === 0) error();
    sp -= 8;
    setPtr(sp - 8, sum);
    decref(left);
    decref(right);
  },
  // STORE_FAST follows, into the variable that holds the left operand: with its reference gone, the string can grow in place.
  BINARY_OP_INPLACE_ADD_UNICODE() {
    const left = ptr(sp - 16);
    const right = ptr(sp - 8);
    if (typeOf(left) !== PyUnicode_Type || typeOf(right) !== PyUnicode_Type) deopt(OP.BINARY_OP);
    const slot = frame + LOCALSPLUS + u8(ip + 5) * 8;
    if (ptr(slot) !== left) deopt(OP.BINARY_OP);
    decref(left);
    sp -= 16;
    const sum = unicodeAppend(left, right);
    setPtr(slot, sum);
    decref(right);
    if (sum === 0) {
      PyErr_NoMemory();
      error();
    }
    jumpBy(1);
  },

  COMPARE_OP_INT() {
    const left = ptr(sp - 16);
    const right = ptr(sp - 8);
    if (typeOf(left) !== PyLong_Type || typeOf(right) !== PyLong_Type || !isCompact(left) || !isCompact(right)) {
      deopt(OP.COMPARE_OP);
    }
    const a = compactValue(left);
    const b = compactValue(right);
    const sign = a < b ? 2 : a > b ? 4 : 8;
    sp -= 8;
    setPtr(sp - 8, oparg & sign ? Py_True : Py_False);
    decref(left);
    decref(right);
  },
  COMPARE_OP_FLOAT() {
    const left = ptr(sp - 16);
    const right = ptr(sp - 8);
    if (typeOf(left) !== PyFloat_Type || typeOf(right) !== PyFloat_Type) deopt(OP.COMPARE_OP);
    const a = f64(left + PyFloatObject.ob_fval);
    const b = f64(right + PyFloatObject.ob_fval);
    const sign = a < b ? 2 : a > b ? 4 : a === b ? 8 : 1;
    sp -= 8;
    setPtr(sp - 8, oparg & sign ? Py_True : Py_False);
    decref(left);
    decref(right);
  },
  COMPARE_OP_STR() {
    const left = ptr(sp - 16);
    const right = ptr(sp - 8);
    if (typeOf(left) !== PyUnicode_Type || typeOf(right) !== PyUnicode_Type) deopt(OP.COMPARE_OP);
    const equal = left === right || _PyUnicode_EQ(left, right);
    sp -= 8;
    setPtr(sp - 8, oparg & (equal ? 8 : 6) ? Py_True : Py_False);
    decref(left);
    decref(right);
  },
  TO_BOOL_BOOL() {
    if (typeOf(ptr(sp - 8)) !== PyBool_Type) deopt(OP.TO_BOOL);
  },
  TO_BOOL_INT() {
    const value = ptr(sp - 8);
    if (typeOf(value) !== PyLong_Type) deopt(OP.TO_BOOL);
    setPtr(sp - 8, longDigitCount(value) === 0 ? Py_False : Py_True);
    decref(value);
  },
  TO_BOOL_LIST() {
    const value = ptr(sp - 8);
    if (typeOf(value) !== PyList_Type) deopt(OP.TO_BOOL);
    setPtr(sp - 8, sizeOf(value) === 0 ? Py_False : Py_True);
    decref(value);
  },
  TO_BOOL_NONE() {
    if (ptr(sp - 8) !== Py_None) deopt(OP.TO_BOOL);
    setPtr(sp - 8, Py_False);
  },
  TO_BOOL_STR() {
    const value = ptr(sp - 8);
    if (typeOf(value) !== PyUnicode_Type) deopt(OP.TO_BOOL);
    setPtr(sp - 8, i32(value + 16) === 0 ? Py_False : Py_True);
    decref(value);
  },
  TO_BOOL_ALWAYS_TRUE() {
    const value = ptr(sp - 8);
    if (i32(typeOf(value) + PyTypeObject.tp_version_tag) !== cacheVersion(ip + 4)) deopt(OP.TO_BOOL);
    setPtr(sp - 8, Py_True);
    decref(value);
  },

  BINARY_SUBSCR_LIST_INT() {
    const list = ptr(sp - 16);
    const key = ptr(sp - 8);
    if (typeOf(list) !== PyList_Type || typeOf(key) !== PyLong_Type || u32(key + 16) >= 16) deopt(OP.BINARY_SUBSCR);
    const index = i32(key + 24);
    if (u32(key + 16) !== 1 && (u32(key + 16) & 3) !== 0) deopt(OP.BINARY_SUBSCR);
    if (index >= i32(list + PyListObject.ob_size)) deopt(OP.BINARY_SUBSCR);
    const item = ptr(ptr(list + PyListObject.ob_item) + index * 8);
    incref(item);
    sp -= 8;
    setPtr(sp - 8, item);
    decref(key);
    decref(list);
  },
  BINARY_SUBSCR_TUPLE_INT() {
    const tuple = ptr(sp - 16);
    const key = ptr(sp - 8);
    if (typeOf(tuple) !== PyTuple_Type || typeOf(key) !== PyLong_Type || u32(key + 16) >= 16) deopt(OP.BINARY_SUBSCR);
    const index = i32(key + 24);
    if (u32(key + 16) !== 1 && (u32(key + 16) & 3) !== 0) deopt(OP.BINARY_SUBSCR);
    if (index >= i32(tuple + 16)) deopt(OP.BINARY_SUBSCR);
    const item = ptr(tuple + PyTupleObject.ob_item + index * 8);
    incref(item);
    sp -= 8;
    setPtr(sp - 8, item);
    decref(key);
    decref(tuple);
  },
  STORE_SUBSCR_LIST_INT() {
    const value = ptr(sp - 24);
    const list = ptr(sp - 16);
    const key = ptr(sp - 8);
    if (typeOf(list) !== PyList_Type || typeOf(key) !== PyLong_Type || u32(key + 16) >= 16) deopt(OP.STORE_SUBSCR);
    const index = i32(key + 24);
    if (u32(key + 16) !== 1 && (u32(key + 16) & 3) !== 0) deopt(OP.STORE_SUBSCR);
    if (index >= i32(list + PyListObject.ob_size)) deopt(OP.STORE_SUBSCR);
    const slot = ptr(list + PyListObject.ob_item) + index * 8;
    const old = ptr(slot);
    setPtr(slot, value);
    sp -= 24;
    decref(old);
    decref(key);
    decref(list);
  },
  BINARY_SUBSCR_STR_INT() {
    const string = ptr(sp - 16);
    const key = ptr(sp - 8);
    if (typeOf(string) !== PyUnicode_Type || typeOf(key) !== PyLong_Type || u32(key + 16) >= 16)
      deopt(OP.BINARY_SUBSCR);
    const index = i32(key + 24);
    if (longSign(key) < 0 || index >= i32(string + PyASCIIObject.length)) deopt(OP.BINARY_SUBSCR);
    const character = PyUnicode_READ_CHAR(string, index);
    if (character >= 128) deopt(OP.BINARY_SUBSCR);
    sp -= 8;
    setPtr(sp - 8, latin1String(character));
    decref(key);
    decref(string);
  },
  BINARY_SUBSCR_DICT() {
    const dict = ptr(sp - 16);
    const key = ptr(sp - 8);
    if (typeOf(dict) !== PyDict_Type) deopt(OP.BINARY_SUBSCR);
    const value = PyDict_GetItemRef(dict, key);
    if (value === 0) {
      if (PyErr_Occurred() === 0) _PyErr_SetKeyError(key);
      error();
    }
    sp -= 8;
    setPtr(sp - 8, value);
    decref(key);
    decref(dict);
  },
  BINARY_SUBSCR_GETITEM() {
    const container = ptr(sp - 16);
    const type = typeOf(container);
    if ((i32(type + PyTypeObject.tp_flags) & Py_TPFLAGS_HEAPTYPE) === 0) deopt(OP.BINARY_SUBSCR);
    const getitem = ptr(type + PyHeapTypeObject._spec_cache_getitem);
    if (getitem === 0) deopt(OP.BINARY_SUBSCR);
    if (i32(getitem + PyFunctionObject.func_version) !== i32(type + PyHeapTypeObject._spec_cache_getitem_version))
      deopt(OP.BINARY_SUBSCR);
    if (i32(THREAD + PyThreadState.py_recursion_remaining) <= 1) deopt(OP.BINARY_SUBSCR);
    const callee = pushExact(getitem, ptr(getitem + PyFunctionObject.func_code), sp - 16, 2);
    if (callee === 0) deopt(OP.BINARY_SUBSCR);
    incref(getitem);
    sp -= 16;
    setI32(frame + _PyInterpreterFrame.stacktop, (sp - frame - LOCALSPLUS) >> 3);
    setU16(frame + _PyInterpreterFrame.return_offset, UNITS_OF_BINARY_SUBSCR);
    enter();
  },
  STORE_SUBSCR_DICT() {
    const value = ptr(sp - 24);
    const dict = ptr(sp - 16);
    const key = ptr(sp - 8);
    if (typeOf(dict) !== PyDict_Type) deopt(OP.STORE_SUBSCR);
    const status = _PyDict_SetItem_Take2(dict, key, value);
    sp -= 24;
    decref(dict);
    if (status < 0) error();
  },
  CONTAINS_OP_DICT() {
    const dict = ptr(sp - 8);
    const key = ptr(sp - 16);
    if (typeOf(dict) !== PyDict_Type) deopt(OP.CONTAINS_OP);
    const found = PyDict_Contains(dict, key);
    if (found < 0) error();
    sp -= 8;
    setPtr(sp - 8, found !== (oparg & 1) ? Py_True : Py_False);
    decref(key);
    decref(dict);
  },
  CONTAINS_OP_SET() {
    const set = ptr(sp - 8);
    const key = ptr(sp - 16);
    if (typeOf(set) !== PySet_Type && typeOf(set) !== PyFrozenSet_Type) deopt(OP.CONTAINS_OP);
    const found = set_contains(set, key);
    if (found < 0) error();
    sp -= 8;
    setPtr(sp - 8, found !== (oparg & 1) ? Py_True : Py_False);
    decref(key);
    decref(set);
  },
};
