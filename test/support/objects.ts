// Just enough of a machine for unit tests of the containers: memory, static strings and small ints, and types of int and
// str that can hash and compare. Importing it starts it; each test file runs in a worker, so has a machine of its own.
import { longHashStep, signedHash } from "../../src/base/hash.ts";
import { wideHigh } from "../../src/base/wide.ts";
import { initializeGenerations } from "../../src/gc/link.ts";
import { objectFree, objectMalloc } from "../../src/memory/allocators.ts";
import { type Address, fillBytes, i32, ptr, setI64, setPtr, setSsize } from "../../src/memory/memory.ts";
import { allocatedBlocks } from "../../src/memory/pymalloc.ts";
import { _Py_object_freelists } from "../../src/memory/structs/allocators.ts";
import { PyBaseExceptionObject } from "../../src/memory/structs/exceptions.ts";
import {
  PyMappingMethods,
  PyMethodDef,
  PyNumberMethods,
  PyObject,
  PySequenceMethods,
  PyTypeObject,
} from "../../src/memory/structs/object.ts";
import { text, textFunction } from "../../src/memory/text.ts";
import { allocateArguments, freeArguments, initializeArgumentStack } from "../../src/objects/call.ts";
import { cstring, initializeDeclarations } from "../../src/objects/declare.ts";
import "../../src/objects/dict.ts";
import "../../src/objects/set.ts";
import { initializeEmptyKeys } from "../../src/objects/dict_keys.ts";
import { PyErr_GetRaisedException, textOfCString, typeNameOf } from "../../src/objects/errors.ts";
import { FREE_LISTS, tupleFreeListCountAt } from "../../src/objects/free_lists.ts";
import { hashAnswer } from "../../src/objects/hash.ts";
import { identifier } from "../../src/objects/identifiers.ts";
import { list_dealloc } from "../../src/objects/list_core.ts";
import {
  bool,
  DIGIT_BITS,
  DIGITS,
  initializeSmallInts,
  long_dealloc,
  longDigitCount,
  longSign,
  longToNumber,
  PyLong_FromNumber,
} from "../../src/objects/long_core.ts";
import {
  decref,
  IMMORTAL_LOW,
  initObject,
  isInt,
  isUnicode,
  newRef,
  Py_TPFLAGS_BASE_EXC_SUBCLASS,
  Py_TPFLAGS_BASETYPE,
  Py_TPFLAGS_HAVE_GC,
  Py_TPFLAGS_LIST_SUBCLASS,
  Py_TPFLAGS_LONG_SUBCLASS,
  Py_TPFLAGS_READY,
  Py_TPFLAGS_TUPLE_SUBCLASS,
  Py_TPFLAGS_TYPE_SUBCLASS,
  Py_TPFLAGS_UNICODE_SUBCLASS,
  typeOf,
} from "../../src/objects/object.ts";
import { METH_CLASS, METH_NOARGS, METH_O } from "../../src/objects/signature.ts";
import {
  deallocateTuple,
  initializeEmptyTuple,
  PyTuple_GET_ITEM,
  PyTuple_GET_SIZE,
  PyTuple_MAXSAVESIZE,
} from "../../src/objects/tuple_core.ts";
import * as types from "../../src/objects/types.ts";
import {
  Py_None,
  Py_NotImplemented,
  PyBaseObject_Type,
  PyList_Type,
  PyLong_Type,
  PyTuple_Type,
  PyType_Type,
  PyUnicode_Type,
} from "../../src/objects/types.ts";
import { _PyUnicode_EQ, PyUnicode_FromString, textOf, unicodeHash } from "../../src/objects/unicode_core.ts";
import { initializeIdentifiers, unicode_dealloc } from "../../src/objects/unicode_intern.ts";
import { initializeUnicodeWriter } from "../../src/objects/unicode_writer.ts";

const Py_EQ = 2;
const Py_NE = 3;

function initType(type: Address, flags: number, slots: { [name: string]: (...values: number[]) => unknown }): void {
  setI64(type, IMMORTAL_LOW, 0);
  setPtr(type + PyObject.ob_type, PyType_Type);
  setPtr(type + PyTypeObject.tp_base, PyBaseObject_Type);
  setPtr(type + PyTypeObject.tp_flags, flags);
  for (const [name, run] of Object.entries(slots)) {
    setPtr(type + (PyTypeObject as unknown as Record<string, number>)[name], text(`test.${name}`, run));
  }
}

