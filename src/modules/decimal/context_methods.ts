// The functions of a Context: operations on its arguments, which may be ints too, by its precision and rounding.
import { type Address, type Borrowed, i32, type Owned, POINTER_BYTES, ptr } from "../../memory/memory.ts";
import type { MethodRow } from "../../objects/declare.ts";
import { PyErr_NoMemory, raise } from "../../objects/errors.ts";
import { isFloat } from "../../objects/float_core.ts";
import { bool } from "../../objects/long_core.ts";
import { longFromBigInt } from "../../objects/long_digits.ts";
import { decref, isInt, newRef } from "../../objects/object.ts";
import { PyTuple_Pack } from "../../objects/tuple_core.ts";
import { Py_None, PyExc_TypeError } from "../../objects/types.ts";
import { PyUnicode_FromString } from "../../objects/unicode_core.ts";
import { checkCount, namedValues } from "./arguments.ts";
import { divideAndRest, fma } from "./arithmetic.ts";
import { sameQuantum } from "./compare.ts";
import { answer, isDecimal, newDecimal, numberOfFloat, numberOfLong, operandOrError, roundedOf } from "./convert.ts";
import { PyDecContextObject } from "./layout.ts";
import { copyOf, type Decimal, finite } from "./number.ts";
import {
  BINARY,
  type Binary,
  CONTEXT_BINARY,
  CONTEXT_PREDICATES,
  CONTEXT_UNARY,
  numberClass,
  PREDICATES,
  QUIET_BINARY,
  UNARY,
  type Unary,
} from "./operations.ts";
import { power, powerModulo } from "./power.ts";
import { type Env, envOf, finalize } from "./rounding.ts";
import { addStatus } from "./signals.ts";
import { toEngineering, toScientific } from "./text.ts";

const TEN = finite(0, 10n, 0n);

function unary(operation: Unary) {
  return (context: Borrowed, x: Borrowed): Owned => {
    const a = operandOrError(x);
    if (a === null) return 0;
    const env = envOf(context);
    return answer(context, env, operation(a, env));
  };
}

/** Calls with the operands of a fixed count; 0 with an error set when they are none. */
function withOperands(
  args: Address,
  nargs: number,
  count: number,
  run: (operands: readonly Decimal[]) => Owned,
): Owned {
  if (!checkCount(nargs, count, count)) return 0;
  const operands: Decimal[] = [];
  for (let i = 0; i < count; i++) {
    const value = operandOrError(ptr(args + i * POINTER_BYTES));
    if (value === null) return 0;
    operands.push(value);
  }
  return run(operands);
}

function binary(operation: Binary) {
  return (context: Borrowed, args: Address, nargs: number): Owned =>
    withOperands(args, nargs, 2, ([a, b]) => {
      const env = envOf(context);
      return answer(context, env, operation(a, b, env));
    });
}

function predicate(test: (a: Decimal, env: Env) => boolean) {
  return (context: Borrowed, x: Borrowed): Owned => {
    const a = operandOrError(x);
    return a === null ? 0 : bool(test(a, envOf(context)));
  };
}

export function pairOf(context: Borrowed, env: Env, pair: readonly [Decimal, Decimal]): Owned {
  if (!addStatus(context, env.status)) return 0;
  const first = newDecimal(pair[0]);
  const second = first === 0 ? 0 : newDecimal(pair[1]);
  const result = second === 0 ? 0 : PyTuple_Pack(first, second) || PyErr_NoMemory();
  if (first !== 0) decref(first);
  if (second !== 0) decref(second);
  return result;
}

function divmod(context: Borrowed, args: Address, nargs: number): Owned {
  return withOperands(args, nargs, 2, ([a, b]) => {
    const env = envOf(context);
    return pairOf(context, env, divideAndRest(a, b, env));
  });
}

function context_fma(context: Borrowed, args: Address, nargs: number): Owned {
  return withOperands(args, nargs, 3, ([a, b, c]) => {
    const env = envOf(context);
    return answer(context, env, fma(a, b, c, env));
  });
}

function context_power(context: Borrowed, args: Address, nargs: number, kwnames: Borrowed): Owned {
  const values = namedValues(args, nargs, kwnames, ["a", "b", "modulo"], 2);
  if (values === null) return 0;
  const base = operandOrError(values[0]);
  const exponent = base === null ? null : operandOrError(values[1]);
  if (base === null || exponent === null) return 0;
  const env = envOf(context);
  if (values[2] === 0 || values[2] === Py_None) return answer(context, env, power(base, exponent, env));
  const modulus = operandOrError(values[2]);
  return modulus === null ? 0 : answer(context, env, powerModulo(base, exponent, modulus, env));
}

