// The control-flow graph of one compilation unit: basic blocks in the order they will stand in the code.
//
//   Block ── next ──▶ Block ── next ──▶ …      the order of the code; control falls through along it
//     │                 │
//     └─ instructions   └─ last instruction may jump: target ──▶ Block
//
// Invariants (checkGraph): an instruction that leaves its block (a jump, a return, a raise) is the last of it; the target
// of a jump or of a block set-up is a block, never an offset; no block falls off the end of the list.
// The flow graph of CPython is Python/flowgraph.c; its names stand in the comments of the passes.
import { deopt, hasFlag, isBlockPush, OP, OPCODE_LIMIT, OpcodeFlag } from "../../bytecode/opcodes.ts";
import type { Instruction, InstructionSequence, Location } from "../instruction_sequence.ts";
import { NO_LOCATION } from "../instruction_sequence.ts";

export class BlockInstruction {
  opcode: number;
  oparg: number;
  loc: Location;
  /** Where a jump goes; the handler of a block set-up. Meaningless, though perhaps set, for other opcodes. */
  target: Block | null;
  /** The handler of exceptions raised here. */
  handler: Block | null;

  constructor(opcode: number, oparg: number, loc: Location, target: Block | null = null, handler: Block | null = null) {
    this.opcode = opcode;
    this.oparg = oparg;
    this.loc = loc;
    this.target = target;
    this.handler = handler;
  }

  copy(): BlockInstruction {
    return new BlockInstruction(this.opcode, this.oparg, this.loc, this.target, this.handler);
  }

  /** Turns into an instruction without an argument; keeps its place in the source. */
  setOpcode(opcode: number): void {
    this.opcode = opcode;
    this.oparg = 0;
  }

  setOpcodeAndArgument(opcode: number, oparg: number): void {
    this.opcode = opcode;
    this.oparg = oparg;
  }
}

export const NO_LABEL = -1;
export const UNKNOWN_DEPTH = -1;

export class Block {
  instructions: BlockInstruction[] = [];
  /** The block after this one in the code. */
  next: Block | null = null;
  /** Set if something jumps here, or did once. */
  label = NO_LABEL;
  /** An exception handler starts here. */
  isHandler = false;
  /** As a handler, it wants the offset of the instruction that raised, below the exception. */
  preserveLasti = false;
  /** Items on the value stack on entry. */
  startDepth = UNKNOWN_DEPTH;
  /** How many ways lead here; 0 if none. Kept by removeUnreachable and by the passes after it. */
  predecessorCount = 0;
  /** Reached only through exceptions. */
  isCold = false;
  /** Reached without exceptions. */
  isWarm = false;
  /** Scratch for the traversals. */
  visited = false;
  /** Scratch: the handlers in force on entry, innermost last (handlers.ts). */
  handlerStack: Block[] | null = null;
  /** Scratch: locals that may be unbound on entry, low and high half of a set of 64 (unbound_locals.ts). */
  unsafeLow = 0;
  unsafeHigh = 0;

  last(): BlockInstruction | undefined {
    return this.instructions[this.instructions.length - 1];
  }

  add(opcode: number, oparg: number, loc: Location): BlockInstruction {
    const instruction = new BlockInstruction(opcode, oparg, loc);
    this.instructions.push(instruction);
    return instruction;
  }

  addJump(opcode: number, target: Block, loc: Location): void {
    this.instructions.push(new BlockInstruction(opcode, target.label, loc, target));
  }

  /** Control can go on to the next block. */
  hasFallthrough(): boolean {
    const length = this.instructions.length;
    return length === 0 || (traits[this.instructions[length - 1].opcode] & (EXITS | UNCONDITIONAL)) === 0;
  }

  exitsScope(): boolean {
    const last = this.last();
    return last !== undefined && exitsScope(last.opcode);
  }

  /** No instruction here belongs to a line. */
  hasNoLine(): boolean {
    for (const instruction of this.instructions) if (instruction.loc.lineno >= 0) return false;
    return true;
  }
}

export class FlowGraph {
  readonly entry: Block;

  constructor(entry: Block) {
    this.entry = entry;
  }

  /** The first free label. */
  nextLabel(): number {
    let label = NO_LABEL;
    for (let block: Block | null = this.entry; block; block = block.next) if (block.label > label) label = block.label;
    return label + 1;
  }

  blocks(): Block[] {
    const blocks: Block[] = [];
    for (let block: Block | null = this.entry; block; block = block.next) blocks.push(block);
    return blocks;
  }
}

export function clearVisited(entry: Block): void {
  for (let block: Block | null = entry; block; block = block.next) block.visited = false;
}

export function nextNonEmpty(block: Block | null): Block | null {
  while (block !== null && block.instructions.length === 0) block = block.next;
  return block;
}

// ---- What an opcode is, to the graph (pycore_opcode_utils.h) ----

const JUMPS = 1;
const PUSHES_BLOCK = 2;
const UNCONDITIONAL = 4;
const EXITS = 8;
const EVAL_BREAK = 16;
const CONST = 32;

