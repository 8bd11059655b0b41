// Marshal's bytes to objects (r_object of CPython's Python/marshal.c).
//
// Invariant: of the row of references every entry is borrowed from the value being made, or kept alive by `kept`.

import { parseDouble, parsedEnd } from "../base/float_parse.ts";
import { FLAG_REF, MarshalType as T } from "../bytecode/marshal_format.ts";
import { reserveStatic } from "../memory/data.ts";
import { type Address, f64, type Owned, setI32, setPtr, writeBytes } from "../memory/memory.ts";
import { BYTES_DATA, bytesFromArray, bytesView, freshBytes } from "../objects/bytes_core.ts";
import { newCodeObject } from "../objects/code.ts";
import { decodeUtf8 } from "../objects/codecs/utf8.ts";
import { newComplex } from "../objects/complex_core.ts";
import { PyDict_New, PyDict_SetItem } from "../objects/dict_core.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise } from "../objects/errors.ts";
import { newFloat } from "../objects/float_core.ts";
import { listAppendSteal, newListWithRoom } from "../objects/list_core.ts";
import {
  allocateLong,
  bool,
  DIGITS,
  NON_SIZE_BITS,
  PyLong_FromNumber,
  SIGN_NEGATIVE,
  SIGN_POSITIVE,
  TAG,
} from "../objects/long_core.ts";
import { longFromBigInt } from "../objects/long_digits.ts";
import { decref, isBytes, isTuple, isUnicode, newRef } from "../objects/object.ts";
import { newSet, setAddKey } from "../objects/set_core.ts";
import { PyTuple_New, PyTuple_SET_ITEM } from "../objects/tuple_core.ts";
import * as types from "../objects/types.ts";
import { PyUnicode_FromString } from "../objects/unicode_core.ts";
import { _PyUnicode_InternImmortal } from "../objects/unicode_intern.ts";
import { MAX_MARSHAL_STACK_DEPTH } from "./marshal_write.ts";

const scratch = reserveStatic(8);
/** A tuple up to this length is made before its items are read. */
const DIRECT_TUPLE_LENGTH = 0xffff;

/** An error of Python's is set already. */
export class Failed extends Error {}
class BadData extends Error {}
class EndOfData extends Error {}

/** Where bytes come from that are not there yet: exactly as many as are asked for, or null at the end. May throw Failed. */
export type Source = (byteCount: number) => Uint8Array | null;

class Reader {
  private readonly references: Address[] = [];
  private readonly kept: Owned[] = [];
  private bytes: Uint8Array;
  private at = 0;
  private readonly source: Source | null;
  private readonly allowCode: boolean;
  constructor(bytes: Uint8Array, source: Source | null, allowCode: boolean) {
    this.bytes = bytes;
    this.source = source;
    this.allowCode = allowCode;
  }

  release(): void {
    for (const o of this.kept) decref(o);
  }

  /** The next bytes are there. */
  private need(count: number): boolean {
    if (this.at + count <= this.bytes.length) return true;
    const more = this.source?.(count) ?? null;
    if (more === null) return false;
    this.bytes = more;
    this.at = 0;
    return true;
  }

  /** Passes bytes: where they begin. */
  private pass(count: number): number {
    if (!this.need(count)) {
      const isPart = this.source === null && count > 1;
      throw new EndOfData(isPart ? "marshal data too short" : "EOF read where not expected");
    }
    this.at += count;
    return this.at - count;
  }

  private take(count: number): Uint8Array {
    const at = this.pass(count);
    return this.bytes.subarray(at, at + count);
  }

  private byte(): number {
    const at = this.pass(1);
    return this.bytes[at];
  }

  private short(): number {
    const at = this.pass(2);
    return this.bytes[at] | (this.bytes[at + 1] << 8);
  }

