// The boot image depends on the core's sources and on what the build takes from packages alone: the same file wherever it is
// built, and refused when it is damaged.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";

const root = resolve(".");
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const BUILD = ["tools/run.mjs", "tools/build/build.ts", "interpreter", "machine-node.plain", "boot"];

/** A folder with the sources of another in it, and nothing that a build made but the library. */
function freshFolder(name: string, from: string): string {
  const folder = join(mkdtempSync(join(tmpdir(), "image-")), name);
  folders.push(join(folder, ".."));
  mkdirSync(join(folder, "build"), { recursive: true });
  for (const entry of ["node_modules", "package.json", "package-lock.json", "tsconfig.json"]) {
    symlinkSync(join(root, entry), join(folder, entry));
  }
  const copied = spawnSync("cp", ["-r", join(from, "src"), join(from, "tools"), folder]);
  expect(copied.status).toBe(0);
  symlinkSync(join(root, "build/stdlib.bin"), join(folder, "build/stdlib.bin"));
  return folder;
}

function imageBuiltIn(folder: string): Buffer {
  const built = spawnSync(process.execPath, BUILD, { cwd: folder, encoding: "utf8" });
  expect(built.status, built.stdout + built.stderr).toBe(0);
  return readFileSync(join(folder, "build/boot.bin"));
}

describe.skipIf(!existsSync("build/stdlib.bin"))("boot image", () => {
  test("is the same file when it is built in two folders, and a damaged one is refused", () => {
    const first = freshFolder("a", root);
    // The second is a copy of the first: the repository itself may be worked on meanwhile.
    const second = freshFolder("another-folder-with-a-longer-name", first);
    const image = imageBuiltIn(first);
    const other = imageBuiltIn(second);
    expect(image.length).toBeGreaterThan(1 << 20);
    expect(image.equals(other)).toBe(true);
    expect(image.includes(first)).toBe(false);

    const script = `
      const { practise } = await import("./build/bundles/plain/machine-node.js");
      const { readFileSync } = await import("node:fs");
      const image = readFileSync("build/boot.bin");
      practise(image);
      for (const [change, what] of [[(b) => { b[b.length - 100000] ^= 1; }], [(b) => { b[20] ^= 1; }], [(b) => { b[0] = 0; }]]) {
        const damaged = Buffer.from(image); change(damaged);
        try { practise(damaged); console.log("accepted"); } catch (error) { console.log(error.name); }
      }
      try { practise(image.subarray(0, image.length / 2 & -4)); console.log("accepted"); } catch (error) { console.log(error.name); }
    `;
    writeFileSync(join(first, "damage.mjs"), script);
    const run = spawnSync(process.execPath, ["damage.mjs"], { cwd: first, encoding: "utf8" });
    expect(run.stdout.trim().split("\n")).toEqual(["ImageError", "ImageError", "ImageError", "ImageError"]);
  });
});
