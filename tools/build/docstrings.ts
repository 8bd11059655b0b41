// Docstrings of what CPython writes in C, for the boot (src/objects/docstrings.ts says in which form): asked of the CPython that
// the pyodide package holds, compiled to WebAssembly (PSF licence). None of it is committed.
//
// What that CPython was built without has none: most of what asks a system for processes, users and signals.
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Target } from "./target.ts";

export const DOCSTRINGS = "build/docstrings.json";
const QUESTION = "tools/build/docstrings.py";

const SCRIPT = `
import { readFileSync, writeFileSync } from "node:fs";
const [pyodide, question, file] = process.argv.slice(1);
const { loadPyodide } = await import(pyodide);
const python = await loadPyodide();
python.runPython(readFileSync(question, "utf8"));
writeFileSync(file, python.runPython("import json; json.dumps(harvest(), sort_keys=True)"));
`;

export function docstringsTarget(root: string): Target {
  return {
    // Made with "boot", which needs it.
    name: "boot-docstrings",
    missing: () => null,
    make: async () => {
      const file = join(root, DOCSTRINGS);
      mkdirSync(dirname(file), { recursive: true });
      rmSync(file, { force: true });
      const pyodide = pathToFileURL(join(root, "node_modules/pyodide/pyodide.mjs")).href;
      const run = spawnSync(
        process.execPath,
        ["--input-type=module", "-e", SCRIPT, pyodide, join(root, QUESTION), file],
        { encoding: "utf8" },
      );
      if (run.status !== 0) throw new Error(`${run.stdout}${run.stderr}`);
      // The question is one of the build's tools; the lock file fixes who is asked.
      return { inputs: [], outputs: [DOCSTRINGS], note: `${Math.round(statSync(file).size / 1024)} KiB` };
    },
  };
}
