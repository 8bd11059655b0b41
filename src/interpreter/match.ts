// Pattern matching: what MATCH_* and GET_LEN ask (CPython's ceval.c: match_class, match_keys).
import type { Borrowed, Owned } from "../memory/memory.ts";
import { PyObject_GetOptionalAttr, PyObject_Repr, PyObject_Size } from "../objects/abstract.ts";
import { PyObject_CallTwoArgs } from "../objects/call.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise, typeName, typeNameOf } from "../objects/errors.ts";
import { identifier } from "../objects/identifiers.ts";
import { PyObject_IsInstance } from "../objects/isinstance.ts";
import { PyList_Append, PyList_AsTuple, PyList_New } from "../objects/list.ts";
import { PyLong_FromNumber } from "../objects/long_core.ts";
import {
  _Py_TPFLAGS_MATCH_SELF,
  decref,
  isTuple,
  isType,
  isUnicode,
  newRef,
  Py_TPFLAGS_MAPPING,
  Py_TPFLAGS_SEQUENCE,
  sizeOf,
  typeFlags,
  typeOf,
} from "../objects/object.ts";
import { PySet_New } from "../objects/set.ts";
import { PySet_Add, PySet_Contains } from "../objects/set_core.ts";
import { PyTuple_GET_ITEM } from "../objects/tuple_core.ts";
import { Py_None, PyBaseObject_Type, PyExc_TypeError, PyExc_ValueError } from "../objects/types.ts";
import { textOf } from "../objects/unicode_core.ts";

const id_match_args = identifier("__match_args__");
const id_get = identifier("get");

export function getLength(o: Borrowed): Owned {
  const size = PyObject_Size(o);
  return size < 0 ? 0 : PyLong_FromNumber(size) || PyErr_NoMemory();
}

export function isMatchMapping(o: Borrowed): boolean {
  return (typeFlags(typeOf(o)) & Py_TPFLAGS_MAPPING) !== 0;
}

export function isMatchSequence(o: Borrowed): boolean {
  return (typeFlags(typeOf(o)) & Py_TPFLAGS_SEQUENCE) !== 0;
}

/** MATCH_KEYS: a tuple of values, or None. 0 with an error set. */
export function matchKeys(subject: Borrowed, keys: Borrowed): Owned {
  const count = sizeOf(keys);
  const values = PyList_New(0);
  const seen = PySet_New(0);
  const get = PyObject_GetOptionalAttr(subject, id_get);
  const sentinel = objectInstance();
  let result: Owned = -1;
  if (values === 0 || seen === 0 || get === 0 || sentinel === 0) result = 0;
  for (let i = 0; i < count && result === -1; i++) {
    const key = PyTuple_GET_ITEM(keys, i);
    const known = PySet_Contains(seen, key);
    if (known !== 0 || PySet_Add(seen, key) < 0) {
      if (known > 0) {
        const shown = PyObject_Repr(key);
        if (shown !== 0) {
          raise(PyExc_ValueError, `mapping pattern checks duplicate key (${textOf(shown)})`);
          decref(shown);
        }
      }
      result = 0;
      break;
    }
    const value = PyObject_CallTwoArgs(get, key, sentinel);
    if (value === 0) result = 0;
    else if (value === sentinel) {
      decref(value);
      result = Py_None;
    } else {
      PyList_Append(values, value);
      decref(value);
    }
  }
  if (result === -1) result = PyList_AsTuple(values);
  for (const o of [values, seen, get, sentinel]) if (o !== 0) decref(o);
  return result;
}

function objectInstance(): Owned {
  return PyObject_CallNoArgs(PyBaseObject_Type);
}

import { PyObject_CallNoArgs } from "../objects/call.ts";

/** MATCH_CLASS: a tuple of attributes, or None. 0 with an error set. */
export function matchClass(subject: Borrowed, type: Borrowed, positionalCount: number, names: Borrowed): Owned {
  if (!isType(type)) return raise(PyExc_TypeError, `called match pattern must be a class`);
  const instance = PyObject_IsInstance(subject, type);
  if (instance <= 0) return instance < 0 ? 0 : Py_None;
  const attributes = PyList_New(0);
  const seen = new Set<string>();
  const stop = (result: Owned): Owned => {
    decref(attributes);
    return result;
  };
  const take = (name: Borrowed): Owned => {
    const text = textOf(name);
    if (seen.has(text)) {
      return raise(PyExc_TypeError, `${typeName(type)}() got multiple sub-patterns for attribute '${text}'`);
    }
    seen.add(text);
    const value = PyObject_GetOptionalAttr(subject, name);
    if (value === 0) return PyErr_Occurred() ? 0 : -1;
    PyList_Append(attributes, value);
    decref(value);
    return 1;
  };
  if (positionalCount > 0) {
    let matchSelf = false;
    let matchArgs = PyObject_GetOptionalAttr(type, id_match_args);
    if (matchArgs !== 0) {
      if (!isTuple(matchArgs)) {
        raise(PyExc_TypeError, `${typeName(type)}.__match_args__ must be a tuple (got ${typeNameOf(matchArgs)})`);
        decref(matchArgs);
        return stop(0);
      }
    } else {
      if (PyErr_Occurred()) return stop(0);
      matchSelf = (typeFlags(type) & _Py_TPFLAGS_MATCH_SELF) !== 0;
      matchArgs = newRef(emptyTuple);
    }
    const allowed = matchSelf ? 1 : sizeOf(matchArgs);
    if (allowed < positionalCount) {
      raise(
        PyExc_TypeError,
        `${typeName(type)}() accepts ${allowed} positional sub-pattern${allowed === 1 ? "" : "s"} (${positionalCount} given)`,
      );
      decref(matchArgs);
      return stop(0);
    }
    if (matchSelf) PyList_Append(attributes, subject);
    else {
      for (let i = 0; i < positionalCount; i++) {
        const name = PyTuple_GET_ITEM(matchArgs, i);
        if (!isUnicode(name)) {
          raise(PyExc_TypeError, `__match_args__ elements must be strings (got ${typeNameOf(name)})`);
          decref(matchArgs);
          return stop(0);
        }
        const status = take(name);
        if (status !== 1) {
          decref(matchArgs);
          return stop(status === 0 ? 0 : Py_None);
        }
      }
    }
    decref(matchArgs);
  }
  for (let i = 0; i < sizeOf(names); i++) {
    const status = take(PyTuple_GET_ITEM(names, i));
    if (status !== 1) return stop(status === 0 ? 0 : Py_None);
  }
  const tuple = PyList_AsTuple(attributes);
  return stop(tuple);
}

import { emptyTuple } from "../objects/tuple_core.ts";
