// cmath: functions of complex numbers. The values are those of base/libm; what is out of a domain or a range is an error here.
import {
  type ComplexFunction,
  complexAcos,
  complexAcosh,
  complexAsin,
  complexAsinh,
  complexAtan,
  complexAtanh,
  complexCos,
  complexCosh,
  complexExp,
  complexLog,
  complexLog10,
  complexSin,
  complexSinh,
  complexSqrt,
  complexTan,
  complexTanh,
  DOMAIN_ERROR,
  FINE,
  fromPolar,
  type Outcome,
  RANGE_ERROR,
  resultImag,
  resultReal,
} from "../base/libm/complex_functions.ts";
import { hypot } from "../base/libm/power.ts";
import { atan2 } from "../base/libm/trigonometric.ts";
import { type Borrowed, type Owned, setF64, setI64 } from "../memory/memory.ts";
import { PyComplexObject } from "../memory/structs/numbers.ts";
import { complexOf, complexOfImag } from "../objects/complex.ts";
import { complexQuotient, resultImag as quotientImag } from "../objects/complex_arith.ts";
import { newComplex } from "../objects/complex_core.ts";
import { declareModule, type MethodRow } from "../objects/declare.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise } from "../objects/errors.ts";
import { newFloat } from "../objects/float_core.ts";
import { newParsed } from "../objects/float_text.ts";
import { bool } from "../objects/long_core.ts";
import { xdecref } from "../objects/object.ts";
import { PyTuple_Pack } from "../objects/tuple_core.ts";
import { PyExc_OverflowError, PyExc_ValueError } from "../objects/types.ts";
import { setStolen } from "./make_module.ts";

// biome-ignore lint/suspicious/noApproximativeNumericConstant: written out, since the machine asks no engine for numbers
const PI = 3.141592653589793;
// biome-ignore lint/suspicious/noApproximativeNumericConstant: as above
const E = 2.718281828459045;

function mathError(outcome: Outcome): 0 {
  return outcome === DOMAIN_ERROR
    ? raise(PyExc_ValueError, "math domain error")
    : raise(PyExc_OverflowError, "math range error");
}

/** NaN has the bits that a constant of C has, not those of a computation. */
function complexWith(real: number, imag: number): Owned {
  const o = newComplex(real, imag);
  if (o === 0) return PyErr_NoMemory();
  for (const [field, value] of [
    [PyComplexObject.cval_real, real],
    [PyComplexObject.cval_imag, imag],
  ]) {
    if (Number.isNaN(value)) setI64(o + field, 0, 0x7ff80000);
    else setF64(o + field, value);
  }
  return o;
}

const failed = (x: number): boolean => x === -1 && PyErr_Occurred() !== 0;

/** z as two numbers; false with an error set. */
let z: readonly [number, number] = [0, 0];
function readArgument(o: Borrowed): boolean {
  const real = complexOf(o);
  z = [real, complexOfImag()];
  return !failed(real);
}

function ofComplex(f: ComplexFunction): (module: Borrowed, o: Borrowed) => Owned {
  return (_module, o) => {
    if (!readArgument(o)) return 0;
    const outcome = f(z[0], z[1]);
    return outcome === FINE ? complexWith(resultReal(), resultImag()) : mathError(outcome);
  };
}

function test(judge: (part: number) => boolean, both: boolean): (module: Borrowed, o: Borrowed) => Owned {
  return (_module, o) => (readArgument(o) ? bool(both ? z.every(judge) : z.some(judge)) : 0);
}

/** log(z), or the quotient of two, of which only what is wrong with the second is told. */
function logarithm(_module: Borrowed, o: Borrowed, base: Borrowed): Owned {
  if (!readArgument(o)) return 0;
  const outcome = complexLog(z[0], z[1]);
  const [real, imag] = [resultReal(), resultImag()];
  if (base === 0) return outcome === FINE ? complexWith(real, imag) : mathError(outcome);
  if (!readArgument(base)) return 0;
  const ofBase = complexLog(z[0], z[1]);
  if (ofBase !== FINE) return mathError(ofBase);
  if (resultReal() === 0 && resultImag() === 0) return mathError(DOMAIN_ERROR);
  const quotient = complexQuotient(real, imag, resultReal(), resultImag());
  return complexWith(quotient, quotientImag());
}

