// What is said right before the process ends by process.exit: it would not wait for a stream, and what a pipe cannot take at once
// would be lost.
import { writeSync } from "node:fs";

const STANDARD_ERROR = 2;
const PAUSE_MS = 5;

/** Writes lines to standard error and comes back when all of them are taken. Where nobody takes them, that is no mistake. */
export function sayAtOnce(text: string): void {
  const bytes = Buffer.from(`${text}\n`);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(STANDARD_ERROR, bytes, at);
    } catch (error) {
      if ((error as { code?: string }).code !== "EAGAIN") return;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
    }
  }
}
