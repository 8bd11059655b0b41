// How arrays are pickled: as bytes with a code for the machine's format of an item, which another machine can turn around.
import { reserveStatic } from "../../memory/data.ts";
import { type Borrowed, copyBytes, type Owned, setU8, u8 } from "../../memory/memory.ts";
import { PyObject_GetAttr, PyObject_GetOptionalAttr } from "../../objects/abstract.ts";
import { BYTES_DATA, PyBytes_FromStringAndSize } from "../../objects/bytes_core.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise, typeNameOf } from "../../objects/errors.ts";
import { identifier } from "../../objects/identifiers.ts";
import { PyImport_ImportModule } from "../../objects/import_hook.ts";
import { PyLong_FromNumber } from "../../objects/long_core.ts";
import {
  decref,
  isBytes,
  isSubtype,
  isType,
  isUnicode,
  sizeOf,
  typeIn,
  typeOf,
  xdecref,
} from "../../objects/object.ts";
import { PyTuple_Pack } from "../../objects/tuple_core.ts";
import { shortName } from "../../objects/type_names.ts";
import { Py_None, PyExc_TypeError, PyExc_ValueError } from "../../objects/types.ts";
import { PyUnicode_FromString, PyUnicode_GET_LENGTH, PyUnicode_READ_CHAR } from "../../objects/unicode_core.ts";
import { arrayType, isText, itemAt, itemBytesOf, itemsOf, KINDS, type Kind, kindOf, newArray } from "./array_core.ts";

/** machine_format_code of an item of this machine; the same of the other byte order is one more. */
const FORMATS: Readonly<Record<string, number>> = {
  B: 0,
  b: 1,
  H: 2,
  h: 4,
  I: 6,
  i: 8,
  L: 10,
  Q: 10,
  l: 12,
  q: 12,
  f: 14,
  d: 16,
  u: 20,
  w: 20,
};
const UTF16 = 18;
const FORMAT_COUNT = 22;

const id_dict = identifier("__dict__");
const id_reconstructor = identifier("_array_reconstructor");

/** array.__reduce_ex__: list is what tolist() gives. */
export function reduce(o: Borrowed, protocol: number, list: () => Owned, bytes: () => Owned): Owned {
  const kind = kindOf(o);
  const found = PyObject_GetOptionalAttr(o, id_dict);
  if (found === 0 && PyErr_Occurred() !== 0) return 0;
  const dict = found || Py_None;
  const code = PyUnicode_FromString(kind.code);
  let result: Owned = 0;
  if (protocol < 3) {
    const items = list();
    const args = items === 0 ? 0 : PyTuple_Pack(code, items);
    result = args === 0 ? 0 : PyTuple_Pack(typeOf(o), args, dict);
    xdecref(items);
    xdecref(args);
  } else {
    const module = PyImport_ImportModule("array");
    const reconstructor = module === 0 ? 0 : PyObject_GetAttr(module, id_reconstructor);
    const data = reconstructor === 0 ? 0 : bytes();
    const format = data === 0 ? 0 : PyLong_FromNumber(FORMATS[kind.code]);
    const args = format === 0 ? 0 : PyTuple_Pack(typeOf(o), code, format, data);
    result = args === 0 ? 0 : PyTuple_Pack(reconstructor, args, dict);
    for (const one of [module, reconstructor, data, format, args]) xdecref(one);
  }
  xdecref(code);
  xdecref(found);
  return result || (PyErr_Occurred() ? 0 : PyErr_NoMemory());
}

// -- making an array of bytes ------------------------------------------------------------------------------------------------

/** The kind of a typecode; null when it is none. */
export function kindOfCode(code: Borrowed): Kind | null {
  if (!isUnicode(code) || PyUnicode_GET_LENGTH(code) !== 1) return null;
  const letter = String.fromCodePoint(PyUnicode_READ_CHAR(code, 0));
  return KINDS.find((kind) => kind.code === letter) ?? null;
}

const UNIT = reserveStatic(8);

