// update(), __init__ and | of OrderedDict: items set one by one through the class's own __setitem__, so that a subclass
// sees them all. As mutablemapping_update in Objects/odictobject.c.
//
// A source with keys() is walked by its keys, then one with items() by its items, else the source gives pairs.
// Invariant: the consumers hold the mapping that is updated as their accumulator, and answer None.
import type { Address, Borrowed, Owned } from "../../memory/memory.ts";
import { text } from "../../memory/text.ts";
import {
  PyIter_Next,
  PyObject_GetIter,
  PyObject_GetOptionalAttr,
  pushGetItem,
  pushSetItem,
} from "../../objects/abstract.ts";
import { PyObject_CallNoArgs } from "../../objects/call.ts";
import { ACCUMULATOR, declareConsumer, GO_ON, OWN } from "../../objects/consume.ts";
import { dictUsed, PyDict_CheckExact } from "../../objects/dict_core.ts";
import { PyDict_Items } from "../../objects/dict_lists.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise } from "../../objects/errors.ts";
import {
  finishNative,
  nativeLocal,
  PUSHED,
  pushNative,
  setNativeLocal,
  takeNativeLocal,
} from "../../objects/frames.ts";
import { identifier } from "../../objects/identifiers.ts";
import { nativeWord, setNativeWord } from "../../objects/native_scratch.ts";
import { decref, newRef, sizeOf, typeOf } from "../../objects/object.ts";
import { PyTuple_GET_ITEM } from "../../objects/tuple_core.ts";
import { Py_None, PyExc_TypeError, PyExc_ValueError, PyTuple_Type } from "../../objects/types.ts";

const id_keys = identifier("keys");
const id_items = identifier("items");

// -- pairs ---------------------------------------------------------------------------------------------------------------

const adding = declareConsumer("mutablemapping_add_pairs", {
  onItem: (frame, pair) => {
    const mapping = nativeLocal(frame, ACCUMULATOR);
    if (typeOf(pair) === PyTuple_Type && sizeOf(pair) === 2) {
      const status = pushSetItem(mapping, PyTuple_GET_ITEM(pair, 0), PyTuple_GET_ITEM(pair, 1));
      decref(pair);
      return status === PUSHED ? PUSHED : status < 0 ? 0 : GO_ON;
    }
    const iterator = PyObject_GetIter(pair);
    decref(pair);
    if (iterator === 0) return 0;
    const answer = addFrom(mapping, iterator);
    decref(iterator);
    return answer;
  },
  onResult: done,
  onEnd: () => Py_None,
});

function done(_frame: Address, result: Owned): number {
  if (result === 0) return 0;
  decref(result);
  return GO_ON;
}

/** The item of any iterable of two, set. */
function addFrom(mapping: Borrowed, iterator: Borrowed): number {
  const key = PyIter_Next(iterator);
  if (key === 0) return PyErr_Occurred() ? 0 : raise(PyExc_ValueError, "need more than 0 values to unpack");
  const value = PyIter_Next(iterator);
  const more = value === 0 ? 0 : PyIter_Next(iterator);
  let answer = 0;
  if (more !== 0) {
    decref(more);
    raise(PyExc_ValueError, "too many values to unpack (expected 2)");
  } else if (value !== 0 && !PyErr_Occurred()) {
    const status = pushSetItem(mapping, key, value);
    answer = status === PUSHED ? PUSHED : status < 0 ? 0 : GO_ON;
  } else if (!PyErr_Occurred()) raise(PyExc_ValueError, "need more than 1 value to unpack");
  decref(key);
  if (value !== 0) decref(value);
  return answer;
}

// -- keys ----------------------------------------------------------------------------------------------------------------

const SOURCE = OWN;
const KEY = OWN + 1;
/** The word: whether the assignment is what is being called. */
const ASSIGNING = 0;

