// The type bytes: its slots; the methods stand in bytes_methods.ts and its kin, shared with bytearray.
// Invariant: results are exact bytes, and exact bytes that would come out unchanged are given themselves.

import { objectFree } from "../memory/allocators.ts";
import {
  type Address,
  type Borrowed,
  compareBytes,
  copyBytes,
  equalBytes,
  type Owned,
  setU8,
  u8,
} from "../memory/memory.ts";
import { PyConfig } from "../memory/structs/config.ts";
import { hasIndex, Py_EQ, Py_GE, Py_GT, Py_LE, Py_LT, Py_NE, sequenceIndex } from "./abstract.ts";
import { genericGetAttr } from "./attributes.ts";
import { PyBuffer_FillInfo } from "./buffer.ts";
import {
  BYTES_DATA,
  BYTES_HEAD_BYTES,
  bytesHash,
  emptyBytes,
  PyBytes_AS_STRING,
  PyBytes_CheckExact,
  PyBytes_FromStringAndSize,
} from "./bytes_core.ts";
import { bytesFromHex } from "./bytes_hex.ts";
import { bytes_iter } from "./bytes_iterators.ts";
import { bytes_new } from "./bytes_make.ts";
import {
  type BytesForm,
  bytesConcat,
  bytesContains,
  isByteLineBreak,
  isByteSpace,
  mergedByName,
  sharedMethods,
} from "./bytes_methods.ts";
import { PyObject_CallOneArg } from "./call.ts";
import { configured } from "./config.ts";
import { declareType } from "./declare.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise, typeNameOf } from "./errors.ts";
import { bool, smallInt } from "./long_core.ts";
import {
  _Py_TPFLAGS_MATCH_SELF,
  decref,
  isBytes,
  isInt,
  isUnicode,
  newRef,
  Py_TPFLAGS_BASETYPE,
  Py_TPFLAGS_BYTES_SUBCLASS,
  sizeOf,
  typeOf,
} from "./object.ts";
import { declareBytesFormat } from "./percent_format.ts";
import { PySlice_AdjustIndices, PySlice_Check, PySlice_Unpack, sliceBounds } from "./slice.ts";
import { PyTuple_Pack } from "./tuple_core.ts";
import { freeInstance } from "./type_alloc.ts";
import { Py_NotImplemented, PyBytes_Type, PyExc_BytesWarning, PyExc_IndexError, PyExc_TypeError } from "./types.ts";
import { PyUnicode_DATA, PyUnicode_New } from "./unicode_core.ts";
import { bytesReprForm, writeBytesRepr } from "./unicode_repr.ts";
import { PyErr_WarnEx } from "./warn.ts";

const MAX_ASCII = 0x7f;

export function bytes_dealloc(o: Address): void {
  if (typeOf(o) === PyBytes_Type) objectFree(o);
  else freeInstance(o);
}

/** PyBytes_Repr: b'…' */
export function PyBytes_Repr(o: Borrowed, smartQuotes = true): Owned {
  const length = sizeOf(o);
  const at = (index: number): number => u8(o + BYTES_DATA + index);
  const [size, quote] = bytesReprForm(at, length, smartQuotes);
  const result = PyUnicode_New(size + 1, MAX_ASCII);
  if (result === 0) return PyErr_NoMemory();
  const to = PyUnicode_DATA(result);
  setU8(to, "b".charCodeAt(0));
  writeBytesRepr(to + 1, at, length, quote);
  return result;
}

