// underglass run, and the launcher that is sys.executable: a program as python3.13 runs it, with its options
// (machine/command_line.ts). On the fast path: it loads nothing but what a run needs.
import { join } from "node:path";
import { nodeModule } from "../host/node/builtin.ts";
import { readCommandLine } from "../machine/command_line.ts";
import { buildFile, runOnTerminal } from "../machine/node/start.ts";
import type { ProgramStart } from "../machine/program_start.ts";
import { exactArguments, exactEnvironment } from "./exact_arguments.ts";
import { finish } from "./finish.ts";
import { report } from "./report.ts";

/** Instead of running a program something is told, and the process ends with a status. */
export class Told extends Error {
  override name = "Told";
  readonly out: string;
  readonly err: string;
  readonly status: number;
  constructor(out: string, err: string, status: number) {
    super(err);
    this.out = out;
    this.err = err;
    this.status = status;
  }
}

/** What is wrong in the use of a command of ours, `command`. */
export const wrongUsage = (what: string, command: string): Told =>
  new Told("", `underglass: ${what} (see underglass ${command} --help)\n`, USAGE_STATUS);
const USAGE_STATUS = 2;

/** sys.executable: what children of the program are started with. */
export const LAUNCHER = join(buildFile(".."), "bin", "underglass-python");

/**
 * What follows a command, by CPython's rules: options, then the program, whose own is all that follows. name: as messages
 * call the command. Throws Told.
 */
export function programStart(name: string, given: readonly string[], executable = LAUNCHER): ProgramStart {
  const args = exactArguments(given);
  const asked = readCommandLine(name, args, exactEnvironment());
  if (asked.type === "say") throw new Told(asked.out, asked.err, asked.status);
  return { ...asked, commandLine: args, executable, memoryBytes: 0 };
}

/** Runs what a command line asks for, and ends the process as the program ends. */
async function runCommandLine(
  name: string,
  messageName: string,
  args: readonly string[],
  executable?: string,
): Promise<void> {
  try {
    const start = programStart(name, args, executable);
    finish((await runOnTerminal(start)).end, messageName);
  } catch (error) {
    report(error);
  }
}

/** Throws Told where a command of ours is given no program, and none comes by standard input either. */
export function checkProgramGiven(args: readonly string[], command: string): void {
  if (args.length === 0 && nodeModule<typeof import("node:tty")>("node:tty").isatty(0))
    throw wrongUsage("nothing to run: give FILE, -c CODE, -m MODULE or -", command);
}

/** The whole command `run`: also what bin/underglass calls directly. */
export async function main(args: readonly string[]): Promise<void> {
  try {
    checkProgramGiven(args, "run");
  } catch (error) {
    report(error);
    return;
  }
  await runCommandLine("underglass run", "underglass", args);
}

/** bin/underglass-python: the machine in the place of python3.13. executable: the path it was started by. */
export async function python(executable: string, args: readonly string[]): Promise<void> {
  await runCommandLine(executable, executable, args, executable);
}
