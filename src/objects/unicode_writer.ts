// Builds a string piece by piece, as _PyUnicodeWriter does: the buffer is a str that grows by a quarter more than is
// asked for, and widens when a larger character comes.
//
// A writer is itself an object of the machine's memory (of a type that no program can reach), so a built-in that may be
// suspended between two pieces holds it in a native frame like any other pointer.
// Invariants: pos <= size; characters before pos are written; a read-only buffer is a string that others hold too.
// Functions answer false, or 0, when memory is exhausted, and set no error.
import { objectFree, objectMalloc } from "../memory/allocators.ts";
import { reserveStatic } from "../memory/data.ts";
import { type Address, type Borrowed, i32, type Owned, ptr, setI32, setPtr, setU8, u8 } from "../memory/memory.ts";
import { OBJECT_HEAD, struct } from "../memory/struct.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { text } from "../memory/text.ts";
import { decref, initImmortal, initObject, newRef, xdecref } from "./object.ts";
import { PyType_Type } from "./types.ts";
import {
  _PyUnicode_FastCopyCharacters,
  copyCharacters,
  emptyString,
  findMaxChar,
  latin1String,
  MAX_ASCII,
  PyUnicode_DATA,
  PyUnicode_GET_LENGTH,
  PyUnicode_KIND,
  PyUnicode_MAX_CHAR_VALUE,
  PyUnicode_New,
  PyUnicode_READ_CHAR,
  PyUnicode_WRITE,
  resizeCompact,
} from "./unicode_core.ts";

export const UnicodeWriter = struct("_PyUnicodeWriter", 56, {
  ...OBJECT_HEAD,
  buffer: [16, "ptr", "str being written, or null"],
  maxchar: [24, "u32", "largest character that the buffer may hold"],
  min_char: [28, "u32", "the buffer shall be able to hold at least this"],
  size: [32, "i32", "characters that the buffer has room for"],
  pos: [36, "i32", "characters written"],
  min_length: [40, "i32", "least size of a buffer"],
  overallocate: [44, "u8", "1 if more pieces will come"],
  readonly: [45, "u8", "1 if the buffer is somebody's string"],
});

const OVERALLOCATE_FACTOR = 4;
const writerType = reserveStatic(PyTypeObject.sizeof);
const dealloc = text("_PyUnicodeWriter_Dealloc", (writer: Address): void => {
  xdecref(ptr(writer + UnicodeWriter.buffer));
  objectFree(writer);
});

/** Fills the writers' type: at the making of the boot image. */
export function initializeUnicodeWriter(): void {
  initImmortal(writerType, PyType_Type);
  setPtr(writerType + PyTypeObject.tp_dealloc, dealloc);
}

/** A writer, to be finished or released with decref. minLength: room to take at once when the first piece comes. */
export function UnicodeWriter_New(overallocate: boolean, minLength = 0): Owned {
  const writer = objectMalloc(UnicodeWriter.sizeof);
  if (writer === 0) return 0;
  initObject(writer, writerType);
  setPtr(writer + UnicodeWriter.buffer, 0);
  setI32(writer + UnicodeWriter.maxchar, 0);
  setI32(writer + UnicodeWriter.min_char, MAX_ASCII);
  setI32(writer + UnicodeWriter.size, 0);
  setI32(writer + UnicodeWriter.pos, 0);
  setI32(writer + UnicodeWriter.min_length, minLength);
  setU8(writer + UnicodeWriter.overallocate, overallocate ? 1 : 0);
  setU8(writer + UnicodeWriter.readonly, 0);
  return writer;
}

/** Says whether more pieces will come. */
export function UnicodeWriter_SetOverallocate(writer: Borrowed, overallocate: boolean): void {
  setU8(writer + UnicodeWriter.overallocate, overallocate ? 1 : 0);
}

/** Characters written so far. */
export function UnicodeWriter_Length(writer: Borrowed): number {
  return i32(writer + UnicodeWriter.pos);
}

function setBuffer(writer: Borrowed, buffer: Owned): void {
  setPtr(writer + UnicodeWriter.buffer, buffer);
  setI32(writer + UnicodeWriter.maxchar, PyUnicode_MAX_CHAR_VALUE(buffer));
  setI32(writer + UnicodeWriter.size, PyUnicode_GET_LENGTH(buffer));
}

