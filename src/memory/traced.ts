// What the traced build reports: every load and store, to one listener (the cache model, questions over time).
// Invariant: a listener sees accesses and changes nothing, so a traced run leaves the memory of a plain one.
import type { Address } from "./memory.ts";

export type Access = (address: Address, byteCount: number, isStore: boolean) => void;

function ignore(): void {}

let report: Access = ignore;

/** Sets who hears of accesses; null for nobody. */
export function listenToAccesses(listener: Access | null): void {
  report = listener ?? ignore;
}

/** Gives the address back, so that the build can put a call around the address of an access. */
export function tracedLoad(address: Address, byteCount: number): Address {
  report(address, byteCount, false);
  return address;
}
export function tracedStore(address: Address, byteCount: number): Address {
  report(address, byteCount, true);
  return address;
}
