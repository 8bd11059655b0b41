// Facts from CPython itself: the pyodide package holds one, compiled to WebAssembly (PSF licence). A question is a Python file
// with a function harvest(), whose answer is plain data. None of it is committed; the lock file fixes who is asked.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const SCRIPT = `
import { readFileSync } from "node:fs";
const [pyodide, question] = process.argv.slice(1);
const { loadPyodide } = await import(pyodide);
const python = await loadPyodide();
python.runPython(readFileSync(question, "utf8"));
process.stdout.write(python.runPython("import json; json.dumps(harvest(), sort_keys=True)"));
`;
const MOST_BYTES = 64 * 1024 * 1024;

/** The answer to a question, a path relative to the root, as JSON in ASCII. Throws when there is none. */
export function askCPython(root: string, question: string): string {
  const pyodide = pathToFileURL(join(root, "node_modules/pyodide/pyodide.mjs")).href;
  const run = spawnSync(process.execPath, ["--input-type=module", "-e", SCRIPT, pyodide, join(root, question)], {
    encoding: "utf8",
    maxBuffer: MOST_BYTES,
  });
  if (run.status !== 0) throw new Error(`${question}: ${run.stdout}${run.stderr}`);
  return run.stdout;
}
