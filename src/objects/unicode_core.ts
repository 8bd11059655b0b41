// The storage of strings: PEP 393, as CPython lays it out.
//
//   compact ASCII    PyASCIIObject           characters, NUL          one byte each
//   compact          PyCompactUnicodeObject  characters, NUL          1, 2 or 4 bytes each
//   not compact      PyUnicodeObject   ->    characters, NUL          instances of subclasses only
//
// Invariants: a string has the smallest kind that holds its largest character; the empty string and the strings of one
// latin-1 character are static and exist once; a string that left the function which made it never changes, but for
// its cached hash, its UTF-8 form and its interned state.
// Functions that make strings answer 0 when memory is exhausted and set no error: this tier lies below errors.ts.

import { hashHigh as bytesHashHigh, hashBytes } from "../base/siphash.ts";
import { objectFree, objectMalloc, objectRealloc } from "../memory/allocators.ts";
import { RUNTIME, reserveStatic } from "../memory/data.ts";
import {
  type Address,
  type Borrowed,
  copyBytes,
  equalBytes,
  fillBytes,
  high,
  i32,
  low,
  type Owned,
  ptr,
  setI32,
  setI64,
  setPtr,
  setSsize,
  setU8,
  setU16,
  U8,
  u8,
  u16,
  u32,
} from "../memory/memory.ts";
import { _Py_static_objects, _PyRuntimeState } from "../memory/structs/runtime.ts";
import { PyASCIIObject, PyCompactUnicodeObject, PyUnicodeObject } from "../memory/structs/text.ts";
import { hashAnswerFrom, isHashUnset } from "./hash.ts";
import { decref, initImmortal, initObject, isUnicode, newRef, refcount, typeOf } from "./object.ts";
import { PyUnicode_Type } from "./types.ts";

export const PyUnicode_1BYTE_KIND = 1;
export const PyUnicode_2BYTE_KIND = 2;
export const PyUnicode_4BYTE_KIND = 4;

export const MAX_ASCII = 0x7f;
export const MAX_LATIN1 = 0xff;
export const MAX_UCS2 = 0xffff;
export const MAX_UNICODE = 0x10ffff;

// PyASCIIObject.state, from bit 0: interned 2, kind 3, compact 1, ascii 1, statically allocated 1.
export const SSTATE_NOT_INTERNED = 0;
export const SSTATE_INTERNED_MORTAL = 1;
export const SSTATE_INTERNED_IMMORTAL = 2;
export const SSTATE_INTERNED_IMMORTAL_STATIC = 3;
const INTERNED_MASK = 3;
const KIND_SHIFT = 2;
const KIND_MASK = 7;
export const STATE_COMPACT = 1 << 5;
export const STATE_ASCII = 1 << 6;
const STATE_STATIC = 1 << 7;
const COMPACT_ASCII = STATE_COMPACT | STATE_ASCII;

const STATE = PyASCIIObject.state;
const LENGTH = PyASCIIObject.length;
const HASH = PyASCIIObject.hash;
const ASCII_DATA = PyASCIIObject.sizeof;
const COMPACT_DATA = PyCompactUnicodeObject.sizeof;

// -- the static strings ------------------------------------------------------------------------------------------------

// _Py_global_strings ends with ascii[128] and latin1[128]: a string's structure, one character and its NUL each.
const ASCII_ENTRY_BYTES = (ASCII_DATA + 2 + 7) & -8;
const LATIN1_ENTRY_BYTES = (COMPACT_DATA + 2 + 7) & -8;
const STRINGS_END = RUNTIME + _PyRuntimeState.static_objects + _Py_static_objects._tuple_empty_gc_not_used;
const LATIN1_STRINGS = STRINGS_END - 128 * LATIN1_ENTRY_BYTES;
const ASCII_STRINGS = LATIN1_STRINGS - 128 * ASCII_ENTRY_BYTES;
/** Bytes of the literals before the empty one (`empty` of _Py_global_strings.literals). */
const EMPTY_STRING_OFFSET = 752;
export const emptyString: Address =
  RUNTIME + _PyRuntimeState.static_objects + _Py_static_objects.strings + EMPTY_STRING_OFFSET;

