// The methods of str that search, cut, pad and test. Case is in unicode_case.ts, translation in unicode_translate.ts,
// format in string_format.ts.

import {
  ALPHA,
  characterFlags,
  DECIMAL,
  DIGIT,
  isLineBreak,
  isSpace,
  LOWER,
  NUMERIC,
  PRINTABLE,
  SPACE,
  TITLE,
  UPPER,
} from "../base/unicode/properties.ts";
import type { Borrowed, Owned } from "../memory/memory.ts";
import { pushStr } from "./abstract.ts";
import { encodingArgument } from "./codecs/names.ts";
import { PyUnicode_AsEncodedString } from "./codecs/objects.ts";
import type { MethodRow } from "./declare.ts";
import { rowsInOrder } from "./declare.ts";
import { PyErr_NoMemory, raise, typeNameOf } from "./errors.ts";
import { formatString } from "./format_spec.ts";
import { listAppendSteal, newListWithRoom } from "./list_core.ts";
import { bool, PyLong_FromNumber } from "./long_core.ts";
import { decref, isTuple, isUnicode, newRef, sizeOf } from "./object.ts";
import { pushFormatMap, pushFormatMethod } from "./string_format.ts";
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
import { Py_None, PyExc_TypeError, PyExc_ValueError } from "./types.ts";
import { strCaseMethods } from "./unicode_case.ts";
import {
  _PyUnicode_FastFill,
  copyCharacters,
  emptyString,
  findMaxChar,
  freshFromKindAndData,
  PyUnicode_DATA,
  PyUnicode_GET_LENGTH,
  PyUnicode_IS_ASCII,
  PyUnicode_KIND,
  PyUnicode_MAX_CHAR_VALUE,
  PyUnicode_New,
  PyUnicode_READ_CHAR,
  PyUnicode_Substring,
  PyUnicode_READ as read,
  unicodeUnchanged,
  PyUnicode_WRITE as write,
} from "./unicode_core.ts";
import { isIdentifier } from "./unicode_identifier.ts";
import { pushUnicodeJoin } from "./unicode_join.ts";
import { strTranslateMethods } from "./unicode_translate.ts";

const MAX_LENGTH = 0x7fff0000;

const unchanged = (o: Borrowed): Owned => unicodeUnchanged(o) || PyErr_NoMemory();

// -- the form ----------------------------------------------------------------------------------------------------------

export const strForm: TextForm = {
  kind: PyUnicode_KIND,
  data: PyUnicode_DATA,
  length: PyUnicode_GET_LENGTH,
  slice: (o, start, end) => PyUnicode_Substring(o, start, end) || PyErr_NoMemory(),
  isSpace,
  isLineBreak,
};

/** False with TypeError set when an argument is no str. */
function mustBeStr(name: string, argument: string, o: Borrowed): boolean {
  if (isUnicode(o)) return true;
  raise(PyExc_TypeError, `${name}() ${argument} must be str, not ${o === Py_None ? "None" : typeNameOf(o)}`);
  return false;
}

/** "must be str, not X" of a method that takes one thing only. */
function ensureStr(o: Borrowed): boolean {
  if (isUnicode(o)) return true;
  raise(PyExc_TypeError, `must be str, not ${typeNameOf(o)}`);
  return false;
}

// -- search ------------------------------------------------------------------------------------------------------------

type Search = typeof findText;

/** The index, -1 when there is none, null with an error set. */
function search(name: string, run: Search, o: Borrowed, part: Borrowed, start: Borrowed, end: Borrowed): number | null {
  if (!mustBeStr(name, "argument 1", part)) return null;
  if (!readBounds(start, end, PyUnicode_GET_LENGTH(o))) return null;
  return run(
    PyUnicode_KIND(o),
    PyUnicode_DATA(o),
    bounds.start,
    bounds.end,
    PyUnicode_KIND(part),
    PyUnicode_DATA(part),
    PyUnicode_GET_LENGTH(part),
  );
}

