// The type dict: its slots and methods. The table is in dict_keys.ts, the operations are in dict_core.ts and dict_merge.ts.
// Invariant: what runs a program's code for long (repr, update from an iterator, __missing__) is resumable.

import { gcNewVar, gcTrack, isTracked } from "../gc/link.ts";
import { type Address, type Borrowed, type Owned, ptr } from "../memory/memory.ts";
import { PyDictObject } from "../memory/structs/containers.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { text, textFunction } from "../memory/text.ts";
import { hashNotImplemented, pushRepr } from "./abstract.ts";
import { genericGetAttr } from "./attributes.ts";
import { keywordDict } from "./call.ts";
import { declareType } from "./declare.ts";
import { dict_richcompare } from "./dict_compare.ts";
import {
  _PyDict_HasOnlyStringKeys,
  _PyDict_SizeOf,
  _PyErr_SetKeyError,
  dict_dealloc,
  dictKeys,
  dictUsed,
  dictValues,
  fillDict,
  nextKey,
  nextValue,
  PyDict_Clear,
  PyDict_Contains,
  PyDict_DelItem,
  PyDict_GetItemWithError,
  PyDict_New,
  PyDict_Next,
  PyDict_Pop,
  PyDict_SetDefault,
  PyDict_SetDefaultRef,
  PyDict_SetItem,
  popLast,
} from "./dict_core.ts";
import { pushFromKeys } from "./dict_fromkeys.ts";
import { newDictIterator } from "./dict_iterators.ts";
import { EMPTY_KEYS, entryBytes, entryCount, entryKeyAt, isUnicodeKeys, VALUE_AFTER_KEY } from "./dict_keys.ts";
import { OVERRIDE, PyDict_Copy, pushMerge } from "./dict_merge.ts";
import { isEmbedded, valueIn } from "./dict_values.ts";
import { _PyDictView_New } from "./dict_views.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise, raiseInt } from "./errors.ts";
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
import { genericAlias } from "./generic_alias_call.ts";
import { identifier } from "./identifiers.ts";
import { bool, PyLong_FromNumber } from "./long_core.ts";
import { nativeWord, pushNativeWithWords, setNativeWord } from "./native_scratch.ts";
import {
  _Py_TPFLAGS_MATCH_SELF,
  decref,
  initObject,
  isDict,
  newRef,
  Py_TPFLAGS_BASETYPE,
  Py_TPFLAGS_DICT_SUBCLASS,
  Py_TPFLAGS_HAVE_GC,
  Py_TPFLAGS_MAPPING,
  sizeOf,
  typeOf,
  xdecref,
} from "./object.ts";
import { Py_ReprEnter, Py_ReprLeave } from "./repr_guard.ts";
import { pushSpecialOr } from "./special.ts";
import { ITEMS, PyTuple_GET_ITEM, PyTuple_New } from "./tuple_core.ts";
import { gcFreeText } from "./type_alloc.ts";
import {
  Py_None,
  Py_NotImplemented,
  PyDict_Type,
  PyDictItems_Type,
  PyDictIterKey_Type,
  PyDictKeys_Type,
  PyDictRevIterKey_Type,
  PyDictValues_Type,
  PyExc_KeyError,
  PyExc_TypeError,
} from "./types.ts";
import { PyUnicode_FromString } from "./unicode_core.ts";
import { setInternedDict } from "./unicode_intern.ts";
import {
  UnicodeWriter_Finish,
  UnicodeWriter_New,
  UnicodeWriter_SetOverallocate,
  UnicodeWriter_WriteASCIIString,
  UnicodeWriter_WriteChar,
  UnicodeWriter_WriteStr,
} from "./unicode_writer.ts";

const MISSING = identifier("__missing__");
const NO_METHOD = -1;

type Visit = (o: Borrowed) => number;

setInternedDict({
  create: PyDict_New,
  find: PyDict_GetItemWithError,
  setDefault: (dict, string) => PyDict_SetDefault(dict, string, string),
  remove: (dict, string) => xdecref(PyDict_Pop(dict, string)),
});

