// Compares marshal, dis and the location and exception tables with CPython 3.13's, on code objects of real files.
// node tools/run.mjs tools/oracle-bytecode.ts [--failures N] [FILE or FOLDER...]   (default: CPython's own Lib)
import { type BytecodeCase, compareBytecode } from "./oracle-bytecode-case.ts";
import { runOracle } from "./oracle-runner.ts";

await runOracle<BytecodeCase>("oracle-bytecode.py", compareBytecode);
