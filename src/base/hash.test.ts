import { describe, expect, it } from "vitest";
import { doubleFromBits, goldenCases, pairHex, pythonCases } from "../../test/support/base_cases.ts";
import {
  frozensetHashElement,
  frozensetHashFinish,
  hashDouble,
  longHashStep,
  signedHash,
  TUPLE_HASH_START_HIGH,
  TUPLE_HASH_START_LOW,
  tupleHashFinish,
  tupleHashStep,
} from "./hash.ts";
import { hashBytes, hashHigh } from "./siphash.ts";
import { wideHigh } from "./wide.ts";

function words(hex: string): [low: number, high: number] {
  return [Number.parseInt(hex.slice(8), 16) | 0, Number.parseInt(hex.slice(0, 8), 16) | 0];
}

function hashes(list: string): [number, number][] {
  return list === "" ? [] : list.split(",").map(words);
}

function hashOf(kind: string, input: string): string {
  let low: number;
  let high: number;
  switch (kind) {
    case "bytes": {
      // An odd start shows that the range is honoured and nothing is read aligned.
      const bytes = Uint8Array.from(Buffer.from(`aabbcc${input}dd`, "hex"));
      low = hashBytes(bytes, 3, bytes.length - 1);
      return pairHex(low, hashHigh());
    }
    case "float":
      low = hashDouble(doubleFromBits(input));
      return pairHex(low, wideHigh());
    case "int": {
      const negative = input.startsWith("-");
      low = 0;
      high = 0;
      // CPython's 30-bit digits, most significant first.
      const magnitude = BigInt(`0x${negative ? input.slice(1) : input}`);
      const digits: number[] = [];
      for (let rest = magnitude; rest > 0n; rest >>= 30n) digits.unshift(Number(rest & 0x3fffffffn));
      for (const digit of digits) {
        low = longHashStep(low, high, digit, 30);
        high = wideHigh();
      }
      low = signedHash(low, high, negative);
      return pairHex(low, wideHigh());
    }
    case "tuple": {
      low = TUPLE_HASH_START_LOW;
      high = TUPLE_HASH_START_HIGH;
      const lanes = hashes(input);
      for (const [laneLow, laneHigh] of lanes) {
        low = tupleHashStep(low, high, laneLow, laneHigh);
        high = wideHigh();
      }
      low = tupleHashFinish(low, high, lanes.length);
      return pairHex(low, wideHigh());
    }
    default: {
      low = 0;
      high = 0;
      const elements = hashes(input);
      for (const [elementLow, elementHigh] of elements) {
        low ^= frozensetHashElement(elementLow, elementHigh);
        high ^= wideHigh();
      }
      low = frozensetHashFinish(low, high, elements.length);
      return pairHex(low, wideHigh());
    }
  }
}

function check(cases: string[][]): void {
  const wrong = cases.filter(([kind, input, expected]) => hashOf(kind, input) !== expected);
  expect(wrong.slice(0, 5)).toEqual([]);
}

describe("hashes", () => {
  it("equal CPython's (golden)", () => {
    const cases = goldenCases("test/golden/base/hash.tsv");
    expect(new Set(cases.map(([kind]) => kind)).size).toBe(5);
    check(cases);
  });

  const fresh = pythonCases("hash", 20_000, 1);
  it.skipIf(fresh === null)("equal CPython's (python3.13)", () => check(fresh!));
});
