// A dict against a Map of the host: random insertions, deletions and look-ups, every rule checked after every step.
import { expect, it } from "vitest";
import { blocksInUse, objectOf, valueOfObject } from "../../test/support/objects.ts";
import { _PyDict_CheckConsistency } from "./dict_check.ts";
import {
  dictUsed,
  nextKey,
  nextValue,
  PyDict_DelItem,
  PyDict_GetItemWithError,
  PyDict_New,
  PyDict_Next,
  PyDict_SetItem,
} from "./dict_core.ts";
import { PyDict_Items, PyDict_Keys, PyDict_Values } from "./dict_lists.ts";
import {
  PyDict_ContainsString,
  PyDict_DelItemString,
  PyDict_GetItemString,
  PyDict_SetItemString,
} from "./dict_strings.ts";
import { PyList_GET_ITEM, PyList_GET_SIZE } from "./list_core.ts";
import { smallInt } from "./long_core.ts";
import { decref } from "./object.ts";
import { PyTuple_GET_ITEM } from "./tuple_core.ts";

it("agrees with a Map", () => {
  const before = blocksInUse();
  const dict = PyDict_New();
  const model = new Map<number | string, number>();
  let state = 12345;
  const random = (limit: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % limit;
  };
  for (let step = 0; step < 3000; step++) {
    // Str keys alone first: the table changes its kind on the way.
    const key = step < 1000 || random(2) === 0 ? `k${random(300)}` : random(300) * 1e9;
    const k = objectOf(key);
    if (random(3) !== 0) {
      const value = objectOf(step);
      expect(PyDict_SetItem(dict, k, value)).toBe(0);
      decref(value);
      model.set(key, step);
    } else if (model.has(key)) {
      expect(valueOfObject(PyDict_GetItemWithError(dict, k))).toBe(model.get(key));
      expect(PyDict_DelItem(dict, k)).toBe(0);
      model.delete(key);
    } else expect(PyDict_GetItemWithError(dict, k)).toBe(0);
    decref(k);
    _PyDict_CheckConsistency(dict);
    expect(dictUsed(dict)).toBe(model.size);
  }
  const seen: [number | string, number | string][] = [];
  for (let at = PyDict_Next(dict, 0); at !== 0; at = PyDict_Next(dict, at)) {
    seen.push([valueOfObject(nextKey()), valueOfObject(nextValue())]);
  }
  expect(seen).toEqual([...model]);

  const keys = PyDict_Keys(dict);
  const values = PyDict_Values(dict);
  const items = PyDict_Items(dict);
  expect([keys, values, items].map(PyList_GET_SIZE)).toEqual([model.size, model.size, model.size]);
  for (let i = 0; i < seen.length; i++) {
    const pair = PyList_GET_ITEM(items, i);
    expect(PyTuple_GET_ITEM(pair, 0)).toBe(PyList_GET_ITEM(keys, i));
    expect(PyTuple_GET_ITEM(pair, 1)).toBe(PyList_GET_ITEM(values, i));
    expect(valueOfObject(PyList_GET_ITEM(keys, i))).toBe(seen[i][0]);
  }
  for (const o of [keys, values, items, dict]) decref(o);
  expect(blocksInUse()).toBe(before);
});

it("takes texts of the host as keys", () => {
  const dict = PyDict_New();
  expect(PyDict_SetItemString(dict, "answer", smallInt(42))).toBe(0);
  expect(PyDict_ContainsString(dict, "answer")).toBe(1);
  expect(PyDict_GetItemString(dict, "answer")).toBe(smallInt(42));
  expect(PyDict_DelItemString(dict, "answer")).toBe(0);
  expect(PyDict_ContainsString(dict, "answer")).toBe(0);
  expect(PyDict_GetItemString(dict, "answer")).toBe(0);
  decref(dict);
});
