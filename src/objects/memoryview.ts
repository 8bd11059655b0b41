// memoryview: a look at another object's buffer, by items, slices and shapes.
//
//   memoryview -> mbuf (managed buffer: holds the exporter's Py_buffer, released with the last view) -> exporter
//
// A view's Py_buffer lies in the object itself; shape, strides and suboffsets behind it in ob_array.
// Invariant: a released view has no mbuf that it counts in; every operation but a second release refuses it.

import { gcFree, gcNewVar, gcTrack, gcUntrack } from "../gc/link.ts";
import {
  type Address,
  type Borrowed,
  copyBytes,
  fillBytes,
  i32,
  type Owned,
  ptr,
  setI32,
  setI64,
  setPtr,
  setSsize,
  ssize,
} from "../memory/memory.ts";
import { Py_buffer, PyVarObject } from "../memory/structs/object.ts";
import { _PyManagedBufferObject, PyBytesObject, PyMemoryViewObject } from "../memory/structs/text.ts";
import { hasIndex, Py_EQ, Py_NE, PyObject_Hash, PyObject_RichCompareBool, sequenceIndex } from "./abstract.ts";
import { genericGetAttr } from "./attributes.ts";
import {
  forEachItem,
  PyBUF_ANY_CONTIGUOUS,
  PyBUF_C_CONTIGUOUS,
  PyBUF_F_CONTIGUOUS,
  PyBUF_FORMAT,
  PyBUF_FULL_RO,
  PyBUF_INDIRECT,
  PyBUF_ND,
  PyBUF_STRIDES,
  PyBUF_WRITABLE,
  PyBuffer_FillInfo,
  PyBuffer_IsContiguous,
  PyBuffer_Release,
  PyBuffer_ToContiguous,
  PyObject_CheckBuffer,
  PyObject_GetBuffer,
} from "./buffer.ts";
import { BYTES_DATA, bytesHash, PyBytes_FromStringAndSize } from "./bytes_core.ts";
import { bytesHex } from "./bytes_hex.ts";
import { declareType } from "./declare.ts";
import { PyErr_Clear, PyErr_NoMemory, PyErr_Occurred, raise, raiseInt, typeNameOf } from "./errors.ts";
import { hashAnswerFrom, isHashUnset } from "./hash.ts";
import { listAppendSteal, PyList_New, sequenceItem } from "./list_core.ts";
import { bool, longToNumber, PyLong_FromNumber } from "./long_core.ts";
import { FORMAT_BYTES, formatLetter, formatOf, formatTexts, pack, unpack } from "./memoryview_items.ts";
import {
  decref,
  initObject,
  isInstanceOf,
  isInt,
  isList,
  isTuple,
  isUnicode,
  newRef,
  Py_TPFLAGS_HAVE_GC,
  Py_TPFLAGS_SEQUENCE,
  sizeOf,
  xdecref,
} from "./object.ts";
import { PySeqIter_New } from "./seq_iter.ts";
import { PySlice_AdjustIndices, PySlice_Check, PySlice_Unpack, sliceBounds } from "./slice.ts";
import { namedArguments } from "./text_arguments.ts";
import { emptyTuple, PyTuple_GET_ITEM, PyTuple_New, PyTuple_SET_ITEM } from "./tuple_core.ts";
import {
  Py_None,
  Py_NotImplemented,
  PyExc_BufferError,
  PyExc_IndexError,
  PyExc_NotImplementedError,
  PyExc_TypeError,
  PyExc_ValueError,
  PyManagedBuffer_Type,
  PyMemoryView_Type,
} from "./types.ts";
import { PyUnicode_FromString, textOf } from "./unicode_core.ts";
import { PyObject_ClearWeakRefs } from "./weakref_core.ts";

const VIEW = PyMemoryViewObject.view;
const MBUF = PyMemoryViewObject.mbuf;
const FLAGS = PyMemoryViewObject.flags;
const VIEW_EXPORTS = PyMemoryViewObject.exports;
const MASTER = _PyManagedBufferObject.master;
const MBUF_EXPORTS = _PyManagedBufferObject.exports;
const MAX_DIMENSIONS = 64;

const MANAGED_RELEASED = 1;
const RELEASED = 1;
const C_CONTIGUOUS = 2;
const F_CONTIGUOUS = 4;
const SCALAR = 8;

