// Arithmetic and order of floats. A NaN that comes in goes out with its bits, as the processor does it.
import { copySign, highWordOf } from "../base/double_bits.ts";
import { type Borrowed, copyWide, high, low, type Owned, setI64 } from "../memory/memory.ts";
import { PyFloatObject } from "../memory/structs/numbers.ts";
import { Py_EQ, Py_GE, Py_GT, Py_LE, Py_LT, Py_NE } from "./abstract.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise } from "./errors.ts";
import { floatValue, isFloat, newFloat } from "./float_core.ts";
import { floatPower } from "./float_power.ts";
import { PyLong_AsDouble } from "./long_convert.ts";
import { bool, isCompact, longSign, longToNumber } from "./long_core.ts";
import { bitLength, longToBigInt } from "./long_digits.ts";
import { decref, isInt } from "./object.ts";
import { PyTuple_New, PyTuple_SET_ITEM } from "./tuple_core.ts";
import { Py_None, Py_NotImplemented, PyExc_TypeError, PyExc_ZeroDivisionError } from "./types.ts";

const VALUE = PyFloatObject.ob_fval;
const SIGN_BIT = 1 << 31;
const QUIET_BIT = 1 << 19;

/** A new float; for NaN the operands are asked whose it is. */
function result(value: number, a: Borrowed, b: Borrowed): Owned {
  const o = newFloat(value);
  if (o === 0) return PyErr_NoMemory();
  if (value !== value) {
    for (const operand of [a, b]) {
      if (isFloat(operand) && floatValue(operand) !== floatValue(operand)) {
        setI64(o + VALUE, low(operand + VALUE), high(operand + VALUE) | QUIET_BIT);
        break;
      }
    }
  }
  return o;
}

const FAILED = 1;
const NOT_A_NUMBER = 2;
let operandState = 0;

/** CONVERT_TO_DOUBLE: the value; operandState says whether it is none. */
function operand(o: Borrowed): number {
  operandState = 0;
  if (isFloat(o)) return floatValue(o);
  if (!isInt(o)) {
    operandState = NOT_A_NUMBER;
    return 0;
  }
  const value = PyLong_AsDouble(o);
  if (value === -1 && PyErr_Occurred() !== 0) operandState = FAILED;
  return value;
}

type Operation = (x: number, y: number, a: Borrowed, b: Borrowed) => Owned;

/** A binary slot over the operands' doubles. */
function binarySlot(operation: Operation): (a: Borrowed, b: Borrowed) => Owned {
  return (a, b) => {
    const x = operand(a);
    if (operandState !== 0) return operandState === FAILED ? 0 : Py_NotImplemented;
    const y = operand(b);
    if (operandState !== 0) return operandState === FAILED ? 0 : Py_NotImplemented;
    return operation(x, y, a, b);
  };
}

// Of two NaNs the right one wins in sums and products: compilers swap the operands of what commutes.
export const float_add = binarySlot((x, y, a, b) => result(x + y, b, a));
export const float_sub = binarySlot((x, y, a, b) => result(x - y, a, b));
export const float_mul = binarySlot((x, y, a, b) => result(x * y, b, a));
export const float_div = binarySlot((x, y, a, b) =>
  y === 0 ? raise(PyExc_ZeroDivisionError, "float division by zero") : result(x / y, a, b),
);

/** x modulo y with y's sign; a zero has it too. */
function modulo(x: number, y: number): number {
  const rest = x % y;
  if (rest === 0) return copySign(0, y);
  return rest < 0 !== y < 0 && rest === rest ? rest + y : rest;
}

export const float_rem = binarySlot((x, y, a, b) =>
  y === 0 ? raise(PyExc_ZeroDivisionError, "float modulo by zero") : result(modulo(x, y), a, b),
);

