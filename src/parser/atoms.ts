// Primaries and atoms, fast: calls, subscripts, displays, comprehensions, and what may be assigned to.

import type { Constant } from "../base/constant.ts";
import { ELLIPSIS, FALSE, NONE, TRUE } from "./literals.ts";
import type { comprehension, expr, keyword, Node } from "./nodes.ts";
import { ParameterParser } from "./parameters.ts";
import { fail } from "./parser_base.ts";
import { T } from "./tokens.ts";

export type Context = "Store" | "Del";

// Makes an expression a target; false if it cannot be one.
export function setContext(node: expr, ctx: Context): boolean {
  switch (node.kind) {
    case "Name":
    case "Attribute":
    case "Subscript":
      node.ctx = ctx;
      return true;
    case "List":
    case "Tuple":
      node.ctx = ctx;
      for (const item of node.elts) if (!setContext(item, ctx)) return false;
      return true;
    case "Starred":
      if (ctx === "Del") return false;
      node.ctx = ctx;
      return setContext(node.value, ctx);
    default:
      return false;
  }
}

export abstract class AtomParser extends ParameterParser {
  // Primaries

  primary(): expr {
    const s = this.mark;
    let left = this.atom();
    for (;;) {
      switch (this.peek()) {
        case T.DOT: {
          this.mark++;
          const e = this.expect(T.NAME);
          left = {
            kind: "Attribute",
            value: left,
            attr: this.names[e],
            ctx: "Load",
            lineno: this.linenos[s],
            col_offset: this.columns[s],
            end_lineno: this.endLinenos[e],
            end_col_offset: this.endColumns[e],
          };
          break;
        }
        case T.LPAR: {
          const args: expr[] = [];
          const keywords: keyword[] = [];
          this.callArguments(args, keywords);
          const e = this.mark - 1;
          left = {
            kind: "Call",
            func: left,
            args,
            keywords,
            lineno: this.linenos[s],
            col_offset: this.columns[s],
            end_lineno: this.endLinenos[e],
            end_col_offset: this.endColumns[e],
          };
          break;
        }
        case T.LSQB: {
          this.mark++;
          const slice = this.slices();
          const e = this.expect(T.RSQB);
          left = {
            kind: "Subscript",
            value: left,
            slice,
            ctx: "Load",
            lineno: this.linenos[s],
            col_offset: this.columns[s],
            end_lineno: this.endLinenos[e],
            end_col_offset: this.endColumns[e],
          };
          break;
        }
        default:
          return left;
      }
    }
  }

  protected slices(): expr {
    const s = this.mark;
    const first = this.slice();
    if (this.peek() !== T.COMMA) {
      // a star makes a tuple, even alone
      return first.kind === "Starred" ? this.tuple(s, [first]) : first;
    }
    const elts = [first];
    while (this.accept(T.COMMA)) {
      if (this.peek() === T.RSQB) break;
      elts.push(this.slice());
    }
    return this.tuple(s, elts);
  }

  protected slice(): expr {
    const s = this.mark;
    let lower: expr | null = null;
    if (this.peek() === T.STAR) {
      this.mark++;
      return this.starredNode(s, this.expression());
    }
    if (this.peek() !== T.COLON) {
      lower = this.namedExpression();
      if (this.peek() !== T.COLON) return lower;
      if (lower.kind === "NamedExpr" && this.types[s] !== T.LPAR) fail();
    }
    this.mark++;
    const upper = this.startsExpression() ? this.expression() : null;
    let step: expr | null = null;
    if (this.accept(T.COLON)) step = this.startsExpression() ? this.expression() : null;
    return { kind: "Slice", lower, upper, step, ...this.span(s) };
  }

