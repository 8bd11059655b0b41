// The first pass of the symbol table over expressions, lambdas and comprehensions included (symtable_visit_expr of
// Python/symtable.c).
import type { arg, arguments_, comprehension, expr, Node } from "../parser/nodes.ts";
import { CompileError } from "./errors.ts";
import {
  type BlockType,
  type ComprehensionType,
  DEF_COMP_ITER,
  DEF_GLOBAL,
  DEF_LOCAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  USE,
} from "./symtable.ts";
import { ScopeBuilder } from "./symtable_scopes.ts";

type Comprehension = Node<"ListComp"> | Node<"SetComp"> | Node<"DictComp"> | Node<"GeneratorExp">;

const COMPREHENSIONS = {
  ListComp: ["<listcomp>", "list comprehension"],
  SetComp: ["<setcomp>", "set comprehension"],
  DictComp: ["<dictcomp>", "dict comprehension"],
  GeneratorExp: ["<genexpr>", "generator expression"],
} as const satisfies Record<Comprehension["kind"], readonly [string, ComprehensionType]>;

// Why a `:=` inside a comprehension cannot bind in the scope around it.
const NAMED_EXPRESSION_ERRORS: { readonly [type in BlockType]?: string } = {
  class: "assignment expression within a comprehension cannot be used in a class body",
  "type parameters": "assignment expression within a comprehension cannot be used within the definition of a generic",
  "type alias": "assignment expression within a comprehension cannot be used in a type alias",
  "type variable": "assignment expression within a comprehension cannot be used in a TypeVar bound",
};

/** The child that a chain of operators, attributes, calls or subscripts begins with; null for other nodes. */
function leftOf(e: expr): expr | null {
  switch (e.kind) {
    case "BinOp":
      return e.left;
    case "Call":
      return e.func;
    case "Attribute":
    case "Subscript":
      return e.value;
    case "UnaryOp":
      return e.operand;
    default:
      return null;
  }
}

export class ExpressionVisitor extends ScopeBuilder {
  // ---- Parameters ----

  protected parameters(parameters: readonly arg[]): void {
    for (const parameter of parameters) this.define(parameter.arg, DEF_PARAM, parameter);
  }

  protected arguments(a: arguments_): void {
    this.parameters(a.posonlyargs);
    this.parameters(a.args);
    this.parameters(a.kwonlyargs);
    if (a.vararg !== null) {
      this.define(a.vararg.arg, DEF_PARAM, a.vararg);
      this.current.varargs = true;
    }
    if (a.kwarg !== null) {
      this.define(a.kwarg.arg, DEF_PARAM, a.kwarg);
      this.current.varkeywords = true;
    }
  }

  // ---- Expressions ----

  protected expressions(list: readonly expr[]): void {
    for (const e of list) this.expression(e);
  }

  /** A chain that grows to the left is walked with a loop, so its length is bounded by CPython's limit, not by ours. */
  protected expression(e: expr): void {
    let left = leftOf(e);
    if (left === null || leftOf(left) === null) {
      this.plainExpression(e);
      return;
    }
    const chain = [e];
    while (left !== null) {
      this.descend();
      chain.push(left);
      left = leftOf(left);
    }
    this.plainExpression(chain[chain.length - 1]);
    for (let i = chain.length - 2; i >= 0; i--) {
      this.restOfChain(chain[i]);
      this.depth--;
    }
  }

  protected restOfChain(e: expr): void {
    if (e.kind === "BinOp") this.expression(e.right);
    else if (e.kind === "Subscript") this.expression(e.slice);
    else if (e.kind === "Call") {
      this.expressions(e.args);
      for (const keyword of e.keywords) this.expression(keyword.value);
    }
  }

  protected plainExpression(e: expr): void {
    this.descend();
    switch (e.kind) {
      case "NamedExpr":
        this.refuseInAnnotation("named expression", e);
        this.namedExpression(e);
        break;
      case "BoolOp":
        this.expressions(e.values);
        break;
      case "BinOp":
      case "Call":
      case "Attribute":
      case "Subscript":
      case "UnaryOp":
        this.plainExpression(leftOf(e)!);
        this.restOfChain(e);
        break;
      case "Lambda":
        this.expressions(e.args.defaults);
        for (const value of e.args.kw_defaults) if (value !== null) this.expression(value);
        this.enter("lambda", "function", e, e);
        this.arguments(e.args);
        this.expression(e.body);
        this.exit();
        break;
      case "IfExp":
        this.conditional(e);
        break;
      case "Dict":
        for (const key of e.keys) if (key !== null) this.expression(key);
        this.expressions(e.values);
        break;
      case "Set":
      case "List":
      case "Tuple":
        this.expressions(e.elts);
        break;
      case "ListComp":
      case "SetComp":
      case "GeneratorExp":
        this.comprehension(e, e.elt, null);
        break;
      case "DictComp":
        this.comprehension(e, e.key, e.value);
        break;
      case "Yield":
        this.refuseInAnnotation("yield expression", e);
        if (e.value !== null) this.expression(e.value);
        this.yielding(e);
        break;
      case "YieldFrom":
        this.refuseInAnnotation("yield expression", e);
        this.expression(e.value);
        this.yielding(e);
        break;
      case "Await":
        this.refuseInAnnotation("await expression", e);
        this.expression(e.value);
        this.current.coroutine = true;
        break;
      case "Compare":
        this.expression(e.left);
        this.expressions(e.comparators);
        break;
      case "FormattedValue":
        this.expression(e.value);
        if (e.format_spec !== null) this.expression(e.format_spec);
        break;
      case "JoinedStr":
        this.expressions(e.values);
        break;
      case "Starred":
        this.expression(e.value);
        break;
      case "Slice":
        if (e.lower !== null) this.expression(e.lower);
        if (e.upper !== null) this.expression(e.upper);
        if (e.step !== null) this.expression(e.step);
        break;
      case "Name":
        this.define(e.id, e.ctx === "Load" ? USE : DEF_LOCAL, e);
        // super() needs the class cell.
        if (e.ctx === "Load" && e.id === "super" && this.current.isFunctionLike) this.define("__class__", USE, e);
        break;
      default:
        break;
    }
    this.depth--;
  }

