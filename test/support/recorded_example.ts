// An example recorded in Node, by the command line.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { exampleInput } from "./examples.ts";

/** The bytes of its recording. Throws with what was printed when it does not end well. */
export function recordExample(name: string, folder: string): Uint8Array {
  const output = join(folder, `${name}.ug`);
  const args = [resolve("bin/underglass"), "record", "-o", output, join("examples", `${name}.py`)];
  const run = spawnSync(process.execPath, args, { input: exampleInput(name), encoding: "utf8" });
  if (run.status !== 0) throw new Error(`${name}: ${run.stderr}`);
  return new Uint8Array(readFileSync(output));
}
