// Identifiers that the machine itself uses: immortal interned ASCII strings in the data region.
// identifier("append") reserves the object when the module that says it is evaluated and gives its address, so a name
// can be compared by address everywhere; the bytes are written at boot (unicode_intern.ts). Names that only declared
// signatures say are reserved when a boot image is made, and found in its memory when one of them is first asked for.
//
// Which strings are interned decides the order of a set of constants, so no more are than in CPython (unicode_intern.ts):
//
//   of CPython's start (identifier_names.ts)    interned from the boot on
//   other names that our code says              become the interned string once somebody interns such a text
//   names in signatures                         never: CPython's parsing of arguments interns none
//
// Invariant: one address a text, whoever asks, in the order of module evaluation.
import { assert } from "../base/assert.ts";
import { isEvaluated, noteLayout, reserveStatic, STATIC_ALIGNMENT } from "../memory/data.ts";
import { type Address, ptr, setPtr, ssize, u8 } from "../memory/memory.ts";
import { PyASCIIObject } from "../memory/structs/text.ts";
import { CPYTHON_NAMES, RUNTIME_NAMES, START_NAMES } from "./identifier_names.ts";
import { emptyString, latin1String } from "./unicode_core.ts";

const addresses = new Map<string, Address>();
/** Those that are never interned. */
const plainTexts = new Set<string>();
/** Needed only where a boot image is made. */
let startNames: Set<string> | null = null;
let isReservingLate = false;

/** Where the late ones are: the first one's address, and how many there are. */
const LATE = reserveStatic(16);
const LATE_COUNT = LATE + 8;
const sizeOfText = (length: number): number => PyASCIIObject.sizeof + length + 1;

/** The interned str of an ASCII text. The strings of no and of one character are the runtime's. */
export function identifier(text: string): Address {
  if (text === "") return emptyString;
  if (text.length === 1) return latin1String(text.charCodeAt(0));
  let address = addresses.get(text);
  if (address === undefined) {
    if (isEvaluated() && !isReservingLate) return lateIdentifier(text);
    address = reserveStatic(sizeOfText(text.length));
    noteLayout(text.charCodeAt(text.length - 1));
    addresses.set(text, address);
  }
  return address;
}

for (const name of RUNTIME_NAMES) identifier(name);

/** All identifiers, in order of reservation: for the boot. */
export function allIdentifiers(): ReadonlyMap<string, Address> {
  return addresses;
}

/** When the identifier becomes the interned string of its text: at boot, when somebody interns such a text, or never. */
export function interningOf(text: string): "boot" | "later" | "never" {
  if (plainTexts.has(text)) return "never";
  startNames ??= new Set([...CPYTHON_NAMES, ...START_NAMES]);
  return startNames.has(text) ? "boot" : "later";
}

/** Reserves CPython's names, and those that `ask` asks for, which are not interned: after the evaluation and before the boot. */
export function reserveLateIdentifiers(ask: () => void): void {
  const before = addresses.size;
  isReservingLate = true;
  for (const name of [...CPYTHON_NAMES, ...START_NAMES]) identifier(name);
  const beforePlain = addresses.size;
  ask();
  isReservingLate = false;
  for (const text of [...addresses.keys()].slice(beforePlain)) plainTexts.add(text);
  const late = [...addresses.values()].slice(before);
  if (late.length === 0) return;
  setPtr(LATE, late[0]);
  setPtr(LATE_COUNT, late.length);
}

/** One of those that the maker of the boot image reserved, which stand in a row; all of them are known from then on. */
function lateIdentifier(text: string): Address {
  let at = ptr(LATE);
  for (let count = ptr(LATE_COUNT); count > 0; count--) {
    const length = ssize(at + PyASCIIObject.length);
    let name = "";
    for (let i = 0; i < length; i++) name += String.fromCharCode(u8(at + PyASCIIObject.sizeof + i));
    addresses.set(name, at);
    at = (at + sizeOfText(length) + STATIC_ALIGNMENT - 1) & -STATIC_ALIGNMENT;
  }
  const found = addresses.get(text);
  assert(found !== undefined, `identifier ${text} is asked for after the boot: name it in identifier_names.ts`);
  return found;
}
