// latin-1 and ascii: a byte a character, up to a limit.
import { type Address, type Borrowed, copyBytes, type Owned, u8 } from "../../memory/memory.ts";
import { PyBytes_FromStringAndSize } from "../bytes_core.ts";
import { PyErr_NoMemory } from "../errors.ts";
import {
  _PyUnicode_FromASCII,
  emptyString,
  findMaxChar,
  latin1String,
  MAX_ASCII,
  PyUnicode_DATA,
  PyUnicode_GET_LENGTH,
  PyUnicode_KIND,
  PyUnicode_MAX_CHAR_VALUE,
  PyUnicode_New,
  PyUnicode_READ,
} from "../unicode_core.ts";
import { consumed, decodeError, dropDecoding, finishDecoding, put, startDecoding } from "./decoding.ts";
import { dropEncoding, encodeError, finishEncoding, putByte, startEncoding } from "./encoding.ts";

export function decodeLatin1(data: Address, size: number): Owned {
  consumed.byteCount = size;
  if (size === 0) return emptyString;
  if (size === 1) return latin1String(u8(data));
  const result = PyUnicode_New(size, findMaxChar(1, data, 0, size));
  if (result === 0) return PyErr_NoMemory();
  copyBytes(PyUnicode_DATA(result), data, size);
  return result;
}

export function decodeAscii(data: Address, size: number, errors: string | undefined): Owned {
  consumed.byteCount = size;
  if (size === 0) return emptyString;
  if (findMaxChar(1, data, 0, size) === MAX_ASCII) return _PyUnicode_FromASCII(data, size) || PyErr_NoMemory();
  const d = startDecoding("ascii", errors, data, size);
  if (d === null) return 0;
  for (let i = 0; i < d.size; ) {
    const byte = u8(d.data + i);
    if (byte <= MAX_ASCII) {
      if (!put(d, byte)) return dropDecoding(d);
      i++;
    } else {
      i = decodeError(d, i, i + 1, "ordinal not in range(128)");
      if (i < 0) return dropDecoding(d);
    }
  }
  return finishDecoding(d);
}

/** unicode_encode_ucs1 */
function encodeBelow(limit: number, encoding: string, o: Borrowed, errors: string | undefined): Owned {
  const length = PyUnicode_GET_LENGTH(o);
  const kind = PyUnicode_KIND(o);
  const data = PyUnicode_DATA(o);
  if (PyUnicode_MAX_CHAR_VALUE(o) < limit) return PyBytes_FromStringAndSize(length === 0 ? 0 : data, length);
  const e = startEncoding(encoding, errors, o, length);
  if (e === null) return 0;
  const reason = `ordinal not in range(${limit})`;
  const canPut = (c: number): boolean => c < limit;
  for (let i = 0; i < length; ) {
    const c = PyUnicode_READ(kind, data, i);
    if (c < limit) {
      if (!putByte(e, c)) return dropEncoding(e);
      i++;
      continue;
    }
    let end = i + 1;
    while (end < length && PyUnicode_READ(kind, data, end) >= limit) end++;
    i = encodeError(e, i, end, reason, canPut, putByte);
    if (i < 0) return dropEncoding(e);
  }
  return finishEncoding(e);
}

export function encodeLatin1(o: Borrowed, errors: string | undefined): Owned {
  return encodeBelow(256, "latin-1", o, errors);
}

export function encodeAscii(o: Borrowed, errors: string | undefined): Owned {
  return encodeBelow(128, "ascii", o, errors);
}