type Visit = (o: Borrowed) => number;

// -- life --------------------------------------------------------------------------------------------------------------

function newManagedBuffer(o: Borrowed, flags: number): Owned {
  const mbuf = gcNewVar(PyManagedBuffer_Type, _PyManagedBufferObject.sizeof);
  if (mbuf === 0) return PyErr_NoMemory();
  fillBytes(mbuf, 0, _PyManagedBufferObject.sizeof);
  initObject(mbuf, PyManagedBuffer_Type);
  gcTrack(mbuf);
  if (PyObject_GetBuffer(o, mbuf + MASTER, flags) === 0) return mbuf;
  setPtr(mbuf + MASTER + Py_buffer.obj, 0);
  decref(mbuf);
  return 0;
}

function releaseManaged(mbuf: Borrowed): void {
  if (i32(mbuf + _PyManagedBufferObject.flags) & MANAGED_RELEASED) return;
  setI32(mbuf + _PyManagedBufferObject.flags, i32(mbuf + _PyManagedBufferObject.flags) | MANAGED_RELEASED);
  gcUntrack(mbuf);
  PyBuffer_Release(mbuf + MASTER);
}

function mbuf_dealloc(mbuf: Address): void {
  releaseManaged(mbuf);
  gcFree(mbuf);
}

declareType(PyManagedBuffer_Type, {
  name: "managedbuffer",
  basicsize: _PyManagedBufferObject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC,
  slots: {
    tp_dealloc: mbuf_dealloc,
    tp_traverse: (mbuf: Address, visit: Visit): number => {
      const o = ptr(mbuf + MASTER + Py_buffer.obj);
      return o === 0 ? 0 : visit(o);
    },
    tp_clear: (mbuf: Address): number => {
      releaseManaged(mbuf);
      return 0;
    },
  },
});

function shapeOf(view: Address, dimension = 0): number {
  return ssize(ptr(view + Py_buffer.shape) + dimension * 8);
}

function strideOf(view: Address, dimension = 0): number {
  return ssize(ptr(view + Py_buffer.strides) + dimension * 8);
}

function initFlags(o: Borrowed): void {
  const view = o + VIEW;
  const ndim = i32(view + Py_buffer.ndim);
  let flags = i32(o + FLAGS) & RELEASED;
  if (ndim === 0) flags |= SCALAR;
  if (PyBuffer_IsContiguous(view, "C".charCodeAt(0))) flags |= C_CONTIGUOUS;
  if (PyBuffer_IsContiguous(view, "F".charCodeAt(0))) flags |= F_CONTIGUOUS;
  setI32(o + FLAGS, flags);
}

/** A view of a managed buffer with another buffer's description (its own by default); room for ndim dimensions. */
function newView(mbuf: Borrowed, source: Address, ndim: number): Owned {
  const o = gcNewVar(PyMemoryView_Type, PyMemoryViewObject.ob_array + 3 * ndim * 8);
  if (o === 0) return PyErr_NoMemory();
  initObject(o, PyMemoryView_Type);
  setSsize(o + PyVarObject.ob_size, 3 * ndim);
  setPtr(o + MBUF, newRef(mbuf));
  setI64(o + PyMemoryViewObject.hash, -1, -1);
  setI32(o + FLAGS, 0);
  setSsize(o + VIEW_EXPORTS, 0);
  setPtr(o + PyMemoryViewObject.weakreflist, 0);
  const view = o + VIEW;
  copyBytes(view, source, Py_buffer.sizeof);
  const array = o + PyMemoryViewObject.ob_array;
  setI32(view + Py_buffer.ndim, ndim);
  setPtr(view + Py_buffer.shape, ndim === 0 ? 0 : array);
  setPtr(view + Py_buffer.strides, ndim === 0 ? 0 : array + ndim * 8);
  setPtr(view + Py_buffer.suboffsets, 0);
  if (ndim === i32(source + Py_buffer.ndim)) describe(view, source, ndim, array);
  setSsize(mbuf + MBUF_EXPORTS, ssize(mbuf + MBUF_EXPORTS) + 1);
  initFlags(o);
  gcTrack(o);
  return o;
}

