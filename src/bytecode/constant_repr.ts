// repr() of constants, as dis prints them. No heap is needed: the values are plain data.
import type { Constant } from "../base/constant.ts";
import { reprDouble } from "../base/float_text.ts";
import { isPrintable } from "../base/unicode/properties.ts";
import { codePoints } from "../base/wtf8.ts";
import type { Code, CodeConstant } from "./code.ts";
import { frozensetOrder } from "./frozenset_order.ts";

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

const NO_ADDRESS: AddressOf = () => "0x0";

/** repr(constant). */
export function reprConstant(constant: CodeConstant, addressOf = NO_ADDRESS): string {
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
      return `frozenset({${frozensetOrder(constant.items)
        .map((item) => reprConstant(item, addressOf))
        .join(", ")}})`;
    }
    case "code":
      return reprCode(constant.code, addressOf);
    default:
      return constant.type;
  }
}
