// What alternatives of the grammar do when they match: word an error, or put together what a later message needs.

import type { Cursor, Located } from "./cursor.ts";
import type { expr } from "./nodes.ts";
import {
  type Conversion,
  checkConversion,
  concatenate,
  type FstringPart,
  formattedValue,
  joinedStr,
  rawText,
  specText,
  stringConstant,
} from "./strings.ts";

// What a rule yields: a token, a node with just the parts that messages need, a list, or nothing where something
// optional is absent.
export interface Found extends Located {
  readonly kind: string;
  readonly token: number; // -1 for nodes
  readonly parts: Bindings;
}
export type Value = Found | Value[] | typeof NOTHING;
export type Bindings = Record<string, Value>;

export const NOTHING = { nothing: true } as const;
// Who runs an action: the machine, of which it needs only the cursor.
interface Machine {
  readonly p: Cursor;
}

export type Action = (x: Machine, bound: Bindings, at: Located) => Value | null;

function isFound(value: Value): value is Found {
  return value !== NOTHING && !Array.isArray(value);
}

// The first or last node of a value that may be a list.
function edge(value: Value, last: boolean): Found {
  let inner: Value = value;
  while (Array.isArray(inner)) inner = inner[last ? inner.length - 1 : 0];
  if (!isFound(inner)) throw new Error("grammar: an action needs a node");
  return inner;
}

const NAMES_OF_KINDS: Readonly<Record<string, string>> = {
  Attribute: "attribute",
  Subscript: "subscript",
  Starred: "starred",
  Name: "name",
  List: "list",
  Tuple: "tuple",
  Lambda: "lambda",
  Call: "function call",
  BoolOp: "expression",
  BinOp: "expression",
  UnaryOp: "expression",
  GeneratorExp: "generator expression",
  Yield: "yield expression",
  YieldFrom: "yield expression",
  Await: "await expression",
  ListComp: "list comprehension",
  SetComp: "set comprehension",
  DictComp: "dict comprehension",
  Dict: "dict literal",
  Set: "set display",
  JoinedStr: "f-string expression",
  FormattedValue: "f-string expression",
  Constant: "literal",
  Number: "literal",
  None: "None",
  False: "False",
  True: "True",
  Ellipsis: "ellipsis",
  Compare: "comparison",
  IfExp: "conditional expression",
  NamedExpr: "named expression",
};

function exprName(value: Value): string {
  const { kind } = edge(value, false);
  const name = NAMES_OF_KINDS[kind];
  if (name === undefined) throw new Error(`grammar: ${kind} is no expression`);
  return name;
}

// The elements of a list or tuple: nodes without the commas.
function elements(value: Value | undefined, into: Found[] = []): Found[] {
  if (value === undefined || value === NOTHING) return into;
  if (Array.isArray(value)) for (const item of value) elements(item, into);
  else if (isFound(value)) {
    if (value.kind === "elements") elements(value.parts.all, into);
    else if (value.kind !== "token" && value.kind !== "in") into.push(value);
  }
  return into;
}

type Targets = "STAR" | "DEL" | "FOR";

// The first part of an expression that cannot be assigned to (_PyPegen_get_invalid_target).
function invalidTarget(node: Found, targets: Targets): Found | null {
  switch (node.kind) {
    case "List":
    case "Tuple":
      for (const item of [...elements(node.parts.elts), ...elements(node.parts.rest)]) {
        const found = invalidTarget(item, targets);
        if (found !== null) return found;
      }
      return null;
    case "Starred":
      return targets === "DEL" ? node : invalidTarget(edge(node.parts.value, false), targets);
    case "Compare": {
      if (targets !== "FOR") return node;
      const isIn = edge(node.parts.ops, false).kind === "in";
      return isIn ? invalidTarget(edge(node.parts.left, false), targets) : null;
    }
    case "Name":
    case "Subscript":
    case "Attribute":
      return null;
    default:
      return node;
  }
}

function lastComprehensionItem(clauses: Value): Found {
  const clause = edge(clauses, true);
  const ifs = clause.parts.ifs;
  return Array.isArray(ifs) && ifs.length > 0 ? edge(ifs, true) : edge(clause.parts.iter, true);
}

function isLegacyStatement(x: Machine, name: Found): boolean {
  if (name.kind !== "Name") return false;
  const text = x.p.names[name.token];
  return text === "print" || text === "exec";
}

function unparenthesizedGenexp(x: Machine, a: Found, b: Value): never {
  return x.p.raiseAt("Generator expression must be parenthesized", a, lastComprehensionItem(b));
}

function isImaginary(x: Machine, number: Found): boolean {
  return (x.p.bytes[x.p.ends[number.token] - 1] | 32) === 106;
}

// A tree's node as a value.
function fromTree(node: Located & { readonly kind: string }): Value {
  return { parts: {}, token: -1, ...node } as unknown as Value;
}

type Call = (x: Machine, a: Found, b: Found, bound: Bindings, at: Located) => Value | null;

