// The type str: its slots; the methods stand in the files unicode_*.ts, one group of them a file.
// Invariant: what a slot or method gives is an exact str, and a str that would come out unchanged is given itself.
import { type Borrowed, copyBytes, fillBytes, type Owned, ptr, ssize } from "../memory/memory.ts";
import { PyASCIIObject, PyCompactUnicodeObject, PyUnicodeObject } from "../memory/structs/text.ts";
import { hasIndex, Py_EQ, Py_GE, Py_GT, Py_LE, Py_LT, Py_NE, sequenceIndex } from "./abstract.ts";
import { declareType } from "./declare.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise, raiseInt, typeNameOf } from "./errors.ts";
import { bool, PyLong_FromNumber } from "./long_core.ts";
import {
  _Py_TPFLAGS_MATCH_SELF,
  decref,
  isUnicode,
  Py_TPFLAGS_BASETYPE,
  Py_TPFLAGS_UNICODE_SUBCLASS,
} from "./object.ts";
import { pushPercentFormat } from "./percent_format.ts";
import { PySlice_AdjustIndices, PySlice_Check, PySlice_Unpack, sliceBounds } from "./slice.ts";
import { findText } from "./text_search.ts";
import { PyTuple_Pack } from "./tuple_core.ts";
import { Py_NotImplemented, PyExc_IndexError, PyExc_OverflowError, PyExc_TypeError, PyUnicode_Type } from "./types.ts";
import {
  _PyUnicode_Copy,
  _PyUnicode_EQ,
  emptyString,
  PyUnicode_Compare,
  PyUnicode_DATA,
  PyUnicode_GET_LENGTH,
  PyUnicode_IS_COMPACT,
  PyUnicode_IS_COMPACT_ASCII,
  PyUnicode_KIND,
  PyUnicode_MAX_CHAR_VALUE,
  PyUnicode_New,
  PyUnicode_READ,
  PyUnicode_Substring,
  PyUnicode_WRITE,
  unicodeChar,
  unicodeConcat,
  unicodeHash,
  unicodeUnchanged,
} from "./unicode_core.ts";
import { unicode_dealloc } from "./unicode_intern.ts";
import { unicode_iter } from "./unicode_iterators.ts";
import { strMethods } from "./unicode_methods.ts";
import { unicode_new, unicode_vectorcall } from "./unicode_new.ts";
import { unicodeRepr } from "./unicode_repr.ts";

const MAX_LENGTH = 0x7fff0000;

/** unicode_richcompare */
export function unicode_richcompare(a: Borrowed, b: Borrowed, op: number): Owned {
  if (!isUnicode(a) || !isUnicode(b)) return Py_NotImplemented;
  if (op === Py_EQ) return bool(_PyUnicode_EQ(a, b));
  if (op === Py_NE) return bool(!_PyUnicode_EQ(a, b));
  const order = PyUnicode_Compare(a, b);
  switch (op) {
    case Py_LT:
      return bool(order < 0);
    case Py_LE:
      return bool(order <= 0);
    case Py_GT:
      return bool(order > 0);
    default:
      return bool(op === Py_GE && order >= 0);
  }
}

/** unicode_str */
function unicode_str(o: Borrowed): Owned {
  return unicodeUnchanged(o) || PyErr_NoMemory();
}

function unicode_item(o: Borrowed, index: number): Owned {
  if (index < 0 || index >= PyUnicode_GET_LENGTH(o)) return raise(PyExc_IndexError, "string index out of range");
  return unicodeChar(PyUnicode_READ(PyUnicode_KIND(o), PyUnicode_DATA(o), index)) || PyErr_NoMemory();
}

function unicode_subscript(o: Borrowed, key: Borrowed): Owned {
  if (hasIndex(key)) {
    const index = sequenceIndex(key);
    if (index === -1 && PyErr_Occurred() !== 0) return 0;
    return unicode_item(o, index < 0 ? index + PyUnicode_GET_LENGTH(o) : index);
  }
  if (!PySlice_Check(key)) {
    return raise(PyExc_TypeError, `string indices must be integers, not '${typeNameOf(key)}'`);
  }
  if (PySlice_Unpack(key) < 0) return 0;
  const length = PyUnicode_GET_LENGTH(o);
  const count = PySlice_AdjustIndices(length);
  const { start, step } = sliceBounds;
  if (count <= 0) return emptyString;
  if (start === 0 && step === 1 && count === length) return unicodeUnchanged(o) || PyErr_NoMemory();
  if (step === 1) return PyUnicode_Substring(o, start, start + count) || PyErr_NoMemory();
  const kind = PyUnicode_KIND(o);
  const data = PyUnicode_DATA(o);
  let maxchar = 0;
  for (let i = 0; i < count; i++) maxchar = Math.max(maxchar, PyUnicode_READ(kind, data, start + i * step));
  const result = PyUnicode_New(count, maxchar);
  if (result === 0) return PyErr_NoMemory();
  const toKind = PyUnicode_KIND(result);
  const to = PyUnicode_DATA(result);
  for (let i = 0; i < count; i++) PyUnicode_WRITE(toKind, to, i, PyUnicode_READ(kind, data, start + i * step));
  return result;
}

