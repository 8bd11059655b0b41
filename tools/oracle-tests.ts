// Runs CPython's own test modules on Underglass and on CPython, test by test, and compares.
//
//   npm run oracle:tests -- [--jobs N] [--verbose] [--seconds N] [MODULE…]
//                                                                by default the modules of tools/oracle-tests.list
//   npm run oracle:tests -- --write [MODULE…]                    rewrites docs/cpython-tests.md from what was seen; rows of
//                                                                modules that did not run stay
//
// The modules are found beside a python3.13; without one the command says so and ends with status 2. A test counts as equal when
// it passes on both. tools/oracle-tests.known lists the differences that are known, each with its reason; the command ends with
// status 1 when a test fails that is not listed, and when a listed one passes: the list never flatters and never blames.
// A test at which our machine ends, or which takes too long (--seconds) or too much memory, counts as failed, and the module is
// run again without it.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { findPython } from "../test/support/python.ts";

const FOLDER = "build/oracle-tests";
const KNOWN = "tools/oracle-tests.known";
const LIST = "tools/oracle-tests.list";
const TABLE = "docs/cpython-tests.md";
/** What a process may hold in memory: the machine's own buffer twice, and something for the engine. */
const MEMORY_BYTES = 3 * 2 ** 30;
const WATCH_MS = 1000;
/** Of the times in /proc, a second. */
const CLOCK_TICKS = 100;
/** How often a module is begun anew because our machine ended in it. */
const ENDINGS = 30;
const NOTE_LINES = 14;

interface Outcome {
  outcome: "pass" | "fail" | "skip";
  note: string;
}
type Line = Partial<Outcome> & { start?: string; end?: string; done?: boolean };

const found = findPython();
if (found === null) {
  console.error("no python3.13 found: set UNDERGLASS_PYTHON");
  process.exit(2);
}
const python: string = found;
const args = process.argv.slice(2);
const flag = (name: string): boolean => args.includes(name) && args.splice(args.indexOf(name), 1).length > 0;
const writes = flag("--write");
const isVerbose = flag("--verbose");
const option = (name: string, otherwise: number): number =>
  args.includes(name) ? Number(args.splice(args.indexOf(name), 2)[1]) : otherwise;
const jobs = option("--jobs", 1);
/** Longest time of the processor between two tests' ends, or ten times as long by the clock. CPython takes under a second for nearly all. */
const testSeconds = option("--seconds", 120);
const rows = (file: string): string[] =>
  existsSync(file)
    ? readFileSync(file, "utf8")
        .split("\n")
        .filter((row) => row !== "" && !row.startsWith("#"))
    : [];
const modules = args.length > 0 ? args : rows(LIST);

/** Test id, or a pattern that ends in *: reason. */
const known = new Map(
  rows(KNOWN).map((row) => {
    const parts = /^(.*?): (.+)$/.exec(row);
    if (parts === null) throw new Error(`${KNOWN}: without a reason: ${row}`);
    return [parts[1], parts[2]] as const;
  }),
);
function reasonOf(id: string): string | null {
  for (const [pattern, reason] of known) {
    if (pattern === id || (pattern.endsWith("*") && id.startsWith(pattern.slice(0, -1)))) {
      return reason;
    }
  }
  return null;
}

/** Of a class of tests that are for CPython's own C: they are not tried, for what they leave behind would fail others. */
const isOfC = (id: string): boolean =>
  [...known].some(
    ([pattern, reason]) =>
      pattern.endsWith("*") && id.startsWith(pattern.slice(0, -1)) && reason.endsWith("for CPython's own C"),
  );

mkdirSync(FOLDER, { recursive: true });
const lib = dirname(execFileSync(python, ["-c", "import os; print(os.__file__)"], { encoding: "utf8" }).trim());
/** Our machine keeps its own library: of CPython's it gets the tests, and what tests import that our library's package leaves out. */
const ADDED = ["test", "_pydecimal.py", "dbm", "pydoc_data"];
const path = join(process.cwd(), FOLDER, "path");
mkdirSync(path, { recursive: true });
for (const name of ADDED) relink(join(lib, name), join(path, name));

function relink(target: string, link: string): void {
  rmSync(link, { force: true });
  symlinkSync(target, link);
}

