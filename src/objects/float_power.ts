// float_pow: C's pow with Python's rules around it.
import { pow } from "../base/libm/power.ts";
import type { Owned } from "../memory/memory.ts";
import { complexPower } from "./complex_arith.ts";
import { PyErr_NoMemory, PyErr_SetObject, raise } from "./errors.ts";
import { newFloat } from "./float_core.ts";
import { PyLong_FromNumber } from "./long_core.ts";
import { decref } from "./object.ts";
import { PyTuple_Pack } from "./tuple_core.ts";
import { PyExc_OverflowError, PyExc_ZeroDivisionError } from "./types.ts";
import { PyUnicode_FromString } from "./unicode_core.ts";

const ERANGE = 34;

/** PyErr_SetFromErrno(OverflowError) with ERANGE. */
export function raiseRange(): 0 {
  const message = PyUnicode_FromString("Numerical result out of range");
  if (message === 0) return PyErr_NoMemory();
  const value = PyTuple_Pack(PyLong_FromNumber(ERANGE), message);
  decref(message);
  if (value === 0) return PyErr_NoMemory();
  PyErr_SetObject(PyExc_OverflowError, value);
  decref(value);
  return 0;
}

/** x ** y as a new float, or a complex number for a negative base with a broken exponent. */
export function floatPower(x: number, y: number): Owned {
  if (x === 0 && y < 0 && y !== -Infinity) {
    return raise(PyExc_ZeroDivisionError, "0.0 cannot be raised to a negative power");
  }
  const areFinite = x - x === 0 && y - y === 0;
  if (areFinite && x < 0 && y !== Math.floor(y)) return complexPower(x, 0, y, 0);
  const result = pow(x, y);
  if (areFinite && Math.abs(result) === Infinity) return raiseRange();
  return newFloat(result) || PyErr_NoMemory();
}
