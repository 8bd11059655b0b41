// Functions and lambdas: defaults, annotations, the body's own code object, closures, decorators.
import { INTRINSIC_2, MakeFunctionFlag, OP } from "../../bytecode/opcodes.ts";
import type { arg, arguments_, expr, Node } from "../../parser/nodes.ts";
import { cleanDoc } from "../docstring.ts";
import { CO_FUTURE_ANNOTATIONS, docstringOf } from "../future.ts";
import { type Location, NO_LOCATION } from "../instruction_sequence.ts";
import { unparse } from "../unparse.ts";
import { wrapInStopIterationHandler } from "./blocks.ts";
import { makeClosure } from "./closures.ts";
import { type Compiler, locationOf, NO_LABEL } from "./compiler.ts";
import { nameOperation } from "./names.ts";
import { typeParameters } from "./type_params.ts";

export function visitDecorators(c: Compiler, decorators: readonly expr[]): void {
  for (const decorator of decorators) c.visitExpr(decorator);
}

export function applyDecorators(c: Compiler, decorators: readonly expr[]): void {
  for (let i = decorators.length - 1; i >= 0; i--) c.addop(locationOf(decorators[i]), OP.CALL, 0);
}

function checkParameterNames(c: Compiler, a: arguments_): void {
  for (const group of [a.posonlyargs, a.args, [a.vararg], a.kwonlyargs, [a.kwarg]]) {
    for (const parameter of group) if (parameter !== null) c.checkName(locationOf(parameter), parameter.arg, "Store");
  }
}

/** Pushes the tuple of defaults and the dict of keyword-only ones; returns what MAKE_FUNCTION must know of it. */
function defaultArguments(c: Compiler, location: Location, a: arguments_): number {
  let flags = 0;
  if (a.defaults.length > 0) {
    flags |= MakeFunctionFlag.defaults;
    c.visitExprs(a.defaults);
    c.addop(location, OP.BUILD_TUPLE, a.defaults.length);
  }
  const names: string[] = [];
  a.kwonlyargs.forEach((parameter, i) => {
    const value = a.kw_defaults[i];
    if (value === null || value === undefined) return;
    names.push(c.mangle(parameter.arg));
    c.visitExpr(value);
  });
  if (names.length > 0) {
    flags |= MakeFunctionFlag.kwdefaults;
    c.loadStrTuple(location, names);
    c.addop(location, OP.BUILD_CONST_KEY_MAP, names.length);
  }
  return flags;
}

/** An annotation's value; its source text under `from __future__ import annotations`. */
export function visitAnnotation(c: Compiler, location: Location, annotation: expr): void {
  if (c.future.features & CO_FUTURE_ANNOTATIONS) {
    c.loadConst(locationOf(annotation), { type: "str", wtf8: unparse(annotation) });
  } else if (annotation.kind === "Starred") {
    // `*args: *Ts` means (the one element of) [*Ts].
    c.visitExpr(annotation.value);
    c.addop(location, OP.UNPACK_SEQUENCE, 1);
  } else {
    c.visitExpr(annotation);
  }
}

function annotations(c: Compiler, location: Location, a: arguments_, returns: expr | null): number {
  let itemCount = 0;
  const annotate = (name: string, annotation: expr | null): void => {
    if (annotation === null) return;
    c.loadStr(location, c.mangle(name));
    visitAnnotation(c, location, annotation);
    itemCount += 2;
  };
  const annotateAll = (parameters: readonly (arg | null)[]): void => {
    for (const parameter of parameters) if (parameter !== null) annotate(parameter.arg, parameter.annotation);
  };
  annotateAll(a.args);
  annotateAll(a.posonlyargs);
  annotateAll([a.vararg]);
  annotateAll(a.kwonlyargs);
  annotateAll([a.kwarg]);
  annotate("return", returns);
  if (itemCount === 0) return 0;
  c.addop(location, OP.BUILD_TUPLE, itemCount);
  return MakeFunctionFlag.annotations;
}

