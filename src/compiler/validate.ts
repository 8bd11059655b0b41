// What a tree must be before it is compiled, if it comes from a program and not from the parser (Python/ast.c,
// _PyAST_Validate). The order of the checks is CPython's: the first that fails is the error.
import type { Constant } from "../base/constant.ts";
import type {
  AnyNode,
  arguments_,
  comprehension,
  expr,
  expr_context,
  mod,
  pattern,
  stmt,
  type_param,
} from "../parser/nodes.ts";
import { RECURSION_LIMIT } from "./errors.ts";

export interface ValidationError {
  readonly type: "ValueError" | "TypeError" | "RecursionError";
  readonly message: string;
}

class Invalid extends Error {
  readonly type: ValidationError["type"];
  constructor(message: string, type: ValidationError["type"] = "ValueError") {
    super(message);
    this.type = type;
  }
}

interface Positions {
  readonly lineno: number;
  readonly col_offset: number;
  readonly end_lineno: number;
  readonly end_col_offset: number;
}

function checkPositions({ lineno, col_offset, end_lineno, end_col_offset }: Positions): void {
  if (lineno > end_lineno) throw new Invalid(`AST node line range (${lineno}, ${end_lineno}) is not valid`);
  if ((lineno < 0 && end_lineno !== lineno) || (col_offset < 0 && col_offset !== end_col_offset)) {
    const lines = `line range (${lineno}, ${end_lineno})`;
    throw new Invalid(`AST node column range (${col_offset}, ${end_col_offset}) for ${lines} is not valid`);
  }
  if (lineno === end_lineno && col_offset > end_col_offset) {
    throw new Invalid(`line ${lineno}, column ${col_offset}-${end_col_offset} is not a valid range`);
  }
}

function checkName(name: string): void {
  if (name === "None" || name === "True" || name === "False") {
    throw new Invalid(`identifier field can't represent '${name}' constant`);
  }
}

function checkCapture(name: string): void {
  if (name === "_") throw new Invalid("can't capture name '_' in patterns");
  checkName(name);
}

function checkConstant(value: Constant | { type: "invalid"; typeName: string }): void {
  if (value.type === "invalid") throw new Invalid(`got an invalid type in Constant: ${value.typeName}`, "TypeError");
}

function nonempty(items: readonly unknown[], what: string, owner: string): void {
  if (items.length === 0) throw new Invalid(`empty ${what} on ${owner}`);
}

class Validator {
  private depth = 0;
  private readonly recursionLimit: number;

  constructor(recursionLimit: number) {
    this.recursionLimit = recursionLimit;
  }

  module(tree: mod): void {
    switch (tree.kind) {
      case "Module":
      case "Interactive":
        return this.statements(tree.body);
      case "Expression":
        return this.expression(tree.body, "Load");
      case "FunctionType":
        this.expressions(tree.argtypes, "Load");
        return this.expression(tree.returns, "Load");
    }
  }

  private enter(): void {
    if (++this.depth > this.recursionLimit) {
      throw new Invalid("maximum recursion depth exceeded during compilation", "RecursionError");
    }
  }

  // -- expressions -------------------------------------------------------------------------------------------------------

  private expressions(items: readonly (expr | null)[], context: expr_context, mayBeNull = false): void {
    for (const item of items) {
      if (item !== null) this.expression(item, context);
      else if (!mayBeNull) throw new Invalid("None disallowed in expression list");
    }
  }

  private optional(item: expr | null): void {
    if (item !== null) this.expression(item, "Load");
  }

  private context(node: expr, context: expr_context): void {
    if (node.kind === "Name") checkName(node.id);
    if (!("ctx" in node)) {
      if (context !== "Load") throw new Invalid(`expression which can't be assigned to in ${context} context`);
    } else if (node.ctx !== context) {
      throw new Invalid(`expression must have ${context} context but has ${node.ctx} instead`);
    }
  }

