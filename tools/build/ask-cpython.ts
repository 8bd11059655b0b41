// Facts from CPython itself: the pyodide package holds one, compiled to WebAssembly (PSF licence). A question is a Python file
// with a function harvest(), whose answer is plain data; one process is asked them all. None of it is committed; the lock file
// fixes who is asked.
import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { Target } from "./target.ts";

const FOLDER = "build/facts";
const QUESTIONS = ["docstrings", "charsets"] as const;

const SCRIPT = `
import { readFileSync, writeFileSync } from "node:fs";
const [pyodide, questions, answers, ...names] = process.argv.slice(1);
const { loadPyodide } = await import(pyodide);
const python = await loadPyodide();
for (const name of names) {
  const code = readFileSync(questions + "/" + name + ".py", "utf8") + "\\nimport json\\njson.dumps(harvest(), sort_keys=True)";
  writeFileSync(answers + "/" + name + ".json", python.runPython(code, { globals: python.toPy({ __name__: name }) }));
}
`;

/** The file with the answer to a question, relative to the root: JSON in ASCII. */
export const answerFile = (question: (typeof QUESTIONS)[number]): string => `${FOLDER}/${question}.json`;

export function readAnswer(root: string, question: (typeof QUESTIONS)[number]): unknown {
  return JSON.parse(readFileSync(join(root, answerFile(question)), "utf8"));
}

export function factsTarget(root: string): Target {
  return {
    name: "facts",
    missing: () => null,
    isApart: true,
    make: async () => {
      mkdirSync(join(root, FOLDER), { recursive: true });
      const pyodide = pathToFileURL(join(root, "node_modules/pyodide/pyodide.mjs")).href;
      const folders = [join(root, "tools/build"), join(root, FOLDER)];
      await promisify(execFile)(process.execPath, [
        "--input-type=module",
        "-e",
        SCRIPT,
        pyodide,
        ...folders,
        ...QUESTIONS,
      ]);
      const outputs = QUESTIONS.map(answerFile);
      const bytes = outputs.reduce((sum, file) => sum + statSync(join(root, file)).size, 0);
      // The questions are among the build's tools, which every target depends on.
      return { inputs: [], outputs, note: `${QUESTIONS.join(" and ")}, ${Math.round(bytes / 1024)} KiB` };
    },
  };
}
