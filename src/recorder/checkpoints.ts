// Checkpoints: the memory at some moments of a run, as tables of page versions in one pool.
//
//   take      used pages are compared with the checkpoint last taken or restored; those that differ are copied
//   restore   the pages of one checkpoint are put back; no other is needed
//   thin      over the budget, temporary ones go first; then lasting ones are packed (packed_pages.ts), or where that
//             would cost too much of the run, those go whose neighbours stand closest
//
// What is left covers the run evenly: of n the longest stretch between two is about 1.4 parts in n of the run.
// A packed one has its versions too while it is shown or compared with.
// Invariant: a checkpoint holds canonical memory and counts each of its versions once; the first one is never dropped.
import { InternalError } from "../base/assert.ts";
import {
  type Address,
  clearPage,
  copyPageIn,
  type DoorMark,
  hashPage,
  isPageEqual,
  PAGE_BYTES,
  PAGE_WORDS,
  usedRanges,
} from "../machine/recorded.ts";
import { inflatePages, type PackedPages, type PageReader, packedBytes, packPages, readPages } from "./packed_pages.ts";
import { OWN_PACKING, type Packing } from "./packing.ts";
import { PagePool, ZERO_PAGE } from "./page_pool.ts";
import { Spending } from "./spending.ts";

export interface Checkpoint {
  readonly moment: number;
  readonly door: DoorMark;
  /** False: taken inside a nested loop. It can be looked at, not gone on from. */
  readonly canGoOn: boolean;
  /** Left by a seek on its way; the first to be dropped. */
  readonly isTemporary: boolean;
  /** Milliseconds that the run takes to come here, checkpoints not counted: what going back to the one before costs. */
  readonly runMs: number;
  /** Addresses of the used pages, ascending. */
  readonly pages: Int32Array;
  /** The version of each page; null while it is only packed. */
  versions: Int32Array | null;
  packed: PackedPages | null;
}

export interface CheckpointOptions {
  /** Most bytes of all that is kept. */
  readonly budgetBytes: number;
  /** More for a memory that is large: so many times its size. */
  readonly budgetMemories: number;
  /** Most checkpoints that last. */
  readonly lastingLimit: number;
  /** Most temporary checkpoints. */
  readonly temporaryLimit: number;
}

const MEBIBYTE = 1024 * 1024;
/** So many stay, whatever the budget; and of those that a seek left so near so many, for the steps after it. */
const LEAST_COUNT = 2;
const LEAST_NEAR = 2;
const NEAR = 5 << 15;
/** So many steps back are to be had from one checkpoint. */
const STEPS = 1 << 10;
/** About what the first of them leave, in bytes and in checkpoints. */
const STEPS_BYTES = 4 * MEBIBYTE;
const STEPS_COUNT = 24;
/** Memories of more pages are not packed: the room that it takes for a moment would be too much. */
const PACKING_PAGES = (64 * MEBIBYTE) / PAGE_BYTES;
/** What differs from its key in more than such a part of the key's words becomes a key itself. */
const KEY_PART = 0.6;
/**
 * What a seek needs room for, in sizes of the memory: where it came from, and what it leaves. A recording leaves a part of
 * that free, since the newest checkpoint is packed when a seek leads away from it; what it can pack it packs at its end.
 */
const SEEK_MEMORIES = 1.5;
const FREE_MEMORIES = 1;
const FREE_OF_BUDGET = 0.25;
/** About what packing leaves of a memory. */
const PACKED_PART = 0.15;
export const DEFAULT_OPTIONS: CheckpointOptions = {
  budgetBytes: 256 * MEBIBYTE,
  budgetMemories: 3,
  lastingLimit: 1024,
  temporaryLimit: 48,
};

function pagesNow(): Int32Array {
  let count = 0;
  usedRanges((_address, byteCount) => {
    count += byteCount / PAGE_BYTES;
  });
  const pages = new Int32Array(count);
  let at = 0;
  usedRanges((address, byteCount) => {
    for (let page = address; page < address + byteCount; page += PAGE_BYTES) pages[at++] = page;
  });
  return pages;
}

