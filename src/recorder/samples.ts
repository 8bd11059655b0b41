// Samples of a recording: at some moments, how deep the calls were and where the machine's counters stood. They draw the
// overview of runs that are too long to be run again for a picture.
// Invariant: moments ascend in equal steps, and are never more than LIMIT: when full, every other one is dropped. Counters
// are totals, so nothing is lost by that.
import {
  allocationCount,
  callCount,
  freeCount,
  gc_generation_stats,
  i32,
  PyThreadState,
  ssize,
  statsAt,
  THREAD,
} from "../machine/recorded.ts";

const LIMIT = 4096;
/** No call is shorter: of a short run all are seen. */
const FIRST_STEP = 4;
export const GENERATIONS = [0, 1, 2] as const;

/** Where the machine's counters stand. Those of blocks and calls wrap around (memory/counters.ts). */
export interface Counters {
  readonly calls: number;
  readonly allocations: number;
  readonly frees: number;
  /** Collections of each generation, and objects that they collected. */
  readonly collections: readonly number[];
  readonly collected: readonly number[];
}

export interface Sample extends Counters {
  readonly moment: number;
  readonly depth: number;
}

/** How many Python frames stand on each other. */
export function callDepth(): number {
  return i32(THREAD + PyThreadState.py_recursion_limit) - i32(THREAD + PyThreadState.py_recursion_remaining);
}

export function readCounters(): Counters {
  return {
    calls: callCount(),
    allocations: allocationCount(),
    frees: freeCount(),
    collections: GENERATIONS.map((generation) => ssize(statsAt(generation) + gc_generation_stats.collections)),
    collected: GENERATIONS.map((generation) => ssize(statsAt(generation) + gc_generation_stats.collected)),
  };
}

/** Collections of all generations so far: cheap enough to be asked after every instruction. */
export function collectionCount(): number {
  let count = 0;
  for (const generation of GENERATIONS) count += ssize(statsAt(generation) + gc_generation_stats.collections);
  return count;
}

/** Collections of one generation between two readings. */
export interface Collection {
  /** The later reading's. */
  readonly moment: number;
  readonly generation: number;
  readonly count: number;
  readonly freed: number;
}

export function collectionsBetween(before: Counters, after: Counters, moment: number): Collection[] {
  return GENERATIONS.flatMap((generation) => {
    const count = after.collections[generation] - before.collections[generation];
    const freed = after.collected[generation] - before.collected[generation];
    return count > 0 ? [{ moment, generation, count, freed: Math.max(0, freed) }] : [];
  });
}

/** How far a counter came between two readings of it. */
export function advance(before: number, after: number): number {
  return (after - before) >>> 0;
}

function sampleAt(moment: number): Sample {
  return { moment, depth: callDepth(), ...readCounters() };
}

export class Samples {
  private list: Sample[] = [];
  private step = FIRST_STEP;
  /** Where the recording ends for now, out of step with the others. */
  private end: Sample | null = null;
  /** Most frames on each other that a look has seen. */
  private deepestSeen = 0;

  /** In the order of moments, the end of what is recorded last. */
  get all(): readonly Sample[] {
    return this.end === null ? this.list : [...this.list, this.end];
  }

  /** Most frames on each other, as far as is known: a call between two looks was not seen, but it was counted. */
  get deepest(): number {
    const first = this.list[0];
    const last = this.end ?? this.list[this.list.length - 1];
    const hasCalls = first !== undefined && last !== undefined && advance(first.calls, last.calls) > 0;
    return Math.max(this.deepestSeen, hasCalls ? 2 : 0);
  }

  clear(): void {
    this.list = [];
    this.end = null;
    this.step = FIRST_STEP;
    this.deepestSeen = 0;
  }

  /** Takes over those of a recording that was read from a file. */
  adopt(samples: readonly Sample[]): void {
    this.list = samples.slice(0, -1);
    this.end = samples[samples.length - 1] ?? null;
    this.deepestSeen = Math.max(0, ...samples.map(({ depth }) => depth));
    const [first, second] = samples;
    this.step = second === undefined ? FIRST_STEP : second.moment - first.moment;
  }

  /** The memory stands at the end of what is recorded. */
  finish(moment: number): void {
    this.end = sampleAt(moment);
  }

  /** The next look of a recording whose moment 0 is at `start`. */
  look(start: number): { at: number; see: (now: number) => number } {
    this.end = null;
    return {
      at: start + this.next(),
      see: (now) => {
        const sample = sampleAt(now - start);
        this.list.push(sample);
        this.deepestSeen = Math.max(this.deepestSeen, sample.depth);
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
