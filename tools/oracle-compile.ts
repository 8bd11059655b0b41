// Compares our code objects with CPython's, field by field, nested ones included.
// node tools/run.mjs tools/oracle-compile.ts [-O | -OO] [--mode MODE] [--tests | --snippets FILE | FILE…]
// A snippet file holds a JSON request a line: {"path", "source", "mode", "optimize"}.
// Prints the first difference of each failing file, and the count. Without files: the whole standard library.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { findPython } from "../test/support/python.ts";
import { compareResult, compileRequest, type Json, type Request } from "./code-json.ts";

/** A CPython that answers requests of tools/oracle-compile.py one by one. */
export class Oracle {
  private readonly child: ChildProcess;
  private readonly lines: AsyncIterator<string>;

  constructor(python: string, script: string) {
    this.child = spawn(python, [script], {
      stdio: ["pipe", "pipe", "inherit"],
      env: { ...process.env, PYTHONHASHSEED: "0" },
    });
    this.lines = createInterface({ input: this.child.stdout! })[Symbol.asyncIterator]();
  }

  async ask(request: Json): Promise<{ [key: string]: Json }> {
    this.child.stdin!.write(`${JSON.stringify(request)}\n`);
    const { value, done } = await this.lines.next();
    if (done) throw new Error("the oracle ended");
    return JSON.parse(value);
  }

  close(): void {
    this.child.stdin!.end();
  }
}

function pythonFiles(directory: string, skip: readonly string[] = []): string[] {
  const found: string[] = [];
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== "__pycache__" && !skip.includes(entry.name)) found.push(...pythonFiles(path, skip));
    } else if (entry.name.endsWith(".py")) {
      found.push(path);
    }
  }
  return found.sort();
}

async function main(): Promise<void> {
  const python = findPython();
  if (python === null) {
    console.error("no python3.13 to compare with");
    process.exit(2);
  }
  const args = process.argv.slice(2);
  const optimize = args.includes("-OO") ? 2 : args.includes("-O") ? 1 : 0;
  const modeIndex = args.indexOf("--mode");
  const mode = modeIndex >= 0 ? args[modeIndex + 1] : "exec";
  const script = join(dirname(process.argv[1]), "oracle-compile.py");
  const library = execFileSync(python, ["-c", "import os; print(os.path.dirname(os.__file__))"], { encoding: "utf8" });
  const snippetIndex = args.indexOf("--snippets");
  const files = args.filter(
    (a, i) =>
      (snippetIndex < 0 || i !== snippetIndex + 1) && !a.startsWith("-") && (modeIndex < 0 || i !== modeIndex + 1),
  );
  let requests: Request[] = [];
  if (snippetIndex >= 0) {
    const lines = readFileSync(args[snippetIndex + 1], "utf8")
      .trim()
      .split("\n");
    requests = lines.map((line) => JSON.parse(line) as Request);
  } else if (args.includes("--tests")) files.push(...pythonFiles(join(library.trim(), "test")));
  else if (files.length === 0) files.push(...pythonFiles(library.trim(), ["test", "site-packages", "idlelib_tests"]));
  const oracle = new Oracle(python, script);
  const equal = { compiled: 0, refused: 0 };
  const all = { compiled: 0, refused: 0 };
  let ourMs = 0;
  const kinds = new Map<string, number>();
  requests.push(...files.map((path) => ({ path, optimize, mode })));
  for (const request of requests) {
    const { path, mode } = request;
    const source = request.source === undefined ? readFileSync(path) : Buffer.from(request.source, "latin1");
    const theirs = await oracle.ask({ ...request });
    const kind = theirs.code ? "compiled" : "refused";
    all[kind]++;
    let problem: string | null;
    try {
      const start = performance.now();
      const result = compileRequest(request, source, theirs);
      ourMs += performance.now() - start;
      problem = compareResult(result, theirs);
    } catch (error) {
      problem = `internal error: ${(error as Error).stack?.split("\n").slice(0, 4).join("\n      ")}`;
    }
    if (problem === null) equal[kind]++;
    else {
      const field = /\.(co_\w+)[^.]*$/.exec(problem.split("\n")[0].split(":")[0])?.[1] ?? problem.split(/[:(]/)[0];
      kinds.set(field, (kinds.get(field) ?? 0) + 1);
      console.log(
        `${path}${request.source === undefined ? "" : ` ${mode} ${JSON.stringify(request.source)}`}\n   ${problem}`,
      );
    }
  }
  oracle.close();
  console.log(
    `${equal.compiled} of the ${all.compiled} that CPython compiles are equal, ${equal.refused} of the ${all.refused} that it refuses have its error ` +
      `at its place (optimize ${optimize}, mode ${mode}), ${Math.round(ourMs)} ms of ours`,
  );
  for (const [field, count] of kinds) console.log(`   ${count} ${field}`);
}

if (process.argv[1]?.endsWith("oracle-compile.ts")) await main();
