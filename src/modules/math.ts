// math: real functions. The values are those of base/libm; here are CPython's rules of which ones are errors.
// "math domain error" (ValueError) stands for a NaN that no argument was and for poles, "math range error"
// (OverflowError) for finite results too large for a double.
import { copySign, isSignSet, scaleDouble } from "../base/double_bits.ts";
import {
  fma,
  frexp,
  frexpExponent,
  modfFraction,
  nextafter,
  nextafterBySteps,
  remainder,
  ulp,
} from "../base/libm/arithmetic.ts";
import { erf, erfc } from "../base/libm/error_function.ts";
import { exp, exp2, expm1 } from "../base/libm/exponential.ts";
import { gamma, lgamma } from "../base/libm/gamma.ts";
import { acosh, asinh, atanh, cosh, sinh, tanh } from "../base/libm/hyperbolic.ts";
import { log, log1p, log2, log10 } from "../base/libm/logarithm.ts";
import { vectorNorm } from "../base/libm/norm.ts";
import { cbrt, pow } from "../base/libm/power.ts";
import { acos, asin, atan, atan2, cos, sin, tan } from "../base/libm/trigonometric.ts";
import { type Address, type Borrowed, high, low, type Owned, ptr, setI64 } from "../memory/memory.ts";
import { PyFloatObject } from "../memory/structs/numbers.ts";
import { PyNumber_TrueDivide } from "../objects/abstract.ts";
import { convertFloat, PyNumber_Index } from "../objects/convert.ts";
import { declareModule, type MethodRow } from "../objects/declare.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise, typeNameOf } from "../objects/errors.ts";
import { floatAt, floatValue, isFloat, newFloat } from "../objects/float_core.ts";
import { newParsed } from "../objects/float_text.ts";
import { identifier } from "../objects/identifiers.ts";
import { PySequence_Tuple } from "../objects/list_extend.ts";
import { longRightShiftBy } from "../objects/long_bits.ts";
import { longToDouble, PyLong_FromDouble } from "../objects/long_convert.ts";
import { bool, longSign, longToNumber, PyLong_FromNumber, zero } from "../objects/long_core.ts";
import { bitLength } from "../objects/long_digits.ts";
import { decref, isInt, isTuple, newRef, sizeOf, typeOf, xdecref } from "../objects/object.ts";
import { pushSpecialOr } from "../objects/special.ts";
import { PyTuple_GET_ITEM, PyTuple_New, PyTuple_SET_ITEM } from "../objects/tuple_core.ts";
import { Py_None, PyExc_OverflowError, PyExc_TypeError, PyExc_ValueError, PyFloat_Type } from "../objects/types.ts";
import { setStolen } from "./make_module.ts";
import { INTEGER_FUNCTIONS } from "./math_integers.ts";
import { SUM_FUNCTIONS } from "./math_sums.ts";

// biome-ignore lint/suspicious/noApproximativeNumericConstant: written out, since the machine asks no engine for numbers
const PI = 3.141592653589793;
// biome-ignore lint/suspicious/noApproximativeNumericConstant: written out, since the machine asks no engine for numbers
const E = 2.718281828459045;
const TAU = 6.283185307179586;
const DEGREES_OF_RADIAN = 180 / PI;
const RADIANS_OF_DEGREE = PI / 180;

const finite = (x: number): boolean => Math.abs(x) < Infinity;
const floatOf = (value: number): Owned => newFloat(value) || PyErr_NoMemory();
const domainError = (): 0 => raise(PyExc_ValueError, "math domain error");
const rangeError = (): 0 => raise(PyExc_OverflowError, "math range error");

/** Whether a number that a conversion answered is a failure instead. */
const failed = (x: number): boolean => x === -1 && PyErr_Occurred() !== 0;

// -- functions of one number ----------------------------------------------------------------------------------------------

type Real = (x: number) => number;

/** An infinite result of a finite argument: a pole or too large. */
type Infinite = "pole" | "range";

function realResult(x: number, result: number, infinite: Infinite): Owned {
  if (Number.isNaN(result) && !Number.isNaN(x)) return domainError();
  if (Math.abs(result) === Infinity && finite(x)) return infinite === "range" ? rangeError() : domainError();
  return floatOf(result);
}

/** Whether an argument is a NaN whose bits go through a function unchanged. */
const isNaNObject = (x: number, o: Borrowed): boolean => x !== x && isFloat(o);

/** A NaN that is an argument, passed on with its sign. */
const sameNaN = (o: Borrowed): Owned => floatAt(o + PyFloatObject.ob_fval) || PyErr_NoMemory();