function describe(view: Address, source: Address, ndim: number, array: Address): void {
  const shape = ptr(source + Py_buffer.shape);
  const strides = ptr(source + Py_buffer.strides);
  const suboffsets = ptr(source + Py_buffer.suboffsets);
  const itemBytes = ssize(source + Py_buffer.itemsize);
  let stride = itemBytes;
  for (let d = ndim - 1; d >= 0; d--) {
    const count = shape === 0 ? ssize(source + Py_buffer.len) / itemBytes : ssize(shape + d * 8);
    setSsize(array + d * 8, count);
    setSsize(array + (ndim + d) * 8, strides === 0 ? stride : ssize(strides + d * 8));
    setSsize(array + (2 * ndim + d) * 8, suboffsets === 0 ? -1 : ssize(suboffsets + d * 8));
    stride *= count;
  }
  if (suboffsets !== 0) setPtr(view + Py_buffer.suboffsets, array + 2 * ndim * 8);
}

/** PyMemoryView_FromMemory: a view of bytes that no object owns; whoever makes it answers for their life. */
export function PyMemoryView_FromMemory(at: Address, byteCount: number, readonly: boolean): Owned {
  const mbuf = gcNewVar(PyManagedBuffer_Type, _PyManagedBufferObject.sizeof);
  if (mbuf === 0) return PyErr_NoMemory();
  fillBytes(mbuf, 0, _PyManagedBufferObject.sizeof);
  initObject(mbuf, PyManagedBuffer_Type);
  gcTrack(mbuf);
  PyBuffer_FillInfo(mbuf + MASTER, 0, at, byteCount, readonly, PyBUF_FULL_RO);
  const view = newView(mbuf, mbuf + MASTER, 1);
  decref(mbuf);
  return view;
}

/** PyMemoryView_FromObject */
export function PyMemoryView_FromObject(o: Borrowed): Owned {
  if (isInstanceOf(o, PyMemoryView_Type)) {
    if (isReleased(o)) return 0;
    return newView(ptr(o + MBUF), o + VIEW, i32(o + VIEW + Py_buffer.ndim));
  }
  if (!PyObject_CheckBuffer(o)) {
    return raise(PyExc_TypeError, `memoryview: a bytes-like object is required, not '${typeNameOf(o)}'`);
  }
  const mbuf = newManagedBuffer(o, PyBUF_FULL_RO);
  if (mbuf === 0) return 0;
  const view = newView(mbuf, mbuf + MASTER, i32(mbuf + MASTER + Py_buffer.ndim));
  decref(mbuf);
  return view;
}

function memory_new(_type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  const values = namedArguments("memoryview", args, keywords, ["object"], 1);
  if (values === null) return 0;
  return PyMemoryView_FromObject(values[0]);
}

/** True with ValueError set when the view, or what it looks at, is released. */
function isReleased(o: Borrowed): boolean {
  if (((i32(o + FLAGS) & RELEASED) | (i32(ptr(o + MBUF) + _PyManagedBufferObject.flags) & MANAGED_RELEASED)) === 0) {
    return false;
  }
  raise(PyExc_ValueError, "operation forbidden on released memoryview object");
  return true;
}

function release(o: Borrowed): void {
  if (i32(o + FLAGS) & RELEASED) return;
  setI32(o + FLAGS, i32(o + FLAGS) | RELEASED);
  const mbuf = ptr(o + MBUF);
  const count = ssize(mbuf + MBUF_EXPORTS) - 1;
  setSsize(mbuf + MBUF_EXPORTS, count);
  if (count === 0) releaseManaged(mbuf);
}

function memory_release(o: Borrowed): Owned {
  const count = ssize(o + VIEW_EXPORTS);
  if (count > 0) {
    return raise(PyExc_BufferError, `memoryview has ${count} exported buffer${count === 1 ? "" : "s"}`);
  }
  release(o);
  return Py_None;
}

function memory_dealloc(o: Address): void {
  gcUntrack(o);
  release(o);
  decref(ptr(o + MBUF));
  if (ptr(o + PyMemoryViewObject.weakreflist) !== 0) PyObject_ClearWeakRefs(o);
  gcFree(o);
}

