// dict.keys(), dict.items(), dict.values(): windows on a dict. The first two behave as sets.
// Invariant: a view holds its dict and nothing else; every question is asked of the dict at that moment.

import { gcFree, gcNewVar, gcTrack, gcUntrack } from "../gc/link.ts";
import { type Address, type Borrowed, type Owned, ptr, setPtr } from "../memory/memory.ts";
import { _PyDictViewObject } from "../memory/structs/containers.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { text, textFunction } from "../memory/text.ts";
import {
  Py_EQ,
  Py_GE,
  Py_GT,
  Py_LE,
  Py_LT,
  Py_NE,
  PyIter_Next,
  PyObject_GetIter,
  PyObject_RichCompareBool,
  PyObject_Size,
  PySequence_Contains,
} from "./abstract.ts";
import { ACCUMULATOR, declareConsumer, GO_ON, OWN } from "./consume.ts";
import { declareType, type MethodRow } from "./declare.ts";
import {
  _PyDict_DelItem_KnownHash,
  _PyDict_GetItem_KnownHash,
  dictUsed,
  nextHashHigh,
  nextHashLow,
  nextKey,
  nextValue,
  PyDict_CheckExact,
  PyDict_Contains,
  PyDict_GetItemRef,
  PyDict_Next,
} from "./dict_core.ts";
import { newDictIterator } from "./dict_iterators.ts";
import { PyDict_Copy } from "./dict_merge.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise, typeName, typeNameOf } from "./errors.ts";
import { finishNative, nativeLocal, PUSHED, setNativeLocal, takeNativeLocal } from "./frames.ts";
import { PySequence_Tuple } from "./list_extend.ts";
import { bool } from "./long_core.ts";
import { nativeWord, pushNativeWithWords, setNativeWord } from "./native_scratch.ts";
import {
  decref,
  initObject,
  isDict,
  isInstanceOf,
  isTuple,
  newRef,
  Py_TPFLAGS_HAVE_GC,
  sizeOf,
  typeOf,
  xdecref,
} from "./object.ts";
import { Py_ReprEnter } from "./repr_guard.ts";
import { pushReprItems } from "./repr_items.ts";
import { isAnySet, PySet_Add } from "./set_core.ts";
import {
  _PySet_Update,
  PySet_New,
  pushDifferenceUpdate,
  pushIntersection,
  pushNewSet,
  pushSetUpdate,
  pushSymmetricDifferenceUpdate,
} from "./set_operations.ts";
import { PyTuple_GET_ITEM, PyTuple_New, PyTuple_Pack, PyTuple_SET_ITEM } from "./tuple_core.ts";
import { gcFreeText } from "./type_alloc.ts";
import {
  Py_False,
  Py_NotImplemented,
  Py_True,
  PyDictItems_Type,
  PyDictIterItem_Type,
  PyDictIterKey_Type,
  PyDictIterValue_Type,
  PyDictKeys_Type,
  PyDictProxy_Type,
  PyDictRevIterItem_Type,
  PyDictRevIterKey_Type,
  PyDictRevIterValue_Type,
  PyDictValues_Type,
  PyExc_TypeError,
  PySet_Type,
} from "./types.ts";
import { PyUnicode_FromString } from "./unicode_core.ts";

type Visit = (o: Borrowed) => number;

function dictOf(view: Borrowed): Borrowed {
  return ptr(view + _PyDictViewObject.dv_dict);
}

const isKeysView = (o: Borrowed): boolean => isInstanceOf(o, PyDictKeys_Type);
const isItemsView = (o: Borrowed): boolean => isInstanceOf(o, PyDictItems_Type);
/** PyDictViewSet_Check */
const isSetView = (o: Borrowed): boolean => isKeysView(o) || isItemsView(o);

/** _PyDictView_New */
export function _PyDictView_New(dict: Borrowed, type: Address): Owned {
  if (!isDict(dict)) {
    return raise(PyExc_TypeError, `${typeName(type)}() requires a dict argument, not '${typeNameOf(dict)}'`);
  }
  const view = gcNewVar(type, _PyDictViewObject.sizeof);
  if (view === 0) return PyErr_NoMemory();
  initObject(view, type);
  setPtr(view + _PyDictViewObject.dv_dict, newRef(dict));
  gcTrack(view);
  return view;
}

