// Strings and f-strings, fast.

import { FORMAT_SPECIFICATION, REPLACEMENT_FIELD } from "./levels.ts";
import type { expr, Node } from "./nodes.ts";
import { ParserBase } from "./parser_base.ts";
import {
  type Conversion,
  checkConversion,
  concatenate,
  type FstringPart,
  formatSpec,
  formattedValue,
  joinedStr,
  rawText,
  specText,
  stringConstant,
  undecoded,
} from "./strings.ts";
import { T } from "./tokens.ts";

export abstract class StringParser extends ParserBase {
  strings(): expr {
    const s = this.mark;
    const parts: (Node<"Constant"> | Node<"JoinedStr">)[] = [];
    for (;;) {
      const type = this.peek();
      if (type === T.STRING) parts.push(stringConstant(this, this.mark++));
      else if (type === T.FSTRING_START) parts.push(this.fstring());
      else break;
    }
    if (parts.length === 1 && parts[0].kind === "Constant") return parts[0];
    return concatenate(this, parts, this.span(s));
  }

  protected fstring(): Node<"JoinedStr"> {
    const start = this.expect(T.FSTRING_START);
    const { depth } = this;
    const parts: FstringPart[] = [];
    for (;;) {
      const type = this.peek();
      if (type === T.FSTRING_MIDDLE) parts.push(rawText(this, this.mark++));
      else if (type === T.LBRACE) {
        this.standAt(depth + REPLACEMENT_FIELD);
        this.replacementField(parts);
      } else break;
    }
    this.depth = depth;
    const end = this.expect(T.FSTRING_END);
    return joinedStr(this, start, parts, end);
  }

  protected replacementField(parts: FstringPart[]): void {
    const open = this.mark++;
    const value = this.yieldOrStarExpressions();
    const debug = this.accept(T.EQUAL);
    let conversion: Conversion | null = null;
    if (this.peek() === T.EXCLAMATION) {
      const bang = this.mark++;
      conversion = checkConversion(this, bang, this.expect(T.NAME));
    }
    let colon = -1;
    let spec: expr | null = null;
    if (this.peek() === T.COLON) {
      colon = this.mark++;
      spec = this.formatSpec(colon);
    }
    const close = this.expect(T.RBRACE);
    parts.push(...formattedValue(this, open, value, debug, conversion, colon, spec, close));
  }

  protected formatSpec(colon: number): expr {
    const values: expr[] = [];
    const { depth } = this;
    this.standAt(depth + FORMAT_SPECIFICATION);
    for (;;) {
      const type = this.peek();
      if (type === T.FSTRING_MIDDLE) values.push(specText(this, this.mark++));
      else if (type === T.LBRACE) {
        const parts: FstringPart[] = [];
        this.replacementField(parts);
        for (const part of parts) values.push(part.kind === "RawText" ? undecoded(this, part) : part);
      } else break;
    }
    this.depth = depth;
    return formatSpec(this, values, this.span(colon));
  }
}
