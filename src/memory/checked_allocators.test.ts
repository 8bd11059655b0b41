// The allocators tell the shadow of every block, in a build whose flag says so: what is live may be touched over the
// words that were asked for, what is not may not be, and nothing is reported that did not happen.
import { expect, test, vi } from "vitest";
import { generator } from "../../test/support/allocation_sequence.ts";

vi.mock("./build_flags.ts", () => ({ CHECKED: true, TRACED: false }));

const { objectCalloc, objectFree, objectMalloc, objectRealloc, rawFree, rawMalloc, rawRealloc } = await import(
  "./allocators.ts"
);
const { checkedLoad, checkedRange, liveBlockBytes, liveBlockCount } = await import("./checked.ts");
const { checkMemory, rebuildShadow } = await import("./consistency.ts");
const { ptr } = await import("./memory.ts");
const { OBMALLOC } = await import("./pymalloc.ts");
const { _obmalloc_mgmt, _obmalloc_state } = await import("./structs/allocators.ts");
const ARENAS = OBMALLOC + _obmalloc_state.mgmt + _obmalloc_mgmt.arenas;

function size(next: (bound: number) => number): number {
  const kind = next(16);
  return 1 + next(kind === 0 ? 300000 : kind < 5 ? 5000 : 400);
}

test("the array of arenas moves after a rebuild, and others get the memory it was in", () => {
  const first = objectMalloc(16);
  const arenas = ptr(ARENAS);
  // In a fresh heap it lies behind the array, which keeps that from growing in place.
  const behind = rawMalloc(16);
  rebuildShadow();
  const objects: number[] = [];
  while (ptr(ARENAS) === arenas && objects.length < 100000) objects.push(objectMalloc(512));
  const raws: number[] = [];
  while (!raws.includes(arenas) && raws.length < 1000) raws.push(rawMalloc(32));
  expect(raws).toContain(arenas);
  for (const block of [first, ...objects]) objectFree(block);
  for (const block of [behind, ...raws]) rawFree(block);
  checkMemory();
});

for (const seed of [1, 2, 3]) {
  test(`random use, seed ${seed}`, () => {
    const next = generator(seed);
    const objects = new Map<number, number>();
    const raws = new Map<number, number>();
    const before = liveBlockCount();
    for (let step = 0; step < 20000; step++) {
      const isRaw = next(3) === 0;
      const blocks = isRaw ? raws : objects;
      const byteCount = size(next);
      const action = next(4);
      if (action < 2 || blocks.size < 20) {
        const block = isRaw
          ? rawMalloc(byteCount)
          : action === 0
            ? objectCalloc(1, byteCount)
            : objectMalloc(byteCount);
        blocks.set(block, byteCount);
      } else {
        const block = [...blocks.keys()][next(Math.min(blocks.size, 100))];
        blocks.delete(block);
        if (action === 2) blocks.set((isRaw ? rawRealloc : objectRealloc)(block, byteCount), byteCount);
        else {
          (isRaw ? rawFree : objectFree)(block);
          expect(() => checkedLoad(block, 8), `seed ${seed}, step ${step}`).toThrow(/freed|not mapped|own/);
        }
      }
    }
    expect(liveBlockCount() - before).toBe(objects.size + raws.size);
    for (const [block, byteCount] of [...objects, ...raws]) {
      expect(liveBlockBytes(block)).toBe(byteCount);
      checkedRange(block, byteCount);
      // Where no word is left over, a block of pymalloc's is followed by its neighbour, which may be live.
      const end = (block + byteCount + 7) & -8;
      if (raws.has(block) || end % 16 !== 0) expect(() => checkedLoad(end, 8), `block of ${byteCount}`).toThrow();
    }
    checkMemory();
    rebuildShadow();
    for (const block of objects.keys()) objectFree(block);
    for (const block of raws.keys()) rawFree(block);
    checkMemory();
  });
}
