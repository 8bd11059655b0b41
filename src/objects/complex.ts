// The type complex.

import { isSignSet } from "../base/double_bits.ts";
import { parseDouble, parsedEnd } from "../base/float_parse.ts";
import { FORMAT_SIGN, formatDouble } from "../base/float_text.ts";
import { hashDouble } from "../base/hash.ts";
import { wideAdd, wideHigh, wideMultiply } from "../base/wide.ts";
import { objectFree } from "../memory/allocators.ts";
import { type Address, type Borrowed, type Owned, ptr, setF64 } from "../memory/memory.ts";
import { PyComplexObject } from "../memory/structs/numbers.ts";
import { PyNumberMethods, PyTypeObject } from "../memory/structs/object.ts";
import { textFunction } from "../memory/text.ts";
import { Py_EQ, Py_NE } from "./abstract.ts";
import { genericGetAttr } from "./attributes.ts";
import { PyObject_CallNoArgs } from "./call.ts";
import { complexModulus, complexPower, complexProduct, complexQuotient, resultImag } from "./complex_arith.ts";
import { complexImag, complexReal, isComplex, newComplex } from "./complex_core.ts";
import { convertFloat } from "./convert.ts";
import { declareType } from "./declare.ts";
import { nextKey, nextValue, PyDict_Next } from "./dict_core.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise, raiseInt, typeNameOf } from "./errors.ts";
import { compareDoubleWithLong } from "./float_arith.ts";
import { floatValue, isFloat, newFloat } from "./float_core.ts";
import { newParsed, raiseUnreadable, stripNumber } from "./float_text.ts";
import { formatComplex, formatMethod } from "./format_spec.ts";
import { hashAnswer, hashHigh, hashLow, Py_HashPointer } from "./hash.ts";
import { identifier } from "./identifiers.ts";
import { PyLong_AsDouble } from "./long_convert.ts";
import { bool } from "./long_core.ts";
import { asciiOfNumber } from "./long_text.ts";
import { PyNumber_Float } from "./number_float.ts";
import { decref, isInt, isUnicode, newRef, Py_TPFLAGS_BASETYPE, sizeOf, typeOf } from "./object.ts";
import { _PyObject_LookupSpecial } from "./special.ts";
import { raiseUnexpectedKeyword } from "./suggestions.ts";
import { PyTuple_GET_ITEM, PyTuple_Pack } from "./tuple_core.ts";
import { objectFreeText } from "./type_alloc.ts";
import {
  Py_None,
  Py_NotImplemented,
  PyComplex_Type,
  PyExc_OverflowError,
  PyExc_TypeError,
  PyExc_ValueError,
  PyExc_ZeroDivisionError,
} from "./types.ts";
import { _PyUnicode_EqualToASCIIString, PyUnicode_FromString } from "./unicode_core.ts";
import { warnOfSubclass } from "./warn.ts";

function make(real: number, imag: number): Owned {
  return newComplex(real, imag) || PyErr_NoMemory();
}

// -- operands ------------------------------------------------------------------------------------------------------------

let operandImag = 0;
const READ = 0;
const FAILED = 1;
const NOT_A_NUMBER = 2;
let operandState = READ;

/** TO_COMPLEX: the real part, with operandImag and operandState beside it. */
function operand(o: Borrowed): number {
  operandState = READ;
  operandImag = 0;
  if (isComplex(o)) {
    operandImag = complexImag(o);
    return complexReal(o);
  }
  if (isInt(o)) {
    const value = PyLong_AsDouble(o);
    if (value === -1 && PyErr_Occurred() !== 0) operandState = FAILED;
    return value;
  }
  if (isFloat(o)) return floatValue(o);
  operandState = NOT_A_NUMBER;
  return 0;
}

type Operation = (aReal: number, aImag: number, bReal: number, bImag: number) => Owned;

function binarySlot(operation: Operation): (a: Borrowed, b: Borrowed) => Owned {
  return (a, b) => {
    const aReal = operand(a);
    const aImag = operandImag;
    if (operandState !== READ) return operandState === FAILED ? 0 : Py_NotImplemented;
    const bReal = operand(b);
    if (operandState !== READ) return operandState === FAILED ? 0 : Py_NotImplemented;
    return operation(aReal, aImag, bReal, operandImag);
  };
}

