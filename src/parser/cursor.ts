// A position in the token stream, and the errors that are told from there (Parser/pegen.c, Parser/pegen_errors.c).
//
// Tokens are fetched one by one, when first looked at, and kept: parsers go back by setting `mark`. Invariant:
// types[mark] is undefined exactly when token `mark` has not been fetched; an error is raised at its first fetch.

import type { Constant } from "../base/constant.ts";
import { type ErrorType, type ParserWarning, PySyntaxError } from "./errors.ts";
import { normalizeIdentifier } from "./identifier.ts";
import { type NameLookup, parseNumber } from "./literals.ts";
import { Done } from "./reader.ts";
import { type SourceBuffer, utf8DecodeMessage } from "./source.ts";
import { Tokenizer } from "./tokenizer.ts";
import { KEYWORDS, T } from "./tokens.ts";
import { charactersIn, decodeUtf8, encodeWtf8, validSequenceLength } from "./utf8.ts";

export type Mode = "exec" | "eval" | "single" | "func_type";

export interface CursorOptions {
  mode: Mode;
  maxDigits: number;
  barryAsBdfl: boolean;
  names: NameLookup;
  lineOfFile: ((lineno: number) => string | null) | null;
  implyDedent: boolean;
  typeComments: boolean;
  // the minor version whose language it is
  featureVersion: number;
}

// Columns with a meaning of their own, as CPython's macros use them.
export const CURRENT_POS = -5;

export interface Located {
  readonly lineno: number;
  readonly col_offset: number;
  readonly end_lineno: number;
  readonly end_col_offset: number;
}

const UNDERSCORE = 95;
const NAME_TABLE_BITS = 10;
/** Most sources have fewer tokens than one in so many bytes. */
const BYTES_A_TOKEN_SHIFT = 2;
const FEWEST_TOKENS = 16;

function larger(numbers: Int32Array | undefined, capacity: number): Int32Array {
  const out = new Int32Array(capacity);
  if (numbers !== undefined) out.set(numbers);
  return out;
}

export class Cursor {
  readonly tokenizer: Tokenizer;
  readonly options: CursorOptions;
  readonly bytes: Uint8Array;
  readonly warnings: ParserWarning[];

  mark = 0;
  // warnings about strings are off, as in CPython's second pass
  quiet = false;
  // strings that were warned about, where going back must not warn again; null: it may
  warned: Set<number> | null = null;
  readonly types: T[] = [];
  // Numbers of the tokens so far, with room for more (grow).
  starts!: Int32Array; // bytes of a token's text
  ends!: Int32Array;
  linenos!: Int32Array;
  columns!: Int32Array;
  endLinenos!: Int32Array;
  endColumns!: Int32Array;
  levels!: Int32Array; // open brackets after the token
  readonly names: string[] = []; // of NAME tokens and keywords, normalised; "" for others
  readonly metadata = new Map<number, readonly [number, number]>();

  // where "# type: ignore" stands, and what follows it
  readonly typeIgnores: { readonly lineno: number; readonly tag: Uint8Array }[] = [];

  private readonly singleInput: boolean;
  private parsingStarted = false;

  // Names by the hash of their bytes: most are repetitions, and need no decoding.
  private nameHashes = new Int32Array(1 << NAME_TABLE_BITS);
  private nameTokens = new Int32Array(1 << NAME_TABLE_BITS).fill(-1);
  private nameMask = (1 << NAME_TABLE_BITS) - 1;
  private nameCount = 0;

  constructor(source: SourceBuffer, options: CursorOptions, warnings: ParserWarning[], extraTokens = false) {
    this.tokenizer = new Tokenizer(source, warnings, extraTokens);
    this.bytes = source.bytes;
    this.options = options;
    this.warnings = warnings;
    this.singleInput = options.mode === "single";
    this.tokenizer.typeComments = options.typeComments;
    this.grow((source.bytes.length >> BYTES_A_TOKEN_SHIFT) + FEWEST_TOKENS);
  }

