// The text region: one slot a built-in function. The slot's address stands in type slots, method tables and native
// frames where C has a function pointer, and leads back to the function by its number.
//
// Invariant: slots are given in the order of module evaluation, which a bundle fixes; slot 0 is never given.
import { InternalError } from "../base/assert.ts";
import { DATA_BASE, TEXT_BASE, TEXT_SLOT_BYTES, TEXT_SLOT_SHIFT } from "./map.ts";
import { type Address, setI32, setU8 } from "./memory.ts";

/** What most text functions look like: addresses and small integers in, one of them out. */
export type TextFunction = (...values: number[]) => number;

function unusedSlot(): number {
  throw new InternalError("call of an address that is no function");
}

const functions: TextFunction[] = [unusedSlot];
const names: string[] = [""];

/** Gives a function an address. The name is for people: CPython's name of the C function where there is one. */
export function text(name: string, run: (...values: never[]) => unknown): Address {
  const address = TEXT_BASE + functions.length * TEXT_SLOT_BYTES;
  if (address >= DATA_BASE) throw new InternalError("the text region is full");
  functions.push(run as unknown as TextFunction);
  names.push(name);
  return address;
}

/** Gives a slot another function, which does the same. */
export function replaceText(address: Address, run: (...values: never[]) => unknown): void {
  functions[(address - TEXT_BASE) >> TEXT_SLOT_SHIFT] = run as unknown as TextFunction;
}

/** Names a slot that was given without: for declarations, whose names only a boot image's maker puts together. */
export function nameText(address: Address, name: string): void {
  names[(address - TEXT_BASE) >> TEXT_SLOT_SHIFT] = name;
}

/** The function at an address that text() gave. Name the type to call it with others than numbers. */
export function textFunction<F = TextFunction>(address: Address): F {
  return functions[(address - TEXT_BASE) >> TEXT_SLOT_SHIFT] as F;
}

/** The name of the function at an address, or "" where there is none. */
export function textName(address: Address): string {
  return (address & (TEXT_SLOT_BYTES - 1)) === 0 ? (names[(address - TEXT_BASE) >> TEXT_SLOT_SHIFT] ?? "") : "";
}

/** First address behind the slots given so far. */
export function textEnd(): Address {
  return TEXT_BASE + functions.length * TEXT_SLOT_BYTES;
}

// A slot's bytes only say which it is: its number, then as much of its name as there is room for, ended by zeros.
const NAME_OFFSET = 4;

/** Writes the slots' bytes. Called once, by whoever makes the boot image. */
export function initializeText(): void {
  for (let slot = 1; slot < functions.length; slot++) {
    const address = TEXT_BASE + slot * TEXT_SLOT_BYTES;
    setI32(address, slot);
    for (let i = 0; i < TEXT_SLOT_BYTES - NAME_OFFSET; i++) {
      const code = names[slot].charCodeAt(i);
      setU8(address + NAME_OFFSET + i, code < 128 ? code : 0);
    }
  }
}
