// The type collections.OrderedDict. Its order is in odict_core.ts, update() in odict_update.ts, iterators and views in
// odict_iterators.ts.
import { gcUntrack } from "../../gc/link.ts";
import { type Address, type Borrowed, type Owned, ptr } from "../../memory/memory.ts";
import { PyODictObject } from "../../memory/structs/containers.ts";
import { PyTypeObject } from "../../memory/structs/object.ts";
import { text, textFunction } from "../../memory/text.ts";
import {
  Py_EQ,
  Py_NE,
  PyObject_GetItem,
  PyObject_GetIter,
  PyObject_RichCompareBool,
  PyObject_SetItem,
  PySequence_Contains,
  pushRepr,
} from "../../objects/abstract.ts";
import { PyObject_CallNoArgs, PyObject_CallOneArg } from "../../objects/call.ts";
import { PyObject_CallMethod } from "../../objects/call_method.ts";
import { declareType } from "../../objects/declare.ts";
import {
  _PyDict_SizeOf,
  _PyErr_SetKeyError,
  dictUsed,
  PyDict_Clear,
  PyDict_GetItemWithError,
} from "../../objects/dict_core.ts";
import { pushFromKeys } from "../../objects/dict_fromkeys.ts";
import { PyObject_GenericGetDict } from "../../objects/dict_instance.ts";
import { _PyDictView_New } from "../../objects/dict_views.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise, raiseInt } from "../../objects/errors.ts";
import {
  deliveredInt,
  finishNative,
  nativeLocal,
  PUSHED,
  pushNative,
  setNativeLocal,
  takeNativeLocal,
} from "../../objects/frames.ts";
import { identifier } from "../../objects/identifiers.ts";
import { bool, PyLong_FromNumber } from "../../objects/long_core.ts";
import { nativeWord, pushNativeWithWords, setNativeWord } from "../../objects/native_scratch.ts";
import {
  clearSlot,
  decref,
  isDict,
  newRef,
  Py_TPFLAGS_BASETYPE,
  Py_TPFLAGS_DICT_SUBCLASS,
  Py_TPFLAGS_HAVE_GC,
  Py_TPFLAGS_MAPPING,
  sizeOf,
  typeOf,
  xdecref,
} from "../../objects/object.ts";
import { objectGetState } from "../../objects/object_reduce.ts";
import { Py_ReprEnter, Py_ReprLeave } from "../../objects/repr_guard.ts";
import { truthOfResult } from "../../objects/sequence_compare.ts";
import { emptyTuple, PyTuple_Pack, tupleFromArray } from "../../objects/tuple_core.ts";
import { shortName } from "../../objects/type_names.ts";
import {
  Py_None,
  Py_NotImplemented,
  PyDict_Type,
  PyExc_KeyError,
  PyExc_RuntimeError,
  PyExc_TypeError,
} from "../../objects/types.ts";
import { PyUnicode_FromString } from "../../objects/unicode_core.ts";
import {
  UnicodeWriter_Finish,
  UnicodeWriter_New,
  UnicodeWriter_WriteASCIIString,
  UnicodeWriter_WriteStr,
} from "../../objects/unicode_writer.ts";
import { PyObject_ClearWeakRefs } from "../../objects/weakref_core.ts";
import { instanceDictSetter } from "../type_support.ts";
import {
  addFirst,
  addLast,
  clearNodes,
  findNode,
  firstNode,
  isExactOrderedDict,
  isOrderedDict,
  lastNode,
  nextNode,
  nodeKey,
  odictState,
  orderBytes,
  PyODict_DelItem,
  PyODict_SetItem,
  PyODict_Type,
  popKey,
  unlinkNode,
} from "./odict_core.ts";
import {
  odict_iter,
  odict_reversed,
  PyODictItems_Type,
  PyODictKeys_Type,
  PyODictValues_Type,
} from "./odict_iterators.ts";
import { pushUpdate, pushUpdateFrom } from "./odict_update.ts";

type Visit = (o: Borrowed) => number;
type Traverse = (o: Address, visit: Visit) => number;

