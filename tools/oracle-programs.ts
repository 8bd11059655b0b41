// Compares how random programs run here and on CPython 3.13: what they print, the errors that end them and their places, and
// the references and sizes of what their names hold at the end.
//   npm run oracle:programs -- [COUNT] [SEED]     COUNT programs (default DEFAULT_COUNT) from SEED on (default: the time's)
//
// Prints the seed and the first difference of each program that differs, and the count; ends with status 1 when one does. A
// program is shown by `python3.13 tools/oracle-programs.py SEED SEED+1 source`.
import { spawnSync } from "node:child_process";
import { findPython } from "../test/support/python.ts";

const DEFAULT_COUNT = 500;
/** Programs that one process runs. */
const AT_ONCE = 100;
const PROGRAMS = "tools/oracle-programs.py";
const OUTPUT_BYTES = 1 << 28;
const TIMEOUT_MS = 300_000;

const python = findPython();
if (python === null) {
  console.error("no python3.13 to compare with");
  process.exit(2);
}

/** The lines about each program, by seed. What a process says of its own end belongs to the last program that it began. */
function described(command: string, args: readonly string[]): Map<string, string[]> {
  const { stdout, stderr, status } = spawnSync(command, args, {
    encoding: "utf8",
    maxBuffer: OUTPUT_BYTES,
    timeout: TIMEOUT_MS,
    env: { ...process.env, PYTHONHASHSEED: "0" },
  });
  const programs = new Map<string, string[]>();
  for (const part of stdout.split(/^## /m).slice(1)) {
    const [seed, ...lines] = part.split("\n");
    programs.set(seed, lines);
  }
  if (status !== 0) programs.set("end", [`exit status ${status}`, ...stderr.split("\n").slice(0, 5)]);
  return programs;
}

const [count = DEFAULT_COUNT, seed = Math.floor(Date.now() / 1000)] = process.argv.slice(2).map(Number);
let equal = 0;
let refused = 0;
for (let from = seed; from < seed + count; from += AT_ONCE) {
  const range = [String(from), String(Math.min(from + AT_ONCE, seed + count))];
  const theirs = described(python, [PROGRAMS, ...range]);
  const ours = described(process.execPath, ["bin/underglass", "run", PROGRAMS, ...range]);
  for (const key of new Set([...theirs.keys(), ...ours.keys()])) {
    const a = ours.get(key) ?? [];
    const b = theirs.get(key) ?? [];
    const at = a.length === b.length ? a.findIndex((line, i) => line !== b[i]) : 0;
    if (at < 0) {
      equal++;
      if (b[0]?.startsWith("SyntaxError")) refused++;
      continue;
    }
    const first = Math.max(
      0,
      b.findIndex((line, i) => line !== a[i]),
    );
    console.log(
      `seed ${key}, line ${first + 1}\n   ours    ${a[first] ?? "nothing"}\n   CPython ${b[first] ?? "nothing"}`,
    );
  }
}
console.log(`${equal} of ${count} programs from seed ${seed} run the same, ${refused} of them refused by both`);
process.exitCode = equal === count ? 0 : 1;
