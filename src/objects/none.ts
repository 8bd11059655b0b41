// The types of None, Ellipsis and NotImplemented: each has one instance, which its type gives when it is called.
// Invariant: the instances are immortal; whoever boots the machine writes their heads.
import { type Borrowed, type Owned, setI64 } from "../memory/memory.ts";
import { Py_EQ, Py_NE } from "./abstract.ts";
import { declareType } from "./declare.ts";
import { dictUsed } from "./dict_core.ts";
import { PyErr_NoMemory, raise } from "./errors.ts";
import { HASH_RESULT } from "./hash.ts";
import { bool } from "./long_core.ts";
import { sizeOf } from "./object.ts";
import {
  _PyNone_Type,
  _PyNotImplemented_Type,
  Py_Ellipsis,
  Py_None,
  Py_NotImplemented,
  PyEllipsis_Type,
  PyExc_DeprecationWarning,
  PyExc_TypeError,
} from "./types.ts";
import { PyUnicode_FromString } from "./unicode_core.ts";
import { PyErr_WarnEx } from "./warn.ts";

/** tp_new of a singleton's type: the singleton, and no arguments. */
function newSingleton(singleton: Borrowed, name: string) {
  return (_type: Borrowed, args: Borrowed, keywords: Borrowed): Owned =>
    sizeOf(args) > 0 || (keywords !== 0 && dictUsed(keywords) > 0)
      ? raise(PyExc_TypeError, `${name} takes no arguments`)
      : singleton;
}

const text = (value: string): Owned => PyUnicode_FromString(value) || PyErr_NoMemory();

const BASICSIZE = 16;
/** hash(None): a constant, so that it is the same in every run. */
const NONE_HASH_LOW = 0xfca86420 | 0;

function none_hash(): number {
  setI64(HASH_RESULT, NONE_HASH_LOW, 0);
  return 0;
}

/** None equals nothing but itself; object's comparison would answer the same, but None has slots of its own. */
function none_richcompare(v: Borrowed, w: Borrowed, op: number): Owned {
  if (op === Py_EQ) return v === w ? bool(true) : Py_NotImplemented;
  if (op === Py_NE && v === w) return bool(false);
  return Py_NotImplemented;
}

/** NotImplemented counts as true, but should not be asked. */
function notImplementedTruth(): number {
  return PyErr_WarnEx(PyExc_DeprecationWarning, "NotImplemented should not be used in a boolean context", 1) < 0
    ? -1
    : 1;
}

declareType(_PyNone_Type, {
  name: "NoneType",
  basicsize: BASICSIZE,
  slots: {
    tp_repr: () => text("None"),
    tp_hash: none_hash,
    tp_richcompare: none_richcompare,
    tp_new: newSingleton(Py_None, "NoneType"),
    nb_bool: () => 0,
  },
});

declareType(PyEllipsis_Type, {
  name: "ellipsis",
  basicsize: BASICSIZE,
  slots: {
    tp_repr: () => text("Ellipsis"),
    tp_new: newSingleton(Py_Ellipsis, "EllipsisType"),
  },
  methods: [["__reduce__", "()", () => text("Ellipsis")]],
});

declareType(_PyNotImplemented_Type, {
  name: "NotImplementedType",
  basicsize: BASICSIZE,
  slots: {
    tp_repr: () => text("NotImplemented"),
    tp_new: newSingleton(Py_NotImplemented, "NotImplementedType"),
    nb_bool: notImplementedTruth,
  },
  methods: [["__reduce__", "()", () => text("NotImplemented")]],
});
