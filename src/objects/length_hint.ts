// How long an iterable will be, as far as it knows: what list() and others make room for.
import type { Borrowed } from "../memory/memory.ts";
import { PyMappingMethods, PySequenceMethods } from "../memory/structs/object.ts";
import { mappingSlot, PyObject_Size, sequenceSlot } from "./abstract.ts";
import { PyErr_Clear, PyErr_ExceptionMatches, raise, raiseInt, typeNameOf } from "./errors.ts";
import { currentFrame, settle } from "./frames.ts";
import { identifier } from "./identifiers.ts";
import { longSign } from "./long_core.ts";
import { decref, isInt } from "./object.ts";
import { pushSpecialOr } from "./special.ts";
import { fitsSsize, ssizeOfLong } from "./ssize.ts";
import { Py_NotImplemented, PyExc_OverflowError, PyExc_TypeError, PyExc_ValueError } from "./types.ts";

const id_length_hint = identifier("__length_hint__");
const NO_HINT = -1;

/** PyObject_LengthHint: the length, or __length_hint__, or the default; -1 with an error set. */
export function PyObject_LengthHint(o: Borrowed, missing: number): number {
  if (sequenceSlot(o, PySequenceMethods.sq_length) || mappingSlot(o, PyMappingMethods.mp_length)) {
    const size = PyObject_Size(o);
    if (size >= 0) return size;
    if (!PyErr_ExceptionMatches(PyExc_TypeError)) return -1;
    PyErr_Clear();
  }
  const base = currentFrame();
  const result = settle(base, pushSpecialOr(NO_HINT, o, id_length_hint));
  if (result === NO_HINT) return missing;
  if (result === 0) {
    if (!PyErr_ExceptionMatches(PyExc_TypeError)) return -1;
    PyErr_Clear();
    return missing;
  }
  if (result === Py_NotImplemented) return missing;
  if (!isInt(result)) {
    const text = `__length_hint__ must be an integer, not ${typeNameOf(result)}`;
    decref(result);
    return raiseInt(PyExc_TypeError, text);
  }
  let length = -1;
  if (!fitsSsize(result)) raise(PyExc_OverflowError, "Python int too large to convert to C ssize_t");
  else if (longSign(result) < 0) raise(PyExc_ValueError, "__length_hint__() should return >= 0");
  else length = ssizeOfLong(result);
  decref(result);
  return length;
}
