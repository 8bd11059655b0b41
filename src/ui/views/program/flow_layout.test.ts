import fc from "fast-check";
import { expect, it } from "vitest";
import { type FlowLayout, type LayoutBlock, layoutFlow } from "./flow_layout.ts";

/** Any graph: sizes, and edges to anywhere, forwards and back. */
const graphs = fc
  .array(
    fc.record({
      width: fc.integer({ min: 60, max: 280 }),
      height: fc.integer({ min: 30, max: 300 }),
      targets: fc.array(fc.tuple(fc.nat({ max: 30 }), fc.constantFrom("next", "jump", "handler")), { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 18 },
  )
  .map((blocks): LayoutBlock[] =>
    blocks.map(({ width, height, targets }, id) => ({
      id,
      width,
      height,
      edges: targets.map(([to, kind]) => ({ to: to % blocks.length, kind })),
    })),
  );

function overlaps({ blocks }: FlowLayout): string[] {
  const found: string[] = [];
  for (const a of blocks) {
    for (const b of blocks) {
      if (a.id >= b.id) continue;
      const isApart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
      if (!isApart) found.push(`${a.id} ${b.id}`);
    }
  }
  return found;
}

/** Stretches of edges that run through the inside of a block. */
function crossings({ blocks, edges }: FlowLayout): string[] {
  const found: string[] = [];
  for (const { from, to, points } of edges) {
    for (let i = 1; i < points.length; i++) {
      const [x1, y1] = points[i - 1]!;
      const [x2, y2] = points[i]!;
      for (const { id, x, y, width, height } of blocks) {
        const inX = Math.max(x1, x2) > x + 0.5 && Math.min(x1, x2) < x + width - 0.5;
        const inY = Math.max(y1, y2) > y + 0.5 && Math.min(y1, y2) < y + height - 0.5;
        if (inX && inY) found.push(`${from}→${to} through ${id}`);
      }
    }
  }
  return found;
}

it("places any graph without overlaps, and leads no edge through a block", () => {
  fc.assert(
    fc.property(graphs, (blocks) => {
      const layout = layoutFlow(blocks);
      expect(layout.blocks.length).toBe(blocks.length);
      expect(layout.edges.length).toBe(blocks.reduce((sum, { edges }) => sum + edges.length, 0));
      expect(overlaps(layout)).toEqual([]);
      expect(crossings(layout)).toEqual([]);
      for (const { points } of layout.edges) {
        for (const [x, y] of points) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(layout.width);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(layout.height);
        }
      }
    }),
    { numRuns: 300 },
  );
});

it("reads from top to bottom: an edge leads up only where the code goes back", () => {
  const block = (id: number, ...to: number[]): LayoutBlock => ({
    id,
    width: 100,
    height: 40,
    edges: to.map((target) => ({ to: target, kind: "jump" })),
  });
  const { blocks, edges } = layoutFlow([block(0, 1, 3), block(1, 2), block(2, 1, 3), block(3)]);
  const top = (id: number) => blocks.find((each) => each.id === id)!.y;
  for (const { from, to } of edges) expect(top(from) < top(to)).toBe(from < to);
});
