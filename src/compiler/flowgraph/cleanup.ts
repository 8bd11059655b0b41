// Passes that only remove: blocks that nothing reaches, instructions that do nothing, jumps to where control goes anyway.
// Invariant: what a debugger sees stays, so a NOP goes only if its line shows on a neighbour or it has none.
import { OP } from "../../bytecode/opcodes.ts";
import {
  type Block,
  type BlockInstruction,
  clearVisited,
  type FlowGraph,
  hasTarget,
  isJump,
  isUnconditionalJump,
  NO_LABEL,
  NO_LOCATION,
  nextNonEmpty,
} from "./graph.ts";

/** Counts predecessors and empties the blocks that have none (remove_unreachable). */
export function removeUnreachable(graph: FlowGraph): void {
  for (let block: Block | null = graph.entry; block; block = block.next) block.predecessorCount = 0;
  clearVisited(graph.entry);
  graph.entry.predecessorCount = 1;
  const todo = [graph.entry];
  for (let block = todo.pop(); block !== undefined; block = todo.pop()) {
    // A block is marked when it is taken up, not when it is found: one that is found twice before counts its successors
    // twice, as in CPython, and the counts decide what is duplicated.
    block.visited = true;
    const { next } = block;
    if (next !== null && block.hasFallthrough()) {
      if (!next.visited) todo.push(next);
      next.predecessorCount++;
    }
    for (const { opcode, target } of block.instructions) {
      if (!hasTarget(opcode)) continue;
      if (!target!.visited) todo.push(target!);
      target!.predecessorCount++;
    }
  }
  for (let block: Block | null = graph.entry; block; block = block.next) {
    if (block.predecessorCount > 0) continue;
    block.instructions.length = 0;
    block.isHandler = false;
  }
}

/** The line control reaches first in a block, past NOPs that will go; -1 if none. */
function firstLine(block: Block): number {
  for (const { opcode, loc } of block.instructions) {
    if (opcode === OP.NOP && loc.lineno === NO_LOCATION.lineno) continue;
    return loc.lineno;
  }
  return NO_LOCATION.lineno;
}

/** basicblock_remove_redundant_nops; returns how many went. */
function removeNopsOf(block: Block): number {
  const { instructions } = block;
  let kept = 0;
  let previousLine = -1;
  for (let i = 0; i < instructions.length; i++) {
    const instruction = instructions[i];
    const line = instruction.loc.lineno;
    if (instruction.opcode === OP.NOP) {
      if (line < 0 || line === previousLine) continue;
      if (i < instructions.length - 1) {
        const following = instructions[i + 1];
        if (following.loc.lineno === line) continue;
        if (following.loc.lineno < 0) {
          following.loc = instruction.loc;
          continue;
        }
      } else {
        const next = nextNonEmpty(block.next);
        if (next !== null && firstLine(next) === line) continue;
      }
    }
    instructions[kept++] = instruction;
    previousLine = line;
  }
  const removed = instructions.length - kept;
  if (removed > 0) instructions.length = kept;
  return removed;
}

export function removeNops(graph: FlowGraph): number {
  let removed = 0;
  for (let block: Block | null = graph.entry; block; block = block.next) removed += removeNopsOf(block);
  return removed;
}

/** Removes NOPs, and what is pushed only to be popped again (remove_redundant_nops_and_pairs). */
export function removeNopsAndPairs(graph: FlowGraph): void {
  for (let done = false; !done; ) {
    done = true;
    let previous: BlockInstruction | null = null;
    let current: BlockInstruction | null = null;
    for (let block: Block | null = graph.entry; block; block = block.next) {
      removeNopsOf(block);
      // Something jumps here: what stands before is not what runs before.
      if (block.label !== NO_LABEL) current = null;
      for (const instruction of block.instructions) {
        previous = current;
        current = instruction;
        if (instruction.opcode !== OP.POP_TOP || previous === null) continue;
        if (previous.opcode === OP.LOAD_CONST || (previous.opcode === OP.COPY && previous.oparg === 1)) {
          previous.setOpcode(OP.NOP);
          instruction.setOpcode(OP.NOP);
          done = false;
        }
      }
      if ((current !== null && isJump(current.opcode)) || !block.hasFallthrough()) current = null;
    }
  }
}

/** Jumps to the block that follows anyway become NOPs (remove_redundant_jumps); returns how many. */
function removeJumps(graph: FlowGraph): number {
  let changes = 0;
  for (let block: Block | null = graph.entry; block; block = block.next) {
    const last = block.last();
    if (last === undefined || !isUnconditionalJump(last.opcode)) continue;
    if (nextNonEmpty(last.target) === nextNonEmpty(block.next)) {
      changes++;
      last.setOpcode(OP.NOP);
    }
  }
  return changes;
}

export function removeNopsAndJumps(graph: FlowGraph): void {
  for (let changes = 1; changes > 0; ) changes = removeNops(graph) + removeJumps(graph);
}

/** An exit block of up to so many instructions is copied rather than jumped to. */
const COPIED_INSTRUCTIONS_MAX = 4;

function inlineTarget(block: Block): boolean {
  const last = block.last();
  if (last === undefined || !isUnconditionalJump(last.opcode)) return false;
  const target = last.target!;
  const isSmallExit = target.exitsScope() && target.instructions.length <= COPIED_INSTRUCTIONS_MAX;
  const isLineless = target.hasNoLine() && !target.hasFallthrough();
  if (!isSmallExit && !isLineless) return false;
  const removedOpcode = last.opcode;
  last.setOpcode(OP.NOP);
  // Counted first: a block may be its own target.
  const copiedCount = target.instructions.length;
  for (let i = 0; i < copiedCount; i++) block.instructions.push(target.instructions[i].copy());
  if (isLineless) {
    // The jump that looked at signals is gone; the copied one looks instead.
    const copiedLast = block.last()!;
    if (isUnconditionalJump(copiedLast.opcode) && removedOpcode === OP.JUMP) copiedLast.opcode = OP.JUMP;
  }
  target.predecessorCount--;
  return true;
}

/** Replaces jumps to small exit blocks, and to blocks without lines, by copies (inline_small_or_no_lineno_blocks). */
export function inlineSmallBlocks(graph: FlowGraph): void {
  for (let changed = true; changed; ) {
    changed = false;
    for (let block: Block | null = graph.entry; block; block = block.next) if (inlineTarget(block)) changed = true;
  }
}
