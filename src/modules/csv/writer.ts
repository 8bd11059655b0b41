// csv.writer: rows to lines. A row is an iterable, walked by a consumer; each field is added to the line when its text is there.
import { gcUntrack } from "../../gc/link.ts";
import { type Address, type Borrowed, i32, type Owned, ptr, setI32, setPtr, u8 } from "../../memory/memory.ts";
import { OBJECT_HEAD, struct } from "../../memory/struct.ts";
import { PyNumberMethods, PyTypeObject } from "../../memory/structs/object.ts";
import { text as textSlot } from "../../memory/text.ts";
import { PyObject_GetAttr, pushStr } from "../../objects/abstract.ts";
import { pushCallOneArg } from "../../objects/call.ts";
import { isComplex } from "../../objects/complex_core.ts";
import { ACCUMULATOR, declareConsumer, GO_ON } from "../../objects/consume.ts";
import { declareModuleType, reserveTypeCell } from "../../objects/declare.ts";
import {
  PyErr_Clear,
  PyErr_ExceptionMatches,
  PyErr_NoMemory,
  PyErr_Occurred,
  raise,
  typeNameOf,
} from "../../objects/errors.ts";
import {
  finishNative,
  nativeLocal,
  PUSHED,
  pushNative,
  setNativeLocal,
  takeNativeLocal,
} from "../../objects/frames.ts";
import { identifier } from "../../objects/identifiers.ts";
import { bool } from "../../objects/long_core.ts";
import { nativeWord, setNativeWord } from "../../objects/native_scratch.ts";
import {
  decref,
  isUnicode,
  newRef,
  Py_TPFLAGS_BASETYPE,
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
  Py_TPFLAGS_HAVE_GC,
  typeIn,
  typeOf,
  xdecref,
} from "../../objects/object.ts";
import { freeOfHeapType } from "../../objects/type_alloc.ts";
import { Py_None, PyExc_AttributeError, PyExc_TypeError } from "../../objects/types.ts";
import { PyUnicode_GET_LENGTH, PyUnicode_READ_CHAR } from "../../objects/unicode_core.ts";
import { allocate, clearer, traverser } from "../type_support.ts";
import {
  csvError,
  DialectObj,
  dialectOf,
  isInTerminator,
  NOT_SET,
  QUOTE_ALL,
  QUOTE_NONE,
  QUOTE_NONNUMERIC,
  QUOTE_NOTNULL,
  QUOTE_STRINGS,
} from "./dialect.ts";
import { type Buffer, bufferLength, empty, freeBuffer, put, text } from "./text_buffer.ts";

const WriterObj = struct("WriterObj", 72, {
  ...OBJECT_HEAD,
  write: [16, "ptr", "takes a line"],
  dialect: [24, "ptr", "Dialect"],
  rec: [32, "ptr", "the line so far: code points"],
  rec_size: [40, "ssize", "its room"],
  rec_len: [48, "ssize", "its length"],
  num_fields: [56, "i32", "fields in it"],
  error_obj: [64, "ptr", "not used here"],
});
const WRITE = WriterObj.write;
const DIALECT = WriterObj.dialect;
const LINE: Buffer = { block: WriterObj.rec, room: WriterObj.rec_size, length: WriterObj.rec_len };
export const writerType = reserveTypeCell();

const LINE_FEED = 10;
const RETURN = 13;
const SPACE = 32;

function refuse(message: string): false {
  raise(typeIn(csvError), message);
  return false;
}

/** Whether a character cannot stand in an unquoted field. */
function isSpecial(dialect: Borrowed, c: number): boolean {
  return (
    c === i32(dialect + DialectObj.delimiter) ||
    c === i32(dialect + DialectObj.escapechar) ||
    c === i32(dialect + DialectObj.quotechar) ||
    c === LINE_FEED ||
    c === RETURN ||
    isInTerminator(dialect, c)
  );
}

/** What goes before a character: 0 for nothing, the escape character, or the quote once more; null with an error set. */
function before(dialect: Borrowed, c: number): number | null {
  if (!isSpecial(dialect, c)) return 0;
  const escaping = i32(dialect + DialectObj.escapechar);
  const quote = i32(dialect + DialectObj.quotechar);
  if (i32(dialect + DialectObj.quoting) !== QUOTE_NONE) {
    if (c === quote && u8(dialect + DialectObj.doublequote) === 1) return quote;
    if (c !== quote && c !== escaping) return 0;
  }
  if (escaping !== NOT_SET) return escaping;
  refuse("need to escape, but no escapechar set");
  return null;
}

