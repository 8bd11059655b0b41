// The type bool: two ints that say True and False.
import { type Address, type Borrowed, type Owned, ptr } from "../memory/memory.ts";
import { PyLongObject } from "../memory/structs/numbers.ts";
import { text } from "../memory/text.ts";
import { declareType } from "./declare.ts";
import { dictUsed } from "./dict_core.ts";
import { PyErr_NoMemory, raise } from "./errors.ts";
import { deliveredInt, finishNative, PUSHED, pushNative } from "./frames.ts";
import { identifier } from "./identifiers.ts";
import { longInvert } from "./long_arith.ts";
import { longAnd, longOr, longXor } from "./long_bits.ts";
import { bool } from "./long_core.ts";
import { DIGIT_BYTES } from "./long_digits.ts";
import {
  _Py_TPFLAGS_MATCH_SELF,
  isInt,
  isPythonClass,
  Py_TPFLAGS_BYTES_SUBCLASS,
  Py_TPFLAGS_DICT_SUBCLASS,
  Py_TPFLAGS_LIST_SUBCLASS,
  Py_TPFLAGS_LONG_SUBCLASS,
  Py_TPFLAGS_TUPLE_SUBCLASS,
  Py_TPFLAGS_UNICODE_SUBCLASS,
  sizeOf,
  typeFlags,
  typeOf,
} from "./object.ts";
import { pushTruth } from "./truth.ts";
import { PyTuple_GET_ITEM } from "./tuple_core.ts";
import {
  Py_False,
  Py_None,
  Py_NotImplemented,
  Py_True,
  PyBool_Type,
  PyExc_DeprecationWarning,
  PyExc_TypeError,
  PyLong_Type,
} from "./types.ts";
import { PyErr_WarnEx } from "./warn.ts";

const afterTruth = text("bool_new.truth", (frame: Address, result: Owned): Owned => {
  const truth = deliveredInt(result);
  return finishNative(frame, truth < 0 ? 0 : bool(truth > 0));
});

/** Types whose truth never runs Python, by their flags. */
const PLAIN =
  Py_TPFLAGS_LONG_SUBCLASS | Py_TPFLAGS_LIST_SUBCLASS | Py_TPFLAGS_TUPLE_SUBCLASS | Py_TPFLAGS_BYTES_SUBCLASS;
const PLAIN_TOO = Py_TPFLAGS_UNICODE_SUBCLASS | Py_TPFLAGS_DICT_SUBCLASS;

/** bool(x). May answer PUSHED. */
function pushMakeBool(x: Borrowed): Owned {
  const flags = typeFlags(typeOf(x));
  if (x === Py_None || (!isPythonClass(typeOf(x)) && (flags & (PLAIN | PLAIN_TOO)) !== 0)) {
    const truth = pushTruth(x);
    return truth < 0 ? 0 : bool(truth > 0);
  }
  const frame = pushNative(afterTruth, 0);
  if (frame === 0) return PyErr_NoMemory();
  const truth = pushTruth(x);
  if (truth === PUSHED) return PUSHED;
  return finishNative(frame, truth < 0 ? 0 : bool(truth > 0));
}

function takesNoKeywords(): 0 {
  return raise(PyExc_TypeError, "bool() takes no keyword arguments");
}

function bool_new(_type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  if (keywords !== 0 && dictUsed(keywords) > 0) return takesNoKeywords();
  const nargs = sizeOf(args);
  if (nargs > 1) return raise(PyExc_TypeError, `bool expected at most 1 argument, got ${nargs}`);
  return nargs === 0 ? Py_False : pushMakeBool(PyTuple_GET_ITEM(args, 0));
}

function bool_vectorcall(_type: Borrowed, args: Address, nargs: number, kwnames: Borrowed): Owned {
  if (kwnames !== 0 && sizeOf(kwnames) > 0) return takesNoKeywords();
  if (nargs > 1) return raise(PyExc_TypeError, `bool expected at most 1 argument, got ${nargs}`);
  return nargs === 0 ? Py_False : pushMakeBool(ptr(args));
}

const isBool = (o: Borrowed): boolean => o === Py_True || o === Py_False;

/** Two bools give a bool; anything else is int's. */
function bitSlot(ofBools: (a: boolean, b: boolean) => boolean, ofInts: (a: Borrowed, b: Borrowed) => Owned) {
  return (a: Borrowed, b: Borrowed): Owned => {
    if (isBool(a) && isBool(b)) return bool(ofBools(a === Py_True, b === Py_True));
    return isInt(a) && isInt(b) ? ofInts(a, b) : Py_NotImplemented;
  };
}

const INVERSION =
  "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the bitwise inversion of " +
  "the underlying int object and is usually not what you expect from negating a bool. Use the 'not' operator for boolean " +
  "negation or ~int(x) if you really want the bitwise inversion of the underlying int.";

function bool_invert(o: Borrowed): Owned {
  return PyErr_WarnEx(PyExc_DeprecationWarning, INVERSION, 1) < 0 ? 0 : longInvert(o);
}

const id_True = identifier("True");
const id_False = identifier("False");

declareType(PyBool_Type, {
  name: "bool",
  basicsize: PyLongObject.ob_digit,
  itemsize: DIGIT_BYTES,
  base: PyLong_Type,
  flags: Py_TPFLAGS_LONG_SUBCLASS | _Py_TPFLAGS_MATCH_SELF,
  slots: {
    tp_dealloc: (): void => {},
    tp_repr: (o: Borrowed) => (o === Py_True ? id_True : id_False),
    tp_new: bool_new,
    tp_vectorcall: bool_vectorcall,
    nb_invert: bool_invert,
    nb_and: bitSlot((a, b) => a && b, longAnd),
    nb_or: bitSlot((a, b) => a || b, longOr),
    nb_xor: bitSlot((a, b) => a !== b, longXor),
  },
});