function text(write: (a: Decimal, capitals: number) => string) {
  return (context: Borrowed, x: Borrowed): Owned => {
    const a = operandOrError(x);
    if (a === null) return 0;
    return PyUnicode_FromString(write(a, i32(context + PyDecContextObject.capitals))) || PyErr_NoMemory();
  };
}

/** The Decimal itself; for an int a new one. */
function asDecimal(x: Borrowed): Owned {
  if (isDecimal(x)) return newRef(x);
  const a = operandOrError(x);
  return a === null ? 0 : newDecimal(a);
}

function canonical(_context: Borrowed, x: Borrowed): Owned {
  return isDecimal(x) ? newRef(x) : raise(PyExc_TypeError, "argument must be a Decimal");
}

function is_canonical(_context: Borrowed, x: Borrowed): Owned {
  return isDecimal(x) ? bool(true) : raise(PyExc_TypeError, "argument must be a Decimal");
}

function copied(sign: (a: Decimal) => number) {
  return (_context: Borrowed, x: Borrowed): Owned => {
    const a = operandOrError(x);
    return a === null ? 0 : newDecimal(copyOf(a, sign(a)));
  };
}

function create_decimal(context: Borrowed, args: Address, nargs: number): Owned {
  if (!checkCount(nargs, 0, 1)) return 0;
  return nargs === 0 ? newDecimal(finite(0, 0n, 0n)) : roundedOf(ptr(args), context);
}

function create_decimal_from_float(context: Borrowed, x: Borrowed): Owned {
  if (!isFloat(x) && !isInt(x)) return raise(PyExc_TypeError, "argument must be int or float");
  const env = envOf(context);
  return answer(context, env, finalize(isInt(x) ? numberOfLong(x) : numberOfFloat(x), env));
}

export const contextMethods: readonly MethodRow[] = [
  ...[...CONTEXT_UNARY, ...UNARY].map(([name, operation]): MethodRow => [name, "(x, /)", unary(operation)]),
  ...[...CONTEXT_BINARY, ...BINARY, ...QUIET_BINARY].map(
    ([name, operation]): MethodRow => [name, "!(x, y, /)", binary(operation)],
  ),
  ...[...PREDICATES.filter(([name]) => name !== "is_canonical"), ...CONTEXT_PREDICATES].map(
    ([name, test]): MethodRow => [name, "(x, /)", predicate(test)],
  ),
  ["divmod", "!(x, y, /)", divmod],
  ["power", "!(a, b, modulo=None)", context_power],
  ["fma", "!(x, y, z, /)", context_fma],
  ["Etiny", "()", (context: Borrowed) => longFromBigInt(envOf(context).etiny)],
  ["Etop", "()", (context: Borrowed) => longFromBigInt(envOf(context).etop)],
  ["radix", "()", () => newDecimal(TEN)],
  ["_apply", "(object, /)", unary((a, env) => finalize(a, env))],
  ["canonical", "(x, /)", canonical],
  ["is_canonical", "(x, /)", is_canonical],
  ["copy_abs", "(x, /)", copied(() => 0)],
  ["copy_decimal", "(x, /)", (_context: Borrowed, x: Borrowed) => asDecimal(x)],
  ["copy_negate", "(x, /)", copied((a) => a.sign ^ 1)],
  [
    "number_class",
    "(x, /)",
    (context: Borrowed, x: Borrowed): Owned => {
      const a = operandOrError(x);
      return a === null ? 0 : PyUnicode_FromString(numberClass(a, envOf(context))) || PyErr_NoMemory();
    },
  ],
  ["to_sci_string", "(x, /)", text(toScientific)],
  ["to_eng_string", "(x, /)", text(toEngineering)],
  [
    "same_quantum",
    "!(x, y, /)",
    (_context: Borrowed, args: Address, nargs: number) =>
      withOperands(args, nargs, 2, ([a, b]) => bool(sameQuantum(a, b))),
  ],
  ["create_decimal", '!(num="0", /)', create_decimal],
  ["create_decimal_from_float", "(f, /)", create_decimal_from_float],
];
