// Built-in functions that walk iterables. The walks are consumers (consume.ts): a generator in the middle of one is
// executed by the loop, not by a nested call.
import { newAnextAwaitable } from "../../interpreter/async_generator.ts";
import { asyncSlot } from "../../interpreter/awaitable.ts";
import { type Address, type Borrowed, f64, i32, type Owned, ptr, setF64 } from "../../memory/memory.ts";
import { _PyInterpreterFrame } from "../../memory/structs/code.ts";
import { PyAsyncMethods } from "../../memory/structs/object.ts";
import { text, textFunction } from "../../memory/text.ts";
import {
  checkIterator,
  isIterator,
  NB_ADD,
  Py_GT,
  Py_LT,
  PyObject_GetIter,
  PyObject_IsTrue,
  PyObject_RichCompareBool,
  pushBinaryOp,
  pushGetIter,
  pushIterNext,
} from "../../objects/abstract.ts";
import { pushCallOneArg } from "../../objects/call.ts";
import { ACCUMULATOR, type ConsumerSpec, declareConsumer, GO_ON, OWN } from "../../objects/consume.ts";
import type { MethodRow } from "../../objects/declare.ts";
import {
  clearStopIteration,
  PyErr_NoMemory,
  PyErr_Occurred,
  raise,
  raiseNone,
  typeNameOf,
} from "../../objects/errors.ts";
import { floatValue, newFloat } from "../../objects/float_core.ts";
import {
  currentFrame,
  FRAME_SPECIALS_BYTES,
  finishNative,
  nativeLocal,
  PUSHED,
  pushNative,
  setNativeLocal,
  setStep,
  settle,
  takeNativeLocal,
} from "../../objects/frames.ts";
import { pushListSort, pushSequenceList } from "../../objects/list.ts";
import { longToDouble } from "../../objects/long_convert.ts";
import { bool, longDigitCount, longToNumber, zero } from "../../objects/long_core.ts";
import { nativeWord, pushNativeWithWords, setNativeWord } from "../../objects/native_scratch.ts";
import { decref, isBytes, isInstanceOf, isUnicode, newRef, sizeOf, typeOf } from "../../objects/object.ts";
import { PyCallIter_New } from "../../objects/seq_iter.ts";
import { raiseUnexpectedKeyword } from "../../objects/suggestions.ts";
import { PyTuple_GET_ITEM, tupleFromArray } from "../../objects/tuple_core.ts";
import {
  Py_None,
  PyByteArray_Type,
  PyExc_StopIteration,
  PyExc_TypeError,
  PyExc_ValueError,
  PyFloat_Type,
  PyLong_Type,
} from "../../objects/types.ts";
import { textOf } from "../../objects/unicode_core.ts";
import { isCallable } from "./attributes.ts";

// -- iter and next ------------------------------------------------------------------------------------------------------

function afterIter(frame: Address, iterator: Owned): Owned {
  return finishNative(frame, checkIterator(iterator));
}
const AFTER_ITER = text("builtins.iter.step", afterIter);

function builtin_iter(_module: Borrowed, o: Borrowed, sentinel: Borrowed): Owned {
  if (sentinel !== 0) {
    if (!isCallable(o)) return raise(PyExc_TypeError, "iter(v, w): v must be callable");
    return PyCallIter_New(o, sentinel);
  }
  const frame = pushNative(AFTER_ITER, 0);
  if (frame === 0) return PyErr_NoMemory();
  const iterator = pushGetIter(o);
  return iterator === PUSHED ? PUSHED : afterIter(frame, iterator);
}

/** The item; at the end the default that the frame holds, or StopIteration. */
function afterNext(frame: Address, item: Owned): Owned {
  if (item === 0) {
    if (nativeLocal(frame, 0) === 0) {
      if (PyErr_Occurred() === 0) raiseNone(PyExc_StopIteration);
    } else if (clearStopIteration()) item = takeNativeLocal(frame, 0);
  }
  return finishNative(frame, item);
}
const AFTER_NEXT = text("builtins.next.step", afterNext);

function builtin_next(_module: Borrowed, iterator: Borrowed, missing: Borrowed): Owned {
  if (!isIterator(iterator)) return raise(PyExc_TypeError, `'${typeNameOf(iterator)}' object is not an iterator`);
  const frame = pushNative(AFTER_NEXT, 1);
  if (frame === 0) return PyErr_NoMemory();
  if (missing !== 0) setNativeLocal(frame, 0, newRef(missing));
  const item = pushIterNext(iterator);
  return item === PUSHED ? PUSHED : afterNext(frame, item);
}

