// dict == dict: the same number of entries, and for each key of the one an equal value in the other.
//
// Values of plain built-in types are compared directly; from the first one that may run Python on, the walk lives in a
// native frame. Looking a key up in the other dict may compare keys, and settles.
// Invariant: key and values are held while they are compared, and positions are entry numbers of the left table, so a
// comparison may change both dicts.

import { type Address, type Borrowed, high, low, type Owned, ptr } from "../memory/memory.ts";
import { text } from "../memory/text.ts";
import { Py_EQ, Py_NE } from "./abstract.ts";
import { enterRecursiveCall, leaveRecursiveCall } from "./c_recursion.ts";
import { pushRichCompare } from "./compare.ts";
import { _PyDict_GetItem_KnownHash, dictKeys, dictUsed, dictValues } from "./dict_core.ts";
import { entryCount, entryHashAt, entryKeyAt, VALUE_AFTER_KEY } from "./dict_keys.ts";
import { valueIn } from "./dict_values.ts";
import { PyErr_NoMemory, PyErr_Occurred } from "./errors.ts";
import { finishNative, nativeLocal, PUSHED, setNativeLocal } from "./frames.ts";
import { bool } from "./long_core.ts";
import { nativeWord, pushNativeWithWords, setNativeWord } from "./native_scratch.ts";
import { decref, incref, isDict, newRef } from "./object.ts";
import { isPlain, plainEqual, truthOfResult } from "./sequence_compare.ts";
import { Py_NotImplemented } from "./types.ts";

const A = 0;
const B = 1;
const LOCALS = 2;
const INDEX = 0;
const OP = 1;
const WORDS = 2;

/** tp_richcompare of dict. May answer PUSHED. */
export function dict_richcompare(v: Borrowed, w: Borrowed, op: number): Owned {
  if (!isDict(v) || !isDict(w) || (op !== Py_EQ && op !== Py_NE)) return Py_NotImplemented;
  if (dictUsed(v) !== dictUsed(w)) return bool(op === Py_NE);
  const frame = pushNativeWithWords(STEP_VALUE, LOCALS, WORDS);
  if (frame === 0) return PyErr_NoMemory();
  setNativeLocal(frame, A, newRef(v));
  setNativeLocal(frame, B, newRef(w));
  setNativeWord(frame, OP, op);
  return compareEntries(frame);
}

function compareEntries(frame: Address): Owned {
  const a = nativeLocal(frame, A);
  for (let i = nativeWord(frame, INDEX); i < entryCount(dictKeys(a)); i++) {
    const keys = dictKeys(a);
    const at = entryKeyAt(keys, i);
    const values = dictValues(a);
    const value = values !== 0 ? valueIn(values, i) : ptr(at + VALUE_AFTER_KEY);
    if (value === 0) continue;
    setNativeWord(frame, INDEX, i + 1);
    const key = newRef(ptr(at));
    const hash = entryHashAt(keys, i);
    incref(value);
    const result = compareEntry(nativeLocal(frame, B), key, value, low(hash), high(hash));
    decref(key);
    decref(value);
    if (result === PUSHED) return PUSHED;
    if (result <= 0) return finish(frame, result);
  }
  return finish(frame, 1);
}

/** 1, 0, -1 with an error set, or PUSHED. */
function compareEntry(other: Borrowed, key: Borrowed, value: Borrowed, hashLow: number, hashHigh: number): number {
  const otherValue = _PyDict_GetItem_KnownHash(other, key, hashLow, hashHigh);
  if (otherValue === 0) return PyErr_Occurred() !== 0 ? -1 : 0;
  if (otherValue === value) return 1;
  if (isPlain(value) && isPlain(otherValue)) return plainEqual(value, otherValue);
  if (!enterRecursiveCall(" in comparison")) return -1;
  incref(otherValue);
  const result = pushRichCompare(value, otherValue, Py_EQ);
  decref(otherValue);
  leaveRecursiveCall();
  return result === PUSHED ? PUSHED : truthOfResult(result);
}

function finish(frame: Address, equal: number): Owned {
  const wantsEqual = nativeWord(frame, OP) === Py_EQ;
  return finishNative(frame, equal < 0 ? 0 : bool(equal > 0 === wantsEqual));
}

const STEP_VALUE = text("dict_compare.value", (frame: Address, result: Owned): Owned => {
  const equal = truthOfResult(result);
  return equal <= 0 ? finish(frame, equal) : compareEntries(frame);
});
