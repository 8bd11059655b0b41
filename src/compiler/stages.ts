// The compiler's stages one by one, for a program that looks between them (_PyCompile_CodeGen, _PyCompile_OptimizeCfg and
// _PyCompile_Assemble of Python/compile.c). What compiles for real goes through index.ts.
// Invariant: a sequence that is handed out is nobody else's; one that is handed in is consumed.
import type { Code, CodeConstant } from "../bytecode/code.ts";
import type { mod } from "../parser/nodes.ts";
import { makeCode, optimizeAndAssemble } from "./assemble.ts";
import type { Assembler } from "./codegen/compiler.ts";
import type { CompileErrorData } from "./errors.ts";
import { graphFromSequence, graphToInstructions } from "./flowgraph/graph.ts";
import { finishGraph, optimizeGraph } from "./flowgraph/optimize.ts";
import { type CompileOptions, compile } from "./index.ts";
import { type CompileUnitMetadata, ConstantTable, InstructionSequence } from "./instruction_sequence.ts";

export interface GeneratedUnit {
  metadata: CompileUnitMetadata;
  sequence: InstructionSequence;
  /** The functions and classes in it, in the order in which they end. */
  nested: GeneratedUnit[];
}

function copyOf(sequence: InstructionSequence): InstructionSequence {
  const copy = new InstructionSequence();
  for (const { opcode, oparg, loc } of sequence.instructions) copy.addop(opcode, oparg, loc);
  copy.labelMap.push(...sequence.labelMap);
  return copy;
}

/** The instructions of a tree as code generation leaves them. The tree is folded. */
export function generateStage(tree: mod, options: CompileOptions): GeneratedUnit | CompileErrorData {
  /** Finished units whose surrounding unit is still open, by depth. */
  const waiting: GeneratedUnit[][] = [];
  const assemble: Assembler = (metadata, instructions, unitOptions) => {
    const { depth } = unitOptions;
    const nested = waiting[depth + 1] ?? [];
    waiting[depth + 1] = [];
    waiting[depth] ??= [];
    waiting[depth].push({ metadata, sequence: copyOf(instructions), nested });
    return optimizeAndAssemble(metadata, instructions, unitOptions);
  };
  const { error } = compile(tree, options, { assemble });
  return error ?? waiting[0][0];
}

/** The optimised instructions, and the constants that remain. */
export function optimizeStage(
  sequence: InstructionSequence,
  constants: readonly CodeConstant[],
  localCount: number,
): { sequence: InstructionSequence; constants: CodeConstant[] } {
  const table = new ConstantTable();
  for (const constant of constants) {
    const count = table.values.length;
    // Equal constants keep their places: instructions name them.
    if (table.add(constant) < count) table.values.push(constant);
  }
  const graph = graphFromSequence(sequence);
  const remaining = optimizeGraph(graph, table, localCount, 0);
  const optimized = new InstructionSequence();
  optimized.instructions.push(...graphToInstructions(graph));
  return { sequence: optimized, constants: remaining };
}

/** A code object of instructions that need no optimising. */
export function assembleStage(sequence: InstructionSequence, unit: CompileUnitMetadata, filename: string): Code {
  const graph = graphFromSequence(sequence);
  const { stackDepth } = finishGraph(graph, unit, 0);
  return makeCode(unit, graphToInstructions(graph), unit.consts.values, stackDepth, 0, filename);
}