export class Checkpoints {
  readonly pool = new PagePool();
  private readonly options: CheckpointOptions;
  /** Ascending by moment; of two at one moment, that which can go on comes first. */
  private list: Checkpoint[] = [];
  /** What the memory was equal to last: takes are comparisons with it. */
  private base: Checkpoint | null = null;
  private tableBytes = 0;
  /** The checkpoints are of another build's machine, whose bookkeeping lies elsewhere. */
  isForeign = false;
  /** A recording goes on: time is the run's, and room is left for the seeks that come after it. */
  isRecording = false;
  /** So far apart stand the lasting ones since the budget was reached first. */
  private spacingMs = 0;
  private readonly spending = new Spending();

  /** The key that was used last, inflated. */
  private key: { readonly packed: PackedPages; readonly inflated: Uint8Array } | null = null;
  private readonly packing: Packing;
  private readonly nowMs: () => number;

  constructor(nowMs: () => number, options: CheckpointOptions = DEFAULT_OPTIONS, packing: Packing = OWN_PACKING) {
    this.nowMs = nowMs;
    this.options = options;
    this.packing = packing;
  }

  get all(): readonly Checkpoint[] {
    return this.list;
  }

  /** Bytes of all versions and tables. */
  get byteCount(): number {
    return this.pool.byteCount + this.tableBytes + this.bytesOfPacked() + (this.key?.inflated.length ?? 0);
  }

  private bytesOfPacked(): number {
    const all = new Set<PackedPages>();
    for (const { packed } of this.list) {
      if (packed === null) continue;
      all.add(packed);
      if (packed.key !== null) all.add(packed.key);
    }
    let bytes = 0;
    for (const packed of all) bytes += packedBytes(packed);
    return bytes;
  }

  /** Pages that can hold bytes other than zero: of a memory of another build those of the checkpoint it was made equal to. */
  usedPages(): Int32Array {
    return this.isForeign && this.base !== null ? this.base.pages : pagesNow();
  }

  /** While recording: whether it is time for another one, the run having taken so long to come here. */
  isDue(runMs: number): boolean {
    const sinceMs = runMs - this.endMs();
    return sinceMs >= this.spacingMs && this.spending.allowsTaking(sinceMs, runMs);
  }

  /** How long the run took to come to the last lasting one. */
  private endMs(): number {
    for (let i = this.list.length - 1; i >= 0; i--) if (!this.list[i].isTemporary) return this.list[i].runMs;
    return 0;
  }

  /**
   * Takes a checkpoint of the memory, which must be canonical. runMs: how long the run takes to come here, for one that
   * lasts; a temporary one needs none.
   */
  take(
    moment: number,
    door: DoorMark,
    canGoOn: boolean,
    runMs: number | null,
    pages: Int32Array = this.usedPages(),
  ): Checkpoint {
    const startMs = this.nowMs();
    const isForward = this.base !== null && this.base !== this.list[this.list.length - 1];
    if (runMs !== null && !isForward) this.pool.forgetShadows();
    const versions = this.versionsOf(pages, isForward);
    const isTemporary = runMs === null;
    const at = runMs ?? this.endMs();
    const taken = { moment, door, canGoOn, isTemporary, runMs: at, pages, versions, packed: null };
    this.insert(taken);
    if (!isTemporary) this.spending.took(this.nowMs() - startMs, this.isRecording);
    this.thin();
    return taken;
  }

  /** Versions of the memory as it is now, those of the base where they are equal. */
  private versionsOf(pages: Int32Array, isForward: boolean): Int32Array {
    const versions = new Int32Array(pages.length);
    const known = this.base?.pages ?? pages;
    const knownVersions = this.base?.versions ?? null;
    for (let i = 0, j = 0; i < pages.length; i++) {
      const page = pages[i];
      while (j < known.length && known[j] < page) j++;
      const version = knownVersions !== null && known[j] === page ? knownVersions[j] : ZERO_PAGE;
      versions[i] = this.pool.take(page, version, isForward);
    }
    return versions;
  }

