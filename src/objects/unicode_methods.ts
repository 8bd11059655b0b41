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
import { encodingArgument } from "./codecs/names.ts";
import { PyUnicode_AsEncodedString } from "./codecs/objects.ts";
import type { MethodRow } from "./declare.ts";
import { PyErr_NoMemory, raise, typeNameOf } from "./errors.ts";
import { formatString } from "./format_spec.ts";
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
import { Py_None, PyExc_OverflowError, PyExc_TypeError, PyExc_ValueError } from "./types.ts";
import { strCaseMethods } from "./unicode_case.ts";
import {
  _PyUnicode_FastFill,
  copyCharacters,
  emptyString,
  findMaxChar,
  PyUnicode_DATA,
  PyUnicode_FromKindAndData,
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
import { pushPlainStr } from "./unicode_new.ts";
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

function splitMethod(fromEnd: boolean) {
  return (o: Borrowed, separator: Borrowed, maxsplit: number): Owned => {
    const maxCount = maxsplit < 0 ? MAX_LENGTH : maxsplit;
    if (separator === 0 || separator === Py_None) {
      return fromEnd ? splitAtSpaceFromEnd(strForm, o, maxCount) : splitAtSpace(strForm, o, maxCount);
    }
    if (!isUnicode(separator)) {
      return raise(PyExc_TypeError, `must be str or None, not ${typeNameOf(separator)}`);
    }
    const length = PyUnicode_GET_LENGTH(separator);
    if (length === 0) return raise(PyExc_ValueError, "empty separator");
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
  if (maxchar === PyUnicode_MAX_CHAR_VALUE(o) && length !== 1) return o;
  const result = PyUnicode_FromKindAndData(kind, PyUnicode_DATA(o), length);
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
  if (resultLength > MAX_LENGTH) return raise(PyExc_OverflowError, "replace string is too long");
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
  return newMax < ownMax || resultLength === 1 ? smallest(result) : result;
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
  if (before + after + length > MAX_LENGTH) return raise(PyExc_OverflowError, "padded string is too long");
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
    if (total > MAX_LENGTH) return raise(PyExc_OverflowError, "new string is too long");
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
  return PyUnicode_GET_LENGTH(spec) === 0 ? pushPlainStr(o) : formatString(o, spec);
}

export const strMethods: MethodRow[] = [
  [
    "encode",
    "(encoding='utf-8', errors='strict')",
    encode,
    "Encode the string using the codec registered for encoding.\n\n  encoding\n    The encoding in which to encode the string.\n  errors\n    The error handling scheme to use for encoding errors.\n    The default is 'strict' meaning that encoding errors raise a\n    UnicodeEncodeError.  Other possible values are 'ignore', 'replace' and\n    'xmlcharrefreplace' as well as any other name registered with\n    codecs.register_error that can handle UnicodeEncodeErrors.",
  ],
  [
    "replace",
    "(old, new, /, count: ssize = -1)",
    replace,
    "Return a copy with all occurrences of substring old replaced by new.\n\n  count\n    Maximum number of occurrences to replace.\n    -1 (the default value) means replace all occurrences.\n\nIf the optional argument count is given, only the first count occurrences are\nreplaced.",
  ],
  [
    "split",
    "(sep=None, maxsplit: ssize = -1)",
    PyUnicode_Split,
    "Return a list of the substrings in the string, using sep as the separator string.\n\n  sep\n    The separator used to split the string.\n\n    When set to None (the default value), will split on any whitespace\n    character (including \\n \\r \\t \\f and spaces) and will discard\n    empty strings from the result.\n  maxsplit\n    Maximum number of splits.\n    -1 (the default value) means no limit.\n\nSplitting starts at the front of the string and works to the end.\n\nNote, str.split() is mainly useful for data that has been intentionally\ndelimited.  With natural text that includes punctuation, consider using\nthe regular expression module.",
  ],
  [
    "rsplit",
    "(sep=None, maxsplit: ssize = -1)",
    PyUnicode_RSplit,
    "Return a list of the substrings in the string, using sep as the separator string.\n\n  sep\n    The separator used to split the string.\n\n    When set to None (the default value), will split on any whitespace\n    character (including \\n \\r \\t \\f and spaces) and will discard\n    empty strings from the result.\n  maxsplit\n    Maximum number of splits.\n    -1 (the default value) means no limit.\n\nSplitting starts at the end of the string and works to the front.",
  ],
  [
    "join",
    "(iterable, /)",
    pushUnicodeJoin,
    "Concatenate any number of strings.\n\nThe string whose method is called is inserted in between each given string.\nThe result is returned as a new string.\n\nExample: '.'.join(['ab', 'pq', 'rs']) -> 'ab.pq.rs'",
  ],
  ...strCaseMethods,
  [
    "center",
    "(width: ssize, fillchar=' ', /)",
    padMethod((m, w) => [centerLeft(m, w), m - centerLeft(m, w)]),
    "Return a centered string of length width.\n\nPadding is done using the specified fill character (default is a space).",
  ],
  [
    "count",
    "(sub[, start[, end]], /)",
    (o: Borrowed, part: Borrowed, start: Borrowed, end: Borrowed): Owned => {
      const count = search("count", countText, o, part, start, end);
      return count === null ? 0 : PyLong_FromNumber(count) || PyErr_NoMemory();
    },
    "Return the number of non-overlapping occurrences of substring sub in string S[start:end].\n\nOptional arguments start and end are interpreted as in slice notation.",
  ],
  [
    "expandtabs",
    "(tabsize: int = 8)",
    expandtabs,
    "Return a copy where all tab characters are expanded using spaces.\n\nIf tabsize is not given, a tab size of 8 characters is assumed.",
  ],
  [
    "find",
    "(sub[, start[, end]], /)",
    searchMethod("find", findText, false),
    "Return the lowest index in S where substring sub is found, such that sub is contained within S[start:end].\n\nOptional arguments start and end are interpreted as in slice notation.\nReturn -1 on failure.",
  ],
  [
    "partition",
    "(sep, /)",
    partitionMethod(findText, false),
    "Partition the string into three parts using the given separator.\n\nThis will search for the separator in the string.  If the separator is found,\nreturns a 3-tuple containing the part before the separator, the separator\nitself, and the part after it.\n\nIf the separator is not found, returns a 3-tuple containing the original string\nand two empty strings.",
  ],
  [
    "index",
    "(sub[, start[, end]], /)",
    searchMethod("index", findText, true),
    "Return the lowest index in S where substring sub is found, such that sub is contained within S[start:end].\n\nOptional arguments start and end are interpreted as in slice notation.\nRaises ValueError when the substring is not found.",
  ],
  [
    "ljust",
    "(width: ssize, fillchar=' ', /)",
    padMethod((m) => [0, m]),
    "Return a left-justified string of length width.\n\nPadding is done using the specified fill character (default is a space).",
  ],
  [
    "lstrip",
    "(chars=None, /)",
    stripMethod("lstrip", STRIP_LEFT),
    "Return a copy of the string with leading whitespace removed.\n\nIf chars is given and not None, remove characters in chars instead.",
  ],
  [
    "rfind",
    "(sub[, start[, end]], /)",
    searchMethod("rfind", findLastText, false),
    "Return the highest index in S where substring sub is found, such that sub is contained within S[start:end].\n\nOptional arguments start and end are interpreted as in slice notation.\nReturn -1 on failure.",
  ],
  [
    "rindex",
    "(sub[, start[, end]], /)",
    searchMethod("rindex", findLastText, true),
    "Return the highest index in S where substring sub is found, such that sub is contained within S[start:end].\n\nOptional arguments start and end are interpreted as in slice notation.\nRaises ValueError when the substring is not found.",
  ],
  [
    "rjust",
    "(width: ssize, fillchar=' ', /)",
    padMethod((m) => [m, 0]),
    "Return a right-justified string of length width.\n\nPadding is done using the specified fill character (default is a space).",
  ],
  [
    "rstrip",
    "(chars=None, /)",
    stripMethod("rstrip", STRIP_RIGHT),
    "Return a copy of the string with trailing whitespace removed.\n\nIf chars is given and not None, remove characters in chars instead.",
  ],
  [
    "rpartition",
    "(sep, /)",
    partitionMethod(findLastText, true),
    "Partition the string into three parts using the given separator.\n\nThis will search for the separator in the string, starting at the end. If\nthe separator is found, returns a 3-tuple containing the part before the\nseparator, the separator itself, and the part after it.\n\nIf the separator is not found, returns a 3-tuple containing two empty strings\nand the original string.",
  ],
  [
    "splitlines",
    "(keepends: bool = False)",
    PyUnicode_Splitlines,
    "Return a list of the lines in the string, breaking at line boundaries.\n\nLine breaks are not included in the resulting list unless keepends is given and\ntrue.",
  ],
  [
    "strip",
    "(chars=None, /)",
    stripMethod("strip", STRIP_BOTH),
    "Return a copy of the string with leading and trailing whitespace removed.\n\nIf chars is given and not None, remove characters in chars instead.",
  ],
  ...strTranslateMethods,
  [
    "startswith",
    "(prefix[, start[, end]], /)",
    matchMethod("startswith", false),
    "Return True if the string starts with the specified prefix, False otherwise.\n\n  prefix\n    A string or a tuple of strings to try.\n  start\n    Optional start position. Default: start of the string.\n  end\n    Optional stop position. Default: end of the string.",
  ],
  [
    "endswith",
    "(suffix[, start[, end]], /)",
    matchMethod("endswith", true),
    "Return True if the string ends with the specified suffix, False otherwise.\n\n  suffix\n    A string or a tuple of strings to try.\n  start\n    Optional start position. Default: start of the string.\n  end\n    Optional stop position. Default: end of the string.",
  ],
  [
    "removeprefix",
    "(prefix, /)",
    removeprefix,
    "Return a str with the given prefix string removed if present.\n\nIf the string starts with the prefix string, return string[len(prefix):].\nOtherwise, return a copy of the original string.",
  ],
  [
    "removesuffix",
    "(suffix, /)",
    removesuffix,
    "Return a str with the given suffix string removed if present.\n\nIf the string ends with the suffix string and that suffix is not empty,\nreturn string[:-len(suffix)]. Otherwise, return a copy of the original\nstring.",
  ],
  [
    "isascii",
    "()",
    (o: Borrowed) => bool(PyUnicode_IS_ASCII(o)),
    "Return True if all characters in the string are ASCII, False otherwise.\n\nASCII characters have code points in the range U+0000-U+007F.\nEmpty string is ASCII too.",
  ],
  [
    "islower",
    "()",
    caseMethod(LOWER, UPPER | TITLE),
    "Return True if the string is a lowercase string, False otherwise.\n\nA string is lowercase if all cased characters in the string are lowercase and\nthere is at least one cased character in the string.",
  ],
  [
    "isupper",
    "()",
    caseMethod(UPPER, LOWER | TITLE),
    "Return True if the string is an uppercase string, False otherwise.\n\nA string is uppercase if all cased characters in the string are uppercase and\nthere is at least one cased character in the string.",
  ],
  [
    "istitle",
    "()",
    istitle,
    "Return True if the string is a title-cased string, False otherwise.\n\nIn a title-cased string, upper- and title-case characters may only\nfollow uncased characters and lowercase characters only cased ones.",
  ],
  [
    "isspace",
    "()",
    allMethod(SPACE),
    "Return True if the string is a whitespace string, False otherwise.\n\nA string is whitespace if all characters in the string are whitespace and there\nis at least one character in the string.",
  ],
  [
    "isdecimal",
    "()",
    allMethod(DECIMAL),
    "Return True if the string is a decimal string, False otherwise.\n\nA string is a decimal string if all characters in the string are decimal and\nthere is at least one character in the string.",
  ],
  [
    "isdigit",
    "()",
    allMethod(DIGIT),
    "Return True if the string is a digit string, False otherwise.\n\nA string is a digit string if all characters in the string are digits and there\nis at least one character in the string.",
  ],
  [
    "isnumeric",
    "()",
    allMethod(NUMERIC),
    "Return True if the string is a numeric string, False otherwise.\n\nA string is numeric if all characters in the string are numeric and there is at\nleast one character in the string.",
  ],
  [
    "isalpha",
    "()",
    allMethod(ALPHA),
    "Return True if the string is an alphabetic string, False otherwise.\n\nA string is alphabetic if all characters in the string are alphabetic and there\nis at least one character in the string.",
  ],
  [
    "isalnum",
    "()",
    allMethod(ALPHA | DECIMAL | DIGIT | NUMERIC),
    "Return True if the string is an alpha-numeric string, False otherwise.\n\nA string is alpha-numeric if all characters in the string are alpha-numeric and\nthere is at least one character in the string.",
  ],
  [
    "isidentifier",
    "()",
    (o: Borrowed) => bool(isIdentifier(o)),
    'Return True if the string is a valid Python identifier, False otherwise.\n\nCall keyword.iskeyword(s) to test whether string s is a reserved identifier,\nsuch as "def" or "class".',
  ],
  [
    "isprintable",
    "()",
    isprintable,
    "Return True if the string is printable, False otherwise.\n\nA string is printable if all of its characters are considered printable in\nrepr() or if it is empty.",
  ],
  [
    "zfill",
    "(width: ssize, /)",
    zfill,
    "Pad a numeric string with zeros on the left, to fill a field of the given width.\n\nThe string is never truncated.",
  ],
  [
    "format",
    "!(*args, **kwargs)",
    pushFormatMethod,
    "Return a formatted version of the string, using substitutions from args and kwargs.\nThe substitutions are identified by braces ('{' and '}').",
  ],
  [
    "format_map",
    "(mapping, /)",
    pushFormatMap,
    "Return a formatted version of the string, using substitutions from mapping.\nThe substitutions are identified by braces ('{' and '}').",
  ],
  ["__format__", "(format_spec, /)", format, "Return a formatted version of the string as described by format_spec."],
];
