// STRING tokens and the parts of f-strings. An f-string is a mode of the tokenizer: its text is read here, its
// replacement fields are read as ordinary tokens, until the brace that closes them.

import { NumberReader } from "./number_tokens.ts";
import { Done, EOF, newMode } from "./reader.ts";
import { T } from "./tokens.ts";

const MAXFSTRINGLEVEL = 150;
const MAX_EXPR_NESTING = 3;

export abstract class StringReader extends NumberReader {
  // one token of the program, or of a replacement field
  protected abstract regular(): T;

  protected string(quote: number): T {
    const bytes = this.bytes;
    this.firstLineno = this.lineno;
    this.multiLineStart = this.lineStart;
    let quoteSize = 1;
    let endQuoteSize = 0;
    let hasEscapedQuote = false;
    let c = this.nextc();
    if (c === quote) {
      c = this.nextc();
      if (c === quote) quoteSize = 3;
      else endQuoteSize = 1; // an empty string
    }
    if (c !== quote) this.back(c);

    while (endQuoteSize !== quoteSize) {
      // ordinary characters of this line
      let p = this.cur;
      const lineEnd = this.inp;
      while (p < lineEnd && bytes[p] !== quote && bytes[p] !== 92 && bytes[p] !== 10) p++;
      if (p > this.cur) endQuoteSize = 0;
      this.cur = p;
      c = this.nextc();
      if (c === EOF || (quoteSize === 1 && c === 10)) return this.unterminated(quote, quoteSize, hasEscapedQuote, c);
      if (c === quote) endQuoteSize++;
      else {
        endQuoteSize = 0;
        if (c === 92) {
          c = this.nextc();
          if (c === quote) hasEscapedQuote = true;
          if (c === 13) c = this.nextc();
        }
      }
    }
    return this.token(T.STRING, this.start, this.cur);
  }

  protected unterminated(quote: number, quoteSize: number, hasEscapedQuote: boolean, c: number): T {
    const detected = this.lineno;
    // the message points at the first quote
    this.cur = this.start + 1;
    this.lineStart = this.multiLineStart;
    this.lineno = this.firstLineno;
    if (this.modes.length > 1 && this.mode.quote === quote && this.mode.quoteSize === quoteSize)
      return this.syntaxError("f-string: expecting '}'");
    if (quoteSize === 3) {
      this.syntaxError(`unterminated triple-quoted string literal (detected at line ${detected})`);
      if (c !== 10) this.done = Done.EOFS;
    } else {
      const hint = hasEscapedQuote ? "; perhaps you escaped the end quote?" : "";
      this.syntaxError(`unterminated string literal (detected at line ${detected})${hint}`);
      if (c !== 10) this.done = Done.EOLS;
    }
    return T.ERRORTOKEN;
  }

  // f-strings

  protected fstringStart(quote: number): T {
    this.firstLineno = this.lineno;
    this.multiLineStart = this.lineStart;
    let quoteSize = 1;
    const second = this.nextc();
    if (second === quote) {
      const third = this.nextc();
      if (third === quote) quoteSize = 3;
      else {
        this.back(third);
        this.back(second);
      }
    } else this.back(second);
    if (this.modes.length >= MAXFSTRINGLEVEL) {
      const { start, cur } = this;
      this.syntaxError("too many nested f-strings");
      return this.token(T.ERRORTOKEN, start, cur);
    }
    const mode = newMode();
    mode.isRegular = false;
    mode.quote = quote;
    mode.quoteSize = quoteSize;
    mode.raw = (this.bytes[this.start] | 32) === 114 || (this.bytes[this.start + 1] | 32) === 114;
    mode.start = this.start;
    mode.lineStart = this.lineStart;
    mode.lineno = this.lineno;
    this.modes.push(mode);
    this.mode = mode;
    return this.token(T.FSTRING_START, this.start, this.cur);
  }

  protected enterField(): T | -1 {
    const mode = this.mode;
    mode.exprStartDepth++;
    if (mode.exprStartDepth >= MAX_EXPR_NESTING) return this.syntaxError("f-string: expressions nested too deeply");
    mode.isRegular = true;
    return -1;
  }

