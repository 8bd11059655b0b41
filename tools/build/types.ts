// The package's types: declarations of src/index.ts and of what it reaches, into build/types. A project that uses the package
// reads these, so its compiler never meets our sources.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Target } from "./target.ts";

export const TYPES_DIRECTORY = "build/types";
const CONFIGURATIONS = ["tsconfig.types.json", "tsconfig.node.json", "tsconfig.json"];

export function typesTarget(root: string): Target {
  return {
    name: "types",
    needs: ["interpreter"],
    isApart: true,
    missing: () => null,
    make: async () => {
      const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
      const { status, stdout } = spawnSync(process.execPath, [compiler, "-p", "tsconfig.types.json"], {
        cwd: root,
        encoding: "utf8",
      });
      if (status !== 0) throw new Error(`the types cannot be written:\n${stdout}`);
      const made = readdirSync(join(root, TYPES_DIRECTORY), { recursive: true, encoding: "utf8" });
      const sources = made
        .filter((path) => path.endsWith(".d.ts"))
        .map((path) => `src/${path.replace(/\.d\.ts$/, ".ts")}`);
      return { inputs: [...sources, ...CONFIGURATIONS], outputs: [`${TYPES_DIRECTORY}/index.d.ts`] };
    },
  };
}
