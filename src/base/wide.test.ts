// wide.ts against BigInt, on corner words and on words from a small linear congruential generator.
import { expect, it } from "vitest";
import * as wide from "./wide.ts";

const CORNERS = [0, 1, 2, 0x7fffffff, -0x80000000, -1, -2, 0x10000, 0xffff];
let state = 12345;
function word(): number {
  state = (Math.imul(state, 1664525) + 1013904223) | 0;
  const pick = (state >>> 8) & 3;
  state = (Math.imul(state, 1664525) + 1013904223) | 0;
  return pick === 0 ? CORNERS[(state >>> 9) % CORNERS.length] : state ^ (state >>> 15);
}

function unsigned(low: number, high: number): bigint {
  return (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);
}
function result(low: number): bigint {
  const high = wide.wideHigh();
  if (low !== (low | 0) || high !== (high | 0)) throw new Error(`not signed words: ${low} ${high}`);
  return unsigned(low, wide.wideHigh());
}
const wrap = (value: bigint): bigint => BigInt.asUintN(64, value);

it("does 64-bit arithmetic on pairs", () => {
  for (let round = 0; round < 20_000; round++) {
    const [a0, a1, b0, b1] = [word(), word(), word(), word()];
    const a = unsigned(a0, a1);
    const b = unsigned(b0, b1);
    const count = (word() >>> 5) & 63;
    const shift = BigInt(count);
    const got = [
      result(wide.wideAdd(a0, a1, b0, b1)),
      result(wide.wideSubtract(a0, a1, b0, b1)),
      result(wide.wideNegate(a0, a1)),
      result(wide.wideXor(a0, a1, b0, b1)),
      result(wide.wideMultiply(a0, a1, b0, b1)),
      result(wide.wideMultiplyHigh(a0, a1, b0, b1)),
      result(wide.wideShiftLeft(a0, a1, count)),
      result(wide.wideShiftRight(a0, a1, count)),
      result(wide.wideShiftRightSigned(a0, a1, count)),
      result(wide.wideRotateLeft(a0, a1, count)),
      BigInt(Math.sign(wide.wideCompareUnsigned(a0, a1, b0, b1))),
    ];
    const signed = BigInt.asIntN(64, a);
    const expected = [
      wrap(a + b),
      wrap(a - b),
      wrap(-a),
      a ^ b,
      wrap(a * b),
      (a * b) >> 64n,
      wrap(a << shift),
      a >> shift,
      wrap(signed >> shift),
      wrap((a << shift) | (a >> (64n - shift))),
      a > b ? 1n : a < b ? -1n : 0n,
    ];
    if (got.some((value, index) => value !== expected[index]))
      expect({ a, b, count, got }).toEqual({ a, b, count, got: expected });
    if (wide.wideToNumber(a0, a1) !== Number(signed)) expect(wide.wideToNumber(a0, a1)).toBe(Number(signed));
    if (wide.wideToNumberUnsigned(a0, a1) !== Number(a)) expect(wide.wideToNumberUnsigned(a0, a1)).toBe(Number(a));
  }
  for (const value of [0, 1, -1, 2 ** 31, -(2 ** 31), 2 ** 32, 2 ** 53, -(2 ** 53), -5_000_000_000]) {
    expect(BigInt.asIntN(64, result(wide.wideFromNumber(value)))).toBe(BigInt(value));
  }
});