function phase(_module: Borrowed, o: Borrowed): Owned {
  if (!readArgument(o)) return 0;
  const angle = atan2(z[1], z[0]);
  // An angle too small for any double is an error of atan2.
  if (angle === 0 && z[1] !== 0 && z[0] < Infinity) return mathError(RANGE_ERROR);
  return newFloat(angle) || PyErr_NoMemory();
}

function polar(_module: Borrowed, o: Borrowed): Owned {
  if (!readArgument(o)) return 0;
  const size = hypot(z[0], z[1]);
  if (size === Infinity && z.every((part) => Math.abs(part) < Infinity)) {
    return raise(PyExc_OverflowError, "math range error");
  }
  const r = newFloat(size);
  const phi = newFloat(atan2(z[1], z[0]));
  const pair = r === 0 || phi === 0 ? 0 : PyTuple_Pack(r, phi);
  xdecref(r);
  xdecref(phi);
  return pair || PyErr_NoMemory();
}

function rect(_module: Borrowed, r: number, phi: number): Owned {
  const outcome = fromPolar(r, phi);
  return outcome === FINE ? complexWith(resultReal(), resultImag()) : mathError(outcome);
}

function isclose(_module: Borrowed, a: Borrowed, b: Borrowed, relative: number, absolute: number): Owned {
  if (!readArgument(a)) return 0;
  const [aReal, aImag] = z;
  if (!readArgument(b)) return 0;
  const [bReal, bImag] = z;
  if (relative < 0 || absolute < 0) return raise(PyExc_ValueError, "tolerances must be non-negative");
  if (aReal === bReal && aImag === bImag) return bool(true);
  if ([aReal, aImag, bReal, bImag].some((part) => Math.abs(part) === Infinity)) return bool(false);
  const difference = hypot(aReal - bReal, aImag - bImag);
  const isNear = difference <= relative * hypot(bReal, bImag) || difference <= relative * hypot(aReal, aImag);
  return bool(isNear || difference <= absolute);
}

const row = (name: string, implementation: MethodRow[2]): MethodRow => [name, "(z, /)", implementation];

declareModule({
  name: "cmath",
  functions: [
    row("acos", ofComplex(complexAcos)),
    row("acosh", ofComplex(complexAcosh)),
    row("asin", ofComplex(complexAsin)),
    row("asinh", ofComplex(complexAsinh)),
    row("atan", ofComplex(complexAtan)),
    row("atanh", ofComplex(complexAtanh)),
    row("cos", ofComplex(complexCos)),
    row("cosh", ofComplex(complexCosh)),
    row("exp", ofComplex(complexExp)),
    ["isclose", "(a, b, *, rel_tol: float = 1e-09, abs_tol: float = 0.0)", isclose],
    row(
      "isfinite",
      test((part) => Math.abs(part) < Infinity, true),
    ),
    row(
      "isinf",
      test((part) => Math.abs(part) === Infinity, false),
    ),
    row("isnan", test(Number.isNaN, false)),
    ["log", "(z, base=<unrepresentable>, /)", logarithm],
    row("log10", ofComplex(complexLog10)),
    row("phase", phase),
    row("polar", polar),
    ["rect", "(r: float, phi: float, /)", rect],
    row("sin", ofComplex(complexSin)),
    row("sinh", ofComplex(complexSinh)),
    row("sqrt", ofComplex(complexSqrt)),
    row("tan", ofComplex(complexTan)),
    row("tanh", ofComplex(complexTanh)),
  ],
  exec: (_module, dict) => {
    const constants: readonly (readonly [string, Owned])[] = [
      ["pi", newFloat(PI)],
      ["e", newFloat(E)],
      ["tau", newFloat(2 * PI)],
      ["inf", newFloat(Infinity)],
      ["infj", complexWith(0, Infinity)],
      ["nan", newParsed(NaN, false)],
      ["nanj", complexWith(0, NaN)],
    ];
    for (const [name, value] of constants) if (setStolen(dict, name, value) < 0) return -1;
    return 0;
  },
});
