// str.format and str.format_map: templates with fields in braces.
//
//   "{" [name] ["!" conversion] [":" spec] "}"       name: first part, then ".attribute" and "[index]" parts
//
// A spec may hold fields itself, one level deep. The field's own format, which may be written in Python, is called from
// a native frame; what is looked up on the way to the value, and fields within specs, are settled.
// Invariant: positions are indices of the template's characters; the template is a str that the frame holds.

import { decimalValue } from "../base/unicode/properties.ts";
import type { Address, Borrowed, Owned } from "../memory/memory.ts";
import { text } from "../memory/text.ts";
import {
  PyObject_GetAttr,
  PyObject_GetItem,
  PySequence_Check,
  PySequence_GetItem,
  pushRepr,
  pushStr,
} from "./abstract.ts";
import { keywordDict } from "./call.ts";
import { PyErr_NoMemory, PyErr_SetObject, raise } from "./errors.ts";
import { pushAscii, pushFormat } from "./format.ts";
import { formatLong } from "./format_spec.ts";
import {
  currentFrame,
  finishNative,
  nativeLocal,
  PUSHED,
  setNativeLocal,
  setStep,
  settle,
  takeNativeLocal,
} from "./frames.ts";
import { PyList_Append, PyList_New } from "./list_core.ts";
import { bool, PyLong_FromNumber } from "./long_core.ts";
import { nativeWord, pushNativeWithWords, setNativeWord } from "./native_scratch.ts";
import { decref, newRef, sizeOf, typeOf, xdecref } from "./object.ts";
import { PyTuple_Pack, tupleFromArray } from "./tuple_core.ts";
import { Py_None, PyExc_IndexError, PyExc_KeyError, PyExc_ValueError, PyLong_Type } from "./types.ts";
import {
  PyUnicode_DATA,
  PyUnicode_GET_LENGTH,
  PyUnicode_KIND,
  PyUnicode_READ,
  PyUnicode_Substring,
  unicodeChar,
} from "./unicode_core.ts";
import {
  UnicodeWriter_Finish,
  UnicodeWriter_New,
  UnicodeWriter_SetOverallocate,
  UnicodeWriter_WriteStr,
  UnicodeWriter_WriteSubstring,
} from "./unicode_writer.ts";

const code = (character: string): number => character.charCodeAt(0);
const OPEN = code("{");
const CLOSE = code("}");
const OPEN_INDEX = code("[");
const CLOSE_INDEX = code("]");
const BANG = code("!");
const COLON = code(":");
const DOT = code(".");

const SSIZE_LIMIT = 2 ** 63;

// -- the parser --------------------------------------------------------------------------------------------------------

/** One step of a template: a literal, then perhaps a field. */
interface Part {
  literalStart: number;
  literalEnd: number;
  hasField: boolean;
  nameStart: number;
  nameEnd: number;
  /** 0 for none. */
  conversion: number;
  specStart: number;
  specEnd: number;
  specHasFields: boolean;
  /** Where the next part begins. */
  next: number;
}

function refuse(message: string): null {
  raise(PyExc_ValueError, message);
  return null;
}

/** MarkupIterator_next: the part that begins at a position before the end; null with ValueError set. */
function nextPart(template: Borrowed, position: number, end: number): Part | null {
  const kind = PyUnicode_KIND(template);
  const data = PyUnicode_DATA(template);
  const at = (index: number): number => PyUnicode_READ(kind, data, index);
  let i = position;
  let c = 0;
  let markup = false;
  while (i < end && !markup) {
    c = at(i++);
    markup = c === OPEN || c === CLOSE;
  }
  const part: Part = {
    literalStart: position,
    literalEnd: i,
    hasField: false,
    nameStart: 0,
    nameEnd: 0,
    conversion: 0,
    specStart: 0,
    specEnd: 0,
    specHasFields: false,
    next: i,
  };
  if (!markup) return part;
  const atEnd = i >= end;
  if (c === CLOSE && (atEnd || at(i) !== c)) return refuse("Single '}' encountered in format string");
  if (atEnd) return refuse("Single '{' encountered in format string");
  if (at(i) === c) {
    // A doubled brace stands for itself.
    part.next = i + 1;
    return part;
  }
  part.literalEnd = i - 1;
  part.hasField = true;
  return readField(part, at, i, end);
}

