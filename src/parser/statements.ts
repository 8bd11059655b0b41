// Statements and whole inputs, fast (see parser_base.ts for the rules of the house).

import { isTarget, setContext } from "./atoms.ts";
import {
  ANNOTATED_VALUE,
  BODY,
  BODY_OF_CASE,
  BODY_OF_DEFINITION,
  BODY_OF_ELSE,
  BODY_OF_EXCEPT,
  CASE_GUARD,
  CLASS_ARGUMENTS,
  DECORATOR,
  DELETED,
  DELETED_NEXT,
  ELIF,
  EVAL_LEVEL,
  FIRST_TARGET,
  FUNCTION_TYPE,
  INDENTED,
  INTERACTIVE_LEVEL,
  ITEM_TARGET,
  KEYWORD_VALUE,
  LISTED,
  MATCH_SUBJECT,
  MAYBE_TARGET,
  MAYBE_TARGET_AFTER_EQUAL,
  MAYBE_TARGET_NEXT,
  MAYBE_TARGET_STARRED,
  MAYBE_TARGET_STARRED_NEXT,
  NEXT_EXPRESSION,
  NEXT_ITEM,
  PARENTHESIZED,
  TUPLE_NEXT,
  TUPLE_SECOND,
  TYPE_PARAMETER,
  TYPE_PARAMETER_NEXT,
  TYPE_VAR_TUPLE,
  VALUE,
} from "./levels.ts";
import type {
  alias,
  excepthandler,
  expr,
  keyword,
  match_case,
  mod,
  Node,
  operator,
  stmt,
  type_param,
  withitem,
} from "./nodes.ts";
import { FAIL, fail } from "./parser_base.ts";
import { PatternParser } from "./patterns.ts";
import { T } from "./tokens.ts";
import { decodeUtf8 } from "./utf8.ts";

const AUGMENTED: readonly (readonly [T, operator])[] = [
  [T.PLUSEQUAL, "Add"],
  [T.MINEQUAL, "Sub"],
  [T.STAREQUAL, "Mult"],
  [T.ATEQUAL, "MatMult"],
  [T.SLASHEQUAL, "Div"],
  [T.PERCENTEQUAL, "Mod"],
  [T.AMPEREQUAL, "BitAnd"],
  [T.VBAREQUAL, "BitOr"],
  [T.CIRCUMFLEXEQUAL, "BitXor"],
  [T.LEFTSHIFTEQUAL, "LShift"],
  [T.RIGHTSHIFTEQUAL, "RShift"],
  [T.DOUBLESTAREQUAL, "Pow"],
  [T.DOUBLESLASHEQUAL, "FloorDiv"],
];
const AUGMENTED_NAMES: (operator | undefined)[] = new Array(256).fill(undefined);
for (const [type, name] of AUGMENTED) AUGMENTED_NAMES[type] = name;

export class Parser extends PatternParser {
  // Inputs

  file(): mod {
    const body: stmt[] = [];
    while (this.peek() !== T.ENDMARKER) this.statement(body);
    this.mark++;
    const type_ignores = this.typeIgnores.map(({ lineno, tag }): Node<"TypeIgnore"> => {
      return { kind: "TypeIgnore", lineno, tag: decodeUtf8(tag, 0, tag.length) };
    });
    return { kind: "Module", body, type_ignores };
  }

  interactive(): mod {
    const body: stmt[] = [];
    const s = this.mark;
    this.standAt(INTERACTIVE_LEVEL);
    if (this.accept(T.NEWLINE)) {
      // an empty line is a statement
      body.push({ kind: "Pass", ...this.emptySpan(s) });
      return { kind: "Interactive", body };
    }
    if (this.peek() === T.ENDMARKER) fail();
    const compound = this.compoundStatement();
    if (compound !== null) {
      body.push(compound);
      this.expect(T.NEWLINE);
    } else this.simpleStatements(body);
    return { kind: "Interactive", body };
  }

  // The Pass of an empty interactive line covers no text.
  private emptySpan(s: number): { lineno: number; col_offset: number; end_lineno: number; end_col_offset: number } {
    const at = this.tokenAt(s);
    return {
      lineno: at.lineno,
      col_offset: at.col_offset,
      end_lineno: at.end_lineno,
      end_col_offset: at.end_col_offset,
    };
  }

