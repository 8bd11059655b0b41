// The methods of Decimal.

import { type Address, type Borrowed, i32, type Owned, ptr, ssize, u8 } from "../../memory/memory.ts";
import { PyTypeObject } from "../../memory/structs/object.ts";
import { PyObject_CallOneArg, pushCallThreeArgs } from "../../objects/call.ts";
import type { MethodRow } from "../../objects/declare.ts";
import { rowsInOrder } from "../../objects/declare.ts";
import { PyErr_NoMemory, raise } from "../../objects/errors.ts";
import { isFloat } from "../../objects/float_core.ts";
import { bool, PyLong_FromNumber, smallInt } from "../../objects/long_core.ts";
import { longFromBigInt } from "../../objects/long_digits.ts";
import { decref, isInt, newRef, typeIn, typeOf, xdecref } from "../../objects/object.ts";
import { PyTuple_New, PyTuple_Pack, PyTuple_SET_ITEM } from "../../objects/tuple_core.ts";
import { Py_None, PyExc_OverflowError, PyExc_TypeError, PyExc_ValueError } from "../../objects/types.ts";
import { PyUnicode_FromString } from "../../objects/unicode_core.ts";
import { checkCount, namedValues } from "./arguments.ts";
import { fma } from "./arithmetic.ts";
import { sameQuantum } from "./compare.ts";
import { contextArgument, currentContext, roundingOf } from "./context.ts";
import { answer, newDecimal, numberOfFloat, numberOfLong, operandOrError } from "./convert.ts";
import { quantize, quantizeTo, toIntegral, toIntegralExact } from "./digits.ts";
import { decimal_format } from "./format.ts";
import {
  Decimal_Type,
  MPD_STATIC_DATA,
  PyDecContextObject,
  PyDecObject,
  ROUND_CEILING,
  ROUND_FLOOR,
  ROUND_HALF_EVEN,
  WORD_BYTES,
} from "./layout.ts";
import { adjusted, copyOf, type Decimal, finite, INFINITE, isNan, isSpecial, load, pow10, SNAN } from "./number.ts";
import {
  BINARY,
  type Binary,
  CONTEXT_PREDICATES,
  numberClass,
  PREDICATES,
  QUIET_BINARY,
  UNARY,
  type Unary,
} from "./operations.ts";
import { decimal_complex, longOf, truncated } from "./operators.ts";
import { type Env, envOf } from "./rounding.ts";
import { PyLong_AsSsize } from "./ssize.ts";
import { state } from "./state.ts";
import { toEngineering, toScientific } from "./text.ts";

// -- operations with a context -------------------------------------------------------------------------------------------

type Method = (o: Borrowed, args: Address, nargs: number, kwnames: Borrowed) => Owned;

/** A method whose last argument is the context, or none for the current one. */
function withContext(
  names: readonly string[],
  run: (o: Borrowed, values: readonly Borrowed[], context: Borrowed) => Owned,
  required = names.length,
): Method {
  const all = [...names, "context"];
  return (o, args, nargs, kwnames) => {
    const values = namedValues(args, nargs, kwnames, all, required);
    if (values === null) return 0;
    const context = contextArgument(values[names.length]);
    return context === 0 ? 0 : run(o, values, context);
  };
}

function unary(operation: Unary): Method {
  return withContext([], (o, _values, context) => {
    const env = envOf(context);
    return answer(context, env, operation(load(o), env));
  });
}

function binary(operation: Binary): Method {
  return withContext(["other"], (o, [other], context) => {
    const b = operandOrError(other);
    if (b === null) return 0;
    const env = envOf(context);
    return answer(context, env, operation(load(o), b, env));
  });
}

const same_quantum = withContext(["other"], (o, [other]) => {
  const b = operandOrError(other);
  return b === null ? 0 : bool(sameQuantum(load(o), b));
});

const decimal_fma = withContext(["other", "third"], (o, [other, third], context) => {
  const b = operandOrError(other);
  const c = b === null ? null : operandOrError(third);
  if (b === null || c === null) return 0;
  const env = envOf(context);
  return answer(context, env, fma(load(o), b, c, env));
});

/** The environment of a context with a rounding mode that may be given; null with an error set. */
function envRounding(context: Borrowed, rounding: Borrowed): Env | null {
  const env = envOf(context);
  if (rounding === 0 || rounding === Py_None) return env;
  const round = roundingOf(rounding);
  if (round < 0) return null;
  env.round = round;
  return env;
}

