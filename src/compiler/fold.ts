// Arithmetic on constants, as ast_opt.c does it at compile time: results that would grow too large, that raise, or that
// depend on anything but the operands are not folded (null).
import type { Constant } from "../base/constant.ts";
import type { operator, unaryop } from "../parser/nodes.ts";
import { complexPower, floatPower } from "./fold_power.ts";

// ast_opt.c's bounds on what folding may make.
const MAX_INT_SIZE = 128; // bits
const MAX_COLLECTION_SIZE = 256; // items
const MAX_STR_SIZE = 4096; // characters
const MAX_TOTAL_ITEMS = 1024; // items, nested ones included
/** Sizes and shift counts are native integers in C. */
const SIZE_LIMIT = 1n << 63n;

const bool = (value: boolean): Constant => ({ type: value ? "True" : "False" });
const int = (value: bigint): Constant => ({ type: "int", value });
const float = (value: number): Constant => ({ type: "float", value });

function isBool(c: Constant): boolean {
  return c.type === "True" || c.type === "False";
}

/** The value of an int or bool, or null. */
function intOf(c: Constant): bigint | null {
  if (c.type === "int") return c.value;
  if (c.type === "True") return 1n;
  return c.type === "False" ? 0n : null;
}

function bitLength(value: bigint): number {
  if (value === 0n) return 0;
  const digits = (value < 0n ? -value : value).toString(16);
  return digits.length * 4 - 4 + (32 - Math.clz32(Number.parseInt(digits[0], 16)));
}

export function truthOf(c: Constant): boolean {
  switch (c.type) {
    case "None":
    case "False":
      return false;
    case "True":
    case "Ellipsis":
      return true;
    case "int":
      return c.value !== 0n;
    case "float":
      return c.value !== 0;
    case "complex":
      return c.real !== 0 || c.imag !== 0;
    case "str":
      return c.wtf8.length > 0;
    case "bytes":
      return c.bytes.length > 0;
    default:
      return c.items.length > 0;
  }
}

export const BOOL_INVERSION_WARNING =
  "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the bitwise inversion " +
  "of the underlying int object and is usually not what you expect from negating a bool. Use the 'not' operator for " +
  "boolean negation or ~int(x) if you really want the bitwise inversion of the underlying int.";

export function foldUnary(op: unaryop, operand: Constant): Constant | null {
  if (op === "Not") return bool(!truthOf(operand));
  const value = intOf(operand);
  if (value !== null) {
    if (op === "UAdd") return int(value);
    if (op === "USub") return int(-value);
    return int(~value);
  }
  if (op === "Invert") return null;
  if (operand.type === "float") return op === "USub" ? float(-operand.value) : operand;
  if (operand.type === "complex") {
    return op === "USub" ? { type: "complex", real: -operand.real, imag: -operand.imag } : operand;
  }
  return null;
}

// ---- Binary operators ----

export function foldBinary(op: operator, left: Constant, right: Constant): Constant | null {
  const a = intOf(left);
  const b = intOf(right);
  if (a !== null && b !== null) {
    if (isBool(left) && isBool(right)) {
      if (op === "BitAnd") return bool((a & b) !== 0n);
      if (op === "BitOr") return bool((a | b) !== 0n);
      if (op === "BitXor") return bool(a !== b);
    }
    return foldInts(op, a, b);
  }
  if (op === "Mult") {
    if (a !== null && isSequence(right)) return repeat(right, a);
    if (b !== null && isSequence(left)) return repeat(left, b);
  }
  if (op === "Add" && isSequence(left) && isSequence(right)) return concatenate(left, right);
  return foldReals(op, left, right);
}