  evalInput(): mod {
    this.standAt(EVAL_LEVEL);
    const body = this.expressions();
    while (this.accept(T.NEWLINE));
    this.expect(T.ENDMARKER);
    return { kind: "Expression", body };
  }

  // (type, *type, **type) -> type
  functionType(): mod {
    this.expect(T.LPAR);
    const argtypes: expr[] = [];
    let sawStar = false;
    while (this.peek() !== T.RPAR) {
      this.standAt(argtypes.length === 0 ? FUNCTION_TYPE.argument : FUNCTION_TYPE.next);
      if (this.accept(T.DOUBLESTAR)) {
        this.standAt(FUNCTION_TYPE.starred);
        argtypes.push(this.expression());
        break;
      }
      if (this.accept(T.STAR)) {
        if (sawStar) fail();
        sawStar = true;
        this.standAt(FUNCTION_TYPE.starred);
      } else if (sawStar) fail();
      argtypes.push(this.expression());
      if (!this.accept(T.COMMA)) break;
      if (this.peek() === T.RPAR) fail();
    }
    this.expect(T.RPAR);
    this.expect(T.RARROW);
    this.standAt(FUNCTION_TYPE.result);
    const returns = this.expression();
    while (this.accept(T.NEWLINE));
    this.expect(T.ENDMARKER);
    return { kind: "FunctionType", argtypes, returns };
  }

  // Statements

  private statement(into: stmt[]): void {
    const compound = this.compoundStatement();
    if (compound !== null) into.push(compound);
    else this.simpleStatements(into);
  }

  private compoundStatement(): stmt | null {
    const s = this.mark;
    switch (this.peek()) {
      case T.DEF:
        return this.functionDef(s, [], false);
      case T.AT:
        return this.decorated();
      case T.IF:
        return this.ifStatement();
      case T.CLASS:
        return this.classDef(s, []);
      case T.WITH:
        return this.withStatement(s, false);
      case T.FOR:
        return this.forStatement(s, false);
      case T.TRY:
        return this.tryStatement();
      case T.WHILE:
        return this.whileStatement();
      case T.ASYNC: {
        const next = this.peekAt(s + 1);
        this.mark++;
        if (next === T.DEF) return this.functionDef(s, [], true);
        if (next === T.WITH) return this.withStatement(s, true);
        if (next === T.FOR) return this.forStatement(s, true);
        return fail();
      }
      case T.NAME:
        return this.names[s] === "match" ? this.matchStatement() : null;
      default:
        return null;
    }
  }

  // From token s to the last one that is text.
  private blockSpan(s: number): { lineno: number; col_offset: number; end_lineno: number; end_col_offset: number } {
    const e = this.lastTextToken();
    return {
      lineno: this.linenos[s],
      col_offset: this.columns[s],
      end_lineno: this.endLinenos[e],
      end_col_offset: this.endColumns[e],
    };
  }

  // levels: from the statement to those on its line
  private block(levels: number): stmt[] {
    const body: stmt[] = [];
    const { depth } = this;
    if (!this.accept(T.NEWLINE)) {
      this.standAt(depth + levels);
      this.simpleStatements(body);
      this.depth = depth;
      return body;
    }
    this.expect(T.INDENT);
    this.standAt(depth + levels + INDENTED);
    do {
      this.statement(body);
    } while (this.peek() !== T.DEDENT && this.peek() !== T.ENDMARKER);
    this.expect(T.DEDENT);
    this.depth = depth;
    return body;
  }

  private suite(levels: number): stmt[] {
    this.expect(T.COLON);
    return this.block(levels);
  }

  // Simple statements

  private simpleStatements(into: stmt[]): void {
    do {
      into.push(this.simpleStatement());
    } while (this.accept(T.SEMI) && this.peek() !== T.NEWLINE);
    this.expect(T.NEWLINE);
  }

  private simpleStatement(): stmt {
    const { depth } = this;
    const statement = this.oneSimpleStatement();
    this.depth = depth;
    return statement;
  }

