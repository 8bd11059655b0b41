import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { findPython } from "../../test/support/python.ts";
import { CPYTHON_NAMES, START_NAMES } from "./identifier_names.ts";

const python = findPython();

test("no name is listed twice", () => {
  const names = [...CPYTHON_NAMES, ...START_NAMES];
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});

test.skipIf(python === null)("CPython 3.13 has interned the names from its start", () => {
  // A string made at run time is the interned one only where none was interned before.
  const program = "import sys; print(*[w for w in sys.stdin.read().split() if sys.intern(w) is w])";
  const ask = (names: readonly string[]): string =>
    execFileSync(python as string, ["-c", program], { input: names.join(" "), encoding: "utf8" }).trim();
  expect(ask([...CPYTHON_NAMES, ...START_NAMES])).toBe("");
  expect(ask(["delimiter", "SignalDict"])).toBe("delimiter SignalDict");
});
