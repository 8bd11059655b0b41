// Primaries and atoms, fast: calls, subscripts, displays, comprehensions, and what may be assigned to.

import type { Constant } from "../base/constant.ts";
import {
  AFTER_GROUPED_TARGET,
  ARGUMENTS,
  BRACKETED,
  BRACKETED_NEXT,
  COMPREHENSION,
  COMPREHENSION_IF,
  COMPREHENSION_OF_CALL,
  COMPREHENSION_TARGET,
  DOUBLE_STARRED,
  FIRST_ARGUMENT,
  FIRST_TARGET,
  GROUPED_TARGET,
  NEXT_ARGUMENT,
  NEXT_TARGET,
  PARENTHESIZED,
  STARRED_AFTER_KEYWORD,
  STARRED_TARGET,
  SUBSCRIPT,
  SUBSCRIPT_NAMED_VALUE,
  SUBSCRIPT_NEXT,
  SUBSCRIPT_STARRED,
  SUBSCRIPT_STEP,
  TUPLE_NEXT,
  TUPLE_SECOND,
} from "./levels.ts";
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

const isSingleTarget = ({ kind }: expr): boolean => kind === "Name" || kind === "Attribute" || kind === "Subscript";

/** Whether an expression may be assigned to. */
export function isTarget(node: expr): boolean {
  if (isSingleTarget(node)) return true;
  switch (node.kind) {
    case "List":
    case "Tuple":
      return node.elts.every(isTarget);
    case "Starred":
      return isTarget(node.value);
    default:
      return false;
  }
}

export abstract class AtomParser extends ParameterParser {
  // Primaries

  /** Tokens where a primary begins that CPython tries as a target before anything else, and how deep that is. */
  private targetMark = -1;
  private groupedTargetMark = -1;
  /** What begins here was tried at this depth already. */
  protected triedMark = -1;
  protected triedDepth = 0;
  private targetDepth = 0;

  /** What begins at a token is tried as a target first. */
  protected mayBeTarget(mark: number, depth: number): void {
    this.targetMark = mark;
    this.targetDepth = depth;
    this.groupedTargetMark = -1;
  }

  /** So is what the first parenthesis of a statement holds: `(x): int`. */
  protected mayBeGroupedTarget(): void {
    if (this.peek() === T.LPAR) this.groupedTargetMark = this.mark + 1;
  }

