// The type bytearray. Storage is in bytearray_core.ts; the methods it shares with bytes in bytes_methods.ts.
// Invariant: an argument that may be the array itself is copied before the array changes its size.

import { memFree } from "../memory/allocators.ts";
import {
  type Address,
  type Borrowed,
  copyBytes,
  fillBytes,
  type Owned,
  ptr,
  setSsize,
  setU8,
  ssize,
  u8,
} from "../memory/memory.ts";
import { PyConfig } from "../memory/structs/config.ts";
import { PyByteArrayObject } from "../memory/structs/text.ts";
import { text } from "../memory/text.ts";
import { hasIndex, Py_EQ, Py_NE, PyNumber_Check, sequenceIndex } from "./abstract.ts";
import { genericGetAttr } from "./attributes.ts";
import { closeBuffer, openBuffer, PyBuffer_FillInfo, PyObject_CheckBuffer } from "./buffer.ts";
import {
  bytearrayReplace,
  canResize,
  PyByteArray_AS_STRING,
  PyByteArray_FromStringAndSize,
  PyByteArray_Resize,
} from "./bytearray_core.ts";
import { compareBytesBy, repeatBytes } from "./bytes.ts";
import { BYTES_DATA, PyBytes_FromStringAndSize } from "./bytes_core.ts";
import { bytesFromHex } from "./bytes_hex.ts";
import { bytearray_iter } from "./bytes_iterators.ts";
import {
  BYTES_ARGUMENTS,
  bytesOfBuffer,
  countArgument,
  encodedArgument,
  NOT_COUNT,
  pushBytesForArray,
  pushBytesForExtend,
} from "./bytes_make.ts";
import {
  type BytesForm,
  byteArgument,
  bytesConcat,
  bytesContains,
  isByteLineBreak,
  isByteSpace,
  mergedByName,
  sharedMethods,
} from "./bytes_methods.ts";
import { PyObject_CallOneArg } from "./call.ts";
import { PyObject_CallMethod } from "./call_method.ts";
import { decodeLatin1 } from "./codecs/single_byte.ts";
import { configured } from "./config.ts";
import { declareType } from "./declare.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise, raiseInt, typeName, typeNameOf } from "./errors.ts";
import {
  currentFrame,
  deliveredInt,
  finishNative,
  nativeLocal,
  PUSHED,
  pushNative,
  setNativeLocal,
  settle,
} from "./frames.ts";
import { identifier } from "./identifiers.ts";
import { PyLong_FromNumber, smallInt } from "./long_core.ts";
import {
  _Py_TPFLAGS_MATCH_SELF,
  decref,
  isInstanceOf,
  isUnicode,
  newRef,
  Py_TPFLAGS_BASETYPE,
  sizeOf,
  typeOf,
  xdecref,
} from "./object.ts";
import { declareBytesFormat } from "./percent_format.ts";
import { PySlice_AdjustIndices, PySlice_Check, PySlice_Unpack, sliceBounds } from "./slice.ts";
import { namedArguments } from "./text_arguments.ts";
import { findCharacter } from "./text_search.ts";
import { PyTuple_New, PyTuple_Pack } from "./tuple_core.ts";
import { freeInstance, PyType_GenericAlloc } from "./type_alloc.ts";
import {
  Py_None,
  Py_NotImplemented,
  PyByteArray_Type,
  PyExc_BytesWarning,
  PyExc_IndexError,
  PyExc_SystemError,
  PyExc_TypeError,
  PyExc_ValueError,
} from "./types.ts";
import { PyUnicode_DATA, PyUnicode_FromString, PyUnicode_GET_LENGTH, PyUnicode_New } from "./unicode_core.ts";
import { bytesReprForm, writeBytesRepr } from "./unicode_repr.ts";
import { PyErr_WarnEx } from "./warn.ts";

const EXPORTS = PyByteArrayObject.ob_exports;
const BLOCK = PyByteArrayObject.ob_bytes;
const BYTE_RANGE = "byte must be in range(0, 256)";
const MAX_LENGTH = 0x7fff0000;
const id_getstate = identifier("__getstate__");