function searchMethod(name: string, run: Search, mustFind: boolean) {
  return (o: Borrowed, part: Borrowed, start: Borrowed, end: Borrowed): Owned => {
    const index = search(name, run, o, part, start, end);
    if (index === null) return 0;
    if (index < 0 && mustFind) return raise(PyExc_ValueError, "substring not found");
    return PyLong_FromNumber(index) || PyErr_NoMemory();
  };
}

/** PyUnicode_Tailmatch of clipped bounds: does o[start:end] begin, or end, with part? */
function matchesAt(o: Borrowed, part: Borrowed, start: number, end: number, atEnd: boolean): boolean {
  const length = PyUnicode_GET_LENGTH(part);
  if (end - start < length) return false;
  if (length === 0) return true;
  const kind = PyUnicode_KIND(o);
  const data = PyUnicode_DATA(o);
  const partKind = PyUnicode_KIND(part);
  const partData = PyUnicode_DATA(part);
  if (partKind > kind) return false;
  const from = atEnd ? end - length : start;
  for (let i = 0; i < length; i++) if (read(kind, data, from + i) !== read(partKind, partData, i)) return false;
  return true;
}

function matchMethod(name: string, atEnd: boolean) {
  return (o: Borrowed, what: Borrowed, start: Borrowed, end: Borrowed): Owned => {
    if (!readBounds(start, end, PyUnicode_GET_LENGTH(o))) return 0;
    const { start: first, end: last } = bounds;
    if (isTuple(what)) {
      const count = sizeOf(what);
      for (let i = 0; i < count; i++) {
        const part = PyTuple_GET_ITEM(what, i);
        if (!isUnicode(part)) {
          return raise(PyExc_TypeError, `tuple for ${name} must only contain str, not ${typeNameOf(part)}`);
        }
        if (matchesAt(o, part, first, last, atEnd)) return bool(true);
      }
      return bool(false);
    }
    if (!isUnicode(what)) {
      return raise(PyExc_TypeError, `${name} first arg must be str or a tuple of str, not ${typeNameOf(what)}`);
    }
    return bool(matchesAt(o, what, first, last, atEnd));
  };
}

function removeprefix(o: Borrowed, prefix: Borrowed): Owned {
  if (!mustBeStr("removeprefix", "argument", prefix)) return 0;
  const length = PyUnicode_GET_LENGTH(o);
  if (!matchesAt(o, prefix, 0, length, false)) return unchanged(o);
  return strForm.slice(o, PyUnicode_GET_LENGTH(prefix), length);
}

function removesuffix(o: Borrowed, suffix: Borrowed): Owned {
  if (!mustBeStr("removesuffix", "argument", suffix)) return 0;
  const length = PyUnicode_GET_LENGTH(o);
  if (!matchesAt(o, suffix, 0, length, true)) return unchanged(o);
  return strForm.slice(o, 0, length - PyUnicode_GET_LENGTH(suffix));
}

// -- cutting -----------------------------------------------------------------------------------------------------------

function listOfOne(item: Owned): Owned {
  const list = newListWithRoom(1);
  if (list === 0) decref(item);
  else listAppendSteal(list, item);
  return list;
}

function splitMethod(fromEnd: boolean) {
  return (o: Borrowed, separator: Borrowed, maxsplit: number): Owned => {
    // Where no count is given, what there can be at most decides how much room the list takes at first.
    const size = PyUnicode_GET_LENGTH(o);
    if (separator === 0 || separator === Py_None) {
      const maxCount = maxsplit < 0 ? Math.trunc((size - 1) / 2) + 1 : maxsplit;
      return fromEnd ? splitAtSpaceFromEnd(strForm, o, maxCount) : splitAtSpace(strForm, o, maxCount);
    }
    if (!isUnicode(separator)) {
      return raise(PyExc_TypeError, `must be str or None, not ${typeNameOf(separator)}`);
    }
    const length = PyUnicode_GET_LENGTH(separator);
    if (length === 0) return raise(PyExc_ValueError, "empty separator");
    if (PyUnicode_KIND(o) < PyUnicode_KIND(separator) || size < length) return listOfOne(unchanged(o));
    const maxCount = maxsplit < 0 ? Math.trunc(size / length) + 1 : maxsplit;
    const split = fromEnd ? splitAtTextFromEnd : splitAtText;
    return split(strForm, o, PyUnicode_KIND(separator), PyUnicode_DATA(separator), length, maxCount);
  };
}

