// Specialised forms of instructions: a guard on what was seen, then the short way. A guard that fails runs the generic
// form, whose counter decides when to specialise anew (specialize.ts). Inline caches are read as cacheLayout names them.
import { OP } from "../../bytecode/opcodes.ts";
import { THREAD } from "../../memory/data.ts";
import { f64, i32, ptr, setF64, setI32, setPtr, setSsize, setU16, u16, u32 } from "../../memory/memory.ts";
import {
  _PyInterpreterFrame,
  PyCFunctionObject,
  PyCodeObject,
  PyFunctionObject,
  PyMethodObject,
  PyModuleObject,
} from "../../memory/structs/code.ts";
import {
  PyDictKeysObject,
  PyDictObject,
  PyDictUnicodeEntry,
  PyListObject,
  PyTupleObject,
} from "../../memory/structs/containers.ts";
import { PyMethodDescrObject } from "../../memory/structs/descriptors.ts";
import { _PyListIterObject, _PyRangeIterObject, _PyTupleIterObject } from "../../memory/structs/iterators.ts";
import { PyFloatObject } from "../../memory/structs/numbers.ts";
import { PyHeapTypeObject, PyMethodDef, PyTypeObject } from "../../memory/structs/object.ts";
import { PyThreadState } from "../../memory/structs/runtime.ts";
import { textFunction } from "../../memory/text.ts";
import { PyObject_Size } from "../../objects/abstract.ts";
import { inlineValues } from "../../objects/dict_instance.ts";
import { entriesOf } from "../../objects/dict_keys.ts";
import { addToInsertionOrder, isValid, valueAt } from "../../objects/dict_values.ts";
import { PyErr_NoMemory } from "../../objects/errors.ts";
import { newFloat } from "../../objects/float_core.ts";
import { listAppendSteal } from "../../objects/list_core.ts";
import { longAdd, longMultiply, longSubtract } from "../../objects/long_arith.ts";
import { compactValue, isCompact, longDigitCount, PyLong_FromNumber } from "../../objects/long_core.ts";
import { decref, incref, sizeOf, typeOf } from "../../objects/object.ts";
import {
  Py_False,
  Py_None,
  Py_True,
  PyBool_Type,
  PyCFunction_Type,
  PyFloat_Type,
  PyFunction_Type,
  PyList_Type,
  PyListIter_Type,
  PyLong_Type,
  PyMethod_Type,
  PyMethodDescr_Type,
  PyModule_Type,
  PyRangeIter_Type,
  PyTuple_Type,
  PyTupleIter_Type,
  PyType_Type,
  PyUnicode_Type,
} from "../../objects/types.ts";
import { _PyUnicode_EQ } from "../../objects/unicode_core.ts";
import { callableCacheLen, callableCacheListAppend } from "../callable_cache.ts";
import { LOCALSPLUS, pushExact, UNITS_OF_CALL } from "../frame.ts";
import { cacheVersion } from "../specialize.ts";

