// NUMBER tokens: radices, underscores, fractions, exponents, and what must not follow a number.

import { isDigit, isHex, isIdChar, Reader } from "./reader.ts";
import { T } from "./tokens.ts";

export abstract class NumberReader extends Reader {
  protected decimalTail(): number {
    let c: number;
    for (;;) {
      do {
        c = this.nextc();
      } while (isDigit(c));
      if (c !== 95) return c;
      c = this.nextc();
      if (!isDigit(c)) {
        this.back(c);
        this.syntaxError("invalid decimal literal");
        return 0;
      }
    }
  }

  protected number(first: number): T {
    if (first !== 48) {
      const c = this.decimalTail();
      if (c === 0) return T.ERRORTOKEN;
      return c === 46 ? this.fraction(this.nextc()) : this.exponent(c);
    }
    let c = this.nextc();
    const letter = c | 32;
    if (letter === 120) return this.radix("hexadecimal", isHex);
    if (letter === 111) return this.radix("octal", (d) => d >= 48 && d < 56);
    if (letter === 98) return this.radix("binary", (d) => d === 48 || d === 49);

    // zeros, and perhaps other digits, which only a float or an imaginary number may have
    let nonzero = false;
    for (;;) {
      if (c === 95) {
        c = this.nextc();
        if (!isDigit(c)) {
          this.back(c);
          return this.syntaxError("invalid decimal literal");
        }
      }
      if (c !== 48) break;
      c = this.nextc();
    }
    const zerosEnd = this.cur;
    if (isDigit(c)) {
      nonzero = true;
      c = this.decimalTail();
      if (c === 0) return T.ERRORTOKEN;
    }
    if (c === 46) return this.fraction(this.nextc());
    if (c === 101 || c === 69) return this.exponent(c);
    if (c === 106 || c === 74) return this.imaginary();
    if (nonzero && !this.extraTokens) {
      this.back(c);
      return this.syntaxError(
        "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
        this.start + 1 - this.lineStart,
        zerosEnd - this.lineStart,
      );
    }
    return this.endOfNumber(c, "decimal");
  }

  protected radix(kind: string, isMine: (c: number) => boolean): T {
    let c = this.nextc();
    do {
      if (c === 95) c = this.nextc();
      if (!isMine(c)) {
        if (kind !== "hexadecimal" && isDigit(c))
          return this.syntaxError(`invalid digit '${String.fromCharCode(c)}' in ${kind} literal`);
        this.back(c);
        return this.syntaxError(`invalid ${kind} literal`);
      }
      do {
        c = this.nextc();
      } while (isMine(c));
    } while (c === 95);
    if (kind !== "hexadecimal" && isDigit(c))
      return this.syntaxError(`invalid digit '${String.fromCharCode(c)}' in ${kind} literal`);
    return this.endOfNumber(c, kind);
  }

  protected fraction(first: number): T {
    let c = first;
    if (isDigit(c)) {
      c = this.decimalTail();
      if (c === 0) return T.ERRORTOKEN;
    }
    return this.exponent(c);
  }

  // c: the character after the digits, already read
  protected exponent(c: number): T {
    if (c === 101 || c === 69) {
      const e = c;
      c = this.nextc();
      if (c === 43 || c === 45) {
        c = this.nextc();
        if (!isDigit(c)) {
          this.back(c);
          return this.syntaxError("invalid decimal literal");
        }
      } else if (!isDigit(c)) {
        this.back(c);
        if (!this.verifyEndOfNumber(e, "decimal")) return T.ERRORTOKEN;
        this.back(e);
        return this.token(T.NUMBER, this.start, this.cur);
      }
      c = this.decimalTail();
      if (c === 0) return T.ERRORTOKEN;
    }
    if (c === 106 || c === 74) return this.imaginary();
    return this.endOfNumber(c, "decimal");
  }

  protected imaginary(): T {
    return this.endOfNumber(this.nextc(), "imaginary");
  }

  protected endOfNumber(c: number, kind: string): T {
    if (!this.verifyEndOfNumber(c, kind)) return T.ERRORTOKEN;
    this.back(c);
    return this.token(T.NUMBER, this.start, this.cur);
  }

  // `1if x` is accepted with a warning, for the keywords that may follow a number; `1abc` is not.
  protected verifyEndOfNumber(c: number, kind: string): boolean {
    if (this.extraTokens) return true;
    let keyword = false;
    if (c === 97) keyword = this.lookingAt("nd");
    else if (c === 101) keyword = this.lookingAt("lse");
    else if (c === 102) keyword = this.lookingAt("or");
    else if (c === 105) {
      const second = this.nextc();
      keyword = second === 102 || second === 110 || second === 115;
      this.back(second);
    } else if (c === 111) keyword = this.lookingAt("r");
    else if (c === 110) keyword = this.lookingAt("ot");
    if (keyword) {
      this.back(c);
      this.warn(`invalid ${kind} literal`);
      this.nextc();
    } else if (c < 128 && isIdChar(c)) {
      this.back(c);
      this.syntaxError(`invalid ${kind} literal`);
      return false;
    }
    return true;
  }

  protected lookingAt(rest: string): boolean {
    for (let i = 0; i < rest.length; i++) if (this.bytes[this.cur + i] !== rest.charCodeAt(i)) return false;
    return !isIdChar(this.bytes[this.cur + rest.length]);
  }
}
