// "%" formatting of str and bytes.
//
//   "%" ["(" key ")"] flags [width] ["." precision] [hlL] conversion          width and precision: digits or "*"
//
// bytes are formatted as the str of the same latin-1 characters, with the rules that bytes have for %s, %b and %c, and made
// bytes again in the end. What may be written in Python and is asked for often (__str__ and __repr__) is called from a native
// frame; numbers and keys are settled.
// Invariant: while a call is out, the frame's words hold the directive that asked for it.

import { FORMAT_ALTERNATE, formatDouble } from "../base/float_text.ts";
import { type Address, type Borrowed, CAPACITY, type Owned, ptr } from "../memory/memory.ts";
import { PyMappingMethods, PyNumberMethods, PyTypeObject } from "../memory/structs/object.ts";
import { text } from "../memory/text.ts";
import { PyObject_GetItem, pushRepr, pushStr } from "./abstract.ts";
import { closeBuffer, openBuffer, PyObject_CheckBuffer } from "./buffer.ts";
import { BYTES_DATA, PyBytes_CheckExact, PyBytes_FromStringAndSize } from "./bytes_core.ts";
import { bytesOfBuffer } from "./bytes_make.ts";
import { PyObject_CallNoArgs } from "./call.ts";
import { decodeLatin1 } from "./codecs/single_byte.ts";
import { convertFloat, PyNumber_Index } from "./convert.ts";
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_NoMemory, PyErr_Occurred, raise, typeNameOf } from "./errors.ts";
import { pushAscii } from "./format.ts";
import { finishNative, nativeLocal, PUSHED, setNativeLocal, takeNativeLocal } from "./frames.ts";
import { identifier } from "./identifiers.ts";
import { longSign, longToNumber } from "./long_core.ts";
import { longBinaryText, longDecimalText, longFormatted } from "./long_text.ts";
import { nativeWord, pushNativeWithWords, setNativeWord } from "./native_scratch.ts";
import { PyNumber_Long } from "./number_long.ts";
import { decref, isBytes, isInstanceOf, isInt, isTuple, isUnicode, newRef, sizeOf, typeOf, xdecref } from "./object.ts";
import { _PyObject_LookupSpecial } from "./special.ts";
import { fitsSsize } from "./ssize.ts";
import { PyTuple_GET_ITEM } from "./tuple_core.ts";
import { PyByteArray_Type, PyExc_OverflowError, PyExc_TypeError, PyExc_ValueError, PyLong_Type } from "./types.ts";
import {
  MAX_UNICODE,
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
  UnicodeWriter_WriteASCIIString,
  UnicodeWriter_WriteChar,
  UnicodeWriter_WriteStr,
  UnicodeWriter_WriteSubstring,
} from "./unicode_writer.ts";

const code = (character: string): number => character.charCodeAt(0);
const PERCENT = code("%");
const id_bytes = identifier("__bytes__");

// Flags of a directive.
const LEFT = 1;
const PLUS = 2;
const BLANK = 4;
const ALTERNATE = 8;
const ZERO = 16;
const FLAGS = new Map([
  [code("-"), LEFT],
  [code("+"), PLUS],
  [code(" "), BLANK],
  [code("#"), ALTERNATE],
  [code("0"), ZERO],
]);

// Locals of the frame.
const FORMAT = 0;
const ARGS = 1;
const MAPPING = 2;
const WRITER = 3;
/** What a key named: the arguments of one directive. */
const KEYED = 4;
const LOCAL_COUNT = 5;

// Words of the frame.
const POSITION = 0;
const ARG_INDEX = 1;
const BYTES_MODE = 2;
const FLAG_BITS = 3;
const WIDTH = 4;
const PRECISION = 5;
const CONVERSION = 6;
/** 1 when the second "%" follows the first at once: only then does it stand for itself. */
const IS_DOUBLED = 7;
const WORD_COUNT = 8;

const NONE = -1;
const MAX_WIDTH = 0x7fffffff;
const SSIZE_LARGEST = (1n << 63n) - 1n;
/** More digits, zeros in front included, are not read: flags have taken the zeros. */
const SSIZE_DIGITS = 19;

// -- arguments ---------------------------------------------------------------------------------------------------------

