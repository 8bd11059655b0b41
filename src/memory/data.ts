// The data region: what C would call static data. Modules reserve their part of it while they are evaluated, the boot
// fills it, and the boot image holds the result, so a reservation only computes an address.
//
// Invariant: the region begins with _PyRuntime, whose first bytes are the debug offsets that a reader from outside looks
// for; all other addresses follow from the order of module evaluation, which a bundle fixes. What only a boot image's
// maker needs to know the address of (names, docstrings) is reserved after the evaluation, when an image is made: a start
// that loads the image is spared that, and is told by the image where the region ends (extendStatic).
import { InternalError } from "../base/assert.ts";
import { DATA_BASE, HEAP_BASE } from "./map.ts";
import { type Address, writeBytes } from "./memory.ts";
import { _PyRuntimeState, PyInterpreterState } from "./structs/runtime.ts";

/** Unless another is asked for. */
export const STATIC_ALIGNMENT = 16;

let end = DATA_BASE;
/** Of all addresses given so far. */
let layout = 0;
let evaluated: { readonly end: Address; readonly layout: number } | null = null;

/** Reserves static bytes, zero in a fresh machine. `alignment` is a power of two. Throws when the region is full. */
export function reserveStatic(byteCount: number, alignment = STATIC_ALIGNMENT): Address {
  const address = (end + alignment - 1) & -alignment;
  if (address + byteCount > HEAP_BASE) throw new InternalError(`no static memory for ${byteCount} bytes`);
  end = address + byteCount;
  layout = (Math.imul(layout, 31) + address) | 0;
  return address;
}

/** Mixes more into what evaluatedLayout() compares. */
export function noteLayout(value: number): void {
  layout = (Math.imul(layout, 31) + value) | 0;
}

/** The evaluation of all modules is over: where it left the region's end, and a sum of the addresses that it gave. */
export function evaluatedLayout(): { readonly end: Address; readonly layout: number } {
  evaluated ??= { end, layout };
  return evaluated;
}

export function isEvaluated(): boolean {
  return evaluated !== null;
}

/** A boot image that is loaded holds what its maker reserved beyond the evaluation. */
export function extendStatic(imageEnd: Address): void {
  evaluatedLayout();
  end = Math.max(end, imageEnd);
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

/** Reserves and writes bytes and a zero behind them: when a boot image is made. Throws when the region is full. */
export function appendLiteral(bytes: Uint8Array): Address {
  const address = reserveStatic(bytes.length + 1, 1);
  writeBytes(address, bytes);
  return address;
}
