// Elementary functions in fixed point on BigInt: the slow path that settles a rounding which double-double arithmetic
// could not, and the source of every table and constant in libm.
// A number here is an integer that counts units of 2^-P. Errors stay below a few thousand units; rounding to a double
// keeps 60 bits fewer than P, far more than the hardest cases of the functions need (about 120).
import { highWordOf, isSignSet, lowWordOf } from "../double_bits.ts";
import { scaledToDouble } from "../float_parse.ts";

/** Bits after the binary point. */
export const P = 384;
const BIG_P = BigInt(P);
export const ONE = 1n << BIG_P;

export function multiply(a: bigint, b: bigint): bigint {
  return (a * b) >> BIG_P;
}

export function divide(a: bigint, b: bigint): bigint {
  return (a << BIG_P) / b;
}

/** A double as units; exact where |value| ≥ 2^(52 − P), and for 0. */
export function fromDouble(value: number): bigint {
  if (value === 0) return 0n;
  const biased = (highWordOf(value) >>> 20) & 0x7ff;
  let fraction = BigInt((highWordOf(value) & 0xfffff) * 0x100000000 + (lowWordOf(value) >>> 0));
  if (biased !== 0) fraction += 0x10000000000000n;
  const shift = Math.max(biased, 1) - 1075 + P;
  const magnitude = shift >= 0 ? fraction << BigInt(shift) : fraction >> BigInt(-shift);
  return isSignSet(value) ? -magnitude : magnitude;
}

/**
 * units × 2^(exponent − P) as the nearest double. The lowest 60 bits are rounded away first, so that a result that is
 * exactly a double, or exactly half-way between two, is seen as such.
 */
export function toDouble(units: bigint, exponent = 0): number {
  const isNegative = units < 0n;
  const magnitude = ((isNegative ? -units : units) + (1n << 59n)) >> 60n;
  const value = scaledToDouble(magnitude, exponent - P + 60);
  return isNegative ? -value : value;
}

export function squareRoot(value: bigint): bigint {
  if (value <= 0n) return 0n;
  const scaled = value << BIG_P;
  let guess = 1n << BigInt((scaled.toString(16).length * 4) / 2 + 1);
  for (;;) {
    const next = (guess + scaled / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}

/** atan(1/n) and atanh(1/n) for a small integer n, by their series. */
function inverseSeries(n: bigint, isHyperbolic: boolean): bigint {
  const guard = 32n;
  let power = (ONE << guard) / n;
  let sum = power;
  for (let term = 3n; power !== 0n; term += 2n) {
    power /= n * n;
    sum += isHyperbolic || term % 4n === 1n ? power / term : -(power / term);
  }
  return sum >> guard;
}

/** Machin: π = 16 atan(1/5) − 4 atan(1/239). */
export const PI: bigint = 16n * inverseSeries(5n, false) - 4n * inverseSeries(239n, false);
/** ln 2 = 18 atanh(1/26) − 2 atanh(1/4801) + 8 atanh(1/8749). */
export const LN2: bigint =
  18n * inverseSeries(26n, true) - 2n * inverseSeries(4801n, true) + 8n * inverseSeries(8749n, true);

export interface Scaled {
  readonly units: bigint;
  readonly exponent: number;
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a < 0n && quotient * b !== a ? quotient - 1n : quotient;
}

/** e^x = units × 2^exponent, units in [1, 2). */
export function exponential(x: bigint): Scaled {
  const k = floorDivide(x, LN2);
  const remainder = x - k * LN2;
  // e^r by its series on r / 2^8, squared eight times.
  const reduced = remainder >> 8n;
  let term = ONE;
  let sum = ONE;
  for (let n = 1n; term !== 0n; n++) {
    term = multiply(term, reduced) / n;
    sum += term;
  }
  for (let n = 0; n < 8; n++) sum = multiply(sum, sum);
  return { units: sum, exponent: Number(k) };
}

/** ln of a positive number. */
export function logarithm(x: bigint): bigint {
  const length = x.toString(16).length * 4;
  let k = length - P;
  let m = k >= 0 ? x >> BigInt(k) : x << BigInt(-k);
  while (m * 4n < ONE * 3n) {
    m <<= 1n;
    k--;
  }
  // The bits that the shift dropped count only where x is far above one, and are restored to first order.
  const dropped = k > 0 ? x - ((x >> BigInt(k)) << BigInt(k)) : 0n;
  if (k > 0) m = x >> BigInt(k);
  const t = divide(m - ONE, m + ONE);
  const square = multiply(t, t);
  let power = t;
  let sum = t;
  for (let n = 3n; power !== 0n && power !== -1n; n += 2n) {
    power = multiply(power, square);
    sum += power / n;
  }
  return 2n * sum + BigInt(k) * LN2 + (dropped === 0n ? 0n : (dropped << BIG_P) / x);
}

/** sin and cos of a number of any size below 2^20 or so. */
export function sineAndCosine(x: bigint): { sine: bigint; cosine: bigint } {
  const quarter = floorDivide(2n * x + PI / 2n, PI);
  const r = x - (quarter * PI) / 2n;
  const square = multiply(r, r);
  let sine = r;
  let cosine = ONE;
  let sineTerm = r;
  let cosineTerm = ONE;
  for (let n = 1n; sineTerm !== 0n || cosineTerm !== 0n; n += 2n) {
    cosineTerm = -multiply(cosineTerm, square) / (n * (n + 1n));
    sineTerm = -multiply(sineTerm, square) / ((n + 1n) * (n + 2n));
    if (sineTerm === -1n) sineTerm = 0n;
    cosine += cosineTerm;
    sine += sineTerm;
  }
  switch (Number(((quarter % 4n) + 4n) % 4n)) {
    case 0:
      return { sine, cosine };
    case 1:
      return { sine: cosine, cosine: -sine };
    case 2:
      return { sine: -sine, cosine: -cosine };
    default:
      return { sine: -cosine, cosine: sine };
  }
}

/** The angle of the point (x, y) in (−π, π], as atan2. */
export function arcTangent(y: bigint, x: bigint): bigint {
  const absX = x < 0n ? -x : x;
  const absY = y < 0n ? -y : y;
  let angle: bigint;
  if (absY > absX) angle = PI / 2n - smallArcTangent(divide(absX, absY));
  else angle = absY === 0n ? 0n : smallArcTangent(divide(absY, absX));
  if (x < 0n) angle = PI - angle;
  return y < 0n ? -angle : angle;
}

function smallArcTangent(x: bigint): bigint {
  // atan x = 2 atan(x / (1 + √(1 + x²))), three times.
  let t = x;
  for (let n = 0; n < 3; n++) t = divide(t, ONE + squareRoot(ONE + multiply(t, t)));
  const square = multiply(t, t);
  let power = t;
  let sum = t;
  for (let n = 3n; power !== 0n; n += 2n) {
    power = multiply(power, square);
    sum += n % 4n === 1n ? power / n : -(power / n);
  }
  return sum * 8n;
}

/** 2/π to `bits` bits after the point. */
export function twoOverPi(bits: number): bigint {
  // π to enough bits, by the same formula as above at another precision.
  const guard = 64n;
  const one = 1n << (BigInt(bits) + guard);
  const series = (n: bigint): bigint => {
    let power = one / n;
    let sum = power;
    for (let term = 3n; power !== 0n; term += 2n) {
      power /= n * n;
      sum += term % 4n === 1n ? power / term : -(power / term);
    }
    return sum;
  };
  const pi = 16n * series(5n) - 4n * series(239n);
  return ((2n * one * one) / pi) >> guard;
}
