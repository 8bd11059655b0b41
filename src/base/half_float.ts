// Floats of half precision, IEEE 754's binary16, as 16 bits.
import { exponentOf, isSignSet, scaleDouble } from "./double_bits.ts";

const HALF_FRACTION = 1024;
const HALF_BIAS = 15;
const HALF_SPECIAL = 31;

/** The 16 bits of a number; -1 when it is too large. Rounds half to even, as PyFloat_Pack2. */
export function halfBits(value: number): number {
  const sign = isSignSet(value) ? 0x8000 : 0;
  if (value !== value) return sign | 0x7e00;
  const magnitude = Math.abs(value);
  if (magnitude === Number.POSITIVE_INFINITY) return sign | 0x7c00;
  if (magnitude === 0) return sign;
  // In units of the last place that a half of this exponent has.
  const exponent = Math.max(exponentOf(magnitude), 1 - HALF_BIAS);
  const scaled = scaleDouble(magnitude, 10 - exponent);
  let units = Math.floor(scaled);
  const rest = scaled - units;
  if (rest > 0.5 || (rest === 0.5 && units % 2 === 1)) units++;
  const bits = units + (exponent + HALF_BIAS - 1) * HALF_FRACTION;
  return bits >= HALF_SPECIAL * HALF_FRACTION ? -1 : sign | bits;
}

export function halfValue(bits: number): number {
  const fraction = bits & (HALF_FRACTION - 1);
  const exponent = (bits >> 10) & HALF_SPECIAL;
  const sign = bits & 0x8000 ? -1 : 1;
  if (exponent === HALF_SPECIAL) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  if (exponent === 0) return sign * scaleDouble(fraction, -14 - 10);
  return sign * scaleDouble(fraction + HALF_FRACTION, exponent - HALF_BIAS - 10);
}
