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
  /** Names of targets that it is made of: they are made before it. */
  readonly needs?: readonly string[];
  /** A process of its own does the work, so it is made beside the others. */
  readonly isApart?: boolean;
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

/** The targets whose names begin with one of `names`, and all that these need, in order. */
export function withNeeds(targets: readonly Target[], names: readonly string[]): Target[] {
  const chosen = new Set<string>();
  const choose = ({ name, needs = [] }: Target): void => {
    if (chosen.has(name)) return;
    chosen.add(name);
    for (const target of targets) if (needs.includes(target.name)) choose(target);
  };
  for (const target of targets) if (names.some((name) => target.name.startsWith(name))) choose(target);
  return targets.filter(({ name }) => chosen.has(name));
}

/**
 * Makes what is out of date: in order, but for those apart, which begin as soon as what they need is made. Returns the names
 * of the targets that could not be made.
 */
export async function makeAll(
  root: string,
  targets: readonly Target[],
  say: (line: string) => void,
): Promise<string[]> {
  const failed: string[] = [];
  const ends = new Map<string, Promise<void>>();
  let line = Promise.resolve();
  for (const target of targets) {
    const needed = (target.needs ?? []).map((name) => ends.get(name));
    const make = async (): Promise<void> => {
      await Promise.all(needed);
      if (!(await makeOne(root, target, say))) failed.push(target.name);
    };
    const end = target.isApart ? make() : line.then(make);
    ends.set(target.name, end);
    if (!target.isApart) line = end;
  }
  await Promise.all(ends.values());
  return failed;
}

/** False when it could not be made. */
async function makeOne(root: string, target: Target, say: (line: string) => void): Promise<boolean> {
  const missing = target.missing();
  if (missing !== null) {
    say(`build: ${target.name} left out: ${missing}`);
    return true;
  }
  if (isUpToDate(root, target)) return true;
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
    return true;
  } catch (error) {
    say(`build: ${target.name} FAILED\n${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}
