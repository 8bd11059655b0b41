// context.flags and context.traps: mappings of signals to booleans, which are views of a word of conditions in their context.
//
// Invariant: a dict without a context (its context is gone, or never was) refuses everything with ValueError.

import { gcUntrack } from "../../gc/link.ts";
import { type Address, type Borrowed, type Owned, ptr, setI32, setPtr, u32 } from "../../memory/memory.ts";
import {
  Py_EQ,
  Py_NE,
  PyObject_GetIter,
  PyObject_HashNotImplemented,
  PyObject_IsTrue,
} from "../../objects/abstract.ts";
import { genericGetAttr } from "../../objects/attributes.ts";
import { PyObject_CallNoArgs } from "../../objects/call.ts";
import { declareModuleType } from "../../objects/declare.ts";
import { PyDict_GetItemWithError, PyDict_New, PyDict_SetItem, PyDict_Size } from "../../objects/dict_core.ts";
import {
  PyErr_Clear,
  PyErr_ExceptionMatches,
  PyErr_NoMemory,
  PyErr_Occurred,
  raise,
  raiseInt,
} from "../../objects/errors.ts";
import { PyList_GET_ITEM } from "../../objects/list_core.ts";
import { bool } from "../../objects/long_core.ts";
import {
  decref,
  isDict,
  isList,
  Py_TPFLAGS_BASETYPE,
  Py_TPFLAGS_HAVE_GC,
  sizeOf,
  typeOf,
} from "../../objects/object.ts";
import { freeOfHeapType } from "../../objects/type_alloc.ts";
import { Py_NotImplemented, PyExc_KeyError, PyExc_TypeError, PyExc_ValueError } from "../../objects/types.ts";
import { PyUnicode_FromString } from "../../objects/unicode_core.ts";
import { traverser } from "../type_support.ts";
import { PyDecSignalDictObject, SignalDictMixin_Type } from "./layout.ts";
import { bitsOfSignal, SIGNALS, signalClass } from "./signals.ts";
import { state } from "./state.ts";

const WORD = PyDecSignalDictObject.flags;

const INVALID_SIGNALS =
  "valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]";

/** A dict that shows the word at an address. Owned, 0 with an error set. */
export function newSignalDict(word: Address): Owned {
  const o = PyObject_CallNoArgs(state("SignalDict"));
  if (o !== 0) setPtr(o + WORD, word);
  return o;
}

/** The context goes: the dict shows nothing from now on. */
export function detach(o: Borrowed): void {
  setPtr(o + WORD, 0);
}

export function isSignalDict(o: Borrowed): boolean {
  return typeOf(o) === state("SignalDict");
}

function isAttached(o: Borrowed): boolean {
  if (ptr(o + WORD) !== 0) return true;
  raise(PyExc_ValueError, "invalid signal dict");
  return false;
}

/** The bits of a signal; -1 with KeyError set. */
function bitsOrError(key: Borrowed): number {
  const bits = bitsOfSignal(key);
  return bits >= 0 ? bits : raiseInt(PyExc_KeyError, INVALID_SIGNALS);
}

function getItem(o: Borrowed, key: Borrowed): Owned {
  if (!isAttached(o)) return 0;
  const bits = bitsOrError(key);
  return bits < 0 ? 0 : bool((u32(ptr(o + WORD)) & bits) !== 0);
}

function setItem(o: Borrowed, key: Borrowed, value: Borrowed): number {
  if (!isAttached(o)) return -1;
  if (value === 0) return raiseInt(PyExc_ValueError, "signal keys cannot be deleted");
  const bits = bitsOrError(key);
  if (bits < 0) return -1;
  const truth = PyObject_IsTrue(value);
  if (truth < 0) return -1;
  const word = ptr(o + WORD);
  setI32(word, truth === 1 ? u32(word) | bits : u32(word) & ~bits);
  return 0;
}

/** The names of the signals in a word, by their lowest bits: "[Inexact, Rounded]". */
export function signalList(word: number): string {
  const present = SIGNALS.filter(({ bits }) => (word & bits) !== 0);
  const names = present.sort((a, b) => (a.bits & -a.bits) - (b.bits & -b.bits)).map(({ name }) => name);
  return `[${names.join(", ")}]`;
}

