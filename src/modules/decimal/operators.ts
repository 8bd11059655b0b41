// What Python's operators and built-in functions do with Decimals: arithmetic with Decimals and ints, comparison with all
// kinds of numbers, hashes that agree with equal numbers of other types, and the ways to int and float.
import { parseDouble } from "../../base/float_parse.ts";
import { utf8 } from "../../base/utf8.ts";
import { type Address, type Borrowed, i32, type Owned, setI32, setI64, u32 } from "../../memory/memory.ts";
import { Py_EQ, Py_GE, Py_GT, Py_LE, Py_LT, Py_NE, PyObject_GetAttr } from "../../objects/abstract.ts";
import { complexImag, complexReal, isComplex, newComplex } from "../../objects/complex_core.ts";
import { PyErr_NoMemory, raise, raiseInt } from "../../objects/errors.ts";
import { isFloat, newFloat } from "../../objects/float_core.ts";
import { newParsed } from "../../objects/float_text.ts";
import { hashAnswerFrom, hashHigh, hashLow, isHashUnset, Py_HashPointer } from "../../objects/hash.ts";
import { identifier } from "../../objects/identifiers.ts";
import { PyObject_IsInstance } from "../../objects/isinstance.ts";
import { bool } from "../../objects/long_core.ts";
import { longFromBigInt } from "../../objects/long_digits.ts";
import { decref, isInt } from "../../objects/object.ts";
import {
  Py_None,
  Py_NotImplemented,
  PyExc_OverflowError,
  PyExc_TypeError,
  PyExc_ValueError,
} from "../../objects/types.ts";
import { PyUnicode_FromString } from "../../objects/unicode_core.ts";
import {
  abs,
  add,
  divide,
  divideAndRest,
  divideInteger,
  minus,
  multiply,
  plus,
  remainder,
  subtract,
} from "./arithmetic.ts";
import { compareValues } from "./compare.ts";
import { currentContext } from "./context.ts";
import { pairOf } from "./context_methods.ts";
import { answer, numberOfFloat, numberOfLong, operand } from "./convert.ts";
import { toIntegral } from "./digits.ts";
import { Float_operation, Invalid_operation, PyDecContextObject, PyDecObject, ROUND_DOWN } from "./layout.ts";
import { type Decimal, INFINITE, isNan, isSpecial, isZero, load, pow10, SNAN, setWide } from "./number.ts";
import type { Binary, Unary } from "./operations.ts";
import { power, powerModulo } from "./power.ts";
import { envOf, exactEnv } from "./rounding.ts";
import { addStatus } from "./signals.ts";
import { state } from "./state.ts";
import { toScientific } from "./text.ts";

// -- arithmetic ----------------------------------------------------------------------------------------------------------

function unary(operation: Unary) {
  return (o: Borrowed): Owned => {
    const context = currentContext();
    if (context === 0) return 0;
    const env = envOf(context);
    return answer(context, env, operation(load(o), env));
  };
}

function binary(operation: Binary) {
  return (v: Borrowed, w: Borrowed): Owned => {
    const a = operand(v);
    const b = a === null ? null : operand(w);
    if (a === null || b === null) return Py_NotImplemented;
    const context = currentContext();
    if (context === 0) return 0;
    const env = envOf(context);
    return answer(context, env, operation(a, b, env));
  };
}

function divmod(v: Borrowed, w: Borrowed): Owned {
  const a = operand(v);
  const b = a === null ? null : operand(w);
  if (a === null || b === null) return Py_NotImplemented;
  const context = currentContext();
  if (context === 0) return 0;
  const env = envOf(context);
  return pairOf(context, env, divideAndRest(a, b, env));
}

function decimalPower(v: Borrowed, w: Borrowed, z: Borrowed): Owned {
  const a = operand(v);
  const b = a === null ? null : operand(w);
  const modulus = z === Py_None || b === null ? null : operand(z);
  if (a === null || b === null || (z !== Py_None && modulus === null)) return Py_NotImplemented;
  const context = currentContext();
  if (context === 0) return 0;
  const env = envOf(context);
  return answer(context, env, modulus === null ? power(a, b, env) : powerModulo(a, b, modulus, env));
}

