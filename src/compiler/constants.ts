// Constants as values: equality for frozensets, and repr for messages and annotations.
import type { Constant } from "../base/constant.ts";
import { reprDouble } from "../base/float_text.ts";
import { isPrintable } from "../base/unicode/properties.ts";
import { compiledFrozensetOrder } from "../bytecode/frozenset_order.ts";
import { constantKey } from "./instruction_sequence.ts";
import { codePointsOf } from "./text.ts";

/** A text that is equal for constants that compare equal (1 == 1.0 == True), as set members do. */
export function equalityKey(constant: Constant): string {
  switch (constant.type) {
    case "True":
      return "i1";
    case "False":
      return "i0";
    case "float":
      return numberKey(constant.value);
    case "complex":
      return constant.imag === 0 ? numberKey(constant.real) : constantKey(constant);
    case "tuple":
      return `(${constant.items.map(equalityKey).join()})`;
    default:
      return constantKey(constant);
  }
}

function numberKey(value: number): string {
  if (value - value === 0 && Math.floor(value) === value) return constantKey({ type: "int", value: BigInt(value) });
  return constantKey({ type: "float", value });
}

export function frozensetOf(items: readonly Constant[]): Constant {
  const seen = new Map<string, Constant>();
  for (const item of items) {
    const key = equalityKey(item);
    if (!seen.has(key)) seen.set(key, item);
  }
  return { type: "frozenset", items: compiledFrozensetOrder([...seen.values()]) };
}

// ---- repr ----

function hex(value: number, width: number): string {
  return value.toString(16).padStart(width, "0");
}

/** repr() of code points or bytes between quotes. */
function quoted(points: readonly number[], isBytes: boolean): string {
  const quote = points.includes(0x27) && !points.includes(0x22) ? '"' : "'";
  let text = isBytes ? `b${quote}` : quote;
  for (const point of points) {
    if (point === 0x5c) text += "\\\\";
    else if (point === quote.charCodeAt(0)) text += `\\${quote}`;
    else if (point === 0x0a) text += "\\n";
    else if (point === 0x0d) text += "\\r";
    else if (point === 0x09) text += "\\t";
    else if (point >= 0x20 && point < 0x7f) text += String.fromCharCode(point);
    else if (!isBytes && point >= 0x7f && isPrintable(point)) text += String.fromCodePoint(point);
    else if (point < 0x100) text += `\\x${hex(point, 2)}`;
    else if (point < 0x10000) text += `\\u${hex(point, 4)}`;
    else text += `\\U${hex(point, 8)}`;
  }
  return text + quote;
}

function reprComplexPart(value: number): string {
  const text = reprDouble(value);
  return text.endsWith(".0") ? text.slice(0, -2) : text;
}

/** repr() of a constant. */
export function constantRepr(constant: Constant): string {
  switch (constant.type) {
    case "int":
      return constant.value.toString();
    case "float":
      return reprDouble(constant.value);
    case "complex": {
      const imag = reprComplexPart(constant.imag);
      if (constant.real === 0 && !Object.is(constant.real, -0)) return `${imag}j`;
      const sign = imag.startsWith("-") ? "" : "+";
      return `(${reprComplexPart(constant.real)}${sign}${imag}j)`;
    }
    case "str":
      return quoted(codePointsOf(constant.wtf8), false);
    case "bytes":
      return quoted([...constant.bytes], true);
    case "tuple":
      return constant.items.length === 1
        ? `(${constantRepr(constant.items[0])},)`
        : `(${constant.items.map(constantRepr).join(", ")})`;
    case "frozenset":
      return constant.items.length === 0
        ? "frozenset()"
        : `frozenset({${constant.items.map(constantRepr).join(", ")}})`;
    default:
      return constant.type;
  }
}
