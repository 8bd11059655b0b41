// Storage for blocks of words: blocks of one size class share chunks. A block is taken from the first chunk of its class that
// has one to give, so that later ones run empty; an empty chunk is given up.
//
//   handle = number of the chunk · STEPS_A_CHUNK + where in it the block begins, in steps
//
// Invariant: a handle is on its chunk's free list or in use, never both; all chunks before a class's `first` are full.

const STEP_WORDS = 16;
const STEP_SHIFT = 4;
/** The largest class is a page. */
export const LARGEST_WORDS = 1024;
const CLASSES = LARGEST_WORDS / STEP_WORDS;
const CHUNK_SHIFT = 10;
const STEPS_A_CHUNK = 1 << CHUNK_SHIFT;
const WORD_BYTES = 4;

interface Chunk {
  readonly words: Int32Array;
  readonly size: SizeClass;
  /** Where it stands among the chunks of its class. */
  readonly place: number;
  /** Blocks that were given back, by their first steps. */
  readonly free: number[];
  /** Steps from here on were never used. */
  fresh: number;
  inUse: number;
}

interface SizeClass {
  readonly blockSteps: number;
  readonly blockCount: number;
  readonly chunks: (Chunk | null)[];
  /** The number of each chunk. */
  readonly numbers: number[];
  /** No chunk before this one has room. */
  first: number;
}

const NO_WORDS = new Int32Array(0);

export class WordSlabs {
  private readonly classes: SizeClass[] = Array.from({ length: CLASSES }, (_, index) => ({
    blockSteps: index + 1,
    blockCount: Math.floor(STEPS_A_CHUNK / (index + 1)),
    chunks: [],
    numbers: [],
    first: 0,
  }));
  /** By number, beside each other: the words of a block are looked up far more often than the rest of its chunk. */
  private readonly words: Int32Array[] = [];
  private readonly chunks: (Chunk | null)[] = [];
  private readonly freeNumbers: number[] = [];
  private chunkWords = 0;

  /** Bytes of all chunks, whether their blocks are in use or not. */
  get byteCount(): number {
    return this.chunkWords * WORD_BYTES;
  }

  /** Room for so many words, 1 to LARGEST_WORDS, with any content. */
  allocate(wordCount: number): number {
    const size = this.classes[(wordCount - 1) >> STEP_SHIFT];
    const { chunks, blockCount, blockSteps } = size;
    while (size.first < chunks.length && chunks[size.first]?.inUse === blockCount) size.first++;
    const chunk = chunks[size.first] ?? this.newChunk(size);
    chunk.inUse++;
    let step = chunk.free.pop();
    if (step === undefined) {
      step = chunk.fresh;
      chunk.fresh += blockSteps;
    }
    return (size.numbers[size.first] << CHUNK_SHIFT) | step;
  }

  private newChunk(size: SizeClass): Chunk {
    const words = new Int32Array(size.blockCount * size.blockSteps * STEP_WORDS);
    const chunk: Chunk = { words, size, place: size.first, free: [], fresh: 0, inUse: 0 };
    const number = this.freeNumbers.pop() ?? this.chunks.length;
    this.chunks[number] = chunk;
    this.words[number] = words;
    size.chunks[size.first] = chunk;
    size.numbers[size.first] = number;
    this.chunkWords += words.length;
    return chunk;
  }

  release(handle: number): void {
    const number = handle >> CHUNK_SHIFT;
    const chunk = this.chunks[number] as Chunk;
    const { size, place } = chunk;
    chunk.free.push(handle & (STEPS_A_CHUNK - 1));
    if (place < size.first) size.first = place;
    if (--chunk.inUse > 0) return;
    size.chunks[place] = null;
    this.chunks[number] = null;
    this.words[number] = NO_WORDS;
    this.freeNumbers.push(number);
    this.chunkWords -= chunk.words.length;
  }

  /** Where the block lies: `offset` words into `chunk`. */
  chunk(handle: number): Int32Array {
    return this.words[handle >> CHUNK_SHIFT];
  }
  offset(handle: number): number {
    return (handle & (STEPS_A_CHUNK - 1)) << STEP_SHIFT;
  }
}
