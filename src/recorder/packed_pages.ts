// The pages of a checkpoint packed small: the words that differ from those of another checkpoint (below), or from zero. So
// are kept those that are not needed soon, and so they stand in a file.
//
//   counts    u32 for each field: how many words that differ it has
//   bits      one for each page: it differs, to whole u32s
//   masks     for each page that differs a bit for each of its words
//   kinds     for each page that differs a byte: the size class of its pool and 1, or 0 where it lies in none
//   values    for each field all lowest bytes of its words, then all second ones, and so on
//
// A field is the words at one place of the blocks of one size class; where there is no pool, every other word. Objects
// of one type lie in one size class, so a field's words are like each other, and that is what makes them small.
// Invariant: pages are packed and read in the order of addresses; kinds only decide where a word's bytes stand.
import { type Address, blockBytes, PAGE_WORDS, POOL_BYTES, POOL_OVERHEAD, pool_header } from "../machine/recorded.ts";
import type { Packing } from "./packing.ts";

const MASK_WORDS = PAGE_WORDS / 32;
const WORD_BYTES = 4;
const SIZE_CLASSES = 32;
/** Outside of pools: the two halves of an 8-byte word. */
const PLAIN_STRIDE = 8;
/** Words that differ in a page, as room is made for them first. */
const FIRST_WORDS_A_PAGE = 256;

/** Bytes from a field to the next of its kind, by kind. */
const STRIDES = Int32Array.from({ length: SIZE_CLASSES + 1 }, (_, kind) =>
  kind === 0 ? PLAIN_STRIDE : blockBytes(kind - 1),
);
/** The number of a kind's first field; one more says how many there are. */
const FIRST_FIELDS = new Int32Array(STRIDES.length + 1);
STRIDES.forEach((stride, kind) => {
  FIRST_FIELDS[kind + 1] = FIRST_FIELDS[kind] + stride / WORD_BYTES;
});
const FIELDS = FIRST_FIELDS[STRIDES.length];

/** Fills `words` with a page's content. Pages are asked for in ascending order. */
export type PageReader = (page: Address, words: Int32Array) => void;

/** Packed pages that do not fit themselves. */
export class PackedPagesError extends Error {
  override name = "PackedPagesError";
}

export interface PackedPages {
  readonly pages: Int32Array;
  readonly key: PackedPages | null;
  /** Words that differ. */
  readonly wordCount: number;
  readonly deflated: Uint8Array;
}

/** Where a page's first word stands in its kind's blocks. */
function phaseOf(page: Address, kind: number): number {
  if (kind === 0) return 0;
  // A pool begins with its header, before the first block.
  return ((page % POOL_BYTES) + POOL_OVERHEAD * STRIDES[kind] - POOL_OVERHEAD) % STRIDES[kind];
}

/** The kind of pages in the pool whose first page has these words. */
function kindOfPool(words: Int32Array): number {
  const sizeIndex = words[pool_header.szidx / WORD_BYTES];
  if (sizeIndex < 0 || sizeIndex >= SIZE_CLASSES) return 0;
  const last = words[pool_header.maxnextoffset / WORD_BYTES];
  return last === POOL_BYTES - blockBytes(sizeIndex) ? sizeIndex + 1 : 0;
}

/** Where each field's values begin, in words, when there are so many of each. */
function startsOf(counts: Int32Array): Int32Array {
  const starts = new Int32Array(FIELDS + 1);
  for (let field = 0; field < FIELDS; field++) starts[field + 1] = starts[field] + counts[field];
  return starts;
}

const bitWordsOf = (pages: Int32Array): number => (pages.length + 31) >> 5;

/** isSame: says without a look that a page has the words of the one below. */
export function encodePages(
  pages: Int32Array,
  read: PageReader,
  below: PageReader | null,
  isSame: (page: Address) => boolean = () => false,
): { bytes: Uint8Array; wordCount: number } {
  const counts = new Int32Array(FIELDS);
  const bits = new Int32Array(bitWordsOf(pages));
  const masks = new Int32Array(pages.length * MASK_WORDS);
  const differing: Address[] = [];
  const kinds: number[] = [];
  let values: Int32Array = new Int32Array(pages.length * FIRST_WORDS_A_PAGE);
  let count = 0;
  const words = new Int32Array(PAGE_WORDS);
  const other = new Int32Array(PAGE_WORDS);
  const at = new Int32Array(PAGE_WORDS);
  const fields = new Int32Array(PAGE_WORDS);
  let pool = -1;
  let kind = 0;
  for (let i = 0; i < pages.length; i++) {
    const page = pages[i];
    const isSameHere = isSame(page);
    const isPoolStart = page % POOL_BYTES === 0;
    if (isPoolStart || !isSameHere) read(page, words);
    if (isPoolStart) {
      pool = page;
      kind = kindOfPool(words);
    } else if (page >= pool + POOL_BYTES) kind = 0;
    if (isSameHere) continue;
    below?.(page, other);
    const room = count + PAGE_WORDS;
    if (room > values.length) {
      const wider = new Int32Array(room + (values.length >> 1));
      wider.set(values);
      values = wider;
    }
    const from = count;
    const maskAt = kinds.length * MASK_WORDS;
    for (let base = 0; base < PAGE_WORDS; base += 32) {
      let mask = 0;
      for (let k = 0; k < 32; k++) {
        if (words[base + k] === other[base + k]) continue;
        mask |= 1 << k;
        values[count++] = words[base + k];
      }
      masks[maskAt + (base >> 5)] = mask;
    }
    if (count === from) continue;
    bits[i >> 5] |= 1 << (i & 31);
    differing.push(page);
    kinds.push(kind);
    const pageCount = spread(page, kind, masks, maskAt, at, fields);
    for (let k = 0; k < pageCount; k++) counts[fields[k]]++;
  }
  const headWords = FIELDS + bits.length + kinds.length * MASK_WORDS;
  const valuesAt = headWords * WORD_BYTES + kinds.length;
  const bytes = new Uint8Array(valuesAt + count * WORD_BYTES);
  const head = new Int32Array(bytes.buffer, 0, headWords);
  head.set(counts);
  head.set(bits, FIELDS);
  head.set(masks.subarray(0, kinds.length * MASK_WORDS), FIELDS + bits.length);
  bytes.set(kinds, headWords * WORD_BYTES);
  const starts = startsOf(counts);
  const next = new Int32Array(FIELDS);
  let valueAt = 0;
  for (let i = 0; i < differing.length; i++) {
    const pageCount = spread(differing[i], kinds[i], masks, i * MASK_WORDS, at, fields);
    for (let k = 0; k < pageCount; k++) {
      const value = values[valueAt++];
      const length = counts[fields[k]];
      const to = valuesAt + starts[fields[k]] * WORD_BYTES + next[fields[k]]++;
      bytes[to] = value;
      bytes[to + length] = value >> 8;
      bytes[to + 2 * length] = value >> 16;
      bytes[to + 3 * length] = value >> 24;
    }
  }
  return { bytes, wordCount: count };
}

