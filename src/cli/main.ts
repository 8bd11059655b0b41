// The command line. `run` goes straight to its own file: a start may cost little, so it loads no parser of options.
// Each command is code behind import(), which the bundler puts into a file of its own.
// Exit status: the program's own for run; 2 for wrong usage, 1 for what failed, 70 for a bug in Underglass.
import { CommandError } from "./fail.ts";

const INTERNAL_ERROR = 70;

function report(error: unknown): void {
  const { name, message, status } = error as { name?: string; message?: string; status?: number };
  if (error instanceof CommandError || name === "UsageError" || name === "NotBuilt") {
    console.error(`underglass: ${message}`);
    if (name === "UsageError") console.error("Try: underglass --help");
    process.exitCode = name === "UsageError" ? 2 : (status ?? 1);
    return;
  }
  console.error(`underglass: internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  console.error("This is a bug in Underglass. Please report it with the command and these lines.");
  process.exitCode = INTERNAL_ERROR;
}

const args = process.argv.slice(2);
const wantsHelp = args[1] === "--help" || args[1] === "-h";
try {
  if (args[0] === "run" && !wantsHelp) {
    const { run } = await import("./run.ts");
    await run(args.slice(1));
  } else {
    const { parse } = await import("./commands.ts");
    await parse(process.argv);
  }
} catch (error) {
  report(error);
}
