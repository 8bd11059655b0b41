// Py_ssize_t on its way through slots, as a number. Within ±2^53 a number is exact. Lengths and indices beyond that exist only
// where no memory stands behind them (ranges, classes written in Python): there the nearest number is passed on, and the exact
// words are kept aside for whoever makes an int of it again.
// Invariants: numbers are at least −2^63 and below 2^63; the words kept aside are those of the number made last, so they are
// asked for before anything else runs.
import { wideFromNumber, wideHigh, wideToNumber, wideXor } from "../base/wide.ts";
import { type Address, type Borrowed, high, i32, low, type Owned, setI64 } from "../memory/memory.ts";
import {
  compactValue,
  DIGIT_BITS,
  DIGITS,
  isCompact,
  longDigitCount,
  longSign,
  PyLong_FromNumber,
} from "./long_core.ts";
import { longFromWords, wordsHigh, wordsOfLong } from "./long_words.ts";

/** Up to here numbers tell neighbours apart. */
export const SSIZE_EXACT = 2 ** 53;
const TWO_63 = 2 ** 63;
const DIGIT_BYTES = 4;
/** What the third digit of 2^63 is. */
const TOP_DIGIT_OF_TWO_63 = 1 << (63 - 2 * DIGIT_BITS);
/** The number below 2^63 that stands for all that would round to it. */
const BELOW_TWO_63 = TWO_63 - 1024;

let farNumber = 0;
let farLow = 0;
let farHigh = 0;

/** A signed 64-bit pair as a number. */
export function ssizeFromWords(lowWord: number, highWord: number): number {
  const value = wideToNumber(lowWord, highWord);
  if (value < SSIZE_EXACT && value > -SSIZE_EXACT) return value;
  farNumber = value >= TWO_63 ? BELOW_TWO_63 : value;
  farLow = lowWord;
  farHigh = highWord;
  return farNumber;
}

/** The low word of a number; wideHigh() gives the high one. */
export function wordsOfSsize(value: number): number {
  if (value !== farNumber || (value < SSIZE_EXACT && value > -SSIZE_EXACT)) return wideFromNumber(value);
  return wideXor(farLow, farHigh, 0, 0);
}

/** A Py_ssize_t field, with both its words. */
export function wideSsize(field: Address): number {
  return ssizeFromWords(low(field), high(field));
}

export function setWideSsize(field: Address, value: number): void {
  const valueLow = wordsOfSsize(value);
  setI64(field, valueLow, wideHigh());
}

/** The digits of a number that was just made. */
export function ssizeText(value: number): string {
  if (value < SSIZE_EXACT && value > -SSIZE_EXACT) return String(value);
  const valueLow = wordsOfSsize(value);
  return String((BigInt(wideHigh()) << 32n) | BigInt(valueLow >>> 0));
}

/** Whether an int fits a Py_ssize_t. */
export function fitsSsize(o: Borrowed): boolean {
  const count = longDigitCount(o);
  if (count < 3) return true;
  if (count > 3) return false;
  const top = i32(o + DIGITS + 2 * DIGIT_BYTES);
  if (top < TOP_DIGIT_OF_TWO_63) return true;
  // −2^63
  return top === TOP_DIGIT_OF_TWO_63 && longSign(o) < 0 && i32(o + DIGITS) === 0 && i32(o + DIGITS + DIGIT_BYTES) === 0;
}

/** The number of an int that fits. */
export function ssizeOfLong(o: Borrowed): number {
  if (isCompact(o)) return compactValue(o);
  const low = wordsOfLong(o);
  return ssizeFromWords(low, wordsHigh());
}

/** PyLong_FromSsize_t: 0 when memory is exhausted (no error set). */
export function longOfSsize(value: number): Owned {
  if (value < SSIZE_EXACT && value > -SSIZE_EXACT) return PyLong_FromNumber(value);
  const low = wordsOfSsize(value);
  return longFromWords(low, wideHigh());
}
