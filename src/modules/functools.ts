// _functools: reduce, partial, cmp_to_key; the cache of lru_cache is in lru_cache.ts.
//
// reduce is a consumer (objects/consume.ts), partial a tail call, and a comparison by cmp_to_key a native frame that turns
// the answer of the function into a truth: none of them nests the interpreter.
import { type Address, type Borrowed, copyBytes, type Owned, POINTER_BYTES, ptr, setPtr } from "../memory/memory.ts";
import { OBJECT_HEAD, struct } from "../memory/struct.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { text } from "../memory/text.ts";
import { PyObject_Repr, PyObject_Str } from "../objects/abstract.ts";
import { genericGetAttr, genericSetAttr } from "../objects/attributes.ts";
import {
  allocateArguments,
  freeArguments,
  pushCallTwoArgs,
  pushTpCall,
  pushVectorcall,
  vectorcallOf,
} from "../objects/call.ts";
import { pushCall } from "../objects/call_object.ts";
import { pushRichCompare } from "../objects/compare.ts";
import { ACCUMULATOR, declareConsumer, GO_ON, OWN } from "../objects/consume.ts";
import { declareModule, newModuleType, specOf } from "../objects/declare.ts";
import {
  dictUsed,
  nextKey,
  nextValue,
  PyDict_CheckExact,
  PyDict_GetItemWithError,
  PyDict_New,
  PyDict_Next,
} from "../objects/dict_core.ts";
import { PyObject_GenericGetDict } from "../objects/dict_instance.ts";
import { PyDict_Copy, PyDict_Update } from "../objects/dict_merge.ts";
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_NoMemory, raise } from "../objects/errors.ts";
import { finishNative, nativeLocal, PUSHED, setNativeLocal, takeNativeLocal } from "../objects/frames.ts";
import { Py_GenericAlias } from "../objects/generic_alias.ts";
import { identifier } from "../objects/identifiers.ts";
import { PySequence_Tuple } from "../objects/list_extend.ts";
import { zero } from "../objects/long_core.ts";
import { nativeWord, pushNativeWithWords, setNativeWord } from "../objects/native_scratch.ts";
import {
  decref,
  isDict,
  isTuple,
  newRef,
  Py_TPFLAGS_BASETYPE,
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
  Py_TPFLAGS_HAVE_GC,
  Py_TPFLAGS_HAVE_VECTORCALL,
  replaceSlot,
  sizeOf,
  typeIn,
  typeOf,
  xnewRef,
} from "../objects/object.ts";
import { Py_ReprEnter, Py_ReprLeave } from "../objects/repr_guard.ts";
import {
  ITEMS,
  PyTuple_GET_ITEM,
  PyTuple_New,
  PyTuple_Pack,
  PyTuple_SET_ITEM,
  tupleFromArray,
} from "../objects/tuple_core.ts";
import { fullName } from "../objects/type_names.ts";
import { makeModuleType, PyType_FromModuleAndSpec } from "../objects/type_spec.ts";
import { Py_None, PyExc_AttributeError, PyExc_FutureWarning, PyExc_TypeError, PyTuple_Type } from "../objects/types.ts";
import { PyUnicode_FromString } from "../objects/unicode_core.ts";
import {
  UnicodeWriter_Finish,
  UnicodeWriter_New,
  UnicodeWriter_WriteASCIIString,
  UnicodeWriter_WriteStr,
} from "../objects/unicode_writer.ts";
import { PyErr_WarnEx } from "../objects/warn.ts";
import { PyObject_ClearWeakRefs } from "../objects/weakref_core.ts";
import { linkType, lruCacheType } from "./lru_cache.ts";
import { addTypes, setStolen } from "./make_module.ts";
import { allocate, clearer, deallocator, hasKeywords, instanceDictSetter, traverser } from "./type_support.ts";

// -- reduce --------------------------------------------------------------------------------------------------------------

