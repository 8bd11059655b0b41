// What a safe point does: collections that were scheduled, signals that the host handed over.

import { GC_SCHEDULED } from "../gc/link.ts";
import { THREAD } from "../memory/data.ts";
import { i32, setI32 } from "../memory/memory.ts";
import { PyThreadState } from "../memory/structs/runtime.ts";

/** Bits of eval_breaker for what waits; those above are a version. */
export const EVAL_BREAKER_EVENTS = 0xff;
/** Bit of eval_breaker: a signal waits for the main thread. */
export const SIGNALS_PENDING = 1 << 1;

let runCollection: () => void = () => {};
let handleSignals: () => number = () => 0;
/** gc and modules/signal register what they do at a safe point. */
export function setCollection(run: () => void): void {
  runCollection = run;
}
export function setSignalHandler(handle: () => number): void {
  handleSignals = handle;
}

/** Does all that waits. 0, or -1 with an error set (KeyboardInterrupt, for example). */
export function handlePending(): number {
  const breaker = THREAD + PyThreadState.eval_breaker;
  if (i32(breaker) & SIGNALS_PENDING) {
    setI32(breaker, i32(breaker) & ~SIGNALS_PENDING);
    if (handleSignals() < 0) return -1;
  }
  if (i32(breaker) & GC_SCHEDULED) {
    setI32(breaker, i32(breaker) & ~GC_SCHEDULED);
    runCollection();
  }
  return 0;
}