function sameInt(a: Address, b: Address): boolean {
  if (longSign(a) !== longSign(b) || longDigitCount(a) !== longDigitCount(b)) return false;
  for (let i = 0; i < longDigitCount(a); i++) if (i32(a + DIGITS + i * 4) !== i32(b + DIGITS + i * 4)) return false;
  return true;
}

function equality(check: (o: Address) => boolean, same: (a: Address, b: Address) => boolean) {
  return (a: Address, b: Address, op: number): Address => {
    if (!check(a) || !check(b) || (op !== Py_EQ && op !== Py_NE)) return newRef(Py_NotImplemented);
    return bool(same(a, b) === (op === Py_EQ));
  };
}

/** Tuples of ints. */
function sameItems(a: Address, b: Address): boolean {
  if (PyTuple_GET_SIZE(a) !== PyTuple_GET_SIZE(b)) return false;
  for (let i = 0; i < PyTuple_GET_SIZE(a); i++)
    if (!sameInt(PyTuple_GET_ITEM(a, i), PyTuple_GET_ITEM(b, i))) return false;
  return true;
}

function longHash(o: Address): number {
  let low = 0;
  let high = 0;
  for (let i = longDigitCount(o) - 1; i >= 0; i--) {
    low = longHashStep(low, high, i32(o + DIGITS + i * 4), DIGIT_BITS);
    high = wideHigh();
  }
  low = signedHash(low, high, longSign(o) < 0);
  return hashAnswer(low, wideHigh());
}

// Types are called as type.__call__ does it; exceptions keep their arguments and nothing else.
initType(PyType_Type, Py_TPFLAGS_TYPE_SUBCLASS, {
  tp_call: (type, args, keywords) => {
    const o = textFunction(ptr(type + PyTypeObject.tp_new))(type, args, keywords);
    const tp_init = ptr(type + PyTypeObject.tp_init);
    if (o !== 0 && tp_init !== 0) textFunction(tp_init)(o, args, keywords);
    return o;
  },
});
const newException = text("test.exception", (type: Address, args: Address) => {
  const o = objectMalloc(PyBaseExceptionObject.sizeof);
  fillBytes(o, 0, PyBaseExceptionObject.sizeof);
  setPtr(initObject(o, type) + PyBaseExceptionObject.args, newRef(args));
  return o;
});
const freeException = text("test.exception_dealloc", (o: Address) => {
  decref(ptr(o + PyBaseExceptionObject.args));
  objectFree(o);
});
for (const [name, type] of Object.entries(types)) {
  if (!name.startsWith("PyExc_")) continue;
  const base = type === types.PyExc_BaseException ? PyBaseObject_Type : types.PyExc_BaseException;
  initType(type, Py_TPFLAGS_BASE_EXC_SUBCLASS | Py_TPFLAGS_READY, {});
  setPtr(type + PyTypeObject.tp_base, base);
  setPtr(type + PyTypeObject.tp_new, newException);
  setPtr(type + PyTypeObject.tp_dealloc, freeException);
  setPtr(type + PyTypeObject.tp_name, cstring(name.slice("PyExc_".length)));
}
setPtr(PyLong_Type + PyTypeObject.tp_name, cstring("int"));

initType(PyTuple_Type, Py_TPFLAGS_TUPLE_SUBCLASS | Py_TPFLAGS_HAVE_GC, {
  tp_dealloc: (o) => deallocateTuple(o, null),
  tp_hash: (o) => hashAnswer(PyTuple_GET_SIZE(o), 0),
  tp_richcompare: equality((o) => typeOf(o) === PyTuple_Type, sameItems),
});

initType(PyList_Type, Py_TPFLAGS_LIST_SUBCLASS | Py_TPFLAGS_HAVE_GC, { tp_dealloc: (o) => list_dealloc(o) });

