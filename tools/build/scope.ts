// Names and what they mean in one JavaScript module: which declaration each identifier refers to, and whether code that
// runs in between could give it another value. As much scope analysis as the accessor expansion needs, over acorn's tree.
// Invariant: an identifier that resolves to no declaration of the module is global and resolves to null.
import type * as acorn from "acorn";

// acorn's types are a union of all nodes; the passes here look at fields by name.
// biome-ignore lint/suspicious/noExplicitAny: a generic tree walk reads whatever fields a node has
export type Node = acorn.Node & Record<string, any>;

export interface Binding {
  readonly name: string;
  readonly kind: "const" | "variable" | "import";
  /** The function (or the module) whose activation holds the variable. */
  readonly owner: Node;
  /** Assigned in a function other than its owner, so any call may change it. */
  changedElsewhere: boolean;
}

interface Scope {
  readonly node: Node;
  readonly owner: Node;
  readonly parent: Scope | null;
  readonly names: Map<string, Binding>;
}

/** The child nodes of a node, in the order of the source. */
export function children(node: Node): Node[] {
  const found: Node[] = [];
  for (const key in node) {
    const value = node[key];
    if (Array.isArray(value)) {
      for (const item of value) if (item && typeof item.type === "string") found.push(item);
    } else if (value && typeof value.type === "string") found.push(value);
  }
  return found.sort((a, b) => a.start - b.start);
}

export function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const child of children(node)) walk(child, visit);
}

export const isFunction = (node: Node): boolean => /^(Function|ArrowFunction)/.test(node.type);
const opensBlock = (node: Node): boolean =>
  /^(BlockStatement|For(In|Of)?Statement|SwitchStatement|CatchClause|ClassExpression|StaticBlock)$/.test(node.type);

/** The identifiers that a pattern declares or assigns. */
export function patternNames(pattern: Node | null): Node[] {
  if (!pattern) return [];
  switch (pattern.type) {
    case "Identifier":
      return [pattern];
    case "ObjectPattern":
      return pattern.properties.flatMap((p: Node) => patternNames(p.type === "RestElement" ? p.argument : p.value));
    case "ArrayPattern":
      return pattern.elements.flatMap(patternNames);
    case "AssignmentPattern":
      return patternNames(pattern.left);
    case "RestElement":
      return patternNames(pattern.argument);
    default:
      return [];
  }
}

/** An identifier in a place that names a property, a label or an exported name, not a variable. */
function isPlainName(node: Node, parent: Node | null): boolean {
  if (!parent) return false;
  switch (parent.type) {
    case "MemberExpression":
      return parent.property === node && !parent.computed;
    case "Property":
    case "PropertyDefinition":
    case "MethodDefinition":
      return parent.key === node && !parent.computed && !(parent.type === "Property" && parent.shorthand);
    case "LabeledStatement":
    case "BreakStatement":
    case "ContinueStatement":
    case "ImportSpecifier":
    case "ImportDefaultSpecifier":
    case "ImportNamespaceSpecifier":
    case "MetaProperty":
      return true;
    case "ExportSpecifier":
      return parent.exported === node && parent.local !== node;
    default:
      return false;
  }
}

export interface ScopeMap {
  /** The declaration an identifier refers to, or null for a global. */
  bindingOf(identifier: Node): Binding | null;
  /** Names declared inside functions or blocks, not at the top of the module. */
  readonly globals: ReadonlyMap<string, Node[]>;
}

export function analyseScopes(program: Node): ScopeMap {
  const scopeOf = new Map<Node, Scope>();
  const resolved = new Map<Node, Binding>();
  const globals = new Map<string, Node[]>();

  const declare = (scope: Scope, name: string, kind: Binding["kind"]): void => {
    if (!scope.names.has(name)) scope.names.set(name, { name, kind, owner: scope.owner, changedElsewhere: false });
  };
  const functionScope = (scope: Scope): Scope => {
    let at = scope;
    while (at.parent && at.node !== at.owner) at = at.parent;
    return at;
  };

  const declareAll = (node: Node, outer: Scope | null): void => {
    let scope = outer;
    if (node.type === "Program" || isFunction(node) || opensBlock(node)) {
      const owner = node.type === "Program" || isFunction(node) ? node : outer!.owner;
      scope = { node, owner, parent: outer, names: new Map() };
      scopeOf.set(node, scope);
    }
    const here = scope as Scope;
    switch (node.type) {
      case "ImportDeclaration":
        for (const specifier of node.specifiers) declare(here, specifier.local.name, "import");
        break;
      case "VariableDeclaration": {
        const target = node.kind === "var" ? functionScope(here) : here;
        const kind = node.kind === "const" ? "const" : "variable";
        for (const declarator of node.declarations) {
          for (const name of patternNames(declarator.id)) declare(target, name.name, kind);
        }
        break;
      }
      case "FunctionDeclaration":
        declare(outer!, node.id.name, "variable");
        break;
      case "ClassDeclaration":
        declare(here, node.id.name, "variable");
        break;
      case "CatchClause":
        for (const name of patternNames(node.param)) declare(here, name.name, "variable");
        break;
    }
    if ((node.type === "FunctionExpression" || node.type === "ClassExpression") && node.id) {
      declare(here, node.id.name, "const");
    }
    if (isFunction(node)) {
      for (const parameter of node.params)
        for (const name of patternNames(parameter)) declare(here, name.name, "variable");
    }
    for (const child of children(node)) declareAll(child, here);
  };

  const resolveAll = (node: Node, outer: Scope | null, parent: Node | null): void => {
    const scope = scopeOf.get(node) ?? (outer as Scope);
    if (node.type === "Identifier" && !isPlainName(node, parent)) {
      let at: Scope | null = scope;
      while (at && !at.names.has(node.name)) at = at.parent;
      const binding = at?.names.get(node.name);
      if (binding) resolved.set(node, binding);
      else globals.set(node.name, [...(globals.get(node.name) ?? []), node]);
    }
    for (const child of children(node)) resolveAll(child, scope, node);
    const targets =
      node.type === "AssignmentExpression"
        ? patternNames(node.left)
        : node.type === "UpdateExpression"
          ? patternNames(node.argument)
          : node.type === "ForInStatement" || node.type === "ForOfStatement"
            ? patternNames(node.left)
            : [];
    for (const target of targets) {
      const binding = resolved.get(target);
      if (binding && binding.owner !== scope.owner) binding.changedElsewhere = true;
      // The module's own code runs once, but its functions run between any two of its statements' parts.
      if (binding && binding.owner.type === "Program") binding.changedElsewhere = true;
    }
  };

  declareAll(program, null);
  resolveAll(program, null, null);
  return { bindingOf: (identifier) => resolved.get(identifier) ?? null, globals };
}
