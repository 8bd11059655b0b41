// UTF-8 of a str, kept with it (PyUnicode_AsUTF8): an ASCII str is its own UTF-8; another one gets a block of its own,
// held by utf8 and utf8_length and freed with the str.
import { memMalloc } from "../memory/allocators.ts";
import { type Address, type Borrowed, ptr, setPtr, setSsize, setU8, ssize, writeBytes } from "../memory/memory.ts";
import { PyCompactUnicodeObject } from "../memory/structs/text.ts";
import { makeUnicodeError } from "./codecs/unicode_error.ts";
import { PyErr_NoMemory, PyErr_SetRaisedException } from "./errors.ts";
import { PyExc_UnicodeEncodeError } from "./types.ts";
import {
  PyUnicode_DATA,
  PyUnicode_GET_LENGTH,
  PyUnicode_IS_ASCII,
  PyUnicode_READ_CHAR,
  wtf8Of,
} from "./unicode_core.ts";

let byteCount = 0;
/** Length of what PyUnicode_AsUTF8 answered last. */
export function utf8ByteCount(): number {
  return byteCount;
}

/** Index behind the surrogates that begin at an index. */
function endOfSurrogates(o: Borrowed, start: number): number {
  let end = start + 1;
  while (end < PyUnicode_GET_LENGTH(o) && (PyUnicode_READ_CHAR(o, end) & ~0x7ff) === 0xd800) end++;
  return end;
}

/** NUL-terminated UTF-8 that lives as long as the str; 0 with an error set (a lone surrogate has none). */
export function PyUnicode_AsUTF8(o: Borrowed): Address {
  if (PyUnicode_IS_ASCII(o)) {
    byteCount = PyUnicode_GET_LENGTH(o);
    return PyUnicode_DATA(o);
  }
  const known = ptr(o + PyCompactUnicodeObject.utf8);
  if (known !== 0) {
    byteCount = ssize(o + PyCompactUnicodeObject.utf8_length);
    return known;
  }
  for (let i = 0; i < PyUnicode_GET_LENGTH(o); i++) {
    const c = PyUnicode_READ_CHAR(o, i);
    if (c >= 0xd800 && c < 0xe000) {
      const error = makeUnicodeError(
        PyExc_UnicodeEncodeError,
        "utf-8",
        o,
        i,
        endOfSurrogates(o, i),
        "surrogates not allowed",
      );
      return error === 0 ? 0 : PyErr_SetRaisedException(error);
    }
  }
  const bytes = wtf8Of(o);
  const at = memMalloc(bytes.length + 1);
  if (at === 0) return PyErr_NoMemory();
  writeBytes(at, bytes);
  setU8(at + bytes.length, 0);
  setPtr(o + PyCompactUnicodeObject.utf8, at);
  setSsize(o + PyCompactUnicodeObject.utf8_length, bytes.length);
  byteCount = bytes.length;
  return at;
}
