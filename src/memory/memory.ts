// The linear memory of the machine: one fixed ArrayBuffer and the accessors to it.
//
// Invariant: outside this folder no code indexes a typed array. Code calls these accessors, and the build expands the
// calls in place (the comment beside each says into what). Pointers are 8 bytes whose upper half is zero, so an address
// is an int32 below 2 GiB; writers of pointers write the upper half too. Values are little-endian: the views are the
// host's, and the module refuses to start on a big-endian host.
import { InternalError } from "../base/assert.ts";

/** An address in the machine's memory, 0 for null. */
export type Address = number;

/** A new reference: whoever holds it must release it or pass it on. */
export type Owned = number;
/** A reference that someone else keeps alive. */
export type Borrowed = number;

/** Bytes of a pointer, of Py_ssize_t and of Py_hash_t. */
export const POINTER_BYTES = 8;
export const POINTER_SHIFT = 3;

const MEBIBYTE = 1024 * 1024;

function allocate(): ArrayBuffer {
  for (const mebibytes of [1024, 512, 256]) {
    try {
      return new ArrayBuffer(mebibytes * MEBIBYTE);
    } catch {}
  }
  throw new InternalError("no memory for the machine: 256 MiB are needed");
}

export const buffer: ArrayBuffer = allocate();
export const CAPACITY: number = buffer.byteLength;

export const U8 = new Uint8Array(buffer);
export const I8 = new Int8Array(buffer);
export const U16 = new Uint16Array(buffer);
export const I16 = new Int16Array(buffer);
export const I32 = new Int32Array(buffer);
export const U32 = new Uint32Array(buffer);
export const F32 = new Float32Array(buffer);
export const F64 = new Float64Array(buffer);

if (new Uint8Array(new Uint16Array([1]).buffer)[0] !== 1) throw new InternalError("a little-endian host is needed");

// -- loads; the address is aligned to the width ------------------------------------------------------------------------

/** U8[a] */
export function u8(a: Address): number {
  return U8[a];
}
/** I8[a] */
export function i8(a: Address): number {
  return I8[a];
}
/** U16[a >> 1] */
export function u16(a: Address): number {
  return U16[a >> 1];
}
/** I16[a >> 1] */
export function i16(a: Address): number {
  return I16[a >> 1];
}
/** I32[a >> 2] */
export function i32(a: Address): number {
  return I32[a >> 2];
}
/** U32[a >> 2] */
export function u32(a: Address): number {
  return U32[a >> 2];
}
/** A pointer: its low word. I32[a >> 2] */
export function ptr(a: Address): Address {
  return I32[a >> 2];
}
/** A Py_ssize_t that is known to fit an int32: its low word. I32[a >> 2] */
export function ssize(a: Address): number {
  return I32[a >> 2];
}
/** The low word of any 8-byte value, signed. I32[a >> 2] */
export function low(a: Address): number {
  return I32[a >> 2];
}
/** The high word of any 8-byte value, signed. I32[(a >> 2) + 1] */
export function high(a: Address): number {
  return I32[(a >> 2) + 1];
}
/** F64[a >> 3] */
export function f64(a: Address): number {
  return F64[a >> 3];
}

// -- stores ------------------------------------------------------------------------------------------------------------

/** U8[a] = v */
export function setU8(a: Address, v: number): void {
  U8[a] = v;
}
/** U16[a >> 1] = v */
export function setU16(a: Address, v: number): void {
  U16[a >> 1] = v;
}
/** I32[a >> 2] = v; for u32 too. */
export function setI32(a: Address, v: number): void {
  I32[a >> 2] = v;
}
/** A pointer: both words. I32[a >> 2] = v, I32[(a >> 2) + 1] = 0 */
export function setPtr(a: Address, v: Address): void {
  I32[a >> 2] = v;
  I32[(a >> 2) + 1] = 0;
}
/**
 * The low word of a pointer slot whose high word is known to be zero already (value stacks, frame slots that held a
 * pointer before). I32[a >> 2] = v
 */
