// The type collections.deque. Storage and both ends are in deque_core.ts, what compares items in deque_search.ts.

import { gcUntrack } from "../../gc/link.ts";
import { type Address, type Borrowed, type Owned, ptr, ssize } from "../../memory/memory.ts";
import { BLOCK, dequeobject } from "../../memory/structs/containers.ts";
import { PyTypeObject } from "../../memory/structs/object.ts";
import { text } from "../../memory/text.ts";
import { hashNotImplemented, PyObject_GetIter, pushRepr } from "../../objects/abstract.ts";
import { genericGetAttr } from "../../objects/attributes.ts";
import { PyObject_CallOneArg, PyObject_CallTwoArgs } from "../../objects/call.ts";
import { convertWideSsize, SSIZE_MAX } from "../../objects/convert.ts";
import { declareModuleType } from "../../objects/declare.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise, raiseInt, typeNameOf } from "../../objects/errors.ts";
import {
  currentFrame,
  deliveredInt,
  finishNative,
  nativeLocal,
  PUSHED,
  setNativeLocal,
  settle,
} from "../../objects/frames.ts";
import { genericAlias } from "../../objects/generic_alias_call.ts";
import { ITEM_COUNT_MAX } from "../../objects/list_core.ts";
import { PySequence_List } from "../../objects/list_extend.ts";
import { PyLong_FromNumber } from "../../objects/long_core.ts";
import { pushNativeWithWords } from "../../objects/native_scratch.ts";
import {
  decref,
  isInstanceOf,
  isInt,
  newRef,
  Py_TPFLAGS_BASETYPE,
  Py_TPFLAGS_HAVE_GC,
  Py_TPFLAGS_SEQUENCE,
  replaceSlot,
  sizeOf,
  typeIn,
  typeOf,
  xdecref,
} from "../../objects/object.ts";
import { objectGetState } from "../../objects/object_reduce.ts";
import { Py_ReprEnter, Py_ReprLeave } from "../../objects/repr_guard.ts";
import { SEARCH_CONTAINS, SEARCH_COUNT, SEARCH_INDEX, SEARCH_REMOVE } from "../../objects/sequence_search.ts";
import { sliceIndexNotNone } from "../../objects/slice.ts";
import { longOfSsize, setWideSsize, ssizeText } from "../../objects/ssize.ts";
import { namedArguments } from "../../objects/text_arguments.ts";
import { emptyTuple, PyTuple_Pack } from "../../objects/tuple_core.ts";
import { freeOfHeapType } from "../../objects/type_alloc.ts";
import { shortName } from "../../objects/type_names.ts";
import { Py_None, PyExc_IndexError, PyExc_TypeError, PyExc_ValueError } from "../../objects/types.ts";
import { PyUnicode_FromString } from "../../objects/unicode_core.ts";
import {
  UnicodeWriter_Finish,
  UnicodeWriter_New,
  UnicodeWriter_WriteASCIIString,
  UnicodeWriter_WriteStr,
} from "../../objects/unicode_writer.ts";
import { PyObject_ClearWeakRefs } from "../../objects/weakref_core.ts";
import { allocate } from "../type_support.ts";
import {
  appendLeftSteal,
  appendSteal,
  appendTimes,
  BLOCKLEN,
  blocksBytes,
  clearDeque,
  deleteItem,
  dequeMaxlen,
  dequeSlot,
  dequeType,
  initializeDeque,
  itemSlot,
  popLeft,
  popRight,
  pushDequeExtend,
  pushDequeExtendLeft,
  releaseBlocks,
  reverseDeque,
  rotateDeque,
} from "./deque_core.ts";
import { deque_iter, deque_reversed } from "./deque_iterators.ts";
import { deque_richcompare, pushDequeSearch } from "./deque_search.ts";

type Visit = (o: Borrowed) => number;
const isDeque = (o: Borrowed): boolean => isInstanceOf(o, typeIn(dequeType));

// -- making and ending ---------------------------------------------------------------------------------------------------

function deque_new(type: Borrowed): Owned {
  const o = allocate(type);
  if (o === 0 || initializeDeque(o)) return o;
  decref(o);
  return 0;
}

const NAMES = ["iterable", "maxlen"] as const;

