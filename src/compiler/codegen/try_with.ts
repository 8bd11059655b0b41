// try and with, in their sync and async forms.
import { INTRINSIC_2, OP } from "../../bytecode/opcodes.ts";
import type { Node } from "../../parser/nodes.ts";
import { type Label, NO_LOCATION } from "../instruction_sequence.ts";
import { awaitValue, callExitWithNones, popExceptAndReraise, unbindName } from "./blocks.ts";
import { type Compiler, locationOf, NO_LABEL } from "./compiler.ts";
import { nameOperation } from "./names.ts";

type Try = Node<"Try"> | Node<"TryStar">;
type With = Node<"With"> | Node<"AsyncWith">;

export function visitTry(c: Compiler, s: Try): void {
  if (s.finalbody.length > 0) tryFinally(c, s);
  else handlers(c, s);
}

function handlers(c: Compiler, s: Try): void {
  if (s.kind === "Try") tryExcept(c, s);
  else tryStarExcept(c, s);
}

function tryFinally(c: Compiler, s: Try): void {
  const location = locationOf(s);
  const body = c.newLabel();
  const end = c.newLabel();
  const exit = c.newLabel();
  c.jump(location, OP.SETUP_FINALLY, end);
  c.useLabel(body);
  c.pushBlock(location, "finally try", body, end, s.finalbody);
  if (s.handlers.length > 0) handlers(c, s);
  else c.visitStmts(s.body);
  c.addop(NO_LOCATION, OP.POP_BLOCK);
  c.popBlock();
  c.visitStmts(s.finalbody);
  c.jump(NO_LOCATION, OP.JUMP_NO_INTERRUPT, exit);

  c.useLabel(end);
  c.pushBlock(NO_LOCATION, "finally end", end, NO_LABEL);
  const cleanup = c.newLabel();
  c.jump(NO_LOCATION, OP.SETUP_CLEANUP, cleanup);
  c.addop(NO_LOCATION, OP.PUSH_EXC_INFO);
  c.visitStmts(s.finalbody);
  c.popBlock();
  c.addop(NO_LOCATION, OP.RERAISE, 0);
  c.useLabel(cleanup);
  popExceptAndReraise(c, NO_LOCATION);
  c.useLabel(exit);
}

function tryExcept(c: Compiler, s: Node<"Try">): void {
  const location = locationOf(s);
  const body = c.newLabel();
  let except = c.newLabel();
  const end = c.newLabel();
  const cleanup = c.newLabel();
  c.jump(location, OP.SETUP_FINALLY, except);
  c.useLabel(body);
  c.pushBlock(location, "try except", body, NO_LABEL);
  c.visitStmts(s.body);
  c.popBlock();
  c.addop(NO_LOCATION, OP.POP_BLOCK);
  c.visitStmts(s.orelse);
  c.jump(NO_LOCATION, OP.JUMP_NO_INTERRUPT, end);

  c.useLabel(except);
  c.jump(NO_LOCATION, OP.SETUP_CLEANUP, cleanup);
  c.addop(NO_LOCATION, OP.PUSH_EXC_INFO);
  c.pushBlock(location, "exception handler", NO_LABEL, NO_LABEL);
  s.handlers.forEach((handler, i) => {
    const here = locationOf(handler);
    if (handler.type === null && i < s.handlers.length - 1) {
      throw c.error(here, "default 'except:' must be last");
    }
    except = c.newLabel();
    if (handler.type !== null) {
      c.visitExpr(handler.type);
      c.addop(here, OP.CHECK_EXC_MATCH);
      c.jump(here, OP.POP_JUMP_IF_FALSE, except);
    }
    const cleanupBody = c.newLabel();
    if (handler.name !== null) {
      const cleanupEnd = c.newLabel();
      nameOperation(c, here, handler.name, "Store");
      // The name is unbound when the handler ends, in whatever way.
      c.jump(here, OP.SETUP_CLEANUP, cleanupEnd);
      c.useLabel(cleanupBody);
      c.pushBlock(here, "handler cleanup", cleanupBody, NO_LABEL, null, handler.name);
      c.visitStmts(handler.body);
      c.popBlock();
      c.addop(NO_LOCATION, OP.POP_BLOCK);
      c.addop(NO_LOCATION, OP.POP_BLOCK);
      c.addop(NO_LOCATION, OP.POP_EXCEPT);
      unbindName(c, NO_LOCATION, handler.name);
      c.jump(NO_LOCATION, OP.JUMP_NO_INTERRUPT, end);
      c.useLabel(cleanupEnd);
      unbindName(c, NO_LOCATION, handler.name);
      c.addop(NO_LOCATION, OP.RERAISE, 1);
    } else {
      c.addop(here, OP.POP_TOP);
      c.useLabel(cleanupBody);
      c.pushBlock(here, "handler cleanup", cleanupBody, NO_LABEL);
      c.visitStmts(handler.body);
      c.popBlock();
      c.addop(NO_LOCATION, OP.POP_BLOCK);
      c.addop(NO_LOCATION, OP.POP_EXCEPT);
      c.jump(NO_LOCATION, OP.JUMP_NO_INTERRUPT, end);
    }
    c.useLabel(except);
  });
  c.popBlock();
  c.addop(NO_LOCATION, OP.RERAISE, 0);
  c.useLabel(cleanup);
  popExceptAndReraise(c, NO_LOCATION);
  c.useLabel(end);
}

