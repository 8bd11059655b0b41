// The tokenizer: CPython's C tokenizer (Parser/lexer/lexer.c) over a buffer of UTF-8.
//
// Tokens are asked for one by one, because an error's location depends on how far the tokenizer had read.
// The result of next() is the token's type, the rest stands in fields (no object a token).

import { isPrintable } from "../base/unicode/properties.ts";
import { scanIdentifier } from "./identifier.ts";
import { CLASS, Done, EOF, hex, ID_CHAR, ID_START, isDigit } from "./reader.ts";
import { StringReader } from "./string_tokens.ts";
import { oneCharacter, T, threeCharacters, twoCharacters } from "./tokens.ts";

const MAXINDENT = 100;
const MAXLEVEL = 200;
const TABSIZE = 8;
const codes = (text: string): number[] => [...text].map((c) => c.charCodeAt(0));
const TYPE_COMMENT_PREFIX = codes("# type: ");
const TYPE_IGNORE = codes("ignore");

export class Tokenizer extends StringReader {
  next(): T {
    this.metadataStart = -1;
    return this.mode.isRegular ? this.regular() : this.fstringMiddle();
  }

  // Reads the indentation of a new line. Returns an error token's type, or -1; sets `blank`.
  private blankLine = false;
  private beginLine(): T | -1 {
    let column = 0;
    let altColumn = 0;
    let continuedColumn = 0;
    this.atBeginningOfLine = false;
    let c: number;
    for (;;) {
      c = this.nextc();
      if (c === 32) {
        column++;
        altColumn++;
      } else if (c === 9) {
        column = ((column / TABSIZE) | 0) * TABSIZE + TABSIZE;
        altColumn++;
      } else if (c === 12) column = altColumn = 0;
      else if (c === 92) {
        // the first backslash decides the indentation of what follows it
        continuedColumn = continuedColumn || column;
        if (!this.continueLine()) return this.token(T.ERRORTOKEN, -1, -1);
      } else break;
    }
    this.back(c);
    this.blankLine = c === 35 || c === 10 || c === 13;
    if (this.blankLine || this.level > 0) return -1;
    if (continuedColumn) column = altColumn = continuedColumn;
    if (column === this.indentStack[this.indent]) {
      if (altColumn !== this.altIndentStack[this.indent]) return this.indentError();
    } else if (column > this.indentStack[this.indent]) {
      if (this.indent + 1 >= MAXINDENT) {
        this.cur = this.inp;
        return this.error(Done.TOODEEP);
      }
      if (altColumn <= this.altIndentStack[this.indent]) return this.indentError();
      this.pendingIndents++;
      this.indent++;
      this.indentStack[this.indent] = column;
      this.altIndentStack[this.indent] = altColumn;
    } else {
      while (this.indent > 0 && column < this.indentStack[this.indent]) {
        this.pendingIndents--;
        this.indent--;
      }
      if (column !== this.indentStack[this.indent]) {
        this.cur = this.inp;
        return this.error(Done.DEDENT);
      }
      if (altColumn !== this.altIndentStack[this.indent]) return this.indentError();
    }
    return -1;
  }

  // After a backslash: the rest of the line must be its newline, and a line must follow.
  private continueLine(): boolean {
    let c = this.nextc();
    if (c === 13) c = this.nextc();
    if (c !== 10) {
      this.done = Done.LINECONT;
      return false;
    }
    c = this.nextc();
    if (c === EOF) {
      this.done = Done.EOF;
      this.cur = this.inp;
      return false;
    }
    this.back(c);
    return true;
  }

  protected override regular(): T {
    for (;;) {
      this.start = -1;
      this.startColumn = -1;
      this.blankLine = false;
      if (this.atBeginningOfLine) {
        const failed = this.beginLine();
        if (failed !== -1) return failed;
      }
      this.start = this.cur;
      this.startColumn = this.cur - this.lineStart;
      if (this.pendingIndents !== 0) return this.pendingIndent();
      // enter the next line, if one begins here, before the token's start is taken
      this.back(this.nextc());

      const type = this.regularToken();
      if (type !== -1) return type;
    }
  }

  private pendingIndent(): T {
    if (this.pendingIndents < 0) {
      this.pendingIndents++;
      return this.extraTokens ? this.token(T.DEDENT, this.cur, this.cur) : this.token(T.DEDENT, -1, -1);
    }
    this.pendingIndents--;
    return this.extraTokens ? this.token(T.INDENT, this.lineStart, this.cur) : this.token(T.INDENT, -1, -1);
  }

