// The type list. Storage is in list_core.ts, growth from iterables in list_extend.ts, sort() in list_sort.ts.
// Invariant: before an item dies the list is whole, since its death may run code that uses the list.

import { memFree, memMalloc } from "../memory/allocators.ts";
import { type Address, type Borrowed, copyBytes, i32, type Owned, ptr, setPtr } from "../memory/memory.ts";
import { PyListObject } from "../memory/structs/containers.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { text, textFunction } from "../memory/text.ts";
import { hashNotImplemented, hasIndex, sequenceIndex } from "./abstract.ts";
import { genericGetAttr } from "./attributes.ts";
import { declareType } from "./declare.ts";
import { dictUsed } from "./dict_core.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise, raiseInt, typeNameOf } from "./errors.ts";
import { deliveredInt, finishNative, nativeLocal, PUSHED, setNativeLocal } from "./frames.ts";
import { genericAlias } from "./generic_alias_call.ts";
import {
  copyReferences,
  ITEM_COUNT_MAX,
  list_dealloc,
  list_resize,
  list_slice,
  listAllocated,
  listClear,
  listItems,
  listReplace,
  newListWithRoom,
  PyList_Append,
  PyList_CheckExact,
  PyList_GET_ITEM,
  PyList_Insert,
  PyList_New,
  reverseItems,
  sequenceItems,
  setListSize,
} from "./list_core.ts";
import { listRepeatInPlace, pushExtend, pushSequenceForSlice } from "./list_extend.ts";
import { pushListSort } from "./list_sort.ts";
import { PyLong_FromNumber } from "./long_core.ts";
import { nativeWord, pushNativeWithWords, setNativeWord } from "./native_scratch.ts";
import {
  _Py_TPFLAGS_MATCH_SELF,
  decref,
  incref,
  isList,
  isTuple,
  newRef,
  Py_TPFLAGS_BASETYPE,
  Py_TPFLAGS_HAVE_GC,
  Py_TPFLAGS_LIST_SUBCLASS,
  Py_TPFLAGS_SEQUENCE,
  sizeOf,
  typeOf,
} from "./object.ts";
import { pushCompareSequences } from "./sequence_compare.ts";
import { newIndexIterator } from "./sequence_iterators.ts";
import { pushReprSequence } from "./sequence_repr.ts";
import { pushSearch, pushSequenceContains, SEARCH_COUNT, SEARCH_INDEX, SEARCH_REMOVE } from "./sequence_search.ts";
import { PySlice_AdjustIndices, PySlice_Check, PySlice_Unpack, sliceBounds, sliceIndexNotNone } from "./slice.ts";
import { PyTuple_GET_ITEM } from "./tuple_core.ts";
import { genericAlloc, PyType_GenericAlloc } from "./type_alloc.ts";
import {
  Py_None,
  Py_NotImplemented,
  PyExc_IndexError,
  PyExc_TypeError,
  PyExc_ValueError,
  PyList_Type,
  PyListIter_Type,
  PyListRevIter_Type,
} from "./types.ts";

export * from "./list_core.ts";
export * from "./list_extend.ts";
export { PyList_Sort, pushListSort } from "./list_sort.ts";

const ITEM_BYTES = 8;
const SSIZE_END = 0x7fffffff;

type Visit = (o: Borrowed) => number;

// -- making ------------------------------------------------------------------------------------------------------------

/** PyType_GenericNew */
function list_new(type: Borrowed): Owned {
  return textFunction(ptr(type + PyTypeObject.tp_alloc))(type, 0);
}

/** list___init___impl; takes `answer`. */
function initialize(list: Borrowed, iterable: Borrowed, answer: Owned): Owned {
  if (listItems(list) !== 0) listClear(list);
  return iterable === 0 ? answer : pushExtend(list, iterable, answer);
}