// -- items -------------------------------------------------------------------------------------------------------------

/** dict_subscript: d[key], or what __missing__ of a subclass answers. */
function dict_subscript(dict: Borrowed, key: Borrowed): Owned {
  const value = PyDict_GetItemWithError(dict, key);
  if (value !== 0) return newRef(value);
  if (PyErr_Occurred() !== 0) return 0;
  if (typeOf(dict) !== PyDict_Type) {
    const result = pushSpecialOr(NO_METHOD, dict, MISSING, key);
    if (result !== NO_METHOD) return result;
  }
  return _PyErr_SetKeyError(key);
}

function dict_ass_sub(dict: Borrowed, key: Borrowed, value: Borrowed): number {
  return value === 0 ? PyDict_DelItem(dict, key) : PyDict_SetItem(dict, key, value);
}

function dict_contains(dict: Borrowed, key: Borrowed): Owned {
  const found = PyDict_Contains(dict, key);
  return found < 0 ? 0 : bool(found > 0);
}

function dict_get(dict: Borrowed, key: Borrowed, missing: Borrowed): Owned {
  const value = PyDict_GetItemWithError(dict, key);
  if (value === 0 && PyErr_Occurred() !== 0) return 0;
  return newRef(value !== 0 ? value : missing !== 0 ? missing : Py_None);
}

function dict_setdefault(dict: Borrowed, key: Borrowed, value: Borrowed): Owned {
  return PyDict_SetDefaultRef(dict, key, value !== 0 ? value : Py_None);
}

function dict_pop(dict: Borrowed, key: Borrowed, missing: Borrowed): Owned {
  const value = PyDict_Pop(dict, key);
  if (value !== 0) return value;
  if (PyErr_Occurred() !== 0) return 0;
  return missing !== 0 ? newRef(missing) : _PyErr_SetKeyError(key);
}

function dict_popitem(dict: Borrowed): Owned {
  const pair = PyTuple_New(2);
  if (pair === 0) return PyErr_NoMemory();
  if (dictUsed(dict) === 0) raise(PyExc_KeyError, "popitem(): dictionary is empty");
  else if (popLast(dict, pair + ITEMS, pair + ITEMS + 8) === 0) return pair;
  decref(pair);
  return 0;
}

function dict_clear(dict: Borrowed): Owned {
  PyDict_Clear(dict);
  return Py_None;
}

function dict_sizeof(dict: Borrowed): Owned {
  return PyLong_FromNumber(_PyDict_SizeOf(dict)) || PyErr_NoMemory();
}

// -- making and filling ------------------------------------------------------------------------------------------------

function dict_new(type: Borrowed): Owned {
  let dict: Owned;
  if (type === PyDict_Type) {
    dict = gcNewVar(type, PyDictObject.sizeof);
    if (dict === 0) return PyErr_NoMemory();
    initObject(dict, type);
  } else {
    dict = textFunction(ptr(type + PyTypeObject.tp_alloc))(type, 0);
    if (dict === 0) return 0;
  }
  fillDict(dict, EMPTY_KEYS, 0, 0);
  if (type !== PyDict_Type && !isTracked(dict)) gcTrack(dict);
  return dict;
}

/** At most one positional argument. False with an error set. */
function checkPositional(name: string, nargs: number): boolean {
  if (nargs <= 1) return true;
  raise(PyExc_TypeError, `${name} expected at most 1 argument, got ${nargs}`);
  return false;
}

function dict_init(dict: Borrowed, args: Borrowed, keywords: Borrowed): number {
  const nargs = sizeOf(args);
  if (!checkPositional("dict", nargs)) return -1;
  if (keywords !== 0 && !_PyDict_HasOnlyStringKeys(keywords)) {
    return raiseInt(PyExc_TypeError, "keywords must be strings");
  }
  const source = nargs === 1 ? PyTuple_GET_ITEM(args, 0) : 0;
  const answer = pushUpdate(dict, source, keywords === 0 ? 0 : newRef(keywords), Py_None);
  return answer === PUSHED ? PUSHED : deliveredInt(answer);
}

