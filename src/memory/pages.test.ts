import { beforeEach, expect, test } from "vitest";
import { generator } from "../../test/support/allocation_sequence.ts";
import { staticEnd } from "./data.ts";
import { DATA_BASE, HEAP_BASE, MAPPINGS_BASE, PAGE_BYTES, TEXT_BASE } from "./map.ts";
import { bytesAt, CAPACITY, fillBytes } from "./memory.ts";
import {
  eachMapping,
  heapBreak,
  heapBytes,
  highwaterBytes,
  mapPages,
  mappedBytes,
  moveBreak,
  setLimitBytes,
  unmapPages,
  usedBytes,
  usedRanges,
} from "./pages.ts";

function mappings(): [number, number][] {
  const found: [number, number][] = [];
  eachMapping((address, byteCount) => found.push([address, byteCount]));
  return found;
}

beforeEach(() => {
  for (const [address, byteCount] of mappings()) unmapPages(address, byteCount);
  moveBreak(-heapBytes());
  setLimitBytes(0);
});

test("mappings are first fit, stay apart, and read as zero", () => {
  const a = mapPages(3 * PAGE_BYTES);
  const b = mapPages(1);
  const c = mapPages(2 * PAGE_BYTES + 1);
  expect([a, b, c]).toEqual([MAPPINGS_BASE, MAPPINGS_BASE + 3 * PAGE_BYTES, MAPPINGS_BASE + 4 * PAGE_BYTES]);
  fillBytes(a, 255, 3 * PAGE_BYTES);
  unmapPages(a, 3 * PAGE_BYTES);
  expect(mapPages(4 * PAGE_BYTES)).toBe(MAPPINGS_BASE + 7 * PAGE_BYTES);
  expect(mapPages(2 * PAGE_BYTES)).toBe(a);
  expect(bytesAt(a, 3 * PAGE_BYTES).every((byte) => byte === 0)).toBe(true);
  expect(mappings()).toEqual([
    [a, 2 * PAGE_BYTES],
    [b, PAGE_BYTES],
    [c, 3 * PAGE_BYTES],
    [MAPPINGS_BASE + 7 * PAGE_BYTES, 4 * PAGE_BYTES],
  ]);
});

test("a part of a mapping can go, from its middle too", () => {
  const a = mapPages(5 * PAGE_BYTES);
  unmapPages(a + PAGE_BYTES, PAGE_BYTES);
  expect(mappings()).toEqual([
    [a, PAGE_BYTES],
    [a + 2 * PAGE_BYTES, 3 * PAGE_BYTES],
  ]);
  expect(mappedBytes()).toBe(4 * PAGE_BYTES);
  expect(() => unmapPages(a, 2 * PAGE_BYTES)).toThrow("not mapped");
});

test("the limit holds for heap and mappings together, and the high-water mark stays", () => {
  setLimitBytes(10 * PAGE_BYTES);
  expect(moveBreak(6 * PAGE_BYTES)).toBe(HEAP_BASE);
  expect(mapPages(5 * PAGE_BYTES)).toBe(0);
  const a = mapPages(4 * PAGE_BYTES);
  expect(a).toBe(MAPPINGS_BASE);
  expect(mapPages(1)).toBe(0);
  expect(moveBreak(PAGE_BYTES)).toBe(0);
  expect(usedBytes()).toBe(10 * PAGE_BYTES);
  unmapPages(a, 4 * PAGE_BYTES);
  expect(moveBreak(-PAGE_BYTES)).toBe(HEAP_BASE + 6 * PAGE_BYTES);
  expect(heapBreak()).toBe(HEAP_BASE + 5 * PAGE_BYTES);
  expect(highwaterBytes()).toBeGreaterThanOrEqual(10 * PAGE_BYTES);
});

test("what cannot be had is 0", () => {
  expect(mapPages(0)).toBe(0);
  expect(mapPages(2 ** 40)).toBe(0);
  expect(mapPages(CAPACITY - MAPPINGS_BASE + 1)).toBe(0);
  expect(mapPages(CAPACITY - MAPPINGS_BASE)).toBe(MAPPINGS_BASE);
  expect(mapPages(1)).toBe(0);
  expect(moveBreak(MAPPINGS_BASE - HEAP_BASE + PAGE_BYTES)).toBe(0);
});

test("bookkeeping agrees with a simple model", () => {
  const next = generator(7);
  const model = new Map<number, number>();
  const taken = new Uint8Array(4096);
  for (let step = 0; step < 1000; step++) {
    if (model.size > 0 && next(2) === 0) {
      const [page, count] = [...model][next(model.size)];
      unmapPages(MAPPINGS_BASE + page * PAGE_BYTES, count * PAGE_BYTES);
      model.delete(page);
      taken.fill(0, page, page + count);
    } else {
      const count = 1 + next(80);
      let page = 0;
      while (taken.subarray(page, page + count).includes(1)) page++;
      expect(mapPages(count * PAGE_BYTES), `step ${step}`).toBe(MAPPINGS_BASE + page * PAGE_BYTES);
      model.set(page, count);
      taken.fill(1, page, page + count);
    }
  }
  const expected = [...model].sort((a, b) => a[0] - b[0]);
  expect(mappings()).toEqual(expected.map(([page, count]) => [MAPPINGS_BASE + page * PAGE_BYTES, count * PAGE_BYTES]));
});

test("used ranges are text, data, heap and runs of mappings", () => {
  moveBreak(2 * PAGE_BYTES);
  const a = mapPages(PAGE_BYTES);
  mapPages(PAGE_BYTES);
  const ranges: [number, number][] = [];
  usedRanges((address, byteCount) => ranges.push([address, byteCount]));
  expect(ranges.map(([address]) => address)).toEqual([TEXT_BASE, DATA_BASE, HEAP_BASE, a]);
  expect(ranges[1][0] + ranges[1][1]).toBeGreaterThanOrEqual(staticEnd());
  expect(ranges[2][1]).toBe(2 * PAGE_BYTES);
  expect(ranges[3][1]).toBe(2 * PAGE_BYTES);
});
