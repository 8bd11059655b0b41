// The type tuple. Storage is in tuple_core.ts; making one from any iterable in list_extend.ts.
// Invariant: results of slicing, adding and repeating are exact tuples, and an exact tuple that would come out unchanged is
// given itself.

import { TUPLE_HASH_START_HIGH, TUPLE_HASH_START_LOW, tupleHashFinish, tupleHashStep } from "../base/hash.ts";
import { wideHigh } from "../base/wide.ts";
import { gcTrack, gcUntrack, isTracked } from "../gc/link.ts";
import { type Address, type Borrowed, copyBytes, type Owned, ptr } from "../memory/memory.ts";
import { PyTupleObject } from "../memory/structs/containers.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { text, textFunction } from "../memory/text.ts";
import { hasIndex, PyObject_Hash, sequenceIndex } from "./abstract.ts";
import { genericGetAttr } from "./attributes.ts";
import { enterRecursiveCall, leaveRecursiveCall } from "./c_recursion.ts";
import { declareType } from "./declare.ts";
import { dictUsed } from "./dict_core.ts";
import { PyErr_BadInternalCall, PyErr_NoMemory, PyErr_Occurred, raise, typeName, typeNameOf } from "./errors.ts";
import { finishNative, nativeLocal, PUSHED, pushNative, setNativeLocal } from "./frames.ts";
import { genericAlias } from "./generic_alias_call.ts";
import { hashAnswer, hashHigh, hashLow } from "./hash.ts";
import { sequence_index } from "./list.ts";
import { copyReferences, ITEM_COUNT_MAX } from "./list_core.ts";
import { pushSequenceTuple } from "./list_extend.ts";
import {
  _Py_TPFLAGS_MATCH_SELF,
  decref,
  incref,
  isTuple,
  newRef,
  Py_TPFLAGS_BASETYPE,
  Py_TPFLAGS_HAVE_GC,
  Py_TPFLAGS_SEQUENCE,
  Py_TPFLAGS_TUPLE_SUBCLASS,
  sizeOf,
  typeFlags,
  typeOf,
} from "./object.ts";
import { pushCompareSequences } from "./sequence_compare.ts";
import { newIndexIterator } from "./sequence_iterators.ts";
import { pushReprSequence } from "./sequence_repr.ts";
import { pushSearch, pushSequenceContains, SEARCH_COUNT } from "./sequence_search.ts";
import { PySlice_AdjustIndices, PySlice_Check, PySlice_Unpack, sliceBounds } from "./slice.ts";
import {
  allocateTuple,
  deallocateTuple,
  emptyTuple,
  ITEMS,
  PyTuple_GET_ITEM,
  PyTuple_Pack,
  PyTuple_SET_ITEM,
  tupleFromArray,
} from "./tuple_core.ts";
import { PyTuple_CheckExact } from "./tuple_resize.ts";
import { Py_NotImplemented, PyExc_IndexError, PyExc_TypeError, PyTuple_Type, PyTupleIter_Type } from "./types.ts";

export { PySequence_Tuple, PySequence_Tuple as PyTuple_FromIterable, pushSequenceTuple } from "./list_extend.ts";
export { PyTuple_CheckExact, tupleResize } from "./tuple_resize.ts";

const ITEM_BYTES = 8;
const SSIZE_END = 0x7fffffff;

type Visit = (o: Borrowed) => number;

// -- making ------------------------------------------------------------------------------------------------------------

/** Items not written, not tracked; 0 with an error set. itemCount > 0. */
function newTuple(itemCount: number): Owned {
  const tuple = itemCount > ITEM_COUNT_MAX ? 0 : allocateTuple(itemCount);
  return tuple === 0 ? PyErr_NoMemory() : tuple;
}

/** tuple_new_impl; iterable 0: none. May answer PUSHED. */
function pushNewTuple(type: Borrowed, iterable: Borrowed): Owned {
  if (type === PyTuple_Type) return iterable === 0 ? emptyTuple : pushSequenceTuple(iterable);
  if (iterable === 0) return ofSubclass(type, emptyTuple);
  const frame = pushNative(STEP_SUBCLASS, 1);
  if (frame === 0) return PyErr_NoMemory();
  setNativeLocal(frame, 0, newRef(type));
  const items = pushSequenceTuple(iterable);
  return items === PUSHED ? PUSHED : afterItems(frame, items);
}

function afterItems(frame: Address, items: Owned): Owned {
  return finishNative(frame, items === 0 ? 0 : ofSubclass(nativeLocal(frame, 0), items));
}

const STEP_SUBCLASS = text("tuple_subtype_new.items", afterItems);

/** An instance of a subclass with the items of an Owned tuple. */
function ofSubclass(type: Borrowed, items: Owned): Owned {
  const count = sizeOf(items);
  const tuple = textFunction(ptr(type + PyTypeObject.tp_alloc))(type, count);
  if (tuple !== 0) copyReferences(tuple + ITEMS, items + ITEMS, count);
  decref(items);
  return tuple;
}

