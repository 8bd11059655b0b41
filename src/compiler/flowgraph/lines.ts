// Which line an instruction without one belongs to. A frame's line is worked out from its last instruction (PEP 626), so
// every instruction that can end a frame or look at signals must have a line.
// Invariant afterwards: a block that leaves the frame has a line of its own or exactly one predecessor to take it from.
import { Block, type FlowGraph, hasEvalBreak, isJump, NO_LOCATION, nextNonEmpty } from "./graph.ts";

/** A block that has no line though it needs one (is_exit_or_eval_check_without_lineno). */
function needsLine(block: Block): boolean {
  if (!block.exitsScope() && !block.instructions.some(({ opcode }) => hasEvalBreak(opcode))) return false;
  return block.hasNoLine();
}

/** Such a block gets a copy for each jump to it but one, so that it can take its line (duplicate_exits_without_lineno). */
function duplicateExits(graph: FlowGraph): void {
  let label = graph.nextLabel();
  for (let block: Block | null = graph.entry; block; block = block.next) {
    const last = block.last();
    if (last === undefined || !isJump(last.opcode)) continue;
    const target = nextNonEmpty(last.target)!;
    if (target.predecessorCount <= 1 || !needsLine(target)) continue;
    const copy = new Block();
    copy.instructions = target.instructions.map((instruction) => instruction.copy());
    copy.instructions[0].loc = last.loc;
    last.target = copy;
    target.predecessorCount--;
    copy.predecessorCount = 1;
    copy.label = label++;
    copy.next = target.next;
    target.next = copy;
  }
  // What is left without a line is reached by falling into it, from one block only.
  for (let block: Block | null = graph.entry; block; block = block.next) {
    const { next } = block;
    if (next === null || block.instructions.length === 0 || !block.hasFallthrough()) continue;
    if (needsLine(next)) next.instructions[0].loc = block.last()!.loc;
  }
}

/** An instruction without a line takes that of the one before it; across blocks, if there is only one way in. */
function propagateLines(graph: FlowGraph): void {
  for (let block: Block | null = graph.entry; block; block = block.next) {
    const last = block.last();
    if (last === undefined) continue;
    let previous = NO_LOCATION;
    for (const instruction of block.instructions) {
      if (instruction.loc.lineno < 0) instruction.loc = previous;
      else previous = instruction.loc;
    }
    const { next } = block;
    if (next !== null && next.predecessorCount === 1 && block.hasFallthrough()) inherit(next, previous);
    if (isJump(last.opcode) && last.target!.predecessorCount === 1) inherit(last.target!, previous);
  }
}

function inherit(block: Block, loc: typeof NO_LOCATION): void {
  const first = block.instructions[0];
  if (first !== undefined && first.loc.lineno < 0) first.loc = loc;
}

/** resolve_line_numbers. */
export function resolveLines(graph: FlowGraph): void {
  duplicateExits(graph);
  propagateLines(graph);
}
