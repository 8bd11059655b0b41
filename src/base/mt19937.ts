// The Mersenne Twister MT19937 (Matsumoto and Nishimura), as CPython's Modules/_randommodule.c seeds and reads it.
// The state lives with the caller, as 625 32-bit words in the order of CPython's RandomObject:
//   words[base]               index: how many of the state words have been used
//   words[base + 1 … + 624]   state
// Words are signed or unsigned as the caller's array has them; only their bits count.

export const MT_STATE_WORDS = 624;
/** Index and state. */
export const MT_WORDS = MT_STATE_WORDS + 1;

const SHIFT = 397;
const MATRIX = 0x9908b0df;

type Words = Int32Array | Uint32Array;

/** `init_genrand`: fills the state from one 32-bit word. */
export function mtSeed(words: Words, base: number, seed: number): void {
  let previous = seed | 0;
  words[base + 1] = previous;
  for (let n = 1; n < MT_STATE_WORDS; n++) {
    previous = (Math.imul(previous ^ (previous >>> 30), 1812433253) + n) | 0;
    words[base + 1 + n] = previous;
  }
  words[base] = MT_STATE_WORDS;
}

/** `init_by_array`: seeds from `count` ≥ 1 words of key starting at `start`. */
export function mtSeedByArray(words: Words, base: number, key: ArrayLike<number>, start: number, count: number): void {
  mtSeed(words, base, 19650218);
  const state = base + 1;
  const mix = (n: number, factor: number): number => {
    const previous = words[state + n - 1];
    return words[state + n] ^ Math.imul(previous ^ (previous >>> 30), factor);
  };
  let n = 1;
  let keyIndex = 0;
  for (let step = Math.max(MT_STATE_WORDS, count); step > 0; step--) {
    words[state + n] = (mix(n, 1664525) + (key[start + keyIndex] | 0) + keyIndex) | 0;
    if (++n === MT_STATE_WORDS) {
      words[state] = words[state + MT_STATE_WORDS - 1];
      n = 1;
    }
    if (++keyIndex === count) keyIndex = 0;
  }
  for (let step = MT_STATE_WORDS - 1; step > 0; step--) {
    words[state + n] = (mix(n, 1566083941) - n) | 0;
    if (++n === MT_STATE_WORDS) {
      words[state] = words[state + MT_STATE_WORDS - 1];
      n = 1;
    }
  }
  words[state] = 0x80000000 | 0;
}

/** Renews all state words. */
function twist(words: Words, base: number): void {
  const state = base + 1;
  for (let n = 0; n < MT_STATE_WORDS; n++) {
    const next = words[state + (n + 1 === MT_STATE_WORDS ? 0 : n + 1)];
    const joined = (words[state + n] & 0x80000000) | (next & 0x7fffffff);
    const far = words[state + (n + SHIFT < MT_STATE_WORDS ? n + SHIFT : n + SHIFT - MT_STATE_WORDS)];
    words[state + n] = far ^ (joined >>> 1) ^ (next & 1 ? MATRIX : 0);
  }
  words[base] = 0;
}

/** The next 32 random bits, as an unsigned number. */
export function mtNext(words: Words, base: number): number {
  if (words[base] >= MT_STATE_WORDS) twist(words, base);
  const index = words[base];
  words[base] = index + 1;
  let y = words[base + 1 + index];
  y ^= y >>> 11;
  y ^= (y << 7) & 0x9d2c5680;
  y ^= (y << 15) & 0xefc60000;
  return (y ^ (y >>> 18)) >>> 0;
}

/** random.random(): 53 random bits in [0, 1). */
export function mtRandom(words: Words, base: number): number {
  const high = mtNext(words, base) >>> 5;
  const low = mtNext(words, base) >>> 6;
  return (high * 0x4000000 + low) / 0x20000000000000;
}