// Each `except*` clause takes its part of the group and leaves the rest; what the clauses raise is collected in a list
// below. On the stack: the original group, that list, the rest.
function tryStarExcept(c: Compiler, s: Node<"TryStar">): void {
  const location = locationOf(s);
  const body = c.newLabel();
  let except = c.newLabel();
  const orelse = c.newLabel();
  const end = c.newLabel();
  const cleanup = c.newLabel();
  const reraiseStar = c.newLabel();
  c.jump(location, OP.SETUP_FINALLY, except);
  c.useLabel(body);
  c.pushBlock(location, "try except", body, NO_LABEL);
  c.visitStmts(s.body);
  c.popBlock();
  c.addop(NO_LOCATION, OP.POP_BLOCK);
  c.jump(NO_LOCATION, OP.JUMP_NO_INTERRUPT, orelse);

  c.useLabel(except);
  c.jump(NO_LOCATION, OP.SETUP_CLEANUP, cleanup);
  c.addop(NO_LOCATION, OP.PUSH_EXC_INFO);
  c.pushBlock(location, "exception group handler", NO_LABEL, NO_LABEL);
  s.handlers.forEach((handler, i) => {
    const here = locationOf(handler);
    except = c.newLabel();
    const exceptWithError = c.newLabel();
    const noMatch = c.newLabel();
    if (i === 0) {
      c.addop(here, OP.BUILD_LIST, 0);
      c.addop(here, OP.COPY, 2);
    }
    if (handler.type !== null) {
      c.visitExpr(handler.type);
      c.addop(here, OP.CHECK_EG_MATCH);
      c.addop(here, OP.COPY, 1);
      c.jump(here, OP.POP_JUMP_IF_NONE, noMatch);
    }
    const cleanupEnd = c.newLabel();
    const cleanupBody = c.newLabel();
    if (handler.name !== null) nameOperation(c, here, handler.name, "Store");
    else c.addop(here, OP.POP_TOP);
    c.jump(here, OP.SETUP_CLEANUP, cleanupEnd);
    c.useLabel(cleanupBody);
    c.pushBlock(here, "handler cleanup", cleanupBody, NO_LABEL, null, handler.name);
    c.visitStmts(handler.body);
    c.popBlock();
    c.addop(NO_LOCATION, OP.POP_BLOCK);
    if (handler.name !== null) unbindName(c, NO_LOCATION, handler.name);
    c.jump(NO_LOCATION, OP.JUMP_NO_INTERRUPT, except);

    c.useLabel(cleanupEnd);
    if (handler.name !== null) unbindName(c, NO_LOCATION, handler.name);
    c.addop(NO_LOCATION, OP.LIST_APPEND, 3);
    c.addop(NO_LOCATION, OP.POP_TOP);
    c.jump(NO_LOCATION, OP.JUMP_NO_INTERRUPT, exceptWithError);

    c.useLabel(except);
    c.addop(NO_LOCATION, OP.NOP); // holds a location that is carried over
    c.jump(NO_LOCATION, OP.JUMP_NO_INTERRUPT, exceptWithError);
    c.useLabel(noMatch);
    c.addop(here, OP.POP_TOP);
    c.useLabel(exceptWithError);
    if (i === s.handlers.length - 1) {
      c.addop(NO_LOCATION, OP.LIST_APPEND, 1);
      c.jump(NO_LOCATION, OP.JUMP_NO_INTERRUPT, reraiseStar);
    }
  });
  c.popBlock();
  const reraise = c.newLabel();
  c.useLabel(reraiseStar);
  c.addop(NO_LOCATION, OP.CALL_INTRINSIC_2, INTRINSIC_2.INTRINSIC_PREP_RERAISE_STAR);
  c.addop(NO_LOCATION, OP.COPY, 1);
  c.jump(NO_LOCATION, OP.POP_JUMP_IF_NOT_NONE, reraise);
  c.addop(NO_LOCATION, OP.POP_TOP);
  c.addop(NO_LOCATION, OP.POP_BLOCK);
  c.addop(NO_LOCATION, OP.POP_EXCEPT);
  c.jump(NO_LOCATION, OP.JUMP_NO_INTERRUPT, end);
  c.useLabel(reraise);
  c.addop(NO_LOCATION, OP.POP_BLOCK);
  c.addop(NO_LOCATION, OP.SWAP, 2);
  c.addop(NO_LOCATION, OP.POP_EXCEPT);
  c.addop(NO_LOCATION, OP.RERAISE, 0);
  c.useLabel(cleanup);
  popExceptAndReraise(c, NO_LOCATION);
  c.useLabel(orelse);
  c.visitStmts(s.orelse);
  c.useLabel(end);
}