function memory_getbuffer(o: Borrowed, view: Address, flags: number): number {
  if (isReleased(o)) return -1;
  const own = o + VIEW;
  const viewFlags = i32(o + FLAGS);
  const refuse = (message: string): -1 => raiseInt(PyExc_BufferError, message);
  const wants = (bits: number): boolean => (flags & bits) === bits;
  copyBytes(view, own, Py_buffer.sizeof);
  setPtr(view + Py_buffer.obj, 0);
  if (wants(PyBUF_WRITABLE) && i32(own + Py_buffer.readonly) !== 0) {
    return refuse("memoryview: underlying buffer is not writable");
  }
  if (!wants(PyBUF_FORMAT)) setPtr(view + Py_buffer.format, 0);
  if (wants(PyBUF_C_CONTIGUOUS) && !(viewFlags & C_CONTIGUOUS))
    return refuse("memoryview: underlying buffer is not C-contiguous");
  if (wants(PyBUF_F_CONTIGUOUS) && !(viewFlags & F_CONTIGUOUS)) {
    return refuse("memoryview: underlying buffer is not Fortran contiguous");
  }
  if (wants(PyBUF_ANY_CONTIGUOUS) && !(viewFlags & (C_CONTIGUOUS | F_CONTIGUOUS)))
    return refuse("memoryview: underlying buffer is not contiguous");
  if (!wants(PyBUF_INDIRECT) && ptr(own + Py_buffer.suboffsets) !== 0) {
    return refuse("memoryview: underlying buffer requires suboffsets");
  }
  if (!wants(PyBUF_STRIDES)) {
    if (!(viewFlags & C_CONTIGUOUS)) return refuse("memoryview: underlying buffer is not C-contiguous");
    setPtr(view + Py_buffer.strides, 0);
  }
  if (!wants(PyBUF_ND)) {
    if (ptr(view + Py_buffer.format) !== 0)
      return refuse("memoryview: cannot cast to unsigned bytes if the format flag is present");
    setI32(view + Py_buffer.ndim, 1);
    setPtr(view + Py_buffer.shape, 0);
  }
  setPtr(view + Py_buffer.obj, newRef(o));
  setSsize(o + VIEW_EXPORTS, ssize(o + VIEW_EXPORTS) + 1);
  return 0;
}

function memory_releasebuffer(o: Borrowed): void {
  setSsize(o + VIEW_EXPORTS, ssize(o + VIEW_EXPORTS) - 1);
}

// -- items -------------------------------------------------------------------------------------------------------------

function itemAddress(view: Address, index: number, dimension: number, base: Address): Address {
  const count = shapeOf(view, dimension);
  const i = index < 0 ? index + count : index;
  if (i < 0 || i >= count) {
    return raise(PyExc_IndexError, `index out of bounds on dimension ${dimension + 1}`);
  }
  let at = base + i * strideOf(view, dimension);
  const suboffsets = ptr(view + Py_buffer.suboffsets);
  if (suboffsets !== 0 && ssize(suboffsets + dimension * 8) >= 0) at = ptr(at) + ssize(suboffsets + dimension * 8);
  return at;
}

function isIndexTuple(key: Borrowed): boolean {
  if (!isTuple(key)) return false;
  for (let i = 0; i < sizeOf(key); i++) if (!hasIndex(PyTuple_GET_ITEM(key, i))) return false;
  return true;
}

/** The address that an index or a tuple of them means; 0 with an error set. */
function addressOf(o: Borrowed, key: Borrowed): Address {
  const view = o + VIEW;
  const ndim = i32(view + Py_buffer.ndim);
  const keys = isTuple(key) ? sizeOf(key) : 1;
  if (keys < ndim) {
    return raise(
      PyExc_NotImplementedError,
      isTuple(key) ? "sub-views are not implemented" : "multi-dimensional sub-views are not implemented",
    );
  }
  if (keys > ndim) return raise(PyExc_TypeError, `cannot index ${ndim}-dimension view with ${keys}-element tuple`);
  let at = ptr(view + Py_buffer.buf);
  for (let d = 0; d < ndim; d++) {
    const index = sequenceIndex(isTuple(key) ? PyTuple_GET_ITEM(key, d) : key);
    if (index === -1 && PyErr_Occurred() !== 0) return 0;
    at = itemAddress(view, index, d, at);
    if (at === 0) return 0;
  }
  return at;
}