type FunctionNode = Node<"FunctionDef"> | Node<"AsyncFunctionDef">;

function functionBody(c: Compiler, s: FunctionNode, flags: number, firstLine: number): void {
  c.enterScope(s.name, s.kind === "FunctionDef" ? "function" : "async function", s, firstLine);
  const docstring = docstringOf(s.body);
  const { consts } = c.unit.metadata;
  if (docstring !== null && docstring.value.type === "str" && c.options.optimize < 2) {
    consts.add({ type: "str", wtf8: cleanDoc(docstring.value.wtf8) });
  } else {
    consts.add({ type: "None" });
  }
  c.setArgumentCounts(s.args);
  const start = c.newLabel();
  c.useLabel(start);
  const { entry } = c.unit;
  const isGenerator = entry.coroutine || entry.generator;
  if (isGenerator) c.pushBlock(NO_LOCATION, "stop iteration", start, NO_LABEL);
  c.visitStmts(docstring === null ? s.body : s.body.slice(1));
  if (isGenerator) {
    wrapInStopIterationHandler(c);
    c.popBlock();
  }
  makeClosure(c, locationOf(s), c.leaveScope(true), flags);
}

export function visitFunctionDef(c: Compiler, s: FunctionNode): void {
  checkParameterNames(c, s.args);
  visitDecorators(c, s.decorator_list);
  const firstLine = s.decorator_list.length > 0 ? s.decorator_list[0].lineno : s.lineno;
  const location = locationOf(s);
  let flags = defaultArguments(c, location, s.args);
  const isGeneric = s.type_params.length > 0;
  const hasDefaults = (flags & MakeFunctionFlag.defaults) !== 0;
  const hasKeywordDefaults = (flags & MakeFunctionFlag.kwdefaults) !== 0;
  const parameterCount = isGeneric ? (hasDefaults ? 1 : 0) + (hasKeywordDefaults ? 1 : 0) : 0;
  if (isGeneric) {
    // The type parameters have a scope of their own around the function: a function called at once, which takes the
    // defaults as its arguments .defaults and .kwdefaults.
    if (parameterCount === 2) c.addop(location, OP.SWAP, 2);
    c.enterScope(`<generic parameters of ${s.name}>`, "type parameters", s.type_params, firstLine);
    typeParameters(c, s.type_params);
    for (let i = 0; i < parameterCount; i++) c.addop(location, OP.LOAD_FAST, i);
  }
  flags |= annotations(c, location, s.args, s.returns);
  functionBody(c, s, flags, firstLine);
  if (isGeneric) {
    c.addop(location, OP.SWAP, 2);
    c.addop(location, OP.CALL_INTRINSIC_2, INTRINSIC_2.INTRINSIC_SET_FUNCTION_TYPE_PARAMS);
    c.unit.metadata.argcount = parameterCount;
    makeClosure(c, location, c.leaveScope(false), 0);
    if (parameterCount > 0) {
      c.addop(location, OP.SWAP, parameterCount + 1);
      c.addop(location, OP.CALL, parameterCount - 1);
    } else {
      c.addop(location, OP.PUSH_NULL);
      c.addop(location, OP.CALL, 0);
    }
  }
  applyDecorators(c, s.decorator_list);
  nameOperation(c, location, s.name, "Store");
}

export function visitLambda(c: Compiler, e: Node<"Lambda">): void {
  checkParameterNames(c, e.args);
  const location = locationOf(e);
  const flags = defaultArguments(c, location, e.args);
  c.enterScope("<lambda>", "lambda", e, e.lineno);
  // The first constant is a function's docstring: a lambda has none.
  c.unit.metadata.consts.add({ type: "None" });
  c.setArgumentCounts(e.args);
  c.visitExpr(e.body);
  const isGenerator = c.unit.entry.generator;
  if (!isGenerator) c.addop(locationOf(e.body), OP.RETURN_VALUE);
  makeClosure(c, location, c.leaveScope(!isGenerator), flags);
}
