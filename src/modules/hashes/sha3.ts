// SHA-3 and SHAKE (FIPS 202): the permutation Keccak-f[1600] of 25 lanes of 64 bits.
//
// A block is exclusive-or'ed into the first lanes, then all are permuted. The end squeezes as many blocks as are asked for.
import { type Address, bytesAt, fillBytes, i32, setI32, setU8, u8 } from "../../memory/memory.ts";
import { type Algorithm, bufferOf, FILL, WORDS } from "./block_hash.ts";

const LANES = 25;
const ROUNDS = 24;
const STATE_BYTES = LANES * 8;

/** Round constants, lower and upper words in turn; the turns of the lanes; where each lane goes. */
interface Tables {
  readonly constants: Int32Array;
  readonly turns: Int32Array;
  readonly places: Int32Array;
}
let tables: Tables | null = null;

function makeTables(): Tables {
  const constants = new Int32Array(ROUNDS * 2);
  let register = 1;
  for (let round = 0; round < ROUNDS; round++) {
    for (let j = 0; j < 7; j++) {
      const position = (1 << j) - 1;
      if ((register & 1) !== 0) constants[round * 2 + (position >> 5)] ^= 1 << (position & 31);
      register = (register << 1) ^ ((register >> 7) * 0x171);
    }
  }
  const turns = new Int32Array(LANES - 1);
  const places = new Int32Array(LANES - 1);
  let x = 1;
  let y = 0;
  for (let t = 0; t < LANES - 1; t++) {
    turns[t] = (((t + 1) * (t + 2)) >> 1) & 63;
    const newY = (2 * x + 3 * y) % 5;
    x = y;
    y = newY;
    places[t] = x + 5 * y;
  }
  return { constants, turns, places };
}

const lane = new Int32Array(LANES * 2);
const column = new Int32Array(10);

function permute(words: Address): void {
  if (tables === null) tables = makeTables();
  const { constants, turns, places } = tables;
  const a = lane;
  const c = column;
  for (let i = 0; i < LANES * 2; i++) a[i] = i32(words + i * 4);
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < 10; i++) c[i] = a[i] ^ a[i + 10] ^ a[i + 20] ^ a[i + 30] ^ a[i + 40];
    for (let x = 0; x < 10; x += 2) {
      const left = (x + 8) % 10;
      const right = (x + 2) % 10;
      const lower = c[left] ^ ((c[right] << 1) | (c[right + 1] >>> 31));
      const upper = c[left + 1] ^ ((c[right + 1] << 1) | (c[right] >>> 31));
      for (let y = x; y < LANES * 2; y += 10) {
        a[y] ^= lower;
        a[y + 1] ^= upper;
      }
    }
    let lower = a[2];
    let upper = a[3];
    for (let t = 0; t < LANES - 1; t++) {
      const at = places[t] * 2;
      const turn = turns[t] & 31;
      const isSwapped = turns[t] >= 32;
      const low = isSwapped ? upper : lower;
      const high = isSwapped ? lower : upper;
      lower = a[at];
      upper = a[at + 1];
      a[at] = turn === 0 ? low : (low << turn) | (high >>> (32 - turn));
      a[at + 1] = turn === 0 ? high : (high << turn) | (low >>> (32 - turn));
    }
    for (let y = 0; y < LANES * 2; y += 10) {
      for (let i = 0; i < 10; i++) c[i] = a[y + i];
      for (let i = 0; i < 10; i++) a[y + i] ^= ~c[(i + 2) % 10] & c[(i + 4) % 10];
    }
    a[0] ^= constants[round * 2];
    a[1] ^= constants[round * 2 + 1];
  }
  for (let i = 0; i < LANES * 2; i++) setI32(words + i * 4, a[i]);
}

function member(name: string, digestBytes: number, blockBytes: number, suffix: number): Algorithm {
  const absorb = (words: Address, block: Address): void => {
    for (let i = 0; i < blockBytes; i += 4) setI32(words + i, i32(words + i) ^ i32(block + i));
    permute(words);
  };
  return {
    name,
    blockBytes,
    digestBytes,
    wordsBytes: STATE_BYTES,
    keepsLast: false,
    begin: () => {},
    compress: absorb,
    finish(algorithm, state, byteCount) {
      const buffer = bufferOf(algorithm, state);
      const fill = i32(state + FILL);
      fillBytes(buffer + fill, 0, blockBytes - fill);
      setU8(buffer + fill, suffix);
      setU8(buffer + blockBytes - 1, u8(buffer + blockBytes - 1) | 0x80);
      absorb(state + WORDS, buffer);
      const result = new Uint8Array(byteCount);
      for (let at = 0; at < byteCount; at += blockBytes) {
        if (at > 0) permute(state + WORDS);
        result.set(bytesAt(state + WORDS, Math.min(blockBytes, byteCount - at)), at);
      }
      return result;
    },
  };
}

export const SHA3_SUFFIX = 0x06;
export const SHAKE_SUFFIX = 0x1f;

export const SHA3_224 = member("sha3_224", 28, 144, SHA3_SUFFIX);
export const SHA3_256 = member("sha3_256", 32, 136, SHA3_SUFFIX);
export const SHA3_384 = member("sha3_384", 48, 104, SHA3_SUFFIX);
export const SHA3_512 = member("sha3_512", 64, 72, SHA3_SUFFIX);
export const SHAKE_128 = member("shake_128", 0, 168, SHAKE_SUFFIX);
export const SHAKE_256 = member("shake_256", 0, 136, SHAKE_SUFFIX);
