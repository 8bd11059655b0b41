// Which form CALL takes (_Py_Specialize_Call): by what is called and with how many arguments.
import { OP } from "../bytecode/opcodes.ts";
import { type Address, type Borrowed, i32, POINTER_BYTES, ptr, setPtr, u8, u32 } from "../memory/memory.ts";
import { PyCFunctionObject, PyCodeObject, PyFunctionObject, PyMethodObject } from "../memory/structs/code.ts";
import { PyMethodDescrObject } from "../memory/structs/descriptors.ts";
import { PyHeapTypeObject, PyMethodDef, PyTypeObject } from "../memory/structs/object.ts";
import { functionVersion } from "../objects/function.ts";
import { identifier } from "../objects/identifiers.ts";
import { isType, Py_TPFLAGS_HEAPTYPE, Py_TPFLAGS_INLINE_VALUES, typeFlags, typeOf } from "../objects/object.ts";
import { objectNew } from "../objects/object_type.ts";
import { METH_FASTCALL, METH_KEYWORDS, METH_NOARGS, METH_O, METH_VARARGS } from "../objects/signature.ts";
import { genericAlloc } from "../objects/type_alloc.ts";
import { _PyType_Lookup, assignVersionTag, isImmutableType } from "../objects/type_lookup.ts";
import {
  PyCFunction_Type,
  PyFunction_Type,
  PyMethod_Type,
  PyMethodDescr_Type,
  PyTuple_Type,
  PyType_Type,
  PyUnicode_Type,
} from "../objects/types.ts";
import { callableCacheIsinstance, callableCacheLen, callableCacheListAppend } from "./callable_cache.ts";
import { fail, setCacheVersion, succeed } from "./specialize.ts";

const id_init = identifier("__init__");

const VERSION = 4;
/** Where the instruction behind a CALL stands. */
const FOLLOWING = 8;

const CO_OPTIMIZED = 0x01;
const CO_VARARGS_OR_VARKEYWORDS = 0x0c;
const METH_CONVENTION = METH_VARARGS | METH_FASTCALL | METH_NOARGS | METH_O | METH_KEYWORDS;

/** A function whose parameters are all positional: arguments move straight into its locals. */
function isSimple(code: Borrowed): boolean {
  const flags = i32(code + PyCodeObject.co_flags);
  return (
    (flags & (CO_VARARGS_OR_VARKEYWORDS | CO_OPTIMIZED)) === CO_OPTIMIZED &&
    i32(code + PyCodeObject.co_kwonlyargcount) === 0
  );
}

/** Whether a Python function is simple and has so many parameters. */
export function takesExactly(f: Borrowed, count: number): boolean {
  const code = ptr(f + PyFunctionObject.func_code);
  return isSimple(code) && i32(code + PyCodeObject.co_argcount) === count;
}

function pythonForm(f: Borrowed, ip: Address, count: number, isBound: boolean): number {
  const code = ptr(f + PyFunctionObject.func_code);
  const isComplex = i32(code + PyCodeObject.co_flags) & CO_VARARGS_OR_VARKEYWORDS;
  if (!isComplex && i32(code + PyCodeObject.co_kwonlyargcount) === 0 && !isSimple(code)) return 0;
  const version = functionVersion(f);
  if (version === 0) return 0;
  setCacheVersion(ip + VERSION, version);
  if (takesExactly(f, count)) return isBound ? OP.CALL_BOUND_METHOD_EXACT_ARGS : OP.CALL_PY_EXACT_ARGS;
  return isBound ? OP.CALL_BOUND_METHOD_GENERAL : OP.CALL_PY_GENERAL;
}

function builtinForm(f: Borrowed, count: number): number {
  switch (i32(ptr(f + PyCFunctionObject.m_ml) + PyMethodDef.ml_flags) & METH_CONVENTION) {
    case METH_O:
      if (count !== 1) return 0;
      return f === callableCacheLen() ? OP.CALL_LEN : OP.CALL_BUILTIN_O;
    case METH_FASTCALL:
      return count === 2 && f === callableCacheIsinstance() ? OP.CALL_ISINSTANCE : OP.CALL_BUILTIN_FAST;
    case METH_FASTCALL | METH_KEYWORDS:
      return OP.CALL_BUILTIN_FAST_WITH_KEYWORDS;
    default:
      return OP.CALL_NON_PY_GENERAL;
  }
}

