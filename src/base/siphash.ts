// SipHash-1-3 with the all-zero key: CPython's hash of str, bytes and memoryview under PYTHONHASHSEED=0.
// (`pysiphash` and `_Py_HashBytes` in CPython's Python/pyhash.c; the algorithm is Aumasson and Bernstein's.)
// Four 64-bit lanes are kept as eight 32-bit words, in local variables: that is why the round stands here twice, once
// in the loop over message words and once in the loop that finishes. Short strings are the common case by far.

let high = 0;

/** High word (signed) of the last `sipHash13` or `hashBytes`; read it before the next call. */
export function hashHigh(): number {
  return high;
}

/**
 * Raw SipHash-1-3 of bytes[start, end): returns the low word (signed), the high word is in `hashHigh()`.
 * No CPython conventions are applied here; see `hashBytes`.
 */
export function sipHash13(bytes: Uint8Array, start: number, end: number): number {
  // The initial lanes are "somepseudorandomlygeneratedbytes" in big-endian words, xored with the key (zero).
  let a0 = 0x70736575;
  let a1 = 0x736f6d65;
  let b0 = 0x6e646f6d;
  let b1 = 0x646f7261;
  let c0 = 0x6e657261;
  let c1 = 0x6c796765;
  let d0 = 0x79746573;
  let d1 = 0x74656462;

  const wholeEnd = end - ((end - start) & 7);
  let at = start;
  let low = 0;
  let word = 0;
  for (;;) {
    if (at < wholeEnd) {
      low = bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24);
      word = bytes[at + 4] | (bytes[at + 5] << 8) | (bytes[at + 6] << 16) | (bytes[at + 7] << 24);
    } else {
      // The last word: the zero to seven bytes left over and, on top, the length modulo 256.
      low = 0;
      word = (end - start) << 24;
      const left = end - at;
      if (left > 0) low = bytes[at];
      if (left > 1) low |= bytes[at + 1] << 8;
      if (left > 2) low |= bytes[at + 2] << 16;
      if (left > 3) low |= bytes[at + 3] << 24;
      if (left > 4) word |= bytes[at + 4];
      if (left > 5) word |= bytes[at + 5] << 8;
      if (left > 6) word |= bytes[at + 6] << 16;
    }
    d0 ^= low;
    d1 ^= word;

    // a += b; b = rotl(b, 13) ^ a; a = rotl(a, 32)
    let sum = (a0 + b0) | 0;
    a1 = (a1 + b1 + (sum >>> 0 < b0 >>> 0 ? 1 : 0)) | 0;
    a0 = sum;
    let turned = ((b0 << 13) | (b1 >>> 19)) ^ a0;
    b1 = ((b1 << 13) | (b0 >>> 19)) ^ a1;
    b0 = turned;
    // c += d; d = rotl(d, 16) ^ c
    sum = (c0 + d0) | 0;
    c1 = (c1 + d1 + (sum >>> 0 < d0 >>> 0 ? 1 : 0)) | 0;
    c0 = sum;
    turned = ((d0 << 16) | (d1 >>> 16)) ^ c0;
    d1 = ((d1 << 16) | (d0 >>> 16)) ^ c1;
    d0 = turned;
    // a += d, with a's words exchanged first (that is the rotation by 32); d = rotl(d, 21) ^ a
    sum = (a1 + d0) | 0;
    a1 = (a0 + d1 + (sum >>> 0 < d0 >>> 0 ? 1 : 0)) | 0;
    a0 = sum;
    turned = ((d0 << 21) | (d1 >>> 11)) ^ a0;
    d1 = ((d1 << 21) | (d0 >>> 11)) ^ a1;
    d0 = turned;
    // c += b; b = rotl(b, 17) ^ c; c = rotl(c, 32)
    sum = (c0 + b0) | 0;
    c1 = (c1 + b1 + (sum >>> 0 < b0 >>> 0 ? 1 : 0)) | 0;
    c0 = sum;
    turned = ((b0 << 17) | (b1 >>> 15)) ^ c0;
    b1 = ((b1 << 17) | (b0 >>> 15)) ^ c1;
    b0 = turned;
    turned = c0;
    c0 = c1;
    c1 = turned;

    a0 ^= low;
    a1 ^= word;
    if (at === wholeEnd) break;
    at += 8;
  }
  c0 ^= 0xff;
  for (let round = 0; round < 3; round++) {
    // a += b; b = rotl(b, 13) ^ a; a = rotl(a, 32)
    let sum = (a0 + b0) | 0;
    a1 = (a1 + b1 + (sum >>> 0 < b0 >>> 0 ? 1 : 0)) | 0;
    a0 = sum;
    let turned = ((b0 << 13) | (b1 >>> 19)) ^ a0;
    b1 = ((b1 << 13) | (b0 >>> 19)) ^ a1;
    b0 = turned;
    // c += d; d = rotl(d, 16) ^ c
    sum = (c0 + d0) | 0;
    c1 = (c1 + d1 + (sum >>> 0 < d0 >>> 0 ? 1 : 0)) | 0;
    c0 = sum;
    turned = ((d0 << 16) | (d1 >>> 16)) ^ c0;
    d1 = ((d1 << 16) | (d0 >>> 16)) ^ c1;
    d0 = turned;
    // a += d, with a's words exchanged first (that is the rotation by 32); d = rotl(d, 21) ^ a
    sum = (a1 + d0) | 0;
    a1 = (a0 + d1 + (sum >>> 0 < d0 >>> 0 ? 1 : 0)) | 0;
    a0 = sum;
    turned = ((d0 << 21) | (d1 >>> 11)) ^ a0;
    d1 = ((d1 << 21) | (d0 >>> 11)) ^ a1;
    d0 = turned;
    // c += b; b = rotl(b, 17) ^ c; c = rotl(c, 32)
    sum = (c0 + b0) | 0;
    c1 = (c1 + b1 + (sum >>> 0 < b0 >>> 0 ? 1 : 0)) | 0;
    c0 = sum;
    turned = ((b0 << 17) | (b1 >>> 15)) ^ c0;
    b1 = ((b1 << 17) | (b0 >>> 15)) ^ c1;
    b0 = turned;
    turned = c0;
    c0 = c1;
    c1 = turned;
  }
  high = a1 ^ b1 ^ c1 ^ d1;
  return a0 ^ b0 ^ c0 ^ d0;
}

/**
 * `_Py_HashBytes`: what hash() gives for a str's character data or a bytes object's bytes. It applies CPython's two
 * conventions, so callers need not: no bytes hash to 0, and −1 (the error mark of `tp_hash`) becomes −2.
 * Returns the low word; the high word is in `hashHigh()`.
 */
export function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  if (start === end) {
    high = 0;
    return 0;
  }
  const low = sipHash13(bytes, start, end);
  return low === -1 && high === -1 ? -2 : low;
}
