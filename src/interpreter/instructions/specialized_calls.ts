// Specialised calls. A row on the stack: callable, self or null, arguments.
import { OP } from "../../bytecode/opcodes.ts";
import { THREAD } from "../../memory/data.ts";
import { i32, ptr, setPtr } from "../../memory/memory.ts";
import { PyCFunctionObject, PyCodeObject, PyFunctionObject, PyMethodObject } from "../../memory/structs/code.ts";
import { PyMethodDescrObject } from "../../memory/structs/descriptors.ts";
import { PyHeapTypeObject, PyMethodDef, PyTypeObject } from "../../memory/structs/object.ts";
import { PyThreadState } from "../../memory/structs/runtime.ts";
import { textFunction } from "../../memory/text.ts";
import { PyObject_Size, pushStr } from "../../objects/abstract.ts";
import { pushVectorcall } from "../../objects/call.ts";
import { PyErr_NoMemory } from "../../objects/errors.ts";
import { PyObject_IsInstance } from "../../objects/isinstance.ts";
import { listAppendSteal } from "../../objects/list_core.ts";
import { decref, incref, isType, typeOf } from "../../objects/object.ts";
import { METH_FASTCALL, METH_KEYWORDS, METH_NOARGS, METH_O } from "../../objects/signature.ts";
import { longOfSsize } from "../../objects/ssize.ts";
import { PyType_GenericAlloc } from "../../objects/type_alloc.ts";
import {
  Py_False,
  Py_True,
  PyCFunction_Type,
  PyFunction_Type,
  PyList_Type,
  PyMethod_Type,
  PyMethodDescr_Type,
  PyTuple_Type,
  PyType_Type,
  PyUnicode_Type,
} from "../../objects/types.ts";
import { callableCacheIsinstance, callableCacheLen, callableCacheListAppend } from "../callable_cache.ts";
import { pushExact } from "../frame.ts";
import { pushInit } from "../init_call.ts";
import { cacheVersion } from "../specialize.ts";
import { takesExactly } from "../specialize_calls.ts";