/** What a process holds in memory, as far as the system tells. */
function residentBytes(pid: number | undefined): number {
  try {
    return Number(/VmRSS:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** Time of the processor that a process has had, 0 where the system does not tell. */
function processSeconds(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
    return (Number(fields[11]) + Number(fields[12])) / CLOCK_TICKS;
  } catch {
    return 0;
  }
}

/**
 * Tests start sys.executable, also kept apart from the environment (-I). There they find the tests as CPython's do: in the
 * packages of what sys.executable is, here a virtual environment's.
 */
function makeEnvironment(): string {
  const folder = join(process.cwd(), FOLDER, "environment");
  const packages = join(folder, "lib/python3.13/site-packages");
  const command = join(folder, "bin/python3.13");
  for (const made of [packages, dirname(command)]) mkdirSync(made, { recursive: true });
  writeFileSync(join(folder, "pyvenv.cfg"), `home = ${join(process.cwd(), "bin")}\n`);
  for (const name of ADDED) relink(join(lib, name), join(packages, name));
  relink(join(process.cwd(), "bin/underglass-python"), command);
  return command;
}
const launcher = makeEnvironment();

/** One run of the driver to its end, or until it is silent for too long or too large. Answers what stopped it, or null. */
function runOnce(
  command: string,
  before: string[],
  answers: string,
  module: string,
  leftOut: string,
): Promise<string | null> {
  const directory = join(FOLDER, `${module}.directory`);
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  const root = process.cwd();
  const driver = join(root, "tools/oracle-tests.py");
  return new Promise((resolve) => {
    const child = spawn(command, [...before, driver, module, join(root, answers), join(root, leftOut)], {
      cwd: directory,
      env: { ...process.env, PYTHONHASHSEED: "0", PYTHONPATH: path, PYTHONDONTWRITEBYTECODE: "1" },
      stdio: ["ignore", "ignore", "pipe"],
    });
    let told = "";
    child.stderr.on("data", (chunk) => {
      told = (told + String(chunk)).slice(-4000);
    });
    let size = -1;
    let changedAt = Date.now();
    let secondsThen = 0;
    let excess: string | null = null;
    const watch = setInterval(() => {
      const now = existsSync(answers) ? statSync(answers).size : 0;
      if (now !== size) {
        changedAt = Date.now();
        secondsThen = processSeconds(child.pid);
      }
      size = now;
      const isSilent = Date.now() - changedAt > testSeconds * 10_000;
      if (isSilent || processSeconds(child.pid) - secondsThen > testSeconds)
        excess = `took longer than ${testSeconds} s`;
      else if (residentBytes(child.pid) > MEMORY_BYTES) excess = `took more than ${MEMORY_BYTES} bytes of memory`;
      if (excess !== null) child.kill("SIGKILL");
    }, WATCH_MS);
    child.on("close", (status, signal) => {
      clearInterval(watch);
      if (excess !== null) resolve(excess);
      else if (status === 0) resolve(null);
      else
        resolve(
          `the machine ended with ${signal ?? `status ${status}`}\n${told.split("\n").slice(-NOTE_LINES).join("\n")}`,
        );
    });
  });
}

async function outcomes(
  name: string,
  command: string,
  before: string[],
  module: string,
  apart: readonly string[] = [],
): Promise<Map<string, Outcome>> {
  const answers = join(FOLDER, `${module}.${name}.jsonl`);
  const leftOut = join(FOLDER, `${module}.${name}.leftout`);
  writeFileSync(answers, "");
  const results = new Map(apart.map((id): [string, Outcome] => [id, { outcome: "fail", note: "it was not tried" }]));
  for (let endings = 0; ; ) {
    writeFileSync(leftOut, [...results.keys()].join("\n"));
    const stopped = await runOnce(command, before, answers, module, leftOut);
    let running: string | null = null;
    let isDone = false;
    for (const row of readFileSync(answers, "utf8").split("\n")) {
      if (row === "") continue;
      const line = JSON.parse(row) as Line;
      if (line.start !== undefined) running = line.start;
      else if (line.end !== undefined) {
        results.set(line.end, { outcome: line.outcome ?? "fail", note: line.note ?? "" });
        running = null;
      } else if (line.done) isDone = true;
    }
    if (isDone || (stopped === null && running === null)) return results;
    const at = running ?? `${module} (ending)`;
    results.set(at, { outcome: "fail", note: stopped ?? "ended by itself" });
    writeFileSync(answers, "");
    if (running === null || ++endings > ENDINGS) return results;
  }
}

/** CPython's answers are kept: they do not change. */
async function ofCPython(module: string): Promise<Map<string, Outcome>> {
  const kept = join(FOLDER, `${module}.cpython.json`);
  if (existsSync(kept)) return new Map(JSON.parse(readFileSync(kept, "utf8")));
  const answer = await outcomes("cpython", python, [], module);
  writeFileSync(kept, JSON.stringify([...answer]));
  return answer;
}

interface Row {
  module: string;
  passed: number;
  of: number;
  seconds: number;
  unknown: string[];
}

async function compare(module: string): Promise<Row> {
  const theirs = await ofCPython(module);
  const began = Date.now();
  const ours = await outcomes("underglass", launcher, [], module, [...theirs.keys()].filter(isOfC));
  const row: Row = { module, passed: 0, of: 0, seconds: (Date.now() - began) / 1000, unknown: [] };
  for (const [id, { outcome }] of theirs) {
    if (outcome !== "pass") continue;
    row.of++;
    const answer = ours.get(id) ?? {
      outcome: "fail",
      note: [...ours].find(([other]) => other === module)?.[1].note ?? "it did not run",
    };
    const reason = reasonOf(id);
    if (answer.outcome === "pass") {
      row.passed++;
      if (known.has(id)) row.unknown.push(`${id}: is on ${KNOWN}, but passes`);
    } else if (reason === null || isVerbose) {
      if (reason === null) row.unknown.push(`${id}: ${answer.outcome}`);
      console.log(`── ${id}: ${answer.outcome}${reason === null ? "" : ` (known: ${reason})`}`);
      console.log(
        answer.note
          .trimEnd()
          .split("\n")
          .slice(-NOTE_LINES)
          .map((line) => `   ${line}`)
          .join("\n"),
      );
    }
  }
  const rate = row.of === 0 ? "none passes on CPython" : `${((100 * row.passed) / row.of).toFixed(1)} %`;
  console.log(
    `${module}: ${row.passed} of ${row.of} (${rate}), ${row.unknown.length} not on the list, ${row.seconds.toFixed(0)} s`,
  );
  return row;
}

const waiting = [...modules];
const table: Row[] = [];
await Promise.all(
  Array.from({ length: jobs }, async () => {
    for (let module = waiting.shift(); module !== undefined; module = waiting.shift())
      table.push(await compare(module));
  }),
);
table.sort((a, b) => modules.indexOf(a.module) - modules.indexOf(b.module));
const passed = table.reduce((sum, row) => sum + row.passed, 0);
const of = table.reduce((sum, row) => sum + row.of, 0);
const unknown = table.flatMap((row) => row.unknown);
console.log(`\n${passed} of ${of} tests that CPython passes pass (${((100 * passed) / of).toFixed(2)} %)`);
for (const line of unknown) console.log(`not as listed: ${line}`);
if (writes) writeTable();
process.exitCode = unknown.length > 0 ? 1 : 0;

/** Rows of the table as it stands, by module. */
function keptRows(): Map<string, Pick<Row, "module" | "passed" | "of">> {
  const text = existsSync(TABLE) ? readFileSync(TABLE, "utf8") : "";
  const kept = [...text.matchAll(/^\| (test_\w+) \| (\d+) \| (\d+) \|/gm)];
  return new Map(kept.map(([, module, passed, of]) => [module, { module, passed: Number(passed), of: Number(of) }]));
}

function writeTable(): void {
  const all = keptRows();
  for (const row of table) all.set(row.module, row);
  const listed = rows(LIST).flatMap((module) => all.get(module) ?? []);
  const passed = listed.reduce((sum, row) => sum + row.passed, 0);
  const of = listed.reduce((sum, row) => sum + row.of, 0);
  const lines = listed.map(
    (row) =>
      `| ${row.module} | ${row.passed} | ${row.of} | ${((100 * row.passed) / Math.max(row.of, 1)).toFixed(1)} % |`,
  );
  const reasons = [...known].map(([id, reason]) => `- \`${id}\`: ${reason}`);
  writeFileSync(
    TABLE,
    `# CPython's own tests

Written by \`npm run oracle:tests -- --write\`. A row counts the tests of a module of CPython's \`Lib/test\` that pass on CPython 3.13
here, and how many of them pass on Underglass.

| module | pass | of | rate |
|---|---|---|---|
${lines.join("\n")}
| all | ${passed} | ${of} | ${((100 * passed) / of).toFixed(1)} % |

## Known differences

${reasons.join("\n")}
`,
  );
}
