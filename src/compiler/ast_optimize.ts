// Folding on the tree, before the symbol table is built (Python/ast_opt.c): constant operators, subscripts and tuples,
// `"…" % (…)` to an f-string, literals to constants in membership tests and loops, __debug__.
//
// The tree is changed in place; an expression that becomes another node is returned, and its holder stores it.
import type { Constant } from "../base/constant.ts";
import type { arguments_, comprehension, expr, mod, Node, pattern, stmt, type_param } from "../parser/nodes.ts";
import { frozensetOf } from "./constants.ts";
import { type CompileWarning, RECURSION_LIMIT, recursionError } from "./errors.ts";
import { BOOL_INVERSION_WARNING, foldBinary, foldSubscript, foldUnary } from "./fold.ts";
import { formatToFString } from "./fold_format.ts";
import { CO_FUTURE_ANNOTATIONS, docstringOf } from "./future.ts";

type Comprehension = Node<"ListComp"> | Node<"SetComp"> | Node<"DictComp"> | Node<"GeneratorExp">;

/** `not a is b` is `a is not b`; orderings and equality may be redefined and stay. */
const NEGATED = { Is: "IsNot", IsNot: "Is", In: "NotIn", NotIn: "In" } as const;

function constantNode(e: expr, value: Constant): Node<"Constant"> {
  return {
    kind: "Constant",
    value,
    kind_: null,
    lineno: e.lineno,
    col_offset: e.col_offset,
    end_lineno: e.end_lineno,
    end_col_offset: e.end_col_offset,
  };
}

function hasStarred(elts: readonly expr[]): boolean {
  return elts.some((e) => e.kind === "Starred");
}

function constantItems(elts: readonly expr[]): Constant[] | null {
  const items: Constant[] = [];
  for (const e of elts) {
    if (e.kind !== "Constant") return null;
    items.push(e.value);
  }
  return items;
}

class Optimizer {
  readonly warnings: CompileWarning[] = [];
  private depth = 0;
  private readonly optimize: number;
  private readonly futureAnnotations: boolean;
  private readonly recursionLimit: number;

  constructor(optimize: number, features: number, recursionLimit: number) {
    this.recursionLimit = recursionLimit;
    this.optimize = optimize;
    this.futureAnnotations = (features & CO_FUTURE_ANNOTATIONS) !== 0;
  }

  module(tree: mod): void {
    switch (tree.kind) {
      case "Module":
        this.body(tree.body);
        break;
      case "Interactive":
        this.stmts(tree.body);
        break;
      case "Expression":
        tree.body = this.expr(tree.body);
        break;
    }
  }

  private descend(): void {
    if (++this.depth > this.recursionLimit) throw recursionError();
  }

  // ---- Statements ----

  private body(body: stmt[]): void {
    // Under -OO the docstring stays in the tree: code generation passes over it.
    const docstring = docstringOf(body);
    this.stmts(body);
    const first = body[0];
    if (docstring === null && docstringOf(body) !== null && first.kind === "Expr") {
      // What has become a constant by folding is no docstring.
      const { lineno, col_offset, end_lineno, end_col_offset } = first;
      first.value = { kind: "JoinedStr", values: [first.value], lineno, col_offset, end_lineno, end_col_offset };
    }
  }

  private stmts(body: readonly stmt[]): void {
    for (const s of body) this.stmt(s);
  }

