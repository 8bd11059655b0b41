// npm run build: makes what is out of date, in the order in which things need each other.
//   npm run build -- TARGET…    those whose names begin so, and what they need
import { resolve } from "node:path";
import { factsTarget } from "./ask-cpython.ts";
import { bootTarget } from "./boot.ts";
import { bundleTargets } from "./bundles.ts";
import { interpreterTarget } from "./interpreter.ts";
import { pageTarget } from "./page.ts";
import { startTarget } from "./start.ts";
import { stdlibTarget } from "./stdlib.ts";
import { makeAll, withNeeds } from "./target.ts";
import { typesTarget } from "./types.ts";

const root = resolve(".");
const only = process.argv.slice(2);
const targets = [
  factsTarget(root),
  interpreterTarget(root),
  ...bundleTargets(root),
  stdlibTarget(root),
  bootTarget(root),
  startTarget(root),
  pageTarget(root),
  typesTarget(root),
];
const chosen = only.length === 0 ? targets : withNeeds(targets, only);
if (chosen.length === 0) {
  console.error(`build: no such target; there are ${targets.map((t) => t.name).join(", ")}`);
  process.exit(2);
}
const failed = await makeAll(root, chosen, console.log);
if (failed.length > 0) {
  console.error(`build: ${failed.length} failed: ${failed.join(", ")}`);
  process.exit(1);
}
