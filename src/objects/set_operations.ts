// The operations of sets over any iterable: update, union, intersection, difference, symmetric difference, subsets.
import { type Address, type Borrowed, high, low, type Owned } from "../memory/memory.ts";
import { text, textFunction } from "../memory/text.ts";
import { ACCUMULATOR, declareConsumer, GO_ON, OWN } from "./consume.ts";
import {
  _PyDict_Contains_KnownHash,
  dictUsed,
  keyHash,
  nextHashHigh,
  nextHashLow,
  nextKey,
  PyDict_CheckExact,
  PyDict_Next,
} from "./dict_core.ts";
import { PyErr_BadInternalCall, PyErr_NoMemory } from "./errors.ts";
import {
  currentFrame,
  deliveredInt,
  finishNative,
  nativeLocal,
  PUSHED,
  pushNative,
  setNativeLocal,
  settle,
  takeNativeLocal,
} from "./frames.ts";
import { hashHigh, hashLow } from "./hash.ts";
import { bool } from "./long_core.ts";
import { nativeWord, pushNativeWithWords, setNativeWord } from "./native_scratch.ts";
import { decref, newRef, sizeOf, typeOf, xdecref } from "./object.ts";
import {
  baseSetType,
  isAnySet,
  isExactAnySet,
  isSet,
  newSet,
  setAddEntry,
  setAddKey,
  setClear,
  setContainsEntry,
  setContainsKey,
  setCopy,
  setDiscardEntry,
  setDiscardKey,
  setFill,
  setMask,
  setMerge,
  setMergeDict,
  setNext,
  setNextHash,
  setNextKey,
  setResize,
  setSize,
  setSwapBodies,
} from "./set_core.ts";
import { PyTuple_GET_ITEM, tupleFromArray } from "./tuple_core.ts";
import { Py_False, Py_None, Py_True, PyFrozenSet_Type, PySet_Type } from "./types.ts";

/** The first local of every native frame made here: the set that the operation began with. */
const SELF = 0;

// -- walks of an iterator (consume.ts) ---------------------------------------------------------------------------------

const ownSet = (frame: Address): Borrowed => nativeLocal(frame, OWN);
const keepOwnSet = (frame: Address, own: readonly number[]): void => setNativeLocal(frame, OWN, newRef(own[0]));

/** Adds the items to a set; answers with the accumulator. push(iterable, answer, set) */
const adding = declareConsumer("set_update", {
  localCount: 1,
  onOpen: keepOwnSet,
  onItem: (frame, item) => {
    const status = setAddKey(ownSet(frame), item);
    decref(item);
    return status < 0 ? 0 : GO_ON;
  },
  onEnd: (frame) => takeNativeLocal(frame, ACCUMULATOR),
});

/** Discards the items from a set; answers with the accumulator. push(iterable, answer, set) */
const discarding = declareConsumer("set_difference_update", {
  localCount: 1,
  onOpen: keepOwnSet,
  onItem: (frame, item) => {
    const status = setDiscardKey(ownSet(frame), item);
    decref(item);
    return status < 0 ? 0 : GO_ON;
  },
  onEnd: (frame) => (shrinkDeleted(ownSet(frame)) < 0 ? 0 : takeNativeLocal(frame, ACCUMULATOR)),
});

/** Adds the items that a set has to the accumulator, until that has as many. push(iterable, result, set) */
const intersecting = declareConsumer("set_intersection", {
  localCount: 1,
  onOpen: keepOwnSet,
  onItem: (frame, item) => {
    const set = ownSet(frame);
    const result = nativeLocal(frame, ACCUMULATOR);
    let status = keyHash(item);
    if (status === 0) {
      const low = hashLow();
      const high = hashHigh();
      status = setContainsEntry(set, item, low, high);
      if (status > 0) status = setAddEntry(result, item, low, high) < 0 ? -1 : 1;
    }
    decref(item);
    if (status < 0) return 0;
    return status > 0 && setSize(result) >= setSize(set) ? takeNativeLocal(frame, ACCUMULATOR) : GO_ON;
  },
  onEnd: (frame) => takeNativeLocal(frame, ACCUMULATOR),
});

