// An accessor function as a template: what a call of it becomes. Templates are made from the accessors' own source, so
// an accessor is written once, and its body is both the unit tests' function and the build's expansion.
// A body may be one returned expression, or expression statements, ifs and local constants without a return; anything
// else (loops, early returns, assignments to parameters or to names of the module) has no template and stays a call.
import { dirname, resolve } from "node:path";
import { analyseScopes, children, type Node, type ScopeMap, walk } from "./scope.ts";

export interface Template {
  readonly name: string;
  readonly source: string;
  readonly parameters: readonly string[];
  /** The body's statements, or the one returned expression. */
  readonly body: readonly Node[];
  readonly isExpression: boolean;
  /** Only for the interpreter's loop; elsewhere a call stays a call. */
  readonly isForLoop: boolean;
  /** Can be written as one expression. */
  readonly fitsExpression: boolean;
  /** Every parameter's uses, in the order in which the body evaluates them. */
  readonly steps: readonly Step[];
  readonly useCounts: readonly number[];
  /** False: no store, call or assignment in the body, so a call of it is a pure read. */
  readonly hasEffect: boolean;
  /** Names that the body uses of its own module or of that module's imports. */
  readonly identifiers: ReadonlyMap<Node, Meaning>;
}

/** What an identifier in a body is: a parameter, a local constant, or what another module imports as `name` from `file`. */
export type Meaning =
  | { readonly kind: "parameter"; readonly index: number }
  | { readonly kind: "local"; readonly name: string }
  | { readonly kind: "free"; readonly file: string; readonly name: string };

/** What a body does, in order: uses a parameter, reads memory, has an effect. */
export type Step =
  | { readonly kind: "use"; readonly parameter: number; readonly conditional: boolean }
  | { readonly kind: "read" }
  | { readonly kind: "effect" };

const STATEMENTS = /^(ExpressionStatement|IfStatement|BlockStatement|VariableDeclaration)$/;

function bodyOf(fn: Node): { body: Node[]; isExpression: boolean } | null {
  if (fn.body.type !== "BlockStatement") return { body: [fn.body], isExpression: true };
  const statements: Node[] = fn.body.body;
  if (statements.length === 1 && statements[0].type === "ReturnStatement" && statements[0].argument) {
    return { body: [statements[0].argument], isExpression: true };
  }
  let fits = statements.length > 0;
  for (const statement of statements) {
    walk(statement, (node) => {
      if (/(Statement|Declaration)$/.test(node.type) && !STATEMENTS.test(node.type)) fits = false;
      if (/^(Function|ArrowFunction|Class|This|Await|Yield)/.test(node.type)) fits = false;
      if (node.type === "VariableDeclarator" && node.id.type !== "Identifier") fits = false;
      if (node.type === "VariableDeclaration" && node.kind === "var") fits = false;
    });
  }
  return fits ? { body: statements, isExpression: false } : null;
}

function isExpressible(node: Node): boolean {
  if (node.type === "BlockStatement") return node.body.length > 0 && node.body.every(isExpressible);
  if (node.type === "IfStatement")
    return isExpressible(node.consequent) && (!node.alternate || isExpressible(node.alternate));
  return node.type === "ExpressionStatement";
}

function stepsOf(body: readonly Node[], parameterOf: (node: Node) => number): Step[] {
  const steps: Step[] = [];
  const visit = (node: Node, conditional: boolean, isTarget = false): void => {
    switch (node.type) {
      case "Identifier": {
        const parameter = parameterOf(node);
        if (parameter >= 0) steps.push({ kind: "use", parameter, conditional });
        return;
      }
      case "MemberExpression":
        visit(node.object, conditional);
        if (node.computed) {
          visit(node.property, conditional);
          if (!isTarget) steps.push({ kind: "read" });
        }
        return;
      case "AssignmentExpression":
        visit(node.left, conditional, node.operator === "=");
        visit(node.right, conditional);
        steps.push({ kind: "effect" });
        return;
      case "UpdateExpression":
        visit(node.argument, conditional);
        steps.push({ kind: "effect" });
        return;
      case "CallExpression":
      case "NewExpression":
        for (const child of children(node)) visit(child, conditional);
        steps.push({ kind: "effect" });
        return;
      case "IfStatement":
      case "ConditionalExpression":
        visit(node.test, conditional);
        visit(node.consequent, true);
        if (node.alternate) visit(node.alternate, true);
        return;
      case "LogicalExpression":
        visit(node.left, conditional);
        visit(node.right, true);
        return;
      default:
        for (const child of children(node)) visit(child, conditional);
    }
  };
  for (const node of body) visit(node, false);
  return steps;
}

/** Where the names of a module can be imported from: its own exports, and what it imports itself. */
function originsOf(program: Node, file: string): Map<string, { file: string; name: string }> {
  const origins = new Map<string, { file: string; name: string }>();
  for (const statement of program.body as Node[]) {
    if (statement.type === "ImportDeclaration" && statement.source.value.startsWith(".")) {
      const from = resolve(dirname(file), statement.source.value);
      for (const item of statement.specifiers as Node[]) {
        if (item.type === "ImportSpecifier") origins.set(item.local.name, { file: from, name: item.imported.name });
      }
    }
    if (statement.type !== "ExportNamedDeclaration") continue;
    const declared = statement.declaration;
    if (declared?.id) origins.set(declared.id.name, { file, name: declared.id.name });
    for (const declarator of (declared?.declarations ?? []) as Node[]) {
      if (declarator.id.type === "Identifier") origins.set(declarator.id.name, { file, name: declarator.id.name });
    }
    for (const item of statement.specifiers as Node[]) {
      if (!statement.source) origins.set(item.local.name, { file, name: item.exported.name });
    }
  }
  return origins;
}