/** Whether what stands in a field makes quotes necessary. */
function needsQuotes(dialect: Borrowed, field: Borrowed): boolean {
  if (i32(dialect + DialectObj.quoting) === QUOTE_NONE) return false;
  const quote = i32(dialect + DialectObj.quotechar);
  const escaping = i32(dialect + DialectObj.escapechar);
  for (let i = 0; i < PyUnicode_GET_LENGTH(field); i++) {
    const c = PyUnicode_READ_CHAR(field, i);
    if (!isSpecial(dialect, c)) continue;
    const isEscaped = c === quote ? u8(dialect + DialectObj.doublequote) === 0 : c === escaping;
    if (!isEscaped) return true;
  }
  return false;
}

/** Adds a field (0: None) to the line. False with an error set. */
function addField(o: Borrowed, field: Borrowed, mustQuote: boolean): boolean {
  const dialect = ptr(o + DIALECT);
  const quoting = i32(dialect + DialectObj.quoting);
  const length = field === 0 ? 0 : PyUnicode_GET_LENGTH(field);
  let isQuoted = mustQuote;
  const isSpaced = i32(dialect + DialectObj.delimiter) === SPACE && u8(dialect + DialectObj.skipinitialspace) === 1;
  if (length === 0 && isSpaced) {
    if (quoting === QUOTE_NONE || (field === 0 && (quoting === QUOTE_STRINGS || quoting === QUOTE_NOTNULL))) {
      return refuse("empty field must be quoted if delimiter is a space and skipinitialspace is true");
    }
    isQuoted = true;
  }
  if (field !== 0 && needsQuotes(dialect, field)) isQuoted = true;
  if (i32(o + WriterObj.num_fields) > 0 && !put(o, LINE, i32(dialect + DialectObj.delimiter))) return false;
  const quote = i32(dialect + DialectObj.quotechar);
  if (isQuoted && !put(o, LINE, quote)) return false;
  for (let i = 0; i < length; i++) {
    const c = PyUnicode_READ_CHAR(field, i);
    const first = before(dialect, c);
    if (first === null || (first !== 0 && !put(o, LINE, first)) || !put(o, LINE, c)) return false;
  }
  if (isQuoted && !put(o, LINE, quote)) return false;
  setI32(o + WriterObj.num_fields, i32(o + WriterObj.num_fields) + 1);
  return true;
}

/** PyNumber_Check */
function isNumber(o: Borrowed): boolean {
  const methods = ptr(typeOf(o) + PyTypeObject.tp_as_number);
  if (methods === 0) return false;
  const has = (offset: number): boolean => ptr(methods + offset) !== 0;
  return has(PyNumberMethods.nb_index) || has(PyNumberMethods.nb_int) || has(PyNumberMethods.nb_float) || isComplex(o);
}

function mustQuote(o: Borrowed, field: Borrowed): boolean {
  switch (i32(ptr(o + DIALECT) + DialectObj.quoting)) {
    case QUOTE_NONNUMERIC:
      return !isNumber(field);
    case QUOTE_ALL:
      return true;
    case QUOTE_STRINGS:
      return isUnicode(field);
    case QUOTE_NOTNULL:
      return field !== Py_None;
    default:
      return false;
  }
}

// -- writerow --------------------------------------------------------------------------------------------------------------

// Numbers of the walk: whether the field whose text is awaited must be quoted; whether the last field was None.
const QUOTED = 0;
const WAS_NULL = 1;

/** Ends the line and hands it to write(). Owned, 0 or PUSHED. */
function sendLine(o: Borrowed, wasNull: boolean): Owned {
  const dialect = ptr(o + DIALECT);
  const quoting = i32(dialect + DialectObj.quoting);
  if (i32(o + WriterObj.num_fields) > 0 && bufferLength(o, LINE) === 0) {
    const staysNull = wasNull && (quoting === QUOTE_STRINGS || quoting === QUOTE_NOTNULL);
    if (quoting === QUOTE_NONE || staysNull) return raise(typeIn(csvError), "single empty field record must be quoted");
    // A line without anything would be read as no field at all.
    setI32(o + WriterObj.num_fields, i32(o + WriterObj.num_fields) - 1);
    if (!addField(o, 0, true)) return 0;
  }
  const terminator = ptr(dialect + DialectObj.lineterminator);
  for (let i = 0; i < PyUnicode_GET_LENGTH(terminator); i++) {
    if (!put(o, LINE, PyUnicode_READ_CHAR(terminator, i))) return 0;
  }
  const line = text(o, LINE);
  if (line === 0) return 0;
  const result = pushCallOneArg(ptr(o + WRITE), line);
  decref(line);
  return result;
}

