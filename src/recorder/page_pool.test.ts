// Versions of pages against a plain model: every version that is held has the content that it was taken with, through
// deltas in both directions, merges, whole pages and zero ones; and nothing is left when nothing is held.
import { describe, expect, it } from "vitest";
import { clearPage, MAPPINGS_BASE, PAGE_BYTES, PAGE_WORDS } from "../machine/recorded.ts";
import { i32, setI32 } from "../memory/memory.ts";
import { PagePool } from "./page_pool.ts";

const PAGE = MAPPINGS_BASE + 16 * PAGE_BYTES;

function random(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (state * 48271) % 2147483647;
    return state % n;
  };
}

const content = (): number[] => Array.from({ length: PAGE_WORDS }, (_, i) => i32(PAGE + i * 4));

describe("page versions", () => {
  it.each([1, 2, 3, 4, 5, 6])("keep what they were taken with (seed %i)", (seed) => {
    const next = random(seed);
    const pool = new PagePool();
    const model = new Map<number, { words: number[]; holders: number }>();
    clearPage(PAGE);
    let base = 0;
    let newest = 0;
    const hold = (version: number) => {
      const known = model.get(version);
      if (known !== undefined) known.holders++;
      else model.set(version, { words: content(), holders: 1 });
    };
    hold(pool.share(0));
    for (let step = 0; step < 400; step++) {
      const action = next(10);
      const held = [...model.keys()];
      if (action < 5) {
        const wordCount = [1, 3, 40, 700, 1024][next(5)];
        for (let i = 0; i < wordCount; i++) setI32(PAGE + next(PAGE_WORDS) * 4, next(1 << 30) - (1 << 29));
        if (next(12) === 0) clearPage(PAGE);
        const isForward = base !== newest || next(6) === 0;
        base = pool.take(PAGE, base, isForward);
        hold(base);
        if (!isForward) newest = base;
      } else if (action < 8) {
        const version = held[next(held.length)];
        pool.putBack(PAGE, version);
        expect(content()).toEqual(model.get(version)!.words);
        expect(pool.equals(PAGE, version)).toBe(true);
        base = version;
      } else {
        const version = held[next(held.length)];
        if (version === base || version === 0) continue;
        pool.release(version);
        const known = model.get(version)!;
        if (--known.holders === 0) model.delete(version);
      }
      for (const [version, { words }] of model) {
        if (next(4) > 0) continue;
        expect(Array.from(pool.words(version)), `step ${step}`).toEqual(words);
        const bytes = pool.bytes(version);
        expect(Array.from(new Int32Array(bytes.buffer, bytes.byteOffset, words.length))).toEqual(words);
      }
    }
    for (const [version, { holders }] of model) for (let i = 0; i < holders; i++) pool.release(version);
    pool.forgetShadows();
    expect(pool.byteCount).toBeLessThan(200);
    clearPage(PAGE);
  });
});