const form: BytesForm = {
  name: "bytearray",
  kind: () => 1,
  data: PyByteArray_AS_STRING,
  length: sizeOf,
  slice: (o, start, end) => PyByteArray_FromStringAndSize(PyByteArray_AS_STRING(o) + start, end - start),
  same: (o) => PyByteArray_FromStringAndSize(PyByteArray_AS_STRING(o), sizeOf(o)),
  fresh: (size) => PyByteArray_FromStringAndSize(0, size),
  isSpace: isByteSpace,
  isLineBreak: isByteLineBreak,
};

// -- life --------------------------------------------------------------------------------------------------------------

function bytearray_dealloc(o: Address): void {
  if (ssize(o + EXPORTS) > 0) raise(PyExc_SystemError, "deallocated bytearray object has exported buffers");
  const block = ptr(o + BLOCK);
  if (block !== 0) memFree(block);
  freeInstance(o);
}

function bytearray_new(type: Borrowed): Owned {
  return PyType_GenericAlloc(type, 0);
}

/** Fills an array from bytes, which it takes (0: an error is set). 0, or -1. */
function fill(o: Borrowed, bytes: Owned): number {
  if (bytes === 0) return -1;
  const status = bytearrayReplace(o, 0, sizeOf(o), bytes + BYTES_DATA, sizeOf(bytes));
  decref(bytes);
  return status;
}

function afterItems(frame: Address, bytes: Owned): Owned {
  return finishNative(frame, fill(nativeLocal(frame, 0), bytes) < 0 ? 0 : Py_None);
}

const STEP_ITEMS = text("bytearray_init.items", afterItems);

/** Fills an array from an iterable of ints: None, 0 or PUSHED. */
function pushFill(o: Borrowed, iterable: Borrowed): Owned {
  const frame = pushNative(STEP_ITEMS, 1);
  if (frame === 0) return PyErr_NoMemory();
  setNativeLocal(frame, 0, newRef(o));
  const bytes = pushBytesForArray(iterable);
  return bytes === PUSHED ? PUSHED : afterItems(frame, bytes);
}

function bytearray_init(o: Borrowed, args: Borrowed, keywords: Borrowed): number {
  const values = namedArguments("bytearray", args, keywords, BYTES_ARGUMENTS);
  if (values === null) return -1;
  const [source, encoding, errors] = values;
  if (sizeOf(o) !== 0 && PyByteArray_Resize(o, 0) < 0) return -1;
  const encoded = encodedArgument("bytearray", source, encoding, errors);
  if (encoded !== -1) return fill(o, encoded);
  if (source === 0) return 0;
  const count = countArgument(source);
  if (count === -1) return -1;
  if (count !== NOT_COUNT) {
    if (count > 0) {
      if (PyByteArray_Resize(o, count) < 0) return -1;
      fillBytes(PyByteArray_AS_STRING(o), 0, count);
    }
    return 0;
  }
  if (PyObject_CheckBuffer(source)) return fill(o, bytesOfBuffer(source));
  // Settled, since type.__call__ of a built-in type cannot wait for an __init__ that pushes.
  const base = currentFrame();
  return deliveredInt(settle(base, pushFill(o, source)));
}

// -- reading -----------------------------------------------------------------------------------------------------------

function bytearray_repr(o: Borrowed): Owned {
  const data = PyByteArray_AS_STRING(o);
  const at = (index: number): number => u8(data + index);
  const [size, quote] = bytesReprForm(at, sizeOf(o), true, true);
  const before = `${typeName(typeOf(o))}(b`;
  const result = PyUnicode_New(before.length + size + 1, 0x7f);
  if (result === 0) return PyErr_NoMemory();
  const to = PyUnicode_DATA(result);
  for (let i = 0; i < before.length; i++) setU8(to + i, before.charCodeAt(i));
  writeBytesRepr(to + before.length, at, sizeOf(o), quote, true);
  setU8(to + before.length + size, ")".charCodeAt(0));
  return result;
}