// The latin-1 strings have their UTF-8 form from the start: two bytes and a NUL each, constants in CPython's image.
const LATIN1_UTF8_BYTES = 3;
const LATIN1_UTF8 = reserveStatic(128 * LATIN1_UTF8_BYTES);

/** The static string of one character below 256. */
export function latin1String(character: number): Borrowed {
  return character < 128
    ? ASCII_STRINGS + character * ASCII_ENTRY_BYTES
    : LATIN1_STRINGS + (character - 128) * LATIN1_ENTRY_BYTES;
}

/** Writes the head of a static string: immortal, compact, not interned yet. */
export function initStaticString(o: Address, length: number, isAscii: boolean): void {
  initImmortal(o, PyUnicode_Type);
  setSsize(o + LENGTH, length);
  setI64(o + HASH, -1, -1);
  setI32(o + STATE, (1 << KIND_SHIFT) | STATE_COMPACT | (isAscii ? STATE_ASCII : 0) | STATE_STATIC);
  if (!isAscii) {
    setSsize(o + PyCompactUnicodeObject.utf8_length, 0);
    setPtr(o + PyCompactUnicodeObject.utf8, 0);
  }
}

/** Fills the empty string and the 256 strings of one character. */
export function initializeStaticStrings(): void {
  initStaticString(emptyString, 0, true);
  setU8(emptyString + ASCII_DATA, 0);
  for (let character = 0; character < 256; character++) {
    const o = latin1String(character);
    const data = o + (character < 128 ? ASCII_DATA : COMPACT_DATA);
    initStaticString(o, 1, character < 128);
    setU8(data, character);
    setU8(data + 1, 0);
    if (character >= 128) {
      const utf8 = LATIN1_UTF8 + (character - 128) * LATIN1_UTF8_BYTES;
      setU8(utf8, 0xc0 | (character >> 6));
      setU8(utf8 + 1, 0x80 | (character & 63));
      setSsize(o + PyCompactUnicodeObject.utf8_length, 2);
      setPtr(o + PyCompactUnicodeObject.utf8, utf8);
    }
  }
}

// -- reading -----------------------------------------------------------------------------------------------------------

export function PyUnicode_GET_LENGTH(o: Borrowed): number {
  return i32(o + LENGTH);
}

/** Bytes of a character: 1, 2 or 4. */
export function PyUnicode_KIND(o: Borrowed): number {
  return (u8(o + STATE) >> KIND_SHIFT) & KIND_MASK;
}

/** Address of the first character. */
export function PyUnicode_DATA(o: Borrowed): Address {
  const state = u8(o + STATE);
  if ((state & STATE_COMPACT) === 0) return ptr(o + PyUnicodeObject.data_any);
  return o + ((state & STATE_ASCII) !== 0 ? ASCII_DATA : COMPACT_DATA);
}

export function PyUnicode_IS_ASCII(o: Borrowed): boolean {
  return (u8(o + STATE) & STATE_ASCII) !== 0;
}

export function PyUnicode_IS_COMPACT(o: Borrowed): boolean {
  return (u8(o + STATE) & STATE_COMPACT) !== 0;
}

export function PyUnicode_IS_COMPACT_ASCII(o: Borrowed): boolean {
  return (u8(o + STATE) & COMPACT_ASCII) === COMPACT_ASCII;
}

/** Is it exactly a str? */
export function PyUnicode_CheckExact(o: Borrowed): boolean {
  return typeOf(o) === PyUnicode_Type;
}

export function PyUnicode_Check(o: Borrowed): boolean {
  return isUnicode(o);
}

export function PyUnicode_CHECK_INTERNED(o: Borrowed): number {
  return u8(o + STATE) & INTERNED_MASK;
}

export function setInternedState(o: Borrowed, state: number): void {
  setU8(o + STATE, (u8(o + STATE) & ~INTERNED_MASK) | state);
}

export function isStaticString(o: Borrowed): boolean {
  return (u8(o + STATE) & STATE_STATIC) !== 0;
}

