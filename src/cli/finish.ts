// Ends the process as the program ended.
import type { RunEnd } from "../machine/node/start.ts";
import { sayAtOnce } from "./say.ts";

const INTERRUPTED = 130;
const INTERNAL_ERROR = 70;
const SIGNAL_MS = 100;

/** name: what messages call the command. */
export function finish(end: RunEnd, name = "underglass"): void {
  switch (end.type) {
    case "exited":
      process.exit(end.status);
      break;
    case "interrupted":
      // As a program that SIGINT killed, so that a shell's loop ends too.
      process.removeAllListeners("SIGINT");
      process.kill(process.pid, "SIGINT");
      setTimeout(() => process.exit(INTERRUPTED), SIGNAL_MS);
      break;
    case "refused":
      sayAtOnce(`${name}: ${end.message}`);
      process.exit(end.status);
      break;
    case "stopped":
      process.exit(INTERRUPTED);
      break;
    case "failed":
      sayAtOnce(end.report);
      process.exit(INTERNAL_ERROR);
  }
}
