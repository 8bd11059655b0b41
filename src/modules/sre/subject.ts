// What is matched against: a str, or anything with a buffer. And the pieces that are cut out of it.
import type { Address, Borrowed, Owned } from "../../memory/memory.ts";
import { closeBuffer, type OpenBuffer, openBuffer, PyObject_CheckBuffer } from "../../objects/buffer.ts";
import { emptyBytes, PyBytes_CheckExact, PyBytes_FromStringAndSize } from "../../objects/bytes_core.ts";
import { PyObject_CallMethod } from "../../objects/call_method.ts";
import { PyErr_Clear, raise, typeNameOf } from "../../objects/errors.ts";
import { identifier } from "../../objects/identifiers.ts";
import { isUnicode, newRef, sizeOf } from "../../objects/object.ts";
import { PyExc_TypeError } from "../../objects/types.ts";
import {
  emptyString,
  PyUnicode_DATA,
  PyUnicode_GET_LENGTH,
  PyUnicode_KIND,
  PyUnicode_Substring,
} from "../../objects/unicode_core.ts";
import { PyUnicode_Join } from "../../objects/unicode_join.ts";

/** An opened subject. Closed before anything else is opened on the argument stack or Python runs. */
export interface Subject {
  readonly string: Borrowed;
  readonly isBytes: boolean;
  readonly kind: number;
  readonly data: Address;
  readonly length: number;
  readonly buffer: OpenBuffer | null;
}

/** getstring: null with TypeError set when it is no subject at all. */
export function openSubject(string: Borrowed): Subject | null {
  if (isUnicode(string)) {
    return {
      string,
      isBytes: false,
      kind: PyUnicode_KIND(string),
      data: PyUnicode_DATA(string),
      length: PyUnicode_GET_LENGTH(string),
      buffer: null,
    };
  }
  const buffer = PyObject_CheckBuffer(string) ? openBuffer(string) : null;
  if (buffer === null) {
    PyErr_Clear();
    raise(PyExc_TypeError, `expected string or bytes-like object, got '${typeNameOf(string)}'`);
    return null;
  }
  return { string, isBytes: true, kind: 1, data: buffer.data, length: buffer.length, buffer };
}

/** The same for a pattern of str or bytes (isbytes of PatternObject). */
export function openSubjectFor(isbytes: number, string: Borrowed): Subject | null {
  const subject = openSubject(string);
  if (subject === null) return null;
  if (subject.isBytes ? isbytes !== 0 : isbytes <= 0) return subject;
  closeSubject(subject);
  raise(
    PyExc_TypeError,
    subject.isBytes
      ? "cannot use a string pattern on a bytes-like object"
      : "cannot use a bytes pattern on a string-like object",
  );
  return null;
}

export function closeSubject(subject: Subject): void {
  if (subject.buffer !== null) closeBuffer(subject.buffer);
}

/** getslice: characters from..to of a subject. Owned. */
export function piece(subject: Subject, from: number, to: number): Owned {
  const high = to > subject.length ? subject.length : to;
  const low = from > high ? high : from;
  if (!subject.isBytes) return PyUnicode_Substring(subject.string, low, high);
  if (PyBytes_CheckExact(subject.string) && low === 0 && high === sizeOf(subject.string)) {
    return newRef(subject.string);
  }
  return PyBytes_FromStringAndSize(subject.data + low, high - low);
}

const id_join = identifier("join");
/** Joins a list of pieces. Owned. */
export function joinPieces(isBytes: boolean, list: Borrowed): Owned {
  return isBytes ? PyObject_CallMethod(emptyBytes, id_join, list) : PyUnicode_Join(emptyString, list);
}
