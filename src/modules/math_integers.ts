// math's functions of whole numbers: gcd, lcm, isqrt, factorial, comb, perm.
// Numbers below 2^53 are computed as doubles, larger ones as big integers.
import { type Address, type Borrowed, type Owned, ptr } from "../memory/memory.ts";
import { PyNumber_Index } from "../objects/convert.ts";
import type { MethodRow } from "../objects/declare.ts";
import { raise } from "../objects/errors.ts";
import { longToNumber, PyLong_FromNumber } from "../objects/long_core.ts";
import { longFromBigInt, longToBigInt } from "../objects/long_digits.ts";
import { decref } from "../objects/object.ts";
import { interruptible, pollInterrupt } from "../objects/stop_poll.ts";
import { Py_None, PyExc_OverflowError, PyExc_ValueError } from "../objects/types.ts";

const LONG_MAX = (1n << 63n) - 1n;

/** int(o.__index__()): a safe integer as a number, others as a bigint; null with an error set. */
function wholeNumber(o: Borrowed): number | bigint | null {
  const index = PyNumber_Index(o);
  if (index === 0) return null;
  const near = longToNumber(index);
  const value = near <= Number.MAX_SAFE_INTEGER && near >= -Number.MAX_SAFE_INTEGER ? near : longToBigInt(index);
  decref(index);
  return value;
}

function bigNumber(o: Borrowed): bigint | null {
  const value = wholeNumber(o);
  return value === null ? null : BigInt(value);
}

function longOf(value: number | bigint): Owned {
  return typeof value === "number" ? PyLong_FromNumber(value) : longFromBigInt(value);
}

const absolute = (value: bigint): bigint => (value < 0n ? -value : value);

function greatestDivisor(a: number | bigint, b: number | bigint): number | bigint {
  let x: number | bigint = a;
  let y: number | bigint = b;
  if (typeof x === "bigint" || typeof y === "bigint") {
    let p = absolute(BigInt(x));
    let q = absolute(BigInt(y));
    while (q > BigInt(Number.MAX_SAFE_INTEGER)) [p, q] = [q, p % q];
    if (q === 0n) return p;
    x = Number(q);
    y = Number(p % q);
  }
  let p = Math.abs(x);
  let q = Math.abs(y);
  while (q !== 0) [p, q] = [q, p % q];
  return p;
}

function leastMultiple(a: number | bigint, b: number | bigint): number | bigint {
  if (BigInt(a) === 0n || BigInt(b) === 0n) return 0;
  const divisor = BigInt(greatestDivisor(a, b));
  return absolute((BigInt(a) / divisor) * BigInt(b));
}

/** Folds the arguments two by two; one alone is folded with the neutral element, for its absolute value. */
function folded(fold: (a: number | bigint, b: number | bigint) => number | bigint, neutral: number) {
  return (_module: Borrowed, args: Address, nargs: number): Owned => {
    let result: number | bigint = neutral;
    for (let index = 0; index < nargs; index++) {
      const value = wholeNumber(ptr(args + index * 8));
      if (value === null) return 0;
      result = fold(result, value);
    }
    return longOf(result);
  };
}

/** ⌊√n⌋ for n ≥ 0: Newton's iteration, which falls until it is there. */
function rootOfBig(n: bigint): bigint {
  let root = 1n << BigInt(n.toString(16).length * 2);
  for (;;) {
    pollInterrupt();
    const next = (root + n / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

const EXACT_ROOT_LIMIT = 2 ** 52;

function isqrt(_module: Borrowed, o: Borrowed): Owned {
  const n = wholeNumber(o);
  if (n === null) return 0;
  if (n < 0) return raise(PyExc_ValueError, "isqrt() argument must be nonnegative");
  if (n < EXACT_ROOT_LIMIT) return PyLong_FromNumber(Math.floor(Math.sqrt(Number(n))));
  return interruptible(() => longFromBigInt(rootOfBig(BigInt(n))));
}

/** Their product takes some time. */
const MANY_FACTORS = 1000n;

/** first · (first + 1) · … · last, halved again and again so that factors are of similar size. */
function productOfRange(first: bigint, last: bigint): bigint {
  const count = last - first;
  if (count < 0n) return 1n;
  if (count < 8n) {
    let product = first;
    for (let factor = first + 1n; factor <= last; factor++) product *= factor;
    return product;
  }
  if (count > MANY_FACTORS) pollInterrupt();
  const middle = (first + last) >> 1n;
  return productOfRange(first, middle) * productOfRange(middle + 1n, last);
}

function factorialOf(n: bigint): Owned {
  if (n < 0n) return raise(PyExc_ValueError, "factorial() not defined for negative values");
  if (n > LONG_MAX) return raise(PyExc_OverflowError, `factorial() argument should not exceed ${LONG_MAX}`);
  return interruptible(() => longFromBigInt(productOfRange(1n, n)));
}

function factorial(_module: Borrowed, o: Borrowed): Owned {
  const n = bigNumber(o);
  return n === null ? 0 : factorialOf(n);
}

/** Both numbers of comb and perm, not negative; null with an error set. */
function twoCounts(nObject: Borrowed, kObject: Borrowed): readonly [bigint, bigint] | null {
  const n = bigNumber(nObject);
  const k = n === null ? null : bigNumber(kObject);
  if (n === null || k === null) return null;
  if (n >= 0n && k >= 0n) return [n, k];
  raise(PyExc_ValueError, `${n < 0n ? "n" : "k"} must be a non-negative integer`);
  return null;
}

function perm(_module: Borrowed, nObject: Borrowed, kObject: Borrowed): Owned {
  if (kObject === 0 || kObject === Py_None) return factorial(0, nObject);
  const counts = twoCounts(nObject, kObject);
  if (counts === null) return 0;
  const [n, k] = counts;
  if (n < k) return PyLong_FromNumber(0);
  if (k > LONG_MAX) return raise(PyExc_OverflowError, `k must not exceed ${LONG_MAX}`);
  return interruptible(() => longFromBigInt(productOfRange(n - k + 1n, n)));
}

/** n over k, k ≤ n / 2: C(n, k) = C(n, j) · C(n − j, k − j) / C(k, j), with j = ⌊k / 2⌋. */
function binomial(n: bigint, k: bigint): bigint {
  if (k < 16n) return productOfRange(n - k + 1n, n) / productOfRange(1n, k);
  if (k > MANY_FACTORS) pollInterrupt();
  const half = k >> 1n;
  return (binomial(n, half) * binomial(n - half, k - half)) / binomial(k, half);
}

function comb(_module: Borrowed, nObject: Borrowed, kObject: Borrowed): Owned {
  const counts = twoCounts(nObject, kObject);
  if (counts === null) return 0;
  const [n, k] = counts;
  if (n < k) return PyLong_FromNumber(0);
  const count = n - k < k ? n - k : k;
  if (count > LONG_MAX) return raise(PyExc_OverflowError, `min(n - k, k) must not exceed ${LONG_MAX}`);
  return interruptible(() => longFromBigInt(binomial(n, count)));
}

export const INTEGER_FUNCTIONS: readonly MethodRow[] = [
  ["gcd", "(*integers)", folded(greatestDivisor, 0)],
  ["lcm", "(*integers)", folded(leastMultiple, 1)],
  ["isqrt", "(n, /)", isqrt],
  ["factorial", "(n, /)", factorial],
  ["perm", "(n, k=None, /)", perm],
  ["comb", "(n, k, /)", comb],
];