export function setPtrLow(a: Address, v: Address): void {
  I32[a >> 2] = v;
}
/** A Py_ssize_t that fits an int32: both words, sign-extended. I32[a >> 2] = v, I32[(a >> 2) + 1] = v >> 31 */
export function setSsize(a: Address, v: number): void {
  I32[a >> 2] = v;
  I32[(a >> 2) + 1] = v >> 31;
}
/** Any 8-byte value as two words. I32[a >> 2] = lo, I32[(a >> 2) + 1] = hi */
export function setI64(a: Address, lo: number, hi: number): void {
  I32[a >> 2] = lo;
  I32[(a >> 2) + 1] = hi;
}
/**
 * A computed float. A NaN gets the bits that x86-64 gives to a computed one, whatever the engine holds; a float that
 * only moves is moved by copyWide.
 */
export function setF64(a: Address, v: number): void {
  if (v === v) F64[a >> 3] = v;
  else {
    I32[a >> 2] = 0;
    I32[(a >> 2) + 1] = 0xfff80000 | 0;
  }
}
/** Moves 8 bytes as two words: I32[to >> 2] = I32[from >> 2], and the high words. */
export function copyWide(to: Address, from: Address): void {
  I32[to >> 2] = I32[from >> 2];
  I32[(to >> 2) + 1] = I32[(from >> 2) + 1];
}

// -- bulk --------------------------------------------------------------------------------------------------------------

/** memmove. */
export function copyBytes(to: Address, from: Address, byteCount: number): void {
  U8.copyWithin(to, from, from + byteCount);
}
/** memset. */
export function fillBytes(at: Address, value: number, byteCount: number): void {
  U8.fill(value, at, at + byteCount);
}
/** A view, valid as long as nothing there is freed; never kept. */
export function bytesAt(at: Address, byteCount: number): Uint8Array {
  return U8.subarray(at, at + byteCount);
}
/** Copies bytes of the host into memory. */
export function writeBytes(at: Address, bytes: Uint8Array): void {
  U8.set(bytes, at);
}
// Below this many elements a loop is faster than making a view.
const SHORT_SEARCH = 24;

/** memchr: the address of the first such byte from `from` to before `to`, or -1. */
export function findU8(from: Address, to: Address, value: number): Address {
  if (to - from > SHORT_SEARCH) {
    const index = U8.subarray(from, to).indexOf(value);
    return index < 0 ? -1 : from + index;
  }
  for (let a = from; a < to; a++) if (U8[a] === value) return a;
  return -1;
}
/** The same among 2-byte values. */
export function findU16(from: Address, to: Address, value: number): Address {
  if (to - from > SHORT_SEARCH * 2) {
    const index = U16.subarray(from >> 1, to >> 1).indexOf(value);
    return index < 0 ? -1 : from + index * 2;
  }
  for (let a = from; a < to; a += 2) if (U16[a >> 1] === value) return a;
  return -1;
}
/** The same among 4-byte values. */
export function findU32(from: Address, to: Address, value: number): Address {
  if (to - from > SHORT_SEARCH * 4) {
    const index = U32.subarray(from >> 2, to >> 2).indexOf(value);
    return index < 0 ? -1 : from + index * 4;
  }
  for (let a = from; a < to; a += 4) if (U32[a >> 2] === value) return a;
  return -1;
}
/** memcmp() == 0. */
export function equalBytes(a: Address, b: Address, byteCount: number): boolean {
  let i = 0;
  if (((a | b) & 3) === 0) {
    for (; i + 4 <= byteCount; i += 4) if (I32[(a + i) >> 2] !== I32[(b + i) >> 2]) return false;
  }
  for (; i < byteCount; i++) if (U8[a + i] !== U8[b + i]) return false;
  return true;
}
/** memcmp: negative, zero, positive. */
export function compareBytes(a: Address, b: Address, byteCount: number): number {
  for (let i = 0; i < byteCount; i++) {
    const difference = U8[a + i] - U8[b + i];
    if (difference !== 0) return difference;
  }
  return 0;
}
