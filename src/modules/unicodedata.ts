// unicodedata: the character database, over base/unicode.
import {
  bidirectionalClass,
  characterByName,
  characterName,
  charactersByName,
  eastAsianWidth,
  isMirrored,
} from "../base/unicode/names.ts";
import { combiningClass, decompositionText, type NormalizationForm, normalize } from "../base/unicode/normalize.ts";
import { numericValue } from "../base/unicode/numeric.ts";
import { category, decimalValue, digitValue } from "../base/unicode/properties.ts";
import type { Borrowed, Owned } from "../memory/memory.ts";
import { bytesView } from "../objects/bytes_core.ts";
import { setCharacterByName } from "../objects/codecs/escapes.ts";
import { setCharacterNames } from "../objects/codecs/handlers.ts";
import { declareModule, type MethodRow } from "../objects/declare.ts";
import { PyErr_NoMemory, PyErr_SetObject, raise, typeNameOf } from "../objects/errors.ts";
import { newFloat } from "../objects/float_core.ts";
import { bool, PyLong_FromNumber } from "../objects/long_core.ts";
import { decref, isBytes, isUnicode, newRef } from "../objects/object.ts";
import { PyExc_KeyError, PyExc_TypeError, PyExc_ValueError } from "../objects/types.ts";
import {
  PyUnicode_DATA,
  PyUnicode_FromString,
  PyUnicode_GET_LENGTH,
  PyUnicode_IS_ASCII,
  PyUnicode_KIND,
  PyUnicode_New,
  PyUnicode_READ_CHAR,
  PyUnicode_WRITE,
  textOf,
  textUpTo,
  unicodeChar,
} from "../objects/unicode_core.ts";
import { setCharacterOfName } from "./compile_source.ts";
import { setStolen } from "./make_module.ts";

setCharacterOfName(characterByName);
setCharacterNames((character) => characterName(character) || null);
setCharacterByName((name) => characterByName(String.fromCharCode(...name)) ?? -1);

/** The one character of an argument, or -1 with TypeError set. */
function character(what: string, o: Borrowed): number {
  if (!isUnicode(o)) {
    raise(PyExc_TypeError, `${what} must be a unicode character, not ${typeNameOf(o)}`);
    return -1;
  }
  if (PyUnicode_GET_LENGTH(o) === 1) return PyUnicode_READ_CHAR(o, 0);
  raise(PyExc_TypeError, `${what} must be a unicode character, not str`);
  return -1;
}

/** A function of one character. */
function about(name: string, answer: (codePoint: number) => Owned): MethodRow {
  return [
    name,
    "(chr, /)",
    (_module: Borrowed, chr: Borrowed) => {
      const codePoint = character(`${name}() argument`, chr);
      return codePoint < 0 ? 0 : answer(codePoint) || PyErr_NoMemory();
    },
  ];
}

/** A function of one character with a default for those without an answer; `find` answers 0 for these. */
function withDefault(name: string, find: (codePoint: number) => Owned, problem: string): MethodRow {
  return [
    name,
    "(chr, default=NULL, /)",
    (_module: Borrowed, chr: Borrowed, missing: Borrowed) => {
      const codePoint = character(`${name}() argument 1`, chr);
      if (codePoint < 0) return 0;
      return find(codePoint) || (missing !== 0 ? newRef(missing) : raise(PyExc_ValueError, problem));
    },
  ];
}

const textOrNone = (text: string): Owned => (text === "" ? 0 : PyUnicode_FromString(text));
const numberOrNone = (value: number): Owned => (value < 0 ? 0 : PyLong_FromNumber(value));

function textOfPoints(points: readonly number[]): Owned {
  let largest = 0;
  for (const point of points) if (point > largest) largest = point;
  if (points.length === 1) return unicodeChar(points[0]) || PyErr_NoMemory();
  const o = PyUnicode_New(points.length, largest);
  if (o === 0) return PyErr_NoMemory();
  const kind = PyUnicode_KIND(o);
  const data = PyUnicode_DATA(o);
  if (points.length > 0) for (let i = 0; i < points.length; i++) PyUnicode_WRITE(kind, data, i, points[i]);
  return o;
}

