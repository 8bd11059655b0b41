// Objects to marshal's bytes, in all versions of the format (w_object of CPython's Python/marshal.c; the codes are in
// bytecode/marshal_format.ts).
//
// From version 3 on an object that may come again (its count is above one) is written with FLAG_REF and takes the next
// number; TYPE_REF and the number stand for it afterwards.
import { formatDouble } from "../base/float_text.ts";
import { FLAG_REF, MarshalType as T } from "../bytecode/marshal_format.ts";
import { type Address, type Borrowed, bytesAt, f64, i32, type Owned, ptr } from "../memory/memory.ts";
import { PyCodeObject } from "../memory/structs/code.ts";
import { PyComplexObject, PyFloatObject } from "../memory/structs/numbers.ts";
import { PyIter_Next, PyObject_GetIter } from "../objects/abstract.ts";
import { bufferBytes, closeBuffer, openBuffer, PyObject_CheckBuffer } from "../objects/buffer.ts";
import { bytesFromArray, bytesView } from "../objects/bytes_core.ts";
import { originalCode } from "../objects/code_type.ts";
import { nextKey, nextValue, PyDict_Next } from "../objects/dict_core.ts";
import { PyErr_Clear, PyErr_NoMemory, raise } from "../objects/errors.ts";
import { PyList_GET_ITEM } from "../objects/list_core.ts";
import { DIGITS, longDigitCount, longSign, longToNumber } from "../objects/long_core.ts";
import { decref, isUnicode, refcount, sizeOf, typeOf } from "../objects/object.ts";
import { PyTuple_GET_ITEM } from "../objects/tuple_core.ts";
import * as types from "../objects/types.ts";
import { PyUnicode_CHECK_INTERNED, PyUnicode_GET_LENGTH, PyUnicode_IS_ASCII, wtf8Of } from "../objects/unicode_core.ts";

/** How deep values may nest, when they are written and when they are read. */
export const MAX_MARSHAL_STACK_DEPTH = 2000;
const SHORT_LENGTH_LIMIT = 256;
const FLOAT_DIGITS = 17;

class Unmarshallable extends Error {}

class Writer {
  bytes: number[] = [];
  private readonly references = new Map<Address, number>();
  private readonly version: number;
  private readonly allowCode: boolean;
  constructor(version: number, allowCode: boolean) {
    this.version = version;
    this.allowCode = allowCode;
  }

  long(value: number): void {
    this.bytes.push(value & 255, (value >> 8) & 255, (value >> 16) & 255, (value >> 24) & 255);
  }

  private raw(bytes: Uint8Array): void {
    for (const byte of bytes) this.bytes.push(byte);
  }

  private sized(bytes: Uint8Array): void {
    this.long(bytes.length);
    this.raw(bytes);
  }

  /** Eight bytes, or text before version 2. */
  private double(at: Address): void {
    if (this.version > 1) {
      this.raw(bytesAt(at, 8));
      return;
    }
    const text = formatDouble(f64(at), "g", FLOAT_DIGITS, 0);
    this.bytes.push(text.length);
    for (let i = 0; i < text.length; i++) this.bytes.push(text.charCodeAt(i));
  }

  write(o: Borrowed, depth = 0): void {
    if (depth >= MAX_MARSHAL_STACK_DEPTH) throw new Unmarshallable("object too deeply nested to marshal");
    if (o === 0) this.bytes.push(T.NULL);
    else if (o === types.Py_None) this.bytes.push(T.NONE);
    else if (o === types.PyExc_StopIteration) this.bytes.push(T.STOPITER);
    else if (o === types.Py_Ellipsis) this.bytes.push(T.ELLIPSIS);
    else if (o === types.Py_False) this.bytes.push(T.FALSE);
    else if (o === types.Py_True) this.bytes.push(T.TRUE);
    else {
      let flag = 0;
      if (this.version >= 3 && (refcount(o) !== 1 || (isUnicode(o) && PyUnicode_CHECK_INTERNED(o) !== 0))) {
        const known = this.references.get(o);
        if (known !== undefined) {
          this.bytes.push(T.REF);
          this.long(known);
          return;
        }
        this.references.set(o, this.references.size);
        flag = FLAG_REF;
      }
      this.complex(o, flag, depth + 1);
    }
  }

  private complex(o: Borrowed, flag: number, depth: number): void {
    const type = typeOf(o);
    const start = (code: number): void => void this.bytes.push(code | flag);
    switch (type) {
      case types.PyLong_Type:
        this.int(o, start);
        return;
      case types.PyFloat_Type:
        start(this.version > 1 ? T.BINARY_FLOAT : T.FLOAT);
        this.double(o + PyFloatObject.ob_fval);
        return;
      case types.PyComplex_Type:
        start(this.version > 1 ? T.BINARY_COMPLEX : T.COMPLEX);
        this.double(o + PyComplexObject.cval_real);
        this.double(o + PyComplexObject.cval_imag);
        return;
      case types.PyBytes_Type:
        start(T.STRING);
        this.sized(bytesView(o));
        return;
      case types.PyUnicode_Type:
        this.text(o, start);
        return;
      case types.PyTuple_Type:
        if (this.version >= 4 && sizeOf(o) < SHORT_LENGTH_LIMIT) {
          start(T.SMALL_TUPLE);
          this.bytes.push(sizeOf(o));
        } else {
          start(T.TUPLE);
          this.long(sizeOf(o));
        }
        for (let i = 0; i < sizeOf(o); i++) this.write(PyTuple_GET_ITEM(o, i), depth);
        return;
      case types.PyList_Type:
        start(T.LIST);
        this.long(sizeOf(o));
        for (let i = 0; i < sizeOf(o); i++) this.write(PyList_GET_ITEM(o, i), depth);
        return;
      case types.PyDict_Type:
        start(T.DICT);
        for (let at = PyDict_Next(o, 0); at > 0; at = PyDict_Next(o, at)) {
          const value = nextValue();
          this.write(nextKey(), depth);
          this.write(value, depth);
        }
        this.bytes.push(T.NULL);
        return;
      case types.PySet_Type:
      case types.PyFrozenSet_Type:
        start(type === types.PySet_Type ? T.SET : T.FROZENSET);
        this.set(o, depth);
        return;
      case types.PyCode_Type:
        if (!this.allowCode) throw new Unmarshallable("marshalling code objects is disallowed");
        start(T.CODE);
        this.code(o, depth);
        return;
      default:
        this.buffer(o, start);
    }
  }