function list_init(list: Borrowed, args: Borrowed, keywords: Borrowed): number {
  const ownNew =
    typeOf(list) === PyList_Type || ptr(typeOf(list) + PyTypeObject.tp_new) === ptr(PyList_Type + PyTypeObject.tp_new);
  if (ownNew && keywords !== 0 && dictUsed(keywords) > 0) {
    return raiseInt(PyExc_TypeError, "list() takes no keyword arguments");
  }
  const nargs = sizeOf(args);
  if (nargs > 1) return raiseInt(PyExc_TypeError, `list expected at most 1 argument, got ${nargs}`);
  const answer = initialize(list, nargs === 0 ? 0 : PyTuple_GET_ITEM(args, 0), Py_None);
  return answer === PUSHED ? PUSHED : deliveredInt(answer);
}

function list_vectorcall(type: Borrowed, args: Address, nargs: number, kwnames: Borrowed): Owned {
  if (kwnames !== 0 && sizeOf(kwnames) > 0) return raise(PyExc_TypeError, "list() takes no keyword arguments");
  if (nargs > 1) return raise(PyExc_TypeError, `list expected at most 1 argument, got ${nargs}`);
  const list = PyType_GenericAlloc(type, 0);
  if (list === 0 || nargs === 0) return list;
  const result = initialize(list, ptr(args), newRef(list));
  decref(list);
  return result;
}

function list_traverse(list: Address, visit: Visit): number {
  for (let i = sizeOf(list) - 1; i >= 0; i--) {
    const item = PyList_GET_ITEM(list, i);
    const stop = item === 0 ? 0 : visit(item);
    if (stop !== 0) return stop;
  }
  return 0;
}

function list_tp_clear(list: Address): number {
  listClear(list);
  return 0;
}

// -- reading -----------------------------------------------------------------------------------------------------------

function list_richcompare(v: Borrowed, w: Borrowed, op: number): Owned {
  return isList(v) && isList(w) ? pushCompareSequences(v, w, op) : Py_NotImplemented;
}

function list_item(list: Borrowed, index: number): Owned {
  if (index < 0 || index >= sizeOf(list)) return raise(PyExc_IndexError, "list index out of range");
  return newRef(PyList_GET_ITEM(list, index));
}

function raiseIndexType(key: Borrowed): 0 {
  return raise(PyExc_TypeError, `list indices must be integers or slices, not ${typeNameOf(key)}`);
}

function list_subscript(list: Borrowed, key: Borrowed): Owned {
  if (hasIndex(key)) {
    const index = sequenceIndex(key);
    if (index === -1 && PyErr_Occurred() !== 0) return 0;
    return list_item(list, index < 0 ? index + sizeOf(list) : index);
  }
  if (!PySlice_Check(key)) return raiseIndexType(key);
  if (PySlice_Unpack(key) < 0) return 0;
  const count = PySlice_AdjustIndices(sizeOf(list));
  const { start, stop, step } = sliceBounds;
  if (count <= 0) return PyList_New(0);
  if (step === 1) return list_slice(list, start, stop);
  const result = newListWithRoom(count);
  if (result === 0) return 0;
  const to = listItems(result);
  for (let i = 0; i < count; i++) setPtr(to + i * ITEM_BYTES, newRef(PyList_GET_ITEM(list, start + i * step)));
  setListSize(result, count);
  return result;
}

function list_concat(list: Borrowed, other: Borrowed): Owned {
  if (!isList(other)) {
    return raise(PyExc_TypeError, `can only concatenate list (not "${typeNameOf(other)}") to list`);
  }
  const count = sizeOf(list);
  const otherCount = sizeOf(other);
  if (count + otherCount === 0) return PyList_New(0);
  const result = newListWithRoom(count + otherCount);
  if (result === 0) return 0;
  copyReferences(listItems(result), listItems(list), count);
  copyReferences(listItems(result) + count * ITEM_BYTES, listItems(other), otherCount);
  setListSize(result, count + otherCount);
  return result;
}