function sliced(o: Borrowed, slice: Borrowed): Owned {
  const view = o + VIEW;
  const result = newView(ptr(o + MBUF), view, i32(view + Py_buffer.ndim));
  if (result === 0) return 0;
  if (PySlice_Unpack(slice) < 0) {
    decref(result);
    return 0;
  }
  const to = result + VIEW;
  const count = Math.max(PySlice_AdjustIndices(shapeOf(view)), 0);
  const stride = strideOf(view);
  setPtr(to + Py_buffer.buf, ptr(view + Py_buffer.buf) + stride * sliceBounds.start);
  setSsize(ptr(to + Py_buffer.shape), count);
  setSsize(ptr(to + Py_buffer.strides), stride * sliceBounds.step);
  updateLength(to);
  initFlags(result);
  return result;
}

function updateLength(view: Address): void {
  let byteCount = ssize(view + Py_buffer.itemsize);
  for (let d = 0; d < i32(view + Py_buffer.ndim); d++) byteCount *= shapeOf(view, d);
  setSsize(view + Py_buffer.len, byteCount);
}

function memory_subscript(o: Borrowed, key: Borrowed): Owned {
  if (isReleased(o)) return 0;
  const view = o + VIEW;
  const format = formatOf(view);
  const ndim = i32(view + Py_buffer.ndim);
  if (ndim === 0) {
    if (isTuple(key) && sizeOf(key) === 0) return unpack(ptr(view + Py_buffer.buf), format);
    return raise(PyExc_TypeError, "invalid indexing of 0-dim memory");
  }
  if (hasIndex(key) || isIndexTuple(key)) {
    const at = addressOf(o, key);
    return at === 0 ? 0 : unpack(at, format);
  }
  if (PySlice_Check(key)) return sliced(o, key);
  if (isTuple(key)) return raise(PyExc_NotImplementedError, "multi-dimensional slicing is not implemented");
  return raise(PyExc_TypeError, "memoryview: invalid slice key");
}

function memory_ass_sub(o: Borrowed, key: Borrowed, value: Borrowed): number {
  if (isReleased(o)) return -1;
  const view = o + VIEW;
  if (i32(view + Py_buffer.readonly) !== 0) return raiseInt(PyExc_TypeError, "cannot modify read-only memory");
  if (value === 0) return raiseInt(PyExc_TypeError, "cannot delete memory");
  const format = formatOf(view);
  if (hasIndex(key) || isIndexTuple(key)) {
    const at = addressOf(o, key);
    return at === 0 ? -1 : pack(at, format, value);
  }
  if (PySlice_Check(key) && i32(view + Py_buffer.ndim) === 1) return assignSlice(o, key, value);
  if (isTuple(key))
    return raiseInt(PyExc_NotImplementedError, "memoryview slice assignments are currently restricted to ndim = 1");
  return raiseInt(PyExc_TypeError, "memoryview: invalid slice key");
}

function assignSlice(o: Borrowed, slice: Borrowed, value: Borrowed): number {
  const source = PyMemoryView_FromObject(value);
  if (source === 0) return -1;
  const target = sliced(o, slice);
  let status = -1;
  if (target !== 0) {
    const from = source + VIEW;
    const to = target + VIEW;
    const same = i32(from + Py_buffer.ndim) === 1 && formatOf(from) === formatOf(to) && shapeOf(from) === shapeOf(to);
    if (same) {
      const size = ssize(from + Py_buffer.itemsize);
      // The two may lie over each other: the bytes are taken out first.
      const copy = PyBytes_FromStringAndSize(0, ssize(from + Py_buffer.len));
      if (copy !== 0) {
        PyBuffer_ToContiguous(copy + BYTES_DATA, from, "C".charCodeAt(0));
        let at = copy + BYTES_DATA;
        forEachItem(to, false, (item) => {
          copyBytes(item, at, size);
          at += size;
        });
        decref(copy);
        status = 0;
      }
    } else {
      raise(PyExc_ValueError, "memoryview assignment: lvalue and rvalue have different structures");
    }
  }
  xdecref(target);
  decref(source);
  return status;
}

function memory_length(o: Borrowed): number {
  if (isReleased(o)) return -1;
  if (i32(o + VIEW + Py_buffer.ndim) === 0) return raiseInt(PyExc_TypeError, "0-dim memory has no length");
  return shapeOf(o + VIEW);
}

function memory_item(o: Borrowed, index: number): Owned {
  if (isReleased(o)) return 0;
  const view = o + VIEW;
  const ndim = i32(view + Py_buffer.ndim);
  if (ndim === 0) return raise(PyExc_TypeError, "invalid indexing of 0-dim memory");
  if (ndim > 1) return raise(PyExc_NotImplementedError, "multi-dimensional sub-views are not implemented");
  const at = itemAddress(view, index, 0, ptr(view + Py_buffer.buf));
  return at === 0 ? 0 : unpack(at, formatOf(view));
}

