// The type int.
//
// Arithmetic is in long_arith (sums, products, order), long_divide, long_bits, long_power; text in long_text; what the
// type's slots add here is the check that both operands are ints, and the making of instances.

import { type Address, type Borrowed, i32, type Owned, POINTER_BYTES, ptr, setI32, setPtr } from "../memory/memory.ts";
import { PyLongObject } from "../memory/structs/numbers.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { textFunction } from "../memory/text.ts";
import { Py_EQ, Py_GE, Py_GT, Py_LE, Py_LT } from "./abstract.ts";
import { genericGetAttr } from "./attributes.ts";
import { convertIndex } from "./convert.ts";
import { declareInitializer, declareType } from "./declare.ts";
import { dictUsed, nextKey, PyDict_GetItemWithError, PyDict_Next } from "./dict_core.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise } from "./errors.ts";
import { newFloat } from "./float_core.ts";
import { floatPower } from "./float_power.ts";
import { currentFrame, settle } from "./frames.ts";
import { identifier } from "./identifiers.ts";
import {
  longAbsolute,
  longAdd,
  longCompare,
  longExact,
  longInvert,
  longMultiply,
  longNegative,
  longSubtract,
} from "./long_arith.ts";
import { longAnd, longLeftShift, longOr, longRightShift, longXor } from "./long_bits.ts";
import { PyLong_AsDouble } from "./long_convert.ts";
import { bool, DIGITS, long_dealloc, longDigitCount, longSign, one, TAG, zero } from "./long_core.ts";
import { DIGIT_BYTES, digitAt } from "./long_digits.ts";
import { longDivideFloor, longFloorDivide, longModulo, longTrueDivide, takeModulo } from "./long_divide.ts";
import { longHash } from "./long_hash.ts";
import { longMethods } from "./long_methods.ts";
import { longPowerModulo, longPowerPositive } from "./long_power.ts";
import { DEFAULT_MAX_STR_DIGITS, longRepr, setMaxStringDigits } from "./long_text.ts";
import { longFromTextObject, NO_TEXT, pushNumberLong } from "./number_long.ts";
import {
  _Py_TPFLAGS_MATCH_SELF,
  decref,
  isInt,
  Py_TPFLAGS_BASETYPE,
  Py_TPFLAGS_LONG_SUBCLASS,
  sizeOf,
  typeOf,
} from "./object.ts";
import { raiseUnexpectedKeyword } from "./suggestions.ts";
import { PyTuple_GET_ITEM, PyTuple_New, PyTuple_SET_ITEM } from "./tuple_core.ts";
import { objectFreeText } from "./type_alloc.ts";
import { Py_None, Py_NotImplemented, PyExc_TypeError, PyExc_ValueError, PyLong_Type } from "./types.ts";
import { _PyUnicode_EqualToASCIIString } from "./unicode_core.ts";

export { longAdd, longCompare, longMultiply, longSubtract };

// -- operators -----------------------------------------------------------------------------------------------------------

type Binary = (a: Borrowed, b: Borrowed) => Owned;

/** A binary slot: NotImplemented unless both operands are ints. */
function binarySlot(operator: Binary): Binary {
  return (a, b) => (isInt(a) && isInt(b) ? operator(a, b) : Py_NotImplemented);
}

function long_divmod(a: Borrowed, b: Borrowed): Owned {
  const quotient = longDivideFloor(a, b);
  if (quotient === 0) return 0;
  const modulo = takeModulo();
  const pair = PyTuple_New(2);
  if (pair === 0) {
    decref(quotient);
    decref(modulo);
    return PyErr_NoMemory();
  }
  PyTuple_SET_ITEM(pair, 0, quotient);
  PyTuple_SET_ITEM(pair, 1, modulo);
  return pair;
}

/** long_pow. A negative exponent without a modulus makes floats of both. */
export function long_pow(a: Borrowed, b: Borrowed, c: Borrowed): Owned {
  if (!isInt(a) || !isInt(b)) return Py_NotImplemented;
  if (c !== Py_None) return isInt(c) ? longPowerModulo(a, b, c) : Py_NotImplemented;
  if (longSign(b) >= 0) return longPowerPositive(a, b);
  const base = PyLong_AsDouble(a);
  if (base === -1 && PyErr_Occurred() !== 0) return 0;
  const exponent = PyLong_AsDouble(b);
  if (exponent === -1 && PyErr_Occurred() !== 0) return 0;
  return floatPower(base, exponent);
}

function long_float(o: Borrowed): Owned {
  const value = PyLong_AsDouble(o);
  if (value === -1 && PyErr_Occurred() !== 0) return 0;
  return newFloat(value) || PyErr_NoMemory();
}

function long_richcompare(a: Borrowed, b: Borrowed, op: number): Owned {
  if (!isInt(a) || !isInt(b)) return Py_NotImplemented;
  const order = a === b ? 0 : longCompare(a, b);
  if (op === Py_LT) return bool(order < 0);
  if (op === Py_LE) return bool(order <= 0);
  if (op === Py_EQ) return bool(order === 0);
  if (op === Py_GT) return bool(order > 0);
  if (op === Py_GE) return bool(order >= 0);
  return bool(order !== 0);
}

// -- instances -----------------------------------------------------------------------------------------------------------