  /** Anything else that has bytes is written as bytes. */
  private buffer(o: Borrowed, start: (code: number) => void): void {
    const buffer = PyObject_CheckBuffer(o) ? openBuffer(o) : null;
    if (buffer === null) {
      PyErr_Clear();
      throw new Unmarshallable();
    }
    start(T.STRING);
    this.sized(bufferBytes(buffer));
    closeBuffer(buffer);
  }

  private int(o: Borrowed, start: (code: number) => void): void {
    const value = longToNumber(o);
    if (value >= -(2 ** 31) && value < 2 ** 31) {
      start(T.INT);
      this.long(value);
      return;
    }
    start(T.LONG);
    const count = longDigitCount(o);
    const digits: number[] = [];
    for (let i = 0; i < count; i++) {
      const digit = i32(o + DIGITS + i * 4);
      digits.push(digit & 0x7fff, digit >>> 15);
    }
    if (digits[digits.length - 1] === 0) digits.pop();
    this.long(longSign(o) < 0 ? -digits.length : digits.length);
    for (const digit of digits) this.bytes.push(digit & 255, digit >> 8);
  }

  private text(o: Borrowed, start: (code: number) => void): void {
    const interned = PyUnicode_CHECK_INTERNED(o) !== 0;
    if (this.version >= 4 && PyUnicode_IS_ASCII(o)) {
      if (PyUnicode_GET_LENGTH(o) < SHORT_LENGTH_LIMIT) {
        start(interned ? T.SHORT_ASCII_INTERNED : T.SHORT_ASCII);
        this.bytes.push(PyUnicode_GET_LENGTH(o));
        this.raw(wtf8Of(o));
      } else {
        start(interned ? T.ASCII_INTERNED : T.ASCII);
        this.sized(wtf8Of(o));
      }
      return;
    }
    start(this.version >= 3 && interned ? T.INTERNED : T.UNICODE);
    this.sized(wtf8Of(o));
  }

  /** Items in the order of their own bytes, so that equal sets have equal bytes. */
  private set(o: Borrowed, depth: number): void {
    this.long(0);
    const sizeAt = this.bytes.length - 4;
    const items: { item: Borrowed; bytes: number[] }[] = [];
    const iterator = PyObject_GetIter(o);
    for (let item = PyIter_Next(iterator); item !== 0; item = PyIter_Next(iterator)) {
      decref(item);
      const writer = new Writer(this.version, this.allowCode);
      writer.write(item);
      items.push({ item, bytes: writer.bytes });
    }
    decref(iterator);
    items.sort((a, b) => {
      for (let i = 0; i < a.bytes.length && i < b.bytes.length; i++) {
        if (a.bytes[i] !== b.bytes[i]) return a.bytes[i] - b.bytes[i];
      }
      return a.bytes.length - b.bytes.length;
    });
    for (let i = 0; i < 4; i++) this.bytes[sizeAt + i] = (items.length >> (8 * i)) & 255;
    for (const { item } of items) this.write(item, depth);
  }

  private code(o: Borrowed, depth: number): void {
    for (const field of [
      PyCodeObject.co_argcount,
      PyCodeObject.co_posonlyargcount,
      PyCodeObject.co_kwonlyargcount,
      PyCodeObject.co_stacksize,
      PyCodeObject.co_flags,
    ]) {
      this.long(i32(o + field));
    }
    // In CPython the code object keeps the bytes that it makes for this, so they count as used twice.
    const isNumbered = this.version >= 3;
    if (isNumbered) this.references.set(-o, this.references.size);
    this.bytes.push(T.STRING | (isNumbered ? FLAG_REF : 0));
    this.sized(originalCode(o));
    for (const field of [
      PyCodeObject.co_consts,
      PyCodeObject.co_names,
      PyCodeObject.co_localsplusnames,
      PyCodeObject.co_localspluskinds,
      PyCodeObject.co_filename,
      PyCodeObject.co_name,
      PyCodeObject.co_qualname,
    ]) {
      this.write(ptr(o + field), depth);
    }
    this.long(i32(o + PyCodeObject.co_firstlineno));
    this.write(ptr(o + PyCodeObject.co_linetable), depth);
    this.write(ptr(o + PyCodeObject.co_exceptiontable), depth);
  }
}

/** PyMarshal_WriteObjectToString. Owned bytes, 0 with an error set. */
export function dumps(o: Borrowed, version: number, allowCode: boolean): Owned {
  const writer = new Writer(version, allowCode);
  try {
    writer.write(o);
  } catch (error) {
    if (!(error instanceof Unmarshallable)) throw error;
    return raise(types.PyExc_ValueError, error.message || "unmarshallable object");
  }
  return bytesFromArray(Uint8Array.from(writer.bytes)) || PyErr_NoMemory();
}
