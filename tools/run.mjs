// Runs a TypeScript file: bundles it (and what it imports from this repository) with esbuild, then evaluates the bundle.
// node tools/run.mjs FILE.ts [ARG...]

import { mkdirSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [entry, ...rest] = process.argv.slice(2);
if (!entry) {
  console.error("usage: node tools/run.mjs FILE.ts [ARG...]");
  process.exit(2);
}
const directory = join(root, "build", "run");
mkdirSync(directory, { recursive: true });
const outfile = join(directory, `${process.pid}.mjs`);
await build({
  entryPoints: [resolve(entry)],
  outfile,
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  packages: "external",
  sourcemap: "inline",
  logLevel: "error",
});
process.argv = [process.argv[0], resolve(entry), ...rest];
process.on("exit", () => rmSync(outfile, { force: true }));
await import(pathToFileURL(outfile).href);
