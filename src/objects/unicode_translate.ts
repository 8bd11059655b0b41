// str.translate and str.maketrans.
// A table is anything with __getitem__: from ordinals to ordinals, strings or None. ASCII strings keep what the table said
// about each ASCII character, so that each is asked for once.
import type { Borrowed, Owned } from "../memory/memory.ts";
import { PyObject_GetItem } from "./abstract.ts";
import type { MethodRow } from "./declare.ts";
import { nextKey, nextValue, PyDict_CheckExact, PyDict_New, PyDict_Next, PyDict_SetItem } from "./dict_core.ts";
import { argumentTypeName, PyErr_Clear, PyErr_ExceptionMatches, PyErr_NoMemory, raise } from "./errors.ts";
import { longToNumber, PyLong_FromNumber } from "./long_core.ts";
import { decref, incref, isInt, isUnicode } from "./object.ts";
import { Py_None, PyExc_LookupError, PyExc_TypeError, PyExc_ValueError } from "./types.ts";
import {
  MAX_UNICODE,
  PyUnicode_DATA,
  PyUnicode_GET_LENGTH,
  PyUnicode_IS_ASCII,
  PyUnicode_KIND,
  PyUnicode_READ_CHAR,
  PyUnicode_READ as read,
  unicodeUnchanged,
} from "./unicode_core.ts";
import {
  UnicodeWriter_Finish,
  UnicodeWriter_New,
  UnicodeWriter_Prepare,
  UnicodeWriter_WriteChar,
  UnicodeWriter_WriteStr,
} from "./unicode_writer.ts";

/** Not in the table: the character stays. */
const UNMAPPED = -1;
const DELETED = -2;
/** The answer is a str, in mappedString. */
const STRING = -3;
const FAILED = -4;
let mappedString: Owned = 0;

/** charmaptranslate_lookup: a character, or one of the marks. */
function lookUp(table: Borrowed, character: number): number {
  const key = PyLong_FromNumber(character);
  if (key === 0) {
    PyErr_NoMemory();
    return FAILED;
  }
  const value = PyObject_GetItem(table, key);
  decref(key);
  if (value === 0) {
    if (!PyErr_ExceptionMatches(PyExc_LookupError)) return FAILED;
    PyErr_Clear();
    return UNMAPPED;
  }
  if (value === Py_None) return DELETED;
  if (isInt(value)) {
    const number = longToNumber(value);
    decref(value);
    if (number >= 0 && number <= MAX_UNICODE) return number;
    raise(PyExc_ValueError, "character mapping must be in range(0x110000)");
    return FAILED;
  }
  if (isUnicode(value)) {
    mappedString = value;
    return STRING;
  }
  decref(value);
  raise(PyExc_TypeError, "character mapping must return integer, None or str");
  return FAILED;
}

/** PyUnicode_Translate with errors "ignore". */
export function PyUnicode_Translate(o: Borrowed, table: Borrowed): Owned {
  const length = PyUnicode_GET_LENGTH(o);
  if (length === 0) return unicodeUnchanged(o) || PyErr_NoMemory();
  const kind = PyUnicode_KIND(o);
  const data = PyUnicode_DATA(o);
  const writer = UnicodeWriter_New(true);
  if (writer === 0 || !UnicodeWriter_Prepare(writer, length, 0x7f)) return PyErr_NoMemory();
  // What the table says about an ASCII string is kept, but for strings.
  const kept = new Map<number, number>();
  const keeps = PyUnicode_IS_ASCII(o);
  for (let i = 0; i < length; i++) {
    const c = read(kind, data, i);
    let answer = keeps ? kept.get(c) : undefined;
    if (answer === undefined) {
      answer = lookUp(table, c);
      if (answer === FAILED) {
        decref(writer);
        return 0;
      }
      if (keeps && answer !== STRING) kept.set(c, answer);
    }
    if (answer === DELETED) continue;
    let written: boolean;
    if (answer === STRING) {
      written = UnicodeWriter_WriteStr(writer, mappedString);
      decref(mappedString);
    } else written = UnicodeWriter_WriteChar(writer, answer === UNMAPPED ? c : answer);
    if (!written) {
      decref(writer);
      return PyErr_NoMemory();
    }
  }
  return UnicodeWriter_Finish(writer) || PyErr_NoMemory();
}

function setMapping(dict: Borrowed, character: number, value: Owned): boolean {
  const key = PyLong_FromNumber(character);
  const done = key !== 0 && value !== 0 && PyDict_SetItem(dict, key, value) === 0;
  if (key === 0 || value === 0) PyErr_NoMemory();
  if (key !== 0) decref(key);
  if (value !== 0) decref(value);
  return done;
}

function fillFromStrings(dict: Borrowed, x: Borrowed, y: Borrowed, z: Borrowed): boolean {
  if (!isUnicode(x)) {
    raise(PyExc_TypeError, "first maketrans argument must be a string if there is a second argument");
    return false;
  }
  for (const [o, index] of [
    [y, 2],
    [z, 3],
  ]) {
    if (o !== 0 && !isUnicode(o)) {
      raise(PyExc_TypeError, `maketrans() argument ${index} must be str, not ${argumentTypeName(o, 50)}`);
      return false;
    }
  }
  if (PyUnicode_GET_LENGTH(x) !== PyUnicode_GET_LENGTH(y)) {
    raise(PyExc_ValueError, "the first two maketrans arguments must have equal length");
    return false;
  }
  for (let i = 0; i < PyUnicode_GET_LENGTH(x); i++) {
    if (!setMapping(dict, PyUnicode_READ_CHAR(x, i), PyLong_FromNumber(PyUnicode_READ_CHAR(y, i)))) return false;
  }
  for (let i = 0; z !== 0 && i < PyUnicode_GET_LENGTH(z); i++) {
    if (!setMapping(dict, PyUnicode_READ_CHAR(z, i), Py_None)) return false;
  }
  return true;
}

function fillFromDict(dict: Borrowed, x: Borrowed): boolean {
  if (!PyDict_CheckExact(x)) {
    raise(PyExc_TypeError, "if you give only one argument to maketrans it must be a dict");
    return false;
  }
  for (let at = PyDict_Next(x, 0); at !== 0; at = PyDict_Next(x, at)) {
    const key = nextKey();
    const value = nextValue();
    if (isUnicode(key)) {
      if (PyUnicode_GET_LENGTH(key) !== 1) {
        raise(PyExc_ValueError, "string keys in translate table must be of length 1");
        return false;
      }
      incref(value);
      if (!setMapping(dict, PyUnicode_READ_CHAR(key, 0), value)) return false;
    } else if (isInt(key)) {
      if (PyDict_SetItem(dict, key, value) < 0) return false;
    } else {
      raise(PyExc_TypeError, "keys in translate table must be strings or integers");
      return false;
    }
  }
  return true;
}

function maketrans(_self: Borrowed, x: Borrowed, y: Borrowed, z: Borrowed): Owned {
  const dict = PyDict_New();
  if (dict === 0) return 0;
  if (y !== 0 ? fillFromStrings(dict, x, y, z) : fillFromDict(dict, x)) return dict;
  decref(dict);
  return 0;
}

export const strTranslateMethods: MethodRow[] = [
  ["translate", "(table, /)", PyUnicode_Translate],
  ["maketrans", "@staticmethod (x, y=<unrepresentable>, z=<unrepresentable>, /)", maketrans],
];
