// The truth of an object where the answer may be PUSHED.
import type { Borrowed } from "../memory/memory.ts";
import { textFunction } from "../memory/text.ts";
import { truthSlot } from "./convert.ts";
import { Py_False, Py_None, Py_True } from "./types.ts";

/** 1, 0 (a length counts as its truth), -1 with an error set, or PUSHED. */
export function pushTruth(o: Borrowed): number {
  if (o === Py_True) return 1;
  if (o === Py_False || o === Py_None) return 0;
  const slot = truthSlot(o);
  return slot === 0 ? 1 : textFunction(slot)(o);
}
