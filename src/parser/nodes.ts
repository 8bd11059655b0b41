// The syntax tree: CPython 3.13's abstract grammar (Parser/Python.asdl) as one table, and its TypeScript types.
//
// A node is a plain object: `kind` (the constructor's name), the row's fields in order, and, where the group has
// positions, lineno, col_offset, end_lineno, end_col_offset. Lines count from 1; columns are UTF-8 bytes from 0.
// Operators and contexts are not nodes but their names ("Add", "Load").
//
// The types below are computed from the table, so the table is the only place where a field is declared.

import type { Constant as ConstantValue } from "../base/constant.ts";

// Row: constructor: [group, { field: type }]. Types as in ASDL: `?` optional (null when absent), `*` a sequence (an
// array, empty when absent), `?*` a sequence that may hold nulls.
// A field's name loses a trailing underscore in CPython (`kind_` of Constant: our own `kind` is taken).
export const NODES = {
  Module: ["mod", { body: "stmt*", type_ignores: "type_ignore*" }],
  Interactive: ["mod", { body: "stmt*" }],
  Expression: ["mod", { body: "expr" }],
  FunctionType: ["mod", { argtypes: "expr*", returns: "expr" }],

  FunctionDef: [
    "stmt",
    {
      name: "identifier",
      args: "arguments",
      body: "stmt*",
      decorator_list: "expr*",
      returns: "expr?",
      type_comment: "string?",
      type_params: "type_param*",
    },
  ],
  AsyncFunctionDef: [
    "stmt",
    {
      name: "identifier",
      args: "arguments",
      body: "stmt*",
      decorator_list: "expr*",
      returns: "expr?",
      type_comment: "string?",
      type_params: "type_param*",
    },
  ],
  ClassDef: [
    "stmt",
    {
      name: "identifier",
      bases: "expr*",
      keywords: "keyword*",
      body: "stmt*",
      decorator_list: "expr*",
      type_params: "type_param*",
    },
  ],
  Return: ["stmt", { value: "expr?" }],
  Delete: ["stmt", { targets: "expr*" }],
  Assign: ["stmt", { targets: "expr*", value: "expr", type_comment: "string?" }],
  TypeAlias: ["stmt", { name: "expr", type_params: "type_param*", value: "expr" }],
  AugAssign: ["stmt", { target: "expr", op: "operator", value: "expr" }],
  AnnAssign: ["stmt", { target: "expr", annotation: "expr", value: "expr?", simple: "int" }],
  For: ["stmt", { target: "expr", iter: "expr", body: "stmt*", orelse: "stmt*", type_comment: "string?" }],
  AsyncFor: ["stmt", { target: "expr", iter: "expr", body: "stmt*", orelse: "stmt*", type_comment: "string?" }],
  While: ["stmt", { test: "expr", body: "stmt*", orelse: "stmt*" }],
  If: ["stmt", { test: "expr", body: "stmt*", orelse: "stmt*" }],
  With: ["stmt", { items: "withitem*", body: "stmt*", type_comment: "string?" }],
  AsyncWith: ["stmt", { items: "withitem*", body: "stmt*", type_comment: "string?" }],
  Match: ["stmt", { subject: "expr", cases: "match_case*" }],
  Raise: ["stmt", { exc: "expr?", cause: "expr?" }],
  Try: ["stmt", { body: "stmt*", handlers: "excepthandler*", orelse: "stmt*", finalbody: "stmt*" }],
  TryStar: ["stmt", { body: "stmt*", handlers: "excepthandler*", orelse: "stmt*", finalbody: "stmt*" }],
  Assert: ["stmt", { test: "expr", msg: "expr?" }],
  Import: ["stmt", { names: "alias*" }],
  ImportFrom: ["stmt", { module: "identifier?", names: "alias*", level: "int?" }],
  Global: ["stmt", { names: "identifier*" }],
  Nonlocal: ["stmt", { names: "identifier*" }],
  Expr: ["stmt", { value: "expr" }],
  Pass: ["stmt", {}],
  Break: ["stmt", {}],
  Continue: ["stmt", {}],

  BoolOp: ["expr", { op: "boolop", values: "expr*" }],
  NamedExpr: ["expr", { target: "expr", value: "expr" }],
  BinOp: ["expr", { left: "expr", op: "operator", right: "expr" }],
  UnaryOp: ["expr", { op: "unaryop", operand: "expr" }],
  Lambda: ["expr", { args: "arguments", body: "expr" }],
  IfExp: ["expr", { test: "expr", body: "expr", orelse: "expr" }],
  Dict: ["expr", { keys: "expr?*", values: "expr*" }],
  Set: ["expr", { elts: "expr*" }],
  ListComp: ["expr", { elt: "expr", generators: "comprehension*" }],
  SetComp: ["expr", { elt: "expr", generators: "comprehension*" }],
  DictComp: ["expr", { key: "expr", value: "expr", generators: "comprehension*" }],
  GeneratorExp: ["expr", { elt: "expr", generators: "comprehension*" }],
  Await: ["expr", { value: "expr" }],
  Yield: ["expr", { value: "expr?" }],
  YieldFrom: ["expr", { value: "expr" }],
  Compare: ["expr", { left: "expr", ops: "cmpop*", comparators: "expr*" }],
  Call: ["expr", { func: "expr", args: "expr*", keywords: "keyword*" }],
  FormattedValue: ["expr", { value: "expr", conversion: "int", format_spec: "expr?" }],
  JoinedStr: ["expr", { values: "expr*" }],
  Constant: ["expr", { value: "constant", kind_: "string?" }],
  Attribute: ["expr", { value: "expr", attr: "identifier", ctx: "expr_context" }],
  Subscript: ["expr", { value: "expr", slice: "expr", ctx: "expr_context" }],
  Starred: ["expr", { value: "expr", ctx: "expr_context" }],
  Name: ["expr", { id: "identifier", ctx: "expr_context" }],
  List: ["expr", { elts: "expr*", ctx: "expr_context" }],
  Tuple: ["expr", { elts: "expr*", ctx: "expr_context" }],
  Slice: ["expr", { lower: "expr?", upper: "expr?", step: "expr?" }],

  comprehension: ["comprehension", { target: "expr", iter: "expr", ifs: "expr*", is_async: "int" }],
  ExceptHandler: ["excepthandler", { type: "expr?", name: "identifier?", body: "stmt*" }],
  arguments: [
    "arguments",
    {
      posonlyargs: "arg*",
      args: "arg*",
      vararg: "arg?",
      kwonlyargs: "arg*",
      kw_defaults: "expr?*",
      kwarg: "arg?",
      defaults: "expr*",
    },
  ],
  arg: ["arg", { arg: "identifier", annotation: "expr?", type_comment: "string?" }],
  keyword: ["keyword", { arg: "identifier?", value: "expr" }],
  alias: ["alias", { name: "identifier", asname: "identifier?" }],
  withitem: ["withitem", { context_expr: "expr", optional_vars: "expr?" }],
  match_case: ["match_case", { pattern: "pattern", guard: "expr?", body: "stmt*" }],

  MatchValue: ["pattern", { value: "expr" }],
  MatchSingleton: ["pattern", { value: "constant" }],
  MatchSequence: ["pattern", { patterns: "pattern*" }],
  MatchMapping: ["pattern", { keys: "expr*", patterns: "pattern*", rest: "identifier?" }],
  MatchClass: ["pattern", { cls: "expr", patterns: "pattern*", kwd_attrs: "identifier*", kwd_patterns: "pattern*" }],
  MatchStar: ["pattern", { name: "identifier?" }],
  MatchAs: ["pattern", { pattern: "pattern?", name: "identifier?" }],
  MatchOr: ["pattern", { patterns: "pattern*" }],

  TypeIgnore: ["type_ignore", { lineno: "int", tag: "string" }],
  TypeVar: ["type_param", { name: "identifier", bound: "expr?", default_value: "expr?" }],
  ParamSpec: ["type_param", { name: "identifier", default_value: "expr?" }],
  TypeVarTuple: ["type_param", { name: "identifier", default_value: "expr?" }],
} as const;

