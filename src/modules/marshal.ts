// marshal: objects as bytes, format version 4 (CPython's marshal.c; the codes are in bytecode/marshal_format.ts).
//
// An object that may come again (its count is above one) is written with FLAG_REF and takes the next number; TYPE_REF and
// the number stand for it afterwards.
// Invariant: of a reader's row of references every entry is borrowed from the value being made, or kept alive by `kept`.

import { FLAG_REF, MarshalType as T } from "../bytecode/marshal_format.ts";
import { reserveStatic } from "../memory/data.ts";
import {
  type Address,
  type Borrowed,
  bytesAt,
  f64,
  i32,
  type Owned,
  ptr,
  setF64,
  setI32,
  setPtr,
} from "../memory/memory.ts";
import { PyCodeObject } from "../memory/structs/code.ts";
import { PyByteArrayObject } from "../memory/structs/text.ts";
import { PyIter_Next, PyObject_GetAttr, PyObject_GetIter } from "../objects/abstract.ts";
import { bufferBytes, closeBuffer, openBuffer } from "../objects/buffer.ts";
import { bytesFromArray, bytesView } from "../objects/bytes_core.ts";
import { PyObject_CallOneArg } from "../objects/call.ts";
import { PyObject_CallMethod } from "../objects/call_method.ts";
import { newCodeObject } from "../objects/code.ts";
import { originalCode } from "../objects/code_type.ts";
import { complexImag, complexReal, newComplex } from "../objects/complex_core.ts";
import { declareModule } from "../objects/declare.ts";
import { nextKey, nextValue, PyDict_New, PyDict_Next, PyDict_SetItem } from "../objects/dict_core.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise, typeNameOf } from "../objects/errors.ts";
import { floatValue, newFloat } from "../objects/float_core.ts";
import { identifier } from "../objects/identifiers.ts";
import { listAppendSteal, PyList_GET_ITEM, PyList_New } from "../objects/list_core.ts";
import {
  allocateLong,
  bool,
  DIGITS,
  longDigitCount,
  longSign,
  longToNumber,
  NON_SIZE_BITS,
  PyLong_FromNumber,
  SIGN_NEGATIVE,
  SIGN_POSITIVE,
  TAG,
} from "../objects/long_core.ts";
import { decref, isBytes, isInstanceOf, newRef, refcount, sizeOf, typeOf, xdecref } from "../objects/object.ts";
import { newSet, setAddKey } from "../objects/set_core.ts";
import { PyTuple_GET_ITEM, PyTuple_New, PyTuple_SET_ITEM } from "../objects/tuple_core.ts";
import * as types from "../objects/types.ts";
import {
  PyUnicode_CHECK_INTERNED,
  PyUnicode_FromWtf8,
  PyUnicode_GET_LENGTH,
  PyUnicode_IS_ASCII,
  wtf8Of,
} from "../objects/unicode_core.ts";
import { PyUnicode_InternInPlace } from "../objects/unicode_intern.ts";
import { setStolen } from "./make_module.ts";

export const MARSHAL_VERSION = 4;
const DEPTH_MAX = 2000;
const _LONGEST_TEXT = 1_000_000;
const scratch = reserveStatic(8);
const id_read = identifier("read");
const id_write = identifier("write");

class Unmarshallable extends Error {}
class BadData extends Error {}

// -- writing --------------------------------------------------------------------------------------------------------------

class Writer {
  bytes: number[] = [];
  private readonly references = new Map<Address, number>();
  private readonly version: number;
  private readonly allowCode: boolean;
  constructor(version: number, allowCode: boolean) {
    this.version = version;
    this.allowCode = allowCode;
  }

  private long(value: number): void {
    this.bytes.push(value & 255, (value >> 8) & 255, (value >> 16) & 255, (value >> 24) & 255);
  }

  private raw(bytes: Uint8Array): void {
    for (const byte of bytes) this.bytes.push(byte);
  }

  private sized(bytes: Uint8Array): void {
    this.long(bytes.length);
    this.raw(bytes);
  }

  private double(value: number): void {
    setF64(scratch, value);
    this.raw(bytesAt(scratch, 8));
  }

