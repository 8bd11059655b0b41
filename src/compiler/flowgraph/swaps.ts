// Fewer SWAPs. A run of SWAPs is a permutation of the topmost items; it is written again with the least number of them,
// and a SWAP before stores is saved by storing in the other order.
import { OP } from "../../bytecode/opcodes.ts";
import type { Block, BlockInstruction } from "./graph.ts";

const DONE = -1;

/**
 * Rewrites the run of SWAPs and NOPs that starts at `start` (swaptimize). Returns the index of the run's last
 * instruction, or `start` where a single SWAP stays as it is.
 */
function shortenRun(block: Block, start: number): number {
  const { instructions } = block;
  let depth = instructions[start].oparg;
  let end = start + 1;
  let swapCount = 1;
  for (; end < instructions.length; end++) {
    const { opcode, oparg } = instructions[end];
    if (opcode === OP.SWAP) {
      if (oparg > depth) depth = oparg;
      swapCount++;
    } else if (opcode !== OP.NOP) break;
  }
  if (swapCount === 1) return start;

  // stack[i] is the item that ends up i below the top, by its place before the run.
  const stack = Array.from({ length: depth }, (_, place) => place);
  for (let i = start; i < end; i++) {
    const { opcode, oparg } = instructions[i];
    if (opcode !== OP.SWAP) continue;
    const top = stack[0];
    stack[0] = stack[oparg - 1];
    stack[oparg - 1] = top;
  }
  // Every cycle of the permutation takes as many swaps with the top as it has items, one less if the top is in it. They
  // are written from the end backwards, which undoes the cycle.
  let current = end - 1;
  for (let place = 0; place < depth; place++) {
    if (stack[place] === DONE || stack[place] === place) continue;
    for (let item = place; ; ) {
      if (item !== 0) instructions[current--].setOpcodeAndArgument(OP.SWAP, item + 1);
      if (stack[item] === DONE) break;
      const following = stack[item];
      stack[item] = DONE;
      item = following;
    }
  }
  while (current >= start) instructions[current--].setOpcode(OP.NOP);
  return end - 1;
}

/** Takes the top item and cannot fail or jump. */
function isSwappable(opcode: number): boolean {
  return opcode === OP.STORE_FAST || opcode === OP.STORE_FAST_MAYBE_NULL || opcode === OP.POP_TOP;
}

/** The local it stores to, or -1. */
function storedLocal({ opcode, oparg }: BlockInstruction): number {
  return opcode === OP.STORE_FAST || opcode === OP.STORE_FAST_MAYBE_NULL ? oparg : -1;
}

/** The next swappable instruction with only NOPs before it, all on the given line (any if negative); or -1. */
function nextSwappable(instructions: BlockInstruction[], index: number, line: number): number {
  while (++index < instructions.length) {
    const { opcode, loc } = instructions[index];
    // Between lines a tracer may look at the variables.
    if (line >= 0 && loc.lineno !== line) return -1;
    if (opcode === OP.NOP) continue;
    return isSwappable(opcode) ? index : -1;
  }
  return -1;
}

/** Exchanging the two stores changes what some local ends up with. */
function storesClash(instructions: BlockInstruction[], first: number, second: number): boolean {
  const firstLocal = storedLocal(instructions[first]);
  const secondLocal = storedLocal(instructions[second]);
  if (firstLocal < 0 && secondLocal < 0) return false;
  if (firstLocal === secondLocal) return true;
  for (let i = first + 1; i < second; i++) {
    const local = storedLocal(instructions[i]);
    if (local >= 0 && (local === firstLocal || local === secondLocal)) return true;
  }
  return false;
}

/** From `index` leftwards, exchanges stores instead of stack items where nobody can tell (apply_static_swaps). */
function exchangeStores(block: Block, index: number): void {
  const { instructions } = block;
  for (; index >= 0; index--) {
    const swap = instructions[index];
    if (swap.opcode !== OP.SWAP) {
      if (swap.opcode === OP.NOP || isSwappable(swap.opcode)) continue;
      return;
    }
    const first = nextSwappable(instructions, index, -1);
    if (first < 0) return;
    const line = instructions[first].loc.lineno;
    let second = first;
    for (let count = swap.oparg - 1; count > 0; count--) {
      second = nextSwappable(instructions, second, line);
      if (second < 0) return;
    }
    if (storesClash(instructions, first, second)) return;
    swap.setOpcode(OP.NOP);
    const exchanged = instructions[first];
    instructions[first] = instructions[second];
    instructions[second] = exchanged;
  }
}

export function reduceSwaps(block: Block): void {
  for (let i = 0; i < block.instructions.length; i++) {
    if (block.instructions[i].opcode !== OP.SWAP) continue;
    i = shortenRun(block, i);
    exchangeStores(block, i);
  }
}
