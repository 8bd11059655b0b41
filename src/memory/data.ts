// The data region: what C would call static data. Modules reserve their part of it while they are evaluated, the boot
// fills it, and the boot image holds the result, so a reservation only computes an address.
//
// Behind what is reserved stand literals: texts that only the build knows, the docstrings (objects/docstrings.ts). The boot
// that makes an image appends them, and where they end is a word of the region itself.
//
// Invariant: the region begins with _PyRuntime, whose first bytes are the debug offsets that a reader from outside looks
// for; all other addresses follow from the order of module evaluation, which a bundle fixes.
import { InternalError } from "../base/assert.ts";
import { DATA_BASE, HEAP_BASE } from "./map.ts";
import { type Address, ptr, setPtr, writeBytes } from "./memory.ts";
import { _PyRuntimeState, PyInterpreterState } from "./structs/runtime.ts";

let end = DATA_BASE;
/** Address of the word that says where the literals end; 0 until it is reserved. */
let literalsEndAt = 0;

/** Reserves static bytes, zero in a fresh machine. `alignment` is a power of two. Throws when the region is full. */
export function reserveStatic(byteCount: number, alignment = 16): Address {
  const address = (staticEnd() + alignment - 1) & -alignment;
  if (address + byteCount > HEAP_BASE) throw new InternalError(`no static memory for ${byteCount} bytes`);
  end = address + byteCount;
  return address;
}

/** Where the reservations end. */
export function reservedEnd(): Address {
  return end;
}

/** _PyRuntime. */
export const RUNTIME: Address = reserveStatic(_PyRuntimeState.sizeof);
/** The main interpreter's PyInterpreterState, inside the runtime. */
export const INTERPRETER: Address = RUNTIME + _PyRuntimeState._main_interpreter;
/** The main thread's PyThreadState, inside the interpreter. */
export const THREAD: Address = INTERPRETER + PyInterpreterState._initial_thread;

literalsEndAt = reserveStatic(8);

/** Appends bytes and a zero behind everything that is reserved: when a boot image is made. Throws when the region is full. */
export function appendLiteral(bytes: Uint8Array): Address {
  const address = staticEnd();
  if (address + bytes.length >= HEAP_BASE) throw new InternalError(`no static memory for ${bytes.length} bytes`);
  writeBytes(address, bytes);
  setPtr(literalsEndAt, address + bytes.length + 1);
  return address;
}

/** The end of the data region's bytes, which a snapshot must hold. */
export function staticEnd(): Address {
  const literalsEnd = literalsEndAt === 0 ? 0 : ptr(literalsEndAt);
  return literalsEnd > end ? literalsEnd : end;
}