  // One token, or -1 when only a blank line was passed.
  private regularToken(): T | -1 {
    const bytes = this.bytes;
    for (;;) {
      this.start = -1;
      let c: number;
      do {
        c = this.nextc();
      } while (c === 32 || c === 9 || c === 12);
      this.start = c === EOF ? this.cur : this.cur - 1;
      this.startColumn = this.start - this.lineStart;

      if (c === 35) {
        // the newline is part of the line: no scan passes inp
        let end = this.cur;
        while (end < this.inp && bytes[end] !== 10 && bytes[end] !== 13) end++;
        this.cur = end;
        if (this.extraTokens) {
          this.commentNewline = this.blankLine;
          return this.token(T.COMMENT, this.start, this.cur);
        }
        if (this.typeComments) {
          const type = this.typeComment();
          if (type !== -1) return type;
        }
        c = this.nextc();
      }

      if (c === EOF) {
        if (this.level > 0) return this.token(T.ERRORTOKEN, -1, -1);
        return this.token(this.done === Done.EOF ? T.ENDMARKER : T.ERRORTOKEN, -1, -1);
      }

      if ((CLASS[c] & ID_START) !== 0) return this.identifier(c);
      if (c === 13) c = this.nextc();
      if (c === 10) return this.newline();
      if (c === 46) {
        c = this.nextc();
        if (isDigit(c)) return this.fraction(c);
        if (c === 46) {
          const third = this.nextc();
          if (third === 46) return this.token(T.ELLIPSIS, this.start, this.cur);
          this.back(third);
          this.cur--;
        } else this.back(c);
        return this.token(T.DOT, this.start, this.cur);
      }
      if (isDigit(c)) return this.number(c);
      if (c === 34 || c === 39) return this.string(c);
      if (c === 92) {
        if (!this.continueLine()) return this.token(T.ERRORTOKEN, -1, -1);
        continue;
      }
      return this.operator(c);
    }
  }

  // The comment that was just passed as a type comment, or -1. Where a blank may stand in the prefix, several may.
  private typeComment(): T | -1 {
    const { bytes, start, cur } = this;
    let p = start;
    for (const prefix of TYPE_COMMENT_PREFIX) {
      if (prefix === 32) while (p < cur && (bytes[p] === 32 || bytes[p] === 9)) p++;
      else if (p < cur && bytes[p] === prefix) p++;
      else return -1;
    }
    const column = this.startColumn;
    const end = p + TYPE_IGNORE.length;
    const isIgnore = end <= cur && TYPE_IGNORE.every((byte, i) => bytes[p + i] === byte);
    const next = end < cur ? bytes[end] : 0;
    if (isIgnore && next < 128 && ((CLASS[next] & ID_CHAR) === 0 || next === 95)) {
      // alone on its line it takes the newline with it
      if (this.blankLine) {
        this.nextc();
        this.atBeginningOfLine = true;
      }
      this.startColumn = column + end - start;
      return this.token(T.TYPE_IGNORE, end, this.cur);
    }
    this.startColumn = column + p - start;
    return this.token(T.TYPE_COMMENT, p, cur);
  }

  private newline(): T | -1 {
    this.atBeginningOfLine = true;
    if (this.blankLine || this.level > 0) {
      if (!this.extraTokens) return -1;
      this.commentNewline = false;
      return this.token(T.NL, this.start, this.cur);
    }
    if (this.commentNewline && this.extraTokens) {
      this.commentNewline = false;
      return this.token(T.NL, this.start, this.cur);
    }
    return this.token(T.NEWLINE, this.start, this.cur - 1);
  }

  private identifier(first: number): T {
    const bytes = this.bytes;
    let c = first;
    let sawB = false;
    let sawR = false;
    let sawU = false;
    let sawF = false;
    // the legal combinations of prefixes, in either case
    for (;;) {
      const letter = c | 32;
      if (letter === 98 && !(sawB || sawU || sawF)) sawB = true;
      else if (letter === 117 && !(sawB || sawU || sawR || sawF)) sawU = true;
      else if (letter === 114 && !(sawR || sawU)) sawR = true;
      else if (letter === 102 && !(sawF || sawB || sawU)) sawF = true;
      else break;
      c = this.nextc();
      if (c === 34 || c === 39) return sawF ? this.fstringStart(c) : this.string(c);
    }
    let end = this.start;
    let nonAscii = 0;
    for (let byte = bytes[end]; (CLASS[byte] & ID_CHAR) !== 0; byte = bytes[++end]) nonAscii |= byte;
    this.cur = end;
    if (end === this.inp) this.back(this.nextc()); // at the end of the source, C has noticed it by now
    if (nonAscii >= 128 && !this.verifyIdentifier()) return this.token(T.ERRORTOKEN, -1, -1);
    return this.token(T.NAME, this.start, end);
  }

