// Boots the machine in this process and runs a program, without workers or images: for development.
//   node tools/run.mjs tools/try.ts FILE.py
import { readFileSync } from "node:fs";
import { compileSource } from "../src/compiler/index.ts";
import { instructionCount } from "../src/interpreter/clock.ts";
import { initializeTypes } from "../src/machine/boot.ts";
import { errorText } from "../src/machine/error_text.ts";
import { pushModuleCode, runSlice } from "../src/machine/program.ts";
import { codeFromPlain } from "../src/objects/code.ts";
import { PyDict_New, PyDict_SetItem } from "../src/objects/dict_core.ts";
import { PyUnicode_InternFromString } from "../src/objects/unicode_intern.ts";

const t0 = performance.now();
initializeTypes();
const t1 = performance.now();
const file = process.argv[2];
const compiled = compileSource(readFileSync(file), { filename: file, optimize: 0, flags: 0, mode: "exec" } as never);
if (compiled.error !== null) {
  console.error(compiled.error);
  process.exit(1);
}
const code = codeFromPlain(compiled.code!);
const globals = PyDict_New();
const builtins = PyDict_New();
PyDict_SetItem(globals, PyUnicode_InternFromString("__builtins__"), builtins);
if (pushModuleCode(code, globals) < 0) console.error(errorText());
const t2 = performance.now();
let status = "running";
while (status === "running") status = runSlice(1 << 20);
const t3 = performance.now();
console.error(
  `${status} ${errorText()}; types ${(t1 - t0).toFixed(0)} ms, compile ${(t2 - t1).toFixed(0)} ms, run ${(t3 - t2).toFixed(0)} ms, ${instructionCount()} instructions`,
);