// The names that stand for operators and contexts, by group, in the order of the grammar.
export const NAMES = {
  expr_context: ["Load", "Store", "Del"],
  boolop: ["And", "Or"],
  operator: [
    "Add",
    "Sub",
    "Mult",
    "MatMult",
    "Div",
    "Mod",
    "Pow",
    "LShift",
    "RShift",
    "BitOr",
    "BitXor",
    "BitAnd",
    "FloorDiv",
  ],
  unaryop: ["Invert", "Not", "UAdd", "USub"],
  cmpop: ["Eq", "NotEq", "Lt", "LtE", "Gt", "GtE", "Is", "IsNot", "In", "NotIn"],
} as const;

// The groups whose nodes have positions.
export const POSITIONED = [
  "stmt",
  "expr",
  "excepthandler",
  "arg",
  "keyword",
  "alias",
  "pattern",
  "type_param",
] as const;

export const POSITION_FIELDS = ["lineno", "col_offset", "end_lineno", "end_col_offset"] as const;

// CPython's name of a field of the table.
export function cpythonFieldName(field: string): string {
  return field.endsWith("_") ? field.slice(0, -1) : field;
}

type Table = typeof NODES;
export type Kind = keyof Table;
export type Group = Table[Kind][0];
type KindsOf<G extends Group> = { [K in Kind]: Table[K][0] extends G ? K : never }[Kind];

