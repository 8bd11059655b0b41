// A Py_ssize_t of its whole 64-bit range, which a context's settings and exponents need.
import type { Borrowed } from "../../memory/memory.ts";
import { raise } from "../../objects/errors.ts";
import { longToBigInt } from "../../objects/long_digits.ts";
import { isInt } from "../../objects/object.ts";
import { PyExc_OverflowError, PyExc_TypeError } from "../../objects/types.ts";

const SSIZE_MAX = 9223372036854775807n;

/** PyLong_AsSsize_t: null with an error set. */
export function PyLong_AsSsize(value: Borrowed): bigint | null {
  if (!isInt(value)) {
    raise(PyExc_TypeError, "an integer is required");
    return null;
  }
  const number = longToBigInt(value);
  if (number <= SSIZE_MAX && number >= -SSIZE_MAX - 1n) return number;
  raise(PyExc_OverflowError, "Python int too large to convert to C ssize_t");
  return null;
}
