// Compares run times with CPython 3.13: each program of bench/programs as a whole process, in turn, best of three.
//   npm run bench [-- NAME…]
// The time of an empty program is taken off both sides, so the ratio is about executing, not about starting.
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { findPython } from "../test/support/python.ts";

const RUNS = 3;
const python = findPython();
if (python === null) {
  console.error("bench: there is no python3.13 to compare with");
  process.exit(1);
}
const folder = "bench/programs";
const wanted = process.argv.slice(2);
const programs = readdirSync(folder).filter((name) => wanted.length === 0 || wanted.includes(name.replace(".py", "")));

function seconds(command: string, args: readonly string[]): { time: number; output: string } {
  const start = performance.now();
  const output = execFileSync(command, args, { encoding: "utf8", env: { ...process.env, PYTHONHASHSEED: "0" } });
  return { time: (performance.now() - start) / 1000, output };
}

const ours = (args: readonly string[]) => seconds("bin/underglass", ["run", ...args]);
const theirs = (args: readonly string[]) => seconds(python, args);
const best = (run: () => number): number => Math.min(...Array.from({ length: RUNS }, run));

const startOurs = best(() => ours(["-c", "pass"]).time);
const startTheirs = best(() => theirs(["-c", "pass"]).time);
console.log(`start: Underglass ${startOurs.toFixed(3)} s, CPython ${startTheirs.toFixed(3)} s`);
const ratios: number[] = [];
for (const name of programs) {
  const file = join(folder, name);
  const a: number[] = [];
  const b: number[] = [];
  for (let i = 0; i < RUNS; i++) {
    const mine = ours([file]);
    const reference = theirs([file]);
    if (mine.output !== reference.output) throw new Error(`${name}: outputs differ`);
    a.push(mine.time - startOurs);
    b.push(reference.time - startTheirs);
  }
  const ratio = Math.min(...a) / Math.min(...b);
  ratios.push(ratio);
  console.log(
    `${name.padEnd(20)} Underglass ${Math.min(...a).toFixed(2)} s  CPython ${Math.min(...b).toFixed(2)} s  ratio ${ratio.toFixed(1)}`,
  );
}
const product = ratios.reduce((p, r) => p * r, 1);
console.log(`geometric mean: ${(product ** (1 / ratios.length)).toFixed(1)}`);
