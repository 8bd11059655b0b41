import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BOX_WIDTH, type Box, COLUMN_PITCH, columnX, LEFT, type PlaceNode, Placer, ROW_GAP } from "./place.ts";

const link = (target: number) => ({ target, x: 59, peer: true });
const value = (target: number) => ({ target, x: 59, peer: false });
const node = (id: number, pointers: PlaceNode["pointers"] = [], span = 1, height = 96): PlaceNode => ({
  id,
  span,
  height,
  pointers,
});
const center = (column: number) => columnX(column) + BOX_WIDTH / 2;

function expectApart(boxes: ReadonlyMap<number, Box>): void {
  const list = [...boxes.values()];
  for (let i = 0; i < list.length; i++) {
    for (let k = i + 1; k < list.length; k++) {
      const a = list[i]!;
      const b = list[k]!;
      const sideBySide = a.x + a.width < b.x || b.x + b.width < a.x;
      const apart = a.y + a.height + ROW_GAP <= b.y || b.y + b.height + ROW_GAP <= a.y;
      expect(sideBySide || apart, `${JSON.stringify(a)} ${JSON.stringify(b)}`).toBe(true);
    }
  }
}

describe("placing objects", () => {
  it("after a jump takes the spots of what is gone, and gives them back where that returns", () => {
    const placer = new Placer(1);
    const top = placer.update([node(1)], []).get(1)!;
    expect(placer.update([node(2)], []).get(2)!.y).toBeGreaterThan(top.y);
    expect(placer.update([node(3)], [], { isJump: true }).get(3)).toEqual(top);
    expect(placer.update([node(1)], [], { isJump: true }).get(1)).toEqual(top);
  });

  it("lets what was empty grow where it stands, and what has no room keep its size", () => {
    const placer = new Placer(1);
    const empty = { ...node(1, [], 1, 42), growth: 81, leastHeight: 66 };
    const below = node(2, [], 1, 42);
    const first = placer.update([empty, below], [{ target: 1, x: center(0) }]);
    expect(first.get(2)!.y).toBe(first.get(1)!.y + 42 + 81 + ROW_GAP);
    for (let rows = 1; rows <= 6; rows++) {
      const boxes = placer.update([{ ...empty, height: 42 + 27 * rows }, below], []);
      for (const id of [1, 2]) expect({ ...boxes.get(id)!, height: 0 }).toEqual({ ...first.get(id)!, height: 0 });
      expect(boxes.get(1)!.height, `${rows} rows`).toBe(42 + 27 * Math.min(rows, 4));
    }
    // Asked for in whole, it goes where it has room; alone, it grows at its corner again.
    const asked = placer.update([{ ...empty, height: 42 + 27 * 6, mayMove: true }, below], []);
    expect(asked.get(1)!.height).toBe(42 + 27 * 6);
    expect(asked.get(2)).toEqual(first.get(2));
    expectApart(asked);
  });

  it("lays a linked list in a row with its values below, as it is read", () => {
    const placer = new Placer(4);
    const boxes = placer.update(
      [
        node(1, [link(2), value(11)]),
        node(2, [link(3), value(12)]),
        node(3, [value(13)]),
        node(11, [], 1, 42),
        node(12, [], 1, 42),
        node(13, [], 1, 42),
      ],
      [{ target: 1, x: center(0) }],
    );
    expect([1, 2, 3].map((id) => boxes.get(id)!.x)).toEqual([0, 1, 2].map(columnX));
    expect(new Set([1, 2, 3].map((id) => boxes.get(id)!.y)).size).toBe(1);
    for (const id of [1, 2, 3]) {
      expect(boxes.get(10 + id)!.x).toBe(boxes.get(id)!.x);
      expect(boxes.get(10 + id)!.y).toBe(boxes.get(id)!.y + 96 + ROW_GAP);
    }
  });

  it("turns a chain so that its ends are nearest to the names that point there", () => {
    const boxes = new Placer(4).update(
      [node(1), node(2, [link(1)]), node(3, [link(2)]), node(4)],
      [
        { target: 1, x: center(0) },
        { target: 3, x: center(2) },
        { target: 4, x: center(3) },
      ],
    );
    expect([1, 2, 3, 4].map((id) => boxes.get(id)!.x)).toEqual([0, 1, 2, 3].map(columnX));
  });

  it("puts the children of a tree below their parent, left before right", () => {
    const boxes = new Placer(4).update([node(1, [link(2), link(3)]), node(2), node(3)], [{ target: 1, x: center(1) }]);
    expect(boxes.get(2)!.y).toBeGreaterThan(boxes.get(1)!.y);
    expect(boxes.get(2)!.y).toBe(boxes.get(3)!.y);
    expect(boxes.get(2)!.x).toBeLessThan(boxes.get(3)!.x);
  });

  it("never moves what stands when pointers change, and puts a new object beside the first that points to it", () => {
    const placer = new Placer(4);
    const before = placer.update([node(1, [link(2)]), node(2)], [{ target: 1, x: center(0) }]);
    const after = placer.update([node(2, [link(1)]), node(1, [link(3)]), node(3)], [{ target: 2, x: center(3) }]);
    for (const id of [1, 2]) expect(after.get(id)).toEqual(before.get(id));
    expect(after.get(3)!.y).toBe(after.get(1)!.y);
  });

  it("keeps the place of a freed object empty until a call returns, and remembers it for the way back", () => {
    const placer = new Placer(1);
    const first = placer.update([node(1)], [{ target: 1, x: center(0) }]);
    const second = placer.update([node(2)], [{ target: 2, x: center(0) }]);
    expect(second.get(2)!.y).toBeGreaterThan(first.get(1)!.y);
    const third = placer.update([node(2), node(3)], [{ target: 3, x: center(0) }], { isReturn: true });
    expect(third.get(3)!.y).toBe(0);
    const back = placer.update([node(1)], [{ target: 1, x: center(0) }]);
    expect(back.get(1)).toEqual(first.get(1));
  });

  it("gives the place of what is long gone to another, so that the picture does not sink", () => {
    const placer = new Placer(1);
    let lowest = 0;
    for (let id = 1; id < 200; id++) {
      const boxes = placer.update([node(id)], [{ target: id, x: center(0) }], { isNext: true });
      lowest = Math.max(lowest, boxes.get(id)!.y);
    }
    expect(lowest).toBeLessThan(12 * (node(1).height + ROW_GAP));
  });

  it("keeps its promises through random histories", () => {
    const step = fc.array(
      fc.record({
        id: fc.integer({ min: 1, max: 14 }),
        targets: fc.array(fc.record({ target: fc.integer({ min: 1, max: 14 }), peer: fc.boolean() }), { maxLength: 3 }),
        span: fc.integer({ min: 1, max: 3 }),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.array(step, { maxLength: 6 }), (columns, steps) => {
        const placer = new Placer(columns);
        let last: ReadonlyMap<number, Box> = new Map();
        for (const objects of steps) {
          const unique = new Map(objects.map((o) => [o.id, o]));
          const nodes = [...unique.values()].map((o) =>
            node(
              o.id,
              o.targets.map((t) => ({ ...t, x: 20 })),
              1 + ((o.id + 1) % 2),
              42 + 27 * (o.id % 3),
            ),
          );
          const boxes = placer.update(
            nodes,
            nodes.slice(0, 2).map((n, i) => ({ target: n.id, x: LEFT + i * COLUMN_PITCH })),
          );
          expect(boxes.size).toBe(nodes.length);
          expectApart(boxes);
          for (const [id, box] of boxes) if (last.has(id)) expect(box).toEqual(last.get(id));
          last = boxes;
        }
      }),
      { numRuns: 150 },
    );
  });

  it("places 5,000 linked objects with their values, and steps through them fast", () => {
    const nodes: PlaceNode[] = [];
    for (let i = 1; i <= 2_500; i++) {
      nodes.push(node(i, [...(i < 2_500 ? [link(i + 1)] : []), value(10_000 + i)]));
      nodes.push(node(10_000 + i, [], 1, 42));
    }
    const placer = new Placer(5);
    const first = placer.update(nodes, [{ target: 1, x: center(0) }]);
    expect(first.size).toBe(5_000);
    expect(placer.update([...nodes, node(9_999)], [{ target: 9_999, x: center(2) }]).get(1)).toEqual(first.get(1));
  });

  it("lets a container grow where it stands, over more columns or with more rows", () => {
    const cells = (count: number): PlaceNode => ({
      ...node(1, [], Math.min(3, Math.ceil(count / 3)), 78),
      heightAt: (span) => 42 + 36 * Math.ceil(count / (span * 3)),
    });
    const placer = new Placer(4);
    const first = placer.update([cells(3)], [{ target: 1, x: center(3) }]).get(1)!;
    expect(first.x).toBe(columnX(3));
    // At the right edge it has no more columns, so it gets more rows.
    const grown = placer.update([cells(7)], [{ target: 1, x: center(3) }]).get(1)!;
    expect(grown).toEqual({ ...first, height: 42 + 3 * 36 });
    const wide = new Placer(4);
    const left = wide.update([cells(3)], [{ target: 1, x: center(0) }]).get(1)!;
    const wider = wide.update([cells(7)], [{ target: 1, x: center(0) }]).get(1)!;
    expect(wider.x).toBe(left.x);
    expect(wider.width).toBe(BOX_WIDTH + 2 * COLUMN_PITCH);
  });
});