// -- comparison ----------------------------------------------------------------------------------------------------------

const id_numerator = identifier("numerator");
const id_denominator = identifier("denominator");

/** The int that an attribute of a rational number holds; null with an error set. */
function partOf(o: Borrowed, name: Borrowed): Decimal | null {
  const part = PyObject_GetAttr(o, name);
  if (part === 0) return null;
  const value = isInt(part) ? numberOfLong(part) : null;
  decref(part);
  if (value === null) raise(PyExc_TypeError, "numerator and denominator must be integers");
  return value;
}

/** A pair to compare: the Decimal, made larger where the other is a fraction, and the other. */
type Pair = readonly [a: Decimal, b: Decimal] | typeof UNKNOWN | null;
const UNKNOWN = "not comparable";

function floatPair(a: Decimal, o: Borrowed, operator: number, context: Borrowed): Pair {
  if (operator === Py_EQ || operator === Py_NE) {
    // Equality with a float is exact; it is only counted.
    const at = context + PyDecContextObject.status;
    setI32(at, u32(at) | Float_operation);
  } else if (!addStatus(context, Float_operation)) return null;
  return [a, numberOfFloat(o)];
}

function comparable(v: Borrowed, w: Borrowed, operator: number, context: Borrowed): Pair {
  const a = load(v);
  const b = operand(w);
  if (b !== null) return [a, b];
  if (isFloat(w)) return floatPair(a, w, operator, context);
  if (isComplex(w)) {
    if ((operator !== Py_EQ && operator !== Py_NE) || complexImag(w) !== 0) return UNKNOWN;
    const real = newFloat(complexReal(w));
    const pair = real === 0 ? null : floatPair(a, real, operator, context);
    if (real !== 0) decref(real);
    return pair;
  }
  const isRational = PyObject_IsInstance(w, state("Rational"));
  if (isRational <= 0) return isRational < 0 ? null : UNKNOWN;
  const numerator = partOf(w, id_numerator);
  if (numerator === null) return null;
  if (isSpecial(a)) return [a, numerator];
  const denominator = partOf(w, id_denominator);
  return denominator === null ? null : [multiply(a, denominator, exactEnv()), numerator];
}

function richCompare(v: Borrowed, w: Borrowed, operator: number): Owned {
  const context = currentContext();
  if (context === 0) return 0;
  const pair = comparable(v, w, operator, context);
  if (pair === UNKNOWN) return Py_NotImplemented;
  if (pair === null) return 0;
  const [a, b] = pair;
  if (isNan(a) || isNan(b)) {
    const isEquality = operator === Py_EQ || operator === Py_NE;
    if (a.kind === SNAN || b.kind === SNAN || !isEquality) {
      if (!addStatus(context, Invalid_operation)) return 0;
    }
    return bool(operator === Py_NE);
  }
  const order = compareValues(a, b);
  switch (operator) {
    case Py_LT:
      return bool(order < 0);
    case Py_LE:
      return bool(order <= 0);
    case Py_EQ:
      return bool(order === 0);
    case Py_NE:
      return bool(order !== 0);
    case Py_GT:
      return bool(order > 0);
    case Py_GE:
      return bool(order >= 0);
    default:
      return Py_NotImplemented;
  }
}

// -- hash ----------------------------------------------------------------------------------------------------------------

/** Hashes of numbers are residues of this prime. */
const HASH_BITS = 61n;
const MODULUS = (1n << HASH_BITS) - 1n;
const HASH_OF_INFINITY = 314159n;
/** Inverse of ten. */
const INVERSE_OF_TEN = modularPower(10n, MODULUS - 2n);

function modularPower(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let square = base;
  for (let left = exponent; left > 0n; left >>= 1n) {
    if ((left & 1n) === 1n) result = (result * square) % MODULUS;
    square = (square * square) % MODULUS;
  }
  return result;
}