const rowWriting = declareConsumer("csv_writer.writerow", {
  wordCount: 2,
  onNotIterable: (_frame, iterable) => {
    if (!PyErr_ExceptionMatches(PyExc_TypeError)) return;
    PyErr_Clear();
    raise(typeIn(csvError), `iterable expected, not ${typeNameOf(iterable)}`);
  },
  onStart: (frame) => {
    const o = nativeLocal(frame, ACCUMULATOR);
    empty(o, LINE);
    setI32(o + WriterObj.num_fields, 0);
    setNativeWord(frame, WAS_NULL, 0);
    return true;
  },
  onItem: (frame, item) => {
    const o = nativeLocal(frame, ACCUMULATOR);
    const quoted = mustQuote(o, item);
    const isNull = item === Py_None;
    setNativeWord(frame, WAS_NULL, isNull ? 1 : 0);
    if (isNull || isUnicode(item)) {
      const ok = addField(o, isNull ? 0 : item, quoted);
      decref(item);
      return ok ? GO_ON : 0;
    }
    setNativeWord(frame, QUOTED, quoted ? 1 : 0);
    const shown = pushStr(item);
    decref(item);
    return shown === PUSHED ? PUSHED : addText(frame, shown);
  },
  onResult: (frame, shown) => addText(frame, shown),
  onEnd: (frame) => bool(nativeWord(frame, WAS_NULL) === 1),
});

function addText(frame: Address, shown: Owned): number {
  if (shown === 0) return 0;
  const ok = addField(nativeLocal(frame, ACCUMULATOR), shown, nativeWord(frame, QUOTED) === 1);
  decref(shown);
  return ok ? GO_ON : 0;
}

/** Walks the row, then hands over the line. */
function writerow(o: Borrowed, row: Borrowed): Owned {
  const frame = pushNative(STEP_WALKED, 1);
  if (frame === 0) return PyErr_NoMemory();
  setNativeLocal(frame, 0, newRef(o));
  const result = rowWriting.push(row, newRef(o));
  return result === PUSHED ? PUSHED : afterWalk(frame, result);
}

function afterWalk(frame: Address, wasNull: Owned): Owned {
  const o = takeNativeLocal(frame, 0);
  finishNative(frame, 0);
  const result = wasNull === 0 ? 0 : sendLine(o, wasNull === bool(true));
  xdecref(wasNull);
  decref(o);
  return result;
}
const STEP_WALKED = textSlot("csv_writer.walked", afterWalk);

const rowsWriting = declareConsumer("csv_writer.writerows", {
  onItem: (frame, row) => {
    const result = writerow(nativeLocal(frame, ACCUMULATOR), row);
    decref(row);
    return result === PUSHED ? PUSHED : afterRow(frame, result);
  },
  onResult: (frame, result) => afterRow(frame, result),
  onEnd: () => Py_None,
});

function afterRow(_frame: Address, result: Owned): number {
  if (result === 0) return 0;
  decref(result);
  return GO_ON;
}

function writerows(o: Borrowed, rows: Borrowed): Owned {
  return rowsWriting.push(rows, newRef(o));
}

const id_write = identifier("write");

/** A writer to an object with write(). Owned, 0 with an error set. */
export function newWriter(target: Borrowed, base: Borrowed, keywords: Borrowed): Owned {
  const o = allocate(typeIn(writerType));
  if (o === 0) return 0;
  const write = PyObject_GetAttr(target, id_write);
  setPtr(o + WRITE, write);
  if (write === 0 && PyErr_Occurred() !== 0 && !PyErr_ExceptionMatches(PyExc_AttributeError)) {
    decref(o);
    return 0;
  }
  const isCallable = write !== 0 && ptr(typeOf(write) + PyTypeObject.tp_call) !== 0;
  if (!isCallable) {
    PyErr_Clear();
    decref(o);
    return raise(PyExc_TypeError, 'argument 1 must have a "write" method');
  }
  const dialect = dialectOf(base, keywords);
  setPtr(o + DIALECT, dialect);
  if (dialect !== 0) return o;
  decref(o);
  return 0;
}

declareModuleType(writerType, {
  name: "_csv.writer",
  basicsize: WriterObj.sizeof,
  flags: Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_DISALLOW_INSTANTIATION,
  slots: {
    tp_dealloc: (o: Address): void => {
      gcUntrack(o);
      for (const field of [WRITE, DIALECT]) xdecref(ptr(o + field));
      freeBuffer(o, LINE);
      freeOfHeapType(o);
    },
    tp_traverse: traverser(WRITE, DIALECT),
    tp_clear: clearer(WRITE, DIALECT),
  },
  members: [["dialect", "object", DIALECT, "readonly"]],
  methods: [
    ["writerow", "(row, /)", writerow],
    ["writerows", "(rows, /)", writerows],
  ],
});
