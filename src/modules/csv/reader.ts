// csv.reader: lines to lists of fields, by a machine of states that goes from character to character.
//
// The lines come from an iterator that may be written in Python, so a call of next() lives in a native frame while it waits
// for one: a row may take several lines. All that the machine knows stands in the reader.
import { gcUntrack } from "../../gc/link.ts";
import {
  type Address,
  type Borrowed,
  i32,
  type Owned,
  ptr,
  setI32,
  setPtr,
  setSsize,
  ssize,
  u8,
} from "../../memory/memory.ts";
import { OBJECT_HEAD, struct } from "../../memory/struct.ts";
import { text as textSlot } from "../../memory/text.ts";
import { PyObject_GetIter, pushIterNext } from "../../objects/abstract.ts";
import { declareModuleType, reserveTypeCell } from "../../objects/declare.ts";
import { clearStopIteration, PyErr_NoMemory, raise, typeNameOf } from "../../objects/errors.ts";
import { finishNative, nativeLocal, PUSHED, pushNative, setNativeLocal } from "../../objects/frames.ts";
import { PyList_Append, PyList_New } from "../../objects/list_core.ts";
import { PyNumber_Float } from "../../objects/number_float.ts";
import {
  decref,
  isUnicode,
  newRef,
  Py_TPFLAGS_BASETYPE,
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
  Py_TPFLAGS_HAVE_GC,
  replaceSlot,
  typeIn,
  xdecref,
} from "../../objects/object.ts";
import { freeOfHeapType } from "../../objects/type_alloc.ts";
import { Py_None } from "../../objects/types.ts";
import { PyUnicode_GET_LENGTH, PyUnicode_READ_CHAR } from "../../objects/unicode_core.ts";
import { allocate, clearer, traverser } from "../type_support.ts";
import {
  csvError,
  DialectObj,
  dialectOf,
  fieldLimit,
  QUOTE_NONE,
  QUOTE_NONNUMERIC,
  QUOTE_NOTNULL,
  QUOTE_STRINGS,
} from "./dialect.ts";
import { type Buffer, bufferLength, empty, freeBuffer, put, text } from "./text_buffer.ts";

const ReaderObj = struct("ReaderObj", 88, {
  ...OBJECT_HEAD,
  input_iter: [16, "ptr", "where lines come from"],
  dialect: [24, "ptr", "Dialect"],
  fields: [32, "ptr", "list of the row's fields so far"],
  state: [40, "i32", "what is expected"],
  field: [48, "ptr", "the field so far: code points"],
  field_size: [56, "ssize", "its room"],
  field_len: [64, "ssize", "its length"],
  unquoted_field: [72, "i32", "1: the field did not begin with a quote"],
  line_num: [80, "ssize", "lines read"],
});
const INPUT = ReaderObj.input_iter;
const DIALECT = ReaderObj.dialect;
const FIELDS = ReaderObj.fields;
const FIELD: Buffer = { block: ReaderObj.field, room: ReaderObj.field_size, length: ReaderObj.field_len };
export const readerType = reserveTypeCell();

// States. The names say what stands before the next character.
const START_RECORD = 0;
const START_FIELD = 1;
const ESCAPED_CHAR = 2;
const IN_FIELD = 3;
const IN_QUOTED_FIELD = 4;
const ESCAPE_IN_QUOTED_FIELD = 5;
const QUOTE_IN_QUOTED_FIELD = 6;
const EAT_CRNL = 7;
const AFTER_ESCAPED_CRNL = 8;

/** What follows the last character of a line. */
const END_OF_LINE = -2;
const LINE_FEED = 10;
const RETURN = 13;
const SPACE = 32;

function setState(o: Borrowed, state: number): true {
  setI32(o + ReaderObj.state, state);
  return true;
}

/** The field is complete. False with an error set. */
function saveField(o: Borrowed): boolean {
  const quoting = i32(ptr(o + DIALECT) + DialectObj.quoting);
  const isUnquoted = i32(o + ReaderObj.unquoted_field) === 1;
  const length = bufferLength(o, FIELD);
  let field: Owned;
  if (isUnquoted && length === 0 && (quoting === QUOTE_NOTNULL || quoting === QUOTE_STRINGS)) field = Py_None;
  else {
    field = text(o, FIELD);
    if (field !== 0 && isUnquoted && length !== 0 && (quoting === QUOTE_NONNUMERIC || quoting === QUOTE_STRINGS)) {
      const number = PyNumber_Float(field);
      decref(field);
      field = number;
    }
    if (field === 0) return false;
  }
  empty(o, FIELD);
  const status = PyList_Append(ptr(o + FIELDS), field);
  decref(field);
  return status >= 0;
}