  primary(): expr {
    const s = this.mark;
    const { depth } = this;
    if (s === this.groupedTargetMark) this.standAt(this.targetDepth + GROUPED_TARGET);
    else if (s === this.targetMark) this.standAt(this.targetDepth);
    let left = this.atom();
    // where a target in parentheses goes on, the alternative with parentheses has led nowhere
    if (s + 1 === this.groupedTargetMark && isSingleTarget(left)) this.standAt(this.targetDepth + AFTER_GROUPED_TARGET);
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
          this.callArguments(args, keywords, this.depth + ARGUMENTS, this.depth + FIRST_ARGUMENT);
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
          this.depth = depth;
          return left;
      }
    }
  }

  protected slices(): expr {
    const s = this.mark;
    const { depth } = this;
    this.standAt(depth + (this.peek() === T.STAR ? SUBSCRIPT_STARRED : SUBSCRIPT));
    const first = this.slice();
    this.depth = depth;
    if (this.peek() !== T.COMMA) {
      // a star makes a tuple, even alone
      return first.kind === "Starred" ? this.tuple(s, [first]) : first;
    }
    const elts = [first];
    while (this.accept(T.COMMA)) {
      if (this.peek() === T.RSQB) break;
      this.standAt(depth + SUBSCRIPT_NEXT);
      elts.push(this.slice());
    }
    this.depth = depth;
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
      lower = this.namedExpression(SUBSCRIPT_NAMED_VALUE);
      if (this.peek() !== T.COLON) return lower;
      if (lower.kind === "NamedExpr" && this.types[s] !== T.LPAR) fail();
    }
    this.mark++;
    const upper = this.startsExpression() ? this.expression() : null;
    let step: expr | null = null;
    if (this.accept(T.COLON) && this.startsExpression()) {
      this.standAt(this.depth + SUBSCRIPT_STEP - SUBSCRIPT);
      step = this.expression();
    }
    return { kind: "Slice", lower, upper, step, ...this.span(s) };
  }

  // '(' arguments ')'. Positional and starred first, then keywords and stars, then keywords and double stars.
  // level: where the rules of arguments stand; firstLevel: a first argument, which a call takes for a generator first.
  callArguments(args: expr[], keywords: keyword[], level: number, firstLevel: number): void {
    const { depth } = this;
    const open = this.expect(T.LPAR);
    let sawKeyword = false;
    let sawDoubleStar = false;
    let keywordLevel = level;
    this.standAt(firstLevel);
    while (this.peek() !== T.RPAR) {
      const s = this.mark;
      const type = this.types[s];
      if (!sawKeyword && args.length > 0) keywordLevel = level + NEXT_ARGUMENT;
      if (type === T.STAR) {
        if (sawDoubleStar) fail();
        this.mark++;
        this.standAt(sawKeyword ? keywordLevel + STARRED_AFTER_KEYWORD : keywordLevel);
        args.push(this.starredNode(s, this.expression()));
      } else if (type === T.DOUBLESTAR) {
        this.mark++;
        this.standAt(sawDoubleStar ? keywordLevel + NEXT_ARGUMENT : keywordLevel);
        const value = this.expression();
        keywords.push({ kind: "keyword", arg: null, value, ...this.span(s) });
        sawKeyword = sawDoubleStar = true;
      } else {
        this.standAt(args.length === 0 ? firstLevel : level + NEXT_ARGUMENT);
        const value = this.namedExpression();
        const next = this.peek();
        if (next === T.EQUAL) {
          if (value.kind !== "Name" || this.mark !== s + 1) fail();
          this.mark++;
          this.standAt(sawKeyword ? keywordLevel + NEXT_ARGUMENT : keywordLevel);
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
          const generators = this.comprehensions(depth + COMPREHENSION_OF_CALL);
          this.expect(T.RPAR);
          args.push({ kind: "GeneratorExp", elt: value, generators, ...this.span(open) });
          this.depth = depth;
          return;
        } else {
          if (sawKeyword) fail();
          args.push(value);
        }
      }
      if (!this.accept(T.COMMA)) break;
    }
    this.expect(T.RPAR);
    this.depth = depth;
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
    const { depth } = this;
    this.standAt(this.mark === this.triedMark ? this.triedDepth : depth + PARENTHESIZED);
    const type = this.peek();
    const node =
      type === T.RPAR ? this.emptyTuple(s) : type === T.YIELD ? this.parenthesizedYield() : this.groupOrTuple(s, depth);
    this.depth = depth;
    return node;
  }

  private emptyTuple(s: number): expr {
    this.mark++;
    return this.tuple(s, []);
  }

  private parenthesizedYield(): expr {
    const value = this.yieldExpression();
    this.expect(T.RPAR);
    return value;
  }

  private groupOrTuple(s: number, depth: number): expr {
    const type = this.peek();
    const first = this.starNamedExpression();
    switch (this.peek()) {
      case T.RPAR:
        if (first.kind === "Starred" && this.types[s + 1] === T.STAR) fail();
        this.mark++;
        return first;
      case T.COMMA: {
        const elts = [first];
        this.elements(elts, T.RPAR, depth + TUPLE_SECOND, depth + TUPLE_NEXT);
        return this.tuple(s, elts);
      }
      case T.FOR:
      case T.ASYNC: {
        if (type === T.STAR) fail();
        const generators = this.comprehensions(depth + COMPREHENSION);
        this.expect(T.RPAR);
        return { kind: "GeneratorExp", elt: first, generators, ...this.span(s) };
      }
      default:
        return fail();
    }
  }

  // The rest of a display after its first element, and its closing bracket.
  protected elements(elts: expr[], close: T, second: number, others: number): void {
    while (this.accept(T.COMMA)) {
      if (this.peek() === close) break;
      this.standAt(elts.length === 1 ? second : others);
      elts.push(this.starNamedExpression());
    }
    this.expect(close);
  }

  protected listDisplay(): expr {
    const s = this.mark++;
    const elts: expr[] = [];
    const { depth } = this;
    this.standAt(depth + BRACKETED);
    if (!this.accept(T.RSQB)) {
      const first = this.starNamedExpression();
      const type = this.peek();
      if ((type === T.FOR || type === T.ASYNC) && first.kind !== "Starred") {
        const generators = this.comprehensions(depth + COMPREHENSION);
        this.expect(T.RSQB);
        this.depth = depth;
        return { kind: "ListComp", elt: first, generators, ...this.span(s) };
      }
      elts.push(first);
      this.elements(elts, T.RSQB, depth + BRACKETED_NEXT, depth + BRACKETED_NEXT);
    }
    this.depth = depth;
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
    const { depth } = this;
    this.standAt(depth + BRACKETED);
    const node = this.dictOrSet(s, depth);
    this.depth = depth;
    return node;
  }

  private dictOrSet(s: number, depth: number): expr {
    if (this.accept(T.RBRACE)) return { kind: "Dict", keys: [], values: [], ...this.span(s) };
    if (this.peek() === T.DOUBLESTAR) return this.dict(s, null, depth);
    const first = this.starNamedExpression();
    const type = this.peek();
    if (type === T.COLON && first.kind !== "Starred") {
      if (first.kind === "NamedExpr" && this.types[s + 1] !== T.LPAR) fail();
      return this.dict(s, first, depth);
    }
    if ((type === T.FOR || type === T.ASYNC) && first.kind !== "Starred") {
      const generators = this.comprehensions(depth + COMPREHENSION);
      this.expect(T.RBRACE);
      return { kind: "SetComp", elt: first, generators, ...this.span(s) };
    }
    const elts = [first];
    this.elements(elts, T.RBRACE, depth + BRACKETED_NEXT, depth + BRACKETED_NEXT);
    return { kind: "Set", elts, ...this.span(s) };
  }

  // The first key has been read, or `**` comes first.
  private dict(s: number, first: expr | null, depth: number): expr {
    const keys: (expr | null)[] = [];
    const values: expr[] = [];
    let key = first;
    for (;;) {
      const level = depth + (keys.length === 0 ? BRACKETED : BRACKETED_NEXT);
      this.standAt(level);
      if (key === null && this.accept(T.DOUBLESTAR)) {
        keys.push(null);
        this.standAt(level + DOUBLE_STARRED);
        values.push(this.binary(1));
      } else {
        key ??= this.expression();
        this.expect(T.COLON);
        const value = this.expression();
        const type = this.peek();
        if (keys.length === 0 && (type === T.FOR || type === T.ASYNC)) {
          const generators = this.comprehensions(depth + COMPREHENSION);
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

  // level: where the iterables stand
  protected comprehensions(level: number): comprehension[] {
    const clauses: comprehension[] = [];
    for (;;) {
      const is_async = this.accept(T.ASYNC) ? 1 : 0;
      if (!this.accept(T.FOR)) {
        if (is_async) fail();
        return clauses;
      }
      this.standAt(level);
      const target = this.starTargets(level + COMPREHENSION_TARGET);
      this.expect(T.IN);
      const iter = this.disjunction();
      const ifs: expr[] = [];
      this.standAt(level + COMPREHENSION_IF);
      while (this.accept(T.IF)) ifs.push(this.disjunction());
      if (is_async) this.checkVersion(6, "Async comprehensions are");
      clauses.push({ kind: "comprehension", target, iter, ifs, is_async });
    }
  }

  // Targets

  // firstLevel: of the primary that the first one is
  starTargets(firstLevel: number): expr {
    const s = this.mark;
    const first = this.starTarget(firstLevel);
    if (this.peek() !== T.COMMA) return first;
    const elts = [first];
    while (this.accept(T.COMMA)) {
      if (!this.startsExpression() && this.peek() !== T.STAR) break;
      elts.push(this.starTarget(firstLevel + NEXT_TARGET - FIRST_TARGET));
    }
    const node = this.tuple(s, elts);
    node.ctx = "Store";
    return node;
  }

  starTarget(level: number): expr {
    const s = this.mark;
    if (this.accept(T.STAR)) {
      if (this.peek() === T.STAR) fail();
      const node = this.starredNode(s, this.starTarget(level + STARRED_TARGET));
      node.ctx = "Store";
      return node;
    }
    return this.target("Store", level);
  }

  target(ctx: Context, level: number): expr {
    const { depth } = this;
    this.standAt(level);
    const node = this.primary();
    this.depth = depth;
    if (!setContext(node, ctx)) fail();
    return node;
  }
}