  // Leaves the depth where it was last.
  private oneSimpleStatement(): stmt {
    const s = this.mark;
    const { depth } = this;
    switch (this.peek()) {
      case T.IMPORT:
        return this.importName();
      case T.FROM:
        return this.importFrom();
      case T.RETURN: {
        this.mark++;
        this.standAt(depth + LISTED);
        const value = this.startsExpression() || this.peek() === T.STAR ? this.starExpressions() : null;
        return { kind: "Return", value, ...this.span(s) };
      }
      case T.RAISE: {
        this.mark++;
        if (!this.startsExpression()) return { kind: "Raise", exc: null, cause: null, ...this.span(s) };
        this.standAt(depth + KEYWORD_VALUE);
        const exc = this.expression();
        this.depth = depth;
        const cause = this.accept(T.FROM) ? this.expression() : null;
        return { kind: "Raise", exc, cause, ...this.span(s) };
      }
      case T.PASS:
        this.mark++;
        return { kind: "Pass", ...this.span(s) };
      case T.BREAK:
        this.mark++;
        return { kind: "Break", ...this.span(s) };
      case T.CONTINUE:
        this.mark++;
        return { kind: "Continue", ...this.span(s) };
      case T.DEL:
        return this.deleteStatement();
      case T.YIELD: {
        this.standAt(depth + LISTED);
        const value = this.yieldExpression();
        return { kind: "Expr", value, ...this.span(s) };
      }
      case T.ASSERT: {
        this.mark++;
        this.standAt(depth + KEYWORD_VALUE);
        const test = this.expression();
        this.depth = depth;
        const msg = this.accept(T.COMMA) ? this.expression() : null;
        return { kind: "Assert", test, msg, ...this.span(s) };
      }
      case T.GLOBAL:
        this.mark++;
        return { kind: "Global", names: this.nameList(), ...this.span(s) };
      case T.NONLOCAL:
        this.mark++;
        return { kind: "Nonlocal", names: this.nameList(), ...this.span(s) };
      case T.NAME:
        if (this.names[s] === "type" && this.peekAt(s + 1) === T.NAME) return this.typeAlias();
        return this.assignmentOrExpression();
      default:
        return this.assignmentOrExpression();
    }
  }

  private nameList(): string[] {
    const names = [this.identifier()];
    while (this.accept(T.COMMA)) names.push(this.identifier());
    return names;
  }

  private assignmentOrExpression(): stmt {
    const s = this.mark;
    const { depth } = this;
    const first = this.maybeTargets(depth, MAYBE_TARGET, true);
    const type = this.peek();
    if (type === T.EQUAL) return this.assignment(s, first);
    if (type === T.COLON) return this.annotatedAssignment(s, first);
    const op = AUGMENTED_NAMES[type];
    if (op !== undefined) {
      if (first.kind !== "Name" && first.kind !== "Attribute" && first.kind !== "Subscript") fail();
      setContext(first, "Store");
      this.mark++;
      if (op === "MatMult") this.checkVersion(5, "The '@' operator is");
      this.standAt(depth + VALUE);
      const value = this.yieldOrStarExpressions();
      return { kind: "AugAssign", target: first, op, value, ...this.span(s) };
    }
    const e = this.mark - 1;
    return {
      kind: "Expr",
      value: first,
      lineno: this.linenos[s],
      col_offset: this.columns[s],
      end_lineno: this.endLinenos[e],
      end_col_offset: this.endColumns[e],
    };
  }

  // star_expressions that CPython tries as targets before. statement: where the statement stands
  private maybeTargets(statement: number, firstTarget: number, isFirst: boolean): expr {
    const s = this.mark;
    const { depth } = this;
    if (this.peek() === T.STAR) this.mayBeTarget(s + 1, statement + firstTarget + MAYBE_TARGET_STARRED);
    else this.mayBeTarget(s, statement + firstTarget);
    if (isFirst) this.mayBeGroupedTarget();
    const first = this.starExpression();
    if (this.peek() !== T.COMMA) return first;
    const elts = [first];
    let areTargets = isTarget(first);
    const next = statement + MAYBE_TARGET_NEXT;
    this.standAt(depth + NEXT_EXPRESSION);
    while (this.accept(T.COMMA)) {
      const isStarred = this.peek() === T.STAR;
      if (!this.startsExpression() && !isStarred) break;
      if (areTargets && isStarred) this.mayBeTarget(this.mark + 1, next + MAYBE_TARGET_STARRED_NEXT);
      else if (areTargets) this.mayBeTarget(this.mark, next);
      const node = this.starExpression();
      areTargets &&= isTarget(node);
      elts.push(node);
    }
    this.depth = depth;
    return this.tuple(s, elts);
  }

