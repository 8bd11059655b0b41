// SHA-2 (FIPS 180-4). Its constants are the first bits of the fractions of square and cube roots of primes; they are computed
// when one of these functions is first used.
import { type Address, i32, setI32 } from "../../memory/memory.ts";
import { type Algorithm, finishWithLength, swapped } from "./block_hash.ts";

// -- constants -----------------------------------------------------------------------------------------------------------

const CUBE_COUNT = 80;
const SQUARE_COUNT = 16;
const FRACTION_BITS = 64n;

function primes(count: number): bigint[] {
  const found: bigint[] = [];
  for (let n = 2n; found.length < count; n += 1n) if (found.every((p) => n % p !== 0n)) found.push(n);
  return found;
}

/** The integer root of degree two or three, by Newton's steps from above. */
function integerRoot(n: bigint, degree: bigint): bigint {
  let root = 1n << (BigInt(n.toString(2).length) / degree + 1n);
  for (;;) {
    const power = degree === 2n ? root : root * root;
    const next = (root * (degree - 1n) + n / power) / degree;
    if (next >= root) return root;
    root = next;
  }
}

/** 64 bits of the fraction of a root, as two words: upper, lower. */
function fractionWords(prime: bigint, degree: bigint): [number, number] {
  const root = integerRoot(prime << (FRACTION_BITS * degree), degree);
  return [Number(BigInt.asIntN(32, root >> 32n)), Number(BigInt.asIntN(32, root))];
}

/** Cube roots, for the rounds: upper and lower word of each in turn. */
let roundWords: Int32Array | null = null;
/** Square roots, for the start. */
let startWords: Int32Array | null = null;

function roots(count: number, degree: bigint): Int32Array {
  return Int32Array.from(primes(count).flatMap((prime) => fractionWords(prime, degree)));
}

function rounds(): Int32Array {
  if (roundWords === null) roundWords = roots(CUBE_COUNT, 3n);
  return roundWords;
}

/** Square roots of the first primes: also where BLAKE2 begins. */
export function starts(): Int32Array {
  if (startWords === null) startWords = roots(SQUARE_COUNT, 2n);
  return startWords;
}

// -- 32-bit words --------------------------------------------------------------------------------------------------------

const rotated = (x: number, by: number): number => (x >>> by) | (x << (32 - by));
const schedule = new Int32Array(160);
const work = new Int32Array(16);

function compress256(words: Address, block: Address): void {
  const w = schedule;
  const v = work;
  const constants = rounds();
  for (let i = 0; i < 16; i++) w[i] = swapped(i32(block + i * 4));
  for (let i = 16; i < 64; i++) {
    const a = w[i - 15];
    const b = w[i - 2];
    const s0 = rotated(a, 7) ^ rotated(a, 18) ^ (a >>> 3);
    const s1 = rotated(b, 17) ^ rotated(b, 19) ^ (b >>> 10);
    w[i] = w[i - 16] + s0 + w[i - 7] + s1;
  }
  for (let i = 0; i < 8; i++) v[i] = i32(words + i * 4);
  for (let i = 0; i < 64; i++) {
    const e = v[4];
    const a = v[0];
    const s1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25);
    const s0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22);
    const first = (v[7] + s1 + ((e & v[5]) ^ (~e & v[6])) + constants[i * 2] + w[i]) | 0;
    const second = (s0 + ((a & v[1]) ^ (a & v[2]) ^ (v[1] & v[2]))) | 0;
    v.copyWithin(1, 0, 7);
    v[4] += first;
    v[0] = first + second;
  }
  for (let i = 0; i < 8; i++) setI32(words + i * 4, i32(words + i * 4) + v[i]);
}

// -- 64-bit words, as pairs: the upper one at the even index ---------------------------------------------------------------

const TWO_32 = 4294967296;
const carry = (sum: number): number => Math.floor(sum / TWO_32);

