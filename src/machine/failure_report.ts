// What an internal error says: that it is one, what Underglass was doing, and how to report it.
import { instructionCount } from "../interpreter/clock.ts";
import { currentFrame } from "../objects/frames.ts";

/** Several lines of text for people. doing: what was going on, as "running program.py". */
export function failureReport(error: unknown, doing: string): string {
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const stack = error instanceof Error ? (error.stack ?? "").split("\n").slice(1, 9).join("\n") : "";
  let place = "";
  try {
    place = ` at instruction ${instructionCount()}, frame 0x${currentFrame().toString(16)}`;
  } catch {
    // The memory itself may be what is broken.
  }
  return [
    `underglass: internal error while ${doing}${place}`,
    `  ${what}`,
    stack,
    "This is a bug in Underglass, not in your program. Please report it with the program and these lines.",
  ]
    .filter((line) => line !== "")
    .join("\n");
}
