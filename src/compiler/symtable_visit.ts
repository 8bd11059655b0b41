// The first pass of the symbol table over statements and patterns: records definitions and uses, with the errors that
// show at this stage (symtable_visit_stmt of Python/symtable.c).
import type { arg, arguments_, expr, mod, Node, pattern, stmt, type_param } from "../parser/nodes.ts";
import { CompileError, RECURSION_LIMIT } from "./errors.ts";
import type { Location } from "./instruction_sequence.ts";
import {
  DEF_ANNOT,
  DEF_GLOBAL,
  DEF_IMPORT,
  DEF_LOCAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  DEF_TYPE_PARAM,
  type SymbolTable,
  type SymbolTableEntry,
  USE,
} from "./symtable.ts";
import { analyzeSymbols } from "./symtable_analysis.ts";
import { ExpressionVisitor } from "./symtable_expressions.ts";
import { MODULE_LOCATION, type NameObserver } from "./symtable_scopes.ts";

type FunctionNode = Node<"FunctionDef"> | Node<"AsyncFunctionDef">;

class Visitor extends ExpressionVisitor {
  visitModule(tree: mod): void {
    this.table.blocks.set(tree, this.table.top);
    switch (tree.kind) {
      case "Module":
      case "Interactive":
        this.statements(tree.body);
        break;
      case "Expression":
        this.expression(tree.body);
        break;
      default:
        throw new CompileError("this compiler does not handle FunctionTypes", null, "SystemError");
    }
  }

  // ---- Statements ----

  private statements(body: readonly stmt[]): void {
    for (const statement of body) this.statement(statement);
  }

  private statement(s: stmt): void {
    this.descend();
    switch (s.kind) {
      case "FunctionDef":
      case "AsyncFunctionDef":
        this.functionDef(s);
        break;
      case "ClassDef":
        this.classDef(s);
        break;
      case "TypeAlias":
        this.typeAlias(s);
        break;
      case "Return":
        if (s.value !== null) {
          this.expression(s.value);
          this.current.returnsValue = true;
        }
        break;
      case "Delete":
        this.expressions(s.targets);
        break;
      case "Assign":
        this.expressions(s.targets);
        this.expression(s.value);
        break;
      case "AugAssign":
        this.expression(s.target);
        this.expression(s.value);
        break;
      case "AnnAssign":
        this.annAssign(s);
        break;
      case "For":
      case "AsyncFor":
        if (s.kind === "AsyncFor") this.maybeCoroutineModule();
        this.expression(s.target);
        this.expression(s.iter);
        this.statements(s.body);
        this.statements(s.orelse);
        break;
      case "If":
        this.ifStatement(s);
        break;
      case "While":
        this.expression(s.test);
        this.statements(s.body);
        this.statements(s.orelse);
        break;
      case "Match":
        this.expression(s.subject);
        for (const matchCase of s.cases) {
          this.pattern(matchCase.pattern);
          if (matchCase.guard !== null) this.expression(matchCase.guard);
          this.statements(matchCase.body);
        }
        break;
      case "Raise":
        if (s.exc !== null) {
          this.expression(s.exc);
          if (s.cause !== null) this.expression(s.cause);
        }
        break;
      case "Try":
      case "TryStar":
        this.statements(s.body);
        for (const handler of s.handlers) {
          if (handler.type !== null) this.expression(handler.type);
          if (handler.name !== null) this.define(handler.name, DEF_LOCAL, handler);
          this.statements(handler.body);
        }
        this.statements(s.orelse);
        this.statements(s.finalbody);
        break;
      case "Assert":
        this.expression(s.test);
        if (s.msg !== null) this.expression(s.msg);
        break;
      case "Import":
      case "ImportFrom":
        for (const alias of s.names) this.alias(alias);
        break;
      case "Global":
        this.directive(s, DEF_GLOBAL, "global");
        break;
      case "Nonlocal":
        this.directive(s, DEF_NONLOCAL, "nonlocal");
        break;
      case "Expr":
        this.expression(s.value);
        break;
      case "With":
      case "AsyncWith":
        if (s.kind === "AsyncWith") this.maybeCoroutineModule();
        for (const item of s.items) {
          this.expression(item.context_expr);
          if (item.optional_vars !== null) this.expression(item.optional_vars);
        }
        this.statements(s.body);
        break;
      default:
        break;
    }
    this.depth--;
  }

  /** A chain of `elif` is nested in the tree, and a loop here. */
  private ifStatement(s: Node<"If">): void {
    const depth = this.depth;
    let link = s;
    for (;;) {
      this.expression(link.test);
      this.statements(link.body);
      const [next] = link.orelse;
      if (link.orelse.length !== 1 || next.kind !== "If") break;
      link = next;
      this.descend();
    }
    this.statements(link.orelse);
    this.depth = depth;
  }