const INSTANCE_DICT = PyODictObject.od_inst_dict;

// -- life ----------------------------------------------------------------------------------------------------------------

function odict_init(o: Borrowed, args: Borrowed, keywords: Borrowed): number {
  const count = sizeOf(args);
  if (count > 1) return raiseInt(PyExc_TypeError, `expected at most 1 arguments, got ${count}`);
  const answer = pushUpdate(o, args, keywords);
  return answer === PUSHED ? PUSHED : deliveredInt(answer);
}

function odict_dealloc(o: Address): void {
  gcUntrack(o);
  clearSlot(o + INSTANCE_DICT);
  PyObject_ClearWeakRefs(o);
  clearNodes(o);
  textFunction(ptr(PyDict_Type + PyTypeObject.tp_dealloc))(o);
}

function odict_traverse(o: Address, visit: Visit): number {
  const attributes = ptr(o + INSTANCE_DICT);
  let stop = attributes === 0 ? 0 : visit(attributes);
  for (let node = firstNode(o); node !== 0 && stop === 0; node = nextNode(node)) stop = visit(nodeKey(node));
  return stop !== 0 ? stop : textFunction<Traverse>(ptr(PyDict_Type + PyTypeObject.tp_traverse))(o, visit);
}

function clear(o: Borrowed): Owned {
  PyDict_Clear(o);
  clearNodes(o);
  return Py_None;
}

function odict_tp_clear(o: Address): number {
  clearSlot(o + INSTANCE_DICT);
  clear(o);
  return 0;
}

// -- repr ----------------------------------------------------------------------------------------------------------------

const id_items = identifier("items");

function odict_repr(o: Borrowed): Owned {
  if (dictUsed(o) === 0) return PyUnicode_FromString(`${shortName(typeOf(o))}()`);
  const entered = Py_ReprEnter(o);
  if (entered !== 0) return entered < 0 ? 0 : PyUnicode_FromString("...");
  const dict = PyObject_CallOneArg(PyDict_Type, o);
  const frame = dict === 0 ? 0 : pushNative(STEP_SHOWN, 1);
  if (frame === 0) {
    xdecref(dict);
    Py_ReprLeave(o);
    return PyErr_Occurred() ? 0 : PyErr_NoMemory();
  }
  setNativeLocal(frame, 0, newRef(o));
  const shown = pushRepr(dict);
  decref(dict);
  return shown === PUSHED ? PUSHED : finishRepr(frame, shown);
}

function finishRepr(frame: Address, shown: Owned): Owned {
  const o = nativeLocal(frame, 0);
  Py_ReprLeave(o);
  const writer = shown === 0 ? 0 : UnicodeWriter_New(true);
  const ok =
    writer !== 0 &&
    UnicodeWriter_WriteASCIIString(writer, `${shortName(typeOf(o))}(`) &&
    UnicodeWriter_WriteStr(writer, shown) &&
    UnicodeWriter_WriteASCIIString(writer, ")");
  xdecref(shown);
  if (ok) return finishNative(frame, UnicodeWriter_Finish(writer));
  xdecref(writer);
  return finishNative(frame, 0);
}
const STEP_SHOWN = text("odict_repr.shown", finishRepr);

// -- comparison ----------------------------------------------------------------------------------------------------------

/** == and !=: as dicts, then, against another OrderedDict, by the order of the keys. */
function odict_richcompare(v: Borrowed, w: Borrowed, operator: number): Owned {
  if ((operator !== Py_EQ && operator !== Py_NE) || !isOrderedDict(v) || !isDict(w)) return Py_NotImplemented;
  const frame = pushNativeWithWords(STEP_COMPARED, 2, 1);
  if (frame === 0) return PyErr_NoMemory();
  setNativeLocal(frame, 0, newRef(v));
  setNativeLocal(frame, 1, newRef(w));
  setNativeWord(frame, 0, operator);
  const result = textFunction(ptr(PyDict_Type + PyTypeObject.tp_richcompare))(v, w, Py_EQ);
  return result === PUSHED ? PUSHED : comparedAsDicts(frame, result);
}