const CALLS: Readonly<Record<string, Call>> = {
  interactiveExit: () => null,
  notEqual: (x, a) => {
    const isArrow = x.p.bytes[x.p.starts[a.token]] === 60;
    if (x.p.options.barryAsBdfl && !isArrow)
      x.p.raiseLast("SyntaxError", "with Barry as BDFL, use '<>' instead of '!='");
    return isArrow === x.p.options.barryAsBdfl ? a : null;
  },
  ensureReal: (x, a) => (isImaginary(x, a) ? x.p.raiseAt("real number required in complex literal", a) : a),
  ensureImaginary: (x, a) => (isImaginary(x, a) ? a : x.p.raiseAt("imaginary number required in complex literal", a)),
  stringConstant: (x, a) => fromTree(stringConstant(x.p, a.token)),
  specText: (x, a) => fromTree(specText(x.p, a.token)),
  conversion: (x, a, b, _bound, at) => {
    checkConversion(x.p, a.token, b.token);
    return { kind: "conversion", token: -1, parts: { a, b }, ...at };
  },
  formattedValue: (x, _a, _b, bound) => {
    const { open, value, debug, conversion, spec, close } = bound;
    const asConversion: Conversion | null = isFound(conversion)
      ? { token: edge(conversion.parts.a, false).token, name: edge(conversion.parts.b, false).token }
      : null;
    const asSpec = isFound(spec) ? (spec as unknown as expr) : null;
    const parts = formattedValue(
      x.p,
      edge(open, false).token,
      edge(value, false) as unknown as expr,
      isFound(debug),
      asConversion,
      -1,
      asSpec,
      edge(close, false).token,
    );
    return parts.map((part) => fromTree(part));
  },
  joinedStr: (x, a, _b, bound) => {
    const parts: FstringPart[] = [];
    for (const part of bound.b as Value[]) {
      if (Array.isArray(part)) parts.push(...(part as unknown as FstringPart[]));
      else if (isFound(part) && part.token >= 0) parts.push(rawText(x.p, part.token));
    }
    return fromTree(joinedStr(x.p, a.token, parts, edge(bound.c, false).token));
  },
  concatenate: (x, _a, _b, bound, at) => {
    const strings = bound.a as unknown as expr[];
    return fromTree(concatenate(x.p, strings, at));
  },
  genexpAt: (x, a, _b, bound) => unparenthesizedGenexp(x, a, bound.b),
  bareGenexp: (x, a, _b, bound) => {
    const args = callArguments(a);
    return args.length <= 1 ? null : unparenthesizedGenexp(x, args[args.length - 1], bound.b);
  },
  positionalAfterKeyword: (x, a) => {
    const unpacks = elements(a.parts.keywords).some((keyword) => keyword.kind === "unpacking");
    return x.p.raiseLast("SyntaxError", `positional argument follows keyword argument${unpacks ? " unpacking" : ""}`);
  },
  legacy: (x, a, b) => {
    if (!isLegacyStatement(x, a)) return null;
    const name = x.p.names[a.token];
    return x.p.raiseAt(`Missing parentheses in call to '${name}'. Did you mean ${name}(...)?`, a, b);
  },
  typeParameter: (x, a, b) =>
    x.p.raiseStartingFrom(`cannot use ${b.kind === "Tuple" ? "constraints" : "bound"} with TypeVarTuple`, a),
  parameterSpecification: (x, a, b) =>
    x.p.raiseStartingFrom(`cannot use ${b.kind === "Tuple" ? "constraints" : "bound"} with ParamSpec`, a),
  forgottenComma: (x, a, b) => {
    if (isLegacyStatement(x, a) || x.p.levels[x.p.mark - 1] === 0) return null;
    return x.p.raiseAt("invalid syntax. Perhaps you forgot a comma?", a, b);
  },
  missingColon: (x, a) =>
    x.p.raiseRange(
      "SyntaxError",
      "':' expected after dictionary key",
      a.lineno,
      a.end_col_offset - 1,
      a.end_lineno,
      -1,
    ),
};

// Positional arguments of a call, then the starred ones among its keywords.
function callArguments(call: Found): Found[] {
  return [...elements(call.parts.args), ...elements(call.parts.keywords).filter((item) => item.kind === "Starred")];
}

export function readAction(text: string): Action {
  const match = /^\{(\w+)\s*([A-Za-z ]*?)\s*(?:"((?:[^"\\]|\\.)*)")?\}$/.exec(text);
  if (match === null) throw new Error(`grammar: cannot read ${text}`);
  const [, what, names, quoted] = match;
  const words = names === "" ? [] : names.split(/\s+/);
  const message = (quoted ?? "").replace(/\\(.)/g, "$1");
  const [first, second] = words;
  const wordsOf = (x: Machine, bound: Bindings): string =>
    message.replace(/\$(line|text|a)/g, (_all, word: string) => {
      const a = edge(bound.a, false);
      if (word === "line") return String(a.lineno);
      if (word === "text") return x.p.names[a.token];
      return exprName(a);
    });
  switch (what) {
    case "at":
    case "range":
      return (x, bound) =>
        x.p.raiseAt(wordsOf(x, bound), edge(bound[first], false), edge(bound[second ?? first], true));
    case "from":
      return (x, bound) => x.p.raiseStartingFrom(wordsOf(x, bound), edge(bound[first], false));
    case "last":
      return (x, bound) => x.p.raiseLast("SyntaxError", wordsOf(x, bound));
    case "next":
      return (x, bound) => {
        x.p.peek();
        return x.p.raiseLast("SyntaxError", wordsOf(x, bound), x.p.mark);
      };
    case "indent":
      return (x, bound) => x.p.raiseLast("IndentationError", wordsOf(x, bound));
    case "target":
      return (x, bound) => {
        const found = invalidTarget(edge(bound[second], false), first as Targets);
        if (found === null) return null;
        const verb = first === "DEL" ? "delete" : "assign to";
        return x.p.raiseAt(`cannot ${verb} ${exprName(found)}`, found);
      };
    case "call": {
      const call = CALLS[first];
      if (call === undefined) throw new Error(`grammar: no action ${first}`);
      return (x, bound, at) => call(x, bound.a as Found, bound.b as Found, bound, at);
    }
    default:
      throw new Error(`grammar: no action ${what}`);
  }
}
