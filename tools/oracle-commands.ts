// Compares what the tools of the command line print with what the library's own tools print on CPython 3.13.
//   npm run oracle:commands -- [COUNT] [COMMAND…]
//
// COUNT files of CPython's library and its tests, taken evenly (default DEFAULT_COUNT); COMMAND: dis, tokens, ast, symtable
// (all by default), and "run-dis", which is the library's own `-m dis` on our machine. `pyc` has no counterpart: what it
// reads is compared by oracle-pyc. Prints the first difference of each file that differs, and the counts.
import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { findPython } from "../test/support/python.ts";

const DEFAULT_COUNT = 40;
const MODULES: Readonly<Record<string, string>> = {
  dis: "dis",
  tokens: "tokenize",
  ast: "ast",
  symtable: "symtable",
  "run-dis": "dis",
};
const OUTPUT_BYTES = 1 << 30;

const found = findPython();
if (found === null) {
  console.error("no python3.13 to compare with");
  process.exit(2);
}
const python: string = found;

function pythonFiles(directory: string): string[] {
  const paths: string[] = [];
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== "__pycache__" && entry.name !== "site-packages") paths.push(...pythonFiles(path));
    } else if (entry.name.endsWith(".py")) paths.push(path);
  }
  return paths.sort();
}

function output(command: string, args: readonly string[]): string {
  const { stdout, status } = spawnSync(command, args, {
    encoding: "latin1",
    maxBuffer: OUTPUT_BYTES,
    env: { ...process.env, PYTHONHASHSEED: "0", PYTHONDONTWRITEBYTECODE: "1", PYTHONIOENCODING: "utf-8" },
  });
  return `${stdout}exit status ${status}\n`;
}

/** Objects are shown with their addresses, which are each machine's own. */
const withoutAddresses = (text: string): string => text.replace(/ at 0x[0-9a-f]+/g, " at 0x");

function firstDifference(ours: string, theirs: string): string {
  const a = ours.split("\n");
  const b = theirs.split("\n");
  const at = a.findIndex((line, i) => line !== b[i]);
  return `line ${at + 1}\n   ours    ${a[at]?.slice(0, 160)}\n   CPython ${b[at]?.slice(0, 160)}`;
}

const args = process.argv.slice(2);
const count = /^\d+$/.test(args[0] ?? "") ? Number(args.shift()) : DEFAULT_COUNT;
const commands = args.length > 0 ? args : ["dis", "tokens", "ast", "symtable"];
const library = execFileSync(python, ["-c", "import os; print(os.path.dirname(os.__file__))"], { encoding: "utf8" });
const all = pythonFiles(library.trim());
const step = Math.max(1, Math.floor(all.length / count));
const files = all.filter((_, i) => i % step === step >> 1).slice(0, count);
let differing = 0;
for (const command of commands) {
  let equal = 0;
  for (const file of files) {
    const ours =
      command === "run-dis"
        ? output(process.execPath, ["bin/underglass", "run", "-m", "dis", file])
        : output(process.execPath, ["bin/underglass", command, file]);
    const theirs = output(python, ["-m", MODULES[command], file]);
    if (withoutAddresses(ours) === withoutAddresses(theirs)) equal++;
    else console.log(`${command} ${file}: ${firstDifference(withoutAddresses(ours), withoutAddresses(theirs))}`);
  }
  differing += files.length - equal;
  console.log(`${command}: ${equal} of ${files.length} files print the same`);
}
process.exitCode = differing > 0 ? 1 : 0;
