// The boot image: the plain Node bundle boots from zeros in a process of its own and writes its memory. Its bytes depend on
// the bundle and on what the build took from CPython, so they are the same wherever they are made (test/boot_image.test.ts).
import { spawnSync } from "node:child_process";
import { existsSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { answerFile } from "./ask-cpython.ts";
import type { Target } from "./target.ts";

export const BOOT_IMAGE = "build/boot.bin";
const BUNDLE = "build/bundles/plain/machine-node.js";
const DOCSTRINGS = answerFile("docstrings");
const PRACTICE = "src/machine/practice.py";
const STANDARD_LIBRARY = "build/stdlib.bin";

const SCRIPT = `
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
const [bundle, library, practice, docstrings, image] = process.argv.slice(1);
const { makeBootImage } = await import(pathToFileURL(bundle).href);
writeFileSync(image, makeBootImage(readFileSync(library), readFileSync(practice), JSON.parse(readFileSync(docstrings, "utf8"))));
`;

export function bootTarget(root: string): Target {
  return {
    name: "boot",
    needs: ["facts", "stdlib", "machine-node.plain"],
    missing: () =>
      [BUNDLE, DOCSTRINGS]
        .map((path) => (existsSync(join(root, path)) ? null : `${path} is not there yet`))
        .find((why) => why !== null) ?? null,
    make: async () => {
      const image = join(root, BOOT_IMAGE);
      rmSync(image, { force: true });
      const run = spawnSync(
        process.execPath,
        [
          "--enable-source-maps",
          "--input-type=module",
          "-e",
          SCRIPT,
          join(root, BUNDLE),
          join(root, STANDARD_LIBRARY),
          join(root, PRACTICE),
          join(root, DOCSTRINGS),
          image,
        ],
        { encoding: "utf8" },
      );
      if (run.status !== 0) throw new Error(`${run.stdout}${run.stderr}`);
      return {
        inputs: [BUNDLE, STANDARD_LIBRARY, PRACTICE, DOCSTRINGS],
        outputs: [BOOT_IMAGE],
        note: `${Math.round(statSync(image).size / 1024)} KiB`,
      };
    },
  };
}