function tuple_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  const ownInit =
    type === PyTuple_Type || ptr(type + PyTypeObject.tp_init) === ptr(PyTuple_Type + PyTypeObject.tp_init);
  if (ownInit && keywords !== 0 && dictUsed(keywords) > 0) {
    return raise(PyExc_TypeError, "tuple() takes no keyword arguments");
  }
  const nargs = sizeOf(args);
  if (nargs > 1) return raise(PyExc_TypeError, `tuple expected at most 1 argument, got ${nargs}`);
  return pushNewTuple(type, nargs === 0 ? 0 : PyTuple_GET_ITEM(args, 0));
}

function tuple_vectorcall(type: Borrowed, args: Address, nargs: number, kwnames: Borrowed): Owned {
  if (kwnames !== 0 && sizeOf(kwnames) > 0) {
    return raise(PyExc_TypeError, `${typeName(PyTuple_Type)}() takes no keyword arguments`);
  }
  if (nargs > 1) return raise(PyExc_TypeError, `tuple expected at most 1 argument, got ${nargs}`);
  return pushNewTuple(type, nargs === 0 ? 0 : ptr(args));
}

function tuple_dealloc(tuple: Address): void {
  if (tuple === emptyTuple) return;
  deallocateTuple(tuple, PyTuple_CheckExact(tuple) ? null : freeSubclass);
}

function freeSubclass(tuple: Address): void {
  textFunction(ptr(typeOf(tuple) + PyTypeObject.tp_free))(tuple);
}

function tuple_traverse(tuple: Address, visit: Visit): number {
  for (let i = sizeOf(tuple) - 1; i >= 0; i--) {
    const item = PyTuple_GET_ITEM(tuple, i);
    const stop = item === 0 ? 0 : visit(item);
    if (stop !== 0) return stop;
  }
  return 0;
}

// -- C API -------------------------------------------------------------------------------------------------------------

export function PyTuple_Size(tuple: Borrowed): number {
  if (isTuple(tuple)) return sizeOf(tuple);
  PyErr_BadInternalCall();
  return -1;
}

export function PyTuple_GetItem(tuple: Borrowed, index: number): Borrowed {
  if (!isTuple(tuple)) return PyErr_BadInternalCall();
  if (index < 0 || index >= sizeOf(tuple)) return raise(PyExc_IndexError, "tuple index out of range");
  return PyTuple_GET_ITEM(tuple, index);
}

/** The items from low to high, clipped to the tuple. */
export function PyTuple_GetSlice(tuple: Borrowed, low: number, high: number): Owned {
  if (!isTuple(tuple)) return PyErr_BadInternalCall();
  const from = Math.max(low, 0);
  const to = Math.max(Math.min(high, sizeOf(tuple)), from);
  if (from === 0 && to === sizeOf(tuple) && PyTuple_CheckExact(tuple)) return newRef(tuple);
  return tupleFromArray(tuple + ITEMS + from * ITEM_BYTES, to - from) || PyErr_NoMemory();
}

/** _PyTuple_MaybeUntrack: a tuple that can never be part of a cycle is no longer the collector's concern. */
export function _PyTuple_MaybeUntrack(tuple: Borrowed): void {
  if (!PyTuple_CheckExact(tuple) || !isTracked(tuple)) return;
  for (let i = sizeOf(tuple) - 1; i >= 0; i--) {
    const item = PyTuple_GET_ITEM(tuple, i);
    // A null item: somebody is still filling it.
    if (item === 0 || mayBeTracked(item)) return;
  }
  gcUntrack(tuple);
}

/** _PyObject_GC_MAY_BE_TRACKED: an item of a collected type, save a tuple that was untracked. */
function mayBeTracked(o: Borrowed): boolean {
  const type = typeOf(o);
  if ((typeFlags(type) & Py_TPFLAGS_HAVE_GC) === 0) return false;
  const tp_is_gc = ptr(type + PyTypeObject.tp_is_gc);
  if (tp_is_gc !== 0 && textFunction(tp_is_gc)(o) === 0) return false;
  return !PyTuple_CheckExact(o) || (o !== emptyTuple && isTracked(o));
}

// -- slots -------------------------------------------------------------------------------------------------------------

function tuple_richcompare(v: Borrowed, w: Borrowed, op: number): Owned {
  return isTuple(v) && isTuple(w) ? pushCompareSequences(v, w, op) : Py_NotImplemented;
}

function tuple_hash(tuple: Borrowed): number {
  const count = sizeOf(tuple);
  let low: number = TUPLE_HASH_START_LOW;
  let high: number = TUPLE_HASH_START_HIGH;
  for (let i = 0; i < count; i++) {
    const item = PyTuple_GET_ITEM(tuple, i);
    if (!isTuple(item)) {
      if (PyObject_Hash(item) < 0) return -1;
    } else {
      if (!enterRecursiveCall("")) return -1;
      const status = PyObject_Hash(item);
      leaveRecursiveCall();
      if (status < 0) return -1;
    }
    low = tupleHashStep(low, high, hashLow(), hashHigh());
    high = wideHigh();
  }
  low = tupleHashFinish(low, high, count);
  return hashAnswer(low, wideHigh());
}