  private stmt(s: stmt): void {
    this.descend();
    switch (s.kind) {
      case "FunctionDef":
      case "AsyncFunctionDef":
        this.typeParams(s.type_params);
        this.arguments(s.args);
        this.body(s.body);
        this.exprs(s.decorator_list);
        if (!this.futureAnnotations) s.returns = this.optional(s.returns);
        break;
      case "ClassDef":
        this.typeParams(s.type_params);
        this.exprs(s.bases);
        for (const keyword of s.keywords) keyword.value = this.expr(keyword.value);
        this.body(s.body);
        this.exprs(s.decorator_list);
        break;
      case "Return":
        s.value = this.optional(s.value);
        break;
      case "Delete":
        this.exprs(s.targets);
        break;
      case "Assign":
        this.exprs(s.targets);
        s.value = this.expr(s.value);
        break;
      case "AugAssign":
        s.target = this.expr(s.target);
        s.value = this.expr(s.value);
        break;
      case "AnnAssign":
        s.target = this.expr(s.target);
        if (!this.futureAnnotations) s.annotation = this.expr(s.annotation);
        s.value = this.optional(s.value);
        break;
      case "TypeAlias":
        s.name = this.expr(s.name);
        this.typeParams(s.type_params);
        s.value = this.expr(s.value);
        break;
      case "For":
      case "AsyncFor":
        s.target = this.expr(s.target);
        s.iter = this.expr(s.iter);
        this.stmts(s.body);
        this.stmts(s.orelse);
        if (s.kind === "For") s.iter = this.iterable(s.iter);
        break;
      case "If":
        this.ifStatement(s);
        break;
      case "While":
        s.test = this.expr(s.test);
        this.stmts(s.body);
        this.stmts(s.orelse);
        break;
      case "With":
      case "AsyncWith":
        for (const item of s.items) {
          item.context_expr = this.expr(item.context_expr);
          item.optional_vars = this.optional(item.optional_vars);
        }
        this.stmts(s.body);
        break;
      case "Raise":
        s.exc = this.optional(s.exc);
        s.cause = this.optional(s.cause);
        break;
      case "Try":
      case "TryStar":
        this.stmts(s.body);
        for (const handler of s.handlers) {
          handler.type = this.optional(handler.type);
          this.stmts(handler.body);
        }
        this.stmts(s.orelse);
        this.stmts(s.finalbody);
        break;
      case "Assert":
        s.test = this.expr(s.test);
        s.msg = this.optional(s.msg);
        break;
      case "Expr":
        s.value = this.expr(s.value);
        break;
      case "Match":
        s.subject = this.expr(s.subject);
        for (const matchCase of s.cases) {
          this.pattern(matchCase.pattern);
          matchCase.guard = this.optional(matchCase.guard);
          this.stmts(matchCase.body);
        }
        break;
    }
    this.depth--;
  }

  /** A chain of `elif` is nested in the tree, and a loop here. */
  private ifStatement(s: Node<"If">): void {
    const { depth } = this;
    let link = s;
    for (;;) {
      link.test = this.expr(link.test);
      this.stmts(link.body);
      const [next] = link.orelse;
      if (link.orelse.length !== 1 || next.kind !== "If") break;
      link = next;
      this.descend();
    }
    this.stmts(link.orelse);
    this.depth = depth;
  }

  private arguments(a: arguments_): void {
    if (!this.futureAnnotations) {
      for (const group of [a.posonlyargs, a.args, [a.vararg], a.kwonlyargs, [a.kwarg]]) {
        for (const parameter of group)
          if (parameter !== null) parameter.annotation = this.optional(parameter.annotation);
      }
    }
    a.kw_defaults.forEach((value, i) => {
      a.kw_defaults[i] = this.optional(value);
    });
    this.exprs(a.defaults);
  }

  private typeParams(parameters: readonly type_param[]): void {
    for (const parameter of parameters) {
      if (parameter.kind === "TypeVar") parameter.bound = this.optional(parameter.bound);
      parameter.default_value = this.optional(parameter.default_value);
    }
  }