function builtin_aiter(_module: Borrowed, o: Borrowed): Owned {
  const f = asyncSlot(o, PyAsyncMethods.am_aiter);
  if (f === 0) return raise(PyExc_TypeError, `'${typeNameOf(o)}' object is not an async iterable`);
  const frame = pushNative(AFTER_AITER, 0);
  if (frame === 0) return PyErr_NoMemory();
  const iterator = textFunction(f)(o);
  return iterator === PUSHED ? PUSHED : afterAiter(frame, iterator);
}

function afterAiter(frame: Address, iterator: Owned): Owned {
  if (iterator !== 0 && asyncSlot(iterator, PyAsyncMethods.am_anext) === 0) {
    const message = `aiter() returned not an async iterator of type '${typeNameOf(iterator)}'`;
    decref(iterator);
    return finishNative(frame, raise(PyExc_TypeError, message));
  }
  return finishNative(frame, iterator);
}
const AFTER_AITER = text("builtins.aiter.step", afterAiter);

function builtin_anext(_module: Borrowed, iterator: Borrowed, missing: Borrowed): Owned {
  const f = asyncSlot(iterator, PyAsyncMethods.am_anext);
  if (f === 0) return raise(PyExc_TypeError, `'${typeNameOf(iterator)}' object is not an async iterator`);
  if (missing === 0) return textFunction(f)(iterator);
  const base = currentFrame();
  const awaitable = settle(base, textFunction(f)(iterator));
  if (awaitable === 0) return 0;
  const result = newAnextAwaitable(awaitable, missing);
  decref(awaitable);
  return result;
}

// -- any and all --------------------------------------------------------------------------------------------------------

/** Ends at the first item whose truth is `wanted`. */
function truthWalk(wanted: 0 | 1): ConsumerSpec {
  return {
    onItem: (_frame, item) => {
      const truth = PyObject_IsTrue(item);
      decref(item);
      if (truth < 0) return 0;
      return truth === wanted ? bool(wanted === 1) : GO_ON;
    },
    onEnd: () => bool(wanted !== 1),
  };
}
const anyWalk = declareConsumer("builtins.any", truthWalk(1));
const allWalk = declareConsumer("builtins.all", truthWalk(0));

// -- sum ----------------------------------------------------------------------------------------------------------------

/** What the running sum is; it moves forward only. Ints are exact in any phase; floats are summed with compensation. */
const INT = 0;
const FLOAT = 1;
const ANY = 2;
/** Words: the phase, then two doubles: the float sum and what rounding has lost of it. */
const PHASE = 0;
const SUM = 1;
const LOST = 2;
const WORDS_OF_SUM = 3;

function doubleAt(frame: Address, word: number): Address {
  return frame + FRAME_SPECIALS_BYTES + (i32(frame + _PyInterpreterFrame.stacktop) + word) * 8;
}

function isSmallLong(o: Borrowed): boolean {
  return longDigitCount(o) <= 1;
}

/** Whether an int fits in a C long, as far as the choice of phase can see it. */
function fitsLong(o: Borrowed): boolean {
  const value = longToNumber(o);
  return value < 2 ** 63 && value >= -(2 ** 63);
}

/** Leaves the float phase: the sum as an object. False with MemoryError set. */
function storeFloatSum(frame: Address): boolean {
  const o = newFloat(floatSum(frame));
  if (o === 0) {
    PyErr_NoMemory();
    return false;
  }
  setNativeWord(frame, PHASE, ANY);
  setNativeLocal(frame, ACCUMULATOR, o);
  return true;
}

function floatSum(frame: Address): number {
  const sum = f64(doubleAt(frame, SUM));
  const lost = f64(doubleAt(frame, LOST));
  return lost !== 0 && lost - lost === 0 ? sum + lost : sum;
}

/** A new sum: chooses the phase. */
function takeSum(frame: Address, sum: Owned): number {
  const phase = nativeWord(frame, PHASE);
  if (phase === INT && typeOf(sum) === PyFloat_Type) {
    setNativeWord(frame, PHASE, FLOAT);
    setF64(doubleAt(frame, SUM), floatValue(sum));
    setF64(doubleAt(frame, LOST), 0);
    decref(sum);
    return GO_ON;
  }
  if (phase === INT && (typeOf(sum) !== PyLong_Type || !fitsLong(sum))) setNativeWord(frame, PHASE, ANY);
  setNativeLocal(frame, ACCUMULATOR, sum);
  return GO_ON;
}

