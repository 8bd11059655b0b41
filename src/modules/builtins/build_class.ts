// __build_class__: what a class statement calls. The body's frame and the calls of __prepare__ and of the metaclass are
// pushed; this frame waits below them.

import { pushFrame } from "../../interpreter/frame.ts";
import { type Address, type Borrowed, type Owned, ptr } from "../../memory/memory.ts";
import { PyCellObject } from "../../memory/structs/code.ts";
import { text } from "../../memory/text.ts";
import { PyMapping_Check, PyObject_GetOptionalAttr, PyObject_Repr, PyObject_SetItem } from "../../objects/abstract.ts";
import { keywordDict, PyObject_CallOneArg } from "../../objects/call.ts";
import { pushCall } from "../../objects/call_object.ts";
import type { MethodRow } from "../../objects/declare.ts";
import { PyDict_New, PyDict_Pop } from "../../objects/dict_core.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise, typeName, typeNameOf } from "../../objects/errors.ts";
import { finishNative, nativeLocal, PUSHED, pushNative, setNativeLocal, setStep } from "../../objects/frames.ts";
import { identifier } from "../../objects/identifiers.ts";
import { PyList_Append, PyList_AsTuple, PyList_New } from "../../objects/list.ts";
import { decref, isTuple, isType, isUnicode, newRef, sizeOf, typeOf } from "../../objects/object.ts";
import { PyTuple_GET_ITEM, PyTuple_Pack, tupleFromArray } from "../../objects/tuple_core.ts";
import { _PyType_CalculateMetaclass } from "../../objects/type_new.ts";
import { PyCell_Type, PyExc_RuntimeError, PyExc_TypeError, PyFunction_Type, PyType_Type } from "../../objects/types.ts";
import { textOf } from "../../objects/unicode_core.ts";

const id_metaclass = identifier("metaclass");
const id_prepare = identifier("__prepare__");
const id_mro_entries = identifier("__mro_entries__");
const id_orig_bases = identifier("__orig_bases__");

const FUNCTION = 0;
const NAME = 1;
const ORIGINAL_BASES = 2;
const BASES = 3;
const META = 4;
/** The keywords but metaclass; null when there were none. */
const KEYWORDS = 5;
const NAMESPACE = 6;
const CELL = 7;
const LOCALS = 8;

/** update_bases: what is no class is replaced by what its __mro_entries__ answers. Owned tuple. */
function updateBases(bases: Borrowed): Owned {
  let list = 0;
  const count = sizeOf(bases);
  for (let i = 0; i < count; i++) {
    const base = PyTuple_GET_ITEM(bases, i);
    const method = isType(base) ? 0 : PyObject_GetOptionalAttr(base, id_mro_entries);
    if (method === 0) {
      if (PyErr_Occurred() !== 0 || (list !== 0 && PyList_Append(list, base) < 0)) return failBases(list);
      continue;
    }
    const entries = PyObject_CallOneArg(method, bases);
    decref(method);
    if (entries === 0) return failBases(list);
    if (!isTuple(entries)) {
      decref(entries);
      raise(PyExc_TypeError, "__mro_entries__ must return a tuple");
      return failBases(list);
    }
    if (list === 0) {
      list = PyList_New(0);
      if (list === 0) {
        decref(entries);
        return 0;
      }
      for (let j = 0; j < i; j++) if (PyList_Append(list, PyTuple_GET_ITEM(bases, j)) < 0) return failBases(list);
    }
    for (let j = 0; j < sizeOf(entries); j++) {
      if (PyList_Append(list, PyTuple_GET_ITEM(entries, j)) < 0) {
        decref(entries);
        return failBases(list);
      }
    }
    decref(entries);
  }
  if (list === 0) return newRef(bases);
  const updated = PyList_AsTuple(list);
  decref(list);
  return updated;
}

function failBases(list: Owned): 0 {
  if (list !== 0) decref(list);
  return 0;
}