/** The character at an index, given kind and data. */
export function PyUnicode_READ(kind: number, data: Address, index: number): number {
  if (kind === 1) return u8(data + index);
  if (kind === 2) return u16(data + index * 2);
  return u32(data + index * 4);
}

export function PyUnicode_WRITE(kind: number, data: Address, index: number, character: number): void {
  if (kind === 1) setU8(data + index, character);
  else if (kind === 2) setU16(data + index * 2, character);
  else setI32(data + index * 4, character);
}

export function PyUnicode_READ_CHAR(o: Borrowed, index: number): number {
  return PyUnicode_READ(PyUnicode_KIND(o), PyUnicode_DATA(o), index);
}

/** The largest character that a string of this form may hold. */
export function PyUnicode_MAX_CHAR_VALUE(o: Borrowed): number {
  if (PyUnicode_IS_ASCII(o)) return MAX_ASCII;
  const kind = PyUnicode_KIND(o);
  return kind === 1 ? MAX_LATIN1 : kind === 2 ? MAX_UCS2 : MAX_UNICODE;
}

/** The form's bound for the largest of some characters: MAX_ASCII, MAX_LATIN1, MAX_UCS2 or MAX_UNICODE. */
export function findMaxChar(kind: number, data: Address, start: number, end: number): number {
  if (kind === 1) {
    let i = data + start;
    const stop = data + end;
    for (; i < stop && (i & 3) !== 0; i++) if (u8(i) > MAX_ASCII) return MAX_LATIN1;
    for (; i + 4 <= stop; i += 4) if ((i32(i) & 0x80808080) !== 0) return MAX_LATIN1;
    for (; i < stop; i++) if (u8(i) > MAX_ASCII) return MAX_LATIN1;
    return MAX_ASCII;
  }
  let seen = 0;
  for (let i = start; i < end; i++) {
    seen |= PyUnicode_READ(kind, data, i);
    if (kind === 2 ? seen > MAX_LATIN1 : seen > MAX_UCS2) return kind === 2 ? MAX_UCS2 : MAX_UNICODE;
  }
  return boundOf(seen);
}

/** The form's bound for a largest character. */
export function boundOf(character: number): number {
  if (character <= MAX_ASCII) return MAX_ASCII;
  if (character <= MAX_LATIN1) return MAX_LATIN1;
  return character <= MAX_UCS2 ? MAX_UCS2 : MAX_UNICODE;
}

// -- making ------------------------------------------------------------------------------------------------------------

/** Longest string that objectMalloc could be asked for: sizes stay int32. */
const MAX_LENGTH = 0x7fff0000;

/** PyUnicode_New: characters not written yet, NUL written. */
export function PyUnicode_New(length: number, maxchar: number): Owned {
  if (length === 0) return emptyString;
  const kind = maxchar <= MAX_LATIN1 ? 1 : maxchar <= MAX_UCS2 ? 2 : 4;
  const isAscii = maxchar <= MAX_ASCII;
  const headBytes = isAscii ? ASCII_DATA : COMPACT_DATA;
  if (length > MAX_LENGTH / kind - headBytes) return 0;
  const o = objectMalloc(headBytes + (length + 1) * kind);
  if (o === 0) return 0;
  initObject(o, PyUnicode_Type);
  setSsize(o + LENGTH, length);
  setI64(o + HASH, -1, -1);
  setI32(o + STATE, (kind << KIND_SHIFT) | (isAscii ? COMPACT_ASCII : STATE_COMPACT));
  if (!isAscii) {
    setSsize(o + PyCompactUnicodeObject.utf8_length, 0);
    setPtr(o + PyCompactUnicodeObject.utf8, 0);
  }
  PyUnicode_WRITE(kind, o + headBytes, length, 0);
  return o;
}

/** unicode_char: the string of one character. */
export function unicodeChar(character: number): Owned {
  if (character <= MAX_LATIN1) return latin1String(character);
  const o = PyUnicode_New(1, character);
  if (o !== 0) PyUnicode_WRITE(PyUnicode_KIND(o), o + COMPACT_DATA, 0, character);
  return o;
}

