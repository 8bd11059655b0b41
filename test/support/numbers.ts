// The number types on the machine of objects.ts, with the notation of tools/golden/number_cases.py: ints in hexadecimal, floats
// as their bits, complex numbers as two floats.
import "../../src/objects/bool.ts";
import "../../src/objects/long.ts";
import "../../src/objects/float.ts";
import "../../src/objects/complex.ts";
import { objectFree } from "../../src/memory/allocators.ts";
import { type Address, high, low, ptr, setI64, setPtr, u8 } from "../../src/memory/memory.ts";
import { PyFloatObject } from "../../src/memory/structs/numbers.ts";
import { PyNumberMethods, PyObject, PyTypeObject } from "../../src/memory/structs/object.ts";
import { PyBytesObject } from "../../src/memory/structs/text.ts";
import { text } from "../../src/memory/text.ts";
import { initializeStaticBytes } from "../../src/objects/bytes_core.ts";
import { complexImag, complexReal, isComplex, newComplex } from "../../src/objects/complex_core.ts";
import { cstring, initializeDeclarations } from "../../src/objects/declare.ts";
import { isFloat, newFloat } from "../../src/objects/float_core.ts";
import { DIGIT_BITS, longDigitCount, longSign } from "../../src/objects/long_core.ts";
import { digitAt, longFromBigInt } from "../../src/objects/long_digits.ts";
import { setMaxStringDigits } from "../../src/objects/long_text.ts";
import {
  decref,
  IMMORTAL_LOW,
  isBytes,
  isInt,
  isTuple,
  isUnicode,
  Py_TPFLAGS_BYTES_SUBCLASS,
  sizeOf,
} from "../../src/objects/object.ts";
import { PyTuple_GET_ITEM } from "../../src/objects/tuple_core.ts";
import {
  Py_False,
  Py_None,
  Py_True,
  PyBool_Type,
  PyBytes_Type,
  PyLong_Type,
  PyType_Type,
  PyUnicode_Type,
} from "../../src/objects/types.ts";
import { PyUnicode_FromString, textOf } from "../../src/objects/unicode_core.ts";
import { takeError } from "./objects.ts";

// objects.ts gave int just enough slots; now it gets its own.
initializeDeclarations();
setPtr(PyBool_Type + PyTypeObject.tp_base, PyLong_Type);
const intTable = ptr(PyLong_Type + PyTypeObject.tp_as_number);
const boolTable = ptr(PyBool_Type + PyTypeObject.tp_as_number);
for (let at = 0; at < PyNumberMethods.sizeof; at += 8) {
  if (ptr(boolTable + at) === 0) setPtr(boolTable + at, ptr(intTable + at));
}
setI64(PyBytes_Type, IMMORTAL_LOW, 0);
setPtr(PyBytes_Type + PyObject.ob_type, PyType_Type);
setPtr(PyBytes_Type + PyTypeObject.tp_flags, Py_TPFLAGS_BYTES_SUBCLASS);
setPtr(PyBytes_Type + PyTypeObject.tp_dealloc, text("test.bytes_dealloc", objectFree));
initializeStaticBytes();

/** repr of a str, as far as the cases need it. */
function reprOf(value: string): string {
  let shown = "";
  for (const character of value) {
    const point = character.codePointAt(0)!;
    if (character === "\\" || character === "'") shown += `\\${character}`;
    else if (character === "\t") shown += "\\t";
    else if (character === "\n") shown += "\\n";
    else if (point < 32 || point === 0xa0) shown += `\\x${point.toString(16).padStart(2, "0")}`;
    else if (point === 0x2003 || (point >= 0xd800 && point < 0xe000)) shown += `\\u${point.toString(16)}`;
    else shown += character;
  }
  return `'${shown}'`;
}
if (ptr(PyUnicode_Type + PyTypeObject.tp_repr) === 0) {
  const repr = text("test.str_repr", (o: Address) => PyUnicode_FromString(reprOf(textOf(o))));
  setPtr(PyUnicode_Type + PyTypeObject.tp_repr, repr);
}

