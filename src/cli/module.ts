// Commands that are modules of the library: they run in the machine, as `python3.13 -m MODULE` does.
import { runOnTerminal } from "../machine/node/start.ts";
import { finish } from "./finish.ts";
import { report } from "./report.ts";
import { programStart } from "./run.ts";

export async function runModule(module: string, args: readonly string[]): Promise<void> {
  try {
    finish((await runOnTerminal(programStart("underglass", ["-m", module, ...args]))).end);
  } catch (error) {
    report(error);
  }
}
