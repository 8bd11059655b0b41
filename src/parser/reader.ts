// What the tokenizer stands on: reading bytes and lines, making tokens, wording errors (Parser/lexer/lexer.c).
//
// As in C, a line is "entered" (lineno, lineStart) when its first byte is read, not when the newline before it is
// passed; `inp` is the end of the line entered. Invariant: cur <= inp <= size, and bytes[size] is 0.

import { type ParserWarning, PySyntaxError } from "./errors.ts";
import { SENTINEL_BYTES, type SourceBuffer } from "./source.ts";
import { T } from "./tokens.ts";
import { decodeUtf8 } from "./utf8.ts";

export enum Done {
  OK,
  EOF,
  ERROR,
  DEDENT,
  TABSPACE,
  TOODEEP,
  LINECONT,
  DECODE,
  EOFS,
  EOLS,
}

export const EOF = -1;

// Classes of bytes, as bits.
export const ID_START = 1;
export const ID_CHAR = 2;
const DIGIT = 4;
const HEX = 8;
const BLANK = 16;
export const CLASS = new Uint8Array(256);
for (let c = 0; c < 256; c++) {
  const letter = (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c === 95 || c >= 128;
  const digit = c >= 48 && c <= 57;
  if (letter) CLASS[c] |= ID_START | ID_CHAR;
  if (digit) CLASS[c] |= ID_CHAR | DIGIT | HEX;
  if ((c >= 65 && c <= 70) || (c >= 97 && c <= 102)) CLASS[c] |= HEX;
  if (c === 32 || c === 9 || c === 12) CLASS[c] |= BLANK;
}

export const isDigit = (c: number): boolean => c >= 48 && c <= 57;
export const isHex = (c: number): boolean => c >= 0 && (CLASS[c] & HEX) !== 0;
export const isIdChar = (c: number): boolean => c >= 0 && (CLASS[c] & ID_CHAR) !== 0;

// One level of f-string nesting; level 0 is the program.
export interface Mode {
  isRegular: boolean;
  curlyDepth: number;
  exprStartDepth: number; // -1 outside replacement fields
  quote: number;
  quoteSize: number;
  raw: boolean;
  start: number;
  lineStart: number;
  lineno: number;
  exprStart: number; // the text of a replacement field, for f"{x=}": -1 when none is recorded
  exprEnd: number; // -1 while the field is open
  debug: boolean;
  inFormatSpec: boolean;
}

export function newMode(): Mode {
  return {
    isRegular: true,
    curlyDepth: 0,
    exprStartDepth: -1,
    quote: 0,
    quoteSize: 0,
    raw: false,
    start: 0,
    lineStart: 0,
    lineno: 0,
    exprStart: -1,
    exprEnd: -1,
    debug: false,
    inFormatSpec: false,
  };
}

export abstract class Reader {
  // of a whole source they stay as they are; of one that comes line by line they grow
  bytes: Uint8Array;
  size: number;
  readonly warnings: ParserWarning[];
  // for tools: comments and newlines inside statements are tokens, and less is an error
  readonly extraTokens: boolean;

  // comments that begin with "# type: " are tokens
  typeComments = false;

  cur = 0;
  inp = 0;
  done: Done = Done.OK;
  lineno = 0;
  lineStart = 0;
  // the start of the lines that a message about the current token may show
  bufferStart = 0;
  level = 0;
  readonly parenStack: number[] = [];
  readonly parenLineno: number[] = [];
  readonly parenColumn: number[] = [];
  indent = 0;
  pendingIndents = 0;

  // the token that next() returned
  start = -1; // -1: none, as at the start of a line
  tokenStart = -1; // bytes of the token's text; -1 for tokens without text
  tokenEnd = -1;
  tokenLineno = 0;
  tokenColumn = -1;
  tokenEndColumn = -1;
  // the text of f"{x=}" up to here, for '}', ':' and '!'; null where there is none
  metadataStart = -1;
  metadataEnd = -1;
  protected pendingError: PySyntaxError | null = null;

  protected firstLineno = 0;
  protected multiLineStart = 0;
  protected startColumn = -1;
  protected atBeginningOfLine = true;
  protected commentNewline = false;
  protected readonly indentStack: number[] = [0];
  protected readonly altIndentStack: number[] = [0];
  protected readonly modes: Mode[] = [newMode()];
  protected mode: Mode = this.modes[0];

  constructor(source: SourceBuffer, warnings: ParserWarning[], extraTokens = false) {
    this.bytes = source.bytes;
    this.size = source.size;
    if (this.bytes.length < this.size + SENTINEL_BYTES) throw new Error("source buffer without sentinel");
    this.warnings = warnings;
    this.extraTokens = extraTokens;
  }

  // The error that made the last token an ERRORTOKEN, if the tokenizer itself has worded it.
  takeError(): PySyntaxError | null {
    const error = this.pendingError;
    this.pendingError = null;
    return error;
  }

  get insideFstring(): boolean {
    return this.modes.length > 1;
  }

  // Characters

  protected nextc(): number {
    if (this.cur !== this.inp) return this.bytes[this.cur++];
    if (this.done !== Done.OK || !this.underflow()) return EOF;
    return this.bytes[this.cur++];
  }

  protected underflow(): boolean {
    if (this.inp >= this.size) {
      this.done = Done.EOF;
      return false;
    }
    let end = this.bytes.indexOf(10, this.inp);
    end = end < 0 || end >= this.size ? this.size : end + 1;
    if (this.start < 0) this.bufferStart = this.cur;
    this.lineStart = this.cur;
    this.lineno++;
    this.inp = end;
    return true;
  }

  protected back(c: number): void {
    if (c !== EOF) this.cur--;
  }

  // Tokens and errors

  // A token whose text is bytes[from, to); strings begin on the line where their first quote stands.
  protected token(type: T, from: number, to: number): T {
    this.tokenStart = from;
    this.tokenEnd = to;
    this.tokenLineno =
      type === T.STRING || (type >= T.FSTRING_START && type <= T.FSTRING_END) ? this.firstLineno : this.lineno;
    if (from < 0) {
      this.tokenColumn = -1;
      this.tokenEndColumn = -1;
    } else {
      this.tokenColumn = this.startColumn;
      this.tokenEndColumn = this.cur - this.lineStart;
    }
    return type;
  }

  protected error(done: Done): T {
    this.done = done;
    return this.token(T.ERRORTOKEN, -1, -1);
  }

  protected indentError(): T {
    this.done = Done.TABSPACE;
    this.cur = this.inp;
    return this.token(T.ERRORTOKEN, -1, -1);
  }

  // column, endColumn: bytes from 1; -1 for the place that was read last.
  protected syntaxError(message: string, column = -1, endColumn = -1): T {
    if (this.done !== Done.ERROR) {
      this.pendingError = this.errorHere(message, column, endColumn);
      this.done = Done.ERROR;
    }
    return this.token(T.ERRORTOKEN, -1, -1);
  }

  private errorHere(message: string, column: number, endColumn: number): PySyntaxError {
    const { bytes, lineStart, lineno } = this;
    const offset = column < 0 ? [...decodeUtf8(bytes, lineStart, this.cur)].length : column;
    let end = bytes.indexOf(10, lineStart);
    if (end < 0 || end > this.size) end = this.size;
    const text = decodeUtf8(bytes, lineStart, end);
    const endOffset = endColumn < 0 ? offset : endColumn;
    return new PySyntaxError("SyntaxError", message, lineno, offset, lineno, endOffset, text);
  }

  protected warn(message: string): void {
    const asError = this.errorHere(message, -1, -1);
    this.warnings.push({ category: "SyntaxWarning", message, lineno: this.lineno, asError });
  }
}

export function hex(codePoint: number): string {
  const digits = codePoint.toString(16);
  let upper = "";
  for (const d of digits) upper += d >= "a" ? String.fromCharCode(d.charCodeAt(0) - 32) : d;
  return "0000".slice(upper.length) + upper;
}
