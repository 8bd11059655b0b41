// The checks find what they are for, and let pass what is right.
import { describe, expect, test } from "vitest";
import { applyAllowances, checkCoreFile } from "./check-core.ts";
import { findSentences, sentencesOf } from "./check-docstrings.ts";
import { checkImports, importsOf } from "./check-imports.ts";
import { checkTidyFile } from "./check-tidy.ts";

describe("imports", () => {
  const check = (files: Record<string, string>): string[] => checkImports(new Map(Object.entries(files)));

  test("all forms of imports are seen, examples in comments are not", () => {
    const text = `// import { no } from "./no.ts";
import type { A } from "./a.ts";
import { type B, type C } from "./b.ts";
import {
  d,
  type D,
} from "./d.ts";
export * from "./e.ts";
import "./f.ts";
const g = await import("./g.ts");
/* import "./no.ts" */`;
    expect(importsOf(text).map((i) => [i.specifier, i.isTypeOnly, i.line])).toEqual([
      ["./a.ts", true, 2],
      ["./b.ts", true, 3],
      ["./d.ts", false, 4],
      ["./e.ts", false, 8],
      ["./f.ts", false, 9],
      ["./g.ts", false, 10],
    ]);
  });

  test("an import upwards is named, of types too", () => {
    expect(
      check({
        "src/memory/a.ts": 'import type { X } from "../objects/x.ts";',
        "src/objects/x.ts": 'import { a } from "../memory/a.ts"; import { z } from "zod"; import fs from "node:fs";',
        "src/parser/p.ts": 'import { q } from "../../tools/q.ts";',
      }),
    ).toEqual([
      "src/memory/a.ts:1: memory may not import objects (src/objects/x.ts)",
      "src/objects/x.ts:1: objects may not import the package zod",
      "src/objects/x.ts:1: objects may not import the package node:fs",
      "src/parser/p.ts:1: parser may not import tools/q.ts, which is outside src/",
    ]);
  });

  test("a circle is named with its chain; one of types only is none", () => {
    const files = {
      "src/gc/a.ts": 'import { b } from "./b.ts";',
      "src/gc/b.ts": 'import { c } from "./c.ts";',
      "src/gc/c.ts": 'import { a } from "./a.ts";',
    };
    expect(check(files)).toEqual(["import circle: src/gc/a.ts → src/gc/b.ts → src/gc/c.ts → src/gc/a.ts"]);
    expect(check({ ...files, "src/gc/c.ts": 'import type { a } from "./a.ts";' })).toEqual([]);
  });

  test("of a part only the files that are named may be imported", () => {
    const text =
      'import { ptr } from "../memory/memory.ts";\nimport { PyObject } from "../memory/structs/object.ts";\n';
    expect(check({ "src/inspect/x.ts": text })).toEqual([
      expect.stringMatching(/x\.ts:1: inspect may not import src\/memory\/memory\.ts/),
    ]);
  });

  test("hosts see their own platform only", () => {
    expect(
      check({
        "src/host/node/clock.ts": 'import { hrtime } from "node:process"; import { C } from "../clock.ts";',
        "src/host/browser/clock.ts": 'import { hrtime } from "node:process";',
        "src/host/clock.ts": "",
      }),
    ).toEqual(["src/host/browser/clock.ts:1: host/browser may not import the package node:process"]);
  });
});