if (ptr(PyUnicode_Type + PyTypeObject.tp_name) === 0) {
  const name = cstring("str");
  initializeDeclarations();
  setPtr(PyUnicode_Type + PyTypeObject.tp_name, name);
}

setMaxStringDigits(0);

export function intOf(hex: string): Address {
  return longFromBigInt(hex.startsWith("-") ? -BigInt(`0x${hex.slice(1)}`) : BigInt(`0x${hex}`));
}

export function doubleOf(bits: string): number {
  return new DataView(Uint8Array.from(bits.match(/../g)!, (byte) => Number.parseInt(byte, 16)).buffer).getFloat64(0);
}

export function floatOf(bits: string): Address {
  const o = newFloat(0);
  const word = (start: number): number => Number.parseInt(bits.slice(start, start + 8), 16) | 0;
  setI64(o + PyFloatObject.ob_fval, word(8), word(0));
  return o;
}

export function complexOf(parts: readonly [string, string]): Address {
  return newComplex(doubleOf(parts[0]), doubleOf(parts[1]));
}

const hexWord = (word: number): string => (word >>> 0).toString(16).padStart(8, "0");

function doubleBits(value: number): string {
  if (value !== value) return "nan";
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return hexWord(view.getInt32(0)) + hexWord(view.getInt32(4));
}

/** A result's text, reading digits and bits from memory. */
export function show(o: Address): string {
  if (o === Py_True || o === Py_False || o === Py_None)
    return o === Py_True ? "True" : o === Py_False ? "False" : "None";
  if (isInt(o)) {
    let value = 0n;
    for (let i = longDigitCount(o) - 1; i >= 0; i--) value = (value << BigInt(DIGIT_BITS)) | BigInt(digitAt(o, i));
    return (longSign(o) < 0 ? -value : value).toString(16);
  }
  if (isFloat(o)) return hexWord(high(o + PyFloatObject.ob_fval)) + hexWord(low(o + PyFloatObject.ob_fval));
  if (isComplex(o)) return `${doubleBits(complexReal(o))} ${doubleBits(complexImag(o))}`;
  if (isUnicode(o)) return textOf(o);
  if (isTuple(o)) {
    return `(${Array.from({ length: sizeOf(o) }, (_, i) => show(PyTuple_GET_ITEM(o, i))).join(", ")})`;
  }
  if (isBytes(o)) {
    let shown = "";
    for (let i = 0; i < sizeOf(o); i++)
      shown += u8(o + PyBytesObject.ob_sval + i)
        .toString(16)
        .padStart(2, "0");
    return shown;
  }
  return `<object at ${o}>`;
}

/** The text of an answer, which is released, or of the error that is pending. */
export function outcome(result: Address): string {
  if (result === 0) return takeError() ?? "no result and no error";
  const shown = show(result);
  decref(result);
  return shown;
}

/** A row's checksum as the generator makes it: FNV-1a of its lines in UTF-8, lone surrogates included. */
export function checksum(texts: readonly string[]): number {
  let value = 0x811c9dc5 | 0;
  const add = (byte: number): void => {
    value = Math.imul(value ^ byte, 0x01000193);
  };
  for (const character of texts.join("\n")) {
    const point = character.codePointAt(0)!;
    if (point < 0x80) add(point);
    else if (point < 0x800) {
      add(0xc0 | (point >> 6));
      add(0x80 | (point & 63));
    } else {
      if (point < 0x10000) add(0xe0 | (point >> 12));
      else {
        add(0xf0 | (point >> 18));
        add(0x80 | ((point >> 12) & 63));
      }
      add(0x80 | ((point >> 6) & 63));
      add(0x80 | (point & 63));
    }
  }
  return value >>> 0;
}
