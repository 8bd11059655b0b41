// What all chapters of the fast parser share: looking at tokens, failing, places of nodes, and how deep it may go.
//
// The chapters are one class, built up file by file; a rule that belongs to a later chapter is declared here. Invariant
// of them all: a method that returns has consumed what it parsed; a method that fails throws, and nothing is undone.

import { Cursor } from "./cursor.ts";
import { PySyntaxError } from "./errors.ts";
import { MAXSTACK, STATEMENT_LEVEL } from "./levels.ts";
import type { expr, Node } from "./nodes.ts";
import { T } from "./tokens.ts";

// Thrown when the source is not Python.
export const FAIL = { fail: true };

export function fail(): never {
  throw FAIL;
}

// Tokens that may begin an expression.
const STARTS = new Uint8Array(256);
for (const type of [
  T.NAME,
  T.NUMBER,
  T.STRING,
  T.FSTRING_START,
  T.LPAR,
  T.LSQB,
  T.LBRACE,
  T.MINUS,
  T.PLUS,
  T.TILDE,
  T.ELLIPSIS,
  T.NONE,
  T.TRUE,
  T.FALSE,
  T.NOT,
  T.LAMBDA,
  T.AWAIT,
])
  STARTS[type] = 1;

export abstract class ParserBase extends Cursor {
  override warned = new Set<number>();
  // How many rules deep CPython's parser would stand where an expression begins here (levels.ts). Whoever moves it puts it
  // back, unless nothing is parsed after.
  protected depth = STATEMENT_LEVEL;

  // Rules of the chapter on expressions
  abstract expression(): expr;
  abstract starExpression(): expr;
  /** levels: how much deeper the value after := stands. */
  abstract namedExpression(levels?: number): expr;
  abstract starNamedExpression(): expr;
  abstract yieldExpression(): expr;
  abstract yieldOrStarExpressions(): expr;
  abstract disjunction(): expr;
  abstract binary(least: number): expr;

  // Tokens

  at(type: T): boolean {
    return this.peek() === type;
  }

  accept(type: T): boolean {
    if (this.peek() !== type) return false;
    this.mark++;
    return true;
  }

  expect(type: T): number {
    if (this.peek() !== type) fail();
    return this.mark++;
  }

  // Consumes a NAME and returns its text.
  identifier(): string {
    return this.names[this.expect(T.NAME)];
  }

  startsExpression(): boolean {
    return STARTS[this.peek()] === 1;
  }

  tuple(s: number, elts: expr[]): Node<"Tuple"> {
    const e = this.mark - 1;
    return {
      kind: "Tuple",
      elts,
      ctx: "Load",
      lineno: this.linenos[s],
      col_offset: this.columns[s],
      end_lineno: this.endLinenos[e],
      end_col_offset: this.endColumns[e],
    };
  }

  protected starredNode(s: number, value: expr): Node<"Starred"> {
    const e = this.mark - 1;
    return {
      kind: "Starred",
      value,
      ctx: "Load",
      lineno: this.linenos[s],
      col_offset: this.columns[s],
      end_lineno: this.endLinenos[e],
      end_col_offset: this.endColumns[e],
    };
  }

  // From token s to the last one consumed; for nodes that are too rare to matter.
  span(s: number): { lineno: number; col_offset: number; end_lineno: number; end_col_offset: number } {
    const e = this.mark - 1;
    return {
      lineno: this.linenos[s],
      col_offset: this.columns[s],
      end_lineno: this.endLinenos[e],
      end_col_offset: this.endColumns[e],
    };
  }

  // An expression begins at this depth: CPython's parser gives up where its rules call each other too deep.
  protected standAt(depth: number): void {
    if (depth > MAXSTACK) {
      // its first rules look at the next token, which may be an error before that
      this.peek();
      throw new PySyntaxError("MemoryError", "Parser stack overflowed - Python source too complex to parse");
    }
    this.depth = depth;
  }
}
