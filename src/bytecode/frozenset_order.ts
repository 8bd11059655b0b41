// The order in which a frozenset of constants gives its items: that of the slots of CPython's hash table after adding
// them one by one, under PYTHONHASHSEED=0. Programs see it in repr() and in iteration.
import type { Constant } from "../base/constant.ts";
import { hashConstant } from "./constant_hash.ts";
import { SetTable } from "./set_table.ts";

/** The items, which must be different, in the order in which frozenset(items) gives them. */
export function frozensetOrder(items: readonly Constant[]): Constant[] {
  const table = new SetTable<Constant>();
  for (const item of items) table.add(item, hashConstant(item));
  return [...table];
}

/** A string of name characters, as identifiers are; single characters are one object from the start. */
function isNewlyInterned(constant: Constant): boolean {
  if (constant.type === "tuple" || constant.type === "frozenset") return constant.items.some(isNewlyInterned);
  if (constant.type !== "str" || constant.wtf8.length < 2) return false;
  return constant.wtf8.every(
    (byte) =>
      (byte >= 0x30 && byte <= 0x39) ||
      (byte >= 0x41 && byte <= 0x5a) ||
      (byte >= 0x61 && byte <= 0x7a) ||
      byte === 0x5f,
  );
}

/**
 * The order in a code object that the compiler has made of a set display. The set is made several times over, each time
 * from its own items: when the display is folded, when constants are merged, and when strings among them are interned.
 * (CPython does the last only if it finds one of them interned already, which depends on what its process has run.)
 */
export function compiledFrozensetOrder(items: readonly Constant[]): Constant[] {
  const merged = frozensetOrder(frozensetOrder(items));
  return merged.some(isNewlyInterned) ? frozensetOrder(merged) : merged;
}
