import { beforeEach, expect, test } from "vitest";
import { objectFree, objectMalloc, rawFree, rawMalloc } from "./allocators.ts";
import {
  checkedLoad,
  checkedRange,
  checkedStore,
  forgetShadow,
  liveBlockBytes,
  liveBlockCount,
  shadowAllocate,
  shadowFree,
  shadowInternal,
  shadowMap,
  shadowUnmap,
} from "./checked.ts";
import { rebuildShadow } from "./consistency.ts";
import { DATA_BASE, HEAP_BASE } from "./map.ts";
import { CAPACITY } from "./memory.ts";

const BLOCK = HEAP_BASE + 0x100;

beforeEach(() => {
  forgetShadow();
  shadowInternal(HEAP_BASE, 0x1000);
});

test("only what lies in a live block may be touched", () => {
  expect(() => checkedLoad(BLOCK, 8)).toThrow("allocator's own");
  shadowAllocate(BLOCK, 20);
  expect(checkedStore(BLOCK + 16, 4)).toBe(BLOCK + 16);
  expect(() => checkedStore(BLOCK - 8, 8)).toThrow("store of 8 bytes");
  expect(() => checkedLoad(BLOCK + 24, 1)).toThrow("allocator's own");
  expect(checkedRange(BLOCK + 3, 17)).toBe(BLOCK + 3);
  expect(() => checkedRange(BLOCK + 3, 30)).toThrow("access");
  expect(liveBlockBytes(BLOCK)).toBe(20);
  shadowFree(BLOCK);
  expect(() => checkedLoad(BLOCK, 4)).toThrow("freed");
  expect(() => shadowFree(BLOCK)).toThrow("no live block (freed)");
  expect(liveBlockCount()).toBe(0);
});

test("addresses that are no memory, or not aligned, are refused", () => {
  expect(() => checkedLoad(0, 8)).toThrow("no memory");
  expect(() => checkedLoad(16, 8)).toThrow("no memory");
  expect(() => checkedLoad(CAPACITY, 1)).toThrow("no memory");
  expect(() => checkedLoad(DATA_BASE + 4, 8)).toThrow("not aligned");
  expect(checkedLoad(DATA_BASE, 8)).toBe(DATA_BASE);
});

test("mapped pages are open, unmapped ones are not", () => {
  shadowMap(HEAP_BASE, 0x1000);
  expect(checkedLoad(BLOCK, 8)).toBe(BLOCK);
  shadowUnmap(HEAP_BASE, 0x1000);
  expect(() => checkedLoad(BLOCK, 8)).toThrow("not mapped");
});

test("live blocks are found in a memory as it is", () => {
  const kept = [objectMalloc(100), objectMalloc(3000), rawMalloc(40)];
  const gone = objectMalloc(100);
  objectFree(gone);
  rebuildShadow();
  for (const block of kept) expect(checkedLoad(block, 8)).toBe(block);
  expect(liveBlockBytes(kept[0])).toBe(112);
  expect(() => checkedLoad(gone, 8)).toThrow("allocator's own");
  objectFree(kept[0]);
  objectFree(kept[1]);
  rawFree(kept[2]);
});
