// Bits of ints: shifts, and, or, xor. A negative int stands for endless ones above its two's complement.
import { type Address, type Borrowed, type Owned, setI32 } from "../memory/memory.ts";
import { PyErr_NoMemory, raise } from "./errors.ts";
import {
  compactValue,
  DIGIT_BITS,
  DIGIT_MASK,
  DIGITS,
  isCompact,
  longDigitCount,
  longSign,
  longToNumber,
  PyLong_FromNumber,
  zero,
} from "./long_core.ts";
import { DIGIT_BYTES, digitAt, finishLong, longFromNumber, newLong } from "./long_digits.ts";
import { PyExc_OverflowError, PyExc_ValueError } from "./types.ts";

// -- shifts ------------------------------------------------------------------------------------------------------------

/** Digits that no allocation could hold: the memory has fewer bytes. */
const MAX_DIGITS = 1 << 28;
/** Shift counts beyond what CPython's digit counts could express. */
const MAX_SHIFT = 2 ** 63 * DIGIT_BITS;

/** a << b */
export function longLeftShift(a: Borrowed, b: Borrowed): Owned {
  if (longSign(b) < 0) return raise(PyExc_ValueError, "negative shift count");
  if (longSign(a) === 0) return zero;
  const count = longToNumber(b);
  if (count >= MAX_SHIFT) return raise(PyExc_OverflowError, "too many digits in integer");
  return longLeftShiftBy(a, count);
}

/** a << count for a number of the host. */
export function longLeftShiftBy(a: Borrowed, count: number): Owned {
  if (isCompact(a) && count < 23) return longFromNumber(compactValue(a) * (1 << count));
  const wordShift = Math.floor(count / DIGIT_BITS);
  if (wordShift > MAX_DIGITS) return PyErr_NoMemory();
  const bits = count % DIGIT_BITS;
  const oldCount = longDigitCount(a);
  const newCount = oldCount + wordShift + (bits === 0 ? 0 : 1);
  const o = newLong(newCount);
  if (o === 0) return 0;
  for (let i = 0; i < wordShift; i++) setI32(o + DIGITS + i * DIGIT_BYTES, 0);
  const to = o + DIGITS + wordShift * DIGIT_BYTES;
  let carry = 0;
  for (let i = 0; i < oldCount; i++) {
    const digit = digitAt(a, i);
    setI32(to + i * DIGIT_BYTES, ((digit << bits) & DIGIT_MASK) | carry);
    carry = bits === 0 ? 0 : digit >>> (DIGIT_BITS - bits);
  }
  if (bits !== 0) setI32(to + oldCount * DIGIT_BYTES, carry);
  return finishLong(o, newCount, longSign(a) < 0);
}

/** a >> b: rounds towards minus infinity. */
export function longRightShift(a: Borrowed, b: Borrowed): Owned {
  if (longSign(b) < 0) return raise(PyExc_ValueError, "negative shift count");
  if (longSign(a) === 0) return zero;
  return longRightShiftBy(a, longToNumber(b));
}

/** a >> count for a number of the host, perhaps infinite. */
export function longRightShiftBy(a: Borrowed, count: number): Owned {
  if (isCompact(a)) {
    const value = compactValue(a);
    return longFromNumber(count > DIGIT_BITS ? (value < 0 ? -1 : 0) : value >> count);
  }
  const negative = longSign(a) < 0;
  const wordShift = Math.floor(count / DIGIT_BITS);
  const bits = count % DIGIT_BITS;
  const oldCount = longDigitCount(a);
  const newCount = oldCount - wordShift;
  if (newCount <= 0) return PyLong_FromNumber(negative ? -1 : 0);
  // A negative int's magnitude is rounded up where a bit falls out below: that may carry into one more digit.
  let lost = 0;
  if (negative) {
    for (let i = 0; i < wordShift && lost === 0; i++) lost = digitAt(a, i);
    lost |= digitAt(a, wordShift) & ((1 << bits) - 1);
  }
  const o = newLong(newCount + (negative ? 1 : 0));
  if (o === 0) return 0;
  let carry = lost !== 0 ? 1 : 0;
  for (let i = 0; i < newCount; i++) {
    const upper = i + 1 < newCount ? digitAt(a, wordShift + i + 1) : 0;
    const digit = (digitAt(a, wordShift + i) >>> bits) | (bits === 0 ? 0 : (upper << (DIGIT_BITS - bits)) & DIGIT_MASK);
    carry += digit;
    setI32(o + DIGITS + i * DIGIT_BYTES, carry & DIGIT_MASK);
    carry >>>= DIGIT_BITS;
  }
  if (negative) setI32(o + DIGITS + newCount * DIGIT_BYTES, carry);
  return finishLong(o, newCount + (negative ? 1 : 0), negative);
}