const FUNCTION = OWN;
const reducing = declareConsumer("functools.reduce", {
  localCount: 1,
  onOpen: (frame, [function_]) => setNativeLocal(frame, FUNCTION, newRef(function_)),
  onNotIterable: () => {
    if (PyErr_ExceptionMatches(PyExc_TypeError)) {
      PyErr_Clear();
      raise(PyExc_TypeError, "reduce() arg 2 must support iteration");
    }
  },
  onItem: (frame, item) => {
    const before = nativeLocal(frame, ACCUMULATOR);
    if (before === 0) {
      setNativeLocal(frame, ACCUMULATOR, item);
      return GO_ON;
    }
    const result = pushCallTwoArgs(nativeLocal(frame, FUNCTION), before, item);
    decref(item);
    return result === PUSHED ? PUSHED : keep(frame, result);
  },
  onResult: (frame, result) => keep(frame, result),
  onEnd: (frame) =>
    takeNativeLocal(frame, ACCUMULATOR) || raise(PyExc_TypeError, "reduce() of empty iterable with no initial value"),
});

function keep(frame: Address, result: Owned): number {
  if (result === 0) return 0;
  const before = takeNativeLocal(frame, ACCUMULATOR);
  setNativeLocal(frame, ACCUMULATOR, result);
  decref(before);
  return GO_ON;
}

/** As C's function of a tuple of arguments, it names no module when it is given a keyword. */
function reduce(_module: Borrowed, args: Address, nargs: number, kwnames: Borrowed): Owned {
  if (kwnames !== 0 && sizeOf(kwnames) > 0) return raise(PyExc_TypeError, "reduce() takes no keyword arguments");
  if (nargs < 2) return raise(PyExc_TypeError, `reduce expected at least 2 arguments, got ${nargs}`);
  if (nargs > 3) return raise(PyExc_TypeError, `reduce expected at most 3 arguments, got ${nargs}`);
  return reducing.push(ptr(args + POINTER_BYTES), nargs === 3 ? newRef(ptr(args + 2 * POINTER_BYTES)) : 0, ptr(args));
}

// -- partial -------------------------------------------------------------------------------------------------------------

const partialobject = struct("partialobject", 64, {
  ...OBJECT_HEAD,
  fn: [16, "ptr", "the function"],
  args: [24, "ptr", "tuple of arguments that go first"],
  kw: [32, "ptr", "dict of keyword arguments"],
  dict: [40, "ptr", "__dict__"],
  weakreflist: [48, "ptr", "PyWeakReference; head of the list"],
  vectorcall: [56, "text", "vectorcallfunc; 0: calls go through tp_call"],
});
const FN = partialobject.fn;
const ARGS = partialobject.args;
const KW = partialobject.kw;
const DICT = partialobject.dict;

/** first + the items of second from an index on. Owned. */
function joinTuples(first: Borrowed, second: Borrowed, from: number): Owned {
  const count = first === 0 ? 0 : sizeOf(first);
  const more = sizeOf(second) - from;
  if (count === 0) return tupleFromArray(second + ITEMS + from * 8, more) || PyErr_NoMemory();
  const result = PyTuple_New(count + more);
  if (result === 0) return PyErr_NoMemory();
  for (let i = 0; i < count; i++) PyTuple_SET_ITEM(result, i, newRef(PyTuple_GET_ITEM(first, i)));
  for (let i = 0; i < more; i++) PyTuple_SET_ITEM(result, count + i, newRef(PyTuple_GET_ITEM(second, from + i)));
  return result;
}

/** A new dict of the keywords of one, then of another that goes before it. Either may be 0. */
function joinKeywords(first: Borrowed, second: Borrowed): Owned {
  const result = first === 0 ? PyDict_New() : PyDict_Copy(first);
  if (result === 0 || second === 0 || PyDict_Update(result, second) >= 0) return result;
  decref(result);
  return 0;
}

