// underglass run: a program as python3.13 would run it. On the fast path: it loads nothing but what a run needs.
import { runOnTerminal } from "../machine/node/start.ts";
import type { ProgramStart } from "../machine/program_start.ts";
import { finish } from "./finish.ts";
import { report } from "./report.ts";

/** Wrong usage: one line, and exit status 2. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** What follows `run`, by CPython's rules: everything after the program is the program's own. */
export function parseProgram(args: readonly string[]): Pick<ProgramStart, "kind" | "program" | "args"> {
  const [first, second] = args;
  if (first === undefined) throw new UsageError("nothing to run: give FILE, -c CODE, -m MODULE or -");
  if (first === "-") return { kind: "stdin", program: "", args: args.slice(1) };
  for (const [option, kind] of [
    ["-c", "command"],
    ["-m", "module"],
  ] as const) {
    if (first === option) {
      if (second === undefined) throw new UsageError(`argument expected for the ${option} option`);
      return { kind, program: second, args: args.slice(2) };
    }
    if (first.startsWith(option)) return { kind, program: first.slice(option.length), args: args.slice(1) };
  }
  if (first === "--") return parseProgram(args.slice(1));
  if (first.startsWith("-")) throw new UsageError(`unknown option ${first}`);
  return { kind: "file", program: first, args: args.slice(1) };
}

export function programStart(args: readonly string[]): ProgramStart {
  const environment = Object.entries(process.env).filter((row): row is [string, string] => row[1] !== undefined);
  return { ...parseProgram(args), environment, executable: process.argv[1] ?? "underglass", memoryBytes: 0 };
}

/** The whole command: also what bin/underglass calls directly. */
export async function main(args: readonly string[]): Promise<void> {
  try {
    finish((await runOnTerminal(programStart(args))).end);
  } catch (error) {
    report(error);
  }
}