/** The next argument, borrowed; 0 with TypeError set. */
function nextArgument(frame: Address): Borrowed {
  const keyed = nativeLocal(frame, KEYED);
  const index = nativeWord(frame, ARG_INDEX);
  const args = nativeLocal(frame, ARGS);
  if (keyed !== 0) {
    if (nativeWord(frame, ARG_INDEX) >= 0) return notEnough();
    setNativeWord(frame, ARG_INDEX, 0);
    return keyed;
  }
  if (isTuple(args)) {
    if (index >= sizeOf(args)) return notEnough();
    setNativeWord(frame, ARG_INDEX, index + 1);
    return PyTuple_GET_ITEM(args, index);
  }
  if (index > 0) return notEnough();
  setNativeWord(frame, ARG_INDEX, 1);
  return args;
}

function notEnough(): 0 {
  return raise(PyExc_TypeError, "not enough arguments for format string");
}

function hasMapping(o: Borrowed): boolean {
  const mapping = ptr(typeOf(o) + PyTypeObject.tp_as_mapping);
  return mapping !== 0 && ptr(mapping + PyMappingMethods.mp_subscript) !== 0;
}

/** An int for "*"; NaN with an error set. */
function starValue(frame: Address, what: string): number {
  const o = nextArgument(frame);
  if (o === 0) return Number.NaN;
  if (!isInt(o)) {
    raise(PyExc_TypeError, "* wants int");
    return Number.NaN;
  }
  const value = longToNumber(o);
  if (value > MAX_WIDTH || value < -MAX_WIDTH) {
    if (what === "width" && fitsSsize(o)) return value < 0 ? -MAX_WIDTH : MAX_WIDTH;
    raise(
      PyExc_OverflowError,
      what === "width" ? "Python int too large to convert to C ssize_t" : "Python int too large to convert to C int",
    );
    return Number.NaN;
  }
  return value;
}

function tooBig(what: string): number {
  raise(PyExc_ValueError, `${what} too big`);
  return Number.NaN;
}

// -- directives --------------------------------------------------------------------------------------------------------

/** Reads the directive behind a "%" into the frame's words. False with an error set. */
function readDirective(frame: Address, end: number, at: (index: number) => number): boolean {
  let i = nativeWord(frame, POSITION);
  let flags = 0;
  let width = NONE;
  let precision = NONE;
  const refuse = (type: Address, message: string): false => {
    raise(type, message);
    return false;
  };
  if (i >= end) return refuse(PyExc_ValueError, "incomplete format");
  if (at(i) === code("(")) {
    if (nativeLocal(frame, MAPPING) === 0) return refuse(PyExc_TypeError, "format requires a mapping");
    const start = ++i;
    for (let depth = 1; depth > 0; i++) {
      if (i >= end) return refuse(PyExc_ValueError, "incomplete format key");
      const c = at(i);
      if (c === code(")")) depth--;
      else if (c === code("(")) depth++;
    }
    if (!takeKey(frame, start, i - 1)) return false;
  }
  for (; i < end; i++) {
    const flag = FLAGS.get(at(i));
    if (flag === undefined) break;
    flags |= flag;
  }
  const digits = (what: string): number => {
    let value = 0;
    const first = i;
    for (; i < end && at(i) >= 48 && at(i) <= 57; i++) {
      value = value * 10 + at(i) - 48;
      if (value <= MAX_WIDTH) continue;
      // A width may be any Py_ssize_t; that no text is so wide shows when it is made.
      let text = "";
      for (let k = first; k <= i && what === "width"; k++) text += String.fromCharCode(at(k));
      if (what === "precision" && nativeWord(frame, BYTES_MODE) !== 0) return tooBig("prec");
      if (text === "" || text.length > SSIZE_DIGITS || BigInt(text) > SSIZE_LARGEST) return tooBig(what);
    }
    return Math.min(value, MAX_WIDTH);
  };
  if (i < end && at(i) === code("*")) {
    width = starValue(frame, "width");
    if (width !== width) return false;
    if (width < 0) {
      flags |= LEFT;
      width = -width;
    }
    i++;
  } else if (i < end && at(i) >= 48 && at(i) <= 57) {
    width = digits("width");
    if (width !== width) return false;
  }
  if (i < end && at(i) === code(".")) {
    i++;
    if (i < end && at(i) === code("*")) {
      precision = starValue(frame, "precision");
      if (precision !== precision) return false;
      precision = Math.max(precision, 0);
      i++;
    } else {
      precision = digits("precision");
      if (precision !== precision) return false;
    }
  }
  if (i < end && (at(i) === code("h") || at(i) === code("l") || at(i) === code("L"))) i++;
  if (i >= end) return refuse(PyExc_ValueError, "incomplete format");
  setNativeWord(frame, CONVERSION, at(i));
  setNativeWord(frame, IS_DOUBLED, i === nativeWord(frame, POSITION) ? 1 : 0);
  setNativeWord(frame, FLAG_BITS, flags);
  setNativeWord(frame, WIDTH, width);
  setNativeWord(frame, PRECISION, precision);
  setNativeWord(frame, POSITION, i + 1);
  return true;
}