export const PyUnicode_Split = splitMethod(false);
export const PyUnicode_RSplit = splitMethod(true);

export function PyUnicode_Splitlines(o: Borrowed, keepEnds: number): Owned {
  return splitLines(strForm, o, keepEnds !== 0);
}

function threeParts(a: Owned, b: Owned, c: Owned): Owned {
  const result = a === 0 || b === 0 || c === 0 ? 0 : PyTuple_Pack(a, b, c);
  for (const part of [a, b, c]) if (part !== 0) decref(part);
  return result || PyErr_NoMemory();
}

function partitionMethod(run: Search, fromEnd: boolean) {
  return (o: Borrowed, separator: Borrowed): Owned => {
    if (!ensureStr(separator)) return 0;
    const length = PyUnicode_GET_LENGTH(o);
    const separatorLength = PyUnicode_GET_LENGTH(separator);
    if (separatorLength === 0) return raise(PyExc_ValueError, "empty separator");
    const at = run(
      PyUnicode_KIND(o),
      PyUnicode_DATA(o),
      0,
      length,
      PyUnicode_KIND(separator),
      PyUnicode_DATA(separator),
      separatorLength,
    );
    if (at < 0) {
      return fromEnd
        ? threeParts(emptyString, emptyString, unchanged(o))
        : threeParts(unchanged(o), emptyString, emptyString);
    }
    return threeParts(strForm.slice(o, 0, at), newRef(separator), strForm.slice(o, at + separatorLength, length));
  };
}

function stripMethod(name: string, sides: number) {
  return (o: Borrowed, characters: Borrowed): Owned => {
    if (characters === 0 || characters === Py_None) return stripText(strForm, o, sides, isSpace);
    if (!isUnicode(characters)) return raise(PyExc_TypeError, `${name} arg must be None or str`);
    const kind = PyUnicode_KIND(characters);
    const data = PyUnicode_DATA(characters);
    const length = PyUnicode_GET_LENGTH(characters);
    return stripText(strForm, o, sides, (c) => findCharacter(kind, data, 0, length, c) >= 0);
  };
}

// -- replace -----------------------------------------------------------------------------------------------------------

/** unicode_adjust_maxchar: the same characters in the smallest form. Takes o. */
function smallest(o: Owned): Owned {
  const kind = PyUnicode_KIND(o);
  const length = PyUnicode_GET_LENGTH(o);
  const maxchar = findMaxChar(kind, PyUnicode_DATA(o), 0, length);
  if (maxchar === PyUnicode_MAX_CHAR_VALUE(o)) return o;
  const result = freshFromKindAndData(kind, PyUnicode_DATA(o), length);
  decref(o);
  return result || PyErr_NoMemory();
}

/** PyUnicode_Replace; maxCount < 0: all. */
export function PyUnicode_Replace(o: Borrowed, old: Borrowed, replacement: Borrowed, maxCount: number): Owned {
  const length = PyUnicode_GET_LENGTH(o);
  const oldLength = PyUnicode_GET_LENGTH(old);
  const newLength = PyUnicode_GET_LENGTH(replacement);
  const limit = maxCount < 0 ? MAX_LENGTH : maxCount;
  if (limit === 0 || length < oldLength || old === replacement) return unchanged(o);
  const kind = PyUnicode_KIND(o);
  const data = PyUnicode_DATA(o);
  const oldKind = PyUnicode_KIND(old);
  const oldData = PyUnicode_DATA(old);
  const count = countText(kind, data, 0, length, oldKind, oldData, oldLength, limit);
  if (count === 0) return unchanged(o);
  const resultLength = length + count * (newLength - oldLength);
  if (resultLength === 0) return emptyString;
  if (resultLength > MAX_LENGTH) return PyErr_NoMemory();
  const ownMax = PyUnicode_MAX_CHAR_VALUE(o);
  const newMax = PyUnicode_MAX_CHAR_VALUE(replacement);
  const result = PyUnicode_New(resultLength, Math.max(ownMax, newMax));
  if (result === 0) return PyErr_NoMemory();
  const toKind = PyUnicode_KIND(result);
  const to = PyUnicode_DATA(result);
  const newKind = PyUnicode_KIND(replacement);
  const newData = PyUnicode_DATA(replacement);
  let at = 0;
  let from = 0;
  for (let done = 0; done < count; done++) {
    // An empty pattern stands before each character and at the end.
    const found = oldLength === 0 ? done : findText(kind, data, from, length, oldKind, oldData, oldLength);
    copyCharacters(toKind, to, at, kind, data, from, found - from);
    at += found - from;
    copyCharacters(toKind, to, at, newKind, newData, 0, newLength);
    at += newLength;
    from = found + oldLength;
  }
  copyCharacters(toKind, to, at, kind, data, from, length - from);
  return newMax < ownMax ? smallest(result) : result;
}

