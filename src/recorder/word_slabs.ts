// Storage for blocks of words: blocks of one size class share chunks. A block is taken from the first chunk that has one
// to give, so that later ones run empty; an empty chunk is given up.
//
//   handle = class + CLASSES · (chunk · BLOCKS_A_CHUNK + place in the chunk)
//
// Invariant: a handle is on its chunk's free list or in use, never both; all chunks before a class's `first` are full.

const STEP_WORDS = 16;
const STEP_SHIFT = 4;
/** The largest class is a page. */
export const LARGEST_WORDS = 1024;
const CLASSES = LARGEST_WORDS / STEP_WORDS;
const BLOCKS_A_CHUNK = 16;
const WORD_BYTES = 4;

interface Chunk {
  readonly words: Int32Array;
  /** Places that were given back. */
  readonly free: number[];
  /** Places from here on were never used. */
  fresh: number;
}

interface SizeClass {
  readonly blockWords: number;
  readonly chunks: (Chunk | null)[];
  /** No chunk before this one has room. */
  first: number;
}

const isFull = (chunk: Chunk): boolean => chunk.free.length === 0 && chunk.fresh === BLOCKS_A_CHUNK;

export class WordSlabs {
  private readonly classes: SizeClass[] = Array.from({ length: CLASSES }, (_, index) => ({
    blockWords: (index + 1) * STEP_WORDS,
    chunks: [],
    first: 0,
  }));
  private chunkWords = 0;

  /** Bytes of all chunks, whether their blocks are in use or not. */
  get byteCount(): number {
    return this.chunkWords * WORD_BYTES;
  }

  /** Room for so many words, 1 to LARGEST_WORDS, with any content. */
  allocate(wordCount: number): number {
    const index = (wordCount - 1) >> STEP_SHIFT;
    const size = this.classes[index];
    while (size.first < size.chunks.length && isFullAt(size, size.first)) size.first++;
    const chunk = (size.chunks[size.first] ??= this.newChunk(size));
    const place = chunk.free.pop() ?? chunk.fresh++;
    return index + CLASSES * (size.first * BLOCKS_A_CHUNK + place);
  }

  private newChunk({ blockWords }: SizeClass): Chunk {
    const words = new Int32Array(blockWords * BLOCKS_A_CHUNK);
    this.chunkWords += words.length;
    return { words, free: [], fresh: 0 };
  }

  release(handle: number): void {
    const size = this.classes[handle % CLASSES];
    const number = chunkNumber(handle);
    const chunk = this.chunkOf(handle);
    chunk.free.push(placeIn(handle));
    if (number < size.first) size.first = number;
    if (chunk.free.length < chunk.fresh) return;
    size.chunks[number] = null;
    this.chunkWords -= chunk.words.length;
  }

  private chunkOf(handle: number): Chunk {
    return this.classes[handle % CLASSES].chunks[chunkNumber(handle)] as Chunk;
  }

  /** Where the block lies: `offset` words into `chunk`. */
  chunk(handle: number): Int32Array {
    return this.chunkOf(handle).words;
  }
  offset(handle: number): number {
    return placeIn(handle) * ((handle % CLASSES) + 1) * STEP_WORDS;
  }
}

const chunkNumber = (handle: number): number => (handle / (CLASSES * BLOCKS_A_CHUNK)) | 0;
const placeIn = (handle: number): number => ((handle / CLASSES) | 0) % BLOCKS_A_CHUNK;

function isFullAt({ chunks }: SizeClass, number: number): boolean {
  const chunk = chunks[number];
  return chunk !== null && isFull(chunk);
}
