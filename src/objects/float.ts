// The type float.

import { HEX_OK, HEX_OVERFLOW, hexParseStatus, parseHexDouble } from "../base/float_parse.ts";
import { doubleToHex, reprDouble, roundDouble } from "../base/float_text.ts";
import { hashDouble } from "../base/hash.ts";
import { frexp, frexpExponent } from "../base/libm/arithmetic.ts";
import { wideHigh } from "../base/wide.ts";
import { type Address, type Borrowed, bytesAt, copyWide, type Owned, ptr } from "../memory/memory.ts";
import { PyFloatObject } from "../memory/structs/numbers.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { textFunction } from "../memory/text.ts";
import { pushCallOneArg } from "./call.ts";
import { convertIndex } from "./convert.ts";
import { declareType } from "./declare.ts";
import { dictUsed } from "./dict_core.ts";
import { argumentTypeName, PyErr_NoMemory, PyErr_Occurred, raise } from "./errors.ts";
import {
  float_abs,
  float_add,
  float_div,
  float_divmod,
  float_floor_div,
  float_mul,
  float_neg,
  float_pow,
  float_rem,
  float_richcompare,
  float_sub,
} from "./float_arith.ts";
import { deallocateFloat, floatValue, newFloat } from "./float_core.ts";
import { newParsed } from "./float_text.ts";
import { formatFloat, formatMethod } from "./format_spec.ts";
import { currentFrame, settle } from "./frames.ts";
import { hashAnswer, Py_HashPointer } from "./hash.ts";
import { longLeftShiftBy } from "./long_bits.ts";
import { PyLong_FromDouble } from "./long_convert.ts";
import { bool, one } from "./long_core.ts";
import { longFromNumber } from "./long_digits.ts";
import { copyFloat, floatExact, pushNumberFloat } from "./number_float.ts";
import { _Py_TPFLAGS_MATCH_SELF, decref, isUnicode, Py_TPFLAGS_BASETYPE, sizeOf, typeOf } from "./object.ts";
import { PyTuple_GET_ITEM, PyTuple_Pack } from "./tuple_core.ts";
import { objectFreeText } from "./type_alloc.ts";
import { sharesInit } from "./type_lookup.ts";
import { Py_None, PyExc_OverflowError, PyExc_TypeError, PyExc_ValueError, PyFloat_Type } from "./types.ts";
import {
  _PyUnicode_EqualToASCIIString,
  MAX_ASCII,
  PyUnicode_DATA,
  PyUnicode_FromString,
  PyUnicode_GET_LENGTH,
  PyUnicode_IS_ASCII,
  PyUnicode_KIND,
  PyUnicode_READ,
} from "./unicode_core.ts";

const isFiniteDouble = (x: number): boolean => x - x === 0;

function newText(text: string): Owned {
  return PyUnicode_FromString(text) || PyErr_NoMemory();
}

function float_hash(o: Borrowed): number {
  const value = floatValue(o);
  if (value !== value) return Py_HashPointer(o);
  const low = hashDouble(value);
  return hashAnswer(low, wideHigh());
}

// -- whole numbers -------------------------------------------------------------------------------------------------------

/** The whole number nearest to x, ties to the even one. */
function roundHalfEven(x: number): number {
  const lower = Math.floor(x);
  const difference = x - lower;
  if (difference !== 0.5) return difference < 0.5 ? lower : lower + 1;
  return lower % 2 === 0 ? lower : lower + 1;
}

function float_round(o: Borrowed, ndigits: Borrowed): Owned {
  const x = floatValue(o);
  if (ndigits === 0 || ndigits === Py_None) return PyLong_FromDouble(isFiniteDouble(x) ? roundHalfEven(x) : x);
  const places = convertIndex(ndigits);
  if (places === -1 && PyErr_Occurred() !== 0) return 0;
  if (!isFiniteDouble(x)) return copyFloat(o);
  const rounded = roundDouble(x, places);
  if (!isFiniteDouble(rounded)) return raise(PyExc_OverflowError, "rounded value too large to represent");
  return newFloat(rounded) || PyErr_NoMemory();
}