  /** Top-level await (PyCF_ALLOW_TOP_LEVEL_AWAIT) makes the module itself a coroutine. */
  private maybeCoroutineModule(): void {
    if (this.topLevelAwait && this.current.type === "module") this.current.coroutine = true;
  }

  private functionDef(s: FunctionNode): void {
    this.define(s.name, DEF_LOCAL, s);
    this.expressions(s.args.defaults);
    for (const value of s.args.kw_defaults) if (value !== null) this.expression(value);
    this.expressions(s.decorator_list);
    const isGeneric = s.type_params.length > 0;
    if (isGeneric) {
      const hasKeywordDefaults = s.args.kw_defaults.some((value) => value !== null);
      // .defaults is a parameter even where there are none: CPython asks whether there is a list of defaults.
      this.enterTypeParameters(s.name, s.type_params, s, true, hasKeywordDefaults, false);
      for (const parameter of s.type_params) this.typeParam(parameter);
    }
    this.annotations(s.args, s.returns);
    this.enter(s.name, "function", s, s);
    if (s.kind === "AsyncFunctionDef") this.current.coroutine = true;
    this.arguments(s.args);
    this.statements(s.body);
    this.exit();
    if (isGeneric) this.exit();
  }

  private enterTypeParameters(
    name: string,
    key: object,
    location: Location,
    hasDefaults: boolean,
    hasKeywordDefaults: boolean,
    isClass: boolean,
  ): void {
    const inClass = this.current.type === "class";
    this.enter(name, "type parameters", key, location);
    if (inClass) {
      this.current.canSeeClassScope = true;
      this.define("__classdict__", USE, location);
    }
    if (isClass) {
      // Set when the tuple of type parameters is made, used for the bases.
      this.define(".type_params", DEF_LOCAL, location);
      this.define(".type_params", USE, location);
      this.define(".generic_base", DEF_LOCAL, location);
      this.define(".generic_base", USE, location);
    }
    if (hasDefaults) this.define(".defaults", DEF_PARAM, location);
    if (hasKeywordDefaults) this.define(".kwdefaults", DEF_PARAM, location);
  }

  private classDef(s: Node<"ClassDef">): void {
    this.define(s.name, DEF_LOCAL, s);
    this.expressions(s.decorator_list);
    const outerPrivate = this.privateName;
    const isGeneric = s.type_params.length > 0;
    if (isGeneric) {
      this.enterTypeParameters(s.name, s.type_params, s, false, false, true);
      this.privateName = s.name;
      this.current.mangledNames = new Set();
      for (const parameter of s.type_params) this.typeParam(parameter);
    }
    this.expressions(s.bases);
    for (const keyword of s.keywords) this.expression(keyword.value);
    this.enter(s.name, "class", s, s);
    this.privateName = s.name;
    if (isGeneric) {
      this.define("__type_params__", DEF_LOCAL, s);
      this.define(".type_params", USE, s);
    }
    this.statements(s.body);
    this.exit();
    if (isGeneric) this.exit();
    this.privateName = outerPrivate;
  }

  private typeAlias(s: Node<"TypeAlias">): void {
    this.expression(s.name);
    const name = (s.name as Node<"Name">).id;
    const inClass = this.current.type === "class";
    const isGeneric = s.type_params.length > 0;
    if (isGeneric) {
      this.enterTypeParameters(name, s.type_params, s, false, false, false);
      for (const parameter of s.type_params) this.typeParam(parameter);
    }
    this.enter(name, "type alias", s, s);
    this.current.canSeeClassScope = inClass;
    if (inClass) this.define("__classdict__", USE, s.value);
    this.expression(s.value);
    this.exit();
    if (isGeneric) this.exit();
  }

  private typeParam(parameter: type_param): void {
    this.descend();
    this.define(parameter.name, DEF_TYPE_PARAM | DEF_LOCAL, parameter);
    let info = `a ${parameter.kind} default`;
    if (parameter.kind === "TypeVar") {
      if (parameter.bound !== null) {
        info = parameter.bound.kind === "Tuple" ? "a TypeVar constraint" : "a TypeVar bound";
        this.boundOrDefault(parameter.bound, parameter.name, parameter, this.table.blocks, info);
      }
      info = "a TypeVar default";
    }
    if (parameter.default_value !== null) {
      this.boundOrDefault(parameter.default_value, parameter.name, parameter, this.table.defaultBlocks, info);
    }
    this.depth--;
  }

  private boundOrDefault(
    e: expr,
    name: string,
    key: object,
    blocks: Map<object, SymbolTableEntry>,
    scopeInfo: string,
  ): void {
    const inClass = this.current.canSeeClassScope;
    this.enter(name, "type variable", key, e, blocks);
    this.current.canSeeClassScope = inClass;
    if (inClass) this.define("__classdict__", USE, e);
    this.current.scopeInfo = scopeInfo;
    this.expression(e);
    this.exit();
  }