/** The kind of items that a format code stands for. */
function kindOfFormat(format: number, wanted: Kind): Kind {
  const own = format & ~1;
  if (format < 2) return KINDS.find(({ code }) => FORMATS[code] === format) as Kind;
  if (FORMATS[wanted.code] === own) return wanted;
  // An integer type of the same width and sign stands for the one that was pickled.
  return KINDS.find(({ code }) => FORMATS[code] === own) ?? wanted;
}

/** Makes an array of items in a format, turning the bytes of each around where they are of the other order. */
function fromFormat(type: Borrowed, wanted: Kind, format: number, items: Borrowed): Owned {
  const isOther = format >= 2 && (format & 1) === 1;
  const source = kindOfFormat(format, wanted);
  const byteCount = sizeOf(items);
  if (byteCount % source.itemBytes !== 0) {
    const what = isText(source) ? "string" : "bytes";
    return raise(PyExc_ValueError, `${what} length not a multiple of item size`);
  }
  const isInteger = source.isInteger && wanted.isInteger;
  const isSame = source.itemBytes === wanted.itemBytes && (isInteger ? source.isSigned === wanted.isSigned : true);
  const target = isInteger && !isSame ? source : wanted;
  const count = byteCount / source.itemBytes;
  const result = newArray(type, target, count);
  if (result === 0) return 0;
  for (let i = 0; i < count; i++) {
    const from = items + BYTES_DATA + i * source.itemBytes;
    for (let b = 0; b < source.itemBytes; b++) setU8(UNIT + b, u8(from + (isOther ? source.itemBytes - 1 - b : b)));
    if (source.itemBytes === target.itemBytes && source.isInteger === target.isInteger) {
      copyBytes(itemAt(result, i), UNIT, target.itemBytes);
      continue;
    }
    const value = source.get(UNIT);
    const taken = value === 0 ? null : target.take(value);
    xdecref(value);
    if (taken === null) {
      decref(result);
      return 0;
    }
    target.put(itemAt(result, i), taken);
  }
  return result;
}

/** UTF-16, which no kind of item is stored as here. */
function fromUtf16(type: Borrowed, wanted: Kind, format: number, items: Borrowed): Owned {
  const byteCount = sizeOf(items);
  // CPython's table has four bytes for it.
  if (byteCount % 4 !== 0) return raise(PyExc_ValueError, "string length not a multiple of item size");
  const units: number[] = [];
  const isBig = (format & 1) === 1;
  for (let at = items + BYTES_DATA; at < items + BYTES_DATA + byteCount; at += 2) {
    units.push(isBig ? (u8(at) << 8) | u8(at + 1) : u8(at) | (u8(at + 1) << 8));
  }
  const characters = Array.from(String.fromCharCode(...units));
  const result = newArray(type, wanted, characters.length);
  if (result === 0) return 0;
  characters.forEach((one, index) => {
    wanted.put(itemAt(result, index), one.codePointAt(0) as number);
  });
  return result;
}

/** _array_reconstructor(arraytype, typecode, mformat_code, items) */
export function reconstruct(_module: Borrowed, type: Borrowed, code: Borrowed, format: number, items: Borrowed): Owned {
  if (!isType(type)) {
    return raise(PyExc_TypeError, `first argument must be a type object, not ${typeNameOf(type)}`);
  }
  if (!isSubtype(type, typeIn(arrayType))) {
    return raise(PyExc_TypeError, `${shortName(type)} is not a subtype of array.array`);
  }
  const kind = kindOfCode(code);
  if (kind === null) return raise(PyExc_ValueError, "second argument must be a valid type code");
  if (format < 0 || format >= FORMAT_COUNT) {
    return raise(PyExc_ValueError, "third argument must be a valid machine format code.");
  }
  if (!isBytes(items)) return raise(PyExc_TypeError, `fourth argument should be bytes, not ${typeNameOf(items)}`);
  return (format & ~1) === UTF16 ? fromUtf16(type, kind, format, items) : fromFormat(type, kind, format, items);
}

/** All items as bytes. Owned. */
export function toBytes(o: Borrowed): Owned {
  return PyBytes_FromStringAndSize(itemsOf(o), sizeOf(o) * itemBytesOf(o));
}
