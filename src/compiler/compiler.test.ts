// The whole compiler against CPython 3.13's own results on the programs of test/golden/compiler/snippets.txt, field by
// field, errors and warnings included. tools/oracle-compile.ts does the same for any files.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Answer, compareResult, compileRequest, type Request } from "../../tools/code-json.ts";
import { compileSource } from "./index.ts";

type Case = Request & { name: string; source: string; expected: Answer };

const lines = readFileSync(new URL("../../test/golden/compiler/snippets.jsonl", import.meta.url), "utf8");
const cases = lines
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Case);

describe("the programs of snippets.txt compile as CPython compiles them", () => {
  test("there are programs of each kind", () => {
    expect(cases.filter((each) => each.expected.code).length).toBeGreaterThan(60);
    expect(cases.filter((each) => each.expected.error).length).toBeGreaterThan(20);
  });
  test.each(cases.map((each) => [each.name, each] as const))("%s", (_, each) => {
    const source = Buffer.from(each.source, "latin1");
    expect(compareResult(compileRequest(each, source, each.expected), each.expected)).toBeNull();
  });
});

describe("deep trees", () => {
  const outcome = (source: string): string => {
    const result = compileSource(new TextEncoder().encode(source), {
      filename: "deep.py",
      optimize: 0,
      flags: 0,
      mode: "exec",
    });
    return result.error === null ? "code" : `${result.error.type}: ${result.error.message}`;
  };
  const chains: [string, (length: number) => string][] = [
    ["operators", (length) => `a${"+a".repeat(length)}`],
    ["attributes", (length) => `a${".b".repeat(length)}`],
    ["calls", (length) => `a${"()".repeat(length)}`],
    ["subscripts", (length) => `a${"[0]".repeat(length)}`],
  ];
  test.each(chains)("chains of %s are as long as CPython takes them", (_, chain) => {
    expect(outcome(chain(9000))).toBe("code");
    expect(outcome(chain(12000))).toBe("RecursionError: maximum recursion depth exceeded during compilation");
  });
  test("nested operators, conditions and branches", () => {
    expect(outcome(`${"-".repeat(3000)}a`)).toBe("code");
    expect(outcome(`${"a if b else ".repeat(3000)}c`)).toBe("code");
    expect(outcome(`if a: b\n${"elif a: b\n".repeat(3000)}`)).toBe("code");
  });
});