function real(f: Real, infinite: Infinite = "pole") {
  return (_module: Borrowed, o: Borrowed): Owned => {
    const x = convertFloat(o);
    if (isNaNObject(x, o)) return sameNaN(o);
    return failed(x) ? 0 : realResult(x, f(x), infinite);
  };
}

/** Clears the sign, a NaN's too. */
function fabs(_module: Borrowed, o: Borrowed): Owned {
  const x = convertFloat(o);
  if (failed(x)) return 0;
  if (!isNaNObject(x, o)) return floatOf(Math.abs(x));
  const result = sameNaN(o);
  if (result !== 0)
    setI64(
      result + PyFloatObject.ob_fval,
      low(result + PyFloatObject.ob_fval),
      high(result + PyFloatObject.ob_fval) & 0x7fffffff,
    );
  return result;
}

/** gamma and lgamma have poles at whole numbers that are not positive, and elsewhere grow out of range. */
function gammaLike(f: Real) {
  return (_module: Borrowed, o: Borrowed): Owned => {
    const x = convertFloat(o);
    if (failed(x)) return 0;
    if (isNaNObject(x, o)) return sameNaN(o);
    return realResult(x, f(x), x <= 0 && x === Math.floor(x) ? "pole" : "range");
  };
}

/** A logarithm; ints beyond the doubles have one too. */
function logarithmOf(o: Borrowed, f: Real): Owned {
  if (!isInt(o)) {
    const x = convertFloat(o);
    if (isNaNObject(x, o)) return sameNaN(o);
    return failed(x) ? 0 : realResult(x, f(x), "pole");
  }
  if (longSign(o) <= 0) return domainError();
  const x = longToDouble(o);
  if (x !== Infinity) return floatOf(f(x));
  const dropped = bitLength(o) - 1000;
  const upper = longRightShiftBy(o, dropped);
  if (upper === 0) return 0;
  frexp(longToDouble(upper));
  const exponent = frexpExponent();
  const fraction = scaleDouble(longToDouble(upper), -exponent);
  decref(upper);
  return floatOf(f(fraction) + f(2) * (exponent + dropped));
}

function logarithm(_module: Borrowed, o: Borrowed, base: Borrowed): Owned {
  const numerator = logarithmOf(o, log);
  if (numerator === 0 || base === 0) return numerator;
  const denominator = logarithmOf(base, log);
  const quotient = denominator === 0 ? 0 : PyNumber_TrueDivide(numerator, denominator);
  decref(numerator);
  xdecref(denominator);
  return quotient;
}

const test =
  (f: (x: number) => boolean) =>
  (_module: Borrowed, o: Borrowed): Owned => {
    const x = convertFloat(o);
    return failed(x) ? 0 : bool(f(x));
  };

function pair(first: Owned, second: Owned): Owned {
  const tuple = first === 0 || second === 0 ? 0 : PyTuple_New(2);
  if (tuple === 0) {
    xdecref(first);
    xdecref(second);
    return PyErr_NoMemory();
  }
  PyTuple_SET_ITEM(tuple, 0, first);
  PyTuple_SET_ITEM(tuple, 1, second);
  return tuple;
}

function frexpPair(_module: Borrowed, o: Borrowed): Owned {
  const x = convertFloat(o);
  if (isNaNObject(x, o)) return pair(sameNaN(o), newRef(zero));
  return failed(x) ? 0 : pair(newFloat(frexp(x)), PyLong_FromNumber(frexpExponent()));
}

function modf(_module: Borrowed, o: Borrowed): Owned {
  const x = convertFloat(o);
  if (isNaNObject(x, o)) return pair(sameNaN(o), sameNaN(o));
  return failed(x) ? 0 : pair(newFloat(modfFraction(x)), newFloat(Math.trunc(x)));
}

// -- to whole numbers -----------------------------------------------------------------------------------------------------

/** No address: the type has no such method. */
const MISSING = -1;

function rounding(method: string, round: Real) {
  const name = identifier(method);
  return (_module: Borrowed, o: Borrowed): Owned => {
    if (typeOf(o) !== PyFloat_Type) {
      const result = pushSpecialOr(MISSING, o, name);
      if (result !== MISSING) return result;
    }
    const x = convertFloat(o);
    return failed(x) ? 0 : PyLong_FromDouble(round(x));
  };
}

const id_trunc = identifier("__trunc__");