describe("core", () => {
  const rules = async (text: string, path = "src/objects/x.ts"): Promise<string[]> =>
    (await checkCoreFile(path, text)).map((f) => `${f.line} ${f.rule}`);

  test.each([
    ["const a: number =\n Math.exp(1);", ["2 math"]],
    ["Math.floor(1.5); Math.imul(2, 3);", []],
    ["const { sin, floor } = Math;", ["1 math"]],
    ["const Math = { exp: (x: number) => x }; Math.exp(1);", []],
    ["let x = 2; x = x ** 2; x **= 3;", ["1 power", "1 power"]],
    ["const big = 2n ** BigInt(9), two = 2 ** 63;", []],
    ["new Date(); Intl.Collator;", ["1 global", "1 global"]],
    ["interface Date { x: number }\nexport function f(Date: number) { return Date; }", []],
    ['"a".localeCompare("b"); s.normalize("NFC"); s.toUpperCase();', ["1 method", "1 method", "1 method"]],
    ["/\\p{L}/u.test(s); /\\d/.test(s);", ["1 regexp"]],
    ['import { U8, ptr } from "../memory/memory.ts";', ["1 view"]],
    ['import * as memory from "../memory/memory.ts";', ["1 view"]],
    ["ptr(a + 16); ptr(a + 4); u8(text + 1); ptr(a + PyDict.ma_keys);", ["1 offset"]],
    ["new BigInt64Array(1);", ["1 global"]],
  ])("%s", async (text, wanted) => {
    expect(await rules(text)).toEqual(wanted);
  });

  test("memory/ may index its views", async () => {
    expect(await rules('import { U8 } from "./memory.ts"; U8[8] = 1;', "src/memory/x.ts")).toEqual([]);
  });

  test("an exception covers its rule only, and one that is not needed is a finding", async () => {
    const findings = await checkCoreFile("src/base/x.ts", "Math.exp(1); new Date();");
    const reason = "a reason for the test";
    expect(
      applyAllowances(findings, [
        { path: "src/base/", rule: "math", reason },
        { path: "src/base/x.ts", rule: "power", reason },
      ]),
    ).toEqual([
      "src/base/x.ts:1: Date: time enters by the host [global]",
      "tools/check-core.allow.json: src/base/x.ts no longer needs its exception [power]",
    ]);
  });
});

describe("tidy", () => {
  test.each([
    ["src/a.ts", "export const a = 1;", 1],
    ["src/a.ts", "// What a is.\nexport const a = 1;", 0],
    ["src/a.test.ts", 'test("a", () => {});', 0],
    ["README.md", `see /${"home"}/someone/project`, 1],
    ["README.md", "see bin/underglass, /usr/bin/env and ~/.cache", 0],
    ["README.md", `https://${"registry"}.npmjs.org/x`, 1],
    ["docs/a.md", `a ${"fix"}me here`, 1],
    ["package-lock.json", '"resolved": "x"', 1],
    ["test/conformance/a.py", "print(os.__file__)\n# expect: /usr/lib/python3.13/os.py", 1],
    ["test/conformance/a.py", "print(f.name)  # expect: '/tmp/tmpab12/x'", 1],
    ["test/conformance/a.py", '1 / 0\n# expect-stderr:   File "/opt/a/b.py", line 1', 1],
    ["test/conformance/a.py", "print(f)  # expect: <function f at 0x7f0123456789>", 1],
    ["test/conformance/a.py", "open('/opt/a')\nprint(p)  # expect: ['/tmp', '/bin/sh', '/nope/x', 0x7fff]", 0],
  ])("%s: %s", (path, text, count) => {
    expect(checkTidyFile(path, text)).toHaveLength(count);
  });
});

describe("docstrings", () => {
  const sentences = sentencesOf([
    "sing(song, /)\n--\n\nSing a song to the moon.\n\nThe moon answers in a language\nof its own.",
    "Sing a song.",
    "expr = Song(moon night, stars sky)",
  ]);

  test("a sentence is found however it is written", () => {
    expect(findSentences('doc: "Sing a song to\\nthe moon."', sentences)).toEqual(["sing a song to the moon"]);
    expect(findSentences("// The moon answers\n// in a language of its\n// own.", sentences)).toHaveLength(1);
  });

  test("a short one, a part of one and names in a row are no finding", () => {
    for (const text of ["Sing a song.", "Sing a song to the", "Song(moon night, stars sky)"]) {
      expect(findSentences(text, sentences)).toEqual([]);
    }
  });
});
