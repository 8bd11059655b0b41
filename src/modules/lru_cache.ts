// The cache behind functools.lru_cache.
//
//   wrapper.root <-> oldest link <-> … <-> newest link <-> wrapper.root      (bounded caches only)
//   wrapper.cache: key → link, or key → result when there is no bound
//
// The call of the function is resumable: local 0 the wrapper, local 1 the key, words: the key's hash.
// Invariant: the ring owns one reference to each link, the dict another. A call may change the cache while it runs, so
// everything is looked up again after it.

import { reserveStatic } from "../memory/data.ts";
import {
  type Address,
  type Borrowed,
  high,
  i32,
  low,
  type Owned,
  ptr,
  setI32,
  setI64,
  setPtr,
  setSsize,
  ssize,
} from "../memory/memory.ts";
import { OBJECT_HEAD, struct } from "../memory/struct.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { text } from "../memory/text.ts";
import { PyObject_GetAttr, PyObject_Hash, PyObject_IsTrue } from "../objects/abstract.ts";
import { allocateArguments, freeArguments, PyObject_Vectorcall } from "../objects/call.ts";
import { pushCall } from "../objects/call_object.ts";
import { convertSsize } from "../objects/convert.ts";
import { newModuleType } from "../objects/declare.ts";
import {
  _PyDict_GetItem_KnownHash,
  _PyDict_Pop_KnownHash,
  _PyDict_SetItem_KnownHash,
  dictUsed,
  nextKey,
  nextValue,
  PyDict_Clear,
  PyDict_New,
  PyDict_Next,
} from "../objects/dict_core.ts";
import { PyObject_GenericGetDict } from "../objects/dict_instance.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise } from "../objects/errors.ts";
import { currentFrame, finishNative, nativeLocal, PUSHED, setNativeLocal, settleInt } from "../objects/frames.ts";
import { hashHigh, hashLow } from "../objects/hash.ts";
import { identifier } from "../objects/identifiers.ts";
import { PyLong_FromNumber } from "../objects/long_core.ts";
import { newMethod } from "../objects/method.ts";
import { nativeWord, pushNativeWithWords, setNativeWord } from "../objects/native_scratch.ts";
import {
  decref,
  isInt,
  newRef,
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
  Py_TPFLAGS_HAVE_GC,
  Py_TPFLAGS_METHOD_DESCRIPTOR,
  sizeOf,
  typeIn,
  typeOf,
} from "../objects/object.ts";
import { namedArguments } from "../objects/text_arguments.ts";
import { PyTuple_GET_ITEM, PyTuple_New, PyTuple_SET_ITEM } from "../objects/tuple_core.ts";
import { Py_None, PyBaseObject_Type, PyExc_TypeError, PyLong_Type, PyUnicode_Type } from "../objects/types.ts";
import { PyObject_ClearWeakRefs } from "../objects/weakref_core.ts";
import {
  allocate,
  clearer,
  deallocator,
  hasKeywords,
  instanceDictSetter,
  plainDeallocator,
  traverser,
} from "./type_support.ts";

const lru_list_elem = struct("lru_list_elem", 56, {
  ...OBJECT_HEAD,
  prev: [16, "ptr", "link before; the wrapper itself at the ring's end"],
  next: [24, "ptr", "link behind"],
  hash: [32, "i64", "hash of the key"],
  key: [40, "ptr", "key of the call"],
  result: [48, "ptr", "what the call answered"],
});
const lru_cache_object = struct("lru_cache_object", 152, {
  ...OBJECT_HEAD,
  prev: [16, "ptr", "newest link; the wrapper itself when there is none"],
  next: [24, "ptr", "oldest link"],
  hash: [32, "i64", "unused"],
  key: [40, "ptr", "unused"],
  result: [48, "ptr", "unused"],
  wrapper: [56, "ptr", "0: how to call follows from maxsize"],
  typed: [64, "i32", "1: the types of arguments are part of keys"],
  cache: [72, "ptr", "dict of links or results"],
  hits: [80, "ssize", "calls answered from the cache"],
  func: [88, "ptr", "the function"],
  maxsize: [96, "ssize", "bound; -1: none"],
  misses: [104, "ssize", "calls of the function"],
  kwd_mark: [112, "ptr", "object between positional and keyword arguments in keys"],
  lru_list_elem_type: [120, "ptr", "type of links"],
  cache_info_type: [128, "ptr", "what cache_info makes"],
  dict: [136, "ptr", "__dict__"],
  weakreflist: [144, "ptr", "PyWeakReference; head of the list"],
});
const PREV = lru_list_elem.prev;
const NEXT = lru_list_elem.next;
const HASH = lru_list_elem.hash;
const KEY = lru_list_elem.key;
const RESULT = lru_list_elem.result;
const L = lru_cache_object;

