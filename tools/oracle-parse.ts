// Compares the parser with CPython over the standard library and its tests: whole trees, with positions.
//
// node tools/run.mjs tools/oracle-parse.ts [files|time] [PATH...]
//   files   (default) compares every .py file under PATH (default: Lib and Lib/test of the python3.13 found)
//   time    parses the same files without comparing and prints MB a second
// CPython's digests are kept in build/oracle-parse.json: delete it when tools/oracle-parse.py changes.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "../src/parser/index.ts";
import { findPython } from "../test/support/python.ts";
import { dumpTree } from "../test/support/tree_dump.ts";

const python = findPython();
if (python === null) {
  console.error("no python3.13 found");
  process.exit(2);
}
const script = "tools/oracle-parse.py";

function ask(command: string, input: string, ...args: string[]): string {
  return execFileSync(python!, [script, command, ...args], { input, encoding: "utf8", maxBuffer: 1 << 30 });
}

function collect(path: string, into: string[]): void {
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort())
      if (name !== "site-packages" && name !== "__pycache__") collect(join(path, name), into);
  } else if (path.endsWith(".py")) into.push(path);
}

const args = process.argv.slice(2);
const command = args[0] === "time" || args[0] === "files" ? args.shift()! : "files";
if (args.length === 0)
  args.push(
    execFileSync(python, ["-c", "import os; print(os.path.dirname(os.__file__))"], { encoding: "utf8" }).trim(),
  );
const paths: string[] = [];
for (const path of args) collect(path, paths);

const names = JSON.parse(ask("names", paths.join("\n"))) as Record<string, number>;
const options = {
  mode: "exec" as const,
  filename: "<input>",
  nameToCodePoint: (name: string) => names[name] ?? null,
  decode: (encoding: string, bytes: Uint8Array) => {
    try {
      return { utf8: new Uint8Array(Buffer.from(new TextDecoder(encoding, { fatal: true }).decode(bytes), "utf8")) };
    } catch {
      return null;
    }
  },
};

if (command === "time") {
  const sources = paths.map((path) => new Uint8Array(readFileSync(path)));
  const bytes = sources.reduce((sum, source) => sum + source.length, 0);
  for (let round = 0; round < 3; round++) {
    const start = performance.now();
    for (const source of sources) parse(source, options);
    const seconds = (performance.now() - start) / 1000;
    console.log(
      `${sources.length} files, ${(bytes / 1e6).toFixed(1)} MB, ${seconds.toFixed(2)} s, ${(bytes / 1e6 / seconds).toFixed(2)} MB/s`,
    );
  }
  process.exit(0);
}

const cache = join("build", "oracle-parse.json");
mkdirSync("build", { recursive: true });
const known = existsSync(cache) ? (JSON.parse(readFileSync(cache, "utf8")) as Record<string, string | unknown[]>) : {};
const missing = paths.filter((path) => known[path] === undefined);
if (missing.length > 0) {
  Object.assign(known, JSON.parse(ask("hash", missing.join("\n"))));
  writeFileSync(cache, JSON.stringify(known));
}

let equal = 0;
let different = 0;
for (const path of paths) {
  const expected = known[path];
  const { tree, error } = parse(new Uint8Array(readFileSync(path)), options);
  const actual = tree === null ? null : dumpTree(tree);
  if (typeof expected === "string") {
    if (actual !== null && createHash("sha256").update(actual).digest("hex") === expected) {
      equal++;
      continue;
    }
    different++;
    if (actual === null) {
      console.log(`${path}: refused: ${JSON.stringify(error)}`);
      continue;
    }
    const theirs = ask("dump", "", path);
    let i = 0;
    while (i < theirs.length && theirs[i] === actual[i]) i++;
    const from = Math.max(0, i - 150);
    console.log(`${path}:\n  CPython ${theirs.slice(from, i + 60)}\n  ours    ${actual.slice(from, i + 60)}`);
  } else {
    const ours = error && [
      error.type,
      error.message,
      error.lineno,
      error.offset,
      error.end_lineno,
      error.end_offset,
      error.text,
    ];
    if (JSON.stringify(ours) === JSON.stringify(expected)) equal++;
    else {
      different++;
      console.log(`${path}:\n  CPython ${JSON.stringify(expected)}\n  ours    ${JSON.stringify(ours)}`);
    }
  }
}
console.log(`${equal} equal, ${different} different, of ${paths.length} files`);
process.exit(different === 0 ? 0 : 1);