function lookup(_module: Borrowed, name: Borrowed): Owned {
  if (!isUnicode(name) && !isBytes(name)) {
    return raise(PyExc_TypeError, `a bytes-like object is required, not '${typeNameOf(name)}'`);
  }
  const text = isUnicode(name)
    ? textUpTo(name, LONGEST_NAME + 1)
    : String.fromCharCode(...bytesView(name).subarray(0, LONGEST_NAME + 1));
  const found = text.length > LONGEST_NAME ? null : charactersByName(text);
  if (found !== null) return textOfPoints(found);
  const message = PyUnicode_FromString(
    text.length > LONGEST_NAME ? "name too long" : `undefined character name '${text}'`,
  );
  if (message === 0) return PyErr_NoMemory();
  PyErr_SetObject(PyExc_KeyError, message);
  decref(message);
  return 0;
}
const LONGEST_NAME = 256;

function pointsOf(o: Borrowed): number[] {
  const points: number[] = [];
  const length = PyUnicode_GET_LENGTH(o);
  for (let i = 0; i < length; i++) points.push(PyUnicode_READ_CHAR(o, i));
  return points;
}

function formOf(form: Borrowed): NormalizationForm | null {
  const name = textOf(form);
  if (name === "NFC" || name === "NFD" || name === "NFKC" || name === "NFKD") return name;
  raise(PyExc_ValueError, "invalid normalization form");
  return null;
}

/** The code points that a form gives, or null when they are the text's own. */
function changed(form: NormalizationForm, o: Borrowed): number[] | null {
  if (PyUnicode_IS_ASCII(o)) return null;
  const points = pointsOf(o);
  const result = normalize(form, points);
  return result.length === points.length && result.every((point, i) => point === points[i]) ? null : result;
}

function unicodedata_normalize(_module: Borrowed, form: Borrowed, o: Borrowed): Owned {
  if (PyUnicode_GET_LENGTH(o) === 0) return newRef(o);
  const name = formOf(form);
  if (name === null) return 0;
  const result = changed(name, o);
  return result === null ? newRef(o) : textOfPoints(result);
}

function is_normalized(_module: Borrowed, form: Borrowed, o: Borrowed): Owned {
  if (PyUnicode_GET_LENGTH(o) === 0) return bool(true);
  const name = formOf(form);
  return name === null ? 0 : bool(changed(name, o) === null);
}

declareModule({
  name: "unicodedata",
  functions: [
    withDefault("decimal", (c) => numberOrNone(decimalValue(c)), "not a decimal"),
    withDefault("digit", (c) => numberOrNone(digitValue(c)), "not a digit"),
    withDefault(
      "numeric",
      (c) => {
        const value = numericValue(c);
        return value === value ? newFloat(value) : 0;
      },
      "not a numeric character",
    ),
    about("category", (c) => PyUnicode_FromString(category(c))),
    about("bidirectional", (c) => PyUnicode_FromString(bidirectionalClass(c))),
    about("combining", (c) => PyLong_FromNumber(combiningClass(c))),
    about("mirrored", (c) => PyLong_FromNumber(isMirrored(c) ? 1 : 0)),
    about("east_asian_width", (c) => PyUnicode_FromString(eastAsianWidth(c))),
    about("decomposition", (c) => PyUnicode_FromString(decompositionText(c))),
    withDefault("name", (c) => textOrNone(characterName(c)), "no such name"),
    ["lookup", "(name, /)", lookup],
    ["is_normalized", "(form: str, unistr: str, /)", is_normalized],
    ["normalize", "(form: str, unistr: str, /)", unicodedata_normalize],
  ],
  exec: (_module, dict) => setStolen(dict, "unidata_version", PyUnicode_FromString("15.1.0")),
});
