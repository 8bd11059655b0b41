import { expect, it } from "vitest";
import type { FieldFact, StructureFact } from "../../../protocol/facts.ts";
import { FIELD_ROW, layoutRows, PLAIN_ROW, ROW_BYTES, WORDS_ROW } from "./rows.ts";

const field = (offset: number, bytes: number, name: string): FieldFact => ({
  offset,
  bytes,
  name,
  kind: "num",
  text: "",
  pointer: null,
  changed: false,
  wasText: null,
});
const structure = (block: number, blockBytes: number, fields: FieldFact[], address = block): StructureFact => ({
  address,
  block,
  blockBytes,
  name: "T",
  type: "t",
  kind: "num",
  text: null,
  state: "used",
  fields,
  usedBytes: 0,
});

it("draws the selected block's rows with fields, and says what is before and after", () => {
  const before = structure(0x100, 32, []);
  const selected = structure(
    0x120,
    48,
    [field(-16, 8, "next"), field(-8, 8, "prev"), field(0, 8, "a"), field(8, 24, "long")],
    0x130,
  );
  const after = structure(0x150, 48, []);
  const layout = layoutRows(0x110, 16 * 8, [before, selected, after], selected, 1_000);
  expect(layout.rows.map((row) => row.type)).toEqual([
    "words",
    "plain",
    "fields",
    "fields",
    "fields",
    "words",
    "plain",
    "plain",
    "plain",
    "plain",
  ]);
  const rows = layout.rows.filter((row) => row.type === "fields");
  expect(rows.map((row) => row.label)).toEqual([-16, 0, 16]);
  expect(rows[1]!.pieces.map((p) => [p.field?.name, p.first, p.last, p.begins, p.ends])).toEqual([
    ["a", 0, 7, true, true],
    ["long", 8, 15, true, false],
  ]);
  expect(rows[2]!.pieces.map((p) => [p.field?.name, p.first, p.last])).toEqual([["long", 0, 15]]);
  expect(layout.block!.height).toBe(3 * FIELD_ROW);
  for (let i = 1; i < layout.rows.length; i++) {
    const own = layout.rows[i - 1]!;
    const high = own.type === "fields" ? FIELD_ROW : own.type === "words" ? WORDS_ROW : PLAIN_ROW;
    expect(layout.rows[i]!.y).toBeGreaterThanOrEqual(own.y + high);
  }
});

it("marks what no field covers as padding, once, and nothing outside the block", () => {
  const selected = structure(0x100, 32, [field(0, 8, "a"), field(8, 4, "b")]);
  const layout = layoutRows(0x100, ROW_BYTES * 2, [selected], selected, 1_000);
  const pieces = layout.rows.flatMap((row) => (row.type === "fields" ? row.pieces : []));
  expect(pieces.map((p) => [p.field?.name ?? "padding", p.first, p.last])).toEqual([
    ["a", 0, 7],
    ["b", 8, 11],
    ["padding", 12, 15],
    ["padding", 0, 15],
  ]);
});
