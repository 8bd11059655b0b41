// How deep the parser counts itself at each place of a source, against CPython's (tools/golden-levels.py).
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Mode, parseText } from "./index.ts";
import { MAXSTACK } from "./levels.ts";

/** Every fourth row: what the others would tell takes too long for each run. */
const EACH = 4;

type Row = readonly [mode: Mode, template: string, level: number | null];

const rows = readFileSync("test/golden/parser/levels.jsonl", "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line) as Row);

function filled(template: string, text: string): string {
  return template.replaceAll("DECO", "\u0001").replaceAll("@", text).replaceAll("\u0001", "@");
}

/** Null: parsed. */
function errorOf(source: string, mode: Mode): string | null {
  return parseText(source, { mode, filename: "<s>" }).error?.type ?? null;
}

test("the parser gives up where CPython's does", () => {
  expect(rows.length).toBeGreaterThan(2000);
  const wrong: unknown[] = [];
  for (const [mode, template, level] of rows.filter((_, i) => i % EACH === 0)) {
    const outcomes =
      level === null
        ? [null, errorOf(filled(template, "a"), mode)]
        : [MAXSTACK - level, MAXSTACK - level + 1].map((count) =>
            errorOf(filled(template, `${"not ".repeat(count)}a`), mode),
          );
    if (outcomes[0] !== null || outcomes[1] !== "MemoryError") wrong.push([mode, template, level, outcomes]);
  }
  expect(wrong).toEqual([]);
});
