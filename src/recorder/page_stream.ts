// Checkpoints as a file has them: each as what differs from the one before it.
//
//   run count, then for each run of pages: address, count          u32
//   the pages                                                      packed_pages.ts
//
// Invariant: reading gives each page's words to `put` in the order of addresses, all pages of the checkpoint being known.
import { type Address, PAGE_BYTES, PAGE_WORDS } from "../machine/recorded.ts";
import type { BackwardImage } from "./backward_image.ts";
import type { Checkpoint } from "./checkpoints.ts";
import { encodePages, type PageReader, readPages } from "./packed_pages.ts";

/** No list of pages is longer. */
const PAGES_LIMIT = 2 ** 31 / PAGE_BYTES;

/** A section that does not fit itself. */
export class StreamError extends Error {
  override name = "StreamError";
}

function runsOf(pages: Int32Array): number[] {
  const runs: number[] = [];
  for (let i = 0; i < pages.length; i++) {
    if (i > 0 && pages[i] === pages[i - 1] + PAGE_BYTES) runs[runs.length - 1]++;
    else runs.push(pages[i], 1);
  }
  return runs;
}

/** Whether a page has the same version in both, which says without a look that it is equal. */
function isShared(one: Checkpoint, other: Checkpoint | null): (page: Address) => boolean {
  let i = 0;
  let j = 0;
  return (page) => {
    if (other === null || one.versions === null || other.versions === null) return false;
    while (one.pages[i] < page) i++;
    while (j < other.pages.length && other.pages[j] < page) j++;
    return other.pages[j] === page && one.versions[i] === other.versions[j];
  };
}

/** A checkpoint as bytes, or some pages of it; `before` is the one that stands before it in the file. */
export function encodeCheckpoint(
  checkpoint: Checkpoint,
  before: Checkpoint | null,
  image: BackwardImage,
  pages: Int32Array = checkpoint.pages,
): Uint8Array {
  const runs = runsOf(pages);
  const readBefore = before === null ? null : image.reader(before);
  const { bytes } = encodePages(pages, image.reader(checkpoint), readBefore, isShared(checkpoint, before));
  const head = Uint32Array.of(runs.length / 2, ...runs);
  const section = new Uint8Array(head.byteLength + bytes.length);
  section.set(new Uint8Array(head.buffer));
  section.set(bytes, head.byteLength);
  return section;
}

/**
 * Reads a checkpoint. below: the one before. put() gets the words of each page. Answers all pages. Throws StreamError and
 * PackedPagesError.
 */
export function decodeCheckpoint(
  bytes: Uint8Array,
  below: PageReader,
  put: (page: Address, words: Int32Array) => void,
): Int32Array {
  const data = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const head = new Uint32Array(data.buffer, data.byteOffset, data.length >> 2);
  const runCount = head[0] ?? 0;
  const headWords = 1 + runCount * 2;
  if (headWords > head.length) throw new StreamError("its list of pages is cut short");
  const list: number[] = [];
  for (let r = 0; r < runCount; r++) {
    const [from, count] = [head[1 + r * 2], head[2 + r * 2]];
    const isSound = from % PAGE_BYTES === 0 && list.length + count <= PAGES_LIMIT;
    if (!isSound) throw new StreamError("its list of pages makes no sense");
    for (let i = 0; i < count; i++) list.push(from + i * PAGE_BYTES);
  }
  const pages = Int32Array.from(list);
  const read = readPages(pages, data.subarray(headWords * 4), below);
  const words = new Int32Array(PAGE_WORDS);
  for (let i = 0; i < pages.length; i++) {
    read(pages[i], words);
    put(pages[i], words);
  }
  return pages;
}