/** str(bytearray(…)): its repr, of which -b warns. */
function bytearray_str(o: Borrowed): Owned {
  const warns = configured(PyConfig.bytes_warning) !== 0;
  if (warns && PyErr_WarnEx(PyExc_BytesWarning, "str() on a bytearray instance", 1) < 0) return 0;
  return bytearray_repr(o);
}

function bytearray_richcompare(a: Borrowed, b: Borrowed, op: number): Owned {
  if (!PyObject_CheckBuffer(a) || !PyObject_CheckBuffer(b)) {
    const warns = configured(PyConfig.bytes_warning) !== 0 && (op === Py_EQ || op === Py_NE);
    if (!warns || !(isUnicode(a) || isUnicode(b))) return Py_NotImplemented;
    const message = "Comparison between bytearray and string";
    return PyErr_WarnEx(PyExc_BytesWarning, message, 1) < 0 ? 0 : Py_NotImplemented;
  }
  const left = openBuffer(a);
  if (left === null) return 0;
  const right = openBuffer(b);
  if (right === null) {
    closeBuffer(left);
    return 0;
  }
  const result = compareBytesBy(op, left.data, left.length, right.data, right.length);
  closeBuffer(right);
  closeBuffer(left);
  return result;
}

function bytearray_item(o: Borrowed, index: number): Owned {
  if (index < 0 || index >= sizeOf(o)) return raise(PyExc_IndexError, "bytearray index out of range");
  return smallInt(u8(PyByteArray_AS_STRING(o) + index));
}

function bytearray_subscript(o: Borrowed, key: Borrowed): Owned {
  if (hasIndex(key)) {
    const index = sequenceIndex(key);
    if (index === -1 && PyErr_Occurred() !== 0) return 0;
    return bytearray_item(o, index < 0 ? index + sizeOf(o) : index);
  }
  if (!PySlice_Check(key)) {
    return raise(PyExc_TypeError, `bytearray indices must be integers or slices, not ${typeNameOf(key)}`);
  }
  if (PySlice_Unpack(key) < 0) return 0;
  const count = PySlice_AdjustIndices(sizeOf(o));
  const { start, step } = sliceBounds;
  if (count <= 0) return form.fresh(0);
  if (step === 1) return form.slice(o, start, start + count);
  const result = form.fresh(count);
  if (result === 0) return 0;
  const from = PyByteArray_AS_STRING(o);
  const to = PyByteArray_AS_STRING(result);
  for (let i = 0; i < count; i++) setU8(to + i, u8(from + start + i * step));
  return result;
}

// -- changing ----------------------------------------------------------------------------------------------------------

/** Deletes count bytes from start, step apart. */
function deleteStepped(o: Borrowed, start: number, step: number, count: number): number {
  if (!canResize(o)) return -1;
  const first = step < 0 ? start + step * (count - 1) : start;
  const distance = Math.abs(step);
  const size = sizeOf(o);
  const data = PyByteArray_AS_STRING(o);
  let to = first;
  for (let i = first; i < size; i++) {
    const offset = i - first;
    if (offset % distance === 0 && offset / distance < count) continue;
    setU8(data + to++, u8(data + i));
  }
  return PyByteArray_Resize(o, size - count);
}

/** Assigns a bytearray, or deletes (value 0), where the slice says that was unpacked last. */
function assignSlice(o: Borrowed, value: Borrowed): number {
  const count = PySlice_AdjustIndices(sizeOf(o));
  const { start, step } = sliceBounds;
  let stop = sliceBounds.stop;
  if (value === 0) {
    if (step === 1) return bytearrayReplace(o, start, Math.max(start, stop), 0, 0);
    return count === 0 ? 0 : deleteStepped(o, start, step, count);
  }
  const source = PyByteArray_AS_STRING(value);
  const length = sizeOf(value);
  if (step === 1) {
    if (start > stop) stop = start;
    return bytearrayReplace(o, start, stop, source, length);
  }
  if (length === 0) return count === 0 ? 0 : deleteStepped(o, start, step, count);
  if (length !== count) {
    return raiseInt(PyExc_ValueError, `attempt to assign bytes of size ${length} to extended slice of size ${count}`);
  }
  const data = PyByteArray_AS_STRING(o);
  for (let i = 0; i < count; i++) setU8(data + start + i * step, u8(source + i));
  return 0;
}