const copying = declareConsumer("mutablemapping_update_keys", {
  localCount: 2,
  wordCount: 1,
  onOpen: (frame, [source]) => setNativeLocal(frame, SOURCE, newRef(source)),
  onItem: (frame, key) => {
    setNativeLocal(frame, KEY, key);
    setNativeWord(frame, ASSIGNING, 0);
    const value = pushGetItem(nativeLocal(frame, SOURCE), key);
    return value === PUSHED ? PUSHED : valueOrAssigned(frame, value);
  },
  onResult: valueOrAssigned,
  onEnd: () => Py_None,
});

function valueOrAssigned(frame: Address, result: Owned): number {
  if (result === 0) return 0;
  if (nativeWord(frame, ASSIGNING) === 0) {
    setNativeWord(frame, ASSIGNING, 1);
    const status = pushSetItem(nativeLocal(frame, ACCUMULATOR), nativeLocal(frame, KEY), result);
    decref(result);
    if (status === PUSHED) return PUSHED;
    if (status < 0) return 0;
  } else decref(result);
  decref(takeNativeLocal(frame, KEY));
  return GO_ON;
}

// -- the whole -----------------------------------------------------------------------------------------------------------

/** mutablemapping_update_arg: Py_None, 0 with an error set, or PUSHED. */
export function pushUpdateFrom(mapping: Borrowed, source: Borrowed): Owned {
  if (PyDict_CheckExact(source)) return pushPairs(mapping, PyDict_Items(source));
  const keys = PyObject_GetOptionalAttr(source, id_keys);
  if (keys !== 0) {
    const all = PyObject_CallNoArgs(keys);
    decref(keys);
    if (all === 0) return 0;
    const result = copying.push(all, newRef(mapping), source);
    decref(all);
    return result;
  }
  if (PyErr_Occurred()) return 0;
  const items = PyObject_GetOptionalAttr(source, id_items);
  if (items !== 0) {
    const pairs = PyObject_CallNoArgs(items);
    decref(items);
    return pushPairs(mapping, pairs);
  }
  return PyErr_Occurred() ? 0 : adding.push(source, newRef(mapping));
}

/** Sets pairs from an Owned iterable; 0 passes through. */
function pushPairs(mapping: Borrowed, pairs: Owned): Owned {
  if (pairs === 0) return 0;
  const result = adding.push(pairs, newRef(mapping));
  decref(pairs);
  return result;
}

/** mutablemapping_update: the arguments of update() and of __init__. Py_None, 0 with an error set, or PUSHED. */
export function pushUpdate(mapping: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  const count = args === 0 ? 0 : sizeOf(args);
  if (count > 1) {
    return raise(PyExc_TypeError, `update() takes at most 1 positional argument (${count} given)`);
  }
  const hasKeywords = keywords !== 0 && dictUsed(keywords) > 0;
  if (count === 0) return hasKeywords ? pushPairs(mapping, PyDict_Items(keywords)) : Py_None;
  if (!hasKeywords) return pushUpdateFrom(mapping, PyTuple_GET_ITEM(args, 0));
  const frame = pushNative(STEP_KEYWORDS, 2);
  if (frame === 0) return PyErr_NoMemory();
  setNativeLocal(frame, 0, newRef(mapping));
  setNativeLocal(frame, 1, newRef(keywords));
  const first = pushUpdateFrom(mapping, PyTuple_GET_ITEM(args, 0));
  return first === PUSHED ? PUSHED : addKeywords(frame, first);
}

function addKeywords(frame: Address, first: Owned): Owned {
  const mapping = takeNativeLocal(frame, 0);
  const keywords = nativeLocal(frame, 1);
  const pairs = first === 0 ? 0 : PyDict_Items(keywords);
  finishNative(frame, 0);
  const result = pushPairs(mapping, pairs);
  decref(mapping);
  return result;
}
const STEP_KEYWORDS = text("mutablemapping_update.keywords", addKeywords);
