// Decimal objects from numbers at work, and numbers from what Python programs write: text, ints, floats, tuples.
//
// "Exact" conversions ignore the precision of the context, and only signal in it what cannot be represented at all.
import { decimalValue, isDecimal as isDecimalDigit, isSpace } from "../../base/unicode/properties.ts";
import { type Borrowed, high, low, type Owned, setI64 } from "../../memory/memory.ts";
import { PyFloatObject } from "../../memory/structs/numbers.ts";
import { PyErr_NoMemory, raise, typeNameOf } from "../../objects/errors.ts";
import { isFloat } from "../../objects/float_core.ts";
import { PySequence_Tuple } from "../../objects/list_extend.ts";
import { longSign } from "../../objects/long_core.ts";
import { longToBigInt, magnitudeOf } from "../../objects/long_digits.ts";
import { decref, isInt, isList, isSubtype, isTuple, isUnicode, sizeOf, typeIn, typeOf } from "../../objects/object.ts";
import { PyTuple_GET_ITEM } from "../../objects/tuple_core.ts";
import { PyExc_TypeError, PyExc_ValueError } from "../../objects/types.ts";
import {
  _PyUnicode_EqualToASCIIString,
  PyUnicode_DATA,
  PyUnicode_GET_LENGTH,
  PyUnicode_KIND,
  PyUnicode_READ,
} from "../../objects/unicode_core.ts";
import { allocate } from "../type_support.ts";
import {
  Clamped,
  Conversion_syntax,
  Decimal_Type,
  Errors,
  Float_operation,
  Inexact,
  Invalid_operation,
  MAX_EMAX,
  MIN_ETINY,
  PyDecObject,
  Rounded,
} from "./layout.ts";
import { copyOf, type Decimal, finite, infinity, isNan, load, nan, store } from "./number.ts";
import { type Env, envOf, exactEnv, fail, finalize } from "./rounding.ts";
import { addStatus } from "./signals.ts";
import { PyLong_AsSsize } from "./ssize.ts";
import { parse } from "./text.ts";

// -- objects -------------------------------------------------------------------------------------------------------------

export function isDecimal(o: Borrowed): boolean {
  return isSubtype(typeOf(o), typeIn(Decimal_Type));
}

/** An object of a type (Decimal or derived from it) with a number. Owned, 0 with an error set. */
export function newDecimalOf(type: Borrowed, value: Decimal): Owned {
  const o = allocate(type);
  if (o === 0) return 0;
  setI64(o + PyDecObject.hash, -1, -1);
  if (store(o, value)) return o;
  decref(o);
  return PyErr_NoMemory();
}

/** The Decimal of a result, after the conditions of its operation were counted. Owned, 0 with an error set. */
export function newDecimal(value: Decimal): Owned {
  return newDecimalOf(typeIn(Decimal_Type), value);
}

/** Counts the conditions of an operation in its context and makes its result. */
export function answer(context: Borrowed, env: Env, value: Decimal): Owned {
  return addStatus(context, env.status) ? newDecimal(value) : 0;
}

/** The number of a Decimal or an int; null for other objects, without an error. */
export function operand(o: Borrowed): Decimal | null {
  if (isDecimal(o)) return load(o);
  if (isInt(o)) return numberOfLong(o);
  return null;
}

/** The same, with TypeError set for other objects. */
export function operandOrError(o: Borrowed): Decimal | null {
  const value = operand(o);
  if (value === null) refuseConversion(o);
  return value;
}

export function refuseConversion(o: Borrowed): 0 {
  return raise(PyExc_TypeError, `conversion from ${typeNameOf(o)} to Decimal is not supported`);
}

// -- ints and floats -----------------------------------------------------------------------------------------------------

export function numberOfLong(o: Borrowed): Decimal {
  return finite(longSign(o) < 0 ? 1 : 0, magnitudeOf(o), 0n);
}

const FRACTION_BITS = 52;
const EXPONENT_MASK = 0x7ff;
const HIGH_FRACTION = 0xfffff;
const EXPONENT_BIAS = 1075;

/** The exact value of a float object. */
export function numberOfFloat(o: Borrowed): Decimal {
  const upper = high(o + PyFloatObject.ob_fval);
  const lower = low(o + PyFloatObject.ob_fval) >>> 0;
  const sign = upper < 0 ? 1 : 0;
  const biased = (upper >>> (FRACTION_BITS - 32)) & EXPONENT_MASK;
  let mantissa = (BigInt(upper & HIGH_FRACTION) << 32n) | BigInt(lower);
  if (biased === EXPONENT_MASK) return mantissa === 0n ? infinity(sign) : nan(undefined, sign);
  if (biased > 0) mantissa |= 1n << BigInt(FRACTION_BITS);
  if (mantissa === 0n) return finite(sign, 0n, 0n);
  let exponent = Math.max(biased, 1) - EXPONENT_BIAS;
  while (exponent < 0 && (mantissa & 1n) === 0n) {
    mantissa >>= 1n;
    exponent++;
  }
  if (exponent >= 0) return finite(sign, mantissa << BigInt(exponent), 0n);
  return finite(sign, mantissa * 5n ** BigInt(-exponent), BigInt(exponent));
}

// -- text ----------------------------------------------------------------------------------------------------------------

