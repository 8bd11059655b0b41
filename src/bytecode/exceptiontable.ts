// The exception table: for ranges of code, where an exception goes (co_exceptiontable). Nothing is set up at run time, so
// a try that raises nothing costs nothing.
//
//   entry:  start  length  target  depth·lasti      each a number of 6-bit digits, the most significant first
//   digit:  0 1 d d d d d d  more follow            0 0 d d d d d d  the last
//           bit 7 marks the first byte of an entry, so that the table can be searched by halving
//
// Start, length and target count code units. Invariant: entries are in the order of their ranges, which do not overlap.
import { CODE_UNIT_BYTES } from "./code_units.ts";

export interface ExceptionRange {
  /** Byte offsets: first covered, first no longer covered, the handler. */
  start: number;
  end: number;
  target: number;
  /** Items on the stack that stay. */
  depth: number;
  /** The handler wants the offset of the instruction that raised pushed below the exception. */
  lasti: boolean;
}

const ENTRY_START = 0x80;
const CONTINUES = 0x40;
const DIGIT_BITS = 6;
const DIGIT_MASK = 0x3f;

function pushNumber(bytes: number[], value: number, startMark: number): void {
  let shift = 0;
  while (value >>> shift > DIGIT_MASK) shift += DIGIT_BITS;
  for (; shift > 0; shift -= DIGIT_BITS) {
    bytes.push(((value >>> shift) & DIGIT_MASK) | CONTINUES | startMark);
    startMark = 0;
  }
  bytes.push((value & DIGIT_MASK) | startMark);
}

export function encodeExceptionTable(ranges: readonly ExceptionRange[]): Uint8Array {
  const bytes: number[] = [];
  for (const { start, end, target, depth, lasti } of ranges) {
    pushNumber(bytes, start / CODE_UNIT_BYTES, ENTRY_START);
    pushNumber(bytes, (end - start) / CODE_UNIT_BYTES, 0);
    pushNumber(bytes, target / CODE_UNIT_BYTES, 0);
    pushNumber(bytes, (depth << 1) | (lasti ? 1 : 0), 0);
  }
  return Uint8Array.from(bytes);
}

/** Reads a table; one that breaks off gives the whole entries before the break. */
export function decodeExceptionTable(table: Uint8Array): ExceptionRange[] {
  const ranges: ExceptionRange[] = [];
  let position = 0;
  const number = () => {
    if (position >= table.length) return -1;
    let byte = table[position++];
    let value = byte & DIGIT_MASK;
    while ((byte & CONTINUES) !== 0) {
      if (position >= table.length) return -1;
      byte = table[position++];
      value = value * (DIGIT_MASK + 1) + (byte & DIGIT_MASK);
    }
    return value;
  };
  while (position < table.length) {
    const start = number();
    const length = number();
    const target = number();
    const depthLasti = number();
    if (depthLasti < 0) break;
    ranges.push({
      start: start * CODE_UNIT_BYTES,
      end: (start + length) * CODE_UNIT_BYTES,
      target: target * CODE_UNIT_BYTES,
      depth: depthLasti >> 1,
      lasti: (depthLasti & 1) !== 0,
    });
  }
  return ranges;
}
