// The launcher, which is sys.executable, against CPython 3.13: the same command lines, the same output, errors and status.
// CPython's answers are kept in a golden file (tools/golden-command-lines.ts makes it).
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LIBRARY } from "../src/host/library.ts";
import { type Answer, ask, COMMAND_LINES, comparable, GOLDEN, nameOf, writeFiles } from "./support/command_lines.ts";

const LAUNCHER = resolve("bin/underglass-python");
const isBuilt = ["build/start/run.cjs", "build/start/machine.cjs", "build/boot.bin"].every((path) => existsSync(path));
const golden = JSON.parse(readFileSync(GOLDEN, "utf8")) as Record<string, Answer>;
const CASE_MS = 60_000;

let folder = "";
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "command-lines-")));
  writeFiles(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

test("CPython has answered each command line, and no other", () => {
  expect(Object.keys(golden).sort()).toEqual(COMMAND_LINES.map(nameOf).sort());
});

describe.skipIf(!isBuilt).concurrent("as CPython answers", () => {
  for (const line of COMMAND_LINES) {
    test(
      nameOf(line),
      async () => {
        const answer = await ask(LAUNCHER, folder, line);
        expect(comparable(answer, { command: LAUNCHER, folder, library: LIBRARY })).toEqual(golden[nameOf(line)]);
      },
      CASE_MS,
    );
  }
});