export const linkType = newModuleType({
  name: "functools._lru_list_elem",
  basicsize: lru_list_elem.sizeof,
  flags: Py_TPFLAGS_DISALLOW_INSTANTIATION,
  slots: { tp_dealloc: plainDeallocator(KEY, RESULT) },
});

/** Holds the address of the mark that separates keywords in keys: one object for all caches; 0 until one is made. */
const mark = reserveStatic(8);

// -- the ring ------------------------------------------------------------------------------------------------------------

function extract(link: Address): void {
  const before = ptr(link + PREV);
  const after = ptr(link + NEXT);
  setPtr(before + NEXT, after);
  setPtr(after + PREV, before);
}

function append(wrapper: Address, link: Address): void {
  const last = ptr(wrapper + PREV);
  setPtr(last + NEXT, link);
  setPtr(wrapper + PREV, link);
  setPtr(link + PREV, last);
  setPtr(link + NEXT, wrapper);
}

/** Empties the ring: answers with its first link, the rest follow by next, null at the end. */
function unlinkRing(wrapper: Address): Address {
  const first = ptr(wrapper + NEXT);
  if (first === 0 || first === wrapper) return 0;
  setPtr(ptr(wrapper + PREV) + NEXT, 0);
  setPtr(wrapper + PREV, wrapper);
  setPtr(wrapper + NEXT, wrapper);
  return first;
}

function releaseLinks(first: Address): void {
  for (let link = first; link !== 0; ) {
    const next = ptr(link + NEXT);
    decref(link);
    link = next;
  }
}

// -- calls ---------------------------------------------------------------------------------------------------------------

function makeKey(o: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  const typed = i32(o + L.typed) !== 0;
  const count = sizeOf(args);
  const named = hasKeywords(keywords) ? dictUsed(keywords) : 0;
  if (!typed && named === 0) {
    if (count === 1) {
      const only = PyTuple_GET_ITEM(args, 0);
      if (typeOf(only) === PyUnicode_Type || typeOf(only) === PyLong_Type) return newRef(only);
    }
    return newRef(args);
  }
  const values: Borrowed[] = [];
  for (let i = 0; i < count; i++) values.push(PyTuple_GET_ITEM(args, i));
  const given: Borrowed[] = [];
  if (named > 0) {
    values.push(ptr(o + L.kwd_mark));
    for (let at = PyDict_Next(keywords, 0); at !== 0; at = PyDict_Next(keywords, at)) {
      values.push(nextKey(), nextValue());
      given.push(nextValue());
    }
  }
  if (typed) {
    for (let i = 0; i < count; i++) values.push(typeOf(PyTuple_GET_ITEM(args, i)));
    for (const value of given) values.push(typeOf(value));
  }
  const key = PyTuple_New(values.length);
  if (key === 0) return PyErr_NoMemory();
  for (const [i, value] of values.entries()) PyTuple_SET_ITEM(key, i, newRef(value));
  return key;
}

function count(at: Address): void {
  setSsize(at, ssize(at) + 1);
}

