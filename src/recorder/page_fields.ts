// Fields: which words of a memory are alike. Objects of one type that lie in blocks of one size have like words at like
// places, so a field is the words at one place of the blocks of one size class and one sort:
//
//   kind     of a page: the size class of its pool and 1, or 0 where it lies in none
//   sort     of a block: which of the memory's frequent types stands where objects have their type; 0 where none does
//
// Invariant: the field of a word follows from the page's kind and its type words alone, and type words are of sort 0: who
// unpacks a page has the type words first. A block that goes on from the page before is told by what it has in this one.
import {
  type Address,
  blockBytes,
  PAGE_BYTES,
  PAGE_WORDS,
  POOL_BYTES,
  POOL_OVERHEAD,
  PyGC_Head,
  PyObject,
  pool_header,
} from "../machine/recorded.ts";

export const WORD_BYTES = 4;
const SIZE_CLASSES = 32;
export const KINDS = SIZE_CLASSES + 1;
/** Outside of pools: the two halves of an 8-byte word. */
const PLAIN_STRIDE = 8;
/** Where a block has its object's type: alone, after the collector's head, after that and the dictionary's place before it. */
const TYPE_OFFSETS = [0, 1, 2].map((heads) => PyObject.ob_type + heads * PyGC_Head.sizeof);
/** One block of so many is asked for its type when sorts are chosen; a type found less often makes none. */
const ASKED_PART = 16;
const LEAST_FOUND = 8;
const SORTS_LIMIT = 255;
const TALLY_BITS = 15;
const TALLY_PROBES = 16;

/** Bytes from a field to the next of its kind, by kind. */
const STRIDES = Int32Array.from({ length: KINDS }, (_, kind) => (kind === 0 ? PLAIN_STRIDE : blockBytes(kind - 1)));

/** The kind of pages in the pool whose first page has these words. */
export function kindOfPool(words: Int32Array): number {
  const sizeIndex = words[pool_header.szidx / WORD_BYTES];
  if (sizeIndex < 0 || sizeIndex >= SIZE_CLASSES) return 0;
  const last = words[pool_header.maxnextoffset / WORD_BYTES];
  return last === POOL_BYTES - blockBytes(sizeIndex) ? sizeIndex + 1 : 0;
}

/** How blocks lie in a page. The header of a pool counts as the end of a block, and as part of none. */
interface PageShape {
  /** The place of each word in its block, in words. */
  readonly places: Uint8Array;
  /** 1 for each word that stands where a type may. */
  readonly isTypeWord: Uint8Array;
  /** The number of each word's block. */
  readonly blocks: Uint16Array;
  /** For each block the words of the page that stand where a type may, or −1. */
  readonly typeWords: Int16Array;
  readonly blockCount: number;
}

const PAGES_OF_POOL = POOL_BYTES / PAGE_BYTES;
const shapes: (PageShape | undefined)[] = [];

function shapeOf(page: Address, kind: number): PageShape {
  const pageOfPool = kind === 0 ? 0 : (page % POOL_BYTES) / PAGE_BYTES;
  const index = kind * PAGES_OF_POOL + pageOfPool;
  shapes[index] ??= makeShape(kind, pageOfPool * PAGE_BYTES);
  return shapes[index];
}

function makeShape(kind: number, from: number): PageShape {
  const stride = STRIDES[kind];
  const places = new Uint8Array(PAGE_WORDS);
  const isTypeWord = new Uint8Array(PAGE_WORDS);
  const blocks = new Uint16Array(PAGE_WORDS);
  const typeWords: number[] = TYPE_OFFSETS.map(() => -1);
  if (kind !== 0) {
    let block = 0;
    for (let word = 0; word < PAGE_WORDS; word++) {
      const offset = from + word * WORD_BYTES - POOL_OVERHEAD;
      const inBlock = ((offset % stride) + stride) % stride;
      places[word] = inBlock / WORD_BYTES;
      if (offset >= 0 && (inBlock === 0 || block === 0)) {
        block++;
        typeWords.push(...TYPE_OFFSETS.map(() => -1));
      }
      blocks[word] = block;
      const typeAt = TYPE_OFFSETS.indexOf(inBlock);
      if (typeAt < 0) continue;
      isTypeWord[word] = 1;
      if (offset >= 0) typeWords[block * TYPE_OFFSETS.length + typeAt] = word;
    }
    return { places, isTypeWord, blocks, typeWords: Int16Array.from(typeWords), blockCount: block + 1 };
  }
  for (let word = 0; word < PAGE_WORDS; word++) places[word] = word % (stride / WORD_BYTES);
  return { places, isTypeWord, blocks, typeWords: Int16Array.from(typeWords), blockCount: 1 };
}

/** A type of the blocks of one kind. */
export interface Sort {
  readonly kind: number;
  readonly type: number;
}

/** Counts types of a memory's blocks, to choose sorts. */
export class TypeTally {
  private readonly kinds = new Uint8Array(1 << TALLY_BITS);
  private readonly types = new Int32Array(1 << TALLY_BITS);
  private readonly counts = new Int32Array(1 << TALLY_BITS);
  private turn = 0;

  add(page: Address, kind: number, words: Int32Array): void {
    if (kind === 0) return;
    const { typeWords, blockCount } = shapeOf(page, kind);
    for (; this.turn < blockCount; this.turn += ASKED_PART) {
      for (let k = 0; k < TYPE_OFFSETS.length; k++) {
        const word = typeWords[this.turn * TYPE_OFFSETS.length + k];
        if (word >= 0 && words[word] !== 0) this.count(kind, words[word]);
      }
    }
    this.turn -= blockCount;
  }

