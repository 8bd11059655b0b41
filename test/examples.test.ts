// Every program in examples/ prints what CPython 3.13 prints, on the plain and on the checked build; there none loses a block.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { runProgram, variantEnvironment } from "./support/conformance.ts";
import { exampleInput, goldenOf } from "./support/examples.ts";

const names = readdirSync("examples")
  .filter((file) => file.endsWith(".py"))
  .map((file) => basename(file, ".py"));

for (const variant of ["plain", "checked"]) {
  const isBuilt = existsSync("build/bundles/plain/cli.js") && existsSync(`build/bundles/${variant}/machine-node.js`);
  describe.skipIf(!isBuilt)(`examples on the ${variant} build`, () => {
    test.concurrent.each(names)("%s", async (name) => {
      const command = [process.execPath, resolve("bin/underglass"), "run"];
      const environment = variantEnvironment(variant);
      const outcome = await runProgram(command, join("examples", `${name}.py`), exampleInput(name), environment);
      expect(outcome).toEqual({ stdout: readFileSync(goldenOf(name), "utf8"), stderr: "", status: 0 });
    });
  });
}

describe("examples", () => {
  test("say at their head which row of the notes they are for, and what to look at", () => {
    for (const name of names) {
      const head = readFileSync(`examples/${name}.py`, "utf8").split("\n\n")[0]!;
      expect(head, name).toMatch(/\brows? \d/i);
      expect(head, name).toMatch(/\blook at\b/i);
    }
  });

  test("are enough, four of them long", () => {
    const lengths = names.map((name) => readFileSync(`examples/${name}.py`, "utf8").split("\n").length);
    expect(names.length).toBeGreaterThanOrEqual(16);
    expect(lengths.filter((length) => length > 200).length).toBeGreaterThanOrEqual(4);
  });

  test("leave no input and no expectation without a program", () => {
    for (const folder of ["examples/inputs", "test/golden/examples"])
      for (const file of readdirSync(folder)) expect(names, folder).toContain(basename(file, ".txt"));
  });
});
