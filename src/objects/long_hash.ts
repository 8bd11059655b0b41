// The hash of an int: its value modulo the prime 2^61 − 1, with its sign; −1 becomes −2.
import { longHashStep, signedHash } from "../base/hash.ts";
import { wideHigh } from "../base/wide.ts";
import { type Borrowed, i32 } from "../memory/memory.ts";
import { hashAnswer } from "./hash.ts";
import { compactValue, DIGIT_BITS, DIGITS, isCompact, longDigitCount, longSign } from "./long_core.ts";

/** tp_hash of int: 0, the hash at HASH_RESULT. */
export function longHash(o: Borrowed): 0 {
  if (isCompact(o)) {
    const value = compactValue(o);
    return hashAnswer(value, value >> 31);
  }
  let low = 0;
  let high = 0;
  for (let i = longDigitCount(o) - 1; i >= 0; i--) {
    low = longHashStep(low, high, i32(o + DIGITS + i * 4), DIGIT_BITS);
    high = wideHigh();
  }
  low = signedHash(low, high, longSign(o) < 0);
  return hashAnswer(low, wideHigh());
}