  private grow(capacity: number): void {
    this.starts = larger(this.starts, capacity);
    this.ends = larger(this.ends, capacity);
    this.linenos = larger(this.linenos, capacity);
    this.columns = larger(this.columns, capacity);
    this.endLinenos = larger(this.endLinenos, capacity);
    this.endColumns = larger(this.endColumns, capacity);
    this.levels = larger(this.levels, capacity);
  }

  get fill(): number {
    return this.types.length;
  }

  peek(): T {
    const type = this.types[this.mark];
    return type === undefined ? this.fetch() : type;
  }

  peekAt(index: number): T {
    const { mark } = this;
    this.mark = index;
    while (this.types.length < index) {
      this.mark = this.types.length;
      this.fetch();
    }
    this.mark = index;
    const type = this.peek();
    this.mark = mark;
    return type;
  }

  // Fetches token `mark`, which must be the next one.
  private fetch(): T {
    const tokenizer = this.tokenizer;
    let type = tokenizer.next();
    while (type === T.TYPE_IGNORE) {
      const tag = this.bytes.slice(tokenizer.tokenStart, tokenizer.tokenEnd);
      this.typeIgnores.push({ lineno: tokenizer.tokenLineno, tag });
      type = tokenizer.next();
    }
    if (this.singleInput && type === T.ENDMARKER && this.parsingStarted) {
      // one statement ends at the end of its text, newline or not
      type = T.NEWLINE;
      this.parsingStarted = false;
      if (tokenizer.indent > 0 && this.options.implyDedent) {
        tokenizer.pendingIndents = -tokenizer.indent;
        tokenizer.indent = 0;
      }
    } else this.parsingStarted = true;

    const index = this.types.length;
    let name = "";
    if (type === T.NAME) {
      const original = this.nameOf(index);
      name = this.foundName;
      if (!tokenizer.extraTokens) type = original;
    }
    if (index === this.starts.length) this.grow(index * 2);
    this.types.push(type);
    this.starts[index] = tokenizer.tokenStart;
    this.ends[index] = tokenizer.tokenEnd;
    this.linenos[index] = tokenizer.tokenLineno;
    this.columns[index] = tokenizer.tokenColumn;
    this.endLinenos[index] = tokenizer.lineno;
    this.endColumns[index] = tokenizer.tokenEndColumn;
    this.levels[index] = tokenizer.level;
    this.names.push(name);
    if (tokenizer.metadataStart >= 0) this.metadata.set(index, [tokenizer.metadataStart, tokenizer.metadataEnd]);
    if (type === T.ERRORTOKEN) this.raiseTokenizerError();
    return type;
  }

  // Finds or enters the name that the tokenizer stands on; returns its type, leaves its text in foundName.
  private foundName = "";
  private nameOf(index: number): T {
    const { bytes } = this;
    const from = this.tokenizer.tokenStart;
    const to = this.tokenizer.tokenEnd;
    let hash = 0;
    for (let i = from; i < to; i++) hash = (Math.imul(hash, 31) + bytes[i]) | 0;
    let slot = (hash ^ (hash >>> 15)) & this.nameMask;
    for (let token = this.nameTokens[slot]; token >= 0; token = this.nameTokens[slot]) {
      if (this.nameHashes[slot] === hash && this.sameText(token, from, to)) {
        this.foundName = this.names[token];
        return this.types[token];
      }
      slot = (slot + 1) & this.nameMask;
    }
    this.nameHashes[slot] = hash;
    this.nameTokens[slot] = index;
    if (++this.nameCount * 2 > this.nameMask) this.growNames();
    let text = "";
    let isAscii = true;
    for (let i = from; i < to; i++) {
      if (bytes[i] >= 128) isAscii = false;
      text += String.fromCharCode(bytes[i]);
    }
    if (!isAscii) text = normalizeIdentifier(bytes, from, to);
    this.foundName = text;
    return (isAscii ? KEYWORDS.get(text) : undefined) ?? T.NAME;
  }

  private sameText(token: number, from: number, to: number): boolean {
    const { bytes } = this;
    const start = this.starts[token];
    if (this.ends[token] - start !== to - from) return false;
    for (let i = 0; i < to - from; i++) if (bytes[start + i] !== bytes[from + i]) return false;
    return true;
  }

