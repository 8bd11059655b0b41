// Compares libm with python3.13's math module. node tools/run.mjs tools/compare-libm.ts COUNT SEED [FUNCTION...]
// Without functions named: all of them, and the table in docs/libm.md is written anew.
import { readFileSync, writeFileSync } from "node:fs";
import { bitsOfDouble, doubleFromBits, pythonCases } from "../test/support/base_cases.ts";
import { agrees, LIBM } from "../test/support/libm_functions.ts";

const [count, seed, ...names] = process.argv.slice(2);
const isDetailed = names.length > 0;

/** Neighbouring doubles have neighbouring ordinals. */
function ordinal(bits: string): bigint {
  const value = BigInt(`0x${bits}`);
  return value >> 63n ? -(value & 0x7fffffffffffffffn) : value;
}

const rows: string[] = [];
for (const name of isDetailed ? names : Object.keys(LIBM)) {
  const cases = pythonCases(name, Number(count), Number(seed));
  if (cases === null) throw new Error("no python3.13 to compare with");
  let differing = 0;
  let worst = 0n;
  for (const [, list, expected] of cases) {
    const values = list.split(",").map(doubleFromBits);
    const result = LIBM[name](...values);
    if (agrees(result, expected)) continue;
    differing++;
    if (expected.length !== 16) throw new Error(`${name}(${values}) gives ${result}, CPython raises ${expected}`);
    let distance = ordinal(bitsOfDouble(result)) - ordinal(expected);
    if (distance < 0n) distance = -distance;
    if (distance > worst) worst = distance;
    if (isDetailed && differing <= 10) console.log(name, values, "gives", result, "CPython", doubleFromBits(expected));
  }
  rows.push(`| ${name} | ${cases.length} | ${differing} | ${worst} |`);
  console.log(rows[rows.length - 1]);
}
if (!isDetailed) {
  const path = "docs/libm.md";
  const text = readFileSync(path, "utf8");
  const table = [
    "| function | arguments | differing results | largest difference, last places |",
    "|---|---|---|---|",
    ...rows,
  ];
  const [before, , after] = text.split(/<!-- (?:begin|end) of table -->/);
  writeFileSync(path, `${before}<!-- begin of table -->\n${table.join("\n")}\n<!-- end of table -->${after}`);
}