// -- methods -----------------------------------------------------------------------------------------------------------

function toList(view: Address, dimension: number, at: Address, format: string): Owned {
  const ndim = i32(view + Py_buffer.ndim);
  const list = PyList_New(0);
  for (let i = 0; list !== 0 && i < shapeOf(view, dimension); i++) {
    const item = itemAddress(view, i, dimension, at);
    const value = dimension === ndim - 1 ? unpack(item, format) : toList(view, dimension + 1, item, format);
    if (value === 0 || listAppendSteal(list, value) < 0) {
      decref(list);
      return 0;
    }
  }
  return list;
}

function tolist(o: Borrowed): Owned {
  if (isReleased(o)) return 0;
  const view = o + VIEW;
  const format = formatOf(view);
  if (i32(view + Py_buffer.ndim) === 0) return unpack(ptr(view + Py_buffer.buf), format);
  return toList(view, 0, ptr(view + Py_buffer.buf), format);
}

function tobytes(o: Borrowed, order: Borrowed): Owned {
  if (isReleased(o)) return 0;
  let letter = "C";
  if (order !== 0 && order !== Py_None) {
    letter = isUnicode(order) ? textOf(order) : "";
    if (letter !== "C" && letter !== "F" && letter !== "A") {
      return raise(PyExc_ValueError, "order must be 'C', 'F' or 'A'");
    }
  }
  const view = o + VIEW;
  const bytes = PyBytes_FromStringAndSize(0, ssize(view + Py_buffer.len));
  if (bytes !== 0) PyBuffer_ToContiguous(bytes + BYTES_DATA, view, letter.charCodeAt(0));
  return bytes;
}

function hex(o: Borrowed, separator: Borrowed, group: number): Owned {
  const bytes = tobytes(o, 0);
  if (bytes === 0) return 0;
  const result = bytesHex(bytes + BYTES_DATA, sizeOf(bytes), separator, group);
  decref(bytes);
  return result;
}

function cast(o: Borrowed, format: Borrowed, shape: Borrowed): Owned {
  if (isReleased(o)) return 0;
  if (!isUnicode(format))
    return raise(PyExc_TypeError, `cast() argument 'format' must be str, not ${typeNameOf(format)}`);
  const view = o + VIEW;
  if (!(i32(o + FLAGS) & C_CONTIGUOUS))
    return raise(PyExc_TypeError, "memoryview: casts are restricted to C-contiguous views");
  const ndim = i32(view + Py_buffer.ndim);
  if ((shape !== 0 || ndim !== 1) && ndim > 0) {
    for (let d = 0; d < ndim; d++) {
      if (shapeOf(view, d) === 0)
        return raise(PyExc_TypeError, "memoryview: cannot cast view with zeros in shape or strides");
    }
  }
  const text = textOf(format, 32);
  const letter = formatLetter(text);
  if (letter === "") {
    return raise(
      PyExc_ValueError,
      "memoryview: destination format must be a native single character format prefixed with an optional '@'",
    );
  }
  const from = formatLetter(formatOf(view));
  if (!"cbB".includes(from || "x") && !"cbB".includes(letter)) {
    return raise(PyExc_TypeError, "memoryview: cannot cast between two non-byte formats");
  }
  const size = FORMAT_BYTES[letter];
  const byteCount = ssize(view + Py_buffer.len);
  if (byteCount % size !== 0) return raise(PyExc_TypeError, "memoryview: length is not a multiple of itemsize");
  const counts = shape === 0 ? [byteCount / size] : readShape(shape, ndim);
  if (counts === null) return 0;
  if (counts.reduce((a, b) => a * b, size) !== byteCount) {
    return raise(PyExc_TypeError, "memoryview: product(shape) * itemsize != buffer size");
  }
  const result = newView(ptr(o + MBUF), view, counts.length);
  if (result === 0) return 0;
  const to = result + VIEW;
  setPtr(to + Py_buffer.format, formatTexts.get(text) as Address);
  setSsize(to + Py_buffer.itemsize, size);
  let stride = size;
  for (let d = counts.length - 1; d >= 0; d--) {
    setSsize(ptr(to + Py_buffer.shape) + d * 8, counts[d]);
    setSsize(ptr(to + Py_buffer.strides) + d * 8, stride);
    stride *= counts[d];
  }
  initFlags(result);
  return result;
}