  private assignment(s: number, first: expr): stmt {
    const { depth } = this;
    const targets: expr[] = [];
    let value = first;
    this.standAt(depth + VALUE);
    while (this.accept(T.EQUAL)) {
      if (!setContext(value, "Store")) fail();
      targets.push(value);
      if (this.peek() === T.YIELD) {
        value = this.yieldExpression();
        break;
      }
      value = this.maybeTargets(depth, MAYBE_TARGET_AFTER_EQUAL, false);
    }
    const type_comment = this.typeComment();
    const e = this.mark - 1;
    return {
      kind: "Assign",
      targets,
      value,
      type_comment,
      lineno: this.linenos[s],
      col_offset: this.columns[s],
      end_lineno: this.endLinenos[e],
      end_col_offset: this.endColumns[e],
    };
  }

  private annotatedAssignment(s: number, target: expr): stmt {
    if (target.kind !== "Name" && target.kind !== "Attribute" && target.kind !== "Subscript") fail();
    const simple = target.kind === "Name" && this.mark === s + 1 ? 1 : 0;
    setContext(target, "Store");
    this.mark++;
    const { depth } = this;
    this.standAt(depth + KEYWORD_VALUE);
    const annotation = this.expression();
    this.standAt(depth + ANNOTATED_VALUE);
    const value = this.accept(T.EQUAL) ? this.yieldOrStarExpressions() : null;
    this.peek();
    this.checkVersion(6, simple ? "Variable annotation syntax is" : "Variable annotations syntax is");
    return { kind: "AnnAssign", target, annotation, value, simple, ...this.span(s) };
  }

  private deleteStatement(): stmt {
    const s = this.mark++;
    const { depth } = this;
    const targets = [this.target("Del", depth + DELETED)];
    while (this.accept(T.COMMA)) {
      if (this.peek() === T.SEMI || this.peek() === T.NEWLINE) break;
      targets.push(this.target("Del", depth + DELETED_NEXT));
    }
    if (this.peek() !== T.SEMI && this.peek() !== T.NEWLINE) fail();
    return { kind: "Delete", targets, ...this.span(s) };
  }

  // Imports

  private moduleName(): string {
    let name = this.identifier();
    while (this.accept(T.DOT)) name += `.${this.identifier()}`;
    return name;
  }

  private alias(dotted: boolean): alias {
    const s = this.mark;
    const name = dotted ? this.moduleName() : this.identifier();
    const asname = this.accept(T.AS) ? this.identifier() : null;
    return { kind: "alias", name, asname, ...this.span(s) };
  }

  private importName(): stmt {
    const s = this.mark++;
    const names = [this.alias(true)];
    while (this.accept(T.COMMA)) names.push(this.alias(true));
    return { kind: "Import", names, ...this.span(s) };
  }

  private importFrom(): stmt {
    const s = this.mark++;
    let level = 0;
    for (;;) {
      if (this.accept(T.DOT)) level++;
      else if (this.accept(T.ELLIPSIS)) level += 3;
      else break;
    }
    const module = level > 0 && this.peek() === T.IMPORT ? null : this.moduleName();
    this.expect(T.IMPORT);
    const names: alias[] = [];
    const star = this.mark;
    if (this.accept(T.STAR)) names.push({ kind: "alias", name: "*", asname: null, ...this.span(star) });
    else if (this.accept(T.LPAR)) {
      do {
        names.push(this.alias(false));
      } while (this.accept(T.COMMA) && this.peek() !== T.RPAR);
      this.expect(T.RPAR);
    } else {
      do {
        names.push(this.alias(false));
      } while (this.accept(T.COMMA));
    }
    return { kind: "ImportFrom", module, names, level, ...this.span(s) };
  }

  // Definitions

