// CRC-32 of zlib, gzip and PNG, and Adler-32 of zlib. The table is made when it is first needed.
const POLYNOMIAL = 0xedb88320;
let table: Int32Array | null = null;

function makeTable(): Int32Array {
  const made = new Int32Array(256);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc & 1) !== 0 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
    made[byte] = crc;
  }
  return made;
}

/** The checksum of bytes after those that gave `start`, unsigned. */
export function crc32(bytes: Uint8Array, start: number): number {
  if (table === null) table = makeTable();
  const entries = table;
  let crc = ~start;
  for (let i = 0; i < bytes.length; i++) crc = (crc >>> 8) ^ entries[(crc ^ bytes[i]) & 255];
  return ~crc >>> 0;
}

const ADLER_BASE = 65521;
/** So many bytes can be summed before a sum leaves 32 bits. */
const ADLER_RUN = 5552;

export function adler32(bytes: Uint8Array, start: number): number {
  let a = start & 0xffff;
  let b = start >>> 16;
  for (let at = 0; at < bytes.length; ) {
    const end = Math.min(at + ADLER_RUN, bytes.length);
    for (; at < end; at++) {
      a += bytes[at];
      b += a;
    }
    a %= ADLER_BASE;
    b %= ADLER_BASE;
  }
  return ((b << 16) | a) >>> 0;
}
