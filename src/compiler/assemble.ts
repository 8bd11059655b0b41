// From a compilation unit to its code object: the flow graph's passes, then distances instead of jump targets, bytes
// instead of instructions, and the two tables that go with them (CPython's Python/assemble.c).
// Invariant: nothing changes an instruction's size once jump distances are right.
import type { Code, CodeConstant } from "../bytecode/code.ts";
import { instructionUnitCount, writeInstruction } from "../bytecode/code_units.ts";
import { type ExceptionRange, encodeExceptionTable } from "../bytecode/exceptiontable.ts";
import { LineTableWriter } from "../bytecode/linetable.ts";
import { OP } from "../bytecode/opcodes.ts";
import { graphFromSequence, graphToInstructions, isJump } from "./flowgraph/graph.ts";
import { finishGraph, optimizeGraph, type PassObserver } from "./flowgraph/optimize.ts";
import type {
  AssembleOptions,
  CompileUnitMetadata,
  Instruction,
  InstructionSequence,
  Location,
} from "./instruction_sequence.ts";

/** Kinds of variables, a byte each in co_localspluskinds. */
export const CO_FAST_HIDDEN = 0x10;
export const CO_FAST_LOCAL = 0x20;
export const CO_FAST_CELL = 0x40;
export const CO_FAST_FREE = 0x80;

const BYTES_PER_UNIT = 2;

/** A jump that always jumps gets its direction (resolve_unconditional_jumps). Opargs are instruction indices. */
function directJumps(instructions: Instruction[]): void {
  for (let index = 0; index < instructions.length; index++) {
    const instruction = instructions[index];
    if (instruction.opcode === OP.JUMP) {
      instruction.opcode = instruction.oparg > index ? OP.JUMP_FORWARD : OP.JUMP_BACKWARD;
    } else if (instruction.opcode === OP.JUMP_NO_INTERRUPT) {
      instruction.opcode = instruction.oparg > index ? OP.JUMP_FORWARD : OP.JUMP_BACKWARD_NO_INTERRUPT;
    }
  }
}

/**
 * Replaces jump targets by distances from the end of the jump, in units (resolve_jump_offsets). A distance may need an
 * EXTENDED_ARG more, which makes other distances longer: repeated until no size changes.
 * Returns the offset of each instruction, and of the end.
 */
function resolveJumps(instructions: Instruction[]): Int32Array {
  const targets = new Int32Array(instructions.length).fill(-1);
  for (let i = 0; i < instructions.length; i++) if (isJump(instructions[i].opcode)) targets[i] = instructions[i].oparg;
  const offsets = new Int32Array(instructions.length + 1);
  for (let changed = true; changed; ) {
    changed = false;
    for (let i = 0; i < instructions.length; i++) {
      const { opcode, oparg } = instructions[i];
      offsets[i + 1] = offsets[i] + instructionUnitCount(opcode, oparg);
    }
    for (let i = 0; i < instructions.length; i++) {
      if (targets[i] < 0) continue;
      const instruction = instructions[i];
      const unitCount = offsets[i + 1] - offsets[i];
      const distance = offsets[targets[i]] - offsets[i + 1];
      instruction.oparg = distance < 0 ? -distance : distance;
      if (instructionUnitCount(instruction.opcode, instruction.oparg) !== unitCount) changed = true;
    }
  }
  return offsets;
}

function sameLocation(a: Location, b: Location): boolean {
  return (
    a === b ||
    (a.lineno === b.lineno &&
      a.end_lineno === b.end_lineno &&
      a.col_offset === b.col_offset &&
      a.end_col_offset === b.end_col_offset)
  );
}

/** One entry for a run of instructions of one source range (assemble_location_info). */
function lineTable(instructions: Instruction[], offsets: Int32Array, firstLine: number): Uint8Array {
  const writer = new LineTableWriter(firstLine);
  let start = 0;
  for (let i = 1; i <= instructions.length; i++) {
    if (i < instructions.length && sameLocation(instructions[i].loc, instructions[start].loc)) continue;
    writer.add(instructions[start].loc, offsets[i] - offsets[start]);
    start = i;
  }
  return writer.finish();
}

