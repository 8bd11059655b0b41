// node tools/run.mjs tools/golden-command-lines.ts: CPython 3.13 is asked the command lines of test/support/command_lines.ts,
// and its answers are kept for test/command_lines.test.ts to compare with.
import { execFileSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import {
  type Answer,
  ask,
  COMMAND_LINES,
  comparable,
  GOLDEN,
  nameOf,
  writeFiles,
} from "../test/support/command_lines.ts";
import { findPython } from "../test/support/python.ts";

const python = findPython();
if (python === null) {
  console.error("golden-command-lines: there is no python3.13");
  process.exit(2);
}
const library = dirname(execFileSync(python, ["-c", "import os; print(os.__file__)"], { encoding: "utf8" }).trim());
const folder = realpathSync(mkdtempSync(join(tmpdir(), "command-lines-")));
writeFiles(folder);
const answers: Record<string, Answer> = {};
for (const line of COMMAND_LINES) {
  answers[nameOf(line)] = comparable(await ask(python, folder, line), { command: python, folder, library });
}
rmSync(folder, { recursive: true });
writeFileSync(GOLDEN, `${JSON.stringify(answers, null, 1)}\n`);