function build_class(_module: Borrowed, args: Address, nargs: number, kwnames: Borrowed): Owned {
  if (nargs < 2) return raise(PyExc_TypeError, "__build_class__: not enough arguments");
  const func = ptr(args);
  if (typeOf(func) !== PyFunction_Type) return raise(PyExc_TypeError, "__build_class__: func must be a function");
  const name = ptr(args + 8);
  if (!isUnicode(name)) return raise(PyExc_TypeError, "__build_class__: name is not a string");
  const frame = pushNative(AFTER_PREPARE, LOCALS);
  if (frame === 0) return PyErr_NoMemory();
  setNativeLocal(frame, FUNCTION, newRef(func));
  setNativeLocal(frame, NAME, newRef(name));
  const original = tupleFromArray(args + 16, nargs - 2);
  if (original === 0) return finishNative(frame, PyErr_NoMemory());
  setNativeLocal(frame, ORIGINAL_BASES, original);
  const bases = updateBases(original);
  if (bases === 0) return finishNative(frame, 0);
  setNativeLocal(frame, BASES, bases);
  let meta: Owned = 0;
  if (kwnames !== 0 && sizeOf(kwnames) > 0) {
    const keywords = keywordDict(kwnames, args + nargs * 8);
    if (keywords === 0) return finishNative(frame, 0);
    setNativeLocal(frame, KEYWORDS, keywords);
    meta = PyDict_Pop(keywords, id_metaclass);
    if (meta === 0 && PyErr_Occurred() !== 0) return finishNative(frame, 0);
  }
  let isClass = true;
  if (meta === 0) meta = newRef(sizeOf(bases) === 0 ? PyType_Type : typeOf(PyTuple_GET_ITEM(bases, 0)));
  else isClass = isType(meta);
  if (isClass) {
    const winner = _PyType_CalculateMetaclass(meta, bases);
    if (winner === 0) {
      decref(meta);
      return finishNative(frame, 0);
    }
    if (winner !== meta) {
      decref(meta);
      meta = newRef(winner);
    }
  }
  setNativeLocal(frame, META, meta);
  const prepare = PyObject_GetOptionalAttr(meta, id_prepare);
  if (prepare === 0) {
    if (PyErr_Occurred() !== 0) return finishNative(frame, 0);
    return afterPrepare(frame, PyDict_New());
  }
  const pair = PyTuple_Pack(name, bases);
  const namespace = pair === 0 ? PyErr_NoMemory() : pushCall(prepare, pair, nativeLocal(frame, KEYWORDS));
  if (pair !== 0) decref(pair);
  decref(prepare);
  return namespace === PUSHED ? PUSHED : afterPrepare(frame, namespace);
}

/** The namespace is there: runs the body over it. */
function afterPrepare(frame: Address, namespace: Owned): Owned {
  if (namespace === 0) return finishNative(frame, 0);
  setNativeLocal(frame, NAMESPACE, namespace);
  if (!PyMapping_Check(namespace)) {
    const meta = nativeLocal(frame, META);
    const shown = isType(meta) ? typeName(meta) : "<metaclass>";
    const message = `${shown}.__prepare__() must return a mapping, not ${typeNameOf(namespace)}`;
    return finishNative(frame, raise(PyExc_TypeError, message));
  }
  setStep(frame, AFTER_BODY);
  if (pushFrame(newRef(nativeLocal(frame, FUNCTION)), newRef(namespace), 0, 0, 0, 0) < 0) return finishNative(frame, 0);
  return PUSHED;
}
const AFTER_PREPARE = text("builtins.__build_class__.prepare", afterPrepare);

/** The body has run and answered with its __class__ cell, or None: calls the metaclass. */
function afterBody(frame: Address, cell: Owned): Owned {
  if (cell === 0) return finishNative(frame, 0);
  setNativeLocal(frame, CELL, cell);
  const bases = nativeLocal(frame, BASES);
  const original = nativeLocal(frame, ORIGINAL_BASES);
  const namespace = nativeLocal(frame, NAMESPACE);
  if (bases !== original && PyObject_SetItem(namespace, id_orig_bases, original) < 0) return finishNative(frame, 0);
  setStep(frame, AFTER_CLASS);
  const triple = PyTuple_Pack(nativeLocal(frame, NAME), bases, namespace);
  if (triple === 0) return finishNative(frame, PyErr_NoMemory());
  const cls = pushCall(nativeLocal(frame, META), triple, nativeLocal(frame, KEYWORDS));
  decref(triple);
  return cls === PUSHED ? PUSHED : afterClass(frame, cls);
}
const AFTER_BODY = text("builtins.__build_class__.body", afterBody);

function afterClass(frame: Address, cls: Owned): Owned {
  const cell = nativeLocal(frame, CELL);
  if (cls === 0 || !isType(cls) || typeOf(cell) !== PyCell_Type) return finishNative(frame, cls);
  const content = ptr(cell + PyCellObject.ob_ref);
  if (content === cls) return finishNative(frame, cls);
  const name = reprText(nativeLocal(frame, NAME));
  const shown = name === null ? null : reprText(cls);
  const claimed = shown === null || content === 0 ? "" : reprText(content);
  decref(cls);
  if (shown === null || claimed === null) return finishNative(frame, 0);
  if (content === 0) {
    const message = `__class__ not set defining ${name} as ${shown}. Was __classcell__ propagated to type.__new__?`;
    return finishNative(frame, raise(PyExc_RuntimeError, message));
  }
  return finishNative(frame, raise(PyExc_TypeError, `__class__ set to ${claimed} defining ${name} as ${shown}`));
}
const AFTER_CLASS = text("builtins.__build_class__.class", afterClass);

function reprText(o: Borrowed): string | null {
  const shown = PyObject_Repr(o);
  if (shown === 0) return null;
  const result = textOf(shown);
  decref(shown);
  return result;
}

export const classFunctions: readonly MethodRow[] = [
  ["__build_class__", "!(func, name, /, *bases, metaclass=None, **kwds)", build_class],
];
