// 64-bit integers as pairs of 32-bit words.
// A pair is two arguments (low, high); a function returns the low word and leaves the high word in `wideHigh()`, so
// nothing is allocated. Invariant: both words of every result are signed 32-bit integers (`| 0`); arguments may be
// signed or unsigned words. `wideHigh()` must be read before the next call into this file.

let high = 0;

/** High word of the last result. */
export function wideHigh(): number {
  return high;
}

/** a + b modulo 2^64. */
export function wideAdd(aLow: number, aHigh: number, bLow: number, bHigh: number): number {
  const low = (aLow + bLow) | 0;
  high = (aHigh + bHigh + (low >>> 0 < aLow >>> 0 ? 1 : 0)) | 0;
  return low;
}

/** a − b modulo 2^64. */
export function wideSubtract(aLow: number, aHigh: number, bLow: number, bHigh: number): number {
  high = (aHigh - bHigh - (aLow >>> 0 < bLow >>> 0 ? 1 : 0)) | 0;
  return (aLow - bLow) | 0;
}

export function wideNegate(aLow: number, aHigh: number): number {
  high = (~aHigh + (aLow === 0 ? 1 : 0)) | 0;
  return -aLow | 0;
}

export function wideXor(aLow: number, aHigh: number, bLow: number, bHigh: number): number {
  high = aHigh ^ bHigh;
  return aLow ^ bLow;
}

/** High word of the 64-bit product of two unsigned 32-bit words. */
export function multiplyHigh32(a: number, b: number): number {
  const a0 = a & 0xffff;
  const a1 = a >>> 16;
  const b0 = b & 0xffff;
  const b1 = b >>> 16;
  const low = Math.imul(a0, b0);
  const middle = (Math.imul(a1, b0) + (low >>> 16)) | 0;
  const crossed = (Math.imul(a0, b1) + (middle & 0xffff)) | 0;
  return (Math.imul(a1, b1) + (middle >>> 16) + (crossed >>> 16)) | 0;
}

/** a × b modulo 2^64 (the same for signed and unsigned). */
export function wideMultiply(aLow: number, aHigh: number, bLow: number, bHigh: number): number {
  high = (multiplyHigh32(aLow, bLow) + Math.imul(aLow, bHigh) + Math.imul(aHigh, bLow)) | 0;
  return Math.imul(aLow, bLow);
}

/** Upper 64 bits of the 128-bit product of two unsigned pairs. */
export function wideMultiplyHigh(aLow: number, aHigh: number, bLow: number, bHigh: number): number {
  // Each sum of words below stays under 2^53, so plain numbers carry exactly.
  const second = (multiplyHigh32(aLow, bLow) >>> 0) + (Math.imul(aLow, bHigh) >>> 0) + (Math.imul(aHigh, bLow) >>> 0);
  const third =
    Math.floor(second / 0x100000000) +
    (multiplyHigh32(aLow, bHigh) >>> 0) +
    (multiplyHigh32(aHigh, bLow) >>> 0) +
    (Math.imul(aHigh, bHigh) >>> 0);
  high = (multiplyHigh32(aHigh, bHigh) + Math.floor(third / 0x100000000)) | 0;
  return third | 0;
}

/** a << count, count in 0..63. */
export function wideShiftLeft(aLow: number, aHigh: number, count: number): number {
  if (count >= 32) {
    high = aLow << (count - 32);
    return 0;
  }
  // `>>> 1 >>> (31 − count)` is `>>> (32 − count)` that also holds for count 0.
  high = (aHigh << count) | ((aLow >>> 1) >>> (31 - count));
  return aLow << count;
}

/** Unsigned a >> count, count in 0..63. */
export function wideShiftRight(aLow: number, aHigh: number, count: number): number {
  if (count >= 32) {
    high = 0;
    return (aHigh >>> (count - 32)) | 0;
  }
  high = (aHigh >>> count) | 0;
  return (aLow >>> count) | ((aHigh << 1) << (31 - count));
}

/** Signed a >> count, count in 0..63. */
export function wideShiftRightSigned(aLow: number, aHigh: number, count: number): number {
  if (count >= 32) {
    high = aHigh >> 31;
    return aHigh >> (count - 32);
  }
  high = aHigh >> count;
  return (aLow >>> count) | ((aHigh << 1) << (31 - count));
}

/** a rotated left by count bits, count in 0..63. */
export function wideRotateLeft(aLow: number, aHigh: number, count: number): number {
  const first = count >= 32 ? aHigh : aLow;
  const second = count >= 32 ? aLow : aHigh;
  const bits = count & 31;
  high = (second << bits) | ((first >>> 1) >>> (31 - bits));
  return (first << bits) | ((second >>> 1) >>> (31 - bits));
}

/** Unsigned order: negative, zero or positive. */
export function wideCompareUnsigned(aLow: number, aHigh: number, bLow: number, bHigh: number): number {
  const order = (aHigh >>> 0) - (bHigh >>> 0);
  return order !== 0 ? order : (aLow >>> 0) - (bLow >>> 0);
}

/** The unsigned pair as a number; exact up to 2^53, rounded once above (nearest, ties to even). */
export function wideToNumberUnsigned(aLow: number, aHigh: number): number {
  return (aHigh >>> 0) * 0x100000000 + (aLow >>> 0);
}

/** The signed pair as a number; exact within ±2^53, rounded once beyond. */
export function wideToNumber(aLow: number, aHigh: number): number {
  return (aHigh | 0) * 0x100000000 + (aLow >>> 0);
}

/** A safe integer (|value| ≤ 2^53) as a signed pair. */
export function wideFromNumber(value: number): number {
  high = Math.floor(value / 0x100000000) | 0;
  return value | 0;
}
