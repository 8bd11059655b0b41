// Iterators over arrangements: itertools.product, combinations, combinations_with_replacement and permutations.
//
// Each reads its iterables into tuples ("pools") first and then counts with indices into them, in lexicographic order. The
// result tuple of the step before is changed in place when nobody else holds it.
//
//   pool      a b c d
//   indices   0 2 3          →  result  (a, c, d)
//
// Invariant: `result` is null before the first step; then it says what was given last, and the indices agree with it.

import { gcTrack, isTracked } from "../../gc/link.ts";
import { memFree, memMalloc } from "../../memory/allocators.ts";
import {
  type Address,
  type Borrowed,
  i32,
  type Owned,
  ptr,
  setI32,
  setPtr,
  setSsize,
  ssize,
} from "../../memory/memory.ts";
import { OBJECT_HEAD, struct } from "../../memory/struct.ts";
import { PyTypeObject } from "../../memory/structs/object.ts";
import { convertSsize } from "../../objects/convert.ts";
import { newModuleType } from "../../objects/declare.ts";
import { argumentTypeName, PyErr_NoMemory, PyErr_Occurred, raise, raiseInt } from "../../objects/errors.ts";
import { ITEM_COUNT_MAX } from "../../objects/list_core.ts";
import { PySequence_Tuple } from "../../objects/list_extend.ts";
import { PyLong_FromNumber } from "../../objects/long_core.ts";
import {
  decref,
  isInt,
  isTuple,
  newRef,
  refcount,
  replaceSlot,
  sizeOf,
  type TypeCell,
  typeOf,
  xdecref,
  xnewRef,
} from "../../objects/object.ts";
import { namedArguments } from "../../objects/text_arguments.ts";
import {
  emptyTuple,
  ITEMS,
  PyTuple_GET_ITEM,
  PyTuple_New,
  PyTuple_Pack,
  PyTuple_SET_ITEM,
  tupleFromArray,
} from "../../objects/tuple_core.ts";
import { Py_None, PyExc_OverflowError, PyExc_TypeError, PyExc_ValueError } from "../../objects/types.ts";
import { deallocator, hasKeywords } from "../type_support.ts";
import { FLAGS, iteratorSlots, make, reduced, tupleOfNumbers, warnOfPickling } from "./support.ts";

const WORD_BYTES = 8;

function indexAt(indices: Address, i: number): number {
  return ssize(indices + i * WORD_BYTES);
}

function setIndexAt(indices: Address, i: number, value: number): void {
  setSsize(indices + i * WORD_BYTES, value);
}

/** An array of numbers in memory; 0 with MemoryError set. */
function newIndices(count: number, value: (i: number) => number): Address {
  const indices = memMalloc(Math.max(1, count) * WORD_BYTES);
  if (indices === 0) return PyErr_NoMemory();
  for (let i = 0; i < count; i++) setIndexAt(indices, i, value(i));
  return indices;
}

/** The result to change, Owned by the iterator: the one it has if nobody else does, else a copy. 0 with an error set. */
function ownResult(o: Borrowed, slot: number): Borrowed {
  const result = ptr(o + slot);
  if (refcount(result) === 1) {
    if (!isTracked(result) && result !== emptyTuple) gcTrack(result);
    return result;
  }
  const copy = tupleFromArray(result + ITEMS, sizeOf(result));
  if (copy !== 0) replaceSlot(o + slot, copy);
  return copy;
}

function putItem(result: Borrowed, index: number, item: Borrowed): void {
  const old = PyTuple_GET_ITEM(result, index);
  PyTuple_SET_ITEM(result, index, newRef(item));
  xdecref(old);
}

/** The tp_dealloc of an iterator that also owns arrays. */
function arrayDealloc(pointers: number[], arrays: number[]): (o: Address) => void {
  const release = deallocator(...pointers);
  return (o) => {
    for (const array of arrays) {
      memFree(ptr(o + array));
      setPtr(o + array, 0);
    }
    release(o);
  };
}