function addToSum(frame: Address, item: Owned): number {
  if (nativeWord(frame, PHASE) === FLOAT) {
    const isFloat = typeOf(item) === PyFloat_Type;
    if (isFloat || (isInstanceOf(item, PyLong_Type) && fitsLong(item))) {
      const at = doubleAt(frame, SUM);
      const sum = f64(at);
      if (isFloat) {
        const x = floatValue(item);
        const total = sum + x;
        const lostAt = doubleAt(frame, LOST);
        const lost = Math.abs(sum) >= Math.abs(x) ? sum - total + x : x - total + sum;
        setF64(lostAt, f64(lostAt) + lost);
        setF64(at, total);
      } else setF64(at, sum + (isSmallLong(item) ? longToNumber(item) : longToDouble(item)));
      decref(item);
      return GO_ON;
    }
    if (!storeFloatSum(frame)) {
      decref(item);
      return 0;
    }
  }
  const sum = nativeLocal(frame, ACCUMULATOR);
  const result = pushBinaryOp(sum, item, NB_ADD);
  decref(item);
  if (result === PUSHED || result === 0) return result;
  return afterAdd(frame, result);
}

function afterAdd(frame: Address, result: Owned): number {
  if (result === 0) return 0;
  const old = takeNativeLocal(frame, ACCUMULATOR);
  const answer = takeSum(frame, result);
  decref(old);
  return answer;
}

const sumWalk = declareConsumer("builtins.sum", {
  wordCount: WORDS_OF_SUM,
  onOpen: (frame) => {
    const start = takeNativeLocal(frame, ACCUMULATOR);
    setNativeWord(frame, PHASE, INT);
    takeSum(frame, start);
  },
  onItem: addToSum,
  onResult: afterAdd,
  onEnd: (frame) => {
    if (nativeWord(frame, PHASE) === FLOAT) return newFloat(floatSum(frame)) || PyErr_NoMemory();
    return takeNativeLocal(frame, ACCUMULATOR);
  },
});

/** Why sum() does not begin with this; "" when it does. */
function refusedStart(start: Borrowed): string {
  if (isUnicode(start)) return "sum() can't sum strings [use ''.join(seq) instead]";
  if (isBytes(start)) return "sum() can't sum bytes [use b''.join(seq) instead]";
  return isInstanceOf(start, PyByteArray_Type) ? "sum() can't sum bytearray [use b''.join(seq) instead]" : "";
}

function builtin_sum(_module: Borrowed, iterable: Borrowed, start: Borrowed): Owned {
  const refusal = start === 0 ? "" : refusedStart(start);
  if (refusal !== "") {
    const iterator = PyObject_GetIter(iterable);
    if (iterator === 0) return 0;
    decref(iterator);
    return raise(PyExc_TypeError, refusal);
  }
  return sumWalk.push(iterable, start === 0 ? zero : newRef(start));
}

// -- min and max --------------------------------------------------------------------------------------------------------

/** Own locals: the key function, the default, the best item's key, and the item whose key is being computed. */
const KEY = OWN;
const DEFAULT = OWN + 1;
const BEST_KEY = OWN + 2;
const PENDING = OWN + 3;

function extremum(
  name: "min" | "max",
  op: number,
): (module: Borrowed, args: Address, nargs: number, kwnames: Borrowed) => Owned {
  /** Keeps the better of the best item and this one. Takes both. */
  function consider(frame: Address, item: Owned, key: Owned): number {
    const best = nativeLocal(frame, BEST_KEY);
    if (best !== 0) {
      const better = PyObject_RichCompareBool(key, best, op);
      if (better <= 0) {
        decref(item);
        decref(key);
        return better < 0 ? 0 : GO_ON;
      }
      decref(takeNativeLocal(frame, ACCUMULATOR));
      decref(takeNativeLocal(frame, BEST_KEY));
    }
    setNativeLocal(frame, ACCUMULATOR, item);
    setNativeLocal(frame, BEST_KEY, key);
    return GO_ON;
  }

  function afterKey(frame: Address, key: Owned): number {
    const item = takeNativeLocal(frame, PENDING);
    if (key !== 0) return consider(frame, item, key);
    decref(item);
    return 0;
  }

  const walk = declareConsumer(`builtins.${name}`, {
    localCount: 4,
    onOpen: (frame, [key, missing]) => {
      if (key !== 0) setNativeLocal(frame, KEY, newRef(key));
      if (missing !== 0) setNativeLocal(frame, DEFAULT, newRef(missing));
    },
    onItem: (frame, item) => {
      const keyFunction = nativeLocal(frame, KEY);
      if (keyFunction === 0) return consider(frame, item, newRef(item));
      setNativeLocal(frame, PENDING, item);
      const key = pushCallOneArg(keyFunction, item);
      return key === PUSHED ? PUSHED : afterKey(frame, key);
    },
    onResult: afterKey,
    onEnd: (frame) => {
      if (nativeLocal(frame, BEST_KEY) !== 0) return takeNativeLocal(frame, ACCUMULATOR);
      if (nativeLocal(frame, DEFAULT) !== 0) return takeNativeLocal(frame, DEFAULT);
      return raise(PyExc_ValueError, `${name}() iterable argument is empty`);
    },
  });

  return (_module, args, nargs, kwnames) => {
    let key = 0;
    let missing = 0;
    const keywordCount = kwnames === 0 ? 0 : sizeOf(kwnames);
    for (let i = 0; i < keywordCount; i++) {
      const keyword = textOf(PyTuple_GET_ITEM(kwnames, i));
      const value = ptr(args + (nargs + i) * 8);
      if (keyword === "key") key = value === Py_None ? 0 : value;
      else if (keyword === "default") missing = value;
      else return raiseUnexpectedKeyword(`${name}()`, PyTuple_GET_ITEM(kwnames, i), ["key", "default"]);
    }
    if (nargs === 0) return raise(PyExc_TypeError, `${name} expected at least 1 argument, got 0`);
    if (nargs === 1) return walk.push(ptr(args), 0, key, missing);
    if (missing !== 0) {
      return raise(PyExc_TypeError, `Cannot specify a default for ${name}() with multiple positional arguments`);
    }
    if (key === 0) {
      let best = ptr(args);
      for (let i = 1; i < nargs; i++) {
        const better = PyObject_RichCompareBool(ptr(args + i * 8), best, op);
        if (better < 0) return 0;
        if (better > 0) best = ptr(args + i * 8);
      }
      return newRef(best);
    }
    const tuple = tupleFromArray(args, nargs);
    if (tuple === 0) return PyErr_NoMemory();
    const result = walk.push(tuple, 0, key, 0);
    decref(tuple);
    return result;
  };
}

