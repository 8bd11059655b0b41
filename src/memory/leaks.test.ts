// A block is lost when the last word that led to it is gone, and not before.
import { expect, test, vi } from "vitest";

vi.mock("./build_flags.ts", () => ({ CHECKED: true, TRACED: false }));
const { lostBlocks } = await import("./leaks.ts");
const { reserveStatic } = await import("./data.ts");
const { setPtr } = await import("./memory.ts");
const { rawFree, rawMalloc } = await import("./allocators.ts");

test("blocks are lost with the word that leads to them, also through each other", () => {
  const root = reserveStatic(8);
  const [first, second, large] = [rawMalloc(64), rawMalloc(48), rawMalloc(400_000)];
  setPtr(root, first);
  setPtr(first, second);
  setPtr(second + 8, large + 4096);
  expect(lostBlocks()).toEqual([]);
  setPtr(first, 0);
  expect(lostBlocks().map(({ address }) => address)).toEqual([second, large]);
  rawFree(second);
  rawFree(large);
  expect(lostBlocks()).toEqual([]);
  setPtr(root, 0);
  expect(lostBlocks().map(({ address }) => address)).toEqual([first]);
  rawFree(first);
});
