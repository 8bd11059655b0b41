// What str, bytes and bytearray have in common, so that their methods are written once: characters of some width at an
// address, and a way to make a part.
import type { Address, Borrowed, Owned } from "../memory/memory.ts";
import { PyErr_Occurred } from "./errors.ts";
import { listAppendSteal, newListWithRoom } from "./list_core.ts";
import { decref } from "./object.ts";
import { sliceIndex } from "./slice.ts";
import { Py_None } from "./types.ts";

export interface TextForm {
  kind(o: Borrowed): number;
  data(o: Borrowed): Address;
  length(o: Borrowed): number;
  /** The part from start to end: o itself where it is exact, immutable and whole. 0 with an error set. */
  slice(o: Borrowed, start: number, end: number): Owned;
  isSpace(character: number): boolean;
  isLineBreak(character: number): boolean;
}

const MAX_PREALLOC = 12;

/** A list with the room that CPython's splits take at first. */
export function newPartsList(maxCount: number): Owned {
  return newListWithRoom(maxCount >= MAX_PREALLOC ? MAX_PREALLOC : maxCount + 1);
}

/** Appends the part from start to end; false with an error set, and the list released. */
export function appendPart(form: TextForm, list: Owned, o: Borrowed, start: number, end: number): boolean {
  const part = form.slice(o, start, end);
  if (part !== 0 && listAppendSteal(list, part) === 0) return true;
  decref(list);
  return false;
}

/** Clipped bounds of a search, as ADJUST_INDICES gives them: to be read before any other code runs. */
export const bounds = { start: 0, end: 0 };

/** Reads the arguments start and end of a search (0: not given) for a text of some length. False with an error set. */
export function readBounds(start: Borrowed, end: Borrowed, length: number): boolean {
  let first = 0;
  let last = length;
  if (start !== 0 && start !== Py_None) {
    first = sliceIndex(start);
    if (first === -1 && PyErr_Occurred() !== 0) return false;
  }
  if (end !== 0 && end !== Py_None) {
    last = sliceIndex(end);
    if (last === -1 && PyErr_Occurred() !== 0) return false;
  }
  if (last > length) last = length;
  else if (last < 0) last = Math.max(last + length, 0);
  if (first < 0) first = Math.max(first + length, 0);
  bounds.start = first;
  bounds.end = last;
  return true;
}
