// The standard library: taken from the pyodide package (file python_stdlib.zip, PSF licence), unpacked unchanged.
//
//   build/lib/python3.13/…      the files, for the machine in Node
//   build/stdlib.bin            the same files in one archive, for the page (src/host/archive.ts says how it is laid out)
//
// Left out: what pyodide added for itself, and what is no Python source. None of it is committed.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";
import { packArchive } from "../../src/host/archive.ts";
import type { Target } from "./target.ts";

const ZIP = "node_modules/pyodide/python_stdlib.zip";
export const LIBRARY_DIRECTORY = "build/lib/python3.13";
export const LIBRARY_ARCHIVE = "build/stdlib.bin";

/** Not part of CPython's library, or not source. */
const LEFT_OUT = [
  /^(_pyodide|pyodide|site-packages)\//,
  /^_sysconfigdata_/,
  /(^|\/)(test|tests|__pycache__)\//,
  /\.(pyc|bat)$/,
];

export function libraryFiles(zip: Uint8Array): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const entries = unzipSync(zip, { filter: (file) => !LEFT_OUT.some((pattern) => pattern.test(file.name)) });
  for (const path of Object.keys(entries).sort()) {
    if (path.endsWith("/")) continue;
    if (path.includes("..") || path.startsWith("/")) throw new Error(`${ZIP}: a path that leads outside: ${path}`);
    files.set(path, entries[path]);
  }
  return files;
}

export function stdlibTarget(root: string): Target {
  return {
    name: "stdlib",
    missing: () => null,
    make: async () => {
      const files = libraryFiles(readFileSync(join(root, ZIP)));
      const directory = join(root, LIBRARY_DIRECTORY);
      rmSync(directory, { recursive: true, force: true });
      let bytes = 0;
      for (const [path, content] of files) {
        const file = join(directory, path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, content);
        bytes += content.length;
      }
      const archive = packArchive(files);
      writeFileSync(join(root, LIBRARY_ARCHIVE), archive);
      return {
        // The lock file, which every target depends on, fixes the package's content.
        inputs: [],
        outputs: [LIBRARY_DIRECTORY, LIBRARY_ARCHIVE],
        note: `${files.size} files, ${Math.round(bytes / 1024)} KiB; archive ${Math.round(archive.length / 1024)} KiB`,
      };
    },
  };
}
