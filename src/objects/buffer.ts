// The buffer protocol inside the machine: a Py_buffer structure in memory, filled by an exporter's bf_getbuffer.
// Invariant: each view that PyObject_GetBuffer filled is released once; `obj` of a view is an Owned reference until then.
import {
  type Address,
  type Borrowed,
  bytesAt,
  copyBytes,
  fillBytes,
  i32,
  ptr,
  setI32,
  setPtr,
  setSsize,
  ssize,
} from "../memory/memory.ts";
import { Py_buffer, PyBufferProcs, PyTypeObject } from "../memory/structs/object.ts";
import { textFunction } from "../memory/text.ts";
import { BYTES_DATA } from "./bytes_core.ts";
import { allocateArguments, freeArguments } from "./call.ts";
import { cstring } from "./declare.ts";
import { raiseInt, typeNameOf } from "./errors.ts";
import { decref, newRef, sizeOf, typeOf } from "./object.ts";
import { PyBytes_Type, PyExc_BufferError, PyExc_SystemError, PyExc_TypeError } from "./types.ts";

export const PyBUF_SIMPLE = 0;
export const PyBUF_WRITABLE = 1;
export const PyBUF_FORMAT = 4;
export const PyBUF_ND = 8;
export const PyBUF_STRIDES = 0x10 | PyBUF_ND;
export const PyBUF_C_CONTIGUOUS = 0x20 | PyBUF_STRIDES;
export const PyBUF_F_CONTIGUOUS = 0x40 | PyBUF_STRIDES;
export const PyBUF_ANY_CONTIGUOUS = 0x80 | PyBUF_STRIDES;
export const PyBUF_INDIRECT = 0x100 | PyBUF_STRIDES;
export const PyBUF_CONTIG_RO = PyBUF_ND;
export const PyBUF_FULL_RO = PyBUF_INDIRECT | PyBUF_FORMAT;
export const PyBUF_FULL = PyBUF_FULL_RO | PyBUF_WRITABLE;
const PyBUF_READ = 0x100;
const PyBUF_WRITE = 0x200;

const FORMAT_BYTES = cstring("B");

function getBufferSlot(o: Borrowed): Address {
  const procs = ptr(typeOf(o) + PyTypeObject.tp_as_buffer);
  return procs === 0 ? 0 : ptr(procs + PyBufferProcs.bf_getbuffer);
}

/** PyObject_CheckBuffer */
export function PyObject_CheckBuffer(o: Borrowed): boolean {
  return getBufferSlot(o) !== 0;
}

/** The flags of PyMemoryView_GetContiguous, which are none of a request. */
function isBadFlags(flags: number): boolean {
  return flags === PyBUF_READ || flags === PyBUF_WRITE;
}

/** Fills a view: 0, or -1 with an error set. */
export function PyObject_GetBuffer(o: Borrowed, view: Address, flags: number): number {
  if (isBadFlags(flags)) {
    return raiseInt(PyExc_SystemError, "Objects/abstract.c:430: bad argument to internal function");
  }
  const f = getBufferSlot(o);
  if (f === 0) {
    return raiseInt(PyExc_TypeError, `a bytes-like object is required, not '${typeNameOf(o)}'`);
  }
  return textFunction(f)(o, view, flags);
}

/** PyBuffer_Release: harmless for a view that is released already. */
export function PyBuffer_Release(view: Address): void {
  const o = ptr(view + Py_buffer.obj);
  if (o === 0) return;
  const procs = ptr(typeOf(o) + PyTypeObject.tp_as_buffer);
  const f = procs === 0 ? 0 : ptr(procs + PyBufferProcs.bf_releasebuffer);
  if (f !== 0) textFunction(f)(o, view);
  setPtr(view + Py_buffer.obj, 0);
  decref(o);
}

/** PyBuffer_FillInfo: plain bytes. 0, or -1 with an error set. */
export function PyBuffer_FillInfo(
  view: Address,
  o: Borrowed,
  data: Address,
  byteCount: number,
  readonly: boolean,
  flags: number,
): number {
  if (isBadFlags(flags))
    return raiseInt(PyExc_SystemError, "Objects/abstract.c:772: bad argument to internal function");
  if ((flags & PyBUF_WRITABLE) !== 0 && readonly) {
    setPtr(view + Py_buffer.obj, 0);
    return raiseInt(PyExc_BufferError, "Object is not writable.");
  }
  setPtr(view + Py_buffer.obj, o === 0 ? 0 : newRef(o));
  setPtr(view + Py_buffer.buf, data);
  setSsize(view + Py_buffer.len, byteCount);
  setI32(view + Py_buffer.readonly, readonly ? 1 : 0);
  setSsize(view + Py_buffer.itemsize, 1);
  setPtr(view + Py_buffer.format, (flags & PyBUF_FORMAT) !== 0 ? FORMAT_BYTES : 0);
  setI32(view + Py_buffer.ndim, 1);
  setPtr(view + Py_buffer.shape, (flags & PyBUF_ND) === PyBUF_ND ? view + Py_buffer.len : 0);
  setPtr(view + Py_buffer.strides, (flags & PyBUF_STRIDES) === PyBUF_STRIDES ? view + Py_buffer.itemsize : 0);
  setPtr(view + Py_buffer.suboffsets, 0);
  setPtr(view + Py_buffer.internal, 0);
  return 0;
}

