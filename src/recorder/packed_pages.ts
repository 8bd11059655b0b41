// The pages of a checkpoint packed small, for one that is not needed soon: the words that differ from another packed one,
// the key (of a key: from zero), deflated.
//
//   bits      one for each page: it differs
//   masks     for each page that differs a bit for each of its words
//   planes    of the words that differ all lowest bytes, then all second ones, and so on
//
// Bytes of one rank are like each other, which is what makes them small. Any one is read with at most its key beside it.
// Invariant: pages are packed and read in the order of addresses.
import { type Address, PAGE_WORDS } from "../machine/recorded.ts";
import type { Packing } from "./packing.ts";

const MASK_WORDS = PAGE_WORDS / 32;
const RANKS = 4;
/** Words that differ in a page, as room is made for them first. */
const FIRST_WORDS_A_PAGE = 256;

/** Fills `words` with a page's content. Pages are asked for in ascending order. */
export type PageReader = (page: Address, words: Int32Array) => void;

export interface PackedPages {
  readonly pages: Int32Array;
  readonly key: PackedPages | null;
  /** Words that differ. */
  readonly wordCount: number;
  readonly deflated: Uint8Array;
}

const bitWordsOf = (pages: Int32Array): number => (pages.length + 31) >> 5;

export function packPages(
  pages: Int32Array,
  read: PageReader,
  key: { readonly packed: PackedPages; readonly inflated: Uint8Array } | null,
  packing: Packing,
): PackedPages {
  const below = key === null ? null : readPages(key.packed, key.inflated, null);
  const bits = new Int32Array(bitWordsOf(pages));
  const masks = new Int32Array(pages.length * MASK_WORDS);
  let values = new Int32Array(pages.length * FIRST_WORDS_A_PAGE);
  let maskCount = 0;
  let count = 0;
  const words = new Int32Array(PAGE_WORDS);
  const other = new Int32Array(PAGE_WORDS);
  for (let i = 0; i < pages.length; i++) {
    read(pages[i], words);
    below?.(pages[i], other);
    const room = count + PAGE_WORDS;
    if (room > values.length) {
      const wider = new Int32Array(room + (values.length >> 1));
      wider.set(values);
      values = wider;
    }
    const from = count;
    for (let at = 0; at < PAGE_WORDS; at += 32) {
      let mask = 0;
      for (let k = 0; k < 32; k++) {
        if (words[at + k] === other[at + k]) continue;
        mask |= 1 << k;
        values[count++] = words[at + k];
      }
      masks[maskCount + (at >> 5)] = mask;
    }
    if (count === from) continue;
    bits[i >> 5] |= 1 << (i & 31);
    maskCount += MASK_WORDS;
  }
  const bytes = new Uint8Array((bits.length + maskCount + count) * 4);
  bytes.set(new Uint8Array(bits.buffer));
  bytes.set(new Uint8Array(masks.buffer, 0, maskCount * 4), bits.byteLength);
  const ranked = new Uint8Array(values.buffer);
  for (let rank = 0, at = bits.byteLength + maskCount * 4; rank < RANKS; rank++) {
    for (let i = rank; i < count * RANKS; i += RANKS) bytes[at++] = ranked[i];
  }
  return { pages, key: key?.packed ?? null, wordCount: count, deflated: packing.deflateQuickly(bytes) };
}

/** Reads what was packed; `inflated` is its content, `below` a reader of its key. Pages that are not there are zero. */
export function readPages(packed: PackedPages, inflated: Uint8Array, below: PageReader | null): PageReader {
  const { pages, wordCount } = packed;
  const data = inflated.byteOffset % 4 === 0 ? inflated : inflated.slice();
  const bits = new Int32Array(data.buffer, data.byteOffset, bitWordsOf(pages));
  const planesAt = data.length - wordCount * RANKS;
  const masks = new Int32Array(data.buffer, data.byteOffset + bits.byteLength, (planesAt - bits.byteLength) >> 2);
  let index = 0;
  let maskAt = 0;
  let valueAt = planesAt;
  const isDifferent = (): boolean => ((bits[index >> 5] >>> (index & 31)) & 1) !== 0;
  const skip = (): void => {
    for (const end = maskAt + MASK_WORDS; maskAt < end; maskAt++) {
      for (let rest = masks[maskAt]; rest !== 0; rest &= rest - 1) valueAt++;
    }
  };
  return (page, words) => {
    for (; index < pages.length && pages[index] < page; index++) if (isDifferent()) skip();
    if (pages[index] !== page) {
      words.fill(0);
      return;
    }
    if (below === null) words.fill(0);
    else below(page, words);
    if (isDifferent()) {
      for (let at = 0; at < PAGE_WORDS; at += 32, maskAt++) {
        for (let rest = masks[maskAt]; rest !== 0; rest &= rest - 1, valueAt++) {
          words[at + 31 - Math.clz32(rest & -rest)] =
            data[valueAt] |
            (data[valueAt + wordCount] << 8) |
            (data[valueAt + 2 * wordCount] << 16) |
            (data[valueAt + 3 * wordCount] << 24);
        }
      }
    }
    index++;
  };
}