function readShape(shape: Borrowed, ndim: number): number[] | null {
  const refuse = (type: Address, message: string): null => {
    raise(type, message);
    return null;
  };
  if (!isList(shape) && !isTuple(shape)) return refuse(PyExc_TypeError, "shape must be a list or a tuple");
  const count = sizeOf(shape);
  if (count > MAX_DIMENSIONS)
    return refuse(PyExc_ValueError, `memoryview: number of dimensions must not exceed ${MAX_DIMENSIONS}`);
  if (ndim !== 1 && count !== 1) return refuse(PyExc_TypeError, "memoryview: cast must be 1D -> ND or ND -> 1D");
  const counts: number[] = [];
  for (let i = 0; i < count; i++) {
    const item = sequenceItem(shape, i);
    if (!isInt(item)) return refuse(PyExc_TypeError, "memoryview.cast(): elements of shape must be integers");
    const value = longToNumber(item);
    if (value <= 0) return refuse(PyExc_ValueError, "memoryview.cast(): elements of shape must be integers > 0");
    counts.push(value);
  }
  return counts;
}

function toreadonly(o: Borrowed): Owned {
  if (isReleased(o)) return 0;
  const result = newView(ptr(o + MBUF), o + VIEW, i32(o + VIEW + Py_buffer.ndim));
  if (result !== 0) setI32(result + VIEW + Py_buffer.readonly, 1);
  return result;
}

function memory_richcompare(a: Borrowed, b: Borrowed, op: number): Owned {
  if (op !== Py_EQ && op !== Py_NE) return Py_NotImplemented;
  const equal = areEqual(a, b);
  if (equal < 0) return PyErr_Occurred() !== 0 ? 0 : Py_NotImplemented;
  return bool(equal > 0 === (op === Py_EQ));
}

/** 1, 0; -1 when the other is no buffer (no error set), or with an error set. */
function areEqual(a: Borrowed, b: Borrowed): number {
  if (i32(a + FLAGS) & RELEASED) return a === b ? 1 : 0;
  if (!PyObject_CheckBuffer(b)) return -1;
  if (isInstanceOf(b, PyMemoryView_Type) && i32(b + FLAGS) & RELEASED) return 0;
  const other = PyMemoryView_FromObject(b);
  if (other === 0) {
    PyErr_Clear();
    return -1;
  }
  const answer = sameItems(a + VIEW, other + VIEW);
  decref(other);
  return answer;
}

function sameItems(v: Address, w: Address): number {
  const ndim = i32(v + Py_buffer.ndim);
  if (ndim !== i32(w + Py_buffer.ndim)) return 0;
  for (let d = 0; d < ndim; d++) if (shapeOf(v, d) !== shapeOf(w, d)) return 0;
  const formatV = formatOf(v);
  const formatW = formatOf(w);
  if (formatLetter(formatV) === "" || formatLetter(formatW) === "") return 0;
  const items: Address[] = [];
  forEachItem(w, false, (at) => items.push(at));
  let equal = 1;
  let n = 0;
  forEachItem(v, false, (at) => {
    const other = items[n++];
    if (equal !== 1) return;
    const x = unpack(at, formatV);
    const y = x === 0 ? 0 : unpack(other, formatW);
    equal = y === 0 ? -1 : PyObject_RichCompareBool(x, y, Py_EQ);
    xdecref(x);
    xdecref(y);
  });
  return equal;
}