initializeDeclarations();
initializeGenerations();
initializeArgumentStack();
initializeSmallInts();
initializeEmptyTuple();
initializeEmptyKeys();
for (const singleton of [Py_None, Py_NotImplemented]) setI64(singleton, IMMORTAL_LOW, 0);
initType(PyLong_Type, Py_TPFLAGS_LONG_SUBCLASS, {
  tp_hash: longHash,
  tp_richcompare: equality(isInt, sameInt),
  tp_dealloc: (o) => long_dealloc(o),
});
initType(PyUnicode_Type, Py_TPFLAGS_UNICODE_SUBCLASS | Py_TPFLAGS_BASETYPE, {
  tp_hash: unicodeHash,
  tp_richcompare: equality(isUnicode, _PyUnicode_EQ),
  tp_dealloc: (o) => unicode_dealloc(o),
});
setSsize(PyLong_Type + PyTypeObject.tp_basicsize, 24);
// Asked for while programs run: known before the boot, as all identifiers must be.
identifier("__length_hint__");
initializeIdentifiers();
initializeUnicodeWriter();

/** Blocks in use, without those that wait in the free lists of dicts, their tables and tuples. */
export function blocksInUse(): number {
  let free =
    i32(FREE_LISTS + _Py_object_freelists.dicts_numfree) + i32(FREE_LISTS + _Py_object_freelists.dictkeys_numfree);
  for (let size = 1; size <= PyTuple_MAXSAVESIZE; size++) free += i32(tupleFreeListCountAt(size));
  free += i32(FREE_LISTS + _Py_object_freelists.lists_numfree);
  return allocatedBlocks() - free;
}

/** Takes the pending exception: its type's name and its arguments' texts; null when there is none. */
export function takeError(): string | null {
  const exception = PyErr_GetRaisedException();
  if (exception === 0) return null;
  const args = ptr(exception + PyBaseExceptionObject.args);
  const parts: string[] = [];
  for (let i = 0; i < PyTuple_GET_SIZE(args); i++) parts.push(String(valueOfObject(PyTuple_GET_ITEM(args, i))));
  const result = `${typeNameOf(exception)}(${parts.join(", ")})`;
  decref(exception);
  return result;
}

/** An int or a str as a value of the host. */
export function valueOfObject(o: Address): number | string {
  return isInt(o) ? longToNumber(o) : textOf(o);
}

/** Calls a slot of a type, also one in its tables. */
export function callSlot(type: Address, name: string, ...values: number[]): number {
  const tables: { [prefix: string]: [number, object] } = {
    nb_: [PyTypeObject.tp_as_number, PyNumberMethods],
    sq_: [PyTypeObject.tp_as_sequence, PySequenceMethods],
    mp_: [PyTypeObject.tp_as_mapping, PyMappingMethods],
    tp_: [0, PyTypeObject],
  };
  const [at, table] = tables[name.slice(0, 3)];
  const base = at === 0 ? type : ptr(type + at);
  return textFunction(ptr(base + (table as Record<string, number>)[name]))(...values);
}

/** Calls a method that a type declares, by vectorcall. */
export function callMethod(o: Address, name: string, ...args: Address[]): number {
  for (let type = typeOf(o); type !== 0; type = ptr(type + PyTypeObject.tp_base)) {
    for (let def = ptr(type + PyTypeObject.tp_methods); def !== 0 && ptr(def) !== 0; def += PyMethodDef.sizeof) {
      if (textOfCString(ptr(def + PyMethodDef.ml_name)) !== name) continue;
      const flags = i32(def + PyMethodDef.ml_flags);
      const self = flags & METH_CLASS ? typeOf(o) : o;
      const run = textFunction(ptr(def + PyMethodDef.ml_meth));
      if (flags & METH_NOARGS) return run(self, 0);
      if (flags & METH_O) return run(self, args[0]);
      const row = allocateArguments(args.length);
      for (let i = 0; i < args.length; i++) setPtr(row + i * 8, args[i]);
      const result = run(self, row, args.length, 0);
      freeArguments(row);
      return result;
    }
  }
  throw new Error(`no method ${name}`);
}

/** A new int or str. */
export function objectOf(value: number | string): Address {
  return typeof value === "number" ? PyLong_FromNumber(value) : PyUnicode_FromString(value);
}
