// Arrays of digits: finishing a result, bit lengths, and the way to BigInt and back for bulk work.
// Invariant: what leaves finishLong() is canonical: no zero on top, and an int of -5 to 256 is the shared one.
import { type Address, type Borrowed, i32, type Owned, setI32, setPtr } from "../memory/memory.ts";
import { PyErr_NoMemory } from "./errors.ts";
import {
  allocateLong,
  compactValue,
  DIGIT_BITS,
  DIGIT_MASK,
  DIGITS,
  isCompact,
  long_dealloc,
  longDigitCount,
  longSign,
  NON_SIZE_BITS,
  NSMALLNEGINTS,
  NSMALLPOSINTS,
  PyLong_FromNumber,
  SIGN_NEGATIVE,
  SIGN_POSITIVE,
  smallInt,
  TAG,
} from "./long_core.ts";

export const DIGIT_BYTES = 4;

/** The digit at an index: below DIGIT_BASE. */
export function digitAt(o: Borrowed, index: number): number {
  return i32(o + DIGITS + index * DIGIT_BYTES);
}

/** allocateLong with the error set. */
export function newLong(digitCount: number): Owned {
  return allocateLong(digitCount) || PyErr_NoMemory();
}

/** PyLong_FromNumber with the error set: |value| ≤ 2^53. */
export function longFromNumber(value: number): Owned {
  return PyLong_FromNumber(value) || PyErr_NoMemory();
}

/** long_normalize and maybe_small_long: size and sign of a fresh int whose digits are written. */
export function finishLong(o: Owned, digitCount: number, negative: boolean): Owned {
  let count = digitCount;
  while (count > 0 && digitAt(o, count - 1) === 0) count--;
  if (count <= 1) {
    const magnitude = count === 0 ? 0 : digitAt(o, 0);
    const value = negative ? -magnitude : magnitude;
    if (value >= -NSMALLNEGINTS && value < NSMALLPOSINTS) {
      long_dealloc(o);
      return smallInt(value);
    }
  }
  setPtr(o + TAG, (count << NON_SIZE_BITS) | (negative ? SIGN_NEGATIVE : SIGN_POSITIVE));
  return o;
}

/** Bits of |o|: 0 for zero. */
export function bitLength(o: Borrowed): number {
  const count = longDigitCount(o);
  return count === 0 ? 0 : count * DIGIT_BITS - (Math.clz32(digitAt(o, count - 1)) - 2);
}

/** Bits of a small magnitude. */
export function bitLengthOfDigit(digit: number): number {
  return 32 - Math.clz32(digit);
}

// -- products of two digits ----------------------------------------------------------------------------------------------

const DIGIT_INVERSE = 1 / (1 << DIGIT_BITS);

/**
 * The upper digit of a × b, whose lower digit is Math.imul(a, b) & DIGIT_MASK: the product as a double is off by less
 * than half a digit base, so taking the lower digit away and rounding gives it exactly.
 */
export function upperDigit(a: number, b: number, lower: number): number {
  return Math.floor((a * b - lower) * DIGIT_INVERSE + 0.5);
}

// -- BigInt, for bulk ----------------------------------------------------------------------------------------------------

// Two digits are 60 bits: fifteen hexadecimal characters, of which the lower word has eight.
const PAIR_CHARACTERS = 15;
const WORD_CHARACTERS = 8;

/** |o| in hexadecimal, perhaps with zeros in front. */
export function hexOfMagnitude(o: Borrowed): string {
  let text = "";
  let i = longDigitCount(o);
  if (i % 2 === 1) text = digitAt(o, --i).toString(16);
  for (; i > 0; i -= 2) {
    const upper = digitAt(o, i - 1);
    const lower = digitAt(o, i - 2);
    text += (upper >>> 2).toString(16).padStart(PAIR_CHARACTERS - WORD_CHARACTERS, "0");
    text += ((lower | (upper << 30)) >>> 0).toString(16).padStart(WORD_CHARACTERS, "0");
  }
  return text;
}

/** Ints with fewer digits than this can become a BigInt: engines refuse 2^30 bits. */
export const BIGINT_DIGIT_LIMIT = Math.floor(2 ** 30 / DIGIT_BITS);

/** |o| as a BigInt; o has fewer digits than BIGINT_DIGIT_LIMIT. */
export function magnitudeOf(o: Borrowed): bigint {
  return isCompact(o) ? BigInt(Math.abs(compactValue(o))) : BigInt(`0x${hexOfMagnitude(o)}`);
}

export function longToBigInt(o: Borrowed): bigint {
  return longSign(o) < 0 ? -magnitudeOf(o) : magnitudeOf(o);
}

function digitsInHex(text: string): number {
  const top = Number.parseInt(text[0], 16);
  return Math.ceil(((text.length - 1) * 4 + bitLengthOfDigit(top)) / DIGIT_BITS);
}

function writeHex(at: Address, text: string, digitCount: number): void {
  for (let i = 0, end = text.length; i < digitCount; i += 2, end -= PAIR_CHARACTERS) {
    const middle = end - WORD_CHARACTERS;
    const lower = Number.parseInt(text.slice(middle > 0 ? middle : 0, end), 16);
    const upper = middle > 0 ? Number.parseInt(text.slice(Math.max(0, end - PAIR_CHARACTERS), middle), 16) : 0;
    setI32(at + i * DIGIT_BYTES, lower & DIGIT_MASK);
    if (i + 1 < digitCount) setI32(at + (i + 1) * DIGIT_BYTES, ((lower >>> 30) | (upper << 2)) & DIGIT_MASK);
  }
}

/** An int from a BigInt. minimumDigits: how many CPython's algorithm allocates, where that is more. 0 with an error set. */
export function longFromBigInt(value: bigint, minimumDigits = 0): Owned {
  const negative = value < 0n;
  const text = (negative ? -value : value).toString(16);
  const digitCount = digitsInHex(text);
  const o = newLong(Math.max(digitCount, minimumDigits));
  if (o === 0) return 0;
  writeHex(o + DIGITS, text, digitCount);
  return finishLong(o, digitCount, negative);
}
