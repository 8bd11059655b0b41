// Compares how long the whole standard library takes to compile, in one process, with CPython 3.13: npm run bench:compile
//
// Both write a .pyc of every source; processor time of the whole process, start and end included, in turn, best of ROUNDS.
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { findPython } from "../test/support/python.ts";
import { LIBRARY_DIRECTORY } from "./build/stdlib.ts";
import { pythonFiles } from "./oracle-runner.ts";

/** What the project asks of itself: times CPython's time. */
const BAR = 3;
const ROUNDS = 3;
const OUT = "build/bench-compile";

const THEIRS = `
import os, py_compile, sys
base, out, *files = sys.argv[1:]
for file in files:
    try:
        py_compile.compile(file, os.path.join(out, os.path.relpath(file, base) + "c"), doraise=True)
    except py_compile.PyCompileError as error:
        print(error, file=sys.stderr)
`;
// Templates of other tools have the ending of a source and are none.
const MEASURE = `
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stderr=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime)
`;

const python = findPython();
if (python === null) {
  console.error("bench: there is no python3.13 to compare with");
  process.exit(1);
}
const files = pythonFiles(LIBRARY_DIRECTORY);

/** Processor seconds of a command. */
function seconds(command: readonly string[]): number {
  rmSync(OUT, { recursive: true, force: true });
  return Number(execFileSync(python as string, ["-c", MEASURE, ...command], { encoding: "utf8" }));
}

const ours = ["bin/underglass", "compile", ...files, "--out-dir", join(OUT, "ours"), "--base", LIBRARY_DIRECTORY];
const theirs = [python, "-c", THEIRS, LIBRARY_DIRECTORY, join(OUT, "theirs"), ...files];
let [best, reference] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
for (let round = 0; round < ROUNDS; round++) {
  best = Math.min(best, seconds(ours));
  reference = Math.min(reference, seconds(theirs));
}
rmSync(OUT, { recursive: true, force: true });
const ratio = best / reference;
console.log(
  `${files.length} files: ${best.toFixed(2)} s, CPython ${reference.toFixed(2)} s of processor time: ${ratio.toFixed(2)} times (bar ${BAR})`,
);
if (ratio > BAR) process.exitCode = 1;