/** Puts what a key names in the place of the arguments. */
function takeKey(frame: Address, start: number, end: number): boolean {
  const name = PyUnicode_Substring(nativeLocal(frame, FORMAT), start, end);
  const key = name === 0 || nativeWord(frame, BYTES_MODE) === 0 ? name : bytesOf(name);
  if (key === 0) {
    if (PyErr_Occurred() === 0) PyErr_NoMemory();
    return false;
  }
  const value = PyObject_GetItem(nativeLocal(frame, MAPPING), key);
  decref(key);
  if (value === 0) return false;
  xdecref(takeNativeLocal(frame, KEYED));
  setNativeLocal(frame, KEYED, value);
  setNativeWord(frame, ARG_INDEX, NONE);
  return true;
}

/** The bytes of a str of latin-1 characters; takes it. */
function bytesOf(string: Owned): Owned {
  const length = PyUnicode_GET_LENGTH(string);
  const bytes = PyBytes_FromStringAndSize(length === 0 ? 0 : PyUnicode_DATA(string), length);
  decref(string);
  return bytes;
}

// -- numbers -----------------------------------------------------------------------------------------------------------

function isNumber(o: Borrowed): boolean {
  const numbers = ptr(typeOf(o) + PyTypeObject.tp_as_number);
  if (numbers === 0) return false;
  return (
    ptr(numbers + PyNumberMethods.nb_index) !== 0 ||
    ptr(numbers + PyNumberMethods.nb_int) !== 0 ||
    ptr(numbers + PyNumberMethods.nb_float) !== 0
  );
}

/** mainformatlong: the text with sign and prefix; null with an error set. */
function integerText(o: Borrowed, conversion: string, flags: number, precision: number): string | null {
  const wantsIndex = conversion === "x" || conversion === "X" || conversion === "o";
  const wrongType = (): null => {
    const wanted = wantsIndex ? "an integer" : "a real number";
    raise(PyExc_TypeError, `%${conversion} format: ${wanted} is required, not ${typeNameOf(o)}`);
    return null;
  };
  if (!isNumber(o)) return wrongType();
  let number: Owned;
  if (isInt(o)) number = newRef(o);
  else {
    number = wantsIndex ? PyNumber_Index(o) : PyNumber_Long(o);
    if (number === 0) {
      if (!PyErr_ExceptionMatches(PyExc_TypeError)) return null;
      PyErr_Clear();
      return wrongType();
    }
  }
  const negative = longSign(number) < 0;
  let digits: string | null;
  let prefix = "";
  if (conversion === "o") {
    digits = longBinaryText(number, 8);
    if (flags & ALTERNATE) prefix = "0o";
  } else if (wantsIndex) {
    digits = longBinaryText(number, 16);
    if (flags & ALTERNATE) prefix = "0x";
  } else {
    digits = longDecimalText(number);
    if (digits !== null && negative) digits = digits.slice(1);
  }
  decref(number);
  if (digits === null) return null;
  const all = prefix + digits.padStart(precision, "0");
  return (negative ? "-" : "") + (conversion === "X" ? upperAscii(all) : all);
}

function upperAscii(value: string): string {
  let result = "";
  for (let i = 0; i < value.length; i++) {
    const c = value.charCodeAt(i);
    result += String.fromCharCode(c >= 97 && c <= 122 ? c - 32 : c);
  }
  return result;
}

const DEFAULT_PRECISION = 6;

function floatText(
  o: Borrowed,
  conversion: string,
  flags: number,
  precision: number,
  bytesMode: boolean,
): string | null {
  const value = convertFloat(o);
  if (value === -1 && PyErr_Occurred() !== 0) {
    if (bytesMode) raise(PyExc_TypeError, `float argument required, not ${typeNameOf(o)}`);
    return null;
  }
  return formatDouble(
    value,
    conversion,
    precision < 0 ? DEFAULT_PRECISION : precision,
    flags & ALTERNATE ? FORMAT_ALTERNATE : 0,
  );
}

