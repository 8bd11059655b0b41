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

/** V8 changes to better code of the loop where the loop is entered: so it is entered often. */
const MOST_AN_ENTRY = 1 << 15;

/** Executes at most `budget` instructions of what stands on the frame stack. */
export function runSlice(budget: number): SliceResult {
  const end = instructionCount() + budget;
  let result = SLICE_END;
  for (let now = end - budget; result === SLICE_END && now < end; now = instructionCount()) {
    setSlice(now, Math.min(end - now, MOST_AN_ENTRY));
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