function tuple_item(tuple: Borrowed, index: number): Owned {
  if (index < 0 || index >= sizeOf(tuple)) return raise(PyExc_IndexError, "tuple index out of range");
  return newRef(PyTuple_GET_ITEM(tuple, index));
}

function tuple_subscript(tuple: Borrowed, key: Borrowed): Owned {
  if (hasIndex(key)) {
    const index = sequenceIndex(key);
    if (index === -1 && PyErr_Occurred() !== 0) return 0;
    return tuple_item(tuple, index < 0 ? index + sizeOf(tuple) : index);
  }
  if (!PySlice_Check(key)) {
    return raise(PyExc_TypeError, `tuple indices must be integers or slices, not ${typeNameOf(key)}`);
  }
  if (PySlice_Unpack(key) < 0) return 0;
  const count = PySlice_AdjustIndices(sizeOf(tuple));
  const { start, step } = sliceBounds;
  if (count <= 0) return emptyTuple;
  if (start === 0 && step === 1 && count === sizeOf(tuple) && PyTuple_CheckExact(tuple)) return newRef(tuple);
  const result = newTuple(count);
  if (result === 0) return 0;
  for (let i = 0; i < count; i++) PyTuple_SET_ITEM(result, i, newRef(PyTuple_GET_ITEM(tuple, start + i * step)));
  gcTrack(result);
  return result;
}

function tuple_concat(tuple: Borrowed, other: Borrowed): Owned {
  if (sizeOf(tuple) === 0 && PyTuple_CheckExact(other)) return newRef(other);
  if (!isTuple(other)) {
    return raise(PyExc_TypeError, `can only concatenate tuple (not "${typeNameOf(other)}") to tuple`);
  }
  if (sizeOf(other) === 0 && PyTuple_CheckExact(tuple)) return newRef(tuple);
  const count = sizeOf(tuple);
  const otherCount = sizeOf(other);
  if (count + otherCount === 0) return emptyTuple;
  const result = newTuple(count + otherCount);
  if (result === 0) return 0;
  copyReferences(result + ITEMS, tuple + ITEMS, count);
  copyReferences(result + ITEMS + count * ITEM_BYTES, other + ITEMS, otherCount);
  gcTrack(result);
  return result;
}

function tuple_repeat(tuple: Borrowed, times: number): Owned {
  const count = sizeOf(tuple);
  if ((count === 0 || times === 1) && PyTuple_CheckExact(tuple)) return newRef(tuple);
  if (count === 0 || times <= 0) return emptyTuple;
  const total = count * times;
  const result = newTuple(total);
  if (result === 0) return 0;
  for (let i = 0; i < count; i++) {
    const item = PyTuple_GET_ITEM(tuple, i);
    for (let n = 0; n < times; n++) incref(item);
  }
  copyBytes(result + ITEMS, tuple + ITEMS, count * ITEM_BYTES);
  // What is there already is doubled until it is all.
  for (let done = count; done < total; ) {
    const more = Math.min(done, total - done);
    copyBytes(result + ITEMS + done * ITEM_BYTES, result + ITEMS, more * ITEM_BYTES);
    done += more;
  }
  gcTrack(result);
  return result;
}

function tuple_iter(tuple: Borrowed): Owned {
  return newIndexIterator(PyTupleIter_Type, tuple, 0);
}

// -- methods -----------------------------------------------------------------------------------------------------------

function tuple_count(tuple: Borrowed, value: Borrowed): Owned {
  return pushSearch(tuple, value, SEARCH_COUNT, 0, SSIZE_END);
}

function tuple_getnewargs(tuple: Borrowed): Owned {
  const plain = PyTuple_GetSlice(tuple, 0, sizeOf(tuple));
  if (plain === 0) return 0;
  const result = PyTuple_Pack(plain) || PyErr_NoMemory();
  decref(plain);
  return result;
}

declareType(PyTuple_Type, {
  name: "tuple",
  // The items are not counted.
  basicsize: PyTupleObject.ob_item,
  itemsize: ITEM_BYTES,
  flags:
    Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_TUPLE_SUBCLASS | _Py_TPFLAGS_MATCH_SELF | Py_TPFLAGS_SEQUENCE,
  slots: {
    tp_getattro: genericGetAttr,
    tp_dealloc: tuple_dealloc,
    tp_repr: pushReprSequence,
    tp_hash: tuple_hash,
    tp_traverse: tuple_traverse,
    tp_richcompare: tuple_richcompare,
    tp_iter: tuple_iter,
    tp_new: tuple_new,
    tp_vectorcall: tuple_vectorcall,
    sq_length: sizeOf,
    sq_concat: tuple_concat,
    sq_repeat: tuple_repeat,
    sq_item: tuple_item,
    sq_contains: pushSequenceContains,
    mp_length: sizeOf,
    mp_subscript: tuple_subscript,
  },
  methods: [
    ["__getnewargs__", "()", tuple_getnewargs],
    ["index", "(value, start=0, stop=sys.maxsize, /)", sequence_index],
    ["count", "(value, /)", tuple_count],
    ["__class_getitem__", "@classmethod (object, /)", genericAlias],
  ],
});