  private verifyIdentifier(): boolean {
    if (this.extraTokens) return true;
    const result = scanIdentifier(this.bytes, this.start, this.cur);
    if (result.kind === "undecodable") {
      this.done = Done.DECODE;
      return false;
    }
    if (result.kind === "identifier") return true;
    this.cur = result.end;
    const ch = result.codePoint;
    if (isPrintable(ch)) this.syntaxError(`invalid character '${String.fromCodePoint(ch)}' (U+${hex(ch)})`);
    else this.syntaxError(`invalid non-printable character U+${hex(ch)}`);
    return false;
  }

  // Operators

  private operator(c: number): T {
    const mode = this.mode;
    const inFstring = this.modes.length > 1;
    if (inFstring && mode.exprStartDepth >= 0 && (c === 58 || c === 125 || c === 33 || c === 123)) {
      const cursor = mode.curlyDepth - (c !== 123 ? 1 : 0);
      const valid = cursor === 0 || (cursor === 1 && (mode.debug || mode.inFormatSpec));
      if (valid) this.noteFieldEnd(c);
      if (c === 58 && cursor === mode.exprStartDepth) {
        mode.isRegular = false;
        mode.inFormatSpec = true;
        return this.token(T.COLON, this.start, this.cur);
      }
    }

    const c2 = this.nextc();
    if (c < 128 && c2 >= 0 && c2 < 128) {
      const two = twoCharacters[(c << 7) | c2];
      const c3 = c2 === c || c2 === 46 || c2 === 61 ? this.bytes[this.cur] : 0;
      const three =
        c3 !== 0 && c3 < 128 && this.cur < this.inp ? threeCharacters.get((c << 14) | (c2 << 7) | c3) : undefined;
      if (three !== undefined && two !== T.OP) {
        this.cur++;
        return this.token(three, this.start, this.cur);
      }
      if (two !== T.OP) return this.token(two, this.start, this.cur);
    }
    this.back(c2);

    if (c === 40 || c === 91 || c === 123) {
      if (this.level >= MAXLEVEL) return this.syntaxError("too many nested parentheses");
      this.parenStack[this.level] = c;
      this.parenLineno[this.level] = this.lineno;
      this.parenColumn[this.level] = this.start - this.lineStart;
      this.level++;
      if (inFstring) mode.curlyDepth++;
    } else if (c === 41 || c === 93 || c === 125) {
      const failed = this.closing(c, inFstring);
      if (failed !== -1) return failed;
    }
    if (c < 32 || c === 127) return this.syntaxError(`invalid non-printable character U+${hex(c)}`);
    if (c === 61 && mode.exprStartDepth >= 0) mode.debug = true;
    return this.token(oneCharacter[c], this.start, this.cur);
  }

  private closing(c: number, inFstring: boolean): T | -1 {
    const mode = this.mode;
    const character = String.fromCharCode(c);
    if (inFstring && mode.curlyDepth === 0 && c === 125) return this.syntaxError("f-string: single '}' is not allowed");
    if (!this.extraTokens && this.level === 0) return this.syntaxError(`unmatched '${character}'`);
    if (this.level > 0) {
      this.level--;
      const opening = this.parenStack[this.level];
      const matches = (opening === 40 && c === 41) || (opening === 91 && c === 93) || (opening === 123 && c === 125);
      if (!this.extraTokens && !matches) {
        if (inFstring && opening === 123 && mode.curlyDepth - 1 === mode.exprStartDepth)
          return this.syntaxError(`f-string: unmatched '${character}'`);
        const where = this.parenLineno[this.level] !== this.lineno ? ` on line ${this.parenLineno[this.level]}` : "";
        return this.syntaxError(
          `closing parenthesis '${character}' does not match opening parenthesis '${String.fromCharCode(opening)}'${where}`,
        );
      }
    }
    if (inFstring) {
      mode.curlyDepth--;
      if (mode.curlyDepth < 0) return this.syntaxError(`f-string: unmatched '${character}'`);
      if (c === 125 && mode.curlyDepth === mode.exprStartDepth) {
        mode.exprStartDepth--;
        mode.isRegular = false;
        mode.inFormatSpec = false;
        mode.debug = false;
      }
    }
    return -1;
  }
}
