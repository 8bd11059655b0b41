// Calls of methods of text types on a booted set of types, as cases that tools/text_cases.py makes with CPython:
// [object, method, arguments, expected], where expected is the repr of the result or "TypeName: message".

import { initializeTypes } from "../../src/machine/boot.ts";
import type { Address } from "../../src/memory/memory.ts";
import { PyObject_GetAttr, PyObject_Repr, PyObject_Str } from "../../src/objects/abstract.ts";
import { bytesFromArray } from "../../src/objects/bytes_core.ts";
import { PyObject_CallObject, PyObject_CallOneArg } from "../../src/objects/call.ts";
import { PyDict_New, PyDict_SetItem } from "../../src/objects/dict_core.ts";
import { PyErr_Clear, PyErr_GetRaisedException, typeNameOf } from "../../src/objects/errors.ts";
import { newFloat } from "../../src/objects/float_core.ts";
import { PyList_Append, PyList_New } from "../../src/objects/list_core.ts";
import { bool, PyLong_FromNumber } from "../../src/objects/long_core.ts";
import { decref } from "../../src/objects/object.ts";
import { PyTuple_New, PyTuple_SET_ITEM } from "../../src/objects/tuple_core.ts";
import * as types from "../../src/objects/types.ts";
import { PyUnicode_FromString, textOf } from "../../src/objects/unicode_core.ts";

initializeTypes();

export type Value =
  | null
  | boolean
  | number
  | string
  | { readonly b: string }
  | { readonly y: string }
  | { readonly m: string }
  | { readonly f: number }
  | { readonly t: readonly Value[] }
  | { readonly l: readonly Value[] }
  | { readonly d: readonly (readonly [Value, Value])[] }
  | { readonly c: string };

export type Case = readonly [self: Value, method: string, args: readonly Value[], expected: string];

const TYPES: Readonly<Record<string, Address>> = {
  str: types.PyUnicode_Type,
  bytes: types.PyBytes_Type,
  bytearray: types.PyByteArray_Type,
  memoryview: types.PyMemoryView_Type,
};

function wrapped(type: Address, hex: string): Address {
  const bytes = bytesFromArray(Uint8Array.from(Buffer.from(hex, "hex")));
  const o = PyObject_CallOneArg(type, bytes);
  decref(bytes);
  return o;
}

/** A new object. Strings are given by JSON, bytes as hexadecimal digits. */
export function make(value: Value): Address {
  if (value === null) return types.Py_None;
  if (typeof value === "boolean") return bool(value);
  if (typeof value === "number") return PyLong_FromNumber(value);
  if (typeof value === "string") return PyUnicode_FromString(value);
  if ("b" in value) return bytesFromArray(Uint8Array.from(Buffer.from(value.b, "hex")));
  if ("y" in value) return wrapped(types.PyByteArray_Type, value.y);
  if ("m" in value) return wrapped(types.PyMemoryView_Type, value.m);
  if ("f" in value) return newFloat(value.f);
  if ("c" in value) return TYPES[value.c];
  if ("t" in value) {
    const tuple = PyTuple_New(value.t.length);
    value.t.forEach((item, i) => {
      PyTuple_SET_ITEM(tuple, i, make(item));
    });
    return tuple;
  }
  if ("l" in value) {
    const list = PyList_New(0);
    for (const item of value.l) {
      const o = make(item);
      PyList_Append(list, o);
      decref(o);
    }
    return list;
  }
  const dict = PyDict_New();
  for (const [key, item] of value.d) {
    const k = make(key);
    const v = make(item);
    PyDict_SetItem(dict, k, v);
    decref(k);
    decref(v);
  }
  return dict;
}

function error(): string {
  const exception = PyErr_GetRaisedException();
  if (exception === 0) return "no result and no error";
  const message = PyObject_Str(exception);
  const text = `${typeNameOf(exception)}: ${message === 0 ? "?" : textOf(message)}`;
  if (message === 0) PyErr_Clear();
  else decref(message);
  decref(exception);
  return text;
}

/** Runs a case and shows what came of it. */
export function outcome([self, method, args]: Case): string {
  const o = make(self);
  const name = PyUnicode_FromString(method);
  const f = PyObject_GetAttr(o, name);
  decref(name);
  if (f === 0) return error();
  const tuple = make({ t: args });
  const result = PyObject_CallObject(f, tuple);
  decref(tuple);
  decref(f);
  decref(o);
  if (result === 0) return error();
  const shown = PyObject_Repr(result);
  decref(result);
  if (shown === 0) return error();
  const text = textOf(shown);
  decref(shown);
  return text;
}