function readField(part: Part, at: (index: number) => number, start: number, end: number): Part | null {
  let i = start;
  let c = 0;
  let ended = false;
  part.nameStart = start;
  while (i < end && !ended) {
    c = at(i++);
    if (c === OPEN) return refuse("unexpected '{' in field name");
    // What stands in brackets is passed over, whatever it is.
    if (c === OPEN_INDEX) while (i < end && at(i) !== CLOSE_INDEX) i++;
    else ended = c === CLOSE || c === COLON || c === BANG;
  }
  part.nameEnd = i - 1;
  part.next = i;
  if (!ended) return refuse("expected '}' before end of string");
  if (c === CLOSE) return part;
  if (c === BANG) {
    if (i >= end) return refuse("end of string while looking for conversion specifier");
    part.conversion = at(i++);
    if (i < end) {
      c = at(i++);
      part.next = i;
      if (c === CLOSE) return part;
      if (c !== COLON) return refuse("expected ':' after conversion specifier");
    }
  }
  part.specStart = i;
  for (let depth = 1; i < end; ) {
    c = at(i++);
    if (c === OPEN) {
      part.specHasFields = true;
      depth++;
    } else if (c === CLOSE && --depth === 0) {
      part.specEnd = i - 1;
      part.next = i;
      return part;
    }
  }
  return refuse("unmatched '{' in format spec");
}

const NO_NUMBER = -1;

/** get_integer: the number that characters spell; NO_NUMBER when they spell none; -2 with ValueError set. */
function readNumber(template: Borrowed, start: number, end: number): number {
  if (start >= end) return NO_NUMBER;
  const kind = PyUnicode_KIND(template);
  const data = PyUnicode_DATA(template);
  let value = 0;
  for (let i = start; i < end; i++) {
    const digit = decimalValue(PyUnicode_READ(kind, data, i));
    if (digit < 0) return NO_NUMBER;
    value = value * 10 + digit;
    if (value >= SSIZE_LIMIT) {
      raise(PyExc_ValueError, "Too many decimal digits in format string");
      return -2;
    }
  }
  return value;
}

// -- values ------------------------------------------------------------------------------------------------------------

const NUMBERING_UNKNOWN = 0;
const NUMBERING_AUTOMATIC = 1;
const NUMBERING_MANUAL = 2;

/** How fields without a name are numbered: shared with the specs inside. */
interface Numbering {
  state: number;
  next: number;
}

/** Where the first part of a field's name ends. */
function firstEnd(template: Borrowed, start: number, end: number): number {
  const kind = PyUnicode_KIND(template);
  const data = PyUnicode_DATA(template);
  for (let i = start; i < end; i++) {
    const c = PyUnicode_READ(kind, data, i);
    if (c === DOT || c === OPEN_INDEX) return i;
  }
  return end;
}

function firstValue(
  template: Borrowed,
  start: number,
  end: number,
  args: Borrowed,
  mapping: Borrowed,
  numbering: Numbering,
): Owned {
  let index = readNumber(template, start, end);
  if (index < NO_NUMBER) return 0;
  const isEmpty = start === end;
  if (isEmpty || index >= 0) {
    const wanted = isEmpty ? NUMBERING_AUTOMATIC : NUMBERING_MANUAL;
    if (numbering.state === NUMBERING_UNKNOWN) numbering.state = wanted;
    else if (numbering.state !== wanted) {
      return raise(
        PyExc_ValueError,
        wanted === NUMBERING_AUTOMATIC
          ? "cannot switch from manual field specification to automatic field numbering"
          : "cannot switch from automatic field numbering to manual field specification",
      );
    }
    if (isEmpty) index = numbering.next++;
  }
  if (index < 0) {
    const key = PyUnicode_Substring(template, start, end);
    if (key === 0) return PyErr_NoMemory();
    const value = mapping === 0 ? PyErr_SetObject(PyExc_KeyError, key) : PyObject_GetItem(mapping, key);
    decref(key);
    return value;
  }
  if (args === 0) return raise(PyExc_ValueError, "Format string contains positional fields");
  if (index >= sizeOf(args)) {
    return raise(PyExc_IndexError, `Replacement index ${index} out of range for positional args tuple`);
  }
  return PySequence_GetItem(args, index);
}

/** One ".attribute" or "[index]" of a field's name. */
interface Step {
  isAttribute: boolean;
  start: number;
  end: number;
  next: number;
}

/** FieldNameIterator_next; null with ValueError set. */
function nextStep(template: Borrowed, position: number, end: number): Step | null {
  const kind = PyUnicode_KIND(template);
  const data = PyUnicode_DATA(template);
  const c = PyUnicode_READ(kind, data, position);
  let i = position + 1;
  const start = i;
  if (c === DOT) {
    for (; i < end; i++) {
      const d = PyUnicode_READ(kind, data, i);
      if (d === DOT || d === OPEN_INDEX) break;
    }
    if (i === start) return refuse("Empty attribute in format string");
    return { isAttribute: true, start, end: i, next: i };
  }
  if (c !== OPEN_INDEX) return refuse("Only '.' or '[' may follow ']' in format field specifier");
  while (i < end && PyUnicode_READ(kind, data, i) !== CLOSE_INDEX) i++;
  if (i === end) return refuse("Missing ']' in format string");
  if (i === start) return refuse("Empty attribute in format string");
  return { isAttribute: false, start, end: i, next: i + 1 };
}