function trunc(_module: Borrowed, o: Borrowed): Owned {
  if (typeOf(o) === PyFloat_Type) return PyLong_FromDouble(floatValue(o));
  const result = pushSpecialOr(MISSING, o, id_trunc);
  if (result !== MISSING) return result;
  return raise(PyExc_TypeError, `type ${typeNameOf(o)} doesn't define __trunc__ method`);
}

// -- functions of several numbers -----------------------------------------------------------------------------------------

function ofTwo(f: (x: number, y: number) => number) {
  return (_module: Borrowed, x: number, y: number): Owned => {
    const result = f(x, y);
    if (Number.isNaN(result) && !Number.isNaN(x) && !Number.isNaN(y)) return domainError();
    if (Math.abs(result) === Infinity && finite(x) && finite(y)) return rangeError();
    return floatOf(result);
  };
}

/** y stays an object: the sign of a NaN is not kept in a number of JavaScript. */
function copysign(_module: Borrowed, x: number, y: Borrowed): Owned {
  const sign = isFloat(y) ? 0 : convertFloat(y);
  if (failed(sign)) return 0;
  const isNegative = isFloat(y) ? high(y + PyFloatObject.ob_fval) < 0 : isSignSet(sign);
  return floatOf(copySign(x, isNegative ? -1 : 1));
}

function fmod(x: number, y: number): number {
  return Math.abs(y) === Infinity && finite(x) ? x : x % y;
}

function ieeeRemainder(x: number, y: number): number {
  if (Number.isNaN(x)) return x;
  return Math.abs(y) === Infinity && finite(x) ? x : remainder(x, y);
}

function power(_module: Borrowed, x: number, y: number): Owned {
  const result = pow(x, y);
  if (finite(x) && finite(y) && !finite(result)) {
    return Number.isNaN(result) || x === 0 ? domainError() : rangeError();
  }
  return floatOf(result);
}

function fusedMultiplyAdd(_module: Borrowed, x: number, y: number, z: number): Owned {
  const result = fma(x, y, z);
  if (Number.isNaN(result) && !Number.isNaN(x) && !Number.isNaN(y) && !Number.isNaN(z)) {
    return raise(PyExc_ValueError, "invalid operation in fma");
  }
  if (Math.abs(result) === Infinity && finite(x) && finite(y) && finite(z)) {
    return raise(PyExc_OverflowError, "overflow in fma");
  }
  return floatOf(result);
}

function ldexp(_module: Borrowed, x: number, exponent: Borrowed): Owned {
  if (!isInt(exponent)) return raise(PyExc_TypeError, "Expected an int as second argument to ldexp.");
  const steps = Math.max(-0x7fffffff, Math.min(0x7fffffff, longToNumber(exponent)));
  const result = scaleDouble(x, steps);
  return finite(x) && !finite(result) ? rangeError() : floatOf(result);
}

function nextAfter(_module: Borrowed, x: number, y: number, stepsObject: Borrowed): Owned {
  if (stepsObject === 0 || stepsObject === Py_None) return floatOf(nextafter(x, y));
  const index = PyNumber_Index(stepsObject);
  if (index === 0) return 0;
  const steps = longToNumber(index);
  decref(index);
  if (steps < 0) return raise(PyExc_ValueError, "steps must be a non-negative integer");
  return floatOf(nextafterBySteps(x, y, steps));
}

function isclose(_module: Borrowed, a: number, b: number, relative: number, absolute: number): Owned {
  if (relative < 0 || absolute < 0) return raise(PyExc_ValueError, "tolerances must be non-negative");
  if (a === b) return bool(true);
  if (Math.abs(a) === Infinity || Math.abs(b) === Infinity) return bool(false);
  const difference = Math.abs(b - a);
  return bool(difference <= Math.abs(relative * b) || difference <= Math.abs(relative * a) || difference <= absolute);
}

function hypot(_module: Borrowed, args: Address, nargs: number): Owned {
  const coordinates = new Float64Array(nargs);
  for (let index = 0; index < nargs; index++) {
    const x = convertFloat(ptr(args + index * 8));
    if (failed(x)) return 0;
    coordinates[index] = x;
  }
  return floatOf(vectorNorm(coordinates));
}

function distance(p: Borrowed, q: Borrowed): Owned {
  const count = sizeOf(p);
  if (sizeOf(q) !== count) return raise(PyExc_ValueError, "both points must have the same number of dimensions");
  const differences = new Float64Array(count);
  for (let index = 0; index < count; index++) {
    const x = convertFloat(PyTuple_GET_ITEM(p, index));
    if (failed(x)) return 0;
    const y = convertFloat(PyTuple_GET_ITEM(q, index));
    if (failed(y)) return 0;
    differences[index] = Math.abs(x - y);
  }
  return floatOf(vectorNorm(differences));
}

