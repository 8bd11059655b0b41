import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crossingsOf, hits, roundedPath } from "./geometry.ts";
import type { Box } from "./place.ts";
import { type Route, routeName, routeSlot } from "./route.ts";
import { Tracks } from "./tracks.ts";

const box = (x: number, y: number, width = 118, height = 96): Box => ({ x, y, width, height });
const slotOf = (holder: Box, last = false) => ({ id: 1, holder, y: holder.y + 56, last, x: null });

describe("routing arrows", () => {
  it("goes straight to a neighbour, from the side that faces it", () => {
    const left = box(35, 0);
    const right = box(187, 0);
    expect(routeSlot(slotOf(left), right, [left, right], [])).toEqual({
      side: "right",
      stub: false,
      points: [
        { x: 141, y: 56 },
        { x: 185, y: 56 },
      ],
    });
    expect(routeSlot(slotOf(right), left, [left, right], []).side).toBe("left");
  });

  it("goes straight down from the last row to a value below", () => {
    const holder = box(35, 0);
    const value = box(35, 136, 118, 42);
    const route = routeSlot({ ...slotOf(holder, true), y: 83 }, value, [holder, value], []);
    expect(route.points).toEqual([
      { x: 94, y: 83 },
      { x: 94, y: 134 },
    ]);
  });

  it("goes round an object in between", () => {
    const boxes = [box(35, 0), box(187, 0), box(339, 0)];
    const route = routeSlot(slotOf(boxes[0]!), boxes[2]!, boxes, []);
    expect(route.stub).toBe(false);
    expect(route.points.length).toBeGreaterThan(2);
    for (let i = 1; i < route.points.length; i++) {
      expect(hits(route.points[i - 1]!, route.points[i]!, boxes[1]!, 0)).toBe(false);
    }
  });

  it("runs through no box but its own, is orthogonal, and ends at its target, in random scenes", () => {
    const cell = fc.record({ column: fc.integer({ min: 0, max: 4 }), row: fc.integer({ min: 0, max: 3 }) });
    fc.assert(
      fc.property(
        fc.uniqueArray(cell, { minLength: 2, maxLength: 12, selector: (c) => `${c.column} ${c.row}` }),
        (cells) => {
          const boxes = cells.map((c) => box(35 + c.column * 152, c.row * 136, 118, 96));
          const routes: Route[] = [];
          boxes.forEach((holder, index) => {
            const target = boxes[(index + 1) % boxes.length]!;
            // Each third is an entry of a dict: its dot is at the right, and its label in the way to the left.
            const onlyRight = index % 3 === 0;
            const route = routeSlot({ ...slotOf(holder, index % 2 === 0), onlyRight }, target, boxes, routes);
            routes.push(route);
            const { points } = route;
            if (onlyRight) expect(points[1]!.x).toBeGreaterThan(points[0]!.x);
            for (let i = 1; i < points.length; i++) {
              const a = points[i - 1]!;
              const b = points[i]!;
              expect(a.x === b.x || a.y === b.y).toBe(true);
              for (const other of boxes) {
                if (route.stub || (other === holder && i === 1) || (other === target && i === points.length - 1))
                  continue;
                expect(hits(a, b, other, 0)).toBe(false);
              }
            }
            if (route.stub) return;
            const end = points[points.length - 1]!;
            expect(end.x >= target.x - 2 && end.x <= target.x + target.width + 2).toBe(true);
            expect(end.y >= target.y - 2 && end.y <= target.y + target.height + 2).toBe(true);
          });
          expect(routes.filter((route) => route.stub).length).toBe(0);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("leaves an entry of a dict to the right, never back over its label", () => {
    const dicts = fc.array(fc.integer({ min: 2, max: 9 }), { minLength: 3, maxLength: 5 });
    fc.assert(
      fc.property(dicts, fc.integer({ min: 0, max: 4 }), (rowCounts, targetColumn) => {
        const heads = rowCounts.map((rows, column) => box(35 + column * 152, 0, 118, 42 + 27 * rows));
        const below = rowCounts.map((rows, column) => box(35 + column * 152, 42 + 27 * rows + 40, 118, 42));
        const boxes = [...heads, ...below];
        const holder = heads[heads.length - 1]!;
        const target = below[Math.min(targetColumn, below.length - 1)]!;
        const routes: Route[] = [];
        for (let row = 0; row < rowCounts[rowCounts.length - 1]!; row++) {
          const slot = { id: row, holder, y: holder.y + 56 + row * 27, last: false, x: null, onlyRight: true };
          const route = routeSlot(slot, target, boxes, routes);
          routes.push(route);
          expect(route.points[1]!.x).toBeGreaterThan(route.points[0]!.x);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("gives names tracks without overlap, with few crossings, and keeps them", () => {
    const tracks = new Tracks();
    const arrows = [
      { id: 1, from: 296, to: 398 },
      { id: 2, from: 442, to: 246 },
      { id: 3, from: 588, to: 550 },
    ];
    const first = tracks.assign(arrows);
    expect(first.get(1)).not.toBe(first.get(2));
    expect(first.get(3)).toBe(0);
    const second = tracks.assign([{ id: 1, from: 296, to: 246 }, ...arrows.slice(1)]);
    expect(second.get(2)).toBe(first.get(2));
    expect(tracks.count).toBe(2);
  });

  it("finds where routes cross, and says which is upper", () => {
    const target = box(35, 200);
    const across: Route = {
      side: "right",
      stub: false,
      points: [
        { x: 0, y: 150 },
        { x: 300, y: 150 },
      ],
    };
    const down = routeName(
      { id: 1, dot: { x: 94, y: 50 }, frameBottom: 66, target },
      90,
      94,
      [{ x: 94, y: 50 }],
      [target],
      [across],
    );
    expect(crossingsOf([across, down])).toEqual([{ x: 94, y: 150, vertical: true, upper: 1 }]);
  });

  it("rounds corners, less where a piece is short", () => {
    expect(
      roundedPath([
        { x: 0, y: 0 },
        { x: 0, y: 20 },
        { x: 20, y: 20 },
      ]),
    ).toBe("M0 0L0 14Q0 20 6 20L20 20");
    expect(
      roundedPath([
        { x: 0, y: 0 },
        { x: 0, y: 4 },
        { x: 20, y: 4 },
      ]),
    ).toBe("M0 0L0 2Q0 4 2 4L20 4");
  });
});