function replace(o: Borrowed, old: Borrowed, replacement: Borrowed, count: number): Owned {
  if (!mustBeStr("replace", "argument 1", old) || !mustBeStr("replace", "argument 2", replacement)) return 0;
  return PyUnicode_Replace(o, old, replacement, count);
}

// -- padding -----------------------------------------------------------------------------------------------------------

/** pad() of unicodeobject.c: o between `left` and `right` times the fill. */
function pad(o: Borrowed, left: number, right: number, fill: number): Owned {
  const before = Math.max(left, 0);
  const after = Math.max(right, 0);
  if (before === 0 && after === 0) return unchanged(o);
  const length = PyUnicode_GET_LENGTH(o);
  if (before + after + length > MAX_LENGTH) return PyErr_NoMemory();
  const result = PyUnicode_New(before + length + after, Math.max(PyUnicode_MAX_CHAR_VALUE(o), fill));
  if (result === 0) return PyErr_NoMemory();
  if (before > 0) _PyUnicode_FastFill(result, 0, before, fill);
  if (after > 0) _PyUnicode_FastFill(result, before + length, after, fill);
  copyCharacters(
    PyUnicode_KIND(result),
    PyUnicode_DATA(result),
    before,
    PyUnicode_KIND(o),
    PyUnicode_DATA(o),
    0,
    length,
  );
  return result;
}

/** The fill character, or -1 with TypeError set. */
function fillCharacter(fill: Borrowed): number {
  if (fill === 0) return 0x20;
  if (!isUnicode(fill)) {
    raise(PyExc_TypeError, `The fill character must be a unicode character, not ${typeNameOf(fill)}`);
    return -1;
  }
  if (PyUnicode_GET_LENGTH(fill) !== 1) {
    raise(PyExc_TypeError, "The fill character must be exactly one character long");
    return -1;
  }
  return PyUnicode_READ_CHAR(fill, 0);
}

type Padding = (margin: number, width: number) => [left: number, right: number];

function padMethod(padding: Padding) {
  return (o: Borrowed, width: number, fill: Borrowed): Owned => {
    const character = fillCharacter(fill);
    if (character < 0) return 0;
    const length = PyUnicode_GET_LENGTH(o);
    if (length >= width) return unchanged(o);
    const [left, right] = padding(width - length, width);
    return pad(o, left, right, character);
  };
}

/** CPython gives an odd rest to the left when the width is odd, to the right otherwise. */
export const centerLeft = (margin: number, width: number): number => (margin >> 1) + (margin & width & 1);

const ZERO = 0x30;

function zfill(o: Borrowed, width: number): Owned {
  const length = PyUnicode_GET_LENGTH(o);
  if (length >= width) return unchanged(o);
  const fill = width - length;
  const result = pad(o, fill, 0, ZERO);
  if (result === 0 || length === 0) return result;
  const kind = PyUnicode_KIND(result);
  const data = PyUnicode_DATA(result);
  const sign = read(kind, data, fill);
  if (sign === 0x2b || sign === 0x2d) {
    write(kind, data, 0, sign);
    write(kind, data, fill, ZERO);
  }
  return result;
}

