// A window of bytes with the structures that lie in it, and its text as rows of hexadecimal.
//
// Invariant: structures ascend; each touches the window; bytes that are not mapped are zeros and are said to be unmapped.
import { changesWithin } from "./changes.ts";
import type { BytesFacts, StructureFact } from "./facts.ts";
import type { Inspection } from "./inspection.ts";
import type { Address } from "./reader.ts";
import { structureAround } from "./structures.ts";
import { numberOfBytes } from "./values.ts";

const STRUCTURE_LIMIT = 400;
const STEP_LIMIT = 20_000;
const WINDOW_LIMIT_BYTES = 65_536;

/** Stretches of a window that are not mapped. */
function unmappedIn(m: Inspection, from: Address, bytes: number): { from: Address; bytes: number }[] {
  const gaps: { from: Address; bytes: number }[] = [];
  let at = from;
  const end = from + bytes;
  for (const range of m.reader.ranges) {
    const rangeEnd = range.from + range.bytes;
    if (rangeEnd <= at) continue;
    if (range.from >= end) break;
    if (range.from > at) gaps.push({ from: at, bytes: range.from - at });
    at = Math.min(rangeEnd, end);
  }
  if (at < end) gaps.push({ from: at, bytes: end - at });
  return gaps;
}

/** The view of bytes. */
export function bytesFacts(m: Inspection, previous: Inspection | null, from: Address, bytes: number): BytesFacts {
  const n = Math.max(0, Math.min(bytes, WINDOW_LIMIT_BYTES));
  const window = { from, to: from + n };
  const structures: StructureFact[] = [];
  const seen = new Set<Address>();
  let at = from;
  for (let step = 0; at < window.to && step < STEP_LIMIT && structures.length < STRUCTURE_LIMIT; step++) {
    const { structure, end } = structureAround(m, previous, at, window);
    if (structure !== null && !seen.has(structure.address)) {
      seen.add(structure.address);
      structures.push(structure);
    }
    at = Math.max(end, at + 1);
  }
  return {
    from,
    bytes: m.bytes(from, n).slice(),
    unmapped: unmappedIn(m, from, n),
    littleEndian: true,
    structures,
    changes: changesWithin(m, previous, from, n),
  };
}

export interface HexRow {
  readonly address: Address;
  readonly hex: readonly string[];
  readonly ascii: string;
}

const ROW_BYTES = 16;

/** Rows of 16 bytes for a text display. */
export function hexRows(m: Inspection, from: Address, bytes: number): HexRow[] {
  const rows: HexRow[] = [];
  for (let at = from; at < from + bytes; at += ROW_BYTES) {
    const part = m.bytes(at, Math.min(ROW_BYTES, from + bytes - at));
    const hex: string[] = [];
    let ascii = "";
    for (const byte of part) {
      hex.push(byte.toString(16).padStart(2, "0"));
      ascii += byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : ".";
    }
    rows.push({ address: at, hex, ascii });
  }
  return rows;
}

/** Bytes read as one number in both orders, signed and unsigned; exact below 2^53. */
export function bothOrders(m: Inspection, at: Address, byteCount: number) {
  const part = m.bytes(at, byteCount);
  return {
    little: numberOfBytes(part, true, false),
    littleSigned: numberOfBytes(part, true, true),
    big: numberOfBytes(part, false, false),
    bigSigned: numberOfBytes(part, false, true),
  };
}
