// Rows of frames: decided for a whole run, and leaving room for objects however low the view is.
import { describe, expect, it } from "vitest";
import type { FrameFact, ObjectsFacts } from "../../../protocol/facts.ts";
import { bottomOf, channelOf, Frames, foldedOf, frameRows } from "./frames.ts";

const frame = (number: number): FrameFact => ({
  address: 1000 + number,
  function: number === 0 ? "<module>" : `call${number}`,
  file: "deep.py",
  line: number,
  state: "calling",
  names: [],
  hiddenNames: 0,
});
const facts = (depth: number, hiddenFrames = 0): ObjectsFacts => ({
  frames: Array.from({ length: depth }, (_, i) => frame(i)),
  hiddenFrames,
  objects: [],
  hiddenObjects: 0,
});

describe("rows of frames", () => {
  it("leave objects a part of the view, and are fewer only where the view is low", () => {
    for (let height = 330; height <= 1200; height += 10) {
      for (let deepest = 0; deepest <= 9; deepest++) {
        const rows = frameRows(deepest, height, () => 1);
        expect(rows.count).toBeLessThanOrEqual(Math.max(1, deepest));
        expect(rows.count).toBeGreaterThanOrEqual(Math.min(2, Math.max(1, deepest)));
        expect(bottomOf(rows) + channelOf(rows)).toBeLessThan(height - 36);
      }
    }
    expect(frameRows(3, 660, () => 1)).toMatchObject({ count: 3, isLow: false });
    expect(frameRows(9, 380, () => 1)).toMatchObject({ isLow: true });
  });

  it("stand where they stood when calls come and go, and say how many have no row", () => {
    const frames = new Frames();
    const rows = frameRows(4, 400, () => 1);
    const boxes = (depth: number, hidden = 0) => frames.boxes(facts(depth, hidden), 800, new Set(), rows);
    const places = (depth: number) => boxes(depth).map(({ x, y }) => [x, y]);
    for (let depth = 1; depth < rows.count; depth++) expect(places(depth + 1).slice(0, depth)).toEqual(places(depth));
    const deep = boxes(6, 3);
    expect(deep.map(({ fact }) => fact.function)).toEqual(["<module>", "call3", "call4", "call5"].slice(-rows.count));
    expect(deep[0]!.hiddenAfter).toBe(2 + 3);
    const all = facts(6);
    expect(foldedOf(all, frames.boxes(all, 800, new Set(), rows)).length).toBe(6 - rows.count);
  });
});
