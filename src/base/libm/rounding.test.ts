// Two claims that libm rests on, checked against BigInt series: the kernels are as accurate as KERNEL_ERROR says, and
// every function is correctly rounded. (glibc's functions are not always, which is why results may differ from
// CPython's by a last digit: docs/libm.md.)
import { describe, expect, it } from "vitest";
import { LIBM } from "../../../test/support/libm_functions.ts";
import { ddLow } from "./double_double.ts";
import * as exact from "./exact.ts";
import * as kernels from "./kernels.ts";
import { quickExponential, quickLogarithm, quickScale, quickSine } from "./quick.ts";
import { reduceAngle, reduceAngleExactly, reducedQuarter } from "./reduction.ts";

const { fromDouble, toDouble, ONE } = exact;

let state = 2024;
function random(): number {
  state = (Math.imul(state, 1664525) + 1013904223) | 0;
  const high = state >>> 5;
  state = (Math.imul(state, 1664525) + 1013904223) | 0;
  return (high * 0x4000000 + (state >>> 6)) / 0x20000000000000;
}
const between = (low: number, high: number): number => low + (high - low) * random();
const magnitudes = (low: number, high: number): number => 2 ** between(low, high) * (random() < 0.5 ? -1 : 1);

/** Bits of agreement between a double-double and its exact value. */
function agreement(high: number, low: number, expected: bigint): number {
  const difference = fromDouble(high) + fromDouble(low) - expected;
  if (difference === 0n) return exact.P;
  const size = (value: bigint): number => (value < 0n ? -value : value).toString(2).length;
  return size(expected) - size(difference);
}

function scaled({ units, exponent }: exact.Scaled): bigint {
  return exponent >= 0 ? units << BigInt(exponent) : units >> BigInt(-exponent);
}

const ROUNDS = 1500;
/** KERNEL_ERROR is 2^-88 for a kernel and some operations on it; the kernel alone must do better. */
const KERNEL_BITS = 93;
/** QUICK_ERROR is 2^-62. */
const QUICK_BITS = 63;

describe("kernels", () => {
  const worst = (next: () => number): number => {
    let least: number = exact.P;
    for (let round = 0; round < ROUNDS; round++) least = Math.min(least, next());
    return least;
  };
  it("e^x", () => {
    const bits = worst(() => {
      const x = random() < 0.5 ? between(-700, 700) : magnitudes(-30, 2);
      const high = kernels.exponentialKernel(x, x * 2 ** -55);
      const low = ddLow();
      const whole = exact.exponential(fromDouble(x) + fromDouble(x * 2 ** -55));
      const shift = BigInt(whole.exponent - kernels.kernelScale() + 2);
      return agreement(high, low, (whole.units << shift) >> 2n);
    });
    expect(bits).toBeGreaterThan(KERNEL_BITS);
  });
  it("e^x − 1", () => {
    const bits = worst(() => {
      const x = random() < 0.3 ? between(-30, 30) : magnitudes(-50, 1);
      const high = kernels.exponentialMinusOneKernel(x, 0);
      return agreement(high, ddLow(), scaled(exact.exponential(fromDouble(x))) - ONE);
    });
    expect(bits).toBeGreaterThan(KERNEL_BITS);
  });
  it("ln x", () => {
    const bits = worst(() => {
      const x = random() < 0.5 ? 1 + magnitudes(-50, -1) : Math.abs(magnitudes(-200, 300));
      const high = kernels.logarithmKernel(x, 0);
      return agreement(high, ddLow(), exact.logarithm(fromDouble(x)));
    });
    expect(bits).toBeGreaterThan(KERNEL_BITS);
  });
  it("sin and cos", () => {
    const bits = worst(() => {
      const x = random() < 0.5 ? between(-0.8, 0.8) : magnitudes(-30, -1);
      const high = kernels.sineKernel(x, x * 2 ** -55);
      const low = ddLow();
      const { sine, cosine } = exact.sineAndCosine(fromDouble(x) + fromDouble(x * 2 ** -55));
      return Math.min(agreement(high, low, sine), agreement(kernels.kernelCosine(), kernels.kernelCosineLow(), cosine));
    });
    expect(bits).toBeGreaterThan(KERNEL_BITS);
  });
  it("angles", () => {
    const bits = worst(() => {
      const [y, x] = [Math.abs(magnitudes(-30, 30)), Math.abs(magnitudes(-30, 30))];
      const high = kernels.angleKernel(y, y * 2 ** -55, x, 0);
      return agreement(high, ddLow(), exact.arcTangent(fromDouble(y) + fromDouble(y * 2 ** -55), fromDouble(x)));
    });
    expect(bits).toBeGreaterThan(KERNEL_BITS);
  });
  it("reduced angles, near multiples of π/2 too", () => {
    const bits = worst(() => {
      const kind = random();
      const n = Math.floor(2 ** between(0, 19));
      const x = kind < 0.3 ? Math.abs(magnitudes(0, 1023)) : kind < 0.6 ? between(0.8, 2 ** 20) : (n * Math.PI) / 2;
      const high = reduceAngle(x);
      const low = ddLow();
      const quarter = reducedQuarter();
      const expected = reduceAngleExactly(x);
      expect(reducedQuarter()).toBe(quarter);
      return agreement(high, low, expected);
    });
    // The worst argument of a double is 6381956970095103 × 2^797: 61 bits cancel.
    expect(
      agreement(reduceAngle(6381956970095103 * 2 ** 797), ddLow(), reduceAngleExactly(6381956970095103 * 2 ** 797)),
    ).toBeGreaterThan(KERNEL_BITS);
    expect(bits).toBeGreaterThan(KERNEL_BITS - 5);
  });
});

