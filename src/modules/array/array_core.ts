// The storage of array.array: items of one C type, side by side in a block that grows by a sixteenth.
//
//   arrayobject   size, ob_item ──> items | room to grow        allocated items in all
//                 ob_descr ──> the row of the item's type
//
// Invariants: size ≤ allocated; an array without items has no block or an empty one; while buffers are exported the size does
// not change.
import { memFree, memMalloc, memRealloc } from "../../memory/allocators.ts";
import { reserveStatic } from "../../memory/data.ts";
import {
  type Address,
  type Borrowed,
  copyBytes,
  copyWide,
  i32,
  type Owned,
  ptr,
  setF64,
  setI32,
  setI64,
  setPtr,
  setSsize,
  setU8,
  setU16,
  ssize,
  u8,
  u16,
  u32,
} from "../../memory/memory.ts";
import { OBJECT_HEAD, struct } from "../../memory/struct.ts";
import { PyFloatObject } from "../../memory/structs/numbers.ts";
import { PyVarObject } from "../../memory/structs/object.ts";
import { convertFloat, PyNumber_Index } from "../../objects/convert.ts";
import { cstring, declareInitializer, reserveTypeCell } from "../../objects/declare.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise, raiseInt } from "../../objects/errors.ts";
import { newFloat } from "../../objects/float_core.ts";
import { PyLong_FromNumber } from "../../objects/long_core.ts";
import { longFromBigInt, longToBigInt } from "../../objects/long_digits.ts";
import { decref, isUnicode, sizeOf, typeIn } from "../../objects/object.ts";
import { PyExc_BufferError, PyExc_OverflowError, PyExc_TypeError, PyExc_ValueError } from "../../objects/types.ts";
import { MAX_UNICODE, PyUnicode_GET_LENGTH, PyUnicode_READ_CHAR, unicodeChar } from "../../objects/unicode_core.ts";
import { allocate } from "../type_support.ts";

export const arrayobject = struct("arrayobject", 64, {
  ...OBJECT_HEAD,
  ob_size: [16, "ssize", "items"],
  ob_item: [24, "ptr", "the items"],
  allocated: [32, "ssize", "items that the block has room for"],
  ob_descr: [40, "ptr", "arraydescr"],
  weakreflist: [48, "ptr", "PyWeakReference; head of the list"],
  ob_exports: [56, "ssize", "buffers that are exported"],
});
const arraydescr = struct("arraydescr", 48, {
  typecode: [0, "u8", "the letter"],
  itemsize: [4, "i32", "bytes of an item"],
  getitem: [8, "ptr", "not used here"],
  setitem: [16, "ptr", "not used here"],
  compareitems: [24, "ptr", "not used here"],
  formats: [32, "cstr", "format of the buffer"],
  is_integer_type: [40, "i32", "1 if so"],
  is_signed: [44, "i32", "1 if so"],
});
const ITEM = arrayobject.ob_item;
const ALLOCATED = arrayobject.allocated;
const DESCRIPTOR = arrayobject.ob_descr;
export const EXPORTS = arrayobject.ob_exports;
export const arrayType = reserveTypeCell();

// -- kinds of items --------------------------------------------------------------------------------------------------------

export interface Kind {
  readonly code: string;
  readonly itemBytes: number;
  readonly isInteger: boolean;
  readonly isSigned: boolean;
  /** The item at an address. Owned. */
  readonly get: (at: Address) => Owned;
  /** The bits of an object as an item, for put; null with an error set. */
  readonly take: (value: Borrowed) => number | bigint | null;
  readonly put: (at: Address, value: number | bigint) => void;
}

function refuse(message: string, type = PyExc_OverflowError): null {
  raise(type, message);
  return null;
}

/** The int of an object with __index__; null with an error set. */
function integerOf(value: Borrowed): bigint | null {
  const index = PyNumber_Index(value);
  if (index === 0) return null;
  const number = longToBigInt(index);
  decref(index);
  return number;
}