function repr(o: Borrowed): Owned {
  if (!isAttached(o)) return 0;
  const word = u32(ptr(o + WORD));
  const items = SIGNALS.map(({ name, bits }) => `<class 'decimal.${name}'>:${(word & bits) !== 0 ? "True" : "False"}`);
  return PyUnicode_FromString(`{${items.join(", ")}}`) || PyErr_NoMemory();
}

function iterate(o: Borrowed): Owned {
  return isAttached(o) ? PyObject_GetIter(state("SignalTuple")) : 0;
}

/** A plain dict of signals. Owned. */
function asDict(word: number): Owned {
  const dict = PyDict_New();
  for (const { name, bits } of SIGNALS) {
    if (dict === 0) return 0;
    if (PyDict_SetItem(dict, signalClass(name), bool((word & bits) !== 0)) >= 0) continue;
    decref(dict);
    return 0;
  }
  return dict;
}

/** dict_as_flags: the word of a dict with exactly the signals as keys; -1 with an error set. */
export function wordOfDict(dict: Borrowed): number {
  if (PyDict_Size(dict) !== SIGNALS.length) return raiseInt(PyExc_KeyError, "invalid signal dict");
  let word = 0;
  for (const { name, bits } of SIGNALS) {
    const value = PyDict_GetItemWithError(dict, signalClass(name));
    if (value === 0) return PyErr_Occurred() ? -1 : raiseInt(PyExc_KeyError, "invalid signal dict");
    const truth = PyObject_IsTrue(value);
    if (truth < 0) return -1;
    if (truth === 1) word |= bits;
  }
  return word;
}

/** The word that a signal dict, a dict or (where allowed) a list of signals means; -1 with an error set. */
export function wordOf(value: Borrowed, allowsList: boolean): number {
  if (isSignalDict(value)) return isAttached(value) ? u32(ptr(value + WORD)) : -1;
  if (isDict(value)) return wordOfDict(value);
  if (!allowsList || !isList(value)) return raiseInt(PyExc_TypeError, "argument must be a signal dict");
  let word = 0;
  for (let index = 0; index < sizeOf(value); index++) {
    const bits = bitsOfSignal(PyList_GET_ITEM(value, index));
    if (bits < 0) return raiseInt(PyExc_KeyError, INVALID_SIGNALS);
    word |= bits;
  }
  return word;
}

function compare(v: Borrowed, w: Borrowed, operator: number): Owned {
  if (!isAttached(v)) return 0;
  if (operator !== Py_EQ && operator !== Py_NE) return Py_NotImplemented;
  let other = 0;
  if (isSignalDict(w)) {
    if (!isAttached(w)) return 0;
    other = u32(ptr(w + WORD));
  } else if (isDict(w)) {
    other = wordOfDict(w);
    if (other === -1) {
      // A dict with other keys is only unequal.
      if (!PyErr_ExceptionMatches(PyExc_KeyError)) return 0;
      PyErr_Clear();
      return Py_NotImplemented;
    }
  } else return Py_NotImplemented;
  return bool((u32(ptr(v + WORD)) === other) === (operator === Py_EQ));
}

declareModuleType(SignalDictMixin_Type, {
  name: "decimal.SignalDictMixin",
  basicsize: PyDecSignalDictObject.sizeof,
  flags: Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC,
  slots: {
    tp_init: (o: Borrowed) => {
      setPtr(o + WORD, 0);
      return 0;
    },
    tp_dealloc: (o: Address): void => {
      gcUntrack(o);
      freeOfHeapType(o);
    },
    tp_traverse: traverser(),
    tp_repr: repr,
    tp_hash: PyObject_HashNotImplemented,
    tp_getattro: genericGetAttr,
    tp_richcompare: compare,
    tp_iter: iterate,
    mp_length: (o: Borrowed) => (isAttached(o) ? SIGNALS.length : -1),
    mp_subscript: getItem,
    mp_ass_subscript: setItem,
  },
  methods: [["copy", "()", (o: Borrowed) => (isAttached(o) ? asDict(u32(ptr(o + WORD))) : 0)]],
});