function dist(_module: Borrowed, p: Borrowed, q: Borrowed): Owned {
  const a = isTuple(p) ? newRef(p) : PySequence_Tuple(p);
  const b = a === 0 ? 0 : isTuple(q) ? newRef(q) : PySequence_Tuple(q);
  const result = b === 0 ? 0 : distance(a, b);
  xdecref(a);
  xdecref(b);
  return result;
}

// -- the module -----------------------------------------------------------------------------------------------------------

const row = (name: string, implementation: MethodRow[2]): MethodRow => [name, "(x, /)", implementation];

declareModule({
  name: "math",
  functions: [
    row("acos", real(acos)),
    row("acosh", real(acosh)),
    row("asin", real(asin)),
    row("asinh", real(asinh)),
    row("atan", real(atan)),
    ["atan2", "(y: float, x: float, /)", ofTwo(atan2)],
    row("atanh", real(atanh)),
    row("cbrt", real(cbrt)),
    row("ceil", rounding("__ceil__", Math.ceil)),
    ["copysign", "(x: float, y, /)", copysign],
    row("cos", real(cos)),
    row("cosh", real(cosh, "range")),
    row("degrees", (_m: Borrowed, o: Borrowed) => scaled(o, DEGREES_OF_RADIAN)),
    ["dist", "(p, q, /)", dist],
    row("erf", real(erf)),
    row("erfc", real(erfc)),
    row("exp", real(exp, "range")),
    row("exp2", real(exp2, "range")),
    row("expm1", real(expm1, "range")),
    row("fabs", fabs),
    row("floor", rounding("__floor__", Math.floor)),
    ["fma", "(x: float, y: float, z: float, /)", fusedMultiplyAdd],
    ["fmod", "(x: float, y: float, /)", ofTwo(fmod)],
    row("frexp", frexpPair),
    row("gamma", gammaLike(gamma)),
    ["hypot", "(*coordinates)", hypot],
    ["isclose", "(a: float, b: float, *, rel_tol: float = 1e-09, abs_tol: float = 0.0)", isclose],
    row("isfinite", test(finite)),
    row(
      "isinf",
      test((x) => Math.abs(x) === Infinity),
    ),
    row("isnan", test(Number.isNaN)),
    ["ldexp", "(x: float, i, /)", ldexp],
    row("lgamma", gammaLike(lgamma)),
    ["log", "(x, base=None, /)", logarithm],
    row("log10", (_m: Borrowed, o: Borrowed) => logarithmOf(o, log10)),
    row("log1p", real(log1p)),
    row("log2", (_m: Borrowed, o: Borrowed) => logarithmOf(o, log2)),
    row("modf", modf),
    ["nextafter", "(x: float, y: float, /, *, steps=None)", nextAfter],
    ["pow", "(x: float, y: float, /)", power],
    row("radians", (_m: Borrowed, o: Borrowed) => scaled(o, RADIANS_OF_DEGREE)),
    ["remainder", "(x: float, y: float, /)", ofTwo(ieeeRemainder)],
    row("sin", real(sin)),
    row("sinh", real(sinh, "range")),
    row("sqrt", real(Math.sqrt)),
    row("tan", real(tan)),
    row("tanh", real(tanh)),
    row("trunc", trunc),
    row("ulp", (_m: Borrowed, o: Borrowed) => unlessFailed(convertFloat(o), ulp)),
    ...INTEGER_FUNCTIONS,
    ...SUM_FUNCTIONS,
  ],
  exec: (_module, dict) => {
    const constants: readonly (readonly [string, number])[] = [
      ["pi", PI],
      ["e", E],
      ["tau", TAU],
      ["inf", Infinity],
    ];
    for (const [name, value] of constants) if (setStolen(dict, name, floatOf(value)) < 0) return -1;
    return setStolen(dict, "nan", newParsed(NaN, false));
  },
});

function unlessFailed(x: number, f: Real): Owned {
  return failed(x) ? 0 : floatOf(f(x));
}

/** o times a factor, of any size: no result is an error. */
function scaled(o: Borrowed, factor: number): Owned {
  const x = convertFloat(o);
  return isNaNObject(x, o) ? sameNaN(o) : unlessFailed(x, (value) => value * factor);
}