function list_repeat(list: Borrowed, times: number): Owned {
  const count = sizeOf(list);
  if (count === 0 || times <= 0) return PyList_New(0);
  const total = count * times;
  if (total > ITEM_COUNT_MAX) return PyErr_NoMemory();
  const result = newListWithRoom(total);
  if (result === 0) return 0;
  const items = listItems(result);
  const source = listItems(list);
  for (let i = 0; i < count; i++) {
    const item = ptr(source + i * ITEM_BYTES);
    for (let n = 0; n < times; n++) incref(item);
  }
  copyBytes(items, source, count * ITEM_BYTES);
  // What is there already is doubled until it is all.
  for (let done = count; done < total; ) {
    const more = Math.min(done, total - done);
    copyBytes(items + done * ITEM_BYTES, items, more * ITEM_BYTES);
    done += more;
  }
  setListSize(result, total);
  return result;
}

// -- changing ----------------------------------------------------------------------------------------------------------

function list_ass_item(list: Borrowed, index: number, value: Borrowed): number {
  if (index < 0 || index >= sizeOf(list)) return raiseInt(PyExc_IndexError, "list assignment index out of range");
  if (value === 0) return listReplace(list, index, index + 1, 0, 0);
  const slot = listItems(list) + index * ITEM_BYTES;
  const old = ptr(slot);
  setPtr(slot, newRef(value));
  decref(old);
  return 0;
}

function list_ass_subscript(list: Borrowed, key: Borrowed, value: Borrowed): number {
  if (hasIndex(key)) {
    const index = sequenceIndex(key);
    if (index === -1 && PyErr_Occurred() !== 0) return -1;
    return list_ass_item(list, index < 0 ? index + sizeOf(list) : index, value);
  }
  if (!PySlice_Check(key)) {
    raiseIndexType(key);
    return -1;
  }
  if (PySlice_Unpack(key) < 0) return -1;
  if (value === 0) return deleteSlice(list);
  const { start, stop, step } = sliceBounds;
  if (value === list) return assignOwned(list, list_slice(list, 0, sizeOf(list)), start, stop, step);
  if (isList(value) || isTuple(value)) return assignOwned(list, newRef(value), start, stop, step);
  const frame = pushNativeWithWords(STEP_ASSIGN, 1, 3);
  if (frame === 0) {
    PyErr_NoMemory();
    return -1;
  }
  setNativeLocal(frame, 0, newRef(list));
  setNativeWord(frame, 0, start);
  setNativeWord(frame, 1, stop);
  setNativeWord(frame, 2, step);
  const items = pushSequenceForSlice(value);
  return items === PUSHED ? PUSHED : deliveredInt(afterItems(frame, items));
}

function afterItems(frame: Address, items: Owned): Owned {
  const status =
    items === 0
      ? -1
      : assignOwned(nativeLocal(frame, 0), items, nativeWord(frame, 0), nativeWord(frame, 1), nativeWord(frame, 2));
  return finishNative(frame, status < 0 ? 0 : Py_None);
}

const STEP_ASSIGN = text("list_ass_subscript.items", afterItems);

/** list[start:stop:step] = items, an Owned list or tuple other than the list. */
function assignOwned(list: Borrowed, items: Owned, start: number, stop: number, step: number): number {
  if (items === 0) return -1;
  const status = assignItems(list, items, start, stop, step);
  decref(items);
  return status;
}

function assignItems(list: Borrowed, items: Borrowed, start: number, stop: number, step: number): number {
  sliceBounds.start = start;
  sliceBounds.stop = stop;
  sliceBounds.step = step;
  const count = PySlice_AdjustIndices(sizeOf(list));
  const first = sliceBounds.start;
  if (step === 1) return listReplace(list, first, sliceBounds.stop, sequenceItems(items), sizeOf(items));
  if (sizeOf(items) !== count) {
    return raiseInt(
      PyExc_ValueError,
      `attempt to assign sequence of size ${sizeOf(items)} to extended slice of size ${count}`,
    );
  }
  if (count === 0) return 0;
  const removed = memMalloc(count * ITEM_BYTES);
  if (removed === 0) {
    PyErr_NoMemory();
    return -1;
  }
  const to = listItems(list);
  const from = sequenceItems(items);
  for (let i = 0; i < count; i++) {
    const slot = to + (first + i * step) * ITEM_BYTES;
    setPtr(removed + i * ITEM_BYTES, ptr(slot));
    setPtr(slot, newRef(ptr(from + i * ITEM_BYTES)));
  }
  releaseBlock(removed, count);
  return 0;
}