function deque_init(o: Borrowed, args: Borrowed, keywords: Borrowed): number {
  const values = namedArguments("deque", args, keywords, NAMES);
  if (values === null) return -1;
  const [iterable, limit] = values;
  let maxlen = -1;
  if (limit !== 0 && limit !== Py_None) {
    if (!isInt(limit)) return raiseInt(PyExc_TypeError, "an integer is required");
    maxlen = convertWideSsize(limit);
    if (maxlen === -1 && PyErr_Occurred()) return -1;
    if (maxlen < 0) return raiseInt(PyExc_ValueError, "maxlen must be non-negative");
  }
  setWideSsize(o + dequeobject.maxlen, maxlen);
  if (sizeOf(o) > 0) clearDeque(o);
  if (iterable === 0) return 0;
  const answer = pushDequeExtend(o, iterable, Py_None);
  return answer === PUSHED ? PUSHED : deliveredInt(answer);
}

function deque_dealloc(o: Address): void {
  gcUntrack(o);
  PyObject_ClearWeakRefs(o);
  if (ptr(o + dequeobject.leftblock) !== 0) {
    clearDeque(o);
    releaseBlocks(o);
  }
  freeOfHeapType(o);
}

function deque_traverse(o: Address, visit: Visit): number {
  const first = visit(typeOf(o));
  if (first !== 0) return first;
  let block = ptr(o + dequeobject.leftblock);
  let index = ssize(o + dequeobject.leftindex);
  for (let left = sizeOf(o); left > 0; left--, index++) {
    if (index === BLOCKLEN) {
      block = ptr(block + BLOCK.rightlink);
      index = 0;
    }
    const stop = visit(ptr(itemSlot(block, index)));
    if (stop !== 0) return stop;
  }
  return 0;
}

/** What `result` is, once an answer that is its own reference was settled; else 0. */
function settled(base: Address, result: Owned, answer: number): Owned {
  const status = settle(base, answer);
  if (status !== 0) {
    decref(status);
    return result;
  }
  decref(result);
  return 0;
}

/** A copy of the same class; of a subclass it is made by a call, and must be a deque. */
export function deque_copy(o: Borrowed): Owned {
  if (typeOf(o) === typeIn(dequeType)) {
    const copy = deque_new(typeIn(dequeType));
    if (copy === 0) return 0;
    setWideSsize(copy + dequeobject.maxlen, dequeMaxlen(o));
    const base = currentFrame();
    if (sizeOf(o) !== 1) return settled(base, copy, pushDequeExtend(copy, o, Py_None));
    if (appendSteal(copy, newRef(ptr(dequeSlot(o, 0))))) return copy;
    decref(copy);
    return 0;
  }
  let copy: Owned;
  if (dequeMaxlen(o) < 0) copy = PyObject_CallOneArg(typeOf(o), o);
  else {
    const maxlen = longOfSsize(dequeMaxlen(o));
    copy = maxlen === 0 ? 0 : PyObject_CallTwoArgs(typeOf(o), o, maxlen);
    xdecref(maxlen);
  }
  if (copy === 0 || isDeque(copy)) return copy;
  const message = `${typeNameOf(o)}() must return a deque, not ${typeNameOf(copy)}`;
  decref(copy);
  return raise(PyExc_TypeError, message);
}

function deque_reduce(o: Borrowed): Owned {
  const state = objectGetState(o);
  const iterator = state === 0 ? 0 : PyObject_GetIter(o);
  let args = newRef(emptyTuple);
  if (iterator !== 0 && dequeMaxlen(o) >= 0) {
    const maxlen = longOfSsize(dequeMaxlen(o));
    args = maxlen === 0 ? 0 : PyTuple_Pack(emptyTuple, maxlen);
    xdecref(maxlen);
  }
  const result = iterator === 0 || args === 0 ? 0 : PyTuple_Pack(typeOf(o), args, state, iterator);
  xdecref(state);
  xdecref(iterator);
  xdecref(args);
  return result;
}

// -- repr ----------------------------------------------------------------------------------------------------------------

function deque_repr(o: Borrowed): Owned {
  const entered = Py_ReprEnter(o);
  if (entered !== 0) return entered < 0 ? 0 : PyUnicode_FromString("[...]");
  const items = PySequence_List(o);
  const frame = items === 0 ? 0 : pushNativeWithWords(STEP_SHOWN, 1, 0);
  if (frame === 0) {
    xdecref(items);
    Py_ReprLeave(o);
    return PyErr_Occurred() ? 0 : PyErr_NoMemory();
  }
  setNativeLocal(frame, 0, newRef(o));
  const shown = pushRepr(items);
  decref(items);
  return shown === PUSHED ? PUSHED : finishRepr(frame, shown);
}

