// Formats of _struct: "<2h3s" and its like, read into codes that say where each item of the bytes stands.
//
//   format   < 2 h 3 s        order, then letters with counts
//   codes    h  offset 0  size 2  repeat 2
//            s  offset 4  size 3  repeat 1
//
// Native formats ("@", or none) align items as C does and have its sizes; the others have standard sizes and no gaps.
// Invariant: the codes end with one whose size is 0; a repeat of 0 leaves no code, but its alignment.

import { memMalloc } from "../../memory/allocators.ts";
import { type Address, type Borrowed, high, low, type Owned, setI32, setI64, u8 } from "../../memory/memory.ts";
import { struct } from "../../memory/struct.ts";
import { PyObject_GetAttrString } from "../../objects/abstract.ts";
import { PyObject_CallOneArg } from "../../objects/call.ts";
import { PyErr_NoMemory, raise } from "../../objects/errors.ts";
import { isBytes, isUnicode, newRef, typeOf, xdecref } from "../../objects/object.ts";
import { shortName } from "../../objects/type_names.ts";
import { PyExc_TypeError } from "../../objects/types.ts";
import { PyUnicode_FromString } from "../../objects/unicode_core.ts";

export const formatcode = struct("formatcode", 32, {
  letter: [0, "u32", "the letter"],
  order: [4, "u32", "0: the least significant byte first; 1: the most significant; 2: as C does it here"],
  offset: [8, "ssize", "first byte"],
  size: [16, "ssize", "bytes of an item; 0 behind the last code"],
  repeat: [24, "ssize", "items"],
});

export const ORDER_LITTLE = 0;
export const ORDER_BIG = 1;
export const ORDER_NATIVE = 2;

/** Bytes of an item by its letter: native, and standard where there is a standard size. */
const SIZES: Readonly<Record<string, readonly [native: number, standard: number]>> = {
  x: [1, 1],
  c: [1, 1],
  b: [1, 1],
  B: [1, 1],
  "?": [1, 1],
  s: [1, 1],
  p: [1, 1],
  h: [2, 2],
  H: [2, 2],
  i: [4, 4],
  I: [4, 4],
  l: [8, 4],
  L: [8, 4],
  n: [8, 0],
  N: [8, 0],
  q: [8, 8],
  Q: [8, 8],
  P: [8, 0],
  e: [2, 2],
  f: [4, 4],
  d: [8, 8],
};

interface Code {
  readonly letter: string;
  readonly offset: bigint;
  readonly size: bigint;
  readonly repeat: bigint;
}

export interface Format {
  /** Bytes of the whole. */
  readonly size: bigint;
  /** Values that pack() takes and unpack() gives. */
  readonly count: bigint;
  /** The codes in memory, owned. */
  readonly codes: Address;
}

/** Reads a format of so many bytes; null with an error set. structError: the exception to raise. */
export function parseFormat(at: Address, length: number, structError: Borrowed): Format | null {
  const fail = (message: string): null => {
    raise(structError, message);
    return null;
  };
  for (let i = 0; i < length; i++) if (u8(at + i) === 0) return fail("embedded null character");
  const character = (i: number): string => String.fromCharCode(u8(at + i));
  let native = true;
  let big = false;
  let i = 0;
  if (length > 0 && "@=<>!".includes(character(0))) {
    const order = character(0);
    native = order === "@";
    big = order === ">" || order === "!";
    i = 1;
  }
  const order = native ? ORDER_NATIVE : big ? ORDER_BIG : ORDER_LITTLE;
  const codes: Code[] = [];
  let size = 0n;
  let count = 0n;
  for (; i < length; i++) {
    let letter = character(i);
    if (" \t\n\r\v\f".includes(letter)) continue;
    let repeat = 1n;
    if (letter >= "0" && letter <= "9") {
      repeat = 0n;
      for (; i < length && character(i) >= "0" && character(i) <= "9"; i++)
        repeat = repeat * 10n + BigInt(character(i));
      if (repeat >= TOO_LARGE) return fail("total struct size too long");
      if (i === length) return fail("repeat count given without format specifier");
      letter = character(i);
    }
    const itemSize = BigInt(SIZES[letter]?.[native ? 0 : 1] ?? 0);
    if (itemSize === 0n) return fail("bad char in struct format");
    if (native) size = ((size + itemSize - 1n) / itemSize) * itemSize;
    if (letter === "s" || letter === "p") {
      codes.push({ letter, offset: size, size: repeat, repeat: 1n });
      count++;
    } else if (letter !== "x") {
      if (repeat > 0n) codes.push({ letter, offset: size, size: itemSize, repeat });
      count += repeat;
    }
    size += repeat * itemSize;
    if (size >= TOO_LARGE) return fail("total struct size too long");
  }
  const table = memMalloc((codes.length + 1) * formatcode.sizeof);
  if (table === 0) {
    PyErr_NoMemory();
    return null;
  }
  codes.forEach((code, index) => {
    writeCode(table + index * formatcode.sizeof, code, order);
  });
  writeCode(table + codes.length * formatcode.sizeof, { letter: "\0", offset: size, size: 0n, repeat: 0n }, order);
  return { size, count, codes: table };
}

/** Sizes from here on are beyond a Py_ssize_t. */
const TOO_LARGE = 1n << 63n;

function writeCode(at: Address, code: Code, order: number): void {
  setI32(at + formatcode.letter, code.letter.charCodeAt(0));
  setI32(at + formatcode.order, order);
  setWide(at + formatcode.offset, code.offset);
  setWide(at + formatcode.size, code.size);
  setWide(at + formatcode.repeat, code.repeat);
}

/** A size that may be larger than the memory: all eight bytes of it. */
export function setWide(at: Address, value: bigint): void {
  setI64(at, Number(BigInt.asIntN(32, value)), Number(BigInt.asIntN(32, value >> 32n)));
}

/** Such a size; exact where it can be used. */
export function wide(at: Address): number {
  return high(at) * 2 ** 32 + (low(at) >>> 0);
}

/** A format given as str or bytes, as Owned bytes; 0 with an error set. */
export function formatBytes(format: Borrowed): Owned {
  if (isBytes(format)) return newRef(format);
  if (!isUnicode(format)) {
    return raise(
      PyExc_TypeError,
      `Struct() argument 1 must be a str or bytes object, not ${shortName(typeOf(format))}`,
    );
  }
  const ascii = PyUnicode_FromString("ascii");
  const method = ascii === 0 ? 0 : PyObject_GetAttrString(format, "encode");
  const result = method === 0 ? 0 : PyObject_CallOneArg(method, ascii);
  xdecref(method);
  xdecref(ascii);
  return result;
}
