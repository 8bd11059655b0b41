// The storage of bytearray.
//
//   ob_bytes |  dropped from the front  | ob_start: size bytes, NUL | spare ...          ob_alloc bytes in all
//
// Invariants: ob_start is inside the block, a NUL follows the contents; an empty one that never held anything has no block;
// while buffers are exported (ob_exports > 0) the size does not change.
import { memFree, memMalloc, memRealloc } from "../memory/allocators.ts";
import { reserveStatic } from "../memory/data.ts";
import {
  type Address,
  type Borrowed,
  copyBytes,
  type Owned,
  ptr,
  setPtr,
  setSsize,
  setU8,
  ssize,
} from "../memory/memory.ts";
import { PyVarObject } from "../memory/structs/object.ts";
import { PyByteArrayObject } from "../memory/structs/text.ts";
import { PyErr_NoMemory, raise } from "./errors.ts";
import { decref, sizeOf } from "./object.ts";
import { PyType_GenericAlloc } from "./type_alloc.ts";
import { PyByteArray_Type, PyExc_BufferError } from "./types.ts";

const ALLOC = PyByteArrayObject.ob_alloc;
const BLOCK = PyByteArrayObject.ob_bytes;
const START = PyByteArrayObject.ob_start;
const EXPORTS = PyByteArrayObject.ob_exports;
const MAX_LENGTH = 0x7fff0000;

/** What an empty array's contents are: a NUL. */
const nothing = reserveStatic(8);

/** Address of the first byte. */
export function PyByteArray_AS_STRING(o: Borrowed): Address {
  return sizeOf(o) === 0 ? nothing : ptr(o + START);
}

/** False with BufferError set while buffers are exported. */
export function canResize(o: Borrowed): boolean {
  if (ssize(o + EXPORTS) <= 0) return true;
  raise(PyExc_BufferError, "Existing exports of data: object cannot be re-sized");
  return false;
}

/** PyByteArray_FromStringAndSize: from an address, or (0) for the caller to write. */
export function PyByteArray_FromStringAndSize(from: Address, size: number): Owned {
  const o = PyType_GenericAlloc(PyByteArray_Type, 0);
  if (o === 0) return 0;
  if (size === 0) return o;
  const block = size > MAX_LENGTH ? 0 : memMalloc(size + 1);
  if (block === 0) {
    decref(o);
    return PyErr_NoMemory();
  }
  if (from !== 0) copyBytes(block, from, size);
  setU8(block + size, 0);
  setPtr(o + BLOCK, block);
  setPtr(o + START, block);
  setSsize(o + ALLOC, size + 1);
  setSsize(o + PyVarObject.ob_size, size);
  return o;
}

/** PyByteArray_Resize: 0, or -1 with an error set. */
export function PyByteArray_Resize(o: Borrowed, size: number): number {
  const old = sizeOf(o);
  if (size === old) return 0;
  if (!canResize(o)) return -1;
  const room = ssize(o + ALLOC);
  const offset = ptr(o + START) - ptr(o + BLOCK);
  let alloc: number;
  if (size + offset + 1 <= room) {
    if (size >= Math.floor(room / 2)) {
      setSsize(o + PyVarObject.ob_size, size);
      setU8(ptr(o + START) + size, 0);
      return 0;
    }
    alloc = size + 1;
  } else alloc = size <= room * 1.125 ? size + (size >> 3) + (size < 9 ? 3 : 6) : size + 1;
  if (alloc > MAX_LENGTH) {
    PyErr_NoMemory();
    return -1;
  }
  let block: Address;
  if (offset > 0) {
    block = memMalloc(alloc);
    if (block !== 0) {
      copyBytes(block, ptr(o + START), Math.min(size, old));
      memFree(ptr(o + BLOCK));
    }
  } else block = ptr(o + BLOCK) === 0 ? memMalloc(alloc) : memRealloc(ptr(o + BLOCK), alloc);
  if (block === 0) {
    PyErr_NoMemory();
    return -1;
  }
  setPtr(o + BLOCK, block);
  setPtr(o + START, block);
  setSsize(o + PyVarObject.ob_size, size);
  setSsize(o + ALLOC, alloc);
  setU8(block + size, 0);
  return 0;
}

/** bytearray_setslice_linear: o[low:high] = bytes at an address that is not in o. 0, or -1 with an error set. */
export function bytearrayReplace(o: Borrowed, low: number, high: number, from: Address, count: number): number {
  const growth = count - (high - low);
  const size = sizeOf(o);
  if (growth < 0) {
    if (!canResize(o)) return -1;
    const start = ptr(o + START);
    // At the front the contents stay where they are, and begin later.
    if (low === 0) setPtr(o + START, start - growth);
    else copyBytes(start + low + count, start + high, size - high);
    if (PyByteArray_Resize(o, size + growth) < 0) return -1;
  } else if (growth > 0) {
    if (PyByteArray_Resize(o, size + growth) < 0) return -1;
    const start = ptr(o + START);
    copyBytes(start + low + count, start + high, size - high);
  }
  if (count > 0) copyBytes(ptr(o + START) + low, from, count);
  return 0;
}
