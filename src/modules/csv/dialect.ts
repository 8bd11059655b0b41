// Dialects: how fields are separated and quoted. A dialect is never changed once it is made.
import { reserveStatic } from "../../memory/data.ts";
import {
  type Address,
  type Borrowed,
  i32,
  type Owned,
  POINTER_BYTES,
  ptr,
  setI32,
  setPtr,
  setU8,
  u8,
} from "../../memory/memory.ts";
import { OBJECT_HEAD, struct } from "../../memory/struct.ts";
import { PyObject_GetOptionalAttr, PyObject_IsTrue } from "../../objects/abstract.ts";
import { declareModuleType, newModuleType, reserveTypeCell } from "../../objects/declare.ts";
import { PyDict_GetItemWithError } from "../../objects/dict_core.ts";
import { PyErr_Occurred, raise, raiseInt, typeNameOf } from "../../objects/errors.ts";
import { identifier } from "../../objects/identifiers.ts";
import { compactValue, isCompact, PyLong_FromNumber } from "../../objects/long_core.ts";
import {
  decref,
  isSubtype,
  isUnicode,
  newRef,
  Py_TPFLAGS_BASETYPE,
  Py_TPFLAGS_HAVE_GC,
  typeIn,
  typeOf,
  xdecref,
} from "../../objects/object.ts";
import { emptyTuple } from "../../objects/tuple_core.ts";
import { shortName } from "../../objects/type_names.ts";
import { Py_None, PyExc_TypeError, PyExc_ValueError, PyLong_Type } from "../../objects/types.ts";
import {
  PyUnicode_FromString,
  PyUnicode_GET_LENGTH,
  PyUnicode_READ_CHAR,
  unicodeChar,
} from "../../objects/unicode_core.ts";
import { namedItems } from "../decimal/arguments.ts";
import { allocate, clearer, deallocator, traverser } from "../type_support.ts";

export const DialectObj = struct("DialectObj", 48, {
  ...OBJECT_HEAD,
  doublequote: [16, "u8", "1: a quote inside a quoted field is written twice"],
  skipinitialspace: [17, "u8", "1: spaces after a delimiter are no part of the field"],
  strict: [18, "u8", "1: bad input is an error"],
  quoting: [20, "i32", "which fields are quoted"],
  delimiter: [24, "u32", "between fields"],
  quotechar: [28, "u32", "around fields; NOT_SET for none"],
  escapechar: [32, "u32", "before a character that means itself; NOT_SET for none"],
  lineterminator: [40, "ptr", "str, after each row that is written"],
});
/** No character. */
export const NOT_SET = -1;

export const QUOTE_MINIMAL = 0;
export const QUOTE_ALL = 1;
export const QUOTE_NONNUMERIC = 2;
export const QUOTE_NONE = 3;
export const QUOTE_STRINGS = 4;
export const QUOTE_NOTNULL = 5;

export const dialectType = reserveTypeCell();
export const csvError = newModuleType({
  name: "_csv.Error",
  isMutable: true,
  basicsize: 0,
  flags: Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_BASETYPE,
  slots: {},
});

/** The dict of registered dialects, and the limit of a field: the module's state. */
const STATE: Address = reserveStatic(2 * POINTER_BYTES);

export function dialects(): Borrowed {
  return ptr(STATE);
}

export function setDialects(dict: Owned): void {
  setPtr(STATE, dict);
}

export function fieldLimit(): number {
  return ptr(STATE + POINTER_BYTES);
}

export function setFieldLimit(limit: number): void {
  setPtr(STATE + POINTER_BYTES, limit);
}

/** A registered dialect: borrowed, 0 with an error set. */
export function registered(name: Borrowed): Borrowed {
  const found = PyDict_GetItemWithError(dialects(), name);
  return found !== 0 || PyErr_Occurred() !== 0 ? found : raise(typeIn(csvError), "unknown dialect");
}

// -- settings --------------------------------------------------------------------------------------------------------------

const SETTINGS = [
  "delimiter",
  "doublequote",
  "escapechar",
  "lineterminator",
  "quotechar",
  "quoting",
  "skipinitialspace",
  "strict",
] as const;
const identifiers = SETTINGS.map(identifier);
const [DELIMITER, DOUBLEQUOTE, ESCAPECHAR, LINETERMINATOR, QUOTECHAR, QUOTING, SKIPINITIALSPACE, STRICT] = SETTINGS.map(
  (_, index) => index,
);

