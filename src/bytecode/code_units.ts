// Bytecode as 16-bit code units: an opcode byte, then an argument byte. An oparg above 255 is spread over EXTENDED_ARG
// units before the instruction, high bytes first; inline caches follow it, zero in code that has not run.
import { cacheUnits, hasFlag, OP, OpcodeFlag } from "./opcodes.ts";

export const CODE_UNIT_BYTES = 2;

/** EXTENDED_ARGs before an instruction with this oparg. */
function extendedArgCount(oparg: number): number {
  return (oparg > 0xffffff ? 1 : 0) + (oparg > 0xffff ? 1 : 0) + (oparg > 0xff ? 1 : 0);
}

/** Units of the instruction with its EXTENDED_ARGs and caches. */
export function instructionUnitCount(opcode: number, oparg: number): number {
  return extendedArgCount(oparg) + 1 + cacheUnits[opcode];
}

/** Writes an instruction at a byte offset; cache units are left as they are. Returns the offset after it. */
export function writeInstruction(code: Uint8Array, offset: number, opcode: number, oparg: number): number {
  for (let shift = 8 * extendedArgCount(oparg); shift > 0; shift -= 8) {
    code[offset++] = OP.EXTENDED_ARG;
    code[offset++] = (oparg >>> shift) & 0xff;
  }
  code[offset++] = opcode;
  code[offset++] = oparg & 0xff;
  return offset + cacheUnits[opcode] * CODE_UNIT_BYTES;
}

export interface CodeInstruction {
  opcode: number;
  /** With the EXTENDED_ARGs before it. */
  oparg: number;
  /** Byte offset of the instruction itself, and of its first EXTENDED_ARG. */
  offset: number;
  startOffset: number;
  /** Byte offset after its caches. */
  endOffset: number;
}

/** The instructions of plain (unspecialised) code in order; an EXTENDED_ARG is part of the instruction after it. */
export function* readInstructions(code: Uint8Array): Generator<CodeInstruction> {
  let startOffset = 0;
  let high = 0;
  for (let offset = 0; offset + 1 < code.length; ) {
    const opcode = code[offset];
    const oparg = (high << 8) | code[offset + 1];
    const endOffset = offset + CODE_UNIT_BYTES * (1 + cacheUnits[opcode]);
    if (opcode === OP.EXTENDED_ARG) {
      high = oparg;
      offset += CODE_UNIT_BYTES;
      continue;
    }
    yield { opcode, oparg, offset, startOffset, endOffset };
    high = 0;
    offset = startOffset = endOffset;
  }
}

/** The byte offset a jump goes to, or -1 for an instruction that does not jump. */
export function jumpTarget(opcode: number, oparg: number, offset: number): number {
  if (!hasFlag(opcode, OpcodeFlag.jump)) return -1;
  const backward = opcode === OP.JUMP_BACKWARD || opcode === OP.JUMP_BACKWARD_NO_INTERRUPT;
  const after = offset + CODE_UNIT_BYTES * (1 + cacheUnits[opcode]);
  return after + CODE_UNIT_BYTES * (backward ? -oparg : oparg);
}