const FRACTION_BITS = 53;
const FRACTION_SCALE = 2 ** 53;

function float_as_integer_ratio(o: Borrowed): Owned {
  const x = floatValue(o);
  if (x !== x) return raise(PyExc_ValueError, "cannot convert NaN to integer ratio");
  if (!isFiniteDouble(x)) return raise(PyExc_OverflowError, "cannot convert Infinity to integer ratio");
  // x = fraction × 2^exponent with the fraction made whole and, but for zero, odd.
  let fraction = frexp(x) * FRACTION_SCALE;
  let exponent = x === 0 ? 0 : frexpExponent() - FRACTION_BITS;
  if (x === 0) fraction = 0;
  else {
    for (; fraction % 2 === 0; exponent++) fraction /= 2;
  }
  let numerator = longFromNumber(fraction);
  if (numerator === 0) return 0;
  const scale = longLeftShiftBy(exponent < 0 ? one : numerator, Math.abs(exponent));
  if (scale === 0) {
    decref(numerator);
    return 0;
  }
  let denominator: Owned = one;
  if (exponent < 0) denominator = scale;
  else {
    decref(numerator);
    numerator = scale;
  }
  const pair = PyTuple_Pack(numerator, denominator);
  decref(numerator);
  decref(denominator);
  return pair === 0 ? PyErr_NoMemory() : pair;
}

// -- text ----------------------------------------------------------------------------------------------------------------

function float_fromhex(type: Borrowed, string: Borrowed): Owned {
  if (!isUnicode(string)) return raise(PyExc_TypeError, "bad argument type for built-in operation");
  const bytes = asciiOfHex(string);
  const value = parseHexDouble(bytes, 0, bytes.length);
  if (hexParseStatus() !== HEX_OK) {
    return hexParseStatus() === HEX_OVERFLOW
      ? raise(PyExc_OverflowError, "hexadecimal value too large to represent as a float")
      : raise(PyExc_ValueError, "invalid hexadecimal floating-point string");
  }
  const o = newParsed(value, false);
  if (o === 0 || type === PyFloat_Type) return o;
  const made = pushCallOneArg(type, o);
  decref(o);
  return made;
}

/** The characters as bytes; one beyond ASCII is part of no number, digits of other scripts neither. */
function asciiOfHex(string: Borrowed): Uint8Array {
  const length = PyUnicode_GET_LENGTH(string);
  const data = PyUnicode_DATA(string);
  if (PyUnicode_IS_ASCII(string)) return bytesAt(data, length);
  const bytes = new Uint8Array(length);
  for (let i = 0; i < length; i++) {
    const character = PyUnicode_READ(PyUnicode_KIND(string), data, i);
    bytes[i] = character <= MAX_ASCII ? character : NOT_A_DIGIT;
  }
  return bytes;
}
const NOT_A_DIGIT = 63;

function float_getformat(_type: Borrowed, typestr: Borrowed): Owned {
  if (!isUnicode(typestr)) {
    return raise(PyExc_TypeError, `__getformat__() argument must be str, not ${argumentTypeName(typestr, 50)}`);
  }
  if (!_PyUnicode_EqualToASCIIString(typestr, "double") && !_PyUnicode_EqualToASCIIString(typestr, "float")) {
    return raise(PyExc_ValueError, "__getformat__() argument 1 must be 'double' or 'float'");
  }
  return newText("IEEE, little-endian");
}

// -- instances -----------------------------------------------------------------------------------------------------------

function pushMakeFloat(type: Borrowed, x: Borrowed): Owned {
  if (type === PyFloat_Type) return x === 0 ? newFloat(0) || PyErr_NoMemory() : pushNumberFloat(x);
  const base = currentFrame();
  const value = settle(base, pushMakeFloat(PyFloat_Type, x));
  if (value === 0) return 0;
  const o = textFunction(ptr(type + PyTypeObject.tp_alloc))(type, 0);
  if (o !== 0) copyWide(o + PyFloatObject.ob_fval, value + PyFloatObject.ob_fval);
  decref(value);
  return o;
}

