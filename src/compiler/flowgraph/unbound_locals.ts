// Which LOAD_FAST may find its variable unbound: those become LOAD_FAST_CHECK, which raises UnboundLocalError; all others
// skip the test. A set of possibly unbound locals flows along the graph until nothing changes.
// Invariant: a block's set only grows, so the flow ends. The sets hold the first TRACKED_LOCALS locals; the others are
// looked at one block at a time, so that a function of many variables costs no more than its length.
import { OP } from "../../bytecode/opcodes.ts";
import { type Block, clearVisited, type FlowGraph, isJump } from "./graph.ts";

const TRACKED_LOCALS = 64;

/** Adds to the set on entry of a block, and notes the block if that is news. `visited`: it is noted already. */
function flowInto(block: Block, low: number, high: number, todo: Block[]): void {
  const bothLow = block.unsafeLow | low;
  const bothHigh = block.unsafeHigh | high;
  if (bothLow === block.unsafeLow && bothHigh === block.unsafeHigh) return;
  block.unsafeLow = bothLow;
  block.unsafeHigh = bothHigh;
  if (block.visited) return;
  block.visited = true;
  todo.push(block);
}

function scanBlock(block: Block, todo: Block[]): void {
  let low = block.unsafeLow;
  let high = block.unsafeHigh;
  for (const instruction of block.instructions) {
    if (instruction.handler !== null) flowInto(instruction.handler, low, high, todo);
    const local = instruction.oparg;
    if (local >= TRACKED_LOCALS) continue;
    const lowBit = local < 32 ? 1 << local : 0;
    const highBit = local < 32 ? 0 : 1 << local;
    switch (instruction.opcode) {
      case OP.DELETE_FAST:
      case OP.LOAD_FAST_AND_CLEAR:
      case OP.STORE_FAST_MAYBE_NULL:
        low |= lowBit;
        high |= highBit;
        break;
      case OP.LOAD_FAST:
      case OP.LOAD_FAST_CHECK:
      case OP.STORE_FAST:
        if (instruction.opcode === OP.LOAD_FAST && ((low & lowBit) | (high & highBit)) !== 0) {
          instruction.opcode = OP.LOAD_FAST_CHECK;
        }
        // Control only goes on if the variable is bound.
        low &= ~lowBit;
        high &= ~highBit;
        break;
    }
  }
  if (block.next !== null && block.hasFallthrough()) flowInto(block.next, low, high, todo);
  const last = block.last();
  if (last !== undefined && isJump(last.opcode)) flowInto(last.target!, low, high, todo);
}

/** The locals beyond the tracked ones: bound only if this very block has bound or read them (fast_scan_many_locals). */
function scanManyLocals(graph: FlowGraph, localCount: number): void {
  const boundInBlock = new Int32Array(localCount - TRACKED_LOCALS);
  let blockNumber = 0;
  for (let block: Block | null = graph.entry; block; block = block.next) {
    blockNumber++;
    for (const instruction of block.instructions) {
      const index = instruction.oparg - TRACKED_LOCALS;
      if (index < 0) continue;
      switch (instruction.opcode) {
        case OP.DELETE_FAST:
        case OP.LOAD_FAST_AND_CLEAR:
        case OP.STORE_FAST_MAYBE_NULL:
          boundInBlock[index] = blockNumber - 1;
          break;
        case OP.STORE_FAST:
          boundInBlock[index] = blockNumber;
          break;
        case OP.LOAD_FAST:
          if (boundInBlock[index] !== blockNumber) instruction.opcode = OP.LOAD_FAST_CHECK;
          boundInBlock[index] = blockNumber;
          break;
      }
    }
  }
}

/** add_checks_for_loads_of_uninitialized_variables. The first `parameterCount` locals are bound on entry. */
export function checkUnboundLocals(graph: FlowGraph, localCount: number, parameterCount: number): void {
  if (localCount === 0) return;
  if (localCount > TRACKED_LOCALS) {
    scanManyLocals(graph, localCount);
    localCount = TRACKED_LOCALS;
  }
  clearVisited(graph.entry);
  let low = 0;
  let high = 0;
  for (let local = parameterCount; local < localCount; local++) {
    if (local < 32) low |= 1 << local;
    else high |= 1 << local;
  }
  const todo: Block[] = [];
  flowInto(graph.entry, low, high, todo);
  // Each block is read once in any case: it may hold a DELETE_FAST.
  for (let block: Block | null = graph.entry; block; block = block.next) scanBlock(block, todo);
  for (let block = todo.pop(); block !== undefined; block = todo.pop()) {
    block.visited = false;
    scanBlock(block, todo);
  }
}
