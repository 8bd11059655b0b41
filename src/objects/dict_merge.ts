// Filling dicts from others: copies, merges of dicts, of mappings with keys(), of sequences of pairs.
//
// What runs a program's code in between is resumable: pushMerge may answer PUSHED. Its native frame holds what it needs;
// each step takes the result of one call and goes on to the next one.
// Invariant: the locals of a native frame own what they hold, so every failure is finishNative(frame, 0).
import { gcTrack, isTracked } from "../gc/link.ts";
import { type Borrowed, type Owned, ptr, setPtr } from "../memory/memory.ts";
import { PyDictObject } from "../memory/structs/containers.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { text } from "../memory/text.ts";
import {
  checkIterator,
  PyIter_Next,
  PyObject_GetAttr,
  PyObject_GetIter,
  PyObject_GetOptionalAttr,
  pushGetItem,
  pushGetIter,
  pushIterNext,
} from "./abstract.ts";
import { pushCallNoArgs } from "./call.ts";
import {
  _PyDict_Contains_KnownHash,
  _PyErr_SetKeyError,
  dictKeys,
  dictResize,
  dictUsed,
  dictValues,
  insertDict,
  newDict,
  nextHashHigh,
  nextHashLow,
  nextKey,
  nextValue,
  nextVersion,
  PyDict_Contains,
  PyDict_New,
  PyDict_Next,
  PyDict_SetDefault,
  PyDict_SetItem,
  setUsed,
} from "./dict_core.ts";
import {
  cloneKeys,
  decrefKeys,
  entryCount,
  estimateLog2KeySize,
  increfKeys,
  isUnicodeKeys,
  log2Size,
  PyDict_LOG_MINSIZE,
  usableFraction,
} from "./dict_keys.ts";
import { copyValues, freeValues, valueIn, valuesCapacity } from "./dict_values.ts";
import {
  clearStopIteration,
  PyErr_BadInternalCall,
  PyErr_Clear,
  PyErr_ExceptionMatches,
  PyErr_NoMemory,
  PyErr_Occurred,
  raise,
  raiseInt,
  typeNameOf,
} from "./errors.ts";
import {
  currentFrame,
  deliveredInt,
  finishNative,
  nativeLocal,
  PUSHED,
  setNativeLocal,
  setStep,
  settle,
  takeNativeLocal,
} from "./frames.ts";
import { identifier } from "./identifiers.ts";
import { PyList_GET_ITEM } from "./list_core.ts";
import { pushSequenceList } from "./list_extend.ts";
import { nativeWord, pushNativeWithWords, setNativeWord } from "./native_scratch.ts";
import { decref, isDict, isList, isTuple, newRef, sizeOf, typeOf, xdecref, xincref } from "./object.ts";
import { PyTuple_GET_ITEM } from "./tuple_core.ts";
import { Py_None, PyDict_Type, PyExc_RuntimeError, PyExc_TypeError, PyExc_ValueError } from "./types.ts";

const KEYS = identifier("keys");

/** What a merge does with a key that is there already. */
export const KEEP = 0;
export const OVERRIDE = 1;
export const REFUSE = 2;

// -- copies ------------------------------------------------------------------------------------------------------------

/** Whether iter(dict) is dict's own, so that its entries may be read directly. */
function iteratesAsDict(o: Borrowed): boolean {
  return (
    typeOf(o) === PyDict_Type ||
    (isDict(o) && ptr(typeOf(o) + PyTypeObject.tp_iter) === ptr(PyDict_Type + PyTypeObject.tp_iter))
  );
}