/** False as soon as the accumulator has an item, else True. */
const disjoining = declareConsumer("set_isdisjoint", {
  onItem: (frame, item) => {
    const status = setContainsKey(nativeLocal(frame, ACCUMULATOR), item);
    decref(item);
    return status < 0 ? 0 : status > 0 ? Py_False : GO_ON;
  },
  onEnd: () => Py_True,
});

/** False as soon as the accumulator lacks an item, else True. */
const covering = declareConsumer("set_issuperset", {
  onItem: (frame, item) => {
    const status = setContainsKey(nativeLocal(frame, ACCUMULATOR), item);
    decref(item);
    return status < 0 ? 0 : status === 0 ? Py_False : GO_ON;
  },
  onEnd: () => Py_True,
});

// -- operations with one other -----------------------------------------------------------------------------------------

/** set_update_internal: adds all items; answers with `answer`, whose reference it takes, 0 or PUSHED. */
export function pushSetUpdate(set: Borrowed, other: Borrowed, answer: Owned): Owned {
  let status: number;
  if (isAnySet(other)) status = setMerge(set, other);
  else if (PyDict_CheckExact(other)) status = setMergeDict(set, other);
  else return adding.push(other, answer, set);
  if (status === 0) return answer;
  decref(answer);
  return 0;
}

/** set_intersection: a new exact set. */
export function pushIntersection(set: Borrowed, other: Borrowed): Owned {
  if (set === other) return setCopy(set);
  const result = newSet(baseSetType(typeOf(set)));
  if (result === 0) return 0;
  if (!isAnySet(other)) return intersecting.push(other, result, set);
  const larger = setSize(other) > setSize(set) ? other : set;
  const smaller = larger === set ? other : set;
  for (let at = setNext(smaller, 0); at !== 0; at = setNext(smaller, at)) {
    const key = newRef(setNextKey());
    const hash = setNextHash();
    const hashLow = low(hash);
    const hashHigh = high(hash);
    let status = setContainsEntry(larger, key, hashLow, hashHigh);
    if (status > 0) status = setAddEntry(result, key, hashLow, hashHigh);
    decref(key);
    if (status < 0) {
      decref(result);
      return 0;
    }
  }
  return result;
}

/** If more than a quarter of the slots are deleted entries, the table is built anew without them. */
function shrinkDeleted(set: Borrowed): number {
  const used = setSize(set);
  if (setFill(set) - used <= Math.floor(setMask(set) / 4)) return 0;
  return setResize(set, used > 50000 ? used * 2 : used * 4);
}

/** set_difference_update_internal: answers with `answer`, whose reference it takes, 0 or PUSHED. */
export function pushDifferenceUpdate(set: Borrowed, other: Borrowed, answer: Owned): Owned {
  if (set === other) {
    setClear(set);
    return answer;
  }
  if (!isAnySet(other)) return discarding.push(other, answer, set);
  // Much is taken from little: only what both have matters.
  const taken = setSize(other) >> 3 > setSize(set) ? pushIntersection(set, other) : newRef(other);
  let status = taken === 0 ? -1 : 0;
  if (taken !== 0) {
    for (let at = setNext(taken, 0); at !== 0 && status >= 0; at = setNext(taken, at)) {
      const key = newRef(setNextKey());
      const hash = setNextHash();
      status = setDiscardEntry(set, key, low(hash), high(hash));
      decref(key);
    }
    decref(taken);
  }
  if (status >= 0 && shrinkDeleted(set) === 0) return answer;
  decref(answer);
  return 0;
}

