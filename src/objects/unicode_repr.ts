// repr of a str: in single quotes, or double ones when that spares escapes; what is not printable is escaped.
import { isPrintable } from "../base/unicode/properties.ts";
import { type Address, type Borrowed, type Owned, setU8 } from "../memory/memory.ts";
import { PyErr_NoMemory } from "./errors.ts";
import {
  copyCharacters,
  MAX_ASCII,
  MAX_LATIN1,
  MAX_UCS2,
  PyUnicode_DATA,
  PyUnicode_GET_LENGTH,
  PyUnicode_KIND,
  PyUnicode_MAX_CHAR_VALUE,
  PyUnicode_New,
  PyUnicode_READ,
  PyUnicode_WRITE,
} from "./unicode_core.ts";

const SINGLE = 0x27;
const DOUBLE = 0x22;
const BACKSLASH = 0x5c;
const HEX = "0123456789abcdef";

function isShown(character: number): boolean {
  return character < 0x7f ? character >= 0x20 : character > MAX_ASCII && isPrintable(character);
}

/** Digits of the escape of a character that is not shown, by its size. */
function hexDigits(character: number): number {
  return character <= MAX_LATIN1 ? 2 : character <= MAX_UCS2 ? 4 : 8;
}

/** unicode_repr */
export function unicodeRepr(o: Borrowed): Owned {
  const length = PyUnicode_GET_LENGTH(o);
  const kind = PyUnicode_KIND(o);
  const data = PyUnicode_DATA(o);
  let size = 2;
  let maxchar = MAX_ASCII;
  let singles = 0;
  let doubles = 0;
  for (let i = 0; i < length; i++) {
    const c = PyUnicode_READ(kind, data, i);
    if (c === SINGLE) singles++;
    else if (c === DOUBLE) doubles++;
    if (c === BACKSLASH || c === 9 || c === 10 || c === 13) size += 2;
    else if (isShown(c)) {
      size++;
      if (c > maxchar) maxchar = c;
    } else size += 2 + hexDigits(c);
  }
  const quote = singles > 0 && doubles === 0 ? DOUBLE : SINGLE;
  const plain = size === length + 2 && !(quote === SINGLE && singles > 0);
  if (quote === SINGLE) size += singles;
  const result = PyUnicode_New(size, Math.min(maxchar, Math.max(PyUnicode_MAX_CHAR_VALUE(o), MAX_ASCII)));
  if (result === 0) return PyErr_NoMemory();
  const toKind = PyUnicode_KIND(result);
  const to = PyUnicode_DATA(result);
  PyUnicode_WRITE(toKind, to, 0, quote);
  PyUnicode_WRITE(toKind, to, size - 1, quote);
  if (plain) {
    copyCharacters(toKind, to, 1, kind, data, 0, length);
    return result;
  }
  let at = 1;
  for (let i = 0; i < length; i++) {
    const c = PyUnicode_READ(kind, data, i);
    if (c === quote || c === BACKSLASH) {
      PyUnicode_WRITE(toKind, to, at++, BACKSLASH);
      PyUnicode_WRITE(toKind, to, at++, c);
    } else if (isShown(c)) PyUnicode_WRITE(toKind, to, at++, c);
    else {
      PyUnicode_WRITE(toKind, to, at++, BACKSLASH);
      const letter = c === 9 ? "t" : c === 10 ? "n" : c === 13 ? "r" : "";
      if (letter !== "") PyUnicode_WRITE(toKind, to, at++, letter.charCodeAt(0));
      else {
        const digits = hexDigits(c);
        PyUnicode_WRITE(toKind, to, at++, (digits === 2 ? "x" : digits === 4 ? "u" : "U").charCodeAt(0));
        for (let shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
          PyUnicode_WRITE(toKind, to, at++, HEX.charCodeAt((c >> shift) & 15));
        }
      }
    }
  }
  return result;
}

/**
 * Writes the repr of some bytes to memory at `to`; bytesReprForm says how much room it takes. bytearray escapes single
 * quotes within double ones too.
 */
export function writeBytesRepr(
  to: Address,
  byteAt: (index: number) => number,
  length: number,
  quote: number,
  escapesSingles = false,
): void {
  let at = to;
  setU8(at++, quote);
  for (let i = 0; i < length; i++) {
    const c = byteAt(i);
    if (c === quote || c === BACKSLASH || (escapesSingles && c === SINGLE)) {
      setU8(at++, BACKSLASH);
      setU8(at++, c);
    } else if (c >= 0x20 && c < 0x7f) setU8(at++, c);
    else {
      setU8(at++, BACKSLASH);
      const letter = c === 9 ? "t" : c === 10 ? "n" : c === 13 ? "r" : "";
      if (letter !== "") setU8(at++, letter.charCodeAt(0));
      else {
        setU8(at++, "x".charCodeAt(0));
        setU8(at++, HEX.charCodeAt(c >> 4));
        setU8(at++, HEX.charCodeAt(c & 15));
      }
    }
  }
  setU8(at, quote);
}

/** Length of what writeBytesRepr writes, and the quote: [length, quote]. */
export function bytesReprForm(
  byteAt: (index: number) => number,
  length: number,
  smart: boolean,
  escapesSingles = false,
): [number, number] {
  let size = 2;
  let singles = 0;
  let doubles = 0;
  for (let i = 0; i < length; i++) {
    const c = byteAt(i);
    if (c === SINGLE) singles++;
    else if (c === DOUBLE) doubles++;
    if (c === BACKSLASH || c === 9 || c === 10 || c === 13) size += 2;
    else size += c >= 0x20 && c < 0x7f ? 1 : 4;
  }
  const quote = smart && singles > 0 && doubles === 0 ? DOUBLE : SINGLE;
  return [quote === SINGLE || escapesSingles ? size + singles : size, quote];
}