function finishRepr(frame: Address, shown: Owned): Owned {
  const o = nativeLocal(frame, 0);
  Py_ReprLeave(o);
  if (shown === 0) return finishNative(frame, 0);
  const writer = UnicodeWriter_New(true);
  const maxlen = dequeMaxlen(o);
  const ending = maxlen >= 0 ? `, maxlen=${ssizeText(maxlen)})` : ")";
  const ok =
    writer !== 0 &&
    UnicodeWriter_WriteASCIIString(writer, `${shortName(typeOf(o))}(`) &&
    UnicodeWriter_WriteStr(writer, shown) &&
    UnicodeWriter_WriteASCIIString(writer, ending);
  decref(shown);
  if (ok) return finishNative(frame, UnicodeWriter_Finish(writer));
  xdecref(writer);
  return finishNative(frame, PyErr_NoMemory());
}
const STEP_SHOWN = text("deque_repr.shown", finishRepr);

// -- as a sequence -------------------------------------------------------------------------------------------------------

function deque_item(o: Borrowed, index: number): Owned {
  if (index < 0 || index >= sizeOf(o)) return raise(PyExc_IndexError, "deque index out of range");
  return newRef(ptr(dequeSlot(o, index)));
}

function deque_ass_item(o: Borrowed, index: number, value: Borrowed): number {
  if (index < 0 || index >= sizeOf(o)) return raiseInt(PyExc_IndexError, "deque index out of range");
  if (value === 0) return deleteItem(o, index);
  const slot = dequeSlot(o, index);
  replaceSlot(slot, newRef(value));
  return 0;
}

function deque_contains(o: Borrowed, value: Borrowed): number {
  const answer = pushDequeSearch(o, value, SEARCH_CONTAINS, 0, sizeOf(o));
  return answer === PUSHED ? PUSHED : deliveredInt(answer);
}

function deque_inplace_concat(o: Borrowed, other: Borrowed): Owned {
  return pushDequeExtend(o, other, newRef(o));
}

function deque_concat(o: Borrowed, other: Borrowed): Owned {
  if (!isDeque(other)) {
    return raise(PyExc_TypeError, `can only concatenate deque (not "${typeNameOf(other)}") to deque`);
  }
  const copy = deque_copy(o);
  if (copy === 0) return 0;
  const base = currentFrame();
  return settled(base, copy, pushDequeExtend(copy, other, Py_None));
}

/** o *= n. Answers with a new reference to o. */
function deque_inplace_repeat(o: Borrowed, n: number): Owned {
  const size = sizeOf(o);
  if (size === 0 || n === 1) return newRef(o);
  if (n <= 0) {
    clearDeque(o);
    return newRef(o);
  }
  const maxlen = dequeMaxlen(o);
  if (size === 1) {
    const times = maxlen >= 0 && n > maxlen ? maxlen : n;
    if (times > ITEM_COUNT_MAX) return PyErr_NoMemory();
    return appendTimes(o, ptr(dequeSlot(o, 0)), times - 1) ? newRef(o) : 0;
  }
  let times = n;
  if (maxlen >= 0 && times * size > maxlen) times = Math.floor((maxlen + size - 1) / size);
  if (times * size > ITEM_COUNT_MAX) return PyErr_NoMemory();
  const items = PySequence_List(o);
  if (items === 0) return 0;
  for (let i = 1; i < times; i++) {
    const base = currentFrame();
    if (settle(base, pushDequeExtend(o, items, Py_None)) === 0) {
      decref(items);
      return 0;
    }
  }
  decref(items);
  return newRef(o);
}

function deque_repeat(o: Borrowed, n: number): Owned {
  const copy = deque_copy(o);
  if (copy === 0) return 0;
  const result = deque_inplace_repeat(copy, n);
  decref(copy);
  return result;
}

// -- methods -------------------------------------------------------------------------------------------------------------