  // '(' arguments ')'. Positional and starred first, then keywords and stars, then keywords and double stars.
  callArguments(args: expr[], keywords: keyword[]): void {
    const open = this.expect(T.LPAR);
    let sawKeyword = false;
    let sawDoubleStar = false;
    while (this.peek() !== T.RPAR) {
      const s = this.mark;
      const type = this.types[s];
      if (type === T.STAR) {
        if (sawDoubleStar) fail();
        this.mark++;
        args.push(this.starredNode(s, this.expression()));
      } else if (type === T.DOUBLESTAR) {
        this.mark++;
        const value = this.expression();
        keywords.push({ kind: "keyword", arg: null, value, ...this.span(s) });
        sawKeyword = sawDoubleStar = true;
      } else {
        const value = this.namedExpression();
        const next = this.peek();
        if (next === T.EQUAL) {
          if (value.kind !== "Name" || this.mark !== s + 1) fail();
          this.mark++;
          const keywordValue = this.expression();
          const e = this.mark - 1;
          keywords.push({
            kind: "keyword",
            arg: value.id,
            value: keywordValue,
            lineno: this.linenos[s],
            col_offset: this.columns[s],
            end_lineno: this.endLinenos[e],
            end_col_offset: this.endColumns[e],
          });
          sawKeyword = true;
        } else if (next === T.FOR || next === T.ASYNC) {
          // one generator needs no parentheses of its own
          if (args.length > 0 || sawKeyword) fail();
          const generators = this.comprehensions();
          this.expect(T.RPAR);
          args.push({ kind: "GeneratorExp", elt: value, generators, ...this.span(open) });
          return;
        } else {
          if (sawKeyword) fail();
          args.push(value);
        }
      }
      if (!this.accept(T.COMMA)) break;
    }
    this.expect(T.RPAR);
  }

  // Atoms

  protected atom(): expr {
    const s = this.mark;
    switch (this.peek()) {
      case T.NAME:
        this.mark++;
        return {
          kind: "Name",
          id: this.names[s],
          ctx: "Load",
          lineno: this.linenos[s],
          col_offset: this.columns[s],
          end_lineno: this.endLinenos[s],
          end_col_offset: this.endColumns[s],
        };
      case T.NUMBER:
        return this.number();
      case T.STRING:
      case T.FSTRING_START:
        return this.strings();
      case T.LPAR:
        return this.parenthesized();
      case T.LSQB:
        return this.listDisplay();
      case T.LBRACE:
        return this.braces();
      case T.NONE:
        return this.constant(NONE);
      case T.TRUE:
        return this.constant(TRUE);
      case T.FALSE:
        return this.constant(FALSE);
      case T.ELLIPSIS:
        return this.constant(ELLIPSIS);
      default:
        return fail();
    }
  }

  constant(value: Constant): Node<"Constant"> {
    const s = this.mark++;
    return {
      kind: "Constant",
      value,
      kind_: null,
      lineno: this.linenos[s],
      col_offset: this.columns[s],
      end_lineno: this.endLinenos[s],
      end_col_offset: this.endColumns[s],
    };
  }

  number(): Node<"Constant"> {
    const s = this.mark;
    if (this.peek() !== T.NUMBER) fail();
    return this.constant(this.numberAt(s));
  }

  // ( ) group, tuple or generator
  protected parenthesized(): expr {
    const s = this.mark++;
    const type = this.peek();
    if (type === T.RPAR) {
      this.mark++;
      return this.tuple(s, []);
    }
    if (type === T.YIELD) {
      const value = this.yieldExpression();
      this.expect(T.RPAR);
      return value;
    }
    const first = this.starNamedExpression();
    switch (this.peek()) {
      case T.RPAR:
        if (first.kind === "Starred" && this.types[s + 1] === T.STAR) fail();
        this.mark++;
        return first;
      case T.COMMA: {
        const elts = [first];
        this.elements(elts, T.RPAR);
        return this.tuple(s, elts);
      }
      case T.FOR:
      case T.ASYNC: {
        if (type === T.STAR) fail();
        const generators = this.comprehensions();
        this.expect(T.RPAR);
        return { kind: "GeneratorExp", elt: first, generators, ...this.span(s) };
      }
      default:
        return fail();
    }
  }

  // The rest of a display after its first element, and its closing bracket.
  protected elements(elts: expr[], close: T): void {
    while (this.accept(T.COMMA)) {
      if (this.peek() === close) break;
      elts.push(this.starNamedExpression());
    }
    this.expect(close);
  }