const complex_add = binarySlot((aReal, aImag, bReal, bImag) => make(aReal + bReal, aImag + bImag));
const complex_sub = binarySlot((aReal, aImag, bReal, bImag) => make(aReal - bReal, aImag - bImag));
const complex_mul = binarySlot((aReal, aImag, bReal, bImag) => {
  const real = complexProduct(aReal, aImag, bReal, bImag);
  return make(real, resultImag());
});
const complex_div = binarySlot((aReal, aImag, bReal, bImag) => {
  if (bReal === 0 && bImag === 0) return raise(PyExc_ZeroDivisionError, "complex division by zero");
  const real = complexQuotient(aReal, aImag, bReal, bImag);
  return make(real, resultImag());
});
const power = binarySlot(complexPower);

function complex_pow(a: Borrowed, b: Borrowed, modulus: Borrowed): Owned {
  if (modulus === Py_None) return power(a, b);
  for (const o of [a, b]) {
    operand(o);
    if (operandState !== READ) return operandState === FAILED ? 0 : Py_NotImplemented;
  }
  return raise(PyExc_ValueError, "complex modulo");
}

function complex_abs(o: Borrowed): Owned {
  const real = complexReal(o);
  const imag = complexImag(o);
  const modulus = complexModulus(real, imag);
  if (modulus === Infinity && real - real === 0 && imag - imag === 0) {
    return raise(PyExc_OverflowError, "absolute value too large");
  }
  // A NaN has lost its sign.
  return newParsed(modulus, false);
}

function complex_exact(o: Borrowed): Owned {
  return typeOf(o) === PyComplex_Type ? newRef(o) : make(complexReal(o), complexImag(o));
}

// -- text, hash, equality ------------------------------------------------------------------------------------------------

function complex_repr(o: Borrowed): Owned {
  const real = complexReal(o);
  const imag = complexImag(o);
  const text =
    real === 0 && !isSignSet(real)
      ? `${formatDouble(imag, "r", 0, 0)}j`
      : `(${formatDouble(real, "r", 0, 0)}${formatDouble(imag, "r", 0, FORMAT_SIGN)}j)`;
  return PyUnicode_FromString(text) || PyErr_NoMemory();
}

/** What the imaginary part's hash is multiplied with (_PyHASH_IMAG). */
const HASH_IMAG = 1000003;

/** Leaves the hash of a part at HASH_RESULT: NaN hashes as the object does. */
function hashPart(o: Borrowed, value: number): void {
  if (value !== value) Py_HashPointer(o);
  else {
    const low = hashDouble(value);
    hashAnswer(low, wideHigh());
  }
}

function complex_hash(o: Borrowed): number {
  hashPart(o, complexImag(o));
  const productLow = wideMultiply(hashLow(), hashHigh(), HASH_IMAG, 0);
  const productHigh = wideHigh();
  hashPart(o, complexReal(o));
  const low = wideAdd(hashLow(), hashHigh(), productLow, productHigh);
  return hashAnswer(low, wideHigh());
}

function complex_richcompare(a: Borrowed, b: Borrowed, op: number): Owned {
  if (op !== Py_EQ && op !== Py_NE) return Py_NotImplemented;
  const real = complexReal(a);
  const imag = complexImag(a);
  let equal: boolean;
  if (isInt(b)) equal = imag === 0 && real === real && compareDoubleWithLong(real, b) === 0;
  else if (isFloat(b)) equal = imag === 0 && real === floatValue(b);
  else if (isComplex(b)) equal = real === complexReal(b) && imag === complexImag(b);
  else return Py_NotImplemented;
  return bool(equal === (op === Py_EQ));
}

// -- from text -----------------------------------------------------------------------------------------------------------

const isJ = (byte: number): boolean => byte === 106 || byte === 74;
const isSign = (byte: number): boolean => byte === 43 || byte === 45;
const isSpace = (byte: number): boolean => byte === 32 || (byte >= 9 && byte <= 13);

let parsedImag = 0;

/** real, imag or a sum of both, in brackets perhaps: the real part with parsedImag beside it, null when malformed. */
function parseComplex(bytes: Uint8Array): number | null {
  let at = 0;
  const end = bytes.length;
  const skip = (): void => {
    while (at < end && isSpace(bytes[at])) at++;
  };
  skip();
  const bracket = at < end && bytes[at] === 40;
  if (bracket) {
    at++;
    skip();
  }
  let real = 0;
  parsedImag = 0;
  const number = (): number | null => {
    const value = parseDouble(bytes, at, end);
    if (parsedEnd() === at) return null;
    at = parsedEnd();
    return value;
  };
  const first = number();
  if (first !== null) {
    if (at < end && isSign(bytes[at])) {
      real = first;
      const negative = bytes[at] === 45;
      const second = number();
      if (second === null) at++;
      parsedImag = second ?? (negative ? -1 : 1);
      if (at >= end || !isJ(bytes[at])) return null;
      at++;
    } else if (at < end && isJ(bytes[at])) {
      at++;
      parsedImag = first;
    } else real = first;
  } else {
    parsedImag = 1;
    if (at < end && isSign(bytes[at])) {
      parsedImag = bytes[at] === 45 ? -1 : 1;
      at++;
    }
    if (at >= end || !isJ(bytes[at])) return null;
    at++;
  }
  skip();
  if (bracket) {
    if (at >= end || bytes[at] !== 41) return null;
    at++;
    skip();
  }
  return at === end ? real : null;
}

