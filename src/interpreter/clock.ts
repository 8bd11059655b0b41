// The machine's clock: executed instructions, exact in every tier. Two words in memory: the instruction number at which
// the slice ends, and how many are left until then. now = end − left.
// Invariant: `left` falls by one before each instruction; a slice ends when it would fall below zero.
import { reserveStatic } from "../memory/data.ts";
import { i32, setI32, setI64, u32 } from "../memory/memory.ts";

const TWO_32 = 4294967296;
const CLOCK_END = reserveStatic(8);
/** Address of the count of instructions left in the slice. */
export const CLOCK_LEFT = reserveStatic(8);

/** Takes time out of the memory while `look` runs: two moments that differ in nothing else are then equal. */
export function withoutClock(look: () => void): void {
  const now = instructionCount();
  setSlice(0, 0);
  look();
  setSlice(now, 0);
}

/** Number of instructions executed so far: an integer up to 2^53. */
export function instructionCount(): number {
  return u32(CLOCK_END) + u32(CLOCK_END + 4) * TWO_32 - i32(CLOCK_LEFT);
}

/** Sets the clock to `now` with a slice of `left` instructions before it. left: at most 2^30. */
export function setSlice(now: number, left: number): void {
  const end = now + left;
  setI64(CLOCK_END, (end % TWO_32) | 0, Math.floor(end / TWO_32) | 0);
  setI32(CLOCK_LEFT, left);
}

/** The clock's words do not belong to canonical memory as they stand (a slice may end anywhere): a snapshot writes them so. */
export function canonicalizeClock(): void {
  setSlice(instructionCount(), 0);
}