/** PyDict_Copy: an exact dict. */
export function PyDict_Copy(dict: Borrowed): Owned {
  if (dict === 0 || !isDict(dict)) return PyErr_BadInternalCall();
  const used = dictUsed(dict);
  if (used === 0) return PyDict_New();
  const keys = dictKeys(dict);
  const values = dictValues(dict);
  if (values !== 0) return copySplit(dict, keys, values);
  if (iteratesAsDict(dict) && used >= Math.floor((entryCount(keys) * 2) / 3)) {
    const clone = cloneKeys(keys);
    if (clone === 0) return PyErr_NoMemory();
    const copy = newDict(clone, 0, used);
    if (copy !== 0 && isTracked(dict)) gcTrack(copy);
    return copy;
  }
  // Many deleted entries: a compact copy.
  const copy = PyDict_New();
  if (copy === 0) return 0;
  if (PyDict_Merge(copy, dict, true) === 0) return copy;
  decref(copy);
  return 0;
}

function copySplit(dict: Borrowed, keys: number, values: number): Owned {
  const fresh = copyValues(values);
  if (fresh === 0) return PyErr_NoMemory();
  increfKeys(keys);
  const copy = newDict(keys, fresh, dictUsed(dict));
  if (copy === 0) {
    freeValues(fresh);
    return 0;
  }
  const capacity = valuesCapacity(fresh);
  for (let i = 0; i < capacity; i++) xincref(valueIn(fresh, i));
  if (isTracked(dict)) gcTrack(copy);
  return copy;
}

// -- dict into dict ----------------------------------------------------------------------------------------------------

/** dict_dict_merge. 0, or -1 with an error set. */
function mergeDict(dict: Borrowed, other: Borrowed, override: number): number {
  const count = dictUsed(other);
  if (other === dict || count === 0) return 0;
  if (dictUsed(dict) === 0) {
    override = OVERRIDE;
    const otherKeys = dictKeys(other);
    if (
      dictValues(dict) === 0 &&
      dictValues(other) === 0 &&
      count === entryCount(otherKeys) &&
      (log2Size(otherKeys) === PyDict_LOG_MINSIZE || usableFraction(1 << (log2Size(otherKeys) - 1)) < count)
    ) {
      const clone = cloneKeys(otherKeys);
      if (clone === 0) {
        PyErr_NoMemory();
        return -1;
      }
      decrefKeys(dictKeys(dict));
      setPtr(dict + PyDictObject.ma_keys, clone);
      setUsed(dict, count);
      nextVersion(dict);
      if (isTracked(other) && !isTracked(dict)) gcTrack(dict);
      return 0;
    }
  }
  if (usableFraction(1 << log2Size(dictKeys(dict))) < count) {
    const log2 = estimateLog2KeySize(dictUsed(dict) + count);
    if (dictResize(dict, log2, isUnicodeKeys(dictKeys(other))) < 0) return -1;
  }
  for (let at = PyDict_Next(other, 0); at !== 0; at = PyDict_Next(other, at)) {
    const key = newRef(nextKey());
    const value = newRef(nextValue());
    const failed = mergeEntry(dict, key, value, nextHashLow(), nextHashHigh(), override) < 0;
    decref(value);
    decref(key);
    if (failed) return -1;
    if (dictUsed(other) !== count) return raiseInt(PyExc_RuntimeError, "dict mutated during update");
  }
  return 0;
}

function mergeEntry(
  dict: Borrowed,
  key: Borrowed,
  value: Borrowed,
  low: number,
  high: number,
  override: number,
): number {
  if (override !== OVERRIDE) {
    const known = _PyDict_Contains_KnownHash(dict, key, low, high);
    if (known < 0) return -1;
    if (known > 0) {
      if (override === KEEP) return 0;
      _PyErr_SetKeyError(key);
      return -1;
    }
  }
  return insertDict(dict, newRef(key), low, high, newRef(value));
}

// -- anything into dict ------------------------------------------------------------------------------------------------
// The locals of the native frame of a merge.
const DICT = 0;
/** What is delivered in the end. */
const ANSWER = 1;
/** Keywords that come after the source, or null. */
const KEYWORDS = 2;
const SOURCE = 3;
/** The iterator of pairs, or the list of keys. */
const ITERATOR = 4;
/** A key whose value is being asked for. */
const KEY = 5;
const MERGE_LOCALS = 6;
// The words of the frame: which element or key is next; KEEP, OVERRIDE or REFUSE.
const INDEX = 0;
const MODE = 1;
const MERGE_WORDS = 2;