/** The bounds that C's conversions check, one after the other, with what each says. */
type Step = readonly [least: bigint, most: bigint, below: string, above: string];
const bits = (count: number): bigint => 1n << BigInt(count);
const TOO_LARGE = "Python int too large to convert to C long";
const LONG: Step = [-bits(63), bits(63) - 1n, TOO_LARGE, TOO_LARGE];
const INT: Step = [
  -bits(31),
  bits(31) - 1n,
  "signed integer is less than minimum",
  "signed integer is greater than maximum",
];
const SHORT: Step = [
  -bits(15),
  bits(15) - 1n,
  "signed short integer is less than minimum",
  "signed short integer is greater than maximum",
];
const CHAR: Step = [-bits(7), bits(7) - 1n, "signed char is less than minimum", "signed char is greater than maximum"];
const BYTE: Step = [
  0n,
  bits(8) - 1n,
  "unsigned byte integer is less than minimum",
  "unsigned byte integer is greater than maximum",
];
const UNSIGNED_SHORT: Step = [
  0n,
  bits(16) - 1n,
  "unsigned short is less than minimum",
  "unsigned short is greater than maximum",
];
const NEGATIVE = "can't convert negative value to unsigned int";
const UNSIGNED_LONG: Step = [0n, bits(64) - 1n, NEGATIVE, "Python int too large to convert to C unsigned long"];
const UNSIGNED_INT: Step = [0n, bits(32) - 1n, NEGATIVE, "unsigned int is greater than maximum"];
const TOO_BIG = "int too big to convert";
const LONG_LONG: Step = [-bits(63), bits(63) - 1n, TOO_BIG, TOO_BIG];
const UNSIGNED_LONG_LONG: Step = [0n, bits(64) - 1n, "can't convert negative int to unsigned", TOO_BIG];

function within(steps: readonly Step[], isWide: boolean) {
  return (value: Borrowed): number | bigint | null => {
    const number = integerOf(value);
    if (number === null) return null;
    for (const [least, most, below, above] of steps) {
      if (number < least) return refuse(below);
      if (number > most) return refuse(above);
    }
    return isWide ? number : Number(number);
  };
}

function putWide(at: Address, value: number | bigint): void {
  const number = BigInt(value);
  setI64(at, Number(BigInt.asIntN(32, number)), Number(BigInt.asIntN(32, number >> 32n)));
}

function getWide(isSigned: boolean) {
  return (at: Address): Owned => {
    const number = (BigInt(u32(at + 4)) << 32n) | BigInt(u32(at));
    return longFromBigInt(isSigned ? BigInt.asIntN(64, number) : number);
  };
}

const singles = new Float32Array(1);
const singleBits = new Int32Array(singles.buffer);

function takeFloat(value: Borrowed): number | null {
  const number = convertFloat(value);
  return number === -1 && PyErr_Occurred() !== 0 ? null : number;
}

function takeCharacter(value: Borrowed): number | null {
  if (isUnicode(value) && PyUnicode_GET_LENGTH(value) === 1) return PyUnicode_READ_CHAR(value, 0);
  return refuse("array item must be unicode character", PyExc_TypeError);
}

function getCharacter(at: Address): Owned {
  const character = u32(at);
  if (character <= MAX_UNICODE) return unicodeChar(character);
  return raise(PyExc_ValueError, "chr() arg not in range(0x110000)");
}

const number = (value: number): Owned => PyLong_FromNumber(value) || PyErr_NoMemory();
const small = (code: string, itemBytes: number, steps: readonly Step[], get: Kind["get"]): Kind => ({
  code,
  itemBytes,
  isInteger: true,
  isSigned: code >= "a",
  get,
  take: within(steps, false),
  put:
    itemBytes === 1
      ? (at, value) => setU8(at, value as number)
      : itemBytes === 2
        ? (at, value) => setU16(at, value as number)
        : (at, value) => setI32(at, (value as number) | 0),
});
const wide = (code: string, step: Step): Kind => ({
  code,
  itemBytes: 8,
  isInteger: true,
  isSigned: code >= "a",
  get: getWide(code >= "a"),
  take: within([step], true),
  put: putWide,
});
const character = (code: string): Kind => ({
  code,
  itemBytes: 4,
  isInteger: false,
  isSigned: false,
  get: getCharacter,
  take: takeCharacter,
  put: (at, value) => setI32(at, value as number),
});
const floating = (
  code: string,
  itemBytes: number,
  get: Kind["get"],
  put: (at: Address, value: number) => void,
): Kind => ({
  code,
  itemBytes,
  isInteger: false,
  isSigned: false,
  get,
  take: takeFloat,
  put: (at, value) => put(at, value as number),
});

