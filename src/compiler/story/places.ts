// From CPython's places (lines from 1, columns in bytes of UTF-8) to an editor's (columns in UTF-16 units).
import type { Location } from "../instruction_sequence.ts";
import type { Place } from "./facts.ts";

export class Places {
  private readonly source: Uint8Array;
  private readonly lineStarts: number[] = [0];

  /** `source`: decoded, in UTF-8, its lines ended by line feeds. */
  constructor(source: Uint8Array) {
    this.source = source;
    for (let at = source.indexOf(10); at >= 0; at = source.indexOf(10, at + 1)) this.lineStarts.push(at + 1);
  }

  /** Byte offset at which a line begins; the end of the text for a line behind it. */
  lineStart(line: number): number {
    return this.lineStarts[line - 1] ?? this.source.length;
  }

  /** UTF-16 units between the start of a line and a byte offset in the text. */
  column(line: number, offset: number): number {
    const end = Math.min(offset, this.source.length);
    let units = 0;
    for (let at = this.lineStart(line); at < end; at++) {
      const byte = this.source[at];
      if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
    }
    return units;
  }

  /** Null for what is artificial, or has a line without columns. */
  place({ lineno, col_offset, end_lineno, end_col_offset }: Location): Place | null {
    if (lineno < 1 || col_offset < 0 || end_lineno < lineno || end_col_offset < 0) return null;
    const column = this.column(lineno, this.lineStart(lineno) + col_offset);
    return [lineno, column, end_lineno, this.column(end_lineno, this.lineStart(end_lineno) + end_col_offset)];
  }
}
