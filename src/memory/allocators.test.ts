// The allocators under random use, with all their structures checked after every step.
import { afterEach, expect, test } from "vitest";
import { generator } from "../../test/support/allocation_sequence.ts";
import {
  memFree,
  memMalloc,
  objectCalloc,
  objectFree,
  objectMalloc,
  objectRealloc,
  objectUsableBytes,
  rawCalloc,
  rawFree,
  rawMalloc,
  rawRealloc,
} from "./allocators.ts";
import { checkMemory } from "./consistency.ts";
import { MALLOC_STATE, malloc_usable_size } from "./malloc.ts";
import { HEAP_BASE, MAPPINGS_BASE } from "./map.ts";
import { bytesAt, fillBytes, ptr } from "./memory.ts";
import { mapPages, setLimitBytes, unmapPages, usedBytes } from "./pages.ts";
import { allocatedBlocks } from "./pymalloc.ts";
import { malloc_state } from "./structs/system.ts";

afterEach(() => setLimitBytes(0));

interface Domain {
  allocate(byteCount: number): number;
  zeros(count: number, itemBytes: number): number;
  resize(block: number, byteCount: number): number;
  release(block: number): void;
  usable(block: number): number;
}

const RAW: Domain = {
  allocate: rawMalloc,
  zeros: rawCalloc,
  resize: rawRealloc,
  release: rawFree,
  usable: malloc_usable_size,
};
const OBJECT: Domain = {
  allocate: objectMalloc,
  zeros: objectCalloc,
  resize: objectRealloc,
  release: objectFree,
  usable: objectUsableBytes,
};

/** Blocks keep what is written into them, never overlap, and every structure is sound after every step. */
function exercise(domain: Domain, seed: number, steps: number, largest: number): void {
  const next = generator(seed);
  const blocks: { at: number; byteCount: number; value: number }[] = [];
  const size = () => {
    const kind = next(8);
    return next(kind === 0 ? largest : kind < 4 ? 2000 : 200);
  };
  const intact = (block: { at: number; byteCount: number; value: number }, byteCount: number) =>
    bytesAt(block.at, byteCount).every((byte) => byte === block.value);
  const write = (block: { at: number; byteCount: number; value: number }) =>
    fillBytes(block.at, block.value, domain.usable(block.at));
  for (let step = 0; step < steps; step++) {
    const story = `seed ${seed}, step ${step}`;
    const action = next(5);
    if (action < 2 || blocks.length === 0) {
      const byteCount = size();
      const at = action === 0 ? domain.zeros(1, byteCount) : domain.allocate(byteCount);
      expect(at % 16, story).toBe(0);
      expect(at, story).toBeGreaterThan(0);
      expect(domain.usable(at), story).toBeGreaterThanOrEqual(byteCount);
      if (action === 0)
        expect(
          bytesAt(at, byteCount).every((byte) => byte === 0),
          story,
        ).toBe(true);
      blocks.push({ at, byteCount, value: 1 + next(255) });
      write(blocks[blocks.length - 1]);
    } else {
      const index = next(blocks.length);
      const block = blocks[index];
      expect(intact(block, domain.usable(block.at)), story).toBe(true);
      if (action === 2) {
        const byteCount = size();
        block.at = domain.resize(block.at, byteCount);
        expect(intact(block, Math.min(byteCount, block.byteCount)), story).toBe(true);
        block.byteCount = byteCount;
        write(block);
      } else {
        domain.release(block.at);
        blocks.splice(index, 1);
      }
    }
    checkMemory();
  }
  for (const block of blocks) {
    expect(intact(block, domain.usable(block.at))).toBe(true);
    domain.release(block.at);
  }
  checkMemory();
}

