// Checkpoints as bytes: each as what differs from the one before it, so that it packs well.
//
//   run count, then for each run of pages: address, count          u32
//   changed                                                        a bit for each page, to whole words
//   for each changed page: its words ^ those of the page before (zero where there was none), the bytes of equal rank in
//   8-byte words together, since pointers and counts differ in their low bytes only
//
// Invariant: reading gives each page's words to `put` in the order of addresses, all pages of the checkpoint being known.
import { type Address, PAGE_BYTES, PAGE_WORDS } from "../machine/recorded.ts";
import type { Checkpoint, Checkpoints } from "./checkpoints.ts";

const PLANES = 8;
const PLANE_BYTES = PAGE_BYTES / PLANES;

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

/** A checkpoint as bytes; `before` is the one that was written before it. */
export function encodeCheckpoint(checkpoint: Checkpoint, before: Checkpoint | null, all: Checkpoints): Uint8Array {
  const { pages } = checkpoint;
  const runs = runsOf(pages);
  const maskWords = (pages.length + 31) >> 5;
  const mask = new Uint32Array(maskWords);
  const isSame = isShared(checkpoint, before);
  const read = all.reader(checkpoint);
  const readBefore = before === null ? null : all.reader(before);
  const words = new Int32Array(PAGE_WORDS);
  const other = new Int32Array(PAGE_WORDS);
  const plain = new Uint8Array(words.buffer);
  const changed: Uint8Array[] = [];
  for (let i = 0; i < pages.length; i++) {
    if (isSame(pages[i])) continue;
    read(pages[i], words);
    readBefore?.(pages[i], other);
    let isChanged = 0;
    for (let k = 0; k < PAGE_WORDS; k++) isChanged |= words[k] ^= other[k];
    if (isChanged === 0) continue;
    mask[i >> 5] |= 1 << (i & 31);
    const planes = new Uint8Array(PAGE_BYTES);
    for (let k = 0; k < PAGE_BYTES; k++) planes[(k % PLANES) * PLANE_BYTES + ((k / PLANES) | 0)] = plain[k];
    changed.push(planes);
  }
  const headWords = 1 + runs.length + maskWords;
  const bytes = new Uint8Array(headWords * 4 + changed.length * PAGE_BYTES);
  const head = new Uint32Array(bytes.buffer, 0, headWords);
  head[0] = runs.length / 2;
  head.set(runs, 1);
  head.set(mask, 1 + runs.length);
  changed.forEach((planes, k) => {
    bytes.set(planes, headWords * 4 + k * PAGE_BYTES);
  });
  return bytes;
}

/**
 * Reads a checkpoint. current(page) fills the words with what the page holds in the one before; put() gets the new ones of
 * each page that changed. Answers all pages. Throws StreamError.
 */
export function decodeCheckpoint(
  bytes: Uint8Array,
  current: (page: Address, words: Int32Array) => void,
  put: (page: Address, words: Int32Array) => void,
): Int32Array {
  const data = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const all = new Uint32Array(data.buffer, data.byteOffset, data.length >> 2);
  const runCount = all[0] ?? 0;
  if (1 + runCount * 2 > all.length) throw new StreamError("its list of pages is cut short");
  const pages: number[] = [];
  for (let r = 0; r < runCount; r++) {
    const [from, count] = [all[1 + r * 2], all[2 + r * 2]];
    if (count > data.length * 32 || from % PAGE_BYTES !== 0) throw new StreamError("its list of pages makes no sense");
    for (let i = 0; i < count; i++) pages.push(from + i * PAGE_BYTES);
  }
  const maskAt = 1 + runCount * 2;
  let at = (maskAt + ((pages.length + 31) >> 5)) * 4;
  const words = new Int32Array(PAGE_WORDS);
  const delta = new Int32Array(PAGE_WORDS);
  const plain = new Uint8Array(delta.buffer);
  for (let i = 0; i < pages.length; i++) {
    if (((all[maskAt + (i >> 5)] >>> (i & 31)) & 1) === 0) continue;
    if (at + PAGE_BYTES > data.length) throw new StreamError("a page is cut short");
    for (let k = 0; k < PAGE_BYTES; k++) plain[k] = data[at + (k % PLANES) * PLANE_BYTES + ((k / PLANES) | 0)];
    at += PAGE_BYTES;
    current(pages[i], words);
    for (let k = 0; k < PAGE_WORDS; k++) words[k] ^= delta[k];
    put(pages[i], words);
  }
  return Int32Array.from(pages);
}