  private insert(taken: Checkpoint): void {
    let at = this.list.length;
    while (at > 0 && this.list[at - 1].moment > taken.moment) at--;
    this.list.splice(at, 0, taken);
    this.tableBytes += 2 * taken.pages.byteLength;
    this.base = taken;
  }

  /** Makes the memory equal to a checkpoint's. The caller sets the door and the caches. */
  restore(checkpoint: Checkpoint): void {
    // The ranges are read from the memory that is about to be overwritten.
    for (const page of this.pagesNotIn(checkpoint)) clearPage(page);
    const { pages, versions } = checkpoint;
    if (versions !== null) {
      for (let i = 0; i < pages.length; i++) this.pool.putBack(pages[i], versions[i]);
      this.base = checkpoint;
      this.thin();
      return;
    }
    const words = new Int32Array(PAGE_WORDS);
    const read = this.reader(checkpoint);
    for (let i = 0; i < pages.length; i++) {
      read(pages[i], words);
      copyPageIn(pages[i], words, 0);
    }
    // The next one taken is near where the seek leads, and better to compare with than this one.
    this.base = null;
    this.thin();
  }

  /** The memory is equal to a checkpoint that is packed: gives it versions again. */
  warm(checkpoint: Checkpoint): void {
    checkpoint.versions ??= this.versionsOf(checkpoint.pages, true);
    this.base = checkpoint;
    this.thin();
  }

  /** Whether the memory, which must be canonical, is a checkpoint's. */
  isEqual(checkpoint: Checkpoint): boolean {
    const isEqual = this.compare(checkpoint);
    // Comparing took room for whole copies.
    this.thin();
    return isEqual;
  }

  private compare(checkpoint: Checkpoint): boolean {
    const now = this.usedPages();
    const { pages, versions } = checkpoint;
    if (now.length !== pages.length) return false;
    const words = new Int32Array(PAGE_WORDS);
    const read = versions === null ? this.reader(checkpoint) : null;
    for (let i = 0; i < pages.length; i++) {
      if (now[i] !== pages[i]) return false;
      if (versions !== null) {
        if (!this.pool.equals(pages[i], versions[i])) return false;
      } else {
        read?.(pages[i], words);
        if (!isPageEqual(pages[i], words, 0)) return false;
      }
    }
    return true;
  }

  /** Gives the pages of a checkpoint, as they are asked for in ascending order; others are zero. */
  reader(checkpoint: Checkpoint): PageReader {
    const { pages, versions, packed } = checkpoint;
    if (versions === null) {
      if (packed === null) throw new InternalError("a checkpoint without pages");
      const { key } = packed;
      if (key === null) return readPages(pages, this.inflatedKey(packed), null);
      const below = readPages(key.pages, this.inflatedKey(key), null);
      return readPages(pages, inflatePages(packed, this.packing), below);
    }
    let i = 0;
    return (page, words) => {
      while (i < pages.length && pages[i] < page) i++;
      if (pages[i] === page) this.pool.expand(versions[i], words, 0);
      else words.fill(0);
    };
  }

  private inflatedKey(packed: PackedPages): Uint8Array {
    if (this.key?.packed !== packed) this.key = { packed, inflated: inflatePages(packed, this.packing) };
    return this.key.inflated;
  }

  /** The hash of a checkpoint's memory, two words. */
  hashOf(checkpoint: Checkpoint): [number, number] {
    const { pages, versions } = checkpoint;
    let a = 0;
    let b = 0;
    if (versions !== null) {
      for (let i = 0; i < versions.length; i++) {
        a = (a + this.pool.hashOf(versions[i], 0)) | 0;
        b = (b + this.pool.hashOf(versions[i], 1)) | 0;
      }
      return [a, b];
    }
    const words = new Int32Array(PAGE_WORDS);
    const hash = new Int32Array(2);
    const read = this.reader(checkpoint);
    for (let i = 0; i < pages.length; i++) {
      read(pages[i], words);
      if (words.every((word) => word === 0)) continue;
      hashPage(pages[i], words, 0, hash);
      a = (a + hash[0]) | 0;
      b = (b + hash[1]) | 0;
    }
    return [a, b];
  }