describe("first attempts", () => {
  const worst = (next: () => number): number => {
    let least: number = exact.P;
    for (let round = 0; round < 3 * ROUNDS; round++) least = Math.min(least, next());
    return least;
  };
  it("e^x", () => {
    const bits = worst(() => {
      const x = random() < 0.5 ? between(-700, 700) : magnitudes(-30, 2);
      const high = quickExponential(x, x * 2 ** -55);
      const low = ddLow();
      const whole = exact.exponential(fromDouble(x) + fromDouble(x * 2 ** -55));
      return agreement(high, low, (whole.units << BigInt(whole.exponent - quickScale() + 2)) >> 2n);
    });
    expect(bits).toBeGreaterThan(QUICK_BITS);
  });
  it("ln x", () => {
    const bits = worst(() => {
      const x = random() < 0.5 ? 1 + magnitudes(-50, -1) : Math.abs(magnitudes(-200, 300));
      const high = quickLogarithm(x);
      return agreement(high, ddLow(), exact.logarithm(fromDouble(x)));
    });
    expect(bits).toBeGreaterThan(QUICK_BITS);
  });
  it("sin and cos", () => {
    const bits = worst(() => {
      const x = random() < 0.5 ? between(-0.8, 0.8) : magnitudes(-30, -1);
      const { sine, cosine } = exact.sineAndCosine(fromDouble(x) + fromDouble(x * 2 ** -55));
      const high = quickSine(x, x * 2 ** -55, false);
      const first = agreement(high, ddLow(), sine);
      const second = quickSine(x, x * 2 ** -55, true);
      return Math.min(first, agreement(second, ddLow(), cosine));
    });
    expect(bits).toBeGreaterThan(QUICK_BITS);
  });
});

const { exponential, logarithm, squareRoot, multiply, divide, arcTangent } = exact;
const angle = (x: number): { sine: bigint; cosine: bigint } => {
  const r = exact.sineAndCosine(reduceAngleExactly(Math.abs(x)));
  const quarter = reducedQuarter();
  const sine = quarter & 1 ? r.cosine : r.sine;
  const cosine = quarter & 1 ? r.sine : r.cosine;
  const sign = x < 0 ? -1n : 1n;
  return {
    sine: sign * (quarter & 2 ? -sine : sine),
    cosine: quarter === 1 || quarter === 2 ? -cosine : cosine,
  };
};
const e = (x: bigint): bigint => scaled(exponential(x));
const cofunction = (x: bigint): bigint => squareRoot(multiply(ONE - x, ONE + x));

