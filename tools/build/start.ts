// What makes a start quick: the machine's bundle as a script with V8's code cache, and the command line's `run` as one small
// file. All in build/start; src/machine/node/quick_start.ts says how it is used.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, transform } from "esbuild";
import { NODE_BANNER } from "./bundles.ts";
import type { Target } from "./target.ts";

const DIRECTORY = "build/start";
const BUNDLE = "build/bundles/plain/machine-node.js";
const BOOT_IMAGE = "build/boot.bin";
const ENTRIES = ["src/machine/node/quick_worker.ts", "src/machine/node/quick_start.ts", "src/cli/run.ts"];

/** Runs the machine a little, so that the cache holds the functions that a start needs, and writes the cache. */
const SCRIPT = `
const [directory, image] = process.argv.slice(1);
const { readFileSync, writeFileSync } = require("node:fs");
const { evaluate } = require(directory + "/quick_start.cjs");
const { script, exports } = evaluate(directory, false);
const bytes = readFileSync(image);
exports.practise(bytes);
exports.rehearse(bytes);
writeFileSync(directory + "/machine.cache", script.createCachedData());
`;

export function startTarget(root: string): Target {
  return {
    name: "start",
    needs: ["cli.plain", "boot"],
    missing: () =>
      [BUNDLE, BOOT_IMAGE]
        .map((path) => (existsSync(join(root, path)) ? null : `${path} is not there yet`))
        .find((why) => why !== null) ?? null,
    make: async () => {
      rmSync(join(root, DIRECTORY), { recursive: true, force: true });
      mkdirSync(join(root, DIRECTORY), { recursive: true });
      const result = await build({
        absWorkingDir: root,
        entryPoints: ENTRIES,
        outdir: join(root, DIRECTORY),
        outExtension: { ".js": ".cjs" },
        entryNames: "[name]",
        bundle: true,
        format: "cjs",
        platform: "node",
        target: "node20",
        logLevel: "silent",
        metafile: true,
        define: { "import.meta.url": "undefined" },
      });
      const bundle = readFileSync(join(root, BUNDLE), "utf8")
        .replace(NODE_BANNER, "")
        .replace(/\/\/# sourceMappingURL=.*\s*$/, "");
      const { code } = await transform(bundle, { format: "cjs", target: "node20", charset: "ascii", platform: "node" });
      writeFileSync(
        join(root, DIRECTORY, "machine.cjs"),
        `(function (exports, require, module = { exports }) {${code}\nObject.defineProperties(exports, Object.getOwnPropertyDescriptors(module.exports));\n})`,
      );
      const run = spawnSync(process.execPath, ["-e", SCRIPT, join(root, DIRECTORY), join(root, BOOT_IMAGE)], {
        encoding: "utf8",
      });
      if (run.status !== 0) throw new Error(`${run.stdout}${run.stderr}`);
      const inputs = Object.keys(result.metafile.inputs).filter((path) => !path.startsWith("node_modules/"));
      const kibibytes = (name: string): number => Math.round(statSync(join(root, DIRECTORY, name)).size / 1024);
      return {
        inputs: [BUNDLE, BOOT_IMAGE, ...inputs],
        outputs: [`${DIRECTORY}/machine.cache`, `${DIRECTORY}/run.cjs`],
        note: `script ${kibibytes("machine.cjs")} KiB, code cache ${kibibytes("machine.cache")} KiB`,
      };
    },
  };
}