const WRONG_BYTE = "%c requires an integer in range(256) or a single byte";

/** formatchar: the character of a "%c"; -1 with an error set. */
function characterOf(o: Borrowed, bytesMode: boolean): number {
  const limit = bytesMode ? 255 : MAX_UNICODE;
  if (bytesMode && (isBytes(o) || isInstanceOf(o, PyByteArray_Type))) return byteOf(o);
  if (!bytesMode && isUnicode(o)) {
    if (PyUnicode_GET_LENGTH(o) === 1) return PyUnicode_READ(PyUnicode_KIND(o), PyUnicode_DATA(o), 0);
    raise(PyExc_TypeError, "%c requires int or char");
    return -1;
  }
  const number = PyNumber_Index(o);
  if (number === 0) {
    if (!PyErr_ExceptionMatches(PyExc_TypeError)) return -1;
    PyErr_Clear();
    raise(PyExc_TypeError, bytesMode ? WRONG_BYTE : "%c requires int or char");
    return -1;
  }
  const value = longToNumber(number);
  decref(number);
  if (value >= 0 && value <= limit) return value;
  raise(PyExc_OverflowError, bytesMode ? "%c arg not in range(256)" : "%c arg not in range(0x110000)");
  return -1;
}

function byteOf(o: Borrowed): number {
  const buffer = openBuffer(o);
  if (buffer === null) return -1;
  const character = buffer.length === 1 ? PyUnicode_READ(1, buffer.data, 0) : -1;
  closeBuffer(buffer);
  if (character < 0) raise(PyExc_TypeError, WRONG_BYTE);
  return character;
}

// -- strings -----------------------------------------------------------------------------------------------------------

/** format_obj of bytesobject.c: the str of the same latin-1 characters. */
function latin1OfBytesLike(o: Borrowed): Owned {
  if (!isBytes(o) && !isInstanceOf(o, PyByteArray_Type)) {
    const method = _PyObject_LookupSpecial(o, id_bytes);
    if (method !== 0) {
      const bytes = PyObject_CallNoArgs(method);
      decref(method);
      if (bytes === 0) return 0;
      if (!isBytes(bytes)) {
        const message = `__bytes__ returned non-bytes (type ${typeNameOf(bytes)})`;
        decref(bytes);
        return raise(PyExc_TypeError, message);
      }
      const string = decodeLatin1(bytes + BYTES_DATA, sizeOf(bytes));
      decref(bytes);
      return string;
    }
    if (PyErr_Occurred() !== 0) return 0;
    if (!PyObject_CheckBuffer(o)) {
      return raise(
        PyExc_TypeError,
        `%b requires a bytes-like object, or an object that implements __bytes__, not '${typeNameOf(o)}'`,
      );
    }
  }
  const bytes = PyBytes_CheckExact(o) ? newRef(o) : bytesOfBuffer(o);
  if (bytes === 0) return 0;
  const string = decodeLatin1(bytes + BYTES_DATA, sizeOf(bytes));
  decref(bytes);
  return string;
}

/** The text of a conversion to a string; may answer PUSHED. */
function pushText(o: Borrowed, conversion: number, bytesMode: boolean): Owned {
  if (bytesMode) {
    if (conversion === code("a") || conversion === code("r")) return pushAscii(o);
    return latin1OfBytesLike(o);
  }
  if (conversion === code("s")) return pushStr(o);
  return conversion === code("r") ? pushRepr(o) : pushAscii(o);
}

// -- output ------------------------------------------------------------------------------------------------------------

/** Writes a count of one character. */
function writeRun(writer: Borrowed, character: number, count: number): boolean {
  if (count > CAPACITY) return false;
  for (let i = 0; i < count; i++) if (!UnicodeWriter_WriteChar(writer, character)) return false;
  return true;
}