function complexFromString(type: Borrowed, string: Borrowed): Owned {
  const bytes = stripNumber(asciiOfNumber(string));
  if (bytes === null) return raiseUnreadable("complex", string);
  const real = parseComplex(bytes);
  if (real === null) return raise(PyExc_ValueError, "complex() arg is a malformed string");
  return makeInstance(type, real, parsedImag);
}

// -- instances -----------------------------------------------------------------------------------------------------------

function makeInstance(type: Borrowed, real: number, imag: number): Owned {
  if (type === PyComplex_Type) return make(real, imag);
  const o = textFunction(ptr(type + PyTypeObject.tp_alloc))(type, 0);
  if (o === 0) return 0;
  setF64(o + PyComplexObject.cval_real, real);
  setF64(o + PyComplexObject.cval_imag, imag);
  return o;
}

const id_complex = identifier("__complex__");

/** try_complex_special_method: a complex number, or 0 with or without an error. */
function complexBySpecial(o: Borrowed): Owned {
  const method = _PyObject_LookupSpecial(o, id_complex);
  if (method === 0) return 0;
  const result = PyObject_CallNoArgs(method);
  decref(method);
  if (result === 0 || typeOf(result) === PyComplex_Type) return result;
  if (isComplex(result)) {
    const shown = `__complex__ returned non-complex (type ${typeNameOf(result)}).`;
    if (warnOfSubclass(shown, "complex") === 0) return result;
    decref(result);
    return 0;
  }
  const message = `__complex__ returned non-complex (type ${typeNameOf(result)})`;
  decref(result);
  return raise(PyExc_TypeError, message);
}

let ofImag = 0;
/** The imaginary part of what complexOf read last. */
export const complexOfImag = (): number => ofImag;

/** PyComplex_AsCComplex: the real part of any number, the imaginary one in complexOfImag(); -1 with an error set. */
export function complexOf(o: Borrowed): number {
  ofImag = 0;
  const made = isComplex(o) ? newRef(o) : complexBySpecial(o);
  if (made === 0) return PyErr_Occurred() !== 0 ? -1 : convertFloat(o);
  const real = complexReal(made);
  ofImag = complexImag(made);
  decref(made);
  return real;
}

function isNumber(o: Borrowed): boolean {
  if (isComplex(o)) return true;
  const table = ptr(typeOf(o) + PyTypeObject.tp_as_number);
  return table !== 0 && (ptr(table + PyNumberMethods.nb_float) !== 0 || ptr(table + PyNumberMethods.nb_index) !== 0);
}

let partImag = 0;

/** A number's value, with partImag beside it; -1 with an error set on failure. */
function partOf(o: Borrowed): number {
  partImag = 0;
  if (isComplex(o)) {
    partImag = complexImag(o);
    return complexReal(o);
  }
  const float = PyNumber_Float(o);
  if (float === 0) return -1;
  const value = floatValue(float);
  decref(float);
  return value;
}

/** complex(r, i), 0 where one is not given: r + i × 1j. */
function makeComplex(type: Borrowed, r: Borrowed, i: Borrowed): Owned {
  if (r !== 0 && i === 0 && typeOf(r) === PyComplex_Type && type === PyComplex_Type) return newRef(r);
  if (r !== 0 && isUnicode(r)) {
    if (i === 0) return complexFromString(type, r);
    return raise(PyExc_TypeError, "complex() can't take second arg if first is a string");
  }
  if (i !== 0 && isUnicode(i)) return raise(PyExc_TypeError, "complex() second arg can't be a string");
  let real = 0;
  let realImag = 0;
  if (r !== 0) {
    const special = complexBySpecial(r);
    if (special === 0 && PyErr_Occurred() !== 0) return 0;
    if (special === 0 && !isNumber(r)) {
      return raise(PyExc_TypeError, `complex() first argument must be a string or a number, not '${typeNameOf(r)}'`);
    }
    if (i !== 0 && !isNumber(i)) {
      if (special !== 0) decref(special);
      return raiseSecond(i);
    }
    real = partOf(special !== 0 ? special : r);
    realImag = partImag;
    if (special !== 0) decref(special);
    if (real === -1 && PyErr_Occurred() !== 0) return 0;
  } else if (i !== 0 && !isNumber(i)) return raiseSecond(i);
  if (i === 0) return makeInstance(type, real, realImag);
  let imag = partOf(i);
  if (imag === -1 && PyErr_Occurred() !== 0) return 0;
  // Parts that are complex themselves mix.
  if (isComplex(i)) real -= partImag;
  if (r !== 0 && (isComplex(r) || realImag !== 0)) imag += realImag;
  return makeInstance(type, real, imag);
}