  private pagesNotIn(checkpoint: Checkpoint): Address[] {
    const others: Address[] = [];
    const now = this.usedPages();
    for (let i = 0, j = 0; i < now.length; i++) {
      while (j < checkpoint.pages.length && checkpoint.pages[j] < now[i]) j++;
      if (checkpoint.pages[j] !== now[i]) others.push(now[i]);
    }
    return others;
  }

  /** The last one at or before a moment from which the run can go on. */
  before(moment: number): Checkpoint | null {
    for (let i = this.list.length - 1; i >= 0; i--) {
      const one = this.list[i];
      if (one.moment <= moment && one.canGoOn) return one;
    }
    return null;
  }

  /** One at exactly this moment, of any kind. */
  at(moment: number): Checkpoint | null {
    return this.list.find((one) => one.moment === moment) ?? null;
  }

  clear(): void {
    for (const one of this.list) this.release(one);
    this.list = [];
    this.base = null;
    this.spacingMs = 0;
    this.spending.clear();
    this.isForeign = false;
    this.key = null;
    this.pool.forgetShadows();
  }

  private release(one: Checkpoint): void {
    this.tableBytes -= 2 * one.pages.byteLength;
    this.cool(one);
  }

  /** Gives up the versions of a checkpoint: it is packed, or dropped. */
  private cool(one: Checkpoint): void {
    const { versions } = one;
    one.versions = null;
    if (versions !== null) for (let i = 0; i < versions.length; i++) this.pool.release(versions[i]);
  }

  private thin(): void {
    const { lastingLimit, temporaryLimit } = this.options;
    while (this.temporaryCount() > temporaryLimit && this.dropTemporary());
    while (this.list.length - this.temporaryCount() > lastingLimit && this.dropLasting());
    const limit = this.isRecording ? this.limit() - this.freeBytes(FREE_MEMORIES) : this.limit();
    while (this.byteCount > limit && this.list.length > LEAST_COUNT) {
      if (this.dropTemporary() || this.coolOne() || this.packOne() || this.dropLasting()) continue;
      break;
    }
  }

  private temporaryCount(): number {
    return this.list.reduce((count, one) => count + (one.isTemporary ? 1 : 0), 0);
  }

  /** Whether one more would have its place if all were packed. */
  hasRoom(): boolean {
    if (this.isForeign) return false;
    const { lastingLimit } = this.options;
    const lasting = this.list.filter(({ isTemporary }) => !isTemporary);
    const sizes = lasting.flatMap(({ packed }) => (packed === null ? [] : [packedBytes(packed)]));
    const memoryBytes = this.memoryBytes();
    const oneBytes = sizes.length === 0 ? memoryBytes * PACKED_PART : Math.max(...sizes);
    const inUse = SEEK_MEMORIES * memoryBytes + oneBytes * (lasting.length + 1);
    return lasting.length < lastingLimit && inUse < this.limit();
  }

  /** A recording is over for now: what seeks will need room for is packed before they come. */
  settle(): void {
    this.isRecording = false;
    const limit = this.limit() - this.freeBytes(SEEK_MEMORIES);
    while (this.byteCount > limit && this.packOne());
  }

  /**
   * A long seek is over: what the first steps from there will need room for is given up now, and not by them. Packing takes
   * a large part of a seek's time and may free little, so no more than one is packed.
   */
  makeRoomForSteps(): void {
    const limit = this.limit() - STEPS_BYTES;
    while (this.temporaryCount() > this.options.temporaryLimit - STEPS_COUNT && this.dropFarTemporary());
    while (this.byteCount > limit && (this.dropFarTemporary() || this.coolOne()));
    if (this.byteCount > limit) this.packOne();
    while (this.byteCount > limit && this.dropTemporary());
  }

  private memoryBytes(): number {
    return (this.list[this.list.length - 1]?.pages.length ?? 0) * PAGE_BYTES;
  }