function memory_hash(o: Borrowed): number {
  if (isHashUnset(o + PyMemoryViewObject.hash)) {
    if (isReleased(o)) return -1;
    const view = o + VIEW;
    if (i32(view + Py_buffer.readonly) === 0)
      return raiseInt(PyExc_ValueError, "cannot hash writable memoryview object");
    if (!"Bbc".includes(formatLetter(formatOf(view)) || "x")) {
      return raiseInt(PyExc_ValueError, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
    }
    const exporter = ptr(view + Py_buffer.obj);
    if (exporter !== 0 && PyObject_Hash(exporter) < 0) return -1;
    const bytes = tobytes(o, 0);
    if (bytes === 0) return -1;
    bytesHash(bytes);
    copyBytes(o + PyMemoryViewObject.hash, bytes + PyBytesObject.ob_shash, 8);
    decref(bytes);
  }
  return hashAnswerFrom(o + PyMemoryViewObject.hash);
}

function memory_repr(o: Borrowed): Owned {
  const state = i32(o + FLAGS) & RELEASED ? "released memory" : "memory";
  return PyUnicode_FromString(`<${state} at 0x${o.toString(16)}>`) || PyErr_NoMemory();
}

// -- attributes --------------------------------------------------------------------------------------------------------

const number = (value: number): Owned => PyLong_FromNumber(value) || PyErr_NoMemory();

function numbersOf(at: Address, count: number): Owned {
  if (at === 0) return emptyTuple;
  const tuple = PyTuple_New(count);
  if (tuple === 0) return PyErr_NoMemory();
  for (let i = 0; i < count; i++) PyTuple_SET_ITEM(tuple, i, PyLong_FromNumber(ssize(at + i * 8)));
  return tuple;
}

/** An attribute that a released view does not have. */
function attribute(get: (view: Address, o: Borrowed) => Owned): (o: Borrowed) => Owned {
  return (o) => (isReleased(o) ? 0 : get(o + VIEW, o));
}

declareType(PyMemoryView_Type, {
  name: "memoryview",
  basicsize: PyMemoryViewObject.ob_array,
  itemsize: 8,
  flags: Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_SEQUENCE,
  weaklistoffset: PyMemoryViewObject.weakreflist,
  slots: {
    tp_getattro: genericGetAttr,
    tp_dealloc: memory_dealloc,
    tp_repr: memory_repr,
    tp_hash: memory_hash,
    tp_traverse: (o: Address, visit: Visit): number => visit(ptr(o + MBUF)),
    tp_clear: (o: Address): number => {
      if (ssize(o + VIEW_EXPORTS) === 0) release(o);
      return 0;
    },
    tp_richcompare: memory_richcompare,
    tp_iter: PySeqIter_New,
    tp_new: memory_new,
    bf_getbuffer: memory_getbuffer,
    bf_releasebuffer: memory_releasebuffer,
    sq_length: memory_length,
    sq_item: memory_item,
    mp_length: memory_length,
    mp_subscript: memory_subscript,
    mp_ass_subscript: memory_ass_sub,
  },
  methods: [
    ["release", "()", memory_release],
    ["tobytes", "(order='C')", tobytes],
    ["hex", "(sep=<unrepresentable>, bytes_per_sep: int = 1)", hex],
    ["tolist", "()", tolist],
    ["cast", "(format, shape=<unrepresentable>)", cast],
    ["toreadonly", "()", toreadonly],
    ["__enter__", "()", (o: Borrowed): Owned => (isReleased(o) ? 0 : newRef(o))],
    ["__exit__", "!(*exc_info)", memory_release],
  ],
  getset: [
    ["obj", attribute((view) => newRef(ptr(view + Py_buffer.obj) || Py_None))],
    ["nbytes", attribute((view) => number(ssize(view + Py_buffer.len)))],
    ["readonly", attribute((view) => bool(i32(view + Py_buffer.readonly) !== 0))],
    ["itemsize", attribute((view) => number(ssize(view + Py_buffer.itemsize)))],
    ["format", attribute((view) => PyUnicode_FromString(formatOf(view)) || PyErr_NoMemory())],
    ["ndim", attribute((view) => number(i32(view + Py_buffer.ndim)))],
    ["shape", attribute((view) => numbersOf(ptr(view + Py_buffer.shape), i32(view + Py_buffer.ndim)))],
    ["strides", attribute((view) => numbersOf(ptr(view + Py_buffer.strides), i32(view + Py_buffer.ndim)))],
    ["suboffsets", attribute((view) => numbersOf(ptr(view + Py_buffer.suboffsets), i32(view + Py_buffer.ndim)))],
    ["c_contiguous", attribute((_view, o) => bool((i32(o + FLAGS) & C_CONTIGUOUS) !== 0))],
    ["f_contiguous", attribute((_view, o) => bool((i32(o + FLAGS) & F_CONTIGUOUS) !== 0))],
    ["contiguous", attribute((_view, o) => bool((i32(o + FLAGS) & (C_CONTIGUOUS | F_CONTIGUOUS)) !== 0))],
  ],
});