function setCharacter(
  o: Borrowed,
  name: string,
  offset: number,
  value: Borrowed,
  missing: string,
  allowsNone: boolean,
): number {
  let character = missing.charCodeAt(0);
  if (missing === "") character = NOT_SET;
  if (value === Py_None && allowsNone) character = NOT_SET;
  else if (value !== 0) {
    if (!isUnicode(value)) {
      const wanted = allowsNone ? "string or None" : "string";
      return raiseInt(PyExc_TypeError, `"${name}" must be ${wanted}, not ${typeNameOf(value)}`);
    }
    if (PyUnicode_GET_LENGTH(value) !== 1) return raiseInt(PyExc_TypeError, `"${name}" must be a 1-character string`);
    character = PyUnicode_READ_CHAR(value, 0);
  }
  setI32(o + offset, character);
  return 0;
}

function setFlag(o: Borrowed, offset: number, value: Borrowed, missing: number): number {
  const truth = value === 0 ? missing : PyObject_IsTrue(value);
  if (truth < 0) return -1;
  setU8(o + offset, truth);
  return 0;
}

function setQuoting(o: Borrowed, value: Borrowed): number {
  if (value === 0) return 0;
  if (typeOf(value) !== PyLong_Type) return raiseInt(PyExc_TypeError, '"quoting" must be an integer');
  const quoting = isCompact(value) ? compactValue(value) : -1;
  if (quoting < QUOTE_MINIMAL || quoting > QUOTE_NOTNULL) return raiseInt(PyExc_TypeError, 'bad "quoting" value');
  setI32(o + DialectObj.quoting, quoting);
  return 0;
}

function setTerminator(o: Borrowed, value: Borrowed): number {
  let terminator: Owned;
  if (value === 0) terminator = PyUnicode_FromString("\r\n");
  else if (value === Py_None) terminator = 0;
  else if (isUnicode(value)) terminator = newRef(value);
  else return raiseInt(PyExc_TypeError, '"lineterminator" must be a string');
  setPtr(o + DialectObj.lineterminator, terminator);
  return 0;
}

export function isInTerminator(dialect: Borrowed, character: number): boolean {
  const terminator = ptr(dialect + DialectObj.lineterminator);
  for (let i = 0; i < PyUnicode_GET_LENGTH(terminator); i++) {
    if (PyUnicode_READ_CHAR(terminator, i) === character) return true;
  }
  return false;
}

const LINE_FEED = 10;
const RETURN = 13;
const SPACE = 32;

function checkCharacter(o: Borrowed, name: string, offset: number, allowsSpace: boolean): number {
  const character = i32(o + offset);
  if (character === NOT_SET) return 0;
  if (character === LINE_FEED || character === RETURN || (character === SPACE && !allowsSpace)) {
    return raiseInt(PyExc_ValueError, `bad ${name} value`);
  }
  if (isInTerminator(o, character)) return raiseInt(PyExc_ValueError, `bad ${name} or lineterminator value`);
  return 0;
}

function checkDistinct(o: Borrowed, names: string, a: number, b: number): number {
  if (i32(o + a) === NOT_SET || i32(o + a) !== i32(o + b)) return 0;
  return raiseInt(PyExc_ValueError, `bad ${names} value`);
}

/** Takes the settings, each from its argument or from the dialect that is the base. 0, or -1 with an error set. */
function apply(o: Borrowed, values: readonly Borrowed[]): number {
  if (
    setCharacter(o, "delimiter", DialectObj.delimiter, values[DELIMITER], ",", false) < 0 ||
    setFlag(o, DialectObj.doublequote, values[DOUBLEQUOTE], 1) < 0 ||
    setCharacter(o, "escapechar", DialectObj.escapechar, values[ESCAPECHAR], "", true) < 0 ||
    setTerminator(o, values[LINETERMINATOR]) < 0 ||
    setCharacter(o, "quotechar", DialectObj.quotechar, values[QUOTECHAR], '"', true) < 0 ||
    setQuoting(o, values[QUOTING]) < 0 ||
    setFlag(o, DialectObj.skipinitialspace, values[SKIPINITIALSPACE], 0) < 0 ||
    setFlag(o, DialectObj.strict, values[STRICT], 0) < 0
  ) {
    return -1;
  }
  const hasQuote = i32(o + DialectObj.quotechar) !== NOT_SET;
  if (!hasQuote && values[QUOTING] === 0) setI32(o + DialectObj.quoting, QUOTE_NONE);
  if (i32(o + DialectObj.quoting) !== QUOTE_NONE && !hasQuote) {
    return raiseInt(PyExc_TypeError, "quotechar must be set if quoting enabled");
  }
  if (ptr(o + DialectObj.lineterminator) === 0) return raiseInt(PyExc_TypeError, "lineterminator must be set");
  const allowsSpace = u8(o + DialectObj.skipinitialspace) === 0;
  return checkCharacter(o, "delimiter", DialectObj.delimiter, true) < 0 ||
    checkCharacter(o, "escapechar", DialectObj.escapechar, allowsSpace) < 0 ||
    checkCharacter(o, "quotechar", DialectObj.quotechar, allowsSpace) < 0 ||
    checkDistinct(o, "delimiter or escapechar", DialectObj.delimiter, DialectObj.escapechar) < 0 ||
    checkDistinct(o, "delimiter or quotechar", DialectObj.delimiter, DialectObj.quotechar) < 0 ||
    checkDistinct(o, "escapechar or quotechar", DialectObj.escapechar, DialectObj.quotechar) < 0
    ? -1
    : 0;
}

