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
import { canonicalizeClock, withoutClock } from "../interpreter/clock.ts";
import { withoutCounters } from "../memory/counters.ts";
import { THREAD } from "../memory/data.ts";
import { PAGE_BYTES } from "../memory/map.ts";
import { type Address, bytesAt, fillBytes, i32, ptr, ssize, u8, writeBytes } from "../memory/memory.ts";
import { hashPageInPlace, isPageZero } from "../memory/page_bytes.ts";
import { usedRanges } from "../memory/pages.ts";
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

/**
 * The hash of the memory as it stands, two words: the sum over its pages, of which those that are zero count for nothing.
 * Of canonical memory it is the hash that a checkpoint carries.
 */
export function memoryHash(): [number, number] {
  const hash = new Int32Array(2);
  let a = 0;
  let b = 0;
  usedRanges((from, byteCount) => {
    for (let page = from; page < from + byteCount; page += PAGE_BYTES) {
      if (isPageZero(page)) continue;
      hashPageInPlace(page, hash);
      a = (a + hash[0]) | 0;
      b = (b + hash[1]) | 0;
    }
  });
  return [a, b];
}

/** The same without the clock and the counters: equal where a run can only do again what it did. */
export function timelessHash(): string {
  let hash = "";
  canonicalize();
  withoutClock(() => withoutCounters(() => (hash = memoryHash().join(" "))));
  return hash;
}
