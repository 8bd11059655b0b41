// Every example can be gone through in any order: at moments drawn at random the memory is that of a straight run, on every
// build; and nowhere in it does a seek have to run longer than its bar allows.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Travelled } from "./support/travel_child.ts";

/** The bar for a seek, of which restoring and showing take their part. */
const GAP_MS = 500;
const FIRST_SEED = 1;
/** Seeks in each example: the checked build is slower. */
const SEEKS = { plain: 16, checked: 5, traced: 8 } as const;

const files = readdirSync("examples")
  .filter((file) => file.endsWith(".py"))
  .map((file) => `examples/${file}`);

function travel(variant: string, seed: number, seeks: number, programs: readonly string[]): Travelled[] {
  const args = ["tools/run.mjs", "test/support/travel_child.ts", variant, String(seed), String(seeks), ...programs];
  const run = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as Travelled[];
}

describe.each(Object.entries(SEEKS))("time travel on the %s build", (variant, seeks) => {
  test.skipIf(!existsSync(`build/bundles/${variant}/recorder-node.js`))(
    "leads to the memory of a straight run, in whatever order",
    () => {
      // Another seed each time: what fails is printed with it.
      const seed = FIRST_SEED + (Date.now() % 1e6);
      const found = travel(variant, seed, seeks, files);
      expect(found.map(({ name }) => `examples/${name}.py`)).toEqual(files);
      for (const { name, different } of found) expect(different, `${name}, seed ${seed}`).toEqual([]);
      if (variant !== "plain") return;
      // Processor time is not quite free of what else the machine does: what is too long is measured once more.
      const long = found.filter(({ gapMs }) => gapMs > GAP_MS).map(({ name }) => `examples/${name}.py`);
      const again = long.length === 0 ? [] : travel(variant, seed, 1, long);
      expect(again.filter(({ gapMs }) => gapMs > GAP_MS)).toEqual([]);
    },
    240_000,
  );
});
