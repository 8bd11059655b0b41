// The signature in the row of a built-in function, which drives the reading of its arguments, is the one that CPython shows.
import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import "../src/machine/declarations.ts";
import {
  declaredModules,
  declaredSignature,
  declaredSpecs,
  declaredTypes,
  type MethodRow,
} from "../src/objects/declare.ts";
import { Docstrings, type DocstringTable } from "../src/objects/docstrings.ts";
import { parseSignature } from "../src/objects/signature.ts";
import { answerFile } from "../tools/build/ask-cpython.ts";

const FILE = answerFile("docstrings");
const END = "\n--\n\n";

const LISTED: Readonly<Record<string, string>> = {
  "_thread:_excepthook": "the items of its one argument stand for its name",
  "_warnings:warn": "a default that cannot be shown",
  "_warnings:warn_explicit": "a default that cannot be shown",
  "collections.deque.index": "one of the old kind",
  "marshal:dump": "the default has the name of a constant",
  "marshal:dumps": "the default has the name of a constant",
  "math:gcd": "a slash that nothing stands before",
  "math:lcm": "a slash that nothing stands before",
  "posix:chmod": "a default that is computed",
  "sys:audit": "its arguments are read all at once",
  "type.__prepare__": "another name for the type",
  ...Object.fromEntries(
    ["decimal", "digit", "numeric", "name"].map((name) => [`unicodedata:${name}`, "a default that cannot be shown"]),
  ),
};

function rows(): [owner: string, row: MethodRow][] {
  return [
    ...[...declaredTypes.map(({ spec }) => spec), ...declaredSpecs].flatMap((spec) =>
      (spec.methods ?? []).map((row): [string, MethodRow] => [`${spec.name}.`, row]),
    ),
    ...[...declaredModules.values()].flatMap(({ spec }) =>
      (spec.functions ?? []).map((row): [string, MethodRow] => [`${spec.name}:`, row]),
    ),
  ];
}

/** Modules differ in what they call themselves. */
const comparable = (signature: string): string => signature.replace("($self", "($module");

describe.skipIf(!existsSync(FILE))("signatures of rows", () => {
  const differing: string[] = [];
  let count = 0;
  beforeAll(() => {
    const docstrings = new Docstrings(JSON.parse(readFileSync(FILE, "utf8")) as DocstringTable);
    for (const [owner, [name, signature]] of rows()) {
      const shown = docstrings.find(owner.slice(0, -1), name)?.split(END);
      if (shown?.length !== 2) continue;
      count++;
      const declared = declaredSignature(owner, name, parseSignature(signature));
      if (comparable(declared) !== comparable(shown[0])) differing.push(owner + name);
    }
  });

  test("are CPython's where no reason is given", () => {
    expect(count).toBeGreaterThan(1000);
    expect(differing.filter((name) => !Object.hasOwn(LISTED, name))).toEqual([]);
  });

  test("differ where one is", () => {
    expect(Object.keys(LISTED).filter((name) => !differing.includes(name))).toEqual([]);
  });
});