/**
 * Merges a source into a dict, then keywords (an Owned exact dict with str keys, or 0). Answers with `answer`, whose
 * reference it takes, 0 with an error set, or PUSHED.
 *   dict                     its entries
 *   something with keys()    source[key] for each of them
 *   anything else            pairs, when `pairs` allows it
 */
export function pushMerge(
  dict: Borrowed,
  source: Borrowed,
  mode: number,
  pairs: boolean,
  keywords: Owned,
  answer: Owned,
): Owned {
  if (iteratesAsDict(source)) {
    const failed = mergeDict(dict, source, mode) < 0 || mergeKeywords(dict, keywords) < 0;
    xdecref(keywords);
    if (!failed) return answer;
    decref(answer);
    return 0;
  }
  const frame = pushNativeWithWords(0, MERGE_LOCALS, MERGE_WORDS);
  if (frame === 0) {
    xdecref(keywords);
    decref(answer);
    return PyErr_NoMemory();
  }
  setNativeLocal(frame, DICT, newRef(dict));
  setNativeLocal(frame, SOURCE, newRef(source));
  setNativeLocal(frame, ANSWER, answer);
  setNativeLocal(frame, KEYWORDS, keywords);
  setNativeWord(frame, MODE, mode);
  const method = pairs ? PyObject_GetOptionalAttr(source, KEYS) : PyObject_GetAttr(source, KEYS);
  if (method !== 0) {
    setStep(frame, STEP_KEYS);
    const keys = pushCallNoArgs(method);
    decref(method);
    return keys === PUSHED ? PUSHED : afterKeys(frame, keys);
  }
  if (PyErr_Occurred() !== 0) return finishNative(frame, 0);
  setStep(frame, STEP_PAIRS);
  const iterator = pushGetIter(source);
  return iterator === PUSHED ? PUSHED : afterPairsIterator(frame, iterator);
}

function mergeKeywords(dict: Borrowed, keywords: Borrowed): number {
  return keywords === 0 ? 0 : mergeDict(dict, keywords, OVERRIDE);
}

function finishMerge(frame: number): Owned {
  if (mergeKeywords(nativeLocal(frame, DICT), nativeLocal(frame, KEYWORDS)) < 0) return finishNative(frame, 0);
  return finishNative(frame, takeNativeLocal(frame, ANSWER));
}

// A mapping: keys(), the list of what it gives, then a value for each key.

function afterKeys(frame: number, keys: Owned): Owned {
  if (keys === 0) return finishNative(frame, 0);
  setNativeLocal(frame, KEY, keys);
  setStep(frame, STEP_KEYS_ITERATOR);
  const iterator = pushGetIter(keys);
  return iterator === PUSHED ? PUSHED : afterKeysIterator(frame, iterator);
}

function afterKeysIterator(frame: number, result: Owned): Owned {
  const keys = takeNativeLocal(frame, KEY);
  const iterator = checkIterator(result);
  if (iterator === 0) {
    if (PyErr_ExceptionMatches(PyExc_TypeError)) {
      PyErr_Clear();
      const owner = typeNameOf(nativeLocal(frame, SOURCE));
      raise(PyExc_TypeError, `${owner}.keys() returned a non-iterable (type ${typeNameOf(keys)})`);
    }
    decref(keys);
    return finishNative(frame, 0);
  }
  decref(keys);
  setStep(frame, STEP_KEYS_LIST);
  const list = pushSequenceList(iterator);
  decref(iterator);
  return list === PUSHED ? PUSHED : afterKeysList(frame, list);
}