function stepValue(template: Borrowed, step: Step, o: Borrowed): Owned {
  if (!step.isAttribute) {
    const index = readNumber(template, step.start, step.end);
    if (index < NO_NUMBER) return 0;
    if (index >= 0) {
      if (PySequence_Check(o)) return PySequence_GetItem(o, index);
      const number = PyLong_FromNumber(index);
      if (number === 0) return PyErr_NoMemory();
      const item = PyObject_GetItem(o, number);
      decref(number);
      return item;
    }
  }
  const name = PyUnicode_Substring(template, step.start, step.end);
  if (name === 0) return PyErr_NoMemory();
  const value = step.isAttribute ? PyObject_GetAttr(o, name) : PyObject_GetItem(o, name);
  decref(name);
  return value;
}

/** get_field_object: the value that a field's name means. */
function fieldValue(template: Borrowed, part: Part, args: Borrowed, mapping: Borrowed, numbering: Numbering): Owned {
  const end = part.nameEnd;
  let position = firstEnd(template, part.nameStart, end);
  let value = firstValue(template, part.nameStart, position, args, mapping, numbering);
  while (value !== 0 && position < end) {
    const step = nextStep(template, position, end);
    const inner = step === null ? 0 : stepValue(template, step, value);
    decref(value);
    value = inner;
    if (step !== null) position = step.next;
  }
  return value;
}

/** Conversion of a value; may answer PUSHED. */
function pushConversion(value: Borrowed, conversion: number): Owned {
  if (conversion === code("r")) return pushRepr(value);
  if (conversion === code("s")) return pushStr(value);
  if (conversion === code("a")) return pushAscii(value);
  const shown = conversion > 32 && conversion < 127 ? String.fromCharCode(conversion) : `\\x${conversion.toString(16)}`;
  return raise(PyExc_ValueError, `Unknown conversion specifier ${shown}`);
}

/** A field's text. An int writes its digits, so a single one is no string of its own. May answer PUSHED. */
function pushShown(value: Borrowed, spec: Borrowed): Owned {
  return typeOf(value) === PyLong_Type ? formatLong(value, spec) : pushFormat(value, spec);
}

// -- fields within a spec: settled -------------------------------------------------------------------------------------

/** build_string for a spec; 0 with an error set. */
function expandSpec(
  template: Borrowed,
  start: number,
  end: number,
  args: Borrowed,
  mapping: Borrowed,
  numbering: Numbering,
): Owned {
  const writer = UnicodeWriter_New(true, PyUnicode_GET_LENGTH(template) + 100);
  if (writer === 0) return PyErr_NoMemory();
  for (let position = start; position < end; ) {
    const part = nextPart(template, position, end);
    if (part === null || !writeSpecPart(writer, template, part, end, args, mapping, numbering)) {
      decref(writer);
      return 0;
    }
    position = part.next;
  }
  return UnicodeWriter_Finish(writer) || PyErr_NoMemory();
}

/** Writes a part's literal. The last piece of all needs no room for more, and is the result itself when it is the only one. */
function writeLiteral(writer: Borrowed, template: Borrowed, part: Part, end: number): boolean {
  const isLast = part.next >= end;
  if (isLast && !part.hasField) UnicodeWriter_SetOverallocate(writer, false);
  const written = UnicodeWriter_WriteSubstring(writer, template, part.literalStart, part.literalEnd);
  if (isLast) UnicodeWriter_SetOverallocate(writer, false);
  return written;
}

function writeSpecPart(
  writer: Borrowed,
  template: Borrowed,
  part: Part,
  end: number,
  args: Borrowed,
  mapping: Borrowed,
  numbering: Numbering,
): boolean {
  if (!writeLiteral(writer, template, part, end)) {
    PyErr_NoMemory();
    return false;
  }
  if (!part.hasField) return true;
  let value = fieldValue(template, part, args, mapping, numbering);
  if (value !== 0 && part.conversion !== 0) {
    const base = currentFrame();
    const converted = settle(base, pushConversion(value, part.conversion));
    decref(value);
    value = converted;
  }
  if (value === 0) return false;
  if (part.specHasFields) {
    decref(value);
    raise(PyExc_ValueError, "Max string recursion exceeded");
    return false;
  }
  const spec = PyUnicode_Substring(template, part.specStart, part.specEnd) || PyErr_NoMemory();
  const shown = spec === 0 ? 0 : settle(currentFrame(), pushShown(value, spec));
  xdecref(spec);
  decref(value);
  if (shown === 0) return false;
  const written = UnicodeWriter_WriteStr(writer, shown);
  decref(shown);
  if (!written) PyErr_NoMemory();
  return written;
}