/** PyUnicode_Concat */
export function PyUnicode_Concat(left: Borrowed, right: Borrowed): Owned {
  if (!isUnicode(right)) {
    return raise(PyExc_TypeError, `can only concatenate str (not "${typeNameOf(right)}") to str`);
  }
  if (PyUnicode_GET_LENGTH(left) + PyUnicode_GET_LENGTH(right) > MAX_LENGTH) {
    return raise(PyExc_OverflowError, "strings are too large to concat");
  }
  if (PyUnicode_GET_LENGTH(left) === 0) return unicodeUnchanged(right) || PyErr_NoMemory();
  if (PyUnicode_GET_LENGTH(right) === 0) return unicodeUnchanged(left) || PyErr_NoMemory();
  return unicodeConcat(left, right) || PyErr_NoMemory();
}

function unicode_repeat(o: Borrowed, times: number): Owned {
  if (times < 1) return emptyString;
  if (times === 1) return unicodeUnchanged(o) || PyErr_NoMemory();
  const length = PyUnicode_GET_LENGTH(o);
  if (length * times > MAX_LENGTH) {
    // CPython's bound is on the count alone; memory for so much it has not either.
    return PyErr_NoMemory();
  }
  if (length === 0) return emptyString;
  const result = PyUnicode_New(length * times, PyUnicode_MAX_CHAR_VALUE(o));
  if (result === 0) return PyErr_NoMemory();
  const kind = PyUnicode_KIND(o);
  const to = PyUnicode_DATA(result);
  const byteCount = length * kind;
  if (byteCount === 1) fillBytes(to, PyUnicode_READ(1, PyUnicode_DATA(o), 0), times);
  else {
    const total = byteCount * times;
    copyBytes(to, PyUnicode_DATA(o), byteCount);
    // What is there already is doubled until it is all.
    for (let done = byteCount; done < total; ) {
      const more = Math.min(done, total - done);
      copyBytes(to + done, to, more);
      done += more;
    }
  }
  return result;
}

/** PyUnicode_Contains: 1, 0, -1. */
export function PyUnicode_Contains(o: Borrowed, part: Borrowed): number {
  if (!isUnicode(part)) {
    return raiseInt(PyExc_TypeError, `'in <string>' requires string as left operand, not ${typeNameOf(part)}`);
  }
  const found = findText(
    PyUnicode_KIND(o),
    PyUnicode_DATA(o),
    0,
    PyUnicode_GET_LENGTH(o),
    PyUnicode_KIND(part),
    PyUnicode_DATA(part),
    PyUnicode_GET_LENGTH(part),
  );
  return found >= 0 ? 1 : 0;
}

function unicode_mod(left: Borrowed, right: Borrowed): Owned {
  return isUnicode(left) ? pushPercentFormat(left, right) : Py_NotImplemented;
}

/** Bytes of the UTF-8 form that is kept beside the characters, its NUL counted. */
function utf8Bytes(o: Borrowed): number {
  if (PyUnicode_IS_COMPACT_ASCII(o)) return 0;
  const utf8 = ptr(o + PyCompactUnicodeObject.utf8);
  return utf8 === 0 || utf8 === PyUnicode_DATA(o) ? 0 : ssize(o + PyCompactUnicodeObject.utf8_length) + 1;
}

function unicode_sizeof(o: Borrowed): Owned {
  const length = PyUnicode_GET_LENGTH(o);
  const kind = PyUnicode_KIND(o);
  let size: number;
  if (PyUnicode_IS_COMPACT_ASCII(o)) size = PyASCIIObject.sizeof + length + 1;
  else if (PyUnicode_IS_COMPACT(o)) size = PyCompactUnicodeObject.sizeof + (length + 1) * kind;
  else size = PyUnicodeObject.sizeof + (length + 1) * kind;
  return PyLong_FromNumber(size + utf8Bytes(o)) || PyErr_NoMemory();
}

function unicode_getnewargs(o: Borrowed): Owned {
  const copy = _PyUnicode_Copy(o);
  const result = copy === 0 ? 0 : PyTuple_Pack(copy);
  if (copy !== 0) decref(copy);
  return result || PyErr_NoMemory();
}

declareType(PyUnicode_Type, {
  name: "str",
  basicsize: PyUnicodeObject.sizeof,
  flags: Py_TPFLAGS_BASETYPE | Py_TPFLAGS_UNICODE_SUBCLASS | _Py_TPFLAGS_MATCH_SELF,
  slots: {
    tp_dealloc: unicode_dealloc,
    tp_repr: unicodeRepr,
    tp_hash: unicodeHash,
    tp_str: unicode_str,
    tp_richcompare: unicode_richcompare,
    tp_iter: unicode_iter,
    tp_new: unicode_new,
    tp_vectorcall: unicode_vectorcall,
    nb_remainder: unicode_mod,
    sq_length: PyUnicode_GET_LENGTH,
    sq_concat: PyUnicode_Concat,
    sq_repeat: unicode_repeat,
    sq_item: unicode_item,
    sq_contains: PyUnicode_Contains,
    mp_length: PyUnicode_GET_LENGTH,
    mp_subscript: unicode_subscript,
  },
  methods: [...strMethods, ["__sizeof__", "()", unicode_sizeof], ["__getnewargs__", "()", unicode_getnewargs]],
});
