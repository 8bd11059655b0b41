// The two words of an IEEE 754 double, and exact scaling by powers of two.
// Invariant: nothing here rounds more than once, and nothing depends on the byte order of the host.

const doubleView = new Float64Array(1);
const wordView = new Int32Array(doubleView.buffer);
doubleView[0] = 1;
const LOW_WORD = wordView[0] === 0 ? 0 : 1;
const HIGH_WORD = 1 - LOW_WORD;

/** Sign, exponent and the top of the fraction, as a signed 32-bit integer. */
export function highWordOf(value: number): number {
  doubleView[0] = value;
  return wordView[HIGH_WORD];
}

/** The lower half of the fraction, as a signed 32-bit integer. */
export function lowWordOf(value: number): number {
  doubleView[0] = value;
  return wordView[LOW_WORD];
}

export function doubleFromWords(high: number, low: number): number {
  wordView[HIGH_WORD] = high;
  wordView[LOW_WORD] = low;
  return doubleView[0];
}

/** True for −0.0 and for every negative value. (The sign of a NaN is not looked at: a moved NaN may lose it.) */
export function isSignSet(value: number): boolean {
  return value < 0 || (value === 0 && 1 / value < 0);
}

/** |x| with the sign of `sign`, as C's copysign for non-NaN values. */
export function copySign(value: number, sign: number): number {
  const magnitude = Math.abs(value);
  return isSignSet(sign) ? -magnitude : magnitude;
}

/** 2^exponent, exactly, for exponent in −1074..1023. */
export function powerOfTwo(exponent: number): number {
  if (exponent >= -1022) return doubleFromWords((exponent + 1023) << 20, 0);
  const bit = exponent + 1074;
  return bit >= 32 ? doubleFromWords(1 << (bit - 32), 0) : doubleFromWords(0, 1 << bit);
}

/** floor(log2 |value|) for a finite value other than zero. */
export function exponentOf(value: number): number {
  const biased = (highWordOf(value) >>> 20) & 0x7ff;
  if (biased !== 0) return biased - 1023;
  return ((highWordOf(value * 0x40000000000000) >>> 20) & 0x7ff) - 1023 - 54;
}

/**
 * value × 2^exponent, rounded once (to nearest, ties to even) where the result is subnormal: C's ldexp without errno.
 * Any integer exponent is allowed.
 */
export function scaleDouble(value: number, exponent: number): number {
  if (value === 0 || !(Math.abs(value) <= 1.7976931348623157e308)) return value;
  const own = exponentOf(value);
  const target = own + exponent;
  if (target > 1023) return value * Infinity;
  if (target < -1076) return value < 0 ? -0 : 0;
  if (target >= -1022) {
    if (exponent > 1023) return scaleDouble(value * powerOfTwo(1023), exponent - 1023);
    if (exponent < -1022) return value * powerOfTwo(-1022) * powerOfTwo(exponent + 1022);
    return value * powerOfTwo(exponent);
  }
  // A subnormal result: bring the significand to [1, 2) exactly, then multiply once by a power that itself is exact.
  return scaleDouble(value, -own) * 0.25 * powerOfTwo(target + 2);
}
