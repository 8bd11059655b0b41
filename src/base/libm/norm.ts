// Euclidean length of a vector, as math.hypot and math.dist compute it (`vector_norm` in CPython's mathmodule.c): the
// squares are summed without loss against a sum that starts at one, and the root is corrected once. Nearly always, but
// not always, correctly rounded, so the order of operations is CPython's. (C's hypot is in power.ts.)
import { powerOfTwo } from "../double_bits.ts";
import { frexp, frexpExponent } from "./arithmetic.ts";
import { ddLow, fastTwoSum, twoProduct } from "./double_double.ts";

const LEAST_NORMAL = 2.2250738585072014e-308;

/** √(Σ x²) of coordinates of any sign; an infinite one wins over NaN. */
export function vectorNorm(coordinates: ArrayLike<number>): number {
  let largest = 0;
  let hasNaN = false;
  for (let index = 0; index < coordinates.length; index++) {
    const size = Math.abs(coordinates[index]);
    if (Number.isNaN(size)) hasNaN = true;
    else if (size > largest) largest = size;
  }
  if (largest === Infinity) return Infinity;
  if (hasNaN) return NaN;
  if (largest === 0 || coordinates.length <= 1) return largest;
  frexp(largest);
  if (frexpExponent() < -1023) return LEAST_NORMAL * scaledNorm(coordinates, LEAST_NORMAL, largest / LEAST_NORMAL);
  return scaledNorm(coordinates, 1, largest);
}

function scaledNorm(coordinates: ArrayLike<number>, divisor: number, largest: number): number {
  frexp(largest);
  // At the top of the range the scale itself is subnormal, and still exact.
  const scale = powerOfTwo(-frexpExponent());
  let sum = 1;
  let productRest = 0;
  let sumRest = 0;
  for (let index = 0; index < coordinates.length; index++) {
    const x = (Math.abs(coordinates[index]) / divisor) * scale;
    const square = twoProduct(x, x);
    productRest += ddLow();
    sum = fastTwoSum(sum, square);
    sumRest += ddLow();
  }
  const root = Math.sqrt(sum - 1 + (productRest + sumRest));
  const square = twoProduct(-root, root);
  productRest += ddLow();
  sum = fastTwoSum(sum, square);
  sumRest += ddLow();
  const rest = sum - 1 + (productRest + sumRest);
  return (root + rest / (2 * root)) / scale;
}