// -- sorted -------------------------------------------------------------------------------------------------------------

const LIST = 0;
const SORT_KEY = 1;
const REVERSE = 0;

function afterList(frame: Address, list: Owned): Owned {
  if (list === 0) return finishNative(frame, 0);
  setNativeLocal(frame, LIST, list);
  setStep(frame, AFTER_SORT);
  const result = pushListSort(list, nativeLocal(frame, SORT_KEY), nativeWord(frame, REVERSE) !== 0);
  return result === PUSHED ? PUSHED : afterSort(frame, result);
}
const AFTER_LIST = text("builtins.sorted.list", afterList);

function afterSort(frame: Address, result: Owned): Owned {
  return finishNative(frame, result === 0 ? 0 : takeNativeLocal(frame, LIST));
}
const AFTER_SORT = text("builtins.sorted.sort", afterSort);

function builtin_sorted(_module: Borrowed, args: Address, nargs: number, kwnames: Borrowed): Owned {
  if (nargs !== 1) return raise(PyExc_TypeError, `sorted expected 1 argument, got ${nargs}`);
  let key = 0;
  let reverse = 0;
  const keywordCount = kwnames === 0 ? 0 : sizeOf(kwnames);
  for (let i = 0; i < keywordCount; i++) {
    const keyword = textOf(PyTuple_GET_ITEM(kwnames, i));
    const value = ptr(args + (nargs + i) * 8);
    if (keyword === "key") key = value === Py_None ? 0 : value;
    else if (keyword === "reverse") {
      reverse = PyObject_IsTrue(value);
      if (reverse < 0) return 0;
    } else return raiseUnexpectedKeyword("sort()", PyTuple_GET_ITEM(kwnames, i), ["key", "reverse"]);
  }
  const frame = pushNativeWithWords(AFTER_LIST, 2, 1);
  if (frame === 0) return PyErr_NoMemory();
  if (key !== 0) setNativeLocal(frame, SORT_KEY, newRef(key));
  setNativeWord(frame, REVERSE, reverse);
  const list = pushSequenceList(ptr(args));
  return list === PUSHED ? PUSHED : afterList(frame, list);
}

export const iterationFunctions: readonly MethodRow[] = [
  ["iter", "(object, sentinel=None, /)", builtin_iter],
  ["next", "(iterator, default=None, /)", builtin_next],
  ["aiter", "(async_iterable, /)", builtin_aiter],
  ["anext", "(aiterator, default=<unrepresentable>, /)", builtin_anext],
  ["any", "(iterable, /)", (_m: Borrowed, iterable: Borrowed) => anyWalk.push(iterable, 0)],
  ["all", "(iterable, /)", (_m: Borrowed, iterable: Borrowed) => allWalk.push(iterable, 0)],
  ["sum", "(iterable, /, start=0)", builtin_sum],
  ["min", "!(iterable, *, default=None, key=None)", extremum("min", Py_LT)],
  ["max", "!(iterable, *, default=None, key=None)", extremum("max", Py_GT)],
  ["sorted", "!(iterable, /, *, key=None, reverse=False)", builtin_sorted],
];
