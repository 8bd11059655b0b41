// The bytes that are an object's own: its block and the blocks that it owns, without what counting and collecting write into
// it; of any other address the block around it.
//
// Invariant: stretches are whole words of four bytes, readable, and do not overlap.
import { PyDictObject, PyListObject, PySetObject } from "../memory/structs/containers.ts";
import { PyGC_Head, PyObject, PyVarObject } from "../memory/structs/object.ts";
import { PyByteArrayObject } from "../memory/structs/text.ts";
import { blockOfObject, placeOf } from "./heap.ts";
import type { Inspection } from "./inspection.ts";
import { ownedBlocks } from "./objects.ts";
import type { Address } from "./reader.ts";
import { dictSlot } from "./tables.ts";
import { FLAG, hasFlag, type TypeInfo, typeOf } from "./types.ts";

export interface Stretch {
  readonly from: Address;
  readonly bytes: number;
  /** What its words say: a value, how many slots there are, where other stretches lie. */
  readonly tells: "value" | "count" | "place";
}

/** Of a block so many bytes are watched, and so many blocks. */
const STRETCH_BYTES = 1 << 16;
const BLOCKS = 64;
/** Where no block is known around an address. */
const BARE_BYTES = 8;
/** What these hold lies in blocks that they own, and move; their fields that only count what is in them. */
const OWNERS: Readonly<Record<string, { readonly from: number; readonly to: number }>> = {
  list: { from: PyVarObject.ob_size, to: PyListObject.ob_item },
  bytearray: { from: PyVarObject.ob_size, to: PyByteArrayObject.ob_alloc },
  dict: { from: PyDictObject.ma_used, to: PyDictObject.ma_keys },
  set: { from: PySetObject.fill, to: PySetObject.mask },
  deque: { from: PyVarObject.ob_size, to: PyVarObject.ob_size },
};

export function stretchesOf(m: Inspection, address: Address, isObject: boolean): Stretch[] {
  const found: Stretch[] = [];
  const add = (from: Address, to: Address, tells: Stretch["tells"]) => {
    const bytes = Math.min(to - from, STRETCH_BYTES) & ~3;
    if (bytes > 0 && m.readable(from, bytes)) found.push({ from, bytes, tells });
  };
  const type = isObject ? typeOf(m, address) : null;
  if (type === null) {
    const { region, block, blockBytes } = placeOf(m, address);
    const isBlock = (region === "pool" || region === "chunk") && blockBytes > 0;
    const from = isBlock ? block : address - (address % 8);
    add(from, from + (isBlock ? blockBytes : BARE_BYTES), "value");
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

type Add = (from: Address, to: Address, tells: Stretch["tells"]) => void;

function addObject(m: Inspection, object: Address, type: TypeInfo, add: Add): void {
  const { block, bytes } = blockOfObject(m, object, type);
  const end = block + bytes;
  // Before the collector's links: the pointers to dict and weak references.
  const links = hasFlag(type, FLAG.HAVE_GC) ? PyGC_Head.sizeof : 0;
  add(block, object - links, "place");
  const head = object + PyObject.ob_type;
  const counts = OWNERS[type.form];
  if (counts !== undefined) {
    add(head, object + counts.from, "place");
    add(object + counts.from, object + counts.to, "count");
    add(object + counts.to, end, "place");
  } else add(head, end, type.form !== "type" && dictSlot(m, object, type) > object ? "place" : "value");
  for (const owned of ownedBlocks(m, object, type).slice(0, BLOCKS)) {
    const place = placeOf(m, owned.address);
    const isWhole = place.block === owned.address && (place.region === "pool" || place.region === "chunk");
    add(
      owned.address,
      owned.address + (isWhole ? place.blockBytes : owned.bytes),
      type.form === "deque" ? "place" : "value",
    );
  }
}
