// Samples of a recording: at some moments, how deep the calls were and how many blocks were in use. They draw the overview
// of runs that are too long to be run again for a picture.
// Invariant: moments ascend in equal steps, and are never more than LIMIT: when full, every other one is dropped.
import { allocatedBlocks, i32, PyThreadState, THREAD } from "../machine/recorded.ts";

const LIMIT = 4096;
const FIRST_STEP = 64;

export interface Sample {
  readonly moment: number;
  readonly depth: number;
  readonly blocks: number;
}

/** How many Python frames stand on each other. */
export function callDepth(): number {
  return i32(THREAD + PyThreadState.py_recursion_limit) - i32(THREAD + PyThreadState.py_recursion_remaining);
}

export class Samples {
  private list: Sample[] = [];
  private step = FIRST_STEP;

  get all(): readonly Sample[] {
    return this.list;
  }

  clear(): void {
    this.list = [];
    this.step = FIRST_STEP;
  }

  /** The next look of a recording whose moment 0 is at `start`. */
  look(start: number): { at: number; see: (now: number) => number } {
    return {
      at: start + this.next(),
      see: (now) => {
        this.list.push({ moment: now - start, depth: callDepth(), blocks: allocatedBlocks() });
        if (this.list.length >= LIMIT) {
          this.list = this.list.filter((_sample, i) => i % 2 === 0);
          this.step *= 2;
        }
        return start + this.next();
      },
    };
  }

  private next(): number {
    const last = this.list[this.list.length - 1];
    return last === undefined ? 0 : last.moment + this.step;
  }
}
