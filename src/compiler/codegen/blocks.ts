// Leaving blocks: what `break`, `continue` and `return` must do for each block that they leave, and the protocols that
// several statements share: yield from, generator wrapping, calling __exit__.
import { INTRINSIC_1, OP, ResumeAt } from "../../bytecode/opcodes.ts";
import type { Node } from "../../parser/nodes.ts";
import { type Location, NO_LOCATION } from "../instruction_sequence.ts";
import { type Compiler, type FrameBlock, locationOf, NO_LABEL } from "./compiler.ts";
import { nameOperation } from "./names.ts";

/** Delegates to the iterator on the stack: sends until it is exhausted (compiler_add_yield_from). */
export function yieldFrom(c: Compiler, location: Location, isAwait: boolean): void {
  const send = c.newLabel();
  const fail = c.newLabel();
  const exit = c.newLabel();
  c.useLabel(send);
  c.jump(location, OP.SEND, exit);
  // A handler for StopIteration from close() or throw().
  c.jump(location, OP.SETUP_FINALLY, fail);
  c.addop(location, OP.YIELD_VALUE, 1);
  c.addop(NO_LOCATION, OP.POP_BLOCK);
  c.addop(location, OP.RESUME, isAwait ? ResumeAt.afterAwait : ResumeAt.afterYieldFrom);
  c.jump(location, OP.JUMP_NO_INTERRUPT, send);
  c.useLabel(fail);
  c.addop(location, OP.CLEANUP_THROW);
  c.useLabel(exit);
  c.addop(location, OP.END_SEND);
}

/** Awaits what GET_AWAITABLE makes of the value on the stack; `oparg` says where it comes from, for error messages. */
export function awaitValue(c: Compiler, location: Location, oparg: number): void {
  c.addop(location, OP.GET_AWAITABLE, oparg);
  c.loadNone(location);
  yieldFrom(c, location, true);
}

export function yieldValue(c: Compiler, location: Location): void {
  const { entry } = c.unit;
  if (entry.generator && entry.coroutine) {
    c.addop(location, OP.CALL_INTRINSIC_1, INTRINSIC_1.INTRINSIC_ASYNC_GEN_WRAP);
  }
  c.addop(location, OP.YIELD_VALUE, 0);
  c.addop(location, OP.RESUME, ResumeAt.afterYield);
}

/** A StopIteration that leaves a generator becomes a RuntimeError: a handler around the whole body. */
export function wrapInStopIterationHandler(c: Compiler): void {
  const handler = c.newLabel();
  c.unit.instructions.insert(0, OP.SETUP_CLEANUP, handler, NO_LOCATION);
  c.loadNone(NO_LOCATION);
  c.addop(NO_LOCATION, OP.RETURN_VALUE);
  c.useLabel(handler);
  c.addop(NO_LOCATION, OP.CALL_INTRINSIC_1, INTRINSIC_1.INTRINSIC_STOPITERATION_ERROR);
  c.addop(NO_LOCATION, OP.RERAISE, 1);
}

export function popExceptAndReraise(c: Compiler, location: Location): void {
  c.addop(location, OP.COPY, 3);
  c.addop(location, OP.POP_EXCEPT);
  c.addop(location, OP.RERAISE, 1);
}

export function callExitWithNones(c: Compiler, location: Location): void {
  c.loadNone(location);
  c.loadNone(location);
  c.loadNone(location);
  c.addop(location, OP.CALL, 2);
}

/**
 * Emits what leaving one block takes. `preserveTop` keeps the value on the top of the stack (a return value).
 * Returns the location for what follows: after a finally or with block it is artificial.
 */