/** In the order of array.typecodes. */
export const KINDS: readonly Kind[] = [
  small("b", 1, [LONG, SHORT, CHAR], (at) => number((u8(at) << 24) >> 24)),
  small("B", 1, [LONG, BYTE], (at) => number(u8(at))),
  character("u"),
  character("w"),
  small("h", 2, [LONG, SHORT], (at) => number((u16(at) << 16) >> 16)),
  small("H", 2, [LONG, INT, UNSIGNED_SHORT], (at) => number(u16(at))),
  small("i", 4, [LONG, INT], (at) => number(i32(at))),
  small("I", 4, [UNSIGNED_LONG, UNSIGNED_INT], (at) => number(u32(at))),
  wide("l", LONG),
  wide("L", UNSIGNED_LONG),
  wide("q", LONG_LONG),
  wide("Q", UNSIGNED_LONG_LONG),
  floating(
    "f",
    4,
    (at) => {
      singleBits[0] = i32(at);
      return newFloat(singles[0]) || PyErr_NoMemory();
    },
    (at, value) => {
      singles[0] = value;
      setI32(at, singleBits[0]);
    },
  ),
  floating(
    "d",
    8,
    (at) => {
      const o = newFloat(0);
      if (o === 0) return PyErr_NoMemory();
      copyWide(o + PyFloatObject.ob_fval, at);
      return o;
    },
    setF64,
  ),
];

const DESCRIPTORS: Address = reserveStatic(KINDS.length * arraydescr.sizeof);
const formats = KINDS.map(({ code }) => cstring(code === "u" ? "w" : code));
declareInitializer(() => {
  KINDS.forEach(({ code, itemBytes, isInteger, isSigned }, index) => {
    const at = DESCRIPTORS + index * arraydescr.sizeof;
    setU8(at + arraydescr.typecode, code.charCodeAt(0));
    setI32(at + arraydescr.itemsize, itemBytes);
    setPtr(at + arraydescr.formats, formats[index]);
    setI32(at + arraydescr.is_integer_type, isInteger ? 1 : 0);
    setI32(at + arraydescr.is_signed, isSigned ? 1 : 0);
  });
});

export function kindOf(o: Borrowed): Kind {
  return KINDS[(ptr(o + DESCRIPTOR) - DESCRIPTORS) / arraydescr.sizeof];
}

export function itemBytesOf(o: Borrowed): number {
  return i32(ptr(o + DESCRIPTOR) + arraydescr.itemsize);
}

export function formatOf(o: Borrowed): Address {
  return ptr(ptr(o + DESCRIPTOR) + arraydescr.formats);
}

export function isSameKind(a: Borrowed, b: Borrowed): boolean {
  return ptr(a + DESCRIPTOR) === ptr(b + DESCRIPTOR);
}

export const isText = (kind: Kind): boolean => kind.code === "u" || kind.code === "w";

// -- arrays ----------------------------------------------------------------------------------------------------------------

const LENGTH_MAX = 0x7fff0000;

/** Where the items stand. */
export function itemsOf(o: Borrowed): Address {
  return ptr(o + ITEM);
}

export function itemAt(o: Borrowed, index: number): Address {
  return ptr(o + ITEM) + index * itemBytesOf(o);
}

/** newarrayobject: room for exactly `count` items, not written yet. Owned, 0 with an error set. */
export function newArray(type: Borrowed, kind: Kind, count: number): Owned {
  const bytes = count * kind.itemBytes;
  if (bytes > LENGTH_MAX) return PyErr_NoMemory();
  const o = allocate(type);
  if (o === 0) return 0;
  setPtr(o + DESCRIPTOR, DESCRIPTORS + KINDS.indexOf(kind) * arraydescr.sizeof);
  if (count === 0) return o;
  const block = memMalloc(bytes);
  if (block === 0) {
    decref(o);
    return PyErr_NoMemory();
  }
  setPtr(o + ITEM, block);
  setSsize(o + ALLOCATED, count);
  setSsize(o + PyVarObject.ob_size, count);
  return o;
}

