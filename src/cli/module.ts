// Commands that are modules of the library: they run in the machine, as `python3.13 -m MODULE` does.
import { runOnTerminal } from "../machine/node/start.ts";
import { finish } from "./finish.ts";
import { report } from "./report.ts";
import { programStart, wrongUsage } from "./run.ts";
import { readSource } from "./source.ts";

/** Options of these modules whose value is the argument behind them. */
const VALUED = new Set(["-m", "--mode", "-i", "--indent"]);

/** symtable takes every argument for a file. */
function checkOptions(module: string, args: readonly string[]): void {
  const option = args.find((arg) => arg.startsWith("-") && arg !== "-");
  if (module === "symtable" && option !== undefined) throw wrongUsage(`unknown option '${option}'`, module);
}

/** Throws CommandError where one of the files among the arguments cannot be read: the module would print a traceback. */
function checkFiles(args: readonly string[]): void {
  args.forEach((arg, i) => {
    if (!arg.startsWith("-") && !VALUED.has(args[i - 1])) readSource(arg);
  });
}

export async function runModule(module: string, args: readonly string[]): Promise<void> {
  try {
    checkOptions(module, args);
    checkFiles(args);
    finish((await runOnTerminal(programStart("underglass", ["-m", module, ...args]))).end);
  } catch (error) {
    report(error);
  }
}
