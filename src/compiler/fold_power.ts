// Powers of floats and complex numbers at compile time (float_pow and complex_pow). Null where Python raises.
import type { Constant } from "../base/constant.ts";
import { exp } from "../base/libm/exponential.ts";
import { log } from "../base/libm/logarithm.ts";
import { hypot, pow } from "../base/libm/power.ts";
import { atan2, cos, sin } from "../base/libm/trigonometric.ts";

interface Complex {
  real: number;
  imag: number;
}

type Product = (a: Complex, b: Complex) => Complex;
type Quotient = (a: Complex, b: Complex) => Complex | null;

/** Whole exponents up to this are multiplied out. */
const MAXIMUM_WHOLE_EXPONENT = 100;

function isFiniteNumber(x: number): boolean {
  return x - x === 0;
}

export function floatPower(x: number, y: number): Constant | null {
  if (x === 0 && y < 0) return null;
  if (isFiniteNumber(x) && isFiniteNumber(y)) {
    if (x < 0 && Math.floor(y) !== y) {
      // A negative base to a broken power is complex.
      return generalPower({ real: x, imag: 0 }, { real: y, imag: 0 });
    }
    const result = pow(x, y);
    return isFiniteNumber(result) ? { type: "float", value: result } : null;
  }
  return { type: "float", value: pow(x, y) };
}

function wholePower(base: Complex, exponent: number, product: Product): Complex {
  let result: Complex = { real: 1, imag: 0 };
  let power = base;
  for (let mask = 1; mask <= exponent; mask *= 2) {
    if (exponent & mask) result = product(result, power);
    power = product(power, power);
  }
  return result;
}

function generalPower(a: Complex, b: Complex): Constant | null {
  if (b.real === 0 && b.imag === 0) return { type: "complex", real: 1, imag: 0 };
  if (a.real === 0 && a.imag === 0) {
    return b.imag !== 0 || b.real < 0 ? null : { type: "complex", real: 0, imag: 0 };
  }
  const size = hypot(a.real, a.imag);
  let length = pow(size, b.real);
  const angle = atan2(a.imag, a.real);
  let phase = angle * b.real;
  if (b.imag !== 0) {
    length /= exp(angle * b.imag);
    phase += b.imag * log(size);
  }
  if (Math.abs(phase) === Infinity) return null; // out of cos's domain
  return checked({ real: length * cos(phase), imag: length * sin(phase) });
}

/** An infinite part is an overflow; NaN is not (_Py_ADJUST_ERANGE2). */
function checked(value: Complex): Constant | null {
  const overflows = Math.abs(value.real) === Infinity || Math.abs(value.imag) === Infinity;
  return overflows ? null : { type: "complex", ...value };
}

export function complexPower(a: Complex, b: Complex, product: Product, quotient: Quotient): Constant | null {
  const { real } = b;
  if (b.imag !== 0 || Math.floor(real) !== real || Math.abs(real) > MAXIMUM_WHOLE_EXPONENT) return generalPower(a, b);
  if (real >= 0) return checked(wholePower(a, real, product));
  const result = quotient({ real: 1, imag: 0 }, wholePower(a, -real, product));
  return result === null ? null : checked(result);
}