function badState(): 0 {
  return raise(PyExc_ValueError, "invalid arguments");
}

/** A number of a state tuple, brought into 0…most. -1 may be an error. */
function stateNumber(state: Borrowed, index: number, most: number): number {
  const number = PyTuple_GET_ITEM(state, index);
  if (!isInt(number)) return raiseInt(PyExc_TypeError, "an integer is required");
  const value = convertSsize(number);
  if (value === -1 && PyErr_Occurred()) return -1;
  return Math.max(0, Math.min(value, most));
}

// -- product -------------------------------------------------------------------------------------------------------------

const productobject = struct("productobject", 48, {
  ...OBJECT_HEAD,
  pools: [16, "ptr", "tuple of tuples"],
  indices: [24, "ptr", "an index into each pool"],
  result: [32, "ptr", "what was given last; null at the start"],
  stopped: [40, "i32", "1 at the end"],
});
const POOLS = productobject.pools;
const PRODUCT_INDICES = productobject.indices;
const PRODUCT_RESULT = productobject.result;
const PRODUCT_STOPPED = productobject.stopped;

const PRODUCT_NAMES = ["repeat"] as const;

function product_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  let times = 1;
  if (hasKeywords(keywords)) {
    const values = namedArguments("product", emptyTuple, keywords, PRODUCT_NAMES);
    if (values === null) return 0;
    times = convertSsize(values[0]);
    if (times === -1 && PyErr_Occurred()) return 0;
    if (times < 0) return raise(PyExc_ValueError, "repeat argument cannot be negative");
  }
  const given = times === 0 ? 0 : sizeOf(args);
  const count = given * times;
  if (count > ITEM_COUNT_MAX) return raise(PyExc_OverflowError, "repeat argument too large");
  const pools = PyTuple_New(count);
  let complete = pools !== 0;
  for (let i = 0; complete && i < given; i++) {
    const pool = PySequence_Tuple(PyTuple_GET_ITEM(args, i));
    complete = pool !== 0;
    PyTuple_SET_ITEM(pools, i, pool);
  }
  if (!complete) {
    xdecref(pools);
    return 0;
  }
  for (let i = given; i < count; i++) PyTuple_SET_ITEM(pools, i, newRef(PyTuple_GET_ITEM(pools, i - given)));
  const o = make(type, [[POOLS, pools]]);
  if (o === 0) return 0;
  setPtr(
    o + PRODUCT_INDICES,
    newIndices(count, () => 0),
  );
  if (ptr(o + PRODUCT_INDICES) !== 0) return o;
  decref(o);
  return 0;
}

function product_next(o: Borrowed): Owned {
  if (i32(o + PRODUCT_STOPPED) !== 0) return 0;
  const pools = ptr(o + POOLS);
  const count = sizeOf(pools);
  const indices = ptr(o + PRODUCT_INDICES);
  if (ptr(o + PRODUCT_RESULT) === 0) {
    const result = PyTuple_New(count);
    for (let i = 0; result !== 0 && i < count; i++) {
      const pool = PyTuple_GET_ITEM(pools, i);
      if (sizeOf(pool) === 0) {
        decref(result);
        return end(o, PRODUCT_STOPPED);
      }
      PyTuple_SET_ITEM(result, i, newRef(PyTuple_GET_ITEM(pool, 0)));
    }
    setPtr(o + PRODUCT_RESULT, result);
    return xnewRef(result);
  }
  const result = ownResult(o, PRODUCT_RESULT);
  if (result === 0) return 0;
  let i = count - 1;
  for (; i >= 0; i--) {
    const pool = PyTuple_GET_ITEM(pools, i);
    const next = indexAt(indices, i) + 1;
    setIndexAt(indices, i, next === sizeOf(pool) ? 0 : next);
    putItem(result, i, PyTuple_GET_ITEM(pool, indexAt(indices, i)));
    if (next < sizeOf(pool)) break;
  }
  return i < 0 ? end(o, PRODUCT_STOPPED) : newRef(result);
}