const decimal_quantize = withContext(
  ["exp", "rounding"],
  (o, [exponent, rounding], context) => {
    const env = envRounding(context, rounding);
    const b = env === null ? null : operandOrError(exponent);
    return env === null || b === null ? 0 : answer(context, env, quantize(load(o), b, env));
  },
  1,
);

function integral(operation: Unary): Method {
  return withContext(
    ["rounding"],
    (o, [rounding], context) => {
      const env = envRounding(context, rounding);
      return env === null ? 0 : answer(context, env, operation(load(o), env));
    },
    0,
  );
}

const number_class = withContext(
  [],
  (o, _values, context) => PyUnicode_FromString(numberClass(load(o), envOf(context))) || PyErr_NoMemory(),
);

const to_eng_string = withContext([], (o, _values, context) => {
  const text = toEngineering(load(o), i32(context + PyDecContextObject.capitals));
  return PyUnicode_FromString(text) || PyErr_NoMemory();
});

// -- parts and forms -----------------------------------------------------------------------------------------------------

/** The digits of a coefficient as a tuple of ints. Owned. */
function digitTuple(text: string): Owned {
  const tuple = PyTuple_New(text.length);
  if (tuple === 0) return PyErr_NoMemory();
  for (let i = 0; i < text.length; i++) PyTuple_SET_ITEM(tuple, i, newRef(smallInt(text.charCodeAt(i) & 15)));
  return tuple;
}

