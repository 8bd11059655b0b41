// Compiles the whole library in one process, here and on CPython 3.13, and compares the processor's time.
//   npm run bench:compile [-- FOLDER]     by default the library of the build
//
// Source to code object, without reading files and without making objects; warming up is part of it. Processor time and
// not the clock's: other work on the machine changes it less. `user` alone is the main thread and the engine's helpers.
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
start = time.process_time()
for path, source in sources:
    compile(source, path, "exec", dont_inherit=True)
print(time.process_time() - start)
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
const files = pythonFiles(process.argv[2] ?? "build/lib/python3.13");
const sources = files.map((path) => ({ path, bytes: new Uint8Array(readFileSync(path)) }));
const byteCount = sources.reduce((sum, { bytes }) => sum + bytes.length, 0);

const before = process.cpuUsage();
const beganMs = performance.now();
let refused = 0;
for (const { path, bytes } of sources) {
  if (compileSource(bytes, { filename: path, mode: "exec", optimize: 0, flags: 0 }).code === null) refused++;
}
const wallMs = performance.now() - beganMs;
const { user, system } = process.cpuUsage(before);
const ours = (user + system) / 1e6;
const theirs = Number(
  execFileSync(python, ["-W", "ignore", "-c", CPYTHON], { input: files.join("\n"), encoding: "utf8" }),
);

console.log(`${files.length} files, ${(byteCount / 1e6).toFixed(1)} MB, ${refused} refused`);
console.log(
  `ours ${ours.toFixed(2)} s of the processor (${(wallMs / 1000).toFixed(2)} s by the clock), CPython ${theirs.toFixed(2)} s`,
);
console.log(`${(ours / theirs).toFixed(2)} times CPython's time; the bar is ${BAR}`);
process.exitCode = ours / theirs <= BAR ? 0 : 1;
