// The pages of a checkpoint packed small: the words that differ from those of another checkpoint (below), or from zero. So
// are kept those that are not needed soon, and so they stand in a file.
//
//   sorts     how many, u32; for each its kind and its type word, u32 (page_fields.ts)
//   counts    u32 for each field: how many words that differ it has
//   bits      one for each page: it differs, to whole u32s
//   masks     for each page that differs a bit for each of its words
//   kinds     for each page that differs a byte
//   values    for each field all lowest bytes of its words, then all second ones, and so on
//
// Invariant: pages are packed and read in the order of addresses; fields only decide where a word's bytes stand.
import { type Address, PAGE_WORDS, POOL_BYTES } from "../machine/recorded.ts";
import type { Packing } from "./packing.ts";
import { Fields, KINDS, kindOfPool, type Sort, TypeTally, WORD_BYTES } from "./page_fields.ts";

const MASK_WORDS = PAGE_WORDS / 32;

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
  /** What says where the values belong, and the values. */
  readonly deflated: readonly [Uint8Array, Uint8Array];
}

/** Bytes that it takes. */
export function packedBytes({ deflated }: PackedPages): number {
  return deflated[0].length + deflated[1].length;
}

/** Where each field's values begin, in words, when there are so many of each. */
function startsOf(counts: Int32Array): Int32Array {
  const starts = new Int32Array(counts.length + 1);
  for (let field = 0; field < counts.length; field++) starts[field + 1] = starts[field] + counts[field];
  return starts;
}

const bitWordsOf = (pages: Int32Array): number => (pages.length + 31) >> 5;

/** Pages that differ from those below: which words, and all their words. */
interface Differing {
  readonly bits: Int32Array;
  readonly pages: Address[];
  readonly kinds: number[];
  readonly masks: Int32Array;
  /** Words of the pages, one page after the other. */
  readonly words: Int32Array;
  readonly sorts: readonly Sort[];
}

function findDiffering(
  pages: Int32Array,
  read: PageReader,
  below: PageReader | null,
  isSame: (page: Address) => boolean,
): Differing {
  const bits = new Int32Array(bitWordsOf(pages));
  const masks = new Int32Array(pages.length * MASK_WORDS);
  const all = new Int32Array(pages.length * PAGE_WORDS);
  const found: Address[] = [];
  const kinds: number[] = [];
  const tally = new TypeTally();
  const other = new Int32Array(PAGE_WORDS);
  let pool = -1;
  let kind = 0;
  for (let i = 0; i < pages.length; i++) {
    const page = pages[i];
    const words = all.subarray(found.length * PAGE_WORDS, (found.length + 1) * PAGE_WORDS);
    const isSameHere = isSame(page);
    const isPoolStart = page % POOL_BYTES === 0;
    if (isPoolStart || !isSameHere) read(page, words);
    if (isPoolStart) {
      pool = page;
      kind = kindOfPool(words);
    } else if (page >= pool + POOL_BYTES) kind = 0;
    if (isSameHere) continue;
    below?.(page, other);
    if (!maskWords(words, other, masks, found.length * MASK_WORDS)) continue;
    bits[i >> 5] |= 1 << (i & 31);
    found.push(page);
    kinds.push(kind);
    tally.add(page, kind, words);
  }
  return { bits, pages: found, kinds, masks, words: all, sorts: tally.sorts() };
}

/** Sets a bit for each word that differs. Answers whether one does. */
function maskWords(words: Int32Array, other: Int32Array, masks: Int32Array, maskAt: number): boolean {
  let any = 0;
  for (let base = 0; base < PAGE_WORDS; base += 32) {
    let mask = 0;
    for (let k = 0; k < 32; k++) {
      // Without a branch, which could not be foreseen: the sign of d | −d is set where d is not zero.
      const d = words[base + k] ^ other[base + k];
      mask |= ((d | -d) >>> 31) << k;
    }
    masks[maskAt + (base >> 5)] = mask;
    any |= mask;
  }
  return any !== 0;
}