function bytearray_ass_subscript(o: Borrowed, key: Borrowed, value: Borrowed): number {
  if (hasIndex(key)) {
    let index = sequenceIndex(key);
    if (index === -1 && PyErr_Occurred() !== 0) return -1;
    if (index < 0) index += sizeOf(o);
    // The value is read first: its __index__ may change the array.
    const byte = value === 0 ? 0 : byteArgument(value, BYTE_RANGE);
    if (byte < 0) return -1;
    if (index < 0 || index >= sizeOf(o)) return raiseInt(PyExc_IndexError, "bytearray index out of range");
    if (value === 0) return bytearrayReplace(o, index, index + 1, 0, 0);
    setU8(PyByteArray_AS_STRING(o) + index, byte);
    return 0;
  }
  if (!PySlice_Check(key)) {
    return raiseInt(PyExc_TypeError, `bytearray indices must be integers or slices, not ${typeNameOf(key)}`);
  }
  if (PySlice_Unpack(key) < 0) return -1;
  if (value === o) return withCopy(value, (copy) => bytearray_ass_subscript(o, key, copy));
  if (value === 0 || isInstanceOf(value, PyByteArray_Type)) return assignSlice(o, value);
  if (PyNumber_Check(value) || isUnicode(value)) {
    return raiseInt(PyExc_TypeError, "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
  }
  const made = PyObject_CallOneArg(PyByteArray_Type, value);
  if (made === 0) return -1;
  const status = bytearray_ass_subscript(o, key, made);
  decref(made);
  return status;
}

function withCopy(o: Borrowed, run: (copy: Borrowed) => number): number {
  const copy = PyByteArray_FromStringAndSize(PyByteArray_AS_STRING(o), sizeOf(o));
  if (copy === 0) return -1;
  const status = run(copy);
  decref(copy);
  return status;
}

function bytearray_repeat(o: Borrowed, times: number): Owned {
  const count = Math.max(times, 0);
  const size = sizeOf(o) * count;
  if (size > MAX_LENGTH) return PyErr_NoMemory();
  const result = form.fresh(size);
  if (result !== 0) repeatBytes(PyByteArray_AS_STRING(result), PyByteArray_AS_STRING(o), sizeOf(o), count);
  return result;
}

function bytearray_irepeat(o: Borrowed, times: number): Owned {
  const count = Math.max(times, 0);
  if (count === 1) return newRef(o);
  const size = sizeOf(o);
  if (size * count > MAX_LENGTH) return PyErr_NoMemory();
  if (PyByteArray_Resize(o, size * count) < 0) return 0;
  const data = PyByteArray_AS_STRING(o);
  for (let n = 1; n < count; n++) copyBytes(data + n * size, data, size);
  return newRef(o);
}

function bytearray_iconcat(o: Borrowed, other: Borrowed): Owned {
  if (!PyObject_CheckBuffer(other)) {
    return raise(PyExc_TypeError, `can't concat ${typeNameOf(other)} to ${typeNameOf(o)}`);
  }
  const run = (from: Borrowed): number => {
    const source = openBuffer(from);
    if (source === null) return -1;
    const status = bytearrayReplace(o, sizeOf(o), sizeOf(o), source.data, source.length);
    closeBuffer(source);
    return status;
  };
  const status = other === o ? withCopy(o, run) : run(other);
  return status < 0 ? 0 : newRef(o);
}

function bytearray_getbuffer(o: Borrowed, view: Address, flags: number): number {
  if (PyBuffer_FillInfo(view, o, PyByteArray_AS_STRING(o), sizeOf(o), false, flags) < 0) return -1;
  setSsize(o + EXPORTS, ssize(o + EXPORTS) + 1);
  return 0;
}

function bytearray_releasebuffer(o: Borrowed): void {
  setSsize(o + EXPORTS, ssize(o + EXPORTS) - 1);
}

// -- methods -----------------------------------------------------------------------------------------------------------

function append(o: Borrowed, item: Borrowed): Owned {
  const byte = byteArgument(item, BYTE_RANGE);
  if (byte < 0) return 0;
  const size = sizeOf(o);
  if (PyByteArray_Resize(o, size + 1) < 0) return 0;
  setU8(PyByteArray_AS_STRING(o) + size, byte);
  return Py_None;
}

function insert(o: Borrowed, index: number, item: Borrowed): Owned {
  const byte = byteArgument(item, BYTE_RANGE);
  if (byte < 0) return 0;
  const size = sizeOf(o);
  const at = index < 0 ? Math.max(index + size, 0) : Math.min(index, size);
  if (PyByteArray_Resize(o, size + 1) < 0) return 0;
  const data = PyByteArray_AS_STRING(o);
  copyBytes(data + at + 1, data + at, size - at);
  setU8(data + at, byte);
  return Py_None;
}

function pop(o: Borrowed, index: number): Owned {
  const size = sizeOf(o);
  if (size === 0) return raise(PyExc_IndexError, "pop from empty bytearray");
  const at = index < 0 ? index + size : index;
  if (at < 0 || at >= size) return raise(PyExc_IndexError, "pop index out of range");
  if (!canResize(o)) return 0;
  const data = PyByteArray_AS_STRING(o);
  const byte = u8(data + at);
  copyBytes(data + at, data + at + 1, size - at - 1);
  return PyByteArray_Resize(o, size - 1) < 0 ? 0 : smallInt(byte);
}

function remove(o: Borrowed, value: Borrowed): Owned {
  const byte = byteArgument(value, BYTE_RANGE);
  if (byte < 0) return 0;
  const at = findCharacter(1, PyByteArray_AS_STRING(o), 0, sizeOf(o), byte);
  if (at < 0) return raise(PyExc_ValueError, "value not found in bytearray");
  const popped = pop(o, at);
  return popped === 0 ? 0 : Py_None;
}

function reverse(o: Borrowed): Owned {
  const data = PyByteArray_AS_STRING(o);
  for (let i = 0, j = sizeOf(o) - 1; i < j; i++, j--) {
    const byte = u8(data + i);
    setU8(data + i, u8(data + j));
    setU8(data + j, byte);
  }
  return Py_None;
}

const STEP_EXTEND = text("bytearray_extend.items", (frame: Address, bytes: Owned): Owned => afterExtend(frame, bytes));

function afterExtend(frame: Address, bytes: Owned): Owned {
  if (bytes === 0) return finishNative(frame, 0);
  const o = nativeLocal(frame, 0);
  const status = bytearrayReplace(o, sizeOf(o), sizeOf(o), bytes + BYTES_DATA, sizeOf(bytes));
  decref(bytes);
  return finishNative(frame, status < 0 ? 0 : Py_None);
}

/** The slot of sequences, which counts no index from the end. */
function bytearray_ass_item(o: Borrowed, index: number, value: Borrowed): number {
  if (index < 0 || index >= sizeOf(o)) return raiseInt(PyExc_IndexError, "bytearray index out of range");
  const key = PyLong_FromNumber(index);
  const status = key === 0 ? -1 : bytearray_ass_subscript(o, key, value);
  xdecref(key);
  return status;
}

function extend(o: Borrowed, iterable: Borrowed): Owned {
  if (PyObject_CheckBuffer(iterable)) {
    const result = bytearray_iconcat(o, iterable);
    if (result === 0) return 0;
    decref(result);
    return Py_None;
  }
  if (isUnicode(iterable) && PyUnicode_GET_LENGTH(iterable) > 0) {
    return raise(PyExc_TypeError, "expected iterable of integers; got: 'str'");
  }
  const frame = pushNative(STEP_EXTEND, 1);
  if (frame === 0) return PyErr_NoMemory();
  setNativeLocal(frame, 0, newRef(o));
  const bytes = pushBytesForExtend(iterable);
  return bytes === PUSHED ? PUSHED : afterExtend(frame, bytes);
}

function fromhex(type: Borrowed, string: Borrowed): Owned {
  const bytes = bytesFromHex(string);
  if (bytes === 0) return 0;
  const result = PyObject_CallOneArg(type, bytes);
  decref(bytes);
  return result;
}

/** (type, (text, "latin-1"), dict) for pickles of the second protocol, with bytes from the third on. */
function reduceBy(protocol: number): (o: Borrowed) => Owned {
  return (o) => {
    const data = PyByteArray_AS_STRING(o);
    const size = sizeOf(o);
    const state = PyObject_CallMethod(o, id_getstate);
    if (state === 0) return 0;
    const contents = protocol < 3 ? decodeLatin1(data, size) : PyBytes_FromStringAndSize(data, size);
    const encoding = protocol < 3 ? PyUnicode_FromString("latin-1") : 0;
    const args = size === 0 ? PyTuple_New(0) : protocol < 3 ? PyTuple_Pack(contents, encoding) : PyTuple_Pack(contents);
    const result = args === 0 ? 0 : PyTuple_Pack(typeOf(o), args, state);
    for (const part of [contents, encoding, args, state]) if (part !== 0) decref(part);
    return result || PyErr_NoMemory();
  };
}

function reduceEx(o: Borrowed, protocol: number): Owned {
  return reduceBy(protocol)(o);
}

const number = (value: number): Owned => PyLong_FromNumber(value) || PyErr_NoMemory();
const pushFormat = declareBytesFormat("bytearray_mod", PyByteArray_FromStringAndSize);

declareType(PyByteArray_Type, {
  name: "bytearray",
  basicsize: PyByteArrayObject.sizeof,
  flags: Py_TPFLAGS_BASETYPE | _Py_TPFLAGS_MATCH_SELF,
  slots: {
    tp_getattro: genericGetAttr,
    tp_dealloc: bytearray_dealloc,
    tp_repr: bytearray_repr,
    tp_str: bytearray_str,
    tp_richcompare: bytearray_richcompare,
    tp_iter: bytearray_iter,
    tp_init: bytearray_init,
    tp_new: bytearray_new,
    nb_remainder: (o: Borrowed, args: Borrowed): Owned =>
      isInstanceOf(o, PyByteArray_Type) ? pushFormat(PyByteArray_AS_STRING(o), sizeOf(o), args) : Py_NotImplemented,
    bf_getbuffer: bytearray_getbuffer,
    bf_releasebuffer: bytearray_releasebuffer,
    sq_length: sizeOf,
    sq_concat: (a: Borrowed, b: Borrowed) => bytesConcat(form, a, b),
    sq_repeat: bytearray_repeat,
    sq_item: bytearray_item,
    sq_ass_item: bytearray_ass_item,
    sq_contains: (o: Borrowed, what: Borrowed) => bytesContains(form, o, what),
    sq_inplace_concat: bytearray_iconcat,
    sq_inplace_repeat: bytearray_irepeat,
    mp_length: sizeOf,
    mp_subscript: bytearray_subscript,
    mp_ass_subscript: bytearray_ass_subscript,
  },
  methods: [
    ["__alloc__", "()", (o: Borrowed) => number(ssize(o + PyByteArrayObject.ob_alloc))],
    ["__reduce__", "()", reduceBy(2)],
    ["__reduce_ex__", "(proto: int = 0, /)", reduceEx],
    ["__sizeof__", "()", (o: Borrowed) => number(PyByteArrayObject.sizeof + ssize(o + PyByteArrayObject.ob_alloc))],
    ...mergedByName(sharedMethods(form), [
      ["append", "(item, /)", append],
      ["clear", "()", (o: Borrowed) => (PyByteArray_Resize(o, 0) < 0 ? 0 : Py_None)],
      ["copy", "()", form.same],
      ["extend", "(iterable_of_ints, /)", extend],
      ["fromhex", "@classmethod (string, /)", fromhex],
      ["insert", "(index: ssize, item, /)", insert],
      ["pop", "(index: ssize = -1, /)", pop],
      ["remove", "(value, /)", remove],
      ["reverse", "()", reverse],
    ]),
  ],
});
