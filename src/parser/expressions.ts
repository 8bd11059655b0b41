// Expressions, fast: recursive descent over operator precedence. It builds the tree of what is right and says FAIL to
// the rest; why something is wrong is for explain.ts to find out.

import { AtomParser } from "./atoms.ts";
import {
  AND_OPERAND,
  COMPARED,
  ELSE_VALUE,
  NAMED_VALUE,
  NEGATED,
  NEXT_EXPRESSION,
  OR_OPERAND,
  RAISED,
  SIGNED,
  STARRED,
  STARRED_NAMED,
  YIELDED,
  YIELDED_FROM,
} from "./levels.ts";
import type { cmpop, expr, Node, operator, unaryop } from "./nodes.ts";
import { fail } from "./parser_base.ts";
import { T } from "./tokens.ts";

const BINARY: readonly (readonly [T, number, operator])[] = [
  [T.VBAR, 1, "BitOr"],
  [T.CIRCUMFLEX, 2, "BitXor"],
  [T.AMPER, 3, "BitAnd"],
  [T.LEFTSHIFT, 4, "LShift"],
  [T.RIGHTSHIFT, 4, "RShift"],
  [T.PLUS, 5, "Add"],
  [T.MINUS, 5, "Sub"],
  [T.STAR, 6, "Mult"],
  [T.SLASH, 6, "Div"],
  [T.DOUBLESLASH, 6, "FloorDiv"],
  [T.PERCENT, 6, "Mod"],
  [T.AT, 6, "MatMult"],
];
const ASSIGNMENT_EXPRESSIONS = 8;
const PRECEDENCE = new Uint8Array(256);
const BINARY_NAMES: operator[] = [];
for (const [type, precedence, name] of BINARY) {
  PRECEDENCE[type] = precedence;
  BINARY_NAMES[type] = name;
}

export abstract class ExpressionParser extends AtomParser {
  // Lists of expressions

  // star_expressions: one expression, or a tuple without parentheses
  starExpressions(): expr {
    const s = this.mark;
    const first = this.starExpression();
    if (this.peek() !== T.COMMA) return first;
    const elts = [first];
    const { depth } = this;
    this.standAt(depth + NEXT_EXPRESSION);
    while (this.accept(T.COMMA)) {
      if (!this.startsExpression() && this.peek() !== T.STAR) break;
      elts.push(this.starExpression());
    }
    this.depth = depth;
    return this.tuple(s, elts);
  }

  // expressions: the same without stars
  expressions(): expr {
    const s = this.mark;
    const first = this.expression();
    if (this.peek() !== T.COMMA) return first;
    const elts = [first];
    const { depth } = this;
    this.standAt(depth + NEXT_EXPRESSION);
    while (this.accept(T.COMMA)) {
      if (!this.startsExpression()) break;
      elts.push(this.expression());
    }
    this.depth = depth;
    return this.tuple(s, elts);
  }

  override starExpression(): expr {
    return this.peek() === T.STAR ? this.starred(STARRED) : this.expression();
  }

  override starNamedExpression(): expr {
    return this.peek() === T.STAR ? this.starred(STARRED_NAMED) : this.namedExpression();
  }

  private starred(levels: number): Node<"Starred"> {
    const s = this.mark++;
    const { depth } = this;
    this.standAt(depth + levels);
    const value = this.binary(1);
    this.depth = depth;
    return this.starredNode(s, value);
  }

  override namedExpression(levels = NAMED_VALUE): expr {
    const s = this.mark;
    const left = this.expression();
    if (this.peek() !== T.COLONEQUAL) return left;
    if (left.kind !== "Name" || this.mark !== s + 1) fail();
    this.mark++;
    left.ctx = "Store";
    const { depth } = this;
    this.standAt(depth + levels);
    const value = this.expression();
    this.depth = depth;
    if (this.options.featureVersion < ASSIGNMENT_EXPRESSIONS) {
      this.peek();
      this.checkVersion(ASSIGNMENT_EXPRESSIONS, "Assignment expressions are");
    }
    const e = this.mark - 1;
    return {
      kind: "NamedExpr",
      target: left,
      value,
      lineno: this.linenos[s],
      col_offset: this.columns[s],
      end_lineno: this.endLinenos[e],
      end_col_offset: this.endColumns[e],
    };
  }

