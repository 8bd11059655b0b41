// The interpreter's loop, generated from the instruction definitions (tools/generate-interpreter.ts says how).
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Target } from "./target.ts";

const GENERATOR = "tools/generate-interpreter.ts";
const INSTRUCTIONS = "src/interpreter/instructions";
const READ_TOO = ["src/interpreter/hot.ts", "src/interpreter/loop.template.ts", "src/bytecode/opcodes.ts"];

export function interpreterTarget(root: string): Target {
  const isThere = (path: string): boolean => existsSync(join(root, path));
  return {
    name: "interpreter",
    missing: () => {
      const path = [GENERATOR, INSTRUCTIONS, ...READ_TOO].find((p) => !isThere(p));
      return path === undefined ? null : `${path} is not there yet`;
    },
    make: async () => {
      const run = spawnSync(process.execPath, ["tools/run.mjs", GENERATOR], { cwd: root, encoding: "utf8" });
      if (run.status !== 0) throw new Error(`${run.stdout}${run.stderr}`);
      const definitions = readdirSync(join(root, INSTRUCTIONS)).map((name) => `${INSTRUCTIONS}/${name}`);
      return {
        inputs: [GENERATOR, ...READ_TOO, ...definitions],
        outputs: ["src/interpreter/loop.gen.ts"],
        note: run.stdout.trim(),
      };
    },
  };
}