/** _PyUnicode_FromASCII: bytes in memory that are known to be ASCII. */
export function _PyUnicode_FromASCII(bytes: Address, length: number): Owned {
  if (length === 1) return latin1String(u8(bytes));
  const o = PyUnicode_New(length, MAX_ASCII);
  if (o !== 0 && length !== 0) copyBytes(o + ASCII_DATA, bytes, length);
  return o;
}

/** PyUnicode_FromKindAndData: the smallest form that holds the characters. */
export function PyUnicode_FromKindAndData(kind: number, data: Address, length: number): Owned {
  if (length === 0) return emptyString;
  return length === 1 ? unicodeChar(PyUnicode_READ(kind, data, 0)) : freshFromKindAndData(kind, data, length);
}

/** The same, but a new string also for one character: of Latin-1 there is one already, and only some functions give it. */
export function freshFromKindAndData(kind: number, data: Address, length: number): Owned {
  const o = PyUnicode_New(length, findMaxChar(kind, data, 0, length));
  if (o !== 0) copyCharacters(PyUnicode_KIND(o), PyUnicode_DATA(o), 0, kind, data, 0, length);
  return o;
}

/** PyUnicode_FromString for texts of ours: code points, a lone surrogate stands for itself. */
export function PyUnicode_FromString(text: string): Owned {
  const isLatin1Character = text.length === 1 && text.charCodeAt(0) <= MAX_LATIN1;
  return isLatin1Character ? latin1String(text.charCodeAt(0)) : freshString(text);
}

/** The same, but a new string also for one character of Latin-1. */
export function freshString(text: string): Owned {
  const unitCount = text.length;
  let length = 0;
  let seen = 0;
  for (let i = 0; i < unitCount; length++) {
    const character = text.codePointAt(i)!;
    i += character > MAX_UCS2 ? 2 : 1;
    if (character > seen) seen = character;
  }
  const o = PyUnicode_New(length, seen);
  if (o === 0 || length === 0) return o;
  const kind = PyUnicode_KIND(o);
  const data = PyUnicode_DATA(o);
  for (let i = 0, at = 0; at < length; at++) {
    const character = text.codePointAt(i)!;
    i += character > MAX_UCS2 ? 2 : 1;
    PyUnicode_WRITE(kind, data, at, character);
  }
  return o;
}

/** From WTF-8 that is known to be well-formed: UTF-8 in which lone surrogates may stand. */
export function PyUnicode_FromWtf8(bytes: Uint8Array): Owned {
  const byteCount = bytes.length;
  let length = 0;
  let largestLead = 0;
  for (let i = 0; i < byteCount; i++) {
    const byte = bytes[i];
    if ((byte & 0xc0) === 0x80) continue;
    length++;
    if (byte > largestLead) largestLead = byte;
  }
  // Lead bytes say the form: up to 0xC3 latin-1, up to 0xEF two bytes.
  const bound =
    largestLead < 0x80 ? MAX_ASCII : largestLead < 0xc4 ? MAX_LATIN1 : largestLead < 0xf0 ? MAX_UCS2 : MAX_UNICODE;
  if (length === 1 && bound <= MAX_LATIN1) return latin1String(byteCount === 1 ? bytes[0] : wtf8Point(bytes, 0));
  const o = PyUnicode_New(length, bound);
  if (o === 0 || length === 0) return o;
  const kind = PyUnicode_KIND(o);
  const data = PyUnicode_DATA(o);
  for (let i = 0, at = 0; i < byteCount; at++) {
    const character = wtf8Point(bytes, i);
    PyUnicode_WRITE(kind, data, at, character);
    i += wtf8Width(character);
  }
  return o;
}

function wtf8Point(bytes: Uint8Array, at: number): number {
  const lead = bytes[at];
  if (lead < 0x80) return lead;
  if (lead < 0xe0) return ((lead & 31) << 6) | (bytes[at + 1] & 63);
  if (lead < 0xf0) return ((lead & 15) << 12) | ((bytes[at + 1] & 63) << 6) | (bytes[at + 2] & 63);
  return ((lead & 7) << 18) | ((bytes[at + 1] & 63) << 12) | ((bytes[at + 2] & 63) << 6) | (bytes[at + 3] & 63);
}

