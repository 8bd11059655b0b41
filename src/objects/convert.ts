// Conversions of arguments to numbers of the host, through type slots only, so that every tier can use them.
// Invariant: -1 is a value or a failure; a failure has the error indicator set.
import type { Borrowed, Owned } from "../memory/memory.ts";
import { f64, ptr } from "../memory/memory.ts";
import { PyFloatObject } from "../memory/structs/numbers.ts";
import { PyMappingMethods, PyNumberMethods, PySequenceMethods, PyTypeObject } from "../memory/structs/object.ts";
import { textFunction } from "../memory/text.ts";
import { raise, raiseInt, typeNameOf } from "./errors.ts";
import { currentFrame, settle, settleInt } from "./frames.ts";
import { longExact } from "./long_arith.ts";
import { longSign } from "./long_core.ts";
import { decref, isInstanceOf, isInt, typeOf } from "./object.ts";
import { fitsSsize, ssizeOfLong } from "./ssize.ts";
import {
  Py_False,
  Py_None,
  Py_True,
  PyExc_OverflowError,
  PyExc_TypeError,
  PyFloat_Type,
  PyLong_Type,
} from "./types.ts";
import { warnOfSubclass } from "./warn.ts";

/** The host's stand-in for PY_SSIZE_T_MAX: no object of the machine can be that long, and it fits an int32. */
export const SSIZE_MAX = 0x7fffffff;
export const SSIZE_MIN = -SSIZE_MAX - 1;
const TWO_63 = 2 ** 63;

/** PyNumber_Index: an exact int from an int or through nb_index. */
export function PyNumber_Index(o: Borrowed): Owned {
  if (isInt(o)) return longExact(o);
  const numbers = ptr(typeOf(o) + PyTypeObject.tp_as_number);
  const nb_index = numbers === 0 ? 0 : ptr(numbers + PyNumberMethods.nb_index);
  if (nb_index === 0) {
    return raise(PyExc_TypeError, `'${typeNameOf(o)}' object cannot be interpreted as an integer`);
  }
  const base = currentFrame();
  const result = settle(base, textFunction(nb_index)(o));
  if (result === 0 || typeOf(result) === PyLong_Type) return result;
  if (isInt(result)) {
    const shown = `__index__ returned non-int (type ${typeNameOf(result)}).`;
    const exact = warnOfSubclass(shown, "int") < 0 ? 0 : longExact(result);
    decref(result);
    return exact;
  }
  const text = `__index__ returned non-int (type ${typeNameOf(result)})`;
  decref(result);
  return raise(PyExc_TypeError, text);
}

function indexNumber(o: Borrowed): number {
  const index = PyNumber_Index(o);
  if (index === 0) return Number.NaN;
  const value = fitsSsize(index) ? ssizeOfLong(index) : longSign(index) * Number.POSITIVE_INFINITY;
  decref(index);
  return value;
}

/** A Py_ssize_t as ssize.ts has it: OverflowError beyond 64 bits. */
export function convertWideSsize(o: Borrowed, tooLarge = "Python int too large to convert to C ssize_t"): number {
  const value = indexNumber(o);
  if (value !== value) return -1;
  return value >= TWO_63 || value < -TWO_63 ? raiseInt(PyExc_OverflowError, tooLarge) : value;
}

/** A Py_ssize_t where memory stands behind it: values beyond an int32 are clipped to SSIZE_MAX and SSIZE_MIN. */
export function convertSsize(o: Borrowed): number {
  const value = convertWideSsize(o);
  return value > SSIZE_MAX ? SSIZE_MAX : value < SSIZE_MIN ? SSIZE_MIN : value;
}

/** An index for slicing: clipped, never an OverflowError. */
export function convertIndex(o: Borrowed): number {
  const value = indexNumber(o);
  if (value !== value) return -1;
  return value > SSIZE_MAX ? SSIZE_MAX : value < SSIZE_MIN ? SSIZE_MIN : value;
}

/** A C int. */
export function convertInt(o: Borrowed): number {
  const value = indexNumber(o);
  if (value !== value) return -1;
  if (value > 0x7fffffff || value < -0x80000000) {
    return raiseInt(PyExc_OverflowError, "Python int too large to convert to C int");
  }
  return value;
}

/** PyFloat_AsDouble: a float, nb_float, or nb_index. */
export function convertFloat(o: Borrowed): number {
  if (isInstanceOf(o, PyFloat_Type)) return f64(o + PyFloatObject.ob_fval);
  const numbers = ptr(typeOf(o) + PyTypeObject.tp_as_number);
  const nb_float = numbers === 0 ? 0 : ptr(numbers + PyNumberMethods.nb_float);
  if (nb_float === 0) {
    if (numbers !== 0 && ptr(numbers + PyNumberMethods.nb_index) !== 0) {
      const index = PyNumber_Index(o);
      if (index === 0) return -1;
      const value = convertFloat(index);
      decref(index);
      return value;
    }
    return raiseInt(PyExc_TypeError, `must be real number, not ${typeNameOf(o)}`);
  }
  const base = currentFrame();
  const result = settle(base, textFunction(nb_float)(o));
  if (result === 0) return -1;
  if (!isInstanceOf(result, PyFloat_Type)) {
    const text = `${typeNameOf(o)}.__float__ returned non-float (type ${typeNameOf(result)})`;
    decref(result);
    return raiseInt(PyExc_TypeError, text);
  }
  const value = f64(result + PyFloatObject.ob_fval);
  decref(result);
  return value;
}

/** The truth slot of an object: nb_bool, or the length; may be PUSHED. `0` (as "no slot") means true. */
export function truthSlot(o: Borrowed): number {
  const type = typeOf(o);
  const numbers = ptr(type + PyTypeObject.tp_as_number);
  if (numbers !== 0) {
    const f = ptr(numbers + PyNumberMethods.nb_bool);
    if (f !== 0) return f;
  }
  const mapping = ptr(type + PyTypeObject.tp_as_mapping);
  if (mapping !== 0) {
    const f = ptr(mapping + PyMappingMethods.mp_length);
    if (f !== 0) return f;
  }
  const sequence = ptr(type + PyTypeObject.tp_as_sequence);
  return sequence === 0 ? 0 : ptr(sequence + PySequenceMethods.sq_length);
}

/** PyObject_IsTrue: 1, 0, or -1 with an error set. */
export function convertTruth(o: Borrowed): number {
  if (o === Py_True) return 1;
  if (o === Py_False || o === Py_None) return 0;
  const slot = truthSlot(o);
  if (slot === 0) return 1;
  const base = currentFrame();
  const answer = settleInt(base, textFunction(slot)(o));
  return answer > 0 ? 1 : answer;
}