  override yieldOrStarExpressions(): expr {
    return this.peek() === T.YIELD ? this.yieldExpression() : this.starExpressions();
  }

  override yieldExpression(): expr {
    const s = this.expect(T.YIELD);
    const { depth } = this;
    if (this.accept(T.FROM)) {
      this.standAt(depth + YIELDED_FROM);
      const value = this.expression();
      this.depth = depth;
      return { kind: "YieldFrom", value, ...this.span(s) };
    }
    this.standAt(depth + YIELDED);
    const value = this.startsExpression() || this.peek() === T.STAR ? this.starExpressions() : null;
    this.depth = depth;
    return { kind: "Yield", value, ...this.span(s) };
  }

  // Operators, loosest first

  override expression(): expr {
    const s = this.mark;
    if (this.peek() === T.LAMBDA) return this.lambda();
    const body = this.disjunction();
    if (this.peek() !== T.IF) return body;
    // a chain of conditional expressions leans right: collect it, then build from the end
    const starts = [s];
    const parts = [body];
    const { depth } = this;
    for (;;) {
      this.expect(T.IF);
      parts.push(this.disjunction());
      this.expect(T.ELSE);
      this.standAt(this.depth + ELSE_VALUE);
      const next = this.mark;
      if (this.peek() === T.LAMBDA) {
        parts.push(this.lambda());
        break;
      }
      parts.push(this.disjunction());
      if (this.peek() !== T.IF) break;
      starts.push(next);
    }
    this.depth = depth;
    let orelse = parts[parts.length - 1];
    for (let i = starts.length - 1; i >= 0; i--)
      orelse = { kind: "IfExp", test: parts[2 * i + 1], body: parts[2 * i], orelse, ...this.span(starts[i]) };
    return orelse;
  }

  override disjunction(): expr {
    const s = this.mark;
    const first = this.conjunction();
    if (this.peek() !== T.OR) return first;
    const values = [first];
    const { depth } = this;
    this.standAt(depth + OR_OPERAND);
    while (this.accept(T.OR)) values.push(this.conjunction());
    this.depth = depth;
    return { kind: "BoolOp", op: "Or", values, ...this.span(s) };
  }

  private conjunction(): expr {
    const s = this.mark;
    const first = this.inversion();
    if (this.peek() !== T.AND) return first;
    const values = [first];
    const { depth } = this;
    this.standAt(depth + AND_OPERAND);
    while (this.accept(T.AND)) values.push(this.inversion());
    this.depth = depth;
    return { kind: "BoolOp", op: "And", values, ...this.span(s) };
  }

  private inversion(): expr {
    if (this.peek() !== T.NOT) return this.comparison();
    const first = this.mark;
    const { depth } = this;
    while (this.accept(T.NOT)) this.standAt(this.depth + NEGATED);
    let last = this.mark;
    let operand = this.comparison();
    this.depth = depth;
    while (last > first) {
      last--;
      operand = { kind: "UnaryOp", op: "Not", operand, ...this.span(last) };
    }
    return operand;
  }

  private comparison(): expr {
    const s = this.mark;
    const left = this.binary(1);
    let op = this.comparisonOperator();
    if (op === null) return left;
    const ops: cmpop[] = [];
    const comparators: expr[] = [];
    const { depth } = this;
    this.standAt(depth + COMPARED);
    while (op !== null) {
      ops.push(op);
      comparators.push(this.binary(1));
      op = this.comparisonOperator();
    }
    this.depth = depth;
    const e = this.mark - 1;
    return {
      kind: "Compare",
      left,
      ops,
      comparators,
      lineno: this.linenos[s],
      col_offset: this.columns[s],
      end_lineno: this.endLinenos[e],
      end_col_offset: this.endColumns[e],
    };
  }