function deque_index(o: Borrowed, value: Borrowed, first: Borrowed, last: Borrowed): Owned {
  const size = sizeOf(o);
  let start = first === 0 ? 0 : sliceIndexNotNone(first);
  if (start === -1 && PyErr_Occurred()) return 0;
  let stop = last === 0 ? SSIZE_MAX : sliceIndexNotNone(last);
  if (stop === -1 && PyErr_Occurred()) return 0;
  if (start < 0) start = Math.max(0, start + size);
  if (stop < 0) stop = Math.max(0, stop + size);
  stop = Math.min(stop, size);
  return pushDequeSearch(o, value, SEARCH_INDEX, Math.min(start, stop), stop);
}

function deque_insert(o: Borrowed, index: number, value: Borrowed): Owned {
  const size = sizeOf(o);
  if (dequeMaxlen(o) === size) return raise(PyExc_IndexError, "deque already at its maximum size");
  if (index >= size) return appendSteal(o, newRef(value)) ? Py_None : 0;
  if (index <= -size || index === 0) return appendLeftSteal(o, newRef(value)) ? Py_None : 0;
  if (rotateDeque(o, -index) < 0) return 0;
  const added = index < 0 ? appendSteal(o, newRef(value)) : appendLeftSteal(o, newRef(value));
  return added && rotateDeque(o, index) >= 0 ? Py_None : 0;
}

function deque_clear(o: Borrowed): Owned {
  clearDeque(o);
  return Py_None;
}

function deque_reverse(o: Borrowed): Owned {
  reverseDeque(o);
  return Py_None;
}

declareModuleType(dequeType, {
  name: "collections.deque",
  basicsize: dequeobject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_SEQUENCE,
  weaklistoffset: dequeobject.weakreflist,
  slots: {
    tp_new: deque_new,
    tp_init: deque_init,
    tp_dealloc: deque_dealloc,
    tp_traverse: deque_traverse,
    tp_clear: clearDeque,
    tp_repr: deque_repr,
    tp_hash: hashNotImplemented,
    tp_richcompare: deque_richcompare,
    tp_iter: deque_iter,
    tp_getattro: genericGetAttr,
    sq_length: sizeOf,
    sq_item: deque_item,
    sq_ass_item: deque_ass_item,
    sq_contains: deque_contains,
    sq_concat: deque_concat,
    sq_repeat: deque_repeat,
    sq_inplace_concat: deque_inplace_concat,
    sq_inplace_repeat: deque_inplace_repeat,
  },
  getset: [["maxlen", (o: Borrowed) => (dequeMaxlen(o) < 0 ? Py_None : longOfSsize(dequeMaxlen(o)))]],
  methods: [
    ["append", "(item, /)", (o: Borrowed, item: Borrowed) => (appendSteal(o, newRef(item)) ? Py_None : 0)],
    ["appendleft", "(item, /)", (o: Borrowed, item: Borrowed) => (appendLeftSteal(o, newRef(item)) ? Py_None : 0)],
    ["clear", "()", deque_clear],
    ["__copy__", "()", deque_copy],
    ["copy", "()", deque_copy],
    ["count", "(value, /)", (o: Borrowed, value: Borrowed) => pushDequeSearch(o, value, SEARCH_COUNT, 0, sizeOf(o))],
    ["extend", "(iterable, /)", (o: Borrowed, iterable: Borrowed) => pushDequeExtend(o, iterable, Py_None)],
    ["extendleft", "(iterable, /)", (o: Borrowed, iterable: Borrowed) => pushDequeExtendLeft(o, iterable, Py_None)],
    ["index", "(value, start=0, stop=sys.maxsize, /)", deque_index],
    ["insert", "(index: ssize, value, /)", deque_insert],
    ["pop", "()", popRight],
    ["popleft", "()", popLeft],
    ["__reduce__", "()", deque_reduce],
    ["remove", "(value, /)", (o: Borrowed, value: Borrowed) => pushDequeSearch(o, value, SEARCH_REMOVE, 0, sizeOf(o))],
    ["__reversed__", "()", deque_reversed],
    ["reverse", "()", deque_reverse],
    ["rotate", "(n: ssize = 1, /)", (o: Borrowed, n: number) => (rotateDeque(o, n) < 0 ? 0 : Py_None)],
    [
      "__sizeof__",
      "()",
      (o: Borrowed) => PyLong_FromNumber(ssize(typeOf(o) + PyTypeObject.tp_basicsize) + blocksBytes(o)),
    ],
    ["__class_getitem__", "@classmethod (object, /)", genericAlias],
  ],
});
