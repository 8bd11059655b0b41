// The first file of the machine's worker: evaluates the bundle with V8's code cache, which the build made after a short run
// (tools/build/start.ts). Reading 2 MB of JavaScript costs more than running a short program; the cache holds the result.
// A cache of another V8 is refused by V8 itself, and the bundle is then compiled as usual.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { Script } from "node:vm";

export const CODE_FILE = "machine.cjs";
export const CACHE_FILE = "machine.cache";

/** Evaluates the bundle in a folder; returns its script and its exports. */
export function evaluate(directory: string, usesCache: boolean): { script: Script; exports: Record<string, unknown> } {
  const filename = join(directory, CODE_FILE);
  let cachedData: Buffer | undefined;
  try {
    if (usesCache) cachedData = readFileSync(join(directory, CACHE_FILE));
  } catch {
    // Without a cache it only takes longer.
  }
  // The bundle is ASCII, so Latin-1 is the quickest way to a one-byte string.
  const script = new Script(readFileSync(filename, "latin1"), { filename, cachedData });
  const exports = {};
  // V8 would compile the whole of the bundle's top level, which runs once, and optimise what it calls (compilation.ts lets it
  // again). The maker of the cache leaves the flags alone: V8 refuses a cache that was made with others.
  if (usesCache) for (const flag of ["--no-sparkplug", "--max-optimized-bytecode-size=0"]) setFlagsFromString(flag);
  script.runInThisContext()(exports, createRequire(filename));
  return { script, exports };
}
