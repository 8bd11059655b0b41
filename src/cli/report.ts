// What a command that failed says: one line for what the user can mend, more for a bug in Underglass.
import { CommandError, oneLine } from "./fail.ts";

const INTERNAL_ERROR = 70;

export function report(error: unknown): void {
  const { name, message, status } = error as { name?: string; message?: string; status?: number };
  if (name === "Told") {
    const told = error as { out: string; err: string };
    process.stdout.write(told.out);
    process.stderr.write(told.err);
    process.exitCode = status;
    return;
  }
  if (error instanceof CommandError || name === "NotBuilt" || name === "ServerError") {
    console.error(`underglass: ${oneLine(message ?? "")}`);
    process.exitCode = status ?? 1;
    return;
  }
  console.error(
    `underglass: internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  );
  console.error("This is a bug in Underglass. Please report it with the command and these lines.");
  process.exitCode = INTERNAL_ERROR;
}