const TAB = 9;

function expandtabs(o: Borrowed, tabSize: number): Owned {
  const length = PyUnicode_GET_LENGTH(o);
  const kind = PyUnicode_KIND(o);
  const data = PyUnicode_DATA(o);
  let total = 0;
  let column = 0;
  let found = false;
  for (let i = 0; i < length; i++) {
    const c = read(kind, data, i);
    if (c === TAB) {
      found = true;
      if (tabSize > 0) {
        const step = tabSize - (column % tabSize);
        total += step;
        column += step;
      }
    } else {
      total++;
      column = c === 10 || c === 13 ? 0 : column + 1;
    }
    if (total > MAX_LENGTH) return PyErr_NoMemory();
  }
  if (!found) return unchanged(o);
  const result = PyUnicode_New(total, PyUnicode_MAX_CHAR_VALUE(o));
  if (result === 0) return PyErr_NoMemory();
  const to = PyUnicode_DATA(result);
  let at = 0;
  column = 0;
  for (let i = 0; i < length; i++) {
    const c = read(kind, data, i);
    if (c === TAB) {
      if (tabSize > 0) {
        const step = tabSize - (column % tabSize);
        _PyUnicode_FastFill(result, at, step, 0x20);
        at += step;
        column += step;
      }
    } else {
      write(kind, to, at++, c);
      column = c === 10 || c === 13 ? 0 : column + 1;
    }
  }
  return result;
}

// -- tests of all characters -------------------------------------------------------------------------------------------

/** A method that is true for a string that is not empty and whose characters all have one of some flags. */
function allMethod(flags: number) {
  return (o: Borrowed): Owned => {
    const length = PyUnicode_GET_LENGTH(o);
    if (length === 0) return bool(false);
    const kind = PyUnicode_KIND(o);
    const data = PyUnicode_DATA(o);
    for (let i = 0; i < length; i++) if ((characterFlags(read(kind, data, i)) & flags) === 0) return bool(false);
    return bool(true);
  };
}

function isprintable(o: Borrowed): Owned {
  return PyUnicode_GET_LENGTH(o) === 0 ? bool(true) : allMethod(PRINTABLE)(o);
}

/** At least one cased character, and none of the flags given. */
function caseMethod(wanted: number, refused: number) {
  return (o: Borrowed): Owned => {
    const length = PyUnicode_GET_LENGTH(o);
    const kind = PyUnicode_KIND(o);
    const data = PyUnicode_DATA(o);
    let cased = false;
    for (let i = 0; i < length; i++) {
      const flags = characterFlags(read(kind, data, i));
      if (flags & refused) return bool(false);
      if (flags & wanted) cased = true;
    }
    return bool(cased);
  };
}

function istitle(o: Borrowed): Owned {
  const length = PyUnicode_GET_LENGTH(o);
  const kind = PyUnicode_KIND(o);
  const data = PyUnicode_DATA(o);
  let cased = false;
  let inWord = false;
  for (let i = 0; i < length; i++) {
    const flags = characterFlags(read(kind, data, i));
    if (flags & (UPPER | TITLE)) {
      if (inWord) return bool(false);
      inWord = true;
      cased = true;
    } else if (flags & LOWER) {
      if (!inWord) return bool(false);
      cased = true;
    } else inWord = false;
  }
  return bool(cased);
}

// -- to bytes ----------------------------------------------------------------------------------------------------------

function encode(o: Borrowed, encoding: Borrowed, errors: Borrowed): Owned {
  const encodingText = encodingArgument("encode", "encoding", encoding);
  if (encodingText === null) return 0;
  const errorsText = encodingArgument("encode", "errors", errors);
  return errorsText === null ? 0 : PyUnicode_AsEncodedString(o, encodingText, errorsText);
}

function format(o: Borrowed, spec: Borrowed): Owned {
  if (!mustBeStr("__format__", "argument", spec)) return 0;
  // A subclass may have a __str__ of its own.
  return PyUnicode_GET_LENGTH(spec) === 0 ? pushStr(o) : formatString(o, spec);
}

