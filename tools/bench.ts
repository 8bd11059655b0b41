// Compares run times with CPython 3.13, both in turn, in one run of this tool.
//   npm run bench [-- --json FILE] [--runs COUNT] [--more] [PROGRAM…]
//
//   warm    main(N) of a program of bench/programs, called several times in one process by bench/driver.py, which reads the
//           clock of the process itself; the first call is left out, and the best of the others counts
//   cold    the program as a whole process, best of as many, with the time of an empty program taken off
//   more    the small programs of bench/kinds.py, each of one kind of work: best processor time of several calls in one process
//   start   `run -c "print(1)"` as a whole process, with its peak of resident memory, against `node -e 0`
//
// Other figures are wall time, and only ratios of one run mean something. BARS says what the project asks of itself.
import { execFileSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { findPython } from "../test/support/python.ts";

const PROGRAMS = "bench/programs";
const DRIVER = "bench/driver.py";
const KINDS = "bench/kinds.py";
const OURS = ["bin/underglass", "run"];

/** What the project asks of itself. */
const BARS = { warmMean: 5, warmWorst: 10, coldMean: 8, startMs: 150, startMebibytes: 150 };

const { values: options, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "string" },
    runs: { type: "string", default: "3" },
    more: { type: "boolean", default: false },
  },
});
const runCount = Number(options.runs);
const python = findPython();
if (python === null) {
  console.error("bench: there is no python3.13 to compare with");
  process.exit(1);
}
const theirs = [python];

interface Row {
  readonly program: string;
  /** Seconds of Underglass and of CPython. */
  readonly warm: readonly [number, number];
  readonly cold: readonly [number, number];
}

function runs(command: readonly string[], ...args: string[]): string {
  return execFileSync(command[0], [...command.slice(1), ...args], {
    encoding: "utf8",
    env: { ...process.env, PYTHONHASHSEED: "0", PYTHONDONTWRITEBYTECODE: "1" },
  });
}

/** Seconds of each warm run, and what the program answered. */
function warmRuns(command: readonly string[], program: string): { seconds: number[]; answer: string } {
  const lines = runs(command, DRIVER, program, String(runCount + 1))
    .trimEnd()
    .split("\n");
  const seconds = lines.slice(1, runCount + 1).map(Number);
  return { seconds, answer: lines.slice(runCount + 1).join("\n") };
}

function wholeProcess(command: readonly string[], ...args: string[]): { seconds: number; answer: string } {
  const start = performance.now();
  const answer = runs(command, ...args).trimEnd();
  return { seconds: (performance.now() - start) / 1000, answer };
}

/** The best of several runs of two commands, in turn. */
function inTurn(mine: () => number, reference: () => number, count: number): [number, number] {
  const best: [number, number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let i = 0; i < count; i++) {
    best[0] = Math.min(best[0], mine());
    best[1] = Math.min(best[1], reference());
  }
  return best;
}

/** Wall seconds and peak resident mebibytes of a process, measured by its parent, which is a CPython. */
function resources(command: readonly string[]): { seconds: number; mebibytes: number } {
  const script = `import resource, subprocess, sys, time
start = time.perf_counter()
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
took = time.perf_counter() - start
print(took, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)`;
  const [seconds, mebibytes] = runs(theirs, "-c", script, ...command)
    .trim()
    .split(" ")
    .map(Number);
  return { seconds, mebibytes };
}

function measureStart(): { ours: number; node: number; cpython: number; mebibytes: number } {
  const START_RUNS = 10;
  let mebibytes = 0;
  const measured = (command: readonly string[]): number => {
    const used = resources(command);
    if (command[0] === OURS[0]) mebibytes = Math.max(mebibytes, used.mebibytes);
    return used.seconds;
  };
  const program = ["-c", "print(1)"];
  const [ours, node] = inTurn(
    () => measured([...OURS, ...program]),
    () => measured([process.execPath, "-e", "0"]),
    START_RUNS,
  );
  const cpython = Math.min(...Array.from({ length: START_RUNS }, () => measured([...theirs, ...program])));
  return { ours, node, cpython, mebibytes };
}

function measureProgram(program: string, emptyOurs: number, emptyTheirs: number): Row {
  const file = join(PROGRAMS, `${program}.py`);
  const answers = new Set<string>();
  const warm = inTurn(
    ...([OURS, theirs].map((command) => () => {
      const { seconds, answer } = warmRuns(command, program);
      answers.add(answer);
      return Math.min(...seconds);
    }) as [() => number, () => number]),
    1,
  );
  const cold = inTurn(
    ...([OURS, theirs].map((command) => () => {
      const { seconds, answer } = wholeProcess(command, file);
      answers.add(answer);
      return seconds;
    }) as [() => number, () => number]),
    runCount,
  );
  if (answers.size !== 1) throw new Error(`${program}: answers differ: ${[...answers].join(" | ")}`);
  return { program, warm, cold: [cold[0] - emptyOurs, cold[1] - emptyTheirs] };
}