  /** `a if b else c if d else …`, a loop for the same reason. */
  protected conditional(e: Node<"IfExp">): void {
    const depth = this.depth;
    let link = e;
    for (;;) {
      this.expression(link.test);
      this.expression(link.body);
      if (link.orelse.kind !== "IfExp") break;
      link = link.orelse;
      this.descend();
    }
    this.expression(link.orelse);
    this.depth = depth;
  }

  protected yielding(e: expr): void {
    this.current.generator = true;
    if (this.current.comprehension !== "") {
      throw new CompileError(`'yield' inside ${this.current.comprehension}`, e);
    }
  }

  protected refuseInAnnotation(what: string, e: expr): void {
    switch (this.current.type) {
      case "annotation":
        throw new CompileError(`${what} cannot be used within an annotation`, e);
      case "type variable":
        throw new CompileError(`${what} cannot be used within ${this.current.scopeInfo}`, e);
      case "type alias":
        throw new CompileError(`${what} cannot be used within a type alias`, e);
      case "type parameters":
        throw new CompileError(`${what} cannot be used within the definition of a generic`, e);
    }
  }

  protected namedExpression(e: Node<"NamedExpr">): void {
    if (this.current.compIterExpr > 0) {
      throw new CompileError("assignment expression cannot be used in a comprehension iterable expression", e);
    }
    if (this.current.comprehension !== "") this.bindOutsideComprehension(e.target as Node<"Name">);
    this.expression(e.value);
    this.expression(e.target);
  }

  /** `:=` in a comprehension binds in the nearest function or module around it. */
  protected bindOutsideComprehension(target: Node<"Name">): void {
    const name = target.id;
    for (let i = this.stack.length - 1; i >= 0; i--) {
      const entry = this.stack[i];
      if (entry.comprehension !== "") {
        const flags = this.lookup(name, entry);
        if (flags & DEF_COMP_ITER && flags & (DEF_LOCAL | DEF_GLOBAL)) {
          throw new CompileError(
            `assignment expression cannot rebind comprehension iteration variable '${name}'`,
            target,
          );
        }
        continue;
      }
      if (entry.type === "function") {
        this.define(name, this.lookup(name, entry) & DEF_GLOBAL ? DEF_GLOBAL : DEF_NONLOCAL, target);
        this.recordDirective(name, target);
        this.defineIn(entry, name, DEF_LOCAL, target);
        return;
      }
      if (entry.type === "module") {
        this.define(name, DEF_GLOBAL, target);
        this.recordDirective(name, target);
        this.defineIn(entry, name, DEF_GLOBAL, target);
        return;
      }
      const error = NAMED_EXPRESSION_ERRORS[entry.type];
      if (error !== undefined) throw new CompileError(error, target);
    }
  }

  protected comprehension(e: Comprehension, elt: expr, value: expr | null): void {
    const outermost = e.generators[0];
    // The outermost iterable is evaluated in the scope around.
    this.current.compIterExpr++;
    this.expression(outermost.iter);
    this.current.compIterExpr--;
    const [name, type] = COMPREHENSIONS[e.kind];
    this.enter(name, "function", e, e);
    const entry = this.current;
    entry.comprehension = type;
    if (outermost.is_async) entry.coroutine = true;
    this.define(".0", DEF_PARAM, entry.location);
    entry.compIterTarget = true;
    this.expression(outermost.target);
    entry.compIterTarget = false;
    this.expressions(outermost.ifs);
    for (let i = 1; i < e.generators.length; i++) this.generator(e.generators[i]);
    if (value !== null) this.expression(value);
    this.expression(elt);
    entry.generator = e.kind === "GeneratorExp";
    const isAsync = entry.coroutine && !entry.generator;
    this.exit();
    if (isAsync) this.current.coroutine = true;
  }

  protected generator(generator: comprehension): void {
    this.current.compIterTarget = true;
    this.expression(generator.target);
    this.current.compIterTarget = false;
    this.current.compIterExpr++;
    this.expression(generator.iter);
    this.current.compIterExpr--;
    this.expressions(generator.ifs);
    if (generator.is_async) this.current.coroutine = true;
  }
}