function raiseSecond(i: Borrowed): 0 {
  return raise(PyExc_TypeError, `complex() second argument must be a number, not '${typeNameOf(i)}'`);
}

const NAMES = ["real", "imag"];

/** Which of the arguments a keyword names; -1 with an error set. */
function placeOfKeyword(name: Borrowed, nargs: number): number {
  const index = NAMES.findIndex((each) => _PyUnicode_EqualToASCIIString(name, each));
  if (index < 0) {
    raiseUnexpectedKeyword("complex()", name, NAMES);
    return -1;
  }
  if (index < nargs) {
    const place = `given by name ('${NAMES[index]}') and position (${index + 1})`;
    return raiseInt(PyExc_TypeError, `argument for complex() ${place}`);
  }
  return index;
}

function complex_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  const nargs = sizeOf(args);
  const given: [Borrowed, Borrowed] = [0, 0];
  for (let i = 0; i < nargs && i < given.length; i++) given[i] = PyTuple_GET_ITEM(args, i);
  let keywordCount = 0;
  for (let at = keywords === 0 ? 0 : PyDict_Next(keywords, 0); at !== 0; at = PyDict_Next(keywords, at)) keywordCount++;
  if (nargs + keywordCount > given.length) {
    const kind = nargs === 0 ? "keyword " : "";
    return raise(PyExc_TypeError, `complex() takes at most 2 ${kind}arguments (${nargs + keywordCount} given)`);
  }
  for (let at = keywords === 0 ? 0 : PyDict_Next(keywords, 0); at !== 0; at = PyDict_Next(keywords, at)) {
    const place = placeOfKeyword(nextKey(), nargs);
    if (place < 0) return 0;
    given[place] = nextValue();
  }
  return makeComplex(type, given[0], given[1]);
}

function dealloc(o: Address): void {
  if (typeOf(o) === PyComplex_Type) objectFree(o);
  else textFunction(ptr(typeOf(o) + PyTypeObject.tp_free))(o);
}

declareType(PyComplex_Type, {
  name: "complex",
  basicsize: PyComplexObject.sizeof,
  flags: Py_TPFLAGS_BASETYPE,
  slots: {
    tp_dealloc: dealloc,
    tp_repr: complex_repr,
    tp_hash: complex_hash,
    tp_getattro: genericGetAttr,
    tp_richcompare: complex_richcompare,
    tp_new: complex_new,
    tp_free: objectFreeText,
    nb_add: complex_add,
    nb_subtract: complex_sub,
    nb_multiply: complex_mul,
    nb_power: complex_pow,
    nb_negative: (o: Borrowed) => make(-complexReal(o), -complexImag(o)),
    nb_positive: complex_exact,
    nb_absolute: complex_abs,
    nb_bool: (o: Borrowed) => (complexReal(o) !== 0 || complexImag(o) !== 0 ? 1 : 0),
    nb_true_divide: complex_div,
  },
  methods: [
    ["conjugate", "()", (o: Borrowed) => make(complexReal(o), -complexImag(o))],
    ["__complex__", "()", complex_exact],
    [
      "__getnewargs__",
      "()",
      (o: Borrowed): Owned => {
        const real = newFloat(complexReal(o));
        const imag = newFloat(complexImag(o));
        const tuple = real === 0 || imag === 0 ? 0 : PyTuple_Pack(real, imag);
        if (real !== 0) decref(real);
        if (imag !== 0) decref(imag);
        return tuple === 0 ? PyErr_NoMemory() : tuple;
      },
    ],
    ["__format__", "(format_spec, /)", formatMethod(formatComplex)],
  ],
  members: [
    ["real", "double", PyComplexObject.cval_real, "readonly"],
    ["imag", "double", PyComplexObject.cval_imag, "readonly"],
  ],
});
