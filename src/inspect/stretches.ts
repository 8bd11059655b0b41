// The bytes that are an object's own: its block and the blocks that it owns, without what counting and collecting write into
// it; of any other address the block around it.
//
// Invariant: stretches are whole words of four bytes, readable, and do not overlap.
import { PyGC_Head, PyObject } from "../memory/structs/object.ts";
import { blockOfObject, placeOf } from "./heap.ts";
import type { Inspection } from "./inspection.ts";
import { ownedBlocks } from "./objects.ts";
import type { Address } from "./reader.ts";
import { dictSlot } from "./tables.ts";
import { FLAG, hasFlag, type TypeInfo, typeOf } from "./types.ts";

export interface Stretch {
  readonly from: Address;
  readonly bytes: number;
  /** Words that say where other stretches lie, and which slots there are. */
  readonly tellsWhere: boolean;
}

/** Of a block so many bytes are watched, and so many blocks. */
const STRETCH_BYTES = 1 << 16;
const BLOCKS = 64;
/** Where no block is known around an address. */
const BARE_BYTES = 8;
/** What these hold lies in blocks that they own, and move. */
const OWNERS: ReadonlySet<string> = new Set(["list", "dict", "set", "deque", "bytearray"]);

export function stretchesOf(m: Inspection, address: Address, isObject: boolean): Stretch[] {
  const found: Stretch[] = [];
  const add = (from: Address, to: Address, tellsWhere: boolean) => {
    const bytes = Math.min(to - from, STRETCH_BYTES) & ~3;
    if (bytes > 0 && m.readable(from, bytes)) found.push({ from, bytes, tellsWhere });
  };
  const type = isObject ? typeOf(m, address) : null;
  if (type === null) {
    const { region, block, blockBytes } = placeOf(m, address);
    const isBlock = (region === "pool" || region === "chunk") && blockBytes > 0;
    const from = isBlock ? block : address - (address % 8);
    add(from, from + (isBlock ? blockBytes : BARE_BYTES), false);
    return found;
  }
  addObject(m, address, type, add);
  const dict = dictOf(m, address, type);
  const dictType = dict === 0 ? null : typeOf(m, dict);
  if (dictType?.form === "dict") addObject(m, dict, dictType, add);
  return found;
}

function dictOf(m: Inspection, object: Address, type: TypeInfo): Address {
  const at = type.form === "type" ? 0 : dictSlot(m, object, type);
  return at === 0 ? 0 : m.ptr(at);
}

type Add = (from: Address, to: Address, tellsWhere: boolean) => void;

function addObject(m: Inspection, object: Address, type: TypeInfo, add: Add): void {
  const { block, bytes } = blockOfObject(m, object, type);
  const end = block + bytes;
  // Before the collector's links: the pointers to dict and weak references.
  const links = hasFlag(type, FLAG.HAVE_GC) ? PyGC_Head.sizeof : 0;
  add(block, object - links, true);
  const { ob_type } = PyObject;
  const slotOfDict = type.form === "type" ? 0 : dictSlot(m, object, type);
  add(object + ob_type, end, OWNERS.has(type.form) || slotOfDict > object);
  for (const owned of ownedBlocks(m, object, type).slice(0, BLOCKS)) {
    const place = placeOf(m, owned.address);
    const isWhole = place.block === owned.address && (place.region === "pool" || place.region === "chunk");
    add(owned.address, owned.address + (isWhole ? place.blockBytes : owned.bytes), type.form === "deque");
  }
}
