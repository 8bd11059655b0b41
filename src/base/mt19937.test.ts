import { describe, expect, it } from "vitest";
import { bitsOfDouble, goldenCases, pythonCases } from "../../test/support/base_cases.ts";
import { MT_WORDS, mtNext, mtRandom, mtSeedByArray } from "./mt19937.ts";

function check(cases: string[][]): void {
  for (const [, seed, draws, tail, index, first, checksum] of cases) {
    const key: number[] = [];
    for (let rest = BigInt(`0x${seed}`); rest > 0n || key.length === 0; rest >>= 32n)
      key.push(Number(rest & 0xffffffffn));
    const base = 3;
    const words = new Int32Array(base + MT_WORDS + 2).fill(77);
    mtSeedByArray(words, base, key, 0, key.length);
    const outputs: string[] = [];
    for (let draw = 0; draw < Number(draws); draw++) outputs.push(bitsOfDouble(mtRandom(words, base)));
    outputs.push(mtNext(words, base).toString(16).padStart(8, "0"));
    let sum = 0;
    for (let word = 0; word < MT_WORDS - 1; word++) sum = (sum + words[base + 1 + word]) >>> 0;
    expect([
      outputs.slice(-4).join(","),
      String(words[base]),
      (words[base + 1] >>> 0).toString(16).padStart(8, "0"),
      String(sum),
    ]).toEqual([tail, index, first, checksum]);
    expect([words[0], words[base - 1], words[base + MT_WORDS]]).toEqual([77, 77, 77]);
  }
}

describe("Mersenne Twister", () => {
  it("draws what CPython draws (golden)", () => {
    const cases = goldenCases("test/golden/base/mt19937.tsv");
    expect(cases.length).toBeGreaterThan(10);
    check(cases);
  });
  const fresh = pythonCases("mt19937", 200, 5);
  it.skipIf(fresh === null)("draws what CPython draws (python3.13)", () => check(fresh!));
});
