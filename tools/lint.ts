// npm run lint: the formatter's and linter's check, then the repository's own rules. Every rule runs, whatever fails.
import { spawnSync } from "node:child_process";
import { checkCoreOf } from "./check-core.ts";
import { checkDocstringsOf } from "./check-docstrings.ts";
import { checkImportsOf } from "./check-imports.ts";
import { checkTidyOf } from "./check-tidy.ts";
import { report } from "./source-files.ts";

const args = ["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", "--diagnostic-level=warn"];
const biome = spawnSync(process.execPath, args, { stdio: "inherit" });
if (biome.status !== 0) process.exitCode = 1;
report("imports", checkImportsOf("."));
report("core", await checkCoreOf("."));
const tidy = checkTidyOf(".");
report("tidy", tidy.findings, tidy.notes);
const docstrings = checkDocstringsOf(".");
report("docstrings", docstrings.findings, docstrings.notes);
