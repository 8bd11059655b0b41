// What the module holds for all its functions: CPython's decimal_state. The references stand in the machine's memory.
import { reserveStatic } from "../../memory/data.ts";
import { type Address, type Borrowed, type Owned, POINTER_BYTES, ptr, setPtr } from "../../memory/memory.ts";

const HELD = [
  "SignalDict",
  "DecimalTuple",
  "Rational",
  "DefaultContext",
  "BasicContext",
  "ExtendedContext",
  "SignalTuple",
  "decimal_context",
] as const;
type Held = (typeof HELD)[number];

const STATE: Address = reserveStatic(HELD.length * POINTER_BYTES);

/** Borrowed; 0 before the module is made. */
export function state(name: Held): Borrowed {
  return ptr(STATE + HELD.indexOf(name) * POINTER_BYTES);
}

/** Keeps an Owned object for the rest of the run. 0, or -1 when there is none. */
export function setState(name: Held, value: Owned): number {
  setPtr(STATE + HELD.indexOf(name) * POINTER_BYTES, value);
  return value === 0 ? -1 : 0;
}
