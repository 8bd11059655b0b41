// hash() of constants, as CPython's under PYTHONHASHSEED=0, of the compiler's own plain data.
import type { Constant } from "../base/constant.ts";
import {
  frozensetHashElement,
  hashDouble,
  longHashStep,
  signedHash,
  TUPLE_HASH_START_HIGH,
  TUPLE_HASH_START_LOW,
  tupleHashFinish,
  tupleHashStep,
} from "../base/hash.ts";
import { hashBytes, hashHigh } from "../base/siphash.ts";
import { wideAdd, wideHigh, wideMultiply, wideShiftRight, wideXor } from "../base/wide.ts";
import { codePoints } from "../base/wtf8.ts";

/** 64 bits as two signed words. */
export interface Hash {
  readonly low: number;
  readonly high: number;
}

const NONE_HASH = 0xfca86420;
const IMAGINARY_FACTOR = 1000003;
const DIGIT_BITS = 30n;

function hashInt(value: bigint): Hash {
  let magnitude = value < 0n ? -value : value;
  const digits: number[] = [];
  for (; magnitude > 0n; magnitude >>= DIGIT_BITS) digits.push(Number(magnitude & ((1n << DIGIT_BITS) - 1n)));
  let low = 0;
  let high = 0;
  for (let i = digits.length - 1; i >= 0; i--) {
    low = longHashStep(low, high, digits[i], Number(DIGIT_BITS));
    high = wideHigh();
  }
  low = signedHash(low, high, value < 0n);
  return { low, high: wideHigh() };
}

/** hash(str) of code points: over its characters in the width that the widest of them needs (PEP 393). */
export function hashText(points: readonly number[]): Hash {
  const widest = points.reduce((most, point) => Math.max(most, point), 0);
  const width = widest < 0x100 ? 1 : widest < 0x10000 ? 2 : 4;
  const data = new Uint8Array(points.length * width);
  points.forEach((point, index) => {
    for (let byte = 0; byte < width; byte++) data[index * width + byte] = point >>> (8 * byte);
  });
  const low = hashBytes(data, 0, data.length);
  return { low, high: hashHigh() };
}

/** hash(constant); 0 for Ellipsis, whose hash is its address. */
export function hashConstant(constant: Constant): Hash {
  switch (constant.type) {
    case "None":
      return { low: NONE_HASH | 0, high: 0 };
    case "True":
      return { low: 1, high: 0 };
    case "False":
    case "Ellipsis":
      return { low: 0, high: 0 };
    case "int":
      return hashInt(constant.value);
    case "float": {
      const low = hashDouble(constant.value);
      return { low, high: wideHigh() };
    }
    case "complex": {
      const imaginaryLow = hashDouble(constant.imag);
      const scaledLow = wideMultiply(imaginaryLow, wideHigh(), IMAGINARY_FACTOR, 0);
      const scaledHigh = wideHigh();
      const realLow = hashDouble(constant.real);
      const low = wideAdd(realLow, wideHigh(), scaledLow, scaledHigh);
      const high = wideHigh();
      return low === -1 && high === -1 ? { low: -2, high } : { low, high };
    }
    case "str":
      return hashText(codePoints(constant.wtf8));
    case "bytes": {
      const low = hashBytes(constant.bytes, 0, constant.bytes.length);
      return { low, high: hashHigh() };
    }
    case "tuple": {
      let low = TUPLE_HASH_START_LOW;
      let high = TUPLE_HASH_START_HIGH;
      for (const item of constant.items) {
        const lane = hashConstant(item);
        low = tupleHashStep(low, high, lane.low, lane.high);
        high = wideHigh();
      }
      low = tupleHashFinish(low, high, constant.items.length);
      return { low, high: wideHigh() };
    }
    case "frozenset":
      return hashFrozenset(constant.items);
  }
}

const FROZENSET_FACTOR = 69069;
const FROZENSET_SUMMAND = 907133923;
const SIZE_MIX = 1927868237;
/** Instead of -1, the error mark. */
const FROZENSET_MINUS_ONE = 590923713;

/** frozenset_hash. */
function hashFrozenset(items: readonly Constant[]): Hash {
  let low = 0;
  let high = 0;
  for (const item of items) {
    const hash = hashConstant(item);
    const part = frozensetHashElement(hash.low, hash.high);
    low = wideXor(low, high, part, wideHigh());
    high = wideHigh();
  }
  const sizeLow = wideMultiply(items.length + 1, 0, SIZE_MIX, 0);
  low = wideXor(low, high, sizeLow, wideHigh());
  high = wideHigh();
  const onceLow = wideShiftRight(low, high, 11);
  const onceHigh = wideHigh();
  const twiceLow = wideShiftRight(low, high, 25);
  const mixLow = wideXor(onceLow, onceHigh, twiceLow, wideHigh());
  low = wideXor(low, high, mixLow, wideHigh());
  const product = wideMultiply(low, wideHigh(), FROZENSET_FACTOR, 0);
  low = wideAdd(product, wideHigh(), FROZENSET_SUMMAND, 0);
  high = wideHigh();
  return low === -1 && high === -1 ? { low: FROZENSET_MINUS_ONE, high: 0 } : { low, high };
}
