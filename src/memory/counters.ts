// Counters of what a run did so far, for the overview of its time: they lie in the machine's memory, so a replay has them
// at every moment, and whoever draws takes the difference of two moments.
//
// Invariant: allocations less frees is the number of blocks in use. Each wraps around at 2^32; differences stay right.
import { reserveStatic } from "./data.ts";
import { type Address, bytesAt, fillBytes, i32, setI32, u32, writeBytes } from "./memory.ts";
import { struct } from "./struct.ts";

export const machine_counters = struct("machine_counters", 12, {
  allocations: [0, "u32", "blocks handed out by the allocators of memory and objects"],
  frees: [4, "u32", "blocks given back"],
  calls: [8, "u32", "frames of Python functions pushed"],
});

export const COUNTERS: Address = reserveStatic(machine_counters.sizeof);

export function countAllocation(): void {
  setI32(COUNTERS + machine_counters.allocations, i32(COUNTERS + machine_counters.allocations) + 1);
}
export function countFree(): void {
  setI32(COUNTERS + machine_counters.frees, i32(COUNTERS + machine_counters.frees) + 1);
}
export function countCall(): void {
  setI32(COUNTERS + machine_counters.calls, i32(COUNTERS + machine_counters.calls) + 1);
}

/** Zeroes the counters while `look` runs. */
export function withoutCounters(look: () => void): void {
  const kept = bytesAt(COUNTERS, machine_counters.sizeof).slice();
  fillBytes(COUNTERS, 0, machine_counters.sizeof);
  look();
  writeBytes(COUNTERS, kept);
}

export function allocationCount(): number {
  return u32(COUNTERS + machine_counters.allocations);
}
export function freeCount(): number {
  return u32(COUNTERS + machine_counters.frees);
}
export function callCount(): number {
  return u32(COUNTERS + machine_counters.calls);
}
