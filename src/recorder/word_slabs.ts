// Storage for blocks of words: blocks of one size class share chunks, and a block that is given back is used again.
//
//   handle = class + CLASSES · (chunk · BLOCKS_A_CHUNK + place in the chunk)
//
// Invariant: a handle is on its class's free list or in use, never both.

const STEP_WORDS = 64;
const STEP_SHIFT = 6;
/** The largest class is a page. */
export const LARGEST_WORDS = 1024;
const CLASSES = LARGEST_WORDS / STEP_WORDS;
const BLOCKS_A_CHUNK = 128;

interface SizeClass {
  readonly chunks: Int32Array[];
  readonly free: number[];
  count: number;
}

export class WordSlabs {
  private readonly classes: SizeClass[] = Array.from({ length: CLASSES }, () => ({ chunks: [], free: [], count: 0 }));
  private usedWords = 0;

  /** Bytes of all blocks in use. */
  get byteCount(): number {
    return this.usedWords * 4;
  }

  /** Room for so many words, 1 to LARGEST_WORDS, with any content. */
  allocate(wordCount: number): number {
    const index = (wordCount - 1) >> STEP_SHIFT;
    const size = this.classes[index];
    const words = (index + 1) << STEP_SHIFT;
    this.usedWords += words;
    const known = size.free.pop();
    if (known !== undefined) return known;
    const place = size.count++;
    if (place % BLOCKS_A_CHUNK === 0) size.chunks.push(new Int32Array(words * BLOCKS_A_CHUNK));
    return index + CLASSES * place;
  }

  release(handle: number): void {
    const index = handle % CLASSES;
    this.usedWords -= (index + 1) << STEP_SHIFT;
    this.classes[index].free.push(handle);
  }

  /** Where the block lies: `offset` words into `chunk`. */
  chunk(handle: number): Int32Array {
    const place = (handle / CLASSES) | 0;
    return this.classes[handle % CLASSES].chunks[(place / BLOCKS_A_CHUNK) | 0];
  }
  offset(handle: number): number {
    const place = (handle / CLASSES) | 0;
    return (place % BLOCKS_A_CHUNK) * (((handle % CLASSES) + 1) << STEP_SHIFT);
  }
}
