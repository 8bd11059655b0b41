// Compares our code generator's instruction sequences, before any optimisation, with CPython's own.
// node tools/run.mjs tools/oracle-codegen.ts [FILE…]   (without files: the standard library)
import { execFileSync, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import type { Code } from "../src/bytecode/code.ts";
import { opcodeName } from "../src/bytecode/opcodes.ts";
import { hasTarget } from "../src/compiler/flowgraph/graph.ts";
import { compile } from "../src/compiler/index.ts";
import type { CompileUnitMetadata, InstructionSequence } from "../src/compiler/instruction_sequence.ts";
import { parse } from "../src/parser/index.ts";
import { findPython } from "../test/support/python.ts";

type Row = (string | number)[];

function sequences(source: Uint8Array, filename: string): Row[][] | string {
  const { tree, error } = parse(source, { mode: "exec", filename });
  if (tree === null) return error.message;
  const units: Row[][] = [];
  const record = (unit: CompileUnitMetadata, sequence: InstructionSequence): Code => {
    sequence.applyLabelMap(hasTarget);
    units.push(
      sequence.instructions.map(({ opcode, oparg, loc }) => [
        opcodeName(opcode),
        oparg,
        loc.lineno,
        loc.end_lineno,
        loc.col_offset,
        loc.end_col_offset,
      ]),
    );
    const empty = new Uint8Array(0);
    return {
      co_argcount: 0,
      co_posonlyargcount: 0,
      co_kwonlyargcount: 0,
      co_stacksize: 0,
      co_flags: 0,
      co_code: empty,
      co_consts: [{ type: "int", value: BigInt(units.length) }],
      co_names: [],
      co_localsplusnames: [],
      co_localspluskinds: empty,
      co_filename: filename,
      co_name: unit.name,
      co_qualname: unit.qualname,
      co_firstlineno: unit.firstlineno,
      co_linetable: empty,
      co_exceptiontable: empty,
    };
  };
  const result = compile(tree, { filename, optimize: 0, flags: 0 }, { assemble: record });
  return result.error === null ? units : result.error.message;
}

const python = findPython();
if (python === null) throw new Error("no python3.13 to compare with");
let files = process.argv.slice(2);
if (files.length === 0) {
  const library = execFileSync(python, ["-c", "import os; print(os.path.dirname(os.__file__))"], { encoding: "utf8" });
  files = readdirSync(library.trim()).flatMap((name) => (name.endsWith(".py") ? [join(library.trim(), name)] : []));
}
const child = spawn(python, [join(dirname(process.argv[1]), "oracle-codegen.py")], {
  stdio: ["pipe", "pipe", "inherit"],
  env: { ...process.env, PYTHONHASHSEED: "0" },
});
const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
let equalCount = 0;
for (const path of files) {
  child.stdin.write(`${path}\n`);
  const theirs = JSON.parse((await answers.next()).value!) as Row[][] | null;
  const ours = sequences(readFileSync(path), path);
  if (typeof ours === "string" || theirs === null) {
    console.log(`${path}: ${ours}`);
    continue;
  }
  let problem = "";
  for (let u = 0; u < theirs.length && problem === ""; u++) {
    const text = (row: Row | undefined): string => row?.join(" ") ?? "nothing";
    for (let i = 0; i < theirs[u].length; i++) {
      if (text(ours[u]?.[i]) === text(theirs[u][i])) continue;
      const show = (rows: Row[] | undefined) =>
        (rows ?? [])
          .slice(Math.max(0, i - 2), i + 4)
          .map(text)
          .join(" | ");
      problem = `unit ${u}, instruction ${i}\n   ours:   ${show(ours[u])}\n   theirs: ${show(theirs[u])}`;
      break;
    }
  }
  if (problem === "") equalCount++;
  else console.log(`${path}: ${problem}`);
}
child.stdin.end();
console.log(`${equalCount} of ${files.length} files equal before optimisation`);