// ---- with ----

export function visitWith(c: Compiler, s: With): void {
  withItem(c, s, 0);
}

function withItem(c: Compiler, s: With, index: number): void {
  const isAsync = s.kind === "AsyncWith";
  const item = s.items[index];
  const location = locationOf(item.context_expr);
  if (isAsync && !c.isTopLevelAwait && c.unit.scopeType !== "async function") {
    throw c.error(locationOf(s), "'async with' outside async function");
  }
  const block = c.newLabel();
  const final = c.newLabel();
  const exit = c.newLabel();
  const cleanup = c.newLabel();
  c.visitExpr(item.context_expr);
  if (isAsync) {
    c.addop(location, OP.BEFORE_ASYNC_WITH);
    awaitValue(c, location, 1);
  } else {
    c.addop(location, OP.BEFORE_WITH);
  }
  c.jump(location, OP.SETUP_WITH, final);
  c.useLabel(block);
  c.pushBlock(location, isAsync ? "async with" : "with", block, final);
  if (item.optional_vars !== null) c.visitExpr(item.optional_vars);
  else c.addop(location, OP.POP_TOP);
  if (index + 1 === s.items.length) c.visitStmts(s.body);
  else withItem(c, s, index + 1);
  c.popBlock();
  c.addop(isAsync ? location : NO_LOCATION, OP.POP_BLOCK);

  // Without an exception: __exit__(None, None, None).
  callExitWithNones(c, location);
  if (isAsync) awaitValue(c, location, 2);
  c.addop(location, OP.POP_TOP);
  c.jump(location, OP.JUMP, exit);

  c.useLabel(final);
  c.jump(location, OP.SETUP_CLEANUP, cleanup);
  c.addop(location, OP.PUSH_EXC_INFO);
  c.addop(location, OP.WITH_EXCEPT_START);
  if (isAsync) awaitValue(c, location, 2);
  withExceptFinish(c, cleanup);
  c.useLabel(exit);
}

/** After __exit__ with an exception: a true result swallows it. */
function withExceptFinish(c: Compiler, cleanup: Label): void {
  const suppress = c.newLabel();
  c.addop(NO_LOCATION, OP.TO_BOOL);
  c.jump(NO_LOCATION, OP.POP_JUMP_IF_TRUE, suppress);
  c.addop(NO_LOCATION, OP.RERAISE, 2);
  c.useLabel(suppress);
  c.addop(NO_LOCATION, OP.POP_TOP);
  c.addop(NO_LOCATION, OP.POP_BLOCK);
  c.addop(NO_LOCATION, OP.POP_EXCEPT);
  c.addop(NO_LOCATION, OP.POP_TOP);
  c.addop(NO_LOCATION, OP.POP_TOP);
  const exit = c.newLabel();
  c.jump(NO_LOCATION, OP.JUMP_NO_INTERRUPT, exit);
  c.useLabel(cleanup);
  popExceptAndReraise(c, NO_LOCATION);
  c.useLabel(exit);
}
