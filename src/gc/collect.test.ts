// Collections of dicts in rings. The hooks come first: their identifiers must be known when the test machine starts.
import "../objects/collect_hooks.ts";

import { afterEach, describe, expect, test } from "vitest";
import { blocksInUse, objectOf } from "../../test/support/objects.ts";
import { i32, setI32, setPtr, ssize } from "../memory/memory.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { _gc_runtime_state, gc_generation, gc_generation_stats } from "../memory/structs/runtime.ts";
import { text } from "../memory/text.ts";
import { PyDict_New, PyDict_SetItem } from "../objects/dict_core.ts";
import { decref, incref, refcount } from "../objects/object.ts";
import { checkGenerations, recountReferences } from "../objects/refcount_check.ts";
import { PyDict_Type } from "../objects/types.ts";
import { collect, freeze, freezeCount, GENERATION_AUTO, REASON_MANUAL, statsAt, unfreeze } from "./collect.ts";
import { isFinalized } from "./finalized.ts";
import { listSize } from "./generations.ts";
import { GC, gcUntrack, generationHead, isTracked } from "./link.ts";

const next = objectOf("next");
const other = objectOf("other");

/** Dicts that refer to each other in a ring; all owned by the caller. */
function ring(count: number): number[] {
  const dicts = Array.from({ length: count }, () => PyDict_New());
  for (let i = 0; i < count; i++) PyDict_SetItem(dicts[i], next, dicts[(i + 1) % count]);
  return dicts;
}

function release(dicts: readonly number[]): void {
  for (const dict of dicts) decref(dict);
}
const sizes = (): number[] => [0, 1, 2].map((i) => listSize(generationHead(i)));
const full = (): number => collect(2, REASON_MANUAL);
const setFinalizer = (run: (o: number) => void): void =>
  setPtr(PyDict_Type + PyTypeObject.tp_finalize, text("test.finalize", run));

afterEach(() => {
  setPtr(PyDict_Type + PyTypeObject.tp_finalize, 0);
  expect(checkGenerations()).toEqual([]);
  expect(recountReferences().errors).toEqual([]);
  full();
  expect(sizes()).toEqual([0, 0, 0]);
});

