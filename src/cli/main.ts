// The command line. `run` goes straight to its own file: a start may cost little, so it loads no parser of options.
// Each command is code behind import(), which the bundler puts into a file of its own.
// Exit status: the program's own for run; 2 for wrong usage, 1 for what failed, 70 for a bug in Underglass.
import { reasonOf } from "./fail.ts";
import { report } from "./report.ts";

// What a command prints and nobody can take: a reader that went away is no mistake, a full disk is said.
process.stdout.on("error", (error) => {
  if ((error as { code?: string }).code !== "EPIPE") console.error(`underglass: standard output: ${reasonOf(error)}`);
  process.exit(1);
});
process.stderr.on("error", () => process.exit(1));

const [command, ...rest] = process.argv.slice(2);
const wantsHelp = rest[0] === "--help" || rest[0] === "-h";
try {
  if (command === "run" && !wantsHelp) await (await import("./run.ts")).main(rest);
  else await (await import("./commands.ts")).parse(process.argv);
} catch (error) {
  report(error);
}
