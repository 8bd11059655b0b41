// Snapshots: the memory's used ranges as bytes, and back. A boot image, a recording's first checkpoint and a stop inside
// a long built-in are all this.
//
//   range count, then for each range: address, byteCount (u32, little-endian), then all bytes in the same order
//
// Invariant: restoring makes the memory equal to what was taken, and every byte outside the ranges zero.
import { InternalError } from "../base/assert.ts";
import { bytesAt, CAPACITY, fillBytes, writeBytes } from "./memory.ts";
import { usedRanges } from "./pages.ts";

const WORD = 4;

function rangesNow(): [address: number, byteCount: number][] {
  const ranges: [number, number][] = [];
  usedRanges((address, byteCount) => ranges.push([address, byteCount]));
  return ranges;
}

/** Copies the memory. Trailing zero bytes of a range are left out. */
export function takeSnapshot(): Uint8Array {
  const ranges = rangesNow().map(([address, byteCount]) => {
    const bytes = bytesAt(address, byteCount);
    let end = byteCount;
    while (end > 0 && bytes[end - 1] === 0) end--;
    return [address, end] as const;
  });
  const head = WORD + ranges.length * 2 * WORD;
  const total = ranges.reduce((sum, [, byteCount]) => sum + byteCount, head);
  const out = new Uint8Array(total);
  const view = new DataView(out.buffer);
  view.setUint32(0, ranges.length, true);
  let at = head;
  ranges.forEach(([address, byteCount], i) => {
    view.setUint32(WORD + i * 2 * WORD, address, true);
    view.setUint32(WORD + i * 2 * WORD + WORD, byteCount, true);
    out.set(bytesAt(address, byteCount), at);
    at += byteCount;
  });
  return out;
}

/** Makes the memory equal to a snapshot. Throws InternalError when it is damaged or does not fit; the memory is then zero. */
export function restoreSnapshot(snapshot: Uint8Array): void {
  for (const [address, byteCount] of rangesNow()) fillBytes(address, 0, byteCount);
  const view = new DataView(snapshot.buffer, snapshot.byteOffset, snapshot.byteLength);
  const damaged = (): never => {
    throw new InternalError("a memory snapshot is damaged");
  };
  if (snapshot.length < WORD) damaged();
  const count = view.getUint32(0, true);
  let at = WORD + count * 2 * WORD;
  if (at > snapshot.length) damaged();
  for (let i = 0; i < count; i++) {
    const address = view.getUint32(WORD + i * 2 * WORD, true);
    const byteCount = view.getUint32(WORD + i * 2 * WORD + WORD, true);
    if (at + byteCount > snapshot.length || address + byteCount > CAPACITY) damaged();
    writeBytes(address, snapshot.subarray(at, at + byteCount));
    at += byteCount;
  }
}
