// The storage of bytes: a length, a cached hash, the bytes and a final NUL.
// Invariants: the empty bytes and those of one byte are static and exist once; bytes that left the function which made
// them never change, but for their cached hash.
import { hashHigh as bytesHashHigh, hashBytes } from "../base/siphash.ts";
import { objectFree, objectRealloc } from "../memory/allocators.ts";
import { RUNTIME } from "../memory/data.ts";
import {
  type Address,
  type Borrowed,
  bytesAt,
  copyBytes,
  type Owned,
  setI64,
  setSsize,
  setU8,
  u8,
  writeBytes,
} from "../memory/memory.ts";
import { PyVarObject } from "../memory/structs/object.ts";
import { _Py_static_objects, _PyRuntimeState } from "../memory/structs/runtime.ts";
import { PyBytesObject } from "../memory/structs/text.ts";
import { newBytes } from "./bytes_new.ts";
import { PyErr_NoMemory } from "./errors.ts";
import { hashAnswerFrom, isHashUnset } from "./hash.ts";
import { decref, initImmortal, refcount, sizeOf, typeOf } from "./object.ts";
import { PyBytes_Type } from "./types.ts";

const STATIC_OBJECTS = RUNTIME + _PyRuntimeState.static_objects;
/** A PyBytesObject with one byte more, for the NUL, in the alignment of a pointer. */
const CHARACTER_ENTRY_BYTES = (PyBytesObject.sizeof + 1 + 7) & -8;
const HASH = PyBytesObject.ob_shash;
/** Offset of the first byte. */
export const BYTES_DATA = PyBytesObject.ob_sval;
/** PyBytesObject_SIZE: bytes of an object beside its contents, the NUL counted. */
export const BYTES_HEAD_BYTES = PyBytesObject.ob_sval + 1;
const MAX_LENGTH = 0x7fff0000;

export const emptyBytes: Address = STATIC_OBJECTS + _Py_static_objects.bytes_empty;

/** The static bytes of one byte. */
export function byteObject(byte: number): Borrowed {
  return STATIC_OBJECTS + _Py_static_objects.bytes_characters + byte * CHARACTER_ENTRY_BYTES;
}

function initStaticBytes(o: Address, length: number): void {
  initImmortal(o, PyBytes_Type);
  setSsize(o + PyVarObject.ob_size, length);
  setI64(o + HASH, -1, -1);
  setU8(o + BYTES_DATA + length, 0);
}

/** Fills the empty bytes and the 256 objects of one byte. */
export function initializeStaticBytes(): void {
  initStaticBytes(emptyBytes, 0);
  for (let byte = 0; byte < 256; byte++) {
    const o = byteObject(byte);
    initStaticBytes(o, 1);
    setU8(o + BYTES_DATA, byte);
  }
}

/** Address of the first byte. */
export function PyBytes_AS_STRING(o: Borrowed): Address {
  return o + BYTES_DATA;
}

export const PyBytes_GET_SIZE: (o: Borrowed) => number = sizeOf;

export function PyBytes_CheckExact(o: Borrowed): boolean {
  return typeOf(o) === PyBytes_Type;
}

/** PyBytes_FromStringAndSize: bytes that are copied from an address, or (address 0) are for the caller to write. */
export function PyBytes_FromStringAndSize(from: Address, size: number): Owned {
  if (size === 0) return emptyBytes;
  if (size === 1 && from !== 0) return byteObject(u8(from));
  const o = size > MAX_LENGTH ? 0 : newBytes(size);
  if (o === 0) return PyErr_NoMemory();
  if (from !== 0) copyBytes(o + BYTES_DATA, from, size);
  return o;
}

/** New bytes from bytes of the host. */
export function bytesFromArray(bytes: Uint8Array): Owned {
  return bytes.length === 1 ? byteObject(bytes[0]) : freshBytes(bytes);
}

/** The same, but a new object also for one byte: of these there is one each already, and only some functions give it. */
export function freshBytes(bytes: Uint8Array): Owned {
  const o = PyBytes_FromStringAndSize(0, bytes.length);
  if (o !== 0 && bytes.length > 0) writeBytes(o + BYTES_DATA, bytes);
  return o;
}

/** Finished bytes, and for one byte the object that there is. Takes them. */
export function sharedByte(o: Owned): Owned {
  if (sizeOf(o) !== 1) return o;
  const shared = byteObject(u8(o + BYTES_DATA));
  decref(o);
  return shared;
}

/** The contents as a view, valid as long as the object lives; never kept. */
export function bytesView(o: Borrowed): Uint8Array {
  return bytesAt(o + BYTES_DATA, sizeOf(o));
}

/** _PyBytes_Resize of bytes that nobody else has seen: takes them, answers with the resized, or 0 with MemoryError set. */
export function bytesResize(o: Owned, size: number): Owned {
  if (sizeOf(o) === size) return o;
  if (size === 0) {
    decref(o);
    return emptyBytes;
  }
  if (o === emptyBytes || refcount(o) !== 1) {
    const fresh = PyBytes_FromStringAndSize(0, size);
    if (fresh !== 0) copyBytes(fresh + BYTES_DATA, o + BYTES_DATA, Math.min(size, sizeOf(o)));
    decref(o);
    return fresh;
  }
  const moved = objectRealloc(o, BYTES_HEAD_BYTES + size);
  if (moved === 0) {
    objectFree(o);
    return PyErr_NoMemory();
  }
  setSsize(moved + PyVarObject.ob_size, size);
  setU8(moved + BYTES_DATA + size, 0);
  setI64(moved + HASH, -1, -1);
  return moved;
}

/** bytes_hash, the tp_hash slot. */
export function bytesHash(o: Borrowed): 0 {
  if (isHashUnset(o + HASH)) {
    const data = o + BYTES_DATA;
    const word = hashBytes(bytesAt(data, sizeOf(o)), 0, sizeOf(o));
    setI64(o + HASH, word, bytesHashHigh());
  }
  return hashAnswerFrom(o + HASH);
}
