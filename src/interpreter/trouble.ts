// What the loop calls when it meets what it must not meet, and when a nested run is out of its slice.

import { InternalError } from "../base/assert.ts";
import { opcodeName } from "../bytecode/opcodes.ts";
import { raise } from "../objects/errors.ts";
import { PyExc_SystemError } from "../objects/types.ts";
import { instructionCount, setSlice } from "./clock.ts";

/** Code that a program has made itself holds an instruction that there is not. */
export function raiseUnknownInstruction(opcode: number): void {
  raise(PyExc_SystemError, `unknown opcode ${opcode}`);
}

export function unknownFinish(key: number, frame: number): never {
  const name = opcodeName(key & 255);
  throw new InternalError(`no rest ${key >> 8} of ${name} in frame 0x${frame.toString(16)}`);
}

/** Thrown to leave nested loops when a stop or the end of a seek falls inside them; the memory is exact. */
export class StopMachine extends Error {
  override name = "StopMachine";
}

let onNestedSliceEnd: (now: number) => number = () => 1 << 20;

/**
 * The machine registers what happens when a slice ends inside a nested loop: it answers with the number of instructions
 * to go on for, or throws StopMachine.
 */
export function setNestedSliceEnd(handler: (now: number) => number): void {
  onNestedSliceEnd = handler;
}

export function nestedSliceEnd(): void {
  const now = instructionCount();
  setSlice(now, onNestedSliceEnd(now));
}