  private limit(): number {
    const { budgetBytes, budgetMemories } = this.options;
    const memories = this.isRecording || budgetMemories === 0 ? budgetMemories : budgetMemories + SEEK_MEMORIES;
    return Math.max(budgetBytes, memories * this.memoryBytes());
  }

  private freeBytes(memories: number): number {
    return Math.min(memories * this.memoryBytes(), FREE_OF_BUDGET * this.limit());
  }

  /** Gives up the versions of a packed one. */
  private coolOne(): boolean {
    const one = this.list.find(
      ({ versions, packed }) => versions !== null && packed !== null && !this.isBase(versions),
    );
    if (one !== undefined) this.cool(one);
    return one !== undefined;
  }

  private isBase(versions: Int32Array): boolean {
    return this.base?.versions === versions;
  }

  /** Packs the earliest that is not, where the run has time for it. */
  private packOne(): boolean {
    if (this.isForeign) return false;
    const one = this.list.find(
      ({ isTemporary, packed, versions }) =>
        !isTemporary && packed === null && versions !== null && !this.isBase(versions),
    );
    if (one === undefined || one.pages.length > PACKING_PAGES) return false;
    if (this.isRecording && !this.spending.allowsPacking(one.pages.length, this.endMs())) return false;
    const startMs = this.nowMs();
    one.packed = packPages(one.pages, this.reader(one), this.key, this.packing);
    const { key, wordCount } = one.packed;
    if (key !== null && wordCount > KEY_PART * key.wordCount) {
      one.packed = packPages(one.pages, this.reader(one), null, this.packing);
    }
    if (one.packed.key === null) this.inflatedKey(one.packed);
    this.cool(one);
    this.spending.packed(this.nowMs() - startMs, this.isRecording);
    return true;
  }

  private drop(index: number): boolean {
    if (index < 0) return false;
    this.release(this.list[index]);
    this.list.splice(index, 1);
    return true;
  }

  /**
   * Drops the temporary one farthest from where the memory stands now. Of the near ones that stays from which the next steps
   * back are run, or the first of them would go all the way to a lasting one.
   */
  private dropTemporary(): boolean {
    const { base } = this;
    if (base === null) return this.drop(this.list.findIndex(({ isTemporary }) => isTemporary));
    if (this.dropFarTemporary()) return true;
    const near = this.list.filter((one) => one.isTemporary && one !== base);
    if (near.length <= LEAST_NEAR && !this.isRecording) return false;
    const before = near.filter(({ moment, canGoOn }) => canGoOn && moment <= base.moment);
    const kept = before.findLast((one) => this.distance(one) >= STEPS) ?? before[0];
    return this.dropFarthest(near.filter((one) => one !== kept || near.length === 1));
  }

  private dropFarTemporary(): boolean {
    return this.dropFarthest(this.list.filter((one) => one.isTemporary && this.distance(one) >= NEAR));
  }

  private dropFarthest(candidates: readonly Checkpoint[]): boolean {
    const farthest = candidates.reduce((a, b) => (this.distance(b) > this.distance(a) ? b : a), candidates[0]);
    return this.drop(this.list.indexOf(farthest));
  }

  /** From where the memory was equal to a checkpoint last. */
  private distance({ moment }: Checkpoint): number {
    return this.base === null ? 0 : Math.abs(moment - this.base.moment);
  }

  /**
   * Drops the one that is missed least: whose neighbours are closest in time of running again. What is left covers the
   * run evenly; new ones need not come closer than that.
   */
  private dropLasting(): boolean {
    const indexes = this.list.flatMap((one, i) => (one.isTemporary ? [] : [i]));
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let k = 1; k < indexes.length - 1; k++) {
      if (this.list[indexes[k]] === this.base) continue;
      const gap = this.list[indexes[k + 1]].runMs - this.list[indexes[k - 1]].runMs;
      if (gap >= least) continue;
      least = gap;
      best = indexes[k];
    }
    this.spacingMs = this.endMs() / indexes.length;
    return this.drop(best);
  }
}
