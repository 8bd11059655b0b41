// Compares what `dis FILE` and `compile FILE` give with CPython 3.13's: source to text, and source to the bytes of a .pyc.
// node tools/run.mjs tools/oracle-pyc.ts [--failures N] [FILE or FOLDER...]   (default: CPython's own Lib)
//
// A few files differ in marshal's flags for a reason that no table holds: CPython flags what has more than one reference
// at that moment, and whether a string was interned before depends on what its process has run. They differ between two
// CPython processes as well.
import { readFileSync } from "node:fs";
import { disassemble } from "../src/bytecode/dis.ts";
import { dumps } from "../src/bytecode/marshal.ts";
import { compileSource } from "../src/compiler/index.ts";
import { type BytecodeCase, difference, hexBytes, hexDifference } from "./oracle-bytecode-case.ts";
import { runOracle } from "./oracle-runner.ts";

function compare(oracleCase: BytecodeCase): [aspect: string, difference: string | null][] {
  const source = new Uint8Array(readFileSync(oracleCase.where));
  const options = { filename: oracleCase.where, optimize: 0, flags: 0, mode: "exec" } as const;
  try {
    const { code, error } = compileSource(source, options);
    if (code === null) return [["compiles", JSON.stringify(error)]];
    const text = disassemble(code, { addressOf: () => "0x0" });
    return [
      ["dis", difference(text.split("\n"), oracleCase.freshDis.split("\n"))],
      [".pyc", hexDifference(dumps({ type: "code", code }), hexBytes(oracleCase.marshal))],
    ];
  } catch (error) {
    return [["compiles", String(error)]];
  }
}

await runOracle<BytecodeCase>("oracle-bytecode.py", compare);