function dictview_dealloc(view: Address): void {
  gcUntrack(view);
  xdecref(dictOf(view));
  gcFree(view);
}

function dictview_traverse(view: Address, visit: Visit): number {
  return visit(dictOf(view));
}

function dictview_len(view: Borrowed): number {
  return dictUsed(dictOf(view));
}

/** "dict_keys([…])" */
function dictview_repr(view: Borrowed): Owned {
  const entered = Py_ReprEnter(view);
  if (entered !== 0) return entered < 0 ? 0 : PyUnicode_FromString("...") || PyErr_NoMemory();
  const items = itemsOf(view);
  return pushReprItems(view, items, PyUnicode_FromString(`${typeNameOf(view)}([`), PyUnicode_FromString("])"));
}

/** Which of the three views of dict a view is. */
function basicView(view: Borrowed): Address {
  return isKeysView(view) ? PyDictKeys_Type : isItemsView(view) ? PyDictItems_Type : PyDictValues_Type;
}

/** A tuple of what iterating a view gives; 0 when memory is exhausted. */
function itemsOf(view: Borrowed): Owned {
  const dict = dictOf(view);
  const type = typeOf(view);
  // The views of an OrderedDict have an order of their own.
  if (ptr(type + PyTypeObject.tp_iter) !== ptr(basicView(view) + PyTypeObject.tp_iter)) return PySequence_Tuple(view);
  const items = PyTuple_New(dictUsed(dict));
  if (items === 0) return 0;
  let index = 0;
  for (let at = PyDict_Next(dict, 0); at !== 0; at = PyDict_Next(dict, at)) {
    let item: Owned;
    if (type === PyDictItems_Type) item = PyTuple_Pack(nextKey(), nextValue());
    else item = newRef(type === PyDictKeys_Type ? nextKey() : nextValue());
    if (item === 0) {
      decref(items);
      return 0;
    }
    PyTuple_SET_ITEM(items, index++, item);
  }
  return items;
}

/** mappingproxy(dict), reached through its type: that file stands above this one. */
function dictview_mapping(view: Borrowed): Owned {
  const args = PyTuple_Pack(dictOf(view));
  if (args === 0) return PyErr_NoMemory();
  const result = textFunction(ptr(PyDictProxy_Type + PyTypeObject.tp_new))(PyDictProxy_Type, args, 0);
  decref(args);
  return result;
}

// -- as sets -----------------------------------------------------------------------------------------------------------

function dictkeys_contains(view: Borrowed, key: Borrowed): number {
  return PyDict_Contains(dictOf(view), key);
}

function dictitems_contains(view: Borrowed, pair: Borrowed): number {
  if (!isTuple(pair) || sizeOf(pair) !== 2) return 0;
  const found = PyDict_GetItemRef(dictOf(view), PyTuple_GET_ITEM(pair, 0));
  if (found === 0) return PyErr_Occurred() !== 0 ? -1 : 0;
  const equal = PyObject_RichCompareBool(found, PyTuple_GET_ITEM(pair, 1), Py_EQ);
  decref(found);
  return equal;
}

/** Whether all items of something are in another: 1, 0, or -1 with an error set. */
function allContainedIn(o: Borrowed, other: Borrowed): number {
  const iterator = PyObject_GetIter(o);
  if (iterator === 0) return -1;
  let answer = 1;
  while (answer > 0) {
    const item = PyIter_Next(iterator);
    if (item === 0) {
      if (PyErr_Occurred() !== 0) answer = -1;
      break;
    }
    answer = PySequence_Contains(other, item);
    decref(item);
  }
  decref(iterator);
  return answer;
}

function dictview_richcompare(view: Borrowed, other: Borrowed, op: number): Owned {
  if (!isAnySet(other) && !isSetView(other)) return Py_NotImplemented;
  const size = PyObject_Size(view);
  const otherSize = size < 0 ? -1 : PyObject_Size(other);
  if (otherSize < 0) return 0;
  let answer = 0;
  switch (op) {
    case Py_EQ:
    case Py_NE:
      if (size === otherSize) answer = allContainedIn(view, other);
      if (op === Py_NE && answer >= 0) answer = 1 - answer;
      break;
    case Py_LT:
      if (size < otherSize) answer = allContainedIn(view, other);
      break;
    case Py_LE:
      if (size <= otherSize) answer = allContainedIn(view, other);
      break;
    case Py_GT:
      if (size > otherSize) answer = allContainedIn(other, view);
      break;
    case Py_GE:
      if (size >= otherSize) answer = allContainedIn(other, view);
      break;
  }
  return answer < 0 ? 0 : bool(answer > 0);
}