/** Writes the words of a page that differ to `at`, and the field of each to `fields`. Answers how many. */
function spread(
  page: Address,
  kind: number,
  masks: Int32Array,
  maskAt: number,
  at: Int32Array,
  fields: Int32Array,
): number {
  const phase = phaseOf(page, kind);
  const stride = STRIDES[kind];
  const first = FIRST_FIELDS[kind];
  let count = 0;
  for (let base = 0; base < PAGE_WORDS; base += 32, maskAt++) {
    for (let rest = masks[maskAt]; rest !== 0; rest &= rest - 1) {
      const word = base + 31 - Math.clz32(rest & -rest);
      at[count] = word;
      fields[count++] = first + (((phase + word * WORD_BYTES) % stride) >> 2);
    }
  }
  return count;
}

export function packPages(
  pages: Int32Array,
  read: PageReader,
  key: { readonly packed: PackedPages; readonly inflated: Uint8Array } | null,
  packing: Packing,
): PackedPages {
  const below = key === null ? null : readPages(key.packed.pages, key.inflated, null);
  const { bytes, wordCount } = encodePages(pages, read, below);
  return { pages, key: key?.packed ?? null, wordCount, deflated: packing.deflateQuickly(bytes) };
}

/**
 * Reads what was encoded; `below` is a reader of what it was compared with. Pages that are not there are zero. Throws
 * PackedPagesError.
 */
export function readPages(pages: Int32Array, bytes: Uint8Array, below: PageReader | null): PageReader {
  const data = bytes.byteOffset % WORD_BYTES === 0 ? bytes : bytes.slice();
  const head = new Int32Array(data.buffer, data.byteOffset, data.length >> 2);
  const counts = head.subarray(0, FIELDS);
  const bits = head.subarray(FIELDS, FIELDS + bitWordsOf(pages));
  let differing = 0;
  for (let i = 0; i < pages.length; i++) differing += (bits[i >> 5] >>> (i & 31)) & 1;
  const masksAt = FIELDS + bits.length;
  const masks = head.subarray(masksAt, masksAt + differing * MASK_WORDS);
  const kindsAt = (masksAt + differing * MASK_WORDS) * WORD_BYTES;
  const valuesAt = kindsAt + differing;
  const starts = startsOf(counts);
  const isSound =
    masks.length === differing * MASK_WORDS &&
    counts.every((count) => count >= 0) &&
    valuesAt + starts[FIELDS] * WORD_BYTES === data.length;
  if (!isSound || data.subarray(kindsAt, valuesAt).some((kind) => kind >= STRIDES.length)) {
    throw new PackedPagesError("packed pages make no sense");
  }
  const next = new Int32Array(FIELDS);
  const at = new Int32Array(PAGE_WORDS);
  const fields = new Int32Array(PAGE_WORDS);
  let index = 0;
  let differingAt = 0;
  const isDifferent = (): boolean => ((bits[index >> 5] >>> (index & 31)) & 1) !== 0;
  /** What of the page at `index` differs: into `at` and `fields`. */
  const pass = (): number => {
    const kind = data[kindsAt + differingAt];
    return spread(pages[index], kind, masks, differingAt++ * MASK_WORDS, at, fields);
  };
  return (page, words) => {
    for (; index < pages.length && pages[index] < page; index++) {
      if (!isDifferent()) continue;
      for (let k = pass() - 1; k >= 0; k--) next[fields[k]]++;
    }
    if (pages[index] !== page) {
      words.fill(0);
      return;
    }
    if (below === null) words.fill(0);
    else below(page, words);
    if (isDifferent()) {
      const count = pass();
      for (let k = 0; k < count; k++) {
        const length = counts[fields[k]];
        const from = valuesAt + starts[fields[k]] * WORD_BYTES + next[fields[k]]++;
        words[at[k]] =
          data[from] | (data[from + length] << 8) | (data[from + 2 * length] << 16) | (data[from + 3 * length] << 24);
      }
    }
    index++;
  };
}
