// MD5 (RFC 1321) and SHA-1 (FIPS 180-4).
import { sin } from "../../base/libm/trigonometric.ts";
import { type Address, i32, setI32 } from "../../memory/memory.ts";
import { type Algorithm, addWord, finishWithLength, swapped, wordAt } from "./block_hash.ts";

const rotated = (x: number, by: number): number => (x << by) | (x >>> (32 - by));

const START = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];

function beginWords(count: number) {
  return (words: Address): void => {
    for (let i = 0; i < count; i++) setI32(words + i * 4, START[i] | 0);
  };
}

// -- MD5 -----------------------------------------------------------------------------------------------------------------

const SHIFTS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
const sines: number[] = [];

function md5Compress(words: Address, block: Address): void {
  if (sines.length === 0) for (let i = 1; i <= 64; i++) sines.push(Math.floor(Math.abs(sin(i)) * 4294967296) | 0);
  let a = wordAt(words, 0);
  let b = wordAt(words, 1);
  let c = wordAt(words, 2);
  let d = wordAt(words, 3);
  for (let i = 0; i < 64; i++) {
    const round = i >> 4;
    let mixed: number;
    let index: number;
    if (round === 0) {
      mixed = (b & c) | (~b & d);
      index = i;
    } else if (round === 1) {
      mixed = (d & b) | (~d & c);
      index = 5 * i + 1;
    } else if (round === 2) {
      mixed = b ^ c ^ d;
      index = 3 * i + 5;
    } else {
      mixed = c ^ (b | ~d);
      index = 7 * i;
    }
    const sum = (a + mixed + sines[i] + i32(block + (index & 15) * 4)) | 0;
    a = d;
    d = c;
    c = b;
    b = (b + rotated(sum, SHIFTS[round * 4 + (i & 3)])) | 0;
  }
  addWord(words, 0, a);
  addWord(words, 1, b);
  addWord(words, 2, c);
  addWord(words, 3, d);
}

export const MD5: Algorithm = {
  name: "md5",
  blockBytes: 64,
  digestBytes: 16,
  wordsBytes: 16,
  keepsLast: false,
  begin: beginWords(4),
  compress: md5Compress,
  finish: finishWithLength(false),
};

// -- SHA-1 ---------------------------------------------------------------------------------------------------------------

const ROUND_CONSTANTS = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6];
const schedule = new Int32Array(80);

function sha1Compress(words: Address, block: Address): void {
  const w = schedule;
  for (let i = 0; i < 16; i++) w[i] = swapped(i32(block + i * 4));
  for (let i = 16; i < 80; i++) w[i] = rotated(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
  let a = wordAt(words, 0);
  let b = wordAt(words, 1);
  let c = wordAt(words, 2);
  let d = wordAt(words, 3);
  let e = wordAt(words, 4);
  for (let i = 0; i < 80; i++) {
    const round = i < 20 ? 0 : i < 40 ? 1 : i < 60 ? 2 : 3;
    const mixed = round === 0 ? (b & c) | (~b & d) : round === 2 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d;
    const sum = (rotated(a, 5) + mixed + e + ROUND_CONSTANTS[round] + w[i]) | 0;
    e = d;
    d = c;
    c = rotated(b, 30);
    b = a;
    a = sum;
  }
  addWord(words, 0, a);
  addWord(words, 1, b);
  addWord(words, 2, c);
  addWord(words, 3, d);
  addWord(words, 4, e);
}

export const SHA1: Algorithm = {
  name: "sha1",
  blockBytes: 64,
  digestBytes: 20,
  wordsBytes: 20,
  keepsLast: false,
  begin: beginWords(5),
  compress: sha1Compress,
  finish: finishWithLength(true),
};