/** One range for a run of instructions of one handler (assemble_exception_table). */
function exceptionTable(instructions: Instruction[], offsets: Int32Array): Uint8Array {
  const ranges: ExceptionRange[] = [];
  const labelAt = (index: number) => instructions[index].exceptHandler?.label ?? -1;
  let start = 0;
  for (let i = 1; i <= instructions.length; i++) {
    if (i < instructions.length && labelAt(i) === labelAt(start)) continue;
    const handler = instructions[start].exceptHandler;
    if (handler !== null && handler.label >= 0) {
      ranges.push({
        start: offsets[start] * BYTES_PER_UNIT,
        end: offsets[i] * BYTES_PER_UNIT,
        target: offsets[handler.label] * BYTES_PER_UNIT,
        // The exception itself, and the offset below it, are not counted.
        depth: handler.startDepth - 1 - (handler.preserveLasti ? 1 : 0),
        lasti: handler.preserveLasti,
      });
    }
    start = i;
  }
  return encodeExceptionTable(ranges);
}

function emit(instructions: Instruction[], offsets: Int32Array): Uint8Array {
  const code = new Uint8Array(offsets[instructions.length] * BYTES_PER_UNIT);
  for (let i = 0; i < instructions.length; i++) {
    writeInstruction(code, offsets[i] * BYTES_PER_UNIT, instructions[i].opcode, instructions[i].oparg);
  }
  return code;
}

/** Names and kinds of all variables in the order of their places (compute_localsplus_info). */
function localsPlus(unit: CompileUnitMetadata): { names: string[]; kinds: Uint8Array } {
  const names: string[] = [];
  const kinds: number[] = [];
  for (const name of unit.varnames.list()) {
    names.push(name);
    kinds.push(
      CO_FAST_LOCAL | (unit.fasthidden.has(name) ? CO_FAST_HIDDEN : 0) | (unit.cellvars.has(name) ? CO_FAST_CELL : 0),
    );
  }
  for (const name of unit.cellvars.list()) {
    if (unit.varnames.has(name)) continue;
    names.push(name);
    kinds.push(CO_FAST_CELL);
  }
  for (const name of unit.freevars.list()) {
    names.push(name);
    kinds.push(CO_FAST_FREE);
  }
  return { names, kinds: Uint8Array.from(kinds) };
}

/** Finished instructions to a code object (_PyAssemble_MakeCodeObject). Opargs of jumps are instruction indices. */
export function makeCode(
  unit: CompileUnitMetadata,
  instructions: Instruction[],
  constants: CodeConstant[],
  stackDepth: number,
  codeFlags: number,
  filename: string,
): Code {
  directJumps(instructions);
  const offsets = resolveJumps(instructions);
  const { names, kinds } = localsPlus(unit);
  return {
    co_argcount: unit.posonlyargcount + unit.argcount,
    co_posonlyargcount: unit.posonlyargcount,
    co_kwonlyargcount: unit.kwonlyargcount,
    // A frame has room for one item at least (_PyCode_Validate).
    co_stacksize: Math.max(1, stackDepth),
    co_flags: codeFlags,
    co_code: emit(instructions, offsets),
    co_consts: constants,
    co_names: unit.names.list(),
    co_localsplusnames: names,
    co_localspluskinds: kinds,
    co_filename: filename,
    co_name: unit.name,
    co_qualname: unit.qualname,
    co_firstlineno: unit.firstlineno,
    co_linetable: lineTable(instructions, offsets, unit.firstlineno),
    co_exceptiontable: exceptionTable(instructions, offsets),
  };
}

/**
 * The back half of the compiler: one unit's instructions to its code object. Consumes the sequence; adds to the unit's
 * constants. `observer` is shown the graph after each pass.
 */
export function optimizeAndAssemble(
  unit: CompileUnitMetadata,
  sequence: InstructionSequence,
  options: AssembleOptions,
  observer?: PassObserver,
): Code {
  const graph = graphFromSequence(sequence);
  observer?.("build the graph", graph, unit.consts.values);
  const constants = optimizeGraph(graph, unit.consts, unit.varnames.size, options.parameterCount, observer);
  const { stackDepth } = finishGraph(graph, unit, options.codeFlags, observer);
  return makeCode(unit, graphToInstructions(graph), constants, stackDepth, options.codeFlags, options.filename);
}