  protected fstringMiddle(): T {
    const mode = this.mode;
    const bytes = this.bytes;
    this.start = this.cur;
    this.firstLineno = this.lineno;
    this.multiLineStart = this.lineStart;
    this.startColumn = this.cur - this.lineStart;

    const first = this.nextc();
    if (first === 123) {
      const peek = this.nextc();
      this.back(peek);
      this.back(first);
      if (peek !== 123) {
        const failed = this.enterField();
        return failed !== -1 ? failed : this.regular();
      }
    } else this.back(first);

    let matched = 0;
    while (matched < mode.quoteSize) {
      const c = this.nextc();
      if (c !== mode.quote) {
        this.back(c);
        break;
      }
      matched++;
    }
    if (matched === mode.quoteSize) {
      this.modes.pop();
      this.mode = this.modes[this.modes.length - 1];
      return this.token(T.FSTRING_END, this.start, this.cur);
    }

    let endQuoteSize = 0;
    let namedEscape = false;
    while (endQuoteSize !== mode.quoteSize) {
      const c = this.nextc();
      const inFormatSpec = mode.inFormatSpec && mode.exprStartDepth >= 0;
      if (c === EOF || (mode.quoteSize === 1 && c === 10)) {
        if (inFormatSpec && c === 10) {
          this.back(c);
          mode.isRegular = true;
          mode.inFormatSpec = false;
          return this.token(T.FSTRING_MIDDLE, this.start, this.cur);
        }
        return this.unterminatedFstring(c);
      }
      if (c === mode.quote) {
        endQuoteSize++;
        continue;
      }
      endQuoteSize = 0;
      if (c === 123) {
        this.noteField();
        const peek = this.nextc();
        if (peek !== 123 || inFormatSpec) {
          this.back(peek);
          this.back(c);
          const failed = this.enterField();
          if (failed !== -1) return failed;
          mode.inFormatSpec = false;
          return this.token(T.FSTRING_MIDDLE, this.start, this.cur);
        }
        return this.token(T.FSTRING_MIDDLE, this.start, this.cur - 1);
      }
      if (c === 125) {
        if (namedEscape) return this.token(T.FSTRING_MIDDLE, this.start, this.cur);
        const peek = this.nextc();
        // a doubled brace is text, but not in a format specification
        if (peek === 125 && !inFormatSpec && mode.curlyDepth === 0)
          return this.token(T.FSTRING_MIDDLE, this.start, this.cur - 1);
        this.back(peek);
        this.back(c);
        mode.isRegular = true;
        mode.inFormatSpec = false;
        return this.token(T.FSTRING_MIDDLE, this.start, this.cur);
      }
      if (c === 92) {
        let peek = this.nextc();
        if (peek === 13) peek = this.nextc();
        if (peek === 123 || peek === 125) {
          if (!mode.raw) this.warn(`invalid escape sequence '\\${String.fromCharCode(peek)}'`);
          this.back(peek);
          continue;
        }
        if (!mode.raw && peek === 78) {
          peek = this.nextc();
          if (peek === 123) namedEscape = true;
          else this.back(peek);
        }
      } else {
        let p = this.cur;
        while (p < this.inp && bytes[p] > 34 && bytes[p] < 123 && bytes[p] !== 39 && bytes[p] !== 92) p++;
        this.cur = p;
      }
    }
    // the quotes are the next token
    this.cur -= mode.quoteSize;
    return this.token(T.FSTRING_MIDDLE, this.start, this.cur);
  }

  protected unterminatedFstring(c: number): T {
    const mode = this.mode;
    const detected = this.lineno;
    this.cur = mode.start + 1;
    this.lineStart = mode.lineStart;
    this.lineno = mode.lineno;
    if (mode.quoteSize === 3) {
      this.syntaxError(`unterminated triple-quoted f-string literal (detected at line ${detected})`);
      if (c !== 10) this.done = Done.EOFS;
      return T.ERRORTOKEN;
    }
    return this.syntaxError(`unterminated f-string literal (detected at line ${detected})`);
  }

  // A replacement field begins at cur: its text may be wanted (f"{x=}").
  protected noteField(): void {
    this.mode.exprStart = this.cur;
    this.mode.exprEnd = -1;
  }

  // A character that may end the expression of a replacement field.
  protected noteFieldEnd(c: number): void {
    const mode = this.mode;
    if (c === 123) {
      this.noteField();
      return;
    }
    if (c !== 58 || mode.exprEnd < 0) mode.exprEnd = this.start;
    if (mode.debug && mode.exprStart >= 0) {
      this.metadataStart = mode.exprStart;
      this.metadataEnd = mode.exprEnd;
    }
  }
}