function as_tuple(o: Borrowed): Owned {
  const a = load(o);
  let digits = a.coefficient.toString();
  let exponent: Owned;
  if (a.kind === INFINITE) exponent = PyUnicode_FromString("F");
  else if (isNan(a)) {
    exponent = PyUnicode_FromString(a.kind === SNAN ? "N" : "n");
    if (a.digits === 0) digits = "";
  } else exponent = longFromBigInt(a.exp);
  const tuple = exponent === 0 ? 0 : digitTuple(digits);
  const result = tuple === 0 ? 0 : pushCallThreeArgs(state("DecimalTuple"), smallInt(a.sign), tuple, exponent);
  xdecref(tuple);
  xdecref(exponent);
  return result;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let x = a;
  let y = b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

function as_integer_ratio(o: Borrowed): Owned {
  const a = load(o);
  if (isNan(a)) return raise(PyExc_ValueError, "cannot convert NaN to integer ratio");
  if (a.kind === INFINITE) return raise(PyExc_OverflowError, "cannot convert Infinity to integer ratio");
  let numerator = a.coefficient;
  let denominator = 1n;
  if (numerator !== 0n) {
    if (a.exp >= 0n) numerator *= pow10(Number(a.exp));
    else {
      denominator = pow10(Number(-a.exp));
      const divisor = greatestCommonDivisor(numerator, denominator);
      numerator /= divisor;
      denominator /= divisor;
    }
  }
  const first = longFromBigInt(a.sign === 1 ? -numerator : numerator);
  const second = first === 0 ? 0 : longFromBigInt(denominator);
  const result = second === 0 ? 0 : PyTuple_Pack(first, second) || PyErr_NoMemory();
  xdecref(first);
  xdecref(second);
  return result;
}

function decimal_reduce(o: Borrowed): Owned {
  const text = PyUnicode_FromString(toScientific(load(o), 1));
  const args = text === 0 ? 0 : PyTuple_Pack(text);
  const result = args === 0 ? 0 : PyTuple_Pack(typeOf(o), args);
  xdecref(text);
  xdecref(args);
  return result || PyErr_NoMemory();
}

function decimal_round(o: Borrowed, args: Address, nargs: number): Owned {
  if (!checkCount(nargs, 0, 1)) return 0;
  if (nargs === 0) return longOf(o, ROUND_HALF_EVEN);
  if (!isInt(ptr(args))) return raise(PyExc_TypeError, "optional arg must be an integer");
  const places = PyLong_AsSsize(ptr(args));
  const context = places === null ? 0 : currentContext();
  if (places === null || context === 0) return 0;
  const env = envOf(context);
  const a = load(o);
  const result = isSpecial(a) ? quantize(a, finite(0, 1n, -places), env) : quantizeTo(a, -places, env);
  return answer(context, env, result);
}

function decimal_sizeof(o: Borrowed): Owned {
  const isStatic = (u8(o + PyDecObject.flags) & MPD_STATIC_DATA) !== 0;
  const more = isStatic ? 0 : ssize(o + PyDecObject.alloc) * WORD_BYTES;
  return PyLong_FromNumber(ssize(typeOf(o) + PyTypeObject.tp_basicsize) + more);
}

function from_float(type: Borrowed, value: Borrowed): Owned {
  if (!isFloat(value) && !isInt(value)) return raise(PyExc_TypeError, "argument must be int or float");
  const result = newDecimal(isInt(value) ? numberOfLong(value) : numberOfFloat(value));
  if (result === 0 || type === typeIn(Decimal_Type)) return result;
  const derived = PyObject_CallOneArg(type, result);
  decref(result);
  return derived;
}

function copied(sign: (a: Decimal) => number) {
  return (o: Borrowed): Owned => {
    const a = load(o);
    return newDecimal(copyOf(a, sign(a)));
  };
}

const itself = (o: Borrowed): Owned => newRef(o);

const rows: readonly MethodRow[] = [
  ...UNARY.map(([name, operation]): MethodRow => [name, "!(context=None)", unary(operation)]),
  ["to_integral", "!(rounding=None, context=None)", integral(toIntegral)],
  ["to_integral_exact", "!(rounding=None, context=None)", integral(toIntegralExact)],
  ["to_integral_value", "!(rounding=None, context=None)", integral(toIntegral)],
  ...[...BINARY, ...QUIET_BINARY].map(
    ([name, operation]): MethodRow => [name, "!(other, context=None)", binary(operation)],
  ),
  ["quantize", "!(exp, rounding=None, context=None)", decimal_quantize],
  ["fma", "!(other, third, context=None)", decimal_fma],
  ...PREDICATES.map(([name, test]): MethodRow => [name, "()", (o: Borrowed) => bool(test(load(o)))]),
  ...CONTEXT_PREDICATES.map(
    ([name, test]): MethodRow => [
      name,
      "!(context=None)",
      withContext([], (o, _values, context) => bool(test(load(o), envOf(context)))),
    ],
  ),
  [
    "adjusted",
    "()",
    (o: Borrowed): Owned => {
      const a = load(o);
      return longFromBigInt(isSpecial(a) ? 0n : adjusted(a));
    },
  ],
  ["canonical", "()", itself],
  ["conjugate", "()", itself],
  ["radix", "()", () => newDecimal(finite(0, 10n, 0n))],
  ["copy_abs", "()", copied(() => 0)],
  ["copy_negate", "()", copied((a) => a.sign ^ 1)],
  ["number_class", "!(context=None)", number_class],
  ["to_eng_string", "!(context=None)", to_eng_string],
  ["same_quantum", "!(other, context=None)", same_quantum],
  ["from_float", "@classmethod (f, /)", from_float],
  ["as_tuple", "()", as_tuple],
  ["as_integer_ratio", "()", as_integer_ratio],
  ["__copy__", "()", itself],
  ["__deepcopy__", "(memo, /)", itself],
  ["__format__", "!(format_spec, override=None, /)", decimal_format],
  ["__reduce__", "()", decimal_reduce],
  ["__round__", "!(ndigits=None, /)", decimal_round],
  ["__ceil__", "()", (o: Borrowed) => longOf(o, ROUND_CEILING)],
  ["__floor__", "()", (o: Borrowed) => longOf(o, ROUND_FLOOR)],
  ["__trunc__", "()", truncated],
  ["__complex__", "()", decimal_complex],
  ["__sizeof__", "()", decimal_sizeof],
];

export const decimalMethods: readonly MethodRow[] = rowsInOrder(
  "exp ln log10 next_minus next_plus normalize to_integral to_integral_exact to_integral_value sqrt compare " +
    "compare_signal max max_mag min min_mag next_toward quantize remainder_near fma is_canonical is_finite " +
    "is_infinite is_nan is_qnan is_snan is_signed is_zero is_normal is_subnormal adjusted canonical conjugate " +
    "radix copy_abs copy_negate logb logical_invert number_class to_eng_string compare_total compare_total_mag " +
    "copy_sign same_quantum logical_and logical_or logical_xor rotate scaleb shift from_float as_tuple " +
    "as_integer_ratio __copy__ __deepcopy__ __format__ __reduce__ __round__ __ceil__ __floor__ __trunc__ " +
    "__complex__ __sizeof__",
  rows,
);