const traits = new Uint8Array(OPCODE_LIMIT);
for (let opcode = 0; opcode < OPCODE_LIMIT; opcode++) {
  if (deopt[opcode] !== opcode) continue;
  if (hasFlag(opcode, OpcodeFlag.jump)) traits[opcode] |= JUMPS;
  if (hasFlag(opcode, OpcodeFlag["eval-break"])) traits[opcode] |= EVAL_BREAK;
  if (hasFlag(opcode, OpcodeFlag.const)) traits[opcode] |= CONST;
  if (isBlockPush(opcode)) traits[opcode] |= PUSHES_BLOCK;
}
for (const opcode of [
  OP.JUMP,
  OP.JUMP_NO_INTERRUPT,
  OP.JUMP_FORWARD,
  OP.JUMP_BACKWARD,
  OP.JUMP_BACKWARD_NO_INTERRUPT,
]) {
  traits[opcode] |= UNCONDITIONAL;
}
for (const opcode of [OP.RETURN_VALUE, OP.RETURN_CONST, OP.RAISE_VARARGS, OP.RERAISE]) traits[opcode] |= EXITS;

export function isJump(opcode: number): boolean {
  return (traits[opcode] & JUMPS) !== 0;
}
/** Its oparg names a place in the code: a jump, or a block set-up. */
export function hasTarget(opcode: number): boolean {
  return (traits[opcode] & (JUMPS | PUSHES_BLOCK)) !== 0;
}
export function pushesBlock(opcode: number): boolean {
  return (traits[opcode] & PUSHES_BLOCK) !== 0;
}
export function isUnconditionalJump(opcode: number): boolean {
  return (traits[opcode] & UNCONDITIONAL) !== 0;
}
export function exitsScope(opcode: number): boolean {
  return (traits[opcode] & EXITS) !== 0;
}
/** Must be the last of its block. */
export function isTerminator(opcode: number): boolean {
  return (traits[opcode] & (JUMPS | EXITS)) !== 0;
}
export function hasEvalBreak(opcode: number): boolean {
  return (traits[opcode] & EVAL_BREAK) !== 0;
}
export function usesConstant(opcode: number): boolean {
  return (traits[opcode] & CONST) !== 0;
}

// ---- From and to a sequence of instructions ----

/** Cuts a sequence at its labels and jumps (_PyCfg_FromInstructionSequence). Applies the sequence's labels. */
export function graphFromSequence(sequence: InstructionSequence): FlowGraph {
  sequence.applyLabelMap(hasTarget);
  const instructions = sequence.instructions;
  const isTarget = new Uint8Array(instructions.length + 1);
  for (const { opcode, oparg } of instructions) if (hasTarget(opcode)) isTarget[oparg] = 1;

  const entry = new Block();
  const blockAt: (Block | undefined)[] = new Array(instructions.length).fill(undefined);
  let block = entry;
  for (let index = 0; index < instructions.length; index++) {
    const { opcode, oparg, loc } = instructions[index];
    const last = block.last();
    const afterTerminator = last !== undefined && isTerminator(last.opcode);
    if (afterTerminator || (isTarget[index] === 1 && (last !== undefined || block.label !== NO_LABEL))) {
      block.next = new Block();
      block = block.next;
    }
    if (isTarget[index] === 1) {
      block.label = index;
      blockAt[index] = block;
    }
    block.add(opcode, oparg, loc);
  }
  for (let each: Block | null = entry; each; each = each.next) {
    for (const instruction of each.instructions) {
      if (!hasTarget(instruction.opcode)) continue;
      const target = blockAt[instruction.oparg];
      if (target === undefined) throw new Error(`jump to instruction ${instruction.oparg}, which does not exist`);
      instruction.target = target;
    }
  }
  return new FlowGraph(entry);
}

/**
 * Lists the instructions in order. Opargs of jumps and labels of handlers become instruction indices; the block of each
 * target must not be empty at the end of the graph (_PyCfg_ToInstructionSequence with the labels applied).
 */
export function graphToInstructions(graph: FlowGraph): Instruction[] {
  let count = 0;
  const startOf = new Map<Block, number>();
  for (let block: Block | null = graph.entry; block; block = block.next) {
    startOf.set(block, count);
    count += block.instructions.length;
  }
  const instructions: Instruction[] = [];
  for (let block: Block | null = graph.entry; block; block = block.next) {
    for (const { opcode, oparg, loc, target, handler } of block.instructions) {
      instructions.push({
        opcode,
        oparg: hasTarget(opcode) ? startOf.get(target!)! : oparg,
        loc,
        exceptHandler:
          handler === null
            ? null
            : {
                label: startOf.get(handler)!,
                startDepth: handler.startDepth,
                preserveLasti: handler.preserveLasti,
              },
      });
    }
  }
  return instructions;
}

/** Throws if an instruction that leaves its block is not the last of it (check_cfg). */
export function checkGraph(graph: FlowGraph): void {
  for (let block: Block | null = graph.entry; block; block = block.next) {
    const { instructions } = block;
    for (let i = 0; i < instructions.length - 1; i++) {
      if (isTerminator(instructions[i].opcode)) throw new Error("malformed control flow graph");
    }
  }
}

export { NO_LOCATION };
