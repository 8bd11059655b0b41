// dict.fromkeys: a dict made from an iterable's items, each with the same value.
import { type Borrowed, high, low, type Owned } from "../memory/memory.ts";
import { text } from "../memory/text.ts";
import { checkIterator, pushGetIter, pushIterNext, pushSetItem } from "./abstract.ts";
import { pushCallNoArgs } from "./call.ts";
import {
  dictKeys,
  dictResize,
  dictUsed,
  insertDict,
  nextHashHigh,
  nextHashLow,
  nextKey,
  PyDict_CheckExact,
  PyDict_Next,
  PyDict_SetItem,
} from "./dict_core.ts";
import { estimateLog2KeySize, isUnicodeKeys, log2Size } from "./dict_keys.ts";
import { clearStopIteration, PyErr_NoMemory } from "./errors.ts";
import {
  deliveredInt,
  finishNative,
  nativeLocal,
  PUSHED,
  pushNative,
  setNativeLocal,
  setStep,
  takeNativeLocal,
} from "./frames.ts";
import { decref, newRef } from "./object.ts";
import { isExactAnySet, setNext, setNextHash, setNextKey, setSize } from "./set_core.ts";

const FROM_DICT = 0;
const FROM_ITERABLE = 1;
const FROM_VALUE = 2;
const FROM_ITERATOR = 3;
const FROM_LOCALS = 4;

/** _PyDict_FromKeys: cls() with a value for each key. */
export function pushFromKeys(cls: Borrowed, iterable: Borrowed, value: Borrowed): Owned {
  const frame = pushNative(STEP_FROM_DICT, FROM_LOCALS);
  if (frame === 0) return PyErr_NoMemory();
  setNativeLocal(frame, FROM_ITERABLE, newRef(iterable));
  setNativeLocal(frame, FROM_VALUE, newRef(value));
  const dict = pushCallNoArgs(cls);
  return dict === PUSHED ? PUSHED : afterFromDict(frame, dict);
}

function afterFromDict(frame: number, dict: Owned): Owned {
  if (dict === 0) return finishNative(frame, 0);
  setNativeLocal(frame, FROM_DICT, dict);
  const iterable = nativeLocal(frame, FROM_ITERABLE);
  const value = nativeLocal(frame, FROM_VALUE);
  if (PyDict_CheckExact(dict)) {
    if (PyDict_CheckExact(iterable)) return finishFrom(frame, fromDictKeys(dict, iterable, value) === 0);
    if (isExactAnySet(iterable)) return finishFrom(frame, fromSet(dict, iterable, value) === 0);
  }
  setStep(frame, STEP_FROM_ITERATOR);
  const iterator = pushGetIter(iterable);
  return iterator === PUSHED ? PUSHED : afterFromIterator(frame, iterator);
}

function finishFrom(frame: number, succeeded: boolean): Owned {
  return finishNative(frame, succeeded ? takeNativeLocal(frame, FROM_DICT) : 0);
}

/** dict_dict_fromkeys */
function fromDictKeys(dict: Borrowed, source: Borrowed, value: Borrowed): number {
  const log2 = Math.max(estimateLog2KeySize(dictUsed(source)), log2Size(dictKeys(dict)));
  if (dictResize(dict, log2, isUnicodeKeys(dictKeys(source))) < 0) return -1;
  for (let at = PyDict_Next(source, 0); at !== 0; at = PyDict_Next(source, at)) {
    const low = nextHashLow();
    const high = nextHashHigh();
    if (insertDict(dict, newRef(nextKey()), low, high, newRef(value)) < 0) return -1;
  }
  return 0;
}

/** dict_set_fromkeys */
function fromSet(dict: Borrowed, set: Borrowed, value: Borrowed): number {
  const log2 = Math.max(estimateLog2KeySize(setSize(set)), log2Size(dictKeys(dict)));
  if (dictResize(dict, log2, false) < 0) return -1;
  for (let at = setNext(set, 0); at !== 0; at = setNext(set, at)) {
    const hash = setNextHash();
    if (insertDict(dict, newRef(setNextKey()), low(hash), high(hash), newRef(value)) < 0) return -1;
  }
  return 0;
}

function afterFromIterator(frame: number, result: Owned): Owned {
  const iterator = checkIterator(result);
  if (iterator === 0) return finishNative(frame, 0);
  setNativeLocal(frame, FROM_ITERATOR, iterator);
  return takeFromKeys(frame);
}

function takeFromKeys(frame: number): Owned {
  for (;;) {
    setStep(frame, STEP_FROM_KEY);
    const key = pushIterNext(nativeLocal(frame, FROM_ITERATOR));
    if (key === PUSHED) return PUSHED;
    if (key === 0) return finishFrom(frame, clearStopIteration());
    const stored = storeFromKey(frame, key);
    if (stored === PUSHED) return PUSHED;
    if (stored < 0) return finishNative(frame, 0);
  }
}

function storeFromKey(frame: number, key: Owned): number {
  const dict = nativeLocal(frame, FROM_DICT);
  const value = nativeLocal(frame, FROM_VALUE);
  let stored: number;
  if (PyDict_CheckExact(dict)) stored = PyDict_SetItem(dict, key, value);
  else {
    setStep(frame, STEP_FROM_STORED);
    stored = pushSetItem(dict, key, value);
  }
  decref(key);
  return stored;
}

function afterFromKey(frame: number, key: Owned): Owned {
  if (key === 0) return finishFrom(frame, clearStopIteration());
  const stored = storeFromKey(frame, key);
  if (stored === PUSHED) return PUSHED;
  return stored < 0 ? finishNative(frame, 0) : takeFromKeys(frame);
}

function afterFromStored(frame: number, result: Owned): Owned {
  return deliveredInt(result) < 0 ? finishNative(frame, 0) : takeFromKeys(frame);
}

const STEP_FROM_DICT = text("dict_fromkeys.dict", afterFromDict);
const STEP_FROM_ITERATOR = text("dict_fromkeys.iterator", afterFromIterator);
const STEP_FROM_KEY = text("dict_fromkeys.key", afterFromKey);
const STEP_FROM_STORED = text("dict_fromkeys.stored", afterFromStored);
