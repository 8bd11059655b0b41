// Properties of characters as CPython's str methods use them (Objects/unicodectype.c, Unicode 15.1).
// Characters share a few hundred records; a two-stage table gives each code point its record.
// All functions take code points from 0 to 0x10FFFF, surrogates included.
import { unpackIntegers, unzigzag } from "./packing.ts";
import { ASCII_RECORDS, CASE_SEQUENCES, CATEGORIES, RECORD_RUNS, RECORDS } from "./properties.gen.ts";

// Flags of a record, shared with tools/make-unicode.ts.
export const ALPHA = 1 << 0;
export const DECIMAL = 1 << 1;
export const DIGIT = 1 << 2;
export const NUMERIC = 1 << 3;
export const SPACE = 1 << 4;
export const LOWER = 1 << 5;
export const UPPER = 1 << 6;
export const TITLE = 1 << 7;
export const PRINTABLE = 1 << 8;
export const XID_START = 1 << 9;
export const XID_CONTINUE = 1 << 10;
export const CASED = 1 << 11;
export const CASE_IGNORABLE = 1 << 12;
export const LINE_BREAK = 1 << 13;
/** At least one case mapping gives several characters or depends on a table of sequences. */
export const HAS_SEQUENCE = 1 << 14;

const BLOCK_BITS = 7;
const BLOCK_SIZE = 1 << BLOCK_BITS;
const FIELD_COUNT = 8; // flags, category, four case differences, decimal + 1, digit + 1

const fields = unpackIntegers(RECORDS);
const recordCount = fields.length / FIELD_COUNT;
const recordFlags = new Uint16Array(recordCount);
const recordCategory = new Uint8Array(recordCount);
const recordUpper = new Int32Array(recordCount);
const recordLower = new Int32Array(recordCount);
const recordTitle = new Int32Array(recordCount);
const recordFold = new Int32Array(recordCount);
const recordDecimal = new Int8Array(recordCount);
const recordDigit = new Int8Array(recordCount);
for (let record = 0; record < recordCount; record++) {
  const at = record * FIELD_COUNT;
  recordFlags[record] = fields[at];
  recordCategory[record] = fields[at + 1];
  recordUpper[record] = unzigzag(fields[at + 2]);
  recordLower[record] = unzigzag(fields[at + 3]);
  recordTitle[record] = unzigzag(fields[at + 4]);
  recordFold[record] = unzigzag(fields[at + 5]);
  recordDecimal[record] = fields[at + 6] - 1;
  recordDigit[record] = fields[at + 7] - 1;
}

// The first block, ASCII, is there from the start. The others are unpacked when a character beyond it is first asked
// for, because that takes milliseconds and many programs never do.
const MISSING = 0xffff;
const blockOf = new Uint16Array(0x110000 >> BLOCK_BITS).fill(MISSING);
blockOf[0] = 0;
let recordInBlock = Uint16Array.from(unpackIntegers(ASCII_RECORDS));

/** Blocks within one run are shared; the rest stand one after the other. */
function unpackBlocks(): void {
  const runs = unpackIntegers(RECORD_RUNS);
  const blocks: Uint16Array[] = [];
  const uniformBlock = new Map<number, number>();
  let current = new Uint16Array(BLOCK_SIZE);
  let codePoint = 0;
  for (let at = 0; at < runs.length; at += 2) {
    const record = runs[at];
    let left = runs[at + 1];
    while (left > 0) {
      const offset = codePoint & (BLOCK_SIZE - 1);
      if (offset === 0 && left >= BLOCK_SIZE) {
        let shared = uniformBlock.get(record);
        if (shared === undefined) {
          shared = blocks.push(new Uint16Array(BLOCK_SIZE).fill(record)) - 1;
          uniformBlock.set(record, shared);
        }
        const count = left >> BLOCK_BITS;
        const first = codePoint >> BLOCK_BITS;
        blockOf.fill(shared, first, first + count);
        codePoint += count * BLOCK_SIZE;
        left -= count * BLOCK_SIZE;
        continue;
      }
      const count = Math.min(left, BLOCK_SIZE - offset);
      current.fill(record, offset, offset + count);
      codePoint += count;
      left -= count;
      if ((codePoint & (BLOCK_SIZE - 1)) === 0) {
        blockOf[(codePoint >> BLOCK_BITS) - 1] = blocks.push(current) - 1;
        current = new Uint16Array(BLOCK_SIZE);
      }
    }
  }
  const all = new Uint16Array(blocks.length * BLOCK_SIZE);
  for (const [index, block] of blocks.entries()) all.set(block, index * BLOCK_SIZE);
  recordInBlock = all;
}

function recordOf(codePoint: number): number {
  let block = blockOf[codePoint >> BLOCK_BITS];
  if (block === MISSING) {
    unpackBlocks();
    block = blockOf[codePoint >> BLOCK_BITS];
  }
  return recordInBlock[(block << BLOCK_BITS) | (codePoint & (BLOCK_SIZE - 1))];
}

/** All flags of a code point, for callers that ask for several. */
export function characterFlags(codePoint: number): number {
  return recordFlags[recordOf(codePoint)];
}

export const isAlpha = (codePoint: number): boolean => (characterFlags(codePoint) & ALPHA) !== 0;
export const isDecimal = (codePoint: number): boolean => (characterFlags(codePoint) & DECIMAL) !== 0;
export const isDigit = (codePoint: number): boolean => (characterFlags(codePoint) & DIGIT) !== 0;
export const isNumeric = (codePoint: number): boolean => (characterFlags(codePoint) & NUMERIC) !== 0;
/** str.isalnum: letter, decimal, digit or numeric. */
export const isAlphanumeric = (codePoint: number): boolean =>
  (characterFlags(codePoint) & (ALPHA | DECIMAL | DIGIT | NUMERIC)) !== 0;