function lru_call(o: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  const maxsize = ssize(o + L.maxsize);
  if (maxsize === 0) {
    count(o + L.misses);
    return pushCall(ptr(o + L.func), args, keywords);
  }
  const key = makeKey(o, args, keywords);
  if (key === 0) return 0;
  const base = currentFrame();
  if (settleInt(base, PyObject_Hash(key)) === -1) {
    decref(key);
    return 0;
  }
  const lowWord = hashLow();
  const highWord = hashHigh();
  const found = _PyDict_GetItem_KnownHash(ptr(o + L.cache), key, lowWord, highWord);
  if (found !== 0 || PyErr_Occurred()) {
    decref(key);
    if (found === 0) return 0;
    count(o + L.hits);
    if (maxsize < 0) return newRef(found);
    extract(found);
    append(o, found);
    return newRef(ptr(found + RESULT));
  }
  count(o + L.misses);
  const frame = pushNativeWithWords(STEP_RESULT, 2, 2);
  if (frame === 0) {
    decref(key);
    return PyErr_NoMemory();
  }
  setNativeLocal(frame, 0, newRef(o));
  setNativeLocal(frame, 1, key);
  setNativeWord(frame, 0, lowWord);
  setNativeWord(frame, 1, highWord);
  const result = pushCall(ptr(o + L.func), args, keywords);
  return result === PUSHED ? PUSHED : called(frame, result);
}

function called(frame: Address, result: Owned): Owned {
  if (result === 0) return finishNative(frame, 0);
  const o = nativeLocal(frame, 0);
  const stored =
    ssize(o + L.maxsize) < 0
      ? _PyDict_SetItem_KnownHash(
          ptr(o + L.cache),
          nativeLocal(frame, 1),
          result,
          nativeWord(frame, 0),
          nativeWord(frame, 1),
        )
      : store(o, nativeLocal(frame, 1), nativeWord(frame, 0), nativeWord(frame, 1), result);
  if (stored >= 0) return finishNative(frame, result);
  decref(result);
  return finishNative(frame, 0);
}
const STEP_RESULT = text("functools.lru_cache_result", called);

/** Remembers a result as the newest, instead of the oldest when the cache is full. 0, or -1 with an error set. */
function store(o: Address, key: Borrowed, lowWord: number, highWord: number, result: Borrowed): number {
  const cache = ptr(o + L.cache);
  if (_PyDict_GetItem_KnownHash(cache, key, lowWord, highWord) !== 0) return 0;
  if (PyErr_Occurred()) return -1;
  const oldest = ptr(o + NEXT);
  const isFull = dictUsed(cache) >= ssize(o + L.maxsize) && oldest !== o;
  if (isFull) {
    extract(oldest);
    const popped = _PyDict_Pop_KnownHash(cache, ptr(oldest + KEY), low(oldest + HASH), high(oldest + HASH));
    if (popped === 0) {
      // The key is gone from the dict, or the look-up failed: the link has no use any more, or goes back where it was.
      if (PyErr_Occurred() === 0) decref(oldest);
      else {
        const first = ptr(o + NEXT);
        setPtr(oldest + NEXT, first);
        setPtr(oldest + PREV, o);
        setPtr(first + PREV, oldest);
        setPtr(o + NEXT, oldest);
        return -1;
      }
      return 0;
    }
    decref(popped);
  }
  const link = isFull ? oldest : allocate(typeIn(linkType));
  if (link === 0) return -1;
  const oldKey = ptr(link + KEY);
  const oldResult = ptr(link + RESULT);
  setPtr(link + KEY, newRef(key));
  setPtr(link + RESULT, newRef(result));
  setI64(link + HASH, lowWord, highWord);
  const status = _PyDict_SetItem_KnownHash(cache, key, link, lowWord, highWord);
  if (status < 0) decref(link);
  else append(o, link);
  if (oldKey !== 0) decref(oldKey);
  if (oldResult !== 0) decref(oldResult);
  return status;
}

// -- the type ------------------------------------------------------------------------------------------------------------