/** Merges a source (0: none) and keywords; takes keywords and answer. */
function pushUpdate(dict: Borrowed, source: Borrowed, keywords: Owned, answer: Owned): Owned {
  if (source !== 0) return pushMerge(dict, source, OVERRIDE, true, keywords, answer);
  if (keywords === 0) return answer;
  const result = pushMerge(dict, keywords, OVERRIDE, false, 0, answer);
  decref(keywords);
  return result;
}

function dict_update(dict: Borrowed, args: Address, nargs: number, kwnames: Borrowed): Owned {
  if (!checkPositional("update", nargs)) return 0;
  let keywords = 0;
  if (kwnames !== 0 && sizeOf(kwnames) > 0) {
    keywords = keywordDict(kwnames, args + nargs * 8);
    if (keywords === 0) return 0;
  }
  return pushUpdate(dict, nargs === 1 ? ptr(args) : 0, keywords, Py_None);
}

const DICT = 0;
const NAMES = 1;
const FIRST_VALUE = 2;

function dict_vectorcall(type: Borrowed, args: Address, nargs: number, kwnames: Borrowed): Owned {
  if (!checkPositional("dict", nargs)) return 0;
  const dict = dict_new(type);
  if (dict === 0) return 0;
  const count = kwnames === 0 ? 0 : sizeOf(kwnames);
  if (nargs === 1) {
    // The keywords wait in a native frame, since the arguments are dead once the update has pushed.
    const frame = pushNative(STEP_KEYWORDS, FIRST_VALUE + count);
    if (frame === 0) {
      decref(dict);
      return PyErr_NoMemory();
    }
    setNativeLocal(frame, DICT, dict);
    if (count > 0) setNativeLocal(frame, NAMES, newRef(kwnames));
    for (let i = 0; i < count; i++) setNativeLocal(frame, FIRST_VALUE + i, newRef(ptr(args + (1 + i) * 8)));
    const result = pushMerge(dict, ptr(args), OVERRIDE, true, 0, Py_None);
    return result === PUSHED ? PUSHED : setKeywords(frame, result);
  }
  for (let i = 0; i < count; i++) {
    if (PyDict_SetItem(dict, PyTuple_GET_ITEM(kwnames, i), ptr(args + i * 8)) < 0) {
      decref(dict);
      return 0;
    }
  }
  return dict;
}

function setKeywords(frame: Address, merged: Owned): Owned {
  if (deliveredInt(merged) < 0) return finishNative(frame, 0);
  const names = nativeLocal(frame, NAMES);
  const count = names === 0 ? 0 : sizeOf(names);
  for (let i = 0; i < count; i++) {
    const value = nativeLocal(frame, FIRST_VALUE + i);
    if (PyDict_SetItem(nativeLocal(frame, DICT), PyTuple_GET_ITEM(names, i), value) < 0) return finishNative(frame, 0);
  }
  return finishNative(frame, takeNativeLocal(frame, DICT));
}

const STEP_KEYWORDS = text("dict_vectorcall.keywords", setKeywords);

function dict_fromkeys(type: Borrowed, iterable: Borrowed, value: Borrowed): Owned {
  return pushFromKeys(type, iterable, value !== 0 ? value : Py_None);
}

function dict_or(left: Borrowed, right: Borrowed): Owned {
  if (!isDict(left) || !isDict(right)) return Py_NotImplemented;
  const copy = PyDict_Copy(left);
  if (copy === 0) return 0;
  const result = pushMerge(copy, right, OVERRIDE, true, 0, newRef(copy));
  decref(copy);
  return result;
}

function dict_ior(dict: Borrowed, other: Borrowed): Owned {
  return pushMerge(dict, other, OVERRIDE, true, 0, newRef(dict));
}

