// The location table: the source range of every code unit (co_linetable, PEP 626 and 657). Entries cover up to eight
// units each; lines are kept as differences to the entry before.
//
//   first byte   1 c c c c n n n    kind of entry, units covered less 1
//   kind 0–9     short: one line, columns below 80      0 s s s e e e e   start = kind * 8 + sss, end = start + eeee
//   kind 10–12   one line, 0 to 2 lines further         start column, end column, a byte each
//   kind 13      no columns                             signed line difference
//   kind 14      long                                   signed line difference, end line less line, column + 1, end column + 1
//   kind 15      no location
//
// Numbers are of 6-bit digits, the least significant first; bit 6 says that more follow; a signed one keeps its sign in bit 0.
// Invariant: bit 7 is set in the first byte of an entry and nowhere else.

/** Lines count from 1, columns are UTF-8 byte offsets; -1 is unknown. */
export interface SourceRange {
  readonly lineno: number;
  readonly end_lineno: number;
  readonly col_offset: number;
  readonly end_col_offset: number;
}

const enum Kind {
  ONE_LINE = 10,
  NO_COLUMNS = 13,
  LONG = 14,
  NONE = 15,
}

const ENTRY_START = 0x80;
const CONTINUES = 0x40;
const DIGIT_BITS = 6;
const DIGIT_MASK = 0x3f;
const ENTRY_UNITS_MAX = 8;

const SHORT_COLUMN_LIMIT = 80;
const SHORT_WIDTH_LIMIT = 16;
const ONE_LINE_DELTA_LIMIT = 3;
const ONE_LINE_COLUMN_LIMIT = 128;

export class LineTableWriter {
  private line: number;
  private readonly bytes: number[] = [];

  constructor(firstLine: number) {
    this.line = firstLine;
  }

  /** Says where the next units come from. */
  add(range: SourceRange, unitCount: number): void {
    for (; unitCount > ENTRY_UNITS_MAX; unitCount -= ENTRY_UNITS_MAX) this.addEntry(range, ENTRY_UNITS_MAX);
    if (unitCount > 0) this.addEntry(range, unitCount);
  }

  finish(): Uint8Array {
    return Uint8Array.from(this.bytes);
  }

  private addEntry({ lineno, end_lineno, col_offset, end_col_offset }: SourceRange, unitCount: number): void {
    if (lineno < 0) {
      this.first(Kind.NONE, unitCount);
      return;
    }
    const delta = lineno - this.line;
    this.line = lineno;
    if (col_offset < 0 || end_col_offset < 0) {
      if (end_lineno === lineno || end_lineno < 0) {
        this.first(Kind.NO_COLUMNS, unitCount);
        this.signedNumber(delta);
        return;
      }
    } else if (end_lineno === lineno) {
      const width = end_col_offset - col_offset;
      if (delta === 0 && col_offset < SHORT_COLUMN_LIMIT && width >= 0 && width < SHORT_WIDTH_LIMIT) {
        this.first(col_offset >> 3, unitCount);
        this.bytes.push(((col_offset & 7) << 4) | width);
        return;
      }
      if (
        delta >= 0 &&
        delta < ONE_LINE_DELTA_LIMIT &&
        col_offset < ONE_LINE_COLUMN_LIMIT &&
        end_col_offset < ONE_LINE_COLUMN_LIMIT
      ) {
        this.first(Kind.ONE_LINE + delta, unitCount);
        this.bytes.push(col_offset, end_col_offset);
        return;
      }
    }
    this.first(Kind.LONG, unitCount);
    this.signedNumber(delta);
    this.number(end_lineno - lineno);
    this.number(col_offset + 1);
    this.number(end_col_offset + 1);
  }

  private first(kind: number, unitCount: number): void {
    this.bytes.push(ENTRY_START | (kind << 3) | (unitCount - 1));
  }

  private number(value: number): void {
    value >>>= 0;
    for (; value > DIGIT_MASK; value >>>= DIGIT_BITS) this.bytes.push(CONTINUES | (value & DIGIT_MASK));
    this.bytes.push(value);
  }

  private signedNumber(value: number): void {
    this.number(value < 0 ? (-value << 1) | 1 : value << 1);
  }
}

/** The table without columns (-X no_debug_ranges). */
export function withoutColumns(table: Uint8Array, firstLine: number): Uint8Array {
  const writer = new LineTableWriter(firstLine);
  for (const { lineno, unitCount } of readLineTable(table, firstLine)) {
    writer.add({ lineno, end_lineno: lineno, col_offset: -1, end_col_offset: -1 }, unitCount);
  }
  return writer.finish();
}

export interface LineTableEntry extends SourceRange {
  readonly unitCount: number;
  /** Of the entry in the table, for showing it. */
  readonly kind: number;
  readonly tableOffset: number;
  readonly tableBytes: number;
}

/** The entries in order. A damaged table gives what it says: a missing byte reads as 0. */
export function* readLineTable(table: Uint8Array, firstLine: number): Generator<LineTableEntry> {
  let position = 0;
  let line = firstLine;
  const byte = () => (position < table.length ? table[position++] : 0);
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += DIGIT_BITS) {
      const digit = byte();
      value |= (digit & DIGIT_MASK) << shift;
      if ((digit & CONTINUES) === 0) return value >>> 0;
    }
  };
  const signedNumber = () => {
    const value = number();
    return (value & 1) !== 0 ? -(value >>> 1) : value >>> 1;
  };
  while (position < table.length) {
    const tableOffset = position;
    const first = byte();
    const kind = (first >> 3) & 15;
    const unitCount = (first & 7) + 1;
    let lineno = -1;
    let end_lineno = -1;
    let col_offset = -1;
    let end_col_offset = -1;
    if (kind !== Kind.NONE) {
      if (kind >= Kind.NO_COLUMNS) line += signedNumber();
      else if (kind >= Kind.ONE_LINE) line += kind - Kind.ONE_LINE;
      lineno = end_lineno = line;
      if (kind === Kind.LONG) {
        end_lineno = line + number();
        col_offset = number() - 1;
        end_col_offset = number() - 1;
      } else if (kind < Kind.ONE_LINE) {
        const columns = byte();
        col_offset = (kind << 3) | (columns >> 4);
        end_col_offset = col_offset + (columns & 15);
      } else if (kind < Kind.NO_COLUMNS) {
        col_offset = byte();
        end_col_offset = byte();
      }
    }
    const tableBytes = position - tableOffset;
    yield { lineno, end_lineno, col_offset, end_col_offset, unitCount, kind, tableOffset, tableBytes };
  }
}

/** The source range of each code unit in order (co_positions). */
export function* positions(table: Uint8Array, firstLine: number): Generator<SourceRange> {
  for (const entry of readLineTable(table, firstLine)) {
    for (let unit = 0; unit < entry.unitCount; unit++) yield entry;
  }
}

export interface LineRange {
  /** Byte offsets in the code. */
  start: number;
  end: number;
  /** Or null: no line. */
  line: number | null;
}

/** Ranges of code of one line (co_lines). */
export function* lineRanges(table: Uint8Array, firstLine: number): Generator<LineRange> {
  let range: LineRange | null = null;
  let offset = 0;
  for (const { lineno, unitCount } of readLineTable(table, firstLine)) {
    const line = lineno < 0 ? null : lineno;
    if (range !== null && range.line !== line) {
      yield range;
      range = null;
    }
    range ??= { start: offset, end: offset, line };
    offset += unitCount * 2;
    range.end = offset;
  }
  if (range !== null) yield range;
}