/** Writes a number's text: sign, prefix and zeros in their order. */
function writeNumber(frame: Address, number: string, isInteger: boolean): boolean {
  const writer = nativeLocal(frame, WRITER);
  const flags = nativeWord(frame, FLAG_BITS);
  const width = nativeWord(frame, WIDTH);
  const conversion = nativeWord(frame, CONVERSION);
  let sign = "";
  let body = number;
  if (body.startsWith("-") || body.startsWith("+")) {
    sign = body.slice(0, 1);
    body = body.slice(1);
  } else if (flags & PLUS) sign = "+";
  else if (flags & BLANK) sign = " ";
  const isBased = conversion === code("x") || conversion === code("X") || conversion === code("o");
  const prefix = isInteger && (flags & ALTERNATE) !== 0 && isBased ? body.slice(0, 2) : "";
  body = body.slice(prefix.length);
  const padding = Math.max(0, width - sign.length - prefix.length - body.length);
  // Zeros go on the left of a number also when it is to stand on the left.
  const zeros = flags & ZERO && !(flags & LEFT) ? padding : 0;
  const left = zeros === 0 && !(flags & LEFT) ? padding : 0;
  const right = flags & LEFT ? padding : 0;
  return (
    writeRun(writer, 0x20, left) &&
    UnicodeWriter_WriteASCIIString(writer, sign + prefix) &&
    writeRun(writer, 0x30, zeros) &&
    UnicodeWriter_WriteASCIIString(writer, body) &&
    writeRun(writer, 0x20, right)
  );
}

/** Writes a string, cut to the precision and padded; takes it. False with an error set. */
function writeString(frame: Address, string: Owned, cuts: boolean): boolean {
  const writer = nativeLocal(frame, WRITER);
  const precision = nativeWord(frame, PRECISION);
  const length = PyUnicode_GET_LENGTH(string);
  const shown = cuts && precision >= 0 && precision < length ? precision : length;
  const padding = Math.max(0, nativeWord(frame, WIDTH) - shown);
  const onLeft = (nativeWord(frame, FLAG_BITS) & LEFT) !== 0;
  const written =
    writeRun(writer, 0x20, onLeft ? 0 : padding) &&
    (shown === length
      ? UnicodeWriter_WriteStr(writer, string)
      : UnicodeWriter_WriteSubstring(writer, string, 0, shown)) &&
    writeRun(writer, 0x20, onLeft ? padding : 0);
  decref(string);
  if (!written) PyErr_NoMemory();
  return written;
}

/** 1: written; 0: an error is set; PUSHED: the text comes later. */
function pushDirective(frame: Address): number {
  const conversion = nativeWord(frame, CONVERSION);
  const bytesMode = nativeWord(frame, BYTES_MODE) !== 0;
  if (conversion === PERCENT && nativeWord(frame, IS_DOUBLED) !== 0) {
    return UnicodeWriter_WriteChar(nativeLocal(frame, WRITER), PERCENT) ? 1 : PyErr_NoMemory();
  }
  const value = nextArgument(frame);
  if (value === 0) return 0;
  const letter = String.fromCodePoint(conversion);
  const flags = nativeWord(frame, FLAG_BITS);
  const precision = nativeWord(frame, PRECISION);
  if ("sra".includes(letter) || (bytesMode && letter === "b")) {
    // An int alone writes its digits, so a single one is no string of its own.
    const isDigits =
      typeOf(value) === PyLong_Type && !bytesMode && precision === NONE && nativeWord(frame, WIDTH) === NONE;
    const string = isDigits ? longFormatted(value) : pushText(value, conversion, bytesMode);
    if (string === PUSHED) return PUSHED;
    return afterText(frame, string) ? 1 : 0;
  }
  if ("diuoxX".includes(letter)) {
    const number = integerText(value, letter, flags, precision);
    return number === null ? 0 : writeNumber(frame, number, true) ? 1 : PyErr_NoMemory();
  }
  if ("eEfFgG".includes(letter)) {
    const number = floatText(value, letter, flags, precision, bytesMode);
    return number === null ? 0 : writeNumber(frame, number, false) ? 1 : PyErr_NoMemory();
  }
  if (letter === "c") {
    const character = characterOf(value, bytesMode);
    if (character < 0) return 0;
    const string = unicodeChar(character);
    if (string === 0) return PyErr_NoMemory();
    return writeString(frame, string, false) ? 1 : 0;
  }
  const shown = bytesMode || (conversion >= 32 && conversion <= 127) ? letter : "?";
  return raise(
    PyExc_ValueError,
    `unsupported format character '${shown}' (0x${conversion.toString(16)}) at index ${nativeWord(frame, POSITION) - 1}`,
  );
}

function afterText(frame: Address, delivered: Owned): boolean {
  return delivered !== 0 && writeString(frame, delivered, true);
}

// -- the walk ----------------------------------------------------------------------------------------------------------

