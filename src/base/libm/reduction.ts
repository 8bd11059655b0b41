// Reduction of an angle by multiples of π/2, for sin, cos and tan.
// Angles up to 2^20 subtract a multiple of π/2 given in four parts, the first three of which make exact products.
// Larger ones, and those so near a multiple that too many bits cancel, multiply by the bits of 2/π (Payne and Hanek).
import { highWordOf, lowWordOf } from "../double_bits.ts";
import { ddAdd, ddAddDouble, ddLow, fastTwoSum, twoSum } from "./double_double.ts";
import { fromDouble, multiply, P, PI, toDouble } from "./exact.ts";
import {
  HALF_PI_1,
  HALF_PI_2,
  HALF_PI_3,
  HALF_PI_4,
  HALF_PI_HIGH,
  TWO_OVER_PI,
  TWO_OVER_PI_BITS,
} from "./tables.gen.ts";

let quarter = 0;

/** Which quarter turn (0 … 3) the last reduction took away. */
export function reducedQuarter(): number {
  return quarter;
}

/** x minus the nearest multiple of π/2, in double-double (low part in ddLow()); x positive and finite. */
export function reduceAngle(x: number): number {
  if (x < 0.785) {
    quarter = 0;
    return fastTwoSum(x, 0);
  }
  if (x < 0x100000) {
    const n = Math.floor(x / HALF_PI_HIGH + 0.5);
    const first = twoSum(x - n * HALF_PI_1, -n * HALF_PI_2);
    const firstLow = ddLow();
    const high = ddAddDouble(first, firstLow, -n * HALF_PI_3);
    const result = ddAdd(high, ddLow(), -n * HALF_PI_4, 0);
    if (Math.abs(result) > 1e-6) {
      quarter = n & 3;
      return result;
    }
  }
  const exact = reduceAngleExactly(x);
  const high = toDouble(exact);
  const low = toDouble(exact - fromDouble(high));
  return fastTwoSum(high, low);
}

let twoOverPi = 0n;

/** The same in the units of exact.ts. */
export function reduceAngleExactly(x: number): bigint {
  if (twoOverPi === 0n) twoOverPi = BigInt(`0x${TWO_OVER_PI}`);
  const biased = highWordOf(x) >>> 20;
  const fraction = (highWordOf(x) & 0xfffff) * 0x100000000 + (lowWordOf(x) >>> 0);
  const significand = BigInt(biased === 0 ? fraction : fraction + 0x10000000000000);
  // turns counts quarter turns in units of 2^-unitBits.
  const unitBits = TWO_OVER_PI_BITS - ((biased === 0 ? 1 : biased) - 1075);
  const turns = significand * twoOverPi;
  const bits = BigInt(unitBits);
  const nearest = (turns + (1n << (bits - 1n))) >> bits;
  quarter = Number(nearest & 3n);
  const rest = turns - (nearest << bits);
  const scaled = unitBits >= P ? rest >> BigInt(unitBits - P) : rest << BigInt(P - unitBits);
  return multiply(scaled, PI / 2n);
}
