import { expect, test } from "vitest";
import golden from "../../test/golden/structs/debug_offsets.json" with { type: "json" };
import { RUNTIME } from "./data.ts";
import { initializeDebugOffsets } from "./debug_offsets.ts";
import { bytesAt } from "./memory.ts";

test("a reader from outside finds what it finds in CPython 3.13.0", () => {
  initializeDebugOffsets(0x030d00f0);
  const bytes = bytesAt(RUNTIME, golden.length * 8);
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  expect(golden.map((_, i) => words.getBigUint64(i * 8, true).toString())).toEqual(golden);
});
