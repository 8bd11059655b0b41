// bytes as hexadecimal text and back: hex(sep, bytes_per_sep), fromhex(string).
import { type Address, type Borrowed, type Owned, setU8, u8 } from "../memory/memory.ts";
import { PyObject_Size } from "./abstract.ts";
import { BYTES_DATA, bytesResize, PyBytes_FromStringAndSize } from "./bytes_core.ts";
import { PyErr_NoMemory, raise, typeNameOf } from "./errors.ts";
import { decref, isBytes, isUnicode } from "./object.ts";
import { Py_None, PyExc_TypeError, PyExc_ValueError } from "./types.ts";
import { MAX_ASCII, PyUnicode_DATA, PyUnicode_GET_LENGTH, PyUnicode_New, PyUnicode_READ_CHAR } from "./unicode_core.ts";

const HEX = "0123456789abcdef";

/**
 * _Py_strhex_with_sep; separator 0: none. A negative count groups from the left. A caller that wants bytes takes any mark
 * of one byte.
 */
export function bytesHex(
  data: Address,
  length: number,
  separator: Borrowed,
  bytesPerGroup: number,
  lastMark = MAX_ASCII,
): Owned {
  let mark = -1;
  let group = 0;
  if (separator !== 0) {
    const count = PyObject_Size(separator);
    if (count < 0) return 0;
    if (count !== 1) return raise(PyExc_ValueError, "sep must be length 1.");
    const isText = isUnicode(separator);
    if (!isText && !isBytes(separator)) return raise(PyExc_TypeError, "sep must be str or bytes.");
    mark = isText ? PyUnicode_READ_CHAR(separator, 0) : u8(separator + BYTES_DATA);
    if (mark > lastMark) return raise(PyExc_ValueError, "sep must be ASCII.");
    group = bytesPerGroup;
  }
  const size = Math.abs(group);
  const marks = size === 0 || length === 0 ? 0 : Math.floor((length - 1) / size);
  const result = PyUnicode_New(length * 2 + marks, MAX_ASCII);
  if (result === 0) return PyErr_NoMemory();
  let to = PyUnicode_DATA(result);
  for (let i = 0; i < length; i++) {
    // Groups are counted from the right, or from the left for a negative count.
    const before = group > 0 ? length - i : i;
    if (i > 0 && size > 0 && before % size === 0) setU8(to++, mark);
    const byte = u8(data + i);
    setU8(to++, HEX.charCodeAt(byte >> 4));
    setU8(to++, HEX.charCodeAt(byte & 15));
  }
  return result;
}

export function hexDigit(c: number): number {
  if (c >= 0x30 && c <= 0x39) return c - 0x30;
  const lower = c | 0x20;
  return lower >= 0x61 && lower <= 0x66 && c < 0x80 ? lower - 0x57 : -1;
}

/** bytes.fromhex: bytes, or 0 with an error set. */
export function bytesFromHex(string: Borrowed): Owned {
  if (!isUnicode(string)) {
    return raise(
      PyExc_TypeError,
      `fromhex() argument must be str, not ${string === Py_None ? "None" : typeNameOf(string)}`,
    );
  }
  const length = PyUnicode_GET_LENGTH(string);
  const bytes = PyBytes_FromStringAndSize(0, Math.max(length >> 1, 2));
  if (bytes === 0) return 0;
  let count = 0;
  for (let i = 0; i < length; ) {
    const c = PyUnicode_READ_CHAR(string, i);
    if (c === 32 || (c >= 9 && c <= 13)) {
      i++;
      continue;
    }
    const high = hexDigit(c);
    const low = high >= 0 && i + 1 < length ? hexDigit(PyUnicode_READ_CHAR(string, i + 1)) : -1;
    if (low < 0) {
      decref(bytes);
      const at = high < 0 ? i : i + 1;
      return raise(PyExc_ValueError, `non-hexadecimal number found in fromhex() arg at position ${at}`);
    }
    setU8(bytes + BYTES_DATA + count++, high * 16 + low);
    i += 2;
  }
  if (count === 1) {
    const one = PyBytes_FromStringAndSize(bytes + BYTES_DATA, 1);
    decref(bytes);
    return one;
  }
  return bytesResize(bytes, count);
}
