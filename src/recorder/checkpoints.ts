// Checkpoints: the memory at some moments of a run, as tables of page versions in one pool.
//
//   take      used pages are compared with the checkpoint last taken or restored; those that differ are copied
//   restore   the pages of one checkpoint are put back; no other is needed
//   thin      over the budget, temporary ones go first, then those whose neighbours stand closest in relation to their age
//
// Invariant: a checkpoint holds canonical memory and counts each of its versions once; the first one is never dropped.
import { type Address, type DoorMark, fillBytes, PAGE_BYTES, usedRanges } from "../machine/recorded.ts";
import { PagePool, ZERO_PAGE } from "./page_pool.ts";

export interface Checkpoint {
  readonly moment: number;
  readonly door: DoorMark;
  /** False: taken inside a nested loop. It can be looked at, not gone on from. */
  readonly canGoOn: boolean;
  /** Left by a seek on its way; the first to be dropped. */
  readonly isTemporary: boolean;
  /** Addresses of the used pages, ascending, and the version of each. */
  readonly pages: Int32Array;
  readonly versions: Int32Array;
  /** Hash of the memory, two words. */
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

const MEBIBYTE = 1024 * 1024;
export const DEFAULT_OPTIONS: CheckpointOptions = {
  budgetBytes: 256 * MEBIBYTE,
  lastingLimit: 1024,
  temporaryLimit: 48,
};

function usedPages(): Int32Array {
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

  /** Takes a checkpoint of the memory, which must be canonical. */
  take(moment: number, door: DoorMark, canGoOn: boolean, isTemporary: boolean): Checkpoint {
    const pages = usedPages();
    const versions = new Int32Array(pages.length);
    const base = this.base;
    let a = 0;
    let b = 0;
    for (let i = 0, j = 0; i < pages.length; i++) {
      const page = pages[i];
      let known = ZERO_PAGE;
      if (base !== null) {
        while (j < base.pages.length && base.pages[j] < page) j++;
        if (j < base.pages.length && base.pages[j] === page) known = base.versions[j];
      }
      const slot = this.pool.take(page, known);
      versions[i] = slot;
      a = (a + this.pool.hashOf(slot, 0)) | 0;
      b = (b + this.pool.hashOf(slot, 1)) | 0;
    }
    const taken: Checkpoint = { moment, door, canGoOn, isTemporary, pages, versions, hash: [a, b] };
    return this.insert(taken);
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
    for (const page of this.pagesNotIn(checkpoint)) fillBytes(page, 0, PAGE_BYTES);
    const { pages, versions } = checkpoint;
    for (let i = 0; i < pages.length; i++) this.pool.putBack(pages[i], versions[i]);
    this.base = checkpoint;
  }

  private pagesNotIn(checkpoint: Checkpoint): Address[] {
    const others: Address[] = [];
    const now = usedPages();
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
  }

  private release(one: Checkpoint): void {
    this.tableBytes -= one.pages.byteLength + one.versions.byteLength;
    for (let i = 0; i < one.versions.length; i++) this.pool.release(one.versions[i]);
  }

  private drop(index: number): void {
    this.release(this.list[index]);
    this.list.splice(index, 1);
  }

  private thin(): void {
    const { budgetBytes, lastingLimit, temporaryLimit } = this.options;
    const isFree = (one: Checkpoint) => one !== this.base;
    while (this.list.filter((one) => one.isTemporary).length > temporaryLimit) {
      // The one farthest from where the memory stands now.
      const here = this.base?.moment ?? 0;
      let worst = -1;
      this.list.forEach((one, i) => {
        if (!one.isTemporary || !isFree(one)) return;
        if (worst < 0 || Math.abs(one.moment - here) > Math.abs(this.list[worst].moment - here)) worst = i;
      });
      if (worst < 0) break;
      this.drop(worst);
    }
    while (this.list.length > lastingLimit + temporaryLimit) {
      const index = this.closest((one) => isFree(one) && !one.isTemporary);
      if (index < 0) break;
      this.drop(index);
    }
    while (this.byteCount > budgetBytes && this.list.length > 2) {
      const temporary = this.list.findIndex((one) => one.isTemporary && isFree(one));
      const index = temporary >= 0 ? temporary : this.closest(isFree);
      if (index < 0) break;
      this.drop(index);
    }
  }

  /** The one that is missed least: its neighbours stand close together, seen from the end of the run. */
  private closest(isFree: (one: Checkpoint) => boolean): number {
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    const end = this.list[this.list.length - 1].moment;
    for (let i = 1; i < this.list.length - 1; i++) {
      if (!isFree(this.list[i])) continue;
      const cost = (this.list[i + 1].moment - this.list[i - 1].moment) / (end - this.list[i - 1].moment + 1);
      if (cost < least) {
        least = cost;
        best = i;
      }
    }
    return best;
  }
}
