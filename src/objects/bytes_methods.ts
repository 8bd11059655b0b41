// The methods that bytes and bytearray share, made for each of the two from its form.
// Invariant: an argument's buffer is open while its bytes are read, and closed before the method answers.

import {
  type Address,
  type Borrowed,
  copyBytes,
  fillBytes,
  type Owned,
  ptr,
  setSsize,
  setU8,
  ssize,
  u8,
} from "../memory/memory.ts";
import { Py_buffer } from "../memory/structs/object.ts";
import { PyByteArrayObject } from "../memory/structs/text.ts";
import { hasIndex } from "./abstract.ts";
import { closeBuffer, type OpenBuffer, openBuffer, PyObject_CheckBuffer } from "./buffer.ts";
import { BYTES_DATA, byteObject, PyBytes_CheckExact as isExactBytes, PyBytes_FromStringAndSize } from "./bytes_core.ts";
import { bytesHex } from "./bytes_hex.ts";
import { encodingArgument } from "./codecs/names.ts";
import { PyUnicode_Decode } from "./codecs/objects.ts";
import { PyNumber_Index } from "./convert.ts";
import type { MethodRow } from "./declare.ts";
import { argumentTypeName, PyErr_Clear, PyErr_ExceptionMatches, PyErr_NoMemory, raise, typeNameOf } from "./errors.ts";
import { bool, longToNumber, PyLong_FromNumber } from "./long_core.ts";
import { decref, isBytes, isInstanceOf, isTuple, newRef, sizeOf } from "./object.ts";
import { bounds, readBounds, type TextForm } from "./text_form.ts";
import { countText, findCharacter, findLastText, findText } from "./text_search.ts";
import {
  STRIP_BOTH,
  STRIP_LEFT,
  STRIP_RIGHT,
  splitAtSpace,
  splitAtSpaceFromEnd,
  splitAtText,
  splitAtTextFromEnd,
  splitLines,
  stripText,
} from "./text_split.ts";
import { PyTuple_GET_ITEM, PyTuple_Pack } from "./tuple_core.ts";
import { Py_None, PyByteArray_Type, PyExc_BufferError, PyExc_TypeError, PyExc_ValueError } from "./types.ts";
import {
  type AsciiMapping,
  asciiCapital,
  asciiLower,
  asciiSwapped,
  asciiTitled,
  asciiUpper,
  isAsciiLetter,
  isAsciiLower,
  isAsciiUpper,
  mapAscii,
} from "./unicode_case.ts";
import { declareJoin } from "./unicode_join.ts";

/** As an exported buffer does: the bytearray keeps its size. */
function holdSize(o: Borrowed, by: 1 | -1): void {
  setSsize(o + PyByteArrayObject.ob_exports, ssize(o + PyByteArrayObject.ob_exports) + by);
}

/** bytes, or bytearray. */
export interface BytesForm extends TextForm {
  readonly name: "bytes" | "bytearray";
  /** A fresh object whose bytes the caller writes; 0 with an error set. */
  fresh(size: number): Owned;
  /** What a method gives when nothing changes. */
  same(o: Borrowed): Owned;
}

const MAX_LENGTH = 0x7fff0000;

export const isByteSpace = (c: number): boolean => c === 32 || (c >= 9 && c <= 13);
export const isByteLineBreak = (c: number): boolean => c === 10 || c === 13;
const isDigit = (c: number): boolean => c >= 0x30 && c <= 0x39;

/** One byte in memory of our own: where an int argument is read from. */
function openByteOrBuffer(o: Borrowed): OpenBuffer | null {
  if (hasIndex(o) && !PyObject_CheckBuffer(o)) {
    const byte = byteArgument(o, "byte must be in range(0, 256)");
    return byte < 0 ? null : { data: singleByte(byte), length: 1, view: 0 };
  }
  if (!PyObject_CheckBuffer(o)) {
    raise(PyExc_TypeError, `argument should be integer or bytes-like object, not '${typeNameOf(o)}'`);
    return null;
  }
  return openBuffer(o);
}

/** A byte from an int; -1 with an error set. */
export function byteArgument(o: Borrowed, message: string): number {
  const index = PyNumber_Index(o);
  if (index === 0) return -1;
  const value = longToNumber(index);
  decref(index);
  if (value >= 0 && value <= 255) return value;
  raise(PyExc_ValueError, message);
  return -1;
}

