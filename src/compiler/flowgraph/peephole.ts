// Looking at two or three neighbouring instructions of a block, and at where its jump lands. Each rewrite leaves NOPs
// where something went; cleanup.ts removes those whose line is not needed.

import type { Constant } from "../../base/constant.ts";
import type { CodeConstant } from "../../bytecode/code.ts";
import { COMPARE_TO_BOOL, OP } from "../../bytecode/opcodes.ts";
import type { ConstantTable } from "../instruction_sequence.ts";
import { type Block, type BlockInstruction, type FlowGraph, pushesBlock, usesConstant } from "./graph.ts";
import { reduceSwaps } from "./swaps.ts";

/** bool(constant). */
export function isTrue(constant: CodeConstant): boolean {
  switch (constant.type) {
    case "None":
    case "False":
      return false;
    case "int":
      return constant.value !== 0n;
    case "float":
      return constant.value !== 0;
    case "complex":
      return constant.real !== 0 || constant.imag !== 0;
    case "str":
      return constant.wtf8.length > 0;
    case "bytes":
      return constant.bytes.length > 0;
    case "tuple":
    case "frozenset":
      return constant.items.length > 0;
    default:
      return true;
  }
}

/**
 * LOAD_CONST is None-test and jump: one jump. `i` is the load, `i + 1` IS_OP.
 * The test may end in TO_BOOL, which goes in any case.
 */
function foldNoneTest(instructions: BlockInstruction[], i: number): void {
  const load = instructions[i];
  const test = instructions[i + 1];
  let jump = instructions[i + 2];
  if (jump === undefined) return;
  if (jump.opcode === OP.TO_BOOL) {
    jump.setOpcode(OP.NOP);
    jump = instructions[i + 3];
    if (jump === undefined) return;
  }
  let inverted = test.oparg !== 0;
  if (jump.opcode === OP.POP_JUMP_IF_FALSE) inverted = !inverted;
  else if (jump.opcode !== OP.POP_JUMP_IF_TRUE) return;
  load.setOpcode(OP.NOP);
  test.setOpcode(OP.NOP);
  jump.opcode = inverted ? OP.POP_JUMP_IF_NOT_NONE : OP.POP_JUMP_IF_NONE;
}

function foldLoadsOf(block: Block, consts: ConstantTable): void {
  const { instructions } = block;
  // What is on top of the stack: the constant of a LOAD_CONST, also after COPY 1.
  let opcode = 0;
  let oparg = 0;
  for (let i = 0; i < instructions.length; i++) {
    const instruction = instructions[i];
    const copiesConstant = opcode === OP.LOAD_CONST && instruction.opcode === OP.COPY && instruction.oparg === 1;
    if (!copiesConstant) {
      opcode = instruction.opcode;
      oparg = instruction.oparg;
    }
    if (opcode !== OP.LOAD_CONST || i + 1 >= instructions.length) continue;
    const next = instructions[i + 1];
    switch (next.opcode) {
      case OP.POP_JUMP_IF_FALSE:
      case OP.POP_JUMP_IF_TRUE: {
        const jumps = isTrue(consts.values[oparg]) === (next.opcode === OP.POP_JUMP_IF_TRUE);
        instruction.setOpcode(OP.NOP);
        if (jumps) next.opcode = OP.JUMP;
        else next.setOpcode(OP.NOP);
        break;
      }
      case OP.IS_OP:
        if (consts.values[oparg].type === "None") foldNoneTest(instructions, i);
        break;
      case OP.RETURN_VALUE:
        instruction.setOpcode(OP.NOP);
        next.setOpcodeAndArgument(OP.RETURN_CONST, oparg);
        i++;
        break;
      case OP.TO_BOOL: {
        const index = consts.add({ type: isTrue(consts.values[oparg]) ? "True" : "False" });
        instruction.setOpcode(OP.NOP);
        next.setOpcodeAndArgument(OP.LOAD_CONST, index);
        break;
      }
    }
  }
}

/** Does at compile time what follows from a constant on top of the stack (optimize_load_const). */
export function foldConstantLoads(graph: FlowGraph, consts: ConstantTable): void {
  for (let block: Block | null = graph.entry; block; block = block.next) foldLoadsOf(block, consts);
}

/** LOAD_CONST a, LOAD_CONST b, BUILD_TUPLE 2: LOAD_CONST (a, b) (fold_tuple_on_constants). */
function foldTuple(instructions: BlockInstruction[], i: number, consts: ConstantTable): void {
  const build = instructions[i];
  const count = build.oparg;
  if (i < count) return;
  for (let j = i - count; j < i; j++) if (!usesConstant(instructions[j].opcode)) return;
  const items: Constant[] = [];
  for (let j = i - count; j < i; j++) items.push(consts.values[instructions[j].oparg] as Constant);
  const index = consts.add({ type: "tuple", items });
  for (let j = i - count; j < i; j++) instructions[j].setOpcode(OP.NOP);
  build.setOpcodeAndArgument(OP.LOAD_CONST, index);
}

/**
 * A jump to a jump goes to its target at once (jump_thread). The new jump stands on the line of the one it skips, so it
 * is appended, and the old one stays as a NOP of its own line.
 */
function threadJump(block: Block, jump: BlockInstruction, landing: BlockInstruction, opcode: number): boolean {
  if (jump.target === landing.target) return false;
  jump.setOpcode(OP.NOP);
  block.addJump(opcode, landing.target!, landing.loc);
  return true;
}