  private comparisonOperator(): cmpop | null {
    switch (this.peek()) {
      case T.EQEQUAL:
        this.mark++;
        return "Eq";
      case T.NOTEQUAL: {
        // `<>` is `!=` for those who imported barry_as_FLUFL, and only for them
        const isArrow = this.bytes[this.starts[this.mark]] === 60;
        if (isArrow !== this.options.barryAsBdfl) {
          if (!isArrow) this.raiseLast("SyntaxError", "with Barry as BDFL, use '<>' instead of '!='");
          return null;
        }
        this.mark++;
        return "NotEq";
      }
      case T.LESS:
        this.mark++;
        return "Lt";
      case T.LESSEQUAL:
        this.mark++;
        return "LtE";
      case T.GREATER:
        this.mark++;
        return "Gt";
      case T.GREATEREQUAL:
        this.mark++;
        return "GtE";
      case T.IN:
        this.mark++;
        return "In";
      case T.NOT:
        this.mark++;
        this.expect(T.IN);
        return "NotIn";
      case T.IS:
        this.mark++;
        return this.accept(T.NOT) ? "IsNot" : "Is";
      default:
        return null;
    }
  }

  // | ^ & << + * and their like; `least` is the loosest that belongs to this operand.
  override binary(least: number): expr {
    const s = this.mark;
    let left = this.factor();
    for (;;) {
      const type = this.peek();
      const precedence = PRECEDENCE[type];
      if (precedence < least || precedence === 0) return left;
      this.mark++;
      const right = this.binary(precedence + 1);
      if (type === T.AT) this.checkVersion(5, "The '@' operator is");
      const e = this.mark - 1;
      left = {
        kind: "BinOp",
        left,
        op: BINARY_NAMES[type],
        right,
        lineno: this.linenos[s],
        col_offset: this.columns[s],
        end_lineno: this.endLinenos[e],
        end_col_offset: this.endColumns[e],
      };
    }
  }

  // Signs and powers lean right: - a ** - b ** c is -(a ** (-(b ** c))). A chain is collected, then built from the end.
  private factor(): expr {
    const type = this.peek();
    const isSign = type === T.MINUS || type === T.PLUS || type === T.TILDE;
    const s = this.mark;
    if (isSign) return this.signsAndPowers([], []);
    const left = type === T.AWAIT ? this.awaitPrimary() : this.primary();
    if (this.peek() !== T.DOUBLESTAR) return left;
    this.mark++;
    const { depth } = this;
    this.standAt(depth + RAISED);
    const node = this.signsAndPowers([s], [left]);
    this.depth = depth;
    return node;
  }

  // starts[i]: the token where a sign or a power begins; lefts[i]: what is raised to the power, null for a sign.
  private signsAndPowers(starts: number[], lefts: (expr | null)[]): expr {
    const { depth } = this;
    let operand: expr;
    for (;;) {
      for (let type = this.peek(); type === T.MINUS || type === T.PLUS || type === T.TILDE; type = this.peek()) {
        starts.push(this.mark++);
        lefts.push(null);
        this.standAt(this.depth + SIGNED);
      }
      const s = this.mark;
      operand = this.peek() === T.AWAIT ? this.awaitPrimary() : this.primary();
      if (this.peek() !== T.DOUBLESTAR) break;
      this.mark++;
      starts.push(s);
      lefts.push(operand);
      this.standAt(this.depth + RAISED);
    }
    for (let i = starts.length - 1; i >= 0; i--) {
      const start = starts[i];
      const left = lefts[i];
      if (left !== null) operand = { kind: "BinOp", left, op: "Pow", right: operand, ...this.span(start) };
      else {
        const type = this.types[start];
        const op: unaryop = type === T.MINUS ? "USub" : type === T.PLUS ? "UAdd" : "Invert";
        operand = { kind: "UnaryOp", op, operand, ...this.span(start) };
      }
    }
    this.depth = depth;
    return operand;
  }

  private awaitPrimary(): expr {
    const s = this.mark++;
    const value = this.primary();
    this.checkVersion(5, "Await expressions are");
    return { kind: "Await", value, ...this.span(s) };
  }
}