const singleByte = (byte: number): Address => byteObject(byte) + BYTES_DATA;

/** Runs with an argument's bytes; 0 with an error set when it has none. */
/** exporter: what the buffer says that it is of, which need not be the object itself. */
function withBytes(o: Borrowed, run: (data: Address, length: number, exporter: Borrowed) => Owned): Owned {
  const buffer = openBuffer(o);
  if (buffer === null) return 0;
  const exporter = buffer.view === 0 ? o : ptr(buffer.view + Py_buffer.obj);
  const result = run(buffer.data, buffer.length, exporter);
  closeBuffer(buffer);
  return result;
}

const number = (value: number): Owned => PyLong_FromNumber(value) || PyErr_NoMemory();

function three(a: Owned, b: Owned, c: Owned): Owned {
  const result = a === 0 || b === 0 || c === 0 ? 0 : PyTuple_Pack(a, b, c);
  for (const part of [a, b, c]) if (part !== 0) decref(part);
  return result || PyErr_NoMemory();
}

/** x in bytes: 1, 0, -1. */
export function bytesContains(form: TextForm, o: Borrowed, what: Borrowed): number {
  if (hasIndex(what) && !PyObject_CheckBuffer(what)) {
    const byte = byteArgument(what, "byte must be in range(0, 256)");
    if (byte < 0) return -1;
    return findCharacter(1, form.data(o), 0, form.length(o), byte) >= 0 ? 1 : 0;
  }
  const buffer = openBuffer(what);
  if (buffer === null) return -1;
  const found = findText(1, form.data(o), 0, form.length(o), 1, buffer.data, buffer.length);
  closeBuffer(buffer);
  return found >= 0 ? 1 : 0;
}

/** a + b of bytes-like objects, of the form's type; 0 with an error set. */
export function bytesConcat(form: BytesForm, a: Borrowed, b: Borrowed): Owned {
  const left = openBuffer(a);
  const right = left === null ? null : openBuffer(b);
  if (left === null || right === null) {
    if (left !== null) closeBuffer(left);
    if (PyErr_ExceptionMatches(PyExc_TypeError)) {
      PyErr_Clear();
      return raise(PyExc_TypeError, `can't concat ${typeNameOf(b)} to ${typeNameOf(a)}`);
    }
    return 0;
  }
  const result = form.fresh(left.length + right.length);
  if (result !== 0) {
    copyBytes(form.data(result), left.data, left.length);
    copyBytes(form.data(result) + left.length, right.data, right.length);
  }
  closeBuffer(right);
  closeBuffer(left);
  return result;
}

