// Signals on their way from the host to the program: a word in memory holds those that came and were not handled yet, and
// eval_breaker asks the next safe point to handle them (modules/signal.ts).
// Invariant: SIGNALS_PENDING is set while the word is not 0, unless they are kept back.
import { reserveStatic, THREAD } from "../memory/data.ts";
import { i32, setI32 } from "../memory/memory.ts";
import { PyThreadState } from "../memory/structs/runtime.ts";
import { SIGNALS_PENDING } from "./pending.ts";

const TRIPPED = reserveStatic(8);
const EVAL_BREAKER = THREAD + PyThreadState.eval_breaker;

/** Only while a program is prepared, which no checkpoint sees. */
let areKeptBack = false;

/** Notes signals that came: bit n for signal n. */
export function tripSignals(signals: number): void {
  if (signals === 0) return;
  setI32(TRIPPED, i32(TRIPPED) | signals);
  if (!areKeptBack) setI32(EVAL_BREAKER, i32(EVAL_BREAKER) | SIGNALS_PENDING);
}

/** Signals that come meanwhile are handled afterwards. */
export function keepBackSignals<T>(work: () => T): T {
  areKeptBack = true;
  try {
    return work();
  } finally {
    areKeptBack = false;
    tripSignals(i32(TRIPPED));
  }
}

/** Takes the signals that came: bit n for signal n. */
export function takeSignals(): number {
  const signals = i32(TRIPPED);
  setI32(TRIPPED, 0);
  setI32(EVAL_BREAKER, i32(EVAL_BREAKER) & ~SIGNALS_PENDING);
  return signals;
}