  private expression(node: expr, context: expr_context): void {
    checkPositions(node);
    this.enter();
    this.context(node, context);
    switch (node.kind) {
      case "BoolOp":
        if (node.values.length < 2) throw new Invalid("BoolOp with less than 2 values");
        this.expressions(node.values, "Load");
        break;
      case "BinOp":
        this.expression(node.left, "Load");
        this.expression(node.right, "Load");
        break;
      case "UnaryOp":
        this.expression(node.operand, "Load");
        break;
      case "Lambda":
        this.parameters(node.args);
        this.expression(node.body, "Load");
        break;
      case "IfExp":
        this.expression(node.test, "Load");
        this.expression(node.body, "Load");
        this.expression(node.orelse, "Load");
        break;
      case "Dict":
        if (node.keys.length !== node.values.length) {
          throw new Invalid("Dict doesn't have the same number of keys as values");
        }
        this.expressions(node.keys, "Load", true);
        this.expressions(node.values, "Load");
        break;
      case "Set":
        this.expressions(node.elts, "Load");
        break;
      case "ListComp":
      case "SetComp":
      case "GeneratorExp":
        this.generators(node.generators);
        this.expression(node.elt, "Load");
        break;
      case "DictComp":
        this.generators(node.generators);
        this.expression(node.key, "Load");
        this.expression(node.value, "Load");
        break;
      case "Yield":
        this.optional(node.value);
        break;
      case "Await":
      case "YieldFrom":
      case "Attribute":
        this.expression(node.value, "Load");
        break;
      case "Compare":
        if (node.comparators.length === 0) throw new Invalid("Compare with no comparators");
        if (node.comparators.length !== node.ops.length) {
          throw new Invalid("Compare has a different number of comparators and operands");
        }
        this.expressions(node.comparators, "Load");
        this.expression(node.left, "Load");
        break;
      case "Call":
        this.expression(node.func, "Load");
        this.expressions(node.args, "Load");
        for (const keyword of node.keywords) this.expression(keyword.value, "Load");
        break;
      case "Constant":
        checkConstant(node.value);
        break;
      case "JoinedStr":
        this.expressions(node.values, "Load");
        break;
      case "FormattedValue":
        this.expression(node.value, "Load");
        this.optional(node.format_spec);
        break;
      case "Subscript":
        this.expression(node.slice, "Load");
        this.expression(node.value, "Load");
        break;
      case "Starred":
        this.expression(node.value, context);
        break;
      case "Slice":
        this.optional(node.lower);
        this.optional(node.upper);
        this.optional(node.step);
        break;
      case "List":
      case "Tuple":
        this.expressions(node.elts, context);
        break;
      case "NamedExpr":
        if (node.target.kind !== "Name") throw new Invalid("NamedExpr target must be a Name", "TypeError");
        this.expression(node.value, "Load");
        break;
      case "Name":
        break;
    }
    this.depth--;
  }

  private generators(generators: readonly comprehension[]): void {
    if (generators.length === 0) throw new Invalid("comprehension with no generators");
    for (const generator of generators) {
      this.expression(generator.target, "Store");
      this.expression(generator.iter, "Load");
      this.expressions(generator.ifs, "Load");
    }
  }

  private parameters(args: arguments_): void {
    const list = (parameters: arguments_["args"]): void => {
      for (const parameter of parameters) {
        checkPositions(parameter);
        this.optional(parameter.annotation);
      }
    };
    list(args.posonlyargs);
    list(args.args);
    this.optional(args.vararg?.annotation ?? null);
    list(args.kwonlyargs);
    this.optional(args.kwarg?.annotation ?? null);
    if (args.defaults.length > args.posonlyargs.length + args.args.length) {
      throw new Invalid("more positional defaults than args on arguments");
    }
    if (args.kw_defaults.length !== args.kwonlyargs.length) {
      throw new Invalid("length of kwonlyargs is not the same as kw_defaults on arguments");
    }
    this.expressions(args.defaults, "Load");
    this.expressions(args.kw_defaults, "Load", true);
  }

  private typeParameters(parameters: readonly type_param[]): void {
    for (const parameter of parameters) {
      checkPositions(parameter);
      checkName(parameter.name);
      if (parameter.kind === "TypeVar") this.optional(parameter.bound);
      this.optional(parameter.default_value);
    }
  }

  // -- statements --------------------------------------------------------------------------------------------------------

  private statements(body: readonly (stmt | null)[]): void {
    for (const statement of body) {
      if (statement === null) throw new Invalid("None disallowed in statement list");
      this.statement(statement);
    }
  }

  private body(body: readonly stmt[], owner: string): void {
    nonempty(body, "body", owner);
    this.statements(body);
  }