function end(o: Borrowed, stopped: number): 0 {
  setI32(o + stopped, 1);
  return 0;
}

function product_reduce(o: Borrowed): Owned {
  if (!warnOfPickling()) return 0;
  if (i32(o + PRODUCT_STOPPED) !== 0) return reduced(o, PyTuple_Pack(emptyTuple));
  const pools = ptr(o + POOLS);
  if (ptr(o + PRODUCT_RESULT) === 0) return reduced(o, newRef(pools));
  const indices = ptr(o + PRODUCT_INDICES);
  return reduced(
    o,
    newRef(pools),
    tupleOfNumbers(sizeOf(pools), (i) => indexAt(indices, i)),
  );
}

function product_setstate(o: Borrowed, state: Borrowed): Owned {
  if (!warnOfPickling()) return 0;
  const pools = ptr(o + POOLS);
  const count = sizeOf(pools);
  if (!isTuple(state) || sizeOf(state) !== count) return badState();
  const indices = ptr(o + PRODUCT_INDICES);
  for (let i = 0; i < count; i++) {
    const size = sizeOf(PyTuple_GET_ITEM(pools, i));
    if (size === 0) {
      setI32(o + PRODUCT_STOPPED, 1);
      return Py_None;
    }
    const index = stateNumber(state, i, size - 1);
    if (index < 0) return 0;
    setIndexAt(indices, i, index);
  }
  const result = PyTuple_New(count);
  if (result === 0) return 0;
  for (let i = 0; i < count; i++) {
    PyTuple_SET_ITEM(result, i, newRef(PyTuple_GET_ITEM(PyTuple_GET_ITEM(pools, i), indexAt(indices, i))));
  }
  replaceSlot(o + PRODUCT_RESULT, result);
  return Py_None;
}

function sizeOfWith(words: (o: Borrowed) => number): (o: Borrowed) => Owned {
  return (o) => PyLong_FromNumber(ssize(typeOf(o) + PyTypeObject.tp_basicsize) + words(o) * WORD_BYTES);
}

export const productType = newModuleType({
  name: "itertools.product",
  basicsize: productobject.sizeof,
  flags: FLAGS,
  slots: {
    ...iteratorSlots(POOLS, PRODUCT_RESULT),
    tp_dealloc: arrayDealloc([POOLS, PRODUCT_RESULT], [PRODUCT_INDICES]),
    tp_new: product_new,
    tp_iternext: product_next,
  },
  methods: [
    ["__reduce__", "()", product_reduce],
    ["__setstate__", "(object, /)", product_setstate],
    ["__sizeof__", "()", sizeOfWith((o) => sizeOf(ptr(o + POOLS)))],
  ],
});

// -- combinations, with and without replacement --------------------------------------------------------------------------

const combinationsobject = struct("combinationsobject", 56, {
  ...OBJECT_HEAD,
  pool: [16, "ptr", "tuple of all items"],
  indices: [24, "ptr", "r indices into the pool, in order"],
  result: [32, "ptr", "what was given last; null at the start"],
  r: [40, "ssize", "items of a combination"],
  stopped: [48, "i32", "1 at the end"],
});
const POOL = combinationsobject.pool;
const INDICES = combinationsobject.indices;
const RESULT = combinationsobject.result;
const R = combinationsobject.r;
const STOPPED = combinationsobject.stopped;
const COMBINATIONS_NAMES = ["iterable", "r"] as const;

interface Choosing {
  readonly name: string;
  /** The first index of a place. */
  readonly first: (place: number) => number;
  /** The largest index of a place. */
  readonly last: (n: number, r: number, place: number) => number;
  /** How much further the index of a place is than that of the place before. */
  readonly distance: number;
  /** Whether there is nothing to give. */
  readonly isEmpty: (n: number, r: number) => boolean;
}