// An operator makes a set of its left operand, which may be any iterable, then changes it by the right one. Both walks
// may run a program's code: a native frame holds the right operand, then the set.
const RIGHT = 0;
const COMBINE_LOCALS = 1;
/** The only word of the frame: what is done. */
const CHANGE = 0;
const SUBTRACT = 0;
const UNITE = 1;
const TOGGLE = 2;

function combine(left: Borrowed, right: Borrowed, change: number): Owned {
  const frame = pushNativeWithWords(STEP_COMBINE, COMBINE_LOCALS, 1);
  if (frame === 0) return PyErr_NoMemory();
  setNativeLocal(frame, RIGHT, newRef(right));
  setNativeWord(frame, CHANGE, change);
  // The keys of an exact dict are taken from the dict itself.
  const source = isKeysView(left) && PyDict_CheckExact(dictOf(left)) ? dictOf(left) : left;
  const set = pushNewSet(PySet_Type, source);
  return set === PUSHED ? PUSHED : afterLeft(frame, set);
}

function afterLeft(frame: Address, set: Owned): Owned {
  const right = takeNativeLocal(frame, RIGHT);
  const change = nativeWord(frame, CHANGE);
  finishNative(frame, 0);
  let result: Owned = 0;
  if (set !== 0) {
    const answer = newRef(set);
    if (change === SUBTRACT) result = pushDifferenceUpdate(set, right, answer);
    else if (change === UNITE) result = pushSetUpdate(set, right, answer);
    else result = pushSymmetricDifferenceUpdate(set, right, answer);
    decref(set);
  }
  decref(right);
  return result;
}

const STEP_COMBINE = text("dict_view.combine", afterLeft);

function dictviews_sub(left: Borrowed, right: Borrowed): Owned {
  return combine(left, right, SUBTRACT);
}

function dictviews_or(left: Borrowed, right: Borrowed): Owned {
  return combine(left, right, UNITE);
}

function dictviews_xor(left: Borrowed, right: Borrowed): Owned {
  if (isItemsView(left) && isItemsView(right)) return itemsXor(dictOf(left), dictOf(right));
  return combine(left, right, TOGGLE);
}

/** dictitems_xor: the pairs that only one of two dicts has. */
function itemsXor(a: Borrowed, b: Borrowed): Owned {
  const rest = PyDict_Copy(a);
  const result = rest === 0 ? 0 : PySet_New(0);
  let failed = result === 0;
  for (let at = failed ? 0 : PyDict_Next(b, 0); at !== 0 && !failed; at = PyDict_Next(b, at)) {
    const key = newRef(nextKey());
    const value = newRef(nextValue());
    failed = xorEntry(rest, result, key, value, nextHashLow(), nextHashHigh()) < 0;
    decref(key);
    decref(value);
  }
  if (!failed) {
    const remaining = _PyDictView_New(rest, PyDictItems_Type);
    failed = remaining === 0 || _PySet_Update(result, remaining) < 0;
    xdecref(remaining);
  }
  xdecref(rest);
  if (!failed) return result;
  xdecref(result);
  return 0;
}

function xorEntry(
  rest: Borrowed,
  result: Borrowed,
  key: Borrowed,
  value: Borrowed,
  hashLow: number,
  hashHigh: number,
): number {
  const known = _PyDict_GetItem_KnownHash(rest, key, hashLow, hashHigh);
  if (known === 0 && PyErr_Occurred() !== 0) return -1;
  if (known !== 0) {
    newRef(known);
    const equal = PyObject_RichCompareBool(known, value, Py_EQ);
    decref(known);
    if (equal < 0) return -1;
    if (equal > 0) return _PyDict_DelItem_KnownHash(rest, key, hashLow, hashHigh);
  }
  const pair = PyTuple_Pack(key, value);
  if (pair === 0) {
    PyErr_NoMemory();
    return -1;
  }
  const status = PySet_Add(result, pair);
  decref(pair);
  return status;
}