/** A dialect of a base (or 0) and settings, 0 for those not given. Owned, 0 with an error set. */
function makeDialect(type: Borrowed, base: Borrowed, given: readonly Borrowed[]): Owned {
  let dialect = base;
  if (base !== 0 && isUnicode(base)) {
    dialect = registered(base);
    if (dialect === 0) return 0;
  }
  const isPlain = given.every((value) => value === 0);
  if (dialect !== 0 && isPlain && isSubtype(typeOf(dialect), typeIn(dialectType))) return newRef(dialect);
  const o = allocate(type);
  if (o === 0) return 0;
  const held: Owned[] = [];
  const values = given.map((value, index) => {
    if (value !== 0 || dialect === 0) return value;
    const found = PyObject_GetOptionalAttr(dialect, identifiers[index]);
    held.push(found);
    return found;
  });
  const status = PyErr_Occurred() !== 0 ? -1 : apply(o, values);
  for (const value of held) xdecref(value);
  if (status >= 0) return o;
  decref(o);
  return 0;
}

function dialect_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  const values = namedItems(args, keywords, ["dialect", ...SETTINGS]);
  if (values === null) return 0;
  return makeDialect(type, values[0], values.slice(1));
}

/** The dialect that a reader or writer is to have: an argument (0 for none), and a dict of settings (0 for none). */
export function dialectOf(base: Borrowed, keywords: Borrowed): Owned {
  const values = namedItems(emptyTuple, keywords, ["dialect", ...SETTINGS]);
  if (values === null) return 0;
  return makeDialect(typeIn(dialectType), base || values[0], values.slice(1));
}

// -- the type --------------------------------------------------------------------------------------------------------------

function refusePickle(o: Borrowed): Owned {
  return raise(PyExc_TypeError, `cannot pickle '${shortName(typeOf(o))}' instances`);
}

function characterOrNone(o: Borrowed, offset: number): Owned {
  const character = i32(o + offset);
  return character === NOT_SET ? Py_None : unicodeChar(character);
}

const LINE = DialectObj.lineterminator;

declareModuleType(dialectType, {
  name: "_csv.Dialect",
  basicsize: DialectObj.sizeof,
  flags: Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC,
  slots: {
    tp_new: dialect_new,
    tp_dealloc: deallocator(LINE),
    tp_traverse: traverser(LINE),
    tp_clear: clearer(LINE),
  },
  getset: [
    ["delimiter", (o: Borrowed) => characterOrNone(o, DialectObj.delimiter)],
    ["escapechar", (o: Borrowed) => characterOrNone(o, DialectObj.escapechar)],
    ["lineterminator", (o: Borrowed) => newRef(ptr(o + LINE) || Py_None)],
    ["quotechar", (o: Borrowed) => characterOrNone(o, DialectObj.quotechar)],
    ["quoting", (o: Borrowed) => PyLong_FromNumber(i32(o + DialectObj.quoting))],
  ],
  members: [
    ["skipinitialspace", "bool", DialectObj.skipinitialspace, "readonly"],
    ["doublequote", "bool", DialectObj.doublequote, "readonly"],
    ["strict", "bool", DialectObj.strict, "readonly"],
  ],
  methods: [
    ["__reduce__", "!(*args)", refusePickle],
    ["__reduce_ex__", "!(*args)", refusePickle],
  ],
});
