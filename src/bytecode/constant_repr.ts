// repr() of constants, as dis prints them. No heap is needed: the values are plain data.
import type { Constant } from "../base/constant.ts";
import { reprDouble } from "../base/float_text.ts";
import { isPrintable } from "../base/unicode/properties.ts";
import type { Code, CodeConstant } from "./code.ts";

const REPLACEMENT = 0xfffd;

/** One code point of UTF-8 that may also encode surrogates, at `index`; `size` 0: damaged there. */
function pointAt(wtf8: Uint8Array, index: number): { point: number; size: number } {
  const first = wtf8[index];
  if (first < 0x80) return { point: first, size: 1 };
  const size = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  if (size === 0 || index + size > wtf8.length) return { point: REPLACEMENT, size: 0 };
  let point = first & (0x7f >> size);
  for (let i = 1; i < size; i++) {
    const byte = wtf8[index + i];
    if ((byte & 0xc0) !== 0x80) return { point: REPLACEMENT, size: 0 };
    point = (point << 6) | (byte & 0x3f);
  }
  const isTooLong = (size === 3 && point < 0x800) || (size === 4 && point < 0x10000);
  return isTooLong || point > 0x10ffff ? { point: REPLACEMENT, size: 0 } : { point, size };
}

/** The code points of WTF-8, lone surrogates included. A damaged byte gives U+FFFD. */
export function codePoints(wtf8: Uint8Array): number[] {
  const points: number[] = [];
  for (let i = 0; i < wtf8.length; ) {
    const { point, size } = pointAt(wtf8, i);
    points.push(point);
    i += size === 0 ? 1 : size;
  }
  return points;
}

export function isWtf8(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; ) {
    const { size } = pointAt(bytes, i);
    if (size === 0) return false;
    i += size;
  }
  return true;
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, "0");
}

const BACKSLASH = 0x5c;
const SINGLE_QUOTE = 0x27;
const DOUBLE_QUOTE = 0x22;
const ESCAPES = new Map([
  [0x09, "\\t"],
  [0x0a, "\\n"],
  [0x0d, "\\r"],
  [BACKSLASH, "\\\\"],
]);

function quoteFor(values: ArrayLike<number>): number {
  let single = false;
  let double = false;
  for (let i = 0; i < values.length; i++) {
    if (values[i] === SINGLE_QUOTE) single = true;
    else if (values[i] === DOUBLE_QUOTE) double = true;
  }
  return single && !double ? DOUBLE_QUOTE : SINGLE_QUOTE;
}

export function reprText(wtf8: Uint8Array): string {
  const points = codePoints(wtf8);
  const quote = quoteFor(points);
  let text = String.fromCharCode(quote);
  for (const point of points) {
    const escaped = ESCAPES.get(point);
    if (escaped !== undefined) text += escaped;
    else if (point === quote) text += `\\${String.fromCharCode(quote)}`;
    else if (point < 0x20 || point === 0x7f) text += `\\x${hex(point, 2)}`;
    else if (point < 0x7f || isPrintable(point)) text += String.fromCodePoint(point);
    else if (point < 0x100) text += `\\x${hex(point, 2)}`;
    else if (point < 0x10000) text += `\\u${hex(point, 4)}`;
    else text += `\\U${hex(point, 8)}`;
  }
  return text + String.fromCharCode(quote);
}

export function reprBytes(bytes: Uint8Array): string {
  const quote = quoteFor(bytes);
  let text = `b${String.fromCharCode(quote)}`;
  for (const byte of bytes) {
    const escaped = ESCAPES.get(byte);
    if (escaped !== undefined) text += escaped;
    else if (byte === quote) text += `\\${String.fromCharCode(quote)}`;
    else if (byte < 0x20 || byte >= 0x7f) text += `\\x${hex(byte, 2)}`;
    else text += String.fromCharCode(byte);
  }
  return text + String.fromCharCode(quote);
}

function reprComplex(real: number, imag: number): string {
  const part = (value: number) => {
    const text = reprDouble(value);
    return text.endsWith(".0") ? text.slice(0, -2) : text;
  };
  if (Object.is(real, 0)) return `${part(imag)}j`;
  const imaginary = part(imag);
  return `(${part(real)}${imaginary.startsWith("-") ? "" : "+"}${imaginary}j)`;
}

/** What stands for a code object's address: "0x7f…". */
export type AddressOf = (code: Code) => string;

export function reprCode(code: Code, addressOf: AddressOf): string {
  return `<code object ${code.co_name} at ${addressOf(code)}, file "${code.co_filename}", line ${code.co_firstlineno}>`;
}

/** repr(constant). The items of a frozenset stand in the order in which it gives them (frozenset_order.ts). */
export function reprConstant(constant: CodeConstant, addressOf: AddressOf): string {
  switch (constant.type) {
    case "int":
      return constant.value.toString();
    case "float":
      return reprDouble(constant.value);
    case "complex":
      return reprComplex(constant.real, constant.imag);
    case "str":
      return reprText(constant.wtf8);
    case "bytes":
      return reprBytes(constant.bytes);
    case "tuple": {
      const items = constant.items.map((item: Constant) => reprConstant(item, addressOf));
      return items.length === 1 ? `(${items[0]},)` : `(${items.join(", ")})`;
    }
    case "frozenset": {
      if (constant.items.length === 0) return "frozenset()";
      return `frozenset({${constant.items.map((item: Constant) => reprConstant(item, addressOf)).join(", ")}})`;
    }
    case "code":
      return reprCode(constant.code, addressOf);
    default:
      return constant.type;
  }
}
