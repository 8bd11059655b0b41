// What a Python program says of all built-in modules, on our machine and on CPython.
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { expect } from "vitest";

export const OURS: readonly string[] = [process.execPath, resolve("bin/underglass"), "run"];
const LONGEST_OUTPUT = 1 << 26;

function output(command: readonly string[], args: readonly string[]): string {
  const run = spawnSync(command[0], [...command.slice(1), ...args], {
    encoding: "utf8",
    maxBuffer: LONGEST_OUTPUT,
    env: { ...process.env, PYTHONHASHSEED: "0" },
  });
  expect(run.stderr).toBe("");
  expect(run.status).toBe(0);
  return run.stdout.trim();
}

/** Names of our machine's built-in modules, but those for tests. */
export function builtinModules(): string[] {
  const names = output(OURS, ["-c", "import sys; print(*sys.builtin_module_names)"]);
  return names.split(" ").filter((name) => !name.startsWith("_test"));
}

/** The rows that a program prints, one in JSON a line. */
export function rowsOf<Row>(command: readonly string[], program: string, modules: readonly string[]): Row[] {
  return output(command, [program, ...modules])
    .split("\n")
    .map((line) => JSON.parse(line) as Row);
}
