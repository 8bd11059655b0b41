// Reads marshal data. Nothing in it is trusted: sizes are checked before room is made, depth is limited, and what is wrong
// is a MarshalError that says what CPython raises.
import type { Constant } from "../base/constant.ts";
import { utf8 } from "../base/utf8.ts";
import { codePoints, isWtf8 } from "../base/wtf8.ts";
import type { Code, CodeConstant } from "./code.ts";
import { FLAG_REF, LONG_DIGIT_BITS, MarshalType } from "./marshal_format.ts";

const float64 = new DataView(new ArrayBuffer(8));

export type MarshalErrorType = "EOFError" | "ValueError" | "TypeError" | "UnicodeDecodeError";

/** What Python raises for bytes that are no marshal data. */
export class MarshalError extends Error {
  readonly pythonType: MarshalErrorType;

  constructor(pythonType: MarshalErrorType, message: string) {
    super(message);
    this.pythonType = pythonType;
  }
}

/** What a range of the bytes means; told to a listener while reading (pyc.ts shows them). */
export interface MarshalRange {
  offset: number;
  length: number;
  meaning: string;
  value: string;
  /** How many values it lies inside of. */
  depth: number;
}

const DEPTH_MAX = 2000;

class Reader {
  position: number;
  private depth = 0;
  private readonly bytes: Uint8Array;
  private readonly references: (CodeConstant | null)[] = [];
  private readonly listener: ((range: MarshalRange) => void) | null;

  constructor(bytes: Uint8Array, position: number, listener: ((range: MarshalRange) => void) | null) {
    this.bytes = bytes;
    this.position = position;
    this.listener = listener;
  }

  private take(length: number): number {
    if (length < 0 || this.position + length > this.bytes.length) {
      throw new MarshalError("EOFError", "marshal data too short");
    }
    const start = this.position;
    this.position += length;
    return start;
  }

  private tell(offset: number, meaning: string, value: string): void {
    this.listener?.({ offset, length: this.position - offset, meaning, value, depth: this.depth });
  }

  private byte(): number {
    return this.bytes[this.take(1)];
  }

