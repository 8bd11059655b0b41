// Expands calls of the memory's accessors in place, and folds constants of the structure tables.
//
//   setPtr(list + PyListObject.ob_item, items)   becomes   $I32[(list + 24) >> 2] = items, $I32[((list + 24) >> 2) + 1] = 0
//
// An accessor's expansion is its own body (templates.ts). The order in which a call evaluates its arguments is kept:
//   - an argument that is only names, numbers and arithmetic may stand in any number of places, unless another argument
//     may change one of its names;
//   - any other argument stands directly where the body uses it, if that is exactly one place, always reached, after the
//     arguments before it and before anything the body reads or stores;
//   - otherwise the arguments are put into block-scoped constants first, which needs a call that is a whole statement;
//   - a call that is none of these stays a call, which does the same, slower.
// Works a module at a time on JavaScript (esbuild has taken the types off) and returns source with a map back to it.
import { dirname, relative, resolve } from "node:path";
import * as acorn from "acorn";
import MagicString from "magic-string";
import { analyseScopes, children, isFunction, type Node, type ScopeMap, walk } from "./scope.ts";
import { asExpression, renderWith, type Template } from "./templates.ts";

/** Values of a table module's exports that may be folded: numbers, and frozen objects of numbers. */
export type TableConstants = ReadonlyMap<string, number | Readonly<Record<string, unknown>>>;

export interface Knowledge {
  /** Templates of an accessor module, by exported name; undefined for any other file. */
  templatesOf(file: string): ReadonlyMap<string, Template> | undefined;
  /** Constants of a table module; undefined for any other file. */
  constantsOf(file: string): TableConstants | undefined;
}

/**
 * A function that begins with this directive reads the memory's views from local constants of its own. V8 knows such a
 * view for certain; in a large function with a loop it forgets some of those that it reads from the module again and again.
 */
export const LOCAL_VIEWS = "local views";

/** Bodies with more operators than this are computed once, into a constant, where the call is a statement. */
const REPEATED_OPERATORS_MAX = 1;

/** The file for which @expand loop is. */
const LOOP_FILE = "loop.gen.ts";
const VIEW_NAME = /^[IUF]\d+$/;

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export function parse(source: string): Node {
  return acorn.parse(source, { ecmaVersion: 2022, sourceType: "module" }) as Node;
}

/** The specifier by which `from` would import `to`, both absolute. */
export function specifierBetween(from: string, to: string): string {
  const path = relative(dirname(from), to).replaceAll("\\", "/");
  return path.startsWith(".") ? path : `./${path}`;
}

const literal = (value: number): string => (value < 0 || Object.is(value, -0) ? `(${value})` : String(value));
const isAtom = (text: string): boolean => /^(?:[\w$]+|\([^()]*\))$/.test(text);

class Expander {
  private readonly scopes: ScopeMap;
  /** Local name of an import, and what it names where. */
  private readonly imports = new Map<string, { file: string; name: string }>();
  private readonly added = new Map<string, { alias: string; text: string }>();
  private readonly parents = new Map<Node, Node>();
  /** Constants of the module itself that are numbers. */
  private readonly ownConstants = new Map<string, number>();
  /** Functions with the directive, and the names of the views that they read. */
  private readonly localViews = new Map<Node, Set<string>>();
  private readonly mayDispatch: boolean;
  expansionCount = 0;
  readonly leftAsCalls: { name: string; start: number }[] = [];

  constructor(
    private readonly source: string,
    program: Node,
    private readonly file: string,
    private readonly knowledge: Knowledge,
  ) {
    this.scopes = analyseScopes(program);
    for (const statement of program.body as Node[]) {
      if (statement.type !== "ImportDeclaration") continue;
      const specifier: string = statement.source.value;
      if (!specifier.startsWith(".")) continue;
      const file = resolve(dirname(this.file), specifier);
      for (const item of statement.specifiers as Node[]) {
        if (item.type !== "ImportSpecifier") continue;
        this.imports.set(item.local.name, { file, name: item.imported.name ?? item.imported.value });
      }
    }
    walk(program, (node) => {
      for (const child of children(node)) this.parents.set(child, node);
      if (isFunction(node) && node.body.body?.[0]?.directive === LOCAL_VIEWS) this.localViews.set(node, new Set());
    });
    this.mayDispatch = this.file.endsWith(LOOP_FILE);
    for (const statement of program.body as Node[]) {
      const declared = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
      if (declared?.type !== "VariableDeclaration" || declared.kind !== "const") continue;
      for (const { id, init } of declared.declarations as Node[]) {
        const value = id.type === "Identifier" && init ? this.numberOf(init) : null;
        if (value !== null) this.ownConstants.set(id.name, value);
      }
    }
  }