function unwindBlock(c: Compiler, location: Location, block: FrameBlock, preserveTop: boolean): Location {
  switch (block.type) {
    case "while loop":
    case "exception handler":
    case "exception group handler":
    case "async comprehension":
    case "stop iteration":
      return location;
    case "for loop":
    case "pop value":
      if (preserveTop) c.addop(location, OP.SWAP, 2);
      c.addop(location, OP.POP_TOP);
      return location;
    case "try except":
      c.addop(location, OP.POP_BLOCK);
      return location;
    case "finally try":
      c.addop(location, OP.POP_BLOCK);
      if (preserveTop) c.pushBlock(location, "pop value", NO_LABEL, NO_LABEL);
      c.visitStmts(block.finalbody!);
      if (preserveTop) c.popBlock();
      return NO_LOCATION;
    case "finally end":
      if (preserveTop) c.addop(location, OP.SWAP, 2);
      c.addop(location, OP.POP_TOP);
      if (preserveTop) c.addop(location, OP.SWAP, 2);
      c.addop(location, OP.POP_BLOCK);
      c.addop(location, OP.POP_EXCEPT);
      return location;
    case "with":
    case "async with":
      c.addop(block.location, OP.POP_BLOCK);
      if (preserveTop) c.addop(block.location, OP.SWAP, 2);
      callExitWithNones(c, block.location);
      if (block.type === "async with") awaitValue(c, block.location, 2);
      c.addop(block.location, OP.POP_TOP);
      return NO_LOCATION;
    case "handler cleanup":
      if (block.name !== null) c.addop(location, OP.POP_BLOCK);
      if (preserveTop) c.addop(location, OP.SWAP, 2);
      c.addop(location, OP.POP_BLOCK);
      c.addop(location, OP.POP_EXCEPT);
      if (block.name !== null) unbindName(c, location, block.name);
      return location;
  }
}

/** `name = None; del name`: the end of `except … as name`. */
export function unbindName(c: Compiler, location: Location, name: string): void {
  c.loadNone(location);
  nameOperation(c, location, name, "Store");
  nameOperation(c, location, name, "Del");
}

/**
 * Leaves all blocks, or all up to the innermost loop if `toLoop`. A block is out of the stack while its exit is
 * emitted (a `return` in a `finally` must not run it again). Returns the loop, and the location for what follows.
 */
function unwindBlocks(
  c: Compiler,
  location: Location,
  preserveTop: boolean,
  toLoop: boolean,
): { loop: FrameBlock | null; location: Location } {
  const { blocks } = c.unit;
  if (blocks.length === 0) return { loop: null, location };
  const top = blocks[blocks.length - 1];
  if (top.type === "exception group handler") {
    throw c.error(location, "'break', 'continue' and 'return' cannot appear in an except* block");
  }
  if (toLoop && (top.type === "while loop" || top.type === "for loop")) return { loop: top, location };
  blocks.pop();
  const result = unwindBlocks(c, unwindBlock(c, location, top, preserveTop), preserveTop, toLoop);
  blocks.push(top);
  return result;
}

export function visitReturn(c: Compiler, s: Node<"Return">): void {
  let location = locationOf(s);
  const { value } = s;
  const { entry } = c.unit;
  const preserveTop = value !== null && value.kind !== "Constant";
  if (!entry.isFunctionLike) throw c.error(location, "'return' outside function");
  if (value !== null && entry.coroutine && entry.generator) {
    throw c.error(location, "'return' with value in async generator");
  }
  if (preserveTop) {
    c.visitExpr(value);
  } else if (value !== null) {
    location = locationOf(value);
    c.addop(location, OP.NOP);
  }
  if (value === null || value.lineno !== s.lineno) {
    location = locationOf(s);
    c.addop(location, OP.NOP);
  }
  location = unwindBlocks(c, location, preserveTop, false).location;
  if (value === null) c.loadNone(location);
  else if (value.kind === "Constant") c.loadConst(location, value.value);
  c.addop(location, OP.RETURN_VALUE);
}

export function visitBreak(c: Compiler, s: Node<"Break">): void {
  const origin = locationOf(s);
  c.addop(origin, OP.NOP);
  const { loop, location } = unwindBlocks(c, origin, false, true);
  if (loop === null) throw c.error(origin, "'break' outside loop");
  c.jump(unwindBlock(c, location, loop, false), OP.JUMP, loop.exit);
}

export function visitContinue(c: Compiler, s: Node<"Continue">): void {
  const origin = locationOf(s);
  c.addop(origin, OP.NOP);
  const { loop, location } = unwindBlocks(c, origin, false, true);
  if (loop === null) throw c.error(origin, "'continue' not properly in loop");
  c.jump(location, OP.JUMP, loop.block);
}
