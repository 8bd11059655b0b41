// Docstrings of what CPython writes in C, for the boot (src/objects/docstrings.ts says in which form): asked of a CPython
// (ask-cpython.ts).
//
// What that CPython was built without has none: most of what asks a system for processes, users and signals.
import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { askCPython } from "./ask-cpython.ts";
import type { Target } from "./target.ts";

export const DOCSTRINGS = "build/docstrings.json";
const QUESTION = "tools/build/docstrings.py";

export function docstringsTarget(root: string): Target {
  return {
    // Made with "boot", which needs it.
    name: "boot-docstrings",
    missing: () => null,
    make: async () => {
      const file = join(root, DOCSTRINGS);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, askCPython(root, QUESTION));
      // The question is one of the build's tools; the lock file fixes who is asked.
      return { inputs: [], outputs: [DOCSTRINGS], note: `${Math.round(statSync(file).size / 1024)} KiB` };
    },
  };
}