const F_ORDER = "F".charCodeAt(0);
const ANY_ORDER = "A".charCodeAt(0);

function isContiguousInOrder(view: Address, fortran: boolean): boolean {
  if (ssize(view + Py_buffer.len) === 0) return true;
  const ndim = i32(view + Py_buffer.ndim);
  const strides = ptr(view + Py_buffer.strides);
  const shape = ptr(view + Py_buffer.shape);
  if (strides === 0) {
    if (!fortran || ndim <= 1) return true;
    let large = 0;
    for (let i = 0; i < ndim; i++) if (ssize(shape + i * 8) > 1) large++;
    return large <= 1;
  }
  let expected = ssize(view + Py_buffer.itemsize);
  for (let n = 0; n < ndim; n++) {
    const i = fortran ? n : ndim - 1 - n;
    const count = ssize(shape + i * 8);
    if (count > 1 && ssize(strides + i * 8) !== expected) return false;
    expected *= count;
  }
  return true;
}

/** PyBuffer_IsContiguous by "C", "F" or "A". */
export function PyBuffer_IsContiguous(view: Address, order: number): boolean {
  if (ptr(view + Py_buffer.suboffsets) !== 0) return false;
  if (order === F_ORDER) return isContiguousInOrder(view, true);
  return isContiguousInOrder(view, false) || (order === ANY_ORDER && isContiguousInOrder(view, true));
}

/** Calls visit with the address of each item, the last dimension fastest (or the first, for Fortran's order). */
export function forEachItem(view: Address, fortran: boolean, visit: (at: Address) => void): void {
  const ndim = i32(view + Py_buffer.ndim);
  const shape = ptr(view + Py_buffer.shape);
  const strides = ptr(view + Py_buffer.strides);
  const suboffsets = ptr(view + Py_buffer.suboffsets);
  const index: number[] = new Array(ndim).fill(0);
  let count = 1;
  for (let d = 0; d < ndim; d++) count *= ssize(shape + d * 8);
  for (let n = 0; n < count; n++) {
    let at = ptr(view + Py_buffer.buf);
    for (let d = 0; d < ndim; d++) {
      at += index[d] * ssize(strides + d * 8);
      if (suboffsets !== 0 && ssize(suboffsets + d * 8) >= 0) at = ptr(at) + ssize(suboffsets + d * 8);
    }
    visit(at);
    for (let k = 0; k < ndim; k++) {
      const d = fortran ? k : ndim - 1 - k;
      if (++index[d] < ssize(shape + d * 8)) break;
      index[d] = 0;
    }
  }
}

/** PyBuffer_ToContiguous: copies the contents in an order to memory with room for len bytes. */
export function PyBuffer_ToContiguous(to: Address, view: Address, order: number): void {
  const byteCount = ssize(view + Py_buffer.len);
  if (byteCount === 0) return;
  if (PyBuffer_IsContiguous(view, order)) {
    copyBytes(to, ptr(view + Py_buffer.buf), byteCount);
    return;
  }
  const itemBytes = ssize(view + Py_buffer.itemsize);
  let at = to;
  forEachItem(view, order === F_ORDER, (item) => {
    copyBytes(at, item, itemBytes);
    at += itemBytes;
  });
}

// -- a plain look at bytes-like arguments ------------------------------------------------------------------------------

/** A contiguous look at the bytes of an argument; closed in the opposite order of opening. */
export interface OpenBuffer {
  readonly data: Address;
  readonly length: number;
  /** The Py_buffer on the argument stack, 0 for bytes, which need none. */
  readonly view: Address;
}

/** Opens a bytes-like object; null with an error set. */
export function openBuffer(o: Borrowed, flags = PyBUF_SIMPLE): OpenBuffer | null {
  if (typeOf(o) === PyBytes_Type && flags === PyBUF_SIMPLE) return { data: o + BYTES_DATA, length: sizeOf(o), view: 0 };
  const view = allocateArguments(Py_buffer.sizeof / 8);
  if (view === 0) return null;
  fillBytes(view, 0, Py_buffer.sizeof);
  if (PyObject_GetBuffer(o, view, flags) < 0) {
    freeArguments(view);
    return null;
  }
  return { data: ptr(view + Py_buffer.buf), length: ssize(view + Py_buffer.len), view };
}

export function closeBuffer(buffer: OpenBuffer): void {
  if (buffer.view === 0) return;
  PyBuffer_Release(buffer.view);
  freeArguments(buffer.view);
}

/** The opened bytes for the host. */
export function bufferBytes(buffer: OpenBuffer): Uint8Array {
  return bytesAt(buffer.data, buffer.length);
}