function comparedAsDicts(frame: Address, result: Owned): Owned {
  let equal = truthOfResult(result);
  const w = nativeLocal(frame, 1);
  if (equal > 0 && isOrderedDict(w)) equal = sameOrder(nativeLocal(frame, 0), w);
  const wanted = nativeWord(frame, 0) === Py_EQ;
  return finishNative(frame, equal < 0 ? 0 : bool(equal > 0 === wanted));
}
const STEP_COMPARED = text("odict_richcompare.dicts", comparedAsDicts);

/** _odict_keys_equal: 1, 0, or -1 with an error set. */
function sameOrder(a: Borrowed, b: Borrowed): number {
  const stateA = odictState(a);
  const stateB = odictState(b);
  let nodeA = firstNode(a);
  let nodeB = firstNode(b);
  while (nodeA !== 0 && nodeB !== 0) {
    const keyA = newRef(nodeKey(nodeA));
    const keyB = newRef(nodeKey(nodeB));
    const equal = PyObject_RichCompareBool(keyA, keyB, Py_EQ);
    decref(keyA);
    decref(keyB);
    if (equal < 0) return -1;
    if (odictState(a) !== stateA || odictState(b) !== stateB) {
      return raiseInt(PyExc_RuntimeError, "OrderedDict mutated during iteration");
    }
    if (equal === 0) return 0;
    nodeA = nextNode(nodeA);
    nodeB = nextNode(nodeB);
  }
  return nodeA === nodeB ? 1 : 0;
}

// -- methods -------------------------------------------------------------------------------------------------------------

function setdefault(o: Borrowed, key: Borrowed, value: Borrowed): Owned {
  const missing = value || Py_None;
  if (isExactOrderedDict(o)) {
    const known = PyDict_GetItemWithError(o, key);
    if (known !== 0) return newRef(known);
    if (PyErr_Occurred() || PyODict_SetItem(o, key, missing) < 0) return 0;
    return newRef(missing);
  }
  const has = PySequence_Contains(o, key);
  if (has < 0) return 0;
  if (has > 0) return PyObject_GetItem(o, key);
  return PyObject_SetItem(o, key, missing) < 0 ? 0 : newRef(missing);
}

function popitem(o: Borrowed, last: number): Owned {
  const node = last !== 0 ? lastNode(o) : firstNode(o);
  if (node === 0) return raise(PyExc_KeyError, "dictionary is empty");
  const key = newRef(nodeKey(node));
  const value = popKey(o, key, 0);
  const item = value === 0 ? 0 : PyTuple_Pack(key, value);
  decref(key);
  xdecref(value);
  return item;
}

function move_to_end(o: Borrowed, key: Borrowed, last: number): Owned {
  if (firstNode(o) === 0) return _PyErr_SetKeyError(key);
  let node = last !== 0 ? lastNode(o) : firstNode(o);
  if (key === nodeKey(node)) return Py_None;
  node = findNode(o, key);
  if (node === 0) return PyErr_Occurred() ? 0 : _PyErr_SetKeyError(key);
  if (node === (last !== 0 ? lastNode(o) : firstNode(o))) return Py_None;
  unlinkNode(o, node);
  if (last !== 0) addLast(o, node);
  else addFirst(o, node);
  return Py_None;
}

function copy(o: Borrowed): Owned {
  const exact = isExactOrderedDict(o);
  const result = PyObject_CallNoArgs(typeOf(o));
  for (let node = firstNode(o); result !== 0 && node !== 0; node = nextNode(node)) {
    const key = newRef(nodeKey(node));
    const value = exact ? PyDict_GetItemWithError(o, key) : PyObject_GetItem(o, key);
    if (value === 0 && !PyErr_Occurred()) _PyErr_SetKeyError(key);
    const status =
      value === 0 ? -1 : exact ? PyODict_SetItem(result, key, value) : PyObject_SetItem(result, key, value);
    if (!exact) xdecref(value);
    decref(key);
    if (status >= 0) continue;
    decref(result);
    return 0;
  }
  return result;
}