  private decorated(): stmt {
    const decorators: expr[] = [];
    const { depth } = this;
    while (this.accept(T.AT)) {
      this.standAt(depth + DECORATOR);
      decorators.push(this.namedExpression());
      this.expect(T.NEWLINE);
    }
    this.depth = depth;
    const s = this.mark;
    if (this.peek() === T.CLASS) return this.classDef(s, decorators);
    const isAsync = this.accept(T.ASYNC);
    return this.functionDef(s, decorators, isAsync);
  }

  private functionDef(s: number, decorator_list: expr[], isAsync: boolean): stmt {
    this.expect(T.DEF);
    const name = this.identifier();
    const type_params = this.typeParameters();
    this.expect(T.LPAR);
    const args = this.parameters(T.RPAR);
    this.expect(T.RPAR);
    const returns = this.accept(T.RARROW) ? this.expression() : null;
    this.expect(T.COLON);
    const type_comment = this.functionTypeComment();
    const body = this.block(BODY_OF_DEFINITION);
    if (isAsync) this.checkVersion(5, "Async functions are");
    return {
      kind: isAsync ? "AsyncFunctionDef" : "FunctionDef",
      name,
      args,
      body,
      decorator_list,
      returns,
      type_comment,
      type_params,
      ...this.blockSpan(s),
    };
  }

  private classDef(s: number, decorator_list: expr[]): stmt {
    this.expect(T.CLASS);
    const name = this.identifier();
    const type_params = this.typeParameters();
    const bases: expr[] = [];
    const keywords: keyword[] = [];
    // a class's arguments may not be a bare generator
    if (this.peek() === T.LPAR) {
      const open = this.mark;
      const level = this.depth + CLASS_ARGUMENTS;
      this.callArguments(bases, keywords, level, level);
      if (
        bases.length === 1 &&
        bases[0].kind === "GeneratorExp" &&
        bases[0].col_offset === this.columns[open] &&
        bases[0].lineno === this.linenos[open]
      )
        fail();
    }
    const body = this.suite(BODY_OF_DEFINITION);
    return { kind: "ClassDef", name, bases, keywords, body, decorator_list, type_params, ...this.blockSpan(s) };
  }

  private typeParameters(): type_param[] {
    const list: type_param[] = [];
    if (!this.accept(T.LSQB)) return list;
    const { depth } = this;
    do {
      if (list.length > 0 && this.peek() === T.RSQB) break;
      this.standAt(depth + (list.length === 0 ? TYPE_PARAMETER : TYPE_PARAMETER_NEXT));
      list.push(this.typeParameter());
    } while (this.accept(T.COMMA));
    this.depth = depth;
    this.expect(T.RSQB);
    this.checkVersion(12, "Type parameter lists are");
    return list;
  }

  private typeDefault(parse: () => expr): expr | null {
    if (!this.accept(T.EQUAL)) return null;
    const value = parse();
    this.peek();
    this.checkVersion(13, "Type parameter defaults are");
    return value;
  }

  // TYPE_COMMENT?
  private typeComment(): string | null {
    if (this.peek() !== T.TYPE_COMMENT) return null;
    const token = this.mark++;
    return decodeUtf8(this.bytes, this.starts[token], this.ends[token]);
  }

  // A function's type comment may stand on a line of its own, before its block (func_type_comment).
  private functionTypeComment(): string | null {
    const s = this.mark;
    if (this.peek() !== T.NEWLINE || !this.options.typeComments) return this.typeComment();
    const isOwnLine =
      this.peekAt(s + 1) === T.TYPE_COMMENT && this.peekAt(s + 2) === T.NEWLINE && this.peekAt(s + 3) === T.INDENT;
    if (!isOwnLine) return null;
    this.mark++;
    return this.typeComment();
  }

  private typeParameter(): type_param {
    const s = this.mark;
    if (this.accept(T.STAR)) {
      const name = this.identifier();
      this.standAt(this.depth + TYPE_VAR_TUPLE);
      const default_value = this.typeDefault(() => this.starExpression());
      return { kind: "TypeVarTuple", name, default_value, ...this.span(s) };
    }
    if (this.accept(T.DOUBLESTAR)) {
      const name = this.identifier();
      const default_value = this.typeDefault(() => this.expression());
      return { kind: "ParamSpec", name, default_value, ...this.span(s) };
    }
    const name = this.identifier();
    const bound = this.accept(T.COLON) ? this.expression() : null;
    const default_value = this.typeDefault(() => this.expression());
    return { kind: "TypeVar", name, bound, default_value, ...this.span(s) };
  }

