// Checkpoints: the memory at some moments of a run, as tables of page versions in one pool.
//
//   take      used pages are compared with the checkpoint last taken or restored; those that differ are copied
//   restore   the pages of one checkpoint are put back; no other is needed
//   thin      over the budget, temporary ones go first, then those whose neighbours stand closest
//
// Invariant: a checkpoint holds canonical memory and counts each of its versions once; the first one is never dropped.
import { type Address, clearPage, type DoorMark, PAGE_BYTES, usedRanges } from "../machine/recorded.ts";
import { PagePool, ZERO_PAGE } from "./page_pool.ts";

export interface Checkpoint {
  readonly moment: number;
  readonly door: DoorMark;
  /** False: taken inside a nested loop. It can be looked at, not gone on from. */
  readonly canGoOn: boolean;
  /** Left by a seek on its way; the first to be dropped. */
  readonly isTemporary: boolean;
  /** Milliseconds that the run takes to come here, checkpoints not counted: what going back to the one before costs. */
  readonly runMs: number;
  /** Addresses of the used pages, ascending, and the version of each. */
  readonly pages: Int32Array;
  readonly versions: Int32Array;
  /** Hash of the memory, two words; of a temporary one it is not made. */
  readonly hash: readonly [number, number];
}

export interface CheckpointOptions {
  /** Most bytes of page versions. */
  readonly budgetBytes: number;
  /** Most checkpoints that last. */
  readonly lastingLimit: number;
  /** Most temporary checkpoints. */
  readonly temporaryLimit: number;
}

/** So many stay, whatever the budget. */
const LEAST_COUNT = 2;
const MEBIBYTE = 1024 * 1024;
export const DEFAULT_OPTIONS: CheckpointOptions = {
  budgetBytes: 256 * MEBIBYTE,
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
  /** So far apart stand the lasting ones since the budget was reached first. */
  spacingMs = 0;

  constructor(options: CheckpointOptions = DEFAULT_OPTIONS) {
    this.options = options;
  }

  get all(): readonly Checkpoint[] {
    return this.list;
  }

  /** Bytes of all versions and tables. */
  get byteCount(): number {
    return this.pool.byteCount + this.tableBytes;
  }

  /** Pages that can hold bytes other than zero: of a memory of another build those of the checkpoint it was made equal to. */
  usedPages(): Int32Array {
    return this.isForeign && this.base !== null ? this.base.pages : pagesNow();
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
    const versions = new Int32Array(pages.length);
    const base = this.base;
    const isForward = base !== null && base !== this.list[this.list.length - 1];
    if (runMs !== null && !isForward) this.pool.forgetShadows();
    let a = 0;
    let b = 0;
    for (let i = 0, j = 0; i < pages.length; i++) {
      const page = pages[i];
      let known = ZERO_PAGE;
      if (base !== null) {
        while (j < base.pages.length && base.pages[j] < page) j++;
        if (j < base.pages.length && base.pages[j] === page) known = base.versions[j];
      }
      const version = this.pool.take(page, known, isForward);
      versions[i] = version;
      if (runMs === null) continue;
      a = (a + this.pool.hashOf(version, 0)) | 0;
      b = (b + this.pool.hashOf(version, 1)) | 0;
    }
    const isTemporary = runMs === null;
    const at = runMs ?? this.list[this.list.length - 1]?.runMs ?? 0;
    return this.insert({ moment, door, canGoOn, isTemporary, runMs: at, pages, versions, hash: [a, b] });
  }

  /** Adds one whose versions are in the pool and counted for it. */
  insert(taken: Checkpoint): Checkpoint {
    let at = this.list.length;
    while (at > 0 && this.list[at - 1].moment > taken.moment) at--;
    this.list.splice(at, 0, taken);
    this.tableBytes += taken.pages.byteLength + taken.versions.byteLength;
    this.base = taken;
    this.thin();
    return taken;
  }

  /** Makes the memory equal to a checkpoint's. The caller sets the door and the caches. */
  restore(checkpoint: Checkpoint): void {
    // The ranges are read from the memory that is about to be overwritten.
    for (const page of this.pagesNotIn(checkpoint)) clearPage(page);
    const { pages, versions } = checkpoint;
    for (let i = 0; i < pages.length; i++) this.pool.putBack(pages[i], versions[i]);
    this.base = checkpoint;
  }

  /** Whether the memory, which must be canonical, is a checkpoint's. */
  isEqual(checkpoint: Checkpoint): boolean {
    const now = this.usedPages();
    const { pages, versions } = checkpoint;
    if (now.length !== pages.length) return false;
    for (let i = 0; i < pages.length; i++) {
      if (now[i] !== pages[i] || !this.pool.equals(pages[i], versions[i])) return false;
    }
    return true;
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
    this.isForeign = false;
    this.pool.forgetShadows();
  }

  private release(one: Checkpoint): void {
    this.tableBytes -= one.pages.byteLength + one.versions.byteLength;
    for (let i = 0; i < one.versions.length; i++) this.pool.release(one.versions[i]);
  }

  private thin(): void {
    const { budgetBytes, lastingLimit, temporaryLimit } = this.options;
    const lasting = () => this.list.reduce((count, one) => count + (one.isTemporary ? 0 : 1), 0);
    while (this.list.length - lasting() > temporaryLimit && this.drop(this.farthestTemporary()));
    while (lasting() > lastingLimit && this.dropLasting());
    while (this.byteCount > budgetBytes && this.list.length > LEAST_COUNT) {
      if (!this.drop(this.farthestTemporary()) && !this.dropLasting()) break;
    }
  }

  private drop(index: number): boolean {
    if (index < 0) return false;
    this.release(this.list[index]);
    this.list.splice(index, 1);
    return true;
  }

  /** The temporary one farthest from where the memory stands now; −1 for none. */
  private farthestTemporary(): number {
    const here = this.base?.moment ?? 0;
    let farthest = -1;
    this.list.forEach((one, i) => {
      if (!one.isTemporary || one === this.base) return;
      const isFarther = farthest < 0 || Math.abs(one.moment - here) > Math.abs(this.list[farthest].moment - here);
      if (isFarther) farthest = i;
    });
    return farthest;
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
    const end = this.list[indexes[indexes.length - 1]];
    this.spacingMs = Math.max(this.spacingMs, end.runMs / indexes.length);
    return this.drop(best);
  }
}
