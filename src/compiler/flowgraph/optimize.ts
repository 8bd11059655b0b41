// The passes over a flow graph, in CPython's order. Each has a name, so that the page can show the graph after it.
// Invariant: the order is part of the result; every pass leaves a graph that means the same program.
import type { CodeConstant } from "../../bytecode/code.ts";
import { OP } from "../../bytecode/opcodes.ts";
import type { CompileUnitMetadata, ConstantTable } from "../instruction_sequence.ts";
import { inlineSmallBlocks, removeNops, removeNopsAndJumps, removeNopsAndPairs, removeUnreachable } from "./cleanup.ts";
import { moveColdBlocks } from "./cold_blocks.ts";
import { Block, checkGraph, type FlowGraph, isJump, isUnconditionalJump, usesConstant } from "./graph.ts";
import { assignHandlers, markHandlers } from "./handlers.ts";
import { resolveLines } from "./lines.ts";
import { prepareLocalsPlus } from "./locals_plus.ts";
import { foldConstantLoads, insertSuperinstructions, optimizeBlocks, replacePseudoInstructions } from "./peephole.ts";
import { computeStackDepth } from "./stack_depth.ts";
import { checkUnboundLocals } from "./unbound_locals.ts";

/**
 * Told after each pass; the graph is the live one, to be read and not kept. `constants` are those that opargs count in
 * from now on, where a pass changed that.
 */
export type PassObserver = (pass: string, graph: FlowGraph, constants?: readonly CodeConstant[]) => void;

/**
 * The constants that are still used, renumbered in the instructions (remove_unused_consts). The first always stays: it
 * may be a docstring.
 */
export function removeUnusedConstants(graph: FlowGraph, values: readonly CodeConstant[]): CodeConstant[] {
  if (values.length === 0) return [];
  const used = new Uint8Array(values.length);
  used[0] = 1;
  for (let block: Block | null = graph.entry; block; block = block.next) {
    for (const { opcode, oparg } of block.instructions) if (usesConstant(opcode)) used[oparg] = 1;
  }
  const kept: CodeConstant[] = [];
  const newIndex = new Int32Array(values.length);
  for (let index = 0; index < values.length; index++) {
    newIndex[index] = kept.length;
    if (used[index]) kept.push(values[index]);
  }
  if (kept.length < values.length) {
    for (let block: Block | null = graph.entry; block; block = block.next) {
      for (const instruction of block.instructions) {
        if (usesConstant(instruction.opcode)) instruction.oparg = newIndex[instruction.oparg];
      }
    }
  }
  return kept;
}

/** _PyCfg_OptimizeCodeUnit. Returns the constants that remain. */
export function optimizeGraph(
  graph: FlowGraph,
  consts: ConstantTable,
  localCount: number,
  parameterCount: number,
  observer?: PassObserver,
): CodeConstant[] {
  markHandlers(graph);
  assignHandlers(graph);
  observer?.("assign handlers", graph);
  checkGraph(graph);
  inlineSmallBlocks(graph);
  observer?.("inline small blocks", graph);
  removeUnreachable(graph);
  observer?.("remove unreachable code", graph);
  resolveLines(graph);
  observer?.("resolve lines", graph);
  foldConstantLoads(graph, consts);
  observer?.("fold loads of constants", graph);
  optimizeBlocks(graph, consts);
  observer?.("thread jumps and rewrite blocks", graph);
  removeNopsAndPairs(graph);
  removeUnreachable(graph);
  removeNopsAndJumps(graph);
  observer?.("remove what became empty", graph);
  const constants = removeUnusedConstants(graph, consts.values);
  observer?.("remove unused constants", graph, constants);
  checkUnboundLocals(graph, localCount, parameterCount);
  observer?.("check unbound locals", graph);
  insertSuperinstructions(graph);
  removeNops(graph);
  observer?.("insert superinstructions", graph);
  moveColdBlocks(graph);
  observer?.("move cold blocks to the end", graph);
  resolveLines(graph);
  observer?.("resolve lines again", graph);
  return constants;
}

const REVERSED_JUMPS = new Map<number, number>([
  [OP.POP_JUMP_IF_NOT_NONE, OP.POP_JUMP_IF_NONE],
  [OP.POP_JUMP_IF_NONE, OP.POP_JUMP_IF_NOT_NONE],
  [OP.POP_JUMP_IF_FALSE, OP.POP_JUMP_IF_TRUE],
  [OP.POP_JUMP_IF_TRUE, OP.POP_JUMP_IF_FALSE],
]);

/** Conditional jumps only go forwards: one that goes back becomes its opposite over a jump back (normalize_jumps). */
function normalizeJumps(graph: FlowGraph): void {
  const before = new Set<Block>();
  for (let block: Block | null = graph.entry; block; block = block.next) {
    before.add(block);
    const last = block.last();
    if (last === undefined || !isJump(last.opcode) || isUnconditionalJump(last.opcode)) continue;
    if (!before.has(last.target!)) continue;
    const reversed = REVERSED_JUMPS.get(last.opcode);
    if (reversed === undefined) throw new Error("a jump that cannot go back does");
    const back = new Block();
    back.addJump(OP.JUMP, last.target!, last.loc);
    back.isCold = block.isCold;
    last.opcode = reversed;
    last.target = block.next;
    back.next = block.next;
    block.next = back;
  }
}

/**
 * From the optimised graph to one whose instructions can be written down (_PyCfg_OptimizedCfgToInstructionSequence):
 * real opcodes, final places of variables, jumps in the directions they can go.
 */
export function finishGraph(
  graph: FlowGraph,
  unit: CompileUnitMetadata,
  codeFlags: number,
  observer?: PassObserver,
): { stackDepth: number; localsPlusCount: number } {
  const stackDepth = computeStackDepth(graph);
  const localsPlusCount = prepareLocalsPlus(unit, graph, codeFlags);
  observer?.("insert prefix and place cells", graph);
  replacePseudoInstructions(graph);
  removeNopsAndJumps(graph);
  observer?.("replace pseudo-instructions", graph);
  normalizeJumps(graph);
  observer?.("turn backward jumps", graph);
  return { stackDepth, localsPlusCount };
}