  private typeAlias(): stmt {
    const s = this.mark++;
    const at = this.mark;
    const id = this.identifier();
    const name: expr = { kind: "Name", id, ctx: "Store", ...this.span(at) };
    const type_params = this.typeParameters();
    this.expect(T.EQUAL);
    this.standAt(this.depth + KEYWORD_VALUE);
    const value = this.expression();
    this.peek();
    this.checkVersion(12, "Type statement is");
    return { kind: "TypeAlias", name, type_params, value, ...this.span(s) };
  }

  // Compound statements

  private ifStatement(): stmt {
    // if and elif alike; a chain of elifs leans right: collect it, then build from the end
    const starts: number[] = [];
    const tests: expr[] = [];
    const bodies: stmt[][] = [];
    const { depth } = this;
    for (let level = depth; ; level += ELIF) {
      starts.push(this.mark++);
      this.standAt(level + KEYWORD_VALUE);
      tests.push(this.namedExpression());
      this.standAt(level);
      bodies.push(this.suite(BODY));
      if (this.peek() !== T.ELIF) break;
    }
    let orelse = this.elseBlock();
    this.depth = depth;
    let node: stmt | null = null;
    for (let i = starts.length - 1; i >= 0; i--) {
      node = { kind: "If", test: tests[i], body: bodies[i], orelse, ...this.blockSpan(starts[i]) };
      orelse = [node];
    }
    return node!;
  }

  private elseBlock(): stmt[] {
    return this.accept(T.ELSE) ? this.suite(BODY_OF_ELSE) : [];
  }

  private whileStatement(): stmt {
    const s = this.mark++;
    const { depth } = this;
    this.standAt(depth + KEYWORD_VALUE);
    const test = this.namedExpression();
    this.depth = depth;
    const body = this.suite(BODY);
    const orelse = this.elseBlock();
    return { kind: "While", test, body, orelse, ...this.blockSpan(s) };
  }

  private forStatement(s: number, isAsync: boolean): stmt {
    this.expect(T.FOR);
    const target = this.starTargets(this.depth + FIRST_TARGET);
    this.expect(T.IN);
    const iter = this.starExpressions();
    this.expect(T.COLON);
    const type_comment = this.typeComment();
    const body = this.block(BODY);
    const orelse = this.elseBlock();
    if (isAsync) this.checkVersion(5, "Async for loops are");
    return {
      kind: isAsync ? "AsyncFor" : "For",
      target,
      iter,
      body,
      orelse,
      type_comment,
      ...this.blockSpan(s),
    };
  }

  private withStatement(s: number, isAsync: boolean): stmt {
    this.expect(T.WITH);
    const { depth } = this;
    const items = this.parenthesizedItems() ?? this.withItems();
    this.depth = depth;
    this.expect(T.COLON);
    const type_comment = this.typeComment();
    const body = this.block(BODY);
    if (isAsync) this.checkVersion(5, "Async with statements are");
    return { kind: isAsync ? "AsyncWith" : "With", items, body, type_comment, ...this.blockSpan(s) };
  }

  private withItems(): withitem[] {
    const items = [this.withItem()];
    this.standAt(this.depth + NEXT_ITEM);
    while (this.accept(T.COMMA)) items.push(this.withItem());
    return items;
  }

  private withItem(): withitem {
    const context_expr = this.expression();
    const optional_vars = this.accept(T.AS) ? this.starTarget(this.depth + ITEM_TARGET) : null;
    return { kind: "withitem", context_expr, optional_vars };
  }

