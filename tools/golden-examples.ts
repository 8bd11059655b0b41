// node tools/run.mjs tools/golden-examples.ts [NAME…]: CPython 3.13 runs the examples, and what they print is kept in
// test/golden/examples, one file each, for test/examples.test.ts to compare with.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { runProgram } from "../test/support/conformance.ts";
import { exampleInput, goldenOf } from "../test/support/examples.ts";
import { findPython } from "../test/support/python.ts";

const python = findPython();
if (python === null) {
  console.error("golden-examples: there is no python3.13");
  process.exit(2);
}
const all = readdirSync("examples")
  .filter((file) => file.endsWith(".py"))
  .map((file) => basename(file, ".py"));
const wanted = process.argv.length > 2 ? process.argv.slice(2) : all;
mkdirSync("test/golden/examples", { recursive: true });
for (const name of wanted) {
  const outcome = await runProgram([python], join("examples", `${name}.py`), exampleInput(name));
  if (outcome.status !== 0 || outcome.stderr !== "") {
    console.error(`golden-examples: ${name} fails in CPython:\n${outcome.stderr}`);
    process.exitCode = 1;
  } else writeFileSync(goldenOf(name), outcome.stdout);
}
// An example that is gone leaves no expectation behind.
for (const file of readdirSync("test/golden/examples"))
  if (!all.includes(basename(file, ".txt"))) rmSync(join("test/golden/examples", file));