/** The outcome of a comparison of bytes by an operator. */
export function compareBytesBy(op: number, a: Address, aLength: number, b: Address, bLength: number): Borrowed {
  if (op === Py_EQ || op === Py_NE) {
    const equal = aLength === bLength && equalBytes(a, b, aLength);
    return bool(equal === (op === Py_EQ));
  }
  const order = compareBytes(a, b, Math.min(aLength, bLength)) || aLength - bLength;
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

/** -b: bytes are equal to no str and no int. 0, or -1 with an error set. */
function warnOfComparison(a: Borrowed, b: Borrowed, op: number): number {
  if (op !== Py_EQ && op !== Py_NE) return 0;
  const other = isUnicode(a) || isUnicode(b) ? "string" : isInt(a) || isInt(b) ? "int" : "";
  return other === "" ? 0 : PyErr_WarnEx(PyExc_BytesWarning, `Comparison between bytes and ${other}`, 1);
}

/** str(b"…"): its repr, of which -b warns. */
function bytes_str(o: Borrowed): Owned {
  const warns = configured(PyConfig.bytes_warning) !== 0;
  if (warns && PyErr_WarnEx(PyExc_BytesWarning, "str() on a bytes instance", 1) < 0) return 0;
  return PyBytes_Repr(o);
}

function bytes_richcompare(a: Borrowed, b: Borrowed, op: number): Owned {
  if (!isBytes(a) || !isBytes(b)) {
    return configured(PyConfig.bytes_warning) !== 0 && warnOfComparison(a, b, op) < 0 ? 0 : Py_NotImplemented;
  }
  return compareBytesBy(op, a + BYTES_DATA, sizeOf(a), b + BYTES_DATA, sizeOf(b));
}

function bytes_item(o: Borrowed, index: number): Owned {
  if (index < 0 || index >= sizeOf(o)) return raise(PyExc_IndexError, "index out of range");
  return smallInt(u8(o + BYTES_DATA + index));
}

function bytes_subscript(o: Borrowed, key: Borrowed): Owned {
  if (hasIndex(key)) {
    const index = sequenceIndex(key);
    if (index === -1 && PyErr_Occurred() !== 0) return 0;
    return bytes_item(o, index < 0 ? index + sizeOf(o) : index);
  }
  if (!PySlice_Check(key)) {
    return raise(PyExc_TypeError, `byte indices must be integers or slices, not ${typeNameOf(key)}`);
  }
  if (PySlice_Unpack(key) < 0) return 0;
  const count = PySlice_AdjustIndices(sizeOf(o));
  const { start, step } = sliceBounds;
  if (count <= 0) return emptyBytes;
  if (start === 0 && step === 1 && count === sizeOf(o) && PyBytes_CheckExact(o)) return newRef(o);
  if (step === 1) return PyBytes_FromStringAndSize(o + BYTES_DATA + start, count);
  const result = PyBytes_FromStringAndSize(0, count);
  if (result === 0) return 0;
  for (let i = 0; i < count; i++) setU8(result + BYTES_DATA + i, u8(o + BYTES_DATA + start + i * step));
  return result;
}

/** Memory filled by repeating `length` bytes at `from`. */
export function repeatBytes(to: Address, from: Address, length: number, times: number): void {
  const total = length * times;
  if (total === 0) return;
  copyBytes(to, from, length);
  // What is there already is doubled until it is all.
  for (let done = length; done < total; ) {
    const more = Math.min(done, total - done);
    copyBytes(to + done, to, more);
    done += more;
  }
}

function bytes_repeat(o: Borrowed, times: number): Owned {
  const length = sizeOf(o);
  const count = Math.max(times, 0);
  if (count * length === length && PyBytes_CheckExact(o)) return newRef(o);
  const result = PyBytes_FromStringAndSize(0, length * count);
  if (result !== 0) repeatBytes(result + BYTES_DATA, o + BYTES_DATA, length, count);
  return result;
}

export const bytesForm: BytesForm = {
  name: "bytes",
  kind: () => 1,
  data: PyBytes_AS_STRING,
  length: sizeOf,
  slice(o, start, end) {
    if (start === 0 && end === sizeOf(o) && PyBytes_CheckExact(o)) return newRef(o);
    return PyBytes_FromStringAndSize(start === end ? 0 : o + BYTES_DATA + start, end - start);
  },
  same: (o) => (PyBytes_CheckExact(o) ? newRef(o) : PyBytes_FromStringAndSize(o + BYTES_DATA, sizeOf(o))),
  fresh: (size) => PyBytes_FromStringAndSize(0, size),
  isSpace: isByteSpace,
  isLineBreak: isByteLineBreak,
};

function bytes_concat(a: Borrowed, b: Borrowed): Owned {
  if (PyBytes_CheckExact(a) && PyBytes_CheckExact(b)) {
    if (sizeOf(a) === 0) return newRef(b);
    if (sizeOf(b) === 0) return newRef(a);
  }
  return bytesConcat(bytesForm, a, b);
}

const pushFormat = declareBytesFormat("bytes_mod", PyBytes_FromStringAndSize);

function bytes_mod(a: Borrowed, b: Borrowed): Owned {
  return isBytes(a) ? pushFormat(a + BYTES_DATA, sizeOf(a), b) : Py_NotImplemented;
}

function bytes_getbuffer(o: Borrowed, view: Address, flags: number): number {
  return PyBuffer_FillInfo(view, o, o + BYTES_DATA, sizeOf(o), true, flags);
}

function fromhex(type: Borrowed, string: Borrowed): Owned {
  const bytes = bytesFromHex(string);
  if (bytes === 0 || type === PyBytes_Type) return bytes;
  const result = PyObject_CallOneArg(type, bytes);
  decref(bytes);
  return result;
}

function bytes_getnewargs(o: Borrowed): Owned {
  const copy = PyBytes_FromStringAndSize(o + BYTES_DATA, sizeOf(o));
  const result = copy === 0 ? 0 : PyTuple_Pack(copy);
  if (copy !== 0) decref(copy);
  return result || PyErr_NoMemory();
}

function bytes_bytes(o: Borrowed): Owned {
  return PyBytes_CheckExact(o) ? newRef(o) : PyBytes_FromStringAndSize(o + BYTES_DATA, sizeOf(o));
}

declareType(PyBytes_Type, {
  name: "bytes",
  basicsize: BYTES_HEAD_BYTES,
  itemsize: 1,
  flags: Py_TPFLAGS_BASETYPE | Py_TPFLAGS_BYTES_SUBCLASS | _Py_TPFLAGS_MATCH_SELF,
  slots: {
    tp_getattro: genericGetAttr,
    tp_dealloc: bytes_dealloc,
    tp_repr: PyBytes_Repr,
    tp_hash: bytesHash,
    tp_str: bytes_str,
    tp_richcompare: bytes_richcompare,
    tp_iter: bytes_iter,
    tp_new: bytes_new,
    nb_remainder: bytes_mod,
    bf_getbuffer: bytes_getbuffer,
    sq_length: sizeOf,
    sq_concat: bytes_concat,
    sq_contains: (o: Borrowed, what: Borrowed) => bytesContains(bytesForm, o, what),
    sq_repeat: bytes_repeat,
    sq_item: bytes_item,
    mp_length: sizeOf,
    mp_subscript: bytes_subscript,
  },
  methods: [
    ["__getnewargs__", "()", bytes_getnewargs],
    ["__bytes__", "()", bytes_bytes],
    ...mergedByName(sharedMethods(bytesForm), [["fromhex", "@classmethod (string, /)", fromhex]]),
  ],
});
