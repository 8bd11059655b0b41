// Between Python and the host: paths as bytes, errors as OSError, calls tried again after a signal.

import { ERRNO } from "../host/errno.ts";
import type { Borrowed, Owned } from "../memory/memory.ts";
import { bytesView } from "../objects/bytes_core.ts";
import { PyObject_CallNoArgs } from "../objects/call.ts";
import { PyErr_NoMemory, PyErr_SetObject, raise, typeNameOf } from "../objects/errors.ts";
import { identifier } from "../objects/identifiers.ts";
import { PyLong_FromNumber } from "../objects/long_core.ts";
import { decref, isBytes, isUnicode, newRef } from "../objects/object.ts";
import { _PyObject_LookupSpecial } from "../objects/special.ts";
import { PyTuple_Pack } from "../objects/tuple_core.ts";
import { Py_None, PyExc_OSError, PyExc_TypeError, PyExc_ValueError } from "../objects/types.ts";
import { PyUnicode_FromString } from "../objects/unicode_core.ts";
import { PyErr_CheckSignals } from "./check_signals.ts";
import { encodeHostText } from "./host_text.ts";
import { strerror } from "./strerror.ts";

/**
 * OSError(errno, text, filename), with a second name OSError(errno, text, filename, None, other); or an error of a class of
 * its kind. Answers 0. errno: positive.
 */
export function raiseErrno(errno: number, filename: Borrowed = 0, other: Borrowed = 0, type = PyExc_OSError): 0 {
  const number = PyLong_FromNumber(errno);
  const text = PyUnicode_FromString(strerror(errno));
  const names = filename === 0 ? [] : other === 0 ? [filename] : [filename, Py_None, other];
  const args = PyTuple_Pack(number, text, ...names);
  decref(number);
  decref(text);
  if (args === 0) return PyErr_NoMemory();
  PyErr_SetObject(type, args);
  decref(args);
  return 0;
}

/** What a host's call answered: a number, or below zero an errno, as an error. */
export function numberOrErrno(answer: number): Owned {
  return answer < 0 ? raiseErrno(-answer) : PyLong_FromNumber(answer);
}

/** The same of a call that has nothing to tell. */
export function noneOrErrno(answer: number): Owned {
  return answer < 0 ? raiseErrno(-answer) : Py_None;
}

const id_fspath = identifier("__fspath__");

/** os.fspath: a str or bytes. Owned. */
export function fspath(path: Borrowed): Owned {
  if (isUnicode(path) || isBytes(path)) return newRef(path);
  const method = _PyObject_LookupSpecial(path, id_fspath);
  if (method === 0) {
    return raise(PyExc_TypeError, `expected str, bytes or os.PathLike object, not ${typeNameOf(path)}`);
  }
  const result = PyObject_CallNoArgs(method);
  decref(method);
  if (result === 0 || isUnicode(result) || isBytes(result)) return result;
  const text = `expected ${typeNameOf(path)}.__fspath__() to return str or bytes, not ${typeNameOf(result)}`;
  decref(result);
  return raise(PyExc_TypeError, text);
}

/** A path as the host's bytes; null with an error set. */
export function pathBytes(path: Borrowed): Uint8Array | null {
  const o = fspath(path);
  if (o === 0) return null;
  const bytes = isUnicode(o) ? encodeHostText(o) : bytesView(o).slice();
  decref(o);
  if (bytes.includes(0)) {
    raise(PyExc_ValueError, "embedded null byte");
    return null;
  }
  return bytes;
}

/** A host call that answers a count or a negated errno; tried again after a signal whose handler did not raise. */
export function retry<T extends number | Uint8Array>(call: () => T): T | null {
  for (;;) {
    const answer = call();
    if (answer !== -ERRNO.EINTR) return answer;
    if (PyErr_CheckSignals() < 0) return null;
  }
}