export const specialized = {
  // -- arithmetic ------------------------------------------------------------------------------------------------------
  BINARY_OP_ADD_INT() {
    const left = ptr(sp - 16);
    const right = ptr(sp - 8);
    if (typeOf(left) !== PyLong_Type || typeOf(right) !== PyLong_Type) deopt(OP.BINARY_OP);
    const sum =
      isCompact(left) && isCompact(right)
        ? PyLong_FromNumber(compactValue(left) + compactValue(right))
        : longAdd(left, right);
    if (sum === 0) error();
    sp -= 8;
    setPtr(sp - 8, sum);
    decref(left);
    decref(right);
  },
  BINARY_OP_SUBTRACT_INT() {
    const left = ptr(sp - 16);
    const right = ptr(sp - 8);
    if (typeOf(left) !== PyLong_Type || typeOf(right) !== PyLong_Type) deopt(OP.BINARY_OP);
    const difference =
      isCompact(left) && isCompact(right)
        ? PyLong_FromNumber(compactValue(left) - compactValue(right))
        : longSubtract(left, right);
    if (difference === 0) error();
    sp -= 8;
    setPtr(sp - 8, difference);
    decref(left);
    decref(right);
  },
  BINARY_OP_MULTIPLY_INT() {
    const left = ptr(sp - 16);
    const right = ptr(sp - 8);
    if (typeOf(left) !== PyLong_Type || typeOf(right) !== PyLong_Type) deopt(OP.BINARY_OP);
    const product = longMultiply(left, right);
    if (product === 0) error();
    sp -= 8;
    setPtr(sp - 8, product);
    decref(left);
    decref(right);
  },
  BINARY_OP_ADD_FLOAT() {
    const left = ptr(sp - 16);
    const right = ptr(sp - 8);
    if (typeOf(left) !== PyFloat_Type || typeOf(right) !== PyFloat_Type) deopt(OP.BINARY_OP);
    const value = f64(left + PyFloatObject.ob_fval) + f64(right + PyFloatObject.ob_fval);
    sp -= 8;
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
  BINARY_OP_SUBTRACT_FLOAT() {
    const left = ptr(sp - 16);
    const right = ptr(sp - 8);
    if (typeOf(left) !== PyFloat_Type || typeOf(right) !== PyFloat_Type) deopt(OP.BINARY_OP);
    const value = f64(left + PyFloatObject.ob_fval) - f64(right + PyFloatObject.ob_fval);
    sp -= 8;
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
  BINARY_OP_MULTIPLY_FLOAT() {
    const left = ptr(sp - 16);
    const right = ptr(sp - 8);
    if (typeOf(left) !== PyFloat_Type || typeOf(right) !== PyFloat_Type) deopt(OP.BINARY_OP);
    const value = f64(left + PyFloatObject.ob_fval) * f64(right + PyFloatObject.ob_fval);
    sp -= 8;
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

  // -- comparison and truth --------------------------------------------------------------------------------------------
  // The low four bits of the oparg say for which of unordered, less, greater, equal the answer is true.
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

  // -- items -----------------------------------------------------------------------------------------------------------
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

  // -- names and attributes --------------------------------------------------------------------------------------------
  LOAD_GLOBAL_MODULE() {
    const keys = ptr(ptr(frame + _PyInterpreterFrame.f_globals) + PyDictObject.ma_keys);
    if (u32(keys + PyDictKeysObject.dk_version) !== u16(ip + 6)) deopt(OP.LOAD_GLOBAL);
    const value = ptr(entriesOf(keys) + u16(ip + 4) * PyDictUnicodeEntry.sizeof + PyDictUnicodeEntry.me_value);
    if (value === 0) deopt(OP.LOAD_GLOBAL);
    incref(value);
    setPtr(sp, value);
    sp += 8;
    if (oparg & 1) {
      setPtr(sp, 0);
      sp += 8;
    }
  },
  LOAD_GLOBAL_BUILTIN() {
    const keys = ptr(ptr(frame + _PyInterpreterFrame.f_globals) + PyDictObject.ma_keys);
    if (u32(keys + PyDictKeysObject.dk_version) !== u16(ip + 6)) deopt(OP.LOAD_GLOBAL);
    const builtinKeys = ptr(ptr(frame + _PyInterpreterFrame.f_builtins) + PyDictObject.ma_keys);
    if (u32(builtinKeys + PyDictKeysObject.dk_version) !== u16(ip + 8)) deopt(OP.LOAD_GLOBAL);
    const value = ptr(entriesOf(builtinKeys) + u16(ip + 4) * PyDictUnicodeEntry.sizeof + PyDictUnicodeEntry.me_value);
    if (value === 0) deopt(OP.LOAD_GLOBAL);
    incref(value);
    setPtr(sp, value);
    sp += 8;
    if (oparg & 1) {
      setPtr(sp, 0);
      sp += 8;
    }
  },
  LOAD_ATTR_INSTANCE_VALUE() {
    const owner = ptr(sp - 8);
    const type = typeOf(owner);
    if (i32(type + PyTypeObject.tp_version_tag) !== cacheVersion(ip + 4)) deopt(OP.LOAD_ATTR);
    const values = inlineValues(owner);
    if (!isValid(values)) deopt(OP.LOAD_ATTR);
    const value = ptr(valueAt(values, u16(ip + 8)));
    if (value === 0) deopt(OP.LOAD_ATTR);
    incref(value);
    setPtr(sp - 8, value);
    if (oparg & 1) {
      setPtr(sp, 0);
      sp += 8;
    }
    decref(owner);
  },
  LOAD_ATTR_SLOT() {
    const owner = ptr(sp - 8);
    if (i32(typeOf(owner) + PyTypeObject.tp_version_tag) !== cacheVersion(ip + 4)) deopt(OP.LOAD_ATTR);
    const value = ptr(owner + u16(ip + 8));
    if (value === 0) deopt(OP.LOAD_ATTR);
    incref(value);
    setPtr(sp - 8, value);
    if (oparg & 1) {
      setPtr(sp, 0);
      sp += 8;
    }
    decref(owner);
  },
  LOAD_ATTR_MODULE() {
    const owner = ptr(sp - 8);
    if (typeOf(owner) !== PyModule_Type) deopt(OP.LOAD_ATTR);
    const keys = ptr(ptr(owner + PyModuleObject.md_dict) + PyDictObject.ma_keys);
    if (i32(keys + PyDictKeysObject.dk_version) !== cacheVersion(ip + 4)) deopt(OP.LOAD_ATTR);
    const value = ptr(entriesOf(keys) + u16(ip + 8) * PyDictUnicodeEntry.sizeof + PyDictUnicodeEntry.me_value);
    if (value === 0) deopt(OP.LOAD_ATTR);
    incref(value);
    setPtr(sp - 8, value);
    if (oparg & 1) {
      setPtr(sp, 0);
      sp += 8;
    }
    decref(owner);
  },
  LOAD_ATTR_METHOD_WITH_VALUES() {
    const owner = ptr(sp - 8);
    const type = typeOf(owner);
    if (i32(type + PyTypeObject.tp_version_tag) !== cacheVersion(ip + 4)) deopt(OP.LOAD_ATTR);
    if (!isValid(inlineValues(owner))) deopt(OP.LOAD_ATTR);
    if (i32(ptr(type + PyHeapTypeObject.ht_cached_keys) + PyDictKeysObject.dk_version) !== cacheVersion(ip + 8))
      deopt(OP.LOAD_ATTR);
    const method = cacheVersion(ip + 12);
    incref(method);
    setPtr(sp - 8, method);
    setPtr(sp, owner);
    sp += 8;
  },
  LOAD_ATTR_METHOD_NO_DICT() {
    const owner = ptr(sp - 8);
    if (i32(typeOf(owner) + PyTypeObject.tp_version_tag) !== cacheVersion(ip + 4)) deopt(OP.LOAD_ATTR);
    const method = cacheVersion(ip + 12);
    incref(method);
    setPtr(sp - 8, method);
    setPtr(sp, owner);
    sp += 8;
  },
  LOAD_ATTR_NONDESCRIPTOR_WITH_VALUES() {
    const owner = ptr(sp - 8);
    const type = typeOf(owner);
    if (i32(type + PyTypeObject.tp_version_tag) !== cacheVersion(ip + 4)) deopt(OP.LOAD_ATTR);
    if (!isValid(inlineValues(owner))) deopt(OP.LOAD_ATTR);
    if (i32(ptr(type + PyHeapTypeObject.ht_cached_keys) + PyDictKeysObject.dk_version) !== cacheVersion(ip + 8))
      deopt(OP.LOAD_ATTR);
    const value = cacheVersion(ip + 12);
    incref(value);
    setPtr(sp - 8, value);
    decref(owner);
  },
  LOAD_ATTR_CLASS() {
    const owner = ptr(sp - 8);
    if ((u32(typeOf(owner) + PyTypeObject.tp_flags) & 0x80000000) === 0) deopt(OP.LOAD_ATTR);
    if (i32(owner + PyTypeObject.tp_version_tag) !== cacheVersion(ip + 4)) deopt(OP.LOAD_ATTR);
    const value = cacheVersion(ip + 12);
    incref(value);
    setPtr(sp - 8, value);
    if (oparg & 1) {
      setPtr(sp, 0);
      sp += 8;
    }
    decref(owner);
  },
  STORE_ATTR_INSTANCE_VALUE() {
    const owner = ptr(sp - 8);
    if (i32(typeOf(owner) + PyTypeObject.tp_version_tag) !== cacheVersion(ip + 4)) deopt(OP.STORE_ATTR);
    if (ptr(owner - 24) !== 0) deopt(OP.STORE_ATTR);
    const values = inlineValues(owner);
    if (!isValid(values)) deopt(OP.STORE_ATTR);
    const index = u16(ip + 8);
    const slot = valueAt(values, index);
    const old = ptr(slot);
    setPtr(slot, ptr(sp - 16));
    sp -= 16;
    if (old === 0) addToInsertionOrder(values, index);
    else decref(old);
    decref(owner);
  },
  STORE_ATTR_SLOT() {
    const owner = ptr(sp - 8);
    if (i32(typeOf(owner) + PyTypeObject.tp_version_tag) !== cacheVersion(ip + 4)) deopt(OP.STORE_ATTR);
    const slot = owner + u16(ip + 8);
    const old = ptr(slot);
    setPtr(slot, ptr(sp - 16));
    sp -= 16;
    if (old !== 0) decref(old);
    decref(owner);
  },

  // -- iteration -------------------------------------------------------------------------------------------------------
  FOR_ITER_LIST() {
    const iterator = ptr(sp - 8);
    if (typeOf(iterator) !== PyListIter_Type) deopt(OP.FOR_ITER);
    const list = ptr(iterator + _PyListIterObject.it_seq);
    if (list !== 0) {
      const index = i32(iterator + _PyListIterObject.it_index);
      if (index < i32(list + PyListObject.ob_size) && index >= 0) {
        const item = ptr(ptr(list + PyListObject.ob_item) + index * 8);
        setSsize(iterator + _PyListIterObject.it_index, index + 1);
        incref(item);
        setPtr(sp, item);
        sp += 8;
        next();
      }
      setSsize(iterator + _PyListIterObject.it_index, -1);
      setPtr(iterator + _PyListIterObject.it_seq, 0);
      decref(list);
    }
    sp -= 8;
    decref(iterator);
    jumpBy(oparg + 2);
  },
  FOR_ITER_TUPLE() {
    const iterator = ptr(sp - 8);
    if (typeOf(iterator) !== PyTupleIter_Type) deopt(OP.FOR_ITER);
    const tuple = ptr(iterator + _PyTupleIterObject.it_seq);
    if (tuple !== 0) {
      const index = i32(iterator + _PyTupleIterObject.it_index);
      if (index < i32(tuple + 16)) {
        const item = ptr(tuple + PyTupleObject.ob_item + index * 8);
        setSsize(iterator + _PyTupleIterObject.it_index, index + 1);
        incref(item);
        setPtr(sp, item);
        sp += 8;
        next();
      }
      setPtr(iterator + _PyTupleIterObject.it_seq, 0);
      decref(tuple);
    }
    sp -= 8;
    decref(iterator);
    jumpBy(oparg + 2);
  },
  FOR_ITER_RANGE() {
    const iterator = ptr(sp - 8);
    if (typeOf(iterator) !== PyRangeIter_Type) deopt(OP.FOR_ITER);
    const left = i32(iterator + _PyRangeIterObject.len);
    const start = i32(iterator + _PyRangeIterObject.start);
    const step = i32(iterator + _PyRangeIterObject.step);
    // Values of 64 bits go the generic way.
    if (
      i32(iterator + _PyRangeIterObject.len + 4) !== 0 ||
      left < 0 ||
      i32(iterator + _PyRangeIterObject.start + 4) !== start >> 31 ||
      i32(iterator + _PyRangeIterObject.step + 4) !== step >> 31
    ) {
      deopt(OP.FOR_ITER);
    }
    if (left === 0) {
      sp -= 8;
      decref(iterator);
      jumpBy(oparg + 2);
    }
    const following = start + step;
    setI32(iterator + _PyRangeIterObject.start, following | 0);
    setI32(
      iterator + _PyRangeIterObject.start + 4,
      following < 0 ? Math.floor(following / 4294967296) | 0 : (following / 4294967296) | 0,
    );
    setSsize(iterator + _PyRangeIterObject.len, left - 1);
    const value = PyLong_FromNumber(start);
    if (value === 0) {
      PyErr_NoMemory();
      error();
    }
    setPtr(sp, value);
    sp += 8;
  },

  // -- calls -----------------------------------------------------------------------------------------------------------
  CALL_PY_EXACT_ARGS() {
    const row = sp - (oparg + 2) * 8;
    const func = ptr(row);
    if (typeOf(func) !== PyFunction_Type || i32(func + PyFunctionObject.func_version) !== cacheVersion(ip + 4))
      deopt(OP.CALL);
    const hasSelf = ptr(row + 8) !== 0 ? 1 : 0;
    const code = ptr(func + PyFunctionObject.func_code);
    if (i32(code + PyCodeObject.co_argcount) !== oparg + hasSelf) deopt(OP.CALL);
    if (i32(THREAD + PyThreadState.py_recursion_remaining) <= 1) deopt(OP.CALL);
    const callee = pushExact(func, code, hasSelf ? row + 8 : row + 16, oparg + hasSelf);
    if (callee === 0) deopt(OP.CALL);
    setI32(frame + _PyInterpreterFrame.stacktop, (row - frame - LOCALSPLUS) >> 3);
    setU16(frame + _PyInterpreterFrame.return_offset, UNITS_OF_CALL);
    enter();
  },
  CALL_BOUND_METHOD_EXACT_ARGS() {
    const row = sp - (oparg + 2) * 8;
    const method = ptr(row);
    if (ptr(row + 8) !== 0 || typeOf(method) !== PyMethod_Type) deopt(OP.CALL);
    const func = ptr(method + PyMethodObject.im_func);
    if (typeOf(func) !== PyFunction_Type || i32(func + PyFunctionObject.func_version) !== cacheVersion(ip + 4))
      deopt(OP.CALL);
    const code = ptr(func + PyFunctionObject.func_code);
    if (i32(code + PyCodeObject.co_argcount) !== oparg + 1) deopt(OP.CALL);
    if (i32(THREAD + PyThreadState.py_recursion_remaining) <= 1) deopt(OP.CALL);
    const self = ptr(method + PyMethodObject.im_self);
    incref(self);
    incref(func);
    setPtr(row, func);
    setPtr(row + 8, self);
    decref(method);
    const callee = pushExact(func, code, row + 8, oparg + 1);
    if (callee === 0) deopt(OP.CALL);
    setI32(frame + _PyInterpreterFrame.stacktop, (row - frame - LOCALSPLUS) >> 3);
    setU16(frame + _PyInterpreterFrame.return_offset, UNITS_OF_CALL);
    enter();
  },
  CALL_TYPE_1() {
    const row = sp - (oparg + 2) * 8;
    if (ptr(row) !== PyType_Type || ptr(row + 8) !== 0 || oparg !== 1) deopt(OP.CALL);
    const argument = ptr(sp - 8);
    const type = typeOf(argument);
    incref(type);
    sp -= 24;
    setPtr(sp, type);
    sp += 8;
    decref(argument);
  },
  CALL_BUILTIN_O() {
    const row = sp - (oparg + 2) * 8;
    const callable = ptr(row);
    const total = ptr(row + 8) !== 0 ? oparg + 1 : oparg;
    if (total !== 1 || typeOf(callable) !== PyCFunction_Type) deopt(OP.CALL);
    const method = ptr(callable + PyCFunctionObject.m_ml);
    if (i32(method + PyMethodDef.ml_flags) !== 8) deopt(OP.CALL);
    const argument = ptr(sp - 8);
    const result = textFunction(ptr(method + PyMethodDef.ml_meth))(ptr(callable + PyCFunctionObject.m_self), argument);
    suspend(result);
    const bottom = sp - (oparg + 2) * 8;
    decref(ptr(sp - 8));
    decref(ptr(bottom));
    sp = bottom;
    if (result === 0) error();
    setPtr(sp, result);
    sp += 8;
  },
  CALL_BUILTIN_FAST() {
    const row = sp - (oparg + 2) * 8;
    const callable = ptr(row);
    if (typeOf(callable) !== PyCFunction_Type) deopt(OP.CALL);
    const method = ptr(callable + PyCFunctionObject.m_ml);
    if (i32(method + PyMethodDef.ml_flags) !== 128) deopt(OP.CALL);
    const hasSelf = ptr(row + 8) !== 0 ? 1 : 0;
    const result = textFunction(ptr(method + PyMethodDef.ml_meth))(
      ptr(callable + PyCFunctionObject.m_self),
      hasSelf ? row + 8 : row + 16,
      oparg + hasSelf,
      0,
    );
    suspend(result);
    const bottom = sp - (oparg + 2) * 8;
    while (sp > bottom) {
      sp -= 8;
      if (ptr(sp) !== 0) decref(ptr(sp));
    }
    if (result === 0) error();
    setPtr(sp, result);
    sp += 8;
  },
  CALL_LEN() {
    const row = sp - (oparg + 2) * 8;
    if (ptr(row) !== callableCacheLen() || oparg !== 1 || ptr(row + 8) !== 0) deopt(OP.CALL);
    const argument = ptr(sp - 8);
    const size = PyObject_Size(argument);
    if (size < 0) error();
    const result = PyLong_FromNumber(size);
    sp = row;
    setPtr(sp, result);
    sp += 8;
    decref(argument);
    if (result === 0) {
      sp -= 8;
      PyErr_NoMemory();
      error();
    }
  },
  CALL_LIST_APPEND() {
    const row = sp - (oparg + 2) * 8;
    const callable = ptr(row);
    const list = ptr(row + 8);
    if (oparg !== 1 || list === 0 || callable !== callableCacheListAppend() || typeOf(list) !== PyList_Type)
      deopt(OP.CALL);
    const status = listAppendSteal(list, ptr(sp - 8));
    sp -= 24;
    decref(list);
    decref(callable);
    if (status < 0) error();
    // The next instruction is POP_TOP, which would take the None away.
    jumpBy(1);
  },
  CALL_METHOD_DESCRIPTOR_O() {
    const row = sp - (oparg + 2) * 8;
    const callable = ptr(row);
    const hasSelf = ptr(row + 8) !== 0 ? 1 : 0;
    if (oparg + hasSelf !== 2 || typeOf(callable) !== PyMethodDescr_Type) deopt(OP.CALL);
    const method = ptr(callable + PyMethodDescrObject.d_method);
    if (i32(method + PyMethodDef.ml_flags) !== 8) deopt(OP.CALL);
    const self = ptr(sp - 16);
    if (typeOf(self) !== ptr(callable + PyMethodDescrObject.d_type)) deopt(OP.CALL);
    const result = textFunction(ptr(method + PyMethodDef.ml_meth))(self, ptr(sp - 8));
    suspend(result);
    const bottom = sp - (oparg + 2) * 8;
    while (sp > bottom) {
      sp -= 8;
      if (ptr(sp) !== 0) decref(ptr(sp));
    }
    if (result === 0) error();
    setPtr(sp, result);
    sp += 8;
  },
  CALL_METHOD_DESCRIPTOR_NOARGS() {
    const row = sp - (oparg + 2) * 8;
    const callable = ptr(row);
    const hasSelf = ptr(row + 8) !== 0 ? 1 : 0;
    if (oparg + hasSelf !== 1 || typeOf(callable) !== PyMethodDescr_Type) deopt(OP.CALL);
    const method = ptr(callable + PyMethodDescrObject.d_method);
    if (i32(method + PyMethodDef.ml_flags) !== 4) deopt(OP.CALL);
    const self = ptr(sp - 8);
    if (typeOf(self) !== ptr(callable + PyMethodDescrObject.d_type)) deopt(OP.CALL);
    const result = textFunction(ptr(method + PyMethodDef.ml_meth))(self);
    suspend(result);
    const bottom = sp - (oparg + 2) * 8;
    while (sp > bottom) {
      sp -= 8;
      if (ptr(sp) !== 0) decref(ptr(sp));
    }
    if (result === 0) error();
    setPtr(sp, result);
    sp += 8;
  },
  CALL_METHOD_DESCRIPTOR_FAST() {
    const row = sp - (oparg + 2) * 8;
    const callable = ptr(row);
    const hasSelf = ptr(row + 8) !== 0 ? 1 : 0;
    if (typeOf(callable) !== PyMethodDescr_Type || oparg + hasSelf === 0) deopt(OP.CALL);
    const method = ptr(callable + PyMethodDescrObject.d_method);
    if (i32(method + PyMethodDef.ml_flags) !== 128) deopt(OP.CALL);
    const args = hasSelf ? row + 8 : row + 16;
    const self = ptr(args);
    if (typeOf(self) !== ptr(callable + PyMethodDescrObject.d_type)) deopt(OP.CALL);
    const result = textFunction(ptr(method + PyMethodDef.ml_meth))(self, args + 8, oparg + hasSelf - 1, 0);
    suspend(result);
    const bottom = sp - (oparg + 2) * 8;
    while (sp > bottom) {
      sp -= 8;
      if (ptr(sp) !== 0) decref(ptr(sp));
    }
    if (result === 0) error();
    setPtr(sp, result);
    sp += 8;
  },
  UNPACK_SEQUENCE_TWO_TUPLE() {
    const tuple = ptr(sp - 8);
    if (typeOf(tuple) !== PyTuple_Type || i32(tuple + 16) !== 2) deopt(OP.UNPACK_SEQUENCE);
    const first = ptr(tuple + PyTupleObject.ob_item);
    const second = ptr(tuple + PyTupleObject.ob_item + 8);
    incref(first);
    incref(second);
    setPtr(sp - 8, second);
    setPtr(sp, first);
    sp += 8;
    decref(tuple);
  },
};