  private pattern(p: pattern): void {
    this.descend();
    switch (p.kind) {
      case "MatchValue":
        // Negative and complex numbers become constants here.
        p.value = this.expr(p.value);
        break;
      case "MatchSequence":
      case "MatchOr":
        for (const sub of p.patterns) this.pattern(sub);
        break;
      case "MatchMapping":
        this.exprs(p.keys);
        for (const sub of p.patterns) this.pattern(sub);
        break;
      case "MatchClass":
        p.cls = this.expr(p.cls);
        for (const sub of p.patterns) this.pattern(sub);
        for (const sub of p.kwd_patterns) this.pattern(sub);
        break;
      case "MatchAs":
        if (p.pattern !== null) this.pattern(p.pattern);
        break;
    }
    this.depth--;
  }

  // ---- Expressions ----

  private optional(e: expr | null): expr | null {
    return e === null ? null : this.expr(e);
  }

  private exprs(list: expr[]): void {
    for (let i = 0; i < list.length; i++) list[i] = this.expr(list[i]);
  }

  /** Chains that grow to the left are a loop: their length is bounded by CPython's limit, not by the stack. */
  private expr(e: expr): expr {
    const links: expr[] = [];
    let inner: expr = e;
    for (;;) {
      this.descend();
      if (inner.kind === "BinOp") {
        links.push(inner);
        inner = inner.left;
      } else if (inner.kind === "Call") {
        links.push(inner);
        inner = inner.func;
      } else if (inner.kind === "Attribute" || inner.kind === "Subscript") {
        links.push(inner);
        inner = inner.value;
      } else if (inner.kind === "UnaryOp") {
        links.push(inner);
        inner = inner.operand;
      } else {
        break;
      }
    }
    let result = this.plain(inner);
    this.depth--;
    for (let i = links.length - 1; i >= 0; i--) {
      result = this.link(links[i], result);
      this.depth--;
    }
    return result;
  }

  private link(e: expr, inner: expr): expr {
    switch (e.kind) {
      case "BinOp":
        e.left = inner;
        e.right = this.expr(e.right);
        return this.binOp(e);
      case "Call":
        e.func = inner;
        this.exprs(e.args);
        for (const keyword of e.keywords) keyword.value = this.expr(keyword.value);
        return e;
      case "Attribute":
        e.value = inner;
        return e;
      case "UnaryOp":
        e.operand = inner;
        return this.unaryOp(e);
      case "Subscript": {
        e.value = inner;
        e.slice = this.expr(e.slice);
        if (e.ctx !== "Load" || inner.kind !== "Constant" || e.slice.kind !== "Constant") return e;
        const value = foldSubscript(inner.value, e.slice.value);
        return value === null ? e : constantNode(e, value);
      }
      default:
        return e;
    }
  }

  private binOp(e: Node<"BinOp">): expr {
    const { left, right } = e;
    if (e.op === "Mod" && left.kind === "Constant" && left.value.type === "str") {
      // A tuple of constants is a constant by now: formatting it may call anything, so it stays.
      if (right.kind === "Tuple" && !hasStarred(right.elts))
        return formatToFString(e, left.value.wtf8, right.elts) ?? e;
      return e;
    }
    if (left.kind !== "Constant" || right.kind !== "Constant") return e;
    if (e.op === "Mod" && left.value.type === "bytes") return e;
    const value = foldBinary(e.op, left.value, right.value);
    return value === null ? e : constantNode(e, value);
  }