  /** The value of an expression of numbers and constants, or null. */
  private numberOf(node: Node): number | null {
    if (node.type === "Literal") return typeof node.value === "number" ? node.value : null;
    if (node.type === "UnaryExpression" && node.operator === "-") {
      const value = this.numberOf(node.argument);
      return value === null ? null : -value;
    }
    if (node.type !== "BinaryExpression") return this.constantOf(node);
    const left = this.numberOf(node.left);
    const right = left === null ? null : this.numberOf(node.right);
    if (left === null || right === null) return null;
    switch (node.operator) {
      case "+":
        return left + right;
      case "-":
        return left - right;
      case "*":
        return left * right;
      case "|":
        return left | right;
      case "&":
        return left & right;
      case "<<":
        return left << right;
      default:
        return null;
    }
  }

  /** Import declarations that the expansions need, on one line. */
  get header(): string {
    return [...this.added.values()].map((row) => row.text).join("");
  }

  private importOf(node: Node): { file: string; name: string } | null {
    if (node.type !== "Identifier" || this.scopes.bindingOf(node)?.kind !== "import") return null;
    return this.imports.get(node.name) ?? null;
  }

  private templateOf(call: Node): Template | null {
    if (call.type !== "CallExpression" || call.optional || call.callee.type !== "Identifier") return null;
    const binding = this.scopes.bindingOf(call.callee);
    const from = this.importOf(call.callee);
    // A module of accessors may use its own.
    const isOwn = binding !== null && binding.kind !== "import" && binding.owner.type === "Program";
    const template = from
      ? this.knowledge.templatesOf(from.file)?.get(from.name)
      : isOwn && this.knowledge.templatesOf(this.file)?.get(binding.name);
    if (!template || call.arguments.length !== template.parameters.length) return null;
    if (template.isForLoop && !this.mayDispatch) return null;
    return call.arguments.some((a: Node) => a.type === "SpreadElement") ? null : template;
  }

  /** The value of a table constant, or null. */
  private constantOf(node: Node): number | null {
    if (node.type === "Identifier") {
      const binding = this.scopes.bindingOf(node);
      if (binding?.kind === "const" && binding.owner.type === "Program") {
        const isName = this.parents.get(node)?.type === "VariableDeclarator" && this.parents.get(node)!.id === node;
        return isName ? null : (this.ownConstants.get(node.name) ?? null);
      }
      const from = this.importOf(node);
      const value = from && this.knowledge.constantsOf(from.file)?.get(from.name);
      return typeof value === "number" ? value : null;
    }
    if (node.type !== "MemberExpression" || node.computed || node.optional) return null;
    const from = this.importOf(node.object);
    const table = from && this.knowledge.constantsOf(from.file)?.get(from.name);
    if (!table || typeof table === "number" || !Object.hasOwn(table, node.property.name)) return null;
    const value = table[node.property.name];
    return typeof value === "number" ? value : null;
  }

  // -- what an argument may do -------------------------------------------------------------------------------------------

  private isSimple(node: Node): boolean {
    switch (node.type) {
      case "Literal":
        return typeof node.value === "number";
      case "Identifier":
        return true;
      case "MemberExpression":
        return this.constantOf(node) !== null;
      case "UnaryExpression":
        return /^[-+~]$/.test(node.operator) && this.isSimple(node.argument);
      case "BinaryExpression":
        return /^([-+*&|^]|<<|>>>?)$/.test(node.operator) && this.isSimple(node.left) && this.isSimple(node.right);
      default:
        return false;
    }
  }

  private hasEffect(node: Node): boolean {
    if (/^(Assignment|Update|New|Yield|Await|TaggedTemplate|Import|Class)/.test(node.type)) return true;
    if (node.type === "UnaryExpression" && node.operator === "delete") return true;
    if (isFunction(node)) return false;
    if (node.type === "CallExpression" && (this.templateOf(node)?.hasEffect ?? true)) return true;
    return children(node).some((child) => this.hasEffect(child));
  }

