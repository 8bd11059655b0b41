// return_offset of a frame that waits in the middle of an instruction: the rest of it runs when the frame above has delivered.
//
//   15  UNFINISHED | 14…7  generic opcode | 6…4  which rest | 1…0  EXTENDED_ARG prefixes
//
// The opcode stands here since the one at instr_ptr may be another by then: specialised, or instrumented.
import { type Address, setU16, u16 } from "../memory/memory.ts";
import { _PyInterpreterFrame } from "../memory/structs/code.ts";

const RETURN_OFFSET = _PyInterpreterFrame.return_offset;
export const UNFINISHED = 0x8000;

/** Whether a Python frame waits in the middle of this instruction. */
export function isUnfinished(frame: Address, opcode: number): boolean {
  const offset = u16(frame + RETURN_OFFSET);
  return (offset & UNFINISHED) !== 0 && ((offset >> 7) & 255) === opcode;
}

/** How many EXTENDED_ARGs stand before the instruction that a frame waits in. */
export function prefixCount(frame: Address): number {
  return u16(frame + RETURN_OFFSET) & 3;
}

/** Lets a frame wait for the first rest of an instruction. */
export function waitFor(frame: Address, opcode: number, oparg: number): void {
  const prefixes = oparg < 256 ? 0 : oparg < 65536 ? 1 : oparg < 16777216 ? 2 : 3;
  setU16(frame + RETURN_OFFSET, UNFINISHED | (opcode << 7) | prefixes);
}