/** Bytes of a character in UTF-8. */
export function wtf8Width(character: number): number {
  return character <= MAX_ASCII ? 1 : character <= 0x7ff ? 2 : character <= MAX_UCS2 ? 3 : 4;
}

/** The WTF-8 form of a string, for the host's side; the caller bounds the length. */
export function wtf8Of(o: Borrowed): Uint8Array {
  const length = PyUnicode_GET_LENGTH(o);
  const kind = PyUnicode_KIND(o);
  const data = PyUnicode_DATA(o);
  let byteCount = 0;
  for (let i = 0; i < length; i++) byteCount += wtf8Width(PyUnicode_READ(kind, data, i));
  const bytes = new Uint8Array(byteCount);
  for (let i = 0, at = 0; i < length; i++) {
    const character = PyUnicode_READ(kind, data, i);
    const width = wtf8Width(character);
    if (width === 1) bytes[at++] = character;
    else {
      bytes[at++] = (width === 2 ? 0xc0 : width === 3 ? 0xe0 : 0xf0) | (character >> (6 * (width - 1)));
      for (let shift = 6 * (width - 2); shift >= 0; shift -= 6) bytes[at++] = 0x80 | ((character >> shift) & 63);
    }
  }
  return bytes;
}

/** What a program controls never reaches a JavaScript string unbounded. No name and no message is as long as this. */
const LONGEST_TEXT = 1 << 26;
/** Code points that are put together at once. */
const PART = 1024;

/** A str as a JavaScript string, whole: for messages and comparisons of ours. */
export function textOf(o: Borrowed): string {
  return textUpTo(o, LONGEST_TEXT);
}

/** Its first code points, where CPython cuts it too (`%.200s`) or no more can matter. */
export function textUpTo(o: Borrowed, limit: number): string {
  const length = Math.min(PyUnicode_GET_LENGTH(o), limit);
  const kind = PyUnicode_KIND(o);
  const data = PyUnicode_DATA(o);
  let text = "";
  for (let start = 0; start < length; start += PART) {
    const points: number[] = [];
    for (let i = start; i < length && i < start + PART; i++) points.push(PyUnicode_READ(kind, data, i));
    text += String.fromCodePoint(...points);
  }
  return text;
}

// -- parts and sums ----------------------------------------------------------------------------------------------------

const FEW_BYTES = 24;

/** Copies characters between forms; the target's kind holds them all. */
export function copyCharacters(
  toKind: number,
  to: Address,
  toIndex: number,
  fromKind: number,
  from: Address,
  fromIndex: number,
  count: number,
): void {
  if (toKind === fromKind) {
    const target = to + toIndex * toKind;
    const source = from + fromIndex * fromKind;
    const byteCount = count * toKind;
    if (byteCount > FEW_BYTES) copyBytes(target, source, byteCount);
    // The engine's own copying takes longer to begin than a few bytes take.
    else if (target <= source) for (let i = 0; i < byteCount; i++) setU8(target + i, u8(source + i));
    else for (let i = byteCount - 1; i >= 0; i--) setU8(target + i, u8(source + i));
    return;
  }
  for (let i = 0; i < count; i++) {
    PyUnicode_WRITE(toKind, to, toIndex + i, PyUnicode_READ(fromKind, from, fromIndex + i));
  }
}

/** _PyUnicode_FastCopyCharacters */
export function _PyUnicode_FastCopyCharacters(
  to: Borrowed,
  toStart: number,
  from: Borrowed,
  fromStart: number,
  count: number,
): void {
  copyCharacters(
    PyUnicode_KIND(to),
    PyUnicode_DATA(to),
    toStart,
    PyUnicode_KIND(from),
    PyUnicode_DATA(from),
    fromStart,
    count,
  );
}

/** _PyUnicode_FastFill */
export function _PyUnicode_FastFill(o: Borrowed, start: number, count: number, character: number): void {
  const kind = PyUnicode_KIND(o);
  const data = PyUnicode_DATA(o);
  if (kind === 1) fillBytes(data + start, character, count);
  else for (let i = start; i < start + count; i++) PyUnicode_WRITE(kind, data, i, character);
}

