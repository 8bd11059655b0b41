// The data region: what C would call static data. Modules reserve their part of it while they are evaluated, the boot
// fills it, and the boot image holds the result, so a reservation only computes an address.
//
// Invariant: the region begins with _PyRuntime, whose first bytes are the debug offsets that a reader from outside looks
// for; all other addresses follow from the order of module evaluation, which a bundle fixes.
import { InternalError } from "../base/assert.ts";
import { DATA_BASE, HEAP_BASE } from "./map.ts";
import type { Address } from "./memory.ts";
import { _PyRuntimeState, PyInterpreterState } from "./structs/runtime.ts";

let end = DATA_BASE;

/** Reserves static bytes, zero in a fresh machine. `alignment` is a power of two. Throws when the region is full. */
export function reserveStatic(byteCount: number, alignment = 16): Address {
  const address = (end + alignment - 1) & -alignment;
  if (address + byteCount > HEAP_BASE) throw new InternalError(`no static memory for ${byteCount} bytes`);
  end = address + byteCount;
  return address;
}

/** Where the next reservation would begin, at the earliest: the end of the bytes that a snapshot must hold. */
export function staticEnd(): Address {
  return end;
}

/** _PyRuntime. */
export const RUNTIME: Address = reserveStatic(_PyRuntimeState.sizeof);
/** The main interpreter's PyInterpreterState, inside the runtime. */
export const INTERPRETER: Address = RUNTIME + _PyRuntimeState._main_interpreter;
/** The main thread's PyThreadState, inside the interpreter. */
export const THREAD: Address = INTERPRETER + PyInterpreterState._initial_thread;
