// UTF-16 and UTF-32. Byte order: -1 little, 1 big, 0 by the mark at the start (and little, with a mark, when encoding).
import { type Address, type Borrowed, type Owned, setU8, u8 } from "../../memory/memory.ts";
import { BYTES_DATA } from "../bytes_core.ts";
import { PyUnicode_GET_LENGTH, PyUnicode_READ_CHAR } from "../unicode_core.ts";
import { consumed, decodeError, dropDecoding, finishDecoding, put, startDecoding } from "./decoding.ts";
import { dropEncoding, type Encoding, encodeError, finishEncoding, reserveBytes, startEncoding } from "./encoding.ts";

export const LITTLE = -1;
export const NATIVE = 0;
export const BIG = 1;

const BYTE_ORDER_MARK = 0xfeff;
const SWAPPED_MARK = 0xfffe;

/** The byte order that a stateful decoder found. */
export const found = { order: NATIVE };

const unit16 = (at: Address, big: boolean): number => (big ? (u8(at) << 8) | u8(at + 1) : u8(at) | (u8(at + 1) << 8));
const unit32 = (at: Address, big: boolean): number =>
  big ? unit16(at, true) * 65536 + unit16(at + 2, true) : unit16(at, false) + unit16(at + 2, false) * 65536;

const isHigh = (c: number): boolean => (c & 0xfffffc00) === 0xd800;
const isLow = (c: number): boolean => (c & 0xfffffc00) === 0xdc00;

export function decodeUtf16(
  data: Address,
  size: number,
  errors: string | undefined,
  order = NATIVE,
  final = true,
): Owned {
  let i = 0;
  found.order = order;
  if (order === NATIVE && size >= 2) {
    const mark = unit16(data, false);
    if (mark === BYTE_ORDER_MARK) found.order = LITTLE;
    else if (mark === SWAPPED_MARK) found.order = BIG;
    if (found.order !== NATIVE) i = 2;
  }
  const big = found.order === BIG;
  const d = startDecoding(big ? "utf-16-be" : "utf-16-le", errors, data, size, size >> 1);
  if (d === null) return 0;
  while (i < d.size) {
    const left = d.size - i;
    if (left < 2) {
      if (!final) break;
      i = decodeError(d, i, d.size, "truncated data");
      if (i < 0) return dropDecoding(d);
      continue;
    }
    const c = unit16(d.data + i, big);
    if (isHigh(c)) {
      if (left < 4) {
        if (!final) break;
        i = decodeError(d, i, d.size, "unexpected end of data");
      } else {
        const second = unit16(d.data + i + 2, big);
        if (isLow(second)) {
          if (!put(d, 0x10000 + ((c & 0x3ff) << 10) + (second & 0x3ff))) return dropDecoding(d);
          i += 4;
        } else i = decodeError(d, i, i + 2, "illegal UTF-16 surrogate");
      }
      if (i < 0) return dropDecoding(d);
    } else if (isLow(c)) {
      i = decodeError(d, i, i + 2, "illegal encoding");
      if (i < 0) return dropDecoding(d);
    } else {
      if (!put(d, c)) return dropDecoding(d);
      i += 2;
    }
  }
  consumed.byteCount = i;
  return finishDecoding(d);
}

export function decodeUtf32(
  data: Address,
  size: number,
  errors: string | undefined,
  order = NATIVE,
  final = true,
): Owned {
  let i = 0;
  found.order = order;
  if (order === NATIVE && size >= 4) {
    const mark = unit32(data, false);
    if (mark === BYTE_ORDER_MARK) found.order = LITTLE;
    else if (mark === SWAPPED_MARK * 65536) found.order = BIG;
    if (found.order !== NATIVE) i = 4;
  }
  const big = found.order === BIG;
  const d = startDecoding(big ? "utf-32-be" : "utf-32-le", errors, data, size, size >> 2);
  if (d === null) return 0;
  while (i < d.size) {
    if (d.size - i < 4) {
      if (!final) break;
      i = decodeError(d, i, d.size, "truncated data");
      if (i < 0) return dropDecoding(d);
      continue;
    }
    const c = unit32(d.data + i, big);
    if (c >= 0xd800 && c <= 0xdfff)
      i = decodeError(d, i, i + 4, "code point in surrogate code point range(0xd800, 0xe000)");
    else if (c > 0x10ffff) i = decodeError(d, i, i + 4, "code point not in range(0x110000)");
    else {
      if (!put(d, c)) return dropDecoding(d);
      i += 4;
    }
    if (i < 0) return dropDecoding(d);
  }
  consumed.byteCount = i;
  return finishDecoding(d);
}

function write(e: Encoding, value: number, byteCount: number, big: boolean): boolean {
  if (!reserveBytes(e, byteCount)) return false;
  const at = e.bytes + BYTES_DATA + e.size;
  for (let n = 0; n < byteCount; n++) setU8(at + (big ? byteCount - 1 - n : n), (value >> (8 * n)) & 255);
  e.size += byteCount;
  return true;
}

function encodeWide(name: string, unitBytes: number, o: Borrowed, errors: string | undefined, order: number): Owned {
  const length = PyUnicode_GET_LENGTH(o);
  const suffix = order === LITTLE ? "-le" : order === BIG ? "-be" : "";
  const e = startEncoding(name + suffix, errors, o, (length + 1) * unitBytes);
  if (e === null) return 0;
  const big = order === BIG;
  const putUnit = (into: Encoding, c: number): boolean => {
    if (unitBytes === 4 || c <= 0xffff) return write(into, c, unitBytes, big);
    return (
      write(into, 0xd800 + ((c - 0x10000) >> 10), unitBytes, big) && write(into, 0xdc00 + (c & 0x3ff), unitBytes, big)
    );
  };
  if (order === NATIVE && !putUnit(e, BYTE_ORDER_MARK)) return dropEncoding(e);
  const canPut = (c: number): boolean => c < 128;
  for (let i = 0; i < length; ) {
    const c = PyUnicode_READ_CHAR(o, i);
    if (c < 0xd800 || c > 0xdfff) {
      if (!putUnit(e, c)) return dropEncoding(e);
      i++;
      continue;
    }
    i = encodeError(e, i, i + 1, "surrogates not allowed", canPut, putUnit);
    if (i < 0) return dropEncoding(e);
  }
  return finishEncoding(e);
}

export function encodeUtf16(o: Borrowed, errors: string | undefined, order = NATIVE): Owned {
  return encodeWide("utf-16", 2, o, errors, order);
}

export function encodeUtf32(o: Borrowed, errors: string | undefined, order = NATIVE): Owned {
  return encodeWide("utf-32", 4, o, errors, order);
}