// -- repr --------------------------------------------------------------------------------------------------------------
const SELF = 0;
const WRITER = 1;
const KEY = 2;
const VALUE = 3;
const REPR_LOCALS = 4;
/** The only word of the frame: the position behind the entry being shown. */
const POSITION = 0;

function dict_repr(dict: Borrowed): Owned {
  const entered = Py_ReprEnter(dict);
  if (entered !== 0) return entered < 0 ? 0 : PyUnicode_FromString("{...}") || PyErr_NoMemory();
  const used = dictUsed(dict);
  if (used === 0) {
    Py_ReprLeave(dict);
    return PyUnicode_FromString("{}") || PyErr_NoMemory();
  }
  // "{" + "1: 2" + ", 3: 4" for each further entry + "}"
  const writer = UnicodeWriter_New(true, 1 + 4 + (2 + 4) * (used - 1) + 1);
  const frame = writer === 0 ? 0 : pushNativeWithWords(STEP_REPR_KEY, REPR_LOCALS, 1);
  if (frame === 0) {
    xdecref(writer);
    Py_ReprLeave(dict);
    return PyErr_NoMemory();
  }
  setNativeLocal(frame, SELF, newRef(dict));
  setNativeLocal(frame, WRITER, writer);
  if (!UnicodeWriter_WriteChar(writer, "{".charCodeAt(0))) return reprOutOfMemory(frame);
  return reprEntries(frame, 0);
}

function reprEntries(frame: Address, start: number): Owned {
  const dict = nativeLocal(frame, SELF);
  const writer = nativeLocal(frame, WRITER);
  for (let at = PyDict_Next(dict, start); at !== 0; at = PyDict_Next(dict, at)) {
    // repr may change the dict: key, value and position are kept.
    setNativeLocal(frame, KEY, newRef(nextKey()));
    setNativeLocal(frame, VALUE, newRef(nextValue()));
    setNativeWord(frame, POSITION, at);
    if (start !== 0 && !UnicodeWriter_WriteASCIIString(writer, ", ")) return reprOutOfMemory(frame);
    start = at;
    setStep(frame, STEP_REPR_KEY);
    const key = pushRepr(nativeLocal(frame, KEY));
    if (key === PUSHED) return PUSHED;
    const value = reprValue(frame, key);
    if (value === PUSHED) return PUSHED;
    if (!endEntry(frame, value)) return reprEnd(frame, 0);
  }
  UnicodeWriter_SetOverallocate(writer, false);
  if (!UnicodeWriter_WriteChar(writer, "}".charCodeAt(0))) return reprOutOfMemory(frame);
  const result = UnicodeWriter_Finish(takeNativeLocal(frame, WRITER));
  return result === 0 ? reprOutOfMemory(frame) : reprEnd(frame, result);
}

/** Writes the key and asks for the value's repr: Owned, 0 with an error set, or PUSHED. */
function reprValue(frame: Address, key: Owned): Owned {
  if (key === 0) return 0;
  const writer = nativeLocal(frame, WRITER);
  const written = UnicodeWriter_WriteStr(writer, key) && UnicodeWriter_WriteASCIIString(writer, ": ");
  decref(key);
  if (!written) return PyErr_NoMemory();
  setStep(frame, STEP_REPR_VALUE);
  return pushRepr(nativeLocal(frame, VALUE));
}

/** Writes the value and lets go of the entry. False with an error set. */
function endEntry(frame: Address, value: Owned): boolean {
  if (value === 0) return false;
  const written = UnicodeWriter_WriteStr(nativeLocal(frame, WRITER), value);
  decref(value);
  if (!written) PyErr_NoMemory();
  decref(takeNativeLocal(frame, KEY));
  decref(takeNativeLocal(frame, VALUE));
  return written;
}

function reprEnd(frame: Address, result: Owned): Owned {
  Py_ReprLeave(nativeLocal(frame, SELF));
  return finishNative(frame, result);
}

