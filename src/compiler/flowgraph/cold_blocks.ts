// Code that runs only after an exception moves to the end, out of the way of the code that runs always.
// Invariant: the order among warm blocks, and among cold ones, stays.
import { OP } from "../../bytecode/opcodes.ts";
import { removeNopsAndJumps } from "./cleanup.ts";
import { Block, clearVisited, type FlowGraph, isJump, NO_LABEL, NO_LOCATION } from "./graph.ts";

/** What the entry reaches without exceptions is warm (mark_warm). */
function markWarm(graph: FlowGraph): void {
  clearVisited(graph.entry);
  const todo: Block[] = [];
  const reach = (block: Block) => {
    if (block.visited) return;
    block.visited = true;
    todo.push(block);
  };
  reach(graph.entry);
  for (let block = todo.pop(); block !== undefined; block = todo.pop()) {
    block.isWarm = true;
    if (block.next !== null && block.hasFallthrough()) reach(block.next);
    for (const { opcode, target } of block.instructions) if (isJump(opcode)) reach(target!);
  }
}

/** What only handlers reach is cold (mark_cold); what nothing reaches is neither. */
function markCold(graph: FlowGraph): void {
  clearVisited(graph.entry);
  const todo: Block[] = [];
  const reach = (block: Block) => {
    if (block.isWarm || block.visited) return;
    block.visited = true;
    todo.push(block);
  };
  for (let block: Block | null = graph.entry; block; block = block.next) if (block.isHandler) reach(block);
  for (let block = todo.pop(); block !== undefined; block = todo.pop()) {
    block.isCold = true;
    if (block.next !== null && block.hasFallthrough()) reach(block.next);
    for (const { opcode, target } of block.instructions) if (isJump(opcode)) reach(target!);
  }
}

/** push_cold_blocks_to_end. */
export function moveColdBlocks(graph: FlowGraph): void {
  const { entry } = graph;
  if (entry.next === null) return;
  markWarm(graph);
  markCold(graph);

  // A cold block that falls into a warm one will not stand before it any more: it has to jump.
  let label = graph.nextLabel();
  for (let block: Block | null = entry; block; block = block.next) {
    const next: Block | null = block.next;
    if (!block.isCold || next === null || !next.isWarm || !block.hasFallthrough()) continue;
    const bridge = new Block();
    if (next.label === NO_LABEL) next.label = label++;
    bridge.addJump(OP.JUMP_NO_INTERRUPT, next, NO_LOCATION);
    bridge.isCold = true;
    bridge.predecessorCount = 1;
    bridge.next = next;
    block.next = bridge;
  }

  let lastKept = entry;
  let firstCold: Block | null = null;
  let lastCold: Block | null = null;
  for (let block: Block | null = entry.next; block; block = block.next) {
    if (!block.isCold) {
      lastKept.next = block;
      lastKept = block;
    } else if (lastCold === null) {
      firstCold = lastCold = block;
    } else {
      lastCold.next = block;
      lastCold = block;
    }
  }
  lastKept.next = firstCold;
  if (lastCold !== null) {
    lastCold.next = null;
    removeNopsAndJumps(graph);
  }
}