function addCharacter(o: Borrowed, character: number): boolean {
  const limit = fieldLimit();
  if (bufferLength(o, FIELD) >= limit) {
    raise(typeIn(csvError), `field larger than field limit (${limit})`);
    return false;
  }
  return put(o, FIELD, character);
}

function endRow(o: Borrowed, c: number): boolean {
  return saveField(o) && setState(o, c === END_OF_LINE ? START_RECORD : EAT_CRNL);
}

function isLineEnd(c: number): boolean {
  return c === LINE_FEED || c === RETURN || c === END_OF_LINE;
}

function inQuotes(dialect: Borrowed, c: number): boolean {
  return c === i32(dialect + DialectObj.quotechar) && i32(dialect + DialectObj.quoting) !== QUOTE_NONE;
}

function startField(o: Borrowed, dialect: Borrowed, c: number): boolean {
  setI32(o + ReaderObj.unquoted_field, 1);
  if (isLineEnd(c)) return endRow(o, c);
  if (inQuotes(dialect, c)) {
    setI32(o + ReaderObj.unquoted_field, 0);
    return setState(o, IN_QUOTED_FIELD);
  }
  if (c === i32(dialect + DialectObj.escapechar)) return setState(o, ESCAPED_CHAR);
  if (c === SPACE && u8(dialect + DialectObj.skipinitialspace) === 1) return true;
  if (c === i32(dialect + DialectObj.delimiter)) return saveField(o);
  return addCharacter(o, c) && setState(o, IN_FIELD);
}

function inField(o: Borrowed, dialect: Borrowed, c: number): boolean {
  if (isLineEnd(c)) return endRow(o, c);
  if (c === i32(dialect + DialectObj.escapechar)) return setState(o, ESCAPED_CHAR);
  if (c === i32(dialect + DialectObj.delimiter)) return saveField(o) && setState(o, START_FIELD);
  return addCharacter(o, c);
}

/** A quote inside a quoted field: its end, or the first of two. */
function afterQuote(o: Borrowed, dialect: Borrowed, c: number): boolean {
  if (inQuotes(dialect, c)) return addCharacter(o, c) && setState(o, IN_QUOTED_FIELD);
  if (c === i32(dialect + DialectObj.delimiter)) return saveField(o) && setState(o, START_FIELD);
  if (isLineEnd(c)) return endRow(o, c);
  if (u8(dialect + DialectObj.strict) === 0) return addCharacter(o, c) && setState(o, IN_FIELD);
  const shown = (offset: number): string => String.fromCodePoint(i32(dialect + offset));
  raise(typeIn(csvError), `'${shown(DialectObj.delimiter)}' expected after '${shown(DialectObj.quotechar)}'`);
  return false;
}

/** Takes a character, or END_OF_LINE. False with an error set. */
function process(o: Borrowed, c: number): boolean {
  const dialect = ptr(o + DIALECT);
  switch (i32(o + ReaderObj.state)) {
    case START_RECORD:
      if (c === END_OF_LINE) return true;
      if (c === LINE_FEED || c === RETURN) return setState(o, EAT_CRNL);
      setState(o, START_FIELD);
      return startField(o, dialect, c);
    case START_FIELD:
      return startField(o, dialect, c);
    case ESCAPED_CHAR:
      if (c === LINE_FEED || c === RETURN) return addCharacter(o, c) && setState(o, AFTER_ESCAPED_CRNL);
      return addCharacter(o, c === END_OF_LINE ? LINE_FEED : c) && setState(o, IN_FIELD);
    case AFTER_ESCAPED_CRNL:
      return c === END_OF_LINE || inField(o, dialect, c);
    case IN_FIELD:
      return inField(o, dialect, c);
    case IN_QUOTED_FIELD:
      if (c === END_OF_LINE) return true;
      if (c === i32(dialect + DialectObj.escapechar)) return setState(o, ESCAPE_IN_QUOTED_FIELD);
      if (!inQuotes(dialect, c)) return addCharacter(o, c);
      return setState(o, u8(dialect + DialectObj.doublequote) === 1 ? QUOTE_IN_QUOTED_FIELD : IN_FIELD);
    case ESCAPE_IN_QUOTED_FIELD:
      return addCharacter(o, c === END_OF_LINE ? LINE_FEED : c) && setState(o, IN_QUOTED_FIELD);
    case QUOTE_IN_QUOTED_FIELD:
      return afterQuote(o, dialect, c);
    default:
      if (c === LINE_FEED || c === RETURN) return true;
      if (c === END_OF_LINE) return setState(o, START_RECORD);
      raise(
        typeIn(csvError),
        "new-line character seen in unquoted field - do you need to open the file with newline=''?",
      );
      return false;
  }
}

