// dict and set against CPython: __sizeof__() after every step, order, hashes (tools/objects_cases.py makes the cases).
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { blocksInUse, callMethod, callSlot, objectOf, takeError, valueOfObject } from "../../test/support/objects.ts";
import { findPython } from "../../test/support/python.ts";
import { gcFree, gcNewVar } from "../gc/link.ts";
import { objectFree, objectMalloc } from "../memory/allocators.ts";
import { type Address, fillBytes, high, low, ptr, setI64, setPtr, setSsize } from "../memory/memory.ts";
import { PyHeapTypeObject, PyObject, PyTypeObject } from "../memory/structs/object.ts";
import { allocateArguments, freeArguments } from "./call.ts";
import { _PyDict_CheckConsistency } from "./dict_check.ts";
import { _PyDict_SizeOf, nextKey, nextValue, PyDict_New, PyDict_Next, PyDict_SetItem } from "./dict_core.ts";
import {
  _PyObject_GetManagedDict,
  _PyObject_InitInlineValues,
  _PyObject_SetManagedDict,
  _PyObject_StoreInstanceAttribute,
  _PyObject_TryGetInstanceAttribute,
  inlineValuesBytes,
  NOT_INLINE,
  PyObject_ClearManagedDict,
  PyObject_GenericGetDict,
} from "./dict_instance.ts";
import { _PyDict_NewKeysForClass, decrefKeys } from "./dict_keys.ts";
import { PyDict_Copy } from "./dict_merge.ts";
import { HASH_RESULT } from "./hash.ts";
import { smallInt } from "./long_core.ts";
import {
  decref,
  initObject,
  Py_TPFLAGS_HAVE_GC,
  Py_TPFLAGS_HEAPTYPE,
  Py_TPFLAGS_INLINE_VALUES,
  Py_TPFLAGS_MANAGED_DICT,
  typeOf,
} from "./object.ts";
import { PySet_Add, PySet_New } from "./set.ts";
import { checkSet } from "./set_check.ts";
import { setNext, setNextKey, setSize, setSizeOf } from "./set_core.ts";
import { Py_True, PyDict_Type, PyDictKeys_Type, PyFrozenSet_Type, PySet_Type } from "./types.ts";

type Key = number | string;
interface Case {
  type: "dict" | "set" | "instance" | "growth";
  ops: [string, Key | Key[] | null][];
  sizes: number[];
  popped: (Key | boolean)[];
  order: (Key | [Key, number])[];
  hash: string;
  last: number;
  step: number;
  dict: [count: number, size: number][];
  set: [count: number, size: number][];
}

