// The life of memoryviews: managed buffers, views on them, release, and views that are buffers of others themselves.
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
import { _PyManagedBufferObject, PyMemoryViewObject } from "../memory/structs/text.ts";
import { textFunction } from "../memory/text.ts";
import {
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
  PyObject_CheckBuffer,
  PyObject_GetBuffer,
} from "./buffer.ts";
import { declareType } from "./declare.ts";
import { PyErr_NoMemory, raise, raiseInt, typeNameOf } from "./errors.ts";
import { decref, initObject, isInstanceOf, newRef, Py_TPFLAGS_HAVE_GC } from "./object.ts";
import {
  Py_None,
  PyExc_BufferError,
  PyExc_IndexError,
  PyExc_TypeError,
  PyExc_ValueError,
  PyManagedBuffer_Type,
  PyMemoryView_Type,
} from "./types.ts";

export const VIEW = PyMemoryViewObject.view;
export const MBUF = PyMemoryViewObject.mbuf;
export const FLAGS = PyMemoryViewObject.flags;
export const VIEW_EXPORTS = PyMemoryViewObject.exports;
const MASTER = _PyManagedBufferObject.master;
const MBUF_EXPORTS = _PyManagedBufferObject.exports;
export const MAX_DIMENSIONS = 64;

const MANAGED_RELEASED = 1;
export const RELEASED = 1;
export const C_CONTIGUOUS = 2;
export const F_CONTIGUOUS = 4;
const SCALAR = 8;
/** The view serves one __release_buffer__: nothing may keep its bytes. */
export const RESTRICTED = 0x20;

type Visit = (o: Borrowed) => number;

// -- life --------------------------------------------------------------------------------------------------------------

/** A managed buffer that has no Py_buffer yet. */
function allocateManaged(): Owned {
  const mbuf = gcNewVar(PyManagedBuffer_Type, _PyManagedBufferObject.sizeof);
  if (mbuf === 0) return PyErr_NoMemory();
  fillBytes(mbuf, 0, _PyManagedBufferObject.sizeof);
  initObject(mbuf, PyManagedBuffer_Type);
  gcTrack(mbuf);
  return mbuf;
}

