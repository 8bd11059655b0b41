// Lists, sorting, slices and ranges against CPython (tools/sequence_cases.py makes the cases), and walks that are
// interrupted by PUSHED at every item.
import { readFileSync } from "node:fs";
import { beforeAll, expect, it } from "vitest";
import { objectFree, objectMalloc } from "../memory/allocators.ts";
import { type Address, type Borrowed, i32, type Owned, ptr, setPtr, setSsize } from "../memory/memory.ts";
import { PySliceObject } from "../memory/structs/iterators.ts";
import { PyObject, PyTypeObject } from "../memory/structs/object.ts";
import { text } from "../memory/text.ts";
import {
  PyIter_Next,
  PyNumber_Multiply,
  PyObject_GetIter,
  PyObject_Hash,
  PyObject_Repr,
  PyObject_RichCompare,
  pushGetItem,
  pushIterNext,
  pushSetItem,
} from "./abstract.ts";
import { allocateArguments, freeArguments } from "./call.ts";
import { initializeDeclarations, newBuiltinType } from "./declare.ts";
import {
  currentFrame,
  finishNative,
  nativeLocal,
  PUSHED,
  pushNative,
  resumeNative,
  setDriver,
  setNativeLocal,
  settle,
} from "./frames.ts";
import { hashHigh, hashLow } from "./hash.ts";
import {
  listAllocated,
  PyList_Append,
  PyList_AsTuple,
  PyList_GET_ITEM,
  PyList_New,
  pushExtend,
  pushListExtend,
  pushListSort,
  pushSequenceList,
} from "./list.ts";
import "./bool.ts";
import "./long.ts";
import "./enumerate.ts";
import "./none.ts";
import { bool, longToNumber, PyLong_FromNumber, smallInt } from "./long_core.ts";
import { PyLong_FromString } from "./long_text.ts";
import { longFromWords } from "./long_words.ts";
import { decref, initImmortal, initObject, isList, newRef, sizeOf, typeOf } from "./object.ts";
import "./map_filter_zip.ts";
import "./range.ts";
import { PyCallIter_New } from "./seq_iter.ts";
import { pushIterSearch, SEARCH_COUNT } from "./sequence_search.ts";
import { buildSlice } from "./slice.ts";
import { pushSequenceTuple } from "./tuple.ts";
import { PyTuple_GET_ITEM, PyTuple_Pack } from "./tuple_core.ts";
import {
  _PyNone_Type,
  Py_False,
  Py_None,
  Py_NotImplemented,
  Py_True,
  PyEnum_Type,
  PyFilter_Type,
  PyList_Type,
  PyMap_Type,
  PyRange_Type,
  PySlice_Type,
  PyTuple_Type,
  PyUnicode_Type,
  PyZip_Type,
} from "./types.ts";
import { textOf } from "./unicode_core.ts";
import { initializeIdentifiers } from "./unicode_intern.ts";

// Last: it writes the identifiers, and those of the types above must be reserved by then.

import { blocksInUse, callMethod, callSlot, takeError } from "../../test/support/objects.ts";

// An object with a key (+16) and a serial number (+24) whose comparisons are logged.
let logged: [number, number][] = [];
const LoggedType = newBuiltinType({
  name: "Logged",
  basicsize: 32,
  slots: {
    tp_dealloc: (o: Address) => objectFree(o),
    tp_richcompare: (v: Borrowed, w: Borrowed) => {
      logged.push([i32(v + 24), i32(w + 24)]);
      return i32(v + 16) < i32(w + 16) ? Py_True : Py_False;
    },
  },
});
function newLogged(key: number, serial: number): Owned {
  const o = initObject(objectMalloc(32), LoggedType);
  setSsize(o + 16, key);
  setSsize(o + 24, serial);
  return o;
}

// A "function written in Python": a call of it pushes a frame whose step has the answer.
let answerOf: (argument: Borrowed) => Owned = newRef;
const LATER = text("test.later", (frame: Address): Owned => finishNative(frame, answerOf(nativeLocal(frame, 0))));
function later(argument: Borrowed): Owned {
  const frame = pushNative(LATER, 1);
  setNativeLocal(frame, 0, newRef(argument));
  return PUSHED;
}
const LaterType = newBuiltinType({
  name: "later",
  basicsize: 16,
  slots: {
    tp_call: (_self: Borrowed, args: Borrowed) => later(sizeOf(args) === 0 ? Py_None : PyTuple_GET_ITEM(args, 0)),
  },
});
const laterFunction = objectMalloc(16);