/** Values in the order of pages, with the field of each. */
interface Values {
  readonly words: Int32Array;
  readonly fields: Uint16Array;
  /** How many each field has. */
  readonly counts: Int32Array;
}

/** The words that differ; they are moved together where all words of the pages stand. */
function collectValues({ pages, kinds, masks, words, sorts }: Differing): Values {
  const fieldsOf = new Fields(sorts);
  const counts = new Int32Array(fieldsOf.count);
  const all = new Uint16Array(countBits(masks, pages.length * MASK_WORDS));
  const at = new Int32Array(PAGE_WORDS);
  const fields = new Int32Array(PAGE_WORDS);
  const values = new Int32Array(PAGE_WORDS);
  let collected = 0;
  for (let i = 0; i < pages.length; i++) {
    const own = words.subarray(i * PAGE_WORDS, (i + 1) * PAGE_WORDS);
    let count = 0;
    const collect = (found: number): void => {
      for (let k = 0; k < found; k++) {
        const field = fields[k];
        counts[field]++;
        all[collected + count] = field;
        values[count++] = own[at[k]];
      }
    };
    collect(fieldsOf.typeWordsOf(pages[i], kinds[i], masks, i * MASK_WORDS, at, fields));
    collect(fieldsOf.otherWordsOf(pages[i], kinds[i], masks, i * MASK_WORDS, own, at, fields));
    for (let k = 0; k < count; k++) words[collected++] = values[k];
  }
  return { words, fields: all, counts };
}