  private targets(targets: readonly expr[], context: expr_context): void {
    nonempty(targets, "targets", context === "Del" ? "Delete" : "Assign");
    this.expressions(targets, context);
  }

  private statement(node: stmt): void {
    checkPositions(node);
    this.enter();
    switch (node.kind) {
      case "FunctionDef":
      case "AsyncFunctionDef":
        this.body(node.body, node.kind);
        this.typeParameters(node.type_params);
        this.parameters(node.args);
        this.expressions(node.decorator_list, "Load");
        this.optional(node.returns);
        break;
      case "ClassDef":
        this.body(node.body, node.kind);
        this.typeParameters(node.type_params);
        this.expressions(node.bases, "Load");
        for (const keyword of node.keywords) this.expression(keyword.value, "Load");
        this.expressions(node.decorator_list, "Load");
        break;
      case "Return":
        this.optional(node.value);
        break;
      case "Delete":
        this.targets(node.targets, "Del");
        break;
      case "Assign":
        this.targets(node.targets, "Store");
        this.expression(node.value, "Load");
        break;
      case "AugAssign":
        this.expression(node.target, "Store");
        this.expression(node.value, "Load");
        break;
      case "AnnAssign":
        if (node.target.kind !== "Name" && node.simple !== 0) {
          throw new Invalid("AnnAssign with simple non-Name target", "TypeError");
        }
        this.expression(node.target, "Store");
        this.optional(node.value);
        this.expression(node.annotation, "Load");
        break;
      case "TypeAlias":
        if (node.name.kind !== "Name") throw new Invalid("TypeAlias with non-Name name", "TypeError");
        this.expression(node.name, "Store");
        this.typeParameters(node.type_params);
        this.expression(node.value, "Load");
        break;
      case "For":
      case "AsyncFor":
        this.expression(node.target, "Store");
        this.expression(node.iter, "Load");
        this.body(node.body, node.kind);
        this.statements(node.orelse);
        break;
      case "While":
      case "If":
        this.expression(node.test, "Load");
        this.body(node.body, node.kind);
        this.statements(node.orelse);
        break;
      case "With":
      case "AsyncWith":
        nonempty(node.items, "items", node.kind);
        for (const item of node.items) {
          this.expression(item.context_expr, "Load");
          if (item.optional_vars !== null) this.expression(item.optional_vars, "Store");
        }
        this.body(node.body, node.kind);
        break;
      case "Match":
        this.expression(node.subject, "Load");
        nonempty(node.cases, "cases", "Match");
        for (const one of node.cases) {
          this.pattern(one.pattern, false);
          this.optional(one.guard);
          this.body(one.body, "match_case");
        }
        break;
      case "Raise":
        this.optional(node.exc);
        if (node.exc !== null) this.optional(node.cause);
        else if (node.cause !== null) throw new Invalid("Raise with cause but no exception");
        break;
      case "Try":
      case "TryStar":
        this.tryStatement(node);
        break;
      case "Assert":
        this.expression(node.test, "Load");
        this.optional(node.msg);
        break;
      case "ImportFrom":
        if ((node.level ?? 0) < 0) throw new Invalid("Negative ImportFrom level");
        nonempty(node.names, "names", node.kind);
        break;
      case "Import":
      case "Global":
      case "Nonlocal":
        nonempty(node.names, "names", node.kind);
        break;
      case "Expr":
        this.expression(node.value, "Load");
        break;
      case "Pass":
      case "Break":
      case "Continue":
        break;
    }
    this.depth--;
  }

  private tryStatement(node: Extract<stmt, { kind: "Try" | "TryStar" }>): void {
    this.body(node.body, node.kind);
    const hasHandlers = node.handlers.length > 0;
    if (!hasHandlers && node.finalbody.length === 0) {
      throw new Invalid(`${node.kind} has neither except handlers nor finalbody`);
    }
    if (!hasHandlers && node.orelse.length > 0) throw new Invalid(`${node.kind} has orelse but no except handlers`);
    for (const handler of node.handlers) {
      if (node.kind === "Try") checkPositions(handler);
      this.optional(handler.type);
      this.body(handler.body, "ExceptHandler");
    }
    this.statements(node.finalbody);
    this.statements(node.orelse);
  }

