// First attempts at e^x, ln x, sin and cos: doubles where double-double is not needed, for some 65 good bits. That settles
// the rounding of all but a few results in a thousand; the rest go on to kernels.ts, and from there to exact.ts.
// Convention of double_double.ts: high part returned, low part in `ddLow()`.
import { doubleFromWords, highWordOf, lowWordOf, powerOfTwo } from "../double_bits.ts";
import { ddLow, fastTwoSum, twoProduct, twoSum } from "./double_double.ts";
import {
  LN2_1,
  LN2_2,
  LN2_64TH_1,
  LN2_64TH_2,
  LN2_64TH_3,
  LOG2_E_HIGH,
  LOGARITHMS,
  LOGARITHMS_FIRST,
  POWERS_OF_TWO,
  SINES_AND_COSINES,
} from "./tables.gen.ts";

/** Relative error claimed here; rounding.test.ts finds less. */
export const QUICK_ERROR = powerOfTwo(-62);

let scale = 0;

/** The power of two that belongs to the last result of quickExponential. */
export function quickScale(): number {
  return scale;
}

/** e^(xHigh + xLow) = result × 2^quickScale(), for |x| below 2^10. */
export function quickExponential(xHigh: number, xLow: number): number {
  const n = Math.floor(xHigh * (64 * LOG2_E_HIGH) + 0.5);
  scale = Math.floor(n / 64);
  const index = (n - scale * 64) * 2;
  const r = twoSum(xHigh - n * LN2_64TH_1, -n * LN2_64TH_2);
  const rLow = ddLow() + (xLow - n * LN2_64TH_3);
  // e^r − 1 = r + rest, |r| < 2^-7.5
  const rest =
    rLow * (1 + r * (1 + 0.5 * r)) +
    r * r * (0.5 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120 + r * (1 / 720 + r * (1 / 5040))))));
  const tHigh = POWERS_OF_TWO[index];
  const tLow = POWERS_OF_TWO[index + 1];
  const product = twoProduct(tHigh, r);
  const productLow = ddLow() + (tHigh * rest + (tLow + tLow * r));
  const high = fastTwoSum(tHigh, product);
  return fastTwoSum(high, ddLow() + productLow);
}

/** ln x for a positive normal double. */
export function quickLogarithm(x: number): number {
  const highWord = highWordOf(x);
  const lowWord = lowWordOf(x);
  let k = (highWord >>> 20) - 1023;
  const fractionHigh = (highWord & 0xfffff) | 0x3ff00000;
  let m = doubleFromWords(fractionHigh, lowWord);
  // The upper half of m has so few bits that its product with c is exact.
  let upper = doubleFromWords(fractionHigh, 0);
  if (m > 181 / 128) {
    m *= 0.5;
    upper *= 0.5;
    k++;
  }
  const row = (Math.floor(m * 128 + 0.5) - LOGARITHMS_FIRST) * 3;
  const c = LOGARITHMS[row];
  const r = twoSum(upper * c - 1, (m - upper) * c);
  const rLow = ddLow();
  // ln(1 + r) = r − r²/2 + rest, |r| < 2^-6.9
  const square = twoProduct(r, r);
  const squareLow = ddLow();
  const rest =
    r * square * (1 / 3 - r * (0.25 - r * (0.2 - r * (1 / 6 - r * (1 / 7 - r * (0.125 - r * (1 / 9 - r * 0.1)))))));
  const low = rest + (rLow - r * rLow - 0.5 * squareLow);
  let high = fastTwoSum(r, -0.5 * square);
  if (k === 0 && c === 1) return fastTwoSum(high, ddLow() + low);
  const seriesLow = ddLow() + low;
  const base = twoSum(k * LN2_1, LOGARITHMS[row + 1]);
  const baseLow = ddLow() + (k * LN2_2 + LOGARITHMS[row + 2]);
  high = twoSum(base, high);
  return fastTwoSum(high, ddLow() + (baseLow + seriesLow));
}

/** sin r, or cos r when `wantsCosine`, for |r| ≤ π/4 and a little more. */
export function quickSine(rHigh: number, rLow: number, wantsCosine: boolean): number {
  const isNegative = rHigh < 0;
  const high = isNegative ? -rHigh : rHigh;
  const low = isNegative ? -rLow : rLow;
  const j = Math.floor(high * 64 + 0.5);
  const s = high - j / 64;
  const z = s * s;
  // sin s = s + sineRest, cos s = 1 + cosineRest
  const sineRest = low + s * z * (-1 / 6 + z * (1 / 120 + z * (-1 / 5040)));
  const cosineRest = z * (-0.5 + z * (1 / 24 + z * (-1 / 720 + z * (1 / 40320)))) - s * low;
  const sine = SINES_AND_COSINES[j * 4];
  const sineLow = SINES_AND_COSINES[j * 4 + 1];
  const cosine = SINES_AND_COSINES[j * 4 + 2];
  const cosineLow = SINES_AND_COSINES[j * 4 + 3];
  if (wantsCosine) {
    // cos(a + s) = cos a cos s − sin a sin s
    const product = twoProduct(-sine, s);
    const rest = ddLow() + (cosine * cosineRest - sine * sineRest + (cosineLow - sineLow * s));
    const sum = fastTwoSum(cosine, product);
    return fastTwoSum(sum, ddLow() + rest);
  }
  const product = twoProduct(cosine, s);
  const rest = ddLow() + (cosine * sineRest + sine * cosineRest + (sineLow + cosineLow * s));
  const sum = twoSum(sine, product);
  const result = fastTwoSum(sum, ddLow() + rest);
  return isNegative ? fastTwoSum(-result, -ddLow()) : result;
}