for (const seed of [1, 2, 3, 4]) {
  test(`raw domain, seed ${seed}`, () => {
    exercise(RAW, seed, 2000, 400000);
    const totals = checkMemory();
    expect([totals.malloc.mmappedCount, totals.malloc.freeCount]).toEqual([0, 0]);
  });
  test(`object domain, seed ${seed}`, () => {
    const before = allocatedBlocks();
    exercise(OBJECT, 100 + seed, 2000, 200000);
    expect(allocatedBlocks()).toBe(before);
  });
}

test("exhaustion is 0, loses nothing, and passes", () => {
  const before = checkMemory();
  setLimitBytes(usedBytes() + 3 * 1024 * 1024);
  for (const byteCount of [40, 512, 5000, 200000]) {
    const blocks: number[] = [];
    for (let block = objectMalloc(byteCount); block !== 0; block = objectMalloc(byteCount)) blocks.push(block);
    expect(blocks.length * byteCount).toBeGreaterThan(1024 * 1024);
    expect(objectRealloc(blocks[0], 4 * 1024 * 1024)).toBe(0);
    checkMemory();
    for (const block of blocks) objectFree(block);
    checkMemory();
  }
  expect(checkMemory().malloc.inUseBytes - before.malloc.inUseBytes).toBeLessThan(2048);
});

test("requests beyond any memory are 0", () => {
  for (const byteCount of [2 ** 31, 2 ** 32, 2 ** 40, -1, Number.NaN]) {
    expect(rawMalloc(byteCount)).toBe(0);
    expect(objectMalloc(byteCount)).toBe(0);
  }
  expect(objectCalloc(2 ** 20, 2 ** 20)).toBe(0);
  expect(rawCalloc(2 ** 20, 2 ** 20)).toBe(0);
});

test("a request for nothing gets a block of its own", () => {
  const [a, b] = [memMalloc(0), memMalloc(0)];
  expect(a).not.toBe(0);
  expect(a).not.toBe(b);
  memFree(a);
  memFree(b);
  objectFree(0);
  rawFree(0);
});

test("the heap goes on in mappings when it has reached them, with a mapping in between", () => {
  const frames = mapPages(20000);
  const blocks: number[] = [];
  const size = 100_000;
  while (ptr(MALLOC_STATE + malloc_state.segments) === 0) blocks.push(rawMalloc(size));
  for (let i = 0; i < 50; i++) blocks.push(rawMalloc(size));
  expect(blocks.length * size).toBeGreaterThan((MAPPINGS_BASE - HEAP_BASE) * 0.9);
  const totals = checkMemory();
  expect(totals.directBytes).toBe(20480);
  expect(totals.malloc.segmentBytes).toBeGreaterThan(0);
  const next = generator(5);
  while (blocks.length > 0) rawFree(blocks.splice(next(blocks.length), 1)[0]);
  const after = checkMemory();
  expect(after.malloc.inUseBytes).toBe(
    totals.malloc.inUseBytes - (totals.malloc.inUseCount - after.malloc.inUseCount) * 100016,
  );
  exercise(RAW, 9, 300, 100000);
  unmapPages(frames, 20000);
});

test("where a segment ends, what is left of it may be too small for a chunk", () => {
  const frames = mapPages(20000);
  const segments: number[] = [];
  const blocks: number[] = [];
  // The heap's end gives way to a first segment, and chunks of each size fill the next ones to their ends.
  while (ptr(MALLOC_STATE + malloc_state.segments) === 0) blocks.push(rawMalloc(100_000));
  for (const size of [24, 40, 56, 72, 88, 104, 1000]) {
    const last = ptr(MALLOC_STATE + malloc_state.segments);
    while (ptr(MALLOC_STATE + malloc_state.segments) === last) blocks.push(rawMalloc(size));
    segments.push(ptr(MALLOC_STATE + malloc_state.segments));
  }
  checkMemory();
  expect(new Set(segments).size).toBe(7);
  while (blocks.length > 0) rawFree(blocks.pop()!);
  checkMemory();
  unmapPages(frames, 20000);
});
