// Conditions and loops: tests that jump, `if`, `while`, `for`, `assert`.
import { compareOparg, OP } from "../../bytecode/opcodes.ts";
import type { cmpop, expr, Node } from "../../parser/nodes.ts";
import { type Label, type Location, NO_LOCATION } from "../instruction_sequence.ts";
import { yieldFrom } from "./blocks.ts";
import { checkCompare } from "./checks.ts";
import { type Compiler, locationOf } from "./compiler.ts";

// Index of COMPARE_OP's operators (compareOperators of the opcode table).
const COMPARISONS: { readonly [op in cmpop]?: number } = { Lt: 0, LtE: 1, Eq: 2, NotEq: 3, Gt: 4, GtE: 5 };

export function addCompare(c: Compiler, location: Location, op: cmpop): void {
  switch (op) {
    case "Is":
      c.addop(location, OP.IS_OP, 0);
      return;
    case "IsNot":
      c.addop(location, OP.IS_OP, 1);
      return;
    case "In":
      c.addop(location, OP.CONTAINS_OP, 0);
      return;
    case "NotIn":
      c.addop(location, OP.CONTAINS_OP, 1);
      return;
    default:
      c.addop(location, OP.COMPARE_OP, compareOparg(COMPARISONS[op]!));
      return;
  }
}

/** Jumps to `next` if the test's truth is `condition`, else falls through (compiler_jump_if). */
export function jumpIf(c: Compiler, location: Location, test: expr, next: Label, wanted: boolean): void {
  let e = test;
  let condition = wanted;
  while (e.kind === "UnaryOp" && e.op === "Not") {
    e = e.operand;
    condition = !condition;
  }
  switch (e.kind) {
    case "BoolOp": {
      const isOr = e.op === "Or";
      const last = e.values.length - 1;
      const shortCut = isOr === condition ? next : c.newLabel();
      for (let i = 0; i < last; i++) jumpIf(c, location, e.values[i], shortCut, isOr);
      jumpIf(c, location, e.values[last], next, condition);
      if (shortCut !== next) c.useLabel(shortCut);
      return;
    }
    case "IfExp": {
      const end = c.newLabel();
      const otherwise = c.newLabel();
      jumpIf(c, location, e.test, otherwise, false);
      jumpIf(c, location, e.body, next, condition);
      c.jump(NO_LOCATION, OP.JUMP_NO_INTERRUPT, end);
      c.useLabel(otherwise);
      jumpIf(c, location, e.orelse, next, condition);
      c.useLabel(end);
      return;
    }
    case "Compare":
      if (e.ops.length > 1) {
        jumpIfCompareChain(c, e, next, condition);
        return;
      }
      break;
  }
  c.visitExpr(e);
  const here = locationOf(e);
  c.addop(here, OP.TO_BOOL);
  c.jump(here, condition ? OP.POP_JUMP_IF_TRUE : OP.POP_JUMP_IF_FALSE, next);
}

function jumpIfCompareChain(c: Compiler, e: Node<"Compare">, next: Label, condition: boolean): void {
  const location = locationOf(e);
  checkCompare(c, e);
  const cleanup = c.newLabel();
  const last = e.ops.length - 1;
  c.visitExpr(e.left);
  for (let i = 0; i < last; i++) {
    c.visitExpr(e.comparators[i]);
    c.addop(location, OP.SWAP, 2);
    c.addop(location, OP.COPY, 2);
    addCompare(c, location, e.ops[i]);
    c.addop(location, OP.TO_BOOL);
    c.jump(location, OP.POP_JUMP_IF_FALSE, cleanup);
  }
  c.visitExpr(e.comparators[last]);
  addCompare(c, location, e.ops[last]);
  c.addop(location, OP.TO_BOOL);
  c.jump(location, condition ? OP.POP_JUMP_IF_TRUE : OP.POP_JUMP_IF_FALSE, next);
  const end = c.newLabel();
  c.jump(NO_LOCATION, OP.JUMP_NO_INTERRUPT, end);
  c.useLabel(cleanup);
  c.addop(location, OP.POP_TOP);
  if (!condition) c.jump(NO_LOCATION, OP.JUMP_NO_INTERRUPT, next);
  c.useLabel(end);
}