/** set_difference: a new exact set. */
export function pushDifference(set: Borrowed, other: Borrowed): Owned {
  const isDict = PyDict_CheckExact(other);
  const otherSize = isAnySet(other) ? setSize(other) : isDict ? dictUsed(other) : -1;
  if (otherSize < 0 || setSize(set) >> 2 > otherSize) {
    const copy = setCopy(set);
    if (copy === 0) return 0;
    // The answer is the copy itself.
    const result = pushDifferenceUpdate(copy, other, newRef(copy));
    decref(copy);
    return result;
  }
  const result = newSet(baseSetType(typeOf(set)));
  if (result === 0) return 0;
  for (let at = setNext(set, 0); at !== 0; at = setNext(set, at)) {
    const key = newRef(setNextKey());
    const hash = setNextHash();
    const hashLow = low(hash);
    const hashHigh = high(hash);
    let status = isDict
      ? _PyDict_Contains_KnownHash(other, key, hashLow, hashHigh)
      : setContainsEntry(other, key, hashLow, hashHigh);
    if (status === 0) status = setAddEntry(result, key, hashLow, hashHigh);
    decref(key);
    if (status < 0) {
      decref(result);
      return 0;
    }
  }
  return result;
}

/** Discards a key that is there, adds one that is not. */
function toggle(set: Borrowed, key: Borrowed, hashLow: number, hashHigh: number): number {
  const status = setDiscardEntry(set, key, hashLow, hashHigh);
  return status === 0 ? setAddEntry(set, key, hashLow, hashHigh) : status;
}

/** Toggles every key of another set. 0, or -1 with an error set. */
function toggleSet(set: Borrowed, other: Borrowed): number {
  for (let at = setNext(other, 0); at !== 0; at = setNext(other, at)) {
    const key = newRef(setNextKey());
    const hash = setNextHash();
    const status = toggle(set, key, low(hash), high(hash));
    decref(key);
    if (status < 0) return -1;
  }
  return 0;
}

function toggleDict(set: Borrowed, dict: Borrowed): number {
  for (let at = PyDict_Next(dict, 0); at !== 0; at = PyDict_Next(dict, at)) {
    const key = newRef(nextKey());
    const status = toggle(set, key, nextHashLow(), nextHashHigh());
    decref(key);
    if (status < 0) return -1;
  }
  return 0;
}

/** Toggles every item of any iterable; answers with `answer`, whose reference it takes, 0 or PUSHED. */
export function pushSymmetricDifferenceUpdate(set: Borrowed, other: Borrowed, answer: Owned): Owned {
  let status = 0;
  if (set === other) setClear(set);
  else if (PyDict_CheckExact(other)) status = toggleDict(set, other);
  else if (isAnySet(other)) status = toggleSet(set, other);
  else return pushViaSet(set, other, answer, STEP_TOGGLED);
  if (status === 0) return answer;
  decref(answer);
  return 0;
}

/** set.symmetric_difference: a new exact set. */
export function set_symmetric_difference(set: Borrowed, other: Borrowed): Owned {
  return pushViaSet(set, other, Py_None, STEP_SYMMETRIC);
}

const VIA_ANSWER = 1;
const VIA_LOCALS = 2;

/** Makes an exact set of the other operand, then calls step(frame, set). Takes `answer`. */
function pushViaSet(set: Borrowed, other: Borrowed, answer: Owned, step: Address): Owned {
  const fresh = newSet(baseSetType(typeOf(set)));
  const frame = fresh === 0 ? 0 : pushNative(step, VIA_LOCALS);
  if (frame === 0) {
    xdecref(fresh);
    decref(answer);
    return fresh === 0 ? 0 : PyErr_NoMemory();
  }
  setNativeLocal(frame, SELF, newRef(set));
  setNativeLocal(frame, VIA_ANSWER, answer);
  const result = pushSetUpdate(fresh, other, newRef(fresh));
  decref(fresh);
  return result === PUSHED ? PUSHED : textFunction(step)(frame, result);
}

const STEP_TOGGLED = text("set.symmetric_difference_update.set", (frame: Address, other: Owned): Owned => {
  const failed = other === 0 || toggleSet(nativeLocal(frame, SELF), other) < 0;
  xdecref(other);
  return finishNative(frame, failed ? 0 : takeNativeLocal(frame, VIA_ANSWER));
});

