// Patterns of match statements, fast (see parser_base.ts for the rules of the house).

import { ExpressionParser } from "./expressions.ts";
import { FALSE, NONE, TRUE } from "./literals.ts";
import type { expr, Node, pattern } from "./nodes.ts";
import { fail } from "./parser_base.ts";
import { T } from "./tokens.ts";

export abstract class PatternParser extends ExpressionParser {
  // patterns: a sequence without brackets, or one pattern
  patterns(): pattern {
    const s = this.mark;
    const first = this.maybeStarPattern();
    if (this.peek() !== T.COMMA) {
      if (first.kind === "MatchStar") fail();
      return first;
    }
    const items = [first];
    while (this.accept(T.COMMA)) {
      if (this.peek() === T.COLON || this.peek() === T.IF) break;
      items.push(this.maybeStarPattern());
    }
    return { kind: "MatchSequence", patterns: items, ...this.span(s) };
  }

  private maybeStarPattern(): pattern {
    const s = this.mark;
    if (!this.accept(T.STAR)) return this.pattern();
    const name = this.captureName();
    return { kind: "MatchStar", name: name === "_" ? null : name, ...this.span(s) };
  }

  // A NAME that is not the start of something longer; "_" too.
  private captureName(): string {
    const name = this.identifier();
    if (name !== "_") {
      const next = this.peek();
      if (next === T.DOT || next === T.LPAR || next === T.EQUAL) fail();
    }
    return name;
  }

  private pattern(): pattern {
    const s = this.mark;
    const inner = this.orPattern();
    if (!this.accept(T.AS)) return inner;
    const name = this.captureName();
    if (name === "_") fail();
    return { kind: "MatchAs", pattern: inner, name, ...this.span(s) };
  }

  private orPattern(): pattern {
    const s = this.mark;
    const first = this.closedPattern();
    if (this.peek() !== T.VBAR) return first;
    const patterns = [first];
    while (this.accept(T.VBAR)) patterns.push(this.closedPattern());
    return { kind: "MatchOr", patterns, ...this.span(s) };
  }

  private closedPattern(): pattern {
    const s = this.mark;
    switch (this.peek()) {
      case T.NUMBER:
      case T.MINUS:
      case T.PLUS:
      case T.STRING:
      case T.FSTRING_START:
        return { kind: "MatchValue", value: this.literal(), ...this.span(s) };
      case T.NONE:
        this.mark++;
        return { kind: "MatchSingleton", value: NONE, ...this.span(s) };
      case T.TRUE:
        this.mark++;
        return { kind: "MatchSingleton", value: TRUE, ...this.span(s) };
      case T.FALSE:
        this.mark++;
        return { kind: "MatchSingleton", value: FALSE, ...this.span(s) };
      case T.NAME:
        return this.nameOrClassPattern();
      case T.LPAR:
        return this.parenthesizedPattern();
      case T.LSQB:
        this.mark++;
        return this.sequence(s, [], T.RSQB);
      case T.LBRACE:
        return this.mappingPattern();
      default:
        return fail();
    }
  }

  // A number, a complex number, or strings.
  private literal(): expr {
    const type = this.peek();
    if (type === T.STRING || type === T.FSTRING_START) return this.strings();
    const s = this.mark;
    const left = this.signedNumber();
    const next = this.peek();
    if (next !== T.PLUS && next !== T.MINUS) return left;
    const real = left.kind === "UnaryOp" ? left.operand : left;
    this.mark++;
    if (this.peek() !== T.NUMBER) fail();
    if (real.kind === "Constant" && real.value.type === "complex")
      this.raiseAt("real number required in complex literal", real);
    const right = this.number();
    if (right.value.type !== "complex") this.raiseAt("imaginary number required in complex literal", right);
    return { kind: "BinOp", left, op: next === T.PLUS ? "Add" : "Sub", right, ...this.span(s) };
  }