/** _PyUnicode_Copy: an exact str of its own. */
export function _PyUnicode_Copy(o: Borrowed): Owned {
  const length = PyUnicode_GET_LENGTH(o);
  const copy = PyUnicode_New(length, PyUnicode_MAX_CHAR_VALUE(o));
  if (copy !== 0 && length !== 0) copyBytes(PyUnicode_DATA(copy), PyUnicode_DATA(o), length * PyUnicode_KIND(o));
  return copy;
}

/** unicode_result_unchanged: the string itself, or an exact str for an instance of a subclass. */
export function unicodeUnchanged(o: Borrowed): Owned {
  return typeOf(o) === PyUnicode_Type ? newRef(o) : _PyUnicode_Copy(o);
}

/** PyUnicode_Substring; an end beyond the string is its end. */
export function PyUnicode_Substring(o: Borrowed, start: number, end: number): Owned {
  const length = PyUnicode_GET_LENGTH(o);
  const stop = Math.min(end, length);
  if (start === 0 && stop === length) return unicodeUnchanged(o);
  if (start >= length || stop < start) return emptyString;
  const data = PyUnicode_DATA(o);
  if (PyUnicode_IS_ASCII(o)) return _PyUnicode_FromASCII(data + start, stop - start);
  const kind = PyUnicode_KIND(o);
  return PyUnicode_FromKindAndData(kind, data + start * kind, stop - start);
}

/** The core of PyUnicode_Concat, for two strings. 0 when memory is exhausted or the sum is too long. */
export function unicodeConcat(left: Borrowed, right: Borrowed): Owned {
  if (left === emptyString) return unicodeUnchanged(right);
  if (right === emptyString) return unicodeUnchanged(left);
  const leftLength = PyUnicode_GET_LENGTH(left);
  const rightLength = PyUnicode_GET_LENGTH(right);
  const leftMax = PyUnicode_MAX_CHAR_VALUE(left);
  const rightMax = PyUnicode_MAX_CHAR_VALUE(right);
  const sum = PyUnicode_New(leftLength + rightLength, Math.max(leftMax, rightMax));
  if (sum === 0) return 0;
  _PyUnicode_FastCopyCharacters(sum, 0, left, 0, leftLength);
  _PyUnicode_FastCopyCharacters(sum, leftLength, right, 0, rightLength);
  return sum;
}

/** unicode_modifiable: nobody else can see a change. */
export function isModifiable(o: Borrowed): boolean {
  return (
    refcount(o) === 1 && typeOf(o) === PyUnicode_Type && isHashUnset(o + HASH) && (u8(o + STATE) & INTERNED_MASK) === 0
  );
}

/** resize_compact: a modifiable compact string gets another length, keeping its form; 0 and o untouched on failure. */
export function resizeCompact(o: Owned, length: number): Owned {
  const kind = PyUnicode_KIND(o);
  const isAscii = PyUnicode_IS_ASCII(o);
  const headBytes = isAscii ? ASCII_DATA : COMPACT_DATA;
  if (length > MAX_LENGTH / kind - headBytes) return 0;
  if (!isAscii && ptr(o + PyCompactUnicodeObject.utf8) !== 0) {
    objectFree(ptr(o + PyCompactUnicodeObject.utf8));
    setPtr(o + PyCompactUnicodeObject.utf8, 0);
    setSsize(o + PyCompactUnicodeObject.utf8_length, 0);
  }
  const moved = objectRealloc(o, headBytes + (length + 1) * kind);
  if (moved === 0) return 0;
  setSsize(moved + LENGTH, length);
  PyUnicode_WRITE(kind, moved + headBytes, length, 0);
  return moved;
}

/**
 * The core of PyUnicode_Append, for two strings: left + right, in place when nobody else holds left. Takes left's
 * reference. 0 when memory is exhausted; left is released then too.
 */
