// Specialisation: an instruction that ran often enough looks at its operands and turns itself into a form made for them
// (CPython's specialize.c). The choice, the inline caches and the counters lie in the bytecode, in memory. This file has the
// counters and caches; specialize_NAME.ts choose.
//
//   counter   value << 4 | backoff. Counts down each time the generic form runs; at 0 the instruction tries.
//             Success: the form's opcode, and a cooldown for the next miss. Failure: back off, twice as long.
import { type Address, setU8, setU16, u16 } from "../memory/memory.ts";

const VALUE_SHIFT = 4;
const BACKOFF_MASK = 15;
const MAX_BACKOFF = 12;
const COOLDOWN = 52 << VALUE_SHIFT;

/** Two cache units as one number, signed. @expand */
export function cacheVersion(at: Address): number {
  return u16(at) | (u16(at + 2) << 16);
}

export function setCacheVersion(at: Address, value: number): void {
  setU16(at, value & 0xffff);
  setU16(at + 2, value >>> 16);
}

export function setCachePointer(at: Address, value: Address): void {
  setCacheVersion(at, value);
  setU16(at + 4, 0);
  setU16(at + 6, 0);
}

/** Whether the counter behind an instruction is at its end. @expand */
export function triggers(ip: Address): boolean {
  return u16(ip + 2) < 1 << VALUE_SHIFT;
}

/** One execution of the generic form. @expand */
export function countDown(ip: Address): void {
  setU16(ip + 2, (u16(ip + 2) - (1 << VALUE_SHIFT)) & 0xffff);
}

export function succeed(ip: Address, opcode: number): void {
  setU8(ip, opcode);
  setU16(ip + 2, COOLDOWN);
}

export function fail(ip: Address, generic: number): void {
  setU8(ip, generic);
  const backoff = u16(ip + 2) & BACKOFF_MASK;
  const next = backoff < MAX_BACKOFF ? backoff + 1 : MAX_BACKOFF;
  setU16(ip + 2, (((1 << next) - 1) << VALUE_SHIFT) | next);
}