// -- the walk through a template ---------------------------------------------------------------------------------------

const TEMPLATE = 0;
const ARGS = 1;
const MAPPING = 2;
const WRITER = 3;
const VALUE = 4;
const SPEC = 5;
const LOCAL_COUNT = 6;
const POSITION = 0;
const NUMBERING_STATE = 1;
const NUMBERING_NEXT = 2;
const CONVERSION = 3;
const WORD_COUNT = 4;

/** Takes args and mapping (0: none). May answer PUSHED. */
function pushBuild(template: Borrowed, args: Owned, mapping: Owned): Owned {
  const writer = UnicodeWriter_New(true, PyUnicode_GET_LENGTH(template) + 100);
  const frame = writer === 0 ? 0 : pushNativeWithWords(STEP_FORMATTED, LOCAL_COUNT, WORD_COUNT);
  if (frame === 0) {
    xdecref(writer);
    xdecref(args);
    xdecref(mapping);
    return PyErr_NoMemory();
  }
  setNativeLocal(frame, TEMPLATE, newRef(template));
  setNativeLocal(frame, ARGS, args);
  setNativeLocal(frame, MAPPING, mapping);
  setNativeLocal(frame, WRITER, writer);
  return walk(frame);
}

/** Goes through parts until a call pushes, an error, or the end. */
function walk(frame: Address): Owned {
  const template = nativeLocal(frame, TEMPLATE);
  const end = PyUnicode_GET_LENGTH(template);
  for (;;) {
    const position = nativeWord(frame, POSITION);
    if (position >= end) {
      return finishNative(frame, UnicodeWriter_Finish(takeNativeLocal(frame, WRITER)) || PyErr_NoMemory());
    }
    const part = nextPart(template, position, end);
    if (part === null) return finishNative(frame, 0);
    if (!writeLiteral(nativeLocal(frame, WRITER), template, part, end)) {
      return finishNative(frame, PyErr_NoMemory());
    }
    setNativeWord(frame, POSITION, part.next);
    if (!part.hasField) continue;
    const result = pushField(frame, part);
    if (result === PUSHED) return PUSHED;
    if (!writeResult(frame, result)) return finishNative(frame, 0);
  }
}

/** The text of a field: Owned, 0 with an error set, or PUSHED with the next step set. */
function pushField(frame: Address, part: Part): Owned {
  const template = nativeLocal(frame, TEMPLATE);
  const args = nativeLocal(frame, ARGS);
  const mapping = nativeLocal(frame, MAPPING);
  const numbering: Numbering = { state: nativeWord(frame, NUMBERING_STATE), next: nativeWord(frame, NUMBERING_NEXT) };
  const value = fieldValue(template, part, args, mapping, numbering);
  if (value === 0) return 0;
  setNativeLocal(frame, VALUE, value);
  // CPython converts before it expands the spec; only a spec with fields can tell, and keeps that order here.
  setNativeWord(frame, CONVERSION, part.conversion);
  if (part.conversion !== 0 && part.specHasFields) {
    const base = currentFrame();
    const converted = settle(base, pushConversion(value, part.conversion));
    if (converted === 0) return 0;
    decref(takeNativeLocal(frame, VALUE));
    setNativeLocal(frame, VALUE, converted);
    setNativeWord(frame, CONVERSION, 0);
  }
  const spec = part.specHasFields
    ? expandSpec(template, part.specStart, part.specEnd, args, mapping, numbering)
    : PyUnicode_Substring(template, part.specStart, part.specEnd) || PyErr_NoMemory();
  setNativeWord(frame, NUMBERING_STATE, numbering.state);
  setNativeWord(frame, NUMBERING_NEXT, numbering.next);
  if (spec === 0) return 0;
  setNativeLocal(frame, SPEC, spec);
  if (nativeWord(frame, CONVERSION) !== 0) {
    setStep(frame, STEP_CONVERTED);
    const converted = pushConversion(nativeLocal(frame, VALUE), nativeWord(frame, CONVERSION));
    if (converted === PUSHED) return PUSHED;
    return formatConverted(frame, converted);
  }
  setStep(frame, STEP_FORMATTED);
  return pushShown(nativeLocal(frame, VALUE), spec);
}