  private signedNumber(): expr {
    const s = this.mark;
    if (this.accept(T.MINUS)) {
      const operand = this.number();
      return { kind: "UnaryOp", op: "USub", operand, ...this.span(s) };
    }
    this.accept(T.PLUS);
    return this.number();
  }

  private nameOrClassPattern(): pattern {
    const s = this.mark;
    const name = this.identifier();
    if (this.peek() === T.LPAR || this.peek() === T.DOT || this.peek() === T.EQUAL) {
      this.mark = s;
      const value = this.dottedName();
      if (this.peek() === T.LPAR) return this.classPattern(s, value);
      if (value.kind === "Name" || this.peek() === T.EQUAL) fail();
      return { kind: "MatchValue", value, ...this.span(s) };
    }
    if (name === "_") return { kind: "MatchAs", pattern: null, name: null, ...this.span(s) };
    return { kind: "MatchAs", pattern: null, name, ...this.span(s) };
  }

  private dottedName(): expr {
    const s = this.mark;
    const id = this.identifier();
    let value: expr = { kind: "Name", id, ctx: "Load", ...this.span(s) };
    while (this.accept(T.DOT)) {
      const attr = this.identifier();
      value = { kind: "Attribute", value, attr, ctx: "Load", ...this.span(s) };
    }
    return value;
  }

  // The rest of a bracketed sequence, its first items already read.
  private sequence(s: number, patterns: pattern[], close: T): pattern {
    while (this.peek() !== close) {
      patterns.push(this.maybeStarPattern());
      if (!this.accept(T.COMMA)) break;
    }
    this.expect(close);
    return { kind: "MatchSequence", patterns, ...this.span(s) };
  }

  private parenthesizedPattern(): pattern {
    const s = this.mark++;
    if (this.accept(T.RPAR)) return { kind: "MatchSequence", patterns: [], ...this.span(s) };
    const first = this.maybeStarPattern();
    if (this.accept(T.COMMA)) return this.sequence(s, [first], T.RPAR);
    if (first.kind === "MatchStar") fail();
    this.expect(T.RPAR);
    return first;
  }

  private mappingPattern(): pattern {
    const s = this.mark++;
    const keys: expr[] = [];
    const patterns: pattern[] = [];
    let rest: string | null = null;
    while (this.peek() !== T.RBRACE) {
      if (this.accept(T.DOUBLESTAR)) {
        rest = this.captureName();
        if (rest === "_") fail();
        this.accept(T.COMMA);
        break;
      }
      keys.push(this.mappingKey());
      this.expect(T.COLON);
      patterns.push(this.pattern());
      if (!this.accept(T.COMMA)) break;
    }
    this.expect(T.RBRACE);
    return { kind: "MatchMapping", keys, patterns, rest, ...this.span(s) };
  }

  private mappingKey(): expr {
    switch (this.peek()) {
      case T.NONE:
        return this.constant(NONE);
      case T.TRUE:
        return this.constant(TRUE);
      case T.FALSE:
        return this.constant(FALSE);
      case T.NAME: {
        const key = this.dottedName();
        return key.kind === "Name" ? fail() : key;
      }
      default:
        return this.literal();
    }
  }

  private classPattern(s: number, cls: expr): pattern {
    this.expect(T.LPAR);
    const node: Node<"MatchClass"> = {
      kind: "MatchClass",
      cls,
      patterns: [],
      kwd_attrs: [],
      kwd_patterns: [],
      lineno: 0,
      col_offset: 0,
      end_lineno: 0,
      end_col_offset: 0,
    };
    while (this.peek() !== T.RPAR) {
      if (this.peek() === T.NAME && this.peekAt(this.mark + 1) === T.EQUAL) {
        node.kwd_attrs.push(this.identifier());
        this.mark++;
        node.kwd_patterns.push(this.pattern());
      } else {
        if (node.kwd_attrs.length > 0) fail();
        node.patterns.push(this.pattern());
      }
      if (!this.accept(T.COMMA)) break;
    }
    this.expect(T.RPAR);
    Object.assign(node, this.span(s));
    return node;
  }
}