function declareChoosing(spec: Choosing): TypeCell {
  const { name } = spec;

  function choosing_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
    const values = namedArguments(name, args, keywords, COMBINATIONS_NAMES, 2);
    if (values === null) return 0;
    const r = convertSsize(values[1]);
    if (r === -1 && PyErr_Occurred()) return 0;
    const pool = PySequence_Tuple(values[0]);
    if (pool === 0) return 0;
    if (r < 0) {
      decref(pool);
      return raise(PyExc_ValueError, "r must be non-negative");
    }
    const isEmpty = spec.isEmpty(sizeOf(pool), r);
    if (r > ITEM_COUNT_MAX) {
      decref(pool);
      return PyErr_NoMemory();
    }
    const o = make(type, [[POOL, pool]]);
    if (o === 0) return 0;
    setSsize(o + R, r);
    setI32(o + STOPPED, isEmpty ? 1 : 0);
    setPtr(o + INDICES, newIndices(r, spec.first));
    if (ptr(o + INDICES) !== 0) return o;
    decref(o);
    return 0;
  }

  function resultOfIndices(o: Borrowed): Owned {
    const r = ssize(o + R);
    const result = PyTuple_New(r);
    for (let i = 0; result !== 0 && i < r; i++) {
      PyTuple_SET_ITEM(result, i, newRef(PyTuple_GET_ITEM(ptr(o + POOL), indexAt(ptr(o + INDICES), i))));
    }
    return result;
  }

  function next(o: Borrowed): Owned {
    if (i32(o + STOPPED) !== 0) return 0;
    if (ptr(o + RESULT) === 0) {
      const first = resultOfIndices(o);
      setPtr(o + RESULT, first);
      return xnewRef(first);
    }
    const result = ownResult(o, RESULT);
    if (result === 0) return 0;
    const pool = ptr(o + POOL);
    const indices = ptr(o + INDICES);
    const r = ssize(o + R);
    // The rightmost index that can move on does, and those to its right begin as far to the left as they may.
    let i = r - 1;
    while (i >= 0 && indexAt(indices, i) === spec.last(sizeOf(pool), r, i)) i--;
    if (i < 0) return end(o, STOPPED);
    let index = indexAt(indices, i) + 1;
    for (; i < r; i++, index += spec.distance) {
      setIndexAt(indices, i, index);
      putItem(result, i, PyTuple_GET_ITEM(pool, index));
    }
    return newRef(result);
  }

  function reduce(o: Borrowed): Owned {
    if (!warnOfPickling()) return 0;
    const r = PyLong_FromNumber(ssize(o + R));
    if (r === 0) return 0;
    const stopped = i32(o + STOPPED) !== 0 && ptr(o + RESULT) !== 0;
    const args = PyTuple_Pack(stopped ? emptyTuple : ptr(o + POOL), r);
    decref(r);
    if (ptr(o + RESULT) === 0 || stopped) return reduced(o, args);
    const indices = ptr(o + INDICES);
    return reduced(
      o,
      args,
      tupleOfNumbers(ssize(o + R), (i) => indexAt(indices, i)),
    );
  }

  function setstate(o: Borrowed, state: Borrowed): Owned {
    if (!warnOfPickling()) return 0;
    const r = ssize(o + R);
    if (!isTuple(state) || sizeOf(state) !== r) return badState();
    const n = sizeOf(ptr(o + POOL));
    for (let i = 0; i < r; i++) {
      const index = stateNumber(state, i, spec.last(n, r, i));
      if (index < 0) return 0;
      setIndexAt(ptr(o + INDICES), i, index);
    }
    const result = resultOfIndices(o);
    if (result === 0) return 0;
    replaceSlot(o + RESULT, result);
    return Py_None;
  }

  return newModuleType({
    name: `itertools.${name}`,
    basicsize: combinationsobject.sizeof,
    flags: FLAGS,
    slots: {
      ...iteratorSlots(POOL, RESULT),
      tp_dealloc: arrayDealloc([POOL, RESULT], [INDICES]),
      tp_new: choosing_new,
      tp_iternext: next,
    },
    methods: [
      ["__reduce__", "()", reduce],
      ["__setstate__", "(object, /)", setstate],
      ["__sizeof__", "()", sizeOfWith((o) => ssize(o + R))],
    ],
  });
}

