// A recording's file changed on purpose, as docs/recording.md describes it: another head, a sum that fits.
import { deflateRawSync, inflateRawSync } from "node:zlib";

const SUM_AT = 8;
export const HEAD_SIZE_AT = 12;
export const HEAD_AT = 16;

export const PACKING = {
  deflate: (bytes: Uint8Array): Uint8Array => new Uint8Array(deflateRawSync(bytes, { level: 1 })),
  deflateQuickly: (bytes: Uint8Array): Uint8Array => new Uint8Array(deflateRawSync(bytes, { level: 1 })),
  deflateAside: async (bytes: Uint8Array): Promise<Uint8Array> => new Uint8Array(deflateRawSync(bytes, { level: 1 })),
  inflate: (bytes: Uint8Array): Uint8Array => new Uint8Array(inflateRawSync(bytes)),
};

function sumOf(bytes: Uint8Array): number {
  let sum = bytes.length;
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193);
  return sum >>> 0;
}

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export function headEnd(file: Uint8Array): number {
  return HEAD_AT + view(file).getUint32(HEAD_SIZE_AT, true);
}

/** Writes the sum that fits into a file. */
export function summed(bytes: Uint8Array): Uint8Array {
  view(bytes).setUint32(SUM_AT, sumOf(bytes.subarray(HEAD_SIZE_AT)), true);
  return bytes;
}

/** A copy of a file whose journal begins with other bytes than a journal does. */
export function withoutJournal(file: Uint8Array): Uint8Array {
  const bytes = file.slice();
  // Of the same size, packed: a stored block, as long as there is room.
  const end = headEnd(file);
  const head = JSON.parse(new TextDecoder().decode(PACKING.inflate(file.subarray(HEAD_AT, end))));
  const room = head.sections[0] - 5;
  bytes.fill(0, end, end + head.sections[0]);
  bytes.set([1, room & 255, room >> 8, ~room & 255, (~room >> 8) & 255], end);
  return summed(bytes);
}

/** A copy of a file whose head was changed. */
export function withHead(file: Uint8Array, change: (head: Record<string, unknown>) => void): Uint8Array {
  const end = headEnd(file);
  const head = JSON.parse(new TextDecoder().decode(PACKING.inflate(file.subarray(HEAD_AT, end))));
  change(head);
  const packed = PACKING.deflate(new TextEncoder().encode(JSON.stringify(head)));
  const bytes = new Uint8Array(HEAD_AT + packed.length + file.length - end);
  bytes.set(file.subarray(0, HEAD_AT));
  bytes.set(packed, HEAD_AT);
  bytes.set(file.subarray(end), HEAD_AT + packed.length);
  view(bytes).setUint32(HEAD_SIZE_AT, packed.length, true);
  return summed(bytes);
}