/** A function's exact value, and where to try it. */
const EXACT: Record<string, [value: (x: bigint, double: number) => bigint, arguments: () => number]> = {
  exp: [e, () => between(-40, 40)],
  exp2: [(x) => e(multiply(x, exact.LN2)), () => between(-40, 40)],
  expm1: [(x) => e(x) - ONE, () => (random() < 0.5 ? between(-30, 30) : magnitudes(-50, 1))],
  log: [logarithm, () => Math.abs(magnitudes(-100, 300))],
  log2: [(x) => divide(logarithm(x), exact.LN2), () => Math.abs(magnitudes(-100, 300))],
  log1p: [(x) => logarithm(ONE + x), () => Math.abs(magnitudes(-50, 20))],
  sin: [(_, x) => angle(x).sine, () => magnitudes(-25, 1000)],
  cos: [(_, x) => angle(x).cosine, () => magnitudes(-25, 1000)],
  tan: [(_, x) => divide(angle(x).sine, angle(x).cosine), () => magnitudes(-25, 1000)],
  asin: [(x) => arcTangent(x, cofunction(x)), () => between(-1, 1)],
  acos: [(x) => arcTangent(cofunction(x), x), () => between(-1, 1)],
  atan: [(x) => arcTangent(x, ONE), () => magnitudes(-25, 50)],
  cbrt: [(x) => (x < 0n ? -1n : 1n) * e(logarithm(x < 0n ? -x : x) / 3n), () => magnitudes(-60, 200)],
  erf: [(x) => errorIntegral(x), () => between(-5, 5)],
  erfc: [(x) => ONE - errorIntegral(x), () => between(-5, 5)],
};

/** Taylor's alternating series, another than the function's own. */
function errorIntegral(x: bigint): bigint {
  const square = multiply(x, x);
  let power = x;
  let sum = x;
  for (let n = 1n; power !== 0n && power !== -1n; n++) {
    power = -multiply(power, square) / n;
    sum += power / (2n * n + 1n);
  }
  return divide(2n * sum, squareRoot(exact.PI));
}

function power(x: number, y: number): number {
  const { units, exponent } = exponential(multiply(logarithm(fromDouble(x)), fromDouble(y)));
  return toDouble(units, exponent);
}

describe("correct rounding", () => {
  for (const [name, [value, argument]] of Object.entries(EXACT)) {
    it(name, () => {
      const wrong: unknown[] = [];
      for (let round = 0; round < 3000; round++) {
        const x = argument();
        const expected = toDouble(value(fromDouble(x), x));
        const result = LIBM[name](x);
        if (result !== expected) wrong.push({ x, result, expected });
      }
      expect(wrong).toEqual([]);
    });
  }
  it("pow", () => {
    const wrong: unknown[] = [];
    for (let round = 0; round < 2000; round++) {
      const x = Math.abs(magnitudes(-40, 40));
      // Small whole exponents give results that are exactly half-way between doubles now and then.
      const base = random() < 0.5 ? Math.floor(2 ** between(1, 28)) : x;
      const y = base === x ? between(-20, 20) : Math.floor(between(2, 6));
      const expected = base === x ? power(x, y) : Number(BigInt(base) ** BigInt(y));
      const result = LIBM.pow(base, y);
      if (result !== expected) wrong.push({ base, y, result, expected });
    }
    expect(wrong).toEqual([]);
  });
  it("hypot and atan2", () => {
    const wrong: unknown[] = [];
    for (let round = 0; round < 2000; round++) {
      const [y, x] = [magnitudes(-20, 20), magnitudes(-20, 20)];
      const [unitsY, unitsX] = [fromDouble(y), fromDouble(x)];
      const norm = toDouble(squareRoot(multiply(unitsX, unitsX) + multiply(unitsY, unitsY)));
      if (LIBM.abs_complex(x, y) !== norm) wrong.push({ x, y, norm });
      const turn = toDouble(arcTangent(unitsY, unitsX));
      if (LIBM.atan2(y, x) !== turn) wrong.push({ y, x, turn });
    }
    expect(wrong).toEqual([]);
  });
});
