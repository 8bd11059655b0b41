// Compiles the whole library in one process, here and on CPython 3.13, and compares the time.
//   npm run bench:compile [-- FOLDER]     by default the library of the build
//   … -- --cpu                            the bar is for processor time instead of the clock's, for a machine that is busy
//
// Source to code object, without reading files and without making objects; warming up is part of it. The processor's time
// counts the threads on which the engine optimises meanwhile.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compileSource } from "../src/compiler/index.ts";
import { findPython } from "../test/support/python.ts";

/** What the project asks of itself: our time divided by CPython's. */
const BAR = 3;

const CPYTHON = `
import sys, time
sources = [(path, open(path, "rb").read()) for path in sys.stdin.read().splitlines()]
start, processor = time.perf_counter(), time.process_time()
for path, source in sources:
    compile(source, path, "exec", dont_inherit=True)
print(time.perf_counter() - start, time.process_time() - processor)
`;

function pythonFiles(directory: string): string[] {
  const found: string[] = [];
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) found.push(...pythonFiles(path));
    else if (entry.name.endsWith(".py")) found.push(path);
  }
  return found.sort();
}

const python = findPython();
if (python === null) {
  console.error("bench-compile: there is no python3.13 to compare with");
  process.exit(2);
}
const isCpu = process.argv.includes("--cpu");
const files = pythonFiles(process.argv.slice(2).find((arg) => arg !== "--cpu") ?? "build/lib/python3.13");
const sources = files.map((path) => ({ path, bytes: new Uint8Array(readFileSync(path)) }));
const byteCount = sources.reduce((sum, { bytes }) => sum + bytes.length, 0);

const before = process.cpuUsage();
const beganMs = performance.now();
let refused = 0;
for (const { path, bytes } of sources) {
  if (compileSource(bytes, { filename: path, mode: "exec", optimize: 0, flags: 0 }).code === null) refused++;
}
const clock = (performance.now() - beganMs) / 1000;
const { user, system } = process.cpuUsage(before);
const processor = (user + system) / 1e6;
const [theirClock, theirProcessor] = execFileSync(python, ["-W", "ignore", "-c", CPYTHON], {
  input: files.join("\n"),
  encoding: "utf8",
})
  .split(" ")
  .map(Number);

console.log(`${files.length} files, ${(byteCount / 1e6).toFixed(1)} MB, ${refused} refused`);
const line = (what: string, ours: number, theirs: number, isJudged: boolean): void => {
  const bar = isJudged ? `; the bar is ${BAR}` : "";
  console.log(
    `${what}: ours ${ours.toFixed(2)} s, CPython ${theirs.toFixed(2)} s: ${(ours / theirs).toFixed(2)} times${bar}`,
  );
};
line("by the clock", clock, theirClock, !isCpu);
line("of the processor", processor, theirProcessor, isCpu);
const ratio = isCpu ? processor / theirProcessor : clock / theirClock;
process.exitCode = ratio <= BAR ? 0 : 1;
