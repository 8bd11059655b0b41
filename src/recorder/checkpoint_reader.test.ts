// What a checkpoint's reader says is what one says that has a copy of its pages.
import { describe, expect, it } from "vitest";
import { stretchesReader } from "../inspect/moment.ts";
import { DATA_BASE, PAGE_BYTES, PAGE_WORDS, u8 } from "../machine/recorded.ts";
import { setI32 } from "../memory/memory.ts";
import { checkpointReader } from "./checkpoint_reader.ts";
import { PagePool, ZERO_PAGE } from "./page_pool.ts";

const SEED = 20261129;

describe("a checkpoint's reader", () => {
  it(`reads as a copy of the pages does (seed ${SEED})`, () => {
    let state = SEED;
    const next = (n: number): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state % n;
    };
    const pool = new PagePool();
    const pages = [0, 1, 2, 5].map((i) => DATA_BASE + i * PAGE_BYTES);
    const fill = (page: number, count: number) => {
      for (let i = 0; i < count; i++) setI32(page + 4 * next(PAGE_WORDS), (next(2 ** 31) * 2) | 0);
    };
    // Whole, a delta against a later version, whole, and zero.
    for (const page of pages.slice(0, 3)) fill(page, PAGE_WORDS);
    const versions = pages.map((page) => pool.take(page, ZERO_PAGE, true));
    const copies = pages.map((from) => ({
      from,
      data: Uint8Array.from({ length: PAGE_BYTES }, (_, i) => u8(from + i)),
    }));
    fill(pages[1], 5);
    pool.take(pages[1], versions[1], false);
    expect(pool.place(versions[1])).toBeNull();
    expect(versions[3]).toBe(ZERO_PAGE);

    const reader = checkpointReader(Int32Array.from(pages), versions, pool);
    const model = stretchesReader(copies);
    expect(reader.ranges).toEqual(model.ranges);
    const places = [0, 1, DATA_BASE - 1, 2 ** 31, 2 ** 40 + 0.5, -4];
    for (let i = 0; i < 3000; i++) places.push(pages[0] - 8 + next(7 * PAGE_BYTES));
    for (const a of places) {
      for (const width of ["u8", "u16", "u32", "i32", "ptr", "f64"] as const) {
        expect(reader[width](a), `${width} at ${a}`).toEqual(model[width](a));
      }
      const n = next(3 * PAGE_BYTES);
      expect(reader.readable(a, n), `readable ${a} ${n}`).toBe(model.readable(a, n));
      expect(reader.readable(a, 0)).toBe(model.readable(a, 0));
      if (a > 0 && Number.isInteger(a)) expect(Buffer.compare(reader.bytes(a, n), model.bytes(a, n))).toBe(0);
    }
  });
});