  /** Whether evaluating `other` could change a name that the simple expression `simple` reads. */
  private mayChange(other: Node, simple: Node): boolean {
    if (!this.hasEffect(other)) return false;
    const assigned = new Set<string>();
    walk(other, (node) => {
      const target =
        node.type === "AssignmentExpression" ? node.left : node.type === "UpdateExpression" ? node.argument : null;
      if (target) walk(target, (inner) => inner.type === "Identifier" && assigned.add(inner.name));
    });
    let changed = false;
    walk(simple, (node) => {
      if (node.type !== "Identifier" || this.constantOf(node) !== null) return;
      if (this.constantOf(this.parents.get(node)!) !== null) return;
      const binding = this.scopes.bindingOf(node);
      if (!binding) changed = true;
      else if (binding.kind === "const") return;
      else if (binding.kind === "import" || binding.changedElsewhere || assigned.has(binding.name)) changed = true;
    });
    return changed;
  }

  private operatorCount(node: Node): number {
    let count = 0;
    walk(node, (inner) => {
      if (/^(Binary|Unary)/.test(inner.type)) count++;
    });
    return count;
  }

  /** Whether each argument may stand in the body where its parameter does. */
  private fitsDirectly(template: Template, args: readonly Node[]): boolean {
    const inOrder: number[] = [];
    for (let i = 0; i < args.length; i++) {
      if (this.isSimple(args[i])) {
        if (args.some((other, j) => j !== i && this.mayChange(other, args[i]))) return false;
      } else inOrder.push(i);
    }
    let next = 0;
    let touched = false;
    for (const step of template.steps) {
      if (step.kind !== "use") touched = true;
      else if (inOrder.includes(step.parameter)) {
        if (touched || step.conditional || inOrder[next] !== step.parameter) return false;
        next++;
      }
    }
    return next === inOrder.length;
  }

  // -- expansion ---------------------------------------------------------------------------------------------------------

  /** How the names of a body are written here; `values` are the texts of its parameters. */
  private nameFor(template: Template, values: readonly string[], call: Node): (identifier: Node) => string {
    const views = this.localViewsAt(call);
    return (identifier) => {
      const meaning = template.identifiers.get(identifier)!;
      if (meaning.kind === "parameter") return values[meaning.index];
      if (meaning.kind === "local") return `$$${meaning.name}`;
      if (meaning.file === this.file) return meaning.name;
      const alias = this.aliasOf(meaning);
      if (views === null || !VIEW_NAME.test(meaning.name)) return alias;
      views.add(alias);
      return `$${alias}`;
    };
  }

  /** The views of the nearest function around a node that has the directive. */
  private localViewsAt(node: Node): Set<string> | null {
    if (this.localViews.size === 0) return null;
    for (let at: Node | undefined = node; at; at = this.parents.get(at)) {
      const views = this.localViews.get(at);
      if (views) return views;
    }
    return null;
  }

  /** The name by which this module imports what a body uses. */
  private aliasOf(meaning: { readonly file: string; readonly name: string }): string {
    const key = `${meaning.file}\n${meaning.name}`;
    const known = this.added.get(key);
    if (known) return known.alias;
    const isTaken = [...this.added.values()].some((other) => other.alias === `$${meaning.name}`);
    const alias = isTaken ? `$${meaning.name}_${this.added.size}` : `$${meaning.name}`;
    const specifier = specifierBetween(this.file, meaning.file);
    this.added.set(key, { alias, text: `import { ${meaning.name} as ${alias} } from ${JSON.stringify(specifier)};` });
    return alias;
  }

  private isStatement(call: Node): boolean {
    return this.parents.get(call)?.type === "ExpressionStatement";
  }

  /** How a call can be expanded: arguments in place, arguments in constants before, or not at all. */
  private wayFor(call: Node, template: Template): "direct" | "constants" | null {
    const args: Node[] = call.arguments;
    if (!this.isStatement(call)) return template.fitsExpression && this.fitsDirectly(template, args) ? "direct" : null;
    const repeats = args.some((a, i) => template.useCounts[i] > 1 && this.operatorCount(a) > REPEATED_OPERATORS_MAX);
    return !repeats && this.fitsDirectly(template, args) ? "direct" : "constants";
  }