function afterKeysList(frame: number, list: Owned): Owned {
  if (list === 0) return finishNative(frame, 0);
  setNativeLocal(frame, ITERATOR, list);
  return mergeKeys(frame);
}

/** Nobody else knows the list of keys, so it is walked by index. */
function mergeKeys(frame: number): Owned {
  const list = nativeLocal(frame, ITERATOR);
  const count = sizeOf(list);
  const mode = nativeWord(frame, MODE);
  for (let i = nativeWord(frame, INDEX); i < count; i++) {
    setNativeWord(frame, INDEX, i + 1);
    const key = newRef(PyList_GET_ITEM(list, i));
    if (mode !== OVERRIDE) {
      const known = PyDict_Contains(nativeLocal(frame, DICT), key);
      if (known !== 0) {
        if (known > 0 && mode === REFUSE) _PyErr_SetKeyError(key);
        decref(key);
        if (known > 0 && mode === KEEP) continue;
        return finishNative(frame, 0);
      }
    }
    setNativeLocal(frame, KEY, key);
    setStep(frame, STEP_VALUE);
    const value = pushGetItem(nativeLocal(frame, SOURCE), key);
    if (value === PUSHED) return PUSHED;
    if (!storeValue(frame, value)) return finishNative(frame, 0);
  }
  return finishMerge(frame);
}

function storeValue(frame: number, value: Owned): boolean {
  const key = takeNativeLocal(frame, KEY);
  const stored = value !== 0 && PyDict_SetItem(nativeLocal(frame, DICT), key, value) === 0;
  decref(key);
  xdecref(value);
  return stored;
}

function afterValue(frame: number, value: Owned): Owned {
  return storeValue(frame, value) ? mergeKeys(frame) : finishNative(frame, 0);
}

// A sequence of pairs.

function afterPairsIterator(frame: number, result: Owned): Owned {
  const iterator = checkIterator(result);
  if (iterator === 0) return finishNative(frame, 0);
  setNativeLocal(frame, ITERATOR, iterator);
  setStep(frame, STEP_PAIR);
  return mergePairs(frame);
}

function mergePairs(frame: number): Owned {
  for (;;) {
    const item = pushIterNext(nativeLocal(frame, ITERATOR));
    if (item === PUSHED) return PUSHED;
    if (item === 0) return clearStopIteration() ? finishMerge(frame) : finishNative(frame, 0);
    if (!mergePair(frame, item)) return finishNative(frame, 0);
  }
}

function afterPair(frame: number, item: Owned): Owned {
  if (item === 0) return clearStopIteration() ? finishMerge(frame) : finishNative(frame, 0);
  return mergePair(frame, item) ? mergePairs(frame) : finishNative(frame, 0);
}

/** Stores one element, an Owned sequence of two; false with an error set. */
function mergePair(frame: number, item: Owned): boolean {
  const index = nativeWord(frame, INDEX);
  setNativeWord(frame, INDEX, index + 1);
  const count = readPair(item, index);
  decref(item);
  if (count < 0) return false;
  const key = pairKey;
  const value = pairValue;
  if (count !== 2) {
    xdecref(key);
    xdecref(value);
    raise(PyExc_ValueError, `dictionary update sequence element #${index} has length ${count}; 2 is required`);
    return false;
  }
  const dict = nativeLocal(frame, DICT);
  const stored =
    nativeWord(frame, MODE) === OVERRIDE
      ? PyDict_SetItem(dict, key, value) === 0
      : PyDict_SetDefault(dict, key, value) !== 0;
  decref(key);
  decref(value);
  return stored;
}

let pairKey = 0;
let pairValue = 0;