function checkArguments(nargs: number, keywordCount: number): boolean {
  if (keywordCount > 0) raise(PyExc_TypeError, "float() takes no keyword arguments");
  else if (nargs > 1) raise(PyExc_TypeError, `float expected at most 1 argument, got ${nargs}`);
  else return true;
  return false;
}

function float_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  const keywordCount = keywords === 0 || !sharesInit(type, PyFloat_Type) ? 0 : dictUsed(keywords);
  if (!checkArguments(sizeOf(args), keywordCount)) return 0;
  return pushMakeFloat(type, sizeOf(args) === 0 ? 0 : PyTuple_GET_ITEM(args, 0));
}

function float_vectorcall(type: Borrowed, args: Address, nargs: number, kwnames: Borrowed): Owned {
  if (!checkArguments(nargs, kwnames === 0 ? 0 : sizeOf(kwnames))) return 0;
  return pushMakeFloat(type, nargs === 0 ? 0 : ptr(args));
}

function freeSubclass(o: Address): void {
  textFunction(ptr(typeOf(o) + PyTypeObject.tp_free))(o);
}

const toLong = (o: Borrowed): Owned => PyLong_FromDouble(floatValue(o));

declareType(PyFloat_Type, {
  name: "float",
  basicsize: PyFloatObject.sizeof,
  flags: Py_TPFLAGS_BASETYPE | _Py_TPFLAGS_MATCH_SELF,
  slots: {
    tp_dealloc: (o: Address): void => deallocateFloat(o, freeSubclass),
    tp_repr: (o: Borrowed) => newText(reprDouble(floatValue(o))),
    tp_hash: float_hash,
    tp_richcompare: float_richcompare,
    tp_new: float_new,
    tp_free: objectFreeText,
    tp_vectorcall: float_vectorcall,
    nb_add: float_add,
    nb_subtract: float_sub,
    nb_multiply: float_mul,
    nb_remainder: float_rem,
    nb_divmod: float_divmod,
    nb_power: float_pow,
    nb_negative: float_neg,
    nb_positive: floatExact,
    nb_absolute: float_abs,
    nb_bool: (o: Borrowed) => (floatValue(o) === 0 ? 0 : 1),
    nb_int: toLong,
    nb_float: floatExact,
    nb_floor_divide: float_floor_div,
    nb_true_divide: float_div,
  },
  methods: [
    ["conjugate", "()", floatExact],
    ["__trunc__", "()", toLong],
    ["__floor__", "()", (o: Borrowed) => PyLong_FromDouble(Math.floor(floatValue(o)))],
    ["__ceil__", "()", (o: Borrowed) => PyLong_FromDouble(Math.ceil(floatValue(o)))],
    ["__round__", "(ndigits=None, /)", float_round],
    ["as_integer_ratio", "()", float_as_integer_ratio],
    ["fromhex", "@classmethod (string, /)", float_fromhex],
    ["hex", "()", (o: Borrowed) => newText(doubleToHex(floatValue(o)))],
    [
      "is_integer",
      "()",
      (o: Borrowed) => bool(isFiniteDouble(floatValue(o)) && Math.floor(floatValue(o)) === floatValue(o)),
    ],
    [
      "__getnewargs__",
      "()",
      (o: Borrowed): Owned => {
        const value = copyFloat(o);
        if (value === 0) return 0;
        const tuple = PyTuple_Pack(value);
        decref(value);
        return tuple === 0 ? PyErr_NoMemory() : tuple;
      },
    ],
    ["__getformat__", "@classmethod (typestr, /)", float_getformat],
    ["__format__", "(format_spec, /)", formatMethod(formatFloat)],
  ],
  getset: [
    ["real", floatExact],
    ["imag", (): Owned => newFloat(0) || PyErr_NoMemory()],
  ],
});