// A "generator": each item, and the end, comes through PUSHED. +16 items left.
const LATER_ITEM = text("test.later_item", (frame: Address): Owned => {
  const left = i32(nativeLocal(frame, 0) + 16);
  setSsize(nativeLocal(frame, 0) + 16, left - 1);
  return finishNative(frame, left > 0 ? PyLong_FromNumber(left) : 0);
});
const LaterIterType = newBuiltinType({
  name: "later_iterator",
  basicsize: 24,
  slots: {
    tp_dealloc: (o: Address) => objectFree(o),
    tp_iter: newRef,
    tp_iternext: (o: Borrowed) => {
      const frame = pushNative(LATER_ITEM, 1);
      setNativeLocal(frame, 0, newRef(o));
      return PUSHED;
    },
  },
});
function newLaterIterator(count: number): Owned {
  const o = initObject(objectMalloc(24), LaterIterType);
  setSsize(o + 16, count);
  return o;
}

// An object whose comparisons and repr come through PUSHED. +16 its key.
let asked: Owned = 0;
const LATER_ANSWER = text("test.later_answer", (frame: Address): Owned => finishNative(frame, asked));
function answerLater(answer: Owned): Owned {
  asked = answer;
  return pushNative(LATER_ANSWER, 0) === 0 ? 0 : PUSHED;
}
const LaterKeyType = newBuiltinType({
  name: "later_key",
  basicsize: 24,
  slots: {
    tp_dealloc: (o: Address) => objectFree(o),
    tp_repr: (o: Borrowed) => answerLater(PyObject_Repr(smallInt(i32(o + 16)))),
    tp_richcompare: (v: Borrowed, w: Borrowed, op: number) => {
      if (typeOf(v) !== typeOf(w)) return Py_NotImplemented;
      const [a, b] = [i32(v + 16), i32(w + 16)];
      return answerLater(bool([a < b, a <= b, a === b, a !== b, a > b, a >= b][op]));
    },
  },
});
function laterKeys(...keys: number[]): Owned {
  const list = PyList_New(0);
  for (const key of keys) {
    const o = initObject(objectMalloc(24), LaterKeyType);
    setSsize(o + 16, key);
    PyList_Append(list, o);
    decref(o);
  }
  return list;
}

let nestedLoops = 0;

beforeAll(() => {
  initializeDeclarations();
  initializeIdentifiers();
  initImmortal(Py_None, _PyNone_Type);
  initObject(laterFunction, LaterType);
  setPtr(LaterIterType + PyObject.ob_type, ptr(PyList_Type + PyObject.ob_type));
  setDriver((base) => {
    nestedLoops++;
    let result = 0;
    while (currentFrame() !== base) {
      result = resumeNative(currentFrame(), result);
      if (result === PUSHED) result = 0;
    }
    return result;
  });
});

const int = (value: number | string | null): Owned =>
  value === null ? Py_None : typeof value === "string" ? PyLong_FromString(value, 10) : PyLong_FromNumber(value);

function listOf(values: readonly number[]): Owned {
  const list = PyList_New(0);
  for (const value of values) {
    const o = int(value);
    PyList_Append(list, o);
    decref(o);
  }
  return list;
}

function sliceOf(parts: readonly (number | string | null)[]): Owned {
  const [start, stop, step] = parts.map(int);
  const slice = buildSlice(start, stop, step);
  for (const o of [start, stop, step]) decref(o);
  return slice;
}

/** The repr of an Owned object; null stands for None in the place of the end of an iterator. */
function shown(o: Owned): string {
  if (o === 0) return takeError() ?? "None";
  const repr = PyObject_Repr(o);
  const result = repr === 0 ? String(takeError()) : textOf(repr);
  if (repr !== 0) decref(repr);
  decref(o);
  return result;
}

function sizeofList(list: Borrowed): number {
  return Number(shown(callMethod(list, "__sizeof__")));
}

/** "ValueError(text)" as "ValueError: text". */
const message = (error: string | null): string => String(error).replace(/^(\w+)\(([\s\S]*)\)$/, "$1: $2");

