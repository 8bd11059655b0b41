// The timer of a machine's program, in the main thread: it wakes the machine wherever that waits.
import type { Control } from "../../host/control.ts";

const SIGALRM = 14;
/** Node takes longer times for none. */
const LONGEST_MS = 0x7fffffff;

/** Answers a message that asks for a timer in the place of the one before. */
export function serveTimer(control: Control): (ms: number, intervalMs: number) => void {
  let timer: NodeJS.Timeout | undefined;
  const start = (ms: number, intervalMs: number): void => {
    clearTimeout(timer);
    if (ms <= 0) return;
    timer = setTimeout(
      () => {
        if (ms > LONGEST_MS) return start(ms - LONGEST_MS, intervalMs);
        control.signal(SIGALRM);
        start(intervalMs, intervalMs);
      },
      Math.min(ms, LONGEST_MS),
    );
    timer.unref();
  };
  return start;
}
