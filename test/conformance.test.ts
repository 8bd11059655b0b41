// Every program in test/conformance prints what its comments say: on the plain and on the checked build, and on CPython
// itself, which proves the comments. On the checked build none may lose a block (src/memory/leaks.ts). Programs that differ
// for a known reason are listed in conformance/known.json; a listed program that prints the right thing fails, so the list
// only shrinks.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import {
  readExpectation,
  runProgram,
  variantEnvironment,
  withoutExpectation,
  writeExpectation,
} from "./support/conformance.ts";
import { findPython } from "./support/python.ts";

const FOLDER = resolve("test/conformance");
const programs = readdirSync(FOLDER).filter((name) => name.endsWith(".py"));
const known = JSON.parse(readFileSync(join(FOLDER, "known.json"), "utf8")) as Record<string, string>;
const expectationOf = (name: string) => readExpectation(readFileSync(join(FOLDER, name), "utf8"));

/** Programs that lose blocks where CPython loses them. */
const LOSING: Readonly<Record<string, string>> = {
  "gc_cycles.py": "the collector of 3.13 does not find the ring of an instance and its own dict (ring_with_dict: 0)",
};

const python = findPython();
describe.skipIf(python === null)("CPython 3.13 prints it", () => {
  test.concurrent.each(programs)("%s", async (name) => {
    const { stdin, ...wanted } = expectationOf(name);
    expect(await runProgram([python!], join(FOLDER, name), stdin)).toEqual(wanted);
  });
});

for (const variant of ["plain", "checked"]) {
  const isBuilt = existsSync("build/bundles/plain/cli.js") && existsSync(`build/bundles/${variant}/machine-node.js`);
  describe.skipIf(!isBuilt)(`the ${variant} build prints it`, () => {
    test.concurrent.each(programs)("%s", async (name) => {
      const { stdin, ...wanted } = expectationOf(name);
      const command = [process.execPath, resolve("bin/underglass"), "run"];
      const outcome = await runProgram(
        command,
        join(FOLDER, name),
        stdin,
        variantEnvironment(variant, !Object.hasOwn(LOSING, name)),
      );
      if (Object.hasOwn(known, name))
        expect(outcome, `known.json lists ${name}, which is right now`).not.toEqual(wanted);
      else expect(outcome).toEqual(wanted);
    });
  });
}

test("the list of known differences names programs, each with a reason", () => {
  for (const [name, reason] of Object.entries(known)) {
    expect(programs).toContain(name);
    expect(reason.length).toBeGreaterThan(10);
  }
});

describe("comments", () => {
  const source = "a = 1\nprint(a)\nprint('x ')  # stdin: no\n";

  test("stand at their lines where the lines ascend, and come back", () => {
    const written = writeExpectation(source, { stdout: "1\nx \n", stderr: "", status: 0 }, [2, 3]);
    expect(written).toBe("a = 1\nprint(a)  # expect: 1\nprint('x ')  # stdin: no  # expect-json: \"x \"\n");
    expect(readExpectation(written).stdout).toBe("1\nx \n");
    expect(withoutExpectation(written)).toBe(source);
  });

  test("stand at the end where a line prints twice", () => {
    const outcome = { stdout: "1\n\n2", stderr: "Traceback\n  File\nE: x\n", status: 1 };
    const written = writeExpectation("for i in 1, 2:\n    print(i)\n", outcome, [2, 2, 2]);
    expect(readExpectation(written)).toEqual({ ...outcome, stdin: "" });
    expect(writeExpectation(written, outcome, [2, 2, 2])).toBe(written);
  });
});