const STEP_SYMMETRIC = text("set.symmetric_difference.set", (frame: Address, result: Owned): Owned => {
  if (result !== 0 && toggleSet(result, nativeLocal(frame, SELF)) < 0) {
    decref(result);
    return finishNative(frame, 0);
  }
  return finishNative(frame, result);
});

/** Whether all keys of one set are in another: 1, 0, or -1 with an error set. */
export function isSubset(set: Borrowed, other: Borrowed): number {
  if (setSize(set) > setSize(other)) return 0;
  for (let at = setNext(set, 0); at !== 0; at = setNext(set, at)) {
    const key = newRef(setNextKey());
    const hash = setNextHash();
    const status = setContainsEntry(other, key, low(hash), high(hash));
    decref(key);
    if (status <= 0) return status;
  }
  return 1;
}

export function truthAnswer(status: number): Owned {
  return status < 0 ? 0 : bool(status > 0);
}

export function set_issubset(set: Borrowed, other: Borrowed): Owned {
  if (isAnySet(other)) return truthAnswer(isSubset(set, other));
  // What both have is all of the set, or is not.
  const frame = pushNative(STEP_SUBSET, 1);
  if (frame === 0) return PyErr_NoMemory();
  setNativeLocal(frame, SELF, newRef(set));
  const common = pushIntersection(set, other);
  return common === PUSHED ? PUSHED : afterSubset(frame, common);
}

function afterSubset(frame: Address, common: Owned): Owned {
  if (common === 0) return finishNative(frame, 0);
  const answer = bool(setSize(common) === setSize(nativeLocal(frame, SELF)));
  decref(common);
  return finishNative(frame, answer);
}

const STEP_SUBSET = text("set.issubset.intersection", afterSubset);

export function set_issuperset(set: Borrowed, other: Borrowed): Owned {
  if (isAnySet(other)) return truthAnswer(isSubset(other, set));
  return covering.push(other, newRef(set));
}

export function set_isdisjoint(set: Borrowed, other: Borrowed): Owned {
  if (set === other) return bool(setSize(set) === 0);
  if (!isExactAnySet(other)) return disjoining.push(other, newRef(set));
  const larger = setSize(other) > setSize(set) ? other : set;
  const smaller = larger === set ? other : set;
  for (let at = setNext(smaller, 0); at !== 0; at = setNext(smaller, at)) {
    const key = newRef(setNextKey());
    const hash = setNextHash();
    const status = setContainsEntry(larger, key, low(hash), high(hash));
    decref(key);
    if (status !== 0) return status < 0 ? 0 : Py_False;
  }
  return Py_True;
}

// -- operations with many others ---------------------------------------------------------------------------------------

export const UPDATE = 0;
export const UNION = 1;
export const INTERSECTION = 2;
export const INTERSECTION_UPDATE = 3;
export const DIFFERENCE = 4;
export const DIFFERENCE_UPDATE = 5;

const OTHERS = 1;
const ACCUMULATED = 2;
const OTHERS_LOCALS = 3;
// The words of the frame.
const INDEX = 0;
const OPERATION = 1;
const OTHERS_WORDS = 2;

/** Does an operation with each of the operands in memory, one after the other. */
export function overOthers(set: Borrowed, operation: number, args: Address, nargs: number): Owned {
  const start = startOfOthers(set, operation, nargs);
  if (start === 0) return 0;
  const others = tupleFromArray(args, nargs);
  const frame = others === 0 ? 0 : pushNativeWithWords(STEP_OTHER, OTHERS_LOCALS, OTHERS_WORDS);
  if (frame === 0) {
    xdecref(others);
    decref(start);
    return PyErr_NoMemory();
  }
  setNativeLocal(frame, SELF, newRef(set));
  setNativeLocal(frame, OTHERS, others);
  setNativeLocal(frame, ACCUMULATED, start);
  setNativeWord(frame, OPERATION, operation);
  return nextOther(frame);
}