  private growNames(): void {
    const hashes = this.nameHashes;
    const tokens = this.nameTokens;
    this.nameMask = this.nameMask * 2 + 1;
    this.nameHashes = new Int32Array(this.nameMask + 1);
    this.nameTokens = new Int32Array(this.nameMask + 1).fill(-1);
    for (let i = 0; i < tokens.length; i++) {
      if (tokens[i] < 0) continue;
      let slot = (hashes[i] ^ (hashes[i] >>> 15)) & this.nameMask;
      while (this.nameTokens[slot] >= 0) slot = (slot + 1) & this.nameMask;
      this.nameHashes[slot] = hashes[i];
      this.nameTokens[slot] = tokens[i];
    }
  }

  // The place of a token, as nodes have places.
  tokenAt(index: number): Located {
    return {
      lineno: this.linenos[index],
      col_offset: this.columns[index],
      end_lineno: this.endLinenos[index],
      end_col_offset: this.endColumns[index],
    };
  }

  // The last token before `mark` that is not a newline or a change of indentation: where a node ends.
  lastTextToken(): number {
    let i = this.mark - 1;
    while (i > 0) {
      const type = this.types[i];
      if (type !== T.ENDMARKER && (type < T.NEWLINE || type > T.DEDENT)) break;
      i--;
    }
    return i;
  }

  // The value of a NUMBER token.
  numberAt(token: number): Constant {
    const { maxDigits, featureVersion } = this.options;
    if (featureVersion < 6 && this.bytes.subarray(this.starts[token], this.ends[token]).includes(UNDERSCORE)) {
      this.checkVersion(6, "Underscores in numeric literals are");
    }
    const value = parseNumber(this.bytes, this.starts[token], this.ends[token], maxDigits);
    if (!("tooManyDigits" in value)) return value;
    const message = `Exceeds the limit (${maxDigits} digits) for integer string conversion: value has ${value.tooManyDigits} digits; use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.`;
    return this.raiseRange("SyntaxError", message, this.linenos[token], -1, this.endLinenos[token], -1);
  }

  // Errors

  // Word what the tokenizer met (_Pypegen_tokenizer_error).
  private raiseTokenizerError(): never {
    const tokenizer = this.tokenizer;
    const worded = tokenizer.takeError();
    if (worded !== null) throw worded;
    const at = (type: ErrorType, message: string, column = 0): never =>
      this.raiseRange(type, message, tokenizer.lineno, column, tokenizer.lineno, -1);
    switch (tokenizer.done) {
      case Done.DECODE:
        return this.raiseLast("SyntaxError", `(unicode error) ${this.decodeMessage()}`);
      case Done.EOF:
        if (tokenizer.level > 0) this.raiseUnclosed();
        return this.raiseLast("SyntaxError", "unexpected EOF while parsing");
      case Done.DEDENT:
        return this.raiseLast("IndentationError", "unindent does not match any outer indentation level");
      case Done.TABSPACE:
        return at("TabError", "inconsistent use of tabs and spaces in indentation");
      case Done.TOODEEP:
        return at("IndentationError", "too many levels of indentation");
      case Done.LINECONT:
        return at(
          "SyntaxError",
          "unexpected character after line continuation character",
          tokenizer.cur - tokenizer.bufferStart - 1,
        );
      default:
        return at("SyntaxError", "unknown parsing error");
    }
  }

  // Why the name that the tokenizer stands on is not UTF-8.
  decodeMessage(): string {
    const { start, cur } = this.tokenizer;
    let i = start;
    while (i < cur) {
      const length = validSequenceLength(this.bytes, i, cur);
      if (length === 0) break;
      i += length;
    }
    return utf8DecodeMessage(this.bytes.subarray(start, cur), i - start);
  }

  raiseUnclosed(): never {
    const { level, parenLineno, parenColumn, parenStack } = this.tokenizer;
    const line = parenLineno[level - 1];
    const character = String.fromCharCode(parenStack[level - 1]);
    return this.raiseRange("SyntaxError", `'${character}' was never closed`, line, parenColumn[level - 1], line, -1);
  }