function reprOutOfMemory(frame: Address): Owned {
  PyErr_NoMemory();
  return reprEnd(frame, 0);
}

function afterReprValue(frame: Address, value: Owned): Owned {
  const position = nativeWord(frame, POSITION);
  return endEntry(frame, value) ? reprEntries(frame, position) : reprEnd(frame, 0);
}

const STEP_REPR_KEY = text("dict_repr.key", (frame: Address, key: Owned): Owned => {
  const value = reprValue(frame, key);
  return value === PUSHED ? PUSHED : afterReprValue(frame, value);
});
const STEP_REPR_VALUE = text("dict_repr.value", afterReprValue);

// -- collector ---------------------------------------------------------------------------------------------------------

/** As in 3.13.0, embedded values are the object's to visit (PyObject_VisitManagedDict), str keys are not visited. */
function dict_traverse(dict: Address, visit: Visit): number {
  const keys = dictKeys(dict);
  const values = dictValues(dict);
  const count = entryCount(keys);
  if (values !== 0 && isEmbedded(values)) return 0;
  const bytes = entryBytes(keys);
  const general = !isUnicodeKeys(keys);
  for (let i = 0, at = entryKeyAt(keys, 0); i < count; i++, at += bytes) {
    const value = values !== 0 ? valueIn(values, i) : ptr(at + VALUE_AFTER_KEY);
    if (value === 0) continue;
    const stop = visit(value) || (general ? visit(ptr(at)) : 0);
    if (stop !== 0) return stop;
  }
  return 0;
}

function dict_tp_clear(dict: Address): number {
  PyDict_Clear(dict);
  return 0;
}

// -- the type ----------------------------------------------------------------------------------------------------------

declareType(PyDict_Type, {
  name: "dict",
  basicsize: PyDictObject.sizeof,
  flags:
    Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_DICT_SUBCLASS | _Py_TPFLAGS_MATCH_SELF | Py_TPFLAGS_MAPPING,
  slots: {
    tp_getattro: genericGetAttr,
    tp_dealloc: dict_dealloc,
    tp_repr: dict_repr,
    tp_hash: hashNotImplemented,
    tp_traverse: dict_traverse,
    tp_clear: dict_tp_clear,
    tp_richcompare: dict_richcompare,
    tp_iter: (dict: Borrowed) => newDictIterator(dict, PyDictIterKey_Type),
    tp_init: dict_init,
    tp_new: dict_new,
    tp_free: gcFreeText,
    tp_vectorcall: dict_vectorcall,
    mp_length: dictUsed,
    mp_subscript: dict_subscript,
    mp_ass_subscript: dict_ass_sub,
    sq_contains: PyDict_Contains,
    nb_or: dict_or,
    nb_inplace_or: dict_ior,
  },
  methods: [
    ["__contains__", "(key, /)", dict_contains],
    ["__getitem__", "(key, /)", dict_subscript],
    ["__sizeof__", "()", dict_sizeof],
    ["get", "(key, default=None, /)", dict_get],
    ["setdefault", "(key, default=None, /)", dict_setdefault],
    ["pop", "(key, default=<unrepresentable>, /)", dict_pop],
    ["popitem", "()", dict_popitem],
    ["keys", "()", (dict: Borrowed) => _PyDictView_New(dict, PyDictKeys_Type)],
    ["items", "()", (dict: Borrowed) => _PyDictView_New(dict, PyDictItems_Type)],
    ["values", "()", (dict: Borrowed) => _PyDictView_New(dict, PyDictValues_Type)],
    ["update", "!(E=None, /, **F)", dict_update],
    ["fromkeys", "@classmethod (iterable, value=None, /)", dict_fromkeys],
    ["clear", "()", dict_clear],
    ["copy", "()", PyDict_Copy],
    ["__reversed__", "()", (dict: Borrowed) => newDictIterator(dict, PyDictRevIterKey_Type)],
    ["__class_getitem__", "@classmethod (object, /)", genericAlias],
  ],
});
