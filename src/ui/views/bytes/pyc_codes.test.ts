import { expect, it } from "vitest";
import { describePyc, writePyc } from "../../../bytecode/pyc.ts";
import { compileSource } from "../../../compiler/index.ts";
import { codesOf } from "./pyc_codes.ts";

const SOURCE = "class Node:\n    def turn(self):\n        return lambda: 1\n\ndef turn():\n    pass\n";
const { code } = compileSource(Buffer.from(SOURCE), { filename: "a.py", mode: "exec", optimize: 0, flags: 0 });
const bytes = writePyc(code!, { kind: "timestamp", sourceSeconds: 7, sourceBytes: SOURCE.length });

it("tells the code objects of a .pyc, those within others one level deeper", () => {
  const codes = codesOf(describePyc(bytes, "a.pyc"));
  expect(codes.map(({ level, name, file, firstLine }) => [level, name, file, firstLine])).toEqual([
    [0, "<module>", "a.py", "1"],
    [1, "Node", "a.py", "1"],
    [2, "Node.turn", "a.py", "2"],
    [3, "Node.turn.<locals>.<lambda>", "a.py", "3"],
    [1, "turn", "a.py", "5"],
  ]);
  expect(codes[4]!.instructions).toBe(2);
  expect(codes[0]!.bytes).toBe(bytes.length - 16);
});

it("says what it can of one that is cut short", () => {
  const cut = codesOf(describePyc(bytes.subarray(0, bytes.length - 60), "a.pyc"));
  expect(cut.length).toBeGreaterThan(1);
  expect(cut[0]!.name).toBe("");
});