/** A chain of `elif` nests in the tree: a loop that keeps the labels of the ends. */
export function visitIf(c: Compiler, s: Node<"If">): void {
  const ends: Label[] = [];
  let link = s;
  for (;;) {
    const end = c.newLabel();
    const hasElse = link.orelse.length > 0;
    const next = hasElse ? c.newLabel() : end;
    jumpIf(c, locationOf(link), link.test, next, false);
    c.visitStmts(link.body);
    ends.push(end);
    if (!hasElse) break;
    c.jump(NO_LOCATION, OP.JUMP_NO_INTERRUPT, end);
    c.useLabel(next);
    const [first] = link.orelse;
    if (link.orelse.length === 1 && first.kind === "If") {
      link = first;
    } else {
      c.visitStmts(link.orelse);
      break;
    }
  }
  for (let i = ends.length - 1; i >= 0; i--) c.useLabel(ends[i]);
}

export function visitWhile(c: Compiler, s: Node<"While">): void {
  const location = locationOf(s);
  const loop = c.newLabel();
  const end = c.newLabel();
  const body = c.newLabel();
  const anchor = c.newLabel();
  c.useLabel(loop);
  c.pushBlock(location, "while loop", loop, end);
  // The test stands twice, before the loop and at its end: one jump an iteration.
  jumpIf(c, location, s.test, anchor, false);
  c.useLabel(body);
  c.visitStmts(s.body);
  jumpIf(c, location, s.test, body, true);
  c.popBlock();
  c.useLabel(anchor);
  c.visitStmts(s.orelse);
  c.useLabel(end);
}

export function visitFor(c: Compiler, s: Node<"For">): void {
  const start = c.newLabel();
  const cleanup = c.newLabel();
  const end = c.newLabel();
  c.pushBlock(locationOf(s), "for loop", start, end);
  c.visitExpr(s.iter);
  const location = locationOf(s.iter);
  c.addop(location, OP.GET_ITER);
  c.useLabel(start);
  c.jump(location, OP.FOR_ITER, cleanup);
  // A line of its own for the target of a loop over several lines; removed where it says nothing new.
  c.addop(locationOf(s.target), OP.NOP);
  c.visitExpr(s.target);
  c.visitStmts(s.body);
  c.jump(NO_LOCATION, OP.JUMP, start);
  c.useLabel(cleanup);
  endFor(c);
  c.popBlock();
  c.visitStmts(s.orelse);
  c.useLabel(end);
}

/** An exhausted iterator jumps to END_FOR or past it, depending on who exhausted it: two instructions, not one. */
export function endFor(c: Compiler): void {
  c.addop(NO_LOCATION, OP.END_FOR);
  c.addop(NO_LOCATION, OP.POP_TOP);
}

export function visitAsyncFor(c: Compiler, s: Node<"AsyncFor">): void {
  const location = locationOf(s);
  if (!c.isTopLevelAwait && c.unit.scopeType !== "async function") {
    throw c.error(location, "'async for' outside async function");
  }
  const start = c.newLabel();
  const except = c.newLabel();
  const end = c.newLabel();
  c.visitExpr(s.iter);
  c.addop(locationOf(s.iter), OP.GET_AITER);
  c.useLabel(start);
  c.pushBlock(location, "for loop", start, end);
  nextOfAsyncIterator(c, location, except);
  c.visitExpr(s.target);
  c.visitStmts(s.body);
  c.jump(NO_LOCATION, OP.JUMP, start);
  c.popBlock();
  c.useLabel(except);
  c.addop(locationOf(s.iter), OP.END_ASYNC_FOR);
  c.visitStmts(s.orelse);
  c.useLabel(end);
}

/** Awaits __anext__, with a handler for StopAsyncIteration at `except`. */
export function nextOfAsyncIterator(c: Compiler, location: Location, except: Label): void {
  c.jump(location, OP.SETUP_FINALLY, except);
  c.addop(location, OP.GET_ANEXT);
  c.loadNone(location);
  yieldFrom(c, location, true);
  c.addop(location, OP.POP_BLOCK);
}

export function visitAssert(c: Compiler, s: Node<"Assert">): void {
  const location = locationOf(s);
  const { test } = s;
  const isTuple =
    (test.kind === "Tuple" && test.elts.length > 0) ||
    (test.kind === "Constant" && test.value.type === "tuple" && test.value.items.length > 0);
  if (isTuple) c.warn(location, "assertion is always true, perhaps remove parentheses?");
  if (c.options.optimize > 0) return;
  const end = c.newLabel();
  jumpIf(c, location, test, end, true);
  c.addop(location, OP.LOAD_ASSERTION_ERROR);
  if (s.msg !== null) {
    c.visitExpr(s.msg);
    c.addop(location, OP.CALL, 0);
  }
  c.addop(locationOf(test), OP.RAISE_VARARGS, 1);
  c.useLabel(end);
}
