// The identity of a core: a hash over the sources that machine_core.ts reaches, so all bundles of one core have the same,
// whatever else is in them. It takes the place of the text in src/machine/core_identity.ts when a bundle is written.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Metafile } from "esbuild";
import { CORE_IDENTITY } from "../../src/machine/core_identity.ts";

const CORE = "src/machine/machine_core.ts";
/** Only some variants import these; they decide nothing about a run. */
const HOOKS = new Set(["src/memory/checked.ts", "src/memory/traced.ts"]);

/** Files of this repository that the core is made of, sorted; none where the bundle has no core. */
export function coreFiles(inputs: Metafile["inputs"]): string[] {
  const found = new Set<string>();
  const todo = Object.hasOwn(inputs, CORE) ? [CORE] : [];
  for (let path = todo.pop(); path !== undefined; path = todo.pop()) {
    // Packages have a file for each platform; which version they are, the lock file says.
    if (found.has(path) || HOOKS.has(path) || /(^|\/)node_modules\//.test(path)) continue;
    found.add(path);
    for (const { path: next, external } of inputs[path].imports)
      if (!external && Object.hasOwn(inputs, next)) todo.push(next);
  }
  return [...found].sort();
}

export function identityOf(root: string, files: readonly string[]): string {
  const hash = createHash("sha256");
  for (const path of [...files, "package-lock.json"])
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update("\0");
  return hash.digest("hex");
}

/** Writes the identity into bundles, in place: both texts have one length, so source maps stay right. */
export function writeIdentity(root: string, metafile: Metafile): void {
  const files = coreFiles(metafile.inputs);
  if (files.length === 0) return;
  const identity = identityOf(root, files);
  if (identity.length !== CORE_IDENTITY.length)
    throw new Error("core_identity.ts: its text is not as long as the hash");
  for (const output of Object.keys(metafile.outputs)) {
    const file = join(root, output);
    if (!output.endsWith(".js") || !existsSync(file)) continue;
    const text = readFileSync(file, "utf8");
    if (text.includes(CORE_IDENTITY)) writeFileSync(file, text.replaceAll(CORE_IDENTITY, identity));
  }
}