  write(o: Borrowed, depth = 0): void {
    if (depth > DEPTH_MAX) throw new Unmarshallable();
    if (o === 0) this.bytes.push(T.NULL);
    else if (o === types.Py_None) this.bytes.push(T.NONE);
    else if (o === types.PyExc_StopIteration) this.bytes.push(T.STOPITER);
    else if (o === types.Py_Ellipsis) this.bytes.push(T.ELLIPSIS);
    else if (o === types.Py_False) this.bytes.push(T.FALSE);
    else if (o === types.Py_True) this.bytes.push(T.TRUE);
    else {
      let flag = 0;
      if (this.version >= 3 && refcount(o) !== 1) {
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
        start(T.BINARY_FLOAT);
        this.double(floatValue(o));
        return;
      case types.PyComplex_Type:
        start(T.BINARY_COMPLEX);
        this.double(complexReal(o));
        this.double(complexImag(o));
        return;
      case types.PyBytes_Type:
        start(T.STRING);
        this.sized(bytesView(o));
        return;
      case types.PyUnicode_Type:
        this.text(o, start);
        return;
      case types.PyTuple_Type:
        if (this.version >= 4 && sizeOf(o) < 256) {
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
        if (!isInstanceOf(o, types.PyByteArray_Type)) throw new Unmarshallable();
        start(T.STRING);
        this.sized(bytesAt(ptr(o + PyByteArrayObject.ob_start), sizeOf(o)).slice());
    }
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
      if (PyUnicode_GET_LENGTH(o) < 256) {
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
      writer.write(item, depth);
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
    const code = bytesFromArray(originalCode(o));
    this.write(code, depth);
    decref(code);
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

function dumps(o: Borrowed, version: number, allowCode: number): Owned {
  const writer = new Writer(version, allowCode !== 0);
  try {
    writer.write(o);
  } catch (error) {
    if (!(error instanceof Unmarshallable)) throw error;
    return raise(types.PyExc_ValueError, error.message || "unmarshallable object");
  }
  return bytesFromArray(Uint8Array.from(writer.bytes)) || PyErr_NoMemory();
}

// -- reading --------------------------------------------------------------------------------------------------------------

/** An error of Python's is set already. */
class Failed extends Error {}
class EndOfData extends Error {}

class Reader {
  private at = 0;
  private readonly references: Address[] = [];
  private readonly kept: Owned[] = [];
  private readonly bytes: Uint8Array;
  private readonly allowCode: boolean;
  constructor(bytes: Uint8Array, allowCode: boolean) {
    this.bytes = bytes;
    this.allowCode = allowCode;
  }

  release(): void {
    for (const o of this.kept) decref(o);
  }

  private byte(): number {
    if (this.at >= this.bytes.length) throw new EndOfData();
    return this.bytes[this.at++];
  }

  private long(): number {
    return this.byte() | (this.byte() << 8) | (this.byte() << 16) | (this.byte() << 24);
  }

  private take(count: number): Uint8Array {
    if (count < 0) throw new BadData("string size out of range");
    if (this.at + count > this.bytes.length) throw new EndOfData();
    this.at += count;
    return this.bytes.subarray(this.at - count, this.at);
  }

  private double(): number {
    this.take(8).forEach((byte, i) => {
      bytesAt(scratch, 8)[i] = byte;
    });
    return f64(scratch);
  }

  private count(what: string): number {
    const count = this.long();
    if (count < 0) throw new BadData(`${what} size out of range`);
    if (count > this.bytes.length - this.at) throw new EndOfData("EOF read where object expected");
    return count;
  }

  private check(o: Owned): Owned {
    if (o === 0) {
      if (PyErr_Occurred() === 0) PyErr_NoMemory();
      throw new Failed();
    }
    return o;
  }

  /** Owned; 0 for the end of a dict. */
  read(depth = 0): Owned {
    if (depth > DEPTH_MAX) throw new BadData("recursion limit exceeded");
    if (this.at >= this.bytes.length) throw new EndOfData("EOF read where object expected");
    const head = this.byte();
    const type = head & ~FLAG_REF;
    const index = head & FLAG_REF ? this.references.push(0) - 1 : -1;
    const remember = (o: Owned): Owned => {
      if (index >= 0) {
        this.references[index] = o;
        this.kept.push(newRef(o));
      }
      return o;
    };
    switch (type) {
      case T.NULL:
        return 0;
      case T.NONE:
        return types.Py_None;
      case T.STOPITER:
        return newRef(types.PyExc_StopIteration);
      case T.ELLIPSIS:
        return types.Py_Ellipsis;
      case T.FALSE:
        return bool(false);
      case T.TRUE:
        return bool(true);
      case T.INT:
        return remember(this.check(PyLong_FromNumber(this.long())));
      case T.LONG:
        return remember(this.bigInt());
      case T.BINARY_FLOAT:
        return remember(this.check(newFloat(this.double())));
      case T.BINARY_COMPLEX: {
        const real = this.double();
        return remember(this.check(newComplex(real, this.double())));
      }
      case T.STRING:
        return remember(this.check(bytesFromArray(this.take(this.long()))));
      case T.ASCII:
      case T.UNICODE:
        return remember(this.check(PyUnicode_FromWtf8(this.take(this.long()))));
      case T.ASCII_INTERNED:
      case T.INTERNED:
        return remember(PyUnicode_InternInPlace(this.check(PyUnicode_FromWtf8(this.take(this.long())))));
      case T.SHORT_ASCII:
        return remember(this.check(PyUnicode_FromWtf8(this.take(this.byte()))));
      case T.SHORT_ASCII_INTERNED:
        return remember(PyUnicode_InternInPlace(this.check(PyUnicode_FromWtf8(this.take(this.byte())))));
      case T.SMALL_TUPLE:
      case T.TUPLE: {
        const count = type === T.SMALL_TUPLE ? this.byte() : this.count("tuple");
        const tuple = remember(this.check(PyTuple_New(count)));
        for (let i = 0; i < count; i++) PyTuple_SET_ITEM(tuple, i, this.item(depth, "tuple"));
        return tuple;
      }
      case T.LIST: {
        const count = this.count("list");
        const list = remember(this.check(PyList_New(0)));
        for (let i = 0; i < count; i++) listAppendSteal(list, this.item(depth, "list"));
        return list;
      }
      case T.DICT: {
        const dict = remember(this.check(PyDict_New()));
        for (let key = this.read(depth + 1); key !== 0; key = this.read(depth + 1)) {
          const value = this.read(depth + 1);
          if (value === 0) {
            decref(key);
            break;
          }
          const status = PyDict_SetItem(dict, key, value);
          decref(key);
          decref(value);
          if (status < 0) throw new Failed();
        }
        return dict;
      }
      case T.SET:
      case T.FROZENSET: {
        const count = this.count("set");
        const set = remember(this.check(newSet(type === T.SET ? types.PySet_Type : types.PyFrozenSet_Type)));
        for (let i = 0; i < count; i++) {
          const item = this.item(depth, "set");
          const status = setAddKey(set, item);
          decref(item);
          if (status < 0) throw new Failed();
        }
        return set;
      }
      case T.CODE:
        if (!this.allowCode) throw new BadData("unmarshalling code objects is disallowed");
        return remember(this.code(depth));
      case T.REF: {
        const o = this.references[this.long()];
        if (o === undefined || o === 0) throw new BadData("invalid reference");
        return newRef(o);
      }
      default:
        throw new BadData("unknown type code");
    }
  }

  private item(depth: number, what: string): Owned {
    const o = this.read(depth + 1);
    if (o !== 0) return o;
    raise(types.PyExc_TypeError, `NULL object in marshal data for ${what}`);
    throw new Failed();
  }

  private bigInt(): Owned {
    const size = this.long();
    const count = Math.abs(size);
    const digits: number[] = [];
    for (let i = 0; i < count; i++) {
      const digit = this.byte() | (this.byte() << 8);
      if (digit > 0x7fff) throw new BadData("digit out of range in long");
      digits.push(digit);
    }
    if (count > 0 && digits[count - 1] === 0) throw new BadData("unnormalized long data");
    if (count <= 3) {
      const value = digits.reduceRight((sum, digit) => sum * 0x8000 + digit, 0);
      return this.check(PyLong_FromNumber(size < 0 ? -value : value));
    }
    const wide = (count + 1) >> 1;
    const o = this.check(allocateLong(wide));
    setPtr(o + TAG, (wide << NON_SIZE_BITS) | (size < 0 ? SIGN_NEGATIVE : SIGN_POSITIVE));
    for (let i = 0; i < wide; i++) setI32(o + DIGITS + i * 4, digits[2 * i] | ((digits[2 * i + 1] ?? 0) << 15));
    return o;
  }

  private code(depth: number): Owned {
    const [argcount, posonly, kwonly, stacksize, flags] = [0, 0, 0, 0, 0].map(() => this.long());
    const objects: Owned[] = [];
    const next = (): Owned => {
      const o = this.item(depth, "code");
      objects.push(o);
      return o;
    };
    const bytes = (): Owned => {
      const o = next();
      if (!isBytes(o)) throw new BadData("code data is not bytes");
      return o;
    };
    const code = bytesView(bytes()).slice();
    const [constants, names, variables] = [next(), next(), next()];
    const kinds = bytes();
    const [filename, name, qualname] = [next(), next(), next()];
    const co_firstlineno = this.long();
    const lines = bytes();
    const exceptions = bytes();
    const numbers = {
      co_argcount: argcount,
      co_posonlyargcount: posonly,
      co_kwonlyargcount: kwonly,
      co_stacksize: stacksize,
      co_flags: flags,
      co_firstlineno,
    };
    const made = this.check(
      newCodeObject(numbers, code, [constants, names, exceptions, variables, kinds, filename, name, qualname, lines]),
    );
    for (const o of objects) decref(o);
    return made;
  }
}

function loads(bytes: Uint8Array, allowCode: number): Owned {
  const reader = new Reader(bytes, allowCode !== 0);
  try {
    const o = reader.read();
    return o === 0 ? raise(types.PyExc_TypeError, "NULL object in marshal data for object") : o;
  } catch (error) {
    if (error instanceof Failed) return 0;
    if (error instanceof EndOfData) return raise(types.PyExc_EOFError, error.message || "marshal data too short");
    if (!(error instanceof BadData)) throw error;
    return raise(types.PyExc_ValueError, `bad marshal data (${error.message})`);
  } finally {
    reader.release();
  }
}

function marshal_loads(_module: Borrowed, data: Borrowed, allowCode: number): Owned {
  const buffer = openBuffer(data);
  if (buffer === null) return 0;
  const bytes = bufferBytes(buffer).slice();
  closeBuffer(buffer);
  return loads(bytes, allowCode);
}

function marshal_dump(_module: Borrowed, value: Borrowed, file: Borrowed, version: number, allowCode: number): Owned {
  const bytes = dumps(value, version, allowCode);
  if (bytes === 0) return 0;
  const write = PyObject_GetAttr(file, id_write);
  const result = write === 0 ? 0 : PyObject_CallOneArg(write, bytes);
  xdecref(write);
  decref(bytes);
  return result;
}

function marshal_load(_module: Borrowed, file: Borrowed, allowCode: number): Owned {
  const bytes = PyObject_CallMethod(file, id_read);
  if (bytes === 0) return 0;
  const result = isBytes(bytes)
    ? loads(bytesView(bytes).slice(), allowCode)
    : raise(types.PyExc_TypeError, `file.read() returned not bytes but ${typeNameOf(bytes)}`);
  decref(bytes);
  return result;
}

declareModule({
  name: "marshal",
  doc: "This module contains functions that can read and write Python values in\na binary format. The format is specific to Python, but independent of\nmachine architecture issues.",
  functions: [
    [
      "dump",
      "(value, file, version: int = 4, /, *, allow_code: bool = True)",
      marshal_dump,
      "Write the value on the open file.",
    ],
    ["load", "(file, /, *, allow_code: bool = True)", marshal_load, "Read one value from the open file and return it."],
    [
      "dumps",
      "(value, version: int = 4, /, *, allow_code: bool = True)",
      (_m: Borrowed, o: Borrowed, version: number, allowCode: number) => dumps(o, version, allowCode),
      "Return the bytes object that would be written to a file by dump(value, file).",
    ],
    ["loads", "(bytes, /, *, allow_code: bool = True)", marshal_loads, "Convert the bytes-like object to a value."],
  ],
  exec: (_module, dict) => setStolen(dict, "version", PyLong_FromNumber(MARSHAL_VERSION)),
});