function releaseBlock(items: Address, count: number): void {
  for (let i = 0; i < count; i++) decref(ptr(items + i * ITEM_BYTES));
  memFree(items);
}

/** del list[sliceBounds] */
function deleteSlice(list: Borrowed): number {
  const size = sizeOf(list);
  const count = PySlice_AdjustIndices(size);
  let { start, step } = sliceBounds;
  if (step === 1) return listReplace(list, start, sliceBounds.stop, 0, 0);
  if (count <= 0) return 0;
  if (step < 0) {
    start += step * (count - 1);
    step = -step;
  }
  const removed = memMalloc(count * ITEM_BYTES);
  if (removed === 0) {
    PyErr_NoMemory();
    return -1;
  }
  const items = listItems(list);
  // What lies between two removed items moves down by as many places as were removed before it.
  for (let i = 0; i < count; i++) {
    const at = start + i * step;
    setPtr(removed + i * ITEM_BYTES, ptr(items + at * ITEM_BYTES));
    const kept = (i === count - 1 ? size : at + step) - at - 1;
    copyBytes(items + (at - i) * ITEM_BYTES, items + (at + 1) * ITEM_BYTES, kept * ITEM_BYTES);
  }
  setListSize(list, size - count);
  const status = list_resize(list, size - count);
  releaseBlock(removed, count);
  return status;
}

function list_inplace_concat(list: Borrowed, other: Borrowed): Owned {
  return pushExtend(list, other, newRef(list));
}

function list_inplace_repeat(list: Borrowed, times: number): Owned {
  const count = sizeOf(list);
  if (count !== 0 && times < 1) listClear(list);
  else if (count * times > ITEM_COUNT_MAX) return PyErr_NoMemory();
  else if (listRepeatInPlace(list, times) < 0) return 0;
  return newRef(list);
}

// -- methods -----------------------------------------------------------------------------------------------------------

function list_append(list: Borrowed, item: Borrowed): Owned {
  return PyList_Append(list, item) < 0 ? 0 : Py_None;
}

function list_insert(list: Borrowed, index: number, item: Borrowed): Owned {
  return PyList_Insert(list, index, item) < 0 ? 0 : Py_None;
}

function list_extend(list: Borrowed, iterable: Borrowed): Owned {
  return pushExtend(list, iterable, Py_None);
}

function list_pop(list: Borrowed, given: number): Owned {
  const count = sizeOf(list);
  if (count === 0) return raise(PyExc_IndexError, "pop from empty list");
  const index = given < 0 ? given + count : given;
  if (index < 0 || index >= count) return raise(PyExc_IndexError, "pop index out of range");
  const items = listItems(list);
  const item = ptr(items + index * ITEM_BYTES);
  if (count === 1) {
    newRef(item);
    listClear(list);
    return item;
  }
  copyBytes(items + index * ITEM_BYTES, items + (index + 1) * ITEM_BYTES, (count - 1 - index) * ITEM_BYTES);
  if (list_resize(list, count - 1) < 0) {
    // The array could not be made smaller: the item goes back to its place.
    copyBytes(items + (index + 1) * ITEM_BYTES, items + index * ITEM_BYTES, (count - 1 - index) * ITEM_BYTES);
    setPtr(items + index * ITEM_BYTES, item);
    return 0;
  }
  return item;
}

function list_remove(list: Borrowed, value: Borrowed): Owned {
  return pushSearch(list, value, SEARCH_REMOVE, 0, SSIZE_END);
}

function list_count(list: Borrowed, value: Borrowed): Owned {
  return pushSearch(list, value, SEARCH_COUNT, 0, SSIZE_END);
}

