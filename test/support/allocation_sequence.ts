// The long random sequence of tools/golden/sequence.h, for our allocators.
import type { Address } from "../../src/memory/memory.ts";

const SLOTS = 40000;
const KEPT = 8;
const INTERVAL = 16384;
const PHASE = 150000;
const OPERATIONS = 600000;

export interface SequenceAllocator {
  allocate(byteCount: number): Address;
  resize(block: Address, byteCount: number): Address;
  release(block: Address): void;
  /** A block's distance from a fixed base. */
  offset(block: Address): number;
  size(next: (bound: number) => number): number;
}

/** The linear congruential generator of the C program. */
export function generator(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % bound;
  };
}

/** Runs it; the checksum of all addresses, at each interval. `every` runs after each interval. */
export function runSequence(allocator: SequenceAllocator, seed: number, every: (step: number) => void): number[] {
  const next = generator(seed);
  const slots = new Int32Array(SLOTS);
  const sums: number[] = [];
  let sum = 0;
  for (let step = 0; step < OPERATIONS; step++) {
    const growing = Math.floor(step / PHASE) % 2 === 0;
    const slot = next(SLOTS);
    const dice = next(8);
    let result = 0;
    if (slots[slot] === 0) {
      if (growing || dice === 0) {
        slots[slot] = allocator.allocate(allocator.size(next));
        result = allocator.offset(slots[slot]);
      }
    } else if (dice === 1) {
      slots[slot] = allocator.resize(slots[slot], allocator.size(next));
      result = allocator.offset(slots[slot]);
    } else if (!growing || dice === 0) {
      allocator.release(slots[slot]);
      slots[slot] = 0;
      result = 1;
    }
    if (step % (2 * PHASE) === 2 * PHASE - 1) {
      for (let i = KEPT; i < SLOTS; i++) {
        if (slots[i] !== 0) allocator.release(slots[i]);
        slots[i] = 0;
      }
    }
    sum = Math.imul(sum ^ result, 16777619);
    if (step % INTERVAL === INTERVAL - 1) {
      sums.push(sum >>> 0);
      every(step);
    }
  }
  return sums;
}
