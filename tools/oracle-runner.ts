// Runs one comparison with CPython 3.13 over many files: a Python script prints a JSON object a line, a function compares
// each, and at the end stand the counts. Exit status 1 if anything differs.
import { execFileSync, spawn } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { findPython } from "../test/support/python.ts";

const FILES_A_PROCESS = 100;
const FAILURES_SHOWN = 10;

export function pythonFiles(path: string): string[] {
  if (statSync(path).isFile()) return path.endsWith(".py") ? [path] : [];
  return readdirSync(path)
    .sort()
    .flatMap((name) => pythonFiles(join(path, name)));
}

/** Arguments of the command line: [--failures N] [FILE or FOLDER...], by default CPython's own Lib. */
export async function runOracle<Case extends { where: string }>(
  script: string,
  compare: (oracleCase: Case) => [aspect: string, difference: string | null][],
): Promise<void> {
  const python = findPython();
  if (python === null) {
    console.error("no python3.13 found: set UNDERGLASS_PYTHON");
    process.exitCode = 2;
    return;
  }
  const args = process.argv.slice(2);
  let failuresShown = FAILURES_SHOWN;
  if (args[0] === "--failures") {
    failuresShown = Number(args[1]);
    args.splice(0, 2);
  }
  if (args.length === 0) {
    args.push(dirname(execFileSync(python, ["-c", "import os; print(os.__file__)"], { encoding: "utf8" }).trim()));
  }
  const files = args.flatMap(pythonFiles);
  const counts = new Map<string, { equal: number; different: number }>();
  for (let start = 0; start < files.length; start += FILES_A_PROCESS) {
    const command = [join(dirname(process.argv[1]), script), ...files.slice(start, start + FILES_A_PROCESS)];
    const child = spawn(python, command, {
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, PYTHONHASHSEED: "0" },
    });
    const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
    for await (const line of createInterface({ input: child.stdout })) {
      const oracleCase = JSON.parse(line) as Case;
      for (const [aspect, difference] of compare(oracleCase)) {
        const count = counts.get(aspect) ?? { equal: 0, different: 0 };
        counts.set(aspect, count);
        if (difference === null) {
          count.equal++;
          continue;
        }
        count.different++;
        if (failuresShown-- > 0) console.log(`${oracleCase.where}: ${aspect}\n${difference}`);
      }
    }
    if ((await ended) !== 0) {
      console.error(`${script} ended with an error`);
      process.exitCode = 1;
    }
  }
  for (const [aspect, { equal, different }] of counts) {
    console.log(`${aspect}: ${equal} equal, ${different} different`);
    if (different > 0) process.exitCode = 1;
  }
}
