// Arithmetic of complex numbers on doubles, as CPython's _Py_c_* functions do it: the order of operations decides the
// last bits. A function answers with the real part and leaves the imaginary one in resultImag().
import { exp } from "../base/libm/exponential.ts";
import { log } from "../base/libm/logarithm.ts";
import { hypot, pow } from "../base/libm/power.ts";
import { atan2, cos, sin } from "../base/libm/trigonometric.ts";
import type { Owned } from "../memory/memory.ts";
import { newComplex } from "./complex_core.ts";
import { PyErr_NoMemory, raise } from "./errors.ts";
import { PyExc_OverflowError, PyExc_ZeroDivisionError } from "./types.ts";

let imag = 0;

/** Imaginary part of the last result. */
export function resultImag(): number {
  return imag;
}

export function complexProduct(aReal: number, aImag: number, bReal: number, bImag: number): number {
  imag = aReal * bImag + aImag * bReal;
  return aReal * bReal - aImag * bImag;
}

/** _Py_c_quot; NaN with NaN for a zero divisor, which callers ask for first. */
export function complexQuotient(aReal: number, aImag: number, bReal: number, bImag: number): number {
  const sizeReal = bReal < 0 ? -bReal : bReal;
  const sizeImag = bImag < 0 ? -bImag : bImag;
  if (sizeReal >= sizeImag) {
    const ratio = bImag / bReal;
    const divisor = bReal + bImag * ratio;
    imag = (aImag - aReal * ratio) / divisor;
    return (aReal + aImag * ratio) / divisor;
  }
  if (sizeImag >= sizeReal) {
    const ratio = bReal / bImag;
    const divisor = bReal * ratio + bImag;
    imag = (aImag * ratio - aReal) / divisor;
    return (aReal * ratio + aImag) / divisor;
  }
  imag = NaN;
  return NaN;
}

/** Whole exponents up to this are multiplied out: faster, and exact more often. */
const LARGEST_WHOLE_EXPONENT = 100;

/** complex_pow of two complex numbers: a complex object, or 0 with an error set. */
export function complexPower(aReal: number, aImag: number, bReal: number, bImag: number): Owned {
  let real: number;
  if (bImag === 0 && bReal === Math.floor(bReal) && Math.abs(bReal) <= LARGEST_WHOLE_EXPONENT) {
    real = wholePower(aReal, aImag, Math.abs(bReal));
    if (bReal <= 0) {
      if (real === 0 && imag === 0) return powerOfZero();
      real = complexQuotient(1, 0, real, imag);
    }
  } else if (aReal === 0 && aImag === 0) {
    if (bImag !== 0 || bReal < 0) return powerOfZero();
    real = 0;
    imag = 0;
  } else real = generalPower(aReal, aImag, bReal, bImag);
  if (Math.abs(real) === Infinity || Math.abs(imag) === Infinity) {
    return raise(PyExc_OverflowError, "complex exponentiation");
  }
  return newComplex(real, imag) || PyErr_NoMemory();
}

function powerOfZero(): 0 {
  return raise(PyExc_ZeroDivisionError, "0.0 to a negative or complex power");
}

function wholePower(aReal: number, aImag: number, exponent: number): number {
  let [real, realImag] = [1, 0];
  let [powerReal, powerImag] = [aReal, aImag];
  for (let mask = 1; mask <= exponent; mask *= 2) {
    if (exponent & mask) {
      real = complexProduct(real, realImag, powerReal, powerImag);
      realImag = imag;
    }
    powerReal = complexProduct(powerReal, powerImag, powerReal, powerImag);
    powerImag = imag;
  }
  imag = realImag;
  return real;
}

function generalPower(aReal: number, aImag: number, bReal: number, bImag: number): number {
  const size = hypot(aReal, aImag);
  let length = pow(size, bReal);
  const angle = atan2(aImag, aReal);
  let phase = angle * bReal;
  if (bImag !== 0) {
    length /= exp(angle * bImag);
    phase += bImag * log(size);
  }
  imag = length * sin(phase);
  return length * cos(phase);
}

/** _Py_c_abs: the modulus; infinite parts win over NaN. */
export function complexModulus(real: number, imaginary: number): number {
  if (Math.abs(real) === Infinity || Math.abs(imaginary) === Infinity) return Infinity;
  if (real !== real || imaginary !== imaginary) return NaN;
  return hypot(real, imaginary);
}
