// str, bytes, bytearray, formats and codecs against CPython: calls of methods with their results' repr or their errors
// (tools/text_cases.py makes the cases), and no block is left behind.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { allocatedBlocks } from "../src/memory/pymalloc.ts";
import { findPython } from "./support/python.ts";
import { type Case, outcome } from "./support/text_cases.ts";

const FRESH_COUNT = 3000;
const FRESH_SEED = 5;

function parse(text: string): Case[] {
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

function check(cases: Case[]): void {
  expect(cases.length).toBeGreaterThan(100);
  for (const one of cases) expect([one.slice(0, 3), outcome(one)]).toEqual([one.slice(0, 3), one[3]]);
}

const python = findPython();

describe.each(["str", "bytes", "format", "codecs"])("%s", (area) => {
  const golden = parse(readFileSync(`test/golden/objects/text-${area}.jsonl`, "utf8"));

  it("does what CPython does (golden)", () => check(golden));

  it("leaves nothing behind", () => {
    // The first two rounds fill free lists and caches.
    for (const one of golden) outcome(one);
    for (const one of golden) outcome(one);
    const before = allocatedBlocks();
    for (const one of golden) outcome(one);
    expect(allocatedBlocks()).toBe(before);
  });

  it.skipIf(python === null)("does what CPython does (python3.13)", () => {
    const text = execFileSync(python!, ["tools/text_cases.py", area, String(FRESH_COUNT), String(FRESH_SEED)], {
      encoding: "utf8",
      maxBuffer: 1 << 28,
      env: { ...process.env, PYTHONHASHSEED: "0" },
    });
    check(parse(text));
  });
});