function formatConverted(frame: Address, converted: Owned): Owned {
  if (converted === 0) return 0;
  decref(takeNativeLocal(frame, VALUE));
  setNativeLocal(frame, VALUE, converted);
  setStep(frame, STEP_FORMATTED);
  return pushShown(converted, nativeLocal(frame, SPEC));
}

/** Writes a field's text and lets go of the field. False with an error set. */
function writeResult(frame: Address, result: Owned): boolean {
  if (result === 0) return false;
  const written = UnicodeWriter_WriteStr(nativeLocal(frame, WRITER), result);
  decref(result);
  decref(takeNativeLocal(frame, VALUE));
  decref(takeNativeLocal(frame, SPEC));
  if (!written) PyErr_NoMemory();
  return written;
}

function afterFormatted(frame: Address, result: Owned): Owned {
  return writeResult(frame, result) ? walk(frame) : finishNative(frame, 0);
}

const STEP_FORMATTED = text("str.format.formatted", afterFormatted);
const STEP_CONVERTED = text("str.format.converted", (frame: Address, delivered: Owned): Owned => {
  const result = formatConverted(frame, delivered);
  return result === PUSHED ? PUSHED : afterFormatted(frame, result);
});

/** str.format */
export function pushFormatMethod(template: Borrowed, args: Address, nargs: number, kwnames: Borrowed): Owned {
  const tuple = tupleFromArray(args, nargs);
  if (tuple === 0) return PyErr_NoMemory();
  let mapping = 0;
  if (kwnames !== 0 && sizeOf(kwnames) > 0) {
    mapping = keywordDict(kwnames, args + nargs * 8);
    if (mapping === 0) {
      decref(tuple);
      return 0;
    }
  }
  return pushBuild(template, tuple, mapping);
}

/** str.format_map */
export function pushFormatMap(template: Borrowed, mapping: Borrowed): Owned {
  return pushBuild(template, 0, newRef(mapping));
}

// -- for the module _string --------------------------------------------------------------------------------------------

function pack(...parts: Owned[]): Owned {
  const result = parts.includes(0) ? 0 : PyTuple_Pack(...parts);
  for (const part of parts) xdecref(part);
  return result || PyErr_NoMemory();
}

function appendSteal(list: Borrowed, item: Owned): boolean {
  if (item === 0) return false;
  const status = PyList_Append(list, item);
  decref(item);
  return status === 0;
}

/** A list of what _string.formatter_parser yields: (literal, field name, spec, conversion). */
export function formatterParts(template: Borrowed): Owned {
  const list = PyList_New(0);
  const end = PyUnicode_GET_LENGTH(template);
  for (let position = 0; list !== 0 && position < end; ) {
    const part = nextPart(template, position, end);
    const item =
      part === null
        ? 0
        : pack(
            PyUnicode_Substring(template, part.literalStart, part.literalEnd),
            part.hasField ? PyUnicode_Substring(template, part.nameStart, part.nameEnd) : Py_None,
            part.hasField ? PyUnicode_Substring(template, part.specStart, part.specEnd) : Py_None,
            part.conversion === 0 ? Py_None : unicodeChar(part.conversion),
          );
    if (!appendSteal(list, item)) {
      decref(list);
      return 0;
    }
    if (part !== null) position = part.next;
  }
  return list;
}

/** What _string.formatter_field_name_split needs: (first, list of (is attribute, name or index)). */
export function formatterFieldNameSplit(name: Borrowed): Owned {
  const end = PyUnicode_GET_LENGTH(name);
  let position = firstEnd(name, 0, end);
  const first = nameOrNumber(name, 0, position);
  const list = first === 0 ? 0 : PyList_New(0);
  while (list !== 0 && position < end) {
    const step = nextStep(name, position, end);
    const value =
      step === null
        ? 0
        : step.isAttribute
          ? PyUnicode_Substring(name, step.start, step.end) || PyErr_NoMemory()
          : nameOrNumber(name, step.start, step.end);
    const item = value === 0 || step === null ? 0 : pack(bool(step.isAttribute), value);
    if (!appendSteal(list, item)) {
      decref(list);
      decref(first);
      return 0;
    }
    if (step !== null) position = step.next;
  }
  return list === 0 ? 0 : pack(first, list);
}

function nameOrNumber(name: Borrowed, start: number, end: number): Owned {
  const index = readNumber(name, start, end);
  if (index < NO_NUMBER) return 0;
  return (index >= 0 ? PyLong_FromNumber(index) : PyUnicode_Substring(name, start, end)) || PyErr_NoMemory();
}