function countBits(masks: Int32Array, length: number): number {
  let count = 0;
  for (let i = 0; i < length; i++) {
    let rest = masks[i];
    rest -= (rest >>> 1) & 0x55555555;
    rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
    count += Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}

/** Writes values by field: all first bytes of a field come before all second ones. */
function putValues({ words, fields, counts }: Values, starts: Int32Array, bytes: Uint8Array, valuesAt: number): void {
  const next = starts.map((start) => valuesAt + start * WORD_BYTES);
  for (let k = 0; k < fields.length; k++) {
    const field = fields[k];
    const value = words[k];
    const count = counts[field];
    const to = next[field]++;
    bytes[to] = value;
    bytes[to + count] = value >> 8;
    bytes[to + 2 * count] = value >> 16;
    bytes[to + 3 * count] = value >> 24;
  }
}

/** isSame: says without a look that a page has the words of the one below. */
export function encodePages(
  pages: Int32Array,
  read: PageReader,
  below: PageReader | null,
  isSame: (page: Address) => boolean = () => false,
): { bytes: Uint8Array; valuesAt: number; wordCount: number } {
  const differing = findDiffering(pages, read, below, isSame);
  const { sorts, kinds, bits } = differing;
  const masks = differing.masks.subarray(0, kinds.length * MASK_WORDS);
  const values = collectValues(differing);
  const starts = startsOf(values.counts);
  const wordCount = values.fields.length;
  const headWords = 1 + 2 * sorts.length + values.counts.length + bits.length + masks.length;
  const valuesAt = headWords * WORD_BYTES + kinds.length;
  const bytes = new Uint8Array(valuesAt + wordCount * WORD_BYTES);
  const head = new Int32Array(bytes.buffer, 0, headWords);
  head.set([sorts.length, ...sorts.flatMap(({ kind, type }) => [kind, type])]);
  head.set(values.counts, 1 + 2 * sorts.length);
  head.set(bits, headWords - masks.length - bits.length);
  head.set(masks, headWords - masks.length);
  bytes.set(kinds, headWords * WORD_BYTES);
  putValues(values, starts, bytes, valuesAt);
  return { bytes, valuesAt, wordCount };
}

export function packPages(
  pages: Int32Array,
  read: PageReader,
  key: { readonly packed: PackedPages; readonly inflated: Uint8Array } | null,
  packing: Packing,
): PackedPages {
  const below = key === null ? null : readPages(key.packed.pages, key.inflated, null);
  const { bytes, valuesAt, wordCount } = encodePages(pages, read, below);
  // Masks repeat each other, values hardly do.
  const head = packing.deflate(bytes.subarray(0, valuesAt));
  const values = packing.deflateQuickly(bytes.subarray(valuesAt));
  return { pages, key: key?.packed ?? null, wordCount, deflated: [head, values] };
}

/** The bytes that pages were encoded to. */
export function inflatePages({ deflated }: PackedPages, packing: Packing): Uint8Array {
  const [head, values] = deflated.map(packing.inflate);
  const bytes = new Uint8Array(head.length + values.length);
  bytes.set(head);
  bytes.set(values, head.length);
  return bytes;
}

/**
 * Reads what was encoded; `below` is a reader of what it was compared with. Pages that are not there are zero. Throws
 * PackedPagesError.
 */
export function readPages(pages: Int32Array, bytes: Uint8Array, below: PageReader | null): PageReader {
  const data = bytes.byteOffset % WORD_BYTES === 0 ? bytes : bytes.slice();
  const head = new Int32Array(data.buffer, data.byteOffset, data.length >> 2);
  const fieldsOf = readFields(head);
  const countsAt = 1 + 2 * fieldsOf.sorts.length;
  const counts = head.subarray(countsAt, countsAt + fieldsOf.count);
  const bitsAt = countsAt + fieldsOf.count;
  const bits = head.subarray(bitsAt, bitsAt + bitWordsOf(pages));
  let differing = 0;
  for (let i = 0; i < pages.length; i++) differing += (bits[i >> 5] >>> (i & 31)) & 1;
  const masksAt = bitsAt + bits.length;
  const masks = head.subarray(masksAt, masksAt + differing * MASK_WORDS);
  const kindsAt = (masksAt + differing * MASK_WORDS) * WORD_BYTES;
  const valuesAt = kindsAt + differing;
  const starts = startsOf(counts);
  const isSound =
    masks.length === differing * MASK_WORDS &&
    counts.every((count) => count >= 0) &&
    valuesAt + starts[counts.length] * WORD_BYTES === data.length;
  if (!isSound || data.subarray(kindsAt, valuesAt).some((kind) => kind >= KINDS)) {
    throw new PackedPagesError("packed pages make no sense");
  }
  const next = starts.slice();
  const at = new Int32Array(PAGE_WORDS);
  const fields = new Int32Array(PAGE_WORDS);
  const skipped = new Int32Array(PAGE_WORDS);
  let index = 0;
  let differingAt = 0;
  const get = (words: Int32Array, length: number): void => {
    for (let k = 0; k < length; k++) {
      const field = fields[k];
      const count = counts[field];
      const from = valuesAt + starts[field] * (WORD_BYTES - 1) + next[field]++;
      words[at[k]] =
        data[from] | (data[from + count] << 8) | (data[from + 2 * count] << 16) | (data[from + 3 * count] << 24);
    }
  };
  const readNext = (words: Int32Array): void => {
    const page = pages[index];
    if (below === null) words.fill(0);
    else below(page, words);
    if (((bits[index >> 5] >>> (index & 31)) & 1) !== 0) {
      const kind = data[kindsAt + differingAt];
      const maskAt = differingAt++ * MASK_WORDS;
      get(words, fieldsOf.typeWordsOf(page, kind, masks, maskAt, at, fields));
      get(words, fieldsOf.otherWordsOf(page, kind, masks, maskAt, words, at, fields));
    }
    index++;
  };
  return (page, words) => {
    while (index < pages.length && pages[index] < page) readNext(skipped);
    if (pages[index] === page) readNext(words);
    else words.fill(0);
  };
}

function readFields(head: Int32Array): Fields {
  const sortCount = head[0] ?? 0;
  if (sortCount < 0 || sortCount > head.length >> 1) throw new PackedPagesError("packed pages make no sense");
  const sorts = Array.from({ length: sortCount }, (_, i) => ({ kind: head[1 + 2 * i], type: head[2 + 2 * i] }));
  try {
    return new Fields(sorts);
  } catch {
    throw new PackedPagesError("packed pages make no sense");
  }
}