function lru_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  const values = namedArguments("lru_cache", args, keywords, NEW_NAMES, 4);
  if (values === null) return 0;
  const [func, limit, typed, infoType] = values;
  const isTyped = PyObject_IsTrue(typed);
  if (isTyped < 0) return 0;
  if (ptr(typeOf(func) + PyTypeObject.tp_call) === 0) {
    return raise(PyExc_TypeError, "the first argument must be callable");
  }
  let maxsize = -1;
  if (isInt(limit)) {
    maxsize = convertSsize(limit);
    if (maxsize === -1 && PyErr_Occurred()) return 0;
    if (maxsize < 0) maxsize = 0;
  } else if (limit !== Py_None) return raise(PyExc_TypeError, "maxsize should be integer or None");
  if (ptr(mark) === 0) {
    const o = allocate(PyBaseObject_Type);
    if (o === 0) return 0;
    setPtr(mark, o);
  }
  const cache = PyDict_New();
  const o = cache === 0 ? PyErr_NoMemory() : allocate(type);
  if (o === 0) {
    if (cache !== 0) decref(cache);
    return 0;
  }
  setPtr(o + PREV, o);
  setPtr(o + NEXT, o);
  setI32(o + L.typed, isTyped);
  setPtr(o + L.cache, cache);
  setPtr(o + L.func, newRef(func));
  setSsize(o + L.maxsize, maxsize);
  setPtr(o + L.kwd_mark, newRef(ptr(mark)));
  setPtr(o + L.lru_list_elem_type, newRef(typeIn(linkType)));
  setPtr(o + L.cache_info_type, newRef(infoType));
  return o;
}
const NEW_NAMES = ["user_function", "maxsize", "typed", "cache_info_type"] as const;

function cacheInfo(o: Borrowed): Owned {
  const maxsize = ssize(o + L.maxsize);
  const row = allocateArguments(4);
  if (row === 0) return 0;
  const numbers = [
    PyLong_FromNumber(ssize(o + L.hits)),
    PyLong_FromNumber(ssize(o + L.misses)),
    maxsize < 0 ? Py_None : PyLong_FromNumber(maxsize),
    PyLong_FromNumber(dictUsed(ptr(o + L.cache))),
  ];
  for (const [i, number] of numbers.entries()) setPtr(row + i * 8, number);
  const result = numbers.includes(0) ? PyErr_NoMemory() : PyObject_Vectorcall(ptr(o + L.cache_info_type), row, 4, 0);
  freeArguments(row);
  for (const number of numbers) if (number !== 0) decref(number);
  return result;
}

function cacheClear(o: Borrowed): Owned {
  const first = unlinkRing(o);
  setSsize(o + L.hits, 0);
  setSsize(o + L.misses, 0);
  PyDict_Clear(ptr(o + L.cache));
  releaseLinks(first);
  return Py_None;
}

const FIELDS = [L.cache, L.func, L.kwd_mark, L.lru_list_elem_type, L.cache_info_type, L.dict];
const release = deallocator(...FIELDS);
const clearFields = clearer(...FIELDS);
const traverseFields = traverser(...FIELDS);
/** Links are no objects of the collector's: the wrapper tells what they hold. */
const traverseLink = traverser(KEY, RESULT);
const id_qualname = identifier("__qualname__");

export const lruCacheType = newModuleType({
  name: "functools._lru_cache_wrapper",
  basicsize: L.sizeof,
  flags: Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_METHOD_DESCRIPTOR,
  dictoffset: L.dict,
  weaklistoffset: L.weakreflist,
  slots: {
    tp_new: lru_new,
    tp_call: lru_call,
    tp_dealloc: (o: Address): void => {
      PyObject_ClearWeakRefs(o);
      releaseLinks(unlinkRing(o));
      release(o);
    },
    tp_traverse: (o: Address, visit: (o: Address) => number): number => {
      for (let link = ptr(o + NEXT); link !== o && link !== 0; ) {
        const next = ptr(link + NEXT);
        const stop = traverseLink(link, visit);
        if (stop !== 0) return stop;
        link = next;
      }
      return traverseFields(o, visit);
    },
    tp_clear: (o: Address): number => {
      releaseLinks(unlinkRing(o));
      return clearFields(o);
    },
    tp_descr_get: (o: Borrowed, instance: Borrowed): Owned =>
      instance === 0 || instance === Py_None ? newRef(o) : newMethod(o, instance),
  },
  getset: [["__dict__", PyObject_GenericGetDict, instanceDictSetter(L.dict)]],
  methods: [
    ["cache_info", "()", cacheInfo],
    ["cache_clear", "()", cacheClear],
    ["__reduce__", "()", (o: Borrowed) => PyObject_GetAttr(o, id_qualname)],
    ["__copy__", "@unpack (*args)", (o: Borrowed) => newRef(o)],
    ["__deepcopy__", "@unpack (*args)", (o: Borrowed) => newRef(o)],
  ],
});
