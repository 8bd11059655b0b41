// A thing that the build makes, and whether it is up to date.
// A target is out of date when the content of any input, of the build's own tools or of the lock file changed, or when an
// output is missing. What a run read is written down beside the result (build/stamps), so inputs need not be guessed.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

export interface Made {
  /** Files that the result depends on, relative to the root. */
  readonly inputs: readonly string[];
  /** Files or folders that must be there for the target to count as made, relative to the root. */
  readonly outputs: readonly string[];
  /** One line about the result. */
  readonly note?: string;
}

export interface Target {
  readonly name: string;
  /** Null when it can be made; else why not (a source that does not exist yet). */
  missing(): string | null;
  make(): Promise<Made>;
}

interface Stamp {
  readonly hash: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

function contentHash(root: string, paths: readonly string[]): string {
  const hash = createHash("sha256");
  for (const path of [...new Set(paths)].sort()) {
    const file = join(root, path);
    const isFile = existsSync(file) && statSync(file).isFile();
    hash.update(`${path}\0`).update(isFile ? readFileSync(file) : "missing");
  }
  return hash.digest("hex");
}

function toolFiles(root: string): string[] {
  const names = readdirSync(join(root, "tools", "build")).filter((name) => !name.endsWith(".test.ts"));
  return [...names.map((name) => `tools/build/${name}`), "package-lock.json"];
}

const stampFile = (root: string, target: Target): string => join(root, "build", "stamps", `${target.name}.json`);

function isUpToDate(root: string, target: Target): boolean {
  try {
    const stamp = JSON.parse(readFileSync(stampFile(root, target), "utf8")) as Stamp;
    if (!stamp.outputs.every((path) => existsSync(join(root, path)))) return false;
    return stamp.hash === contentHash(root, [...stamp.inputs, ...toolFiles(root)]);
  } catch {
    return false;
  }
}

/** Makes what is out of date, in order. Returns the names of the targets that could not be made. */
export async function makeAll(
  root: string,
  targets: readonly Target[],
  say: (line: string) => void,
): Promise<string[]> {
  const failed: string[] = [];
  for (const target of targets) {
    const missing = target.missing();
    if (missing !== null) {
      say(`build: ${target.name} left out: ${missing}`);
      continue;
    }
    if (isUpToDate(root, target)) continue;
    const startMs = Date.now();
    rmSync(stampFile(root, target), { force: true });
    try {
      const made = await target.make();
      const stamp: Stamp = {
        hash: contentHash(root, [...made.inputs, ...toolFiles(root)]),
        inputs: made.inputs,
        outputs: made.outputs,
      };
      mkdirSync(dirname(stampFile(root, target)), { recursive: true });
      writeFileSync(stampFile(root, target), JSON.stringify(stamp));
      say(`build: ${target.name} (${Date.now() - startMs} ms)${made.note ? `: ${made.note}` : ""}`);
    } catch (error) {
      failed.push(target.name);
      say(`build: ${target.name} FAILED\n${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return failed;
}
