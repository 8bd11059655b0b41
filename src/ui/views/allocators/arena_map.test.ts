import { expect, test } from "vitest";
import type { ArenaFact } from "../../../protocol/facts.ts";
import { arenaGrid, arenaMap, blockOutline, blockRects, findAt, placeAt, pointOf, poolRect } from "./arena_map.ts";

const POOL_BYTES = 16 * 1024;
const ALIGNMENT = 16;
const arenas: ArenaFact[] = Array.from({ length: 3 }, (_, arena) => ({
  address: 0x8000000 + arena * (1 << 20),
  index: arena,
  poolsInUse: 64,
  pools: Array.from({ length: 64 }, (_, index) => {
    const blockBytes = 16 * (1 + (index % 32));
    return {
      address: 0x8000000 + arena * (1 << 20) + index * POOL_BYTES,
      index,
      state: "used" as const,
      blockBytes,
      usedBlocks: 0,
      blocks: new Uint8Array(Math.floor((POOL_BYTES - 48) / blockBytes)),
    };
  }),
}));
const mapAt = (zoom: number) => arenaMap(arenas, 520, zoom, POOL_BYTES / ALIGNMENT);

test.each([1, 2, 4, 8, 16])("every block is found at the middle of each of its parts, size %i", (zoom) => {
  const map = mapAt(zoom);
  for (const arenaIndex of [0, 2]) {
    for (const pool of arenas[arenaIndex].pools) {
      const corner = poolRect(arenaGrid(map, arenaIndex), pool.index);
      for (let block = 0; block < pool.blocks.length; block += 7) {
        for (const rect of blockRects(map, pool.blockBytes / ALIGNMENT, block)) {
          const [x, y] = [corner.x + rect.x + rect.width / 2, corner.y + rect.y + rect.height / 2];
          expect(findAt(map, arenas, ALIGNMENT, x, y)).toMatchObject({
            arenaIndex,
            pool: { index: pool.index },
            block,
          });
        }
      }
    }
  }
});
test("the parts of a block have its size, and lie within the pool", () => {
  const map = mapAt(4);
  for (const dots of [1, 3, 20, 32]) {
    const rects = blockRects(map, dots, 5);
    expect(rects.reduce((sum, rect) => sum + rect.width / map.dot, 0)).toBeCloseTo(dots);
    for (const rect of rects) expect(rect.x + rect.width).toBeLessThanOrEqual(map.cell + 1e-9);
  }
});
test("the header and gaps are no block", () => {
  const map = mapAt(8);
  const corner = poolRect(arenaGrid(map, 1), 0);
  expect(findAt(map, arenas, ALIGNMENT, corner.x + 1, corner.y + 1)).toMatchObject({ arenaIndex: 1, block: null });
  expect(findAt(map, arenas, ALIGNMENT, corner.x + 1, corner.y - 5)).toBeNull();
  expect(findAt(map, arenas, ALIGNMENT, map.width + 5, corner.y + 1)).toBeNull();
});
test("a place is the same at every size", () => {
  const from = mapAt(1);
  const to = mapAt(16);
  const place = placeAt(from, 200, 250);
  expect(placeAt(to, pointOf(to, place).x, pointOf(to, place).y).across).toBeCloseTo(place.across);
  expect(pointOf(from, place)).toEqual({ x: expect.closeTo(200), y: expect.closeTo(250) });
});
test("an outline is one polygon where the parts touch, and two where they do not", () => {
  const map = mapAt(1);
  const parts = (outline: string) => outline.split("M").length - 1;
  expect(parts(blockOutline(map, 1, 0))).toBe(1);
  // 3 dots from dot 30 of a row of 32: two before its end, one in the next.
  expect(parts(blockOutline(map, 3, 9))).toBe(2);
  // 20 dots from dot 23: nine, and eleven below that do not reach under them.
  expect(parts(blockOutline(map, 20, 1))).toBe(2);
  // In rows of 16, 20 dots from dot 3: thirteen, and seven that reach under them.
  expect(parts(blockOutline(arenaMap(arenas, 520, 1, 256), 20, 0))).toBe(1);
});