function hashOfNumber(a: Decimal): bigint {
  if (a.kind === INFINITE) return a.sign === 1 ? -HASH_OF_INFINITY : HASH_OF_INFINITY;
  const scale = a.exp >= 0n ? modularPower(10n, a.exp) : modularPower(INVERSE_OF_TEN, -a.exp);
  const magnitude = ((a.coefficient % MODULUS) * scale) % MODULUS;
  const hash = a.sign === 1 ? -magnitude : magnitude;
  return hash === -1n ? -2n : hash;
}

export function decimal_hash(o: Borrowed): number {
  const at = o + PyDecObject.hash;
  if (isHashUnset(at)) {
    const a = load(o);
    if (a.kind === SNAN) return raiseInt(PyExc_TypeError, "Cannot hash a signaling NaN value");
    if (isNan(a)) {
      Py_HashPointer(o);
      setI64(at, hashLow(), hashHigh());
    } else setWide(at, hashOfNumber(a));
  }
  return hashAnswerFrom(at);
}

// -- int, float, text ----------------------------------------------------------------------------------------------------

/** The int next to a Decimal by a rounding mode. Owned, 0 with an error set. */
export function longOf(o: Borrowed, round: number): Owned {
  const a = load(o);
  if (isNan(a)) return raise(PyExc_ValueError, "cannot convert NaN to integer");
  if (a.kind === INFINITE) return raise(PyExc_OverflowError, "cannot convert Infinity to integer");
  const whole = toIntegral(a, { ...exactEnv(), round });
  const magnitude = whole.exp > 0n ? whole.coefficient * pow10(Number(whole.exp)) : whole.coefficient;
  return longFromBigInt(whole.sign === 1 ? -magnitude : magnitude);
}

export function truncated(o: Borrowed): Owned {
  return longOf(o, ROUND_DOWN);
}

/** The double next to a Decimal; null with an error set. */
function doubleOf(o: Borrowed): number | null {
  const a = load(o);
  if (isNan(a)) {
    if (a.kind !== SNAN) return NaN;
    raise(PyExc_ValueError, "cannot convert signaling NaN to float");
    return null;
  }
  const text = utf8(toScientific(a, 1));
  return parseDouble(text, 0, text.length);
}

export function decimal_float(o: Borrowed): Owned {
  const value = doubleOf(o);
  return value === null ? 0 : newParsed(value, load(o).sign === 1);
}

export function decimal_complex(o: Borrowed): Owned {
  const value = doubleOf(o);
  return value === null ? 0 : newComplex(value, 0) || PyErr_NoMemory();
}

export function decimal_str(o: Borrowed): Owned {
  const context = currentContext();
  if (context === 0) return 0;
  return PyUnicode_FromString(toScientific(load(o), i32(context + PyDecContextObject.capitals))) || PyErr_NoMemory();
}

export function decimal_repr(o: Borrowed): Owned {
  const context = currentContext();
  if (context === 0) return 0;
  const text = toScientific(load(o), i32(context + PyDecContextObject.capitals));
  return PyUnicode_FromString(`Decimal('${text}')`) || PyErr_NoMemory();
}

export const decimalSlots = {
  tp_repr: decimal_repr,
  tp_str: decimal_str,
  tp_hash: decimal_hash,
  tp_richcompare: richCompare,
  nb_add: binary(add),
  nb_subtract: binary(subtract),
  nb_multiply: binary(multiply),
  nb_remainder: binary(remainder),
  nb_divmod: divmod,
  nb_power: decimalPower,
  nb_negative: unary(minus),
  nb_positive: unary(plus),
  nb_absolute: unary(abs),
  nb_bool: (o: Borrowed): number => (isZero(load(o)) ? 0 : 1),
  nb_int: truncated,
  nb_float: decimal_float,
  nb_floor_divide: binary(divideInteger),
  nb_true_divide: binary(divide),
} satisfies Record<string, (...args: Address[]) => number>;