function foldInts(op: operator, a: bigint, b: bigint): Constant | null {
  switch (op) {
    case "Add":
      return int(a + b);
    case "Sub":
      return int(a - b);
    case "Mult":
      if (a !== 0n && b !== 0n && bitLength(a) + bitLength(b) > MAX_INT_SIZE) return null;
      return int(a * b);
    case "Div": {
      const quotient = b === 0n ? null : divideInts(a, b);
      return quotient === null ? null : float(quotient);
    }
    case "FloorDiv":
      return b === 0n ? null : int(floorDivide(a, b));
    case "Mod":
      return b === 0n ? null : int(a - b * floorDivide(a, b));
    case "Pow":
      return powerInts(a, b);
    case "LShift":
      if (b < 0n) return null;
      if (a === 0n) return int(0n);
      if (b > MAX_INT_SIZE || bitLength(a) > MAX_INT_SIZE - Number(b)) return null;
      return int(a << b);
    case "RShift":
      if (b < 0n) return null;
      return int(b >= BigInt(bitLength(a)) ? (a < 0n ? -1n : 0n) : a >> b);
    case "BitOr":
      return int(a | b);
    case "BitXor":
      return int(a ^ b);
    case "BitAnd":
      return int(a & b);
    default:
      return null;
  }
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

function powerInts(a: bigint, b: bigint): Constant | null {
  if (b < 0n) {
    const x = toFloat(a);
    const y = toFloat(b);
    return x === null || y === null ? null : floatPower(x, y);
  }
  if (a !== 0n && b > 0n) {
    if (b >= SIZE_LIMIT * 2n) return null;
    if (BigInt(bitLength(a)) > BigInt(MAX_INT_SIZE) / b) return null;
  }
  if (a === 0n) return int(b === 0n ? 1n : 0n);
  let result = 1n;
  for (let i = 0n; i < b; i++) result *= a; // the bound above keeps the exponent small
  return int(result);
}

/** An int as a float, correctly rounded; null where it overflows. */
function toFloat(value: bigint): number | null {
  const result = Number(value);
  return result - result === 0 ? result : null;
}

/** a / b correctly rounded, as long_true_divide; null where it overflows. */
function divideInts(a: bigint, b: bigint): number | null {
  const negative = a < 0n !== b < 0n;
  const x = a < 0n ? -a : a;
  const y = b < 0n ? -b : b;
  if (x === 0n) return negative ? -0 : 0;
  const limit = 1n << 53n;
  if (x <= limit && y <= limit) {
    const small = Number(x) / Number(y);
    return negative ? -small : small;
  }
  // A quotient of at least 66 bits, its lowest bit set if anything was cut off; fewer where the result is subnormal.
  const shift = 66 - (bitLength(x) - bitLength(y));
  const numerator = shift > 0 ? x << BigInt(shift) : x;
  const denominator = shift < 0 ? y << BigInt(-shift) : y;
  let quotient = numerator / denominator;
  if (quotient * denominator !== numerator) quotient |= 1n;
  const exponent = bitLength(quotient) - 1 - shift;
  if (exponent > 1023) return null;
  if (exponent < -1022) {
    // Round at the fixed place of a subnormal's last bit.
    const drop = BigInt(-1074 + shift);
    const unit = 1n << drop;
    const rest = quotient & (unit - 1n);
    let units = quotient >> drop;
    const half = unit >> 1n;
    if (rest > half || (rest === half && (units & 1n) === 1n)) units++;
    const tiny = Number(units) * 5e-324;
    return negative ? -tiny : tiny;
  }
  let result = Number(quotient);
  for (let left = shift; left !== 0; ) {
    const step = left > 900 ? 900 : left < -900 ? -900 : left;
    result = step > 0 ? result / twoTo(step) : result * twoTo(-step);
    left -= step;
  }
  if (result - result !== 0) return null;
  return negative ? -result : result;
}

function twoTo(exponent: number): number {
  let result = 1;
  for (let i = 0; i < exponent; i++) result *= 2;
  return result;
}

// ---- Floats and complex numbers ----

function foldReals(op: operator, left: Constant, right: Constant): Constant | null {
  if (left.type === "complex" || right.type === "complex") {
    const a = toComplex(left);
    const b = toComplex(right);
    return a === null || b === null ? null : foldComplex(op, a, b);
  }
  const x = realOf(left);
  const y = realOf(right);
  if (x === null || y === null) return null;
  switch (op) {
    case "Add":
      return float(x + y);
    case "Sub":
      return float(x - y);
    case "Mult":
      return float(x * y);
    case "Div":
      return y === 0 ? null : float(x / y);
    case "FloorDiv":
      return y === 0 ? null : float(floatFloorDivide(x, y));
    case "Mod":
      return y === 0 ? null : float(floatRemainder(x, y));
    case "Pow":
      return floatPower(x, y);
    default:
      return null;
  }
}

function realOf(c: Constant): number | null {
  if (c.type === "float") return c.value;
  const value = intOf(c);
  return value === null ? null : toFloat(value);
}

function copySign(magnitude: number, sign: number): number {
  const negative = sign < 0 || Object.is(sign, -0);
  return negative ? -Math.abs(magnitude) : Math.abs(magnitude);
}

function floatRemainder(x: number, y: number): number {
  const remainder = x % y;
  if (remainder === 0) return copySign(0, y);
  return y < 0 !== remainder < 0 ? remainder + y : remainder;
}

function floatFloorDivide(x: number, y: number): number {
  const remainder = x % y;
  let quotient = (x - remainder) / y;
  if (remainder !== 0 && y < 0 !== remainder < 0) quotient -= 1;
  if (quotient === 0) return copySign(0, x / y);
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

interface Complex {
  real: number;
  imag: number;
}

function toComplex(c: Constant): Complex | null {
  if (c.type === "complex") return c;
  const real = realOf(c);
  return real === null ? null : { real, imag: 0 };
}

function foldComplex(op: operator, a: Complex, b: Complex): Constant | null {
  switch (op) {
    case "Add":
      return { type: "complex", real: a.real + b.real, imag: a.imag + b.imag };
    case "Sub":
      return { type: "complex", real: a.real - b.real, imag: a.imag - b.imag };
    case "Mult":
      return { type: "complex", ...complexProduct(a, b) };
    case "Div": {
      const quotient = complexQuotient(a, b);
      return quotient === null ? null : { type: "complex", ...quotient };
    }
    case "Pow":
      return complexPower(a, b, complexProduct, complexQuotient);
    default:
      return null;
  }
}

function complexProduct(a: Complex, b: Complex): Complex {
  return { real: a.real * b.real - a.imag * b.imag, imag: a.real * b.imag + a.imag * b.real };
}

/** _Py_c_quot: scaled by the larger part of the divisor. */
function complexQuotient(a: Complex, b: Complex): Complex | null {
  const real = Math.abs(b.real);
  const imag = Math.abs(b.imag);
  if (real >= imag) {
    if (real === 0) return null;
    const ratio = b.imag / b.real;
    const denominator = b.real + b.imag * ratio;
    return { real: (a.real + a.imag * ratio) / denominator, imag: (a.imag - a.real * ratio) / denominator };
  }
  if (imag >= real) {
    const ratio = b.real / b.imag;
    const denominator = b.real * ratio + b.imag;
    return { real: (a.real * ratio + a.imag) / denominator, imag: (a.imag * ratio - a.real) / denominator };
  }
  return { real: Number.NaN, imag: Number.NaN };
}

// ---- Sequences ----

type Sequence = Extract<Constant, { type: "str" | "bytes" | "tuple" }>;

function isSequence(c: Constant): c is Sequence {
  return c.type === "str" || c.type === "bytes" || c.type === "tuple";
}

function lengthOf(c: Sequence): number {
  if (c.type === "tuple") return c.items.length;
  if (c.type === "bytes") return c.bytes.length;
  let count = 0;
  for (const byte of c.wtf8) if ((byte & 0xc0) !== 0x80) count++;
  return count;
}

function repeatBytes(bytes: Uint8Array, count: number): Uint8Array {
  const out = new Uint8Array(bytes.length * count);
  for (let i = 0; i < count; i++) out.set(bytes, i * bytes.length);
  return out;
}

/** Whether a tuple holds at most so many items, nested tuples included (check_complexity). */
function remainingItems(c: Constant, limit: number): number {
  if (c.type !== "tuple") return limit;
  let left = limit - c.items.length;
  for (const item of c.items) {
    if (left < 0) break;
    left = remainingItems(item, left);
  }
  return left;
}

function repeat(sequence: Sequence, times: bigint): Constant | null {
  if (times >= SIZE_LIMIT || times < -SIZE_LIMIT) return null;
  const size = lengthOf(sequence);
  if (size > 0) {
    const limit = sequence.type === "tuple" ? MAX_COLLECTION_SIZE : MAX_STR_SIZE;
    if (times < 0n || times > BigInt(Math.floor(limit / size))) return null;
    if (sequence.type === "tuple" && times > 0n) {
      if (remainingItems(sequence, Math.floor(MAX_TOTAL_ITEMS / Number(times))) < 0) return null;
    }
  }
  const count = size === 0 ? 0 : Number(times);
  if (sequence.type === "str") return { type: "str", wtf8: repeatBytes(sequence.wtf8, count) };
  if (sequence.type === "bytes") return { type: "bytes", bytes: repeatBytes(sequence.bytes, count) };
  const items: Constant[] = [];
  for (let i = 0; i < count; i++) items.push(...sequence.items);
  return { type: "tuple", items };
}

function joinBytes(a: Uint8Array, b: Uint8Array): Uint8Array {
  const out = new Uint8Array(a.length + b.length);
  out.set(a);
  out.set(b, a.length);
  return out;
}

function concatenate(a: Sequence, b: Sequence): Constant | null {
  if (a.type === "str" && b.type === "str") return { type: "str", wtf8: joinBytes(a.wtf8, b.wtf8) };
  if (a.type === "bytes" && b.type === "bytes") return { type: "bytes", bytes: joinBytes(a.bytes, b.bytes) };
  if (a.type === "tuple" && b.type === "tuple") return { type: "tuple", items: [...a.items, ...b.items] };
  return null;
}

/** `constant[index]`, null where it raises. */
export function foldSubscript(container: Constant, indexConstant: Constant): Constant | null {
  const position = intOf(indexConstant);
  if (position === null || !isSequence(container)) return null;
  const size = lengthOf(container);
  if (position >= size || position < -size) return null;
  const index = Number(position) + (position < 0n ? size : 0);
  if (container.type === "tuple") return container.items[index];
  if (container.type === "bytes") return int(BigInt(container.bytes[index]));
  const { wtf8 } = container;
  let start = 0;
  for (let left = index; ; start++) {
    if ((wtf8[start] & 0xc0) === 0x80) continue;
    if (left-- === 0) break;
  }
  let end = start + 1;
  while (end < wtf8.length && (wtf8[end] & 0xc0) === 0x80) end++;
  return { type: "str", wtf8: wtf8.slice(start, end) };
}