  // Parentheses around all items, or null when they turn out to belong to an expression.
  private parenthesizedItems(): withitem[] | null {
    if (this.peek() !== T.LPAR) return null;
    const s = this.mark;
    const { depth } = this;
    try {
      this.mark++;
      const items: withitem[] = [];
      do {
        this.standAt(items.length === 0 ? depth : depth + NEXT_ITEM);
        items.push(this.withItem());
      } while (this.accept(T.COMMA) && this.peek() !== T.RPAR);
      this.expect(T.RPAR);
      if (this.peek() === T.COLON) return items;
    } catch (error) {
      if (error !== FAIL) throw error;
    }
    if (this.peekAt(s + 1) !== T.YIELD && this.peekAt(s + 2) !== T.COLONEQUAL) {
      this.triedMark = s + 1;
      this.triedDepth = depth;
    }
    this.mark = s;
    this.depth = depth;
    return null;
  }

  private tryStatement(): stmt {
    const s = this.mark++;
    const body = this.suite(BODY);
    const handlers: excepthandler[] = [];
    let star = false;
    while (this.peek() === T.EXCEPT) {
      const isStar = this.peekAt(this.mark + 1) === T.STAR;
      if (handlers.length > 0 && isStar !== star) fail();
      star = isStar;
      handlers.push(this.exceptHandler(isStar));
    }
    const orelse = handlers.length > 0 ? this.elseBlock() : [];
    const finalbody = this.accept(T.FINALLY) ? this.suite(BODY_OF_ELSE) : [];
    if (handlers.length === 0 && finalbody.length === 0) fail();
    if (star) this.checkVersion(11, "Exception groups are");
    return { kind: star ? "TryStar" : "Try", body, handlers, orelse, finalbody, ...this.blockSpan(s) };
  }

  private exceptHandler(isStar: boolean): Node<"ExceptHandler"> {
    const s = this.mark++;
    if (isStar) this.mark++;
    let type: expr | null = null;
    let name: string | null = null;
    if (isStar || this.peek() !== T.COLON) {
      type = this.expression();
      if (this.accept(T.AS)) name = this.identifier();
    }
    const body = this.suite(BODY_OF_EXCEPT);
    return { kind: "ExceptHandler", type, name, body, ...this.blockSpan(s) };
  }

  // `match` may be a name: it is a keyword when a subject, a colon and a new line follow. Null: it is a name.
  private matchStatement(): stmt | null {
    const s = this.mark;
    const next = this.peekAt(s + 1);
    this.mark++;
    if (!this.startsExpression() && next !== T.STAR) {
      this.mark = s;
      return null;
    }
    const { depth } = this;
    let subject: expr | null = null;
    try {
      subject = this.subject();
      if (this.peek() !== T.COLON) subject = null;
      else {
        this.mark++;
        if (this.peek() !== T.NEWLINE) subject = null;
      }
    } catch (error) {
      if (error !== FAIL) throw error;
      subject = null;
    }
    this.depth = depth;
    if (subject === null) {
      this.mark = s;
      return null;
    }
    this.mark++;
    this.expect(T.INDENT);
    const cases: match_case[] = [];
    do {
      cases.push(this.caseBlock());
    } while (this.peek() === T.NAME && this.names[this.mark] === "case");
    this.expect(T.DEDENT);
    this.checkVersion(10, "Pattern matching is");
    return { kind: "Match", subject, cases, ...this.blockSpan(s) };
  }

  private subject(): expr {
    const s = this.mark;
    const level = this.depth + MATCH_SUBJECT;
    this.standAt(level);
    const first = this.starNamedExpression();
    if (this.peek() !== T.COMMA) {
      if (first.kind === "Starred") fail();
      return first;
    }
    const elts = [first];
    while (this.accept(T.COMMA)) {
      if (this.peek() === T.COLON) break;
      this.standAt(level + (elts.length === 1 ? TUPLE_SECOND : TUPLE_NEXT) - PARENTHESIZED);
      elts.push(this.starNamedExpression());
    }
    return this.tuple(s, elts);
  }

  private caseBlock(): match_case {
    if (this.peek() !== T.NAME || this.names[this.mark] !== "case") fail();
    this.mark++;
    const pattern = this.patterns();
    const { depth } = this;
    this.standAt(depth + CASE_GUARD);
    const guard = this.accept(T.IF) ? this.namedExpression() : null;
    this.depth = depth;
    const body = this.suite(BODY_OF_CASE);
    return { kind: "match_case", pattern, guard, body };
  }
}