  // -- patterns ----------------------------------------------------------------------------------------------------------

  private patterns(patterns: readonly pattern[], mayBeStar: boolean): void {
    for (const one of patterns) this.pattern(one, mayBeStar);
  }

  private pattern(node: pattern, mayBeStar: boolean): void {
    checkPositions(node);
    this.enter();
    switch (node.kind) {
      case "MatchValue":
        this.matchValue(node.value);
        break;
      case "MatchSingleton":
        if (!isSingleton(node.value)) throw new Invalid("MatchSingleton can only contain True, False and None");
        break;
      case "MatchSequence":
        this.patterns(node.patterns, true);
        break;
      case "MatchMapping":
        if (node.keys.length !== node.patterns.length) {
          throw new Invalid("MatchMapping doesn't have the same number of keys as patterns");
        }
        if (node.rest !== null) checkCapture(node.rest);
        for (const key of node.keys) {
          if (key.kind !== "Constant" || !isSingleton(key.value)) this.matchValue(key);
        }
        this.patterns(node.patterns, false);
        break;
      case "MatchClass":
        this.matchClass(node);
        break;
      case "MatchStar":
        if (!mayBeStar) throw new Invalid("can't use MatchStar here");
        if (node.name !== null) checkCapture(node.name);
        break;
      case "MatchAs":
        if (node.name !== null) checkCapture(node.name);
        if (node.pattern === null) break;
        if (node.name === null) throw new Invalid("MatchAs must specify a target name if a pattern is given");
        this.pattern(node.pattern, false);
        break;
      case "MatchOr":
        if (node.patterns.length < 2) throw new Invalid("MatchOr requires at least 2 patterns");
        this.patterns(node.patterns, false);
        break;
    }
    this.depth--;
  }

  private matchClass(node: Extract<pattern, { kind: "MatchClass" }>): void {
    if (node.kwd_attrs.length !== node.kwd_patterns.length) {
      throw new Invalid("MatchClass doesn't have the same number of keyword attributes as patterns");
    }
    this.expression(node.cls, "Load");
    let cls = node.cls;
    while (cls.kind === "Attribute") cls = cls.value;
    if (cls.kind !== "Name") throw new Invalid("MatchClass cls field can only contain Name or Attribute nodes.");
    for (const name of node.kwd_attrs) checkName(name);
    this.patterns(node.patterns, false);
    this.patterns(node.kwd_patterns, false);
  }

  private matchValue(node: expr): void {
    this.expression(node, "Load");
    switch (node.kind) {
      case "Constant":
        if (["int", "float", "complex", "str", "bytes"].includes(node.value.type)) return;
        throw new Invalid("unexpected constant inside of a literal pattern");
      case "Attribute":
      case "JoinedStr":
        return;
      case "UnaryOp":
        if (isNumber(node, true, true)) return;
        break;
      case "BinOp": {
        const { left, op, right } = node;
        const isSum = op === "Add" || op === "Sub";
        if (isSum && isNumber(left, true, false) && isNumber(right, false, true, false)) return;
        break;
      }
    }
    throw new Invalid("patterns may only match literals and attribute lookups");
  }
}

function isSingleton(value: Constant): boolean {
  return value.type === "None" || value.type === "True" || value.type === "False";
}

/** A literal number, or the negative of one. */
function isNumber(node: expr, mayBeNegative: boolean, mayBeComplex: boolean, mayBeReal = true): boolean {
  if (mayBeNegative && node.kind === "UnaryOp" && node.op === "USub") {
    return isNumber(node.operand, false, mayBeComplex, mayBeReal);
  }
  if (node.kind !== "Constant") return false;
  const { type } = node.value;
  return (mayBeReal && (type === "int" || type === "float")) || (mayBeComplex && type === "complex");
}

/** What is wrong with a tree, or null. */
export function validateTree(tree: AnyNode, recursionLimit: number = RECURSION_LIMIT): ValidationError | null {
  try {
    new Validator(recursionLimit).module(tree as mod);
    return null;
  } catch (error) {
    if (error instanceof Invalid) return { type: error.type, message: error.message };
    if (error instanceof RangeError && error.message.includes("call stack")) {
      return { type: "RecursionError", message: "maximum recursion depth exceeded during compilation" };
    }
    throw error;
  }
}