const searchMethods: MethodRow[] = [
  ["encode", "(encoding='utf-8', errors='strict')", encode],
  ["replace", "(old, new, /, count: ssize = -1)", replace],
  ["split", "(sep=None, maxsplit: ssize = -1)", PyUnicode_Split],
  ["rsplit", "(sep=None, maxsplit: ssize = -1)", PyUnicode_RSplit],
  ["join", "(iterable, /)", pushUnicodeJoin],
  ["center", "(width: ssize, fillchar=' ', /)", padMethod((m, w) => [centerLeft(m, w), m - centerLeft(m, w)])],
  [
    "count",
    "(sub[, start[, end]], /)",
    (o: Borrowed, part: Borrowed, start: Borrowed, end: Borrowed): Owned => {
      const count = search("count", countText, o, part, start, end);
      return count === null ? 0 : PyLong_FromNumber(count) || PyErr_NoMemory();
    },
  ],
  ["expandtabs", "(tabsize: int = 8)", expandtabs],
  ["find", "(sub[, start[, end]], /)", searchMethod("find", findText, false)],
  ["partition", "(sep, /)", partitionMethod(findText, false)],
  ["index", "(sub[, start[, end]], /)", searchMethod("index", findText, true)],
  ["ljust", "(width: ssize, fillchar=' ', /)", padMethod((m) => [0, m])],
  ["lstrip", "(chars=None, /)", stripMethod("lstrip", STRIP_LEFT)],
  ["rfind", "(sub[, start[, end]], /)", searchMethod("rfind", findLastText, false)],
  ["rindex", "(sub[, start[, end]], /)", searchMethod("rindex", findLastText, true)],
  ["rjust", "(width: ssize, fillchar=' ', /)", padMethod((m) => [m, 0])],
  ["rstrip", "(chars=None, /)", stripMethod("rstrip", STRIP_RIGHT)],
  ["rpartition", "(sep, /)", partitionMethod(findLastText, true)],
  ["splitlines", "(keepends: bool = False)", PyUnicode_Splitlines],
  ["strip", "(chars=None, /)", stripMethod("strip", STRIP_BOTH)],
  ["startswith", "(prefix[, start[, end]], /)", matchMethod("startswith", false)],
  ["endswith", "(suffix[, start[, end]], /)", matchMethod("endswith", true)],
  ["removeprefix", "(prefix, /)", removeprefix],
  ["removesuffix", "(suffix, /)", removesuffix],
  ["isascii", "()", (o: Borrowed) => bool(PyUnicode_IS_ASCII(o))],
  ["islower", "()", caseMethod(LOWER, UPPER | TITLE)],
  ["isupper", "()", caseMethod(UPPER, LOWER | TITLE)],
  ["istitle", "()", istitle],
  ["isspace", "()", allMethod(SPACE)],
  ["isdecimal", "()", allMethod(DECIMAL)],
  ["isdigit", "()", allMethod(DIGIT)],
  ["isnumeric", "()", allMethod(NUMERIC)],
  ["isalpha", "()", allMethod(ALPHA)],
  ["isalnum", "()", allMethod(ALPHA | DECIMAL | DIGIT | NUMERIC)],
  ["isidentifier", "()", (o: Borrowed) => bool(isIdentifier(o))],
  ["isprintable", "()", isprintable],
  ["zfill", "(width: ssize, /)", zfill],
  ["format", "!(*args, **kwargs)", pushFormatMethod],
  ["format_map", "(mapping, /)", pushFormatMap],
  ["__format__", "(format_spec, /)", format],
];

/** All methods of str that are looked up by name. */
export const strMethods: MethodRow[] = rowsInOrder(
  "encode replace split rsplit join capitalize casefold title center count expandtabs find " +
    "partition index ljust lower lstrip rfind rindex rjust rstrip rpartition splitlines strip " +
    "swapcase translate upper startswith endswith removeprefix removesuffix isascii islower isupper " +
    "istitle isspace isdecimal isdigit isnumeric isalpha isalnum isidentifier isprintable zfill " +
    "format format_map __format__ maketrans",
  searchMethods,
  strCaseMethods,
  strTranslateMethods,
);