function methodDescriptorForm(descriptor: Borrowed, ip: Address, count: number, oparg: number): number {
  switch (i32(ptr(descriptor + PyMethodDescrObject.d_method) + PyMethodDef.ml_flags) & METH_CONVENTION) {
    case METH_NOARGS:
      return count === 1 ? OP.CALL_METHOD_DESCRIPTOR_NOARGS : 0;
    case METH_O:
      if (count !== 2) return 0;
      return descriptor === callableCacheListAppend() && oparg === 1 && u8(ip + FOLLOWING) === OP.POP_TOP
        ? OP.CALL_LIST_APPEND
        : OP.CALL_METHOD_DESCRIPTOR_O;
    case METH_FASTCALL:
      return OP.CALL_METHOD_DESCRIPTOR_FAST;
    case METH_FASTCALL | METH_KEYWORDS:
      return OP.CALL_METHOD_DESCRIPTOR_FAST_WITH_KEYWORDS;
    default:
      return OP.CALL_NON_PY_GENERAL;
  }
}

/** __init__ of a class whose instances are made in the usual way, if it is a simple Python function; or 0. */
function initOfUsualClass(type: Borrowed): Borrowed {
  const flags = typeFlags(type);
  if (ptr(type + PyTypeObject.tp_alloc) !== genericAlloc) return 0;
  if ((flags & Py_TPFLAGS_INLINE_VALUES) === 0 || (flags & Py_TPFLAGS_HEAPTYPE) === 0) return 0;
  const init = _PyType_Lookup(type, id_init);
  if (init === 0 || typeOf(init) !== PyFunction_Type || !isSimple(ptr(init + PyFunctionObject.func_code))) return 0;
  setPtr(type + PyHeapTypeObject._spec_cache_init, init);
  return init;
}

function classForm(type: Borrowed, ip: Address, count: number, oparg: number): number {
  if (isImmutableType(type)) {
    if (count === 1 && oparg === 1) {
      if (type === PyUnicode_Type) return OP.CALL_STR_1;
      if (type === PyType_Type) return OP.CALL_TYPE_1;
      if (type === PyTuple_Type) return OP.CALL_TUPLE_1;
    }
    return ptr(type + PyTypeObject.tp_vectorcall) === 0 ? OP.CALL_NON_PY_GENERAL : OP.CALL_BUILTIN_CLASS;
  }
  if (typeOf(type) !== PyType_Type || ptr(type + PyTypeObject.tp_new) !== objectNew) return OP.CALL_NON_PY_GENERAL;
  const init = initOfUsualClass(type);
  if (!assignVersionTag(type)) return 0;
  if (init === 0) return OP.CALL_NON_PY_GENERAL;
  setCacheVersion(ip + VERSION, u32(type + PyTypeObject.tp_version_tag));
  return OP.CALL_ALLOC_AND_ENTER_INIT;
}

/** row: where the callable stands on the stack; behind it self or null, then the arguments. */
export function specializeCall(row: Address, ip: Address, oparg: number): void {
  const callable = ptr(row);
  const count = ptr(row + POINTER_BYTES) === 0 ? oparg : oparg + 1;
  const type = typeOf(callable);
  let form: number = OP.CALL_NON_PY_GENERAL;
  if (type === PyCFunction_Type) form = builtinForm(callable, count);
  else if (type === PyFunction_Type) form = pythonForm(callable, ip, count, false);
  else if (isType(callable)) form = classForm(callable, ip, count, oparg);
  else if (type === PyMethodDescr_Type) form = methodDescriptorForm(callable, ip, count, oparg);
  else if (type === PyMethod_Type) {
    const f = ptr(callable + PyMethodObject.im_func);
    form = typeOf(f) === PyFunction_Type ? pythonForm(f, ip, count + 1, true) : 0;
  }
  if (form === 0) fail(ip, OP.CALL);
  else succeed(ip, form);
}
