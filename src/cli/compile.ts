// underglass compile: each BASE/a/b.py to DIR/a/b.pyc. A file that does not compile does not stop the others.
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import { writePyc } from "../bytecode/pyc.ts";
import { CommandError, oneLine, reasonOf } from "./fail.ts";
import { compileFile, readSource, type SourceFile } from "./source.ts";

function targetOf(path: string, base: string, outDir: string): string {
  const inside = relative(resolve(base), resolve(path));
  if (inside.startsWith("..") || isAbsolute(inside)) throw new CommandError(`${path} is not below ${base}`, 2);
  return join(outDir, `${inside.replace(/\.pyw?$/, "")}.pyc`);
}

/** A folder and those above it. One by one: Node's `recursive` never ends where a file system refuses new folders (/proc). */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process may have made it meanwhile.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}

/** All or nothing: a reader never meets half a file. */
function writeWhole(path: string, bytes: Uint8Array): void {
  const half = `${path}.${process.pid}`;
  try {
    makeFolder(dirname(path));
    writeFileSync(half, bytes);
    renameSync(half, path);
  } catch (error) {
    if (existsSync(half)) rmSync(half);
    throw new CommandError(`${path}: ${reasonOf(error)}`);
  }
}

function compileOne(file: SourceFile, target: string): boolean {
  const compiled = compileFile(file);
  if ("errorLines" in compiled) {
    console.error(compiled.errorLines.join("\n"));
    return false;
  }
  const check = { kind: "timestamp", sourceSeconds: file.modifiedSeconds, sourceBytes: file.bytes.length } as const;
  writeWhole(target, writePyc(compiled.code, check));
  return true;
}

/** The exit status: 1 when a file could not be compiled, read or written. */
export function compile(paths: readonly string[], outDir: string, base: string): number {
  const targets = paths.map((path) => [path, targetOf(path, base, outDir)] as const);
  let status = 0;
  for (const [path, target] of targets) {
    try {
      if (!compileOne(readSource(path), target)) status = 1;
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      console.error(`underglass: ${oneLine(error.message)}`);
      status = 1;
    }
  }
  return status;
}
