// Double-double arithmetic: a number is the unevaluated sum high + low of two doubles, |low| ≤ ulp(high) / 2, which
// gives about 106 bits. A function returns the high part and leaves the low part in `ddLow()`, so nothing is allocated;
// `ddLow()` must be read before the next call. (Dekker, Knuth; error bounds after Joldes, Muller and Popescu.)
// Products are split exactly (Veltkamp), so operands stay below about 2^990 and results above about 2^-900: callers
// deal with larger and smaller ones before they come here.

let low = 0;

/** Low part of the last result. */
export function ddLow(): number {
  return low;
}

/** Largest power of two plus one that splits a double into two halves whose products are exact. */
const SPLITTER = 0x8000001;

/** a + b exactly. */
export function twoSum(a: number, b: number): number {
  const sum = a + b;
  const bShare = sum - a;
  low = a - (sum - bShare) + (b - bShare);
  return sum;
}

/** a + b exactly, for |a| ≥ |b| or a = 0. */
export function fastTwoSum(a: number, b: number): number {
  const sum = a + b;
  low = b - (sum - a);
  return sum;
}

/** a × b exactly. */
export function twoProduct(a: number, b: number): number {
  const product = a * b;
  let wide = a * SPLITTER;
  const aHigh = wide - (wide - a);
  const aLow = a - aHigh;
  wide = b * SPLITTER;
  const bHigh = wide - (wide - b);
  const bLow = b - bHigh;
  low = aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
  return product;
}

/** (aHigh + aLow) + (bHigh + bLow); the relative error stays small under cancellation too. */
export function ddAdd(aHigh: number, aLow: number, bHigh: number, bLow: number): number {
  const high = twoSum(aHigh, bHigh);
  const highError = low;
  const lows = twoSum(aLow, bLow);
  const lowError = low;
  const middle = fastTwoSum(high, highError + lows);
  return fastTwoSum(middle, low + lowError);
}

export function ddAddDouble(aHigh: number, aLow: number, b: number): number {
  const high = twoSum(aHigh, b);
  return fastTwoSum(high, low + aLow);
}

export function ddMultiply(aHigh: number, aLow: number, bHigh: number, bLow: number): number {
  const high = twoProduct(aHigh, bHigh);
  return fastTwoSum(high, low + (aHigh * bLow + aLow * bHigh));
}

export function ddMultiplyDouble(aHigh: number, aLow: number, b: number): number {
  const high = twoProduct(aHigh, b);
  return fastTwoSum(high, low + aLow * b);
}

export function ddDivide(aHigh: number, aLow: number, bHigh: number, bLow: number): number {
  const first = aHigh / bHigh;
  // The remainder a − first × b, then one more digit and a half of quotient from it.
  const productHigh = ddMultiplyDouble(bHigh, bLow, first);
  const productLow = low;
  const remainderHigh = ddAdd(aHigh, aLow, -productHigh, -productLow);
  const remainderLow = low;
  const second = remainderHigh / bHigh;
  const againHigh = ddMultiplyDouble(bHigh, bLow, second);
  const third = ddAdd(remainderHigh, remainderLow, -againHigh, -low) / bHigh;
  const high = fastTwoSum(first, second);
  return fastTwoSum(high, low + third);
}

/** √(high + low) for a positive number. */
export function ddSquareRoot(aHigh: number, aLow: number): number {
  const root = Math.sqrt(aHigh);
  const squareHigh = twoProduct(root, root);
  const correction = ddAdd(aHigh, aLow, -squareHigh, -low) / (2 * root);
  // A second Newton step, because the first leaves the rounding of the correction.
  const high = fastTwoSum(root, correction);
  const highLow = low;
  const againHigh = ddMultiply(high, highLow, high, highLow);
  const rest = ddAdd(aHigh, aLow, -againHigh, -low) / (2 * root);
  return fastTwoSum(high, highLow + rest);
}