/** What the operands are applied to: an Owned set, or 0 with an error set. */
function startOfOthers(set: Borrowed, operation: number, nargs: number): Owned {
  const copies =
    operation === UNION ||
    (nargs === 0 && (operation === INTERSECTION || operation === DIFFERENCE || operation === INTERSECTION_UPDATE));
  return copies ? setCopy(set) : newRef(set);
}

function nextOther(frame: Address): Owned {
  const others = nativeLocal(frame, OTHERS);
  const count = sizeOf(others);
  const operation = nativeWord(frame, OPERATION);
  for (let i = nativeWord(frame, INDEX); i < count; i++) {
    setNativeWord(frame, INDEX, i + 1);
    const result = applyOther(frame, operation, PyTuple_GET_ITEM(others, i), i);
    if (result === PUSHED) return PUSHED;
    if (!accumulate(frame, result)) return finishNative(frame, 0);
  }
  if (operation === UPDATE || operation === DIFFERENCE_UPDATE) return finishNative(frame, Py_None);
  if (operation === INTERSECTION_UPDATE) {
    setSwapBodies(nativeLocal(frame, SELF), nativeLocal(frame, ACCUMULATED));
    return finishNative(frame, Py_None);
  }
  return finishNative(frame, takeNativeLocal(frame, ACCUMULATED));
}

/** One operand: the Owned new accumulated set, 0 or PUSHED. */
function applyOther(frame: Address, operation: number, other: Borrowed, index: number): Owned {
  const set = nativeLocal(frame, ACCUMULATED);
  if (operation === UPDATE) return pushSetUpdate(set, other, newRef(set));
  if (operation === UNION) {
    return other === nativeLocal(frame, SELF) ? newRef(set) : pushSetUpdate(set, other, newRef(set));
  }
  if (operation === INTERSECTION || operation === INTERSECTION_UPDATE) return pushIntersection(set, other);
  if (operation === DIFFERENCE && index === 0) return pushDifference(set, other);
  return pushDifferenceUpdate(set, other, newRef(set));
}

function accumulate(frame: Address, result: Owned): boolean {
  if (result === 0) return false;
  const old = takeNativeLocal(frame, ACCUMULATED);
  setNativeLocal(frame, ACCUMULATED, result);
  decref(old);
  return true;
}

const STEP_OTHER = text(
  "set.other",
  (frame: Address, result: Owned): Owned => (accumulate(frame, result) ? nextOther(frame) : finishNative(frame, 0)),
);

// -- making ------------------------------------------------------------------------------------------------------------

/** make_new_set: of a type, from an iterable or nothing (0). May answer PUSHED. */
export function pushNewSet(type: Borrowed, iterable: Borrowed): Owned {
  const set = newSet(type);
  if (set === 0 || iterable === 0) return set;
  const result = pushSetUpdate(set, iterable, newRef(set));
  decref(set);
  return result;
}

/** PySet_New, settled; iterable 0 for an empty set. */
export function PySet_New(iterable: Borrowed): Owned {
  const base = currentFrame();
  return settle(base, pushNewSet(PySet_Type, iterable));
}

/** PyFrozenSet_New, settled. */
export function PyFrozenSet_New(iterable: Borrowed): Owned {
  const base = currentFrame();
  return settle(base, pushNewSet(PyFrozenSet_Type, iterable));
}

/** _PySet_Update, settled. 0, or -1 with an error set. */
export function _PySet_Update(set: Borrowed, iterable: Borrowed): number {
  if (!isSet(set)) {
    PyErr_BadInternalCall();
    return -1;
  }
  const base = currentFrame();
  return deliveredInt(settle(base, pushSetUpdate(set, iterable, Py_None)));
}

export function pushNewFrozenSet(type: Borrowed, iterable: Borrowed): Owned {
  // frozenset(f) of an exact frozenset is f.
  if (type === PyFrozenSet_Type && iterable !== 0 && typeOf(iterable) === PyFrozenSet_Type) return newRef(iterable);
  return pushNewSet(type, iterable);
}