function walk(frame: Address): Owned {
  const format = nativeLocal(frame, FORMAT);
  const end = PyUnicode_GET_LENGTH(format);
  const kind = PyUnicode_KIND(format);
  const data = PyUnicode_DATA(format);
  const at = (index: number): number => PyUnicode_READ(kind, data, index);
  for (;;) {
    const start = nativeWord(frame, POSITION);
    let i = start;
    while (i < end && at(i) !== PERCENT) i++;
    // The last piece alone needs no room for more, and is the result itself when it is the only one.
    if (i >= end) UnicodeWriter_SetOverallocate(nativeLocal(frame, WRITER), false);
    if (!UnicodeWriter_WriteSubstring(nativeLocal(frame, WRITER), format, start, i)) {
      return finishNative(frame, PyErr_NoMemory());
    }
    if (i >= end) return finish(frame);
    setNativeWord(frame, POSITION, i + 1);
    if (!readDirective(frame, end, at)) return finishNative(frame, 0);
    if (nativeWord(frame, POSITION) >= end) UnicodeWriter_SetOverallocate(nativeLocal(frame, WRITER), false);
    const status = pushDirective(frame);
    if (status === PUSHED) return PUSHED;
    if (status === 0) return finishNative(frame, 0);
  }
}

function finish(frame: Address): Owned {
  const args = nativeLocal(frame, ARGS);
  const bytesMode = nativeWord(frame, BYTES_MODE) !== 0;
  if (nativeLocal(frame, MAPPING) === 0) {
    const count = isTuple(args) ? sizeOf(args) : 1;
    if (nativeWord(frame, ARG_INDEX) < count) {
      const what = bytesMode ? "bytes" : "string";
      return finishNative(frame, raise(PyExc_TypeError, `not all arguments converted during ${what} formatting`));
    }
  }
  const result = UnicodeWriter_Finish(takeNativeLocal(frame, WRITER)) || PyErr_NoMemory();
  return finishNative(frame, result);
}

const STEP_TEXT = text("PyUnicode_Format.text", (frame: Address, delivered: Owned): Owned => {
  return afterText(frame, delivered) ? walk(frame) : finishNative(frame, 0);
});

/** Takes the format. */
function pushWalk(format: Owned, args: Borrowed, bytesMode: boolean): Owned {
  if (format === 0) return 0;
  const writer = UnicodeWriter_New(true, PyUnicode_GET_LENGTH(format) + 100);
  const frame = writer === 0 ? 0 : pushNativeWithWords(STEP_TEXT, LOCAL_COUNT, WORD_COUNT);
  if (frame === 0) {
    xdecref(writer);
    decref(format);
    return PyErr_NoMemory();
  }
  setNativeLocal(frame, FORMAT, format);
  setNativeLocal(frame, ARGS, newRef(args));
  const isText = bytesMode ? isBytes(args) || isInstanceOf(args, PyByteArray_Type) : false;
  if (hasMapping(args) && !isTuple(args) && !isUnicode(args) && !isText) setNativeLocal(frame, MAPPING, newRef(args));
  setNativeLocal(frame, WRITER, writer);
  setNativeWord(frame, BYTES_MODE, bytesMode ? 1 : 0);
  return walk(frame);
}

/** PyUnicode_Format; may answer PUSHED. */
export function pushPercentFormat(format: Borrowed, args: Borrowed): Owned {
  return pushWalk(newRef(format), args, false);
}

/** _PyBytes_FormatEx: what makes bytes or a bytearray of the result's bytes is given as the text of a step. */
export function declareBytesFormat(
  name: string,
  make: (data: Address, size: number) => Owned,
): (data: Address, size: number, args: Borrowed) => Owned {
  const finish = (frame: Address, string: Owned): Owned => {
    if (string === 0) return finishNative(frame, 0);
    const length = PyUnicode_GET_LENGTH(string);
    const result = make(length === 0 ? 0 : PyUnicode_DATA(string), length);
    decref(string);
    return finishNative(frame, result);
  };
  const STEP_DONE = text(`${name}.done`, finish);
  return (data, size, args) => {
    const frame = pushNativeWithWords(STEP_DONE, 0, 0);
    if (frame === 0) return PyErr_NoMemory();
    const string = pushWalk(decodeLatin1(data, size), args, true);
    return string === PUSHED ? PUSHED : finish(frame, string);
  };
}
