// The command line. `run` goes straight to its own file: a start may cost little, so it loads no parser of options.
// Each command is code behind import(), which the bundler puts into a file of its own.
// Exit status: the program's own for run; 2 for wrong usage, 1 for what failed, 70 for a bug in Underglass.
import { report } from "./report.ts";

const [command, ...rest] = process.argv.slice(2);
const wantsHelp = rest[0] === "--help" || rest[0] === "-h";
try {
  if (command === "run" && !wantsHelp) await (await import("./run.ts")).main(rest);
  else await (await import("./commands.ts")).parse(process.argv);
} catch (error) {
  report(error);
}
