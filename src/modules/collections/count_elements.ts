// _count_elements(mapping, iterable): what collections.Counter counts with.
//
// For a mapping that gets and sets as dict does, entries are counted in the dict itself; for others by calls of its get()
// and of item assignment. Invariant: ACCUMULATOR holds the mapping; OWN the bound get(), or null for a plain dict.
import type { Address, Borrowed, Owned } from "../../memory/memory.ts";
import { PyNumber_Add, PyObject_GetAttr, pushSetItem } from "../../objects/abstract.ts";
import { pushCallTwoArgs } from "../../objects/call.ts";
import { ACCUMULATOR, declareConsumer, GO_ON, OWN } from "../../objects/consume.ts";
import { _PyDict_GetItem_KnownHash, _PyDict_SetItem_KnownHash, keyHash } from "../../objects/dict_core.ts";
import { PyErr_Occurred } from "../../objects/errors.ts";
import { nativeLocal, PUSHED, setNativeLocal, takeNativeLocal } from "../../objects/frames.ts";
import { hashHigh, hashLow } from "../../objects/hash.ts";
import { identifier } from "../../objects/identifiers.ts";
import { one, zero } from "../../objects/long_core.ts";
import { nativeWord, setNativeWord } from "../../objects/native_scratch.ts";
import { decref, isDict, newRef, typeOf } from "../../objects/object.ts";
import { _PyType_Lookup } from "../../objects/type_lookup.ts";
import { Py_None, PyDict_Type } from "../../objects/types.ts";

const GET = OWN;
const KEY = OWN + 1;
/** The word: whether the assignment is what is being called. */
const ASSIGNING = 0;

const id_get = identifier("get");
const id_setitem = identifier("__setitem__");

const counting = declareConsumer("_count_elements", {
  localCount: 2,
  wordCount: 1,
  onOpen: (frame, [get]) => setNativeLocal(frame, GET, get),
  onItem: (frame, key) => {
    const get = nativeLocal(frame, GET);
    if (get === 0) return countInDict(nativeLocal(frame, ACCUMULATOR), key);
    setNativeLocal(frame, KEY, key);
    setNativeWord(frame, ASSIGNING, 0);
    const old = pushCallTwoArgs(get, key, zero);
    return old === PUSHED ? PUSHED : onResult(frame, old);
  },
  onResult,
  onEnd: () => Py_None,
});

function countInDict(dict: Borrowed, key: Owned): number {
  let status = keyHash(key);
  if (status >= 0) {
    const low = hashLow();
    const high = hashHigh();
    const old = _PyDict_GetItem_KnownHash(dict, key, low, high);
    const count = old === 0 ? (PyErr_Occurred() ? 0 : one) : PyNumber_Add(old, one);
    status = count === 0 ? -1 : _PyDict_SetItem_KnownHash(dict, key, count, low, high);
    if (count !== 0 && old !== 0) decref(count);
  }
  decref(key);
  return status < 0 ? 0 : GO_ON;
}

function onResult(frame: Address, result: Owned): number {
  if (result === 0) return 0;
  if (nativeWord(frame, ASSIGNING) === 0) {
    const count = PyNumber_Add(result, one);
    decref(result);
    if (count === 0) return 0;
    setNativeWord(frame, ASSIGNING, 1);
    const status = pushSetItem(nativeLocal(frame, ACCUMULATOR), nativeLocal(frame, KEY), count);
    decref(count);
    if (status === PUSHED) return PUSHED;
    if (status < 0) return 0;
  } else decref(result);
  decref(takeNativeLocal(frame, KEY));
  return GO_ON;
}

export function _count_elements(_module: Borrowed, mapping: Borrowed, iterable: Borrowed): Owned {
  const isPlain =
    isDict(mapping) &&
    _PyType_Lookup(typeOf(mapping), id_get) === _PyType_Lookup(PyDict_Type, id_get) &&
    _PyType_Lookup(typeOf(mapping), id_setitem) === _PyType_Lookup(PyDict_Type, id_setitem);
  const get = isPlain ? 0 : PyObject_GetAttr(mapping, id_get);
  if (get === 0 && !isPlain) return 0;
  return counting.push(iterable, newRef(mapping), get);
}
