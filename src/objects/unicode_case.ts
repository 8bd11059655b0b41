// The case methods of str, by the full mappings: one character may become three, and a capital sigma that ends a word
// becomes a final one.
import {
  CAPITAL_SIGMA,
  CASED,
  characterFlags,
  FINAL_SIGMA,
  fullFold,
  fullLower,
  fullTitle,
  fullUpper,
  isFinalSigma,
  LONGEST_MAPPING,
  LOWER,
  SMALL_SIGMA,
  UPPER,
} from "../base/unicode/properties.ts";
import { memFree, memMalloc } from "../memory/allocators.ts";
import { type Address, type Borrowed, type Owned, setI32, setU8, u8 } from "../memory/memory.ts";
import type { MethodRow } from "./declare.ts";
import { PyErr_NoMemory } from "./errors.ts";
import {
  emptyString,
  freshFromKindAndData,
  MAX_ASCII,
  PyUnicode_DATA,
  PyUnicode_GET_LENGTH,
  PyUnicode_IS_ASCII,
  PyUnicode_KIND,
  PyUnicode_New,
  PyUnicode_READ as read,
} from "./unicode_core.ts";

const WIDE_BYTES = 4;
const mapped: number[] = [0, 0, 0];

/** Writes what the character at an index becomes to `mapped`; answers with how many characters that are. */
type Mapping = (kind: number, data: Address, length: number, index: number, character: number) => number;

function caseMap(o: Borrowed, map: Mapping): Owned {
  const length = PyUnicode_GET_LENGTH(o);
  const kind = PyUnicode_KIND(o);
  const data = PyUnicode_DATA(o);
  const buffer = memMalloc(length * LONGEST_MAPPING * WIDE_BYTES);
  if (buffer === 0) return PyErr_NoMemory();
  let at = buffer;
  for (let i = 0; i < length; i++) {
    const count = map(kind, data, length, i, read(kind, data, i));
    for (let n = 0; n < count; n++, at += WIDE_BYTES) setI32(at, mapped[n]);
  }
  const result = freshFromKindAndData(WIDE_BYTES, buffer, (at - buffer) / WIDE_BYTES);
  memFree(buffer);
  return result || PyErr_NoMemory();
}

const lower: Mapping = (kind, data, length, index, c) => {
  if (c !== CAPITAL_SIGMA) return fullLower(c, mapped, 0);
  mapped[0] = isFinalSigma((i) => read(kind, data, i), length, index) ? FINAL_SIGMA : SMALL_SIGMA;
  return 1;
};

const upper: Mapping = (_kind, _data, _length, _index, c) => fullUpper(c, mapped, 0);
const fold: Mapping = (_kind, _data, _length, _index, c) => fullFold(c, mapped, 0);

const capital: Mapping = (kind, data, length, index, c) =>
  index === 0 ? fullTitle(c, mapped, 0) : lower(kind, data, length, index, c);

const swapped: Mapping = (kind, data, length, index, c) => {
  const flags = characterFlags(c);
  if (flags & UPPER) return lower(kind, data, length, index, c);
  if (flags & LOWER) return fullUpper(c, mapped, 0);
  mapped[0] = c;
  return 1;
};

const titled: Mapping = (kind, data, length, index, c) => {
  const inWord = index > 0 && (characterFlags(read(kind, data, index - 1)) & CASED) !== 0;
  return inWord ? lower(kind, data, length, index, c) : fullTitle(c, mapped, 0);
};

// -- ASCII -------------------------------------------------------------------------------------------------------------

export const isAsciiUpper = (c: number): boolean => c >= 0x41 && c <= 0x5a;
export const isAsciiLower = (c: number): boolean => c >= 0x61 && c <= 0x7a;
export const isAsciiLetter = (c: number): boolean => isAsciiUpper(c & ~0x20);
export const asciiLower = (c: number): number => (isAsciiUpper(c) ? c | 0x20 : c);
export const asciiUpper = (c: number): number => (isAsciiLower(c) ? c & ~0x20 : c);

/** What an ASCII character becomes: given with the one before it, or -1 at the start. */
export type AsciiMapping = (c: number, before: number) => number;

export const asciiSwapped: AsciiMapping = (c) => (isAsciiLetter(c) ? c ^ 0x20 : c);
export const asciiCapital: AsciiMapping = (c, before) => (before < 0 ? asciiUpper(c) : asciiLower(c));
export const asciiTitled: AsciiMapping = (c, before) =>
  before >= 0 && isAsciiLetter(before) ? asciiLower(c) : asciiUpper(c);

/** Writes the mapped bytes: those beyond ASCII stay. */
export function mapAscii(to: Address, from: Address, length: number, map: AsciiMapping): void {
  let before = -1;
  for (let i = 0; i < length; i++) {
    const c = u8(from + i);
    setU8(to + i, map(c, before));
    before = c;
  }
}

function caseMethod(ascii: AsciiMapping, full: Mapping) {
  return (o: Borrowed): Owned => {
    const length = PyUnicode_GET_LENGTH(o);
    if (length === 0) return emptyString;
    if (!PyUnicode_IS_ASCII(o)) return caseMap(o, full);
    const data = PyUnicode_DATA(o);
    const result = PyUnicode_New(length, MAX_ASCII);
    if (result === 0) return PyErr_NoMemory();
    mapAscii(PyUnicode_DATA(result), data, length, ascii);
    return result;
  };
}

export const strLower = caseMethod(asciiLower, lower);

export const strCaseMethods: MethodRow[] = [
  ["capitalize", "()", caseMethod(asciiCapital, capital)],
  ["casefold", "()", caseMethod(asciiLower, fold)],
  ["title", "()", caseMethod(asciiTitled, titled)],
  ["lower", "()", strLower],
  ["swapcase", "()", caseMethod(asciiSwapped, swapped)],
  ["upper", "()", caseMethod(asciiUpper, upper)],
];