/** numeric_as_ascii: a str with its decimal digits as ASCII; "" when it cannot be a number. */
function asciiOf(text: Borrowed, isLenient: boolean): string {
  const kind = PyUnicode_KIND(text);
  const data = PyUnicode_DATA(text);
  let end = PyUnicode_GET_LENGTH(text);
  let at = 0;
  if (isLenient) {
    while (end > 0 && isSpace(PyUnicode_READ(kind, data, end - 1))) end--;
    while (at < end && isSpace(PyUnicode_READ(kind, data, at))) at++;
  }
  const characters: string[] = [];
  for (; at < end; at++) {
    const c = PyUnicode_READ(kind, data, at);
    if (c === UNDERSCORE && isLenient) continue;
    if (c > 0 && c <= MAX_ASCII) characters.push(String.fromCharCode(c));
    else if (isSpace(c)) characters.push(" ");
    else if (isDecimalDigit(c)) characters.push(String(decimalValue(c)));
    else return "";
  }
  return characters.join("");
}

const UNDERSCORE = 0x5f;
const MAX_ASCII = 127;

/** Bounds of exponents in text: one beyond what can be represented. */
const EXPONENT_LEAST = MIN_ETINY - 1n;
const EXPONENT_MOST = MAX_EMAX + 1n;

/** The exact number of ASCII text; null with an error set. */
function exactOfText(text: string, context: Borrowed): Decimal | null {
  const env = exactEnv();
  let value = parse(text, env, EXPONENT_LEAST, EXPONENT_MOST);
  if ((env.status & (Inexact | Rounded | Clamped)) !== 0) value = fail(env, Invalid_operation);
  return addStatus(context, env.status & Errors) ? value : null;
}

// -- tuples --------------------------------------------------------------------------------------------------------------

const BAD_COEFFICIENT = "coefficient must be a tuple of digits";

function refuseValue(message: string): null {
  raise(PyExc_ValueError, message);
  return null;
}

/** The letter that stands for a special exponent, as text of a number; "" for none. */
function specialOf(exponent: Borrowed): string | null {
  for (const [letter, text] of [
    ["F", "Inf"],
    ["n", "NaN"],
    ["N", "sNaN"],
  ]) {
    if (_PyUnicode_EqualToASCIIString(exponent, letter)) return text;
  }
  return refuseValue("string argument in the third position must be 'F', 'n' or 'N'");
}

/** The digits of a coefficient, or null with an error set. */
function digitsOf(coefficient: Borrowed): string | null {
  if (!isTuple(coefficient) && !isList(coefficient)) return refuseValue(BAD_COEFFICIENT);
  const items = PySequence_Tuple(coefficient);
  if (items === 0) return null;
  let digits = "";
  for (let i = 0; i < sizeOf(items); i++) {
    const item = PyTuple_GET_ITEM(items, i);
    const digit = isInt(item) ? longToBigInt(item) : -1n;
    if (digit < 0n || digit > 9n) {
      decref(items);
      return refuseValue(BAD_COEFFICIENT);
    }
    digits += digit;
  }
  decref(items);
  return digits;
}

/** (sign, digits, exponent) as text of a number; null with an error set. */
function textOfTuple(parts: Borrowed): string | null {
  if (sizeOf(parts) !== 3) return refuseValue("argument must be a sequence of length 3");
  const signObject = PyTuple_GET_ITEM(parts, 0);
  const sign = isInt(signObject) ? longToBigInt(signObject) : -1n;
  if (sign !== 0n && sign !== 1n) return refuseValue("sign must be an integer with the value 0 or 1");
  const exponent = PyTuple_GET_ITEM(parts, 2);
  let special = "";
  let exp: bigint | null = 0n;
  if (isUnicode(exponent)) {
    const found = specialOf(exponent);
    if (found === null) return null;
    special = found;
  } else {
    if (!isInt(exponent)) return refuseValue("exponent must be an integer");
    exp = PyLong_AsSsize(exponent);
    if (exp === null) return null;
  }
  const digits = digitsOf(PyTuple_GET_ITEM(parts, 1));
  if (digits === null) return null;
  const front = sign === 1n ? "-" : "";
  if (special === "Inf") return front + special;
  if (special !== "") return front + special + digits;
  return `${front}${digits || "0"}E${exp}`;
}

function textOfSequence(sequence: Borrowed): string | null {
  const parts = PySequence_Tuple(sequence);
  if (parts === 0) return null;
  const text = textOfTuple(parts);
  decref(parts);
  return text;
}

// -- any object ----------------------------------------------------------------------------------------------------------

/** PyDecType_FromObjectExact, but for Decimals themselves: the number, or null with an error set. */
export function exactOf(o: Borrowed, context: Borrowed): Decimal | null {
  if (isDecimal(o)) return load(o);
  if (isUnicode(o)) return exactOfText(asciiOf(o, true), context);
  if (isInt(o)) return numberOfLong(o);
  if (isTuple(o) || isList(o)) {
    const text = textOfSequence(o);
    return text === null ? null : exactOfText(text, context);
  }
  if (isFloat(o)) return addStatus(context, Float_operation) ? numberOfFloat(o) : null;
  refuseConversion(o);
  return null;
}

/** PyDec_FromObject: rounded to the context. Owned, 0 with an error set. */
export function roundedOf(o: Borrowed, context: Borrowed): Owned {
  const env = envOf(context);
  let value: Decimal;
  if (isDecimal(o)) {
    value = load(o);
    if (isNan(value) && value.digits > env.prec - env.clamp) value = fail(env, Conversion_syntax);
    else value = finalize(copyOf(value), env);
  } else if (isUnicode(o)) value = parse(asciiOf(o, false), env, EXPONENT_LEAST, EXPONENT_MOST);
  else if (isInt(o)) value = finalize(numberOfLong(o), env);
  else if (isTuple(o) || isList(o)) {
    const text = textOfSequence(o);
    if (text === null) return 0;
    value = parse(text, env, EXPONENT_LEAST, EXPONENT_MOST);
  } else if (isFloat(o)) {
    if (!addStatus(context, Float_operation)) return 0;
    value = finalize(numberOfFloat(o), env);
  } else return refuseConversion(o);
  return answer(context, env, value);
}
