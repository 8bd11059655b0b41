// How deep the value stack gets, and how deep it is where each block starts (calculate_stackdepth).
// Invariant: every way into a block arrives with the same depth; a graph where it does not is a bug in code generation.
import { stackEffect } from "../../bytecode/opcodes.ts";
import { type Block, exitsScope, type FlowGraph, hasTarget, isUnconditionalJump, UNKNOWN_DEPTH } from "./graph.ts";

/** Sets the start depth of each reachable block; returns the greatest depth, in items. */
export function computeStackDepth(graph: FlowGraph): number {
  for (let block: Block | null = graph.entry; block; block = block.next) block.startDepth = UNKNOWN_DEPTH;
  const todo: Block[] = [];
  const reach = (block: Block, depth: number) => {
    if (block.startDepth === depth) return;
    if (block.startDepth !== UNKNOWN_DEPTH) throw new Error("Invalid CFG, inconsistent stackdepth");
    block.startDepth = depth;
    todo.push(block);
  };
  reach(graph.entry, 0);
  let greatest = 0;
  for (let block = todo.pop(); block !== undefined; block = todo.pop()) {
    let depth = block.startDepth;
    let falls = true;
    for (const { opcode, oparg, target } of block.instructions) {
      const after = depth + stackEffect(opcode, oparg, false);
      if (after < 0) throw new Error("Invalid CFG, stack underflow");
      if (after > greatest) greatest = after;
      if (hasTarget(opcode)) {
        const atTarget = depth + stackEffect(opcode, oparg, true);
        if (atTarget > greatest) greatest = atTarget;
        reach(target!, atTarget);
      }
      depth = after;
      if (isUnconditionalJump(opcode) || exitsScope(opcode)) {
        falls = false;
        break;
      }
    }
    if (falls && block.next !== null) reach(block.next, depth);
  }
  return greatest;
}