/** index() of list and tuple: bounds as slices have them; 0 stands for one that was not given. */
export function sequence_index(sequence: Borrowed, value: Borrowed, start: Borrowed, stop: Borrowed): Owned {
  let from = 0;
  let to = SSIZE_END;
  if (start !== 0) {
    from = sliceIndexNotNone(start);
    if (from === -1 && PyErr_Occurred() !== 0) return 0;
  }
  if (stop !== 0) {
    to = sliceIndexNotNone(stop);
    if (to === -1 && PyErr_Occurred() !== 0) return 0;
  }
  const count = sizeOf(sequence);
  if (from < 0) from = Math.max(from + count, 0);
  if (to < 0) to = Math.max(to + count, 0);
  return pushSearch(sequence, value, SEARCH_INDEX, from, to);
}

function list_reverse(list: Borrowed): Owned {
  if (sizeOf(list) > 1) reverseItems(listItems(list), sizeOf(list));
  return Py_None;
}

function list_clear(list: Borrowed): Owned {
  listClear(list);
  return Py_None;
}

function list_copy(list: Borrowed): Owned {
  return list_slice(list, 0, sizeOf(list));
}

function list_sort(list: Borrowed, key: Borrowed, reverse: number): Owned {
  return pushListSort(list, key, reverse !== 0);
}

function list_sizeof(list: Borrowed): Owned {
  const bytes = i32(typeOf(list) + PyTypeObject.tp_basicsize) + listAllocated(list) * ITEM_BYTES;
  return PyLong_FromNumber(bytes) || PyErr_NoMemory();
}

function list_iter(list: Borrowed): Owned {
  return newIndexIterator(PyListIter_Type, list, 0);
}

function list_reversed(list: Borrowed): Owned {
  return newIndexIterator(PyListRevIter_Type, list, sizeOf(list) - 1);
}

declareType(PyList_Type, {
  name: "list",
  basicsize: PyListObject.sizeof,
  flags:
    Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_LIST_SUBCLASS | _Py_TPFLAGS_MATCH_SELF | Py_TPFLAGS_SEQUENCE,
  slots: {
    tp_getattro: genericGetAttr,
    tp_dealloc: list_dealloc,
    tp_repr: pushReprSequence,
    tp_hash: hashNotImplemented,
    tp_traverse: list_traverse,
    tp_clear: list_tp_clear,
    tp_richcompare: list_richcompare,
    tp_iter: list_iter,
    tp_init: list_init,
    tp_alloc: genericAlloc,
    tp_new: list_new,
    tp_vectorcall: list_vectorcall,
    sq_length: sizeOf,
    sq_concat: list_concat,
    sq_repeat: list_repeat,
    sq_item: list_item,
    sq_ass_item: list_ass_item,
    sq_contains: pushSequenceContains,
    sq_inplace_concat: list_inplace_concat,
    sq_inplace_repeat: list_inplace_repeat,
    mp_length: sizeOf,
    mp_subscript: list_subscript,
    mp_ass_subscript: list_ass_subscript,
  },
  methods: [
    ["__getitem__", "(index, /)", list_subscript],
    ["__reversed__", "()", list_reversed],
    ["__sizeof__", "()", list_sizeof],
    ["clear", "()", list_clear],
    ["copy", "()", list_copy],
    ["append", "(object, /)", list_append],
    ["insert", "(index: ssize, object, /)", list_insert],
    ["extend", "(iterable, /)", list_extend],
    ["pop", "(index: ssize = -1, /)", list_pop],
    ["remove", "(value, /)", list_remove],
    ["index", "(value, start=0, stop=sys.maxsize, /)", sequence_index],
    ["count", "(value, /)", list_count],
    ["reverse", "()", list_reverse],
    ["sort", "(/, *, key=None, reverse: bool = False)", list_sort],
    ["__class_getitem__", "@classmethod (object, /)", genericAlias],
  ],
});

export { PyList_CheckExact as isExactList };