  private long(): number {
    const at = this.pass(4);
    const { bytes } = this;
    return bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24);
  }

  private double(): number {
    writeBytes(scratch, this.take(8));
    return f64(scratch);
  }

  /** A float as text. */
  private textDouble(): number {
    const text = this.take(this.byte()).slice();
    const value = parseDouble(text, 0, text.length);
    if (parsedEnd() === text.length && text.length > 0) return value;
    const shown = String.fromCharCode(...text);
    this.check(raise(types.PyExc_ValueError, `could not convert string to float: '${shown}'`));
    return 0;
  }

  private count(what: string): number {
    const count = this.long();
    if (count < 0) throw new BadData(`${what} size out of range`);
    return count;
  }

  private check(o: Owned): Owned {
    if (o === 0) {
      if (PyErr_Occurred() === 0) PyErr_NoMemory();
      throw new Failed();
    }
    return o;
  }

  /** One byte a character. */
  private latin1(count: number): Owned {
    let text = "";
    for (const byte of this.take(count)) text += String.fromCharCode(byte);
    return this.check(PyUnicode_FromString(text));
  }

  private utf8(count: number): Owned {
    const bytes = this.check(bytesFromArray(this.take(count)));
    const text = decodeUtf8(bytes + BYTES_DATA, count, "surrogatepass");
    decref(bytes);
    return this.check(text);
  }

  /** Owned; 0 for the end of a dict. */
  read(depth = 0): Owned {
    if (depth >= MAX_MARSHAL_STACK_DEPTH) {
      this.check(raise(types.PyExc_ValueError, "recursion limit exceeded"));
    }
    if (!this.need(1)) throw new EndOfData("EOF read where object expected");
    const head = this.byte();
    const type = head & ~FLAG_REF;
    let index = -1;
    const reserve = (): void => {
      if (head & FLAG_REF) index = this.references.push(0) - 1;
    };
    const remember = (o: Owned): Owned => {
      if (head & FLAG_REF) {
        if (index < 0) reserve();
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
      case T.INT64: {
        const low = BigInt(this.long() >>> 0);
        return remember(this.check(longFromBigInt((BigInt(this.long()) << 32n) | low)));
      }
      case T.LONG:
        return remember(this.bigInt());
      case T.FLOAT:
        return remember(this.check(newFloat(this.textDouble())));
      case T.BINARY_FLOAT:
        return remember(this.check(newFloat(this.double())));
      case T.COMPLEX: {
        const real = this.textDouble();
        return remember(this.check(newComplex(real, this.textDouble())));
      }
      case T.BINARY_COMPLEX: {
        const real = this.double();
        return remember(this.check(newComplex(real, this.double())));
      }
      case T.STRING:
        return remember(this.check(freshBytes(this.take(this.count("bytes object")))));
      case T.ASCII:
        return remember(this.latin1(this.count("string")));
      case T.ASCII_INTERNED:
        return remember(_PyUnicode_InternImmortal(this.latin1(this.count("string"))));
      case T.SHORT_ASCII:
        return remember(this.latin1(this.byte()));
      case T.SHORT_ASCII_INTERNED:
        return remember(_PyUnicode_InternImmortal(this.latin1(this.byte())));
      case T.UNICODE:
        return remember(this.utf8(this.count("string")));
      case T.INTERNED:
        return remember(_PyUnicode_InternImmortal(this.utf8(this.count("string"))));
      case T.SMALL_TUPLE:
        return this.tuple(this.byte(), depth, remember);
      case T.TUPLE:
        return this.tuple(this.count("tuple"), depth, remember);
      case T.LIST: {
        const count = this.count("list");
        // A count that the bytes do not bear out is an error later: no room is made for it.
        const list = remember(this.check(newListWithRoom(this.at + count <= this.bytes.length ? count : 0)));
        return this.fill(list, () => {
          for (let i = 0; i < count; i++) listAppendSteal(list, this.item(depth, "list"));
        });
      }
      case T.DICT: {
        const dict = remember(this.check(PyDict_New()));
        return this.fill(dict, () => this.dictItems(dict, depth));
      }
      case T.SET:
      case T.FROZENSET: {
        const count = this.count("set");
        const set = this.check(newSet(type === T.SET ? types.PySet_Type : types.PyFrozenSet_Type));
        // A frozenset is in use only when it is full, but has its number from its beginning.
        if (type === T.SET) remember(set);
        else reserve();
        this.fill(set, () => {
          for (let i = 0; i < count; i++) {
            const item = this.item(depth, "set");
            const status = setAddKey(set, item);
            decref(item);
            if (status < 0) throw new Failed();
          }
        });
        return type === T.SET ? set : remember(set);
      }
      case T.CODE:
        if (!this.allowCode) {
          this.check(raise(types.PyExc_ValueError, "unmarshalling code objects is disallowed"));
        }
        reserve();
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

  /** Fills a container, which goes when that fails. */
  private fill(container: Owned, fill: () => void): Owned {
    try {
      fill();
      return container;
    } catch (error) {
      decref(container);
      throw error;
    }
  }

  private tuple(count: number, depth: number, remember: (o: Owned) => Owned): Owned {
    // Room only for what can be there: the bytes may lie about it.
    const items: Owned[] = [];
    if (count <= DIRECT_TUPLE_LENGTH) {
      const tuple = remember(this.check(PyTuple_New(count)));
      return this.fill(tuple, () => {
        for (let i = 0; i < count; i++) PyTuple_SET_ITEM(tuple, i, this.item(depth, "tuple"));
      });
    }
    try {
      for (let i = 0; i < count; i++) items.push(this.item(depth, "tuple"));
    } catch (error) {
      for (const item of items) decref(item);
      throw error;
    }
    const tuple = this.check(PyTuple_New(count));
    items.forEach((item, i) => {
      PyTuple_SET_ITEM(tuple, i, item);
    });
    return remember(tuple);
  }

  private dictItems(dict: Owned, depth: number): void {
    for (let key = this.read(depth + 1); key !== 0; key = this.read(depth + 1)) {
      let value = 0;
      try {
        value = this.read(depth + 1);
        if (value === 0) return;
        if (PyDict_SetItem(dict, key, value) < 0) throw new Failed();
      } finally {
        decref(key);
        if (value !== 0) decref(value);
      }
    }
  }

  private item(depth: number, what: string): Owned {
    const o = this.read(depth + 1);
    if (o !== 0) return o;
    return this.check(raise(types.PyExc_TypeError, `NULL object in marshal data for ${what}`));
  }

  private bigInt(): Owned {
    const size = this.long();
    const count = Math.abs(size);
    if (count > 0x7fffffff) throw new BadData("long size out of range");
    const digits: number[] = [];
    for (let i = 0; i < count; i++) {
      const digit = this.short();
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
    const part = (fits: (o: Owned) => boolean = () => true): Owned => {
      const o = this.item(depth, "code");
      objects.push(o);
      if (fits(o)) return o;
      // Such a code object could not be run: CPython's check in PyCode_Validate.
      return this.check(raise(types.PyExc_SystemError, "Objects/codeobject.c:431: bad argument to internal function"));
    };
    try {
      const code = bytesView(part(isBytes)).slice();
      const [constants, names, variables] = [part(isTuple), part(isTuple), part(isTuple)];
      const kinds = part(isBytes);
      const [filename, name, qualname] = [part(isUnicode), part(isUnicode), part(isUnicode)];
      const firstLine = this.long();
      const [lines, exceptions] = [part(isBytes), part(isBytes)];
      const numbers = {
        co_argcount: argcount,
        co_posonlyargcount: posonly,
        co_kwonlyargcount: kwonly,
        co_stacksize: stacksize,
        co_flags: flags,
        co_firstlineno: firstLine,
      };
      const parts = [constants, names, exceptions, variables, kinds, filename, name, qualname, lines];
      return this.check(newCodeObject(numbers, code, parts));
    } finally {
      for (const o of objects) decref(o);
    }
  }
}

/** Reads one value, from bytes and, where they end, from a source of more. Owned, 0 with an error set. */
export function readMarshal(bytes: Uint8Array, source: Source | null, allowCode: boolean): Owned {
  const reader = new Reader(bytes, source, allowCode);
  try {
    const o = reader.read();
    return o === 0 ? raise(types.PyExc_TypeError, "NULL object in marshal data for object") : o;
  } catch (error) {
    if (error instanceof Failed) return 0;
    if (error instanceof EndOfData) return raise(types.PyExc_EOFError, error.message);
    if (!(error instanceof BadData)) throw error;
    return raise(types.PyExc_ValueError, `bad marshal data (${error.message})`);
  } finally {
    reader.release();
  }
}