// biome-ignore lint/suspicious/noExplicitAny: cases are data
type Case = any;
const cases: Case[] = readFileSync("test/golden/objects/sequences.jsonl", "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
const ofKind = (kind: string): Case[] => cases.filter((c) => c.kind === kind);

const none = (status: number): Owned => (status < 0 ? 0 : Py_None);

function perform(list: Owned, op: string, args: Case[]): Owned {
  const held: Owned[] = [];
  const hold = (o: Owned): Owned => {
    held.push(o);
    return o;
  };
  const run = (): Owned => {
    switch (op) {
      case "extend":
        return callMethod(list, op, hold(listOf(args[0])));
      case "extendrange":
        return callMethod(list, "extend", hold(rangeOf(["0", String(args[0]), "1"])));
      case "assign":
        return none(pushSetItem(list, hold(sliceOf(args[0])), hold(listOf(args[1]))));
      case "delete":
        return none(pushSetItem(list, hold(sliceOf(args[0])), 0));
      case "imul":
        hold(callSlot(PyList_Type, "sq_inplace_repeat", list, args[0]));
        return Py_None;
      case "sort":
        return pushListSort(list, 0, args[0]);
      case "add":
        return callSlot(PyList_Type, "sq_concat", list, hold(listOf(args[0])));
      case "mul":
        return callSlot(PyList_Type, "sq_repeat", list, args[0]);
      case "get":
        return pushGetItem(list, hold(sliceOf(args[0])));
      case "contains":
        return callSlot(PyList_Type, "sq_contains", list, hold(int(args[0]))) ? Py_True : Py_False;
      case "compare":
        return PyObject_RichCompare(list, hold(listOf(args[0])), args[1]);
      default:
        return callMethod(list, op, ...args.map((a) => hold(int(a))));
    }
  };
  const result = run();
  for (const o of held) decref(o);
  return result;
}

function rangeOf(parts: readonly string[]): Owned {
  const values = parts.map(int);
  const args = PyTuple_Pack(...values);
  const range = callSlot(PyRange_Type, "tp_new", PyRange_Type, args, 0);
  for (const o of [...values, args]) decref(o);
  return range;
}

it("lists change as CPython's do, to the room that they keep", () => {
  expect(ofKind("list").length).toBeGreaterThan(10);
  // What is made once and kept (the thread's dict, say) is there after the first case.
  let before = 0;
  for (const [number, { steps }] of ofKind("list").entries()) {
    if (number === 1) before = blocksInUse();
    const list = PyList_New(0);
    for (const [op, args, answer, size, repr] of steps) {
      const result = perform(list, op, args);
      let got: string;
      if (result === 0) got = message(takeError());
      else if (isList(result) && result !== list) {
        const bytes = sizeofList(result);
        got = `${shown(result)} ${bytes}`;
      } else got = shown(result);
      expect([op, args, got, sizeofList(list), shown(newRef(list))]).toEqual([op, args, answer, size, repr]);
    }
    decref(list);
  }
  expect(blocksInUse()).toBe(before);
});

function digest(values: readonly number[]): number {
  return values.reduce((state, value) => (state * 31 + value + 1) % 1000003, 0);
}

it("sort compares just what CPython compares, in its order", () => {
  expect(ofKind("sort").length).toBeGreaterThan(90);
  for (const { keys, reverse, key, order, count, log } of ofKind("sort")) {
    const before = blocksInUse();
    const objects: Owned[] = keys.map(newLogged);
    const list = PyList_New(0);
    for (let i = 0; i < keys.length; i++) {
      const item = key ? int(i) : newRef(objects[i]);
      PyList_Append(list, item);
      decref(item);
    }
    const room = listAllocated(list);
    logged = [];
    let result: number;
    if (key) {
      answerOf = (index) => newRef(objects[longToNumber(index)]);
      const base = currentFrame();
      result = pushListSort(list, laterFunction, reverse);
      if (keys.length > 0) expect(result).toBe(PUSHED);
      result = settle(base, result);
      expect(currentFrame()).toBe(base);
    } else result = pushListSort(list, 0, reverse);
    expect(result).toBe(Py_None);
    expect(listAllocated(list)).toBe(room);
    const serials = keys.map((_: number, i: number) => {
      const item = PyList_GET_ITEM(list, i);
      return key ? longToNumber(item) : i32(item + 24);
    });
    expect(logged.length).toBe(count);
    expect(logged.reduce((state, [a, b]) => (state * 31 + a * 7 + b + 1) % 1000003, 0)).toBe(log);
    expect(digest(serials)).toBe(order);
    decref(list);
    for (const o of objects) decref(o);
    expect(blocksInUse()).toBeLessThanOrEqual(before + 1);
  }
});

function firstItems(iterator: Borrowed): string {
  const parts: string[] = [];
  for (let i = 0; i < 5; i++) parts.push(shown(PyIter_Next(iterator)));
  return `[${parts.join(", ")}]`;
}

it("ranges of any size", () => {
  expect(ofKind("range").length).toBeGreaterThan(100);
  for (const { range: parts, slice, item, answers } of ofKind("range")) {
    const before = blocksInUse();
    const range = rangeOf(parts);
    const value = int(item);
    const key = sliceOf(slice);
    const length = callSlot(PyRange_Type, "sq_length", range);
    const lengthText =
      length < 0 ? message(takeError()).replace("OverflowError: ", "") : length > 2 ** 53 ? answers[1] : String(length);
    const iterator = PyObject_GetIter(range);
    const back = callMethod(range, "__reversed__");
    expect(PyObject_Hash(range)).toBe(0);
    const hash = shown(longFromWords(hashLow(), hashHigh()));
    const inside = callSlot(PyRange_Type, "sq_contains", range, value) ? Py_True : Py_False;
    const head = firstItems(iterator);
    const tail = firstItems(back);
    const got = [
      shown(newRef(range)),
      lengthText,
      shown(pushGetItem(range, key)),
      shown(inside),
      shown(callMethod(range, "count", value)),
      hash,
      typeName(iterator),
      head,
      typeName(back),
      tail,
      answers[10],
      shown(callMethod(iterator, "__length_hint__")),
    ];
    expect(got).toEqual(answers);
    for (const o of [range, value, key, iterator, back]) decref(o);
    expect(blocksInUse()).toBeLessThanOrEqual(before + 2);
  }
});

function typeName(o: Borrowed): string {
  let name = "";
  for (let at = ptr(typeOf(o) + PyTypeObject.tp_name); ; at++) {
    const word = i32(at & ~3);
    const byte = (word >> ((at & 3) * 8)) & 255;
    if (byte === 0) return name;
    name += String.fromCharCode(byte);
  }
}

it("slices", () => {
  for (const { slice: parts, length, answers } of ofKind("slice")) {
    const slice = sliceOf(parts);
    const count = int(length);
    const indices = callMethod(slice, "indices", count);
    const repr = shown(newRef(slice));
    expect(PyObject_Hash(slice)).toBe(0);
    const hash = shown(longFromWords(hashLow(), hashHigh()));
    expect([repr, shown(indices), hash]).toEqual(answers);
    expect(ptr(slice + PySliceObject.step)).not.toBe(0);
    decref(count);
    decref(slice);
  }
});

it("interrupted walks end as uninterrupted ones do", () => {
  const before = blocksInUse();
  const base = currentFrame();
  const run = (o: Owned): string => {
    const result = settle(base, o);
    expect(currentFrame()).toBe(base);
    return shown(result);
  };
  const withIterator = (use: (iterator: Borrowed) => Owned, count = 5): string => {
    const iterator = newLaterIterator(count);
    const result = run(use(iterator));
    decref(iterator);
    return result;
  };
  expect(withIterator(pushSequenceList)).toBe("[5, 4, 3, 2, 1]");
  expect(withIterator(pushSequenceTuple)).toBe("(5, 4, 3, 2, 1)");
  expect(withIterator(pushSequenceTuple, 40)).toMatch(/^\(40, 39, .* 2, 1\)$/);
  expect(withIterator(pushSequenceTuple, 0)).toBe("()");
  const list = listOf([1, 2]);
  expect(withIterator((iterator) => pushExtend(list, iterator, Py_None))).toBe("None");
  const middle = sliceOf([1, 2, null]);
  const iterator = newLaterIterator(2);
  expect(pushSetItem(list, middle, iterator)).toBe(PUSHED);
  expect(run(PUSHED)).toBe("None");
  expect(shown(newRef(list))).toBe("[1, 2, 1, 5, 4, 3, 2, 1]");
  decref(middle);
  decref(iterator);
  decref(list);

  const through = (type: Address, ...args: Borrowed[]): string => {
    const tuple = PyTuple_Pack(...args);
    const made = callSlot(type, "tp_new", type, tuple, 0);
    decref(tuple);
    expect(made).not.toBe(0);
    const result = run(pushSequenceList(made));
    decref(made);
    return result;
  };
  const five = (): Owned => newLaterIterator(5);
  const using = (use: (...iterators: Borrowed[]) => string): string => {
    const iterators = [five(), five()];
    const result = use(...iterators);
    for (const o of iterators) decref(o);
    return result;
  };
  answerOf = (o) => {
    const two = int(2);
    const result = PyNumber_Multiply(o, two);
    return result;
  };
  expect(using((a) => through(PyMap_Type, laterFunction, a))).toBe("[10, 8, 6, 4, 2]");
  const short = rangeOf(["0", "3", "1"]);
  expect(through(PyMap_Type, laterFunction, short)).toBe("[0, 2, 4]");
  expect(using((a) => through(PyZip_Type, a, short))).toBe("[(5, 0), (4, 1), (3, 2)]");
  expect(using((a) => through(PyEnum_Type, a))).toBe("[(0, 5), (1, 4), (2, 3), (3, 2), (4, 1)]");
  answerOf = (o) => (longToNumber(o) % 2 ? Py_True : Py_False);
  expect(using((a) => through(PyFilter_Type, laterFunction, a))).toBe("[5, 3, 1]");
  expect(using((a) => through(PyFilter_Type, Py_None, a))).toBe("[5, 4, 3, 2, 1]");
  decref(short);
  expect(blocksInUse()).toBeLessThanOrEqual(before + 3);
  expect(nestedLoops).toBeGreaterThan(0);
});

it("interrupted comparisons", () => {
  const base = currentFrame();
  const run = (o: Owned): string => {
    expect(o).toBe(PUSHED);
    const result = settle(base, o);
    expect(currentFrame()).toBe(base);
    if (result === 0) return message(takeError());
    if (typeOf(result) !== PyUnicode_Type) return shown(result);
    const value = textOf(result);
    decref(result);
    return value;
  };
  const before = blocksInUse();
  const list = laterKeys(3, 1, 4, 1, 5);
  const same = laterKeys(3, 1, 4, 1, 5);
  const other = laterKeys(3, 1, 5, 0);
  const tuple = PyList_AsTuple(list);
  const otherTuple = PyList_AsTuple(other);
  const key = laterKeys(1, 9);
  const one = PyList_GET_ITEM(key, 0);
  const nine = PyList_GET_ITEM(key, 1);
  const compare = (v: Borrowed, w: Borrowed, op: number) => run(callSlot(typeOf(v), "tp_richcompare", v, w, op));
  expect(compare(list, same, 2)).toBe("True");
  expect(compare(list, other, 0)).toBe("True");
  expect(compare(list, other, 5)).toBe("False");
  expect(compare(tuple, otherTuple, 2)).toBe("False");
  expect(compare(otherTuple, tuple, 4)).toBe("True");
  expect(run(callSlot(PyList_Type, "sq_contains", list, one))).toBe("True");
  expect(run(callSlot(PyList_Type, "sq_contains", list, nine))).toBe("False");
  expect(run(callMethod(list, "index", one))).toBe("1");
  expect(run(callMethod(list, "index", nine))).toBe("ValueError: 9 is not in list");
  expect(run(callMethod(tuple, "index", nine))).toBe("ValueError: tuple.index(x): x not in tuple");
  expect(run(callMethod(list, "count", one))).toBe("2");
  expect(run(pushIterSearch(list, one, SEARCH_COUNT))).toBe("2");
  expect(run(callMethod(list, "remove", one))).toBe("None");
  expect(run(callSlot(PyList_Type, "tp_repr", list))).toBe("[3, 4, 1, 5]");
  PyList_Append(list, list);
  expect(run(callSlot(PyList_Type, "tp_repr", list))).toBe("[3, 4, 1, 5, [...]]");
  callMethod(list, "clear");

  let left = 3;
  answerOf = () => int(left--);
  const calls = PyCallIter_New(laterFunction, Py_None);
  expect(run(pushIterNext(calls))).toBe("3");
  decref(calls);
  const zero = PyCallIter_New(laterFunction, smallInt(0));
  expect(run(pushSequenceList(zero))).toBe("[2, 1]");
  decref(zero);
  for (const o of [list, same, other, tuple, otherTuple, key]) decref(o);
  expect(blocksInUse()).toBeLessThanOrEqual(before + 2);
});

it("says what is wrong in CPython's words", () => {
  const list = listOf([1, 2]);
  const range = rangeOf(["0", "3", "1"]);
  const tuple = PyTuple_Pack(list);
  const empty = PyTuple_Pack();
  const make = (type: Address, ...args: Borrowed[]): Owned => {
    const row = allocateArguments(args.length);
    args.forEach((o, i) => {
      setPtr(row + i * 8, o);
    });
    const result = callSlot(type, "tp_vectorcall", type, row, args.length, 0);
    freeArguments(row);
    return result;
  };
  const every = sliceOf([null, null, 2]);
  const cases: [() => number, string][] = [
    [() => callMethod(list, "pop", smallInt(5)), "IndexError: pop index out of range"],
    [() => pushGetItem(list, smallInt(5)), "IndexError: list index out of range"],
    [() => pushGetItem(list, Py_None), "TypeError: list indices must be integers or slices, not NoneType"],
    [() => pushGetItem(tuple, smallInt(5)), "IndexError: tuple index out of range"],
    [() => pushSetItem(list, smallInt(5), list) + 1, "IndexError: list assignment index out of range"],
    [() => pushSetItem(list, every, smallInt(1)) + 1, "TypeError: must assign iterable to extended slice"],
    [
      () => pushSetItem(list, every, list) + 1,
      "ValueError: attempt to assign sequence of size 2 to extended slice of size 1",
    ],
    [
      () => callSlot(PyList_Type, "sq_concat", list, tuple),
      'TypeError: can only concatenate list (not "tuple") to list',
    ],
    [
      () => callMethod(list, "index", smallInt(1), Py_None),
      "TypeError: slice indices must be integers or have an __index__ method",
    ],
    [() => callMethod(list, "extend", smallInt(1)), "TypeError: 'int' object is not iterable"],
    [() => pushListExtend(list, smallInt(1)), "TypeError: Value after * must be an iterable, not int"],
    [() => make(PyList_Type, list, list), "TypeError: list expected at most 1 argument, got 2"],
    [() => make(PyTuple_Type, list, list), "TypeError: tuple expected at most 1 argument, got 2"],
    [() => make(PyRange_Type), "TypeError: range expected at least 1 argument, got 0"],
    [() => make(PyRange_Type, smallInt(1), smallInt(2), smallInt(0)), "ValueError: range() arg 3 must not be zero"],
    [() => pushGetItem(range, smallInt(3)), "IndexError: range object index out of range"],
    [() => callMethod(range, "index", smallInt(7)), "ValueError: 7 is not in range"],
    [() => make(PyEnum_Type), "TypeError: enumerate() missing required argument 'iterable'"],
    [() => make(PyMap_Type, list), "TypeError: map() must have at least two arguments."],
    [() => make(PyFilter_Type, list), "TypeError: filter expected 2 arguments, got 1"],
    [
      () => callSlot(PySlice_Type, "tp_new", PySlice_Type, empty, 0),
      "TypeError: slice expected at least 1 argument, got 0",
    ],
    [() => callSlot(_PyNone_Type, "tp_new", _PyNone_Type, tuple, 0), "TypeError: NoneType takes no arguments"],
  ];
  for (const [run, expected] of cases) {
    const before = currentFrame();
    expect([run(), message(takeError())]).toEqual([0, expected]);
    expect(currentFrame()).toBe(before);
  }
  expect(shown(list)).toBe("[1, 2]");
});

it("zip with strict names the argument that is too short or too long", () => {
  const zipped = (...lengths: number[]): string => {
    const lists = lengths.map((length) => rangeOf(["0", String(length), "1"]));
    const args = PyTuple_Pack(...lists);
    const zip = callSlot(PyZip_Type, "tp_new", PyZip_Type, args, 0);
    callMethod(zip, "__setstate__", Py_True);
    const result = pushSequenceList(zip);
    for (const o of [...lists, args, zip]) decref(o);
    return result === 0 ? message(takeError()) : shown(result);
  };
  expect(zipped(1, 0)).toBe("ValueError: zip() argument 2 is shorter than argument 1");
  expect(zipped(0, 1)).toBe("ValueError: zip() argument 2 is longer than argument 1");
  expect(zipped(1, 1, 0)).toBe("ValueError: zip() argument 3 is shorter than arguments 1-2");
  expect(zipped(0, 0, 1)).toBe("ValueError: zip() argument 3 is longer than arguments 1-2");
  expect(zipped(2, 2)).toBe("[(0, 0), (1, 1)]");
});