function partial_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  if (sizeOf(args) < 1) return raise(PyExc_TypeError, "type 'partial' takes at least one argument");
  let fn = PyTuple_GET_ITEM(args, 0);
  if (ptr(typeOf(fn) + PyTypeObject.tp_call) === 0) {
    return raise(PyExc_TypeError, "the first argument must be callable");
  }
  let before = 0;
  let kwBefore = 0;
  if (
    ptr(typeOf(fn) + PyTypeObject.tp_call) === ptr(typeIn(partialType) + PyTypeObject.tp_call) &&
    ptr(fn + DICT) === 0
  ) {
    before = ptr(fn + ARGS);
    kwBefore = ptr(fn + KW);
    fn = ptr(fn + FN);
  }
  const allArgs = joinTuples(before, args, 1);
  const allKeywords = allArgs === 0 ? 0 : joinKeywords(kwBefore, keywords);
  const o = allKeywords === 0 ? 0 : allocate(type);
  if (o === 0) {
    if (allArgs !== 0) decref(allArgs);
    if (allKeywords !== 0) decref(allKeywords);
    return 0;
  }
  setPtr(o + FN, newRef(fn));
  setPtr(o + ARGS, allArgs);
  setPtr(o + KW, allKeywords);
  setVectorcall(o);
  return o;
}

/** partial_setvectorcall: where the function has one, the partial object has. */
function setVectorcall(o: Borrowed): void {
  setPtr(o + partialobject.vectorcall, vectorcallOf(ptr(o + FN)) === 0 ? 0 : partialVectorcall);
}

function partial_vectorcall(o: Borrowed, args: Address, nargs: number, kwnames: Borrowed): Owned {
  const fn = ptr(o + FN);
  if (dictUsed(ptr(o + KW)) > 0) {
    // From here on calls go through tp_call.
    setPtr(o + partialobject.vectorcall, 0);
    return pushTpCall(o, args, nargs, kwnames);
  }
  // One that leads to itself would never end: calls of tp_call are counted.
  if (vectorcallOf(fn) === partialVectorcall) return pushTpCall(o, args, nargs, kwnames);
  const own = ptr(o + ARGS);
  const ownCount = sizeOf(own);
  if (ownCount === 0) return pushVectorcall(fn, args, nargs, kwnames);
  const count = nargs + (kwnames === 0 ? 0 : sizeOf(kwnames));
  const row = allocateArguments(ownCount + count);
  if (row === 0) return 0;
  copyBytes(row, own + ITEMS, ownCount * 8);
  copyBytes(row + ownCount * 8, args, count * 8);
  const result = pushVectorcall(fn, row, ownCount + nargs, kwnames);
  freeArguments(row);
  return result;
}
const partialVectorcall = text("partial_vectorcall", partial_vectorcall);

function partial_call(o: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  const allArgs = joinTuples(ptr(o + ARGS), args, 0);
  if (allArgs === 0) return 0;
  const own = ptr(o + KW);
  const more = hasKeywords(keywords);
  const allKeywords = dictUsed(own) === 0 ? (more ? newRef(keywords) : 0) : joinKeywords(own, more ? keywords : 0);
  const failed = allKeywords === 0 && dictUsed(own) > 0;
  const result = failed ? 0 : pushCall(ptr(o + FN), allArgs, allKeywords);
  decref(allArgs);
  if (allKeywords !== 0) decref(allKeywords);
  return result;
}

function partial_repr(o: Borrowed): Owned {
  const entered = Py_ReprEnter(o);
  if (entered !== 0) return entered < 0 ? 0 : PyUnicode_FromString("...");
  const writer = UnicodeWriter_New(true);
  let ok = writer !== 0;
  const put = (shown: Owned): void => {
    ok = ok && shown !== 0 && UnicodeWriter_WriteStr(writer, shown);
    if (shown !== 0) decref(shown);
  };
  const say = (ascii: string): void => {
    ok = ok && UnicodeWriter_WriteASCIIString(writer, ascii);
  };
  put(PyUnicode_FromString(fullName(typeOf(o))));
  say("(");
  put(PyObject_Repr(ptr(o + FN)));
  const args = newRef(ptr(o + ARGS));
  for (let i = 0; ok && i < sizeOf(args); i++) {
    say(", ");
    put(PyObject_Repr(PyTuple_GET_ITEM(args, i)));
  }
  decref(args);
  const keywords = newRef(ptr(o + KW));
  for (let at = PyDict_Next(keywords, 0); ok && at !== 0; at = PyDict_Next(keywords, at)) {
    // The str of a key may be a program's, which may change the dict.
    const key = newRef(nextKey());
    const value = newRef(nextValue());
    say(", ");
    put(PyObject_Str(key));
    say("=");
    put(PyObject_Repr(value));
    decref(key);
    decref(value);
  }
  decref(keywords);
  say(")");
  Py_ReprLeave(o);
  if (ok) return UnicodeWriter_Finish(writer);
  if (writer !== 0) decref(writer);
  return 0;
}