export const combinationsType = declareChoosing({
  name: "combinations",
  first: (place) => place,
  last: (n, r, place) => place + n - r,
  distance: 1,
  isEmpty: (n, r) => r > n,
});

export const combinationsWithReplacementType = declareChoosing({
  name: "combinations_with_replacement",
  first: () => 0,
  last: (n) => n - 1,
  distance: 0,
  isEmpty: (n, r) => n === 0 && r > 0,
});

// -- permutations --------------------------------------------------------------------------------------------------------

const permutationsobject = struct("permutationsobject", 64, {
  ...OBJECT_HEAD,
  pool: [16, "ptr", "tuple of all items"],
  indices: [24, "ptr", "all indices into the pool; the first r are in use"],
  cycles: [32, "ptr", "for each place, how many items it has yet to show"],
  result: [40, "ptr", "what was given last; null at the start"],
  r: [48, "ssize", "items of a permutation"],
  stopped: [56, "i32", "1 at the end"],
});
const ORDER = permutationsobject.indices;
const CYCLES = permutationsobject.cycles;
const SHOWN = permutationsobject.result;
const LENGTH = permutationsobject.r;
const ENDED = permutationsobject.stopped;

function permutations_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  const values = namedArguments("permutations", args, keywords, COMBINATIONS_NAMES, 1);
  const pool = values === null ? 0 : PySequence_Tuple(values[0]);
  if (values === null || pool === 0) return 0;
  const n = sizeOf(pool);
  let r = n;
  if (values[1] !== 0 && values[1] !== Py_None) {
    if (!isInt(values[1])) {
      decref(pool);
      return raise(PyExc_TypeError, "Expected int as r");
    }
    r = convertSsize(values[1]);
  }
  if (r < 0) {
    decref(pool);
    return PyErr_Occurred() ? 0 : raise(PyExc_ValueError, "r must be non-negative");
  }
  if (r > ITEM_COUNT_MAX) {
    decref(pool);
    return PyErr_NoMemory();
  }
  const o = make(type, [[POOL, pool]]);
  if (o === 0) return 0;
  setSsize(o + LENGTH, r);
  setI32(o + ENDED, r > n ? 1 : 0);
  setPtr(
    o + ORDER,
    newIndices(n, (i) => i),
  );
  setPtr(
    o + CYCLES,
    newIndices(r, (i) => n - i),
  );
  if (ptr(o + ORDER) !== 0 && ptr(o + CYCLES) !== 0) return o;
  decref(o);
  return 0;
}

function shownByOrder(o: Borrowed): Owned {
  const r = ssize(o + LENGTH);
  const result = PyTuple_New(r);
  for (let i = 0; result !== 0 && i < r; i++) {
    PyTuple_SET_ITEM(result, i, newRef(PyTuple_GET_ITEM(ptr(o + POOL), indexAt(ptr(o + ORDER), i))));
  }
  return result;
}