function viewContains(view: Borrowed, key: Borrowed): number {
  return isKeysView(view) ? dictkeys_contains(view, key) : dictitems_contains(view, key);
}

/** Items that a view has too, into the set that is the accumulator. */
const intersecting = declareConsumer("dict_view.intersection", {
  localCount: 1,
  onOpen: (frame, own) => setNativeLocal(frame, OWN, newRef(own[0])),
  onItem: (frame, item) => {
    let status = viewContains(nativeLocal(frame, OWN), item);
    if (status > 0) status = PySet_Add(nativeLocal(frame, ACCUMULATOR), item);
    decref(item);
    return status < 0 ? 0 : GO_ON;
  },
  onEnd: (frame) => takeNativeLocal(frame, ACCUMULATOR),
});

/** _PyDictView_Intersect */
export function _PyDictView_Intersect(left: Borrowed, right: Borrowed): Owned {
  // One of the two is a view; the other may be anything.
  let view = isSetView(left) ? left : right;
  let other = view === left ? right : left;
  const size = dictview_len(view);
  if (typeOf(other) === PySet_Type && size <= PyObject_Size(other)) return pushIntersection(other, view);
  // The smaller of two views is walked.
  if (isSetView(other) && dictview_len(other) > size) [view, other] = [other, view];
  const result = PySet_New(0);
  return result === 0 ? 0 : intersecting.push(other, result, view);
}

/** False as soon as something has an item too, else True. */
const disjoining = declareConsumer("dict_view.isdisjoint", {
  onItem: (frame, item) => {
    const status = PySequence_Contains(nativeLocal(frame, ACCUMULATOR), item);
    decref(item);
    return status < 0 ? 0 : status > 0 ? Py_False : GO_ON;
  },
  onEnd: () => Py_True,
});

function dictviews_isdisjoint(self: Borrowed, argument: Borrowed): Owned {
  if (self === argument) return bool(dictview_len(self) === 0);
  let view = self;
  let other = argument;
  // The shorter one is walked, if the other one is quick to ask.
  if (isAnySet(other) || isSetView(other)) {
    const otherSize = PyObject_Size(other);
    if (otherSize === -1) return 0;
    if (otherSize > dictview_len(view)) [view, other] = [other, view];
  }
  return disjoining.push(other, newRef(view));
}

// -- types -------------------------------------------------------------------------------------------------------------

const VIEW_SLOTS = {
  tp_dealloc: dictview_dealloc,
  tp_traverse: dictview_traverse,
  tp_repr: dictview_repr,
  tp_free: gcFreeText,
  sq_length: dictview_len,
} as const;

const SET_SLOTS = {
  ...VIEW_SLOTS,
  tp_richcompare: dictview_richcompare,
  nb_subtract: dictviews_sub,
  nb_and: _PyDictView_Intersect,
  nb_xor: dictviews_xor,
  nb_or: dictviews_or,
} as const;

const ISDISJOINT: MethodRow = ["isdisjoint", "(object, /)", dictviews_isdisjoint];

/** An iterator of a type over the view's dict. */
function iterate(type: Address): (view: Borrowed) => Owned {
  return (view) => newDictIterator(dictOf(view), type);
}

function declareView(
  type: Address,
  name: string,
  forward: Address,
  backward: Address,
  contains: ((view: Borrowed, o: Borrowed) => number) | undefined,
): void {
  const isSetLike = contains !== undefined;
  const reversed: MethodRow = ["__reversed__", "()", iterate(backward)];
  declareType(type, {
    name,
    basicsize: _PyDictViewObject.sizeof,
    flags: Py_TPFLAGS_HAVE_GC,
    slots: {
      ...(isSetLike ? SET_SLOTS : VIEW_SLOTS),
      tp_iter: iterate(forward),
      sq_contains: contains,
    },
    methods: isSetLike ? [ISDISJOINT, reversed] : [reversed],
    getset: [["mapping", dictview_mapping]],
  });
}

declareView(PyDictKeys_Type, "dict_keys", PyDictIterKey_Type, PyDictRevIterKey_Type, dictkeys_contains);
declareView(PyDictItems_Type, "dict_items", PyDictIterItem_Type, PyDictRevIterItem_Type, dictitems_contains);
declareView(PyDictValues_Type, "dict_values", PyDictIterValue_Type, PyDictRevIterValue_Type, undefined);