function odict_reduce(o: Borrowed): Owned {
  const state = objectGetState(o);
  const items = state === 0 ? 0 : PyObject_CallMethod(o, id_items);
  const iterator = items === 0 ? 0 : PyObject_GetIter(items);
  const result = iterator === 0 ? 0 : PyTuple_Pack(typeOf(o), emptyTuple, state, Py_None, iterator);
  for (const part of [state, items, iterator]) xdecref(part);
  return result;
}

/** update(): keywords are a borrowed dict, or 0. */
function update(o: Borrowed, args: Address, nargs: number, keywords: Borrowed): Owned {
  const row = tupleFromArray(args, nargs);
  if (row === 0) return PyErr_NoMemory();
  const result = pushUpdate(o, row, keywords);
  decref(row);
  return result;
}

function odict_or(left: Borrowed, right: Borrowed): Owned {
  const self = isOrderedDict(left) ? left : right;
  if (!isDict(self === left ? right : left)) return Py_NotImplemented;
  const result = PyObject_CallOneArg(typeOf(self), left);
  if (result === 0) return 0;
  return updated(result, right);
}

/** An Owned mapping, once it has what a source has. May answer PUSHED. */
function updated(mapping: Owned, source: Borrowed): Owned {
  const frame = pushNative(STEP_UPDATED, 1);
  if (frame === 0) {
    decref(mapping);
    return PyErr_NoMemory();
  }
  setNativeLocal(frame, 0, mapping);
  const answer = pushUpdateFrom(mapping, source);
  return answer === PUSHED ? PUSHED : finishUpdated(frame, answer);
}

function finishUpdated(frame: Address, answer: Owned): Owned {
  if (answer === 0) return finishNative(frame, 0);
  decref(answer);
  return finishNative(frame, takeNativeLocal(frame, 0));
}
const STEP_UPDATED = text("odict_or.updated", finishUpdated);

declareType(PyODict_Type, {
  name: "collections.OrderedDict",
  basicsize: PyODictObject.sizeof,
  base: PyDict_Type,
  flags: Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_DICT_SUBCLASS | Py_TPFLAGS_MAPPING,
  dictoffset: INSTANCE_DICT,
  weaklistoffset: PyODictObject.od_weakreflist,
  slots: {
    tp_init: odict_init,
    tp_dealloc: odict_dealloc,
    tp_traverse: odict_traverse,
    tp_clear: odict_tp_clear,
    tp_repr: odict_repr,
    tp_richcompare: odict_richcompare,
    tp_iter: odict_iter,
    mp_ass_subscript: (o: Borrowed, key: Borrowed, value: Borrowed) =>
      value === 0 ? PyODict_DelItem(o, key) : PyODict_SetItem(o, key, value),
    nb_or: odict_or,
    nb_inplace_or: (o: Borrowed, other: Borrowed) => updated(newRef(o), other),
  },
  getset: [["__dict__", PyObject_GenericGetDict, instanceDictSetter(INSTANCE_DICT)]],
  methods: [
    [
      "fromkeys",
      "@classmethod (iterable, value=None)",
      (cls: Borrowed, iterable: Borrowed, value: Borrowed) => pushFromKeys(cls, iterable, value || Py_None),
    ],
    ["__sizeof__", "()", (o: Borrowed) => PyLong_FromNumber(_PyDict_SizeOf(o) + orderBytes(o))],
    ["__reduce__", "()", odict_reduce],
    ["setdefault", "(key, default=None)", setdefault],
    ["pop", "(key, default=<unrepresentable>)", popKey],
    ["popitem", "(last: bool = True)", popitem],
    ["keys", "()", (o: Borrowed) => _PyDictView_New(o, PyODictKeys_Type)],
    ["values", "()", (o: Borrowed) => _PyDictView_New(o, PyODictValues_Type)],
    ["items", "()", (o: Borrowed) => _PyDictView_New(o, PyODictItems_Type)],
    ["update", "(*args, **kwargs)", update],
    ["clear", "()", clear],
    ["copy", "()", copy],
    ["__reversed__", "()", odict_reversed],
    ["move_to_end", "(key, last: bool = True)", move_to_end],
  ],
});