  /** The replacement of a call, or of its whole statement where it is one. */
  private expand(call: Node, template: Template, way: "direct" | "constants"): string {
    const args: Node[] = call.arguments;
    const constants: string[] = [];
    const values = args.map((argument, i) => {
      const rendered = this.render(argument);
      const text = isAtom(rendered) ? rendered : `(${rendered})`;
      const stays =
        way === "direct" ||
        (this.isSimple(argument) &&
          (template.useCounts[i] <= 1 || this.operatorCount(argument) <= REPEATED_OPERATORS_MAX) &&
          !args.some((other, j) => j !== i && this.mayChange(other, argument)));
      if (stays) return text;
      constants.push(`$_${template.parameters[i]} = ${text}`);
      return `$_${template.parameters[i]}`;
    });
    const nameOf = this.nameFor(template, values, call);
    if (constants.length === 0 && template.fitsExpression) {
      const expression = asExpression(template, nameOf)!;
      return this.isStatement(call) ? `${expression};` : `(${expression})`;
    }
    const body = template.body.map((node) => renderWith(template, node, nameOf) + (template.isExpression ? ";" : ""));
    return `{ ${constants.length > 0 ? `const ${constants.join(", ")}; ` : ""}${body.join(" ")} }`;
  }

  /** The edits inside a node, outermost only. */
  edits(node: Node): Edit[] {
    if (node.type === "ImportDeclaration" || node.type === "ExportSpecifier") return [];
    const call = node.type === "ExpressionStatement" ? node.expression : node;
    const template = this.templateOf(call);
    if (template) {
      const way = this.wayFor(call, template);
      if (way) {
        this.expansionCount++;
        const whole = this.isStatement(call) ? this.parents.get(call)! : call;
        return [{ start: whole.start, end: whole.end, text: this.expand(call, template, way) }];
      }
      if (node === call) this.leftAsCalls.push({ name: template.name, start: call.start });
    }
    const constant = this.constantOf(node);
    if (constant !== null) {
      const parent = this.parents.get(node);
      if (parent?.type === "Property" && parent.shorthand) return [];
      return [{ start: node.start, end: node.end, text: literal(constant) }];
    }
    if (node.type === "Property" && node.shorthand) return this.edits(node.value);
    const inner = children(node).flatMap((child) => this.edits(child));
    const views = this.localViews.get(node);
    if (views === undefined || views.size === 0) return inner;
    const directive: Node = node.body.body[0];
    const text = `const ${[...views].map((alias) => `$${alias} = ${alias}`).join(", ")};`;
    return [{ start: directive.start, end: directive.end, text }, ...inner];
  }

  private render(node: Node): string {
    let text = "";
    let at = node.start;
    for (const edit of this.edits(node)) {
      text += this.source.slice(at, edit.start) + edit.text;
      at = edit.end;
    }
    return text + this.source.slice(at, node.end);
  }
}

export interface Expansion {
  readonly magic: MagicString;
  readonly expansionCount: number;
  /** Calls of accessors that were left as calls, with where they are in the source. */
  readonly leftAsCalls: readonly { readonly name: string; readonly start: number }[];
}

const STRUCT_FILE = "src/memory/struct.ts";

/**
 * Says of structure tables that making one has no effect that counts: those that only folded constants used are then left
 * out of a bundle, which a start need not make.
 */
function markTables(program: Node, file: string, magic: MagicString): void {
  const isStruct = (statement: Node): boolean =>
    statement.type === "ImportDeclaration" &&
    resolve(dirname(file), statement.source.value).endsWith(STRUCT_FILE) &&
    statement.specifiers.some((item: Node) => item.local.name === "struct");
  if (!(program.body as Node[]).some(isStruct)) return;
  for (const statement of program.body as Node[]) {
    const declared = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    if (declared?.type !== "VariableDeclaration") continue;
    for (const { init } of declared.declarations as Node[]) {
      if (init?.type !== "CallExpression" || init.callee.name !== "struct") continue;
      // A function around it: what the call's arguments spread would be kept, since it might have getters.
      magic.appendLeft(init.start, "/* @__PURE__ */ (() => ");
      magic.appendRight(init.end, ")()");
    }
  }
}

/** Expands one module. `file` is its absolute path; relative imports are resolved against it. */
export function expandAccessors(source: string, file: string, knowledge: Knowledge): Expansion {
  const program = parse(source);
  const expander = new Expander(source, program, resolve(file), knowledge);
  const magic = new MagicString(source);
  for (const edit of expander.edits(program)) magic.overwrite(edit.start, edit.end, edit.text);
  markTables(program, resolve(file), magic);
  magic.prepend(expander.header);
  return { magic, expansionCount: expander.expansionCount, leftAsCalls: expander.leftAsCalls };
}
