// The standard library: taken from the pyodide package (file python_stdlib.zip, PSF licence), unpacked unchanged.
//
//   build/lib/python3.13/…      the files, for the machine in Node
//   build/stdlib.bin            the same files in one archive, which the machine mounts (src/host/archive.ts: its layout), with
//                               the bytecode that our compiler makes of them, as an installed Python has it in __pycache__
//
// Added: the tables of multibyte encodings (charsets.ts). Left out: what pyodide added for itself, and what is no Python source; the build variables are our own. None of it is committed.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";
import { writePyc } from "../../src/bytecode/pyc.ts";
import { compileSource } from "../../src/compiler/index.ts";
import { packArchive } from "../../src/host/archive_pack.ts";
import { LIBRARY } from "../../src/host/library.ts";
import { isSource, isTest, listFiles } from "../source-files.ts";
import { answerFile } from "./ask-cpython.ts";
import { charsetFiles } from "./charsets.ts";
import { SYSCONFIGDATA_FILE, sysconfigdataSource } from "./sysconfigdata.ts";
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
  files.set(SYSCONFIGDATA_FILE, new TextEncoder().encode(sysconfigdataSource()));
  return files;
}

/** What the compiler is made of. */
const isCompilerPart = (path: string): boolean => /^src\/(base|parser|bytecode|compiler|host)\//.test(path);

/** Modification time of the library's files in the machine (src/host/library.ts). */
const SOURCE_SECONDS = 0;

/** __pycache__/NAME.cpython-313.pyc of every source that compiles; templates of other tools do not. */
export function bytecodeFiles(files: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  const compiled = new Map<string, Uint8Array>();
  for (const [path, source] of files) {
    const parts = /^(.*\/)?([^/]+)\.py$/.exec(path);
    if (!parts) continue;
    const options = {
      filename: `${LIBRARY}/${path}`,
      mode: "exec",
      optimize: 0,
      flags: 0,
      lineOfFile: () => null,
    } as const;
    const { code } = compileSource(source, options);
    if (code === null) continue;
    const check = { kind: "timestamp", sourceSeconds: SOURCE_SECONDS, sourceBytes: source.length } as const;
    compiled.set(`${parts[1] ?? ""}__pycache__/${parts[2]}.cpython-313.pyc`, writePyc(code, check));
  }
  return compiled;
}

export function stdlibTarget(root: string): Target {
  return {
    name: "stdlib",
    needs: ["facts"],
    missing: () => null,
    make: async () => {
      const files = new Map([...libraryFiles(readFileSync(join(root, ZIP))), ...charsetFiles(root)]);
      const directory = join(root, LIBRARY_DIRECTORY);
      rmSync(directory, { recursive: true, force: true });
      let bytes = 0;
      for (const [path, content] of files) {
        const file = join(directory, path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, content);
        bytes += content.length;
      }
      const compiled = bytecodeFiles(files);
      const archive = packArchive(new Map([...files, ...compiled]));
      writeFileSync(join(root, LIBRARY_ARCHIVE), archive);
      return {
        // The lock file, which every target depends on, fixes the package's content.
        inputs: [
          answerFile("charsets"),
          ...listFiles(root).filter((path) => isCompilerPart(path) && isSource(path) && !isTest(path)),
        ],
        outputs: [LIBRARY_DIRECTORY, LIBRARY_ARCHIVE],
        note: `${files.size} files, ${compiled.size} compiled, ${Math.round(bytes / 1024)} KiB; archive ${Math.round(archive.length / 1024)} KiB`,
      };
    },
  };
}
