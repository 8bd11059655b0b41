// Canonical memory: the same moment of the same run is the same bytes, however it was reached. What is dead, and where a
// slice happens to end, depends on the way there; both are put to rest here.
//
//   clock            no slice is under way: canonicalizeClock
//   value stacks     words above stacktop of the thread's Python frames
//   data stack       above its top, in each chunk
//   argument stack   above its top
//
// Invariant: nothing written here is ever read by a run. Frames inside generators are left alone: their dead words were
// written by the run itself, and are the same on every way.
import { canonicalizeClock } from "../interpreter/clock.ts";
import { THREAD } from "../memory/data.ts";
import { type Address, bytesAt, fillBytes, i32, ptr, ssize, u8, writeBytes } from "../memory/memory.ts";
import { _PyInterpreterFrame, PyCodeObject } from "../memory/structs/code.ts";
import { _PyStackChunk, PyThreadState } from "../memory/structs/runtime.ts";
import { clearDeadArguments } from "../objects/call.ts";
import { currentFrame, FRAME_OWNED_BY_THREAD, FRAME_SPECIALS_BYTES } from "../objects/frames.ts";

function eachDeadStack(report: (from: Address, byteCount: number) => void): void {
  for (let frame = currentFrame(); frame !== 0; frame = ptr(frame + _PyInterpreterFrame.previous)) {
    if (u8(frame + _PyInterpreterFrame.owner) !== FRAME_OWNED_BY_THREAD) continue;
    const code = ptr(frame + _PyInterpreterFrame.f_executable);
    const top = frame + FRAME_SPECIALS_BYTES + i32(frame + _PyInterpreterFrame.stacktop) * 8;
    const end = frame + i32(code + PyCodeObject.co_framesize) * 8;
    if (end > top) report(top, end - top);
  }
  let chunk = ptr(THREAD + PyThreadState.datastack_chunk);
  let top = ptr(THREAD + PyThreadState.datastack_top);
  while (chunk !== 0) {
    const end = chunk + ssize(chunk + _PyStackChunk.size);
    if (end > top) report(top, end - top);
    chunk = ptr(chunk + _PyStackChunk.previous);
    if (chunk !== 0) top = chunk + _PyStackChunk.data + ssize(chunk + _PyStackChunk.top);
  }
}

/** Makes the memory canonical. Only between instructions; running goes on after setting a new slice. */
export function canonicalize(): void {
  canonicalizeClock();
  eachDeadStack((from, byteCount) => fillBytes(from, 0, byteCount));
  clearDeadArguments();
}

/**
 * Shows canonical memory to `look` while instructions are under way further down (a nested loop): what was dead is put
 * back, since a built-in in the middle of its work may yet read it.
 */
export function whileCanonical(look: () => void): void {
  const kept: [from: Address, bytes: Uint8Array][] = [];
  eachDeadStack((from, byteCount) => kept.push([from, bytesAt(from, byteCount).slice()]));
  canonicalize();
  look();
  for (const [from, bytes] of kept) writeBytes(from, bytes);
}