/** The rows of the method table that both types have. */
export function sharedMethods(form: BytesForm): MethodRow[] {
  type Search = typeof findText;

  function search(run: Search, o: Borrowed, what: Borrowed, start: Borrowed, end: Borrowed): number | null {
    if (!readBounds(start, end, form.length(o))) return null;
    const { start: from, end: to } = bounds;
    const buffer = openByteOrBuffer(what);
    if (buffer === null) return null;
    const found = run(1, form.data(o), from, to, 1, buffer.data, buffer.length);
    closeBuffer(buffer);
    return found;
  }

  function searchMethod(run: Search, mustFind: boolean) {
    return (o: Borrowed, what: Borrowed, start: Borrowed, end: Borrowed): Owned => {
      const found = search(run, o, what, start, end);
      if (found === null) return 0;
      return found < 0 && mustFind ? raise(PyExc_ValueError, "subsection not found") : number(found);
    };
  }

  /** 1, 0, -1 with an error set. */
  function matches(o: Borrowed, what: Borrowed, start: number, end: number, atEnd: boolean): number {
    const buffer = openBuffer(what);
    if (buffer === null) return -1;
    const { data, length } = buffer;
    let equal = end - start >= length;
    const from = form.data(o) + (atEnd ? end - length : start);
    for (let i = 0; equal && i < length; i++) equal = u8(from + i) === u8(data + i);
    closeBuffer(buffer);
    return equal ? 1 : 0;
  }

  function matchMethod(name: string, atEnd: boolean) {
    return (o: Borrowed, what: Borrowed, start: Borrowed, end: Borrowed): Owned => {
      if (!readBounds(start, end, form.length(o))) return 0;
      const { start: from, end: to } = bounds;
      if (isTuple(what)) {
        for (let i = 0; i < sizeOf(what); i++) {
          const equal = matches(o, PyTuple_GET_ITEM(what, i), from, to, atEnd);
          if (equal !== 0) return equal < 0 ? 0 : bool(true);
        }
        return bool(false);
      }
      const equal = matches(o, what, from, to, atEnd);
      if (equal >= 0) return bool(equal > 0);
      if (PyErr_ExceptionMatches(PyExc_TypeError)) {
        raise(PyExc_TypeError, `${name} first arg must be bytes or a tuple of bytes, not ${typeNameOf(what)}`);
      }
      return 0;
    };
  }

  function removeMethod(atEnd: boolean) {
    return (o: Borrowed, what: Borrowed): Owned => {
      const length = form.length(o);
      const equal = matches(o, what, 0, length, atEnd);
      if (equal < 0) return 0;
      if (equal === 0) return form.slice(o, 0, length);
      return withBytes(what, (_data, count) =>
        atEnd ? form.slice(o, 0, length - count) : form.slice(o, count, length),
      );
    };
  }

  function splitMethod(fromEnd: boolean) {
    return (o: Borrowed, separator: Borrowed, maxsplit: number): Owned => {
      const maxCount = maxsplit < 0 ? MAX_LENGTH : maxsplit;
      if (separator === 0 || separator === Py_None) {
        return fromEnd ? splitAtSpaceFromEnd(form, o, maxCount) : splitAtSpace(form, o, maxCount);
      }
      return withBytes(separator, (data, length) => {
        if (length === 0) return raise(PyExc_ValueError, "empty separator");
        return (fromEnd ? splitAtTextFromEnd : splitAtText)(form, o, 1, data, length, maxCount);
      });
    };
  }

  function partitionMethod(run: Search, fromEnd: boolean) {
    return (o: Borrowed, separator: Borrowed): Owned =>
      withBytes(separator, (data, count, exporter) => {
        if (count === 0) return raise(PyExc_ValueError, "empty separator");
        const length = form.length(o);
        const at = run(1, form.data(o), 0, length, 1, data, count);
        if (at < 0) {
          const whole = form.slice(o, 0, length);
          return fromEnd ? three(form.fresh(0), form.fresh(0), whole) : three(whole, form.fresh(0), form.fresh(0));
        }
        const middle = form.name === "bytes" ? newRef(exporter) : copied(data, count);
        return three(form.slice(o, 0, at), middle, form.slice(o, at + count, length));
      });
  }

  function copied(data: Address, length: number): Owned {
    const result = form.fresh(length);
    if (result !== 0) copyBytes(form.data(result), data, length);
    return result;
  }

  function stripMethod(sides: number) {
    return (o: Borrowed, what: Borrowed): Owned => {
      if (what === 0 || what === Py_None) return stripText(form, o, sides, isByteSpace);
      return withBytes(what, (data, length) =>
        stripText(form, o, sides, (c) => findCharacter(1, data, 0, length, c) >= 0),
      );
    };
  }

  function replace(o: Borrowed, old: Borrowed, replacement: Borrowed, maxCount: number): Owned {
    return withBytes(old, (oldData, oldLength) =>
      withBytes(replacement, (newData, newLength) => {
        const data = form.data(o);
        const length = form.length(o);
        const limit = maxCount < 0 ? MAX_LENGTH : maxCount;
        const count = countText(1, data, 0, length, 1, oldData, oldLength, limit);
        if (count === 0 || length < oldLength) return form.same(o);
        const size = length + count * (newLength - oldLength);
        if (size > MAX_LENGTH) return PyErr_NoMemory();
        const result = form.fresh(size);
        if (result === 0) return 0;
        let to = form.data(result);
        let from = 0;
        for (let done = 0; done < count; done++) {
          const found = oldLength === 0 ? done : findText(1, data, from, length, 1, oldData, oldLength);
          copyBytes(to, data + from, found - from);
          to += found - from;
          copyBytes(to, newData, newLength);
          to += newLength;
          from = found + oldLength;
        }
        copyBytes(to, data + from, length - from);
        return result;
      }),
    );
  }

  /** The byte of a fill argument; -1 with an error set. */
  function fillByte(method: string, fill: Borrowed): number {
    if (fill === 0) return 0x20;
    if (isBytes(fill) || isInstanceOf(fill, PyByteArray_Type)) {
      const buffer = openBuffer(fill);
      if (buffer === null) return -1;
      const byte = buffer.length === 1 ? u8(buffer.data) : -1;
      closeBuffer(buffer);
      if (byte >= 0) return byte;
    }
    raise(PyExc_TypeError, `${method}() argument 2 must be a byte string of length 1, not ${argumentTypeName(fill)}`);
    return -1;
  }

  function pad(o: Borrowed, left: number, right: number, fill: number): Owned {
    const length = form.length(o);
    const result = form.fresh(left + length + right);
    if (result === 0) return 0;
    const to = form.data(result);
    fillBytes(to, fill, left);
    copyBytes(to + left, form.data(o), length);
    fillBytes(to + left + length, fill, right);
    return result;
  }

  function padMethod(name: string, leftOf: (margin: number, width: number) => number) {
    return (o: Borrowed, width: number, fill: Borrowed): Owned => {
      const byte = fillByte(name, fill);
      if (byte < 0) return 0;
      const margin = width - form.length(o);
      if (margin <= 0) return form.same(o);
      const left = leftOf(margin, width);
      return pad(o, left, margin - left, byte);
    };
  }

  function zfill(o: Borrowed, width: number): Owned {
    const length = form.length(o);
    const fill = width - length;
    if (fill <= 0) return form.same(o);
    const result = pad(o, fill, 0, 0x30);
    if (result === 0 || length === 0) return result;
    const to = form.data(result);
    const sign = u8(to + fill);
    if (sign === 0x2b || sign === 0x2d) {
      setU8(to, sign);
      setU8(to + fill, 0x30);
    }
    return result;
  }

  function expandtabs(o: Borrowed, tabSize: number): Owned {
    const data = form.data(o);
    const length = form.length(o);
    const run = (write: ((at: number, byte: number, count: number) => void) | null): number => {
      let total = 0;
      let column = 0;
      for (let i = 0; i < length; i++) {
        const c = u8(data + i);
        if (c === 9) {
          const step = tabSize > 0 ? tabSize - (column % tabSize) : 0;
          write?.(total, 0x20, step);
          total += step;
          column += step;
        } else {
          write?.(total, c, 1);
          total++;
          column = c === 10 || c === 13 ? 0 : column + 1;
        }
      }
      return total;
    };
    const total = run(null);
    if (total > MAX_LENGTH) return PyErr_NoMemory();
    const result = form.fresh(total);
    if (result !== 0) {
      const to = form.data(result);
      run((at, byte, count) => fillBytes(to + at, byte, count));
    }
    return result;
  }

  function mapMethod(map: AsciiMapping) {
    return (o: Borrowed): Owned => {
      const result = form.fresh(form.length(o));
      if (result !== 0) mapAscii(form.data(result), form.data(o), form.length(o), map);
      return result;
    };
  }

  function allMethod(test: (c: number) => boolean) {
    return (o: Borrowed): Owned => {
      const data = form.data(o);
      const length = form.length(o);
      for (let i = 0; i < length; i++) if (!test(u8(data + i))) return bool(false);
      return bool(length > 0);
    };
  }

  function caseMethod(wanted: (c: number) => boolean, refused: (c: number) => boolean) {
    return (o: Borrowed): Owned => {
      const data = form.data(o);
      let cased = false;
      for (let i = 0; i < form.length(o); i++) {
        const c = u8(data + i);
        if (refused(c)) return bool(false);
        if (wanted(c)) cased = true;
      }
      return bool(cased);
    };
  }

  function isascii(o: Borrowed): Owned {
    const data = form.data(o);
    for (let i = 0; i < form.length(o); i++) if (u8(data + i) > 0x7f) return bool(false);
    return bool(true);
  }

  function istitle(o: Borrowed): Owned {
    const data = form.data(o);
    let cased = false;
    let inWord = false;
    for (let i = 0; i < form.length(o); i++) {
      const c = u8(data + i);
      if (isAsciiLetter(c)) {
        if (isAsciiUpper(c) === inWord) return bool(false);
        inWord = true;
        cased = true;
      } else inWord = false;
    }
    return bool(cased);
  }

  function translate(o: Borrowed, table: Borrowed, deleted: Borrowed): Owned {
    const run = (map: Address, drop: Address, dropLength: number): Owned => {
      const data = form.data(o);
      const length = form.length(o);
      const kept: number[] = [];
      let changed = false;
      for (let c = 0; c < 256; c++) {
        const gone = findCharacter(1, drop, 0, dropLength, c) >= 0;
        kept.push(gone ? -1 : map === 0 ? c : u8(map + c));
      }
      let size = 0;
      for (let i = 0; i < length; i++) {
        const c = u8(data + i);
        if (kept[c] >= 0) size++;
        if (kept[c] !== c) changed = true;
      }
      if (!changed && form.name === "bytes") return form.same(o);
      const result = form.fresh(size);
      if (result === 0) return 0;
      let to = form.data(result);
      for (let i = 0; i < length; i++) {
        const c = kept[u8(data + i)];
        if (c >= 0) setU8(to++, c);
      }
      return result;
    };
    const withMap = (map: Address): Owned =>
      deleted === 0 ? run(map, 0, 0) : withBytes(deleted, (drop, dropLength) => run(map, drop, dropLength));
    if (table === Py_None) return withMap(0);
    return withBytes(table, (map, length) => {
      if (length !== 256) return raise(PyExc_ValueError, "translation table must be 256 characters long");
      return withMap(map);
    });
  }

  function decode(o: Borrowed, encoding: Borrowed, errors: Borrowed): Owned {
    const encodingText = encodingArgument("decode", "encoding", encoding);
    if (encodingText === null) return 0;
    const errorsText = encodingArgument("decode", "errors", errors);
    if (errorsText === null) return 0;
    return PyUnicode_Decode(form.data(o), form.length(o), encodingText, errorsText);
  }

  function joinItems(separator: Borrowed, items: Address, count: number): Owned {
    if (count === 1 && form.name === "bytes" && isExactBytes(ptr(items))) return newRef(ptr(items));
    const separatorLength = form.length(separator);
    let size = count > 1 ? separatorLength * (count - 1) : 0;
    const buffers: OpenBuffer[] = [];
    const done = (result: Owned): Owned => {
      for (let i = buffers.length - 1; i >= 0; i--) closeBuffer(buffers[i]);
      return result;
    };
    for (let i = 0; i < count; i++) {
      const buffer = openBuffer(ptr(items + i * 8));
      if (buffer === null) {
        if (!PyErr_ExceptionMatches(PyExc_BufferError)) {
          raise(
            PyExc_TypeError,
            `sequence item ${i}: expected a bytes-like object, ${typeNameOf(ptr(items + i * 8), 80)} found`,
          );
        }
        return done(0);
      }
      buffers.push(buffer);
      size += buffer.length;
    }
    if (size > MAX_LENGTH) return done(PyErr_NoMemory());
    const result = form.fresh(size);
    if (result === 0) return done(0);
    let to = form.data(result);
    buffers.forEach((buffer, i) => {
      if (i > 0) {
        copyBytes(to, form.data(separator), separatorLength);
        to += separatorLength;
      }
      copyBytes(to, buffer.data, buffer.length);
      to += buffer.length;
    });
    return done(result);
  }

  return [
    ["capitalize", "()", mapMethod(asciiCapital)],
    ["center", "(width: ssize, fillchar=b' ', /)", padMethod("center", (m, w) => (m >> 1) + (m & w & 1))],
    [
      "count",
      "(sub[, start[, end]], /)",
      (o: Borrowed, what: Borrowed, start: Borrowed, end: Borrowed): Owned => {
        const count = search(countText, o, what, start, end);
        return count === null ? 0 : number(count);
      },
    ],
    ["decode", "(encoding='utf-8', errors='strict')", decode],
    ["endswith", "(suffix[, start[, end]], /)", matchMethod("endswith", true)],
    ["expandtabs", "(tabsize: int = 8)", expandtabs],
    ["find", "(sub[, start[, end]], /)", searchMethod(findText, false)],
    [
      "hex",
      "(sep=<unrepresentable>, bytes_per_sep: int = 1)",
      (o: Borrowed, separator: Borrowed, group: number): Owned =>
        bytesHex(form.data(o), form.length(o), separator, group),
    ],
    ["index", "(sub[, start[, end]], /)", searchMethod(findText, true)],
    ["isalnum", "()", allMethod((c) => isAsciiLetter(c) || isDigit(c))],
    ["isalpha", "()", allMethod(isAsciiLetter)],
    ["isascii", "()", isascii],
    ["isdigit", "()", allMethod(isDigit)],
    ["islower", "()", caseMethod(isAsciiLower, isAsciiUpper)],
    ["isspace", "()", allMethod(isByteSpace)],
    ["istitle", "()", istitle],
    ["isupper", "()", caseMethod(isAsciiUpper, isAsciiLower)],
    [
      "join",
      "(iterable_of_bytes, /)",
      declareJoin(`${form.name}.join`, joinItems, form.name === "bytearray" ? holdSize : undefined),
    ],
    ["ljust", "(width: ssize, fillchar=b' ', /)", padMethod("ljust", () => 0)],
    ["lower", "()", mapMethod(asciiLower)],
    ["lstrip", "(bytes=None, /)", stripMethod(STRIP_LEFT)],
    ["maketrans", "@staticmethod (frm, to, /)", maketrans],
    ["partition", "(sep, /)", partitionMethod(findText, false)],
    ["replace", "(old, new, count: ssize = -1, /)", replace],
    ["removeprefix", "(prefix, /)", removeMethod(false)],
    ["removesuffix", "(suffix, /)", removeMethod(true)],
    ["rfind", "(sub[, start[, end]], /)", searchMethod(findLastText, false)],
    ["rindex", "(sub[, start[, end]], /)", searchMethod(findLastText, true)],
    ["rjust", "(width: ssize, fillchar=b' ', /)", padMethod("rjust", (m) => m)],
    ["rpartition", "(sep, /)", partitionMethod(findLastText, true)],
    ["rsplit", "(sep=None, maxsplit: ssize = -1)", splitMethod(true)],
    ["rstrip", "(bytes=None, /)", stripMethod(STRIP_RIGHT)],
    ["split", "(sep=None, maxsplit: ssize = -1)", splitMethod(false)],
    [
      "splitlines",
      "(keepends: bool = False)",
      (o: Borrowed, keepEnds: number): Owned => splitLines(form, o, keepEnds !== 0),
    ],
    ["startswith", "(prefix[, start[, end]], /)", matchMethod("startswith", false)],
    ["strip", "(bytes=None, /)", stripMethod(STRIP_BOTH)],
    ["swapcase", "()", mapMethod(asciiSwapped)],
    ["title", "()", mapMethod(asciiTitled)],
    ["translate", "(table, /, delete=b'')", translate],
    ["upper", "()", mapMethod(asciiUpper)],
    ["zfill", "(width: ssize, /)", zfill],
  ];
}

function maketrans(_self: Borrowed, from: Borrowed, to: Borrowed): Owned {
  return withBytes(from, (fromData, fromLength) =>
    withBytes(to, (toData, toLength) => {
      if (fromLength !== toLength) return raise(PyExc_ValueError, "maketrans arguments must have same length");
      const table = PyBytes_FromStringAndSize(0, 256);
      if (table === 0) return 0;
      for (let c = 0; c < 256; c++) setU8(table + BYTES_DATA + c, c);
      for (let i = 0; i < fromLength; i++) setU8(table + BYTES_DATA + u8(fromData + i), u8(toData + i));
      return table;
    }),
  );
}

/** The shared methods and a type's own, both sorted by name but for a few, as one table. */
export function mergedByName(shared: readonly MethodRow[], own: readonly MethodRow[]): MethodRow[] {
  const rows: MethodRow[] = [];
  let i = 0;
  for (const row of own) {
    while (i < shared.length && shared[i][0] < row[0]) rows.push(shared[i++]);
    rows.push(row);
  }
  return [...rows, ...shared.slice(i)];
}