function casesOf(text: string): Case[] {
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

/** Calls with a key that is released behind the call. */
function withKey<R>(key: Key, run: (key: Address) => R): R {
  const o = objectOf(key);
  const result = run(o);
  decref(o);
  return result;
}

function succeed(result: number): number {
  if (result === 0) throw new Error(takeError() ?? "no error");
  return result;
}

function dictOf(keys: Key[], value: number): Address {
  const dict = PyDict_New();
  for (const key of keys) withKey(key, (o) => PyDict_SetItem(dict, o, smallInt(value)));
  return dict;
}

function setOf(keys: Key[]): Address {
  const set = PySet_New(0);
  for (const key of keys) withKey(key, (o) => PySet_Add(set, o));
  return set;
}

function call(type: Address, argument: Address): Address {
  const row = allocateArguments(1);
  setPtr(row, argument);
  const result = callSlot(type, "tp_vectorcall", type, row, 1, 0);
  freeArguments(row);
  return succeed(result);
}

function sizeOf(o: Address): number {
  const size = succeed(callMethod(o, "__sizeof__"));
  const value = valueOfObject(size) as number;
  decref(size);
  return value;
}

function runDict({ ops, sizes, order }: Case): void {
  let dict = PyDict_New();
  const replace = (fresh: Address): void => {
    decref(dict);
    dict = succeed(fresh);
  };
  ops.forEach(([what, operand], step) => {
    const key = operand as Key;
    if (what === "+")
      withKey(key, (o) => expect(callSlot(PyDict_Type, "mp_ass_subscript", dict, o, smallInt(1))).toBe(0));
    else if (what === "-" || what === "P") {
      withKey(key, (o) => decref(succeed(callMethod(dict, "pop", o, smallInt(0)))));
    } else if (what === "p") {
      const pair = callMethod(dict, "popitem");
      if (pair === 0) expect(takeError()).toBe("KeyError(popitem(): dictionary is empty)");
      else decref(pair);
    } else if (what === "c") callMethod(dict, "clear");
    else if (what === "y") replace(callMethod(dict, "copy"));
    else if (what === "s") withKey(key, (o) => decref(succeed(callMethod(dict, "setdefault", o, smallInt(2)))));
    else if (what === "u") {
      const more = dictOf(operand as Key[], 3);
      succeed(callMethod(dict, "update", more));
      decref(more);
    } else if (what === "f") replace(callMethod(dict, "fromkeys", dict, smallInt(4)));
    else if (what === "r") {
      const more = dictOf(operand as Key[], 5);
      replace(callSlot(PyDict_Type, "nb_or", more, dict));
      decref(more);
    } else if (what === "m") replace(call(PyDict_Type, dict));
    else throw new Error(what);
    _PyDict_CheckConsistency(dict);
    if (sizeOf(dict) !== sizes[step])
      expect({ step, what, size: sizeOf(dict) }).toEqual({ step, what, size: sizes[step] });
  });
  const seen: [Key, Key][] = [];
  for (let at = PyDict_Next(dict, 0); at !== 0; at = PyDict_Next(dict, at)) {
    seen.push([valueOfObject(nextKey()), valueOfObject(nextValue())]);
  }
  expect(seen).toEqual(order);
  decref(dict);
}

function runSet({ ops, sizes, order, popped, hash }: Case): void {
  let set = PySet_New(0);
  const got: (Key | boolean)[] = [];
  const replace = (fresh: Address): void => {
    const old = set;
    set = succeed(fresh);
    decref(old);
  };
  ops.forEach(([what, operand], step) => {
    if (what === "+") withKey(operand as Key, (o) => succeed(callMethod(set, "add", o)));
    else if (what === "-") withKey(operand as Key, (o) => succeed(callMethod(set, "discard", o)));
    else if (what === "p") {
      const key = callMethod(set, "pop");
      if (key === 0) expect(takeError()).toBe("KeyError(pop from an empty set)");
      else {
        got.push(valueOfObject(key));
        decref(key);
      }
    } else if (what === "c") callMethod(set, "clear");
    else if (what === "y") replace(callMethod(set, "copy"));
    else {
      const other = setOf(operand as Key[]);
      if (what === "u") succeed(callMethod(set, "update", other));
      else if (what === "|") replace(callSlot(PySet_Type, "nb_or", other, set));
      else if (what === "&" || what === "i") {
        const half: Address[] = [];
        let index = 0;
        for (let at = setNext(set, 0); at !== 0; at = setNext(set, at)) if (index++ % 2 === 0) half.push(setNextKey());
        const halfSet = PySet_New(0);
        for (const key of half) PySet_Add(halfSet, key);
        const mixed = callSlot(PySet_Type, "nb_or", other, halfSet);
        replace(
          what === "&" ? callSlot(PySet_Type, "nb_inplace_and", set, mixed) : callMethod(set, "intersection", mixed),
        );
        decref(halfSet);
        decref(mixed);
      } else if (what === "^") replace(callSlot(PySet_Type, "nb_xor", set, other));
      else if (what === "~") replace(callSlot(PySet_Type, "nb_inplace_xor", set, other));
      else if (what === "d") replace(callSlot(PySet_Type, "nb_subtract", set, other));
      else if (what === "x") replace(callSlot(PySet_Type, "nb_inplace_subtract", set, other));
      else if (what === "j") got.push(callMethod(set, "isdisjoint", other) === Py_True);
      else if ("UDSkozwF345".includes(what)) {
        const all = operand as Key[];
        const keys = dictOf(all, 0);
        const half = setOf(all.slice(0, all.length >> 1));
        const view = callMethod(keys, "keys");
        const combined = (slot: string) => callSlot(PyDictKeys_Type, slot, view, set);
        if (what === "U") succeed(callMethod(set, "update", keys));
        else if (what === "D") replace(callMethod(set, "difference", keys));
        else if (what === "S") succeed(callMethod(set, "symmetric_difference_update", keys));
        else if (what === "k") replace(combined("nb_and"));
        else if (what === "o") replace(combined("nb_or"));
        else if (what === "w") replace(combined("nb_xor"));
        else if (what === "z") {
          const rest = combined("nb_subtract");
          replace(callSlot(PySet_Type, "nb_or", set, rest));
          decref(rest);
        } else if (what === "F") replace(call(PySet_Type, keys));
        else if (what === "3") replace(callMethod(set, "union", other, keys));
        else if (what === "4") replace(callMethod(set, "intersection", set, keys, half));
        else replace(callMethod(set, "difference", half, keys));
        for (const o of [keys, half, view]) decref(o);
      } else
        got.push(callSlot(PySet_Type, "tp_richcompare", set, other, { "<": 0, "=": 2, ">": 5 }[what]!) === Py_True);
      decref(other);
    }
    checkSet(set);
    if (sizeOf(set) !== sizes[step])
      expect({ step, what, size: sizeOf(set) }).toEqual({ step, what, size: sizes[step] });
  });
  const seen: Key[] = [];
  for (let at = setNext(set, 0); at !== 0; at = setNext(set, at)) seen.push(valueOfObject(setNextKey()));
  expect(seen).toEqual(order);
  expect(seen.length).toBe(setSize(set));
  expect(got).toEqual(popped);
  const frozen = call(PyFrozenSet_Type, set);
  callSlot(PyFrozenSet_Type, "tp_hash", frozen);
  const words = [high(HASH_RESULT), low(HASH_RESULT)].map((word) => (word >>> 0).toString(16).padStart(8, "0"));
  expect(words.join("")).toBe(hash);
  decref(frozen);
  decref(set);
}

/** A class whose instances have inline values, as `class C: pass` makes it; only what attributes need. */
function newClass(): Address {
  const type = objectMalloc(PyHeapTypeObject.sizeof);
  fillBytes(type, 0, PyHeapTypeObject.sizeof);
  setI64(type, 1, 0);
  setPtr(
    type + PyTypeObject.tp_flags,
    Py_TPFLAGS_HEAPTYPE | Py_TPFLAGS_INLINE_VALUES | Py_TPFLAGS_MANAGED_DICT | Py_TPFLAGS_HAVE_GC,
  );
  setSsize(type + PyTypeObject.tp_basicsize, PyObject.sizeof);
  setSsize(type + PyTypeObject.tp_dictoffset, -1);
  setPtr(type + PyHeapTypeObject.ht_cached_keys, _PyDict_NewKeysForClass());
  return type;
}

function newInstance(type: Address): Address {
  const o = gcNewVar(type, PyObject.sizeof + inlineValuesBytes(type));
  initObject(o, type);
  _PyObject_InitInlineValues(o, type);
  return o;
}

function freeInstance(o: Address): void {
  const type = typeOf(o);
  PyObject_ClearManagedDict(o);
  gcFree(o);
  decrefNoFree(type);
}

/** A reference less, of a type that the test itself frees. */
function decrefNoFree(type: Address): void {
  setI64(type, low(type) - 1, 0);
}

function runInstance({ ops, sizes, order, last }: Case): void {
  const type = newClass();
  let o = newInstance(type);
  const check = (): void => {
    const dict = _PyObject_GetManagedDict(o);
    if (dict !== 0) _PyDict_CheckConsistency(dict);
  };
  ops.forEach(([what, operand], step) => {
    const name = operand as string;
    let size = -1;
    if (what === "s") withKey(name, (k) => expect(_PyObject_StoreInstanceAttribute(o, k, smallInt(1))).toBe(0));
    else if (what === "d") withKey(name, (k) => expect(_PyObject_StoreInstanceAttribute(o, k, 0)).toBe(0));
    else if (what === "n") {
      freeInstance(o);
      o = newInstance(type);
    } else if (what === "0") {
      const dict = PyDict_New();
      expect(_PyObject_SetManagedDict(o, dict)).toBe(0);
      decref(dict);
    } else {
      const dict = PyObject_GenericGetDict(o);
      if (what === "D") size = sizeOf(dict);
      else if (what === "+") withKey(name, (k) => PyDict_SetItem(dict, k, smallInt(2)));
      else if (what === "-") withKey(name, (k) => decref(succeed(callMethod(dict, "pop", k, smallInt(0)))));
      else if (what === "p") decref(succeed(callMethod(dict, "popitem")));
      else if (what === "i") PyDict_SetItem(dict, smallInt(7), smallInt(3));
      else if (what === "y") {
        const copy = PyDict_Copy(dict);
        _PyDict_CheckConsistency(copy);
        size = sizeOf(copy);
        decref(copy);
      } else if (what === "c") callMethod(dict, "clear");
      else if (what === "r") withKey(name, (k) => decref(succeed(callMethod(dict, "setdefault", k, smallInt(4)))));
      else throw new Error(what);
      decref(dict);
    }
    check();
    if (size !== sizes[step]) expect({ step, what, size }).toEqual({ step, what, size: sizes[step] });
    if (what === "s") {
      const value = withKey(name, (k) => _PyObject_TryGetInstanceAttribute(o, k));
      expect([NOT_INLINE, smallInt(1)]).toContain(value);
    }
  });
  const dict = PyObject_GenericGetDict(o);
  expect(sizeOf(dict)).toBe(last);
  const seen: [Key, Key][] = [];
  for (let at = PyDict_Next(dict, 0); at !== 0; at = PyDict_Next(dict, at)) {
    seen.push([valueOfObject(nextKey()), valueOfObject(nextValue())]);
  }
  expect(seen).toEqual(order);
  freeInstance(o);
  // The dict outlives the instance.
  _PyDict_CheckConsistency(dict);
  decref(dict);
  decrefKeys(ptr(type + PyHeapTypeObject.ht_cached_keys));
  expect(low(type)).toBe(1);
  objectFree(type);
}

function runGrowth(one: Case): void {
  const dict = PyDict_New();
  const set = PySet_New(0);
  const dictSizes = [[0, sizeOf(dict)]];
  const setSizes = [[0, sizeOf(set)]];
  for (let n = 1; n <= 70000; n++) {
    withKey(n * one.step, (key) => {
      PyDict_SetItem(dict, key, smallInt(0));
      PySet_Add(set, key);
    });
    for (const [o, sizes] of [
      [dict, dictSizes],
      [set, setSizes],
    ] as [Address, number[][]][]) {
      const size = o === dict ? _PyDict_SizeOf(o) : setSizeOf(o);
      if (size !== sizes[sizes.length - 1][1]) sizes.push([n, size]);
    }
  }
  expect(dictSizes).toEqual(one.dict);
  expect(setSizes).toEqual(one.set);
  _PyDict_CheckConsistency(dict);
  checkSet(set);
  const seen: Key[] = [];
  for (let at = setNext(set, 0); at !== 0; at = setNext(set, at)) seen.push(valueOfObject(setNextKey()));
  expect(seen.filter((_, index) => index % 999 === 0)).toEqual(one.order);
  decref(dict);
  decref(set);
}

function run(cases: Case[]): void {
  expect(cases.length).toBeGreaterThan(50);
  let before = 0;
  cases.forEach((one, index) => {
    // The first case of each type leaves what is made once.
    if (index === 10) before = blocksInUse();
    if (one.type === "dict") runDict(one);
    else if (one.type === "set") runSet(one);
    else if (one.type === "growth") runGrowth(one);
    else runInstance(one);
  });
  expect(blocksInUse()).toBe(before);
  expect(takeError()).toBe(null);
}

it("do what CPython's do (golden)", () => run(casesOf(readFileSync("test/golden/objects/containers.jsonl", "utf8"))));

const python = findPython();
it.skipIf(python === null)("do what CPython's do (python3.13)", () => {
  const text = execFileSync(python!, ["tools/objects_cases.py", "containers", "600", "77"], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    env: { ...process.env, PYTHONHASHSEED: "0" },
  });
  run(casesOf(text));
});