function optimizeBlock(block: Block, consts: ConstantTable): void {
  const { instructions } = block;
  for (let i = 0; i < instructions.length; i++) {
    const instruction = instructions[i];
    const { opcode, oparg } = instruction;
    const next = i + 1 < instructions.length ? instructions[i + 1] : null;
    switch (opcode) {
      case OP.BUILD_TUPLE:
        // a, b = b, a: no tuple is made.
        if (next !== null && next.opcode === OP.UNPACK_SEQUENCE && next.oparg === oparg && oparg >= 1 && oparg <= 3) {
          instruction.setOpcode(OP.NOP);
          if (oparg === 1) next.setOpcode(OP.NOP);
          else next.opcode = OP.SWAP;
          break;
        }
        foldTuple(instructions, i, consts);
        break;
      case OP.POP_JUMP_IF_NOT_NONE:
      case OP.POP_JUMP_IF_NONE:
      case OP.POP_JUMP_IF_FALSE:
      case OP.POP_JUMP_IF_TRUE:
      case OP.JUMP:
      case OP.JUMP_NO_INTERRUPT: {
        const landing = instruction.target!.instructions[0];
        if (landing === undefined) break;
        // A threaded jump looks at signals if either of the two did.
        if (landing.opcode === OP.JUMP) {
          threadJump(block, instruction, landing, opcode === OP.JUMP_NO_INTERRUPT ? OP.JUMP : opcode);
        } else if (landing.opcode === OP.JUMP_NO_INTERRUPT && (opcode === OP.JUMP || opcode === OP.JUMP_NO_INTERRUPT)) {
          threadJump(block, instruction, landing, opcode);
        }
        break;
      }
      case OP.STORE_FAST:
        // Of two stores to one variable on one line, the first is never seen.
        if (next !== null && next.opcode === OP.STORE_FAST && next.oparg === oparg) {
          if (next.loc.lineno === instruction.loc.lineno) instruction.setOpcode(OP.POP_TOP);
        }
        break;
      case OP.SWAP:
        if (oparg === 1) instruction.setOpcode(OP.NOP);
        break;
      case OP.LOAD_GLOBAL:
        if (next !== null && next.opcode === OP.PUSH_NULL && (oparg & 1) === 0) {
          instruction.oparg = oparg | 1;
          next.setOpcode(OP.NOP);
        }
        break;
      case OP.COMPARE_OP:
        if (next !== null && next.opcode === OP.TO_BOOL) {
          instruction.setOpcode(OP.NOP);
          next.setOpcodeAndArgument(OP.COMPARE_OP, oparg | COMPARE_TO_BOOL);
        }
        break;
      case OP.CONTAINS_OP:
      case OP.IS_OP:
        if (next !== null && next.opcode === OP.TO_BOOL) {
          instruction.setOpcode(OP.NOP);
          next.setOpcodeAndArgument(opcode, oparg);
        }
        break;
      case OP.TO_BOOL:
        if (next !== null && next.opcode === OP.TO_BOOL) instruction.setOpcode(OP.NOP);
        break;
      case OP.UNARY_NOT:
        if (next !== null && next.opcode === OP.TO_BOOL) {
          instruction.setOpcode(OP.NOP);
          next.setOpcode(OP.UNARY_NOT);
        } else if (next !== null && next.opcode === OP.UNARY_NOT) {
          instruction.setOpcode(OP.NOP);
          next.setOpcode(OP.NOP);
        }
        break;
    }
  }
  reduceSwaps(block);
}

/** optimize_basic_block, for each block in turn: a later one sees what became of an earlier one. */
export function optimizeBlocks(graph: FlowGraph, consts: ConstantTable): void {
  for (let block: Block | null = graph.entry; block; block = block.next) optimizeBlock(block, consts);
}

/** An oparg of a superinstruction holds two local indices of so many values each. */
const SUPERINSTRUCTION_LOCALS = 16;

function fuse(first: BlockInstruction, second: BlockInstruction, opcode: number): void {
  const firstLine = first.loc.lineno;
  const secondLine = second.loc.lineno;
  if (firstLine >= 0 && secondLine >= 0 && firstLine !== secondLine) return;
  if (first.oparg >= SUPERINSTRUCTION_LOCALS || second.oparg >= SUPERINSTRUCTION_LOCALS) return;
  first.setOpcodeAndArgument(opcode, (first.oparg << 4) | second.oparg);
  second.setOpcode(OP.NOP);
}

/** Two loads or stores of locals on one line in one instruction (insert_superinstructions). */
export function insertSuperinstructions(graph: FlowGraph): void {
  for (let block: Block | null = graph.entry; block; block = block.next) {
    const { instructions } = block;
    for (let i = 0; i + 1 < instructions.length; i++) {
      const first = instructions[i];
      const second = instructions[i + 1];
      if (first.opcode === OP.LOAD_FAST) {
        if (second.opcode === OP.LOAD_FAST) fuse(first, second, OP.LOAD_FAST_LOAD_FAST);
      } else if (first.opcode === OP.STORE_FAST) {
        if (second.opcode === OP.LOAD_FAST) fuse(first, second, OP.STORE_FAST_LOAD_FAST);
        else if (second.opcode === OP.STORE_FAST) fuse(first, second, OP.STORE_FAST_STORE_FAST);
      }
    }
  }
}

/** What is left of the compiler's own instructions becomes real ones (convert_pseudo_ops, without the clean-up). */
export function replacePseudoInstructions(graph: FlowGraph): void {
  for (let block: Block | null = graph.entry; block; block = block.next) {
    for (const instruction of block.instructions) {
      const { opcode } = instruction;
      if (opcode === OP.LOAD_CLOSURE) instruction.opcode = OP.LOAD_FAST;
      else if (opcode === OP.STORE_FAST_MAYBE_NULL) instruction.opcode = OP.STORE_FAST;
      else if (pushesBlock(opcode)) instruction.setOpcode(OP.NOP);
    }
  }
}