interface Kind {
  readonly name: string;
  readonly ours: number;
  readonly cpython: number;
}

function measureKinds(): Kind[] {
  const [mine, reference] = [OURS, theirs].map((command) =>
    runs(command, KINDS)
      .trimEnd()
      .split("\n")
      .map((line) => line.split(" ")),
  );
  return mine.map(([name, ours, answer], i) => {
    const [, cpython, expected] = reference[i];
    if (answer !== expected) throw new Error(`${name}: answers differ: ${answer} | ${expected}`);
    return { name, ours: Number(ours), cpython: Number(cpython) };
  });
}

const ratio = (pair: readonly [number, number]): number => pair[0] / pair[1];
const geometricMean = (numbers: readonly number[]): number =>
  numbers.reduce((product, n) => product * n, 1) ** (1 / numbers.length);
const mark = (isKept: boolean): string => (isKept ? "" : "  over the bar");

const all = readdirSync(PROGRAMS)
  .filter((name) => name.endsWith(".py"))
  .map((name) => name.slice(0, -3))
  .sort();
const unknown = wanted.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`bench: no such program: ${unknown.join(", ")}; there are ${all.join(", ")}`);
  process.exit(2);
}

const start = measureStart();
const startMs = (start.ours - start.node) * 1000;
console.log(
  `start: ${(start.ours * 1000).toFixed(0)} ms, ${startMs.toFixed(0)} ms beyond node${mark(startMs <= BARS.startMs)}; ` +
    `CPython ${(start.cpython * 1000).toFixed(0)} ms; at most ${start.mebibytes.toFixed(0)} MiB resident` +
    mark(start.mebibytes <= BARS.startMebibytes),
);

console.log(
  `\n${"".padEnd(16)}${"warm".padStart(10)}${"CPython".padStart(10)}${"ratio".padStart(8)}${"cold".padStart(12)}${"CPython".padStart(10)}${"ratio".padStart(8)}`,
);
const empty = inTurn(
  () => wholeProcess(OURS, "-c", "pass").seconds,
  () => wholeProcess(theirs, "-c", "pass").seconds,
  5,
);
const rows: Row[] = [];
for (const program of wanted.length > 0 ? wanted : all) {
  const row = measureProgram(program, empty[0], empty[1]);
  rows.push(row);
  const cells = (pair: readonly [number, number]): string =>
    `${pair[0].toFixed(3).padStart(10)}${pair[1].toFixed(3).padStart(10)}${ratio(pair).toFixed(2).padStart(8)}`;
  console.log(`${program.padEnd(16)}${cells(row.warm)}  ${cells(row.cold)}${mark(ratio(row.warm) <= BARS.warmWorst)}`);
}
const warmMean = geometricMean(rows.map((row) => ratio(row.warm)));
const coldMean = geometricMean(rows.map((row) => ratio(row.cold)));
console.log(
  `\ngeometric mean: warm ${warmMean.toFixed(2)}${mark(warmMean <= BARS.warmMean)}, cold ${coldMean.toFixed(2)}${mark(coldMean <= BARS.coldMean)}`,
);
const kinds = options.more ? measureKinds().sort((a, b) => b.ours / b.cpython - a.ours / a.cpython) : [];
if (kinds.length > 0) {
  console.log(`\n${"more, milliseconds".padEnd(24)}${"".padStart(10)}${"CPython".padStart(10)}${"ratio".padStart(8)}`);
  for (const { name, ours, cpython } of kinds) {
    const cells = `${(ours * 1000).toFixed(2).padStart(10)}${(cpython * 1000).toFixed(2).padStart(10)}`;
    console.log(`${name.padEnd(24)}${cells}${(ours / cpython).toFixed(2).padStart(8)}`);
  }
  const mean = geometricMean(kinds.map((kind) => kind.ours / kind.cpython));
  console.log(`geometric mean: ${mean.toFixed(2)}`);
}
if (options.json !== undefined) {
  writeFileSync(
    options.json,
    `${JSON.stringify({ start, programs: rows, warmMean, coldMean, kinds, bars: BARS }, null, 2)}\n`,
  );
}