export function isExported(o: Borrowed): boolean {
  if (ssize(o + EXPORTS) <= 0) return false;
  raise(PyExc_BufferError, "cannot resize an array that is exporting buffers");
  return true;
}

// Room beyond what is asked for: a sixteenth, and a little.
const SPARE_SHORT = 3;
const SPARE = 7;
const SHORT_LENGTH = 8;
const KEEPS_BELOW = 16;

/** array_resize: 0, or -1 with an error set. */
export function resize(o: Borrowed, count: number): number {
  const size = sizeOf(o);
  if (size !== count && isExported(o)) return -1;
  if (ssize(o + ALLOCATED) >= count && size < count + KEEPS_BELOW && ptr(o + ITEM) !== 0) {
    setSsize(o + PyVarObject.ob_size, count);
    return 0;
  }
  if (count === 0) {
    memFree(ptr(o + ITEM));
    setPtr(o + ITEM, 0);
    setSsize(o + PyVarObject.ob_size, 0);
    setSsize(o + ALLOCATED, 0);
    return 0;
  }
  const room = (count >> 4) + (size < SHORT_LENGTH ? SPARE_SHORT : SPARE) + count;
  const bytes = room * itemBytesOf(o);
  const block = bytes > LENGTH_MAX ? 0 : memRealloc(ptr(o + ITEM), bytes);
  if (block === 0) {
    PyErr_NoMemory();
    return -1;
  }
  setPtr(o + ITEM, block);
  setSsize(o + PyVarObject.ob_size, count);
  setSsize(o + ALLOCATED, room);
  return 0;
}

export function freeItems(o: Borrowed): void {
  memFree(ptr(o + ITEM));
}

export function allocatedOf(o: Borrowed): number {
  return ssize(o + ALLOCATED);
}

export function getItem(o: Borrowed, index: number): Owned {
  return kindOf(o).get(itemAt(o, index));
}

/** Writes an object as an item. 0, or -1 with an error set. */
export function setItem(o: Borrowed, index: number, value: Borrowed): number {
  const kind = kindOf(o);
  const taken = kind.take(value);
  if (taken === null) return -1;
  // Taking it may have run a program that made the array shorter.
  if (index >= sizeOf(o)) return raiseInt(PyExc_ValueError, "array changed size");
  kind.put(itemAt(o, index), taken);
  return 0;
}

/** ins1: puts an object before an index. 0, or -1 with an error set. */
export function insertItem(o: Borrowed, where: number, value: Borrowed): number {
  const kind = kindOf(o);
  const taken = kind.take(value);
  const size = sizeOf(o);
  if (taken === null || resize(o, size + 1) < 0) return -1;
  let index = where < 0 ? Math.max(0, where + size) : where;
  if (index > size) index = size;
  if (index !== size) copyBytes(itemAt(o, index + 1), itemAt(o, index), (size - index) * kind.itemBytes);
  kind.put(itemAt(o, index), taken);
  return 0;
}

/** Appends the items of an array of the same kind. 0, or -1 with an error set. */
export function appendArray(o: Borrowed, other: Borrowed): number {
  const size = sizeOf(o);
  const count = sizeOf(other);
  if (resize(o, size + count) < 0) return -1;
  if (count > 0) copyBytes(itemAt(o, size), itemsOf(other), count * itemBytesOf(o));
  return 0;
}

/** Takes items out. 0, or -1 with an error set. */
export function deleteItems(o: Borrowed, from: number, to: number): number {
  const size = sizeOf(o);
  if (from >= to) return 0;
  if (isExported(o)) return -1;
  if (to < size) copyBytes(itemAt(o, from), itemAt(o, to), (size - to) * itemBytesOf(o));
  return resize(o, size - (to - from));
}

/** A new array of some of the items. Owned. */
export function sliceOf(o: Borrowed, start: number, step: number, count: number): Owned {
  const kind = kindOf(o);
  const result = newArray(typeIn(arrayType), kind, count);
  if (result === 0 || count === 0) return result;
  if (step === 1) copyBytes(itemsOf(result), itemAt(o, start), count * kind.itemBytes);
  else {
    for (let i = 0; i < count; i++) copyBytes(itemAt(result, i), itemAt(o, start + i * step), kind.itemBytes);
  }
  return result;
}