  private annAssign(s: Node<"AnnAssign">): void {
    const { target } = s;
    if (target.kind === "Name") {
      const flags = this.lookup(target.id);
      if (flags & (DEF_GLOBAL | DEF_NONLOCAL) && this.current.symbols !== this.global && s.simple) {
        const what = flags & DEF_GLOBAL ? "global" : "nonlocal";
        throw new CompileError(`annotated name '${target.id}' can't be ${what}`, s);
      }
      if (s.simple) this.define(target.id, DEF_ANNOT | DEF_LOCAL, target);
      else if (s.value !== null) this.define(target.id, DEF_LOCAL, target);
    } else {
      this.expression(target);
    }
    this.annotation(s.annotation);
    if (s.value !== null) this.expression(s.value);
  }

  private directive(s: Node<"Global"> | Node<"Nonlocal">, flag: number, word: "global" | "nonlocal"): void {
    for (const name of s.names) {
      const flags = this.lookup(name);
      if (flags & (DEF_PARAM | DEF_LOCAL | USE | DEF_ANNOT)) {
        let message: string;
        if (flags & DEF_PARAM) message = `name '${name}' is parameter and ${word}`;
        else if (flags & USE) message = `name '${name}' is used prior to ${word} declaration`;
        else if (flags & DEF_ANNOT) message = `annotated name '${name}' can't be ${word}`;
        else message = `name '${name}' is assigned to before ${word} declaration`;
        throw new CompileError(message, s);
      }
      this.define(name, flag, s);
      this.recordDirective(name, s);
    }
  }

  private alias(alias: Node<"alias">): void {
    let name = alias.asname ?? alias.name;
    const dot = alias.asname === null ? name.indexOf(".") : -1;
    if (dot >= 0) name = name.slice(0, dot);
    if (alias.name !== "*") {
      this.define(name, DEF_IMPORT, alias);
    } else if (this.current.type !== "module") {
      throw new CompileError("import * only allowed at module level", alias);
    }
  }

  // ---- Annotations ----

  private annotation(annotation: expr): void {
    if (this.futureAnnotations) this.enter("_annotation", "annotation", annotation, annotation);
    this.expression(annotation);
    if (this.futureAnnotations) this.exit();
  }

  private annotations(a: arguments_, returns: expr | null): void {
    if (this.futureAnnotations) this.enter("_annotation", "annotation", a, MODULE_LOCATION);
    for (const group of [a.posonlyargs, a.args]) this.parameterAnnotations(group);
    if (a.vararg !== null) this.parameterAnnotations([a.vararg]);
    if (a.kwarg !== null) this.parameterAnnotations([a.kwarg]);
    this.parameterAnnotations(a.kwonlyargs);
    if (this.futureAnnotations) this.exit();
    if (returns !== null) this.annotation(returns);
  }

  private parameterAnnotations(parameters: readonly arg[]): void {
    for (const parameter of parameters) if (parameter.annotation !== null) this.expression(parameter.annotation);
  }

  // ---- Patterns ----

  private pattern(p: pattern): void {
    this.descend();
    switch (p.kind) {
      case "MatchValue":
        this.expression(p.value);
        break;
      case "MatchSequence":
      case "MatchOr":
        for (const sub of p.patterns) this.pattern(sub);
        break;
      case "MatchStar":
        if (p.name !== null) this.define(p.name, DEF_LOCAL, p);
        break;
      case "MatchMapping":
        this.expressions(p.keys);
        for (const sub of p.patterns) this.pattern(sub);
        if (p.rest !== null) this.define(p.rest, DEF_LOCAL, p);
        break;
      case "MatchClass":
        this.expression(p.cls);
        for (const sub of p.patterns) this.pattern(sub);
        for (const sub of p.kwd_patterns) this.pattern(sub);
        break;
      case "MatchAs":
        if (p.pattern !== null) this.pattern(p.pattern);
        if (p.name !== null) this.define(p.name, DEF_LOCAL, p);
        break;
      default:
        break;
    }
    this.depth--;
  }
}

/** Builds and analyses the symbol table of a tree. Throws CompileError. */
export function buildSymbolTable(
  tree: mod,
  features: number,
  topLevelAwait = false,
  onName?: NameObserver,
  recursionLimit: number = RECURSION_LIMIT,
): SymbolTable {
  try {
    const visitor = new Visitor(features, topLevelAwait, onName, recursionLimit);
    visitor.visitModule(tree);
    analyzeSymbols(visitor.table.top);
    return visitor.table;
  } catch (error) {
    if (error instanceof CompileError) error.data.isPlacedLater = true;
    throw error;
  }
}