  // At the token fetched last (RAISE_SYNTAX_ERROR), or at `token`.
  raiseLast(type: ErrorType, message: string, token = this.fill - 1): never {
    throw this.errorAt(type, message, token);
  }

  errorAt(type: ErrorType, message: string, token: number): PySyntaxError {
    const tokenizer = this.tokenizer;
    if (this.fill === 0) return this.located(type, message, 0, 0, 0, -1);
    let column: number;
    if (this.columns[token] === -1)
      column = tokenizer.cur === tokenizer.bufferStart ? 0 : tokenizer.cur - tokenizer.lineStart;
    else column = this.columns[token] + 1;
    const endColumn = this.endColumns[token] === -1 ? -1 : this.endColumns[token] + 1;
    return this.located(type, message, this.linenos[token], column, this.endLinenos[token], endColumn);
  }

  // What the version that is asked for does not have yet (CHECK_VERSION).
  checkVersion(minor: number, what: string): void {
    if (this.options.featureVersion >= minor) return;
    this.raiseLast("SyntaxError", `${what} only supported in Python 3.${minor} and greater`);
  }

  // From the start of one node or token to the end of another (RAISE_SYNTAX_ERROR_KNOWN_RANGE).
  raiseAt(message: string, from: Located, to: Located = from): never {
    return this.raiseRange("SyntaxError", message, from.lineno, from.col_offset, to.end_lineno, to.end_col_offset);
  }

  // From the start of a node to where the tokenizer has read (RAISE_SYNTAX_ERROR_STARTING_FROM).
  raiseStartingFrom(message: string, from: Located): never {
    return this.raiseRange("SyntaxError", message, from.lineno, from.col_offset, CURRENT_POS, CURRENT_POS);
  }

  // Columns here are byte offsets from 0 (RAISE_ERROR_KNOWN_LOCATION).
  raiseRange(
    type: ErrorType,
    message: string,
    line: number,
    column: number,
    endLine: number,
    endColumn: number,
  ): never {
    throw this.located(
      type,
      message,
      line,
      column === CURRENT_POS ? CURRENT_POS : column + 1,
      endLine,
      endColumn === CURRENT_POS ? CURRENT_POS : endColumn + 1,
    );
  }

  private located(
    type: ErrorType,
    message: string,
    line: number,
    column: number,
    endLine: number,
    endColumn: number,
  ): PySyntaxError {
    const tokenizer = this.tokenizer;
    if (endLine === CURRENT_POS) endLine = tokenizer.lineno;
    if (endColumn === CURRENT_POS) endColumn = tokenizer.cur - tokenizer.lineStart;

    const [start, end] = this.errorLine(line);
    const text = this.options.lineOfFile?.(line) ?? decodeUtf8(this.bytes, start, end);
    // columns count in the text as shown, where an undecodable byte has become U+FFFD
    const shown = encodeWtf8(text);
    const offset = toCharacters(shown, column);
    const endOffset = endColumn > 0 ? toCharacters(shown, endColumn) : endColumn;
    return new PySyntaxError(type, message, line, offset, endLine, endOffset, text);
  }

  // The bytes shown with an error: the lines being read when the error is on the last of them, else the line itself.
  private errorLine(line: number): readonly [number, number] {
    const { bytes, tokenizer } = this;
    if (tokenizer.lineno <= line && tokenizer.inp > tokenizer.bufferStart)
      return [tokenizer.bufferStart, tokenizer.inp];
    let start = 0;
    for (let i = 1; i < line; i++) {
      const newline = bytes.indexOf(10, start);
      if (newline < 0 || newline + 1 > tokenizer.inp) break;
      start = newline + 1;
    }
    let end = bytes.indexOf(10, start);
    if (end < 0 || end > tokenizer.size) end = tokenizer.size;
    return [start, end];
  }
}

// Characters in the first `count` bytes of a line; one more where the count goes beyond it.
function toCharacters(line: Uint8Array, count: number): number {
  if (count < 0) return count;
  return count > line.length ? charactersIn(line, 0, line.length) + 1 : charactersIn(line, 0, count);
}
