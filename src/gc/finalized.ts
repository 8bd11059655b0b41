// The mark that an object's finalizer has run: bit 0 of _gc_prev.
import { type Address, low, setI32 } from "../memory/memory.ts";
import { PyGC_Head } from "../memory/structs/object.ts";
import { gcHead, PREV_FINALIZED } from "./link.ts";

export function isFinalized(o: Address): boolean {
  return (low(gcHead(o) + PyGC_Head._gc_prev) & PREV_FINALIZED) !== 0;
}

/** Before the object's memory is kept for another one. */
export function clearFinalized(o: Address): void {
  const at = gcHead(o) + PyGC_Head._gc_prev;
  setI32(at, low(at) & ~PREV_FINALIZED);
}

export function setFinalized(o: Address): void {
  const at = gcHead(o) + PyGC_Head._gc_prev;
  setI32(at, low(at) | PREV_FINALIZED);
}