/** Leaves the first two items of an element, Owned or 0, in pairKey and pairValue; answers with its length, or -1. */
function readPair(item: Borrowed, index: number): number {
  pairKey = 0;
  pairValue = 0;
  if (isTuple(item) || isList(item)) {
    const count = sizeOf(item);
    if (count === 2) {
      pairKey = newRef(isTuple(item) ? PyTuple_GET_ITEM(item, 0) : PyList_GET_ITEM(item, 0));
      pairValue = newRef(isTuple(item) ? PyTuple_GET_ITEM(item, 1) : PyList_GET_ITEM(item, 1));
    }
    return count;
  }
  const iterator = PyObject_GetIter(item);
  if (iterator === 0) {
    if (PyErr_ExceptionMatches(PyExc_TypeError)) {
      PyErr_Clear();
      raise(PyExc_TypeError, `cannot convert dictionary update sequence element #${index} to a sequence`);
    }
    return -1;
  }
  // Nothing but the first two items is kept; the walk to the end finds the length for the message.
  let count = 0;
  let first = 0;
  let second = 0;
  for (let part = PyIter_Next(iterator); part !== 0; part = PyIter_Next(iterator)) {
    if (count === 0) first = part;
    else if (count === 1) second = part;
    else decref(part);
    count++;
  }
  decref(iterator);
  if (PyErr_Occurred() !== 0) {
    xdecref(first);
    xdecref(second);
    return -1;
  }
  pairKey = first;
  pairValue = second;
  return count;
}

const STEP_KEYS = text("dict_merge.keys", afterKeys);
const STEP_KEYS_ITERATOR = text("dict_merge.keys_iterator", afterKeysIterator);
const STEP_KEYS_LIST = text("dict_merge.keys_list", afterKeysList);
const STEP_VALUE = text("dict_merge.value", afterValue);
const STEP_PAIRS = text("dict_merge.pairs", afterPairsIterator);
const STEP_PAIR = text("dict_merge.pair", afterPair);

// -- settled -----------------------------------------------------------------------------------------------------------

/** _PyDict_MergeEx with KEEP, OVERRIDE or REFUSE (KeyError(key) for a key that is there). 0, or -1 with an error set. */
export function _PyDict_MergeEx(dict: Borrowed, source: Borrowed, mode: number): number {
  if (dict === 0 || !isDict(dict) || source === 0) {
    PyErr_BadInternalCall();
    return -1;
  }
  const base = currentFrame();
  return settleMerge(base, pushMerge(dict, source, mode, false, 0, newRef(Py_None)));
}

function settleMerge(base: number, answer: Owned): number {
  return deliveredInt(settle(base, answer));
}

/** PyDict_Merge: from a dict or something with keys(). 0, or -1 with an error set. */
export function PyDict_Merge(dict: Borrowed, source: Borrowed, override: boolean): number {
  return _PyDict_MergeEx(dict, source, override ? OVERRIDE : KEEP);
}

/** PyDict_Update */
export function PyDict_Update(dict: Borrowed, source: Borrowed): number {
  return _PyDict_MergeEx(dict, source, OVERRIDE);
}

/** What dict.update(source) does. 0, or -1 with an error set. */
export function dictUpdate(dict: Borrowed, source: Borrowed): number {
  const base = currentFrame();
  return settleMerge(base, pushMerge(dict, source, OVERRIDE, true, 0, newRef(Py_None)));
}

/** PyDict_MergeFromSeq2: from pairs. 0, or -1 with an error set. */
export function PyDict_MergeFromSeq2(dict: Borrowed, pairs: Borrowed, override: boolean): number {
  const base = currentFrame();
  const frame = pushNativeWithWords(STEP_PAIRS, MERGE_LOCALS, MERGE_WORDS);
  if (frame === 0) {
    PyErr_NoMemory();
    return -1;
  }
  setNativeLocal(frame, DICT, newRef(dict));
  setNativeLocal(frame, ANSWER, newRef(Py_None));
  setNativeWord(frame, MODE, override ? OVERRIDE : KEEP);
  const iterator = pushGetIter(pairs);
  return settleMerge(base, iterator === PUSHED ? PUSHED : afterPairsIterator(frame, iterator));
}
