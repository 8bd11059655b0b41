// Flags and sizes of all types that are built in are CPython's. What differs is listed here with its reason, and a listed type
// that is equal fails, so the list only shrinks.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { builtinModules, OURS, rowsOf } from "./support/builtins.ts";
import { findPython } from "./support/python.ts";

const PROGRAM = resolve("test/support/type_layouts.py");

const LISTED: Readonly<Record<string, string>> = {
  "_thread._local": "holds one dict: there is one thread",
  "_tokenize.TokenizerIter": "keeps another state",
  "posix.ScandirIterator": "it has nothing to close",
};

type Layout = readonly [flags: number, ...rest: (number | string | null)[]];

function layoutsOf(command: readonly string[], modules: readonly string[]): Map<string, Layout> {
  const layouts = new Map<string, Layout>();
  for (const [name, flags, ...rest] of rowsOf<[string, ...Layout]>(command, PROGRAM, modules)) {
    if (!name.startsWith("_test")) layouts.set(name, [flags, ...rest]);
  }
  return layouts;
}

const python = findPython();
const isBuilt = existsSync("build/boot.bin") && existsSync("build/bundles/plain/cli.js");

describe.skipIf(python === null || !isBuilt)("flags, sizes and bases of built-in types", () => {
  let differing: string[] = [];

  beforeAll(() => {
    const modules = builtinModules();
    const ours = layoutsOf(OURS, modules);
    const theirs = layoutsOf([python!], modules);
    expect(ours.size).toBeGreaterThan(250);
    differing = [...ours]
      .filter(([name, own]) => JSON.stringify(theirs.get(name)) !== JSON.stringify(own))
      .map(([name]) => name);
  });

  test("are CPython's where no reason is given", () => {
    expect(differing.filter((name) => !Object.hasOwn(LISTED, name))).toEqual([]);
  });

  test("differ where one is", () => {
    expect(Object.keys(LISTED).filter((name) => !differing.includes(name))).toEqual([]);
  });
});