  protected listDisplay(): expr {
    const s = this.mark++;
    const elts: expr[] = [];
    if (!this.accept(T.RSQB)) {
      const first = this.starNamedExpression();
      const type = this.peek();
      if ((type === T.FOR || type === T.ASYNC) && first.kind !== "Starred") {
        const generators = this.comprehensions();
        this.expect(T.RSQB);
        return { kind: "ListComp", elt: first, generators, ...this.span(s) };
      }
      elts.push(first);
      this.elements(elts, T.RSQB);
    }
    const e = this.mark - 1;
    return {
      kind: "List",
      elts,
      ctx: "Load",
      lineno: this.linenos[s],
      col_offset: this.columns[s],
      end_lineno: this.endLinenos[e],
      end_col_offset: this.endColumns[e],
    };
  }

  // { } dict, set or a comprehension of either
  protected braces(): expr {
    const s = this.mark++;
    if (this.accept(T.RBRACE)) return { kind: "Dict", keys: [], values: [], ...this.span(s) };
    if (this.peek() === T.DOUBLESTAR) return this.dict(s, null);
    const first = this.starNamedExpression();
    const type = this.peek();
    if (type === T.COLON && first.kind !== "Starred") {
      if (first.kind === "NamedExpr" && this.types[s + 1] !== T.LPAR) fail();
      return this.dict(s, first);
    }
    if ((type === T.FOR || type === T.ASYNC) && first.kind !== "Starred") {
      const generators = this.comprehensions();
      this.expect(T.RBRACE);
      return { kind: "SetComp", elt: first, generators, ...this.span(s) };
    }
    const elts = [first];
    this.elements(elts, T.RBRACE);
    return { kind: "Set", elts, ...this.span(s) };
  }

  // The first key has been read, or `**` comes first.
  protected dict(s: number, first: expr | null): expr {
    const keys: (expr | null)[] = [];
    const values: expr[] = [];
    let key = first;
    for (;;) {
      if (key === null && this.accept(T.DOUBLESTAR)) {
        keys.push(null);
        values.push(this.binary(1));
      } else {
        key ??= this.expression();
        this.expect(T.COLON);
        const value = this.expression();
        const type = this.peek();
        if (keys.length === 0 && (type === T.FOR || type === T.ASYNC)) {
          const generators = this.comprehensions();
          this.expect(T.RBRACE);
          return { kind: "DictComp", key, value, generators, ...this.span(s) };
        }
        keys.push(key);
        values.push(value);
      }
      key = null;
      if (!this.accept(T.COMMA) || this.peek() === T.RBRACE) break;
    }
    this.expect(T.RBRACE);
    const e = this.mark - 1;
    return {
      kind: "Dict",
      keys,
      values,
      lineno: this.linenos[s],
      col_offset: this.columns[s],
      end_lineno: this.endLinenos[e],
      end_col_offset: this.endColumns[e],
    };
  }

  protected comprehensions(): comprehension[] {
    const clauses: comprehension[] = [];
    for (;;) {
      const is_async = this.accept(T.ASYNC) ? 1 : 0;
      if (!this.accept(T.FOR)) {
        if (is_async) fail();
        return clauses;
      }
      const target = this.starTargets();
      this.expect(T.IN);
      const iter = this.disjunction();
      const ifs: expr[] = [];
      while (this.accept(T.IF)) ifs.push(this.disjunction());
      if (is_async) this.checkVersion(6, "Async comprehensions are");
      clauses.push({ kind: "comprehension", target, iter, ifs, is_async });
    }
  }

  // Targets

  starTargets(): expr {
    const s = this.mark;
    const first = this.starTarget();
    if (this.peek() !== T.COMMA) return first;
    const elts = [first];
    while (this.accept(T.COMMA)) {
      if (!this.startsExpression() && this.peek() !== T.STAR) break;
      elts.push(this.starTarget());
    }
    const node = this.tuple(s, elts);
    node.ctx = "Store";
    return node;
  }

  starTarget(): expr {
    const s = this.mark;
    if (this.accept(T.STAR)) {
      if (this.peek() === T.STAR) fail();
      const node = this.starredNode(s, this.starTarget());
      node.ctx = "Store";
      return node;
    }
    return this.target("Store");
  }

  target(ctx: Context): expr {
    const node = this.primary();
    if (!setContext(node, ctx)) fail();
    return node;
  }
}