function compress512(words: Address, block: Address): void {
  const w = schedule;
  const v = work;
  const constants = rounds();
  for (let i = 0; i < 32; i++) w[i] = swapped(i32(block + i * 4));
  for (let i = 32; i < 160; i += 2) {
    const ah = w[i - 30];
    const al = w[i - 29];
    const bh = w[i - 4];
    const bl = w[i - 3];
    const s0h = ((ah >>> 1) | (al << 31)) ^ ((ah >>> 8) | (al << 24)) ^ (ah >>> 7);
    const s0l = ((al >>> 1) | (ah << 31)) ^ ((al >>> 8) | (ah << 24)) ^ ((al >>> 7) | (ah << 25));
    const s1h = ((bh >>> 19) | (bl << 13)) ^ ((bl >>> 29) | (bh << 3)) ^ (bh >>> 6);
    const s1l = ((bl >>> 19) | (bh << 13)) ^ ((bh >>> 29) | (bl << 3)) ^ ((bl >>> 6) | (bh << 26));
    const sum = (s0l >>> 0) + (s1l >>> 0) + (w[i - 31] >>> 0) + (w[i - 13] >>> 0);
    w[i + 1] = sum;
    w[i] = s0h + s1h + w[i - 32] + w[i - 14] + carry(sum);
  }
  for (let i = 0; i < 16; i++) v[i] = i32(words + i * 4);
  for (let i = 0; i < 160; i += 2) {
    const eh = v[8];
    const el = v[9];
    const ah = v[0];
    const al = v[1];
    const s1h = ((eh >>> 14) | (el << 18)) ^ ((eh >>> 18) | (el << 14)) ^ ((el >>> 9) | (eh << 23));
    const s1l = ((el >>> 14) | (eh << 18)) ^ ((el >>> 18) | (eh << 14)) ^ ((eh >>> 9) | (el << 23));
    const s0h = ((ah >>> 28) | (al << 4)) ^ ((al >>> 2) | (ah << 30)) ^ ((al >>> 7) | (ah << 25));
    const s0l = ((al >>> 28) | (ah << 4)) ^ ((ah >>> 2) | (al << 30)) ^ ((ah >>> 7) | (al << 25));
    const chooseHigh = (eh & v[10]) ^ (~eh & v[12]);
    const chooseLow = (el & v[11]) ^ (~el & v[13]);
    const firstSum = (v[15] >>> 0) + (s1l >>> 0) + (chooseLow >>> 0) + (constants[i + 1] >>> 0) + (w[i + 1] >>> 0);
    const firstHigh = (v[14] + s1h + chooseHigh + constants[i] + w[i] + carry(firstSum)) | 0;
    const firstLow = firstSum | 0;
    const majorityHigh = (ah & v[2]) ^ (ah & v[4]) ^ (v[2] & v[4]);
    const majorityLow = (al & v[3]) ^ (al & v[5]) ^ (v[3] & v[5]);
    const secondSum = (s0l >>> 0) + (majorityLow >>> 0);
    const secondHigh = (s0h + majorityHigh + carry(secondSum)) | 0;
    v.copyWithin(2, 0, 14);
    const dSum = (v[9] >>> 0) + (firstLow >>> 0);
    v[9] = dSum;
    v[8] += firstHigh + carry(dSum);
    const aSum = (firstLow >>> 0) + ((secondSum | 0) >>> 0);
    v[1] = aSum;
    v[0] = firstHigh + secondHigh + carry(aSum);
  }
  for (let i = 0; i < 16; i += 2) {
    const at = words + i * 4;
    const sum = (i32(at + 4) >>> 0) + (v[i + 1] >>> 0);
    setI32(at + 4, sum | 0);
    setI32(at, (i32(at) + v[i] + carry(sum)) | 0);
  }
}

// -- the four functions --------------------------------------------------------------------------------------------------

/** from: which of the words of starts() the state begins with; step 2 takes every other one. */
function member(name: string, digestBytes: number, isWide: boolean, from: number, step: number): Algorithm {
  const wordCount = isWide ? 16 : 8;
  return {
    name,
    blockBytes: isWide ? 128 : 64,
    digestBytes,
    wordsBytes: wordCount * 4,
    keepsLast: false,
    begin(words) {
      const values = starts();
      for (let i = 0; i < wordCount; i++) setI32(words + i * 4, values[from + i * step]);
    },
    compress: isWide ? compress512 : compress256,
    finish: finishWithLength(true),
  };
}

export const SHA224 = member("sha224", 28, false, 17, 2);
export const SHA256 = member("sha256", 32, false, 0, 2);
export const SHA384 = member("sha384", 48, true, 16, 1);
export const SHA512 = member("sha512", 64, true, 0, 1);