  private long(): number {
    const at = this.take(4);
    const { bytes } = this;
    return bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24);
  }

  private size(what: string): number {
    const size = this.long();
    if (size < 0) throw new MarshalError("ValueError", `bad marshal data (${what} size out of range)`);
    return size;
  }

  private toldLong(meaning: string): number {
    const offset = this.position;
    const value = this.long();
    this.tell(offset, meaning, String(value));
    return value;
  }

  private data(length: number): Uint8Array {
    const start = this.take(length);
    return this.bytes.slice(start, start + length);
  }

  private double(): number {
    const at = this.take(8);
    for (let i = 0; i < 8; i++) float64.setUint8(i, this.bytes[at + i]);
    return float64.getFloat64(0, true);
  }

  read(meaning: string): CodeConstant {
    if (++this.depth > DEPTH_MAX) throw new MarshalError("ValueError", "bad marshal data (recursion limit exceeded)");
    const offset = this.position;
    if (this.position >= this.bytes.length) throw new MarshalError("EOFError", "EOF read where object expected");
    const first = this.byte();
    const type = first & ~FLAG_REF;
    // The number is taken before what is inside is read.
    const reference = first & FLAG_REF ? this.references.push(null) - 1 : -1;
    const value = this.value(type, meaning, offset, reference);
    if (reference >= 0) this.references[reference] = value;
    this.depth--;
    return value;
  }

  private value(type: number, meaning: string, offset: number, reference: number): CodeConstant {
    const label = reference >= 0 ? `${meaning} (reference ${reference})` : meaning;
    const plain = <Value extends CodeConstant>(value: Value, text: string): Value => {
      this.tell(offset, label, text);
      return value;
    };
    switch (type) {
      case MarshalType.NONE:
        return plain({ type: "None" }, "None");
      case MarshalType.TRUE:
        return plain({ type: "True" }, "True");
      case MarshalType.FALSE:
        return plain({ type: "False" }, "False");
      case MarshalType.ELLIPSIS:
        return plain({ type: "Ellipsis" }, "Ellipsis");
      case MarshalType.INT: {
        const value = this.long();
        return plain({ type: "int", value: BigInt(value) }, String(value));
      }
      case MarshalType.INT64: {
        const low = BigInt(this.long() >>> 0);
        const value = (BigInt(this.long()) << 32n) | low;
        return plain({ type: "int", value }, String(value));
      }
      case MarshalType.LONG: {
        const value = this.longInt();
        return plain({ type: "int", value }, String(value));
      }
      case MarshalType.BINARY_FLOAT: {
        const value = this.double();
        return plain({ type: "float", value }, String(value));
      }
      case MarshalType.BINARY_COMPLEX: {
        const real = this.double();
        const imag = this.double();
        return plain({ type: "complex", real, imag }, `${real} + ${imag}j`);
      }
      case MarshalType.STRING: {
        const size = this.size("bytes object");
        this.tell(offset, label, `bytes of ${size}`);
        const start = this.position;
        const bytes = this.data(size);
        if (size > 0) this.tell(start, `${meaning}, data`, `${size} bytes`);
        return { type: "bytes", bytes };
      }
      case MarshalType.SHORT_ASCII:
      case MarshalType.SHORT_ASCII_INTERNED:
        return this.latin1(this.byte(), plain);
      case MarshalType.ASCII:
      case MarshalType.ASCII_INTERNED:
        return this.latin1(this.size("string"), plain);
      case MarshalType.INTERNED:
      case MarshalType.UNICODE:
        return this.text(this.size("string"), plain);
      case MarshalType.SMALL_TUPLE:
        return this.items("tuple", this.byte(), label, offset);
      case MarshalType.TUPLE:
        return this.items("tuple", this.size("tuple"), label, offset);
      case MarshalType.FROZENSET:
        return this.items("frozenset", this.size("set"), label, offset);
      case MarshalType.CODE:
        this.tell(offset, label, "code object");
        return { type: "code", code: this.code() };
      case MarshalType.REF: {
        const index = this.long();
        const value = this.references[index];
        if (value === undefined || value === null) {
          throw new MarshalError("ValueError", "bad marshal data (invalid reference)");
        }
        return plain(value, `the same as reference ${index}`);
      }
    }
    throw new MarshalError("ValueError", "bad marshal data (unknown type code)");
  }

  private longInt(): bigint {
    const size = this.long();
    const count = size < 0 ? -size : size;
    if (size === -0x80000000) throw new MarshalError("ValueError", "bad marshal data (long size out of range)");
    let value = 0n;
    const start = this.take(count * 2);
    for (let i = count - 1; i >= 0; i--) {
      const digit = this.bytes[start + 2 * i] | (this.bytes[start + 2 * i + 1] << 8);
      if (digit >> Number(LONG_DIGIT_BITS) !== 0) {
        throw new MarshalError("ValueError", "bad marshal data (digit out of range in long)");
      }
      if (i === count - 1 && digit === 0) {
        throw new MarshalError("ValueError", "bad marshal data (unnormalized long data)");
      }
      value = (value << LONG_DIGIT_BITS) | BigInt(digit);
    }
    return size < 0 ? -value : value;
  }

  private text(length: number, plain: (value: CodeConstant, text: string) => CodeConstant): CodeConstant {
    const wtf8 = this.data(length);
    if (!isWtf8(wtf8)) throw new MarshalError("UnicodeDecodeError", "bad marshal data (string is no UTF-8)");
    return plain({ type: "str", wtf8 }, this.listener === null ? "" : textOf(wtf8));
  }

  /** What claims to be ASCII: a byte above is taken as that character, as CPython takes it. */
  private latin1(length: number, plain: (value: CodeConstant, text: string) => CodeConstant): CodeConstant {
    const bytes = this.data(length);
    const wtf8 = bytes.every((byte) => byte < 0x80)
      ? bytes
      : utf8(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
    return plain({ type: "str", wtf8 }, this.listener === null ? "" : textOf(wtf8));
  }

  private items(type: "tuple" | "frozenset", count: number, label: string, offset: number): CodeConstant {
    // Every item is a byte at least: a size that cannot be is refused before room is made for it.
    if (this.position + count > this.bytes.length) throw new MarshalError("EOFError", "marshal data too short");
    this.tell(offset, label, `${type} of ${count}`);
    const items: CodeConstant[] = [];
    for (let i = 0; i < count; i++) items.push(this.read(`item ${i}`));
    return { type, items: items as Constant[] };
  }

  private code(): Code {
    const bytes = (meaning: string): Uint8Array => {
      const value = this.read(meaning);
      if (value.type !== "bytes") throw new MarshalError("TypeError", `${meaning} must be bytes`);
      return value.bytes;
    };
    const text = (meaning: string): string => {
      const value = this.read(meaning);
      if (value.type !== "str") throw new MarshalError("TypeError", `${meaning} must be str`);
      return textOf(value.wtf8);
    };
    const tuple = (meaning: string): readonly CodeConstant[] => {
      const value = this.read(meaning);
      if (value.type !== "tuple") throw new MarshalError("TypeError", `${meaning} must be a tuple`);
      return value.items;
    };
    const names = (meaning: string): string[] =>
      tuple(meaning).map((value) => {
        if (value.type !== "str") throw new MarshalError("TypeError", "name tuples must contain only strings");
        return textOf(value.wtf8);
      });
    return {
      co_argcount: this.toldLong("co_argcount"),
      co_posonlyargcount: this.toldLong("co_posonlyargcount"),
      co_kwonlyargcount: this.toldLong("co_kwonlyargcount"),
      co_stacksize: this.toldLong("co_stacksize"),
      co_flags: this.toldLong("co_flags"),
      co_code: bytes("co_code"),
      co_consts: [...tuple("co_consts")],
      co_names: names("co_names"),
      co_localsplusnames: names("co_localsplusnames"),
      co_localspluskinds: bytes("co_localspluskinds"),
      co_filename: text("co_filename"),
      co_name: text("co_name"),
      co_qualname: text("co_qualname"),
      co_firstlineno: this.toldLong("co_firstlineno"),
      co_linetable: bytes("co_linetable"),
      co_exceptiontable: bytes("co_exceptiontable"),
    };
  }
}

function textOf(wtf8: Uint8Array): string {
  let text = "";
  for (const point of codePoints(wtf8)) text += String.fromCodePoint(point);
  return text;
}

/** Reads one value (marshal.loads); what follows it is left. Throws MarshalError. */
export function loads(
  bytes: Uint8Array,
  offset = 0,
  listener: ((range: MarshalRange) => void) | null = null,
): CodeConstant {
  return new Reader(bytes, offset, listener).read("value");
}