/** Takes a line. False with an error set. */
function takeLine(o: Borrowed, line: Borrowed): boolean {
  if (!isUnicode(line)) {
    raise(
      typeIn(csvError),
      `iterator should return strings, not ${typeNameOf(line)} (the file should be opened in text mode)`,
    );
    return false;
  }
  setSsize(o + ReaderObj.line_num, ssize(o + ReaderObj.line_num) + 1);
  const length = PyUnicode_GET_LENGTH(line);
  for (let i = 0; i < length; i++) if (!process(o, PyUnicode_READ_CHAR(line, i))) return false;
  return process(o, END_OF_LINE);
}

// -- next() ----------------------------------------------------------------------------------------------------------------

const READER = 0;

function reader_next(o: Borrowed): Owned {
  const fields = PyList_New(0);
  if (fields === 0) return 0;
  replaceSlot(o + FIELDS, fields);
  empty(o, FIELD);
  setI32(o + ReaderObj.unquoted_field, 0);
  setState(o, START_RECORD);
  const frame = pushNative(STEP_LINE, 1);
  if (frame === 0) return PyErr_NoMemory();
  setNativeLocal(frame, READER, newRef(o));
  return readOn(frame);
}

/** Asks for lines until a row is complete. */
function readOn(frame: Address): Owned {
  for (;;) {
    const line = pushIterNext(ptr(nativeLocal(frame, READER) + INPUT));
    if (line === PUSHED) return PUSHED;
    const answer = afterLine(frame, line);
    if (answer !== GO_ON) return answer;
  }
}

/** The row is not complete: never an address. */
const GO_ON = -1;

function afterLine(frame: Address, line: Owned): Owned {
  const o = nativeLocal(frame, READER);
  if (line === 0) return finishNative(frame, clearStopIteration() ? lastRow(o) : 0);
  const ok = takeLine(o, line);
  decref(line);
  if (!ok) return finishNative(frame, 0);
  return i32(o + ReaderObj.state) === START_RECORD ? finishNative(frame, takeRow(o)) : GO_ON;
}

function lineStep(frame: Address, line: Owned): Owned {
  const answer = afterLine(frame, line);
  return answer === GO_ON ? readOn(frame) : answer;
}
const STEP_LINE = textSlot("csv_reader.line", lineStep);

function takeRow(o: Borrowed): Owned {
  const fields = ptr(o + FIELDS);
  setPtr(o + FIELDS, 0);
  return fields;
}

/** The lines ended: what stands in the field is a last row, unless there is nothing. */
function lastRow(o: Borrowed): Owned {
  if (bufferLength(o, FIELD) === 0 && i32(o + ReaderObj.state) !== IN_QUOTED_FIELD) return 0;
  if (u8(ptr(o + DIALECT) + DialectObj.strict) === 1) return raise(typeIn(csvError), "unexpected end of data");
  return saveField(o) ? takeRow(o) : 0;
}

/** A reader of an iterable. Owned, 0 with an error set. */
export function newReader(source: Borrowed, base: Borrowed, keywords: Borrowed): Owned {
  const o = allocate(typeIn(readerType));
  if (o === 0) return 0;
  const input = PyObject_GetIter(source);
  setPtr(o + INPUT, input);
  const dialect = input === 0 ? 0 : dialectOf(base, keywords);
  setPtr(o + DIALECT, dialect);
  if (dialect !== 0) return o;
  decref(o);
  return 0;
}

declareModuleType(readerType, {
  name: "_csv.reader",
  basicsize: ReaderObj.sizeof,
  flags: Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_DISALLOW_INSTANTIATION,
  slots: {
    tp_dealloc: (o: Address): void => {
      gcUntrack(o);
      for (const field of [INPUT, DIALECT, FIELDS]) xdecref(ptr(o + field));
      freeBuffer(o, FIELD);
      freeOfHeapType(o);
    },
    tp_traverse: traverser(INPUT, DIALECT, FIELDS),
    tp_clear: clearer(INPUT, DIALECT, FIELDS),
    tp_iter: newRef,
    tp_iternext: reader_next,
  },
  members: [
    ["dialect", "object", DIALECT, "readonly"],
    ["line_num", "ssize", ReaderObj.line_num, "readonly"],
  ],
});
