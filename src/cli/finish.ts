// Ends the process as the program ended.
import { dieOf, type RunEnd } from "../machine/node/start.ts";
import { sayAtOnce } from "./say.ts";

const INTERRUPTED = 130;
const INTERNAL_ERROR = 70;

/** name: what messages call the command. */
export function finish(end: RunEnd, name = "underglass"): void {
  switch (end.type) {
    case "exited":
      process.exit(end.status);
      break;
    case "interrupted":
      dieOf("SIGINT");
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