describe("collect", () => {
  test("frees a ring that nothing refers to, and counts its objects", () => {
    const before = blocksInUse();
    release(ring(5));
    expect(blocksInUse()).toBeGreaterThan(before);
    expect(full()).toBe(5);
    expect(blocksInUse()).toBe(before);
  });

  test("keeps a ring while one of its objects is held, and what it reaches", () => {
    const dicts = ring(4);
    const tail = ring(3);
    PyDict_SetItem(dicts[2], other, tail[1]);
    release(tail);
    release(dicts.slice(1));
    expect(full()).toBe(0);
    expect(dicts.map((dict) => refcount(dict))).toEqual([2, 1, 1, 1]);
    expect(sizes()).toEqual([0, 0, 7]);
    decref(dicts[0]);
    expect(full()).toBe(7);
  });

  test("an object thought unreachable at first comes back when the walk meets its referrer", () => {
    // The holder is the last of the list, so all before it look unreachable when they are met.
    const dicts = ring(3);
    const holder = PyDict_New();
    PyDict_SetItem(holder, next, dicts[0]);
    release(dicts);
    expect(full()).toBe(0);
    expect(sizes()).toEqual([0, 0, 4]);
    decref(holder);
    expect(full()).toBe(3);
  });

  test("survivors grow older, a generation at a time", () => {
    const dicts = ring(2);
    expect(sizes()).toEqual([2, 0, 0]);
    collect(0, REASON_MANUAL);
    expect(sizes()).toEqual([0, 2, 0]);
    collect(0, REASON_MANUAL);
    expect(sizes()).toEqual([0, 2, 0]);
    collect(1, REASON_MANUAL);
    expect(sizes()).toEqual([0, 0, 2]);
    release(dicts);
    expect(collect(1, REASON_MANUAL)).toBe(0);
    expect(full()).toBe(2);
  });

  test("a full collection untracks a dict that can be in no cycle", () => {
    const dict = PyDict_New();
    const inner = PyDict_New();
    PyDict_SetItem(dict, next, inner);
    PyDict_SetItem(inner, next, inner);
    PyDict_SetItem(dict, next, other);
    expect(isTracked(dict)).toBe(true);
    full();
    expect(isTracked(dict)).toBe(false);
    decref(dict);
    gcUntrack(inner);
    PyDict_SetItem(inner, next, other);
    decref(inner);
  });

  test("counts collections and what they collected", () => {
    const stats = statsAt(1);
    const collections = ssize(stats + gc_generation_stats.collections);
    const collected = ssize(stats + gc_generation_stats.collected);
    release(ring(3));
    collect(1, REASON_MANUAL);
    expect(ssize(stats + gc_generation_stats.collections)).toBe(collections + 1);
    expect(ssize(stats + gc_generation_stats.collected)).toBe(collected + 3);
  });

  test("chooses the oldest generation that is over its threshold", () => {
    const count = (i: number) => generationHead(i) + gc_generation.count;
    const dicts = ring(2);
    for (const i of [0, 1, 2]) setI32(count(i), 0);
    collect(GENERATION_AUTO, REASON_MANUAL);
    expect(sizes()).toEqual([2, 0, 0]);
    setI32(count(0), i32(generationHead(0) + gc_generation.threshold) + 1);
    collect(GENERATION_AUTO, REASON_MANUAL);
    expect(sizes()).toEqual([0, 2, 0]);
    expect([i32(count(0)), i32(count(1))]).toEqual([0, 1]);
    setI32(count(1), i32(generationHead(1) + gc_generation.threshold) + 1);
    collect(GENERATION_AUTO, REASON_MANUAL);
    expect(sizes()).toEqual([0, 0, 2]);
    expect(ssize(GC + _gc_runtime_state.long_lived_pending)).toBe(2);
    release(dicts);
  });

  test("frozen objects are left alone", () => {
    release(ring(2));
    freeze();
    expect(freezeCount()).toBe(2);
    expect(full()).toBe(0);
    unfreeze();
    expect(freezeCount()).toBe(0);
    expect(full()).toBe(2);
  });
});

describe("finalizers", () => {
  test("run once an object, before anything is cleared", () => {
    const seen: number[] = [];
    const dicts = ring(3);
    setFinalizer((o) => {
      seen.push(o);
      expect(dicts.map((dict) => refcount(dict) > 0)).toEqual([true, true, true]);
    });
    release(dicts);
    expect(full()).toBe(3);
    expect(seen).toEqual(dicts);
  });

  test("what they bring back lives on, with all it reaches, and is not finalized again", () => {
    const dicts = ring(3);
    let runCount = 0;
    setFinalizer((o) => {
      runCount++;
      if (o === dicts[1]) incref(o);
    });
    release(dicts);
    expect(full()).toBe(0);
    expect(runCount).toBe(3);
    expect(dicts.map(isFinalized)).toEqual([true, true, true]);
    expect(sizes()).toEqual([0, 0, 3]);
    decref(dicts[1]);
    expect(full()).toBe(3);
    expect(runCount).toBe(3);
  });

  test("a collection does not begin within another", () => {
    let inner = -1;
    setFinalizer(() => {
      inner = full();
    });
    release(ring(1));
    expect(full()).toBe(1);
    expect(inner).toBe(0);
  });
});

describe("the trashcan", () => {
  test("a chain of dicts far deeper than the host's stack dies at once", () => {
    const before = blocksInUse();
    let dict = PyDict_New();
    for (let i = 0; i < 200_000; i++) {
      const outer = PyDict_New();
      PyDict_SetItem(outer, next, dict);
      decref(dict);
      dict = outer;
    }
    decref(dict);
    expect(blocksInUse()).toBe(before);
  }, 30_000);
});
