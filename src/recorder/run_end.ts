// How a run came to its end, told with moments: where each frame of an uncaught error executed last, on which lines a stopped
// program was going round. Both are read from the trace, backwards from the end.
import type { ErrorFact } from "../protocol/facts.ts";
import type { Trace } from "./trace.ts";

/** Instructions at the end of a stopped run that say which lines it was going round. */
const LOOP_WINDOW = 4096;
/** An error's frames are looked for in so many instructions before it. */
const TRACEBACK_WINDOW = 1 << 16;

/** An error whose traceback says when each frame executed last. */
export async function placedError(trace: Trace, error: ErrorFact): Promise<ErrorFact> {
  const traceback = [...error.traceback];
  let n = traceback[traceback.length - 1]?.moment ?? 0;
  const least = Math.max(1, n - TRACEBACK_WINDOW);
  for (let i = traceback.length - 1; i >= 0; i--) {
    const { file, function: name, line } = traceback[i];
    for (; n >= least; n--) {
      const step = trace.known(n) ?? (await trace.step(n));
      if (step !== null && step.line === line && step.place.function === name && step.place.file === file) break;
    }
    if (n < least) break;
    traceback[i] = { ...traceback[i], moment: n };
  }
  return { ...error, traceback };
}

/** The first and the last line of a file on which the run was at its end; null where it was elsewhere. */
export async function linesOfLoop(trace: Trace, file: string, total: number): Promise<[number, number] | null> {
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (let n = Math.max(1, total - LOOP_WINDOW); n <= total; n++) {
    const step = trace.known(n) ?? (await trace.step(n));
    if (step === null || step.place.file !== file || step.line === 0) continue;
    least = Math.min(least, step.line);
    most = Math.max(most, step.line);
  }
  return most === 0 ? null : [least, most];
}
