// Snapshots: the memory's used ranges as bytes, and back. A boot image, a recording's first checkpoint and a stop inside
// a long built-in are all this.
//
//   range count, then for each range: address, byteCount (u32, little-endian), then all bytes in the same order
//
// Invariant: restoring makes the memory equal to what was taken, and every byte outside the ranges zero.
import { InternalError } from "../base/assert.ts";
import { bytesAt, CAPACITY, fillBytes } from "./memory.ts";
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
  restoreFrom(snapshot.length, (into, at) => into.set(snapshot.subarray(at, at + into.length)));
}

/** The same with a snapshot that is read from somewhere: read() fills `into` with what stands from `at`. */
export function restoreFrom(snapshotBytes: number, read: (into: Uint8Array, at: number) => void): void {
  for (const [address, byteCount] of rangesNow()) fillBytes(address, 0, byteCount);
  const damaged = (): never => {
    throw new InternalError("a memory snapshot is damaged");
  };
  const words = (count: number, at: number): Uint32Array => {
    if (at + count * WORD > snapshotBytes) damaged();
    const out = new Uint32Array(count);
    read(new Uint8Array(out.buffer), at);
    return out;
  };
  const [count] = words(1, 0);
  const ranges = words(count * 2, WORD);
  let at = WORD + count * 2 * WORD;
  for (let i = 0; i < ranges.length; i += 2) {
    const byteCount = ranges[i + 1];
    if (at + byteCount > snapshotBytes || ranges[i] + byteCount > CAPACITY) damaged();
    read(bytesAt(ranges[i], byteCount), at);
    at += byteCount;
  }
}