/** A view of all that a managed buffer describes. Takes the buffer. */
function viewOfAll(mbuf: Owned): Owned {
  const view = newView(mbuf, mbuf + MASTER, i32(mbuf + MASTER + Py_buffer.ndim));
  decref(mbuf);
  return view;
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

export function shapeOf(view: Address, dimension = 0): number {
  return ssize(ptr(view + Py_buffer.shape) + dimension * 8);
}

export function strideOf(view: Address, dimension = 0): number {
  return ssize(ptr(view + Py_buffer.strides) + dimension * 8);
}

export function initFlags(o: Borrowed): void {
  const view = o + VIEW;
  const ndim = i32(view + Py_buffer.ndim);
  let flags = i32(o + FLAGS) & (RELEASED | RESTRICTED);
  if (ndim === 0) flags |= SCALAR;
  if (PyBuffer_IsContiguous(view, "C".charCodeAt(0))) flags |= C_CONTIGUOUS;
  if (PyBuffer_IsContiguous(view, "F".charCodeAt(0))) flags |= F_CONTIGUOUS;
  setI32(o + FLAGS, flags);
}

/** A view of a managed buffer with another buffer's description (its own by default); room for ndim dimensions. */
export function newView(mbuf: Borrowed, source: Address, ndim: number): Owned {
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
  const mbuf = allocateManaged();
  if (mbuf === 0) return 0;
  PyBuffer_FillInfo(mbuf + MASTER, 0, at, byteCount, readonly, PyBUF_FULL_RO);
  return viewOfAll(mbuf);
}

/** PyMemoryView_FromBuffer: a view of a Py_buffer that somebody else releases. */
export function PyMemoryView_FromBuffer(buffer: Address): Owned {
  if (ptr(buffer + Py_buffer.buf) === 0) {
    return raise(PyExc_ValueError, "PyMemoryView_FromBuffer(): info->buf must not be NULL");
  }
  const mbuf = allocateManaged();
  if (mbuf === 0) return 0;
  copyBytes(mbuf + MASTER, buffer, Py_buffer.sizeof);
  setPtr(mbuf + MASTER + Py_buffer.obj, 0);
  return viewOfAll(mbuf);
}

/** _PyMemoryView_FromBufferProc: a view of what an object's bf_getbuffer, at a text address, fills in. */
export function _PyMemoryView_FromBufferProc(o: Borrowed, flags: number, getbuffer: Address): Owned {
  const mbuf = allocateManaged();
  if (mbuf === 0) return 0;
  if (textFunction(getbuffer)(o, mbuf + MASTER, flags) >= 0) return viewOfAll(mbuf);
  setPtr(mbuf + MASTER + Py_buffer.obj, 0);
  decref(mbuf);
  return 0;
}

/** PyMemoryView_FromObject */
export function PyMemoryView_FromObject(o: Borrowed): Owned {
  return PyMemoryView_FromObjectAndFlags(o, PyBUF_FULL_RO);
}

export function PyMemoryView_FromObjectAndFlags(o: Borrowed, flags: number): Owned {
  if (isInstanceOf(o, PyMemoryView_Type)) {
    if (isReleased(o) || isRestricted(o)) return 0;
    return newView(ptr(o + MBUF), o + VIEW, i32(o + VIEW + Py_buffer.ndim));
  }
  if (!PyObject_CheckBuffer(o)) {
    return raise(PyExc_TypeError, `memoryview: a bytes-like object is required, not '${typeNameOf(o)}'`);
  }
  const mbuf = allocateManaged();
  if (mbuf === 0) return 0;
  if (PyObject_GetBuffer(o, mbuf + MASTER, flags) >= 0) return viewOfAll(mbuf);
  setPtr(mbuf + MASTER + Py_buffer.obj, 0);
  decref(mbuf);
  return 0;
}

/** True with ValueError set when the view, or what it looks at, is released. */
export function isReleased(o: Borrowed): boolean {
  if (((i32(o + FLAGS) & RELEASED) | (i32(ptr(o + MBUF) + _PyManagedBufferObject.flags) & MANAGED_RELEASED)) === 0) {
    return false;
  }
  raise(PyExc_ValueError, "operation forbidden on released memoryview object");
  return true;
}

export function release(o: Borrowed): void {
  if (i32(o + FLAGS) & RELEASED) return;
  setI32(o + FLAGS, i32(o + FLAGS) | RELEASED);
  const mbuf = ptr(o + MBUF);
  const count = ssize(mbuf + MBUF_EXPORTS) - 1;
  setSsize(mbuf + MBUF_EXPORTS, count);
  if (count === 0) releaseManaged(mbuf);
}
export function memory_release(o: Borrowed): Owned {
  const count = ssize(o + VIEW_EXPORTS);
  if (count > 0) {
    return raise(PyExc_BufferError, `memoryview has ${count} exported buffer${count === 1 ? "" : "s"}`);
  }
  release(o);
  return Py_None;
}

/** True with ValueError set when no new view may be made. */
export function isRestricted(o: Borrowed): boolean {
  if ((i32(o + FLAGS) & RESTRICTED) === 0) return false;
  raise(PyExc_ValueError, "cannot create new view on restricted memoryview");
  return true;
}

export function memory_getbuffer(o: Borrowed, view: Address, flags: number): number {
  if (isReleased(o) || isRestricted(o)) return -1;
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

export function memory_releasebuffer(o: Borrowed): void {
  setSsize(o + VIEW_EXPORTS, ssize(o + VIEW_EXPORTS) - 1);
}

/** lookup_dimension: where an index of a dimension leads from an address; 0 with an error set. */
export function itemAddress(view: Address, index: number, dimension: number, base: Address): Address {
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