// -- and, or, xor ------------------------------------------------------------------------------------------------------

const AND = 0;
const OR = 1;
const XOR = 2;

export function longAnd(a: Borrowed, b: Borrowed): Owned {
  if (isCompact(a) && isCompact(b)) return longFromNumber(compactValue(a) & compactValue(b));
  return bitwise(a, b, AND);
}

export function longOr(a: Borrowed, b: Borrowed): Owned {
  if (isCompact(a) && isCompact(b)) return longFromNumber(compactValue(a) | compactValue(b));
  return bitwise(a, b, OR);
}

export function longXor(a: Borrowed, b: Borrowed): Owned {
  if (isCompact(a) && isCompact(b)) return longFromNumber(compactValue(a) ^ compactValue(b));
  return bitwise(a, b, XOR);
}

/** long_bitwise. Two's complement is made on the way: inverted digits, with a carry that starts at one. */
function bitwise(a: Borrowed, b: Borrowed, operator: number): Owned {
  let x = a;
  let y = b;
  if (longDigitCount(x) < longDigitCount(y)) {
    x = b;
    y = a;
  }
  const longCount = longDigitCount(x);
  const shortCount = longDigitCount(y);
  const xNegative = longSign(x) < 0;
  const yNegative = longSign(y) < 0;
  let negative: boolean;
  let count: number;
  if (operator === XOR) {
    negative = xNegative !== yNegative;
    count = longCount;
  } else if (operator === AND) {
    negative = xNegative && yNegative;
    count = yNegative ? longCount : shortCount;
  } else {
    negative = xNegative || yNegative;
    count = yNegative ? shortCount : longCount;
  }
  const o = newLong(count + (negative ? 1 : 0));
  if (o === 0) return 0;
  const to = o + DIGITS;
  const xFlip = xNegative ? DIGIT_MASK : 0;
  const yFlip = yNegative ? DIGIT_MASK : 0;
  let xCarry = xNegative ? 1 : 0;
  let yCarry = yNegative ? 1 : 0;
  for (let i = 0; i < count; i++) {
    xCarry += digitAt(x, i) ^ xFlip;
    const p = xCarry & DIGIT_MASK;
    xCarry >>>= DIGIT_BITS;
    // Beyond the shorter operand its sign goes on.
    let q = yFlip;
    if (i < shortCount) {
      yCarry += digitAt(y, i) ^ yFlip;
      q = yCarry & DIGIT_MASK;
      yCarry >>>= DIGIT_BITS;
    }
    setI32(to + i * DIGIT_BYTES, operator === AND ? p & q : operator === OR ? p | q : p ^ q);
  }
  if (negative) return finishNegative(o, to, count);
  return finishLong(o, count, false);
}

/** Turns digits in two's complement, with ones above, into sign and magnitude. */
function finishNegative(o: Owned, to: Address, count: number): Owned {
  let carry = 1;
  for (let i = 0; i < count; i++) {
    carry += digitAt(o, i) ^ DIGIT_MASK;
    setI32(to + i * DIGIT_BYTES, carry & DIGIT_MASK);
    carry >>>= DIGIT_BITS;
  }
  setI32(to + count * DIGIT_BYTES, carry);
  return finishLong(o, count + 1, true);
}