/** int(x, base), x and base 0 where they are not given. May answer PUSHED for an x of a class written in Python. */
function pushMakeLong(x: Borrowed, baseObject: Borrowed): Owned {
  if (x === 0) return baseObject === 0 ? zero : raise(PyExc_TypeError, "int() missing string argument");
  if (baseObject === 0) return pushNumberLong(x);
  const base = convertIndex(baseObject);
  if (base === -1 && PyErr_Occurred() !== 0) return 0;
  if ((base !== 0 && base < 2) || base > 36) {
    return raise(PyExc_ValueError, "int() base must be >= 2 and <= 36, or 0");
  }
  const result = longFromTextObject(x, base);
  if (result !== NO_TEXT) return result;
  return raise(PyExc_TypeError, "int() can't convert non-string with explicit base");
}

/** long_subtype_new: the digits of an exact int in an instance of a subclass. */
function makeSubtype(type: Borrowed, x: Borrowed, baseObject: Borrowed): Owned {
  const frame = currentFrame();
  const value = settle(frame, pushMakeLong(x, baseObject));
  if (value === 0) return 0;
  const count = Math.max(longDigitCount(value), 1);
  const o = textFunction(ptr(type + PyTypeObject.tp_alloc))(type, count);
  if (o !== 0) {
    setPtr(o + TAG, i32(value + TAG));
    for (let i = 0; i < count; i++) setI32(o + DIGITS + i * DIGIT_BYTES, digitAt(value, i));
  }
  decref(value);
  return o;
}

const id_base = identifier("base");

function long_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  const nargs = sizeOf(args);
  const keywordCount = keywords === 0 ? 0 : dictUsed(keywords);
  if (nargs + keywordCount > 2) {
    const kind = nargs === 0 ? "keyword " : "";
    return raise(PyExc_TypeError, `int() takes at most 2 ${kind}arguments (${nargs + keywordCount} given)`);
  }
  const x = nargs > 0 ? PyTuple_GET_ITEM(args, 0) : 0;
  let baseObject = nargs > 1 ? PyTuple_GET_ITEM(args, 1) : 0;
  if (keywordCount > 0) {
    baseObject = PyDict_GetItemWithError(keywords, id_base);
    for (let at = PyDict_Next(keywords, 0); at !== 0; at = PyDict_Next(keywords, at)) {
      const name = nextKey();
      if (!_PyUnicode_EqualToASCIIString(name, "base")) {
        return raiseUnexpectedKeyword("int()", name, ["base"]);
      }
    }
  }
  return type === PyLong_Type ? pushMakeLong(x, baseObject) : makeSubtype(type, x, baseObject);
}

function long_vectorcall(_type: Borrowed, args: Address, nargs: number, kwnames: Borrowed): Owned {
  const keywordCount = kwnames === 0 ? 0 : sizeOf(kwnames);
  if (keywordCount > 0) {
    if (nargs + keywordCount > 2) {
      const kind = nargs === 0 ? "keyword " : "";
      return raise(PyExc_TypeError, `int() takes at most 2 ${kind}arguments (${nargs + keywordCount} given)`);
    }
    for (let i = 0; i < keywordCount; i++) {
      const name = PyTuple_GET_ITEM(kwnames, i);
      if (!_PyUnicode_EqualToASCIIString(name, "base")) {
        return raiseUnexpectedKeyword("int()", name, ["base"]);
      }
    }
    return pushMakeLong(nargs > 0 ? ptr(args) : 0, ptr(args + nargs * POINTER_BYTES));
  }
  if (nargs > 2) return raise(PyExc_TypeError, `int expected at most 2 arguments, got ${nargs}`);
  return pushMakeLong(nargs > 0 ? ptr(args) : 0, nargs > 1 ? ptr(args + POINTER_BYTES) : 0);
}

/** tp_dealloc: an instance of a subclass goes where its type says. */
function dealloc(o: Address): void {
  const type = typeOf(o);
  if (type === PyLong_Type) long_dealloc(o);
  else textFunction(ptr(type + PyTypeObject.tp_free))(o);
}

declareInitializer(() => setMaxStringDigits(DEFAULT_MAX_STR_DIGITS));

// -- the type ------------------------------------------------------------------------------------------------------------

declareType(PyLong_Type, {
  name: "int",
  basicsize: PyLongObject.ob_digit,
  itemsize: DIGIT_BYTES,
  flags: Py_TPFLAGS_BASETYPE | Py_TPFLAGS_LONG_SUBCLASS | _Py_TPFLAGS_MATCH_SELF,
  slots: {
    tp_dealloc: dealloc,
    tp_repr: longRepr,
    tp_hash: longHash,
    tp_getattro: genericGetAttr,
    tp_richcompare: long_richcompare,
    tp_new: long_new,
    tp_free: objectFreeText,
    tp_vectorcall: long_vectorcall,
    nb_add: binarySlot(longAdd),
    nb_subtract: binarySlot(longSubtract),
    nb_multiply: binarySlot(longMultiply),
    nb_remainder: binarySlot(longModulo),
    nb_divmod: binarySlot(long_divmod),
    nb_power: long_pow,
    nb_negative: longNegative,
    nb_positive: longExact,
    nb_absolute: longAbsolute,
    nb_bool: (o: Borrowed) => (longSign(o) === 0 ? 0 : 1),
    nb_invert: longInvert,
    nb_lshift: binarySlot(longLeftShift),
    nb_rshift: binarySlot(longRightShift),
    nb_and: binarySlot(longAnd),
    nb_xor: binarySlot(longXor),
    nb_or: binarySlot(longOr),
    nb_int: longExact,
    nb_float: long_float,
    nb_floor_divide: binarySlot(longFloorDivide),
    nb_true_divide: binarySlot(longTrueDivide),
    nb_index: longExact,
  },
  methods: longMethods,
  getset: [
    ["real", longExact],
    ["imag", (): Owned => zero],
    ["numerator", longExact],
    ["denominator", (): Owned => one],
  ],
});
