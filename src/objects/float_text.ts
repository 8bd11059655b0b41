// Floats from text: white space, digits of any script, underscores between digits.
import { parseDouble, parsedEnd } from "../base/float_parse.ts";
import { type Borrowed, type Owned, setI64 } from "../memory/memory.ts";
import { PyFloatObject } from "../memory/structs/numbers.ts";
import { PyObject_Repr } from "./abstract.ts";
import { bufferBytes, closeBuffer, openBuffer, PyObject_CheckBuffer } from "./buffer.ts";
import { PyErr_Clear, PyErr_NoMemory, raise } from "./errors.ts";
import { newFloat } from "./float_core.ts";
import { asciiOfNumber } from "./long_text.ts";
import { decref, isUnicode } from "./object.ts";
import { PyExc_ValueError } from "./types.ts";
import { textOf } from "./unicode_core.ts";

const UNDERSCORE = 95;
const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57;
export const isAsciiSpace = (byte: number): boolean => byte === 32 || (byte >= 9 && byte <= 13);

/** The bytes without white space around them and without underscores; null when an underscore is misplaced. */
export function stripNumber(bytes: Uint8Array): Uint8Array | null {
  let start = 0;
  let end = bytes.length;
  while (start < end && isAsciiSpace(bytes[start])) start++;
  while (end > start && isAsciiSpace(bytes[end - 1])) end--;
  const inner = bytes.subarray(start, end);
  if (!inner.includes(UNDERSCORE)) return inner;
  const kept = new Uint8Array(inner.length);
  let count = 0;
  for (let i = 0; i < inner.length; i++) {
    if (inner[i] !== UNDERSCORE) kept[count++] = inner[i];
    else if (i === 0 || i + 1 === inner.length || !isDigit(inner[i - 1]) || !isDigit(inner[i + 1])) return null;
  }
  return kept.subarray(0, count);
}

/** "could not convert string to float: …" with the repr of what was given. */
export function raiseUnreadable(kind: string, source: Borrowed): 0 {
  const repr = PyObject_Repr(source);
  if (repr === 0) return 0;
  const shown = textOf(repr);
  decref(repr);
  return raise(PyExc_ValueError, `could not convert string to ${kind}: ${shown}`);
}

/** A float with CPython's bits of NaN: positive unless the text has a minus. */
export function newParsed(value: number, negative: boolean): Owned {
  const o = newFloat(value);
  if (o === 0) return PyErr_NoMemory();
  if (value !== value) setI64(o + PyFloatObject.ob_fval, 0, negative ? 0xfff80000 | 0 : 0x7ff80000);
  return o;
}

function floatFromBytes(bytes: Uint8Array, source: Borrowed): Owned {
  const number = stripNumber(bytes);
  if (number !== null && number.length > 0) {
    const value = parseDouble(number, 0, number.length);
    if (parsedEnd() === number.length) return newParsed(value, number[0] === 45);
  }
  return raiseUnreadable("float", source);
}

export const NO_TEXT = -1;

/** The core of PyFloat_FromString: str and whatever has bytes to show; NO_TEXT for anything else; 0 with an error set. */
export function floatFromTextObject(o: Borrowed): number {
  if (isUnicode(o)) return floatFromBytes(asciiOfNumber(o), o);
  if (!PyObject_CheckBuffer(o)) return NO_TEXT;
  const buffer = openBuffer(o);
  if (buffer === null) {
    PyErr_Clear();
    return NO_TEXT;
  }
  const result = floatFromBytes(bufferBytes(buffer), o);
  closeBuffer(buffer);
  return result;
}