export const isSpace = (codePoint: number): boolean => (characterFlags(codePoint) & SPACE) !== 0;
export const isLower = (codePoint: number): boolean => (characterFlags(codePoint) & LOWER) !== 0;
export const isUpper = (codePoint: number): boolean => (characterFlags(codePoint) & UPPER) !== 0;
/** A titlecase letter (Lt). str.istitle also counts upper-case letters. */
export const isTitle = (codePoint: number): boolean => (characterFlags(codePoint) & TITLE) !== 0;
export const isPrintable = (codePoint: number): boolean => (characterFlags(codePoint) & PRINTABLE) !== 0;
export const isXIDStart = (codePoint: number): boolean => (characterFlags(codePoint) & XID_START) !== 0;
export const isXIDContinue = (codePoint: number): boolean => (characterFlags(codePoint) & XID_CONTINUE) !== 0;
export const isCased = (codePoint: number): boolean => (characterFlags(codePoint) & CASED) !== 0;
export const isCaseIgnorable = (codePoint: number): boolean => (characterFlags(codePoint) & CASE_IGNORABLE) !== 0;
/** str.splitlines breaks after it (CR before LF is the caller's). */
export const isLineBreak = (codePoint: number): boolean => (characterFlags(codePoint) & LINE_BREAK) !== 0;

/** 0 … 9 for a decimal digit (of any script), else −1: what int() and float() accept. */
export const decimalValue = (codePoint: number): number => recordDecimal[recordOf(codePoint)];
/** 0 … 9 for a digit, superscripts and the like included, else −1. */
export const digitValue = (codePoint: number): number => recordDigit[recordOf(codePoint)];

/** Simple mappings, one code point to one; str methods use the full ones below. */
export const toUpper = (codePoint: number): number => codePoint + recordUpper[recordOf(codePoint)];
export const toLower = (codePoint: number): number => codePoint + recordLower[recordOf(codePoint)];
export const toTitle = (codePoint: number): number => codePoint + recordTitle[recordOf(codePoint)];

/** General category, two letters. */
export function category(codePoint: number): string {
  const index = recordCategory[recordOf(codePoint)] * 2;
  return CATEGORIES.slice(index, index + 2);
}

// Full mappings that give something else than the simple one, a map a kind.
const UPPER_KIND = 0;
const LOWER_KIND = 1;
const TITLE_KIND = 2;
const FOLD_KIND = 3;
let sequences: Map<number, readonly number[]>[] | null = null;

function unpackSequences(): Map<number, readonly number[]>[] {
  const maps: Map<number, readonly number[]>[] = [new Map(), new Map(), new Map(), new Map()];
  const integers = unpackIntegers(CASE_SEQUENCES);
  for (let at = 0; at < integers.length; ) {
    const kind = integers[at++];
    const codePoint = integers[at++];
    const length = integers[at++];
    maps[kind].set(codePoint, integers.slice(at, at + length));
    at += length;
  }
  return maps;
}

/** Writes a full mapping to out[at …] and returns how many code points it has: one to three. */
function writeFull(kind: number, difference: Int32Array, codePoint: number, out: CodePoints, at: number): number {
  const record = recordOf(codePoint);
  if (recordFlags[record] & HAS_SEQUENCE) {
    sequences ??= unpackSequences();
    const sequence = sequences[kind].get(codePoint);
    if (sequence !== undefined) {
      for (let index = 0; index < sequence.length; index++) out[at + index] = sequence[index];
      return sequence.length;
    }
  }
  out[at] = codePoint + difference[record];
  return 1;
}

/** The most code points that one code point maps to. */
export const LONGEST_MAPPING = 3;

type CodePoints = Int32Array | Uint32Array | number[];

/** Full mappings (`_PyUnicode_ToUpperFull`, …): write to out from `at`, return the number of code points written. */
export const fullUpper = (codePoint: number, out: CodePoints, at: number): number =>
  writeFull(UPPER_KIND, recordUpper, codePoint, out, at);
/** Without the rule for a final capital sigma: see isFinalSigma. */
export const fullLower = (codePoint: number, out: CodePoints, at: number): number =>
  writeFull(LOWER_KIND, recordLower, codePoint, out, at);
export const fullTitle = (codePoint: number, out: CodePoints, at: number): number =>
  writeFull(TITLE_KIND, recordTitle, codePoint, out, at);
/** str.casefold. */
export const fullFold = (codePoint: number, out: CodePoints, at: number): number =>
  writeFull(FOLD_KIND, recordFold, codePoint, out, at);

export const CAPITAL_SIGMA = 0x3a3;
export const FINAL_SIGMA = 0x3c2;
export const SMALL_SIGMA = 0x3c3;

/**
 * Whether a capital sigma at `index` ends a word, so that its lower case is FINAL_SIGMA: a cased letter before it and
 * none after it, case-ignorable characters aside (`handle_capital_sigma`).
 */
export function isFinalSigma(codePointAt: (index: number) => number, length: number, index: number): boolean {
  let before = index - 1;
  while (before >= 0 && isCaseIgnorable(codePointAt(before))) before--;
  if (before < 0 || !isCased(codePointAt(before))) return false;
  let after = index + 1;
  while (after < length && isCaseIgnorable(codePointAt(after))) after++;
  return after === length || !isCased(codePointAt(after));
}