function permutations_next(o: Borrowed): Owned {
  if (i32(o + ENDED) !== 0) return 0;
  if (ptr(o + SHOWN) === 0) {
    const first = shownByOrder(o);
    setPtr(o + SHOWN, first);
    return xnewRef(first);
  }
  const pool = ptr(o + POOL);
  const n = sizeOf(pool);
  const r = ssize(o + LENGTH);
  if (n === 0) return end(o, ENDED);
  const result = ownResult(o, SHOWN);
  if (result === 0) return 0;
  const indices = ptr(o + ORDER);
  const cycles = ptr(o + CYCLES);
  for (let i = r - 1; i >= 0; i--) {
    const left = indexAt(cycles, i) - 1;
    setIndexAt(cycles, i, left);
    if (left > 0) {
      const index = indexAt(indices, i);
      setIndexAt(indices, i, indexAt(indices, n - left));
      setIndexAt(indices, n - left, index);
      for (let k = i; k < r; k++) putItem(result, k, PyTuple_GET_ITEM(pool, indexAt(indices, k)));
      return newRef(result);
    }
    // The place has shown all: its index goes to the end, the others move up.
    const index = indexAt(indices, i);
    for (let j = i; j < n - 1; j++) setIndexAt(indices, j, indexAt(indices, j + 1));
    setIndexAt(indices, n - 1, index);
    setIndexAt(cycles, i, n - i);
  }
  return end(o, ENDED);
}

function permutations_reduce(o: Borrowed): Owned {
  if (!warnOfPickling()) return 0;
  const r = PyLong_FromNumber(ssize(o + LENGTH));
  if (r === 0) return 0;
  const stopped = i32(o + ENDED) !== 0 && ptr(o + SHOWN) !== 0;
  const args = PyTuple_Pack(stopped ? emptyTuple : ptr(o + POOL), r);
  decref(r);
  if (ptr(o + SHOWN) === 0 || stopped) return reduced(o, args);
  const order = tupleOfNumbers(sizeOf(ptr(o + POOL)), (i) => indexAt(ptr(o + ORDER), i));
  const cycles = tupleOfNumbers(ssize(o + LENGTH), (i) => indexAt(ptr(o + CYCLES), i));
  const state = order === 0 || cycles === 0 ? 0 : PyTuple_Pack(order, cycles);
  xdecref(order);
  xdecref(cycles);
  return reduced(o, args, state);
}

function permutations_setstate(o: Borrowed, state: Borrowed): Owned {
  if (!warnOfPickling()) return 0;
  if (!isTuple(state)) return raise(PyExc_TypeError, "state is not a tuple");
  if (sizeOf(state) !== 2) {
    return raise(PyExc_TypeError, `function takes exactly 2 arguments (${sizeOf(state)} given)`);
  }
  const order = PyTuple_GET_ITEM(state, 0);
  const cycles = PyTuple_GET_ITEM(state, 1);
  const n = sizeOf(ptr(o + POOL));
  const r = ssize(o + LENGTH);
  for (const [number, part] of [order, cycles].entries()) {
    if (isTuple(part)) continue;
    return raise(PyExc_TypeError, `argument ${number + 1} must be tuple, not ${argumentTypeName(part)}`);
  }
  if (sizeOf(order) !== n || sizeOf(cycles) !== r) return badState();
  for (let i = 0; i < n; i++) {
    const index = stateNumber(order, i, n - 1);
    if (index < 0) return 0;
    setIndexAt(ptr(o + ORDER), i, index);
  }
  for (let i = 0; i < r; i++) {
    const left = stateNumber(cycles, i, n - i);
    if (left < 0) return 0;
    setIndexAt(ptr(o + CYCLES), i, Math.max(1, left));
  }
  const result = shownByOrder(o);
  if (result === 0) return 0;
  replaceSlot(o + SHOWN, result);
  return Py_None;
}

export const permutationsType = newModuleType({
  name: "itertools.permutations",
  basicsize: permutationsobject.sizeof,
  flags: FLAGS,
  slots: {
    ...iteratorSlots(POOL, SHOWN),
    tp_dealloc: arrayDealloc([POOL, SHOWN], [ORDER, CYCLES]),
    tp_new: permutations_new,
    tp_iternext: permutations_next,
  },
  methods: [
    ["__reduce__", "()", permutations_reduce],
    ["__setstate__", "(object, /)", permutations_setstate],
    ["__sizeof__", "()", sizeOfWith((o) => sizeOf(ptr(o + POOL)) + ssize(o + LENGTH))],
  ],
});