  private plain(e: expr): expr {
    switch (e.kind) {
      case "BoolOp":
        this.exprs(e.values);
        return e;
      case "Lambda":
        this.arguments(e.args);
        e.body = this.expr(e.body);
        return e;
      case "IfExp":
        this.conditional(e);
        return e;
      case "Dict":
        for (let i = 0; i < e.keys.length; i++) e.keys[i] = this.optional(e.keys[i]);
        this.exprs(e.values);
        return e;
      case "Set":
      case "List":
        this.exprs(e.elts);
        return e;
      case "Tuple": {
        this.exprs(e.elts);
        if (e.ctx !== "Load") return e;
        const items = constantItems(e.elts);
        return items === null ? e : constantNode(e, { type: "tuple", items });
      }
      case "ListComp":
      case "SetComp":
      case "GeneratorExp":
      case "DictComp":
        return this.comprehension(e);
      case "Await":
      case "YieldFrom":
      case "Starred":
      case "NamedExpr":
        e.value = this.expr(e.value);
        return e;
      case "Yield":
        e.value = this.optional(e.value);
        return e;
      case "Compare": {
        e.left = this.expr(e.left);
        this.exprs(e.comparators);
        const last = e.ops.length - 1;
        if (e.ops[last] === "In" || e.ops[last] === "NotIn") e.comparators[last] = this.iterable(e.comparators[last]);
        return e;
      }
      case "FormattedValue":
        e.value = this.expr(e.value);
        e.format_spec = this.optional(e.format_spec);
        return e;
      case "JoinedStr":
        this.exprs(e.values);
        return e;
      case "Slice":
        e.lower = this.optional(e.lower);
        e.upper = this.optional(e.upper);
        e.step = this.optional(e.step);
        return e;
      case "Name":
        if (e.ctx === "Load" && e.id === "__debug__") {
          return constantNode(e, { type: this.optimize === 0 ? "True" : "False" });
        }
        return e;
      default:
        return e;
    }
  }

  /** `a if b else c if d else …`, a loop for the same reason. */
  private conditional(e: Node<"IfExp">): void {
    const { depth } = this;
    let link = e;
    for (;;) {
      link.test = this.expr(link.test);
      link.body = this.expr(link.body);
      if (link.orelse.kind !== "IfExp") break;
      link = link.orelse;
      this.descend();
    }
    link.orelse = this.expr(link.orelse);
    this.depth = depth;
  }

  private unaryOp(e: Node<"UnaryOp">): expr {
    const { operand } = e;
    if (operand.kind === "Constant") {
      if (e.op === "Invert" && (operand.value.type === "True" || operand.value.type === "False")) {
        this.warnings.push({
          category: "DeprecationWarning",
          message: BOOL_INVERSION_WARNING,
          lineno: e.lineno,
          atCaller: true,
          location: e,
        });
      }
      const value = foldUnary(e.op, operand.value);
      return value === null ? e : constantNode(e, value);
    }
    if (e.op === "Not" && operand.kind === "Compare" && operand.ops.length === 1) {
      const [op] = operand.ops;
      if (op === "Is" || op === "IsNot" || op === "In" || op === "NotIn") {
        operand.ops[0] = NEGATED[op];
        return operand;
      }
    }
    return e;
  }

  private comprehension(e: Comprehension): expr {
    if (e.kind === "DictComp") {
      e.key = this.expr(e.key);
      e.value = this.expr(e.value);
    } else {
      e.elt = this.expr(e.elt);
    }
    for (const generator of e.generators) this.generator(generator);
    return e;
  }

  private generator(generator: comprehension): void {
    generator.target = this.expr(generator.target);
    generator.iter = this.expr(generator.iter);
    this.exprs(generator.ifs);
    generator.iter = this.iterable(generator.iter);
  }

  /** A list or set that is only iterated over, or tested for membership, becomes a tuple or frozenset. */
  private iterable(e: expr): expr {
    if (e.kind === "List") {
      if (hasStarred(e.elts)) return e;
      const items = constantItems(e.elts);
      if (items !== null) return constantNode(e, { type: "tuple", items });
      return { ...e, kind: "Tuple" };
    }
    if (e.kind === "Set") {
      const items = constantItems(e.elts);
      return items === null ? e : constantNode(e, frozensetOf(items));
    }
    return e;
  }
}

/** Folds a tree in place; returns the warnings of what it ran. Throws CompileError where it is nested too deeply. */
export function optimizeTree(
  tree: mod,
  optimize: number,
  features: number,
  recursionLimit: number = RECURSION_LIMIT,
): CompileWarning[] {
  const optimizer = new Optimizer(optimize, features, recursionLimit);
  optimizer.module(tree);
  return optimizer.warnings;
}