/** Functions that a module exports, declared or as constants. */
function exportedFunctions(program: Node): { name: string; fn: Node }[] {
  return (program.body as Node[]).flatMap((statement) => {
    const declared = statement.type === "ExportNamedDeclaration" ? statement.declaration : null;
    if (declared?.type === "FunctionDeclaration") return [{ name: declared.id.name as string, fn: declared as Node }];
    if (declared?.type !== "VariableDeclaration" || declared.kind !== "const") return [];
    return (declared.declarations as Node[])
      .filter((d) => d.id.type === "Identifier" && d.init?.type === "ArrowFunctionExpression")
      .map((d) => ({ name: d.id.name as string, fn: d.init as Node }));
  });
}

/**
 * The templates of a module of accessors, by exported name. `source` is JavaScript, `file` an absolute path. With `only`,
 * of these functions; then one that can have no template is an error, as someone asked for it.
 */
export function templatesOf(
  program: Node,
  source: string,
  file: string,
  only: ReadonlyMap<string, { readonly isForLoop: boolean }> | null = null,
): Map<string, Template> {
  const templates = new Map<string, Template>();
  const scopes = analyseScopes(program);
  const origins = originsOf(program, file);
  for (const { name, fn } of exportedFunctions(program)) {
    if (only !== null && !only.has(name)) continue;
    const template = templateOf(name, fn, source, scopes, program, origins);
    if (typeof template !== "string")
      templates.set(name, { ...template, isForLoop: only?.get(name)?.isForLoop ?? false });
    else if (only !== null) throw new Error(`${file}: ${name} cannot be expanded: ${template}`);
  }
  for (const name of only?.keys() ?? []) {
    if (!templates.has(name)) throw new Error(`${file}: ${name} cannot be expanded: it is no exported function`);
  }
  return templates;
}

/** The template of a function, or why it has none. */
function templateOf(
  name: string,
  fn: Node,
  source: string,
  scopes: ScopeMap,
  program: Node,
  origins: ReadonlyMap<string, { file: string; name: string }>,
): Omit<Template, "isForLoop"> | string {
  if (fn.async || fn.generator) return "it is no plain function";
  if (!fn.params.every((p: Node) => p.type === "Identifier")) return "a parameter is no plain name";
  const shape = bodyOf(fn);
  if (!shape) return "its body is more than expressions, ifs and local constants";
  const parameters = fn.params.map((p: Node) => scopes.bindingOf(p));
  const identifiers = new Map<Node, Meaning>();
  let problem: string | null = null;
  for (const root of shape.body) {
    walk(root, (node) => {
      const binding = node.type === "Identifier" ? scopes.bindingOf(node) : null;
      if (!binding) return;
      const index = parameters.indexOf(binding);
      const origin = origins.get(binding.name);
      if (index >= 0) identifiers.set(node, { kind: "parameter", index });
      else if (binding.owner !== program) identifiers.set(node, { kind: "local", name: node.name });
      else if (!origin || binding.name === name) problem = `it uses ${binding.name}, which no other module can import`;
      else identifiers.set(node, { kind: "free", ...origin });
    });
    walk(root, (node) => {
      const target =
        node.type === "AssignmentExpression" ? node.left : node.type === "UpdateExpression" ? node.argument : null;
      const meaning = target && identifiers.get(target);
      if (meaning && meaning.kind !== "local") problem = `it assigns to ${target.name}`;
    });
  }
  if (problem !== null) return problem;
  const steps = stepsOf(shape.body, (node) => {
    const meaning = identifiers.get(node);
    return meaning?.kind === "parameter" ? meaning.index : -1;
  });
  return {
    name,
    source,
    parameters: fn.params.map((p: Node) => p.name),
    ...shape,
    fitsExpression: shape.isExpression || shape.body.every(isExpressible),
    steps,
    useCounts: parameters.map(
      (_: unknown, i: number) => steps.filter((s) => s.kind === "use" && s.parameter === i).length,
    ),
    hasEffect: steps.some((step) => step.kind === "effect"),
    identifiers,
  };
}

/** Source text of a node with each identifier replaced by what `nameOf` gives for it. */
export function renderWith(template: Template, node: Node, nameOf: (identifier: Node) => string): string {
  const edits: { start: number; end: number; text: string }[] = [];
  walk(node, (inner) => {
    if (template.identifiers.has(inner)) edits.push({ start: inner.start, end: inner.end, text: nameOf(inner) });
  });
  let text = "";
  let at = node.start;
  for (const edit of edits) {
    text += template.source.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return text + template.source.slice(at, node.end);
}

/** The body as one expression; only for a template that fitsExpression. */
export function asExpression(template: Template, nameOf: (identifier: Node) => string): string {
  const expressionOf = (node: Node): string => {
    if (node.type === "BlockStatement") return sequence(node.body);
    if (node.type === "ExpressionStatement") return renderWith(template, node.expression, nameOf);
    const test = renderWith(template, node.test, nameOf);
    return `(${test}) ? (${expressionOf(node.consequent)}) : (${node.alternate ? expressionOf(node.alternate) : "void 0"})`;
  };
  const sequence = (nodes: readonly Node[]): string =>
    nodes.length === 1 ? expressionOf(nodes[0]) : nodes.map((node) => `(${expressionOf(node)})`).join(", ");
  return template.isExpression ? renderWith(template, template.body[0], nameOf) : sequence(template.body);
}