export function unicodeAppend(left: Owned, right: Borrowed): Owned {
  if (left === emptyString) return unicodeUnchanged(right);
  if (right === emptyString) return left;
  if (isModifiable(left) && PyUnicode_CheckExact(right) && PyUnicode_KIND(right) <= PyUnicode_KIND(left)) {
    // An ASCII string has no room for the longer head that other characters need.
    if (!(PyUnicode_IS_ASCII(left) && !PyUnicode_IS_ASCII(right))) {
      const leftLength = PyUnicode_GET_LENGTH(left);
      const rightLength = PyUnicode_GET_LENGTH(right);
      const sum = resizeCompact(left, leftLength + rightLength);
      if (sum === 0) decref(left);
      else _PyUnicode_FastCopyCharacters(sum, leftLength, right, 0, rightLength);
      return sum;
    }
  }
  const sum = unicodeConcat(left, right);
  decref(left);
  return sum;
}

// -- equality, order, hash ---------------------------------------------------------------------------------------------

/** _PyUnicode_EQ: same characters. */
export function _PyUnicode_EQ(a: Borrowed, b: Borrowed): boolean {
  if (a === b) return true;
  const length = i32(a + LENGTH);
  if (length !== i32(b + LENGTH)) return false;
  const kind = PyUnicode_KIND(a);
  if (kind !== PyUnicode_KIND(b)) return false;
  return equalBytes(PyUnicode_DATA(a), PyUnicode_DATA(b), length * kind);
}

/** PyUnicode_Compare by code points: -1, 0, 1. */
export function PyUnicode_Compare(a: Borrowed, b: Borrowed): -1 | 0 | 1 {
  if (a === b) return 0;
  const lengthA = i32(a + LENGTH);
  const lengthB = i32(b + LENGTH);
  const kindA = PyUnicode_KIND(a);
  const kindB = PyUnicode_KIND(b);
  const dataA = PyUnicode_DATA(a);
  const dataB = PyUnicode_DATA(b);
  const common = Math.min(lengthA, lengthB);
  for (let i = 0; i < common; i++) {
    const difference = PyUnicode_READ(kindA, dataA, i) - PyUnicode_READ(kindB, dataB, i);
    if (difference !== 0) return difference < 0 ? -1 : 1;
  }
  return lengthA === lengthB ? 0 : lengthA < lengthB ? -1 : 1;
}

/** _PyUnicode_EqualToASCIIString */
export function _PyUnicode_EqualToASCIIString(o: Borrowed, text: string): boolean {
  if (!PyUnicode_IS_ASCII(o) || PyUnicode_GET_LENGTH(o) !== text.length) return false;
  const data = PyUnicode_DATA(o);
  for (let i = 0; i < text.length; i++) if (u8(data + i) !== text.charCodeAt(i)) return false;
  return true;
}

/** unicode_hash, the tp_hash slot of str: SipHash of the characters' bytes, cached in the string. */
export function unicodeHash(o: Borrowed): 0 {
  if (isHashUnset(o + HASH)) cacheHash(o);
  return hashAnswerFrom(o + HASH);
}

/** Sees to it that PyASCIIObject.hash holds the hash. */
export function ensureHash(o: Borrowed): void {
  if (low(o + HASH) === -1 && high(o + HASH) === -1) cacheHash(o);
}

function cacheHash(o: Borrowed): void {
  const data = PyUnicode_DATA(o);
  const word = hashBytes(U8, data, data + i32(o + LENGTH) * PyUnicode_KIND(o));
  setI64(o + HASH, word, bytesHashHigh());
}

// -- the end of a life -------------------------------------------------------------------------------------------------

/** Frees what a string owns beside its own block: its UTF-8 form and characters that lie apart. */
export function freeStringParts(o: Owned): void {
  const state = u8(o + STATE);
  if ((state & COMPACT_ASCII) === COMPACT_ASCII) return;
  const utf8 = ptr(o + PyCompactUnicodeObject.utf8);
  if (utf8 !== 0 && utf8 !== PyUnicode_DATA(o)) objectFree(utf8);
  if ((state & STATE_COMPACT) === 0) {
    const data = ptr(o + PyUnicodeObject.data_any);
    if (data !== 0) objectFree(data);
  }
}
