// Numbers in native frames. A native frame's locals are Owned pointers; a built-in that also counts something while it is
// suspended gets plain words behind them.
//
//   localsplus:  pointers (stacktop of them)   words, which nobody releases or follows
//
// Invariant: stacktop counts the pointers only, so finishNative and the collector never see the words.
import { type Address, i32, setI32, setPtr, setSsize } from "../memory/memory.ts";
import { _PyInterpreterFrame } from "../memory/structs/code.ts";
import { FRAME_SPECIALS_BYTES, pushNative } from "./frames.ts";

/** pushNative with words, all zero, behind the pointers. 0 when memory is exhausted (no error set). */
export function pushNativeWithWords(step: Address, localCount: number, wordCount: number): Address {
  const frame = pushNative(step, localCount + wordCount);
  if (frame !== 0) setI32(frame + _PyInterpreterFrame.stacktop, localCount);
  return frame;
}

function wordAt(frame: Address, index: number): Address {
  return frame + FRAME_SPECIALS_BYTES + (i32(frame + _PyInterpreterFrame.stacktop) + index) * 8;
}

export function nativeWord(frame: Address, index: number): number {
  return i32(wordAt(frame, index));
}

export function setNativeWord(frame: Address, index: number, value: number): void {
  setSsize(wordAt(frame, index), value);
}

/** An address that is no object (a block of memory, say): both words, the upper zero. */
export function setNativeWordAddress(frame: Address, index: number, value: Address): void {
  setPtr(wordAt(frame, index), value);
}
