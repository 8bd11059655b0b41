// What a descriptor may be given as: an int, or an object whose fileno() answers with one.
import type { Borrowed } from "../memory/memory.ts";
import { PyObject_GetOptionalAttr } from "../objects/abstract.ts";
import { PyObject_CallNoArgs } from "../objects/call.ts";
import { convertInt } from "../objects/convert.ts";
import { PyErr_Occurred, raiseInt } from "../objects/errors.ts";
import { identifier } from "../objects/identifiers.ts";
import { decref, isInt } from "../objects/object.ts";
import { Py_False, Py_True, PyExc_RuntimeWarning, PyExc_TypeError, PyExc_ValueError } from "../objects/types.ts";
import { PyErr_WarnEx } from "../objects/warn.ts";

const id_fileno = identifier("fileno");

function checked(number: Borrowed): number {
  const fd = convertInt(number);
  if (fd === -1 && PyErr_Occurred() !== 0) return -1;
  return fd < 0 ? raiseInt(PyExc_ValueError, `file descriptor cannot be a negative integer (${fd})`) : fd;
}

/** PyObject_AsFileDescriptor: -1 with an error set. */
export function asFileDescriptor(o: Borrowed): number {
  if (isInt(o)) {
    const isBool = o === Py_True || o === Py_False;
    if (isBool && PyErr_WarnEx(PyExc_RuntimeWarning, "bool is used as a file descriptor", 1) < 0) return -1;
    return checked(o);
  }
  const method = PyObject_GetOptionalAttr(o, id_fileno);
  if (method === 0) {
    if (PyErr_Occurred() !== 0) return -1;
    return raiseInt(PyExc_TypeError, "argument must be an int, or have a fileno() method.");
  }
  const number = PyObject_CallNoArgs(method);
  decref(method);
  if (number === 0) return -1;
  const fd = isInt(number) ? checked(number) : raiseInt(PyExc_TypeError, "fileno() returned a non-integer");
  decref(number);
  return fd;
}
