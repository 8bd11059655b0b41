// The bundles: one scope-hoisted file (with source map) for each entry and variant, in build/bundles/VARIANT/NAME.js.
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type BuildOptions, build } from "esbuild";
import { writeIdentity } from "./identity.ts";
import { loadKnowledge } from "./knowledge.ts";
import type { Made, Target } from "./target.ts";
import { hooksFile, VARIANTS, type Variant, type VariantReport, variantExists, variantPlugin } from "./variants.ts";

interface Entry {
  readonly name: string;
  readonly file: string;
  readonly platform: "node" | "browser" | "neutral";
  readonly variants: readonly Variant[];
  /** Read over a network and compiled at each start: without blanks and comments. */
  readonly isPacked?: boolean;
  /** Code behind `import()` goes to files of its own, so that a start reads only what it needs. */
  readonly isSplit?: boolean;
}

/** A new bundle is a new row. An entry whose file is not there is left out, visibly. */
export const ENTRIES: readonly Entry[] = [
  { name: "machine-node", file: "src/machine/node/worker.ts", platform: "node", variants: VARIANTS },
  {
    name: "machine-browser",
    file: "src/machine/browser/worker.ts",
    platform: "browser",
    variants: ["plain"],
    isPacked: true,
  },
  {
    name: "recorder-node",
    file: "src/machine/node/recorder_worker.ts",
    platform: "node",
    variants: VARIANTS,
  },
  { name: "cli", file: "src/cli/main.ts", platform: "node", variants: ["plain"], isSplit: true },
  { name: "index", file: "src/index.ts", platform: "neutral", variants: ["plain"], isSplit: true },
];

export const BUNDLES_DIRECTORY = "build/bundles";

// CommonJS packages inside a bundle may ask for Node's own modules.
export const NODE_BANNER =
  'import { createRequire as $createRequire } from "node:module"; const require = $createRequire(import.meta.url);';

export interface BundleOptions {
  readonly root: string;
  readonly file: string;
  readonly variant: Variant;
  readonly platform: Entry["platform"];
}

/** Options that make a variant of one entry; the caller adds where to write. */
export async function bundleOptions(
  options: BundleOptions,
  report: VariantReport,
): Promise<BuildOptions & { knowledgeInputs: readonly string[] }> {
  const { root, file, variant, platform } = options;
  const knowledge = await loadKnowledge(root);
  // The module with the hooks is imported first: it needs the memory, and the memory calls it.
  const hooks = hooksFile(variant);
  const entry = `${hooks ? `import "./${hooks}";` : ""}export * from "./${file}"; import "./${file}";`;
  return {
    stdin: { contents: entry, resolveDir: root, sourcefile: `entry of ${file}`, loader: "js" },
    absWorkingDir: root,
    bundle: true,
    format: "esm",
    platform,
    target: platform === "browser" ? "es2022" : "node20",
    minifySyntax: true,
    sourcemap: true,
    metafile: true,
    legalComments: "none",
    logLevel: "silent",
    external: ["node:*"],
    banner: platform === "node" ? { js: NODE_BANNER } : {},
    plugins: [variantPlugin(root, variant, knowledge, report)],
    knowledgeInputs: knowledge.inputs,
  };
}

/** Chunks are named by content: those of earlier builds would pile up. */
function removeStaleChunks(root: string, directory: string, name: string, outputs: readonly string[]): void {
  for (const file of readdirSync(join(root, directory))) {
    if (file.startsWith(`${name}-`) && !outputs.includes(`${directory}/${file}`)) rmSync(join(root, directory, file));
  }
}

async function makeBundle(root: string, entry: Entry, variant: Variant): Promise<Made> {
  const report: VariantReport = { expansionCount: 0, leftAsCalls: [] };
  const { knowledgeInputs, ...options } = await bundleOptions(
    { root, file: entry.file, variant, platform: entry.platform },
    report,
  );
  const directory = `${BUNDLES_DIRECTORY}/${variant}`;
  const output = `${directory}/${entry.name}.js`;
  const result = await build({
    ...options,
    minifyWhitespace: entry.isPacked ?? false,
    ...(entry.isSplit
      ? { splitting: true, outdir: join(root, directory), entryNames: entry.name, chunkNames: `${entry.name}-[hash]` }
      : { outfile: join(root, output) }),
  });
  writeIdentity(root, result.metafile!);
  if (entry.isSplit) removeStaleChunks(root, directory, entry.name, Object.keys(result.metafile!.outputs));
  const inputs = Object.keys(result.metafile!.inputs).filter(
    (path) => existsSync(join(root, path)) && !path.startsWith("node_modules/"),
  );
  const left = report.leftAsCalls.length;
  const bytes = result.metafile!.outputs[output]?.bytes ?? 0;
  return {
    inputs: [...inputs, ...knowledgeInputs],
    outputs: [output],
    note: `${Math.round(bytes / 1024)} KiB, ${report.expansionCount} accesses expanded${left > 0 ? `, ${left} left as calls` : ""}`,
  };
}

export function bundleTargets(root: string): Target[] {
  return ENTRIES.flatMap((entry) =>
    entry.variants.map(
      (variant): Target => ({
        name: `${entry.name}.${variant}`,
        needs: ["interpreter"],
        missing: () => {
          if (!existsSync(join(root, entry.file))) return `${entry.file} is not there yet`;
          if (!variantExists(root, variant)) return `${hooksFile(variant)} is not there yet`;
          return null;
        },
        make: () => makeBundle(root, entry, variant),
      }),
    ),
  );
}
