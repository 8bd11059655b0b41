// The archive gives back what was packed, and refuses what is damaged.
import { expect, test } from "vitest";
import { openArchive } from "../../src/host/archive.ts";
import { packArchive } from "../../src/host/archive_pack.ts";
import "../../src/host/node/inflate.ts";

const text = (content: string): Uint8Array => new TextEncoder().encode(content);

test("files come back equal, in order of their paths", () => {
  const big = new Uint8Array(100_000).map((_, i) => (i * i) >> 3);
  const files = new Map([
    ["re/__init__.py", text("import enum\n")],
    ["abc.py", text("# ünïcode\n")],
    ["empty.py", text("")],
    ["big.bin", big],
  ]);
  const archive = openArchive(packArchive(files));
  expect(archive.paths).toEqual(["abc.py", "big.bin", "empty.py", "re/__init__.py"]);
  for (const [path, content] of files) expect(archive.read(path)).toEqual(content);
  expect(archive.read("missing.py")).toBeUndefined();
});

test("an archive inside a larger buffer opens", () => {
  const packed = packArchive(new Map([["a.py", text("a = 1\n")]]));
  const larger = new Uint8Array(packed.length + 9);
  larger.set(packed, 5);
  expect(openArchive(larger.subarray(5, 5 + packed.length)).read("a.py")).toEqual(text("a = 1\n"));
});

test("what is cut short or something else is refused", () => {
  const packed = packArchive(new Map([["a.py", text("a = 1\n")]]));
  expect(() => openArchive(packed.subarray(0, packed.length - 1))).toThrow("damaged");
  expect(() => openArchive(text("PK"))).toThrow("not a library archive");
});
