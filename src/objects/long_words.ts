// Ints and 64-bit words: hashes, identities, sizes as two 32-bit halves.
import { type Borrowed, i32, type Owned, setI32, setPtr } from "../memory/memory.ts";
import {
  allocateLong,
  DIGIT_MASK,
  DIGITS,
  longDigitCount,
  longSign,
  NON_SIZE_BITS,
  PyLong_FromNumber,
  SIGN_NEGATIVE,
  TAG,
} from "./long_core.ts";

/** An int from a signed 64-bit value in two words. 0 when memory is exhausted (no error set). */
export function longFromWords(low: number, high: number): Owned {
  if (high === low >> 31) return PyLong_FromNumber(low);
  const negative = high < 0;
  let lo = low;
  let hi = high;
  if (negative) {
    lo = -lo | 0;
    hi = (~hi + (lo === 0 ? 1 : 0)) | 0;
  }
  return fromMagnitude(lo, hi, negative);
}

/** An int from an unsigned 64-bit value in two words. */
export function longFromUnsignedWords(low: number, high: number): Owned {
  if (high === 0) return PyLong_FromNumber(low >>> 0);
  return fromMagnitude(low, high, false);
}

function fromMagnitude(lo: number, hi: number, negative: boolean): Owned {
  const digits = [lo & DIGIT_MASK, ((lo >>> 30) | (hi << 2)) & DIGIT_MASK, hi >>> 28];
  let count = 3;
  while (count > 1 && digits[count - 1] === 0) count--;
  const o = allocateLong(count);
  if (o === 0) return 0;
  setPtr(o + TAG, (count << NON_SIZE_BITS) | (negative ? SIGN_NEGATIVE : 0));
  for (let i = 0; i < count; i++) setI32(o + DIGITS + i * 4, digits[i]);
  return o;
}

let highWord = 0;
/** The high word of what wordsOfLong read. */
export function wordsHigh(): number {
  return highWord;
}

/** The low word of an int modulo 2^64, in two's complement; wordsHigh() gives the high one. */
export function wordsOfLong(o: Borrowed): number {
  const count = longDigitCount(o);
  const d = (i: number): number => (i < count ? i32(o + DIGITS + i * 4) : 0);
  let lo = d(0) | (d(1) << 30);
  let hi = (d(1) >>> 2) | (d(2) << 28);
  if (longSign(o) < 0) {
    lo = -lo | 0;
    hi = (~hi + (lo === 0 ? 1 : 0)) | 0;
  }
  highWord = hi | 0;
  return lo | 0;
}