/** _PyUnicodeWriter_Prepare: room for `length` more characters up to `maxchar`. */
export function UnicodeWriter_Prepare(writer: Borrowed, length: number, maxchar: number): boolean {
  const size = i32(writer + UnicodeWriter.size);
  const pos = i32(writer + UnicodeWriter.pos);
  const oldMax = i32(writer + UnicodeWriter.maxchar);
  if (maxchar <= oldMax && length <= size - pos) return true;
  let wanted = pos + length;
  const newMax = Math.max(maxchar, i32(writer + UnicodeWriter.min_char));
  const buffer = ptr(writer + UnicodeWriter.buffer);
  if (buffer === 0 || wanted > size) {
    if (u8(writer + UnicodeWriter.overallocate) !== 0) wanted += Math.floor(wanted / OVERALLOCATE_FACTOR);
    wanted = Math.max(wanted, i32(writer + UnicodeWriter.min_length));
  } else wanted = size;
  if (buffer === 0) {
    const fresh = PyUnicode_New(wanted, newMax);
    if (fresh === 0) return false;
    setBuffer(writer, fresh);
    return true;
  }
  if (newMax > oldMax || u8(writer + UnicodeWriter.readonly) !== 0) {
    const wider = PyUnicode_New(wanted, Math.max(newMax, oldMax));
    if (wider === 0) return false;
    _PyUnicode_FastCopyCharacters(wider, 0, buffer, 0, pos);
    setBuffer(writer, wider);
    setU8(writer + UnicodeWriter.readonly, 0);
    decref(buffer);
    return true;
  }
  const longer = resizeCompact(buffer, wanted);
  if (longer === 0) return false;
  setBuffer(writer, longer);
  return true;
}

export function UnicodeWriter_WriteChar(writer: Borrowed, character: number): boolean {
  if (!UnicodeWriter_Prepare(writer, 1, character)) return false;
  const buffer = ptr(writer + UnicodeWriter.buffer);
  const pos = i32(writer + UnicodeWriter.pos);
  PyUnicode_WRITE(PyUnicode_KIND(buffer), PyUnicode_DATA(buffer), pos, character);
  setI32(writer + UnicodeWriter.pos, pos + 1);
  return true;
}

export function UnicodeWriter_WriteStr(writer: Borrowed, string: Borrowed): boolean {
  const length = PyUnicode_GET_LENGTH(string);
  if (length === 0) return true;
  const maxchar = PyUnicode_MAX_CHAR_VALUE(string);
  // A single piece becomes the result as it is.
  if (ptr(writer + UnicodeWriter.buffer) === 0 && u8(writer + UnicodeWriter.overallocate) === 0) {
    setU8(writer + UnicodeWriter.readonly, 1);
    setBuffer(writer, newRef(string));
    setI32(writer + UnicodeWriter.pos, length);
    return true;
  }
  return writeCharacters(writer, PyUnicode_KIND(string), PyUnicode_DATA(string), 0, length, maxchar);
}

/** _PyUnicodeWriter_WriteSubstring */
export function UnicodeWriter_WriteSubstring(writer: Borrowed, string: Borrowed, start: number, end: number): boolean {
  if (end <= start) return true;
  if (start === 0 && end === PyUnicode_GET_LENGTH(string)) return UnicodeWriter_WriteStr(writer, string);
  const kind = PyUnicode_KIND(string);
  const data = PyUnicode_DATA(string);
  let maxchar = PyUnicode_MAX_CHAR_VALUE(string);
  if (maxchar > i32(writer + UnicodeWriter.maxchar)) maxchar = findMaxChar(kind, data, start, end);
  return writeCharacters(writer, kind, data, start, end - start, maxchar);
}

function writeCharacters(
  writer: Borrowed,
  kind: number,
  data: Address,
  start: number,
  count: number,
  maxchar: number,
): boolean {
  if (!UnicodeWriter_Prepare(writer, count, maxchar)) return false;
  const buffer = ptr(writer + UnicodeWriter.buffer);
  const pos = i32(writer + UnicodeWriter.pos);
  copyCharacters(PyUnicode_KIND(buffer), PyUnicode_DATA(buffer), pos, kind, data, start, count);
  setI32(writer + UnicodeWriter.pos, pos + count);
  return true;
}

/** _PyUnicodeWriter_WriteASCIIString */
export function UnicodeWriter_WriteASCIIString(writer: Borrowed, ascii: string): boolean {
  if (!UnicodeWriter_Prepare(writer, ascii.length, MAX_ASCII)) return false;
  const buffer = ptr(writer + UnicodeWriter.buffer);
  if (buffer === 0) return true;
  const kind = PyUnicode_KIND(buffer);
  const data = PyUnicode_DATA(buffer);
  const pos = i32(writer + UnicodeWriter.pos);
  for (let i = 0; i < ascii.length; i++) PyUnicode_WRITE(kind, data, pos + i, ascii.charCodeAt(i));
  setI32(writer + UnicodeWriter.pos, pos + ascii.length);
  return true;
}

/** _PyUnicodeWriter_Finish: the string; the writer is released, whatever the answer. */
export function UnicodeWriter_Finish(writer: Owned): Owned {
  const length = i32(writer + UnicodeWriter.pos);
  let string = ptr(writer + UnicodeWriter.buffer);
  const readonly = u8(writer + UnicodeWriter.readonly) !== 0;
  setPtr(writer + UnicodeWriter.buffer, 0);
  decref(writer);
  if (length === 0) {
    xdecref(string);
    return emptyString;
  }
  if (readonly) return string;
  if (PyUnicode_GET_LENGTH(string) !== length) {
    const shorter = resizeCompact(string, length);
    if (shorter === 0) {
      decref(string);
      return 0;
    }
    string = shorter;
  }
  if (length === 1 && PyUnicode_KIND(string) === 1) {
    const character = PyUnicode_READ_CHAR(string, 0);
    decref(string);
    return latin1String(character);
  }
  return string;
}