export interface Position {
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}

interface Scalars {
  identifier: string;
  string: string;
  int: number;
  constant: ConstantValue;
}

type Single<T> = T extends keyof Scalars
  ? Scalars[T]
  : T extends keyof typeof NAMES
    ? (typeof NAMES)[T][number]
    : T extends Group
      ? NodeOfGroup<T>
      : never;

type Value<T> = T extends `${infer S}?*`
  ? (Single<S> | null)[]
  : T extends `${infer S}*`
    ? Single<S>[]
    : T extends `${infer S}?`
      ? Single<S> | null
      : Single<T>;

type Fields<F> = { -readonly [N in keyof F]: Value<F[N]> };
type Positioned<G> = G extends (typeof POSITIONED)[number] ? Position : unknown;

// The node with this constructor: Node<"BinOp">.
export type Node<K extends Kind> = { readonly kind: K } & Fields<Table[K][1]> & Positioned<Table[K][0]>;
type AllNodes = { [K in Kind]: Node<K> };
export type NodeOfGroup<G extends Group> = AllNodes[KindsOf<G>];
export type AnyNode = AllNodes[Kind];

export type mod = NodeOfGroup<"mod">;
export type stmt = NodeOfGroup<"stmt">;
export type expr = NodeOfGroup<"expr">;
export type pattern = NodeOfGroup<"pattern">;
export type type_param = NodeOfGroup<"type_param">;
export type excepthandler = NodeOfGroup<"excepthandler">;
export type type_ignore = NodeOfGroup<"type_ignore">;
export type comprehension = Node<"comprehension">;
export type arguments_ = Node<"arguments">;
export type arg = Node<"arg">;
export type keyword = Node<"keyword">;
export type alias = Node<"alias">;
export type withitem = Node<"withitem">;
export type match_case = Node<"match_case">;

export type expr_context = (typeof NAMES.expr_context)[number];
export type boolop = (typeof NAMES.boolop)[number];
export type operator = (typeof NAMES.operator)[number];
export type unaryop = (typeof NAMES.unaryop)[number];
export type cmpop = (typeof NAMES.cmpop)[number];