function partial_reduce(o: Borrowed): Owned {
  const args = PyTuple_Pack(ptr(o + FN));
  const state = PyTuple_Pack(ptr(o + FN), ptr(o + ARGS), ptr(o + KW), ptr(o + DICT) || Py_None);
  const result = args === 0 || state === 0 ? 0 : PyTuple_Pack(typeOf(o), args, state);
  if (args !== 0) decref(args);
  if (state !== 0) decref(state);
  return result || PyErr_NoMemory();
}

function partial_setstate(o: Borrowed, state: Borrowed): Owned {
  const item = (index: number): Borrowed => PyTuple_GET_ITEM(state, index);
  const isState =
    isTuple(state) &&
    sizeOf(state) === 4 &&
    ptr(typeOf(item(0)) + PyTypeObject.tp_call) !== 0 &&
    isTuple(item(1)) &&
    (item(2) === Py_None || isDict(item(2)));
  if (!isState) return raise(PyExc_TypeError, "invalid partial state");
  const args = typeOf(item(1)) === PyTuple_Type ? newRef(item(1)) : PySequence_Tuple(item(1));
  if (args === 0) return 0;
  const given = item(2);
  const keywords = given === Py_None ? PyDict_New() : PyDict_CheckExact(given) ? newRef(given) : PyDict_Copy(given);
  if (keywords === 0) {
    decref(args);
    return 0;
  }
  replaceSlot(o + FN, newRef(item(0)));
  replaceSlot(o + ARGS, args);
  replaceSlot(o + KW, keywords);
  replaceSlot(o + DICT, item(3) === Py_None ? 0 : newRef(item(3)));
  setVectorcall(o);
  return Py_None;
}

/** A partial object is no method yet; in a class it warns that it will be one. */
function partial_descr_get(self: Borrowed, o: Borrowed): Owned {
  if (o === 0 || o === Py_None) return newRef(self);
  const warning =
    "functools.partial will be a method descriptor in future Python versions; " +
    "wrap it in staticmethod() if you want to preserve the old behavior";
  return PyErr_WarnEx(PyExc_FutureWarning, warning, 1) < 0 ? 0 : newRef(self);
}

const release = deallocator(FN, ARGS, KW, DICT);
const partialType = newModuleType({
  name: "functools.partial",
  basicsize: partialobject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_VECTORCALL,
  dictoffset: DICT,
  weaklistoffset: partialobject.weakreflist,
  vectorcall_offset: partialobject.vectorcall,
  slots: {
    tp_new: partial_new,
    tp_dealloc: (o: Address): void => {
      PyObject_ClearWeakRefs(o);
      release(o);
    },
    tp_traverse: traverser(FN, ARGS, KW, DICT),
    tp_clear: clearer(FN, ARGS, KW, DICT),
    tp_call: partial_call,
    tp_descr_get: partial_descr_get,
    tp_repr: partial_repr,
    tp_getattro: genericGetAttr,
    tp_setattro: genericSetAttr,
  },
  members: [
    ["func", "object", FN, "readonly"],
    ["args", "object", ARGS, "readonly"],
    ["keywords", "object", KW, "readonly"],
  ],
  getset: [["__dict__", PyObject_GenericGetDict, instanceDictSetter(DICT)]],
  methods: [
    ["__reduce__", "()", partial_reduce],
    ["__setstate__", "(state, /)", partial_setstate],
    ["__class_getitem__", "@classmethod (object, /)", (cls: Borrowed, item: Borrowed) => Py_GenericAlias(cls, item)],
  ],
});

