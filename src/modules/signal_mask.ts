// Signals that a program holds back: which are blocked, and which of those came. A signal is a bit of two words in memory.
// Invariant: a pending signal is a blocked one.
import { reserveStatic } from "../memory/data.ts";
import { i32, setI32 } from "../memory/memory.ts";

const WORD_BITS = 32;
const BLOCKED = reserveStatic(8);
const PENDING = reserveStatic(8);

const wordOf = (set: number, signal: number): number => set + ((signal / WORD_BITS) | 0) * 4;
const bitOf = (signal: number): number => 1 << (signal % WORD_BITS);
/** Signals count from 1 to 64; the last has the bit that no signal has. */
const placeOf = (signal: number): number => signal - 1;

function has(set: number, signal: number): boolean {
  return (i32(wordOf(set, placeOf(signal))) & bitOf(placeOf(signal))) !== 0;
}
function put(set: number, signal: number, isIn: boolean): void {
  const word = wordOf(set, placeOf(signal));
  setI32(word, isIn ? i32(word) | bitOf(placeOf(signal)) : i32(word) & ~bitOf(placeOf(signal)));
}

export const isBlocked = (signal: number): boolean => has(BLOCKED, signal);
export const isPending = (signal: number): boolean => has(PENDING, signal);
export const setBlocked = (signal: number, isIn: boolean): void => put(BLOCKED, signal, isIn);
export const setPending = (signal: number, isIn: boolean): void => put(PENDING, signal, isIn);