  /** Where there is no room any more, what comes is not frequent or comes too late. */
  private count(kind: number, type: number): void {
    const last = this.counts.length - 1;
    let at = slotOf(kind, type, TALLY_BITS);
    for (let probe = 0; probe < TALLY_PROBES; probe++, at = (at + 1) & last) {
      if (this.counts[at] === 0) {
        this.kinds[at] = kind;
        this.types[at] = type;
      }
      if (this.kinds[at] !== kind || this.types[at] !== type) continue;
      this.counts[at]++;
      return;
    }
  }

  /** The frequent ones, of each kind the more frequent first. */
  sorts(): Sort[] {
    const frequent: number[] = [];
    this.counts.forEach((count, at) => {
      if (count >= LEAST_FOUND) frequent.push(at);
    });
    frequent.sort((a, b) => this.counts[b] - this.counts[a] || a - b);
    const chosen = frequent.slice(0, SORTS_LIMIT);
    return chosen.map((at) => ({ kind: this.kinds[at], type: this.types[at] })).sort((a, b) => a.kind - b.kind);
  }
}

function slotOf(kind: number, type: number, bits: number): number {
  return Math.imul(type ^ (kind << 24), 0x9e3779b1) >>> (32 - bits);
}

/** Slots of the table of sorts: more than twice as many as there can be sorts. */
const SORT_BITS = 10;

/** The fields of a memory with such sorts, which are in the order of kinds. */
export class Fields {
  readonly sorts: readonly Sort[];
  /** How many there are. */
  readonly count: number;
  /** The number of each kind's first field. */
  private readonly firsts = new Int32Array(KINDS);
  /** Sort numbers count from 1 in each kind. */
  private readonly slotKinds = new Uint8Array(1 << SORT_BITS);
  private readonly slotTypes = new Int32Array(1 << SORT_BITS);
  private readonly slotNumbers = new Uint8Array(1 << SORT_BITS);
  private readonly hasSorts = new Uint8Array(KINDS);
  /** The number of the first field of each block of the page looked at last. */
  private readonly blockFields = new Int32Array(PAGE_WORDS);

  /** Throws RangeError where the sorts are none. */
  constructor(sorts: readonly Sort[]) {
    this.sorts = sorts;
    if (sorts.length > SORTS_LIMIT) throw new RangeError("too many sorts");
    const numbers = new Int32Array(KINDS);
    let before = 0;
    for (const { kind, type } of sorts) {
      if (kind < Math.max(1, before) || kind >= KINDS) throw new RangeError("sorts of no kind");
      before = kind;
      this.hasSorts[kind] = 1;
      let at = slotOf(kind, type, SORT_BITS);
      while (this.slotNumbers[at] !== 0) at = (at + 1) & (this.slotNumbers.length - 1);
      this.slotKinds[at] = kind;
      this.slotTypes[at] = type;
      this.slotNumbers[at] = ++numbers[kind];
    }
    let count = 0;
    for (let kind = 0; kind < KINDS; kind++) {
      this.firsts[kind] = count;
      count += (numbers[kind] + 1) * (STRIDES[kind] / WORD_BYTES);
    }
    this.count = count;
  }

  private sortOf(kind: number, type: number): number {
    for (let at = slotOf(kind, type, SORT_BITS); ; at = (at + 1) & (this.slotNumbers.length - 1)) {
      const number = this.slotNumbers[at];
      if (number === 0 || (this.slotKinds[at] === kind && this.slotTypes[at] === type)) return number;
    }
  }

  /**
   * Writes the type words of a page whose bits are set in its mask to `at`, and the field of each to `fields`. Answers how
   * many.
   */
  typeWordsOf(
    page: Address,
    kind: number,
    masks: Int32Array,
    maskAt: number,
    at: Int32Array,
    fields: Int32Array,
  ): number {
    if (kind === 0) return 0;
    const { places, isTypeWord } = shapeOf(page, kind);
    const first = this.firsts[kind];
    let count = 0;
    for (let base = 0; base < PAGE_WORDS; base += 32, maskAt++) {
      for (let rest = masks[maskAt]; rest !== 0; rest &= rest - 1) {
        const word = base + 31 - Math.clz32(rest & -rest);
        if (isTypeWord[word] === 0) continue;
        at[count] = word;
        fields[count++] = first + places[word];
      }
    }
    return count;
  }

  /** The same for the other words of a page, of which `words` has the type words at least. */
  otherWordsOf(
    page: Address,
    kind: number,
    masks: Int32Array,
    maskAt: number,
    words: Int32Array,
    at: Int32Array,
    fields: Int32Array,
  ): number {
    const { places, isTypeWord, blocks } = shapeOf(page, kind);
    this.lookAtBlocks(page, kind, words);
    let count = 0;
    for (let base = 0; base < PAGE_WORDS; base += 32, maskAt++) {
      for (let rest = masks[maskAt]; rest !== 0; rest &= rest - 1) {
        const word = base + 31 - Math.clz32(rest & -rest);
        if (isTypeWord[word] !== 0) continue;
        at[count] = word;
        fields[count++] = this.blockFields[blocks[word]] + places[word];
      }
    }
    return count;
  }

  private lookAtBlocks(page: Address, kind: number, words: Int32Array): void {
    const { typeWords, blockCount } = shapeOf(page, kind);
    const first = this.firsts[kind];
    const places = STRIDES[kind] / WORD_BYTES;
    if (this.hasSorts[kind] === 0) {
      this.blockFields.fill(first, 0, blockCount);
      return;
    }
    for (let block = 0; block < blockCount; block++) {
      let sort = 0;
      for (let k = 0; k < TYPE_OFFSETS.length && sort === 0; k++) {
        const word = typeWords[block * TYPE_OFFSETS.length + k];
        if (word >= 0) sort = this.sortOf(kind, words[word]);
      }
      this.blockFields[block] = first + sort * places;
    }
  }
}