/** The quotient of _float_div_mod: the difference to the modulo makes it nearly whole, so rounding gives it. */
function floorQuotient(x: number, y: number): number {
  const rest = x % y;
  let quotient = (x - rest) / y;
  if (rest !== 0 && rest < 0 !== y < 0) quotient -= 1;
  if (quotient === 0) return copySign(0, x / y);
  const whole = Math.floor(quotient);
  return quotient - whole > 0.5 ? whole + 1 : whole;
}

export const float_floor_div = binarySlot((x, y, a, b) =>
  y === 0 ? raise(PyExc_ZeroDivisionError, "float floor division by zero") : result(floorQuotient(x, y), a, b),
);

export const float_divmod = binarySlot((x, y, a, b) => {
  if (y === 0) return raise(PyExc_ZeroDivisionError, "float divmod()");
  const quotient = result(floorQuotient(x, y), a, b);
  if (quotient === 0) return 0;
  const rest = result(modulo(x, y), a, b);
  const pair = rest === 0 ? 0 : PyTuple_New(2);
  if (pair === 0) {
    decref(quotient);
    if (rest !== 0) decref(rest);
    return PyErr_NoMemory();
  }
  PyTuple_SET_ITEM(pair, 0, quotient);
  PyTuple_SET_ITEM(pair, 1, rest);
  return pair;
});

const power = binarySlot((x, y, a, b) => {
  if ((x !== x && y !== 0) || (y !== y && x !== 1)) return result(NaN, a, b);
  return floatPower(x, y);
});

export function float_pow(a: Borrowed, b: Borrowed, modulus: Borrowed): Owned {
  if (modulus === Py_None) return power(a, b);
  return raise(PyExc_TypeError, "pow() 3rd argument not allowed unless all arguments are integers");
}

export function float_neg(o: Borrowed): Owned {
  const negated = newFloat(0);
  if (negated === 0) return PyErr_NoMemory();
  setI64(negated + VALUE, low(o + VALUE), high(o + VALUE) ^ SIGN_BIT);
  return negated;
}

export function float_abs(o: Borrowed): Owned {
  const size = newFloat(0);
  if (size === 0) return PyErr_NoMemory();
  copyWide(size + VALUE, o + VALUE);
  setI64(size + VALUE, low(o + VALUE), high(o + VALUE) & ~SIGN_BIT);
  return size;
}

// -- order ---------------------------------------------------------------------------------------------------------------

/** Bits that every int up to so long has in a double too. */
const EXACT_BITS = 53;

/** The order of a double, not NaN, and an int: exact, whatever their sizes. */
export function compareDoubleWithLong(x: number, o: Borrowed): number {
  if (isCompact(o) || bitLength(o) <= EXACT_BITS) {
    const y = longToNumber(o);
    return x < y ? -1 : x > y ? 1 : 0;
  }
  const sign = longSign(o);
  if (x === 0 || x < 0 !== sign < 0) return -sign;
  const size = Math.abs(x);
  const exponent = ((highWordOf(size) >>> 20) & 0x7ff) - 1022;
  const bits = bitLength(o);
  if (size === Infinity || exponent > bits) return sign;
  if (exponent < bits) return -sign;
  // As many bits, more than a double's: x is a whole number.
  const whole = BigInt(x);
  const y = longToBigInt(o);
  return whole < y ? -1 : whole > y ? 1 : 0;
}

function answer(order: number, op: number): boolean {
  if (op === Py_LT) return order < 0;
  if (op === Py_LE) return order <= 0;
  if (op === Py_EQ) return order === 0;
  if (op === Py_GT) return order > 0;
  return op === Py_GE ? order >= 0 : order !== 0;
}

export function float_richcompare(a: Borrowed, b: Borrowed, op: number): Owned {
  const x = floatValue(a);
  if (isFloat(b)) {
    const y = floatValue(b);
    if (x !== x || y !== y) return bool(op === Py_NE);
    return bool(answer(x < y ? -1 : x > y ? 1 : 0, op));
  }
  if (!isInt(b)) return Py_NotImplemented;
  // NaN differs from everything, and has no order.
  if (x !== x) return bool(op === Py_NE);
  return bool(answer(compareDoubleWithLong(x, b), op));
}
