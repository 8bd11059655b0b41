// One run of a program: compiles its source, makes __main__, and executes in slices.
// Invariant: between slices all state is in memory; nothing here survives a restore but what memory tells.
import { assert } from "../base/assert.ts";
import { instructionCount, setSlice } from "../interpreter/clock.ts";
import { pushFrame } from "../interpreter/frame.ts";
import { setDeliverError } from "../interpreter/generator.ts";
import { run, SLICE_END } from "../interpreter/loop.gen.ts";
import { enterNesting, leaveNesting } from "../interpreter/nesting.ts";
import { throwInto } from "../interpreter/unwind.ts";
import type { Borrowed } from "../memory/memory.ts";
import { PyErr_Occurred } from "../objects/errors.ts";
import { currentFrame, PUSHED, setDriver } from "../objects/frames.ts";
import { PyFunction_New } from "../objects/function.ts";
import { decref, newRef } from "../objects/object.ts";

// The interpreter's services for built-ins: the nested loop, and raising inside a frame.
setDriver((base) => {
  // Beyond the limit the frames that were pushed end with the error, without executing.
  if (!enterNesting()) return run(base, true, 0);
  const result = run(base, true);
  leaveNesting();
  return result;
});
setDeliverError(() => (throwInto(currentFrame()) ? PUSHED : 0));

/** Pushes the frame of a module's code over a namespace. 0, or -1 with an error set. */
export function pushModuleCode(code: Borrowed, namespace: Borrowed): number {
  const f = PyFunction_New(code, namespace);
  if (f === 0) return -1;
  return pushFrame(f, newRef(namespace), 0, 0, 0, 0);
}

export type SliceResult = "running" | "ended" | "failed";

/**
 * V8 begins to compile the loop, and changes to what it has compiled, where the loop is entered. Where it is not entered soon
 * it compiles it again, for that activation alone (on-stack replacement). So the loop is entered often while it is new.
 */
const MOST_AN_ENTRY = 1 << 15;
const MOST_WHILE_NEW = 1 << 11;
const MOST_AT_FIRST = 4;
const ENTRIES_AT_FIRST = 64;
const ENTRIES_WHILE_NEW = 1 << 12;
let entries = ENTRIES_WHILE_NEW;

/** From now on V8 may compile the loop. */
export function loopIsNew(): void {
  entries = 0;
}

function mostAnEntry(): number {
  if (entries === ENTRIES_WHILE_NEW) return MOST_AN_ENTRY;
  return entries++ < ENTRIES_AT_FIRST ? MOST_AT_FIRST : MOST_WHILE_NEW;
}

/** Executes at most `budget` instructions of what stands on the frame stack; fewer where they do much (memory/work.ts). */
export function runSlice(budget: number): SliceResult {
  const end = instructionCount() + budget;
  let result = SLICE_END;
  let now = end - budget;
  for (let entryEnd = now; result === SLICE_END && now < end && now >= entryEnd; now = instructionCount()) {
    entryEnd = Math.min(end, now + mostAnEntry());
    setSlice(now, entryEnd - now);
    result = run(0, false);
  }
  if (result === SLICE_END) return "running";
  if (result === 0) {
    assert(PyErr_Occurred() !== 0, "a program that failed has an error set");
    return "failed";
  }
  decref(result);
  return "ended";
}
