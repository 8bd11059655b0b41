// Compares the back half of the compiler with CPython 3.13's, on the unoptimised instruction sequences CPython makes of
// real files: optimised alone, assembled alone, and whole modules from sequence to code object.
// node tools/run.mjs tools/oracle-flowgraph.ts [--failures N] [FILE or FOLDER...]   (default: CPython's own Lib)
import { compareCase, type OracleCase } from "./oracle-flowgraph-case.ts";
import { runOracle } from "./oracle-runner.ts";

await runOracle<OracleCase>("oracle-flowgraph.py", compareCase);
