// Identifiers that the machine itself uses: immortal interned ASCII strings in the data region.
// identifier("append") reserves the object when the module that says it is evaluated and gives its address, so a name
// can be compared by address everywhere; the bytes are written at boot (unicode_intern.ts).
// Invariant: one address a text, whoever asks, in the order of module evaluation.
import { assert } from "../base/assert.ts";
import { reserveStatic } from "../memory/data.ts";
import type { Address } from "../memory/memory.ts";
import { PyASCIIObject } from "../memory/structs/text.ts";
import { RUNTIME_NAMES } from "./identifier_names.ts";
import { emptyString, latin1String } from "./unicode_core.ts";

const addresses = new Map<string, Address>();
let sealed = false;

/** The interned str of an ASCII text. The strings of no and of one character are the runtime's. */
export function identifier(text: string): Address {
  if (text === "") return emptyString;
  if (text.length === 1) return latin1String(text.charCodeAt(0));
  let address = addresses.get(text);
  if (address === undefined) {
    assert(!sealed, `identifier ${text} is asked for after the boot: name it in identifier_names.ts`);
    for (let i = 0; i < text.length; i++) assert(text.charCodeAt(i) < 128, `identifier ${text} is not ASCII`);
    address = reserveStatic(PyASCIIObject.sizeof + text.length + 1);
    addresses.set(text, address);
  }
  return address;
}

for (const name of RUNTIME_NAMES) identifier(name);

/** All identifiers, in order of reservation: for the boot. No other can be asked for afterwards. */
export function allIdentifiers(): ReadonlyMap<string, Address> {
  sealed = true;
  return addresses;
}
