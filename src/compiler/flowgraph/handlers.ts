// Which handler catches what an instruction raises. Code generation brackets a protected range with SETUP_FINALLY,
// SETUP_CLEANUP or SETUP_WITH and POP_BLOCK; here every instruction learns its innermost handler, and the brackets can go.
// Invariant: all ways into a block come with the same stack of handlers, so visiting it once is enough.
import { OP, RESUME_DEPTH1_MASK, ResumeAt } from "../../bytecode/opcodes.ts";
import { type Block, clearVisited, type FlowGraph, isJump, pushesBlock } from "./graph.ts";

/** Marks the blocks where handlers start (mark_except_handlers). */
export function markHandlers(graph: FlowGraph): void {
  for (let block: Block | null = graph.entry; block; block = block.next) {
    for (const { opcode, target } of block.instructions) if (pushesBlock(opcode)) target!.isHandler = true;
  }
}

/** Gives every instruction its handler, and turns POP_BLOCK into NOP (label_exception_targets). */
export function assignHandlers(graph: FlowGraph): void {
  clearVisited(graph.entry);
  const todo: Block[] = [];
  const visit = (block: Block, handlers: Block[]) => {
    block.handlerStack = handlers;
    block.visited = true;
    todo.push(block);
  };
  visit(graph.entry, []);
  for (let block = todo.pop(); block !== undefined; block = todo.pop()) {
    const handlers = block.handlerStack!;
    block.handlerStack = null;
    let handler = handlers.length > 0 ? handlers[handlers.length - 1] : null;
    // How many handlers surround the last yield: the RESUME after it records whether it is just the one that
    // turns StopIteration into RuntimeError.
    let depthAtYield = -1;
    for (const instruction of block.instructions) {
      const { opcode } = instruction;
      if (pushesBlock(opcode)) {
        const target = instruction.target!;
        if (!target.visited) visit(target, handlers.slice());
        if (opcode === OP.SETUP_WITH || opcode === OP.SETUP_CLEANUP) target.preserveLasti = true;
        handlers.push(target);
        handler = target;
        continue;
      }
      if (opcode === OP.POP_BLOCK) {
        handlers.pop();
        handler = handlers.length > 0 ? handlers[handlers.length - 1] : null;
        instruction.setOpcode(OP.NOP);
        continue;
      }
      instruction.handler = handler;
      if (isJump(opcode)) {
        const target = instruction.target!;
        if (!target.visited) visit(target, handlers.slice());
      } else if (opcode === OP.YIELD_VALUE) {
        depthAtYield = handlers.length;
      } else if (opcode === OP.RESUME && instruction.oparg !== ResumeAt.functionStart) {
        if (depthAtYield === 1) instruction.oparg |= RESUME_DEPTH1_MASK;
        depthAtYield = -1;
      }
    }
    const next = block.next;
    if (next !== null && !next.visited && block.hasFallthrough()) visit(next, handlers);
  }
}