// -- cmp_to_key ----------------------------------------------------------------------------------------------------------

const keyobject = struct("keyobject", 32, {
  ...OBJECT_HEAD,
  cmp: [16, "ptr", "the function that compares"],
  object: [24, "ptr", "what is compared; null in the factory"],
});
const CMP = keyobject.cmp;
const OBJECT = keyobject.object;

function newKey(cmp: Borrowed, o: Borrowed): Owned {
  const key = allocate(typeIn(keyType));
  if (key === 0) return 0;
  setPtr(key + CMP, newRef(cmp));
  setPtr(key + OBJECT, xnewRef(o));
  return key;
}

const id_obj = identifier("obj");
function key_call(o: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  const count = sizeOf(args);
  const named = hasKeywords(keywords) ? dictUsed(keywords) : 0;
  if (count + named > 1) {
    const kind = count === 0 ? "keyword " : "";
    return raise(PyExc_TypeError, `K() takes at most 1 ${kind}argument (${count + named} given)`);
  }
  if (count === 1) return newKey(ptr(o + CMP), PyTuple_GET_ITEM(args, 0));
  const value = named === 0 ? 0 : PyDict_GetItemWithError(keywords, id_obj);
  if (value !== 0) return newKey(ptr(o + CMP), value);
  return raise(PyExc_TypeError, "K() missing required argument 'obj' (pos 1)");
}

function key_compare(a: Borrowed, b: Borrowed, operator: number): Owned {
  if (typeOf(b) !== typeIn(keyType)) return raise(PyExc_TypeError, "other argument must be K instance");
  if (ptr(a + OBJECT) === 0 || ptr(b + OBJECT) === 0) return raise(PyExc_AttributeError, "object");
  const frame = pushNativeWithWords(STEP_COMPARED, 0, 1);
  if (frame === 0) return PyErr_NoMemory();
  setNativeWord(frame, 0, operator);
  const result = pushCallTwoArgs(ptr(a + CMP), ptr(a + OBJECT), ptr(b + OBJECT));
  return result === PUSHED ? PUSHED : compared(frame, result);
}

function compared(frame: Address, result: Owned): Owned {
  const operator = nativeWord(frame, 0);
  finishNative(frame, 0);
  if (result === 0) return 0;
  const answer = pushRichCompare(result, zero, operator);
  decref(result);
  return answer;
}
const STEP_COMPARED = text("functools.key_compared", compared);

const keyType = newModuleType({
  name: "functools.KeyWrapper",
  basicsize: keyobject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_DISALLOW_INSTANTIATION,
  slots: {
    tp_dealloc: deallocator(CMP, OBJECT),
    tp_traverse: traverser(CMP, OBJECT),
    tp_clear: clearer(CMP, OBJECT),
    tp_call: key_call,
    tp_getattro: genericGetAttr,
    tp_richcompare: key_compare,
  },
  members: [["obj", "object", OBJECT]],
  getset: [["__text_signature__", () => PyUnicode_FromString("(obj)")]],
});

declareModule({
  name: "_functools",
  functions: [
    ["reduce", "!(function, iterable, initial=<functools._initial_missing>, /)", reduce],
    ["cmp_to_key", "(mycmp)", (_m: Borrowed, cmp: Borrowed) => newKey(cmp, 0)],
  ],
  // The module's dict alone keeps the type of lru_cache's wrappers.
  exec: (module, dict) =>
    makeModuleType(module, keyType) === 0 ||
    addTypes(module, partialType) < 0 ||
    setStolen(dict, "_lru_cache_wrapper", PyType_FromModuleAndSpec(module, specOf(lruCacheType), 0)) < 0 ||
    makeModuleType(module, linkType) === 0
      ? -1
      : 0,
});
