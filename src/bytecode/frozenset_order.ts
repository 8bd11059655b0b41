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