export const specializedCalls = {
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
    enterCallee(row);
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
    spreadMethod(row, method, func);
    const callee = pushExact(func, code, row + 8, oparg + 1);
    if (callee === 0) deopt(OP.CALL);
    enterCallee(row);
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
    if (i32(method + PyMethodDef.ml_flags) !== METH_O) deopt(OP.CALL);
    const argument = ptr(sp - 8);
    const result = textFunction(ptr(method + PyMethodDef.ml_meth))(ptr(callable + PyCFunctionObject.m_self), argument);
    answerCall(result);
  },
  CALL_BUILTIN_FAST() {
    const row = sp - (oparg + 2) * 8;
    const callable = ptr(row);
    if (typeOf(callable) !== PyCFunction_Type) deopt(OP.CALL);
    const method = ptr(callable + PyCFunctionObject.m_ml);
    if (i32(method + PyMethodDef.ml_flags) !== METH_FASTCALL) deopt(OP.CALL);
    callBuiltinOnRow(row, callable, method);
  },
  CALL_LEN() {
    const row = sp - (oparg + 2) * 8;
    const callable = ptr(row);
    if (callable !== callableCacheLen() || oparg !== 1 || ptr(row + 8) !== 0) deopt(OP.CALL);
    const argument = ptr(sp - 8);
    const size = PyObject_Size(argument);
    if (size < 0) error();
    const result = longOfSsize(size);
    sp = row;
    setPtr(sp, result);
    sp += 8;
    decref(argument);
    decref(callable);
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
    if (i32(method + PyMethodDef.ml_flags) !== METH_O) deopt(OP.CALL);
    const self = ptr(sp - 16);
    if (typeOf(self) !== ptr(callable + PyMethodDescrObject.d_type)) deopt(OP.CALL);
    const result = textFunction(ptr(method + PyMethodDef.ml_meth))(self, ptr(sp - 8));
    answerCall(result);
  },
  CALL_METHOD_DESCRIPTOR_NOARGS() {
    const row = sp - (oparg + 2) * 8;
    const callable = ptr(row);
    const hasSelf = ptr(row + 8) !== 0 ? 1 : 0;
    if (oparg + hasSelf !== 1 || typeOf(callable) !== PyMethodDescr_Type) deopt(OP.CALL);
    const method = ptr(callable + PyMethodDescrObject.d_method);
    if (i32(method + PyMethodDef.ml_flags) !== METH_NOARGS) deopt(OP.CALL);
    const self = ptr(sp - 8);
    if (typeOf(self) !== ptr(callable + PyMethodDescrObject.d_type)) deopt(OP.CALL);
    const result = textFunction(ptr(method + PyMethodDef.ml_meth))(self);
    answerCall(result);
  },
  CALL_METHOD_DESCRIPTOR_FAST() {
    const row = sp - (oparg + 2) * 8;
    const callable = ptr(row);
    const hasSelf = ptr(row + 8) !== 0 ? 1 : 0;
    if (typeOf(callable) !== PyMethodDescr_Type || oparg + hasSelf === 0) deopt(OP.CALL);
    const method = ptr(callable + PyMethodDescrObject.d_method);
    if (i32(method + PyMethodDef.ml_flags) !== METH_FASTCALL) deopt(OP.CALL);
    callDescriptorOnRow(row, callable, method, hasSelf);
  },
  CALL_PY_GENERAL() {
    const row = sp - (oparg + 2) * 8;
    const func = ptr(row);
    if (typeOf(func) !== PyFunction_Type || i32(func + PyFunctionObject.func_version) !== cacheVersion(ip + 4))
      deopt(OP.CALL);
    enterPythonCall();
  },
  CALL_BOUND_METHOD_GENERAL() {
    const row = sp - (oparg + 2) * 8;
    const method = ptr(row);
    if (ptr(row + 8) !== 0 || typeOf(method) !== PyMethod_Type) deopt(OP.CALL);
    const func = ptr(method + PyMethodObject.im_func);
    if (typeOf(func) !== PyFunction_Type || i32(func + PyFunctionObject.func_version) !== cacheVersion(ip + 4))
      deopt(OP.CALL);
    spreadMethod(row, method, func);
    enterPythonCall();
  },
  // object.__new__, then __init__ in a frame of its own; a native frame between takes the instance for the answer.
  CALL_ALLOC_AND_ENTER_INIT() {
    const row = sp - (oparg + 2) * 8;
    const type = ptr(row);
    if (ptr(row + 8) !== 0 || !isType(type) || i32(type + PyTypeObject.tp_version_tag) !== cacheVersion(ip + 4))
      deopt(OP.CALL);
    const init = ptr(type + PyHeapTypeObject._spec_cache_init);
    // Another code that was put into it may take other arguments.
    if (!takesExactly(init, oparg + 1)) deopt(OP.CALL);
    const code = ptr(init + PyFunctionObject.func_code);
    if (i32(THREAD + PyThreadState.py_recursion_remaining) <= 1) deopt(OP.CALL);
    const self = PyType_GenericAlloc(type, 0);
    if (self === 0) error();
    if (pushInit(init, code, self, row, oparg) < 0) error();
    enterCallee(row);
  },
  CALL_NON_PY_GENERAL() {
    const row = sp - (oparg + 2) * 8;
    const type = typeOf(ptr(row));
    if (type === PyFunction_Type || type === PyMethod_Type) deopt(OP.CALL);
    const hasSelf = ptr(row + 8) !== 0 ? 1 : 0;
    const result = pushVectorcall(ptr(row), hasSelf ? row + 8 : row + 16, oparg + hasSelf, 0);
    answerCall(result);
  },
  CALL_STR_1() {
    const row = sp - (oparg + 2) * 8;
    if (ptr(row) !== PyUnicode_Type || ptr(row + 8) !== 0) deopt(OP.CALL);
    const result = pushStr(ptr(sp - 8));
    answerCall(result);
  },
  CALL_TUPLE_1() {
    const row = sp - (oparg + 2) * 8;
    if (ptr(row) !== PyTuple_Type || ptr(row + 8) !== 0) deopt(OP.CALL);
    const result = textFunction(ptr(PyTuple_Type + PyTypeObject.tp_vectorcall))(PyTuple_Type, row + 16, 1, 0);
    answerCall(result);
  },
  CALL_BUILTIN_CLASS() {
    const row = sp - (oparg + 2) * 8;
    const type = ptr(row);
    if (!isType(type) || ptr(type + PyTypeObject.tp_vectorcall) === 0) deopt(OP.CALL);
    const hasSelf = ptr(row + 8) !== 0 ? 1 : 0;
    const vectorcall = textFunction(ptr(type + PyTypeObject.tp_vectorcall));
    const result = vectorcall(type, hasSelf ? row + 8 : row + 16, oparg + hasSelf, 0);
    answerCall(result);
  },
  CALL_ISINSTANCE() {
    const row = sp - (oparg + 2) * 8;
    if (ptr(row) !== callableCacheIsinstance()) deopt(OP.CALL);
    const hasSelf = ptr(row + 8) !== 0 ? 1 : 0;
    if (oparg + hasSelf !== 2) deopt(OP.CALL);
    const verdict = PyObject_IsInstance(ptr(sp - 16), ptr(sp - 8));
    if (verdict < 0) error();
    while (sp > row) {
      sp -= 8;
      if (ptr(sp) !== 0) decref(ptr(sp));
    }
    setPtr(sp, verdict ? Py_True : Py_False);
    sp += 8;
  },
  CALL_BUILTIN_FAST_WITH_KEYWORDS() {
    const row = sp - (oparg + 2) * 8;
    const callable = ptr(row);
    if (typeOf(callable) !== PyCFunction_Type) deopt(OP.CALL);
    const method = ptr(callable + PyCFunctionObject.m_ml);
    if (i32(method + PyMethodDef.ml_flags) !== (METH_FASTCALL | METH_KEYWORDS)) deopt(OP.CALL);
    callBuiltinOnRow(row, callable, method);
  },
  CALL_METHOD_DESCRIPTOR_FAST_WITH_KEYWORDS() {
    const row = sp - (oparg + 2) * 8;
    const callable = ptr(row);
    const hasSelf = ptr(row + 8) !== 0 ? 1 : 0;
    if (typeOf(callable) !== PyMethodDescr_Type || oparg + hasSelf === 0) deopt(OP.CALL);
    const method = ptr(callable + PyMethodDescrObject.d_method);
    if (i32(method + PyMethodDef.ml_flags) !== (METH_FASTCALL | METH_KEYWORDS)) deopt(OP.CALL);
    callDescriptorOnRow(row, callable, method, hasSelf);
  },
};
