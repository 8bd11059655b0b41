// Pages of made-up memories, packed and read again: pools of objects of some types, pages of anything, damage.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blockBytes, PAGE_BYTES, PAGE_WORDS, POOL_BYTES, POOL_OVERHEAD, pool_header } from "../machine/recorded.ts";
import { encodePages, inflatePages, PackedPagesError, type PageReader, packPages, readPages } from "./packed_pages.ts";
import { OWN_PACKING } from "./packing.ts";

const WORDS_OF_POOL = POOL_BYTES / 4;

/** A memory of pools, each of one size class; numbers come in no order but always the same. */
function memory(sizeIndexes: readonly number[], seed: number, typeCount: number): Map<number, Int32Array> {
  let state = seed + 1;
  const random = (n: number): number => {
    state = (state * 48271) % 2147483647;
    return state % n;
  };
  const pages = new Map<number, Int32Array>();
  sizeIndexes.forEach((sizeIndex, p) => {
    const words = new Int32Array(WORDS_OF_POOL);
    words[pool_header.szidx / 4] = sizeIndex;
    words[pool_header.maxnextoffset / 4] = POOL_BYTES - blockBytes(sizeIndex);
    const size = blockBytes(sizeIndex) / 4;
    for (let block = POOL_OVERHEAD / 4; block + size <= WORDS_OF_POOL; block += size) {
      if (random(4) === 0) continue;
      for (let k = 0; k < size; k++) words[block + k] = random(3) === 0 ? random(1 << 30) : 0;
      words[block + 2] = 9_000_000 + 400 * random(typeCount);
    }
    // Not every page is in use.
    for (let at = 0; at < POOL_BYTES; at += PAGE_BYTES) {
      if (at === 0 || random(8) !== 0) {
        pages.set(2 * p * POOL_BYTES + at, words.slice(at / 4, (at + PAGE_BYTES) / 4));
      }
    }
  });
  return pages;
}

const readerOf = (pages: Map<number, Int32Array>): PageReader => {
  return (page, words) => words.set(pages.get(page) ?? new Int32Array(PAGE_WORDS));
};

const addresses = (pages: Map<number, Int32Array>): Int32Array =>
  Int32Array.from([...pages.keys()].sort((a, b) => a - b));

const sizes = fc.array(fc.integer({ min: 0, max: 31 }), { minLength: 1, maxLength: 6 });

describe("packed pages", () => {
  it("are read as they were, all or some of them, alone or on a key", () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.integer({ min: 1, max: 40 }), fc.nat(3), (sizeIndexes, seed, types, skip) => {
        const below = memory(sizeIndexes, seed, types);
        const above = memory([...sizeIndexes].reverse(), seed + 7, types);
        const keyPages = addresses(below);
        const packedKey = packPages(keyPages, readerOf(below), null, OWN_PACKING);
        const key = { packed: packedKey, inflated: inflatePages(packedKey, OWN_PACKING) };
        for (const keyUsed of [null, key]) {
          const packed = packPages(addresses(above), readerOf(above), keyUsed, OWN_PACKING);
          const onKey = keyUsed === null ? null : readPages(keyPages, key.inflated, null);
          const read = readPages(packed.pages, inflatePages(packed, OWN_PACKING), onKey);
          const words = new Int32Array(PAGE_WORDS);
          for (let page = 0; page < 2 * POOL_BYTES * sizeIndexes.length; page += PAGE_BYTES * (1 + skip)) {
            read(page, words);
            expect(words).toEqual(above.get(page) ?? new Int32Array(PAGE_WORDS));
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("tell blocks of one size apart by their type", () => {
    const pages = memory(Array(8).fill(5), 3, 4);
    const { bytes, wordCount } = encodePages(addresses(pages), readerOf(pages), null);
    const head = new Int32Array(bytes.buffer, 0, bytes.length >> 2);
    const types = Array.from({ length: head[0] }, (_, i) => head[2 + 2 * i]);
    expect(types.sort()).toEqual([9_000_000, 9_000_400, 9_000_800, 9_001_200]);
    let differing = 0;
    for (const words of pages.values()) differing += words.filter((word) => word !== 0).length;
    expect(wordCount).toBe(differing);
  });

  it("that are damaged are refused or read as something, never more", () => {
    const pages = memory([1, 5, 9], 11, 6);
    const { bytes } = encodePages(addresses(pages), readerOf(pages), null);
    let refused = 0;
    for (let at = 0; at < bytes.length; at += 97) {
      const damaged = bytes.slice();
      damaged[at] ^= 0x55;
      try {
        const read = readPages(addresses(pages), damaged, null);
        for (const page of addresses(pages)) read(page, new Int32Array(PAGE_WORDS));
      } catch (error) {
        expect(error).toBeInstanceOf(PackedPagesError);
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(0);
    expect(() => readPages(addresses(pages), bytes.slice(0, bytes.length - 1), null)).toThrow(PackedPagesError);
    expect(() => readPages(addresses(pages), new Uint8Array(0), null)).toThrow(PackedPagesError);
  });
});
