// What differs between two moments of a memory, word by word.
//
// Invariant: stretches ascend, do not touch, and hold the older bytes. What was not mapped before counts as zeros.
import type { ChangedBytes } from "./facts.ts";
import type { Inspection } from "./inspection.ts";
import type { Address, MemoryReader } from "./reader.ts";

export interface Changes {
  readonly stretches: readonly ChangedBytes[];
  readonly changedWords: number;
  readonly hiddenChanges: number;
}

const WORD = 8;
const PIECE_BYTES = 64 * 1024;

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  if (a.byteOffset % 4 !== 0 || b.byteOffset % 4 !== 0 || a.length % 4 !== 0) {
    for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
    return true;
  }
  const left = new Int32Array(a.buffer, a.byteOffset, a.length / 4);
  const right = new Int32Array(b.buffer, b.byteOffset, b.length / 4);
  for (let i = 0; i < left.length; i++) if (left[i] !== right[i]) return false;
  return true;
}

/** The words that differ, in at most so many stretches. */
export function changesBetween(previous: MemoryReader, now: MemoryReader, stretchLimit: number): Changes {
  const stretches: { address: Address; was: Uint8Array }[] = [];
  let changedWords = 0;
  let hiddenChanges = 0;
  let openEnd = -1;
  let isHidden = false;
  const word = (address: Address, before: Uint8Array, at: number) => {
    changedWords++;
    const bytes = before.slice(at, at + WORD);
    if (address === openEnd) {
      if (!isHidden) {
        const last = stretches[stretches.length - 1];
        const joined = new Uint8Array(last.was.length + bytes.length);
        joined.set(last.was);
        joined.set(bytes, last.was.length);
        last.was = joined;
      }
    } else if (stretches.length < stretchLimit) {
      stretches.push({ address, was: bytes });
      isHidden = false;
    } else {
      hiddenChanges++;
      isHidden = true;
    }
    openEnd = address + bytes.length;
  };
  for (const range of now.ranges) {
    for (let at = 0; at < range.bytes; at += PIECE_BYTES) {
      const n = Math.min(PIECE_BYTES, range.bytes - at);
      const address = range.from + at;
      const after = now.bytes(address, n);
      const before = previous.bytes(address, n);
      if (isSame(after, before)) continue;
      for (let i = 0; i < n; i += WORD) {
        for (let k = i; k < i + WORD && k < n; k++) {
          if (after[k] === before[k]) continue;
          word(address + i, before, i);
          break;
        }
      }
    }
  }
  return { stretches, changedWords, hiddenChanges };
}

/** The changes that touch a window. */
export function changesWithin(
  m: Inspection,
  previous: Inspection | null,
  from: Address,
  bytes: number,
): ChangedBytes[] {
  if (previous === null) return [];
  const start = Math.floor(from / WORD) * WORD;
  const n = Math.ceil((from + bytes - start) / WORD) * WORD;
  const after = m.bytes(start, n);
  const before = previous.bytes(start, n);
  const found: ChangedBytes[] = [];
  for (let i = 0; i < n; i += WORD) {
    let end = i;
    while (end < n && !isSame(after.subarray(end, end + WORD), before.subarray(end, end + WORD))) end += WORD;
    if (end > i) {
      found.push({ address: start + i, was: before.slice(i, end) });
      i = end - WORD;
    }
  }
  return found;
}
