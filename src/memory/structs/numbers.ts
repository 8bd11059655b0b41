// Numbers: ints as an array of 30-bit digits, floats, complex numbers.
import { OBJECT_HEAD, struct } from "../struct.ts";

export const PyLongObject = struct("PyLongObject", 32, {
  ...OBJECT_HEAD,
  lv_tag: [16, "u64", "digit count in the upper bits, sign in the lowest two: 0 positive, 1 zero, 2 negative"],
  ob_digit: [24, "u32", "30-bit digits, least significant first", 0],
});

export const PyFloatObject = struct("PyFloatObject", 24, {
  ...OBJECT_HEAD,
  ob_fval: [16, "f64", "value"],
});

export const PyComplexObject = struct("PyComplexObject", 32, {
  ...OBJECT_HEAD,
  cval_real: [16, "f64", "real part"],
  cval_imag: [24, "f64", "imaginary part"],
});

// The names that code writes.
export { PyComplexObject as PyComplex, PyFloatObject as PyFloat, PyLongObject as PyLong };
